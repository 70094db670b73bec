"""Whose block it is in which something stands (letter/blocks.py)."""

import re
from collections.abc import Sequence

from mailbot.reading.case.asking import Asking
from mailbot.reading.letter.blocks import Block, blocks
from mailbot.reading.letter.units import Unit
from mailbot.reading.names.people import Person

CALLED = re.compile(r"\W*\w[\w .()/-]{1,30}:\s")  # "Leidinggevende: ..." may tell of somebody else


def told_in_block(asking: Asking, at: int) -> Person | None:
    """Of whom the block is in which that place stands."""
    for block in _blocks(asking):
        if block[0].start <= at < block[-1].end:
            name = block[0].names[0].start
            return next((p for p in asking.roster.people if any(a <= name < b for a, b in p.spans)), None)
    return None


def lines_told_in_blocks(asking: Asking) -> list[Unit]:
    """The lines of those blocks that aren't called anything."""
    lines = (unit for block in _blocks(asking) for unit in block)
    return [unit for unit in lines if not unit.label and not CALLED.match(asking.text, unit.start, unit.end)]


def _blocks(asking: Asking) -> Sequence[Block]:
    if asking.blocks is None:
        asking.blocks = blocks(asking.text, asking.sheet.units)
    return asking.blocks
