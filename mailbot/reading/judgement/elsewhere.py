"""Is the writer somewhere else on the day of the event itself, or coming on another day?

"Ik ben van 24 maart tot en met 2 april op Kreta", "PS Die dag neem ik in Enschede tentamens af", "ik heb de vrijdag, de
31e, vrijgehouden". Places are told from the event's own by what the configuration calls those.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import combinations, pairwise

from mailbot.domain.event import Event
from mailbot.reading.account.cue_senses import coming_cues
from mailbot.reading.account.saying import stance_of
from mailbot.reading.account.stance import Stance
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.case import Case
from mailbot.reading.details import roles
from mailbot.reading.events.dates import DateMention, dates
from mailbot.reading.events.event_signs import SURE
from mailbot.reading.events.events import EventMention, is_over
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.units import Unit
from mailbot.reading.lexicon import words
from mailbot.reading.lexicon.authorities import places
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.late import late

RANGE = re.compile(r"\s*(?:t/m|tot(?: en met| aan)?|tm|through|until|to|till|[-–])\s*", re.IGNORECASE)
BRACKETS = re.compile(r"\([^()]*\)")
OWN = re.compile(r"\b(?:ik|I|I['’](?:m|ll|ve))\b")  # a capital I alone: "(i)" counts entries
DWELLS = (
    r"(?:zit|ben|sta|verblijf|vertoef|logeer|vlieg|vertrek|reis|ga|moet|zal|word|be|am|['’]m|fly|travel|leave|stay)"
)
DWELLING = late(rf"(?:\b|(?<=I)){DWELLS}\b", re.IGNORECASE)
# "Ik heb om elf uur die dag een zitting in Groningen": not so "... dus ik ga na ronde 2 weg"
ENGAGED = late(
    r"\b(?:heb|moet|zit|have|got)\b[^.;!?]*?\b\w*(?:zitting|afspraak|overleg|vergadering|bespreking|gesprek|presentatie|college|lezing"
    r"|cursus|training|begrafenis|uitvaart|crematie|examen|tentamen|interview|inspectie|audit|keuring|operatie|verhoor|hearing"
    r"|appointment|meeting|exam|funeral)\s+(?=(?:in|te|at)\s)",
    re.IGNORECASE,
)
GOES_AWAY = late(
    r"\b(?:eerder|later|weg|vertrek\w*|verlaat|verlaten|pas|daarna|erna|na afloop|aansluitend|ronde|rondes|sluiting"
    r"|before|after|leave"
    r"|(?:om|at|vanaf) (?:0?[789]|1[6-9]|2\d)(?:[.:]\d\d)?\s?(?:u|uur|h|pm|am)?)\b",
    re.IGNORECASE,
)
SOMEWHERE = late(
    r"\b(?:in|op|naar|to|at)\s+(?P<article>(?:het|de|the)\s+)?(?P<place>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?)"
)
THAT_DAY = re.compile(
    r"\b(?:die|dezelfde|diezelfde|that|the same)\s+(?:hele\s+|very\s+|whole\s+)?(?:dag|datum|week|donderdag"
    r"|dinsdag|day|date)\b",
    re.IGNORECASE,
)
# By then it is over, or hasn't begun
OUTSIDE = re.compile(
    r"\b(?:na afloop|daarna|aansluitend|'s avonds|s avonds|in de avond|erna|vandaar|reis ik door|afterwards"
    r"|after that|in the evening|bereikbaar|reachable|pas om|vanuit|eerst nog|toch al|sowieso|anyway"
    r"|tot (?:negen|half tien|9|9:30))\b",
    re.IGNORECASE,
)
# With us, whatever the writer calls the place: "op 20 juni ben ik er wel, in het IJspaleis"
THERE = re.compile(
    r"\b(?:ben|zal|sta|zit) ik er (?:wel|gewoon|graag|natuurlijk|uiteraard|zeker|ook|dus|weer|bij|in|om|op|vanaf)\b"
    r"|\bik (?:ben|zal|sta|zit) er (?:wel|gewoon|graag|natuurlijk|uiteraard|zeker|ook|dus|weer|bij)\b"
    r"|\b(?:I['’]ll|I will|I['’]m|I am) be there\b",
    re.IGNORECASE,
)
FREE = re.compile(
    r"\b(?:vrijgemaakt|vrijgehouden|vrij\s?genomen|vrijgeroosterd|vrijgepland|geblokt|gereserveerd|hotel|taken off|free"
    r"|kept free|blocked)\b",
    re.IGNORECASE,
)
HELD_ON = late(r"[\"'”’»]?,?\s+\(?(?:op|van|d\.d\.|on|of)\s+(?:de\s+)?", re.IGNORECASE)
# "30 maart en in Den Haag", "naast Den Haag kom ik ook op 30 maart": of two events
JOINS = late(
    r"\b(?:en|and|of|or|plus|ook|also|too|maar|but|dan|daarna|then|naast|zowel|alsook|alsmede|want|omdat|als|niet|not"
    r"|vanuit|uit|from|idem|wel|as well as|along with|in addition to|besides|together with)\b|[&+;:/]",
    re.IGNORECASE,
)
# "Ik kom donderdag", "ben aanwezig op", "voor de borrel van": not so "uw mail van", "voor", "per"
ON_THAT_DAY = late(
    r"(?:(?:\b(?:kom|komen|komt|aanwezig|erbij|meld\w*|come|attend)\b[^.;:!?]{0,20}?\s"
    r"|\b(?:voor|naar|bij|for|to)\s(?:de|het|uw|jullie|die|dat|the|your|that)\s(?:\w[\w-]*\s){1,6}?)"
    r"(?:(?:van|op|of|on)\s)?|(?<!ruim )(?<!nog )(?<!al )\b(?:voor|for)\s)"
    r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag\s|\w+day\s)?"
    r"(?:de\s|the\s)?$"
)
# Where that day is, right behind it: "van 30 maart in Deventer"
IN_TOWN = re.compile(r"(?:\s+20\d\d)?,?\s+(?:in|te|at)\s+([A-Z][\w'’-]+(?:[ -][A-Z][\w'’-]+)*)")
TELLING = frozenset({"date", "place", "title", "slug", "alias"})
NEAR = timedelta(days=7)


def away_on(case: Case, asking: Asking, event: Event) -> bool:
    """Whether the writer tells of being somewhere else while the event is held."""
    return any(
        _is_elsewhere(asking.text, clause, event, spans_days=spans_days)
        for clause, spans_days in _clauses_of_day(case, asking, event)
    )


def _clauses_of_day(case: Case, asking: Asking, event: Event) -> Iterator[tuple[Clause, bool]]:
    """The clauses that may tell of somewhere else and speak of the event's day, or of days among which it is: and which
    of the two."""
    body, day = asking.sheet.parts.body, event.starts.date()
    found = [d for d in dates(body, case.context.sent(case.message).date()) if d.precision in ("day", "ordinal")]
    before: Unit | None = None
    for unit in asking.sheet.units:
        since, before = before.start if before is not None else unit.start, unit
        for clause in unit.clauses:
            if clause.has("neg", "replace", "past", "enrol", "seat", "attend"):
                continue  # as most that sign up
            if clause.has("he") or not (clause.has("i") or OWN.search(body, clause.start, clause.end)):
                continue
            if any(c.start >= clause.end and coming_cues(c) and not c.has("neg", "absent") for c in unit.clauses):
                continue  # "I will be in Delft from 1 to 20 May, so I can come easily"
            if any(clause.start <= m.start < clause.end and m.by != "date" for m in asking.sheet.events):
                continue  # "die dag zit ik in het Haagse stadhuis": by its place or title, an event
            here = [d for d in found if clause.start <= d.start < clause.end]
            begun = [d for d in found if unit.start <= d.start < clause.end]
            if any(_spans(body, first, last, day) for first, last in pairwise(begun) if first in here or last in here):
                yield clause, True
            elif any(d.fits(day) for d in here) or (
                THAT_DAY.search(body, clause.start, clause.end)
                and not _is_of_another(asking, event, since, clause.start)
            ):
                yield clause, False


def _is_of_another(asking: Asking, event: Event, since: int, until: int) -> bool:
    """Whether "die dag" is another event's, of which those words spoke last: "ook de uitnodiging voor eind maart kwam
    binnen, maar die week zit ik in Graz"."""
    spoken_of = [m for m in asking.sheet.events if since <= m.start < until and m.events]
    return bool(spoken_of) and event.slug not in spoken_of[-1].events


def _spans(body: str, first: DateMention, last: DateMention, day: date) -> bool:
    """Whether those are the first and the last of days that include that one."""
    if not RANGE.fullmatch(body[first.end : last.start]) or first.precision != "day" or last.precision != "day":
        return False
    since, until = (first.month or last.month or 0, first.day or 0), (last.month or 0, last.day or 0)
    return since <= (day.month, day.day) <= until


def _is_elsewhere(text: str, clause: Clause, event: Event, *, spans_days: bool) -> bool:
    said = text[clause.start : clause.end]
    if not clause.aside:
        said = BRACKETS.sub(lambda found: " " * len(found[0]), said)  # "... (zelf zit hij die week in Lissabon)"
    if OUTSIDE.search(said):
        return False
    if spans_days and clause.has("i", "mine", "stays", "absent") and not coming_cues(clause):
        return True
    if _obligation().search(fold(said)):
        return True
    # a building by a name of the writer's own may be ours, a town is none of ours
    engaged = ENGAGED.search(said)
    if engaged is not None and not GOES_AWAY.search(said):
        at = SOMEWHERE.match(said, engaged.end())
        return at is not None and not _is_ours(at["place"], event)
    houses = THERE.search(said) is not None
    places = [hit for hit in SOMEWHERE.finditer(said) if not (houses and hit["article"])]
    dwells = list(DWELLING.finditer(said))
    if not dwells or not places or any(_is_ours(hit["place"], event) for hit in places):
        return False
    before = [verb.end() for verb in dwells if verb.end() <= places[0].start()]
    # "I am a researcher at Leiden University"
    return not (before and roles(text, clause.start + before[-1], clause.start + places[0].start()))


@cache
def _obligation() -> re.Pattern[str]:
    """What keeps people from coming: "in de rechtbank", "met vakantie", "neem ik tentamens af", "heb ik dienst"."""
    at = rf"(?:in|op|bij|met|naar|at|on|to)\s(?:\w{{1,6}}\s)?(?:{any_of(words('events', 'elsewhere'))})"
    return re.compile(rf"\b(?:{at}|{any_of(words('events', 'kept_busy'))})\b")


def _is_ours(place: str, event: Event) -> bool:
    """Whether the event, its place or one of its workshops is called so, or all of the country is meant."""
    workshops = (name for workshop in event.workshops for name in (workshop.title, *workshop.aliases))
    called = fold(" ".join((event.title, event.location, *event.aliases, *workshops)))
    return any(fold(word) in called or fold(word) in words("events", "everywhere") for word in place.split())


def comes_on_another_day(case: Case, asking: Asking, event: Event) -> bool:
    """Whether the only days of which somebody says to come or to be free are near the event's, and none of them is."""
    sent, day = case.context.sent(case.message).date(), event.starts.date()
    body = asking.sheet.parts.body
    if any(mention.by == "date" and mention.events for mention in asking.sheet.events):
        return False  # a day of an event, be it the second of several
    found = [d for d in dates(body, sent) if d.precision == "day"]
    if not found or any(d.fits(day) for d in dates(body, sent) if d.precision in ("day", "ordinal")):
        return False
    return any(
        abs(other - day) <= NEAR and _is_meant(body, clause)
        for unit in asking.sheet.units
        for clause in unit.clauses
        for d in found
        if clause.start <= d.start < clause.end and (other := _day_of(d, day.year))
    )


def is_for_another_day(case: Case, asking: Asking) -> bool:
    """ "Ik kom donderdag 13 april naar de bijeenkomst over discriminatie", "voor de borrel van 16 maart", under
    whatever subject: a day to come on which we hold nothing, and no day of ours beside it. So "ik meld mij af voor
    de bijeenkomst van 13 april"."""
    sent, text = case.context.sent(case.message).date(), fold(asking.text)
    for unit in asking.sheet.units:
        dated = [m for m in asking.sheet.events if unit.start <= m.start < unit.end and m.by == "date"]
        if not dated or any(m.events for m in dated):
            continue
        for clause in unit.clauses:
            stance = stance_of(clause)
            if stance not in (Stance.COMES, Stance.CANCELS) or clause.has("past", "already", "told"):
                continue
            undone = stance is Stance.CANCELS  # then what is cancelled is what looks waved away
            for mention in dated:
                if clause.start <= mention.start < clause.end and (undone or not (mention.negated or mention.settled)):
                    over = any(is_over(d, sent) for d in dates(text, sent, mention.start, mention.end))
                    if not over and ON_THAT_DAY.search(text, clause.start, mention.start):
                        return True
    return False


def _day_of(found: DateMention, year: int) -> date | None:
    try:
        return date(year, found.month or 0, found.day or 0)
    except ValueError:
        return None


def _is_meant(text: str, clause: Clause) -> bool:
    comes = stance_of(clause) is Stance.COMES and bool(coming_cues(clause))
    return not clause.has("cancel") and (comes or FREE.search(text, clause.start, clause.end) is not None)


def is_called_by_anothers_day(asking: Asking) -> bool:
    """ "Mensenrechten in de wijk op 30 maart": an event is called by its name, with another's day. "Ik zie u op 30
    maart in het stadhuis van Den Haag": on the day of one, where the other is held."""
    meant = [m for m in asking.sheet.events if len(m.events) == 1 and not (m.negated or m.settled or m.leaning)]
    if len({m.events for m in meant}) < 2:
        return False
    text = asking.sheet.letter.text
    named = [m for m in meant if m.by in ("title", "slug")]
    dated = [m for m in meant if m.by == "date" and m.strength == SURE]
    called = [(m, d) for m in named for d in dated]
    if not any(m.events == d.events for m, d in called) and any(
        HELD_ON.fullmatch(text, m.end, d.start) for m, d in called
    ):
        return True
    return any(
        _is_mixed(text, [m for clause in unit.clauses for m in _of_coming(meant, clause)])
        for unit in asking.sheet.units
        if unit.has("enrol_noun") or any(stance_of(c, about_event=True) is Stance.COMES for c in unit.clauses)
    )


def _of_coming(mentions: list[EventMention], clause: Clause) -> list[EventMention]:
    """Those in that clause; not so where somebody is: "noteer Wim Smit voor 30 maart, ikzelf ben dan in Den Haag"."""
    here = [m for m in mentions if clause.start <= m.start < clause.end]
    who = clause.first("i", "we", "he")
    if who is None or not here or stance_of(clause, about_event=True) is Stance.COMES:
        return here
    return [m for m in here if m.start < who.start]


def _is_mixed(text: str, here: list[EventMention]) -> bool:
    """Whether one sentence names an event by one thing (day, place, title) and another event by another thing, where
    nothing joins the two."""
    for one, other in combinations(sorted(here, key=lambda m: m.start), 2):
        alike = {m.events for m in here if m.by == one.by}.intersection(m.events for m in here if m.by == other.by)
        kinds = {one.by, other.by}
        if len(kinds) == 2 and kinds <= TELLING and not alike and not JOINS.search(text, one.end, other.start):
            return True
    return False


def is_held_elsewhere(asking: Asking, event: Event) -> bool:
    """ "Het overleg van 30 maart in Deventer", "de cursusdag van 30 maart in de brandweerkazerne": our day, in a town
    or a house that isn't ours."""
    text, ours = asking.sheet.parts.body, [mention for mention in asking.sheet.events if mention.events]
    towns = [fold(found[1]) for mention in ours if (found := IN_TOWN.match(text, mention.end))]
    houses = [found[1] for mention in ours if (found := _in_a_house().match(text, mention.end))]
    near = fold(event.location)
    return any(town in places() and town not in near for town in towns) or any(house not in near for house in houses)


@cache
def _in_a_house() -> re.Pattern[str]:
    houses = any_of(words("events", "houses"))
    return re.compile(rf"(?:\s20\d\d)?,?\s(?:in|op|bij|at)\s(?:de|het|een|ons|onze|the|our)\s(\w*(?:{houses}))\b")
