"""Whom each piece of text is about, for the values that stand in it, and whom the talk is about afterwards.

`recent` is always whom the last words were about, for "hij" and "haar".
"""

import re
from collections.abc import Sequence

from mailbot.reading.account.account import Focus, Mark
from mailbot.reading.account.pronouns import is_one, one_meant, sex_of
from mailbot.reading.account.references import numbers_within
from mailbot.reading.account.relations import Relations
from mailbot.reading.account.subjects import speaks_of_somebody_else
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.cues import Cue
from mailbot.reading.names.people import Person
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import Seldom

AT_OURS = re.compile(r"\b(?:bij|van|aan|naar|with|at)\s+$", re.IGNORECASE)  # "Mariam is bij ons de jurist"
# "Voor Wim Smit schreef ik lactosevrij": what follows is of him
WROTE = r"\s(?:schreef|meldde|vermeldde|noteerde|vulde|gaf|wrote)\s+(?:ik|I)"
FOR_THEM = late(rf"\b(?:[Vv]oor|[Bb]ij|[Vv]an|[Ff]or)\s+[A-Z][^,.;:!?]{{1,50}}{WROTE}$")
I_WROTE = Seldom(late(WROTE), ("schreef", "meldde", "noteerde", "vulde", "gaf", "wrote"))
WHICH = re.compile(r"\b(?:waar|wat|welke|die|dat|where|what|which|whichever|one)\s\Z", re.IGNORECASE)
# "Niet naar de workshop die ik had uitgekozen", "the session I had chosen"
OF_MINE = re.compile(
    r"\b(?:die|dat|welke|waar\w*|wat|als|zoals|dan|that|which|as|than|workshops?|sessions?|rounds?|choices?)\s\Z",
    re.IGNORECASE,
)
HAD = re.compile(
    r"\s(?:(?:zelf|eerder|al|eerst|myself|first)\s)?(?:had|heb|koos|zou|stond|sta|wilde|chose|have|would)\b"
)
THEY_DONT = re.compile(r"\s(?:\w+\s){0,2}?(?:niet|isn['’]t|doesn['’]t|does not|is not|won['’]t)\b", re.IGNORECASE)
# A verb of several people
THEY_DO = late(
    r"\b(?:eten|hebben|zijn|zitten|kunnen|mogen|lusten|willen|gebruiken|drinken|komen|gaan|doen|volgen|werken|allebei|beiden?"
    r"|both|are|have|eat|need)\b",
    re.IGNORECASE,
)
ONE_DOES = late(
    r"\b(?:zou|wil|wilt|kan|kunt|mag|moet|gaat|is|heeft|wordt|zal|eet|zit|komt|has|eats|would|will)\b", re.IGNORECASE
)
BOTH = re.compile(r"(?:beiden?|allebei)\b", re.IGNORECASE)
PAIR = 2
LATEST = 8  # names of somebody that are looked at: a mail may name them ten thousand times


def focus(
    text: str,
    clause: Clause,
    people: Sequence[Person],
    writer: Person | None,
    recent: tuple[Person, ...],
    history: Sequence[Person],
) -> Focus:
    """Whom the clause as a whole is about."""
    about = tuple(people)
    if not about and clause.has("he", "him"):
        subject = next((cue for cue in clause.cues if cue.kind == "he"), None)
        about = one_meant(text, subject, recent, history) if subject and is_one(text, subject) else recent
        if subject and BOTH.match(text, subject.start) and len(about) < PAIR:
            about = _last_two(history)
    elif not about and clause.has("i", "me") and writer:
        about = (writer,)
    return Focus(clause.start, clause.end, about)


def marks(
    text: str,
    clause: Clause,
    people: Sequence[Person],
    writer: Person | None,
    recent: tuple[Person, ...],
    history: Sequence[Person],
    row: Sequence[Person] = (),
    relations: Relations | None = None,
) -> list[Mark]:
    """At which words the talk turns to whom, for values that stand behind them; in the order of the text."""
    once = {id(person): person for person in people}.values()
    named = [(at, person) for person in once for at in _places(person, clause)]
    turns: list[tuple[int, tuple[Person, ...]]] = [(at, (person,)) for at, person in named]
    told = {id(person) for _, person in named}
    unnamed = [person for person in once if id(person) not in told]
    if unnamed and they_do(text, clause.start, clause.end):
        turns.append((clause.start, tuple(unnamed)))  # "..., die halal eten"
    else:
        turns += [(clause.start, (person,)) for person in unnamed]
    turns += [(at, (person,)) for at, person in numbers_within(text, clause, row)]
    if relations is not None:
        turns += [(at, (person,)) for at, _, person in relations.places(clause.start, clause.end, clause.names)]
    # rare, and FOR_THEM looks at all before each "ik"
    wrote = I_WROTE.search(text, clause.start, clause.end) if clause.has("i", "me") else None
    for cue in clause.cues:
        if cue.kind in ("i", "me") and writer is not None:
            within = clause.has("he") and _tells_which(text, clause, cue)
            if not (within or (wrote and FOR_THEM.search(text, clause.start, cue.end))):
                turns.append((cue.start, (writer,)))
        elif cue.kind == "he" and clause.has("i") and is_by_contrast(text, clause.start, *cue[1:3]):
            continue
        elif cue.kind == "he" and BOTH.match(text, cue.start) and len(recent) < PAIR:
            if both := _last_two(history):  # each item of a list is the talk of one: "Els", "Wim", "Beiden eten halal"
                turns.append((cue.start, both))
        elif cue.kind in ("he", "him") and (whom := _meant(cue, people, recent)):
            one = is_one(text, cue) or sex_of(text, cue) is not None
            turns.append((cue.start, one_meant(text, cue, whom, history) if one else whom))
        elif cue.kind in ("we", "us", "all") and not AT_OURS.search(text, clause.start, cue.start):
            turns.append((cue.start, ()))
    return [Mark(at, clause.start, clause.end, who) for at, who in sorted(turns, key=lambda turn: turn[0])]


def _last_two(history: Sequence[Person]) -> tuple[Person, ...]:
    """The two who were named last; nobody where the writer may be one of them."""
    others = list({id(person): person for person in reversed(history) if not person.is_writer}.values())
    return tuple(others[:PAIR][::-1]) if len(others) >= PAIR else ()


def _tells_which(text: str, clause: Clause, own: Cue) -> bool:
    """ "Hij gaat niet naar de workshop die ik had uitgekozen maar ...": it only says which; the talk stays with him."""
    before = any(cue.kind == "he" and cue.end <= own.start for cue in clause.cues)
    return before and bool(OF_MINE.search(text, clause.start, own.start) and HAD.match(text, own.end, clause.end))


def they_do(text: str, start: int, end: int) -> bool:
    """Whether the verb there is of several people: "die halal eten", not "die halal zou willen eten"."""
    return THEY_DO.search(text, start, end) is not None and ONE_DOES.search(text, start, end) is None


def _places(person: Person, clause: Clause) -> list[int]:
    """Where that clause names somebody."""
    return [at for at, _ in person.spans[-LATEST:] if clause.start <= at < clause.end]


def is_by_contrast(text: str, since: int, start: int, end: int) -> bool:
    """Whether the "hij" at [start, end) only says which one is the writer's: "Ik ga waar hij niet gaat: die over
    vooroordelen". `since`: where the words before it begin."""
    return WHICH.search(text, since, start) is not None and THEY_DONT.match(text, end) is not None


def _meant(cue: Cue, people: Sequence[Person], recent: tuple[Person, ...]) -> tuple[Person, ...]:
    """Whom a pronoun means: those named before it in its clause ("Els is blind en neemt haar hond mee"), else those
    who were named last."""
    named = tuple(p for p in people if not p.is_writer and p.spans[-1][0] < cue.start)
    return named or tuple(p for p in recent if not p.is_writer)  # "ik ben blind, mijn hond Joep ... hij eet niet mee"


Topic = tuple[Person, ...] | None  # the subject of the talk; None: nobody was spoken of yet


def topic(
    text: str,
    clause: Clause,
    people: Sequence[Person],
    writer: Person | None,
    recent: tuple[Person, ...],
    before: Topic,
) -> Topic:
    """The subject after this clause: of "ik" and a name together, neither is sure to be meant by what follows."""
    if clause.has("i", "we") and writer is not None:
        return () if people else (writer,)
    if people:
        return tuple(people)
    if clause.has("he"):
        return recent
    if speaks_of_somebody_else(text, clause):
        return ()  # "Mijn man brengt me, maar gaat niet mee"
    return before
