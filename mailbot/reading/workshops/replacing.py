"""Whether a sentence puts another workshop in the place of one: "van A naar B", "A wordt B", "A? grapje: B"."""

import re

from mailbot.reading.text.clauses import Clauses
from mailbot.reading.workshops.patterns import listed
from mailbot.reading.workshops.scope_patterns import becomes, into, whose
from mailbot.reading.workshops.sentences import is_answered
from mailbot.reading.workshops.sign import Is, Sign

AND = re.compile(r"\b(?:en|and)\b")
FROM = re.compile(r"(?:(?P<whose>[\w']+)\s)?\b(?:van|from|von)\s(?:(?:de|the)\s)?(?:workshop\s)?[\"']?$")
TO = re.compile(r"(?:(?!\b(?:en|and)\b)[^,.;\n]){0,30}?\b(?:naar|in|to|zu|into)\b")
MADE = re.compile(r"[\"']?\s(?:te\s)?(?:maken|maakt|gemaakt)\b")
BECOMES_BEHIND = re.compile(r"[\"']?\s(?:\w+\s)?(?:worden|te worden|zijn|te zijn|become|be)\b")
# "Mij van A afhalen en bij B neerzetten"
TAKEN_OFF = re.compile(r"[\"']?\s(?:[\w']+\s){0,2}?(?:af|weg|uit)(?:halen|haalt|gehaald|nemen|neemt|\ste\shalen)\b")
NEW_TOPIC = re.compile(r"[\"']?\s?[,;/|]\s(?:(?:en|and|de|the)\s){0,2}")


class Replacing:
    """Asks it for the signs of one sentence, [start, end) of the text; `bearing`: those that name a workshop."""

    def __init__(self, clauses: Clauses, bearing: list[Sign], signs: list[Sign], start: int, end: int) -> None:
        self.clauses, self.text, self.start, self.end = clauses, clauses.text, start, end
        self.bearing, self.signs = bearing, signs

    def takes_the_place_of(self, sign: Sign) -> bool:
        """Whether another workshop comes in the place of that one."""
        if sign.kind is not Is.WORKSHOP:
            return False
        others = [s for s in self.bearing if s.workshop != sign.workshop or s.kind is not Is.WORKSHOP]
        start, end = self.clauses.clause_at(sign.start)
        before = self.text[start : sign.start]
        away = FROM.search(before)
        leads = TO.match(self.text, sign.end, max(end, sign.end)) or TAKEN_OFF.match(self.text, sign.end)
        if away and leads and not whose().fullmatch(away["whose"] or ""):
            return True  # "van Lokaal naar Vooroordelen", whatever comes in its place
        following = next((s for s in others if s.start >= sign.end), None)
        if following is None:
            return False
        between = self.text[sign.end : following.start]
        if is_answered(self.text, sign.end, following.start):
            return True
        if len(between) > 80 or AND.search(between):
            return False
        ahead = self.text[following.end : following.end + 24]
        if away and MADE.match(ahead):
            return True  # "in ronde 2 van A B maken"
        if (said := becomes().search(between)) and not self._is_of_next_round(sign, sign.end + said.start()):
            return True
        if BECOMES_BEHIND.match(ahead):
            return True
        return bool(into().search(between)) and self._is_converted()

    def _is_of_next_round(self, sign: Sign, at: int) -> bool:
        """ "Ronde een wordt A, ronde twee wordt B": whether it is the round before that place that becomes B."""
        rounds = [s for s in self.signs if s.kind is Is.ROUND and sign.end <= s.start and at - 1 <= s.end <= at]
        return any(NEW_TOPIC.fullmatch(self.text, sign.end, s.start) for s in rounds)

    def _is_converted(self) -> bool:
        """Whether the sentence says that one thing becomes another, and not who "wisselen" with whom."""
        swaps = [sign for sign in self.signs if sign.kind is Is.SWAP]
        said = (match.start() for match in listed("converts").finditer(self.text, self.start, self.end))
        return any(not any(s.start <= at < s.end for s in swaps) for at in said)
