"""What somebody needs to take part, in the words of the mail.

A need that is denied, or that somebody sees to themselves, keeps its place, but is marked.
"""

import re
from collections import defaultdict
from functools import cache

from mailbot.reading.details.allergies import ALLERGIC, ALLERGY
from mailbot.reading.details.unneeded import judged
from mailbot.reading.details.wishes import ENDINGS, INFLECTION, label_keys, labelled, spans
from mailbot.reading.lexicon import words
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.found import Found, without_overlaps
from mailbot.reading.text.lookup import Lookup, beside_all, keys_of, lookup, vocabulary

ARTICLE = re.compile(r"\s(?:de|het|een|the)\s")


def needs(text: str, start: int = 0, end: int | None = None) -> tuple[Found, ...]:
    """What somebody needs, in text[start:end]. kind: need | condition | seat | labelled | none."""
    end = len(text) if end is None else end
    folded = fold(text)
    if _words_of_needs().isdisjoint(vocabulary(folded)):
        return ()
    found = without_overlaps(
        [
            *spans(text, _seat().finditer(folded, start, end), "seat"),
            *spans(text, _told().finditer(folded, start, end) if _may_be_told(folded) else (), "need"),
            *spans(text, _need_term().finditer(folded, start, end), "need"),
            *spans(text, _condition().finditer(folded, start, end), "condition"),
            *spans(text, _in_the_air().finditer(folded, start, end), "need"),
        ]
    )
    found = without_overlaps([*found, *labelled(text, folded, "access", start, end)])
    if not found:
        return ()
    return judged(found, text, start, end)


@cache
def _words_of_needs() -> frozenset[str]:
    """Words of which a text that tells a need has one."""
    return (
        label_keys("access") | _seat().keys | _told().keys | _need_term().keys | _condition().keys | _in_the_air().keys
    )


@cache
def _need_term() -> Lookup:
    return lookup(
        words("access", "terms"),
        rf"(?<![\w-])(?P<value>WORDS){INFLECTION}(?![\w-]|\svlek|(?<=lift)\s(?:van|geleend)\b)",
        ENDINGS,
    )


@cache
def _condition() -> Lookup:
    """ "Een lichte vorm van slechthorendheid", "heeft MS": what people work on, too (`unneeded` tells)."""
    return lookup(words("access", "conditions"), r"(?<![\w-])(?P<value>WORDS)(?![\w-])")


@cache
def _in_the_air() -> Lookup:
    """ "Allergisch voor parfum", "kan niet tegen sterke geuren": what is no food, and is met in a room."""
    ill = rf"(?:{ALLERGIC}|contactallergie|{ALLERGY}|gevoelig|sensitive|react)\s(?:voor|tegen|op|to)"
    cant = r"(?:(?:niet|slecht)(?:\szo)?(?:\sgoed)?\stegen|can't (?:stand|tolerate))"
    return lookup(
        words("access", "in_the_air"),
        rf"(?<![\w-])(?P<value>(?:(?:{ill}|{cant})\s(?:(?:sterke?|felle|harde|scherpe|strong|heavy|loud)\s)?(?:WORDS)"
        rf"|(?:WORDS)-?(?:{ALLERGY}|{ALLERGIC})))(?![\w-])",
        ("allergie", "allergisch"),
    )


@cache
def _seat() -> Lookup:
    """ "een plek dicht bij de deur", "zit ik het liefst vooraan", "graag vooraan zitten"."""
    seats, where = any_of(words("access", "seats")), any_of(_places())
    rest = r"[^.;()\n!?]{0,60}?(?=[.;()\n!?]|$|,|\s(?:maar|want|dus|zou|zodat|graag|wel|please|if|als|nodig|fijn|is)\b)"
    gladly = r"(?:(?:ik|hij|zij|ze|het|graag|liefst|liever|altijd|daarom|dus|dan|wel|i|she|he|prefer|to)\s){0,4}"
    pattern = (
        rf"(?<!\w)(?P<value>(?:(?:vaste|rustige|goede)\s)?(?:{seats})\s(?:nodig\s|graag\s|needed\s)?(?:{where})(?!\w){rest}"
        rf"|(?:zit|zitten|sit)\s{gladly}(?:{where})(?!\w){rest}|(?:vooraan|voorin)\s(?:kunnen\s|mogen\s|willen\s)?zitten(?!\w)"
        rf"|(?:graag|liefst|bij voorkeur)\s(?:vooraan|voorin)(?!\w|\sin\s)"
        rf"|(?:(?<=[,.;:(]\s)|(?<=^)|(?<=graag\s)|(?<=liefst\s))"
        rf"(?:dicht bij|dichtbij|vlak bij|vlakbij|nabij)\s(?:de|het)\s(?:nood)?(?:lift|uitgang"
        rf"|ingang|deur|toilet|wc|podium|spreker|scherm)(?!\w)"
        rf"|(?:vooraan|voorin)\s(?:is|zou)\s\w+(?:\szijn)?(?!\w))"
    )
    placed = keys_of(words("access", "seats")) | {"zit", "zitten", "sit"}
    near = {"dicht", "dichtbij", "vlak", "vlakbij", "nabij"}
    return Lookup(pattern, placed | {"vooraan", "voorin"} | near, beside_all(placed, _places()))


@cache
def _places() -> tuple[str, ...]:
    """Where a seat must be, with and without its article: "plek bij gangpad"."""
    said = words("access", "where")
    bare = (ARTICLE.sub(" ", place) for place in said)
    return tuple(dict.fromkeys((*said, *bare)))


@cache
def _told() -> Lookup:
    """What somebody can't do, told in a sentence: lexicon/access.toml says how the phrases are written."""
    phrases = words("access", "told")
    # "ik zie slecht weer aankomen", "is er een lift van het station?"
    other = r"\s(?:weer aankomen|nieuws)\b|(?<=lift)\s(?:van|vanaf|vanuit|naar|mogelijk)\b"
    other += r"|(?<=ver lopen)\sis\b|(?<=licht)\sin\b"  # "niet ver lopen is vanaf het station", "tegen het licht in"
    pattern = rf"(?<![\w-])(?P<value>(?:{'|'.join(map(_of_phrase, phrases))}))(?!\w|{other})"
    return Lookup(pattern, keys_of(word for phrase in phrases for word in _telling(phrase).split("|")))


def _telling(phrase: str) -> str:
    """The place of that phrase whose words are longest: of "staat|staan .. niet" mails are full."""
    return max(phrase.replace("..", "").split(), key=_shortest)


def _may_be_told(folded: str) -> bool:
    """Whether all words of one of those phrases are there: its pattern is tried at each character, and takes long."""
    said = vocabulary(folded)
    rows = (places for key in _told().keys & said for places in _places_told()[key])
    return any(not any(map(said.isdisjoint, places)) for places in rows)


@cache
def _places_told() -> dict[str, list[list[frozenset[str]]]]:
    """The words of each place of each phrase, by those of the place that tells most."""
    found: dict[str, list[list[frozenset[str]]]] = defaultdict(list)
    for phrase in words("access", "told"):
        places = [keys_of(place.split("|")) for place in phrase.split() if place != ".."]
        for key in keys_of(_telling(phrase).split("|")):
            found[key].append(places)
    return found


def _shortest(words_there: str) -> int:
    return min(map(len, words_there.split("|")))


def _of_phrase(phrase: str) -> str:
    """A pattern for a phrase of words, alternatives ("sta|staat") and gaps of up to three words ("..")."""
    parts = []
    for word in phrase.split():
        parts.append(r"(?:[\w'’-]+\s){0,3}?" if word == ".." else rf"(?:{any_of(word.split('|'))})\s")
    return "".join(parts).removesuffix(r"\s")
