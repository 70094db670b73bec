"""What a letter takes back, turns to, or tells of another day contradicts nothing."""

import pytest

from tests.unit.reading.test_doubts import reading_of

UTRECHT, DEN_HAAG = "discriminatie-2023", "mensenrechten-2023"


@pytest.mark.parametrize(
    ("event", "text"),
    [
        (DEN_HAAG, "Graag meld ik me aan voor 30 maart. O nee, ik bedoel die van 20 juni in Den Haag."),
        (UTRECHT, "Hierbij mijn aanmelding voor 20 juni, sorry, 30 maart moet dat zijn."),
        (UTRECHT, "Schrijf mij in voor de bijeenkomst in juni. Of wacht, nee: die van 30 maart."),
        (UTRECHT, "Please sign me up for 20 June. Sorry, I mean the one on 30 March."),
        (DEN_HAAG, "Ik kom op 30 maart. Vergissing, dan ben ik op reis: 20 juni natuurlijk!"),
    ],
)
def test_the_event_to_which_a_letter_turns_is_meant(event: str, text: str) -> None:
    reading = reading_of(text, subject="Aanmelding")

    assert (reading.event, reading.reasons) == (event, ())


def test_sorry_for_a_late_answer_turns_to_nothing() -> None:
    reading = reading_of(
        "Ik kom graag op 30 maart. Sorry voor de late reactie. Ook 20 juni graag!", subject="Aanmelding"
    )

    assert reading.event == UTRECHT


@pytest.mark.parametrize(
    "text",
    [
        "In ronde 1 graag Vooroordelen Voorbij. Oeps, ik zie dat ik die ronde niet haal met de trein.",
        "Oh wacht, de lunch haal ik niet, ik kom pas om half twee.",
        "Ons afdelingshoofd Peter Lemmens was ook van plan te komen maar die zit dan op de wintersport.",
        "Peter Lemmens hoopte ook te komen, maar is dan op cursus.",
        "Mijn collega's Peter Lemmens en Noor Vis gaan ook, maar die regelen dat zelf met u.",
        "Peter Lemmens komt ook, maar die geeft zich zelf op.",
        "Ik doe dit als vrijwilliger, niet voor mijn werk.",
        "Peter Lemmens kan niet, dus zet mijn naam op de lijst en niet de zijne.",
        "Vrijdag en zaterdag ben ik er niet, daarna bereikt u mij gewoon weer.",
        "Van 20 tot 24 februari ben ik afwezig, bel dus liever daarna.",
        "Ik zit thuis met een kapotte laptop, vandaar de telefoon.",
        "Eerst wilde ik niet en er was even twijfel, maar die is voorbij.",
        "Een collega zei: 'jij hebt je zeker allang opgegeven?' Nee dus.",
    ],
)
def test_none_of_this_puts_a_sign_up_in_doubt(text: str) -> None:
    reading = reading_of(f"Ik meld me aan voor 30 maart. {text}")

    assert [(r.action.value, r.name) for r in reading.requests] == [("register", "Marije Tuinstra")]
    assert reading.reasons == ()


@pytest.mark.parametrize(
    "text",
    [
        "Els sluit pas na de lunch aan, ze heeft eerst nog een overleg.",
        "Els komt pas om 11 uur, want zij heeft eerst nog een overleg.",
    ],
)
def test_who_comes_later_stays_away_from_nothing(text: str) -> None:
    reading = reading_of(f"Graag aanmelden voor 30 maart: ikzelf en Els Bakker. {text}")

    assert {r.name for r in reading.requests} == {"Marije Tuinstra", "Els Bakker"}
    assert "contradiction" not in reading.reasons


@pytest.mark.parametrize(
    "text",
    [
        "Vorige week heb ik me aangemeld (staat op naam van Marije Tuinstra). In ronde 2 graag Vooroordelen Voorbij.",
        "Ik sta op de lijst voor 30 maart. Ik heb me bedacht: in ronde 2 liever naar Vooroordelen Voorbij.",
    ],
)
def test_who_is_booked_and_thinks_again_of_a_workshop_changes_it(text: str) -> None:
    reading = reading_of(text)

    assert [(r.action.value, r.name) for r in reading.requests] == [("change", "Marije Tuinstra")]
    assert reading.reasons == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ik heb me bedacht. Haal me maar van de lijst.",
        "Oeps, ik zie nu dat ik dan op vakantie ben.",
        "Peter Lemmens schrijf ik hierbij ook in, maar die is dan op vakantie.",
        "O nee, op de 30e ben ik er niet.",
    ],
)
def test_but_what_is_taken_back_is(text: str) -> None:
    assert reading_of(f"Ik meld me aan voor 30 maart. {text}").review


def test_who_replaces_somebody_in_their_own_words_takes_the_seat() -> None:
    text = "Wim Smit, die ik eerder bij jullie had aangemeld, is verhinderd. Ik vervang hem op 30 maart."

    assert {(r.action.value, r.name) for r in reading_of(text).requests} == {
        ("cancel", "Wim Smit"),
        ("register", "Marije Tuinstra"),
    }
