"""Which of several values holds: the new telephone number, not the old one; what a diet should be, not what it was."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

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
    r"[\s,.;:(–-]*(?:(?:o nee|nee|sorry|oeps|pardon|wacht|herstel|correctie|fout|of nee|oh nee|no|oops)\b|"
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
# "Mijn oude nummer 06-1"; "06-1 werkt niet meer"; "06-1 is van mijn collega"
OLD = late(
    r"\b(?:oude?|vorige?|vroegere|verkeerde?|foute?|old|previous|wrong)\s(?:[^\W\d]+[\s:,]+){0,3}\W{0,2}$",
    re.IGNORECASE,
)
GONE = late(
    r"\s?[,(]?\s?(?:\w+\s){0,2}(?:(?:werkt|bestaat|klopt|geldt|gebruik ik|doet het|is) (?:al )?niet(?: meer| langer)?"
    r"|vervalt|is (?:vervallen|opgeheven|oud|verouderd)|no longer (?:works|in use)|is (?:old|out of date))\b",
    re.IGNORECASE,
)
OF_ANOTHER = late(
    r"\s?[,(–-]?\s?(?:(?:dat|die|dit|that)\s)?(?:is|was)\s(?:(?:het|the)\s(?:nummer|number)\s)?(?:van|of)\s"
    r"(?:mijn|m'n|onze|ons|de|het|een|my|our|the|a)\s(?!werk|eigen|privé|work|own|zaak)\w+",
    re.IGNORECASE,
)
SENTENCE_ENDS = re.compile(r"[.!?]\s+(?=[A-Z])|\n\s*\n")  # "(tst. 06-..." ends none
OFFICES = (
    r"(?:(?:bestuurs|directie|college|wethouders)?secretariaat|secretaresse|receptie|balie|centrale|bestuursbureau"
    r"|(?:management|directie)?assistente?|frontoffice|switchboard|front desk|secretary|personal assistant)"
)
OFFICE = late(rf"\b(?:dit|het|ons|onze|mijn|de|zijn|haar|the|our|my|this)\s{OFFICES}\b", re.IGNORECASE)
OF_OFFICE = late(
    rf"\s?[,(–-]\s?(?:(?:dat|dit|that)\sis\s)?(?:(?:het|the)\s)?(?:(?:nummer|number)\s)?(?:van\s|of\s)?"
    rf"(?:ons|onze|het|de|mijn|our|the|my)\s{OFFICES}\b",
    re.IGNORECASE,
)
REACHED = late(
    r"\b(?:mij|me|ik|hem|haar|hij|zij|i|him|her)\b[^.!?]{0,40}"
    r"\b(?:bereik\w*|te bereiken|bel(?:len)?|telefoon\w*|reach\w*)\b"
    r"|\b(?:bereik\w*|bel)\b[^.!?,]{0,16}\b(?:mij|me|ik|hem|haar|him|her)\b"
    r"|(?:^|\n)\W*(?:telefonisch\s)?(?:bereikbaar|te bereiken|reachable)\b",  # of whom the sentence before was about
    re.IGNORECASE,
)
MINE = late(r"\b(?:mijn|mij|ikzelf|my|me|zijn mobiel\w*|haar mobiel\w*)\b", re.IGNORECASE)
BELOW_IS_OLD = late(
    r"\b(?:handtekening|hieronder|onderaan|signature|below)\b[^.!?\n]{0,50}"
    r"\b(?:oude?|vorige?|verkeerde?|niet meer|old|wrong)\b"
    r"[^.!?\n]{0,20}\b(?:nummer|telefoon\w*|mobiel\w*|number)\b"
    r"|\b(?:nummer|telefoon\w*|number)\b[^.!?\n]{0,20}\b(?:handtekening|hieronder|onderaan|signature|below)\b[^.!?\n]{0,30}"
    r"\b(?:oude?|vorige?|klopt niet|niet meer|old|wrong)\b",
    re.IGNORECASE,
)


def present_phones(text: str) -> tuple[Found, ...]:
    """The telephone numbers of a talk, without those that it says to be given up, or to be wrong."""
    found = details.phones(text)
    if len(found) < 2:
        return tuple(number for number in found if not _is_an_offices(text, number))
    if (picked := PICKS.search(fold(text))) is not None:  # "doe maar het 06-nummer"
        of_kind = tuple(number for number in found if number.kind == picked.lastgroup)
        found = of_kind or found
    found = _without_slips(text, found)
    new = [number for number in found if _is_new(text, number)]
    return tuple(new) if new and len(found) > len(new) else found


def _without_slips(text: str, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Those, but for the numbers that the next one sets right, that are said not to hold, or to be another's."""
    slips = [n for n, then in pairwise(found) if SLIP.fullmatch(text, n.end, then.start)]
    instead = [then for n, then in pairwise(found) if n in slips]  # "dat is de receptie: 06-..." tells of the first
    right = [
        number
        for number in found
        if number not in slips
        and (number in instead or not _is_waved_away(text, number.start))
        and not GONE.match(text, number.end)
        and not OF_ANOTHER.match(text, number.end)
    ]
    return tuple(right) or found


def _is_waved_away(text: str, at: int) -> bool:
    """Whether the words before a number say that it doesn't hold, or is another's."""
    return any(
        pattern.search(text, max(0, at - width), at) for pattern, width in ((NOT_THAT, 24), (ANOTHERS, 60), (OLD, 40))
    )


def _is_an_offices(text: str, number: Found) -> bool:
    """ "Dan hoor ik dat graag via dit secretariaat (06-...)": nobody who comes is said to be reached there."""
    before = SENTENCE_ENDS.split(text[max(0, number.start - 160) : number.start])[-1]
    if (office := OFFICE.search(before)) is not None:
        return REACHED.search(before) is None and MINE.search(before, office.end()) is None
    return OF_OFFICE.match(text, number.end) is not None


def disowned(talk: str) -> bool:
    """Whether a talk says that the number below is an old one: "in de handtekening staat nog mijn oude nummer"."""
    return BELOW_IS_OLD.search(talk) is not None


def _is_new(text: str, found: Found) -> bool:
    """Whether words that say so stand before the number in its clause."""
    start, _ = Clauses(text).clause_at(found.start)
    return _new_number().search(fold(text), start, found.start) is not None


@cache
def _new_number() -> re.Pattern[str]:
    return pattern_of(words("contact", "new_number"))
