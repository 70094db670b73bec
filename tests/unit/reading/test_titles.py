"""What is each by their title or office? Short mails, read whole."""

import pytest

from tests.unit.reading.housing import people


@pytest.mark.parametrize(
    ("said", "karin", "mila"),
    [
        ("Graag aanmelden: mijzelf en Mila Jansen, jurist bij ons.", None, "jurist"),
        ("Mila Jansen is bij ons de jurist, Karin en Wim Pot komen ook. Ik ben Karin Visser.", None, "jurist"),
        ("Mila Jansen en ik komen graag, wij zijn allebei jurist.", "jurist", "jurist"),
        ("Graag aanmelden: ik en Mila Jansen, die jurist is bij de buren.", None, "jurist"),
        ("Graag aanmelden: ik en Mila Jansen (Utrecht), jurist.", None, "jurist"),
    ],
)
def test_a_title_is_of_whom_it_is_told(said: str, karin: str | None, mila: str | None) -> None:
    both = people(f"{said}\n\nKarin Visser")

    assert (both["Karin Visser"].role, both["Mila Jansen"].role) == (karin, mila)


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


def test_a_title_for_all_is_everybodys_that_has_none() -> None:
    mail = """Namens de raad komen de volgende raadsleden:
- Joost Smit
- Mila Jansen, fractievoorzitter

Zelf kom ik niet.
Karin Visser"""

    assert {name: request.role for name, request in people(mail).items()} == {
        "Joost Smit": "raadslid",
        "Mila Jansen": "fractievoorzitter",
    }


def test_a_title_before_several_names_is_theirs() -> None:
    mail = "Hierbij meld ik de beleidsadviseurs Joost Smit en Mila Jansen aan. Zelf kom ik niet.\n\nKarin Visser"

    assert [request.role for request in people(mail).values()] == ["beleidsadviseur", "beleidsadviseur"]


@pytest.mark.parametrize(
    "said",
    [
        "Joost Smit en Mila Jansen zijn beleidsadviseur.",
        "Beiden zijn beleidsadviseur.",
        "Allebei beleidsadviseur.",
        "Twee beleidsadviseurs dus.",
    ],
)
def test_a_title_of_several_is_each_ones(said: str) -> None:
    mail = f"Hierbij meld ik Joost Smit en Mila Jansen aan. {said} Zelf kom ik niet.\n\nKarin Visser"

    assert [request.role for request in people(mail).values()] == ["beleidsadviseur", "beleidsadviseur"]


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


def test_who_alone_of_a_row_goes_on_to_speak_of_themselves_is_meant_alone() -> None:
    found = people("Op 18 april komen Joost Smit, Mila Jansen en ikzelf ga als teamleider mee.\n\nKarin Visser")

    assert (found["Mila Jansen"].role, found["Karin Visser"].role) == (None, "teamleider")


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


def test_who_is_only_spoken_of_beside_a_verb_is_not_who_it_is_about() -> None:
    found = people(
        "Joost Smit neemt mijn plek over. Hij gaat naar de workshop van mij en eet vegetarisch.\n\nKarin Visser"
    )

    assert found["Joost Smit"].diet == "vegetarisch"


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("Els Pot, adviseur van wethouder Joost Smit, komt op 18 april.", "adviseur"),
        ("Els Pot, rechterhand van Joost Smit, komt op 18 april.", "rechterhand"),
        ("Els Pot werkt voor Joost Smit en komt op 18 april.", None),
        ("Els Pot, die ik via Joost Smit ken, komt op 18 april.", None),
    ],
)
def test_whose_adviser_somebody_is_does_not_come_by_it(said: str, role: str | None) -> None:
    found = people(f"{said}\n\nKarin Visser")

    assert {name: request.role for name, request in found.items()} == {"Els Pot": role}


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


def test_a_slash_parts_a_title_from_what_is_none() -> None:
    mail = "Wij komen met z'n tweeën:\nMila Jansen / jurist / Daklozen\nKarin Visser / coach / adviseur wonen\n"

    found = people(mail)

    assert (found["Mila Jansen"].role, found["Karin Visser"].role) == ("jurist", "coach / adviseur wonen")


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("Ik was jaren schoolleider en kom graag op 18 april.", "secretaris"),
        ("Ik ben geen wethouder, maar kom graag op 18 april.", "secretaris"),
    ],
)
def test_what_somebody_signs_as_is_what_they_are(said: str, role: str) -> None:
    assert people(f"{said}\n\nMet vriendelijke groet,\nKarin Visser\nsecretaris")["Karin Visser"].role == role


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


def test_a_title_in_brackets_in_the_subject_is_the_writers() -> None:
    found = people("Graag een plek.\n\nKarin Visser", Subject="Aanmelding (coördinator diversiteit)")

    assert found["Karin Visser"].role == "coördinator diversiteit"


def test_a_title_in_brackets_in_the_header_is_the_writers() -> None:
    found = people("Ik kom graag op 18 april.", '"Visser, Karin (wethouder)" <k.visser@zeist.nl>')

    assert found["Karin Visser"].role == "wethouder"


def test_who_gives_up_a_seat_keeps_the_title_that_stands_by_the_name() -> None:
    mail = """Wethouder Wim Kok stond op uw lijst voor 18 april, maar moet verstek laten gaan. In zijn plaats komt
onze nieuwe beleidsadviseur, Eva Bos.

Karin Visser"""

    found = people(mail, "Bestuurssecretariaat Zeist <secretariaat@zeist.nl>")

    assert (found["Wim Kok"].role, found["Eva Bos"].role) == ("Wethouder", "beleidsadviseur")


def test_who_passes_a_request_on_tells_whose_it_is() -> None:
    mail = (
        "Zie onderstaand verzoek van de wethouder. Graag inschrijven.\n\nAnja Pot\n\n"
        "Van: Smit, Joost <j.smit@zeist.nl>\n"
        "Verzonden: maandag 6 februari 2023 9:13\nAan: Secretariaat\nOnderwerp: 18 april\n\n"
        "Anja, geef mij op voor 18 april, Wonen voor iedereen.\n\nJoost Smit"
    )

    assert people(mail, "Secretariaat <s@zeist.nl>", Subject="FW: 18 april")["Joost Smit"].role == "wethouder"


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


def test_people_of_parties_who_are_signed_up_by_the_councils_clerk_are_its_members() -> None:
    mail = "Uit de raad komen Mila Jansen (VVD) en Joost Smit (jurist).\n\nDe griffie"

    found = people(mail, "Griffie <griffie@zeist.nl>")

    assert (found["Mila Jansen"].role, found["Joost Smit"].role) == ("raadslid", "jurist")


def test_the_one_whom_a_clerk_announces_by_an_office_has_it() -> None:
    mail = (
        "Hierbij de aanmelding voor 18 april van één raadslid van de gemeente Epe:\n\ndhr. J.W. Smit\n\n"
        "Karin Visser, griffier"
    )

    assert people(mail)["J.W. Smit"].role == "raadslid"


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("Ik ben fractievoorzitter, nee sorry, dat was ik tot vorig jaar, ik ben nu gewoon raadslid.", "raadslid"),
        ("Ik ben teamleider, of nee, dat was ik tot januari: ik ben nu consulent.", "consulent"),
        ("Als oud-docent (twintig jaar voor de klas gestaan. Mooi vak!) en nu voorzitter schrijf ik u.", "voorzitter"),
        ("Ik ben 74 jaar, gepensioneerd buschauffeur en al elf jaar voorzitter van de club.", "voorzitter"),
        ("Ik ben gepensioneerd docent.", "gepensioneerd docent"),
        ("Ik ben raads lid in Zeist.", "raadslid"),
        ("Ik ben senior beleids medewerker Wonen.", "senior beleidsmedewerker Wonen"),
        ("Ik ben slechthorend: graag een plaats vooraan, bij de spreker.", None),
        ("Ik ben coeliakiepatiënt: graag glutenvrij.", None),
    ],
)
def test_of_several_titles_the_one_that_is_still_held_counts(said: str, role: str | None) -> None:
    assert people(f"Ik kom graag.\n\n{said}\n\nKarin Visser")["Karin Visser"].role == role


@pytest.mark.parametrize(
    ("said", "joost", "karin"),
    [
        ("Joost werkt bij ons als onderzoeker.", "onderzoeker", None),
        ("Joost wordt per 1 april onze nieuwe jurist.", "jurist", None),
        ("Daarnaast willen we graag onze nieuwe stagiair meenemen.", None, None),
        ("En dan is er nog onze stagiair, wiens naam volgt.", None, None),
        ("Joost wordt vervangen door onze jurist.", None, None),
    ],
)
def test_who_works_with_us_as_something_is_that_and_who_is_brought_along_is_another(
    said: str, joost: str | None, karin: str | None
) -> None:
    both = people(f"Graag aanmelden: mijzelf en Joost Smit. {said}\n\nKarin Visser")

    assert (both["Joost Smit"].role, both["Karin Visser"].role) == (joost, karin)


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("Joost Smit en Mila Jansen, raadsleden te Zeist, komen graag.", "raadslid"),
        ("Graag aanmelden: Joost Smit & Mila Jansen, beiden juristen.", "jurist"),
        ("Joost Smit (Zeist) en onze collega Mila Jansen (juristen) komen graag.", "jurist"),
        ("Twee van onze raadsleden komen graag:\n\nDe heer Joost Smit\nMevrouw Mila Jansen", "raadslid"),
        ("Joost Smit en Mila Jansen komen. Daarnaast nemen we twee stagiairs mee.", None),
    ],
)
def test_a_title_in_the_plural_is_of_the_row_of_names_before_it(said: str, role: str | None) -> None:
    both = people(f"{said}\n\nGroet,\nKarin Visser")

    assert (both["Joost Smit"].role, both["Mila Jansen"].role) == (role, role)
