"""Letters and sentences entirely in capitals: "IK WIL MIJ AANMELDEN, EN WIM KOK OOK".

There capitals tell nothing: "Wil Mij" is nobody. What is said so is put in small letters, but for what begins a
sentence and what can be known to be a name: by given names, by what the headers call people, by the words before
houses and towns. Lines that are no sentences (a signature, a list's entry) stay as they are, and the text keeps its
length.
"""

import math
import re

from mailbot.domain.message import IncomingMessage
from mailbot.reading.letter.shouted_names import ShoutedNames
from mailbot.reading.letter.wrapped import above_quotes
from mailbot.reading.lexicon import word_set
from mailbot.reading.names import is_office
from mailbot.reading.names.person_name import name_words
from mailbot.reading.names.titles import is_job_title, is_title
from mailbot.reading.text.late import late

WORD = late(r"(?<![\w@.])(?:(?:[^\W\d_]\.){1,6}(?!\w)|[^\W\d_]+(?:['’-][^\W\d_]+)*)(?![\w@]|\.\w)")
# to a mark, but for that of "J. DE WIT", "MEVR. DE WIT"
SENTENCE = late(
    r"\S(?:[^.!?\n]|[.!?](?=\S)|(?<=[\s.][A-ZÀ-Þ])\.|(?<=\s(?:DR|MR|IR|DS|MW))\.|(?<=\s(?:DRS|DHR|ING))\.|(?<=\sPROF|\sMEVR)\.)*"
    r"[.!?]*"
)
SHOUTING = re.compile(r"[A-ZÀ-Þ]{2} [A-ZÀ-Þ]{2}")  # no letter without that needs a look
OPENS = re.compile(r"(?:\A|[.!?]|\n[ \t]*\n|[,;:)]\n)[\s\W]*\Z")
WRAPPED = 45  # characters from which on a line may go on in the next
JOINS = ("en", "and")  # "VAN DEN BERG EN DE WIT" are no sentence
MOST = 0.7  # of a letter's letters that are capitals, where it shouts
FEWEST_LETTERS = 25
FEWEST_WORDS, FEWEST_PLAIN = 4, 2  # ... of a sentence in another letter, and how many of them are of no name


def quieter(message: IncomingMessage) -> str:
    """The text of a mail without capitals that tell nothing; of the same length."""
    text = message.text
    if not SHOUTING.search(text):
        return text
    lines = text.split("\n")
    own = len("\n".join(lines[: above_quotes(lines, math.inf)]))
    letters = [c for c in text[:own] if c.isalpha()]
    shouts = len(letters) >= FEWEST_LETTERS and sum(map(str.isupper, letters)) >= MOST * len(letters)
    known = _known(message)
    out, done = [], 0
    for sentence in SENTENCE.finditer(text, 0, own):
        said = list(WORD.finditer(text, sentence.start(), sentence.end()))
        if _is_shouted(said, sentence[0], at_all=shouts):
            out += [text[done : sentence.start()], _in_small_letters(text, sentence, said, known)]
            done = sentence.end()
    return "".join([*out, text[done:]])


def _known(message: IncomingMessage) -> frozenset[str]:
    """The words of the names in the headers, in small letters."""
    shown = " ".join(address.name for address in (message.sender, *message.cc))
    return frozenset(word for word in re.findall(r"[^\W\d_]{2,}", shown.lower())) - name_words("infixes")


def _is_shouted(said: list[re.Match[str]], sentence: str, *, at_all: bool) -> bool:
    """Whether words are a sentence in capitals. `at_all`: the letter is written so; then one plain word will do."""
    long = [word for word in said if len(word[0]) > 1]
    if not long or not all(word[0].isupper() for word in long):
        return False
    plain = sum(_is_plain(word[0].lower()) for word in said)
    if at_all:
        return plain > 0 or (len(said) > 2 and sentence.rstrip().endswith((".", "!", "?")))
    return len(said) >= FEWEST_WORDS and plain >= FEWEST_PLAIN


def _is_plain(word: str) -> bool:
    """Whether that word, in small letters, is of a sentence: no name's, no house's, no job."""
    if word in word_set("shouting", "pronouns"):
        return True
    of_name = word in name_words("infixes") or is_title(word) or is_office(word) or is_job_title(word)
    return word in name_words("not_names") and not of_name and word not in JOINS


def _in_small_letters(text: str, sentence: re.Match[str], said: list[re.Match[str]], known: frozenset[str]) -> str:
    """That sentence, but for its names and its beginning."""
    names = ShoutedNames(text, said, known)
    opens = OPENS.search(text, max(0, sentence.start() - 8), sentence.start()) or _is_below_short_line(text, sentence)
    out, done = [], sentence.start()
    for at, word in enumerate(said):
        capital = names.has(at) or word[0] == "I" or (at == 0 and opens)
        out += [text[done : word.start()], word[0] if names.are_letters(at) else _cased(word[0], capital=bool(capital))]
        done = word.end()
    return "".join([*out, text[done : sentence.end()]])


def _is_below_short_line(text: str, sentence: re.Match[str]) -> bool:
    line = text.rfind("\n", 0, sentence.start()) + 1
    above = text.rfind("\n", 0, max(line - 1, 0)) + 1
    return not text[line : sentence.start()].strip(" \t*•-") and line - above <= WRAPPED


def _cased(word: str, *, capital: bool) -> str:
    small = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in word)
    if not capital:
        return small
    parts = re.split(r"([-’'])", small)
    return "".join(
        part if at and part in name_words("infixes") else f"{part[:1].upper()}{part[1:]}"
        for at, part in enumerate(parts)
    )
