"""Logs on standard error, a line an event: `time level event key=value`, or a JSON object. Keys hold references and
Message-IDs, never people's names, addresses or words: what is logged is chosen where it happens.

What a library logs is its message alone. A traceback becomes the place where it happened: its last line may quote a
mail, or hold a secret.
"""

import logging
import sys
import threading
from types import TracebackType
from typing import Any

import structlog
from structlog.typing import EventDict, Processor

log = logging.getLogger(__name__)

LEVELS = (logging.WARNING, logging.INFO, logging.DEBUG)
# Control characters as \x1b, line ends too: a Message-ID is written by whoever sends the mail, and must not be able to
# write log lines, or to speak to the terminal that shows them.
HARMLESS = {code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0))}
HARMLESS |= {code: f"\\u{code:04x}" for code in (0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A))}


def log_to_stderr(verbosity: int = 0, *, least: int = logging.WARNING, as_json: bool = False) -> None:
    """Log from that level on; `verbosity` 1 and 2 say more than `least`."""
    level = min(LEVELS[min(verbosity, 2)], least)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_formatter(as_json))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)  # libraries: only what needs attention
    logging.getLogger("mailbot").setLevel(level)
    # APScheduler warns of every run that it skips because one is still going: that is how it is meant here
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    # asyncio's own complaints show exceptions with their texts; what goes wrong in our coroutines is told by us
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)
    threading.excepthook = _log_crash


def _log_crash(crash: threading.ExceptHookArgs) -> None:
    """A thread that ends by an error nobody expected; Python's own way prints the error's text."""
    if crash.exc_value is not None:
        trouble = (crash.exc_type, crash.exc_value, crash.exc_traceback)
        log.error(
            "thread.crashed", exc_info=trouble, extra={"name_of_thread": crash.thread.name if crash.thread else ""}
        )


def _formatter(as_json: bool) -> logging.Formatter:
    if as_json:
        render: Processor = structlog.processors.JSONRenderer(ensure_ascii=True, sort_keys=True)
    else:
        render = structlog.processors.LogfmtRenderer(key_order=["timestamp", "level", "event"], drop_missing=True)
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[
            structlog.stdlib.add_log_level,
            structlog.stdlib.ExtraAdder(),
            structlog.processors.TimeStamper(fmt="iso", utc=False),
        ],
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, _where, _harmless, render],
    )


def _where(_logger: Any, _method: str, event: EventDict) -> EventDict:
    """An exception as its kind and its place."""
    raised = event.pop("exc_info", None)
    if isinstance(raised, tuple) and raised[0] is not None:
        event["exception"] = f"{raised[0].__name__} in {_place(raised[2])}"
    return event


def _place(trace: TracebackType | None) -> str:
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}" if trace else "?"


def _harmless(_logger: Any, _method: str, event: EventDict) -> EventDict:
    return {key: value.translate(HARMLESS) if isinstance(value, str) else value for key, value in event.items()}
