"""Writes down what each pair of a sentence says: which workshop in which round, chosen, denied, past, or set right."""

import re
from dataclasses import replace
from itertools import pairwise

from mailbot.reading.text.clauses import Clauses
from mailbot.reading.text.late import late
from mailbot.reading.workshops.corrections import Corrections, only_turns
from mailbot.reading.workshops.found import CHOICE, COPY, EMPTY, MIRROR, ChoiceFound
from mailbot.reading.workshops.match import Pair
from mailbot.reading.workshops.patterns import listed
from mailbot.reading.workshops.record import Record
from mailbot.reading.workshops.scope import Scope, Standing
from mailbot.reading.workshops.sign import BEARING, Is, Sign
from mailbot.reading.workshops.sureness import means_workshop

# "..., maar bij nader inzien doe ik die liever om"
IT_RATHER = re.compile(r"\b(?:maar|but)\s[^.;!?\n]{0,50}\b(?:die|dat|hem|it|that one)\s(?:\w+\s){0,4}$")
# "In deze volgorde de twee workshops zoals ze in het programma staan"
AS_LISTED = late(
    r"\b(?:(?:in (?:deze|die|dezelfde) )?volgorde|(?:in (?:this|that|the same) )?order)\b[^.;!?]{0,60}"
    r"\b(?:programma|uitnodiging|aankondiging|lijst|programme|program|invitation|announcement|list)\b"
)


class Scribe:
    """Writes into a record. slugs: all workshops."""

    def __init__(self, record: Record, corrections: Corrections, clauses: Clauses, slugs: tuple[str, ...]) -> None:
        self.record, self.corrections, self.clauses, self.slugs = record, corrections, clauses, slugs
        self.left_over: list[Sign] = []  # rounds of the sentence that no workshop took
        self.in_part = False  # the sentence tells the part of the day in which all that is
        self.only_held = False  # the sentence tells which workshops there are, and no more
        self.turned: int | None = None  # where the sentence says that it is the other way round, and then how

    def write(self, pairs: list[Pair], standing: dict[Sign, Standing], scope: Scope, about_workshops: bool) -> None:
        """Write down what each pair of a sentence says."""
        # "zet mij daarvoor in ronde 2. A in ronde 1 blijft staan": that takes no round of what was said before
        rounds_said = any(pair.rounds for pair in pairs if not scope.stays(pair.sign))
        if rounds_said:
            self.record.forget_moves(self.record.waiting)
        waiting = () if rounds_said else self.record.waiting
        shares = self._waiting_shared(pairs, waiting)
        for pair in pairs:
            sign, rounds = pair.sign, pair.rounds or ()
            if sign.kind is Is.SWAP and not rounds:
                rounds = sign.rounds  # "draai 1 en 2 maar om"
            if sign.relation == "verb" and any(p.relation == "first" and p.start > sign.end for p in pair.places):
                rounds = ()  # "draai ze om, dan begin ik met wat me het meest zegt"
            if sign.kind is Is.NOTHING:
                self.record.found += [ChoiceFound(EMPTY, sign.start, sign.end, round=number) for number in rounds]
                continue
            became = standing[sign]
            instead = became is Standing.DENIED and self._gives_way(sign, pairs, scope)
            if rounds and (instead or became in (Standing.PAST, Standing.REPLACED)):
                self.record.given_up = rounds
            elif became is Standing.CHOSEN and not rounds:
                rounds = shares.get(sign, ()) or (self.record.given_up if sign.kind is not Is.SWAP else ())
                rounds = rounds or self._of_the_refused(sign, pairs, standing)
                self.record.forget_moves(rounds)
            placed = bool(rounds) or self.in_part or any(place.kind is Is.ANY_ROUND for place in pair.places)
            self._emit(sign, rounds, became, scope, about_workshops, placed=placed)
        chosen = [pair for pair in pairs if standing.get(pair.sign) is Standing.CHOSEN]
        if not chosen:
            self._go_on_with_given_up(pairs, standing)
            return
        self._put_elsewhere(pairs, standing)
        if self.record.found and self.record.found[-1].kind == CHOICE:
            self.record.waiting = ()

    def _of_the_refused(self, sign: Sign, pairs: list[Pair], standing: dict[Sign, Standing]) -> tuple[int, ...]:
        """ "In de laatste ronde liever niet A, zoals ik schreef, maar B": the round before A is B's."""
        before = [pair.sign for pair in pairs if pair.sign.end <= sign.start]
        if not before or standing.get(before[-1]) is not Standing.REFUSED:
            return ()
        since = max((other.end for other in before[:-1]), default=0)
        free = [place for place in self.left_over if since <= place.start < before[-1].start]
        return free[-1].rounds if len(free) == 1 else ()

    def _gives_way(self, sign: Sign, pairs: list[Pair], scope: Scope) -> bool:
        """ "A mag eruit, daarvoor in de plaats B", "zelfde workshop niet nog eens, dus dan de andere"."""
        text = self.clauses.text
        if listed("in_its_place").search(text, sign.end, scope.end):
            return True
        following = next((pair for pair in pairs if pair.sign.start >= sign.end and pair.sign.kind in BEARING), None)
        return (
            following is not None
            and not following.rounds
            and bool(listed("follows").search(text, sign.end, following.sign.start))
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
        after = [sign for sign in self.left_over if past and sign.named and sign.start > past[-1].sign.end]
        if past and after:
            sign = past[-1].sign
            self.record.found += [ChoiceFound(CHOICE, sign.start, sign.end, sign.workshop, n) for n in after[-1].rounds]

    def _put_elsewhere(self, pairs: list[Pair], standing: dict[Sign, Standing]) -> None:
        """ "Ik wou eerst om drie uur naar A, maar doe die liever om twee uur, en om drie uur B": A at two."""
        for pair, following in pairwise(pairs):
            if standing.get(pair.sign) is not Standing.PAST or pair.sign.kind is not Is.WORKSHOP:
                continue
            for place in self.left_over:
                if pair.sign.end <= place.start < following.sign.start and IT_RATHER.search(
                    self.clauses.text, pair.sign.end, place.start
                ):
                    self.record.found += [
                        ChoiceFound(
                            CHOICE, place.start, place.end, pair.sign.workshop, n, revision=self.record.revision
                        )
                        for n in place.rounds
                    ]

    def _emit(
        self,
        sign: Sign,
        rounds: tuple[int, ...],
        became: Standing,
        scope: Scope,
        about_workshops: bool,
        *,
        placed: bool,
    ) -> None:
        kind, slugs = self._meant(sign, scope, placed=bool(rounds))
        if kind == MIRROR and not rounds and became is Standing.CHOSEN and self._is_turned_already(sign, scope):
            return
        sure = (
            sign.kind is not Is.WORKSHOP
            or became is Standing.DENIED
            or (
                means_workshop(sign, self.clauses, placed=placed, about_workshops=about_workshops)
                and not self.only_held
            )
        )
        lettered = sign.kind is Is.WORKSHOP and sign.end - sign.start == 1
        sure = sure or (lettered and self.corrections.begin_at(sign, None))  # "Morning: B, no sorry, C"
        negated = became in (Standing.DENIED, Standing.REFUSED, Standing.REPLACED)
        past = became is Standing.PAST
        among = kind == MIRROR and len(rounds) > 1 and set(rounds) <= set(self.record.rounds_taken(also_past=True))
        afresh = kind == MIRROR and bool(rounds) and not set(rounds) & set(self.record.rounds_taken(also_past=True))
        turns = (among or (sign.relation == "verb" and not afresh)) and not scope.names_somebody(sign)
        if became is Standing.CHOSEN and sure:
            if turns or (not afresh and self.corrections.begin_at(sign, self.turned)):
                before = self.record.revise()
                rounds = rounds or (() if kind == MIRROR else before)
            self.turned = None
        also = self._is_said_again(sign, scope)
        if became is Standing.DENIED and not rounds and not also and self._is_taken_back(sign):
            told = [m for m in self.record.found if m.kind == CHOICE and m.workshop in slugs and m.start < sign.start]
            away = dict.fromkeys(m.round for m in told if m.round is not None and not (m.negated or m.past))
            self.record.found += [ChoiceFound(EMPTY, sign.start, sign.end, round=number) for number in away]
        for slug in slugs:
            shared = sign.kind is Is.ALL_WORKSHOPS and len(rounds) == len(slugs)  # each in one of them
            in_turn = shared and AS_LISTED.search(self.clauses.text, scope.start, scope.end)
            each = (rounds[slugs.index(slug)],) if in_turn else () if shared else rounds
            for number in each or (None,):
                found = ChoiceFound(kind, sign.start, sign.end, slug, number, negated, past, sure, self.record.revision)
                # "dezelfde als in ronde 1" says of which round
                source = sign.rounds[0] if sign.kind is Is.SAME and sign.rounds else None
                likened = kind == COPY and self.clauses.text.endswith((" als", " as"), sign.start, sign.end)
                self.record.found.append(replace(found, also=also, source=source, likened=likened))

    def _is_turned_already(self, sign: Sign, scope: Scope) -> bool:
        """ "Of nee, andersom is slimmer. Ja, andersom dus": said once more, and not turned back."""
        last = self.record.found[-1] if self.record.found else None
        if last is None or last.kind != MIRROR or not last.revision or last.round is not None or last.negated:
            return False
        return only_turns(self.clauses.text, sign, scope.start, scope.end)

    def _is_taken_back(self, sign: Sign) -> bool:
        """ "A laat ik toch maar zitten", of what was chosen before."""
        sentence = self.clauses.sentence_at(sign.start)
        return self.corrections.begin_at(sign, None) or bool(listed("corrects").search(self.clauses.text, *sentence))

    def _is_said_again(self, sign: Sign, scope: Scope) -> bool:
        """ "En in ronde 3 ook nog A": what was said of A before holds, too."""
        start, end = self.clauses.clause_at(sign.start)
        return bool(listed("again").search(self.clauses.text, max(start, scope.start), max(end, sign.end)))

    def _meant(self, sign: Sign, scope: Scope, *, placed: bool) -> tuple[str, tuple[str, ...]]:
        """The kind of mention, and its workshops. "De andere" with a round may be another than one only spoken of."""
        if sign.kind in (Is.SAME, Is.SWAP):
            return (COPY if sign.kind is Is.SAME else MIRROR), ("",)
        if sign.kind is Is.ALL_WORKSHOPS:
            return CHOICE, self.slugs
        named = sign.workshop
        if sign.kind is Is.OTHER_WORKSHOP:
            last = self.record.last_choice(also_past=True, also_denied=True, also_unsure=placed)
            settled = last is not None and sign.relation == "left" and not (last.negated or last.past)
            named = last.workshop if last and not settled else ""  # what is left then may be a round
        elif not scope.is_excluded(sign):
            return CHOICE, (sign.workshop,)
        others = tuple(slug for slug in self.slugs if named and slug != named)
        return CHOICE, others if len(others) == 1 else ()
