"""Is a value that somebody who is booked tells another one now? Words say so, or our confirmation has another; and some
of what is told is only asked, or left open.
"""

from mailbot.reading.case.asking import Asking
from mailbot.reading.case.noted import is_as_noted
from mailbot.reading.letter.units import Unit, UnitKind
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late

ANEW = ("works_at", "change", "from_now_on", "alteration")  # what says that a value is another one now
VALUES = ("organisation", "role", "phone", "workshops", "diet", "access")
LEAVE_IT = late(
    r"\b(?:no need to|(?:do not|don't|needn't|need not) (?:need to )?|hoef\w*\b|niet nodig)[^.!?]{0,40}?"
    r"\b(?:change|update|alter|aan te passen|te wijzigen|te veranderen|aanpassen|wijzigen|veranderen)\b"
    r"|\b(?:nog|not) (?:niets|niks|niet|yet)\b[^.!?]{0,20}\b(?:wijzigen|aanpassen|veranderen|change)\b"
)
FIELD = late(r"\b(?:functie\w*|titel|rol|organisatie|werkgever|job title|title|role|position|organisation|employer)\b")
BUT = late(r"\b(?:maar|terwijl|but|while)\b")
# "Haar nummer is ... Wilt u dat nummer opnemen?"
THAT_VALUE = late(
    r"\b(?:dat|dit|die|that|this)\s(?:\w+\s)?(?:nummer|adres|functie|titel|number|address|title)\b"
    r"|\b(?:dat|dit|that|this)\s(?:\w+\s){0,2}(?:aan(?:passen|gepast)|wijzig\w*|verwerk\w*|opnemen|corrigeren|doorvoeren|change)\b"
    r"|\b(?:change|update|correct)\s(?:that|this)\b"
)
WAVERS = late(
    r"\b(?:twijfel\w*|aarzel\w*|weet (?:het )?nog niet|er (?:nog )?niet uit|overweeg\w*|denk (?:er)?over na"
    r"|not sure (?:yet|if|whether)|still deciding|haven't decided)\b"
)
# "Kan bij Els worden bijgeschreven dat ze halal eet?"
NOTE_IT = late(
    r"\b(?:kan|kunnen|mag|mogen|zou|could|can|may)\b[^.?!]{0,80}"
    r"\b(?:bijgeschreven|genoteerd|toegevoegd|aangetekend|vermeld|opgenomen|bijgezet|erbij gezet|be (?:added|noted))\b"
)
OTHERWISE = late(r"\b(?:verder|rest|overig\w*|voor het overige|anders|else|other|otherwise|apart)\b")


def is_told_anew(asking: Asking, person: Person, key: str, was: str | None) -> bool:
    """Whether the talk, not the signature, says that this value is another one now: in words that say so, or since our
    confirmation has another (`was`)."""
    value, found = getattr(person, key), person.evidence.get(key)
    if value is None or (was and is_as_noted(value, was)):
        return False
    if not person.is_writer and found is not None and found == asking.writer.evidence.get(key):
        return False  # the house of both, of which the writer speaks
    if found is not None and any(entry.changes and entry.start <= found.start < entry.end for entry in asking.entries):
        return True
    units = [unit for unit in asking.sheet.units if _is_said_in(asking, unit, person, key)]
    if any(unit.has(*ANEW) or _is_headed_so(asking, unit) for unit in units):
        return True
    if key == "phone":  # nobody gives a number for nothing
        return bool(units) and (was is not None or asking.account.own_booking)
    if was is None:  # "u vermeldt mij als adviseur, maar ik ben projectleider"
        return any(unit.has("booking") and BUT.search(asking.text, unit.start, unit.end) for unit in units)
    return any(_sets(asking, unit, was) for unit in units)


def _sets(asking: Asking, unit: Unit, was: str) -> bool:
    """Whether a sentence says what somebody is beside what we have: not so "als raadslid ben ik benieuwd"."""
    before = [other for other in asking.sheet.units if other.start < unit.start]
    said = fold(asking.text[before[-1].start if before else unit.start : unit.end])
    told = is_as_noted(was.removeprefix("gemeente "), said)  # "Almelo, niet Almere"
    return unit.has("booking") or told or FIELD.search(said) is not None


def _is_said_in(asking: Asking, unit: Unit, person: Person, key: str) -> bool:
    """Whether a sentence says that; the value may be taken from the signature below, which has it, too."""
    found = person.evidence.get(key)
    if found is not None and found.part == "text" and unit.start <= found.start < unit.end:
        return True
    said = fold(asking.text[unit.start : unit.end])
    return person.is_writer and unit.has(*ANEW) and fold(getattr(person, key)) in said


def _is_headed_so(asking: Asking, unit: Unit) -> bool:
    """Whether it stands below, or right behind, a sentence that announces what is to be otherwise: "twee cijfers
    verwisseld: ...", "vier dingen die anders moeten:"."""
    before = [other for other in asking.sheet.units if other.start < unit.start]
    heads = [other for other in before if other.kind is not UnitKind.ITEM] if unit.kind is UnitKind.ITEM else before
    behind = next((other for other in asking.sheet.units if other.start >= unit.end), None)
    points_back = behind is not None and THAT_VALUE.search(fold(asking.text[behind.start : behind.end]))
    return (bool(heads) and heads[-1].has("change")) or bool(points_back and behind and behind.has("change", "do_it"))


def leaves_it(asking: Asking) -> bool:
    """ "No need to change anything yet": not so "verder hoeft u niets te wijzigen"."""
    return any(
        LEAVE_IT.search(fold(asking.text[unit.start : unit.end]))
        and not OTHERWISE.search(fold(asking.text[unit.start : unit.end]))
        for unit in asking.sheet.units
    )


def is_only_thought_of(asking: Asking, person: Person) -> bool:
    """Whether all that is new of somebody stands in questions that ask for nothing to be done ("is er ook iets
    veganistisch?"), or some of it in a sentence that leaves it open ("ik weet nog niet of ik glutenvrij wil")."""
    places = [found.start for key, found in person.evidence.items() if key in VALUES and found.part == "text"]
    units = [u for u in asking.sheet.units if any(u.start <= at < u.end for at in places)]
    said = [c for u in units for c in u.clauses if any(c.start <= at < c.end for at in places)]
    need = person.evidence.get("access")  # "waarschijnlijk loop ik dan nog met krukken": better noted than not
    if any(c.has("perhaps", "undecided") and not (need and c.start <= need.start < c.end) for c in said):
        return True
    if any(WAVERS.search(fold(asking.text[u.start : u.end])) for u in units):
        return True
    if any(NOTE_IT.search(fold(asking.text[u.start : u.end])) for u in units):
        return False
    if any(c.has("change", "alteration") and c.has("me", "mine", "i") for u in units for c in u.clauses):
        return False  # "would you move me, for the afternoon, from B to C?"
    return bool(said) and all(c.asks and not c.has("polite", "may", "me", "mine", "i", "change") for c in said)
