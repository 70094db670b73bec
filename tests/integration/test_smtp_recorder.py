"""The recorder that delivery is tested with does what it says: spoken to by the standard library's own client."""

import smtplib
from base64 import b64encode
from pathlib import Path

import pytest

from tests.servers.smtp import KEEP, LOSE, SmtpRecorder
from tests.servers.tls import certificates

LETTER = b"Subject: hallo\r\n\r\nEen regel.\r\n.een punt vooraan\r\n"


def send(client: smtplib.SMTP, *recipients: str) -> None:
    client.sendmail("platform@example.nl", recipients or ("jan@example.nl",), LETTER)


def test_a_message_is_kept_with_its_envelope_to_the_byte() -> None:
    with SmtpRecorder() as smtp, smtplib.SMTP("127.0.0.1", smtp.port) as client:
        send(client, "jan@example.nl", "an@example.nl")

        assert smtp.messages == [("platform@example.nl", ("jan@example.nl", "an@example.nl"), LETTER)]
        assert smtp.messages[0].email["Subject"] == "hallo"


def test_a_script_answers_the_messages_in_turn_and_then_takes_them() -> None:
    with SmtpRecorder() as smtp, smtplib.SMTP("127.0.0.1", smtp.port) as client:
        smtp.behave(["451 4.3.0 later"])

        with pytest.raises(smtplib.SMTPDataError) as refused:
            send(client)
        send(client)

        assert refused.value.smtp_code == 451
        assert len(smtp.wait_for(1)) == 1


def test_one_recipient_can_be_refused_for_good() -> None:
    with SmtpRecorder() as smtp, smtplib.SMTP("127.0.0.1", smtp.port) as client:
        smtp.behave(lambda attempt: "550 5.1.1 unknown" if attempt.recipient == "weg@example.nl" else None)

        with pytest.raises(smtplib.SMTPRecipientsRefused):
            send(client, "weg@example.nl")
        send(client, "jan@example.nl")

        assert [message.recipients for message in smtp.messages] == [("jan@example.nl",)]


@pytest.mark.parametrize(("how", "kept"), [(LOSE, 0), (KEEP, 1)])
def test_the_connection_can_end_after_the_content(how: object, kept: int) -> None:
    with SmtpRecorder() as smtp:
        smtp.behave([how])  # type: ignore[list-item]

        client = smtplib.SMTP("127.0.0.1", smtp.port, timeout=5)
        with pytest.raises((smtplib.SMTPServerDisconnected, ConnectionResetError)):
            send(client)

        assert len(smtp.messages) == kept


def test_starttls_is_demanded(tmp_path: Path) -> None:
    keys = certificates(tmp_path)
    with (
        SmtpRecorder(security="starttls", certificate=keys.server) as smtp,
        smtplib.SMTP("localhost", smtp.port) as client,
    ):
        with pytest.raises(smtplib.SMTPSenderRefused):
            send(client)
        client.starttls(context=keys.client)
        send(client)

        assert len(smtp.messages) == 1
        assert smtp.connections == 1


def test_tls_from_the_first_byte_with_a_login(tmp_path: Path) -> None:
    keys = certificates(tmp_path)
    with (
        SmtpRecorder(security="tls", certificate=keys.server, login=("platform", "geheim")) as smtp,
        smtplib.SMTP_SSL("localhost", smtp.port, context=keys.client) as client,
    ):
        with pytest.raises(smtplib.SMTPSenderRefused):
            send(client)
        with pytest.raises(smtplib.SMTPAuthenticationError):
            client.login("platform", "fout")
        client.login("platform", "geheim")
        send(client)

        assert len(smtp.messages) == 1
        assert smtp.logins[-1] == ("PLAIN", True)


def test_an_access_token_is_demanded() -> None:
    with SmtpRecorder(login=("platform", ""), token="tok" * 500) as smtp:
        for token, code in (("other", 535), ("tok" * 500, 235)):
            with smtplib.SMTP("127.0.0.1", smtp.port) as client:
                client.ehlo()
                blob = b64encode(f"user=platform\1auth=Bearer {token}\1\1".encode()).decode()
                assert client.docmd("AUTH", f"XOAUTH2 {blob}")[0] == code

        assert smtp.logins == [("XOAUTH2", False), ("XOAUTH2", True)]


def test_a_line_longer_than_the_standard_allows_is_refused() -> None:
    with SmtpRecorder() as smtp, smtplib.SMTP("127.0.0.1", smtp.port) as client:
        with pytest.raises(smtplib.SMTPDataError):
            client.sendmail("platform@example.nl", "jan@example.nl", b"Subject: x\r\n\r\n" + b"x" * 999 + b"\r\n")

        assert smtp.messages == []


def test_too_many_connections_are_refused_at_the_door() -> None:
    with SmtpRecorder(limit=1) as smtp, smtplib.SMTP("127.0.0.1", smtp.port):
        with pytest.raises(smtplib.SMTPConnectError) as refused:
            smtplib.SMTP("127.0.0.1", smtp.port)

        assert refused.value.smtp_code == 421
        assert smtp.most_at_once == 2


def test_an_outage_ends_on_the_same_port() -> None:
    with SmtpRecorder() as smtp:
        client = smtplib.SMTP("127.0.0.1", smtp.port, timeout=5)
        smtp.stop()
        with pytest.raises((smtplib.SMTPServerDisconnected, ConnectionResetError)):
            send(client)
        with pytest.raises(ConnectionRefusedError):
            smtplib.SMTP("127.0.0.1", smtp.port, timeout=5)

        smtp.start()
        with smtplib.SMTP("127.0.0.1", smtp.port, timeout=5) as client:
            send(client)

        assert len(smtp.messages) == 1


def test_waiting_for_what_never_comes_fails_the_test() -> None:
    with SmtpRecorder() as smtp, pytest.raises(AssertionError, match="0 of 1"):
        smtp.wait_for(1, timeout=0.05)
