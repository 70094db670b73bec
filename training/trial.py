"""How well a second reader does on the mails of writers that it doesn't know."""

from collections import Counter
from collections.abc import Callable, Iterable

from mailbot.domain.reading import Reading
from mailbot.reading.judgement.agreement import agreed
from mailbot.reading.judgement.judge import by_rules
from training.examples import LabelledMail
from training.fit import models_of
from training.labels import is_right, needs_person

GROUPS = 5


def tell_by_writer(mails: list[LabelledMail]) -> None:
    """Prints what becomes of the mails of each group of writers, read with what the other groups taught."""
    writers = sorted({mail.writer for mail in mails})
    alone, together = Counter[str](), Counter[str]()
    for group in (set(writers[at::GROUPS]) for at in range(GROUPS)):
        models = models_of(mail for mail in mails if mail.writer not in group)
        theirs = [mail for mail in mails if mail.writer in group]
        alone += _outcomes(theirs, lambda mail: by_rules(mail.case()))
        together += _outcomes(theirs, lambda mail, models=models: agreed(mail.case(), by_rules, models))
    for name, counted in (("the rules alone", alone), ("with the second reader", together)):
        print(
            f"{name:24} wrong {counted['wrong']} of {len(mails)}, plain done {counted['plain done']} of "
            f"{counted['plain']}, to a person {counted['must asked']} of the {counted['must']} that need one"
        )


def _outcomes(mails: Iterable[LabelledMail], read: Callable[[LabelledMail], Reading]) -> Counter[str]:
    """As the corpus' score.py counts: `wrong` is what was acted upon wrongly, or without the person it needs."""
    counted = Counter[str]()
    for mail in mails:
        reading = read(mail)
        acts = bool(reading.requests) and not reading.review
        right = is_right(mail.gold, reading)
        plain = mail.gold["review"] == "no" and mail.gold["kind"] == "signup"
        counted["wrong"] += acts and not right
        counted["plain"] += plain
        counted["plain done"] += plain and acts and right
        counted["must"] += needs_person(mail.gold)
        counted["must asked"] += needs_person(mail.gold) and reading.review
    return counted
