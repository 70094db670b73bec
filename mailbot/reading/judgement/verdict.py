"""What one letter comes to: its people sorted (parties.py), their values brought to them (attribution.py), and then the
requests, with every doubt that arose on the way."""

from dataclasses import dataclass, field, replace

from mailbot.domain.event import Event
from mailbot.domain.reading import Action, Evidence, Request
from mailbot.reading.belongings.attribution import attribute
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.case import Case
from mailbot.reading.events.events import event_finder
from mailbot.reading.judgement.alterations import settle
from mailbot.reading.judgement.apart import (
    is_asked_of_another,
    is_listed_by_town,
    is_split_between,
    is_told_by_a_town_in_passing,
)
from mailbot.reading.judgement.booked_places import put_in_place
from mailbot.reading.judgement.elsewhere import away_on, comes_on_another_day, is_called_by_anothers_day
from mailbot.reading.judgement.headcount import missing
from mailbot.reading.judgement.occasion import occasion
from mailbot.reading.judgement.parties import Parties, parties
from mailbot.reading.names import Name
from mailbot.reading.names.mailboxes import surname_at
from mailbot.reading.names.people import Person


@dataclass(slots=True)
class Verdict:
    """The requests of one letter. `event`: the slug of what it is about; `unnamed`: people announced without a name."""

    requests: list[Request] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    unnamed: int = 0
    event: str | None = None


def decide(case: Case, asking: Asking) -> Verdict:
    """The verdict on one letter that asks for something."""
    found = parties(case, asking)
    about = occasion(case, asking, cancelling=bool(found.cancels))
    verdict = Verdict(event=about.event.slug if about.event else None)
    verdict.doubts += [*found.doubts, *about.doubts]
    verdict.doubts += _attributed(case, asking, about.event, found)
    if about.event is not None and asking.writer in found.coming and away_on(case, asking, about.event):
        verdict.doubts.append("elsewhere")
    if about.event is not None and found.coming and comes_on_another_day(case, asking, about.event):
        verdict.doubts.append("other_date")
    if found.coming and is_called_by_anothers_day(asking):
        verdict.doubts.append("two_events")
    if found.coming and is_listed_by_town(asking, case.context.events):
        verdict.doubts.append("two_events")
    if about.event is not None and not about.doubts and (found.cancels or found.coming):
        slugs = {about.event.slug, *(other.slug for other in about.others)}
        if not about.of_each and is_asked_of_another(asking, slugs, found.coming, cancelling=bool(found.cancels)):
            verdict.doubts.append("two_events")
        if (about.others or any(m.by == "other" for m in asking.sheet.events)) and is_split_between(asking):
            verdict.doubts.append("two_events")
        if any(mention.by in ("place", "building") for mention in asking.sheet.events):
            nearest = event_finder(case.context.events).nearest(case.context.sent(case.message))
            subject = event_finder(case.context.events).mentions(case.subject, case.context.sent(case.message))
            if not subject and is_told_by_a_town_in_passing(asking, about.event, nearest):
                verdict.doubts.append("two_events")
    alone = not (found.cancels or found.coming)
    _keep_house(asking, found)
    for person in found.changes:
        put_in_place(case, asking, about.event, person)
    found.changes, unclear = settle(case, asking, found.changes, alone=alone)
    verdict.doubts += unclear
    if found.changes and any(not person.enrolled for person in found.coming):
        verdict.doubts.append("unclear_person")  # "mijn chef gaat naar Lokaal beleid": is he on the list already?
    if about.event is not None and not all(about.event.gives(c) for p in found.everybody for c in p.workshops):
        verdict.doubts.append("not_in_that_round")
    verdict.requests = [_request(asking, found, person) for person in found.everybody]
    for other in about.others:  # the workshops belong to the first: each event has its own
        verdict.requests += [
            replace(request, event=other.slug, workshops=()) for request in verdict.requests if request.event is None
        ]
    verdict.unnamed = missing(case, asking, found.coming) if found.coming else 0
    verdict.doubts += _doubts_of_names(found, verdict.unnamed)
    return verdict


def _attributed(case: Case, asking: Asking, event: Event | None, found: Parties) -> list[str]:
    """What the letter says is of those who come or change something; of who leaves, only where there is nobody else."""
    if found.coming or found.changes:
        return attribute(case, asking, event, [*found.coming, *found.changes], found.cancels)
    doubts = attribute(case, asking, event, found.cancels)
    return [doubt for doubt in doubts if doubt != "two_workshops_one_round"]  # who leaves takes none of them


def _keep_house(asking: Asking, found: Parties) -> None:
    """Who gives up a seat to a colleague, or beside one who stays, is of the same house."""
    if found.coming or found.changes:
        for person in found.cancels:
            person.organisation = person.organisation or asking.writer.organisation


def _doubts_of_names(found: Parties, unnamed: int) -> list[str]:
    doubts = ["unnamed"] if unnamed else []
    # somebody who is on the list is known by "mevrouw Pronk" well enough; who is new needs a name for the badge
    if any(not p.name.surname or p.name.is_cut for p in found.everybody) or any(
        not p.name.is_full for p in found.coming
    ):
        doubts.append("no_full_name")
    return doubts


def _request(asking: Asking, found: Parties, person: Person) -> Request:
    action = Action.CANCEL if person in found.cancels else Action.CHANGE if person in found.changes else Action.REGISTER
    seat = next((old for old, new in asking.account.substitutions if new is person), None)
    return Request(
        action,
        _shown_name(person),
        person.email,
        person.organisation,
        person.role,
        person.phone,
        person.workshops,
        person.diet,
        person.access,
        keeps_seat_of=str(seat.name) if seat is not None and action is Action.REGISTER else None,
        evidence=_evidence(person),
    )


def _shown_name(person: Person) -> str | None:
    """The name; the writer's, where no surname is told, with the one that the address seems to have."""
    name = person.name
    if person.is_writer and name.given and name == Name(name.given):
        infix, surname = surname_at(person.email or "", name.given)
        name = replace(name, infix=infix, surname=surname)
    return str(name) or None


def _evidence(person: Person) -> tuple[tuple[str, Evidence], ...]:
    """Where each value stands, the name included: in the text, or else in the header that shows it."""
    if person.spans:
        name = Evidence("text", *min(person.spans, key=lambda span: span[1] - span[0]))
    else:
        name = Evidence("cc" if person.in_cc else "from", 0, len(str(person.name)))
    return tuple(sorted({"name": name, **person.evidence}.items()))
