"""Imported by the server that reading processes are forked from, and by nothing else: reads one mail, so that the word
lists are in memory before the first real one comes."""

import gc
import sys
from datetime import UTC, datetime
from types import TracebackType

from mailbot.pipeline.understand import understand
from mailbot.reading.letter.page import ReadingContext

LETTER = b"From: Jan Bos <jan@example.nl>\nSubject: Aanmelding\n\nHierbij meld ik mij aan.\n\nGroet,\nJan Bos\n"

understand(LETTER, ReadingContext((), "platform@example.nl", UTC, "nl", datetime.now(UTC)))
# all this stays for good: looked through for garbage time and again, its pages would also be copied in every process
gc.freeze()
gc.set_threshold(50_000)  # a mail makes many small objects and leaves next to nothing behind


def _complain(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """A process that still comes up when its pool ends finds the pool's locks gone. That is nobody's business: mailbot
    is ending too, and a traceback on the admin's screen would look like a crash."""
    if kind is not FileNotFoundError:
        sys.__excepthook__(kind, error, trace)


# inherited by every process that is forked from here; what goes wrong in a task never comes this way
sys.excepthook = _complain
