"""What is answered between the lines of a letter that asks for somebody's particulars, as one entry of a form.

A question is known by the words that label a form's lines: "Wat is uw functie en voor welke organisatie komt u?" asks
for two. What it lets one choose from is the workshops' own affair: such an answer is a cell of the kind "asked", with
its question for a label. An answer that isn't understood, or that makes one doubt that somebody comes, makes the entry
unsure.
"""

import re
from functools import cache
from itertools import pairwise

from mailbot.reading import details
from mailbot.reading.letter.cues import scan, tokens
from mailbot.reading.letter.entry import RESERVES, Cell, Entry, round_in
from mailbot.reading.letter.form_questions import asks_for_company, asks_to_come, asks_to_register
from mailbot.reading.letter.interviews import BRACKETS, Answer
from mailbot.reading.letter.labels import bare, field_of, is_empty, is_no, is_yes, label_words
from mailbot.reading.letter.letters import Letter
from mailbot.reading.letter.yes import agrees
from mailbot.reading.lexicon import load, word_set
from mailbot.reading.names import find
from mailbot.reading.text.fold import any_of, fold

WORK = frozenset({"role", "organisation", "department"})
BODILY = frozenset({"diet", "access"})
CHOSEN = frozenset({"round", "workshop"})
ASKED = WORK | BODILY | CHOSEN | {"phone", "email", "name", "company"}
IN_OWN_WORDS = ("role", "organisation", "diet")
SHORTEST = 4  # letters of a word by which a question is known
LONGEST_VALUE = 7  # words
# Said of what else is asked, these leave open who comes: "vegetarisch, mijn collega komt ook"
LEAVE_OPEN = RESERVES | {"perhaps", "wavers", "if", "with_me", "self_not", "cancel", "replace", "also_group", "unable"}
NAME = re.compile(r"(?<=\s)[^\W\d_a-z][\w'’-]+")  # "Komt u op 30 maart naar de Jaarbeurs?"
COLON = re.compile(r":(?=\s|\Z)")
FIRST_ENDS = re.compile(r"[.!?](?=\s+[^\W\d_a-z])|\n\s*\n")
PIECES = re.compile(r"\s*[,;/]\s+")
IS_SHORT = re.compile(r"\A\s*(?:ja|nee|yes|no|neen)\b", re.IGNORECASE)


def answered(text: str, letter: Letter) -> tuple[Entry, ...]:
    """The form that is filled in between quoted lines ("> - Functie:"), as one entry."""
    entry: Entry | None = None
    unknown = False
    for answer in letter.answers:
        kinds = fields_asked(answer.question)
        if not kinds:
            unknown = unknown or "?" in answer.question
            continue
        entry = entry or Entry(answer.start, answer.start, between=True)
        _fill_in(text, entry, answer, kinds)
    if entry is None or sum(map(len, entry.cells.values())) < 2:
        return ()
    entry.unsure = entry.unsure or unknown
    return (entry,)


@cache
def fields_asked(question: str) -> tuple[str, ...]:
    """The fields that a question or label asks for; none where it asks for what we don't know, or for too much."""
    asked = BRACKETS.sub(" ", question)
    label = bare(COLON.split(asked)[0].rstrip("? "))
    whole = field_of(label)
    if asks_for_company(label) or whole in ("company", "other"):
        return (whole or "company",)
    found = _named_in(label) or _named_in(bare(asked))
    if not found:
        comes = asks_to_register(label) or asks_to_come(bare(NAME.sub(" ", asked)))
        return (whole,) if whole else ("coming",) if comes else ()
    if found <= CHOSEN:
        return ("asked",)
    if found - {"name"} <= WORK or found <= BODILY or len(found) == 1:
        return tuple(sorted(found))
    return ()


def _named_in(said: str) -> frozenset[str]:
    """The fields whose labels' words stand in a question."""
    words = said.split()
    pairs = [f"{one} {two}" for one, two in pairwise(words)]
    known = {label_words().get(word) for word in (*words, *pairs) if len(word) >= SHORTEST}
    known |= {kind for kind in IN_OWN_WORDS if _in_own_words(kind).search(said)}
    return frozenset(kind for kind in known if kind in ASKED)


@cache
def _in_own_words(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(map(fold, load('fields')[f'asked_{kind}']))})(?!\w)")


def _fill_in(text: str, entry: Entry, answer: Answer, kinds: tuple[str, ...]) -> None:
    """Puts an answer in its place; what it says beyond its first sentence is talk, but for what is chosen."""
    start, end = _first_sentence(text, answer)
    said = text[start:end]
    if "asked" in kinds:
        entry.put("asked", Cell(answer.start, answer.end, None, answer.question))
        return
    entry.unsure = entry.unsure or _leaves_open(text, start, end, kinds)
    if "name" in kinds and len(kinds) > 1:
        start = _put_name(text, entry, Cell(start, end, None, answer.question))
    if WORK.intersection(kinds):
        _put_work(text, entry, Cell(start, end, None, answer.question), kinds)
        return
    for kind in kinds:
        entry.put(kind, Cell(start, end, round_in(answer.question, kind), answer.question))
    if kinds == ("coming",):
        entry.struck = entry.struck or is_no(said)
        entry.unsure = entry.unsure or not (agrees(said) or is_no(said))
    elif set(kinds) <= BODILY:
        entry.unsure = entry.unsure or not _is_bodily(said)


def _first_sentence(text: str, answer: Answer) -> tuple[int, int]:
    ends = FIRST_ENDS.search(text, answer.start, answer.end)
    start, end = answer.start, ends.start() if ends else answer.end
    start += len(text[start:end]) - len(text[start:end].lstrip())
    return start, start + len(text[start:end].rstrip(" .!"))


def _leaves_open(text: str, start: int, end: int, kinds: tuple[str, ...]) -> bool:
    """Whether an answer names somebody, or has a reserve, or asks in turn."""
    if text[start:end].rstrip().endswith("?") or scan(tokens(text, start, end), kinds=LEAVE_OPEN):
        return True
    others = not {"name", "company", "other"}.intersection(kinds)
    return others and any(found.name.is_full and found.sure for found in find(text, start, end))


def _is_bodily(said: str) -> bool:
    """Whether an answer about food or needs says that there are none, or what they are."""
    if agrees(said):
        return False  # "Ja": which?
    first = fold(PIECES.split(said)[0]).strip(" .!")
    if is_empty(said) or is_no(said) or first in word_set("diet", "empty_values"):
        return True
    return bool(details.diets(said) or details.needs(said))


def _put_name(text: str, entry: Entry, cell: Cell) -> int:
    """Puts the name with which such an answer begins in its place, and tells where the rest of it begins: "Els Bos,
    jurist"."""
    found = find(text, cell.start, cell.end)[:1]
    if not found or not found[0].name.is_full or found[0].start > cell.start:
        entry.unsure = True
        return cell.start
    entry.put("name", Cell(cell.start, found[0].end, None, cell.label))
    behind = text[found[0].end : cell.end]
    return found[0].end + len(behind) - len(behind.lstrip(" ,;-–"))


def _put_work(text: str, entry: Entry, cell: Cell, kinds: tuple[str, ...]) -> None:
    """What somebody is, and where: "Jeugdconsulent, gemeente Emmen", "RADAR, ik ben daar consulent"."""
    said = text[cell.start : cell.end]
    titles = details.roles(text, cell.start, cell.end)
    houses = details.organisations(text, cell.start, cell.end)
    spans = {
        "role": (titles[0].start, titles[0].end) if titles else None,
        "organisation": (houses[0].start, houses[0].end) if houses else None,
    }
    for kind, other in (("role", "organisation"), ("organisation", "role")):
        if kind in kinds and spans[kind] is None:
            spans[kind] = _rest(text, cell, spans[other], both=other in kinds)
    for kind, span in spans.items():
        if span is not None:
            entry.put(kind, Cell(*span, None, cell.label))
    # "Dat weet u toch?"
    entry.unsure = entry.unsure or (not is_empty(said) and spans["role"] == spans["organisation"])


def _rest(text: str, cell: Cell, known: tuple[int, int] | None, *, both: bool) -> tuple[int, int] | None:
    """Where a title or a house stands that no list has: all of a short answer, or its one other piece."""
    said = text[cell.start : cell.end]
    if IS_SHORT.match(said) or is_no(said) or is_yes(said):
        return None
    pieces, at = list[tuple[int, int]](), cell.start
    for piece in PIECES.split(said):
        start = text.index(piece, at)
        at = start + len(piece)
        if known is None or not (start <= known[0] < at):
            pieces.append((start, at))
    if both and known is None:
        return None
    if len(pieces) != 1 or len(text[slice(*pieces[0])].split()) > LONGEST_VALUE:
        return None
    return pieces[0]
