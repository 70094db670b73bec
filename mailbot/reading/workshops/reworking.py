"""What a sentence does to choices told before it, by pointing at them: one is moved ("die van ronde 2 gaat naar ronde
3"), all are taken back ("vergeet dat maar").
"""

import re
from functools import cache
from itertools import pairwise

from mailbot.reading.lexicon import words
from mailbot.reading.text.clauses import Clauses
from mailbot.reading.text.fold import any_of
from mailbot.reading.text.lookup import Lookup, lookup
from mailbot.reading.workshops.exchanging import exchanged
from mailbot.reading.workshops.found import CLEAR, OPEN, ChoiceFound
from mailbot.reading.workshops.patterns import any_in, listed
from mailbot.reading.workshops.record import Record
from mailbot.reading.workshops.sign import BEARING, Is, Sign

# Between the round that is left and the one that comes instead: "... van 14 uur maar op 15 uur"
TO = re.compile(
    r"[)\"']?(?:\s[\w']+){0,6}?\s(?:naar|op|wordt|worden|to|into|for|in|om)\s(?:(?:de|het|the|om)\s)?|\s?(?:->|=>|→)\s?"
)
MAKE_OF = re.compile(r"\b(?:maak|maakt u|make)\s(?:van|of)\s(?:(?:die|de|het|the|that)\s)?(?:(?:van|om|at|of)\s)?$")
MORE = r"(?:verder|daarna|ook|nog|andere|overige|rest|niet)\b"
OR = re.compile(r"\W*(?:of|or)\s(?!(?:nee|toch|liever|beter|eigenlijk|no|rather)\b)")
SMALL = re.compile(r"(?:\s(?:toch|maar|dan|graag|liever|dus|please|om|de|het|the|een))*\s")
ALL = 3  # rounds: "alle drie de rondes" says no more than "de workshops"
FURTHER = 60  # characters before a round in which what points at it stands


class Reworking:
    """Works on a record."""

    def __init__(self, record: Record, clauses: Clauses) -> None:
        self.record, self.clauses = record, clauses
        self.none: tuple[int, int] | None = None  # where the sentence says that somebody goes to no workshop at all

    def take(self, signs: list[Sign], start: int, end: int) -> list[Sign]:
        """The signs of a sentence without those that only say what becomes of something told before."""
        self.none = None
        none = listed("none_at_all").search(self.clauses.text, start, end)
        none = none or self._in_none(signs, start, end)
        if none and not any(sign.kind is Is.ROUND and len(sign.rounds) < ALL for sign in signs):
            self.none = none.span()
            return [s for s in signs if s.end <= none.start() or self._goes_on(none.end(), s)]
        if none and self.record.found:
            self._clear_at(*none.span())
        if not self.record.found:
            return signs
        self._leave_open(signs, start, end)
        self._clear(signs, start, end)
        if OR.match(self.clauses.text, start) and listed("up_to_you").search(self.clauses.text, start, end):
            return [sign for sign in signs if sign.kind is not Is.SWAP]  # "Of wissel ze om, dat mag u bepalen"
        if turned := exchanged(self.record, self.clauses.text, start, end):
            signs = [s for s in signs if s.kind is not Is.SWAP and not turned[0] <= s.start < turned[1]]
        for source, target in pairwise(signs):
            if self._moves(source, target, signs, start) and self.record.relocate(self._left(source), target.rounds[0]):
                rest = [sign for sign in signs if sign not in (source, target)]
                # "van ronde 3 naar ronde 1, zelfde workshop"
                return rest if any(sign.kind is not Is.SAME for sign in rest) else []
        return signs

    def close(self) -> None:
        """Take back what the sentence that was read, and those before it, told of whoever it says chooses nothing:
        "die onderwerpen geef ik zelf, dus aan de workshops doe ik niet mee"."""
        if self.none and self.record.found:
            self._clear_at(*self.none)
        self.none = None

    def _goes_on(self, behind: int, sign: Sign) -> bool:
        """ "Els komt zonder workshops, ik wil naar A"; not so "..., al klonk A interessant"."""
        return listed("going_verbs").search(self.clauses.text, behind, sign.start) is not None

    def _left(self, source: Sign) -> int:
        """The round that is left: by its number, or of the choice told first, second, last."""
        told = self.record.rounds_in_order()
        if source.kind is Is.ROUND or not told:
            return source.rounds[0]
        last = self.clauses.text[source.start : source.end].endswith(tuple(words("choices", "last")))
        return told[-1] if last else told[source.rounds[0] - 1] if source.rounds[0] <= len(told) else 0

    def _clear(self, signs: list[Sign], start: int, end: int) -> None:
        """ "Nee, vergeet dat", "scrap that": before anything else is said in that sentence."""
        until = next((sign.start for sign in signs if sign.kind is not Is.NOTHING), end)
        said = listed("clears").search(self.clauses.text, start, until)
        if said and self.record.last_choice() is not None:
            self._clear_at(*said.span())

    def _in_none(self, signs: list[Sign], start: int, end: int) -> re.Match[str] | None:
        """ "Aan de workshops doe ik niet mee"; not so "bij de workshops hoef ik A niet te doen"."""
        said = _in_none().search(self.clauses.text, start, end)
        within = [s for s in signs if said and s.kind in BEARING and said.start() < s.start < said.end()]
        return said if said and (said["goes"] or not within) else None

    def _leave_open(self, signs: list[Sign], start: int, end: int) -> None:
        """ "Ik wil me nog niet vastleggen", of what was named before and given no round."""
        if any(sign.kind in BEARING or sign.kind is Is.ROUND for sign in signs):
            return
        said = listed("none_now").search(self.clauses.text, start, end)
        if said and not any_in("round").search(self.clauses.text, start, end):
            self.record.found.append(ChoiceFound(OPEN, *said.span(), revision=self.record.revision))

    def _clear_at(self, start: int, end: int) -> None:
        self.record.revise()
        self.record.found.append(ChoiceFound(CLEAR, start, end, revision=self.record.revision))

    def _moves(self, source: Sign, target: Sign, signs: list[Sign], start: int) -> bool:
        """Whether what is in the one round goes to the other: "die van ronde 2 naar ronde 3", "de tweede schuift op
        naar ronde 3"."""
        one_each = all(len(sign.rounds) == 1 for sign in (source, target)) and target.kind is Is.ROUND
        one_each = one_each and source.kind in (Is.ROUND, Is.ORDINAL)
        if not one_each or any(s.kind in BEARING and s.start < target.end for s in signs):
            return False
        text = self.clauses.text
        if MAKE_OF.search(text, start, source.start) and SMALL.fullmatch(text, source.end, target.start):
            return True  # "maak van de tweede toch maar de derde ronde"
        if TO.fullmatch(text, source.end, target.start) is None:
            return False
        if _that_of().search(text, max(start, source.start - FURTHER), source.start):
            return True
        return listed("shifts").search(text, start, target.start) is not None


@cache
def _in_none() -> Lookup:
    """ "Aan de workshops doe ik niet mee", "de workshops gaan aan mij voorbij", "de rondes sla ik over"."""
    some = any_of((*words("choices", "offered_workshops"), *words("choices", "rounds")))
    which = rf"(?:de|beide|alle|die|the|both|any)\s(?:(?:twee|drie|beide|hele|of the)\s)?(?:{some})\b"
    at, far = r"(?:aan|voor|naar|bij|met|in|for|to)", r"[^.;!?\n]{0,60}?"
    never = r"(?:niet|geen|not)\b(?!\s(?:alleen|te missen|missen|only))"
    goes = (  # "de workshops sla ik over", "laten we lopen", "gaan aan mij voorbij"; not so "laat ik aan u over"
        rf"(?:sla|slaan){far}\bover|(?:skip|skipping)|(?:laat|laten){far}\b(?:voorbij|voorbijgaan|schieten|lopen|varen|zitten)"
        rf"|(?:gaan|gaat){far}\bvoorbij|mis(?:sen)?\s(?:ik|we|wij)\b|(?:moet|moeten){far}\b(?:missen|overslaan)"
    )
    none = (  # "ik doe geen workshops", "we slaan de workshops over"; not so "verder doe ik geen workshops"
        rf"(?:doe|doen|volg|volgen|neem|kies|kiezen|hoef|hoeven|wil|willen|bezoek)\s(?:(?!{MORE})\w+\s){{0,4}}?"
        rf"geen\s(?:enkele\s)?(?:{some})\b(?!\s(?:meer|in|op|om|voor|tijdens|na|van|over|die|waar)\b)"
        rf"|(?:sla|slaan)\s(?:(?!{MORE})\w+\s){{0,4}}?(?:de|alle|beide)\s(?:twee\s|drie\s)?(?:{some})\s(?:\w+\s){{0,2}}?over\b"
    )
    part = r"\b(?:doe|doen|hoef|hoeft|hoeven|ga|gaan|kom|komen|neem|nemen|take|join|attend)\b"
    leave_me_out = r"\b(?:hoeft u|hoef je|hoeven jullie)"
    return lookup(
        (*words("choices", "offered_workshops"), *words("choices", "rounds")),
        rf"(?<!\w){at}\s{which}{far}{part}{far}{never}|(?<!\w){which}{far}\b(?P<goes>{goes})\b"
        rf"|(?<!\w)(?<!verder )(?<!rest )(?<!daarna )(?:{none})"
        rf"|(?<!andere )(?<!overige )(?<!rest van de )(?<!\w)(?:WORDS)\b{far}{leave_me_out}{far}{never}",
    )


@cache
def _that_of() -> re.Pattern[str]:
    """Before a round: "die van", "mijn keuze voor", "the one at"."""
    that = any_of((*words("choices", "that_one"), *words("choices", "workshop"), "wat ik", "degene"))
    return re.compile(
        rf"(?<!\w)(?:{that})\s(?:[\w']+\s){{0,3}}?(?:van|om|in|uit|voor|bij|from|at|of|for)\s(?:(?:de|het|the)\s)?$"
    )
