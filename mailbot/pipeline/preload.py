"""Imported by the server that reading processes are forked from, and by nothing else: reads one mail, so that the word
lists are in memory before the first real one comes, and the second reader's network, which they then share."""

import gc
import os
import sys
from datetime import UTC, datetime, timedelta
from types import TracebackType

from mailbot.domain.event import Event
from mailbot.pipeline.understand import understand
from mailbot.reading.letter.page import ReadingContext
from mailbot.reading.second_reader import warm_up

# with what sign-ups mostly have: each list and pattern that they need is then there, and each process has it
LETTER = b"""From: Jan Bos <j.bos@utrecht.nl>
Subject: Aanmelding
Date: Mon, 06 Mar 2023 10:00:00 +0100

Beste organisatie,

Hierbij meld ik mij aan voor de bijeenkomst van 30 maart. Ik eet graag vegetarisch.

Met vriendelijke groet,

Jan Bos
beleidsmedewerker Samenleving
Gemeente Utrecht
06-12345678
"""

DAY = datetime(2023, 3, 30, tzinfo=UTC)
EVENT = Event("dag", "Landelijke dag", DAY, DAY + timedelta(hours=8), "Utrecht", 100, waitlist=True)

understand(LETTER, ReadingContext((EVENT,), "platform@example.nl", UTC, "nl", DAY))
# numpy would start a thread for each core, none of which outlives a fork; nothing is reckoned with it here
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
warm_up()
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
