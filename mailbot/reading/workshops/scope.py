"""What a sentence does to a workshop that it names: chosen, denied, given up, second best, left open.

Each question is asked of the words around the sign, as far as its clause or its sentence goes; what is past or was
only proposed is past.py's.
"""

import re
from enum import Enum

from mailbot.reading.text.clauses import Clauses
from mailbot.reading.text.late import late
from mailbot.reading.workshops.done_before import was_done
from mailbot.reading.workshops.meanwhile import chooses_for_another
from mailbot.reading.workshops.past import Past
from mailbot.reading.workshops.patterns import any_in, listed
from mailbot.reading.workshops.put_off import is_put_off
from mailbot.reading.workshops.reasons import reason_around
from mailbot.reading.workshops.replacing import Replacing
from mailbot.reading.workshops.scope_patterns import (
    denied_behind,
    is_engaged,
    is_of_another,
    not_right_before,
    second_wish,
    somebody_else,
)
from mailbot.reading.workshops.sign import BEARING, Is, Sign
from mailbot.reading.workshops.talk import is_only_a_topic, is_question, is_recommended, says_what_is_held
from mailbot.reading.workshops.unreal import would_have_been

# "De vragen die ik in ronde 1 niet durfde te stellen"; of a workshop that stands before it, it is its round
OF_SOMETHING = re.compile(
    r"\b(?:vra(?:ag|gen)|ervaring(?:en)?|dingen?|iets|wat|collega['’]?s?|mensen|questions?|things?|people)"
    r"(?:\s[\w']+){0,2}?,?\s(?:(?:die|dat|wat|which|that|what)\s)?(?:ik|we|wij|i)\s(?:[\w']+\s)?(?:in|om|during|at)\s(?:de\s|the\s)?$"
)
# "Vooroordelen: nee", "A - niet"
SAYS_NO = re.compile(
    r"[\"']?\s?(?:\([^()\n]{1,40}\)\s?)?(?:[:=–-]\s?(?:nee|neen|niet|no|nope|skip|overslaan)|\s(?:nee|neen))\b(?=\s?(?:$|[.,;:!)(\n]|dank\b|bedankt\b|thanks?\b))"
)
WOULD = re.compile(r"\b(?:zou|zouden|would|wilde|wilden)\b|'d\b")
BUT_RATHER = late(
    r"[^.;!?\n]{0,60}?,?\s(?:maar|but)\s(?!(?:ook|also|dan|then|eerst|first)\b)[^.;!?\n]{2,80}?"
    r"(?:[,:]\s(?:dus|so|daarom|vandaar)\b[^.,;!?\n]{0,30}|:\s?[^.,;!?\n]{0,20}|\b(?:kies|neem|pick|choose)\b[^.,;!?\n]{0,20})"
)
TO_MISS = re.compile(r"\s(?:graag\s)?(?:overslaan|missen|skippen|laten\s(?:lopen|schieten|vallen)|miss|skip)\b")
WHICH_I = re.compile(r"\b(?:die|which)\s(?:ik|we|wij|i)\s(?:\w+\s){0,3}$")
NOT_BEHIND = re.compile(r"[\"']?(?:\s[\w'-]+){0,6}?\s(?:niet|not)\b")
# "A geef ik zelf, dus zet me daar niet bij"
THERE_NOT = re.compile(
    r"[^.;!?\n]{0,80}[,;]\s(?:dus|en|so)\s[^.,;\n]{0,25}"
    r"\b(?:daar|daarvoor|daarbij|die(?!\s(?:volgorde|dag|ronde|manier))|there|that one|that workshop)\b"
    r"[^.,;\n]{0,25}\b(?:niet|not)\b"
)
SAID_OF_US = re.compile(r"[,;]\s.*\b(?:ik|wij|we|i)\b")
DUS_NOT = re.compile(r"\bdus\s(?:helaas\s)?niet$")  # "ronde 1 lukt mij dus niet"
THAT_IS_NOT = re.compile(r"\b(?:die|dat|that|which)\s(?:(?:is|are)\s)?(?:niet|not)\s(?:[\w-]+\s){0,3}$")
OR = re.compile(
    r"[\"'\s]*(?:of|or|oder|ou)\s(?:(?:de|het|the|naar|die|voor|bij|in)\s){0,2}(?:workshop\s)?(?:(?:over|van)\s(?:het\s)?)?[\"']?"
)

SLASH = re.compile(rf"(?:[\"']?\s?[/|]\s?[\"']?|{OR.pattern})")


ONLY_WORDS = re.compile(r"\s(?:[\w-]+\s){0,3}[\"']?")
OWN_ROUND = re.compile(r"[(,]|\b(?:in|om|van|at|of|tijdens)\s(?:(?:de|het|the)\s)?$")
AND = re.compile(r"\b(?:en|and)\b")
ALONGSIDE = re.compile(
    r"[\"'\s]*(?:en|and|als|of|or|noch|nor|&)\s(?:(?:de|het|the|naar|die|voor|bij|over|workshop|van|ook)\s){0,4}[\"']?"
)
NO_ROUND = re.compile(
    r"\s(?:(?:al|meteen|direct|pas|ook|right|already)\s)?(?:in|om|at|tijdens|during)\s(?:(?:de|het|the)\s)?"
)
# "Ik moet de eerste ronde helaas missen"
MISSED = re.compile(
    r"\s(?:(?:helaas|dus|dan|wel|even)\s){0,2}"
    r"(?:missen|mist|overslaan|overslaat|skippen|skipt|laten schieten|laten vallen)\b"
)
SUPPOSED = re.compile(
    r"\W*(?:(?:en|maar|want|dus|and|but)\s)?(?:als|indien|mocht|stel dat|if|should)\s(?:ik|we|wij|i)\b"
)
WHEREVER = re.compile(r"waar|wherever")
THINGS = re.compile(r"\sze\b(?!\s(?:het|dat|die|de)\b)")
PREFERRED_OVER = re.compile(r"\b(?:prefer|rather|favou?r)\b[^,.;]{1,40}\bover\s(?:the\s)?[\"']?$")
# "I can't decide between A and C", "ik twijfel tussen A en B"
BETWEEN = re.compile(
    r"\b(?:decide|choose|torn|hesitat\w+|dithering|twijfel\w*|kiezen)\s(?:\w+\s){0,2}(?:between|tussen)\s"
    r"(?:[^,.;]{0,30}\s(?:and|en)\s)?[\"']?(?:(?:the|de|het)\s)?$"
)
LET = re.compile(
    r"\b(?:laat|laten|sla|slaat|slaan|houd|hou)\s(?:(?:ik|we|wij|u|mij|maar|dan|dus|toch|de|het|die)\s){0,5}$"
)
GO = re.compile(
    r"[\"']?\s(?:[\w']+\s){0,3}?(?:vallen|schieten|zitten|vervallen|lopen|varen|gaan|leeg|vrij|over|open)\b"
)
LETS_GO = re.compile(
    r"[\"']?\s(?:laat|laten|sla|slaat|slaan|hou|houdt?|houden)\s(?:(?!(?:niet|geen|not)\b)[\w'-]+\s){1,3}?"
    r"(?:vallen|schieten|vervallen|lopen|varen|leeg|vrij|over|voorbijgaan)\b"
)
AS_WELL = re.compile(r"\s(?:ook|evenmin|eveneens|too|neither)(?:\s(?:niet|al))?(?=\s?(?:$|[.,;)\n]))")


# "Mijn andere keuze (A, eerste ronde) blijft zoals die was": told before, and not asked for anew
STAYS = re.compile(
    r"[\"']?(?:(?:,|\s\(|\s(?:in|om|van))?\s?(?:(?:de|het)\s)?[\w.]+(?:\s(?:ronde|uur|\d))?\)?)?[,)]*"
    r"\s(?:(?:kan|mag|moet|kunnen|mogen|can|may|should|will)\s)?(?:blijft|blijven|stays?|remains?)"
    r"(?:\s(?:dan|dus|gewoon|ook|wel)){0,2}(?=\s(?:staan|zo|zoals|gelijk|ongewijzigd|onveranderd|hetzelfde|as)\b|\s?(?:$|[.,;!\n]))"
)


STAYS_BEFORE = re.compile(
    r"\b(?:ronde|uur|keuze|round)\s?\w{0,6}\sblij(?:ft|ven)\s(?:dan\s|gewoon\s|dus\s|wel\s){0,2}[\"']?$"
)


class Standing(Enum):
    """What became of a workshop in its sentence."""

    CHOSEN = "chosen"
    REFUSED = "refused"  # "niet A"
    DENIED = "denied"  # "A in ronde 2 sla ik over": the round belongs to it
    REPLACED = "replaced"  # "in plaats van A", "van A naar B": B takes its rounds
    PAST = "past"  # "ik stond bij A"
    SECOND = "second best"  # "anders A"
    OPEN = "open"  # "A of B, dat zie ik wel"


class Scope:
    """Asks it for the signs of one sentence, [start, end) of the text."""

    def __init__(self, clauses: Clauses, signs: list[Sign], start: int, end: int, written: str) -> None:
        self.clauses, self.text, self.start, self.end = clauses, clauses.text, start, end
        self.written = written  # with its capitals
        self.signs = signs
        self.bearing = [s for s in signs if s.kind in (Is.WORKSHOP, Is.OTHER_WORKSHOP, Is.ALL_WORKSHOPS)]
        self._replacing = Replacing(clauses, self.bearing, signs, start, end)
        self._past = Past(clauses, self.bearing, signs, start, end)
        self.placed = any(s.kind is Is.ROUND for s in signs)
        either = len(self.bearing) != 1 and listed("all_one").search(self.text, start, end)
        # "A wordt het zeker, ik twijfel nog tussen ronde 2 en 3": of the round alone
        of_the_round = len(self.bearing) == 1 and any(s.kind is Is.ANY_ROUND for s in signs)
        undecided = None if of_the_round else listed("undecided").search(self.text, start, end)
        if undecided and len(self.bearing) == 1 and WHEREVER.match(undecided[0]):
            undecided = None  # "zet mij bij A waar nog plek is": in whichever round
        self._undecided = either or undecided

    def standing(self, sign: Sign) -> Standing:
        """What becomes of that workshop."""
        if self._is_second_best(sign):
            return Standing.SECOND
        if self._replacing.takes_the_place_of(sign):
            return Standing.REPLACED
        if self._would_have_been(sign):
            return Standing.PAST if self._is_elsewhere_then(sign) else Standing.DENIED
        if self._would_rather_another(sign):
            return Standing.DENIED
        if is_put_off(sign, self.signs, self.clauses) or was_done(sign, self.bearing, self.clauses):
            return Standing.DENIED
        if self.is_only_considered(sign) or self._past.tells_of(sign):
            return Standing.PAST
        if self._is_waved_away(sign):
            return Standing.DENIED
        if self.refuses(sign):
            return Standing.REFUSED
        return Standing.OPEN if self._is_open(sign) or self._is_only_a_reason(sign) else Standing.CHOSEN

    def _is_only_a_reason(self, sign: Sign) -> bool:
        """ "Ronde 1 graag A, omdat B bij ons al klaar is"."""
        if sign.kind is not Is.WORKSHOP:
            return False
        why = reason_around(sign, self.signs, self.text, self.start, self.end)
        others = [s for s in self.bearing if why and s.workshop != sign.workshop]
        before = [s for s in others if why and s.end <= why[0]]
        if before:
            return self.standing(before[-1]) is Standing.CHOSEN
        return any(s.kind is Is.WORKSHOP and why is not None and s.start >= why[1] for s in others)

    def _would_have_been(self, sign: Sign) -> bool:
        """ "A in ronde 1 had ik graag gevolgd, maar dan zit ik in de trein"."""
        start, end = self.clauses.clause_at(sign.start)
        return would_have_been(self._without_titles(start, max(end, sign.end)), self.text, start, self.end)

    def _would_rather_another(self, sign: Sign) -> bool:
        """ "A zou ik ook willen, maar dat is dubbelop, dus dan B": a wish that a "maar" and another workshop answer."""
        following = next((s for s in self.bearing if s.start >= sign.end), None)
        if sign.kind is not Is.WORKSHOP or following is None or following.workshop == sign.workshop:
            return False
        start, end = self.clauses.clause_at(sign.start)
        if any(s.kind is Is.ROUND and end <= s.start < following.start for s in self.signs):
            return False  # "I would like A in round 1, but in round 2 I choose B"
        wished = WOULD.search(self.text, start, max(end, sign.end))
        return wished is not None and BUT_RATHER.fullmatch(self.text, sign.end, following.start) is not None

    def _is_elsewhere_then(self, sign: Sign) -> bool:
        """ "..., dus dan graag in ronde 2": only the round would have been another."""
        end = max(self.clauses.clause_at(sign.start)[1], sign.end)
        return any(s.kind is Is.ROUND and s.named and s.start >= end and not self.denies(s) for s in self.signs)

    def _without_titles(self, start: int, end: int) -> str:
        """That part of the text with a blank for each letter of a workshop: "beleid" is no participle."""
        text = self.text[start:end]
        for sign in self.bearing:
            if start <= sign.start and sign.end <= end:
                text = f"{text[: sign.start - start]}{' ' * (sign.end - sign.start)}{text[sign.end - start :]}"
        return text

    def stays(self, sign: Sign) -> bool:
        """ "A in ronde 1 blijft zoals het was"; not so "terwijl Bram bij A blijft"."""
        if self.text.endswith(("bij ", "in ", "naar ", "at "), self.start, sign.start):
            return False
        if STAYS_BEFORE.search(self.text, self.start, sign.start):
            return True  # "ronde 1 blijft A"
        return STAYS.match(self.text, sign.end, self.end) is not None

    def denies(self, sign: Sign) -> bool:
        """Whether that round is one in which somebody wants nothing."""
        if self.is_of_something(sign) or self._is_supposed(sign):
            return False
        if self.refuses(sign) or self._is_waved_away(sign) or MISSED.match(self.text, sign.end):
            return True
        if self._is_engaged(sign):
            return True
        before = [s for s in self.signs if s.kind is Is.ROUND and s.end <= sign.start]  # "ronde 1 valt af, ronde 3 ook"
        as_well = bool(before) and AS_WELL.match(self.text, sign.end, self.end) is not None
        return as_well and self.denies(before[-1])

    def _is_supposed(self, sign: Sign) -> bool:
        """ "Als ik dan de laatste ronde moet missen, dan liever A": nothing that is so."""
        return SUPPOSED.match(self.text, *self.clauses.clause_at(sign.start)) is not None

    def _is_engaged(self, sign: Sign) -> bool:
        """ "Ik zie net dat ik in ronde 2 een overleg heb", in a clause that names no workshop."""
        start, end = self.clauses.clause_at(sign.start)
        names_one = any(start <= other.start < end for other in self.bearing)
        return not names_one and is_engaged(self.text, start, end)

    def is_of_something(self, sign: Sign) -> bool:
        """ "De vragen die ik in ronde 1 niet durfde te stellen": the round is theirs, and nobody's wish."""
        return OF_SOMETHING.search(self.text, max(self.start, sign.start - 48), sign.start) is not None

    def refuses(self, sign: Sign) -> bool:
        """Whether a "niet" or "in plaats van" stands right before it."""
        start, _ = self.clauses.clause_at(sign.start)
        before = self.text[start : sign.start]
        if sign.kind is Is.ROUND and before.endswith("op ") and self.text.startswith(" na", sign.end):
            return True  # "alle rondes, op de laatste na"
        earlier = [s for s in self.bearing if s.end <= sign.start]
        if earlier and OR.fullmatch(self.text, earlier[-1].end, sign.start) and self.refuses(earlier[-1]):
            return True  # "u hoeft mij niet bij A of B te zetten"
        if sign.kind is Is.WORKSHOP and "over " in before and PREFERRED_OVER.search(before):
            return True
        return not THAT_IS_NOT.search(before) and bool(not_right_before().search(before))

    def _is_waved_away(self, sign: Sign) -> bool:
        """ "Lokaal hoeft voor mij niet", "ronde 3 sla ik over": the rest of the clause does away with its topic."""
        following = next((s for s in self.signs if s.kind in BEARING and s.start >= sign.end), None)
        until = following.start if following else sign.end + 90
        if following and ALONGSIDE.fullmatch(self.text, sign.end, until) and sign.kind is Is.WORKSHOP:
            return self._is_waved_away(following)  # "A en B moet ik helaas missen"
        if LET.search(self.text, max(self.start, sign.start - 40), sign.start) and GO.match(self.text, sign.end, until):
            return True  # "dan laat ik ronde 2 vallen"
        if LETS_GO.match(self.text, sign.end, until):
            return True  # "ronde 3 laat ze schieten"
        if SAYS_NO.match(self.text, sign.end, self.end):
            return True
        match = denied_behind().match(self.text, sign.end, min(until, self._next_topic(sign)))
        if match and TO_MISS.match(self.text, match.end()):
            return False  # "ronde 3 wil ik niet overslaan"
        if match and self._is_another_who_denies(sign, match[0]):
            return False  # "Joost wil ook naar A, die sla ik over"
        if match and not ONLY_WORDS.fullmatch(self.text, match.end(), until):
            return True
        there = THERE_NOT.match(self.text, sign.end, min(until + 40, self.end))
        if there:
            return not self._is_of_a_round(there.end())
        start, end = self.clauses.clause_at(sign.end - 1)
        if WHICH_I.search(self.text, start, sign.start):
            return False  # "de vragen die ik in ronde 1 niet durfde te stellen"
        match = NOT_BEHIND.match(self.text, sign.end, min(self.end, until))
        if match is None or (match.end() > end and not DUS_NOT.search(match[0])):
            return False
        if "\n" in match[0] and self._has_a_line(sign):
            return False  # "15 uur B", and below it "om 12 uur hoeft niet"
        if AND.search(match[0]) or ONLY_WORDS.fullmatch(self.text, match.end(), until):
            return False  # the "niet" is of what follows
        if TO_MISS.match(self.text, match.end()):
            return False
        if self._is_of_a_round(match.end()):
            return False
        return not listed("welcome").search(self.text, sign.end, min(match.end() + 14, self.end))

    def _is_another_who_denies(self, sign: Sign, denial: str) -> bool:
        start, _ = self.clauses.clause_at(sign.start)
        mine = SAID_OF_US.search(denial) is not None and sign.kind is Is.WORKSHOP
        return mine and chooses_for_another(self.written, max(start, self.start), sign.start)

    def _has_a_line(self, sign: Sign) -> bool:
        """Whether the line of that workshop begins with its round: it is one of a list, and ends with the line."""
        begins = self.text.rfind("\n", 0, sign.start) + 1
        return any(s.kind is Is.ROUND and not self.text[begins : s.start].strip(" -*•") for s in self.signs)

    def _is_of_a_round(self, behind: int) -> bool:
        """Whether a "niet" that ends there is of a round: "daar wil ik niet meteen in de eerste ronde heen"."""
        return any(s.kind is Is.ROUND and NO_ROUND.fullmatch(self.text, behind, s.start) for s in self.signs)

    def _next_topic(self, sign: Sign) -> int:
        """Where behind a workshop a round stands that isn't its own: "... naar A de tweede ronde sla ik over"."""
        rounds = (s for s in self.signs if s.kind is Is.ROUND and sign.kind in BEARING and s.start >= sign.end)
        topics = (s.start for s in rounds if not OWN_ROUND.search(self.text, sign.end, s.start))
        return next(topics, sign.end + 90)

    def is_excluded(self, sign: Sign) -> bool:
        """Whether the other one is meant: "de workshop die niet over beleid gaat"."""
        start, _ = self.clauses.clause_at(sign.start)
        return sign.kind is Is.WORKSHOP and bool(THAT_IS_NOT.search(self.text[start : sign.start]))

    def _is_second_best(self, sign: Sign) -> bool:
        """Whether it is only taken if something is full: "(of Vooroordelen als dat vol zit)", "reserve: ..."."""
        if sign.kind not in (Is.WORKSHOP, Is.OTHER_WORKSHOP, Is.SAME):
            return False
        start, end = self.clauses.clause_at(sign.start)
        clause = self.text[start : max(end, sign.end)]
        if any_in("if_full").search(clause) and any_in("full").search(clause):
            return True
        earlier = [s for s in self.bearing if s.end <= sign.start]
        if not earlier:
            return second_wish().match(self.text, self.start, sign.start) is not None
        between = self.text[earlier[-1].end : sign.start]
        return len(between) < 70 and bool(any_in("second_best").search(between))

    def is_only_considered(self, sign: Sign) -> bool:
        """ "Eerst wilde ik A doen, maar ...": it was never asked for, nor is "eerst" a round."""
        return self._past.is_only_considered(sign)

    def _asks(self) -> bool:
        """Whether the sentence only wants to know something of a workshop: "Is A ook in het Engels?"."""
        return is_question(self.text[self.start : self.end])

    def is_somebody_elses(self, sign: Sign) -> bool:
        """Whether its clause tells of somebody whom the mail doesn't name."""
        start, _ = self.clauses.clause_at(sign.start)
        return somebody_else().search(self.text, start, sign.start) is not None

    def names_somebody(self, sign: Sign) -> bool:
        """Whether its clause speaks of another person: "Kees wisselt het om"."""
        start, end = self.clauses.clause_at(sign.start)
        if sign.relation == "verb" and (things := THINGS.match(self.text, sign.end, end)):
            start = things.end()  # "draai ze maar om"
        return bool(re.search(r"\b(?:hij|zij|ze|hem|haar|she|he|her|him)\b", self.text[start:end]))

    def _is_open(self, sign: Sign) -> bool:
        """Whether no choice is made: "A of B, dat zie ik wel"; "beide lijken me leuk, ik kies op de dag zelf"."""
        if BETWEEN.search(self.text, max(self.start, sign.start - 60), sign.start):
            return True
        if not self.placed and (self._is_undecided(sign) or self._asks()):
            return True
        start, end = self.clauses.clause_at(sign.start)
        if is_only_a_topic(self.text, sign, self.signs, max(start, self.start), self.end):
            return True
        if sign.kind is Is.WORKSHOP and self._is_recommended(sign):
            return True
        if sign.kind is Is.SAME and listed("offered").search(self.text, start, end):
            return True  # "in alle rondes worden dezelfde workshops gegeven"
        in_all = any(len(s.rounds) > 2 for s in self.signs)
        if sign.kind is Is.SAME and says_what_is_held(self.text[start:end], sign, start, in_all=in_all):
            return True
        either = SLASH if self._is_row_of_one() else OR
        return any(
            one.workshop != two.workshop and either.fullmatch(self.text, one.end, two.start) and sign in (one, two)
            for one, two in zip(self.bearing, self.bearing[1:], strict=False)
        )

    def _is_row_of_one(self) -> bool:
        """ "Ronde 1: A / B": a row of what is held then, for nobody is at both."""
        head = self.signs[0] if self.signs else None
        return (
            head is not None
            and head.kind is Is.ROUND
            and len(head.rounds) == 1 == sum(s.kind is Is.ROUND for s in self.signs)
        )

    def _is_undecided(self, sign: Sign) -> bool:
        """Whether "dat zie ik nog wel" is said of that workshop, and not by another person of another: "ik kies A, Els
        beslist ter plekke"."""
        said = self._undecided
        if said is None:
            return False
        own = self.text[slice(*self.clauses.clause_at(sign.start))]
        other = self.text[slice(*self.clauses.clause_at(said.start()))]
        return not (is_of_another(own, other) or is_of_another(other, own))

    def _is_recommended(self, sign: Sign) -> bool:
        """ "Een collega raadde me A aan, maar ...": it is only spoken of, where nobody wishes for it behind that."""
        start, end = self.clauses.clause_at(sign.start)
        if any(s.kind is Is.ROUND and start <= s.start < end for s in self.signs):
            return False
        until = end if any(s.start >= sign.end for s in self.bearing) else self.end
        return is_recommended(self.text[start:end], self.text[sign.end : until])
