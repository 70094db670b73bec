"""Mail from programs that leave no header behind: told by its subject and its words (lexicon/automatic.toml).

Only the new text counts: who quotes an out-of-office, or answers one, is a person. Where the words are a program's and
yet somebody seems to ask something, the answer is "doubtful", and a person looks at it.
"""

import re
from enum import Enum
from functools import cache, lru_cache

from mailbot.domain.message import IncomingMessage
from mailbot.reading.fold import fold
from mailbot.reading.lexicon import load, words
from mailbot.reading.phrases import Phrases, Text, cut_up

LOOKED_AT = 4_000  # characters of new text: what a program writes, it writes at the top
# Where new text ends: a quoted line, a drawn rule, the head of an older mail.
OLDER = re.compile(
    r"^(?:>|_{10,}|-{3,} ?(?:\w+[ -]){0,3}\w* ?-{3,}|={3,}.{0,40}={3,}"
    r"|[*_]?(?:van|from|von|de) ?:.{1,200}\n(?:.{0,200}\n)?"
    r"[*_]?(?:verzonden|datum|aan|sent|date|to|gesendet|an|envoyé) ?:"
    r"|(?:op|on|am|le) .{5,120}(?:schreef|wrote|schrieb|a écrit)\b)",
    re.IGNORECASE | re.MULTILINE,
)


class Words(Enum):
    """What a mail's words say of who wrote it."""

    HUMAN = "human"
    DOUBTFUL = "doubtful"
    ACKNOWLEDGEMENT = "acknowledgement"
    VACATION = "vacation"
    DECLARED = "declared_automatic"
    BULK = "newsletter"


def words_of(message: IncomingMessage) -> Words:
    """Who wrote that text, by its words alone."""
    return _words_of(message.text)


@lru_cache(maxsize=1)  # the policy asks once a line
def _words_of(mail_text: str) -> Words:
    text = cut_up(new_text(mail_text))
    found = _kind(text)
    return Words.DOUBTFUL if found is not Words.HUMAN and _says(text, "asks") else found


def _kind(text: Text) -> Words:
    if _says(text, "declares"):
        return Words.DECLARED
    if _says(text, "received") and _says(text, "case"):
        return Words.ACKNOWLEDGEMENT
    if _says(text, "absent") and _says(text, "unread"):
        return Words.VACATION
    return Words.BULK if _says(text, "bulk") else Words.HUMAN


def _says(text: Text, key: str) -> bool:
    return _phrases(key).in_text(text)


def automatic_subject(message: IncomingMessage) -> bool:
    """Whether the subject is one that only programs write."""
    return bool(_starts("subjects").match(fold(message.subject)))


def receipt_subject(message: IncomingMessage) -> bool:
    """Whether the subject is a receipt's or a calendar answer's, and nobody added a word."""
    return bool(_starts("subjects_without_text").match(fold(message.subject))) and says_nothing(message)


def says_nothing(message: IncomingMessage) -> bool:
    """Whether there is no text, or none but what programs write into receipts and calendar answers."""
    lines = (line.strip() for line in new_text(message.text).lower().split("\n"))
    return sum(len(re.findall(r"\w{2,}", line)) for line in lines if not _formulas().search(line)) < 3


def new_text(text: str) -> str:
    """The text above the first quoted line, at most LOOKED_AT characters."""
    text = text[:LOOKED_AT]
    older = OLDER.search(text)
    return text[: older.start()] if older else text


@cache
def _phrases(key: str) -> Phrases:
    return Phrases(words("automatic", key))


@cache
def _formulas() -> re.Pattern[str]:
    lists = load("automatic")["formulas"].values()  # regular expressions: folding would make \\S an \\s
    return re.compile("|".join(f"(?:{formula})" for formulas in lists for formula in formulas))


@cache
def _starts(key: str) -> re.Pattern[str]:
    tag = r"(?:\[[^\]\n]{1,20}\]|\*+\w{1,12}\*+|exte?r?n?a?l?:)"  # what mail gateways put before a subject
    return re.compile(rf"(?:{tag}\s*)?\W{{0,3}}(?:{'|'.join(map(re.escape, words('automatic', key)))})")
