"""The title that whoever passes a letter on gives its author: "zie hieronder, van onze penningmeester", "wilt u de
wethouder inschrijven?"."""

from mailbot.domain.reading import Evidence
from mailbot.reading import details
from mailbot.reading.belongings.statements import TEXT
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.case import Case
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late

BELOW = late(
    r"\b(?:hieronder|onderstaand\w*|bijgaand\w*|doorgestuurd\w*|below|forwarded)\b[^.!?\n]{0,24}?\b(?:van|from|of)\s"
    r"(?:onze|ons|mijn|de|het|our|my|the)\s(?:\w+e\s)?$"
)
ENDS = late(r"\s?(?:[.,;:!?\n(]|$|(?:en|met|die|die\sgraag)\s)")
WISHED = late(
    r"\b(?:wilt u|wil je|willen jullie|kunt u|kun je|kunnen jullie|graag|would you|please|could you)\s(?:register\s)?"
    r"(?:(?:onze|ons|mijn|de|het|our|my|the)\s)(?:\w+e\s)?$"
)
LISTED = late(
    r"\s(?:\w+\s){0,3}?(?:inschrijven|aanmelden|opgeven|noteren|registreren|toevoegen|op de lijst)\b"
    r"|\s?[.,?]|\sfor\s"
)


def title_told_above(case: Case, asking: Asking, people: list[Person]) -> None:
    """Give the author of a letter that is passed on that title, where they alone come by it."""
    if not asking.relayed or asking.writer not in people or len(case.asking) != 1:
        return
    text = case.own.text
    note = fold(text)
    for found in details.roles(case.own.sheet.parts.body):
        before = note[max(0, found.start - 80) : found.start]
        below = BELOW.search(before) and ENDS.match(note, found.end)
        if found.kind == "title" and (below or (WISHED.search(before) and LISTED.match(note, found.end))):
            asking.writer.put("role", found.value, Evidence(TEXT, found.start, found.end))
            return
