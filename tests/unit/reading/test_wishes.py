"""Diets and needs, as a mail says them."""

import pytest

from mailbot.reading.details import (
    diets,
    needs,
    wish_in_cell,
)
from tests.unit.reading.test_details import values

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
