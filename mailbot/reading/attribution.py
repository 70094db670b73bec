"""Bringing values to people: whose address, organisation, role, telephone, workshops, diet and needs are these?

First what stands in a table or form, then what stands in somebody's own list item or clause, then the signature (the
writer's alone), then what colleagues share (the organisation), last what only an address tells (its domain).
"""

from collections.abc import Callable

from dataclasses import replace

from mailbot.domain.event import Choice, Event
from mailbot.domain.reading import Evidence
from mailbot.reading import details
from mailbot.reading.case import Asking, Case
from mailbot.reading.choices import ChoiceFound, ChoiceReader, choice_reader
from mailbot.reading.entries import Cell, Entry
from mailbot.reading.fold import fold
from mailbot.reading.labels import is_empty
from mailbot.reading.names import Name, find, from_header, merged, same_person
from mailbot.reading.people import Person
from mailbot.reading.found import Found

Finder = Callable[..., tuple[Found, ...]]
TEXT = "text"


def people_of_entries(asking: Asking) -> list[Person]:
    """The people of the tables and forms, added to the roster, each coming unless struck out."""
    found = []
    for entry in asking.entries:
        name = _entry_name(asking.text, entry)
        person = _entry_person(asking, entry, name)
        if person is None:
            continue
        if name is None:  # a line or two of a form ("Lunch: ...") says something of somebody, not that they come
            person.spans.append((entry.start, entry.end))
            continue
        if entry.struck:
            person.stays_away = True
        else:
            person.mark_coming(entry.start)
        person.spans.append((entry.start, entry.end))
        found.append(person)
    return found


def _entry_name(text: str, entry: Entry) -> Name | None:
    parts = {kind: text[cells[0].start : cells[0].end].strip() for kind, cells in entry.cells.items()}
    if "name" in parts:
        value = parts["name"].split("\n")[0]
        if "given" in parts and (name := _found_name(value)) is not None:
            return replace(name, given=parts["given"])
        return from_header(value.split(" (")[0] if "(" in value and "," not in value else value) or _found_name(value)
    if "surname" in parts:
        return Name(parts.get("given", ""), parts.get("initials", ""), parts.get("infix", ""), parts["surname"])
    return None


def _found_name(value: str) -> Name | None:
    found = find(value)
    return found[0].name if found else None


def _entry_person(asking: Asking, entry: Entry, name: Name | None) -> Person | None:
    writer = asking.writer
    if name is None:
        coming = [p for p in asking.roster.people if p.comes]
        return coming[0] if len(coming) == 1 else writer if not coming or writer.comes else None
    if len(asking.entries) == 1 and (writer.name == Name() or same_person(writer.name, name)):
        writer.name, writer.sure = merged(writer.name, name) if writer.name != Name() else name, True
        return writer
    return asking.roster.add(name)


def attribute(case: Case, asking: Asking, event: Event | None, people: list[Person]) -> list[str]:
    """Give those people what the letter says of them. Returns doubts."""
    text = asking.sheet.parts.body
    for entry in asking.entries:
        owner = next((p for p in people if (entry.start, entry.end) in p.spans), None)
        if owner is not None:
            _from_entry(text, entry, owner, event)
    _emails(asking, text, people)
    for key, finder in (
        ("organisation", details.organisations),
        ("role", details.roles),
        ("phone", details.phones),
        ("diet", details.diets),
        ("access", details.needs),
    ):
        _owned(asking, text, key, finder, people)
    _titles(asking, people)
    doubts = _workshops(case, asking, text, event, people) if event is not None and event.workshops else []
    _signature(asking, people)
    _shared(case, asking, people)
    return doubts


# Tables and forms -----------------------------------------------------------------------------------------------------


def _from_entry(text: str, entry: Entry, person: Person, event: Event | None) -> None:
    for key in ("role", "organisation", "email", "phone", "diet", "access"):
        for cell in entry.cells.get(key, ()):
            _cell_value(text, key, cell, person)
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
        if found:
            person.put(key, found[0].value, Evidence(TEXT, found[0].start, found[0].end))
    elif key == "phone":
        found = details.phones(text, cell.start, cell.end)
        if found:
            person.put(key, found[0].value, Evidence(TEXT, found[0].start, found[0].end))
    elif key == "organisation":
        found = details.organisations(text, cell.start, cell.end)
        person.put(key, found[0].value if found else value, evidence)
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
            number = cell.number if choice.round is None and cell.number in rounds else choice.round
            if Choice(number, choice.workshop) not in chosen:
                chosen.append(Choice(number, choice.workshop))
    person.choices_known = person.choices_known or bool(cells)
    if chosen:
        person.put("workshops", tuple(chosen), Evidence(TEXT, entry.start, entry.end))


# Ownership ------------------------------------------------------------------------------------------------------------


def _owned(asking: Asking, text: str, key: str, finder: Finder, people: list[Person]) -> None:
    """Values in the talk: each goes to whom its clause or item is about; what is nobody's, to the only one who comes."""
    in_entries = [(e.start, e.end) for e in asking.entries]
    for found in finder(text):
        if found.negated or found.kind == "none" or any(a <= found.start < b for a, b in in_entries):
            continue
        for person in _owners(asking, text, found.start, people, key):
            if key in ("diet", "access") and getattr(person, key) and found.value not in getattr(person, key):
                setattr(person, key, f"{getattr(person, key)}, {found.value}")
            else:
                person.put(key, found.value, Evidence(TEXT, found.start, found.end))


def _owners(asking: Asking, text: str, at: int, people: list[Person], key: str) -> list[Person]:
    """Whose the value at that place is: of the one in whose item or row it stands; of whom the words before it turned
    to, in the same clause first, then in the same sentence; of whom the words behind it speak; else of the writer."""
    account = asking.account
    around = [f for f in account.focus if f.start <= at < f.end]
    focus = min(around, key=lambda f: f.end - f.start) if around else None
    if focus is not None and focus.listed:
        return [p for p in focus.people if p in people]
    unit = next((u for u in asking.sheet.units if u.start <= at < u.end), None)
    if unit is not None:
        marks = [m for m in account.marks if unit.start <= m.at < unit.end]
        here = [m for m in marks if m.start <= at < m.end]
        before = [m for m in here if m.at <= at] or [m for m in marks if m.at <= at]
        mark = before[-1] if before else next(iter(here), None)
        if mark is not None:
            return [p for p in (mark.people or people) if p in people]
    if focus is not None and focus.people:
        return [p for p in focus.people if p in people]
    if key == "diet" and focus is not None and _says_all(text[focus.start : focus.end]):
        return people
    if len(people) == 1:
        return people
    return [asking.writer] if asking.writer in people else []


def _says_all(words: str) -> bool:
    from mailbot.reading.account import ALL

    return bool(ALL.search(words))


def _emails(asking: Asking, text: str, people: list[Person]) -> None:
    """Addresses in the talk: by the name in them, else by where they stand."""
    for found in details.emails(text):
        local = fold(found.value.split("@")[0])
        fitting = [p for p in people if p.name.surname and _squashed(p.name.surname)[:12] in _squashed(local)]
        evidence = Evidence(TEXT, found.start, found.end)
        if len(fitting) == 1:
            person = fitting[0]
            if person.is_writer and person.email == found.value:
                continue
            if person.email is None or person.is_writer:
                person.email = found.value
                person.evidence["email"] = evidence
            continue
        for person in _owners(asking, text, found.start, people, "email"):
            if not person.is_writer:
                person.put("email", found.value, evidence)


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


# Workshops ------------------------------------------------------------------------------------------------------------


def _workshops(case: Case, asking: Asking, text: str, event: Event, people: list[Person]) -> list[str]:
    """Share the mentions of workshops out among the people, then settle each one's choices."""
    reader = choice_reader(event)
    rows = [(e.start, e.end) for e in asking.entries]
    mentions = [m for m in reader.find(text) if not any(a <= m.start < b for a, b in rows)]
    if not any(m.kind == "choice" for m in mentions) and not case.confirmations:
        return []  # "net als ik" speaks of something else where no workshop is named
    open_people = [p for p in people if not p.choices_known]
    shares: dict[int, list[ChoiceFound]] = {id(p): [] for p in open_people}
    for mention in mentions:
        for person in _owners(asking, text, mention.start, people, "workshops"):
            if id(person) in shares:
                shares[id(person)].append(mention)
    doubts: list[str] = []
    other = _booked_choices(case, reader)
    for person in sorted(
        open_people, key=lambda p: (any(m.kind in ("mirror", "copy") for m in shares[id(p)]), not p.is_writer)
    ):
        reading = reader.settle(shares[id(person)], other=other)
        doubts += reading.problems
        if reading.choices:
            person.put("workshops", reading.choices, Evidence(TEXT, reading.found[0].start, reading.found[-1].end))
            other = reading.choices
    return doubts


def _booked_choices(case: Case, reader: ChoiceReader) -> tuple[Choice, ...]:
    """What our own confirmation below says is booked: "dezelfde workshop" and "in ronde 3" speak of it."""
    if not case.confirmations:
        return ()
    return reader.read(case.confirmations[0].letter.text).choices


# Signature, sharing, domains ------------------------------------------------------------------------------------------


def _signature(asking: Asking, people: list[Person]) -> None:
    """What the signature says is the writer's."""
    writer, text = asking.writer, asking.sheet.parts.signature
    if writer not in people:
        return
    for key, found in (
        ("organisation", details.organisations(text, signature=True, email=writer.email)),
        ("role", details.roles(text)),
    ):
        if found:
            writer.put(key, found[0].value, Evidence(TEXT, found[0].start, found[0].end))
    phones = [f for f in details.phones(text) if f.kind != "general"]
    best = next((f for f in phones if f.kind == "mobile"), phones[0] if phones else None)
    if best is not None:
        writer.put("phone", best.value, Evidence(TEXT, best.start, best.end))


def _shared(case: Case, asking: Asking, people: list[Person]) -> None:
    """The organisation of colleagues is the writer's; where nothing says it, the address's domain does."""
    ours = asking.writer.organisation
    if ours is None:
        found = details.organisations(asking.sheet.parts.signature, signature=True) or details.organisations(
            asking.sheet.parts.body
        )
        ours = found[0].value if found else None
    for person in people:
        domain = details.organisation_of(person.email) if person.email else None
        if person.organisation is None and ours is not None and _same_house(person, asking.writer):
            person.put("organisation", ours, None)
        if domain is not None:
            person.put("organisation", domain.value, Evidence("from", 0, 0) if person.is_writer else None)


def _same_house(person: Person, writer: Person) -> bool:
    if person is writer or person.email is None or writer.email is None:
        return True
    return person.email.split("@")[-1] == writer.email.split("@")[-1]
