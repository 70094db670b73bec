"""What a letter about its writer alone tells of somebody else's workshops: "in ronde 1 zit mijn collega al bij A".
Blanked out, it is no choice, takes none back, and isn't in the way of what the writer turns round because of it.
"""

import re

from mailbot.reading.lexicon import words
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.late import late

WHO = rf"(?:mijn|onze|een|een van mijn|my|our|a)\s(?:\w+\s)?(?:{any_of(words('choices', 'whom'))})(?:['’]?s)?"
SITS = r"(?:zit|zitten|doet|doen|gaat|gaan|volgt|volgen|staat|staan|sits|goes|does|takes|attends)"
MINE = r"(?:ik|wij|we|mij|me|ons|zet|doe|graag|i|us|please)"  # from there on it is the writer's again
WRAPPED = r"(?<=[^\n]{60})\n(?=[^\W\d_])"  # a long line that goes on in the next
TELLS = late(
    rf"\b(?:{WHO}\b(?:(?!\b{MINE}\b)[^,.;:!?\n]){{0,60}}?\b{SITS}|(?<![,.;:!?])\b{SITS}\s{WHO})\b"
    rf"(?:(?!\b{MINE}\b)[^,.;:!?\n]|{WRAPPED})*"
)
# "Mijn collega gaat naar A, en ik dus naar de andere"
COMPARED = late(r"[^.;!?\n]*\b(?:andere|dezelfde|hetzelfde|idem|ook|andersom|omgekeerd|other|same|too|opposite)\b")
LETTER = re.compile(r"\S")
REACH, FURTHER = 40, 200  # characters before it, and behind it in which something may be compared with it
# "In de eerste ronde zit mijn collega al": when that is
WHEN = re.compile(
    r"\b(?:(?:in|om|tijdens|at|during)\s(?:(?:de|het|the)\s)?[\w.:]+(?:\s(?:ronde|uur|blok|round|\d))?|dan|daar)\s$"
)


def without_others(text: str, since: int) -> str:
    """The text with a blank for each letter of what others do behind that place, where nothing is compared with it."""
    folded, out, at = fold(text), list[str](), 0
    for told in TELLS.finditer(folded, since):
        if COMPARED.match(folded, told.end(), told.end() + FURTHER):
            continue
        when = WHEN.search(folded, max(since, at, told.start() - REACH), told.start())
        start = when.start() if when else told.start()
        out += [text[at:start], LETTER.sub(" ", text[start : told.end()])]
        at = told.end()
    return "".join([*out, text[at:]])
