"""Who eats what, and who needs what? Short mails, read whole."""

import pytest

from mailbot.reading.message.parse import parse
from mailbot.reading.read import read
from mailbot.reading.screening.screen import OwnIdentity, screen
from tests.unit.reading.housing import CONTEXT, OURS, people
from tests.unit.reading.letters import a_mail


def test_a_diet_is_of_whom_its_clause_is_about() -> None:
    mail = "Ik meld mij en mijn collega Joost Smit aan. Joost eet halal, ik heb een notenallergie.\n\nKarin Visser"

    both = people(mail)

    assert (both["Joost Smit"].diet, both["Karin Visser"].diet) == ("halal", "notenallergie")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Wilt u mij en Mila Jansen (stagiaire, wel vega!) inschrijven?", {"Mila Jansen": "vega"}),
        ("Wilt u mij en Mila Jansen (allebei vega) inschrijven?", {"Karin Visser": "vega", "Mila Jansen": "vega"}),
        ("Mijn vrouw en ik komen graag: Karin Visser en Mila Jansen. Mijn vrouw eet vegan.", {"Mila Jansen": "vegan"}),
        ("Mila Jansen en ik komen graag. Onze stagiaire is overigens vegan.", {"Mila Jansen": "vegan"}),
        ("Ik kom graag. Mijn man is vegan, maar die blijft thuis.", {}),
        (
            "Graag aanmelden: Mila Jansen, Wim Pot en ik. Mevrouw Jansen is blind en neemt haar geleidehond mee.",
            {"Mila Jansen": "blind, geleidehond"},
        ),
        ("Please register Mila Jansen and me. Mila loves the topic. She's vegan.", {"Mila Jansen": "vegan"}),
        ("Mila Jansen komt in mijn plaats. In tegenstelling tot mij eet zij geen vis.", {"Mila Jansen": "geen vis"}),
        ("Graag aanmelden: Els Pot-Haan en ik. Mevrouw Pot eet geen vis.", {"Els Pot-Haan": "geen vis"}),
        ("Graag aanmelden: Xolani Pot en ik. Geen wensen van mijn kant; Xolani eet vegan.", {"Xolani Pot": "vegan"}),
        (
            "Mila Jansen, Joost Smit en ik komen graag. Graag vegetarisch, behalve voor Joost.",
            {"Mila Jansen": "vegetarisch", "Karin Visser": "vegetarisch"},
        ),
        (
            "Mila Jansen en ik komen graag. Twee keer vegetarisch graag.",
            {"Mila Jansen": "vegetarisch", "Karin Visser": "vegetarisch"},
        ),
        ("Mila Jansen, Joost Smit en ik komen graag. Twee keer vegetarisch graag.", {}),
        ("mijn man en ik komen graag: Karin Visser en Xolani Pot. xolani eet vegan.", {"Xolani Pot": "vegan"}),
    ],
)
def test_a_wish_is_of_whom_the_words_before_it_turned_to(said: str, expected: dict[str, str]) -> None:
    found = people(f"{said}\n\nKarin Visser")

    assert {name: r.diet or r.access for name, r in found.items() if r.diet or r.access} == expected


@pytest.mark.parametrize(
    ("said", "joost", "karin"),
    [
        ("Joost eet halal, bij mij mogen er geen noten in.", "halal", "geen noten"),
        ("De wethouder eet geen vlees, ik eet alles.", "geen vlees", None),
        ("Voor de wethouder geldt dat hij geen vis eet.", "geen vis", None),
        ("Ik ben allergisch voor noten en eet ook geen zuivel.", None, "allergisch voor noten, ook geen zuivel"),
        ("Daar lusten de honden geen brood van. Ik ben niet moeilijk.", None, None),
        ("Joost lust alles behalve rauwkost.", "geen rauwkost", None),
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


def test_what_is_said_of_all_is_everybodys() -> None:
    mail = "Wij komen met z'n tweeën: Joost Smit en ik. Allebei vegetarisch graag.\n\nKarin Visser"

    assert [request.diet for request in people(mail).values()] == ["vegetarisch", "vegetarisch"]


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


def test_a_number_means_the_item_of_the_list() -> None:
    mail = "Graag aanmelden:\n1. Joost Smit\n2. Mila Jansen\n\nVoor de lunch: nr. 2 is veganist. Ik kom niet.\n\nKarin"

    both = people(mail)

    assert (both["Joost Smit"].diet, both["Mila Jansen"].diet) == (None, "veganist")


def test_what_is_said_of_an_office_is_of_whoever_holds_it() -> None:
    mail = """Op 18 april komen:
- Wim Kok, burgemeester
- Eva Bos, wethouder

De burgemeester eet halal, de wethouder vegetarisch.

Karin Visser"""

    found = people(mail, "Bestuurssecretariaat Zeist <secretariaat@zeist.nl>")

    assert (found["Wim Kok"].diet, found["Eva Bos"].diet) == ("halal", "vegetarisch")


def test_a_label_may_begin_talk_of_several() -> None:
    mail = """Karim Bos (cc) en ik komen graag op 18 april.

Lunch: voor mij vegetarisch. Karim eet halal."""

    found = people(mail, Cc="Karim Bos <k.bos@zeist.nl>")

    assert (found["Karin Visser"].diet, found["Karim Bos"].diet) == ("vegetarisch", "halal")


def test_who_alone_comes_is_meant_by_he_though_somebody_else_was_spoken_of_since() -> None:
    mail = "Ik meld wethouder Joost Smit aan. Zijn chauffeur wacht buiten.\n\nHij eet halal.\n\nKarin Visser"

    assert people(mail)["Joost Smit"].diet == "halal"


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


def test_a_diet_told_of_somebody_who_stays_on_the_list_changes_nothing() -> None:
    mail = "Wilt u mij van de lijst halen? Els Pot komt nog steeds glutenvrij, dus haar regel laten staan a.u.b."

    found = people(f"{mail}\n\nKarin Visser", Subject="Afmelding")

    assert list(found) == ["Karin Visser"]


def test_a_short_line_of_the_signature_may_tell_what_its_author_eats() -> None:
    short = people("Ik kom graag.\n\nKarin Visser\njurist\n(vegetarisch graag)")["Karin Visser"]
    motto = people("Ik kom graag.\n\nKarin Visser\nRestaurant De Spil, voor wie vegetarisch en lekker wil eten")

    assert (short.diet, motto["Karin Visser"].diet) == ("vegetarisch", None)


@pytest.mark.parametrize(
    ("said", "diet"),
    [
        ("Geen eitjes voor mij.", "Geen eitjes"),
        ("Ik moet bij noten wegblijven.", "geen noten"),
        ("Ik moet uit de buurt blijven van gluten.", "uit de buurt blijven van gluten"),
        ("Gluten? Daar kan ik niet tegen.", "geen gluten"),
        ("Geen noten, daar word ik echt ziek van.", "Geen noten"),
        ("Varkensvlees komt er bij mij niet in.", "geen varkensvlees"),
        ("Laat de vis maar weg.", "geen vis"),
        ("Als er gegeten wordt dan graag lactose vrij.", "lactose vrij"),
        ("Ik moat glutenfrij ite.", "glutenfrij"),
        ("Ik vast die week, dus voor mij hoeft u niets te eten klaar te zetten.", "vast die week"),
        ("I steer clear of nuts.", "steer clear of nuts"),
        ("Ik vast in die periode.", "vast in die periode"),
        ("Ik eet vegetarisch, correctie: veganistisch.", "veganistisch"),
        ("Ik houd vast aan mijn keuze.", None),
        ("Ik heb vast een plek nodig.", None),
        ("Ik kom vast die dag.", None),
        ("Ik eet vegetarisch nee grapje ik eet alles.", None),
        ("Ik eet halal, o nee, dat is mijn collega, ik eet alles.", None),
        ("Twee daarvan zijn vegetariër, dat weet ik wel.", None),
        ("Bijna iedereen hier is vegetariër.", None),
    ],
)
def test_what_is_left_out_is_told_in_many_ways(said: str, diet: str | None) -> None:
    assert people(f"Graag meld ik mij aan. {said}\n\nKarin Visser")["Karin Visser"].diet == diet


@pytest.mark.parametrize(
    ("said", "need"),
    [
        ("Mijn knie is vervangen, dus trappen gaan moeizaam.", "trappen gaan moeizaam"),
        ("Met trappen heb ik moeite.", "Met trappen heb ik moeite"),
        ("Ik moet i.v.m. borstvoeding een afsluitbare ruimte hebben.", "afsluitbare ruimte"),
        ("Is er een plek waar ik kan voeden?", "plek waar ik kan voeden"),
        ("Houd een stoel vrij met goed zicht op de sprekers.", "stoel vrij met goed zicht op de sprekers"),
        ("Ik hoor niet zo goed meer.", "hoor niet zo goed meer"),
        ("I don't see very well.", "don't see very well"),
        ("Ik zie slecht weer aankomen.", None),
        ("Is er een lift van het station?", None),
        ("Ik hoor graag van u.", None),
    ],
)
def test_what_is_needed_is_told_in_many_ways(said: str, need: str | None) -> None:
    assert people(f"Graag meld ik mij aan. {said}\n\nKarin Visser")["Karin Visser"].access == need


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


def test_who_is_an_interpreter_needs_none() -> None:
    karin = people("Graag meld ik mij aan. Ik ben tolk gebarentaal.\n\nKarin Visser")["Karin Visser"]

    assert (karin.role, karin.access) == ("tolk", None)


@pytest.mark.parametrize(
    ("said", "joost", "karin"),
    [
        ("Als er bij de lunch iets zonder gluten is, dan is dat voor hem.", "iets zonder gluten", None),
        ("Mocht er een vegetarisch broodje zijn, dan graag voor Joost.", "vegetarisch", None),
        ("Graag een halal lunch, dat geldt alleen voor Joost.", "halal", None),
        ("Iets zonder gluten zou fijn zijn, voor mij dan.", None, "Iets zonder gluten"),
        ("Ik eet halal, en voor Joost graag vega.", "vega", "halal"),
        ("Thuis koken we vegetarisch, maar ik eet alles.", None, None),
        ("Ik eet vegetarisch, Joost eet alles.", None, "vegetarisch"),
    ],
)
def test_for_whom_it_is_may_stand_behind_what_somebody_eats(said: str, joost: str | None, karin: str | None) -> None:
    found = people(f"Joost Smit en ik komen graag. {said}\n\nKarin Visser")

    assert (found["Joost Smit"].diet, found["Karin Visser"].diet) == (joost, karin)


@pytest.mark.parametrize(
    ("said", "diet", "access"),
    [
        ("Geen lunch met ei, daar krijg ik uitslag van.", "geen ei", None),
        ("Ik eet alleen vis en groente.", "alleen vis en groente", None),
        ("Wel zonder lunch (intermittent fasting).", "zonder lunch, fasting", None),
        ("It will be my first time (no lunch restrictions).", None, None),
        ("Schelpdieren kunnen mijn dood worden.", "geen schelpdieren", None),
        ("Het is dan ramadan, maar ik eet gewoon mee.", None, None),
        ("Ik ben een echte vleeseter.", None, None),
        ("Heb wel een stoel nodig met armleuningen.", None, "stoel nodig met armleuningen"),
        ("Ik hoor met één oor.", None, "hoor met één oor"),
        ("Een plek vooraan wel graag.", None, "plek vooraan"),
        ("Ik heb geen rolstoel meer nodig, de krukken zijn weg.", None, None),
        ("De krukken zijn blauw, dan weet u wie ik ben.", None, "krukken"),
    ],
)
def test_what_is_eaten_and_needed_is_told_in_passing(said: str, diet: str | None, access: str | None) -> None:
    karin = people(f"Graag kom ik op 18 april. {said}\n\nKarin Visser")["Karin Visser"]

    assert (karin.diet, karin.access) == (diet, access)


def test_a_given_name_of_two_words_stands_in_a_line_of_diets() -> None:
    found = people(
        "Graag aanmelden:\n\n- Romana Pinas\n- Xiu Ying Zhang\n\nDieet: Xiu Ying geen schaaldieren, Romana halal."
        "\n\nKarin Visser, ik kom zelf niet"
    )

    assert (found["Xiu Ying Zhang"].diet, found["Romana Pinas"].diet) == ("geen schaaldieren", "halal")


def test_she_and_he_of_one_sentence_are_two() -> None:
    found = people("Joost Smit en Mila Jansen komen graag. Zij eet halal, hij glutenvrij.\n\nKarin Visser")

    assert (found["Mila Jansen"].diet, found["Joost Smit"].diet) == ("halal", "glutenvrij")


@pytest.mark.parametrize(
    "said",
    [
        "De rolstoel hoeft niet meer voor Joost.",
        "Halal hoeft niet voor Joost.",
        "Vegetarisch is voor Joost niet nodig.",
    ],
)
def test_a_wish_that_is_not_due_gives_up_no_seat(said: str) -> None:
    found = people(f"Willen jullie Joost Smit en mij inschrijven voor 18 april? {said}\n\nKarin Visser")

    assert list(found) == ["Joost Smit", "Karin Visser"]
    assert (found["Joost Smit"].diet, found["Joost Smit"].access) == (None, None)
