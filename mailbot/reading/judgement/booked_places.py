"""Where a workshop that somebody wants in the place of a booked one is to be: "Vooroordelen in plaats van lokaal
beleid", "liever de andere workshop". No round need be named, for our confirmation has it.
"""

from mailbot.domain.event import Choice, Event
from mailbot.domain.reading import Evidence
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.case import Case, any_phrase
from mailbot.reading.names.people import Person
from mailbot.reading.text.late import late
from mailbot.reading.workshops.choices import choice_reader

OFFERS = any_phrase("offers")
THE_OTHER = late(
    r"\b(?:de|die|het) andere(?: (?:workshop|sessie|onderwerp|optie))?\b"
    r"(?! (?:dag|keer|deelnemer|collega|mensen|rondes?|twee|kant|bijeenkomst|zaal|workshops|helft|wethouder|raadsleden"
    r"|fractie|gemeente)\w*)|\bthe other (?:workshop|one|session)\b"
)
OPEN = ("if", "maybe", "perhaps", "undecided", "neg", "past", "told")


def put_in_place(case: Case, asking: Asking, event: Event | None, person: Person) -> None:
    """Give a workshop that the writer wants otherwise the round of the one that they have."""
    if event is None or not event.workshops or not case.confirmations:
        return
    booked = _booked(case, event)
    if len(case.people_confirmed) > 1 and len(booked) != 1:
        return
    if not person.workshops and person.is_writer:
        _take_the_other(asking, event, booked, person)
        return
    if any(choice.round is not None for choice in person.workshops):
        return
    if person.workshops and {c.workshop for c in person.workshops} <= {choice.workshop for choice in booked}:
        person.workshops = ()  # "kunnen de twee workshops van ronde wisselen?": what they have, and no word of where
        return
    if len(person.workshops) != 1:
        return
    (wanted,) = person.workshops
    rounds = [choice.round for choice in booked if choice.workshop != wanted.workshop and choice.round is not None]
    if len(rounds) == 1:
        person.workshops = (Choice(rounds[0], wanted.workshop),)


def _booked(case: Case, event: Event) -> tuple[Choice, ...]:
    """What our confirmation notes, but for what it only offers to choose from."""
    text = case.confirmations[0].letter.text
    offer = OFFERS.search(text)
    return choice_reader(event).read(text[: offer.start()] if offer else text).choices


def _take_the_other(asking: Asking, event: Event, booked: tuple[Choice, ...], person: Person) -> None:
    """ "De andere workshop had het moeten zijn", of two, where one is booked."""
    if len(event.workshops) != 2 or len(booked) != 1 or booked[0].round is None:
        return
    said = THE_OTHER.search(asking.sheet.parts.body.lower())
    unit = next((u for u in asking.sheet.units if said and u.start <= said.start() < u.end), None)
    clause = next((c for c in unit.clauses if said and c.start <= said.start() < c.end), None) if unit else None
    if said is None or unit is None or clause is None or clause.has(*OPEN) or not unit.has("change", "modal", "polite"):
        return
    if clause.asks and not clause.has("i", "me", "we"):
        return  # "mag het ook de andere zijn?"
    other = next(workshop.slug for workshop in event.workshops if workshop.slug != booked[0].workshop)
    person.put("workshops", (Choice(booked[0].round, other),), Evidence("text", *said.span()))
