"""What the second reader expects of each person, and how far that is from what the rules read."""

from collections.abc import Iterable, Iterator

from mailbot.domain.reading import Request
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.case import Case
from mailbot.reading.names.people import Person
from mailbot.reading.second_reader.model import CHANGED, NOTHING, packaged
from mailbot.reading.second_reader.traits import LetterWords, traits


def fates(case: Case, asking: Asking) -> Iterator[tuple[Person, str, float]]:
    """For each person of a letter the likeliest fate, and how likely it is."""
    for person, likely in _expected(case, asking):
        fate = max(likely, key=likely.__getitem__)
        yield person, fate, likely[fate]


def distance(case: Case, requests: Iterable[Request]) -> float:
    """From 0 (it expected just these requests) to 1 (it would never have thought so): of the one person of whom it
    expected something else most, among all that the letters name."""
    read = {request.name: str(request.action) for request in requests}
    expected = (one for asking in case.asking for one in _expected(case, asking))
    return max((1 - agreement(likely, read.get(str(person.name), NOTHING)) for person, likely in expected), default=0.0)


def agreement(likely: dict[str, float], fate: str) -> float:
    """How likely it finds that fate. Whether a diet is new or known is for the rules: both mean that nobody comes or
    goes by this mail."""
    return likely[NOTHING] + likely[CHANGED] if fate in (NOTHING, CHANGED) else likely[fate]


def _expected(case: Case, asking: Asking) -> Iterator[tuple[Person, dict[str, float]]]:
    """How likely each fate is for everybody of whom the letter, or a header, has a word to go by."""
    letter = LetterWords(case, asking)
    for person in letter.people:
        if _has_a_row(asking, person):
            continue  # what a column means stands at the head of the table, not beside the name
        if person.is_writer or person.in_cc or letter.mentions(person):
            yield person, packaged().probabilities(traits(letter, person))


def _has_a_row(asking: Asking, person: Person) -> bool:
    return any(entry.start <= start < entry.end for entry in asking.entries for start, _ in person.spans)
