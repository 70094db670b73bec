"""Does a name as it is signed bear out what the letter says of how it is written? "Het is een apostrof vóór de t, en
geen hoofdletter", below which "Jacoliene van 't Hoff" stands; "geen mevrouw op het naamkaartje", where none is printed.

Programs spoil such names, as their bearers know. Who says so and signs with the very letters and marks has told nothing
more than that. What can't be seen in the name, or speaks of another word of it, is left to a person.
"""

import re
from collections.abc import Iterable, Iterator

from mailbot.reading.case.asking import Asking
from mailbot.reading.lexicon import words
from mailbot.reading.names import Name
from mailbot.reading.names.name_talk import PART_OF_NAME, WITHOUT
from mailbot.reading.names.person_name import UPPER, accents, name_words
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.late import late

NOT = rf"(?:{WITHOUT})"
MARKS = {
    kind: any_of(words("name_talk", kind), blank=" ") for kind in ("hyphens", "apostrophes", "accents", "capitals")
}
MARK = late(
    rf"(?P<not>\b{NOT}\s(?:\w+\s){{0,2}}?)?\b"
    rf"(?:{'|'.join(f'(?P<{kind}>{pattern})' for kind, pattern in MARKS.items())})\b(?P<behind>[^.,;:!?\n]*)"
)
# "met dubbel f", "met een t", "with ph"
SPELLED = late(
    rf"(?P<not>\b{NOT}\s)?\b(?:met|with|als|zonder)\s(?:(?P<twice>dubbele?|twee|double|two)\s|(?P<once>een|1|one|a|an)\s)?"
    r"(?:een\s|a\s)?[\"']?(?P<letters>[a-z]{1,2})[\"']?(?![\w'])"
)
SMALL_WORD = re.compile(r"(?:^|[ -])['’]?[^\W\d_A-Z]")
WITHIN = re.compile(rf"(?<![.!?:\n])\s[\"“‘']?(?P<word>[{UPPER}]\w+)")  # a capital that no sentence begins with
TITLES = any_of(sorted({*name_words("titles"), *words("name_talk", "address")}), blank=" ")
TITLE = late(rf"\b{NOT}\b[^.!?\n]{{0,30}}?[\"“”‘’' ](?:{TITLES})(?!\w)")
OTHERWISE = late(rf"\b(?:{PART_OF_NAME}|{any_of(words('name_talk', 'only'), blank=' ')})\b")


def is_borne_out(asking: Asking, said: str, names: Iterable[Name]) -> bool:
    """Whether those words tell no more of a name than its bearer wrote below the letter, or than that titles are left
    out, as they are. `names`: those that would be printed."""
    printed = list(names)
    if _names_something_else(said, printed):
        return False
    folded = fold(said)
    if TITLE.search(folded) and not OTHERWISE.search(folded):
        return True
    own = str(asking.writer.name)
    return asking.writer.name in printed and _is_signed(asking, own) and _is_written_so(folded, own)


def _names_something_else(said: str, printed: list[Name]) -> bool:
    """Whether a capital within the words begins one that is in none of the names: what is to be printed instead?"""
    known = {*name_words("titles"), *name_words("not_names"), *words("name_talk", "address")}
    known |= {word for name in printed for word in re.findall(r"\w+", str(name).casefold())}
    return any(hit["word"].casefold() not in known for hit in WITHIN.finditer(said))


def _is_signed(asking: Asking, name: str) -> bool:
    """Whether that name stands below the letter, letter for letter."""
    parts = asking.sheet.parts
    below = asking.text[slice(*parts.sign_off)] if parts.sign_off else ""
    return name in f"{below}\n{parts.signature}"


def are_letters_borne_out(folded: str, name: str) -> bool:
    """Whether a name has all letters and marks that are spoken of, if any are."""
    return all((*_marks(folded, name), *_letters(folded, fold(name))))


def _is_written_so(folded: str, name: str) -> bool:
    told = [*_marks(folded, name), *_letters(folded, fold(name))]
    return bool(told) and all(told)


def _marks(folded: str, name: str) -> Iterator[bool]:
    """Of every mark that is spoken of, whether the name has it, or hasn't, as is said."""
    has = {
        "hyphens": "-" in name,
        "apostrophes": "'" in name or "’" in name,
        "accents": accents(name) > 0,
        "capitals": SMALL_WORD.search(name) is None,
    }
    for hit in MARK.finditer(folded):
        if re.search(rf"\b{NOT}\b", hit["behind"]):
            yield False  # "het streepje hoort er niet": who can tell what all of this makes?
        else:
            yield has[next(kind for kind in MARKS if hit[kind])] is not bool(hit["not"])


def _letters(folded: str, name: str) -> Iterator[bool]:
    """The same of letters: "met dubbel f", "met een t"."""
    for hit in SPELLED.finditer(folded):
        letters = hit["letters"] * (2 if hit["twice"] else 1)
        single = not hit["once"] or letters * 2 not in name
        yield (letters in name and single) is not bool(hit["not"])
