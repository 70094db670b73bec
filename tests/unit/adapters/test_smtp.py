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


# -- a server that takes an envelope in one piece (PIPELINING) ---------------------------------------------------------


class Piecemeal:
    """Answers an envelope once all of it has come, as one piece or byte by byte: whoever waits for a reply to MAIL
    waits for ever. `said`: all that it was told. An answer None: it hangs up."""

    def __init__(self, *answers: bytes | None, slowly: bool = False) -> None:
        self.answers, self.slowly, self.said = list(answers), slowly, b""

    async def __call__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 ready\r\n")
        await reader.readline()
        writer.write(b"250-here\r\n250-SIZE\r\n250 PIPELINING\r\n")
        try:
            last = b""
            for answer in self.answers:
                end, heard = b".\r\n" if b"354" in last else b"DATA\r\n", b""
                while not heard.endswith((end, b"RSET\r\n")):
                    heard += await reader.readexactly(1)
                    self.said += heard[-1:]
                last = answer or b""
                if answer is None:
                    break
                for piece in [answer[i : i + 1] for i in range(len(answer))] if self.slowly else [answer]:
                    writer.write(piece)
                    await asyncio.sleep(0)
        except asyncio.IncompleteReadError:
            pass
        writer.close()

    def send(self, data: bytes = b"x\r\n", timeout: float = 5) -> DeliveryError | None:
        async def once() -> DeliveryError | None:
            async with await asyncio.start_server(self, "127.0.0.1", 0) as server:
                port = server.sockets[0].getsockname()[1]
                config = SmtpConfig(host="127.0.0.1", port=port, security="none", timeout=timeout)
                connection = SmtpConnection(config, PLATFORM)
                try:
                    await connection.send("jan@example.nl", data)
                except DeliveryError as error:
                    return error
                finally:
                    await connection.close()
            return None

        return asyncio.run(once())


ENVELOPE = b"MAIL FROM:<platform@example.nl> size=3\r\nRCPT TO:<jan@example.nl>\r\nDATA\r\n"


@pytest.mark.parametrize("slowly", [False, True])
def test_an_envelope_goes_out_in_one_piece_and_its_replies_may_come_in_any(slowly):
    server = Piecemeal(b"250 a\r\n250-b\r\n250 b\r\n354 go\r\n", b"250 kept\r\n", slowly=slowly)

    assert server.send() is None
    assert server.said == ENVELOPE + b"x\r\n.\r\n"


@pytest.mark.parametrize(
    ("answers", "told", "sentence"),
    [
        ([b"250 a\r\n550 no\r\n503 no\r\n", b"250 \r\n"], b"RSET\r\n", "the mail server refused the recipient (550)"),
        # it waits for a message all the same: it gets one without a line, and for nobody
        ([b"250 a\r\n451 no\r\n354 go\r\n", b"554 nobody\r\n", b"250 \r\n"], b".\r\nRSET\r\n", "... recipient (451)"),
        ([b"250 a\r\n550 no\r\n354 go\r\n", b"250 kept\r\n", b"250 \r\n"], b".\r\nRSET\r\n", "... recipient (550)"),
        ([b"550 a\r\n503 b\r\n503 c\r\n", b"250 \r\n"], b"RSET\r\n", "... send from the platform's address (550)"),
        ([b"250 a\r\n250 b\r\n451 c\r\n", b"250 \r\n"], b"RSET\r\n", "the mail server refused the message (451)"),
        ([b"250 a\r\n250 b\r\n354 c\r\n", b"552 no\r\n", b"250 \r\n"], b"x\r\n.\r\nRSET\r\n", "... message (552)"),
        ([b"421 bye\r\n"], b"", "... send from the platform's address (421)"),
        ([b"250 a\r\n421 bye\r\n"], b"", "... refused the recipient (421)"),
        ([b"hello\r\n"], b"", "the mail server refused the message (-1)"),
        ([None], b"", "the mail server hung up"),
        ([b"250 a\r\n250 b\r\n354 c\r\n", None], b"x\r\n.\r\n", "the mail server hung up"),
        # a 250 that was said before the message came is none for the message
        ([b"250 a\r\n250 b\r\n354 c\r\n250 kept\r\n", b"451 no\r\n", b"250 \r\n"], b"x\r\n.\r\nRSET\r\n", "... (451)"),
    ],
)
def test_what_is_refused_of_an_envelope_in_one_piece_is_what_counts(answers, told, sentence):
    server = Piecemeal(*answers)

    error = server.send()

    assert error is not None
    assert sentence.removeprefix("... ") in str(error)
    assert server.said.removesuffix(b"QUIT\r\n") == ENVELOPE + told


def test_a_server_that_does_not_answer_is_not_waited_for_any_longer():
    error = Piecemeal(b"250 a\r\n250 b\r\n", b"never").send(timeout=0.3)

    assert error is not None
    assert "did not answer in time" in str(error)
    assert not error.message_at_fault
