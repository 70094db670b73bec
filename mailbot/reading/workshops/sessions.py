"""The sessions of a course: each round has one workshop, and mostly a day of its own; people name it by any of them.

"14 november", "de eerste en de laatste keer", "alle vier, behalve die over geld", "vanaf de tweede". Nothing is paired:
a clause takes the sessions that it names, or leaves them out.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from mailbot.domain.event import Event
from mailbot.reading.events.dates import dates
from mailbot.reading.lexicon import words
from mailbot.reading.text.clauses import Clauses
from mailbot.reading.text.fold import any_of
from mailbot.reading.workshops.found import CHOICE, COPY, EMPTY, ChoiceFound
from mailbot.reading.workshops.round_patterns import number_of
from mailbot.reading.workshops.sign import Is, Sign
from mailbot.reading.workshops.sureness import means_workshop

DATED = frozenset({"day", "listed", "ordinal"})  # spellings of a date that tell which session it is
WORD = re.compile(r"\w+")
LIFE = re.compile(r"\s(?:dat|toen|ooit|was|that|when|ever)\b")  # "de eerste keer dat ik zoiets doe"
FIRST_TIME = re.compile(r"\w+ (?:keer|maal|time)")
SO_FAR = re.compile(r"\b(?:voor|is|was|for|this is)\s(?:de|the)?\s?$")  # "voor de eerste keer"
ONLY = re.compile(r"\b(?:alleen|enkel|only|just)\s[^.;!?\n]{0,24}$")  # "alleen de laatste keer kan ik niet"
# "De andere keren wel", "de andere kom ik"
THEY_DO = re.compile(r"\s(?:\w+\s){0,3}?(?:wel|kom|ga|lukken|fine)\b")


class Named(NamedTuple):
    """Sessions named at [start, end). `all_of_them`: all there are, or all from one on."""

    start: int
    end: int
    rounds: tuple[int, ...]
    all_of_them: bool = False


class Sessions:
    """Reads which sessions of one course a text takes. Its event has some (Event.sessions())."""

    def __init__(self, event: Event) -> None:
        self._given = event.sessions()
        self._numbers = tuple(sorted(self._given))
        self._rounds = {slug: number for number, slug in self._given.items()}
        several = len(event.days()) > 1
        self._days = {round.starts.date(): round.number for round in event.rounds} if several else {}

    def find(self, signs: Iterable[Sign], text: str, start: int, end: int) -> tuple[ChoiceFound, ...]:
        """What text[start:end] says of sessions, in order; `signs` are those of workshops and rounds in it."""
        clauses = Clauses(text, start, end)
        signs = [sign for sign in signs if sign.kind in (Is.WORKSHOP, Is.ROUND, Is.SAME)]
        named = sorted({*self._by_sign(signs, clauses), *self._by_date(text, start, end), *self._in_words(clauses)})
        found = [*self._taken(_apart(named), clauses)]
        found += [ChoiceFound(COPY, s.start, s.end) for s in signs if s.kind is Is.SAME]
        return tuple(sorted(found, key=lambda mention: mention.start))

    def some_in(self, text: str) -> list[tuple[int, int]]:
        """Where a text names sessions by day or order, and not all of them."""
        clauses = Clauses(text)
        named = [*self._by_date(text, 0, len(text)), *self._in_words(clauses), *self._others(clauses)]
        return [(one.start, one.end) for one in named if len(one.rounds) < len(self._numbers)]

    def _others(self, clauses: Clauses) -> Iterator[Named]:
        for match in _the_others().finditer(clauses.text, clauses.start, clauses.end):
            yield Named(*match.span(), ())

    def _by_sign(self, signs: Iterable[Sign], clauses: Clauses) -> Iterator[Named]:
        for sign in signs:
            if sign.kind is Is.ROUND and sign.named and any(map(str.isdigit, clauses.text[sign.start : sign.end])):
                yield Named(sign.start, sign.end, sign.rounds)
            elif sign.kind is Is.WORKSHOP and sign.workshop in self._rounds:
                about = _session().search(clauses.text, *clauses.sentence_at(sign.start)) is not None
                told = _told_of().search(clauses.text, max(clauses.start, sign.start - 40), sign.start)
                if told or means_workshop(sign, clauses, placed=False, about_workshops=about):
                    yield Named(sign.start, sign.end, (self._rounds[sign.workshop],))

    def _by_date(self, text: str, start: int, end: int) -> Iterator[Named]:
        if not self._days:
            return
        for mention in dates(text, min(self._days), start, end):
            fitting: list[date] = [day for day in self._days if mention.fits(day)]
            if mention.precision in DATED and len(fitting) == 1:
                yield Named(mention.start, mention.end, (self._days[fitting[0]],))

    def _in_words(self, clauses: Clauses) -> Iterator[Named]:
        text, start, end = clauses.text, clauses.start, clauses.end
        for match in _all_of_them(len(self._numbers)).finditer(text, start, end):
            yield Named(*match.span(), self._numbers, all_of_them=True)
        for match in _by_order().finditer(text, start, end):
            before = max(start, match.start() - 12), match.start()
            first_time = FIRST_TIME.fullmatch(match[0]) and SO_FAR.search(text, *before)
            if first_time or LIFE.match(text, match.end()):
                continue
            places = [number_of(word, self._numbers) for word in WORD.findall(match["ordinals"])]
            rounds = tuple(number for number in places if number in self._given)
            count = number_of(match["count"], self._numbers) if match["count"] else 0
            if match["since"] and rounds:
                later = tuple(number for number in self._numbers if number >= rounds[0])
                yield Named(*match.span(), later, all_of_them=True)
            elif count and rounds:
                last = rounds[0] == self._numbers[-1]
                yield Named(*match.span(), self._numbers[-count:] if last else self._numbers[:count])
            elif rounds and (match["called"] or match["of"]):
                yield Named(*match.span(), rounds)

    def _taken(self, named: list[Named], clauses: Clauses) -> Iterator[ChoiceFound]:
        left = {one: self._is_left_out(one, clauses) for one in named}
        out = {number for one in named if left[one] and not one.all_of_them for number in one.rounds}
        excepted = [one for one in named if left[one] and self._leaves_the_others(one, clauses)]
        for one in named:
            if left[one]:
                yield from (ChoiceFound(EMPTY, one.start, one.end, round=number) for number in one.rounds)
                continue
            # what is left out is left out of all of them, be it told before or behind
            rounds = [number for number in one.rounds if not (one.all_of_them and number in out)]
            yield from self._chosen(one, rounds)
        if excepted and all(left.values()):
            yield from self._chosen(excepted[0], [number for number in self._numbers if number not in out])

    def _leaves_the_others(self, one: Named, clauses: Clauses) -> bool:
        """Whether who leaves it out takes the others: "alle, behalve", "alleen de derde niet", "de andere wel"."""
        start, _ = clauses.clause_at(one.start)
        if _is_excepted(one, clauses) or ONLY.search(clauses.text, start, one.start):
            return True
        return any(
            THEY_DO.match(clauses.text, other.end)
            or THEY_DO.search(clauses.text, max(0, other.start - 40), other.start)
            for other in self._others(clauses)
        )

    def _chosen(self, one: Named, rounds: Iterable[int]) -> Iterator[ChoiceFound]:
        for number in rounds:
            yield ChoiceFound(CHOICE, one.start, one.end, self._given[number], number)

    def _is_left_out(self, one: Named, clauses: Clauses) -> bool:
        start, end = clauses.clause_at(one.start)
        end = max(end, one.end)
        if _is_excepted(one, clauses) or _left_out().search(clauses.text, start, one.start):
            return True
        # "dan moet hij naar de tandarts, dus die mist hij"
        _, sentence = clauses.sentence_at(one.start)
        return bool(
            _left_out().search(clauses.text, one.end, end) or _that_one_not().search(clauses.text, one.end, sentence)
        )


def _apart(named: list[Named]) -> list[Named]:
    """Those that don't stand inside another, the longest first."""
    kept: list[Named] = []
    for one in sorted(named, key=lambda n: (n.start - n.end, n.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept)


def _is_excepted(one: Named, clauses: Clauses) -> bool:
    """ "... behalve de derde keer", "op de laatste na"."""
    sentence, end = clauses.sentence_at(one.start)
    if _except().search(clauses.text, max(sentence, one.start - 40), one.start):
        return True
    before = clauses.text[max(sentence, one.start - 6) : one.start]
    return "op " in before and clauses.text.startswith(" na", one.end, end)


@cache
def _nouns() -> str:
    days = [form for day in words("dates", "weekdays") if len(day) > 4 for form in (day, f"{day}en", f"{day}s")]
    middays = [
        f"{day}{part}" for day in words("dates", "weekdays") for part in ("middag", "middagen", "avond", "avonden")
    ]
    return any_of((*words("choices", "session"), *days, *middays))


@cache
def _session() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_nouns()})(?!\w)")


@cache
def _told_of() -> re.Pattern[str]:
    """ "De middag over", "die keer van", right before what it is about."""
    about = any_of(words("choices", "about"))
    return re.compile(rf"(?<!\w)(?:{_nouns()}|die|dat|the one)\s(?:{about})\s(?:\w+\s){{0,3}}$")


@cache
def _all_of_them(count: int) -> re.Pattern[str]:
    """ "alle vier de middagen", "elke donderdag", "de hele cursus", "allebei de avonden"; "vier keer", where four are
    all, but not "een van de vier keer", nor "wij komen alle vier"."""
    number = any_of([word for word in (*words("choices", "number_words"), str(count)) if number_of(word, ()) == count])
    nouns, series = _nouns(), any_of(words("choices", "series"))
    return re.compile(
        rf"(?<!\w)(?:(?:alle|all)\s(?:(?:{number})\s)?(?:de\s|the\s|of the\s)?(?:{nouns})"
        rf"|(?<!we\s)(?<!wij\s)(?<!ze\s)(?<!komen\s)(?<!gaan\s)(?:alle|all)\s(?:{number})"
        rf"|(?:elke|iedere|every|each)\s(?:{nouns})|(?:de|the)\s(?:hele|gehele|volledige|whole|entire|full)\s(?:{series})"
        rf"|(?<!van de\s)(?<!of the\s)(?<!een van\s)(?:{number})\s(?:{nouns}))(?!\w)"
    )


@cache
def _by_order() -> re.Pattern[str]:
    ordinal = any_of((*words("choices", "ordinals"), *words("choices", "last")))
    several = any_of(words("choices", "number_words"))
    return re.compile(
        rf"(?<!\w)(?:(?P<since>vanaf|from)\s(?:de\s|the\s)?)?"
        rf"(?P<ordinals>(?:{ordinal})(?:(?:,\s|\s(?:en|and|&|\+)\s)(?:(?:de|the)\s)?(?:{ordinal})){{0,4}})(?!\w)"
        rf"(?:\s(?P<count>[2-9]|{several})(?!\w))?(?P<of>\s(?:van de|of the)\s(?:\w+\s)?)?"
        rf"(?:\s?(?P<called>{_nouns()})(?!\w))?"
    )


@cache
def _the_others() -> re.Pattern[str]:
    """ "De andere drie", "die twee ertussenin", "de rest van de keren"."""
    several = any_of(words("choices", "number_words"))
    return re.compile(
        rf"(?<!\w)(?:de andere|the other|de overige)\s(?:{several}|{_nouns()})(?!\w)"
        rf"|(?<!\w)(?:die|de|those|the)\s(?:{several})\s(?:er)?tussen(?:in)?(?!\w)"
    )


@cache
def _except() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words('choices', 'except'))})\s(?:(?:\w+)\s){{0,3}}$")


@cache
def _left_out() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words('choices', 'left_out'))})(?!\w)")


@cache
def _that_one_not() -> re.Pattern[str]:
    left_out = any_of(words("choices", "left_out"))
    return re.compile(rf"[,;]\s(?:dus\s|so\s)?(?:die|dat|that one|it)\s(?:\w+\s){{0,3}}?(?:{left_out})(?!\w)")
