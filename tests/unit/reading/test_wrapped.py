"""Plain-text mail that a program has wrapped: it says what it said before, whatever stands over a line end."""

import textwrap

import pytest

from mailbot.reading.letter.wrapped import unwrapped
from tests.unit.reading.housing import people

LETTERS = (
    "Hallo,\n\nBij dezen meld ik mij samen met mijn collega's Koosje de Ruyter van Steveninck en Thuy Linh Tran aan "
    "voor de bijeenkomst van 18 april. Wij werken alle drie bij de gemeente Zeist en komen met de trein.\n\n"
    "Met vriendelijke groet,\nKarin Visser\nbeleidsmedewerker Wonen\nGemeente Zeist",
    "Beste mensen,\n\nNamens wethouder mr. drs. Th.J. (Thea) van Rossum laat ik u weten dat zij graag ingaat op uw "
    "uitnodiging voor 18 april. De wethouder eet vegetarisch, en ik kom zelf niet mee.\n\nGroet,\nKarin Visser",
    "Goedemorgen,\n\nHierbij onze deelnemers: Daoud Benali <d.benali@zeist.nl>; Berg, Mathijs van den "
    "<m.vandenberg@zeist.nl>; Asante-Boateng, Gifty <g.asante@zeist.nl>; H. van Vuuren <h.vanvuuren@zeist.nl>\n\n"
    "Zelf ben ik die dag in Brussel, dus mij hoeft u niet te noteren.\n\nGroet,\nKarin Visser",
    "Hallo,\n\nGraag twee plaatsen op 18 april:\n\n- Bente van der Laan, adviseur inclusie bij de provincie Utrecht, "
    "die graag glutenvrij eet\n- Anne-Fleur Zijdewind, griffier van de gemeente Zeist, die alles eet wat er is\n\n"
    "Zelf kom ik niet.\n\nGroet,\nKarin Visser",
)


@pytest.mark.parametrize("letter", LETTERS)
def test_says_the_same_at_whatever_width_it_is_wrapped(letter: str) -> None:
    expected = _said(letter)
    assert len(expected) > 0
    assert {width: _said(_wrapped(letter, width)) for width in (*range(52, 79), *range(96, 124, 3))} == dict.fromkeys(
        (*range(52, 79), *range(96, 124, 3)), expected
    )


def _wrapped(letter: str, width: int) -> str:
    lines = (textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) for line in letter.split("\n"))
    return "\n".join("\n".join(line) for line in lines)


def _said(letter: str) -> set[tuple[str | None, str | None, str | None]]:
    return {(name, request.organisation, request.diet) for name, request in people(letter).items()}


LEFT = (
    "Graag aanmelden voor 18 april:\nWim Smit, beleidsadviseur bij de gemeente Zeist\nNoor de Boer, griffier in Ede",
    "Graag op 18 april aanmelden bij de bijeenkomst, en wel\nmet drie mensen, die allen van de gemeente Zeist zijn:\n"
    "Wim Smit, beleidsadviseur bij de gemeente Zeist, Wonen\nNoor de Boer, griffier te Utrecht",
    "Ik kom graag naar de bijeenkomst op 18 april, met de\ntrein, en eet dan graag vegetarisch.\n\nGroet,\nKarin Visser"
    "\n\n> Wilt u ons laten weten of u erbij bent, en wat u dan\n> graag eet en drinkt?",
    "Naam: Karin Visser, beleidsadviseur Wonen en Zorg bij de\nGemeente: Zeist",
    "Naam\tWat zij daar doet in het dagelijks leven, zegt men\nKarin Visser\tzij is beleidsadviseur bij gemeente Zeist",
    "Ik kom graag op 18 april\nen neem niemand mee die dag,\nwant dat mag niet van mijn baas\nKarin Visser",
)


@pytest.mark.parametrize("letter", LEFT)
def test_what_its_writer_put_on_lines_of_its_own_stays_there(letter: str) -> None:
    joined = letter.replace("en wel\nmet", "en wel met").replace("met de\ntrein", "met de trein")
    assert unwrapped(letter) == joined


@pytest.mark.parametrize(
    ("letter", "name"),
    [
        (
            "Hierbij meld ik, Anne-Fleur van\nder Werf-de\nGroot, jurist in\nZeist, mij aan.",
            "Anne-Fleur van der Werf-de Groot",
        ),
        (
            "Vorig jaar stond er op mijn badge nog Witse Posthuma, heel leuk voor mijn collega's, maar ik ben Wytze\n"
            "Postma. Tot dan!",
            "Wytze Postma",
        ),
    ],
)
def test_a_name_goes_on_in_the_next_line_however_wide_the_lines_are(letter: str, name: str) -> None:
    assert name in unwrapped(letter)


@pytest.mark.parametrize(
    "letter",
    [
        "Tussenvoegsel: van der\nAchternaam: Werf",
        "Tussenvoegsel\tvan der\nAchternaam\tWerf",
        "Ik kom graag, samen met Wytze\nGemeente Zeist",
        "Groeten van Wytze\n\nPostma, W.",
    ],
)
def test_what_stands_below_a_name_is_not_the_rest_of_it(letter: str) -> None:
    assert unwrapped(letter) == letter
