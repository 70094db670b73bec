"""Who goes where, told without a verb: "ronde 1: Piet A, Els en ik B", "A: Piet (1), Els (2)", "Piet R1 A R2 B".

Such a piece of text holds rounds, workshops and people, and nothing else of weight: that is what tells it from talk.
What stands first in it, or in the line above it, goes for all that follows; the rest comes in pairs.

    ronde 1:  Piet A, Els en ik B        of a round: people and workshop, people and workshop
    A:        Piet (ronde 1), Els (2)    of a workshop: people and round, people and round
    Piet:     ronde 1 A, ronde 2 B       of people: round and workshop, round and workshop
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from mailbot.reading.lexicon import word_set
from mailbot.reading.names.people import Person
from mailbot.reading.text.brackets import in_few_words
from mailbot.reading.text.fold import fold
from mailbot.reading.text.numerals import BOTH_OF_THEM
from mailbot.reading.workshops.choices import ChoiceReader
from mailbot.reading.workshops.found import CHOICE, ChoiceFound
from mailbot.reading.workshops.sign import Is, Sign

PIECE = re.compile(r"[^\n;.!?]+(?:[.!?](?=\S)[^\n;.!?]*)*")
APART = re.compile(r"\s*(?:[,&+/|():=–—•*\"'“”‘’]|->|=>|→|(?<=\s)-(?=\s)|^\s*-|\b(?:en|and)\b)\s*")
LEGEND = re.compile(r"\([^()\n]*=[^()\n]*\)\s*$")  # "(VV = Vooroordelen Voorbij)", at the end of a piece
# "Piet A, ik B; wat ons betreft allebei om 14 uur": the round of both stands behind it
BOTH_THEN = re.compile(rf";\s[^.;:\n]{{0,30}}\b{BOTH_OF_THEM}\s(?:graag\s)?(?:in|om|at|de)\b")
# "Beiden in ronde 1 A", below a list; not "beide workshops"
OF_ALL = re.compile(
    r"\s*(?:beiden|allebei|both)\s(?:(?:willen|gaan|doen|volgen|kiezen|komen|zitten|graag|dus|ook|liefst)\s){0,3}"
    r"(?:in|om|at|naar|bij|to)\b",
    re.IGNORECASE,
)
PAIR = 2
NOBODY = ("niemand", "geen", "nobody", "no one", "none")
LONGEST = 160  # characters of a piece: what is longer is talk
ROUND, WORKSHOP, PEOPLE = "round", "workshop", "people"
Told = tuple[ChoiceFound, list[Person]]


@dataclass(frozen=True, slots=True)
class Token:
    """Rounds, workshops or people that stand together at [start, end)."""

    kind: str
    start: int
    end: int
    rounds: tuple[int, ...] = ()
    workshops: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()

    def joined(self, other: "Token") -> "Token":
        return Token(
            self.kind,
            self.start,
            other.end,
            self.rounds + other.rounds,
            self.workshops + other.workshops,
            self.people + other.people,
        )


class Schedule:
    """Finds the pieces of one letter that are such a schedule. `called`: who is meant by a name, if just one is;
    `is_read`: whether what stands at a place is somebody's already."""

    def __init__(
        self,
        text: str,
        reader: ChoiceReader,
        everybody: list[Person],
        called: Callable[[str], list[Person]],
        is_read: Callable[[int], bool],
    ) -> None:
        self._text, self._reader, self._everybody, self._called = text, reader, everybody, called
        self._is_read = is_read

    def told(self) -> tuple[list[Told], list[tuple[int, int]]]:
        """Each choice with those who make it, and the pieces that tell them."""
        told: list[Told] = []
        pieces: list[tuple[int, int]] = []
        above: Token | None = None
        for match in PIECE.finditer(self._text):
            end = match.end()
            if (key := LEGEND.search(self._text, *match.span())) is not None:
                end = key.start()
            whole = end - match.start() <= LONGEST and not in_few_words(self._text, match.start(), end, len(self._text))
            whole = whole and not self._is_read(match.start()) and BOTH_THEN.match(self._text, match.end()) is None
            tokens = self._tokens(match.start(), end) if whole else None
            if tokens is None:
                above = None
                continue
            kinds = {token.kind for token in tokens}
            if above is not None and above.kind not in kinds:
                tokens.insert(0, above)
            choices = list(_choices(tokens))
            if choices:
                told += choices
                pieces += [match.span(), (tokens[0].start, tokens[0].end)]  # the line above it tells no more than that
            above = tokens[0] if tokens else above
        return told, pieces

    def _tokens(self, start: int, end: int) -> list[Token] | None:
        """What stands in that piece; None where anything else does."""
        # "12.00 uur:", above a list, or "Noor de Wit (14:00)": by itself a time chooses nothing
        signs = self._reader.signs(self._text, start, end) or self._reader.times(self._text, start, end)
        found: list[Token] = []
        at = start
        for sign in signs:
            between = self._people(at, sign.start)
            token = _token(sign)
            if between is None or token is None:
                return None
            found += [*between, token]
            at = sign.end
        behind = self._people(at, end)
        if behind is None:
            return None
        return [_all_joined(list(group)) for _, group in groupby([*found, *behind], key=lambda token: token.kind)]

    def _people(self, start: int, end: int) -> list[Token] | None:
        """The people named there, and rounds by bare numbers, if it names nothing else."""
        found: list[Token] = []
        at = start
        for cut in [*APART.finditer(self._text, start, end), None]:
            stop = cut.start() if cut else end
            all_of_us = fold(self._text[at:stop]).strip(" .,") in word_set("choices", "all_of_us")
            words = self._text[at:stop].strip(" .,") if all_of_us else _without_small_words(self._text[at:stop])
            if words.isdigit() and self._reader.rounds_named(words):
                found.append(Token(ROUND, at, stop, rounds=self._reader.rounds_named(words)))
            elif not found and OF_ALL.match(self._text, at, stop):  # not of the last in the list above
                if len(self._everybody) != PAIR:
                    return None
                found.append(Token(PEOPLE, at, stop, people=tuple(self._everybody)))
            elif words and fold(words) not in NOBODY:
                people = self._everybody if fold(words) in word_set("choices", "all_of_us") else self._called(words)
                if not people:
                    return None
                found.append(Token(PEOPLE, at, stop, people=tuple(people)))
            at = cut.end() if cut else end
        return found


def _choices(tokens: Sequence[Token]) -> Iterator[Told]:
    """What those tokens say together; nothing, where they don't come in pairs."""
    if not tokens or {PEOPLE, WORKSHOP} - {token.kind for token in tokens}:
        return
    starts = [at for at, token in enumerate(tokens) if token.kind == tokens[0].kind]
    stretches = [tokens[a + 1 : b] for a, b in zip(starts, [*starts[1:], len(tokens)], strict=True)]
    if len({frozenset(token.kind for token in stretch) for stretch in stretches}) > 1:
        return  # "Bert gaat in ronde 1 naar A en ik naar B": it is talk, which says a round once for both
    told: list[tuple[Token, ...]] = []
    for since, rest in zip(starts, stretches, strict=True):
        first = tokens[since]
        kinds = list(dict.fromkeys(token.kind for token in rest))
        if [token.kind for token in rest] != kinds * (len(rest) // max(len(kinds), 1)):
            return
        together = [(first, *rest[at : at + len(kinds)]) for at in range(0, len(rest), len(kinds))] if kinds else []
        if not together or any({PEOPLE, WORKSHOP} - {token.kind for token in said} for said in together):
            return
        told += together
    for said in told:
        yield from _each(said)


def _each(said: tuple[Token, ...]) -> Iterator[Told]:
    rounds = next((token.rounds for token in said if token.kind == ROUND), ()) or (None,)
    people = list({id(person): person for token in said for person in token.people}.values())
    for token in said:
        for workshop in token.workshops:
            for number in rounds:
                yield ChoiceFound(CHOICE, token.start, token.end, workshop, number), people


def _token(sign: Sign) -> Token | None:
    if sign.kind is Is.ROUND and sign.rounds:
        return Token(ROUND, sign.start, sign.end, rounds=sign.rounds)
    return Token(WORKSHOP, sign.start, sign.end, workshops=(sign.workshop,)) if sign.kind is Is.WORKSHOP else None


def _all_joined(tokens: list[Token]) -> Token:
    whole = tokens[0]
    for token in tokens[1:]:
        whole = whole.joined(token)
    return whole


def _without_small_words(text: str) -> str:
    """That text without what may stand between a name and a workshop: "gaan naar", "graag", "voor"."""
    said = text.split()
    while said and _small(said[0]):
        del said[0]
    while said and _small(said[-1]):
        del said[-1]
    return " ".join(said).strip(".,")


@cache
def _small(word: str) -> bool:
    return fold(word).strip(".,-") in word_set("choices", "goes_there") or not word.strip(".,-–*•>")
