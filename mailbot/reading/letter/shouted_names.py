"""Which words of a sentence in capitals are of a name: of a person, a house, a town.

Known given names and what stands behind them, the words of the headers' names, what stands in a row with a name; words
by which houses begin, and what stands behind "namens" or "werk bij"; towns behind "in", "uit", "gemeente".
"""

import re
from functools import cache

from mailbot.reading.details.organisation_words import begins_a_body, is_compound_body
from mailbot.reading.lexicon import word_set, words
from mailbot.reading.lexicon.authorities import places
from mailbot.reading.names import is_given
from mailbot.reading.names.person_name import DUTCH_INFIXES, begins_a_name, is_unspeakable, name_words
from mailbot.reading.names.surnames import is_surname
from mailbot.reading.names.titles import is_title
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late

INITIALS = re.compile(r"(?:[^\W\d_]\.)+")
ENDS = late(r"[ \t]*(?:[,.;:!?()\n/]|\Z)|[ \t]+[&–-] |[ \t]+(?:EN|AND|OF|OR)\b")
NEXT_IN_ROW = late(r" ?, |,? (?:EN|AND|&) ")
LONGEST_HOUSE = 5  # words
LONGEST_LEAD = 4  # words of "in dienst van"


class ShoutedNames:
    """The words of one sentence, and the numbers of those that are of a name, each found from its first on."""

    def __init__(self, text: str, said: list[re.Match[str]], known: frozenset[str]) -> None:
        """`known`: the words, in small letters, of the names in the mail's headers."""
        self.text, self.said, self.known = text, said, known
        self.words = [word[0].lower() for word in said]
        self.people: set[int] = set()
        self.houses: set[int] = set()
        at = 0
        while at < len(said):
            at = max(self._person_at(at), at + 1)
        for at in range(len(said)):
            self._house_at(at)

    def has(self, at: int) -> bool:
        return at in self.people or at in self.houses

    def are_letters(self, at: int) -> bool:
        """Whether that word stands for several, and is said letter by letter: "VNG", "COA" behind "bij", "J.P." before
        a name."""
        word = self.said[at][0]
        if INITIALS.fullmatch(word):
            return at + 1 in self.people or at - 1 in self.people
        if _is_head(self.words[at]) and is_unspeakable(word):
            return True
        if self.words[at] in name_words("not_names") or len(word) == 1:
            return False
        led = at > 0 and self.words[at - 1] in word_set("shouting", "before_house")
        return (is_unspeakable(word) and at not in self.people) or (led and word in _abbreviations())

    def _person_at(self, at: int) -> int:
        """Marks the person's name that begins at that word; returns where to go on."""
        if is_title(self.words[at]) and self._joined(at):
            beyond = self._person_at(at + 1)
            return beyond if at + 1 in self.people else self._surname_at(at + 1)
        expected = self._is_next_in_row(at) or self._is_introduced(at)
        initials = INITIALS.fullmatch(self.said[at][0]) is not None and self._joined(at)
        given = self._is_given(at) or self.words[at] in self.known
        if not (given or initials or (expected and self._is_whole_at(at))):
            return at + 1
        end = at + 1
        while end < len(self.words) and self._joined(end - 1) and self._is_given(end, behind=True):
            end += 1
        beyond = self._surname_at(end) if end < len(self.words) and self._joined(end - 1) else end
        if not initials or beyond > end:
            self.people.update(range(at, end))
        if expected and beyond == end == at + 1 and self._is_whole_at(at):
            self.people.add(beyond := at + 1)
            return beyond + 1
        return max(end, beyond)

    def _surname_at(self, at: int) -> int:
        """Marks the surname there, behind small words or none, and returns where it ends; nothing where none is."""
        first = at
        while at < len(self.words) - 1 and self.words[at] in name_words("infixes") and self._joined(at):
            at += 1
        others = {step for step in range(first, at) if self.words[step] not in DUTCH_INFIXES}  # "El Amrani"
        word = self.words[at]
        last = word.split("-")[-1]
        certain = word in self.known or (is_surname(word.title()) and word not in name_words("not_names"))
        half = "-" in word and last in name_words("infixes")  # "BOS-DE WIT"
        if certain or half or (self._may_be_one(at) and self._ends(at)):
            self.people |= {at, *others}
            return self._surname_at(at + 1) if half and at + 1 < len(self.words) and self._joined(at) else at + 1
        return first

    def _is_given(self, at: int, *, behind: bool = False) -> bool:
        """Whether a given name stands there; one that means something else, too, only before another word of a name:
        "MEI LIN CHEN", "ROOS VAN DIJK"; not so "IK BEN WIM KOK", "30 MEI". `behind`: another stands before it."""
        word = self.words[at]
        if not is_given(word) or (behind and is_surname(word.title()) and self._ends(at)):
            return False
        if word not in name_words("not_names") and word not in name_words("infixes"):
            return True
        if behind or at + 1 >= len(self.words) or not self._joined(at) or word in name_words("infixes"):
            return False
        after_number = self.text[max(0, self.said[at].start() - 2) : self.said[at].start()].strip().isdigit()
        if (
            after_number
            or (at > 0 and self.words[at - 1] in word_set("shouting", "pronouns"))
            or self.words[at + 1] in word_set("shouting", "pronouns")
        ):
            return False
        step = at + 1
        while step < len(self.words) - 1 and self.words[step] in name_words("infixes") and self._joined(step):
            step += 1
        following = self.words[step]
        known = is_surname(following.title()) or (step == at + 1 and is_given(following))
        return known and following not in name_words("not_names") and self._joined(step - 1)

    def _is_introduced(self, at: int) -> bool:
        """Whether "mijn naam is" or "ik heet" stands right before that word."""
        return " ".join(self.words[max(0, at - 2) : at]) in word_set("shouting", "introduces")

    def _is_whole_at(self, at: int) -> bool:
        """Whether two words that can be a name make up the next entry of a row: "XULANI TEMBAKA", "BEN HUR"."""
        if at + 1 >= len(self.words) or not self._joined(at) or not self._may_be_one(at + 1):
            return False
        return self._may_be_one(at) or begins_a_name(self.words[at].title())

    def _may_be_one(self, at: int) -> bool:
        word = self.words[at]
        plain = (
            word in name_words("not_names") or word in name_words("infixes") or word in word_set("shouting", "pronouns")
        )
        return len(word) > 1 and not plain

    def _house_at(self, at: int) -> None:
        """Marks a house whose first word stands there, or what it is told by before it; and a town."""
        word = self.words[at]
        if at > 0 and word in places() and self.words[at - 1] in word_set("shouting", "before_place"):
            self.houses.add(at)
        if at not in self.people and (begins_a_body(word) or is_compound_body(fold(word)) or _is_head(word)):
            self._mark_house(at)
        elif self._is_led_to(at):
            self._mark_house(at + (self.words[at] in word_set("shouting", "articles")))

    def _mark_house(self, at: int) -> None:
        """That word, and those behind it up to a mark or a word that no name has."""
        for step in range(at, min(at + LONGEST_HOUSE, len(self.words))):
            if step > at and not self._joined(step - 1):
                break
            if self._may_be_one(step) or (step == at and _is_head(self.words[at])):
                self.houses.add(step)
                if self.words[step - 1] in ("de", "het") and step - 1 > at:
                    self.houses.add(step - 1)  # "Stichting De Zonnebloem"
            elif self.words[step] not in name_words("infixes"):
                break

    def _is_led_to(self, at: int) -> bool:
        """Whether "namens", "ik werk bij" or the like stands right before that word."""
        before = [" ".join(self.words[max(0, at - n) : at]) for n in range(1, LONGEST_LEAD + 1)]
        return any(lead in word_set("organisations", "lead_ins") for lead in before) and not self.people & {at, at + 1}

    def _joined(self, at: int) -> bool:
        """Whether nothing but a blank stands between that word and the next."""
        if at + 1 >= len(self.said):
            return False
        between = self.text[self.said[at].end() : self.said[at + 1].start()]
        return between in (" ", "  ", "\t") or (between == ". " and is_title(self.words[at]))

    def _is_next_in_row(self, at: int) -> bool:
        """Whether a comma or an "en" is all that stands between that word and a person's name."""
        last = at - 2 if at > 0 and self.words[at - 1] in ("en", "and") else at - 1
        if last not in self.people:
            return False
        return NEXT_IN_ROW.fullmatch(self.text, self.said[last].end(), self.said[at].start()) is not None

    def _ends(self, at: int) -> bool:
        return ENDS.match(self.text, self.said[at].end()) is not None


def _is_head(word: str) -> bool:
    return fold(word) in word_set("organisations", "heads")


@cache
def _abbreviations() -> frozenset[str]:
    """Houses and parties that are called by letters alone: "COA", "VVD"."""
    names = (*words("organisations", "known"), *words("organisations", "parties"))
    return frozenset(name for name in names if name.isupper() and " " not in name)
