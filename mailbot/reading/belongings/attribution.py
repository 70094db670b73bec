"""Bringing values to people: whose address, organisation, role, telephone, workshops, diet and needs are these?

First what stands in a table or form, then what stands in somebody's own list item or clause, then the signature (the
writer's alone), then what colleagues share (the organisation), last what only an address tells (its domain).
"""

import re
from collections.abc import Callable, Sequence
from functools import cache

from mailbot.domain.event import Event
from mailbot.domain.reading import Evidence
from mailbot.reading import details
from mailbot.reading.belongings.addresses import give_addresses
from mailbot.reading.belongings.called_otherwise import called_otherwise, goes_on_about
from mailbot.reading.belongings.cells import read_cells, read_factions
from mailbot.reading.belongings.choice_sharing import share_out
from mailbot.reading.belongings.diet_lines import give_by_lines
from mailbot.reading.belongings.earlier_letter import tell_again, tell_of_authors
from mailbot.reading.belongings.employment import employ
from mailbot.reading.belongings.in_turn import give_in_turn
from mailbot.reading.belongings.latest import disowned, is_set_right, present_phones
from mailbot.reading.belongings.list_titles import repeat_line_above
from mailbot.reading.belongings.one_of_several import (
    is_anybodys,
    named_by_place,
    named_in_brackets,
    of_the_other,
    of_their_kind,
    told_too,
)
from mailbot.reading.belongings.only_mentioned import is_nobodys, is_not_mine
from mailbot.reading.belongings.opposed import opposed
from mailbot.reading.belongings.ownership import alike, owners
from mailbot.reading.belongings.people_of_ours import is_of_family
from mailbot.reading.belongings.present_titles import is_former
from mailbot.reading.belongings.shared_lines import share_lines
from mailbot.reading.belongings.signed_notes import named_beside_number, numbers_of_others
from mailbot.reading.belongings.statements import SUBJECT, says_nothing
from mailbot.reading.belongings.told_above import set_right_above
from mailbot.reading.belongings.told_behind import but_for, counted, for_whom, is_of_one_of_them, told_behind
from mailbot.reading.belongings.told_in_blocks import told_in_block
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.case import Case
from mailbot.reading.case.noted import noted, without_noted
from mailbot.reading.letter.units import Unit, UnitKind
from mailbot.reading.lexicon import words
from mailbot.reading.names import find, same_person
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import fold, pattern_of
from mailbot.reading.text.found import Found
from mailbot.reading.text.late import late

Finder = Callable[..., tuple[Found, ...]]
TEXT = "text"
MY_NUMBER = late(
    r"\b(?:het mijne|(?:dat|die|het nummer) van mij|mine)\b[^.;,]{0,12}$"
    r"|\b(?:mijn|m'n|my)\s(?:[\w-]+\s)?(?:nummer|telefoonnummer|mobiel|06|number|phone|mobile)\b[^.;,]{0,20}$",
    re.IGNORECASE,
)
BESIDE_WISH = 24  # characters: "graag", "ik eet"
HOUSE_NUMBER = re.compile(r"[\w-]*\s\d{1,4}[a-z]?\b(?![ -]{0,3}\d)")  # behind a street called after somebody
# Behind a word for what somebody needs, which only heads a line: "Rolstoel e.d. ..... nvt"
LABEL_OF_NOTHING = late(
    r"[^\S\n]?[\w./() -]{0,24}?(?::|\.{3,}|\t|\?)[^\S\n]{0,8}"
    r"(?:nvt|n\.v\.t\.?|nee|neen|geen|niet|no|none|n/a|-)[^\S\n]*(?:$|\n)"
)
# Behind what is said of somebody else: "Fatih eet halal. Ik ook."
CALLED_DIET = re.compile(r"(?:dieet|allergie|dietary|diet|allerg)\w*(?:\s\w+)?\s?:", re.IGNORECASE)  # in a signature
MY_OWN = re.compile(r"\b(?:ik|mijn|i|my)\b", re.IGNORECASE)
ME_TOO = re.compile(
    r"[^.!?\n]{0,24}[.!?,]?\s(?:en )?(?:ik(?:zelf)? ook|me too|same for me|idem voor mij)\b", re.IGNORECASE
)


def attribute(
    case: Case, asking: Asking, event: Event | None, people: list[Person], leaving: Sequence[Person] = ()
) -> list[str]:
    """Give those people what the letter says of them, and to those who give up a seat their titles. Returns doubts."""
    text = asking.sheet.parts.body
    everybody = [*people, *leaving]
    doubts: list[str] = []
    known = noted(case) if people == [asking.writer] else {}
    if known:
        opposed(asking, known)
    turns = give_in_turn(asking, people)
    doubts += ["unclear_whose"] if turns.unclear else []
    entries, taken = share_lines(asking, people, turns.taken)
    taken += give_by_lines(asking, people)
    for entry in entries:
        owner = next((p for p in people if (entry.start, entry.end) in p.spans), None)
        if owner is not None:
            # what is written between our lines may look like a signature
            doubts += read_cells(asking.text if entry.changes else text, entry, owner, event)
    give_addresses(case, asking, text, people)
    _titles(asking, everybody, case.own_subject)
    employ(
        case, asking, event, people, everybody, turns.taken
    )  # first: "de burgemeester eet halal" is said of who is that
    for entry in asking.entries:
        for owner in people:
            if (entry.start, entry.end) in owner.spans:
                read_factions(text, entry, owner)
    for key, finder in (
        ("phone", present_phones),
        ("diet", details.diets),
        ("access", details.needs),
    ):
        doubts += _owned(asking, text, key, finder, people, known.get(key), taken)
    repeat_line_above(asking, people, "diet")
    if event is not None and event.workshops:
        doubts += share_out(case, asking, event, people)
        doubts += set_right_above(case, asking, event, people)
    _signature(case, asking, everybody)
    tell_again(case, asking, people)
    tell_of_authors(case, asking, people)
    return doubts


# Ownership ------------------------------------------------------------------------------------------------------------


def _owned(
    asking: Asking,
    text: str,
    key: str,
    finder: Finder,
    people: list[Person],
    was: str | None,
    taken: Sequence[tuple[int, int]],
) -> list[str]:
    """Values in the talk: each goes to whom its clause or item is about. `was`: what we noted before; `taken`: where
    they were given out. Returns doubts."""
    doubts: list[str] = []
    last: list[Person] = []
    last_at = -1
    read = [*taken, *_cells_read(asking), *asking.sheet.workshops]  # "voor de lunch: Vooroordelen Voorbij" is no diet
    values = finder(text)
    if was is not None or asking.account.own_booking:
        values = tuple(without_noted(text, values, was))
    for found in values:
        if found.negated or found.kind == "none" or any(a <= found.start < b for a, b in read):
            continue
        if is_set_right(asking, found, values) or (key == "access" and LABEL_OF_NOTHING.match(fold(text), found.end)):
            continue
        if key in ("diet", "access") and is_nobodys(asking, found, people):
            continue
        known = _whose(asking, found, key, people, last, last_at)
        if key != "phone" and asking.writer in people and MY_OWN.search(text, found.start, found.end):
            known = [asking.writer]  # "door dat gips kan ik geen dienblad dragen"
        if known is None:
            doubts.append("unclear_whose")
            continue
        whose = _named_before(asking, found, known, people) if key == "phone" else known
        if key != "phone" and whose == [asking.writer] and is_not_mine(asking, found):
            continue
        last, last_at = whose, found.start
        if ME_TOO.match(text, found.end) and asking.writer in people and asking.writer not in whose:
            whose = [*whose, asking.writer]
        if len(whose) < len(people):
            whose = [*whose, *(p for p in told_too(asking, found.end, people) if p not in whose)]
        for person in whose:
            if key in ("diet", "access") and getattr(person, key) and found.value not in getattr(person, key):
                setattr(person, key, f"{getattr(person, key)}, {found.value}")
            else:
                person.put(key, found.value, Evidence(TEXT, found.start, found.end))
    return doubts


def _whose(
    asking: Asking, found: Found, key: str, people: list[Person], last: list[Person], last_at: int
) -> list[Person] | None:
    """Whose that value is; what somebody eats or needs may be told before it is said of whom. None where
    it is of one of several, and nobody knows of which. `last`: whose the value before it is, at `last_at`."""
    at = found.start
    unit = next((u for u in asking.sheet.units if u.start <= at < u.end), None)
    in_block = told_in_block(asking, at) is not None
    if in_block or key == "phone" or unit is None or unit.kind is not UnitKind.SENTENCE:
        return owners(asking, at, people, shared=key == "diet")
    if goes_on_about(asking, unit, at, last_at):
        return last
    if len(people) > 1 and (meant := for_whom(asking, unit, at, found.end, people)):
        return meant
    if meant := called_otherwise(asking, unit, at, people):
        return meant
    if behind := told_behind(asking, unit, at, people):
        return behind
    if is_of_one_of_them(asking, unit, at):
        return None if is_anybodys(asking, unit, at, people) else []
    other = of_the_other(asking, unit, at, people, last)
    if other is None or is_anybodys(asking, unit, at, people) or is_of_family(asking, unit, at, people):
        return None
    if placed := other or named_by_place(asking, unit, at, people) or of_their_kind(asking, unit, at, people):
        return placed
    if (as_many := counted(asking, unit, at, people)) is not None:
        return as_many or None
    whose = alike(asking, at, owners(asking, at, people, shared=key == "diet"), people)
    return but_for(asking, unit, at, whose, people)


def _named_before(asking: Asking, found: Found, whose: list[Person], people: list[Person]) -> list[Person]:
    """Who of several has that number: "Gloria is ons aanspreekpunt: 06 ..." names one, "mijn nummer is" the writer;
    else all of them."""
    beside = named_beside_number(asking.text, found, people) if len(people) > 1 else None
    if beside is not None:
        return [beside]
    at = found.start
    unit = next((u for u in asking.sheet.units if u.start <= at < u.end), None)
    before = asking.text[unit.start : at] if unit else ""
    if MY_NUMBER.search(before) and asking.writer in people:
        return [asking.writer]
    if len(people) > 1 and (named := named_in_brackets(asking, at, people)):
        return named
    said = set(re.findall(r"[\w'’-]+", before)) if len(whose) > 1 else set()
    named = [person for person in whose if person.name.given in said]
    return named if len(named) == 1 else whose


def _cells_read(asking: Asking) -> list[tuple[int, int]]:
    """The cells that were read for what they are called; "🌱 vegan" in a form is called nothing, and is talk."""
    return [
        (cell.start, cell.end)
        for entry in asking.entries
        for kind, cells in entry.cells.items()
        if kind not in ("other", "date")
        for cell in cells
    ]


def _titles(asking: Asking, people: list[Person], subject: Sequence[Unit]) -> None:
    """ "wethouder Jansen": the title before a name, where it is an office; in the subject, too."""
    for unit in (*asking.sheet.units, *subject):
        part = SUBJECT if unit in subject else TEXT
        for found in unit.names:
            title = found.title.split()[0].casefold() if found.title else ""
            if not title or is_former(title):
                continue
            roles = details.roles(found.title)
            for person in people:
                if roles and same_person(person.name, found.name):
                    person.put("role", roles[0].value, Evidence(part, found.start, found.start + len(found.title)))


# Signature, sharing, domains ------------------------------------------------------------------------------------------


def _signature(case: Case, asking: Asking, people: list[Person]) -> None:
    """What the signature says is the writer's."""
    writer, text = asking.writer, asking.sheet.parts.signature
    others = numbers_of_others(asking, people)
    if writer not in people:
        return
    if says_nothing(asking) and not asking.relayed:
        _subject_alone(case.subject, writer)
    found = details.phones(text, asking.sheet.parts.below)
    phones = [f for f in found if f not in others and not _is_somebody_elses(asking, text, f)]
    phones = [] if phones and disowned(asking.sheet.parts.body) else phones
    ranked = sorted(phones, key=lambda f: {"mobile": 0, "general": 2}.get(f.kind, 1))  # a town hall's own number last
    _line_below(asking, writer)
    best = ranked[0] if ranked else None
    if best is not None:
        writer.put("phone", best.value, Evidence(TEXT, best.start, best.end))


def _line_below(asking: Asking, writer: Person) -> None:
    """A short line of a signature that says what its author eats or needs: "(vegetarisch graag)"."""
    text = asking.sheet.parts.signature
    for key, finder in (("diet", details.diets), ("access", details.needs)):
        for found in finder(text, asking.sheet.parts.below):
            start, stop = text.rfind("\n", 0, found.start) + 1, text.find("\n", found.end)
            line = text[start : stop if stop >= 0 else len(text)].strip(" ()*.!\t")
            brief = len(line) <= len(found.value) + BESIDE_WISH and not details.organisations(line)
            brief = (brief and found.kind != "labelled") or CALLED_DIET.match(line) is not None
            if brief and not found.negated and found.kind != "none":
                writer.put(key, found.value, Evidence(TEXT, found.start, found.end))


def _subject_alone(subject: str, writer: Person) -> None:
    """What a mail says that is nothing but a subject: "Aanmelding 30 maart, Ria de Wit (geen vlees)"."""
    for key, finder in (("phone", details.phones), ("diet", details.diets), ("access", details.needs)):
        for found in finder(subject):
            if not found.negated and found.kind not in ("none", "general"):
                writer.put(key, found.value, Evidence("subject", found.start, found.end))


def _is_somebody_elses(asking: Asking, text: str, found: Found) -> bool:
    """Whether a signature's number is in a line about somebody else: "Voor afspraken: Carla Nijhuis, 053 - ..."."""
    start = text.rfind("\n", 0, found.start) + 1
    writer = asking.writer.name
    before = find(text[start : found.start])
    if not any(same_person(named.name, writer) for named in before) and _others_number().search(
        fold(text), start, found.start
    ):
        return True
    houses = details.organisations(text, start, found.start)  # "Gemeente Hollands Kroon / 088 ..."
    own = fold(text).rfind(fold(str(writer)), start, found.start)  # of "Mei Ling Cheung" only half may have been found
    return any(
        not same_person(named.name, writer)
        and not any(house.start <= start + named.start < house.end for house in houses)
        and not (0 <= own <= start + named.start < own + len(str(writer)))
        for named in before
        if named.sure and named.name.is_full and not HOUSE_NUMBER.match(text, start + named.end)
    )


@cache
def _others_number() -> re.Pattern[str]:
    return pattern_of(words("contact", "others_number"))
