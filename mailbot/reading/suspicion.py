"""Why a careful assistant would not act alone, beside what the account itself doubts."""

from mailbot.domain.message import Trust
from mailbot.domain.reading import Action, Request
from mailbot.reading.case import Asking, Case
from mailbot.reading.names import Name, find, same_person
from mailbot.reading.people import from_address


def suspicions(case: Case, requests: list[Request], tongue: str) -> list[str]:
    """Short machine words, one for each reason."""
    found = []
    if case.screening.trust is Trust.FAIL:
        found.append("sender_not_trusted")
    if _is_signed_by_another(case.own, case):
        found.append("signed_by_another")
    if tongue == "other" and len(requests) > 1:
        found.append("language")
    if case.message.attachments and any(a.filename.lower().endswith((".xlsx", ".csv", ".docx", ".xls", ".doc", ".pdf", ".eml")) for a in case.message.attachments):
        found.append("attachment")
    found += _about_people(case, requests)
    names = [r.name for r in requests if r.name]
    if len(set(names)) < len(names) and not any(r.action is Action.CANCEL for r in requests):
        found.append("same_name_twice")
    return found


def _about_people(case: Case, requests: list[Request]) -> list[str]:
    """Doubts about who is meant: names known by capitals only, people mentioned without a reason, a "we" of one."""
    found = []
    actions = {r.action for r in requests}
    registered = [p for a in case.asking for p in a.roster.people if p.comes]
    if any(not p.sure and not p.is_writer for p in registered):
        found.append("unsure_name")
    for asking in case.asking:
        body = asking.sheet.parts.body
        unexplained = [
            p
            for p in asking.roster.people
            if not (p.comes or p.stays_away or p.booked or p.cancels or p.is_writer or p.explained)
            and p.sure and p.name.is_full and any(body[a:b].strip() for a, b in p.spans)
        ]
        if unexplained and (actions != {Action.REGISTER} or asking.account.group):
            found.append("unexplained_person")
        if asking.account.group and len(requests) == 1 and actions == {Action.REGISTER} and not any(u.has("party", "alone") for u in asking.sheet.units):
            found.append("group_of_one")
        if Action.CANCEL in actions and Action.REGISTER not in actions and any(u.has("enrol") for u in asking.sheet.units):
            found.append("contradiction")
        if actions == {Action.CANCEL} and not case.confirmations and any(u.has("enrol_noun") for u in case.subject_units) and not any(u.has("cancel") for u in case.subject_units):
            found.append("contradiction")
    return found


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
    known = {w.casefold() for w in str(header).replace("-", " ").split()} | set(case.message.sender.email.split("@")[0].replace("_", ".").split("."))
    return not any(part.casefold() in known or any(part.casefold()[:3] == k[:3] for k in known if len(k) > 2) for part in str(name).replace("-", " ").split() if len(part) > 2)
