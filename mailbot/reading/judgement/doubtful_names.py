"""Did that come of a name which the letter says of it? "Op de lijst graag Vonk, zo heet ik sinds januari." And did
all letters of a name come through?

Where a sentence speaks of somebody's given name, surname or badge, the names in it are those of the people on the list,
or of people who don't come. A name that went nowhere was told for some reason, and a person looks.
"""

import re
from collections.abc import Iterator

from mailbot.reading.judgement.outcome import Outcome
from mailbot.reading.letter.units import UnitKind
from mailbot.reading.names.name_talk import BADGE, BADGES, ON_BADGE, PART_OF_NAME, PARTS_OF_NAME
from mailbot.reading.names.person_name import UPPER, is_given, name_words
from mailbot.reading.names.surnames import is_surname
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import Lookup, keys_of

TALK = Lookup(
    rf"\b(?:{PART_OF_NAME}|zo heet ik|ik heet|heet ik|{ON_BADGE}|my badge|mijn (?:badge|naam))\b",
    keys_of((*PARTS_OF_NAME, *BADGES), ("", "s")) | {"heet", "badge", "naam"},
)
# Behind these stands what isn't wanted, or was once.
NOT_SO = re.compile(
    r"\b(?:niet|geen|nooit|not|never|instead|in plaats|stond|staat|was|werd|voluit|officieel|paspoort|officially)\b"
)
UNTOLD = late(
    r"\b(?:mijn|haar|zijn|my|her|his) (?:(?:roep|meisjes)naam|eigen (?:achter)?naam|nickname|maiden name)\b"
    r"(?= (?:op|voor|gebruiken|noteren|vermelden|aanhouden|on|for)\b)"
)
ONE = rf"[\"“‘']?([{UPPER}][^\W\d_]+)[\"”’']?"
CALLED = late(
    rf"(?i:\b(?:{PART_OF_NAME}|heet ik|ik heet)"
    rf"(?:\s(?:is|luidt|wordt|nu|weer|dus|gewoon|van|haar|mijn|zijn|now|just))*):?[ ]{ONE}"
)
# "op de badge graag Vonk."
BADGED = late(
    rf"(?i:\b{BADGE}(?:\s(?:graag|gewoon|maar|alleen|just))*):?\s{ONE}(?=[.,!?)\n]|\Z)"
    rf"|(?i:\b(?:graag|gewoon|alleen|put|just)\s){ONE}(?=\s(?:op|on|voor|for)\b)"
)
WORD = late(rf"[{UPPER}][^\W\d_]+")
LOST_LETTER = re.compile(r"[?\ufffd](?=[^\W\d_])")  # what is left of "ı" in a charset without it: "Ayd?n"


def told_name_went_nowhere(outcome: Outcome) -> bool:
    """A sentence about names has one that nobody on the list is called by, or wants one that it doesn't tell."""
    if not outcome.only_registers or not all(request.name for request in outcome.requests):
        return False
    told = list(_about_names(outcome))
    if not told:
        return False
    people = [str(person.name) for person in outcome.people if not person.comes]
    wanted = [fold(request.name or "") for request in outcome.requests]
    houses = [request.organisation or "" for request in outcome.requests]
    known = frozenset(word for name in (*wanted, *people, *houses) for word in re.findall(r"\w+", fold(name)))
    return any(not any(name in fold(said) for name in wanted) and _goes_nowhere(said, known) for said in told)


def name_is_damaged(outcome: Outcome) -> bool:
    """A letter of a name was lost on the way, and what is read of it is half: "Leyla Ayd?n"."""
    return any(
        LOST_LETTER.match(asking.text, end)
        for asking in outcome.case.asking
        for person in asking.roster.people
        if person.comes or person.cancels
        for _, end in person.spans
    )


def _about_names(outcome: Outcome) -> Iterator[str]:
    """Each sentence that speaks of names; a row's or form's own words are read cell by cell. A dictated letter has the
    writer's own name as it sounds."""
    for asking in outcome.case.asking:
        folded = fold(asking.text)
        if asking.writer.misspelt or not TALK.may_stand_in(folded):
            continue
        for unit in asking.sheet.units:
            talks = unit.kind in (UnitKind.SENTENCE, UnitKind.ITEM) and TALK.search(folded, unit.start, unit.end)
            if talks:
                yield asking.text[unit.start : unit.end]


def _goes_nowhere(said: str, known: frozenset[str]) -> bool:
    folded = fold(said)
    if UNTOLD.search(folded):
        return True
    stop = NOT_SO.search(folded)
    told = said[: stop.start()] if stop else said
    lost = [
        word for word in WORD.findall(told) if fold(word) not in known and fold(word) not in name_words("not_names")
    ]
    named = [*CALLED.findall(told), *(word for hit in BADGED.findall(told) for word in hit)]
    if not set(lost).isdisjoint(named):
        return True
    # "iedereen zegt Ko, maar zet dat niet op de badge"
    return any(is_surname(word) or (is_given(word) and not stop) for word in lost)
