"""Mails that were spoken and written down word by word: "ik kom graag punt nieuwe regel tot dan uitroepteken".

The marks that were said are put in their places, and the text keeps its length, so that offsets stay what they are.
"""

import re

from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import has_one_of

SPOKEN = late(
    r"\b(?:(?P<colon>dubbele punt)|(?P<semicolon>punt ?komma)|(?P<stop>(?:vraagteken nee )?punt|full stop)"
    r"|(?P<comma>komma|comma)"
    r"|(?P<shout>uitroepteken|exclamation mark)|(?P<ask>vraagteken|question mark)"
    r"|(?P<line>nieuwe (?:regel|alinea)|new (?:line|paragraph)))\b",
    re.IGNORECASE,
)
ENDINGS = ("punt", "full stop", "nieuwe ", "new ")  # one of which every dictated text has
MARKS = {"colon": ":", "semicolon": ";", "stop": ".", "comma": ",", "shout": "!", "ask": "?", "line": " "}
FEWEST = 2  # marks that are said: one "punt" is a point that somebody has


def is_dictated(text: str) -> bool:
    """Whether marks are said in a text, so that its names are as they sound, too."""
    small = text.lower()
    if not has_one_of(small, ENDINGS):
        return False
    said = [match.lastgroup for match in SPOKEN.finditer(text)]
    return len(said) >= FEWEST and bool({"stop", "line"} & set(said))


def punctuated(text: str) -> str:
    """The text with its spoken marks as marks, where it was dictated; of the same length."""
    if not is_dictated(text):
        return text
    return SPOKEN.sub(lambda match: MARKS[match.lastgroup or "line"].ljust(len(match[0])), text)
