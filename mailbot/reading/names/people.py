"""The people of a mail: every name that it mentions, put together to persons, and what is known of each.

A person may be called by the full name in one place, by the first name in another, stand in the Cc with the address
and in the signature with the role: the roster brings these together.
"""

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from mailbot.domain.event import Choice
from mailbot.domain.message import Address, IncomingMessage
from mailbot.domain.reading import Evidence
from mailbot.reading.names import Name, NameFound, from_header, is_given, merged, same_person
from mailbot.reading.names.header_names import BRACKETS
from mailbot.reading.names.mailboxes import in_order, person_at
from mailbot.reading.names.name_index import NameIndex
from mailbot.reading.names.person_name import may_be_alike, turned
from mailbot.reading.names.relations import sex_by
from mailbot.reading.names.sexes import Sex, addressed_as, called_so
from mailbot.reading.names.surnames import adds_a_surname, is_surname
from mailbot.reading.names.told_names import address_spells
from mailbot.reading.text.fold import fold

DIGITS = re.compile(r"\d+")
FEW = 40  # people who are compared one by one
UNSAID = 1 << 30  # the order of whoever the letter asks nothing for


@dataclass(slots=True)
class Person:
    """Somebody in the mail. `spans`: where the name stands in the text. `is_writer`: who sent the mail.

    `comes`, `stays_away`, `cancels`: what the mail says of them, with `order` as the place in the text
    where it says that they come.
    """

    name: Name
    is_writer: bool = False
    email: str | None = None
    spans: list[tuple[int, int]] = field(default_factory=list)
    sure: bool = True
    in_cc: bool = False
    comes: bool = False
    stays_away: bool = False
    dropped: bool = False  # comes no more, by what is said later in the letter
    sure_away: bool = False  # from the event as a whole, in so many words; "hoeft niet op de lijst" isn't that
    only_wished: bool = False  # the writer would have come, and says why not: "ik had graag willen komen, maar ..."
    cancels: bool = False
    withdrew: bool = False  # ... and all that is said is that they did, somewhere: "Wim heeft zich teruggetrokken"
    enrolled: bool = False  # we are asked to put them on the list; of others it is only said that they come
    asks_too: bool = False  # the writer wants a seat in so many words: "noteer ook mij"
    by_we: bool = False  # the writer comes by a "wij" alone, and not by a word of their own
    booked: bool = False
    unbooked: bool = False  # said never to have been on the list: there is no seat to give up
    addressed: Sex | None = None  # "de heer", "mevrouw"
    also_called: list[Name] = field(default_factory=list)  # of the writer: names that the letter says to be theirs
    misspelt: bool = False  # the mail quotes a wrong spelling of the writer's name
    explained: bool = False  # mentioned for a reason of its own: who told, who advised
    passing: bool = False  # named in a sentence that is about something else
    told: str | None = None  # what the second reader says becomes of them, who is believed instead of all of this
    eats: bool = False  # what they eat or need there is told, as of whoever comes
    order: int = UNSAID
    away_at: int | None = None  # where the text says that they stay away
    organisation: str | None = None
    role: str | None = None
    phone: str | None = None
    diet: str | None = None
    access: str | None = None
    workshops: tuple[Choice, ...] = ()
    evidence: dict[str, Evidence] = field(default_factory=dict)
    choices_known: bool = False  # the workshops were read from a cell or line of this person's own
    _noted: set[tuple[int, int]] = field(default_factory=set, repr=False, compare=False)  # the spans, to be looked up

    @property
    def sex(self) -> Sex | None:
        """Whether "hij" or "zij" means this person, as far as a title or the given name tells."""
        return self.addressed or (called_so(self.name.given) if self.name.given else None)

    @property
    def is_unaccounted(self) -> bool:
        """Whether the mail names this person and says nothing of their coming, nor why they are named."""
        if self.eats and not (self.comes or self.stays_away or self.booked or self.cancels or self.is_writer):
            return True  # "Wim noemde jullie dag. Voor hem graag halal"
        return self.is_waiting and not self.passing

    @property
    def is_waiting(self) -> bool:
        """The same, but for those named in passing: they may be whom a number means."""
        return not (self.comes or self.stays_away or self.booked or self.cancels or self.is_writer or self.explained)

    def is_called(self, name: Name) -> bool:
        """Whether a name is one that the letter says to be this writer's, or half of it."""
        return any(
            name == own or turned(own, name) or (not name.is_full and same_person(own, name))
            for own in self.also_called
        )

    def put(self, key: str, value: object, evidence: Evidence | None) -> None:
        """Set a value where none is yet."""
        if getattr(self, key) in (None, (), "") and value not in (None, (), ""):
            setattr(self, key, value)
            if evidence:
                self.evidence[key] = evidence

    def note_span(self, span: tuple[int, int]) -> None:
        """Remember that the name stands there, once. Looked up: a mail may name somebody ten thousand times."""
        if len(self._noted) != len(self.spans):
            self._noted = set(self.spans)  # others add to them, too
        if span not in self._noted:
            self._noted.add(span)
            self.spans.append(span)

    def mark_coming(self, at: int, *, enrolled: bool = False) -> None:
        self.enrolled = self.enrolled or enrolled
        if not self.comes:
            self.comes, self.order = True, at


class Roster:
    """All persons of a mail, the writer among them."""

    def __init__(self) -> None:
        self.people: list[Person] = []
        self.writer: Person | None = None
        self.housemate: Person | None = None  # with whom the writer shares the mailbox, as its header shows
        self.either_writes = False  # ... and nothing tells which of the two writes
        self.respells = False  # the letter speaks of how a name is written
        self.listed: frozenset[Name] = frozenset()  # the names that have an entry of a list to themselves
        self._index = NameIndex()
        self.rows: Mapping[Name, Set[int]] = {}  # in which rows of people a name stands, by the numbers of these

    def add(self, name: Name, *, sure: bool = True) -> Person:
        """The person of that name: one already known, with the fuller of the two names from now on, or a new one."""
        return self._put(self.find(name), name, sure=sure)

    def _put(self, known: Person | None, name: Name, *, sure: bool) -> Person:
        if known is not None:
            known.name = fuller(known.name, name)
            if not name.surname and self._is_in_initials(known, name):
                known.name = replace(known.name, given=name.given)  # "Emine", behind "mevrouw E. Kaya"
            known.sure = known.sure or sure
            return known
        person = Person(name, sure=sure)
        self.people.append(person)
        return person

    def call(self, name: Name) -> None:
        """Give whoever that name means its halves, as a letter tells them: "Wu" is the surname of "Wu Xiaoyun"."""
        person = self.add(name)
        if turned(person.name, name):
            person.name = name

    def are_side_by_side(self, one: Name, other: Name) -> bool:
        """Whether two names stand in one row, and so are two people's: "Jan Smit, Jan de Smit en Els Vonk"."""
        return one != other and not self.rows.get(one, frozenset()).isdisjoint(self.rows.get(other, ()))

    def find(self, name: Name) -> Person | None:
        """Whom that name can mean; None where nobody, or several with a first name alone."""
        people = self._near(name)
        if name in self.rows:
            people = [person for person in people if not self.are_side_by_side(person.name, name)]
        if name.is_full and (known := _called_just_so(people, name)):
            return known
        alike = [p for p in people if p.also_called or may_be_alike(p.name, name)]
        hits = [person for person in alike if person.is_called(name) or same_person(person.name, name)]
        if not hits and name.is_full:
            hits = [p for p in alike if adds_a_surname(name, p.name) or adds_a_surname(p.name, name)]
            hits = hits or [p for p in alike if turned(p.name, name) or _ends_as(name, p.name)]
        if not hits and name.is_full:  # "Minh Duc" for "Tran, Minh Duc"
            hits = [person for person in people if fold(person.name.given) == fold(str(name))]
        if not hits and not name.is_full:  # "mevrouw Ferrier" for Ilse Ferrier-Koolman; "mevrouw Martina-Bos"
            lone = fold(name.surname or name.given)
            hits = [p for p in people if lone in (surname := fold(p.name.surname), *surname.split("-"))]
        if not hits and name.given and not name.surname:
            hits = [person for person in people if self._is_in_initials(person, name)]
            hits = hits if len(hits) == 1 else []
        if len(hits) > 1:
            exact = [p for p in hits if (p.name.surname == name.surname) and (p.name.given == name.given)]
            return exact[0] if exact else None if not name.surname else hits[0]
        return hits[0] if hits else None

    def _near(self, name: Name) -> list[Person]:
        """Those whom that name may mean. Few in a long list are like anybody: one by one, six hundred took seconds."""
        if len(self.people) <= FEW:
            return self.people
        near = self._index.near(name, [person.name for person in self.people])
        return [person for at, person in enumerate(self.people) if at in near or person.also_called]

    def _is_in_initials(self, person: Person, name: Name) -> bool:
        """Whether a given name alone may be that of somebody who was named by initials: "Emine", behind "mevrouw E.
        Kaya". Of the writer's own name there is more to go by."""
        known = person.name
        if person is self.writer or known.given or not known.surname:
            return False
        same_sex = called_so(name.given) in (person.addressed, None) or person.addressed is None
        return same_sex and fold(known.initials)[:1] == fold(name.given)[:1]

    def mention(self, found: NameFound) -> Person:
        """The person that a name in the text means. The writer's own name misspelt is the writer's."""
        known = self.find(found.name)
        if known is not None and known is self.writer and found.kin and found.name.given != known.name.given:
            known = next((p for p in self.people if p.name == found.name), None)  # "mijn zus Corrie", and Nel writes
        elif known is not None and known is self.writer and _has_one_more_half(found.name, known.name):
            known = None  # "mijn dochter heet na haar trouwen Vos-van Dam", and Wim van Dam writes
        elif self.writer is not None and known is None and self._is_writer_misspelt(found.name, self.writer.name):
            self.writer.misspelt = True
            self.writer.spans.append((found.start, found.end))
            return self.writer
        person = self._put(known, found.name, sure=found.sure)
        if person is self.housemate and found.name.is_full:
            person.name = found.name  # "mijn man Wim Vonk", of the mailbox "Els en Wim Vonk-Smit"
        person.note_span((found.start, found.end))
        person.addressed = person.addressed or (addressed_as(found.title) if found.title else None)
        if found.kin and person.addressed is None:
            person.addressed = sex_by(found.kin)
        return person

    def _is_writer_misspelt(self, name: Name, own: Name) -> bool:
        """Whether a name is nearly the writer's. Where both have an entry of a list or stand in one row, or both
        surnames are known ("Els Vos", and Els Bos writes), these are two, unless the letter speaks of how a name is
        written."""
        if not is_misspelling(name, own) or self.respells:
            return is_misspelling(name, own)
        if self.are_side_by_side(name, own):
            return False
        apart = fold(name.surname)[:1] != fold(own.surname)[:1] and is_surname(name.surname) and is_surname(own.surname)
        return not (apart or {name, own} <= self.listed)

    def at(self, start: int, end: int) -> list[Person]:
        """Who is named within those characters, in order."""
        hits = [(span[0], person) for person in self.people for span in person.spans if start <= span[0] < end]
        return [person for _, person in sorted(hits, key=lambda hit: hit[0])]


def _called_just_so(people: list[Person], name: Name) -> Person | None:
    """The first of them who has that given name and that surname, to the letter."""
    given, surname = name.given, name.surname
    if not (given and surname):
        return None
    return next((p for p in people if p.name.surname == surname and p.name.given == given), None)


def _has_one_more_half(lone: Name, known: Name) -> bool:
    """Whether a double surname alone is more than that name has."""
    return not (lone.given or lone.initials) and "-" in lone.surname and bool(known.given) and "-" not in known.surname


def fuller(known: Name, name: Name) -> Name:
    """A person's name as it is known, filled up from another that means them."""
    if adds_a_surname(name, known) or _ends_as(name, known):
        return name
    return merged(known, name) if same_person(known, name) else known


def _ends_as(name: Name, lone: Name) -> bool:
    """Whether a whole name ends as the surname by which somebody was called alone: "mevrouw Liang", Xin Yi Liang."""
    known = fold(f"{lone.infix} {lone.surname}").strip()
    return bool(known) and not (lone.given or lone.initials) and fold(str(name)).endswith(f" {known}")


def is_misspelling(name: Name, right: Name) -> bool:
    """Whether a full name is nearly the right one: "Margo Wojick" for Małgorzata Wójcik-Smit."""
    if not (name.is_full and right.is_full) or min(len(name.surname), len(right.surname)) <= 2:
        return False  # "Persoon C" beside "Persoon B"
    numbers = DIGITS.findall(str(name)), DIGITS.findall(str(right))
    if all(numbers) and numbers[0] != numbers[1]:
        return False
    shared = set(fold(name.surname).split("-")) & set(fold(right.surname).split("-"))
    if shared and fold(name.given) != fold(right.given) and is_given(name.given) and is_given(right.given):
        return False  # "Tim Smit" beside "Wim Smit", "Geert Bos" beside "Gerda Bos-Vis"
    if fuzz.ratio(fold(str(name)), fold(str(right))) >= 75:
        return True
    near = max(fuzz.ratio(fold(name.surname), fold(part)) for part in right.surname.split("-"))
    return near >= 80 and fold(str(name))[:1] == fold(str(right))[:1]


def from_address(address: Address | None) -> Name | None:
    """The person whose name a header shows beside an address."""
    name = person_at(address.name, address.email) if address and address.name else None
    return in_order(name, address.email) if name and address and "," not in address.name else name


def _is_a_persons(name: Name, address: Address) -> bool:
    """Whether a mailbox that is called by one word is somebody's: no "Onderzoekscoördinatie <onderzoek-law@...>"."""
    return bool(name.surname) or is_given(name.given) or address_spells(address.email, name)


def roster_of(message: IncomingMessage, own: str) -> Roster:
    """A roster with the writer, as far as the headers name one, and the people in the Cc."""
    roster = Roster()
    writer_name = from_address(message.reply_to) or from_address(message.sender)
    if message.reply_to and from_address(message.sender) and writer_name:
        other = from_address(message.sender)
        if other and same_person(other, writer_name):
            writer_name = merged(writer_name, other)
    sure = writer_name is not None and (
        is_given(writer_name.given.split(" ")[0])
        or "," in message.sender.name
        or (bool(writer_name.initials) and ("." in message.sender.name or bool(writer_name.given)))
        or (writer_name.is_full and address_spells(message.sender.email, writer_name))
    )
    writer = Person(writer_name or Name(), is_writer=True, email=message.answer_to.email, sure=sure)
    official = from_header(BRACKETS.sub("", message.sender.name)) if "(" in message.sender.name else None
    if official is not None and official.given and not same_person(official, writer.name):
        writer.also_called.append(official)  # "Li, Wen-Hui (Wendy)", who signs as "Li Wen-Hui"
    roster.people.append(writer)
    roster.writer = writer
    for address in message.cc:
        name = from_address(address)
        if name and address.email not in (own, message.sender.email) and _is_a_persons(name, address):
            person = roster.add(name)
            person.email = person.email or address.email
            person.in_cc = not person.is_writer
    return roster
