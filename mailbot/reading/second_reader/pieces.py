"""Words as the network knows them: pieces of words, each a number.

A unigram vocabulary (Kudo 2018, "Subword Regularization"; the one of XLM-RoBERTa, cut down to what Dutch and English
mail needs): of all ways to cut a word into pieces the likeliest is taken. `pieces.txt` has a piece a line, its number
the line's, and the logarithm of how likely it is.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from mailbot.reading.names.people import Person
from mailbot.reading.second_reader.letter_words import DAY, LARGE, NUMBER, OTHER, TOPIC
from mailbot.reading.second_reader.script import ADDRESS, CELL, DIGIT, END, LINE, NOWHERE, ROUND, WORKSHOP, Placed

START, PADDING, STOP, UNKNOWN = range(4)  # the numbers of the first lines
BLANK = "▁"  # before a piece that begins a word
LONGEST = 16  # characters of a piece
LONGEST_WORD = 64  # characters that are looked at
MOST_PIECES = 8  # of one word: what has more is no word
UNLIKELY = -30.0  # a character that no piece has
PUNCTUATION = frozenset(".,;:!?()[]\"'-–—/&+*•|…“”„’‘<>=%€#")
# In the place of people, days and the like: words that the network learned to take for them. Names come first, in the
# order in which the letter names people; the last of them is any other one.
NAMES = ("Jan", "Peter", "Anna", "Maria", "Ali", "Karin", "Paul", "Eva", "Tom", "Lisa", "Omar", "Emma", "Max", "Nina")
COLOURS = ("rood", "blauw", "groen", "wit", "zwart", "roze")  # of workshops
ORDINALS, DIGITS = ("first", "second", "third"), ("één", "twee", "drie")  # of rounds, and of what may be one
MARKS = {
    TOPIC: "▁programma",
    DAY: "▁maandag",
    NUMBER: "▁2",
    LARGE: "▁100",
    OTHER: BLANK + NAMES[-1],
    ADDRESS: "▁@",
    LINE: "|",
    CELL: BLANK + "/",
    **{f"{WORKSHOP}{at}": BLANK + colour for at, colour in enumerate(COLOURS)},
    **{f"{ROUND}{at}": BLANK + ordinal for at, ordinal in enumerate(ORDINALS, 1)},
    **{f"{DIGIT}{at}": BLANK + digit for at, digit in enumerate(DIGITS, 1)},
}
LONGEST_ROW = 400  # pieces
TALK_ROW = 330  # ... before the signature


class Row(NamedTuple):
    """A letter in pieces, where in its text each word of them begins (or NOWHERE), and where in the row each person
    stands, by id(), and each workshop, by its number."""

    pieces: list[int]
    starts: list[int]
    places: dict[int, list[int]]
    workshops: dict[int, list[int]]


def in_pieces(script: Iterator[Placed], people: Sequence[Person]) -> Row:
    """That script in pieces, cut where it gets too long. `people` get their numbers in this order."""
    number = {id(person): at for at, person in enumerate(people)}
    row, starts, parts = [START], [NOWHERE], 0
    places, workshops = dict[int, list[int]](), dict[int, list[int]]()
    for token, start in script:
        if token == END:
            parts += 1
            row.append(STOP)
        elif len(row) >= (LONGEST_ROW if parts > 2 else TALK_ROW):
            continue
        elif isinstance(token, str):
            if token.startswith(WORKSHOP):
                workshops.setdefault(int(token.removeprefix(WORKSHOP)), []).append(len(row))
            row += word_in_pieces(token)
        else:
            place = number.setdefault(id(token), len(number))
            places.setdefault(id(token), []).append(len(row))
            row += word_in_pieces(NAMES[min(place, len(NAMES) - 2)])
        starts += [start] * (len(row) - len(starts))
    return Row(row, starts, places, workshops)


@lru_cache(maxsize=16384)  # as many words as some hundred mails have
def word_in_pieces(word: str) -> tuple[int, ...]:
    """The numbers of a word's pieces, or of a mark's."""
    numbers, likely = vocabulary()
    if word in MARKS:
        return (numbers[MARKS[word]],)
    return likeliest(word if word in PUNCTUATION else BLANK + word[:LONGEST_WORD], numbers, likely)[:MOST_PIECES]


def likeliest(word: str, numbers: dict[str, int], likely: list[float]) -> tuple[int, ...]:
    """Viterbi's way through the word: for each place in it the best way to get there."""
    ways: list[tuple[float, tuple[int, ...]]] = [(0.0, ())]
    for end in range(1, len(word) + 1):
        before, pieces = ways[end - 1]
        best = (before + UNLIKELY, (*pieces, UNKNOWN))
        for start in range(max(0, end - LONGEST), end):
            number = numbers.get(word[start:end])
            if number is not None and ways[start][0] + likely[number] > best[0]:
                best = (ways[start][0] + likely[number], (*ways[start][1], number))
        ways.append(best)
    return ways[-1][1]


@cache
def vocabulary() -> tuple[dict[str, int], list[float]]:
    """The number of each piece, and how likely each is."""
    lines = files(__package__).joinpath("pieces.txt").read_text("utf-8").removesuffix("\n").split("\n")
    rows = [line.split("\t") for line in lines]
    return {piece: at for at, (piece, _) in enumerate(rows)}, [float(likely) for _, likely in rows]
