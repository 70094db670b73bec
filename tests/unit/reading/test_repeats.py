"""A sign-up made once more is one, and so is one that begins with its heading; who comes last of a row comes, too."""

import pytest

from tests.unit.reading.test_doubts import reading_of

UTRECHT, DEN_HAAG = "discriminatie-2023", "mensenrechten-2023"


@pytest.mark.parametrize(
    "text",
    [
        "Ik heb me volgens mij al opgegeven, maar nooit iets gehoord. Voor de zekerheid nog een keer: graag een plek.",
        "Vorige week stuurde ik een aanmelding, die is denk ik niet aangekomen. Daarom opnieuw: ik kom graag.",
        "Tweede poging: ik wil me graag aanmelden. Mijn eerste mail kwam terug.",
        "I think I already signed up but never got a confirmation, so here it is again: please register me.",
    ],
)
def test_a_sign_up_made_once_more_is_one(text: str) -> None:
    reading = reading_of(text)

    assert [(r.action.value, r.name) for r in reading.requests] == [("register", "Marije Tuinstra")]
    assert reading.reasons == ()


def test_a_heading_that_signs_up_is_no_change_of_what_was_booked() -> None:
    text = (
        "Aanmelding voor 30 maart, gemeente Ede. Ik had bedacht: ronde 1 Vooroordelen. Laat die naar ronde 3 verhuizen."
    )

    assert [r.action.value for r in reading_of(text, subject="Workshops").requests] == ["register"]


@pytest.mark.parametrize(
    "text",
    [
        "Ik kom zelf. Wethouder Wim de Groot komt ook. Tot slot onze trainee Noor Vis: die hoeft geen workshop.",
        "Ik kom op 30 maart. Daarnaast Wim de Groot. Ten slotte onze trainee Noor Vis, zij eet vegetarisch.",
    ],
)
def test_who_comes_last_of_a_row_told_one_by_one_comes_too(text: str) -> None:
    assert {r.name for r in reading_of(text).requests} == {"Marije Tuinstra", "Wim de Groot", "Noor Vis"}


@pytest.mark.parametrize(
    "text",
    [
        "30 maart laat ik lopen, maar voor de middag in Den Haag in juni graag: schrijf me in.",
        "Helaas valt 30 maart af. Zet mij wel op de lijst voor Den Haag in juni.",
        "I'll give 30 March a miss, but please sign me up for 20 June.",
        "Ik meld me aan voor 20 juni. In maart ben ik nog met zwangerschapsverlof.",
    ],
)
def test_the_event_that_is_let_go_is_not_meant(text: str) -> None:
    reading = reading_of(text, subject="Aanmelding")

    assert (reading.event, [r.action.value for r in reading.requests]) == (DEN_HAAG, ["register"])
    assert reading.reasons == ()


def test_a_seat_that_is_to_stay_is_kept() -> None:
    reading = reading_of("Haal me van de lijst van 30 maart. De plek voor 20 juni wil ik houden.", subject="Afmelding")

    assert (reading.event, [r.action.value for r in reading.requests]) == (UTRECHT, ["cancel"])
    assert reading.reasons == ()


@pytest.mark.parametrize(
    "text",
    [
        "I have to drop out of 30 March. Don't give my place to Wim de Groot, he isn't interested.",
        "Ik moet afzeggen voor 30 maart. Geef mijn plek niet aan Wim de Groot, hij heeft geen tijd.",
    ],
)
def test_who_is_not_to_have_a_seat_gets_none(text: str) -> None:
    assert [(r.action.value, r.name) for r in reading_of(text).requests] == [("cancel", "Marije Tuinstra")]


@pytest.mark.parametrize(
    "text",
    [
        "hirbij wil ik me graag anmelden voor de byeenkomst op 30 maart. sorry voor fouten, ik heb dyslexi.",
        "Ik kom op 30 maart. (Els Bakker in cc hoeft alleen te weten dat ik mij heb aangemeld.)",
    ],
)
def test_misspelt_or_told_to_whoever_reads_along_a_sign_up_is_one(text: str) -> None:
    reading = reading_of(text)

    assert [(r.action.value, r.name) for r in reading.requests] == [("register", "Marije Tuinstra")]
    assert reading.reasons == ()


def test_the_number_of_a_date_counts_nobody_who_falls_out() -> None:
    reading = reading_of("Helaas valt 20 juni bij mij weg. Haalt u mij daar van de lijst.", subject="Afmelding")

    assert (reading.event, [r.action.value for r in reading.requests]) == (DEN_HAAG, ["cancel"])
    assert reading.reasons == ()
