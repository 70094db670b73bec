"""What rounds by order come to: "eerst" and "daarna", "'s middags", "ertussenin", "de overige rondes", "de tweede"."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import pairwise, takewhile

from mailbot.reading.lexicon import words
from mailbot.reading.text.fold import any_of
from mailbot.reading.workshops.given import Given
from mailbot.reading.workshops.instead import in_place_of
from mailbot.reading.workshops.match import Pair
from mailbot.reading.workshops.sign import BEARING, PLACING, Is, Sign

BESIDE = 14  # characters: "eerst (ronde 1)" says one thing
AND = re.compile(r"\s?(?:en|and|als|&|\+)\s(?:(?:ook|in|om|de)\s){0,2}")
# "Ronde 3: weer de eerste": in a schedule, of what it tells, and not of the list
AGAIN = re.compile(r"(?:[:=]|\n)\s?(?:weer|opnieuw|nogmaals|again)\s$")
PREFERRED = re.compile(r"\b(?:first|second|third|eerste|tweede|derde) (?:choice|preference|keuze|keus|voorkeur)\b")
WHY = re.compile(r"\b(?:want|omdat|maar|because|but)\b")
ITS_HOUR = re.compile(r"(?:\s(?:workshop|sessie|session))?(?:\s\(|,\s)(?:(?:om|at|van|die van)\s)?")
BARE_ORDINAL = re.compile(r"(?:de|the)\s[a-z]+")  # "de tweede A", of the workshops that somebody attends
BUSY_THEN = re.compile(r"\s\w|:")  # "en daartussen mijn mail"
GLADLY = re.compile(r"\s(?:(?:graag|liefst|dan|meteen|direct|please)\s){0,2}")


def with_nouns(
    signs: list[Sign], text: str, place_of: Callable[[str], str | None], *, by_order: bool = False
) -> list[Sign]:
    """Each bare ordinal as what ordinals were of before it in the sentence: a round, or a workshop of the list.
    `by_order`: the text has called a workshop by its place in the list before."""
    of_workshops = of_rounds = False
    out: list[Sign] = []
    wishes = PREFERRED.findall(text, signs[0].start, signs[-1].end) if signs else []
    placed = any(s.kind is Is.ROUND and s.named and not PREFERRED.search(text, s.start, s.end) for s in signs)
    if wishes and (placed or len(wishes) == 1):
        # "my first choice is A, in round 2": before any other wish, and no round
        signs = [s for s in signs if s.kind not in (Is.ROUND, Is.ORDINAL) or not PREFERRED.search(text, s.start, s.end)]
    if _counts_what_is_attended(signs, text):
        signs = [
            replace(s, kind=Is.ROUND, workshop="", numbered=False) if s.ordinal and s.numbered else s for s in signs
        ]
    # "tussen de tweede en de derde mag u kiezen", of two workshops
    beyond = any(s.kind is Is.ORDINAL and s.rounds and place_of(s.workshop) is None for s in signs)
    unnamed = not any(sign.kind is Is.WORKSHOP for sign in signs) and any(s.kind is Is.ROUND and s.named for s in signs)
    for at, sign in enumerate(signs):
        if sign.kind is Is.WORKSHOP and sign.ordinal:
            of_workshops, of_rounds, by_order = True, False, True
        elif sign.kind is Is.ROUND and sign.named:
            of_rounds = True
            of_workshops = of_workshops and not sign.ordinal
        if sign.kind is Is.ORDINAL and sign.rounds == (1,) and AGAIN.search(text, max(0, sign.start - 12), sign.start):
            out.append(replace(sign, kind=Is.SAME, workshop="", rounds=(0,)))
            continue
        if sign.kind is Is.ORDINAL:
            slug = place_of(sign.workshop)
            # "in ronde 1 de tweede workshop, in ronde 2 de eerste": each round has its own
            in_its_round = by_order and out[-1:] != [] and out[-1].kind is Is.ROUND and out[-1].named
            told = _is_explained(sign, slug, signs[at + 1 : at + 2], text)
            later = any(s.kind is Is.ROUND and s.named and s.ordinal for s in signs[at + 1 :])
            # "zet mij in ronde 1 in plaats van de laatste"
            instead = out[-1:] != [] and out[-1].kind is Is.ROUND and in_place_of(text, out[-1].end, sign.start)
            # "niet in de eerste ronde, en niet in de laatste", "niet in de eerste, noch in de laatste ronde"
            in_a_round = (of_rounds or later) and text.endswith("in ", 0, sign.start)
            if out[-1:] and out[-1].kind is Is.WORKSHOP and not out[-1].ordinal and sign.rounds:
                # "Vooroordelen in de eerste, lokaal beleid in de tweede"
                in_a_round = in_a_round or text[out[-1].end : sign.start] in (" in ", '" in ', "' in ")
                of_rounds = of_rounds or in_a_round
            if (
                not (in_a_round or instead or beyond)
                and (sign.numbered or of_workshops or unnamed or in_its_round or told)
                and slug
            ):
                of_workshops = True
                sign = replace(sign, kind=Is.WORKSHOP, workshop=slug, sure=True, numbered=True, ordinal=True)
            elif sign.rounds:
                sign = replace(sign, kind=Is.ROUND, workshop="", named=of_rounds)
            else:
                continue
        out.append(sign)
    return out


def _is_explained(sign: Sign, slug: str | None, following: list[Sign], text: str) -> bool:
    """ "De eerste (lokaal beleid)", "de tweede, over vooroordelen": the workshop of that place is named behind it."""
    if not following or following[0].kind is not Is.WORKSHOP or following[0].workshop != slug:
        return False
    return bool(_that_is().fullmatch(text, sign.end, following[0].start))


def _counts_what_is_attended(signs: list[Sign], text: str) -> bool:
    """ "De eerste workshop wordt A, de tweede B": the first that somebody attends, not the first of the list."""
    by_order = [sign for sign in signs if sign.ordinal and sign.numbered]
    by_name = [sign for sign in signs if sign.kind is Is.WORKSHOP and not sign.numbered]
    if by_name and any(_is_told_its_hour(one, two, text) for one, two in pairwise(signs)):
        return True
    called = [s for s in signs if s.kind is Is.ROUND and not BARE_ORDINAL.fullmatch(text, s.start, s.end)]
    if not by_order or not by_name or called:
        return False
    behind = next((sign for sign in by_name if sign.start >= by_order[0].end), None)
    return behind is not None and bool(_becomes().search(text, by_order[0].end, behind.start))


def _is_told_its_hour(one: Sign, two: Sign, text: str) -> bool:
    """ "De eerste workshop (12 uur) doen we samen": the one that is first that day."""
    by_order = one.ordinal and one.numbered and two.kind is Is.ROUND and two.rounds == one.rounds
    return by_order and ITS_HOUR.fullmatch(text, one.end, two.start) is not None


def laid_out(signs: list[Sign], text: str) -> tuple[list[Sign], Sign | None]:
    """The signs that can be paired, and the sign of the rounds within which "eerst" and "als laatste" count."""
    signs = _without_idle(_side_of_lunch(_followed(_as_one_stretch(signs, text), text)), text)
    within = next((sign for sign in signs if sign.kind is Is.PART or _is_stretch(sign, signs)), None)
    kept = [sign for sign in signs if sign.kind in BEARING or sign.kind in PLACING or sign.kind is Is.NOTHING]
    return [sign for sign in kept if sign is not within and not _is_said_twice(sign, kept, text)], within


def in_stretches(signs: list[Sign], start: int, end: int) -> list[tuple[list[Sign], int, int]]:
    """A sentence of which each part tells a part of the day: "'s ochtends eerst A, dan B, 's middags C"; mostly one."""
    parts = [at for at, sign in enumerate(signs) if sign.kind is Is.PART and not sign.relation]
    if len(parts) < 2 or parts[0] != 0:
        return [(signs, start, end)]
    cut = [signs[since:until] for since, until in zip(parts, [*parts[1:], len(signs)], strict=True)]
    if not all(any(sign.kind in BEARING for sign in stretch) for stretch in cut):
        return [(signs, start, end)]
    starts = [start, *(stretch[0].start for stretch in cut[1:])]
    return list(zip(cut, starts, [*starts[1:], end], strict=True))


def _as_one_stretch(signs: list[Sign], text: str) -> list[Sign]:
    """ "Ronde 1 en ronde 2: eerst A, daarna B": two rounds with an "en" between them, in which the sentence counts."""
    rounds = [sign for sign in signs if sign.kind is Is.ROUND]
    counts = any(sign.relation == "first" for sign in signs if rounds and sign.start >= rounds[-1].end)
    if len(rounds) != 2 or not counts or not AND.fullmatch(text, rounds[0].end, rounds[1].start):
        return signs
    both = replace(rounds[0], end=rounds[1].end, rounds=(*rounds[0].rounds, *rounds[1].rounds))
    return [both if sign is rounds[0] else sign for sign in signs if sign is not rounds[1]]


def _followed(signs: list[Sign], text: str) -> list[Sign]:
    """ "A gevolgd door B, in de eerste twee rondes": one after the other in those."""
    rounds = [sign for sign in signs if sign.kind is Is.ROUND]
    if len(rounds) != 1 or len(rounds[0].rounds) != 2:
        return signs
    followed = [s for s in signs if s.relation == "next" and text.startswith(("gevolgd", "followed"), s.start)]
    if not followed or followed[0].start > rounds[0].start:
        return signs
    return [sign for sign in signs if sign not in followed and sign.relation != "first"]


def _side_of_lunch(signs: list[Sign]) -> list[Sign]:
    """ "Workshops na de lunch: eerst A, dan B": all rounds that lie there, within which the sentence counts."""
    out = list(signs)
    for at, sign in enumerate(signs):
        behind = list(takewhile(lambda other: other.kind is not Is.ROUND, signs[at + 1 :]))
        told = [other.relation for other in behind if other.kind is Is.RELATIVE]
        bearing = sum(other.kind in BEARING for other in behind)
        heads = len(sign.part) == bearing > 1 and behind[0].relation == "first"
        if heads and set(told[1:]) & {"next", "last"}:
            out[at] = replace(sign, kind=Is.PART, rounds=sign.part, part=())
    return out


def _without_idle(signs: list[Sign], text: str) -> list[Sign]:
    """Those signs without a "daartussen" that chooses nothing: "A om 12 uur, B om 15 uur, en daartussen bel ik"."""
    return [sign for at, sign in enumerate(signs) if not _is_idle(at, signs, text)]


def _is_idle(at: int, signs: list[Sign], text: str) -> bool:
    sign, before = signs[at], signs[at - 1] if at else None
    if sign.relation != "between" or before is None or before.kind in BEARING:
        return False
    bears = any(other.kind in BEARING or other.kind is Is.NOTHING for other in signs[at + 1 :])
    return not bears and BUSY_THEN.match(text, sign.end) is not None


def _is_stretch(sign: Sign, signs: list[Sign]) -> bool:
    """Whether several rounds are those within which the sentence counts: "in de laatste twee rondes eerst A, dan B"."""
    rounds = [other for other in signs if other.kind is Is.ROUND]
    if sign.kind is not Is.ROUND or len(sign.rounds) < 2 or rounds != [sign]:
        return False
    behind = {other.relation for other in signs if other.kind is Is.RELATIVE and other.start >= sign.end}
    workshops = sum(other.kind in BEARING for other in signs)
    if any(other.kind in BEARING and other.end <= sign.start for other in signs):
        return False  # "twee keer A (ronde 1 en 2) en dan B"
    return "first" in behind or (bool(behind & {"next", "last"}) and workshops == len(sign.rounds))


def _is_said_twice(sign: Sign, signs: list[Sign], text: str) -> bool:
    """Whether a "daarna" stands right beside a round that is called by its number."""
    if sign.kind is not Is.RELATIVE:
        return False
    rounds = [other for other in signs if other.kind in (Is.ROUND, Is.ANY_ROUND)]
    bears = any(other.kind in BEARING or other.kind is Is.NOTHING for other in signs if other.start >= sign.end)
    if sign.relation == "next" and not bears and any(other.start >= sign.end for other in rounds):
        return True  # "A graag, en dan het liefst in ronde 2"
    if sign.relation == "next" and any(
        s.relation in ("previous", "later") and 0 <= s.start - sign.end < BESIDE for s in signs
    ):
        return True  # "maar dan een ronde eerder"
    near = [other for other in rounds if 0 <= other.start - sign.end < BESIDE]
    between = [other.start for other in signs if other.kind in BEARING and other.start >= sign.end]
    near = [other for other in near if not any(at < other.start for at in between)]  # "eerst A, en in ronde 2 B"
    behind = any(not WHY.search(text, sign.end, other.start) for other in near)
    goes_on = sign.relation == "previous" or text.startswith(("en ", "and "), sign.start)  # "A om 12 uur en dan B"
    before = not goes_on and any(GLADLY.fullmatch(text, other.end, sign.start) for other in rounds)
    last = sign.relation == "next" and any(
        s.relation == "last" and 0 <= s.start - sign.end < BESIDE and not any(at < s.start for at in between)
        for s in signs
    )  # "daarna sluit ik af met A", "daarna in de slotronde A"
    return behind or before or last


def resolved(
    pairs: list[Pair],
    numbers: tuple[int, ...],
    within: Sign | None,
    cursor: int | None,
    given_in: Given,
    *,
    goes_on: bool,
) -> list[Pair]:
    """Those pairs with their rounds as numbers: of those in which a workshop is given, where only an order is told.
    `cursor`: the round that was spoken of last, before this sentence. `goes_on`: the sentence begins with "daarna"."""
    out: list[Pair] = []
    given: list[int] = []
    pairs = _beginning(pairs, within, numbers, cursor)
    starts = goes_on or any(place.relation == "first" for pair in pairs for place in pair.places)
    meant: dict[Sign, tuple[int, ...]] = {}  # "daarna gaan zij naar A en ik naar B": one round for both
    for pair in pairs:
        rounds = pair.rounds
        if rounds is None:
            for place in pair.places:
                if place not in meant:
                    domain = _domain(place, within, numbers)
                    among = given_in.among(pair.sign.workshop, domain) or domain
                    meant[place] = _rounds_of(place, among, given, cursor, starts)
            rounds = tuple(dict.fromkeys(number for place in pair.places for number in meant[place]))
        out.append(replace(pair, rounds=rounds))
        given += [number for number in rounds if number not in given]
        if len(rounds) == 1 or rounds == numbers[: len(rounds)]:
            cursor = rounds[-1] if rounds else cursor
    return out


def _beginning(pairs: list[Pair], within: Sign | None, numbers: tuple[int, ...], cursor: int | None) -> list[Pair]:
    """ "In de middagrondes A en daarna B": the first of them begins that stretch, though no word says so."""
    later = {place.relation for pair in pairs[1:] for place in pair.places}
    if within is None and _fill_the_day(pairs, numbers, cursor):
        return [replace(pairs[0], rounds=numbers[:1]), *pairs[1:]]
    placed = bool(pairs) and any(place.relation != "next" for place in pairs[0].places)  # "daarna eerst A, dan B"
    if within is None or not pairs or placed or not later & {"next", "last"}:
        return pairs
    if within.kind is Is.PART and len(within.rounds) != len(pairs):
        return pairs  # "in de middag A": in which of its rounds isn't told
    return [replace(pairs[0], rounds=within.rounds[:1]), *pairs[1:]]


def _fill_the_day(pairs: list[Pair], numbers: tuple[int, ...], cursor: int | None) -> bool:
    """ "B, then C", where there are just two rounds: the one that is told no round is in the first of them."""
    if cursor is not None or len(pairs) < 2 or len(pairs) != len(numbers) or pairs[0].places or pairs[0].rounds:
        return False
    return all(pair.places and all(place.relation == "next" for place in pair.places) for pair in pairs[1:])


def _domain(place: Sign, within: Sign | None, numbers: tuple[int, ...]) -> tuple[int, ...]:
    return within.rounds if within is not None and within.start < place.start else numbers


def _rounds_of(
    place: Sign, domain: tuple[int, ...], given: list[int], cursor: int | None, starts: bool
) -> tuple[int, ...]:
    if place.kind is not Is.RELATIVE:
        return place.rounds
    match place.relation:
        case "first":
            return domain[:1]
        case "last":
            return domain[-1:]
        case "same":
            return (cursor,) if cursor is not None else ()
        case "between" if len(given) > 1:
            return tuple(number for number in domain if min(given) < number < max(given))
        case "between":
            return domain[1:-1] if len(domain) == 3 else ()
        case "rest":
            return tuple(number for number in domain if number not in given) if given else ()
        case "next" if cursor is not None and (starts or given):
            return tuple(number for number in domain if number > cursor)[:1]
        case "later" if cursor is not None:
            return tuple(number for number in domain if number > cursor)[:1]
        case "previous" if cursor is not None:
            return tuple(number for number in domain if number < cursor)[-1:]
    return ()


def but_for(sign: Sign, denied: list[Sign]) -> Sign:
    """ "Alle rondes behalve de derde, en telkens bij A": the rounds of a sign without those that are taken out."""
    out = {n for other in denied if other is not sign for n in other.rounds}
    left = tuple(n for n in sign.rounds if n not in out)
    return replace(sign, rounds=left) if sign.kind is Is.ROUND and left and out and len(sign.rounds) > 2 else sign


def last_of_stretch(pairs: list[Pair], within: Sign | None) -> list[Pair]:
    """ "Na de lunch beide workshops, eerst A": the one that is told no round has the one that is left."""
    if within is None or len(within.rounds) != len(pairs) or sum(not pair.rounds for pair in pairs) != 1:
        return pairs
    left = tuple(n for n in within.rounds if not any(n in (pair.rounds or ()) for pair in pairs))
    return [pair if pair.rounds or len(left) != 1 else replace(pair, rounds=left) for pair in pairs]


@cache
def _that_is() -> re.Pattern[str]:
    """Between a workshop's place and its title: a bracket or comma and small words."""
    small = any_of((*words("choices", "small"), *words("choices", "pointing"), *words("choices", "about"), "dus"))
    return re.compile(rf"\s?[(,]\s?[\"']?(?:(?:{small})\s[\"']?){{0,4}}")


@cache
def _becomes() -> re.Pattern[str]:
    return re.compile(rf"[:=]|\b(?:{any_of(words('choices', 'becomes'))})\b")
