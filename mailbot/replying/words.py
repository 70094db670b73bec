"""Dates and times as people write them, in Dutch and in English. Without locale: that depends on the machine."""

from datetime import datetime

DAYS = {
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split(),
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
}
MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december".split(),
    "en": "January February March April May June July August September October November December".split(),
}


def date_in_words(moment: datetime, language: str) -> str:
    """ "donderdag 30 maart 2023", "Thursday 30 March 2023"."""
    day, month = DAYS[language][moment.weekday()], MONTHS[language][moment.month - 1]
    return f"{day} {moment.day} {month} {moment.year}"


def time_in_words(moment: datetime, language: str) -> str:
    """ "9.30" in Dutch, where the template writes "uur" after it; "9:30" in English."""
    return f"{moment.hour}{'.' if language == 'nl' else ':'}{moment.minute:02}"


def moment_in_words(moment: datetime, language: str) -> str:
    """ "maandag 27 maart 2023 om 12.00 uur", "Monday 27 March 2023 at 12:00"."""
    date, time = date_in_words(moment, language), time_in_words(moment, language)
    return f"{date} om {time} uur" if language == "nl" else f"{date} at {time}"
