"""Random histories through the real database, held against a model of booking in thirty lines.

Parties, cancellations, substitutions, changes of workshop, capacities up and down, mails that arrive late, crashes
between any two statements, and beginning again. After each step every figure has to agree, and the ledger's own story
is told again to see that nobody passed somebody who waited. MAILBOT_HISTORIES says how many (the nightly run: 2000).
"""

import os
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from mailbot.adapters.store import Database
from mailbot.domain.ledger import Pool
from mailbot.pipeline import process
from tests.booking_model import MAILS, Mail, Model, Substitution
from tests.clerk import Clerk
from tests.unit.domain.conftest import an_event

HISTORIES = int(os.environ.get("MAILBOT_HISTORIES", "25"))
STEPS = int(os.environ.get("MAILBOT_HISTORY_STEPS", "8"))


class Histories(RuleBasedStateMachine):
    """Mornings full of mails, and capacities that change between them."""

    template: Path

    @initialize(seats=st.integers(0, 5), places=st.integers(0, 2))
    def begin(self, seats: int, places: int) -> None:
        self.folder = TemporaryDirectory()
        copy(self.template, Path(self.folder.name) / "mailbot.db")
        self.event = an_event(seats, seats=places)
        self.clerk = Clerk(f"sqlite:///{self.folder.name}/mailbot.db", self.event)
        self.model = Model(seats, places)
        self.minute = 20
        self.handed_over: set[str] = set()

    def teardown(self) -> None:
        if hasattr(self, "clerk"):
            self.clerk.close()
            self.folder.cleanup()

    @rule(mails=st.lists(MAILS, min_size=1, max_size=12), crash_after=st.none() | st.integers(0, 60))
    def a_morning(self, mails: list[Mail], crash_after: int | None) -> None:
        """Mails are laid down first and taken up together; the model takes them by arrival."""
        told = sorted(((self.arrived(mail), mail) for mail in mails), key=lambda one: one[0])
        if crash_after is not None:
            self.clerk.crash_while_working(crash_after)
        self.clerk.work()
        for (at, uid), mail in told:
            mail.tell(self.model, at, uid)

    def arrived(self, mail: Mail) -> tuple[int, int]:
        """Lay it down. Some arrived long before those that were taken up already."""
        self.minute += 1
        at = self.minute + mail.late
        uid = self.clerk.post(mail.office, *mail.requests(), at=at)
        if isinstance(mail, Substitution):
            self.handed_over.add(f"desk-{uid}")
        return at, uid

    @rule(seats=st.integers(0, 6), places=st.integers(0, 3))
    def the_capacity_changes(self, seats: int, places: int) -> None:
        self.event = an_event(seats, seats=places)
        self.clerk.reopen(self.event)
        self.model.seats, self.model.places = seats, places
        self.model.promote()

    @invariant()
    def every_figure_agrees(self) -> None:
        if not hasattr(self, "clerk"):
            return
        book, model = self.clerk.book(), self.model
        coming = {
            r.name: {c.round: c.workshop for c in r.workshops} for r in book.active("dag") if r.name in model.coming
        }
        assert coming == model.coming
        assert [r.name for r in book.waiting("dag")] == [who for *_, who in model.line]
        assert [book.position(r) for r in book.waiting("dag")] == list(range(1, len(model.line) + 1))
        assert len(list(book.active("dag"))) == len(model.coming) + len(model.line)
        assert book.taken[Pool("dag")] == len(model.coming)
        audit = self.clerk.audit()
        assert audit.agrees, audit
        nobody_was_passed_over(self.clerk.database, self.handed_over)


def nobody_was_passed_over(database: Database, handed_over: set[str]) -> None:
    """The ledger's own story, change by change: a seat goes to a newcomer only where nobody waits, and from the
    waiting list only to its head. `handed_over`: fingerprints of the mails that named a replacement."""
    with database.reading() as tx:
        people = {r.reference: r for r in tx.books.everybody()}
        story = tx.books.whole_history()
        exempt = {m.id for m in tx.messages.with_status(*process.MessageStatus) if m.fingerprint in handed_over}
    # somebody who waited and then replaced another who waited has the better of two places: her last isn't her first
    moved = {r for r in people if sum(step.kind == "waitlisted" for step in story if step.reference == r) > 1}
    line: list[str] = []
    for step in story:
        ahead = [r for r in line if r not in moved and people[r].place_in_line < people[step.reference].place_in_line]
        if step.kind == "promoted" and step.reference not in moved and step.message_id not in exempt:
            assert not ahead, f"{step.reference} passed {ahead}"
        if step.kind == "registered" and step.message_id not in exempt:
            assert not line, f"{step.reference} passed {line}"
        line = [r for r in line if r != step.reference]
        if step.kind == "waitlisted":
            line.append(step.reference)


@pytest.mark.timeout(0 if "MAILBOT_HISTORIES" in os.environ else 120)
def test_no_history_passes_anybody_over_and_every_figure_agrees(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(process, "BATCH", 3)  # so that a crash leaves some batches done and others not
    Clerk(f"sqlite:///{tmp_path}/template.db", an_event(0)).close()
    histories = type("These", (Histories,), {"template": tmp_path / "template.db"})
    nightly = {"derandomize": False, "print_blob": True} if "MAILBOT_HISTORIES" in os.environ else {}

    run_state_machine_as_test(
        histories, settings=settings(max_examples=HISTORIES, stateful_step_count=STEPS, deadline=None, **nightly)
    )
