"""Mail that means harm, through the whole house: forged senders, and everything that a mail can be made of."""

import os
import random
import re
import subprocess
import sys
import time
import zipfile
from base64 import b64encode
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from io import BytesIO
from pathlib import Path

import pytest

from mailbot.app import understanding_by
from mailbot.config import load
from mailbot.pipeline.readers import Readers
from tests.crashes import READ_HERE
from tests.office import NOW, Office, letter

MAILS = Path(__file__).parents[1] / "messages"
JAN = "Jan de Vries <jan@utrecht.example>"
SIGN_UP = "Hierbij meld ik mij aan voor 30 maart.\n\nGroet,\n{}\n"
CANCELLATION = "Helaas kan ik toch niet komen, ik meld me af voor 30 maart.\n\nGroet,\nJan de Vries\n"
CHANGE = "Ik ben aangemeld voor 30 maart. Ik eet vegetarisch, wilt u dat aanpassen?\n\nGroet,\nJan de Vries\n"
OURS, THEIRS = "mx.mensenrechten.example", "mx.elders.example"
MEBIBYTE = 1024 * 1024


@pytest.fixture
def reads_here(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, method in zip(("submit", "warm_up"), READ_HERE, strict=True):
        monkeypatch.setattr(Readers, name, method)


def sign_up(sender: str = JAN, **headers: str) -> bytes:
    return letter(sender, SIGN_UP.format(sender.split(" <")[0]), headers=headers).as_bytes()


# -- forgery --------------------------------------------------------------------------------------------------------


def verdict(server: str, result: str) -> str:
    return f"Authentication-Results: {server}; dmarc={result} header.from=utrecht.example\n"


FORGED = {
    "failed": (verdict(OURS, "fail"), False),
    "failed, and below it a pass that the sender wrote": (verdict(OURS, "fail") + verdict(OURS, "pass"), False),
    "passed, and below it a fail that somebody wrote": (verdict(OURS, "pass") + verdict(OURS, "fail"), True),
    "another server's fail": (verdict(THEIRS, "fail"), True),
    "ours below another server's": (verdict(THEIRS, "pass") + verdict(OURS, "fail"), True),
    "nothing said": ("", True),
    "passed": (verdict(OURS, "pass"), True),
}


@pytest.mark.parametrize(("headers", "believed"), FORGED.values(), ids=FORGED)
@pytest.mark.parametrize(("subject", "text"), [("Afmelding 30 maart", CANCELLATION), ("30 maart", CHANGE)])
def test_nothing_is_cancelled_or_changed_on_a_failed_authentication(
    office: Office, reads_here: None, headers: str, believed: bool, subject: str, text: str
) -> None:
    office.configure(mailbox=f'since = 2023-02-01\nauthserv_id = "{OURS}"')
    office.post(sign_up())
    office.run_once()
    (before,) = office.report().events[0].registrations
    office.post(headers.encode() + letter(JAN, text, subject).as_bytes())

    office.run_once()

    (after,) = office.report().events[0].registrations
    assert (after != before) is believed
    assert ["sender_not_proven" in mail.reasons for mail in office.report().review] == ([] if believed else [True])
    assert len(office.smtp.messages) == (2 if believed else 1)


def test_without_an_authserv_id_nobody_is_believed_about_anybody(office: Office, reads_here: None) -> None:
    office.post(verdict(THEIRS, "fail").encode() + sign_up())

    office.run_once()

    assert office.answers() == [("jan@utrecht.example", "confirmed")]


# -- what a mail can be made of -------------------------------------------------------------------------------------


def of(head: str, body: bytes = SIGN_UP.format("Jan de Vries").encode()) -> bytes:
    number = random.getrandbits(60)
    return f"To: platform\nMessage-ID: <{number}@post.example>\n{head}\n\n".encode("utf-8", "surrogateescape") + body


def nested(depth: int) -> bytes:
    opened = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (level, level) for level in range(depth)
    )
    return opened + b"Content-Type: text/plain\n\n" + SIGN_UP.format("Jan de Vries").encode()


def zip_bomb() -> bytes:
    """100 MiB of nothing, in 100 KiB."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", bytes(100 * MEBIBYTE))
    return packed.getvalue()


def with_attachment(content: bytes, name: str = "aanmeldingen.xlsx") -> bytes:
    mail = letter(JAN, SIGN_UP.format("Jan de Vries"))
    mail.add_attachment(content, "application", "octet-stream", filename=name)
    return mail.as_bytes()


LONE_SURROGATES = b64encode(bytes([0, 0xD8] * 4)).decode()
FROM = f"From: {JAN}\nSubject: Aanmelding"
HOSTILE = {
    "a header in the subject": of(f"From: {JAN}\nSubject: =?utf-8?q?Hallo=0D=0ABcc:_alle@ede.example=0D=0A=0D=0Ax?="),
    "a header in the name": of(
        "From: =?utf-8?q?Jan=0D=0ABcc:_alle@ede.example?= <jan@utrecht.example>\nSubject: hallo"
    ),
    "a header in the thread": of(f"{FROM}\nReferences: <a@b>\n\tBcc: alle@ede.example"),
    "markup in the name": of('From: "<a href=http://boos.example>klik</a>" <jan@utrecht.example>\nSubject: Aanmelding'),
    "a link in the name": of('From: "Jan www.boos.example" <jan@utrecht.example>\nSubject: Aanmelding'),
    "a template in the name": of('From: "Jan {{ 7*7 }} {% include x %}" <jan@utrecht.example>\nSubject: {{ 7*7 }}'),
    "400 deep": of(FROM).replace(b"\n\n", b"\nMIME-Version: 1.0\n", 1).split(b"Hierbij")[0] + nested(400),
    "a line of a megabyte": of(FROM, b"x" * MEBIBYTE + b"\n\n" + SIGN_UP.format("Jan de Vries").encode()),
    "a subject of a megabyte": of(f"From: {JAN}\nSubject: {'Aanmelding ' * 90_000}"),
    "a zip bomb": with_attachment(zip_bomb()),
    "an unknown charset": of(f"{FROM}\nContent-Type: text/plain; charset=klingon-8"),
    "a charset that is no name": of(f'{FROM}\nContent-Type: text/plain; charset="../../etc/passwd\x01"'),
    "NUL everywhere": of(
        "From: Jan\x00 <jan@utrecht.example>\nSubject: Aan\x00melding", b"Hier\x00bij meld ik mij aan\x00"
    ),
    "half a surrogate pair": of(
        f"{FROM}\nContent-Type: text/plain; charset=utf-7", b"Jan +2AA- meldt zich aan voor 30 maart. +3AA-"
    ),
    "surrogates in an encoded word": of(f"From: {JAN}\nSubject: =?utf-16?b?{LONE_SURROGATES}?="),
    "bytes that are no text": of(FROM, bytes(range(256)) * 40),
    "10,000 recipients": of(f"{FROM}\nCc: " + ",\n ".join(f"iemand{n}@ede.example" for n in range(10_000))),
    "no sender": of("From:\nSubject: Aanmelding"),
    "no From at all": of("Subject: Aanmelding"),
    "several senders": of("From: Jan de Vries <jan@utrecht.example>, Piet Bos <piet@ede.example>\nSubject: Aanmelding"),
    "two From headers": of(
        "From: Jan de Vries <jan@utrecht.example>\nFrom: Piet <piet@ede.example>\nSubject: Aanmelding"
    ),
    "of 1970": of(f"{FROM}\nDate: Thu, 01 Jan 1970 00:00:00 +0000"),
    "of 2099": of(f"{FROM}\nDate: Thu, 31 Dec 2099 23:59:59 -1200"),
    "of no day at all": of(f"{FROM}\nDate: Thu, 99 Foo 99999 99:99:99 +9999"),
    "nothing": b"\n",
    "no line at all": b"x",
    "a backtracker's delight": of(FROM, b"a" * 50_000 + b"!" + b"(" * 20_000 + b" \t" * 40_000 + b"@." * 20_000),
}


def test_whatever_a_mail_is_made_of_it_ends_somewhere_and_the_next_is_answered(office_on_both: Office) -> None:
    office = office_on_both
    for mail in HOSTILE.values():
        office.post(mail)
    office.post(sign_up("Els Visser <els@zwolle.example>"))

    troubles = office.run_once()

    report = office.report()
    assert troubles == []
    assert report.failed == ()
    assert set(report.mails) <= {"accepted", "held", "ignored", "refused", "duplicate"}
    assert sum(report.mails.values()) == len(HOSTILE) + 1
    assert ("els@zwolle.example", "confirmed") in [(to, "confirmed") for to, _ in office.answers()]
    for message in office.smtp.messages:
        harmless(message.recipients, message.data)
    house = office.house()
    audit = house.audit()
    house.close()
    assert audit.agrees


def harmless(recipients: tuple[str, ...], data: bytes) -> None:
    """What left goes to one person, has no header from outside, and no link but our own."""
    mail = message_from_bytes(data, policy=policy.default)
    assert len(recipients) == 1
    assert (mail["Bcc"], mail["Cc"]) == (None, None)
    assert mail.get_all("To") == [recipients[0]]
    assert mail.defects == []
    html = mail.get_body(("html",)).get_content()
    assert not re.search(r"href=[^>]*boos|<a [^>]*>klik|\b49\b", html)
    assert "www.boos.example" not in mail.get_body(("plain",)).get_content()


def test_mails_of_25_mebibytes_leave_the_worker_under_200_mebibytes(office: Office) -> None:
    for number in range(3):
        office.post(with_attachment(bytes(25 * MEBIBYTE), f"foto{number}.tiff"))
    for number in range(25):
        office.post(with_attachment(random.Random(number).randbytes(MEBIBYTE // 2), f"kaart{number}.png"))
    environment = {**os.environ, "MAILBOT_NOW": NOW}
    command = [sys.executable, "-m", "mailbot", "run", "--once", "--config", str(office.config_file)]

    most = 0
    with subprocess.Popen(command, env=environment, start_new_session=True) as process:
        while process.poll() is None:
            most = max(most, *(peak(pid) for pid in in_group(process.pid)))
            time.sleep(0.05)

    assert process.returncode == 0
    assert sum(office.report().mails.values()) == 28
    assert 50 < most < 200


def in_group(group: int) -> list[int]:
    """The worker, and the processes in which it reads."""
    found = [group]
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if int((folder / "stat").read_text().rpartition(")")[2].split()[2]) == group:
                found.append(int(folder.name))
    return found


def peak(pid: int) -> int:
    """The most memory that the process ever held, in MiB. (ru_maxrss would count what its parent held, too.)"""
    with suppress(OSError):
        found = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text())
        return int(found[1]) // 1024 if found else 0
    return 0


def test_mutated_mails_go_through_everything_that_reads(office: Office) -> None:
    """Minutes of the same are benchmarks/fuzz_parse.py's. So many mails, and not so many seconds: a slow machine would
    read fewer of them than tell anything."""
    config = load(office.config_file, {})
    understand = understanding_by(config, config.event_list())
    chance = random.Random(2023)
    models = [path.read_bytes() for path in sorted(MAILS.glob("*.eml"))] + list(HOSTILE.values())[:6]
    slowest = 0.0
    for number in range(60):
        mail = mutated(chance.choice(models), chance)
        began = time.perf_counter()

        understanding = understand(mail, datetime(2023, 2, 14, tzinfo=UTC) + timedelta(seconds=number))

        slowest = max(slowest, time.perf_counter() - began)
        assert understanding.error is None, mail
    assert slowest < 5  # seconds, on a machine that does other things as well


def mutated(mail: bytes, chance: random.Random) -> bytes:
    """The same with a few bytes changed, pieces cut out, doubled, or moved."""
    data = bytearray(mail)
    for _ in range(chance.randrange(1, 8)):
        at, size = chance.randrange(len(data) + 1), chance.randrange(1, 200)
        piece = bytes(data[at : at + size])
        what = chance.randrange(5)
        if what == 0:
            data[at : at + 1] = bytes([chance.randrange(256)])
        elif what == 1:
            del data[at : at + size]
        elif what == 2:
            data[at:at] = piece * chance.randrange(1, 50)
        elif what == 3:
            to = chance.randrange(len(data) + 1)
            data[to:to] = piece
        else:
            data[at:at] = chance.choice((b"\x00", b"\r\n\r\n", b"=?utf-8?b?", b"--", b"<", b"\xff\xfe", b"; charset="))
    return bytes(data) or b"\n"
