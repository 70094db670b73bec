"""Who is on the list already: our confirmation below tells, an earlier sign-up of the writer's, or their own words."""

import re

from mailbot.reading.account.stance import Stance
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.case import Case
from mailbot.reading.events.events import EventMention, event_finder
from mailbot.reading.judgement.event_mentions import is_kept
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.names import same_person
from mailbot.reading.names.people import UNSAID, Person
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late

BADGE = re.compile(r"\b(?:badge|naamkaart|naambord|naamplaat|deelnemerslijst|name tag)", re.IGNORECASE)  # of who comes
UNDONE = {Stance.STAYS_AWAY, Stance.CANCELS, Stance.REPLACES, Stance.LATER}
HEADED = late(
    r"\s*(?:(?:hierbij|dit is|bij deze|this is|here is)\s+(?:mijn|de|een|my|our|onze)\s+)?"
    r"(?:aanmelding|inschrijving|deelname|opgave|registratie|registration|sign-up)\b(?!\s+(?:van|is|staat|was|heb)\b)",
    re.IGNORECASE,
)


def is_booked(case: Case, asking: Asking, *, renamed: bool) -> bool:
    """Whether the writer (or whoever it is about) is on the list already. `renamed`: the letter sets a name right."""
    if asking.relayed or signs_up_again(case, asking):
        return False
    if _is_headed_as_change(case, asking) and not is_told_of_others(asking):
        asking.writer.booked = True
    if case.answers_confirmation or asking.writer.booked or case.wrote_before or has_own_booking(asking):
        return True
    if any(unit.has("unbooked") and unit.has("i", "me") for unit in asking.sheet.units):
        return False  # "ik heb mij niet ingeschreven"
    if is_told_of_others(asking):
        return True
    speaks_of_it = any(_is_spoken_of(clause) for unit in asking.sheet.units for clause in unit.clauses)
    speaks_of_it = speaks_of_it or (renamed and BADGE.search(f"{case.subject}\n{asking.sheet.parts.body}") is not None)
    undoes = Stance.CANCELS in asking.account.said or Stance.REPLACES in asking.account.said
    changes = renamed or any(unit.has("change") for unit in (*asking.sheet.units, *case.own_subject))
    signs_up = asking.writer.comes or asking.account.implied is not None or _is_headed_as_sign_up(asking)
    return (speaks_of_it or asking.account.booked_by_writer) and (undoes or changes) and not signs_up


def _is_headed_as_change(case: Case, asking: Asking) -> bool:
    """ "Wijziging aanmelding 30 maart", over whatever is to be otherwise, and nobody is put on the list."""
    heads = any(u.has("alteration") and u.has("enrol_noun") and not u.names for u in case.own_subject)
    account = asking.account
    others = any((p.comes or p.enrolled) and not p.is_writer for p in asking.roster.people)
    return heads and not (
        others or account.performs or account.enrols or account.substitutions or account.said.keys() & UNDONE
    )


def _is_headed_as_sign_up(asking: Asking) -> bool:
    """ "Aanmelding voor 30 maart, Wim Smit, gemeente Tiel.", above whatever changes of mind."""
    text, units = asking.sheet.parts.body, asking.sheet.units
    first = units[0].clauses[0] if units else None
    if first is None or first.has("already", "cancel", "change", "booking", "neg"):
        return False
    return HEADED.match(text, first.start, first.end) is not None


def signs_up_again(case: Case, asking: Asking) -> bool:
    """ "Volgens mij had ik me al opgegeven, maar ik hoorde niets. Voor de zekerheid nogmaals: graag een plek"."""
    signs_up = asking.writer.comes or asking.account.implied is not None
    return signs_up and not case.answers_confirmation and any(unit.has("once_more") for unit in asking.sheet.units)


def is_told_of_others(asking: Asking) -> bool:
    """Whether the letter, which signs up nobody, is about others who are on the list: "wethouder Wim Smit staat al bij
    u genoteerd. Hij eet glutenvrij"."""
    people = asking.roster.people
    known = [p for p in people if p.booked and not p.enrolled]
    if any(p.cancels or (p.stays_away and p.booked) or (p.comes and p not in known) for p in people):
        return False
    if asking.account.implied is not None:
        return False
    return any(p.booked and p.name.is_full for p in people) and not asking.writer.booked


def has_own_booking(asking: Asking) -> bool:
    """Whether the writer speaks of a registration of their own, and signs up for nothing in the same letter."""
    return (
        asking.account.own_booking
        and not asking.account.performs
        and not any(unit.has("unbooked") for unit in asking.sheet.units)
    )


def _is_spoken_of(clause: Clause) -> bool:
    """Whether a clause speaks of a registration that is made: "de bevestiging graag naar mij" is about one to come."""
    return clause.has("registered_context") and not (clause.has("receipt") and clause.has("polite", "may"))


def never_had_a_seat(case: Case, asking: Asking, person: Person, *, signs_up: bool) -> bool:
    """Whether somebody only withdrew from a plan: the letter tells so beside those whom it signs up, and of a
    registration that was made before nothing is said. `signs_up`: it has a list of people."""
    account = asking.account
    if case.confirmations and _only_wished(asking, person) and not is_on_the_list(case, person):
        return True
    known = case.answers_confirmation or case.wrote_before or account.booked_by_writer or account.own_booking
    withdrew = person.withdrew or (account.enrols and _only_stays_behind(asking, person))
    if not withdrew or known or any(p.booked for p in asking.roster.people) or account.fewer is not None:
        return False
    undone = account.substitutions or any(unit.has("cancel_word") for unit in case.own_subject)
    return not undone and (signs_up or account.enrols or account.performs or _others_were_told_to_come(asking, person))


def _only_stays_behind(asking: Asking, gone: Person) -> bool:
    """ "Ik geef twee mensen op. Op mij hoeft u niet te rekenen": so says who gives up a seat, and who never had one."""
    if not (gone.is_writer and gone.cancels):
        return False
    clauses = [c for u in asking.sheet.units for c in u.clauses if c.has("cancel")]
    return bool(clauses) and all(c.has("self_not", "stays") and not c.has("cancel_word", "off") for c in clauses)


def _only_wished(asking: Asking, gone: Person) -> bool:
    """ "Onze chef had ook belangstelling, maar is die dag in Brussel": of somebody who isn't on the list."""
    if gone.is_writer or gone.booked or gone.cancels or not gone.stays_away:
        return False
    clauses = (c for u in asking.sheet.units for c in u.clauses)
    return any(
        c.has("interest", "meant") and any((name.start, name.end) in gone.spans for name in c.names) for c in clauses
    )


def _others_were_told_to_come(asking: Asking, gone: Person) -> bool:
    """ "Op 30 maart komen Wim en Noor. Els heeft zich teruggetrokken": not so "Wim en Noor komen gewoon"."""
    events = [mention.start for mention in asking.sheet.events if not mention.negated]
    for clause in (c for u in asking.sheet.units for c in u.clauses if c.end <= gone.order):
        said = clause.has("attend") and not clause.has("remains", "indeed", "neg", "past")
        if said and any(clause.start <= at < clause.end for at in events):
            return any(p.comes and clause.start <= p.order < gone.order for p in asking.roster.people)
    return False


def is_for_another_event(case: Case, asking: Asking) -> bool:
    """Whether the writer, booked for one event, now signs up for another."""
    signs_up = asking.writer.comes or asking.account.implied is not None
    return signs_up and (points_elsewhere(case, asking) or _is_booked_for_another(case, asking))


def _is_booked_for_another(case: Case, asking: Asking) -> bool:
    """ "... 30 maart, waar ik al voor sta ingeschreven. Voor 20 juni mag je mij ook noteren"."""
    at = asking.account.booked_at
    said = next((unit for unit in asking.sheet.units if at is not None and unit.start <= at < unit.end), None)
    if said is None or asking.writer.order == UNSAID or said.start <= asking.writer.order < said.end:
        return False
    here = {slug for m in asking.sheet.events if said.start <= m.start < said.end for slug in m.events}
    rest = {slug for m in asking.sheet.events if not said.start <= m.start < said.end for slug in m.events}
    return bool(here) and bool(rest - here)


def points_elsewhere(case: Case, asking: Asking) -> bool:
    """Whether the talk is about an event, and our confirmation below about another."""
    if not case.answers_confirmation:
        return False
    finder = event_finder(case.context.events)
    confirmed = case.confirmations[0].events if case.confirmations else _in_subject(case)
    here = finder.about(tuple(m for m in asking.sheet.events if not is_kept(asking, m)))
    there = finder.about(confirmed)
    if len(there) > 1:  # it tells of the next one, too
        there = finder.about(_in_subject(case)) or there
    return len(here) == 1 and bool(there) and here[0] not in there


def _in_subject(case: Case) -> tuple[EventMention, ...]:
    return event_finder(case.context.events).mentions(case.subject, case.context.sent(case.message))


def is_on_the_list(case: Case, person: Person) -> bool:
    """Whether our confirmation names that person: at the head of what we noted of them, or elsewhere in full."""
    if any(same_person(person.name, name) for name in case.people_confirmed):
        return True
    return person.name.is_full and any(fold(str(person.name)) in fold(page.letter.text) for page in case.confirmations)


def staying(case: Case, asking: Asking, coming: list[Person], *, booked: bool) -> list[Person]:
    """Who of those said to come is on the list already, and stays there, where somebody else leaves it: "Wim kan niet
    komen, Els en Noor komen wel". `booked`: the writer is on the list."""
    takers = [new for _, new in asking.account.substitutions]
    if takers:
        return [p for p in coming if p not in takers and (is_on_the_list(case, p) or (p.is_writer and booked))]
    return [p for p in coming if not (p.enrolled or _is_added(case, asking, p))]


def is_known(case: Case, asking: Asking, person: Person) -> bool:
    """Whether it shows that somebody said to come is booked: they come "wel", "gewoon", "zoals afgesproken"."""
    known = person.booked or asking.writer.booked or has_own_booking(asking) or asking.account.fewer is not None
    if case.people_confirmed and not (person.is_writer or is_on_the_list(case, person)):
        return False  # "ik kan niet, Els komt wel", and our confirmation is of the writer alone
    if case.answers_confirmation or case.wrote_before or known:
        return True
    return _comes_as_told(asking, person)


def _comes_as_told(asking: Asking, person: Person) -> bool:
    """Whether somebody comes "wel", "gewoon", "zoals afgesproken", by the clause that says so."""
    clause = next((c for u in asking.sheet.units for c in u.clauses if c.start <= person.order < c.end), None)
    return clause is not None and clause.has("remains", "already", "indeed")


def _is_added(case: Case, asking: Asking, person: Person) -> bool:
    """Whether our confirmation names its people, and that one isn't among them: "Wim kan niet, Sanne gaat mee"; or
    names nobody, and they don't come as was told before: "namens ons komt Sanne, want ik ben ziek"."""
    if person.is_writer or not case.confirmations or is_on_the_list(case, person):
        return False
    return bool(case.names_confirmed) or not _comes_as_told(asking, person)
