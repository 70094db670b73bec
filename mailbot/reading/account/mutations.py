"""Lines that each say what becomes of the people behind them: "Eraf: Wim Smit", "Erbij: Noor de Boer", "Blijft: ...".

Such a line means that only beside its counterpart: a letter in which somebody goes, and somebody comes or stays. "In:"
and "Nieuw:" alone are nothing of the kind. The names stand behind the colon, in the lines below it, or before what is
said of them (mutation_lines.py).
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mailbot.reading.account.account import Account, Focus
from mailbot.reading.account.entry_names import direct_names
from mailbot.reading.account.mutation_lines import begins_with_name, contrast_on, labels, swap_on, verdict_on
from mailbot.reading.letter.units import Unit, UnitKind
from mailbot.reading.names import NameFound
from mailbot.reading.names.people import Person, Roster
from mailbot.reading.text.fold import fold

LABEL = re.compile(r"[\s\d*•·–>.)(_-]*(?P<label>[^\W\d_][^\n:=→>@\d]{0,28}?)[\s*_]*(?::|=>?|→|->)[*_]*")
LONG = 16  # words: a line of more is talk
KINDS = ("off", "away", "on", "stays", "swap")
# By one of these a letter tells that a list changes: else "komt niet" is of whoever was asked, and had no seat
MARK = re.compile(r"[:=→(>\t]|- |\bwordt\b")  # one of which stands in every list of the kind
CHANGES = ("alteration", "change", "already", "cancel_word")

OF_THINGS = ("part", "belonging")


class Mutation(NamedTuple):
    """What becomes of those named there: `kind` is one of KINDS. `units`: the line, and those below its label."""

    kind: str
    units: tuple[Unit, ...]
    names: tuple[NameFound, ...]  # of a swap, who goes and who comes; without the writer


def mutations(text: str, units: Sequence[Unit]) -> tuple[Mutation, ...]:
    """The lines of a letter that change who is on a list; none where they are no such lines."""
    changes = any(unit.has(*CHANGES) for unit in units)
    contrasts = [(unit, contrast_on(text, unit)) for unit in units]
    plain = tuple(Mutation("swap", (u,), tuple(n for n in pair if n)) for u, pair in contrasts if pair is not None)
    if not (changes or plain or MARK.search(text)):
        return ()
    swaps = (*plain, *_swaps(text, [unit for unit, pair in contrasts if pair is None]))
    told_of = tuple(_verdicts(text, units, swaps))
    if plain or (swaps and (changes or told_of or len(units) == 1)):
        return (*swaps, *told_of)
    if {"on", "stays"} & {m.kind for m in told_of} and any(m.kind == "off" for m in told_of):
        return told_of
    kinds = [_kind_of(text, unit, changes=changes) for unit in units]
    if "off" not in kinds or not {"on", "stays"}.intersection(kinds):
        return ()
    found = tuple(_mutations(text, units, kinds))
    told = {mutation.kind for mutation in found}
    return found if "off" in told and len(told) > 1 else ()


def _swaps(text: str, units: Sequence[Unit]) -> Iterator[Mutation]:
    """Lines that lead from one name to another."""
    for unit in units:
        if (pair := swap_on(text, unit)) is not None:
            yield Mutation("swap", (unit,), pair)


def _verdicts(text: str, units: Sequence[Unit], swaps: Sequence[Mutation]) -> Iterator[Mutation]:
    """Lines that say behind the name of somebody what becomes of them; not where the talk above is of lunches or
    workshops, which may be what changes."""
    taken = [unit for swap in swaps for unit in swap.units]
    talk = [unit for unit in units if not unit.names]
    if any(unit.has(*OF_THINGS) for unit in talk):
        return
    changes = bool(swaps) or any(unit.has(*CHANGES) for unit in talk)
    for unit in units:
        said = verdict_on(text, unit) if unit not in taken else None
        if said is None:
            continue
        kind, name = said
        if kind == "away":
            kind = "off" if changes else ""
        if kind and (name is not None or kind in ("stays", "off")):
            yield Mutation(kind, (unit,), (name,) if name else ())


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
        if not begins_with_name(text, unit):
            return
        yield unit


def _kind_of(text: str, unit: Unit, *, changes: bool) -> str | None:
    """`changes`: the letter tells that something changes: then whoever "komt niet" was to come."""
    found = LABEL.match(text, unit.start, unit.end) if unit.kind is not UnitKind.ROW else None
    kind = labels().get(fold(found["label"])) if found else None
    if kind == "away":
        return "off" if changes else None
    return kind


def _behind_label(text: str, unit: Unit) -> int:
    found = LABEL.match(text, unit.start, unit.end)
    return found.end() if found else unit.start


def note_mutations(found: Sequence[Mutation], account: Account, roster: Roster) -> None:
    """Note what those lines say of each; one who goes and one who comes change places."""
    if not found:
        return
    people: dict[str, list[Person]] = {kind: [] for kind in KINDS}
    swaps: list[tuple[Person, Person]] = []
    writers = [] if roster.writer is None else [roster.writer]
    for mutation in found:
        told = [_told(mutation, name, account, roster) for name in mutation.names]
        if mutation.kind == "swap":
            sides = told if len(told) > 1 else [*writers, *told]  # "Ik niet, Noor Tal wel"
            swaps += [(sides[0], sides[1])] if len(sides) > 1 else []
        else:
            people[mutation.kind] += told or writers  # "ondergetekende: ongewijzigd"
    account.substitutions += swaps
    for gone, taker in swaps:
        gone.order = min(gone.order, taker.order)
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
