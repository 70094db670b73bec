"""What a row of a table, or a form, says of the person whose it is."""

import re

from mailbot.domain.event import Choice, Event
from mailbot.domain.reading import Evidence
from mailbot.reading import details
from mailbot.reading.belongings.addresses import readdress
from mailbot.reading.belongings.asked_choices import choices_answered, is_plain
from mailbot.reading.belongings.employer_words import AUTHORITIES
from mailbot.reading.belongings.statements import TEXT
from mailbot.reading.letter.entry import Cell, Entry
from mailbot.reading.letter.labels import field_of, is_empty, is_second_wish, is_yes
from mailbot.reading.lexicon import word_set, words
from mailbot.reading.lexicon.authorities import municipality_names
from mailbot.reading.names import find
from mailbot.reading.names.listed_names import TITLE
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import fold
from mailbot.reading.text.found import Found
from mailbot.reading.text.late import late
from mailbot.reading.workshops.choices import ChoiceReader, choice_reader
from mailbot.reading.workshops.found import AWAY, CHOICE, COPY, MIRROR

UNSURE_LABELS = ("wat", "werk", "taak", "ik ben", "what")  # of a title, or of something else
# "Eet niet", "Wat eet u niet?", "Does not eat"; what is told there is left out
NOT_EATEN = late(
    r"\W*(?:wat\s)?(?:(?:(?:eet|eten|lust|mag|drinkt?|verdraagt|kan)\b(?:\s(?:ik|je|jij|u|hij|zij|ze|men))?\s(?:\w+\s)?"
    r"(?:niet|geen)\b)|niet (?:eten|lusten)|geen\W*$|(?:do(?:es)? not|doesn.t|don.t|cannot|can.t|won.t) eat|no-gos?\b)"
)
ENGLISH = re.compile(r"\b(?:eat|no)\b")
BY_ITSELF = late(
    r"\W*(?:(?:ik|hij|zij|ze|i)\b.*|geen|niet|niks|niets|alles|alle|no|not|nothing|\w*(?:arisch|anist\w*|arian|ari[eë]r|vrij)|vega\w*|halal|kosher|koosjer)\b"
)
ALLERGY = re.compile(r"\s*\((?:[^()]*allerg[^()]*)\)", re.IGNORECASE)
LEADERS = re.compile(r"[.…_ ]{4,}")  # "Ronde 1 . . . . :": full stops there would end sentences
# "Idem als in ronde 2, maar dan die andere"
BUT_THE_OTHER = re.compile(r"\b(?:maar|alleen|but)\s(?:dan\s|then\s)?(?:met\s)?(?:die|de|het|the)\s(?:andere|other)\b")
SAYS_NOTHING = re.compile(r"\W*(?:niets|niks|geen|nee|nothing|none|no)\b[,;.]")
BEHIND_MARK = re.compile(r"\w\s?[,;/(–-]\s?$")
NEXT_WORDS = re.compile(r"[,;!.]\s")
HOUSE_FOLLOWS = re.compile(r"[\s,(]*(?:(?:bij|van|at|of|with|for)\s(?:(?:de|het|the)\s)?)?")  # behind a title
AT = re.compile(r"\s(?:bij|van|in dienst van|at|for|of|with)\s(?:(?:de|het|the)\s)?")
ORGANISATION_ENDS = re.compile(r"\n|[,;]\s|\s[(|/–-]\s?")

NEEDED = ("need", "seat", "condition")
BESIDE_NEED = 16  # characters: "graag", "nodig"


def read_cells(text: str, entry: Entry, person: Person, event: Event | None) -> list[str]:
    """Brings what the cells say to that person; what they say that can't be, as reasons for a person to look."""
    for key in ("role", "organisation", "email", "phone", "diet", "access"):
        for cell in entry.cells.get(key, ()):
            if key != "organisation" or not _is_faction(cell):
                _cell_value(text, key, cell, person)
    for cell in entry.cells.get("name", ()):
        if (titles := details.roles(cell.label)) and field_of(cell.label) != "name":  # it is headed "Raadslid"
            person.put("role", titles[0].value, Evidence(TEXT, cell.start, cell.end))
        for found in details.roles(text, cell.start, cell.end)[:1]:  # "Els Bakker (jurist)"
            if found.start > cell.start and found.kind == "title":
                person.put("role", found.value, Evidence(TEXT, found.start, found.end))
                _house_behind(text, found, cell, person)
    for cell in entry.cells.get("other", ()):  # below "Wat doet die"; not so "Leidinggevende: directeur Kees Prins"
        names_another = any(named.name.is_full for named in find(text, cell.start, cell.end))
        for found in details.roles(text, cell.start, cell.end)[:1]:
            if found.start == cell.start and not names_another:
                person.put("role", text[cell.start : cell.end], Evidence(TEXT, cell.start, cell.end))
    for cell in (*entry.cells.get("remark", ()), *entry.cells.get("name", ())):
        for key, finder in (("diet", details.diets), ("access", details.needs)):
            for found in finder(text, cell.start, cell.end):
                if found.kind != "none" and not found.negated:
                    person.put(key, found.value, Evidence(TEXT, found.start, found.end))
    days = [cell for cell in entry.cells.get("day", ()) if is_yes(text[cell.start : cell.end])]
    if any(event is None or not choice_reader(event).read(cell.label).choices for cell in days):
        return ["unclear_entry"]  # columns of several days, and they are no sessions of that event
    if asked := entry.cells.get("asked"):
        return _answers(text, asked, person, event)
    return _entry_choices(text, entry, person, event) if event is not None and event.workshops else []


def _answers(text: str, cells: list[Cell], person: Person, event: Event | None) -> list[str]:
    """What is chosen in answer to questions between the lines."""
    if event is None or not event.workshops:
        return ["unclear_workshop"]
    if event.sessions():
        chosen = _sessions_in(text, cells, event)
        understood = bool(chosen) and all(is_plain(text[cell.start : cell.end]) for cell in cells)
    else:
        chosen, understood = choices_answered(text, cells, event)
    person.choices_known = True
    if chosen:
        person.put("workshops", chosen, Evidence(TEXT, cells[0].start, cells[-1].end))
    return [] if understood else ["unclear_workshop"]


def read_factions(text: str, entry: Entry, person: Person) -> None:
    """What stands below "Fractie" is where somebody works only where nothing tells of which council they are."""
    for cell in entry.cells.get("organisation", ()):
        if _is_faction(cell):
            _cell_value(text, "organisation", cell, person)


def _is_faction(cell: Cell) -> bool:
    return fold(cell.label).strip(" :?*.") in ("fractie", "partij")


def _cell_value(text: str, key: str, cell: Cell, person: Person) -> None:
    value = text[cell.start : cell.end].strip()
    if is_empty(value):
        return
    evidence = Evidence(TEXT, cell.start, cell.end)
    if key == "email":
        found = details.emails(text, cell.start, cell.end)
        if found:  # what somebody fills in is what they want to be reached at
            readdress(person, found[0])
    elif key == "phone":
        found = details.phones(text, cell.start, cell.end)
        if found:
            person.put(key, found[0].value, Evidence(TEXT, found[0].start, found[0].end))
    elif key == "organisation":
        person.put(key, _organisation_in(text, cell, value), evidence)
        for title in details.roles(text, cell.start, cell.end)[:1]:
            if BEHIND_MARK.search(text, cell.start, title.start):  # "Stichting Barka, vrijwilliger"
                person.put("role", title.value, Evidence(TEXT, title.start, title.end))
    elif key == "role" and fold(cell.label).strip(" :?*") in UNSURE_LABELS and not details.roles(value):
        return  # "Wat: de bijeenkomst van 30 maart"
    elif key == "role" and re.fullmatch(TITLE, value):
        return  # below "Titel": "mr.", "drs."
    elif key == "role" and (house := _house_in_role(text, cell)) is not None:  # "Werk: consulent bij Stichting Barka"
        title = details.roles(text, cell.start, cell.end)[0]
        person.put("role", title.value, Evidence(TEXT, title.start, title.end))
        person.put("organisation", house.value, Evidence(TEXT, house.start, house.end))
    elif key == "diet" and (unwanted := _is_not_eaten(cell, value)):
        person.put(key, unwanted, evidence)
    elif key in ("diet", "access"):
        found = (details.diets if key == "diet" else details.needs)(text, cell.start, cell.end)
        good = [f for f in found if f.kind != "none"]
        if key == "diet":  # "geen. Zij is doof aan één oor"
            needed = [n for n in details.needs(text, cell.start, cell.end) if n.kind in NEEDED and not n.negated]
            for need in needed:
                person.put("access", need.value, Evidence(TEXT, need.start, need.end))
            if needed and not good and len(value) <= sum(len(need.value) for need in needed) + BESIDE_NEED:
                return  # below "Dieet / opm.": "ringleiding nodig"
        if not good and (_says_nothing(value) or details.wish_in_cell(value) is None):
            return  # "geen, wel graag vlaai"; "nee, niets nodig"
        if good or not found:
            person.put(key, ", ".join(f.value for f in good) if good else value, evidence)
    else:
        person.put(key, value.split("\n")[0].split(" (")[0], evidence)


def _is_not_eaten(cell: Cell, value: str) -> str | None:
    """ "Geen noten, pinda's" of "Eet niet: noten, pinda's (allergie)"; None where the label says nothing of the kind,
    or the value says it all by itself: "vegetarisch", "geen vlees", "alles"."""
    label = fold(cell.label)
    if NOT_EATEN.match(label) is None or _says_nothing(value) or BY_ITSELF.match(fold(value)):
        return None
    return f"{'no' if ENGLISH.search(label) else 'geen'} {ALLERGY.sub('', value).strip(' .')}"


def _says_nothing(value: str) -> bool:
    """Whether the first words of a cell for diets are that there is none."""
    first = NEXT_WORDS.split(fold(value))[0]
    return {first.strip(" .!"), fold(value).strip(" .!")} & word_set("diet", "empty_values") != set()


def _house_behind(text: str, title: Found, cell: Cell, person: Person) -> None:
    """ "Els Bos, penningmeester COC Limburg", "Els Bos (jurist, gemeente Ede)": unless another cell tells the house."""
    for house in details.organisations(text, title.end, cell.end)[:1]:
        if HOUSE_FOLLOWS.fullmatch(text, title.end, house.start):
            person.put("organisation", house.value, Evidence(TEXT, house.start, house.end))


def _house_in_role(text: str, cell: Cell) -> Found | None:
    """The organisation that stands right behind a title in a cell, with "bij" and the like between them."""
    title = next((f for f in details.roles(text, cell.start, cell.end) if f.start == cell.start), None)
    if title is None:
        return None
    houses = details.organisations(text, title.end, cell.end)
    return next((one for one in houses if AT.fullmatch(text, title.end, one.start)), None)


def _organisation_in(text: str, cell: Cell, value: str) -> str:
    """The authority that a cell names, else all of it up to a comma or bracket: "Thuis in Breda" is called so. Below
    "Gemeente" a town's name is enough."""
    found = details.organisations(text, cell.start, cell.end)
    authority = next((one.value for one in found if one.kind in AUTHORITIES), None)
    written = ORGANISATION_ENDS.split(value)[0].strip() or value
    below_town = fold(cell.label).lstrip(" *_").startswith("gemeente")
    if authority is None and below_town and fold(written) in municipality_names():
        return details.canonical(f"gemeente {written}")
    return authority or written


def _entry_choices(text: str, entry: Entry, person: Person, event: Event) -> list[str]:
    reader = choice_reader(event)
    chosen: list[Choice] = []
    unknown = False
    rounds = {r.number for r in event.rounds}
    cells = [cell for kind in ("round", "workshop") for cell in entry.cells.get(kind, ())]
    # below "voor de lunch", "om 14u"
    cells += [c for c in entry.cells.get("other", ()) if _is_of_a_round(reader, text, c)]
    cells.sort(key=lambda cell: cell.start)
    if event.sessions():
        if sessions := _sessions_in(text, cells, event):
            person.put("workshops", sessions, Evidence(TEXT, entry.start, entry.end))
        person.choices_known = person.choices_known or bool(sessions)
        return []
    if any(_is_of_several(reader, text, cell) for cell in cells):
        return []
    for cell in cells:
        if is_empty(text[cell.start : cell.end]) or SAYS_NOTHING.match(fold(text[cell.start : cell.end])):
            continue
        headed = reader.rounds_named(cell.label)
        reading = reader.read(text, _start_of_label(text, cell) if headed else cell.start, cell.end)
        said = reader.find(text, cell.start, cell.end)
        denied = {m.workshop for m in said if m.negated or m.past}
        # "B, als ronde 2 vol zit" chooses nothing; "A? grapje: B" chooses B
        waived = any(m.kind not in (CHOICE, AWAY) for m in said)
        if chosen and (like := _as_before(reader, text, cell, chosen[-1])):
            number = cell.number if cell.number in rounds else headed[0] if len(headed) == 1 else None
            chosen.append(Choice(number, like))
            continue
        unknown = unknown or "unclear_workshop" in reading.problems
        named = (
            () if waived and not entry.changes else reader.workshops_named(text[cell.start : cell.end], context=text)
        )
        named = named if entry.changes else tuple(slug for slug in named if slug not in denied)
        for choice in reading.choices or [Choice(None, slug) for slug in named]:
            number = choice.round
            if number is None:
                number = cell.number if cell.number in rounds else headed[0] if len(headed) == 1 else None
            if Choice(number, choice.workshop) not in chosen:
                chosen.append(Choice(number, choice.workshop))
    if not cells:  # "Opmerkingen: workshop A in ronde 3"
        chosen += [c for cell in entry.cells.get("remark", ()) for c in reader.read(text, cell.start, cell.end).choices]
    if len(chosen) == 1 and chosen[0].round is None and (rounds_told := _rounds_alone(text, entry, reader)):
        chosen = [Choice(number, chosen[0].workshop) for number in rounds_told]
    told = any(text[cell.start : cell.end].strip() for cell in cells)
    if person.choices_known and not {c.round for c in chosen} & {None, *(c.round for c in person.workshops)}:
        person.workshops += tuple(chosen)  # in a table with a row for each round of theirs
    person.choices_known = person.choices_known or told
    if chosen:
        person.put("workshops", tuple(chosen), Evidence(TEXT, entry.start, entry.end))
    return ["unclear_workshop"] if unknown else []


def _is_of_a_round(reader: ChoiceReader, text: str, cell: Cell) -> bool:
    """Whether a cell of which no list has the head is headed by a round, and names a workshop."""
    named = reader.workshops_named(text[cell.start : cell.end], context=text)
    if is_second_wish(cell.label):
        return False
    return bool(named) and len(reader.rounds_named(cell.label)) == 1


def _sessions_in(text: str, cells: list[Cell], event: Event) -> tuple[Choice, ...]:
    """The sessions of a course that a row's cells name: below "Avond(en)" stands "1, 3 en 5", or "alle vijf"."""
    reader, given = choice_reader(event), event.sessions()
    numbers = [c.round for cell in cells for c in reader.read(text, cell.start, cell.end).choices]
    numbers += [number for cell in cells for number in reader.rounds_named(text[cell.start : cell.end])]
    return tuple(Choice(number, slug) for number, slug in sorted(given.items()) if number in numbers)


def _is_of_several(reader: ChoiceReader, text: str, cell: Cell) -> bool:
    """Whether that is no form's line, but talk of several ("Ronde 1: Jan bij A, ik bij B. Ronde 3: als in 1"), or
    tells what there is."""
    if len(reader.rounds_named(cell.label)) != 1:
        return False
    reading = reader.read(text, _start_of_label(text, cell), cell.end)
    if not reading.found and len(reader.workshops_named(text[cell.start : cell.end], context=text)) > 1:
        return True  # "Ronde 1: A / B", of a programme
    compares = any(m.kind == COPY and m.source is not None for m in reading.found)
    return compares or "two_workshops_one_round" in reading.problems


def _as_before(reader: ChoiceReader, text: str, cell: Cell, last: Choice) -> str | None:
    """The workshop of a cell that says "idem" or "de andere", of the one before it."""
    kinds = {m.kind for m in reader.find(text, cell.start, cell.end) if not (m.negated or m.past)}
    said = fold(text[cell.start : cell.end].strip(" .\n"))
    other = said in words("choices", "the_other") or BUT_THE_OTHER.search(said) is not None
    if kinds == {COPY} and not other:
        return last.workshop
    return next((choice.workshop for choice in reader.mirror([last])), None) if kinds == {MIRROR} or other else None


def _start_of_label(text: str, cell: Cell) -> int:
    """Where the label begins that stands right before a form's value: "voorkeur 12u: A / 14u: B" is of one piece."""
    at = text.rfind(cell.label, max(0, cell.start - len(cell.label) - 6), cell.start)
    return at if at >= 0 and LEADERS.search(text, at, cell.start) is None else cell.start


def _rounds_alone(text: str, entry: Entry, reader: ChoiceReader) -> tuple[int, ...]:
    """The rounds of a cell that holds nothing else: "Ronde: 3" below "Workshop: ..."."""
    cells = [text[cell.start : cell.end] for cell in entry.cells.get("round", ()) if cell.number is None]
    return reader.rounds_named(cells[0]) if len(cells) == 1 else ()
