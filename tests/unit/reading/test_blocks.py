"""People told of in blocks: a name, and below it a line for each thing of theirs; and the writer's own particulars,
one below the other. Nothing of it is lost, and nothing is somebody else's."""

import pytest

from tests.unit.reading.housing import D, S, people, reasons

LEAD = "Hierbij de gegevens van onze deelnemers voor 18 april:"
SENDER = "Els Bos <e.bos@zeist.nl>"
END = "Met vriendelijke groet,\nEls Bos\nsecretariaat"
BLOCKS = [
    "Joost Smit, jurist\n06-12345671\nvegetarisch\n{joost}\n\nLieke Vos, griffier\n06-22345672\nhalal\n{lieke}",
    "Joost Smit\njurist\ntel. 06-12345671\nDieet: vegetarisch\n{joost}\n\n"
    "Lieke Vos\ngriffier\ntel. 06-22345672\nDieet: halal\n{lieke}",
    "1. Joost Smit (jurist)\n   {joost}\n   06-12345671\n   eet vegetarisch\n"
    "2. Lieke Vos (griffier)\n   {lieke}\n   06-22345672\n   eet halal",
    "Jurist Joost Smit\nlunch: vegetarisch\n{joost}\n06-12345671\n---\n"
    "Griffier Lieke Vos\nlunch: halal\n{lieke}\n06-22345672",
    "1. Joost Smit\n   - functie: jurist\n   - dieet: vegetarisch\n   - tel: 06-12345671\n   - {joost}\n"
    "2. Lieke Vos\n   - functie: griffier\n   - dieet: halal\n   - tel: 06-22345672\n   - {lieke}",
    "* Joost Smit\n   o jurist\n   o vegetarisch\n   o 06-12345671\n   o {joost}\n"
    "* Lieke Vos\n   o griffier\n   o halal\n   o 06-22345672\n   o {lieke}",
    "Deelnemer 1: Joost Smit, jurist, vegetarisch, 06-12345671, {joost}\n"
    "Deelnemer 2: Lieke Vos, griffier, halal, 06-22345672, {lieke}",
    "* Joost Smit - jurist\nDieetwensen: vegetarisch\n06-12345671\n{joost}\n"
    "* Lieke Vos - griffier\nDieetwensen: halal\n06-22345672\n{lieke}",
    "Naam: Joost Smit\njurist\n06-12345671\n{joost}\nvegetarisch\n\n"
    "Naam: Lieke Vos\ngriffier\n06-22345672\n{lieke}\nhalal",
]
CHOICES = [
    ("Ronde 1: opvang van daklozen", "Ronde 3: woningsplitsing"),
    ("Ronde 1 opvang van daklozen", "Ronde 3 woningsplitsing"),
    ("Workshop: Opvang van daklozen, ronde 1", "Workshop: Woningsplitsing zonder zorgen, ronde 3"),
    ("opvang van daklozen (ronde 1)", "woningsplitsing (ronde 3)"),
]


@pytest.mark.parametrize("block", BLOCKS)
@pytest.mark.parametrize(("joost", "lieke"), CHOICES)
def test_each_has_what_stands_below_their_name(block: str, joost: str, lieke: str) -> None:
    found = people(f"{LEAD}\n\n{block.format(joost=joost, lieke=lieke)}\n\n{END}", SENDER)

    told = {
        name: ((r.role or "").lower(), (r.phone or "")[-8:], r.diet, [(c.round, c.workshop) for c in r.workshops])
        for name, r in found.items()
    }
    assert told == {
        "Joost Smit": ("jurist", "12345671", "vegetarisch", [(1, D)]),
        "Lieke Vos": ("griffier", "22345672", "halal", [(3, S)]),
    }


def test_who_has_no_line_of_their_own_has_nothing_of_the_next() -> None:
    block = "Joost Smit\nGemeente Zeist\n\nLieke Vos\nhalal\n06-22345672\nronde 3 woningsplitsing"
    found = people(f"{LEAD}\n\n{block}\n\n{END}", SENDER)

    assert (found["Joost Smit"].diet, found["Joost Smit"].phone, found["Joost Smit"].workshops) == (None, None, ())
    assert found["Lieke Vos"].diet == "halal"


def test_what_is_called_something_unknown_may_be_of_somebody_else() -> None:
    block = "Joost Smit\nDieet: vegetarisch\nLeidinggevende: directeur Kees Prins\n\nLieke Vos\nDieet: halal"
    found = people(f"{LEAD}\n\n{block}\n\n{END}", SENDER)

    assert found["Joost Smit"].role is None


def test_the_next_item_of_a_list_belongs_to_no_block() -> None:
    found = people("Graag aanmelden:\n\n- Joost Smit, jurist, vegan\n- en ikzelf, griffier\n\nKarin Visser")

    assert {name: r.role for name, r in found.items()} == {"Joost Smit": "jurist", "Karin Visser": "griffier"}
    assert found["Karin Visser"].diet is None


@pytest.mark.parametrize(
    "lines",
    [
        "Karin Visser\njurist\nGemeente Zeist\n06-12345671\nronde 2 woningsplitsing",
        "naam Karin Visser\nals jurist\ntel. 06-12345671\nGemeente Zeist\nWorkshop woningsplitsing in ronde 2",
        "- Karin Visser\n- jurist\n- gemeente Zeist\n- 06-12345671\n- ronde 2: woningsplitsing",
        "* Naam: Karin Visser\n* functie jurist\n* Gemeente Zeist\n* tel. 06-12345671\n* Ronde 2: woningsplitsing",
        "Karin Visser\n\nOrganisatie: gemeente Zeist\n\nwoningsplitsing in ronde 2\n\njurist\n\nTelefoon: 06-12345671",
        "Naam: Karin Visser, tel. 06-12345671, jurist, gemeente Zeist, ronde 2 woningsplitsing",
    ],
)
@pytest.mark.parametrize("end", ["", "\n\nGroet,\nKarin"])
def test_the_writers_own_particulars_are_theirs(lines: str, end: str) -> None:
    mail = f"Hierbij meld ik mij aan voor 18 april:\n\n{lines}{end}\n"
    found = people(mail)

    assert reasons(mail) == ()
    (own,) = found.values()
    assert (own.name, own.organisation, (own.phone or "").replace("-", "")) == (
        "Karin Visser",
        "Gemeente Zeist",
        "0612345671",
    )
    assert [(c.round, c.workshop) for c in own.workshops] == [(2, S)]


@pytest.mark.parametrize("title", ["stagiair", "nog een collega"])
def test_who_has_no_name_in_a_list_of_people_is_asked_for(title: str) -> None:
    assert "unnamed" in reasons(
        f"Graag aanmelden voor 18 april:\n\n- Joost Smit\n- Lieke Vos\n- {title}\n\nEls Bos", SENDER
    )


def test_a_sign_up_on_one_line_that_begins_with_the_word_is_no_signature() -> None:
    found = people("Aanmelding Karin Visser, gemeente Zeist, 18 april + ronde 2 woningsplitsing")

    assert [(c.round, c.workshop) for c in found["Karin Visser"].workshops] == [(2, S)]
