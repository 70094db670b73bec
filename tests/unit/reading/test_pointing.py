"""Which of two events is meant that nobody names: by its weekday, its hours, its place among them, as the other one."""

import pytest

from tests.unit.reading.test_doubts import reading_of

UTRECHT, DEN_HAAG = "discriminatie-2023", "mensenrechten-2023"


@pytest.mark.parametrize(
    ("event", "text"),
    [
        (UTRECHT, "Van de twee bijeenkomsten in uw uitnodiging kies ik de eerste."),
        (DEN_HAAG, "Van uw twee data neem ik de laatste."),
        (DEN_HAAG, "Graag meld ik mij aan voor de tweede datum."),
        (DEN_HAAG, "Schrijf mij in voor de laatste van de twee."),
        (DEN_HAAG, "Ik kies voor de bijeenkomst in Den Haag."),
        (DEN_HAAG, "Ik kies voor juni, in maart kan ik niet."),
        (DEN_HAAG, "In maart kan ik niet, in juni wel: schrijf mij daarvoor in."),
        (UTRECHT, "30 maart graag."),
        (DEN_HAAG, "Op donderdagen zit ik vast, op die dinsdag kan ik wel. Schrijft u mij daarvoor in?"),
        (DEN_HAAG, "De dinsdag past mij beter dan de donderdag, dus schrijf mij voor dinsdag in."),
        (UTRECHT, "Graag aanmelden voor de donderdagbijeenkomst."),
        (DEN_HAAG, "Graag een plek bij de bijeenkomst van 13.00 tot 17.00 uur."),
        (UTRECHT, "Graag een plek bij de bijeenkomst van 10.00 tot 16.30 uur."),
        (DEN_HAAG, "Graag meld ik mij aan voor de bijeenkomst vlak voor de zomer."),
        (DEN_HAAG, "Mijn collega Wim Kok heeft zich al voor Utrecht opgegeven. Ik ga naar de andere."),
        (DEN_HAAG, "Niet voor 30 maart, maar voor de andere bijeenkomst meld ik mij aan."),
        (DEN_HAAG, "Liever juni dan maart, schrijf mij daarvoor in."),
        (DEN_HAAG, "Ik meld mij aan voor 30 maart. Nee, 20 juni bedoel ik."),
        (UTRECHT, "Ik kom op 30 maart. De dinsdag erna ben ik op vakantie, dus bevestig het liefst snel."),
        (UTRECHT, "Meld mij aan. Op dinsdag en woensdag werk ik niet."),
        (UTRECHT, "Meld mij aan voor 30 maart. Van de twee workshops kies ik de eerste in ronde 2."),
        (UTRECHT, "Meld mij aan voor 30 maart. In ronde 1 kies ik Vooroordelen Voorbij, in ronde 2 de andere."),
    ],
)
def test_an_event_is_pointed_at_by_what_it_is_beside_the_other(event: str, text: str) -> None:
    reading = reading_of(text, subject="Uw uitnodiging")

    assert (reading.event, reading.reasons) == (event, ())


@pytest.mark.parametrize(
    "text",
    [
        "Els Bos doet 30 maart, ik de andere: schrijf mij in.",
        "Ik kom op 30 maart. Els Bos gaat naar de andere.",
        "Doe mij op 30 maart maar een vegetarische lunch.",
        "Graag het programma van 30 maart.",
    ],
)
def test_and_nobody_is_signed_up_for_the_wrong_one(text: str) -> None:
    assert reading_of(text, subject="Uw uitnodiging").review


def test_an_answer_may_be_about_the_other_event_than_its_subject() -> None:
    text = "Op deze mail reageer ik maar even, maar het gaat mij om die van de 20e. Wilt u mij daarvoor noteren?"

    reading = reading_of(text, subject="RE: Uitnodiging 30 maart")

    assert (reading.event, reading.reasons) == (DEN_HAAG, ())
