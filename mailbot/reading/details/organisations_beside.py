"""An organisation that nothing tells but its place, between a name and its bearer's title: "Els Bos, Dona Daria,
directeur", "Kim Kaya (SPIOR, projectleider)"."""

import re
from collections.abc import Container, Iterator

from mailbot.reading.details.roles import roles
from mailbot.reading.lexicon import word_set
from mailbot.reading.lexicon.authorities import places
from mailbot.reading.names.offices import is_office
from mailbot.reading.names.person_name import INITIALS, is_given, name_words
from mailbot.reading.names.surnames import ends_like_a_name, is_surname
from mailbot.reading.text.fold import fold
from mailbot.reading.text.found import Found, tidy
from mailbot.reading.text.late import late

WORD = r"[A-ZÀ-ÖØ-ÞŞİŁ0-9][\w’'&-]*"
SMALL = r"(?:van|de|het|der|den|voor|en|of|for|the|and|in|&)"
# what a line has before a title: a name, a mark, words with capitals, a mark
BEFORE = late(
    r"(?P<person>[^\n,;|(]{4,50}?)(?P<mark>[,;|]|[ ][-–|]|[ ]?\()[ ]?"
    rf"(?P<name>{WORD}(?:[ ](?:{SMALL}[ ]){{0,2}}{WORD}){{0,4}})"
    r"(?:[,;]|[ ][-–|])[ ]$"
)
LAST_MARKS = (", ", "; ", " - ", " – ", " | ")  # with one of which BEFORE ends
WIDTH = 120  # characters


def between_name_and_title(text: str, start: int, end: int) -> Iterator[Found]:
    for title in roles(text, start, end):
        first = max(start, title.start - WIDTH, text.rfind("\n", 0, title.start) + 1)
        lead = text[first : title.start]
        before = BEFORE.search(lead) if lead.endswith(LAST_MARKS) else None
        if before and _is_person(before["person"]) and _can_be_a_house(before["name"]):
            begin, stop = (first + place for place in before.span("name"))
            if not roles(text, begin, stop):
                yield Found(tidy(before["name"]), begin, stop, "other")


def _is_person(text: str) -> bool:
    """Whether that ends with a whole name."""
    name = re.findall(r"[^\W\d_][\w’'.-]*", text)[-5:]
    known = any(is_given(word) or INITIALS.fullmatch(word) for word in name[:-1])
    return known and name[-1][0].isupper()


def _can_be_a_house(name: str) -> bool:
    """Whether words with capitals are no second person, no town, no field of work, no diet, no degree."""
    parts = name.split()
    folded = [fold(part) for part in parts]
    if folded[0] in word_set("organisations", "departments") or _any_of(folded, word_set("roles", "policy_fields")):
        return False
    if is_office(name):
        return True
    if name.isupper() and len(parts) == 1:
        return len(name) > 2 and not _any_of(folded, name_words("suffixes"))
    if is_given(parts[0]) or ends_like_a_name(parts) or (len(parts) == 1 and is_surname(name)):
        return False
    if fold(name) in places() or any(part[0].isdigit() for part in parts):
        return False
    return len(name) > 2 and not _any_of(folded, name_words("not_names") | name_words("suffixes"))


def _any_of(said: list[str], known: Container[str]) -> bool:
    return any(word in known for word in said)
