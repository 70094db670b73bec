"""Houses that stand right behind their people: "Els Bos van Movisie", "Ali Kaya, jongerenwerker bij Jes", "(WIJ Epe)".

Whatever the sentence is about, what stands there is of whoever is named before it: "samen met Els Bos van Movisie"
tells where she works, though "samen met Movisie" would tell nothing of who comes. A name that no word list has is one
where it can't be a department of the writer's house: it ends in a town, or goes on as no field of work does.
"""

from collections.abc import Iterator

from mailbot.reading import details
from mailbot.reading.details.organisation_words import CAPITALISED, FURTHER, before_another
from mailbot.reading.lexicon import word_set
from mailbot.reading.lexicon.authorities import municipality_names
from mailbot.reading.names.offices import is_office
from mailbot.reading.names.people import Person
from mailbot.reading.names.person_name import is_given
from mailbot.reading.text.fold import fold
from mailbot.reading.text.found import Found, tidy
from mailbot.reading.text.late import late

OF = r"(?:van|bij|vanuit|namens|from|of|at|with)\s(?:(?:de|het|the)\s)?"
# What may stand between a name and the house: "Els Bos van ", "Els Bos (", "Els Bos, die werkt bij "
RIGHT_BEHIND = late(
    rf"\s?[,(–-]?\s?(?:(?:die|who)\s)?(?:(?:is|zit|zelf|ook|als \w+|net als ik|sinds \w+|nu)\s){{0,2}}"
    rf"(?:(?:werkt|werkzaam|actief|works|working)\s)?(?:(?:ook|nu|als [\w-]+)\s)?{OF}|\s\("
)
# ... and with a title
BEHIND_TITLE = late(rf",?\s{OF}|,\s")
TITLE_BEGINS = late(r"\s?[,(–-]\s?(?:onze\s|de\s|our\s|the\s)?")
UNKNOWN = late(rf"\s?,?\s{OF}(?P<name>{CAPITALISED}{FURTHER}{{1,5}})|\s\((?P<inside>{CAPITALISED}{FURTHER}{{1,5}})\)")
LONGEST = 80  # characters from a name to the house
CALLED_SO = (" in de ", " in het ", " op de ", " voor ", " in the ", " for ")  # "Tom in de Buurt", "Samen voor Ede"


def people_right_before(body: str, house: Found, people: list[Person]) -> list[Person]:
    """Whose name ends right before that house, with their title between at most. Not the writer's: "ik sta erop als
    Els Bos van de gemeente Ede" may be over."""
    ends = [(end, person) for person in people for _, end in person.spans if 0 <= house.start - end < LONGEST]
    if not ends:
        return []
    end, person = max(ends, key=lambda one: one[0])
    return [person] if not person.is_writer and _leads_to(body, end, house.start) else []


def _leads_to(body: str, end: int, start: int) -> bool:
    if RIGHT_BEHIND.fullmatch(body, end, start):
        return True
    title = TITLE_BEGINS.match(body, end, start)
    told = details.roles(body, title.end(), start)[:1] if title else ()
    return (
        bool(told)
        and title is not None
        and told[0].start == title.end()
        and BEHIND_TITLE.fullmatch(body, told[0].end, start) is not None
    )


def unknown_houses(body: str, people: list[Person]) -> Iterator[tuple[Person, Found]]:
    """Houses that only their place behind a name and their form tell: "Esmeralda Koeiman van WIJ Groningen"."""
    for person in people:
        for _, end in person.spans:
            match = UNKNOWN.match(body, end)
            group = "name" if match and match["name"] else "inside"
            start, stop = match.span(group) if match else (0, 0)
            stop = before_another(body, start, stop)
            if " " in (name := tidy(body[start:stop])) and _is_called_so(name):
                yield person, Found(name, start, stop, "lead_in")


def _is_called_so(name: str) -> bool:
    """Whether words with capitals are a house's name: no department, no field of work, nobody."""
    first, *_, last = fold(name).split()
    if first in word_set("organisations", "departments") or first in word_set("roles", "policy_fields"):
        return False
    if is_given(first) and not name.split()[0].isupper():
        return any(link in name for link in CALLED_SO) and last not in municipality_names()
    return last in municipality_names() or is_office(name) or any(link in name for link in CALLED_SO)
