"""Houses that are known only by what somebody does there: "vrijwilliger bij de speelotheek in Epe", "lid van de
werkgroep Welkom". Without that the first is any toy library, and the second a part of whatever house it has.
"""

import re
from collections.abc import Iterator
from functools import cache

from mailbot.reading.details.organisation_words import CAPITALISED, FURTHER
from mailbot.reading.details.roles import roles
from mailbot.reading.lexicon import word_set, words
from mailbot.reading.names.person_name import is_given, name_words
from mailbot.reading.names.relations import all_relations
from mailbot.reading.names.titles import is_job_title
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.found import Found, tidy
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import Lookup, lookup

# "bij de speelotheek in Culemborg", "at the community garden in Breda"
IN_A_TOWN = late(
    r"\s(?:bij|van|voor|op|aan|at|for|with|of)\s(?P<article>de|het|een|onze|the|a|an|our)\s"
    r"(?P<noun>(?:[a-zà-ÿ-]{4,16}\s)?[a-zà-ÿ-]{5,30})\s(?:in|te|at)\s"
    r"(?P<place>[A-Z][\w’'-]+(?:\s(?:aan (?:de|den)\s)?[A-Z][\w’'-]+){0,2})"
)
PLURAL = {"de": ("en", "s"), "the": ("s",)}  # "de buren", "de ouders"
OF_ANOTHER = re.compile(r"\s(?:van|bij|binnen|uit|of|at|within)\s")
BEFORE = 48  # characters before "bij de ..." in which the work is named


def joined(text: str, start: int, end: int) -> Iterator[Found]:
    yield from _in_a_town(text, start, end)
    yield from _groups(text, start, end)


def _in_a_town(text: str, start: int, end: int) -> Iterator[Found]:
    for match in IN_A_TOWN.finditer(text, start, end):
        if _is_no_house(match["article"], match["noun"]) or fold(match["place"]) in word_set("dates", "months"):
            continue
        if _works_there(text, max(start, match.start() - BEFORE), match.start()):
            name = f"{match['noun'][0].upper()}{match['noun'][1:]} {match['place']}"
            yield Found(tidy(name), match.start("noun"), match.end(), "lead_in")


def _works_there(text: str, start: int, end: int) -> bool:
    """Whether "werk", "ben vrijwilliger" or a title ends there, or a word or two before."""
    said = _employed().search(fold(text), start, end)
    return said is not None or any(title.end == end for title in roles(text, start, end))


def _is_no_house(article: str, noun: str) -> bool:
    """Whether that is somebody, or a part of some house, and none itself."""
    last = fold(noun).split()[-1]
    if article in PLURAL and last.endswith(PLURAL[article]):
        return True
    parts = word_set("organisations", "departments") | word_set("organisations", "teams")
    listed = last in parts or last in word_set("organisations", "no_houses")
    return listed or last in all_relations() or last in name_words("kin") or is_job_title(last)


def _groups(text: str, start: int, end: int) -> Iterator[Found]:
    """ "Lid van de werkgroep Welkom"; not so "lid van de werkgroep Inclusie van de gemeente Epe"."""
    folded = fold(text)
    for match in _group().finditer(folded, start, end):
        kind = "kind" if match["kind"] else "sits"
        name = NAME.match(text, match.end(), end)
        if name is None or is_given(name[0].split()[0]) or OF_ANOTHER.match(text, name.end()):
            continue
        yield Found(tidy(text[match.start(kind) : name.end()]), match.start(kind), name.end(), "lead_in")


NAME = late(rf"[ ]{CAPITALISED}{FURTHER}{{0,5}}")


@cache
def _employed() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words('organisations', 'employed'))})(?:\s[a-z]+){{0,2}}$")


@cache
def _group() -> Lookup:
    return lookup(
        words("organisations", "called_in_quotes"),
        r"(?<![\w-])(?:(?:bestuurs)?lid|leden|bestuursleden|vrijwilligers?|voorzitter|secretaris|trekkers?|members?|part)"
        r"\s(?:van|bij|of)\s(?:(?:de|het|onze|the|our)\s)?(?P<kind>WORDS)(?=\s)"
        r"|(?<![\w-])(?:zit|zitten|zat|actief|werk)\s(?:(?:net als \w+|ook|zelf|al|sinds \w+|jaren)\s){0,3}"
        r"(?:in|bij|binnen)\s"
        r"(?:(?:de|het|onze)\s)?(?P<sits>WORDS)(?=\s)",
        whole=True,
    )
