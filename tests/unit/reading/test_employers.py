"""For which organisation does somebody come? Short mails, read whole."""

from dataclasses import replace

import pytest

from mailbot.reading import details
from mailbot.reading.message.parse import parse
from mailbot.reading.read import read
from mailbot.reading.screening.screen import OwnIdentity, screen
from tests.unit.reading.housing import CONTEXT, OURS, D, people
from tests.unit.reading.letters import a_mail


@pytest.mark.parametrize(
    "said",
    [
        "Via een collega bij de gemeente Ede hoorde ik van deze dag.",
        "Ik kom alleen, de gemeente Ede stuurde mij dit door.",
        "Anja Pot van de gemeente Ede meldt zich zelf.",
        "De nieuwsbrief van de gemeente Ede wees mij hierop.",
        "Al jaren heb ik een geschil met de gemeente Ede over een woning.",
        "Het broodje van vorig jaar bij de gemeente Ede was geen succes.",
    ],
)
def test_an_organisation_that_is_only_mentioned_is_nobodys(said: str) -> None:
    karin = people(f"Graag meld ik mij aan. {said}\n\nKarin Visser", "Karin Visser <karin@gmail.com>")["Karin Visser"]

    assert karin.organisation is None


@pytest.mark.parametrize(
    ("said", "organisation", "role"),
    [
        ("Ik werk als jurist bij Bureau Kleur.", "Bureau Kleur", "jurist"),
        ("Ik ben raadslid in Epe.", "Gemeente Epe", "raadslid"),
        ("Namens Stichting De Brug kom ik graag.", "Stichting De Brug", None),
        ("Ik ben docent aan de Hogeschool Rotterdam.", "Hogeschool Rotterdam", "docent"),
        ("Ik kom, namens De Brug.", "De Brug", None),
        ("Ik ben in het dagelijks leven jurist.", None, "jurist"),
        (
            "Ik ben ook coördinator van een buurthuis. Ik kom dit keer graag in de eerste rol, dus als raadslid.",
            None,
            "raadslid",
        ),
        ("Geen ambtenaar, geen politicus, gewoon een inwoner.", None, None),
        ("Mijn directeur komt niet.", None, None),
        ("Consulent wonen bij Stichting De Brug, standplaats Breda.", "Stichting De Brug", "Consulent wonen"),
        ("Voor de deelnemerslijst: regisseur wonen.", None, "regisseur wonen"),
        ("Ik ben sinds vorig jaar raadslid in Epe.", "Gemeente Epe", "raadslid"),
        ("Tot vorig jaar was ik raadslid.", None, None),
        ("Directeur komt niet mee.", None, None),
        ("Als het kan zit ik naast wethouder Jansen.", None, None),
        ("Ik loop tot juli stage bij Bureau Kleur.", "Bureau Kleur", "stagiair"),
        ("Mijn dochter loopt stage.", None, None),
        ("Ik mag me sinds vorig jaar wethouder noemen.", None, "wethouder"),
        ("Ik doe de adviesraad (functienaam: adviseur zorg).", None, "adviseur zorg"),
        ("Ik zit in het bestuur v Stichting De Brug.", "Stichting De Brug", "bestuurslid"),
    ],
)
def test_a_sentence_states_work_or_only_speaks_of_it(said: str, organisation: str | None, role: str | None) -> None:
    karin = people(f"Graag meld ik mij aan. {said}\n\nKarin Visser", "Karin Visser <karin@gmail.com>")["Karin Visser"]

    assert (karin.organisation, karin.role) == (organisation, role)


@pytest.mark.parametrize(
    ("mail", "name", "organisation", "role"),
    [
        (  # the title ends where a body's name begins
            "Graag meld ik mij aan. Ik ben jurist GGD Twente en woon in Almelo.\n\nTom Bos",
            "Tom Bos",
            "GGD Twente",
            "jurist",
        ),
        (
            "Ik kom graag.\n\nGroeten van Els Pot, voorzitter Wijkraad Malburgen",
            "Els Pot",
            "Wijkraad Malburgen",
            "voorzitter",
        ),
        (
            "Als burgerlid voor de Dorpspartij in de gemeenteraad van Raalte wil ik graag komen.\n\nTom Bos",
            "Tom Bos",
            "Gemeente Raalte",
            "burgerlid",
        ),
        (
            "Ik meld mij aan. Ik zit in de Adviesraad Inclusie Oost.\n\nTom Bos",
            "Tom Bos",
            "Adviesraad Inclusie Oost",
            None,
        ),
        (
            "Wilt u deze collega's van de Stichting Barka inschrijven?\n\n- Els Pot\n- Wim Smit\n\nGroet,\nKim Kaya",
            "Els Pot",
            "Stichting Barka",
            None,
        ),
        (
            "Onze wethouder komt ook de 18e: Els Pot.\n\nKim Kaya\nGemeente Zeist",
            "Els Pot",
            "Gemeente Zeist",
            "wethouder",
        ),
        (
            "Ik geef op:\n- Els Pot\n- Wim Smit\n- Ali Kaya\n\nWim is jurist, de anderen zijn consulent.\n\nEls Pot",
            "Ali Kaya",
            None,
            "consulent",
        ),
        (
            "Ik meld aan: mezelf en Els Pot, bewoonster.\n\nKim Kaya\nopbouwwerker\nStichting Barka",
            "Els Pot",
            None,
            "bewoonster",
        ),
        ("I would like to come, Tom Bos, board member, Stichting Barka.", "Tom Bos", "Stichting Barka", "board member"),
    ],
)
def test_where_somebody_works_and_as_what(mail: str, name: str, organisation: str | None, role: str | None) -> None:
    somebody = people(mail, "post77@gmail.com")[name]

    assert somebody.organisation == organisation
    assert somebody.role == role


@pytest.mark.parametrize(
    ("said", "organisation"),
    [
        ("Ik werk niet meer bij de gemeente Ede maar bij Stichting De Brug.", "Stichting De Brug"),
        ("Tien jaar geleden zat ik nog bij de gemeente Ede.", None),
        ("Ik werk bij Jeugd.", None),
        ("Ik ben secretaris van het college van bestuur.", None),
    ],
)
def test_where_somebody_worked_and_departments_are_no_employer(said: str, organisation: str | None) -> None:
    karin = people(f"Ik kom graag. {said}\n\nKarin Visser", "Karin Visser <karin@gmail.com>")["Karin Visser"]

    assert karin.organisation == organisation


def test_whoever_gives_a_workshop_is_nobodys_employer() -> None:
    mail = "Ik kom graag, in ronde 1 naar de workshop van Stichting Onderdak.\n\nKarin Visser"

    karin = people(mail, "Karin Visser <karin@gmail.com>")["Karin Visser"]

    assert (karin.organisation, [choice.workshop for choice in karin.workshops]) == (None, [D])


def test_whose_event_it_is_is_nobodys_employer() -> None:
    context = replace(CONTEXT, own_address="platform@minbzk.nl")
    message = parse(a_mail("Ik kom graag naar die dag van BZK op 18 april.", From="Karin Visser <k.visser@zeist.nl>"))

    reading = read(message, screen(message, OwnIdentity(frozenset({OURS}))), context)

    assert [request.organisation for request in reading.requests] == ["Gemeente Zeist"]


def test_a_council_that_gave_the_tip_is_nobodys() -> None:
    mail = "De adviesraad sociaal domein van Epe heeft mij getipt. Graag meld ik mij aan.\n\nKarin Visser"

    assert people(mail, "Karin Visser <karinvisser@gmail.com>")["Karin Visser"].organisation is None


def test_an_employer_of_before_gives_way_to_the_one_of_now() -> None:
    mail = "Jullie kennen mij nog van de gemeente Ede, maar nu werk ik bij Bureau Kleur. Ik kom graag op 18 april."

    assert people(mail, "Karin Visser <karin@gmail.com>")["Karin Visser"].organisation == "Bureau Kleur"


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


def test_the_badge_overrules_the_employer() -> None:
    mail = "Ik meld mij aan. Mijn werkplek is Dienst Noord, maar zet op de badge gewoon gemeente Ede.\n\nKarin Visser"

    assert people(mail, "Karin Visser <k@dienstnoord.nl>")["Karin Visser"].organisation == "Gemeente Ede"


def test_a_mailbox_that_is_called_an_organisation_is_of_it() -> None:
    mail = "Ik ben Karin Visser en kom graag naar de dag van 18 april."

    assert people(mail, "Stichting De Brug <info@xyz.nl>")["Karin Visser"].organisation == "Stichting De Brug"


def test_colleagues_share_the_organisation_and_strangers_do_not() -> None:
    mail = """Graag aanmelden: Joost Smit (j.smit@zeist.nl), Mila Jansen (mila@ede.nl) en ikzelf.

Karin Visser
Gemeente Zeist"""

    assert {name: request.organisation for name, request in people(mail).items()} == {
        "Joost Smit": "Gemeente Zeist",
        "Mila Jansen": "Gemeente Ede",
        "Karin Visser": "Gemeente Zeist",
    }


@pytest.mark.parametrize(
    ("said", "mila"),
    [
        ("Mila Jansen van de gemeente Ede en ik komen graag.", "Gemeente Ede"),
        ("Mila Jansen (gemeente Ede) en ik komen graag.", "Gemeente Ede"),
        ("Mila Jansen van de GGD en ik komen graag.", None),
        ("Mila Jansen van de afdeling Zorg en ik komen graag.", "Gemeente Zeist"),
    ],
)
def test_of_two_houses_each_has_their_own(said: str, mila: str | None) -> None:
    found = people(f"{said}\n\nKarin Visser")

    assert {n: r.organisation for n, r in found.items()} == {"Mila Jansen": mila, "Karin Visser": "Gemeente Zeist"}


@pytest.mark.parametrize(
    ("said", "sender", "organisation"),
    [
        ("Ik houd me bij Waternet bezig met wonen.", "Karin Visser <wonen@waternet.nl>", "Waternet"),
        ("Vanuit de politie doe ik graag mee.", "Karin Visser <k.visser@politie.nl>", "Politie"),
        ("Mijn zus zit in de gemeenteraad van Epe.", "Karin Visser <k@gmail.com>", None),
        ("Een vriend die in de raad van Epe zat, stuurde mij dit.", "Karin Visser <k@gmail.com>", None),
        ("Ik zit in de gemeenteraad van Epe.", "Karin Visser <k@gmail.com>", "Gemeente Epe"),
    ],
)
def test_a_house_is_the_writers_or_somebody_elses(said: str, sender: str, organisation: str | None) -> None:
    found = people(f"Graag meld ik mij aan. {said}\n\nKarin Visser", sender)

    assert found["Karin Visser"].organisation == organisation


def test_a_colleague_with_a_domain_of_another_house_is_of_that_house() -> None:
    mail = """Wij komen:
- Karin Visser, gemeente Zeist
- Joost Smit, coach bij Zeist voor Elkaar, j.smit@zeistvoorelkaar.nl"""

    assert people(mail, "Karin Visser <k.visser@zeist.nl>")["Joost Smit"].organisation == "Zeist voor Elkaar"


def test_what_a_colleagues_own_domain_spells_is_that_colleagues() -> None:
    mail = """Op 18 april komen:
- Karin Visser, Gemeente Zeist, beleidsadviseur
- Guus Bos, Onderdak Oost, consulent, g.bos@onderdakoost.nl"""

    found = people(mail)

    assert (found["Karin Visser"].organisation, found["Guus Bos"].organisation) == ("Gemeente Zeist", "Onderdak Oost")


def test_a_desk_of_the_writers_municipality_is_that_municipality() -> None:
    mail = "Please register me for 18 April. I work at the International Desk of the municipality of Zeist."

    assert people(mail)["Karin Visser"].organisation == "Gemeente Zeist"


def test_only_an_authoritys_domain_tells_an_organisation_that_nobody_wrote() -> None:
    mail = "Ik meld mij aan.\n\nKarin Visser"

    assert people(mail)["Karin Visser"].organisation == "Gemeente Zeist"
    assert people(mail, "Karin Visser <karin@bureaukleur.nl>")["Karin Visser"].organisation is None


def test_a_familys_mail_domain_is_nobodys_employer() -> None:
    mail = "Wilt u mijn moeder, Corrie Bos, inschrijven? Ik breng haar, maar blijf niet.\n\nMirjam Visser-Bos"

    assert people(mail, "Mirjam Visser-Bos <mirjam@visserbos.nl>")["Corrie Bos"].organisation is None


@pytest.mark.parametrize(
    ("line", "sender", "organisation"),
    [
        ("VluchtelingenWerk Oost-Nederland", "karin@gmail.com", "VluchtelingenWerk Oost-Nederland"),
        ("Stichting Buurtkracht Laak", "info@buurtkrachtlaak.nl", "Stichting Buurtkracht Laak"),
        ("Meldpunt Discriminatie Drenthe in Assen", "karin@gmail.com", "Meldpunt Discriminatie Drenthe"),
        ("Erasmus School of Social and Behavioural Sciences", "k@gmail.com", None),
        ("wijkteam Noordoost, gemeente Zeist", "k.visser@zeist.nl", "Gemeente Zeist"),
        ("COC Noordoost-Brabant", "karin@gmail.com", "COC Noordoost-Brabant"),
        ("COC Drenthe & Overijssel", "karin@gmail.com", "COC Drenthe & Overijssel"),
        ("Meldpunt Discriminatie Drenthe/Waterland", "karin@gmail.com", "Meldpunt Discriminatie Drenthe/Waterland"),
        ("Centraal Bureau voor de Statistiek", "karin@gmail.com", "Centraal Bureau voor de Statistiek"),
        ("Coalition of Towns against Hatred", "karin@gmail.com", "Coalition of Towns against Hatred"),
        ("Discriminatie Meldpunt Zwaluw", "karin@zwaluw.nl", "Discriminatie Meldpunt Zwaluw"),
        ("secretaris Tuinclub De Groene Duim", "info@groeneduim.nl", "Tuinclub De Groene Duim"),
        ("secretaris Historische Kring Oud-Tiel", "info@oudtiel.nl", "Historische Kring Oud-Tiel"),
    ],
)
def test_an_organisation_is_called_by_its_full_name(line: str, sender: str, organisation: str | None) -> None:
    mail = f"Graag kom ik op 18 april.\n\nGroet,\nKarin Visser\n{line}"

    assert people(mail, f"Karin Visser <{sender}>")["Karin Visser"].organisation == (organisation or line)


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
    ("below", "organisation"),
    [
        ("huisartsenpraktijk De Es", "huisartsenpraktijk De Es"),
        ("Hervormd Kerkkoor Soli Deo", "Hervormd Kerkkoor Soli Deo"),
        ("Zangvereniging Kunst na Arbeid", "Zangvereniging Kunst na Arbeid"),
        ("Inloophuis De Bank", "Inloophuis De Bank"),
    ],
)
def test_a_house_of_any_kind_is_called_as_it_signs(below: str, organisation: str) -> None:
    karin = people(f"Ik kom graag.\n\nKarin Visser\n{below}", "Karin Visser <karin@gmail.com>")["Karin Visser"]

    assert karin.organisation == organisation


def test_a_house_called_by_half_its_name_is_the_one_that_signs() -> None:
    mail = "Van De Linde komen Mila Jansen en Joost Smit.\n\nKarin Visser\nZorggroep De Linde"
    found = people(mail, "Karin Visser <karin@zorggroepdelinde.nl>")

    assert {request.organisation for request in found.values()} == {"Zorggroep De Linde"}


def test_what_somebody_leads_is_no_house_where_the_signature_has_one() -> None:
    mail = "Ik kom graag op 18 april.\n\nKarin Visser\nprojectleider Netwerk Wonen\nStichting Dak\n06 12345678"

    assert people(mail)["Karin Visser"].organisation == "Stichting Dak"


@pytest.mark.parametrize(
    "house",
    [
        "Roze Stadsdorp",
        "Hart voor Zeist",
        "Buurtkracht Laak",
        "Femmes for Freedom",
        "Anne Frank Stichting",
        "PvdA Zeist",
    ],
)
def test_an_organisation_that_names_nobody_is_no_person(house: str) -> None:
    address = f"{house.replace(' ', '.').lower()}@gmail.com"
    mail = a_mail(f"Graag meld ik mij aan voor 18 april.\n\nGroet,\n{house}", From=f"{house} <{address}>")
    message = parse(mail)

    reading = read(message, screen(message, OwnIdentity(frozenset({OURS}))), CONTEXT)

    assert reading.review


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


@pytest.mark.parametrize(
    ("said", "organisation"),
    [
        ("Ik ben vrijwilliger bij de speelotheek in Culemborg.", "Speelotheek Culemborg"),
        ("Ik werk bij de kringloopwinkel te Zutphen.", "Kringloopwinkel Zutphen"),
        ("I volunteer at the community garden in Breda.", "Community garden Breda"),
        ("Wij zijn allebei lid van de werkgroep Thuis in Uithuizen.", "werkgroep Thuis in Uithuizen"),
        ("I work at Wageningen University & Research as a lecturer.", "Wageningen University & Research"),
        ("Ik logeer dan bij de buren in Ede.", None),
        ("Ik werk de dag ervoor bij de ouders in Ede.", None),
        ("Ik werk bij de afdeling in Ede.", None),
        ("Mijn man is vrijwilliger bij de voedselbank in Ede.", None),
        ("Ik heb dertien jaar in de raad van Epe gezeten.", None),
    ],
)
def test_a_house_is_told_by_what_one_does_there(said: str, organisation: str | None) -> None:
    found = people(f"Graag meld ik mij aan. {said}\n\nKarin Visser", "Karin Visser <k@ziggo.nl>")

    assert found["Karin Visser"].organisation == organisation


def test_those_gathered_below_a_house_are_of_it_whatever_their_address() -> None:
    mail = """Onderstaande bestuursleden van KBO Zeist komen:

Harrie Bos <harrie.bos@onsbrabantnet.nl>
Door Smit <doorsmit@gmail.com>

Ook komt Nelly Maas <n.maas@movisie.nl> van Movisie. Zelf ben ik verhinderd.

Frits Lammers"""

    found = people(mail, "Frits Lammers <frits@kbozeist.nl>")

    assert {name: one.organisation for name, one in found.items()} == {
        "Harrie Bos": "KBO Zeist",
        "Door Smit": "KBO Zeist",
        "Nelly Maas": "Movisie",
    }


@pytest.mark.parametrize(
    ("who", "organisation"),
    [
        ("onze secretaresse Janna Schipper (janna@schipper-triemen.nl)", "Dorpsbelang De Triemen"),
        ("onze jurist Janna Schipper (janna@schipperadvocaten.nl)", None),
        ("Janna Schipper (janna@movisie.nl)", None),
    ],
)
def test_a_family_address_is_of_no_other_house(who: str, organisation: str | None) -> None:
    mail = f"Graag aanmelden: mijzelf en {who}.\n\nEvert Vos\nDorpsbelang De Triemen"

    found = people(mail, "Evert Vos <e.vos@dorpsbelangtriemen.nl>")

    assert found["Janna Schipper"].organisation == organisation


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("Tjitske Smit (jurist) en nog twee vrijwilligers van Humanitas", "Gemeente Zeist"),
        ("Tjitske Smit van Humanitas", "Humanitas"),
        ("twee vrijwilligers van Humanitas: Tjitske Smit en Wim Pot", "Humanitas"),
    ],
)
def test_the_house_of_those_without_a_name_is_not_hers(who: str, expected: str) -> None:
    found = people(f"Ik kom graag met {who}.\n\nKarin Visser\nGemeente Zeist")

    assert found["Tjitske Smit"].organisation == expected


@pytest.mark.parametrize(
    ("said", "house"),
    [
        ("Ik werk bij GGD Hart voor Brabant.", "GGD Hart voor Brabant"),
        ("Ik ben werkzaam bij Regio Gooi en Vechtstreek.", "Regio Gooi en Vechtstreek"),
        ("Teamassistent GGD Zuid Limburg", "GGD Zuid Limburg"),
        ("Ik ben vrijwilliger bij Amnesty International Nederland.", "Amnesty International Nederland"),
        ("Ik werk bij VNG en kom graag.", "VNG"),
    ],
)
def test_a_house_is_read_to_the_end_of_its_name_and_without_a_title(said: str, house: str) -> None:
    assert [found.value for found in details.organisations(said)] == [house]


@pytest.mark.parametrize(
    ("said", "houses"),
    [
        ("Namens VNG en Movisie", ["VNG", "Movisie"]),
        ("Ik werk bij Movisie en Art.1.", ["Movisie", "Art.1"]),
    ],
)
def test_two_houses_stay_two(said: str, houses: list[str]) -> None:
    assert [found.value for found in details.organisations(said)] == houses
