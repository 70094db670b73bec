"""The settings: one TOML file, each setting also as an environment variable, every mistake named with its path.

`load()` reads the file, lays the environment over it (`MAILBOT_MAILBOX__PASSWORD`, `MAILBOT_EVENTS__0__CAPACITY`),
checks everything at once, and returns a `Config`. What the settings *mean* for events is `domain.event`'s.
"""

import os
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from difflib import get_close_matches
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PrivateAttr,
    SecretStr,
    StringConstraints,
    ValidationError,
    model_validator,
)
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from mailbot.domain.event import Event, Round, Workshop
from mailbot.errors import ConfigError

# Set for the program, not for one of its settings.
NOT_SETTINGS = {"MAILBOT_CONFIG", "MAILBOT_NOW", "MAILBOT_TEST_ALL"}

Security = Literal["tls", "starttls", "none"]
Port = Annotated[int, Field(ge=1, le=65535)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
SLUG_PATTERN = r"^[a-z0-9][a-z0-9-]*$"
EMAIL_PATTERN = r"^[^@\s<>,;]+@[^@\s<>,;]+$"
Slug = Annotated[str, StringConstraints(pattern=SLUG_PATTERN)]
EmailText = Annotated[str, StringConstraints(strip_whitespace=True, to_lower=True, pattern=EMAIL_PATTERN)]


def _local(value: datetime) -> datetime:
    if value.tzinfo is not None:
        raise ValueError("is a local time: leave the offset out, the configured timezone says it")
    return value


def _database_url(value: str) -> str:
    try:
        make_url(value)
    except ArgumentError:
        raise ValueError("is not a database URL, such as sqlite:///mailbot.db") from None
    return value


LocalTime = Annotated[datetime, AfterValidator(_local)]
DatabaseUrl = Annotated[SecretStr, AfterValidator(lambda s: SecretStr(_database_url(s.get_secret_value())))]


class Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Server(Section):
    """What IMAP and SMTP settings have in common."""

    host: Text
    security: Security = "tls"
    username: Text | None = None
    password: SecretStr | None = None
    timeout: Annotated[float, Field(gt=0, le=600)] = 30.0

    default_ports: ClassVar[dict[str, int]] = {}

    @model_validator(mode="before")
    @classmethod
    def _usual_port(cls, data: Any) -> Any:
        if isinstance(data, dict) and "port" not in data and data.get("security", "tls") in cls.default_ports:
            return {**data, "port": cls.default_ports[data.get("security", "tls")]}
        return data

    @model_validator(mode="after")
    def _clear_text_stays_at_home(self) -> Self:
        if self.security == "none" and not _is_loopback(self.host):
            raise ValueError('security = "none" is for this machine only (localhost): use "tls" or "starttls"')
        return self


class MailboxConfig(Server):
    default_ports: ClassVar[dict[str, int]] = {"tls": 993, "starttls": 143, "none": 143}

    port: Port
    username: Text
    password: SecretStr
    folder: Text = "INBOX"
    address: EmailText
    since: date | None = None
    authserv_id: Text | None = None
    poll_seconds: Annotated[int, Field(ge=1, le=3600)] = 30
    idle: bool = True
    accepted_folder: Text | None = None
    review_folder: Text | None = None
    ignored_folder: Text | None = None

    @property
    def filing(self) -> bool:
        """Whether the admin asked for mails to be moved. Only then is the folder opened for writing."""
        return bool(self.accepted_folder or self.review_folder or self.ignored_folder)


class SmtpConfig(Server):
    default_ports: ClassVar[dict[str, int]] = {"tls": 465, "starttls": 587, "none": 25}

    port: Port
    from_name: str = ""
    per_minute: Annotated[int, Field(ge=1)] | None = None
    connections: Annotated[int, Field(ge=1, le=20)] = 3


class AlertsConfig(Section):
    to: EmailText | None = None


class LimitsConfig(Section):
    per_address: Annotated[int, Field(ge=1)] = 20
    mail_bytes: Annotated[int, Field(ge=1024)] = 1024 * 1024
    attempts: Annotated[int, Field(ge=1)] = 3
    replies_per_ten_minutes: Annotated[int, Field(ge=1)] = 500


class DatabaseConfig(Section):
    url: DatabaseUrl = SecretStr("sqlite:///mailbot.db")


class TemplatesConfig(Section):
    folder: Path | None = None


class RoundConfig(Section):
    number: Annotated[int, Field(ge=1, le=99)]
    starts: time
    ends: time


class WorkshopConfig(Section):
    slug: Slug
    title: Text
    capacity: Annotated[int, Field(ge=0)]
    rounds: tuple[int, ...] | None = None
    by: tuple[Text, ...] = ()
    aliases: tuple[Text, ...] = ()


class EventConfig(Section):
    slug: Slug
    title: Text
    starts: LocalTime
    ends: LocalTime
    location: Text
    capacity: Annotated[int, Field(ge=0)]
    waitlist: bool
    doors: LocalTime | None = None
    opens: LocalTime | None = None
    closes: LocalTime | None = None
    url: Text | None = None
    aliases: tuple[Text, ...] = ()
    rounds: tuple[RoundConfig, ...] = ()
    workshops: tuple[WorkshopConfig, ...] = ()

    def problems(self) -> Iterator[tuple[str, str]]:
        """What is wrong between settings that are each right by themselves: (path within the event, what)."""
        if self.ends <= self.starts:
            yield "ends", "is not after starts"
        if self.opens and self.closes and self.closes <= self.opens:
            yield "closes", "is not after opens"
        numbers = [r.number for r in self.rounds]
        for at, round in enumerate(self.rounds):
            if round.number in numbers[:at]:
                yield f"rounds[{at}].number", f"{round.number} is used twice"
            if round.ends <= round.starts:
                yield f"rounds[{at}].ends", "is not after starts"
        slugs = [w.slug for w in self.workshops]
        for at, workshop in enumerate(self.workshops):
            if workshop.slug in slugs[:at]:
                yield f"workshops[{at}].slug", f'"{workshop.slug}" is used twice'
            for number in workshop.rounds or ():
                if number not in numbers:
                    yield f"workshops[{at}].rounds", f"there is no round {number}"
        if self.workshops and not self.rounds:
            yield "workshops", "need at least one [[events.rounds]] to be given in"
        if len(self.workshops) > 26:
            yield "workshops", "are more than 26: each is known by a letter"


class Config(Section):
    """Everything that mailbot is told. `events_in_time()` gives the events as the domain knows them."""

    mailbox: MailboxConfig
    smtp: SmtpConfig
    events: Annotated[tuple[EventConfig, ...], Field(min_length=1)]
    alerts: AlertsConfig = AlertsConfig()
    limits: LimitsConfig = LimitsConfig()
    database: DatabaseConfig = DatabaseConfig()
    templates: TemplatesConfig = TemplatesConfig()
    language: Literal["nl", "en"] = "nl"
    timezone: Text = "Europe/Amsterdam"
    _path: Path = PrivateAttr(default=Path("config.toml"))

    def model_post_init(self, context: Any) -> None:
        self._path = (context or {}).get("path", self._path)

    @property
    def folder(self) -> Path:
        """The folder of the configuration file: what relative paths in it start from."""
        return self._path.parent.absolute()

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    @property
    def database_url(self) -> str:
        """The URL to connect to, a relative SQLite path taken from the folder of the configuration file."""
        url = make_url(self.database.url.get_secret_value())
        if url.get_backend_name() == "sqlite" and url.database and url.database != ":memory:":
            url = url.set(database=str(self.folder / url.database))
        elif url.drivername in ("postgresql", "postgres"):
            url = url.set(drivername="postgresql+psycopg")  # the driver that mailbot brings
        return url.render_as_string(hide_password=False)

    @property
    def templates_folder(self) -> Path | None:
        """Where the admin keeps templates of their own, absolute; None for those that mailbot brings."""
        return self.folder / self.templates.folder if self.templates.folder else None

    def event_list(self) -> tuple[Event, ...]:
        """The events of the domain, in the order of the file, all times in the configured zone."""
        return tuple(_event(event, self.zone) for event in self.events)


def load(path: Path, environ: Mapping[str, str] = os.environ) -> Config:
    """The configuration in that file with the environment over it. Raises ConfigError with every problem at once."""
    data = _read(path)
    unknown = _overlay(data, environ)
    problems = [f"{name}: there is no setting of that name" for name in unknown]
    try:
        config = Config.model_validate(data, context={"path": path})
    except ValidationError as error:
        raise ConfigError([*problems, *(f"{path}: {_plain(e)}" for e in error.errors(include_url=False))]) from None
    problems += [f"{path}: {where}: {what}" for where, what in _problems_between(config)]
    if problems:
        raise ConfigError(problems)
    return config


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise ConfigError([f"{path}: there is no such file. Copy config.example.toml to begin with."]) from None
    except OSError as error:
        raise ConfigError([f"{path}: cannot be read: {error.strerror}"]) from None
    except UnicodeDecodeError:
        raise ConfigError([f"{path}: cannot be read: it is not UTF-8 text"]) from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError([f"{path}: is not valid TOML: {error}"]) from None


def _overlay(data: dict[str, Any], environ: Mapping[str, str]) -> list[str]:
    """Lay MAILBOT_ variables over the file's data. Returns the names that lead nowhere."""
    unknown = []
    for name in sorted(environ):
        if not name.startswith("MAILBOT_") or name in NOT_SETTINGS:
            continue
        *path, last = name.removeprefix("MAILBOT_").lower().split("__")
        if (path or [last])[0] not in Config.model_fields or not _put(data, path, last, environ[name]):
            unknown.append(name)
    return unknown


def _put(data: Any, path: list[str], last: str, text: str) -> bool:
    """Set one value deep in nested dicts and lists; False where the path leaves what is there."""
    for step in path:
        if isinstance(data, list):
            if not step.isdigit() or int(step) >= len(data):
                return False
            data = data[int(step)]
        elif isinstance(data, dict):
            data = data.setdefault(step, {})
        else:
            return False
    if not isinstance(data, dict):
        return False
    data[last] = _toml_array(text) if text.startswith("[") else text
    return True


def _toml_array(text: str) -> Any:
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text


def _plain(error: Any) -> str:
    """One pydantic error as a plain line: `events[1].capacity: is missing`. Never shows the value: it may be secret."""
    where = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in error["loc"]).lstrip(".")
    if error["type"] == "missing":
        return f"{where}: is missing"
    if error["type"] == "extra_forbidden":
        return f"{where}: there is no such setting{_meant(error['loc'])}"
    message = error["msg"].removeprefix("Value error, ").removeprefix("Input ")
    if error["type"] == "string_pattern_mismatch":
        message = PATTERNS[error["ctx"]["pattern"]]
    return f"{where}: {message[0].lower()}{message[1:]}"


def _meant(loc: tuple[str | int, ...]) -> str:
    """ ", did you mean ...?" where a setting of nearly that name exists in that section."""
    model: type[BaseModel] = Config
    for step in loc[:-1]:
        if isinstance(step, str):
            model = SECTIONS.get(step, model)
    close = get_close_matches(str(loc[-1]), model.model_fields, n=1)
    return f", did you mean {close[0]}?" if close else ""


SECTIONS: dict[str, type[BaseModel]] = {
    "mailbox": MailboxConfig,
    "smtp": SmtpConfig,
    "alerts": AlertsConfig,
    "limits": LimitsConfig,
    "database": DatabaseConfig,
    "templates": TemplatesConfig,
    "events": EventConfig,
    "rounds": RoundConfig,
    "workshops": WorkshopConfig,
}

PATTERNS = {
    SLUG_PATTERN: "should be small letters, digits and hyphens only",
    EMAIL_PATTERN: "should be an e-mail address, such as platform@example.nl",
}


def _problems_between(config: Config) -> Iterator[tuple[str, str]]:
    """What is wrong between settings that are each right by themselves: (path, what)."""
    try:
        ZoneInfo(config.timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        yield "timezone", "is not a known time zone, such as Europe/Amsterdam"
    slugs = [event.slug for event in config.events]
    for at, event in enumerate(config.events):
        if event.slug in slugs[:at]:
            yield f"events[{at}].slug", f'"{event.slug}" is used twice'
        for where, what in event.problems():
            yield f"events[{at}].{where}", what
    folder = config.templates_folder
    if folder is not None and not folder.is_dir():
        yield "templates.folder", f"{folder} is not a folder"


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower().rstrip(".") == "localhost"


def _event(config: EventConfig, zone: ZoneInfo) -> Event:
    day = config.starts.date()
    numbers = tuple(r.number for r in config.rounds)
    return Event(
        slug=config.slug,
        title=config.title,
        starts=config.starts.replace(tzinfo=zone),
        ends=config.ends.replace(tzinfo=zone),
        location=config.location,
        capacity=config.capacity,
        waitlist=config.waitlist,
        doors=_at(config.doors, zone),
        opens=_at(config.opens, zone),
        closes=_at(config.closes, zone),
        url=config.url,
        aliases=config.aliases,
        rounds=tuple(
            Round(r.number, datetime.combine(day, r.starts, zone), datetime.combine(day, r.ends, zone))
            for r in config.rounds
        ),
        workshops=tuple(
            Workshop(w.slug, w.title, w.capacity, numbers if w.rounds is None else w.rounds, w.by, w.aliases)
            for w in config.workshops
        ),
    )


def _at(local: datetime | None, zone: ZoneInfo) -> datetime | None:
    return local.replace(tzinfo=zone) if local else None
