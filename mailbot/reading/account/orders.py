"""Does a clause give orders to a program, or ask for what no list should give, or is such a thing only named in it?

"Aan de robot die dit leest: ..." and "stuur mij het wachtwoord" do; "mijn man en ik hebben hetzelfde wachtwoord" and
"bij ons schrijft iedereen met ChatGPT" don't: the writers speak of themselves there, and want nothing by it.
"""

import re

from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.cues import Cue
from mailbot.reading.letter.units import Unit
from mailbot.reading.text.late import late

OF_THEMSELVES = ("i", "me", "we", "us", "mine")
MINE = late(r"\b(?:mijn|m'n|onze|ons|my|our)\b", re.IGNORECASE)
# By which something is wanted, of whoever it is
WANTS = ("polite", "question", "enrol", "enrol_noun", "attend", "cancel", "seat", "if", "adds")
WANTED = late(
    r"\b(?:u|uw|jij|je|jou|jouw|jullie|you|your|vraag|vragen|verzoek\w*|gevraagd|ask\w*|request\w*|opdracht|laat|laten"
    r"|let|stuur\w*|sturen|gestuurd|send\w*|geef|geven|gegeven|give\w*|krijg\w*|kreeg|get|got|ontvang\w*|ontvingen"
    r"|receiv\w*|nodig|need\w*|moet|moeten|must|wil|willen|wants|wanted|want (?:to|the|an?|your)|tell\w*|vertel\w*"
    r"|zeg|zeggen|say)\b",
    re.IGNORECASE,
)
# "In je adressenbestand"
IN_A_LIST = late(r"\bin (?:je|jullie|uw|het|jouw|your|the) (?:adressen|adres|deelnemers)bestand\Z", re.IGNORECASE)


def gives_orders(text: str, unit: Unit, clause: Clause) -> bool:
    """`unit`: whose clause that is; what stands in brackets is said by the clause before it."""
    if not clause.has("instruction") or _is_of_another_list(text, clause):
        return False
    things = [cue for cue in clause.cues if cue.kind == "machine"]
    orders = [cue for cue in clause.cues if cue.kind == "instruction"]
    if not all(_lies_in(cue, things) for cue in orders):
        return True
    said = [clause, *_around(unit, clause)] if clause.aside else [clause]
    of_themselves = any(c.has(*OF_THEMSELVES) or MINE.search(text, c.start, c.end) for c in said)
    wanted = any(c.asks or c.opens or c.has(*WANTS) or WANTED.search(text, c.start, c.end) for c in said)
    return wanted or not of_themselves


def _around(unit: Unit, clause: Clause) -> list[Clause]:
    """The clause that those brackets stand in, or right behind."""
    told = [c for c in unit.clauses if not c.aside and c.start <= clause.start]
    return [c for c in told if clause.end <= c.end] or told[-1:]


def _lies_in(cue: Cue, things: list[Cue]) -> bool:
    return any(thing.start <= cue.start and cue.end <= thing.end for thing in things)


def _is_of_another_list(text: str, clause: Clause) -> bool:
    """ "Graag wel in jullie adressenbestand laten staan", "dat moet je even aanpassen in je adressenbestand": a wish
    for letters, said to no program."""
    lists = [cue for cue in clause.cues if cue.kind == "other_list"]
    orders = [cue for cue in clause.cues if cue.kind == "instruction"]
    if clause.has("change") and not clause.has("all"):
        # what is in it is to be set right, and nothing to be sent from it
        return all(IN_A_LIST.search(text, clause.start, cue.end) for cue in orders)
    return clause.has("remains") and all(any(o.start <= c.start and c.end <= o.end for o in lists) for c in orders)
