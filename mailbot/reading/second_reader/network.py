"""A small language network: what becomes of each person, and whether the mail needs a person, from the letter's row.

Multilingual-e5-small (Wang et al. 2024, MIT licence), taught on labelled mails by `training/network.py`;
network.onnx is what ONNX Runtime needs to run it, with weights of eight bits. It knows from a great many other texts
what our mails never taught: that "verhinderd" and "ik haal het niet" are alike.
"""

import os
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

from mailbot.reading.names.people import Person
from mailbot.reading.second_reader.letter_words import LetterWords
from mailbot.reading.second_reader.model import CANCELLED, CHANGED, NOTHING, REGISTERED
from mailbot.reading.second_reader.pieces import Row, in_pieces, vocabulary
from mailbot.reading.second_reader.script import NOWHERE, script
from mailbot.reading.second_reader.traits import of_place

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession

FATES = (NOTHING, REGISTERED, CANCELLED, CHANGED)  # in the order of what the network gives
DETAILS = ("organisation", "role", "diet", "access")  # what the network tells apart of what is somebody's
# What is told of a person beside the row: what the name looks like, and in what company it stands.
FACTS = (
    *("named:full", "named:half", "given:listed", "given:other", "given:none", "perhaps_no_name", "address", "relayed"),
    *(f"{sort}:{number}" for sort in ("mentions", "others") for number in range(5)),
    *(f"rows:{number}" for number in range(1, 5)),
    "writer",
    "cc",
)


class Seen(NamedTuple):
    """What is shown to the network of one letter: the row of pieces, with where in the letter's text each word of them
    begins; for each person where they stand in the row (the first place of all, where they don't), and which of FACTS
    hold; and for each workshop, where the letter chooses among them, where it stands."""

    row: list[int]
    starts: list[int]
    places: list[list[int]]
    facts: list[list[float]]
    workshops: Sequence[Sequence[int]] = ()


class Thought(NamedTuple):
    """How likely each fate is for each of the people, in their order; that the letter needs a person to look, for what
    it says as a whole, and for something that it says in passing, at `said_at` in its text (or NOWHERE); and that it
    asks something for somebody who isn't among those people. Further for each of the people how likely each piece of
    the row tells each of DETAILS of theirs (an array of pieces by details)."""

    fates: list[Mapping[str, float]]
    needs_person: float
    in_passing: float = 0.0
    said_at: int = NOWHERE
    lacks_somebody: float = 0.0
    details: "Sequence[NDArray[Any]]" = ()


def seen(letter: LetterWords, people: Sequence[Person]) -> Seen:
    """What the network sees of that letter and these people."""
    first = sorted(people, key=lambda person: not person.is_writer)
    row: Row = in_pieces(script(letter, people), first)
    places = [row.places.get(id(person)) or [0] for person in people]
    workshops = [row.workshops.get(at, []) for at in range(len(letter.choosable))] if row.workshops else []
    return Seen(row.pieces, row.starts, places, [_facts(letter, person) for person in people], workshops)


def _facts(letter: LetterWords, person: Person) -> list[float]:
    hold = {*of_place(letter, person), *(["writer"] if person.is_writer else []), *(["cc"] if person.in_cc else [])}
    return [float(fact in hold) for fact in FACTS]


class Network:
    """The network, in memory when first asked. One thread: beside it are as many readers as there are cores."""

    def __init__(self) -> None:
        self._last: tuple[Seen, Thought] | None = None

    def think(self, shown: Seen) -> Thought:
        """What it makes of that letter; of a letter without people, nothing. A letter that is discussed is shown up to
        three times in a row, and mostly the same."""
        if self._last is None or self._last[0] != shown:
            self._last = shown, self._thought(shown)
        return self._last[1]

    def _thought(self, shown: Seen) -> Thought:
        import numpy

        if not shown.places:
            return Thought([], 0.0)
        marks = _marks(shown.places, len(shown.row))
        given = {
            "row": numpy.array([shown.row], numpy.int64),
            "marks": marks / marks.sum(1, keepdims=True),
            "facts": numpy.array(shown.facts, numpy.float32),
        }
        fates, doubt, lacks, aside, spots, details = _session().run(None, given)
        return Thought(
            [dict(zip(FATES, map(float, row), strict=True)) for row in fates],
            float(doubt[0]),
            float(aside[0]),
            shown.starts[int(spots.argmax())],
            float(lacks[0]),
            tuple(details),
        )


def _marks(places: Sequence[Sequence[int]], length: int) -> "NDArray[Any]":
    """A row for each of those: 1 where it stands, of so many places."""
    import numpy

    marks = numpy.zeros((len(places), length), numpy.float32)
    for mark, at in zip(marks, places, strict=True):
        mark[list(at)] = 1
    return marks


def warm_up() -> None:
    """Have the network in memory, and what it needs: a quarter of a second, and some 60 MB."""
    vocabulary()
    Network().think(Seen([0, 2], [NOWHERE, NOWHERE], [[0]], [[0.0] * len(FACTS)]))


@cache
def _session() -> "InferenceSession":
    # later versions would keep an identifier in the home directory, and tell Microsoft that they run
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    onnxruntime.disable_telemetry_events()  # the same on Windows, where earlier ones do so too
    onnxruntime.set_default_logger_severity(3)  # or it complains on stderr of graphics cards that aren't there
    options: Any = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # threads would not outlive a fork
    model = files(__package__).joinpath("network.onnx").read_bytes()
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
