"""The people of tables and forms: whose name a row or a form gives, and who else shares a line with them."""

import re
from dataclasses import replace

from mailbot.reading import details
from mailbot.reading.account.stance import Stance
from mailbot.reading.case.asking import Asking
from mailbot.reading.letter.cue_phrases import number
from mailbot.reading.letter.entry import Entry
from mailbot.reading.letter.form_questions import brings_nobody
from mailbot.reading.letter.labels import is_empty, is_yes
from mailbot.reading.names import Name, find, from_header, is_given, merged, same_person
from mailbot.reading.names.header_names import parse_header
from mailbot.reading.names.list_lines import can_be_called
from mailbot.reading.names.mailboxes import WHOLE
from mailbot.reading.names.name_order import AROUND_HYPHEN, name_turned, surname_apart
from mailbot.reading.names.people import Person
from mailbot.reading.names.person_name import split_plain, turned
from mailbot.reading.names.surnames import is_surname, may_be_other_half
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late

NEXT_NAME = re.compile(r"(?:[,;&/+\n]|\b(?:en|and))\s*\Z")
APART = late(r"\s*[/;]\s*")
ELSEWHERE = late(
    r"(?i:\W*(?:zie|als|see|as)\s(?:de\s|the\s|mijn\s|my\s)?"
    r"(?:boven\w*|onder\w*|hierboven|hieronder|afzender|handtekening|above|below|sender|signature)\b)"
)
ONESELF = late(r"\A\s*(?i:ondergetekende|ikzelf|ik|mijzelf|mezelf|myself)\s*[,(:–-]\s*(?=[^\W\d_a-z])")
BESIDE_NAME = frozenset(("given", "initials", "infix"))
# "Achternaam en voornaam", "Naam, voornaam"
SURNAME_FIRST = late(
    r"\W*(?:achter|familie|geslachts|sur|last )?na(?:am|me)\s*(?:en|and|,|\+|/|&)?\s*"
    r"(?:voorna|roepna|voorletter|initia|first|given)",
    re.IGNORECASE,
)
NAME_CELL = late(r"[\w.'’-]+(?: [\w.'’-]+){1,4}")
ME = r"(?:ik|ikzelf|mijzelf|mezelf|ondergetekende|I|me|myself)"
AROUND_DASH = re.compile(r"[ ][-–][ ]?|[-–][ ]")
AND_I = late(rf"\b(?:en|and)\s+{ME}\b|[,;]\s*{ME}\s*(?:[.,;]|\Z)|\A\s*{ME}\s+(?:en|and)\s", re.IGNORECASE)


def people_of_entries(asking: Asking) -> list[Person]:
    """The people of the tables and forms, added to the roster, each coming unless struck out; all of them giving up
    their seats where the words around say that and enrol nobody."""
    found = []
    given_up = Stance.CANCELS in asking.account.said
    undone = given_up and not (asking.account.enrols or Stance.REPLACES in asking.account.said or _of_some(asking))
    if given_up and not undone and asking.entries:
        # which of the two does the table belong to? Of whom it names the second reader sees nothing
        asking.account.doubt("unclear_change" if _of_some(asking) else "contradiction")
    if _somebody_drops_out(asking):
        asking.account.doubt("unclear_person")
    if asking.entries and all(entry.changes for entry in asking.entries):
        asking.writer.comes = asking.writer.enrolled = False  # "voor onze twee deelnemers heb ik wijzigingen"
    for entry in asking.entries:
        if entry.open:
            asking.account.doubt("names_follow")
            asking.account.open_places += 1
            continue
        name = _entry_name(asking.text, entry)
        person = _entry_person(asking, entry, name)
        if name is None and "name" in entry.cells and len(asking.entries) > 1:
            asking.account.doubt("unclear_person")  # "Wijkteam", in the column of those who come
        if person is None or (name is None and entry.struck and "name" in entry.cells):
            continue
        if entry.changes:
            _note_changed(asking, entry, person)
            continue
        if "whose" in entry.cells:
            asking.account.doubt("unclear_person")
        brought = _brought_along(asking, entry)
        if entry.unsure:  # of what answers a question the second reader doesn't see the half
            asking.account.doubt("unclear_answer" if entry.between else "condition")
        if name is None:  # a line or two of a form ("Lunch: ...") says something of somebody, not that they come
            person.spans.append((entry.start, entry.end))
            person.stays_away = person.stays_away or entry.struck  # "Aanwezig: nee"
            continue
        if entry.struck:
            person.stays_away = True
        elif entry.booked:
            person.booked = True
        elif undone:
            person.cancels = person.stays_away = True
            person.order = min(person.order, entry.start)
        else:
            if person.cancels or any(
                old is person for old, _ in asking.account.substitutions
            ):  # "Naam: Els Bos", and below it "Mijn vervanger die dag: Wim Kok"
                asking.account.doubt("unclear_change")
            person.mark_coming(entry.start)
        person.spans.append((entry.start, entry.end))
        found += [person, *_named_beside(asking, entry, person), *brought]
    return found


def _brought_along(asking: Asking, entry: Entry) -> list[Person]:
    """Whom the answer to "Neem je iemand mee?" names; one that names nobody, and is no "nee", leaves a doubt."""
    brought: list[Person] = []
    for cell in entry.cells.get("company", ()):
        said = asking.text[cell.start : cell.end]
        if brings_nobody(said):
            continue
        named = [f for f in find(asking.text, cell.start, cell.end) if f.name.is_full and f.sure]
        brought += [asking.roster.mention(found) for found in named]
        if not named or entry.struck:
            asking.account.doubt("unnamed" if is_yes(said) or number(said.split()[0]) else "companion")
    for person in brought:
        person.mark_coming(entry.start)
    return brought


def _of_some(asking: Asking) -> bool:
    """ "Mevrouw Zoethout (nr. 5) ziet ervan af": what gives up seats names one of several in the table."""
    at = asking.account.said[Stance.CANCELS]
    said = next((unit for unit in asking.sheet.units if unit.start <= at < unit.end), None)
    return len(asking.entries) > 1 and said is not None and bool(said.names)


def _somebody_drops_out(asking: Asking) -> bool:
    """ "Please ignore Noor's row": one of those in a table stays away, and nobody was found to be meant."""
    told = Stance.STAYS_AWAY in asking.account.said and len(asking.entries) > 1
    return told and not any(person.stays_away or person.cancels for person in asking.roster.people)


def _note_changed(asking: Asking, entry: Entry, person: Person) -> None:
    """Of whom it tells what was and what is to be, is on the list."""
    if entry.unsure:
        asking.account.doubt("condition")
    person.booked = True
    person.spans.append((entry.start, entry.end))
    asking.account.booked_by_writer = asking.account.booked_by_writer or not person.is_writer


def _named_beside(asking: Asking, entry: Entry, person: Person) -> list[Person]:
    """Who else comes by a form's line of names: "Wie: Els Bos, Wim Kok en ik". What such a form says beside the names
    is for a person to hand out."""
    beside: list[Person] = []
    for cell in entry.cells.get("name", ()):
        said = asking.text[cell.start : cell.end]
        names = [f for f in find(asking.text, cell.start, cell.end) if f.name.is_full and f.sure]
        others = [f for f in names[1:] if NEXT_NAME.search(asking.text, cell.start, f.start)]
        beside += [other for f in others if (other := asking.roster.mention(f)) is not person]
        if names and AND_I.search(said) and asking.writer is not person:
            beside.append(asking.writer)
    for other in beside:
        other.mark_coming(entry.start)
    if beside and {"role", "email", "phone", "diet", "access", "workshop", "round"} & entry.cells.keys():
        asking.account.doubt("unclear_person")
    return beside


def _entry_name(text: str, entry: Entry) -> Name | None:
    parts = {kind: text[cells[0].start : cells[0].end].strip() for kind, cells in entry.cells.items()}
    whole = next((kind for kind in ("surname", "name") if kind in parts), "")
    if whole and not BESIDE_NAME & parts.keys() and (turned := _turned(parts[whole], entry.cells[whole][0].label)):
        return turned
    one_word = " " not in AROUND_HYPHEN.sub("-", parts.get("name", " "))
    apart = "given" in parts and fold(parts["given"]).split()[:1] != fold(parts.get("name", "")).split()[:1]
    if "name" in parts and "surname" not in parts and (apart or (one_word and BESIDE_NAME & parts.keys())):
        parts["surname"] = _without_initials(parts.pop("name"))  # what stands beside it says that a surname is meant
    if "name" in parts and ELSEWHERE.match(parts["name"]):
        return None  # it is in the header, or below: nobody is called "Zie Boven"
    if "name" in parts:
        value = _with_both_halves(ONESELF.sub("", parts["name"].split("\n")[0]))
        if _has_surname_first(value) and (name := from_header(value)) is not None:
            return name
        found = find(value)
        if found and found[0].name.is_full and found[0].start < 5 and "given" not in parts:
            return found[0].name
        if "given" in parts and (name := _found_name(value)) is not None:
            return replace(name, given=parts["given"])
        bare = value.split(" (")[0] if "(" in value and "," not in value else value
        return from_header(bare) or _found_name(value) or _unknown_name(bare)
    if "surname" in parts:
        surname = parts["surname"].replace(",", " ")  # "Bosch, van den" in a cell of its own
        filled = (parts[kind] for kind in ("given", "initials", "infix") if kind in parts)
        beside = " ".join(APART.sub(" ", part) for part in filled if not is_empty(part))  # "A.C.M. / Annelies"
        # brackets hold what somebody is called by, or more that is said: "Piet (officieel Petrus Johannes)"
        return parse_header(f"{surname}, {beside}") if "(" in beside else name_turned(surname, beside, "")
    return None


def _with_both_halves(value: str) -> str:
    """ "Elif van der Sluis – Kaya", "Sluis - Kaya, Elif" with one hyphen: in a cell for names what is no house is half
    of a surname."""
    name, comma, behind = value.partition(",")
    first, *halves = AROUND_DASH.split(name)
    words = halves[0].split() if len(halves) == 1 else []
    half = bool(words) and may_be_other_half(words) and (is_surname(words[-1]) or not is_given(words[-1]))
    if not half or not (comma or " " in first) or details.organisations(halves[0]) or details.roles(halves[0]):
        return value
    return f"{first}-{halves[0]}{comma}{behind}"


def _without_initials(value: str) -> str:
    """The surname of a name whose given name is told beside it: "mw. drs. A.W. van der Kolk"."""
    found = find(value)
    whole = bool(found) and found[0].name.surname and found[0].end == len(value)
    return f"{found[0].name.infix} {found[0].name.surname}".strip() if whole else value


def _has_surname_first(value: str) -> bool:
    """ "Lie Kwie Sjoe, Merlin", all that a cell holds: not so "Wim Smit, Noor"."""
    before, comma, behind = value.partition(",")
    words, given = before.split(), behind.split()
    return bool(comma and words and given) and is_given(given[0]) and (len(words) == 1 or not is_given(words[0]))


def _turned(value: str, label: str) -> Name | None:
    """The name in a cell whose label says that the surname stands first: "Achternaam en voornaam"."""
    if SURNAME_FIRST.match(label) is None:
        return None
    if value.count(",") == 1:
        return from_header(value)  # "van der Laan, Ida"
    words = value.split()
    if len(words) < 2 or not NAME_CELL.fullmatch(value) or is_given(words[0]):
        return None
    return name_turned(*(surname_apart(value, "") or (" ".join(words[:-1]), words[-1])), "")


def _unknown_name(value: str) -> Name | None:
    """The name that a cell for names has, though it may be a house's anywhere else: "Mthunzi Kerk"."""
    words = value.split()
    return split_plain(words) if WHOLE.fullmatch(value) and can_be_called(words) and "," not in value else None


def _found_name(value: str) -> Name | None:
    found = find(value)
    return found[0].name if found else None


def _entry_person(asking: Asking, entry: Entry, name: Name | None) -> Person | None:
    writer = asking.writer
    if name is None and entry.between:
        return writer  # it was asked of them: "Nee. Mijn collega Els Bos komt ook."
    if name is None:
        coming = [p for p in asking.roster.people if p.comes]
        return coming[0] if len(coming) == 1 else writer if not coming or writer.comes else None
    if len(asking.entries) == 1 and (writer.name == Name() or same_person(writer.name, name)):
        writer.name, writer.sure = merged(writer.name, name) if writer.name != Name() else name, True
        return writer
    person = asking.roster.add(name)
    if {"given", "surname"} <= entry.cells.keys() and turned(person.name, name):
        person.name = name  # a form tells which is which, whatever a header shows: "Yıldız Ayşe Nur"
    return person
