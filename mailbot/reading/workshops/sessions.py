"""The sessions of a course: each round has one workshop, and mostly a day of its own; people name it by any of them.

"14 november", "de eerste en de laatste keer", "alle vier, behalve die over geld", "vanaf de tweede". Nothing is paired:
a clause takes the sessions that it names, or leaves them out. How they are named is session_names.py's.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

from mailbot.domain.event import Event
from mailbot.reading.lexicon import words
from mailbot.reading.text.clauses import Clauses
from mailbot.reading.text.fold import any_of
from mailbot.reading.workshops.boxes import left_empty
from mailbot.reading.workshops.found import CHOICE, COPY, EMPTY, ChoiceFound
from mailbot.reading.workshops.scope import Scope, Standing
from mailbot.reading.workshops.session_names import MOST, Named, SessionNames
from mailbot.reading.workshops.session_patterns import excepting, the_others
from mailbot.reading.workshops.sign import Is, Sign

ONLY = re.compile(r"\b(?:alleen|enkel|only|just)\s[^.;!?\n]{0,24}$")  # "alleen de laatste keer kan ik niet"
# "De andere keren wel", "de andere kom ik"
THEY_DO = re.compile(r"\s(?:\w+\s){0,3}?(?:wel|kom|ga|ben|doe|volg|neem|lukken|fine)\b")
TOGETHER = re.compile(r"\b(?:samen|together|between us)\b")  # "zo hebben we samen de hele cursus"
SAID_NO = re.compile(r"\s?[:=\t–-]\s?\(?(?:nee|neen|no|nope|n)(?!\w)|\s\((?:nee|niet|no|not)\)")  # "avond 2: nee"


class Sessions:
    """Reads which sessions of one course a text takes. Its event has some (Event.sessions())."""

    def __init__(self, event: Event) -> None:
        self._given, self._names = event.sessions(), SessionNames(event)

    def find(self, signs: Iterable[Sign], text: str, start: int, end: int) -> tuple[ChoiceFound, ...]:
        """What text[start:end] says of sessions, in order; `signs` are those of workshops and rounds in it."""
        clauses = Clauses(text, start, end)
        signs = [sign for sign in signs if sign.kind in (Is.WORKSHOP, Is.ROUND, Is.SAME)]
        found = [*self._taken(self._names.named(signs, clauses), clauses)]
        found += [ChoiceFound(COPY, s.start, s.end) for s in signs if s.kind is Is.SAME]
        return tuple(sorted(found, key=lambda mention: mention.start))

    def some_in(self, text: str) -> list[tuple[int, int]]:
        """Where a text names sessions by day or order, and not all of them."""
        clauses = Clauses(text)
        others = [match.span() for match in islice(the_others().finditer(clauses.text), MOST)]
        return [*((one.start, one.end) for one in self._names.told_apart(clauses)), *others]

    def _taken(self, named: list[Named], clauses: Clauses) -> Iterator[ChoiceFound]:
        told = _without(named, clauses)
        empty = left_empty(clauses.text, clauses.start, clauses.end)
        left = {one: _is_left_out(one, clauses, told) or any(a <= one.start < b for a, b in empty) for one in named}
        out = {number for one in named if left[one] and not one.all_of_them for number in one.rounds}
        excepted = [one for one in named if left[one] and _leaves_the_others(one, clauses)]
        only = [one for one in named if not (left[one] or one.all_of_them) and _is_only(one, clauses)]
        before = self._told_before(named, clauses)
        for one in named:
            if left[one]:
                yield from (ChoiceFound(EMPTY, one.start, one.end, round=number) for number in one.rounds)
            elif one in before or not (one.all_of_them and _is_of_others(one, only, clauses)):
                # what is left out is left out of all of them, be it told before or behind
                rounds = [number for number in one.rounds if not (one.all_of_them and number in out)]
                yield from self._chosen(one, rounds, past=one in before)
        if excepted and all(left.values()):
            yield from self._chosen(excepted[0], [number for number in self._names.numbers if number not in out])

    def _chosen(self, one: Named, rounds: Iterable[int], *, past: bool = False) -> Iterator[ChoiceFound]:
        for number in rounds:
            yield ChoiceFound(CHOICE, one.start, one.end, self._given[number], number, past=past)

    def _told_before(self, named: list[Named], clauses: Clauses) -> set[Named]:
        """Those that somebody had until now, or gives up for another: "ik sta bij avond 2, liever avond 3"."""
        found = set[Named]()
        for start, end in clauses.sentences():
            here = {
                one: Sign(Is.WORKSHOP, one.start, one.end, self._given[one.rounds[0]])
                for one in named
                if start <= one.start < end
            }
            scope = Scope(clauses, list(here.values()), start, end, clauses.text)
            found |= {one for one, sign in here.items() if scope.standing(sign) in (Standing.PAST, Standing.REPLACED)}
        return found


def _without(named: Iterable[Named], clauses: Clauses) -> str:
    """The text without what names sessions: a title may say "schrappen", and leaves nothing out by that."""
    text = clauses.text
    for one in named:
        text = f"{text[: one.start]}{'§' * (one.end - one.start)}{text[one.end :]}"
    return text


def _is_only(one: Named, clauses: Clauses) -> bool:
    start, _ = clauses.clause_at(one.start)
    return ONLY.search(clauses.text, start, one.start) is not None


def _is_of_others(one: Named, only: list[Named], clauses: Clauses) -> bool:
    """Whether all of them aren't the writer's: "only the first: I work every Saturday", "samen doen we ze alle"."""
    first, last = clauses.clause_at(one.start)
    elsewhere = any(not first <= other.start < last for other in only)
    return elsewhere or TOGETHER.search(clauses.text, max(first, one.start - 40), one.start) is not None


def _leaves_the_others(one: Named, clauses: Clauses) -> bool:
    """Whether who leaves it out takes the others: "alle, behalve", "alleen de derde niet", "de andere wel"."""
    if _is_excepted(one, clauses) or _is_only(one, clauses):
        return True
    return any(
        THEY_DO.match(clauses.text, other.end())
        or THEY_DO.search(clauses.text, max(0, other.start() - 40), other.start())
        for other in the_others().finditer(clauses.text, clauses.start, clauses.end)
    )


def _is_left_out(one: Named, clauses: Clauses, told: str) -> bool:
    """`told`: the text without what names sessions."""
    start, end = clauses.clause_at(one.start)
    end = max(end, one.end)
    if _is_excepted(one, clauses) or SAID_NO.match(told, one.end) or _left_out().search(told, start, one.start):
        return True
    # "dan moet hij naar de tandarts, dus die mist hij"
    _, sentence = clauses.sentence_at(one.start)
    return bool(_left_out().search(told, one.end, end) or _that_one_not().search(told, one.end, sentence))


def _is_excepted(one: Named, clauses: Clauses) -> bool:
    """ "... behalve de derde keer", "op de laatste na"."""
    sentence, end = clauses.sentence_at(one.start)
    if excepting().search(clauses.text, max(sentence, one.start - 40), one.start):
        return True
    before = clauses.text[max(sentence, one.start - 6) : one.start]
    return "op " in before and clauses.text.startswith(" na", one.end, end)


@cache
def _left_out() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words('choices', 'left_out'))})(?!\w)")


@cache
def _that_one_not() -> re.Pattern[str]:
    left_out = any_of(words("choices", "left_out"))
    return re.compile(rf"[,;]\s(?:dus\s|so\s)?(?:die|dat|that one|it)\s(?:\w+\s){{0,3}}?(?:{left_out})(?!\w)")
