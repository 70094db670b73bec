"""A configuration that is right, to break one thing at a time in."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mailbot.config import Config, load
from mailbot.errors import ConfigError

RIGHT = """
[mailbox]
host = "imap.example.nl"
username = "platform"
password = "geheim-1"
address = "platform@example.nl"

[smtp]
host = "smtp.example.nl"

[[events]]
slug = "een"
title = "Bijeenkomst een"
starts = 2023-03-30T10:00:00
ends = 2023-03-30T16:30:00
location = "Stadhuis, Voorbeeldstad"
capacity = 150
waitlist = true

[[events.rounds]]
number = 1
starts = 12:00:00
ends = 13:00:00

[[events.rounds]]
number = 2
starts = 14:00:00
ends = 15:00:00

[[events.workshops]]
slug = "beleid"
title = "Lokaal beleid"
capacity = 25
"""

Configured = Callable[..., Config]
Problems = Callable[..., list[str]]


@pytest.fixture
def configured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Configured:
    """Write RIGHT as config.toml (first replacing `old` by `new`), and load it with these variables set."""
    monkeypatch.chdir(tmp_path)

    def configured(old: str = "", new: str = "", text: str | None = None, **environ: str) -> Config:
        assert old in RIGHT
        content = RIGHT.replace(old, new, 1) if text is None else text
        Path("config.toml").write_text(content, "utf-8")
        Path("config.toml").chmod(0o600)
        return load(Path("config.toml"), environ)

    return configured


@pytest.fixture
def problems(configured: Configured) -> Problems:
    """The same, where it must be refused: the lines that say why, without the file's name in front."""

    def problems(old: str = "", new: str = "", text: str | None = None, **environ: str) -> list[str]:
        with pytest.raises(ConfigError) as refused:
            configured(old, new, text, **environ)
        assert str(refused.value) == "\n".join(refused.value.problems)
        return [line.removeprefix("config.toml: ") for line in refused.value.problems]

    return problems
