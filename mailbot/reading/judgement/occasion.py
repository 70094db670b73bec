"""Which event a mail is about: by its own words, else its subject, else what it answers, else the nearest."""

from dataclasses import dataclass
from itertools import chain

from mailbot.domain.event import Event
from mailbot.reading.account.stance import Stance, stance_of
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.case import Case
from mailbot.reading.events.events import event_finder
from mailbot.reading.letter.clauses import Clause


@dataclass(frozen=True, slots=True)
class Occasion:
    """The event, or None where nothing is configured; `others`: further events that are asked for just the same;
    `doubts` as short machine words."""

    event: Event | None
    doubts: tuple[str, ...] = ()
    others: tuple[Event, ...] = ()


def occasion(case: Case, asking: Asking, *, cancelling: bool) -> Occasion:
    """The event that this letter asks about."""
    events = case.context.events
    if not events:
        return Occasion(None, ("no_event",))
    finder, sent = event_finder(events), case.context.sent(case.message)
    by_slug = {event.slug: event for event in events}
    own, subject = asking.sheet.events, finder.mentions(case.subject, sent)
    by_subject = finder.about(subject, cancelling=cancelling)
    if len(finder.about(own, cancelling=cancelling)) == 1:
        asked = _asked_for(asking, cancelling=cancelling)
        if asked is not None:
            return Occasion(by_slug[asked])  # the other is only talked about, be it more
    by_text = finder.about(own, cancelling=cancelling)
    if len(by_text) == len(by_subject) == 1 and by_text != by_subject:
        return Occasion(by_slug[by_subject[0]], ("two_events",))  # the text may name the other to say that it is none
    for mentions in chain((own, subject), (page.events for page in case.quoted)):  # the quoted are read if need be
        slugs = finder.about(mentions, cancelling=cancelling)
        together = len(slugs) > 1 and _asked_together(asking, slugs)
        if len(slugs) > 1 and not together and len(by_subject) == 1 and by_subject[0] in slugs:
            slugs = by_subject  # the text weighs one against the other, the subject says which
        if len(slugs) == 1:
            return Occasion(by_slug[slugs[0]])
        if len(slugs) > 1:
            if together:
                return Occasion(by_slug[slugs[0]], others=tuple(by_slug[slug] for slug in slugs[1:]))
            return Occasion(by_slug[slugs[0]], ("two_events",))
    if any(not m.events and not m.negated for m in own):
        return Occasion(finder.nearest(sent), ("other_date",))
    nearest = finder.nearest(sent)
    return Occasion(nearest) if nearest else Occasion(max(events, key=lambda e: e.starts), ("event_over",))


def _asked_for(asking: Asking, *, cancelling: bool) -> str | None:
    """The one event that those sentences name that ask for a seat, or give one up; None where that tells nothing."""
    named: set[str] = set()
    for unit in asking.sheet.units:
        here = {
            slug
            for m in asking.sheet.events
            if unit.start <= m.start < unit.end and not m.kept and (cancelling or not (m.negated or m.settled))
            for slug in m.events
        }
        if here and any(_asks_for_it(clause, cancelling=cancelling) for clause in unit.clauses):
            named |= here
    return next(iter(named)) if len(named) == 1 else None


def _asks_for_it(clause: Clause, *, cancelling: bool) -> bool:
    if cancelling:
        return stance_of(clause) in (Stance.CANCELS, Stance.REPLACES)
    return stance_of(clause) is Stance.COMES and clause.has("enrol", "seat") and not clause.asks


def _asked_together(asking: Asking, slugs: tuple[str, ...]) -> bool:
    """ "Graag meld ik mij aan voor 30 maart en voor 20 juni": one clause that signs up names all of them."""
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
