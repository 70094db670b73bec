"""Whose is each mail address that a letter names?"""

import re
from functools import cache

from rapidfuzz import fuzz

from mailbot.domain.reading import Evidence
from mailbot.reading import details
from mailbot.reading.belongings.named_addresses import explained_by, give_named_addresses
from mailbot.reading.belongings.ownership import owners
from mailbot.reading.belongings.statements import TEXT
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.case import Case
from mailbot.reading.lexicon import words
from mailbot.reading.names import Name, same_person
from mailbot.reading.names.mailboxes import in_order
from mailbot.reading.names.people import Person, from_address
from mailbot.reading.text.clauses import Clauses
from mailbot.reading.text.fold import fold, pattern_of, squashed
from mailbot.reading.text.found import Found
from mailbot.reading.text.late import late

PLACEHOLDER = re.compile(
    r"^(?:voorletter|voornaam|achternaam|naam|initial|first|firstname|name)s?[._-]?(?:\w*naam|\w*name|last)?@"
)
NEAR = 88  # of 100: as much alike as an address and the same with a slip in it
# "Facturen graag naar ...": nobody who comes is reached there
OF_A_DESK = late(r"\b(?:factu\w+|nota|rekening|invoices?|vragen|questions)\b[^.;:!?\n]*$")
TOO = re.compile(r"\b(?:ook|tevens|eveneens|kopie|afschrift|cc|also|copy)\b[^.;:!?]*$")
GIVEN = re.compile(r"[._@-]")
UMLAUTS = str.maketrans({"ü": "ue", "ö": "oe", "ä": "ae", "Ü": "Ue", "Ö": "Oe", "Ä": "Ae"})
THIS_ADDRESS = late(
    r"\b(?:(?:dit|deze|(?:mijn|het) (?:huidige|oude)|this|my (?:old|current)) (?:e-?mail)?-?(?:adres|address)"
    r"|het oude(?= (?:vervalt|bestaat|kan|mag|wordt)))\b[^.,;]*"
)
# Where mail reaches the writer: "dit mailadres", "één mailbox", "our address"
HERE = late(
    r"\b(?:dit|deze|ditzelfde|dezelfde|hetzelfde|ons|onze|één|een|'n|this|the same|our|one|an?)\s(?:[\w-]+\s)?"
    r"(?:(?:e-?mail|mail)?-?(?:adres|adresje|account|box)|mailtje|mail|postvak|postbus|inbox|(?:e-?mail )?address"
    r"|(?:e-?mail )?account)\b",
    re.IGNORECASE,
)
OF_BOTH = late(
    r"\b(?:ons (?:beiden?|allebei|samen|twee(?:ën|en)?|alle ?twee|tweetjes)|(?:wij|we|ons) (?:allebei|beiden|samen)"
    r"|(?:wij|we) delen|delen (?:wij|we)|(?:us|we) both|both of us|the two of us|we share|shared by us)\b",
    re.IGNORECASE,
)


def give_addresses(case: Case, asking: Asking, text: str, people: list[Person]) -> None:
    """Addresses in the talk, in the Cc and below the talk: by the name in them, else by where they stand. The writer
    has one already: another takes its place only where the talk asks for that, or where the mail came from a shared
    mailbox."""
    give_named_addresses(asking, people)
    coming = {id(person) for person in people}
    others = [person for person in asking.roster.people if id(person) not in coming]
    for found in details.emails(text):
        if PLACEHOLDER.search(found.value) or _is_ours(found.value, case.context.own_address):
            continue  # "e-mail steeds voorletter.achternaam@vng.nl"
        fitting = explained_by(text, found, people) or _bearers(found.value, people)
        if not fitting and OF_A_DESK.search(fold(text), max(0, found.start - 60), found.start):
            continue
        if not fitting and any(bears_name(found.value, person.name) for person in others):
            continue  # of somebody who is named, and doesn't come
        for person in fitting or owners(asking, found.start, people):
            if not person.is_writer:
                person.put("email", found.value, Evidence(TEXT, found.start, found.end))
                person.name = in_order(person.name, found.value)
            elif _is_new_address(text, found) or (fitting and _is_shared(person) and not _is_old(text, found)):
                readdress(person, found)
    for address in case.message.cc:
        for person in [] if address.name else _bearers(address.email, people):
            person.put("email", address.email, Evidence("cc", 0, len(address.email)))
    _below(asking, people)
    _in_quoted_headers(case, people)
    _sent_from(asking.writer, people)
    _share(asking, people)


def _in_quoted_headers(case: Case, people: list[Person]) -> None:
    """ "CC: Els Bos <e.bos@...>", over a letter below: whose name stands beside an address there."""
    others = [person for person in people if not person.is_writer]
    letters = [page.letter for page in case.quoted] if others else []
    for address in (one for letter in letters for one in (letter.author, *letter.to, *letter.cc)):
        name = from_address(address) if address is not None and address.name and address.email else None
        if address is None or name is None:
            continue
        for person in others:
            if same_person(person.name, name):
                person.put("email", address.email, None)


def _is_ours(email: str, own: str) -> bool:
    """Whether that is where people sign up, written well or not: nobody is reached there."""
    host, ours = email.rsplit("@", 1)[-1], own.rsplit("@", 1)[-1].lower()
    return email == own.lower() or (host == ours and fuzz.ratio(email, own.lower()) >= NEAR)


def _sent_from(writer: Person, people: list[Person]) -> None:
    """The address that the mail came from, where its sender, called by no name or by a surname alone, can only be who
    signs up in it: "Bakker <t.bakker@...>", and in a form "Naam: Tirza Bakker"."""
    if writer in people or writer.email is None or writer.name.is_full:
        return
    own = [p for p in people if p.email is None and bears_name(writer.email, p.name) and _begins_alike(writer.email, p)]
    if len(own) == 1:
        own[0].put("email", writer.email, Evidence("from", 0, len(writer.email)))


def _share(asking: Asking, people: list[Person]) -> None:
    """The writer's address is the other's, too, where the two who come are said to share it: "dit adres is van ons
    beiden", "u bereikt ons allebei op deze mail", "wij delen een mailbox"."""
    writer, others = asking.writer, [person for person in people if not person.is_writer]
    if len(people) != 2 or writer not in people or len(others) != 1 or writer.email is None:
        return
    shared = any(
        not (clause.asks or clause.has("neg") or "@" in asking.text[clause.start : clause.end])
        and HERE.search(asking.text, clause.start, clause.end)
        and OF_BOTH.search(asking.text, clause.start, clause.end)
        for unit in asking.sheet.units
        for clause in unit.clauses
    )
    if shared:
        others[0].put("email", writer.email, Evidence("from", 0, len(writer.email)))


def _begins_alike(email: str, person: Person) -> bool:
    """Whether that address begins as the person's given name or initials do, or as the surname."""
    begins = {squashed(part)[:1] for part in (person.name.given, person.name.initials, person.name.surname) if part}
    return squashed(email)[:1] in begins


def _below(asking: Asking, people: list[Person]) -> None:
    """What a signature says, and what stands below everything: "Fatima is te bereiken op ..."."""
    writer = asking.writer
    for found in details.emails(asking.sheet.parts.signature, asking.sheet.parts.below):
        for person in people:
            if not person.is_writer and bears_name(found.value, person.name):
                person.put("email", found.value, Evidence(TEXT, found.start, found.end))
        wanted = _is_shared(writer) or _is_asked_for(asking.sheet.parts.signature, found)
        if writer in people and wanted and bears_name(found.value, writer.name):
            readdress(writer, found)


def readdress(person: Person, found: Found) -> None:
    """Also where it is the address that the mail comes from: on the list, another may stand."""
    person.email = found.value
    person.evidence["email"] = Evidence(TEXT, found.start, found.end)


def _bearers(email: str, people: list[Person]) -> list[Person]:
    """Whose name that address is made of; nobody where it may be that of several."""
    fitting = [p for p in people if bears_name(email, p.name)]
    if len(fitting) != 1:  # "siebolt@...", or one of two of a family
        given = squashed(GIVEN.split(email, maxsplit=1)[0])
        fitting = [p for p in fitting or people if len(given) > 2 and squashed(p.name.given) == given]
    return fitting if len(fitting) == 1 else []


def bears_name(email: str, whose: Name) -> bool:
    """Whether that address is made of a person's surname, or of one of two surnames."""
    local = squashed(email.split("@")[0])
    spelt = (whose.surname, whose.surname.translate(UMLAUTS))
    parts = {squashed(part) for name in spelt for part in name.split("-")}
    return any(len(part) > 2 and part[:12] in local for part in parts)


def _is_shared(writer: Person) -> bool:
    """Whether the mail came from an address that isn't made of the writer's name."""
    return writer.email is None or not bears_name(writer.email, writer.name)


def _is_new_address(text: str, found: Found) -> bool:
    """Whether the talk asks to use that address from now on, and doesn't speak of it as the old one."""
    start, end = Clauses(text).sentence_at(found.start)
    if TOO.search(fold(text), max(start, found.start - 40), found.start):
        return False  # "stuur de bevestiging ook aan"
    return not _is_old(text, found) and bool(_contact_words("new_address").search(fold(text), start, end))


def _is_old(text: str, found: Found) -> bool:
    start, end = Clauses(text).sentence_at(found.start)
    behind = THIS_ADDRESS.sub("", fold(text)[start : min(end + 60, len(text))])  # "dit adres vervalt": the other one
    return bool(_contact_words("old_address").search(behind))


@cache
def _contact_words(table: str) -> re.Pattern[str]:
    return pattern_of(words("contact", table))


def _is_asked_for(signature: str, found: Found) -> bool:
    """Whether a remark below the name asks to use that address: "(graag mijn werkmail gebruiken: ...)"."""
    line = signature.rfind("\n", 0, found.start) + 1
    return bool(_contact_words("asked_for").search(fold(signature), line, found.start))
