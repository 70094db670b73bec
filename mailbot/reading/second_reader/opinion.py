"""What the second reader expects of each person, how far that is from what the rules read, and whether the mail as a
whole sounds like one that needs a person."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from math import sqrt
from typing import NamedTuple

from mailbot.domain.reading import Evidence, Request
from mailbot.reading.case.case import Case
from mailbot.reading.names.people import Person
from mailbot.reading.second_reader.belongings import Belongings
from mailbot.reading.second_reader.letter_words import LetterWords
from mailbot.reading.second_reader.model import CHANGED, DOUBTFUL, NOTHING
from mailbot.reading.second_reader.models import Models, packaged_models
from mailbot.reading.second_reader.network import Seen as Shown
from mailbot.reading.second_reader.network import Thought, seen
from mailbot.reading.second_reader.person_remarks import remarks_in_cells
from mailbot.reading.second_reader.script import NOWHERE
from mailbot.reading.second_reader.traits import Seen, letter_traits, traits
from mailbot.reading.text.once import once

Spans = tuple[tuple[int, int], ...]
NO_REMARK = 0.3  # up to where what stands beside a name makes nobody doubt that they come
FEW_WORDS = 30  # in what a mail says itself, marks included
MOST_PEOPLE = 40  # of a letter: each is looked at with all its words, and a list may have hundreds


class Opinion:
    """The second reader's opinion of one mail, when first asked for. What it expects doesn't depend on what the rules
    found to be asked; but that they have completed names and given out addresses is what it knows from training."""

    def __init__(self, case: Case, models: Models | None = None, left_out: Mapping[int, Spans] | None = None) -> None:
        """`left_out`: by the id of a letter that asks, the sentences in it that aren't looked at."""
        self._models, self._case, self._left_out = models or packaged_models(), case, left_out or {}
        self._letters = [LetterWords(case, asking, self._left_out.get(id(asking), ())) for asking in case.asking]

    def fates(self) -> Iterator[tuple[Person, str, float]]:
        """For each person the likeliest fate, and how likely it is."""
        for person, likely in self._expected:
            fate = max(likely, key=likely.__getitem__)
            yield person, fate, likely[fate]

    def distance(self, requests: Iterable[Request]) -> float:
        """From 0 (it expected just these requests) to 1 (it would never have thought so): of the one person of whom it
        expected something else most, among all that the letters name."""
        return max((apart for _, apart in self.distances(requests)), default=0.0)

    def distances(self, requests: Iterable[Request]) -> Iterator[tuple[str, float]]:
        """The same for each person, with their name."""
        read = {request.name: str(request.action) for request in requests}
        for person, likely in self._expected:
            name = str(person.name)
            yield name, 1 - agreement(likely, read.get(name, NOTHING))

    @property
    def sees_all(self) -> bool:
        """Whether all is said in words that it looks at: "twijfelt" in a cell of a table isn't, nor "ter info" above a
        letter that is passed on."""
        return not any(letter.asking.entries or letter.asking.relayed for letter in self._letters)

    @property
    def agrees_on_all(self) -> bool:
        """Whether its agreeing is of all that is said: nothing is told where it doesn't look."""
        return self.sees_all

    def distance_in_rows(self, requests: Iterable[Request]) -> float:
        """The same as `distance`, of the people of tables and forms."""
        return 0.0

    @property
    def answers_inline(self) -> bool:
        """Whether what is said answers, line by line, what it doesn't look at."""
        return any(letter.asking.sheet.letter.inline for letter in self._letters)

    @property
    def sees_names(self) -> bool:
        """Whether names would be seen: in a letter of small letters they may be overseen."""
        return not any(letter.has_no_capitals for letter in self._letters)

    @once
    def doubt(self) -> float:
        """How likely it is that a careful assistant would not act alone on these words: a condition, people without a
        name, something put off, a question, other business."""
        return self._models.letters.probabilities(self._traits)[DOUBTFUL]

    @once
    def aside(self) -> float:
        """How likely it is that something said in passing makes the mail one for a person: "mijn zus is dan
        uitgerekend". The words only say where that is worth a thought."""
        asides = self._models.asides
        return asides.probabilities(self._traits)[DOUBTFUL] if asides else 0.0

    @property
    def said_in_passing(self) -> Evidence | None:
        """The clause that would be."""
        return None

    @property
    def passing_letter(self) -> LetterWords | None:
        """The letter that it stands in."""
        return None

    @property
    def said_at(self) -> int:
        """Where in that letter's text."""
        return NOWHERE

    @property
    def lacks_somebody(self) -> float:
        """How likely it is that something is asked for somebody of whom no name was found. The words don't tell."""
        return 0.5

    def belongings_of(self, name: str) -> Belongings | None:
        """What the network tells of whoever has that name beside what becomes of them."""
        for read in self._read:
            number = next((at for at, person in enumerate(read.people) if str(person.name) == name), None)
            if number is not None:
                return Belongings(read.letter, read.shown, read.thought, number)
        return None

    @property
    def was_thought_over(self) -> bool:
        """Whether the network was asked already, which takes twice as long as all the rest."""
        return "_read" in self.__dict__

    @once
    def _read(self) -> "list[_Read]":
        """The letters as the network reads them, where there is one."""
        network = self._models.network
        if network is None:
            return []
        found = []
        for letter in self._letters:
            people = thought_of(letter)
            shown = seen(letter, people)
            found.append(_Read(letter, people, shown, network.think(shown)))
        return found

    @once
    def _traits(self) -> Seen:
        """What both are found by: to gather it takes longer than to weigh it."""
        return letter_traits(chain.from_iterable(self._looked_at))

    is_thought_over = False

    @property
    def at_first(self) -> "Opinion":
        """What the words alone made of it."""
        return self

    def on(self, case: Case) -> "Opinion":
        """What it thinks of that case, come to in the same way."""
        first = Opinion(case, self._models)
        return first.thought_over() if self.is_thought_over else first

    def without(self, letter: LetterWords, start: int, end: int) -> "Opinion":
        """What it would think, come to in the same way, were that sentence of that letter not there."""
        left_out = {**self._left_out, id(letter.asking): (*letter.left_out, (start, end))}
        first = Opinion(self._case, self._models, left_out)
        return first.thought_over() if self.is_thought_over else first

    @once
    def is_of_few_words(self) -> bool:
        """Whether the mail says no more than a line or two: the network learned from longer ones."""
        return sum(len(clause) for letter in self._letters for clause in letter.talk) < FEW_WORDS

    def thought_over(self) -> "Opinion":
        """The same opinion once the network, too, has read the letters: half of each. It takes as long as all the
        rest of reading."""
        return _ThoughtOver(self) if self._read else self

    @once
    def _expected(self) -> list[tuple[Person, dict[str, float]]]:
        """How likely each fate is for everybody whose fate can be told by words."""
        return [
            (person, self._models.people.probabilities(traits_seen))
            for letter, seen_there in zip(self._letters, self._looked_at, strict=True)
            for person, traits_seen in seen_there
            if not has_a_row(letter, person)
        ]

    @once
    def _looked_at(self) -> list[list[tuple[Person, Seen]]]:
        return [looked_at(letter) for letter in self._letters]


class _Read(NamedTuple):
    """A letter, the people whom the network is asked about, what it is shown, and what it makes of that."""

    letter: LetterWords
    people: list[Person]
    shown: Shown
    thought: Thought


class _ThoughtOver(Opinion):
    """An opinion, and what the network makes of the same letters."""

    is_thought_over = True

    def __init__(self, first: Opinion) -> None:
        self._models, self._letters, self._looked_at = first._models, first._letters, first._looked_at
        self._case, self._left_out = first._case, first._left_out
        self._first, self._read = first, first._read

    @property
    def agrees_on_all(self) -> bool:
        """The network reads tables and forms, but for what is remarked there: of that a model of its own is asked."""
        return not any(
            letter.asking.relayed or any(remark.doubt > NO_REMARK for remark in remarks_in_cells(letter.asking))
            for letter in self._letters
        )

    def distance_in_rows(self, requests: Iterable[Request]) -> float:
        became = {request.name: str(request.action) for request in requests}
        return max(
            (
                1 - agreement(likely, became.get(str(person.name), NOTHING))
                for read in self._read
                for person, likely in zip(read.people, read.thought.fates, strict=True)
                if has_a_row(read.letter, person)
            ),
            default=0.0,
        )

    @property
    def at_first(self) -> Opinion:
        return self._first

    def thought_over(self) -> Opinion:
        return self

    @once
    def doubt(self) -> float:
        return _between(self._first.doubt, max((read.thought.needs_person for read in self._read), default=0.0))

    @once
    def aside(self) -> float:
        most = self._most_in_passing
        return _between(self._first.aside, most.thought.in_passing if most else 0.0)

    @property
    def said_in_passing(self) -> Evidence | None:
        most = self._most_in_passing
        if most is None:
            return None
        clauses = (clause for clause in most.letter.clauses if clause.start <= most.thought.said_at < clause.end)
        said = next(clauses, None)
        return Evidence("text", said.start, said.end) if said else None

    @property
    def passing_letter(self) -> LetterWords | None:
        return self._most_in_passing.letter if self._most_in_passing else None

    @property
    def said_at(self) -> int:
        return self._most_in_passing.thought.said_at if self._most_in_passing else NOWHERE

    @property
    def lacks_somebody(self) -> float:
        return max((read.thought.lacks_somebody for read in self._read), default=0.5)

    @once
    def _most_in_passing(self) -> _Read | None:
        return max(self._read, key=lambda read: read.thought.in_passing, default=None)

    @once
    def _expected(self) -> list[tuple[Person, dict[str, float]]]:
        """Of people in tables and forms it knows too little: of "Aanwezig: nee" few were labelled."""
        pairs = (zip(read.people, read.thought.fates, strict=True) for read in self._read)
        by_network = {id(person): likely for person, likely in chain.from_iterable(pairs)}
        by_words = self._first._expected
        return [(person, half_way(likely, by_network.get(id(person), likely))) for person, likely in by_words]


def _between(one: float, other: float) -> float:
    """Half way between how likely two find something, as below."""
    for_it, against = sqrt(one * other), sqrt((1 - one) * (1 - other))
    return for_it / (for_it + against or 1.0)


def half_way(one: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
    """Half way between two who tell how likely each outcome is: their geometric means, which add up to 1 again. So who
    is certain says more than who isn't."""
    means = {outcome: sqrt(likely * other[outcome]) for outcome, likely in one.items()}
    together = sum(means.values()) or 1.0
    return {outcome: mean / together for outcome, mean in means.items()}


def looked_at(letter: LetterWords) -> list[tuple[Person, Seen]]:
    """The writer, and whom that letter's words or a header tell something of, with what is looked at of each."""
    told = (
        person
        for person in letter.people
        if person.is_writer or ((person.in_cc or letter.mentions(person)) and not has_a_row(letter, person))
    )
    return [(person, traits(letter, person)) for person in islice(told, MOST_PEOPLE)]


def thought_of(letter: LetterWords) -> list[Person]:
    """The same people, and those in its tables and forms: the network reads these as they stand there."""
    told = (p for p in letter.people if p.is_writer or p.in_cc or letter.mentions(p))
    return list(islice(told, MOST_PEOPLE))


def has_a_row(letter: LetterWords, person: Person) -> bool:
    """Whether somebody stands in a table: what a column means stands at its head, not beside the name."""
    return any(entry.start <= start < entry.end for entry in letter.asking.entries for start, _ in person.spans)


def agreement(likely: Mapping[str, float], fate: str) -> float:
    """How likely that fate was found. Whether a diet is new or known is for the rules: both mean that nobody comes or
    goes by this mail."""
    return likely[NOTHING] + likely[CHANGED] if fate in (NOTHING, CHANGED) else likely[fate]
