"""Small facts that every form of the report says in the same words."""

import pytest
from aiosmtplib import SMTPDataError, SMTPRecipientRefused

from mailbot.adapters.reports.facts import needs, undelivered_words
from mailbot.adapters.smtp import _refusal
from mailbot.adapters.store.outbox import RETURNED
from mailbot.config import SmtpConfig
from tests.unit.adapters.reports.invented import person

SERVER = SmtpConfig(host="localhost", port=25, security="none")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (
            str(_refusal(SMTPRecipientRefused(550, "no such user", "x@example.nl"), SERVER)),
            "De mailserver weigert dit adres (550).",
        ),
        (str(_refusal(SMTPDataError(554, "spam"), SERVER)), "De mailserver weigert deze mail (554)."),
        (RETURNED, "De mail kwam terug: hij kon niet worden bezorgd."),
        ("something new", "something new"),
    ],
)
def test_why_a_reply_never_arrived_is_told_in_dutch(error: str, words: str):
    assert undelivered_words(error) == words


def test_the_kitchen_counts_a_diet_once_whatever_people_call_it():
    asked = ("vegan", "Veganistisch", "vega", "vegetariër.", "vegetarisch", "geen vis", "coeliakie", "glutenvrij", None)
    counted = needs([person(1, "Femke Nijland", diet=diet) for diet in asked], "diet")
    assert counted == [("vegetarisch", 3), ("veganistisch", 2), ("coeliakie", 1), ("geen vis", 1), ("glutenvrij", 1)]
