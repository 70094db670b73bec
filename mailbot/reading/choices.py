"""Which workshops a passage chooses, in which rounds.

Signs (choice_signs.py) are paired sentence by sentence: in a sentence that begins with a round, each workshop takes the
round before it; otherwise the round after it. A round that stands alone in its sentence ("In de eerste ronde graag
wisselen.") waits for the workshop of the next. What is denied, past or only a condition is told apart and not chosen.
find() gives every mention with its place, so that the caller can share them out among the people of a mail;
settle() makes one person's choices of that person's mentions; read() does both for a passage about one person.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from mailbot.domain.event import Choice, Event
from mailbot.reading.choice_signs import Is, Sign, SignFinder
from mailbot.reading.clauses import Clauses
from mailbot.reading.fold import any_of, fold, pattern_of
from mailbot.reading.lexicon import words

CHOICE, EMPTY, MIRROR, COPY, MOVE = "choice", "empty", "mirror", "copy", "move"
BEARING = (Is.WORKSHOP, Is.OTHER_WORKSHOP, Is.ALL_WORKSHOPS, Is.SAME, Is.SWAP)


@dataclass(frozen=True, slots=True)
class ChoiceFound:
    """A mention at [start, end). kind: "choice" of `workshop`; "empty": nothing in `round`; "mirror": the other
    workshop than before or than somebody else's; "copy": as somebody else; "move": `round` without a workshop.

    `round` None: no round named (for mirror and copy: the same rounds). `negated`, `past`: mentioned, not chosen.
    `sure` False: the word may be no workshop at all ("vooroordelen" in a sentence about something else).
    """

    kind: str
    start: int
    end: int
    workshop: str = ""
    round: int | None = None
    negated: bool = False
    past: bool = False
    sure: bool = True


@dataclass(frozen=True, slots=True)
class ChoiceReading:
    """One person's choices in order of appearance, the mentions they rest on, and what is wrong with them.

    problems: two_in_one_round, round_without_workshop, unclear_workshop (an "andersom" or "idem" of nothing).
    """

    choices: tuple[Choice, ...] = ()
    found: tuple[ChoiceFound, ...] = ()
    problems: tuple[str, ...] = ()


class ChoiceReader:
    """Reads choices for one event. Its patterns are made once; get it by choice_reader()."""

    def __init__(self, event: Event) -> None:
        self._slugs = tuple(workshop.slug for workshop in event.workshops)
        self._rounds = tuple(round.number for round in event.rounds)
        self._signs = SignFinder(event)

    def find(
        self, text: str, start: int = 0, end: int | None = None, *, context: str | None = None
    ) -> tuple[ChoiceFound, ...]:
        """Every mention in text[start:end], in order. `context`: where abbreviations are explained, if not in text."""
        end = len(text) if end is None else end
        if not self._slugs:
            return ()
        signs = self._signs.signs(text, start, end, self._signs.explained(context or text))
        if not any(sign.kind is not Is.NOTHING for sign in signs):
            return ()
        pairing = _Pairing(self._slugs, Clauses(text, start, end))
        for since, until in pairing.clauses.sentences():
            pairing.take([sign for sign in signs if since <= sign.start < until], since, until)
        return tuple(pairing.found)

    def settle(self, found: Iterable[ChoiceFound], *, other: Sequence[Choice] = ()) -> ChoiceReading:
        """One person's choices from that person's mentions. `other`: the choices (of somebody else, or booked before)
        that "andersom", "dezelfde" and a move from round to round speak of."""
        listed = tuple(mention for mention in found if mention.sure)
        picked: list[Choice] = []
        problems: dict[str, None] = {}
        for mention in listed:
            if mention.negated or mention.past:
                continue
            problem = self._apply(mention, picked, tuple(other))
            if problem:
                problems[problem] = None
        choices = _without_repeats(picked)
        rounds = [choice.round for choice in choices if choice.round is not None]
        if len(set(rounds)) < len(rounds):
            problems["two_in_one_round"] = None
        return ChoiceReading(choices, listed, tuple(problems))

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
        """The other workshop in each round: where there are just two, else nothing."""
        return tuple(Choice(choice.round, other) for choice in choices if (other := self._other(choice.workshop)))

    def workshops_named(self, text: str, *, context: str = "") -> tuple[str, ...]:
        """The workshops that a cell or label names, by any of their names."""
        short = self._signs.explained(context)
        signs = self._signs.signs(text, 0, len(text), short)
        named = [sign.workshop for sign in signs if sign.kind is Is.WORKSHOP]
        if any(sign.kind is Is.ALL_WORKSHOPS for sign in signs):
            named.extend(self._slugs)
        return tuple(dict.fromkeys(named))

    def rounds_named(self, text: str) -> tuple[int, ...]:
        """The rounds that a column's or row's head names: "Ronde 1", "R2", "14:00 uur", "eerste ronde", "2"."""
        signs = self._signs.signs(text, 0, len(text), {}) or self._signs.times(fold(text), 0, len(text))
        numbers = [number for sign in signs if sign.kind is Is.ROUND for number in sign.rounds]
        bare = text.strip(" .:")
        if not numbers and bare.isdigit() and int(bare) in self._rounds:
            numbers = [int(bare)]
        return tuple(dict.fromkeys(numbers))

    def _other(self, slug: str) -> str | None:
        return next((other for other in self._slugs if other != slug), None) if len(self._slugs) == 2 else None

    def _apply(self, mention: ChoiceFound, picked: list[Choice], other: tuple[Choice, ...]) -> str | None:
        """Let one mention work on what is picked so far; returns what is wrong with it."""
        match mention.kind:
            case "choice":
                picked.append(Choice(mention.round, mention.workshop))
            case "empty":
                picked[:] = [choice for choice in picked if choice.round != mention.round]
            case "mirror":
                return self._apply_mirror(mention, picked, other)
            case "copy":
                return _apply_copy(mention, picked, other)
            case "move":
                workshops = {choice.workshop for choice in other}
                if picked or len(workshops) != 1:
                    return None if picked else "round_without_workshop"
                picked.append(Choice(mention.round, workshops.pop()))
        return None

    def _apply_mirror(self, mention: ChoiceFound, picked: list[Choice], other: tuple[Choice, ...]) -> str | None:
        if mention.round is None:
            mirrored = self.mirror(other) if not picked else ()
        else:
            source = picked[-1:] or [choice for choice in other if choice.round == mention.round] or list(other[-1:])
            mirrored = tuple(Choice(mention.round, choice.workshop) for choice in self.mirror(source))
        picked.extend(mirrored)
        return None if mirrored or picked else "unclear_workshop"


@lru_cache(maxsize=16)
def choice_reader(event: Event) -> ChoiceReader:
    """The reader for that event, made once."""
    return ChoiceReader(event)


def _apply_copy(mention: ChoiceFound, picked: list[Choice], other: tuple[Choice, ...]) -> str | None:
    if not other:
        return None if picked else "unclear_workshop"
    picked.extend([Choice(mention.round, other[0].workshop)] if mention.round is not None else other)
    return None


def _without_repeats(picked: list[Choice]) -> tuple[Choice, ...]:
    """Each choice once; a workshop named without a round says nothing new where it was given one."""
    placed = {choice.workshop for choice in picked if choice.round is not None}
    return tuple(dict.fromkeys(c for c in picked if c.round is not None or c.workshop not in placed))


class _Pairing:
    """Pairs workshops and rounds, sentence after sentence; `found` is what came of it."""

    def __init__(self, slugs: tuple[str, ...], clauses: Clauses) -> None:
        self.slugs, self.clauses = slugs, clauses
        self.found: list[ChoiceFound] = []
        self.waiting: tuple[int, ...] = ()  # rounds of a sentence without a workshop: the next one takes them
        self.spoken_of = False  # the sentence before was about workshops

    def take(self, signs: list[Sign], start: int, end: int) -> None:
        """One sentence with its signs."""
        sentence = self.clauses.text[start:end]
        about_workshops = bool(_workshop_word().search(sentence)) or any(
            sign.kind is Is.ANY_ROUND or (sign.kind is Is.ROUND and sign.named) for sign in signs
        )
        before = len(self.found)
        if signs and not _is_condition(sentence):
            groups = _merged(signs, self.clauses.text)
            if any(sign.kind in BEARING for sign in groups):
                self._pair(groups, about_workshops or self.spoken_of)
            else:
                self._rounds_alone(groups, start)
        if sentence.strip():
            self.spoken_of = about_workshops or any(mention.sure for mention in self.found[before:])

    def _rounds_alone(self, signs: list[Sign], start: int) -> None:
        rounds = [sign for sign in signs if sign.kind is Is.ROUND and sign.named]
        if any(sign.kind is Is.ANY_ROUND for sign in signs):
            return
        for sign in rounds:
            following = next((other for other in signs if other.start >= sign.end), None)
            left_free = following is not None and following.kind is Is.NOTHING and self._near(sign, following)
            if left_free or self._denied(sign):
                self.found += [ChoiceFound(EMPTY, sign.start, sign.end, round=number) for number in sign.rounds]
            elif self._completes_the_last(sign, start):
                self._move_last(sign)
            else:
                self.waiting = sign.rounds
                self.found += [ChoiceFound(MOVE, sign.start, sign.end, round=number) for number in sign.rounds]

    def _completes_the_last(self, sign: Sign, start: int) -> bool:
        """Whether that round belongs to the workshop named last: "Maak daar ronde 2 van", "Vooroordelen. Ronde 2." """
        last = self._last_choice()
        return last is not None and (self._instead(sign, start) or (last.round is None and not self.waiting))

    def _pair(self, signs: list[Sign], about_workshops: bool) -> None:
        """A sentence that names workshops."""
        bearing = [sign for sign in signs if sign.kind in BEARING]
        if any(sign.kind is Is.WORKSHOP for sign in bearing):  # "mijn workshop over, dus Vooroordelen": said in full
            bearing = [sign for sign in bearing if sign.kind is not Is.SAME]
        rounds = [sign for sign in signs if sign.kind is Is.ROUND]
        free = [sign for sign in rounds if self._is_left_free(sign, signs)]
        rounds = [sign for sign in rounds if sign not in free]
        replacing = [sign for sign in rounds if self._replaces(sign, bearing)]
        paired = _assign(bearing, [sign for sign in rounds if sign not in replacing], self.waiting)
        given_up = next((paired[sign] for sign in bearing if paired[sign] and self._is_past(sign)), ())
        if given_up:  # "ik stond bij A in ronde 2, maar wil liever B": B in that round
            paired = {sign: numbers or given_up for sign, numbers in paired.items()}
        if any(paired.values()) or rounds:
            self.found = [m for m in self.found if m.kind != MOVE or m.round not in self.waiting]
        for sign in bearing:
            self._emit(sign, paired[sign], about_workshops)
        for sign in free:
            self.found += [ChoiceFound(EMPTY, sign.start, sign.end, round=number) for number in sign.rounds]
        for sign in replacing:
            self._move_last(sign)
        if any(not m.past for m in self.found if m.kind == CHOICE):
            self.waiting = ()

    def _emit(self, sign: Sign, rounds: tuple[int, ...], about_workshops: bool) -> None:
        sure = sign.sure or about_workshops or self._pointed_at(sign) or (bool(rounds) and not sign.numbered)
        past, negated = self._is_past(sign), self._denied(sign)
        kind = CHOICE
        slugs: tuple[str, ...] = (sign.workshop,)
        if sign.kind is Is.OTHER_WORKSHOP:
            last = self._last_choice(also_past=True)
            slugs = tuple(slug for slug in self.slugs if last and slug != last.workshop)
            if len(slugs) != 1:
                return
        elif sign.kind is Is.ALL_WORKSHOPS:
            slugs = self.slugs
        elif sign.kind in (Is.SAME, Is.SWAP):
            kind, slugs = (COPY if sign.kind is Is.SAME else MIRROR), ("",)
        for slug in slugs:
            for number in rounds or (None,):
                self.found.append(ChoiceFound(kind, sign.start, sign.end, slug, number, negated, past, sure))

    def _last_choice(self, *, also_past: bool = False) -> ChoiceFound | None:
        listed = (m for m in reversed(self.found) if m.kind == CHOICE and m.sure and not m.negated)
        return next((m for m in listed if also_past or not m.past), None)

    def _move_last(self, sign: Sign) -> None:
        """Give the workshop named last the rounds of that sign instead of its own."""
        last = self._last_choice()
        if last is None:
            return
        self.found = [m for m in self.found if (m.start, m.kind) != (last.start, CHOICE)]
        self.found += [replace(last, round=number) for number in sign.rounds]

    def _is_left_free(self, sign: Sign, signs: list[Sign]) -> bool:
        """Whether "niets", "sla ik over" or the like follows that round, before any workshop does."""
        following = next((other for other in signs if other.start >= sign.end), None)
        if following is not None and following.kind is Is.NOTHING and self._near(sign, following):
            return True
        return self._denied(sign)

    def _replaces(self, sign: Sign, bearing: list[Sign]) -> bool:
        """ "Ronde 1 en 3 Vooroordelen lijkt me dubbelop, dus alleen ronde 3": a round behind the last workshop."""
        clause, _ = self.clauses.clause_at(sign.start)
        return all(other.end <= sign.start for other in bearing) and self._instead(sign, clause)

    def _instead(self, sign: Sign, start: int) -> bool:
        return bool(_instead().search(self.clauses.text[max(start, sign.start - 30) : sign.start]))

    def _near(self, sign: Sign, other: Sign) -> bool:
        between = self.clauses.text[sign.end : other.start]
        return len(between) < 45 and not re.search(r"[;\n]\s|\b(?:maar|but|dus)\b", between)

    def _denied(self, sign: Sign) -> bool:
        start, _ = self.clauses.clause_at(sign.start)
        before = self.clauses.text[start : sign.start]
        return bool(_not_right_before().search(before))

    def _is_past(self, sign: Sign) -> bool:
        start, end = self.clauses.clause_at(sign.start)
        clause = self.clauses.text[start:end]
        if not _past().search(clause):
            return False
        return not _wish().search(clause) or bool(_unfulfilled().search(clause))

    def _pointed_at(self, sign: Sign) -> bool:
        sentence, _ = self.clauses.sentence_at(sign.start)
        return bool(_pointing().search(self.clauses.text[max(sentence, sign.start - 60) : sign.start]))


def _merged(signs: list[Sign], text: str) -> list[Sign]:
    """Neighbouring signs of one thing taken together: "ronde 2 (14:00 uur)", "de Movisie-mensen over beleid"."""
    merged: list[Sign] = []
    for sign in signs:
        last = merged[-1] if merged else None
        if sign.kind is Is.ROUND and last and last.kind is Is.ROUND:
            between = text[last.end : sign.start]
            if sign.rounds == last.rounds or re.fullmatch(r"(?:\s?,|\s(?:en|and|und|et))\s(?:in\s)?(?:de\s)?", between):
                rounds = tuple(dict.fromkeys((*last.rounds, *sign.rounds)))
                merged[-1] = replace(last, end=sign.end, rounds=rounds, named=last.named or sign.named)
                continue
        if sign.kind is Is.WORKSHOP and last and last.workshop == sign.workshop and sign.start - last.end < 30:
            merged[-1] = replace(last, end=sign.end, sure=last.sure or sign.sure)
            continue
        merged.append(sign)
    return merged


def _assign(bearing: list[Sign], rounds: list[Sign], waiting: tuple[int, ...]) -> dict[Sign, tuple[int, ...]]:
    """Each workshop of a sentence with its rounds."""
    if not rounds:
        return dict.fromkeys(bearing, waiting)
    if rounds[0].start < bearing[0].start:
        return _rounds_first(bearing, rounds)
    return _workshops_first(bearing, rounds)


def _rounds_first(bearing: list[Sign], rounds: list[Sign]) -> dict[Sign, tuple[int, ...]]:
    paired: dict[Sign, tuple[int, ...]] = {}
    used: set[Sign] = set()
    for at, sign in enumerate(bearing):
        before = [group for group in rounds if group.end <= sign.start]
        until = bearing[at + 1].start if at + 1 < len(bearing) else None
        after = [group for group in rounds if group.start >= sign.end and (until is None or group.end <= until)]
        behind = before[-1]
        # "ronde 1 Vooroordelen en Lokaal in ronde 2": the round before it is taken, one that nobody else needs follows.
        if behind in used and after and (until is None or len(after) > 1):
            behind = after[0]
        used.add(behind)
        paired[sign] = behind.rounds
    return paired


def _workshops_first(bearing: list[Sign], rounds: list[Sign]) -> dict[Sign, tuple[int, ...]]:
    paired: dict[Sign, tuple[int, ...]] = {}
    pending: list[Sign] = []
    carried: Sign | None = None
    for at, sign in enumerate(bearing):
        until = bearing[at + 1].start if at + 1 < len(bearing) else None
        after = [group for group in rounds if group.start >= sign.end and (until is None or group.end <= until)]
        if carried is not None:
            paired[sign], carried = carried.rounds, None
            if after and until is not None:
                carried = after[-1]
            continue
        pending.append(sign)
        if not after:
            continue
        _share_out(pending, after[0].rounds, paired)
        pending = []
        if len(after) > 1 and until is not None:
            carried = after[-1]
        elif len(after) > 1:
            paired[sign] = tuple(number for group in after for number in group.rounds)
    for sign in pending:
        paired[sign] = ()
    return paired


def _share_out(signs: list[Sign], rounds: tuple[int, ...], paired: dict[Sign, tuple[int, ...]]) -> None:
    """ "A en B in ronde 1 en 2" means A in 1 and B in 2; "A en B in ronde 1" both in 1."""
    different = len({sign.workshop for sign in signs}) == len(signs)
    for at, sign in enumerate(signs):
        paired[sign] = (rounds[at],) if different and len(signs) == len(rounds) > 1 else rounds


def _is_condition(sentence: str) -> bool:
    return bool(_condition().match(sentence) and _full().search(sentence))


@cache
def _condition() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{any_of(words('choices', 'conditional'))})\b")


@cache
def _full() -> re.Pattern[str]:
    return pattern_of(words("choices", "full"))


@cache
def _workshop_word() -> re.Pattern[str]:
    return pattern_of(words("choices", "workshop"))


@cache
def _instead() -> re.Pattern[str]:
    return pattern_of(words("choices", "instead"))


@cache
def _past() -> re.Pattern[str]:
    return pattern_of(words("choices", "past"))


@cache
def _wish() -> re.Pattern[str]:
    return pattern_of(words("choices", "wish"))


@cache
def _unfulfilled() -> re.Pattern[str]:
    return pattern_of(words("choices", "unfulfilled"))


@cache
def _not_right_before() -> re.Pattern[str]:
    """ "niet (naar de workshop)", "in plaats van", and "dan" after "liever"; right before the place."""
    small = rf"(?:\s+(?:{any_of(words('choices', 'small'))})){{0,4}}"
    denying = any_of(words("choices", "not_this"))
    return re.compile(
        rf"(?<!\w)(?:(?:{denying}){small}\s*[\"']?|(?:liever|eerder|rather)\b[^\n]{{0,60}}\b(?:dan|than){small}\s*[\"']?)$"
    )


@cache
def _pointing() -> re.Pattern[str]:
    pointing, about = any_of(words("choices", "pointing")), any_of(words("choices", "about"))
    return re.compile(rf"(?<!\w)(?:{pointing})\s(?:\w+\s){{0,3}}?(?:{about})\s(?:[\w-]+\s){{0,5}}[\"']?$")
