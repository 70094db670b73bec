"""What the second reader expects of each person, how far that is from what the rules read, and whether the mail as a
whole sounds like one that needs a person."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from mailbot.domain.reading import Request
from mailbot.reading.case.case import Case
from mailbot.reading.names.people import Person
from mailbot.reading.second_reader.letter_words import LetterWords
from mailbot.reading.second_reader.model import CHANGED, DOUBTFUL, NOTHING, Models, packaged
from mailbot.reading.second_reader.traits import Seen, letter_traits, traits
from mailbot.reading.text.once import once

MOST_PEOPLE = 40  # of a letter: each is looked at with all its words, and a list may have hundreds


class Opinion:
    """The second reader's opinion of one mail, when first asked for. What it expects doesn't depend on what the rules
    found to be asked; but that they have completed names and given out addresses is what it knows from training."""

    def __init__(self, case: Case, models: Models | None = None) -> None:
        self._models = models or packaged()
        self._letters = [LetterWords(case, asking) for asking in case.asking]

    def fates(self) -> Iterator[tuple[Person, str, float]]:
        """For each person the likeliest fate, and how likely it is."""
        for person, likely in self._expected:
            fate = max(likely, key=likely.__getitem__)
            yield person, fate, likely[fate]

    def distance(self, requests: Iterable[Request]) -> float:
        """From 0 (it expected just these requests) to 1 (it would never have thought so): of the one person of whom it
        expected something else most, among all that the letters name."""
        read = {request.name: str(request.action) for request in requests}
        likely = (agreement(likely, read.get(str(person.name), NOTHING)) for person, likely in self._expected)
        return 1 - min(likely, default=1.0)

    @property
    def sees_all(self) -> bool:
        """Whether all is said in words that it looks at: "twijfelt" in a cell of a table isn't, nor "ter info" above a
        letter that is passed on."""
        return not any(letter.asking.entries or letter.asking.relayed for letter in self._letters)

    @once
    def doubt(self) -> float:
        """How likely it is that a careful assistant would not act alone on these words: a condition, people without a
        name, something put off, a question, other business."""
        return self._models.doubts.probabilities(letter_traits(chain.from_iterable(self._looked_at)))[DOUBTFUL]

    @once
    def _expected(self) -> list[tuple[Person, dict[str, float]]]:
        """How likely each fate is for everybody whose fate can be told by words."""
        return [
            (person, self._models.fates.probabilities(seen))
            for letter, seen_there in zip(self._letters, self._looked_at, strict=True)
            for person, seen in seen_there
            if not has_a_row(letter, person)
        ]

    @once
    def _looked_at(self) -> list[list[tuple[Person, Seen]]]:
        return [looked_at(letter) for letter in self._letters]


def looked_at(letter: LetterWords) -> list[tuple[Person, Seen]]:
    """The writer, and whom that letter's words or a header tell something of, with what is looked at of each."""
    told = (
        person
        for person in letter.people
        if person.is_writer or ((person.in_cc or letter.mentions(person)) and not has_a_row(letter, person))
    )
    return [(person, traits(letter, person)) for person in islice(told, MOST_PEOPLE)]


def has_a_row(letter: LetterWords, person: Person) -> bool:
    """Whether somebody stands in a table: what a column means stands at its head, not beside the name."""
    return any(entry.start <= start < entry.end for entry in letter.asking.entries for start, _ in person.spans)


def agreement(likely: dict[str, float], fate: str) -> float:
    """How likely that fate was found. Whether a diet is new or known is for the rules: both mean that nobody comes or
    goes by this mail."""
    return likely[NOTHING] + likely[CHANGED] if fate in (NOTHING, CHANGED) else likely[fate]
