"""From a case to a reading: which requests, what kind of mail, and whether a person should look first, and why.

somebody's seat is handed over        cancel and register
somebody gives up, or is booked and stays away     cancel
the writer is booked and tells something new       change
somebody comes                        register
nothing of it                         a question, or unrelated
"""

from dataclasses import dataclass, field, replace

from mailbot.domain.reading import Action, Kind, Reading, Request
from mailbot.reading.attribution import attribute, people_of_entries
from mailbot.reading.case import Asking, Case
from mailbot.reading.choices import choice_reader
from mailbot.reading.details import diets, needs
from mailbot.reading.events import event_finder
from mailbot.reading.headcount import missing
from mailbot.reading.language import language
from mailbot.reading.names import Name
from mailbot.reading.occasion import occasion
from mailbot.reading.people import Person
from mailbot.reading.stance import Stance
from mailbot.reading.suspicion import suspicions

VALUES = ("email", "organisation", "role", "phone", "workshops", "diet", "access")


@dataclass(slots=True)
class Verdict:
    """What one asking letter comes to."""

    requests: list[Request] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    unnamed: int = 0
    event: str | None = None

    def doubt(self, reason: str) -> None:
        if reason not in self.doubts:
            self.doubts.append(reason)


def judge(case: Case) -> Reading:
    """The reading of a mail that a human wrote."""
    tongue = _language(case)
    if _is_pitch(case):
        return Reading(Kind.UNRELATED, reasons=("pitch",), language=tongue)
    verdicts = [_verdict(case, asking) for asking in case.asking]
    requests = [request for verdict in verdicts for request in verdict.requests]
    unnamed = sum(verdict.unnamed for verdict in verdicts)
    asks = case.own.account.asks
    if (
        not requests
        and not unnamed
        and (case.own.account.sought or (case.passes_on and not case.own.writer.comes))
        and Stance.COMES in case.own.account.said
    ):
        event = verdicts[0].event
        return Reading(Kind.SIGNUP, event, review=True, reasons=("no_name",), unnamed=1, question=asks, language=tongue)
    if not requests and not unnamed:
        return _without_requests(case, asks, tongue)
    doubts = [reason for verdict in verdicts for reason in verdict.doubts]
    doubts += suspicions(case, requests, tongue)
    if case.relayed and len(case.relayed) > 1:
        doubts.append("several_relayed")
    reasons = tuple(dict.fromkeys(doubts))
    return Reading(Kind.SIGNUP, verdicts[0].event, bool(reasons), reasons, tuple(requests), unnamed, asks, tongue)


def _language(case: Case) -> str:
    body = case.asking[0].sheet.parts.body
    return language(f"{body}\n{case.subject}" if len(body.split()) < 8 else body) or case.context.language


def _without_requests(case: Case, asks: bool, tongue: str) -> Reading:
    units = case.own.sheet.units
    later = "later" in case.own.account.doubts
    not_ours = _is_pitch(case)
    if (asks or later or any(unit.has("question") for unit in units)) and not not_ours:
        return Reading(Kind.QUESTION, review=True, reasons=("question",), question=True, language=tongue)
    thanks = any(unit.has("thanks", "done_already") for unit in units)
    brief = len(case.own.sheet.parts.body.split()) <= 40 and not any(unit.has("enrol", "attend") for unit in units)
    clear = tongue != "other" and (not_ours or (thanks and brief))
    return Reading(Kind.UNRELATED, review=not clear, reasons=() if clear else ("nothing_asked",), language=tongue)


def _is_pitch(case: Case) -> bool:
    """Whether somebody wants to sell us something: two such phrases, and no sign-up of the writer's own."""
    phrases = sum(cue.kind == "not_ours" for unit in (*case.own.sheet.units, *case.subject_units) for cue in unit.cues)
    return phrases >= 2 and not case.own.writer.comes


def _verdict(case: Case, asking: Asking) -> Verdict:
    verdict = Verdict()
    listed = people_of_entries(asking)
    account, writer = asking.account, asking.writer
    people = asking.roster.people
    booked = _is_booked(case, asking) and not _is_for_another_event(case, asking)
    cancels = _cancelled(case, asking, booked)
    coming = [p for p in people if p.comes and p not in cancels]
    beside_the_point = set() if coming else {"later", "place_left"} if cancels else {"later"}
    verdict.doubts += [d for d in account.doubts if d not in beside_the_point]
    for person in coming:
        if person.stays_away and person not in listed and not _other_event(asking, person):
            verdict.doubt("contradiction")
    coming = [p for p in coming if not p.stays_away or _other_event(asking, p)]
    if not coming and not cancels and not booked:
        coming = _implied(case, asking)
    coming += _awaited(case, asking, coming)
    found = occasion(case, asking, cancelling=bool(cancels))
    verdict.event = found.event.slug if found.event else None
    verdict.doubts += found.doubts
    substituted = {id(new): old for old, new in account.substitutions}
    if booked and not account.substitutions:
        changes, coming = _changes(case, asking, coming, cancels)
    else:
        changes = []
    everybody = [*cancels, *coming, *changes]
    verdict.doubts += attribute(case, asking, found.event, [*coming, *changes] or cancels)
    if cancels and coming:
        for person in cancels:
            person.organisation = person.organisation or asking.writer.organisation
    for person in sorted(everybody, key=lambda p: p.order):
        if person in cancels:
            verdict.requests.append(_request(Action.CANCEL, person))
        elif person in changes:
            verdict.requests.append(_request(Action.CHANGE, person))
        else:
            seat = substituted.get(id(person))
            verdict.requests.append(_request(Action.REGISTER, person, str(seat.name) if seat else None))
    for person in changes:
        new = any(getattr(person, key) for key in ("workshops", "diet", "access")) or "email" in person.evidence
        if (
            not new
            and not person.misspelt
            and not (case.confirmations and any(u.has("spelling") for u in asking.sheet.units))
        ):
            verdict.doubt("nothing_new")
    verdict.unnamed = missing(case, asking, coming) if coming else 0
    if verdict.unnamed:
        verdict.doubt("unnamed")
    if any(p.name == Name() or not p.name.surname for p in everybody):
        verdict.doubt("no_full_name")
    return verdict


def _awaited(case: Case, asking: Asking, coming: list[Person]) -> list[Person]:
    """Those who must be meant where a number says that more come: exactly as many are mentioned and nothing else is
    said of them ("ik kom met vijf studenten ... Op de foto: ...", or the people in the Cc)."""
    short = missing(case, asking, coming) if coming else 0
    if not short or asking.account.open_places:
        return []
    copied = any(unit.has("cc") for unit in asking.sheet.units)
    body = asking.sheet.parts.body
    waiting = [
        p
        for p in asking.roster.people
        if not (p.comes or p.stays_away or p.booked or p.cancels or p.is_writer or p.explained)
        and p.name.is_full
        and ((copied and p.in_cc) or any(body[a:b].strip() for a, b in p.spans))
    ]
    if len(waiting) != short:
        return []
    for person in waiting:
        person.mark_coming(person.spans[0][0] if person.spans else len(body))
    return waiting


def _other_event(asking: Asking, person: Person) -> bool:
    """Whether somebody stays away from one event and comes to another: the mail waves an event away there."""
    waved = [m for m in asking.sheet.events if m.negated]
    kept = {slug for m in asking.sheet.events if not m.negated for slug in m.events}
    return any(not kept.intersection(m.events) for m in waved) or (
        person.away_at is not None
        and any(u.start <= person.away_at < u.end and _dated(asking, u.start, u.end) for u in asking.sheet.units)
    )


def _dated(asking: Asking, start: int, end: int) -> bool:
    """Whether a sentence waves an event away or speaks of a day on which we hold nothing."""
    return any(start <= m.start < end and (m.negated or not m.events) for m in asking.sheet.events)


def _is_booked(case: Case, asking: Asking) -> bool:
    """Whether the writer (or whoever it is about) is on the list already: we confirmed it below, or they say so."""
    if asking.relayed:
        return False
    if case.confirmations or asking.writer.booked or (case.wrote_before and not case.relayed):
        return True
    speaks_of_it = any(unit.has("registered_context") for unit in asking.sheet.units)
    undoes = Stance.CANCELS in asking.account.said or Stance.REPLACES in asking.account.said
    changes = any(unit.has("change") for unit in (*asking.sheet.units, *case.subject_units))
    return speaks_of_it and (undoes or changes) and not asking.writer.comes


def _is_for_another_event(case: Case, asking: Asking) -> bool:
    """Whether the writer, booked for one event, now signs up for another."""
    if not asking.writer.comes or not case.confirmations:
        return False
    finder = event_finder(case.context.events)
    here, there = finder.about(asking.sheet.events), finder.about(case.confirmations[0].events)
    return len(here) == 1 and bool(there) and here[0] not in there


def _cancelled(case: Case, asking: Asking, booked: bool) -> list[Person]:
    """Whose seat is given up."""
    account, people = asking.account, asking.roster.people
    explicit = [p for p in people if p.cancels]
    away = [p for p in people if p.stays_away and not p.comes]
    by_subject = any(u.has("cancel_word") for u in case.subject_units)
    if explicit:
        return explicit
    if by_subject or Stance.CANCELS in account.said or case.confirmations or (case.wrote_before and not case.relayed):
        if not away and (account.implied_cancel or by_subject) and not any(p.comes for p in people):
            asking.writer.order = account.said.get(Stance.CANCELS, 0)
            return [asking.writer]
        return away
    return []


def _implied(case: Case, asking: Asking) -> list[Person]:
    """Who comes where a sign-up has no subject: whoever the subject line names, or the writer."""
    account, writer = asking.account, asking.writer
    if account.sought or (case.passes_on and not asking.relayed):
        return []
    in_subject = [n for unit in case.subject_units for n in unit.names]
    asked = (
        account.implied is not None
        or case.is_filled_in
        or any(u.has("enrol_noun", "enrol", "attend") for u in case.subject_units)
    )
    if not asked and not any(u.has("enrol_noun") for u in asking.sheet.units):
        return []
    if account.implied is None and Stance.LATER in account.said:
        return []
    if in_subject and writer.name == Name():
        writer.name = in_subject[0].name
    if writer.stays_away or (
        account.implied is None and (account.asks or any(u.has("not_ours") for u in asking.sheet.units))
    ):
        return []
    if case.answers and account.implied is None and not case.is_filled_in:
        return []
    writer.mark_coming(account.implied if account.implied is not None else 0)
    return [writer]


def _changes(
    case: Case, asking: Asking, coming: list[Person], cancels: list[Person]
) -> tuple[list[Person], list[Person]]:
    """Who of the booked changes something, and who comes anew beside them."""
    changes = (
        asking.writer.misspelt or any(u.has("change") for u in asking.sheet.units) or _says_something_new(case, asking)
    )
    new = [p for p in coming if not p.is_writer and not p.booked]
    if cancels:
        return [], new
    if changes:
        asking.writer.order = 0
        return [asking.writer], new
    return [], new


def _says_something_new(case: Case, asking: Asking) -> bool:
    """Whether a workshop, a diet or a need stands in the writer's own words, where we confirmed others below."""
    if not case.confirmations:
        return False
    body = asking.sheet.parts.body
    event = occasion(case, asking, cancelling=False).event
    chosen = choice_reader(event).read(body).choices if event is not None and event.workshops else ()
    return bool(chosen or any(f.kind != "none" and not f.negated for f in (*diets(body), *needs(body))))


def _request(action: Action, person: Person, seat: str | None = None) -> Request:
    return Request(
        action,
        str(person.name) or None,
        person.email,
        person.organisation,
        person.role,
        person.phone,
        person.workshops,
        person.diet,
        person.access,
        keeps_seat_of=seat,
        evidence=tuple(sorted(person.evidence.items())),
    )
