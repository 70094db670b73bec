"""Small facts that every form of the report says in the same words."""

import pytest
from aiosmtplib import SMTPDataError, SMTPRecipientRefused, SMTPRecipientsRefused

from mailbot.adapters.reports.facts import undelivered_words
from mailbot.adapters.smtp import _refusal
from mailbot.adapters.store.outbox import RETURNED
from mailbot.config import SmtpConfig

SERVER = SmtpConfig(host="localhost", port=25, security="none")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (
            str(_refusal(SMTPRecipientsRefused([SMTPRecipientRefused(550, "no such user", "x@example.nl")]), SERVER)),
            "De mailserver weigert dit adres (550).",
        ),
        (str(_refusal(SMTPDataError(554, "spam"), SERVER)), "De mailserver weigert deze mail (554)."),
        (RETURNED, "De mail kwam terug: hij kon niet worden bezorgd."),
        ("something new", "something new"),
    ],
)
def test_why_a_reply_never_arrived_is_told_in_dutch(error: str, words: str):
    assert undelivered_words(error) == words
