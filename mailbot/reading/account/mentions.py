"""How somebody is mentioned: as one of those who come, or in passing ("mijn chef Jan Smit wees mij op uw dag").

Who stands behind a preposition, or does something that has nothing to do with coming, is no reason to ask.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.units import Unit
from mailbot.reading.lexicon import load
from mailbot.reading.names import NameFound
from mailbot.reading.text.fold import any_of
from mailbot.reading.text.late import late


def _any(key: str) -> str:
    return any_of(load("sentences")[key], blank=" ")


LONGEST_ROW = 12  # names
# "van mijn collega Gerda", "via de heer"; not so "is er bij en Gerda ook"
BETWEEN = r"(?:(?!(?:en|and|maar|but)\s)[^\s,.;:()]+\s+){0,2}"
BEHIND_PREPOSITION = re.compile(rf"(?<!\w)(?:{_any('aside_prepositions')})\s+{BETWEEN}\(?$", re.IGNORECASE)
# "op verzoek van ons afdelingshoofd, mevrouw Smit, geef ik"
ASIDE = rf"(?:{_any('aside_prepositions')}|(?:overleg|afstemming) met|(?:behalf|request) of)"
BEHIND_WHOSE_TITLE = late(
    rf"(?<!\w){ASIDE}\s+(?:{_any('possessives')}|het)\s+(?:[^\s,.;:()]+\s+)?[^\s,.;:()]+,\s+\Z", re.IGNORECASE
)
# "ik zat in de trein naast Jan"
BESIDE = late(rf"(?<!\w)(?:naast|tegenover|achter|beside|next to|opposite)\s+{BETWEEN}\Z", re.IGNORECASE)
# "ik stuur u het verslag, zodra Jan Smit het heeft vastgesteld"
ONCE_DONE = re.compile(rf"\b(?:zodra|nadat|once|after|as soon as)\s+{BETWEEN}\Z", re.IGNORECASE)
# "haar wethouder, Jan Smit, noemde het"
OF_ANOTHER = re.compile(
    r"\b(?:haar|zijn|hun|diens|his|her|their)\s+(?:[^\W\d_]+\s+){0,2}[^\W\d_]+,?\s+\Z", re.IGNORECASE
)
THAT = re.compile(r"\s(?:dat|of|omdat|that|whether)\s", re.IGNORECASE)  # "hierbij geef ik door dat Wim en ik komen"
WHOLE = re.compile(r"\s(?:ons|mij|me|u|jullie|hem|hen|us|you|them)\s+\(?\Z", re.IGNORECASE)
ALSO = re.compile(r"\s(?:ook|nog|also)\s\(?\Z", re.IGNORECASE)
# Who signs for whoever writes: "(voor deze: Els Bos, secretaresse)"
SIGNS_FOR = late(r"\b(?:voor|namens) dezen?\s?[:,]\s?\(?\Z", re.IGNORECASE)
# Whoever stands behind the verb is its subject
VERB_BETWEEN = late(
    r"\s(?:is|zijn|was|komt|komen|gaat|gaan|doet|doen|wordt|worden|schuift|schuiven|sluit|sluiten|neemt|nemen|zal|zullen|kan"
    r"|kunnen|wil|willen|heeft|hebben|meldt|melden|will|is|are)\s",
)
OUT_OF = re.compile(r"(?i:uit|vanuit)\s+(?:de\s+)?[A-ZÀ-Þ]\S+\s+$")  # "uit Tiel komt Els en uit Zwolle Wim"
HELD_WITH = re.compile(  # "een gesprek met Els"; not so "ik kom naar de lezing met mijn vriendin Els"
    r"(?<!\w)(?!(?:workshops?|sessie|lezing|session|talk|lecture|debat)\s+(?:met|with)\s+(?:mijn|m'n|onze|my|our)\s)"
    rf"(?:{_any('held_with')})\s+(?:met|with)\s+{BETWEEN}\(?$",
    re.IGNORECASE,
)
# "Els werkt voor Wim Smit en komt", "adviseur voor wethouder Smit"
WORKS_FOR = late(
    r"\b(?:(?:werk|werkt|werken|works?)\s(?:(?:nauw|veel|hier|nu|vaak|samen|closely)\s){0,3}(?:voor|met|onder|naast|for|with|under)"
    r"|(?:\w*adviseu[rs]e?|\w*secretar[^\W\d_]+|\w*assistente?|\w*medewerk(?:er|ster)|woordvoe(?:rder|rster)|rechterhand"
    r"|aide|advis[eo]r|assistant)\s(?:voor|to|for))\s"
    rf"{BETWEEN}\Z",
    re.IGNORECASE,
)
# What Els is to Wim: not so "laat zich vervangen door Wim"
OF = late(rf"\b(?:van|voor|via|met|onder|of|to|for|with|under)\s+{BETWEEN}\Z", re.IGNORECASE)
TAKEN_ALONG = late(
    rf"(?:(?:{_any('coming_nouns')})\s+(?:van|of)|(?:{_any('made_up_of')})|vertegenwoordig\w*\s+door"
    rf"|\bbesta(?:at|an|ande)\b,?\s+(?:behalve|naast|buiten)\b[^.;:]{{1,40}},?\s(?:uit|ook))\s+{BETWEEN}\(?$",
    re.IGNORECASE,
)
# "Jan Smit (mijn chef) vond", "Jan Smit vond"; with a comma in between it may be a function
VERB_BEHIND = late(
    r"\)?(?:\s*\([^()\n]{1,60}\)|\s*,[^,.;:()]{1,50},"
    r"|\s+(?:van|bij|uit|of|at|from)\s+(?:(?:de|het|ons|onze|the|our|afdeling|team|gemeente)\s+){0,2}"
    r"[^\W\d_a-z][\w.-]*(?:\s+(?:(?:van|de|der|of|and|en)\s+)?[^\W\d_a-z][\w.-]*){0,3})?\s+(?:(?:zelf|ook)\s+)?(?P<verb>[^\W\d_A-Z][^\W\d_]*)"
)
COMMA_VERB = re.compile(r"\s*,\s+(?P<verb>[^\W\d_A-Z][^\W\d_]*)")  # "A colleague, Jan Smit, was kind enough"
VERB_BEFORE = late(rf"(?<!\w)(?P<verb>[^\W\d_A-Z][^\W\d_]*)\s+(?:(?:{_any('possessives')})\s+)?(?:[^\W\d_A-Z]\S*\s+)?$")
FINITE = frozenset(load("sentences")["finite"])
COPULA = frozenset(load("sentences")["copula"])
NO_VERB = frozenset(load("sentences")["no_verb"])
ENDING = re.compile(r"[a-zà-ÿ]{2,}(?:[^ae\W]t|[dt]en?|ed)$")
FOLLOWS = re.compile(rf"[\s(]*(?:,\s*)?(?:en\s+|and\s+|maar\s+|but\s+)?(?:{_any('relative')})\b", re.IGNORECASE)
VERB_FIRST = re.compile(rf"[\s(]*(?:en\s+|and\s+|maar\s+|but\s+)?(?:{_any('finite')})\b", re.IGNORECASE)
ONLY_I = late(
    r"[\s\d*•·.)–-]*(?:\([a-z\d]\) ?)?(?:(?:[Ee]n|and|[Pp]lus|&|[Aa]lsook|[Aa]lsmede|[Ee]venals)(?: ook)? )?"
    r"(?:ik|ikzelf|mijzelf|mezelf|ondergetekende|I|myself|(?:Ik|Mezelf|Mijzelf)(?= ?[:(–]))\b"
    r"[\w ]{0,12}(?:[,.:(–-]|$)"
)
NEXT = 8  # characters: " gewoon "
WITH_COMING = ("attend", "enrol", "seat", "with_me", "likewise", "maybe", "myself_too", "party", "enrol_noun")


def is_verb(word: str) -> bool:
    """Whether a word looks like a verb of a sentence: one that we know, or one that ends like one."""
    plain = word.casefold()
    return plain in FINITE or (plain not in NO_VERB and bool(ENDING.search(plain)))


def is_aside(text: str, clause: Clause, at: int) -> bool:
    """Whether the name at `at` stands behind a preposition that makes its bearer nobody of those who come: "de tip
    van Jan"."""
    enrols = clause.cues if clause.has("enrol") else ()
    verb = max([cue.end for cue in enrols if cue.kind == "enrol" and cue.end <= at], default=clause.start)
    lead = text[clause.start : at]
    if HELD_WITH.search(lead[-60:]) or WORKS_FOR.search(lead[-60:]) or _is_apposed(text, clause, verb, at):
        return True
    at = _first_in_row(text, clause, verb, at)
    behind = BEHIND_PREPOSITION.search(text[max(verb, at - 60) : at])  # "to register alderman Bos": no preposition
    if behind and ALSO.search(behind[0]):
        return False  # "komt van Tiel ook Wim"
    if behind and (WHOLE.search(behind[0]) or VERB_BETWEEN.search(behind[0])):
        return False  # "namens ons komt Wim", "namens Tiel doet Wim mee"
    if behind and any(c.kind == "roll" and c.start <= at - len(behind[0]) < c.end for c in clause.cues):
        return False  # "blijven over Wim Smit en ik"
    if behind is None or OUT_OF.match(behind[0]) or THAT.search(behind[0]):
        return False
    comes = (cue.start for cue in clause.cues if cue.kind in ("attend", "enrol", "goes"))
    if any(at - len(behind[0]) <= verb < at for verb in comes):
        return False
    return not TAKEN_ALONG.search(lead[-80:])


def named_for_another(text: str, clause: Clause) -> tuple[NameFound, ...]:
    """Who is named in a clause only to say what another is, who is named before: "Els Bos, adviseur van Wim Smit",
    "Els Bos, die ik via Wim Smit ken"."""
    if not 0 < len(clause.names) <= LONGEST_ROW or clause.has("attend", "enrol", "seat"):
        return ()
    first = clause.names[0]
    aside = [
        name
        for name in (clause.names if follows_relative(text, clause) else clause.names[1:])
        if OF.search(text, max(clause.start, name.start - 60), name.start) and is_aside(text, clause, name.start)
    ]
    return tuple(aside) if first in aside or not is_aside(text, clause, first.start) else ()


def _is_apposed(text: str, clause: Clause, verb: int, at: int) -> bool:
    """Whether a name stands between commas behind what its bearer is, and that behind such a preposition."""
    end = next((name.end for name in clause.names if name.start == at), at)
    behind = BEHIND_WHOSE_TITLE.search(text, max(verb, at - 60), at) if text[end : end + 1] == "," else None
    return behind is not None and any(
        cue.kind in ("person", "companion") and behind.start() <= cue.start < at for cue in clause.cues
    )


def _first_in_row(text: str, clause: Clause, verb: int, at: int) -> int:
    """Where the name stands of which that at `at` only goes on: the "van" of "Els van Dijk en Wim Smit" is hers, and
    whether she is named aside tells it of him, too."""
    for _ in range(LONGEST_ROW):
        begin = max(verb, at - 60)
        behind = BEHIND_PREPOSITION.search(text[begin:at])
        of = begin + behind.start() if behind else at
        before = bisect_left(clause.names, of, key=lambda name: name.start) - 1
        owner = clause.names[before] if before >= 0 else None
        if behind is None or owner is None or owner.end <= of:
            return at
        at = owner.start
    return at


def acts(text: str, clause: Clause, found: NameFound) -> bool:
    """Whether a verb of something else than coming belongs to a name: right behind it, or before it at the beginning
    of the clause."""
    behind = VERB_BEHIND.match(text, found.end, clause.end)
    if behind and is_verb(behind["verb"]):
        goes_on = behind["verb"] in ("blijft", "blijven") and any(
            0 < cue.start - behind.end("verb") <= NEXT for cue in clause.cues if cue.kind == "attend"
        )
        return not (goes_on or _is_of_coming(clause, behind.start("verb")))  # "Wim Smit blijft komen"
    behind = COMMA_VERB.match(text, found.end)
    if behind and behind["verb"].casefold() in FINITE:
        return not _is_of_coming(clause, behind.start("verb"))
    lead = text[clause.start : found.start]
    before = VERB_BEFORE.search(lead[-80:])
    if before is None or before["verb"].casefold() in COPULA:
        return False  # "zij is Els Bakker" tells who she is
    if len(lead) >= 80 or len(lead[: before.start()].split()) > 2 or not is_verb(before["verb"]):
        return False
    return not _is_of_coming(clause, clause.start + before.start("verb"))


def _is_of_coming(clause: Clause, at: int) -> bool:
    return any(cue.start <= at < cue.end for cue in clause.cues if cue.kind in ("attend", "enrol", "with_me", "modal"))


def is_in_passing(text: str, clause: Clause, found: NameFound) -> bool:
    """Whether a clause that speaks of no coming names somebody for another reason."""
    if clause.has(*WITH_COMING):
        return _only_perhaps(clause) and is_aside(
            text, clause, found.start
        )  # "mocht het nodig zijn, mail dan naar Wim"
    if SIGNS_FOR.search(text, max(0, found.start - 20), found.start):
        return True
    lead = text[max(clause.start, found.start - 60) : found.start]
    if BESIDE.search(lead) or OF_ANOTHER.search(lead) or (clause.has("business") and ONCE_DONE.search(lead)):
        return True
    return is_aside(text, clause, found.start) or (not clause.has("wavers", "as_well") and acts(text, clause, found))


def _only_perhaps(clause: Clause) -> bool:
    return not clause.has(*(kind for kind in WITH_COMING if kind != "maybe"))


def is_only_oneself(text: str, said: Clause | Unit) -> bool:
    """Whether a clause or an entry begins with nobody but its writer: "3. ikzelf", "en ik."."""
    return ONLY_I.match(text, said.start, said.end) is not None


def follows_relative(text: str, clause: Clause) -> bool:
    """Whether a clause begins with "die", "who": it says something of whoever was named last."""
    return bool(FOLLOWS.match(text, clause.start, clause.end))


def begins_with_verb(text: str, clause: Clause) -> bool:
    """Whether a clause begins with its verb, so that its subject stands in a clause before."""
    return bool(VERB_FIRST.match(text, clause.start, clause.end))


def last_named(text: str, names: Sequence[NameFound], at: int) -> tuple[NameFound, ...]:
    """The names right before that place, joined by "en" or commas: "Frits en Annelies Vlasblom, die ..."."""
    found: list[NameFound] = []
    edge = at
    for name in reversed(names[: bisect_left(names, at, key=lambda n: n.start)]):
        between = text[name.end : edge].strip(" \t\n,")
        if found and between not in ("en", "and", "&", ""):
            break
        found.append(name)
        edge = name.start
    return tuple(reversed(found))
