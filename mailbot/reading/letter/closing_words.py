"""The words that close a letter, and the name that may stand beside them: "Met vriendelijke groet, Els Bos".

They stand on a line of their own, or end one that says something first ("Ik kom graag. Groetjes, Els").
"""

import re

from mailbot.reading.letter.cues import scan, tokens
from mailbot.reading.letter.introductions import Line
from mailbot.reading.letter.labels import NAMING, field_of
from mailbot.reading.lexicon import load
from mailbot.reading.names import is_given
from mailbot.reading.names.person_name import INFIX_IN_LIST, name_words
from mailbot.reading.text.fold import any_of
from mailbot.reading.text.late import late


class AtLineStart:
    """The phrases of one list of lexicon/closings.toml, at the start of a line."""

    def __init__(self, key: str) -> None:
        phrases = [phrase.casefold() for phrase in load("closings")[key]]
        self._looked_at = min(2, *map(len, phrases))  # letters
        self._begins = frozenset(phrase[: self._looked_at] for phrase in phrases)
        self._words = tuple({phrase.split()[0] for phrase in phrases})
        self._pattern = re.compile(rf"[\s*_]{{0,8}}(?:{any_of(phrases, blank=' ')})(?![\w'’])", re.IGNORECASE)

    def match(self, line: str) -> re.Match[str] | None:
        """The phrase that the line begins with. Its first letters tell of most lines that they begin with none."""
        begins = line.lstrip(BEFORE_WORDS)[:LONGEST_BEGINNING].lower()
        if begins[: self._looked_at] not in self._begins or not begins.startswith(self._words):
            return None
        return self._pattern.match(line)


LONGEST_BEGINNING = 40  # letters: more than a phrase's first word has
BEFORE_WORDS = "*_" + "".join(filter(str.isspace, map(chr, range(0x3001))))
CLOSING, WEAK = AtLineStart("closings"), AtLineStart("weak")
WORD = re.compile(r"[^\W\d_][\w'’.-]*")
GREETS = re.compile(
    r"\W*(?:[^\W\d_]{1,3}\.\s|[^\W\d_]+[^\w.!?]+){0,4}(?:groet(?:en|jes|nis|je)?|regards|greetings|wishes|grüße[n]?|gruß|salutations|saludo[s]?)\b",
    re.IGNORECASE,
)
ENTRY = re.compile(r"\s*(?:[-*•·–●▪]|\d{1,2}[.)])\s")  # "- Els Bos", "2. Wim Smit"
BEFORE_CLOSING = re.compile(r"[ ](?<=[.!?,;)] )[ ]*(?=[A-Za-z])")  # "Ik kom graag. Groetjes"
LONGEST_CLOSING = 9  # words on the line of the closing; a longer line is a sentence that happens to begin so
LONGEST_GREETING, LONGEST_WEAK = 7, 5  # ... where the closing is one by a word in it, or a weak one
LONGEST_SIGNATURE = 12  # lines; a longer run of short lines is a list
SMALL_WORDS = rf"(?:{INFIX_IN_LIST}|v\. d\.|tot|aan|bij|onder|du)"
NAME_LINE = re.compile(  # no tab in it: "Achternaam\tJansen" is a row
    rf"\s*(?:(?i:drs|mr|dr|ir|ing|prof|mw|mevr|mevrouw|dhr|de heer|jhr|jkvr|zr|br)\.?\s+)*(?:[A-ZÀ-Þ]\.?\s?){{0,5}}"
    rf"[^\W\d_][\w'’.-]*(?:[^\S\t]+(?:{SMALL_WORDS}[^\S\t]+){{0,3}}(?:\(?[A-ZÀ-ÞĀ-Ž'’][\w'’.-]*\)?)){{0,4}}\s*[,.]?\s*(?:\([^)]{{1,20}}\))?\s*"
)
SMALL = r"[^\W\d_A-Z][^\W\d_]+"
SMALL_NAME = re.compile(
    rf"(?P<first>{SMALL}(?:-{SMALL})?)(?: (?P<second>(?!{SMALL_WORDS} ){SMALL}))?(?P<infix>(?: {SMALL_WORDS})*) {SMALL}"
    rf"(?: ?- ?(?:{SMALL_WORDS} )*{SMALL})?"
)
NAME_ENDS = re.compile(r" [|–-] | \(|, |; |  +|\s+(?:tel|t|m|mob|gsm)\b[.:]?\s*(?=[+\d(])|\s+(?=[+(]?\d[\d ()-]{8})")
# "Namens Tiel meld ik ...", "Namens Tiel komen Wim en Noor", "Namens Tiel mag u verwachten: ..."
SPEAKS = re.compile(
    r"\b(?:ik|mij|wij|we|i|komt|komen|gaat|gaan|neemt|nemen|zullen|zal"
    r"|(?:mag|mogen|kunt|kunnen|wilt|willen|wil) (?:u|je|jullie))\b",
    re.IGNORECASE,
)

# "Groet en tot dan (nee, ik ben er zelf niet bij)": what is said there makes no sentence of the closing
BRACKETED = re.compile(r"\s*\([^()]*\)\s*$")


FINITE = any_of({verb.lower() for verb in load("sentences")["finite"]} - {"zijn"}, blank=" ")
# In small letters; of "zijn" only the verb
VERB = late(rf"(?<!\S)(?:{FINITE}|zijn(?=\s(?:er\b|[A-ZÀ-Þ])))(?![\w'’-])")
COMING = frozenset({"attend", "enrol"})
ON_BEHALF = re.compile(r"namens\b", re.IGNORECASE)  # "ik kom, namens De Linde": within a line it closes nothing


def parted(text: str, lines: list[Line]) -> list[Line]:
    """The same lines; one that ends in a closing comes in two: "Ik kom graag. Groetjes, Els Bos". Not above a form, a
    table or a list, which would be taken for a signature."""
    if len(lines) > LONGEST_SIGNATURE or any(_is_entry(text[line.start : line.end]) for line in lines):
        return lines
    return [part for line in lines for part in _parted(text, line)]


def _is_entry(words: str) -> bool:
    if "\t" in words or ENTRY.match(words):
        return True
    return ":" in words and field_of(words.partition(":")[0]) in NAMING


def _parted(text: str, line: Line) -> tuple[Line, ...]:
    for before in BEFORE_CLOSING.finditer(text, line.start, line.end):
        behind = Line(before.end(), line.end, line.depth)
        words = text[behind.start : behind.end]
        found = None if ON_BEHALF.match(words) else _closing(words, CLOSING, LONGEST_CLOSING)
        ends = found is not None and not words[found.end() :].strip(" ,.!")
        if found is not None and (ends or name_behind(behind, words, found.end()) is not None):
            return Line(line.start, before.start(), line.depth), behind
    return (line,)


def closing(words: str) -> re.Match[str] | None:
    """The closing words that a line is, but for a name: not so "Ik kom graag, groetjes aan Els"."""
    found = _closing(words, CLOSING, LONGEST_CLOSING) or _closing(words, GREETS, LONGEST_GREETING)
    return found if found and not SPEAKS.search(found[0]) else None


def weak_closing(words: str) -> re.Match[str] | None:
    """Words that close a letter where only names follow, and may begin a sentence elsewhere: "Alvast bedankt"; a whole
    name may stand behind them."""
    found = _closing(words, WEAK, LONGEST_WEAK)
    if found is None and (found := _closing(words, WEAK, LONGEST_CLOSING)) is not None:
        name = words[found.end() :].strip(" \t,.!")
        return found if is_somebody(name) else None
    return found


def _closing(words: str, pattern: AtLineStart | re.Pattern[str], longest: int) -> re.Match[str] | None:
    if words.rstrip().endswith(")"):
        words = BRACKETED.sub("", words)
    found = pattern.match(words)
    if not found or len(WORD.findall(words)) > longest or words.rstrip().endswith(("?", ":")):
        return None
    rest = words[found.end() :]
    if goes_on(found, rest):
        return None  # "Namens Piet Bos meld ik u ..."
    return None if re.match(r"\s+(?:aan|van harte voor|voor (?:uw|de|je|jullie))\b", rest) else found


def goes_on(found: re.Match[str], rest: str) -> bool:
    """Whether a sentence begins with those closing words: "Namens Tiel meld ik", "Namens ons doet Els Bos mee"."""
    if SPEAKS.search(rest):
        return True
    if ON_BEHALF.match(found[0].strip(" *_")) is None:
        return False
    return VERB.search(rest) is not None or bool(scan(tokens(rest), kinds=COMING))


def name_behind(line: Line, words: str, at: int) -> tuple[int, int] | None:
    """Where a name stands on the rest of the closing line ("Groet, Jan"; not "Groeten uit de Achterhoek")."""
    rest = words[at:]
    skipped = re.match(r"[\s,.!;:–-]*(?:(?:namens|van|ook)\s+)*", rest)
    begin = at + (skipped.end() if skipped else 0)
    name = words[begin:].rstrip(" \t,.!")
    if not (NAME_LINE.fullmatch(name) or is_small_name(name)):
        name = NAME_ENDS.split(name)[0]  # "Gr Wim Kok, gem Ede"
    if is_small_name(name):
        return line.start + begin, line.start + begin + len(name)
    if not name or not NAME_LINE.fullmatch(name) or name.split()[0].casefold() in ("uit", "en", "allemaal", "alvast"):
        return None
    return line.start + begin, line.start + begin + len(name)


def is_small_name(words: str) -> bool:
    """Whether words in small letters are a name: "kim bos", not "kim en tot morgen"."""
    name = SMALL_NAME.fullmatch(words)
    if not name or not is_given(name["first"]) or (name["second"] and not is_given(name["second"])):
        return False
    rest = words.split()[1 if name["infix"] else 0 :]  # "ad van der wal": no advertisement
    return not any(word in name_words("not_names") and word not in name_words("infixes") for word in rest)


def is_somebody(words: str) -> bool:
    """Whether words are the name, of two and more, of somebody whose given name, initials or title say so."""
    name = NAME_ENDS.split(words)[0]
    if not NAME_LINE.fullmatch(name) or len(WORD.findall(name)) < 2:
        return False
    first = name.split()[0]
    return is_given(first) or first.casefold() in name_words("titles") or re.match(r"[A-ZÀ-Þ]\.", first) is not None
