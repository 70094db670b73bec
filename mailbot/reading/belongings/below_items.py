"""Lines that stand below a list's item and go on with it."""

import re

from mailbot.reading.case.asking import Asking
from mailbot.reading.names.people import Person

ITEM_LINE = re.compile(r"[^\S\n]*(?:[-*•·]|\(?\d{1,2}[.)])\s")


def told_below(asking: Asking, at: int, people: list[Person]) -> list[Person]:
    """Whose list item it is below which that line stands, bare, in a list that has such a line below each item."""
    text = asking.sheet.parts.body
    line = text.rfind("\n", 0, at) + 1
    above, following = text[:line].split("\n")[-4:-1], text[line:].split("\n")[1:2]
    if ITEM_LINE.match(text, line) or not above or not ITEM_LINE.match(above[-1]):
        return []
    between = bool(following) and ITEM_LINE.match(following[0]) is not None
    alternates = len(above) == 3 and ITEM_LINE.match(above[0]) is not None and not ITEM_LINE.match(above[1])
    if not between and not (alternates and above[1].strip() and not "".join(following).strip()):
        return []
    listed = [f for f in asking.account.focus if f.listed and f.start < line and "\n\n" not in text[f.start : line]]
    nearest = max(listed, key=lambda focus: focus.start, default=None)
    return [p for p in nearest.people if p in people] if nearest else []


def told_indented(asking: Asking, at: int, people: list[Person]) -> list[Person]:
    """Whose list item it is whose indented second line that is."""
    text = asking.sheet.parts.body
    line = text.rfind("\n", 0, at) + 1
    if not text[line : line + 1].isspace():
        return []
    for focus in reversed(asking.account.focus):
        if focus.listed and len(focus.people) == 1 and focus.start < line:
            between = text[focus.start : line]
            nearest = "\n\n" not in between and not any(map(ITEM_LINE.match, between.split("\n")[1:]))
            return [p for p in focus.people if p in people] if nearest else []
    return []
