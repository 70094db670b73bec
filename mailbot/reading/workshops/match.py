"""Which workshop of a sentence belongs to which round: the pairing that costs least.

What stands near, with nothing but a small word between, belongs together; a comma, an "en" or a line end tells them
apart. All ways to cut the sentence into pairs that lie side by side are weighed, so that "ronde 1 A en B in ronde 2",
"A in ronde 1, B in ronde 2" and "A, B en A in ronde 1, 2 en 3" are each read as they are meant.
"""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from mailbot.reading.lexicon import words
from mailbot.reading.text.fold import any_of
from mailbot.reading.text.numerals import BOTH_OF_THEM
from mailbot.reading.workshops.meanwhile import is_told_behind
from mailbot.reading.workshops.sign import BEARING, PLACING, Is, Sign

FREE_WORKSHOP, FREE_ROUND, FREE_LAST, FREE_TIME = 1.7, 2.0, 1.5, 0.9  # the cost of leaving it without the other
FAR = 12.0  # more than any pair should cost
MANY = 5  # workshops in a row that are shared out among as many rounds
BREAKS = (
    (re.compile(r"\n"), 1.2),
    (re.compile(r"[;.!?](?:\s(?![^\w\n]{0,6}[(\[])|$)"), 1.5),  # "A!! (ronde 1)" goes on
    (re.compile(r",(?=\s|$)"), 1.0),
    (re.compile(r"[:(=>-]"), 0.1),
    (re.compile(r"\b(?:en|and|und|et)(?!\w)|[&+/|](?!\w)"), 0.9),
    (re.compile(r"\b(?:maar|but|terwijl|while|want(?!\sto\b)|omdat|dus)\b"), 1.0),
)
PLAIN_AND = re.compile(
    r"[\"'\s]*(?:en(?:\sook)?|and(?:\salso)?|&|\+|/)[\"'\s]*(?:de\s|het\s|the\s)?(?:workshop\s)?[\"']?"
)
BOTH = re.compile(r"\b(?:zowel|both)\s[\w\s\"']*$")
AS_WELL = re.compile(r"[\"'\s]*(?:als|and)[\"'\s]*(?:(?:de|het|the|naar|bij)\s)?[\"']?")
# What stands between two signs and keeps nothing apart: a bracket, and what somebody wants not ("niet A, maar B").
ASIDE = re.compile(
    r"\([^()\n]{0,120}\)|,\s(?:die|dat|waar\w*|which|that)\s[^,;.!?\n]{0,60},(?=\s(?:wil|ga|doe|kies|zou|neem|i|we)\b)"
    r"|\b(?:niet|geen|not)\b[^.;!?\n]{0,120}?[,\s](?:maar|but|doch)\b"
)
# "Dezelfde, maar dan om twee uur"
VERB = re.compile(
    r"\s(?:mag|laat|laten|wil|ben|heb|ga|is|kan|gebruik|houd|hou|blijf|blijft|sla|slaan|moet|wordt|doe|kies)\b"
)
BUT_THERE = re.compile(
    r"\s?(?:graag|please)?,?\s(?:maar|alleen|doch|but|only)\s(?:(?:dan|wel|in|om|een|de|het|at|a|the)\s){0,4}"
)
# "In ronde 1 en voor de zekerheid nogmaals in ronde 3"
ONCE_MORE = re.compile(
    r"\)?,?\s(?:en|and)\s(?:[\w']+\s){0,4}?(?:nogmaals|nog (?:een|1) (?:keer|maal)|nog eens|opnieuw|weer|again)"
    r"\s(?:(?:in|om|at|de|het|the)\s){0,2}"
)
THAT_IS = re.compile(
    r"\)?,\s(?:dus|so|namelijk|namely|te weten|en wel)\s(?:alleen\s|only\s)?(?:(?:in|om|van|at|de|het|the)\s){0,2}"
)
EACH = re.compile(  # "zij doet A en ik B, allebei in ronde 2"
    r"(?:\s?\([^()\n]{1,30}\))?[\"'),;]*\s(?:(?:en|dat|dus|and)\s)?"
    r"(?:(?:wat ons betreft|liefst|het liefst|graag|preferably)\s)?"
    rf"{BOTH_OF_THEM}(?:\sgraag)?\s(?:(?:in|om|op|at|de|het|the)\s){{0,3}}"
)
APART = re.compile(r"[;.!?]\s")
BARE = re.compile(r"\s(?:[a-z]+\s)?")
# Between two workshops of one round: each is somebody else's.
ANOTHER = re.compile(
    r"\s(?:ik|zij|ze|hij|jij|me|mij|I|she|he)\s|\s[A-Z][a-z]+[,\s]"
    r"|\sde (?:rest|anderen|overigen|andere (?:twee|drie|collega's))\b"
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A bearing sign (or "niets") with the signs of its rounds; `rounds` where they are shared out among several."""

    sign: Sign
    places: tuple[Sign, ...] = ()
    rounds: tuple[int, ...] | None = None


Found = tuple[float, tuple[Pair, ...]]


def matched(signs: list[Sign], text: str, written: str) -> list[Pair]:
    """The bearing signs of a sentence, in order, each with the signs of rounds that belong to it. `text`: folded;
    `written`: with its capitals. A "daarna" beside rounds that are called by their names may say nothing."""
    if _is_bare_row(signs, text):
        return [Pair(workshop, (place,)) for place, workshop in zip(signs[::2], signs[1::2], strict=True)]
    weak = [sign for sign in signs if sign.kind is Is.RELATIVE and sign.relation != "between"]
    ways = [(signs, 0.0)]
    for left_out in (weak, [sign for sign in weak if sign.relation == "next"]):
        if left_out:
            ways.append(([sign for sign in signs if sign not in left_out], 0.6 * len(left_out)))
    return min((_best(kept, text, written, cost) for kept, cost in ways), key=lambda found: found[0])[1]


def _is_bare_row(signs: list[Sign], text: str) -> bool:
    """ "r1 lokaal beleid r2 idem r3 vooroordelen": round and workshop in turn, and no mark between them."""
    if len(signs) < 4 or len(signs) % 2:
        return False
    bearing = all(sign.kind in (*BEARING, Is.NOTHING) for sign in signs[1::2])
    in_turn = bearing and all(sign.kind is Is.ROUND for sign in signs[::2])
    return in_turn and all(BARE.fullmatch(text, one.end, two.start) for one, two in pairwise(signs))


def _best(signs: list[Sign], text: str, written: str, cost: float) -> tuple[float, list[Pair]]:
    best: list[Found] = [(cost, ())]  # of the signs before each place
    for at in range(1, len(signs) + 1):
        options = [
            (best[since][0] + cost, (*best[since][1], *pairs))
            for since in range(max(0, at - MANY - 1), at)
            for cost, pairs in _blocks(signs[since:at], text, written)
        ]
        best.append(min(options, key=lambda option: option[0]))
    return best[-1][0], [pair for pair in best[-1][1] if pair.sign.kind not in PLACING]


def _blocks(block: list[Sign], text: str, written: str) -> list[Found]:
    """The ways in which those neighbours may belong together."""
    bearing = [sign for sign in block if sign.kind not in PLACING]
    places = [sign for sign in block if sign.kind in PLACING]
    if len(block) == 1:
        return [_alone(block[0])]
    if not bearing or not places:
        return []
    first = block[: len(places)] == places
    if not first and block[: len(bearing)] != bearing:
        return []  # neither all the rounds in front, nor all of them behind
    near = (places[-1], bearing[0]) if first else (bearing[-1], places[0])
    if not first and places[-1].relation == "next" and not is_told_behind(places[-1], text):
        return []  # "A at noon and then I have to run"
    if len(bearing) == 1 and _joined(places, text) and (first or not _begins_anew(places, text)):
        none = bearing[0].kind is Is.NOTHING
        behind = 0.0 if len(places) == 1 else (0.1 if first and not none else 1.1 if none else 0.8)
        return [(_distance(*near, text) + behind, (Pair(bearing[0], tuple(places)),))]
    if len(bearing) > 1 and len(places) == 1:
        return _shared(bearing, places[0], text, written, _distance(*near, text), first)
    return []


def _alone(sign: Sign) -> Found:
    if sign.kind in BEARING:
        return (FREE_WORKSHOP, (Pair(sign),))
    if sign.kind is Is.NOTHING:
        return (0.0, (Pair(sign),))
    return (FREE_LAST if sign.relation == "last" else FREE_ROUND if sign.named else FREE_TIME, ())


def _shared(bearing: list[Sign], place: Sign, text: str, written: str, cost: float, first: bool) -> list[Found]:
    """ "A en B in ronde 1 en 2" means A in 1 and B in 2; "in ronde 1 A en B" both in 1, "ik A en Jan B" too."""
    workshops = [sign.workshop for sign in bearing]
    if any(sign.kind not in BEARING for sign in bearing):
        return []
    if len(place.rounds) == len(bearing) and len(set(workshops)) > 1:
        pairs = tuple(Pair(sign, (place,), (n,)) for sign, n in zip(bearing, place.rounds, strict=True))
        if not first and APART.search(text, bearing[-1].end, place.start):
            return []  # "zij naar A en ik naar B; in de laatste twee rondes ..."
        return [(cost + 0.1 * len(bearing), pairs)]
    together = len(bearing) == 2 and _are_one_pair(bearing, text)
    if together and first and len(place.rounds) == 1:
        return [(cost + 0.3, tuple(Pair(sign, (place,)) for sign in bearing))]
    each = not first and len(bearing) == 2 and len(place.rounds) == 1
    if each and EACH.fullmatch(text, bearing[-1].end, place.start):
        return [(cost - 0.8, tuple(Pair(sign, (place,)) for sign in bearing))]
    if first and len(bearing) == 2 and bearing[1].kind in (Is.WORKSHOP, Is.OTHER_WORKSHOP):
        between = written[bearing[0].end : bearing[1].start]
        if len(between) < 60 and ANOTHER.search(between) and not re.search(r"[.;]\s", between):
            return [(cost + 1.0, tuple(Pair(sign, (place,)) for sign in bearing))]
    return []


def _are_one_pair(bearing: list[Sign], text: str) -> bool:
    """ "A en B", "zowel A als B"."""
    one, two = bearing
    both = BOTH.search(text, max(0, one.start - 16), one.start) is not None
    return PLAIN_AND.fullmatch(text, one.end, two.start) is not None or (
        both and AS_WELL.fullmatch(text, one.end, two.start) is not None
    )


def _begins_anew(places: list[Sign], text: str) -> bool:
    """Whether a verb behind the last of those tells something else of it: "B in ronde 2, en ronde 3 is leeg"."""
    return len(places) > 1 and VERB.match(text, places[-1].end) is not None


def _joined(places: list[Sign], text: str) -> bool:
    """Whether nothing but "en ook in" and the like stands between those rounds; behind an "en" no bare comma."""
    links = [text[one.end : two.start] for one, two in pairwise(places)]
    if any(link.strip() == "," and "," not in before and before.strip() for before, link in pairwise(links)):
        return False  # "A in ronde 1 en in ronde 3, ronde 2 niets"
    further = (_and_also(), ONCE_MORE)
    joined = all(any(p.fullmatch(text, one.end, two.start) for p in further) for one, two in pairwise(places))
    return joined and not any(place.kind is Is.ANY_ROUND for place in places[1:])


def _distance(one: Sign, two: Sign, text: str) -> float:
    """What it costs to take these two neighbours for a pair."""
    between = ASIDE.sub("", text[one.end : two.start])
    if len(between) > 200:
        return FAR
    cost = 0.06 * len(between.split()) + sum(weight * len(pattern.findall(between)) for pattern, weight in BREAKS)
    if one.kind is Is.SAME and BUT_THERE.fullmatch(between):
        return 0.3
    if THAT_IS.fullmatch(between):
        cost -= 1.5  # "twee keer A, dus in ronde 1 en 3"
    elif _so_that_one().search(between):
        cost -= 2.0  # "A hoeft maar één keer, dus doe die in ronde 2"
    else:
        if _that_one().search(between):
            cost -= 1.0  # "Vooroordelen; die graag om drie uur"
        if text.startswith(("zo ", "as "), two.start) and two.relation in ("first", "last"):
            cost -= 1.0  # "A, zo vroeg mogelijk"
        if _and_preferably().search(between):
            cost -= 1.5  # "de andere, en dan graag meteen na de lunch"
    if Is.NOTHING in (one.kind, two.kind):
        cost += 0.4 if one.kind is not Is.NOTHING else 0.9
    if Is.RELATIVE in (one.kind, two.kind):
        # "daarna" speaks of what follows, most times; "als laatste" stands on either side
        cost += 0.7 if one.kind is Is.RELATIVE else 0.3 if two.relation == "last" else 0.8
    return cost


@cache
def _and_also() -> re.Pattern[str]:
    return re.compile(rf"(?:[\s,(&+/]|\b(?:{any_of(words('choices', 'also'))})\b){{0,12}}")


@cache
def _and_preferably() -> re.Pattern[str]:
    """ "..., en dan graag", "..., het liefst"."""
    wish = any_of(words("choices", "preferably"))
    return re.compile(rf",\s(?:(?:en|maar|and|but)\s(?:{wish})|(?:het )?liefst|bij voorkeur|preferably|ideally)(?!\w)")


@cache
def _so_that_one() -> re.Pattern[str]:
    return re.compile(rf",\s(?:dus|so)\s(?:\w+\s){{0,2}}?(?:{any_of(words('choices', 'that_one'))})(?!\w)")


@cache
def _that_one() -> re.Pattern[str]:
    return re.compile(rf"[,;.]\s(?:{any_of(words('choices', 'that_one'))})(?!\w)")
