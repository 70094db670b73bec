"""How a name stands in a clause of coming: joined to the writer, called upon, or only where the news came from."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from mailbot.reading.account.mentions import VERB_BETWEEN, is_verb
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.names.people import Person
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import has_one_of

LINK = (
    r"en|and|&|\+|met|with|plus|samen|mijn|my|onze|our|collega(?:'s)?|colleagues?"
    r"|de|heer|mevrouw|ook|evenals|alsmede|alsook"
    r"|und|sowie|auch|meinen?|meine|unsere?n?|kolleg(?:e|en|in)|frau|herrn?|et|ainsi|que|avec|mon|ma|notre|coll[èe]gue"
    r"|madame|monsieur|mei|myn|ús"
)
LONGEST = 12  # names joined to one another that a list in a sentence has
FEW = 2  # words between "namens" and a name: "namens onze wethouder X", not "namens de gemeente Tiel komen X en ik"
BEGINS_ROW = re.compile(r"\s?(?:,|\()")
LINKED = late(  # ... "vergezeld worden door mijn adviseur Wim Smit"
    r"(?:\b(?:en|and|met|with|plus|evenals|alsmede|alsook|und|sowie|mit|et|avec|ainsi que|mei"
    r"|(?:vergezeld|begeleid|bijgestaan|geflankeerd|geassisteerd"
    r"|accompanied|escorted|joined|assisted) (?:worden )?(?:van|door|by))\b|&|\+"
    # "zowel ik als Wim Smit", "niet alleen ik kom, ook Wim Smit"
    r"|\bzowel(?:\s(?:ik|ikzelf)\sals)?\b|\b(?:niet alleen|not only)\s(?:ik|ikzelf|I)\b[^.;:]{0,50}\b(?:ook|also))"
    r"\s+(?:[^\s,]+,?\s+){0,4}$",
    re.IGNORECASE,
)
VERB_FIRST = re.compile(
    r"[\s,;(]*(?:(?:maar|en|but)\s+)?(?:lukt|kan|gaat|past|mag|komt|is|zijn|zit|werkt)\s+(?:dat|het|dit|die|er|ronde)\b",
    re.IGNORECASE,
)
WHETHER = re.compile(r"[\s(]*(?:(?:en|maar|and|but)\s+)?(?:of|whether|if)\s+(?!(?:ik|wij|we|i)\b)", re.IGNORECASE)
THEN = re.compile(r"[\s,]*(?:dan|then)\b", re.IGNORECASE)
# "alleen als Wim komt"
LEAD = re.compile(r"[\s,(]*(?:(?:en|maar|want|alleen|pas|slechts|and|but|only)\s+)*", re.IGNORECASE)
JOINED = re.compile(
    r"\s*(?:,|\([^()\n]{1,80}\),?)?\s*(?:en|and|und|sowie|et|&|\+)?\s*(?:(?:mijn|onze|de|my|our|meinen?|mon|ma)\s+)?(?:\w+\s+)?",
    re.IGNORECASE,
)
WHOSE = re.compile(r"[\s(]*(?:en |maar |and |but )?(?:haar|hun|diens|her|their)\s+(?P<word>[^\W\d_]+)", re.IGNORECASE)
CALLED = re.compile(
    r"\s*,\s*(?:\n|(?:jij|je|wil|kun|zou|dank|bedankt|ja|nee|you|thanks|could|would|yes|no)\b)", re.IGNORECASE
)
UNNAMED_SUBJECT = re.compile(
    r"[\s(]*(?:en |maar |and |but )?(?:mijn|m'n|onze|ons|de|het|een|my|our|the|a|haar|zijn|hun) [^\W\d_]", re.IGNORECASE
)
OF_THEM = late(r"[\s(]*(?:en |maar |and |but )?(?:haar|zijn|hun|his|her|their) ", re.IGNORECASE)
OF_THEIRS = late(r"(?:[\w-]+ ){0,2}")
OUR = ("mijn", "m'n", "onze", "ons", "my", "our")
# "Zij, onze jurist, doet ronde 1": who that is, was told
THEY_WHO_ARE = re.compile(
    r"[\s(]*(?:en |maar |and |but )?(?:hij|zij|ze|he|she),\s(?:onze|mijn|ons|our|my)\b", re.IGNORECASE
)
OF_OURS = late(
    r"(?:\b(?P<as>is|was|als|zijn|met|van|bij|door|via|namens|naast|voor|aan|in|op|with|of|by|from|for|as|are|to)\s+)?"
    r"\b(?:mijn|m'n|onze|ons|my|our)\s+(?:[\w-]+\s+)?\Z",
    re.IGNORECASE,
)
THEIRS = re.compile(r"\b(?:haar|zijn|z'n|hun|his|her|their)\s+$", re.IGNORECASE)
VAN = re.compile(r"\s(?:van|of)\s", re.IGNORECASE)
THE = re.compile(r"\s*(?:(?:en|maar|and|but)\s)?(?:de|het|the)?\s*", re.IGNORECASE)
AND = re.compile(r"\b(?:en|and|plus|met|with|und|sowie|mit|et|avec|mei)\b|[&+,]", re.IGNORECASE)
# "uit Tiel kom ik, uit Oss Wim en uit Ede Noor": the verb is said once
FROM = r"(?:[Uu]it|[Vv]an|[Vv]anuit|[Nn]amens|[Ff]rom)\s+[^\W\d_a-z][\w-]*"
FROM_PLACE = re.compile(rf"\b{FROM}")
GAPPED = late(rf"(?:,|\ben|\band|,\s+en)\s+{FROM}(?:\s+[^\W\d_a-z][\w-]*)?\s+(?:mijn collega\s+)?\Z")
# "Mijn chef Wim vindt dat iemand moet gaan": who that is, is another question
THINKS = late(
    r"(?:\s*\([^()\n]{1,60}\))?\s+(?:vindt|vond|zegt|zei|denkt|dacht|meent|meende|wil|wilde|hoopt|vroeg|vraagt|schreef|schrijft|says|said"
    r"|thinks|thought|hopes|feels)(?:\s+(?:me|mij|ons|ook|wel))?(?:\s+(?:het|it)(?:\s+\w+){1,3})?\s+(?:dat|of|wie|that|whether)\b(?!\s+(?:hij|zij|ze|he|she)\b)",
    re.IGNORECASE,
)
# "als Wim Smit ook gaat"
ONLY_IF = re.compile(
    r"(?<!net )(?<!zo )(?<!zoals )\b(?:als|indien|mits|if)\s+(?:(?:mijn|onze|my|our)\s+\w+\s+|collega\s+)?\Z"
)
ALSO_GOES = re.compile(
    r"\b(?:gaat|komt|kan|mag|wil|meegaat|meekomt|meedoet|goes|comes|can|joins|attends|does|is coming|is going)"
    r"(?:\s(?:too|as well|along|also|ook|mee|ook mee))?\b\W*\Z",
    re.IGNORECASE,
)
OURS = re.compile(r"\s*(?:ons|us|mij|me)\b", re.IGNORECASE)  # "namens ons komt Wim"
AND_BEFORE = re.compile(r"\b(?:en|and|plus|evenals|alsook|alsmede)\s+(?:ook\s+)?\Z", re.IGNORECASE)
# "meld ik mijn collega ..."
ENROLLED = late(rf"\w+\s+(?:ik|wij|we)\s+(?:(?:{LINK}|graag|hierbij|dan|onze)\s+)*\Z", re.IGNORECASE)
# "Wim Smit meld ik aan, en mezelf ook"
ENROLS_THEM = re.compile(r"(?:meld|geef|schrijf|melden|geven|schrijven)\s+(?:ik|wij|we)\b", re.IGNORECASE)
LINKS = late(rf"(?:\s|,|\([^)]*\)|\b(?:{LINK})\b)*", re.IGNORECASE)


def is_beside_writer(text: str, clause: Clause, person: Person) -> bool:
    """In "meld ik mij en Piet aan" Piet comes too; in "meld ik mij aan ... de lijst van Erik" Erik doesn't."""
    start, end = person.spans[-1]
    chain = list(_chain(text, clause, start))
    if len(chain) > 1 and _is_told_at(text, clause, chain[-1]):
        return False  # "graag die van Wim en Noor": a workshop of theirs
    if any(LINKED.search(text[max(clause.start, at - 70) : at]) for at in chain) or _is_object(text, clause, chain[-1]):
        return True
    if _is_in_row_with_writer(text, clause, start, end):
        return True
    gap = GAPPED.search(text, max(clause.start, start - 60), start)
    if gap and FROM_PLACE.search(text, clause.start, gap.start()):
        return True
    return any(
        _only_names_between(text, clause, end, cue.start) or _joined_behind_verb(text, clause, end, cue.start)
        for cue in clause.cues
        if cue.kind in ("i", "me") and cue.start > end
    )


def _is_object(text: str, clause: Clause, start: int) -> bool:
    """ "Graag meld ik Els Bos en Wim Kok aan, en mijzelf": whom the verb has between its halves."""
    if any(
        cue.kind == "enrol" and cue.start < start < cue.end and ENROLLED.match(text, cue.start, start)
        for cue in clause.cues
    ):
        return True
    end = next((name.end for name in clause.names if name.start == start), start)
    return any(
        cue.kind == "enrol" and cue.start - end == 1 and ENROLS_THEM.match(text, cue.start) for cue in clause.cues
    )


def _is_in_row_with_writer(text: str, clause: Clause, start: int, end: int) -> bool:
    """ "Ik wil mezelf, Wim en Noor opgeven", "Ik (Els), Wim en Noor": the row begins with the writer and goes on behind
    that name."""
    own = [
        cue
        for cue in clause.cues
        if cue.end < start
        and (cue.kind in ("me", "myself_too") or (cue.kind == "i" and BEGINS_ROW.match(text, cue.end)))
    ]
    following = next((name for name in clause.names if name.start >= end), None)
    goes_on = following is not None and JOINED.fullmatch(text[end : following.start][:120])
    return bool(goes_on) and any(_only_names_between(text, clause, cue.end, start) for cue in own)


def _chain(text: str, clause: Clause, start: int) -> Iterator[int]:
    """Where that name begins, and those before it to which it is joined: "samen met Els, Noor en Wim"."""
    yield start
    here = bisect_left(clause.names, start, key=lambda name: name.start)
    for name in reversed(clause.names[max(0, here - LONGEST) : here]):
        if not JOINED.fullmatch(text[name.end : start][:120]):
            return
        start = name.start
        yield start


def _only_names_between(text: str, clause: Clause, start: int, end: int) -> bool:
    """Whether nothing but other names and small words stand there: "Bram, Selin (beiden in de cc) en ik"."""
    rest = text[start:end]
    for name in sorted(clause.names, key=lambda n: -n.start):
        if start <= name.start < end:
            rest = rest[: name.start - start] + rest[min(name.end, end) - start :]
    return bool(LINKS.fullmatch(rest)) and bool(AND.search(rest))


def _joined_behind_verb(text: str, clause: Clause, start: int, end: int) -> bool:
    """ "Graag Wim inschrijven voor 30 maart en mij er ook bij"."""
    verb = any(cue.kind == "enrol" and start <= cue.start and cue.end < end for cue in clause.cues)
    return verb and AND_BEFORE.search(text, start, end) is not None


def is_addressed(text: str, clause: Clause, person: Person) -> bool:
    """ "Ineke, meld je mij aan?": a first name and a comma before the verb call upon somebody."""
    start, end = person.spans[-1]
    lead = text[clause.start : start].strip(" @\n")
    after = text[end : end + 12].lstrip()
    return not lead and after.startswith(",") and not person.name.surname and clause.has("i", "me", "you")


def is_called(text: str, clause: Clause) -> bool:
    """ "@Wim, jij moest nog overleggen", "Fatma, dank voor de tip!": a clause that calls upon somebody who reads along,
    by the first name."""
    if not clause.names or clause.names[0].name.surname:
        return False
    end = clause.names[0].end
    if text[clause.start : clause.names[0].start].strip(" \n") == "@":
        return True
    return not text[clause.start : clause.names[0].start].strip() and CALLED.match(text, end) is not None


def is_overtaken(text: str, clause: Clause) -> bool:
    """Whether somebody of theirs, without a name, stands behind the last name: "Wim wordt gebracht door zijn broer"."""
    if _is_of_their_people(text, clause):
        return True
    last = clause.names[-1].end if clause.names else clause.start
    nouns = [cue for cue in clause.cues if cue.kind in ("person", "companion") and cue.start >= last]
    return any(THEIRS.search(text[last : cue.start]) for cue in nouns)


def _is_of_their_people(text: str, clause: Clause) -> bool:
    """ "De moeder van Toon, mevrouw Vos, brengt ons": not so "de broer van Toon, Kees Vos, komt ook", who is named."""
    if not clause.names or (len(clause.names) > 1 and clause.names[-1].name.given):
        return False
    first = clause.names[0].start
    return any(
        cue.kind in ("person", "companion")
        and VAN.fullmatch(text, cue.end, first)
        and THE.fullmatch(text, clause.start, cue.start)
        for cue in clause.cues
        if cue.end < first
    )


def speaks_of_somebody_else(text: str, clause: Clause) -> bool:
    """Whether a clause without names turns to somebody else, by what they are: "Onze stagiair hielp mij, zij komt niet"
    is about nobody of those named before. Not so "hij is mijn collega", "namens onze wethouder"."""
    people = [cue for cue in clause.cues if cue.kind in ("person", "companion")]
    if people and clause.has("he") and THEY_WHO_ARE.match(text, clause.start, clause.end):
        return False
    if people and UNNAMED_SUBJECT.match(text, clause.start, clause.end):
        of_them = OF_THEM.match(text, clause.start, people[0].end)  # "haar agenda is vol door de commissaris" is hers
        return of_them is None or OF_THEIRS.fullmatch(text, of_them.end(), people[0].start) is not None
    leads = ((cue, text[max(clause.start, cue.start - 40) : cue.start].lower()) for cue in people)
    ours = [cue for cue, lead in leads if has_one_of(lead, OUR)]  # few: OF_OURS is tried at each character
    called = [OF_OURS.search(text, max(clause.start, cue.start - 40), cue.start) for cue in ours]
    return any(found is not None and not found["as"] for found in called)


def is_possessive(text: str, clause: Clause) -> bool:
    """Whether the clause begins with "haar adviseur", "zijn chef": it speaks of somebody else, without a name."""
    lead = WHOSE.match(text, clause.start, clause.end)
    return lead is not None and not is_verb(lead["word"])


THAT_OF = late(
    r"\b(?:naam|aanmelding|inschrijving|opgave|deelname|komst|plek|plaats)\b[^.!?\n]{0,60}"
    r"\b(?:en|plus|evenals|alsook|net als)\s+(?:ook\s+)?die\s+van\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)


FAR = 120  # characters: "mijn naam mag op de lijst voor 30 maart, en ook die van mijn collega "


def is_that_of(text: str, clause: Clause, person: Person) -> bool:
    """ "Mijn naam mag op de lijst, en die van Wim Smit": his name, that is, and he told nothing."""
    at = person.spans[-1][0]
    return THAT_OF.search(text, max(clause.start, at - FAR), at) is not None


def is_told(text: str, clause: Clause, person: Person) -> bool:
    """Whether the person is only where the news came from ("op verzoek van ...", "mijn chef Saskia zei ...")."""
    at, end = person.spans[-1]
    thinks = THINKS.match(text, end, clause.end)
    if thinks and not clause.has("he"):
        return True
    return _is_told_at(text, clause, at)


def _is_told_at(text: str, clause: Clause, at: int) -> bool:
    told = [cue for cue in clause.cues if cue.kind == "told" and cue.end <= at]
    return any(
        len(text[cue.end : at].split()) <= FEW
        and not (OURS.match(text, cue.end, at) or VERB_BETWEEN.search(text, cue.end, at))
        for cue in told
    )


def is_wondered(text: str, clause: Clause) -> bool:
    """ "Of Wim ook komt, hoort u morgen": an indirect question about others."""
    return bool(clause.names) and not clause.asks and WHETHER.match(text, clause.start, clause.end) is not None


def is_conditional(text: str, clause: Clause) -> bool:
    """ "Als zij mogen komen": a clause that begins with its condition; or with its verb, and "dan" follows."""
    if VERB_FIRST.match(text, clause.start, clause.end) and THEN.match(text, clause.end):
        return True  # "lukt dat niet, dan is ronde 3 ook goed"
    cue = clause.first("if")
    if cue is not None and any(c.kind == "surely" and c.start <= cue.start < c.end for c in clause.cues):
        return False  # "Indien u daar prijs op stelt": a politeness
    return cue is not None and LEAD.fullmatch(text, clause.start, cue.start) is not None


def depends_on_somebody(text: str, clause: Clause) -> bool:
    """ "Ik kom als Wim Smit ook gaat": a condition behind the coming; not so "net als Wim Smit", "als adviseur"."""
    starts = [name.start for name in clause.names] + [cue.start for cue in clause.cues if cue.kind == "he"]
    return any(
        ONLY_IF.search(text, max(clause.start, at - 40), at) and ALSO_GOES.search(text, at, min(clause.end, at + 80))
        for at in starts
    )
