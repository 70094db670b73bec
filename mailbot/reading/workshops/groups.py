"""The signs of a sentence without those that only say the same thing again."""

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise

from mailbot.reading.lexicon import words
from mailbot.reading.text.fold import any_of
from mailbot.reading.workshops.patterns import any_in, listed, says_too
from mailbot.reading.workshops.sign import BEARING, PLACING, Is, Sign

OR = re.compile(r"\s?(?:of|or|dan wel|oder)\s(?:(?:om|at|in|de|the|juist|anders)\s){0,2}")
OF_THAT = re.compile(r"[\"']?\s?\(?(?:(?:in|om|van|at)\s(?:(?:de|het|the)\s)?)?")
THAT_WAS = re.compile(r"[\"']?(?:\s\(|,\s(?:dus|namelijk|oftewel|so|that is|dat is)\s)(?:(?:om|at|in|de|van)\s){0,2}")
OR_ELSE = re.compile(
    r",?\s(?:(?:of|en|maar|or|and)\s)?(?:anders|desnoods|eventueel|zo niet|otherwise|else|failing that|if need be)\s"
    r"(?:(?:in|om|at|de|het|the|ook)\s){0,3}"
)
LIEFST = re.compile(
    r"\s?[,;:(–-]\s?(?:(?:maar|met|but|with)\s)?"
    r"(?:(?:het\s)?liefst|bij voorkeur|een lichte voorkeur voor|voorkeur voor|preferably|ideally)\s"
    r"(?:(?:in|om|at|de|the)\s){0,3}"
)
AND = re.compile(r"\s(?:en|and)\s(?:(?:de|het|the|om|at)\s)?")
EITHER = re.compile(r"\s(?:als|en|of|and|or)\s(?:(?:ook|in|om|de|het|the|at)\s){0,3}")
TORN = re.compile(
    r"\b(?:twijfel\w*|kiezen|keus|keuze|torn|hesitat\w+|decide|choose)\s(?:[\w']+\s){0,3}"
    r"(?:tussen|between)\s(?:de\s|the\s)?$"
)
TOPIC = re.compile(r"(?:\s(?:betreft|betreffen|aangaat|aangaan))?\s?[:,]\s")
RIGHT_BEHIND = re.compile(r"\s(?:(?:naar|bij|de|het|the)\s){0,2}")
MORE_EXACTLY = re.compile(r",?\s(?:(?:en wel|namelijk|dus|that is)\s)?(?:(?:in|om|at)\s)(?:(?:de|het|the)\s)?|,\s")
ONE_OF = re.compile(
    r"\b(?:een|1|eentje|welke|one|either|whichever)\s(?:van|of)\s(?:(?:de|het|the|die|beide|twee|two)\s){0,3}"
    r"(?:(?:rondes|ronden|blokken|sessies|rounds|slots|sessions)\s)?$"
)
BUT_THEN = re.compile(
    r",?\s(?:maar|alleen|but)\s(?:(?:dan|nu|then)\s)?(?:(?:bij|naar|in|die|de|het|van|the|one|workshop)\s){0,4}[\"']?"
)
NEEDS_NOT = re.compile(
    r"[\"']?\s(?:hoeft(?:\s(?:voor mij|van mij|dus|echt|natuurlijk|uiteraard|wat mij betreft)){0,2}\s(?:niet|geen)"
    r"|(?:is|lijkt|vind ik|would be|seems)\s(?:me\s|mij\s)?(?:(?:wat|een beetje|echt|natuurlijk|dus|a bit|rather)\s)?"
    r"(?:te veel|veel|overdreven|onzin|zonde|niet nodig|silly|too much|overkill|not needed)|isn't needed)\b"
)
OFTEN = re.compile(r"\s(?:(?:achter elkaar|naar|bij|de|het|of)\s){0,3}[\"']?")
TAKE = r"go|goes|take|takes|does|attends?|doen|volgen|pakken|doet|gaat|neemt"
EACH = re.compile(
    r"\b(?:allebei|beiden|elk|ieder|iedereen|both|each)\s"
    rf"(?:(?:van ons|of us|dan|weer|dus|voor|bij|naar|in|to|at|{TAKE})\s){{0,4}}$"
)
ONCE = re.compile(r"\b(?:een keer|eenmaal|1 keer|1x|eens|once)\b")
MOVED_TO = re.compile(r"\b(?:naar|to)\s(?:(?:de|het|the|om)\s)?$")  # before the round that comes instead
SOMEBODY_GOES = re.compile(
    r"\b(?:ik|wij|we|hij|zij|ze|i|he|she|they|doet?|gaat?|volgt?|kiest?|neemt?|wil|zit|takes?|does|goes|wants?)\b"
)
# "De andere workshop, dus die over daklozen"
THAT_IS = re.compile(
    r"[,:]?\s\(?(?:dus|namelijk|te weten|oftewel|ofwel|so|namely|that is)[,:]?\s"
    r"(?:(?:graag|die|de workshop|de sessie|that|the one|the workshop)\s){0,2}(?:(?:over|van|about|by|on)\s)?"
    r"(?:(?:de|het|the)\s)?[\"']?"
)
AND_THEN = re.compile(r",?\s(?:en|plus|and)\s(?:(?:dan|ook|nog|daarna|alleen|then|also|in|om|at|de|the)\s){0,4}")


def merged(signs: list[Sign], text: str) -> list[Sign]:
    """Neighbouring signs of one thing taken together: "ronde 2 (14:00 uur)", "de Movisie-mensen over beleid"."""
    merged: list[Sign] = []
    for sign in signs:
        last = merged[-1] if merged else None
        if sign.kind is Is.ROUND and last and last.kind in (Is.ROUND, Is.PART):
            between = text[last.end : sign.start]
            within = last.kind is Is.PART and set(sign.rounds) <= set(last.rounds) and len(between) <= 6
            again = sign.rounds == last.rounds and len(between) < 30 and "\n\n" not in between
            again = again and SOMEBODY_GOES.search(between) is None  # "Els in ronde 2, ik doe in ronde 2 B"
            if within or again or _is_told_more_exactly(last, sign, text):
                merged[-1] = replace(sign, start=last.start, named=last.named or sign.named)
                continue
        if _tells_the_time(sign, merged, text):
            continue
        if sign.kind is Is.ROUND and last and last.kind is Is.ROUND and OR_ELSE.fullmatch(text, last.end, sign.start):
            continue  # "in ronde 2, of anders ronde 3"
        if (
            sign.kind is Is.ROUND
            and last
            and last.kind is Is.ANY_ROUND
            and LIEFST.fullmatch(text, last.end, sign.start)
        ):
            merged[-1] = sign  # "in de eerste of tweede ronde, liefst de eerste"
            continue
        either = last is not None and last.kind in (Is.ROUND, Is.RELATIVE) and _is_either(last, sign, text)
        if last is not None and either and sign.kind in (Is.ROUND, Is.RELATIVE):
            merged[-1] = replace(
                last, kind=Is.ANY_ROUND, end=sign.end, rounds=(), part=()
            )  # "voor de lunch of om 15 uur"
            continue
        if sign.kind is Is.WORKSHOP and last and _is_same_workshop(last, sign, text):
            sure, numbered = last.sure or sign.sure, last.numbered and sign.numbered
            merged[-1] = replace(last, end=sign.end, sure=sure, numbered=numbered)
            continue
        merged.append(sign)
    return merged


def _tells_the_time(sign: Sign, before: list[Sign], text: str) -> bool:
    """ "In ronde 1 naar A, dus om 12 uur", "ronde 1 A (12 uur)": what the round before the workshop says already."""
    if sign.kind is not Is.ROUND or [s.kind for s in before[-2:]] != [Is.ROUND, Is.WORKSHOP]:
        return False
    if [s.kind for s in before[-3:-2]] == [Is.WORKSHOP] and OF_THAT.fullmatch(text, before[-3].end, before[-2].start):
        return False  # "Els: A (ronde 2)", below it "Bo: B (ronde 2)"
    return before[-2].rounds == sign.rounds and THAT_WAS.fullmatch(text, before[-1].end, sign.start) is not None


def _is_either(one: Sign, two: Sign, text: str) -> bool:
    """ "Ronde 1 of 2", "ik twijfel nog tussen ronde 2 en ronde 3"."""
    if OR.fullmatch(text, one.end, two.start):
        return True
    torn = TORN.search(text, max(0, one.start - 50), one.start)
    return torn is not None and AND.fullmatch(text, one.end, two.start) is not None


def left_to_us(signs: list[Sign], text: str, start: int, end: int) -> list[Sign]:
    """ "A mag zowel in ronde 2 als in ronde 3, wat u het beste uitkomt": any of those."""
    rounds = [s for s in signs if s.kind is Is.ROUND]
    numbers = [n for s in rounds for n in s.rounds]
    if len(numbers) < 2 or len(numbers) > len(set(numbers)) or sum(s.kind in BEARING for s in signs) != 1:
        return signs
    if not listed("up_to_you").search(text, start, end):
        return signs
    joined = all(EITHER.fullmatch(text, a.end, b.start) for a, b in pairwise(rounds))
    return [replace(s, kind=Is.ANY_ROUND, rounds=()) if s in rounds else s for s in signs] if joined else signs


def one_of_several(signs: list[Sign], text: str) -> list[Sign]:
    """ "In een van de twee middagrondes", "whichever of the other rounds": which one is left to us."""
    return [
        replace(s, kind=Is.ANY_ROUND, rounds=(), relation="")
        if (len(s.rounds) > 1 or s.relation == "rest") and ONE_OF.search(text, max(0, s.start - 40), s.start)
        else s
        for s in signs
    ]


def _is_told_more_exactly(part: Sign, sign: Sign, text: str) -> bool:
    """ "Na de lunch, in ronde 3": one of the rounds that lie there."""
    lies_behind = part.rounds[:1] <= sign.rounds[:1]
    if not lies_behind or not MORE_EXACTLY.fullmatch(text, part.end, sign.start):
        return False
    return text[part.start : part.end] in words("choices", "after_lunch")


def as_told_before(signs: list[Sign], text: str) -> list[Sign]:
    """ "Weer dezelfde als in ronde 1", "nog eens die van ronde 1", "als waar ik mee begon": that round is no other
    place, but tells which workshop is meant."""
    out: list[Sign] = []
    for sign in signs:
        last = out[-1] if out else None
        if sign.kind is Is.ROUND and len(sign.rounds) == 1:
            behind = (
                last is not None
                and last.kind is Is.SAME
                and _as_in().fullmatch(text, _before_as(last, text), sign.start)
            )
            if last is not None and last.kind is Is.ROUND and _like_round().fullmatch(text, last.end, sign.start):
                out.append(replace(sign, kind=Is.SAME, start=last.end + 1, sure=True))  # "ronde 3: zoals in ronde 1"
                continue
            once_more = _once_more_that().search(text, last.end if last else 0, sign.start)
            if last is not None and behind:
                out[-1] = replace(last, end=sign.end, rounds=sign.rounds, sure=True)
                continue
            if once_more:
                out.append(replace(sign, kind=Is.SAME, start=once_more.start(), sure=True))
                continue
        begun = _as_begun().match(text, _before_as(sign, text)) if sign.kind is Is.SAME else None
        out.append(replace(sign, end=begun.end(), rounds=(0,), sure=True) if begun else sign)
    return out


def _before_as(sign: Sign, text: str) -> int:
    """Where "dezelfde als" ends without its "als"."""
    return sign.end - next((len(word) for word in (" als", " as") if text.endswith(word, sign.start, sign.end)), 0)


def of_both(signs: list[Sign], slugs: tuple[str, ...], text: str) -> list[Sign]:
    """ "Beide workshops, met die van A als tweede": the one that isn't placed there is wanted, too."""
    both = next((s for s in signs if s.kind is Is.ALL_WORKSHOPS), None)
    if both is not None and text.endswith(("of ", "van ", "uit "), 0, both.start) and len(signs) > 1:
        return [s for s in signs if s is not both]  # "of the two workshops I'm interested in A"
    if both is None or not listed("offered_things").search(text, both.start, both.end):
        return signs
    if any(s.kind is Is.WORKSHOP and s.start < both.start for s in signs):
        return signs
    named = {s.workshop for s in signs if s.kind is Is.WORKSHOP}
    placed = any(s.kind is Is.ROUND or s.relation in ("first", "last") for s in signs if s.start > both.end)
    others = [slug for slug in slugs if slug not in named]
    if not placed or len(named) != 1 or len(others) != 1:
        return signs
    return [replace(s, kind=Is.WORKSHOP, workshop=others[0]) if s is both else s for s in signs]


def without_topic(signs: list[Sign], text: str) -> list[Sign]:
    """ "Ronde 1 en 2: B maar één keer, dus die in ronde 2, en in ronde 1 A": each of these is told anew."""
    first, later = signs[0], [s for s in signs[1:] if s.kind is Is.ROUND]
    if first.kind is not Is.ROUND or len(first.rounds) < 2 or len(later) < len(first.rounds):
        return signs
    told = {number for sign in later for number in sign.rounds}
    return signs[1:] if told == set(first.rounds) and TOPIC.match(text, first.end) else signs


def not_in_all(signs: list[Sign], rounds: tuple[int, ...], text: str, start: int, end: int) -> list[Sign]:
    """ "A kan in alle rondes, één keer is genoeg: ronde 2 graag": all rounds are offered, and not all are wanted."""
    everywhere = [sign for sign in signs if len(sign.rounds) > 2 and sign.rounds == rounds]
    if not everywhere or not (listed("once_only").search(text, start, end) or _is_offered(everywhere[0], text, start)):
        return signs
    wanted = [sign for sign in signs if sign.kind is Is.ROUND and sign not in everywhere]
    kind, taken = (Is.ROUND, wanted[0].rounds) if len(wanted) == 1 else (Is.ANY_ROUND, ())
    one = replace(everywhere[0], kind=kind, rounds=taken)
    return [one if sign is everywhere[0] else sign for sign in signs if sign not in (*everywhere[1:], *wanted[:1])]


def but_another(signs: list[Sign], text: str) -> list[Sign]:
    """ "14 uur idem, maar dan die van Movisie": it is the workshop behind it that is meant."""
    out = list(signs)
    for at, sign in enumerate(signs):
        behind = [s for s in signs[at + 1 :] if s.kind is not Is.RELATIVE][:1]
        if sign.kind is not Is.SAME or not behind or behind[0].kind not in (Is.WORKSHOP, Is.OTHER_WORKSHOP):
            continue
        placed_behind = any(s.kind in PLACING and s.start > behind[0].end for s in signs)
        if not placed_behind and BUT_THEN.fullmatch(text, sign.end, behind[0].start):
            out = [s for s in out if s is not sign and not sign.end <= s.start < behind[0].start]
    return out


def each_the_other(signs: list[Sign], text: str) -> list[Sign]:
    """ "In ronde 2 gaan we allebei naar de andere", after a round in which they were apart: they change places."""
    placed = any(sign.kind is Is.ROUND for sign in signs)
    return [
        replace(s, kind=Is.SWAP)
        if placed and s.kind is Is.OTHER_WORKSHOP and EACH.search(text, max(0, s.start - 40), s.start)
        else s
        for s in signs
    ]


def not_that_often(signs: list[Sign], text: str, end: int) -> list[Sign]:
    """ "Twee keer A hoeft niet, één keer in ronde 1 is genoeg", "in elke ronde A hoeft niet": A is chosen, but not so
    often."""
    for times, workshop in pairwise(signs):
        if times.kind not in (Is.TIMES, Is.ROUND) or workshop.kind is not Is.WORKSHOP or len(times.rounds) < 2:
            continue
        if OFTEN.fullmatch(text, times.end, workshop.start):
            denied = NEEDS_NOT.match(text, workshop.end, end)
            if denied and ONCE.search(text, denied.end(), end):
                kept = [s for s in signs if s is not times and not workshop.end <= s.start < denied.end()]
                return [replace(s, end=denied.end()) if s is workshop else s for s in kept]
    return signs


def _is_offered(sign: Sign, text: str, start: int) -> bool:
    """ "De workshop wordt drie keer gegeven", "runs in every round"."""
    behind = re.split(r"[,;.:]", text[sign.end : sign.end + 80], maxsplit=1)[0]
    return bool(listed("is_given").search(text, max(start, sign.start - 40), sign.end + len(behind)))


def _is_same_workshop(last: Sign, sign: Sign, text: str) -> bool:
    """Whether the second only says the first again: "Movisie over beleid", "de eerste (Lokaal beleid)"."""
    if last.kind is not Is.WORKSHOP or last.workshop != sign.workshop or sign.start - last.end >= 30:
        return False
    return not any_in("again").search(text[last.end : sign.start])


def without_example(signs: list[Sign], text: str, start: int) -> list[Sign]:
    """ "Precies andersom: waar ik A heb, doet hij B": the workshops only say what the other way round is."""
    where = listed("where_i").search(text, start, signs[-1].start)
    shown = [s for s in signs if where and s.kind is Is.WORKSHOP and s.start > where.end()]
    if len({sign.workshop for sign in shown}) != 2 or any(s.kind is Is.ROUND for s in signs):
        return signs
    swaps = any(s.kind is Is.SWAP for s in signs)
    return [
        replace(s, kind=Is.SWAP) if s is shown[0] and not swaps else s
        for s in signs
        if s not in shown[0 if swaps else 1 :]
    ]


def is_said_in_full(sign: Sign, signs: list[Sign], text: str) -> bool:
    """ "mijn workshop over, dus Vooroordelen", "ik draai het om: eerst A, dan B": what is meant is named."""
    named = [s for s in signs if s.kind is Is.WORKSHOP]
    if sign.kind is Is.SAME:
        if says_too(text[sign.start : sign.end]):
            return False  # "... en ik ook, en dan nog A": of what stands before it
        if sign.rounds or _adds_to(sign, named, signs, text):
            return False  # "dezelfde als in ronde 1"
        if _has_its_own_round(sign, named, signs, text):
            return False  # "the same as her in the afternoon, but A in the morning"
        if any(s.start > sign.end and RIGHT_BEHIND.fullmatch(text, sign.end, s.start) for s in named):
            return True  # "en om 15 uur doe ik ook A"
        told_before = any(s.end <= sign.start for s in named)
        by_round = any(s.kind in PLACING and 0 <= sign.start - s.end < 6 for s in signs)
        if by_round and _goes_elsewhere_later(sign, named, signs):
            return False  # "sluit in ronde 1 bij haar aan en gaat in ronde 2 naar A"
        if not sign.sure and not by_round:
            return True  # "nog een keer" copies only in a round of its own
        # "ronde 1 A, ronde 2 idem" is not, nor "ik doe A, Jan hetzelfde"
        return bool(named) and not (told_before and (by_round or named[-1].end <= sign.start))
    if sign.kind is Is.ALL_WORKSHOPS:
        return any(s in named or (s.kind is Is.SWAP and s.start > sign.end) for s in signs)
    if sign.kind is Is.OTHER_WORKSHOP:
        return any(THAT_IS.fullmatch(text, sign.end, s.start) for s in named)
    if sign.kind is not Is.SWAP or not named or named[0].start < sign.end:
        return False
    behind = next(s for s in signs if s.start >= sign.end)
    return behind.kind is not Is.ROUND or AND_THEN.fullmatch(text, sign.end, behind.start) is None


def _has_its_own_round(sign: Sign, named: list[Sign], signs: list[Sign], text: str) -> bool:
    """Whether what is the same as another's is told its round, and what is named behind it another one."""
    if not text.endswith((" als", " as"), sign.start, sign.end):
        return False
    behind = [s for s in signs if s.start >= sign.end]
    rounds = [s for s in behind if s.kind is Is.ROUND]
    if len(rounds) < 2 or not behind or behind[0] is not rounds[0] or any(s.end <= sign.start for s in named):
        return False
    return rounds[0].start - sign.end < 30 and rounds[0].rounds != rounds[1].rounds


def _goes_elsewhere_later(sign: Sign, named: list[Sign], signs: list[Sign]) -> bool:
    """Whether the workshop that is named behind a copy in a round stands in another round, told between."""
    behind = next((s for s in named if s.start >= sign.end), None)
    before = [s for s in signs if s.kind is Is.ROUND and s.end <= sign.start]
    between = [s for s in signs if s.kind is Is.ROUND and behind and sign.end <= s.start < behind.start]
    return bool(before and between) and set(before[-1].rounds).isdisjoint(between[-1].rounds)


def _adds_to(sign: Sign, named: list[Sign], signs: list[Sign], text: str) -> bool:
    """ "Hetzelfde als Joost, plus in ronde 3 A", "die workshop eveneens in ronde 1, en in ronde 2 A": A is one more."""
    behind = next((s for s in named if s.start >= sign.end), None)
    if behind is None:
        return False
    if listed("besides").search(text, sign.end, behind.start):
        return True
    rounds = [s for s in signs if s.kind is Is.ROUND and sign.end <= s.start < behind.start]
    placed = [s for s in signs if s.kind in PLACING and s.start >= sign.end]
    if placed and listed("but_for").search(text, sign.end, min(behind.start, placed[0].start)):
        return True  # "hetzelfde, behalve dat hij in ronde 3 naar A wil"
    return len(rounds) > 1 and rounds[0].start - sign.end < 6


def without_denied_swaps(signs: list[Sign], text: str) -> list[Sign]:
    """ "In die volgorde, en niet andersom": it is not the other way round."""
    return [s for s in signs if s.kind is not Is.SWAP or not text.endswith(("niet ", "not "), 0, s.start)]


def without_double_swaps(signs: list[Sign]) -> list[Sign]:
    """ "Het moet andersom: draai ze om" says one thing twice; "in ronde 2 andersom, en in ronde 3 weer terug" two."""
    swaps = [sign for sign in signs if sign.kind is Is.SWAP]
    rounds = [sign.rounds for sign in signs if sign.kind is Is.ROUND]
    return signs if len(rounds) == len(swaps) == len(set(rounds)) else [s for s in signs if s not in swaps[:-1]]


def moved(signs: list[Sign], text: str) -> list[Sign]:
    """ "De workshop van 14 uur (A) verzetten naar 15 uur": the round that A leaves counts no more."""
    rounds = [sign for sign in signs if sign.kind is Is.ROUND]
    workshops = {sign.workshop for sign in signs if sign.kind is Is.WORKSHOP}
    if len(rounds) != 2 or len(workshops) != 1 or not MOVED_TO.search(text, rounds[0].end, rounds[1].start):
        return signs
    return [sign for sign in signs if sign is not rounds[0]]


def belongs(place: Sign, away: list[Sign], text: str) -> bool:
    """Whether that round is the one of a workshop that is done away with: "A in ronde 1 mag eruit"."""
    return any(0 <= place.start - sign.end < 12 and "," not in text[sign.end : place.start] for sign in away)


@cache
def _as_in() -> re.Pattern[str]:
    return re.compile(
        rf"\s(?:workshop\s)?(?:{any_of(words('choices', 'as_in'))})\s(?:(?:in|om|de|het|the|at)\s){{0,2}}"
    )


@cache
def _like_round() -> re.Pattern[str]:
    """Between two rounds of which the one is to be as the other: "zie", "zoals in", "weer als bij"."""
    return re.compile(
        r"\s?(?:[:=-]\s?|[:=,-]?\s?(?!als\b|as\b))(?:(?:weer|again|dan|is|wordt)\s)?"
        rf"(?:{any_of(words('choices', 'as_round'))})\s"
        r"(?:(?:in|bij|om|the|de|at|for|voor)\s){0,2}"
    )


@cache
def _once_more_that() -> re.Pattern[str]:
    that, of = any_of(words("choices", "once_more_that")), any_of(words("choices", "as_in"))
    return re.compile(rf"(?<!\w)(?:{that})\s(?:{of})\s(?:(?:in|om|de|het|the|at)\s){{0,2}}$")


@cache
def _as_begun() -> re.Pattern[str]:
    return re.compile(rf"\s(?:workshop\s)?(?:{any_of(words('choices', 'as_begun'))})(?!\w)")
