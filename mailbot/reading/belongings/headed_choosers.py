"""Whose line, or part of a line, a workshop stands in: "Tineke: ronde 1 Lokaal beleid", "Lotte en Ad: Vooroordelen /
Hicham: Lokaal beleid".
"""

import re

from mailbot.reading.case.asking import Asking
from mailbot.reading.lexicon import words
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late

HEADED = re.compile(r"\W{0,4}(?P<name>[^\W\d_][^:\n]{1,40}?)(?:\s\([^)\n]{1,40}\))?\s?:\s")
APART = re.compile(r"\s[/|]\s|[;.]\s")
HEADED_WITHIN = late(
    r"(?:^|(?<=[\s(]))(?P<names>[^\W\d_](?:[^:;/|(\n–.-]|(?<=\w)[.-](?=\w)){1,60}?)\s?:\s", re.MULTILINE
)
LONGEST_HEAD = 62  # characters before its colon
# "Bert: ronde 1 A, ronde 2 B. Voor mij precies andersom", "..., en Ida net omgekeerd"
PART = re.compile(
    r"(?:[.;!]\s+|,\s)(?i:(?:en|maar|terwijl|and|but|while)\s)?(?i:(?:voor|bij|for)\s)?(?P<name>[^\W\d_][\w'’-]*(?:\s[A-Z][\w'’-]*)*)"
)
NAMES_APART = re.compile(r"\s?(?:,|&|\+|\ben\b|\band\b)\s?")


class HeadedChoosers:
    """Tells it in one letter. people: those who can choose; a head may name others."""

    def __init__(self, asking: Asking, people: list[Person]) -> None:
        self.asking, self.people = asking, people
        self.text = asking.sheet.parts.body

    def of(self, at: int) -> list[Person]:
        """Who is named at the head of that part of the line, or else of the line; or, where it turns to somebody else
        behind that, who is: "Bert: ronde 1 A, ronde 2 B. Ik andersom"."""
        heading, behind = self._headed_within(at)
        if not heading:
            heading, behind = self._headed(at)
        if not heading:
            return []
        parts = [self.called(part["name"]) for part in PART.finditer(self.text, behind, at)]
        return next((people for people in reversed(parts) if people), heading)

    def _headed(self, at: int) -> tuple[list[Person], int]:
        """Whose line it is, and where its head ends: "Tineke: ronde 1 Lokaal beleid"."""
        line = self.text.rfind("\n", 0, at) + 1
        match = HEADED.match(self.text, line, at)
        return (self.called(match["name"]), match.end()) if match else ([], at)

    def _headed_within(self, at: int) -> tuple[list[Person], int]:
        """Whose part of a line it is, too: "ronde 1 - Lotte en Ad: Vooroordelen / Hicham: Lokaal beleid"."""
        head = self._last_head(self.text.rfind("\n", 0, at) + 1, at)
        if head is None or APART.search(self.text, head.end(), at):
            return [], at
        each = [self.called(name) for name in NAMES_APART.split(head["names"])]
        return ([person for found in each for person in found] if all(each) else []), head.end()

    def _last_head(self, line: int, at: int) -> re.Match[str] | None:
        """The last of such names before that place: sought from colon to colon, for few words have one behind them."""
        colon = self.text.rfind(":", line, at)
        while colon >= 0:
            begin, end = max(line, colon - LONGEST_HEAD), min(colon + 2, at)
            head = next((m for m in HEADED_WITHIN.finditer(self.text, begin, end) if m.end() > colon), None)
            if head is not None:
                return head
            colon = self.text.rfind(":", line, colon)
        return None

    def called(self, written: str) -> list[Person]:
        """Who is called so, by given name or in full, if there is just one."""
        called = fold(written.strip())
        fitting = [p for p in self.asking.roster.people if called and called in (fold(p.name.given), fold(str(p.name)))]
        if not fitting and called in words("choices", "me"):
            fitting = [p for p in self.people if p is self.asking.writer]
        return fitting if len(fitting) == 1 else []
