"""A linear model (multinomial logistic regression): each trait weighs for and against each outcome.

The weights are data, made by `training/`: a line a trait, in hundredths, so that anybody can see what it goes by.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from typing import NamedTuple

from mailbot.domain.reading import Action

# What can become of a person: nothing, or what a request asks (domain.reading.Action).
NOTHING, REGISTERED, CANCELLED, CHANGED = "none", *map(str, (Action.REGISTER, Action.CANCEL, Action.CHANGE))
# What can become of a mail that asks for something: done alone, or put to a person.
PLAIN, DOUBTFUL = "plain", "doubtful"


@dataclass(frozen=True, slots=True)
class Model:
    """`weights`: for each trait a number an outcome, in the order of `outcomes`; `bias`: what they start from."""

    outcomes: tuple[str, ...]
    bias: tuple[int, ...]
    weights: dict[str, tuple[int, ...]]

    def probabilities(self, traits: Iterable[str]) -> dict[str, float]:
        """How likely each outcome is, by those traits; they add up to 1."""
        weighed = filter(None, map(self.weights.get, traits))  # most traits of a mail were never met in training
        sums = [sum(of_outcome) for of_outcome in zip(self.bias, *weighed, strict=True)]
        highest = max(sums)
        powers = [exp((value - highest) / 100) for value in sums]
        whole = sum(powers)
        return {outcome: power / whole for outcome, power in zip(self.outcomes, powers, strict=True)}


class Models(NamedTuple):
    """All that the second reader has learned: what becomes of a person, and whether a mail needs a person to look."""

    fates: Model
    doubts: Model


@cache
def packaged() -> Models:
    """The models that mailbot brings: a file each, by their names."""
    return Models(*map(_from_file, Models._fields))


def _from_file(name: str) -> Model:
    data = json.loads(files(__package__).joinpath(f"{name}.json").read_text("utf-8"))
    weights = {trait: tuple(numbers) for trait, numbers in data["weights"].items()}
    return Model(tuple(data["outcomes"]), tuple(data["bias"]), weights)
