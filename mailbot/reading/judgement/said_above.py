"""Does what stands above a letter that is passed on, or answered, fit what would be done? "Kees, dit is iets voor jou,
meld je aan!"; "maar Tom heeft zich bedacht"; "ik ook!", above one who can't come; "als Kees gaat, ga ik ook".
"""

import re

from mailbot.reading.account.cue_senses import coming_cues
from mailbot.reading.judgement.outcome import Outcome
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late

CONTRASTS = re.compile(r"\W*(?:maar|echter|alleen|helaas|but|however|only|unfortunately)\b", re.IGNORECASE)
# "Tom heeft zich bedacht", "ziet er toch van af"
THINKS_AGAIN = late(
    r"\b(?:bedacht|bedenkt|teruggekomen|afgezien|ziet ervan af|ziet er toch van af|zag ervan af"
    r"|changed (?:his|her|their) mind"
    r"|reconsidered|thought better)\b",
    re.IGNORECASE,
)
# "Dit was voor de editie van vorig jaar"
THAT_WAS = re.compile(r"\W*(?:NB\W+)?(?:dit|deze|dat|die|onderstaande?|this|that|it)\b", re.IGNORECASE)
DONE = late(
    r"\W*(?:(?:is|al|reeds|inmiddels|already)\s){0,2}(?:afgehandeld|geregeld|verwerkt|gedaan"
    r"|gebeurd|done|handled|dealt with)\W*",
    re.IGNORECASE,
)
SENT = late(
    r"\b(?:gestuurd|stuurde|gemaild|mailde|beland\w*|kwam|terecht\w*|sent|mailed|emailed)\b", re.IGNORECASE
)  # "per ongeluk naar ons"
WHO = re.compile(r"\W*(?:die|who)\b", re.IGNORECASE)  # "de mail van Tom, die ..."
ME_TOO = late(
    r"\W*(?:(?:dan|nou|ja|hoi|hallo|dag|beste \w+)\W+)*(?:ik|wij|me|i|we|idem)"
    r"(?:\s(?:ook|too|as well|dus ook|eveneens|hetzelfde))?"
    r"[\s!.]*",
    re.IGNORECASE,
)
NOT_COMING = ("absent", "unable", "cancel", "stays", "unbooked", "self_not")
IF_ANOTHER = late(
    r"\b(?:als|indien|wanneer|mits|if|when)\s(?!(?:ik|wij|we|u|je|jullie|het|dat|i|you|it)\b)[^.,;!?\n]{1,40}"
    r"\b(?:gaat|gaan|komt|komen|meegaat|goes|comes|is going|is coming),?\s(?:dan\s|then\s)?(?:ga|gaan|kom|komen|i)\b"
    r"|\b(?:ga|gaan|kom|komen|go|come)\b[^.;!?\n]{0,20}\b(?:als|indien|mits|if)\s(?!(?:u|je|jullie|het|dat|you|it)\b)"
    r"[^.,;!?\n]{1,40}\b(?:gaat|komt|meegaat|goes|comes)\b",
    re.IGNORECASE,
)
LETS_IN = late(
    r"\b(?:laten|laat|zullen|mag|mogen|kan|kunnen|do|can|may|should|shall)\s(?:we|wij|jullie|u|hij|zij|ze|he|she|they)\b"
    r"[^.?!\n]{0,40}\b(?:toe|toelaten|toegelaten|let (?:him|her|them) in|admit (?:him|her|them)|admitted|allowed)\s*\?",
    re.IGNORECASE,
)


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
    own = case.own
    if not outcome.only_registers:
        return False
    clauses = [clause for unit in own.sheet.units for clause in unit.clauses]
    if case.quoted and any(
        clause.has("past") and (clause.has("relay") or THAT_WAS.match(own.text, clause.start)) and not clause.names
        for clause in clauses
    ):
        return True
    if case.quoted and any(DONE.fullmatch(own.text, unit.start, unit.end) for unit in own.sheet.units):
        return True
    if not case.relayed:
        return False
    come = [person for person in outcome.people if person.comes]
    return any(
        (
            clause.has("let_down")
            or THINKS_AGAIN.search(own.text, clause.start, clause.end)
            or CONTRASTS.match(own.text, clause.start, clause.end)
        )
        and (
            clause.has("he", "him")
            or any(_is_called(name.name.given, come) for name in clause.names)
            or WHO.match(own.text, clause.start, clause.end)
        )
        and not (clause.has("diet", "part", "enrol") or SENT.search(own.text, clause.start, clause.end))
        for clause in clauses
    )


def echoes_a_refusal(outcome: Outcome) -> bool:
    """ "Ik ook!", above a colleague's "ik kan er niet bij zijn"."""
    case = outcome.case
    if not outcome.only_registers or not case.quoted:
        return False
    sentences = [unit for unit in case.own.sheet.units if unit.clauses]
    text = case.own.text
    if not any(ME_TOO.fullmatch(text, unit.start, unit.end) for unit in sentences):
        return False
    above = case.quoted[0]
    return any(unit.has(*NOT_COMING) for unit in above.units)


def goes_if_another_goes(outcome: Outcome) -> bool:
    """ "Als Kees gaat, ga ik ook", in a letter that is passed on without a word on it: "zie de reacties hieronder"."""
    case = outcome.case
    if not (outcome.only_registers and case.relayed) or any(u.has("enrol", "attend") for u in case.own.sheet.units):
        return False
    return any(IF_ANOTHER.search(asking.sheet.parts.body) for asking in case.asking if asking is not case.own)


def asks_to_let_in(outcome: Outcome) -> bool:
    """ "Tom heeft zich bij mij aangemeld, maar hij is geen ambtenaar. Laten we hem toe?" """
    return outcome.only_registers and LETS_IN.search(outcome.case.own.sheet.parts.body) is not None


def _is_called(given: str, people: list[Person]) -> bool:
    return bool(given) and any(fold(person.name.given) == fold(given) for person in people)
