"""Who is meant by what they were introduced as: "mijn moeder Els Bos en ik komen. Moeder is voorzitter, mama's nummer
is ...". The words that mean the same relation are the lexicon's (relations.toml); jobs count as well ("onze stagiair
Wim Smit", and then "de stagiair"), but not without an article.

Where two were introduced by the same word, it means neither.
"""

import re
from collections.abc import Iterator, Sequence

from mailbot.reading.account.mentions import is_verb
from mailbot.reading.letter.units import Unit
from mailbot.reading.names import Name, NameFound
from mailbot.reading.names.people import Person, Roster
from mailbot.reading.names.relations import all_relations, introduced_as, is_private
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late

WORD = re.compile(r"(?<![\w-])[a-z][a-z-]+(?![\w-])")
# "Mijn moeder", "de stagiair", "haar man"; or nothing but the word, where a subject begins
OWNER = late(r"(?:\b(?:mijn|m'n|mn|onze|ons|my|our|de|het|die|deze|the|haar|zijn|hun|his|her|their)\s)\Z")
BEGINS = late(r"(?:\A|[,;:.(!?\n-]|\b(?:en|maar|want|dus|dat|omdat|of|voor|bij|van|and|but|for|because|that))\s?\Z")
# "De moeder van Wim", "mijn collega uit Tiel": somebody else
OF = late(r"(?:'?s)?\s(?:van|uit|of|from|die|who)\s(?!(?:mij|ons|me|us)\b)|\s?[,(]?\s?(?=\Z)")
GOES_ON = re.compile(r"(?:'s|s)?\s[a-z]")
NEXT = re.compile(r"\s(?P<verb>[a-z']+)")
SUBJECT = late(r"[\s(]*(?:(?:en|maar|want|dus|and|but|so)\s)?(?:(?:mijn|m'n|mn|onze|ons|my|our|de|the)\s)?\Z")
APPOSED = late(r"\s?[,(]\s?(?:mijn|m'n|mn|onze|ons|my|our|zijn|haar|hun|his|her|their)\s(?:[a-z-]+\s){0,2}\Z")
FAR = 60  # characters from a name to such a word behind it
NEAR = 16  # characters before a word in which it is said whose it is
MOST = 16  # people introduced in one letter: each is compared with all whom it names, for each word about somebody
Place = tuple[int, int, Person]


class Relations:
    """The people of one letter by what they were introduced as."""

    def __init__(self, text: str, units: Sequence[Unit], roster: Roster) -> None:
        self._text, self._roster = fold(text), roster
        self._names: dict[str, dict[Name, NameFound]] = {}  # by relation, each name where it stands first
        self._ends: set[int] = set()  # where the names end that are introduced
        for unit in units:
            for name in unit.names:
                begins = name.start + (len(name.title) + 1 if name.title else 0)  # "mijn | collega Els"
                if len(self._ends) < MOST and (noun := introduced_as(text, begins, name.end)):
                    self._names.setdefault(_relation(noun), {}).setdefault(name.name, name)
                    self._ends.add(name.end)

    def places(self, start: int, end: int, names: Sequence[NameFound] = ()) -> Iterator[Place]:
        """Where text[start:end] speaks of somebody by such a word, and of whom. `names`: those of the clause, which
        say themselves who is meant."""
        for word in WORD.finditer(self._text, start, end) if self._names else ():
            person = self._meant(word[0], word.start()) if _relation(word[0]) in self._names else None
            if person is not None and self._speaks_of_them(word, start, end, names):
                yield word.start(), word.end(), person

    def subject(self, start: int, end: int) -> list[Person]:
        """Of whom a clause without names tells something: "moeder zit in een rolstoel", "de stagiair eet halal"."""
        for begin, stop, person in self.places(start, end):
            verb = NEXT.match(self._text, stop, end)
            if SUBJECT.match(self._text[start:begin]) and verb is not None and is_verb(verb["verb"]):
                return [person]
            break
        return []

    def is_another(self, noun: str, person: Person) -> bool:
        """Whether that person was introduced as something else: by "mijn moeder" nobody's father is meant."""
        if noun not in all_relations():
            return False
        return any(own in all_relations() and own != _relation(noun) for own in self._own(person))

    def knows(self, person: Person) -> bool:
        """Whether that person was introduced by any such word."""
        return bool(self._own(person))

    def is_private(self, person: Person) -> bool:
        """Whether all that is said of that person is what they are to somebody at home: "mijn man"."""
        own = self._own(person)
        return bool(own) and all(map(is_private, own))

    def is_of_work(self, person: Person) -> bool:
        """Whether that person was introduced as a colleague, or by a title: "onze secretaresse"."""
        own = self._own(person)
        return bool(own) and not any(map(is_private, own))

    def _own(self, person: Person) -> list[str]:
        """As what that person was introduced."""
        return [said for said, names in self._names.items() if any(self._is_of(n, person) for n in names.values())]

    def _is_of(self, name: NameFound, person: Person) -> bool:
        return (name.start, name.end) in person.spans or self._roster.find(name.name) is person

    def _meant(self, noun: str, at: int) -> Person | None:
        """Who is called so, of those introduced before that place."""
        only: Person | None = None
        for name in self._names[_relation(noun)].values():
            person = self._roster.find(name.name) if name.start < at else None
            if person is not None and only is not None and person is not only:
                return None  # "mijn collega Els, mijn collega Wim"
            only = person or only
        return only if only is not None and not only.is_writer else None

    def _speaks_of_them(self, word: re.Match[str], start: int, end: int, names: Sequence[NameFound]) -> bool:
        """Whether that word stands for somebody there, and isn't part of what is said of another."""
        if any(0 <= name.start - word.end() <= 2 or name.start <= word.start() < name.end for name in names):
            return False  # "mijn moeder Els": the name tells
        if OF.match(self._text, word.end(), end) or self._introduces(word.start()):
            return False
        lead = self._text[max(start, word.start() - NEAR) : word.start()]
        bare = word[0] in all_relations() and BEGINS.search(lead) and GOES_ON.match(self._text, word.end(), end)
        return bool(bare) or OWNER.search(lead) is not None

    def _introduces(self, at: int) -> bool:
        """Whether the word there is the one by which somebody is introduced: "Els, onze adviseur"."""
        lead = APPOSED.search(self._text, max(0, at - FAR), at)
        return lead is not None and lead.start() in self._ends


def _relation(noun: str) -> str:
    return all_relations().get(noun, noun)
