"""The rounds in which somebody can't be, by what a text tells of the day: "ik moet om twee uur weg", "ik kan pas vanaf
half twee", "tot half drie zit ik in een overleg", "ik blijf tot en met de lunch".

A round of which somebody would see no more than half doesn't fit; where none would fit, nothing was understood.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache

from mailbot.domain.event import Event
from mailbot.reading.lexicon import words
from mailbot.reading.text.clauses import Clauses
from mailbot.reading.text.fold import any_of, pattern_of
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import Lookup, keys_of
from mailbot.reading.workshops.day import around_lunch, halves
from mailbot.reading.workshops.found import AWAY, EMPTY, ChoiceFound
from mailbot.reading.workshops.scope_patterns import is_engaged
from mailbot.reading.workshops.time_of_day import minutes_of, time_of_day

AND = re.compile(r"\b(?:en|and|of|or)\b|,")
BEFORE = ("voor", "before")
RIGHT = re.compile(r"\b(?:straight|right|directly|immediately|meteen|direct|vlak|pal)\s$")
NOT_BEHIND = re.compile(
    r"\s(?:helaas\s|dus\s|echt\s|nog\s)?niet\b(?!\s(?:alleen|meteen|te|zo))"
)  # "red ik de ochtend niet"
NOT = re.compile(r"\b(?:niet|not|can't|cannot|unable)\b")
# "Rond half twee stap ik uit de trein", "mijn trein komt om half twee aan": no train that somebody has to catch
TRAIN = r"(?:trein|bus|tram|metro|auto|vliegtuig|vlucht|train|plane|flight|coach)"
ARRIVES = late(
    rf"\b(?:stap|stapt|stappen|rol|kruip|klim)\b[^,;]{{0,40}}?\buit\b(?:\s(?:de|het|mijn)\s{TRAIN}\b)?|\buitstap\w*"
    rf"|\buit (?:de|het|mijn) {TRAIN}\b|\b(?:off|out of) (?:the|my) {TRAIN}\b|\bget off\b"
    rf"|\b{TRAIN}\b[^,;]{{0,40}}?\b(?:aan|aankomt|binnen|binnenkomt|binnenloopt|arrives?|gets in|comes in|lands?)\b"
)
# "Om drie uur schuif ik aan bij A": there all day, and at A then. (Workshops are masked.)
AT_WORKSHOP = re.compile(r"\b(?:bij|naar|in|voor|at|to|into|for)\s(?:[\w']+\s){0,6}?x{2,}\b")
ONLY_THEN = re.compile(r"\b(?:pas|only|eerst|niet eerder)\b")
MEANWHILE = re.compile(
    r"\b(?:en|and)\s(?:in de tussentijd|tussendoor|(?:er|daar)tussen\w*|intussen|ondertussen|daarna|verder)\b"
)
SPAN = re.compile(r"\b(?:van|vanaf|from)\s(?P<hour>\d{1,2}[.:]\d\d|\w{2,6})(?:\s?(?:uur|pm|am))?\s$")
DAY = 24 * 60
Span = tuple[int, int]  # minutes since midnight


class Presence:
    """Tells it for the rounds of one event, if they are all on one day."""

    def __init__(self, event: Event) -> None:
        one_day = len({round.starts.date() for round in event.rounds}) == 1
        self._rounds = [(r.number, *map(_minutes, (r.starts, r.ends))) for r in event.rounds] if one_day else []
        self._lunch, self._halves = around_lunch(event), halves(event.rounds)

    def absences(self, clauses: Clauses) -> tuple[ChoiceFound, ...]:
        """Each round that falls away, where that is told."""
        found: list[ChoiceFound] = []
        if len(self._rounds) < 2:
            return ()
        for start, end, away in (*self._by_the_clock(clauses), *self._by_halves(clauses)):
            if len(set(away)) < len(self._rounds):
                found += [ChoiceFound(AWAY, start, end, round=number) for number in away]
        return tuple(found)

    def engagements(self, clauses: Clauses) -> tuple[ChoiceFound, ...]:
        """The rounds in which they have something else to do, by the clock: "ik moet om twaalf uur bellen"."""
        text, found = clauses.text, list[ChoiceFound]()
        for match in _time().finditer(text, clauses.start, clauses.end) if _has_times().search(text) else ():
            start, end = clauses.clause_at(match.start())[0], clauses.clause_at(match.end() - 1)[1]
            turn = MEANWHILE.search(text, match.end(), end)  # "B om 15 uur en in de tussentijd bel ik met kantoor"
            if not match["at"] or not is_engaged(text, start, turn.start() if turn else max(end, match.end())):
                continue
            told = minutes_of(match, self._rounds[0][1], self._rounds[-1][2]) if self._rounds else 0
            found += [
                ChoiceFound(EMPTY, *match.span(), round=n)
                for n, starts, ends in self._rounds
                if starts <= told < (starts + ends) / 2
            ]
        return tuple(found)

    def _by_the_clock(self, clauses: Clauses) -> Iterator[tuple[int, int, tuple[int, ...]]]:
        text = clauses.text
        times = list(_time().finditer(text, clauses.start, clauses.end)) if _has_times().search(text) else []
        for at, match in enumerate(times):
            start, end = clauses.clause_at(match.start())[0], clauses.clause_at(match.end() - 1)[1]  # "14:00": a colon
            before = times[at - 1].end() if at else start
            behind = times[at + 1].start() if at + 1 < len(times) else end
            said = _part(text, match.span(), max(start, before), min(max(end, match.end()), behind), at, times)
            away = self._away(match, said, text)
            if away and (begun := _begins_before(text, match)) and any_of_table("busy").search(said):
                away = self._within(begun, match)
            if away:
                yield (*match.span(), away)

    def _away(self, match: re.Match[str], said: str, text: str) -> tuple[int, ...]:
        """The rounds that fall away by that time, and what is said around it."""
        if any_of_table("something_else").search(said):
            return ()
        said = ARRIVES.sub(" aankomst ", said)
        first, last = self._rounds[0][1], self._rounds[-1][2]
        told = minutes_of(match, first, last)
        if all(any_of_table(name).search(said) for name in ("going", "coming")):
            said = _nearest(said)  # "ik schuif aan bij de lunch en moet om drie uur weg"
        going, coming, busy = (bool(any_of_table(name).search(said)) for name in ("going", "coming", "busy"))
        there = bool(any_of_table("there").search(said))
        before = match["at"] in BEFORE and NOT.search(said) is not None  # "ik kan er niet voor half twee zijn"
        if match["since"] and match["side"] == "to" and match["count"].isdigit():
            return ()  # "from 2 to 3", and not two minutes to three
        if match["until"]:
            return self._outside((told, DAY)) if busy else self._outside((0, told)) if there else ()
        if match["since"] or before:
            gone = not before and not coming and (going or busy)
            return self._outside((0, told)) if gone else self._outside((told, DAY)) if coming or there else ()
        if coming and AT_WORKSHOP.search(said) and not ONLY_THEN.search(said):
            return ()
        if going == coming:
            engaged = not going and any_of_table("elsewhere").search(said)  # "om twee uur heb ik een overleg"
            return tuple(n for n, starts, ends in self._rounds if starts <= told < ends) if engaged else ()
        return self._outside((0, told)) if going else self._outside((told, DAY))

    def _outside(self, span: Span) -> tuple[int, ...]:
        """The rounds of which no more than half lies in that span."""
        return tuple(
            number
            for number, starts, ends in self._rounds
            if min(ends, span[1]) - max(starts, span[0]) <= (ends - starts) / 2
        )

    def _within(self, begun: re.Match[str], ended: re.Match[str]) -> tuple[int, ...]:
        """The rounds that a stretch from that hour to that one touches."""
        first, last = self._rounds[0][1], self._rounds[-1][2]
        since, until = minutes_of(begun, first, last), minutes_of(ended, first, last)
        return tuple(n for n, starts, ends in self._rounds if min(ends, until) > max(starts, since))

    def _by_halves(self, clauses: Clauses) -> Iterator[tuple[int, int, tuple[int, ...]]]:
        """ "Alleen 's ochtends", "in de middag moet ik weg", "tot en met de lunch"."""
        text = clauses.text
        afternoon = tuple(n for n, *_ in self._rounds if n >= self._lunch["after_lunch"]) if self._lunch else ()
        for match in _until_lunch().finditer(text, clauses.start, clauses.end) if afternoon else ():
            start, end = clauses.clause_at(match.start())
            busy = any_of_table("busy").search(text, start, match.start()) or any_of_table("busy").search(
                text, match.end(), end
            )
            if not busy:
                yield (*match.span(), afternoon)
        for match in _half().finditer(text, clauses.start, clauses.end):
            start, end = clauses.clause_at(match.start())
            within, others = self._halves if match["early"] else self._halves[::-1]
            said = f"{text[start : match.start()]} . {text[match.end() : end]}"
            if any_of_table("something_else").search(said) or not within or not others:
                continue
            if _nothing_but().search(text, max(start, match.start() - 30), match.start()):
                yield (*match.span(), others)
            elif RIGHT.search(text, max(start, match.start() - 12), match.start()) and not match["early"]:
                if any_of_table("elsewhere").search(said):
                    yield (*match.span(), within[:1])  # "straight after lunch I have a call": and later not
            elif (
                text.endswith((" niet ", " not "), start, match.start())
                or NOT_BEHIND.match(text, match.end(), end)
                or any_of_table("elsewhere").search(said)
            ):
                yield (*match.span(), within)


def _begins_before(text: str, until: re.Match[str]) -> re.Match[str] | None:
    """The hour right before that "tot": "van 14 tot 15 uur heb ik een zitting" takes nothing of the morning."""
    begun = SPAN.search(text, max(0, until.start() - 24), until.start()) if until["until"] else None
    return _hour().match(f"{begun['hour']} uur" if begun else "")


def _part(text: str, time: Span, start: int, end: int, at: int, times: list[re.Match[str]]) -> str:
    """What is said around that time, and of no other one: "kom om half twee en moet om drie uur naar de trein"."""
    cuts = list(AND.finditer(text, start, time[0])) if at and times[at - 1].end() == start else []
    start = cuts[-1].end() if cuts else start
    further = at + 1 < len(times) and times[at + 1].start() == end
    cut = AND.search(text, time[1], end) if further else None
    return f"{text[start : time[0]]} . {text[time[1] : cut.start() if cut else end]}"


def _nearest(said: str) -> str:
    """Of those words, which stand around a time (" . "), the ones that no "en" parts from it."""
    before, _, behind = said.partition(" . ")
    return f"{AND.split(before)[-1]} . {AND.split(behind)[0]}"


def _minutes(moment: datetime) -> int:
    return moment.hour * 60 + moment.minute


@cache
def any_of_table(name: str) -> re.Pattern[str]:
    return pattern_of(words("presence", name))


@cache
def _has_times() -> re.Pattern[str]:
    return re.compile(r"\d|\buur\b|\bhalf\b|\bkwart\b|\bom (?:een|twee|drie|vier|vijf|elf|twaalf)\b|\bquarter\b")


@cache
def _time() -> re.Pattern[str]:
    until, since, at = (any_of(words("presence", name)) for name in ("until", "since", "at"))
    about = any_of(words("presence", "about"))
    return re.compile(
        rf"(?<!\w)(?:(?P<until>{until})|(?P<since>{since})|(?P<at>{at}))\s(?:(?:{about})\s){{0,2}}?{time_of_day()}"
    )


@cache
def _hour() -> re.Pattern[str]:
    return re.compile(time_of_day())


@cache
def _until_lunch() -> Lookup:
    lunch = words("presence", "until_lunch")
    return Lookup(rf"(?<!\w)(?:{any_of(lunch)})(?!\w)", keys_of(lunch))


@cache
def _half() -> Lookup:
    early, late = words("presence", "morning"), words("presence", "afternoon")
    return Lookup(rf"(?<!\w)(?:(?P<early>{any_of(early)})|{any_of(late)})(?!\w)", keys_of((*early, *late)))


@cache
def _nothing_but() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words('presence', 'nothing_but'))})\s(?:(?:maar|nog|wel|just)\s)?$")
