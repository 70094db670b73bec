"""One mail as a case to be judged: which letter asks, who wrote it, who is in it, what it and the quoted ones say.

Usually the writer's own words ask. A forward with a word or two above it ("zie onderstaand, graag inschrijven") asks
with the letters below: then each of those that isn't ours, nor the announcement, is read as its own author's.
"""

import re
from dataclasses import dataclass, replace

from mailbot.domain.event import Event
from mailbot.domain.message import Address, IncomingMessage, Screening
from mailbot.reading.account import Account, Teller
from mailbot.reading.events import event_finder
from mailbot.reading.names import Name, find, from_header, is_functional, same_person
from mailbot.reading.page import ReadingContext, Sheet, letters_of, sheet, taken_spans
from mailbot.reading.people import Person, Roster, from_address, roster_of


@dataclass(slots=True)
class Case:
    """Everything that a judgement rests on."""

    message: IncomingMessage
    screening: Screening
    context: ReadingContext
    sheet: Sheet
    quoted: tuple[Sheet, ...]
    roster: Roster
    account: Account
    text: str

    def __init__(self, message: IncomingMessage, screening: Screening, context: ReadingContext) -> None:
        self.message, self.screening, self.context = message, screening, context
        self.text = message.text
        own, *others = letters_of(message, context)
        self.sheet = sheet(own, message, context, message.answer_to)
        self.quoted = tuple(sheet(letter, message, context, letter.author or Address("", "")) for letter in others)
        self.roster = roster_of(message, context.own_address)
        self._name_writer()
        self.account = Teller(self.roster, self.sheet.parts.body).tell(self.sheet.units)

    @property
    def writer(self) -> Person:
        assert self.roster.writer is not None
        return self.roster.writer

    @property
    def confirmations(self) -> tuple[Sheet, ...]:
        """Quoted letters in which we confirm a registration: then the writer is on the list already."""
        return tuple(s for s in self.quoted if s.letter.ours and CONFIRMS.search(s.letter.text) and not INVITES.search(s.letter.text))

    def _name_writer(self) -> None:
        """The writer's name, the fullest form of header, sign-off and signature."""
        text, split = self.sheet.letter.text, self.sheet.parts
        if split.sign_off:
            self._writer_is(split.sign_off[0], split.sign_off[1])
        first = re.search(r"\S[^\n]*", split.signature)
        if first:
            self._writer_is(first.start(), first.end())
            second = re.compile(r"\S[^\n]*").search(split.signature, first.end())
            if second and self.writer.name.given and not self.writer.name.surname:
                self._writer_is(second.start(), second.end())

    def _writer_is(self, start: int, end: int) -> None:
        found = find(self.text, start, end)
        if not found:
            return
        name, writer = found[0].name, self.writer
        if writer.name == Name():
            writer.name = name
        elif same_person(writer.name, name) or _given_of(name, writer.name):
            from mailbot.reading.names import merged

            writer.name = merged(writer.name, name)
        else:
            return
        writer.spans.append((found[0].start, found[0].end))


def _given_of(name: Name, known: Name) -> bool:
    """ "Wytske" below a mail of "W.S. Hoekstra"."""
    return bool(name.given and not name.surname and known.surname and not known.given and known.initials[:1].casefold() == name.given[:1].casefold())


CONFIRMS = re.compile(
    r"bevestig|ingeschreven|genoteerd|verwerkt|vastgelegd|confirm|thank you for registering|aangemeld voor|staat op de|uw aanmelding|je aanmelding|registered",
    re.IGNORECASE,
)
INVITES = re.compile(r"nodigen wij|uitnodig|kunt aanmelden|alvast aanmelden|save the date|nog niet \(kosteloos\)", re.IGNORECASE)
