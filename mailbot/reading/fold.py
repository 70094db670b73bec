"""Text as it is compared: small letters, no accents, one kind of quote, dash and space, and exactly as long as it was.

Because the length stays, a place found in folded text is the same place in the mail, and needs no translation.
"""

import re
import unicodedata
from functools import lru_cache

QUOTES = {ord(quote): "'" for quote in "’‘‚‛`´ʼ′"} | {ord(quote): '"' for quote in "“”„«»"}
DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")


class _Folding(dict[int, str]):
    """Character by character, worked out when first seen: a mail uses few of Unicode's."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str:
    if character.isspace():
        return character if character in "\n\t\r" else " "
    base = unicodedata.normalize("NFKD", character)
    # A ligature or "ß" would become longer, and every place behind it would shift.
    base = base[0] if len(base) > 1 and unicodedata.combining(base[1]) else character
    small = {"ı": "i", "ł": "l", "ø": "o", "đ": "d"}.get(base.lower(), base.lower())
    return small if len(small) == 1 else base


_FOLDING = _Folding(QUOTES | DASHES)


@lru_cache(maxsize=64)
def fold(text: str) -> str:
    """That text in small letters without accents, of the same length, character for character."""
    return text.translate(_FOLDING)


def any_of(words: tuple[str, ...] | list[str]) -> str:
    """A regex alternation of those (folded) words, in their order; a space in a word stands for any blanks, a line
    end too. Matches nothing where there are no words."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s{1,3}") for word in words) or r"(?!)"


def pattern_of(words: tuple[str, ...] | list[str]) -> re.Pattern[str]:
    """A pattern that finds any of those (folded) words where it stands as a word of its own."""
    return re.compile(rf"(?<![\w])(?:{any_of(words)})(?![\w])")
