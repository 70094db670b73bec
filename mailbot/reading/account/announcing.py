"""Lists of people that a sentence announces: what it says of those in it, and how far the list reaches.

The entries themselves are list_entries.py's.
"""

import re
from collections.abc import Sequence

from mailbot.reading.account.context import is_not_counted_on
from mailbot.reading.account.mentions import acts, is_aside
from mailbot.reading.account.rows import begins_roll
from mailbot.reading.account.stance import Stance
from mailbot.reading.account.subjects import is_called
from mailbot.reading.account.talk import Talk
from mailbot.reading.details import diets, roles
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.labels import is_no
from mailbot.reading.letter.units import BULLET, Unit, UnitKind
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import Seldom

ANNOUNCES = re.compile(r":\s*$")
FEW = 6  # words
# not so "een correctie op het onderstaande:", which is a letter
FOLLOWING = Seldom(
    late(
        r"\b(?:volgende|(?<!het )onderstaande|onderstaande(?= [a-z])|hieronder|following|below|bijgaande"
        r"|(?:here are|these are|hier zijn|dit zijn)(?= (?:the|our|de|het|onze|all)\b))\b",
        re.IGNORECASE,
    ),
    ("volgende", "onderstaande", "hieronder", "following", "below", "bijgaande", "here", "these", "hier", "dit"),
)
# "Willen jullie deze mensen inschrijven?"
# "We are sending a small delegation. That'd be Els Bos and Wim Smit": a group, and who is in it
THAT_ARE = re.compile(
    r"\s*(?:that['’]?(?:d| would| will|s| is) be|that['’]s|they are|these are|it['’]s|it is|namely|dat zijn|het zijn"
    r"|het gaat om|te weten)\s",
    re.IGNORECASE,
)
THESE = re.compile(
    r"\b(?:deze|these)\s+(?:(?:\w+\s+)?(?:mensen|collega[’']?s|personen|medewerkers|deelnemers|ambtenaren|raadsleden|people"
    r"|colleagues|persons|participants)|twee|drie|vier|vijf|zes|two|three|four|five|six)\b",
    re.IGNORECASE,
)
# "Wij komen met zijn tweeën. Onze gegevens:"
DETAILS = re.compile(
    r"\b(?:gegevens|namen|deelnemers|personen|mensen|collega[’']?s|details|names|participants|attendees|people)\b",
    re.IGNORECASE,
)
# "Graag beiden inschrijven. Dank! Els Bos, secretaresse": she signs
THANKED = late(
    r"(?:^|[.!?,]\s*)(?:alvast |bij voorbaat |veel |hartelijk |many )?(?:dank\w*|bedankt|thanks|thank you)"
    r"[^.!?\n:]{0,20}[.!,]+[ ]*\Z",
    re.IGNORECASE,
)
SEVERAL = late(
    r"\b(?:inschrijvingen|aanmeldingen|registraties|plekken|plaatsen|stoelen|deelnemers|deelneemsters|namen|registrations"
    r"|places|seats)\b",
    re.IGNORECASE,
)
HEAD = 40  # characters: "Het gaat daarbij om de volgende personen:"
WHO = re.compile(r"\b(?:wie|welke|who|which)\b", re.IGNORECASE)
# "Ikzelf: ronde 1 ...", a line of such a list
OWN_LINE = late(
    r"\s*(?:ik|ikzelf|ik zelf|zelf|mezelf|mijzelf|ondergetekende|myself|me)(?:\s?[:=]\s*|\s[-–]{1,2}>?\s+)\S",
    re.IGNORECASE,
)
CLOSE = 40  # characters of thanks before a name on the same line
LEAD = 25  # characters before a name that begins an entry: "- onze wethouder, mevrouw "


class AnnouncedList:
    """The list that is being told, or that is still to come."""

    def __init__(self, talk: Talk) -> None:
        self.talk, self.text = talk, talk.text
        self.stance: Stance | None = None  # what it says of the people in it; None: there is no list
        self.paragraph = -1
        self.begun = False  # an entry of it has been read
        self.bulleted = False  # its entries have bullets or numbers: a sentence ends it
        self.of_group = False  # the last sentence sends a group, and the next one says who is in it
        self.of_part = False  # the last sentence asked for something else: "Wie eet er mee:", "Wie heeft een auto:"

    def announce(self, unit: Unit, stances: list[Stance], following: Unit | None) -> None:
        """Remember whether a list of people follows that sentence, and what is said of them. `stances`: what its
        clauses say; `following`: the unit that would begin the list."""
        text = self.text[unit.start : unit.end]
        self.of_group = following is not None and self._is_made_up_of(unit, following)
        self.of_part = unit.has("part", "belonging") or self._asks_for_something_else(unit)
        announces = ANNOUNCES.search(text) or (
            following is not None
            and (
                self.of_group
                or FOLLOWING.search(self.text, unit.start, unit.end) is not None
                or self._means_those(unit, following)
            )
        )
        strong = [s for s in stances if s is not Stance.NOTHING]
        if announces and len(text.split()) <= FEW and is_no(text.strip().rstrip(":")):
            self.stance = self._of_the_absent(unit)
            self.paragraph, self.bulleted, self.talk.in_list = unit.paragraph, False, False
        elif self.talk.undone and following is not None and self._only_heads(unit):
            forget_writer(self.talk)
            self.stance, self.paragraph = Stance.CANCELS, unit.paragraph
            self.bulleted = self.begun = self.talk.in_list = False
        elif not (announces or self.begun) and excuses_writer(self.talk, unit):
            self.paragraph = unit.paragraph  # a list that was announced before still follows
        elif announces or (
            following is not None
            and following.kind is UnitKind.ITEM
            and strong
            and not (Stance.COMES not in strong and self._is_signed(unit, following))
        ):
            kept = None if unit.has("contact") else self.stance  # "Contact bij vragen:" heads another list
            self.stance = self._of_those_below(unit, stances, following) or kept
            self.paragraph, self.bulleted, self.begun, self.talk.in_list = unit.paragraph, False, False, False
        elif strong and not (self.stance is not None and self._is_interrupted(unit, strong)):
            self.stance = None
        elif strong:
            self.paragraph = unit.paragraph

    def _only_heads(self, unit: Unit) -> bool:
        """ "Het betreft", "Dit zijn:", and then the names, each on a line of its own."""
        alone = len(unit.clauses) == 1 and not unit.names and unit.end - unit.start <= HEAD
        return alone and begins_roll(self.text, unit.clauses[0])

    def _is_made_up_of(self, unit: Unit, following: Unit) -> bool:
        """Whether a group is sent, of whom the next sentence says who they are."""
        return (
            unit.has("delegates") and bool(following.names) and THAT_ARE.match(self.text, following.start) is not None
        )

    def _means_those(self, unit: Unit, following: Unit) -> bool:
        """Whether "these people" can only be those whom a line below counts up: nobody was named before."""
        if unit.names or len(following.names) < 2 or THESE.search(self.text, unit.start, unit.end) is None:
            return False
        lead = self.text[following.start : following.names[0].start]
        return not (lead.strip(" \"'(") or any(p.comes or p.enrolled for p in self.talk.roster.people))

    def _is_signed(self, unit: Unit, following: Unit) -> bool:
        """ "Wim heeft zich zelf al opgegeven.", and below it the names of those two who write."""
        roster = self.talk.roster
        return bool(unit.names) and any(roster.find(name.name) is roster.writer for name in following.names)

    def _asks_for_something_else(self, unit: Unit) -> bool:
        """ "Wie van de collega's heeft een auto:" heads answers to that."""
        if unit.has("attend", "enrol", "goes", "gathering", "relay", "enrol_noun"):
            return False
        return WHO.search(self.text, unit.start, unit.end) is not None

    def _of_the_absent(self, unit: Unit) -> Stance:
        """What a head like "Afwezig zijn:" says of those below it."""
        last = self.talk.context.stance(unit.clauses[-1])
        return Stance.CANCELS if last is Stance.CANCELS else Stance.STAYS_AWAY

    def _of_those_below(self, unit: Unit, stances: list[Stance], following: Unit | None) -> Stance | None:
        """What is said of the people in a list that this sentence announces; its last words weigh most."""
        account, roster, last = self.talk.account, self.talk.roster, unit.clauses[-1]
        if stances and stances[-1] is Stance.NOTHING and last.opens and self.talk.is_about_event(last):
            return Stance.COMES
        strong = [s for s in stances if s is not Stance.NOTHING]
        if strong and not self._is_own_absence(unit, strong[-1]):
            return strong[-1]
        if self._asks_for_something_else(unit):
            return None
        if unit.has("enrol_noun", "also_group", "attend") or self.of_group:
            return Stance.COMES
        own = following is not None and any(roster.find(name.name) is roster.writer for name in following.names)
        comes = account.group or account.sought or Stance.COMES in account.said or own
        heads = DETAILS.search(self.text, unit.start, unit.end) or (last.has("roll") and last.opens)
        return Stance.COMES if comes and heads else None

    def _is_own_absence(self, unit: Unit, stance: Stance) -> bool:
        """ "Zelf ben ik verhinderd, maar heb de lijst gemaakt:": who stays away there is none of the list."""
        last = unit.clauses[-1]
        said = stance is Stance.STAYS_AWAY and any(c.has("self_not") and c.has("i") for c in unit.clauses[:-1])
        comes = Stance.COMES in self.talk.account.said
        return said and last.opens and not last.has("neg", "absent", "stays") and comes

    def _is_interrupted(self, unit: Unit, strong: Sequence[Stance]) -> bool:
        """ "Wil je onderstaande mensen aanmelden? Ik ga zelf niet mee.", and then comes the list."""
        return not self.begun and not unit.names and set(strong) == {Stance.STAYS_AWAY} and unit.has("i", "me", "we")

    def holds(self, unit: Unit) -> bool:
        """Whether a sentence is an entry of the list: it begins with a name and says nothing about coming."""
        names = unit.names
        if self.stance is Stance.COMES and not self.bulleted and is_own_line(self.text, unit):
            said = unit.has("neg", "stays", "absent", "says_no", "unable", "maybe", "reserve", "already", "contact")
            return not names and unit.paragraph - self.paragraph <= 1 and not said
        if self.stance is None or self.bulleted or not names or unit.paragraph - self.paragraph > 1:
            return False
        if unit.paragraph != self.paragraph and self._is_sentence(unit):
            return False
        signs = len(names) == 1 and not self.begun
        if signs and THANKED.search(self.text, max(0, unit.start - CLOSE), names[0].start):
            return False
        naming = [clause for clause in unit.clauses if names[0] in clause.names]
        if any(clause.has("told", "question") for clause in naming):
            return False  # "Mevrouw Pals attendeerde ons erop"
        writer = self.talk.roster.writer
        if writer is not None and writer.stays_away and self.talk.roster.find(names[0].name) is writer:
            return False  # below "ik kom zelf niet" the writer's name signs
        if any(is_aside(self.text, clause, names[0].start) for clause in naming):
            return False
        lead = self.text[unit.start : names[0].start].strip(" \t\n\"'-*(")
        if any(self._decides(clause) for clause in unit.clauses) or is_called(self.text, unit.clauses[0]):
            return False
        return len(lead) <= LEAD and not unit.clauses[0].has("he")

    def _decides(self, clause: Clause) -> bool:
        """Whether a clause says for itself what becomes of those in it: "Wim en ik zijn er gewoon bij" below those who
        fall out."""
        stance = self.talk.context.stance(clause)
        stays = stance is Stance.BOOKED and clause.has("attend") and clause.has("remains")
        return stays or stance in (Stance.COMES, Stance.REPLACES)

    def _is_sentence(self, unit: Unit) -> bool:
        """ "Wethouder Smit is die dag elders", "Mevrouw Pronk heeft bericht van verhindering gegeven": in a paragraph
        of its own, that is no entry."""
        naming = [clause for clause in unit.clauses if unit.names[0] in clause.names]
        if any(acts(self.text, clause, name) for clause in naming for name in clause.names):
            return True
        return any(self.talk.context.stance(clause) is Stance.STAYS_AWAY for clause in unit.clauses)

    def go_on(self, unit: Unit) -> None:
        """Note that the list has come to that entry."""
        self.paragraph, self.begun = unit.paragraph, True
        bullet = unit.kind is UnitKind.ROW or BULLET.match(self.text, unit.start) is not None
        self.bulleted = self.bulleted or bullet


ROUND = re.compile(r"\b(?:r|ronde|round|sessie|blok|session)\s?\d", re.IGNORECASE)


def is_own_line(text: str, unit: Unit) -> bool:
    """ "Zelf: ronde 1", "Ik - vegetarisch": the writer's line of a list. Not so "ik: op dinsdag te bereiken"."""
    if OWN_LINE.match(text, unit.start, unit.end) is None:
        return False
    told = text[unit.start : unit.end]
    return unit.has("part") or bool(diets(told) or roles(told, 0, len(told))) or ROUND.search(told) is not None


def excuses_writer(talk: Talk, unit: Unit) -> bool:
    """Whether a sentence says no more than that the writer stays at home: "reken niet op mij" gives up no seat above
    a list of others."""
    if unit.kind is not UnitKind.SENTENCE or unit.names or not unit.has("i", "me"):
        return False
    stances = {_as_excuse(talk, clause) for clause in unit.clauses} - {Stance.NOTHING}
    return stances == {Stance.STAYS_AWAY}


def _as_excuse(talk: Talk, clause: Clause) -> Stance:
    stance = talk.context.stance(clause)
    return Stance.STAYS_AWAY if stance is Stance.CANCELS and is_not_counted_on(talk.text, clause) else stance


def undoes_several(text: str, unit: Unit, stances: Sequence[Stance]) -> bool:
    """ "Wilt u alle vier de inschrijvingen laten vervallen?": whose, the next words tell."""
    if Stance.CANCELS not in stances or unit.names or unit.has("i", "me", "mine"):
        return False
    return SEVERAL.search(text, unit.start, unit.end) is not None


def forget_writer(talk: Talk) -> None:
    """Whoever takes several off the list, who are counted up next, is one of them only where the list says so."""
    writer = talk.roster.writer
    if writer is not None and writer.cancels and not (writer.booked or writer.stays_away):
        writer.cancels = False
    talk.account.implied_cancel = False
