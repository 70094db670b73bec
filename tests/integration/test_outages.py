"""Servers that fail under a worker: it says so plainly, waits longer each time, goes on by itself, and tells twice.

How each single failure of a server becomes a plain sentence is test_imap_failures.py's; here is what comes of it.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import event, text

from mailbot import jobs, worker
from mailbot.adapters.clock import Clock
from mailbot.adapters.store import database
from mailbot.app import House
from mailbot.errors import StoreError
from mailbot.pipeline import deliver
from mailbot.pipeline.readers import Readers
from mailbot.worker import Worker, run_once
from tests.crashes import READ_HERE
from tests.integration.test_worker import until
from tests.office import NOW, Office, letter, open_office, somebody
from tests.servers.broken_imap import BrokenImap, Trick, half, nothing
from tests.servers.postgres import PostgresServer
from tests.servers.smtp import KEEP, LOSE, SmtpRecorder

JAN = "Jan de Vries <jan@utrecht.example>"
PIET = "Piet Bos <piet@zwolle.example>"
AYSE = "Ayşe Kaya <ayse@ede.example>"
ADMIN = "beheer@mensenrechten.example"
ALERTS = f'[alerts]\nto = "{ADMIN}"\n'
QUICK = "since = 2023-02-01\npoll_seconds = 1\ntimeout = 2"


def sign_up(sender: str) -> bytes:
    return letter(sender, f"Hierbij meld ik mij aan voor 30 maart.\n\nGroet,\n{sender.split(' <')[0]}\n").as_bytes()


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pauses that a test can wait for, in the same proportions; reading in this process."""
    monkeypatch.setattr(jobs, "PAUSES", (0.1, 0.2, 0.4))
    monkeypatch.setattr(jobs, "LOGIN_PAUSES", (1.5, 3.0))
    monkeypatch.setattr(deliver, "PAUSES", (0.1, 0.2, 0.4))
    monkeypatch.setattr(worker, "DELIVER_EVERY", 1)
    monkeypatch.setattr(worker, "HOUSEKEEPING_EVERY", 1)
    for name, method in zip(("submit", "warm_up"), READ_HERE, strict=True):
        monkeypatch.setattr(Readers, name, method)


@contextmanager
def working(house: House) -> Iterator[Worker]:
    """A worker in a thread of this process (without signals, which only a main thread can have)."""
    one = Worker(house)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(worker, "on_signals", _no_signals)
        thread = Thread(target=one.run, daemon=True)
        thread.start()
        try:
            yield one
        finally:
            one.stop()
            thread.join(30)
            assert not thread.is_alive()


@contextmanager
def _no_signals(_handlers: object) -> Iterator[None]:
    yield


def alerts(smtp: SmtpRecorder) -> list[str]:
    return [str(m.email["Subject"]) for m in smtp.messages if m.email["X-Mailbot-Alert"]]


def lasts(house: House, trouble: str) -> bool:
    with suppress(StoreError), house.database.reading() as tx:  # the worker may still be making the tables
        return tx.troubles.lasts(trouble)
    return False


def replies(smtp: SmtpRecorder) -> list[str]:
    return [m.recipients[0] for m in smtp.messages if m.email["X-Mailbot-Reply"]]


# -- IMAP -----------------------------------------------------------------------------------------------------------


def test_the_mailbox_goes_away_and_comes_back_and_is_told_once_each(office: Office) -> None:
    office.configure(mailbox=QUICK, more=ALERTS)
    office.post(sign_up(JAN))
    with working(office.house()):
        office.smtp.wait_for(1, 20)

        office.dovecot.kill()
        until(lambda: len(alerts(office.smtp)) == 1, "the alert")
        office.dovecot.start()
        until(lambda: len(alerts(office.smtp)) == 2, "the all-clear")
        with office.dovecot.hand() as hand:
            hand.append(sign_up(PIET))
        until(lambda: len(replies(office.smtp)) == 2, "the answer after it")

    assert alerts(office.smtp) == [
        "[mailbot] De mailbox is niet te bereiken",
        "[mailbot] De mailbox is weer te bereiken",
    ]
    assert replies(office.smtp) == ["jan@utrecht.example", "piet@zwolle.example"]


def test_a_refused_login_is_told_at_once_and_not_tried_every_second(office: Office) -> None:
    right = office.dovecot.password
    office.dovecot.password = "een ander"
    # patient: Dovecot itself answers ever later to whoever was refused
    office.configure(mailbox="since = 2023-02-01\npoll_seconds = 1", more=ALERTS)
    office.dovecot.password = right
    office.post(sign_up(JAN))
    with working(office.house()):
        until(lambda: len(alerts(office.smtp)) == 1, "the alert")
        until(lambda: "auth failed" in office.dovecot.log(), "the refusal in the server's log")
        office.configure()
        until(lambda: len(alerts(office.smtp)) == 2, "the all-clear")
        until(lambda: len(replies(office.smtp)) == 1, "the answer")

    assert alerts(office.smtp) == [
        "[mailbot] De mailbox weigert ons wachtwoord",
        "[mailbot] De mailbox laat ons weer binnen",
    ]
    assert office.dovecot.log().count("auth failed") <= 3


def test_runs_of_a_timer_tell_once_of_an_outage_however_many_there_are(office_on_both: Office) -> None:
    office = office_on_both
    office.configure(more=ALERTS)
    office.dovecot.kill()
    troubles = [office.run_once() for _ in range(3)]
    office.dovecot.start()

    after = [office.run_once() for _ in range(2)]

    assert [len(trouble) for trouble in troubles] == [1, 1, 1]
    assert after == [[], []]
    assert len(alerts(office.smtp)) == 2


@pytest.fixture
def broken(tmp_path: Path) -> Iterator[tuple[Office, BrokenImap]]:
    """An office whose mailbox lies on a server that breaks the protocol when told to."""
    mails = {uid: sign_up(somebody(uid)).replace(b"\n", b"\r\n") for uid in range(1, 6)}
    with BrokenImap(mails) as imap, SmtpRecorder() as smtp:
        office = Office(tmp_path, imap, smtp, None)  # type: ignore[arg-type]
        imap.username, imap.password = "platform@example.nl", "geheim"  # type: ignore[attr-defined]
        office.configure(mailbox="since = 2023-02-01\ntimeout = 0.5", capacity=10)
        yield office, imap


FAILURES = {
    "dropped in the middle": Trick("FETCH", half, "close"),
    "silent": Trick("FETCH", nothing, "hang"),
    "nonsense": Trick("FETCH", lambda answer: b"\x00\xffhallo\r\n"),
    "nothing for any UID": Trick("FETCH", lambda answer: answer[-30:].split(b"\r\n")[-2] + b"\r\n"),
    "no search": Trick("SEARCH", nothing, "close"),
    "numbered anew": Trick("FETCH", lambda answer: b"* OK [UIDVALIDITY 77] new\r\n" + answer),
}


@pytest.mark.parametrize("trick", FAILURES.values(), ids=FAILURES)
@pytest.mark.parametrize("after", [0, 1], ids=["the first", "the second"])
def test_whatever_the_server_did_the_next_polls_answer_everybody_once(
    broken: tuple[Office, BrokenImap], trick: Trick, after: int
) -> None:
    office, imap = broken
    seen = {"count": 0}

    def later(answer: bytes) -> bytes:
        seen["count"] += 1
        return trick.change(answer) if seen["count"] > after else answer

    imap.tricks.append(Trick(trick.command, later, trick.then if after == 0 else "go on", times=after + 1))

    for _ in range(3):
        office.run_once()

    assert sorted(replies(office.smtp)) == sorted(somebody(uid).split("<")[1].rstrip(">") for uid in range(1, 6))


def test_a_mail_that_the_server_does_not_give_is_asked_for_again_and_not_passed_over(
    broken: tuple[Office, BrokenImap],
) -> None:
    office, imap = broken
    third = imap.mails[3]
    silent = Trick("FETCH", lambda answer: b"".join(_without(answer, 3)), times=1000, uid=3)
    imap.tricks.append(silent)
    office.run_once()
    before = sorted(replies(office.smtp))
    imap.tricks.clear()

    office.run_once()

    assert third == imap.mails[3]
    assert len(before) == 4
    assert len(replies(office.smtp)) == 5


def _without(answer: bytes, uid: int) -> Iterator[bytes]:
    """The answer without what it says of that UID."""
    start = answer.find(b"* %d FETCH (UID %d " % (uid, uid))
    if start < 0:
        yield answer
        return
    ends = [at for mark in (b"* %d FETCH" % (uid + 1), b" OK done") if (at := answer.find(mark, start)) > 0]
    end = min(ends)
    if answer[end : end + 3] == b" OK":
        end = answer.rfind(b"\r\n", 0, end) + 2
    yield answer[:start]
    yield answer[end:]


# -- SMTP -----------------------------------------------------------------------------------------------------------


def test_replies_wait_for_the_mail_server_and_then_leave_and_the_outage_is_told(office_on_both: Office) -> None:
    office = office_on_both
    office.configure(mailbox=QUICK, more=ALERTS)
    office.smtp.stop()
    office.post(sign_up(JAN))
    house = office.house()
    with working(house):
        until(lambda: lasts(house, "smtp"), "the outage to be noticed")
        assert office.report().outbox["queued"] == 1
        office.smtp.start()
        until(lambda: len(office.smtp.messages) == 3, "reply, alert and all-clear")

    assert replies(office.smtp) == ["jan@utrecht.example"]
    assert alerts(office.smtp) == [
        "[mailbot] Antwoorden kunnen niet worden verstuurd",
        "[mailbot] Antwoorden worden weer verstuurd",
    ]


def test_what_is_refused_for_now_goes_later_and_counts_against_nobody_else(office: Office) -> None:
    office.configure(smtp="connections = 1")
    office.smtp.behave(
        lambda attempt: "451 4.3.0 later" if attempt.stage == "rcpt" and "jan@" in attempt.recipient else None
    )
    office.post(sign_up(JAN))
    office.post(sign_up(PIET))
    office.run_once()
    first = replies(office.smtp)
    office.smtp.behave(lambda attempt: None)

    office.run_once(now="2023-02-20T09:00:40")
    too_early = replies(office.smtp)
    office.run_once(now="2023-02-20T09:02:00")

    assert first == too_early == ["piet@zwolle.example"]
    assert replies(office.smtp) == ["piet@zwolle.example", "jan@utrecht.example"]


def test_a_recipient_refused_for_good_is_failed_and_the_others_are_served(office: Office) -> None:
    office.smtp.behave(
        lambda attempt: "550 5.1.1 unknown" if attempt.stage == "rcpt" and "jan@" in attempt.recipient else None
    )
    office.post(sign_up(JAN))
    office.post(sign_up(PIET))

    troubles = office.run_once()

    assert troubles == []
    assert office.report().outbox == {"queued": 0, "sent": 1, "failed": 1}


def test_a_connection_lost_after_the_message_sends_it_again_with_the_same_message_id(office: Office) -> None:
    office.post(sign_up(JAN))
    office.smtp.behave([KEEP])
    office.run_once()

    office.run_once()

    assert len({m.data for m in office.smtp.messages}) == 1
    assert [m.recipients for m in office.smtp.messages] == [("jan@utrecht.example",)] * 2
    assert office.report().outbox == {"queued": 0, "sent": 1, "failed": 0}


def test_a_connection_lost_before_the_message_was_kept_loses_no_reply(office: Office) -> None:
    office.post(sign_up(JAN))
    office.smtp.behave([LOSE])
    troubles = office.run_once()

    office.run_once()

    assert len(troubles) == 1
    assert replies(office.smtp) == ["jan@utrecht.example"]


def test_messages_over_which_the_server_hangs_up_hold_up_nobody_and_are_refused_for_now(office: Office) -> None:
    office.configure(capacity=60)
    poison = {f"persoon{number}@utrecht.example" for number in (0, 1, 2)}
    for number in range(60):
        office.post(sign_up(somebody(number)))
    office.smtp.behave(lambda attempt: LOSE if attempt.stage == "message" and attempt.recipient in poison else None)

    troubles = office.run_once()
    office.run_once()

    assert troubles == []
    assert len(replies(office.smtp)) == 57
    assert {a.recipient for a in office.smtp.attempts if a.stage == "message"} >= poison
    house = office.house()
    with house.database.reading() as tx:
        waiting = tx.connection.execute(text("SELECT recipient, status, attempts FROM replies WHERE status <> 'sent'"))
        assert {tuple(row) for row in waiting} == {(recipient, "deferred", 1) for recipient in poison}
    house.close()


def test_a_server_that_hangs_up_over_every_message_is_in_trouble_and_no_message_is_blamed(office: Office) -> None:
    for number in range(10):
        office.post(sign_up(somebody(number)))
    office.smtp.behave(lambda attempt: LOSE if attempt.stage == "message" else None)

    (trouble,) = office.run_once()

    assert trouble.endswith("the mail server hung up")
    assert sum(attempt.stage == "message" for attempt in office.smtp.attempts) < 10
    house = office.house()
    with house.database.reading() as tx:
        rows = tx.connection.execute(text("SELECT DISTINCT status, attempts FROM replies WHERE kind = 'answer'"))
        assert rows.all() == [("queued", 0)]
    house.close()


def test_with_a_rate_limit_few_replies_are_on_their_way_at_any_moment(office: Office, monkeypatch) -> None:
    limit = deliver.RateLimit
    monkeypatch.setattr(deliver, "RateLimit", lambda per_minute: limit(per_minute, window=0.01))
    office.configure(capacity=40, smtp="per_minute = 30")
    for number in range(40):
        office.post(sign_up(somebody(number)))
    house, unwritten = office.house(), []

    def count(attempt) -> None:
        if attempt.stage == "message":
            with house.database.reading() as tx:
                unwritten.append(len(office.smtp.messages) - tx.outbox.counts()["sent"])

    office.smtp.behave(count)
    run_once(house)
    house.close()

    assert len(unwritten) == 40
    assert max(unwritten) <= 5


def test_without_the_starttls_that_is_demanded_nothing_is_sent_and_the_sentence_says_why(office: Office) -> None:
    office.post(sign_up(JAN))
    text = office.config_file.read_text("utf-8").replace(
        f'port = {office.smtp.port}\nsecurity = "none"', f'port = {office.smtp.port}\nsecurity = "starttls"'
    )
    office.config_file.write_text(text, "utf-8")

    (trouble,) = office.run_once()

    assert trouble.endswith("the mail server offers no STARTTLS, which `security` demands")
    assert office.smtp.messages == []
    assert office.report().outbox["queued"] == 1


# -- the database ---------------------------------------------------------------------------------------------------


def test_postgresql_is_restarted_under_the_worker_which_goes_on_by_itself(
    tmp_path: Path, postgres: PostgresServer, postgres_url: str, dovecot
) -> None:
    with open_office(tmp_path, dovecot, database=postgres_url, mailbox=QUICK, more=ALERTS) as office:
        office.post(sign_up(JAN))
        with working(office.house()):
            until(lambda: len(replies(office.smtp)) == 1, "the first answer")

            postgres.end_connections()
            office.post(sign_up(PIET))
            until(lambda: len(replies(office.smtp)) == 2, "the answer after the connections were cut")
            postgres.stop()
            until(lambda: len(alerts(office.smtp)) == 1, "the alert")
            postgres.start()
            office.post(sign_up(AYSE))
            until(lambda: len(replies(office.smtp)) == 3, "the answer after the restart")
            until(lambda: len(alerts(office.smtp)) == 2, "the all-clear")

        assert alerts(office.smtp) == ["[mailbot] De database werkt niet", "[mailbot] De database werkt weer"]
        assert len(replies(office.smtp)) == 3


def test_a_full_disk_undoes_the_batch_and_once_there_is_room_everybody_is_answered(office: Office) -> None:
    office.hand.append_all(sign_up(somebody(n)) for n in range(40))
    office.configure(capacity=100)
    house = office.house()
    house.prepare()

    def fill_up(connection, _record) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 12}")

    event.listen(house.database.engine, "connect", fill_up)
    house.database.engine.dispose()
    with pytest.raises(StoreError, match="the database failed: database or disk is full"):
        run_once(house)
    house.close()
    before = replies(office.smtp)

    troubles = office.run_once()

    assert troubles == []
    assert len(before) < 40
    assert len(replies(office.smtp)) == len(set(replies(office.smtp))) == 40


def test_a_database_that_another_program_holds_is_waited_for_and_then_named(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.2)
    office.run_once()
    office.post(sign_up(JAN))
    other = sqlite3.connect(office.folder / "mailbot.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="database is locked"):
        office.run_once()
    other.execute("ROLLBACK")
    other.close()

    office.run_once()

    assert replies(office.smtp) == ["jan@utrecht.example"]


# -- the clock ------------------------------------------------------------------------------------------------------


class Jumping(Clock):
    """A clock that somebody sets."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at


@pytest.mark.parametrize("days", [-400, -1, 1, 400])
def test_a_clock_that_jumps_and_comes_back_keeps_no_reply_waiting(office: Office, days: int) -> None:
    right = datetime.fromisoformat(NOW).replace(tzinfo=UTC)
    clock = Jumping(right)
    office.configure(capacity=5)
    office.post(sign_up(JAN))
    office.smtp.behave(["451 4.3.0 later"])
    jump(office, clock, right + timedelta(days=days))

    jump(office, clock, right)
    office.post(sign_up(PIET))
    # a wait that was set on the other side of the jump may last as long as such waits do, and no longer
    jump(
        office, clock, right + timedelta(minutes=2) if abs(days) > 2 or days < 0 else right + timedelta(days=1, hours=1)
    )

    assert sorted(replies(office.smtp)) == ["jan@utrecht.example", "piet@zwolle.example"]


def jump(office: Office, clock: Jumping, at: datetime) -> None:
    clock.at = at
    house = office.house()
    house.clock = clock
    house._delivery._clock = clock
    try:
        run_once(house)
    finally:
        house.close()
