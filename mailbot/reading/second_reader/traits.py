"""What the second reader knows of a person, or of a whole letter: small facts as short strings.

Mostly words and where they stand, and which kinds of cue phrases (lexicon/cues.*.toml) stand there too: a phrase that
somebody listed tells what a word that never occurred in training means. What a request far from the name means hangs
on whom else the letter names, and on whether this is a name at all: such kinds are looked at together with that.
"""

import re
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


def traits(letter: LetterWords, person: Person) -> frozenset[str]:
    """All that is looked at of one person. Traits of the writer and of others never have the same name."""
    kind = "W" if person.is_writer else "O"
    found = {
        kind,
        f"{kind}people:{min(len(letter.people), MOST_PEOPLE)}",
        f"{kind}subject:{_prefix(letter.case.subject)}",
        *(f"{kind}subject:{word}" for word in letter.subject),
        *(f"{kind}{fact}" for fact in _of_place(letter, person)),
    }
    for some in _of_writer(letter, person) if person.is_writer else _of_other(letter, person):
        found.update(some)
    return frozenset(found)


def letter_traits(people: Iterable[tuple[Person, frozenset[str]]]) -> frozenset[str]:
    """All that is looked at of a mail as a whole, from its people and their traits."""
    people = list(people)
    found = {f"people:{min(len(people), 5)}"}
    for person, seen in people:
        found.update(seen if person.is_writer else (trait for trait in seen if trait.startswith(AROUND)))
    return frozenset(found)


def _of_place(letter: LetterWords, person: Person) -> Iterator[str]:
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


def _of_writer(letter: LetterWords, person: Person) -> Iterator[list[str]]:
    said = [word for clause in letter.talk for word in (*seen_by(person, clause), CUT)]
    yield _rows("w", said)
    yield [f"signed:{word}" for word in seen_by(person, letter.signature)]
    yield _cues("Wall", letter.clauses)
    others = min(letter.others(person), FEW)
    yield [f"Wothers{others}cue:{kind}" for kind in letter.kinds]
    yield _cues("Wown", (clause for clause in letter.clauses if clause.has(*FIRST_PERSON)))
    yield _cues("Wnamed", (letter.clauses[at] for at, *_ in letter.mentions(person)[:MOST_MENTIONS]))


def _of_other(letter: LetterWords, person: Person) -> Iterator[list[str]]:
    mentions = letter.mentions(person)
    if person.in_cc:
        yield ["cc"]
    others, called = min(letter.others(person), FEW), "full" if person.name.is_full else "half"
    yield [f"Oothers{others}cue:{kind}" for kind in letter.kinds]
    yield [f"O{called}cue:{kind}" for kind in letter.kinds]
    for at, start, end in mentions[:MOST_MENTIONS]:
        yield from _of_mention(letter, person, at, start, end)
    yield [f"letter:{word}" for clause in letter.talk for word in seen_by(person, clause) if len(word) > 3]


def _of_mention(letter: LetterWords, person: Person, at: int, start: int, end: int) -> Iterator[list[str]]:
    """What stands around a name; where the clause is short, in the ones beside it too."""
    before = seen_by(person, letter.before(at, start))[-10:]
    behind = seen_by(person, letter.behind(at, end))[:14]
    previous = seen_by(person, letter.talk[at - 1]) if at else []
    following = seen_by(person, letter.talk[at + 1]) if at + 1 < len(letter.talk) else []
    yield [f"previous:{word}" for word in previous[-10:]]
    yield [f"next:{word}" for word in following[:10]]
    if previous and len(before) < 4:
        before = [*previous[-8:], CUT, *before]
    if following and len(behind) < 4:
        behind = [*behind, CUT, *following[:8]]
    yield [f"before:{word}" for word in before]
    yield [f"behind:{word}" for word in behind]
    yield [f"before{n}:{word}" for n, word in enumerate(reversed(before[-3:]))]
    yield [f"behind{n}:{word}" for n, word in enumerate(behind[:3])]
    near = [*before, SELF, *behind]
    yield _rows("near", near)
    yield [f"near:{a} {b} {c}" for a, b, c in zip(near, near[1:], near[2:], strict=False)]
    yield list(_of_line(letter.text, start, end))
    beside = {id(token.who) for token in letter.talk[at] if token.who is not None}
    yield [f"named_beside:{min(len(beside), 4)}"]
    yield _cues("O", [letter.clauses[at]])
    yield [f"O{'before' if cue.end <= start else 'behind'}cue:{cue.kind}" for cue in letter.clauses[at].cues]
    yield _cues("Oprevious", letter.clauses[max(at - 1, 0) : at])
    yield _cues("Onext", letter.clauses[at + 1 : at + 2])


def _of_line(text: str, start: int, end: int) -> Iterator[str]:
    stop = text.find("\n", end)
    line = text[text.rfind("\n", 0, start) + 1 : stop if stop >= 0 else len(text)]
    yield "line:short" if len(line.split()) <= 6 else "line:long"
    if BULLET.match(line):
        yield "line:item"
    if "@" in line:
        yield "line:address"


def _cues(name: str, clauses: Iterable[Clause]) -> list[str]:
    """The kinds of cue phrases in those clauses, and whether one of them asks."""
    found: list[str] = []
    for clause in clauses:
        found += [f"{name}cue:{kind}" for kind in clause.kinds]
        if clause.asks:
            found.append(f"{name}asks")
    return found


def _rows(name: str, words: Sequence[str]) -> list[str]:
    """Words, and two of them in a row."""
    return [f"{name}:{a}" for a in words] + [f"{name}:{a} {b}" for a, b in pairwise(words)]


def _prefix(subject: str) -> str:
    start = subject[:4].casefold()
    return "answer" if start.startswith(("re:", "aw:")) else "forward" if start.startswith(("fw", "tr:")) else "own"
