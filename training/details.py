"""What a label says is somebody's, as the network learns it: where in the row their organisation, role, diet and needs
stand."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from mailbot.reading.names.people import Person
from mailbot.reading.second_reader.letter_words import LetterWords
from mailbot.reading.second_reader.network import DETAILS, Seen
from training.examples import LabelledMail
from training.fit import PROBES
from training.labels import request_of

# For each of DETAILS the ways to read it in the row, each the places of its pieces (none at all: they have none); None
# where that isn't known.
Ways = tuple[tuple[int, ...], ...] | None
Details = tuple[Ways, ...]
UNKNOWN: Details = (None,) * len(DETAILS)
# Of these only people are labelled, and what becomes of them
WITHOUT_DETAILS = re.compile(rf"S[A-L]|{PROBES}")
MUNICIPALITY = re.compile(r"^gemeente\s+", re.IGNORECASE)


def details_of(mail: LabelledMail, letter: LetterWords, person: Person, seen: Seen) -> Details:
    """What that mail's label says is theirs."""
    request = request_of(mail.gold, str(person.name))
    if WITHOUT_DETAILS.fullmatch(mail.writer) or request is None or mail.gold["kind"] != "signup":
        return UNKNOWN
    if request["action"] == "cancel":
        return UNKNOWN
    told = tuple(_ways(request, key, letter.text, seen) for key in DETAILS)
    changes = request["action"] == "change"  # of those the label has what is new alone
    return tuple(None if changes and ways == () else ways for ways in told)


def _ways(request: dict[str, Any], key: str, text: str, seen: Seen) -> Ways:
    given = request.get(key)
    if not given:
        return ()
    values = given if isinstance(given, list) else [given]
    if None in values:
        return None  # it is as good not to tell it
    found = [way for value in map(str, values) for way in _places(key, value, text, seen)]
    longest = max(map(len, found), default=0)
    return tuple(way for way in found if len(way) > longest / 2) or None


def _places(key: str, value: str, text: str, seen: Seen) -> Iterator[tuple[int, ...]]:
    """Wherever that value stands in the row, however it was wrapped; a municipality by its town alone, too."""
    plain = MUNICIPALITY.sub("", value) if key == "organisation" else value
    pattern = r"\s+".join(map(re.escape, plain.split()))
    if not pattern:
        return
    for found in re.finditer(rf"(?<!\w)(?:gemeente\s+)?{pattern}(?!\w)", text, re.IGNORECASE):
        places = _between(seen.starts, *found.span())
        if places:
            yield places


def _between(starts: Sequence[int], start: int, end: int) -> tuple[int, ...]:
    return tuple(at for at, begins in enumerate(starts) if start <= begins < end)
