"""Workshops called by who gives them: "die van Movisie", "ik kom luisteren naar mevrouw De Kort"."""

import re
from collections.abc import Iterator

from mailbot.domain.event import Event
from mailbot.reading import names
from mailbot.reading.lexicon import load, words
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import Lookup, lookup, vocabulary
from mailbot.reading.workshops.sign import Is, Sign

# "Ik kom luisteren naar mevrouw", "graag een stoel bij": right before the name of somebody who gives a workshop
TO_HEAR = late(
    r"\b(?:luister\w*|hoor|horen|hear|listen\w*|kom|komt|komen|ga|gaat|gaan|graag|liefst|stoel|plek|plekje|plaats|zit|zitten"
    r"|afkijken|kies|keuze|aan|in|op|come|go|seat|place|like|love)\b[^.;:!?\n]{0,40}?\b(?:bij|naar|voor|to|for|at|hear)\s"
    r"(?:(?:mevrouw|mevr\.?|mw\.?|meneer|de heer|dhr\.?|mrs\.?|ms\.?|mr\.?|dr\.?|prof\.?)\s)?$"
)
# "Ik ben adviseur bij", "werkzaam voor": the house of whoever writes, and none that gives a workshop
WORKS_AT = late(
    r"\b(?:(?:ik|i)\s(?:ben|werk|am|work)|werk(?:zaam|t|en)|work(?:s|ing)|namens|on behalf of)\b"
    r"(?:(?!\b(?:niet|hoeft?|meer|zit|wil|gaa?t?|graag|rondes?|round|om|uur|at \d|dan|daar)\b)[^.;:!?\n,]){0,40}?"
    r"\s?(?:bij|van|voor|at|for|from|of|namens)?\s(?:het\s|de\s|the\s)?\Z"
)
# "- Els Bos, Movisie": behind somebody's name ...
BEHIND_NAME = late(r"[^\W\d_]{2}\)?(?:\s?[,|(\t/]|\s[-–])\s?\Z")
# ... in a letter that says nothing of workshops
OF_CHOICES = re.compile(
    r"workshop|\brond[ej]|\brounds?\b|sessie|session|\bkeu[sz]|\bkie[sz]|voorkeur|\bchoi|\bchoos|\bprefer|\bblok"
)

DOES = re.compile(
    r"\s(?:doet|gaat|wil|volgt|kiest|neemt|komt|vertrekt|sluit|moet|eet|zit|heeft|mag|kan|schuift|does|wants|goes|takes)\b"
    r"(?!\s(?:over|het over|daar over|about)\b)"
)


class Givers:
    """Finds those of one event."""

    def __init__(self, event: Event) -> None:
        self._givers = _givers(event)
        self._keys = frozenset(key for called, *_ in self._givers for key in called.keys)

    def named(self, text: str, start: int, end: int) -> Iterator[Sign]:
        """A sign of a workshop for each, of which the words around it say whether it is chosen by that."""
        folded = fold(text)
        if self._keys.isdisjoint(vocabulary(folded)):
            return
        for called, slug, person in self._givers:
            for match in called.finditer(folded, start, end):
                if not text[match.start("giver")].isupper():
                    continue  # "geeft college" is not of the College
                if person and DOES.match(folded, match.end()):
                    continue  # "René vertrekt om 15 uur en doet alleen ronde 1": somebody who is called so, too
                if not (match["people"] or person) and WORKS_AT.search(
                    folded, max(start, match.start() - 60), match.start()
                ):
                    continue  # "ik ben coördinator kennisdeling bij Movisie en zou graag"
                behind = BEHIND_NAME.search(folded, max(start, match.start() - 6), match.start())
                if behind and not (match["people"] or person or OF_CHOICES.search(folded)):
                    continue  # who comes from there
                # of a house that gives one, people are who write: "ik kom voor Movisie"
                heard = person and TO_HEAR.search(folded, max(start, match.start() - 90), match.start())
                yield Sign(Is.WORKSHOP, *match.span("giver"), slug, sure=bool(match["people"] or heard))


def _givers(event: Event) -> tuple[tuple[Lookup, str, bool], ...]:
    """For each name of a giver that only one workshop has, what finds it; and whether it is a person's."""
    owners: dict[str, set[str]] = {}
    people_of: set[str] = set()
    for workshop in event.workshops:
        for giver in workshop.by:
            for name in set(_short_names(giver)):
                owners.setdefault(name, set()).add(workshop.slug)
                if names.find(giver):
                    people_of.add(name)
    people = any_of(words("choices", "people"))
    return tuple(
        (
            lookup([name], rf"(?<![\w@.-])(?P<giver>WORDS)(?P<people>[\s-](?:{people})\b)?(?![\w@]|\.\w)"),
            next(iter(slugs)),
            name in people_of,
        )
        for name, slugs in sorted(owners.items(), key=lambda item: -len(item[0]))
        if len(slugs) == 1
    )


def _short_names(giver: str) -> Iterator[str]:
    """What people call that giver: in whole, the part in brackets, the last name, the first word."""
    bracket = re.search(r"\(([^)]+)\)", giver)
    whole = re.sub(r"\s*\([^)]*\)", "", giver).strip()
    yield fold(whole)
    yield from (fold(called) for called in load("translations")["bodies"].get(whole, ()))
    if bracket:
        yield fold(bracket[1])
    parts = whole.split()
    if match := re.match(r"\w+\s(?:voor|van|for|of)\s(?:de\s|het\s|the\s)?(\w+\s.{6,})", whole):
        yield fold(match[1])  # "de Rechten van de Mens", of the College
    if len(parts) > 1:
        infix = next((at for at, part in enumerate(parts) if at and part[0].islower()), len(parts) - 1)
        for name in (parts[0], " ".join(parts[infix:])):
            if len(name) > 3 and fold(name) not in words("choices", "stopwords"):
                yield from (fold(name), f"{fold(name)}ers")  # those from Hamburg: "de Hamburgers"
