"""Titles, addresses, numbers and forms that are hard to bring to their people. Short mails, read whole."""

import pytest

from mailbot.reading.message.parse import parse
from mailbot.reading.read import read
from mailbot.reading.screening.screen import OwnIdentity, screen
from tests.unit.reading.housing import CONTEXT, OURS, D, S, people
from tests.unit.reading.letters import a_mail


@pytest.mark.parametrize(
    ("said", "mila", "joost"),
    [
        ("Mila is onze wijkcoach, Joost werkt als jurist.", "wijkcoach", "jurist"),
        ("Zij is wijkcoach, hij jurist.", "wijkcoach", "jurist"),
        ("The former is a lawyer and eats halal.", "lawyer", None),
        ("De wijkcoach is Mila Jansen, de jurist Joost Smit.", "wijkcoach", "jurist"),
        ("Joost en ik zijn jurist, Mila is onze wijkcoach.", "wijkcoach", "jurist"),
        ("Hij is onze jurist; zij, onze wijkcoach, komt ook.", "wijkcoach", "jurist"),
        ("Ik breng onze wijkcoach mee, Mila Jansen.", "wijkcoach", None),
        ("Onze wijkcoach ten slotte, Mila Jansen, eet halal.", "wijkcoach", None),
        ("Mila is bij ons projectleider Wonen, Joost is jurist.", "projectleider Wonen", "jurist"),
        ("Onze directeur vond het goed, dus Mila en Joost gaan mee.", None, None),
        ("Onze wijkcoach, Mila Jansen, reist met Joost.", "wijkcoach", None),
        ("Mila Jansen - jurist - eet halal.", "jurist", None),
        ("Mila en Joost zijn juristen.", "jurist", "jurist"),
        ("I come with Mila, who's our policy officer, and Joost.", "policy officer", None),
        ("Mila is jurist bij Stichting Dak, Joost is, net als zij, blij.", "jurist", None),
        ("Dat zijn mijn collega Joost Smit, onze trainee Mila Jansen en ik.", "trainee", None),
        ("De wethouder van Zeist, mevrouw drs. Mila Jansen, eet halal.", "wethouder", None),
        ("Mila Jansen, ons steunfractielid, en Joost, die ook raadslid is.", "steunfractielid", "raadslid"),
        ("Oud-wethouder Mila Jansen, tegenwoordig voorzitter, rijdt.", "voorzitter", None),
        ("Onze inclusie-ambassadeur Mila Jansen rijdt.", "inclusie-ambassadeur", None),
        ("Dat zijn Mila Jansen, zij is wijkcoach, en onze jurist Joost Smit.", "wijkcoach", "jurist"),
        ("Joost Smit, eveneens jurist, rijdt.", None, "jurist"),
        ("Mila Jansen (Integration Programme Officer) travels.", "Integration Programme Officer", None),
        ("De andere vier worden bewoners uit de wijk.", None, None),
        ("Wij zijn alle drie jurist, op Mila Jansen na: zij is wijkcoach.", "wijkcoach", "jurist"),
        ("Allen jurist, met uitzondering van Mila Jansen (wijkcoach).", "wijkcoach", "jurist"),
        ("Ook komen er nog drie trainees, wier namen volgen.", None, None),
        ("Zelf ben ik bij de gemeente Zeist regisseur.", None, None),
        ("Wij zijn met onze wethouder in gesprek.", None, None),
        ("Twee collega's van ons zijn jurist.", None, None),
        ("Wie van onze drie trainees meegaat, hoort u nog.", None, None),
        ("Wij zijn wijkcoaches.", "wijkcoach", "wijkcoach"),
        ("Ik zeg het uit mijn hoofd, Mila is wijkcoach.", "wijkcoach", None),
        ("Mila Jansen en Joost Smit (jurist resp. wijkcoach) rijden.", "jurist", "wijkcoach"),
        ("Mila en Joost zijn respectievelijk wijkcoach en jurist bij de gemeente Zeist.", "wijkcoach", "jurist"),
        ("Mila Jansen and Joost Smit (lawyer and policy officer respectively) travel.", "lawyer", "policy officer"),
        ("Mila Jansen (zie cc, ook wijkcoach) rijdt.", "wijkcoach", None),
        ("De eerste is wijkcoach, de tweede jurist.", "wijkcoach", "jurist"),
        ("Joost Smit komt met zijn adviseur, Mila Jansen.", "adviseur", None),
    ],
)
def test_a_title_is_of_whom_the_sentence_says_it(said: str, mila: str | None, joost: str | None) -> None:
    mail = f"Mila Jansen, Joost Smit en ik komen graag. {said}\n\nKarin Visser"

    found = people(mail)

    assert (found["Mila Jansen"].role, found["Joost Smit"].role) == (mila, joost)


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("Ik kom in mijn hoedanigheid van raadslid.", "raadslid"),
        ("Ik ben geen ambtenaar maar wel voorzitter van de wijkraad.", "voorzitter van de wijkraad"),
        ("Functie: regisseur wonen, Zeist.", "regisseur wonen"),
        ("Ik ben sinds januari geen stagiair meer maar coach.", "coach"),
        ("Ik ben niet langer jurist maar projectleider.", "projectleider"),
        ("Ik ben inmiddels geen raadslid meer, wel wethouder.", "wethouder"),
        ("I'm the mayor's adviser.", "mayor's adviser"),
        ("I'm a postdoctoral researcher working with prof. De Haan.", "postdoctoral researcher"),
        ("Ik ben Karin Visser, jurist (team Noord).", "jurist"),
        ("Ben van de partij. Raadslid Ouder-Amstel.", "Raadslid"),
        ("Al twintig jaar volg ik dit, eerst als promovenda en nu als onderzoeker.", "onderzoeker"),
        ("Ik was destijds hoofd Wonen – nu ben ik nog actief als bestuurslid.", "bestuurslid"),
        ("In uw lijst staat mijn functie nog als 'adviseur'. Sinds 1 maart ben ik teamleider.", "teamleider"),
        ("Anders dan de collega's die al als trainer op het programma staan: ik ben coach.", "coach"),
        ("I chair the village council of Kloosterzande.", "chair"),
        ("Als gepensioneerd docent en thans bestuurslid van Stichting Dak reis ik graag.", "bestuurslid"),
        ("Ik ben bij de gemeente Zeist beleidsmedewerker wonen.", "beleidsmedewerker wonen"),
        ("IK BEN VOORZITTER.", "VOORZITTER"),
        ("Toen nog als medewerker van Epe, sinds 1 maart werk ik in Zeist als adviseur wonen.", "adviseur wonen"),
        ("Ik ben lid van de Adviesraad Sociaal Domein.", "lid van de Adviesraad Sociaal Domein"),
        ("In de bevestiging staat Karin Visser, assistent, maar ik ben geen assistent meer maar coach.", "coach"),
        ("Ik klink als een zeehond. Ik ben coach.", "coach"),
        ("Ik ben derdejaars Rechten. Zet er maar in: Karin Visser, stagiaire wonen.", "stagiaire wonen"),
        ("Ik ben 71, vrijwel doof en penningmeester van de dorpsraad.", "penningmeester van de dorpsraad"),
        ("Ik woon in Epe, ben moeder van drie en raadslid.", "raadslid"),
        ("Ik ben 24 jaar oud en student bestuurskunde.", "student bestuurskunde"),
        ("Ik ben van het team Wonen en daar kwaliteitsadviseur.", "kwaliteitsadviseur"),
        ("I am 68, nearly blind and chair of the residents' council.", "chair"),
        ("Ik ben in mijn vrije tijd voorzitter van een buurtvereniging.", "voorzitter"),
        ("Op mijn visitekaartje staat 'strateeg'.", "strateeg"),
        ("Ik ben ook maar een gewone beleidsambtenaar.", "beleidsambtenaar"),
        ("Ik ben bij de gemeente Zeist aanspreekpunt voor arbeidsmigranten.", "aanspreekpunt voor arbeidsmigranten"),
    ],
)
def test_a_title_is_read_to_its_ends(said: str, role: str) -> None:
    assert people(f"Graag meld ik mij aan. {said}")["Karin Visser"].role == role


@pytest.mark.parametrize(
    "said",
    [
        "Ik ben in gesprek met de burgemeester en wethouder.",
        "Ik ben gebeld door de griffier en burgemeester van Epe.",
        "Ik ben in dienst van de burgemeester.",
        "Ik ben op zoek naar een lobbyist.",
        "Ik ben de vrouw van een boswachter.",
        "Ik ben een collega van de griffier.",
        "Is er een tolk aanwezig?",
        "Er is een jurist bij ons langs geweest.",
        "Ik kom met een tolk.",
        "Will there be an interpreter?",
    ],
)
def test_a_title_that_is_only_spoken_of_is_nobodys(said: str) -> None:
    assert people(f"Graag meld ik mij aan. {said}\n\nKarin Visser")["Karin Visser"].role is None


def test_who_is_an_interpreter_needs_none() -> None:
    karin = people("Graag meld ik mij aan. Ik ben tolk gebarentaal.\n\nKarin Visser")["Karin Visser"]

    assert (karin.role, karin.access) == ("tolk", None)


def test_a_title_in_brackets_in_the_subject_is_the_writers() -> None:
    found = people("Graag een plek.\n\nKarin Visser", Subject="Aanmelding (coördinator diversiteit)")

    assert found["Karin Visser"].role == "coördinator diversiteit"


def test_who_passes_a_request_on_tells_whose_it_is() -> None:
    mail = (
        "Zie onderstaand verzoek van de wethouder. Graag inschrijven.\n\nAnja Pot\n\n"
        "Van: Smit, Joost <j.smit@zeist.nl>\n"
        "Verzonden: maandag 6 februari 2023 9:13\nAan: Secretariaat\nOnderwerp: 18 april\n\n"
        "Anja, geef mij op voor 18 april, Wonen voor iedereen.\n\nJoost Smit"
    )

    assert people(mail, "Secretariaat <s@zeist.nl>", Subject="FW: 18 april")["Joost Smit"].role == "wethouder"


@pytest.mark.parametrize(
    ("said", "phone"),
    [
        ("Mijn nummer is 030-1234567, o nee, dat is de oude centrale: 06-12345678.", "06-12345678"),
        ("Bel me op 030-1234567. Nee, dat is de receptie: 06-12345678.", "06-12345678"),
        ("Mijn oude nummer 06-11111111 werkt niet meer, gebruik 06-12345678.", "06-12345678"),
        ("06-11111111 is van mijn collega, ik ben te bereiken op 06-12345678.", "06-12345678"),
        ("Bij vragen kunt u mijn secretaresse bellen: 06-11111111.", None),
        ("Wijzigt er iets, dan hoor ik het via dit secretariaat (tst. 06-11111111, niet mijn mobiel).", None),
        ("Bij vragen: 030-1234567 (dat is het nummer van ons secretariaat).", None),
        ("Ik ben bereikbaar via ons secretariaat, 030-1234567.", "030-1234567"),
        ("Ik werk op het secretariaat, mijn nummer is 06-12345678.", "06-12345678"),
    ],
)
def test_a_number_that_is_old_or_an_offices_is_not_the_writers(said: str, phone: str | None) -> None:
    assert people(f"Graag meld ik mij aan. {said}\n\nKarin Visser")["Karin Visser"].phone == phone


def test_a_number_below_that_the_talk_calls_old_is_left_out() -> None:
    mail = "Graag meld ik mij aan. In de handtekening staat nog mijn oude nummer.\n\nKarin Visser\n06-11111111"

    assert people(mail)["Karin Visser"].phone is None


def test_a_line_with_the_writers_name_has_the_writers_number() -> None:
    mail = "Schrijft u mij in?\n\nBedankt!\nMei Ling Cheung | jurist | Gemeente Zeist | 030-353 30 00"

    found = people(mail, "Cheung, Mei Ling <meiling.cheung@zeist.nl>")

    assert found["Mei Ling Cheung"].phone == "030-353 30 00"


def test_a_slash_parts_a_title_from_what_is_none() -> None:
    mail = "Wij komen met z'n tweeën:\nMila Jansen / jurist / Daklozen\nKarin Visser / coach / adviseur wonen\n"

    found = people(mail)

    assert (found["Mila Jansen"].role, found["Karin Visser"].role) == ("jurist", "coach / adviseur wonen")


@pytest.mark.parametrize(
    ("said", "email"),
    [
        ("Bereikbaar is hij via joost@zeist.nl.", "joost@zeist.nl"),
        ("Zijn adres is jhuebner@zeist.nl.", "jhuebner@zeist.nl"),
        ("Onze adressen zijn steeds voorletter.achternaam@zeist.nl.", None),
    ],
)
def test_an_address_may_be_made_of_a_given_name_or_of_an_umlaut_but_not_of_a_rule(said: str, email: str | None) -> None:
    found = people(f"Joost Hübner en ik komen graag. {said}\n\nKarin Visser")

    assert found["Joost Hübner"].email == email


def test_an_address_in_the_cc_without_a_name_is_of_whose_name_it_is_made() -> None:
    found = people("Joost Smit (cc) en ik komen graag.\n\nKarin Visser", Cc="j.smit@zeist.nl")

    assert found["Joost Smit"].email == "j.smit@zeist.nl"


def test_who_writes_from_a_shared_mailbox_is_reached_at_the_address_of_their_own() -> None:
    mail = "Graag meld ik mij aan; mijn eigen adres: k.visser@zeist.nl.\n\nKarin Visser"

    assert people(mail, "Team Wonen <wonen@zeist.nl>")["Karin Visser"].email == "k.visser@zeist.nl"


@pytest.mark.parametrize(
    ("below", "phone"),
    [("T 14 030", "14 030"), ("T 14 030\nM 06 11 22 33 44", "06 11 22 33 44"), ("0900-1234", "0900-1234")],
)
def test_a_town_halls_number_serves_where_there_is_no_other(below: str, phone: str) -> None:
    assert people(f"Graag kom ik.\n\nGroet,\nKarin Visser\n{below}")["Karin Visser"].phone == phone


def test_who_gives_up_a_seat_is_known_by_the_signature() -> None:
    found = people(
        "Ik meld me af voor 18 april, Mila Jansen komt in mijn plaats.\n\nGroet,\nKarin Visser\njurist\n06 11 22 33 44"
    )

    assert (found["Karin Visser"].role, found["Karin Visser"].phone) == ("jurist", "06 11 22 33 44")


def test_a_form_of_two_columns_is_no_table_though_a_value_looks_like_a_head() -> None:
    rows = {"Voornaam": "Mila", "Achternaam": "Jansen", "Functie": "medewerker wonen", "Organisatie": "Thuis in Ede"}

    (mila,) = people("\n".join(f"{label}\t{value}" for label, value in rows.items()) + "\n").values()

    assert (mila.name, mila.role, mila.organisation) == ("Mila Jansen", "medewerker wonen", "Thuis in Ede")


def test_what_a_cell_adds_to_a_name_is_of_its_owner() -> None:
    mail = "Graag aanmelden:\n\nNaam\tRonde 1\nMila Jansen (jurist, halal)\tDaklozen\nJoost Smit (coach)\t-\n"

    found = people(mail)

    assert (found["Mila Jansen"].role, found["Mila Jansen"].diet, found["Joost Smit"].role) == (
        "jurist",
        "halal",
        "coach",
    )


def test_a_first_choice_is_no_first_round() -> None:
    mail = "Naam: Karin Visser\nWorkshop 1e keus: Woningsplitsing\nRonde: 3\n"

    assert [(c.round, c.workshop) for c in people(mail)["Karin Visser"].workshops] == [(3, S)]


@pytest.mark.parametrize(
    ("said", "sender", "organisation"),
    [
        ("Groet,\nKarin Visser\nBewonersplatform De Laak", "karin@gmail.com", "Bewonersplatform De Laak"),
        ("Groet,\nKarin Visser\nTaalcafé Zeist", "karin@gmail.com", "Taalcafé Zeist"),
        ("Groet,\nKarin Visser\nIdee+ Zeist", "karin@ideepluszeist.nl", "Idee+ Zeist"),
        ("Groet,\nKarin Visser\nvoorzitter Wijkraad Laak", "karin@gmail.com", "Wijkraad Laak"),
        ("Ik ben lid van de Zeistse gemeenteraad.", "karin@gmail.com", "Gemeente Zeist"),
        ("Ik ben lid van Provinciale Staten van Drenthe.", "karin@gmail.com", "Provincie Drenthe"),
        ("Ik ben raadslid voor Dorpsbelangen in de gemeente Epe.", "karin@gmail.com", "Gemeente Epe"),
        ("We are researchers at the T.M.C. Asser Instituut.", "karin@gmail.com", "T.M.C. Asser Instituut"),
        ("Op mijn badge stond vorige keer Gemeente Visser.", "k.visser@zeist.nl", "Gemeente Zeist"),
        ("Mijn zus wees mij op het werk van het College voor de Rechten van de Mens.", "karin@gmail.com", None),
        ("Groet,\nKarin Visser\n(bureau RADAR)", "k.visser@radar.nl", "RADAR"),
        ("Groet,\nKarin Visser\nSociaal Team gemeente Epe", "karin@gmail.com", "Gemeente Epe"),
        ("Groet,\nKarin Visser\nwijkwerker bij De Kaai", "karin@sociaalwerkdekaai.nl", "De Kaai"),
        ("Groet,\nKarin Visser\nklachtbehandelaar ADV Limburg", "karin@gmail.com", "ADV Limburg"),
        ("Groet,\nKarin Visser\nSociale Wijkteams Epe", "karin@wijkteams-epe.nl", "Sociale Wijkteams Epe"),
        ("Ik ben van het landelijk bureau (Opkomen.nl).", "karin@opkomen.nl", "Opkomen.nl"),
        ("Mijn werkgever is sinds 1 maart het Meldpunt Zeist.", "karin@gmail.com", "Meldpunt Zeist"),
        ("Ik werk bij de gemeente Alphen a/d Rijn.", "karin@gmail.com", "Gemeente Alphen aan den Rijn"),
        ("Ik woon in Epe en zit voor de PvdA in de gemeenteraad.", "karin@gmail.com", "Gemeente Epe"),
        ("Ik woon in Epe. Mijn buurman zit in de gemeenteraad.", "karin@gmail.com", None),
        ("Ik kom namens de commissaris van de Koning.", "karin@gmail.com", None),
        ("De collega's van de politie melden zich zelf.", "karin@gmail.com", None),
        ("Groet,\nKarin Visser\nfractie van Epe Vooruit", "karin@gmail.com", "Epe Vooruit"),
        ("I study at Leiden University College in The Hague.", "karin@gmail.com", "Leiden University College"),
        ("Per 1 maart werk ik niet meer bij de gemeente Zeist maar bij RADAR.", "k.visser@zeist.nl", "RADAR"),
        ("Toen nog van de gemeente Epe. Nieuwe organisatie: gemeente Zeist.", "karin@gmail.com", "Gemeente Zeist"),
    ],
)
def test_an_organisation_is_known_by_what_its_name_ends_in_or_its_address_spells(
    said: str, sender: str, organisation: str | None
) -> None:
    found = people(f"Graag meld ik mij aan.\n\n{said}", f"Karin Visser <{sender}>")["Karin Visser"]

    assert found.organisation == organisation


@pytest.mark.parametrize(
    "zeist",
    ["Gemeente Zeist", "Gemeente Zeist:", "*Vanuit de gemeente Zeist:*", "Zeist (2 personen)", "\nGemeente Zeist\n"],
)
def test_a_house_on_a_line_of_its_own_is_that_of_the_people_below_it(zeist: str) -> None:
    mail = f"""Namens de regio geef ik door wie er komen:

{zeist}
- Karin Visser, jurist
- Joost Smit, coach
Gemeente De Bilt
- niemand, zij hebben die dag heidag
Zorggroep Oever
- Mila Bos, adviseur
"""
    found = people(mail, "Noor Vis <n.vis@debilt.nl>")

    assert {name: request.organisation for name, request in found.items()} == {
        "Karin Visser": "Gemeente Zeist",
        "Joost Smit": "Gemeente Zeist",
        "Mila Bos": "Zorggroep Oever",
    }


def test_a_colleague_with_a_domain_of_another_house_is_of_that_house() -> None:
    mail = """Wij komen:
- Karin Visser, gemeente Zeist
- Joost Smit, coach bij Zeist voor Elkaar, j.smit@zeistvoorelkaar.nl"""

    assert people(mail, "Karin Visser <k.visser@zeist.nl>")["Joost Smit"].organisation == "Zeist voor Elkaar"


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("Ik zit sinds vorig jaar in de gemeenteraad van Epe.", "raadslid"),
        ("I sit on the Epe municipal council.", "council member"),
        ("Veertig jaar geleden zat ik als jong ambtenaar in Epe.", None),
        ("Ik zat vroeger in de raad.", None),
        ("Mijn buurman zit in de raad van Epe.", None),
        ("Ik zit in de raad van toezicht van een school.", None),
        ("Overdag ben ik docent, maar ik schrijf u als raadslid.", "raadslid"),
    ],
)
def test_a_seat_in_a_council_is_a_title_while_one_has_it(said: str, role: str | None) -> None:
    assert people(f"Graag meld ik mij aan. {said}\n\nKarin Visser")["Karin Visser"].role == role


def test_who_passes_a_letter_on_says_what_its_author_is() -> None:
    mail = """Zie onderstaand verzoek van ons raadslid, graag inschrijven.

Groet,
Karin Visser
griffie Zeist

Van: Joost Smit <joost.smit@raad.zeist.nl>
Verzonden: maandag 6 februari 2023 09:00
Aan: Griffie Zeist <griffie@zeist.nl>
Onderwerp: 18 april

Karin, meld jij mij aan voor 18 april? Joost"""

    assert people(mail, "Griffie Zeist <griffie@zeist.nl>", Subject="FW: 18 april")["Joost Smit"].role == "raadslid"


def test_a_title_in_brackets_in_the_header_is_the_writers() -> None:
    found = people("Ik kom graag op 18 april.", '"Visser, Karin (wethouder)" <k.visser@zeist.nl>')

    assert found["Karin Visser"].role == "wethouder"


def test_who_is_only_spoken_of_beside_a_verb_is_not_who_it_is_about() -> None:
    found = people(
        "Joost Smit neemt mijn plek over. Hij gaat naar de workshop van mij en eet vegetarisch.\n\nKarin Visser"
    )

    assert found["Joost Smit"].diet == "vegetarisch"


@pytest.mark.parametrize("shown", ["Visser <k.visser@zeist.nl>", "<k.visser@zeist.nl>"])
def test_whoever_a_form_names_is_reached_at_the_address_that_it_came_from(shown: str) -> None:
    assert people("Naam: Karin Visser\nFunctie: jurist\n", shown)["Karin Visser"].email == "k.visser@zeist.nl"


def test_an_address_of_a_namesake_is_not_that_of_whom_a_form_names() -> None:
    assert people("Naam: Bea Visser\nFunctie: jurist\n", "Visser <k.visser@zeist.nl>")["Bea Visser"].email is None


@pytest.mark.parametrize(
    ("said", "choices"),
    [
        ("Workshops:    1e ronde daklozen\n              2e ronde woningsplitsing\n", "1D 2S"),
        ("voorkeur 11u: daklozen / 12u: woningsplitsing / 13u: geen\n", "1D 2S"),
        ("Workshop ronde 2: woningsplitsing\nWorkshop ronde 3: daklozen als ronde 2 vol zit, anders niks\n", "2S"),
    ],
)
def test_a_forms_line_is_read_with_its_label_and_with_what_stands_below_it(said: str, choices: str) -> None:
    karin = people(f"Naam:         Karin Visser\nFunctie:      jurist\n{said}")["Karin Visser"]

    assert " ".join(f"{c.round}{'D' if c.workshop == D else 'S'}" for c in karin.workshops) == choices


def test_a_number_behind_the_writers_own_name_is_theirs_whatever_their_title() -> None:
    mail = "Graag kom ik.\n\nKarin\n\nKarin Visser | Assistant Professor | Zeist | +31 30 221 33 44"

    assert people(mail)["Karin Visser"].phone == "+31 30 221 33 44"


@pytest.mark.parametrize(
    ("said", "organisation"),
    [
        (
            "Graag inschrijven:\n- Mila Jansen, Epe, m.jansen@epe.nl\n- Joost Smit, Heerde, joost@dienstnoord.nl",
            "Heerde",
        ),
        ("Uit deze gemeenten:\n1. Mila Jansen (m@dienst.nl), Epe\n2. Joost Smit (j@dienst.nl), Heerde", "Heerde"),
        ("Graag inschrijven:\n- Mila Jansen, Epe, mila@gmail.com\n- Joost Smit, Heerde, joost@gmail.com", None),
    ],
)
def test_a_town_alone_in_an_item_is_an_employer_where_the_list_is_of_municipalities(
    said: str, organisation: str | None
) -> None:
    found = people(f"{said}\n\nKarin Visser", "Karin Visser <karinvisser@gmail.com>")

    assert found["Joost Smit"].organisation == (organisation and f"Gemeente {organisation}")


def test_a_council_that_gave_the_tip_is_nobodys() -> None:
    mail = "De adviesraad sociaal domein van Epe heeft mij getipt. Graag meld ik mij aan.\n\nKarin Visser"

    assert people(mail, "Karin Visser <karinvisser@gmail.com>")["Karin Visser"].organisation is None


@pytest.mark.parametrize(
    ("below", "joost", "karin"),
    [
        ("jurist (Joost is trainee)", "trainee", "jurist"),
        ("coach\n(Joost werkt bij ons als adviseur wonen)", "adviseur wonen", "coach"),
        ("Joost werkt als regisseur", "regisseur", None),
        ("beleidsmedewerker (net als Joost)", "beleidsmedewerker", "beleidsmedewerker"),
        ("jurist\nStichting Liaison Nederland", None, "jurist"),
        ("(jurist)\nJoost Smit (adviseur HR)", "adviseur HR", "jurist"),
        ("tel. 030 123 45 67 (secretariat)", None, None),
    ],
)
def test_below_a_letter_a_title_may_be_told_of_another(below: str, joost: str | None, karin: str | None) -> None:
    found = people(f"Joost Smit en ik komen graag.\n\nGroet,\nKarin Visser\n{below}")

    assert (found["Joost Smit"].role, found["Karin Visser"].role) == (joost, karin)


@pytest.mark.parametrize(
    ("said", "joost", "karin"),
    [
        ("Joost is jurist bij Stichting Dak, net als ik.", "jurist", "jurist"),
        ("Joost is net als ik jurist.", "jurist", "jurist"),
        ("Joost en ik zijn beiden jurist.", "jurist", "jurist"),
        ("Joost is jurist, anders dan ik.", "jurist", None),
    ],
)
def test_who_is_the_same_has_the_title_too(said: str, joost: str | None, karin: str | None) -> None:
    found = people(f"Joost Smit en ik komen graag. {said}\n\nKarin Visser")

    assert (found["Joost Smit"].role, found["Karin Visser"].role) == (joost, karin)


def test_people_of_parties_who_are_signed_up_by_the_councils_clerk_are_its_members() -> None:
    mail = "Uit de raad komen Mila Jansen (VVD) en Joost Smit (jurist).\n\nDe griffie"

    found = people(mail, "Griffie <griffie@zeist.nl>")

    assert (found["Mila Jansen"].role, found["Joost Smit"].role) == ("raadslid", "jurist")


@pytest.mark.parametrize(
    ("said", "joost", "karin"),
    [
        ("Joost eet halal, bij mij mogen er geen noten in.", "halal", "geen noten"),
        ("De wethouder eet geen vlees, ik eet alles.", "geen vlees", None),
        ("Voor de wethouder geldt dat hij geen vis eet.", "geen vis", None),
        ("Ik ben allergisch voor noten en eet ook geen zuivel.", None, "allergisch voor noten, ook geen zuivel"),
        ("Daar lusten de honden geen brood van. Ik ben niet moeilijk.", None, None),
        ("Joost lust alles behalve rauwkost.", "lust alles behalve rauwkost", None),
        ("Joost eet net als ik vegetarisch.", "vegetarisch", "vegetarisch"),
        ("De vegetariër van ons tweeën is Joost.", "vegetariër", None),
        ("Degene die geen gluten verdraagt ben ik, die met de notenallergie is Joost.", "notenallergie", "geen gluten"),
        ("De notenallergie is van Joost en ik eet halal.", "notenallergie", "halal"),
        ("Halal: Joost.", "Halal", None),
        ("Een van ons eet halal.", None, None),
        ("Voor een van ons halal, en dat is Joost, al zes jaar.", "halal", None),
        ("Een van ons eet halal, en u raadt al wie dat is: ondergetekende.", None, "halal"),
        ("Een portie halal, die is voor mij; de ander mag vegan.", "vegan", "halal"),
        ("Geen van beiden eten we vlees.", "geen vlees", "geen vlees"),
        ("Niemand van ons eet varkensvlees.", "geen varkensvlees", "geen varkensvlees"),
        ("Joost eet wat ik eet, en dat is halal.", "halal", "halal"),
        ("Joost eet hetzelfde als ik: halal.", "halal", "halal"),
        ("Ik eet halal, Joost idem.", "halal", "halal"),
        ("Ik eet halal en Joost eveneens.", "halal", "halal"),
        ("Ik eet halal, voor Joost geldt hetzelfde.", "halal", "halal"),
        ("I eat halal, and so does Joost.", "halal", "halal"),
        ("Ik eet halal. Joost komt ook met de trein.", None, "halal"),
        (
            "Voor het eten: Joost, met wie ik werk en die net als ik geen zuivel verdraagt.",
            "geen zuivel",
            "geen zuivel",
        ),
        ("Halal voor Joost en mij.", "Halal", "Halal"),
        ("Graag 2x vegetarisch (Joost en ik).", "vegetarisch", "vegetarisch"),
        ("Twee vegetarische lunches, voor Joost en mij.", "vegetarisch", "vegetarisch"),
        ("De heren eten vegetarisch.", "vegetarisch", None),
        ("Mijn collega eet halal, de vegetarische hapjes van vorig jaar waren heerlijk.", "halal", None),
        ("De halal hapjes van vorig jaar waren een succes.", None, None),
        ("Een tip: glutenvrij is altijd het eerst op. Zelf eet ik alles.", None, None),
        ("Mijn zoon blijft thuis, die is allergisch voor noten.", None, None),
        ("Wij werken voor mensen die halal eten.", None, None),
        ("Joost was vegetariër maar eet nu weer alles.", None, None),
        ("Joost eet vis noch vlees.", "vis noch vlees", None),
        ("Vlees laat ik staan, Joost ook.", "geen vlees", "geen vlees"),
        ("Behalve ik eet iedereen vegetarisch.", "vegetarisch", None),
        ("Op Joost na eten we allemaal halal.", None, "halal"),
        ("Joost is, in tegenstelling tot mij, veganist.", "veganist", None),
        ("Lunch: bij mij geen zuivel, Joost eet alles.", None, "geen zuivel"),
        ("Joost kan slecht tegen gist en ik slecht tegen drukte.", "slecht tegen gist", None),
        ("Joost heeft een pinda alergie, ik geen allergie.", "pinda alergie", None),
        ("Smit eet geen vis.", "geen vis", None),
        ("Mijn man brengt ons, hij hoeft geen vlees.", None, None),
        ("De vegetarische lunch kan dus vervallen, Joost eet halal.", "halal", None),
        ("Mijn veganistische lunch mag een gewone worden.", None, None),
    ],
)
def test_what_somebody_eats_is_told_of_whom_the_words_turn_to(said: str, joost: str | None, karin: str | None) -> None:
    found = people(f"Wethouder Joost Smit en ik komen graag. {said}\n\nKarin Visser")

    assert (found["Joost Smit"].diet, found["Karin Visser"].diet) == (joost, karin)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Dieet: vegan respectievelijk halal.", ["vegan", "halal", None]),
        ("Zij eten resp. vegan, halal en glutenvrij.", ["vegan", "halal", "glutenvrij"]),
        ("Dieetwensen in dezelfde volgorde: geen, halal, geen.", [None, "halal", None]),
        ("Dieet (zelfde volgorde): halal, -, vegan.", ["halal", None, "vegan"]),
        ("De eerste twee eten halal.", ["halal", "halal", None]),
        ("\n\nDieet: Mila en Els halal, Joost geen", ["halal", None, "halal"]),
        ("\n\nDieet: halal (Mila), vegan (Joost)", ["halal", "vegan", None]),
        ("\n\nDieet: resp. halal, geen en vegan", ["halal", None, "vegan"]),
        ("\n\nDieet: halal", ["halal", "halal", "halal"]),
        ("Halal: allemaal.", ["Halal", "Halal", "Halal"]),
        ("De laatste twee eten halal.", [None, "halal", "halal"]),
        ("De dames eten halal, ik niet.", ["halal", None, "halal"]),
        ("Drie halal lunches graag.", ["halal", "halal", "halal"]),
        ("Er is een veganist bij en dat is Joost.", [None, "veganist", None]),
        ("Mila en Joost, die halal eten, reizen samen.", ["halal", "halal", None]),
        ("Mila en Joost, die halal eet, reizen samen.", [None, "halal", None]),
    ],
)
def test_what_is_told_in_turn_or_by_place_is_each_ones_own(said: str, told: list[str | None]) -> None:
    row = ["Mila Jansen", "Joost Smit", "Els Pot"][: 2 if told == ["vegan", "halal", None] else 3]
    mail = f"Ik meld {', '.join(row[:-1])} en {row[-1]} aan. {said}\n\nKarin Visser"

    found = people(mail)

    assert [found[name].diet for name in row] == told[: len(row)]


@pytest.mark.parametrize(
    "said",
    [
        "Mila Jansen, Joost Smit en Els Pot komen, respectievelijk vegan en halal.",
        "Anna Jansen en Els Pot komen. Zij eet halal.",
        "Anna Jansen en haar collega Els Pot komen, en zij is blind.",
        "Peter Smit en Peter Jansen komen. Peter eet halal.",
        "Mila Jansen en Els Pot komen. Een van hen eet halal.",
        "Mila Jansen en Joost Smit komen. De een eet halal, de ander vegan.",
        "Mila Jansen, Joost Smit en Els Pot komen. Graag twee vegetarische lunches.",
        "Mila Jansen, Joost Smit en Els Pot komen. Mijn collega eet halal.",
        "Mila Jansen, Joost Smit en Els Pot komen. Een van mijn collega's eet halal.",
        "Wethouder Joost Smit en wethouder Els Pot komen. De wethouder eet halal.",
        "Mila Jansen, Joost Smit en Els Pot komen. Graag rekening houden met één rolstoel.",
    ],
)
def test_what_may_be_several_peoples_is_for_a_person_to_give(said: str) -> None:
    message = parse(a_mail(f"{said}\n\nKarin Visser", From="Karin Visser <k.visser@zeist.nl>"))

    reading = read(message, screen(message, OwnIdentity(frozenset({OURS}))), CONTEXT)

    assert "unclear_whose" in reading.reasons
    assert not any(request.diet or request.access for request in reading.requests)


def test_a_subject_that_tells_a_diet_of_another_is_asked_about() -> None:
    text = "Mila Jansen en Joost Smit komen. Er is één veganist bij en dat is Joost.\n\nKarin Visser"
    message = parse(a_mail(text, From="Karin Visser <k.visser@zeist.nl>", Subject="Mila is vegan"))

    reading = read(message, screen(message, OwnIdentity(frozenset({OURS}))), CONTEXT)

    assert reading.reasons == ("unclear_whose",)


@pytest.mark.parametrize(
    ("said", "access"),
    [
        ("Ik werk voor mensen die doof of slechthorend zijn.", None),
        ("Ik geef les aan slechtziende kinderen.", None),
        ("Ik werk met rolstoelgebruikers.", None),
        ("Ik ben slechtziend, niet blind.", "slechtziend"),
        ("Graag een zitplaats nabij de uitgang.", "zitplaats nabij de uitgang"),
        ("Vegan, dicht bij de lift: dat ben ik.", "dicht bij de lift"),
        ("Ik heb moeite met traplopen.", "moeite met traplopen"),
        ("Ik zit graag dicht bij de ingang... nee wacht, dat hoeft niet meer.", None),
        ("Ik moet rond één uur kunnen kolven.", "moet rond één uur kunnen kolven"),
    ],
)
def test_a_need_is_of_who_has_it_and_not_of_whom_the_writer_works_for(said: str, access: str | None) -> None:
    assert people(f"Ik kom graag. {said}\n\nKarin Visser")["Karin Visser"].access == access


@pytest.mark.parametrize(
    "said",
    [
        "Mijn nummer is 06 11 11 11 11, nee wacht, 06 22 22 22 22.",
        "Tel. 06 11 11 11 11, sorry, dat is mijn oude: 06 22 22 22 22.",
        "Niet meer 06 11 11 11 11 maar 06 22 22 22 22 is mijn nummer.",
        "Bel bij vragen ons secretariaat, 030 111 11 11. Mijn nummer is 06 22 22 22 22.",
    ],
)
def test_a_number_that_was_a_slip_or_is_anothers_is_not_the_writers(said: str) -> None:
    assert people(f"Ik kom graag. {said}\n\nKarin Visser")["Karin Visser"].phone == "06 22 22 22 22"


@pytest.mark.parametrize(
    ("said", "house"),
    [
        ("Ik werk bij Stichting Dak, maar op mijn badge mag Stichting Huis staan.", "Stichting Huis"),
        ("Ik werk bij Stichting Dak, maar kom niet namens mijn werkgever.", None),
        ("Ik kom op persoonlijke titel, ik werk bij Stichting Dak.", None),
        ("Overdag werk ik bij Stichting Dak, maar ik kom namens Stichting Huis.", "Stichting Huis"),
        ("Ik studeer aan de Hogeschool Utrecht, maar noteer mij onder Stichting Huis.", "Stichting Huis"),
    ],
)
def test_the_house_for_which_somebody_comes_goes_before_another(said: str, house: str | None) -> None:
    mail = f"Ik kom graag. {said}\n\nKarin Visser"

    assert people(mail, "Karin Visser <k.visser@hotmail.com>")["Karin Visser"].organisation == house


def test_who_is_named_twice_in_a_sentence_stands_in_both_places() -> None:
    mail = (
        "Ikzelf, Joost Smit en Mila Jansen gaan alle drie naar Woningsplitsing zonder zorgen in ronde 1, daarna alleen "
        "Joost nog naar Opvang van daklozen in ronde 3.\n\nKarin Visser"
    )

    found = people(mail)

    assert {name: [(c.round, c.workshop) for c in r.workshops] for name, r in found.items()} == {
        "Karin Visser": [(1, S)],
        "Mila Jansen": [(1, S)],
        "Joost Smit": [(1, S), (3, D)],
    }


def test_a_diet_told_of_somebody_who_stays_on_the_list_changes_nothing() -> None:
    mail = "Wilt u mij van de lijst halen? Els Pot komt nog steeds glutenvrij, dus haar regel laten staan a.u.b."

    found = people(f"{mail}\n\nKarin Visser", Subject="Afmelding")

    assert list(found) == ["Karin Visser"]


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("Els Pot, adviseur van wethouder Joost Smit, komt op 18 april.", "adviseur"),
        ("Els Pot, rechterhand van Joost Smit, komt op 18 april.", None),
        ("Els Pot werkt voor Joost Smit en komt op 18 april.", None),
        ("Els Pot, die ik via Joost Smit ken, komt op 18 april.", None),
    ],
)
def test_whose_adviser_somebody_is_does_not_come_by_it(said: str, role: str | None) -> None:
    found = people(f"{said}\n\nKarin Visser")

    assert {name: request.role for name, request in found.items()} == {"Els Pot": role}


def test_a_short_line_of_the_signature_may_tell_what_its_author_eats() -> None:
    short = people("Ik kom graag.\n\nKarin Visser\njurist\n(vegetarisch graag)")["Karin Visser"]
    motto = people("Ik kom graag.\n\nKarin Visser\nRestaurant De Spil, voor wie vegetarisch en lekker wil eten")

    assert (short.diet, motto["Karin Visser"].diet) == ("vegetarisch", None)


@pytest.mark.parametrize(
    ("said", "mila", "joost"),
    [
        ("Hij eet halal.", None, "halal"),
        ("Zij is vegetariër.", "vegetariër", None),
        ("Zij zijn vegetariër.", "vegetariër", "vegetariër"),
    ],
)
def test_he_or_she_is_the_one_of_two_who_is_called_so(said: str, mila: str | None, joost: str | None) -> None:
    found = people(f"Mila Jansen en Joost Smit komen graag. {said}\n\nKarin Visser")

    assert (found["Mila Jansen"].diet, found["Joost Smit"].diet) == (mila, joost)


def test_who_alone_comes_is_meant_by_he_though_somebody_else_was_spoken_of_since() -> None:
    mail = "Ik meld wethouder Joost Smit aan. Zijn chauffeur wacht buiten.\n\nHij eet halal.\n\nKarin Visser"

    assert people(mail)["Joost Smit"].diet == "halal"


@pytest.mark.parametrize("closing", ["mvg Karin 06-12345678", "Groet, Karin Visser 06-12345678", "gr. kv 06-12345678"])
def test_a_number_may_stand_on_the_closing_line(closing: str) -> None:
    assert people(f"Ik kom graag op 18 april.\n\n{closing}")["Karin Visser"].phone == "06-12345678"


@pytest.mark.parametrize(
    ("said", "joost", "karin"),
    [
        ("Joost is bereikbaar op 06 11 22 33 44; mijn nummer is 030 698 12 34.", "06 11 22 33 44", "030 698 12 34"),
        ("Joost is ons aanspreekpunt: 06 11 22 33 44.", "06 11 22 33 44", None),
        ("Bel 06 11 22 33 44 (Joost) of 030 698 12 34 (ik).", "06 11 22 33 44", "030 698 12 34"),
    ],
)
def test_a_number_is_of_one(said: str, joost: str | None, karin: str | None) -> None:
    found = people(f"Joost Smit en ik komen graag. {said}\n\nKarin Visser")

    assert (found["Joost Smit"].phone, found["Karin Visser"].phone) == (joost, karin)


@pytest.mark.parametrize("ours", ["platform@voorbeeldplatform.nl", "platfrom@voorbeeldplatform.nl"])
def test_where_people_sign_up_nobody_is_reached(ours: str) -> None:
    found = people(f"Joost Smit komt graag. Ik meld hem aan via {ours}.\n\nKarin Visser")

    assert found["Joost Smit"].email is None


def test_a_number_in_words_is_one_that_can_be_dialled() -> None:
    found = people(
        "Ik kom graag. Mijn nummer is nul zes twaalf vierendertig vijfenzestig zevenentachtig.\n\nKarin Visser"
    )

    assert found["Karin Visser"].phone == "06-12346587"


def test_who_alone_of_a_row_goes_on_to_speak_of_themselves_is_meant_alone() -> None:
    found = people("Op 18 april komen Joost Smit, Mila Jansen en ikzelf ga als teamleider mee.\n\nKarin Visser")

    assert (found["Mila Jansen"].role, found["Karin Visser"].role) == (None, "teamleider")


def test_what_an_earlier_letter_told_of_its_author_holds_where_it_is_sent_once_more() -> None:
    below = (
        "Van: Karin Visser\nVerzonden: vrijdag 3 maart 2024 16:40\nAan: platform@voorbeeldplatform.nl\n"
        "Onderwerp: Aanmelding\n\nIk kom graag. Ik werk bij Stichting Dak als jurist. Vegetarisch graag.\n\nKarin"
    )
    mail = f"{{}}\n\nGroet, Karin Visser\n\n{below}"
    again = people(
        mail.format("Onderstaande mail stuurde ik eerder; nogmaals: ik meld me graag aan."), "karin@gmail.com"
    )

    karin = again["Karin Visser"]
    assert (karin.organisation, karin.role, karin.diet) == ("Stichting Dak", "jurist", "Vegetarisch")


def test_whoever_answers_in_a_word_signed_the_first_letter_in_full() -> None:
    below = (
        "Van: Karin Visser\nVerzonden: vrijdag 3 maart 2024 16:40\nAan: platform@voorbeeldplatform.nl\n"
        "Onderwerp: Vraag\n\nStuurt u mij het programma?\n\nKarin Visser\nJurist\nStichting Dak\n06-12346587"
    )

    karin = people(f"Ja graag, schrijf mij maar in.\n\nKarin\n\n{below}", "Karin Visser <karin@gmail.com>")[
        "Karin Visser"
    ]

    assert (karin.organisation, karin.role, karin.phone) == ("Stichting Dak", "Jurist", "06-12346587")


def test_what_a_form_says_of_work_may_name_the_house_and_one_line_may_ask_for_nothing() -> None:
    karin = people(
        "Naam: Karin Visser\nWerk: consulent bij Stichting Dak\nRolstoel e.d. ..... nvt\n", "karin@gmail.com"
    )["Karin Visser"]

    assert (karin.role, karin.organisation, karin.access) == ("consulent", "Stichting Dak", None)


def test_the_one_whom_a_clerk_announces_by_an_office_has_it() -> None:
    mail = (
        "Hierbij de aanmelding voor 18 april van één raadslid van de gemeente Epe:\n\ndhr. J.W. Smit\n\n"
        "Karin Visser, griffier"
    )

    assert people(mail)["J.W. Smit"].role == "raadslid"


def test_who_begins_with_name_title_and_house_and_asks_then_signs_nothing() -> None:
    mail = (
        "Dag,\n\nKarin Visser, jurist, gemeente Zeist. Graag een plek op 18 april.\n\n"
        "In ronde 1 Opvang van daklozen.\n\nKarin"
    )

    karin = people(mail)["Karin Visser"]

    assert [(choice.round, choice.workshop) for choice in karin.workshops] == [(1, D)]
    assert (karin.role, karin.organisation) == ("jurist", "Gemeente Zeist")
