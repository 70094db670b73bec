"""Does a letter say something of a name by which it isn't simply what headers and signatures have, and did that come
into what we would print? "Ons mailsysteem hangt nog aan mijn trouwnaam", "daar luistert hij niet naar", "zijn voornaam
ontschiet me even".

How the name is to be is told in too many ways to be sure of all of them; that something is told of it, in few. So where
the sentence doesn't have the name as we would print it, a person looks.
"""

import re
from collections.abc import Iterator

from mailbot.reading.case.asking import Asking
from mailbot.reading.judgement.outcome import Outcome
from mailbot.reading.letter.dictation import is_dictated
from mailbot.reading.letter.units import Unit, UnitKind
from mailbot.reading.lexicon import words
from mailbot.reading.names import same_person
from mailbot.reading.names.name_talk import BADGE, GIVEN_NAME, LAST_NAME, PARTS_OF_NAME
from mailbot.reading.names.people import from_address
from mailbot.reading.names.person_name import split_plain
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import Lookup, keys_of

NAME = rf"(?:name|naam|namme|heet|called|spelled|spelt|{any_of(PARTS_OF_NAME, blank=' ')})"


def _any(table: str) -> str:
    return rf"(?:{any_of(words('name_talk', table), blank=' ')})"


def _keys(*tables: str) -> frozenset[str]:
    return keys_of([phrase for table in tables for phrase in words("name_talk", table)])


# "Ons systeem kapt mijn achternaam af", "de naam van dit account", "nog mijn oude naam"
SHOWN = Lookup(
    rf"\b{_any('former')}\b|\b{_any('shown_by')}\b.*\b{NAME}\b|\b{NAME}\b.*\b{_any('shown_by')}\b"
    r"|\b(?:afzendernaam|mailnaam)\b",
    _keys("shown_by", "former") | {"afzendernaam", "mailnaam"},
)
USED = r"(?:gebruik|gebruikt|schrijf|schrijft|voer|voert|draag|draagt|hanteer|hanteert|use|uses|write|writes)"
REMARKED = Lookup(
    rf"\b{_any('sorts')}\b|\b{_any('goes_by')}\b|\b{USED}\b.*\b(?:{NAME}|{BADGE})\b"
    # "Ik kreeg een badge met Witse Posthuma", "mijn naam is weer eens niet goed gespeld"
    rf"|\b(?:kreeg|had|liep|stond|got|had|wore)\b.*\b{BADGE} (?:met|with|that said)\b"
    rf"|\b{NAME}\b.*\b(?:niet goed|verkeerd|fout|wrong|misspel\w*)\b"
    rf"|\b(?:verkeerd|fout|niet goed)\s(?:gespeld|geschreven|getikt|gezet)\b",
    _keys("sorts", "goes_by")
    | {"naam", "name", "badge", "gespeld", "geschreven", "getikt", "gezet"}
    | keys_of([*PARTS_OF_NAME, *words("name_talk", "badge"), *words("name_talk", "worn")]),
)
# "Bep gebruikt alleen Van Rijn, dus dat Oosterhuis mag eraf", "Ton heet Antonius, maar daar luistert hij niet naar"
LEFT_OUT = Lookup(rf"\b{_any('left_out')}\b", _keys("left_out"))
# "Zijn voornaam ontschiet me even"
UNKNOWN = Lookup(
    rf"\b{NAME}\b.*\b{_any('unknown')}\b|\b{_any('unknown')}\b.*\b{NAME}\b",
    _keys("unknown"),
)
MINE = re.compile(r"\b(?:ik|mij|me|mijn|m'n|wij|we|ons|onze|i|my|our|myn)\b")
OF_MINE = late(
    rf"\b(?:mijn|m'n|ons|onze|my|our|myn) (?:\w+ )?(?:{NAME}|\w*naam|{_any('shown_by')})\b"
    r"|\b(?:dit|this|deze) (?:account|adres|address|e?-?mail)\b"
)
OF_OTHERS = re.compile(r"\b(?:zijn|haar|hun|z'n|d'r|de|his|her|their|the)\s\Z")
# "Mijn achternaam staat bovenaan": as we would print it
STANDS_ABOVE = re.compile(r"\bstaat (?:al |ook |wel |gewoon )*(?:boven\w*|in de|bij de)\b|\bis above\b")
WRONGLY = re.compile(r"\b(?:niet|nog|oude|fout|verkeerd|anders|half|not|still|old|wrong)\b")
BELOW = re.compile(r"\b(?:hieronder|onderaan|below|onder deze mail|at the bottom)\b")
WORD = re.compile(r"[^\W\d_]{2,}")
# "Deventer is mijn achternaam", "vroeger heette ik Vonk, nu weer Peters"
SURNAME = late(rf"\b(?:{LAST_NAME}|heette ik)\b", re.IGNORECASE)
GIVEN = late(rf"\b{GIVEN_NAME}\b", re.IGNORECASE)


def is_remarked_on(outcome: Outcome) -> bool:
    """Something is said of a name, in a sentence that doesn't have that of anybody who is signed up."""
    if not outcome.only_registers:
        return False
    shown_too = not _header_shows_another(outcome)
    names = [request.name for request in outcome.requests if request.name]
    return any(
        not any(_is_told_in(said, name) or _is_signed_below(asking, said, name) for name in names)
        for asking in outcome.case.asking
        if not (asking.writer.misspelt or is_dictated(asking.text))
        for said in _remarks(asking, names, shown_too=shown_too)
    )


def _remarks(asking: Asking, names: list[str], *, shown_too: bool) -> Iterator[str]:
    """The sentences that say such a thing; where there is but one name, with the next: "een badge met Witse Posthuma.
    Leuk, maar ik ben Wytze Postma"."""
    folded, units = fold(asking.text), asking.sheet.units
    for at, unit in enumerate(units):
        if unit.kind in (UnitKind.SENTENCE, UnitKind.ITEM) and _is_remark(folded, unit, names, shown_too=shown_too):
            last = units[at + 1] if len(names) == 1 and at + 1 < len(units) else unit
            yield asking.text[unit.start : last.end]


def _is_remark(folded: str, unit: Unit, names: list[str], *, shown_too: bool) -> bool:
    start, end = unit.start, unit.end
    said = folded[start:end]
    named = not set(WORD.findall(said)).isdisjoint(word for name in names for word in WORD.findall(fold(name)))
    if not (named or MINE.search(said)):
        return False
    if shown_too and SHOWN.search(folded, start, end) and OF_MINE.search(said):
        return not STANDS_ABOVE.search(said) or WRONGLY.search(said) is not None
    if UNKNOWN.search(folded, start, end) or (named and LEFT_OUT.search(folded, start, end)):
        return True
    found = REMARKED.search(folded, start, end)
    # "in een auto die op zijn eigen naam staat": a story, unless one of those on the list is named in it
    return found is not None and (named or OF_OTHERS.search(folded, start, found.start()) is None)


def _header_shows_another(outcome: Outcome) -> bool:
    """Whether the writer goes by a name that isn't the header's: then what is said of that one was heeded."""
    shown, writer = from_address(outcome.case.message.sender), outcome.case.own.writer
    return shown is None or not same_person(shown, writer.name)


def _is_told_in(said: str, name: str) -> bool:
    """Whether a sentence has all words of somebody's name, as they are to be printed; or the half that it is about:
    "Deventer is mijn achternaam"."""
    parsed, there = split_plain(name.split()), set(WORD.findall(said.casefold()))
    halves = [name]
    halves += [parsed.surname] if SURNAME.search(said) else []
    halves += [parsed.given] if GIVEN.search(said) else []
    return any(set(words) <= there for half in halves if (words := WORD.findall(half.casefold())))


def _is_signed_below(asking: Asking, said: str, name: str) -> bool:
    """ "Onderaan staat hij voluit", and so it does."""
    return BELOW.search(fold(said)) is not None and name in asking.sheet.parts.signature
