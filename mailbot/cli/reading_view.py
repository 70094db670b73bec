"""A mail as a person checks it: its text with what was read marked in it, the values person by person, and why.

Each mark has a number, which stands beside the value that was read there. On a terminal the marked words have a
colour; elsewhere they stand in brackets. Control characters of the mail are shown, never sent to the terminal.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from mailbot.adapters.reports.facts import choice_words, moment_words
from mailbot.adapters.reports.printed import printed
from mailbot.adapters.reports.safe import INVISIBLE, one_line
from mailbot.domain.event import Event
from mailbot.domain.message import Address, IncomingMessage
from mailbot.domain.reading import Action, Evidence, Kind, Reading, Request
from mailbot.domain.reasons import sentence
from mailbot.pipeline.understand import Understanding

KINDS = {
    Kind.SIGNUP: "een aanmelding, afmelding of wijziging",
    Kind.QUESTION: "een vraag",
    Kind.AUTOMATIC: "een automatisch bericht",
    Kind.UNRELATED: "geen aanmelding",
}
ACTIONS = {Action.REGISTER: "aanmelden", Action.CANCEL: "afmelden", Action.CHANGE: "wijzigen"}
FIELDS = {
    "email": "e-mail",
    "organisation": "organisatie",
    "role": "functie",
    "phone": "telefoon",
    "workshops": "workshops",
    "diet": "dieet",
    "access": "toegankelijkheid",
    "event": "bijeenkomst",
    "keeps_seat_of": "in plaats van",
}
# The parts of the mail that marks are set in, in the order in which they are shown.
SHOWN = ("subject", "text")
# Where a value was found when no piece of text can be shown for it.
PARTS = {"from": "afzender", "reply-to": "antwoordadres", "cc": "Cc", "to": "Aan", "attached": "bijgevoegde mail"}
MARKED = "bold magenta"


def show_reading(
    title: str, understanding: Understanding, events: Sequence[Event], zone: ZoneInfo, width: int, *, color: bool
) -> str:
    """One mail under its title as text of so many columns, with escape sequences only where `color`."""
    marks = Marks(understanding.reading, color=color)
    parts: list[RenderableType] = [Text(one_line(title), style="bold"), *_reading(understanding.reading, marks, events)]
    if understanding.message.headers:  # or nothing of it could be parsed
        parts[1:1] = _mail(understanding.message, marks, zone)
    return printed(parts, width, color=color)


class Marks:
    """The pieces of a mail that values were read from, numbered in the order in which they stand."""

    def __init__(self, reading: Reading, *, color: bool) -> None:
        found = {evidence for request in reading.requests for _, evidence in request.evidence}
        found |= {reading.doubted} if reading.doubted else set()
        marked = (e for e in found if e.part in SHOWN and e.start < e.end)
        in_order = sorted(marked, key=lambda e: (SHOWN.index(e.part), e.start, -e.end))
        self._numbers = {evidence: number for number, evidence in enumerate(in_order, 1)}
        self._color = color

    def beside(self, evidence: Evidence) -> str:
        """What stands beside a value: the number of its mark, or the part of the mail that it comes from."""
        if evidence in self._numbers:
            return f"({self._numbers[evidence]})"
        return f"(uit: {PARTS.get(evidence.part, evidence.part)})"

    def in_text(self, text: str, part: str) -> Text:
        """That part of the mail with its marks: "graag [vegetarisch](3) eten"."""
        shown = Text(_visible(text))
        here = [(e, number) for e, number in self._numbers.items() if e.part == part and e.end <= len(text)]
        for evidence, _ in here:
            shown.stylize(MARKED, evidence.start, evidence.end)
        signs = [(e.end, 0, -e.start, f"{'' if self._color else ']'}({number})") for e, number in here]
        signs += [(e.start, 1, -e.end, "" if self._color else "[") for e, _ in here]
        pieces, at = Text(), 0
        for position, _, _, sign in sorted(signs):
            pieces.append_text(shown[at:position]).append(sign)
            at = position
        return pieces.append_text(shown[at:])


def _visible(text: str) -> str:
    """The same text of the same length, a sign for whatever could steer the terminal."""
    return "".join(
        "\N{REPLACEMENT CHARACTER}"
        if (c not in "\n\t" and unicodedata.category(c) in ("Cc", "Cs")) or INVISIBLE.match(c)
        else c
        for c in text
    )


# -- the mail ---------------------------------------------------------------------------------------------------


def _mail(message: IncomingMessage, marks: Marks, zone: ZoneInfo) -> Iterator[RenderableType]:
    head = _pairs()
    head.add_row("Van", _address(message.sender))
    if message.cc:
        head.add_row("Cc", ", ".join(map(_address, message.cc)))
    head.add_row("Onderwerp", marks.in_text(message.subject, "subject"))
    if message.date is not None:
        head.add_row("Datum", moment_words(message.date, zone))
    yield head
    yield Text()
    yield Padding(marks.in_text(message.text.rstrip(), "text"), (0, 0, 0, 4))
    for attachment in message.attachments:
        name = one_line(attachment.filename or attachment.content_type)
        yield Padding(Text(f"(bijlage: {name})", style="dim"), (0, 0, 0, 4))
    yield Text()


def _address(address: Address) -> str:
    return one_line(f"{address.name} <{address.email}>" if address.name else address.email)


# -- what was read ----------------------------------------------------------------------------------------------


def _reading(reading: Reading, marks: Marks, events: Sequence[Event]) -> Iterator[RenderableType]:
    known = {event.slug: event for event in events}
    event = known.get(reading.event or "")
    about = f", voor {event.title} ({event.slug})" if event else ""
    yield Text(f"Gelezen als {KINDS[reading.kind]}{one_line(about)}.")
    for number, request in enumerate(reading.requests, 1):
        yield from _person(number, request, marks, known.get(request.event or "", event))
    if reading.unnamed:
        yield Text(f"Nog aangekondigd zonder naam: {reading.unnamed}.")
    if reading.question:
        yield Text("De afzender verwacht ook antwoord op een vraag.")
    yield Text(_verdict(reading), style="bold yellow" if reading.review else "bold green")
    for reason in reading.reasons:
        yield Text(f"  - {one_line(sentence(reason))}")
    if reading.doubted:
        yield Text(f"    Het gaat vooral om deze woorden: {marks.beside(reading.doubted)}")


def _person(number: int, request: Request, marks: Marks, event: Event | None) -> Iterator[RenderableType]:
    evidence = dict(request.evidence)
    where = [marks.beside(evidence[key]) for key in ("name", "action") if key in evidence]
    yield Text(
        " ".join((f"{number}. {one_line(request.name or '(naam ontbreekt)')}: {ACTIONS[request.action]}", *where))
    )
    fields = _pairs()
    for key, label in FIELDS.items():
        value = getattr(request, key)
        if not value:
            continue
        shown = (
            "; ".join(choice_words(event, c) if event else c.workshop for c in value) if key == "workshops" else value
        )
        fields.add_row(label, one_line(" ".join((shown, *([marks.beside(evidence[key])] if key in evidence else [])))))
    if fields.row_count:
        yield Padding(fields, (0, 0, 0, 2))


def _verdict(reading: Reading) -> str:
    if reading.review:
        return "Een mens moet hiernaar kijken."
    if reading.kind is Kind.SIGNUP:
        return "De mail zelf is duidelijk."
    return "Deze mail krijgt geen antwoord."


def _pairs() -> Table:
    """Labels and values, side by side."""
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True, style="dim")
    table.add_column(overflow="fold")
    table.pad_edge = True
    return table
