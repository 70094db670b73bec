"""The labels of a mail (gold.json) as training asks for them: what becomes of a person, whether a reading is right.

The corpus' own score.py says what counts as the same name; this is the part of it that is needed here.
"""

import re
from collections.abc import Iterable
from typing import Any

from mailbot.domain.reading import Reading
from mailbot.reading.second_reader.model import NOTHING, REGISTERED
from mailbot.reading.text.fold import fold

TITLES = re.compile(r"\b(?:drs|mr|ir|ing|dr|prof|dhr|mevr|mw|mevrouw|meneer|wethouder|bc|msc|ma|ba|bsc|phd)\b\.?")


def needs_person(gold: dict[str, Any]) -> bool:
    """Whether a careful assistant would not act alone on that mail."""
    return str(gold["review"]) == "must"


def is_doubtful(gold: dict[str, Any]) -> bool:
    """The same, or that it asks for nothing: a question or somebody else's business looks like a sign-up, too."""
    return gold["kind"] != "signup" or needs_person(gold)


def fates_of(gold: dict[str, Any], name: str) -> tuple[str, ...]:
    """What becomes of that person by the label. Two things where the mail needs a person to decide: whoever learns
    from it should learn to be of two minds."""
    became = _fate(gold, name)
    if not needs_person(gold) or gold["kind"] != "signup":
        return (became,)
    return (became, REGISTERED if became == NOTHING else NOTHING)


def _fate(gold: dict[str, Any], name: str) -> str:
    """The action that the label asks for that person; NOTHING where none."""
    request = request_of(gold, name)
    return str(request["action"]) if request else NOTHING


def request_of(gold: dict[str, Any], name: str) -> dict[str, Any] | None:
    """What the label asks for that person, by the whole name or else by the surname."""
    plain = _plain(name)
    if not plain:
        return None
    for same in (lambda labelled: labelled == plain, lambda labelled: labelled.split()[-1] == plain.split()[-1]):
        for request in gold["requests"]:
            if any(same(labelled) for labelled in _names(request)):
                return dict(request)
    return None


def is_found(gold: dict[str, Any], people: Iterable[str]) -> bool:
    """Whether all whom the label asks something for are among these people, by the whole name or else the surname."""
    found = {plain for name in people if (plain := _plain(name))}
    surnames = {plain.split()[-1] for plain in found}
    labelled = [_names(request) for request in gold["requests"]]
    return all(any(name in found or name.split()[-1] in surnames for name in names) for names in labelled)


def is_right(gold: dict[str, Any], reading: Reading) -> bool:
    """Whether to act on that reading alone would be right: people, actions, event, and no person needed."""
    if needs_person(gold) or str(reading.kind) != gold["kind"] or reading.unnamed != gold["unnamed"]:
        return False
    left = [(str(request.action), _plain(request.name or "")) for request in reading.requests]
    for request in gold["requests"]:
        hit = next((pair for pair in left if pair[0] == request["action"] and pair[1] in _names(request)), None)
        if hit is None:
            return False
        left.remove(hit)
    return not left and (gold["kind"] != "signup" or reading.event == gold["event"])


def _names(request: dict[str, Any]) -> list[str]:
    given = request.get("name")
    names = given if isinstance(given, list) else [given]
    return [plain for name in names if name and (plain := _plain(name))]


def _plain(name: str) -> str:
    return " ".join(TITLES.sub(" ", re.sub(r"[.,;:()\"]", " ", fold(name))).split())
