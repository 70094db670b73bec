"""Why a careful assistant would not act alone, beside what the account itself doubts."""

import re

from mailbot.domain.message import Trust
from mailbot.domain.reading import Action, Request
from mailbot.reading.case import Asking, Case
from mailbot.reading.cues import scan, tokens
from mailbot.reading.names import Name, find, same_person
from mailbot.reading.fold import fold
from mailbot.reading.people import Person, from_address


def suspicions(case: Case, requests: list[Request], tongue: str) -> list[str]:
    """Short machine words, one for each reason."""
    found = []
    if case.screening.trust is Trust.FAIL:
        found.append("sender_not_trusted")
    if _is_signed_by_another(case.own, case):
        found.append("signed_by_another")
    if tongue == "other" and len(requests) > 1:
        found.append("language")
    if case.message.attachments and any(
        a.filename.lower().endswith((".xlsx", ".csv", ".docx", ".xls", ".doc", ".pdf", ".eml"))
        for a in case.message.attachments
    ):
        found.append("attachment")
    if case.relay_doubt:
        found.append("relay_unclear")
    if _gives_orders(case):
        found.append("instruction")
    found += _about_people(case, requests)
    names = [r.name for r in requests if r.name]
    if len(set(names)) < len(names) and not any(r.action is Action.CANCEL for r in requests):
        found.append("same_name_twice")
    return found


def _gives_orders(case: Case) -> bool:
    """Whether something below the signature speaks to a program."""
    split = case.own.sheet.parts
    return any(
        cue.kind == "instruction"
        for text in (split.signature, split.notice)
        if text.strip()
        for cue in scan(tokens(text))
    )


def _about_people(case: Case, requests: list[Request]) -> list[str]:
    """Doubts about who is meant: names known by capitals only, people mentioned without a reason, a "we" of one."""
    found = []
    actions = {r.action for r in requests}
    registered = [p for a in case.asking for p in a.roster.people if p.comes]
    if any(not p.sure and not _address_agrees(p) for p in registered):
        found.append("unsure_name")
    for asking in case.asking:
        body = asking.sheet.parts.body
        unexplained = [
            p
            for p in asking.roster.people
            if not (p.comes or p.stays_away or p.booked or p.cancels or p.is_writer or p.explained)
            and p.sure
            and p.name.is_full
            and any(body[a:b].strip() for a, b in p.spans)
        ]
        if any(not (p.stays_away or p.booked or p.comes) for p in asking.account.unclear):
            found.append("unclear_person")
        if any(_stands_alone(body, p) for p in unexplained):
            found.append("signed_by_another")
        if unexplained and (actions != {Action.REGISTER} or asking.account.group):
            found.append("unexplained_person")
        if (
            asking.account.group
            and len(requests) == 1
            and actions == {Action.REGISTER}
            and not any(u.has("alone") for u in asking.sheet.units)
        ):
            found.append("group_of_one")
        if Action.CANCEL in actions and case.confirmations and not _is_confirmed(case, asking, requests):
            found.append("not_on_the_list")
        if (
            Action.CANCEL in actions
            and not case.confirmations
            and not any(u.has("gathering") for u in (*asking.sheet.units, *case.subject_units))
        ):
            found.append("unclear_what")
        absent = [p for p in asking.roster.people if p.stays_away and not p.is_writer and not p.comes]
        changing = any(u.has("alteration") for u in case.subject_units)
        if absent and changing and actions == {Action.REGISTER}:
            found.append("unclear_change")
        if (
            Action.CHANGE in actions
            and not case.confirmations
            and any(u.has("enrol") and u.has("me") for u in asking.sheet.units)
            and not asking.writer.booked
        ):
            found.append("contradiction")
        if (
            Action.CANCEL in actions
            and Action.REGISTER not in actions
            and any(u.has("enrol") for u in asking.sheet.units)
        ):
            found.append("contradiction")
        if (
            actions == {Action.CANCEL}
            and not case.confirmations
            and any(u.has("enrol_noun") for u in case.subject_units)
            and not any(u.has("cancel") for u in case.subject_units)
        ):
            found.append("contradiction")
    return found


def _stands_alone(body: str, person: Person) -> bool:
    """Whether a name has a line to itself, as below a letter."""
    for start, end in person.spans:
        line_start = body.rfind("\n", 0, start) + 1
        line_end = body.find("\n", end)
        rest = body[end : line_end if line_end >= 0 else len(body)]
        if (
            not body[line_start:start].strip()
            and len(rest.split()) <= 3
            and not rest.strip().startswith((",", "<", "(", ";"))
        ):
            return True
    return False


def _is_confirmed(case: Case, asking: Asking, requests: list[Request]) -> bool:
    """Whether everybody who cancels is named in what we confirmed; the writer needn't be."""
    text = fold(" ".join(page.letter.text for page in case.confirmations))
    gone = [p for p in asking.roster.people if p.cancels or p.stays_away]
    named = {r.name for r in requests if r.action is Action.CANCEL}
    return all(p.is_writer or fold(p.name.surname or p.name.given) in text for p in gone if str(p.name) in named)


def _address_agrees(person: Person) -> bool:
    """Whether an e-mail address spells part of the name: then a name is a name, whatever the lexicon knows."""
    local = fold((person.email or "").split("@")[0])
    squashed = "".join(c for c in fold(str(person.name)) if c.isalnum())
    parts = [part for part in re.split(r"[^a-z]+", local) if len(part) >= 3]
    words = [word for word in re.split(r"[^a-z]+", fold(str(person.name))) if len(word) >= 4]
    return any(part in squashed for part in parts) or any(word in local for word in words)


def _is_signed_by_another(asking: Asking, case: Case) -> bool:
    """Whether a personal mailbox sends what somebody else signs."""
    header = from_address(case.message.sender)
    if header is None or case.message.reply_to is not None:
        return False
    text, split = asking.sheet.letter.text, asking.sheet.parts
    start = len(split.signature) - len(split.signature.lstrip())
    span = split.sign_off or (start, start + len(split.signature.strip().split("\n")[0]))
    names = find(text, *span)
    if not names or names[0].name == Name():
        return False
    name = names[0].name
    if same_person(name, header) or same_person(asking.writer.name, name):
        return False
    known = {w.casefold() for w in str(header).replace("-", " ").split()} | set(
        case.message.sender.email.split("@")[0].replace("_", ".").split(".")
    )
    return not any(
        part.casefold() in known or any(part.casefold()[:3] == k[:3] for k in known if len(k) > 2)
        for part in str(name).replace("-", " ").split()
        if len(part) > 2
    )
