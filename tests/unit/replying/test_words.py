"""Dates and times as people write them."""

from datetime import datetime

import pytest

from mailbot.replying.words import date_in_words, moment_in_words, time_in_words

from .conftest import AMSTERDAM, at


@pytest.mark.parametrize(
    ("language", "date", "time", "moment"),
    [
        ("nl", "donderdag 30 maart 2023", "9.05", "donderdag 30 maart 2023 om 9.05 uur"),
        ("en", "Thursday 30 March 2023", "9:05", "Thursday 30 March 2023 at 9:05"),
    ],
)
def test_dates_and_times_are_written_out_in_the_language_of_the_reply(language, date, time, moment):
    when = at(9, 5)

    assert date_in_words(when, language) == date
    assert time_in_words(when, language) == time
    assert moment_in_words(when, language) == moment


def test_every_month_and_day_has_its_dutch_name():
    months = [date_in_words(datetime(2024, month, 1, tzinfo=AMSTERDAM), "nl").split()[2] for month in range(1, 13)]
    days = [date_in_words(datetime(2024, 1, day, tzinfo=AMSTERDAM), "nl").split()[0] for day in range(1, 8)]

    assert " ".join(months) == (
        "januari februari maart april mei juni juli augustus september oktober november december"
    )
    assert " ".join(days) == "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"
