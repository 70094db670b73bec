"""What the network tells of one person beside their fate: at which words it stands for whom they work, what they do,
eat or need."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mailbot.reading.second_reader.letter_words import LetterWords
from mailbot.reading.second_reader.network import DETAILS, Seen, Thought
from mailbot.reading.second_reader.script import NOWHERE, WORD

TOLD = 0.5  # from where a piece is believed to tell it
TOLD_BESIDE = 0.35  # ... beside one that does


class Passage(NamedTuple):
    """Words at [start, end) of the letter's text, and how likely it is that they tell it."""

    start: int
    end: int
    likely: float


@dataclass(frozen=True)
class Belongings:
    """Those of the person who is number `number` of those shown to the network."""

    letter: LetterWords
    shown: Seen
    thought: Thought
    number: int

    def passages(self, key: str) -> list[Passage]:
        """Where it says that (one of DETAILS) of them, in order."""
        told, starts = self._at_pieces(key), self.shown.starts
        runs = _runs([0.0 if at == NOWHERE else likely for likely, at in zip(told, starts, strict=True)])
        return [Passage(starts[a], self._end(b), max(told[a : b + 1])) for a, b in runs]

    def likely(self, key: str, start: int = 0, end: int | None = None) -> float:
        """How likely it is that it says that of them at all; or anywhere in [start, end) of the text."""
        told = zip(self._at_pieces(key), self.shown.starts, strict=True)
        return max((likely for likely, at in told if end is None or start <= at < end), default=0.0)

    def _at_pieces(self, key: str) -> list[float]:
        return [float(likely) for likely in self.thought.details[self.number][:, DETAILS.index(key)]]

    def _end(self, piece: int) -> int:
        """Where the word ends to which that piece belongs."""
        word = WORD.match(self.letter.text, self.shown.starts[piece])
        return word.end() if word else self.shown.starts[piece]


def _runs(told: Sequence[float]) -> Iterator[tuple[int, int]]:
    """The first and the last of pieces in a row that tell it."""
    first: int | None = None
    for at, likely in enumerate([*told, 0.0]):
        if likely > TOLD_BESIDE:
            first = at if first is None else first
        elif first is not None:
            if max(told[first:at]) > TOLD:
                yield first, at - 1
            first = None
