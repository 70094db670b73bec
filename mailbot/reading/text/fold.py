"""Text as it is compared: small letters, no accents, one kind of quote, dash and space, and exactly as long as it was.

Because the length stays, a place found in folded text is the same place in the mail, and needs no translation.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

QUOTES = {ord(quote): "'" for quote in "’‘‚‛`´ʼ′"} | {ord(quote): '"' for quote in "“”„«»"}
DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")


_END = ""  # marks the end of a word in a tree
_Tree = dict[str, "_Tree"]


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
NOT_ASCII = re.compile(r"[^\x00-\x7f]")


SHORT = 40  # characters


def fold(text: str) -> str:
    """That text in small letters without accents, of the same length, character for character."""
    # Most of what is folded are words: among the texts, which are asked for again and again, they would push those out.
    return _folded_word(text) if len(text) < SHORT else _folded_once(text)


def _folded(text: str) -> str:
    if not text.isascii():
        # The few letters with accents first: what is ASCII then takes a twentieth of the time.
        text = NOT_ASCII.sub(lambda found: _FOLDING[ord(found[0])], text)
    if text.isascii() and text.replace("\n", "").isprintable():
        return text.lower().replace("`", "'")
    return text.translate(_FOLDING)


_folded_word = lru_cache(maxsize=8192)(_folded)  # as many as some hundred mails have
_folded_once = lru_cache(maxsize=16)(_folded)  # a mail has a few texts; a hostile one has large ones


def squashed(text: str) -> str:
    """Its letters and digits alone, folded: as a name stands in an address."""
    return "".join(character for character in fold(text) if character.isalnum())


def any_of(words: Iterable[str], *, blank: str = r"\s{1,3}") -> str:
    """A regex that matches any of those (folded) words, the longest that fits; a space in a word stands for `blank`,
    by default any blanks, a line end too. Matches nothing where there are no words.

    What words begin with in common is tried once for all of them, as in a dictionary's thumb index: an alternation of
    three hundred names would be tried name by name at every letter of a mail.
    """
    tree: _Tree = {}
    for word in words:
        node = tree
        for character in word:
            node = node.setdefault(character, {})
        node[_END] = {}
    return _alternatives(tree, blank) or r"(?!)"


def _alternatives(tree: _Tree, blank: str) -> str:
    begun = ""
    while len(tree) == 1 and _END not in tree:  # nothing to choose between
        ((character, tree),) = tree.items()
        begun += _written(character, blank)
    branches = [
        _written(character, blank) + _alternatives(rest, blank)
        for character, rest in sorted(tree.items())
        if character != _END
    ]
    if not branches:
        return begun
    together = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return begun + (f"(?:{together})?" if _END in tree else together)


def _written(character: str, blank: str) -> str:
    if character.isalnum():
        return character
    return blank if character == " " else re.escape(character)


def pattern_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of those (folded) words where it stands as a word of its own."""
    return re.compile(rf"(?<![\w])(?:{any_of(words)})(?![\w])")
