"""Why a careful assistant would not act alone, beside what the account itself doubts: a policy, one line each.

A test looks at the whole: the case, its requests, and the actions among them. The order is that of the reasons shown.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from mailbot.domain.book import ALPHABET
from mailbot.domain.message import Trust
from mailbot.domain.reading import Action, Request
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.case import Case
from mailbot.reading.case.signer import address_agrees, is_signed_by_another, stands_alone
from mailbot.reading.judgement.booked import has_own_booking
from mailbot.reading.judgement.strangers import is_strangers_doing
from mailbot.reading.letter.cues import scan, tokens
from mailbot.reading.message.defects import UNREAD, unread
from mailbot.reading.names import is_given
from mailbot.reading.names.offices import is_office
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import fold

REFERENCE = re.compile(rf"\b(?=\w*[A-Z])[{ALPHABET}]{{7}}\b")  # of a registration, as our replies give it
LONG = 250  # words of talk, signature and quotes left out
# What a name looks like on a badge: letters first, nothing but letters, dots, hyphens, quotes; a number at its end.
NAME_SHAPE = re.compile(r"['‘’]?[^\W\d_]+(?:[ .'‘’`´()-]+[^\W\d_]+)*[.)]?(?: \d+)?")
AND_ME = re.compile(
    r"\bwat (?:mij|mijzelf|mezelf) betreft\b|\b(?:en|and) (?:mij|mijzelf|mezelf|ik|me|myself)\b[^.!?\n]{0,30}"
    r"\b(?:in|aan|op)?(?:schrijven|melden|geven|noteren|register)\b",
    re.IGNORECASE,
)
SIGN_UP = re.compile(r"aanm|inschr|opga?ve|registr|regist", re.IGNORECASE)  # "Aanwezigheid donderdag" is none
INSTRUCTION = frozenset({"instruction"})
LISTS = (".xlsx", ".xls", ".csv", ".docx", ".doc", ".pdf", ".eml", ".ods", ".odt")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is about to be done."""

    case: Case
    requests: tuple[Request, ...]
    language: str

    @property
    def actions(self) -> frozenset[Action]:
        return frozenset(request.action for request in self.requests)

    @property
    def only_registers(self) -> bool:
        return self.actions == {Action.REGISTER}

    def says(self, *kinds: str) -> bool:
        """Whether a cue of one of those kinds stands in a letter that asks."""
        return any(unit.has(*kinds) for asking in self.case.asking for unit in asking.sheet.units)

    def subject_says(self, *kinds: str) -> bool:
        return any(unit.has(*kinds) for unit in self.case.own_subject)

    def unexplained(self, asking: Asking, *, passing: bool = False) -> Iterator[Person]:
        """Full names in the talk of which nothing is said. `passing`: those named in passing, too."""
        body = asking.sheet.parts.body
        for person in asking.roster.people:
            named_here = any(body[start:end].strip() for start, end in person.spans)
            unsaid = person.is_waiting if passing else person.is_unaccounted
            if unsaid and person.sure and person.name.is_full and named_here:
                yield person


def suspicions(case: Case, requests: list[Request], language: str) -> list[str]:
    """Short machine words, one for each reason that holds."""
    outcome = Outcome(case, tuple(requests), language)
    # what screening wondered about, and text that was cut off or could not be read: never acted on alone
    before = [*case.screening.reasons, *unread(case.message.defects)]
    return before + [reason for reason, test in POLICY if test(outcome)]


# The sender -------------------------------------------------------------------------------------------------------


def _is_not_trusted(outcome: Outcome) -> bool:
    return outcome.case.screening.trust is Trust.FAIL


def _is_read_in_part(outcome: Outcome) -> bool:
    """A person would see more of this mail, or something else, than we read."""
    return bool(UNREAD.intersection(outcome.case.message.defects))


def _signed_by_another(outcome: Outcome) -> bool:
    case = outcome.case
    if is_signed_by_another(case.message, case.own.sheet, case.own.writer):
        return True
    return any(stands_alone(a.sheet.parts.body, p) for a in case.asking for p in outcome.unexplained(a))


def _gives_orders(outcome: Outcome) -> bool:
    """Something below the signature speaks to a program."""
    split = outcome.case.own.sheet.parts
    texts = (split.signature.strip(), split.notice.strip())
    return any(scan(tokens(text), kinds=INSTRUCTION) for text in texts if text)


# What was passed on -----------------------------------------------------------------------------------------------


def _brings_a_list(outcome: Outcome) -> bool:
    return any(a.filename.lower().endswith(LISTS) for a in outcome.case.message.attachments)


def _relay_is_unclear(outcome: Outcome) -> bool:
    return outcome.case.relay_doubt


def _in_another_language(outcome: Outcome) -> bool:
    """A plain sign-up is understood in a few languages, nothing more."""
    return outcome.language == "other" and (len(outcome.requests) > 1 or not outcome.only_registers)


def _is_meant_in_jest(outcome: Outcome) -> bool:
    """ "Ja hoor, schrijf mij maar in. Met rode loper." """
    return sum(c.kind == "irony" for a in outcome.case.asking for u in a.sheet.units for c in u.cues) > 1


def _is_long(outcome: Outcome) -> bool:
    """A page of prose is full of people and turns; what it comes to is for a person to confirm."""
    return max(asking.sheet.words for asking in outcome.case.asking) > LONG


# The people -------------------------------------------------------------------------------------------------------


def _name_is_unsure(outcome: Outcome) -> bool:
    if any(not NAME_SHAPE.fullmatch(request.name) for request in outcome.requests if request.name):
        return True  # "4 Totaal" of a table, "zie boven :-)" in a form
    new = [request for request in outcome.requests if request.action is Action.REGISTER]
    if any(_is_a_house(request) or _begins_with_an_office(request.name or "") for request in new):
        return True
    registered = [p for a in outcome.case.asking for p in a.roster.people if p.comes]
    return any(not p.sure and not address_agrees(p) for p in registered)


def _is_a_house(request: Request) -> bool:
    """Whether the name is an organisation's: header, sign-off and address agree on "Sociaal Werk Zeist", too."""
    name = request.name or ""
    return is_office(name) or (bool(name) and fold(name) == fold(request.organisation or ""))


def _begins_with_an_office(name: str) -> bool:
    """ "Bestuursadviseur Tom Peeters": a title that no list knows stands before the name still."""
    first = tokens(name)[:1]
    return " " in name and any(cue.kind == "person" for cue in scan(first))


def _writer_is_left_out(outcome: Outcome) -> bool:
    """ "Wilt u onderstaande mensen (en mij) inschrijven?", and the writer is not among those found."""
    return outcome.only_registers and any(
        AND_ME.search(asking.sheet.parts.body) and not asking.writer.comes for asking in outcome.case.asking
    )


def _same_name_twice(outcome: Outcome) -> bool:
    names = [(request.name, request.event) for request in outcome.requests if request.name]
    return Action.CANCEL not in outcome.actions and len(set(names)) < len(names)


def _person_is_unclear(outcome: Outcome) -> bool:
    people = [p for asking in outcome.case.asking for p in asking.account.unclear]
    return any(not (p.stays_away or p.booked or p.comes or p.cancels) for p in people)


def _person_is_unexplained(outcome: Outcome) -> bool:
    """Somebody is named beside those who come, not in passing, and nothing is said of whether they come."""
    undoes = not outcome.only_registers  # "Wim is zo aardig om te gaan"
    if outcome.actions == {Action.CHANGE} and outcome.says("remains"):
        undoes = False  # "de rest blijft zoals het is. Wim zit naast me en wil twee kroketten"
    return any(any(outcome.unexplained(asking, passing=undoes)) for asking in outcome.case.asking)


def _group_of_one(outcome: Outcome) -> bool:
    """ "Wij komen graag", and only the writer is named."""
    if len(outcome.requests) != 1 or outcome.says("alone"):
        return False
    accounts = [asking.account for asking in outcome.case.asking]
    if outcome.actions == {Action.CANCEL} and not outcome.case.confirmations:
        return any(account.group_leaves for account in accounts)
    return outcome.only_registers and any(account.group for account in accounts)


def _subject_hedges(outcome: Outcome) -> bool:
    """ "Aanmelding (of toch niet)", "weet het nog niet": the subject takes back what the body says."""
    return outcome.only_registers and outcome.subject_says("perhaps", "retracts")


# What is undone ---------------------------------------------------------------------------------------------------


def _is_not_on_the_list(outcome: Outcome) -> bool:
    """Somebody other than the writer cancels, and our confirmation doesn't name them."""
    if Action.CANCEL not in outcome.actions or not outcome.case.confirmations:
        return False
    confirmed = fold(" ".join(page.letter.text for page in outcome.case.confirmations))
    cancelled = {request.name for request in outcome.requests if request.action is Action.CANCEL}
    gone = [p for a in outcome.case.asking for p in a.roster.people if str(p.name) in cancelled and not p.is_writer]
    return any(fold(p.name.surname or p.name.given) not in confirmed for p in gone)


def _is_a_strangers(outcome: Outcome) -> bool:
    return is_strangers_doing(outcome.case, outcome.requests)


def _says_not_what(outcome: Outcome) -> bool:
    """ "Graag annuleren": an appointment, perhaps; nothing speaks of a registration or a meeting."""
    if Action.CANCEL not in outcome.actions or Action.REGISTER in outcome.actions or outcome.case.confirmations:
        return False
    case = outcome.case
    if any(asking.account.fewer is not None for asking in case.asking):
        return False  # "wij komen met z'n tweeën in plaats van drieën"
    if case.wrote_before or REFERENCE.search(case.subject) or any(a.writer.booked for a in case.asking):
        return False
    if (outcome.says("private") and not outcome.says("enrol_noun")) or _speaks_to_a_friend(outcome):
        return True  # "Hoi Rob, donderdag ben ik er niet, meld jij me af bij de trainer?"
    dated = any(m.events for asking in case.asking for m in asking.sheet.events)
    if outcome.says("absent", "unable", "already", "booking") and (dated or outcome.says("that_day", "let_down")):
        return False  # somebody won't be there, or is on a list, on a day or at a place of ours
    if dated and not outcome.says("business"):
        return False  # "ik trek me terug voor de 30e"; not so an appointment of that day
    return not outcome.says("gathering") and not outcome.subject_says("gathering")


def _is_private(outcome: Outcome) -> bool:
    """ "Zie je zaterdag bij de uitwedstrijd": nobody is to be put on a list of ours."""
    if not outcome.only_registers or len(outcome.requests) > 1 or any(asking.entries for asking in outcome.case.asking):
        return False  # who lists people lists them for us; their own trainer or garage is by the way
    named = outcome.says("enrol", "seat", "gathering") or outcome.subject_says("enrol_noun")
    return outcome.says("private") and not named


def _speaks_to_a_friend(outcome: Outcome) -> bool:
    """Whether somebody is greeted by a first name, and nothing is said of a meeting but its day."""
    case = outcome.case
    greeting = case.own.sheet.parts.greeting
    line = case.own.sheet.letter.text[slice(*greeting)] if greeting else case.own.sheet.parts.body.lstrip()[:40]
    called = TO_A_FRIEND.match(line.strip())
    if called is None or not is_given(called["name"]):
        return False
    named = any(m.by in ("title", "alias", "place", "words", "slug") for a in case.asking for m in a.sheet.events)
    return not (named or outcome.says("enrol_noun", "registered_context"))


TO_A_FRIEND = re.compile(
    r"(?:hoi|hai|ha|hey|hi|hallo|dag|beste|lieve|dear|hello)\s+(?P<name>[^\W\d_]+)\s*(?:[,!.]|$)", re.I
)


def _change_is_unclear(outcome: Outcome) -> bool:
    """The subject announces a change ("Mutaties deelnemers"), but all we found to do is to register."""
    return outcome.only_registers and outcome.subject_says("alteration")


def _only_subject_cancels(outcome: Outcome) -> bool:
    """ "Afmelding" over a body that signs up: one of the two is a slip."""
    if not (outcome.only_registers and outcome.subject_says("cancel_word")):
        return False
    return not (outcome.subject_says("enrol_noun", "no_denial") or outcome.says("cancel", "unbooked", "undone"))


def _drops_a_part(outcome: Outcome) -> bool:
    """ "Mijn plek in de workshop Vooroordelen mag naar een ander": something is given up there, and not chosen."""
    if outcome.actions != {Action.CHANGE} or not any(request.workshops for request in outcome.requests):
        return False
    clauses = [c for asking in outcome.case.asking for unit in asking.sheet.units for c in unit.clauses]
    given = [c for c in clauses if c.has("cancel") or (c.has("transfer") and c.has("anyone"))]
    return any(c.has("part") and not c.has("change") for c in given)


def _gives_up_a_part(outcome: Outcome) -> bool:
    """ "Een gedeeltelijke afmelding: de middag vervalt": who cancels the whole seat, cancels too much."""
    if Action.CANCEL not in outcome.actions:
        return False
    units = [unit for asking in outcome.case.asking for unit in asking.sheet.units]
    return any(unit.has("partly") and unit.has("cancel", "absent", "stays", "replace", "i") for unit in units)


def _is_listed_twice(outcome: Outcome) -> bool:
    """ "Ik sta dubbel op de lijst, kunt u er een verwijderen?": the seat itself is to stay."""
    return Action.CANCEL in outcome.actions and outcome.says("twice")


def _contradicts_itself(outcome: Outcome) -> bool:
    """Seats are given up or changed in a mail that speaks of signing up."""
    case, own = outcome.case, outcome.case.own
    known = case.confirmations or own.writer.booked or has_own_booking(own)
    if Action.CHANGE in outcome.actions and not known:
        return any(unit.has("enrol") and unit.has("me") for unit in own.sheet.units)
    if outcome.actions != {Action.CANCEL}:
        return False
    known = known or case.wrote_before or any(p.booked for a in case.asking for p in a.roster.people)
    promises = SIGN_UP.search(case.subject) is not None and outcome.subject_says("enrol_noun")
    misleading = promises and not outcome.subject_says("cancel")
    return any(asking.account.enrols for asking in case.asking) or (misleading and not known)


POLICY: tuple[tuple[str, Callable[[Outcome], bool]], ...] = (
    ("sender_not_proven", _is_not_trusted),
    ("read_in_part", _is_read_in_part),
    ("signed_by_another", _signed_by_another),
    ("language", _in_another_language),
    ("attachment", _brings_a_list),
    ("relay_unclear", _relay_is_unclear),
    ("instruction", _gives_orders),
    ("jest", _is_meant_in_jest),
    ("long_mail", _is_long),
    ("unsure_name", _name_is_unsure),
    ("same_name_twice", _same_name_twice),
    ("condition", _subject_hedges),
    ("unclear_person", _writer_is_left_out),
    ("unclear_person", _person_is_unclear),
    ("unexplained_person", _person_is_unexplained),
    ("group_of_one", _group_of_one),
    ("not_on_the_list", _is_not_on_the_list),
    ("not_on_the_list", _is_a_strangers),
    ("unclear_what", _says_not_what),
    ("unclear_what", _is_private),
    ("unclear_change", _change_is_unclear),
    ("unclear_change", _only_subject_cancels),
    ("unclear_change", _drops_a_part),
    ("unclear_change", _gives_up_a_part),
    ("unclear_change", _is_listed_twice),
    ("contradiction", _contradicts_itself),
)
