"""Answers in codes, "1A 2B": a number for the round and a letter for the workshop, in a line of nothing else."""

import re
from collections.abc import Iterator

from mailbot.reading.lexicon import words
from mailbot.reading.workshops.patterns import LISTED_CODE, chosen_codes, code_pattern, code_pattern_of
from mailbot.reading.workshops.sign import Is, Sign

# A part of a line that can hold nothing but codes: between full stops and colons.
SENTENCE_PART = re.compile(r"(?:[^.:;!?]|[.:;!?](?!\s))+")
LINE = re.compile(r"[^\n]+")
PERHAPS_CODE = re.compile(r"[1-9]\s?[:=-]?\s?[a-h](?![\w-])")
LISTED_NUMBER = re.compile(r"[1-9][.)]")


class CodeFinder:
    """Finds the codes for these rounds and workshops, in the order of the announcement."""

    def __init__(self, numbers: tuple[int, ...], slugs: tuple[str, ...]) -> None:
        self._numbers, self._slugs = numbers, slugs

    def signs(self, folded: str, start: int, end: int, short: dict[str, str]) -> Iterator[Sign]:
        """Answers such as "1A 2B": only in a line or sentence of such codes, or "2b" of a street would choose."""
        if explained := self._explained(folded, start, end, short):
            yield from self._coded(explained, 0, short)
            return
        perhaps = PERHAPS_CODE.search(folded, start, end) and code_pattern().search(folded, start, end)
        if not perhaps and not LISTED_NUMBER.search(folded, start, end):
            return
        for line in LINE.finditer(folded[start:end]):
            codes = self._codes_in(line[0])
            base = start + line.start()
            if not codes and code_pattern().search(line[0]):
                for first, last in self._coded_parts(line[0]):
                    yield from self._coded(self._codes_in(line[0][first:last]), base + first, short)
            yield from self._coded(codes, base, short)

    def _explained(self, folded: str, start: int, end: int, short: dict[str, str]) -> list[re.Match[str]]:
        """The codes of a text that says what each of two letters stands for: wherever they stand, "Jan Smit 1B 2V"."""
        letters = {letters.lower() for letters in short if len(letters) == 1}
        codes = list(code_pattern_of("".join(sorted(letters))).finditer(folded, start, end)) if len(letters) > 1 else []
        return [code for code in codes if int(code["round"]) in self._numbers] if len(codes) > 1 else []

    def _coded_parts(self, line: str) -> Iterator[tuple[int, int]]:
        """Where a line can hold nothing but codes: behind a word that chooses, or between full stops and colons."""
        for part in SENTENCE_PART.finditer(line):
            chosen = chosen_codes().search(line, *part.span())
            yield chosen.span("codes") if chosen else part.span()

    def _codes_in(self, line: str) -> list[re.Match[str]]:
        """The codes of a line that holds hardly anything else; none where one of them fits no round or workshop."""
        codes = [*LISTED_CODE.finditer(line)] or [*code_pattern().finditer(line)] if len(line) <= 200 else []
        if not all(int(c["round"]) in self._numbers and ord(c["letter"]) - 97 < len(self._slugs) for c in codes):
            return []
        rest = re.findall(r"[^\W\d_]{2,}", code_pattern().sub(" ", line)) if codes else []
        unknown = [word for word in rest if word not in words("choices", "filler")]
        return codes if len(unknown) <= (2 if len(codes) > 1 else 0) else []

    def _coded(self, codes: list[re.Match[str]], base: int, short: dict[str, str]) -> Iterator[Sign]:
        for code in codes:
            rounds = (int(code["round"]),)
            slug = short.get(code["letter"].upper()) or self._slugs[ord(code["letter"]) - 97]
            yield Sign(Is.ROUND, base + code.start("round"), base + code.end("round"), rounds=rounds)
            yield Sign(Is.WORKSHOP, base + code.start("letter"), base + code.end("letter"), slug)
