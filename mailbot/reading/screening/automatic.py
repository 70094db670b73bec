"""Mail from programs that leave no header behind: told by its subject and its words (lexicon/automatic.toml).

Only the new text counts: who quotes an out-of-office, or answers one, is a person. Where the words are a program's and
yet somebody seems to ask something, the answer is "doubtful", and a person looks at it.
"""

import re
from enum import Enum
from functools import cache, lru_cache

from mailbot.domain.message import IncomingMessage
from mailbot.reading.letter.closing_words import CLOSING, LONGEST_CLOSING
from mailbot.reading.lexicon import load, words
from mailbot.reading.text.fold import fold
from mailbot.reading.text.phrases import PhraseLists, Phrases, Text, cut_up

LOOKED_AT = 4_000  # characters of new text: what a program writes, it writes at the top
# Where new text ends: a quoted line, a drawn rule, the head of an older mail.
OLDER = re.compile(
    r"^(?:>|_{10,}|-{3,} ?(?:\w+[ -]){0,3}\w* ?-{3,}|={3,}.{0,40}={3,}"
    r"|[*_]?(?:van|from|von|de) ?:.{1,200}\n(?:.{0,200}\n)?"
    r"[*_]?(?:verzonden|datum|aan|sent|date|to|gesendet|an|envoyé) ?:"
    r"|(?:op|on|am|le) .{5,120}(?:schreef|wrote|schrieb|a écrit)\b)",
    re.IGNORECASE | re.MULTILINE,
)
NOTICE = 25  # different words: whoever says more than that an address is given up, has something to say
ROW, ROWS = re.compile(r"^[^\t\n]+\t[^\n]*\S", re.MULTILINE), 3  # of a table, its head among them
BRIEF = 60  # different words of a person who asks something, above a signature
SENTENCE_END = re.compile(r"[.!?]\s|\n")
DISCLAIMER = re.compile(
    r"\W*(?:disclaimer\b|(?:de inhoud van )?(?:dit|deze|this)\s(?:e-?mail\s?)?(?:bericht|e-?mail|mail|message)\b"
    r".{0,80}\b(?:bestemd|vertrouwelijk|intended|confidential)\b)",
    re.IGNORECASE,
)
DRAWN_LINE = re.compile(r"\s*(?:-- ?|[.\-_=*~]{6,}\s*)$")
BACK = re.compile(r"\bterug (?:van|uit) (?:\w+ )?\w*(?:verlof|vakantie)\b", re.IGNORECASE)  # and there again
ANSWERS = re.compile(r"\s*(?:re|aw|antw|antwoord|fw|fwd|doorst|wg|tr)\s*(?:\[\d+\])?:", re.IGNORECASE)
# What must come together for an out-of-office; and what a person on holiday might write, too.
VACATION = (
    {"absent", "handling"},
    {"absent", "deputy"},
    {"absent", "returning", "thanks"},
    {"handling", "returning"},
)
PERHAPS_VACATION = ({"absent", "returning"}, {"absent", "thanks"}, {"returning", "thanks"})


class Words(Enum):
    """What a mail's words say of who wrote it."""

    HUMAN = "human"
    DOUBTFUL = "doubtful"
    ACKNOWLEDGEMENT = "acknowledgement"
    VACATION = "vacation"
    DECLARED = "declared_automatic"
    BULK = "newsletter"
    SECURE = "secure_mail"  # a program says that a person's mail waits elsewhere, behind a login


def words_of(message: IncomingMessage) -> Words:
    """Who wrote that text, by its words alone. A subject that answers another is that other's words."""
    return _words_of(message.subject, message.text)


@lru_cache(maxsize=1)  # the policy asks once a line
def _words_of(subject: str, mail_text: str) -> Words:
    answers = ANSWERS.match(subject) is not None
    subject = "" if answers else subject
    text = new_text(mail_text)
    text = BACK.sub("terug", text) if "terug" in text.lower() else text
    above = _above_signature(text)
    whole = talk = cut_up(f"{subject}\n\n{text}")
    if above != text:
        talk = cut_up(f"{subject}\n\n{above}")
    said = _said_by_house().found_in(whole) | _said_above().found_in(talk)
    found = _kind(said, talk, lists=len(ROW.findall(above)) >= ROWS)
    if found is Words.DOUBTFUL and _asks_before_it_is_away(above):
        return Words.HUMAN
    if found is Words.BULK and not _says(talk, "bulk") and (answers or _is_brief_wish(talk)):
        return Words.HUMAN  # no newsletter answers, or asks: somebody's house has put that below every signature
    if found is Words.BULK and 0 < len(_above_bulk(above).words) <= BRIEF:
        return Words.DOUBTFUL  # "Ik ben er 30 maart bij." above what somebody's house puts below every mail
    return Words.DOUBTFUL if found is not Words.HUMAN and _asks(talk, above) else found


def _above_bulk(text: str) -> Text:
    """What stands above the first line that only mails to many have."""
    lines = text.splitlines()
    at = next((at for at, line in enumerate(lines) if _says(cut_up(line), "bulk")), len(lines))
    return cut_up("\n".join(lines[:at]))


def _kind(said: set[str], talk: Text, *, lists: bool) -> Words:
    """What the text is; `said`: of which lists it has phrases. `talk` is it without the signature. `lists`: there is a
    table in it, which no program sends while somebody is away."""
    if "secure" in said:
        return Words.SECURE
    if "declares" in said:
        return Words.DECLARED
    if "retired" in said and len(talk.words) <= NOTICE and not _says(talk, "asks"):
        return Words.DECLARED
    if "received" in said and "case" in said:
        return Words.ACKNOWLEDGEMENT
    if any(signs <= said for signs in VACATION):
        return Words.DOUBTFUL if lists else Words.VACATION
    if any(signs <= said for signs in PERHAPS_VACATION):
        return Words.DOUBTFUL
    return Words.BULK if "bulk" in said else Words.HUMAN


def _is_brief_wish(talk: Text) -> bool:
    return len(talk.words) <= BRIEF and _says(talk, "asks")


def _asks(talk: Text, above: str) -> bool:
    """Whether somebody seems to ask something, beside what a program lets its reader do ("uw melding annuleren")."""
    if not _says(talk, "asks"):
        return False
    return not _says(talk, "offers") or any(
        _says(sentence, "asks") and not _says(sentence, "offers") for sentence in map(cut_up, SENTENCE_END.split(above))
    )


def _asks_before_it_is_away(text: str) -> bool:
    """Whether something is asked before anybody is said to be away: an out-of-office begins with that."""
    for sentence in map(cut_up, SENTENCE_END.split(text)):
        if _says(sentence, "absent"):
            return False
        if _says(sentence, "asks"):
            return True
    return False


def _above_signature(text: str) -> str:
    """The text above its closing words, a drawn line or a disclaimer; all of it where that leaves nothing."""
    at = 0
    for line in text.splitlines(keepends=True):
        closes = CLOSING.match(line) and len(line.split()) <= LONGEST_CLOSING
        if at and (closes or DRAWN_LINE.match(line) or DISCLAIMER.match(line)):
            return text[:at]
        at += len(line)
    return text


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
    if _formulas("whole_formulas").search(new_text(message.text).lower()):
        return True
    lines = (line.strip() for line in new_text(message.text).lower().split("\n"))
    return sum(len(re.findall(r"\w{2,}", line)) for line in lines if not _formulas("formulas").search(line)) < 3


def new_text(text: str) -> str:
    """The text above the first quoted line, at most LOOKED_AT characters."""
    text = text[:LOOKED_AT]
    older = OLDER.search(text)
    return text[: older.start()] if older else text


@cache
def _phrases(key: str) -> Phrases:
    return Phrases(words("automatic", key))


@cache
def _said_by_house() -> PhraseLists:
    """What stands below mails, too."""
    return PhraseLists({key: words("automatic", key) for key in ("secure", "declares", "bulk")})


@cache
def _said_above() -> PhraseLists:
    """What counts above the signature alone, where no one says when they work and who stands in."""
    keys = ("retired", "received", "case", "absent", "handling", "deputy", "returning", "thanks")
    return PhraseLists({key: words("automatic", key) for key in keys})


@cache
def _formulas(key: str) -> re.Pattern[str]:
    lists = load("automatic")[key].values()  # regular expressions: folding would make \\S an \\s
    return re.compile("|".join(f"(?:{formula})" for formulas in lists for formula in formulas))


@cache
def _starts(key: str) -> re.Pattern[str]:
    tag = r"(?:\[[^\]\n]{1,20}\]|\*+\w{1,12}\*+|exte?r?n?a?l?:)"  # what mail gateways put before a subject
    return re.compile(rf"(?:{tag}\s*)?\W{{0,3}}(?:{'|'.join(map(re.escape, words('automatic', key)))})")
