"""Did that come of a name which the letter says of it? "Op de lijst graag Vonk, zo heet ik sinds januari." And did
all letters of a name come through?

Where a sentence speaks of somebody's given name, surname or badge, the names in it are those of the people on the list,
or of people who don't come. A name that went nowhere was told for some reason, and a person looks.
"""

import re
from collections.abc import Iterable, Iterator

from mailbot.domain.reading import Action
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.signer import signs_with_another_surname
from mailbot.reading.judgement.outcome import Outcome
from mailbot.reading.letter.units import UnitKind
from mailbot.reading.lexicon.authorities import places
from mailbot.reading.names import Name
from mailbot.reading.names.mailboxes import confirms_order
from mailbot.reading.names.name_talk import BADGE, BADGES, ON_BADGE, PART_OF_NAME, PARTS_OF_NAME
from mailbot.reading.names.people import from_address
from mailbot.reading.names.person_name import INFIX, LOST_LETTER, UPPER, is_given, name_words
from mailbot.reading.names.surnames import is_surname
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import Lookup, keys_of

TALK = Lookup(
    rf"\b(?:{PART_OF_NAME}|zo heet ik|ik heet|heet ik|{ON_BADGE}|my badge|mijn (?:badge|naam))\b",
    keys_of((*PARTS_OF_NAME, *BADGES), ("", "s")) | {"heet", "badge", "naam"},
)
# Behind these stands what isn't wanted, or was once.
NOT_SO = re.compile(
    r"\b(?:niet|geen|nooit|not|never|instead|in plaats|stond|staat|was|werd|voluit|officieel|paspoort|officially)\b"
)
UNWANTED = re.compile(r"\b(?:niet|geen|nooit|not|never|hoeft)\b")
UNTOLD = late(
    r"\b(?:mijn|haar|zijn|my|her|his) (?:(?:roep|meisjes)naam|eigen (?:achter)?naam|nickname|maiden name)\b"
    r"(?= (?:op|voor|gebruiken|noteren|vermelden|aanhouden|on|for)\b)"
)
ONE = rf"[\"“‘']?([{UPPER}][^\W\d_]+)[\"”’']?"
CALLED = late(
    rf"(?i:\b(?:{PART_OF_NAME}|heet ik|ik heet)"
    rf"(?:\s(?:is|luidt|wordt|nu|weer|dus|gewoon|van|haar|mijn|zijn|now|just))*):?[ ]{ONE}"
)
# "op de badge graag Vonk."
BADGED = late(
    rf"(?i:\b{ON_BADGE}(?:\s\w+){{0,3}}?\sgraag(?:\s(?:gewoon|alleen))?)\s{ONE}(?=[.,!?)\n]|\s[^\W\d_A-Z]|\Z)"
    rf"|(?i:\b{BADGE}(?:\s(?:graag|gewoon|maar|alleen|just))*):?\s{ONE}(?=[.,!?)\n]|\Z)"
    rf"|(?i:\b(?:graag|gewoon|alleen|put|just)\s){ONE}(?=\s(?:op|on|voor|for)\b)"
)
ANOTHER = rf"[{UPPER}][\w'’-]+ (?:{INFIX} ){{0,3}}[{UPPER}]"
TWO_CAPITALS = late(rf"[{UPPER}][^\W\d_]+[ -][{UPPER}][^\W\d_]+")
WORD = late(rf"[{UPPER}][^\W\d_]+")


def told_name_went_nowhere(outcome: Outcome) -> bool:
    """A sentence about names has one that nobody on the list is called by, or wants one that it doesn't tell."""
    if not outcome.only_registers or not all(request.name for request in outcome.requests):
        return False
    told = list(_about_names(outcome))
    if not told:
        return False
    people = [str(person.name) for person in outcome.people if not person.comes]
    wanted = [fold(request.name or "") for request in outcome.requests]
    printed = _words_of([*wanted, *(request.organisation or "" for request in outcome.requests)])
    known = printed | _words_of(people)
    return any(
        _wants_another(said, printed) or (not any(name in fold(said) for name in wanted) and _goes_nowhere(said, known))
        for said in told
    )


def _words_of(names: Iterable[str]) -> frozenset[str]:
    return frozenset(word for name in names for word in re.findall(r"\w+", fold(name)))


def is_signed_with_another_surname(outcome: Outcome) -> bool:
    """What the letter is signed with, and what we would call its writer, are two names: of before a wedding and after
    it, or of two people."""
    new = {request.name for request in outcome.requests if request.action is Action.REGISTER}
    return any(
        str(asking.writer.name) in new and signs_with_another_surname(asking.sheet, asking.writer)
        for asking in outcome.case.asking
    )


def may_share_a_surname(outcome: Outcome) -> bool:
    """ "Jan Willem en Peter de Geus": two given names and no surname, or that of whoever stands behind them?"""
    double = [request.name for request in outcome.requests if request.name and _is_given_twice(request.name)]
    return any(
        re.search(rf"\b{re.escape(name)}(?:,| en| and| &) {ANOTHER}", asking.text) is not None
        or (name == str(asking.writer.name) and not confirms_order(asking.writer.name, asking.writer.email or ""))
        for name in double
        for asking in outcome.case.asking
    )


def _is_given_twice(name: str) -> bool:
    """Whether both words are of one given name: "Jan Willem"."""
    words = name.split()
    return len(words) == 2 and is_given(words[0]) and fold(words[1]) in name_words("second_given")


def either_may_write(outcome: Outcome) -> bool:
    """One of two who share a mailbox is to be signed up or struck off, and nothing tells which: "Ik kom graag. Kok",
    from Henk en Marianne Kok."""
    named = {request.name for request in outcome.requests}
    return any(
        len({str(asking.writer.name), str(asking.roster.housemate.name)} & named) == 1
        for asking in outcome.case.asking
        if asking.roster.either_writes and asking.roster.housemate is not None
    )


def is_called_by_half(outcome: Outcome) -> bool:
    """The writer is called by half a double surname in the letter, which has the whole of it apart from them: "Ik ben
    Wim Vonk (Vonk-Smit staat er omdat we één mailbox hebben)"."""
    new = {request.name for request in outcome.requests if request.action is Action.REGISTER}
    return any(
        str(asking.writer.name) in new and _explains_its_halves(asking, asking.writer.name)
        for asking in outcome.case.asking
    )


def _explains_its_halves(asking: Asking, own: Name) -> bool:
    """Whether a double surname stands in the talk, and nowhere behind its bearer's given name, as half of it does."""
    body, halves = asking.sheet.parts.body, own.surname.split("-")
    if len(halves) != 2 or not own.given or own.surname not in body:
        return False
    called = rf"\b{re.escape(own.given)} (?:{INFIX} ){{0,3}}"
    by_half = any(re.search(rf"{called}{re.escape(half)}(?![\w-])", body) for half in halves)
    return by_half and re.search(rf"{called}{re.escape(own.surname)}", asking.text) is None


def is_put_together(outcome: Outcome) -> bool:
    """The writer's name was wrong, and the right one isn't told: as we have it, half of it is the header's, half the
    sign-off's."""
    if outcome.actions != {Action.CHANGE} or not outcome.says("spelling"):
        return False
    shown = str(from_address(outcome.case.message.answer_to) or "")
    named = {request.name for request in outcome.requests}
    return any(
        str(asking.writer.name) in named
        and fold(asking.writer.name.surname) not in fold(asking.sheet.parts.body)
        and fold(str(asking.writer.name)) not in fold(f"{asking.text}\n{shown}")
        for asking in outcome.case.asking
    )


def name_is_damaged(outcome: Outcome) -> bool:
    """A letter of a name was lost on the way, and what is read of it is half: "Leyla Ayd?n"."""
    return any(
        LOST_LETTER.match(asking.text, end)
        for asking in outcome.case.asking
        for person in asking.roster.people
        if person.comes or person.cancels
        for _, end in person.spans
    )


def _about_names(outcome: Outcome) -> Iterator[str]:
    """Each sentence that speaks of names; a row's or form's own words are read cell by cell. A dictated letter has the
    writer's own name as it sounds."""
    for asking in outcome.case.asking:
        folded = fold(asking.text)
        if asking.writer.misspelt or not TALK.may_stand_in(folded):
            continue
        for unit in asking.sheet.units:
            talks = unit.kind in (UnitKind.SENTENCE, UnitKind.ITEM) and TALK.search(folded, unit.start, unit.end)
            if talks:
                yield asking.text[unit.start : unit.end]


def _wants_another(said: str, printed: frozenset[str]) -> bool:
    """Whether a word is wanted on a badge that isn't in the name of anybody on the list: "op het kaartje zou ik graag
    Harrie zien staan", which is nobody else's name, either. `printed`: the words of those names."""
    hits = [hit for hit in BADGED.finditer(said) if not UNWANTED.search(fold(hit[0]))]
    badged = (fold(word) for hit in hits for word in hit.groups() if word)
    return any(word not in printed and word not in name_words("not_names") for word in badged)


def _no_place(words: re.Match[str]) -> str:
    """Those words, but for a town's: no part of "Den Haag" is a name told."""
    return " " if fold(words[0]) in places() else words[0]


def _goes_nowhere(said: str, known: frozenset[str]) -> bool:
    """`known`: the words of all names of the letter."""
    folded = fold(said)
    if UNTOLD.search(folded):
        return True
    stop = NOT_SO.search(folded)
    told = TWO_CAPITALS.sub(_no_place, said[: stop.start()] if stop else said)
    lost = [
        word for word in WORD.findall(told) if fold(word) not in known and fold(word) not in name_words("not_names")
    ]
    if not set(lost).isdisjoint(CALLED.findall(told)):
        return True
    # "iedereen zegt Ko, maar zet dat niet op de badge"
    return any(is_surname(word) or (is_given(word) and not stop) for word in lost)


def may_be_the_other_way_round(outcome: Outcome) -> bool:
    """ "Liu Xiaoming", who is Xiaoming Liu, beside "Chen Wei", of whom either word may be the given name: whether they
    all have the surname first isn't told."""
    for asking in outcome.case.asking:
        names = [p.name for p in asking.roster.people if p.comes and p.name.given and p.name.surname]
        plain = [n for n in names if not (n.infix or n.initials) and f"{n.given} {n.surname}" in asking.text]
        turned = any(f"{n.surname} {n.given}" in asking.text for n in names if n not in plain and not n.infix)
        if turned and any(is_surname(name.given) for name in plain):
            return True
    return False
