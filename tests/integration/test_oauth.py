"""XOAUTH2 from end to end: a token endpoint, a Dovecot and an SMTP server that take tokens and no password."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.office import Office, letter, open_office
from tests.servers import need
from tests.servers.dovecot import Dovecot, installed
from tests.servers.token_endpoint import TokenEndpoint

JAN = "Jan de Vries <jan@utrecht.example>"
SIGN_UP = "Hierbij meld ik mij aan voor 30 maart.\n\nGroet,\nJan de Vries\n"
OAUTH = """
[{section}.oauth]
kind = "google"
client_id = "id"
client_secret = "geheim-een"
refresh_token = "geheim-twee"
token_url = "{url}"
"""


@contextmanager
def office_with_tokens(folder: Path, endpoint: TokenEndpoint, checker: int, good: str) -> Iterator[Office]:
    """Its servers take the token `good` and no other."""
    need("Dovecot (Debian: dovecot-imapd)", installed())
    more = OAUTH.format(section="mailbox", url=endpoint.url) + OAUTH.format(section="smtp", url=endpoint.url)
    with (
        Dovecot(oauth2=f"http://127.0.0.1:{checker}/?token=") as dovecot,
        open_office(folder, dovecot, password="verkeerd", more=more, smtp='username = "platform"') as office,
    ):
        office.smtp.token = good
        yield office


def test_mail_is_fetched_and_answered_with_one_token_for_both(
    tmp_path: Path, token_checker: Callable[[str], int]
) -> None:
    with (
        TokenEndpoint() as endpoint,
        office_with_tokens(tmp_path, endpoint, token_checker("token-1"), "token-1") as office,
    ):
        office.post(letter(JAN, SIGN_UP))

        assert office.run_once() == []
        assert office.answers() == [("jan@utrecht.example", "confirmed")]
        assert len(endpoint.requests) == 1
        assert set(office.smtp.logins) == {("XOAUTH2", True)}


def test_a_token_that_is_refused_is_had_anew_once_and_at_once(
    tmp_path: Path, token_checker: Callable[[str], int]
) -> None:
    with (
        TokenEndpoint() as endpoint,
        office_with_tokens(tmp_path, endpoint, token_checker("token-2"), "token-2") as office,
    ):
        office.post(letter(JAN, SIGN_UP))

        assert office.run_once() == []
        assert office.answers() == [("jan@utrecht.example", "confirmed")]
        assert endpoint.given == ["token-1", "token-2"]


def test_smtp_too_gets_another_token_where_the_first_is_refused(
    tmp_path: Path, token_checker: Callable[[str], int]
) -> None:
    with (
        TokenEndpoint() as endpoint,
        office_with_tokens(tmp_path, endpoint, token_checker("token-1"), "token-2") as office,
    ):
        office.post(letter(JAN, SIGN_UP))

        assert office.run_once() == []
        assert office.answers() == [("jan@utrecht.example", "confirmed")]
        assert office.smtp.logins[0] == ("XOAUTH2", False)
        assert endpoint.given == ["token-1", "token-2"]


def test_servers_that_take_no_token_at_all_are_asked_twice_and_no_more(
    tmp_path: Path, token_checker: Callable[[str], int]
) -> None:
    with (
        TokenEndpoint() as endpoint,
        office_with_tokens(tmp_path, endpoint, token_checker("een andere"), "een andere") as office,
    ):
        troubles = office.run_once()

        assert [trouble.split(": ", 1)[1] for trouble in troubles] == [
            "look at the username and access token of [mailbox]"
        ]
        assert len(endpoint.requests) == 2


def test_what_the_token_endpoint_refuses_is_told_and_not_asked_again(
    tmp_path: Path, token_checker: Callable[[str], int]
) -> None:
    with (
        TokenEndpoint() as endpoint,
        office_with_tokens(tmp_path, endpoint, token_checker("token-1"), "token-1") as office,
    ):
        endpoint.answers = [(400, {"error": "invalid_grant", "error_description": "geheim-twee"})]

        troubles = office.run_once()

        assert troubles == [
            "[mailbox.oauth]: the refresh token holds no longer (ended, withdrawn, or a new password since): "
            "make a new one (invalid_grant)"
        ]
        assert len(endpoint.requests) == 1


def test_the_worker_tells_of_a_secret_that_ends_and_of_a_new_one(
    tmp_path: Path, token_checker: Callable[[str], int]
) -> None:
    with (
        TokenEndpoint() as endpoint,
        office_with_tokens(tmp_path, endpoint, token_checker("token-1"), "token-1") as office,
    ):
        oauth = str(office.settings["more"])
        ending = oauth.replace('kind = "google"', 'kind = "google"\nsecret_expires = {0}')
        told = []
        for ends in ("2023-03-23", "2023-03-22", "2023-03-22", "2024-02-20"):
            endpoint.given.clear()
            office.configure(more=ending.format(ends) + '[alerts]\nto = "beheer@example.nl"\n')
            assert office.run_once() == []
            told.append(len(office.smtp.messages))

        assert told == [0, 1, 1, 2]
        assert "verloopt binnenkort" in str(office.smtp.messages[0].email["Subject"])
        assert "is vernieuwd" in str(office.smtp.messages[1].email["Subject"])
