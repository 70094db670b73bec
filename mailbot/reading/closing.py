"""Where a letter's talk ends: body, signature, and what no person wrote for this mail (disclaimers, app lines).

The signature begins below the closing words ("Met vriendelijke groet"), below the "-- " of RFC 3676 (4.3), or at a
last line that is nothing but the writer's name. What follows it as whole sentences (a postscript, an afterthought) is
talk again. All parts keep the length of the mail's text, so that offsets stay what they are.
"""

import re
from dataclasses import dataclass

from mailbot.reading.letters import Letter, Line, blanked
from mailbot.reading.lexicon import load


def _at_line_start(phrases: list[str]) -> re.Pattern[str]:
    """A pattern that matches at the start of a line where one of those phrases stands, as whole words."""
    longest_first = sorted({p.casefold() for p in phrases}, key=len, reverse=True)
    return re.compile(rf"[\s*_]{{0,8}}(?:{'|'.join(map(re.escape, longest_first))})(?![\w'’])", re.IGNORECASE)


_WORDS = load("closings")
GREETING = _at_line_start(_WORDS["greetings"])
CLOSING = _at_line_start(_WORDS["closings"])
WEAK = _at_line_start(_WORDS["weak"])
NOTICE = _at_line_start(_WORDS["notices"])
POSTSCRIPT = re.compile(r"\s*\(?(?:p\.?\s?s\.?|n\.?b\.?|o ja|oh ja|trouwens)\b", re.IGNORECASE)
FIRST_PERSON = re.compile(r"\b(?:ik|mij|me|wij|we|ons|i|i'm|us|my|ich|je)\b", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_][\w'’.-]*")
GREETS = re.compile(
    r"\W*(?:[^\W\d_]{1,3}\.\s|[^\W\d_]+[^\w.!?]+){0,4}(?:groet(?:en|jes|nis|je)?|regards|greetings|wishes|grüße[n]?|gruß|salutations|saludo[s]?)\b",
    re.IGNORECASE,
)
LONGEST_CLOSING = 9  # words on the line of the closing; a longer line is a sentence that happens to begin so
ODD_LINE = re.compile(r"[\W_]{3,}|\[?cid:\S+|\[?image\S*\]?", re.IGNORECASE)
INFIX = r"(?:van|de|der|den|het|'t|’t|ten|ter|te|in|op|el|al|da|dos|la|le|von|zu|tot|aan|bij|onder|di|du|ben|bin|d’|d')"
NAME_LINE = re.compile(
    rf"\s*(?:(?:drs|mr|dr|ir|ing|prof|mw|mevr|dhr)\.?\s+)*(?:[A-ZÀ-Þ]\.?\s?){{0,5}}"
    rf"[^\W\d_][\w'’.-]*(?:\s+(?:{INFIX}\s+){{0,3}}(?:\(?[A-ZÀ-ÞĀ-Ž'’][\w'’.-]*\)?)){{0,4}}\s*[,.]?\s*(?:\([^)]{{1,20}}\))?\s*"
)


@dataclass(frozen=True, slots=True)
class Parts:
    """A letter in its parts, each of the length of the mail: `body` (with any postscript), `signature`, `notice`.

    `greeting` and `sign_off` are spans of the line that opens and of the name on the closing line, or None.
    """

    body: str
    signature: str
    notice: str
    greeting: tuple[int, int] | None = None
    sign_off: tuple[int, int] | None = None


def parts(letter: Letter, known_names: frozenset[str] = frozenset()) -> Parts:
    """Take a letter apart. `known_names`: words, in lower case, of the names that its author is known by."""
    lines = [line for line in letter.lines if letter.text[line.start : line.end].strip()]
    text = letter.text
    greeting = _greeting(text, lines)
    notices = _notices(text, lines)
    noted = {line.start for line in notices}
    talk = [line for line in lines if line.start not in noted]
    below, sign_off = _signature_start(text, talk, known_names)
    signature = [] if below is None else talk[below:]
    said_after = _afterwords(text, signature)
    after = {line.start for line in said_after}
    signature = [line for line in signature if line.start not in after]
    signed = {line.start for line in signature}
    body = [line for line in talk if line.start not in signed and line != greeting]
    spans = [(line.start, line.end) for line in body]
    if below and (CLOSING.match(last := text[talk[below - 1].start : talk[below - 1].end]) or GREETS.match(last)):
        spans = [span for span in spans if span[0] != talk[below - 1].start]
    return Parts(
        blanked(text, spans),
        blanked(text, [(line.start, line.end) for line in signature]),
        blanked(text, [(line.start, line.end) for line in notices]),
        _greeting_span(text, greeting),
        sign_off,
    )


def _greeting(text: str, lines: list[Line]) -> Line | None:
    """The opening line, where it is one: "Beste mensen," but not "Dag, de griep heeft ons geveld"."""
    for line in lines[:2]:
        words = text[line.start : line.end]
        if GREETING.match(words) and len(WORD.findall(words)) <= 8 and not re.search(r"[,!.]\s+\w+\s+\w+", words):
            return line
    return None


def _greeting_span(text: str, line: Line | None) -> tuple[int, int] | None:
    return (line.start, line.end) if line else None


def _notices(text: str, lines: list[Line]) -> list[Line]:
    """Lines of disclaimers and mail programs: each such line, and the rest of its paragraph."""
    found: list[Line] = []
    for at, line in enumerate(lines):
        words = text[line.start : line.end]
        if NOTICE.match(words) or (found and found[-1] is lines[at - 1] and _same_paragraph(text, found[-1], line)):
            found.append(line)
    return found


def _same_paragraph(text: str, a: Line, b: Line) -> bool:
    return text[a.end : b.start].count("\n") == 1 and len(text[a.start : a.end]) > 40


def _signature_start(text: str, lines: list[Line], known: frozenset[str]) -> tuple[int | None, tuple[int, int] | None]:
    """Index of the first line of the signature, and where the name on the closing line stands, if one does."""
    for at, line in enumerate(lines):
        words = text[line.start : line.end]
        if words.rstrip() == "--":
            return at + 1, None
        if found := _closing(words, CLOSING, LONGEST_CLOSING) or _closing(words, GREETS, 7):
            return at + 1, _rest(line, words, found.end())
        weak = _closing(words, WEAK, 5)
        if weak and at > 0 and _only_names_follow(text, lines[at + 1 :]):
            return at + 1, _rest(line, words, weak.end())
    at_name = _bare_name(text, lines, known)
    return at_name, None


def _closing(words: str, pattern: re.Pattern[str], longest: int) -> re.Match[str] | None:
    found = pattern.match(words)
    if not found or len(WORD.findall(words)) > longest or words.rstrip().endswith(("?", ":")):
        return None
    rest = words[found.end() :]
    return None if re.match(r"\s+(?:aan|van harte voor|voor (?:uw|de|je|jullie))\b", rest) else found


def _rest(line: Line, words: str, at: int) -> tuple[int, int] | None:
    """Where a name stands on the rest of the closing line ("Groet, Jan"; not "Groeten uit de Achterhoek")."""
    rest = words[at:]
    skipped = re.match(r"[\s,.!;:–-]*(?:(?:namens|van|ook)\s+)*", rest)
    begin = at + (skipped.end() if skipped else 0)
    name = words[begin:].rstrip(" \t,.!")
    if not name or not NAME_LINE.fullmatch(name) or name.split()[0].casefold() in ("uit", "en", "allemaal", "alvast"):
        return None
    return line.start + begin, line.start + begin + len(name)


def _only_names_follow(text: str, lines: list[Line]) -> bool:
    return not lines or len(WORD.findall(text[lines[0].start : lines[0].end])) <= 6


def _bare_name(text: str, lines: list[Line], known: frozenset[str]) -> int | None:
    """Index of a line, not the first, that holds only the author's name and stands after the talk."""
    for at in range(1, len(lines)):
        words = text[lines[at].start : lines[at].end].strip()
        before = text[lines[at - 1].start : lines[at - 1].end].rstrip()
        if (
            len(words) > 60
            or before.endswith((":", ",", ";"))
            or not NAME_LINE.fullmatch(re.split(r" \| | \(|, |; ", words)[0])
        ):
            continue
        tokens = {t.casefold().strip(".") for t in WORD.findall(words)}
        if tokens & known:
            return at
        is_last = at >= len(lines) - 3
        apart = text[lines[at - 1].end : lines[at].start].count("\n") > 1
        if not known and is_last and apart and 1 < len(tokens) <= 5 and words[0].isupper():
            return at
    return None


def _afterwords(text: str, lines: list[Line]) -> list[Line]:
    """Lines below the signature's first that are talk again: a postscript, whole sentences, something in brackets."""
    said: list[Line] = []
    talking = False
    for at, line in enumerate(lines):
        words = text[line.start : line.end]
        new_paragraph = at == 0 or text[lines[at - 1].end : line.start].count("\n") > 1
        if new_paragraph or POSTSCRIPT.match(words):
            talking = bool(POSTSCRIPT.match(words)) or _is_talk(words)
        if talking:
            said.append(line)
    return said


def _is_talk(words: str) -> bool:
    return len(WORD.findall(words)) >= 6 and bool(FIRST_PERSON.search(words)) and not ODD_LINE.fullmatch(words)
