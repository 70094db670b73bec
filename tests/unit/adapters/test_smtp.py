"""One mail transaction, to the byte, and what a server's refusal means."""

import asyncio
from collections.abc import Iterator

import pytest

from mailbot.adapters.smtp import SmtpConnection
from mailbot.config import SmtpConfig
from mailbot.errors import DeliveryError
from tests.servers.smtp import SmtpRecorder

PLATFORM = "platform@example.nl"


@pytest.fixture
def smtp() -> Iterator[SmtpRecorder]:
    with SmtpRecorder() as recorder:
        yield recorder


def send(smtp: SmtpRecorder, *mails: tuple[str, bytes], sender: str = PLATFORM) -> list[DeliveryError | None]:
    """Over one connection; what became of each."""

    async def one_by_one() -> list[DeliveryError | None]:
        found: list[DeliveryError | None] = []
        async with SmtpConnection(SmtpConfig(host="127.0.0.1", port=smtp.port, security="none"), sender) as connection:
            for recipient, data in mails:
                try:
                    await connection.send(recipient, data)
                    found.append(None)
                except DeliveryError as error:
                    found.append(error)
        return found

    return asyncio.run(one_by_one())


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        (b"Subject: x\r\n\r\nDag\r\n", b"Subject: x\r\n\r\nDag\r\n"),
        (b"Subject: x\r\n\r\n.a\r\n..\r\n.\r\nb\r\n", b"Subject: x\r\n\r\n.a\r\n..\r\n.\r\nb\r\n"),
        (b"Subject: x\r\n\r\nDag", b"Subject: x\r\n\r\nDag\r\n"),
        # nothing in a message can end it, whatever a server takes for the end of a line
        (b"Subject: x\n\na\n.\nMAIL FROM:<z@z>\n", b"Subject: x\r\n\r\na\r\n.\r\nMAIL FROM:<z@z>\r\n"),
        (b"Subject: x\r\n\r\na\r.\rb\n.\r\n.\nc\r\n", b"Subject: x\r\n\r\na\r\n.\r\nb\r\n.\r\n.\r\nc\r\n"),
    ],
)
def test_a_message_arrives_as_it_was_in_lines_that_every_server_takes_for_lines(smtp, given, taken):
    assert send(smtp, ("jan@example.nl", given), ("an@example.nl", given)) == [None, None]
    assert [(m.sender, m.recipients, m.data) for m in smtp.messages] == [
        (PLATFORM, ("jan@example.nl",), taken),
        (PLATFORM, ("an@example.nl",), taken),
    ]


@pytest.mark.parametrize(
    "address", ["", "a b@c.nl", "a@c.nl>\r\nRCPT TO:<z@z.nl", "a@c.nl> SIZE=1", "<a@c.nl>", "é@c.nl"]
)
def test_an_address_that_would_be_more_than_one_in_a_command_is_never_said(smtp, address):
    (error,) = send(smtp, (address, b"Subject: x\r\n\r\nDag\r\n"))

    assert error is not None
    assert smtp.attempts == []


def test_after_a_refusal_the_next_message_has_an_envelope_of_its_own(smtp):
    smtp.behave(lambda attempt: "550 5.1.1 unknown" if attempt.recipient == "weg@example.nl" else None)

    gone, taken = send(smtp, ("weg@example.nl", b"x\r\n"), ("jan@example.nl", b"y\r\n"))

    assert (gone and (str(gone), gone.permanent, gone.message_at_fault)) == (
        "the mail server refused the recipient (550)",
        True,
        True,
    )
    assert taken is None
    assert [m.recipients for m in smtp.messages] == [("jan@example.nl",)]


@pytest.mark.parametrize(
    ("stage", "answer", "sentence", "permanent", "at_fault"),
    [
        ("rcpt", "451 4.3.0 later", "the mail server refused the recipient (451)", False, True),
        ("message", "552 5.3.4 too big", "the mail server refused the message (552)", True, True),
        ("message", "451 4.3.0 later", "the mail server refused the message (451)", False, True),
        (
            "mail",
            "550 5.7.1 no",
            "the mail server does not let us send from the platform's address (550)",
            False,
            False,
        ),
    ],
)
def test_each_refusal_says_whose_fault_it_is_and_whether_asking_again_can_help(
    smtp, stage, answer, sentence, permanent, at_fault
):
    smtp.behave(lambda attempt: answer if attempt.stage == stage else None)

    (error,) = send(smtp, ("jan@example.nl", b"x\r\n"))

    assert error is not None
    assert (str(error), error.permanent, error.message_at_fault) == (sentence, permanent, at_fault)
