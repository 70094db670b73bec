"""Addresses with a name right beside them, which tells whose each is: "(ottoot@home.nl) Otto Hartevelt", as
letter/explained_mailboxes.py leaves such; "ook namens Gerda (gk@home.nl)", wherever in the letter.
"""

import re

from mailbot.domain.reading import Evidence
from mailbot.reading import details
from mailbot.reading.belongings.statements import TEXT
from mailbot.reading.case.asking import Asking
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import fold
from mailbot.reading.text.found import Found
from mailbot.reading.text.late import late

# "(ottoot@home.nl) Otto", "ottoot@home.nl (Otto", "ottoot@home.nl: Otto"
EXPLAINS = re.compile(r"(?P<closes>\)) *|[ \xa0]{1,5}\(|[ \xa0]?: {1,5}")
IN_BRACKETS = re.compile(r"(?:^|[^\w\s]|(?<![\w-])[a-z]+) ?\(\Z")  # not so "Wim Kok (wkok@home.nl) Els"
BULLET = re.compile(r"[\s\W]*(?:\d{1,2}[.)]\s)?")
NAMED = late(r"(?<![\w’'-])(?P<called>[^\W\d_a-z][\w’'-]*)(?: ?[(<\[]|:) ?(?:mailto:)?\Z")
REACH = 40  # characters before an address
LONG = 3  # letters of a name that means somebody


def explained_by(text: str, found: Found, people: list[Person]) -> list[Person]:
    """Whom the name right behind an address means."""
    behind = EXPLAINS.match(text, found.end)
    line = text[text.rfind("\n", 0, found.start) + 1 : found.start]
    if behind is None or not (IN_BRACKETS.search(line) if behind["closes"] else BULLET.fullmatch(line)):
        return []
    return [person for person in people if any(start == behind.end() for start, _ in person.spans)]


def give_named_addresses(asking: Asking, people: list[Person]) -> None:
    """Give each address to whoever is called by one word right before it, below the talk as well: "Hartelijke groet,
    ook van Gerda (gk@home.nl)"."""
    text = asking.sheet.letter.text
    for found in details.emails(text) if "@" in text else ():
        called = NAMED.search(text, max(0, found.start - REACH), found.start)
        owner = _only_one_called(called["called"], people) if called else None
        if owner is not None and not owner.is_writer:
            owner.put("email", found.value, Evidence(TEXT, found.start, found.end))


def _only_one_called(word: str, people: list[Person]) -> Person | None:
    """Whose given name or surname that word is; None where it is nobody's, or that of several."""
    if len(word) < LONG:
        return None
    fitting = [p for p in people if fold(word) in (fold(p.name.given), fold(p.name.surname))]
    return fitting[0] if len(fitting) == 1 else None
