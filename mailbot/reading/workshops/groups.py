"""The signs of a sentence without those that only say the same thing again."""

import re
from dataclasses import replace

from mailbot.reading.workshops.patterns import any_in
from mailbot.reading.workshops.sign import PLACING, Is, Sign

OR = re.compile(r"\s?(?:of|or|dan wel|oder)\s(?:(?:om|at|in|de|the|juist|anders)\s){0,2}")
MOVED_TO = re.compile(r"\b(?:naar|to)\s(?:(?:de|het|the|om)\s)?$")  # before the round that comes instead


def merged(signs: list[Sign], text: str) -> list[Sign]:
    """Neighbouring signs of one thing taken together: "ronde 2 (14:00 uur)", "de Movisie-mensen over beleid"."""
    merged: list[Sign] = []
    for sign in signs:
        last = merged[-1] if merged else None
        if sign.kind is Is.ROUND and last and last.kind in (Is.ROUND, Is.PART):
            between = text[last.end : sign.start]
            within = last.kind is Is.PART and set(sign.rounds) <= set(last.rounds) and len(between) <= 6
            if within or (sign.rounds == last.rounds and len(between) < 30 and "\n\n" not in between):
                merged[-1] = replace(sign, start=last.start, named=last.named or sign.named)
                continue
        either = last is not None and last.kind is Is.ROUND and OR.fullmatch(text, last.end, sign.start)
        if last is not None and either and sign.kind in (Is.ROUND, Is.RELATIVE):
            merged[-1] = replace(last, kind=Is.ANY_ROUND, end=sign.end, rounds=())  # "voor de lunch of om 15 uur"
            continue
        if sign.kind is Is.WORKSHOP and last and _is_same_workshop(last, sign, text):
            sure, numbered = last.sure or sign.sure, last.numbered and sign.numbered
            merged[-1] = replace(last, end=sign.end, sure=sure, numbered=numbered)
            continue
        merged.append(sign)
    return merged


def not_in_all(signs: list[Sign], rounds: tuple[int, ...], text: str, start: int, end: int) -> list[Sign]:
    """ "A kan in alle rondes, één keer is genoeg: ronde 2 graag": all rounds are offered, and not all are wanted."""
    everywhere = [sign for sign in signs if len(sign.rounds) > 2 and sign.rounds == rounds]
    if not everywhere or not (any_in("once_only").search(text, start, end) or _is_offered(everywhere[0], text, start)):
        return signs
    wanted = [sign for sign in signs if sign.kind is Is.ROUND and sign not in everywhere]
    kind, taken = (Is.ROUND, wanted[0].rounds) if len(wanted) == 1 else (Is.ANY_ROUND, ())
    one = replace(everywhere[0], kind=kind, rounds=taken)
    return [one if sign is everywhere[0] else sign for sign in signs if sign not in (*everywhere[1:], *wanted[:1])]


def _is_offered(sign: Sign, text: str, start: int) -> bool:
    """ "De workshop wordt drie keer gegeven", "runs in every round"."""
    behind = re.split(r"[,;.:]", text[sign.end : sign.end + 80], maxsplit=1)[0]
    return bool(any_in("is_given").search(text, max(start, sign.start - 40), sign.end + len(behind)))


def _is_same_workshop(last: Sign, sign: Sign, text: str) -> bool:
    """Whether the second only says the first again: "Movisie over beleid", "de eerste (Lokaal beleid)"."""
    if last.kind is not Is.WORKSHOP or last.workshop != sign.workshop or sign.start - last.end >= 30:
        return False
    return not any_in("again").search(text[last.end : sign.start])


def without_example(signs: list[Sign], text: str, start: int) -> list[Sign]:
    """ "Precies andersom: waar ik A heb, doet hij B": the workshops only say what the other way round is."""
    where = any_in("where_i").search(text, start, signs[-1].start)
    shown = [s for s in signs if where and s.kind is Is.WORKSHOP and s.start > where.end()]
    if len({sign.workshop for sign in shown}) != 2 or any(s.kind is Is.ROUND for s in signs):
        return signs
    swaps = any(s.kind is Is.SWAP for s in signs)
    return [
        replace(s, kind=Is.SWAP) if s is shown[0] and not swaps else s
        for s in signs
        if s not in shown[0 if swaps else 1 :]
    ]


def is_said_in_full(sign: Sign, signs: list[Sign]) -> bool:
    """ "mijn workshop over, dus Vooroordelen", "ik draai het om: eerst A, dan B": what is meant is named."""
    named = [s for s in signs if s.kind is Is.WORKSHOP]
    if sign.kind is Is.SAME:
        told_before = any(s.end <= sign.start for s in named)
        by_round = any(s.kind in PLACING and 0 <= sign.start - s.end < 6 for s in signs)
        if not sign.sure and not by_round:
            return True  # "nog een keer" copies only in a round of its own
        # "ronde 1 A, ronde 2 idem" is not, nor "ik doe A, Jan hetzelfde"
        return bool(named) and not (told_before and (by_round or named[-1].end <= sign.start))
    if sign.kind is Is.ALL_WORKSHOPS:
        return bool(named)
    return sign.kind is Is.SWAP and bool(named) and named[0].start > sign.end


def without_double_swaps(signs: list[Sign]) -> list[Sign]:
    """ "Het moet andersom: draai ze om" says one thing twice."""
    swaps = [sign for sign in signs if sign.kind is Is.SWAP]
    return [sign for sign in signs if sign not in swaps[:-1]]


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
