"""Home-made forms: "Label: value" lines as entries, one for each person; those filled in between our own lines, too."""

import re

from mailbot.reading.letter.entry import Cell, Entry, round_in, weighed
from mailbot.reading.letter.labels import NAMING, field_of, is_new, is_no, is_old, is_right, is_yes
from mailbot.reading.letter.letters import Letter
from mailbot.reading.names import find

# What stands between our lines, and is no value
SAYS_MORE = re.compile(
    r"\?|\b(?:niet|nog|weet|misschien|twijfel|of|helaas|kan|kom|not|maybe|perhaps|sorry)\b", re.IGNORECASE
)
LONGEST_VALUE = 7  # words
BEHIND_VALUE = re.compile(r"\s\(|,\s|;\s")  # where a remark begins: "wijkregisseur (zo heet dat hier)"


def form(text: str, lines: list[tuple[str, tuple[int, int]]]) -> list[Entry]:
    """Entries of label and value pairs: a new one where a name comes that the last has already."""
    found: list[Entry] = []
    old, new = (any(told(label) for label, _ in lines) for told in (is_old, is_new))
    for label, (start, end) in lines:
        kind = field_of(label)
        if is_old(label):
            continue  # "Oud nummer: ...", above "Nieuw nummer: ..."
        names = kind == "coming" and any(found.name.is_full for found in find(text, start, end))
        if names and not is_yes(text[start:end]):
            kind = "name"  # "Aanwezig: Els Bos en Wim Kok"
        if kind == "organisation" and sum(found.name.is_full for found in find(text, start, end)) > 1:
            kind = "name"  # "Namens ons team: Els Bos en Wim Kok"
        if kind is None:
            continue
        if not found or (kind in NAMING and kind in found[-1].cells) or (kind == "name" and found[-1].names_somebody):
            found.append(Entry(start, end))
        found[-1].put(kind, Cell(start, end, round_in(label, kind), label))
        found[-1].changes = old and new
        if kind == "coming":
            noes = [is_no(text[cell.start : cell.end]) for cell in found[-1].cells["coming"]]
            found[-1].struck = all(noes)
            # "Aanwezig: ja, met Wim Kok"; "Aanwezig 9 maart: ja", and "Aanwezig 15 april: nee"
            found[-1].unsure = names or any(noes) != all(noes)
    return weighed(text, found)


def answered(text: str, letter: Letter, body: str) -> tuple[Entry, ...]:
    """The form that is filled in between quoted lines ("> - Functie:"), as one entry."""
    entry: Entry | None = None
    label, kind = "", None
    at = 0
    for line in letter.lines:
        asked = [
            q.strip("> \t*-•")
            for q in text[at : line.start].split("\n")
            if q.lstrip().startswith(">") and q.strip("> \t")
        ]
        if asked:
            label = re.split(r"[(:?]", asked[-1])[0].strip()
            kind = field_of(label) if asked[-1].rstrip().endswith((":", "?")) else None
        at = line.end
        value = body[line.start : line.end]
        if kind is None or not value.strip():
            continue
        start = line.start + len(value) - len(value.lstrip())
        entry = entry or Entry(start, start)
        entry.cells.setdefault(kind, []).append(Cell(start, line.start + len(value.rstrip()), None, label))
        kind = None
    return (entry,) if entry is not None and len(entry.cells) > 1 else ()


def set_right(text: str, letter: Letter) -> tuple[Entry, ...]:
    """What is written between the lines of a confirmation ("> Functie: jurist", below it "coach"), as one entry; not
    where it says that the line is right."""
    entry: Entry | None = None
    at = 0
    for line in letter.lines:
        above = [q.strip("> \t*-•") for q in text[at : line.start].split("\n") if q.lstrip().startswith(">")]
        at = line.end
        label, mark, was = above[-1].partition(":") if above else ("", "", "")
        kind = field_of(label) if mark and was.strip() else None
        value = text[line.start : line.end]
        said = BEHIND_VALUE.split(value)[0]
        if kind is None or kind in NAMING or not said.strip() or is_right(said):
            continue
        start = line.start + len(said) - len(said.lstrip())
        entry = entry or Entry(start, start, changes=True)
        told = kind in ("role", "organisation", "email", "phone") and len(said.split()) > LONGEST_VALUE
        entry.unsure = entry.unsure or told or SAYS_MORE.search(value) is not None
        entry.put(kind, Cell(start, line.start + len(said.rstrip()), round_in(label, kind), label))
    return (entry,) if entry is not None else ()
