"""How many come, where the mail says a number: does it agree with the names, and how many names are missing?"""

import re

from mailbot.reading.account.stance import Stance, stance_of
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.case import Case
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.cue_phrases import number
from mailbot.reading.letter.cues import tokens
from mailbot.reading.names.people import Person

# "Daarnaast nemen we nog twee trainees mee": those named before are others
FURTHER = re.compile(r"\b(?:daarnaast|daarbij|verder|bovendien|tevens nog|furthermore|in addition)\b", re.IGNORECASE)
TIMES = re.compile(r"(?<![\w.])(?:(\d{1,2})\s?[x×]|[x×](\d{1,2}))(?!\w)", re.IGNORECASE)


def missing(case: Case, asking: Asking, coming: list[Person]) -> int:
    """How many people are announced beside those that come by name."""
    text = asking.sheet.parts.body
    others = sum(1 for p in coming if not p.is_writer)
    total = len(coming)
    dropped = sum(1 for p in asking.roster.people if p.dropped)
    short = max(asking.account.open_places, asking.account.companions - others)
    for unit in asking.sheet.units:
        for clause in unit.clauses:
            if (
                clause.has("party")
                and stance_of(clause, about_event=True) is Stance.COMES
                and not _is_told(text, clause)
            ):
                said = _said(text, clause)
                if said is None or _is_of_a_part(clause):
                    continue
                if clause.has("with_me") and FURTHER.search(text, clause.start, clause.end):
                    short = max(short, said - sum(1 for p in coming if p.order > clause.start and not p.is_writer))
                    continue
                if clause.has("meant"):  # "eigenlijk zouden we met z'n drieën komen, maar Els is ziek"
                    said -= sum(1 for p in asking.roster.people if p.stays_away)
                if _is_of_others(text, clause) and clause.has("i", "me") and not clause.has("we"):
                    short = max(short, said - others)  # "mezelf en twee collega's" are three
                elif said not in (total, others, total + dropped):
                    short = max(short, said - others if _is_of_others(text, clause) else said - total)
    elsewhere = sum(1 for a in case.asking if a is not asking for p in a.roster.people if p.comes)
    for match in TIMES.finditer(case.subject):
        short = max(short, int(match[1] or match[2]) - total - elsewhere)  # "FW: 2x aanmelding", of two letters
    return max(short, 0)


def _is_told(text: str, clause: Clause) -> bool:
    """Whether the number is of those who told of it ("van twee collega's hoorde ik ..."), or who are known already:
    "bij de twee van het College"."""
    party = clause.first("party")
    if party is None:
        return False
    told = any(c.kind == "told" and 0 <= party.start - c.end < NEAR for c in clause.cues)
    return told or KNOWN.search(text[clause.start : party.start]) is not None


KNOWN = re.compile(r"\b(?:bij|van|door|naar|by|from|to) (?:de|die|the|those) $", re.IGNORECASE)


def _is_of_a_part(clause: Clause) -> bool:
    """ "Alle drie de rondes": what is counted are rounds."""
    party = clause.first("party")
    return party is not None and any(c.kind == "part" and 0 <= c.start - party.end < NEXT for c in clause.cues)


NEAR = 12  # characters: "via mijn twee collega's"
NEXT = 5  # characters: " de "


def _said(text: str, clause: Clause) -> int | None:
    cue = clause.first("party")
    if cue is None:
        return None
    values = [n for t in tokens(text, cue.start, cue.end) if (n := number(t.word)) is not None]
    return values[0] if values else None


def _is_of_others(text: str, clause: Clause) -> bool:
    """ "Ik neem twee studenten mee" counts without the writer, "met z'n drieën" with."""
    return clause.has("with_me") or bool(
        re.search(r"\bcolleague|collega|student", text[clause.start : clause.end], re.IGNORECASE)
    )
