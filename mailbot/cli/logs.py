"""Logs on standard error, a line an event: `time level event key=value`. Keys hold references and Message-IDs, never
people's names, addresses or words: what is logged is chosen where it happens."""

import logging
import sys

import structlog

LEVELS = (logging.WARNING, logging.INFO, logging.DEBUG)


def log_to_stderr(verbosity: int = 0, *, least: int = logging.WARNING) -> None:
    """Log from that level on; `verbosity` 1 and 2 say more than `least`."""
    level = min(LEVELS[min(verbosity, 2)], least)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[
                structlog.stdlib.add_log_level,
                structlog.stdlib.ExtraAdder(),
                structlog.processors.TimeStamper(fmt="iso", utc=False),
            ],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                structlog.processors.LogfmtRenderer(key_order=["timestamp", "level", "event"], drop_missing=True),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)  # libraries: only what needs attention
    logging.getLogger("mailbot").setLevel(level)
    # APScheduler warns of every run that it skips because one is still going: that is how it is meant here
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
