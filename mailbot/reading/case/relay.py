"""Which quoted letters ask where the writer passes them on: a secretary's "zie onderstaand, graag inschrijven".

Each foreign letter below is read as its own author's. One that says neither yes nor no leaves a doubt, unless it only
carried on what stands below it. Who is asked for by name, or as "haar" and "hem", comes by that, whatever the words of
the letter below. Whoever passes on may come, too ("noteer haar en mij"): then the writer's own words ask as well.
"""

import re
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from mailbot.domain.message import Address
from mailbot.reading.account.saying import stance_of
from mailbot.reading.account.stance import Stance
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.gathered import asked_around, means_whoever_agrees
from mailbot.reading.case.passed_on import AGAINST, asks_leave, asks_to_be_listed, carries, gives_up, says_no, signs_up
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.cue_phrases import number
from mailbot.reading.letter.page import Sheet
from mailbot.reading.names import Name, same_person
from mailbot.reading.names.people import Person, Roster, from_address
from mailbot.reading.text.late import late
from mailbot.reading.text.numerals import BOTH_OF_THEM

LONGEST = 60  # words of the writer's own; whoever says more says something of their own
# What is said of a seat that is asked for below, by somebody who doesn't only pass that on.
SETTLED = frozenset({Stance.BOOKED, Stance.CANCELS, Stance.LATER, Stance.REPLACES})
UNCERTAIN = ("neg", "unable", "maybe", "perhaps", "wavers", "if", "reserve", "later")
MOST_COUNTED = 12  # "de 30" is a day
COUNTED = late(
    r"\b(\w+) (?:reacties|antwoorden|aanmeldingen|mails|mailtjes|berichten|collega['’]?s|mensen|personen|heren|dames)\b"
    r"|\b(?:de|die|deze|alle|the|those|all)\s(\w+)(?=\s(?:die|who|that|wel|hieronder|onderaan|below|graag|in|aan)\b|[.,?!]|$)"
    rf"|\b{BOTH_OF_THEM}\b",
    re.IGNORECASE,
)

Read = Callable[[Sheet, Roster], Asking]


class Relay(NamedTuple):
    """The letters that ask beside or in place of the writer's; whether it is in doubt what they come to; whether the
    writer's own words ask, too."""

    letters: tuple[Asking, ...] = ()
    doubt: bool = False
    with_own: bool = False


def relayed(own: Asking, sender: Address, quoted: tuple[Sheet, ...], read: Read, *, forwarded: bool) -> Relay:
    """What is passed on; nothing where the writer asks in words of their own. `forwarded`: the subject says that this
    is a forward."""
    pointed = points_below(own) or (forwarded and (_points_at_them(own) or means_whoever_agrees(own)))
    if not (pointed or forwarded) or own.entries or own.sheet.words > LONGEST:
        return Relay()
    if any(clause.has("alone") and not clause.has("self_not") for unit in own.sheet.units for clause in unit.clauses):
        return Relay()  # "zie de draad hieronder: alleen ik kom"; not so "ik ben alleen het doorgeefluik"
    pages = _sent_again(own, sender, quoted) or [page for page in quoted if _is_foreign(page, own, sender)]
    if not pages:
        return Relay()
    authors = [name for page in pages if (name := from_address(page.letter.author)) is not None]
    named = [person for person in own.roster.people if person.comes and not person.stays_away]
    if any(not p.is_writer and not any(same_person(p.name, name) for name in authors) for p in named):
        return Relay()
    comes_too = own.writer.comes and not _speaks_for_the_house(own)
    if comes_too:
        pages = [page for page in pages if not page.letter.to_us]
    found, unclear = _asking_among([read(page, _roster_of(page, sender)) for page in pages], own, named)
    if comes_too:
        beside = _beside(own, found, forwarded=forwarded) if pointed else Relay()
        left_out = [a for a in found if not any(same_person(p.name, a.writer.name) for p in named)]
        return beside if beside.letters else Relay(doubt=bool(left_out) and asked_around(own))
    unclear = unclear and _said_count(own) not in _counts(found)  # "beide dames", and one who shirks an answer
    unclear = unclear or any(asking.sheet.letter.to_us for asking in found)  # we have it, and may have answered
    if not pointed and not (found and not unclear and all(map(asks_to_be_listed, found)) and _leaves_it_at_that(own)):
        return Relay()
    if any(not p.is_writer for p in named):
        _leave_others_out(found)
    return Relay(tuple(found), unclear or _counts_others(own, found))


def _speaks_for_the_house(own: Asking) -> bool:
    """Whether the writer comes by a "wij" alone that asks for others ("wij verzoeken u beiden in te schrijven"), or
    says not to come."""
    writer = own.writer
    away = writer.stays_away and not writer.enrolled
    if not (away or (writer.by_we and not any(_is_of_us(c) for u in own.sheet.units for c in u.clauses))):
        return False
    writer.comes = False
    return True


def _is_of_us(clause: Clause) -> bool:
    return stance_of(clause) is Stance.COMES and clause.has("i", "attend", "us", "me", "myself_too")


def points_below(own: Asking) -> bool:
    """Whether the writer's own words point at what stands below, or there are none."""
    return any(unit.has("relay", "received") for unit in own.sheet.units) or not own.sheet.parts.body.strip()


def _asking_among(letters: list[Asking], own: Asking, named: list[Person]) -> tuple[list[Asking], bool]:
    """Those letters that ask for something, and whether another leaves a doubt."""
    found, doubt = [], False
    all_meant = _asks_for_each(own, letters)
    for asking, below in pairwise([*letters, None]):
        assert asking is not None
        _leave_out_forwarder(asking, own)
        if _is_spoken_for(asking, own):
            continue
        if _is_talked_of(asking, own):
            doubt = True
            continue
        let_go = len(letters) == 1 and _gives_leave(own) and asks_leave(asking)  # beside others, too: "Els wil ook mee"
        meant = signs_up(asking) or gives_up(asking) or _is_meant(asking, own, named, only=len(letters) == 1) or let_go
        if meant or (all_meant and _may_be_meant(asking)):
            found.append(asking)
        elif not named and not says_no(asking) and asking.sheet.units and not carries(asking.sheet, below):
            doubt = True
        elif not named and len(letters) == 1 and Stance.LATER in asking.account.said and _gives_leave(own):
            doubt = True  # "Mag ik naar de bijeenkomst? Ik weet nog niet of ik kan": who is to be put on the list?
    return found, doubt


def _gives_leave(own: Asking) -> bool:
    """Whether whoever passes a letter on asks for what it says to be done, and has nothing against it: "graag
    inschrijven", "willen jullie dit verwerken? Zelf kom ik niet"."""
    clauses = [clause for unit in own.sheet.units for clause in unit.clauses]
    # "zelf kom ik niet", "die was voor jullie, geloof ik"
    said = [c for c in clauses if not c.has("self_not") and not (c.has("perhaps") and c.has("relay"))]
    if any(c.has("neg", "unable", "maybe", "perhaps", "if", "wavers", "reserve") for c in said):
        return False
    if any(c.has("enrol", "replace") and c.has("me", "mine", "myself_too") for c in clauses):
        return False  # "graag mij inschrijven in haar plaats"
    return any(clause.has("enrol") and clause.has("polite", "relay") for clause in clauses)


def _is_spoken_for(asking: Asking, own: Asking) -> bool:
    """Whether the writer's own words say that its author stays away, or is on the list: news is newer than what
    stands below."""
    author = _author_in(own, asking)
    return author is not None and not author.comes and (author.stays_away or author.booked or author.unbooked)


def _is_talked_of(asking: Asking, own: Asking) -> bool:
    """Whether the writer says of its author what we don't understand: "Els mag niet van haar chef"."""
    author = _author_in(own, asking)
    if author is None or author.comes or author.is_writer:
        return False
    clauses = [clause for unit in own.sheet.units for clause in unit.clauses]
    here = [c for c in clauses if any(c.start <= start < c.end for start, _ in author.spans)]
    return any(clause.has("neg", "unable", "maybe", "perhaps", "wavers", "if") for clause in here)


def _author_in(own: Asking, asking: Asking) -> Person | None:
    """Whom the writer's own words name of that letter's author."""
    return own.roster.find(asking.writer.name) if asking.writer.name != Name() else None


def _beside(own: Asking, found: list[Asking], *, forwarded: bool) -> Relay:
    """The writer comes: so do the authors below who ask to be put on the list, and those meant by "haar" and "hem"."""
    meant = _points_at_them(own) or means_whoever_agrees(own)
    asking = [letter for letter in found if meant or (forwarded and asks_to_be_listed(letter))]
    people = [person for letter in asking for person in letter.roster.people if person.comes]
    twice = [p for p in own.roster.people if p.comes and any(same_person(p.name, other.name) for other in people)]
    own.roster.people = [p for p in own.roster.people if p not in twice]  # what they ask for stands below
    known = [p for p in own.roster.people if any(same_person(p.name, other.name) for other in people)]
    own.account.unclear = [p for p in own.account.unclear if p not in (*twice, *known)]
    for person in known:
        person.explained = person.explained or not person.is_writer
    if twice:
        _leave_others_out(asking)
    return Relay(tuple(asking), with_own=own.writer.comes) if asking else Relay()


def _leave_others_out(letters: list[Asking]) -> None:
    """Where the writer says by name who is to come, whoever else is talked of below is not."""
    for asking in letters:
        asking.account.unclear = []
        for person in asking.roster.people:
            person.explained = person.explained or person.is_waiting


def _points_at_them(own: Asking) -> bool:
    """ "Zet haar er ook bij": whoever wrote what stands below."""
    return any(unit.has("him") and unit.has("enrol") for unit in own.sheet.units)


def _leaves_it_at_that(own: Asking) -> bool:
    """Whether nothing in the writer's own words is about the seat that somebody asks for below."""
    account = own.account
    clauses = [clause for unit in own.sheet.units for clause in unit.clauses]
    if SETTLED.intersection(account.said) or account.doubts or account.wonders:
        return False
    if any(clause.has("question", "neg") and not clause.has("i", "we", "me", "us") for clause in clauses):
        return False
    return not any(person.stays_away for person in own.roster.people if not person.is_writer)


def _is_foreign(page: Sheet, own: Asking, sender: Address) -> bool:
    """Whether neither we nor the writer wrote that letter."""
    author = page.letter.author
    if page.letter.ours or author is None:
        return False
    if author.email and own.writer.email:
        return author.email not in (own.writer.email, sender.email)
    return author.name.casefold() != sender.name.casefold()


def _sent_again(own: Asking, sender: Address, quoted: tuple[Sheet, ...]) -> list[Sheet]:
    """The writer's own letter, where it never reached us: "Poging twee! Mijn bericht staat onderaan"."""
    if not any(unit.has("again") for unit in own.sheet.units) or any(page.letter.ours for page in quoted):
        return []
    return [page for page in quoted if page.letter.author is not None and _is_by(page.letter.author, sender)][:1]


def _is_by(author: Address, sender: Address) -> bool:
    if author.email:
        return author.email == sender.email
    return author.name.casefold() == sender.name.casefold()


def _roster_of(page: Sheet, sender: Address) -> Roster:
    author, roster = page.letter.author, Roster()
    email = author.email or (sender.email if _is_by(author, sender) else "") if author else ""
    writer = Person(from_address(author) or Name(), is_writer=True, email=email or None)
    roster.people.append(writer)
    roster.writer = writer
    return roster


def _leave_out_forwarder(asking: Asking, own: Asking) -> None:
    """Whoever passes a mail on is called upon in it ("Wilma, zet mij er maar op"), and doesn't come by that."""
    for person in asking.roster.people:
        if not person.is_writer and same_person(person.name, own.writer.name):
            person.comes, person.explained = False, True


def _is_meant(asking: Asking, own: Asking, named: list[Person], *, only: bool) -> bool:
    """Whether the writer asks for the author of that letter: by name, or as the one who wrote it."""
    meant = any(same_person(p.name, asking.writer.name) for p in named) or (_points_at_them(own) and only)
    if not meant or asking.writer.stays_away or AGAINST.intersection(asking.account.said):
        return False
    asking.writer.mark_coming(asking.sheet.units[0].start if asking.sheet.units else 0)
    return True


def _asks_for_each(own: Asking, letters: list[Asking]) -> bool:
    """Whether whoever passes on so many letters asks for as many people: "graag beiden inschrijven", above two."""
    return _said_count(own) == len(letters) and any(unit.has("enrol") for unit in own.sheet.units)


def _may_be_meant(asking: Asking) -> bool:
    """Whether a letter that was counted among those who are to come says nothing against it: "Idem! En glutenvrij".
    Then its author comes by that."""
    clauses = [clause for unit in asking.sheet.units for clause in unit.clauses]
    against = any(clause.has(*UNCERTAIN) for clause in clauses) or says_no(asking)
    if against or not clauses or asking.writer.stays_away or asking.account.doubts:
        return False
    asking.writer.mark_coming(asking.sheet.units[0].start)
    return True


def _counts_others(own: Asking, found: list[Asking]) -> bool:
    """Whether the writer says how many letters or people there are, and we found another number of both."""
    said = _said_count(own)
    return said is not None and said not in _counts(found)


def _said_count(own: Asking) -> int | None:
    """How many of them are to come, in the writer's words; None where they don't say, or speak of one or of a crowd."""
    match = COUNTED.search(own.sheet.parts.body)
    counted = match[1] or match[2] if match else None
    said = number(counted) if counted else 2 if match else None
    return said if said is not None and 1 < said <= MOST_COUNTED else None


def _counts(found: list[Asking]) -> tuple[int, int]:
    """How many letters ask, and for how many people."""
    return len(found), sum(1 for asking in found for person in asking.roster.people if person.comes)
