"""Which of the configured events a passage means: by slug, title, alias, date, place, month, or words of the title.

Every word that names an event comes from the configuration; the lexicon only knows how people point ("de middag in"),
what they call a town otherwise ("het Haagse stadhuis") and how they wave an event away ("naar Utrecht kom ik niet").
A mention is waved away or not; whether the mail asks to come or to cancel is for the reader of intents to say.
The patterns that find names and places are made in event_signs.py.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache, lru_cache

from mailbot.domain.event import Event
from mailbot.reading.events.dates import DateMention, dates
from mailbot.reading.events.event_signs import LIKELY, POSSIBLE, SURE, signs_of
from mailbot.reading.events.leanings import leans
from mailbot.reading.events.neighbours import american, beside, neighbours, on_weekday
from mailbot.reading.events.pointing import pointers, the_other
from mailbot.reading.events.session_days import days_of
from mailbot.reading.events.turns import standing
from mailbot.reading.lexicon import words
from mailbot.reading.text.clauses import Clauses
from mailbot.reading.text.fold import any_of, fold, pattern_of
from mailbot.reading.text.lookup import Lookup, lookup, vocabulary
from mailbot.reading.text.room import Room

# "Liever juni dan (in) maart", "een andere bijeenkomst dan die van maart", right before the second
WORSE = re.compile(
    r"\b(?:andere|other|liever|beter|eerder|handiger|rather|better|sooner|more)\b[^,.;:!?]{0,60}\b(?:dan|than)\s(?:[\w']+\s){0,2}$"
)
# "Ik werk er sinds juni", "met verlof tot eind juni"; not "Tot in juni!"
SINCE = re.compile(r"(?:\b(?:sinds|since)|\w\s(?:tot|tot en met|t/m|until|till))\s$", re.IGNORECASE)
LONGEST_SINCE = 16  # characters
LATELY = 2  # months: further back, a date without its year is of next year
DATED = re.compile(r"\s*(?:[A-ZÀ-Þ'’][\w'’ -]{1,30},|[A-ZÀ-Þ][\w -]{1,30}:)?\s*(?:\w{6,9}\s)?")
DATE_STRENGTH = {"day": SURE, "listed": SURE, "ordinal": LIKELY, "weekday": LIKELY, "month": LIKELY}


@dataclass(frozen=True, slots=True)
class EventMention:
    """Something at [start, end) that points at events: the slugs it fits, () for a date on which we hold nothing.

    by: slug | title | alias | date | place | month | weekday | hours | part | building | words | topic | order |
    beside | other | all. strength: 3 (a name, a
    full date), 2 (a place, a month, words of a title), 1 (a weekday weeks before it). `negated`: waved away in its
    clause. `settled`: arranged already or left for later; `kept`: it is to stay as it is.
    `preferred`: before another ("ik ga liever naar ..."). `doubt`: the
    weekday beside the date is another one, or the date is none of ours. `leaning`: the writer only leans to it.
    """

    start: int
    end: int
    events: tuple[str, ...]
    by: str
    strength: int
    negated: bool = False
    settled: bool = False
    kept: bool = False
    doubt: bool = False
    preferred: bool = False
    leaning: bool = False


class EventFinder:
    """Finds mentions of these events. Its patterns are made once; get it by event_finder()."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._events = tuple(events)
        self._zone = self._events[0].starts.tzinfo if self._events else None
        self._near = neighbours(self._events)
        self._days = {event.slug: days_of(event) for event in self._events}
        self._signs = (*signs_of(self._events), *pointers(self._events))
        self._by_key: dict[str, list[int]] = defaultdict(list)
        for number, sign in enumerate(self._signs):
            for key in sign.keys:
                self._by_key[key].append(number)
        self._mentions = lru_cache(maxsize=16)(self._find)  # of a subject it is asked at every turn

    def mentions(self, text: str, sent: datetime, start: int = 0, end: int | None = None) -> tuple[EventMention, ...]:
        """What text[start:end] says of events, in order. `sent`: the mail's own date, aware or in the events' zone."""
        return self._mentions(text, sent, start, len(text) if end is None else end)

    def _find(self, text: str, sent: datetime, start: int, end: int) -> tuple[EventMention, ...]:
        found = [*self._by_date(text, self._day(sent), start, end), *self._by_sign(text, start, end)]
        if not found:
            return ()
        clauses = Clauses(text, start, end)
        found.sort(key=lambda m: (m.start, -m.strength))
        told = [(m.start, m.events[0]) for m in found if len(m.events) == 1]
        if others := [*the_other(self._events, told, fold(text)[:end])]:
            found += [EventMention(since, until, (slug,), "other", LIKELY) for since, until, slug in others]
            found.sort(key=lambda m: (m.start, -m.strength))
        if self._near:
            near = beside(self._near, told, fold(text), start, end)
            found += [EventMention(since, until, (slug,), "beside", LIKELY) for since, until, slug in near]
            found.sort(key=lambda m: (m.start, -m.strength))
        judged = (_judged(mention, clauses) for mention in standing(text, found))
        if not self._near or not _travelling().may_stand_in(clauses.text):
            return tuple(judged)
        slugs = {event.slug for event in self._near}
        return tuple(_on_the_way(m, found, clauses) if slugs.issuperset(m.events) else m for m in judged)

    def nearest(self, sent: datetime) -> Event | None:
        """The event that a mail means that points at none: the first to come that is open to it, or, where none is
        open, the first to come."""
        moment = sent if sent.tzinfo else sent.replace(tzinfo=self._zone)
        coming = sorted((event for event in self._events if event.ends > moment), key=lambda event: event.starts)
        return next((event for event in coming if event.is_open(moment)), coming[0] if coming else None)

    def about(self, mentions: Iterable[EventMention], *, cancelling: bool = False) -> tuple[str, ...]:
        """The slugs that these mentions together point to: () for nowhere, one where it is clear, or all that are
        meant as much. Where somebody cancels, the event that is waved away is the one that is meant."""
        telling = [mention for mention in mentions if mention.events]
        if len(slugs := {slug for mention in telling for slug in mention.events}) < 2:
            return tuple(slugs)
        settled = [mention for mention in telling if mention.settled]
        negated = [mention for mention in telling if mention.negated and not mention.settled]
        active = [mention for mention in telling if not mention.negated and not mention.settled]
        liked = [mention for mention in active if mention.preferred]
        if liked and len({slugs for mention in active for slugs in mention.events}) > 1:
            active = liked
        kept = [mention for mention in settled if mention.kept]
        undone = [mention for mention in settled if not mention.kept]
        order = (negated, active, undone, kept) if cancelling else (active, negated, settled)
        return next((_meant(group) for group in order if group), ())

    def _day(self, sent: datetime) -> date:
        return sent.astimezone(self._zone).date() if sent.tzinfo and self._zone else sent.date()

    def _by_date(self, text: str, sent: date, start: int, end: int) -> Iterator[EventMention]:
        for mention in dates(text, sent, start, end):
            days = {e.slug: day for e in self._events if (day := _first_fitting(mention, self._days[e.slug]))}
            fitting = [event for event in self._events if event.slug in days]
            if mention.precision == "ordinal":
                fitting = sorted(fitting, key=lambda event: days[event.slug])[:1]
            if not fitting and self._near and (near := on_weekday(self._near, mention, sent)):
                yield EventMention(mention.start, mention.end, (near[0].slug,), "weekday", POSSIBLE)
                continue
            if not fitting:
                fitting = american(self._events, mention, text[mention.start : mention.end], vocabulary(fold(text)))
            # A weekday or a month that fits nothing is small talk, a day that is over a memory; another full date that
            # fits nothing is worth a doubt, unless it tells when the letter was written.
            doubtful = mention.precision == "day" and not is_over(mention, sent)
            if mention.precision == "month" and SINCE.search(
                text, max(start, mention.start - LONGEST_SINCE), mention.start
            ):
                continue
            if fitting or (doubtful and not (mention.fits(sent) and _is_dateline(text, mention))):
                yield _date_mention(mention, {e.slug: days.get(e.slug, e.starts.date()) for e in fitting})

    def _by_sign(self, text: str, start: int, end: int) -> Iterator[EventMention]:
        folded = fold(text)
        numbers = {number for key, signs in self._by_key.items() if key in folded for number in signs}
        room = Room()
        for sign in map(self._signs.__getitem__, sorted(numbers)):
            if not sign.may_stand_in(folded):
                continue
            for since, until in sign.places(folded, start, end):
                if room.take(since, until):
                    yield EventMention(since, until, sign.events, sign.by, sign.strength)


@lru_cache(maxsize=8)
def event_finder(events: tuple[Event, ...]) -> EventFinder:
    """The finder for these events, made once."""
    return EventFinder(events)


def is_over(mention: DateMention, sent: date) -> bool:
    """Whether that day lay behind the writer: "op 12 januari hoorde ik ervan"."""
    if mention.until < sent:
        return True
    behind = (mention.month or 12, mention.day or 31) < (sent.month, sent.day)
    return behind and mention.since <= sent <= mention.until and sent.month - (mention.month or 12) <= LATELY


def _is_dateline(text: str, mention: DateMention) -> bool:
    """Whether a date has a line to itself but for a town or a label: "Ede, 9 februari 2023", "Datum: 9-2-2023"."""
    since, until = text.rfind("\n", 0, mention.start) + 1, text.find("\n", mention.end)
    behind = text[mention.end : until if until >= 0 else len(text)].strip(" .,")
    return not behind and DATED.fullmatch(text, since, mention.start) is not None


def leant_to(mentions: Sequence[EventMention]) -> tuple[EventMention, ...]:
    """The mentions of events to which the writer only leans, in a letter that does something about another."""
    sure = {slug for m in mentions if not (m.leaning or m.kept) for slug in m.events}
    return tuple(m for m in mentions if m.leaning and sure and sure.isdisjoint(m.events))


def waved_away(mentions: Iterable[EventMention]) -> list[EventMention]:
    """What a letter waves away while it speaks of another event: "in maart kan ik niet, in juni wel"."""
    telling = [mention for mention in mentions if mention.events]
    active = {slug for m in telling if not m.negated and not m.settled for slug in m.events}
    return [m for m in telling if active and m.negated and active.isdisjoint(m.events)]


def _first_fitting(mention: DateMention, days: Sequence[date]) -> date | None:
    """The first of an event's days that a date can be: a course has several."""
    for day in days:
        if mention.fits(day):
            return day
    return None


def _date_mention(mention: DateMention, fitting: dict[str, date]) -> EventMention:
    """`fitting`: the events on that date, with the day of each that is meant."""
    by = "date" if mention.is_numbered else mention.precision
    other_weekday = any(mention.weekday not in (None, day.isoweekday()) for day in fitting.values())
    slugs = tuple(fitting)
    strength = DATE_STRENGTH[mention.precision]
    return EventMention(mention.start, mention.end, slugs, by, strength, doubt=not fitting or other_weekday)


def _judged(mention: EventMention, clauses: Clauses) -> EventMention:
    """That mention with what its clause does to it."""
    first, last = clauses.clause_at(mention.start)
    clause = clauses.text[first : max(last, mention.end)]
    leaning = leans(clause)
    # Whether all the text has such words is known at once; most have none, and then no clause is gone through
    kept, settled, prefers, negates = (pattern.may_stand_in(clauses.text) for pattern in _judging())
    if kept and not leaning and _kept().pattern.search(clause):
        return replace(mention, settled=True, kept=True)
    if settled and not leaning and _settled().pattern.search(clause):
        return replace(mention, settled=True)
    preferred = prefers and bool(_preferred().pattern.search(clauses.text, first, mention.start))
    if _not_before().search(clauses.text, first, mention.start) or WORSE.search(clauses.text, first, mention.start):
        return replace(mention, negated=True)  # "niet voor 30 maart", "liever juni dan maart"
    denials = _negative().pattern.finditer(clause) if negates else ()
    negated = any(not _harmless().match(clause, match.start()) for match in denials)
    if not (negated or preferred or leaning):
        return mention
    return replace(mention, negated=negated, preferred=preferred and not negated, leaning=leaning and not negated)


def _on_the_way(mention: EventMention, found: Sequence[EventMention], clauses: Clauses) -> EventMention:
    """A day on which somebody only travels or stays, as one that is settled: "I fly in on Thursday"."""
    if mention.by not in ("date", "weekday", "beside") or not mention.events:
        return mention
    first, last = clauses.clause_at(mention.start)
    clause = clauses.text[first : max(last, mention.end)]
    if not _travelling().pattern.search(clause) or _taking_part().pattern.search(clause):
        return mention
    named = any(m.by not in ("date", "weekday", "beside") and first <= m.start < last for m in found)
    return mention if named else replace(mention, settled=True)


def _meant(mentions: list[EventMention]) -> tuple[str, ...]:
    """The slugs with a sure mention, the best supported first; without any, those with the most support."""
    support: dict[str, dict[str, int]] = {}
    for mention in mentions:
        for slug in mention.events:
            kinds = support.setdefault(slug, {})
            # What fits several events supports none of them much.
            strength = mention.strength if len(mention.events) == 1 else 1
            kinds[mention.by] = max(kinds.get(mention.by, 0), strength)
    ranked = sorted(support, key=lambda slug: -sum(support[slug].values()))
    sure = [slug for slug in ranked if max(support[slug].values()) >= SURE]
    top = sum(support[ranked[0]].values())
    return tuple(sure or [slug for slug in ranked if sum(support[slug].values()) == top])


def _judging() -> tuple[Lookup, Lookup, Lookup, Lookup]:
    return _kept(), _settled(), _preferred(), _negative()


@cache
def _negative() -> Lookup:
    return lookup(words("events", "negative"))


@cache
def _harmless() -> re.Pattern[str]:
    return pattern_of(words("events", "harmless"))


@cache
def _kept() -> Lookup:
    return lookup(words("events", "kept"))


@cache
def _settled() -> Lookup:
    return lookup(words("events", "settled"))


@cache
def _preferred() -> Lookup:
    return lookup(words("events", "preferred"))


@cache
def _travelling() -> Lookup:
    return lookup(words("events", "travelling"))


@cache
def _taking_part() -> Lookup:
    return lookup(words("events", "taking_part"))


@cache
def _not_before() -> re.Pattern[str]:
    """Right before a mention: "niet voor", "niet op de bijeenkomst van"."""
    going, meeting = any_of(words("events", "to_a_place")), any_of(words("events", "meeting"))
    of_meeting = rf"(?:(?:de|het|the|die)\s)?(?:(?:{meeting})\s(?:van|op|in|on)\s)?"
    return re.compile(rf"(?<!\w)(?:niet|not|nicht)\s(?:{going}|op|on|van)\s{of_meeting}$")
