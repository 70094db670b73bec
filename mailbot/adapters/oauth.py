"""OAuth2 access tokens for XOAUTH2: client credentials as Microsoft 365 wants them (msal), a refresh token as Google
wants it (RFC 6749, 6: one POST, for which requests is enough).

`Tokens` keeps a token until shortly before it ends, and forgets it as soon as a mail server refuses it: a login that
is refused is tried once more, with a fresh one. Poll, IDLE and delivery share one; whoever comes while another thread
asks, waits for its answer.

No text here quotes a token endpoint beyond its error code (RFC 6749, 5.2): descriptions name tenants and accounts.
"""

import logging
import re
import threading
import time
from collections.abc import Callable
from typing import Any, NamedTuple, Protocol

from pydantic import SecretStr

from mailbot.config import OAuthConfig
from mailbot.errors import TokenError

# msal logs an answer that isn't JSON whole; whatever it is, it is no business of a log.
logging.getLogger("msal").setLevel(logging.CRITICAL)

MICROSOFT = "https://login.microsoftonline.com"
# Good for IMAP and for SMTP; /.default stands for all that the admin has consented to.
MICROSOFT_SCOPE = "https://outlook.office365.com/.default"
GOOGLE = "https://oauth2.googleapis.com/token"
SECONDS = 20.0  # to wait for the endpoint
MARGIN = 300.0  # seconds before its end a token counts as over: it must outlive the login that it is for


class Grant(NamedTuple):
    """A token, and for how many seconds it holds."""

    token: str
    seconds: float


class Token(Protocol):
    """What an adapter logs in with. `refused` is told which token a mail server has just refused; the next call then
    gives another one."""

    def __call__(self) -> str: ...
    def refused(self, token: str) -> None: ...


class Tokens:
    """The access token of one account. Thread-safe."""

    def __init__(self, ask: Callable[[], Grant], clock: Callable[[], float] = time.monotonic) -> None:
        self._ask, self._clock = ask, clock
        self._mutex = threading.Lock()
        self._token, self._until = "", 0.0

    def __call__(self) -> str:
        """A token that still holds for a while. Raises TokenError."""
        with self._mutex:
            if not self._token or self._clock() >= self._until:
                grant = self._ask()
                # of a token that holds for less than the margin, half its time is used
                self._until = self._clock() + max(grant.seconds - MARGIN, grant.seconds / 2)
                self._token = grant.token
            return self._token

    def refused(self, token: str) -> None:
        """Forget that token, unless another thread has a newer one already."""
        with self._mutex:
            if token == self._token:
                self._token = ""


def tokens_for(oauth: OAuthConfig | None, section: str) -> Tokens | None:
    """The tokens that a server's settings ask for; None where it is logged in to by password. `section`: the name of
    the settings, for what goes wrong: "mailbox" or "smtp"."""
    if oauth is None:
        return None
    where = f"[{section}.oauth]"
    ask = _microsoft if oauth.kind == "microsoft" and not oauth.token_url else _endpoint
    return Tokens(lambda: _grant(ask(oauth, where), oauth, where))


def _microsoft(oauth: OAuthConfig, where: str) -> dict[str, Any]:
    import msal  # 0.15 s and 16 MB that only those with Microsoft 365 need
    import requests

    with requests.Session() as session:
        try:
            application = msal.ConfidentialClientApplication(
                oauth.client_id,
                client_credential=_secret(oauth.client_secret),
                authority=f"{MICROSOFT}/{oauth.tenant}",
                instance_discovery=False,  # whether that host is Microsoft's need not be asked of Microsoft
                http_client=_Impatient(session),
            )
            answer = application.acquire_token_for_client([oauth.scope or MICROSOFT_SCOPE])
        except requests.RequestException as error:
            raise _out_of_reach(error, where) from None
        except (
            ValueError,
            LookupError,
            TypeError,
            RuntimeError,
        ):  # what msal makes of a tenant that isn't there, or of nonsense
            raise TokenError(
                f"Microsoft's answer about the tenant makes no sense: look at tenant in {where}", refused=True
            ) from None
    return dict(answer or {})


class _Impatient:
    """msal's way to the network, with a limit on how long it waits."""

    def __init__(self, session: Any) -> None:
        self._session = session

    def get(self, url: str, **options: Any) -> Any:
        return self._session.get(url, **{"timeout": SECONDS, **options})

    def post(self, url: str, **options: Any) -> Any:
        return self._session.post(url, **{"timeout": SECONDS, **options})

    def close(self) -> None:
        self._session.close()


def _endpoint(oauth: OAuthConfig, where: str) -> dict[str, Any]:
    import requests  # late, as msal is

    form = {"client_id": oauth.client_id, "client_secret": _secret(oauth.client_secret)}
    if oauth.kind == "google":
        form |= {"grant_type": "refresh_token", "refresh_token": _secret(oauth.refresh_token)}
    else:
        form |= {"grant_type": "client_credentials", "scope": oauth.scope or MICROSOFT_SCOPE}
    if oauth.scope:
        form["scope"] = oauth.scope
    try:
        # no redirects: the secret is for that endpoint and no other
        answer = requests.post(oauth.token_url or GOOGLE, data=form, timeout=SECONDS, allow_redirects=False)
        content = answer.json()
    except requests.JSONDecodeError:
        raise TokenError(f"the token endpoint of {where} gave an answer that makes no sense") from None
    except requests.RequestException as error:
        raise _out_of_reach(error, where) from None
    return content if isinstance(content, dict) else {}


def _secret(value: SecretStr | None) -> str:
    return value.get_secret_value() if value else ""


def _out_of_reach(error: Exception, where: str) -> TokenError:
    """The error's own text may hold the URL, and a proxy's password in it."""
    import requests

    if isinstance(error, requests.exceptions.SSLError):
        return TokenError(f"the certificate of the token endpoint of {where} is not to be trusted")
    if isinstance(error, requests.Timeout):
        return TokenError(f"the token endpoint of {where} did not answer within {SECONDS:g} s")
    return TokenError(f"the token endpoint of {where} cannot be reached")


# RFC 6749, 5.2, and what the codes of the two providers come down to for whoever set mailbot up.
REFUSALS = {
    "invalid_client": "client_id or client_secret is wrong, or the secret has ended: make a new one",
    "unauthorized_client": "the application is not known there, or may not do this: look at client_id and its consent",
    "invalid_scope": "the scope is not known there: leave scope out for the usual one",
    "invalid_request": "the endpoint does not understand the request: look at tenant, client_id and token_url",
    "unsupported_grant_type": "the endpoint gives no tokens in this way: look at kind and token_url",
    "access_denied": "access was denied: an administrator must consent to the application",
}
INVALID_GRANT = {
    "google": "the refresh token holds no longer (ended, withdrawn, or a new password since): make a new one",
    "microsoft": "the credentials hold no longer, or an administrator has not consented yet",
}


def _grant(answer: dict[str, Any], oauth: OAuthConfig, where: str) -> Grant:
    """What the endpoint gave. Raises TokenError for anything but a token."""
    token = answer.get("access_token")
    if isinstance(token, str) and token:
        return Grant(token, _seconds(answer.get("expires_in")))
    code = str(answer.get("error", ""))
    words = INVALID_GRANT[oauth.kind] if code == "invalid_grant" else REFUSALS.get(code)
    if words:
        raise TokenError(f"{where}: {words} ({code})", refused=True)
    shown = f" ({code})" if re.fullmatch(r"[a-z_]{1,40}", code) else ""
    raise TokenError(f"the token endpoint of {where} gave no token{shown}")


def _seconds(value: object) -> float:
    """RFC 6749 leaves `expires_in` out at will, and some send it as text."""
    try:
        return max(float(str(value)), 0.0)
    except ValueError:
        return MARGIN
