"""A mention of a workshop or round, as it was read: what choices.py settles, and choice_sharing.py shares out."""

from dataclasses import dataclass

CHOICE, EMPTY, MIRROR, COPY, MOVE = "choice", "empty", "mirror", "copy", "move"
AWAY, CLEAR, OPEN, UNKNOWN, EVERY = "away", "clear", "open", "unknown", "every"


@dataclass(frozen=True, slots=True)
class ChoiceFound:
    """A mention at [start, end). kind: "choice" of `workshop`; "empty": nothing in `round`; "mirror": the other
    workshop than before or than somebody else's; "copy": as somebody else; "move": `round` without a workshop; "away":
    `round` doesn't fit, which decides nothing but where a workshop goes that was told no round; "clear": what was told
    before counts no more; "open": what was told no round counts no more; "every": what
    was told no round, or will be, is in `round`; "unknown": a workshop that isn't one of ours.

    `round` None: no round named (for mirror and copy: the same rounds). `negated`, `past`: mentioned, not chosen.
    `sure` False: the word may be no workshop at all ("vooroordelen" in a sentence about something else).
    `source`: the round whose choice a "copy" takes ("weer dezelfde als in ronde 1"), 0 for the first that was told.
    `likened`: as somebody else does ("the same as Tom"), be something else told before it.
    `revision`: how many times the text has set right, before it, what it said earlier; `also`: "nog een keer".
    """

    kind: str
    start: int
    end: int
    workshop: str = ""
    round: int | None = None
    negated: bool = False
    past: bool = False
    sure: bool = True
    revision: int = 0
    also: bool = False
    source: int | None = None
    likened: bool = False
