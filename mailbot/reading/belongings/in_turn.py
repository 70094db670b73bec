"""What is told in turn of those who are named in turn: "Els Bos en ik (jurist resp. adviseur)", "Els, Wim en Bo eten
respectievelijk halal, alles en vegetarisch", "dieet in dezelfde volgorde: geen, halal". Read as any other, all of it
would be the last one's. Where they aren't as many as the values nobody knows whose these are."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from mailbot.domain.reading import Evidence
from mailbot.reading import details
from mailbot.reading.belongings.named_rows import named_rows
from mailbot.reading.case.asking import Asking
from mailbot.reading.letter.units import Unit
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import fold
from mailbot.reading.text.found import Found
from mailbot.reading.text.late import late

SAID = ("resp", "volgorde", "achtereenvolgens", " order")  # one of which such a letter holds
IN_TURN = late(
    r"(?:\bresp\.|\b(?:resp|respectievelijk|respectively|achtereenvolgens)\b"
    r"|(?:\bin\s|\()?(?:de\s|the\s)?(?:\b(?:die|deze|zelfde|dezelfde|that|this|same)\s(?:volgorde|order)\b)\)?)\s?:?"
)
APART = late(r"\s?[,;/&]\s(?:(?:en|and)\s)?|\s(?:en|and|&|/)\s")
NOTHING = late(
    r"(?:geen|niets|niks|nee|n\.?v\.?t\.?|alles|gewoon|standaard|normaal|none|no|nothing|-|x)"
    r"(?:\s(?:wens\w*|dieet\w*|bijzonder\w*|voorkeur|titel|requirements))?"
)
LEAD, TAIL = 24, 2  # characters of a piece before its value: "Dieet:", and of one before "resp." behind it
Finder = Callable[..., tuple[Found, ...]]
FINDERS: tuple[tuple[str, Finder], ...] = (
    ("role", details.roles),
    ("diet", details.diets),
    ("access", details.needs),
    ("phone", details.phones),
    ("email", details.emails),
    ("organisation", details.organisations),
)


@dataclass(slots=True)
class InTurn:
    """`taken`: the places whose values were given out, or are nobody's; `unclear`: it isn't known whose some are."""

    taken: list[tuple[int, int]] = field(default_factory=list)
    unclear: bool = False


@dataclass(frozen=True, slots=True)
class _Row:
    """Values in a row, None for whoever has nothing, and where the row stands."""

    key: str
    values: tuple[Found | None, ...]
    start: int
    end: int


def give_in_turn(asking: Asking, people: list[Person]) -> InTurn:
    """Give each of those who were named in a row the value that is theirs."""
    told, folded = InTurn(), fold(asking.sheet.parts.body)
    if len(people) < 2 or not any(word in folded for word in SAID):
        return told
    for said in IN_TURN.finditer(folded):
        unit = next((unit for unit in asking.sheet.units if unit.start <= said.start() < unit.end), None)
        row = _row_at(asking.sheet.parts.body, folded, unit, *said.span()) if unit is not None else None
        if row is None:
            continue
        told.taken.append((row.start, row.end))
        whose = next((group for group in _groups(asking, people, said.start()) if len(group) == len(row.values)), [])
        told.unclear = told.unclear or not whose
        for person, value in zip(whose, row.values, strict=False):
            if value is not None:
                person.put(row.key, value.value, Evidence("text", value.start, value.end))
    return told


def _row_at(body: str, folded: str, unit: Unit, start: int, end: int) -> _Row | None:
    """The values in a row at such a word: behind it, before it, or on both sides of it."""
    best: _Row | None = None
    for key, finder in FINDERS:
        ahead = list(_leading(body, folded, finder, end, unit.end))
        back = list(_trailing(body, folded, finder, unit.start, start)) if not folded[start:end].endswith(":") else []
        pieces = [*back, *ahead]
        values = tuple(value for value, _, _ in pieces)
        if len(values) > 1 and any(values) and (best is None or len(values) > len(best.values)):
            best = _Row(key, values, pieces[0][1], pieces[-1][2])
    return best


Piece = tuple[Found | None, int, int]


def _leading(body: str, folded: str, finder: Finder, start: int, end: int) -> Iterator[Piece]:
    """The pieces of text[start:end] up to the first that is no such value."""
    for begin, stop in _pieces(folded, start, end):
        value = _value(body, folded, finder, begin, stop)
        if value is None and not NOTHING.fullmatch(folded[begin:stop].strip(" .;:!?\n)")):
            return
        if value is not None and value.start - begin > LEAD:
            return
        yield value, begin, stop


def _trailing(body: str, folded: str, finder: Finder, start: int, end: int) -> list[Piece]:
    """The pieces of text[start:end] from the last that is no such value on."""
    found: list[Piece] = []
    for begin, stop in reversed(list(_pieces(folded, start, end))):
        piece = folded[begin:stop].strip(" ,\n(")
        if not piece:
            continue
        value = _value(body, folded, finder, begin, stop)
        if value is None and not NOTHING.fullmatch(piece):
            break
        if value is not None and stop - value.end > TAIL:
            break
        found.insert(0, (value, value.start if value else begin, stop))
        if value is not None and value.start - begin > TAIL:
            break  # "Dieet: halal", "zij eten halal"
    return found


def _pieces(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for cut in APART.finditer(folded, start, end):
        yield begin, cut.start()
        begin = cut.end()
    yield begin, end


def _value(body: str, folded: str, finder: Finder, start: int, end: int) -> Found | None:
    found = [one for one in finder(body, start, end) if not one.negated and one.kind not in ("none", "plural")]
    return found[0] if len(found) == 1 else None


def _groups(asking: Asking, people: list[Person], at: int) -> Iterator[list[Person]]:
    """Who may be meant: those of the last row of names before that place; else all who come, in their order."""
    yield from [row for row in named_rows(asking, at) if len(row) > 1][-1:]
    yield sorted((person for person in people if person.spans), key=lambda person: min(person.spans))
