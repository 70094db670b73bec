"""A guest in a real mailbox: Dovecot, in which somebody else works at the same time."""

import threading
import time
import tracemalloc
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from mailbot.adapters.imap import Listed, Mailbox
from mailbot.adapters.oauth import Grant, Tokens
from mailbot.config import MailboxConfig
from mailbot.domain.message import RawMessage
from mailbot.errors import LoginRefused, MailboxError
from mailbot.reading.message.defects import Defect
from mailbot.reading.message.parse import parse
from tests.servers import need
from tests.servers.dovecot import Dovecot, installed
from tests.servers.tls import certificates

NINE = datetime(2023, 2, 14, 9, 12, tzinfo=timezone(timedelta(hours=1)))


def letter(number: int = 1, body: str = "Graag meld ik mij aan.") -> bytes:
    headers = f"Message-ID: <brief-{number}@example.nl>\r\nFrom: An <an@example.nl>\r\nSubject: Brief {number}\r\n"
    return f"{headers}\r\n{body}\r\n".encode()


def mailbox(server: Dovecot, *, size_limit: int = 1024 * 1024, **settings: Any) -> Mailbox:
    return Mailbox(MailboxConfig(**{**server.settings, **settings}), size_limit=size_limit)


# --- listing and fetching ---


def test_a_listing_tells_arrival_size_and_message_id(dovecot: Dovecot) -> None:
    with dovecot.hand() as hand, mailbox(dovecot) as folder:
        uid = hand.append(letter(), received=NINE)

        listed = folder.list_since(0)

        assert listed == [Listed(uid, NINE, len(letter()), "<brief-1@example.nl>")]


def test_a_mail_is_fetched_to_the_byte_with_its_arrival(dovecot: Dovecot) -> None:
    with dovecot.hand() as hand, mailbox(dovecot) as folder:
        uid = hand.append(letter(), received=NINE)

        fetched = folder.fetch([uid, uid + 1])

        assert fetched == {uid: RawMessage(uid, NINE, len(letter()), letter())}


def test_only_mails_beyond_the_cursor_are_listed(dovecot: Dovecot) -> None:
    with dovecot.hand() as hand, mailbox(dovecot) as folder:
        hand.append_all([letter(1), letter(2), letter(3)])

        beyond = [[mail.uid for mail in folder.list_since(cursor)] for cursor in (0, 2, 3, 99)]

        assert beyond == [[1, 2, 3], [3], [], []]


def test_a_mail_without_a_message_id_and_one_that_folds_it(dovecot: Dovecot) -> None:
    with dovecot.hand() as hand, mailbox(dovecot) as folder:
        hand.append(b"Subject: zonder\r\n\r\nhallo\r\n")
        hand.append(b"Message-Id:\r\n <lang@example.nl>\r\nSubject: gevouwen\r\n\r\nhallo\r\n")

        assert [mail.message_id for mail in folder.list_since(0)] == ["", "<lang@example.nl>"]


def test_a_thousand_mails_are_right_while_somebody_marks_and_deletes(dovecot: Dovecot) -> None:
    letters = {uid: letter(uid, "x" * (uid % 700)) for uid in range(1, 1001)}
    deleted = set(range(3, 1001, 10))
    with dovecot.hand() as hand, dovecot.hand() as other, mailbox(dovecot) as folder:
        hand.append_all(letters.values())
        busy = threading.Thread(target=_work_in_the_folder, args=(other, deleted))
        busy.start()
        seen, fetched = [], {}
        while True:
            at_work = busy.is_alive()
            seen += folder.list_since(0)
            for at in range(0, 1000, 100):
                fetched.update(folder.fetch(range(at + 1, at + 101)))
            if not at_work:
                break
        busy.join()

        assert [mail for mail in seen if mail.message_id != f"<brief-{mail.uid}@example.nl>" and not mail.silent] == []
        assert {mail.uid for mail in seen if mail.silent} <= deleted  # those whose file was gone a moment before
        assert {mail.uid for mail in seen} >= letters.keys() - deleted
        assert {uid: mail.data for uid, mail in fetched.items()} == {uid: letters[uid] for uid in fetched}
        assert fetched.keys() >= letters.keys() - deleted
        assert folder.uids() == letters.keys() - deleted


def _work_in_the_folder(hand: Any, deleted: set[int]) -> None:
    for uid in range(1, 1001, 7):
        hand.mark([uid], r"\Flagged")
        if uid % 10 == 3:
            hand.delete([uid])
    hand.delete(sorted(deleted))


def test_a_mail_that_was_just_deleted_is_absent_not_wrong(dovecot: Dovecot) -> None:
    with dovecot.hand() as hand, mailbox(dovecot) as folder:
        hand.append_all([letter(1), letter(2), letter(3)])
        folder.list_since(0)  # our session has seen all three
        hand.delete([2])

        fetched = folder.fetch([1, 2, 3])

        assert {uid: mail.data for uid, mail in fetched.items()} == {1: letter(1), 3: letter(3)}


def test_nothing_is_marked_and_what_others_marked_deleted_stays(dovecot: Dovecot) -> None:
    with dovecot.hand() as hand:
        hand.append_all([letter(1), letter(2), letter(3, "x" * 5000)])
        hand.mark([2], r"\Deleted")
        with mailbox(dovecot, size_limit=1000) as folder:
            folder.list_since(0)
            fetched = folder.fetch([1, 2, 3])
            folder.wait(0)

        assert [fetched[uid].partial for uid in (1, 2, 3)] == [False, False, True]
        assert hand.flags() == {1: set(), 2: {r"\Deleted"}, 3: set()}


def test_a_poll_with_nothing_new_asks_the_server_one_thing(dovecot: Dovecot) -> None:
    with dovecot.hand() as hand, mailbox(dovecot) as folder:
        hand.append_all(letter(number) for number in range(1, 2001))
        folder.connect()

        began = time.perf_counter()
        found = [folder.list_since(2000) for _ in range(100)]
        seconds = time.perf_counter() - began

        assert found == [[]] * 100
        assert seconds < 2  # 0.2 ms a poll on a quiet machine


# --- large mails ---


def test_a_large_mail_comes_with_its_words_and_without_its_attachments(dovecot: Dovecot) -> None:
    mail = _with_attachment(3 * 1024 * 1024)
    with dovecot.hand() as hand, mailbox(dovecot) as folder:
        uid = hand.append(mail.as_bytes(policy=policy.SMTP), received=NINE)

        raw = folder.fetch([uid])[uid]

        assert raw.partial
        assert raw.received == NINE
        assert raw.size > 3 * 1024 * 1024 > 100 * len(raw.data)
        parsed = message_from_bytes(raw.data, policy=policy.default)
        assert parsed["Subject"] == "Aanmelding met foto"
        assert [part.get_content_type() for part in parsed.walk()] == [part.get_content_type() for part in mail.walk()]
        assert parsed.get_body(("plain",)).get_content() == "Ik kom graag, met één collega.\r\n"  # type: ignore[union-attr]
        photo, forwarded = parsed.iter_attachments()
        assert (photo.get_filename(), photo.get_content()) == ("foto's.jpg", b"")
        assert forwarded.get_content()["Subject"] == "Fwd: het programma"
        assert forwarded.get_content().get_body(("plain",)).get_content() == "Zie de bijlage.\r\n"
        assert not parsed.defects


def _with_attachment(size: int) -> EmailMessage:
    """Plain and HTML, a photo of that size, and a forwarded mail that has a text and a photo of its own."""
    inner = EmailMessage()
    inner["Subject"] = "Fwd: het programma"
    inner.set_content("Zie de bijlage.\n")
    inner.add_attachment(bytes(1000), maintype="application", subtype="pdf", filename="programma.pdf")
    mail = EmailMessage()
    mail["Message-ID"], mail["From"], mail["Subject"] = "<foto@example.nl>", "an@example.nl", "Aanmelding met foto"
    mail.set_content("Ik kom graag, met één collega.\n")
    mail.add_alternative("<p>Ik kom graag, met één collega.</p>\n", subtype="html")
    mail.add_attachment(bytes(size), maintype="image", subtype="jpeg", filename="foto's.jpg")
    mail.add_attachment(inner)
    return mail


def test_an_attachment_of_25_mib_takes_little_memory(dovecot: Dovecot) -> None:
    with dovecot.hand() as hand, mailbox(dovecot) as folder:
        hand.append(_with_attachment(25 * 1024 * 1024).as_bytes(policy=policy.SMTP))
        folder.list_since(0)

        tracemalloc.start()
        raw = folder.fetch([1])[1]
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()

        assert raw.size > 25 * 1024 * 1024
        assert b"Ik kom graag" in raw.data
        assert peak < 4 * 1024 * 1024


def test_a_large_attached_text_is_left_out_and_a_small_one_beside_it_kept(dovecot: Dovecot) -> None:
    mail = EmailMessage()
    mail["Subject"] = "Een logboek"
    mail.set_content("Zie het logboek.\n")
    mail.add_attachment("regel\n" * 300_000, filename="logboek.txt")
    with dovecot.hand() as hand, mailbox(dovecot) as folder:
        uid = hand.append(mail.as_bytes(policy=policy.SMTP))

        parsed = message_from_bytes(folder.fetch([uid])[uid].data, policy=policy.default)

        assert [part.get_content() for part in parsed.iter_parts()] == ["Zie het logboek.\r\n", ""]  # type: ignore[attr-defined]


def test_a_writers_own_endless_text_is_cut_so_that_reading_notices(dovecot: Dovecot) -> None:
    with dovecot.hand() as hand, mailbox(dovecot) as folder:
        uid = hand.append(letter(1, "regel\r\n" * 300_000))

        message = parse(folder.fetch([uid])[uid].data)

        assert Defect.TEXT_CUT in message.defects


def test_a_plain_mail_without_parts_can_be_fetched_light(dovecot: Dovecot) -> None:
    with dovecot.hand() as hand, mailbox(dovecot, size_limit=100) as folder:
        uid = hand.append(letter(), received=NINE)

        assert folder.fetch([uid, uid + 1]) == {uid: RawMessage(uid, NINE, len(letter()), letter(), partial=True)}


# --- waiting ---


def test_idle_wakes_within_a_second_of_delivery(dovecot: Dovecot) -> None:
    with dovecot.hand() as hand, mailbox(dovecot) as watcher:
        assert watcher.wait(0)  # the first time: look, whatever came before
        delivered = threading.Timer(0.3, hand.append, [letter()])
        delivered.start()

        began = time.monotonic()
        woken = watcher.wait(20)
        seconds = time.monotonic() - began
        delivered.join()

        assert woken
        assert seconds < 1.3


def test_idle_that_hears_nothing_says_so_when_the_time_is_up(dovecot: Dovecot) -> None:
    with mailbox(dovecot) as watcher:
        watcher.wait(0)

        assert [watcher.wait(0.1), watcher.wait(0.1)] == [False, False]


def test_idle_sleeps_through_no_mail_that_came_just_before(dovecot: Dovecot) -> None:
    with dovecot.hand() as hand, mailbox(dovecot) as folder, mailbox(dovecot) as watcher:
        woken = []
        for number in range(20):
            watcher.uids()  # ends the IDLE, so that each time another one begins
            folder.list_since(number)
            hand.append(letter(number))
            woken.append(watcher.wait(5))

        assert woken == [True] * 20


def test_idle_sleeps_through_no_mail_that_came_between_two_waits(dovecot: Dovecot) -> None:
    with dovecot.hand() as hand, mailbox(dovecot) as watcher:
        watcher.wait(0)
        woken = []
        for number in range(3):
            hand.append(letter(number))
            woken.append(watcher.wait(5))

        assert woken == [True] * 3
        assert not watcher.wait(0.1)


def test_idle_is_issued_again_before_the_server_drops_it(dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mailbot.adapters.imap.idle.MOST_SECONDS", 0.2)
    with dovecot.hand() as hand, mailbox(dovecot) as watcher:
        watcher.wait(0)
        began = time.monotonic()
        again = watcher.wait(20)  # "look", because a new one has begun
        seconds = time.monotonic() - began
        monkeypatch.undo()
        watcher.wait(20)
        quiet = watcher.wait(0.1)
        hand.append(letter())

        assert (again, quiet, watcher.wait(20)) == (True, False, True)
        assert 0.1 < seconds < 10


def test_whoever_waits_can_ask_other_things_in_between(dovecot: Dovecot) -> None:
    with dovecot.hand() as hand, mailbox(dovecot) as folder:
        folder.wait(0)
        hand.append(letter())

        assert folder.uids() == {1}
        assert [folder.wait(0), folder.wait(0.1)] == [True, False]


# --- the folder and its numbering ---


def test_a_folder_numbered_anew_is_never_asked_by_the_old_numbers(dovecot: Dovecot) -> None:
    with dovecot.hand() as hand, mailbox(dovecot) as folder:
        hand.append(letter())
        folder.connect()
        before = folder.uidvalidity
        dovecot.kill()
        dovecot.start()
        dovecot.renumber(before + 5)

        with pytest.raises(MailboxError):
            folder.fetch([1])
        with pytest.raises(MailboxError, match="UIDVALIDITY"):
            folder.fetch([1])
        folder.connect()

        assert folder.uidvalidity == before + 5
        assert [mail.message_id for mail in folder.list_since(0)] == ["<brief-1@example.nl>"]


def test_a_restart_of_the_server_costs_one_call(dovecot: Dovecot) -> None:
    with dovecot.hand() as hand, mailbox(dovecot) as folder:
        hand.append(letter())
        folder.connect()
        dovecot.kill()

        with pytest.raises(MailboxError):
            folder.list_since(0)
        with pytest.raises(MailboxError, match=f"nothing listens at 127.0.0.1:{dovecot.port}"):
            folder.list_since(0)
        dovecot.start()

        assert len(folder.list_since(0)) == 1


def test_a_connection_that_died_in_a_silence_is_not_noticed_at_all(
    dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mailbot.adapters.imap.session.QUIET_SECONDS", 0)
    with dovecot.hand() as hand, mailbox(dovecot) as folder:
        hand.append(letter())
        folder.connect()
        dovecot.kill()
        dovecot.start()

        assert len(folder.list_since(0)) == 1


@pytest.mark.parametrize("name", ["Aanmeldingen 2023", "Réunion & café", 'De "grote" zaal', "Werk/Dag/Aanmelding"])
def test_folders_with_spaces_accents_quotes_and_levels(dovecot: Dovecot, name: str) -> None:
    with dovecot.hand() as hand:
        hand.create(name)
    with dovecot.hand(name) as hand, mailbox(dovecot, folder=name) as folder:
        hand.append(letter())

        assert [mail.message_id for mail in folder.list_since(0)] == ["<brief-1@example.nl>"]


def test_a_folder_that_does_not_exist_is_told_with_those_that_do(dovecot: Dovecot) -> None:
    with dovecot.hand() as hand, mailbox(dovecot, folder="Aanmelding") as folder:
        hand.create("Aanmeldingen")
        hand.create("Privé/Oud")

        with pytest.raises(MailboxError) as error:
            folder.connect()

        assert str(error.value) == (
            'there is no folder "Aanmelding" in this mailbox. There are: "Aanmeldingen", "INBOX", "Privé/Oud"'
        )


# --- login and TLS ---


def test_a_wrong_password_is_a_refused_login_that_names_nobody(dovecot: Dovecot) -> None:
    with mailbox(dovecot, password="mis") as folder, pytest.raises(LoginRefused) as error:
        folder.connect()

    assert str(error.value) == (
        f"the mail server 127.0.0.1:{dovecot.port} refuses the login: look at the username and password of [mailbox]"
    )


def test_a_password_with_accents_quotes_and_spaces() -> None:
    need("Dovecot (Debian: dovecot-imapd)", installed())
    with Dovecot(password='één "lastig\\ wachtwoord') as server, mailbox(server) as folder:
        assert folder.list_since(0) == []


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_tls_is_used_and_its_certificate_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, security: str
) -> None:
    need("Dovecot (Debian: dovecot-imapd)", installed())
    with Dovecot(certificates=certificates(tmp_path, "localhost")) as server:
        port = server.tls_port if security == "tls" else server.port
        trusted = mailbox(server, host="localhost", security=security, port=port)
        by_another_name = mailbox(server, host="127.0.0.1", security=security, port=port)

        with trusted, pytest.raises(MailboxError, match="is not to be trusted: unable to get local issuer"):
            trusted.connect()
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
        with trusted:
            assert trusted.list_since(0) == []
            assert trusted.wait(0)
            assert not trusted.wait(0.1)  # the records of TLS itself wake nobody
        with by_another_name, pytest.raises(MailboxError, match=r"is not to be trusted: .*127\.0\.0\.1"):
            by_another_name.connect()


def test_idle_over_tls_wakes_for_mail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    need("Dovecot (Debian: dovecot-imapd)", installed())
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    with (
        Dovecot(certificates=certificates(tmp_path)) as server,
        server.hand() as hand,
        mailbox(server, security="tls", port=server.tls_port) as watcher,
    ):
        watcher.wait(0)
        delivered = threading.Timer(0.3, hand.append, [letter()])
        delivered.start()

        woken = watcher.wait(20)
        delivered.join()

        assert woken


def test_without_starttls_nothing_is_sent(dovecot: Dovecot) -> None:
    with (
        mailbox(dovecot, security="starttls") as folder,
        pytest.raises(MailboxError, match="offers no STARTTLS; nothing was sent"),
    ):
        folder.connect()

    assert "Login:" not in dovecot.log()


def test_tls_to_a_port_that_has_none_is_told(dovecot: Dovecot) -> None:
    with (
        mailbox(dovecot, security="tls") as folder,
        pytest.raises(MailboxError, match=r"no TLS with the mail server .*: look at \[mailbox\] security and port"),
    ):
        folder.connect()


# --- ending a call ---


def test_a_call_that_hangs_is_ended_from_another_thread(dovecot: Dovecot) -> None:
    with mailbox(dovecot) as watcher:
        watcher.wait(0)
        threading.Timer(0.3, watcher.abort).start()

        with pytest.raises(MailboxError, match="took too long: the call was ended"):
            watcher.wait(60)

        assert watcher.wait(5)  # a fresh connection: look at once


# --- filing ---


def filing(server: Dovecot, **settings: Any) -> Mailbox:
    return mailbox(server, accepted_folder="Verwerkt/Ja & nee", **settings)


def test_mail_is_filed_into_a_folder_that_is_made_for_it(dovecot: Dovecot) -> None:
    with dovecot.hand() as hand, filing(dovecot) as folder:
        hand.append_all([letter(1), letter(2), letter(3)])
        hand.mark([2], r"\Deleted")

        folder.move([1, 3, 99], "Verwerkt/Ja & nee")
        folder.move([1], "Verwerkt/Ja & nee")  # again, after a crash say: no error

        assert hand.flags() == {2: {r"\Deleted"}}  # no EXPUNGE
    with dovecot.hand("Verwerkt/Ja & nee") as filed:
        assert filed.flags() == {1: set(), 2: set()}


def test_without_a_configured_folder_nothing_can_be_moved(dovecot: Dovecot) -> None:
    with dovecot.hand() as hand, mailbox(dovecot) as folder:
        hand.append(letter())

        with pytest.raises(MailboxError, match="no folder for that is configured"):
            folder.move([1], "Verwerkt")

        assert hand.flags() == {1: set()}


def test_without_move_mail_stays_where_it_is() -> None:
    need("Dovecot (Debian: dovecot-imapd)", installed())
    with (
        Dovecot(more="imap_capability = IMAP4rev1 IDLE UIDPLUS\n") as server,
        server.hand() as hand,
        filing(server) as folder,
    ):
        hand.append(letter())

        with pytest.raises(MailboxError, match="it lacks MOVE"):
            folder.move([1], "Verwerkt/Ja & nee")

        assert hand.flags() == {1: set()}


# --- XOAUTH2 ---


@pytest.mark.parametrize(("token", "works"), [("goed-token", True), ("verlopen", False)])
def test_a_token_logs_in_instead_of_the_password(token: str, works: bool, token_checker: Callable[[str], int]) -> None:
    need("Dovecot (Debian: dovecot-imapd)", installed())
    with Dovecot(oauth2=f"http://127.0.0.1:{token_checker('goed-token')}/?token=") as server:
        folder = Mailbox(
            MailboxConfig(**{**server.settings, "password": "niet nodig"}), token=Tokens(lambda: Grant(token, 3600))
        )
        with folder:
            if works:
                assert folder.list_since(0) == []
            else:
                with pytest.raises(LoginRefused, match="look at the username and access token"):
                    folder.connect()


def test_arrival_is_told_with_its_offset(dovecot: Dovecot) -> None:
    with dovecot.hand() as hand, mailbox(dovecot) as folder:
        hand.append(letter(), received=datetime(2023, 7, 1, 23, 59, 59, tzinfo=UTC))

        assert folder.list_since(0)[0].received == datetime(2023, 7, 1, 23, 59, 59, tzinfo=UTC)
