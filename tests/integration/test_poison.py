"""A mail that makes something fail: tried three times, set aside, shown, tried again when asked; it holds up nobody."""

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import pytest

from mailbot.app import House
from mailbot.domain.message import MessageStatus
from mailbot.pipeline import process
from mailbot.pipeline.readers import Readers
from mailbot.pipeline.understand import Understand, Understanding
from mailbot.replying import compose
from mailbot.worker import run_once
from tests.clerk import Clerk
from tests.crashes import READ_HERE
from tests.office import Office, letter
from tests.unit.domain.conftest import an_event, register

JAN = "Jan de Vries <jan@utrecht.example>"
PIET = "Piet Bos <piet@zwolle.example>"
SIGN_UP = "Hierbij meld ik mij aan voor 30 maart.\n\nGroet,\n{}\n"
MARK = b"X-Poison: "


def sign_up(sender: str, **headers: str) -> bytes:
    return letter(sender, SIGN_UP.format(sender.split(" <")[0]), headers=headers).as_bytes()


class Poisoned:
    """Understanding, but for the mails marked as poison: those hang, take their process down, or raise."""

    def __init__(self, understand: Understand) -> None:
        self.understand = understand

    def __call__(self, raw: bytes, received: datetime) -> Understanding:
        if MARK + b"hang" in raw:
            time.sleep(60)
        if MARK + b"die" in raw:
            os._exit(1)
        if MARK + b"raise" in raw:
            raise ValueError("Piet Bos woont in Zwolle")
        return self.understand(raw, received)


@pytest.fixture
def house(office: Office) -> Iterator[House]:
    """A house whose reading can be poisoned, with a deadline that a test can wait for."""
    house = office.house()
    house._readers = house._processor._readers = Readers(Poisoned(house.understand), deadline=2)
    yield house
    house.close()


@pytest.fixture
def reads_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the processes for reading, where reading is not what is tested."""
    for name, method in zip(("submit", "warm_up"), READ_HERE, strict=True):
        monkeypatch.setattr(Readers, name, method)


@pytest.mark.parametrize(
    ("kind", "error"), [("hang", "took too long"), ("die", "reading process died"), ("raise", "ValueError")]
)
def test_a_mail_that_hangs_kills_or_raises_while_it_is_read_is_set_aside_after_three_polls(
    office: Office, house: House, kind: str, error: str
) -> None:
    office.post(sign_up(PIET, **{"X-Poison": kind}))
    office.post(sign_up(JAN))

    run_once(house)
    after_one = (office.answers(), office.report().mails)
    run_once(house)
    run_once(house)

    assert after_one == ([("jan@utrecht.example", "confirmed")], {"received": 1, "accepted": 1})
    (aside,) = office.report().failed
    assert (aside.sender, aside.subject, aside.reasons) == ("piet@zwolle.example", "Aanmelding 30 maart", (error,))
    assert office.report().mails == {"failed": 1, "accepted": 1}


def test_a_batch_that_is_poison_from_end_to_end_holds_up_nobody(office_on_both: Office, reads_here: None) -> None:
    office = office_on_both
    office.hand.append_all(sign_up(f"Bram Smit <{n}@ede.example>") for n in range(process.BATCH + 10))
    office.post(sign_up(JAN))
    with pytest.MonkeyPatch.context() as patch:
        decide = process.decide

        def refuse(reading, sender, *rest):
            if sender.address.endswith("@ede.example"):
                raise RuntimeError("boos")
            return decide(reading, sender, *rest)

        patch.setattr(process, "decide", refuse)

        for _ in range(3):
            office.run_once()

    assert office.answers() == [("jan@utrecht.example", "confirmed")]
    assert office.report().mails == {"failed": process.BATCH + 10, "accepted": 1}


def test_what_was_set_aside_is_told_once_and_that_nothing_is_any_more(
    office_on_both: Office, reads_here: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = office_on_both
    office.configure(more='[alerts]\nto = "beheer@mensenrechten.example"\n')
    office.post(sign_up(JAN))
    office.post(sign_up(PIET))
    with monkeypatch.context() as patch:
        patch.setattr(compose, "render", _fails)
        for _ in range(5):
            office.run_once()
    alerts = [(m.recipients[0], m.email["X-Mailbot-Alert"], m.email["Subject"]) for m in office.smtp.messages]

    house = office.house()
    with house.database.writing() as tx:
        tx.messages.retry([])
    house.close()
    office.run_once()
    office.run_once()

    assert alerts == [("beheer@mensenrechten.example", "set_aside", "[mailbot] Er is een mail opzij gelegd")]
    later = [str(m.email["Subject"]) for m in office.smtp.messages[1:]]
    assert sorted(later) == ["Re: Aanmelding 30 maart"] * 2 + ["[mailbot] Er ligt geen mail meer opzij"]
    first = office.smtp.messages[0].email
    assert (first["Auto-Submitted"], "piet" in first.as_string().lower()) == ("auto-generated", False)


def _fails(*_: object, **__: object) -> None:
    raise RuntimeError("Piet Bos woont in Zwolle")


def test_within_one_poll_a_mail_is_tried_once(
    office: Office, reads_here: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.post(sign_up(JAN))
    house = office.house()
    monkeypatch.setattr(compose, "render", _fails)

    run_once(house)
    with house.database.reading() as tx:
        (row,) = tx.messages.waiting(10)

    assert row.attempts == 1


@pytest.mark.parametrize(
    "headers",
    [
        {"From": ""},
        {"From": "Jan de Vries"},
        {"Reply-To": "jörg@utrecht.example"},
    ],
    ids=str,
)
def test_who_cannot_be_answered_waits_for_a_person_and_is_no_failure(
    office: Office, reads_here: None, headers: dict[str, str]
) -> None:
    lines = [*(f"{name}: {value}" for name, value in {"From": JAN, **headers}.items()), "Subject: Aanmelding", "", ""]
    office.post("\n".join(lines).encode() + SIGN_UP.format("Jan de Vries").encode())

    office.run_once()

    assert [mail.reasons[0] for mail in office.report().review] == ["no_address"]
    assert office.answers() == []


@pytest.mark.parametrize(
    ("name", "email"), [("Piet\x00 Bos", "piet@zwolle.nl"), ("Piet Bos", f"piet@{'x' * 400}.nl")], ids=["NUL", "long"]
)
def test_what_the_database_refuses_of_one_mail_sets_aside_that_mail_alone(
    postgres_url: str, name: str, email: str
) -> None:
    clerk = Clerk(postgres_url, an_event())
    clerk.post("piet@zwolle.nl", register(name, email))
    clerk.post("jan@utrecht.nl", register("Jan de Vries"))

    for _ in range(3):
        clerk.processor.new_round()
        clerk.work()

    with clerk.database.reading() as tx:
        (aside,) = tx.messages.with_status(MessageStatus.FAILED)
    assert [r.name for r in clerk.book().registrations()] == ["Jan de Vries"]
    assert aside.uid == 1
    assert aside.error in ("DataError in database", "StringDataRightTruncation in database")
    assert clerk.audit().agrees
    clerk.close()


def test_no_error_text_holds_what_the_mail_said(office: Office, house: House) -> None:
    office.post(sign_up(PIET, **{"X-Poison": "raise"}))

    for _ in range(3):
        run_once(house)

    assert "Zwolle" not in repr(replace(office.report().failed[0], sender="", subject=""))
