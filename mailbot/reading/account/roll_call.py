"""Roll calls: lists in which each name has an answer, "Els: aanwezig", "Wim - nee"."""

import re
from itertools import pairwise

from mailbot.reading.account.stance import Stance
from mailbot.reading.account.talk import Talk
from mailbot.reading.letter.cues import scan, tokens
from mailbot.reading.letter.entry_remarks import is_of_wishes
from mailbot.reading.letter.labels import is_no, is_yes
from mailbot.reading.letter.units import Unit
from mailbot.reading.lexicon import word_set
from mailbot.reading.text.fold import fold

FEW = 6  # words
PERSON = frozenset({"person"})
BRACKETS = re.compile(r"\([^()]*\)")
VERBS = frozenset("komt kan gaat doet is zegt".split())  # "komt niet", "doet mee"
LONGEST = 3  # words
BETWEEN = re.compile(r"\s*(?:[:;|\t]|,\s|\s[-–—]\s)\s*")
ANSWER = re.compile(r"\s*(?:\([^()\n]{1,40}\)\s*)?(?:(?P<sure>:|-{1,2}>|=>?|→)|[,–-]|\t|\||[ ]{2,})\s*(?=\S)")
# "Els Bos +", "Wim Smit -"
SIGNS = {
    "+": "ja",
    "✓": "ja",
    "✔": "ja",
    "✅": "ja",
    "-": "nee",
    "–": "nee",
    "−": "nee",
    "✗": "nee",
    "✘": "nee",
    "❌": "nee",
}
DECIDED = (Stance.COMES, Stance.STAYS_AWAY, Stance.CANCELS)


class RollCall:
    """The answers of a letter's roll calls. An answer says yes or no; where some don't, a person has to ask."""

    def __init__(self, talk: Talk) -> None:
        self.talk, self.text = talk, talk.text
        self.decided: set[bool] = set()  # whether an answer said that somebody comes or doesn't

    def declines(self, unit: Unit) -> bool:
        """Whether an entry is somebody's answer in a roll call, and that answer is no."""
        answer = self._answer(unit)
        if answer is None:
            return False
        if self.talk.context.known.booked and fold(answer.strip(" .!;,")) in word_set("mutations", "stays"):
            return False  # "Wim: ongewijzigd", of those whom we confirmed
        said = is_no(answer) or is_yes(answer) or any(self.talk.context.stance(c) in DECIDED for c in unit.clauses)
        detail = unit.has("person") or any(c == "@" or c.isdigit() for c in answer)
        self.decided |= {said} if said or not detail else set()
        if len(self.decided) == 2:
            self.talk.account.doubt("unclear_person")
        return is_no(answer) and not is_of_wishes(answer)

    def answers(self, unit: Unit) -> bool:
        """Whether an entry is a name and a yes or no, and nothing announced needs to say what it is."""
        answer = self._answer(unit)
        return answer is not None and (is_yes(answer) or is_no(answer)) and not is_of_wishes(answer)

    def _answer(self, unit: Unit) -> str | None:
        """What stands behind the name; None where it is no roll call."""
        if (behind := self._answer_behind_office(unit)) is not None:
            return behind
        if (sign := SIGNS.get(self.text[unit.names[0].end : unit.end].strip())) is not None:
            return sign
        answer = ANSWER.match(self.text, unit.names[0].end, unit.end)
        said = self.text[answer.end() : unit.end].strip() if answer else ""
        if answer and (answer["sure"] or (len(said.split()) <= FEW and (is_no(said) or is_yes(said)))):
            return said
        return None

    def _answer_behind_office(self, unit: Unit) -> str | None:
        """ "Wim Smit, jurist: ja", "Noor de Boer - adviseur - nee, vakantie": what stands in between is no label of
        something else, as in "Wim Smit, lunch: nee"."""
        first, *rest = BETWEEN.split(self.text[unit.names[0].end : unit.end].strip())
        for label, said in pairwise([first, *rest]):
            if label.strip() and _is_bare(said) and (is_no(said) or is_yes(said)):
                of_office = bool(scan(tokens(label), kinds=PERSON)) and not is_of_wishes(label)
                return said.strip() if of_office and len(said.split()) <= FEW else None
        return None


def _is_bare(said: str) -> bool:
    """Whether an answer says no more: "ja (halal)", "komt niet"; not so "no work address yet"."""
    words = BRACKETS.sub("", said).casefold().split()
    return len(words) == 1 or (1 < len(words) <= LONGEST and words[0] in VERBS)
