"""Workshops and rounds of a text brought together, sentence by sentence, for choices.py.

In each sentence the signs are given their nouns (order.py), what becomes of each workshop is asked
(scope.py), and workshops are paired with rounds (match.py). A round that stands alone in its sentence
("In de eerste ronde graag wisselen.") waits for the workshop of the next.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from mailbot.reading.lexicon import words
from mailbot.reading.text.clauses import Clauses
from mailbot.reading.text.fold import any_of
from mailbot.reading.workshops.corrections import Corrections
from mailbot.reading.workshops.dropping import Dropping
from mailbot.reading.workshops.found import CHOICE, EMPTY, UNKNOWN, ChoiceFound
from mailbot.reading.workshops.given import Given
from mailbot.reading.workshops.groups import (
    as_told_before,
    belongs,
    but_another,
    each_the_other,
    is_said_in_full,
    left_to_us,
    merged,
    moved,
    not_in_all,
    not_that_often,
    of_both,
    one_of_several,
    without_denied_swaps,
    without_double_swaps,
    without_example,
    without_topic,
)
from mailbot.reading.workshops.lone_rounds import LoneRounds
from mailbot.reading.workshops.match import Pair, matched
from mailbot.reading.workshops.meanwhile import (
    at_that_time,
    erna_too,
    in_that_round,
    placed_after,
    turns_to_oneself,
)
from mailbot.reading.workshops.narrowing import Narrowing, span_of_present
from mailbot.reading.workshops.on_purpose import not_told_anew
from mailbot.reading.workshops.one_in_each import one_in_each
from mailbot.reading.workshops.order import but_for, in_stretches, laid_out, last_of_stretch, resolved, with_nouns
from mailbot.reading.workshops.patterns import any_in, listed
from mailbot.reading.workshops.pointing_back import point_back
from mailbot.reading.workshops.reasons import explains
from mailbot.reading.workshops.record import Record
from mailbot.reading.workshops.reworking import Reworking
from mailbot.reading.workshops.rows import (
    apart,
    are_several,
    but_theirs,
    each_theirs,
    gapped,
    shared_behind,
    too,
)
from mailbot.reading.workshops.scope import Scope, Standing
from mailbot.reading.workshops.scribe import Scribe
from mailbot.reading.workshops.sequences import Sequences
from mailbot.reading.workshops.sign import BEARING, Is, Sign
from mailbot.reading.workshops.talk import tells_what_there_is

NUMBERED = re.compile(r"\s*(?P<number>\d)(?:[.)]\s|(?:e|ste|de|st|nd|rd)\s?[:=>–-])")
NUMBERED_ROUND = re.compile(r"\b(?:workshop)?(?:ronde|round)\s(?P<number>\d)(?!\d|[.:]\d)")
UNKNOWN_TOPIC = re.compile(
    r"\b(?:workshop|sessie|session|training)\s(?:over|rond|about|on)\s(?:(?:de|het|een|the|a)\s)?(?P<topic>[a-z]\w{4,})"
)
# "Ronde 3: Discriminatie op de woningmarkt", "in ronde 2 de workshop Wonen in de stad": titles that we don't have
UNKNOWN_IN_LINE = re.compile(
    r"[\s:=.\-–]+(?P<topic>[^\W\d_]\w{6,}|(?:de|het|een)\s[^\W\d_]\w{6,})(?:\s[\w'-]+){1,6}\W*\Z"
)
UNKNOWN_TITLE = re.compile(r"\b(?:de|the)\s(?:workshop|sessie|training)\s[\"“'‘]?(?P<topic>[A-Z]\w{5,})")
SPEAKS = re.compile(r"\b(?:ik|wij|we|mij|me|ons|u|jullie|je|graag|liever|i|my|us|please)\b")
IN_THAT = re.compile(
    r"(?:\s[a-z]+)?[,:;]\s?(?:en\s|want\s)?(?:dan|daar|daarin|daarvoor|in die|then|there)\b(?:\s[\w']+){0,5}\s[\"']?$"
)
ONE_STEP = re.compile(r"\b(?:later|eerder|earlier|vroeger)$")
SKIPS = re.compile(r"\b(?:skip|skipping|miss|missing|drop|mis|sla|laat)\s(?:(?:the|de|ik|dus)\s){0,2}$")
ASKED = re.compile(r"\W*(?:gaat|zit|valt|blijkt|loopt|raakt)\b[^?]*\?")
BESIDE = 10  # characters between a round and the "niets" that stands there
MOST = 60  # signs of one sentence that are paired: nobody writes so many
MOST_FOUND = 300  # mentions of a mail: a table of fifty people has fewer


class Pairing:
    """Pairs workshops and rounds, sentence after sentence; `found` is what came of it.

    place_of: the workshop that an ordinal means, in the order of the announcement. written: the text with its capitals.
    away: the rounds that fall away, where that is told. given: in which rounds the workshops are.
    """

    def __init__(
        self,
        slugs: tuple[str, ...],
        rounds: tuple[int, ...],
        clauses: Clauses,
        place_of: Callable[[str], str | None],
        written: str,
        away: tuple[ChoiceFound, ...],
        given: Given,
    ) -> None:
        self.written, self.given = written, given
        self.slugs, self.rounds, self.clauses, self.place_of = slugs, rounds, clauses, place_of
        self.record = Record()
        self.lone = LoneRounds(self.record, clauses, away)
        self.corrections, self.reworking = Corrections(self.record, clauses), Reworking(self.record, clauses)
        self.dropping = Dropping(self.record, clauses, written)
        self.sequences = Sequences(self.record, clauses, rounds)
        self.scribe = Scribe(self.record, self.corrections, clauses, slugs)
        self.by_order = False  # a workshop was called by its place in the list
        self.by_round = False  # a heading has said that the numbers of its list are rounds
        self.narrowing = Narrowing(rounds, away, clauses)
        self.present = rounds  # in which somebody is there, by what the sentence says and those around it
        self.spoken_of = False  # the sentence before was about workshops

    @property
    def found(self) -> list[ChoiceFound]:
        """The mentions so far, in order."""
        return self.record.found

    def take(self, signs: list[Sign], start: int, end: int) -> None:
        """One sentence with its signs."""
        if len(self.record.found) > MOST_FOUND:
            return
        sentence = self.clauses.text[start:end]
        signs = not_told_anew(signs, self.clauses.text, self.record, start, end)
        signs = self._numbered(self.reworking.take(signs[:MOST], start, end), sentence, start)
        signs = with_nouns(signs, self.clauses.text, self.place_of, by_order=self.by_order)
        self.by_order = self.by_order or any(sign.kind is Is.WORKSHOP and sign.ordinal for sign in signs)
        about_workshops = bool(any_in("workshop").search(sentence)) or any(
            sign.kind is Is.ANY_ROUND or (sign.kind is Is.ROUND and sign.named) for sign in signs
        )
        if not any(sign.kind in BEARING for sign in signs):
            point_back(self.record, self.clauses.text, start, end)
        before, given_up = len(self.record.found), self.record.given_up
        if signs and not _is_condition(sentence):
            for stretch, since, until in in_stretches(signs, start, end):
                self._read(stretch, since, until, about_workshops or self.spoken_of)
            told = [s.rounds[0] for s in signs if s.kind is Is.ROUND and len(s.rounds) == 1]
            told = told or [m.round for m in self.record.found[before:] if m.round is not None]
            self.record.cursor = told[-1] if told else self.record.cursor
        self.reworking.close()
        if explains(self.clauses.text, start, end):
            self.record.keep_what_was_chosen(before)
        self.dropping.take(signs, start, end)
        self.record.found += but_theirs(self.record.found[before:], signs, self.written, end)
        self._note_unknown(signs, start, end)
        self.lone.shift_all(self.rounds, start, end)
        self.corrections.note(start, end)
        if any(map(str.isalnum, sentence)):
            self.spoken_of = about_workshops or any(mention.sure for mention in self.record.found[before:])
            if len(self.record.found) > before and self.record.given_up == given_up:
                self.record.given_up = ()

    def _note_unknown(self, signs: list[Sign], start: int, end: int) -> None:
        """ "Ronde 2: de workshop over algoritmes", where none is about those."""
        for match in NUMBERED_ROUND.finditer(self.clauses.text, start, end) if self.rounds else ():
            free = any(s.kind is Is.NOTHING and 0 <= s.start - match.end() < BESIDE for s in signs)
            told = any(s.kind is Is.WORKSHOP for s in signs) and not free
            if int(match["number"]) > self.rounds[-1] and told:
                self.record.found.append(ChoiceFound(UNKNOWN, *match.span()))  # "A in ronde 4", of three
        if len(signs) != 1 or signs[0].kind is not Is.ROUND or not signs[0].named:
            return
        text, behind = self.clauses.text, signs[0].end
        heads_line = not any(map(str.isalnum, text[start : signs[0].start])) and not SPEAKS.search(text, behind, end)
        said = UNKNOWN_TOPIC.search(text, behind, end) or UNKNOWN_TITLE.search(self.written, behind, end)
        said = said or (UNKNOWN_IN_LINE.match(text[:end], behind) if heads_line else None)
        if said and said["topic"].split()[-1] not in {*words("choices", "no_topic"), *words("presence", "busy")}:
            self.record.found.append(ChoiceFound(UNKNOWN, *said.span(), round=signs[0].rounds[0]))

    def _numbered(self, signs: list[Sign], sentence: str, start: int) -> list[Sign]:
        """The signs, with the number of a list item under a heading that speaks of rounds."""
        numbered = NUMBERED.match(sentence) if self.by_round else None
        if numbered and int(numbered["number"]) in self.rounds:
            at = start + numbered.start("number")
            return [Sign(Is.ROUND, at, at + 1, rounds=(int(numbered["number"]),)), *signs]
        if sentence.strip():
            heads = any(sign.kind is Is.ROUND and sign.rounds == self.rounds for sign in signs)  # "alle drie de rondes"
            heads = heads or _round_heading().search(sentence) is not None
            self.by_round = heads and not any_in("no_round_list").search(sentence)
        return signs

    def _read(self, signs: list[Sign], start: int, end: int, about_workshops: bool) -> None:
        groups = without_example(merged(signs, self.clauses.text), self.clauses.text, start)
        groups = without_denied_swaps(without_topic(groups, self.clauses.text), self.clauses.text)
        if not groups:
            return
        groups = one_in_each(groups, self.clauses.text, start, self.record)
        groups = left_to_us(one_of_several(groups, self.clauses.text), self.clauses.text, start, end)
        groups = in_that_round(erna_too(groups, self.rounds, self.clauses.text))
        groups = at_that_time(groups, self.clauses.text, self.written, start)
        groups = [self._at_their_time(sign, groups, start) for sign in groups]
        groups = of_both(as_told_before(groups, self.clauses.text), self.slugs, self.clauses.text)
        groups = but_another(groups, self.clauses.text)
        if (last := self.record.last_choice()) is not None and last.round is not None:
            groups = each_the_other(groups, self.clauses.text)
        groups = not_that_often(groups, self.clauses.text, end)
        groups = not_in_all(groups, self.rounds, self.clauses.text, start, end)
        self.narrowing.look_at(groups)
        self.present = self.narrowing.present(start, end)
        scope = Scope(self.clauses, groups, start, end, self.written)
        self.scribe.only_held = tells_what_there_is(self.clauses.text, groups, start, end)
        groups = self.given.in_parts(groups, scope, self.clauses.text, self.written)
        self.record.found += self.narrowing.by_parts(groups, scope)
        groups = [sign for sign in groups if not scope.is_somebody_elses(sign)]
        self.scribe.turned = next(
            (s.end for s in groups if s.kind is Is.SWAP and is_said_in_full(s, groups, self.clauses.text)), None
        )
        groups = [self._of_the_rest(sign) for sign in groups]
        groups = without_double_swaps([sign for sign in groups if not is_said_in_full(sign, groups, self.clauses.text)])
        if theirs := each_theirs(groups, self.written, start):
            workshop, rounds = theirs
            self.record.found += [
                ChoiceFound(CHOICE, s.start, s.end, workshop.workshop, s.rounds[0], revision=self.record.revision)
                for s in rounds
            ]
            return
        standing = {sign: scope.standing(sign) for sign in groups if sign.kind in BEARING}
        if self.record.last_choice(also_past=True):
            standing = {s: Standing.PAST if scope.stays(s) else became for s, became in standing.items()}
        if not standing and self._told_each(groups, scope, start):
            return
        if not standing or all(standing[sign] is Standing.SECOND for sign in standing):
            self.lone.take([self._as_early_or_late(sign) for sign in groups], scope, start)
            return
        gone = (Standing.DENIED, Standing.REPLACED, Standing.PAST)
        away = [sign for sign in standing if standing[sign] in gone]
        denied = [
            sign
            for sign in groups
            if sign.kind is Is.ROUND and scope.denies(sign) and not belongs(sign, away, self.clauses.text)
        ]
        groups = [but_for(sign, denied) for sign in groups]
        silent = [s for s in standing if standing[s] in (Standing.SECOND, Standing.OPEN)]
        refused = [s for s in standing if standing[s] is Standing.REFUSED]
        silent += [sign for sign in groups if sign.kind is Is.RELATIVE and scope.is_only_considered(sign)]
        within_it = [sign for sign in denied if self._has_its_own(sign, groups)]
        but = within_it + [sign for sign in denied if re.match(r"\s?:", self.clauses.text[sign.end : sign.end + 2])]
        kept = [s for s in groups if s in but or s not in (*denied, *silent, *refused)]
        if listed("converts").search(self.clauses.text, start, end):
            all_kept, kept = kept, moved(kept, self.clauses.text)
            if len(kept) < len(all_kept):  # "ik sta bij A in ronde 1, kunt u mij naar ronde 3 verplaatsen?"
                standing = {s: Standing.CHOSEN if was is Standing.PAST else was for s, was in standing.items()}
        before = len(self.record.found)
        self.record.found += [ChoiceFound(EMPTY, s.start, s.end, round=n) for s in denied for n in s.rounds]
        kept, within = laid_out(self.lone.of_that_one(kept, self.present, start), self.clauses.text)
        within = within or span_of_present(kept, self.present, self.rounds, start)
        replacing = [sign for sign in kept if sign.kind is Is.ROUND and self.lone.replaces(sign, list(standing))]
        kept = [sign for sign in kept if sign not in replacing]
        passed = _passed(denied, kept)
        pairs = self._paired(kept, groups, within, passed)
        if self.scribe.left_over and any(pair.places and not pair.rounds for pair in pairs):
            pairs = self._paired([sign for sign in kept if sign.kind is not Is.RELATIVE], groups, within, passed)
        pairs = sorted([*pairs, *map(Pair, refused)], key=lambda pair: pair.sign.start)
        others = gapped(pairs, self.scribe.left_over, self.written)
        self.scribe.in_part = within is not None and within.kind is Is.PART
        self.scribe.write(pairs, standing, scope, about_workshops)
        self.record.found[before:] = apart(too(self.record.found[before:], self.written), pairs, others, self.written)
        self.record.found[before:] = sorted(self.record.found[before:], key=lambda m: m.start)
        for sign in replacing:
            self.record.move_last(sign)

    def _has_its_own(self, sign: Sign, groups: list[Sign]) -> bool:
        """ "In alle rondes A, behalve de middelste, dan B": the round is taken out, for the workshop behind it; not so
        "I'll skip round 1, then A"."""
        if SKIPS.search(self.clauses.text, max(0, sign.start - 24), sign.start):
            return False
        following = next((s for s in groups if s.kind in BEARING and s.start >= sign.end), None)
        return following is not None and bool(IN_THAT.match(self.clauses.text, sign.end, following.start))

    def _paired(
        self, kept: list[Sign], groups: list[Sign], within: Sign | None, passed: int | None = None
    ) -> list[Pair]:
        """The pairs of those signs, their rounds as numbers; `left_over` is what no workshop took. `passed`: a round
        that the sentence leaves out before it tells any."""
        pairs = matched(kept, self.clauses.text, self.written)
        pairs = shared_behind(pairs, self.written, self.clauses.sentence_at(kept[0].start)[0]) if kept else pairs
        used = {place for pair in pairs for place in pair.places}
        left = [sign for sign in kept if sign.kind in (Is.ROUND, Is.RELATIVE) and sign not in used]
        self.scribe.left_over = [s for s in placed_after(left, kept, self.rounds) if s.kind is Is.ROUND]
        pairs = self.sequences.told(pairs, groups, within, self.present)
        goes_on = passed is not None or (bool(kept) and kept[0].relation == "next")
        cursor = passed or self.record.cursor or self._before_present()
        pairs = resolved(pairs, self._rounds_meant(pairs), within, cursor, self.given, goes_on=goes_on)
        return self.given.beside_lunch(last_of_stretch(pairs, within))

    def _before_present(self) -> int | None:
        """ "Ik kom pas na de lunch binnen. Graag dan A": the round behind which "dan" is."""
        before = [n for n in self.rounds if self.present and n < self.present[0]]
        return before[-1] if before else None

    def _rounds_meant(self, pairs: list[Pair]) -> tuple[int, ...]:
        """The rounds of which "eerst" and "daarna" speak: those that are free; where a sentence tells anew what was
        told, those that were taken ("... in ronde 2 en 3. Bij nader inzien andersom, dus eerst B, daarna A")."""
        anew = self.scribe.turned is not None or self.record.revising
        anew = anew or (bool(pairs) and self.corrections.head(pairs[0].sign.start))
        taken, free = self.record.rounds_taken(also_past=anew), self.record.rounds_left_free()
        if anew and len(taken) == sum(1 for pair in pairs if pair.places) > 1:
            return taken
        return tuple(number for number in self.present if number not in free)

    def _at_their_time(self, sign: Sign, groups: list[Sign], start: int) -> Sign:
        """ "Jan gaat in ronde 1 naar A. Zelf kies ik dan B": in that round."""
        cursor, told = self.record.cursor, self.clauses.text[sign.start : sign.end] in ("dan", "then")
        if sign.relation != "next" or not told or cursor is None or groups[0].start < sign.start:
            return sign
        before = self.clauses.sentence_at(start - 2)[0] if start > 1 else 0
        if not turns_to_oneself(self.written[before:start], self.written[start : sign.start]):
            return sign
        return replace(sign, kind=Is.ROUND, relation="", rounds=(cursor,))

    def _told_each(self, groups: list[Sign], scope: Scope, start: int) -> bool:
        """ "A willen we allemaal. Jan en ik in ronde 1, Els in ronde 2": each has a round of what was named last."""
        rounds = [sign for sign in groups if sign.kind is Is.ROUND]
        last = self.record.last_choice(also_unsure=True)
        if len(rounds) < 2 or last is None or last.round is not None or any(len(s.rounds) > 1 for s in rounds):
            return False
        if any(map(scope.denies, rounds)) or not are_several(rounds, self.written, start):
            return False
        self.record.found += [replace(last, start=s.start, end=s.end, round=s.rounds[0], sure=True) for s in rounds]
        return True

    def _as_early_or_late(self, sign: Sign) -> Sign:
        """ "Het liefst zo laat mogelijk", in a sentence of its own."""
        said = self.clauses.text[sign.start : sign.end]
        last = self.record.last_choice(also_past=True)
        if sign.relation in ("later", "previous") and last is not None and last.round is not None:
            # "Die wil ik graag een ronde later doen"
            beside = last.round + (1 if sign.relation == "later" else -1)
            placed = replace(sign, kind=Is.ROUND, relation="", rounds=(beside,), named=False)
            return placed if beside in self.rounds and ONE_STEP.search(said) else sign
        if sign.relation not in ("first", "last") or not said.startswith(("zo ", "as ")):
            return sign
        number = self.present[0 if sign.relation == "first" else -1] if self.present else None
        return sign if number is None else replace(sign, kind=Is.ROUND, relation="", rounds=(number,), named=True)

    def _freed(self) -> tuple[int, ...]:
        """The rounds of what somebody is booked for, or asked for first, and has in another round now."""
        taken = self.record.rounds_taken(also_past=False)
        return tuple(n for n in self.record.rounds_taken(also_past=True) if n not in taken)

    def _of_the_rest(self, sign: Sign) -> Sign:
        """ "Voor de andere rondes", after a sentence that told of one."""
        told = {
            m.round for m in self.record.found if m.kind in (CHOICE, EMPTY) and not (m.negated or m.past) and m.round
        }
        if sign.relation == "freed" and (freed := self._freed()):
            return replace(sign, kind=Is.ROUND, relation="", rounds=freed[-1:], named=True)
        later = tuple(n for n in self.rounds if self.record.cursor is not None and n > self.record.cursor)
        if sign.relation == "rest" and later and self.clauses.text.endswith(("daarna", "erna"), sign.start, sign.end):
            return replace(sign, kind=Is.ROUND, relation="", rounds=later)
        if sign.relation != "rest" or not told or len(told) == len(self.rounds):
            return sign
        return replace(sign, kind=Is.ROUND, relation="", rounds=tuple(n for n in self.rounds if n not in told))


def _passed(denied: list[Sign], kept: list[Sign]) -> int | None:
    """ "Ronde 1 sla ik over, daarna graag A": the round behind which "daarna" is."""
    first = next((sign for sign in kept if sign.kind is not Is.NOTHING), None)
    before = [sign for sign in denied if first and first.relation == "next" and sign.end <= first.start]
    return before[-1].rounds[-1] if before else None


def _is_condition(sentence: str) -> bool:
    """ "Als ronde 2 vol is, dan ...", "Gaat die ronde niet door?"."""
    return bool(ASKED.match(sentence)) or bool(_condition().match(sentence) and any_in("full").search(sentence))


@cache
def _condition() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{any_of(words('choices', 'conditional'))})\b")


@cache
def _round_heading() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words('choices', 'round'))})[^\d]{{0,20}}:\s*$")
