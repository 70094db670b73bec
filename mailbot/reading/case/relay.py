"""Which quoted letters ask where the writer only passes them on: a secretary's "zie onderstaand, graag inschrijven".

Each foreign letter below is read as its own author's. One that says neither yes nor no leaves a doubt, unless it only
carried on what stands below it. Who is asked for by name, or as "haar" and "hem", comes by that, whatever the words of
the letter below.
"""

import re
from collections.abc import Callable
from itertools import pairwise

from mailbot.domain.message import Address
from mailbot.reading.account.stance import Stance
from mailbot.reading.case.asking import Asking
from mailbot.reading.letter.cue_phrases import number
from mailbot.reading.letter.page import Sheet
from mailbot.reading.letter.yes import begins_with_yes, is_yes
from mailbot.reading.names import Name, same_person
from mailbot.reading.names.people import Person, Roster, from_address

LONGEST = 60  # words of the writer's own; whoever says more says something of their own
CARRIED = 40  # words above a letter that somebody passes on
AGAINST = frozenset({Stance.STAYS_AWAY, Stance.LATER, Stance.CANCELS})
COUNTED = re.compile(
    r"\b(\w+) (?:reacties|antwoorden|aanmeldingen|mails|mailtjes|berichten|collega['’]?s|mensen|personen|heren|dames)\b"
    r"|\bbeide\b",
    re.IGNORECASE,
)

Read = Callable[[Sheet, Roster], Asking]


def relayed(own: Asking, sender: Address, quoted: tuple[Sheet, ...], read: Read) -> tuple[tuple[Asking, ...], bool]:
    """The letters that ask in the writer's stead, and whether it is in doubt what they come to. None where the writer
    asks in words of their own."""
    if not _passes_on(own, quoted):
        return (), False
    foreign = _sent_again(own, sender, quoted) or [page for page in quoted if _is_foreign(page, own, sender)]
    named = [person for person in own.roster.people if person.comes]
    found, doubt = [], False
    for page, below in pairwise([*foreign, None]):
        assert page is not None
        asking = read(page, _roster_of(page, sender))
        _leave_out_forwarder(asking, own)
        if _comes(asking) or _gives_up(asking) or _is_meant(asking, own, named, only=len(foreign) == 1):
            found.append(asking)
        elif not named and not _says_no(asking) and page.units and not _carries(page, below):
            doubt = True
    return tuple(found), doubt or _counts_others(own, found)


def _passes_on(own: Asking, quoted: tuple[Sheet, ...]) -> bool:
    """Whether the writer's own words only point at what stands below: nobody comes by them, or only its authors."""
    authors = [name for page in quoted if (name := from_address(page.letter.author)) is not None]
    coming = [person for person in own.roster.people if person.comes]
    if any(p.is_writer or not any(same_person(p.name, name) for name in authors) for p in coming):
        return False
    if not quoted or own.entries or own.sheet.words > LONGEST:
        return False
    return any(unit.has("relay") for unit in own.sheet.units) or not own.sheet.parts.body.strip()


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


def _comes(asking: Asking) -> bool:
    """Whether that letter signs somebody up, be it by a yes to whoever asked around."""
    account = asking.account
    if Stance.COMES in account.said and (any(p.comes for p in asking.roster.people) or account.implied is not None):
        return True
    text, units = asking.sheet.parts.body, asking.sheet.units
    agrees = any(is_yes(text[u.start : u.end]) for u in units) or any(
        begins_with_yes(text[c.start : c.end]) for u in units for c in u.clauses
    )
    if agrees and not asking.writer.stays_away and not AGAINST.intersection(account.said):
        asking.writer.mark_coming(units[0].start)
        return True
    return False


def _gives_up(asking: Asking) -> bool:
    """Whether its author cancels there: "wil je me daarvoor afmelden?"."""
    return Stance.CANCELS in asking.account.said and asking.writer.cancels and not asking.writer.comes


def _is_meant(asking: Asking, own: Asking, named: list[Person], *, only: bool) -> bool:
    """Whether the writer asks for the author of that letter: by name, or as the one who wrote it."""
    pointed_at = any(unit.has("him") and unit.has("enrol") for unit in own.sheet.units)
    meant = any(same_person(p.name, asking.writer.name) for p in named) or (pointed_at and only)
    if not meant or asking.writer.stays_away or AGAINST.intersection(asking.account.said):
        return False
    asking.writer.mark_coming(asking.sheet.units[0].start if asking.sheet.units else 0)
    return True


def _says_no(asking: Asking) -> bool:
    return bool(AGAINST.intersection(asking.account.said))


def _carries(page: Sheet, below: Sheet | None) -> bool:
    """Whether a letter only passed on the one below it, which had been sent to its author."""
    if below is None or page.letter.author is None or page.words > CARRIED:
        return False
    author = page.letter.author
    return any(
        to.email == author.email if to.email and author.email else to.name == author.name for to in below.letter.to
    )


def _counts_others(own: Asking, found: list[Asking]) -> bool:
    """Whether the writer says how many letters or people there are, and we found another number of both."""
    match = COUNTED.search(own.sheet.parts.body)
    said = 2 if match and match[0].casefold().startswith("beide") else number(match[1]) if match else None
    people = sum(1 for asking in found for person in asking.roster.people if person.comes)
    return said is not None and said > 1 and said not in (len(found), people)
