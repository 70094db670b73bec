"""Lists of people: the sentence that announces one, which lines belong to it, and what it says of those in it."""

import re
from collections.abc import Sequence

from mailbot.reading.account.account import Focus, Mark
from mailbot.reading.account.believing import is_only_believed
from mailbot.reading.account.entry_names import direct_names, listed_in
from mailbot.reading.account.giving_up import is_not_counted_on
from mailbot.reading.account.leanings import Leanings
from mailbot.reading.account.mentions import acts, is_aside, is_only_oneself
from mailbot.reading.account.reservations import is_doubtful, is_reserved
from mailbot.reading.account.saying import stance_of
from mailbot.reading.account.skipping import is_obliged_elsewhere, skips_something_else
from mailbot.reading.account.stance import Stance
from mailbot.reading.account.talk import Talk
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.labels import is_no, is_struck, is_yes
from mailbot.reading.letter.units import BULLET, Unit, UnitKind
from mailbot.reading.names.people import Person, Roster

ANNOUNCES = re.compile(r":\s*$")
FEW = 6  # words, the number of the entry included
FOLLOWING = re.compile(r"\b(?:volgende|onderstaande|hieronder|following|below|bijgaande)\b", re.IGNORECASE)
# "Wij komen met zijn tweeën. Onze gegevens:"
DETAILS = re.compile(
    r"\b(?:gegevens|namen|deelnemers|personen|mensen|collega[’']?s|details|names|participants|attendees|people)\b",
    re.IGNORECASE,
)

INTERROGATIVE = re.compile(
    r"[\s,(]*(?:(?:en|maar|and|but|verder|ook|nog)\s+)*(?:hoeveel|hoe|wat|waar|wanneer|welke|waarom|how|what|where|when|which|why"
    r"|(?:heeft|is|maakt|zou) (?:het|dat|'t) (?:\w+ ){0,2}"
    r"(?:zin|erg|probleem|nodig|zinvol|bezwaar|handig|bedoeling|uit|problem|ok))\b",
    re.IGNORECASE,
)
ANSWER = re.compile(r"\s*(?:\([^()\n]{1,40}\)\s*)?(?:(?P<sure>:|-{1,2}>|=>?|→)|[,–-]|\t|\||[ ]{2,})\s*(?=\S)")
# An entry of a list, whatever stands above it: "- ikzelf: lokaal beleid"
MYSELF = re.compile(
    r"\s*(?:[-*•·–]|\d{1,2}[.)])\s*(?:ikzelf|ik zelf|mijzelf|mezelf|ondergetekende|myself)\b(?!\s+[a-z])", re.IGNORECASE
)


class Listing(Talk):
    """Remembers whether a list has been announced, and takes its entries."""

    def __init__(
        self,
        roster: Roster,
        text: str,
        events: Sequence[tuple[int, int]] = (),
        waved: Sequence[tuple[int, int]] = (),
        parts: Sequence[tuple[int, int]] = (),
        *,
        booked: bool = False,
        passed_on: bool = False,
        leaning: Sequence[tuple[int, int]] = (),
    ) -> None:
        """`events`: where the text points at an event; `waved`: at one that it waves away for another; `parts`: where
        it names a workshop; `booked`: we confirmed something to the writer before; `passed_on`: it was
        written to somebody who passes it on to us now; `leaning`: at an event
        that is only leant to, while it does something about another."""
        super().__init__(roster, text, events)
        self.leanings = Leanings(text, events, leaning)
        self.booked, self.passed_on = booked, passed_on
        self.waved, self.parts = tuple(waved), tuple(parts)
        self.believed_until = -1  # where a "dacht ik:" ended, behind which the thought stands
        self.of_parts = False  # the talk was about workshops or rounds last
        self.listing: Stance | None = None  # what an announced list says of the people in it
        self.list_paragraph = -1
        self.begun = False  # an entry of it has been read
        self.answers: set[bool] = set()  # of a roll call: whether an answer said that somebody comes or doesn't
        self.bulleted = False  # the list's entries have bullets or numbers: a sentence ends it

    def _announce(self, unit: Unit, stances: list[Stance], following: Unit | None) -> None:
        """Remember that a list of people follows, and what is said of them."""
        text = self.text[unit.start : unit.end]
        announces = ANNOUNCES.search(text) or (FOLLOWING.search(text) and following is not None)
        strong = [s for s in stances if s is not Stance.NOTHING]
        if announces and len(text.split()) <= FEW and is_no(text.strip().rstrip(":")):
            self.listing = self._absent_stance(unit)
            self.list_paragraph, self.bulleted, self.in_list = unit.paragraph, False, False
        elif not announces and self._excuses_writer(unit):
            self.list_paragraph = unit.paragraph  # a list that was announced before still follows
        elif announces or (following is not None and following.kind is UnitKind.ITEM and strong):
            kept = None if unit.has("contact") else self.listing  # "Contact bij vragen:" heads another list
            self.listing = self._announced(unit, stances, following) or kept
            self.list_paragraph, self.bulleted, self.begun, self.in_list = unit.paragraph, False, False, False
        elif strong and not (self.listing is not None and self._interrupts(unit, strong)):
            self.listing = None
        elif strong:
            self.list_paragraph = unit.paragraph

    def _interrupts(self, unit: Unit, strong: Sequence[Stance]) -> bool:
        """ "Wil je onderstaande mensen aanmelden? Ik ga zelf niet mee.", and then comes the list."""
        return not self.begun and not unit.names and set(strong) == {Stance.STAYS_AWAY} and unit.has("i", "me", "we")

    def _excuses_writer(self, unit: Unit) -> bool:
        """Whether a sentence says no more than that the writer stays at home."""
        if unit.kind is not UnitKind.SENTENCE or unit.names or not unit.has("i"):
            return False
        stances = {self._stance(clause) for clause in unit.clauses} - {Stance.NOTHING}
        return stances == {Stance.STAYS_AWAY}

    def _absent_stance(self, unit: Unit) -> Stance:
        """What a head like "Afwezig zijn:" says of those below it."""
        return Stance.CANCELS if self._stance(unit.clauses[-1]) is Stance.CANCELS else Stance.STAYS_AWAY

    def _announced(self, unit: Unit, stances: list[Stance], following: Unit | None) -> Stance | None:
        """What is said of the people in a list that this sentence announces; its last words weigh most."""
        last = unit.clauses[-1]
        if stances and stances[-1] is Stance.NOTHING and last.opens and self.is_about_event(last):
            return Stance.COMES
        strong = [s for s in stances if s is not Stance.NOTHING]
        if strong and not self._is_own_absence(unit, strong[-1]):
            return strong[-1]
        if unit.has("enrol_noun", "also_group", "attend"):
            return Stance.COMES
        writer = self.roster.writer
        own = following is not None and any(self.roster.find(name.name) is writer for name in following.names)
        comes = self.account.group or self.account.sought or Stance.COMES in self.account.said or own
        heads = DETAILS.search(self.text, unit.start, unit.end) or (last.has("roll") and last.opens)
        return Stance.COMES if comes and heads else None

    def _is_own_absence(self, unit: Unit, stance: Stance) -> bool:
        """ "Zelf ben ik verhinderd, maar heb de lijst gemaakt:": who stays away there is none of the list."""
        last = unit.clauses[-1]
        said = stance is Stance.STAYS_AWAY and any(c.has("self_not") and c.has("i") for c in unit.clauses[:-1])
        return said and last.opens and not last.has("neg", "absent", "stays") and Stance.COMES in self.account.said

    def _stance(self, clause: Clause) -> Stance:
        here = self.is_about_event(clause)
        stance = stance_of(clause, about_event=here, booked=self.booked)
        if stance is Stance.COMES and clause.asks and INTERROGATIVE.match(self.text, clause.start):
            return Stance.NOTHING  # "hoeveel kost het als Wim en ik komen?"
        if stance is Stance.COMES and self.booked and is_obliged_elsewhere(self.text, clause, about_event=here):
            return Stance.NOTHING
        if stance in (Stance.COMES, Stance.LATER, Stance.BOOKED) and self.leanings.holds(clause):
            return Stance.NOTHING  # "misschien kom ik in juni"
        if stance is Stance.CANCELS and is_not_counted_on(self.text, clause):
            return Stance.STAYS_AWAY
        if stance is not Stance.STAYS_AWAY:
            return stance
        if is_only_believed(self.text, clause, self.believed_until):
            return Stance.NOTHING
        if not self.booked and self.is_about_another_event(clause):
            return Stance.NOTHING  # "op 30 maart kan ik niet": this mail is about the other one
        part = self._names_part(clause)
        if skips_something_else(self.text, clause, about_event=here, of_parts=self.of_parts, names_part=part):
            return Stance.NOTHING
        return stance

    def _names_part(self, clause: Clause) -> bool:
        return any(clause.start <= start < clause.end for start, _ in self.parts)

    def _note_parts(self, clause: Clause) -> None:
        """Remember whether "die" can be a workshop."""
        if clause.has("part") or self._names_part(clause):
            self.of_parts = True
        elif self.is_about_event(clause):
            self.of_parts = False

    def _is_listed(self, unit: Unit) -> bool:
        """Whether a sentence is an entry of an announced list: it begins with a name and says nothing about coming."""
        names = unit.names
        if self.listing is None or self.bulleted or not names or unit.paragraph - self.list_paragraph > 1:
            return False
        if unit.paragraph != self.list_paragraph and any(
            acts(self.text, c, name) for c in unit.clauses if names[0] in c.names for name in c.names
        ):
            return False  # a sentence of its own: "Wethouder Smit is die dag elders"
        if unit.paragraph != self.list_paragraph and any(self._stance(c) is Stance.STAYS_AWAY for c in unit.clauses):
            return False  # "Mevrouw Pronk en de heer Van Wissen hebben bericht van verhindering gegeven."
        if any(c.has("told", "question") and names[0] in c.names for c in unit.clauses):
            return False  # "Mevrouw Pals attendeerde ons erop"
        lead = self.text[unit.start : names[0].start].strip(" \t\n\"'-*(")
        writer = self.roster.writer
        if writer is not None and writer.stays_away and self.roster.find(names[0].name) is writer:
            return False  # below "ik kom zelf niet" the writer's name signs
        if any(is_aside(self.text, c, names[0].start) for c in unit.clauses if names[0] in c.names):
            return False
        return (
            len(lead) <= 25
            and not any(self._stance(c) in (Stance.COMES, Stance.REPLACES) for c in unit.clauses)
            and not unit.clauses[0].has("he")
        )

    def _entry(self, unit: Unit) -> bool:
        """A list item: one person with what belongs to them, or several by the look of an address list. False where
        it is a remark, and not an entry."""
        self.list_paragraph, self.begun = unit.paragraph, True
        self.bulleted = self.bulleted or unit.kind is UnitKind.ROW or BULLET.match(self.text, unit.start) is not None
        direct = direct_names(self.text, unit)
        only_i = is_only_oneself(self.text, unit)
        direct = [f for f in direct or unit.names if not only_i or f.name.is_full]  # "ik, zelfde keus als Els"
        people = [self.roster.mention(found) for found in direct]
        writer = self.roster.writer
        lead = self.text[unit.start : unit.names[0].start] if people else ""
        if people and is_struck(lead.strip(" \t-*•·–0123456789.)(")):
            for person in people:  # "4. vervallen (was: P. Lansink)"
                person.explained = True
            return True
        unmarked = BULLET.match(self.text, unit.start) is None and unit.kind is UnitKind.ITEM
        only_i = only_i and not people
        goes_on = self.listing is not None or MYSELF.match(self.text, unit.start, unit.end) is not None
        goes_on = goes_on or (only_i and bool(self.history) and list(self.recent) == self.history[-1:])
        if not goes_on and (not people or len(lead) > 25 or unmarked):
            return False
        if not people or len(lead) > 45:
            own = unit.has("myself_too", "me") or only_i
            if own and writer is not None and not people:
                writer.mark_coming(unit.start)
                people = [writer]
                self.row = [*self.row, writer]
            elif self.listing is not None and (unit.has("later") or (not people and self._is_somebody(unit))):
                self.account.open_places += 1
            self.account.focus.append(Focus(unit.start, unit.end, tuple(people[:1]), bool(people)))
            return True
        self._list(unit, [self.roster.mention(f) for f in listed_in(self.text, unit)], lead)
        return True

    def _called(self, unit: Unit) -> str | None:
        """What stands behind the name in a roll call: "Els: aanwezig", "Wim, nee"; None where it is no roll call."""
        answer = ANSWER.match(self.text, unit.names[0].end, unit.end)
        said = self.text[answer.end() : unit.end].strip() if answer else ""
        if answer and (answer["sure"] or (len(said.split()) <= FEW and (is_no(said) or is_yes(said)))):
            return said
        return None

    def _declines(self, unit: Unit) -> bool:
        """Whether somebody's answer in a roll call is no. An answer should be either: others are asked about."""
        answer = self._called(unit)
        if answer is None:
            return False
        declines = is_no(answer)
        known = (Stance.COMES, Stance.STAYS_AWAY, Stance.CANCELS)
        said = declines or is_yes(answer) or any(self._stance(c) in known for c in unit.clauses)
        detail = unit.has("person") or any(c == "@" or c.isdigit() for c in answer)
        self.answers |= {said} if said or not detail else set()
        if len(self.answers) == 2:
            self.account.doubt("unclear_person")
        return declines

    def _is_unsure(self, unit: Unit) -> bool:
        """ "Els Bos - nog niet zeker", "Wim Kok?", "Bo Vis (onder voorbehoud)"."""
        if any(is_reserved(clause) or is_doubtful(clause) for clause in unit.clauses):
            return True
        return self.text[unit.names[0].end : unit.end].strip(" ()\n") in ("?", "??")

    def _is_somebody(self, unit: Unit) -> bool:
        """ "3. nog een collega": an entry for somebody without a name, not a remark about people."""
        few = len(self.text[unit.start : unit.end].split()) <= FEW
        of_a_person = unit.has("person", "companion", "also_group") and not unit.has("neg", "stays", "absent")
        return few and of_a_person and self.bulleted and self.listing is Stance.COMES

    def _list(self, unit: Unit, listed: list[Person], lead: str) -> None:
        """What the list says of those people, and what the entry says beside it."""
        gone = [c for c in unit.clauses if self._stance(c) in (Stance.STAYS_AWAY, Stance.CANCELS)]
        away = self._declines(unit) or bool(gone) or self.listing in (Stance.STAYS_AWAY, Stance.CANCELS)
        if any(c.has("replace") and len(unit.names) > 1 for c in unit.clauses):
            self.account.doubt("unclear_person")  # "Els Bos (vervangt Wim Kok)": whose seat is it?
        if not away and self._is_unsure(unit):
            self.account.doubt("condition")
        for person in listed:
            person.sure = person.sure or (person.name.is_full and len(lead) < 12)
        if (
            self.listing is Stance.COMES
            and (len(listed) > 1 or any(c.has("person", "companion") for c in gone))
            and gone
        ):
            self.account.doubt("unclear_person")  # of whom in the item is it said?
        for person in listed:
            if away:
                person.stays_away, person.away_at = True, unit.start
                person.cancels = person.cancels or self.listing is Stance.CANCELS
            elif self.listing is Stance.BOOKED:
                person.booked = True
            else:
                person.mark_coming(person.spans[-1][0])
        self.account.focus.append(Focus(unit.start, unit.end, tuple(listed), len(listed) == 1))
        self.account.marks += [Mark(p.spans[-1][0], unit.start, unit.end, (p,)) for p in listed]
        self.recent = tuple(listed)
        self.history += listed
        self.row = [*(self.row if self.in_list else ()), *listed]
        self.in_list = True
