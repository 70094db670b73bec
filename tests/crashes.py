"""mailbot killed between any two of its steps, on purpose.

    died = run_until(config_file, step=7)      # a process of its own ends without a word at its seventh step

A step is what the world can see of it: before and after every commit, every FETCH, every message that the mail server
took. The code under test knows nothing of this: the child process puts the steps around it before it begins.
"""

import os
from collections.abc import Callable
from concurrent.futures import Future
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy import Connection

from mailbot.adapters.imap import Mailbox
from mailbot.adapters.smtp import SmtpConnection
from mailbot.app import House
from mailbot.config import load
from mailbot.pipeline.readers import Readers
from mailbot.worker import run_once

DIED = 9
ODD = 3
_context = get_context("forkserver")
# not this module: the server that children are forked from finds only what is installed
_context.set_forkserver_preload(["mailbot.worker", "mailbot.pipeline.preload", "sqlalchemy.dialects.sqlite", "psycopg"])


def run_until(config_file: Path, step: int, now: str) -> bool:
    """`mailbot run --once` that is gone at that step. False: it came to its end before."""
    child = _context.Process(target=_child, args=(str(config_file), step, now))
    child.start()
    child.join(60)
    assert child.exitcode in (0, DIED), child.exitcode
    return child.exitcode == DIED


def _child(config_file: str, step: int, now: str) -> None:
    Readers.submit, Readers.warm_up = READ_HERE  # type: ignore[method-assign]
    _put_steps_around(_Steps(step))
    house = House(load(Path(config_file), {}), {"MAILBOT_NOW": now})
    troubles = run_once(house)
    house.close()
    os._exit(ODD if troubles else 0)


class _Steps:
    """Counts them, and ends the process at the last."""

    def __init__(self, last: int) -> None:
        self._last, self._count, self._mutex = last, count(1), Lock()

    def pass_one(self) -> None:
        with self._mutex:  # two threads at once would pass two
            if next(self._count) >= self._last:
                os._exit(DIED)


def _put_steps_around(steps: _Steps) -> None:
    def around(method: Callable[..., Any], where: Callable[[Any], bool] = lambda _: True) -> Callable[..., Any]:
        def stepping(*arguments: Any, **named: Any) -> Any:
            if not where(arguments[0]):
                return method(*arguments, **named)
            steps.pass_one()
            result = method(*arguments, **named)
            steps.pass_one()
            return result

        return stepping

    def around_awaited(method: Callable[..., Any]) -> Callable[..., Any]:
        async def stepping(*arguments: Any, **named: Any) -> Any:
            steps.pass_one()
            result = await method(*arguments, **named)
            steps.pass_one()
            return result

        return stepping

    Connection._commit_impl = around(Connection._commit_impl, where=_writes)  # type: ignore[method-assign]
    Mailbox.fetch = around(Mailbox.fetch)  # type: ignore[method-assign]
    Mailbox.list_since = around(Mailbox.list_since)  # type: ignore[method-assign]
    SmtpConnection.send = around_awaited(SmtpConnection.send)  # type: ignore[method-assign]


def _writes(connection: Connection) -> bool:
    return not connection.get_execution_options().get("mailbot_reads_only")


def _submit_here(self: Readers, mails: Any) -> list[Any]:
    futures = []
    for mail in mails:
        future: Future[Any] = Future()
        future.set_result(self._understand(*mail))
        futures.append(future)
    return futures


# For `Readers.submit` and `Readers.warm_up`: reading in processes of their own takes a second to start, and has no step
# that anybody could see.
READ_HERE: tuple[Any, Any] = (_submit_here, lambda self: None)
