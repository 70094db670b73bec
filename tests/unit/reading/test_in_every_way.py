"""The same thing said in every way: each round by each of its names, with each name of a workshop, in each order of
words; and people in each layout of a list."""

from itertools import cycle, product

import pytest

from mailbot.domain.event import Choice
from mailbot.pipeline.understand import Understand
from tests.unit.reading.test_choices_in_words import CONGRESS
from tests.unit.reading.test_lists import read, understand, who

__all__ = ["understand"]  # the fixture

ROUNDS = {
    1: "in ronde 1|in de eerste ronde|om 12.00 uur|om twaalf uur|in de ronde van 12 uur|voor de lunch|"
    "vlak voor de lunch|in workshopronde 1|als eerste|in R1|bij de eerste ronde|"
    "in de ronde voor de lunch|de eerste keer",
    2: "in ronde 2|in de tweede ronde|om 14.00 uur|om twee uur|in de ronde van 14 uur|meteen na de lunch|om 14u|"
    "in workshopronde 2|in R2|bij de tweede ronde|in de middelste ronde|in de ronde na de lunch|de tweede keer",
    3: "in ronde 3|in de derde ronde|om 15.00 uur|om drie uur|in de ronde van 15 uur|in de laatste ronde|om 15u|"
    "in workshopronde 3|als laatste|in R3|aan het eind van de middag|in de slotronde|"
    "in de derde en laatste ronde|de laatste keer",
}
WORKSHOPS = {
    "D": (
        "Opvang van daklozen",
        "de workshop over daklozen",
        "die van Stichting Onderdak",
        '"Opvang van daklozen"',
    ),
    "S": ("Woningsplitsing zonder zorgen", "de workshop over woningsplitsing", "die van Bureau Kadaster"),
}
ONE = (
    "{A} wil ik graag naar {x}.",
    "Ik wil graag {a} naar {x}.",
    "{A} doe ik graag mee met {x}.",
    "Voor mij graag {x} {a}.",
    "Ik zou graag {x} {a} volgen.",
    "{A} kies ik voor {x}.",
    "Zet mij {a} maar bij {x}.",
    "{A} sluit ik aan bij {x}.",
    "Mijn keuze: {x}, {a}.",
    "Mijn voorkeur gaat {a} uit naar {x}.",
)
TWO = (
    "{A} wil ik naar {x} en {b} naar {y}.",
    "{A} graag {x}, {b} {y}.",
    "Ik ga {a} naar {x} en {b} naar {y}.",
    "Graag {a} {x} en {b} {y}.",
    "{A} {x}, daarna {b} {y}.",
    "Ik doe {x} {a} en {y} {b}.",
    "{A} zit ik graag bij {x}; {b} doe ik ook {y}.",
    "- {A}: {x}\n- {B}: {y}",
    "{A} ga ik naar {x}. {B} dan naar {y}.",
)
NAMED = [(number, phrase) for number, phrases in ROUNDS.items() for phrase in phrases.split("|")]
CALLED = [(slug, name) for slug, names in WORKSHOPS.items() for name in names]


def capital(words: str) -> str:
    return words[0].upper() + words[1:]


@pytest.mark.parametrize("frame", ONE)
def test_one_workshop_in_one_round(frame: str) -> None:
    wrong = [
        said
        for (number, a), (slug, x) in product(NAMED, CALLED)
        if CONGRESS.read(said := frame.format(a=a, A=capital(a), x=x)).choices != (Choice(number, slug),)
    ]

    assert wrong == []


@pytest.mark.parametrize("frame", TWO)
def test_two_workshops_in_two_rounds(frame: str) -> None:
    wrong = []
    names = cycle(product(WORKSHOPS["D"], WORKSHOPS["S"]))
    for ((one, a), (two, b)), (x, y) in zip(product(NAMED, NAMED), names, strict=False):
        said = frame.format(a=a, A=capital(a), b=b, B=capital(b), x=x, y=y)
        if one < two and CONGRESS.read(said).choices != (Choice(one, "D"), Choice(two, "S")):
            wrong.append(said)

    assert wrong == []


HEADS = (
    "Graag meld ik de volgende collega's aan voor 30 maart:",
    "Hierbij de aanmelding van onderstaande personen voor de bijeenkomst van 30 maart.",
    "Namens de gemeente Ede meld ik aan:",
    "Wilt u deze mensen inschrijven voor 30 maart?",
    "Onze deelnemers voor 30 maart:",
    "Van onze kant komen:",
)
ROWS = "{n}, {r}|{n} ({r})|{n} - {r}|{n}: {r}|{n} <{m}>|{n}, {m}|{n}, {r}, {m}|{n} – {r}|{r} {n}|{n}|{m} ({n})".split(
    "|"
)
BULLETS = ("- ", "* ", "• ", "{i}. ", "{i}) ", "", "– ")
PEOPLE = (
    ("Naima Ouali", "jurist", "n.ouali@ede.nl"),
    ("Gijs van Dam", "beleidsadviseur", "g.vandam@ede.nl"),
    ("Marie-Claire op 't Veld", "projectleider inclusie", "m.veld@ede.nl"),
)


@pytest.mark.parametrize("row", [*ROWS, "{n} | {r} | {m}", "{n}\t{r}\t{m}"])
def test_people_in_every_layout_of_a_list(understand: Understand, row: str) -> None:
    wrong = []
    for bullet, head in zip(BULLETS, cycle(HEADS), strict=False):
        rows = [(bullet + row).format(i=i, n=n, r=r, m=m) for i, (n, r, m) in enumerate(PEOPLE, 1)]
        listed = "\n".join(rows)
        reading = read(understand, f"Beste organisatie,\n\n{head}\n{listed}\n\nMet vriendelijke groet,\nNoor de Wit\n")
        told = [(n, r if "{r}" in row else None, m if "{m}" in row else None) for n, r, m in PEOPLE]
        if who(reading, "role", "email") != told:
            wrong.append((head, rows))

    assert wrong == []
