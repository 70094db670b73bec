"""One mail as a case to be judged: which letters ask, who wrote them, who is in them, what the quoted ones say.

Usually the writer's own words ask. A forward with a word or two above it ("zie onderstaand, graag inschrijven") asks
with the letters below: then each of those that isn't ours, nor the announcement, is read as its own author's.
"""

import re
from dataclasses import replace
from functools import lru_cache

from mailbot.domain.message import Address, IncomingMessage, Screening
from mailbot.reading import details
from mailbot.reading.account.context import Circumstances, is_not_counted_on
from mailbot.reading.account.mutations import mutations, note_mutations
from mailbot.reading.account.saying import stance_of
from mailbot.reading.account.stance import Stance
from mailbot.reading.account.subject_swaps import note_subject_swap
from mailbot.reading.account.teller import Teller
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.confirmed import names_told
from mailbot.reading.case.fuller_names import fill_names
from mailbot.reading.case.households import name_household, share_surnames
from mailbot.reading.case.places import may_point, with_places
from mailbot.reading.case.relay import points_below, relayed
from mailbot.reading.case.rows_of_names import put_side_by_side
from mailbot.reading.case.wanted_names import note_writers_names
from mailbot.reading.case.writers_name import name_writer
from mailbot.reading.events.events import waved_away
from mailbot.reading.letter.answered import answered
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.entries import entries
from mailbot.reading.letter.entry import Entry
from mailbot.reading.letter.explained_mailboxes import explained
from mailbot.reading.letter.forms import set_right
from mailbot.reading.letter.letters import Letter, is_ours
from mailbot.reading.letter.page import ReadingContext, Sheet, laid_out, taken_spans
from mailbot.reading.letter.quoted_names import in_double_quotes
from mailbot.reading.letter.shouted import quieter
from mailbot.reading.letter.units import Unit, UnitKind, units
from mailbot.reading.letter.wrapped import unwrapped
from mailbot.reading.lexicon import load
from mailbot.reading.names import Name, find, from_header, same_person
from mailbot.reading.names.bare_addresses import surely_spelled
from mailbot.reading.names.people import Roster, from_address, is_misspelling, roster_of
from mailbot.reading.names.told_apart import names_told_apart
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import Caseless
from mailbot.reading.text.once import once


def any_phrase(key: str) -> Caseless:
    """A pattern that finds the phrases of one list of lexicon/correspondence.toml."""
    return Caseless(late(any_of(map(str.lower, load("correspondence")[key]), blank=" ")))


CONFIRMS, INVITES = any_phrase("confirms"), any_phrase("invites")
REMINDS, CONFIRMS_CANCEL = any_phrase("reminds"), any_phrase("confirms_cancel")
CONFIRMS_TO_YOU = any_phrase("confirms_to_you")
SIGN_UP = any_phrase("signs_up")
ASKS_NAMES, ASKS_WHETHER = any_phrase("asks_names"), any_phrase("asks_whether")
NOT_YET, CONFIRMS_SOMEBODY = any_phrase("not_yet_registered"), any_phrase("confirms_somebody")
SENTENCE_ENDS = re.compile(r"[.!?]\s")
ONLY_THEN = re.compile(r"\b(?:zodra|als|wanneer|pas|om|once|when|if|before|as soon as)\b", re.IGNORECASE)
LINES_OF_NAME = 3  # of a letter, at its end
OTHERS = ("person", "companion", "party", "also_group", "we", "us", "he", "him", "on_behalf")
OUR_SUBJECT, ASKING_SUBJECT = any_phrase("confirming_subject"), any_phrase("asking_subject")
REPLY_PREFIX = re.compile(
    r"^\s*(?:(?:re|fw|fwd|aw|wg|antw|antwoord|doorst|betr|betreft|tr)\s*(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE
)
FORWARD_PREFIX = re.compile(
    r"^\s*(?:(?:re|aw|antw|antwoord|betr|betreft)\s*:\s*)*(?:fw|fwd|wg|doorst|doorgestuurd|forwarded?|tr)\s*\.?\s*:",
    re.IGNORECASE,
)
# "- Naam: Jan de Vries" of one person, "Jan de Vries: aangemeld." of several: as templates/*/_people.md has it
NOTED = late(
    r"^[ \t>*-]*(?:(?:naam|name)[ \t]*:[ \t*]*(?P<only>[^\n*]+)"
    r"|(?P<name>[^\n:*]{3,60}):[ \t*]*(?:aangemeld|op de wachtlijst|was al|stond al|gewijzigd"
    r"|registered|on the waiting|was already|changed)\b)",
    re.IGNORECASE | re.MULTILINE,
)
# "Je collega Els heeft zich al ingeschreven"
SIGNED_UP_THEMSELVES = late(
    r"\b(?:heeft|hebben)\s+zich(?:(?:zelf)?\s+\w+){0,4}?\s+(?:zelf\s+)?(?:ingeschreven|aangemeld|opgegeven)\b",
    re.IGNORECASE,
)
# A letter that nothing says the author of, and that asks its reader: "> Beste Boris, voor wie zijn de twee plaatsen?"
TO_YOU = re.compile(r"\b(?:u|uw|je|jouw|jullie|you|your)\b[^?]{0,200}\?", re.IGNORECASE)


class Case:
    """Everything that a judgement rests on."""

    def __init__(
        self,
        message: IncomingMessage,
        screening: Screening,
        context: ReadingContext,
        sheets: tuple[Sheet, ...] | None = None,
    ) -> None:
        """`sheets`: the mail laid out, where it was already."""
        # offsets stay: a blank for a line end, a small letter for a capital, brackets around a mailbox for its name's
        text = explained(in_double_quotes(unwrapped(quieter(message))))
        message = message if text == message.text else replace(message, text=text)
        self.message, self.screening, self.context = message, screening, context
        self.text, self.subject = text, message.subject
        self.sheets = sheets or laid_out(message, context)
        own, *quoted = self.sheets
        self.quoted = tuple(quoted)
        if quoted and may_point(own.parts.body):
            own.units = with_places(own.parts.body, own.units, self.people_confirmed)
        self.own = self._asking(own, roster_of(message, context.own_address))
        relay = relayed(
            self.own,
            message.sender,
            self.quoted,
            lambda page, roster: self._asking(page, roster, relayed=True),
            forwarded=bool(FORWARD_PREFIX.match(self.subject)),
        )
        self.relayed, self.relay_doubt = relay.letters, relay.doubt
        self.asking = (*relay.letters, self.own) if relay.with_own else relay.letters or (self.own,)
        for asking in self.asking:
            fill_names(asking, self.subject, lambda: self._names_elsewhere)
            if not asking.relayed:
                share_surnames(message, asking.sheet, asking.roster)

    def anew(self) -> "Case":
        """The same mail before anybody judged it: that leaves its marks on the people, and none on the letters."""
        return type(self)(self.message, self.screening, self.context, self.sheets)

    @once
    def confirmations(self) -> tuple[Sheet, ...]:
        """Quoted letters in which we confirm a registration: then the writer is on the list already."""
        if not self.quoted or self.is_filled_in or self.was_cancelled or self.asked_back is not None:
            return ()
        return tuple(s for s in self.quoted if self._confirms(s) and not INVITES.search(s.letter.text))

    @once
    def was_cancelled(self) -> bool:
        """Whether our newest letter below confirms that the writer is off the list again."""
        newest = next((s.letter for s in self.quoted if s.letter.ours), None)
        return newest is not None and bool(CONFIRMS_CANCEL.search(newest.text))

    def is_off_the_list(self, name: Name) -> bool:
        """Whether our newest letter below confirms that somebody of that name is off the list again."""
        newest = next((s.letter for s in self.quoted if s.letter.ours), None)
        told = [line for line in newest.text.split("\n") if CONFIRMS_CANCEL.search(line)] if newest else []
        return bool(name.surname) and any(fold(name.surname) in fold(line) for line in told)

    @once
    def asked_back(self) -> Sheet | None:
        """Our newest letter below, where it asks who comes, or to what, and confirms nothing yet."""
        newest = self.quoted[0] if self.quoted else None
        if newest is None or not (newest.letter.ours or newest.letter.author is None):
            return None
        text = newest.letter.text
        if not (ASKS_NAMES.search(text) or ASKS_WHETHER.search(text)) or INVITES.search(text):
            return None
        if CONFIRMS_SOMEBODY.search(text) and not ASKS_NAMES.search(text):
            return None  # "Wim staat op de lijst. Komt u zelf ook?"
        speaks_to_writer = newest.letter.ours or TO_YOU.search(text) is not None
        waits = NOT_YET.search(text) or not CONFIRMS_TO_YOU.search(text)
        return newest if speaks_to_writer and waits else None

    def _confirms(self, page: Sheet) -> bool:
        """Ours says so in any words; what only looks like ours must say it to the writer's face."""
        letter = page.letter
        if letter.ours or (letter.author is None and self.is_headed_as_ours):
            said = CONFIRMS.search(SIGNED_UP_THEMSELVES.sub("", letter.text)) or REMINDS.search(letter.text)
            return bool(said) or names_noted(letter.text) != ()
        author = letter.author
        colleague = author is not None and author.email.split("@")[-1] == self.message.sender.email.split("@")[-1]
        return not colleague and bool(CONFIRMS_TO_YOU.search(letter.text))

    @once
    def names_confirmed(self) -> tuple[Name, ...]:
        """The people whom our newest confirmation below names, each at the head of what we noted of them."""
        if not self.confirmations:
            return ()
        return names_noted(self.confirmations[0].letter.text)

    @once
    def people_confirmed(self) -> tuple[Name, ...]:
        """Everybody whom our newest confirmation below says to be on the list, in whatever words."""
        if self.names_confirmed or not self.confirmations:
            return self.names_confirmed
        letter = self.confirmations[0].letter
        start = letter.lines[0].start if letter.lines else 0
        taken = taken_spans(letter.text, start, len(letter.text), self.context)
        return names_told(letter.text, start, tuple(taken))

    @once
    def wrote_before(self) -> bool:
        """Whether an earlier sign-up of the writer's own stands below: what it asked for is booked by now."""
        writer = self.own.writer
        return not self.was_cancelled and any(
            s.letter.author is not None
            and not s.letter.ours
            and (name := from_address(s.letter.author)) is not None
            and same_person(name, writer.name)
            and (SIGN_UP.search(s.letter.text) or self._was_sent_to_us(s))
            and any(_asks_for_a_seat(clause) for unit in s.units for clause in unit.clauses)
            for s in self.quoted
        )

    def _was_sent_to_us(self, page: Sheet) -> bool:
        """Whether a letter below went to us and names an event: "wij komen graag de 30e" signs up in no more words.
        Not so one with a reserve, which may be why they write again."""
        to_us = any(address.email == self.context.own_address for address in page.letter.to)
        if not to_us or any(unit.has("reserve", "maybe", "perhaps", "if", "later") for unit in page.units):
            return False
        return any(mention.events and not mention.negated for mention in page.events)

    @once
    def is_filled_in(self) -> bool:
        """Whether the writer answers, between the lines, what we asked for to register them."""
        own = self.sheets[0].letter
        asking = self.quoted[0].letter if own.answers and self.quoted else None
        if asking is None or not (asking.ours or (asking.author is None and self._is_signed_by_us(asking))):
            return False
        said = SENTENCE_ENDS.split(asking.text)
        booked = any(CONFIRMS_SOMEBODY.search(" ".join(one.split())) and not ONLY_THEN.search(one) for one in said)
        return not booked and bool(answered(self.text, own))

    def _is_signed_by_us(self, letter: Letter) -> bool:
        """Whether a letter of which nothing says the author ends with our name: "> Platform Gemeenten"."""
        last = [line for line in letter.text.rstrip().split("\n")[-LINES_OF_NAME:] if line.strip()]
        context = self.context
        return any(is_ours(Address(line.strip(), ""), context.own_address, context.own_names) for line in last)

    @once
    def answers_confirmation(self) -> bool:
        """Whether the writer answers what we confirmed to them: it stands below, or the subject is still that of it."""
        if self.confirmations or not self.is_headed_as_ours:
            return bool(self.confirmations)
        if self.is_filled_in or self.was_cancelled or self.asked_back is not None:
            return False
        return not any(page.letter.ours for page in self.quoted)

    @once
    def is_headed_as_ours(self) -> bool:
        """Whether the subject is that of an answer to our confirmation: "Re: Uw aanmelding: ..."."""
        prefix = REPLY_PREFIX.match(self.subject)
        if prefix is None or FORWARD_PREFIX.match(self.subject) or ASKING_SUBJECT.search(self.subject):
            return False
        begins = OUR_SUBJECT.search(self.subject)
        return begins is not None and begins.start() == prefix.end()

    @once
    def subject_units(self) -> tuple[Unit, ...]:
        """The subject, read like a sentence of the letter."""
        text = self.subject
        start = prefix.end() if (prefix := REPLY_PREFIX.match(text)) else 0
        masked = " " * start + text[start:300]
        return _units_of(masked, tuple(taken_spans(masked, 0, len(masked), self.context)))

    @once
    def own_subject(self) -> tuple[Unit, ...]:
        """The subject where the writer wrote it: that of an answer or a forward is older text, and asks nothing."""
        return () if self.answers else self.subject_units

    @once
    def answers(self) -> bool:
        """Whether the subject says that this is an answer or a forward."""
        return bool(REPLY_PREFIX.match(self.subject))

    def _asking(self, page: Sheet, roster: Roster, *, relayed: bool = False) -> Asking:
        body = page.parts.body
        subject = [found.name for unit in self.own_subject for found in unit.names]
        name_writer(page, roster, subject, self.message.sender.name)
        if not relayed:
            name_household(self.message, page, roster)
        note_writers_names(body, roster)
        for name in names_told_apart(body):
            roster.call(name)
        changes = mutations(body, page.units)
        changed = [unit for change in changes for unit in change.units]
        units = [unit for unit in page.units if unit not in changed] if changed else page.units
        found = entries(body, units)
        if page.letter.inline:
            found += answered(self.text, page.letter) or self._set_right(page)
        rest = tuple(u for u in units if not any(e.holds(u) for e in found)) if found else tuple(units)
        events = [(m.start, m.end) for m in page.events if m.events]
        waved = [(m.start, m.end) for m in waved_away(page.events)]
        other_days = [(m.start, m.end) for m in page.events if not m.events]
        leaning = [(m.start, m.end) for m in page.leanings]
        several = len(self.context.events) > 1
        parts = (
            page.workshops
            if any(u.has("absent") or (several and u.has("chooses", "polite")) for u in page.units)
            else ()
        )
        undoing = any(u.has("cancel_word") for u in self.own_subject) or any(
            c.has("cancel") and not is_not_counted_on(body, c) for u in page.units for c in u.clauses
        )
        undoing = undoing and not any(u.has("takes_back") for u in page.units)
        booked = (self.answers_confirmation or undoing) and not relayed
        known = Circumstances(
            events, waved, leaning, other_days, tuple(parts), booked, relayed, several, _scrapped(page)
        )
        roster.respells = any(u.has("spelling", "rightly") for u in page.units) or self._misspelt_writer(roster)
        roster.listed = frozenset(u.names[0].name for u in page.units if u.kind is UnitKind.ITEM and len(u.names) == 1)
        put_side_by_side(body, page.units, roster)
        account = Teller(roster, body, known).tell(rest)
        note_mutations(changes, account, roster)
        if not relayed and not changes:
            note_subject_swap(self.subject, self.own_subject, account, roster)
        return Asking(page, roster, account, found, self.text, relayed)

    def _misspelt_writer(self, roster: Roster) -> bool:
        """Whether our confirmation below has the writer's name wrong."""
        writer = roster.writer
        return writer is not None and any(is_misspelling(name, writer.name) for name in self.people_confirmed)

    def _set_right(self, page: Sheet) -> tuple[Entry, ...]:
        return set_right(self.text, page.letter) if page.letter.own and self.answers_confirmation else ()

    @property
    def passes_on(self) -> bool:
        """Whether the writer's own words point at what somebody else wrote below."""
        foreign = [s for s in self.quoted if not s.letter.ours and s.letter.author is not None]
        foreign = [page for page in foreign if not self._is_only_of_writer(page)]
        return bool(foreign) and bool(self.own.sheet.parts.body.strip()) and points_below(self.own)

    def _is_only_of_writer(self, page: Sheet) -> bool:
        """Whether the writer wrote that letter, and of nobody else: "Is er nog plek?", which we answered."""
        author, sender = page.letter.author, self.message.sender
        if author is None or not author.email or author.email != sender.email:
            return False
        return not any(unit.names or unit.has(*OTHERS) for unit in page.units)

    @once
    def _names_elsewhere(self) -> list[tuple[Name, str]]:
        """The names of the subject and of the quoted letters, with the addresses beside them."""
        found = [(f.name, "") for unit in self.subject_units for f in unit.names]
        # "Zet Els en mij op de lijst", with els.bos@ in the Cc, or from trudy.bos@
        bare = [address for address in (self.message.sender, *self.message.cc) if not address.name.strip()]
        found += [(name, a.email) for a in bare if (name := surely_spelled(a.email)) is not None]
        for page in self.quoted:
            letter = page.letter
            for address in (letter.author, *letter.to, *letter.cc):
                name = from_address(address)
                if name and address and address.email != self.context.own_address:
                    found.append((name, address.email))
            text = letter.text
            start = letter.lines[0].start if letter.lines else 0
            taken = taken_spans(text, start, len(text), self.context)
            found += [(f.name, "") for f in find(text, start, min(len(text), 20_000), taken)]
        return found


@lru_cache(maxsize=256)  # whoever answers one invitation, or presses one button, sends the same subject
def _units_of(subject: str, taken: tuple[tuple[int, int], ...]) -> tuple[Unit, ...]:
    return units(subject, taken)


def names_noted(text: str) -> tuple[Name, ...]:
    """Whom a letter of ours names, each at the head of what we noted of them."""
    heads = [(match["only"] or match["name"]).strip() for match in NOTED.finditer(text)]
    return tuple(dict.fromkeys(name for head in heads if (name := from_header(head)) is not None))


def _asks_for_a_seat(clause: Clause) -> bool:
    """Whether somebody signs up there, and doesn't only ask whether they still can."""
    return stance_of(clause) is Stance.COMES and (not clause.asks or clause.has("polite"))


def _scrapped(page: Sheet) -> tuple[tuple[int, int], ...]:
    """Where the talk tells to scrap a diet or a need, if it tells to cancel anything."""
    if not any(unit.has("cancel", "stays", "let_down") for unit in page.units):
        return ()
    body = page.parts.body
    return tuple(details.scrapped((*details.diets(body), *details.needs(body)), body))
