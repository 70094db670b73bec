"""Is everybody whom a mail names rightly on the list, and is everybody on it who should be?"""

import re
from collections.abc import Iterable, Iterator

from mailbot.domain.reading import Action, Request
from mailbot.reading.account.cue_senses import coming_cues
from mailbot.reading.account.stance import Stance
from mailbot.reading.belongings.addresses import bears_name
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.signer import address_agrees
from mailbot.reading.details import diets, needs, roles
from mailbot.reading.judgement.headcount import lists_others_alone
from mailbot.reading.judgement.implied import enrols_people
from mailbot.reading.judgement.outcome import Outcome
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.cues import may_have, scan, tokens
from mailbot.reading.letter.dictation import is_dictated
from mailbot.reading.letter.units import Unit, UnitKind
from mailbot.reading.lexicon.authorities import places
from mailbot.reading.names import Name, same_person
from mailbot.reading.names.bare_addresses import bare_addresses
from mailbot.reading.names.list_lines import line_names
from mailbot.reading.names.mailboxes import is_made_of, spells_whole
from mailbot.reading.names.offices import is_office
from mailbot.reading.names.people import Person, is_misspelling
from mailbot.reading.names.person_name import INFIX, split_plain
from mailbot.reading.names.surnames import is_surname
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late

# What a name looks like on a badge: letters first, nothing but letters, dots, hyphens, quotes; a number at its end.
NAME_SHAPE = re.compile(r"['‘’]?[^\W\d_]+(?:[ .'‘’`´()-]+[^\W\d_]+)*[.)]?(?: \d+)?")
# Not so "een plaats voor ons", "een plaats voor iedereen", "... en voor mij"
ONE_SEAT = late(
    r"\b(?:een|één|1|a|one)\s(?:\w+\s)?(?:plaats|plek|plekje|stoel|zitplaats|seat|place|spot)\s(?:voor|for)\s"
    r"(?:onze|ons|de|het|our|the)\s(?!(?:hele|team|afdeling|groep|twee|drie|collega's|leden|mensen|all|whole)\b)"
    r"[\w-]+(?<!en)(?<!s)\s*(?:$|[.,:;!])",
    re.IGNORECASE,
)
MAILBOX = re.compile(r"<(?:mailto:)?(?P<address>[\w.+'-]{1,64}@[\w.-]{1,190})>")
RIGHT_BEHIND = 3  # characters between a name and its mailbox
PERSON = frozenset({"person"})
AND_ME = late(
    r"\bwat (?:mij|mijzelf|mezelf) betreft\b|\b(?:en|and) (?:mij|mijzelf|mezelf|ik|me|myself)\b[^.!?\n]{0,30}"
    r"\b(?:in|aan|op)?(?:schrijven|melden|geven|noteren|register)\b"
    r"|(?:^|[.!?\n])\s*(?:and|en|plus)\s+(?:then\s+|dan\s+)?(?:myself|mezelf|mijzelf|ikzelf)\b"
    r"|\b(?:I['’](?:ll be|m)|I (?:am|will be)|ben ik|ik ben) (?:the |de )?(?:(?:number|nummer|nr\.?) ?\w+|second|third"
    r"|fourth|fifth|tweede|derde|vierde|vijfde)\s*(?:[.,;!\n]|\Z)",
    re.IGNORECASE,
)
WHO = (
    r"(?:ook\s|collega\s)?(?P<who>(?P<infix>[Vv]an (?:de[rn]? )?|De[n]? |Te[rn] |[Vv]\.?/?d\.? )?"
    r"(?P<surname>[A-Z][^\W\d_]{2,}))(?![\w'’-])"
)
SURNAME_ALONE = (
    late(rf"\b(?:neem|neemt|nemen|breng|brengt|brengen)\s{WHO}\s(?:ook\s)?mee\b"),
    late(rf"\b(?:[Ii]k|[Ii]kzelf|[Mm]ijzelf|[Mm]ezelf|[Mm]yself)\s?(?:en|and|plus|\+|,)\s{WHO}"),
)


# "Familie Smit", "fam. de Wit", "het echtpaar Bos", "de heer en mevrouw Bos"
HOUSEHOLD = late(
    r"\b(?:(?i:familie|fam\.?|gezin|echtpaar)|(?i:(?:de\s)?(?:heer|hr\.?|dhr\.?|meneer)\s(?:en|&)\s(?:mevrouw|mevr\.?|mw\.?)))\s"
    rf"(?:{INFIX}\s){{0,2}}(?P<surname>[A-Z][\w'’-]+)"
)


def household_comes(outcome: Outcome) -> bool:
    """ "Graag aanmelden: familie Smit": how many those are, and what they are called, isn't told."""
    return outcome.only_registers and any(
        is_surname(hit["surname"])
        for asking in outcome.case.asking
        for hit in HOUSEHOLD.finditer(asking.sheet.parts.body)
    )


def name_is_unsure(outcome: Outcome) -> bool:
    """What stands as a name may be none, or an organisation's, or have a title in front."""
    if any(not NAME_SHAPE.fullmatch(request.name) for request in outcome.requests if request.name):
        return True  # "4 Totaal" of a table, "zie boven :-)" in a form
    new = [request for request in outcome.requests if request.action is Action.REGISTER]
    houses = [request.name for request in new if _is_a_house(request)]
    if (houses and not _stand_in_lists(outcome, houses)) or any(_begins_with_an_office(r) for r in new):
        return True
    return any(person.comes and not person.sure and not address_agrees(person) for person in outcome.people)


def _is_a_house(request: Request) -> bool:
    """Whether the name is an organisation's: header, sign-off and address agree on "Sociaal Werk Zeist", too."""
    name = request.name or ""
    # "Mthunzi Kerk" of m.kerk@
    house = bool(name) and is_office(name) and not is_made_of(request.email or "", split_plain(name.split()))
    return house or (bool(name) and fold(name) == fold(request.organisation or ""))


def _stand_in_lists(outcome: Outcome, names: list[str | None]) -> bool:
    """Whether those names stand in lists of people, or where a form asks for one: "Sinazo Hoorn" is no house there."""
    bodies = [asking.sheet.parts.body for asking in outcome.case.asking]
    listed = {str(name) for body in bodies for name, *_, sure in line_names(body, 0, len(body)) if sure}
    for asking in outcome.case.asking:
        for entry in asking.entries:
            listed |= {asking.text[cell.start : cell.end].strip() for cell in entry.cells.get("name", ())}
    return listed.issuperset(names)


def _begins_with_an_office(request: Request) -> bool:
    """ "Bestuursadviseur Tom Peeters": a title that no list knows stands before the name still; not so Zus Kramer of
    zus.kramer@, who is called so."""
    name = request.name or ""
    if " " not in name or spells_whole(request.email or "", split_plain(name.split())):
        return False
    return may_have(name, PERSON) and bool(scan(tokens(name)[:1], kinds=PERSON))


def name_comes_twice(outcome: Outcome) -> bool:
    """Two people of one name, or one person read twice."""
    names = [(request.name, request.event) for request in outcome.requests if request.name]
    return not outcome.cancels and len(set(names)) < len(names)


def writer_stands_among_others(outcome: Outcome) -> bool:
    """ "Graag inschrijven: Jan de Fries en Els Bakker", from Jan de Vries: his own name, or another's?"""
    return outcome.only_registers and any(
        asking.writer.misspelt
        and not (asking.roster.respells or is_dictated(asking.text))
        and any(
            not same_person(name, asking.writer.name) and is_misspelling(name, asking.writer.name)
            for name in asking.roster.rows
        )
        for asking in outcome.case.asking
    )


def comes_by_a_surname_alone(outcome: Outcome) -> bool:
    """ "Ik neem vd Berg mee", "ikzelf en Van Dijk": somebody comes along of whom nothing else is told."""
    if not outcome.only_registers:
        return False
    return any(
        not any(found.start < hit.end("who") and hit.start("who") < found.end for found in unit.names)
        and fold(hit["who"]) not in places()
        for asking in outcome.case.asking
        for unit in asking.sheet.units
        for pattern in SURNAME_ALONE
        for hit in pattern.finditer(asking.text, unit.start, unit.end)
        if hit["infix"] or is_surname(hit["surname"])
    )


def come_by_first_names(outcome: Outcome) -> bool:
    """ "Wij komen met z'n vieren: Joost, Emma, Farida en ik": of two and more no surname is told, and nothing came of
    them."""
    return outcome.only_registers and any(
        len(unit.names) > 1
        and unit.has("attend", "enrol", "seat")
        and unit.has("we", "us")
        and len(_left_by_first_names(asking, unit)) > 1
        for asking in outcome.case.asking
        for unit in asking.sheet.units
    )


def _left_by_first_names(asking: Asking, unit: Unit) -> list[Person]:
    people = asking.roster.at(unit.start, unit.end)
    return [p for p in people if p.sure and p.name.given and not p.name.surname and p.is_waiting and not p.passing]


def writer_is_left_out(outcome: Outcome) -> bool:
    """ "Wilt u onderstaande mensen (en mij) inschrijven?", and the writer is not among those found."""
    return outcome.only_registers and any(
        not asking.writer.comes and AND_ME.search(asking.sheet.parts.body) for asking in outcome.case.asking
    )


# What is said of a letter, or of what else the writer does
NOT_OF_A_SEAT = (
    "neg", "past", "told", "talked", "already", "contact", "cc", "receipt", "question", "if", "maybe", "part",
    "business", "belonging", "him", "thanks", "works", "elsewhere", "spelling", "other_list", "booking", "sent_on",
)  # fmt: skip


def writer_joins_unseen(outcome: Outcome) -> bool:
    """ "Wilt u wethouder Smit inschrijven? Hij eet halal. Hetzelfde geldt voor mij.", "... ik breng hem en blijf de
    hele dag": others come, and the writer says something of the kind for themselves by which, as far as rules see,
    nobody comes."""
    return outcome.only_registers and any(
        _says_too_for_oneself(clause)
        for asking, clause in outcome.clauses
        if not (asking.writer.comes or asking.writer.stays_away or asking.writer.booked)
        and any(person.comes for person in asking.roster.people)
    )


def _says_too_for_oneself(clause: Clause) -> bool:
    if clause.names or clause.asks or not clause.has("i", "me", "myself_too"):
        return False
    if clause.has("likewise") and clause.has("me", "myself_too"):
        return not clause.has("neg", "contact", "cc", "receipt")
    if clause.has("lingers") and clause.has("i"):
        return not clause.has("neg")
    too = clause.has("as_well") and not clause.has(*NOT_OF_A_SEAT, "he", "person", "polite")
    return too and (bool(coming_cues(clause)) or clause.has("onto", "seat", "wish", "adds"))


def we_are_others(outcome: Outcome) -> bool:
    """ "Wij komen graag: Els Bos en Wim Smit.", signed by a third: of us, or at the office?"""
    return outcome.only_registers and any(_is_not_of_us(asking) for asking in outcome.case.asking)


def _is_not_of_us(asking: Asking) -> bool:
    writer = asking.writer
    if not (writer.comes and writer.by_we) or any(unit.has("party", "counts") for unit in asking.sheet.units):
        return False  # how many of us there are, headcount.py weighs
    for unit in asking.sheet.units:
        mark = asking.text.find(": ", unit.start, unit.end)
        behind = [clause for clause in unit.clauses if clause.start > mark] if mark >= 0 else []
        named = asking.roster.at(mark, unit.end) if behind else []
        by_us = any(clause.has("we") and clause.has("attend") for clause in unit.clauses if clause.start < mark)
        if by_us and len(named) > 1 and writer not in named and not any(c.has("i", "me", "we") for c in behind):
            return True
    others = [person for person in asking.roster.people if person.comes and person is not writer]
    return lists_others_alone(asking, others)


# "Zelf mag ik de tent openhouden", "I myself will be holding the fort"
ONESELF = late(
    r"\W*(?:(?:maar|en|but|and)\s)?(?:zelf\s\w+\sik\b"
    r"|(?:ik\s?zelf|I myself|myself)\s(?!ook|uiteraard|natuurlijk|graag|idem|dus|too|also|of course)\w+)",
    re.IGNORECASE,
)
# What a writer who comes would say of themselves
OF_ONES_OWN = (
    "part", "works", "works_at", "called", "belonging", "attend", "goes", "carry", "change", "question", "contact",
    "past", "told",
)  # fmt: skip


def writer_is_set_apart(outcome: Outcome) -> bool:
    """ "We komen met een delegatie:", two others, and below them "zelf mag ik de tent openhouden": who comes by no more
    than that "we" may be no part of it."""
    return outcome.only_registers and any(
        asking.writer.comes
        and asking.writer.by_we
        and any(person.comes for person in asking.roster.people if not person.is_writer)
        and any(_sets_apart(asking.text, unit) for unit in asking.sheet.units)
        for asking in outcome.case.asking
    )


def _sets_apart(text: str, unit: Unit) -> bool:
    first = unit.clauses[0]
    if unit.kind is not UnitKind.SENTENCE or not first.has("i") or first.asks or first.has(*OF_ONES_OWN):
        return False
    said = text[unit.start : unit.end]
    return ONESELF.match(said) is not None and not (diets(said) or needs(said) or roles(text, unit.start, unit.end))


def person_is_unclear(outcome: Outcome) -> bool:
    """Of somebody was said something that may mean two things, and nothing plainer elsewhere."""
    people = [person for account in outcome.accounts for person in account.unclear]
    return any(not (p.stays_away or p.booked or p.comes or p.cancels) for p in people)


def person_is_unexplained(outcome: Outcome) -> bool:
    """Somebody is named beside those who come, not in passing, and nothing is said of whether they come."""
    undoes = not outcome.only_registers  # "Wim is zo aardig om te gaan"
    if outcome.actions == {Action.CHANGE} and outcome.says("remains"):
        undoes = False  # "de rest blijft zoals het is. Wim zit naast me en wil twee kroketten"
    unexplained = [
        person
        for asking in outcome.case.asking
        for person in outcome.unexplained(asking, passing=undoes or _only_subject_signs_up(asking))
    ]
    if unexplained and outcome.actions == {Action.CANCEL} and _all_are_off_the_list(outcome):
        # "Wim Smit, die mij tipte, was zelf nooit van plan te gaan", who has no seat
        unexplained = [p for p in unexplained if not _is_only_denied(outcome, p)]
    return bool(unexplained)


def _all_are_off_the_list(outcome: Outcome) -> bool:
    """Whether everybody whom our confirmation names gives up their seat."""
    gone = {request.name for request in outcome.requests}
    confirmed = {str(name) for name in outcome.case.people_confirmed}
    return bool(confirmed) and confirmed <= gone


def _is_only_denied(outcome: Outcome, person: Person) -> bool:
    """Whether all that a sentence tells of somebody, from the name on, is what they don't, or didn't."""
    places = [(unit, start) for unit in outcome.units for start, _ in person.spans if unit.start <= start < unit.end]
    told = [[clause for clause in unit.clauses if clause.end > start] for unit, start in places]
    return bool(told) and all(
        any(c.has("neg", "past") for c in clauses) and not any(c.has("instead", "replace", "transfer") for c in clauses)
        for clauses in told
    )


def _only_subject_signs_up(asking: Asking) -> bool:
    """Whether the writer comes by the subject alone, over a letter that says of nobody that they come: whoever it does
    name, however much in passing, may be who does ("De keuze viel op Wim Smit")."""
    account = asking.account
    return asking.writer.comes and account.implied is None and Stance.COMES not in account.said


def address_is_nobodys(outcome: Outcome) -> bool:
    """Somebody is listed by an address alone, and nobody who is on the list has it: "Noor Bos; wdegroot@x.nl"."""
    bodies = (asking.sheet.parts.body for asking in outcome.case.asking)
    return _are_nobodys(outcome, (found[0] for body in bodies for found in bare_addresses(body)))


def mailbox_is_nobodys(outcome: Outcome) -> bool:
    """The same of an entry whose name we didn't find, as a house's perhaps: "J.H. Nijenhuis - Broekman <...>"."""
    return _are_nobodys(outcome, (address for asking in outcome.case.asking for address in _mailboxes_listed(asking)))


def _mailboxes_listed(asking: Asking) -> Iterator[str]:
    """Those behind no name that we found."""
    for unit in asking.sheet.units:
        found = list(MAILBOX.finditer(asking.text, unit.start, unit.end))
        ends = [name.end for name in unit.names]
        if ends and (len(found) > 1 or unit.kind is UnitKind.ITEM):
            named = (any(0 <= mailbox.start() - end <= RIGHT_BEHIND for end in ends) for mailbox in found)
            yield from (mailbox["address"] for mailbox, is_told in zip(found, named, strict=True) if not is_told)


def _are_nobodys(outcome: Outcome, addresses: Iterable[str]) -> bool:
    if not outcome.only_registers:
        return False
    known = {request.email for request in outcome.requests} | {outcome.case.message.sender.email}
    return any(
        address.lower() not in known and not any(_is_of(address, person.name) for person in outcome.people)
        for address in addresses
    )


def _is_of(email: str, name: Name) -> bool:
    """Whether an address may be a person's second one: made of their surname, or of their given name."""
    return bears_name(email, name) or (len(name.given) > 2 and fold(email).startswith(f"{fold(name.given)}@"))


def subject_names_more(outcome: Outcome) -> bool:
    """ "Aanmelding Els Bakker en Wim Smit", and the letter is about one of them alone."""
    case = outcome.case
    if not outcome.only_registers or len(case.asking) > 1:
        return False
    named = [found.name for unit in case.own_subject for found in unit.names if found.name.is_full and found.sure]
    if len(named) < 2 or not enrols_people(case):
        return False
    known = list(outcome.people)
    return any(all(person.is_waiting for person in known if same_person(person.name, name)) for name in named)


def group_is_one(outcome: Outcome) -> bool:
    """ "Wij komen graag", and only the writer is named."""
    if len(outcome.requests) != 1 or outcome.says("alone"):
        return False
    if outcome.actions == {Action.CANCEL} and not outcome.case.confirmations:
        return any(account.group_leaves for account in outcome.accounts)
    return outcome.only_registers and any(
        asking.account.group and not _asks_for_one_seat(asking) for asking in outcome.case.asking
    )


def _asks_for_one_seat(asking: Asking) -> bool:
    """ "Graag reserveren wij een plaats voor onze klachtbehandelaar": a house that speaks, of one person."""
    ours = [c for unit in asking.sheet.units for c in unit.clauses if c.has("we", "us")]
    return bool(ours) and all(ONE_SEAT.search(asking.text, clause.start, clause.end) for clause in ours)
