"""Which organisation the writer's signature names, of several: the one that the mail domain spells before all others, a
mere line last; "Hamburg University of Technology", and not the institute of it on the line above.
"""

import re
from collections.abc import Sequence

from mailbot.reading import details
from mailbot.reading.belongings.no_employers import is_in_past
from mailbot.reading.case.asking import Asking
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import fold
from mailbot.reading.text.found import Found
from mailbot.reading.text.late import late

ON_ITS_OWN = re.compile(r"[\n,;|/@(–-]|\b(?:bij|van|at|of|for)\b")  # between a title and a house that isn't its field
UNIVERSITY = re.compile(r"\b(?:[Uu]niversi\w+|[Hh]ogeschool|Hochschule|Polytechnic|College|TU|IIT)\b")
PART_OF_UNIVERSITY = re.compile(
    r"(?:[\w-]+ ){0,3}?(?:Institute|School|Faculty|Centre|Center|Chair|Laboratory|Lab|Instituut|Faculteit|Leerstoel"
    r"|Institut|Department|Departement|Lectoraat|Opleiding)\b"
)
FAR_BELOW = 60  # characters from a part of a university to it
# "Institute of Law (IL)\nUtrecht University", "Europa Institute, Leiden Law School, Leiden University"
BETWEEN_PARTS = late(
    r"(?:[ ]?\([\w ]{2,12}\))?[ \n,|–-]*(?:(?:[A-Z][\w&-]*[ ]){1,4}?(?:School|Faculty|Faculteit)[ \n,|–-]+)?"
)
SHORT = re.compile(r"[ ]\(([A-Z]{3,8})\)")


def in_signature(asking: Asking) -> Found | None:
    """The organisation of a signature: the one that the mail domain spells before all others, a mere line last."""
    parts = asking.sheet.parts
    writer = asking.writer
    named = details.organisations(parts.signature, parts.below, signature=True, email=writer.email)
    found = [one for one in named if not (is_family(one, writer) or is_in_past(parts.signature, one))]
    domain = details.organisation_of(writer.email) if writer.email else None
    own = domain.value if domain else ""  # "wijkteam Noordoost, gemeente Lelystad" of lelystad.nl
    titles = details.roles(parts.signature, parts.below) if len(found) > 1 else ()

    labels = (writer.email or "").rpartition("@")[2].lower().split(".")

    def rank(one: Found) -> int:
        short = SHORT.match(parts.signature, one.end)
        if short and short[1].lower() in labels:
            return -1  # "Landesbetrieb Gewässer (LSBG)", of lsbg.hamburg.de
        if one.value == own or one.kind == "domain":
            return 0
        if UNIVERSITY.search(one.value) is None and _is_part_of_university(parts.signature, one, found):
            return 2
        return 3 if one.kind == "line" else 2 if _is_field_of(parts.signature, titles, one) else 1

    return min(found, key=rank) if found else None


def _is_part_of_university(signature: str, house: Found, others: Sequence[Found]) -> bool:
    """ "Institute of River Engineering" above "Hamburg University of Technology"."""
    return PART_OF_UNIVERSITY.match(house.value) is not None and any(
        0 < other.start - house.end <= FAR_BELOW
        and UNIVERSITY.search(other.value)
        and BETWEEN_PARTS.fullmatch(signature, house.end, other.start)
        for other in others
    )


def _is_field_of(signature: str, titles: Sequence[Found], house: Found) -> bool:
    """ "Projectleider Netwerk Inclusie": what somebody leads, rather than the house on a line of its own."""
    return any(
        title.start < house.start and ON_ITS_OWN.search(signature, title.start, house.start) is None for title in titles
    )


def is_family(found: Found, writer: Person) -> bool:
    """Mirjam Rutgers-Bosman, of rutgersbosman.nl."""
    return found.kind == "domain" and fold(found.value) == fold(writer.name.surname)
