"""The writer's name in a letter without capitals: "hoi, ben ahmet kaya en ...", "groeten ahmet kaya".

Small letters say nothing of what is a name. Words that introduce one do, and only where the sign-off or the address has
part of it, or where the name is expressly called one.
"""

import re
from collections.abc import Iterator

from mailbot.reading.details import roles
from mailbot.reading.letter.closing_words import NAME_ENDS, is_small_name
from mailbot.reading.letter.page import Sheet
from mailbot.reading.names import Name, from_header, is_given, merged, same_person
from mailbot.reading.names.mailboxes import abbreviates, is_cut_from, spells_whole
from mailbot.reading.names.people import Person
from mailbot.reading.names.person_name import name_words
from mailbot.reading.names.relations import what_to_writer
from mailbot.reading.names.surnames import is_half
from mailbot.reading.names.titles import is_title
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late

INFIXES = r"(?:\s+(?:van|de|der|den|el|al|a[iï]t|ben|bin|oulad|ten|ter|te|in|op|uit(?=\s+den)|t|['’]t|vd|da|dos))"
NAME = (
    rf"(?P<name>(?P<given>[^\W\d_]{{2,20}}(?:-[^\W\d_]{{1,20}})?){INFIXES}{{0,3}}"
    r"\s+(?P<surname>[^\W\d_]{2,30}(?:-[^\W\d_]{1,30})?))(?![\w@'’])"
)
CALLED = r"(?:mijn|m'n|mn|de|my) (?:volledige |full )?naa?me?(?: is|:)|\bik heet|\bname is|\bnaam ?[:;]"
SAYS_NAME = late(rf"\b(?:(?:ik )?ben|i am|i'm|this is|(?:je|u) spreekt met|met|hier is|(?P<called>{CALLED}))\s+{NAME}")
NAME_SAYS = late(rf"(?<![\w-]){NAME}\s+(?:hier|here|(?P<called>is (?:de|mijn|m'n|mn|my) naa?me?|heet ik))(?!\w)")
ENDS = re.compile(r"[ \t]*(?:[,.;:!?()\n]|$)|\s+(?:en|and|van|uit|bij|hier|here|namens|from|of|ik|i)\b")
BEGINS = re.compile(r"(?:^|[,.;:!?(\n])[ \t]*\Z")
APART = re.compile(r"\s+[-–]\s+")  # the dash of a double surname
SPACE = 20  # characters of blanks before a name, at most
ANY_NAME = late(rf"(?<![\w@.-])(?={NAME})")
INTRODUCES = late(rf"\b(?:ik ben|i am|i'm|this is|hier is|{CALLED})\s+\Z")
REACH = 40  # characters before a name in which words that introduce it stand, at most


def named_in_small_letters(body: str, page: Sheet, email: str) -> Name | None:
    """The whole name that the writer says to have in small letters, or that stands there as the address has it."""
    signed = page.letter.text[slice(*page.parts.sign_off)] if page.parts.sign_off else ""
    for said in _said(body):
        if not (said["name"].islower() and is_given(said["given"])) or _is_talk(body, said):
            continue
        name = from_header(said["name"])
        if name is not None and (said["called"] or _is_confirmed(body, said, name, signed, email)):
            return name
    return _abbreviated_by(email, body)


def _said(body: str) -> Iterator[re.Match[str]]:
    yield from SAYS_NAME.finditer(body)
    yield from NAME_SAYS.finditer(body)


def _is_confirmed(body: str, said: re.Match[str], name: Name, signed: str, email: str) -> bool:
    """Whether sign-off or address have the given name, too, and the next word can be a surname; or the address has
    that, or its first letters."""
    local = email.partition("@")[0].casefold()
    if said["surname"] in local and len(said["surname"]) > 3:
        return True
    given = said["given"].replace("-", "")  # "fatima-zahra", of fatimazahra.k@
    known = said["given"] in signed.casefold() or given in local.replace("-", "")
    ends = ENDS.match(body, said.end("name")) is not None
    return (known and (ends or is_half(said["surname"]))) or spells_whole(email, name)


def _abbreviated_by(email: str, body: str) -> Name | None:
    """ "kees bos", "Kees bos" in the letter of keesb@, k.bos@: where commas or the line set it apart, or the surname is
    whole."""
    for found in ANY_NAME.finditer(body):
        if not (found["name"][1:].islower() and is_given(found["given"].lower())):
            continue
        name = from_header(found["name"])
        if name is None or not abbreviates(email, name):
            continue
        has_surname = len(found["surname"]) > 3 and fold(found["surname"]) in fold(email)  # "brouwers", which is a job
        if not has_surname and _is_talk(body, found):
            continue
        apart = BEGINS.search(body, max(0, found.start() - SPACE), found.start()) and ENDS.match(
            body, found.end("name")
        )
        if apart or has_surname:
            return name
    return None


def spelled_out(body: str, known: Name) -> Name | None:
    """The whole name of whom the header shows by initials: "ruben vonk, gemeente epe" in the letter of R. Vonk. Set
    apart, as what one says of oneself; "mijn broer rob vonk komt niet" is somebody else."""
    surname = fold(f"{known.infix} {known.surname}").strip()
    folded = fold(body)
    if len(surname) < 3 or f" {surname}" not in folded:
        return None
    first = re.escape(fold(known.initials)[:1])
    for found in re.finditer(rf"(?<![\w@.'’-])({first}[^\W\d_]{{1,20}}) {re.escape(surname)}(?![\w@'’-])", folded):
        if body[slice(*found.span())].islower() and _is_given_alone(found[1]) and _is_set_apart(folded, found):
            return Name(body[slice(*found.span(1))].title(), known.initials, known.infix, known.surname)
    return None


def _is_given_alone(word: str) -> bool:
    """Whether nothing else than a given name is known of a word before a surname: no "mevrouw", no "broer"."""
    return (
        not is_title(word) and word not in name_words("kin") and (is_given(word) or word not in name_words("not_names"))
    )


def _is_set_apart(folded: str, found: re.Match[str]) -> bool:
    if what_to_writer(folded, *found.span()):
        return False
    before = folded[max(0, found.start() - REACH) : found.start()]
    told = BEGINS.search(before) if found.start() >= REACH or before.strip() else True
    return bool(told or INTRODUCES.search(before)) and ENDS.match(folded, found.end()) is not None


def _is_talk(body: str, said: re.Match[str]) -> bool:
    """Whether what looks like a name goes on with a word of the sentence: "ik ben sanne beleidsmedewerker"."""
    words = {said["given"], said["surname"]}
    return not name_words("not_names").isdisjoint(words) or bool(roles(body, *said.span("surname")))


def call_in_small_letters(text: str, writer: Person, start: int, end: int) -> None:
    """ "winston kromosoeto" below the mail of "W Kromosoeto": where header or address has a word of it."""
    line = APART.sub("-", text[start:end].strip(" .,-–"))
    line = NAME_ENDS.split(line)[0] if is_given(line.split(" ")[0]) else line  # "bert kromhout, kampen"
    name = from_header(line) if 1 < len(line.split()) <= 5 else None
    email = writer.email or ""
    known = {*str(writer.name).casefold().split(), *re.split(r"[._\d]+", email.split("@")[0])} - {""}
    agrees = known & set(line.split()) or (writer.name == Name() and is_small_name(line))
    if name is None or not name.is_full or not agrees:
        return
    if writer.name == Name():
        writer.name, writer.sure = name, writer.sure or is_small_name(line)
    elif is_cut_from(writer.name, name, email):
        writer.name = name
    elif same_person(writer.name, name):
        writer.name = merged(writer.name, name)
    else:
        return
    writer.spans.append((start, end))
