"""A letter that asks for something: what reading has made of it so far."""

from dataclasses import dataclass, field

from mailbot.reading.account.account import Account
from mailbot.reading.letter.entry import Entry
from mailbot.reading.letter.page import Sheet
from mailbot.reading.names.people import Person, Roster


@dataclass(slots=True)
class Asking:
    """A letter that asks for something: laid out, its author's people, what it says, its tables and forms."""

    sheet: Sheet
    roster: Roster
    account: Account
    entries: tuple[Entry, ...]
    text: str
    relayed: bool = False
    writer: Person = field(init=False)

    def __post_init__(self) -> None:
        assert self.roster.writer is not None
        self.writer = self.roster.writer
