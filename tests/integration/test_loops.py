"""Two programs that answer each other: every layer against it, shown by itself.

1 what headers say     2 reports     3 ourselves     4 the cap an address     5 the brake on the whole
"""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from sqlalchemy import select

from mailbot.adapters.store.tables import messages
from mailbot.pipeline.readers import Readers
from tests.crashes import READ_HERE
from tests.office import NOW, PLATFORM, ZONE, Office, letter, open_office, somebody
from tests.servers import need
from tests.servers.dovecot import Dovecot, _identity
from tests.servers.smtp import SmtpRecorder

JAN = "Jan de Vries <jan@utrecht.example>"
OTHER = "platform@gemeente.example"
SIGN_UP = "Hierbij meld ik mij aan voor 30 maart.\n\nGroet,\n{}\n"
LDA = Path("/usr/lib/dovecot/dovecot-lda")
SIEVE = Path("/usr/lib/dovecot/modules/lib90_sieve_plugin.so")
# What gateways and careless programs take off a mail that passes through them.
MARKS = ("Auto-Submitted", "X-Auto-Response-Suppress", "X-Mailbot-Reply", "In-Reply-To", "References")


@pytest.fixture(autouse=True)
def _reads_here(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, method in zip(("submit", "warm_up"), READ_HERE, strict=True):
        monkeypatch.setattr(Readers, name, method)


def sign_up(sender: str, **headers: str) -> EmailMessage:
    return letter(sender, SIGN_UP.format(sender.split(" <")[0]), headers=headers)


# -- two mailbots ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("marks", [True, False], ids=["as sent", "without its marks"])
def test_two_mailbots_that_write_to_each_other_stop_after_the_first_answer(
    office: Office, tmp_path: Path, marks: bool
) -> None:
    (tmp_path / "other").mkdir()
    with Dovecot() as theirs, open_office(tmp_path / "other", theirs) as other:
        other.configure(platform=OTHER)
        office.post(sign_up(f"Jan de Vries <{OTHER}>"))
        carried = 1
        for _ in range(4):
            office.run_once()
            other.run_once()
            carried += carry(office, other, marks) + carry(other, office, marks)

        assert carried == 2
        assert [m.recipients for m in office.smtp.messages] == [(OTHER,)]
        assert other.smtp.messages == []
        assert other.report().mails == {"ignored": 1}


def carry(one: Office, other: Office, marks: bool) -> int:
    """Put what has left the one into the other's mailbox, each mail once."""
    new = one.smtp.messages[getattr(one, "carried", 0) :]
    one.carried = len(one.smtp.messages)  # type: ignore[attr-defined]
    for message in new:
        mail = message.email
        for name in () if marks else MARKS:
            del mail[name]
        other.post(mail.as_bytes())
    return len(new)


# -- Dovecot's vacation responder -----------------------------------------------------------------------------------


@contextmanager
def vacation(username: str, mail_server: SmtpRecorder) -> Iterator[Dovecot]:
    """A Dovecot whose user is on holiday, and lets Sieve say so."""
    more = """
plugin {
  sieve = file:{folder}/home/%u/sieve;active={folder}/home/%u/active.sieve
}
protocol lda {
  mail_plugins = sieve
}
postmaster_address = postmaster@zwolle.example
hostname = mx.zwolle.example
submission_host = 127.0.0.1:SMTP_PORT
""".replace("SMTP_PORT", str(mail_server.port))
    with Dovecot(username, more=more) as dovecot:
        home = dovecot.folder / "home" / username
        home.mkdir()
        (home / "active.sieve").write_text(
            f'require ["vacation"];\nvacation :days 1 :subject "Afwezig" :addresses ["{username}"]\n'
            '"Ik ben er tot 3 april niet. Uw mail wordt niet gelezen.";\n',
            "utf-8",
        )
        for path in (home, home / "active.sieve"):
            path.chmod(0o777)
        yield dovecot


def deliver(dovecot: Dovecot, sender: str, mail: bytes) -> None:
    """By Dovecot's own delivery agent, which runs the user's Sieve script."""
    done = subprocess.run(
        [LDA, "-c", dovecot.folder / "dovecot.conf", "-d", dovecot.username, "-f", sender, "-e"],
        input=mail,
        cwd=dovecot.folder,
        capture_output=True,
        timeout=30,
        check=False,
        **_identity(),
    )
    assert done.returncode == 0, done.stderr.decode() + dovecot.log()


@pytest.fixture
def on_holiday() -> Iterator[tuple[Dovecot, SmtpRecorder]]:
    need("Dovecot with Sieve (Debian: dovecot-sieve)", LDA.exists() and SIEVE.exists())
    with SmtpRecorder() as answers, vacation("piet@zwolle.example", answers) as dovecot:
        yield dovecot, answers


def test_dovecots_vacation_responder_does_not_answer_our_replies(
    office: Office, on_holiday: tuple[Dovecot, SmtpRecorder]
) -> None:
    dovecot, answers = on_holiday
    office.post(sign_up("Piet Bos <piet@zwolle.example>"))
    office.run_once()

    for message in office.smtp.messages:
        deliver(dovecot, PLATFORM, message.data)

    assert office.answers() == [("piet@zwolle.example", "confirmed")]
    assert answers.messages == []


def test_dovecots_vacation_answer_is_not_answered_by_us(
    office: Office, on_holiday: tuple[Dovecot, SmtpRecorder]
) -> None:
    dovecot, answers = on_holiday
    newsletter = letter(f"Platform <{PLATFORM}>", "De uitnodiging voor 30 maart.", "Uitnodiging")
    newsletter.replace_header("To", "piet@zwolle.example")
    deliver(dovecot, PLATFORM, newsletter.as_bytes())
    (answer,) = answers.wait_for(1)

    office.post(answer.data)
    office.run_once()

    assert answer.recipients == (PLATFORM,)
    assert office.answers() == []
    assert office.report().mails == {"ignored": 1}


# -- the cap an address, and the brake -----------------------------------------------------------------------------


def test_an_address_gets_so_many_answers_a_day_and_the_last_says_so(office: Office) -> None:
    office.configure(smtp="connections = 1", more="[limits]\nper_address = 3\n")
    for day in range(5):
        office.post(letter(JAN, f"{SIGN_UP.format('Jan de Vries')}\nBericht {day}"))

    office.run_once()
    texts = [m.email.get_body(("plain",)).get_content() for m in office.smtp.messages]

    assert [template for _, template in office.answers()] == ["confirmed", "already_registered", "already_registered"]
    last = ["laatste automatische antwoord van vandaag" in " ".join(text.split()) for text in texts]
    assert last == [False, False, True]
    assert [mail.reasons[0] for mail in office.report().review] == ["too_many_today"] * 2


def at_nine(seconds: int) -> datetime:
    """An arrival just after the office's clock has begun: after the first reply."""
    return datetime.fromisoformat(NOW).replace(tzinfo=ZONE) + timedelta(seconds=1 + seconds)


def test_answers_from_ever_new_addresses_end_at_the_brake(office_on_both: Office) -> None:
    office = office_on_both
    office.configure(
        capacity=100, more='[limits]\nreplies_per_ten_minutes = 5\n[alerts]\nto = "beheer@mensenrechten.example"\n'
    )
    house_troubles = []
    for turn in range(12):
        office.post(sign_up(somebody(turn)), at_nine(turn))
        house_troubles += office.run_once()

    replies = [m for m in office.smtp.messages if m.email["X-Mailbot-Reply"]]
    alerts = [m for m in office.smtp.messages if m.email["X-Mailbot-Alert"]]
    assert len(replies) == 5
    assert [(m.recipients[0], m.email["X-Mailbot-Alert"]) for m in alerts] == [
        ("beheer@mensenrechten.example", "brake")
    ]
    assert set(house_troubles) == {
        "the outbox is held: too many replies within ten minutes; see `mailbot report`, then `mailbot release`"
    }
    assert office.report().outbox == {"queued": 7, "sent": 5, "failed": 0}


def test_what_the_brake_held_leaves_when_it_is_released_and_counting_begins_anew(office_on_both: Office) -> None:
    office = office_on_both
    office.configure(capacity=100, more="[limits]\nreplies_per_ten_minutes = 5\n")
    office.post(sign_up(somebody(0)))
    office.run_once()
    for number in range(1, 12):
        office.post(sign_up(somebody(number)), at_nine(number))
    office.run_once()
    held = office.report().outbox

    house = office.house(now="2023-02-20T09:02:00")
    released = house.release()
    again = house.release()
    house.close()
    office.run_once(now="2023-02-20T09:03:00")

    assert held["queued"] == released
    assert held["sent"] <= 6
    assert again is None
    assert office.report().outbox == {"queued": 0, "sent": 12, "failed": 0}


def test_replies_that_a_clock_ahead_of_its_time_made_do_not_pull_the_brake(office: Office) -> None:
    office.configure(more="[limits]\nreplies_per_ten_minutes = 5\n")
    for number in range(4):
        office.post(sign_up(somebody(number)))
    office.run_once(now="2023-03-01T09:00:00")
    for number in range(4, 8):
        office.post(sign_up(somebody(number)))

    troubles = office.run_once(now="2023-02-20T09:00:00")

    assert (troubles, office.report().outbox) == ([], {"queued": 0, "sent": 8, "failed": 0})


def test_a_mailbox_full_of_waiting_mail_does_not_touch_the_brake(office: Office) -> None:
    office.configure(capacity=60, more="[limits]\nreplies_per_ten_minutes = 5\n")
    for number in range(60):
        office.post(sign_up(somebody(number)))

    troubles = office.run_once()

    assert (troubles, office.report().outbox) == ([], {"queued": 0, "sent": 60, "failed": 0})


# -- bounces of our own replies ------------------------------------------------------------------------------------

BOUNCE = """\
From: Mail Delivery System <MAILER-DAEMON@mx.utrecht.example>
To: {platform}
Subject: Undelivered Mail Returned to Sender
Message-ID: <bounce-{action}@mx.utrecht.example>
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="=x"

--=x
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--=x
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.utrecht.example

Final-Recipient: rfc822; jan@utrecht.example
Action: {action}
Status: 5.1.1

--=x
Content-Type: message/rfc822

{reply}
--=x--
"""


@pytest.mark.parametrize(("action", "came_back"), [("failed", True), ("delayed", False)])
def test_a_bounce_of_our_reply_is_linked_to_it_shown_and_never_answered(
    office_on_both: Office, action: str, came_back: bool
) -> None:
    office = office_on_both
    office.post(sign_up(JAN))
    office.run_once()
    (reply,) = office.smtp.messages
    quoted = reply.data.decode("ascii").replace("\r\n", "\n")
    office.post(BOUNCE.format(platform=PLATFORM, action=action, reply=quoted).encode())

    office.run_once()

    report = office.report()
    assert len(office.smtp.messages) == 1
    assert report.mails == {"accepted": 1, "ignored": 1}
    shown = [(r.message_id, r.recipient, r.error) for r in report.undelivered]
    id = str(reply.email["Message-ID"])
    assert shown == [(id, "jan@utrecht.example", "a mail server sent it back as undeliverable")] * came_back
    house = office.house()
    with house.database.reading() as tx:
        linked = tx.connection.scalars(select(messages.c.about_reply).where(messages.c.about_reply.is_not(None))).all()
    house.close()
    assert linked == [id]


def test_a_bounce_that_is_back_before_its_batch_is_through_counts_too(office_on_both: Office) -> None:
    office = office_on_both
    office.post(sign_up(JAN))
    office.post(sign_up("Piet Bos <piet@zwolle.example>"))
    office.smtp.stop()
    office.run_once()
    office.smtp.start()
    house = office.house()
    with house.database.writing() as tx:
        claimed = tx.outbox.claim(house.owner, house.clock.now(), 50, 900.0)
    jan = next(reply for reply in claimed if reply.recipient == "jan@utrecht.example")
    quoted = jan.data.decode("ascii").replace("\r\n", "\n")
    office.post(BOUNCE.format(platform=PLATFORM, action="failed", reply=quoted).encode())

    house.poll()
    with house.database.writing() as tx:
        tx.outbox.sent([reply.id for reply in claimed], house.clock.now())

    house.close()
    assert [reply.recipient for reply in office.report().undelivered] == ["jan@utrecht.example"]
    assert office.report().outbox == {"queued": 0, "sent": 1, "failed": 1}
