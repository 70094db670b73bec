"""The settings: one TOML file, each setting also as an environment variable, every mistake named with its path.

fields, section      what a value, and what a section of values, can be
servers, events      the sections about mail servers, and about what is announced
model                all of them together: `Config`
environment          variables laid over the file
secret_files         passwords that stand in files of their own
rules                what is wrong between settings
problems             a mistake in plain words
load                 file + environment -> Config, or ConfigError with every mistake at once
advice               what is allowed, but looks like a mistake

What the settings *mean* for events is `domain.event`'s.
"""

from mailbot.config.advice import warnings
from mailbot.config.environment import NOT_SETTINGS
from mailbot.config.events import EventConfig, RoundConfig, WorkshopConfig
from mailbot.config.load import load
from mailbot.config.model import (
    AlertsConfig,
    Config,
    DatabaseConfig,
    LimitsConfig,
    MonitorConfig,
    TemplatesConfig,
)
from mailbot.config.section import Section
from mailbot.config.servers import MailboxConfig, OAuthConfig, Server, SmtpConfig

__all__ = [
    "NOT_SETTINGS",
    "AlertsConfig",
    "Config",
    "DatabaseConfig",
    "EventConfig",
    "LimitsConfig",
    "MailboxConfig",
    "MonitorConfig",
    "OAuthConfig",
    "RoundConfig",
    "Section",
    "Server",
    "SmtpConfig",
    "TemplatesConfig",
    "WorkshopConfig",
    "load",
    "warnings",
]
