"""Which of several people a pronoun means: "hij" one who is called so, "zij" one who is, where the name or a title
tells; else whoever was named last.
"""

import re
from collections.abc import Sequence

from mailbot.reading.letter.cues import Cue
from mailbot.reading.names.people import Person
from mailbot.reading.names.sexes import Sex
from mailbot.reading.text.late import late

# "Zij is", "eet ze": of "zij zijn" several are meant
SINGULAR = (
    r"(?:is|was|heeft|had|wil|wilde|kan|kon|mag|zal|zou"
    r"|(?!(?:\w*dat|want|wat|niet|met|het|uit|tot|laatst|eerst|juist|net)\b)[^\W\d_]{2,14}t)"
)
ONE = late(rf"(?:hij|he|she)\b|(?:zij|ze)\s{SINGULAR}\b", re.IGNORECASE)
ONE_BEHIND = late(rf"(?<!\w){SINGULAR}\s\Z", re.IGNORECASE)


def is_one(text: str, cue: Cue) -> bool:
    """Whether a pronoun stands for one person: the one named last."""
    if cue.kind != "he":
        return False
    if ONE.match(text, cue.start) is not None:
        return True
    if text[cue.start : cue.end].casefold() not in ("zij", "ze"):
        return False
    return ONE_BEHIND.search(text, max(0, cue.start - 20), cue.start) is not None or _is_beside_him(text, cue)


# "Hij eet vegetarisch, zij halal": beside a "hij" it is one woman, unless a verb of several follows
HE_BESIDE = re.compile(r"\b(?:hij|hem)\b", re.IGNORECASE)
SEVERAL = re.compile(
    r"(?:zij|ze)\s(?:zijn\b|[^\W\d_]{2,12}en\b|allebei|beiden?\b|samen)|(?<=en )(?:zij|ze)\b", re.IGNORECASE
)
SENTENCE = re.compile(r"[.!?\n]\s")


def _is_beside_him(text: str, cue: Cue) -> bool:
    if SEVERAL.match(text, cue.start):
        return False
    before = SENTENCE.split(text[max(0, cue.start - NEAR) : cue.start])[-1]
    behind = SENTENCE.split(text[cue.end : cue.end + NEAR])[0]
    return HE_BESIDE.search(before) is not None or HE_BESIDE.search(behind) is not None


NEAR = 160  # characters
HIS = ("zijn ", "z'n ")
CALLED = {"hij": Sex.HE, "hem": Sex.HE, "he": Sex.HE, "him": Sex.HE, "she": Sex.SHE, "haar": Sex.SHE, "her": Sex.SHE}


def sex_of(text: str, cue: Cue) -> Sex | None:
    """Of whom a pronoun speaks; None for one that says nothing of that, or means several."""
    said = text[cue.start : cue.end].casefold()
    if said in ("zij", "ze"):
        return Sex.SHE if is_one(text, cue) else None
    return Sex.HE if said.startswith(HIS) else CALLED.get(said)


def one_meant(text: str, cue: Cue, recent: Sequence[Person], history: Sequence[Person]) -> tuple[Person, ...]:
    """Whom a pronoun of one person means: the last of `recent` who can be called so; where none of them can, somebody
    of `history`, all who were named so far."""
    sex = sex_of(text, cue)
    if sex is None or not recent:
        return tuple(recent[-1:])
    fitting = _called(sex, recent)
    if not fitting:
        once = list({id(person): person for person in reversed(history) if not person.is_writer}.values())
        fitting = _called(sex, once[::-1])
        if len(fitting) > 1 and fitting[-1].sex is None:
            return ()  # nobody knows which
    return (fitting or tuple(recent))[-1:]


def _called(sex: Sex, people: Sequence[Person]) -> tuple[Person, ...]:
    """Those of whom a pronoun is known to speak; else those of whom it may."""
    return tuple(p for p in people if p.sex is sex) or tuple(p for p in people if p.sex is None)
