"""Who gives up a seat, who changes something, who comes: a letter's people sorted by what is asked for each.

A person who is on the list already isn't registered by saying so again: whether the writer is, our own confirmation
below tells, an earlier sign-up of theirs below, or their own words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from mailbot.reading.account.mentions import follows_relative
from mailbot.reading.account.stance import Stance
from mailbot.reading.belongings.entry_people import people_of_entries
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.case import Case
from mailbot.reading.judgement.agenda import agreed_events, stays_away_from_another
from mailbot.reading.judgement.alterations import asks_for_other_workshops, may_change
from mailbot.reading.judgement.answering import answering, tells_beyond_answers
from mailbot.reading.judgement.assent import takes_it_back
from mailbot.reading.judgement.booked import (
    has_own_booking,
    is_booked,
    is_for_another_event,
    is_known,
    never_had_a_seat,
    staying,
)
from mailbot.reading.judgement.dropping_out import drops_out, fallen_out, signs_up_the_rest
from mailbot.reading.judgement.headcount import are_all_others
from mailbot.reading.judgement.implied import awaited, implied, of_the_group
from mailbot.reading.judgement.left_things import tells_of_having_left
from mailbot.reading.judgement.other_event import is_of_another_event, is_of_two_events
from mailbot.reading.judgement.renaming import corrected, explain_spellings
from mailbot.reading.lexicon.authorities import places
from mailbot.reading.names import Name, find
from mailbot.reading.names.people import Person
from mailbot.reading.second_reader import CANCELLED, CHANGED, REGISTERED
from mailbot.reading.text.fold import fold

SIGNED = re.compile(r"\S[^\n]*")  # the first line below the closing words


@dataclass(slots=True)
class Parties:
    """The people of a letter for whom something is asked, and what makes one doubt it."""

    cancels: list[Person] = field(default_factory=list)
    changes: list[Person] = field(default_factory=list)
    coming: list[Person] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)

    @property
    def everybody(self) -> list[Person]:
        """All of them, in the order in which the letter speaks of them."""
        return sorted((*self.cancels, *self.coming, *self.changes), key=lambda person: person.order)


def parties(case: Case, asking: Asking) -> Parties:
    """Sort the people of one letter."""
    if any(person.told for person in asking.roster.people):
        return _as_told(asking)
    if stays_away_from_another(case, asking):
        asking.writer.stays_away = asking.account.away = False
    listed = people_of_entries(asking)
    _count_signers(asking)
    right_name = corrected(case, asking)
    booked = is_booked(case, asking, renamed=right_name is not None) and not is_for_another_event(case, asking)
    _keep_unbooked(case, asking, signs_up=bool(listed) or any(f.listed for f in asking.account.focus))
    found = Parties(cancels=_cancelled(case, asking))
    said_to_come = [p for p in asking.roster.people if p.comes and p not in found.cancels]
    # "daar gaat mijn collega naartoe, zij staat al ingeschreven" asks for no seat
    takers = [new for _, new in asking.account.substitutions]
    known = [p for p in said_to_come if p.booked and not (p.is_writer or p.enrolled or p in takers)]
    if any(p.booked and not p.enrolled and _has_a_seat(asking, p) for p in takers):
        asking.account.doubt("perhaps_registered")  # "zij was al aangemeld": which of two seats falls free?
    said_to_come = [p for p in said_to_come if p not in known]
    found.coming = [p for p in said_to_come if not p.stays_away or p.is_writer or is_of_another_event(case, asking, p)]
    if _only_passes_names_on(asking, found.coming):
        asking.writer.comes = False
        found.coming.remove(asking.writer)
    if _stays_behind(asking, found.coming) or are_all_others(asking, found.coming):
        asking.writer.comes = False
        found.coming.remove(asking.writer)
        said_to_come.remove(asking.writer)
    if any(p.stays_away and p not in listed and not is_of_another_event(case, asking, p) for p in said_to_come):
        found.doubts.append("contradiction")
    if not found.coming and not found.cancels and not booked:
        found.coming = implied(case, asking)
    if not found.cancels:
        found.coming += answering(case, asking, found.coming)
    given_up = agreed_events(case, asking, cancelling=True) if found.cancels else ()
    if found.cancels and not given_up and is_of_two_events(case, asking):
        found.doubts.append("two_events")
    left_out = [p for p in asking.roster.people if p.booked and not (p.comes or p.stays_away or p.cancels)]
    if any(_is_listed_with(p, found.coming, asking) for p in known) or any(
        _is_listed_with(p, found.coming, asking, counted=True) for p in left_out
    ):
        found.doubts.append("unclear_person")  # "Sterre heeft zich aangemeld. Graag drie plaatsen: Sterre, Wim en ik"
    if any(_may_leave(p) for p in asking.roster.people if p not in found.cancels):
        found.doubts.append("unclear_person")
    if asking.account.implied_cancel and asking.writer in found.coming and not found.cancels:
        found.doubts.append("unclear_sentence")  # something is given up, and not by who comes
    if asking.account.others_withdrew and (booked or not found.coming):
        found.doubts.append("unclear_person")  # who of those on the list are "de overigen"?
    stays = asking.account.remains and not given_up  # "Juni vervalt, maart blijft staan": the other seat
    if any(p.comes for p in found.cancels) or (stays and asking.writer in found.cancels):
        found.doubts.append("contradiction")  # "Wim neemt 's middags mijn plaats in, ik kom 's ochtends"
    if found.cancels:
        stay = staying(case, asking, found.coming, booked=booked)
        found.coming = [p for p in found.coming if p not in stay]
        if any(not is_known(case, asking, p) for p in stay):
            found.doubts.append("unclear_person")
    found.coming += awaited(case, asking, found.coming)
    if not booked and not found.cancels:
        found.coming += of_the_group(asking, found.coming)
    if not booked and not found.coming and not found.cancels and asks_for_other_workshops(case, asking):
        asking.writer.order = 0
        found.changes = [asking.writer]
    if booked and not asking.account.substitutions:
        if right_name is not None:
            asking.writer.name, asking.writer.misspelt = right_name, True
            explain_spellings(asking)
        found.changes = may_change(case, asking, found.cancels)
        found.coming = [p for p in found.coming if not p.is_writer and not p.booked and p not in found.changes]
    if found.cancels:  # "Wim blijft, maar eet lactosevrij"
        found.changes += [p for p in asking.roster.people if _stays_by_name(p) and p not in found.changes]
    if tells_beyond_answers(case, asking, found.coming, found.cancels):
        found.doubts.append("unclear_answer")
    found.doubts = [*_doubts_of_account(asking, found), *found.doubts]
    return found


def _as_told(asking: Asking) -> Parties:
    """The people as the second reader told of them; of whom it isn't sure, as the letter was found to say."""
    _count_signers(asking)
    people = asking.roster.people
    found = Parties(
        cancels=[p for p in people if p.told == CANCELLED or (p.told is None and p.cancels)],
        changes=[p for p in people if p.told == CHANGED],
        coming=[p for p in people if p.told == REGISTERED or (p.told is None and p.comes and not p.stays_away)],
    )
    found.doubts = _doubts_of_account(asking, found)
    return found


def _is_listed_with(person: Person, others: list[Person], asking: Asking, *, counted: bool = False) -> bool:
    """Whether one clause names somebody together with others who are signed up; `counted`: and says how many."""
    beside = {start for other in others for start, _ in other.spans}
    return any(
        clause.start <= start < clause.end and any(clause.start <= at < clause.end for at in beside)
        for unit in asking.sheet.units
        for clause in unit.clauses
        if not counted or clause.has("party", "all", "counts")
        for start, _ in person.spans
    )


def _stays_by_name(person: Person) -> bool:
    gone = person.comes or person.cancels or person.stays_away or person.unbooked
    return person.booked and person.name.is_full and not (gone or person.is_writer)


def _may_leave(person: Person) -> bool:
    """ "Wim Smit (aangemeld op 3 maart) is ziek": who is on the list and stays away may have to leave it."""
    return person.booked and person.stays_away and not (person.is_writer or person.comes or person.unbooked)


def _only_passes_names_on(asking: Asking, coming: list[Person]) -> bool:
    """ "Voor 30 maart geven wij door:", and a list, from an office that nobody signs: the office stays."""
    if asking.writer not in coming or asking.writer.name != Name() or len(coming) < 2:
        return False
    return not any(unit.has("i", "me", "myself_too") for unit in asking.sheet.units)


def _has_a_seat(asking: Asking, taker: Person) -> bool:
    """Whether a clause about nobody else says so: "zij was al aangemeld"."""
    return any(
        clause.has("already")
        and not clause.has("i", "me", "we", "us", "mine")
        and (
            clause.has("he")
            or follows_relative(asking.text, clause)
            or any(asking.roster.find(found.name) is taker for found in clause.names)
        )
        and len(clause.names) <= 1
        for unit in asking.sheet.units
        for clause in unit.clauses
    )


def _keep_unbooked(case: Case, asking: Asking, *, signs_up: bool) -> None:
    """Whoever was never on the list, or is off it, has no seat: who goes in their place just comes."""
    account = asking.account
    for old, _ in account.substitutions:
        old.unbooked = old.unbooked or case.is_off_the_list(old.name)
    account.substitutions = [(old, new) for old, new in account.substitutions if not old.unbooked]
    if case.was_cancelled and Stance.CANCELS not in account.said:
        asking.writer.unbooked = True  # "jammer dat ik er niet bij kan zijn", below "wij hebben u afgemeld"
    for person in asking.roster.people:
        person.unbooked = person.unbooked or never_had_a_seat(case, asking, person, signs_up=signs_up)
        if person.unbooked:
            person.stays_away = person.stays_away or person.cancels
            person.cancels = False


def _stays_behind(asking: Asking, coming: list[Person]) -> bool:
    """ "Wij komen met onderstaande collega's: ... Zelf blijf ik hier": whoever writes "wij" may mean the house."""
    writer = asking.writer
    return writer in coming and writer.by_we and writer.stays_away and len(coming) > 1


def _doubts_of_account(asking: Asking, found: Parties) -> list[str]:
    """What the account doubts, where it matters: a full event doesn't to somebody who gives up a seat."""
    if asking.account.away and asking.writer in found.coming and not asking.writer.stays_away:
        asking.account.doubt("contradiction")
    others = [p for p in asking.roster.people if p.comes and not p.is_writer]
    beyond = asking.account.somebody_else
    if (asking.account.somebody and not others) or (beyond is not None and all(p.order < beyond for p in others)):
        asking.account.doubt("unnamed")
    leaves = {"later", "place_left", "contradiction"}  # "toch maar niet, ik meld me af"
    beside_the_point = set() if found.coming else leaves if found.cancels else {"later"}
    return [doubt for doubt in asking.account.doubts if doubt not in beside_the_point]


def _count_signers(asking: Asking) -> None:
    """ "Wij komen graag", signed by Els and Wim: both of them."""
    account, split, text = asking.account, asking.sheet.parts, asking.sheet.letter.text
    mate = asking.roster.housemate
    both = mate is not None and asking.writer.comes and (account.group or account.companions == 1)
    if mate is not None and both and not (mate.stays_away or mate.explained):
        mate.mark_coming(asking.writer.order, enrolled=asking.writer.enrolled)  # "wij", from a couple's mailbox
    if not account.group and not account.group_leaves:
        return
    spans = [split.sign_off] if split.sign_off else [line.span() for line in _signed_lines(split.signature)]
    signers = [asking.roster.add(f.name) for span in spans for f in find(text, *span) if f.name.is_full]
    if asking.writer not in signers:
        return
    for person in signers:
        if account.group and asking.writer.comes:
            person.mark_coming(asking.writer.order, enrolled=asking.writer.enrolled)
        elif account.group_leaves and asking.writer.stays_away:
            person.stays_away = True


def _signed_lines(signature: str) -> Iterator[re.Match[str]]:
    """The first line of a signature, and those behind it that are nothing but another name: two sign, one below the
    other."""
    for at, line in enumerate(SIGNED.finditer(signature)):
        named = find(signature, *line.span())
        if at and not (named and named[0].name.is_full and (named[0].start, named[0].end) == line.span()):
            return
        if at and fold(line[0].strip()) in places():
            return  # "Hollands Kroon", where the writer works
        yield line


# Who gives up a seat, who changes ---------------------------------------------------------------------------------


def _cancelled(case: Case, asking: Asking) -> list[Person]:
    """Whose seat is given up: who is said to cancel; whoever stays away, where a booking is known or undone."""
    account, people = asking.account, asking.roster.people
    if takes_it_back(case, asking):
        return [asking.writer]
    explicit = [p for p in people if p.cancels]
    if account.group_leaves and explicit == [asking.writer]:
        asking.writer.stays_away = True
        return _all_confirmed(case, asking)
    if account.fewer is not None:
        gone = fallen_out(asking, account.fewer)
        return [] if signs_up_the_rest(case, asking) else gone
    if explicit:  # and whoever is said to be on the list, and to stay away
        return [p for p in people if p.cancels or (p.booked and p.sure_away and not (p.comes or p.unbooked))]
    by_subject = any(u.has("cancel_word") for u in case.own_subject) and not tells_of_having_left(case)
    writer_is_booked = asking.writer.booked or has_own_booking(asking)
    said_so = writer_is_booked or account.booked_by_writer or any(p.booked and p.sure_away for p in people)
    on_the_list = case.answers_confirmation or said_so or (case.wrote_before and not case.relayed)
    if not (by_subject or on_the_list or Stance.CANCELS in account.said):
        if not drops_out(case, asking):
            return []
        with_them = asking.writer.away_at  # "Els Bos en ik kunnen niet meer komen"
        return [p for p in people if p.is_writer or (p.stays_away and p.away_at == with_them and not p.comes)]
    away = [p for p in people if p.stays_away and not p.comes and not p.unbooked]
    if said_so and not (case.answers_confirmation or case.wrote_before or by_subject or Stance.CANCELS in account.said):
        away = [
            p for p in away if p.booked or (writer_is_booked if p.is_writer else p.sure_away)
        ]  # "Wim meldt zichzelf wel aan" has no seat yet
    if asking.writer in away and not on_the_list:
        at = asking.writer.away_at  # "ik val uit, Wim zit straks op mijn dossiers, met Noor, die niet meegaat"
        away = [p for p in away if p.is_writer or p.booked or p.away_at == at]
    if account.group_leaves and away == [asking.writer]:
        return _all_confirmed(case, asking)
    meant = (account.implied_cancel or by_subject) and not asking.writer.unbooked
    if not away and meant and not any(p.comes for p in people):
        gone = _called_off(case, asking) or [asking.writer]
        for person in gone:
            person.order = account.said.get(Stance.CANCELS, 0)
        return gone
    return away


def _called_off(case: Case, asking: Asking) -> list[Person]:
    """ "Afzegging wethouder Vos", above words that don't say whose: of whom the subject names."""
    named = [found.name for unit in case.own_subject if unit.has("cancel_word") for found in unit.names]
    people = [asking.roster.add(name) for name in named]
    return [] if asking.writer in people else people


def _all_confirmed(case: Case, asking: Asking) -> list[Person]:
    """ "Wij komen niet": everybody whom our confirmation below names, and who is said to be booked."""
    for name in case.people_confirmed:
        asking.roster.add(name).stays_away = True
    for person in asking.roster.people:
        person.stays_away = person.stays_away or (person.booked and not person.comes)
    return [p for p in asking.roster.people if p.stays_away and not p.unbooked]
