"""Organisations, as a mail says them and as its domains tell them."""

import tomllib
from pathlib import Path

import pytest

from mailbot.reading import lexicon
from mailbot.reading.details import (
    canonical,
    is_public_mail,
    organisation_of,
    organisations,
    places,
)
from tests.unit.reading.test_details import values

# Organisations --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Ik werk bij de gem. putten als jurist", "Gemeente Putten"),
        ("Municipality of Texel", "Gemeente Texel"),
        ("Ik ben bestuurslid van de Turkse vereniging De Brug.", "Turkse vereniging De Brug"),
        ("Visser Training & Advies", "Visser Training & Advies"),
        ("raadslid Voorst", "Gemeente Voorst"),
        ("wethouder in De Fryske Marren", "Gemeente De Fryske Marren"),
        ("raadslid voor GroenLinks in Den Bosch", "Gemeente 's-Hertogenbosch"),
        ("Gemeente Súdwest-Fryslân", "Gemeente Súdwest-Fryslân"),
        ("Provincie Friesland", "Provincie Fryslân"),
        ("Ministerie van LNV", "Ministerie van LNV"),
        ("trainee bij VWS", "Ministerie van VWS"),
        ("Ministerie van Justitie en Veiligheid", "Ministerie van Justitie en Veiligheid"),
        ("waterschap Rijn en IJssel", "Waterschap Rijn en IJssel"),
        ("Entidat Públiko Boneiru", "Openbaar Lichaam Bonaire"),
        ("ik ben vrijwilliger bij Stichting De Brug.", "Stichting De Brug"),
        ("cliëntenraad stede broec", "cliëntenraad stede broec"),
        ("namens Zeewind Collectief meld ik mij aan", "Zeewind Collectief"),
        ("Tilburg University", "Tilburg University"),
        ("I work for Bright Futures.", "Bright Futures"),
        ("Ik ben coördinator van de Buurtvaders Zuid", "Buurtvaders Zuid"),
        ("Organisatie: gem. Urk", "Gemeente Urk"),
        ("Werkgever\tDe Vrolijke Noot", "De Vrolijke Noot"),
        ("raadslid VVD in Epe", "Gemeente Epe"),
        ("raadslid voor een lokale partij in Epe", "Gemeente Epe"),
        ("vrijwilliger bij Buurthuis De Spil in de Vogelwijk", "Buurthuis De Spil"),
        ("de mensen van het Zeewind Collectief komen", "Zeewind Collectief"),
        ("Tegenwoordig werk ik bij De Vrolijke Noot.", "De Vrolijke Noot"),
        ("Dit is de delegatie van Zeewind Collectief voor 30 maart", "Zeewind Collectief"),
        ("Els Bos (fractie Lokaal Sterk)", "fractie Lokaal Sterk"),
        ("professor of Local Law at the University of Groningen", "University of Groningen"),
        ("* Els Bos-Kap, Doña Zeewind, directeur", "Doña Zeewind"),
        ("Kim Bos (ZWIER, projectleider), halal", "ZWIER"),
        ("Kim Bos | Zeewind | consulent", "Zeewind"),
        ("ik zit in de cliëntenraad van de gemeente putten", "Cliëntenraad Putten"),
        ("IK BEN VAN DE OUDERENRAAD IN PEEL EN MAAS EN WIL KOMEN", "OUDERENRAAD Peel en Maas"),
        ("lid van de jongerenraad hier in dokkum", "Jongerenraad dokkum"),
        ("wij komen met de fractie van D66 in Epe", "D66 Epe"),
        ("namens de VVD Zeist", "VVD Zeist"),
        ("riedslid foar de FNP yn Waadhoeke", "Gemeente Waadhoeke"),
        ("raadslid bij een lokale partij in urk", "Gemeente Urk"),
        ("the Rainbow Coalition The Hague", "Rainbow Coalition The Hague"),
        ("Wij zijn de werkgroep 'Samen op Zee'", "werkgroep Samen op Zee"),
        ("Els werkt ook al jaren bij de politie", "Politie"),
        ("jurist bij Stichting Zeewind in Almere-Haven", "Stichting Zeewind"),
        ("jurist bij Stichting Kind in Nood", "Stichting Kind in Nood"),
        ("Stadt Gronau (Westf.)", "Stadt Gronau"),
        ("vrijwilliger bij humanitas", "Humanitas"),
        ("Kim Bos, docent burgerschap op Zeewind College, halal", "Zeewind College"),
        ("Dear all, I work for the Sea Wind Alliance", "Sea Wind Alliance"),
        ("Els Bos, coördinator, Stichting\nZeewind Advies", "Stichting Zeewind Advies"),
        ("Els Bos\nHervormde Gemeente Putten", "Hervormde Gemeente Putten"),
        ("Openbaar Lichaam Bonaire, Directie Samenleving", "Openbaar Lichaam Bonaire"),
        ("Ik kom namens Heemkundekring De Windroos.", "Heemkundekring De Windroos"),
        ("secretaris Historische Vereniging Oud-Wijhe", "Historische Vereniging Oud-Wijhe"),
        ("Van Scouting De Zwerfkeien, daar ben ik leider.", "Scouting De Zwerfkeien"),
        ("leerkracht groep 7, obs De Wilgenroos", "obs De Wilgenroos"),
        ("verzorgende bij Thuiszorg Zonnekruid in Nei-Balinge", "Thuiszorg Zonnekruid"),
        ("ik werk bij Hospice De Zandweg in Westerbork", "Hospice De Zandweg"),
        ("Ik ben bestuurslid van Stichting Mens in Nood", "Stichting Mens in Nood"),
        ("Ik werk bij Ziekenhuis Westermeer", "Ziekenhuis Westermeer"),
        ("ik werk in de nachtzorg bij Zonnehof in Westerbork", "Zonnehof"),
        ("I work as a night nurse at Sunnyside", "Sunnyside"),
        ("predikant Gereformeerde Kerk Ommen", "Gereformeerde Kerk Ommen"),
    ],
)
def test_an_organisation_is_read_as_one_prints_it(said: str, name: str) -> None:
    assert values(organisations(said)) == [name]


@pytest.mark.parametrize(
    ("said", "email", "name"),
    [
        ("Groet, Piet, De Zonnebloem Oost", "p@dezonnebloemoost.nl", "De Zonnebloem Oost"),
        ("Kees\nSchagen", "kees@schagen.nl", "Gemeente Schagen"),
        ("voorlichter QRST", "v@qrst.org", "QRST"),
        ("Warmte & Kracht Nederland", "x@warmteandkracht.nl", "Warmte & Kracht Nederland"),
        ("Horizon, hulp voor allen", "x@horizonzuid.nl", "Horizon"),
        ("Smit & Bos Advocaten", "els@smitbos.nl", "Smit & Bos Advocaten"),
        ("Bij het Informatiepunt Nieuwkomers Oost", "x@nieuwkomersoost.nl", "Informatiepunt Nieuwkomers Oost"),
        ("Zeewind Vooruit for 30 March", "x@zeewindvooruit.nl", "Zeewind Vooruit"),
        ("welzijnsorganisatie Zwierig", "x@zwierig.nl", "Zwierig"),
        ("consulent BZVO", "x@bureauzeewindvooroverijssel.nl", "BZVO"),
        ("penningmeester Molenstichting 't Olde Land", "p@molenstichtingoldeland.nl", "Molenstichting 't Olde Land"),
        ("Namens Woonforte Woondag 2024", "t.bos@woonforte.nl", "Woonforte"),
        ("Willemijn Vos (de Kwartel)", "w.vos@dekwartel.nl", "de Kwartel"),
    ],
)
def test_words_that_spell_the_mail_domain_are_the_organisation(said: str, email: str, name: str) -> None:
    assert values(organisations(said, email=email)) == [name]


@pytest.mark.parametrize(
    "said",
    [
        "Beste collega's van BZK,",
        "ik kom uit Zeist",
        "lid van de cliëntenraad in de zorg",
        "ik las het bij de politie",
        "20 juni in het Stadhuis Den Haag",
        "Groeten van Piet",
        "de gemeente doet niets",
        "Els Bos, Maria Vos, jurist",
        "Els Bos, Zdenka Bakker, jurist",
        "Els Bos, Team Jeugd, jurist",
        "Els Bos, MSc, jurist",
        "Els Bos, Vegetarisch, jurist",
        "ik werk op dinsdag bij Els Bos thuis",
        "ik werk al lang niet meer bij Zonnehof",
        "ik werk graag mee bij Beleid",
    ],
)
def test_a_greeting_or_a_town_is_no_employer(said: str) -> None:
    assert organisations(said) == ()


def test_a_town_at_the_end_of_a_signatures_line_is_the_employer() -> None:
    said = "adviseur wonen Zundert\n"

    assert organisations(said) == ()
    assert values(organisations(said, signature=True)) == ["Gemeente Zundert"]


@pytest.mark.parametrize("said", ["jurist | Het Zonnewiel", "jurist\nHet Zonnewiel\n"])
def test_in_a_signature_the_words_by_a_title_may_be_the_employer(said: str) -> None:
    assert organisations(said) == ()
    assert [(found.value, found.kind) for found in organisations(said, signature=True)] == [("Het Zonnewiel", "line")]
    assert organisations("jurist\nTeam Samenleving\n", signature=True) == ()


@pytest.mark.parametrize(
    ("email", "name"),
    [
        ("a@harlingen.nl", "Gemeente Harlingen"),
        ("a@gemeentehw.nl", "Gemeente Hoeksche Waard"),
        ("a@gemeente-sluis.nl", "Gemeente Sluis"),
        ("a@raadepe.nl", "Gemeente Epe"),
        ("a@mail.groningen.nl", "Gemeente Groningen"),
        ("a@provinciegroningen.nl", "Provincie Groningen"),
        ("a@fryslan.frl", "Provincie Fryslân"),
        ("a@minienw.nl", "Ministerie van Infrastructuur en Waterstaat"),
        ("a@wrij.nl", "Waterschap Rijn en IJssel"),
        ("a@bonairegov.com", "Openbaar Lichaam Bonaire"),
    ],
)
def test_an_authoritys_mail_domain_tells_it(email: str, name: str) -> None:
    found = organisation_of(email)

    assert found is not None
    assert (found.value, found.kind) == (name, "domain")


@pytest.mark.parametrize("email", ["a@gmail.com", "a@utrecht.com", "a@zonnebloem.nl", "nonsense", "", "a@nl"])
def test_other_domains_tell_nothing(email: str) -> None:
    assert organisation_of(email) is None


def test_public_mail_says_nothing_of_an_employer() -> None:
    assert [is_public_mail(email) for email in ("x@Ziggo.nl", "x@zeist.nl")] == [True, False]
    assert organisations("Planet is een blad", email="a@planet.nl") == ()


def test_a_canonical_name_is_left_alone_where_it_is_no_authority() -> None:
    assert [canonical(name) for name in ("gem. Oss", "Oss", "De Oss")] == ["Gemeente Oss", "Gemeente Oss", "De Oss"]


def test_the_country_has_342_municipalities_and_12_provinces_in_2023() -> None:
    provinces = lexicon.load("municipalities")["provinces"]
    names = [name for municipalities in provinces.values() for name in municipalities]

    assert (len(names), len(set(names)), len(provinces)) == (342, 342, 12)
    assert set(provinces) == set(lexicon.load("authorities")["provinces"])
    assert {"coevorden", "sudwest-fryslan", "drenthe"} <= places()


def test_every_alias_and_domain_leads_to_a_municipality_that_exists() -> None:
    data = lexicon.load("municipalities")
    names = {name for municipalities in data["provinces"].values() for name in municipalities}

    assert set(data["aliases"].values()) | set(data["domains"].values()) <= names


@pytest.mark.parametrize("path", sorted(Path(lexicon.__file__).parent.glob("*.toml")), ids=lambda path: path.stem)
def test_every_lexicon_can_be_read(path: Path) -> None:
    assert lexicon.load(path.stem) == tomllib.loads(path.read_text("utf-8"))
