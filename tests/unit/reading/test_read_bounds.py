"""Nothing that anybody can put into a mail makes reading fail or holds it up, however much of it there is.

Counted in CPU time, so that a busy machine fails no test. The bounds are generous: a mail of people takes five
thousandths of a second, and what takes time by the square of its length would take minutes here.
"""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailbot.pipeline.understand import understand
from tests.unit.reading import fifth_house
from tests.unit.reading.second_house import CONTEXT, mail

LONG_ENOUGH = 10.0  # seconds of CPU time for one mail, on a slow machine: elsewhere it takes half of that at most

SURNAMES = [f"{chr(65 + n // 26)}{chr(97 + n % 26)}ma" for n in range(200)]
UNLIKE = [f"{chr(66 + n % 20)}{'aeiou'[n // 20 % 5]}{chr(98 + n // 100)}ma" for n in range(1_000)]
PAIRS = [(SURNAMES[n % 200], SURNAMES[(7 * n + n // 200) % 200]) for n in range(600)]
BOMBS = {
    "a megabyte of blanks": "Graag meld ik mij aan." + " " * 1_000_000 + "\nJan de Vries",
    "a megabyte of blank lines": "Graag meld ik mij aan.\n" + " \n" * 500_000 + "Jan de Vries",
    "5,000 names": "Hierbij meld ik aan: " + ", ".join(f"Jan de Vries{chr(97 + n % 26)}" for n in range(5_000)),
    "5,000 names in a list": "Hierbij meld ik aan:\n" + "\n".join(["- Jan de Vries, jan@tiel.nl"] * 5_000),
    "10,000 times a round": "Graag ronde 1 " * 10_000,
    "2,000 list lines": "\n".join(f"{n}. nog iets van de lijst" for n in range(2_000)),
    "500 dates": "Ik kom op " + ", ".join(f"{n % 28 + 1} maart 2023" for n in range(500)),
    "quotes within quotes": "\n".join(f"{'>' * depth} Graag meld ik mij aan" for depth in range(400)),
    "quoted headers": "Van: Jan <jan@tiel.nl>\nVerzonden: nu\nAan: x\n\nGraag meld ik mij aan.\n" * 500,
    "one line of 200,000 characters": "Graag meld ik mij aan met Jan de Vries en " * 4_762,
    "one word of 200,000 letters": "a" * 200_000,
    "brackets that never close": "Wim (" * 8_000,
    "titles without a name": "mw. drs. ir. " * 3_000,
    "initials without a name": "J. van der " * 4_000,
    "negations": "niet geen nooit " * 2_500,
    "phrases that begin and never end": "meld mij " * 4_500,
    "almost addresses": "jan@" * 10_000,
    "telephone digits": "06 12 34 " * 4_500,
    "a table": "\n".join(["Naam\tOrganisatie\tRonde 1\tRonde 2"] + ["Jan de Vries\tTiel\tA\tB"] * 1_200),
    "bullets below names": "Graag aanmelden:\n"
    + "\n".join(f"- Jan de Vries-{letters}\n  - jurist\n  - halal" for letters in SURNAMES),
    "people by what they are": "Graag aanmelden. "
    + " ".join(f"Mijn moeder Jan de Vries-{letters} komt. Moeder is voorzitter." for letters in SURNAMES),
    "both of them": "Graag aanmelden:\n" + "".join(f"- Jan {name}\n\nBeiden eten halal.\n\n" for name in SURNAMES),
    "600 people": "Graag aanmelden:\n" + "\n".join(f"- {one}{two.lower()} {two}" for one, two in PAIRS),
    "colleagues, each at a house of their own": "Graag aanmelden:\n"
    + "\n".join(f"- Jan {name}, jan@huis{name.lower()}.nl" for name in UNLIKE[:300]),
    "people who are asked for if others drop out": "Graag aanmelden:\n"
    + "\n".join(f"- Jan {name} (alleen als Els {name} uitvalt)" for name in UNLIKE),
    "hesitations": "Graag meld ik mij aan.\n" + "was nog, had.\n" * 2_400,
    "hesitations that are over": "was nog, had.\n" * 2_400 + "Ik kom graag.",
    "two events": "Sterren boven zee haal ik niet. Voor Drukken met de hand meld ik mij graag aan. " * 450,
    "capitals": "GRAAG AANMELDEN VOOR 30 MAART, MET JAN DE VRIES UIT EDE. " * 500,
    "a form over and over": "Naam: Jan de Vries\nDieet: geen\nTelefoon: 06 12345678\n" * 700,
}


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in BOMBS.items()])
def test_a_bomb_is_read_in_a_moment(text: str) -> None:
    begun = time.process_time()

    understanding = understand(mail(text), CONTEXT)

    assert (understanding.error, time.process_time() - begun < LONG_ENOUGH) == (None, True)


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(sorted(text[:60] for text in BOMBS.values())),
    st.text(min_size=1, max_size=6),
    st.integers(1, 3_000),
)
def test_whatever_is_repeated_is_read_in_a_moment(beginning: str, piece: str, times: int) -> None:
    begun = time.process_time()

    understanding = understand(mail(beginning + piece * times), CONTEXT)

    assert (understanding.error, time.process_time() - begun < LONG_ENOUGH) == (None, True)


@pytest.mark.parametrize(
    "piece", ["de eerste, ", "avond 2 en ", "vanaf de tweede tot en met ", "6 maart t/m ", "alle, behalve "]
)
def test_evenings_of_a_course_over_and_over_are_read_in_a_moment(piece: str) -> None:
    begun = time.process_time()

    understanding = understand(mail(piece * (95_000 // len(piece))), fifth_house.CONTEXT)

    assert (understanding.error, time.process_time() - begun < LONG_ENOUGH) == (None, True)
