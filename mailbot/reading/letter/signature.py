"""Where a letter's signature begins.

Below the closing words ("Met vriendelijke groet"), below the "-- " of RFC 3676 (4.3), at a last line that is nothing
but the writer's name, or, where no header tells that name, at a name with a title, an organisation or a telephone
number below it and nothing else.
"""

import re

from mailbot.reading.details import organisations, roles
from mailbot.reading.letter.introductions import Line
from mailbot.reading.letter.labels import NAMING, field_of
from mailbot.reading.lexicon import load
from mailbot.reading.names import is_given
from mailbot.reading.names.person_name import name_words
from mailbot.reading.text.fold import any_of


def at_line_start(key: str) -> re.Pattern[str]:
    """A pattern that matches at the start of a line where a phrase of that list of lexicon/closings.toml stands."""
    phrases = any_of(map(str.casefold, load("closings")[key]), blank=" ")
    return re.compile(rf"[\s*_]{{0,8}}(?:{phrases})(?![\w'’])", re.IGNORECASE)


CLOSING = at_line_start("closings")
WEAK = at_line_start("weak")
FIRST_PERSON = re.compile(r"\b(?:ik|mij|me|wij|we|ons|i(?!\.)|i'm|us|my|ich|je)\b", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_][\w'’.-]*")
GREETS = re.compile(
    r"\W*(?:[^\W\d_]{1,3}\.\s|[^\W\d_]+[^\w.!?]+){0,4}(?:groet(?:en|jes|nis|je)?|regards|greetings|wishes|grüße[n]?|gruß|salutations|saludo[s]?)\b",
    re.IGNORECASE,
)
ENTRY = re.compile(r"\s*(?:[-*•·]|\d{1,2}[.)])\s")
BEFORE_CLOSING = re.compile(r"(?<=[.!?,;)])[ ]+(?=[A-Za-z])")
LONGEST_CLOSING = 9  # words on the line of the closing; a longer line is a sentence that happens to begin so
LONGEST_SIGNATURE = 12  # lines; a longer run of short lines is a list
INFIX = r"(?:van|de|der|den|het|'t|’t|ten|ter|te|in|op|el|al|da|dos|la|le|von|zu|tot|aan|bij|onder|di|du|ben|bin|d’|d')"
NAME_LINE = re.compile(  # no tab in it: "Achternaam\tJansen" is a row
    rf"\s*(?:(?i:drs|mr|dr|ir|ing|prof|mw|mevr|mevrouw|dhr|de heer|jhr|jkvr|zr|br)\.?\s+)*(?:[A-ZÀ-Þ]\.?\s?){{0,5}}"
    rf"[^\W\d_][\w'’.-]*(?:[^\S\t]+(?:{INFIX}[^\S\t]+){{0,3}}(?:\(?[A-ZÀ-ÞĀ-Ž'’][\w'’.-]*\)?)){{0,4}}\s*[,.]?\s*(?:\([^)]{{1,20}}\))?\s*"
)
SMALL = r"[^\W\d_A-Z][^\W\d_]+"
SMALL_NAME = re.compile(rf"{SMALL}(?:-{SMALL})?(?: (?:{INFIX}|vd))* {SMALL}(?: ?- ?(?:{INFIX} )*{SMALL})?")
# "Willen jullie onderstaande collega's inschrijven? Dank!": no list follows
THANKS = re.compile(
    r"[.!?]\s*(?:alvast |bij voorbaat |veel |hartelijk )?(?:dank\w*|bedankt|thanks|thank you)\b[^.!?:]{0,20}[.!]*$",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"[^\W\d_]{3}[.!?]\s+[A-Z]")
# "Namens Tiel meld ik ...", "Namens Tiel komen Wim en Noor", "Namens Tiel mag u verwachten: ..."
SPEAKS = re.compile(
    r"\b(?:ik|mij|wij|we|i|komt|komen|gaat|gaan|neemt|nemen|zullen|zal"
    r"|(?:mag|mogen|kunt|kunnen|wilt|willen|wil) (?:u|je|jullie))\b",
    re.IGNORECASE,
)
NAME_ENDS = re.compile(r" [|–-] | \(|, |; |  +|\s+(?:tel|t|m|mob|gsm)\b[.:]?\s*(?=[+\d(])")
CALLED = re.compile(r"((?:[^\W\d_][a-z]?\.)+) ?\(([^\W\d_]+)\)")  # "Th. (Theo) van Hooff"
NUMBER_OR_ADDRESS = re.compile(r"(?:\d[ -]?){8}|\S@\S|\bwww\.")
ANNOUNCED = re.compile(
    r":\s*$|\b(?:onderstaande?|volgende|hieronder|below|following)\b[^.]{0,40}?"
    r"(?:perso|collega|mensen|deelnem|\w{0,20}leden|\w{0,20}lid|dame|heer|heren|medewerk|ambtena|namen|people|colleague)",
    re.IGNORECASE,
)


def signature_start(text: str, lines: list[Line], known: frozenset[str]) -> tuple[int | None, tuple[int, int] | None]:
    """Index of the first line of the signature, and where the name on the closing line stands, if one does."""
    for at, line in enumerate(lines):
        words = text[line.start : line.end]
        if words.rstrip() == "--":
            return at + 1, None
        if found := closing(words):
            return at + 1, _rest(line, words, found.end())
        weak = _closing(words, WEAK, 5)
        if weak and at > 0 and _only_names_follow(text, lines[at + 1 :]):
            return at + 1, _rest(line, words, weak.end())
    if _is_all_name(text, lines, known):
        return 0, None
    at_name = _bare_name(text, lines, known)
    return (at_name if at_name is not None else _block(text, lines)), None


def parted(text: str, lines: list[Line]) -> list[Line]:
    """The same lines; one that ends in a closing comes in two: "Ik kom graag. Groetjes, Els Bos". Not above a form, a
    table or a list, which would be taken for a signature."""
    if len(lines) > LONGEST_SIGNATURE or any(_is_entry(text[line.start : line.end]) for line in lines):
        return lines
    return [part for line in lines for part in _parted(text, line)]


def _is_entry(words: str) -> bool:
    label, colon, _ = words.partition(":")
    return "\t" in words or bool(ENTRY.match(words)) or bool(colon and field_of(label) in NAMING)


def _parted(text: str, line: Line) -> tuple[Line, ...]:
    for before in BEFORE_CLOSING.finditer(text, line.start, line.end):
        behind = Line(before.end(), line.end, line.depth)
        words = text[behind.start : behind.end]
        found = _closing(words, CLOSING, LONGEST_CLOSING)
        ends = found is not None and not words[found.end() :].strip(" ,.!")
        if found is not None and (ends or _rest(behind, words, found.end()) is not None):
            return Line(line.start, before.start(), line.depth), behind
    return (line,)


def closing(words: str) -> re.Match[str] | None:
    """The closing words that a line is, but for a name: not so "Ik kom graag, groetjes aan Els"."""
    found = _closing(words, CLOSING, LONGEST_CLOSING) or _closing(words, GREETS, 7)
    return found if found and not SPEAKS.search(found[0]) else None


def _closing(words: str, pattern: re.Pattern[str], longest: int) -> re.Match[str] | None:
    found = pattern.match(words)
    if not found or len(WORD.findall(words)) > longest or words.rstrip().endswith(("?", ":")):
        return None
    rest = words[found.end() :]
    if SPEAKS.search(rest):
        return None  # "Namens Piet Bos meld ik u ..."
    return None if re.match(r"\s+(?:aan|van harte voor|voor (?:uw|de|je|jullie))\b", rest) else found


def _rest(line: Line, words: str, at: int) -> tuple[int, int] | None:
    """Where a name stands on the rest of the closing line ("Groet, Jan"; not "Groeten uit de Achterhoek")."""
    rest = words[at:]
    skipped = re.match(r"[\s,.!;:–-]*(?:(?:namens|van|ook)\s+)*", rest)
    begin = at + (skipped.end() if skipped else 0)
    name = words[begin:].rstrip(" \t,.!")
    if not (NAME_LINE.fullmatch(name) or _is_small_name(name)):
        name = NAME_ENDS.split(name)[0]  # "Gr Wim Kok, gem Ede"
    if _is_small_name(name):
        return line.start + begin, line.start + begin + len(name)
    if not name or not NAME_LINE.fullmatch(name) or name.split()[0].casefold() in ("uit", "en", "allemaal", "alvast"):
        return None
    return line.start + begin, line.start + begin + len(name)


def _is_small_name(words: str) -> bool:
    """Whether words in small letters are a name: "kim bos", not "kim en tot morgen"."""
    if not SMALL_NAME.fullmatch(words) or not is_given(words.split()[0]):
        return False
    return not any(word in name_words("not_names") and word not in name_words("infixes") for word in words.split())


def _only_names_follow(text: str, lines: list[Line]) -> bool:
    return not lines or len(WORD.findall(text[lines[0].start : lines[0].end])) <= 6


def _bare_name(text: str, lines: list[Line], known: frozenset[str]) -> int | None:
    """Index of a line, not the first, that holds only the author's name and stands after the talk."""
    for at in range(1, len(lines)):
        words = text[lines[at].start : lines[at].end].strip()
        before = text[lines[at - 1].start : lines[at - 1].end].rstrip()
        name = NAME_ENDS.split(words)[0]
        if len(name) > 60 or not _is_particular(words) or _goes_on(before):
            continue
        if not (NAME_LINE.fullmatch(name) or _is_small_name(name)):
            continue
        tokens = {t.casefold().strip(".") for t in WORD.findall(words)}
        titles = roles(text, lines[at].start, lines[at].end)
        if titles and not text[lines[at].start : titles[0].start].strip():
            continue  # "burgemeester van Texel", from burgemeester@texel.nl, stands below the name
        if tokens & known and not _heads_people(text, lines, at):
            return at
        is_last = at >= len(lines) - 3
        apart = text[lines[at - 1].end : lines[at].start].count("\n") > 1
        if ANNOUNCED.search(before):
            continue
        anonymous = not any(map(is_given, known))  # "info@", "wmoraad.heusden@": no header tells who writes
        alone = name == words or _tells_of_writer(text, lines[at])  # "Els Bos, gebiedsmakelaar bij de gemeente Ede"
        if anonymous and is_last and apart and alone and 1 < len(WORD.findall(name)) <= 5 and words[0].isupper():
            return at
    return None


def _heads_people(text: str, lines: list[Line], at: int) -> bool:
    """Whether a line with the author's name is the first of several people's, with talk below them, or none above."""
    following = [_words(text, line) for line in lines[at + 1 :]]
    if not following or not _is_somebody(following[0]):
        return False
    return at == 1 or any(SPEAKS.search(words) or len(WORD.findall(words)) > 4 for words in following[1:])


def _is_somebody(words: str) -> bool:
    name = NAME_ENDS.split(words)[0]
    return NAME_LINE.fullmatch(name) is not None and len(name.split()) > 1 and is_given(name.split()[0])


def _is_all_name(text: str, lines: list[Line], known: frozenset[str]) -> bool:
    """Whether the letter is a signature and nothing else: a forward without a word, a sign-up in the subject."""
    name, *rest = NAME_ENDS.split(_words(text, lines[0])) if lines else [""]
    if any(_is_somebody(words) or SENTENCE.search(words) for words in rest):
        return False  # "Els Bakker, Wim Smit. Graag allebei inschrijven."
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


def _block(text: str, lines: list[Line]) -> int | None:
    """Index of a name below which nothing stands but who that is: a title, an organisation, a number, an address."""
    first = len(lines)
    while first > 1 and len(lines) - first < LONGEST_SIGNATURE and _is_particular(_words(text, lines[first - 1])):
        first -= 1
    for at in range(first, len(lines) - 1):
        if _is_signer(text, lines, at):
            return at
    return None


def _words(text: str, line: Line) -> str:
    return text[line.start : line.end].strip()


def _is_particular(words: str) -> bool:
    """Whether a line can stand in a signature: short, no sentence, nothing said by anybody."""
    few = len(words) <= 90 and len(WORD.findall(words)) <= 14
    return few and not words.endswith(("?", "!", ":")) and not FIRST_PERSON.search(words)


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
