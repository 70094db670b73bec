"""Hundreds of ways to say which workshop in which round: a table that one can add a line to (choices_in_words.txt)."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from mailbot.domain.event import Event, Round, Workshop
from mailbot.reading.workshops.choices import ChoiceReader

ZONE = ZoneInfo("Europe/Amsterdam")
TABLE = Path(__file__).with_name("choices_in_words.txt")


def at(hour: int) -> datetime:
    return datetime(2024, 4, 18, hour, tzinfo=ZONE)


CONGRESS = ChoiceReader(
    Event(
        "e",
        "Wonen voor iedereen",
        at(10),
        at(16),
        "Zaal, Plein 3, Utrecht",
        50,
        True,
        rounds=(Round(1, at(12), at(13)), Round(2, at(14), at(15)), Round(3, at(15), at(16))),
        workshops=(
            Workshop("D", "Opvang van daklozen, wat werkt?", 20, (1, 2, 3), ("Stichting Onderdak (SO)", "Bep Klaver")),
            Workshop("S", "Woningsplitsing zonder zorgen", 20, (1, 2, 3), ("Bureau Kadaster", "Wouter Tak")),
        ),
    )
)


def sayings() -> Iterator[tuple[str, str]]:
    for line in TABLE.read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            said, _, choices = line.rpartition("|")
            yield said.strip().replace("\\n", "\n"), " ".join(sorted(choices.split()))


@pytest.mark.parametrize(("said", "choices"), list(sayings()))
def test_what_people_say_of_workshops_comes_to_these_choices(said: str, choices: str) -> None:
    reading = CONGRESS.read(said)

    assert " ".join(sorted(f"{c.round or 0}{c.workshop}" for c in reading.choices)) == choices
    assert reading.problems == ()
