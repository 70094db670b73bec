"""Bringing values to people: whose address, organisation, role, telephone, workshops, diet and needs are these?

First what stands in a table or form, then what stands in somebody's own list item or clause, then the signature (the
writer's alone), then what colleagues share (the organisation), last what only an address tells (its domain).
"""

import re
from collections.abc import Callable, Sequence
from functools import cache

from mailbot.domain.event import Choice, Event
from mailbot.domain.reading import Evidence
from mailbot.reading import details
from mailbot.reading.belongings.choice_sharing import share_out
from mailbot.reading.belongings.employment import employ
from mailbot.reading.belongings.latest import is_set_right, present_phones
from mailbot.reading.belongings.ownership import owners
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.case import Case
from mailbot.reading.letter.entries import Cell, Entry
from mailbot.reading.letter.labels import is_empty
from mailbot.reading.lexicon import words
from mailbot.reading.names import find, same_person
from mailbot.reading.names.people import Person
from mailbot.reading.text.clauses import Clauses
from mailbot.reading.text.fold import fold, pattern_of
from mailbot.reading.text.found import Found
from mailbot.reading.workshops.choices import choice_reader

Finder = Callable[..., tuple[Found, ...]]
TEXT = "text"
HOUSE_NUMBER = re.compile(r"[\w-]*\s\d{1,4}[a-z]?\b(?![ -]{0,3}\d)")  # behind a street called after somebody
UNSURE_LABELS = ("wat", "werk", "taak", "ik ben", "what")  # of a title, or of something else
THIS_ADDRESS = re.compile(
    r"\b(?:(?:dit|deze|(?:mijn|het) (?:huidige|oude)|this|my (?:old|current)) (?:e-?mail)?-?(?:adres|address)"
    r"|het oude(?= (?:vervalt|bestaat|kan|mag|wordt)))\b[^.,;]*"
)
# Behind what is said of somebody else: "Fatih eet halal. Ik ook."
ME_TOO = re.compile(
    r"[^.!?\n]{0,24}[.!?,]?\s(?:en )?(?:ik(?:zelf)? ook|me too|same for me|idem voor mij)\b", re.IGNORECASE
)


def attribute(
    case: Case, asking: Asking, event: Event | None, people: list[Person], leaving: Sequence[Person] = ()
) -> list[str]:
    """Give those people what the letter says of them, and to those who give up a seat their titles. Returns doubts."""
    text = asking.sheet.parts.body
    everybody = [*people, *leaving]
    for entry in asking.entries:
        owner = next((p for p in people if (entry.start, entry.end) in p.spans), None)
        if owner is not None:
            _from_entry(text, entry, owner, event)
    _emails(asking, text, people)
    _titles(asking, everybody)
    employ(case, asking, event, people, everybody)  # first: "de burgemeester eet halal" is said of who is that
    for key, finder in (
        ("phone", present_phones),
        ("diet", details.diets),
        ("access", details.needs),
    ):
        _owned(asking, text, key, finder, people)
    doubts = share_out(case, asking, event, people) if event is not None and event.workshops else []
    _signature(case, asking, people)
    return doubts


# Tables and forms -----------------------------------------------------------------------------------------------------


def _from_entry(text: str, entry: Entry, person: Person, event: Event | None) -> None:
    for key in ("role", "organisation", "email", "phone", "diet", "access"):
        for cell in entry.cells.get(key, ()):
            _cell_value(text, key, cell, person)
    for cell in entry.cells.get("name", ()):
        if titles := details.roles(cell.label):  # the column is headed "Raadslid"
            person.put("role", titles[0].value, Evidence(TEXT, cell.start, cell.end))
    for cell in entry.cells.get("remark", ()):
        for key, finder in (("diet", details.diets), ("access", details.needs)):
            for found in finder(text, cell.start, cell.end):
                if found.kind != "none" and not found.negated:
                    person.put(key, found.value, Evidence(TEXT, found.start, found.end))
    if event is not None and event.workshops:
        _entry_choices(text, entry, person, event)


def _cell_value(text: str, key: str, cell: Cell, person: Person) -> None:
    value = text[cell.start : cell.end].strip()
    if is_empty(value):
        return
    evidence = Evidence(TEXT, cell.start, cell.end)
    if key == "email":
        found = details.emails(text, cell.start, cell.end)
        if found:  # what somebody fills in is what they want to be reached at
            _readdress(person, found[0])
    elif key == "phone":
        found = details.phones(text, cell.start, cell.end)
        if found:
            person.put(key, found[0].value, Evidence(TEXT, found[0].start, found[0].end))
    elif key == "organisation":
        found = details.organisations(text, cell.start, cell.end)
        person.put(key, found[0].value if found else value, evidence)
    elif key == "role" and fold(cell.label).strip(" :?*") in UNSURE_LABELS and not details.roles(value):
        return  # "Wat: de bijeenkomst van 30 maart"
    elif key in ("diet", "access"):
        found = (details.diets if key == "diet" else details.needs)(text, cell.start, cell.end)
        good = [f for f in found if f.kind != "none"]
        if good or not found:
            person.put(key, ", ".join(f.value for f in good) if good else value, evidence)
    else:
        person.put(key, value.split("\n")[0].split(" (")[0], evidence)


def _entry_choices(text: str, entry: Entry, person: Person, event: Event) -> None:
    reader = choice_reader(event)
    chosen: list[Choice] = []
    rounds = {r.number for r in event.rounds}
    cells = [cell for kind in ("round", "workshop") for cell in entry.cells.get(kind, ())]
    for cell in cells:
        if is_empty(text[cell.start : cell.end]):
            continue
        named = [Choice(None, slug) for slug in reader.workshops_named(text[cell.start : cell.end], context=text)]
        for choice in reader.read(text, cell.start, cell.end).choices or named:
            number = choice.round
            if number is None:
                headed = reader.rounds_named(cell.label)
                number = cell.number if cell.number in rounds else headed[0] if len(headed) == 1 else None
            if Choice(number, choice.workshop) not in chosen:
                chosen.append(Choice(number, choice.workshop))
    person.choices_known = person.choices_known or any(text[cell.start : cell.end].strip() for cell in cells)
    if chosen:
        person.put("workshops", tuple(chosen), Evidence(TEXT, entry.start, entry.end))


# Ownership ------------------------------------------------------------------------------------------------------------


def _owned(asking: Asking, text: str, key: str, finder: Finder, people: list[Person]) -> None:
    """Values in the talk: each goes to whom its clause or item is about."""
    read = _cells_read(asking)
    values = finder(text)
    for found in values:
        if found.negated or found.kind == "none" or any(a <= found.start < b for a, b in read):
            continue
        if is_set_right(asking, found, values):
            continue
        whose = owners(asking, found.start, people, shared=key == "diet")
        if ME_TOO.match(text, found.end) and asking.writer in people and asking.writer not in whose:
            whose = [*whose, asking.writer]
        for person in whose:
            if key in ("diet", "access") and getattr(person, key) and found.value not in getattr(person, key):
                setattr(person, key, f"{getattr(person, key)}, {found.value}")
            else:
                person.put(key, found.value, Evidence(TEXT, found.start, found.end))


def _cells_read(asking: Asking) -> list[tuple[int, int]]:
    """The cells that were read for what they are called; "🌱 vegan" in a form is called nothing, and is talk."""
    return [
        (cell.start, cell.end)
        for entry in asking.entries
        for kind, cells in entry.cells.items()
        if kind not in ("other", "date")
        for cell in cells
    ]


def _emails(asking: Asking, text: str, people: list[Person]) -> None:
    """Addresses in the talk and below it: by the name in them, else by where they stand. The writer has one already:
    another takes its place only where the talk asks for that, or where the mail came from a shared mailbox."""
    for found in details.emails(text):
        fitting = [p for p in people if _bears_name(found.value, p)]
        if len(fitting) == 1 and not fitting[0].is_writer:
            fitting[0].put("email", found.value, Evidence(TEXT, found.start, found.end))
        elif len(fitting) == 1:
            if _is_new_address(text, found):
                _readdress(fitting[0], found)
        else:
            for person in owners(asking, found.start, people):
                if not person.is_writer:
                    person.put("email", found.value, Evidence(TEXT, found.start, found.end))
                elif _is_new_address(text, found):
                    _readdress(person, found)
    writer = asking.writer
    for found in details.emails(asking.sheet.parts.signature, asking.sheet.parts.below):
        for person in people:  # "Fatima is te bereiken op ...", below everything
            if not person.is_writer and _bears_name(found.value, person):
                person.put("email", found.value, Evidence(TEXT, found.start, found.end))
        shared = writer.email is None or not _bears_name(writer.email, writer)
        wanted = shared or _is_asked_for(asking.sheet.parts.signature, found)
        if writer in people and wanted and _bears_name(found.value, writer):
            _readdress(writer, found)


def _readdress(person: Person, found: Found) -> None:
    """Also where it is the address that the mail comes from: on the list, another may stand."""
    person.email = found.value
    person.evidence["email"] = Evidence(TEXT, found.start, found.end)


def _bears_name(email: str, person: Person) -> bool:
    """Whether that address is made of the person's surname, or of one of two surnames."""
    local = _squashed(email.split("@")[0])
    parts = [_squashed(part) for part in person.name.surname.split("-")]
    return any(len(part) > 2 and part[:12] in local for part in parts)


def _is_new_address(text: str, found: Found) -> bool:
    """Whether the talk asks to use that address from now on, and doesn't speak of it as the old one."""
    start, end = Clauses(text).sentence_at(found.start)
    folded = fold(text)
    behind = THIS_ADDRESS.sub("", folded[start : min(end + 60, len(text))])  # "dit adres vervalt" is of the other one
    is_old = _contact_words("old_address").search(behind)
    return not is_old and bool(_contact_words("new_address").search(folded, start, end))


@cache
def _contact_words(table: str) -> re.Pattern[str]:
    return pattern_of(words("contact", table))


def _is_asked_for(signature: str, found: Found) -> bool:
    """Whether a remark below the name asks to use that address: "(graag mijn werkmail gebruiken: ...)"."""
    line = signature.rfind("\n", 0, found.start) + 1
    return bool(_contact_words("asked_for").search(fold(signature), line, found.start))


def _squashed(text: str) -> str:
    return "".join(c for c in fold(text) if c.isalnum())


def _titles(asking: Asking, people: list[Person]) -> None:
    """ "wethouder Jansen": the title before a name, where it is an office."""
    for unit in asking.sheet.units:
        for found in unit.names:
            title = found.title.split()[0].casefold() if found.title else ""
            if not title:
                continue
            roles = details.roles(found.title)
            for person in people:
                if roles and same_person(person.name, found.name):
                    person.put("role", roles[0].value, Evidence(TEXT, found.start, found.start + len(found.title)))


# Signature, sharing, domains ------------------------------------------------------------------------------------------


def _signature(case: Case, asking: Asking, people: list[Person]) -> None:
    """What the signature says is the writer's."""
    writer, text = asking.writer, asking.sheet.parts.signature
    if writer not in people:
        return
    if not asking.sheet.parts.body.strip() and not asking.relayed:
        _subject_alone(case.subject, writer)
    found = details.phones(text, asking.sheet.parts.below)
    phones = [f for f in found if f.kind != "general" and not _is_somebody_elses(asking, text, f)]
    best = next((f for f in phones if f.kind == "mobile"), phones[0] if phones else None)
    if best is not None:
        writer.put("phone", best.value, Evidence(TEXT, best.start, best.end))


def _subject_alone(subject: str, writer: Person) -> None:
    """What a mail says that is nothing but a subject: "Aanmelding 30 maart, Ria de Wit (geen vlees)"."""
    for key, finder in (("phone", details.phones), ("diet", details.diets), ("access", details.needs)):
        for found in finder(subject):
            if not found.negated and found.kind not in ("none", "general"):
                writer.put(key, found.value, Evidence("subject", found.start, found.end))


def _is_somebody_elses(asking: Asking, text: str, found: Found) -> bool:
    """Whether a signature's number is in a line about somebody else: "Voor afspraken: Carla Nijhuis, 053 - ..."."""
    start = text.rfind("\n", 0, found.start) + 1
    if _contact_words("others_number").search(fold(text), start, found.start):
        return True
    writer = asking.writer.name
    return any(
        not same_person(named.name, writer)
        for named in find(text[start : found.start])
        if named.sure and named.name.is_full and not HOUSE_NUMBER.match(text, start + named.end)
    )
