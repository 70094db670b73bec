"""How people name the sessions of a course: by day, number, order or subject, one by one or from one to another.

"14 november", "3, 10 en 24 februari", "les 2 en 4", "de eerste drie keren", "van de tweede tot en met de laatste", "de
avonden in maart", "alle vier". Whether they come to what they name is for sessions.py.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from mailbot.domain.event import Event
from mailbot.reading.events.date_spellings import weekday_of
from mailbot.reading.events.dates import DateMention, dates
from mailbot.reading.events.session_days import session_days
from mailbot.reading.text.clauses import Clauses
from mailbot.reading.text.room import Room
from mailbot.reading.workshops.round_patterns import number_of
from mailbot.reading.workshops.session_patterns import (
    REACH,
    THEREAFTER,
    all_of_them,
    and_thereafter,
    from_one_on,
    in_order,
    noun_behind,
    numbered,
    of_a_month,
    only_or_except,
    session_noun,
    told_of,
    up_to,
    up_to_the_end,
    weekdays,
)
from mailbot.reading.workshops.sign import Is, Sign
from mailbot.reading.workshops.sureness import means_workshop

WORD, DIGIT = re.compile(r"\w+"), re.compile(r"\d")
LIFE = re.compile(r"\s(?:dat|toen|ooit|was|that|when|ever)\b")  # "de eerste keer dat ik zoiets doe"
FIRST_TIME = re.compile(r"\w+ (?:keer|maal|time)")
SO_FAR = re.compile(r"\b(?:voor|is|was|for|this is)\s(?:de|the)?\s?$")  # "voor de eerste keer"
BY_ITSELF = re.compile(r"\s?(?:$|[.,;:!?()\n/]|\b(?:en|and|wel|niet|not|naar|to|graag|please)\b)")
ARTICLE = re.compile(r"\b(?:de|the)\s$")
IN_THE_LIST = re.compile(
    r"(?:\s?(?:,|/|&|\+|\ben\b|\band\b|\bof\b)\s?)+(?:(?:voor|over|bij|for|about)\s)?(?:(?:de|het|the)\s)?"
)
IN_A_RANGE = re.compile(r"\b(?:t/m|tot|met|vanaf|from|to|through)\s(?:(?:de|the)\s)?$")
MOST = 120  # places that are looked at: who would name more is no human, and each is held against the others


class Named(NamedTuple):
    """Sessions named at [start, end). `all_of_them`: all there are, or all from one on."""

    start: int
    end: int
    rounds: tuple[int, ...]
    all_of_them: bool = False


class SessionNames:
    """Finds where a text names sessions of one course. Its event has some (Event.sessions())."""

    def __init__(self, event: Event) -> None:
        given = event.sessions()
        self.numbers = tuple(sorted(given))
        self._rounds = {slug: number for number, slug in given.items()}
        self._days = {day: number for number, day in session_days(event).items()}

    def named(self, signs: Iterable[Sign], clauses: Clauses) -> list[Named]:
        """All of them, in order, none inside another; `signs` are those of workshops and rounds that stand there."""
        text, start, end = clauses.text, clauses.start, clauses.end
        dated = list(self._by_date(text, start, end))
        single = {*self._by_sign(list(signs), clauses), *dated, *self._by_number(clauses), *self._by_order(clauses)}
        days, starts = {day.start for day in dated}, sorted(one.start for one in single)
        alone = [one for one in self._ordinals_alone(clauses) if one.start not in days]
        bare = [one for one in alone if _is_one_of(one, starts, clauses)]
        several = [*self._all(clauses), *self._by_month(clauses), *self._by_weekday(clauses)]
        several += self._ranges([*single, *bare], clauses)
        return _apart([*several, *single, *bare])

    def told_apart(self, clauses: Clauses) -> list[Named]:
        """Those named by day or order, and not all there are."""
        named = [*self._by_date(clauses.text, clauses.start, clauses.end), *self._by_order(clauses)]
        return [one for one in named if len(one.rounds) < len(self.numbers)][:MOST]

    def _by_sign(self, signs: list[Sign], clauses: Clauses) -> Iterator[Named]:
        text = clauses.text
        for sign in signs:
            if sign.kind is Is.ROUND and sign.named and any(map(str.isdigit, text[sign.start : sign.end])):
                yield Named(sign.start, sign.end, sign.rounds)
        of_workshops = [sign for sign in signs if sign.kind is Is.WORKSHOP and sign.workshop in self._rounds]
        listed = set[Sign]()
        for one, two in pairwise(of_workshops):
            if one.workshop != two.workshop and IN_THE_LIST.fullmatch(text, one.end, two.start):
                listed |= {one, two}
        for sign in of_workshops:
            about = session_noun().search(text, *clauses.sentence_at(sign.start)) is not None
            told = told_of().search(text, max(clauses.start, sign.start - 2 * REACH), sign.start)
            if told or sign in listed or means_workshop(sign, clauses, placed=False, about_workshops=about):
                yield Named(sign.start, sign.end, (self._rounds[sign.workshop],))

    def _by_date(self, text: str, start: int, end: int) -> Iterator[Named]:
        for mention in self._dates(text, start, end):
            fitting: list[date] = [day for day in self._days if mention.fits(day)]
            by_place = mention.precision == "ordinal" and not DIGIT.search(text, mention.start, mention.end)
            if mention.is_numbered and len(fitting) == 1 and not by_place:  # "de derde" is the third evening
                yield Named(mention.start, mention.end, (self._days[fitting[0]],))

    def _by_month(self, clauses: Clauses) -> Iterator[Named]:
        """ "De avonden in maart", "de februari-avonden", "alles wat in maart valt"."""
        text = clauses.text
        for mention in self._dates(text, clauses.start, clauses.end):
            rounds = tuple(sorted(number for day, number in self._days.items() if mention.fits(day)))
            if mention.precision != "month" or not rounds:
                continue
            before = of_a_month().search(text, max(clauses.start, mention.start - REACH), mention.start)
            behind = noun_behind().match(text, mention.end)
            if before or behind:
                start = before.start() if before else mention.start
                yield Named(start, behind.end() if behind else mention.end, rounds, all_of_them=True)

    def _by_weekday(self, clauses: Clauses) -> Iterator[Named]:
        """ "De dinsdagen", of a course that isn't always on the same."""
        days = {day.isoweekday() for day in self._days}
        for match in weekdays().finditer(clauses.text, clauses.start, clauses.end) if len(days) > 1 else ():
            weekday = weekday_of(match["weekday"])
            rounds = tuple(sorted(number for day, number in self._days.items() if day.isoweekday() == weekday))
            yield Named(*match.span(), rounds, all_of_them=True)

    def _dates(self, text: str, start: int, end: int) -> tuple[DateMention, ...]:
        return dates(text, min(self._days), start, end) if self._days else ()

    def _by_number(self, clauses: Clauses) -> Iterator[Named]:
        """ "Nummer 2 en 3": no round is called so."""
        for match in numbered().finditer(clauses.text, clauses.start, clauses.end):
            rounds = tuple(n for n in map(int, re.findall(r"\d", match["numbers"])) if n in self.numbers)
            if rounds:
                yield Named(*match.span(), rounds)

    def _all(self, clauses: Clauses) -> Iterator[Named]:
        text = clauses.text
        for match in all_of_them(len(self.numbers)).finditer(text, clauses.start, clauses.end):
            if not THEREAFTER.match(text, match.end()):
                yield Named(*match.span(), self.numbers, all_of_them=True)

    def _by_order(self, clauses: Clauses) -> Iterator[Named]:
        text = clauses.text
        for match in in_order().finditer(text, clauses.start, clauses.end):
            before = max(clauses.start, match.start() - 12), match.start()
            first_time = FIRST_TIME.fullmatch(match[0]) and SO_FAR.search(text, *before)
            if first_time or LIFE.match(text, match.end()):
                continue
            rounds = self._numbers_of(match["ordinals"])
            count = number_of(match["count"], self.numbers) if match["count"] else 0
            if count and rounds:
                last = rounds[0] == self.numbers[-1]
                yield Named(*match.span(), self.numbers[-count:] if last else self.numbers[:count])
            elif rounds and (match["called"] or match["of"]):
                yield Named(*match.span(), rounds)

    def _ordinals_alone(self, clauses: Clauses) -> Iterator[Named]:
        """ "De derde", which may be of anything."""
        text = clauses.text
        for match in in_order().finditer(text, clauses.start, clauses.end):
            alone = not (match["called"] or match["of"] or match["count"]) and BY_ITSELF.match(text, match.end())
            if alone and ARTICLE.search(text, max(clauses.start, match.start() - 4), match.start()):
                yield Named(*match.span(), self._numbers_of(match["ordinals"]))

    def _numbers_of(self, ordinals: str) -> tuple[int, ...]:
        places = [number_of(word, self.numbers) for word in WORD.findall(ordinals)]
        return tuple(number for number in places if number in self.numbers)

    def _ranges(self, single: Iterable[Named], clauses: Clauses) -> Iterator[Named]:
        """From one to another, from one on, or up to one."""
        text, ordinals = clauses.text, [*self._ordinals_alone(clauses), *self._ordinals_in_ranges(clauses)]
        ends = sorted({one for one in (*single, *ordinals) if len(one.rounds) == 1})
        taken = set[Named]()
        for one, two in pairwise(ends):
            if one.rounds < two.rounds and up_to().fullmatch(text, one.end, two.start):
                taken |= {one, two}
                yield Named(one.start, two.end, self._between(one.rounds[0], two.rounds[0]), all_of_them=True)
        for one in ends:
            since = from_one_on().search(text, max(clauses.start, one.start - REACH), one.start)
            to_the_end = up_to_the_end().match(text, one.end)
            thereafter = and_thereafter().match(text, one.end)
            end = next((m.end() for m in (to_the_end, thereafter) if m), one.end)
            if one not in taken and (since or to_the_end or thereafter):
                start = since.start() if since else one.start
                yield Named(start, end, self._between(one.rounds[0], self.numbers[-1]), all_of_them=True)

    def _ordinals_in_ranges(self, clauses: Clauses) -> Iterator[Named]:
        """ "Van de eerste tot", "vanaf de tweede": with whatever stands behind."""
        for match in in_order().finditer(clauses.text, clauses.start, clauses.end):
            behind = up_to().match(clauses.text, match.end())
            before = IN_A_RANGE.search(clauses.text, max(clauses.start, match.start() - 12), match.start())
            if (behind or before) and not match["count"] and not LIFE.match(clauses.text, match.end()):
                yield Named(*match.span(), self._numbers_of(match["ordinals"]))

    def _between(self, first: int, last: int) -> tuple[int, ...]:
        return tuple(number for number in self.numbers if first <= number <= last)


def _is_one_of(one: Named, starts: list[int], clauses: Clauses) -> bool:
    """Whether an ordinal by itself is one of the sessions: where its sentence names others so (at one of `starts`), or
    says that it is only this one, or all but this one."""
    first, last = clauses.sentence_at(one.start)
    others = bisect_left(starts, first) < bisect_left(starts, last)
    beside = others or session_noun().search(clauses.text, first, last)
    return bool(beside) or only_or_except().search(clauses.text, max(first, one.start - REACH), one.start) is not None


def _apart(named: Iterable[Named]) -> list[Named]:
    """Those that don't stand inside another, the longest first."""
    room = Room()
    longest_first = sorted((one for one in set(named) if one.rounds), key=lambda one: (one.start - one.end, one.start))
    return sorted(one for one in longest_first if room.take(one.start, one.end))[:MOST]
