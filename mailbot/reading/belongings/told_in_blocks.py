"""Whose block it is in which something stands (letter/blocks.py)."""

import re

from mailbot.reading.case.asking import Asking
from mailbot.reading.letter.blocks import Block
from mailbot.reading.letter.units import Unit
from mailbot.reading.names.people import Person

CALLED = re.compile(r"\W*\w[\w .()/-]{1,30}:\s")  # "Leidinggevende: ..." may tell of somebody else


def told_in_block(asking: Asking, at: int) -> Person | None:
    """Of whom the block is in which that place stands."""
    block = _block_at(asking, at)
    if not block:
        return None
    name = block[0].names[0].start
    return next((p for p in asking.roster.people if any(a <= name < b for a, b in p.spans)), None)


def stands_in_block(asking: Asking, at: int) -> bool:
    """Whether a line of such a block that isn't called anything holds that place."""
    return any(line.start <= at < line.end and _is_uncalled(asking, line) for line in _block_at(asking, at))


def lines_told_in_blocks(asking: Asking) -> list[Unit]:
    """The lines of those blocks that aren't called anything."""
    return [line for block in asking.sheet.blocks for line in block if _is_uncalled(asking, line)]


def _block_at(asking: Asking, at: int) -> Block:
    return next((block for block in asking.sheet.blocks if block[0].start <= at < block[-1].end), ())


def _is_uncalled(asking: Asking, line: Unit) -> bool:
    return not line.label and not CALLED.match(asking.text, line.start, line.end)
