"""Workshops and rounds of a text brought together, sentence by sentence, for choices.py.

In each sentence the signs are given their nouns (choice_order.py), what becomes of each workshop is asked
(choice_scope.py), and workshops are paired with rounds (choice_match.py). A round that stands alone in its sentence
("In de eerste ronde graag wisselen.") waits for the workshop of the next.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from mailbot.reading.choice_match import Pair, matched
from mailbot.reading.choice_order import laid_out, resolved, with_nouns
from mailbot.reading.choice_scope import Scope, Standing
from mailbot.reading.choice_sign import BEARING, PLACING, Is, Sign
from mailbot.reading.clauses import Clauses
from mailbot.reading.fold import any_of, pattern_of
from mailbot.reading.lexicon import words

CHOICE, EMPTY, MIRROR, COPY, MOVE = "choice", "empty", "mirror", "copy", "move"
NUMBERED = re.compile(r"\s*(?P<number>\d)[.)]\s")
SHORT = 8  # letters: a shorter part of a title is an everyday word
MOST = 60  # signs of one sentence that are paired: nobody writes so many
MOST_FOUND = 300  # mentions of a mail: a table of fifty people has fewer


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
    """Pairs workshops and rounds, sentence after sentence; `found` is what came of it.

    place_of: the workshop that an ordinal means, in the order of the announcement. written: the text with its capitals.
    """

    def __init__(
        self,
        slugs: tuple[str, ...],
        rounds: tuple[int, ...],
        clauses: Clauses,
        place_of: Callable[[str], str | None],
        written: str,
    ) -> None:
        self.written = written
        self.slugs, self.rounds, self.clauses, self.place_of = slugs, rounds, clauses, place_of
        self.found: list[ChoiceFound] = []
        self.waiting: tuple[int, ...] = ()  # rounds of a sentence without a workshop: the next one takes them
        self.given_up: tuple[int, ...] = ()  # rounds of a workshop that is to be replaced, maybe in the next sentence
        self.cursor: int | None = None  # the round that was chosen last
        self.by_round = False  # a heading has said that the numbers of its list are rounds
        self.left_over: list[Sign] = []  # rounds of the sentence that no workshop took
        self.turned: int | None = None  # where the sentence says that it is the other way round, and then how
        self.spoken_of = False  # the sentence before was about workshops

    def take(self, signs: list[Sign], start: int, end: int) -> None:
        """One sentence with its signs."""
        if len(self.found) > MOST_FOUND:
            return
        sentence = self.clauses.text[start:end]
        signs = self._numbered(signs[:MOST], sentence, start)
        signs = with_nouns(signs, self.clauses.text, self.place_of)
        about_workshops = bool(_workshop_word().search(sentence)) or any(
            sign.kind is Is.ANY_ROUND or (sign.kind is Is.ROUND and sign.named) for sign in signs
        )
        before, given_up = len(self.found), self.given_up
        if signs and not _is_condition(sentence):
            self._read(signs, start, end, about_workshops or self.spoken_of)
            self.cursor = next((s.rounds[0] for s in reversed(signs) if len(s.rounds) == 1), self.cursor)
        if sentence.strip():
            self.spoken_of = about_workshops or any(mention.sure for mention in self.found[before:])
            if len(self.found) > before and self.given_up == given_up:
                self.given_up = ()

    def _numbered(self, signs: list[Sign], sentence: str, start: int) -> list[Sign]:
        """The signs, with the number of a list item under a heading that speaks of rounds."""
        numbered = NUMBERED.match(sentence) if self.by_round else None
        if numbered and int(numbered["number"]) in self.rounds:
            at = start + numbered.start("number")
            return [Sign(Is.ROUND, at, at + 1, rounds=(int(numbered["number"]),)), *signs]
        if sentence.strip():
            self.by_round = bool(_round_heading().search(sentence)) and not _no_round_list().search(sentence)
        return signs

    def _read(self, signs: list[Sign], start: int, end: int, about_workshops: bool) -> None:
        groups = self._without_example(_merged(signs, self.clauses.text), start)
        scope = Scope(self.clauses, groups, start, end)
        self.turned = next((s.end for s in groups if s.kind is Is.SWAP and self._is_said_in_full(s, groups)), None)
        groups = [self._of_the_rest(sign) for sign in groups]
        groups = [sign for sign in groups if not self._is_said_in_full(sign, groups)]
        standing = {sign: scope.standing(sign) for sign in groups if sign.kind in BEARING}
        if not standing or all(standing[sign] is Standing.SECOND for sign in standing):
            self._rounds_alone(groups, scope, start)
            return
        gone = (Standing.DENIED, Standing.REPLACED, Standing.PAST)
        away = [sign for sign in standing if standing[sign] in gone]
        denied = [
            sign
            for sign in groups
            if sign.kind is Is.ROUND and scope.denies(sign) and not _belongs(sign, away, self.clauses.text)
        ]
        silent = [s for s in standing if standing[s] in (Standing.SECOND, Standing.OPEN)]
        refused = [s for s in standing if standing[s] is Standing.REFUSED]
        but = [sign for sign in denied if re.match(r"\s?:", self.clauses.text[sign.end : sign.end + 2])]
        kept = [s for s in groups if s in but or s not in (*denied, *silent, *refused)]
        kept, within = laid_out(kept, self.clauses.text)
        replacing = [sign for sign in kept if sign.kind is Is.ROUND and self._replaces(sign, list(standing))]
        kept = [sign for sign in kept if sign not in replacing]
        pairs = self._paired(kept, groups, within)
        if self.left_over and any(pair.places and not pair.rounds for pair in pairs):
            pairs = self._paired([sign for sign in kept if sign.kind is not Is.RELATIVE], groups, within)
        before = len(self.found)
        pairs = sorted([*pairs, *map(Pair, refused)], key=lambda pair: pair.sign.start)
        self._give(pairs, standing, scope, about_workshops)
        self.found += [ChoiceFound(EMPTY, s.start, s.end, round=n) for s in denied for n in s.rounds]
        self.found[before:] = sorted(self.found[before:], key=lambda m: m.start)
        for sign in replacing:
            self._move_last(sign)

    def _paired(self, kept: list[Sign], groups: list[Sign], within: Sign | None) -> list[Pair]:
        """The pairs of those signs, their rounds as numbers; `left_over` is what no workshop took."""
        pairs = matched(kept, self.clauses.text, self.written)
        used = {place for pair in pairs for place in pair.places}
        self.left_over = [sign for sign in kept if sign.kind is Is.ROUND and sign.named and sign not in used]
        pairs = self._in_sequence(pairs, groups, within)
        goes_on = bool(kept) and kept[0].relation == "next"
        return resolved(pairs, self.rounds, within, self.cursor, goes_on=goes_on)

    def _is_said_in_full(self, sign: Sign, signs: list[Sign]) -> bool:
        """ "mijn workshop over, dus Vooroordelen", "ik draai het om: eerst A, dan B": what is meant is named."""
        named = [s for s in signs if s.kind is Is.WORKSHOP]
        if sign.kind is Is.SAME:
            told_before = any(s.end <= sign.start for s in named)
            by_round = any(s.kind in PLACING and 0 <= sign.start - s.end < 6 for s in signs)
            if not sign.sure and not by_round:
                return True  # "nog een keer" copies only in a round of its own
            return bool(named) and not (told_before and by_round)  # "ronde 1 A, ronde 2 idem" is not
        if sign.kind is Is.ALL_WORKSHOPS:
            return bool(named)
        return sign.kind is Is.SWAP and bool(named) and named[0].start > sign.end

    def _without_example(self, signs: list[Sign], start: int) -> list[Sign]:
        """ "Precies andersom: waar ik A heb, doet hij B": the workshops only say what the other way round is."""
        where = _where_i().search(self.clauses.text, start, signs[-1].start)
        shown = [s for s in signs if where and s.kind is Is.WORKSHOP and s.start > where.end()]
        if len({sign.workshop for sign in shown}) != 2 or any(s.kind is Is.ROUND for s in signs):
            return signs
        swaps = any(s.kind is Is.SWAP for s in signs)
        return [
            replace(s, kind=Is.SWAP) if s is shown[0] and not swaps else s
            for s in signs
            if s not in shown[0 if swaps else 1 :]
        ]

    def _of_the_rest(self, sign: Sign) -> Sign:
        """ "Voor de andere rondes", after a sentence that told of one."""
        told = {m.round for m in self.found if m.kind in (CHOICE, EMPTY) and not (m.negated or m.past) and m.round}
        if sign.relation != "rest" or not told or len(told) == len(self.rounds):
            return sign
        return replace(sign, kind=Is.ROUND, relation="", rounds=tuple(n for n in self.rounds if n not in told))

    def _in_sequence(self, pairs: list[Pair], signs: list[Sign], within: Sign | None) -> list[Pair]:
        """ "Achtereenvolgens A, B en A", "respectievelijk in ronde 1 en 3: A en B": one after the other."""
        chosen = [pair for pair in pairs if pair.sign.kind in (Is.WORKSHOP, Is.OTHER_WORKSHOP)]
        named = tuple(dict.fromkeys(n for s in signs if s.kind is Is.ROUND for n in s.rounds))
        said = any(sign.kind is Is.SEQUENCE for sign in signs)
        times = next((sign for sign in signs if sign.kind is Is.TIMES), None)
        if times and not named and len({pair.sign.workshop for pair in chosen}) == 1:
            return [replace(pair, rounds=times.rounds) if pair in chosen[:1] else pair for pair in pairs]
        if not said or len(chosen) < 2 or len(chosen) != len(pairs):
            return pairs
        rounds = named or (within.rounds if within else self.rounds)
        if len(chosen) > len(rounds) or (named and len(chosen) != len(named)):
            return pairs
        return [replace(pair, rounds=(number,)) for pair, number in zip(chosen, rounds, strict=False)]

    # One sentence's choices ------------------------------------------------------------------------------------------

    def _give(self, pairs: list[Pair], standing: dict[Sign, Standing], scope: Scope, about_workshops: bool) -> None:
        """Write down what each pair of a sentence says."""
        rounds_said = any(pair.rounds for pair in pairs)
        if rounds_said:
            self.found = [m for m in self.found if m.kind != MOVE or m.round not in self.waiting]
        waiting = () if rounds_said else self.waiting
        shares = self._waiting_shared(pairs, waiting)
        for pair in pairs:
            sign, rounds = pair.sign, pair.rounds or ()
            if sign.kind is Is.NOTHING:
                self.found += [ChoiceFound(EMPTY, sign.start, sign.end, round=number) for number in rounds]
                continue
            became = standing[sign]
            instead = became is Standing.DENIED and self._gives_way(sign, pairs, scope)
            if rounds and (instead or became in (Standing.PAST, Standing.REPLACED)):
                self.given_up = rounds
            elif became is Standing.CHOSEN and not rounds:
                rounds = shares.get(sign, ()) or (self.given_up if sign.kind is not Is.SWAP else ())
                self.found = [m for m in self.found if m.kind != MOVE or m.round not in rounds]
            self._emit(sign, rounds, became, scope, about_workshops)
        chosen = [pair for pair in pairs if standing.get(pair.sign) is Standing.CHOSEN]
        if not chosen:
            self._go_on_with_given_up(pairs, standing)
        elif self.found and self.found[-1].kind == CHOICE:
            self.waiting = ()

    def _gives_way(self, sign: Sign, pairs: list[Pair], scope: Scope) -> bool:
        """ "A mag eruit, daarvoor in de plaats B", "zelfde workshop niet nog eens, dus dan de andere"."""
        text = self.clauses.text
        if _in_its_place().search(text, sign.end, scope.end):
            return True
        following = next((pair for pair in pairs if pair.sign.start >= sign.end and pair.sign.kind in BEARING), None)
        return (
            following is not None
            and not following.rounds
            and bool(_follows().search(text, sign.end, following.sign.start))
        )

    def _waiting_shared(self, pairs: list[Pair], waiting: tuple[int, ...]) -> dict[Sign, tuple[int, ...]]:
        """The rounds of the sentence before, each workshop's own where there are as many."""
        bearing = [pair.sign for pair in pairs if pair.sign.kind in BEARING]
        if waiting and len(waiting) == len(bearing) > 1:
            return {sign: (number,) for sign, number in zip(bearing, waiting, strict=True)}
        return dict.fromkeys(bearing, waiting)

    def _go_on_with_given_up(self, pairs: list[Pair], standing: dict[Sign, Standing]) -> None:
        """ "Ik sta bij A in ronde 1, maar wil naar ronde 3": A in round 3."""
        past = [pair for pair in pairs if standing.get(pair.sign) is Standing.PAST and pair.sign.kind is Is.WORKSHOP]
        after = [sign for sign in self.left_over if past and sign.start > past[-1].sign.end]
        if past and after:
            sign = past[-1].sign
            self.found += [ChoiceFound(CHOICE, sign.start, sign.end, sign.workshop, n) for n in after[-1].rounds]

    def _emit(self, sign: Sign, rounds: tuple[int, ...], became: Standing, scope: Scope, about_workshops: bool) -> None:
        kind, slugs = self._meant(sign, scope)
        sure = sign.kind is not Is.WORKSHOP or self._is_chosen_for_sure(sign, rounds, about_workshops)
        negated = became in (Standing.DENIED, Standing.REFUSED, Standing.REPLACED)
        past = became is Standing.PAST
        turns = sign.relation == "verb" and not scope.names_somebody(sign)
        if became is Standing.CHOSEN and sure and (turns or self._corrects(sign)):
            if kind == MIRROR and not rounds and self._swap_last():
                return
            rounds = self._take_back(slugs, rounds)
        for slug in slugs:
            shared = sign.kind is Is.ALL_WORKSHOPS and len(rounds) == len(slugs)  # each in one of them
            for number in (() if shared else rounds) or (None,):
                self.found.append(ChoiceFound(kind, sign.start, sign.end, slug, number, negated, past, sure))

    def _meant(self, sign: Sign, scope: Scope) -> tuple[str, tuple[str, ...]]:
        """The kind of mention, and its workshops."""
        if sign.kind in (Is.SAME, Is.SWAP):
            return (COPY if sign.kind is Is.SAME else MIRROR), ("",)
        if sign.kind is Is.ALL_WORKSHOPS:
            return CHOICE, self.slugs
        named = sign.workshop
        if sign.kind is Is.OTHER_WORKSHOP:
            last = self._last_choice(also_past=True, also_denied=True)
            named = last.workshop if last else ""
        elif not scope.is_excluded(sign):
            return CHOICE, (sign.workshop,)
        others = tuple(slug for slug in self.slugs if named and slug != named)
        return CHOICE, others if len(others) == 1 else ()

    def _is_chosen_for_sure(self, sign: Sign, rounds: tuple[int, ...], about_workshops: bool) -> bool:
        """Whether that word means the workshop, and not what it is about."""
        if sign.sure or (rounds and not sign.numbered):
            return True
        text = self.clauses.text
        sentence, end = self.clauses.sentence_at(sign.start)
        if _somebodys().search(text, max(sentence, sign.start - 12), sign.start):
            return False  # "ons lokale beleid"
        if sign.end - sign.start < SHORT and not sign.numbered:
            about_workshops = False  # "lokaal", "beleid": in a sentence about workshops it can be something else
        near = _near_word().search(text, max(sentence, sign.start - 40), min(end, sign.end + 24))
        going = _going().search(text, max(sentence, sign.start - 60), sign.start)
        return bool(near or going) or about_workshops or self._pointed_at(sign)

    # Corrections -----------------------------------------------------------------------------------------------------

    def _corrects(self, sign: Sign) -> bool:
        """Whether that sign's clause, or the head of its sentence, takes back something said before."""
        if self._last_choice() is None:
            return False
        sentence, _ = self.clauses.sentence_at(sign.start)
        clause, _ = self.clauses.clause_at(sign.start)
        text = self.clauses.text
        last = max((m.end for m in self.found if m.kind == CHOICE and m.end <= sign.start), default=sentence)
        if self.turned is not None and self.turned < sign.start:
            return True  # "draai ik het om: ..."
        if last > sentence:
            return bool(_corrects().search(text, last, sign.start))
        return bool(_corrects().search(text, sentence, min(sentence + 30, sign.start))) or bool(
            _corrects().search(text, clause, sign.start)
        )

    def _take_back(self, slugs: tuple[str, ...], rounds: tuple[int, ...]) -> tuple[int, ...]:
        """Undo what that choice corrects: the same round's other workshop, or the same workshop's other round.
        Returns the rounds of the choice: those of the one it replaces, where it names none."""
        last = self._last_choice()
        if last is None:
            return rounds
        if not rounds:
            gone = [m for m in self.found if (m.start, m.kind) == (last.start, CHOICE)]
            rounds = tuple(m.round for m in gone if m.round is not None)
        elif last.workshop in slugs:
            gone = [m for m in self.found if (m.start, m.kind) == (last.start, CHOICE)]
        else:
            gone = [m for m in self.found if m.kind == CHOICE and m.round in rounds]
        self.found = [m for m in self.found if m not in gone]
        return rounds

    def _swap_last(self) -> bool:
        """ "A in ronde 1, B in ronde 2. Of nee, andersom." Whether there were two to swap."""
        last = [m for m in self.found if m.kind == CHOICE and m.sure and not m.negated][-2:]
        if len(last) < 2 or last[0].workshop == last[1].workshop:
            return False
        one, two = last
        turned = {
            one: replace(one, workshop=two.workshop, past=False),
            two: replace(two, workshop=one.workshop, past=False),
        }
        self.found = [turned.get(m, m) for m in self.found]
        return True

    def _last_choice(self, *, also_past: bool = False, also_denied: bool = False) -> ChoiceFound | None:
        named = (m for m in reversed(self.found) if m.kind == CHOICE and m.sure)
        listed = (m for m in named if also_denied or not m.negated)
        return next((m for m in listed if also_past or not m.past), None)

    def _move_last(self, sign: Sign) -> None:
        """Give the workshop named last the rounds of that sign instead of its own."""
        last = next((m for m in reversed(self.found) if m.kind == CHOICE and not m.negated and not m.past), None)
        if last is None:
            return
        self.found = [m for m in self.found if (m.start, m.kind) != (last.start, CHOICE)]
        self.found += [replace(last, round=number, sure=True) for number in sign.rounds]
        self.cursor = sign.rounds[-1] if sign.rounds else self.cursor

    # Rounds by themselves --------------------------------------------------------------------------------------------

    def _rounds_alone(self, signs: list[Sign], scope: Scope, start: int) -> None:
        rounds = [s for s in signs if s.kind is Is.ROUND and (s.named or self._is_of_that_one(s))]
        rounds = [sign for sign in rounds if scope.standing(sign) is not Standing.PAST or sign.named]
        if any(sign.kind is Is.ANY_ROUND for sign in signs):
            return
        brief = len(self.clauses.text[start : scope.end].split()) <= 4
        if not rounds and brief and any(sign.kind is Is.NOTHING for sign in signs):  # "Ronde 3.", and then "-"
            self.found = [m for m in self.found if m.kind != MOVE or m.round not in self.waiting]
            self.waiting = ()
        for sign in rounds:
            following = next((other for other in signs if other.start >= sign.end), None)
            left_free = following is not None and following.kind is Is.NOTHING and self._near(sign, following)
            if left_free or scope.denies(sign):
                self.found += [ChoiceFound(EMPTY, sign.start, sign.end, round=number) for number in sign.rounds]
            elif _stays().search(self.clauses.text, sign.end, scope.end):
                continue
            elif self._completes_the_last(sign, start):
                self._move_last(sign)
            else:
                self.waiting = sign.rounds
                self.found += [ChoiceFound(MOVE, sign.start, sign.end, round=number) for number in sign.rounds]

    def _completes_the_last(self, sign: Sign, start: int) -> bool:
        """Whether that round belongs to the workshop named last: "Maak daar ronde 2 van", "Vooroordelen. Ronde 2." """
        last = next((m for m in reversed(self.found) if m.kind == CHOICE), None)
        if last is None or last.negated or last.past:
            return False
        if self._instead(sign, start):
            return True
        _, end = self.clauses.sentence_at(sign.start)
        brief = len(self.clauses.text[start:end].split()) <= 8 or self._is_of_that_one(sign)
        return brief and last.round is None and not self.waiting

    def _is_of_that_one(self, sign: Sign) -> bool:
        """ "die van 14 uur", "zet mij daarvoor maar in de eerste ronde": a round of the workshop named before."""
        sentence, _ = self.clauses.sentence_at(sign.start)
        return bool(_of_that_one().search(self.clauses.text[max(sentence, sign.start - 50) : sign.start]))

    def _replaces(self, sign: Sign, bearing: list[Sign]) -> bool:
        """ "Ronde 1 en 3 Vooroordelen lijkt me dubbelop, dus alleen ronde 3": a round behind the last workshop."""
        clause, _ = self.clauses.clause_at(sign.start)
        return all(other.end <= sign.start for other in bearing) and self._instead(sign, clause)

    def _instead(self, sign: Sign, start: int) -> bool:
        return bool(_instead().search(self.clauses.text[max(start, sign.start - 30) : sign.start]))

    def _near(self, sign: Sign, other: Sign) -> bool:
        between = self.clauses.text[sign.end : other.start]
        return len(between) < 45 and not re.search(r"[;\n]\s|\b(?:maar|but|dus)\b", between)

    def _pointed_at(self, sign: Sign) -> bool:
        sentence, _ = self.clauses.sentence_at(sign.start)
        return bool(_pointing().search(self.clauses.text[max(sentence, sign.start - 60) : sign.start]))


def _merged(signs: list[Sign], text: str) -> list[Sign]:
    """Neighbouring signs of one thing taken together: "ronde 2 (14:00 uur)", "de Movisie-mensen over beleid"."""
    merged: list[Sign] = []
    for sign in signs:
        last = merged[-1] if merged else None
        if sign.kind is Is.ROUND and last and last.kind in (Is.ROUND, Is.PART):
            between = text[last.end : sign.start]
            within = last.kind is Is.PART and set(sign.rounds) <= set(last.rounds) and len(between) <= 6
            if within or (sign.rounds == last.rounds and len(between) < 30 and "\n\n" not in between):
                merged[-1] = replace(sign, start=last.start, named=last.named or sign.named)
                continue
        if sign.kind is Is.WORKSHOP and last and _is_same_workshop(last, sign, text):
            sure, numbered = last.sure or sign.sure, last.numbered and sign.numbered
            merged[-1] = replace(last, end=sign.end, sure=sure, numbered=numbered)
            continue
        merged.append(sign)
    return merged


def _is_same_workshop(last: Sign, sign: Sign, text: str) -> bool:
    """Whether the second only says the first again: "Movisie over beleid", "de eerste (Lokaal beleid)"."""
    if last.kind is not Is.WORKSHOP or last.workshop != sign.workshop or sign.start - last.end >= 30:
        return False
    return not _again().search(text[last.end : sign.start])


def _belongs(place: Sign, away: list[Sign], text: str) -> bool:
    """Whether that round is the one of a workshop that is done away with: "A in ronde 1 mag eruit"."""
    return any(0 <= place.start - sign.end < 12 and "," not in text[sign.end : place.start] for sign in away)


def _is_condition(sentence: str) -> bool:
    return bool(_condition().match(sentence) and _full().search(sentence))


@cache
def _condition() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{any_of(words('choices', 'conditional'))})\b")


@cache
def _full() -> re.Pattern[str]:
    return pattern_of(words("choices", "full"))


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
def _pointing() -> re.Pattern[str]:
    pointing, about = any_of(words("choices", "pointing")), any_of(words("choices", "about"))
    return re.compile(rf"(?<!\w)(?:{pointing})\s(?:\w+\s){{0,3}}?(?:{about})\s(?:[\w-]+\s){{0,5}}[\"']?$")


@cache
def _corrects() -> re.Pattern[str]:
    return pattern_of(words("choices", "corrects"))


@cache
def _stays() -> re.Pattern[str]:
    return pattern_of(words("choices", "stays"))


@cache
def _where_i() -> re.Pattern[str]:
    return pattern_of(words("choices", "where_i"))


@cache
def _again() -> re.Pattern[str]:
    return pattern_of(words("choices", "again"))


@cache
def _somebodys() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words('choices', 'somebodys'))})\s[\"']?$")


@cache
def _going() -> re.Pattern[str]:
    """ "Ik wil graag ook naar", right before a workshop."""
    verbs, fillers = any_of(words("choices", "going_verbs")), any_of(words("choices", "going_fillers"))
    return re.compile(
        rf"\b(?:{verbs})(?:\s(?:{fillers})){{0,6}}\s(?:{any_of(words('choices', 'going_to'))})\s(?:workshop\s)?[\"']?$"
    )


@cache
def _in_its_place() -> re.Pattern[str]:
    return pattern_of(words("choices", "in_its_place"))


@cache
def _near_word() -> re.Pattern[str]:
    return pattern_of((*words("choices", "workshop"), *words("choices", "taking")))


@cache
def _follows() -> re.Pattern[str]:
    return pattern_of(words("choices", "follows"))


@cache
def _of_that_one() -> re.Pattern[str]:
    that = any_of(words("choices", "that_one"))
    return re.compile(rf"(?<!\w)(?:{that})\s(?:[\w']+\s){{0,3}}?(?:van|om|at|in|of|voor)\s(?:de\s|het\s|the\s)?$")
