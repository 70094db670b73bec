"""Capitals in a row that are nobody's name: an office, a field of work, a local party, a dog.

Asked only of those that nothing but their capitals tells, and of those behind a title that may also be followed by what
somebody is in charge of: "stagiaire Juridische Zaken", "raadslid Sterk Meppel", "lecturer in Public Administration".
"""

import re
from functools import cache, lru_cache

from mailbot.reading.lexicon import words as listed
from mailbot.reading.lexicon.authorities import places
from mailbot.reading.names.offices import is_office
from mailbot.reading.names.person_name import is_given, name_words
from mailbot.reading.names.titles import ADJECTIVE
from mailbot.reading.names.word_runs import Run
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import has_one_of

BEFORE = re.compile(
    r"(?:^|[\s(])(?:in|bij|at|within|binnen)\s+$"
)  # "hoogleraar in Publiek Recht", "trainer bij Dona Daria"
# "met de werkgroep Tiel Verbindt"
CALLED_SO = re.compile(
    r"\b(?:werkgroep|projectgroep|stuurgroep|klankbordgroep|expertgroep|netwerk|programma|project|campagne|initiatief"
    r"|beweging|coalitie|collectief|alliantie|taskforce|network|programme|campaign|working group)\s+[\"“'‘]?$"
)
OTHER_HALF = re.compile(r"([^\W\d_a-z][^\W\d_]+)\s+&\s+$")  # "Bezwaar & Beroep van Tiel"
OPENING, CLOSING = tuple("\"“„‘'"), tuple("\"”“’'")
LONGEST_BEFORE = 24  # characters
ANIMAL_BEHIND = re.compile(
    r"[\"”'’]?\s*(?:,\s*|\(\s*)?(?:is\s+)?(?:mijn|m'n|onze|zijn|haar|de|een|my|our|the|a)\s+(?P<word>[\w-]+(?: \w+)?)"
)


IS_AN_ANIMAL = late(
    r"(?<![\w-])(?P<name>[^\W\d_a-z][^\W\d_]+)(?:[^.!?\nA-Z]{0,40}, (?:dat|die|that|who))? (?:is|blijft)"
    r" (?:mijn|m'n|onze|zijn|haar|een|my|our|his|her|a) (?P<word>[\w-]+(?: \w+)?)"
)


def is_thing(text: str, run: Run) -> bool:
    """Whether capitals that no given name, no initials and no formal title tell are something else than a name."""
    words = [fold(word[0]) for word in run]
    if is_given(run[0][0]):
        return False
    before = text[max(0, run[0].start() - LONGEST_BEFORE) : run[0].start()]
    half = OTHER_HALF.search(before)
    if BEFORE.search(before) or CALLED_SO.search(before) or (half and not is_given(half[1])) or _is_quoted(text, run):
        return True
    if words[0] in name_words("opening_words") and any(word in name_words("not_names") for word in words[1:]):
        return True  # "programmaleider Iedereen Doet Mee"
    if ADJECTIVE.fullmatch(words[0]) or not _fields_of_work().isdisjoint((words[0], words[-1])):
        return True
    return is_office(text[run[0].start() : run[-1].end()])


def _is_quoted(text: str, run: Run) -> bool:
    """Whether quotes stand around those words alone: the working group "Welkom op Urk"."""
    start, end = run[0].start(), run[-1].end()
    return text[max(0, start - 1) : start] in OPENING and text[end : end + 1] in CLOSING


def begins_like_a_house(word: str) -> bool:
    """Whether a folded word has another meaning than a name's at the head of words with capitals: "team", "sociale"."""
    if word in name_words("not_names") or word in places() or word in name_words("opening_words"):
        return True
    return is_office(word) or ADJECTIVE.fullmatch(word) is not None or word in _fields_of_work()


@cache
def _fields_of_work() -> frozenset[str]:
    return frozenset((*listed("roles", "policy_fields"), *name_words("fields_of_work")))


def is_animal(text: str, run: Run) -> bool:
    """Whether a dog is called so: "mijn geleidehond Tosca", "Tosca, mijn hulphond"."""
    if _is_kind(fold(run[0][0])):
        return True  # "Hulphond Balou gaat mee"
    if len(run) == 1 and run[0][0] in animals_named(text):
        return True
    before = text[max(0, run[0].start() - 30) : run[0].start()]
    words, apart = fold(before).split(), before.endswith(("\n", "\t", "  "))  # the row above is about somebody else
    if words and _is_kind(words[-1]) and not (apart and len(run) > 1):
        return True
    behind = ANIMAL_BEHIND.match(text, run[-1].end())
    return behind is not None and any(_is_kind(word) for word in fold(behind["word"]).split())


@lru_cache(maxsize=16)  # asked of each lone name
def animals_named(text: str) -> frozenset[str]:
    """The names of which a sentence of their own tells that: "Reken op mij en op Bobby. Bobby is mijn hulphond"."""
    if not has_one_of(fold(text), _animals()):
        return frozenset()
    return frozenset(
        said["name"] for said in IS_AN_ANIMAL.finditer(text) if any(map(_is_kind, fold(said["word"]).split()))
    )


def _is_kind(word: str) -> bool:
    return word.strip("('\"").endswith(_animals())


@cache
def _animals() -> tuple[str, ...]:
    return tuple(name_words("animals"))
