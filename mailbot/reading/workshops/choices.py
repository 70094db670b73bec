"""Which workshops a passage chooses, in which rounds.

Signs (signs.py) are paired sentence by sentence (pairing.py). What is denied, past or only a condition is
told apart and not chosen. find() gives every mention with its place, so that the caller can share them out among the
people of a mail; settle() makes one person's choices of that person's mentions; read() does both for a passage about
one person.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from mailbot.domain.event import Choice, Event
from mailbot.reading.text.clauses import Clauses
from mailbot.reading.text.fold import fold
from mailbot.reading.workshops.found import CHOICE, EMPTY, ChoiceFound
from mailbot.reading.workshops.given import Given
from mailbot.reading.workshops.pairing import Pairing
from mailbot.reading.workshops.presence import Presence
from mailbot.reading.workshops.sentences import sentences_of
from mailbot.reading.workshops.sessions import Sessions
from mailbot.reading.workshops.settling import Settling
from mailbot.reading.workshops.sign import Is, Sign
from mailbot.reading.workshops.signs import SignFinder

__all__ = ["ChoiceFound", "ChoiceReader", "ChoiceReading", "choice_reader"]

NUMBERS = re.compile(r"\d(?:(?:\s?(?:,|en|and|&|\+|/|t/m|-)\s?)\d){0,4}")
BESIDE = re.compile(
    r"\b(?:erbij|er\s(?:\w+\s){0,5}bij|daarbij|daarnaast|bovendien|extra|too|also|as well|in addition)\b"
)
WEAK = (Is.NOTHING, Is.RELATIVE, Is.ORDINAL, Is.PART, Is.TIMES, Is.SEQUENCE)  # they choose nothing by themselves


@dataclass(frozen=True, slots=True)
class ChoiceReading:
    """One person's choices in order of appearance, the mentions they rest on, and what is wrong with them.

    problems: two_workshops_one_round, round_without_workshop, unclear_workshop (an "andersom" or "idem" of nothing, or
    none of ours).
    """

    choices: tuple[Choice, ...] = ()
    found: tuple[ChoiceFound, ...] = ()
    problems: tuple[str, ...] = ()


UNTIL = re.compile(r"(?<=\d)\s?[-–]\s?\d{1,2}[.:]\d\d\b")  # "12.00 - 13.00" is the round at noon


class ChoiceReader:
    """Reads choices for one event. Its patterns are made once; get it by choice_reader()."""

    def __init__(self, event: Event) -> None:
        self._slugs = tuple(workshop.slug for workshop in event.workshops)
        self._rounds = tuple(round.number for round in event.rounds)
        self._signs, self._presence = SignFinder(event), Presence(event)
        self._sessions = Sessions(event) if event.sessions() else None
        self._given = Given(event.workshops, self._rounds)
        self._mentions = lru_cache(maxsize=16)(self._find)  # whoever attributes values asks for a letter's twice
        self._ends_of_titles = tuple(fold(w.title)[-12:] for w in event.workshops if not w.title[-1].isalnum())

    def find(
        self, text: str, start: int = 0, end: int | None = None, *, context: str | None = None
    ) -> tuple[ChoiceFound, ...]:
        """Every mention in text[start:end], in order. `context`: where abbreviations are explained, if not in text."""
        return self._mentions(text, start, len(text) if end is None else end, context or text)

    def _find(self, text: str, start: int, end: int, context: str) -> tuple[ChoiceFound, ...]:
        if not self._slugs:
            return ()
        signs = self._signs.signs(text, start, end, self._signs.explained(context))
        if self._sessions is not None:
            return self._sessions.find(signs, text, start, end)
        if not any(sign.kind not in WEAK for sign in signs):
            return ()
        clauses = Clauses(_with_letters_ended(text, signs), start, end)
        away = self._presence.absences(self._without_titles(clauses, text, signs))
        pairing = Pairing(self._slugs, self._rounds, clauses, self._by_order, text, away, self._given)
        starts = [sign.start for sign in signs]
        for since, until in sentences_of(pairing.clauses, self._ends_of_titles):
            pairing.take(signs[bisect_left(starts, since) : bisect_left(starts, until)], since, until)
        return (*pairing.found, *self._presence.engagements(pairing.clauses), *away)

    def _without_titles(self, clauses: Clauses, text: str, signs: Iterable[Sign]) -> Clauses:
        """The same, with nothing of what the workshops are called: "om 14 uur naar Opvang van daklozen" fetches nobody
        from there."""
        masked = text
        for sign in signs:
            if sign.kind is Is.WORKSHOP:
                masked = f"{masked[: sign.start]}{'x' * (sign.end - sign.start)}{masked[sign.end :]}"
        return clauses if masked == text else Clauses(masked, clauses.start, clauses.end)

    def signs(self, text: str, start: int, end: int) -> list[Sign]:
        """The signs in text[start:end], in order, as they stand: not yet taken for a choice."""
        return self._signs.signs(text, start, end, self._signs.explained(text))

    def times(self, text: str, start: int, end: int) -> list[Sign]:
        """The rounds that are named there by when they are."""
        return list(self._signs.rounds.times(fold(text), start, end))

    def sessions_in(self, text: str) -> list[tuple[int, int]]:
        """Where sessions of a course are named, and not all of them."""
        if self._sessions is None:
            return []
        rounds: dict[tuple[int, int], set[int | None]] = {}
        for found in self.find(text):
            rounds.setdefault((found.start, found.end), set()).add(found.round)
        some = [span for span, named in rounds.items() if named != {None} and len(named) < len(self._rounds)]
        return sorted({*some, *self._sessions.some_in(text)})

    def sessions_given_up(self, text: str) -> set[int]:
        """The rounds of the sessions of a course that somebody had, or leaves out, and doesn't choose."""
        found = self.find(text) if self._sessions is not None and not BESIDE.search(fold(text)) else ()
        chosen = {m.round for m in found if m.kind == CHOICE and not m.past}
        return {m.round for m in found if m.round and (m.past or m.kind == EMPTY)} - chosen

    def settle(self, found: Iterable[ChoiceFound], *, other: Sequence[Choice] = ()) -> ChoiceReading:
        """One person's choices from that person's mentions. `other`: the choices (of somebody else, or booked before)
        that "andersom", "dezelfde" and a move from round to round speak of."""
        listed = tuple(mention for mention in found if mention.sure)
        settling = Settling(listed, self.mirror, tuple(other), self._rounds, self._given)
        choices = settling.choices()
        return ChoiceReading(choices, listed, tuple(settling.problems))

    def read(
        self,
        text: str,
        start: int = 0,
        end: int | None = None,
        *,
        context: str | None = None,
        other: Sequence[Choice] = (),
    ) -> ChoiceReading:
        """The choices of a passage that is about one person."""
        return self.settle(self.find(text, start, end, context=context), other=other)

    def mirror(self, choices: Iterable[Choice]) -> tuple[Choice, ...]:
        """The other workshop in each round, where there are just two; of more, two rounds with each other's."""
        choices = tuple(choices)
        if len(self._slugs) > 2:
            one, two = choices if len(choices) == 2 else (None, None)
            if one is None or two is None or None in (one.round, two.round) or one.round == two.round:
                return ()
            return (Choice(one.round, two.workshop), Choice(two.round, one.workshop))
        return tuple(Choice(choice.round, other) for choice in choices if (other := self._other(choice.workshop)))

    def workshops_named(self, text: str, *, context: str = "") -> tuple[str, ...]:
        """The workshops that a cell or label names, by any of their names."""
        short, letter = self._signs.explained(context), text.strip(" .:")
        if slug := short.get(letter) or short.get(letter.upper()):
            return (slug,)
        of_letters = not any(len(letters) == 1 for letters in short)
        if len(letter) == 1 and of_letters and (place := ord(fold(letter)[0]) - ord("a")) in range(len(self._slugs)):
            return (self._slugs[place],)
        signs = self._signs.signs(text, 0, len(text), short)
        named = [sign.workshop for sign in signs if sign.kind is Is.WORKSHOP]
        if any(sign.kind is Is.ALL_WORKSHOPS for sign in signs):
            named.extend(self._slugs)
        return tuple(dict.fromkeys(named))

    def abbreviations(self, text: str) -> dict[str, str]:
        """The workshops by the letters that the text explains for them: "L = Lokaal beleid"."""
        return self._signs.explained(text)

    def rounds_named(self, text: str) -> tuple[int, ...]:
        """The rounds that a column's or row's head names: "Ronde 1", "R2", "14:00 uur", "eerste ronde", "2"."""
        text = UNTIL.sub("", text)
        signs = self._signs.signs(text, 0, len(text), {}) or self._signs.rounds.times(fold(text), 0, len(text))
        numbers = [number for sign in signs if sign.kind is Is.ROUND for number in sign.rounds]
        bare = text.strip(" .:")
        if not numbers and bare.isdigit() and int(bare) in self._rounds:
            numbers = [int(bare)]
        if not numbers and NUMBERS.fullmatch(bare):  # "2 en 3"
            numbers = list(self._signs.rounds.numbers_in(fold(bare)))
        return tuple(dict.fromkeys(numbers))

    def _by_order(self, ordinal: str) -> str | None:
        """The workshop that an ordinal means, in the order of the announcement."""
        place = self._signs.place(ordinal)
        return self._slugs[place] if place is not None and place < len(self._slugs) else None

    def _other(self, slug: str) -> str | None:
        return next((other for other in self._slugs if other != slug), None) if len(self._slugs) == 2 else None


def _with_letters_ended(text: str, signs: Iterable[Sign]) -> str:
    """The text with another sign for each letter of a workshop that ends a sentence: "afternoon C. If that is full"
    has no initial in it."""
    for sign in signs:
        if sign.kind is Is.WORKSHOP and sign.end - sign.start == 1 and text.startswith(". ", sign.end):
            text = f"{text[: sign.start]}§{text[sign.end :]}"
    return text


@lru_cache(maxsize=16)
def choice_reader(event: Event) -> ChoiceReader:
    """The reader for that event, made once."""
    return ChoiceReader(event)
