"""Rounds by the part of the day that they lie in: "de middagrondes", "'s ochtends", "in de middag de eerste van de
twee", "de eerste ronde die er na de lunch is"."""

import re
from collections.abc import Iterator
from functools import cache

from mailbot.domain.event import Event
from mailbot.reading.lexicon import load, words
from mailbot.reading.text.fold import any_of
from mailbot.reading.text.lookup import Lookup, has_one_of, keys_of
from mailbot.reading.workshops.day import around_lunch, halves
from mailbot.reading.workshops.patterns import any_in
from mailbot.reading.workshops.round_patterns import ordinal_number, part_of_day, parts_of_day
from mailbot.reading.workshops.sign import Is, Sign


class DayParts:
    """Finds them for the rounds of one event."""

    def __init__(self, event: Event) -> None:
        self._numbers = tuple(round.number for round in event.rounds)
        self._morning, self._afternoon = halves(event.rounds)
        first = around_lunch(event).get("after_lunch")
        self.after_lunch = self._numbers[self._numbers.index(first) :] if first else ()
        self._before_lunch = tuple(n for n in self._numbers if first and n not in self.after_lunch)

    def told(self, folded: str, start: int, end: int) -> Iterator[Sign]:
        """ "De ochtendronde", "beide middagrondes"; "'s middags", which is no round by itself."""
        if not has_one_of(folded, parts_of_day()):
            return
        for match in part_of_day().finditer(folded, start, end):
            within = self._morning if match["early"] or match["talk_early"] else self._afternoon
            if not within or len(within) == len(self._numbers):
                continue  # all of them: says nothing
            if match["ordinal"]:
                number = ordinal_number(match["ordinal"], tuple(range(1, len(within) + 1))) or 0
                within = within[number - 1 : number] if number else ()
            called = bool(match["called"])
            several = called and bool(any_in("rounds").search(match["called"]))
            kind = Is.ROUND if len(within) == 1 or several else Is.PART
            if within:
                yield Sign(kind, *match.span(), rounds=within, named=called)

    def counted(self, folded: str, start: int, end: int) -> Iterator[Sign]:
        """The first, the last of those of a part: "'s middags, de laatste van de twee"."""
        for finder in (counted_before(), counted_behind()):
            for match in finder.finditer(folded, start, end):
                within = self._within(match["part"])
                number = self._place(match, within)
                if number is not None:
                    yield Sign(Is.ROUND, *match.span(), rounds=(number,))

    def _within(self, part: str) -> tuple[int, ...]:
        if part in words("choices", "before_lunch") and "lunch" in part:
            return self._before_lunch
        if part in words("choices", "after_lunch"):
            return self.after_lunch
        return self._morning if _early().search(part) else self._afternoon

    def _place(self, match: re.Match[str], within: tuple[int, ...]) -> int | None:
        """Which of the rounds of that part; none where the number may as well be that of all rounds: "in de middag de
        tweede ronde"."""
        said, places = match["ordinal"], tuple(range(1, len(within) + 1))
        if said in words("choices", "earliest"):
            place: int | None = 1
        elif said in words("choices", "latest"):
            place = len(within)
        else:
            place = ordinal_number(said, places)
            of_part = match["of"] or "van" in (match.groupdict().get("between") or "").split()
            if not of_part and place in within and said not in words("choices", "last"):
                return None
        return within[place - 1] if place in places and len(within) < len(self._numbers) else None


@cache
def _early() -> re.Pattern[str]:
    early = load("choices")["parts"]["morning"]
    return re.compile(rf"(?<!\w)(?:{any_of(early)})|ochtend|morgen|voor de middag|vormittag")


@cache
def _part() -> str:
    talk = [
        word for name in ("morning", "afternoon") for word in words("choices", f"{name}_talk") if word[-1].isalpha()
    ]
    compounds = any_of([word for name in ("morning", "afternoon") for word in load("choices")["parts"][name]])
    lunch = (*words("choices", "after_lunch"), *words("choices", "before_lunch"))
    called = any_of(words("choices", "round"))
    return rf"(?P<part>{any_of((*talk, *lunch))}|(?:{compounds})(?:[\s-]?(?:{called}))?)"


def _ordinal() -> str:
    places = ("ordinals", "last", "earliest", "latest")
    return rf"(?P<ordinal>{any_of([word for name in places for word in words('choices', name)])})"


def _of_them() -> str:
    return rf"(?P<of>{any_of(words('choices', 'of_both'))})"


@cache
def counted_before() -> Lookup:
    """ "De eerste van de twee rondes na de lunch", "de vroege middagronde", "de eerste ronde die er na de lunch is"."""
    called, between = any_of(words("choices", "round")), any_of(words("choices", "lies_in"))
    pattern = (
        rf"(?<!\w)(?:(?:de|het|the)\s)?{_ordinal()}(?:\s{_of_them()})?(?:\s(?:{called}))?(?P<between>(?:\s(?:{between})){{0,4}})"
        rf"\s{_part()}(?!\w)"
    )
    return Lookup(pattern, keys_of(_keys()))


@cache
def counted_behind() -> Lookup:
    """ "In de middag, de eerste van de twee", "na de lunch, in de eerste ronde die er dan is"."""
    called, small = any_of(words("choices", "round")), any_of(words("choices", "more_exactly"))
    stop = rf"(?=\s?(?:$|[.,;:)!?\n]|(?:{any_of(words('choices', 'then'))})\b))"
    pattern = (
        rf"(?<!\w){_part()}\s?[,(:-]?\s?(?:(?:{small})\s){{0,4}}(?:de|het|the)\s{_ordinal()}"
        rf"(?:\s{_of_them()}(?:\s(?:{called})|{stop})|\s(?:{called})|{stop})(?!\w)"
    )
    return Lookup(pattern, keys_of(_keys()))


def _keys() -> tuple[str, ...]:
    talk = [word for name in ("morning", "afternoon") for word in words("choices", f"{name}_talk")]
    called = words("choices", "round")
    compounds = [word for name in ("morning", "afternoon") for word in load("choices")["parts"][name]]
    joined = [f"{part}{name}" for part in compounds for name in called]
    return (*talk, *compounds, *joined, *words("choices", "after_lunch"), *words("choices", "before_lunch"))
