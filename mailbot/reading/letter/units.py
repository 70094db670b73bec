"""A letter's talk cut into units: sentences, list items, table rows, lines of a home-made form; each with its clauses.

What the cue phrases and names in them mean together is stance.py's concern.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from mailbot.reading.letter.clause_cuts import alternation
from mailbot.reading.letter.clauses import Clause, clauses
from mailbot.reading.letter.cue_phrases import LANGUAGES
from mailbot.reading.letter.cues import Cue
from mailbot.reading.letter.labels import field_of, heads_list
from mailbot.reading.letter.named_lines import people_of
from mailbot.reading.letter.separated import rows_of
from mailbot.reading.letter.speech import speech_in
from mailbot.reading.letter.stacked import in_one_line, stacked
from mailbot.reading.lexicon import load
from mailbot.reading.names import NameFound
from mailbot.reading.text.brackets import in_few_words
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import has_one_of

BULLET = re.compile(r"[ \t]*(?:[-*•·–●▪o>]|\(?\d{1,2}[.):]|\(?[a-z][.)])[ \t]+(?=\S)")
# "Naam: Jan", "Naam ..... Jan", "Naam -> Jan", "Naam = Jan", "Naam       Jan"; the first colon of "Workshop 14:00: ..."
# ends no label
INDENTED = re.compile(r" {6,}\S")
LABEL = re.compile(
    r"[ \t]*[*_]{0,2}([^\W\d_](?:[^\n:\t?]|(?<=\d):(?=\d\d(?!\d))){0,40}?)[*_]{0,2}"
    r"(?:[ \t]*(?!(?<=\d):\d\d(?!\d)):[*_]{0,2}[ \t]*|[ \t]*\t+(?:=>?|->|→)?[ ]?|[ ]?(?:\.{3,40}|…{1,20})[ ]?:?[ ]?"
    r"|[ ]{1,3}(?:\.[ ]){2,30}\.?[ ]{0,3}:?[ ]?"
    r"|[ ]{1,9}(?:->|=>?|→)[ ]{1,9}|=[ ]{1,9}|(?<!\s[.,;!])(?<![ ])[ ]{3,40})(?=\S|$)"  # " .    " is a spoken full stop
)
# "Neem je iemand mee? nee": a question, and no more than a word or three of an answer
QUESTION = re.compile(
    r"[ \t]*[*_]{0,2}([^\W\d_][^\n:\t?]{5,60})[*_]{0,2}\?[*_]{0,2}:?[ \t]+(?=\S*(?:[ \t]+\S+){0,2}[ \t]*$)"
)
BEHIND_LABEL = (":", "\t", "...", ". .", "…", "->", "=", "→", "   ")  # one of which a line of prose seldom has
# Lines that say something, one under the other. Possessive: a masked text is mostly blanks, and going back over them
# would take time by the square of their number.
BLOCK = re.compile(r"^[^\S\n]*+\S[^\n]*+(?:\n[^\S\n]*+\S[^\n]*+)*+", re.MULTILINE)
SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)|[\"'”’)]\s*\n")


# "J.W.Th. van Dam": initials of more than a letter stand behind others, or begin with a capital
LETTERS = r"(?:[^\W\d_]|(?-i:[A-Z]hr?|Tj|Sj))"
ABBREVIATIONS = tuple(map(str.lower, load("sentences")["abbreviations"]))
ABBREVIATION = re.compile(
    rf"(?:\b(?:{alternation('abbreviations')})|(?:^|[\s(.\"“‘]){LETTERS}(?:\.{LETTERS})*)$", re.IGNORECASE
)
AND_I = re.compile(r"\b(?:and|or) I$")  # "Wim Smit and I. Wim eats vegan."
BY_THIS = re.compile(
    r"\s+(?:Bij deze|Hierbij|Graag|Ik|Wij|We|Zet|Schrijf|Noteer|Kunt|Wilt|Mijn|Please|I)\b"
)  # "30 mrt. Bij deze!"
# "op 30 maart a.s. Zij eet vegetarisch": no title stands before a pronoun
ENDS_TOO = re.compile(r"\b(?:a\.s|jl|e\.d|o\.i\.d|etc|enz|p\.m|s\.v\.p|a\.u\.b|z\.s\.m|d\.v)$", re.IGNORECASE)
STARTS = late(
    r"\s+(?:Zij|Ze|Hij|Zijn|Haar|Hun|Dat|Dit|Deze|Die|U|Uw|Jullie|Mocht|Daar|Daarbij|Daarnaast|Ook|Verder|Tevens|Voor|Met"
    r"|In|Op|Er|Het|Na|Onze|Kan|Mag|Wil|De|Een|Mevrouw|Mijnheer|Wethouder|Collega|Zelf|Ikzelf|Helaas|Alleen|Naast|Namens"
    r"|Samen|Wat|Als|Indien|Dan|Aan|Bij|She|He|They|The|This|My|Our|We|Mrs|Ms)\s"
    # "a.s. Noor Tal, die ook op de lijst staat, komt wel": not so "a.s. Noor Tal en Wim Smit"
    r"|\s+[A-Z][^\W\d_]+(?:\s[^\W\d_]+){1,3}?(?:,\s(?:die|wie|met wie|door|who|whom)|\s(?:kan|komt|is|gaat"
    r"|heeft|wil|moet|blijft|zal|neemt|doet|redt|valt|zit|staat|will|can|has))\b"
)
AFTER_ORDINAL = re.compile(rf"\s(?:{alternation('after_ordinal')})\b", re.IGNORECASE)
# Behind a label: talk of several, no form's value. "Lunch: voor mij graag vegetarisch. Emre eet halal."
TOLD = late(r"[^\W\d_]{3}\.\s+[^\W\d_a-z][a-z’'-]*\s+[a-z]|\b(?:[Vv]oor mij|[Ff]or me)\b")
# Behind "Ronde 1:", talk of who goes where
OF_SEVERAL = re.compile(
    r"\b(?:ik|wij|we|hij|zij|allebei|beiden?|samen|andersom|omgekeerd|wisselen|both|I|the other way)\b", re.IGNORECASE
)
WRAPPED, LONGEST_WRAPPED = 72, 100  # characters: where programs wrap, and beyond which no program did


class UnitKind(StrEnum):
    SENTENCE = "sentence"
    ITEM = "item"
    ROW = "row"
    FIELD = "field"


@dataclass(slots=True, unsafe_hash=True)  # not frozen: made that way, each takes three times as long
class Unit:
    """A sentence, list item, row or form line at [start, end); `label` is a form line's.

    `paragraph` counts from 0: units of one paragraph hang together.
    """

    kind: UnitKind
    start: int
    end: int
    paragraph: int
    clauses: tuple[Clause, ...]
    label: str = ""
    names: tuple[NameFound, ...] = field(init=False, repr=False, compare=False)
    cues: tuple[Cue, ...] = field(init=False, repr=False, compare=False)
    _kinds: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Put together once: rules ask each unit for them tens of times.
        if len(self.clauses) == 1:
            (clause,) = self.clauses
            self.names, self.cues, self._kinds = clause.names, clause.cues, clause.kinds
            return
        self.names = tuple([name for clause in self.clauses for name in clause.names])
        self.cues = tuple([cue for clause in self.clauses for cue in clause.cues])
        self._kinds = frozenset([cue.kind for cue in self.cues])

    def has(self, kind: str, *others: str) -> bool:
        if kind in self._kinds:
            return True
        return not self._kinds.isdisjoint(others) if others else False


def units(
    text: str,
    taken: Iterable[tuple[int, int]] = (),
    languages: frozenset[str] = frozenset(LANGUAGES),
    known: frozenset[str] = frozenset(),
) -> tuple[Unit, ...]:
    """The units of a (masked) text. `taken`: spans of titles, places, organisations, in which no person's name stands.

    `languages`: whose cue phrases count; small words of one language mean something else in another.
    `known`: given names of people in the mail's headers.
    """
    spans, speech = tuple(taken), speech_in(text)
    return tuple(
        Unit(
            kind,
            start,
            end,
            paragraph,
            tuple(clauses(text, start, end, spans, languages, known, speech, whole=kind is UnitKind.ROW)),
            label,
        )
        for kind, start, end, paragraph, label in _cut(text, spans, known)
    )


def _cut(
    text: str, taken: tuple[tuple[int, int], ...], known: frozenset[str]
) -> Iterator[tuple[UnitKind, int, int, int, str]]:
    paragraph, width = -1, max(len(line.strip()) for line in text.split("\n"))
    blocks = [(block.end(), list(_lines(text, block.start(), block.end()))) for block in BLOCK.finditer(text)]
    every = [line for _, lines in blocks for line in lines]
    rows = rows_of(text, every)
    fields = {field.start: field for field in stacked(text, every)}
    values = {field.value for field in fields.values()}
    for block_end, lines in blocks:
        paragraph += 1
        prose: tuple[int, int] | None = None
        people = people_of(text, lines, taken, known)
        for start, end in lines:
            if start in values:
                continue  # told with its label
            if field := fields.get(start):
                yield UnitKind.FIELD, start, field.end, paragraph, field.label
                continue
            kind, label = (UnitKind.ROW, "") if start in rows else _line_kind(text, start, end)
            kind = UnitKind.ITEM if kind is UnitKind.SENTENCE and start in people else kind
            if kind is UnitKind.SENTENCE:
                prose = (prose[0] if prose else start, end)
                if _ends_line(text, start, end, block_end, width):
                    yield from _sentences(text, *prose, paragraph, taken)
                    prose = None
                continue
            if prose:
                yield from _sentences(text, *prose, paragraph, taken)
                prose = None
            yield kind, start, end, paragraph, label
        if prose:
            yield from _sentences(text, *prose, paragraph, taken)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines of a block, an item's and a form's continuation lines joined to them."""
    lines: list[tuple[int, int]] = []
    at = start
    for raw in text[start:end].split("\n"):
        line = (at, at + len(raw))
        at += len(raw) + 1
        goes_on = (
            lines
            and BULLET.match(text, lines[-1][0])
            and not BULLET.match(raw)
            and "\t" not in raw
            and (raw.lstrip()[:1].islower() or raw.lstrip()[:1] in "(&" or len(text[slice(*lines[-1])].rstrip()) > 60)
        )
        if goes_on or (lines and _is_below_value(text, lines[-1], raw)):
            lines[-1] = (lines[-1][0], line[1])
        else:
            lines.append(line)
    for span in lines:
        yield from in_one_line(text, *span)


def _is_below_value(text: str, above: tuple[int, int], raw: str) -> bool:
    """Whether a line stands under the value of a form's line: "Workshops: ronde 1 A", "           ronde 2 B"."""
    if not INDENTED.match(raw) or LABEL.match(raw.lstrip()) or BULLET.match(raw):
        return False
    label = LABEL.match(text[slice(*above)])
    return label is not None and label.end() < above[1] - above[0] and field_of(label[1]) is not None


def _line_kind(text: str, start: int, end: int) -> tuple[UnitKind, str]:
    line = text[start:end]
    stripped = line.strip()
    if stripped.count("\t") >= 2 or stripped.count(" | ") >= 2:
        return UnitKind.ROW, ""
    bullet = BULLET.match(line)
    may_be_label = has_one_of(line, BEHIND_LABEL)
    label = LABEL.match(line, bullet.end() if bullet else 0) if may_be_label else None
    label = label or (QUESTION.match(line, bullet.end() if bullet else 0) if "?" in line else None)
    heads = label and not line[label.end() :].strip() and heads_list(label[1])
    several = label and field_of(label[1]) in ("round", "workshop") and OF_SEVERAL.search(line, label.end())
    if label and not heads and not several and field_of(label[1]) and not TOLD.search(line, label.end()):
        return (UnitKind.ITEM if bullet else UnitKind.FIELD), label[1].strip()
    return (UnitKind.ITEM if bullet else UnitKind.SENTENCE), ""


def _ends_line(text: str, start: int, end: int, block_end: int, width: int) -> bool:
    """Whether a line of prose ends what it says, by design and not because a program wrapped it.

    `width`: the longest line of the letter. Where lines are longer than any program wraps, or where the next word
    would have fitted on the line, the writer pressed Enter.
    """
    following = text[end + 1 : min(end + 40, block_end)].lstrip()
    line = text[start:end].rstrip()
    if not following or line[-1:] == "," or following[0] in "(<&":
        return False
    fits = len(line) + 1 + len(following.split(maxsplit=1)[0]) <= min(width, WRAPPED)
    return (width > LONGEST_WRAPPED or fits or len(line) < 58) and not following[0].islower()


def _sentences(
    text: str, start: int, end: int, paragraph: int, taken: tuple[tuple[int, int], ...]
) -> Iterator[tuple[UnitKind, int, int, int, str]]:
    at = start
    for m in SENTENCE_END.finditer(text, start, end):
        if any(a <= m.start() < b for a, b in taken) and not text[m.end() : m.end() + 3].lstrip()[:1].isupper():
            continue  # the question mark of a workshop's title
        if m[0][0] == "." and not {"?", "!"}.intersection(m[0]) and _is_short(text, at, m):
            continue
        if m[0] == "." and in_few_words(text, at, m.start(), end):
            continue
        if text[m.start() - 1 : m.start()].isdigit() and AFTER_ORDINAL.match(text, m.end()):
            continue
        if m[0].rstrip().endswith(")") and text[m.end() : m.end() + 3].lstrip()[:1].islower():
            continue  # "en Mila (wel vega!) op te geven"
        if text[at : m.end()].strip():
            yield UnitKind.SENTENCE, at, m.end(), paragraph, ""
        at = m.end()
    if text[at:end].strip():
        yield UnitKind.SENTENCE, at, end, paragraph, ""


def _is_short(text: str, at: int, stop: re.Match[str]) -> bool:
    """Whether that full stop is an abbreviation's in the middle of the sentence that begins at `at`."""
    before = text[max(at, stop.start() - 14) : stop.start()]
    if len(before) > 3 and before[-4:].isalpha() and not before.lower().endswith(ABBREVIATIONS):
        return False  # as most words that end a sentence: the pattern is tried at each character
    if not ABBREVIATION.search(text, max(at, stop.start() - 14), stop.start()):
        return False
    if AND_I.search(text, max(at, stop.start() - 6), stop.start()) or BY_THIS.match(text, stop.end()):
        return False
    ends_too = ENDS_TOO.search(text, max(at, stop.start() - 6), stop.start())
    return not (ends_too and STARTS.match(text, stop.end()))
