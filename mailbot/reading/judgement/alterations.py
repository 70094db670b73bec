"""What somebody who is on the list already wants otherwise: who may be meant, and whether anything is new for them.

Before values are brought to people (attribution.py), `may_change` names those of whom something new can be said;
afterwards `settle` keeps those of whom it is.
"""

import re

from mailbot.domain.event import Choice
from mailbot.reading.account.account import ALL
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.case import Case, any_phrase
from mailbot.reading.case.noted import noted
from mailbot.reading.details import diets, needs
from mailbot.reading.judgement.booked import has_own_booking, is_on_the_list, is_told_of_others, points_elsewhere
from mailbot.reading.judgement.occasion import occasion
from mailbot.reading.judgement.told_anew import is_only_thought_of, is_told_anew, leaves_it
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.units import Unit
from mailbot.reading.names import same_person
from mailbot.reading.names.people import UNSAID, Person
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late
from mailbot.reading.workshops.choices import choice_reader

FEW_WORDS = 12  # an answer of so many words that chooses workshops does nothing else
OTHERS = ("party", "person", "also_group", "us", "him")  # beside "ik heb ... aangemeld"
OFFERS = any_phrase("offers")
NEW = late(
    r"\b(?:graag|voortaan|nu|inmiddels|sinds|alsnog|toevoegen|noteren|noteer|wijzigen|wordt|vergeten|please|now)\b",
    re.IGNORECASE,
)
# Whether it can be done: "Kan dat worden omgezet?", "Mag ik nog wisselen?", "Is dat mogelijk?"
DOABLE = (
    r"(?:omgezet|aangepast|gewijzigd|veranderd|geregeld|gewisseld|omgeboekt|geruild|wisselen|ruilen|switchen|omzetten"
    r"|aanpassen|wijzigen|veranderen|regelen|overstappen|changed|switched|swapped|adjusted|arranged|switch|swap|change)"
)
FOR_IT = late(
    r"\W*(?:(?:kan|mag|lukt|is|zou|kunt|kunnen|wilt|willen|can|could|may|is|would)\s)"
    r"(?:(?:dat|dit|het|ik|u|jullie|je|nog|ook|mij|me|eventueel|misschien|alsnog|that|this|it|i|you|be|still|worden|kunnen"
    rf"|zijn|van ronde|van workshop|rounds?|workshops?|voor mij|for me|please|even)\b\s?)*"
    rf"(?:{DOABLE}|mogelijk|possible|goed|ok|oké|okay|akkoord|kunnen|gaan|done)?"
    r"(?:\s(?:worden|be|please|voor mij|for me))*\W*",
    re.IGNORECASE,
)
CHOICE_WORDS = 40  # words: in a longer mail that chooses workshops, something else is going on as well


def may_change(case: Case, asking: Asking, gone: list[Person]) -> list[Person]:
    """The writer, and the colleagues whom both the letter and our confirmation name; all whom it confirms, where the
    letter speaks of all ("wij eten alle drie vegetarisch")."""
    body, writer = asking.sheet.parts.body, asking.writer
    of_others = is_told_of_others(asking)
    if not (case.answers_confirmation or writer.booked or has_own_booking(asking) or of_others or _says_so(asking)):
        return []  # an earlier sign-up below, and words that are about something else
    if ALL.search(body) and (_wishes(body) or chosen(case, asking) or _moves(asking)):
        for name in case.people_confirmed:
            asking.roster.add(name)
    writer.order = 0 if writer.order == UNSAID else writer.order
    enrolled = [] if points_elsewhere(case, asking) else _enrolled_before(case, asking)
    colleagues = [p for p in enrolled if not (p.is_writer or any(p is other for other in gone))]
    for person in colleagues:
        person.explained = True
    only_of_others = bool(gone) or (bool(colleagues) and (asking.account.booked_by_writer or of_others))
    unknown = only_of_others and not (case.answers_confirmation or writer.booked)  # who only speaks of others' seats
    # a secretary, who answers the confirmation of her alderman's seat
    unknown = unknown or (bool(colleagues) and bool(case.names_confirmed) and not is_on_the_list(case, writer))
    own = [] if unknown or (colleagues and _stays_the_same(asking)) else [writer]
    return [p for p in (*own, *colleagues) if not any(p is other for other in gone)]


def _enrolled_before(case: Case, asking: Asking) -> list[Person]:
    """Who is on the list: our confirmation says so, or the writer, of one or of several of theirs."""
    clauses = [c for u in asking.sheet.units for c in u.clauses]
    several = any(c.has("already") and c.has("i", "we") and c.has(*OTHERS) for c in clauses)
    body = asking.sheet.parts.body
    # "Jullie hebben Niels van mij gemaakt": whom our confirmation has is the writer
    meant = [p for p in asking.roster.people if not (asking.writer.misspelt and p.explained and not p.is_writer)]
    return [
        p
        for p in meant
        if is_on_the_list(case, p)
        or (p.name.is_full and p.booked and (asking.account.booked_by_writer or is_told_of_others(asking)))
        or (several and p.name.is_full and _is_unsaid(p) and any(body[a:b].strip() for a, b in p.spans))
    ]


def _is_unsaid(person: Person) -> bool:
    """Whether neither coming nor leaving is said of somebody: "voor Wim Smit schreef ik lactosevrij"."""
    return not (person.comes or person.stays_away or person.cancels)


def _stays_the_same(asking: Asking) -> bool:
    """ "Voor mij verandert er niets"."""
    clauses = [c for u in asking.sheet.units for c in u.clauses]
    same = [c for c in clauses if c.has("remains") and not c.has("already")]  # "Els en ik staan al op de lijst"
    return any(c.has("myself_too") or (c.has("me", "mine") and not c.names) for c in same)


def settle(case: Case, asking: Asking, people: list[Person], *, alone: bool) -> tuple[list[Person], list[str]]:
    """Those of them who get something new, and doubts. `alone`: the letter asks for nothing else."""
    new = [person for person in people if _is_new(case, asking, person)]
    if not new and _says_so(asking):  # "vergeten te zeggen: ik eet vegetarisch", which we know
        new = [person for person in people if person.workshops or person.diet]
    if new and alone and (leaves_it(asking) or any(is_only_thought_of(asking, person) for person in new)):
        return new, ["undecided"]
    if new or not alone or not _says_so(asking) or asking.account.asks:
        return new, []
    return people[:1], ["nothing_new"]  # something is to be otherwise: what?


def _says_so(asking: Asking) -> bool:
    """Whether something is to be otherwise in so many words."""
    return asking.writer.misspelt or any(u.has("change") for u in asking.sheet.units)


def _is_new(case: Case, asking: Asking, person: Person) -> bool:
    """Whether a change names a value that isn't booked yet; a name set right after our confirmation is one, too."""
    if person.access or "email" in person.evidence or person.misspelt:
        return True
    if person.workshops and not _is_booked_already(case, person.workshops):
        return True
    if person.diet and not _is_confirmed(case, person.diet) and not _is_only_recalled(asking, person):
        return True
    if (
        person.is_writer
        and (case.answers_confirmation or person.booked or has_own_booking(asking))
        and _says_so(asking)
        and any(u.has("spelling") and u.has("change") for u in asking.sheet.units)
        and not (case.confirmations and is_on_the_list(case, person))  # by that very name: nothing is set right
    ):
        return True
    if not person.is_writer and _is_said_to_stay(asking, person):
        return False  # "ons groepje uit Velsen wordt een duo: Wim valt af, Niels komt gewoon"
    confirmed = case.people_confirmed
    of_them = any(same_person(person.name, name) for name in confirmed) or (person.is_writer and not confirmed)
    known = noted(case) if of_them else {}
    return any(is_told_anew(asking, person, key, known.get(key)) for key in ("organisation", "role", "phone"))


def _is_only_recalled(asking: Asking, person: Person) -> bool:
    """ "Els (glutenvrij) blijft staan", of somebody else: the diet is told as one that we know."""
    where = person.evidence.get("diet")
    if person.is_writer or where is None or not _is_said_to_stay(asking, person):
        return False
    unit = next((u for u in asking.sheet.units if u.start <= where.start < u.end), None)
    stays = [c for c in unit.clauses if c.has("remains") and not c.has("i", "me", "mine")] if unit is not None else []
    return unit is not None and bool(stays) and NEW.search(asking.text, unit.start, unit.end) is None


def _is_said_to_stay(asking: Asking, person: Person) -> bool:
    """Also by the sentence, where it names nobody else: "de deelname van onze adviseur, Els Bos, blijft staan"."""
    units = asking.sheet.units
    said = [(clause.start, clause.end) for unit in units for clause in unit.clauses if clause.has("remains")]
    said += [(u.start, u.end) for u in units if u.has("remains") and len(u.names) == 1 and not _changes_something(u)]
    return any(start <= at < end for start, end in said for at, _ in person.spans)


def _changes_something(unit: Unit) -> bool:
    """Not so "daar verandert niets aan": its "verandert" is of what stays."""
    cues = [cue for clause in unit.clauses for cue in clause.cues]
    stays = [cue for cue in cues if cue.kind == "remains"]
    return any(c.kind == "change" and not any(s.start <= c.start and c.end <= s.end for s in stays) for c in cues)


def _is_booked_already(case: Case, choices: tuple[Choice, ...]) -> bool:
    """Whether our confirmation of one person's seat has all of these; what it only offers to choose from is not
    booked: "1A 2B" below "Bijvoorbeeld: 1A 2B" is a choice."""
    if len(case.names_confirmed) > 1 or not case.confirmations:
        return False
    if any("asked" in entry.cells for entry in case.own.entries):
        return False  # "Ronde 1: A / B", and below it "de tweede"
    event = next((e for e in case.context.events if e.workshops), None)
    text = case.confirmations[0].letter.text
    offer = OFFERS.search(text)
    noted = text[: offer.start()] if offer else text
    return event is not None and set(choices) <= set(choice_reader(event).read(noted).choices)


def _is_confirmed(case: Case, wish: str) -> bool:
    """Whether our confirmation of one person's seat says so."""
    if len(case.names_confirmed) > 1:
        return False
    return any(fold(wish) in fold(page.letter.text) for page in case.confirmations)


def asks_for_other_workshops(case: Case, asking: Asking) -> bool:
    """Whether a mail that signs up nobody chooses workshops: "1A 2B" in an answer, "in ronde 1 liever naar ..."."""
    terse = case.answers and asking.sheet.words <= FEW_WORDS and not any(s.letter.ours for s in case.quoted)
    if not (terse or any(u.has("change") for u in asking.sheet.units)):
        return False
    if asking.account.implied is not None or asking.sheet.words > CHOICE_WORDS:
        return False
    if asking.account.wonders and not _only_asks_for_a_choice(asking):
        return False
    return bool(chosen(case, asking))


def _only_asks_for_a_choice(asking: Asking) -> bool:
    """ "Mag ik Vooroordelen in ronde 1 doen in plaats van ronde 3?": a request in the form of a question; or one beside
    what it asks for: "In ronde 2 wil ik liever Vooroordelen. Kan dat worden omgezet?"."""
    clauses = [c for u in asking.sheet.units for c in u.clauses]
    asked, told = [c for c in clauses if c.asks], any(_is_of_own_part(c) for c in clauses if not c.asks)
    return bool(asked) and all(_is_of_own_part(c) or (told and _only_asks_for_it(asking.text, c)) for c in asked)


def _is_of_own_part(clause: Clause) -> bool:
    return clause.has("change") and clause.has("part") and clause.has("i", "me")


def _only_asks_for_it(text: str, clause: Clause) -> bool:
    """ "Kan dat worden omgezet?", "Mag ik wisselen?", "Is dat nog mogelijk?": not so "Kan Wim dat omzetten?"."""
    if clause.names or clause.has("part", "he", "him", "we", "us", "neg"):
        return False
    return FOR_IT.fullmatch(text, clause.start, clause.end) is not None


def _moves(asking: Asking) -> bool:
    """ "Wij willen allemaal liever de eerste ronde": of workshops that were chosen before."""
    return any(unit.has("part") and unit.has("change", "modal") for unit in asking.sheet.units)


def _wishes(body: str) -> bool:
    return any(found.kind != "none" and not found.negated for found in (*diets(body), *needs(body)))


def chosen(case: Case, asking: Asking) -> tuple[Choice, ...]:
    event = occasion(case, asking, cancelling=False).event
    if event is None or not event.workshops:
        return ()
    return choice_reader(event).read(asking.sheet.parts.body).choices
