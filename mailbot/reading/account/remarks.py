"""What follows from a clause that says nothing of coming: who is named in passing, and who may come all the same.

A name that no clause explains sends a mail to a person; here is what explains one ("mijn chef Wim wees mij erop"), and
what puts somebody in doubt ("ook namens Wim Smit", "hij twijfelt nog").
"""

import re

from mailbot.reading.account.companions import note_further_people
from mailbot.reading.account.going_along import note_who_is_there
from mailbot.reading.account.leaving_other_things import has_left_something_else
from mailbot.reading.account.mentions import WITH_COMING, follows_relative, is_in_passing
from mailbot.reading.account.reservations import is_told_of_details
from mailbot.reading.account.skipping import gets_into_something_else
from mailbot.reading.account.standing import note_occupied
from mailbot.reading.account.subjects import is_called
from mailbot.reading.account.supposing import is_denied
from mailbot.reading.account.talk import Talk
from mailbot.reading.account.unexplained import is_unexplained
from mailbot.reading.account.unnamed_subjects import is_of_somebody_unnamed
from mailbot.reading.details import diets, needs
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.names.people import Person
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import Seldom

NEXT = 20  # characters: "gaat onze collega "

DENIED = re.compile(r"\s*(?:dus |en )?(?:niet|not) (?:mijn |onze |de |collega )*[^\W\d_]", re.IGNORECASE)
NOT_I = re.compile(
    r"\b(?:niet|not)(?: meer| langer)? (?:ik|mij|ikzelf|ondergetekende|I|me)\s*[,.!;]?\s*$", re.IGNORECASE
)
NUMBERS = re.compile(
    r"\b(?:nummers?|nrs?\.?|numbers?|nos?\.?)\s\d{1,2}(?:\s?(?:,\s?en|,|en|and|&|plus)\s?\d{1,2}){0,20}(?!\d)",
    re.IGNORECASE,
)
ARE = re.compile(
    r"\W*(?:de\s)?(?:nummers?|nrs?\.?|numbers?)\s\d+(?:(?:\s?(?:,|en|and|t/m|tot en met|-|–|to)\s?)\d+)*"
    r"\s(?:is|zijn|are|werken|werkt|work)\s(?:(?:alle|allen|beide|beiden|alledrie|allemaal|all|both|een|onze|ook|an?)\s)*"
    r"(?!(?:niet|not|nog|al|alleen|er|only)\b)[\w-]+"
    r"(?:\s(?:bij|van|voor|in|of|at|for)\s[^.;:!?]*)?\W*\Z",
    re.IGNORECASE,
)
IN_DOUBT = ("reserve", "perhaps", "maybe", "replace", "not_yet")
NOT_THEY = re.compile(r"\b(?:niet|not) (?:hij|zij|ze|hem|haar|he|she|him|her)\s*,?\s*$", re.IGNORECASE)
HAS_WITH = late(
    r"\b(?:(?:ik|wij|we)\s+(?:heb|hebben|moet|moeten)|(?:heb|hebben|moet|moeten)\s+(?:ik|wij|we)|(?:I|we)\s+(?:have|must))\b"
    r"[^.;:!?]{0,24}\b(?:met|with)\s+(?:collega\s+|mijn\s+\w+\s+|de\s+heer\s+|mevrouw\s+)?\Z",
    re.IGNORECASE,
)
WAVERING = Seldom(
    late(
        r"\b(?:twijfel\w*|aarzel\w*|weifel\w*|dub(?:t|ben)|overweeg\w*|weet (?:het )?nog niet|er (?:nog )?niet uit"
        r"|not sure yet)\b",
        re.IGNORECASE,
    ),
    ("twijfel", "aarzel", "weifel", "dub", "overweeg", "nog niet", "niet uit", "not sure yet"),
)


def remark(talk: Talk, clause: Clause, people: list[Person]) -> None:
    """`people`: whom the clause names or, where it names nobody, is about."""
    note_occupied(talk, clause, people)
    note_further_people(talk.account, talk.text, clause)
    talk.company.note(clause, people, talk.sentence)
    if clause.has("neg"):
        _note_denied(talk, clause, people)
    unknown = [p for p in people if not (p.comes or p.stays_away or p.booked or p.cancels or p.is_writer)]
    unknown = [p for p in unknown if not (p.unbooked and p.explained)]  # who declines to stand in
    passing = _in_passing(talk, clause, unknown)
    if not people and clause.has("him") and clause.has("polite", "hereby"):
        _note_eating(talk, clause)
    if clause.has("told", "reported") and clause.has("enrol") and clause.has("him"):
        talk.asked_for = unknown or [person for person in talk.recent if not person.is_writer]
    _note_unclear(talk, clause, people, unknown, passing)
    _note_pointer(talk, clause, people)
    note_who_is_there(talk.account, talk.text, clause)
    _explain(talk, clause, people, passing)
    if WAVERING.search(talk.text, clause.start, clause.end):
        _note_wavering(talk, clause, people, unknown)
    about_event = talk.is_about_event(clause)
    elsewhere = talk.is_about_another_event(clause) or gets_into_something_else(
        talk.text, clause, about_event=about_event
    )
    declined = bool(people) and all(p.unbooked and p.explained for p in people)  # "Wim kan mij niet vervangen"
    if not people and clause.has("unbooked") and is_of_somebody_unnamed(talk.text, clause, talk.sentence[0]):
        return  # "zijn chauffeur wacht buiten en hoeft niet te worden aangemeld"
    beside = elsewhere or declined or clause.has("part", "past", "not_ours", "habit")
    beside = beside or (clause.has("cancel") and is_denied(talk.text, clause))
    beside = beside or has_left_something_else(talk.text, clause)
    if is_unexplained(clause) and not (beside or talk.settled.is_over(clause)):
        talk.account.doubt("unclear_sentence")


def _note_eating(talk: Talk, clause: Clause) -> None:
    """ "Voor haar graag halal": whoever was named last is taken for one of those who come."""
    said = talk.text[clause.start : clause.end]
    if diets(said) or needs(said):
        for person in talk.recent[-1:]:
            person.eats = True


def _note_denied(talk: Talk, clause: Clause, people: list[Person]) -> None:
    """ "Niet Wim", "niet ik", "zal niet hij": whom the next words may put somebody else in the place of."""
    writer = talk.roster.writer
    if people and DENIED.match(talk.text, clause.start, clause.end):
        talk.denied = people
    elif not people and writer is not None and NOT_I.search(talk.text, clause.start, clause.end):
        talk.denied = [writer]
        coming = [person for person in talk.recent if person.comes]
        if coming and not writer.comes:
            writer.stays_away = writer.sure_away = True  # "Wim reist af naar Utrecht, niet meer ik"
            talk.account.substitutions += [(writer, person) for person in coming]
    elif not people and len(talk.recent) == 1 and NOT_THEY.search(talk.text, clause.start, clause.end):
        talk.denied = list(talk.recent)


def _in_passing(talk: Talk, clause: Clause, people: list[Person]) -> list[Person]:
    """Who of them is named for another reason than that they come: what one eats or needs, one eats there."""
    if not people or (clause.has(*WITH_COMING) and not clause.names):
        return []
    said = talk.text[clause.start : clause.end]
    if diets(said) or needs(said):
        for person in people:
            person.eats = person.eats or bool(clause.names)
        return []
    if not clause.names:
        # "die mij erop wees", said of whoever was named before; not so "die hoeft geen workshop"
        return [] if clause.has("part") else people
    if talk.is_about_event(clause) and clause.has("goes"):
        return []  # "Wim gaat op 30 maart, ik rijd hem"
    spans = {(found.start, found.end) for found in clause.names if is_in_passing(talk.text, clause, found)}
    # a mail of brackets can name one person thousands of times: not gone through where nothing is sought
    return [p for p in people if spans and spans.intersection(p.spans)]


def _note_unclear(
    talk: Talk, clause: Clause, people: list[Person], unknown: list[Person], passing: list[Person]
) -> None:
    """Note who of `unknown`, of whom nothing was said so far, perhaps comes."""
    account = talk.account
    if clause.has("wavers", "lingers") and not clause.has("i", "we", "past", "part"):
        account.unclear += unknown or (_of_them(talk, clause) if not people else [])
    if clause.has("by_themselves") and not is_told_of_details(clause):  # "Wim meldt zich zelf aan"
        for person in unknown or _of_them(talk, clause):
            person.comes = person.comes and (person.enrolled or person.is_writer)  # "Noor ook, die heeft zelf gemaild"
            person.explained = person.explained or not person.comes
        account.unclear = [p for p in account.unclear if not p.explained]
    if clause.has("speaks_also"):
        account.unclear += unknown  # "ook namens Wim Smit"
    if clause.has("escorts") and clause.has("i") and any(person.comes for person in talk.recent):
        writer = talk.roster.writer  # "De wethouder is erbij. Ik begeleid haar"
        account.unclear += [writer] if writer and not (writer.comes or writer.stays_away) else []
    brought = clause.has("carry") and clause.has("me")  # "mijn man Douwe brengt me naar de trein"
    if clause.has("with_me", "also_group") and not clause.has("told", "past") and not brought:
        account.unclear += [p for p in unknown if p not in passing]


def _of_them(talk: Talk, clause: Clause) -> list[Person]:
    """Whom a clause without names speaks of: "die heeft er ook wel oren naar"."""
    spoken_of = clause.has("he") or follows_relative(talk.text, clause)
    return [p for p in talk.recent if spoken_of and not p.is_writer]


def _note_pointer(talk: Talk, clause: Clause, people: list[Person]) -> None:
    """Below a list, what points at an entry without its name may be said of any of them."""
    pointer = clause.has("pointer") and not people and not clause.has("part")
    listed = clause.has("pointer") and any(focus.listed for focus in talk.account.focus)
    if listed and people and clause.has(*IN_DOUBT) and not clause.has("part"):
        talk.account.doubt("unclear_entry")  # "Nummer 3 is nog onzeker", "nummer 2 is vervanger van nummer 1"
    if pointer and _tells_what_they_are(talk, clause):
        return
    if pointer and listed and not _counts_who_comes(talk, clause):
        talk.account.doubt("unclear_entry")  # of its own: no second reader sees numbers, nor who stands where


def note_leaving_entries(talk: Talk, clause: Clause) -> None:
    """ "Nummers 1 tot en met 2 zijn verhinderd", below a list: whoever they are, they are not to be signed up."""
    of_others = clause.has("pointer") and not clause.has("part", "i", "me", "we", "us")
    if of_others and NUMBERS.search(talk.text, clause.start, clause.end) and any(f.listed for f in talk.account.focus):
        talk.account.doubt("unclear_entry")


def _tells_what_they_are(talk: Talk, clause: Clause) -> bool:
    """ "Nummers 1 tot en met 3 zijn klantmanager bij de gemeente": nothing of whether they come."""
    if not clause.has("person", "works", "works_at") or clause.has(
        *WITH_COMING, "neg", "stays", "cancel", "already", "if", "maybe"
    ):
        return False
    return ARE.match(talk.text, clause.start, clause.end) is not None


def _counts_who_comes(talk: Talk, clause: Clause) -> bool:
    """ "Nieuw voor jullie zijn de nummers 1, 3 en 5": those of the list who come, and nobody else."""
    said = NUMBERS.search(talk.text, clause.start, clause.end)
    if said is None or clause.has("neg", "stays", "absent", "cancel", "already"):
        return False
    numbers = {int(number) for number in re.findall(r"\d+", said[0])}
    return numbers == {number for number, person in enumerate(talk.row, 1) if person.comes}


def _explain(talk: Talk, clause: Clause, people: list[Person], passing: list[Person]) -> None:
    """Note why those in it are named, where it is for something else than their coming."""
    told = clause.has("told", "contact", "past", "usual", "talked") and not _tells_how_to_reach(talk, clause)
    called, above = is_called(talk.text, clause), _tells_who_that_is(talk, clause)
    above = above or _has_something_on(talk, clause)
    goes = clause.first("goes") if clause.has("talked") and len(people) > 1 else None
    for person in people:
        subject = goes is not None and 0 < person.spans[-1][0] - goes.end <= NEXT  # "in overleg met Wim gaat Noor"
        person.explained = person.explained or (told and not subject) or called or above
        person.passing = person.passing or person in passing
    if not clause.names:  # "A colleague, Prof. Dekkers, was kind enough to send me your invitation"
        talk.account.unclear = [p for p in talk.account.unclear if p not in passing]


def _tells_how_to_reach(talk: Talk, clause: Clause) -> bool:
    """ "Die van Noor Bos is noor@x.nl", "Noor kan gebeld worden": of whoever comes, as well as of anybody else."""
    if clause.has("contact", "past", "usual", "talked", "i", "on_behalf"):
        return False
    return "@" in talk.text[clause.start : clause.end] or clause.has("passive")


def _tells_who_that_is(talk: Talk, clause: Clause) -> bool:
    """ "Op mijn oude nummer zit nu mijn opvolger Wim Smit", "Floor (cc) is mijn chef", where nothing is said of the
    event, nor that somebody does what the writer does."""
    return clause.has("above") and not clause.has(*WITH_COMING, "as_well") and not talk.is_about_event(clause)


def _has_something_on(talk: Talk, clause: Clause) -> bool:
    """ "Ik heb met Wim Smit de hele dag sollicitatiegesprekken": why somebody can't come, and who can't either."""
    if not clause.names or clause.has(*WITH_COMING) or talk.is_about_event(clause) or clause.asks:
        return False
    return HAS_WITH.search(talk.text, clause.start, clause.names[0].start) is not None


def _note_wavering(talk: Talk, clause: Clause, people: list[Person], unknown: list[Person]) -> None:
    nobody_else = not people and not clause.has("i", "we")
    talk.account.wavering += unknown or (list(talk.recent) if nobody_else else [])
    named = [] if clause.has("part", "by_themselves") else [p for p in people if not p.is_writer]
    if any(p.comes for p in (*named, *_of_them(talk, clause))):
        talk.account.doubt("condition")  # "schrijf Wim maar vast in, hij twijfelt nog"
