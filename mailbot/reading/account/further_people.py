"""How many come beside those who are named, by a clause that names nobody: "daarnaast brengen wij nog twee raadsleden
mee", "enkele ambtenaren sluiten aan", "hij neemt een adviseur mee"."""

import re

from mailbot.reading.account.people_words import NOT_OF_COMING
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.cue_phrases import number, number_words
from mailbot.reading.letter.cues import Cue
from mailbot.reading.text.fold import any_of
from mailbot.reading.text.late import late

SOME = (
    r"enkele|enige|meerdere|verschillende|diverse|several|some"
    r"|(?:een|a) (?:paar|aantal|tweetal|drietal|few|couple of|number of)"
)
# A number, or "een", right before the word for a person; none of those whom the letter knows: "de twee raadsleden"
COUNTED = late(
    rf"(?:^|(?<=\s))(?:(?P<some>{SOME})|(?P<many>\d{{1,2}}|{any_of(number_words())}|een|a|an|another))"
    r"\s(?:[^\W\d_]+\s){0,2}$",
    re.IGNORECASE,
)
NOT_NEW = late(
    r"\b(?:de|die|deze|dit|dat|beide|alle|al|ander\w*|namens|voor|van|door|bij|als|via|naar|over|tussen"
    r"|aan|in|op|tegen|met|zo'?n|is|zijn|ben"
    r"|the|those|these|both|for|by|from|as|of|to|at|about|with|are|am)\s+$",
    re.IGNORECASE,
)
ANOTHER = re.compile(r"(?:een|één|a|an)?\s?(?:andere?|another|other)", re.IGNORECASE)
WORD = re.compile(r"\s[a-z]{3,}(?=\s[a-z])")
LEAD = 40  # characters before the word for a person in which all of that stands
NOUNS = ("person", "also_group", "party")
COMING = ("attend", "carry", "with_me")
# ... where it is said of them that they come, and not that they don't, did, do by themselves, or were asked
ELSEWISE = (
    *NOT_OF_COMING, "stays", "absent", "unable", "cancel", "by_themselves", "meant", "if", "with_writer", "enrol_noun",
    "hereby", "polite",
)  # fmt: skip
AT_LEAST = 2


def further_people(text: str, clause: Clause) -> int:
    """How many that are, at least; 0 where the clause says nothing of the kind."""
    if clause.names or clause.asks or not clause.has(*NOUNS) or not clause.has(*COMING) or clause.has(*ELSEWISE):
        return 0
    if clause.opens or clause.has("i", "me", "myself_too", "us", "companion"):
        return 0  # who they are, a list tells
    if clause.has("we") and not clause.has("carry"):
        return 0  # "wij komen met drie man": the writer among them
    nouns = (cue for cue in clause.cues if cue.kind in NOUNS and not _is_of_another_thing(text, clause, cue))
    counts = (_counted(text, clause, cue) for cue in nouns)
    return max(counts, default=0)


def _is_of_another_thing(text: str, clause: Clause, noun: Cue) -> bool:
    """ "Steeds een andere groep meemaken", "telkens een ander onderwerp": other than what, the next word says."""
    if noun.kind != "party" or ANOTHER.fullmatch(text, noun.start, noun.end) is None:
        return False
    thing = WORD.match(text, noun.end, clause.end)
    people = (cue for cue in clause.cues if cue.kind in ("person", "companion"))
    return thing is not None and not any(cue.start < thing.end() and thing.start() < cue.end for cue in people)


def _counted(text: str, clause: Clause, noun: Cue) -> int:
    start = max(clause.start, noun.end - LEAD)
    for at in (noun.start, noun.end):  # "twee raadsleden" is one phrase of its own
        lead = text[start:at] if at == noun.start else f"{text[start:at]} "
        found = COUNTED.search(lead)
        if found is not None and not NOT_NEW.search(lead[: found.start()]):
            return AT_LEAST if found["some"] else number(found["many"].casefold()) or 1
    return 0
