"""How many come, where the mail says a number: does it agree with the names, and how many names are missing?"""

import re
from bisect import bisect_left

from mailbot.reading.account.companions import is_why
from mailbot.reading.account.cue_senses import coming_cues
from mailbot.reading.account.saying import stance_of
from mailbot.reading.account.stance import Stance
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.case import Case
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.cue_phrases import number, number_words
from mailbot.reading.letter.cues import tokens
from mailbot.reading.letter.units import Unit, UnitKind
from mailbot.reading.lexicon import words
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import any_of
from mailbot.reading.text.late import late

# "Daarnaast nemen we nog twee trainees mee": those named before are others
FURTHER = re.compile(r"\b(?:daarnaast|daarbij|verder|bovendien|tevens nog|furthermore|in addition)\b", re.IGNORECASE)
MONTH = late(rf"\s*(?:{any_of(words('dates', 'months'))})\b", re.IGNORECASE)  # "op 30 maart" counts nobody
# "Alle vier de keren", "all four Thursdays": of a course
OF_SESSIONS = late(
    rf"\s*(?:de\s|the\s|of the\s)?(?:(?:{any_of(words('choices', 'session'))})"
    rf"|(?:{any_of(words('dates', 'weekdays'))})(?:en|s|middagen|avonden))\b",
    re.IGNORECASE,
)
OTHERS = re.compile(r"\bcolleague|collega|student", re.IGNORECASE)
# "Twee stoelen met goed licht, tegenover elkaar": for somebody's interpreter, and no seats
CHAIRS = late(
    r"\b(?:stoelen|chairs)\b.{0,40}\b(?:licht|lit|light|tegenover|opposite|naast|beside|next|vooraan"
    r"|front|dicht|zicht|view)\b",
    re.IGNORECASE | re.DOTALL,
)
# "Wij delen met z'n zessen deze mailbox"
SHARE = late(
    r"\b(?:deel|delen|gebruik|gebruiken|beheer|beheren|lezen|werken|bemannen|runnen|vormen|zitten|share|use|run|work|manage)"
    r"\b(?=.*\b(?:\w*adres|\w*account|\w*mailbox|\w*inbox|postvak|e-?mail|kamer|kantoor|bureau|telefoon|nummer|computer|team"
    r"|afdeling|address|office|room|phone|department)\b)",
    re.IGNORECASE,
)
# "... bij de twee van het College"
KNOWN = re.compile(r"\b(?:bij|van|door|naar|by|from|to) (?:de|die|the|those) $", re.IGNORECASE)
ALL_OF_THEM = re.compile(r"all(?:e|ebei|etwee|edrie)(?:\s\w+)?|beiden?|both|all\s\w+", re.IGNORECASE)
AT_OURS = re.compile(r"\b(?:bij|onder|at|with) \Z", re.IGNORECASE)
NEAR = 12  # characters: "via mijn twee collega's"
NEXT = 5  # characters: " de "
HEAR = late(r"\b(?:hear|see|cover|follow|catch|try|visit)\s+\Z", re.IGNORECASE)
HEARD = late(r"\s+(?:horen|zien|volgen|bezoeken|gehoord|gezien|gevolgd|bezocht|meemaken|meepikken)\b", re.IGNORECASE)
ENTRY = 120  # characters from a name of a list to what stands behind it
ALSO = r"en|alsmede|plus|evenals|alsook|ook|nog|verder|daarnaast|and|also"
AND_SO_MANY = re.compile(rf"\W*(?:(?:{ALSO}|benevens|met|samen|as|well|another)\s+)+", re.IGNORECASE)  # "alsmede twee"
AND_ONE = re.compile(rf"\W*(?:(?:{ALSO})\s+)+(?:een|één|'n|an?)\s+", re.IGNORECASE)  # "en nog een trainee"
COUNTING = ("party", "counts", "all")
TIMES_MARKS = frozenset("xX×")
TIMES = re.compile(r"(?<![\w.])(?:(\d{1,2})\s?[x×]|[x×](\d{1,2}))(?!\w)", re.IGNORECASE)
MORE = late(
    rf"\b(?P<many>\d|{any_of(number_words())})\s(?:\w+\s)?(?:aanmeldingen|inschrijvingen|personen|mensen|man|deelnemers|collega's|collega’s"
    r"|registrations|people|participants|colleagues)\b[^.;!?\n]{0,60}:",
    re.IGNORECASE,
)
SO_MANY_COME = late(
    rf"\b(?:komen|gaan|zijn|come|are)\s(?:er|there)\s(?:met\s)?(?P<many>{any_of(number_words())}|[2-9])\b[^.;!?\n]{{0,40}}:",
    re.IGNORECASE,
)


def missing(case: Case, asking: Asking, coming: list[Person]) -> int:
    """How many people are announced beside those that come by name."""
    clauses = [c for unit in asking.sheet.units if unit.has(*COUNTING) for c in unit.clauses if c.has(*COUNTING)]
    # "noteer haar en mij", above the letter of whom that means: nobody without a name
    companions = 0 if case.relayed and asking is case.own else asking.account.companions
    if _are_those_listed(asking, clauses, companions, coming):
        companions = 0
    short = max(asking.account.open_places, companions - sum(1 for p in coming if not p.is_writer))
    # "noteer ons allebei", above a colleague's "ik ga mee"
    passed_on = [a for a in case.relayed if a is not asking] if asking is case.own else []
    below = sum(1 for a in passed_on for p in a.roster.people if p.comes)
    settled = _settled_at(asking, clauses, len(coming))
    short = max([short, *(_short_of(asking, c, coming, below) for c in clauses if c.start >= settled)])
    short = max(short, _said_in_form(asking) - len(coming))
    return max(short, _listed_without_names(asking, coming), _short_of_subject(case, asking, len(coming)), 0)


IN_FORM = late(
    r"^[ \t>*•-]*(?:aantal (?:personen|deelnemers|deelnemende personen|mensen|plaatsen|plekken|kaarten)"
    r"|number of (?:people|persons|attendees|participants|seats|places))[ \t]*[:=|\t][ \t]*"
    r"(?P<many>\d{1,2})\b(?![./-]\d)",
    re.IGNORECASE | re.MULTILINE,
)


def _said_in_form(asking: Asking) -> int:
    """ "Aantal personen: 3", in a form of one's own."""
    said = IN_FORM.search(asking.sheet.parts.body)
    return int(said["many"]) if said else 0


def _are_those_listed(asking: Asking, clauses: list[Clause], companions: int, coming: list[Person]) -> bool:
    """ "Van ons komen er drie mensen. Hieronder de lijst", which names three, the writer among them; not so "ik neem
    drie mensen mee"."""
    if companions != len(coming) or any(clause.has("i", "me", "we", "us", "with_me", "carry") for clause in clauses):
        return False
    items = [unit for unit in asking.sheet.units if unit.kind is UnitKind.ITEM]
    return any(unit.start <= start < unit.end for unit in items for start, _ in asking.writer.spans)


def _listed_without_names(asking: Asking, coming: list[Person]) -> int:
    """ "Els Bos, wethouder; Wim Smit, adviseur; alsmede twee stagiairs": how many a list tells by a number alone."""
    named, short = sorted(start for person in coming for start, _ in person.spans), 0
    for unit in asking.sheet.units:
        for clause in unit.clauses:
            said = 0 if clause.names else _added(asking.sheet.parts.body, clause)
            at = bisect_left(named, clause.start)  # a list may be of hundreds
            if said and at and clause.start - named[at - 1] < ENTRY:
                behind = sum(1 for p in coming if any(clause.start < start < unit.end for start, _ in p.spans))
                short = max(short, said - behind)
    return short


def _added(text: str, clause: Clause) -> int:
    """How many a clause adds to those before it: "alsmede twee stagiairs", "en nog een trainee"."""
    if clause.has("neg", "past", "told", "already", "part"):
        return 0
    party, person, said = clause.first("party"), clause.first("person"), 0
    if party is not None and AND_SO_MANY.fullmatch(text, clause.start, party.start):
        said = _said(text, clause) or 0
    if person is not None and AND_ONE.fullmatch(text, clause.start, person.start):
        said = max(said, 1)
    return said


def _settled_at(asking: Asking, clauses: list[Clause], total: int) -> int:
    """Where a count overtakes those before it: "we zouden met vier zijn, maar Els is ziek. Het worden er drie"."""
    if not any(person.stays_away for person in asking.roster.people):
        return 0
    text = asking.sheet.parts.body
    counts = [
        c for c in clauses if c.has("counts") and not c.asks and _said(text, c) == total and not _is_of_a_part(text, c)
    ]
    return counts[-1].start if counts else 0


def _short_of(asking: Asking, clause: Clause, coming: list[Person], below: int) -> int:
    """How many names are missing to the number that a clause which may count people says; 0 where it says none.
    `below`: how many come by letters that this one passes on."""
    text = asking.sheet.parts.body
    said = _said(text, clause) if _counts_who_comes(text, clause) else None
    if said is None or _is_of_a_part(text, clause):
        return 0
    total, others = len(coming), sum(1 for p in coming if not p.is_writer)
    if clause.has("with_me") and FURTHER.search(text, clause.start, clause.end):
        return said - sum(1 for p in coming if p.order > clause.start and not p.is_writer)
    if clause.has("meant"):  # "eigenlijk zouden we met z'n drieën komen, maar Els is ziek"
        said -= sum(1 for p in asking.roster.people if p.stays_away)
    if _is_of_others(text, clause) and clause.has("i", "me") and not clause.has("we"):
        return said - others  # "mezelf en twee collega's" are three
    dropped = sum(1 for p in asking.roster.people if p.dropped)
    if said in (total, others, total + dropped, total + below):
        return 0
    return said - others if _is_of_others(text, clause) else said - total


def _counts_who_comes(text: str, clause: Clause) -> bool:
    """Whether what a clause counts are those who come: "met z'n drieën", "noteer ons allebei", "maak er twee van"."""
    if CHAIRS.search(text, clause.start, clause.end):
        return False
    stance = stance_of(clause, about_event=True)
    if _are_with_us(text, clause):
        return False
    if clause.has("party") and stance is Stance.COMES:
        return not (_is_told(text, clause) or _is_what_we_share(text, clause))
    if stance not in (Stance.COMES, Stance.NOTHING) or clause.has("past", "told", "talked", "already", "neg"):
        return False
    of_us = clause.has("all") and clause.has("we", "us") and not clause.has("meant", "he")
    return (clause.has("counts") and not _is_told(text, clause)) or of_us


def _short_of_subject(case: Case, asking: Asking, total: int) -> int:
    """ "FW: 2x aanmelding", "Aanmelding drietal": of all letters together that ask."""
    elsewhere = sum(1 for a in case.asking if a is not asking for p in a.roster.people if p.comes)
    times = TIMES.finditer(case.subject) if not TIMES_MARKS.isdisjoint(case.subject) else ()
    counts = [int(match[1] or match[2]) for match in times]
    if not case.quoted:  # the subject is the writer's own, and of this letter
        counts += [
            _said(case.subject, clause) or 0
            for u in case.own_subject
            for clause in u.clauses
            if _is_plain(clause) and not _is_of_a_part(case.subject, clause)
        ]
    dropped = sum(1 for p in asking.roster.people if p.dropped)  # "PS Wim kan niet, drie dus", below "Vier man sterk"
    short = max((count - total - elsewhere for count in counts), default=0)
    return 0 if short == dropped else short


def _is_plain(clause: Clause) -> bool:
    return clause.has("party", "counts") and not clause.has(
        "cancel", "absent", "replace", "change", "neg", "fewer", "part"
    )


def _is_told(text: str, clause: Clause) -> bool:
    """Whether the number is of those who told of it ("van twee collega's hoorde ik ..."), or who are known already:
    "bij de twee van het College"."""
    party = clause.first("party")
    if party is None:
        return False
    told = any(c.kind == "told" and 0 <= party.start - c.end < NEAR for c in clause.cues)
    return told or is_why(text, clause, party.end) or KNOWN.search(text[clause.start : party.start]) is not None


def _are_with_us(text: str, clause: Clause) -> bool:
    """ "Er lopen bij ons twee Smits rond": no "ons twee", but two of whom it is told where they are."""
    counted = [cue for cue in clause.cues if cue.kind in COUNTING]
    return (
        bool(counted)
        and all(AT_OURS.search(text, clause.start, cue.start) for cue in counted)
        and not clause.has("attend", "enrol")
    )


def _is_what_we_share(text: str, clause: Clause) -> bool:
    """ "Wij delen met z'n zessen deze mailbox": so many use it, or work there, and nobody comes by that."""
    return clause.has("we") and not clause.has("attend") and SHARE.search(text, clause.start, clause.end) is not None


def _is_of_a_part(text: str, clause: Clause) -> bool:
    """ "Alle drie de rondes", "so that between us we hear all three": what is counted are rounds."""
    counted = clause.first("party", "counts", "all")
    if counted is None:
        return False  # "maak er maar ronde 2 van" has it within
    if counted.kind == "all" and (
        HEAR.search(text, clause.start, counted.start) or HEARD.match(text, counted.end, clause.end)
    ):
        return True
    if OF_SESSIONS.match(text, counted.end):
        return True
    if counted.kind in ("all", "party") and not coming_cues(clause):
        # "wij slaan de rondes van 12 en 14 uur beide over"
        before = [cue for cue in clause.cues if cue.kind == "part" and cue.end <= counted.start]
        if before and ALL_OF_THEM.fullmatch(text, counted.start, counted.end):
            return True
    return any(c.kind == "part" and counted.start <= c.start < counted.end + NEXT for c in clause.cues)


def _said(text: str, clause: Clause) -> int | None:
    counts = [cue for cue in clause.cues if cue.kind == "counts"]  # "three of us hoped to come, in the end it's two"
    cue = counts[-1] if counts else clause.first("party", "all")
    if cue is None:
        return None
    said = [t for t in tokens(text, cue.start, cue.end) if not MONTH.match(text, t.end)]
    values = [n for t in said if (n := number(t.word)) is not None]
    return values[-1] if values else None  # "stuurt er een of twee"


def _is_of_others(text: str, clause: Clause) -> bool:
    """ "Ik neem twee studenten mee" counts without the writer; "met z'n drieën", "Wim en ik, allebei" with."""
    counted = clause.first("party", "counts")
    if counted is None:
        return False
    return clause.has("with_me") or OTHERS.search(text, counted.start, min(counted.end + NEAR, clause.end)) is not None


def names_more(asking: Asking, coming: list[Person]) -> bool:
    """ "Twee aanmeldingen: Jan Smit, Piet Bos en Ria Kok": one of them is no sign-up, or the number is a slip."""
    text = asking.sheet.parts.body
    for unit in asking.sheet.units:
        said = MORE.search(text, unit.start, unit.end) if unit.has("enrol", "enrol_noun", "attend", "seat") else None
        many = number(said["many"].casefold()) if said else None
        if said is None or many is None or many < 2 or unit.has("neg", "past", "me", "i"):
            continue
        listed = [p for p in coming if not p.is_writer and any(said.end() <= at < unit.end for at, _ in p.spans)]
        # "Wij komen met vijf man: ...", and five names: is the writer a sixth?
        and_we = len(listed) == many and unit.has("we") and any(person.is_writer for person in coming)
        if len(listed) > many or (and_we and not _says_so_for_oneself(asking)):
            return True
    return any(_names_fewer(asking, unit, coming) for unit in asking.sheet.units if unit.has("attend"))


def counts_out_the_writer(asking: Asking, coming: list[Person]) -> bool:
    """ "Wij komen met z'n drieën: Els Bos, Wim Kok en Bo Tal", signed by a fourth, who comes by that "wij" alone."""
    writer, text = asking.writer, asking.sheet.parts.body
    oneself = any(unit.has("myself_too") for unit in asking.sheet.units)  # "... En ikzelf uiteraard"
    if oneself or not (writer.comes and writer.by_we) or any(text[start:end].strip() for start, end in writer.spans):
        return False
    others = len(coming) - 1
    return others > 1 and any(
        not clause.has("i", "me", "us", "myself_too", "with_me", "carry", "meant") and _are_we(text, clause, others)
        for unit in asking.sheet.units
        if unit.has(*COUNTING)
        for clause in unit.clauses
        if clause.has(*COUNTING)
    )


def _are_we(text: str, clause: Clause, many: int) -> bool:
    """ "Wij komen met z'n drieën", of that many."""
    if not (clause.has("we") and _counts_who_comes(text, clause)):
        return False
    return not (_is_of_others(text, clause) or _is_of_a_part(text, clause)) and _said(text, clause) == many


def _says_so_for_oneself(asking: Asking) -> bool:
    """ "Zelf kom ik ook"."""
    return any(
        clause.has("i", "me") and clause.has("attend", "enrol") for u in asking.sheet.units for clause in u.clauses
    )


def _names_fewer(asking: Asking, unit: Unit, coming: list[Person]) -> bool:
    """ "Van ons komen er twee: Jan Pol.", in that sentence and no list below."""
    said = SO_MANY_COME.search(asking.sheet.parts.body, unit.start, unit.end)
    many = number(said["many"].casefold()) if said else None
    if said is None or many is None:
        return False
    listed = sum(1 for p in coming if any(said.end() <= at < unit.end for at, _ in p.spans))
    oneself = any(c.has("myself_too", "i", "me") for c in unit.clauses if c.start >= said.end())
    return 0 < listed < many - oneself


def are_all_others(asking: Asking, coming: list[Person]) -> bool:
    """ "Wij komen met z'n tweeën:", and a list or table of two others: whoever writes "wij" stays at the office. Not
    so "wij komen met twee collega's"."""
    text = asking.sheet.parts.body
    others = [person for person in coming if person is not asking.writer]
    return (
        asking.writer in coming
        and lists_others_alone(asking, others)
        and any(
            clause.has("attend") and _are_we(text, clause, len(others))
            for unit in asking.sheet.units
            for clause in unit.clauses
            if unit.kind is UnitKind.SENTENCE
        )
    )


def lists_others_alone(asking: Asking, others: list[Person]) -> bool:
    """Whether the writer comes by a "wij" alone, and everybody else by a list, a table or a form."""
    if not asking.writer.by_we or len(others) < len(("one", "another")) or _is_listed(asking, asking.writer):
        return False
    said = (c for unit in asking.sheet.units for c in unit.clauses)
    return not any(c.has("i", "me", "myself_too", "with_me") for c in said) and all(
        _is_listed(asking, person) for person in others
    )


def _is_listed(asking: Asking, person: Person) -> bool:
    """Whether a list, table or form names that person."""
    if any((entry.start, entry.end) in person.spans for entry in asking.entries):
        return True
    items = [unit for unit in asking.sheet.units if unit.kind is UnitKind.ITEM]
    return any(unit.start <= start < unit.end for unit in items for start, _ in person.spans)
