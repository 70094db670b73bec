"""What a letter says of each of several events that it names: of one that somebody comes, of another that they stay
away or are booked already. "Voor de dag in Utrecht heb ik geen belangstelling, voor Den Haag meld ik mij aan."

Where every event that is named has one such standing, nothing is left to be weighed; where one has none, or two,
occasion.py goes by how strongly and how often which of them is named.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from enum import Enum
from itertools import pairwise, takewhile

from mailbot.reading.account.saying import stance_of
from mailbot.reading.account.stance import Stance
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.case import Case
from mailbot.reading.events.events import EventMention, event_finder
from mailbot.reading.judgement.event_mentions import (
    AFFIRMS,
    UNDOES,
    clause_at,
    contradict_each_other,
    is_kept,
    is_only_said,
    named_events,
    sentences_at,
)
from mailbot.reading.judgement.only_declined import declines
from mailbot.reading.judgement.other_event import POINTS_BACK, weighed
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.units import Unit
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late
from mailbot.reading.workshops.scope_patterns import is_engaged

EITHER = re.compile(r",?\s+(?:of|danwel|ofwel|or)\s+(?:[^\W_]+\s+){0,4}", re.IGNORECASE)  # "30 maart of anders 20 juni"
TAKES_UP = late(r"\b(?:daar\w*|die|dat|deze|that|there|it)\b", re.IGNORECASE)  # "Schrijft u mij daarvoor in?"
# "Daar is al een plek van ons geboekt"
SEATED = late(
    r"\b(?:al|reeds|already)\b[^.!?\n]{0,50}"
    r"\b(?:geboekt|gereserveerd|geregeld|aangemeld|ingeschreven|opgegeven|vastgelegd|booked|reserved)\b",
    re.IGNORECASE,
)
# "Alleen naar Den Haag", right before that; "het wordt"
ONLY = re.compile(
    r"\b(?i:alleen|enkel|uitsluitend|slechts|only|just)\s"
    r"(?:(?:nog|maar|naar|voor|op|in|bij|de|het|die|van|dag|to|for|on|in|the|one|[A-Z][\w'’-]+)\s){0,4}\Z"
)
COMES_TO = re.compile(
    r"\b(?:het (?:wordt|werd)|(?:wordt|werd) het|houd (?:ik|het)|it(?:['’]ll| will)? be|it(?:['’]s| is))\b",
    re.IGNORECASE,
)
FOR_A_SEAT = ("enrol", "seat", "attend", "onto")
BY_POINTING = ("weekday", "beside", "part", "hours", "building")  # what names no event
NOT_SURELY = ("maybe", "perhaps", "if", "reserve")
OF_OTHERS = ("person", "companion", "he", "him", "also_group")


class Standing(Enum):
    """What is said of an event."""

    ASKED = "asked"  # a seat is asked for
    LEFT = "left"  # somebody stays away
    UNWANTED = "unwanted"  # nobody says that they would be there: "niets voor mij", "dat weet ik nog niet"
    GIVEN_UP = "given up"  # a seat is given up
    BOOKED = "booked"
    KEPT = "kept"  # a seat is booked, and stays
    SPOKEN_OF = "spoken of"


STANDINGS = {
    Stance.COMES: Standing.ASKED,
    Stance.STAYS_AWAY: Standing.LEFT,
    Stance.CANCELS: Standing.GIVEN_UP,
    Stance.REPLACES: Standing.GIVEN_UP,
    Stance.BOOKED: Standing.BOOKED,
    Stance.LATER: Standing.SPOKEN_OF,
}
HELD = {Standing.BOOKED, Standing.KEPT}


def agreed_events(case: Case, asking: Asking, *, cancelling: bool) -> tuple[str, ...]:
    """The slugs of what is asked for, or given up where the letter is `cancelling`; none where fewer than two are named
    or it isn't clear of each of them what becomes of it."""
    if len(case.context.events) < 2 or not any(len(m.events) == 1 for m in asking.sheet.events) or are_weighed(asking):
        return ()
    finder, sent = event_finder(case.context.events), case.context.sent(case.message)
    above = finder.mentions(case.subject, sent)
    named = [m for m in weighed(asking, above, sent.date(), cancelling=cancelling) if len(m.events) == 1]
    about = named_events(above) or (
        set(finder.about(case.confirmations[0].events)) if case.confirmations else set[str]()
    )
    if len(about | named_events(named)) < 2:
        return ()
    told, everywhere = _told(asking, named, about, cancelling=cancelling)
    wanted, beside = (
        (Standing.GIVEN_UP, HELD | {Standing.ASKED, Standing.UNWANTED, Standing.SPOKEN_OF})
        if cancelling
        else (Standing.ASKED, HELD | {Standing.LEFT, Standing.UNWANTED})
    )
    if not cancelling and any(_is_affirmed(asking, mention) for mention in named):
        beside |= {Standing.SPOKEN_OF}  # "20 juni ben ik jarig, maar het gaat mij om 30 maart"
    if any(len(standings) != 1 for standings in told.values()) or not named_events(above) <= set(told):
        return ()
    chosen = tuple(slug for slug, standings in told.items() if standings == {wanted})
    if not all(told[slug] <= beside for slug in told if slug not in chosen) or (not everywhere and len(chosen) != 1):
        return ()
    surely = {m.events[0] for m in named if m.by not in BY_POINTING}
    if len(chosen) > 1 and (contradict_each_other(asking) or _only_one(asking)):
        return ()  # "... en voor 20 juni. Of nee, ik kom alleen op 30 maart"
    if len(chosen) > 1 and (_names_people(asking, named[0].start) or not surely.issuperset(chosen)):
        return ()  # "I'm coming to the conference and will be there the night before"
    return () if _is_told_of_others(asking, named, chosen) else chosen


def settled_on(asking: Asking) -> str | None:
    """ "Ik wilde naar 20 juni en naar 30 maart, maar dan zit ik in Rome. Het wordt dus alleen Den Haag": the one event
    at which a letter arrives that spoke of several, and asked for a seat at none of the others."""
    slug = _only_one(asking)
    if slug is None:
        return None  # a mail may have thousands of days
    others = [m for m in asking.sheet.events if len(m.events) == 1 and m.events[0] != slug]
    return None if any(_standing(asking, m) in (Standing.ASKED, *HELD) for m in others) else slug


def _only_one(asking: Asking) -> str | None:
    """The event with which the last clause ends that names any, by "ik kom alleen op", "het wordt alleen"."""
    single = [m for m in asking.sheet.events if len(m.events) == 1]
    clause = clause_at(asking, single[-1].start) if len(named_events(single)) > 1 else None
    if clause is None or clause.asks or clause.names or clause.has(*NOT_SURELY, *OF_OTHERS, "part", "neg"):
        return None
    here = [m for m in single if clause.start <= m.start < clause.end]
    if len(named_events(here)) != 1 or any(m.negated or m.leaning or m.settled for m in here):
        return None
    if asking.text[here[-1].end : clause.end].strip(" .!\n") or not ONLY.search(
        asking.text, clause.start, here[0].start
    ):
        return None
    comes = stance_of(clause) is Stance.COMES or COMES_TO.search(asking.text, clause.start, clause.end)
    return here[0].events[0] if comes else None


def _is_told_of_others(asking: Asking, named: list[EventMention], chosen: tuple[str, ...]) -> bool:
    """ "Ik kom graag op 30 maart. In juni kan ik niet, Tom Bakker kan dan wel": somebody else may want the other."""
    beside = [m for m in named if m.events[0] not in chosen and _standing(asking, m) not in HELD]
    units = (sentences_at(asking, m.start)[0] for m in beside)
    return any(unit is not None and (unit.names or unit.has(*OF_OTHERS)) for unit in units)


def are_weighed(asking: Asking) -> bool:
    """ "Voor 30 maart of 20 juni, wat u het beste uitkomt"."""
    text = asking.sheet.letter.text
    return any(
        set(one.events).isdisjoint(other.events) and EITHER.fullmatch(text, one.end, other.start)
        for one, other in pairwise(m for m in asking.sheet.events if m.events)
    )


def stays_away_from_another(case: Case, asking: Asking) -> bool:
    """Whether the writer stays away from one event, on which nothing is booked, and asks for another: "Juni lukt niet.
    Wel graag een plek in maart"."""
    at = asking.writer.away_at
    if at is None or case.confirmations or asking.writer.booked or not agreed_events(case, asking, cancelling=False):
        return False
    unit, _ = sentences_at(asking, at)
    return unit is not None and any(unit.start <= m.start < unit.end for m in asking.sheet.events)


def _told(
    asking: Asking, named: list[EventMention], about: set[str], *, cancelling: bool
) -> tuple[dict[str, set[Standing]], bool]:
    """What is said of each event, and whether of each sentence that asks for a seat, or gives one up, it is known for
    which: one that names none means what was named last, or what the mail is `about`."""
    said: dict[str, set[Standing]] = defaultdict(set)
    for mention in named:
        said[mention.events[0]].add(_standing(asking, mention))
    everywhere = True
    wanted = Standing.GIVEN_UP if cancelling else Standing.ASKED
    for unit in _asking_of_none(asking, named, cancelling=cancelling):
        meant = _named_last(asking, named, unit.start)
        points = TAKES_UP.search(asking.text, unit.start, unit.end) is not None
        if len(about) == 1 and not (meant and points) and not any(wanted in said[slug] for slug in meant):
            meant = about
        if len(meant) != 1:
            everywhere = everywhere and bool(meant) and all(said[slug] == {wanted} for slug in meant)
            continue
        (slug,) = meant
        if points:
            said[slug] -= {Standing.KEPT}  # "20 juni ben ik er wel bij! Schrijft u mij daarvoor in?"
        said[slug].add(wanted)
    return {slug: _alone(standings) for slug, standings in said.items()}, everywhere


def _named_last(asking: Asking, named: list[EventMention], before: int) -> set[str]:
    """The events of the last sentence before that place that names any."""
    last = next((m for m in reversed(named) if m.end <= before), None)
    unit, _ = sentences_at(asking, last.start) if last is not None else (None, None)
    return named_events(m for m in named if unit is not None and unit.start <= m.start < unit.end)


def _alone(standings: set[Standing]) -> set[Standing]:
    """Those standings without what says nothing beside another."""
    if Standing.GIVEN_UP in standings:  # "Ik stond genoteerd voor juni. Dan kan ik niet; graag schrappen"
        standings = standings - {Standing.BOOKED, Standing.LEFT, Standing.UNWANTED}
    if Standing.LEFT in standings:
        standings = standings - {Standing.UNWANTED}
    return standings - {Standing.SPOKEN_OF} or standings


def _is_affirmed(asking: Asking, mention: EventMention) -> bool:
    """ "Maar dit jaar gaat het me om 30 maart"."""
    clause = clause_at(asking, mention.start)
    return clause is not None and AFFIRMS.search(fold(asking.text), clause.start, mention.start) is not None


def _asking_of_none(asking: Asking, named: list[EventMention], *, cancelling: bool) -> Iterator[Unit]:
    """The sentences that ask for a seat, or give one up, and name no event."""
    wanted = Stance.CANCELS if cancelling else Stance.COMES
    for unit in asking.sheet.units:
        if any(unit.start <= m.start < unit.end for m in named):
            continue
        said = [clause for clause in unit.clauses if stance_of(clause) is wanted]
        if any(cancelling or _asks_for_seat(clause) for clause in said):
            yield unit


def _names_people(asking: Asking, since: int) -> bool:
    """Whether others may come to one of two events alone: "Voor 30 maart: Els Bos. Voor 20 juni ook Wim Smit."."""
    return any(unit.names or unit.has(*OF_OTHERS) for unit in asking.sheet.units if unit.end > since)


def _standing(asking: Asking, mention: EventMention) -> Standing:
    unit, following = sentences_at(asking, mention.start)
    if mention.kept or mention.settled or is_kept(asking, mention) or is_only_said(asking, mention, "unbooked"):
        return Standing.KEPT
    if unit is None or mention.leaning:
        return Standing.SPOKEN_OF
    for clause in _of_it(asking, unit, mention):
        if mention.negated and _names_several(asking, clause):
            return Standing.LEFT  # "niet voor 30 maart, maar voor 20 juni"
        if (said := _said_by(asking, clause)) is not None:
            return said
        if mention.negated:
            return Standing.LEFT
    if following is not None and POINTS_BACK.match(asking.text, following.start, following.end):
        first = following.clauses[0]
        if not any(first.start <= m.start < first.end for m in asking.sheet.events):
            return _said_by(asking, first) or Standing.SPOKEN_OF
    return Standing.SPOKEN_OF


def _of_it(asking: Asking, unit: Unit, mention: EventMention) -> Iterator[Clause]:
    """The clauses of a sentence that may say something of the event: that in which it is named; those behind it and,
    nearest first, before it, up to the next that names another: "voor de andere meld ik mij aan, die van 20 juni"."""

    def names_no_other(clause: Clause) -> bool:
        return not any(clause.start <= m.start < clause.end and m.events != mention.events for m in asking.sheet.events)

    here = [clause for clause in unit.clauses if clause.start <= mention.start < clause.end]
    yield from here
    yield from takewhile(names_no_other, (clause for clause in unit.clauses if clause.start > mention.start))
    yield from takewhile(names_no_other, (clause for clause in reversed(unit.clauses) if clause.end <= mention.start))


def _said_by(asking: Asking, clause: Clause) -> Standing | None:
    """What a clause says of the event that it or its sentence names; None where it says nothing."""
    stance = stance_of(clause, about_event=True)
    if stance is Stance.COMES and _asks_for_seat(clause):
        return Standing.ASKED
    if stance not in (Stance.NOTHING, Stance.COMES):
        return STANDINGS[stance]
    if _is_held(asking, clause):
        return Standing.KEPT
    if _is_declined(asking, clause):
        return Standing.UNWANTED
    return None if stance is Stance.NOTHING else Standing.SPOKEN_OF


def _is_held(asking: Asking, clause: Clause) -> bool:
    """ "Daar verandert niets aan", "daarvoor heb ik mijn bevestiging binnen", "heeft een collega al geboekt"."""
    if clause.has(*UNDOES):
        return False
    confirmed = clause.has("receipt") and clause.has("i", "we", "mine")
    return clause.has("remains") or confirmed or SEATED.search(asking.text, clause.start, clause.end) is not None


def _names_several(asking: Asking, clause: Clause) -> bool:
    return len({m.events for m in asking.sheet.events if clause.start <= m.start < clause.end}) > 1


def _asks_for_seat(clause: Clause) -> bool:
    """Not so "is er in juni nog plek?"; but "wilt u mij noteren voor juni?"."""
    if clause.has(*NOT_SURELY):
        return False
    if not clause.asks:
        return clause.has(*FOR_A_SEAT) or (clause.has("hereby") and clause.has("enrol_noun"))
    return clause.has("enrol", "onto") and clause.has("me", "us", "him") and not clause.has("possible", "place_left")


def _is_declined(asking: Asking, clause: Clause) -> bool:
    told = fold(asking.text[clause.start : clause.end])
    if is_engaged(told, 0, len(told)):
        return True  # "alleen heb ik dan een overleg"
    return declines(told) and not AFFIRMS.search(told) and not clause.has("enrol", "seat", "onto")
