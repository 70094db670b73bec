"""Does what a letter says of a name change nothing of it? "Stoel is mijn achternaam, geen grap", "op de badge dus geen
'Gemeente Assen'", of Wim Assen; "Siebren met een s, niet Ziebren", of whom the list has as Siebren; "wilt u de badge
aanpassen?", where one seat goes to somebody else; "Zorgplein is onze oude naam", of a house.

In all of these the name that would be printed stands, and no other is told. Who speaks of what was once, or of other
words of a name, is left to a person.
"""

import re
from functools import cache

from rapidfuzz import fuzz

from mailbot.domain.reading import Action
from mailbot.reading.case.asking import Asking
from mailbot.reading.judgement.borne_out import are_letters_borne_out
from mailbot.reading.judgement.outcome import Outcome
from mailbot.reading.lexicon import word_set, words
from mailbot.reading.lexicon.authorities import places
from mailbot.reading.names import Name
from mailbot.reading.names.name_talk import PART_OF_NAME, WITHOUT
from mailbot.reading.names.person_name import UPPER, name_words
from mailbot.reading.names.surnames import is_word_and_surname
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.late import late

CAPITAL = re.compile(rf"(?<![\w'’-])[{UPPER}][\w'’-]*")
NOT = rf"(?:{WITHOUT}|in plaats van|instead of|i\.p\.v\.)"
# 'Geen "Gemeente Assen"', "not the municipality of Assen"
NO_HOUSE = late(rf"\b{NOT}\s[\"“‘']?(?:(?:de|the)\s)?(?:gemeente|gem\.|municipality of|city of)\s")
DENIED = late(rf"\b{NOT}\s(?:als\s)?[\"“‘']?\Z")
BEFORE_RIGHT = late(
    r"\b(?:het is|is het|het moet|moet zijn|it is|it's|should be|ik ben|i am|i'm|dus)\s(?:\w+\s)?[\"“‘']?\Z"
)
BEHIND_RIGHT = late(r"[\"”’']?,?\s(?:dus|is het|met een)\b")
PART = late(rf"\b(?:{PART_OF_NAME})\b")
OF_A_HOUSE = ("gemeente", "gem", "municipality", "city")
ALIKE = 60  # of 100: how alike two spellings of a name are, at least


def is_settled(outcome: Outcome, asking: Asking, said: str, names: list[Name]) -> bool:
    """Whether those words leave the names as they would be printed. `names`: these."""
    said = said.strip()
    if _is_of_house(asking, said):
        return True
    if _says("former", said) or _says("otherwise", said):
        return False
    return (
        _hands_on_a_badge(outcome, said, names)
        or _is_spelled_so(said, names)
        or any(_is_another_thing(asking, said, name) for name in names)
    )


def _is_of_house(asking: Asking, said: str) -> bool:
    """Whether it is a house that is called otherwise: of all capitals in a sentence none is of a person's name."""
    if not _says("our_name", said):
        return False
    host = (asking.writer.email or "").rpartition("@")[2]
    named = {fold(word) for word in CAPITAL.findall(said)} - name_words("not_names")
    own = set(re.findall(r"\w+", fold(str(asking.writer.name))))
    return named.isdisjoint(own) and any(word in host for word in named)


def _hands_on_a_badge(outcome: Outcome, said: str, names: list[Name]) -> bool:
    """ "Wilt u de badge aanpassen?", where somebody comes in another's place: nothing of a name is told by it."""
    if outcome.actions != {Action.CANCEL, Action.REGISTER} or len(names) != 1 or not names[0].is_full:
        return False
    printed = _words_of(names[0])
    others = {word for word in map(fold, CAPITAL.findall(said)) if word not in name_words("not_names")}
    asked = _has_badge(said) and _says("badge_changes", said) and not PART.search(fold(said))
    return asked and all(word in printed or _opens(said, word) for word in others)


def _has_badge(said: str) -> bool:
    return _says("badge", said) or _says("worn", said)


def _opens(said: str, word: str) -> bool:
    """Whether a word has its capital only because a sentence begins with it: "Wilt", "Kunnen"."""
    return all(
        re.search(r"(?:^|[.!?]\s+|\n\s*)[\"“‘'(]?$", said[: found.start()]) is not None
        for found in CAPITAL.finditer(said)
        if fold(found[0]) == word
    )


def _is_spelled_so(said: str, names: list[Name]) -> bool:
    """Whether a name is only told from a wrong spelling of it: "Siebren, met een s, niet Ziebren"."""
    capitals = [found for found in CAPITAL.finditer(said) if fold(found[0]) not in name_words("not_names")]
    for name in names:
        right = [found for found in capitals if fold(found[0]) in _words_of(name)]
        wrong = [
            found
            for found in capitals
            if found not in right and any(fuzz.ratio(fold(found[0]), fold(one[0])) >= ALIKE for one in right)
        ]
        rest = [found for found in capitals if found not in (*right, *wrong) and not _opens(said, fold(found[0]))]
        if right and len({fold(one[0]) for one in wrong}) == 1 and not rest:
            return _is_right(said, right, wrong) and are_letters_borne_out(fold(said), fold(str(name)))
    return False


def _is_right(said: str, right: list[re.Match[str]], wrong: list[re.Match[str]]) -> bool:
    """Whether of two spellings the one is denied, or was once on a badge, and the other isn't."""
    folded = fold(said)
    if any(DENIED.search(folded, 0, one.start()) for one in right):
        return False
    denied = all(DENIED.search(folded, 0, one.start()) for one in wrong)
    concluded = any(
        BEFORE_RIGHT.search(folded, 0, one.start()) or BEHIND_RIGHT.match(folded, one.end()) for one in right
    )
    was_once = _says("once", said) and not any(BEFORE_RIGHT.search(folded, 0, one.start()) for one in wrong)
    return denied or (concluded and was_once)


def _is_another_thing(asking: Asking, said: str, name: Name) -> bool:
    """Whether somebody whose name is a town's, a weekday's or an ordinary word's only tells that it is mixed up, was
    so once, or is no town or job: no other name is in what they say."""
    word = fold(name.surname)
    given = fold(name.given)
    house = NO_HOUSE.search(fold(said))
    is_no_town = house is not None and fold(said).startswith(word, house.end())  # of which no list of towns may know
    if not name.is_full or not (is_no_town or _is_a_word(word) or _is_a_word(given)):
        return False
    chosen = " ".join(asking.text[start:end] for start, end in asking.sheet.workshops)
    known = {
        *_words_of(name),
        *_words_in(chosen),
        *_words_in(asking.writer.organisation or ""),
        *OF_A_HOUSE,
        *name_words("not_names"),
    }
    others = [
        found[0]
        for found in CAPITAL.finditer(said)
        if fold(found[0]) not in known and not _is_a_word(fold(found[0])) and not _opens(said, fold(found[0]))
    ]
    if others:
        return False
    if house is not None and fold(asking.writer.organisation or "").endswith(f" {word}"):
        return False  # "geen Gemeente Assen", of whom we would print that
    return is_no_town or any(_says(table, said) for table in ("mixed_up", "once", "really"))


def _is_a_word(word: str) -> bool:
    """Whether a name's word means something else as well: a town, a day, a relation, a job."""
    return (
        word in places()
        or is_word_and_surname(word)
        or word in word_set("dates", "weekdays")
        or word in word_set("dates", "months")
        or word in name_words("kin")
        or word in name_words("titles")
    )


def _words_of(name: Name) -> set[str]:
    return _words_in(str(name))


def _words_in(text: str) -> set[str]:
    return set(re.findall(r"\w+", fold(text)))


@cache
def _phrases(table: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(words('name_talk', table), blank=' ')})\b")


def _says(table: str, said: str) -> bool:
    """Whether words have one of the phrases of that table of the lexicon."""
    return _phrases(table).search(fold(said)) is not None
