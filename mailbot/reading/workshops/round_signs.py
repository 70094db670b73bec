"""The rounds that a text names: by number, Roman numeral, ordinal, clock time, part of the day, and order of telling.

What a round by order ("daarna", "als laatste") comes to is for order.py, which sees the sentence.
"""

import re
from collections.abc import Iterable, Iterator

from mailbot.domain.event import Event
from mailbot.reading.events.session_days import days_of
from mailbot.reading.lexicon import words
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late
from mailbot.reading.workshops.comings import COMES, comes_or_goes
from mailbot.reading.workshops.day import around_lunch, tells_breaks_apart
from mailbot.reading.workshops.day_parts import DayParts
from mailbot.reading.workshops.patterns import any_in, listed
from mailbot.reading.workshops.round_patterns import (
    AFTER_IT,
    BEFORE_IT,
    BEFORE_IT_AHEAD,
    BEHIND,
    HEADED_NUMBERS,
    IN_BEFORE,
    IN_NUMBERS,
    LISTED,
    PLAIN_BEFORE,
    SHOULD_BE,
    THEN_AFTER,
    all_of_them,
    and_ordinal,
    bare_before,
    bare_ordinal_before,
    bare_ordinals,
    clock,
    ends_at,
    from_lunch,
    goes_on_by_ordinal,
    hour_compound,
    minutes_told,
    named_rounds,
    number_of,
    number_words,
    ordinal_behind,
    ordinal_number,
    relatives,
    span_of_hours,
    starts_at,
    times,
)
from mailbot.reading.workshops.rounds_by_day import RoundsByDay
from mailbot.reading.workshops.sign import Is, Sign

Hours = dict[int, int]  # the round that begins, or ends, at so many minutes since midnight
CALLED_BEFORE = re.compile(r"\b(?:workshop)?(?:ronde|blok|blokje|sessie|tijdslot|slot|round|session)\s(?:die\s)?$")
NOON, MORNING = 12 * 60, 8 * 60  # minutes since midnight; before eight, an hour is of the afternoon
# "A gevolgd door B, beide na de lunch"; "na de lunch doe ik beide workshops"
COMMA_BOTH = re.compile(r"[,:(]\s(?:allebei|beide|alle twee|both)\s(?:graag\s)?$")
DO_BOTH = re.compile(
    r"\s(?:doe|wil|volg|ga|kies|zou)\s(?:ik|we|wij)\s(?:graag\s|naar\s)?"
    r"(?:beide|allebei de|alle twee de|de twee|de beide)\s(?:workshops|sessies)\b"
)
# "Allebei voor de koffie van drie uur"
OF_BREAK = re.compile(
    r"\b(?:voor|na|tot|tijdens|before|after)\s(?:de|het|the)\s"
    r"(?:koffie|thee|pauze|borrel|trein|bus|coffee|train)\s(?:van|om|of|at)\s$"
)
MEAL = re.compile(
    r"[^.;!?\n]{0,60}\b"
    r"(?:rekenen|meetellen|mee te tellen|eten|boterham\w*|broodjes?|dieet\w*|vega\w*|halal|allergi\w*)\b"
)
ROUNDS_BEFORE = re.compile(
    r"\b(?:(?:workshop)?(?:rondes|ronden|blokken|sessies)|rounds|sessions|slots)\s"
    r"(?:(?!(?:en|and|voor|before|of|or)\b)\w+\s){0,4}$"
)
# "In plaats van A doe ik dan graag B": no round
IN_THAT_CASE = re.compile(r"\b(?:doe|neem|kies|volg|wil|ga|krijg|heb)\s(?:ik|we|wij)\s$")
# "A na de lunch, en de andere daarvoor", "A om 14 uur en B ervoor": at the end of a clause, behind a workshop
BEFORE_THAT = late(r"(?<!\bbedankt )(?<!\bdank )\b(?:er|daar)voor(?=\s?(?:$|[.,;!)\n]))")
# "Ervoor wil ik naar A en erna naar B": of a round that was spoken of
BEFORE_AND_AFTER = late(
    r"(?:^|[.;:!?,\n]\s?|\ben\s)(?P<there>(?:er|daar)voor)\s(?=[^.;!?\n]{3,80}?[\s,](?:en\s)?(?:daar|er)na\b)",
    re.MULTILINE,
)
# "Joost ook, maar dan in omgekeerde volgorde"
TURNED = re.compile(r"\s(?:(?:in|de|het|precies|net|juist)\s){0,3}(?:omgekeerd|andersom|spiegelbeeld|gespiegeld)")
# "Ik koos A, maar wil dan toch liever B", "dan blijft er een over"
AFTER_ALL = re.compile(r"\s(?:toch|blijft|blijven|houd|hou)\b")


class RoundFinder:
    """Finds the rounds of one event."""

    def __init__(self, event: Event) -> None:
        self.numbers = tuple(round.number for round in event.rounds)
        # of a course, whose rounds are on several days, an hour is every round's
        timed = event.rounds if len(days_of(event)) == 1 else ()
        self._starts: Hours = {60 * r.starts.hour + r.starts.minute: r.number for r in timed}
        self._ends: Hours = {60 * r.ends.hour + r.ends.minute: r.number for r in timed}
        self._places = {workshop.slug: place for place, workshop in enumerate(event.workshops, start=1)}
        self._lunch, self._parts, self._days = around_lunch(event), DayParts(event), RoundsByDay(event)
        self._after_lunch = self._parts.after_lunch

    def named(self, text: str, start: int, end: int) -> Iterator[Sign]:
        """Rounds called so: "ronde 1 en 3", "de eerste twee rondes", "het 14-uursblok"."""
        folded = fold(text)
        for relation in ("same", "rest"):
            for match in relatives()[relation].finditer(folded, start, end):
                if not folded[match.end() : match.end() + 2].strip().isdigit():  # "make that round 2"
                    yield Sign(Is.RELATIVE, *match.span(), relation=relation, named=False)
        yield from self._days.signs(folded, start, end)
        for match in SHOULD_BE.finditer(folded, start, end):
            if int(match["number"]) in self.numbers:
                yield Sign(Is.ROUND, *match.span(), rounds=(int(match["number"]),))
        for match in all_of_them().finditer(folded, start, end):
            if number_of(match["count"], self.numbers) == len(self.numbers):
                yield Sign(Is.ROUND, *match.span(), rounds=self.numbers)
        yield from self._parts.counted(folded, start, end)
        for match in named_rounds().finditer(folded, start, end):
            sign = self._named(text, match)
            if sign is not None:
                yield sign
        for match in ends_at().finditer(folded, start, end):
            number = self._at(self._ends, match["before"] or match["after"])
            if number:
                yield Sign(Is.ROUND, *match.span(), rounds=(number,))
        for match in starts_at().finditer(folded, start, end):
            number = self._at(self._starts, match["hour"])
            if number:
                yield Sign(Is.ROUND, *match.span(), rounds=(number,))
        for match in hour_compound().finditer(folded, start, end) if "uur" in folded else ():
            number = self._at(self._starts, match["hour"])
            if number:
                yield Sign(Is.ROUND, *match.span(), rounds=(number,))

    def told(self, folded: str, start: int, end: int) -> Iterator[Sign]:
        """Rounds by the order of the day or of telling: "de middagrondes", "daarna", "ertussenin", "de laatste"."""
        yield from self._parts.told(folded, start, end)
        for match in THEN_AFTER.finditer(folded, start, end) if "after" in folded else ():
            yield Sign(Is.RELATIVE, *match.span("there"), relation="next", named=False)
        for match in BEFORE_THAT.finditer(folded, start, end) if "voor" in folded else ():
            yield Sign(Is.RELATIVE, *match.span(), relation="previous", named=False)
        for match in BEFORE_AND_AFTER.finditer(folded, start, end) if "voor" in folded else ():
            yield Sign(Is.RELATIVE, *match.span("there"), relation="previous", named=False)
        ordinals = list(bare_ordinals().finditer(folded, start, end))
        # "in the first C, in the second B": no order of telling, as "first C" would be
        yield from filter(None, (self._ordinal(match) for match in ordinals if match[0].startswith("the ")))
        for relation in ("previous", "later", "next", "last", "between", "first", "freed"):
            for match in relatives()[relation].finditer(folded, start, end):
                if match[0] != "dan" or not _is_in_that_case(folded, start, *match.span()):
                    yield Sign(Is.RELATIVE, *match.span(), relation=relation, named=False)
        yield from filter(None, map(self._ordinal, ordinals))

    def _ordinal(self, match: re.Match[str]) -> Sign | None:
        word = match["ordinal"]
        if match["as"] and word in words("choices", "last"):
            return None
        of_list, rounds = bool(match["list"]), self.numbers_in(word)
        further = and_ordinal().match(match.string, match.end())
        if further and rounds and not of_list and (more := self.numbers_in(further["ordinal"])):
            return Sign(Is.ROUND, match.start(), further.end(), rounds=(*rounds, *more), named=False)
        return Sign(Is.ORDINAL, *match.span(), workshop=word, rounds=rounds, named=False, numbered=of_list)

    def _named(self, text: str, match: re.Match[str]) -> Sign | None:
        if match["either"] or match["or"]:
            return Sign(Is.ANY_ROUND, *match.span())
        if match["numbers"] == "een" and _is_article(text, match):
            return None
        said = (
            match["numbers"]
            or match["ordinals"]
            or match["times"]
            or match["short"]
            or match["late"]
            or match["once"]
            or match["ofday"]
            or match["among"]
            or ""
        )
        numbers = self.numbers_in(said)
        if match["lunch"]:  # "de eerste ronde na de lunch"
            after = match["lunch"] in words("choices", "after_lunch")
            within = self._after_lunch if after else tuple(n for n in self.numbers if n not in self._after_lunch)
            places = [ordinal_number(word, tuple(range(1, len(within) + 1))) for word in re.findall(r"[\w]+", said)]
            numbers = tuple(within[place - 1] for place in places if place and place <= len(within))
        elif match["count"]:
            count = number_of(match["count"], self.numbers)
            from_the_end = said in words("choices", "last")
            numbers = self.numbers[-count:] if from_the_end else self.numbers[:count] if 1 in numbers else numbers
        if not numbers:
            return None
        by_ordinal, named = match["ordinals"] is not None, match["once"] is None
        return Sign(Is.ROUND, *match.span(), rounds=numbers, ordinal=by_ordinal, named=named)

    def numbers_in(self, written: str) -> tuple[int, ...]:
        """The round numbers written there: "1 en 3", "II t/m IV", "eerste en laatste"."""
        found: list[int] = []
        through = re.search(r"\bt/m\b|\btot en met\b|\bto\b|\bthrough\b|(?<=\d)\s?-\s?(?=\d)", written)
        for word in re.findall(r"\d+(?:e|ste|de|st|nd|rd|th)?|[^\W\d_]+", written):
            number = number_of(word, self.numbers)
            if number in self.numbers and number not in found:
                found.append(number)
        if through and len(found) == 2:
            return tuple(n for n in self.numbers if found[0] <= n <= found[1])
        return tuple(found)

    def times(self, folded: str, start: int, end: int) -> Iterator[Sign]:
        """Rounds named by when they are: "om twee uur", "na de lunch"; not when somebody comes or goes then."""
        for match in from_lunch().finditer(folded, start, end) if self._after_lunch else ():
            yield Sign(Is.PART, *match.span(), rounds=self._after_lunch, relation="from")
        yield from self._spans(folded, start, end)
        stretches = [m.span() for m in span_of_hours().finditer(folded, start, end)]
        for match in clock().finditer(folded, start, end):
            number = self._on_the_clock(match)
            if any(a <= match.start() < b for a, b in stretches):
                continue  # "ik ben er tussen 12 en 15 uur"
            of_break = OF_BREAK.search(folded, max(start, match.start() - 40), match.start())
            if number and not of_break and not comes_or_goes(folded, *match.span()):
                yield Sign(Is.ROUND, *match.span(), rounds=(number,), named=False)
        for match in listed("both_sides").finditer(folded, start, end):
            if len(self._lunch) == 2:
                yield Sign(Is.ROUND, *match.span(), rounds=tuple(sorted(self._lunch.values())), named=False)
        for pattern, side in ((AFTER_IT, "after_lunch"), (BEFORE_IT, "before_lunch")) if "lunch" in folded else ():
            for match in pattern.finditer(folded, start, end) if self._lunch else ():
                yield Sign(Is.ROUND, *match.span("there"), rounds=(self._lunch[side],), named=False)
        told_apart = self._lunch.get("before_lunch") == self.numbers[0] and tells_breaks_apart(folded)
        for table, number in self._lunch.items():
            for match in listed(table).finditer(folded, start, end):
                if match[0].startswith("voor ") and MEAL.match(folded, match.end()):
                    continue  # "voor de lunch hoeft u niet op mij te rekenen"
                if self._parts.holds_several(match[0]):
                    continue  # "'s ochtends", of a morning of two rounds
                if not comes_or_goes(folded, *match.span()) and not COMES.search(folded, start, match.start()):
                    rounds = self._both_times(folded, match) if table == "after_lunch" else ()
                    if told_apart and match[0] in words("choices", "after_break"):
                        rounds = self.numbers[:1]  # "na de pauze A, na de lunch B"
                    if table == "after_lunch" and ROUNDS_BEFORE.search(
                        folded, max(start, match.start() - 40), match.start()
                    ):
                        rounds = self._after_lunch  # "de twee rondes na de lunch"
                    called = CALLED_BEFORE.search(folded, max(start, match.start() - 30), match.start())
                    yield Sign(
                        Is.ROUND,
                        *match.span(),
                        rounds=rounds or (number,),
                        part=() if rounds else self._parts.beside_lunch(table),
                        named=called is not None,
                    )

    def _both_times(self, folded: str, match: re.Match[str]) -> tuple[int, ...]:
        """The rounds of "na de lunch beide keren", where just two are left."""
        if len(self._after_lunch) == 2 and (
            COMMA_BOTH.search(folded, max(0, match.start() - 20), match.start()) or DO_BOTH.match(folded, match.end())
        ):
            return self._after_lunch
        both = any_in("both_times")
        said = both.match(folded, match.end() + 1) or both.search(folded, max(0, match.start() - 16), match.start())
        return self._after_lunch if said and len(self._after_lunch) == 2 else ()

    def _spans(self, folded: str, start: int, end: int) -> Iterator[Sign]:
        for match in span_of_hours().finditer(folded, start, end):
            number = self._at(self._starts, match["from"])
            if number and number == self._at(self._ends, match["to"]):
                yield Sign(Is.ROUND, *match.span(), rounds=(number,))

    def _on_the_clock(self, match: re.Match[str]) -> int | None:
        if match["noon"]:
            return self._starts.get(NOON)
        if match["bare"] or match["part"]:
            return self._at(self._starts, match["bare"] or match["part"], late=bool(match["pm"]))
        told = minutes_told(match["hour"] or match["word"]) + int(match["minute"] or 0)
        later = self._starts.get(told + NOON) if told < NOON else None
        if match["pm"]:
            return later or (self._starts.get(told) if told >= NOON else None)
        return self._starts.get(told) or (later if match["word"] or told < MORNING else None)

    def _at(self, hours: Hours, written: str, *, late: bool = False) -> int | None:
        """The round at that hour: "14.00", "14", "twee", "half drie"."""
        told = minutes_told(written)
        return hours.get(told) or (hours.get(told + NOON) if told < MORNING or (late and told < NOON) else None)

    def bare(self, text: str, found: list[Sign], start: int, end: int) -> Iterator[Sign]:
        """Numerals beside a workshop: "I en II Lokaal beleid", "1: ...", "de derde: ...", "Vooroordelen (2)"."""
        workshops = [sign for sign in found if sign.kind is Is.WORKSHOP]
        heads = [sign for sign in workshops if IN_BEFORE.search(fold(text)[max(start, sign.start - 40) : sign.start])]
        spoken_of = len(heads) > 1 or (heads and any(sign.kind is Is.ROUND for sign in found))
        for sign in workshops:
            before = text[max(start, sign.start - 40) : sign.start]
            match = bare_before().search(before) or bare_ordinal_before().search(fold(before))
            match = match or (IN_BEFORE.search(fold(before)) if spoken_of else None)
            if match:
                name = "numbers" if match["numbers"] else "listed"
                numbers = self.numbers_in(fold(match[name]))
                if numbers:
                    yield _placed(match.span(name), sign.start - len(before), numbers)
            if ahead := BEFORE_IT_AHEAD.search(fold(before)):
                at = ahead.start("there") + sign.start - len(before)
                yield Sign(Is.RELATIVE, at, at + len(ahead["there"]), relation="previous", named=False)
            match = IN_NUMBERS.match(fold(text), sign.end, min(end, sign.end + 24))
            numbers = self.numbers_in(match["numbers"]) if match else ()
            if match and len(numbers) == len(re.findall(r"\d", match["numbers"])):
                yield _placed(match.span("numbers"), 0, numbers)
        yield from self._parts.beside(text, workshops, start, end)
        yield from self._in_a_row(fold(text), workshops, end)
        yield from self._goes_on_by_ordinal(fold(text), workshops, found, start)
        yield from self._plain(text, workshops, start, rounds_named=any(s.kind is Is.ROUND and s.named for s in found))
        behind = [match for sign in workshops if (match := BEHIND.match(text, sign.end, min(end, sign.end + 8)))]
        if len(behind) > 1:
            for match in behind:
                if int(match["number"]) in self.numbers:
                    yield _placed(match.span("number"), 0, (int(match["number"]),))

    def _in_a_row(self, folded: str, workshops: list[Sign], end: int) -> Iterator[Sign]:
        """ "B first and C second": several workshops with an ordinal right behind each."""
        behind = [match for sign in workshops if (match := ordinal_behind().match(folded, sign.end, end))]
        numbers = [self.numbers_in(match["ordinal"]) for match in behind]
        if len(set(numbers)) == len(numbers) > 1 and all(numbers):
            for match, rounds in zip(behind, numbers, strict=True):
                yield _placed(match.span("ordinal"), 0, rounds)

    def _plain(self, text: str, workshops: list[Sign], start: int, *, rounds_named: bool) -> Iterator[Sign]:
        """ "1 vooroordelen, 3 lokaal beleid": numbers with nothing beside them, of which each is a round's, in order;
        not so where they may be the places of those workshops in the list. `rounds_named`: another is called so."""
        numbered: list[tuple[Sign, Sign]] = []  # a workshop, and what stands before it
        headed = False
        for sign in workshops:
            at = max(start, sign.start - 40)
            several = HEADED_NUMBERS.search(fold(text[at : sign.start]))
            if match := several or PLAIN_BEFORE.search(text[max(at, sign.start - 12) : sign.start]):
                headed = headed or several is not None
                rounds = self.numbers_in(match["number"])
                numbered.append((sign, _placed(match.span("number"), sign.start - len(match.string), rounds)))
        numbers = [number for _, placed in numbered for number in placed.rounds or (0,)]
        once = len(set(numbers)) == len(numbers) and (headed or numbers == sorted(numbers))
        if not once or not set(numbers) <= set(self.numbers) or len(numbered) + rounds_named + headed < 2:
            return
        if rounds_named or headed or any((self._places.get(s.workshop),) != placed.rounds for s, placed in numbered):
            yield from (placed for _, placed in numbered)

    def _goes_on_by_ordinal(self, folded: str, workshops: list[Sign], found: list[Sign], start: int) -> Iterator[Sign]:
        """ "Eerste ronde A, tweede B": an ordinal with neither article nor noun, behind one that is a round's."""
        first = next((s.start for s in found if s.kind is Is.ROUND and s.ordinal and s.named), None)
        for sign in workshops:
            at = max(start, sign.start - 40)
            if first is not None and first < at + 40 and (match := goes_on_by_ordinal().search(folded, at, sign.start)):
                yield Sign(Is.ROUND, *match.span("ordinal"), rounds=self.numbers_in(match["ordinal"]), ordinal=True)

    def listed(self, text: str, found: Iterable[Sign], start: int) -> list[Sign]:
        """The numbers of a list that has an item for each round, and a workshop or nothing in each: they are rounds."""
        listed = []
        for sign in found:
            at = max(start, sign.start - 12)
            match = LISTED.search(text[at : sign.start]) if sign.kind in (Is.WORKSHOP, Is.NOTHING) else None
            if match:
                listed.append(_placed(match.span("number"), at, (int(match["number"]),)))
        return listed if tuple(sign.rounds[0] for sign in listed) == self.numbers else []

    def counted(self, folded: str, start: int, end: int) -> Iterator[Sign]:
        """ "drie keer", where there are three rounds; "twee keer", of which of them isn't told; "both times"."""
        for match in listed("both_times").finditer(folded, start, end) if len(self.numbers) == 2 else ():
            yield Sign(Is.ROUND, *match.span(), rounds=self.numbers, named=False)
        for match in times().finditer(folded, start, end):
            count = number_words().get(match["count"]) or (int(match["count"]) if match["count"].isdigit() else 0)
            if 1 < count <= len(self.numbers):
                yield Sign(Is.TIMES, *match.span(), rounds=self.numbers[:count], named=False)


def _placed(span: tuple[int, int], offset: int, rounds: tuple[int, ...]) -> Sign:
    return Sign(Is.ROUND, offset + span[0], offset + span[1], rounds=rounds)


def _is_in_that_case(folded: str, start: int, at: int, end: int) -> bool:
    """Whether "dan" says "if so" or "after all" there, and not when."""
    if folded.endswith(("maar ", "but "), start, at) and TURNED.match(folded, end):
        return True
    return bool(IN_THAT_CASE.search(folded, max(start, at - 20), at) or AFTER_ALL.match(folded, end))


COUNTED_ON = late(r"\b(?:ronde|blok|sessie)\s(?:twee|drie|vier)\b", re.IGNORECASE)
EACH = re.compile(r"\b(?:elke|iedere|per|alle|each)\s$", re.IGNORECASE)


def _is_article(text: str, match: re.Match[str]) -> bool:
    """Whether "een" behind "sessie" is no "één": "in de sessie een beetje achterin"."""
    written = text[slice(*match.span("numbers"))]
    if text.startswith((" wordt", " is ", " graag", " en ", " and ", " -", " –", " =", " +", " |", " /"), match.end()):
        return False  # "ronde een wordt A"
    if COUNTED_ON.search(text) and not EACH.search(text, max(0, match.start() - 12), match.start()):
        return False  # "ronde een Vooroordelen, ronde twee ..."
    return written.isascii() and text[match.end() : match.end() + 1] not in (":", ",", ";", ")", "\n", "")
