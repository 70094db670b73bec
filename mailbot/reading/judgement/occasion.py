"""Which event a mail is about: by its own words, else its subject, else what it answers, else the nearest."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain

from mailbot.domain.event import Event
from mailbot.reading.account.saying import stance_of
from mailbot.reading.account.stance import Stance
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.case import Case
from mailbot.reading.events.date_spellings import month_of
from mailbot.reading.events.dates import dates
from mailbot.reading.events.event_signs import SURE, is_held_at, named_alone
from mailbot.reading.events.events import EventMention, event_finder
from mailbot.reading.events.pointing import asks_for_the_other
from mailbot.reading.events.session_days import days_of
from mailbot.reading.judgement.agenda import agreed_events, are_weighed, settled_on
from mailbot.reading.judgement.apart import joined_events
from mailbot.reading.judgement.elsewhere import is_for_another_day, is_held_elsewhere
from mailbot.reading.judgement.event_mentions import AFFIRMS, begins_then, contradict_each_other
from mailbot.reading.judgement.only_declined import is_only_declined
from mailbot.reading.judgement.other_event import weighed
from mailbot.reading.judgement.other_things import (
    is_another_occasion,
    is_for_a_service,
    is_of_another_kind,
    is_of_something,
)
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.lexicon import words
from mailbot.reading.lexicon.authorities import places
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import has_one_of

# What was named last, in a clause that asks for a seat
UP_AGAIN = re.compile(
    r"\b(?:daar(?:voor|bij|aan|naartoe|heen)?|(?:die|deze) (?:dag|ochtend|middag|avond|keer|bijeenkomst|editie)|there"
    r"|(?:for|to) (?:it|(?:that|this)(?: one)?))\b"
)
TOO = re.compile(r"\b(?:ook|eveneens|tevens|too|also|as well)\b", re.IGNORECASE)
OF_A_MEETING = ("words", "topic", "order", "hours", "part", "other")  # signs that nothing else has
# "Voor de lunchlezing van", before a weekday
OF_THAT_DAY = late(
    r"\b(?:voor|naar|bij|aan|for|to)\s(?:de|het|uw|jullie|die|dat|the|your|that)\s(?:\w[\w-]*\s){1,4}"
    r"(?:van|op|of|on)\s(?:(?:aanstaande|komende|a\.s\.|volgende week|next|coming)\s)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """The event, or None where nothing is configured; `others`: further events that are asked for just the same;
    `doubts` as short machine words; `of_each`: of each event that is named the letter says what becomes of it."""

    event: Event | None
    doubts: tuple[str, ...] = ()
    others: tuple[Event, ...] = ()
    of_each: bool = False


def occasion(case: Case, asking: Asking, *, cancelling: bool) -> Occasion:
    """The event that this letter asks about."""
    agreed = _agreed(case, asking, cancelling=cancelling)
    found = agreed or _pointed_at(case, asking, cancelling=cancelling)
    only_our_day = found.event and not found.doubts and _is_told_by_day(case, asking)
    if (
        found.event
        and only_our_day
        and (
            is_held_elsewhere(asking, found.event)
            or is_another_occasion(case, asking)
            or is_for_a_service(asking)
            or is_of_something(asking)
        )
    ):
        return replace(found, doubts=("other_occasion",))
    if agreed is not None:
        return agreed
    if found.event and not (found.doubts or cancelling) and is_only_declined(case, asking, found.event):
        return replace(found, doubts=("two_events",))
    if found.event and not found.doubts and (elsewhen := _asks_for_another(case, asking, cancelling=cancelling)):
        return replace(found, doubts=(elsewhen,))
    if found.event and not found.doubts and _asks_for_the_other(case, asking):
        return replace(found, doubts=("two_events",))
    if found.event and not (found.doubts or found.others):
        if _speaks_of_all(case, asking, found.event):
            return replace(found, doubts=("two_events",))
        beside = joined_events(asking, found.event.slug)
        if beside:
            told = (found.event, *(e for e in case.context.events if e.slug in beside))
            first, *others = sorted(told, key=lambda event: not event.workshops)  # the workshops told are the first's
            return replace(found, event=first, others=tuple(others))
    return found


def _agreed(case: Case, asking: Asking, *, cancelling: bool) -> Occasion | None:
    """What the letter asks for where it tells of each event that it names what becomes of it."""
    agreed = agreed_events(case, asking, cancelling=cancelling)
    told = sorted((e for e in case.context.events if e.slug in agreed), key=lambda event: not event.workshops)
    return (
        Occasion(told[0], others=tuple(told[1:]), of_each=True) if told else None
    )  # the workshops told are the first's


def _asks_for_the_other(case: Case, asking: Asking) -> bool:
    """ "In plaats van die van maart kies ik voor de andere": where that is none of those that were told."""
    if any(m.by in ("other", "all") for m in asking.sheet.events):
        return False
    text, events = fold(asking.text), case.context.events
    return any(
        asks_for_the_other(events, text, unit.start, unit.end)
        and not any(unit.start <= m.start < unit.end and len(m.events) == 1 for m in asking.sheet.events)
        for unit in asking.sheet.units
    )


def _asks_for_another(case: Case, asking: Asking, *, cancelling: bool) -> str | None:
    """ "De bijeenkomst in april", "het symposium in Groningen", where none of ours is; "of was het 31 maart?"; "de
    lunchlezing van woensdag", where all of ours are on other days."""
    if is_for_another_day(case, asking) or (not cancelling and _is_on_another_weekday(case, asking)):
        return "other_date"
    if cancelling:
        return None
    events = case.context.events
    near, months = fold(" ".join(event.location for event in events)), {day.month for e in events for day in days_of(e)}
    for clause in (clause for unit in asking.sheet.units for clause in unit.clauses):
        here = [m for m in asking.sheet.events if clause.start <= m.start < clause.end]
        if clause.asks and any(m.doubt and not m.events for m in here):
            return "other_date"
        if stance_of(clause) is not Stance.COMES or any(m.events for m in here):
            continue
        for said in _meeting_in().finditer(fold(asking.text), clause.start, clause.end):
            first, _, _ = said["what"].partition(" ")
            month = 0 if first.isdigit() else month_of(first)
            if month and month not in months:
                return "other_date"
            if not month and any(town in places() and town not in near for town in (said["what"], first)):
                return "other_occasion"
    return None


def _is_on_another_weekday(case: Case, asking: Asking) -> bool:
    """Whether what somebody signs up for is told by a weekday alone, and none of the events is on such a day."""
    sent = case.context.sent(case.message)
    finder = event_finder(case.context.events)
    if any(m.events for m in (*asking.sheet.events, *finder.mentions(case.subject, sent))) or case.answers:
        return False
    ours = {day.isoweekday() for event in case.context.events for day in days_of(event)}
    text = asking.text
    return any(
        found.precision == "weekday"
        and found.weekday not in (None, *ours)
        and OF_THAT_DAY.search(text, clause.start, found.start) is not None
        for unit in asking.sheet.units
        for clause in unit.clauses
        if clause.has("enrol", "enrol_noun", "seat", "attend") and stance_of(clause) is Stance.COMES
        for found in dates(text, sent.date(), clause.start, clause.end)
    )


@cache
def _meeting_in() -> re.Pattern[str]:
    meeting = any_of((*words("events", "whole_meeting"), *words("events", "meeting")))
    return re.compile(
        rf"(?<!\w)(?:{meeting})\s(?:in|te|van)\s(?:begin\s|eind\s|half\s)?"
        r"(?P<what>[\w-]{3,}(?:\s[\w-]{3,})?)\b"
    )


def _pointed_at(case: Case, asking: Asking, *, cancelling: bool) -> Occasion:
    events = case.context.events
    if not events:
        return Occasion(None, ("no_event",))
    finder, sent = event_finder(events), case.context.sent(case.message)
    by_slug = {event.slug: event for event in events}
    subject = finder.mentions(case.subject, sent)
    own = weighed(asking, subject, sent.date(), cancelling=cancelling)
    waved = {slug for m in own if m.negated for slug in m.events}
    if (
        case.answers
        and not cancelling
        and any(_is_meant(m) and (waved.issuperset(_slugs(subject)) or _outdoes(asking, m, subject)) for m in own)
    ):
        subject = ()  # older text: "Re: Bevestiging 30 maart", over a sign-up for another
    if not cancelling and any(_is_meant(m) for m in own) and not any(_is_meant(m) for m in subject):
        subject = ()  # "niet in maart": it tells which one isn't meant
    if not cancelling and (slug := settled_on(asking)) in by_slug:
        return Occasion(by_slug[slug])
    if not cancelling and (taken_up := _taken_up(asking, own, by_slug)):
        return taken_up
    by_subject = finder.about(subject, cancelling=cancelling)
    none_meant = not cancelling and not any(_is_meant(m) for m in own)
    if not subject and (none_meant or _only_months(own)) and (held := asking.sheet.event_of_choices(events)):
        return Occasion(held)
    if not cancelling and by_subject and not any(_is_meant(m) for m in own):
        own = ()  # the text only waves another away: "30 maart haal ik niet"
    by_text = finder.about(own, cancelling=cancelling)
    if len(by_subject) == 1 and by_text != by_subject and _points_at_subject(asking, cancelling=cancelling):
        return Occasion(by_slug[by_subject[0]])
    if len(by_text) == 1:
        asked = _asked_for(asking, own, cancelling=cancelling, named=by_subject)
        if asked is not None:
            return Occasion(by_slug[asked])  # the other is only talked about, be it more
    if len(by_text) == len(by_subject) == 1 and by_text != by_subject:
        return Occasion(by_slug[by_subject[0]], ("two_events",))  # the text may name the other to say that it is none
    for mentions in chain((own, subject), (page.events for page in case.quoted)):  # the quoted are read if need be
        slugs = finder.about(mentions, cancelling=cancelling)
        if len(slugs) > 1 and are_weighed(asking):
            return Occasion(by_slug[slugs[0]], ("two_events",))
        together = len(slugs) > 1 and _asked_together(asking, slugs)
        if len(slugs) > 1 and not together and len(by_subject) == 1 and by_subject[0] in slugs:
            slugs = by_subject  # the text weighs one against the other, the subject says which
        if len(slugs) == 1:
            return Occasion(by_slug[slugs[0]])
        if len(slugs) > 1:
            if together:
                first, *others = sorted((by_slug[slug] for slug in slugs), key=lambda event: not event.workshops)
                return Occasion(first, others=tuple(others))  # the workshops that are told of are the first's
            return Occasion(by_slug[slugs[0]], ("two_events",))
    if any(not (m.events or m.negated or begins_then(asking, m)) for m in own):
        return Occasion(finder.nearest(sent), ("other_date",))
    nearest = finder.nearest(sent)
    alone = named_alone(events, case.subject)
    if alone is not None and by_slug[alone] != nearest:
        return Occasion(by_slug[alone], ("two_events",))  # it may be the writer's own town
    to_come = [event for event in events if event.ends > sent]
    if len(to_come) > 1 and not cancelling and (held := asking.sheet.event_of_choices(to_come)):
        return Occasion(held)  # nobody says which course, who says which evening of it
    if nearest and (is_of_another_kind(case, asking) or is_of_something(asking)):
        return Occasion(nearest, ("other_occasion",))
    return Occasion(nearest) if nearest else Occasion(max(events, key=lambda e: e.starts), ("event_over",))


def _taken_up(asking: Asking, mentions: Sequence[EventMention], by_slug: dict[str, Event]) -> Occasion | None:
    """ "30 maart kan ik niet, maar in juni is er nog een middag. Zet mij daarvoor op de lijst": the event that was
    named last before the clause that asks, where that takes it up; with those that other clauses ask for by name."""
    one_each = [mention for mention in mentions if len(mention.events) == 1]
    taken, named, too, text = set[str](), set[str](), False, fold(asking.text)  # "voor díe middag"
    for before, clause in _each_with_before(asking):
        if not _asks_for_it(clause, cancelling=False, comes=clause.has("attend") and not clause.asks):
            continue
        here = {m.events[0] for m in one_each if clause.start <= m.start < clause.end and not m.negated}
        last = next((m for m in reversed(one_each) if before <= m.start < clause.start), None)
        named |= here
        if last and not (here or _is_waved(asking, last)) and UP_AGAIN.search(text, clause.start, clause.end):
            taken.add(last.events[0])
            too = too or TOO.search(text, clause.start, clause.end) is not None
    if len(taken) != 1 or (named - taken and not too):
        return None
    first, *others = sorted((by_slug[slug] for slug in taken | named), key=lambda event: not event.workshops)
    return Occasion(first, others=tuple(others))


def _each_with_before(asking: Asking) -> Iterator[tuple[int, Clause]]:
    """Each clause, with where the sentence before its own begins."""
    before = 0
    for unit in asking.sheet.units:
        for clause in unit.clauses:
            yield before, clause
        before = unit.start


def _is_waved(asking: Asking, mention: EventMention) -> bool:
    """Whether that event is waved away there; "is er in juni niet ook een?" only asks for it."""
    unit = next((u for u in asking.sheet.units if u.start <= mention.start < u.end), None)
    return mention.negated and not (unit is not None and asking.text[unit.start : unit.end].rstrip().endswith("?"))


def _slugs(mentions: Iterable[EventMention]) -> set[str]:
    return {slug for mention in mentions for slug in mention.events}


def _outdoes(asking: Asking, mention: EventMention, subject: Sequence[EventMention]) -> bool:
    """Whether what an answer says of an event counts for more than its subject, which somebody else wrote: a date or a
    name always; "die middag in Den Haag" where that names a month and no more ("Re: Nieuwsbrief maart")."""
    if mention.strength == SURE or _is_affirmed(asking, mention):
        return True
    of_a_meeting = mention.by in OF_A_MEETING or is_held_at(fold(asking.text), mention.start)
    return of_a_meeting and all(m.by == "month" for m in subject)


def _is_affirmed(asking: Asking, mention: EventMention) -> bool:
    """ "Op deze mail reageer ik maar even, maar het gaat mij om die van de 20e"."""
    text = fold(asking.text)
    return any(
        clause.start <= mention.start < clause.end and AFFIRMS.search(text, clause.start, mention.start)
        for unit in asking.sheet.units
        for clause in unit.clauses
    )


def _only_months(mentions: tuple[EventMention, ...]) -> bool:
    """Whether nothing but months points at events: "in juni moet de nota af zijn" may be of something else."""
    meant = [mention for mention in mentions if _is_meant(mention)]
    return bool(meant) and all(mention.by == "month" for mention in meant)


def _is_meant(mention: EventMention) -> bool:
    return bool(mention.events) and not (mention.negated or mention.settled)


def _speaks_of_all(case: Case, asking: Asking, event: Event) -> bool:
    """Whether subject or letter say "both days", which are that event's and another's."""
    subject = event_finder(case.context.events).mentions(case.subject, case.context.sent(case.message))
    said = [m for m in (*subject, *asking.sheet.events) if m.by == "all" and event.slug in m.events]
    explained = [m for m in asking.sheet.events if len(m.events) == 1 and event.slug not in m.events]
    if any(m.settled or m.negated for m in explained):
        return False  # "Beide dagen?", over a letter that says what becomes of the other
    return any(_is_meant(m) and not m.leaning for m in said)


def _is_told_by_day(case: Case, asking: Asking) -> bool:
    """Whether our day is all that points at the event."""
    subject = event_finder(case.context.events).mentions(case.subject, case.context.sent(case.message))
    return all(mention.by == "date" for mention in (*asking.sheet.events, *subject) if mention.events)


def _points_at_subject(asking: Asking, *, cancelling: bool) -> bool:
    """ "Maart zat vol, maar voor de bijeenkomst in de titel geven we ons op": said by the clause that asks, which names
    no event itself."""
    text = asking.sheet.letter.text
    if not has_one_of(text, words("events", "heading.last")):
        return False
    return any(
        _asks_for_it(clause, cancelling=cancelling, comes=True)
        and _heading().search(fold(text), clause.start, clause.end) is not None
        and not any(clause.start <= m.start < clause.end and m.events for m in asking.sheet.events)
        for unit in asking.sheet.units
        for clause in unit.clauses
    )


@cache
def _heading() -> re.Pattern[str]:
    """ "In de titel", "uit het onderwerp van deze mail"."""
    before, last = (any_of(words("events", f"heading.{part}")) for part in ("before", "last"))
    return re.compile(rf"(?<!\w)(?:{before})\s(?:\w{{2,6}}\s){{0,2}}(?:{last})(?!\w)")


def _asked_for(
    asking: Asking, mentions: tuple[EventMention, ...], *, cancelling: bool, named: tuple[str, ...]
) -> str | None:
    """The one event that those sentences name that ask for a seat, or give one up; None where that tells nothing. Of
    the one that the subject has `named`, it is enough to say that somebody comes; of another, the clause that asks must
    name it, for "30 maart zat vol, maar we geven ons graag op" is about what stands above."""
    asked: set[str] = set()
    for unit in asking.sheet.units:
        here = {
            slug
            for m in mentions
            if unit.start <= m.start < unit.end and not m.kept and (cancelling or not (m.negated or m.settled))
            for slug in m.events
        }
        if not here:
            continue
        comes = here == set(named) and not cancelling
        asking_ones = [c for c in unit.clauses if _asks_for_it(c, cancelling=cancelling, comes=comes)]
        if named and here.isdisjoint(named):
            asking_ones = [c for c in asking_ones if any(c.start <= m.start < c.end for m in mentions)]
        if asking_ones:
            asked |= here
    return next(iter(asked)) if len(asked) == 1 else None


def _asks_for_it(clause: Clause, *, cancelling: bool, comes: bool) -> bool:
    if cancelling:
        return stance_of(clause) in (Stance.CANCELS, Stance.REPLACES)
    asks = comes or (clause.has("enrol", "seat") and not clause.asks)
    return stance_of(clause) is Stance.COMES and asks


def _asked_together(asking: Asking, slugs: tuple[str, ...]) -> bool:
    """ "Graag meld ik mij aan voor 30 maart en voor 20 juni": one clause that signs up names all of them."""
    if contradict_each_other(asking):
        return False
    for unit in asking.sheet.units:
        for clause in unit.clauses:
            named = {
                slug
                for m in asking.sheet.events
                if clause.start <= m.start < clause.end and not (m.negated or m.settled)
                if len(m.events) == 1 or m.by == "all"
                for slug in m.events
            }
            aside = "(" in asking.sheet.letter.text[clause.start : clause.end]  # "(voor maart sta ik al op de lijst)"
            both = named >= set(slugs) and not aside and not clause.asks
            if both and stance_of(clause) in (Stance.COMES, Stance.CANCELS):
                return True
    return False
