"""Lines that each say what becomes of the people behind them: "Eraf: Wim Smit", "Erbij: Noor de Boer", "Blijft: ...".

Such a line means that only beside its counterpart: a letter in which somebody goes, and somebody comes or stays. "In:"
and "Nieuw:" alone are nothing of the kind. The names stand behind the colon, or in the lines below it.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from mailbot.reading.account.account import Account, Focus
from mailbot.reading.account.entry_names import direct_names
from mailbot.reading.letter.units import Unit, UnitKind
from mailbot.reading.lexicon import words
from mailbot.reading.names import NameFound
from mailbot.reading.names.people import Person, Roster
from mailbot.reading.names.titles import MR_OR_MS
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late

LABEL = re.compile(r"[\s\d*•·–>.)(_-]*(?P<label>[^\W\d_][^\n:=→>@\d]{0,28}?)[\s*_]*(?::|=>?|→|->)[*_]*")
LEAD = " \t\n*•·–>-_0123456789.)(\"'"  # what may stand before the first name of a line
BEFORE_NAME = late(rf"(?:{MR_OR_MS}|collega|onze|mijn|wethouder|raadslid)?\.?\s*", re.IGNORECASE)
LONG = 16  # words: a line of more is talk
KINDS = ("off", "away", "on", "stays", "swap")
ARROW = re.compile(r"\s*(?:-{1,2}>|→|=>)\s*")  # "Wim Smit -> Noor de Boer"
# By one of these a letter tells that a list changes: else "komt niet" is of whoever was asked, and had no seat
CHANGES = ("alteration", "change", "already", "cancel_word")


class Mutation(NamedTuple):
    """What becomes of those named there: `kind` is one of KINDS. `units`: the line, and those below its label."""

    kind: str
    units: tuple[Unit, ...]
    names: tuple[NameFound, ...]


def mutations(text: str, units: Sequence[Unit]) -> tuple[Mutation, ...]:
    """The lines of a letter that change who is on a list; none where they are no such lines."""
    if ":" not in text and "=" not in text and "→" not in text and "->" not in text:
        return ()
    changes = any(unit.has(*CHANGES) for unit in units)
    kinds = [_kind_of(text, unit, changes=changes) for unit in units]
    swaps = tuple(_swaps(text, units)) if changes else ()
    if swaps:
        return swaps
    if "off" not in kinds or not {"on", "stays"}.intersection(kinds):
        return ()
    found = tuple(_mutations(text, units, kinds))
    told = {mutation.kind for mutation in found}
    return found if "off" in told and len(told) > 1 else ()


def _swaps(text: str, units: Sequence[Unit]) -> Iterator[Mutation]:
    """Lines on which an arrow leads from one name to another."""
    for unit in units:
        names = direct_names(text, unit) if unit.kind is not UnitKind.ROW else []
        if len(names) == 2 and ARROW.fullmatch(text, names[0].end, names[1].start):
            yield Mutation("swap", (unit,), tuple(names))


def _mutations(text: str, units: Sequence[Unit], kinds: Sequence[str | None]) -> Iterator[Mutation]:
    for at, (unit, kind) in enumerate(zip(units, kinds, strict=True)):
        if kind is None:
            continue
        beside = [name for name in direct_names(text, unit) if name.start >= _behind_label(text, unit)]
        if beside:
            yield Mutation(kind, (unit,), tuple(beside))
        elif not text[_behind_label(text, unit) : unit.end].strip():
            below = list(_below(text, units[at + 1 :], kinds[at + 1 :]))
            names = tuple(name for entry in below for name in direct_names(text, entry))
            if names:
                yield Mutation(kind, (unit, *below), names)


def _below(text: str, units: Sequence[Unit], kinds: Sequence[str | None]) -> Iterator[Unit]:
    """The lines with people that follow a label: each begins with a name."""
    for unit, kind in zip(units, kinds, strict=True):
        if kind is not None or not unit.names or len(text[unit.start : unit.end].split()) > LONG:
            return
        if not BEFORE_NAME.fullmatch(text[unit.start : unit.names[0].start].strip(LEAD)):
            return
        yield unit


def _kind_of(text: str, unit: Unit, *, changes: bool) -> str | None:
    """`changes`: the letter tells that something changes: then whoever "komt niet" was to come."""
    found = LABEL.match(text, unit.start, unit.end) if unit.kind is not UnitKind.ROW else None
    kind = _labels().get(fold(found["label"])) if found else None
    if kind == "away":
        return "off" if changes else None
    return kind


def _behind_label(text: str, unit: Unit) -> int:
    found = LABEL.match(text, unit.start, unit.end)
    return found.end() if found else unit.start


@cache
def _labels() -> dict[str, str]:
    return {label: kind for kind in KINDS for label in words("mutations", kind)}


def note_mutations(found: Sequence[Mutation], account: Account, roster: Roster) -> None:
    """Note what those lines say of each; one who goes and one who comes change places."""
    if not found:
        return
    people = {
        kind: [_told(m, name, account, roster) for m in found if m.kind == kind for name in m.names] for kind in KINDS
    }
    swaps = list(zip(people["swap"][::2], people["swap"][1::2], strict=True))
    account.substitutions += swaps
    people["off"] += [gone for gone, _ in swaps]
    people["on"] += [taker for _, taker in swaps]
    for person in people["off"]:
        person.cancels = True
    for person in people["on"]:
        person.mark_coming(person.order, enrolled=True)
    for person in people["stays"]:
        person.booked = True
    if any(person in people["on"] or person in people["stays"] for person in people["off"]):
        account.doubt("contradiction")
    elif len(people["off"]) == len(people["on"]) == 1 and not swaps:
        account.substitutions.append((people["off"][0], people["on"][0]))


def _told(mutation: Mutation, name: NameFound, account: Account, roster: Roster) -> Person:
    person = roster.mention(name)
    person.order = min(person.order, name.start)
    unit = next(u for u in mutation.units if u.start <= name.start < u.end)
    account.focus.append(Focus(unit.start, unit.end, (person,), listed=True))
    return person
