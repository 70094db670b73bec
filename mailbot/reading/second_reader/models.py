"""All that the second reader has learned."""

from functools import cache
from typing import NamedTuple

from mailbot.reading.second_reader.model import Model, packaged
from mailbot.reading.second_reader.network import Network


class Models(NamedTuple):
    """What becomes of a person, whether a letter needs a person to look, and whether it may need one for something that
    is said in passing, by its words; and the network, which is asked for all three where these leave a doubt."""

    people: Model
    letters: Model
    asides: Model | None = None
    network: Network | None = None


@cache
def packaged_models() -> Models:
    """Those that mailbot brings: a file each, by their names."""
    return Models(packaged("fates"), packaged("doubts"), packaged("asides"), Network())
