"""All that the second reader has learned."""

from functools import cache
from typing import NamedTuple

from mailbot.reading.second_reader.model import Model, packaged
from mailbot.reading.second_reader.network import Network


class Models(NamedTuple):
    """What becomes of a person, and whether a letter needs a person to look, by its words; and the network, which is
    asked for both where these two leave a doubt."""

    people: Model
    letters: Model
    network: Network | None = None


@cache
def packaged_models() -> Models:
    """Those that mailbot brings: a file each, by their names."""
    return Models(packaged("fates"), packaged("doubts"), Network())
