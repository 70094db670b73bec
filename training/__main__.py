"""Makes the second reader (mailbot/reading/second_reader) out of labelled mails.

    python -m training --config CONFIG [--by-writer] FOLDER...

FOLDER holds *.eml and gold.json, as the labelled corpus does. Written is second_reader/weights.json. With --by-writer
nothing is written: the writers are parted into groups, each group's mails judged by a model made of the others', and it
is told how often that model would have held up a wrong reading, and a right one. Only such a figure says something of
mails to come; and it says it only of the second reader, where the rules were made on the same mails.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from mailbot.app import understanding_by
from mailbot.config import load
from mailbot.domain.message import Origin
from mailbot.pipeline.understand import Understand
from mailbot.reading.case.case import Case
from mailbot.reading.judgement.judge import by_rules
from mailbot.reading.message.parse import parse
from mailbot.reading.screening.screen import screen
from mailbot.reading.second_reader.model import NOTHING, Model
from mailbot.reading.second_reader.opinion import agreement
from mailbot.reading.second_reader.traits import LetterWords, traits
from training.labels import fates_of, is_right

WEIGHTS = Path(__file__).parent.parent / "mailbot/reading/second_reader/weights.json"
NOW = datetime(2023, 2, 14, tzinfo=UTC)  # for mails without a date
SELDOM = 3  # mails a trait must stand in to be learned from: what stands in fewer is chance
STRICTNESS = 0.3  # of the regularisation, scikit-learn's C; by trying, with --by-writer
NEGLIGIBLE = 0.05  # a weight under this is left out of the file
GROUPS = 5
HOLDS = (0.98, 0.95, 0.9, 0.85, 0.8)
FREES = (0.05, 0.1, 0.15, 0.2)


@dataclass(frozen=True)
class Example:
    """A person in a mail: what is looked at, and what became of them by the label."""

    writer: str
    mail: str
    name: str
    traits: frozenset[str]
    fate: str


@dataclass(frozen=True)
class ReadMail:
    """A labelled mail as the rules read it: `right` where that may be acted upon."""

    right: bool
    acts: bool
    requests: dict[str | None, str]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folders", nargs="+", type=Path)
    arguments.add_argument("--config", type=Path, required=True)
    arguments.add_argument("--by-writer", action="store_true")
    options = arguments.parse_args()
    config = load(options.config, {})
    understand = understanding_by(config, config.event_list())
    examples: list[Example] = []
    mails: dict[str, ReadMail] = {}
    for folder in options.folders:
        for file, gold in sorted(json.loads((folder / "gold.json").read_text("utf-8")).items()):
            case = _case((folder / file).read_bytes(), understand)
            if case is None:
                continue
            examples += _examples(file, case, gold)
            if case.screening.origin is Origin.HUMAN:  # the rules are asked about no other
                mails[file] = _read(case, gold)
    print(f"{len(mails)} mails, {len(examples)} people, {len({e.writer for e in examples})} writers")
    if options.by_writer:
        _tell_by_writer(examples, mails)
    else:
        model = _fit(examples)
        WEIGHTS.write_text(_as_json(model), "utf-8")
        print(f"{WEIGHTS}: {len(model.weights)} traits")


def _case(raw: bytes, understand: Understand) -> Case | None:
    """That mail before anything was judged; None where it has no headers."""
    message = parse(raw)
    if not message.headers:
        return None
    return Case(message, screen(message, understand.identity), replace(understand.context, fallback=NOW))


def _examples(file: str, case: Case, gold: dict[str, Any]) -> Iterator[Example]:
    for asking in case.asking:
        letter = LetterWords(case, asking)
        for person in letter.people:
            seen = traits(letter, person)
            for became in fates_of(gold, str(person.name)):
                yield Example(file.split("-")[0], file, str(person.name), seen, became)


def _read(case: Case, gold: dict[str, Any]) -> ReadMail:
    """By the rules alone: the second reader's own part in a reading would tell nothing of what it is worth."""
    reading = by_rules(case)
    requests = {request.name: str(request.action) for request in reading.requests}
    return ReadMail(is_right(gold, reading), bool(reading.requests) and not reading.review, requests)


def _fit(examples: Iterable[Example]) -> Model:
    examples = list(examples)
    vectorizer = CountVectorizer(analyzer=sorted, binary=True, min_df=SELDOM)
    matrix = vectorizer.fit_transform([example.traits for example in examples])
    fitted = LogisticRegression(C=STRICTNESS, max_iter=500).fit(matrix, [example.fate for example in examples])
    weights = {}
    for trait, column in sorted(vectorizer.vocabulary_.items()):
        numbers = fitted.coef_[:, column]
        if abs(numbers).max() >= NEGLIGIBLE:
            weights[trait] = tuple(round(100 * number) for number in numbers)
    bias = tuple(round(100 * number) for number in fitted.intercept_)
    return Model(tuple(map(str, fitted.classes_)), bias, weights)


def _tell_by_writer(examples: list[Example], mails: dict[str, ReadMail]) -> None:
    doubts: dict[str, float] = defaultdict(float)
    hits = 0
    writers = sorted({example.writer for example in examples})
    for group in (set(writers[at::GROUPS]) for at in range(GROUPS)):
        model = _fit(example for example in examples if example.writer not in group)
        for example in (example for example in examples if example.writer in group):
            likely = model.probabilities(example.traits)
            hits += max(likely, key=likely.__getitem__) == example.fate
            read = mails[example.mail].requests.get(example.name, NOTHING)
            doubts[example.mail] = max(doubts[example.mail], 1 - agreement(likely, read))
    print(f"{hits / len(examples):.1%} of the people judged as they are labelled, by models that never saw their mails")
    acted = [(doubts[file], mail.right) for file, mail in mails.items() if mail.acts]
    held = [(doubts[file], mail.right) for file, mail in mails.items() if not mail.acts and mail.requests]
    wrong = sum(not right for _, right in acted)
    for bound in HOLDS:
        stopped = [right for value, right in acted if value >= bound]
        print(f"held at {bound}: {stopped.count(False)} of {wrong} wrong readings, {stopped.count(True)} right ones")
    for bound in FREES:
        freed = [right for value, right in held if value <= bound]
        print(f"freed at {bound}: {freed.count(True)} right readings, {freed.count(False)} wrong ones (any reason)")


def _as_json(model: Model) -> str:
    """A line a trait: so that what training changes can be read."""
    head = f'{{\n"fates": {json.dumps(model.fates)},\n"bias": {json.dumps(model.bias)},\n"weights": {{\n'
    lines = (f"{json.dumps(trait, ensure_ascii=False)}: {json.dumps(w)}" for trait, w in model.weights.items())
    return head + ",\n".join(lines) + "\n}}\n"


if __name__ == "__main__":
    main()
