"""Imported by the server that reading processes are forked from, and by nothing else: reads one mail, so that the word
lists are in memory before the first real one comes."""

from datetime import UTC, datetime

from mailbot.pipeline.understand import understand
from mailbot.reading.page import ReadingContext

LETTER = b"From: Jan Bos <jan@example.nl>\nSubject: Aanmelding\n\nHierbij meld ik mij aan.\n\nGroet,\nJan Bos\n"

understand(LETTER, ReadingContext((), "platform@example.nl", UTC, "nl", datetime.now(UTC)))
