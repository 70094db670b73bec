"""Log lines cannot be forged, and hold nothing of what went wrong but where."""

import asyncio
import json
import logging
import threading
from collections.abc import Iterator

import pytest

from mailbot.cli.logs import log_to_stderr

SECRET = "geheim-wachtwoord"


@pytest.fixture(autouse=True)
def _loggers_as_they_were() -> Iterator[None]:
    root, names = logging.getLogger(), ("mailbot", "apscheduler", "asyncio")
    before = root.handlers[:], root.level, {name: logging.getLogger(name).level for name in names}
    hook = threading.excepthook
    yield
    root.handlers[:], level, levels = before
    root.setLevel(level)
    for name, one in levels.items():
        logging.getLogger(name).setLevel(one)
    threading.excepthook = hook


def fail() -> None:
    password = SECRET  # noqa: F841  a local that a careless traceback would show
    raise ValueError(f"cannot log in with {SECRET}")


@pytest.mark.parametrize("as_json", [False, True])
def test_an_exception_is_told_by_kind_and_place_alone(as_json: bool, capsys: pytest.CaptureFixture[str]) -> None:
    log_to_stderr(2, as_json=as_json)

    for name in ("mailbot.adapters.smtp", "apscheduler.executors.default"):
        try:
            fail()
        except ValueError:
            logging.getLogger(name).exception("something.broke")

    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 2
    assert SECRET not in "".join(lines)
    for line in lines:
        told = json.loads(line)["exception"] if as_json else line
        assert "ValueError in " in told
        assert "test_logs:" in told


def test_a_thread_that_crashes_is_told_in_one_line_without_the_errors_text(capsys: pytest.CaptureFixture[str]) -> None:
    log_to_stderr()

    thread = threading.Thread(target=fail, name="idle")
    thread.start()
    thread.join()

    (line,) = capsys.readouterr().err.splitlines()
    assert "event=thread.crashed" in line
    assert "ValueError in " in line
    assert SECRET not in line


def test_a_task_that_nobody_waited_for_tells_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    log_to_stderr(2)

    async def forget() -> None:
        async def broken() -> None:
            fail()

        task = asyncio.ensure_future(broken())
        await asyncio.sleep(0)
        del task

    asyncio.run(forget())

    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    "evil", ["<a\n2023 level=error event=forged>", "<a\x1b[2J>", "<a\r>", "<a\u2028b>", "<\u202e>"]
)
@pytest.mark.parametrize("as_json", [False, True])
def test_a_message_id_writes_no_lines_and_moves_no_cursor(
    evil: str, as_json: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    log_to_stderr(1, as_json=as_json)

    logging.getLogger("mailbot.pipeline").info("mail.handled", extra={"message_id": evil})

    text = capsys.readouterr().err
    assert len(text.splitlines()) == 1
    assert all(letter.isprintable() for letter in text.rstrip("\n"))


def test_libraries_say_nothing_of_their_conversations_however_much_is_asked(capsys: pytest.CaptureFixture[str]) -> None:
    log_to_stderr(2)

    for name in ("urllib3.connectionpool", "msal.application", "aiosmtplib", "imapclient", "sqlalchemy.engine"):
        logging.getLogger(name).info(SECRET)
        logging.getLogger(name).debug(SECRET)
    logging.getLogger("mailbot.worker").debug("seen")

    assert "event=seen" in (said := capsys.readouterr().err)
    assert SECRET not in said
