"""Whom a clause means beside those that it names: "hem en zijn medewerker Wim Smit", "de wethouder", "de eerste"; and
which pronoun is the one that a verb has for its object.

A pronoun means whoever was named right before it; a function, whoever was named with it; a number, whoever stands there
in the list or the row of names before.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from mailbot.reading.account.mentions import is_verb, last_named
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.names.people import Person, Roster
from mailbot.reading.text.late import late

PRONOUN = r"(?:hem|haar|hen|him|her|them)"
AND = r"(?:en|and|plus|alsook|alsmede|evenals|als|met|&)"
# "hem en zijn medewerker", "mij en haar": somebody of their own; not so "haar collega"
JOINED_PRONOUN = late(
    rf"\b{PRONOUN}(?=,?\s+{AND}\s)|(?<=\s){AND}\s+{PRONOUN}(?=\s+(?:graag|ook|beiden|in|aan|op|te|voor|bij|for|to)\b|\s*[.,;])",
    re.IGNORECASE,
)

# "Hem", "zich", and "haar" where no noun follows that she has: "wilt u haar afmelden", not "haar verjaardag".
OBJECT = re.compile(
    r"\b(?:(?:hem|hen|zich|him|them)\b|(?:haar|hun|her)(?=\s+(?:\w+\s+){0,2}?(?:en|af|uit|te|van|voor|op|in|aan|weer|graag|helaas|dus|alsnog|even|maar"
    r"|aanmelden|inschrijven|opgeven|noteren|and|afmelden|annuleren|afzeggen|uitschrijven|schrappen|verwijderen|off|from)\b))",
    re.IGNORECASE,
)
FOR_THEM = 10  # characters: "a seat for him", "een stoel voor haar"


def object_of(clause: Clause, *kinds: str) -> str:
    """Which pronoun stands last before the end of that verb: "vroeg mij hem aan te melden" is about him. One of the
    kinds "me", "him", "us"; empty where none does."""
    verb = clause.first(*kinds)
    if verb is None:
        return ""
    objects = [cue for cue in clause.cues if cue.kind in ("me", "him", "us") and cue.end <= verb.end + FOR_THEM]
    return objects[-1].kind if objects else ""


def joined_by_pronoun(text: str, clause: Clause, roster: Roster, recent: Sequence[Person]) -> tuple[Person, ...]:
    """Who comes by a pronoun that stands in a row with names: "op verzoek van Els Bos wil ik haar en Wim Smit
    inschrijven". It means the last ones named before it, in the clause or else in the talk."""
    found = JOINED_PRONOUN.search(text, clause.start, clause.end)
    if found is None:
        return ()
    before = last_named(text, clause.names, found.start())
    before = tuple(name for name in before if name.end <= found.start())
    people = [roster.mention(name) for name in before] or list(recent)
    return tuple(person for person in people if not person.is_writer)


NUMBERED = re.compile(
    r"[\s(]*(?:(?:en|maar|dus|and|but|so)\s+)?(?P<whose>(?:van wie|waarvan|of whom)\s+)?"
    r"(?:(?:alleen|enkel|slechts|only|just)\s+)?"
    r"(?:(?:nummer|nr\.?|no\.?|number)\s*(?P<number>\d{1,2})"
    r"|(?:de|the)\s+(?P<ordinal>eerste|tweede|derde|vierde|vijfde|laatste|first|second|third|fourth|fifth|last|former|latter)"
    r"|(?:de\s+)?(?P<named>eerst|laatst)genoemde)"
    r"(?P<guest>\s+(?:genoemde\s+)?(?:gast|collega|persoon|dame|heer|deelnemer|kandidaat|guest|colleague|person))?"
    r"\s+(?P<verb>[^\W\d_]+)\b",
    re.IGNORECASE,
)
# Between two names of a row: "Els Bos (jurist) en onze wethouder Wim Smit"
IN_ROW = re.compile(
    r"\s*(?:\([^()\n]{1,60}\))?\s*(?:,|,?\s(?:en|and|&|alsmede|evenals|plus))\s+(?:(?!(?:en|and)\b)[a-zà-ÿ.]+\s+){0,3}"
)
PLACES = {
    **{word: at for at, word in enumerate(("eerste", "tweede", "derde", "vierde", "vijfde"))},
    **{word: at for at, word in enumerate(("first", "second", "third", "fourth", "fifth"))},
    "laatste": -1,
    "last": -1,
    "former": 0,
    "latter": -1,
    "eerst": 0,
    "laatst": -1,
}
OFFICE = re.compile(
    r"[\s(]*(?:(?:en|maar|and|but)\s+)?(?:de|onze|the|our)\s+(?P<office>[^\W\d_-]{4,30})\s+(?P<verb>[^\W\d_]+)",
    re.IGNORECASE,
)
ORDINALS = re.compile(
    r"\b(?:de|the)\s(?:eerste|tweede|derde|vierde|vijfde|laatste|first|second|third|last|former|latter)\b|genoemde\b",
    re.I,
)
BEGINS = re.compile(r"(?:[,;:]|\b(?:en|maar|terwijl|and|but|while|van wie|waarvan|of whom))(?=\s)", re.IGNORECASE)
BESIDE = 2  # characters between a function and the name behind it
APPOSITION = re.compile(r",\s+(?:mevrouw|mw\.?|de heer|dhr\.?|mr\.?|mrs\.?|ms\.?)?\s*\Z", re.IGNORECASE)


def numbers_within(text: str, clause: Clause, row: Sequence[Person]) -> list[tuple[int, Person]]:
    """Where else a clause turns to who stands somewhere in that row: "De eerste is jurist, de tweede raadslid"."""
    if not row or not ORDINALS.search(text, clause.start, clause.end):
        return []
    found = []
    for begin in BEGINS.finditer(text, clause.start, clause.end):
        hit = NUMBERED.match(text, begin.end(), clause.end)
        if hit is not None and (person := _in_row(hit, row)) is not None:
            found.append((begin.end(), person))
    return found


def counted_up(text: str, clause: Clause, roster: Roster) -> list[Person]:
    """Whom a clause names in one row: "u nodigde Els Bos en Wim Smit uit"; nobody where they stand apart."""
    names = clause.names
    if len(names) < 2 or any(not IN_ROW.fullmatch(text, a.end, b.start) for a, b in pairwise(names)):
        return []
    row = [roster.mention(name) for name in names]
    return row if len({id(person) for person in row}) == len(row) else []


def by_number(text: str, clause: Clause, row: Sequence[Person]) -> list[Person]:
    """ "De eerste is vegetariër", "nummer 3 komt later": who stands there in the last row of names."""
    found = NUMBERED.match(text, clause.start, clause.end)
    if found is None or not (found["whose"] or is_verb(found["verb"])):
        return []
    person = _in_row(found, row)
    return [person] if person is not None else []


def _in_row(found: re.Match[str], row: Sequence[Person]) -> Person | None:
    word = (found["ordinal"] or found["named"] or "").casefold()
    place = int(found["number"]) - 1 if found["number"] else PLACES[word]
    if found["named"] or found["guest"]:
        row = [person for person in row if not person.is_writer]  # "ik kom met Wim en Els. De eerste gast"
    return row[place] if -1 <= place < len(row) and row else None


def by_office(text: str, clause: Clause, holders: dict[str, Person]) -> list[Person]:
    """ "De wethouder eet halal": who was named as one."""
    found = OFFICE.match(text, clause.start, clause.end)
    if found is None or not is_verb(found["verb"]):
        return []
    holder = holders.get(found["office"].casefold())
    return [holder] if holder is not None else []


def offices(text: str, clause: Clause, roster: Roster) -> dict[str, Person]:
    """What the people named in a clause are: "wethouder Els Bos", "de burgemeester, mevrouw Els Bos"."""
    found: dict[str, Person] = {}
    told = [cue for cue in clause.cues if cue.kind == "person"]
    for name in clause.names:
        person = roster.mention(name)
        for word in name.title.casefold().split():
            found[word] = person
        for cue in told:
            gap = text[cue.end : name.start]
            if cue.end <= name.start and (len(gap) <= BESIDE or APPOSITION.fullmatch(gap)):
                found[text[cue.start : cue.end].casefold()] = person
    return found
