"""An answer of a word or two to an invitation: "Graag.", "Ja, leuk!", "1x graag", "Count me in".

It says nothing by itself: it is a sign-up where we are the ones who asked, or where the subject names the event. And
"toch niet, sorry" is a cancellation below our confirmation.
"""

import re

from mailbot.reading.account.stance import Stance
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.case import INVITES, SIGN_UP, Case
from mailbot.reading.events.events import event_finder
from mailbot.reading.judgement.alterations import chosen
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.yes import is_yes
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late
from mailbot.reading.workshops.choices import choice_reader
from mailbot.reading.workshops.found import CHOICE

I_DO = late(
    r"\W*(?:ik|ikzelf|wij|we) (?:dus )?(?:zelf )?"
    r"(?:wel|graag|maar al te graag|ga(?: graag| mee| erheen| ernaartoe)?|kom(?: graag)?)(?: dus| hoor)?\W*",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_]+")
NO = frozenset(("niet", "not"))
SECOND_THOUGHT = frozenset(("toch", "inzien", "after"))  # which answers no question of ours
IN_NO = (
    NO
    | SECOND_THOUGHT
    | frozenset("nee helaas sorry jammer oeps maar liever dus bij nader excuus no all unfortunately i m afraid".split())
)
FEW = 8  # words
NO_BOOKING = re.compile(r"\b(?:ik|heb|had|me|\w*keuze|workshop)$")
BOOKED_BEFORE = ("already", "change", "swap", "not_ours", "relay", "told", "earlier", "not_yet")
WRITERS = frozenset({"i", "me", "registered_context"})
UNCERTAIN = ("if", "maybe", "undecided", "interest", "past", "usual", "later", "talked")
PLAINLY_CHOSEN = WRITERS | {
    "part",
    "indeed",
    "mine",
    "passive",
    "from_now_on",
    "at_stake",
    "polite",
    "hereby",
    "modal",
    "may_i",
    "roll",
    "goes",
    "attend",
}
LONGEST = 40  # words of talk: whoever writes more says more than yes
AGAINST = frozenset({Stance.STAYS_AWAY, Stance.CANCELS, Stance.REPLACES, Stance.LATER, Stance.BOOKED})


def assents(case: Case, asking: Asking) -> bool:
    """Whether the writer says yes, and nothing against it, to what can only be our invitation."""
    if case.answers_confirmation or asking.relayed or asking.account.wonders or asking.sheet.words > LONGEST:
        return False
    if AGAINST.intersection(asking.account.said):
        return False
    text = asking.sheet.parts.body
    said = [text[unit.start : unit.end] for unit in asking.sheet.units]
    said += [text[clause.start : clause.end] for unit in asking.sheet.units for clause in unit.clauses]
    if not any(is_yes(words) or I_DO.fullmatch(words) for words in said):
        return False
    return _is_invited(case) or _subject_names_event(case)


def lays_out_a_day(case: Case, asking: Asking) -> bool:
    """Whether the writer tells of an event's day what it will be, round by round: "half elf: smeden, kwart voor twee:
    brood". Who is booked already may mean a change by that, so nothing may speak of it."""
    if (
        case.answers
        or case.quoted
        or asking.relayed
        or asking.account.wonders
        or AGAINST.intersection(asking.account.said)
    ):
        return False
    if any(_speaks_of_a_booking(asking.text, c) or c.asks for unit in asking.sheet.units for c in unit.clauses):
        return False
    if any(not person.is_writer for person in asking.roster.people):
        return False
    rounds = [choice.round for choice in chosen(case, asking)]
    return len(rounds) > 1 and None not in rounds and (_are_rows(asking) or _are_ones_own(asking))


def takes_sessions(case: Case, asking: Asking) -> bool:
    """Whether the writer only says which sessions of a course it will be: "graag de eerste drie avonden", "alle avonden
    behalve de eerste" below "Schrijfcursus"."""
    account = asking.account
    courses = [choice_reader(event) for event in case.context.events if event.sessions()]
    if not courses or case.answers_confirmation or asking.relayed or account.wonders:
        return False
    if AGAINST.intersection(account.said) or asking.sheet.words > LONGEST:
        return False
    givers = {fold(name) for e in case.context.events for workshop in e.workshops for name in workshop.by}
    if any(not (person.is_writer or fold(str(person.name)) in givers) for person in asking.roster.people):
        return False
    body, clauses = asking.sheet.parts.body, [clause for unit in asking.sheet.units for clause in unit.clauses]
    if any(_speaks_of_a_booking(body, c) or c.asks or c.has(*UNCERTAIN) for c in clauses):
        return False
    places = [found.start for course in courses for found in course.find(body) if found.kind == CHOICE and found.sure]
    taking = [c for c in clauses if any(c.start <= at < c.end for at in places)]
    return any(c.has("polite", "modal", "attend") for c in taking) or (bool(taking) and _subject_names_event(case))


def _are_rows(asking: Asking) -> bool:
    """Whether the workshops stand in lines of their own, with little beside them, and above them nothing but that this
    is what the writer wants: not so "in uw programma staat"."""
    text = asking.sheet.parts.body
    lines = {(text.rfind("\n", 0, at) + 1, text.find("\n", at) % (len(text) + 1)) for at, _ in asking.sheet.workshops}
    if len(lines) < 2 or any(len(text[start:end].split()) > FEW for start, end in lines):
        return False
    first = min(start for start, _ in lines)
    above = [unit for unit in asking.sheet.units if unit.start < first]
    told = {cue.kind for clause in above[-1].clauses for cue in clause.cues} if above else WRITERS
    mine = bool(told & (WRITERS | {"mine"})) or text.startswith(("Mijn ", "My "), above[-1].start)
    return mine and told <= PLAINLY_CHOSEN


def _are_ones_own(asking: Asking) -> bool:
    """Whether the writer says of each that it is for them, and nothing else: "voor mij wordt het A in ronde 1"."""
    places = [at for at, _ in asking.sheet.workshops]
    units = [u for u in asking.sheet.units if any(u.start <= at < u.end for at in places)]
    kinds = [{cue.kind for clause in unit.clauses for cue in clause.cues} for unit in units]
    return all(told & WRITERS and told <= PLAINLY_CHOSEN for told in kinds)


def _speaks_of_a_booking(text: str, clause: Clause) -> bool:
    """Whether a clause may be about what is booked: not so "ik heb", "mijn keuze" by themselves."""
    booked = [cue for cue in clause.cues if cue.kind == "registered_context"]
    return clause.has(*BOOKED_BEFORE) or any(not NO_BOOKING.search(fold(text[c.start : c.end])) for c in booked)


def _is_invited(case: Case) -> bool:
    """Whether an invitation of ours stands below, or one that somebody passed on."""
    return any(
        (page.letter.ours or page.events) and (INVITES.search(page.letter.text) or SIGN_UP.search(page.letter.text))
        for page in case.quoted
    )


def _subject_names_event(case: Case) -> bool:
    finder = event_finder(case.context.events) if case.context.events else None
    sent = case.context.sent(case.message)
    return finder is not None and any(m.events and not m.negated for m in finder.mentions(case.subject, sent))


def takes_it_back(case: Case, asking: Asking) -> bool:
    """ "Toch niet, sorry!", and nothing else, above our confirmation. "Helaas niet" may answer what that asks."""
    if not case.confirmations or asking.relayed or asking.sheet.words > FEW:
        return False
    said = frozenset(WORD.findall(fold(asking.sheet.parts.body)))
    if not said <= IN_NO or said.isdisjoint(NO):
        return False
    return not said.isdisjoint(SECOND_THOUGHT) or "?" not in case.confirmations[0].letter.text
