"""The signs by which people choose: a workshop, a round, "niets", "de andere", "andersom"; each with its place.

What they mean together is for choices.py. Rounds are found by number, Roman numeral, ordinal, clock time and lunch;
workshops by title (title_words.py), giver, number, letter, and abbreviation.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import pairwise

from mailbot.domain.event import Event
from mailbot.reading.fold import any_of, fold, pattern_of
from mailbot.reading.lexicon import load, words
from mailbot.reading.lookup import Lookup, heads_of, lookup
from mailbot.reading.title_words import TitleIndex

ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}
LONE_DASH = re.compile(r"(?<=[:\t\n=])[^\S\n]{0,3}(?:-{1,2}|x)(?=[^\S\n]{0,3}(?:[\n\t,;]|$))")  # an empty cell
EXPLAINS = re.compile(r"\b[A-Z][A-Za-z]{0,4}\s?(?:=|:|->|staat voor|betekent|is\s)|\([A-Z][A-Za-z]{0,4}\)")
JOIN = r"\s?(?:,|en|and|und|et|&|\+|/)\s?(?:de\s|in\s|the\s)?"


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
        for source in (self._phrases, self._codes, self._rounds, self._numbered, self._workshops, self._givers_named):
            for sign in source(folded, start, end):
                _add(found, sign)
        for sign in self._abbreviations(text, start, end, short):
            _add(found, sign)
        if not found:
            return []  # clock times and "niets" choose nothing by themselves
        found.sort(key=lambda sign: sign.start)
        for sign in [
            *self._bare_rounds(text, found, start, end),
            *self.times(folded, start, end),
            *_nothing(folded, start, end),
        ]:
            _add(found, sign)
        return sorted(found, key=lambda sign: sign.start)

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
        for table, kind in _phrase_tables():
            for match in _listed(table).finditer(folded, start, end):
                if kind is Is.OTHER_WORKSHOP and _round_word().match(folded, match.end() + 1):
                    continue
                rounds = others if table == "all_rounds" else ()
                yield Sign(kind, *match.span(), rounds=rounds)

    def _rounds(self, folded: str, start: int, end: int) -> Iterator[Sign]:
        for match in _named_rounds().finditer(folded, start, end):
            numbers = self._numbers_in(match["numbers"] or match["ordinals"] or match["short"] or match["late"] or "")
            if numbers:
                yield Sign(Is.ROUND, *match.span(), rounds=numbers)

    def _numbers_in(self, written: str) -> tuple[int, ...]:
        """The round numbers written there: "1 en 3", "II t/m IV", "eerste en laatste"."""
        found: list[int] = []
        through = re.search(r"\bt/m\b|\btot en met\b|\bto\b|\bthrough\b|(?<=\d)\s?-\s?(?=\d)", written)
        for word in re.findall(r"\d+(?:e|ste|de|st|nd|rd|th)?|[^\W\d_]+", written):
            number = ROMAN.get(word) or _ordinal(word, self._numbers) or (int(word) if word.isdigit() else 0)
            if number in self._numbers and number not in found:
                found.append(number)
        if through and len(found) == 2:
            return tuple(n for n in self._numbers if found[0] <= n <= found[1])
        return tuple(found)

    def times(self, folded: str, start: int, end: int) -> Iterator[Sign]:
        """Rounds named by when they are: "om twee uur", "na de lunch"; not when somebody comes or goes then."""
        for match in _clock().finditer(folded, start, end):
            number = self._round_at(match)
            if number and not _comes_or_goes(folded, *match.span()):
                yield Sign(Is.ROUND, *match.span(), rounds=(number,), named=False)
        for table, number in self._around_lunch.items():
            for match in _listed(table).finditer(folded, start, end):
                if not _comes_or_goes(folded, *match.span()):
                    yield Sign(Is.ROUND, *match.span(), rounds=(number,), named=False)

    def _round_at(self, match: re.Match[str]) -> int | None:
        words_of_hours = {fold(w): int(n) for n, ws in load("dates")["numbers"].items() for w in ws if int(n) <= 12}
        written = match["hour"] or match["word"]
        hour = int(written) if written.isdigit() else words_of_hours.get(written, -1)
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
        for match in _by_number().finditer(folded, start, end):
            place = self._place(match["number"] or match["letter"] or match["ordinal"] or match["code"])
            if place is not None and place < len(self._slugs):
                span = next(match.span(name) for name in ("number", "letter", "ordinal", "code") if match[name])
                yield Sign(Is.WORKSHOP, *span, self._slugs[place], sure=bool(match["ordinal"]), numbered=True)

    def _place(self, written: str) -> int | None:
        if written.isdigit():
            return int(written) - 1
        if len(written) == 1:
            return ord(written) - ord("a")
        ordinal = _ordinal(written, tuple(range(1, len(self._slugs) + 1)))
        return ordinal - 1 if ordinal else None

    def _codes(self, folded: str, start: int, end: int) -> Iterator[Sign]:
        """Answers such as "1A 2B": only in a line of such codes, or "2b" of a street would choose."""
        for line in re.finditer(r"[^\n]+", folded[start:end]):
            if len(line[0]) > 200:
                continue
            codes = list(_code().finditer(line[0]))
            rest = [
                word
                for word in re.findall(r"[^\W\d_]+", _code().sub(" ", line[0]))
                if word not in words("choices", "filler")
            ]
            valid = [c for c in codes if int(c["round"]) in self._numbers and ord(c["letter"]) - 97 < len(self._slugs)]
            if codes and len(valid) == len(codes) and len(rest) <= (2 if len(codes) > 1 else 0):
                base = start + line.start()
                for code in codes:
                    rounds = (int(code["round"]),)
                    slug = self._slugs[ord(code["letter"]) - 97]
                    yield Sign(Is.ROUND, base + code.start("round"), base + code.end("round"), rounds=rounds)
                    yield Sign(Is.WORKSHOP, base + code.start("letter"), base + code.end("letter"), slug)

    def _abbreviations(self, text: str, start: int, end: int, short: dict[str, str]) -> Iterator[Sign]:
        for match in re.compile(r"(?<![\w@.-])[A-Z][A-Za-z]{0,4}(?![\w@])").finditer(text, start, end):
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
            match = _bare_before().search(before)
            if match:
                offset = sign.start - len(before)
                numbers = self._numbers_in(fold(match["numbers"]))
                if numbers:
                    yield Sign(Is.ROUND, offset + match.start("numbers"), offset + match.end("numbers"), rounds=numbers)


def _add(found: list[Sign], sign: Sign) -> None:
    if all(sign.end <= other.start or sign.start >= other.end for other in found):
        found.append(sign)


def _nothing(folded: str, start: int, end: int) -> Iterator[Sign]:
    for finder in (_listed("nothing"), _nothing_more(), LONE_DASH):
        for match in finder.finditer(folded, start, end):
            yield Sign(Is.NOTHING, *match.span())


def _comes_or_goes(folded: str, start: int, end: int) -> bool:
    """Whether that time is when somebody comes or leaves: "tot 15.00 uur", "om drie uur vertrek ik"."""
    before = re.split(r"\n|[,.;:!?]\s", folded[max(0, start - 18) : start])[-1]
    after = re.split(r"\n|[,.;:!?](?:\s|$)", folded[end : end + 22])[0]
    return bool(_table("not_a_choice").search(before.replace("om ", "")) or _table("leaving").search(after))


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
    for part in (parts[0], parts[-1]) if len(parts) > 1 else ():
        if len(part) > 3 and part[0].isupper() and fold(part) not in words("choices", "stopwords"):
            yield fold(part)


def _around_lunch(event: Event) -> dict[str, int]:
    """Which round is the last before lunch and which the first after it: lunch is the long gap around midday."""
    ordered = sorted(event.rounds, key=lambda round: round.starts)
    for earlier, later in pairwise(ordered):
        gap = (later.starts - earlier.ends).total_seconds()
        if gap >= 30 * 60 and 11 <= earlier.ends.hour <= 14:
            return {"before_lunch": earlier.number, "after_lunch": later.number}
    return {}


def _ordinal(word: str, numbers: tuple[int, ...]) -> int | None:
    """The number that an ordinal word stands for, "laatste" and "middelste" among those numbers too."""
    if word in words("choices", "last"):
        return numbers[-1] if numbers else None
    if word in words("choices", "middle"):
        return numbers[len(numbers) // 2] if len(numbers) % 2 else None
    return _ordinals().get(word)


@cache
def _ordinals() -> dict[str, int]:
    return {fold(word): int(number) for number, entries in load("choices")["ordinals"].items() for word in entries}


@cache
def _table(name: str) -> re.Pattern[str]:
    return pattern_of(words("choices", name))


@cache
def _listed(name: str) -> Lookup:
    return lookup(words("choices", name))


@cache
def _nothing_more() -> Lookup:
    return lookup(words("choices", "nothing_more"), r"(?<!\w)(?:WORDS)(?=\s{0,3}(?:[.,;:)\n]|$))")


@cache
def _phrase_tables() -> tuple[tuple[str, Is], ...]:
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


@cache
def _round_word() -> re.Pattern[str]:
    return pattern_of(words("choices", "round"))


@cache
def _named_rounds() -> Lookup:
    """ "ronde 1 en 3", "rondes I t/m III", "eerste en laatste ronde", "R2", "ronde daartussenin"."""
    number = r"(?:\d{1,2}(?!\d|[.:]\d\d)|i{1,3}v?|iv|v)"
    through = r"\s?(?:t/m|tot en met|through|-)\s?"
    ordinal = any_of((*words("choices", "ordinals"), *words("choices", "last"), *words("choices", "middle")))
    called = any_of(words("choices", "round"))
    middle = any_of(words("choices", "middle"))
    pattern = re.compile(
        rf"(?<![\w-])(?:(?:{called})\s{{0,3}}(?:nr\.?\s|nummer\s)?(?P<numbers>{number}(?:(?:{JOIN}|{through}){number}){{0,5}})(?![\w]|[-.]\d)"
        rf"|(?P<ordinals>(?:{ordinal})(?:{JOIN}(?:{ordinal})){{0,4}})\s{{1,3}}(?:(?:twee|drie|two|three)\s)?(?:workshop\s)?(?:{called})"
        rf"|r(?P<short>[1-9](?:{JOIN}r?[1-9]){{0,3}})"
        rf"|(?:{called})\s(?P<late>{middle}))(?!\w)"
    )
    return Lookup(pattern, heads_of(words("choices", "round")) | {"r"})


@cache
def _clock() -> re.Pattern[str]:
    hours = any_of([word for word in words("dates", "numbers") if len(word) > 2])
    unit = any_of(words("dates", "hours"))
    late = any_of(words("choices", "afternoon"))
    return re.compile(
        rf"(?<![\w.:,/-])(?:(?P<hour>\d{{1,2}})(?:[.:](?P<minute>\d\d)(?:\s?(?:{unit}))?|\s?(?:{unit})|(?=\s?[ap]\.?m\b))"
        rf"|(?P<word>{hours})\s(?:{unit}))(?:\s?(?P<pm>{late}))?(?![\w:-]|\.\d)"
    )


@cache
def _by_number() -> Lookup:
    label = any_of(words("choices", "number"))
    ordinal = any_of((*words("choices", "ordinals"), *words("choices", "last")))
    listed = any_of(words("choices", "order"))
    called = any_of(words("choices", "round"))
    pattern = re.compile(
        rf"(?<![\w])(?:(?:{label})\s?(?:(?P<number>[1-9])|(?P<letter>[a-z]))(?!\w|[.,:]\d)"
        rf"|(?:de|het|the|die)\s(?P<ordinal>{ordinal})\s(?:{listed})"
        rf"|(?:{called})\s\d\s?[:=]\s?(?P<code>[1-9a-h]))(?![\w])"
    )
    heads = [*words("choices", "number"), *words("choices", "order"), *words("choices", "round")]
    return Lookup(pattern, heads_of(heads))


@cache
def _code() -> re.Pattern[str]:
    return re.compile(r"(?<![\w.,-])(?:r|ronde\s?)?(?P<round>[1-9])\s?[:=-]?\s?(?P<letter>[a-h])(?![\w-])")


@cache
def _bare_before() -> re.Pattern[str]:
    number = r"(?:I{1,3}|IV|V|[1-9])"
    ordinal = any_of((*words("choices", "ordinals"), *words("choices", "last")))
    return re.compile(
        rf"(?:^|[\s,;:(])(?P<numbers>I{{1,3}}(?:{JOIN}I{{1,3}}){{0,3}}(?=\s?[:=–-]?\s?$)|{number}(?=\s?[:=]\s?$)"
        rf"|(?:[Dd]e|[Tt]he)\s(?:{ordinal})(?=\s?[:=–-]?\s?[\"'“]?$))"
    )
