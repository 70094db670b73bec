"""Does what stands above a letter that is passed on, or answered, fit what would be done? "Kees, dit is iets voor jou,
meld je aan!"; "maar Tom heeft zich bedacht"; "ik ook!", above one who can't come; "als Kees gaat, ga ik ook".
"""

from mailbot.reading.account.cue_senses import coming_cues
from mailbot.reading.judgement.outcome import Outcome
from mailbot.reading.lexicon.phrase_book import PhraseBook
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late

PHRASES = PhraseBook("said_above")
CONTRASTS = PHRASES.at_start("contrasts")
THINKS_AGAIN = PHRASES.anywhere("thinks_again")
THAT_WAS = PHRASES.at_start("that_was")
DONE = PHRASES.alone("done")
SENT = PHRASES.anywhere("sent")
WHO = PHRASES.at_start("who")
ME_TOO = PHRASES.alone("me_too")
IF_ANOTHER = PHRASES.anywhere("if_another")
LETS_IN = late(lambda: rf"\b{PHRASES.any_of('lets_in')}\s*\?")
NOT_COMING = ("absent", "unable", "cancel", "stays", "unbooked", "self_not")


def tells_another_to_sign_up(outcome: Outcome) -> bool:
    """ "Kees, dit is echt iets voor jou, meld je aan!": the writer says nothing of coming."""
    own = outcome.case.own
    if not outcome.only_registers or own not in outcome.case.asking:
        return False
    clauses = [clause for unit in own.sheet.units for clause in unit.clauses]
    if not any(clause.has("yourself") and clause.has("enrol", "attend") for clause in clauses):
        return False
    return not (own.entries or any(clause.has("i", "me", "we", "us") and coming_cues(clause) for clause in clauses))


def forwarder_objects(outcome: Outcome) -> bool:
    """ "See below, but Tom changed his mind", "onderstaande is van vorig jaar", "afgehandeld": of those in the
    letter, or of it as a whole, something is said that nothing came of."""
    case = outcome.case
    own, text = case.own, fold(case.own.text)
    if not outcome.only_registers:
        return False
    clauses = [clause for unit in own.sheet.units for clause in unit.clauses]
    if case.quoted and any(
        clause.has("past") and (clause.has("relay") or THAT_WAS.match(text, clause.start)) and not clause.names
        for clause in clauses
    ):
        return True
    if case.quoted and any(DONE.fullmatch(text, unit.start, unit.end) for unit in own.sheet.units):
        return True
    if not case.relayed:
        return False
    come = [person for person in outcome.people if person.comes]
    return any(
        (
            clause.has("let_down")
            or THINKS_AGAIN.search(text, clause.start, clause.end)
            or CONTRASTS.match(text, clause.start, clause.end)
        )
        and (
            clause.has("he", "him")
            or any(_is_called(name.name.given, come) for name in clause.names)
            or WHO.match(text, clause.start, clause.end)
        )
        and not (clause.has("diet", "part", "enrol") or SENT.search(text, clause.start, clause.end))
        for clause in clauses
    )


def echoes_a_refusal(outcome: Outcome) -> bool:
    """ "Ik ook!", above a colleague's "ik kan er niet bij zijn"."""
    case = outcome.case
    if not outcome.only_registers or not case.quoted:
        return False
    sentences = [unit for unit in case.own.sheet.units if unit.clauses]
    text = fold(case.own.text)
    if not any(ME_TOO.fullmatch(text, unit.start, unit.end) for unit in sentences):
        return False
    above = case.quoted[0]
    return any(unit.has(*NOT_COMING) for unit in above.units)


def goes_if_another_goes(outcome: Outcome) -> bool:
    """ "Als Kees gaat, ga ik ook", in a letter that is passed on without a word on it: "zie de reacties hieronder"."""
    case = outcome.case
    if not (outcome.only_registers and case.relayed) or any(u.has("enrol", "attend") for u in case.own.sheet.units):
        return False
    return any(IF_ANOTHER.search(fold(asking.sheet.parts.body)) for asking in case.asking if asking is not case.own)


def asks_to_let_in(outcome: Outcome) -> bool:
    """ "Tom heeft zich bij mij aangemeld, maar hij is geen ambtenaar. Laten we hem toe?" """
    return outcome.only_registers and LETS_IN.search(fold(outcome.case.own.sheet.parts.body)) is not None


def _is_called(given: str, people: list[Person]) -> bool:
    return bool(given) and any(fold(person.name.given) == fold(given) for person in people)
