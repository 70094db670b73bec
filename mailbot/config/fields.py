"""The kinds of values that settings have, each with the plain words for what is wrong with one."""

from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field, SecretStr, StringConstraints
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from mailbot.config.loopback import is_loopback

SLUG_PATTERN = r"^[a-z0-9][a-z0-9-]*$"
EMAIL_PATTERN = r"^[^@\s<>,;]+@[^@\s<>,;]+$"
PATTERNS = {
    SLUG_PATTERN: "should be small letters, digits and hyphens only",
    EMAIL_PATTERN: "should be an e-mail address, such as platform@example.nl",
}


def _local(value: datetime) -> datetime:
    if value.tzinfo is not None:
        raise ValueError("is a local time: leave the offset out, the configured timezone says it")
    return value


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # OSError: "Europe" is a folder of zones
        raise ValueError("is not a known time zone, such as Europe/Amsterdam") from None
    return value


def _database(value: SecretStr) -> SecretStr:
    # The URL may hold a password: nothing of it, nor what SQLAlchemy says of it, may reach the message.
    try:
        url = make_url(value.get_secret_value())
        if url.drivername not in PLAIN_POSTGRES:
            url.get_dialect().import_dbapi()
    except (NoSuchModuleError, ImportError):
        raise ValueError("needs a driver that is not installed; those of sqlite and postgresql are") from None
    except (ArgumentError, ValueError):  # ValueError: a port that is no number
        raise ValueError("is not a database URL, such as sqlite:///mailbot.db") from None
    return value


def _token_url(value: str) -> str:
    url = urlsplit(value)
    if url.scheme != "https" and not (url.scheme == "http" and is_loopback(url.hostname or "")):
        raise ValueError("should begin with https://: a secret is sent there")
    return value


# Without a driver named, mailbot's own is meant: see Config.database_url.
PLAIN_POSTGRES = ("postgresql", "postgres")

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Texts = Annotated[tuple[Text, ...], Field(strict=False)]  # TOML has lists, not tuples
Slug = Annotated[str, StringConstraints(pattern=SLUG_PATTERN)]
EmailText = Annotated[str, StringConstraints(strip_whitespace=True, to_lower=True, pattern=EMAIL_PATTERN)]
FilePath = Annotated[Path, Field(strict=False)]  # TOML has text, not paths
Port = Annotated[int, Field(ge=1, le=65535)]
Seats = Annotated[int, Field(ge=0)]
Security = Literal["tls", "starttls", "none"]
LocalTime = Annotated[datetime, AfterValidator(_local)]
Zone = Annotated[str, AfterValidator(_zone)]
DatabaseUrl = Annotated[SecretStr, AfterValidator(_database)]
TokenUrl = Annotated[str, AfterValidator(_token_url)]
