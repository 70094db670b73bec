"""Rich's renderables as text, for a terminal or without any escape sequence: what is shown is data, never markup."""

import io
from collections.abc import Iterable

from rich.console import Console, RenderableType


def printed(parts: Iterable[RenderableType], width: int, *, color: bool) -> str:
    """The parts below each other in so many columns; lines end where their text does."""
    file = io.StringIO()
    console = Console(
        file=file,
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for part in parts:
        console.print(part)
    return "".join(f"{line.rstrip()}\n" for line in file.getvalue().split("\n")[:-1])
