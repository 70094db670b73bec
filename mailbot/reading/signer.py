"""Does the name below a mail fit the mailbox that it came from?"""

import re

from mailbot.domain.message import IncomingMessage
from mailbot.reading.fold import fold
from mailbot.reading.names import Name, find, same_person
from mailbot.reading.page import Sheet
from mailbot.reading.people import Person, from_address
from mailbot.reading.short_forms import is_short_for
from mailbot.reading.told_names import address_spells


def is_signed_by_another(message: IncomingMessage, page: Sheet, writer: Person) -> bool:
    """Whether a personal mailbox sends what somebody else signs; a secretariat's is signed by whoever works there."""
    header = from_address(message.sender)
    signed = _signed(page)
    if header is None or message.reply_to is not None or signed is None:
        return False
    if same_person(signed, header) or same_person(writer.name, signed):
        return False
    known = [*_words(str(header)), *re.split(r"[._\d]+", message.sender.email.split("@")[0])]
    return not any(_alike(word, other) for word in _words(str(signed)) for other in known)


def _signed(page: Sheet) -> Name | None:
    """The name on the closing line, or on the signature's first."""
    text, split = page.letter.text, page.parts
    start = len(split.signature) - len(split.signature.lstrip())
    span = split.sign_off or (start, start + len(split.signature.strip().split("\n")[0]))
    found = find(text, *span)
    return found[0].name if found else None


def _words(text: str) -> list[str]:
    return [word for word in re.split(r"[\s-]+", fold(text)) if len(word) > 2]


def _alike(one: str, other: str) -> bool:
    """Short forms begin alike, or belong to one family: Piet and Pieter, Kees and Cornelis."""
    return one == other or one[:3] == other[:3] or is_short_for(one, other)


def stands_alone(body: str, person: Person) -> bool:
    """Whether a name has a line to itself, as below a letter."""
    return any(_has_own_line(body, start, end) for start, end in person.spans)


def _has_own_line(body: str, start: int, end: int) -> bool:
    before = body[body.rfind("\n", 0, start) + 1 : start]
    stop = body.find("\n", end)
    after = body[end : stop if stop >= 0 else len(body)].strip()
    return not before.strip() and len(after.split()) <= 3 and not after.startswith((",", "<", "(", ";"))


def address_agrees(person: Person) -> bool:
    """Whether an e-mail address spells part of the name: then a name is a name, whatever the lexicon knows."""
    return address_spells(person.email or "", person.name)
