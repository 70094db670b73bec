"""A linear model (multinomial logistic regression): each trait weighs for and against each fate of a person.

The weights are data, made by `training/`: a line a trait, in hundredths, so that anybody can see what it goes by.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

from mailbot.domain.reading import Action

# What can become of a person: nothing, or what a request asks (domain.reading.Action).
NOTHING, REGISTERED, CANCELLED, CHANGED = "none", *map(str, (Action.REGISTER, Action.CANCEL, Action.CHANGE))


@dataclass(frozen=True, slots=True)
class Model:
    """`weights`: for each trait a number a fate, in the order of `fates`; `bias`: what they start from."""

    fates: tuple[str, ...]
    bias: tuple[int, ...]
    weights: dict[str, tuple[int, ...]]

    def probabilities(self, traits: Iterable[str]) -> dict[str, float]:
        """How likely each fate is, by those traits; they add up to 1."""
        weighed = [self.weights[trait] for trait in traits if trait in self.weights]
        sums = [sum(of_fate) for of_fate in zip(self.bias, *weighed, strict=True)]
        highest = max(sums)
        powers = [exp((value - highest) / 100) for value in sums]
        whole = sum(powers)
        return {fate: power / whole for fate, power in zip(self.fates, powers, strict=True)}


@cache
def packaged() -> Model:
    """The model that mailbot brings."""
    data = json.loads(files(__package__).joinpath("weights.json").read_text("utf-8"))
    weights = {trait: tuple(numbers) for trait, numbers in data["weights"].items()}
    return Model(tuple(data["fates"]), tuple(data["bias"]), weights)
