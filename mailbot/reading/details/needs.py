"""What somebody needs to take part, in the words of the mail.

A need that is denied, or that somebody sees to themselves, keeps its place, but is marked.
"""

import re
from collections import defaultdict
from dataclasses import replace
from functools import cache

from mailbot.reading.details.wishes import ENDINGS, INFLECTION, THOUGHT_BETTER, label_keys, labelled, spans, table
from mailbot.reading.lexicon import words
from mailbot.reading.text.clauses import Clauses
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.found import Found, without_overlaps
from mailbot.reading.text.lookup import Lookup, beside_all, keys_of, lookup, vocabulary

# In a form without colons: "Rolstoel/ringleiding nvt", "Rolstoel: nee"
NOT_SO = re.compile(r"(?:/\w+)?(?:\s*(?::|=|\.{3,})\s*|\s{1,9})(?:n\.?v\.?t|nee|geen|no|none|niet nodig)(?!\w)")
# "Ik ben slechtziend, niet blind", "ik zit niet in een rolstoel"
DENIED = re.compile(
    r"(?:^\s?|[,;(]\s|\b(?:ben|is|zijn|zit|loop|am|are|maar)\s(?:zelf\s)?)"
    r"(?:niet|not)\s(?:meer\s)?(?:in (?:een|a)\s|met (?:een\s)?)?$"
)

# "Ik ben tolk gebarentaal": who is one needs none
IS_ONE = re.compile(r"\b(?:ben|als|bin|am|as|werk als|work as)\s(?:(?:een|an?|freelance|zelf|zelfstandig|ook)\s){0,2}$")


def needs(text: str, start: int = 0, end: int | None = None) -> tuple[Found, ...]:
    """What somebody needs, in text[start:end]. kind: need | seat | labelled | none."""
    end = len(text) if end is None else end
    folded = fold(text)
    if _words_of_needs().isdisjoint(vocabulary(folded)):
        return ()
    found = without_overlaps(
        [
            *spans(text, _seat().finditer(folded, start, end), "seat"),
            *spans(text, _told().finditer(folded, start, end) if _may_be_told(folded) else (), "need"),
            *spans(text, _need_term().finditer(folded, start, end), "need"),
        ]
    )
    found = without_overlaps([*found, *labelled(text, folded, "access", start, end)])
    if not found:
        return ()
    clauses = Clauses(text, start, end)
    judged = [_judged_need(need, clauses) for need in found]
    if all(need.negated for need in judged):  # an interpreter of one's own comes along, and is all there is to know
        own = table("access", "brought_along")
        reach = [clauses.text[need.end : need.end + 60] for need in judged]
        judged = [replace(n, negated=not own.search(r)) for n, r in zip(judged, reach, strict=True)]
    return tuple(judged)


def _judged_need(need: Found, clauses: Clauses) -> Found:
    first, last = clauses.clause_at(need.start)
    sentence = clauses.sentence_at(need.start)
    following = clauses.text[need.end : min(max(last, need.end) + 60, sentence[1] + 40, clauses.end)]
    before = clauses.text[first : need.start]
    unneeded = table("access", "not_needed")
    denied = re.search(r"\b(?:geen|no|gjin|kein|keine)\s(?:\w+\s)?$", before) and not need.value.lower().startswith(
        ("geen", "no ")
    )
    denied = denied or (need.kind == "need" and DENIED.search(before) is not None)
    denied = denied or NOT_SO.match(clauses.text, need.end) is not None
    is_help = need.kind == "need" and re.search(r"tolk|interpret|dolmetsch", fold(need.value))
    dispensed = is_help and (IS_ONE.search(before) or unneeded.search(following) or unneeded.search(before))
    same_clause = unneeded.search(clauses.text[first : max(last, need.end)])
    return replace(
        need,
        negated=bool(THOUGHT_BETTER.match(clauses.text, need.end) or denied or dispensed or (same_clause and is_help)),
    )


@cache
def _words_of_needs() -> frozenset[str]:
    """Words of which a text that tells a need has one."""
    return label_keys("access") | _seat().keys | _told().keys | _need_term().keys


@cache
def _need_term() -> Lookup:
    return lookup(words("access", "terms"), rf"(?<![\w-])(?P<value>WORDS){INFLECTION}(?![\w-]|\svlek)", ENDINGS)


@cache
def _seat() -> Lookup:
    """ "een plek dicht bij de deur", "zit ik het liefst vooraan", "graag vooraan zitten"."""
    seats, where = any_of(words("access", "seats")), any_of(words("access", "where"))
    rest = r"[^.;()\n!?]{0,60}?(?=[.;()\n!?]|$|,|\s(?:maar|want|dus|zou|zodat|graag|please|if|als|nodig|fijn|is)\b)"
    gladly = r"(?:(?:ik|hij|zij|ze|het|graag|liefst|liever|altijd|daarom|dus|dan|wel|i|she|he|prefer|to)\s){0,4}"
    pattern = (
        rf"(?<!\w)(?P<value>(?:(?:vaste|rustige|goede)\s)?(?:{seats})\s(?:{where})(?!\w){rest}"
        rf"|(?:zit|zitten|sit)\s{gladly}(?:{where})(?!\w){rest}|(?:vooraan|voorin)\s(?:kunnen\s|mogen\s|willen\s)?zitten(?!\w)"
        rf"|(?:graag|liefst|bij voorkeur)\s(?:vooraan|voorin)(?!\w|\sin\s)"
        rf"|(?:(?<=[,.;:(]\s)|(?<=^)|(?<=graag\s)|(?<=liefst\s))"
        rf"(?:dicht bij|dichtbij|vlak bij|vlakbij|nabij)\s(?:de|het)\s(?:nood)?(?:lift|uitgang"
        rf"|ingang|deur|toilet|wc|podium|spreker|scherm)(?!\w)"
        rf"|(?:vooraan|voorin)\s(?:is|zou)\s\w+(?:\szijn)?(?!\w))"
    )
    placed = keys_of(words("access", "seats")) | {"zit", "zitten", "sit"}
    near = {"dicht", "dichtbij", "vlak", "vlakbij", "nabij"}
    return Lookup(pattern, placed | {"vooraan", "voorin"} | near, beside_all(placed, words("access", "where")))


@cache
def _told() -> Lookup:
    """What somebody can't do, told in a sentence: lexicon/access.toml says how the phrases are written."""
    phrases = words("access", "told")
    # "ik zie slecht weer aankomen", "is er een lift van het station?"
    other = r"\s(?:weer aankomen|nieuws)\b|(?<=lift)\s(?:van|vanaf|vanuit|naar|mogelijk)\b"
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
