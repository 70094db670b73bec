"""What a mail asks, as read from it, each value with the evidence for it. See contracts.md, 3, for the JSON form."""

from dataclasses import dataclass
from enum import StrEnum

from mailbot.domain.event import Choice


class Kind(StrEnum):
    SIGNUP = "signup"  # a person asks to register, cancel or change
    QUESTION = "question"
    AUTOMATIC = "automatic"
    UNRELATED = "unrelated"


class Action(StrEnum):
    REGISTER = "register"
    CANCEL = "cancel"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a value was found: `part` ("text", "subject", "from", "reply-to", "cc", "attached"), and there the
    characters [start, end). Part "text" counts in `IncomingMessage.text`."""

    part: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for one person. A change carries only the new values beside the name.

    `event`: the event's slug where it differs from the reading's (a mail about two events), else None.
    `evidence`: field name -> where it was found.
    `keeps_seat_of`: for a register that is a substitution: the name of the person whose seat is handed over.
    """

    action: Action
    name: str | None
    email: str | None = None
    organisation: str | None = None
    role: str | None = None
    phone: str | None = None
    workshops: tuple[Choice, ...] = ()
    diet: str | None = None
    access: str | None = None
    event: str | None = None
    keeps_seat_of: str | None = None
    evidence: tuple[tuple[str, Evidence], ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """The whole of what a mail asks. `review`: a careful assistant would not act alone; `reasons` says why, and
    `doubted` at which words, where it was for some that the mail sounds doubtful."""

    kind: Kind
    event: str | None = None
    review: bool = False
    reasons: tuple[str, ...] = ()
    requests: tuple[Request, ...] = ()
    unnamed: int = 0
    question: bool = False
    language: str = "nl"  # nl | en | other
    doubted: Evidence | None = None
