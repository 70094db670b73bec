"""What sentences about names sound like, from such as helpers wrote (name_remarks/*.yaml) and from those of the mails.

A list of `text` and `remark`: whether it says something by which a name isn't simply what headers and signatures have.
All sentences of the labelled mails that stand in no list and have no word of names say nothing of the kind, but for
those of mails that change something; of those with such a word, or that were doubted, most are labelled by hand
(mails.yaml).
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from mailbot.reading.letter.units import UnitKind
from mailbot.reading.names.name_talk import BADGES, PARTS_OF_NAME
from mailbot.reading.second_reader.model import Model
from mailbot.reading.second_reader.name_remarks import LONGEST, OTHER, REMARK, traits
from mailbot.reading.text.fold import any_of, fold
from training.examples import Example, LabelledMail
from training.fit import fit

SENTENCES = Path(__file__).parent / "name_remarks"
SELDOM = 2  # sentences in which a trait must stand
STRICTNESS = 5.0  # by trying, on a helper whose sentences were left out
NEGLIGIBLE = 0.1
OF_NAMES = re.compile(
    rf"\b(?:\w*naam|namen|\w*naampje|heet|heette|heten|noem\w*|genoemd|names?|called|spel\w*|gespeld|misspel\w*|streepje\w*"
    rf"|tussenvoegsel\w*|letters?|paspoort|passport|{any_of((*PARTS_OF_NAME, *BADGES), blank=' ')})\b"
)


def name_remarks_of(mails: Iterable[LabelledMail]) -> Model:
    """What the lists and those mails teach."""
    listed = dict(_listed())
    said = {sentence for mail in mails if not mail.is_added for sentence in _said(mail)} - listed.keys()
    others = {sentence for sentence in said if not OF_NAMES.search(fold(sentence))}
    labelled = [*listed.items(), *((sentence, False) for sentence in sorted(others))]
    examples = (Example(traits(said).names(), REMARK if is_one else OTHER) for said, is_one in labelled)
    return fit(examples, seldom=SELDOM, strictness=STRICTNESS, negligible=NEGLIGIBLE)


def _listed() -> Iterator[tuple[str, bool]]:
    for file in sorted(SENTENCES.glob("*.yaml")):
        yield from ((entry["text"], entry["remark"]) for entry in yaml.safe_load(file.read_text("utf-8")))


def _said(mail: LabelledMail) -> Iterator[str]:
    """The sentences of a mail that changes nothing: where a name is set right, something is."""
    if any(request["action"] == "change" for request in mail.gold["requests"] or ()):
        return
    for asking in mail.case().asking:
        for unit in asking.sheet.units:
            said = " ".join(asking.text[unit.start : unit.end].split())
            if unit.kind in (UnitKind.SENTENCE, UnitKind.ITEM) and len(said) < LONGEST:
                yield said
