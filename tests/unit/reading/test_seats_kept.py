"""What only sounds like giving up a seat: a "not" of something else, what is supposed, denied, asked about. Els Bakker
writes."""

import pytest

from mailbot.domain.reading import Action
from mailbot.pipeline.understand import Understand
from tests.unit.reading.everyday import CONFIRMED, CONFIRMED_BOTH, ELS, mail
from tests.unit.reading.test_everyday_mails import read, understand
from tests.unit.reading.test_undoing import in_short, read_answer

__all__ = ["understand"]  # the fixture


@pytest.mark.parametrize(
    "text",
    [
        "Vergeet niet mij van de lijst te halen.",
        "Niet schrikken van het aantal afmeldingen, er volgt er nog één: de mijne.",
        "Het lukt niet, annuleer mijn aanmelding.",
        "Ik kan niet en meld me af.",
        "Mijn deelname is niet meer nodig, annuleer maar.",
        "Ik kom niet en annuleer mijn inschrijving.",
        "Ik kan niet, dus mijn plaats geef ik op.",
        "Mijn plaats geef ik vrij, niet omdat ik wil, maar omdat ik moet.",
        "Ik heb mijn plek niet meer nodig, haal mij van de lijst.",
        "Sorry dat ik mijn aanmelding niet eerder introk, ik kom niet.",
    ],
)
def test_a_not_of_something_else_keeps_no_seat(understand: Understand, text: str) -> None:
    assert in_short(read_answer(understand, text, CONFIRMED)) == "-Els Bakker"


@pytest.mark.parametrize(
    "text",
    [
        "Mijn deelname laat ik niet vallen.",
        "Mijn inschrijving trek ik niet terug.",
        "Ik zie niet af van mijn deelname.",
        "Mijn stoel blijft niet leeg hoor.",
        "Mijn plek komt niet vrij.",
        "Ik annuleer niet.",
        "Schrap mij niet.",
        "Ik haak niet af.",
        "Ik ben niet van plan af te zeggen.",
        "U hoeft mij niet van de lijst te halen.",
        "Mijn plaats geef ik niet op.",
        "Mijn aanmelding wil ik niet laten vervallen, wat u ook hoort.",
        "Ik trek mijn inschrijving niet in.",
        "Afzeggen doe ik zeker niet.",
        "Van afmelden is geen sprake.",
        "I am not giving up my seat.",
    ],
)
def test_a_not_among_the_words_that_give_up_a_seat_keeps_it(understand: Understand, text: str) -> None:
    assert read_answer(understand, text, CONFIRMED).requests == ()


@pytest.mark.parametrize(
    "text",
    [
        "Mijn plaats geef ik niet op, maar ik heb een notenallergie.",
        "Afzeggen doe ik niet, wel graag notenvrij.",
        "Mijn deelname trek ik niet terug en mijn plek hoeft u niet weg te geven. Ik eet wel notenvrij.",
    ],
)
def test_what_is_told_beside_a_seat_that_is_kept_changes_it(understand: Understand, text: str) -> None:
    (request,) = read_answer(understand, text, CONFIRMED).requests

    assert (request.action, "noten" in (request.diet or "")) == (Action.CHANGE, True)


def test_a_verb_behind_it_makes_cannot_another_thing(understand: Understand):
    reading = read_answer(understand, "Ik kan niet parkeren bij het station. Is er een garage?", CONFIRMED)

    assert (reading.requests, reading.question) == ((), True)


@pytest.mark.parametrize(
    "text",
    [
        "Kan ik mijn aanmelding nog annuleren tot een dag van tevoren?",
        "Tot wanneer kan ik kosteloos annuleren?",
        "Wat als ik verhinderd ben?",
    ],
)
def test_who_asks_how_one_cancels_cancels_nothing(understand: Understand, text: str):
    reading = read_answer(understand, text, CONFIRMED)

    assert (reading.requests, reading.review) == ((), True)


@pytest.mark.parametrize(
    "text",
    [
        "Mocht ik toch verhinderd zijn, dan gaat Wim Smit in mijn plaats.",
        "If I can't make it, Wim Smit will go instead.",
        "Kan Wim Smit eventueel in mijn plaats komen als ik ziek word?",
        "Wim is ziek, dus ik weet niet of hij komt.",
        "In plaats van Wim Smit of Noor de Boer komt nu Piet Jansen.",
        "Ik stond op de deelnemerslijst met mijn privéadres, kunt u dat verwijderen?",
    ],
)
def test_what_is_only_supposed_or_may_mean_another_is_put_to_a_person(understand: Understand, text: str) -> None:
    assert read_answer(understand, text, CONFIRMED_BOTH).review


@pytest.mark.parametrize(
    "text",
    [
        "Mijn hotelreservering heb ik geannuleerd, ik reis die dag zelf.",
        "Ik meld mij af voor de nieuwsbrief.",
        "Kunt u mijn telefoonnummer van de lijst halen?",
    ],
)
def test_other_things_than_a_seat_can_be_cancelled(understand: Understand, text: str) -> None:
    assert Action.CANCEL not in {r.action for r in read_answer(understand, text, CONFIRMED).requests}


@pytest.mark.parametrize(
    "text",
    [
        "Ik kan toch niet. Kan mijn plek naar mijn collega's Wim Smit of Noor de Boer?",
        "Ik kan niet op 20 juni, maar wel op 30 maart.",
        "Ik geef mijn plek in de workshop Vooroordelen Voorbij graag aan een ander.",
        "Wim Smit neemt in de middag mijn plaats in, ik ben er 's ochtends.",
    ],
)
def test_half_a_cancellation_is_put_to_a_person(understand: Understand, text: str) -> None:
    assert read_answer(understand, text, CONFIRMED).review


@pytest.mark.parametrize(
    "text",
    ["I would hate to miss it. See you there.", "Mijn vergadering is geannuleerd, dus ik kan de hele dag blijven."],
)
def test_words_of_leaving_that_say_the_opposite_give_up_no_seat(understand: Understand, text: str) -> None:
    assert not read_answer(understand, text, CONFIRMED).requests


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Traplopen lukt mij niet meer, is er een lift?", ""),
        ("De trein van acht uur haal ik niet, dus ik ben er om half elf.", ""),
        ("Vooroordelen Voorbij sla ik over, die ken ik al.", ""),
        ("Dit jaar sla ik niet over!", ""),
        ("Donderdag red ik niet.", "-Els Bakker"),
        ("Die bijeenkomst sla ik over.", "-Els Bakker"),
        ("Door de griep haal ik het niet.", "-Els Bakker"),
        ("Ik moet afzeggen: er is een extra vergadering waar ik bij moet zijn.", "-Els Bakker"),
        ("Ik kom niet, want er is bij ons een inspectie die ik moet begeleiden.", "-Els Bakker"),
        ("Een gedeeltelijke afmelding: haal mij uit de workshop van ronde 3.", " ?"),
    ],
)
def test_only_what_is_an_event_can_be_stayed_away_from(understand: Understand, text: str, asked: str) -> None:
    reading = read_answer(understand, text, CONFIRMED)

    assert [request.action for request in reading.requests if request.action is Action.CANCEL] == (
        [Action.CANCEL] if asked.startswith("-") else []
    )
    assert not reading.review or asked != "-Els Bakker"


@pytest.mark.parametrize(
    "text",
    [
        "Ik meld mij NIET af hoor, ook al regent het.",
        "Ik hoef me toch niet af te melden als ik later kom?",
        "Als mijn kind ziek blijft moet ik afzeggen, dat laat ik woensdag weten.",
        "Zodra de trein weer uitvalt meld ik mij af.",
        "I won't be cancelling after all!",
    ],
)
def test_a_cancellation_that_is_denied_or_supposed_gives_up_no_seat(understand: Understand, text: str) -> None:
    reading = read_answer(understand, text, CONFIRMED)

    assert reading.review
    assert Action.CANCEL not in {request.action for request in reading.requests}


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("De uitvaart van mijn oom is precies op 30 maart, dus ik meld me af.", "-Els Bakker"),
        (
            "De uitvaart is op 30 maart. Wim Smit neemt mijn plek over. Hij eet wel gewoon vlees.",
            "-Els Bakker +Wim Smit",
        ),
        ("De uitvaart van 30 maart moet ik helaas afzeggen.", "-Els Bakker ?"),
    ],
)
def test_what_keeps_somebody_away_is_not_what_is_given_up(understand: Understand, text: str, asked: str) -> None:
    assert in_short(read_answer(understand, text, CONFIRMED)) == asked


@pytest.mark.parametrize(
    "last",
    ["Daarna haak ik af.", "Daarna moet ik afhaken.", "After that I have to drop out.", "Nadien moet ik afzeggen."],
)
def test_who_leaves_after_the_rounds_that_they_choose_gives_up_nothing(understand: Understand, last: str) -> None:
    text = f"Graag meld ik me aan voor 30 maart, Vooroordelen in ronde 1 en lokaal beleid in ronde 2. {last}"
    reading = read(understand, mail(ELS, "Aanmelding", f"{text}\n\nGroet,\nEls Bakker"))

    assert [request.action for request in reading.requests] == [Action.REGISTER]
