"""Which names of a long row may be one person's with another, looked up by their words.

Two names with surnames are one person's, or one of them is the other with a word more or in another order, only where
a word of one's surname is any word of the other's: not "Jan Smit" and "Jan Bos". Of several hundred people that leaves
a few. Names without a surname, or with a letter of it, can be anybody's.
"""

from collections import defaultdict

from mailbot.reading.names.person_name import Name, spellings
from mailbot.reading.text.fold import fold


class NameIndex:
    """The names of a row by their places in it."""

    def __init__(self) -> None:
        self._names: list[Name] = []
        self._by_surname: dict[str, set[int]] = defaultdict(set)
        self._by_word: dict[str, set[int]] = defaultdict(set)
        self._by_given: dict[str, set[int]] = defaultdict(set)
        self._anybodys: set[int] = set()

    def near(self, name: Name, names: list[Name]) -> set[int]:
        """The places in `names` of those that may be one person's with `name`: all that are, and some that aren't."""
        if _is_anybodys(name):
            return set(range(len(names)))
        if names != self._names:
            self._note(names)
        of_surnames = (self._by_surname.get(word, ()) for word in _words_of(name))
        of_others = (self._by_word.get(word, ()) for word in _words(name.surname))
        return self._anybodys.union(self._by_given.get(fold(str(name)), ()), *of_surnames, *of_others)

    def _note(self, names: list[Name]) -> None:
        """What a name was before it was told in full may stay noted: it is one more to be compared."""
        if len(names) < len(self._names):
            self._names = []  # somebody was taken out, and all others have moved up
            for noted in (self._by_surname, self._by_word, self._by_given, self._anybodys):
                noted.clear()
        known = len(self._names)
        for at, name in enumerate(names):
            if at >= known or name is not self._names[at]:
                self._add(at, name)
        self._names = names

    def _add(self, at: int, name: Name) -> None:
        self._by_given[fold(name.given)].add(at)
        if _is_anybodys(name):
            self._anybodys.add(at)
        for word in _words(name.surname):
            self._by_surname[word].add(at)
        for word in _words_of(name):
            self._by_word[word].add(at)


def _is_anybodys(name: Name) -> bool:
    """Whether it has no surname, a letter of one, or one of marks alone."""
    return min(len(spelling) for spelling in spellings(name.surname)) < 2


def _words_of(name: Name) -> set[str]:
    return _words(f"{name.given} {name.initials} {name.infix} {name.surname}")


def _words(text: str) -> set[str]:
    """Its words as any of those spell it who compare names."""
    return {word for spelling in (*spellings(text), *spellings(fold(text))) for word in spelling.split()}
