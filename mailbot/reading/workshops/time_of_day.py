"""Times of day as people write them telling when they come and go: "14.30 uur", "half twee", "tien voor drie"."""

import re
from functools import cache

from mailbot.reading.lexicon import words
from mailbot.reading.text.fold import any_of
from mailbot.reading.workshops.round_patterns import QUARTERS, SIDES, half_of, hour_words, ordinals

MINUTES = {**QUARTERS, "half": 30}
NIGHT = 4 * 60  # minutes before the first round at which nobody comes or goes: what is earlier is of the afternoon


@cache
def time_of_day() -> str:
    """A pattern over folded text; its groups are those that minutes_of() reads."""
    hour = rf"(?:\d{{1,2}}|{any_of([word for word in hour_words() if len(word) > 2 and word not in ordinals()])})"
    unit, behind = r"(?:uur|u|h|hours|o'clock|uhr)", any_of(words("presence", "behind_hour"))
    return (
        rf"(?:(?P<count>{any_of(MINUTES)}|\d{{1,2}})\s(?:minuten\s|minutes\s)?(?P<side>voor|over|na|past|to)\s"
        rf"(?P<halfway>half\s)?(?P<near>{hour})(?:\s?{unit})?|half\s(?P<half>{hour})(?:\s?{unit})?"
        rf"|(?P<hour>\d{{1,2}})[.:u](?P<minute>\d\d)(?:\s?{unit})?"
        rf"|(?P<whole>{hour})(?:\s?{unit}|(?=\s?[ap]\.?m\b))|(?P<bare>{hour})(?=\s?(?:$|[,.;)(\n]|(?:{behind})\b)))"
        r"(?:\s?(?P<pm>pm|p\.m\.|'s middags))?(?!\w|[.:-]\d)"
    )


def minutes_of(match: re.Match[str], first: int, last: int) -> int:
    """The minutes since midnight of that match. first, last: when the rounds of the day begin and end: "twee uur" lies
    between them, or near."""
    if match["half"]:
        told = _hour(match["half"]) * 60 + half_of(match["half"])
    elif match["near"]:
        told = _hour(match["near"]) * 60 - (30 if match["halfway"] else 0)
        count = int(match["count"]) if match["count"].isdigit() else MINUTES[match["count"]]
        told += SIDES[match["side"]] * count
    elif match["hour"]:
        told = int(match["hour"]) * 60 + int(match["minute"])
    else:
        told = _hour(match["whole"] or match["bare"]) * 60
    return told + 12 * 60 if told < 12 * 60 and (match["pm"] or told < first - NIGHT) and told < last - 9 * 60 else told


def _hour(written: str) -> int:
    return int(written) if written.isdigit() else hour_words()[written]
