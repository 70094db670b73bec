"""Home-made forms: "Label: value" lines as entries, one for each person; what is put right between our own lines, too.

Answers between quoted questions are answered.py's.
"""

import re

from mailbot.reading.letter.entry import Cell, Entry, is_reserved, round_in, weighed
from mailbot.reading.letter.entry_remarks import Remark, without_remark
from mailbot.reading.letter.form_questions import asks_to_come, whose_name
from mailbot.reading.letter.labels import (
    NAMING,
    bare,
    column_of,
    field_of,
    is_ditto,
    is_new,
    is_no,
    is_old,
    is_right,
    is_yes,
)
from mailbot.reading.letter.letters import Letter
from mailbot.reading.names import find
from mailbot.reading.names.no_person import begins_like_a_house
from mailbot.reading.text.fold import fold

# What stands between our lines, and is no value
SAYS_MORE = re.compile(
    r"\?|\b(?:niet|nog|weet|misschien|twijfel|of|helaas|kan|kom|not|maybe|perhaps|sorry)\b", re.IGNORECASE
)
# "Liever de andere? Nee, grapje: deze mag ook blijven"
REMAINS = re.compile(
    r"\b(?:mag|kan|laat|laten|zo)\b[^.!?\n]{0,24}\b(?:blijven|staan)\W*$|\bblijft\b[^.!?\n]{0,16}$"
    r"|\b(?:can|may) stay\W*$",
    re.IGNORECASE,
)
LONGEST_VALUE = 7  # words
# What no name has beside it; "Els Bos, jurist, gemeente Ede" is read with it
MORE = re.compile(
    r":\s|\d{5}|@|\b(?:rondes?|workshops?|rounds?|sessies?|eet|veget\w+|vegan\w*|halal|\w+vrij)\b", re.IGNORECASE
)
BESIDE = re.compile(r"\s*[,;]\s+(?P<next>\w+)")  # behind a name
BEHIND_VALUE = re.compile(r"\s\(|,\s|;\s")  # where a remark begins: "wijkregisseur (zo heet dat hier)"


def form(text: str, lines: list[tuple[str, tuple[int, int]]]) -> list[Entry]:
    """Entries of label and value pairs: a new one where a name comes that the last has already."""
    found: list[Entry] = []
    old, new = (any(told(label) for label, _ in lines) for told in (is_old, is_new))
    named = any(field_of(label) in NAMING for label, _ in lines)
    for label, (start, end) in lines:
        kind = None if is_old(label) else _kind(text, label, start, end)  # "Oud nummer: ...", above "Nieuw nummer: ..."
        if kind is None or (kind in NAMING and not text[start:end].strip()):
            continue  # "Persoon 1:", above "Achternaam: Bos"
        if kind == "other" and not named and whose_name(bare(label)):
            kind = "whose"  # "Naam contactpersoon: Els Bos", and nobody else
        if not found or (kind in NAMING and kind in found[-1].cells) or (kind == "name" and found[-1].names_somebody):
            found.append(Entry(start, end))
        if kind == "name":
            start, end = _called(text, start, end, found[-1])
        if len(found) > 1 and is_ditto(text[start:end]) and (above := found[-2].cells.get(kind)):
            start, end = above[-1].start, above[-1].end  # "Organisatie: idem"; put, its entry would reach up to there
            found[-1].cells.setdefault(kind, []).append(Cell(start, end, round_in(label, kind), label))
            continue
        found[-1].put(kind, Cell(start, end, round_in(label, kind), label))
        found[-1].changes = old and new
        if kind == "coming" and asks_to_come(bare(label)):
            noes = [is_no(text[c.start : c.end]) for c in found[-1].cells["coming"] if asks_to_come(bare(c.label))]
            found[-1].struck = found[-1].struck or all(noes)
            # "Aanwezig: ja, met Wim Kok"; "Aanwezig 9 maart: ja", and "Aanwezig 15 april: nee"
            more = any(noes) != all(noes) or bool(_people(text, start, end))
            found[-1].unsure = found[-1].unsure or more or is_reserved(text, start, end)
    return weighed(text, found)


def _kind(text: str, label: str, start: int, end: int) -> str | None:
    """The field of a form's line, by its label and by who stands behind it."""
    kind = field_of(label) or ("round" if column_of(label) == "round" else None)
    people = _people(text, start, end) if kind in ("coming", "organisation") else 0
    # "Aanwezig: Els Bos en Wim Kok", "Namens ons team: Els Bos en Wim Kok"
    if kind == "coming" and is_yes(text[start:end]):
        return kind  # "Aanwezig: ja, met Wim Kok"
    return "name" if people > (kind == "organisation") else kind


def _called(text: str, start: int, end: int, entry: Entry) -> tuple[int, int]:
    """Where the name of a form's person stands; what stands beside it and says that they don't come, or are on the list
    already, is noted. Beside several it is in doubt of whom it is said."""
    end = _before_more(text, start, end)
    name, remark = without_remark(text, start, end)
    if remark is not None and _people(text, start, end) > 1:
        entry.unsure = True
        return start, end
    entry.struck = entry.struck or remark is Remark.AWAY
    entry.booked = entry.booked or remark is Remark.BOOKED
    return name


def _before_more(text: str, start: int, end: int) -> int:
    """Where a name ends behind which, on the same line, other things stand: "Naam: Els Bos, tel. 06-..., ronde 2 A"."""
    named = find(text, start, end)
    if not named or not named[0].name.is_full or text[start : named[0].start].strip():
        return end
    beside = BESIDE.match(text, named[0].end, end)
    if beside is None or (beside["next"][0].isupper() and not begins_like_a_house(fold(beside["next"]))):
        return end  # "Els Bos, Wim Kok"
    return named[0].end if MORE.search(text, named[0].end, end) else end


def _people(text: str, start: int, end: int) -> int:
    return sum(found.name.is_full for found in find(text, start, end))


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
        if kind is None or kind in NAMING or not said.strip() or is_right(said) or REMAINS.search(value):
            continue
        start = line.start + len(said) - len(said.lstrip())
        entry = entry or Entry(start, start, changes=True)
        told = kind in ("role", "organisation", "email", "phone") and len(said.split()) > LONGEST_VALUE
        entry.unsure = entry.unsure or told or SAYS_MORE.search(value) is not None
        entry.put(kind, Cell(start, line.start + len(said.rstrip()), round_in(label, kind), label))
    return (entry,) if entry is not None else ()
