"""Words of doubt, of another day, or of a seat that may not be there, about something else than whether and where
somebody comes; and the same words where they are about just that."""

import pytest

from mailbot.domain.reading import Action, Reading
from tests.unit.reading.test_doubts import reading_of

MARCH = "Ik schrijf mij graag in voor 30 maart. "


def registered(reading: Reading) -> list[str | None]:
    """Who is signed up, where nobody has to look."""
    assert reading.reasons == ()
    return [request.name for request in reading.requests if request.action is Action.REGISTER]


@pytest.mark.parametrize("number", ["06-10 99 43 27", "06-12 34 56 78", "06-11.22.33.44", "06 - 12 34 56 78"])
def test_a_mobile_number_is_no_other_date(number: str) -> None:
    reading = reading_of(f"Graag meld ik mij aan voor de bijeenkomst.\n\nMobiel: {number}", "Aanmelding")

    assert registered(reading) == ["Marije Tuinstra"]


@pytest.mark.parametrize("day", ["06-10", "06-10 10 uur", "06-10 14 00 uur", "06-10-2023 14 uur", "06-10 2023 14 uur"])
def test_a_date_in_figures_is_one(day: str) -> None:
    assert reading_of(f"Graag meld ik mij aan voor de bijeenkomst van {day}.", "Aanmelding").review


@pytest.mark.parametrize(
    "subject",
    [
        "Misschien kent u mij nog",
        "Misschien wat laat: aanmelding 30 maart",
        "Aanmelding (misschien ten overvloede)",
        "Misschien dubbel: aanmelding 30 maart",
        "Misschien aan de late kant, maar toch: aanmelding",
    ],
)
def test_a_perhaps_in_the_subject_may_be_about_something_else(subject: str) -> None:
    assert registered(reading_of(MARCH, subject)) == ["Marije Tuinstra"]


@pytest.mark.parametrize(
    "subject",
    [
        "Misschien aanmelding 30 maart",
        "Aanmelding 30 maart, misschien",
        "Misschien: aanmelding 30 maart",
        "Wellicht ben ik erbij",
        "Ik ben misschien te laat, maar ik kom misschien 30 maart",
    ],
)
def test_a_perhaps_in_the_subject_of_coming_is_asked_about(subject: str) -> None:
    assert reading_of(MARCH, subject).review


@pytest.mark.parametrize(
    "text",
    [
        MARCH + "Ik hoop op een plekje.",
        MARCH + "Ik hoop op een plek vooraan vanwege mijn gehoor.",
        MARCH + "Ik reken op een plekje!",
        "Ik ben er graag bij op 30 maart en hoop op een plek. Ik ben adviseur.",
        MARCH + "Fijn dat de inschrijving nog niet gesloten is.",
        MARCH + "Voor de middag zoek ik nog iets over toezicht, maar dat zie ik niet in het programma staan.",
    ],
)
def test_to_hope_for_a_seat_is_polite(text: str) -> None:
    assert registered(reading_of(text)) == ["Marije Tuinstra"]


@pytest.mark.parametrize(
    "text",
    [
        "Jullie zitten vol, zag ik. Ik hoop op een plek voor 30 maart.",
        "Ik las dat de bijeenkomst van 30 maart vol zit, maar ik hoop op een plekje.",
        "Ik hoop dat er een plekje vrijkomt op 30 maart.",
        "Hopelijk komt er nog een plekje vrij op 30 maart. Schrijf mij dan in.",
        "De inschrijving voor 30 maart is gesloten, maar ik hoop alsnog op een plekje.",
        "De bijeenkomst van 30 maart is volgeboekt. Ik hoop toch op een stoel.",
        "Ik wacht op een plekje voor 30 maart.",
        "Ik hoop op een afzegging, zet mij er dan bij op 30 maart.",
        MARCH + "Ik hoop op een plek voor zes.",
        "Graag een plek voor drie op 30 maart.",
    ],
)
def test_to_hope_for_a_seat_that_is_not_there_is_not(text: str) -> None:
    assert reading_of(text).review


@pytest.mark.parametrize(
    "text",
    [
        "Graag schrijf ik mij in voor de themadag over discriminatie in Den Haag.",
        "Graag schrijf ik mij in voor uw bijeenkomst over discriminatie op 20 juni.",
        "Ik kom graag naar de bijeenkomst over discriminatie van dinsdag 20 juni.",
        "Please register me for the conference on discrimination in The Hague.",
    ],
)
def test_one_meeting_told_by_the_signs_of_two_is_not_both(text: str) -> None:
    assert reading_of(text, "Aanmelding").review


@pytest.mark.parametrize(
    "text",
    [
        "Graag schrijf ik mij in voor uw bijeenkomst over discriminatie en voor die in Den Haag op 20 juni.",
        "Graag schrijf ik mij in voor de bijeenkomsten in Utrecht en Den Haag.",
    ],
)
def test_two_meetings_are_both(text: str) -> None:
    reading = reading_of(text, "Aanmelding")

    assert reading.reasons == ()
    assert len(reading.requests) == 2
