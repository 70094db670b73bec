"""Who comes beside those who are said to: the writer of a sign-up without a subject, or in the subject line alone; and
whom a number can only mean.
"""

import re

from mailbot.reading.account.companions import is_of_another
from mailbot.reading.account.mentions import COMMA_VERB, VERB_BEHIND, acts, follows_relative
from mailbot.reading.account.people_words import PEOPLE, people_in
from mailbot.reading.account.reservations import unsure_cues
from mailbot.reading.account.saying import stance_of
from mailbot.reading.account.seat_takers import HE_IS
from mailbot.reading.account.seats import does_something_with_it
from mailbot.reading.account.stance import Stance
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.case import Case
from mailbot.reading.details import diets, needs
from mailbot.reading.events.events import event_finder
from mailbot.reading.judgement.alterations import chosen
from mailbot.reading.judgement.assent import assents, lays_out_a_day, takes_sessions
from mailbot.reading.judgement.headcount import missing
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.cues import Cue
from mailbot.reading.letter.units import Unit
from mailbot.reading.lexicon import words
from mailbot.reading.names import Name, NameFound, same_person
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import fold

SIGN_UP = re.compile(r"aanm|inschr|opga?ve|registr|sign|enrol", re.IGNORECASE)  # "Deelname 30 maart" may be any news
CALLED_SO = 16  # characters before a name, in which a function may stand
UNDOES = ("replace", "transfer", "cancel", "off")  # among several changes a number is of who knows whom
ELSEWISE = ("told", "talked", "past", "usual", "neg", "if", "maybe", "stays", "absent", "unable", "meant")
# Who somebody is, before the name: "onze buurman is Wim Smit"
IS_WHO = re.compile(
    r"\b(?:mijn|m'n|onze|ons|zijn|haar|hun|my|our|his|her|their)\s(?:[\w-]+\s)?(?P<who>[\w-]+)"
    r"\s(?:is|zijn|heet|heten|are)\s\Z",
    re.IGNORECASE,
)
AGAINST = (
    "neg",
    "absent",
    "unable",
    "cancel",
    "maybe",
    "reserve",
    "if",
    "wavers",
    "question",
    "at_stake",
    "person",
    "past",
)
FEW_WORDS = 12  # a body of that many words beside a sign-up in the subject leaves nothing to misunderstand


def implied(case: Case, asking: Asking) -> list[Person]:
    """The writer, where a sign-up has no subject ("Graag aanwezig op 30/3") or stands in the subject line alone."""
    account, writer = asking.account, asking.writer
    alone = any(unit.has("alone") for unit in asking.sheet.units)  # "ik ga alleen", above a colleague's letter
    if account.sought or (case.passes_on and not (asking.relayed or alone)) or writer.stays_away:
        return []
    says_what = assents(case, asking) or lays_out_a_day(case, asking) or takes_sessions(case, asking)
    if account.implied is None and not says_what:
        if not _subject_signs_up(case, asking):
            return []
        if any(unit.has("not_really") for unit in asking.sheet.units):
            account.doubt("unclear_sentence")  # "Aanmelding", above "ik wil graag online meedoen"
        if asking.sheet.words > FEW_WORDS and not asking.entries and not _tells_who_or_what(case, asking):
            account.doubt("unclear_sentence")  # only the subject says it, and the body says something else
        if any(not page.letter.ours and page.events for page in case.quoted) and not case.answers:
            account.doubt("unclear_sentence")  # "Ter info.", and a colleague's letter below
        if any((p.stays_away or p.cancels) and not p.is_writer for p in asking.roster.people) and not SIGN_UP.search(
            case.subject
        ):
            account.doubt("unclear_sentence")  # "Deelname 30 maart", above "Wim Smit haakt af"
    if announced := _announced(case, asking) or _behalf_of(asking):
        return announced
    named = [found.name for unit in case.subject_units for found in unit.names]
    if len(named) == 1 and writer.name == Name():
        writer.name = named[0]
    others = [name for name in named if not same_person(name, writer.name)]
    if others and (account.implied is None or len(named) > 1) and enrols_people(case):
        return _named_in_subject(asking, named if len(named) > 1 else others)
    if others and account.implied is not None and enrols_people(case) and _names_nobody(case, asking):
        account.doubt("unclear_whose")  # "Aanmelding Jan Smit", above "graag aanmelden": he, or who writes?
    if account.implied is None and not named and (offices := _offices_in_subject(case)):
        return _holders(asking, offices)
    writer.mark_coming(account.implied or 0)
    return [writer]


def enrols_people(case: Case) -> bool:
    """Whether the subject signs up those whom it names: not so "aanmelding, op verzoek van Els Bos"."""
    clauses = [clause for unit in case.own_subject for clause in unit.clauses]
    told = any(clause.names and clause.has("told", "on_behalf") for clause in clauses)
    return not told and any(clause.has("enrol_noun", "enrol") for clause in clauses)


def _names_nobody(case: Case, asking: Asking) -> bool:
    """Whether the writer's own letter says of nobody in its text that they come, be it "ik"."""
    told = any(unit.has("i", "me", "we", "us", "mine") for unit in asking.sheet.units)
    return not (told or case.quoted or case.answers or any(unit.names for unit in asking.sheet.units))


def _named_in_subject(asking: Asking, names: list[Name]) -> list[Person]:
    """ "Aanmelding wethouder Piet Bos" over a body that says nothing: it is he who comes, not who writes."""
    people = [asking.roster.add(name) for name in names]
    for at, person in enumerate(people):
        person.mark_coming(at, enrolled=True)
    return people


def _offices_in_subject(case: Case) -> list[str]:
    """ "Deelname wethouder 30 maart": of somebody else than the writer, by what they are."""
    if any(unit.has("i", "me", "we", "us") for unit in case.own_subject):
        return []
    text = case.subject
    clauses = [clause for unit in case.subject_units for clause in unit.clauses if clause.has("enrol_noun")]
    return [text[cue.start : cue.end] for clause in clauses for cue in clause.cues if cue.kind == "person"]


def _holders(asking: Asking, offices: list[str]) -> list[Person]:
    """Who in the letter is what its subject says; nobody, where that isn't one for each."""
    body = asking.sheet.parts.body
    found = []
    for person in asking.roster.people:
        called = [fold(body[max(0, start - CALLED_SO) : end]) for start, end in person.spans]
        if not person.stays_away and any(fold(office) in words for office in offices for words in called):
            found.append(person)
    if len(found) != len(offices):
        return []
    for person in found:
        person.mark_coming(person.spans[0][0], enrolled=True)
    return found


def _announced(case: Case, asking: Asking) -> list[Person]:
    """ "Hierbij de aanmelding van onze directeur, Wim Smit", where no letter of his stands below."""
    if case.quoted:
        return []
    clauses = [clause for unit in asking.sheet.units for clause in unit.clauses if clause.has("forwards")]
    told = [clause for clause in clauses if clause.has("enrol_noun") and clause.names]
    people = [p for clause in told for p in asking.roster.at(clause.start, clause.end) if not p.is_writer]
    for person in people:
        person.mark_coming(person.spans[-1][0], enrolled=True)
    return people


def _behalf_of(asking: Asking) -> list[Person]:
    """ "Namens ons team: Els Bos en Toon Kok": a list of those who come, in a line."""
    text, people = asking.text, list[Person]()
    for unit in asking.sheet.units:
        cue = next((clause.first("on_behalf") for clause in unit.clauses if clause.has("on_behalf")), None)
        mark = text.find(":", cue.end, unit.end) if cue else -1
        people += [p for p in asking.roster.at(mark, unit.end) if not p.is_writer] if mark >= 0 else []
    for person in people:
        person.mark_coming(person.spans[-1][0], enrolled=True)
    return people


def _tells_who_or_what(case: Case, asking: Asking) -> bool:
    """Whether the body below a sign-up in the subject only fills it in: who it is, for which day, which workshops."""
    sheet = asking.sheet
    if any(u.has("registered_context", "already", "relay", "not_yet", "told", "interest") for u in sheet.units):
        return False
    own = [(u, c) for u in sheet.units for c in u.clauses if c.has("i", "we")]
    wants = _only_tells_what_they_need(asking)
    if not wants and any(not (c.has("part", "called", "works_at") or _is_of_a_workshop(asking, u, c)) for u, c in own):
        return False
    named = any(sheet.parts.body[a:b].strip() for a, b in asking.writer.spans)
    return wants or named or any(m.events for m in sheet.events) or bool(chosen(case, asking))


def _only_tells_what_they_need(asking: Asking) -> bool:
    """ "Ik zit in een rolstoel, verder heb ik niets nodig", below "Ik kom!"."""
    units, text = asking.sheet.units, asking.text
    if asking.sheet.words > FEW_WORDS * 2 or any(unit.has(*AGAINST) for unit in units):
        return False
    own = [unit for unit in units if unit.has("i", "we")]
    return bool(own) and all(diets(text[u.start : u.end]) or needs(text[u.start : u.end]) for u in own)


def _is_of_a_workshop(asking: Asking, unit: Unit, clause: Clause) -> bool:
    """ "Vooroordelen Voorbij hoeft niet, die heb ik al gevolgd": what "die" goes on with is a workshop."""
    named = any(unit.start <= at < clause.start for at, _ in asking.sheet.workshops)
    return named and not clause.has("modal") and follows_relative(asking.sheet.parts.body, clause)


def _subject_signs_up(case: Case, asking: Asking) -> bool:
    """Whether the subject line is a sign-up by itself, and nothing in the body is against it."""
    units = asking.sheet.units
    signs_up = case.is_filled_in or any(u.has("enrol_noun", "enrol", "attend") for u in case.own_subject)
    signs_up = signs_up or _counts_seats(case)
    told = [c for u in units if not u.has("elsewhere") for c in u.clauses if _announces_a_sign_up(c)]
    if not signs_up and not told:
        return False
    if any(is_of_another(asking.text, clause) for clause in told):
        return False  # "bij dezen de aanmelding van mijn vrouw"
    if Stance.LATER in asking.account.said or asking.account.wonders or any(u.has("not_ours") for u in units):
        return False
    return case.is_filled_in or not case.answers


def _announces_a_sign_up(clause: Clause) -> bool:
    """ "De inschrijving is alleen voor mij:", "hier is die aanmelding": not so "mijn deelname wil ik terugnemen", in
    which a verb that no list knows may say anything of it."""
    if not clause.has("enrol_noun") or does_something_with_it(clause):
        return False
    return clause.opens or clause.has("hereby", "forwards") or clause.kinds <= {"enrol_noun", "gathering", "indeed"}


def _counts_seats(case: Case) -> bool:
    """ "20 juni, Den Haag: 1 persoon": so many seats for an event."""
    finder = event_finder(case.context.events)
    named = finder.about(finder.mentions(case.subject, case.context.sent(case.message)))
    return len(named) == 1 and any(u.has("seat") for u in case.own_subject)


def of_the_group(asking: Asking, coming: list[Person]) -> list[Person]:
    """Who "wij" are beside those who come by name: "Wij komen graag. ... Noor en ik willen in ronde 1 naar A". Those of
    whom nothing is said but which workshops they choose."""
    account = asking.account
    if not account.group or account.group_leaves or any(unit.has(*UNDOES) for unit in asking.sheet.units):
        return []
    waiting = [p for p in asking.roster.people if p.is_waiting and p.name.is_full and p not in coming]
    found = [p for p in waiting if p not in (*account.wavering, *account.unclear) and _takes_part(asking, p)]
    for person in found:
        person.mark_coming(person.spans[0][0])
    return found


def _takes_part(asking: Asking, person: Person) -> bool:
    """Whether a sentence about somebody chooses a workshop, and no more than that."""
    body, chosen = asking.sheet.parts.body, [at for at, _ in asking.sheet.workshops]
    for unit in asking.sheet.units:
        for clause in unit.clauses if any(unit.start <= at < unit.end for at in chosen) else ():
            names = [name for name in clause.names if (name.start, name.end) in person.spans]
            if names and not (clause.asks or clause.has(*ELSEWISE)):
                return not any(_does_something_else(body, clause, name) for name in names)
    return False


def _does_something_else(text: str, clause: Clause, name: NameFound) -> bool:
    """ "Toon Bos geeft die workshop"; not so "Toon Bos doet die workshop", "Toon Bos en ik willen"."""
    behind = VERB_BEHIND.match(text, name.end, clause.end) or COMMA_VERB.match(text, name.end)
    verb = behind["verb"].casefold() if behind else ""
    return verb not in (*words("choices", "they_do"), "en", "and") and acts(text, clause, name)


def awaited(case: Case, asking: Asking, coming: list[Person]) -> list[Person]:
    """Those who must be meant where a number says that more come: exactly as many are mentioned and nothing else is
    said of them ("ik kom met vijf studenten ... Op de foto: ...", or the people in the Cc)."""
    asked = coming or asking.account.enrols
    short = missing(case, asking, coming) if asked else 0
    if not short or asking.account.open_places or any(unit.has(*UNDOES) for unit in asking.sheet.units):
        return []
    if any(
        clause.has("meant") and clause.has("party", "all") for unit in asking.sheet.units for clause in unit.clauses
    ):
        return []  # "we hadden met drie man willen komen, maar Wim zit met een verhuizing"
    copied = any(unit.has("cc") for unit in asking.sheet.units)
    body = asking.sheet.parts.body
    mentioned = [
        p
        for p in asking.roster.people
        if p.is_waiting
        and p.name.is_full
        and p not in asking.account.wavering
        and ((copied and p.in_cc) or any(body[a:b].strip() for a, b in p.spans))
        and not (_is_introduced_anew(asking, p) or _is_only_perhaps(asking, p))
    ]
    waiting = mentioned if len(mentioned) == short else [p for p in mentioned if not p.passing]
    if len(waiting) != short:
        return []
    for person in waiting:
        person.mark_coming(person.spans[0][0] if person.spans else len(body))
    return waiting


def _is_only_perhaps(asking: Asking, person: Person) -> bool:
    """ "Noteren jullie ons twee? Mijn collega is misschien Wim Smit"."""
    clauses = (clause for unit in asking.sheet.units for clause in unit.clauses)
    return any(
        unsure_cues(clause) and any((name.start, name.end) in person.spans for name in clause.names)
        for clause in clauses
    )


def _is_introduced_anew(asking: Asking, person: Person) -> bool:
    """ "Mijn vrouw en ik komen. Onze buurman is Wim Smit", "... Mijn broer brengt ons, hij is Wim Smit": who is called
    by a word for somebody of whom nothing was said before is none of those who were counted."""
    text, clauses = asking.text, [clause for unit in asking.sheet.units for clause in unit.clauses]
    for at, clause in enumerate(clauses):
        found = next((name for name in clause.names if (name.start, name.end) in person.spans), None)
        if found is None:
            continue
        if HE_IS.match(text, clause.start, found.start):
            spoken_of = next((c for c in reversed(clauses[:at]) if c.has(*PEOPLE) or c.has("called")), None)
            return spoken_of is not None and any(_is_new(text, spoken_of, cue) for cue in people_in(spoken_of))
        is_who = IS_WHO.search(text, clause.start, found.start)
        if is_who is not None:
            who = [cue for cue in people_in(clause) if cue.end == is_who.end("who")]
            return any(_is_new(text, clause, cue) for cue in who)
    return False


def _is_new(text: str, clause: Clause, cue: Cue) -> bool:
    """Whether that word for somebody wasn't used before, in a sentence that isn't the first."""
    said = fold(text[cue.start : cue.end]).split()[-1]
    before = fold(text[: clause.start])
    return bool(before.strip()) and said not in before and stance_of(clause) is not Stance.COMES
