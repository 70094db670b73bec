"""Workshops chosen in answer to our questions between the lines.

"Wilt u in ronde 1 een workshop volgen: A of B?", below it "De laatste van de twee"; "En in ronde 2?", "Die sla ik
over"; "En in ronde 3?", "De andere".

The order in which a question names the workshops is the order meant; a question that names none is about those of the
one before. What an answer says first counts; whatever points at a workshop behind that leaves it unclear.
"""

import re
from dataclasses import dataclass, field
from functools import cache

from mailbot.domain.event import Choice, Event
from mailbot.reading.letter.entry import Cell, is_reserved
from mailbot.reading.letter.labels import is_empty
from mailbot.reading.lexicon import word_set, words
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.workshops.choices import ChoiceReader, choice_reader
from mailbot.reading.workshops.found import AWAY, CHOICE, EMPTY
from mailbot.reading.workshops.round_patterns import ordinals

WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
FIRST_ENDS = re.compile(r"[.;!?](?:\s|\Z)|,\s|\n|\s[(–-]\s?")
NO = frozenset({"nee", "neen", "no", "nope", "niet", "geen", "niets", "niks", "none", "nothing", "neither", "not"})
WAVERS = re.compile(
    r"\?|\b(?:of|or|toch|misschien|twijfel|maybe|perhaps|liever niet|eerder|tenzij|behalve|als|if|unless)\b"
)
DENIES = re.compile(r"\b(?:niet|geen|not|no|never|nooit|behalve|except|zonder)\b")
INDIFFERENT = re.compile(
    r"\b(?:maakt|is)\s(?:het\s)?(?:me|mij)\s(?:\w+\s)?(?:niet(?:s)?\s(?:zoveel\s)?uit|om het even)\b[^.]*"
)


def choices_answered(text: str, cells: list[Cell], event: Event) -> tuple[tuple[Choice, ...], bool]:
    """What those answers choose, in order, and whether all of them were understood."""
    talk = _Talk(choice_reader(event), tuple(w.slug for w in event.workshops), tuple(r.number for r in event.rounds))
    understood = [talk.hear(cell.label, text[cell.start : cell.end]) for cell in cells]
    return tuple(dict.fromkeys(talk.chosen)), all(understood)


def is_plain(answer: str) -> bool:
    """Whether an answer neither wavers nor leaves something out."""
    said = fold(answer)
    return not (is_reserved(answer, 0, len(answer)) or WAVERS.search(said) or DENIES.search(said))


@dataclass(slots=True)
class _Talk:
    """Question and answer, one after the other: what can be chosen, and what was."""

    reader: ChoiceReader
    slugs: tuple[str, ...]
    rounds: tuple[int, ...]
    offered: tuple[str, ...] = ()
    chosen: list[Choice] = field(default_factory=list)

    def hear(self, question: str, answer: str) -> bool:
        """Takes up what an answer chooses; False where it isn't understood."""
        named = self.reader.workshops_named(question)
        self.offered = named if len(named) > 1 else self.offered
        asked = self.reader.rounds_named(question)
        ends = FIRST_ENDS.search(answer)
        first, rest = (answer[: ends.start()], answer[ends.end() :]) if ends else (answer, "")
        rest = INDIFFERENT.sub(" ", fold(rest))
        if is_reserved(answer, 0, len(answer)) or WAVERS.search(fold(first)) or WAVERS.search(rest):
            return False
        if len(asked) > 1 or (named and len(named) < len(set(self.offered))):
            return False
        number = asked[0] if asked else None
        in_answer = self.reader.workshops_named(answer)
        if in_answer:
            return self._named(answer, in_answer, number)
        if self._points(rest):
            return False
        if (slug := self._pointed_at(first)) is not None:
            self.chosen.append(Choice(number, slug))
            return True
        return self._stays_free(first)

    def _named(self, answer: str, named: tuple[str, ...], number: int | None) -> bool:
        """ "Vooroordelen Voorbij", "A in ronde 1 en B in ronde 3"; not where something is denied of one."""
        read = self.reader.read(answer)
        plain = not read.problems and all(m.kind == CHOICE and not (m.negated or m.past) for m in read.found)
        if not plain or DENIES.search(INDIFFERENT.sub(" ", fold(answer))):
            return False
        found = read.choices or tuple(Choice(None, slug) for slug in named)
        if number is not None and (len(found) != 1 or found[0].round not in (None, number)):
            return False
        self.chosen += [Choice(choice.round or number, choice.workshop) for choice in found]
        return True

    def _pointed_at(self, said: str) -> str | None:
        """The workshop that an answer means by its place in the question, or as the one that is left."""
        left = [word for word in _words(said) if word not in _small()]
        if len(left) != 1:
            return None
        (word,) = left
        last = self.chosen[-1].workshop if self.chosen else None
        if word in _pointing("other") and last is not None:
            others = [slug for slug in self.offered or self.slugs if slug != last]
            return others[0] if len(others) == 1 else None
        if word in _pointing("same"):
            return last
        return self._at_place(word)

    def _at_place(self, word: str) -> str | None:
        if not self.offered:
            return None  # of what was the order? Not of a question
        place = (
            len(self.offered)
            if word in words("choices", "last") or word in _pointing("latter")
            else ordinals().get(word, 0)
        )
        place = 1 if word in _pointing("former") else place
        return self.offered[place - 1] if 0 < place <= len(self.offered) else None

    def _points(self, said: str) -> bool:
        """Whether something points at a workshop there: "Nee, doe maar de tweede"."""
        pointing = {*ordinals(), *words("choices", "last"), *words("choices", "pointed_at")}
        return not pointing.isdisjoint(_words(said))

    def _stays_free(self, said: str) -> bool:
        """Whether an answer says that there is none in that round: "Nee", "Deze ronde niet", "Die sla ik over"."""
        if is_empty(said) or not NO.isdisjoint(_words(said)):
            return not self._points(said)
        away = {mention.kind for mention in self.reader.find(said)} & {AWAY, EMPTY}
        return bool(away) or _nothing().search(fold(said)) is not None


def _words(said: str) -> list[str]:
    return WORD.findall(fold(said))


def _pointing(where: str) -> frozenset[str]:
    """One word that tells by itself which of those in the question is meant."""
    return word_set("choices", f"pointed_at.{where}")


@cache
def _small() -> frozenset[str]:
    """Words beside one that points: "Doe mij dan de ... maar", "van de twee"."""
    return frozenset(words("choices", "beside_pointing"))


@cache
def _nothing() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words('choices', 'nothing'))})(?!\w)")
