"""Who stands without a name at the end of a row of names: "Wim Smit, Els Bakker en nog drie vrijwilligers"."""

import re

from mailbot.reading.account.people_words import NOT_OF_COMING, people_in
from mailbot.reading.letter.cue_phrases import number, number_words
from mailbot.reading.letter.cues import Cue
from mailbot.reading.letter.units import Unit
from mailbot.reading.text.fold import any_of
from mailbot.reading.text.late import late

MANY = rf"(?P<many>\d{{1,2}}|{any_of(number_words())}|a|an|another|de|the|haar|zijn|hun|mijn|onze|his|her|their|my|our)"
# What stands before that word for a person: "en van het wijkteam nog twee ", "and one of our "
TAIL = late(
    r"(?:\b(?:en|and|plus|alsmede|alsook|evenals|as well as|along with)|&)\s+"
    r"(?:(?:van|uit|from)\s(?:[^\W\d_]+\s){1,3})?"
    rf"(?:(?:ook|nog|also|daarnaast|tevens|yet)\s)*{MANY}\s(?:[^\W\d_]+\s){{0,3}}$",
    re.IGNORECASE,
)
PLUS = re.compile(r"\s*\+\s*(?P<many>[1-9])(?!\d)")  # "Els Bakker + 1"
# "Tom Baker, Lucy Hill and two interns"
SO_MANY = re.compile(
    rf"\s*,?\s(?:en|and|plus|&)\s(?:nog\s|also\s)?(?P<many>[2-9]|{any_of(number_words())})\s(?P<noun>[^\W\d_A-Z]{{4,}})"
    r"(?=\s*(?:$|[.,;!)]|\b(?:voor|op|van|uit|for|from|on)\b))",
)
NO_PEOPLE = re.compile(
    r"(?:lunch|workshop|rond|round|vegeta|broodje|parke|plaats|plek|stoel|dag|day|keer|times|uur|hour)"
)
# "Ik kom (+1)", "me +1": not so "+31 6 12345678", "10 + 1"
PLUS_ANYWHERE = re.compile(r"(?<![\d+])[ (,]\+ ?(?P<many>[1-9])(?=[\s).,;!]|\Z)(?! ?\d)")
# "Wim Smit + collega", "Wim Smit en partner"
BARE = re.compile(r"\s*(?:\+|&|/|,?\s(?:en|and|plus|met|with)\s)\s*(?:(?:haar|zijn|hun|his|her)\s)?\Z", re.IGNORECASE)
# "... en zijn trouwe ambtenaar, te weten ik"
WHO = re.compile(
    r"[\s,:(]*(?:te weten|namelijk|dat ben|zijnde|oftewel|ofwel)\s+(?:ik|mij|ondergetekende)", re.IGNORECASE
)
LEAD = 60  # characters before the word for a person in which all of that stands


def without_names(text: str, unit: Unit) -> int:
    """How many of those whom the sentence counts up last have no name; 0 where it names all of them."""
    last = max((name.end for name in unit.names), default=unit.start)  # "en een van onze vrijwilligers, Els Bakker"
    if plus := PLUS.match(text, last, unit.end):
        return int(plus["many"])
    if text.find("+", unit.start, unit.end) >= 0 and (plus := PLUS_ANYWHERE.search(text, unit.start, unit.end)):
        return int(plus["many"])
    if unit.names and _is_bare(text, unit, last):
        return 1
    if unit.names and (more := SO_MANY.match(text, last, unit.end)) and not NO_PEOPLE.match(more["noun"]):
        return number(more["many"]) or 0
    clauses = [clause for clause in unit.clauses if clause.end > last and not clause.has(*NOT_OF_COMING)]
    people = [cue for clause in clauses for cue in people_in(clause) if cue.start >= last]
    return max((_ends_row(text, unit, cue) for cue in people), default=0)


def _is_bare(text: str, unit: Unit, last: int) -> bool:
    """Whether right behind the last name a word for somebody stands, joined to it, and no name for that."""
    return any(
        cue.start - last < LEAD and BARE.fullmatch(text, last, cue.start) is not None
        for clause in unit.clauses
        if clause.end > last and not clause.has(*NOT_OF_COMING)
        for cue in people_in(clause)
        if cue.start > last
    )


def _ends_row(text: str, unit: Unit, person: Cue) -> int:
    """How many are meant by that word for people, where it ends a row; what one is called otherwise ends none: "Wim
    Smit, jurist en een vriend"."""
    tail = TAIL.search(text, max(unit.start, person.start - LEAD), person.start)
    if tail is None or WHO.match(text, person.end, unit.end):
        return 0
    many = number(tail["many"])
    if many is None and any(number(word) for word in text[tail.end("many") : tail.end()].split()):
        return 0  # "mijzelf en mijn twee collega's": a number of all of them
    many = many or 1
    at = tail.start()
    while at > unit.start and text[at - 1] in " ,)":
        at -= 1
    oneself = (cue.end for clause in unit.clauses for cue in clause.cues if cue.kind in ("me", "myself_too", "i"))
    beside = any(name.end == at for name in unit.names) or at in oneself
    return many if beside or (unit.names and many > 1) else 0
