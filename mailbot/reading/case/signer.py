"""Does the name below a mail fit the mailbox that it came from?"""

import re

from mailbot.domain.message import IncomingMessage
from mailbot.reading.letter.page import Sheet
from mailbot.reading.names import Name, NameFound, aligned, find, is_given, same_person
from mailbot.reading.names.people import Person, from_address
from mailbot.reading.names.person_name import LOST_LETTER, turned
from mailbot.reading.names.short_forms import has_form_in, is_short_for
from mailbot.reading.names.told_names import address_spells
from mailbot.reading.text.fold import fold


def is_signed_by_another(message: IncomingMessage, page: Sheet, writer: Person) -> bool:
    """Whether a personal mailbox sends what somebody else signs; a secretariat's is signed by whoever works there."""
    below = _signed(page)
    if message.reply_to is not None or not any(found.sure for found in below):
        return False
    if any(same_person(found.name, writer.name) for found in below):
        return False  # as of most mails; what the header shows costs more to find out
    header = from_address(message.sender)
    if header is None:
        return False
    known = [*_words(str(header)), *re.split(r"[._\d]+", message.sender.email.split("@")[0])]
    # "Groet, ook namens Mirjam" has the writer's own name under it
    return not any(_can_be(found.name, header, writer, known) for found in below)


def signs_with_another_surname(page: Sheet, writer: Person) -> bool:
    """Whether the letter is signed with a surname that isn't the writer's as we have it, and with their given name or
    words of their name: "Petra de Zomer", of Petra Winter, "Anna Smit-Bos", of "Bos de Smit"."""
    own = writer.name
    if not own.is_full:
        return False
    found = [hit for hit in _signed(page) if hit.sure and hit.name.is_full and hit.name.given]
    signed = [aligned(hit.name, own) for hit in found if not _lost_its_end(page, hit, own)]
    return any(_shares_given_name(name, own) or _is_jumbled(name, own) for name in signed) and not any(
        same_person(name, known) or turned(name, known) for name in signed for known in (own, *writer.also_called)
    )


def _lost_its_end(page: Sheet, hit: NameFound, own: Name) -> bool:
    """ "Renée Kloosterhuis-Nguy?n", of whom the header shows all letters."""
    begins = fold(own.surname).startswith(fold(hit.name.surname)) and fold(own.surname) != fold(hit.name.surname)
    return begins and LOST_LETTER.match(page.letter.text, hit.end) is not None


def _is_jumbled(name: Name, own: Name) -> bool:
    """Whether two whole names have a word in common that isn't the same part of both."""
    surnames, givens = ({*_words(part)} for part in (name.surname, name.given))
    return not surnames.isdisjoint(_words(own.given)) or not givens.isdisjoint(_words(own.surname))


def _shares_given_name(name: Name, own: Name) -> bool:
    if not own.given:
        return fold(name.given)[:1] == fold(own.initials)[:1]
    return fold(name.given) == fold(own.given) or is_short_for(fold(name.given), fold(own.given))


def _can_be(name: Name, header: Name, writer: Person, known: list[str]) -> bool:
    """Whether a name below a mail can be that of its sender. `known`: the words of the header and of the address."""
    if any(same_person(name, own) for own in (header, *writer.also_called)):
        return True
    only_initials = header.initials and not header.given and name.given
    if only_initials and has_form_in(fold(name.given), fold(header.initials[0])):
        return True  # "Bep" of "Wit, E.M. de"
    if _is_of_the_family(name, header, known):
        return False
    return any(_alike(word, other) for word in _words(str(name)) for other in known)


def _is_of_the_family(name: Name, header: Name, known: list[str]) -> bool:
    """ "Piet Visser" below a mail of Jan Visser's: they share a surname alone."""
    if not (is_given(name.given) and is_given(header.given) and name.surname):
        return False
    own, *others = fold(name.given).split()
    short = own[:1] == fold(header.given)[:1] or own[:1] in fold(header.initials) or own[:1] in fold(name.initials)
    return not short and not others and not any(_alike(own, word) for word in known)


def _signed(page: Sheet) -> list[NameFound]:
    """The names on the closing line and on the signature's first."""
    text, split = page.letter.text, page.parts
    start = len(split.signature) - len(split.signature.lstrip())
    first_line = (start, start + len(split.signature.strip().split("\n")[0]))
    spans = [split.sign_off, first_line] if split.sign_off else [first_line]
    if not (split.sign_off or split.signature.strip()):
        spans += _without_greeting(page)
    return [found for span in spans for found in find(text, *span)]


def _without_greeting(page: Sheet) -> list[tuple[int, int]]:
    """The last line, where it holds nothing but a name and what stands before it was said by an "I": whoever has no
    greeting signs so, too. Not a list's last entry."""
    if len(page.units) < 2 or len(page.units[-1].names) != 1 or not page.units[-2].has("i", "me"):
        return []
    text, before, name = page.parts.body, page.units[-2], page.units[-1].names[0]
    signs = _has_own_line(text, name.start, name.end) and not text[before.start : before.end].rstrip().endswith(":")
    return [(name.start, name.end)] if signs else []


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
