"""Which of several values holds: the new telephone number, not the old one; what a diet should be, not what it was."""

import re
from collections.abc import Sequence
from functools import cache

from mailbot.reading import details
from mailbot.reading.case.asking import Asking
from mailbot.reading.lexicon import words
from mailbot.reading.text.clauses import Clauses
from mailbot.reading.text.fold import fold, pattern_of
from mailbot.reading.text.found import Found
from mailbot.reading.text.late import late

PICKS = late(
    r"\b(?:doe|gebruik|noteer|zet|neem|liefst|liever|voorkeur|use|take|prefer)\b[^.!?\n\d]{0,24}"
    r"\b(?:(?P<mobile>06|mobiele?|mobile|cell)|(?P<fixed>vaste?|landline))[ -]?(?:nummer|number|phone|tel\w*)\b"
)


HAD = re.compile(r"\b(?:had|gaf|schreef|koos|meldde|stond|eerder|destijds)\b[^.!?;\n]*$", re.IGNORECASE)
NOW = re.compile(r"\b(?:maar|nu|inmiddels|sinds|voortaan|but|now)\b[^.!?\n]*$", re.IGNORECASE)


def is_set_right(asking: Asking, found: Found, values: Sequence[Found]) -> bool:
    """ "Ik schreef lactosevrij, maar dat moet notenallergie zijn": whether another value takes that one's place, in
    its sentence or in the next."""
    if len(values) < 2:
        return False
    end = _end_of(asking, found)
    units = [u for u in asking.sheet.units if u.start <= found.start < u.end or u.start == end]
    now = [other for other in values if other.start > found.start and not other.negated]
    if HAD.search(asking.text, max(0, found.start - 40), found.end + 24) and any(
        NOW.search(asking.text, found.end, other.start) for other in now if other.start < end
    ):
        return True  # "ik had vegetarisch opgegeven, maar eet sinds kort veganistisch"
    right = [c for u in units for c in u.clauses if c.start > found.start and c.has("change") and c.has("rightly")]
    return any(c.start <= other.start < c.end for c in right for other in values)


def _end_of(asking: Asking, found: Found) -> int:
    return next((u.end for u in asking.sheet.units if u.start <= found.start < u.end), -1)


# Behind a number that was a slip: "06-1, sorry, dat is mijn oude: 06-2", "06-1, nee, 06-2"
SLIP = late(
    r"[\s,.;:(–-]*(?:(?:nee|sorry|oeps|pardon|wacht|herstel|correctie|fout|of nee|oh nee|no|oops)\b|"
    r"(?:dat|die|dit) (?:is|was) (?:mijn|m'n|het|een|al)? ?(?:oude?|vorige|verkeerde?|fout|niet)\b)[^.!?\n\d]{0,50}",
    re.IGNORECASE,
)
NOT_THAT = late(r"\b(?:niet|not)\s(?:meer\s|langer\s|any more\s|op\s|het\s|via\s){0,3}$", re.IGNORECASE)
# "Bel bij spoed ons secretariaat, ..."
ANOTHERS = late(
    r"\b(?:secretariaat|receptie|balie|centrale|moeder|vader|partner|vrouw|man|noodgeval|nood|spoed|bestuursbureau|switchboard)"
    r"\b[^.!?;\n\d]{0,40}$",
    re.IGNORECASE,
)


def present_phones(text: str) -> tuple[Found, ...]:
    """The telephone numbers of a talk, without those that it says to be given up, or to be wrong."""
    found = details.phones(text)
    if len(found) < 2:
        return found
    if (picked := PICKS.search(fold(text))) is not None:  # "doe maar het 06-nummer"
        of_kind = tuple(number for number in found if number.kind == picked.lastgroup)
        found = of_kind or found
    found = _without_slips(text, found)
    new = [number for number in found if _is_new(text, number)]
    return tuple(new) if new and len(found) > len(new) else found


def _without_slips(text: str, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Those, but for the numbers that the next one sets right, that are said not to hold, or to be another's."""
    right = [
        number
        for at, number in enumerate(found)
        if not (found[at + 1 :] and SLIP.fullmatch(text, number.end, found[at + 1].start))
        and not NOT_THAT.search(text, max(0, number.start - 24), number.start)
        and not ANOTHERS.search(text, max(0, number.start - 60), number.start)
    ]
    return tuple(right) or found


def _is_new(text: str, found: Found) -> bool:
    """Whether words that say so stand before the number in its clause."""
    start, _ = Clauses(text).clause_at(found.start)
    return _new_number().search(fold(text), start, found.start) is not None


@cache
def _new_number() -> re.Pattern[str]:
    return pattern_of(words("contact", "new_number"))
