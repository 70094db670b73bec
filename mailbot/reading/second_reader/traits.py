"""What the second reader knows of a person, or of a whole letter: small facts as short strings.

Mostly words and where they stand, and which kinds of cue phrases (lexicon/cues.*.toml) stand there too: a phrase that
somebody listed tells what a word that never occurred in training means. What a request far from the name means hangs
on whom else the letter names, and on whether this is a name at all: such kinds are looked at together with that.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from mailbot.reading.letter.clauses import Clause
from mailbot.reading.names import is_given
from mailbot.reading.names.people import Person
from mailbot.reading.second_reader.letter_words import SELF, LetterWords, seen_by

CUT = "|"  # between clauses
BULLET = re.compile(r"\s*(?:[-*•·]|\d+[.)])")
MOST_MENTIONS = 3
MOST_PEOPLE = 4  # that are counted
FEW = 2  # the same, where it is looked at together with something else
FIRST_PERSON = ("i", "me", "mine", "myself")
AROUND = ("before", "behind", "near", "O")  # how the traits begin that tell of somebody else in a letter


class Seen(defaultdict[str, set[str]]):
    """Traits as they are gathered, by sort (model.Traits)."""

    def __init__(self) -> None:
        super().__init__(set)

    def note(self, *facts: str) -> None:
        """Take in traits by their whole names."""
        for fact in facts:
            sort, colon, rest = fact.partition(":")
            self[sort if colon else ""].add(rest if colon else fact)

    def cues(self, about: str, clauses: Iterable[Clause]) -> None:
        """The kinds of cue phrases in those clauses, and whether one of them asks."""
        for clause in clauses:
            self[f"{about}cue"] |= clause.kinds
            if clause.asks:
                self[""].add(f"{about}asks")

    def rows(self, sort: str, words: Sequence[str]) -> None:
        """Words, and two of them in a row."""
        self[sort].update(words, [f"{a} {b}" for a, b in pairwise(words)])

    def names(self) -> frozenset[str]:
        """The whole names of all, as training learns them."""
        return frozenset(f"{sort}:{rest}" if sort else rest for sort, found in self.items() for rest in found)


def traits(letter: LetterWords, person: Person) -> Seen:
    """All that is looked at of one person. Traits of the writer and of others never have the same name."""
    kind, found = "W" if person.is_writer else "O", Seen()
    found.note(kind, f"{kind}people:{min(len(letter.people), MOST_PEOPLE)}")
    found[f"{kind}subject"].update(letter.subject, [_prefix(letter.case.subject)])
    found.note(*(kind + fact for fact in of_place(letter, person)))
    if person.is_writer:
        _of_writer(letter, person, found)
    else:
        _of_other(letter, person, found)
    return found


def letter_traits(people: Iterable[tuple[Person, Seen]]) -> Seen:
    """All that is looked at of a mail as a whole, from its people and their traits."""
    people, found = list(people), Seen()
    found.note(f"people:{min(len(people), 5)}")
    for person, seen in people:
        for sort, rest in seen.items():
            if person.is_writer or sort.startswith(AROUND):
                found[sort] |= rest
            elif not sort:
                found[sort].update(trait for trait in rest if trait.startswith(AROUND))
    return found


def of_place(letter: LetterWords, person: Person) -> Iterator[str]:
    """What is known of somebody before a word is read: what the name looks like, and in what company it stands."""
    given = person.name.given.split(" ")[0]
    yield f"named:{'full' if person.name.is_full else 'half'}"
    yield f"given:{'listed' if is_given(given) else 'other' if given else 'none'}"
    yield f"mentions:{min(len(letter.mentions(person)), MOST_MENTIONS)}"
    yield f"others:{min(letter.others(person), MOST_PEOPLE)}"
    if not person.sure:
        yield "perhaps_no_name"
    if person.email is not None:
        yield "address"
    if letter.asking.relayed:
        yield "relayed"
    if letter.asking.entries:
        yield f"rows:{min(len(letter.asking.entries), MOST_PEOPLE)}"


def _of_writer(letter: LetterWords, person: Person, found: Seen) -> None:
    said = [word for clause in letter.talk for word in (*seen_by(person, clause), CUT)]
    found.rows("w", said)
    found["signed"].update(seen_by(person, letter.signature))
    found.cues("Wall", letter.clauses)
    found[f"Wothers{min(letter.others(person), FEW)}cue"] |= letter.kinds
    found.cues("Wown", (clause for clause in letter.clauses if clause.has(*FIRST_PERSON)))
    found.cues("Wnamed", (letter.clauses[at] for at, *_ in letter.mentions(person)[:MOST_MENTIONS]))


def _of_other(letter: LetterWords, person: Person, found: Seen) -> None:
    if person.in_cc:
        found.note("cc")
    others, called = min(letter.others(person), FEW), "full" if person.name.is_full else "half"
    found[f"Oothers{others}cue"] |= letter.kinds
    found[f"O{called}cue"] |= letter.kinds
    for at, start, end in letter.mentions(person)[:MOST_MENTIONS]:
        _of_mention(letter, person, (at, start, end), found)
    found["letter"].update(word for clause in letter.talk for word in seen_by(person, clause) if len(word) > 3)


def _of_mention(letter: LetterWords, person: Person, mention: tuple[int, int, int], found: Seen) -> None:
    """What stands around a name; where the clause is short, in the ones beside it too."""
    at, start, end = mention
    before = seen_by(person, letter.before(at, start))[-10:]
    behind = seen_by(person, letter.behind(at, end))[:14]
    previous = seen_by(person, letter.talk[at - 1]) if at else []
    following = seen_by(person, letter.talk[at + 1]) if at + 1 < len(letter.talk) else []
    found["previous"].update(previous[-10:])
    found["next"].update(following[:10])
    if previous and len(before) < 4:
        before = [*previous[-8:], CUT, *before]
    if following and len(behind) < 4:
        behind = [*behind, CUT, *following[:8]]
    found["before"].update(before)
    found["behind"].update(behind)
    for n, word in enumerate(reversed(before[-3:])):
        found[f"before{n}"].add(word)
    for n, word in enumerate(behind[:3]):
        found[f"behind{n}"].add(word)
    near = [*before, SELF, *behind]
    found.rows("near", near)
    found["near"].update([f"{a} {b} {c}" for a, b, c in zip(near, near[1:], near[2:], strict=False)])
    found.note(*_of_line(letter.text, start, end))
    beside = {id(token) for token in letter.talk[at] if not isinstance(token, str)}
    found.note(f"named_beside:{min(len(beside), 4)}")
    found.cues("O", [letter.clauses[at]])
    for cue in letter.clauses[at].cues:
        found["Obeforecue" if cue.end <= start else "Obehindcue"].add(cue.kind)
    found.cues("Oprevious", letter.clauses[max(at - 1, 0) : at])
    found.cues("Onext", letter.clauses[at + 1 : at + 2])


def _of_line(text: str, start: int, end: int) -> Iterator[str]:
    stop = text.find("\n", end)
    line = text[text.rfind("\n", 0, start) + 1 : stop if stop >= 0 else len(text)]
    yield "line:short" if len(line.split()) <= 6 else "line:long"
    if BULLET.match(line):
        yield "line:item"
    if "@" in line:
        yield "line:address"


def _prefix(subject: str) -> str:
    start = subject[:4].casefold()
    return "answer" if start.startswith(("re:", "aw:")) else "forward" if start.startswith(("fw", "tr:")) else "own"
