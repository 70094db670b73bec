"""The entries of a list of people: whom each names, what the list says of them, and what the entry says beside it."""

import re
from collections import Counter

from mailbot.reading.account.account import Focus, Mark
from mailbot.reading.account.announcing import LEAD, AnnouncedList, is_own_line
from mailbot.reading.account.entry_names import direct_names, listed_in
from mailbot.reading.account.mentions import is_only_oneself
from mailbot.reading.account.reservations import is_doubtful, is_reserved
from mailbot.reading.account.roll_call import RollCall
from mailbot.reading.account.stance import Stance
from mailbot.reading.account.talk import Talk
from mailbot.reading.details import diets, roles
from mailbot.reading.letter.blocks import blocks
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.entry_remarks import Remark, remark_of
from mailbot.reading.letter.labels import is_struck
from mailbot.reading.letter.units import BULLET, Unit, UnitKind
from mailbot.reading.names.people import Person
from mailbot.reading.text.late import late
from mailbot.reading.text.once import once

FEW = 6  # words, the number of the entry included
LONG_LEAD = 45  # characters before a name that is none of the list's, but stands in a remark
SHORT_LEAD = 12
LEAVES = (Stance.STAYS_AWAY, Stance.CANCELS)
# "(?)", "? Els Bos", "Els Bos ?", "Els Bos, jurist??": a mark that ends no question of several words
WONDERS = late(r"\(\?+\)|\A\W*\?|[^\W\d_]\s\?+\s*\Z|\?\?\s*\Z|\A[^?,;:(]*[^\W\d_]\?\s*\Z")
OPENING = re.compile(r"[^,;(:]*")  # of an entry: "een derde raadslid, de naam volgt"
BULLETS = " \t\n-*•·–0123456789.)("
TITLED = re.compile(r"\W*(?:(?:als|functie|rol|beroep|titel|function|role|job|title)\b\W*)?", re.IGNORECASE)
LABELLED = late(r"^\W*\w[\w -]{1,20}: \S", re.MULTILINE)
# An entry of a list, whatever stands above it: "- ikzelf: lokaal beleid"
MYSELF = late(
    r"\s*(?:[-*•·–]|\d{1,2}[.)])\s*(?:ikzelf|ik zelf|mijzelf|mezelf|ondergetekende|myself)\b(?!\s+[a-z])", re.IGNORECASE
)


class ListEntries:
    """Takes the entries of the letter's lists, one after the other."""

    def __init__(self, talk: Talk, announced: AnnouncedList) -> None:
        self.talk, self.text, self.announced = talk, talk.text, announced
        self.roll_call = RollCall(talk)

    def take(self, unit: Unit) -> bool:
        """A list item: one person with what belongs to them, or several by the look of an address list. False where
        it is a remark, and not an entry."""
        self.announced.go_on(unit)
        only_i = is_only_oneself(self.text, unit) or is_own_line(self.text, unit)
        direct = direct_names(self.text, unit) or list(unit.names)
        people = [  # "ik, zelfde keus als Els": not her
            self.talk.roster.mention(found) for found in direct if not only_i or found.name.is_full
        ]
        lead = self.text[unit.start : unit.names[0].start] if people else ""
        if people and is_struck(lead.strip(BULLETS)):
            for person in people:  # "4. vervallen (was: P. Lansink)"
                person.explained = True
            return True
        only_i = only_i and not people
        if not self._goes_on(unit, only_i=only_i) and not self._stands_alone(unit, people, lead):
            return False
        if not people or len(lead) > LONG_LEAD:
            self._take_without_name(unit, people, only_i=only_i)
        else:
            self._take_named(unit, [self.talk.roster.mention(f) for f in listed_in(self.text, unit)], lead)
        return True

    def tells_changes(self, unit: Unit) -> bool:
        """Whether an entry tells for itself what becomes of somebody who is on the list already."""
        if not unit.names or not (self.announced.stance is Stance.BOOKED or self.talk.account.booked_by_writer):
            return False
        stances = {self.talk.context.stance(clause) for clause in unit.clauses}
        return unit.has("remains") or not stances.isdisjoint((*LEAVES, Stance.REPLACES))

    def _goes_on(self, unit: Unit, *, only_i: bool) -> bool:
        """Whether a list was announced to which the entry belongs; "ik" also goes on with the person before it."""
        if self.announced.stance is not None or MYSELF.match(self.text, unit.start, unit.end):
            return True
        history = self.talk.history
        return only_i and bool(history) and list(self.talk.recent) == history[-1:]

    def _stands_alone(self, unit: Unit, people: list[Person], lead: str) -> bool:
        """Whether it is an entry by its own look: a bullet, and a name right behind it; or a name and its yes or no."""
        unmarked = BULLET.match(self.text, unit.start) is None and unit.kind is UnitKind.ITEM
        answers = unmarked and bool(people) and not self.announced.of_part and self.roll_call.answers(unit)
        return bool(people) and len(lead) <= LEAD and (answers or not unmarked)

    def _take_without_name(self, unit: Unit, people: list[Person], *, only_i: bool) -> None:
        """ "- ikzelf", "3. nog een collega"."""
        talk, writer = self.talk, self.talk.roster.writer
        own = unit.has("myself_too", "me") or only_i
        if own and writer is not None and not people:
            writer.mark_coming(unit.start)
            people = [writer]
            talk.row = [*talk.row, writer]
        elif self.announced.stance is not None and (unit.has("later") or (not people and self._is_somebody(unit))):
            talk.account.open_places += 1
        talk.account.focus.append(Focus(unit.start, unit.end, tuple(people[:1]), bool(people)))

    def _is_somebody(self, unit: Unit) -> bool:
        """ "3. nog een collega": an entry for somebody without a name, not a remark about people."""
        opening = OPENING.match(self.text, unit.start, unit.end)
        until = opening.end() if opening else unit.end
        if self._is_a_particular(unit) or unit.start in self._below_names:
            return False
        few = len(self.text[unit.start : until].split()) <= FEW
        people = [cue for cue in unit.cues if cue.kind in ("person", "companion", "also_group") and cue.start < until]
        of_a_person = bool(people) and not unit.has("neg", "stays", "absent", "part")
        return few and of_a_person and self.announced.bulleted and self.announced.stance is Stance.COMES

    @once
    def _below_names(self) -> frozenset[int]:
        """Where units begin that stand below somebody's name: "* Els Bos", and then "   o adviseur"."""
        return frozenset(unit.start for _, *below in blocks(self.text, self.talk.units) for unit in below)

    def _is_a_particular(self, unit: Unit) -> bool:
        """ "- adviseur", in a list of one person's particulars: "- Els Bos", "- gemeente Ede", "- 06-12345671"."""
        titles = roles(self.text, unit.start, unit.end)
        bare = self.text[unit.start : unit.end].strip(BULLETS)
        if not titles or not TITLED.fullmatch(bare.replace(titles[0].value, "", 1)):
            return False
        of_people, of_things = self._lines_beside
        if of_people[unit.paragraph] - _names_somebody(unit) > 1:
            return False
        if of_things[unit.paragraph] - _tells_a_thing(unit) > 0:
            return True
        start, end = self.text.rfind("\n\n", 0, unit.start) + 1, self.text.find("\n\n", unit.end)
        labelled = LABELLED.search(self.text, start, end if end >= 0 else len(self.text))  # read as a form's
        return labelled is not None

    @once
    def _lines_beside(self) -> tuple[Counter[int], Counter[int]]:
        """How many units of each paragraph name somebody, and how many speak of nobody."""
        of_people = Counter(unit.paragraph for unit in self.talk.units if _names_somebody(unit))
        return of_people, Counter(unit.paragraph for unit in self.talk.units if _tells_a_thing(unit))

    def _take_named(self, unit: Unit, listed: list[Person], lead: str) -> None:
        stances = {clause: self.talk.context.stance(clause) for clause in unit.clauses}
        gone = [c for c in unit.clauses if stances[c] in LEAVES and not self._is_of_food(c)]
        remark = remark_of(self.text, unit, unit.names[0].end) if len(listed) == 1 else None
        away = self.roll_call.declines(unit) or bool(gone) or self.announced.stance in LEAVES or remark is Remark.AWAY
        away = away and remark is not Remark.NEW
        known = remark is Remark.BOOKED or (remark is None and len(listed) == 1 and Stance.BOOKED in stances.values())
        self._note_doubts(unit, listed, gone, away=away)
        if known and remark is None and not away:
            self.talk.account.doubt("unclear_person")  # "staat al te popelen", perhaps
        for person in listed:
            person.sure = person.sure or (person.name.is_full and len(lead) < SHORT_LEAD)
            self._say_of(person, unit, away=away, known=known)
        self._turn_to(unit, listed)

    def _note_doubts(self, unit: Unit, listed: list[Person], gone: list[Clause], *, away: bool) -> None:
        account = self.talk.account
        if any(clause.has("replace") and len(unit.names) > 1 for clause in unit.clauses):
            account.doubt("unclear_person")  # "Els Bos (vervangt Wim Kok)": whose seat is it?
        if not away and self._is_unsure(unit):
            account.doubt("condition")
        several = len(listed) > 1 or any(clause.has("person", "companion") for clause in gone)
        if gone and several and self.announced.stance is Stance.COMES:
            account.doubt("unclear_person")  # of whom in the item is it said?

    def _is_unsure(self, unit: Unit) -> bool:
        """ "Els Bos - nog niet zeker", "Wim Kok?", "Bo Vis (onder voorbehoud)"."""
        if any((is_reserved(c) or is_doubtful(c)) and not self._is_of_food(c) for c in unit.clauses):
            return True
        # a question that an entry adds ("mag haar hond mee?") is none of whether she comes
        return WONDERS.search(self.text[unit.start : unit.end]) is not None

    def _is_of_food(self, clause: Clause) -> bool:
        """ "Els Bos, jurist - halal hoeft niet, als het maar geen noten zijn": what somebody eats is no absence."""
        own = clause.has("absent", "unable", "cancel", "attend", "enrol", "that_day")
        return not own and bool(diets(self.text, clause.start, clause.end))

    def _say_of(self, person: Person, unit: Unit, *, away: bool, known: bool) -> None:
        """What the list says of each; but of who is `away`, or on the list already, by their own entry."""
        if away:
            person.stays_away, person.away_at = True, unit.start
            person.cancels = person.cancels or self.announced.stance is Stance.CANCELS
        elif known or self.announced.stance is Stance.BOOKED:
            person.booked = True
        else:
            person.mark_coming(person.spans[-1][0])

    def _turn_to(self, unit: Unit, listed: list[Person]) -> None:
        """Remember whom the entry was about."""
        talk = self.talk
        talk.account.focus.append(Focus(unit.start, unit.end, tuple(listed), len(listed) == 1))
        talk.account.marks += [Mark(p.spans[-1][0], unit.start, unit.end, (p,)) for p in listed]
        talk.recent = tuple(listed)
        talk.history += listed
        talk.row = [*(talk.row if talk.in_list else ()), *listed]
        talk.in_list = True


def _names_somebody(unit: Unit) -> bool:
    return any(found.name.is_full for found in unit.names)


def _tells_a_thing(unit: Unit) -> bool:
    return not _names_somebody(unit) and not unit.has("person", "companion", "also_group")
