"""IMAP servers that fail: whatever they do is a MailboxError in plain words, and a fresh connection goes on."""

import re
import threading
import traceback
from collections.abc import Callable, Iterator
from typing import Literal

import pytest

from mailbot.adapters.imap import Mailbox
from mailbot.config import MailboxConfig
from mailbot.errors import LoginRefused, MailboxError
from tests.servers.broken_imap import BrokenImap, Trick, half, nothing

MAILS = {
    uid: b"Message-ID: <brief-%d@example.nl>\r\nSubject: Brief\r\n\r\nDag, Piet Geheim hier.\r\n" % uid
    for uid in range(1, 6)
}


@pytest.fixture
def server() -> Iterator[BrokenImap]:
    with BrokenImap(dict(MAILS)) as server:
        yield server


@pytest.fixture
def folder(server: BrokenImap) -> Iterator[Mailbox]:
    with Mailbox(MailboxConfig(**server.settings)) as folder:
        yield folder


def instead(text: bytes) -> Callable[[bytes], bytes]:
    return lambda answer: text


def but(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    return lambda answer: answer.replace(old, new)


# The tagged line is the last one: what comes before it stands in front of a proper end.
FAILURES = {
    "cut_in_the_middle": Trick("FETCH", half, "close"),
    "cut_before_the_end": Trick("FETCH", lambda answer: answer[:-12], "close"),
    "silence": Trick("FETCH", nothing, "hang"),
    "silence_in_the_middle": Trick("FETCH", half, "hang"),
    "nonsense": Trick("FETCH", instead(b"\x00\xffhallo\r\n")),
    "no_line_at_all": Trick("FETCH", instead(b"x" * 100_000), "close"),
    "bye": Trick("FETCH", instead(b"* BYE going down\r\n"), "close"),
    "bye_and_on": Trick("FETCH", lambda answer: b"* BYE going down\r\n" + answer),
    "closed": Trick("FETCH", nothing, "close"),
    "literal_longer_than_announced": Trick("FETCH", but(b"Dag, ", b"Dag, en nog heel veel meer\r\nook\r\n")),
    "literal_shorter_than_announced": Trick("FETCH", but(b"Dag, ", b"")),
    "literal_of_absurd_size": Trick("FETCH", but(b"BODY[] {", b"BODY[] {99999999999")),
    "parenthesis_too_many": Trick("FETCH", but(b"(UID", b")(UID")),
    "parenthesis_never_closed": Trick("FETCH", but(b"(UID", b"((UID")),
    "uid_that_is_no_number": Trick("FETCH", but(b"(UID ", b"(UID x")),
    "numbered_anew_in_the_middle": Trick("FETCH", lambda answer: b"* OK [UIDVALIDITY 77] new\r\n" + answer),
    "bad": Trick("FETCH", lambda answer: answer[-30:].split(b"\r\n")[-2].replace(b" OK ", b" BAD ") + b"\r\n"),
    "tag_of_somebody_else": Trick("FETCH", instead(b"ZZZZ7 OK done\r\n")),
}


@pytest.mark.parametrize("trick", FAILURES.values(), ids=FAILURES)
def test_a_fetch_that_fails_is_an_error_in_plain_words_and_the_next_one_works(
    server: BrokenImap, folder: Mailbox, trick: Trick
) -> None:
    trick.times = 1  # the same object serves once a test
    server.tricks.append(trick)
    folder.connect()

    with pytest.raises(MailboxError) as error:
        folder.fetch([1, 2, 3])
    server.tricks.clear()
    after = {uid: mail.data for uid, mail in folder.fetch([1, 2, 3]).items()}

    assert "Piet" not in "".join(traceback.format_exception(error.value))
    assert after == {uid: MAILS[uid] for uid in (1, 2, 3)}


@pytest.mark.parametrize("command", ["GREETING", "CAPABILITY", "LOGIN", "EXAMINE", "SEARCH"])
@pytest.mark.parametrize(
    ("change", "then"),
    [(nothing, "close"), (half, "close"), (nothing, "hang"), (instead(b"* BYE later\r\n"), "close")],
    ids=["closed", "cut", "silence", "bye"],
)
def test_a_server_that_fails_at_any_step_is_asked_again_from_the_start(
    server: BrokenImap, folder: Mailbox, command: str, change: Callable[[bytes], bytes], then: Literal["close", "hang"]
) -> None:
    server.tricks.append(Trick(command, change, then))

    with pytest.raises(MailboxError) as error:
        folder.list_since(0)
    listed = folder.list_since(0)

    assert not isinstance(error.value, LoginRefused)
    assert [mail.uid for mail in listed] == [1, 2, 3, 4, 5]


def test_no_patience_is_endless_and_the_text_says_how_much_there_was(server: BrokenImap, folder: Mailbox) -> None:
    server.tricks.append(Trick("SEARCH", nothing, "hang"))

    with pytest.raises(MailboxError, match=rf"the mail server 127.0.0.1:{server.port} did not answer within 0.5 s"):
        folder.list_since(0)


@pytest.mark.parametrize("answer", ["[UNAVAILABLE] auth is away", "[ALERT] Too many simultaneous connections"])
def test_a_server_too_busy_for_a_login_has_not_refused_it(server: BrokenImap, folder: Mailbox, answer: str) -> None:
    server.tricks.append(Trick("LOGIN", but(b"OK done", f"NO {answer}".encode())))

    with pytest.raises(MailboxError, match="takes no logins at the moment") as error:
        folder.connect()

    assert not isinstance(error.value, LoginRefused)


def test_a_refused_login_shows_neither_the_name_nor_the_password(server: BrokenImap, folder: Mailbox) -> None:
    server.tricks.append(Trick("LOGIN", but(b"OK done", b"NO [AUTHENTICATIONFAILED] platform@example.nl geheim")))

    with pytest.raises(LoginRefused) as error:
        folder.connect()

    shown = "".join(traceback.format_exception(error.value))
    assert "platform@" not in shown
    assert "geheim" not in shown


# --- mails that the server does not give ---


def without(uid: int) -> Callable[[bytes], bytes]:
    response = re.compile(rb"\* \d+ FETCH \(UID %d .*?\)\r\n(?=\* |\S+ OK )" % uid, re.S)
    return lambda answer: response.sub(b"", answer)


def test_a_mail_that_is_missing_once_is_asked_for_once_more(server: BrokenImap, folder: Mailbox) -> None:
    server.tricks.append(Trick("FETCH", without(2)))

    fetched = folder.fetch([1, 2, 3])

    assert fetched.keys() == {1, 2, 3}
    assert [command.split()[:2] for command in server.commands if "FETCH" in command] == [
        ["FETCH", "1:3"],
        ["FETCH", "2"],
    ]


def test_a_mail_of_which_the_server_says_nothing_is_listed_so_that_it_is_not_passed_over(
    server: BrokenImap, folder: Mailbox
) -> None:
    server.tricks.append(Trick("FETCH", without(2), times=99, uid=2))

    listed = folder.list_since(0)
    fetched = folder.fetch([1, 2, 3])

    assert [(mail.uid, mail.silent) for mail in listed] == [(1, False), (2, True), (3, False), (4, False), (5, False)]
    assert fetched.keys() == {1, 3}


def test_answers_about_other_mails_are_left_alone(server: BrokenImap, folder: Mailbox) -> None:
    others = (
        b'* 4 FETCH (FLAGS (\\Seen))\r\n* 1 FETCH (UID 1 FLAGS (\\Seen "x"))\r\n* 5 FETCH (UID 5 BODY[] {2}\r\nhi)\r\n'
    )
    server.tricks.append(Trick("FETCH", lambda answer: others + answer))

    fetched = folder.fetch([1, 2])

    assert {uid: mail.data for uid, mail in fetched.items()} == {1: MAILS[1], 2: MAILS[2]}


@pytest.mark.parametrize("body", [b"BODY[] NIL", b'BODY[] ""', b"BODY[] {0}\r\n"])
def test_an_empty_body_is_no_mail(server: BrokenImap, folder: Mailbox, body: bytes) -> None:
    empty = but(b"BODY[] {%d}\r\n%s" % (len(MAILS[2]), MAILS[2]), body)
    server.tricks.append(Trick("FETCH", empty, times=9, uid=2))

    assert folder.fetch([1, 2]).keys() == {1}


def refused(answer: bytes) -> bytes:
    """The tagged line alone, as a NO. With the blanks: imaplib's random tags have an "OK" in them now and then."""
    return answer[answer.rindex(b"\r\n", 0, -2) + 2 if answer.count(b"\r\n") > 1 else 0 :].replace(b" OK ", b" NO ")


def test_one_mail_that_is_refused_spoils_no_other(server: BrokenImap, folder: Mailbox) -> None:
    server.tricks.append(Trick("FETCH", refused, times=99, uid=3))

    listed = folder.list_since(0)
    fetched = folder.fetch([1, 2, 3, 4, 5])

    assert [mail.uid for mail in listed if mail.silent] == [3]
    assert fetched.keys() == {1, 2, 4, 5}
    assert folder.fetch([3]) == {}


def test_a_server_that_refuses_everything_lists_nothing_as_if_it_came_now(server: BrokenImap, folder: Mailbox) -> None:
    server.tricks.append(Trick("FETCH", refused, times=99))

    with pytest.raises(MailboxError, match="lists new mails and tells nothing of them"):
        folder.list_since(0)


def test_one_mail_that_ends_every_connection_holds_up_no_other(server: BrokenImap, folder: Mailbox) -> None:
    server.tricks.append(Trick("FETCH", nothing, "close", times=99, uid=3))
    got: list[set[int]] = []

    for _ in range(4):  # the batch, then by itself, then by itself again, and then without it
        try:
            got.append(set(folder.fetch([1, 2, 3, 4, 5])))
        except MailboxError:
            got.append(set())

    assert got == [set(), set(), set(), {1, 2, 4, 5}]


# --- the rest ---


def test_a_folder_numbered_anew_behind_our_back_is_not_asked_by_old_numbers(
    server: BrokenImap, folder: Mailbox
) -> None:
    folder.connect()
    server.tricks.append(Trick("SEARCH", nothing, "close"))
    server.uidvalidity = 2

    with pytest.raises(MailboxError):
        folder.list_since(0)
    with pytest.raises(MailboxError, match="UIDVALIDITY"):
        folder.list_since(0)
    folder.connect()

    assert folder.uidvalidity == 2
    assert len(folder.list_since(0)) == 5


def test_a_server_without_uidvalidity_cannot_be_followed(server: BrokenImap, folder: Mailbox) -> None:
    server.tricks.append(Trick("EXAMINE", but(b"* OK [UIDVALIDITY 1] valid\r\n", b"")))

    with pytest.raises(MailboxError, match="gives no UIDVALIDITY"):
        folder.connect()


def test_idle_hears_what_comes_in_one_packet_with_its_own_answer(server: BrokenImap, folder: Mailbox) -> None:
    server.tricks.append(Trick("IDLING", lambda answer: b"* 5 EXISTS\r\n" + answer + b"* 6 EXISTS\r\n"))

    assert [folder.wait(0), folder.wait(5), folder.wait(0.1)] == [True, True, False]


@pytest.mark.parametrize(
    ("before", "after", "then"),
    [(b"", b"* BYE bored\r\n", "close"), (b"", b"", "close"), (b"* BYE bored\r\n", b"", "close")],
    ids=["bye", "closed", "bye at once"],
)
def test_a_server_that_ends_idle_is_an_error(
    server: BrokenImap, folder: Mailbox, before: bytes, after: bytes, then: Literal["close"]
) -> None:
    server.tricks.append(Trick("IDLING", lambda answer: before + answer + after, then))

    with pytest.raises(MailboxError, match="broke off"):
        folder.wait(0) and folder.wait(5)

    assert folder.wait(0)


def test_a_server_that_refuses_idle_is_told(server: BrokenImap, folder: Mailbox) -> None:
    server.tricks.append(Trick("IDLE", but(b"OK done", b"NO not today")))
    server.idles = False

    with pytest.raises(MailboxError, match="names IDLE among its capabilities and doesn't keep to it"):
        folder.wait(5)


def test_a_hanging_greeting_is_ended_from_another_thread(server: BrokenImap) -> None:
    server.tricks.append(Trick("GREETING", nothing, "hang"))
    with Mailbox(MailboxConfig(**{**server.settings, "timeout": 60})) as folder:
        threading.Timer(0.2, folder.abort).start()

        with pytest.raises(MailboxError, match="took too long: the call was ended"):
            folder.connect()

        assert len(folder.list_since(0)) == 5
