"""A letter in its parts: body, signature, and what no person wrote for this mail (disclaimers, app lines).

Where the signature begins is signature.py's to say; which lines below it are talk again, afterwords.py's. All parts
keep the length of the mail's text, so that offsets stay what they are.
"""

import re
from dataclasses import dataclass

from mailbot.reading.letter.afterwords import afterwords
from mailbot.reading.letter.closing_words import CLOSING, GREETS, SPEAKS, WORD, AtLineStart, goes_on, parted
from mailbot.reading.letter.dictation import punctuated
from mailbot.reading.letter.introductions import Line
from mailbot.reading.letter.letters import Letter, blanked
from mailbot.reading.letter.signature import FIRST_PERSON, signature_start
from mailbot.reading.text.once import once

GREETING = AtLineStart("greetings")
NOTICE = AtLineStart("notices")


NUMBER = re.compile(r"(?<!\w)[+(]?\d(?:[ ()/-]{0,2}\d){8,12}(?!\d)")
FEW = 5  # words between a closing and a number on its line
BY_WHOM = re.compile(r"^(?:van|from)\s")  # "Groeten van Els Bos, voorzitter"


@dataclass(frozen=True)
class Parts:
    """A letter in its parts, each of the length of the mail: `body` (with any postscript), `signature`, `notice`.

    `greeting` and `sign_off` are spans of the line that opens and of the name on the closing line, or None.
    """

    body: str
    signature: str
    notice: str
    greeting: tuple[int, int] | None = None
    sign_off: tuple[int, int] | None = None

    @once
    def below(self) -> int:
        """The end of the line above the signature's first word: before it, patterns would go over blanks alone."""
        first = len(self.signature) - len(self.signature.lstrip())
        return max(self.signature.rfind("\n", 0, first), 0)


# "Namens ons team: Els Bos en Toon Kok", as the first line: nothing was said that it could close
FOR_WHOM = re.compile(r"\s*(?:namens|on behalf of)\s[^:\n]{1,60}:\s+\S", re.IGNORECASE)


def parts(letter: Letter, known_names: frozenset[str] = frozenset()) -> Parts:
    """Take a letter apart. `known_names`: words, in lower case, of the names that its author is known by."""
    lines = [line for line in letter.lines if letter.text[line.start : line.end].strip()]
    text = letter.text
    greeting = _greeting(text, lines)
    notices = _notices(text, lines)
    noted = {line.start for line in notices}
    # "Antwoorden staan ertussen. Groet, Wouter", as the first line: what answers our questions below is no signature
    answers = [line for line in lines if any(a.holds(line.start) for a in letter.answers)]
    noted.update(line.start for line in answers)
    talk = parted(text, [line for line in lines if line.start not in noted])
    first = next((at for at, line in enumerate(talk) if line != greeting), 0)
    heads = talk and FOR_WHOM.match(text, talk[first].start, talk[first].end)
    above_all = first + 1 if heads else 0
    below, sign_off = signature_start(text, talk[above_all:], known_names)
    below = None if below is None else below + above_all
    signature = [] if below is None else talk[below:]
    said_after = afterwords(text, signature)
    after = {line.start for line in said_after}
    signature = [line for line in signature if line.start not in after]
    signed = {line.start for line in signature}
    body = [line for line in talk if line.start not in signed and line != greeting]
    body = sorted([*body, *answers], key=lambda line: line.start)
    spans = [(line.start, line.end) for line in body]
    signed_spans = [(line.start, line.end) for line in signature]
    above = talk[below - 1] if below and below != above_all else None
    if above is not None and (closing := _closes(text[above.start : above.end])) is not None:
        spans = [span for span in spans if span[0] != above.start]
        signed_spans = _behind_closing(text, above, closing.end(), known_names) + signed_spans
    return Parts(
        punctuated(blanked(text, spans)),
        blanked(text, signed_spans),
        blanked(text, [(line.start, line.end) for line in notices]),
        _greeting_span(text, greeting),
        sign_off,
    )


def _closes(words: str) -> re.Match[str] | None:
    """The closing words that a line begins with: not so "Namens Tiel gaf ik er vier op: ..."."""
    closing = CLOSING.match(words) or GREETS.match(words)
    if closing is None or SPEAKS.search(closing[0]):
        return None  # "Ik ga graag mee. Groeten uit Ede"
    return closing if not goes_on(closing, words[closing.end() :]) else None


def _behind_closing(text: str, line: Line, at: int, known: frozenset[str]) -> list[tuple[int, int]]:
    """What a closing line goes on with behind its first `at` characters, where that is a signature: "Groet, Els Bos, De
    Brug, 06 12 34 56 78"."""
    rest = BY_WHOM.sub("", text[line.start + at : line.end].strip(" ,.!"))
    number = NUMBER.search(rest)
    if number and len(rest[: number.start()].split()) <= FEW and not SPEAKS.search(rest):
        return [(line.start + at, line.end)]  # "mvg Els 06 12 34 56 78"
    named = bool(rest) and (rest[0].isupper() or rest.split()[0].casefold() in known)
    return [(line.start + at, line.end)] if named and re.search(r"[,(]", rest) else []


def _greeting(text: str, lines: list[Line]) -> Line | None:
    """The opening line, where it is one: "Beste mensen," but not "Dag, de griep heeft ons geveld"."""
    for line in lines[:2]:
        words = text[line.start : line.end]
        if GREETING.match(words) and not _says_something(words) and not words.rstrip().endswith(";"):
            return line
        if words.rstrip().endswith(":"):
            return None  # below "ik meld aan:" stands whom: "mevrouw Bos, wethouder"
    return None


def _says_something(words: str) -> bool:
    """Whether a line only begins like a greeting: "Dag, de griep heeft ons geveld", "Mevrouw Bos komt ook."."""
    number = len(WORD.findall(words))
    sentence = number > 4 and words.rstrip().endswith((".", "?"))
    return number > 8 or sentence or bool(FIRST_PERSON.search(words) or re.search(r"[,!.]\s+\w+\s+\w+", words))


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
