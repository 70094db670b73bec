"""The signs by which people choose: a workshop, a round, "niets", "de andere", "andersom"; each with its place.

What they mean together is for choices.py. Rounds are found by number, Roman numeral, ordinal, clock time and lunch;
workshops by title (title_words.py), giver, number, letter, and abbreviation.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import pairwise

from mailbot.domain.event import Event
from mailbot.reading.choice_patterns import (
    EXPLAINS,
    LISTED_CODE,
    LONE_DASH,
    ROMAN,
    any_in,
    bare_before,
    bare_ordinal_before,
    by_number,
    clock,
    code_pattern,
    hour_words,
    listed,
    named_rounds,
    nothing_more,
    number_words,
    ordinal_number,
    round_word,
)
from mailbot.reading.fold import any_of, fold
from mailbot.reading.lexicon import words
from mailbot.reading.lookup import Lookup, lookup
from mailbot.reading.title_words import TitleIndex

# A part of a line that can hold nothing but codes: between full stops and colons, or behind "workshops".
SENTENCE_PART = re.compile(r"(?<=workshops )[1-9 a-h,&/+en]+|(?:(?!workshops [1-9])[^.:;!?]|[.:;!?](?!\s))+")
LINE = re.compile(r"[^\n]+")
LISTED_NUMBER = re.compile(r"[1-9][.)]")
ABBREVIATION = re.compile(r"(?<![\w@.-])[A-Z][A-Za-z]{0,4}(?![\w@])")


class Is(Enum):
    """What a sign is."""

    WORKSHOP = "workshop"
    OTHER_WORKSHOP = "the other one"
    ALL_WORKSHOPS = "both of them"
    ROUND = "round"
    ANY_ROUND = "any round"
    NOTHING = "nothing"
    SAME = "same as another"
    SWAP = "the other way round"


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign at [start, end): `workshop` a slug, `rounds` numbers, as far as it has them.

    `sure`: by itself it is a choice; otherwise only where workshops are being spoken of. `named`: a round called so,
    not only a clock time or lunch, which also say when somebody comes or goes. `numbered`: a workshop by its number.
    """

    kind: Is
    start: int
    end: int
    workshop: str = ""
    rounds: tuple[int, ...] = ()
    sure: bool = True
    named: bool = True
    numbered: bool = False


class SignFinder:
    """Finds the signs of one event's workshops and rounds."""

    def __init__(self, event: Event) -> None:
        self._event = event
        self._numbers = tuple(round.number for round in event.rounds)
        self._slugs = tuple(workshop.slug for workshop in event.workshops)
        self._titles = TitleIndex(event)
        self._givers = _givers(event)
        self._hours = {(r.starts.hour, r.starts.minute): r.number for r in event.rounds}
        self._around_lunch = _around_lunch(event)

    def signs(self, text: str, start: int, end: int, short: dict[str, str]) -> list[Sign]:
        """The signs in text[start:end] in order, none inside another. `short`: abbreviation -> slug, as explained."""
        folded = fold(text)
        found: list[Sign] = []
        for signs in (
            self._phrases(folded, start, end),
            self._codes(folded, start, end),
            self._rounds(text, start, end),
            self._numbered(folded, start, end),
            self._workshops(folded, start, end),
            self._givers_named(folded, start, end),
            self._abbreviations(text, start, end, short),
        ):
            for sign in signs:
                _add(found, sign)
        if not found:
            return []  # clock times and "niets" choose nothing by themselves
        for sign in [
            *self._bare_rounds(text, found, start, end),
            *self.times(folded, start, end),
            *_nothing(folded, start, end),
        ]:
            _add(found, sign)
        return found

    def explained(self, text: str) -> dict[str, str]:
        """Abbreviations that the text explains: "VV = Vooroordelen Voorbij", "Vooroordelen Voorbij (VV)"."""
        short: dict[str, str] = {}
        if not EXPLAINS.search(text):
            return short
        for hit in self._titles.hits(fold(text), 0, len(text)):
            before = re.search(
                r"\b([A-Z][A-Za-z]{0,4})\s?(?:=|:|->|staat voor|betekent|is)\s?[\"'“]?$",
                text[max(0, hit.start - 30) : hit.start],
            )
            after = re.match(r"[^\n(]{0,30}\(([A-Z][A-Za-z]{0,4})\)", text[hit.end : hit.end + 50])
            for match in (before, after):
                if match:
                    short.setdefault(match[1], hit.workshop)
        return short

    def _phrases(self, folded: str, start: int, end: int) -> Iterator[Sign]:
        others = tuple(self._numbers)
        for table, kind in phrase_tables():
            for match in listed(table).finditer(folded, start, end):
                if kind is Is.OTHER_WORKSHOP and round_word().match(folded, match.end() + 1):
                    continue
                rounds = others if table == "all_rounds" else ()
                yield Sign(kind, *match.span(), rounds=rounds)

    def _rounds(self, text: str, start: int, end: int) -> Iterator[Sign]:
        folded = fold(text)
        for match in named_rounds().finditer(folded, start, end):
            if match["either"]:
                yield Sign(Is.ANY_ROUND, *match.span())
                continue
            if match["numbers"] == "een" and _is_article(text, match):
                continue
            numbers = self._numbers_in(match["numbers"] or match["ordinals"] or match["short"] or match["late"] or "")
            if numbers:
                yield Sign(Is.ROUND, *match.span(), rounds=numbers)

    def _numbers_in(self, written: str) -> tuple[int, ...]:
        """The round numbers written there: "1 en 3", "II t/m IV", "eerste en laatste"."""
        found: list[int] = []
        through = re.search(r"\bt/m\b|\btot en met\b|\bto\b|\bthrough\b|(?<=\d)\s?-\s?(?=\d)", written)
        for word in re.findall(r"\d+(?:e|ste|de|st|nd|rd|th)?|[^\W\d_]+", written):
            number = _number_of(word, self._numbers)
            if number in self._numbers and number not in found:
                found.append(number)
        if through and len(found) == 2:
            return tuple(n for n in self._numbers if found[0] <= n <= found[1])
        return tuple(found)

    def times(self, folded: str, start: int, end: int) -> Iterator[Sign]:
        """Rounds named by when they are: "om twee uur", "na de lunch"; not when somebody comes or goes then."""
        for match in clock().finditer(folded, start, end):
            number = self._round_at(match)
            if number and not _comes_or_goes(folded, *match.span()):
                yield Sign(Is.ROUND, *match.span(), rounds=(number,), named=False)
        for table, number in self._around_lunch.items():
            for match in listed(table).finditer(folded, start, end):
                if not _comes_or_goes(folded, *match.span()):
                    yield Sign(Is.ROUND, *match.span(), rounds=(number,), named=False)

    def _round_at(self, match: re.Match[str]) -> int | None:
        written = match["hour"] or match["word"]
        hour = int(written) if written.isdigit() else hour_words().get(written, -1)
        minute = int(match["minute"] or 0)
        later = self._hours.get((hour + 12, minute)) if hour < 12 else None
        if match["pm"]:
            return later
        return self._hours.get((hour, minute)) or (later if match["word"] or hour < 8 else None)

    def _workshops(self, folded: str, start: int, end: int) -> Iterator[Sign]:
        for hit in self._titles.hits(folded, start, end):
            explains = re.search(r"[=]\s?[\"']?$", folded[max(start, hit.start - 4) : hit.start])
            if not explains:
                yield Sign(Is.WORKSHOP, hit.start, hit.end, hit.workshop, sure=hit.whole)

    def _givers_named(self, folded: str, start: int, end: int) -> Iterator[Sign]:
        for names, slug in self._givers:
            for match in names.finditer(folded, start, end):
                yield Sign(Is.WORKSHOP, *match.span("giver"), slug, sure=bool(match["people"]))

    def _numbered(self, folded: str, start: int, end: int) -> Iterator[Sign]:
        """Workshops by their place in the announcement: "nummer 2", "workshop B", "de eerste workshop"."""
        for match in by_number().finditer(folded, start, end):
            place = self._place(match["number"] or match["letter"] or match["ordinal"] or match["code"])
            if place is not None and place < len(self._slugs):
                span = next(match.span(name) for name in ("number", "letter", "ordinal", "code") if match[name])
                yield Sign(Is.WORKSHOP, *span, self._slugs[place], sure=bool(match["ordinal"]), numbered=True)

    def _place(self, written: str) -> int | None:
        if written.isdigit():
            return int(written) - 1
        if len(written) == 1:
            return ord(written) - ord("a")
        ordinal = ordinal_number(written, tuple(range(1, len(self._slugs) + 1)))
        return ordinal - 1 if ordinal else None

    def _codes(self, folded: str, start: int, end: int) -> Iterator[Sign]:
        """Answers such as "1A 2B": only in a line or sentence of such codes, or "2b" of a street would choose."""
        if not code_pattern().search(folded, start, end) and not LISTED_NUMBER.search(folded, start, end):
            return
        for line in LINE.finditer(folded[start:end]):
            codes = self._codes_in(line[0])
            base = start + line.start()
            if not codes and code_pattern().search(line[0]):
                for part in SENTENCE_PART.finditer(line[0]):
                    yield from self._coded(self._codes_in(part[0]), base + part.start())
            yield from self._coded(codes, base)

    def _codes_in(self, line: str) -> list[re.Match[str]]:
        """The codes of a line that holds hardly anything else; none where one of them fits no round or workshop."""
        codes = [*LISTED_CODE.finditer(line)] or [*code_pattern().finditer(line)] if len(line) <= 200 else []
        if not all(int(c["round"]) in self._numbers and ord(c["letter"]) - 97 < len(self._slugs) for c in codes):
            return []
        rest = re.findall(r"[^\W\d_]{2,}", code_pattern().sub(" ", line)) if codes else []
        unknown = [word for word in rest if word not in words("choices", "filler")]
        return codes if len(unknown) <= (2 if len(codes) > 1 else 0) else []

    def _coded(self, codes: list[re.Match[str]], base: int) -> Iterator[Sign]:
        for code in codes:
            rounds = (int(code["round"]),)
            slug = self._slugs[ord(code["letter"]) - 97]
            yield Sign(Is.ROUND, base + code.start("round"), base + code.end("round"), rounds=rounds)
            yield Sign(Is.WORKSHOP, base + code.start("letter"), base + code.end("letter"), slug)

    def _abbreviations(self, text: str, start: int, end: int, short: dict[str, str]) -> Iterator[Sign]:
        for match in ABBREVIATION.finditer(text, start, end):
            explained = short.get(match[0])
            slug = explained or (
                self._titles.abbreviated(match[0]) if len(match[0]) > 1 and match[0].isupper() else None
            )
            follows = text[match.end() : match.end() + 3].lstrip()[:1]
            if slug and follows != "=":
                yield Sign(Is.WORKSHOP, *match.span(), slug, sure=False)

    def _bare_rounds(self, text: str, found: list[Sign], start: int, end: int) -> Iterator[Sign]:
        """Numerals right before a workshop: "I en II Lokaal beleid", "1: Vooroordelen"; and "de derde: ..."."""
        for sign in found:
            if sign.kind is not Is.WORKSHOP:
                continue
            before = text[max(start, sign.start - 40) : sign.start]
            match = bare_before().search(before) or bare_ordinal_before().search(fold(before))
            if match:
                offset = sign.start - len(before)
                numbers = self._numbers_in(fold(match["numbers"]))
                if numbers:
                    yield Sign(Is.ROUND, offset + match.start("numbers"), offset + match.end("numbers"), rounds=numbers)


def _number_of(word: str, numbers: tuple[int, ...]) -> int:
    """What round number that word is; 0 for none."""
    if word.isdigit():
        return int(word)
    return ROMAN.get(word) or number_words().get(word) or ordinal_number(word, numbers) or 0


def _add(found: list[Sign], sign: Sign) -> None:
    """Keep it, in its place, where it stands clear of those before it: a mail can hold thousands."""
    at = bisect_left(found, sign.start, key=lambda other: other.start)
    clear_before = at == 0 or found[at - 1].end <= sign.start
    if clear_before and (at == len(found) or sign.end <= found[at].start):
        found.insert(at, sign)


def _is_article(text: str, match: re.Match[str]) -> bool:
    """Whether "een" behind "sessie" is no "één": "in de sessie een beetje achterin"."""
    written = text[slice(*match.span("numbers"))]
    return written.isascii() and text[match.end() : match.end() + 1] not in (":", ",", ";", ")", "")


def _nothing(folded: str, start: int, end: int) -> Iterator[Sign]:
    for finder in (listed("nothing"), nothing_more(), LONE_DASH):
        for match in finder.finditer(folded, start, end):
            yield Sign(Is.NOTHING, *match.span())


def _comes_or_goes(folded: str, start: int, end: int) -> bool:
    """Whether that time is when somebody comes or leaves: "tot 15.00 uur", "om drie uur vertrek ik"."""
    before = re.split(r"\n|[,.;:!?]\s", folded[max(0, start - 18) : start])[-1]
    after = re.split(r"\n|[,.;:!?](?:\s|$)", folded[end : end + 22])[0]
    return bool(any_in("not_a_choice").search(before.replace("om ", "")) or any_in("leaving").search(after))


def _givers(event: Event) -> tuple[tuple[Lookup, str], ...]:
    """For each name of a giver that only one workshop has, what finds it."""
    owners: dict[str, set[str]] = {}
    for workshop in event.workshops:
        for name in {short for giver in workshop.by for short in _short_names(giver)}:
            owners.setdefault(name, set()).add(workshop.slug)
    people = any_of(words("choices", "people"))
    return tuple(
        (
            lookup([name], rf"(?<![\w@.-])(?P<giver>WORDS)(?P<people>[\s-](?:{people})\b)?(?![\w@]|\.\w)"),
            next(iter(slugs)),
        )
        for name, slugs in sorted(owners.items(), key=lambda item: -len(item[0]))
        if len(slugs) == 1
    )


def _short_names(giver: str) -> Iterator[str]:
    """What people call that giver: in whole, the part in brackets, the last name, the first word."""
    bracket = re.search(r"\(([^)]+)\)", giver)
    whole = re.sub(r"\s*\([^)]*\)", "", giver).strip()
    yield fold(whole)
    if bracket:
        yield fold(bracket[1])
    parts = whole.split()
    if len(parts) > 1:
        infix = next((at for at, part in enumerate(parts) if at and part[0].islower()), len(parts) - 1)
        for name in (parts[0], " ".join(parts[infix:])):
            if len(name) > 3 and fold(name) not in words("choices", "stopwords"):
                yield fold(name)


def _around_lunch(event: Event) -> dict[str, int]:
    """Which round is the last before lunch and which the first after it: lunch is the long gap around midday."""
    ordered = sorted(event.rounds, key=lambda round: round.starts)
    for earlier, later in pairwise(ordered):
        gap = (later.starts - earlier.ends).total_seconds()
        if gap >= 30 * 60 and 11 <= earlier.ends.hour <= 14:
            return {"before_lunch": earlier.number, "after_lunch": later.number}
    return {}


@cache
def phrase_tables() -> tuple[tuple[str, Is], ...]:
    """The tables of fixed phrases, those that hold others' words first."""
    return (
        ("any_round", Is.ANY_ROUND),
        ("all_rounds", Is.ROUND),
        ("other_rounds", Is.NOTHING),
        ("both", Is.ALL_WORKSHOPS),
        ("the_other", Is.OTHER_WORKSHOP),
        ("same", Is.SAME),
        ("swap", Is.SWAP),
    )
