"""From a case to a reading: kind, requests, review and its reasons."""

from mailbot.domain.reading import Action, Kind, Reading, Request
from mailbot.reading.case import Case
from mailbot.reading.events import event_finder
from mailbot.reading.language import language
from mailbot.reading.people import Person


def judge(case: Case) -> Reading:
    account = case.account
    registered = bool(case.confirmations) or account.booked
    requests: list[Request] = []
    reasons = list(account.doubts)
    coming = [p for p in case.roster.people if p.comes and not p.stays_away and not p.cancels]
    if account.implied is not None and not coming and not account.cancels:
        case.writer.mark_coming(account.implied)
        coming = [case.writer]
    if account.cancels or (registered and case.writer.stays_away):
        gone = [p for p in case.roster.people if p.cancels or (registered and p.stays_away)]
        for person in gone:
            requests.append(_request(Action.CANCEL, person))
        if account.replaces:
            for person in coming:
                requests.append(_request(Action.REGISTER, person))
    elif registered and account.changes:
        requests.append(_request(Action.CHANGE, case.writer))
    else:
        for person in sorted(coming, key=lambda p: p.order):
            requests.append(_request(Action.REGISTER, person))
    lang = language(case.sheet.parts.body + case.message.subject) or case.context.language
    if not requests:
        if account.asks:
            return Reading(Kind.QUESTION, review=True, reasons=("question",), question=True, language=lang)
        return Reading(Kind.UNRELATED, review=False, language=lang)
    return Reading(Kind.SIGNUP, _event(case), bool(reasons), tuple(reasons), tuple(requests), 0, account.asks, lang)


def _request(action: Action, person: Person) -> Request:
    return Request(action, str(person.name) or None, person.email, person.organisation, person.role, person.phone,
                   person.workshops, person.diet, person.access, evidence=tuple(person.evidence.items()))


def _event(case: Case) -> str | None:
    finder = event_finder(case.context.events)
    sent = case.context.sent(case.message)
    for mentions in (case.sheet.events, finder.mentions(case.message.subject, sent), *(s.events for s in case.quoted)):
        slugs = finder.about(mentions)
        if slugs:
            return slugs[0]
    nearest = finder.nearest(sent)
    return nearest.slug if nearest else None
