"""A workshop that somebody would have chosen, and doesn't: "had ik graag gedaan, maar dan zit ik in de trein", "zou ik
gekozen hebben als ik er al was". Where nothing hinders, it may be a polite wish: "ik had graag A gevolgd".
"""

import re

from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import has_one_of

SAID = ("zou", "had", "would have", "'d have", "would've", "should have")
DONE_NL = (
    r"(?:(?:ge|be|ver|mee|deel|bij|aan|in)\w{2,14}(?:d|t|en)|ge(?:daan|gaan|zien|weest)"
    r"|willen (?:doen|volgen|bijwonen|kiezen|meemaken))"
)
ENDS = r"(?=\s{0,9}(?:$|[.,;:!?)\n]|(?:als|maar|want|omdat|in|om|bij|met|en)\b))"
# "Zou ik gekozen hebben", "zou ik hebben gekozen": of nothing that is to be
WOULD = late(
    rf"\bzou(?:den)?\b[^.;:!?]{{0,90}}?(?<!\w)(?:{DONE_NL} (?:hebben|zijn)|(?:hebben|zijn) {DONE_NL})(?!\w)"
    r"|(?:\b(?:would|should)(?:\s(?:have|'ve)|'ve)|'d\shave)\s(?:\w+ly\s|also\s)?"
    r"(?:chosen|taken|picked|gone|done|opted|joined|attended|followed|come|selected|signed|been|put)\b"
)
# "Had ik graag gevolgd", "I would have liked to join": maybe only polite
WISHED = late(
    rf"\bhad(?:den)?\b[^.;:!?]{{0,60}}?\b(?:graag|liefst|dolgraag|anders|zeker|eigenlijk|best|wel)\b"
    rf"[^.;:!?]{{0,60}}?(?<!\w){DONE_NL}(?!\w){ENDS}"
    rf"|\b(?:graag|dolgraag|anders)\shad(?:den)?\b[^.;:!?]{{0,60}}?(?<!\w){DONE_NL}(?!\w){ENDS}"
    r"|(?:\b(?:would|should)(?:\s(?:have|'ve)|'ve)|'d\shave)\s(?:\w+ly\s|also\s)?"
    r"(?:liked|loved|wanted|preferred|wished|enjoyed)\b"
)
HINDERED = late(
    r"\b(?:maar|helaas|jammer|alleen|doch|but|unfortunately|sadly|however|only|pity|alas)\b"
    r"|\b(?:als|indien|wanneer|if)\s(?:[\w']+\s){0,6}?(?:was|waren|kon|konden|had|hadden|zou|could|were|did|didn't)\b"
    r"|\bhad (?:i|we) (?:been|known|had)\b"
)
GOES_ON = re.compile(r"\s*(?:maar|helaas|jammer|alleen|but|unfortunately|sadly|however)\b")


def would_have_been(clause: str, text: str, start: int, end: int) -> bool:
    """Whether a clause tells of what somebody would have done; it begins at `start` of the text, its sentence ends at
    `end`."""
    if not has_one_of(clause, SAID):
        return False
    if WOULD.search(clause):
        return True
    hindered = HINDERED.search(text, start, end) or GOES_ON.match(text, end)
    return hindered is not None and WISHED.search(clause) is not None
