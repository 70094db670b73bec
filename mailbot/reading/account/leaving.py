"""What follows from a clause for whoever leaves: they stay away, or give up a seat. Who hands it over to somebody
else is the concern of handing_over.py.

Leaving remembers whom the talk was about, for "haar" and "hij", and for clauses without a subject ("Kom dus niet.").
"""

import re

from mailbot.reading.account.mentions import follows_relative
from mailbot.reading.account.references import OBJECT
from mailbot.reading.account.reporting import reports_absence
from mailbot.reading.account.subjects import LEAD, is_beside_writer, is_conditional, is_possessive
from mailbot.reading.account.substitution import OF_OTHER
from mailbot.reading.account.supposing import is_denied, is_only_supposed
from mailbot.reading.account.talk import Talk
from mailbot.reading.account.unnamed_subjects import is_of_somebody_unnamed
from mailbot.reading.account.withdrawing import others_withdrew, withdrew
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.cue_phrases import number
from mailbot.reading.letter.cues import tokens
from mailbot.reading.lexicon import load
from mailbot.reading.names.people import Person

# "Die komen dus zeker niet", said of those named before
THOSE = re.compile(
    r"[\s(]*(?:(?:maar|want|en|dus|doch)\s+)?(?:die|deze|dezen|laatstgenoemden?)"
    r"\s+(?:\w+t|komen|gaan|kunnen|zijn|moeten)\b",
    re.IGNORECASE,
)
TOO = re.compile(
    r"\b(?:evenals|net als|alsook|alsmede|ook|en|and|nor)(?:\s(?:mijn|onze|collega|de|heer|mevrouw|my)\b)*\s*$"
)
# What may stand before the verb of a clause that leaves out its subject: "maar dat", "dus helaas", "donderdag 30 maart"
SMALL_WORDS = re.compile(
    rf"(?:\d+(?:e|ste|de|th|st)?\b|[\W_]|\b(?:{'|'.join(map(re.escape, load('sentences')['before_verb']))})\b)*",
    re.IGNORECASE,
)
# Verbs that only "ik" goes with: "Ben er niet bij", "Kom dus niet"; "kan" and "moet" go with anybody.
FIRST_PERSON = re.compile(r"\b(?:ben|kom|ga|haal|red|meld|zeg|haak|sla|blijf|lig|am|have)\b", re.IGNORECASE)

# What is said later and overrides what was said before: "Wim roept net dat hij bij nader inzien niet kan"
AFTER_ALL = re.compile(
    r"\b(?:bij nader inzien|toch niet|alsnog|zojuist|roept net|hoor net|net (?:af|bericht|gehoord)|blijkt|niet meer"
    r"|after all)\b",
    re.IGNORECASE,
)
INSTEAD = re.compile(r"in plaats van|i\.?p\.?v\.?|instead of", re.IGNORECASE)
YOURS = re.compile(r"\b(?:u|jullie|jij)\s+(?:zich|u|je)\b", re.IGNORECASE)  # "dat u zich moest afmelden"
REMAINS = re.compile(r"\b(?:alleen|slechts|enkel|over|only)\b", re.IGNORECASE)
SEAT = r"(?:naam|deelname|aanmelding|inschrijving|opgave|komst|aanwezigheid|plek|plaats|zitplaats|stoel|kaartje)"
THEIRS = re.compile(r"\b(?:zijn|haar|hun|diens|his|her|their)\s+$", re.IGNORECASE)
OURS = re.compile(
    rf"\b(?:mijn|m'n|onze|my|our)\s+(?:eigen\s+|own\s+)?(?:{SEAT}|name|registration|seat|place|spot)\b", re.IGNORECASE
)
COUNTS_ON = re.compile(r"\breken(?:en|t)?\b", re.IGNORECASE)
REACH = 24  # characters
# "Wilt u ons tweeën van de lijst halen?": not so "een van ons tweeën"
US_ALL = re.compile(r"(?<!van )\bons (?:beiden?|allebei|alle(?:maal|n)|twee\w*|drie\w*|vier\w*)\b", re.IGNORECASE)
NEARBY = 200
# "De commissaris zelf": not so "op de dag zelf"
SOMEBODY = re.compile(
    r"(?<!op )(?<!voor )(?<!van )\b(?:de|het|mijn|onze|ons|haar|zijn|hun|the|our|my) [^\W\d_]{3,} $", re.IGNORECASE
)
SEPARATELY = re.compile(r"\bzich ?zelf\b|\b(?:himself|herself|themselves)\b", re.IGNORECASE)
THEY = re.compile(r"\b(?:hij|zij|ze|he|she|they)\s+$", re.IGNORECASE)


def _number_in(text: str, clause: Clause) -> int:
    """How many: the first number of "twee van de drie", of "vallen er twee af"; 0 where it is none."""
    cue = clause.first("fewer")
    values = [number(t.word) for t in tokens(text, cue.start, cue.end)] if cue else []
    counts = [value for value in values if value is not None]
    if len(counts) == 2 and cue is not None and INSTEAD.search(text, cue.start, cue.end):
        return counts[1] - counts[0]  # "met z'n tweeën in plaats van drieën"
    if counts and cue is not None and REMAINS.search(text, cue.start, cue.end):
        return max(counts[0], 2) - (counts[1] if len(counts) > 1 else 1)  # "van ons tweeën ziet u alleen mij"
    return counts[0] if counts else 0


class Leaving(Talk):
    """Draws the consequences for those who leave, in `account`."""

    def _stays_away(self, clause: Clause, people: list[Person]) -> None:
        writer = self.roster.writer
        if is_conditional(self.text, clause):
            if not people and SEPARATELY.search(self.text, clause.start, clause.end):
                for person in self.recent:
                    self._leave(person, clause)  # "als zij ook wil, meldt ze zich zelf"
            self.supposed = self.sentence  # "mocht ik verhinderd zijn, dan laat ik dat weten"
            return
        if (
            not (people or self.recent)
            and THOSE.match(self.text, clause.start, clause.end)
            and not clause.has("i", "we")
        ):
            return  # somebody without a name
        if reports_absence(self.text, clause) and (people or self.recent):
            for person in people or self.recent:
                self._leave(person, clause)  # "moet ik u berichten dat hij niet aanwezig zal zijn"
            return
        self._note_perhaps(clause)
        if clause.has("lingers") and (people or clause.has("he")):
            self.account.doubt("unclear_person")  # "Wim haalt me op en blijft de hele dag"
        booked = clause.has("already") and not clause.has("unbooked")
        if booked and not people and clause.has("i") and writer is not None:
            writer.booked = True  # "ik kan niet komen en was al aangemeld"
        if people and self._is_said_before_names(clause):
            people = [p for p in people if TOO.search(self.text, clause.start, p.spans[-1][0])]
        of_others = clause.has("he") or (people and not clause.names) or _is_somebodys(self.text, clause)
        of_others = of_others and not clause.has("i", "me")
        of_others = of_others or self._is_said_of_them(clause) or self._begins_with_pronoun(clause)
        of_others = of_others or (follows_relative(self.text, clause) and not clause.has("i", "me", "we"))
        if not people and is_of_somebody_unnamed(self.text, clause, self.sentence[0]):
            return  # "de burgemeester zelf komt niet"
        if clause.has("self_not") and writer is not None and not of_others:
            self._leave(writer, clause)
            for person in people:
                if not person.is_writer and is_beside_writer(self.text, clause, person):
                    self._leave(person, clause)  # "Tom and I can't come"
        elif people:
            for person in people:
                self._leave(person, clause)
            if clause.has("myself_too") and writer is not None:
                self._leave(writer, clause)  # "Wim en ik kunnen niet"
        elif self.recent and self._is_of_them(clause):
            for person in self.recent:
                self._leave(person, clause)
        elif (
            self._is_of_writer(clause)
            and writer is not None
            and (clause.has("absent", "neg") or not clause.has("stays"))
        ):
            self._leave(writer, clause)
            self._note_group(clause)
        elif THOSE.match(self.text, clause.start, clause.end) or follows_relative(self.text, clause):
            pass  # "mijn vrouw had ook gewild, maar die moet oppassen": nobody with a name
        elif self._tells_of_leaving(clause) and (not self._has_subject(clause) or self._is_off(clause)):
            for person in self._left_unsaid(clause):
                self._leave(person, clause)

    def _is_off(self, clause: Clause) -> bool:
        """ "Utrecht wordt dus niks", "de 30e gaat hem niet worden": the event comes to nothing, for the writer."""
        others = clause.has("we", "you", "he", "person", "companion", "stays") or is_possessive(self.text, clause)
        return self.is_about_event(clause) and clause.has("absent") and not others

    def _tells_of_leaving(self, clause: Clause) -> bool:
        """Whether a clause without a subject says that somebody stays away; "moet die dag werken" does of who is booked
        and was spoken of last."""
        writer = self.roster.writer
        occupied = writer is not None and writer.booked and self.topic == (writer,) and clause.has("that_day")
        return clause.has("absent", "unable") or not clause.has("stays") or occupied

    def _is_said_before_names(self, clause: Clause) -> bool:
        """ "Ik kan niet en heb Wim bereid gevonden": the absence is the writer's, and done with before anybody is
        named."""
        said, own = clause.first("absent", "unable", "cancel"), clause.first("i")
        if said is None or own is None or not clause.names:
            return False
        return own.start < clause.names[0].start >= said.end

    def _is_said_of_them(self, clause: Clause) -> bool:
        """ "... dat zij zelf niet hoeft": "zelf" is whoever stands right before it."""
        cue = clause.first("self_not")
        return cue is not None and THEY.search(self.text[clause.start : cue.start]) is not None

    def _note_perhaps(self, clause: Clause) -> None:
        """ "Misschien kan ik niet" is for a person to ask about."""
        if clause.has("perhaps"):
            self.account.doubt("condition")

    def _is_of_them(self, clause: Clause) -> bool:
        if clause.has("i") or (clause.has("me") and not self._begins_with_pronoun(clause)):
            return False
        if THOSE.match(self.text, clause.start, clause.end):
            return True
        return clause.has("he") or (
            clause.has("him") and not clause.has("person") and not is_possessive(self.text, clause)
        )

    def _begins_with_pronoun(self, clause: Clause) -> bool:
        """ "Zij kan zelf niet en dacht dat het iets voor mij was": she is the subject of it."""
        subject = clause.first("he")
        return subject is not None and LEAD.fullmatch(self.text, clause.start, subject.start) is not None

    def _has_subject(self, clause: Clause) -> bool:
        """Whether somebody is the subject who has no name here: "de ombudsman", "die"; not so in "Kom dus niet"."""
        cue = clause.first("absent", "unable") or min(clause.cues, key=lambda c: c.start)
        if is_possessive(self.text, clause):
            return True
        return clause.has("we", "you", "he") or not SMALL_WORDS.fullmatch(self.text, clause.start, cue.start)

    def _left_unsaid(self, clause: Clause) -> tuple[Person, ...]:
        """Who is meant by a clause without a subject ("Kom dus niet.", "maar dat gaat niet lukken"): whom the talk was
        about; the writer to begin with, and by the form of the verb."""
        writer = () if self.roster.writer is None else (self.roster.writer,)
        if self.topic is None or FIRST_PERSON.search(self.text, clause.start, clause.end):
            return writer
        return self.topic

    def _note_group(self, clause: Clause) -> None:
        """ "Wij komen niet": more than one, whoever that is."""
        self.account.group_leaves = self.account.group_leaves or clause.has("we", "us", "all")

    def _is_of_writer(self, clause: Clause) -> bool:
        """ "Mijn zus zet me af, die hoeft niet op de lijst" speaks of the sister."""
        return clause.has("i", "we") or (clause.has("me") and not clause.has("person", "he"))

    def _leave(self, person: Person, clause: Clause) -> None:
        if person in self.wished or person in self.planned:
            person.comes = False  # "Wim zou meegaan, maar is ziek"
        elif person.comes and not person.is_writer and self._comes_no_more(clause):
            person.comes, person.dropped = False, True
        person.stays_away = True
        person.away_at = clause.start
        denied = clause.has("attend") and clause.has("neg")
        person.sure_away = person.sure_away or denied or clause.has("absent", "unable")
        own = clause.first("myself_too") or clause.first("me", "i") if person.is_writer else None
        named = next((start for start, end in person.spans if clause.start <= start < clause.end), clause.start)
        person.order = min(person.order, own.start if own else named)

    def _comes_no_more(self, clause: Clause) -> bool:
        start, end = max(self.sentence[0], clause.start - NEARBY), min(self.sentence[1], clause.end + NEARBY)
        return AFTER_ALL.search(self.text, start, end) is not None

    def _cancels(self, clause: Clause, people: list[Person]) -> None:
        if is_denied(self.text, clause) or (not people and YOURS.search(self.text, clause.start, clause.end)):
            return
        if is_only_supposed(self.text, clause):
            self.account.doubt("condition")
            return
        self._note_perhaps(clause)
        writer = self.roster.writer
        if self.things:
            self.account.doubt("unclear_sentence")
        if clause.has("fewer"):
            if writer is not None and US_ALL.search(self.text, clause.start, clause.end):
                writer.cancels = True
            self.account.fewer = _number_in(self.text, clause)  # "er vallen er twee af": who, other words tell
            return
        targets = tuple(people) or self._cancelled_without_name(clause)
        beside = bool(people) and (clause.has("myself_too") or self._is_joined_by_them(clause, people))
        if beside and writer is not None and writer not in targets:
            targets = (*targets, writer)  # "mijn collega Wim en mijzelf afmelden"
        for person in targets:
            at = next((start for start, end in person.spans if clause.start <= start < clause.end), None)
            own = clause.first("myself_too") or clause.first("me", "i") if person is writer else None
            person.withdrew = (person.withdrew or not person.cancels) and withdrew(self.text, clause)
            person.cancels, person.comes = True, person.comes and person not in self.planned
            person.order = min(person.order, at if at is not None else own.start if own else clause.start)
        if not targets and clause.has("also_group") and not clause.has("i", "me", "we", "us", "anyone"):
            self.account.doubt("unclear_person")  # "mijn collega's moeten afzeggen": which?
        elif not targets and others_withdrew(self.text, clause):
            self.account.others_withdrew = True
        elif not targets:
            self.account.implied_cancel = True

    def _is_joined_by_them(self, clause: Clause, people: list[Person]) -> bool:
        """ "Ik moet zelf afzeggen en ook Wim gaat niet": what the writer does was said before others are named."""
        return self._is_said_before_names(clause) and bool(TOO.search(self.text, clause.start, people[0].spans[-1][0]))

    def _is_not_counted_on(self, clause: Clause) -> bool:
        """ "Op hem hoeft u niet te rekenen": whoever isn't on the list gives up nothing."""
        cue = clause.first("cancel")
        counts = cue is not None and COUNTS_ON.search(self.text, cue.start, cue.end + REACH) is not None
        return counts and not clause.has("i", "me", "we", "us")

    def _cancelled_without_name(self, clause: Clause) -> tuple[Person, ...]:
        """Whose seat is given up where the clause names nobody: "wilt u hem afmelden", "ik meld me af", "alle drie"."""
        writer = self.roster.writer
        cue = clause.first("cancel")
        if cue is not None and self.recent and THEIRS.search(self.text, clause.start, cue.start):
            return tuple(self.lately_absent()[:1])  # "zijn aanmelding trekken wij hierbij in"
        of_writer = clause.has("i", "me", "we", "us") or OURS.search(self.text, clause.start, clause.end) is not None
        if cue is not None and OF_OTHER.match(self.text, cue.start, cue.end):
            return tuple(self.lately_absent()[:1])  # "zijn plek mag naar iemand anders"
        if clause.has("he", "him") and self.recent and (not of_writer or self._is_object(clause)):
            return self.recent
        everybody = clause.has("we", "us", "all")
        if not (of_writer or everybody) or writer is None:
            return ()
        if clause.opens and not clause.has("i", "me"):
            return ()  # "van ons drieën valt af:", and the name follows
        self._note_group(clause)
        leaving = tuple(p for p in self.roster.people if p.stays_away) if everybody else ()
        return leaving or (writer,)

    def _is_object(self, clause: Clause) -> bool:
        """ "Hij vroeg mij hem af te melden": the last pronoun before the verb is whose seat it is."""
        place, verb = OBJECT.search(self.text, clause.start, clause.end), clause.first("cancel")
        if place is None or (verb is not None and place.start() > verb.end):
            return False  # "wilt u mij uitschrijven en haar inschrijven?"
        own = [cue.start for cue in clause.cues if cue.kind in ("me", "us", "myself_too")]
        return not own or max(own) < place.start()


def _is_somebodys(text: str, clause: Clause) -> bool:
    """ "Gijs kan zelf niet", "de commissaris zelf komt niet": who stands before it has the "zelf"."""
    own = clause.first("self_not")
    if own is None:
        return False
    return any(name.end <= own.start for name in clause.names) or bool(SOMEBODY.search(text, clause.start, own.start))
