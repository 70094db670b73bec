"""Organisations, titles, numbers, addresses, diets and needs, each as a mail says it."""

import tomllib
from pathlib import Path

import pytest

from mailbot.reading import details, lexicon
from mailbot.reading.details import (
    canonical,
    diets,
    emails,
    is_public_mail,
    needs,
    organisation_of,
    organisations,
    phones,
    places,
    roles,
    wish_in_cell,
)


def values(found: tuple[details.Found, ...]) -> list[str]:
    return [value.value for value in found if not value.negated and value.kind != "none"]


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


# Titles ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("Senior beleidsadviseur Wonen & Zorg\n", "Senior beleidsadviseur Wonen & Zorg"),
        ("Ik ben raadslid in Epe.", "raadslid"),
        ("Zij is gebiedsmanager bij ons.", "gebiedsmanager"),
        ("wethouder mevrouw Jansen", "wethouder"),
        ("griffier Ria de Wit", "griffier"),
        ("Jan de Wit, jurist, komt ook", "jurist"),
        ("projectleider Groene Stad | Gemeente Ede", "projectleider Groene Stad"),
        ("beleidsmedewrker jeugd", "beleidsmedewrker jeugd"),
        ("consulent / mentor", "consulent / mentor"),
        ("Functie: wat er zoal langskomt", "wat er zoal langskomt"),
        ("community officer (part-time)", "community officer"),
        ("Referentin für Soziales", "Referentin für Soziales"),
        ("beliedsmeiwurker soarch en wurk", "beliedsmeiwurker"),
        ("Anna Pot\nPublic Affairs Manager\nEnactus", "Public Affairs Manager"),
        ("jr. bel.mdw. Jeugd, gem. Tiel", "jr. bel.mdw. Jeugd"),
        ("Sr. Adviseur Wonen", "Sr. Adviseur Wonen"),
        ("technisch beheerder", "technisch beheerder"),
        ("eigenlijk adviseur", "adviseur"),
        ("lid van de Raad van Toezicht, Ede", "lid van de Raad van Toezicht"),
        ("Jo Kay (housing rights officer)", "housing rights officer"),
        ("city of Eindhoven, front desk lead.", "front desk lead"),
        ("Els Bos, tevens manager", "manager"),
        ("vrijwillig molenaar\nDalfsen", "vrijwillig molenaar"),
        ("Ik ben hoefsmid van beroep.", "hoefsmid"),
        ("secretaris Imkervereniging De Korf", "secretaris"),
        ("Els Bos, lobbyist, halal", "lobbyist"),
        ("Els Bos, freelance interpreter", "freelance interpreter"),
        ("Els Bos - handhaver/BOA - halal", "handhaver/BOA"),
        ("Els Bos (directeur-generaal)", "directeur-generaal"),
        ("Els Bos, OR-lid", "OR-lid"),
        ("Els Bos, jeugdbeschermer", "jeugdbeschermer"),
        ("Els Bos, data ethicist", "data ethicist"),
        ("adviseur klant en omgeving", "adviseur klant en omgeving"),
        ("lid raad van toezicht", "lid raad van toezicht"),
        ("Els Bos, head of policy", "head of policy"),
        ("I am a board member.", "board member"),
        ("aanspreekpunt voor arbeidsmigranten", "aanspreekpunt voor arbeidsmigranten"),
        ('Functienaam volgens HR: "adviseur inclusie".', "adviseur inclusie"),
        ("Els Bos\nvoorzitter cliëntenraad\nGemeente Tiel", "voorzitter cliëntenraad"),
    ],
)
def test_a_title_is_its_head_word_with_what_belongs_to_it(said: str, title: str) -> None:
    assert values(roles(said)) == [title]


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("wijkagenten", "wijkagent"),
        ("raadsleden", "raadslid"),
        ("gemeenteambtenaren", "gemeenteambtenaar"),
        ("officers", "officer"),
    ],
)
def test_titles_of_several_people_are_given_in_the_singular(said: str, title: str) -> None:
    (found,) = roles(f"Het zijn allemaal {said}, en")

    assert (found.value, found.kind) == (title, "plural")


@pytest.mark.parametrize(
    "said",
    [
        "Peter Dijkgraaf",
        "A.B. de Rechter",
        "adviseur@zeist.nl",
        "www.adviseur.nl",
        "Raadhuisplein 3",
        "secr. 030 698 12 34",
        "Timmerman & Zn.",
        "mevrouw De Kuiper",
        "I can come, however, not for lunch",
        "Ons aanspreekpunt is Els Pot",
        "het aanspreekpunt voor vragen",
        "Els Pot, tolk nodig",
        "Jan Bode",
    ],
)
def test_names_and_addresses_are_no_titles(said: str) -> None:
    assert roles(said) == ()


# Numbers and addresses ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "number", "kind"),
    [
        ("bel 06-12 34 56 78.", "06-12 34 56 78", "mobile"),
        ("M +31 (0)6 1234 5678", "+31 (0)6 1234 5678", "mobile"),
        ("0031612345678", "0031612345678", "mobile"),
        ("T (0318) 12 34 56 (ma-wo)", "(0318) 12 34 56", "fixed"),
        ("tel. 020 - 123 45 67", "020 - 123 45 67", "fixed"),
        ("tel 14 0318", "14 0318", "general"),
        ("tel 140 78", "140 78", "general"),
        ("+32 470 12 34 56", "+32 470 12 34 56", "foreign"),
        ("09 233 41 55", "09 233 41 55", "foreign"),
        ("KvK 21340056 · tel. 010-2233445", "010-2233445", "fixed"),
        ("030-2233445 (toestel 12)", "030-2233445 (toestel 12)", "fixed"),
    ],
)
def test_a_telephone_number_is_kept_as_written(said: str, number: str, kind: str) -> None:
    assert [(found.value, found.kind) for found in phones(said)] == [(number, kind)]


@pytest.mark.parametrize(
    "said",
    [
        "fax 020-1234567",
        "zaak 2023-018834",
        "KvK 01234567",
        "op 01 03 2023 1",
        "Postbus 0101",
        "00 1 2 3",
        "IBAN NL02ABNA0123456789",
        "12.000.000",
    ],
)
def test_other_digits_are_no_telephone_number(said: str) -> None:
    assert phones(said) == ()


def test_addresses_are_found_plain_and_spelled_out() -> None:
    assert values(emails("Mail <Jan.Vis@Voorst.nl> of o'neil@x.org.")) == ["jan.vis@voorst.nl", "o'neil@x.org"]
    assert values(emails("jan punt vis at voorst punt nl")) == ["jan.vis@voorst.nl"]
    assert emails("ik ben at home punt uit") == ()


# Diets ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "wish"),
    [
        ("Ik eet vegetarisch.", "vegetarisch"),
        ("graag een vegetarische lunch", "vegetarisch"),
        ("een vegalunch graag", "vega"),
        ("halal-maaltijd", "halal"),
        ("ze is veganiste", "veganiste"),
        ("halal of anders vegetarisch", "halal of anders vegetarisch"),
        ("vegetarisch, zonder noten", "vegetarisch, zonder noten"),
        ("Ik eet geen vlees en vis", "geen vlees en vis"),
        ("geen rauwe vis graag", "geen rauwe vis"),
        ("ben allergisch voor selderij en kiwi, dank", "allergisch voor selderij en kiwi"),
        ("ik heb een notenallergie", "notenallergie"),
        ("pinda- en sesamallergie", "pinda- en sesamallergie"),
        ("lust alles behalve knoflook", "geen knoflook"),
        ("voor mij is alles goed behalve pinda's", "geen pinda's"),
        ("Dieetwensen: liever iets warms", "liever iets warms"),
        ("I don't eat pork", "no pork"),
        ("die allergisch is voor schaaldieren", "allergisch is voor schaaldieren"),
        ("Kip mag, rood vlees liever niet", "geen rood vlees"),
        ("liefst zonder paddenstoelen", "zonder paddenstoelen"),
        ("allergic to shellfish", "allergic to shellfish"),
        ("Ik yt fegetarysk", "fegetarysk"),
        ("Ich esse kein Schweinefleisch", "kein Schweinefleisch"),
        ("je suis végétarienne", "végétarienne"),
        ("doe mee aan de ramadan", "doe mee aan de ramadan"),
        ("Kip eet ik al tien jaar niet meer, vis wel.", "geen kip, wel vis"),
        ("Gluten kan hij niet hebben", "geen gluten"),
        ("Eieren zijn voor haar levensgevaarlijk", "geen eieren"),
        ("ik ben geen liefhebber van vis", "geen vis"),
        ("not keen on fish", "no fish"),
        ("geen vlees, maar wel vis", "geen vlees, maar wel vis"),
        ("gluten- en lactosevrij graag", "gluten- en lactosevrij"),
        ("ik ben coeliakiepatiënt", "coeliakie"),
        ("Dieet: alles behalve rauwe ui", "geen rauwe ui"),
        ("ik ben ovo-lacto-vegetariër", "ovo-lacto-vegetariër"),
        ("Sesam en mosterd graag uit mijn buurt houden", "geen sesam en mosterd"),
        ("garnalen alstublieft niet", "geen garnalen"),
        ("graag niets met selderij", "niets met selderij"),
        ("voor haar graag pinda-vrij", "pinda-vrij"),
        ("lust alles, als het maar vegetarisch is", "lust alles, als het maar vegetarisch is"),
        ("tarwe verdraag ik slecht", "geen tarwe"),
        ("melk geeft bij haar klachten", "geen melk"),
        ("mijn pinda-allergie is niet gevaarlijk, wel lastig", "pinda-allergie"),
        ("mijn notenallergie is niet zo ernstig, maar houd er rekening mee", "notenallergie"),
        ("hij krijgt uitslag van aardbeien", "geen aardbeien"),
        ("she can't have eggs", "can't have eggs"),
    ],
)
def test_a_diet_is_read_in_the_words_of_the_mail(said: str, wish: str) -> None:
    assert values(diets(said)) == [wish]


@pytest.mark.parametrize(
    "said",
    [
        "Ik lust alles.",
        "Ik reageer op uw mail over de lunch",
        "Zijn halallunch kan van de lijst",
        "Thee zonder suiker graag",
        "Vegetarisch hoeft niet, ik lunch thuis",
        "Vegetarisch hoeft voor haar niet",
        "De vegetarische lunch was voor hem",
        "Eet alles, als het maar veel is.",
        "Dieet/allergie:   n.v.t.",
        "Ik lust alles behalve witlof, maar dat hoeft u niet op te schrijven",
        "ik eet alles behalve spruitjes maar dat is geen dieet",
        "Ik lust alles behalve spruitjes :-)",
        "Ik eet alles behalve wat mijn schoonmoeder kookt",
        "Ik ben allergisch voor vergaderen, maar dit sla ik niet over",
        "I'm allergic to injustice",
        "Ik ben allergisch voor parfum",
        "Lunch: [x] ja [ ] nee",
        "Dieetwensen: geen",
        "Dieet: n.v.t.",
        "Een dieet heb ik niet.",
        "no dietary requirements",
        "We eten wat de pot schaft",
        "Mijn glutenvrije lunch mag u schrappen",
        "Mijn notenallergie is niet meer aan de orde",
        "Wel zonder mijn glutenvrije broodjes, zij eet gewoon alles",
        "Mijn notenallergie neemt zij niet over",
        "Ik ben geen vegetariër",
        "De rest van de dag ben ik vrij",
        "een arm gezin",
        "Lunch: niets bijzonders.",
        "Dieet: nee hoor, alles gaat erin",
        "Voor de lunch: de tweede workshop",
        "Kip eet ik wel",
        "vis is gezond en niet te versmaden",
    ],
)
def test_no_wish_is_no_diet(said: str) -> None:
    assert values(diets(said)) == []


def test_a_wish_that_takes_anothers_place_leaves_only_itself() -> None:
    assert values(diets("halal in plaats van vegetarisch")) == ["halal"]
    assert values(diets("mijn vegetarische lunch mag naar veganistisch")) == ["veganistisch"]


def test_cells_that_say_nothing_hold_no_wish() -> None:
    cells = ("-", "", "geen", "N.v.t.", "geen bijzonderheden", " halal ")

    assert [wish_in_cell(cell) for cell in cells] == [None, None, None, None, None, "halal"]


# Needs ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "wishes"),
    [
        ("Ik zit in een elektrische rolstoel.", ["elektrische rolstoel"]),
        ("slechthorend, graag een ringleiding", ["slechthorend", "ringleiding"]),
        ("Ik loop met krukken en kan geen trappen lopen", ["krukken", "kan geen trappen lopen"]),
        ("graag een plek vooraan bij het podium, dank", ["plek vooraan bij het podium"]),
        ("mijn blindengeleidehond komt mee", ["blindengeleidehond"]),
        ("I use a wheelchair", ["wheelchair"]),
        ("Toegankelijkheid: een stil hoekje", ["een stil hoekje"]),
        ("Hulpmiddelen: geen", []),
        ("Toegankelijkheid: nee hoor, alles doet het nog", []),
        ("Zij staat liever niet te lang", ["staat liever niet te lang"]),
        ("traplopen gaat mij niet goed af", ["traplopen gaat mij niet"]),
        ("ik hoor links bijna niks", ["hoor links bijna niks"]),
        ("ik kan slecht tegen fel licht", ["slecht tegen fel licht"]),
        ("daarom zit ik het liefst vooraan", ["zit ik het liefst vooraan"]),
        ("Ik heb een hoortoestel en zit daarom graag vooraan", ["hoortoestel", "zit daarom graag vooraan"]),
        ("Ik stotter", ["stotter"]),
        ("Een lift zou handig zijn, want traplopen lukt niet", ["lift zou handig", "traplopen lukt niet"]),
        ("Ze hoort wat minder en zou vooraan willen zitten", ["hoort wat minder", "vooraan willen zitten"]),
        ("lopen gaat best, maar trappen liever niet", ["trappen liever niet"]),
        ("een nieuwe heup, dus niet te veel trappen graag", ["niet te veel trappen"]),
        ("Links hoor ik niks.", ["Links hoor ik niks"]),
        ("een plekje aan de linkerkant van de zaal zou fijn zijn", ["plekje aan de linkerkant van de zaal"]),
        ("Ringleiding nvt", []),
        ("Rolstoel: nee", []),
        ("Ik krijg een lift van een collega, fijn", []),
        ("Wij staan graag vooraan in de strijd tegen armoede", []),
        ("Daar hoor je steeds minder over", []),
        ("Hoor ik niets, dan kom ik", []),
        ("Ik zie niets over parkeren", []),
        ("Lang staan is geen probleem", []),
        ("Nodig: tolk NGT", ["tolk NGT"]),
        ("Dat is onze blinde vlek", []),
        ("Een plek op de lijst graag", []),
    ],
)
def test_a_need_is_read_in_the_words_of_the_mail(said: str, wishes: list[str]) -> None:
    assert values(needs(said)) == wishes


@pytest.mark.parametrize(
    "said",
    [
        "Een gebarentolk regelen hoeft niet.",
        "Ik ben doof. Ik kom met een schrijftolk, die regel ik zelf.",
        "No sign language interpreter needed.",
    ],
)
def test_an_interpreter_that_need_not_be_there_is_no_need(said: str) -> None:
    assert "tolk" not in " ".join(values(needs(said)))


def test_an_interpreter_of_ones_own_is_told_where_there_is_nothing_else_to_tell() -> None:
    assert values(needs("Er komt een gebarentolk met mij mee, die heb ik zelf geregeld.")) == ["gebarentolk"]


# For all --------------------------------------------------------------------------------------------------------------


def test_places_count_in_the_whole_text_whatever_the_window() -> None:
    said = "halal, rolstoel. Groet, raadslid Epe, 06-12345678, x@epe.nl; vegan"
    start, end = said.index("Groet"), said.index(";")

    for extract in (organisations, roles, phones, emails):
        (found,) = extract(said, start, end)
        assert start <= found.start < found.end <= end
    assert (diets(said, start, end), needs(said, start, end)) == ((), ())


@pytest.mark.parametrize(
    "line", ["a" * 200_000, "geen " * 40_000, "06 " * 60_000, "De Van " * 30_000, "\n" * 100_000, "1. " * 60_000]
)
def test_no_line_is_too_long_to_be_read_in_time(line: str) -> None:
    for extract in (organisations, roles, phones, emails, diets, needs):
        assert len(extract(line)) <= len(line)
