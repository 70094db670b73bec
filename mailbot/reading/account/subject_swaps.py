"""A substitution that the subject tells, where the letter says who stays away and doesn't name who comes: "Vervanging
wethouder Smit door Noor Tal", above "de wethouder is verhinderd, zijn adviseur neemt zijn plaats in"."""

import re
from collections.abc import Sequence

from mailbot.reading.account.account import Account
from mailbot.reading.account.mutation_lines import are_one, contrast_on
from mailbot.reading.letter.units import Unit
from mailbot.reading.names import NameFound
from mailbot.reading.names.people import Roster

REPLACES = re.compile(r"\b(?:vervang\w+|replacement|substitut\w+)\b", re.IGNORECASE)
BETWEEN = re.compile(
    r"\s*(?:(?:wordt|is)?\s*(?:vervangen\s+)?(?:door|by)|:|[-=]?>|→|-{1,2}|–)\s*"
    r"(?:mw\.?|dhr\.?|mevrouw|de heer|collega)?\s*",
    re.IGNORECASE,
)


def note_subject_swap(subject: str, units: Sequence[Unit], account: Account, roster: Roster) -> None:
    """Note who comes instead of whom, by the subject, where the letter names only the one who stays away."""
    for unit in units:
        pair = _swap(subject, unit)
        gone = roster.find(pair[0].name) if pair else None
        if pair is None or gone is None or not (gone.stays_away or gone.cancels):
            continue
        known = roster.find(pair[1].name)
        if known is not None and (known.comes or known.stays_away or known.is_writer):
            continue
        taker = known or roster.add(pair[1].name)
        taker.mark_coming(gone.order, enrolled=True)
        gone.cancels = True
        account.substitutions.append((gone, taker))
        account.doubts = [doubt for doubt in account.doubts if doubt not in ("unclear_substitution", "unnamed")]


def _swap(subject: str, unit: Unit) -> tuple[NameFound, NameFound] | None:
    pair = contrast_on(subject, unit)
    if pair is not None and pair[0] is not None:
        return pair[0], pair[1]
    if len(unit.names) != 2 or not REPLACES.search(subject, unit.start, unit.end):
        return None
    first, second = sorted(unit.names, key=lambda name: name.start)
    if are_one(first, second) or not BETWEEN.fullmatch(subject, first.end, second.start):
        return None
    return first, second
