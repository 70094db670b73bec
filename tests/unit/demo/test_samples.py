"""The sample mails as files, and how one of them answers what mailbot wrote."""

from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr
from zoneinfo import ZoneInfo

import pytest

from mailbot.demo.samples import PLACE, Sample, samples

NOW = datetime(2023, 3, 1, 9, 0, 5, tzinfo=ZoneInfo("Europe/Amsterdam"))
ALL = list(samples())


def reply() -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Platform <platform@mensenrechten.example>"
    mail["Subject"] = "Re: Aanmelding 30 maart"
    mail["Date"] = "Wed, 01 Mar 2023 08:00:01 +0000"
    mail["Message-ID"] = "<mailbot.1@mensenrechten.example>"
    mail["References"] = "<1@post.example>"
    mail.set_content("Beste Jan,\n\nU bent aangemeld.\n")
    return mail


@pytest.mark.parametrize("sample", ALL, ids=[sample.name for sample in ALL])
def test_a_sample_is_a_whole_mail_once_its_places_are_filled(sample: Sample) -> None:
    data, received = sample.written(reply() if sample.answers else None, NOW)
    mail = message_from_bytes(data, policy=default)

    assert PLACE.search(data.decode()) is None
    assert (mail.defects, mail["Message-ID"]) == ([], sample.message_id)
    assert parseaddr(mail["From"])[1].rpartition(".")[2] == "example"
    assert datetime(2023, 2, 1, tzinfo=NOW.tzinfo) < received <= NOW


def test_samples_come_in_the_order_of_their_dates() -> None:
    times = [sample.written(reply() if sample.answers else None, NOW)[1] for sample in ALL]

    assert times == sorted(times)


def test_no_two_samples_share_a_message_id_or_a_number() -> None:
    assert len({sample.message_id for sample in ALL}) == len(ALL)
    assert len({sample.number for sample in ALL}) == len(ALL)


def test_an_answer_stands_in_the_thread_and_quotes_what_it_answers_by_the_writers_clock() -> None:
    text = "Date: {{now}}\nMessage-ID: <2@post.example>\nIn-Reply-To: {{message_id}}\nReferences: {{references}}\n\n"
    text += "Op {{sent}} schreef {{from}}:\n\n{{quoted}}\n"

    mail = message_from_bytes(Sample("02-answer", text).written(reply(), NOW)[0])

    assert mail["In-Reply-To"] == "<mailbot.1@mensenrechten.example>"
    assert mail["References"] == "<1@post.example> <mailbot.1@mensenrechten.example>"
    assert mail.get_payload() == (
        "Op woensdag 1 maart 2023 09:00 schreef Platform <platform@mensenrechten.example>:\r\n\r\n"
        "> Beste Jan,\r\n>\r\n> U bent aangemeld.\r\n"
    )
