"""Who takes a seat, or is to have one, where the name stands in lines of its own: "Mijn vervangster neemt mijn plaats
over. Haar gegevens:", and then a name and an address."""

import re

from mailbot.reading.account.handing_over import pass_seat
from mailbot.reading.account.rows import words_beside_names
from mailbot.reading.account.stance import Stance
from mailbot.reading.account.talk import Talk
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.units import Unit
from mailbot.reading.names.people import Person
from mailbot.reading.text.late import late

# Right before the name
IT_IS = re.compile(
    r"\b(?:gegevens|naam|namen|heet|betreft|details|name|called)\b(?:\s(?:zijn|is|are))?\s*[:.,]?\s*\Z", re.IGNORECASE
)
REACH = 40  # characters
# "Hij heet ", "haar naam is "
CALLED = re.compile(
    r"\W*(?:(?:en|and)\s)?(?:(?:hij|zij|ze|he|she) (?:heet|is(?: called)?)|(?:zijn|haar|his|her)"
    r" (?:volledige )?(?:naam|name) (?:is|luidt)|(?:het gaat om|het betreft|dat is|it is|that is)"
    r"|(?:zijn|haar|his|her|de) (?:gegevens|naam|details)\s?:)\s?:?\s*",
    re.IGNORECASE,
)
# A house that wants somebody there, and the writer who is that: "Onze wijkraad wil vertegenwoordigd zijn. Dat doe ik"
REPRESENTED = re.compile(r"\b(?:vertegenwoordigd|afgevaardigd|represented)\b", re.IGNORECASE)
THAT_IS_ME = late(
    r"\s*(?:(?:en|and)\s)?(?:(?:dat|die (?:taak|rol|eer))\s(?:(?:doe|word|ben)\sik|(?:mag|zal)\sik\s(?:zijn|doen))"
    r"(?:\s(?:zelf|graag|dus|dan|namens\s[^,.;:]{2,40}))*\s*(?:[.,;:!(]|\Z)"
    r"|(?:dus\s)?(?:ik\s(?:ga|kom|doe dat)|(?:ga|kom|doe)\sik(?:\sdat)?)\s(?:\w+\s){0,2}namens\b"
    r"|ik\sben\s(?:(?:onze|hun|de|haar|dit keer|deze keer|dan)\s)*"
    r"(?:afgevaardigde|vertegenwoordig(?:er|ster))\s*(?:[.,;!(]|\Z)"
    r"|die (?:taak|rol|eer)\sneem\sik\sop\s(?:me|mij)\b"
    r"|I(?:['’]ll| will) (?:be there|attend|come|go)\s(?:on (?:its|our|their) behalf|for (?:us|them|it))\b"
    r"|(?:that(?:['’]s| is| will be| would be)\s(?:me|I)|I(?:['’]ll| will) do (?:that|so|it))\s*(?:[.,;:!(]|\Z))",
    re.IGNORECASE,
)
UNSETTLED = ("neg", "if", "maybe", "perhaps", "reserve", "companion", "together", "with_me", "later")
HE_IS = re.compile(r"\W*(?:(?:en|and)\s)?(?:hij|zij|ze|he|she) (?:heet|is(?: called)?)\b", re.IGNORECASE)


def name_taker(talk: Talk, units: tuple[Unit, ...]) -> None:
    """Give the seat to the one person whose name follows, where nobody was named who takes it."""
    if talk.given_up is None or "unclear_substitution" not in talk.account.doubts:
        return
    waiting = [p for p in talk.roster.people if p.is_waiting and p.name.is_full and not p.is_writer and p.spans]
    if len(waiting) != 1 or any(p.comes for p in talk.roster.people):
        return
    (taker,) = waiting
    at = min(start for start, _ in taker.spans)
    clause = next((c for u in units for c in u.clauses if c.start <= at < c.end), None)
    if clause is not None and IT_IS.search(talk.text, max(0, at - REACH), at):
        pass_seat(talk, clause, talk.given_up, taker)
        taker.passing = False
        talk.account.doubts = [d for d in talk.account.doubts if d not in ("unclear_substitution", "unnamed")]
        talk.given_up = None


def name_sought(talk: Talk, units: tuple[Unit, ...]) -> None:
    """Let the one person come whose name is told behind a sign-up of somebody without one: "Wilt u mijn moeder op de
    lijst zetten? Zij heet Noor de Boer.", or her name in a line of its own."""
    asked = talk.account.said.get(Stance.COMES)
    if not talk.account.sought or asked is None or talk.account.group or talk.account.somebody_else is not None:
        return
    others = [p for p in talk.roster.people if not p.is_writer]
    if len(others) != 1 or not others[0].is_waiting or not others[0].name.is_full:
        return
    (sought,) = others
    clause = next((c for u in units for c in u.clauses if c.start > asked and _tells_name(talk, c, sought)), None)
    if clause is not None:
        sought.mark_coming(clause.names[0].start, enrolled=True)
        sought.passing, talk.account.sought, talk.account.somebody = False, False, False


def writer_is_sought(talk: Talk, units: tuple[Unit, ...]) -> None:
    """Let the writer come where a house wants somebody there, and they say to be that: "Ons orgaan wil vertegenwoordigd
    zijn. Dat doe ik: Noor de Boer"."""
    account, writer, asked = talk.account, talk.roster.writer, talk.account.said.get(Stance.COMES)
    if not (account.sought or account.somebody) or asked is None or writer is None or account.group:
        return
    clauses = [clause for unit in units for clause in unit.clauses]
    wish = next((clause for clause in clauses if clause.start == asked), None)
    if wish is None or wish.has("party") or REPRESENTED.search(talk.text, wish.start, wish.end) is None:
        return
    if any(p.comes for p in talk.roster.people if not p.is_writer):
        return
    me = next((c for c in clauses if c.start > asked and THAT_IS_ME.match(talk.text, c.start, c.end)), None)
    if me is not None and not (me.asks or me.has(*UNSETTLED)):
        writer.mark_coming(me.start)
        account.sought = account.somebody = False


def name_companion(talk: Talk, units: tuple[Unit, ...]) -> None:
    """Let the one companion come whose name follows: "Mijn man en ik komen. Ik heet Els Bos, hij is Wim Bos." Of whom
    else anything is said between may be "hij", too."""
    account, at = talk.account, talk.account.said.get(Stance.COMES)
    if at is None or account.companions != 1 or account.open_places or account.somebody_else is not None:
        return
    for clause in (c for u in units for c in u.clauses if c.start > at):
        person = talk.roster.find(clause.names[0].name) if len(clause.names) == 1 else None
        known = person is not None and person.name.is_full and (person.is_waiting or person.comes)
        if person is not None and known and not person.is_writer and _is_he(talk, clause, person):
            person.mark_coming(clause.names[0].start, enrolled=True)
            person.passing, person.sure = False, True
            account.doubts = [doubt for doubt in account.doubts if doubt != "companion"]
        if (clause.names or clause.has("person", "companion")) and not clause.has("called"):
            return


def _is_he(talk: Talk, clause: Clause, person: Person) -> bool:
    return HE_IS.match(talk.text, clause.start, clause.end) is not None and _tells_name(talk, clause, person)


def _tells_name(talk: Talk, clause: Clause, person: Person) -> bool:
    if len(clause.names) != 1 or clause.asks or talk.roster.find(clause.names[0].name) is not person:
        return False
    (found,) = clause.names
    called = CALLED.fullmatch(talk.text, clause.start, found.start) is not None
    return called or not words_beside_names(talk.text, clause)
