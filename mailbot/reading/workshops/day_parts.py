"""Rounds by the part of the day that they lie in: "de middagrondes", "'s ochtends", "in de middag de eerste van de
twee", "de eerste ronde die er na de lunch is"."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from mailbot.domain.event import Event
from mailbot.reading.lexicon import load, words
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.lookup import Lookup, has_one_of, keys_of
from mailbot.reading.workshops.day import around_lunch, halves
from mailbot.reading.workshops.patterns import any_in
from mailbot.reading.workshops.round_patterns import ordinal_number, part_of_day, parts_of_day
from mailbot.reading.workshops.sign import Is, Sign

SENTENCE_ENDS = re.compile(r"[.;!?]\s|\n")
FOR_THE_AFTERNOON = re.compile(r"\bvoor de middag\b")  # where no morning is told apart from it: before noon


class DayParts:
    """Finds them for the rounds of one event."""

    def __init__(self, event: Event) -> None:
        self._numbers = tuple(round.number for round in event.rounds)
        self._morning, self._afternoon = halves(event.rounds)
        first = around_lunch(event).get("after_lunch")
        self.after_lunch = self._numbers[self._numbers.index(first) :] if first else ()
        self._before_lunch = tuple(n for n in self._numbers if first and n not in self.after_lunch)

    def beside_lunch(self, table: str) -> tuple[int, ...]:
        """All rounds that lie on that side of lunch."""
        return self.after_lunch if table == "after_lunch" else self._before_lunch

    def holds_several(self, said: str) -> bool:
        """Whether those words tell a part of the day that has several rounds: none of them is told by that."""
        return said in words("choices", "morning_talk") and len(self._morning) > 1

    def told(self, folded: str, start: int, end: int) -> Iterator[Sign]:
        """ "De ochtendronde", "beide middagrondes"; "'s middags", which is no round by itself."""
        if not has_one_of(folded, parts_of_day()):
            return
        if len(self._afternoon) == 1 and "voor de ochtend" in folded:
            for match in FOR_THE_AFTERNOON.finditer(folded, start, end):
                yield Sign(Is.ROUND, *match.span(), rounds=self._afternoon, named=False)
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

    def beside(self, text: str, workshops: Iterable[Sign], start: int, end: int) -> Iterator[Sign]:
        """A part of the day with nothing but a workshop beside it: "A (morning) / B (afternoon)", "ochtend: A"."""
        if not self._morning or not self._afternoon or not has_one_of(fold(text), bare_parts()):
            return
        if len(self._morning) == len(self._afternoon) == 1:
            for both in both_parts().finditer(fold(text), start, end):
                yield Sign(Is.ROUND, *both.span(), rounds=(*self._morning, *self._afternoon), named=False)
        for sign in workshops:
            at = max(start, sign.start - 30)
            before = part_before().search(text[at : sign.start])
            behind = part_behind().match(text, sign.end, end)
            for match, offset in ((before, at), (behind, 0)):
                if match is None:
                    continue
                early = match["early"] is not None
                within = self._morning if early else self._afternoon
                kind = Is.ROUND if len(within) == 1 else Is.PART
                span = match.span("early" if early else "late")
                yield Sign(kind, offset + span[0], offset + span[1], rounds=within, named=False)

    def counted(self, folded: str, start: int, end: int) -> Iterator[Sign]:
        """The first, the last of those of a part: "'s middags, de laatste van de twee"."""
        for finder in (counted_before(), counted_behind()):
            for match in finder.finditer(folded, start, end):
                within = self._within(match["part"])
                number = self._place(match, within)
                if number is not None:
                    yield Sign(Is.ROUND, *match.span(), rounds=(number,))
                    yield from self._counted_on(folded, match.end(), end, within)

    def _counted_on(self, folded: str, start: int, end: int, within: tuple[int, ...]) -> Iterator[Sign]:
        """ "Na de lunch het eerste uur A, het tweede uur B": the second of that part, too."""
        stop = SENTENCE_ENDS.search(folded, start, end)
        for match in ordinal_on().finditer(folded, start, stop.start() if stop else end):
            place = ordinal_number(match["ordinal"], tuple(range(1, len(within) + 1)))
            if place and place <= len(within):
                yield Sign(Is.ROUND, *match.span(), rounds=(within[place - 1],))

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
def bare_parts() -> tuple[str, ...]:
    """What a text has, letter for letter, that has a part of the day by its bare name."""
    return (*_bare("morning"), *_bare("afternoon"), "am", "a.m.", "pm", "p.m.")


def _bare(part: str) -> list[str]:
    return [word for word in load("choices")["parts"][part] if word != "morgen"]  # tomorrow


def _bare_part() -> str:
    """ "AM" in capitals only, or where nothing else can stand: "I am"."""
    early, late = (any_of(_bare(part)) for part in ("morning", "afternoon"))
    of_clock = r"{0}M|{1}\.m\.?|(?:(?<=\()|(?<=the )){1}m"
    return (
        rf"(?P<early>(?i:{early})|{of_clock.format('A', '[aA]')})"
        rf"|(?P<late>(?i:{late})|{of_clock.format('P', '[pP]')})"
    )


@cache
def part_before() -> re.Pattern[str]:
    """Right before a workshop: "morning A", "AM: A", "middag - A"; no greeting."""
    no_part = "".join(rf"(?<!{word}\s)" for word in ("[Gg]ood", "[Gg]oede", "[Gg]oeie", "[Tt]his", "[Vv]oor de"))
    small = any_of((*words("choices", "round"), "the", "de", "het"))
    people = r"(?:(?:with|met|bij|at|to|naar)\s)?(?:(?:ms|mr|mrs|dr|prof)\.?\s)?"
    return re.compile(
        rf"(?:^|(?<=[\s,;:(/&+>–-])){no_part}(?:{_bare_part()})(?!\w)\s?(?:[:=>–-]{{1,2}}\s?)?[\"'“(]?"
        rf"(?:(?i:{small})\s)?(?i:{people})$"
    )


@cache
def part_behind() -> re.Pattern[str]:
    """Right behind one, with nothing more: "A (morning)", "A morning, B afternoon", "A in the PM"."""
    ends = r"\s*(?:[).,;:/&+\n|]|$|(?:and|en|please|graag|svp|aub)\b)"
    return re.compile(rf"[\"'”’]?\s?(?:[(,/:–-]\s?)?(?:in\s)?(?:(?:the|de)\s)?(?:{_bare_part()})(?={ends})")


@cache
def both_parts() -> re.Pattern[str]:
    """ "Morning and afternoon", "zowel 's ochtends als 's middags", with nothing behind it."""
    early, late = (any_of(_bare(part)) for part in ("morning", "afternoon"))
    small = r"(?:in\s)?(?:the\s|de\s|'?s\s)?"
    return re.compile(
        rf"(?<!\w)(?:both\s|zowel\s)?{small}(?:{early})s?\s(?:and|as well as|en|als|&|\+)\s(?:also\s|ook\s)?"
        rf"{small}(?:{late})s?"
        r"(?=\s?(?:$|[.,;!)\n]|(?:please|graag)\b))"
    )


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
    """ "In de middag, de eerste van de twee", "na de lunch, in de eerste ronde die er dan is", "na de lunch het eerste
    uur"."""
    called, small = any_of((*words("choices", "round"), "uur")), any_of(words("choices", "more_exactly"))
    stop = rf"(?=\s?(?:$|[.,;:)!?\n]|(?:{any_of(words('choices', 'then'))})\b))"
    pattern = (
        rf"(?<!\w){_part()}\s?[,(:-]?\s?(?:(?:{small})\s){{0,4}}(?:de|het|the)\s{_ordinal()}"
        rf"(?:\s{_of_them()}(?:\s(?:{called})|{stop})|\s(?:{called})|{stop})(?!\w)"
    )
    return Lookup(pattern, keys_of(_keys()))


@cache
def ordinal_on() -> re.Pattern[str]:
    """ "Het tweede uur", "de tweede", behind the first of a part of the day."""
    called = any_of((*words("choices", "round"), "uur"))
    return re.compile(rf"(?<!\w)(?:de|het|the)\s{_ordinal()}(?:\s(?:{called}))?(?!\w|\s(?:keer|workshop))")


def _keys() -> tuple[str, ...]:
    talk = [word for name in ("morning", "afternoon") for word in words("choices", f"{name}_talk")]
    called = words("choices", "round")
    compounds = [word for name in ("morning", "afternoon") for word in load("choices")["parts"][name]]
    joined = [f"{part}{name}" for part in compounds for name in called]
    return (*talk, *compounds, *joined, *words("choices", "after_lunch"), *words("choices", "before_lunch"))
