"""What one sees of the demo: each mail as it is handled, the report, and how to write it a mail oneself.

The program's own words are English, as in every command; what was read and decided is told in Dutch (words.py), as
the organisers' report is. Whatever strangers wrote goes through `one_line`: a name can't steer the terminal.
"""

from collections.abc import Iterable, Iterator, Sequence
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.text import Text

from mailbot.adapters.reports import to_table
from mailbot.adapters.reports.facts import choice_code, moment_words, when_words
from mailbot.adapters.reports.safe import one_line
from mailbot.demo.words import became, found
from mailbot.domain.answer import Answer
from mailbot.domain.book import Book
from mailbot.domain.event import Event
from mailbot.domain.ledger import Pool
from mailbot.domain.message import MessageStatus
from mailbot.domain.reasons import sentences
from mailbot.domain.report import Report
from mailbot.pipeline.audit import Audit
from mailbot.pipeline.process import Handled

# Longer lines are harder to read, not easier.
WIDEST = 140
LABEL = 10  # columns

# What a mail without an answer is shown as; a mail with one is "answered".
ENDED = {
    MessageStatus.HELD: ("held", "yellow"),
    MessageStatus.IGNORED: ("ignored", "dim"),
}


class Show:
    """Prints, from whichever thread: each call one whole piece, flushed, so that also a pipe gets it as it happens."""

    def __init__(self, console: Console, zone: ZoneInfo, events: Sequence[Event]) -> None:
        self._console, self._zone = console, zone
        self._events = {event.slug: event for event in events}

    def opening(self, mails: int) -> None:
        """What is going to happen."""
        self._print(
            Text(
                f"{mails} invented mails come into a mailbox, one after the other. mailbot watches it over IMAP,\n"
                "books, and answers over SMTP; both servers run here. The events have few seats:\n"
            )
        )
        for event in self._events.values():
            title = Text.assemble((one_line(event.title), "bold"), f", {when_words(event)}")
            self._rows([("event", title), *_labelled("", _announced(event))])

    def mail(self, one: Handled, book: Book) -> None:
        """A mail, what was understood, what was answered or why not, and the seats that are left after it."""
        message, decision = one.understanding.message, one.decision
        sender = message.sender
        who = one_line(f"{sender.name} <{sender.email}>" if sender.name else sender.email)
        received = moment_words(one.message.received, self._zone)
        subject = one_line(message.subject) or "(geen onderwerp)"
        rows = [
            ("mail", Text(who, style="bold")),
            ("", Text.assemble((received, "dim"), "  ", (subject, "italic"))),
        ]
        rows += _labelled("read", found(one.understanding.reading, self._events))
        if decision.status in ENDED:
            label, style = ENDED[decision.status]
            rows.append((label, Text(one_line(sentences(decision.reasons)), style=style)))
        if decision.answer is not None:
            rows += _answered("answered", decision.answer, message.answer_to.email)
        for notice in decision.notices:
            rows += _answered("and told", notice.answer, notice.registration.reachable_at)
        if decision.changes:
            touched = dict.fromkeys(change.registration.event for change in decision.changes)
            rows += _labelled("left", [_left(self._events[slug], book) for slug in touched])
        self._rows(rows)

    def report(self, report: Report, audit: Audit) -> None:
        """How everything stands, as `mailbot report` prints it, and whether the books agree."""
        color = self._console.color_system is not None and not self._console.no_color
        table = to_table(report, self._zone, min(self._console.width, WIDEST), color=color)
        self._rule("mailbot report")
        self._print(Text.from_ansi(table))
        self._rule("mailbot audit")
        self._print(Text(_verdict(audit)))

    def lines(self, heading: str, lines: Iterable[str]) -> None:
        """Lines as they are: to be copied, so never broken."""
        self._rule(heading)
        self._print(Text("\n".join(lines)))

    def _rule(self, heading: str) -> None:
        self._print(Text(f"\n{heading}", style="bold"))

    def _rows(self, rows: Iterable[tuple[str, Text]]) -> None:
        """Lines with their labels before them, long ones folded beside the label, and an empty line."""
        shown = Text()
        for label, text in rows:
            for at, line in enumerate(text.wrap(self._console, max(self._console.width - LABEL, LABEL))):
                line.rstrip()
                shown.append(("" if at else label).ljust(LABEL), style="cyan").append(line).append("\n")
        self._print(shown)

    def _print(self, text: Text) -> None:
        """Raises BrokenPipeError where nobody reads any more."""
        try:
            self._console.print(text, soft_wrap=True)
            self._console.file.flush()
        except SystemExit:  # so rich ends a program whose reader is gone; here it would end one thread of several
            raise BrokenPipeError from None


def _labelled(label: str, lines: Iterable[str]) -> list[tuple[str, Text]]:
    return [("" if at else label, Text(one_line(line))) for at, line in enumerate(lines)]


def _answered(label: str, answer: Answer, recipient: str) -> list[tuple[str, Text]]:
    head = Text.assemble((str(answer.template), "green"), f" to {one_line(recipient)}")
    return [(label, head), *(("", Text(one_line(became(person)))) for person in answer.people)]


def _announced(event: Event) -> Iterator[str]:
    """How many seats there are, and which letters stand for which workshops."""
    yield f"{event.capacity} seats, {'with' if event.waitlist else 'no'} waiting list"
    for workshop in event.workshops:
        codes = " ".join(choice_code(event, choice) for choice in event.choices() if choice.workshop == workshop.slug)
        yield f"{codes}: {workshop.title}, {workshop.capacity} seats each"


def _verdict(audit: Audit) -> str:
    if not audit.agrees:
        return "The books do NOT agree: see mailbot audit."
    return (
        f"The books agree. {audit.mails} mails in the folder, all accounted for; {audit.handled} of them handled, "
        "each with its one answer."
    )


def _left(event: Event, book: Book) -> str:
    """ "discriminatie-2023: 19 of 20; 1A:6 1B:5; 2 waiting"."""
    line = f"{event.slug}: {book.free(Pool(event.slug))} of {event.capacity}"
    workshops = " ".join(f"{choice_code(event, c)}:{book.free(Pool.of(event.slug, c))}" for c in event.choices())
    waiting = len(book.waiting(event.slug))
    return "; ".join(part for part in (line, workshops, f"{waiting} waiting" if waiting else "") if part)
