"""The phrases of a word list as regular expressions: the code tells the shape of what is sought, the list its words.

A list is a TOML file of this folder; its phrases are words as people write them (capitals and accents don't matter):

    a|b         one of several words
    a*  *a      any ending, any beginning; a star alone is any word
    a?          it may be missing
    !a|b        none of these comes next
    ..  ...     a few words of the same sentence, or none: up to 30 characters, up to 70
    ~           up to 40, without a comma
    ,           a comma, or none
    $           nothing more is said: a mark, or the end
    <table>     whatever that table of the same list has

Patterns are compiled when first tried. They are sought in folded text alone (text/fold.py).
"""

import re
from dataclasses import dataclass

from mailbot.reading.lexicon import words
from mailbot.reading.text.late import late

IN_SENTENCE = r"[^.;!?\n]"
GAPS = {"..": rf"{IN_SENTENCE}{{0,30}}?", "...": rf"{IN_SENTENCE}{{0,70}}?", "~": r"[^.,;!?\n]{0,40}?"}
BLANKS, OR_MARKS, OR_COMMA = r"\s+", r"[\s,:.!]+", r"\s*,?\s+"


@dataclass(frozen=True, slots=True)
class PhraseBook:
    """The word list `<name>.toml`, of which each table is a number of phrases."""

    name: str

    def anywhere(self, table: str) -> re.Pattern[str]:
        """Finds one of those phrases wherever it stands (`search`)."""
        return late(lambda: self.whole(table))

    def at_start(self, table: str) -> re.Pattern[str]:
        """Tells whether a sentence begins with one of them, marks around their words aside (`match`)."""
        return late(lambda: rf"\W*{self.any_of(table, OR_MARKS)}(?!\w)")

    def alone(self, table: str) -> re.Pattern[str]:
        """Tells whether a sentence says nothing but one of them, marks around their words aside (`fullmatch`)."""
        return late(lambda: rf"\W*{self.any_of(table, OR_MARKS)}\W*")

    def before(self, table: str) -> re.Pattern[str]:
        """Tells whether one of them stands right before the place up to which is searched (`search`)."""
        return late(lambda: rf"(?<!\w){self.any_of(table)}\s\Z")

    def whole(self, table: str) -> str:
        """Those phrases as words of their own, for a pattern of a shape of its own."""
        return rf"(?<!\w){self.any_of(table)}(?!\w)"

    def any_of(self, table: str, between: str = BLANKS) -> str:
        """Those phrases as an alternation. `between`: what may stand between two words of a phrase. Matches nothing
        where there are no such phrases."""
        phrases = words(self.name, table)
        return f"(?:{'|'.join(self._phrase(phrase, between) for phrase in phrases)})" if phrases else "(?!)"

    def _phrase(self, phrase: str, between: str) -> str:
        pattern, glue, gap = "", "", ""  # `glue`: what may stand before the next word; `gap`: where that is a gap
        for step in phrase.split():
            if step in GAPS:
                gap = rf"(?!\w){GAPS[step]}"
                glue = rf"{gap}(?<!\w)"
            elif step == ",":
                glue = OR_COMMA
            elif step == "$":
                return pattern + r"(?=\s*(?:[,.!;:]|\Z))"
            elif step.startswith("!"):
                none_of = rf"{self._word(step[1:])}(?!\w)"
                pattern += rf"{glue}(?!{none_of})" if gap or not glue else f"(?!{glue}{none_of})"
                glue, gap = ("", "") if gap else (glue, "")
            elif step.endswith("?"):
                word = self._word(step[:-1])
                pattern += f"{glue}(?:{word}{between})?" if gap or not glue else f"(?:{glue}{word})?"
                glue, gap = ("", "") if gap else (glue, "")
            else:
                pattern, glue, gap = pattern + glue + self._word(step), between, ""
        return pattern + gap

    def _word(self, step: str) -> str:
        if step.startswith("<"):
            return self.any_of(step[1:-1])
        forms = (re.escape(form).replace(r"\*", r"\w*") for form in step.split("|"))
        return f"(?:{'|'.join(forms)})"
