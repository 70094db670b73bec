"""Who it is that chooses a workshop at some place of a letter: whom the sentence turned to last, and not whoever is
named by the way. The people of a line are headed_choosers.py's, a list's numbers list_places.py's, everybody but one
group_choosers.py's, two who go together joint_choosers.py's.
"""

import re
from collections.abc import Sequence
from functools import cache

from mailbot.domain.event import Event
from mailbot.reading.account.account import Mark
from mailbot.reading.account.attention import is_by_contrast
from mailbot.reading.belongings.below_items import told_below, told_indented
from mailbot.reading.belongings.group_choosers import GroupChoosers
from mailbot.reading.belongings.headed_choosers import NAMES_APART, HeadedChoosers
from mailbot.reading.belongings.in_turn import IN_TURN
from mailbot.reading.belongings.in_turn import SAID as TURN_SAID
from mailbot.reading.belongings.joint_choosers import JointChoosers
from mailbot.reading.belongings.list_places import ListPlaces, marks_of
from mailbot.reading.belongings.ownership import alike, owners
from mailbot.reading.belongings.told_in_blocks import told_in_block
from mailbot.reading.case.asking import Asking
from mailbot.reading.letter.units import Unit
from mailbot.reading.lexicon import words
from mailbot.reading.names.people import Person
from mailbot.reading.text.clauses import Clauses
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import has_one_of
from mailbot.reading.workshops.choices import choice_reader
from mailbot.reading.workshops.found import CHOICE, COPY, EVERY, MIRROR, OPEN, ChoiceFound
from mailbot.reading.workshops.patterns import goes_with_the_seat

ME_AT = re.compile(
    r"[,;:(]\s(?:(?:en|and)\s)?(?:me|mij|ikzelf|myself|I)\s(?:at|in|bij|to|naar|voor|for)\s(?:the\s|de\s|die\s)?[\"'“]?$"
    # "- ik precies andersom"
    r"|^\W*(?:ik|ikzelf|mijzelf|mezelf|ondergetekende|I|me|myself)(?:\s(?:zelf|dan|dus))?(?:,|:|\s[-–])?\s$",
    re.MULTILINE,
)
# Somebody else's doings, and not the writer's again since
THEY = late(
    r"\b(?:(?:zij|hij|she|he)\s|(?:mijn|een|my|a)\s(?:collega|colleague)\s)(?:zit|doet|gaat|volgt|staat|is|does|goes|sits)\b"
    r"(?:(?!\b(?:ik|i|mij|me)\b).)*$"
)
THEY_ALL = re.compile(r"\w+en\s(?:ze|zij)\b|\b(?:ze|zij)\s\w+en\b|\bthey\b")  # "in ronde 2 ruilen ze om"
SMALL_ROW = late(
    r"\W*(?P<names>[^\W\d_A-Z]{3,16}(?:(?:,| en| and| &)\s[^\W\d_A-Z]{3,16}){0,5})\s"
    r"(?:wil|willen|doet|doen|gaat|gaan|volgt|volgen|kiest|kiezen|graag|wants?|would)\b"
)
PRONOUN = re.compile(r"(?P<she>zij|ze|haar|she|her)(?!\w)|(?:hij|hem|he|him)(?!\w)")
MEN, WOMEN = frozenset(("de", "heer", "dhr", "meneer")), frozenset(("mevrouw", "mevr", "mw", "mrs", "ms"))
CALLED = (
    r"(?P<called>(?:(?:(?:mijn|onze|my|our)\s)?(?:collega(?:['’]?s)?|colleagues?|wethouder|raadslid)\s"
    r"|(?:de heer|mevrouw|mevr\.|mw\.|dhr\.|meneer|mr\.|ms\.|mrs\.)\s){0,2})"
)
FOR_THEM = re.compile(rf"\b(?:voor|for)\s{CALLED}", re.IGNORECASE)
TOGETHER = late(
    r"(?:^|(?<=[.,;:!?\n]\s)|(?<=\n))(?:samen|together|met (?:z'n|ons) (?:twee|drie|vier)en)\s"
    r"(?!met\b|with\b)[^,.;:!?\n]*$"
)
FOR_ONE_BEHIND = re.compile(rf"[\"'”’)]*\s(?:voor|for)\s{CALLED}", re.IGNORECASE)
NO_MORE_OF_IT = re.compile(r"\s?(?:$|[.,;:)\n]|(?:en|and|in|om|at|of|or)\b)")  # not so "voor mij is dat te laat"
JOINED = re.compile(
    rf"\s?(?:,\s?(?:en\s|and\s)?|(?:en|and|&|\+)\s)(?:(?:(?:een|één|1)(?:\s?(?:keer|maal|x))?|eenmaal|eentje|once|one)\s)?"
    rf"(?:voor\s|for\s)?{CALLED}",
    re.IGNORECASE,
)
ME = re.compile(r"\b(?:mij(?:zelf)?|mezelf|ikzelf|ondergetekende|me|myself)\b")
SENTENCE_ENDS = re.compile(r"[.!?;]\s|\n\s*\n")
REACH = 80  # characters between a workshop and whom it is for
AND_DOES = re.compile(r"\W*(?:en|and)\s[a-z]+\s(?:dan|then|daar|ook)\b")
LONGEST_ROW = 400  # ... and of a row of them
ONE_OF_US = re.compile(r"(?<!\w)(?:ik|i|(?P<they>hij|zij|ze|she|he))(?!\w)")


class Choosers:
    """Tells whose the mentions of one letter are. people: those who can choose."""

    def __init__(
        self,
        asking: Asking,
        event: Event,
        people: list[Person],
        mentions: list[ChoiceFound],
        headed: HeadedChoosers,
    ) -> None:
        self.asking, self.people, self.mentions = asking, people, mentions
        self.text, self.folded = asking.sheet.parts.body, fold(asking.sheet.parts.body)
        self.reader = choice_reader(event)
        self.list = ListPlaces(asking, people, mentions)
        self.headed = headed
        self.groups = GroupChoosers(asking, people, self.list)
        self.joint = JointChoosers(asking, people, mentions)
        self.scheduled: Sequence[tuple[ChoiceFound, Sequence[Person]]] = ()  # what a schedule gave to whom

    def of(self, mention: ChoiceFound) -> list[Person]:
        """Whose that mention is; nobody's, where it is about somebody who doesn't come."""
        unit = self._unit(mention.start)
        of_a_round = mention.kind == MIRROR or (mention.kind == COPY and mention.source is not None)
        if of_a_round and mention.round is not None:
            if not self._clause_names_somebody(mention):
                return self.people  # "in ronde 2 andersom": whoever was named before
            if apart := self._apart_before(mention, unit):
                return apart
        if mention.kind == EVERY:
            return self.people  # "alles in de eerste ronde"
        if mention.kind == OPEN and not marks_of(self.asking, unit, unit.end if unit else 0):
            return self.people  # "dat hoort u later"
        if beside := self.joint.put_beside(mention.start):
            return beside
        if self._me_beside(mention.start):
            return [p for p in self.people if p is self.asking.writer]
        headed = self.headed.of(mention.start)
        if headed:
            return [p for p in headed if p in self.people]
        if (told := told_in_block(self.asking, mention.start)) is not None:
            return [told] if told in self.people else []
        if self._is_a_strangers(mention) or self.list.is_of_list(unit, mention):
            return []
        said = (
            self.joint.beside_companion(mention, unit)
            or self._in_turn(mention)
            or self._for_all_behind(mention)
            or self._for_one_behind(mention)
            or self._together(unit, mention.start)
            or self._in_small_letters(unit, mention.start)
            or self.list.numbered(unit, mention.start)
            or self.list.all_counted(unit, mention.start)
            or self._he_beside_me(unit, mention.start)
            or self.list.placed(unit, mention.start)
            or self.groups.of(unit, mention.start, self._chose_before)
        )
        if said:
            return self.groups.but_for(said, unit, mention.end)
        owning = told_below(self.asking, mention.start, self.people) or owners(self.asking, mention.start, self.people)
        if not owning:
            owning = self._turned_to(unit, mention.start) or told_indented(self.asking, mention.start, self.people)
        if not owning and mention.kind != CHOICE:  # "inclusief haar workshopkeuze": of her who doesn't come
            new = [person for _, person in self.asking.account.substitutions if person in self.people]
            return new or (self.people if len(self.people) == 1 else [])
        if not owning and (taker := self._taker(mention, unit)):
            return taker
        return self.joint.together_with(alike(self.asking, mention.start, owning, self.people), mention, unit)

    def _in_turn(self, mention: ChoiceFound) -> list[Person]:
        """ "A doen we alle drie, in ronde 1, 2 en 3 respectievelijk": each in one of those, as they are named."""
        if mention.round is None or not has_one_of(self.folded, TURN_SAID):
            return []
        rounds = [m.round for m in self.mentions if m.start == mention.start and m.kind == CHOICE]
        unit = self._unit(mention.start)
        if unit is None or len(rounds) != len(self.people) or len(set(rounds)) < 2:
            return []
        if not IN_TURN.search(self.folded, unit.start, unit.end) or any(
            m.start != mention.start for m in self.mentions if unit.start <= m.start < unit.end
        ):
            return []
        named = sorted(self.people, key=lambda p: min((a for a, _ in p.spans), default=len(self.text)))
        return [named[rounds.index(mention.round)]]

    def _for_all_behind(self, mention: ChoiceFound) -> list[Person]:
        """ "Graag drie stoelen bij A in ronde 2, voor Els Bos, Toon Kok en mij": a row of people, and none named before
        it."""
        intros = list(FOR_THEM.finditer(self.text, mention.end, mention.end + REACH))
        first, last = mention.end, mention.end + REACH + LONGEST_ROW
        places = [(a, b, p) for p in self.people for a, b in p.spans if first <= a < last] if intros else []
        writer = [p for p in self.people if p.is_writer] if intros else []
        places += [(*me.span(), p) for p in writer for me in ME.finditer(self.text, first, last)]
        for intro in intros:
            if SENTENCE_ENDS.search(self.text, mention.end, intro.start()):
                return []
            row, before = list[Person](), intro
            # what somebody is called may be of the name
            while beside := next((p for p in places if before.start("called") <= p[0] <= before.end()), None):
                row.append(beside[2])
                joined = JOINED.match(self.text, beside[1])
                if joined is None:
                    break
                before = joined
            if any(mention.end <= start < intro.start() for start, _, _ in places):
                return []
            if len({id(person) for person in row}) > 1:
                return row
        return []

    def _for_one_behind(self, mention: ChoiceFound) -> list[Person]:
        """ "In ronde 1 A voor mij en B voor Bert": right behind the workshop."""
        behind = FOR_ONE_BEHIND.match(self.text, mention.end, mention.end + REACH)
        if behind is None or mention.kind != CHOICE:
            return []
        named = [(e, p) for p in self.people for a, e in p.spans if behind.start("called") <= a <= behind.end()]
        if me := ME.match(self.text, behind.end()):
            named += [(me.end(), p) for p in self.people if p is self.asking.writer]
        return [person for end, person in named[:1] if NO_MORE_OF_IT.match(self.text, end)]

    def _together(self, unit: Unit | None, at: int) -> list[Person]:
        """ "Samen om twee uur A; om drie uur doe ik alleen nog B"."""
        return self.people if unit and TOGETHER.search(self.folded, unit.start, at) else []

    def _apart_before(self, mention: ChoiceFound, unit: Unit | None) -> list[Person]:
        """ "Bert gaat in ronde 1 naar A en ik naar B en in ronde 2 andersom": the two who were told apart, where nobody
        is named since."""
        told = [m for m in self.mentions if unit and m.kind == CHOICE and unit.start <= m.start < mention.start]
        if len(told) < 2 or any(m.at >= told[-1].end for m in marks_of(self.asking, unit, mention.start)):
            return []
        choosing = {id(p): p for m in told for p in self.of(m)}
        return list(choosing.values()) if len(choosing) > 1 else []

    def _taker(self, mention: ChoiceFound, unit: Unit | None) -> list[Person]:
        """ "Emre neemt ook mijn workshops over: ik stond bij A in ronde 1": what was somebody's is now another's."""
        new = [person for _, person in self.asking.account.substitutions if person in self.people]
        if unit is None or len(new) != 1:
            return []
        return new if goes_with_the_seat().search(self.folded, unit.start, mention.start) else []

    def _unit(self, at: int) -> Unit | None:
        return next((unit for unit in self.asking.sheet.units if unit.start <= at < unit.end), None)

    def _me_beside(self, at: int) -> bool:
        """ "Thomas at A, me at B": nothing but "at" stands between."""
        return len(self.people) > 1 and ME_AT.search(self.text, max(0, at - 24), at) is not None

    def _in_small_letters(self, unit: Unit | None, at: int) -> list[Person]:
        """ "merve en ria willen allebei om twee uur naar A": given names of theirs, which begin the sentence."""
        row = SMALL_ROW.match(self.text, unit.start, at) if unit is not None else None
        if row is None:
            return []
        given = {fold(person.name.given): person for person in self.people if person.name.given}
        called = [given.get(name) for name in NAMES_APART.split(fold(row["names"]))]
        if None in called:
            return []
        since = [given[word] for word in self.folded[row.end("names") : at].split() if word in given]
        return since[-1:] or [person for person in called if person is not None]  # "merve doet A en ria B"

    def _he_beside_me(self, unit: Unit | None, at: int) -> list[Person]:
        """ "Ik ga naar A en zij naar B", of two of whom one writes: the other one."""
        others = [p for p in self.people if p is not self.asking.writer]
        if unit is None or len(others) != 1 or len(self.people) != 2:
            return []
        said = [
            m
            for m in ONE_OF_US.finditer(self.folded, unit.start, at)
            if not (m["they"] and is_by_contrast(self.folded, unit.start, *m.span()))
        ]
        if len(said) < 2 or said[-1]["they"] is None or said[-2]["they"] is not None:
            return []
        return [] if any(m.at > said[-1].start() for m in marks_of(self.asking, unit, at)) else others

    def _is_a_strangers(self, mention: ChoiceFound) -> bool:
        """ "Zij zit in ronde 1 bij A", of a colleague who isn't in question, in a mail about the writer alone."""
        if self.people != [self.asking.writer]:
            return False
        start, _ = Clauses(self.text).clause_at(mention.start)
        return bool(THEY.search(self.folded, start, mention.start))

    def _chose_before(self, at: int) -> list[Person]:
        """Who chooses anything before that place."""
        told = [*((m, self.of(m)) for m in self.mentions if m.end < at), *self.scheduled]
        return [person for m, choosing in told if m.end < at for person in choosing]

    def _turned_to(self, unit: Unit | None, at: int) -> list[Person]:
        """Whom a sentence is about that names somebody else only by the way: a giver ("die van René en Koen"), one
        whose seat it is ("waar Bram voor stond", "haar workshop"); else whom the clause before it was about."""
        if unit is None:
            return []
        marks = marks_of(self.asking, unit, at)
        outside = [m for m in marks if not any(p in self.people for p in m.people)]
        if outside and outside[-1] is marks[-1] and (called := self._called_alike(outside[-1])):
            return called
        if not all(self._is_by_the_way(mark) for mark in outside):
            return []
        own = [m for m in marks if m not in outside]
        if own:
            return [p for p in own[-1].people if p in self.people]
        return self.people if len(self.people) == 1 and outside else []

    def _called_alike(self, mark: Mark) -> list[Person]:
        """Who of them bears the given name of a name that was misread ("Wessel bij Lokaal")."""
        given = {fold(person.name.given) for person in mark.people if person.name.given}
        alike = [p for p in self.people if fold(p.name.given) in given]
        return alike if len(alike) == 1 else []

    def _is_by_the_way(self, mark: Mark) -> bool:
        names = [str(person.name) for person in mark.people]  # "Workshopronde II" was taken for one
        if any(self.reader.workshops_named(name) or self.reader.rounds_named(name) for name in names):
            return True
        if self._is_of_the_other_sex(mark):
            return True  # "Haar chauffeur, de heer Van Loon, wacht elders. Zij volgt in ronde 1 A"
        line = self.folded[max(0, mark.at - 20) : mark.at]
        return bool(_aside().search(line) or _theirs().match(self.folded, mark.at))

    def _is_of_the_other_sex(self, mark: Mark) -> bool:
        """Whether a pronoun stands there that can't mean whom the talk was about, by how they are addressed."""
        said = PRONOUN.match(self.folded, mark.at)
        if said is None:
            return False
        spans = {start for person in mark.people for start, _ in person.spans}
        titles = {
            fold(found.title).split()[0].rstrip(".")
            for unit in self.asking.sheet.units
            for found in unit.names
            if found.start in spans and found.title
        }
        return bool(titles & (MEN if said["she"] else WOMEN)) and not titles & (WOMEN if said["she"] else MEN)

    def _clause_names_somebody(self, mention: ChoiceFound) -> bool:
        start, end = Clauses(self.text).clause_at(mention.start)
        if start > 1 and AND_DOES.match(self.text, start):
            start, _ = Clauses(self.text).clause_at(start - 2)  # "ik blijf, en doe dan dezelfde als in ronde 1"
        named = [m for m in self.asking.account.marks if start <= m.at < end and m.people]
        called = any(at == m.at for m in named for person in m.people for at, _ in person.spans)
        return bool(named) and (called or not THEY_ALL.search(self.folded, start, end))


@cache
def _aside() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words('choices', 'by_the_way'))})\s(?:(?:de heer|mevrouw|collega)\s)?$")


@cache
def _theirs() -> re.Pattern[str]:
    what = any_of((*words("choices", "workshop"), "plaats", "plek", "seat", "place"))
    return re.compile(rf"(?:{any_of(words('choices', 'whose'))})\s(?:{what})(?!\w)")
