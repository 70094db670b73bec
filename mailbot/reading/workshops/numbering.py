"""Workshops by their place in the announcement: by number, letter, ordinal, "de bovenste"."""

import re
from collections.abc import Iterator

from mailbot.reading.lexicon import words
from mailbot.reading.workshops.patterns import attended_in_order, by_number
from mailbot.reading.workshops.round_patterns import number_words, ordinal_number
from mailbot.reading.workshops.round_signs import RoundFinder
from mailbot.reading.workshops.sign import Is, Sign
from mailbot.reading.workshops.title_words import TitleIndex

WAYS = ("number", "letter", "lesson", "counted", "ordinal", "code", "place", "named")
LISTED_PERSON = re.compile(r"\b(?:op|on|in)\s")  # "de eerste op de lijst" may be one
ATTENDED = re.compile(r"w(?<!\ww)(?:orkshop\s|s\.?\s?|)(?P<number>[1-9])(?P<mark>\s?[:=-])?(?=\s)")
REACH = 30  # characters behind a number in which the workshop's own name stands


class Numbering:
    """Finds them for one event. slugs: of its workshops, in the order of the announcement."""

    def __init__(self, slugs: tuple[str, ...], rounds: RoundFinder, titles: TitleIndex) -> None:
        self._slugs, self._rounds, self._titles = slugs, rounds, titles

    def signs(self, folded: str, start: int, end: int) -> Iterator[Sign]:
        """Workshops by their place in the announcement: "nummer 2", "workshop B", "de eerste workshop"."""
        yield from self._attended(folded, start, end)
        for match in attended_in_order().finditer(folded, start, end):
            rounds = self._rounds.numbers_in(match["ordinal"])
            if rounds and self._titles.hits(folded, match.end(), min(end, match.end() + REACH)):
                yield Sign(Is.ROUND, *match.span("ordinal"), rounds=rounds)
        for match in by_number().finditer(folded, start, end):
            name = next(name for name in WAYS if match[name])
            place = self.place(match[name])
            if place is not None and place < len(self._slugs):
                by_order = name in ("ordinal", "place")  # "laatstgenoemde" may be a person
                surely = (name == "ordinal" and not LISTED_PERSON.search(match[0])) or "workshop" in match[0]
                surely = surely or name == "lesson"
                slug = self._slugs[place]
                rounds = self._rounds.numbers_in(match[name]) if by_order else ()
                yield Sign(Is.WORKSHOP, *match.span(name), slug, rounds, sure=surely, numbered=True, ordinal=by_order)
                yield from self._also(match, rounds, sure=surely)

    def _also(self, match: re.Match[str], rounds: tuple[int, ...], *, sure: bool) -> Iterator[Sign]:
        """ "De eerste en de derde workshop": the one told before that."""
        place = self.place(match["also"]) if match["also"] else None
        if place is not None and place < len(self._slugs):
            rounds = self._rounds.numbers_in(match["also"])
            yield Sign(
                Is.WORKSHOP, *match.span("also"), self._slugs[place], rounds, sure=sure, numbered=True, ordinal=True
            )

    def place(self, written: str) -> int | None:
        """Which of the workshops that is, in the order of the announcement: "2", "b", "tweede", "onderste"."""
        if written in (*words("choices", "top"), *words("choices", "former")):
            return 0
        if written in (*words("choices", "bottom"), *words("choices", "latter")):
            return len(self._slugs) - 1
        if written.isdigit():
            return int(written) - 1
        if len(written) == 1:
            return ord(written) - ord("a")
        if written in number_words():
            return number_words()[written] - 1
        ordinal = ordinal_number(written, tuple(range(1, len(self._slugs) + 1)))
        return ordinal - 1 if ordinal else None

    def _attended(self, folded: str, start: int, end: int) -> Iterator[Sign]:
        """ "Workshop 1: B, workshop 2: A": the numbers are those that somebody attends, so rounds, where the workshops
        named behind them aren't those of that place."""
        found = list(ATTENDED.finditer(folded, start, end))
        named = [self._titles.hits(folded, match.end(), min(end, match.end() + REACH)) for match in found]
        places = [(int(match["number"]), hits[0].workshop) for match, hits in zip(found, named, strict=True) if hits]
        beyond = any(int(match["number"]) > len(self._slugs) for match in found)
        if places and (beyond or any(self._slugs[number - 1 : number] != (slug,) for number, slug in places)):
            for match in found:
                if int(match["number"]) in self._rounds.numbers:
                    yield Sign(Is.ROUND, *match.span("number"), rounds=(int(match["number"]),))
