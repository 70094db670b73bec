"""The settings of the two mail servers: where they are, and how mailbot shows who it is."""

from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, SecretStr, model_validator

from mailbot.config.fields import EmailText, FilePath, Port, Security, Text, TokenUrl
from mailbot.config.section import Section


class OAuthConfig(Section):
    """How to get access tokens for XOAUTH2: client credentials at Microsoft 365, a refresh token at Google.

    `token_url` and `scope` are needed only where the usual ones are not meant. `secret_expires` is the day on which
    the client secret ends: it is warned about in time.
    """

    kind: Literal["microsoft", "google"]
    client_id: Text
    tenant: Text | None = None
    client_secret: SecretStr | None = None
    client_secret_file: FilePath | None = None
    refresh_token: SecretStr | None = None
    refresh_token_file: FilePath | None = None
    token_url: TokenUrl | None = None
    scope: Text | None = None
    secret_expires: date | None = None


class Server(Section):
    """What IMAP and SMTP settings have in common. `timeout` in seconds."""

    host: Text
    port: Port
    security: Security = "tls"
    username: Text | None = None
    password: SecretStr | None = None
    password_file: FilePath | None = None
    oauth: OAuthConfig | None = None
    timeout: Annotated[float, Field(gt=0, le=600)] = 30.0

    default_ports: ClassVar[dict[str, int]]

    @model_validator(mode="before")
    @classmethod
    def _usual_port(cls, data: Any) -> Any:
        if not isinstance(data, dict) or "port" in data:
            return data
        security = str(data.get("security", "tls"))
        return {**data, "port": cls.default_ports.get(security, cls.default_ports["tls"])}


class MailboxConfig(Server):
    """The mailbox that is watched. `password` is empty only where `oauth` is configured."""

    default_ports: ClassVar[dict[str, int]] = {"tls": 993, "starttls": 143, "none": 143}

    username: Text
    password: SecretStr = SecretStr("")
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
    """The server that replies go out through. Without a username it is not logged in to."""

    default_ports: ClassVar[dict[str, int]] = {"tls": 465, "starttls": 587, "none": 25}

    from_name: str = ""
    per_minute: Annotated[int, Field(ge=1)] | None = None
    connections: Annotated[int, Field(ge=1, le=20)] = 3
