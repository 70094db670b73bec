"""What somebody wants to be called on the list or the badge: "inschrijven onder de naam Ko Vonk", "op de badge graag Ko
Vonk", "iedereen kent me als Ko Vonk". Such a name goes before every fuller one, be it that of the header.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import fuzz

from mailbot.reading.case.asking import Asking
from mailbot.reading.letter.dictation import is_dictated
from mailbot.reading.names import Name, find, is_given, merged, same_person
from mailbot.reading.names.name_talk import BADGE, BADGES, ON_BADGE, PART_OF_NAME
from mailbot.reading.names.people import Person, Roster
from mailbot.reading.names.person_name import turned
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import has_one_of

NAME_ON_BADGE = late(rf"\b{ON_BADGE}|\b(?:mijn|my) {BADGE} (?:\w+ ){{0,2}}(?:says?|read|reads|mag|kan|moet|volstaat)\b")
# "sinds mijn scheiding heet ik weer Els Bos", "my name is now Els Bos"
NOW = r"(?:\s(?:nu|weer|gewoon|inmiddels|tegenwoordig|voortaan|sindsdien|dus|al|echt|now|again|just|actually))*"
CALLED = late(rf"\b(?:ik heet|heet ik|mijn (?:nieuwe )?naam is|my (?:new )?name is|i(?:'m| am) called){NOW}:?")
ELSEWHERE = re.compile(  # "in uw bevestiging heet ik", "vanaf april heet ik"
    r"\b(?:in|bij|volgens|op|according|your|binnenkort|straks|vanaf|per|volgend|soon|from|after|als|wanneer|when|if)\b"
)
# "onder de naam", "met mijn eigen naam, dus"
UNDER = late(
    r"\b(?:onder|met|under|with)\s(?:de|mijn|haar|zijn|the|my|her|his)\s(?:eigen\s|own\s|maiden\s|meisjes|roep|voor)?"
    r"na(?:am|me)\b(?:\sof\b)?(?:,?\s(?:dus|namelijk|te weten))?:?"
)
# "inschrijven als", "kent me als", "put me down as"
AS = late(
    r"\b(?:inschrij\w+|schrijf\w*|in te schrijven|notee?r\w*|vermeld\w*|registree?r\w*|aanmelden|aan te melden|opgeven"
    r"|opnemen|opschrijven|zet(?:ten)?|bekend|kent|kennen|ken|en wel|register\w*|list|put|enter|note|known|knows?)\b"
    r"[^.!?\n;:]{0,40}?\s(?:als|as)\b"
)
# "Mijn gegevens:", and the name below
DETAILS = late(r"\b(?:mijn|my) (?:\w+ )?(?:\w*gegevens|details)(?:\s(?:zijn|are)(?:\s(?:als volgt|as follows))?)?:")
OFFICIAL = late(
    r"\b(?:officieel|officially|voluit|volledige naam|full name|paspoort|passport|legal name)"
    r"(?:\s(?:heet ik|ben ik|staat|is|my name is|mijn naam is|mijn naam))*:?"
)
OFFICIALLY = ("officieel", "officially", "voluit", "volledige naam", "full name", "paspoort", "passport", "legal name")
BEHIND_BADGE = re.compile(r"[^.!?\n]{0,40}?(?=\s[\"“„'‘]?[^\W\d_a-z])")
RIGHT_BEHIND = re.compile(r"(?:\s(?:graag|gewoon|maar|just|simply))?\s?(?=\s)")
BELOW = re.compile(r"\s{0,4}(?:(?:volledige )?naam|(?:full )?name)?:?(?=\s)", re.IGNORECASE)
I_WHO = late(r"\b(?:[Ii]k|[Oo]ndergetekende|I), (?P<name>[A-Z][^,.;:!?\n]{3,50}),(?!\s(?:en|and|&)\s)")
IS_A_HALF = late(rf"\s(?:is|are)\s(?:(?:de|mijn|the|my)\s)?{PART_OF_NAME}\b")  # "Minh Chau is mijn voornaam"
PUTS = re.compile(r"\b(?:zet\w*|print\w*|schrijf\w*|graag|liever|gewoon|put|write|make)\b[^,;]{0,30}\Z")
PLEASE = re.compile(r"\s?(?:graag|please|liefst)?\s")
# The last that holds is wanted most: what is to stand on the badge goes before what somebody is called.
# Each with what may stand between it and the name, and with words of which one is in all that it matches.
WAYS = (
    (DETAILS, BELOW, ("gegevens", "details")),
    (CALLED, RIGHT_BEHIND, ("heet", "naam", "name", "called")),
    (NAME_ON_BADGE, BEHIND_BADGE, BADGES),
    (UNDER, RIGHT_BEHIND, ("naam", "name")),
    (AS, RIGHT_BEHIND, (" als", " as", "\nals", "\nas", "\tals", "\tas", "\rals", "\ras")),
)
ALIKE = 70  # of 100: how alike a surname and what a telephone made of it are
SENTENCE = re.compile(r"[.!?\n;:]")
REACH = 100  # characters between such words and the name's end
LONGEST = 200  # characters of a sentence before them
NOT_WANTED = late(
    r"\b(?:(?:sta|staat|staan|stond|stonden)\b(?!.*\bbekend\b)|(?:u|uw|jullie)\b.*\bbekend\b|niet\b|geen\b|fout\b"
    r"|verkeerd|abusievelijk|was\b|werd\b|not\b|wrong|instead|functie\b"
    # what somebody else did: "last week our secretary put me on your list as"
    r"|(?:has|have|had|last|yesterday|they|she|he)\b.*\b(?:put|listed|registered|entered|noted) (?:me|my)\b)"
)
OF_WRITER = re.compile(
    r"\b(?:ik|mij|me|mijzelf|mezelf|ondergetekende|myself|i|mijn (?:\w+naam|naam\w*|badge|kaartje)"
    r"|my (?:badge|name\w*))\b"
)


@dataclass(frozen=True, slots=True)
class Wish:
    """A whole name that somebody is to be called by. `by_writer`: the words are about the writer. `introduces`: they
    only say who that is."""

    name: Name
    by_writer: bool
    introduces: bool = False


def note_writers_names(body: str, roster: Roster) -> None:
    """Let the name that the writer wants to be called by, and the official one, be known as the writer's, however far
    they are from the header's: then nobody takes them for somebody else's."""
    writer = roster.writer
    if writer is None:
        return
    said = has_one_of(fold(body), OFFICIALLY)
    official = [Wish(name, True) for *_, name in _named_behind(body, OFFICIAL, RIGHT_BEHIND)] if said else []
    writer.also_called += [wish.name for wish in (*wishes(body), *official) if _can_be_called(writer, wish)]


def introduces_another(asking: Asking) -> bool:
    """ "Mijn gegevens: Els Bakker", "ik heet Els Bakker", whose mail it isn't; but not as a telephone heard it."""
    said = [wish.name for wish in wishes(asking.sheet.parts.body) if wish.by_writer and wish.introduces]
    said += _apposed(asking.sheet.parts.body)
    others = any(not _is_of(asking.writer, name) for name in said)
    return others and not is_dictated(asking.sheet.letter.text)


def _apposed(body: str) -> list[Name]:
    """ "Hierbij meld ik, Els Bakker, mij aan", "I, Els Bakker, ...": between commas, who writes."""
    hits = I_WHO.finditer(body)
    found = [(hit, find(body, hit.start("name"), hit.end("name"))) for hit in hits]
    return [names[0].name for hit, names in found if len(names) == 1 and names[0].name.is_full and names[0].sure]


def _is_of(writer: Person, name: Name) -> bool:
    return same_person(name, writer.name) or name in writer.also_called or sounds_like(name, writer.name)


def call_as_wanted(asking: Asking) -> None:
    wanted = wishes(asking.sheet.parts.body)
    heard = bool(wanted) and is_dictated(asking.sheet.letter.text)
    for wish in wanted:
        for person in asking.roster.people:
            if heard and person.is_writer and sounds_like(wish.name, person.name):
                person.misspelt = True  # the header has it as it is written
                person.name = person.name if person.name.given else replace(person.name, given=wish.name.given)
            elif person.is_writer and wish.introduces and _is_half_heard(wish.name, person.name, asking):
                continue
            elif (
                same_person(person.name, wish.name) or turned(person.name, wish.name) or wish.name in person.also_called
            ):
                if fold(str(wish.name)) == fold(f"{person.name.infix} {person.name.surname}").strip():
                    continue  # "op de badge: het is Groot Bruinderink": a surname of two words, and no given name
                by_halves = wish.introduces and not wish.name.given  # "mijn naam is A. Vonk", and "Annie" below
                person.name = merged(person.name, wish.name) if by_halves else wish.name


def _is_half_heard(said: Name, shown: Name, asking: Asking) -> bool:
    """Whether a name said in small letters, where nobody sees at which word it ends, begins the one that is shown:
    "mijn naam is abdi warsame yusuf telefoon 06", from Abdi Warsame Yusuf."""
    return str(said).lower() in asking.sheet.parts.body and fold(f"{shown} ").startswith(fold(f"{said} "))


def sounds_like(heard: Name, written: Name) -> bool:
    """Whether a dictated name can be that of the header: "Christien Boon" of Chr. Boonstoppel, "Umar" of Ömer."""
    if not (written.is_full and heard.surname):
        return False
    whole, part = (f"{fold(str(name)).replace('-', ' ')} " for name in (written, heard))
    if whole.startswith(part):
        return True  # "Gerrit Jan oude Wesselink", whose surname was heard in small letters
    surnames = [fold(f"{name.infix}{name.surname}").replace(" ", "") for name in (heard, written)]
    one, other = sorted(surnames, key=len)
    if fold(heard.given or heard.initials)[:1] != fold(written.given or written.initials)[:1] and one != other:
        return False
    return other.startswith(one) or fuzz.ratio(one, other) >= ALIKE


@lru_cache(maxsize=8)  # asked for when the people are put together, and again when they are called by their names
def wishes(body: str) -> tuple[Wish, ...]:
    """Every such name of a letter."""
    return tuple(_wishes(body))


def _wishes(body: str) -> Iterator[Wish]:
    folded = fold(body)
    for lead, behind, within in WAYS:
        if not has_one_of(folded, within):
            continue  # as in most letters: looking for plain words takes a tenth of looking for the pattern
        for words, end, name in _named_behind(body, lead, behind):
            before = SENTENCE.split(folded[max(0, words.start() - LONGEST) : words.start()])[-1]
            said = folded[words.start() : end]
            unwanted = NOT_WANTED.search(f"{before.rpartition(',')[2]}{said}")
            if not unwanted and not (lead is CALLED and ELSEWHERE.search(before)):
                owned = OF_WRITER.search(before + said) is not None or lead is DETAILS
                yield Wish(name, owned or _is_nobody_elses(folded, name, lead), lead in (CALLED, DETAILS))
        if lead is NAME_ON_BADGE:
            yield from _put_on_the_badge(body, folded)


def _is_nobody_elses(folded: str, name: Name, lead: re.Pattern[str]) -> bool:
    """ "Op de badge graag Ko Vonk", who is named nowhere else."""
    return lead is NAME_ON_BADGE and folded.count(fold(str(name))) == 1


def _put_on_the_badge(body: str, folded: str) -> Iterator[Wish]:
    """ "Zet Ko Vonk op de badge", "Ko Vonk on the badge, please"."""
    for words in NAME_ON_BADGE.finditer(folded):
        begin = max(0, words.start() - REACH)
        start = max((mark.end() for mark in SENTENCE.finditer(folded, begin, words.start())), default=begin)
        named = find(body, start, words.start())
        if not named or not named[-1].name.is_full or NOT_WANTED.search(folded, start, words.end()):
            continue
        before, between = folded[start : named[-1].start], folded[named[-1].end : words.start()]
        if PUTS.search(before) or PLEASE.fullmatch(between):
            yield Wish(named[-1].name, OF_WRITER.search(before) is not None)


def _named_behind(
    body: str, lead: re.Pattern[str], behind: re.Pattern[str]
) -> Iterator[tuple[re.Match[str], int, Name]]:
    """Whole names that stand behind such words: the words, where what is between ends, the name."""
    for words in lead.finditer(fold(body)):
        between = behind.match(body, words.end())
        if between is None:
            continue
        found = find(body, between.end(), _stop(body, words, between.end(), lead))
        near = bool(found) and found[0].name.is_full and found[0].start <= between.end() + 2
        if near and not IS_A_HALF.match(fold(body), found[0].end):
            yield words, between.end(), found[0].name


def _stop(body: str, words: re.Match[str], at: int, lead: re.Pattern[str]) -> int:
    """Where a name behind such words ends at the latest: one in a column with the line, for below it stands a town."""
    first = at + len(body[at:]) - len(body[at:].lstrip())
    line = body.find("\n", first) if lead is DETAILS else -1
    return line if line >= 0 else words.end() + REACH


def _can_be_called(writer: Person, wish: Wish) -> bool:
    """Whether the writer can want to be called so: a name of their own, or one that shares half of it."""
    known, name = writer.name, wish.name
    if same_person(known, name):
        return True
    surnames = f" {fold(known.surname)}", f" {fold(name.surname)}"
    surname = bool(known.surname) and (surnames[0].endswith(surnames[1]) or surnames[1].endswith(surnames[0]))
    return wish.by_writer and (surname or (is_given(known.given) and fold(known.given) == fold(name.given)))
