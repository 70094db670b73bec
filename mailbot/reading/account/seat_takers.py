"""Who takes a seat, where the name stands in lines of its own: "Mijn vervangster neemt mijn plaats over. Haar
gegevens:", and then a name and an address."""

import re

from mailbot.reading.account.handing_over import pass_seat
from mailbot.reading.account.talk import Talk
from mailbot.reading.letter.units import Unit

# Right before the name
IT_IS = re.compile(
    r"\b(?:gegevens|naam|namen|heet|betreft|details|name|called)\b(?:\s(?:zijn|is|are))?\s*[:.,]?\s*\Z", re.IGNORECASE
)
REACH = 40  # characters


def name_taker(talk: Talk, units: tuple[Unit, ...]) -> None:
    """Give the seat to the one person whose name follows, where nobody was named who takes it."""
    if talk.given_up is None or "unclear_substitution" not in talk.account.doubts:
        return
    waiting = [p for p in talk.roster.people if p.is_waiting and p.name.is_full and not p.is_writer and p.spans]
    if len(waiting) != 1 or any(p.comes for p in talk.roster.people):
        return
    (taker,) = waiting
    at = min(start for start, _ in taker.spans)
    clause = next((c for u in units for c in u.clauses if c.start <= at < c.end), None)
    if clause is not None and IT_IS.search(talk.text, max(0, at - REACH), at):
        pass_seat(talk, clause, talk.given_up, taker)
        taker.passing = False
        talk.account.doubts = [d for d in talk.account.doubts if d not in ("unclear_substitution", "unnamed")]
        talk.given_up = None
