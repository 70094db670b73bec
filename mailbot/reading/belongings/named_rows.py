"""Who are named one after the other: "Els Bos (jurist), onze collega Wim Pot en ik"."""

from itertools import pairwise

from mailbot.reading.case.asking import Asking
from mailbot.reading.names.people import Person
from mailbot.reading.text.late import late

# Between two of a row
JOINED = late(
    r"\s?(?:\([^()\n]{1,60}\)\s?)?(?:,\s?)?(?:(?:en|and|&|\+|plus|evenals|alsmede|als)\s|(?<=,)\s?|(?<=,\s))(?:[\w.-]+\s){0,4}"
)


def named_rows(asking: Asking, until: int) -> list[list[Person]]:
    """The rows in which people are named before that place, in their order; of one person alone, too."""
    places = [(*span, person) for person in asking.roster.people for span in person.spans if span[1] <= until]
    for mark in asking.account.marks:
        if mark.people == (asking.writer,) and mark.at < until:
            word = asking.text[mark.at : until].split(maxsplit=1)
            places.append((mark.at, mark.at + len(word[0].rstrip(".,;:")) if word else mark.at, asking.writer))
    places.sort(key=lambda place: place[:2])
    rows = [[places[0][2]]] if places else []
    for (_, end, _), (start, _, person) in pairwise(places):
        if start >= end and JOINED.fullmatch(asking.text, end, start) is None:
            rows.append([])
        if person not in rows[-1]:
            rows[-1].append(person)
    return rows
