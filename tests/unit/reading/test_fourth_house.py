"""Mails to a house where a lecture is told by its subject or its speaker, and no round is named."""

import pytest

from mailbot.domain.event import Choice
from tests.unit.reading.fourth_house import reading_of

SIGNED = "\n\nGroet,\nMarije Tuinstra"


@pytest.mark.parametrize(
    ("text", "workshop"),
    [
        ("Graag een plaats bij de korstmossen.", "korstmos"),
        ("Ik kom graag naar de lezing over de kade.", "vlietkant"),
        ("Graag noteer mij voor de kadelezing.", "vlietkant"),
        ("Doe mij maar de kade.", "vlietkant"),
        ("Ik kom luisteren naar het verhaal over het wilde groen.", "korstmos"),
        ("Zet mij maar bij de mossen.", "korstmos"),
        ("Ik kom graag. Korstmossen.", "korstmos"),
        ("Ik wil graag luisteren naar mevrouw Rozendaal.", "vlietkant"),
        ("Graag een stoel bij Tijs Overkamp.", "korstmos"),
        ("Ik kom voor de heer Overkamp.", "korstmos"),
        ("I would like to come to the talk about the cobbles (Overkamp).", "korstmos"),
        ("Ik kom graag. Mijn man heeft het over niets anders dan klinkers.", None),
        ("Ik kom graag. Van Janneke Rozendaal hoorde ik dat er nog plek was.", None),
    ],
)
def test_a_lecture_is_told_by_its_subject_or_its_speaker(text: str, workshop: str | None) -> None:
    reading = reading_of(text + SIGNED)

    assert (reading.event, reading.review) == ("brug-en-veer", False)
    assert [request.name for request in reading.requests] == ["Marije Tuinstra"]
    assert reading.requests[0].workshops == ((Choice(None, workshop),) if workshop else ())
