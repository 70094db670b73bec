"""Where each person of a mail works, and as what.

A mail is full of organisations and offices: of whoever passed the invitation on, of the absent manager, of speakers.
So in the talk only what is *stated* counts: "namens X", "werk bij X", a title after "als" or "ik ben", between a name
and a comma, in brackets behind it or right before it. The signature is its author's. Colleagues share the writer's
organisation; where nothing is said at all, an authority's mail domain tells it.
"""

from collections.abc import Iterator, Sequence

from mailbot.domain.event import Event
from mailbot.domain.reading import Evidence
from mailbot.reading import details
from mailbot.reading.belongings.columns_of_houses import houses_in_columns
from mailbot.reading.belongings.council import home_towns, seats_in_councils, towns_of_each
from mailbot.reading.belongings.employers import (
    by_own_domain,
    houses_in_brackets,
    on_the_badge,
    organisations_in_talk,
)
from mailbot.reading.belongings.list_headings import houses_above_lists, houses_before_names
from mailbot.reading.belongings.list_houses import houses_by_place, short_houses
from mailbot.reading.belongings.list_titles import repeat_line_above, titles_by_place
from mailbot.reading.belongings.list_towns import have_towns_of_their_own, towns_in_lists
from mailbot.reading.belongings.shared_employer import (
    give_gathered,
    house_of,
    in_full_words,
    is_hosts,
    is_of_another_house,
    is_ours,
    is_private,
    same_house,
)
from mailbot.reading.belongings.shared_titles import fellows, roles_of_all
from mailbot.reading.belongings.signed_notes import titles_of_others
from mailbot.reading.belongings.statements import FROM, SUBJECT, clause_before, evidence_of, says_nothing
from mailbot.reading.belongings.titles import interns, is_writers, role_below, roles_in_talk
from mailbot.reading.belongings.titles_of_some import titles_of_some
from mailbot.reading.belongings.titles_told_above import title_told_above
from mailbot.reading.belongings.told_in_blocks import lines_told_in_blocks
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.case import Case
from mailbot.reading.case.noted import noted, without_noted
from mailbot.reading.letter.entry import Entry
from mailbot.reading.letter.units import Unit, UnitKind
from mailbot.reading.lexicon import word_set
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import fold
from mailbot.reading.text.found import Found
from mailbot.reading.text.late import late
from mailbot.reading.workshops.choices import choice_reader

# "Ik sta op de lijst als", "aangemeld vanuit": what somebody had booked as, be it so still or not
BOOKED_AS = late(
    r"\b(?:ingeschreven|aangemeld|geregistreerd|opgegeven|geboekt|op de lijst|registered|signed up|on the list)\b"
    r"[^.;!?,]{0,40}?\b(?:als|vanuit|namens|van|bij|onder|voor|as|from|with|for)\s(?:[^.;!?,]{0,60}\s)?$"
)


def employ(
    case: Case,
    asking: Asking,
    event: Event | None,
    people: list[Person],
    everybody: list[Person] | None = None,
    taken: Sequence[tuple[int, int]] = (),
) -> None:
    """Give these people their organisation and role, as far as the letter states them. `everybody`: with those who
    give up a seat, of whom a title may be told; `taken`: places whose values were given out."""
    body = asking.sheet.parts.body
    past = _as_it_was(case, asking, body, people)
    elsewhere = [*taken, *_not_talk(case, asking, body, event), *past]
    others = titles_of_others(asking, everybody or people)
    role_below(asking, everybody or people, others)
    elsewhere += titles_of_some(asking, body, elsewhere, everybody or people)
    roles_in_talk(asking, body, elsewhere, people, everybody or people)
    _writers_own(case, asking, everybody or people, others)
    roles_of_all(asking, body, elsewhere, people)
    fellows(asking, body, everybody or people)
    repeat_line_above(asking, people, "role")
    titles_by_place(asking, people)
    interns(asking, body, people)
    title_told_above(case, asking, people)
    seats_in_councils(case, asking, people)
    towns_of_each(asking, people)
    houses_above_lists(asking, people)
    houses_before_names(asking, people)
    for person in people:
        by_own_domain(body, person)
    towns_in_lists(asking, people)
    sessions = choice_reader(event).find(body) if event is not None and event.workshops else ()
    houses_in_brackets(asking, body, [*elsewhere, *((m.start, m.end) for m in sessions)], people)
    organisations_in_talk(asking, body, elsewhere, people)
    houses_in_columns(asking, people)
    short_houses(asking, people)
    houses_by_place(asking, people)
    repeat_line_above(asking, people, "organisation")
    give_gathered(case, asking, people)
    home_towns(asking, people)
    ours = house_of(case, asking, people, past)
    if ours is not None:
        ours = in_full_words(asking, ours)
        asking.writer.put("organisation", ours.value, evidence_of(ours))
    of_their_own = have_towns_of_their_own(asking, people)
    for person in people:
        elsewhere_told = person is not asking.writer and (
            person in of_their_own or is_of_another_house(body, person) or is_private(asking, person)
        )
        if (
            person.organisation is None
            and ours is not None
            and (same_house(person, asking.writer) or is_ours(asking, person))
            and not elsewhere_told
        ):
            person.put("organisation", ours.value, evidence_of(ours))
        domain = details.organisation_of(person.email) if person.email else None
        if domain is not None:
            person.put("organisation", domain.value, Evidence("from", 0, 0) if person.is_writer else None)
    _with_their_kind(asking, people)


def _with_their_kind(asking: Asking, people: list[Person]) -> None:
    """ "De medewerkers van De Linde", signed "Zorggroep De Linde": what the letter calls it in full."""
    short = {fold(person.organisation) for person in people if person.organisation}
    if not short:
        return
    parts = asking.sheet.parts
    named = [*details.organisations(parts.signature, parts.below, signature=True), *details.organisations(parts.body)]
    for found in named:
        kind, _, name = fold(found.value).partition(" ")
        called = name if name in short else kind
        if name and called in short and kind in word_set("organisations", "heads"):
            for person in people:
                if person.organisation and fold(person.organisation) == called:
                    person.organisation = found.value


def _not_talk(case: Case, asking: Asking, body: str, event: Event | None) -> list[tuple[int, int]]:
    """Places that were read already (rows and forms), and those that name whose event it is, or a workshop by whoever
    gives it."""
    rows = [span for entry in asking.entries for span in _read_of(entry)]
    said = [u for u in asking.sheet.units if u.kind is UnitKind.SENTENCE and len(u.names) == 1] if rows else []
    said += lines_told_in_blocks(asking) if rows else []  # "adviseur", between "Dieet: ..." and "Workshop: ..."
    for u in said:  # "Els Bos, VNG, adviseur." above the lines of a form
        rows = [span for start, end in rows for span in _around(start, end, u)]
    named = details.organisations(body, email=asking.writer.email)
    rows += [(found.start, found.end) for found in named if is_hosts(case, asking, found)]
    chosen = choice_reader(event).find(body) if event is not None and event.workshops else ()
    return rows + [(mention.start, mention.end) for mention in chosen if mention.kind == "choice" and mention.sure]


def _read_of(entry: Entry) -> list[tuple[int, int]]:
    """Of an entry that has a name alone, nothing more: "Deelnemer 1: Els Bos, jurist, ronde 2 A"."""
    if entry.cells.keys() == {"name"}:
        return [(cell.start, cell.end) for cell in entry.cells["name"]]
    return [(entry.start, entry.end)]


def _around(start: int, end: int, unit: Unit) -> Iterator[tuple[int, int]]:
    """What is left of [start, end) without that unit."""
    if unit.start >= end or unit.end <= start:
        yield start, end
        return
    yield from ((a, b) for a, b in ((start, unit.start), (unit.end, end)) if a < b)


def _as_it_was(case: Case, asking: Asking, body: str, people: list[Person]) -> list[tuple[int, int]]:
    """Where the talk names the title or the house that we noted: "ik sta erop als raadslid", and am that no more."""
    booked = len(people) == 1 and (people[0].booked or case.answers_confirmation or asking.account.own_booking)
    if not booked:
        return []
    was = noted(case) if people == [asking.writer] else {}
    told: list[Found] = []
    for key, finder in (("role", details.roles), ("organisation", details.organisations)):
        values = finder(body)
        kept = without_noted(body, values, was.get(key))
        told += [one for one in values if one not in kept or BOOKED_AS.search(clause_before(body, one))]
    return [(one.start, one.end) for one in told]


def _writers_own(case: Case, asking: Asking, people: list[Person], others: list[Found]) -> None:
    """What the signature, the subject and the words that spell the writer's mail domain say: all of it the writer's
    but the titles of `others`."""
    writer = asking.writer
    if writer not in people:
        return
    badge = on_the_badge(asking)
    if badge is not None:
        writer.put("organisation", badge.value, evidence_of(badge))
    shown = case.message.sender.name
    for found in details.roles(shown) if "(" in shown and not asking.relayed else ():  # "Oosterveld, Bram (wethouder)"
        if shown[found.start - 1 : found.start] == "(":
            writer.put("role", found.value, Evidence(FROM, found.start, found.end))
    parts = asking.sheet.parts
    titles = details.roles(parts.signature, parts.below)
    for found in [one for one in titles if is_writers(asking, one, others)][:1]:
        writer.put("role", found.value, evidence_of(found))
    if people == [writer] and not asking.relayed and says_nothing(asking):
        for found in details.roles(case.subject)[:1]:
            writer.put("role", found.value, Evidence(SUBJECT, found.start, found.end))
        for found in details.organisations(case.subject, email=writer.email, signature=True)[:1]:
            writer.put("organisation", found.value, Evidence(SUBJECT, found.start, found.end))
    elif people == [writer] and not asking.relayed and case.own_subject:  # "Aanmelding (coördinator diversiteit)"
        for found in details.roles(case.subject)[:1] if "(" in case.subject else ():
            if case.subject[found.start - 1 : found.start] == "(" and case.subject[found.end : found.end + 1] == ")":
                writer.put("role", found.value, Evidence(SUBJECT, found.start, found.end))
