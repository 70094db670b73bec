"""One mail transaction, to the byte, and what a server's refusal means."""

import asyncio
import re
from collections.abc import Iterator

import pytest

from mailbot.adapters.smtp import SmtpConnection
from mailbot.config import SmtpConfig
from mailbot.errors import DeliveryError
from tests.servers.smtp import SmtpRecorder

PLATFORM = "platform@example.nl"


@pytest.fixture(params=[True, False], ids=["together", "one by one"])
def smtp(request: pytest.FixtureRequest) -> Iterator[SmtpRecorder]:
    with SmtpRecorder(pipelining=request.param) as recorder:
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


async def said_to(*answers: bytes) -> tuple[DeliveryError | None, list[bytes]]:
    """What becomes of a mail that a server with PIPELINING answers so before it hangs up, and what it was told."""
    told: list[bytes] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 here\r\n")
        await reader.readline()
        writer.write(b"250-here\r\n250 PIPELINING\r\n")
        for answer in answers:
            told.append(await reader.read(65536))
            for piece in answer.split(b"|"):
                writer.write(piece)
                await asyncio.sleep(0.01)
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        async with SmtpConnection(SmtpConfig(host="127.0.0.1", port=port, security="none"), PLATFORM) as connection:
            try:
                await connection.send("jan@example.nl", b"x\r\n")
            except DeliveryError as error:
                return error, told
    return None, told


ENVELOPE = b"MAIL FROM:<platform@example.nl>\r\nRCPT TO:<jan@example.nl>\r\nDATA\r\n"


def test_the_envelope_goes_out_together_and_its_answers_may_come_in_any_pieces():
    error, told = asyncio.run(said_to(b"25|0-so\r\n250 o|k\r\n250 ok\r\n35|4 go on\r\n", b"250 kept\r\n"))

    assert (error, told) == (None, [ENVELOPE, b"x\r\n.\r\n"])


def test_a_server_that_wants_the_message_of_a_refused_recipient_gets_an_empty_one():
    error, told = asyncio.run(
        said_to(b"250 ok\r\n550 unknown\r\n354 go on\r\n", b"554 for nobody\r\n", b"250 reset\r\n", b"221 bye\r\n")
    )

    assert str(error) == "the mail server refused the recipient (550)"
    assert told == [ENVELOPE, b".\r\n", b"RSET\r\n", b"QUIT\r\n"]


@pytest.mark.parametrize(
    ("answers", "sentence", "hung_up"),
    [
        ((b"250 ok\r\n451 later\r\n",), "the mail server refused the recipient (451)", False),
        ((b"250 ok\r\n250 ok\r\n",), "127.0.0.1:{port}: the mail server hung up", True),
        ((b"250 ok\r\n250 ok\r\n354 go on\r\n", b""), "127.0.0.1:{port}: the mail server hung up", True),
        ((b"what?\r\n",), "the mail server refused the message (-1)", False),
    ],
)
def test_what_a_server_says_before_it_hangs_up_counts(answers, sentence, hung_up):
    error, _ = asyncio.run(said_to(*answers))

    assert error is not None
    assert (re.sub(r":\d+:", ":{port}:", str(error)), error.hung_up) == (sentence, hung_up)
