"""All the settings as one object. Their names are a contract, for people and other programs: docs/configuration.md."""

from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import Field, PrivateAttr, SecretStr
from sqlalchemy.engine import make_url

from mailbot.config.events import EventConfig
from mailbot.config.fields import PLAIN_POSTGRES, DatabaseUrl, EmailText, FilePath, Port, Zone
from mailbot.config.section import Section
from mailbot.config.servers import MailboxConfig, SmtpConfig
from mailbot.domain.event import Event


class AlertsConfig(Section):
    """Who is told when something needs a person; nobody, beyond the log, without it."""

    to: EmailText | None = None


class LimitsConfig(Section):
    """Brakes. `per_address`: mails of one address handled alone in a day; what comes after waits for a person."""

    per_address: Annotated[int, Field(ge=1)] = 20
    mail_bytes: Annotated[int, Field(ge=1024)] = 1024 * 1024
    attempts: Annotated[int, Field(ge=1)] = 3
    replies_per_ten_minutes: Annotated[int, Field(ge=1)] = 500


class DatabaseConfig(Section):
    url: DatabaseUrl = SecretStr("sqlite:///mailbot.db")


class TemplatesConfig(Section):
    folder: FilePath | None = None


class MonitorConfig(Section):
    """The port on this machine alone that answers /health and /metrics; None: no port is opened."""

    port: Port | None = None


class Config(Section):
    """Everything that mailbot is told."""

    mailbox: MailboxConfig
    smtp: SmtpConfig
    events: Annotated[tuple[EventConfig, ...], Field(strict=False)]
    alerts: AlertsConfig = AlertsConfig()
    limits: LimitsConfig = LimitsConfig()
    database: DatabaseConfig = DatabaseConfig()
    templates: TemplatesConfig = TemplatesConfig()
    monitor: MonitorConfig = MonitorConfig()
    language: Literal["nl", "en"] = "nl"
    timezone: Zone = "Europe/Amsterdam"
    _path: Path = PrivateAttr(default=Path("config.toml"))
    _secrets: tuple[str, ...] = PrivateAttr(default=())

    def model_post_init(self, context: Any) -> None:
        self._path = (context or {}).get("path", self._path)
        self._secrets = (context or {}).get("secrets", self._secrets)

    @property
    def path(self) -> Path:
        """The configuration file, as it was named."""
        return self._path

    @property
    def secrets_in_file(self) -> tuple[str, ...]:
        """The names of the secrets that the file itself holds: "mailbox.password"."""
        return self._secrets

    @property
    def folder(self) -> Path:
        """The folder of the configuration file: what relative paths in it start from."""
        return self._path.parent.absolute()

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    @property
    def database_url(self) -> str:
        """The URL to connect to, its password included; a relative SQLite path starts from the file's folder."""
        url = make_url(self.database.url.get_secret_value())
        if url.get_backend_name() == "sqlite" and url.database and not url.database.startswith((":memory:", "file:")):
            url = url.set(database=str(self.folder / url.database))
        elif url.drivername in PLAIN_POSTGRES:
            url = url.set(drivername="postgresql+psycopg")  # the driver that mailbot brings
        return url.render_as_string(hide_password=False)

    @property
    def templates_folder(self) -> Path | None:
        """Where the admin keeps templates of their own, absolute; None for those that mailbot brings."""
        return self.folder / self.templates.folder if self.templates.folder else None

    def event_list(self) -> tuple[Event, ...]:
        """The events of the domain, in the order of the file, all times in the configured zone."""
        return tuple(event.in_zone(self.zone) for event in self.events)
