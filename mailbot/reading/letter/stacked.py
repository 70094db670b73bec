"""Forms in another shape than a label and its value a line: each label above its value, as web forms write them
("Naam", below it "Els Bos"), or all in one line ("Naam: Els Bos; Functie: jurist")."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mailbot.reading.letter.labels import NAMING, field_of, is_label

FEWEST = 3  # fields that make a form of such lines: "Naam" alone may be a heading
LONGEST = 40  # characters of a label
# "; Functie: ", at the head of a line or behind a mark
IN_LINE = re.compile(r"(?:^\s*|[;|•]\s*|,\s+|\.\s+)(?P<label>[^\W\d_][^\n:;|•,.?]{1,38}?)\s?:\s(?=\S)", re.MULTILINE)

SENTENCE = re.compile(r"(?<=[^\W\d_]{2})\.\s+(?=[^\W\d_a-z])")  # where one ends, and no initials


@dataclass(frozen=True, slots=True)
class Field:
    """A label's line from `start` on, and the line of its value, which ends at `end`."""

    label: str
    start: int
    value: int
    end: int


def stacked(text: str, lines: Sequence[tuple[int, int]]) -> list[Field]:
    """The fields of such forms among these lines, in order; of a form that tells nobody's name none."""
    found: list[Field] = []
    run: list[Field] = []
    above: tuple[int, int] | None = None
    for start, end in lines:
        line = text[start:end].strip()
        if len(line) <= LONGEST and is_label(line):
            above = (start, end)
        elif above is not None and line:
            run.append(Field(text[slice(*above)].strip(), above[0], start, end))
            above = None
        elif line:
            found += _whole(run)
            run = []
    return found + _whole(run)


def _whole(run: list[Field]) -> list[Field]:
    named = any(field_of(field.label) in NAMING for field in run)
    return run if named and len(run) >= FEWEST else []


def in_one_line(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The fields of a line that holds several of a form; the line itself, where it holds none."""
    labels = [m for m in IN_LINE.finditer(text, start, end) if field_of(m["label"])]
    fields = {field_of(m["label"]) for m in labels}
    told = not NAMING.isdisjoint(fields) or "coming" in fields  # "Aanwezig: ja. Lunch: vegan. Workshop: geen."
    if len(labels) < FEWEST or not told or text[start : labels[0].start("label")].strip():
        yield start, end
        return
    begins = [m.start("label") for m in labels]
    said = SENTENCE.search(text, labels[-1].end(), end)
    last = said.end() if said else end
    yield from zip(begins, [*(m.start() for m in labels[1:]), last], strict=True)
    if said:
        yield last, end  # what is said behind the last value: "Lunch: vegan. E. Bos, jurist"
