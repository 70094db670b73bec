"""Whose are the workshops that a letter chooses? Each mention is brought to its people, then each one's are settled.

Those who do "the same as Ndeye" or "precies andersom" are settled after the one they are compared with: a person of
this letter, or whoever wrote one of the quoted letters, or what our own confirmation says is booked.
"""

import re
from functools import cache

from mailbot.domain.event import Choice, Event
from mailbot.domain.reading import Evidence
from mailbot.reading import details
from mailbot.reading.belongings.choice_doubts import is_unclear_which
from mailbot.reading.belongings.choosers import Choosers
from mailbot.reading.belongings.earlier_letter import is_by
from mailbot.reading.belongings.elsewhere import without_others
from mailbot.reading.belongings.grid import fill_in, grids, in_every_row, told_within
from mailbot.reading.belongings.headed_choosers import HeadedChoosers
from mailbot.reading.belongings.headed_lists import headed_lists
from mailbot.reading.belongings.inherited_choices import kept_as_confirmed, taken_over
from mailbot.reading.belongings.likenings import Likening, Likenings, as_their_models, explained, masked
from mailbot.reading.belongings.schedule import Schedule, Told
from mailbot.reading.belongings.told_in_blocks import told_in_block
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.case import Case
from mailbot.reading.letter.entry import Entry
from mailbot.reading.letter.units import Unit
from mailbot.reading.lexicon import words
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import any_of, fold, pattern_of
from mailbot.reading.workshops.choices import ChoiceFound, ChoiceReader, choice_reader
from mailbot.reading.workshops.found import CHOICE, EVERY, UNKNOWN

COMPARING = ("mirror", "copy")
ENDED = re.compile(r"[.!?;]\s")  # "... ook mijn workshops. Zij is adviseur": of her work by itself
LIKE = re.compile(r"\s(?:als|as)\s(?:(?:mijn|my|collega|colleague|mevrouw|de heer)\s){0,2}[A-Z]")
LEANING = (*COMPARING, "move")  # they speak of choices that are somebody else's, or were made before


class Sharing:
    """Shares one letter's mentions out among its people."""

    def __init__(self, case: Case, asking: Asking, event: Event, people: list[Person]) -> None:
        self.case, self.asking, self.people = case, asking, people
        self.reader: ChoiceReader = choice_reader(event)
        self.text = asking.sheet.parts.body
        account = asking.account  # "alle drie de rondes" turns the talk to nobody
        ends = {end for person in people for _, end in person.spans}
        account.marks = [m for m in account.marks if m.people or not self._is_of_rounds(m.at, ends)]
        headed = HeadedChoosers(asking, people)
        self.lists = headed_lists(asking, people, headed.called, self._tells_round)
        rows = [
            span
            for entry in asking.entries
            if self._is_read(entry) and not self._is_of_lists(entry)
            for span in _read_of(entry)
        ]
        self.of_nobody = False  # a list of rounds, in a letter about several, and nothing tells whose it is
        for grid in grids(self.text, self.reader):
            if fill_in(grid, people):
                rows.append((grid.start, grid.end))
            elif grid.cells and not any(told_within(person, grid) for person in people):
                self.of_nobody = True
        likenings = Likenings(asking, headed.called, self.reader)
        self.likenings: list[Likening] = likenings.found() if len(people) > 1 else []
        self.told = masked(self.text, self.likenings)
        found = self.reader.find(self.told)
        own = [m.end for m in found if m.kind == CHOICE and m.sure]
        if own and people == [asking.writer]:
            found = self.reader.find(without_others(self.told, own[0]))
        self.mentions = [m for m in found if not any(a <= m.start < b for a, b in rows) and not self._is_employer(m)]
        listed = self._listed()
        self._set_right(found)
        self.choosers = Choosers(asking, event, people, self.mentions, headed)
        self.scheduled: list[Told] = []
        if len(people) > 1 and self.mentions:
            schedule = Schedule(self.told, self.reader, people, headed.called, self._is_in_block)
            told, pieces = schedule.told()
            # "Ik doe A in ronde 2. Die kan toch vervallen"
            gone = {(m.start, m.workshop, m.round) for m in self.mentions if m.negated and m.kind == CHOICE}
            self.scheduled = [
                (self._placed_later(m, told), who) for m, who in told if (m.start, m.workshop, m.round) not in gone
            ]
            self.mentions[:] = [m for m in self.mentions if not any(a <= m.start < b for a, b in pieces)]
        self.scheduled += listed
        self.choosers.scheduled = self.scheduled
        self.open = [p for p in people if not p.choices_known]
        self.shares: dict[int, list[ChoiceFound]] = {id(p): [] for p in self.open}

    def _placed_later(self, mention: ChoiceFound, told: list[Told]) -> ChoiceFound:
        """That choice of a schedule without rounds, in the one that a sentence behind it tells: "We gaan samen naar A.
        Het liefst in ronde 2"."""
        if any(m.round is not None for m, _ in told):
            return mention
        same = [m for m in self.mentions if (m.start, m.workshop) == (mention.start, mention.workshop)]
        placed = [m for m in same if m.round is not None and not (m.negated or m.past)]
        return placed[0] if len(placed) == 1 else mention

    def _tells_round(self, start: int, end: int) -> bool:
        return bool(self.reader.signs(self.text, start, end) or self.reader.times(self.text, start, end))

    def _is_of_lists(self, entry: Entry) -> bool:
        """Whether a form is made of the lines of such lists, or holds one of somebody else than whose it was taken for:
        who chooses nothing by it then."""
        within = [one for one in self.lists if one.start < entry.end and entry.start < one.end]
        owners = [person for person in self.people if (entry.start, entry.end) in person.spans]
        others = any(person not in one.people for one in within for person in owners)
        if not within or (not others and entry.cells.keys() - {"round", "workshop", "other"}):
            return False
        for person in owners:
            person.workshops, person.choices_known = (), False
        return True

    def _listed(self) -> list[Told]:
        """What each list chooses, read by itself, for numbers count anew in each; what mentions are left are others."""
        told = [
            (mention, list(one.people))
            for one in self.lists
            for mention in self.reader.find(self.told, one.start, one.end, context=self.text)
        ]
        self.mentions[:] = [m for m in self.mentions if not any(one.start <= m.start < one.end for one in self.lists)]
        return told

    def _is_in_block(self, at: int) -> bool:
        return told_in_block(self.asking, at) is not None

    def _is_of_rounds(self, at: int, ends: set[int]) -> bool:
        """ "Alle drie de rondes", "Peter Brouwer alle drie naar A": right behind a name, it is of the rounds."""
        return bool(_all_rounds().match(fold(self.text), at)) or (at - 1 in ends and self.text.startswith("alle ", at))

    def _is_read(self, entry: Entry) -> bool:
        """Whether its cells tell what it chooses: not so "PS: liever andersom", nor what was left to the talk."""
        if entry.cells.keys() <= {"other", "round", "workshop"}:
            owner = next((p for p in self.people if (entry.start, entry.end) in p.spans), None)
            return bool(entry.cells.keys() - {"other"}) and (owner is None or owner.choices_known)
        return bool(entry.cells.keys() - {"other"})

    def _set_right(self, found: tuple[ChoiceFound, ...]) -> None:
        """What the talk takes back of the choices of a form's only person ("Correctie: ronde 1 en 2 omwisselen"), or
        adds to them, as lines do that are none of a form's: "Vlak voor de lunch: A", above "Om 15 uur: B"."""
        if len(self.people) != 1 or not self.people[0].choices_known:
            return
        (person,) = self.people
        told = [m for m in self.mentions if not (m.negated or m.past)]
        known = {choice.round for choice in person.workshops}
        further = [m for m in told if m.kind == CHOICE and m.sure and m.round is not None and m.round not in known]
        if not further and not any(m.revision for m in found if not (m.negated or m.past)):
            return
        reading = self.reader.settle(found)
        if reading.choices and not reading.problems:
            person.workshops = reading.choices

    def share(self) -> list[str]:
        """Give each person their choices. Returns doubts."""
        doubts = ["unclear_workshop"] if self.of_nobody else []
        if not (self.scheduled or self._speaks_of_workshops()):
            return doubts or self._of_somebody_unknown() or self._two_at_once()
        whose = [(m, explained(self.text, self.likenings, m.start) or self.choosers.of(m)) for m in self.mentions]
        whose += [(one.mention, list(one.who) or self.choosers.of(one.mention)) for one in self.likenings]
        for mention, choosing in sorted((*self.scheduled, *whose), key=lambda told: told[0].start):
            for person in choosing:
                if id(person) in self.shares:
                    self.shares[id(person)].append(mention)
        for owner, mine in self.shares.items():
            self.shares[owner] = [m for m in mine if m.kind != "mirror" or not self._announces(m)]
        self._compare_listed()
        waiting = list(self.open)
        while waiting:  # first those who compare with nobody who is still waiting
            person = next((p for p in waiting if not any(m in waiting for m in self._models(p))), waiting[0])
            waiting.remove(person)
            doubts += self._settle(person)
        in_every_row([m.round for m in self.mentions if m.kind == EVERY], self.people)
        doubts += self._two_at_once()
        return doubts

    def _two_at_once(self) -> list[str]:
        """Two workshops beside one hour, or one of two."""
        return ["two_workshops_one_round"] if is_unclear_which(self.text, self.reader, self.people) else []

    def _of_somebody_unknown(self) -> list[str]:
        """ "Zet mij bij dezelfde workshops als Wim Terlouw", of whose nothing is told: a doubt."""
        likened = (m for m in self.mentions if m.kind == "copy" and LIKE.match(self.text, m.end))
        return ["unclear_workshop"] if any(map(self._says_workshop, likened)) else []

    def _speaks_of_workshops(self) -> bool:
        """ "Net als ik" speaks of something else where no workshop is named."""
        known = self.case.confirmations or self.case.quoted or any(p.workshops for p in self.people)
        return bool(known) or any(m.kind in (CHOICE, UNKNOWN) for m in self.mentions)

    def _settle(self, person: Person) -> list[str]:
        mine, alone = as_their_models(self.shares[id(person)], self.likenings, self.reader)
        gone = [p for p in self.asking.roster.people if p.cancels]
        stands_in = any(new is person for _, new in self.asking.account.substitutions)
        stands_in = stands_in or (len(gone) == 1 and self.people == [person] and person is not gone[0])
        if stands_in and not any(m.kind == CHOICE and not (m.negated or m.past) for m in mine):
            past = [m for m in self.mentions if not m.negated and (m.past or not self.choosers.of(m))]
            mine = [*mine, *taken_over(self.asking.sheet, past)]
            if self.case.confirmations:
                mine += kept_as_confirmed(self.asking.sheet, self.mentions)
        if person.is_writer and self.case.answers_confirmation and not stands_in and self._model(person) is None:
            mine = [m for m in mine if m.kind != "copy"]  # "mijn workshops blijven hetzelfde" asks for nothing
        mine = [m for m in mine if m.kind != "mirror" or not self._is_of_seats(m)]
        mine = [m for m in mine if m.kind != "copy" or not self._is_of_work(m)]
        if any(m.kind == "choice" and m.round is not None and not (m.negated or m.past) for m in mine):
            # "zij is net als ik jurist en wil in ronde 1 naar ...": alike in something else
            mine = [m for m in mine if m.kind != "copy" or m.round is not None or self._says_choice(m)]
        compares = any(m.kind in LEANING for m in mine)
        reading = self.reader.settle(mine, other=self._compared_with(person) if compares else ())
        if not reading.choices and person.choices_known is False:
            self._by_own_letter(person)
        if reading.choices:
            person.put("workshops", reading.choices, Evidence("text", reading.found[0].start, reading.found[-1].end))
        doubts = ["unclear_workshop"] if alone else []
        return [*doubts, *(problem for problem in reading.problems if self._matters(problem, person))]

    def _is_employer(self, mention: ChoiceFound) -> bool:
        """ "Ik werk nu bij Movisie": whoever gives a workshop is a house, too."""
        if mention.kind != CHOICE or mention.round is not None:
            return False
        unit = self._unit(mention.start)
        return unit is not None and unit.has("works_at") and not unit.has("part")

    def _announces(self, mention: ChoiceFound) -> bool:
        """ "We doen het kruislings. Els begint met A, ik andersom": said before anything is chosen, and again."""
        told = [*self.mentions, *(m for m, _ in self.scheduled)]
        before = any(m.kind == CHOICE and m.start < mention.start for m in told)
        return not before and any(m.kind == mention.kind and m.start > mention.start for m in self.mentions)

    def _is_of_seats(self, mention: ChoiceFound) -> bool:
        """Whether people are exchanged there, not workshops: "wilt u de namen omwisselen?"."""
        clauses = [c for u in self.asking.sheet.units for c in u.clauses if c.start <= mention.start < c.end]
        return any(c.has("replace") and not c.has("part") for c in clauses)

    def _is_of_work(self, mention: ChoiceFound) -> bool:
        """Whether people are alike in what they are there: "hij is net als ik beleidsadviseur"."""
        near = (role for role in details.roles(self.text) if 0 <= role.start - mention.end < 12)
        return any(not ENDED.search(self.text, mention.end, role.start) for role in near)

    def _matters(self, problem: str, person: Person) -> bool:
        """Whether that holds up the mail: who signs up and only says in which round they come has chosen nothing."""
        if problem == "round_without_workshop":
            return person.booked or self.case.answers_confirmation
        return problem != "unclear_workshop" or self._is_plain(person)

    def _is_plain(self, person: Person) -> bool:
        """Whether it is said in so many words that a workshop is compared: "idem" may be of anything."""
        mine = self.shares[id(person)]
        return any(m.kind == UNKNOWN or (m.kind in COMPARING and self._says_workshop(m)) for m in mine)

    def _says_choice(self, mention: ChoiceFound) -> bool:
        """ "Zij volgt hetzelfde als Joost, plus in ronde 3 A": the same workshops, and one more."""
        behind = [m for m in self.mentions if m.start > mention.start and m.kind != "away"]
        until = behind[0].start if behind else mention.end
        adds = _besides().search(fold(self.text), mention.end, until) is not None
        return adds or self._excepts(mention, until) or self._says_workshop(mention)

    def _excepts(self, mention: ChoiceFound, until: int) -> bool:
        """ "Voor Gijs hetzelfde, behalve dat hij in ronde 3 naar A wil", "idem, alleen A in ronde 3"."""
        return _but_for().search(fold(self.text), mention.end, until) is not None

    def _says_workshop(self, mention: ChoiceFound) -> bool:
        return bool(_workshop_word().search(fold(self.text), mention.start, mention.end))

    def _by_own_letter(self, person: Person) -> None:
        """Who is enrolled by another, with a letter of their own below: what that letter chooses."""
        if self.asking.relayed or person.is_writer or self.case.confirmations:
            return
        for page in self.case.quoted:
            if not page.letter.ours and is_by(page, person):
                reading = self.reader.read(page.parts.body)
                if reading.choices:
                    at = reading.found[0].start, reading.found[-1].end
                    person.put("workshops", reading.choices, Evidence("text", *at))
                return

    def _unit(self, at: int) -> Unit | None:
        return next((unit for unit in self.asking.sheet.units if unit.start <= at < unit.end), None)

    # Whom somebody is compared with ----------------------------------------------------------------------------------

    def _compare_listed(self) -> None:
        """ "3. Fokko Sikkema, consulent - als Ndeye": an item that chooses nothing itself copies."""
        for focus in self.asking.account.focus:
            if not focus.listed or len(focus.people) != 1:
                continue
            (person,) = focus.people
            match = _like().search(fold(self.text), focus.start, focus.end)
            if match is None or id(person) not in self.shares or self.shares[id(person)]:
                continue
            if self._named_behind(match.end(), focus.end, person) is not None:
                self.shares[id(person)].append(ChoiceFound("copy", match.start(), match.end()))

    def _models(self, person: Person) -> list[Person]:
        """All whom that one is compared with."""
        mine = {id(mention) for mention in self.shares[id(person)]}
        one = self._model(person)
        return [*([one] if one else []), *(other.model for other in self.likenings if id(other.mention) in mine)]

    def _model(self, person: Person) -> Person | None:
        """The person of this letter whom that one is compared with."""
        liked = {id(one.mention) for one in self.likenings}
        mine = self.shares.get(id(person), ())
        mention = next((m for m in mine if m.kind in COMPARING and id(m) not in liked), None)
        if mention is None:
            return None
        unit = self._unit(mention.start)
        end = min(unit.end if unit else len(self.text), mention.end + 60)
        named = self._named_behind(mention.end, end, person)
        if named is not None:
            return named
        others = [other for other in self.open if other is not person]
        told = [(m.start, other) for other in others for m in self.shares[id(other)] if m.kind == CHOICE]
        before = [(at, other) for at, other in told if at < mention.start]
        if before:
            return max(before, key=lambda one: one[0])[1]
        others = [p for p in self.people if p is not person and (p.workshops or self.shares.get(id(p)))]
        return others[0] if others else None

    def _named_behind(self, start: int, end: int, person: Person) -> Person | None:
        """Who is named right behind, or "ik", other than that person."""
        known = self.asking.roster.people
        near = [
            (at, p) for p in known if p is not person for at, _ in p.spans if start - 1 <= at < min(end, start + 40)
        ]
        if near:
            return min(near, key=lambda found: found[0])[1]
        word = re.match(r"\W*(?P<called>[\w'-]+)", fold(self.text)[start : min(end, start + 40)])
        called = [p for p in known if word and word["called"] in (fold(p.name.given), fold(p.name.surname))]
        if len(called) == 1 and called[0] is not person:
            return called[0]  # a given name that no lexicon has
        if self.asking.writer is not person and _me().search(fold(self.text), start, min(end, start + 24)):
            return self.asking.writer
        return None

    def _compared_with(self, person: Person) -> tuple[Choice, ...]:
        """The choices that "andersom", "dezelfde" and a move from round to round speak of."""
        model = self._model(person)
        if model is not None and model.workshops:
            return model.workshops
        if self.case.confirmations:
            return self.reader.read(self.case.confirmations[0].letter.text).choices
        if model is None and (told := self._told_of_others(person)):
            return told
        asked = [page for page in self.case.quoted if not page.letter.ours and page is not self.asking.sheet]
        of_model = [page for page in asked if model is not None and is_by(page, model)]
        for page in of_model or asked:
            choices = self.reader.read(page.letter.text).choices
            if choices:
                return choices
        return ()

    def _told_of_others(self, person: Person) -> tuple[Choice, ...]:
        """ "Collega Joost staat al bij A. Zelf wil ik dezelfde workshop": what nobody of this mail chooses."""
        mention = next(m for m in self.shares[id(person)] if m.kind in LEANING)
        given = {id(m) for shares in self.shares.values() for m in shares}
        before = (m for m in self.mentions if m.start < mention.start and m.kind == CHOICE and m.sure and not m.negated)
        return tuple(Choice(m.round, m.workshop) for m in before if id(m) not in given)


def share_out(case: Case, asking: Asking, event: Event, people: list[Person]) -> list[str]:
    """Give those people the workshops that the letter chooses for them. Returns doubts."""
    return Sharing(case, asking, event, people).share()


def _read_of(entry: Entry) -> list[tuple[int, int]]:
    """Where nothing is left to the talk: all of an entry whose cells tell what it chooses; of another its cells alone,
    for a line between them may ("Ronde 1 A", below "Dieet: ...")."""
    if entry.cells.keys() & {"round", "workshop"}:
        return [(entry.start, entry.end)]
    return [(cell.start, cell.end) for kind, cells in entry.cells.items() if kind != "other" for cell in cells]


@cache
def _like() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words('choices', 'like'))})(?=\s)")


@cache
def _me() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words('choices', 'me'))})(?!\w)")


@cache
def _besides() -> re.Pattern[str]:
    return pattern_of(words("choices", "besides"))


@cache
def _but_for() -> re.Pattern[str]:
    return pattern_of(words("choices", "but_for"))


@cache
def _workshop_word() -> re.Pattern[str]:
    return pattern_of(words("choices", "workshop"))


@cache
def _all_rounds() -> re.Pattern[str]:
    return re.compile(rf"(?:\w+\s){{1,3}}?(?:{any_of(('workshops', *words('choices', 'rounds')))})(?!\w)")
