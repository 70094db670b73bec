"""What a clause says in this letter, where its own words would say more: "op 30 maart kan ik niet" keeps nobody away
from an event in June, "die sla ik over" is a workshop where the talk was about workshops.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from mailbot.reading.account.believing import is_only_believed, was_planned
from mailbot.reading.account.cue_senses import coming_cues
from mailbot.reading.account.happenings import only_happens
from mailbot.reading.account.leanings import Leanings
from mailbot.reading.account.saying import stance_of
from mailbot.reading.account.skipping import (
    fasts,
    gets_into_something_else,
    is_gone_by_then,
    is_obliged_elsewhere,
    skips_something_else,
)
from mailbot.reading.account.stance import Stance
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.lexicon import word_set, words
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.late import late

INTERROGATIVE = late(
    r"[\s,(]*(?:(?:en|maar|and|but|verder|ook|nog)\s+)*(?:hoeveel|hoe|wat|waar|wanneer|welke|waarom|how|what|where|when|which|why"
    r"|(?:heeft|is|maakt|zou) (?:het|dat|'t) (?:\w+ ){0,2}"
    r"(?:zin|erg|probleem|nodig|zinvol|bezwaar|handig|bedoeling|uit|problem|ok))\b",
    re.IGNORECASE,
)
DAY = any_of(set(words("dates", "weekdays")) - set(words("dates", "weekday_short")))
WEEKDAYS = late(rf"\b(?:{DAY})\s(?:en|of|t/m|tot|and|or|to)\s(?:{DAY})\b", re.IGNORECASE)  # one alone may be ours
ONE_DAY = late(rf"\b(?:{DAY})\b", re.IGNORECASE)
# "Ik heb per 1 mei een andere baan en haak af": what begins on that day is why
SINCE = re.compile(r"\b(?:per|vanaf|sinds|met ingang van|tot|from|since|as of|until|starting)\s+\Z", re.IGNORECASE)
KEEPS_COMING = re.compile(
    r"\bblij(?:ft|ven|f) (?:(?:gewoon|wel|graag|dus) )?(?:komen|meedoen|deelnemen|aanwezig|van de partij)\b(?! niet)",
    re.IGNORECASE,
)
GOES_TO = re.compile(
    r"(?:ga|gaan|gaat|reis|reist|reizen|rijd|rijdt|rijden|fietst?|fietsen|vlieg|vliegt|vliegen|go|goes|going|drives?)\b"
    r".*\b(?:naar|to)\Z",
    re.IGNORECASE | re.DOTALL,
)
# "Ellen Mos komt die avond bij mij eten"
COMES_TO_ME = late(
    r"\b(?:komt|komen|gaat)\b[^.;:!?]{0,30}\bbij\s(?:mij|me|ons|hem|haar)\s(?:thuis\s)?[^\W\d_A-Z]{2,}en\s*(?:$|[.,;!])",
)
# "dat ik naar jullie dag van 30 maart ga"
GOES_LAST = late(
    r"\b(?:dat|that)\s[^,;:]*?\b(?P<to>naar)\s[^,;:]{2,60}\s(?:ga|gaat|gaan|toe ga|toe gaat|toe gaan)\b",
    re.IGNORECASE | re.DOTALL,
)
AN_EVENT = 24  # characters: "jullie bijeenkomst van "
PLACE = late(r"\s+([A-ZÀ-Þ][^\W\d_]+(?:[- ][A-ZÀ-Þ][^\W\d_]+)*)")
STANDS_THERE = re.compile(r"\b(?:staan|komen|vermeld\w*|gedrukt|geschreven|heten|luiden)\b", re.IGNORECASE)
STILL_LISTED = late(
    r"\W*(?:mocht|mochten|als|indien|voor zover|wanneer|if)\b[^.:;,?!]{0,50}?\b(?:nog|still)\b[^.:;,?!]{0,50}?"
    r"\b(?:sta|staan|staat|ingeschreven|aangemeld|genoteerd|vermeld\w*|prijk\w*|\w*lijst|list|registered)\b",
    re.IGNORECASE,
)
COUNTS_ON = re.compile(r"\breken(?:en|t)?\b", re.IGNORECASE)
# "Mocht er ooit een tweede editie komen", "komt er een vervolg"
NEXT_TIME = late(
    r"[\s,(]*(?:(?:maar|en|but|and)\s)?(?:als|indien|wanneer|mocht|mochten|komt|wordt|if|should|when)\s\w+\b[^.;!?]{0,40}"
    r"\b(?:ooit|nog eens|nogmaals|vervolg|herhaling|herhaald|volgende (?:keer|editie)"
    r"|(?:tweede|nieuwe|andere) (?:keer|editie)|another (?:time|edition)|next year|follow-up)\b",
    re.IGNORECASE,
)
# Of what a choice among events consists beside the event: "van de twee kies ik ..."
CHOOSING = word_set("events", "choosing")
WISHES = ("chooses", "polite")
MARKS = ".,;:!?\n"
NO_MORE = re.compile(r"\s*(?:maar)?\s*(?:[.,;:!?\n]|\Z)")
SAID = re.compile(r"[\w']+")
OF_WRITER = ("i", "me", "we", "us")
REACH = 24  # characters: "op hem hoeft u niet meer te rekenen"
Span = tuple[int, int]  # from, to: characters of the text
# "Schrap mijn lunch en mijn aanmelding": the seat, as well
SEAT_TOO = late(
    r"\b(?:en|and)\s(?:ook\s|also\s)?(?:mijn|m'n|de|onze|my|our|the|mij|me)\s?"
    r"(?:\w*(?:melding|name|schrijving|plaats|plek)|registration|seat|place|booking)?\b",
    re.IGNORECASE,
)


class Circumstances(NamedTuple):
    """What is known of a letter before it is told.

    `events`: where it points at an event; `waved`: those of them that it waves away for another; `leaning`: where it
    only leans to one, while it does something about another; `other_days`: where it names a day on which we hold
    nothing; `parts`: where it names a workshop. `booked`: we confirmed something to the writer before. `passed_on`: it
    was written to somebody who passes it on to us now. `of_several`: we hold more than one event. `scrapped`: diets and
    needs that are told to be scrapped.
    """

    events: Sequence[Span] = ()
    waved: Sequence[Span] = ()
    leaning: Sequence[Span] = ()
    other_days: Sequence[Span] = ()
    parts: Sequence[Span] = ()
    booked: bool = False
    passed_on: bool = False
    of_several: bool = False
    scrapped: Sequence[Span] = ()


class Context:
    """The circumstances of a letter, and what its last clauses were about."""

    def __init__(self, text: str, known: Circumstances) -> None:
        self.text, self.known = text, known
        self._starts = sorted(start for start, _ in known.events)
        self.leanings = Leanings(text, known.events, known.leaning)
        self.believed_until = -1  # where a "dacht ik:" ended, behind which the thought stands
        self.next_time_until = -1  # where a clause about another edition ended: "mocht er ooit een vervolg komen, ..."
        self.of_parts = False  # the talk was about workshops or rounds last

    def stance(self, clause: Clause) -> Stance:
        """What the clause says here."""
        known, here = self.known, self.is_about_event(clause)
        if clause.has("if") and not clause.has("cancel") and STILL_LISTED.match(self.text, clause.start, clause.end):
            return Stance.NOTHING  # "mocht ik nog op de lijst staan: haal me er dan af"
        stance = stance_of(clause, about_event=here, booked=known.booked)
        if stance is Stance.NOTHING and here and not known.booked and self._chooses_event(clause):
            return Stance.COMES
        if stance is Stance.COMES and (clause.start == self.next_time_until or _is_of_another_time(self.text, clause)):
            return Stance.NOTHING  # "komt er ooit een vervolg, dan ben ik erbij"
        if stance is Stance.NOTHING and here and self._goes_there(clause):
            return Stance.COMES
        if stance is Stance.COMES and clause.asks and INTERROGATIVE.match(self.text, clause.start):
            return Stance.NOTHING  # "hoeveel kost het als Wim en ik komen?"
        if stance is Stance.COMES and known.booked and is_obliged_elsewhere(self.text, clause, about_event=here):
            return Stance.NOTHING
        if stance is Stance.COMES and self._is_somebodys_other_day(clause):
            return Stance.NOTHING
        if stance is Stance.COMES and clause.has("i") and was_planned(self.text, clause):
            return Stance.BOOKED
        if (
            stance is Stance.COMES
            and clause.names
            and not here
            and COMES_TO_ME.search(self.text, clause.start, clause.end)
        ):
            return Stance.NOTHING
        if stance is Stance.COMES and self._goes_far(clause):
            return Stance.NOTHING
        if stance is Stance.COMES and only_happens(self.text, clause, about_event=here):
            return Stance.NOTHING
        if stance in (Stance.COMES, Stance.LATER, Stance.BOOKED) and self.leanings.holds(clause):
            return Stance.NOTHING  # "misschien kom ik in juni"
        if stance in (Stance.CANCELS, Stance.STAYS_AWAY) and self._scraps_a_wish(clause):
            return Stance.NOTHING
        if stance is Stance.CANCELS and self.of_parts and not here and is_gone_by_then(self.text, clause):
            return Stance.NOTHING  # "Graag ronde 1 en 2. Daarna moet ik afhaken"
        if stance is Stance.CANCELS and is_not_counted_on(self.text, clause) and not clause.has(*OF_WRITER):
            return Stance.STAYS_AWAY  # "op hem hoeft u niet te rekenen": whoever isn't on the list gives up nothing
        if stance is Stance.STAYS_AWAY and KEEPS_COMING.search(self.text, clause.start, clause.end):
            return Stance.COMES  # "Wim blijft komen op de 30e" is no "Wim blijft op kantoor"
        if (
            stance is Stance.STAYS_AWAY
            and clause.names
            and clause.has("spelling")
            and _is_of_a_badge(self.text, clause)
        ):
            return Stance.NOTHING
        if stance is Stance.STAYS_AWAY and (
            self._is_from_something_else(clause, here) or _denies_something_else(self.text, clause)
        ):
            return Stance.NOTHING
        return stance

    def _chooses_event(self, clause: Clause) -> bool:
        """ "Van de twee kies ik de tweede", "doe mij maar Den Haag", "graag ook voor juni": of several, this one."""
        if not (self.known.of_several and clause.has(*WISHES)) or clause.asks or self._names_part(clause):
            return False
        said, at, end = "", clause.start, clause.end
        for start, until in sorted(self.known.events):
            if at <= start < end:
                said, at = f"{said} {self.text[at:start]}", until
                comma = self.text.find(",", until, end) if clause.has("chooses") else -1
                end = comma + 1 if comma > 0 else end  # "ik kies voor juni, in maart kan ik niet"
        if not (self.text[end - 1] in MARKS or NO_MORE.match(self.text, end)):
            return False  # "doe mij op 30 maart maar een lunch"
        if any(clause.start <= start < end for start, _ in self.known.waved):
            return False
        return CHOOSING.issuperset(SAID.findall(fold(f"{said} {self.text[at:end]}")))

    def _is_from_something_else(self, clause: Clause, about_event: bool) -> bool:
        """Whether nobody stays away from the event by that absence."""
        if _goes_on_as_it_was(clause):
            return True
        if is_only_believed(self.text, clause, self.believed_until):
            return True
        if not self.known.booked and (self.is_about_another_event(clause) or self._is_of_another_day(clause)):
            return True  # "op 30 maart kan ik niet": this mail is about the other one
        if fasts(self.text, clause) or gets_into_something_else(self.text, clause, about_event=about_event):
            return True
        part = self._names_part(clause)
        if self.of_parts and not about_event and is_gone_by_then(self.text, clause):
            return True
        return skips_something_else(self.text, clause, about_event=about_event, of_parts=self.of_parts, names_part=part)

    def _goes_there(self, clause: Clause) -> bool:
        """ "Besloten is dat Wim Smit naar 30 maart gaat": its verb stands last."""
        if not clause.has("goes") or clause.asks or clause.has("neg", "past", "part", "maybe", "wavers", "if", "meant"):
            return False
        goes = GOES_LAST.search(self.text, clause.start, clause.end)
        return goes is not None and any(
            goes.start() < start <= goes.end("to") + AN_EVENT for start, _ in self.known.events
        )

    def _goes_far(self, clause: Clause) -> bool:
        """ "We gaan naar Nieuw-Zeeland": by its name, and neither to us nor to a workshop."""
        coming = coming_cues(clause)
        if not coming or clause.has("enrol", "seat", "me", "us", "part"):
            return False
        return all(GOES_TO.match(self.text, c.start, c.end) and self._is_far(c.end, clause) for c in coming)

    def _is_far(self, at: int, clause: Clause) -> bool:
        """Whether a place is named there that is none of ours, nor a person."""
        place = PLACE.match(self.text, at, clause.end)
        if place is None:
            return False
        named = [(name.start, name.end) for name in clause.names]
        return not any(
            a < place.end() and place.start(1) < b for a, b in (*self.known.events, *self.known.parts, *named)
        )

    def _is_somebodys_other_day(self, clause: Clause) -> bool:
        """ "Mijn kleinzoon komt zondag kijken": somebody without a name, on a day that is none of ours."""
        ours = clause.names or clause.has("i", "we", "me", "us", "enrol", "seat", "party")
        if ours or not clause.has("person", "companion") or self.is_about_event(clause):
            return False
        named = any(clause.start <= start < clause.end for start, _ in self.known.other_days)
        return named or ONE_DAY.search(self.text, clause.start, clause.end) is not None

    def note(self, clause: Clause) -> None:
        """Remember what the clause leaves for those behind it: a thought, an event that it leans to, a workshop that
        "die" can mean."""
        self.believed_until = clause.end if clause.has("believed") else -1
        self.next_time_until = clause.end if _is_of_another_time(self.text, clause) else -1
        self.leanings.note(clause)
        if clause.has("part") or self._names_part(clause):
            self.of_parts = True
        elif self.is_about_event(clause):
            self.of_parts = False

    def is_about_event(self, clause: Clause) -> bool:
        at = bisect_left(self._starts, clause.start)  # asked some ten times of each clause
        return at < len(self._starts) and self._starts[at] < clause.end

    def is_about_another_event(self, clause: Clause) -> bool:
        """Whether every event of that clause is waved away, for another that the letter is about."""
        if not self.known.waved:
            return False
        here = [span for span in self.known.events if clause.start <= span[0] < clause.end]
        return bool(here) and all(span in self.known.waved for span in here)

    def _is_of_another_day(self, clause: Clause) -> bool:
        """ "Vrijdag ben ik er niet, dan bereikt u mij mobiel"."""
        if self.is_about_event(clause):
            return False
        named = any(
            clause.start <= start < clause.end and SINCE.search(self.text, clause.start, start) is None
            for start, _ in self.known.other_days
        )
        return named or WEEKDAYS.search(self.text, clause.start, clause.end) is not None

    def _scraps_a_wish(self, clause: Clause) -> bool:
        """ "Haal vegetarisch er maar af bij mijn aanmelding": what is given up is no seat."""
        here = [end for start, end in self.known.scrapped if clause.start <= start < clause.end]
        return bool(here) and SEAT_TOO.search(self.text, here[0], clause.end) is None

    def _names_part(self, clause: Clause) -> bool:
        return any(clause.start <= start < clause.end for start, _ in self.known.parts)


def _is_of_another_time(text: str, clause: Clause) -> bool:
    """ "Als u dit nog eens organiseert", "komt er een vervolg": whatever is done then."""
    return NEXT_TIME.match(text, clause.start, clause.end) is not None


def _is_of_a_badge(text: str, clause: Clause) -> bool:
    """ "Op de badge mag niet meer Els Bakker staan": so she is no more called."""
    return STANDS_THERE.search(text, clause.names[-1].end, clause.end) is not None


# "Noor heeft nog geen adres", "Noor drinkt geen koffie": right behind the name
HAS_NOT = late(
    r"\s*(?:(?:zelf|ook)\s)?(?:heeft|hebben|eet|eten|drinkt|lust|gebruikt|weet|kent|spreekt|leest|werkt|woont|has|have|eats"
    r"|drinks|uses|knows|speaks|lives)\b",
    re.IGNORECASE,
)


def _denies_something_else(text: str, clause: Clause) -> bool:
    """ "Noor heeft haar mailadres nog niet": all that says "niet" there is of what she has, eats or knows."""
    if not clause.names or clause.has("absent", "unable", "stays", "attend", "goes", "let_down", "self_not", "enrol"):
        return False
    return HAS_NOT.match(text, clause.names[-1].end, clause.end) is not None


def _goes_on_as_it_was(clause: Clause) -> bool:
    """ "Wim en ik blijven komen, daar verandert niets aan": of nobody by name, and no absence."""
    stays, remains = clause.first("stays"), clause.first("remains")
    if stays is None or remains is None or stays.start != remains.start:
        return False
    return not (clause.names or clause.has("absent", "unable", "neg", "attend", "he", "him"))


def is_not_counted_on(text: str, clause: Clause) -> bool:
    """ "Op hem hoeft u niet te rekenen", "reken niet op mij"."""
    cue = clause.first("cancel")
    return cue is not None and COUNTS_ON.search(text, cue.start, cue.end + REACH) is not None
