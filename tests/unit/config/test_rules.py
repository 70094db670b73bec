"""What settings, each right by itself, must not be together."""

import pytest

from tests.unit.config.conftest import RIGHT, Configured, Problems

SECOND_ROUND = "[[events.rounds]]\nnumber = 2"


def rest_of_an_event(slug: str) -> str:
    """A second event, complete, without rounds."""
    event = RIGHT[RIGHT.index("[[events]]") : RIGHT.index("[[events.rounds]]")]
    return event.replace('"een"', f'"{slug}"')


def test_two_events_cannot_have_one_slug(problems: Problems, configured: Configured) -> None:
    assert problems(text=RIGHT + rest_of_an_event("een")) == ['events[1].slug: "een" is used twice']
    assert len(configured(text=RIGHT + rest_of_an_event("twee")).events) == 2


def test_two_workshops_of_an_event_cannot_have_one_slug(problems: Problems) -> None:
    again = '[[events.workshops]]\nslug = "beleid"\ntitle = "Anders"\ncapacity = 1\n'

    assert problems(text=RIGHT + again) == ['events[0].workshops[1].slug: "beleid" is used twice']


def test_workshops_of_different_events_can_have_one_slug(configured: Configured) -> None:
    second = rest_of_an_event("twee") + RIGHT[RIGHT.index("[[events.rounds]]") :]

    assert [w.slug for e in configured(text=RIGHT + second).events for w in e.workshops] == ["beleid", "beleid"]


def test_two_rounds_cannot_have_one_number(problems: Problems) -> None:
    assert problems(SECOND_ROUND, SECOND_ROUND.replace("2", "1")) == ["events[0].rounds[1].number: 1 is used twice"]


def test_a_workshop_in_a_round_that_does_not_exist_is_refused(problems: Problems) -> None:
    assert problems("capacity = 25", "capacity = 25\nrounds = [1, 4]") == [
        "events[0].workshops[0].rounds: there is no round 4"
    ]


def test_a_workshop_in_no_round_is_refused(problems: Problems) -> None:
    assert problems("capacity = 25", "capacity = 25\nrounds = []") == [
        "events[0].workshops[0].rounds: is empty: leave it out for a workshop in every round"
    ]


def test_workshops_need_a_round(problems: Problems) -> None:
    workshop = RIGHT[RIGHT.index("[[events.workshops]]") :]

    assert problems(text=RIGHT[: RIGHT.index("[[events.rounds]]")] + workshop) == [
        "events[0].workshops: need at least one [[events.rounds]] to be given in"
    ]


def test_more_workshops_than_letters_are_refused(problems: Problems) -> None:
    more = "".join(f'[[events.workshops]]\nslug = "w{n}"\ntitle = "W"\ncapacity = 1\n' for n in range(26))

    assert problems(text=RIGHT + more) == ["events[0].workshops: are more than 26: each is known by a letter"]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("T16:30:00", "T09:30:00", "events[0].ends: is not after starts"),
        ("ends = 13:00:00", "ends = 12:00:00", "events[0].rounds[0].ends: is not after starts"),
        (
            "waitlist = true",
            "waitlist = true\nopens = 2023-02-01T09:00:00\ncloses = 2023-01-01T09:00:00",
            "events[0].closes: is not after opens",
        ),
        (
            "waitlist = true",
            "waitlist = true\nopens = 2023-04-01T09:00:00",
            "events[0].opens: is not before ends: nobody could ever register",
        ),
    ],
)
def test_times_stand_in_order(problems: Problems, old: str, new: str, line: str) -> None:
    assert problems(old, new) == [line]


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.1", "::1", "[::1]", "localhost", "LOCALHOST."])
def test_without_tls_this_machine_can_be_reached(configured: Configured, host: str) -> None:
    configured('host = "smtp.example.nl"', f'host = "{host}"\nsecurity = "none"')


@pytest.mark.parametrize("host", ["smtp.example.nl", "10.0.0.1", "0.0.0.0", "localhost.example.nl", "::2"])
def test_without_tls_no_other_machine_can_be_reached(problems: Problems, host: str) -> None:
    assert problems('host = "smtp.example.nl"', f'host = "{host}"\nsecurity = "none"') == [
        'smtp.security: "none" is for this machine only (localhost): use "tls" or "starttls"'
    ]
    assert problems('host = "imap.example.nl"', f'host = "{host}"\nsecurity = "none"') == [
        'mailbox.security: "none" is for this machine only (localhost): use "tls" or "starttls"'
    ]


def test_a_mailbox_needs_a_secret_to_log_in_with(problems: Problems) -> None:
    assert problems('password = "geheim-1"\n', "") == [
        "mailbox.password: is missing: set MAILBOT_MAILBOX__PASSWORD, or give password_file or [mailbox.oauth]"
    ]


def test_a_user_at_the_mail_server_needs_a_secret_and_a_secret_a_user(problems: Problems) -> None:
    assert problems("[smtp]", '[smtp]\nusername = "platform"') == [
        "smtp.password: is missing: set MAILBOT_SMTP__PASSWORD, or give password_file or [smtp.oauth]"
    ]
    assert problems("[smtp]", '[smtp]\npassword = "x"') == [
        "smtp.username: is missing: there is a password or [smtp.oauth], but nobody to log in as"
    ]


def test_mails_cannot_be_filed_where_they_are(problems: Problems) -> None:
    assert problems("[mailbox]", '[mailbox]\nreview_folder = "INBOX"') == [
        "mailbox.review_folder: is the watched folder itself: mails would be moved to where they are"
    ]


def test_a_folder_of_templates_must_be_there(problems: Problems, configured: Configured) -> None:
    (line,) = problems("[mailbox]", '[templates]\nfolder = "mijn"\n[mailbox]')
    assert line.startswith("templates.folder: ")
    assert line.endswith("/mijn is not a folder")

    assert configured("[mailbox]", '[templates]\nfolder = "."\n[mailbox]').templates_folder is not None


MICROSOFT = """
[mailbox.oauth]
kind = "microsoft"
tenant = "t"
client_id = "c"
client_secret = "geheim-2"
"""
GOOGLE = """
[mailbox.oauth]
kind = "google"
client_id = "c"
client_secret = "geheim-2"
refresh_token = "geheim-3"
"""


@pytest.mark.parametrize("oauth", [MICROSOFT, GOOGLE])
def test_with_oauth_no_password_is_needed(configured: Configured, oauth: str) -> None:
    config = configured('password = "geheim-1"\n', "", text=RIGHT.replace('password = "geheim-1"\n', "") + oauth)

    assert config.mailbox.oauth is not None
    assert config.mailbox.oauth.client_secret is not None
    assert config.mailbox.oauth.client_secret.get_secret_value() == "geheim-2"


@pytest.mark.parametrize(
    ("oauth", "without", "line"),
    [
        (MICROSOFT, "tenant", "mailbox.oauth.tenant: is missing: Microsoft's token endpoint is one for each tenant"),
        (MICROSOFT, "client_id", "mailbox.oauth.client_id: is missing"),
        (MICROSOFT, "client_secret", "mailbox.oauth.client_secret: is missing: give it, or client_secret_file"),
        (GOOGLE, "client_secret", "mailbox.oauth.client_secret: is missing: give it, or client_secret_file"),
        (GOOGLE, "refresh_token", "mailbox.oauth.refresh_token: is missing: give it, or refresh_token_file"),
        (GOOGLE, "kind", "mailbox.oauth.kind: is missing"),
    ],
)
def test_oauth_needs_what_its_provider_asks_for(problems: Problems, oauth: str, without: str, line: str) -> None:
    kept = "\n".join(row for row in oauth.splitlines() if not row.startswith(without))

    assert problems(text=RIGHT + kept) == [line]


def test_secrets_are_only_sent_to_a_token_endpoint_with_tls(problems: Problems, configured: Configured) -> None:
    assert problems(text=RIGHT + MICROSOFT + 'token_url = "http://login.example.nl/token"') == [
        "mailbox.oauth.token_url: should begin with https://: a secret is sent there"
    ]
    configured(text=RIGHT + MICROSOFT + 'token_url = "http://127.0.0.1:8080/token"')
