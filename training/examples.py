"""Labelled mails as the second reader learns from them: people with what becomes of them, letters with whether they
need a person."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from mailbot.domain.message import IncomingMessage, Origin, Screening
from mailbot.pipeline.understand import Understand
from mailbot.reading.case.case import Case
from mailbot.reading.judgement.judge import by_rules
from mailbot.reading.letter.page import ReadingContext
from mailbot.reading.message.parse import parse
from mailbot.reading.screening.screen import screen
from mailbot.reading.second_reader.letter_words import LetterWords
from mailbot.reading.second_reader.model import DOUBTFUL, NOTHING, PLAIN
from mailbot.reading.second_reader.opinion import has_a_row, looked_at
from mailbot.reading.second_reader.traits import letter_traits
from training.labels import fates_of, is_doubtful, is_found

NOW = datetime(2023, 2, 14, tzinfo=UTC)  # for mails without a date


@dataclass(frozen=True)
class Example:
    """What is looked at, and what it came to by the label."""

    traits: frozenset[str]
    outcome: str


@dataclass(frozen=True)
class LabelledMail:
    """A mail that a human wrote, with its label."""

    name: str
    gold: dict[str, Any]
    message: IncomingMessage
    screening: Screening
    context: ReadingContext

    @property
    def writer(self) -> str:
        return self.name.split("-")[0]

    @property
    def is_added(self) -> bool:
        """Whether somebody added to it what makes it doubtful, or sound so (additions.py)."""
        return self.name.removesuffix(".eml").endswith(("-doubt", "-plain"))

    def case(self) -> Case:
        """That mail before anything was judged; a new one each time, since judging leaves its marks."""
        return Case(self.message, self.screening, self.context)

    def judged(self) -> Case:
        """The same as the rules leave it, with names completed and addresses given out: so the second reader meets
        it."""
        case = self.case()
        by_rules(case)
        return case


def labelled_mails(folder: Path, understand: Understand) -> Iterator[LabelledMail]:
    """The mails of a folder with *.eml and gold.json; without robots', which reading leaves to screening."""
    context = replace(understand.context, fallback=NOW)
    for file, gold in sorted(json.loads((folder / "gold.json").read_text("utf-8")).items()):
        message = parse((folder / file).read_bytes())
        if message.headers:
            screening = screen(message, understand.identity)
            if screening.origin is Origin.HUMAN:
                yield LabelledMail(file, gold, message, screening, context)


def people_in(mail: LabelledMail) -> Iterator[Example]:
    """A label that names somebody whom reading didn't find tells nothing of the others: one of them may be meant."""
    case = mail.judged()
    everybody = [str(person.name) for asking in case.asking for person in asking.roster.people]
    all_found = is_found(mail.gold, everybody)
    for asking in case.asking:
        letter = LetterWords(case, asking)
        for person, seen in looked_at(letter):
            if not str(person.name) or has_a_row(letter, person):
                continue
            outcomes = fates_of(mail.gold, str(person.name))
            yield from (Example(seen.names(), became) for became in outcomes if all_found or became != NOTHING)


def whole(mail: LabelledMail) -> Example:
    """The mail as a whole: whether it asks for something that can be done alone."""
    case = mail.judged()
    everybody = [pair for asking in case.asking for pair in looked_at(LetterWords(case, asking))]
    return Example(letter_traits(everybody).names(), DOUBTFUL if is_doubtful(mail.gold) else PLAIN)
