"""Rounds in a sentence that names no workshop: they complete the one before, wait for the next, or stay free."""

import re
from dataclasses import replace
from functools import cache

from mailbot.reading.lexicon import words
from mailbot.reading.text.clauses import Clauses
from mailbot.reading.text.fold import any_of
from mailbot.reading.text.late import late
from mailbot.reading.workshops.found import CHOICE, EMPTY, EVERY, MOVE, ChoiceFound
from mailbot.reading.workshops.instead import in_place_of
from mailbot.reading.workshops.patterns import MEANT, any_in, listed, shifts_all
from mailbot.reading.workshops.record import Record
from mailbot.reading.workshops.scope import Scope, Standing
from mailbot.reading.workshops.scope_patterns import is_engaged
from mailbot.reading.workshops.sign import BEARING, Is, Sign

SO_THEN = re.compile(
    r"\b(?:dus|so)\s(?:ik wil\s|i'd like\s|dan\s|then\s)?(?:graag\s|liefst\s|maar\s)?"
    r"(?:in\s|om\s|at\s)?(?:de\s|the\s)?$"
)  # "dus dan ronde 3"
SO_NONE = re.compile(
    r"\s(?:dus|so)\s(?:(?:allebei|beiden|samen|both|toch|maar|voor \w+|for \w+)\s){0,3}"
)  # "ronde 3 dus niets"
ANOTHERS = re.compile(
    r"(?:\b(?:en|terwijl|and|while)|,)\s(?:ik|zij|hij|ze|i|she|he)\b|\b(?:maar|but)\s(?:zij|hij|ze|she|he)\b"
)
# "..., want dan ...", "..., dan ben ik nog fris"
# ..., "..., en als die vol zit, is een andere ook goed"
REASON = re.compile(
    r",\s(?:want|omdat|aangezien|because|since|as|dan\s(?:ben|bin|heb|kan|is|zit|kom)|then\sI"
    r"|(?:(?:en|maar|and|but)\s)?(?:als|indien|mocht|if|should))\s"
)
NO_AFTER_ALL = re.compile(r"\W*(?:o nee|nee|no|toch|hm+)\b")
THOUGHT_OF = re.compile(
    r"\b(?:had|hadden|dacht|dachten|wilde|wilden|wou)\b[^.;!?\n]{0,30}\b(?:eerst|aanvankelijk)\b|\beerst\b[^.;!?\n]{0,40}\bgedacht\b"
)
NO_RATHER = re.compile(
    r"\W*(?:(?:o|oh|of|hm+|eh)\s)?(?:nee|no|wacht|correctie|sorry)[,.!:]?\s"
    r"(?:(?:doe|maak|toch|maar|liever|in|om|de)\s){0,4}"
)
SMALL = r"(?:ik|we|wij|u|jullie|je|i|you|graag|please|misschien|eventueel|dan)"
OF_THAT = re.compile(r"\b(?:daar|dat|die|it|that)\s(?:[\w']+\s){0,3}?(?:(?:naar|to)\s)?(?:(?:de|het|the)\s)?$")
# "Doe ik die liever als laatste", "die doe ik toch in"
ADVERBS = r"(?:(?:dan|toch|liever|liefst|het|graag|maar|nu|wel)\s){0,3}"
PUTS = r"(?:doe|volg|neem|zet|wil|kies|bezoek|plan|verplaats|verschuif)"
THAT_RATHER = late(
    rf"\b(?:{PUTS}\s(?:(?:ik|we|wij|u|mij|me)\s){{0,2}}(?:die|deze|hem)|(?:die|deze)\s{PUTS}\s(?:ik|we|wij|u))\s{ADVERBS}"
    r"(?:(?:in|om|op|naar|tijdens)\s(?:de\s)?)?$"
)
MADE_OF_IT = re.compile(r"\s(?:[\w']+\s){0,2}?(?:van (?:te )?maken|van maakt|worden|kunnen|kan|mogen|instead)\b")
BUT_NO = re.compile(r"\W*(?:(?:o|oh|of)\s)?(?:nee|no|wacht|wait|hm+|helaas|maar|but|toch)\b")
A_TIME = re.compile(r"\d|\buur\b|\bronde\b")
BUT = re.compile(r"\b(?:maar|anders|of|but|otherwise|or)\b")
NEAR = 8  # characters: "in plaats van in de laatste ronde"
HEAD = 30  # ... and of the head of a sentence
BRIEF, FEW, SHORT = 4, 9, 16  # words of a sentence


class LoneRounds:
    """Writes such sentences into the record."""

    def __init__(self, record: Record, clauses: Clauses, away: tuple[ChoiceFound, ...] = ()) -> None:
        self.record, self.clauses, self.away = record, clauses, away

    def take(self, signs: list[Sign], scope: Scope, start: int) -> None:
        """One sentence with its signs."""
        if self._is_exchanged(signs):
            return
        empty = [s for s in signs if s.kind is Is.NOTHING]
        rounds = [s for s in signs if s.kind is Is.ROUND and (s.named or self._is_spoken_of(s, scope, empty))]
        rounds = [sign for sign in rounds if scope.standing(sign) is not Standing.PAST or sign.named]
        rounds = [sign for sign in rounds if sign.named or not self._tells_who_is_there(sign)]
        thought_of = [sign for sign in rounds if THOUGHT_OF.search(self.clauses.text, *self._around(sign, scope))]
        if thought_of and len(rounds) == len(thought_of) + 1 and self.record.last_choice() is not None:
            (rather,) = (sign for sign in rounds if sign not in thought_of)
            if not scope.denies(rather):
                self.record.move_last(rather)  # "ik had eerst aan ronde 1 gedacht, maar ronde 2 past toch beter"
                return
        if any(sign.kind is Is.ANY_ROUND for sign in signs):
            return
        if len(rounds) == 1 == len(rounds[0].rounds) and self._is_of_all(rounds[0], start, scope.end):
            self.record.found.append(ChoiceFound(EVERY, rounds[0].start, rounds[0].end, round=rounds[0].rounds[0]))
            return
        if not rounds:
            self._without_a_round(signs, scope, start)
        waiting: tuple[int, ...] = ()
        if (
            rounds
            and any_in("in_place_of").match(self.clauses.text, rounds[0].end + 1)
            and self.record.shift(rounds[0])
        ):
            return
        for sign in rounds:
            following = next((other for other in signs if other.start >= sign.end), None)
            left_free = following is not None and following.kind is Is.NOTHING and self._near(sign, following)
            if len(sign.rounds) > 1 and self._instead(sign, start) and self.record.shift(sign):
                continue  # "maak er ronde 2 en 3 van"
            if scope.is_of_something(sign):
                continue
            if left_free or scope.denies(sign):
                self.record.found += [
                    ChoiceFound(EMPTY, sign.start, sign.end, round=number, revision=self.record.revision)
                    for number in sign.rounds
                ]
            elif listed("stays").search(self.clauses.text, sign.end, scope.end):
                continue
            elif self._completes_the_last(sign, start):
                self.record.move_last(sign)
            else:
                waiting += sign.rounds
                self.record.waiting = waiting
                self.record.found += [ChoiceFound(MOVE, sign.start, sign.end, round=number) for number in sign.rounds]

    def _is_of_all(self, sign: Sign, start: int, end: int) -> bool:
        """ "Alles in de eerste ronde", of what was told no round; "de workshop geldt voor de eerste ronde", of what is
        told below, too."""
        text = self.clauses.text
        if listed("holds_for").search(text, start, sign.start):
            return any_in("workshop").search(text, start, sign.start) is not None or self._begins_with_all(start)
        told = {m.start for m in self.record.found if m.kind == CHOICE and not (m.negated or m.past)}
        placed = any(m.round is not None for m in self.record.found if m.start in told)
        return len(told) > 1 and not placed and self._begins_with_all(start) and len(text[start:end].split()) <= FEW

    def _begins_with_all(self, start: int) -> bool:
        said = listed("of_all").search(self.clauses.text, start, start + HEAD)
        return said is not None and not any(map(str.isalnum, self.clauses.text[start : said.start()]))

    def _is_exchanged(self, signs: list[Sign]) -> bool:
        """ "Om 12 uur in plaats van om 14 uur", "in plaats van de laatste ronde graag de eerste": what was told for the
        one has the other now."""
        rounds = [sign for sign in signs if sign.kind is Is.ROUND]
        if len(rounds) != 2 or any(len(sign.rounds) != 1 for sign in rounds):
            return False
        (one, two), text = rounds, self.clauses.text
        if in_place_of(text, one.end, two.start):
            one, two = two, one
        elif not self._stands_before(one):
            return False
        taken = self.record.rounds_taken(also_past=True)
        return one.rounds[0] in taken and self.record.relocate(one.rounds[0], two.rounds[0])

    def _stands_before(self, sign: Sign) -> bool:
        """Whether "in plaats van" stands right before that round."""
        sentence, _ = self.clauses.sentence_at(sign.start)
        said = any_in("in_place_of").finditer(self.clauses.text, sentence, sign.start)
        return any(sign.start - match.end() < NEAR for match in said)

    def _around(self, sign: Sign, scope: Scope) -> tuple[int, int]:
        start, end = self.clauses.clause_at(sign.start)
        return max(start, scope.start), max(end, sign.end)

    def shift_all(self, rounds: tuple[int, ...], start: int, end: int) -> None:
        """ "Schuif alles maar één ronde op", where the sentence doesn't say it in full behind that."""
        said = shifts_all().search(self.clauses.text, start, end) if self.record.found else None
        if said and self.record.found[-1].start < said.start():
            self.record.shift_on(rounds)

    def _without_a_round(self, signs: list[Sign], scope: Scope, start: int) -> None:
        """ "Ronde 3.", and then "-"; "... liever B", and then "zet u mij in die ronde om?"."""
        text, kinds = self.clauses.text, {sign.kind for sign in signs}
        then = next((s for s in signs if text[s.start : s.end] in ("dan", "then")), None)
        # "nee wacht, dan heb ik een overleg"
        at_once = then is not None and BUT_NO.match(text, start) and not A_TIME.search(text, start, then.start)
        if then and at_once and self.record.cursor is not None and is_engaged(text, start, scope.end):
            self.record.found.append(ChoiceFound(EMPTY, then.start, then.end, round=self.record.cursor))
        same = any(sign.relation == "same" for sign in signs)
        if Is.NOTHING in kinds and self._is_brief(start, scope.end):
            self.record.forget_moves(self.record.waiting)
            self.record.waiting = ()
            sign = next(s for s in signs if s.kind is Is.NOTHING)
            if self.record.cursor is not None and NO_AFTER_ALL.match(text, start):  # "Ronde 3: nog eens A? Nee, niets"
                self.record.found.append(ChoiceFound(EMPTY, sign.start, sign.end, round=self.record.cursor))
        elif same and self.record.cursor is not None and listed("converts").search(text, start, scope.end):
            self.record.convert_last(self.record.cursor)

    def _is_spoken_of(self, sign: Sign, scope: Scope, empty: list[Sign]) -> bool:
        """Whether a clock time or an ordinal is a round there: of the workshop named before; one that is waved away
        ("alleen niet om twaalf uur", "de derde sla ik over"), or that was to have a workshop, and now has none ("om
        twaalf uur toch liever niets")."""
        taken = self.record.rounds_taken(also_past=False)
        if set(sign.rounds) <= set(taken) and any(
            sign.end <= other.start and self._near(sign, other) for other in empty
        ):
            return True
        last = self.record.last_choice()
        if last and last.round in self.record.rounds_left_free() and self._is_brief(scope.start, scope.end):
            return True  # "A om 12 uur. Nee, dan kan ik niet. Om 14 uur dan."
        wished = _wish().fullmatch(self.clauses.text, scope.start, sign.start) is not None
        told_of = self.record.last_choice(also_past=True) is not None
        if told_of and (self._goes_there(sign, scope.start) or self._is_taken(sign, scope.start)):
            return True
        return wished or self._is_of_that_one(sign) or scope.denies(sign) or self._instead(sign, scope.start)

    def _is_brief(self, start: int, end: int) -> bool:
        return len(self.clauses.text[start:end].split()) <= BRIEF

    def _completes_the_last(self, sign: Sign, start: int) -> bool:
        """Whether that round belongs to the workshop named last: "Maak daar ronde 2 van", "Vooroordelen. Ronde 2." """
        last = next((m for m in reversed(self.record.found) if m.kind == CHOICE), None)
        if last is not None and last.negated and last.round is None:
            last = self._only_choice() or last  # "A graag. B bewaar ik voor een andere keer. In ronde 2 dus."
        if last is None or last.negated:
            return False
        if self._goes_there(sign, start) and sign.rounds != (last.round,):
            return True
        if self._is_taken(sign, start):
            return True
        if last.past:  # "ik dacht eerst aan A om 12 uur, maar doe toch maar ronde 3"
            before = max(start, sign.start - 60), sign.start
            return any(any_in(name).search(self.clauses.text, *before) for name in ("corrects", "settles_on"))
        if self._instead(sign, start):
            return True
        _, end = self.clauses.sentence_at(sign.start)
        start = max(start, self.clauses.text.rfind(": ", start, sign.start) + 1)  # "de trein bepaalt de rest: ronde 1"
        reason = REASON.search(self.clauses.text, sign.end, end)
        end = reason.start() if reason else end  # "dan wel na de lunch, want daarvoor heb ik een afspraak"
        words = len(self.clauses.text[start:end].split())
        heads = (
            words <= SHORT and not self.clauses.text[start : sign.start].strip()
        )  # "Ronde 2, direct na de lunch: ..."
        wished = _wish().fullmatch(self.clauses.text, start, sign.start) is not None
        wished = wished and BUT.search(self.clauses.text, sign.end, end) is None  # "..., maar anders het uur daarna"
        brief = words <= FEW or heads or wished or self._is_of_that_one(sign)
        homeless = last.round is None or last.round in self.record.rounds_left_free()
        return brief and homeless and not self.record.waiting

    def _only_choice(self) -> ChoiceFound | None:
        """The choice that was made, if there is just one, and it has no round yet."""
        chosen = [m for m in self.record.found if m.kind == CHOICE and m.sure and not (m.negated or m.past)]
        return chosen[0] if len(chosen) == 1 and chosen[0].round is None else None

    def _goes_there(self, sign: Sign, start: int) -> bool:
        """ "Die zou ik graag in ronde 3 doen", "verplaats die maar naar ronde 2", "nee, ronde 2": what was
        named last has another round now."""
        text = self.clauses.text
        if NO_RATHER.fullmatch(text, start, sign.start):
            return True
        if OF_THAT.search(text, start, sign.start) and MADE_OF_IT.match(text, sign.end):
            return True  # "kunt u daar 15 uur van maken?"
        return any(pattern.search(text, start, sign.start) for pattern in (_put_that(), _that_is_wished()))

    def _is_taken(self, sign: Sign, start: int) -> bool:
        """ "Die volg ik het liefst na de lunch", of the workshop named last, where it has no round yet."""
        last = self.record.last_choice()
        return (
            last is not None
            and last.round is None
            and bool(_that_is_taken().search(self.clauses.text, start, sign.start))
        )

    def _tells_who_is_there(self, sign: Sign) -> bool:
        """ "Dilara is er alleen 's ochtends": no round is chosen by that."""
        return any(m.start < sign.end and sign.start < m.end for m in self.away)

    def _is_of_that_one(self, sign: Sign) -> bool:
        """ "die van 14 uur", "zet mij daarvoor maar in de eerste ronde": a round of the workshop named before."""
        sentence, _ = self.clauses.sentence_at(sign.start)
        before = self.clauses.text[max(sentence, sign.start - 50) : sign.start]
        return bool(_of_that_one().search(before) or SO_THEN.search(before))

    def replaces(self, sign: Sign, bearing: list[Sign]) -> bool:
        """ "Ronde 1 en 3 Vooroordelen lijkt me dubbelop, dus alleen ronde 3": a round behind the last workshop."""
        if not all(other.end <= sign.start for other in bearing) or bearing[-1].kind is Is.SAME:
            return False  # "dezelfde workshop, alleen dan in ronde 2"
        between = max(other.end for other in bearing), sign.start
        if ANOTHERS.search(self.clauses.text, *between):
            return False  # "Els wil in ronde 3 naar A, en ik liever in de eerste"
        if self._instead(sign, between[0]) or listed("takes_back").search(self.clauses.text, *between):
            return True
        return MEANT.search(self.clauses.text[between[0] : between[1]]) is not None

    def of_that_one(self, signs: list[Sign], present: tuple[int, ...], start: int) -> list[Sign]:
        """Moves the workshop of a sentence before to where "maar die doe ik liever als laatste, en eerst B" has it;
        returns the signs that are left. present: the rounds in which somebody is there."""
        last, text = self.record.last_choice(also_past=True), self.clauses.text
        left = list(signs)
        for sign in signs if last is not None else ():
            clause = self.clauses.clause_at(sign.start)
            alone = not any(clause[0] <= s.start < clause[1] for s in signs if s.kind in BEARING)
            rounds = {"first": present[:1], "last": present[-1:]}.get(sign.relation, sign.rounds)
            if alone and rounds and THAT_RATHER.search(text, max(start, clause[0]), sign.start):
                self.record.move_last(replace(sign, kind=Is.ROUND, relation="", rounds=rounds))
                left.remove(sign)
        return left

    def _instead(self, sign: Sign, start: int) -> bool:
        before = self.clauses.text[max(start, sign.start - 40) : sign.start]
        return any(any_in(name).search(before) for name in ("instead", "settles_on"))

    def _near(self, sign: Sign, other: Sign) -> bool:
        between = self.clauses.text[sign.end : other.start]
        if SO_NONE.fullmatch(between):
            return True
        return len(between) < 45 and not re.search(
            r"[;\n]\s|(?<!toch\s)\b(?:maar|but)\b|,\s(?:dus|want|omdat|because)\b", between
        )


@cache
def _wish() -> re.Pattern[str]:
    """A sentence that begins with a wish, up to its round: "Het liefst nog voor de netwerklunch", "Dan graag om"."""
    wish = any_of((*words("choices", "preferably"), "graag"))
    small = "nog|dus|wel|meteen|direct|in|om|at|de|the|voor mij"
    return re.compile(rf"\W*(?:(?:en|maar|and|but)\s)?(?:{wish})\s(?:(?:{small})\s){{0,3}}")


@cache
def _of_that_one() -> re.Pattern[str]:
    that = any_of(words("choices", "that_one"))
    that_workshop = r"(?:die|deze|that|this)\s(?:workshop|sessie|session)\s(?:[\w']+,?\s){0,5}?(?:om|in|at)"
    pointed = rf"(?:{that})\s(?:[\w']+\s){{0,3}}?(?:van|om|at|in|of|voor)"
    return re.compile(rf"(?<!\w)(?:{that_workshop}|{pointed})\s(?:de\s|het\s|the\s)?$")


@cache
def _put_that() -> re.Pattern[str]:
    """ "Kan die naar", "verplaats dat maar naar", "zou ik die graag in"; not "kan die ook in"."""
    verbs = any_of((*words("choices", "converts"), *words("choices", "shifts"), *words("choices", "asks_leave")))
    return re.compile(rf"(?<!\w)(?:{verbs})\s(?:{SMALL}\s){{0,3}}?(?:{_that()})\s{_on_the_way()}")


@cache
def _that_is_wished() -> re.Pattern[str]:
    """A sentence that begins with it: "Die zou ik graag in"."""
    verbs = any_of((*words("choices", "shifts"), *words("choices", "asks_leave")))
    return re.compile(rf"\W*(?:(?:en|maar|dus|and|but)\s)?(?:{_that()})\s(?:{verbs})\s{_on_the_way()}")


@cache
def _that_is_taken() -> re.Pattern[str]:
    """A sentence that begins with it: "Die volg ik het liefst", "Daar ga ik graag"."""
    verbs = any_of(words("choices", "going_verbs"))
    return re.compile(rf"\W*(?:(?:en|maar|dus|and|but)\s)?(?:{_that()})\s(?:{verbs})\s(?:ik|we|wij)\s{_on_the_way()}")


def _that() -> str:
    return any_of((*words("choices", "that_one"), "daarmee"))


def _on_the_way() -> str:
    """Up to the round: few words, and none that says "once more"."""
    more = any_of((*words("choices", "again"), "ook", "nog", "too", "also"))
    return rf"(?:(?!(?:{more})\s)[\w']+\s){{0,6}}?(?:(?:naar|in|op|om|to|into|for|at|tijdens)\s)?(?:(?:de|het|the)\s)?$"
