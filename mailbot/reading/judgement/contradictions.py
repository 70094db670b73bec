"""Does a mail say two things? Mostly its subject one and its body another: then one is a slip, or was misread."""

import re
from itertools import pairwise

from mailbot.domain.reading import Action
from mailbot.reading.details import diets
from mailbot.reading.judgement.booked import has_own_booking
from mailbot.reading.judgement.outcome import Outcome
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.text.fold import fold
from mailbot.reading.workshops.choices import choice_reader
from mailbot.reading.workshops.sign import Is, Sign

SIGN_UP = re.compile(r"aanm|inschr|opga?ve|registr|regist", re.IGNORECASE)  # "Aanwezigheid donderdag" is none
HOUR = re.compile(r"\d[.:]\d\d|\d ?(?:uur|u\b|h\b|am|pm)", re.IGNORECASE)
BESIDE = re.compile(r"[ ]?[(,:/–-]?[ ]?(?:om|van|vanaf|at|from)?[ ]?", re.IGNORECASE)  # "ronde 2 (om 15.00 uur)"

FEWEST = 3  # people of whom fewer may be left
CONCLUDES = re.compile(r"\W*(?:dus|kortom|al met al|so|in short),?\s(?P<who>[^.!?:;]{3,80}?)[.!\s]*")
COUNTED = re.compile(r",\s(?:en\s|and\s)?|\s(?:en|and|&)\s")
ME = frozenset(("ik", "ikzelf", "mij", "mijzelf", "mezelf", "me", "i", "myself"))


def subject_hedges(outcome: Outcome) -> bool:
    """ "Aanmelding (of toch niet)", "weet het nog niet": the subject takes back what the body says. Not so "Misschien
    kent u mij nog", nor "Misschien wat laat: aanmelding"."""
    if not (outcome.only_registers and outcome.subject_says("perhaps", "retracts", "reserve")):
        return False
    clauses = [clause for unit in outcome.case.own_subject for clause in unit.clauses]
    return any(clause.has("retracts") or _hedges(clause) for clause in clauses)


def _hedges(clause: Clause) -> bool:
    """Whether a "perhaps" or a reservation stands there that is no part of a phrase without doubt."""
    sure = [cue for cue in clause.cues if cue.kind == "surely"]
    hedges = (cue for cue in clause.cues if cue.kind in ("perhaps", "reserve"))
    return any(not any(phrase.start <= cue.start < phrase.end for phrase in sure) for cue in hedges)


def only_subject_changes(outcome: Outcome) -> bool:
    """The subject announces a change ("Mutaties deelnemers"), but all we found to do is to register."""
    return outcome.only_registers and outcome.subject_says("alteration")


def only_subject_cancels(outcome: Outcome) -> bool:
    """ "Afmelding" over a body that signs up: one is a slip. Not so "Burgemeester verhinderd, ik kom wel"."""
    if not (outcome.only_registers and outcome.subject_says("cancel_word")):
        return False
    if _says_who_comes_instead(outcome):
        return False
    return not (outcome.subject_says("enrol_noun", "no_denial") or outcome.says("cancel", "unbooked", "undone"))


def _says_who_comes_instead(outcome: Outcome) -> bool:
    """Whether the subject has somebody else stay away, and the writer, who alone is signed up, come."""
    if [request.name for request in outcome.requests] != [str(outcome.case.own.writer.name)]:
        return False
    clauses = [clause for unit in outcome.case.own_subject for clause in unit.clauses]
    away = [c for c in clauses if c.has("cancel_word") and not c.has("i", "me", "we", "mine", "cancel")]
    return bool(away) and any(c.has("i") and not c.has("neg", "cancel_word") for c in clauses)


def undoes_and_signs_up(outcome: Outcome) -> bool:
    """Seats are given up or changed in a mail that speaks of signing up."""
    if Action.CHANGE in outcome.actions:
        return not _is_booked(outcome) and _enrols_the_writer(outcome)
    if outcome.actions != {Action.CANCEL}:
        return False
    return any(account.enrols for account in outcome.accounts) or (
        _subject_only_signs_up(outcome) and not _somebody_is_booked(outcome)
    )


def changes_who_signs_up(outcome: Outcome) -> bool:
    """ "... komt naar Utrecht" in the subject, over a letter that tells who that is, and speaks of no booking: nobody
    is there whose name could change."""
    if outcome.actions != {Action.CHANGE} or outcome.case.answers or outcome.case.wrote_before:
        return False
    if _somebody_is_booked(outcome) or outcome.says("booking", "already", "registered_context", "alteration"):
        return False
    return outcome.subject_says("attend", "enrol", "enrol_noun") and not outcome.subject_says("change", "spelling")


def strikes_off_who_stays(outcome: Outcome) -> bool:
    """ "Wij hadden Els en mij staan, zij kan niet meer. Ik blijf staan", and the writer would go with her; not
    so "de 20e kan ik niet, op de 30e ben ik er wel bij"."""
    struck = {request.name for request in outcome.requests if request.action is Action.CANCEL}
    if len(struck) < 2 or str(outcome.case.own.writer.name) not in struck:
        return False
    clauses = (clause for unit in outcome.case.own.sheet.units for clause in unit.clauses)
    kept = [clause for clause in clauses if clause.has("i") and clause.has("remains") and not clause.names]
    return any(not (clause.asks or clause.has("neg", "if", "past")) for clause in kept)


def subject_chooses_otherwise(outcome: Outcome) -> bool:
    """ "Ronde 1 naar Vooroordelen", over a body that moves round 2 there: one of the two is a slip."""
    if outcome.case.answers or not any(request.workshops for request in outcome.requests):
        return False
    event = next((e for e in outcome.case.context.events if e.workshops), None)
    above = choice_reader(event).read(outcome.case.subject).choices if event is not None else ()
    chosen = [choice for request in outcome.requests for choice in request.workshops]
    return any(
        one.round is not None
        and one not in chosen
        and any(c.workshop == one.workshop or c.round == one.round for c in chosen if c.round is not None)
        for one in above
    )


def _is_booked(outcome: Outcome) -> bool:
    """Whether it shows that the writer is on the list."""
    own = outcome.case.own
    return outcome.case.answers_confirmation or own.writer.booked or has_own_booking(own)


def _enrols_the_writer(outcome: Outcome) -> bool:
    clauses = [clause for unit in outcome.case.own.sheet.units for clause in unit.clauses]
    return any(clause.has("enrol") and clause.has("me") and not clause.has("tells_that") for clause in clauses)


def _subject_only_signs_up(outcome: Outcome) -> bool:
    signs_up = SIGN_UP.search(outcome.case.subject) is not None and outcome.subject_says("enrol_noun")
    # "Inschrijving Wim Smit", above "zijn inschrijving kan vervallen": it is that one
    named = any(c.has("cancel") and c.has("enrol_noun") for unit in outcome.units for c in unit.clauses)
    return signs_up and not named and not outcome.subject_says("cancel")


def _somebody_is_booked(outcome: Outcome) -> bool:
    return _is_booked(outcome) or outcome.case.wrote_before or any(person.booked for person in outcome.people)


def subject_tells_of_another(outcome: Outcome) -> bool:
    """A subject that says "Tom is vegan" over a letter that says it of Kim alone."""
    requests = outcome.requests
    if len(requests) == 1 or not any(request.diet for request in requests):
        return False
    told = [wish for wish in diets(outcome.case.subject) if not wish.negated and wish.kind != "none"]
    said = set(re.findall(r"[\w'’-]+", outcome.case.subject)) if told else set()
    named = [request for request in requests if request.name and request.name.split()[0] in said]
    return len(named) == 1 and named[0].diet is None


def changes_for_whom_it_does_not_name(outcome: Outcome) -> bool:
    """ "Ze wil in ronde 2 toch naar Lino", in an answer that names nobody: "ze" isn't the writer."""
    if outcome.actions != {Action.CHANGE} or len(outcome.requests) != 1:
        return False
    values = [found for key, found in outcome.requests[0].evidence if key in ("workshops", "diet", "access")]
    asking = outcome.case.own
    if not values or any(
        not p.is_writer and any(a < len(asking.text) for a, _ in p.spans) for p in asking.roster.people
    ):
        return False
    return any(
        unit.has("he") and not unit.has("i", "me", "mine", "we", "us", "you")
        for unit in asking.sheet.units
        for value in values
        if value.part == "text" and unit.start <= value.start < unit.end
    )


def round_is_told_at_anothers_hour(outcome: Outcome) -> bool:
    """ "Ronde 2 (15.00 uur)", where the second begins at two: one of the two is a slip."""
    if not any(request.workshops for request in outcome.requests):
        return False
    bodies = [asking.sheet.parts.body for asking in outcome.case.asking]
    events = [event for event in outcome.case.context.events if event.rounds]
    return any(
        one.named and not other.named and BESIDE.fullmatch(body, one.end, other.start) and _differ(one, other)
        for body in bodies
        if HOUR.search(body)
        for event in events
        for one, other in pairwise(
            sign for sign in choice_reader(event).signs(body, 0, len(body)) if sign.kind is Is.ROUND
        )
    )


def _differ(one: Sign, other: Sign) -> bool:
    return len(one.rounds) == len(other.rounds) == 1 and one.rounds != other.rounds


def concludes_otherwise(outcome: Outcome) -> bool:
    """ "... Els Bos, Wim Smit en ik. O nee, Els kan niet. Dus Wim en ik.": a sentence that counts up fewer."""
    if not outcome.only_registers or len(outcome.requests) < FEWEST:
        return False
    names = [fold(request.name or "") for request in outcome.requests]
    for asking in outcome.case.asking:
        writer = fold(str(asking.writer.name))
        for unit in asking.sheet.units:
            said = CONCLUDES.fullmatch(fold(asking.text[unit.start : unit.end]))
            told = [writer if part in ME else part for part in COUNTED.split(said["who"])] if said else []
            meant = {name for part in told for name in names if part and name.startswith(part)}
            if len(told) > 1 and len(meant) == len(told) and len(meant) < len(names):
                return True
    return False
