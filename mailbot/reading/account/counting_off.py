"""The writer is one of those who were counted: "Wim eet halal, en de derde ben ik", "... en zijn secretaresse. Dat ben
ik". Who the others are, the names around it tell; whoever has none, headcount.py finds missing."""

import re

from mailbot.reading.account.stance import Stance
from mailbot.reading.account.talk import Talk
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.cue_phrases import number
from mailbot.reading.letter.cues import scan, tokens
from mailbot.reading.lexicon import words
from mailbot.reading.text.fold import any_of
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import Seldom

ORDINAL = any_of((*words("choices", "ordinals"), *words("choices", "last"), "ander", "andere", "other"))
PLACE = rf"(?:(?:de|het|the)\s(?:{ORDINAL})|(?:nummer|nr\.?|number)\s\w+)"
SMALL = r"(?:(?:dan|dus|natuurlijk|toevallig|zelf|of course)\s)?"
MYSELF = rf"{SMALL}(?:ik|ikzelf|mijzelf|ondergetekende|I|me|myself)\b(?!\s(?:zelf\s)?(?:niet|not)\b)"
# "De derde ben ik", "nummer drie is ondergetekende", "ik ben de derde"
ONE_OF_THEM = Seldom(
    late(
        rf"\b{PLACE}(?:\s(?:van ons|persoon|deelnemer|one|person|of us))?\s(?:ben|is|am)\s{MYSELF}"
        rf"|\b(?:ik|I)\s(?:ben|am)\s{SMALL}{PLACE}\s*(?:[.,;)]|\Z)",
        re.IGNORECASE,
    ),
    (*words("choices", "ordinals"), *words("choices", "last"), "nummer", "nr", "number", "andere", "other"),
)
TOLD_OFF = late(rf"\b{PLACE}(?:\s(?:is|wordt|heet))?\s(?:[a-z]+\s){{0,2}}\Z", re.IGNORECASE)
THAT_IS_ME = late(
    rf"\s*(?:(?:en|and)\s)?(?:dat|die|that|this)(?:(?:\slaatste)?\s(?:ben|is|am)|['’]s)\s{MYSELF}", re.IGNORECASE
)
PEOPLE = frozenset({"person", "companion"})
# "Mijn collega heet Wim Smit", "de ander is Wim Smit", "naast mij is dat Wim Smit", and what he does
THE_OTHER = late(
    r"\s*(?:(?:en|and)\s)?(?:(?:mijn|m'n|my)\s(?:(?:directe|naaste|nieuwe|andere|other|new)\s)?"
    r"(?:collega|collega['’]s|colleagues?|mede\w+|fractie\w+|commissie\w+|team\w+|compagnon|kompaan|maatje|metgezel\w*)"
    r"|(?:de|the)\s(?:ander|andere|anderen|tweede|other|others|second)"
    r"(?:\s(?:deelnemer|deelneemster|persoon|one|person))?)"
    r"\s(?:is|heet|zijn|heten|are|is called)\s"
    r"|\s*(?:naast|behalve|besides)\s(?:mij|mijzelf|mezelf|me|myself)\s(?:is|zijn|gaat|betreft)\s(?:dat|het)\s(?:om\s)?",
    re.IGNORECASE,
)
WHAT_THEY_DO = late(
    r"\s*(?:\Z|[.;!(]|[,–-]\s"
    r"|\s(?:van|uit|bij|en\s(?:werkt|is|doet|zit|heeft)|from|of|at|and\s(?:works|is))\b)",
    re.IGNORECASE,
)
NOT_SO = (
    "neg",
    "maybe",
    "perhaps",
    "reserve",
    "wavers",
    "absent",
    "unable",
    "stays",
    "past",
    "booking",
    "cancel",
    "cc",
)
REACH = 40  # characters: "en, bij hoge uitzondering, zijn secretaresse."


def is_of_those_counted(talk: Talk, clause: Clause) -> bool:
    """Whether a clause says that the writer is one of so many people who were said to come."""
    if clause.asks or not (talk.numbered or talk.counted or talk.account.companions):
        return False
    return ONE_OF_THEM.search(talk.text, clause.start, clause.end) is not None or is_whom_they_named_last(talk, clause)


def is_whom_they_named_last(talk: Talk, clause: Clause) -> bool:
    """ "Dat ben ik", right behind somebody who comes and is only called by an office: "... en zijn secretaresse".
    Not so behind "contactpersoon is zijn secretaresse"."""
    comes = talk.before is Stance.COMES and not clause.asks
    if not comes or THAT_IS_ME.match(talk.text, clause.start, clause.end) is None:
        return False
    end = len(talk.text[: clause.start].rstrip(" .,;(\n"))
    people = scan(tokens(talk.text, max(0, end - REACH), end), kinds=PEOPLE)
    return any(cue.end == end for cue in people)


def names_the_rest_of_us(talk: Talk, clause: Clause) -> bool:
    """ "Noteren jullie ons twee? Mijn collega heet Wim Smit": where as many are named as were enrolled without a name,
    the writer among them."""
    if not clause.names or clause.asks or clause.has(*NOT_SO) or len(clause.names) != talk.of_us - 1:
        return False
    if any(person.comes and not person.is_writer for person in talk.roster.people):
        return False
    first, last = clause.names[0], clause.names[-1]
    lead = THE_OTHER.match(talk.text, clause.start, first.start)
    return lead is not None and lead.end() == first.start and bool(WHAT_THEY_DO.match(talk.text, last.end, clause.end))


def how_many_of_us(talk: Talk, clause: Clause) -> int:
    """How many "noteer ons twee", "graag ons beiden inschrijven" enrol, of whom they name nobody; 0 where none."""
    counted = clause.first("all", "party") if clause.has("us", "we") and not clause.names else None
    values = [number(t.word) for t in tokens(talk.text, counted.start, counted.end)] if counted else []
    return next((value for value in values if value is not None), 0)


def count_oneself(talk: Talk, clause: Clause) -> None:
    """The writer comes, and one fewer has no name; and who is told off in the same words: "de eerste is Wim Smit"."""
    writer = talk.roster.writer
    for found in clause.names:
        if TOLD_OFF.search(talk.text, clause.start, found.start):
            talk.roster.mention(found).mark_coming(found.start)
    if writer is not None and not writer.stays_away:
        writer.mark_coming(clause.start)
        talk.account.companions = max(0, talk.account.companions - 1)
