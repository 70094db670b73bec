"""Is it this seat that is to be given up or changed, the whole of it, and by somebody who may?

Whether a registration is meant at all is private_business.py's.
"""

import re

from rapidfuzz import fuzz

from mailbot.domain.reading import Action
from mailbot.reading.account.saying import stance_of
from mailbot.reading.account.stance import Stance
from mailbot.reading.case.asking import Asking
from mailbot.reading.details import diets, needs
from mailbot.reading.judgement.dropping_out import may_drop_out
from mailbot.reading.judgement.outcome import Outcome
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.names import Name, same_person
from mailbot.reading.names.person_name import split_plain
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late
from mailbot.reading.workshops.choices import choice_reader

OWN = ("i", "me", "we", "us", "mine", "he", "him", "all")
# "Kunt u Jansen van de lijst halen?": whom no list of names knows
SOMEBODY = re.compile(
    r"\b(?:u|je|jullie|[Gg]raag|[Gg]elieve|svp|[Pp]lease|alsnog|even|collega|heer|mevrouw|wethouder)\s"
    r"(?P<who>[A-Z][^\W\d_A-Z][^\W\d_]+)"
)

DROPS = late(
    r"\b(?:delete|remove|drop|scrap|verwijder\w*|schrap\w*|(?:haal|streep)\b[^.;!?]{0,60}\b(?:weg|eraf|eruit|af|door)"
    r"|mag (?:weg|eraf|eruit|vervallen))\b",
    re.IGNORECASE,
)
ALIKE = 75  # of 100: as much alike as a name and the same with a slip or two
SURNAME_IS = re.compile(
    r"\b(?:achternaam|surname|last name)\s(?:is|wordt|luidt)\s(?:[^\W\d_A-Z][\w-]*\s){0,5}?(?P<name>[A-ZÀ-Þ][\w-]+)"
)
# "... voor mijn plek": nobody to whom it could go
NO_PERSON = (
    r"(?:plek|plekje|plaats|zitplaats|stoel|kaartje|aanmelding|inschrijving|deelname|seat|place|spot|registration)"
)
# "... aan een collega van mij", "to someone from our office", "naar mijn opvolger"
TO_ONE_OF_OURS = late(
    r"\b(?:aan|naar|voor|to|for)\s(?:(?:een|één|a|an|another)\s(?:(?:andere|other)\s)?(?:collega|colleague)\b(?!-)"
    rf"|(?:mijn|m'n|onze|ons|my|our)\s(?!{NO_PERSON}\b)(?:[\w-]+\s){{0,2}}?(?P<who>[\w-]+)"
    r"|(?:een|één|iemand|a|an|one|someone|somebody)\s(?:[\w-]+\s){0,2}?(?:van|uit|bij|of|from|at)\s"
    r"(?:mij|ons|onze|mijn|mine|me|us|ours?|my)\b)",
    re.IGNORECASE,
)
HANDS_ON = late(
    r"\b(?:krijgt|neemt|gets|takes)\s(?:mijn|onze|my|our)\s(?:workshops?|rondes?|rounds?|sessies?)\b|"
    r"\b(?:mag|mogen|krijgt|kan|neemt|wil|may|can|takes|gets|wants|have)\s(?:dan\s|wel\s|graag\s)?"
    r"(?:mijn|haar|zijn|onze|my|her|his|our)\s(?:(?:plek|plekje|plaats|place)\s(?:in|bij|at)\s(?:de\s|die\s|the\s)?)?"
    r"(?:workshops?|rondes?|rounds?|sessies?|workshopplek)\b"
    r"[^.;!?\n]{0,40}?\b(?:hebben|overnemen|krijgen|over|gebruiken|have|over|take)\b",
    re.IGNORECASE,
)
WAITING = re.compile(r"\b(?:wachtlijst|reservelijst|waiting list|waitlist)\b", re.IGNORECASE)
SAID = 20  # characters before: "mijn plek niet graag "


# "U kunt mij schrappen, of houden", "remove me, or keep me"
OR_KEEP = late(
    r"\b(?:of|or)\s(?:anders\s|else\s)?(?:(?:juist|gewoon|liever|u|je|mij|me|ons|just|you|can|may)\s){0,3}"
    r"(?:houd|houden|behoud|behouden|laat|laten|bewaar|bewaren|keep|leave|niet|not)\b(?!\s(?:het|mij|me|ons)?\s?weten)",
    re.IGNORECASE,
)


def would_as_well_stay(outcome: Outcome) -> bool:
    """ "Haal mij van de lijst, of laat mij staan, wat u het handigst vindt": one or the other."""
    if not outcome.cancels:
        return False
    return any(
        clause.has("cancel") and OR_KEEP.search(asking.text, _cancelled(clause), unit.end)
        for asking in outcome.case.asking
        for unit in asking.sheet.units
        for clause in unit.clauses
    )


def _cancelled(clause: Clause) -> int:
    return next(cue.end for cue in clause.cues if cue.kind == "cancel")


def wonders_whether_it_is_booked(outcome: Outcome) -> bool:
    """ "Sta ik al op de lijst? Ik ben veganist": something would change for somebody who doesn't know of a seat."""
    if outcome.actions != {Action.CHANGE} or outcome.case.confirmations:
        return False
    told = [
        clause.asks and clause.has("i", "me", "we", "us") and not (clause.names or clause.has("him", "remains"))
        for asking in outcome.case.asking
        for unit in asking.sheet.units
        for clause in unit.clauses
        if stance_of(clause) is Stance.BOOKED  # also "kunt u bij zijn aanmelding noteren dat ...", which knows of one
    ]
    return bool(told) and all(told)


def leaves_whom_it_replaces(outcome: Outcome) -> bool:
    """ "Niet Wim Smit maar Noor Bos komt": where Wim has a seat, it would be his still."""
    gone = {request.name for request in outcome.requests if request.action is Action.CANCEL}
    writers = {str(asking.writer.name) for asking in outcome.case.asking}
    return any(r.keeps_seat_of and r.keeps_seat_of not in gone | writers for r in outcome.requests)


def may_mean_another(outcome: Outcome) -> bool:
    """The writer's seat is given up by words that name nobody we know, and call somebody by a name."""
    own = outcome.case.own
    if not (outcome.cancels and own.account.implied_cancel):
        return False
    text, events = own.sheet.letter.text, own.sheet.events
    given_up = [c for u in own.sheet.units for c in u.clauses if c.has("cancel") and not (c.names or c.has(*OWN))]
    called = [hit for c in given_up for hit in SOMEBODY.finditer(text, c.start, c.end)]
    return any(not any(m.start <= hit.start("who") < m.end for m in events) for hit in called)


def is_not_on_the_list(outcome: Outcome) -> bool:
    """Somebody other than the writer cancels, and our confirmation doesn't name them."""
    if not outcome.cancels or not outcome.case.confirmations:
        return False
    confirmed = fold(" ".join(page.letter.text for page in outcome.case.confirmations))
    cancelled = {request.name for request in outcome.requests if request.action is Action.CANCEL}
    gone = [person for person in outcome.people if str(person.name) in cancelled and not person.is_writer]
    return any(fold(person.name.surname or person.name.given) not in confirmed for person in gone)


def fits_two_of_them(outcome: Outcome) -> bool:
    """Who gives up a seat, or changes something, is called by what may be either of two whom our confirmation names:
    "W. van Dam", of Wilma and Wietse."""
    confirmed = outcome.case.people_confirmed
    undone = [split_plain(r.name.split()) for r in outcome.requests if r.name and r.action is not Action.REGISTER]
    return any(
        sum(same_person(name, other) for other in confirmed) > 1
        for name in undone
        if not name.given and str(name) not in map(str, confirmed)
    )


def leaves_without_a_word(outcome: Outcome) -> bool:
    """Somebody is signed up, and the writer comes no longer, of whose seat nothing is said."""
    return outcome.only_registers and any(may_drop_out(outcome.case, asking) for asking in outcome.case.asking)


def goes_to_one_of_ours(outcome: Outcome) -> bool:
    """ "Geef mijn plaats aan een collega van mij": whoever that is, is to be signed up, and has no name. Not so "aan
    iemand van de wachtlijst", whom we know."""
    if outcome.actions != {Action.CANCEL}:
        return False
    return any(
        _goes_to_one_of_ours(asking.text, clause)
        for asking in outcome.case.asking
        for unit in asking.sheet.units
        for clause in unit.clauses
        if clause.has("transfer", "replace", "cancel") and not (clause.names or clause.has("if_seats", "part"))
    )


def _goes_to_one_of_ours(text: str, clause: Clause) -> bool:
    if clause.has("replace") and clause.has("one_of_them_comes"):  # "in mijn plaats komt iemand van Tiel"
        return not (clause.has("neg") or WAITING.search(text, clause.start, clause.end))
    given = TO_ONE_OF_OURS.search(text, clause.start, clause.end)
    if given is None or any(c.kind == "neg" and 0 < given.start() - c.start <= SAID for c in clause.cues):
        return False  # "ik geef mijn plek niet aan een collega"
    if given["who"] is None or (clause.has("transfer", "replace") and not given[0].lower().startswith(("voor", "for"))):
        return True
    return any(cue.kind in ("person", "companion") and cue.end == given.end("who") for cue in clause.cues)


def hands_on_a_workshop(outcome: Outcome) -> bool:
    """ "Wim gaat wel, en mag mijn workshop hebben": who leaves is found, and not what becomes of his choices."""
    if outcome.actions != {Action.CANCEL}:
        return False
    return any(HANDS_ON.search(asking.sheet.parts.body) for asking in outcome.case.asking)


def changes_anothers(outcome: Outcome) -> bool:
    """ "Kunt u de workshop van Els Bos wijzigen?": only the writer's would be changed. Not so a name that is set right:
    the wrong one is named, too."""
    if outcome.actions != {Action.CHANGE} or outcome.says("spelling"):
        return False
    return any(
        _changes_something(asking, clause)
        and any(_is_anothers(asking, found.name) for found in clause.names)
        and all(request.name == str(asking.writer.name) for request in outcome.requests)
        and not clause.has("contact", "talked")
        and not _is_right_as_it_is(asking, clause)
        for asking in outcome.case.asking
        for unit in asking.sheet.units
        for clause in unit.clauses
    )


def _changes_something(asking: Asking, clause: Clause) -> bool:
    """Not so "mijn teamgenoot Olaf Rienks verandert niets", nor "inmiddels heeft mijn dochter Els mij een film laten
    zien", where it is the time that changed, and nothing of a seat is told."""
    stays = [cue for cue in clause.cues if cue.kind == "remains"]
    times = [] if _is_of_a_seat(asking, clause) else [cue for cue in clause.cues if cue.kind == "from_now_on"]
    return any(
        cue.kind in ("change", "alteration", "swap")
        and not any(o.start <= cue.start and cue.end <= o.end for o in (*stays, *times))
        for cue in clause.cues
    )


def _is_right_as_it_is(asking: Asking, told: Clause) -> bool:
    """ "Ik maakte een foutje toen ik Joris en mij opgaf. Bij hem klopt het": told of whom that clause named."""
    following = (clause for unit in asking.sheet.units for clause in unit.clauses if clause.start >= told.end)
    first = next((clause for clause in following if clause.has("him", "he", "i", "me") or clause.names), None)
    right = first is not None and first.has("him", "he") and first.has("done_already", "remains")
    return right and first is not None and not first.has("neg", "change", "i", "me", "if")


def _is_of_a_seat(asking: Asking, clause: Clause) -> bool:
    said = asking.text[clause.start : clause.end]
    return clause.has("part", "booking", "enrol", "attend", "seat", "modal") or bool(diets(said) or needs(said))


def _is_anothers(asking: Asking, name: Name) -> bool:
    """Whether that isn't the writer's name, be it misspelt."""
    known, own = asking.roster.find(name), fold(str(asking.writer.name))
    return known is not asking.writer and fuzz.ratio(fold(str(name)), own) < ALIKE


def is_called_otherwise(outcome: Outcome) -> bool:
    """ "Mijn achternaam is sinds mijn trouwen Bakker", and what was read is the name of before."""
    if outcome.actions != {Action.CHANGE} or not outcome.says("spelling"):
        return False
    called = [said["name"] for asking in outcome.case.asking for said in SURNAME_IS.finditer(asking.text)]
    return any(all(fold(name) not in fold(request.name or "") for request in outcome.requests) for name in called)


def signs_up_whom_it_respells(outcome: Outcome) -> bool:
    """ "Er zit een foutje in haar naam: zij heet Els Backer", below our confirmation: she would be listed twice."""
    if outcome.cancels or not outcome.case.answers_confirmation:
        return False
    new = {request.name for request in outcome.requests if request.action is Action.REGISTER}
    return any(unit.has("spelling") and any(str(found.name) in new for found in unit.names) for unit in outcome.units)


def drops_a_part(outcome: Outcome) -> bool:
    """ "Mijn plek in de workshop Vooroordelen mag naar een ander": something is given up there, and not chosen. Of a
    course a change gives seats only: "avond 3 in plaats van avond 2" leaves the other."""
    if outcome.actions != {Action.CHANGE} or not any(request.workshops for request in outcome.requests):
        return False
    courses = [choice_reader(event) for event in outcome.case.context.events if event.sessions()]
    if any(course.sessions_given_up(asking.text) for course in courses for asking in outcome.case.asking):
        return True
    clauses = [clause for unit in outcome.units for clause in unit.clauses]
    given = [c for c in clauses if c.has("cancel") or (c.has("transfer") and c.has("anyone"))]
    return any(c.has("part") and not c.has("change") for c in given) or _chooses_what_it_drops(outcome)


def _chooses_what_it_drops(outcome: Outcome) -> bool:
    """ "Please delete Vooroordelen Voorbij in round 3", and that was read as a choice."""
    chosen = [choice for request in outcome.requests for choice in request.workshops]
    for asking in outcome.case.asking:
        for clause in (clause for unit in asking.sheet.units for clause in unit.clauses):
            if DROPS.search(asking.text, clause.start, clause.end) is None:
                continue
            said = asking.text[clause.start : clause.end]
            if any(c in chosen for e in outcome.case.context.events for c in choice_reader(e).read(said).choices):
                return True
    return False


def gives_up_a_part(outcome: Outcome) -> bool:
    """ "Een gedeeltelijke afmelding: de middag vervalt": who cancels the whole seat, cancels too much."""
    return outcome.cancels and any(
        unit.has("cancel", "absent", "stays", "replace", "i") and any(_is_in_part(c) for c in unit.clauses)
        for unit in outcome.units
        if unit.has("partly")
    )


def _is_in_part(clause: Clause) -> bool:
    """Not so "de griep is nog niet helemaal over"."""
    ill = [cue for cue in clause.cues if cue.kind == "ill_still"]
    return any(c.kind == "partly" and not any(o.start <= c.start < o.end for o in ill) for c in clause.cues)


def gives_up_a_workshop(outcome: Outcome) -> bool:
    """ "Vooroordelen Voorbij zeg ik af": the workshop alone, perhaps, and the seat would go."""
    if outcome.actions != {Action.CANCEL} or not any(request.workshops for request in outcome.requests):
        return False
    left = [
        (asking, clause)
        for asking in outcome.case.asking
        for unit in asking.sheet.units
        for clause in unit.clauses
        if clause.has("cancel", "absent") and not clause.has("enrol_noun", "all")
    ]
    return bool(left) and all(
        any(clause.start <= at < clause.end for at, _ in asking.sheet.workshops)
        and not any(clause.start <= mention.start < clause.end for mention in asking.sheet.events)
        for asking, clause in left
    )


def gives_up_a_session(outcome: Outcome) -> bool:
    """ "De 28e moet ik laten schieten", of a course: who cancels the whole seat, cancels too much."""
    if not outcome.cancels:
        return False
    courses = [event for event in outcome.case.context.events if event.sessions()]
    return any(
        clause.start <= at < clause.end
        for event in courses
        for asking in outcome.case.asking
        for at, _ in choice_reader(event).sessions_in(asking.text)
        for unit in asking.sheet.units
        for clause in unit.clauses
        if clause.has("cancel", "absent", "stays", "neg")
    )


def is_listed_twice(outcome: Outcome) -> bool:
    """ "Ik sta dubbel op de lijst, kunt u er een verwijderen?": the seat itself is to stay."""
    return outcome.cancels and outcome.says("twice")
