"""Nothing secret comes out: not in logs however much is asked, not in errors, help, tracebacks, reports, or `ps`.

Each of these runs the real commands with secrets that stand nowhere else, and looks for them in all that was said.
"""

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest

from mailbot.config import load
from tests.integration.test_worker import until
from tests.office import NOW, Office, letter
from tests.servers import need
from tests.servers.postgres import programs
from tests.servers.token_endpoint import TokenEndpoint

# the package has a function of that name in the module's place
cli = import_module("mailbot.cli.main")
JAN = "Jan de Vries <jan@utrecht.example>"
SIGN_UP = "Hierbij meld ik mij aan voor 30 maart.\n\nGroet,\nJan de Vries\n"
SECRETS = {
    "MAILBOT_MAILBOX__PASSWORD": "Zq7-imap-geheim",
    "MAILBOT_SMTP__PASSWORD": "Zq7-smtp-geheim",
    "MAILBOT_SMTP__USERNAME": "platform",
}
MARK = "Zq7"


def mailbot(office: Office, *arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith("MAILBOT_")}
    return subprocess.run(
        [sys.executable, "-m", "mailbot", *arguments],
        cwd=office.folder, env=own | {"MAILBOT_NOW": NOW} | environ, capture_output=True, text=True, timeout=100,
        stdin=subprocess.DEVNULL, check=False,
    )  # fmt: skip


def said(done: subprocess.CompletedProcess[str]) -> str:
    assert done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.mark.parametrize("command", [("run", "--once", "-vv"), ("doctor",), ("doctor", "--json"), ("audit",)])
def test_refused_passwords_are_not_repeated(office: Office, command: tuple[str, ...]) -> None:
    office.smtp.login = ("platform", "een ander")
    office.post(letter(JAN, SIGN_UP))

    done = mailbot(office, *command, **SECRETS)

    assert done.returncode == 1
    assert MARK not in said(done)


def test_a_day_of_good_work_at_the_most_talkative_says_no_secret(office: Office) -> None:
    office.configure(mailbox="since = 2023-02-01", password="not this one")
    office.smtp.login = ("platform", SECRETS["MAILBOT_SMTP__PASSWORD"])
    office.post(letter(JAN, SIGN_UP))
    good = SECRETS | {"MAILBOT_MAILBOX__PASSWORD": office.dovecot.password}

    done = mailbot(office, "run", "--once", "-vv", **good)
    report = mailbot(office, "report", "--format", "json", **good)

    assert (done.returncode, office.smtp.logins) == (0, [(office.smtp.logins[0][0], True)] * len(office.smtp.logins))
    assert "event=mail.handled" in done.stderr
    text = said(done) + said(report)
    assert MARK not in text
    assert office.dovecot.password not in text


def test_tokens_and_what_buys_them_are_not_repeated(office: Office) -> None:
    with TokenEndpoint() as endpoint:
        endpoint.answers = [(400, {"error": "invalid_client", "error_description": "Zq7-client"}), (500, "Zq7-refresh")]
        oauth = f'[mailbox.oauth]\nkind = "google"\nclient_id = "c"\ntoken_url = "{endpoint.url}"\n'
        oauth += 'client_secret = "Zq7-client"\nrefresh_token = "Zq7-refresh"\n'
        office.configure(more=oauth)

        texts = [said(mailbot(office, "run", "--once", "-vv")) for _ in range(3)]

        assert len(endpoint.requests) >= 3
    assert "invalid_client" in texts[0]
    assert "makes no sense" in texts[1]
    assert "refuses the login" in texts[2]
    assert [text for text in texts if MARK in text or "token-" in text] == []


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://mailbot:Zq7-db@127.0.0.1:1/mailbot",
        "postgresql://mailbot@127.0.0.1:1/mailbot?password=Zq7-db",
        "postgresql+nodriver://mailbot:Zq7-db@127.0.0.1/mailbot",
        "Zq7-db://",
    ],
)
def test_a_database_that_cannot_be_used_is_told_without_its_url(office: Office, url: str) -> None:
    done = mailbot(office, "run", "--once", "-vv", MAILBOT_DATABASE__URL=url)

    assert done.returncode in (1, 2)
    assert MARK not in said(done)


def test_a_password_that_postgresql_refuses_is_not_repeated(office: Office, postgres_url: str) -> None:
    need("PostgreSQL (Debian: postgresql)", programs())
    url = postgres_url.replace("://", "://nobody:Zq7-db@", 1) if "@" not in postgres_url else postgres_url
    user, _, rest = url.partition("@")

    done = mailbot(
        office, "run", "--once", "-vv", MAILBOT_DATABASE__URL=f"{user.split('://')[0]}://nobody:Zq7-db@{rest}"
    )

    assert done.returncode == 1
    assert MARK not in said(done)


def test_a_crash_inside_shows_where_and_not_with_what(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def crash(**_: object) -> None:
        password = "Zq7-local"
        raise KeyError(f"Zq7-text {password}")

    monkeypatch.setattr(cli, "commands", crash)

    with pytest.raises(SystemExit) as ended:
        cli.main()

    text = capsys.readouterr().err
    assert ended.value.code == 1
    assert "in crash" in text
    assert "mailbot: KeyError: this should not happen" in text
    assert "Zq7-text Zq7-local" not in text  # the line of code stands there, what it came to does not
    assert text.count(MARK) == 1


def test_help_shows_no_value_of_the_environment(office: Office) -> None:
    for command in ([], ["run"], ["doctor"], ["report"], ["demo"]):
        assert MARK not in said(mailbot(office, *command, "--help", **SECRETS))


def test_no_command_takes_a_secret_as_an_argument_where_ps_would_show_it() -> None:
    context = click.Context(cli.commands)
    names = [
        name
        for one in cli.commands.list_commands(context)
        for param in getattr(cli.commands.get_command(context, one), "params", ())
        for name in param.opts
    ]

    assert len(names) > 10
    assert [name for name in names if any(word in name for word in ("password", "secret", "token", "url"))] == []


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="this machine has no /proc")
def test_no_process_of_the_worker_has_a_secret_on_its_command_line(office: Office) -> None:
    office.post(letter(JAN, SIGN_UP))
    environ = {**os.environ, "MAILBOT_NOW": NOW, "MAILBOT_MAILBOX__PASSWORD": office.dovecot.password}
    command = [sys.executable, "-m", "mailbot", "run", "--config", str(office.config_file)]
    with (office.folder / "log").open("w") as log, subprocess.Popen(command, env=environ, stderr=log) as process:
        try:
            until(lambda: len(office.smtp.messages) == 1, "the answer")
            lines = [path.read_bytes() for path in family(process.pid)]
        finally:
            process.terminate()

    assert len(lines) > 1  # the readers are processes of their own
    assert [line for line in lines if office.dovecot.password.encode() in line] == []


def family(pid: int) -> list[Path]:
    """The command lines of that process and of all that it started."""
    children = Path(f"/proc/{pid}/task").glob("*/children")
    found = [int(child) for file in children for child in file.read_text().split()]
    return [Path(f"/proc/{pid}/cmdline"), *(line for child in found for line in family(child))]


def test_settings_do_not_show_their_secrets_when_they_are_printed(office: Office) -> None:
    office.configure(password="Zq7-imap", more='[database]\nurl = "postgresql://u:Zq7-db@h/x"\n', database="UNUSED")
    text = office.config_file.read_text("utf-8").replace('[database]\nurl = "UNUSED"\n', "")
    office.config_file.write_text(text, "utf-8")
    config = load(office.config_file, {})

    assert config.mailbox.password.get_secret_value() == "Zq7-imap"
    assert MARK not in repr(config) + str(config) + config.model_dump_json()
