"""Workshops and rounds of a text brought together, sentence by sentence, for choices.py.

In a sentence that begins with a round, each workshop takes the round before it; otherwise the round after it. A round
that stands alone in its sentence ("In de eerste ronde graag wisselen.") waits for the workshop of the next.
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from mailbot.reading.choice_signs import Is, Sign
from mailbot.reading.clauses import Clauses
from mailbot.reading.fold import any_of, pattern_of
from mailbot.reading.lexicon import words

CHOICE, EMPTY, MIRROR, COPY, MOVE = "choice", "empty", "mirror", "copy", "move"
FROM = re.compile(r"\b(?:van|from|von)\s(?:(?:de|the)\s)?(?:workshop\s)?$")
TO = re.compile(r"[^,.;\n]{0,30}?\b(?:naar|to|zu)\b")
WOULD = re.compile(r"\b(?:hoef|hoeft|wil|wilt|ga|gaat|doe|doet|kies|neem|volg)\b[^,.;]{0,40}$")
NOT_BEHIND = re.compile(r"[\"']?\s(?:ik\s)?niet\b(?!\s(?:missen|alleen|te missen|voorbij))")
NUMBERED = re.compile(r"\s*(?P<number>\d)[.)]\s")
MOST = 60  # signs of one sentence that are paired: nobody writes so many, and pairing costs their square
MOST_FOUND = 300  # mentions of a mail: a table of fifty people has fewer
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


def sentences_of(clauses: Clauses, ends_of_titles: tuple[str, ...]) -> list[tuple[int, int]]:
    """The sentences, a title that ends in a question mark ending none."""
    joined: list[tuple[int, int]] = []
    for start, end in clauses.sentences():
        ends_in_title = bool(joined) and clauses.text.endswith(ends_of_titles, *joined[-1])
        if ends_of_titles and ends_in_title and "\n" not in clauses.text[start - 1 : start + 1]:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


class Pairing:
    """Pairs workshops and rounds, sentence after sentence; `found` is what came of it."""

    def __init__(self, slugs: tuple[str, ...], rounds: tuple[int, ...], clauses: Clauses) -> None:
        self.slugs, self.rounds, self.clauses = slugs, rounds, clauses
        self.found: list[ChoiceFound] = []
        self.waiting: tuple[int, ...] = ()  # rounds of a sentence without a workshop: the next one takes them
        self.by_round = False  # a heading has said that the numbers of its list are rounds
        self.named_at: list[int] = []  # where the workshops of the sentence stand
        self.spoken_of = False  # the sentence before was about workshops

    def take(self, signs: list[Sign], start: int, end: int) -> None:
        """One sentence with its signs."""
        if len(self.found) > MOST_FOUND:
            return
        signs = signs[:MOST]
        sentence = self.clauses.text[start:end]
        about_workshops = bool(_workshop_word().search(sentence)) or any(
            sign.kind is Is.ANY_ROUND or (sign.kind is Is.ROUND and sign.named) for sign in signs
        )
        before = len(self.found)
        numbered = NUMBERED.match(sentence) if self.by_round else None
        if numbered and int(numbered["number"]) in self.rounds:
            at = start + numbered.start("number")
            signs = [Sign(Is.ROUND, at, at + 1, rounds=(int(numbered["number"]),)), *signs]
        elif sentence.strip():
            self.by_round = bool(_round_heading().search(sentence)) and not _no_round_list().search(sentence)
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
        self.named_at = [sign.start for sign in bearing]
        bearing = [sign for sign in bearing if not self._is_second_best(sign)]
        if any(sign.kind is Is.WORKSHOP for sign in bearing):  # "mijn workshop over, dus Vooroordelen": said in full
            bearing = [sign for sign in bearing if sign.kind not in (Is.SAME, Is.ALL_WORKSHOPS)]
        if not bearing:
            self._rounds_alone(signs, signs[0].start)
            return
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
        about_workshops = about_workshops or any(sign.sure for sign in bearing)
        for sign in bearing:
            self._emit(sign, paired[sign], about_workshops)
        self._go_on_with_given_up(bearing, rounds)
        for sign in free:
            self.found += [ChoiceFound(EMPTY, sign.start, sign.end, round=number) for number in sign.rounds]
        for sign in replacing:
            self._move_last(sign)
        if any(not m.past for m in self.found if m.kind == CHOICE):
            self.waiting = ()

    def _go_on_with_given_up(self, bearing: list[Sign], rounds: list[Sign]) -> None:
        """ "Ik sta bij A in ronde 1, maar wil naar ronde 3": A in round 3."""
        last = bearing[-1]
        after = [sign for sign in rounds if sign.start > last.end and not self._is_past(sign)]
        if last.kind is Is.WORKSHOP and self._is_past(last) and after:
            for number in after[-1].rounds:
                self.found.append(ChoiceFound(CHOICE, last.start, last.end, last.workshop, number))

    def _emit(self, sign: Sign, rounds: tuple[int, ...], about_workshops: bool) -> None:
        sure = sign.sure or about_workshops or self._pointed_at(sign) or (bool(rounds) and not sign.numbered)
        past, negated = self._is_past(sign), self._denied(sign)
        kind = CHOICE
        slugs: tuple[str, ...] = (sign.workshop,)
        if sign.kind is Is.OTHER_WORKSHOP:
            last = self._last_choice(also_past=True, also_denied=True)
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

    def _last_choice(self, *, also_past: bool = False, also_denied: bool = False) -> ChoiceFound | None:
        named = (m for m in reversed(self.found) if m.kind == CHOICE and m.sure)
        listed = (m for m in named if also_denied or not m.negated)
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
        start, end = self.clauses.clause_at(sign.start)
        text = self.clauses.text
        before = text[start : sign.start]
        if sign.kind is Is.WORKSHOP and FROM.search(before) and TO.match(text, sign.end, max(end, sign.end)):
            return True  # "van Lokaal naar Vooroordelen"
        behind = (sign.end, next((at for at in self.named_at if at >= sign.end), sign.end + 60))
        if sign.kind in (Is.WORKSHOP, Is.OTHER_WORKSHOP) and _denied_behind().match(text, *behind):
            return True
        if sign.kind is Is.WORKSHOP and WOULD.search(before) and NOT_BEHIND.match(text, *behind):
            return True  # "hoef ik Lokaal beleid niet te doen"
        return bool(_not_right_before().search(before))

    def _is_second_best(self, sign: Sign) -> bool:
        """Whether it is only taken if something is full: "(of Vooroordelen als dat vol zit)"."""
        start, end = self.clauses.clause_at(sign.start)
        clause = self.clauses.text[start : max(end, sign.end)]
        return bool(_if_full().search(clause) and _full().search(clause))

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
    if len(rounds) == 1 and len(rounds[0].rounds) > 1:  # "ronde 2 en 3: A respectievelijk B"
        _share_out(bearing, rounds[0].rounds, paired)
        return paired
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
def _if_full() -> re.Pattern[str]:
    return pattern_of(words("choices", "if_full"))


@cache
def _round_heading() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words('choices', 'round'))})[^\d]{{0,20}}:\s*$")


@cache
def _no_round_list() -> re.Pattern[str]:
    return pattern_of(words("choices", "no_round_list"))


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
def _denied_behind() -> re.Pattern[str]:
    """Behind a workshop, with its round between them at most: "sla ik over"."""
    return re.compile(rf"[^,.;:\n\d]{{0,24}}?\b(?:{any_of(words('choices', 'denied_behind'))})(?!\w)")


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
