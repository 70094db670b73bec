"""A linear model (multinomial logistic regression): each trait weighs for and against each outcome.

The weights are data, made by `training/`: a line a trait, in hundredths, so that anybody can see what it goes by.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from math import exp

from mailbot.domain.reading import Action

# What can become of a person: nothing, or what a request asks (domain.reading.Action).
NOTHING, REGISTERED, CANCELLED, CHANGED = "none", *map(str, (Action.REGISTER, Action.CANCEL, Action.CHANGE))
# What can become of a mail that asks for something: done alone, or put to a person.
PLAIN, DOUBTFUL = "plain", "doubtful"

# Traits by sort: {"near": {"graag", "graag mee"}} are "near:graag" and "near:graag mee". Those without a sort are under
# "". A mail has a thousand traits: to put each one's name together would take longer than to add up their weights.
Traits = Mapping[str, Iterable[str]]


@dataclass(frozen=True, slots=True)
class Model:
    """`weights`: for each trait a number an outcome, in the order of `outcomes`, needed no longer once it is made;
    `bias`: what they start from."""

    outcomes: tuple[str, ...]
    bias: tuple[int, ...]
    weights: dict[str, tuple[int, ...]]
    _sorts: dict[str, dict[str, int]] = field(init=False, repr=False, compare=False)
    _start: int = field(init=False, repr=False, compare=False)
    _width: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        width = _width([self.bias, *self.weights.values()])
        sorts: dict[str, dict[str, int]] = defaultdict(dict)
        for trait, numbers in self.weights.items():
            sort, colon, rest = trait.partition(":")
            sorts[sort if colon else ""][rest if colon else trait] = _packed(numbers, width)
        object.__setattr__(self, "_sorts", dict(sorts))
        object.__setattr__(self, "_start", _packed(self.bias, width))
        object.__setattr__(self, "_width", width)

    def probabilities(self, traits: Traits) -> dict[str, float]:
        """How likely each outcome is, by those traits; they add up to 1."""
        whole = self._start
        for sort, found in traits.items():
            if known := self._sorts.get(sort):
                whole += sum(filter(None, map(known.get, found)))  # what was never met in training weighs nothing
        sums = _unpacked(whole, self._width, len(self.outcomes))
        highest = max(sums)
        powers = [exp((value - highest) / 100) for value in sums]
        together = sum(powers)
        return {outcome: power / together for outcome, power in zip(self.outcomes, powers, strict=True)}


def _width(rows: list[tuple[int, ...]]) -> int:
    """How many bits each number gets: as many as all rows together can add up to, and the sign."""
    reach = max(sum(abs(row[at] - row[0]) for row in rows) for at in range(len(rows[0])))
    return reach.bit_length() + 1


def _packed(numbers: Sequence[int], width: int) -> int:
    """By how much each but the first of those numbers is more than the first, side by side in one number: so that one
    addition adds up the weights of all outcomes. (Of four, that is as much as fits a machine's word.)"""
    whole = 0
    for number in numbers[:0:-1]:
        whole = (whole << width) + number - numbers[0]
    return whole


def _unpacked(whole: int, width: int, count: int) -> list[int]:
    numbers, half = [0], 1 << width - 1
    for _ in range(count - 1):
        number = (whole + half) % (2 * half) - half
        numbers.append(number)
        whole = whole - number >> width
    return numbers


def packaged(name: str) -> Model:
    """The model of that name that mailbot brings. Its weights are told in its sums alone: kept twice, those of all
    models would take a worker some 13 MB more."""
    data = json.loads(files(__package__).joinpath(f"{name}.json").read_text("utf-8"))
    weights = {trait: tuple(numbers) for trait, numbers in data["weights"].items()}
    model = Model(tuple(data["outcomes"]), tuple(data["bias"]), weights)
    weights.clear()
    return model
