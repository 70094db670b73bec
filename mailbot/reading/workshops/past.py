"""Whether a sentence tells of a workshop that somebody had or wanted once, and doesn't ask for: "ik stond bij A". What
is said so out of politeness, or of what was meant all along, is none of it: "ik had A in gedachten".
"""

import re

from mailbot.reading.text.clauses import Clauses
from mailbot.reading.text.late import late
from mailbot.reading.workshops.patterns import WOULD_LIKE, any_in, listed
from mailbot.reading.workshops.sign import Is, Sign

# "Qua workshops dacht ik aan het volgende: ...": not so "eerst dacht ik aan ..., maar"
HAD_IN_MIND = late(
    r"(?<!eerst )(?<!eerder )(?<!aanvankelijk )(?<!oorspronkelijk )(?<!toen )(?<!gisteren )"
    r"\bdach(?:t|ten)\s(?:(?:ik|we|wij|zelf|dan|nu|zo)\s){0,3}aan\b(?![^.!?]*\b(?:maar|but|inmiddels|nu toch)\b)"
)
# "Ik had A in ronde 1 in gedachten": said politely, and what is wished
PROPOSES = late(
    r"(?!.*\b(?:eerst|eerder|aanvankelijk|oorspronkelijk|maar|doch|inmiddels|toch|first|originally|but)\b)"
    r".*\b(?:had|hadden)\b.{0,90}\b(?:in gedachten|gedacht|bedacht|voor ogen|in mijn hoofd|in mind)\b",
    re.DOTALL,
)
BUT = re.compile(r"\s*(?:maar|alleen|helaas|but|however|unfortunately)\b")
ENROLLED = late(
    r"\b(?:heb|hebben|have|'ve)\b[^.!?;\n]{0,60}?"
    r"\b(?:aangemeld|ingeschreven|opgegeven|geregistreerd|signed up|registered)\b"
)
NOT, NEAR = re.compile(r"\b(?:niet|nooit|geen|not|never|n't)\b"), 60
IN_THE_PROGRAMME = re.compile(r"\b(?:programma|uitnodiging|aankondiging|website|site|mail|programme|invitation)\s$")
LEFT_SO = re.compile(r"\b(?:laat|laten)\s[^.;:!?\n]{0,50}$")
# "Hij wil andere workshops dan ik had opgegeven: ..."
COMPARED = re.compile(
    r"\b(?:andere?|anders|others?|different)\b[^,;:.!?\n]{0,30}\b(?:dan|than|from)\b[^,;:.!?\n]{0,20}$"
)
WHICH_IS = re.compile(r"(?:\s\w+)?\s?[:(]")  # "wij staan er allebei met dezelfde keuze: A"
CLOSED = re.compile(r"[^()]*\)")
# "Ik had A bedoeld", "ik bedoelde A", "I meant A"
MEANT_BEHIND = re.compile(r"[\"']?\s(?:[\w']+\s){0,3}?(?:bedoeld|gemeend|moeten hebben|moeten staan)\b")
MEANT_BEFORE = re.compile(r"\b(?:bedoelden?|meant(?!\sto\b))\s(?:[\w']+\s){0,3}[\"']?$")
AND_NOT = re.compile(
    r"[^.;:!?\n]{0,40}(?:,\s(?:(?:en|dus|and)\s)?(?:niet|geen|not)|\s(?:in plaats van|i\.p\.v\.|ipv|instead of))"
    r"\s(?:[\w']+\s){0,3}[\"']?"
)


class Past:
    """Asks it for the signs of one sentence, [start, end) of the text; `bearing`: those that name a workshop."""

    def __init__(self, clauses: Clauses, bearing: list[Sign], signs: list[Sign], start: int, end: int) -> None:
        self.clauses, self.text, self.start, self.end = clauses, clauses.text, start, end
        self.bearing, self.signs = bearing, signs

    def is_only_considered(self, sign: Sign) -> bool:
        """ "Eerst wilde ik A doen, maar ...": it was never asked for, nor is "eerst" a round."""
        start, end = self.clauses.clause_at(sign.start)
        spoken = sign.kind in (Is.WORKSHOP, Is.SAME) or sign.relation == "first"
        return spoken and listed("considered").search(self.text, start, end) is not None and not self._proposes()

    def _proposes(self) -> bool:
        """ "Ik had A in ronde 1 in gedachten", and no "maar" behind it."""
        proposed = PROPOSES.match(self.text, self.start, self.end)
        return proposed is not None and BUT.match(self.text, self.end) is None

    def tells_of(self, sign: Sign) -> bool:
        """Whether the words since the last turn tell of what was: "ik sta op de lijst, met in ronde 2 A"."""
        if self._proposes():
            return False
        if self._was_enrolled(sign):
            return True
        before = self.text[max(self.start, sign.start - 160) : sign.start]
        turns = list(any_in("turn").finditer(before))
        since = turns[-1].start() if turns else 0
        start, end = self.clauses.clause_at(sign.start)
        clause = self.text[start:end]
        told = any(
            self._reaches(before[match.end() :]) and not COMPARED.search(before, since, match.start())
            for match in any_in("past").finditer(before, since)
            if not self._is_of_now(sign.start - len(before) + match.start())
        )
        in_clause = [start + match.start() for match in any_in("past").finditer(clause)]
        in_clause = [at for at in in_clause if not any(s.start <= at < s.end for s in self.bearing)]  # "wilde planten"
        if WOULD_LIKE.search(clause) or not (told or any(not self._is_of_now(at) for at in in_clause)):
            return False
        if self._is_what_was_meant(sign) or self._is_set_against(sign):
            return False
        if any_in("wish").search(clause):
            return bool(any_in("unfulfilled").search(clause))
        if any_in("had_rather").search(clause):
            return False  # "liever had ik A"
        if turns and not told and start < sign.start - len(before) + turns[-1].start():
            return False  # the past stands before the turn: "ik had ronde 1 A, graag B"
        # "hij doet mijn workshop, dat was A": it is to be
        same = [s for s in self.signs if s.kind is Is.SAME and s.start <= sign.start]
        return all(WHICH_IS.match(self.text, s.end, sign.start) for s in same)

    def _was_enrolled(self, sign: Sign) -> bool:
        """ "Ik heb mij vorige week aangemeld, met A in ronde 2": what was chosen then."""
        enrolled = ENROLLED.search(self.text, self.start, self.end)
        if enrolled is None or NOT.search(enrolled[0]):
            return False
        between = min(enrolled.end(), sign.start), max(enrolled.end(), sign.start)
        return len(self.text[slice(*between)]) < NEAR and any_in("turn").search(self.text, *between) is None

    def _is_of_now(self, at: int) -> bool:
        """Whether words that mostly tell of the past don't: "dacht ik aan het volgende", "zoals ze in het programma
        staan", "zouden wij haar graag ingedeeld zien"."""
        if HAD_IN_MIND.match(self.text, at) or IN_THE_PROGRAMME.search(self.text, self.start, at):
            return True
        if LEFT_SO.search(self.text, self.start, at) and self.text.startswith("staan", at):
            return True  # "laat ronde 1 staan en maak van ronde 2 A"
        wished = WOULD_LIKE.search(self.text, self.start, self.end)
        return wished is not None and wished.start() < at < wished.end()

    def _is_what_was_meant(self, sign: Sign) -> bool:
        """ "Maar ik had A bedoeld": it still is to be."""
        behind = MEANT_BEHIND.match(self.text, sign.end, self.end)
        return bool(behind or MEANT_BEFORE.search(self.text, self.start, sign.start))

    def _is_set_against(self, sign: Sign) -> bool:
        """ "Ik wilde A in ronde 2, niet B": what was wanted still is, for the other is denied."""
        following = next((s for s in self.bearing if s.start >= sign.end), None)
        if following is None or following.workshop == sign.workshop:
            return False
        return AND_NOT.fullmatch(self.text, sign.end, following.start) is not None

    def _reaches(self, between: str) -> bool:
        """Whether what was said of the past still goes for what follows: no new statement has begun in between."""
        if CLOSED.match(between):
            return False  # "niet naar A (al gedaan), wel naar B"
        said = re.sub(r"^\s(?:ik|we|wij|i)\b", "", between)
        return not re.search(r"[;.!?]\s|\s(?:ik|we|wij|i)\s", said)
