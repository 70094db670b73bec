"""Where a letter's signature begins.

Below the closing words ("Met vriendelijke groet"), below the "-- " of RFC 3676 (4.3), at a last line that is nothing
but the writer's name, or, where no header tells that name, at a name with a title, an organisation or a telephone
number below it and nothing else.
"""

import re

from mailbot.reading.details import organisations, roles
from mailbot.reading.letter.closing_words import (
    ENTRY,
    LONGEST_SIGNATURE,
    NAME_ENDS,
    NAME_LINE,
    ON_BEHALF,
    SPEAKS,
    WORD,
    closing,
    is_small_name,
    is_somebody,
    name_behind,
    weak_closing,
)
from mailbot.reading.letter.introductions import Line
from mailbot.reading.letter.stacked import stacked
from mailbot.reading.names import is_given
from mailbot.reading.text.late import late

# A line of a form or of a table of codes: "Naam   : Els Bos", "X = koffie"
LABELLED = re.compile(r"\s*[^\W\d_][\w .()/-]{0,24}?(?:\s*=|(?:\s?[.…]){0,30}\s*:|(?:\s?[.…]){3,30})\s+\S")
BULLET = re.compile(r"^(?:[-*•·–]|\d{1,2}[.)])\s+")
BELOW_LABELLED = re.compile(
    r"\s*\w[\w .:()/–-]{0,24}?(?:\s*=|[\s.…]{0,30}:|\s*->|\s?[.…]{3,30})\s+\S"
)  # "12.00 uur: A"
FIRST_PERSON = re.compile(r"\b(?:ik|mij|me|wij|we|ons|i(?!\.)|i'm|us|my|ich|je)\b", re.IGNORECASE)
# "Willen jullie onderstaande collega's inschrijven? Dank!": no list follows
THANKS = re.compile(
    r"[.!?]\s*(?:alvast |bij voorbaat |veel |hartelijk )?(?:dank\w*|bedankt|thanks|thank you)\b[^.!?:]{0,20}[.!]*$",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"[^\W\d_]{3}[.!?]\s+[A-Z]")
# "Karin Visser, jurist, gemeente Ede. Graag een plek": who begins so signs nothing
ASKS = re.compile(
    r"[^\W\d_]{3}[.!?]\s+(?:graag|gaarne|hierbij|bij dezen?|mag|mogen|kan|kunt?|kunnen|wilt?|willen|meld|kom|zet"
    r"|schrijf|noteer|please|could|can|may)\b",
    re.IGNORECASE,
)
SIGNS_UP = re.compile(r"(?:aan|af)melding|inschrijving|deelname|opgave|registrati|wijziging|sign-?up", re.IGNORECASE)
WISHES = late(
    r"\b(?:workshops?|rondes?|sessies?|rounds?|sessions?|veget\w+|vegan\w*|halal|\w+vrij|dieet\w*)\b", re.IGNORECASE
)
CHOOSES = late(
    r"\b(?:ronde|round)\s?\d|\b(?:eerste|tweede|derde|laatste|first|second|third|last) (?:ronde|round)\b"
    r"|\bworkshop(?:keuze)?s?\s?:",
    re.IGNORECASE,
)
CALLED = re.compile(r"((?:[^\W\d_][a-z]?\.)+) ?\(([^\W\d_]+)\)")  # "Th. (Theo) van Hooff"
GIVEN_BEHIND = re.compile(r" ?\([^\W\d_]+(?:[ -][^\W\d_]+)?\)$")
LONG = 50  # characters within which a line begins with its name
NUMBER_OR_ADDRESS = re.compile(r"(?:\d[ -]?){8}|\S@\S|\bwww\.")
ANNOUNCED = late(
    r":\s*$|\b(?:onderstaande?|volgende|hieronder|below|following)\b[^.]{0,40}?"
    r"(?:perso|collega|mensen|deelnem|\w{0,20}leden|\w{0,20}lid|dame|heer|heren|medewerk|ambtena|namen|people|colleague)",
    re.IGNORECASE,
)


def signature_start(text: str, lines: list[Line], known: frozenset[str]) -> tuple[int | None, tuple[int, int] | None]:
    """Index of the first line of the signature, and where the name on the closing line stands, if one does."""
    for at, line in enumerate(lines):
        words = text[line.start : line.end]
        if words.rstrip() == "--":
            above = _unmarked(text, lines[:at], known)  # programs put what is below every mail behind the mark
            return at + 1 if above is None else above, None
        if (found := closing(words)) and not (ON_BEHALF.search(found[0]) and _is_of_form(text, lines, at)):
            return at + 1, name_behind(line, words, found.end())
        weak = weak_closing(words)
        if weak and at > 0 and not LABELLED.match(words) and _only_names_follow(text, lines[at + 1 :]):
            return at + 1, name_behind(line, words, weak.end())
    if _is_all_name(text, lines, known):
        return 0, None
    return _unmarked(text, lines, known), None


def _unmarked(text: str, lines: list[Line], known: frozenset[str]) -> int | None:
    at_name = _bare_name(text, lines, known)
    start = at_name if at_name is not None else _block(text, lines)
    if start is not None and any(CHOOSES.search(_words(text, line)) for line in lines[start:]):
        return None  # "Els Bakker", "gemeente Ede", "ronde 2: A": her particulars, and no signature
    return start


def _only_names_follow(text: str, lines: list[Line]) -> bool:
    """Whether nothing is said below: not so "Alvast bedankt.", "Ik kom graag op 30 maart.", "Groet, Els"."""
    if not lines:
        return True
    words = _words(text, lines[0])
    if closing(words) or NAME_LINE.fullmatch(words) or is_small_name(words):
        return len(WORD.findall(words)) <= 6
    speaks = FIRST_PERSON.search(words) or words.endswith((".", "!", "?", ":"))
    closes_later = any(closing(_words(text, line)) for line in lines[1:])
    return len(WORD.findall(words)) <= 6 and not speaks and not closes_later


def _bare_name(text: str, lines: list[Line], known: frozenset[str]) -> int | None:
    """Index of a line, not the first, that holds only the author's name and stands after the talk."""
    of_form = _values(text, lines)
    for at in range(1, len(lines)):
        if lines[at].start in of_form:
            continue
        words = text[lines[at].start : lines[at].end].strip()
        before = text[lines[at - 1].start : lines[at - 1].end].rstrip()
        name = NAME_ENDS.split(words)[0]
        if len(name) > 60 or not _is_particular(words) or _is_of_form(text, lines, at) or _is_row(text, lines, at):
            continue
        if _goes_on(before) and not _stands_below_list(text, lines, at):
            continue
        if not (NAME_LINE.fullmatch(name) or is_small_name(name)):
            continue
        tokens = {t.casefold().strip(".") for t in WORD.findall(words)}
        titles = roles(text, lines[at].start, lines[at].end)
        if titles and not text[lines[at].start : titles[0].start].strip():
            continue  # "burgemeester van Texel", from burgemeester@texel.nl, stands below the name
        if tokens & known and _is_listed(text, lines, at) and _is_signed_below(text, lines[at + 1 :], known):
            continue
        # "Gaarne Vooroordelen Voorbij, tweede ronde, op naam van Guus Bos" only ends in a name
        leads = len(words) <= LONG or known.intersection(t.casefold().strip(".") for t in WORD.findall(words[:LONG]))
        if tokens & known and leads and not _heads_people(text, lines, at):
            return at
        is_last = at >= len(lines) - 3
        apart = text[lines[at - 1].end : lines[at].start].count("\n") > 1
        if ANNOUNCED.search(before):
            continue
        anonymous = not any(map(is_given, known))  # "info@", "wmoraad.heusden@": no header tells who writes
        # "R. Dekker (Rinus)", "Els Bos, gebiedsmakelaar bij de gemeente Ede"
        alone = name == GIVEN_BEHIND.sub("", words) or _tells_of_writer(text, lines[at])
        named = words[0].isupper() or is_somebody(name)
        if anonymous and is_last and apart and alone and 1 < len(WORD.findall(name)) <= 5 and named:
            return at
    return None


def _values(text: str, lines: list[Line]) -> set[int]:
    """Where the lines begin that are values below their labels: "Naam", and below it "Els Bos", closes no letter."""
    return {field.value for field in stacked(text, [(line.start, line.end) for line in lines])}


def _is_of_form(text: str, lines: list[Line], at: int) -> bool:
    """Whether a line is one of several with a label and a value: "Naam : Els Bos", "Functie : griffier"."""
    line, *below = (BULLET.sub("", _words(text, line)) for line in lines[at : at + 2])
    return LABELLED.match(line) is not None and any(map(BELOW_LABELLED.match, below))


def _is_row(text: str, lines: list[Line], at: int) -> bool:
    """Whether a line is one of a table's, with as many cells as one beside it: "Bos, Els" in the first column would end
    the letter above the others."""
    beside = [other for other in (at - 1, at + 1) if 0 <= other < len(lines)]
    cells = text.count("\t", lines[at].start, lines[at].end)
    return cells > 0 and any(text.count("\t", lines[other].start, lines[other].end) == cells for other in beside)


def _heads_people(text: str, lines: list[Line], at: int) -> bool:
    """Whether a line with the author's name is the first of several people's, with talk below them, or none above."""
    following = [_words(text, line) for line in lines[at + 1 :]]
    if not following or not _is_somebody(following[0]):
        return False
    return at == 1 or any(SPEAKS.search(words) or len(WORD.findall(words)) > 4 for words in following[1:])


def _is_listed(text: str, lines: list[Line], at: int) -> bool:
    """Whether somebody else stands in the line right above or below that one."""
    beside = [other for other in (at - 1, at + 1) if 0 <= other < len(lines)]
    return any(
        text[lines[min(at, other)].end : lines[max(at, other)].start].count("\n") == 1
        and _is_somebody(ENTRY.sub("", _words(text, lines[other])))
        for other in beside
    )


def _is_signed_below(text: str, lines: list[Line], known: frozenset[str]) -> bool:
    """Whether one of those lines is the author's name and nothing else: then an entry above with that name is none."""
    words = [_words(text, line) for line in lines]
    return any(
        NAME_LINE.fullmatch(line) and {token.casefold() for token in WORD.findall(line)} & known for line in words
    )


def _is_somebody(words: str) -> bool:
    name = NAME_ENDS.split(words)[0]
    return NAME_LINE.fullmatch(name) is not None and len(name.split()) > 1 and is_given(name.split()[0])


def _is_all_name(text: str, lines: list[Line], known: frozenset[str]) -> bool:
    """Whether the letter is a signature and nothing else: a forward without a word, a sign-up in the subject."""
    name, *rest = NAME_ENDS.split(_words(text, lines[0])) if lines else [""]
    if any(_is_somebody(words) or SENTENCE.search(words) for words in rest):
        return False  # "Els Bakker, Wim Smit. Graag allebei inschrijven."
    if SIGNS_UP.match(name) or any(WISHES.search(words) for words in rest):
        return False  # "Aanmelding Els Bakker, gemeente Ede, workshop A"
    if not 1 < len(WORD.findall(name)) <= 6 or not NAME_LINE.fullmatch(name):
        return False
    tokens = {token.casefold().strip(".") for token in WORD.findall(name)}
    signs = bool(tokens & known) or (not known and is_given(name.split()[0]))
    return signs and all(_tells_of_writer(text, line) for line in lines[1:])


def _goes_on(before: str) -> bool:
    """Whether a line ends so that the next belongs to it; a short one with a comma is a closing of the writer's own
    ("Slaap lekker,"), unless it is the first name of several."""
    if not before.endswith(","):
        return before.endswith((":", ";"))
    words = WORD.findall(before)
    return len(words) > 4 or not words or is_given(words[0])


def _stands_below_list(text: str, lines: list[Line], at: int) -> bool:
    """Whether a line stands apart below several that end with the same mark, its last too: "Wim Bos;", "Els Vis;"."""
    if at < 2 or text[lines[at - 1].end : lines[at].start].count("\n") < 2:
        return False
    if text[lines[at - 2].end : lines[at - 1].start].count("\n") > 1:
        return False  # all of them stand apart
    marks = {_words(text, line)[-1:] for line in lines[at - 2 : at]}
    return marks in ({","}, {";"}) and _words(text, lines[at])[-1:] not in marks


def _block(text: str, lines: list[Line]) -> int | None:
    """Index of a name below which nothing stands but who that is: a title, an organisation, a number, an address."""
    first = len(lines)
    while first > 1 and len(lines) - first < LONGEST_SIGNATURE and _is_particular(_words(text, lines[first - 1])):
        first -= 1
    of_form = _values(text, lines)
    for at in range(first, len(lines) - 1):
        if lines[at].start not in of_form and _is_signer(text, lines, at):
            return at
    return None


def _words(text: str, line: Line) -> str:
    return text[line.start : line.end].strip()


def _is_particular(words: str) -> bool:
    """Whether a line can stand in a signature: short, no sentence, nothing said by anybody."""
    few = len(words) <= 90 and len(WORD.findall(words)) <= 14
    asks = FIRST_PERSON.search(words) or ASKS.search(words)
    return few and not words.endswith(("?", "!", ":")) and not asks


def _is_signer(text: str, lines: list[Line], at: int) -> bool:
    called = CALLED.sub(r"\1 \2", _words(text, lines[at]))
    name, before = NAME_ENDS.split(called)[0], _words(text, lines[at - 1])
    apart = text[lines[at - 1].end : lines[at].start].count("\n") > 1
    if not NAME_LINE.fullmatch(name) or not 1 < len(WORD.findall(name)) <= 6 or not name[0].isupper():
        return False
    announced = ANNOUNCED.search(before) and not THANKS.search(before)
    if announced or not (apart or before.endswith((".", "!", "?", ","))):
        return False
    rest = [_words(text, line) for line in lines[at + 1 :]]
    if any(is_given(words.split()[0]) for words in rest if NAME_LINE.fullmatch(words)):
        return False  # several people: a list of who comes
    return _tells_of_writer(text, lines[at + 1])


def _tells_of_writer(text: str, line: Line) -> bool:
    """Whether a line gives a title, an organisation, a telephone number or an address."""
    if NUMBER_OR_ADDRESS.search(_words(text, line)):
        return True
    return bool(roles(text, line.start, line.end) or organisations(text, line.start, line.end))
