"""Tokens are had as Microsoft and Google want it, kept while they hold, and what goes wrong is said in plain words."""

import logging
import socket
import ssl
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from mailbot.adapters import oauth
from mailbot.adapters.oauth import Grant, Tokens, tokens_for
from mailbot.config import OAuthConfig
from mailbot.errors import TokenError
from tests.servers.tls import certificates
from tests.servers.token_endpoint import TokenEndpoint

SECRET, REFRESH = "geheim-van-de-client", "geheime-refresh"


@pytest.fixture
def endpoint() -> Iterator[TokenEndpoint]:
    with TokenEndpoint() as endpoint:
        yield endpoint


def google(url: str) -> OAuthConfig:
    return OAuthConfig(kind="google", client_id="id", client_secret=SECRET, refresh_token=REFRESH, token_url=url)  # type: ignore[arg-type]


def microsoft(**more: Any) -> OAuthConfig:
    return OAuthConfig(kind="microsoft", client_id="id", client_secret=SECRET, **{"tenant": "huurder", **more})


def tokens(settings: OAuthConfig) -> Tokens:
    made = tokens_for(settings, "mailbox")
    assert made is not None
    return made


# -- having them ----------------------------------------------------------------------------------------------------


def test_a_refresh_token_is_exchanged_as_google_wants_it(endpoint: TokenEndpoint) -> None:
    assert tokens(google(endpoint.url))() == "token-1"

    assert endpoint.requests == [
        {"client_id": "id", "client_secret": SECRET, "grant_type": "refresh_token", "refresh_token": REFRESH}
    ]


def test_client_credentials_at_a_token_url_of_ones_own(endpoint: TokenEndpoint) -> None:
    assert tokens(microsoft(token_url=endpoint.url))() == "token-1"

    assert endpoint.requests == [
        {
            "client_id": "id",
            "client_secret": SECRET,
            "grant_type": "client_credentials",
            "scope": "https://outlook.office365.com/.default",
        }
    ]


@pytest.fixture
def entra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TokenEndpoint]:
    """An endpoint in Microsoft's place: msal insists on TLS, and finds the way by discovery."""
    made = certificates(tmp_path)
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(made.ca))
    with TokenEndpoint(made.server) as endpoint:
        monkeypatch.setattr(oauth, "MICROSOFT", endpoint.root)
        yield endpoint


def test_client_credentials_go_through_msal_to_the_tenant(entra: TokenEndpoint) -> None:
    had = tokens(microsoft())

    first = had()
    had.refused(first)

    assert (first, had()) == ("token-1", "token-2")  # msal's own cache must not bring the refused one back
    asked = entra.requests[0]
    assert (asked["grant_type"], asked["scope"]) == ("client_credentials", "https://outlook.office365.com/.default")
    assert (asked["client_id"], asked["client_secret"]) == ("id", SECRET)


def test_a_refusal_by_microsoft_is_said_in_plain_words(entra: TokenEndpoint) -> None:
    entra.answers = [(401, {"error": "invalid_client", "error_description": "AADSTS7000222: tenant huurder"})]

    with pytest.raises(TokenError) as raised:
        tokens(microsoft())()

    assert raised.value.refused
    assert str(raised.value) == (
        "[mailbox.oauth]: client_id or client_secret is wrong, or the secret has ended: make a new one (invalid_client)"
    )


def test_without_oauth_there_are_no_tokens() -> None:
    assert tokens_for(None, "smtp") is None


# -- keeping them ---------------------------------------------------------------------------------------------------


class Counting:
    """Gives token 1, 2, ...; each holds for `seconds` by a clock that the test sets."""

    def __init__(self, seconds: float) -> None:
        self.seconds, self.asked, self.now = seconds, 0, 1000.0

    def __call__(self) -> Grant:
        self.asked += 1
        return Grant(str(self.asked), self.seconds)


@pytest.mark.parametrize(("seconds", "kept_for"), [(3600, 3300), (400, 200), (0, 0)])
def test_a_token_is_kept_until_shortly_before_it_ends(seconds: float, kept_for: float) -> None:
    ask = Counting(seconds)
    had = Tokens(ask, lambda: ask.now)
    had()

    ask.now += kept_for - 1
    kept = had() if kept_for else "1"
    ask.now += 1

    assert (kept, had()) == ("1", "2")


def test_a_refused_token_is_forgotten_and_a_newer_one_is_not() -> None:
    had = Tokens(Counting(3600))
    old = had()
    had.refused(old)
    new = had()

    had.refused(old)  # another thread, which held the old one still

    assert (old, new, had()) == ("1", "2", "2")


def test_threads_that_come_together_ask_once() -> None:
    ask = Counting(3600)
    had = Tokens(ask)

    with ThreadPoolExecutor(8) as threads:
        got = list(threads.map(lambda _: had(), range(64)))

    assert (set(got), ask.asked) == ({"1"}, 1)


def test_after_a_failure_the_next_call_asks_again(endpoint: TokenEndpoint) -> None:
    endpoint.answers = [(400, {"error": "invalid_grant"})]
    had = tokens(google(endpoint.url))

    with pytest.raises(TokenError):
        had()

    assert had() == "token-1"


# -- what goes wrong ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "answer", "words", "refused"),
    [
        (400, {"error": "invalid_grant", "error_description": REFRESH}, "the refresh token holds no longer", True),
        (401, {"error": "invalid_client"}, "client_id or client_secret is wrong", True),
        (400, {"error": "unauthorized_client"}, "the application is not known there", True),
        (503, {"error": "temporarily_unavailable"}, "gave no token (temporarily_unavailable)", False),
        (200, {"error": f"Iets met {SECRET}"}, "gave no token", False),
        (200, "<html>" + SECRET, "an answer that makes no sense", False),
        (200, "[1]", "gave no token", False),
        (200, {"access_token": ""}, "gave no token", False),
        (302, "", "an answer that makes no sense", False),
    ],
)
def test_what_the_endpoint_answers_is_told_without_its_words(
    endpoint: TokenEndpoint,
    status: int,
    answer: dict[str, Any] | str,
    words: str,
    refused: bool,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    endpoint.answers = [(status, answer)]

    with pytest.raises(TokenError) as raised:
        tokens(google(endpoint.url))()

    assert words in str(raised.value)
    assert "[mailbox.oauth]" in str(raised.value)
    assert raised.value.refused is refused
    for secret in (SECRET, REFRESH):
        assert secret not in str(raised.value) + caplog.text
    assert raised.value.__cause__ is None


def test_an_endpoint_that_is_away_is_worth_another_try() -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{nobody.getsockname()[1]}/token"
        with pytest.raises(TokenError, match=r"the token endpoint of \[mailbox.oauth\] cannot be reached") as raised:
            tokens(google(url))()

    assert not raised.value.refused


def test_an_endpoint_with_another_certificate_gets_no_secret(tmp_path: Path) -> None:
    context: ssl.SSLContext = certificates(tmp_path).server
    with TokenEndpoint(context) as endpoint:
        with pytest.raises(TokenError, match="is not to be trusted"):
            tokens(google(endpoint.url))()

        assert endpoint.requests == []


def test_a_lifetime_as_text_counts_and_a_missing_one_is_short(endpoint: TokenEndpoint) -> None:
    answers: list[dict[str, Any]] = [{"access_token": "a", "expires_in": "3599"}, {"access_token": "b"}]

    seconds = [oauth._grant(answer, google(endpoint.url), "").seconds for answer in answers]

    assert seconds == [3599, 300]
