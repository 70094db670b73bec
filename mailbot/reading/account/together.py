"""Who comes together with the writer, by how it is put: "mede namens Wim Smit ... wij komen allebei", "zij en ik",
"samen met Wim Smit, die ..., kom ik", "Wim vroeg of ... dat doe ik hierbij"."""

import re
from collections.abc import Sequence

from mailbot.reading.account.people_words import ONESELF
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.cue_phrases import number
from mailbot.reading.letter.cues import tokens
from mailbot.reading.names.people import Person
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import Seldom

BOTH = re.compile(
    r"\b(?P<two>allebei|beiden?|tweeën|both|the two of us)\b|\b(?:alle drie|drieën|all three|the three of us)\b",
    re.IGNORECASE,
)
THAT_I_DO = late(
    r"[\s,(]*(?:en |and )?(?:dus |so )?(?:dat|dit|that|this) (?:doe ik|doen wij|doen we|i do)\b"
    r"|[\s,(]*(?:doe ik|doen wij|doen we)(?: (?:dus|dan|maar|ook|alsnog|graag))* (?:bij de[sz]en?|hierbij|hiermee)\b"
    r"|[\s,(]*(?:dus |en |nou |so )?(?:bij de[sz]en?|bij dit|hierbij|hiermee|waarvan akte|hereby)"
    r"(?: (?:dus|dan|maar|ook|alsnog|graag|then))*[\s.!:,]*\Z",
    re.IGNORECASE,
)
THEY = r"(?:hij|zij|ze|hem|haar|hen|he|she|they|him|her|them)"
# "zij en ik willen", "Wilt u haar en mij noteren?", "zowel hij als ik"
THEY_AND_I = Seldom(
    late(
        rf"\b(?:{THEY} (?:en|and|&|als) (?:ook )?{ONESELF}|{ONESELF} (?:en|and|&|als) (?:ook )?{THEY})\b", re.IGNORECASE
    ),
    (" en ", " and ", " & ", " als "),
)
# "Samen met collega Wim Smit, "
ALONGSIDE = late(
    r"[\s,]*(?:en |and )?(?:(?:(?:samen|tezamen|gezamenlijk|together|along) )?(?:met|with)"
    r"|(?:vergezeld|geflankeerd|bijgestaan|accompanied|joined) (?:van|door|by))\s+(?:[^\s,.;:]+\s+){0,4}",
    re.IGNORECASE,
)


def pairs_with_writer(text: str, clause: Clause) -> bool:
    """ "Zij en ik", "haar en mij": whoever is meant comes as the writer does."""
    return THEY_AND_I.search(text, clause.start, clause.end) is not None


def stands_alongside(text: str, clause: Clause) -> bool:
    """Whether a clause only says with whom: "Samen met Wim Smit, (die ..., kom ik graag)"."""
    if not clause.names or clause.has("i", "we", "attend", "enrol", "talked", "told", "past"):
        return False
    lead = text[clause.start : clause.names[0].start]
    words_behind = text[clause.names[-1].end : clause.end].split()
    return ALONGSIDE.fullmatch(lead) is not None and len(words_behind) <= FEW


FEW = 8  # words behind the name: ", allebei van de afdeling Jeugd, "


def both(text: str, clause: Clause, spoken_for: Sequence[Person]) -> list[Person]:
    """Whom "wij allebei", "ons beiden", "alle drie" in a clause means beside the writer, who speaks for as many."""
    found = BOTH.search(text, clause.start, clause.end) if clause.has("we", "us") else None
    if found is None:
        return []
    return list(spoken_for) if len(spoken_for) == (1 if found["two"] else 2) else []


def counted(text: str, clause: Clause) -> int:
    """How many "schrijf ons alle drie in", "graag allebei noteren" mean; 0 where a clause counts nobody."""
    cue = clause.first("all") if clause.has("all") and clause.has("enrol", "seat", "hereby") else None
    values = [number(t.word) for t in tokens(text, cue.start, cue.end)] if cue else []
    return next((value for value in values if value is not None), 0)


def is_done_hereby(text: str, clause: Clause) -> bool:
    """ "Wim vroeg of ik hem wil opgeven, dus dat doe ik bij dezen"."""
    return THAT_I_DO.match(text[clause.start : clause.end]) is not None


def counts_us(clause: Clause) -> bool:
    """Whether a clause only tells how many we are: "Wij zijn op 30 maart met z'n drieën in Utrecht"."""
    if not clause.has("party", "all", "counts") or clause.names or clause.asks:
        return False
    ours = clause.has("we", "us", "polite", "hereby", "counts")
    if clause.has("told") and not clause.has("on_behalf"):
        return False  # "van drie collega's hoorde ik": not so "namens de raad meld ik drie personen aan"
    return ours and not clause.has("neg", "talked", "past", "already", "part", "cancel", "replace", "works")
