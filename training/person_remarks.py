"""What remarks beside names sound like, from such as helpers wrote (person_remarks/*.yaml) and from those of the mails.

A list of `label` (what heads the column or asks; empty in brackets and lists), `text` and what it `says`: "unsure",
"away", or that somebody "comes", as does all that stands beside the names of those whom the labelled mails sign up.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from mailbot.domain.reading import Action
from mailbot.reading.letter.labels import field_of
from mailbot.reading.second_reader.model import Model
from mailbot.reading.second_reader.person_remarks import COMES, remarks, traits
from training.examples import Example, LabelledMail
from training.fit import fit
from training.labels import is_doubtful, request_of

REMARKS = Path(__file__).parent / "person_remarks"
OF_ANYTHING = ("", "Opmerking")  # what heads a column of remarks, as good as nothing; else it would tell something
SELDOM = 2  # remarks in which a trait must stand
STRICTNESS = 5.0  # by trying, on a helper whose remarks were left out
NEGLIGIBLE = 0.1


def person_remarks_of(mails: Iterable[LabelledMail]) -> Model:
    """What the lists and those mails teach."""
    listed = {(label, said): says for label, said, says in _listed()}
    told = {remark for mail in mails if not (mail.is_added or is_doubtful(mail.gold)) for remark in _of_mail(mail)}
    everything = [*listed.items(), *((remark, COMES) for remark in sorted(told - listed.keys()))]
    examples = (Example(traits(*remark).names(), says) for remark, says in everything)
    return fit(examples, seldom=SELDOM, strictness=STRICTNESS, negligible=NEGLIGIBLE)


def _listed() -> Iterator[tuple[str, str, str]]:
    for file in sorted(REMARKS.glob("*.yaml")):
        for entry in yaml.safe_load(file.read_text("utf-8")):
            is_of_anything = not entry["label"] or field_of(entry["label"]) == "remark"
            for label in OF_ANYTHING if is_of_anything else (entry["label"],):
                yield label, entry["text"], entry["says"]


def _of_mail(mail: LabelledMail) -> Iterator[tuple[str, str]]:
    """What stands beside the names of those whom a mail signs up that can be done alone."""
    for asking in mail.judged().asking:
        for remark in remarks(asking):
            request = request_of(mail.gold, str(remark.whose.name))
            if request is not None and request["action"] == Action.REGISTER:
                yield remark.label, remark.said
