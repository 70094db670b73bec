"""How a round is told: by its hours, and by its day where the rounds are on several."""

import pytest

from mailbot.domain.event import Choice, Event
from mailbot.replying.views import choice_view
from tests.unit.reading.fourth_house import COURSE, LECTURES


@pytest.mark.parametrize(
    ("event", "choice", "language", "starts"),
    [
        (LECTURES, Choice(1, "korstmos"), "nl", "20.00"),
        (COURSE, Choice(2, "brood"), "nl", "donderdag 23 maart 2023, 19.00"),
        (COURSE, Choice(4, "recept"), "en", "Thursday 6 April 2023, 19:00"),
    ],
)
def test_a_session_of_a_course_is_told_with_its_day(event: Event, choice: Choice, language: str, starts: str) -> None:
    view = choice_view(event, choice, language)

    assert str(view.starts) == starts
