"""A word or two to an invitation; and mail in which somebody sells something."""

import pytest

from mailbot.domain.reading import Kind
from tests.unit.reading.test_policy import reading_of

INVITED = (
    "Op ma 13 feb 2023 om 09:00 schreef Platform <platform@voorbeeldplatform.nl>:\n\n"
    "> Op 9 maart is de lezing Sterren boven zee, met Sanne de Ruiter en Koen Wit.\n"
    "> Graag nodigen wij u uit. Wilt u deelnemen? Stuur ons een mail.\n"
)
CONFIRMED = (
    "Op ma 13 feb 2023 om 09:00 schreef Platform <platform@voorbeeldplatform.nl>:\n\n"
    "> U bent aangemeld voor de lezing.\n> Naam: Marije Tuinstra\n"
)


@pytest.mark.parametrize(
    "answer",
    [
        "Graag.",
        "Ja, graag!",
        "Ja leuk, graag",
        "Heel graag, dank voor de uitnodiging",
        "Met alle plezier!",
        "Uiteraard.",
        "Zeker, leuk initiatief!",
        "1x graag",
        "Yes please!",
        "Count me in",
        "Lijkt me leuk, ja!",
        "Graag! Ik eet vegetarisch.",
        "Ja, graag. Tot de 9e.",
    ],
)
def test_yes_to_our_invitation_signs_up_the_writer(answer: str) -> None:
    reading = reading_of(f"{answer}\n\nMarije Tuinstra\n\n{INVITED}", Subject="RE: Uitnodiging lezing")

    assert [(r.action.value, r.name) for r in reading.requests] == [("register", "Marije Tuinstra")]
    assert (reading.event, reading.review) == ("lezing-sterren", False)


@pytest.mark.parametrize(
    "said", ["1x graag.", "Aanwezig.", "present", "Komt!", "Ik ga!", "1 persoon", "Deelname: ja", "Attending."]
)
def test_yes_under_a_subject_that_names_the_event_signs_up_the_writer(said: str) -> None:
    reading = reading_of(f"{said}\n\nMarije", Subject="Lezing 9 maart")

    assert [(r.action.value, r.name) for r in reading.requests] == [("register", "Marije Tuinstra")]


@pytest.mark.parametrize(
    ("answer", "quoted", "subject"),
    [
        ("Prima, dank!", CONFIRMED, "RE: Bevestiging"),
        ("Ja, dank je wel", CONFIRMED, "RE: Bevestiging"),
        ("Leuk, dank je", INVITED, "RE: Uitnodiging lezing"),
        ("Ja graag.", "", "RE: ons gesprek"),
        ("Nee, dank u", INVITED, "RE: Uitnodiging lezing"),
        ("Niet aanwezig.", "", "Lezing 9 maart"),
        ("Aanwezig?", "", "Lezing 9 maart"),
        ("Aanwezig.", "", "Ons gesprek"),
    ],
)
def test_other_answers_of_a_word_or_two_sign_up_nobody(answer: str, quoted: str, subject: str) -> None:
    reading = reading_of(f"{answer}\n\nMarije Tuinstra\n\n{quoted}", Subject=subject)

    assert reading.requests == ()


@pytest.mark.parametrize(
    "text",
    [
        "Wij zagen dat u op 9 maart een lezing organiseert. Heeft u al gedacht aan een sneltekenaar? "
        "Meld u aan voor onze gratis inspiratiesessie en ontvang 15% korting.",
        "Wist u dat ons landgoed de helft kost? Meld u nu aan voor onze locatiedag.\n\nJa, ik schrijf mij in\n\n"
        "Met vriendelijke groet,\nMarije Tuinstra\nGeen mail meer ontvangen? Uitschrijven",
        "Onze fotografen staan voor u klaar. Schrijf u vóór 1 maart in en ontvang 10% korting op uw volgende congres.",
        "I noticed that you are hosting a lecture. Did you know that we offer catering? Sign up for our newsletter.",
    ],
)
def test_who_sells_something_signs_up_for_nothing(text: str) -> None:
    reading = reading_of(f"Beste organisator,\n\n{text}", Subject="Uw lezing op 9 maart")

    assert (reading.kind, reading.requests) == (Kind.UNRELATED, ())


@pytest.mark.parametrize(
    "text",
    [
        "Ik las dat jullie op 9 maart een lezing organiseren; meld mij maar aan.",
        "Ik begreep dat de lezing gratis is. Ik kom graag!",
        "Graag aanwezig bij de lezing. Een factuur is niet nodig.",
        "Ik kom graag naar de lezing.\n\nMet vriendelijke groet,\nMarije Tuinstra\nAccountmanager\n\n"
        "Meld u nu aan voor onze gratis nieuwsbrief en ontvang 10% korting!",
    ],
)
def test_who_uses_a_sellers_word_may_well_come(text: str) -> None:
    reading = reading_of(text, Subject="Lezing")

    assert [(r.action.value, r.name) for r in reading.requests] == [("register", "Marije Tuinstra")]
    assert not reading.review


def test_who_says_that_somebody_with_an_office_comes_does_not_come_by_that() -> None:
    reading = reading_of("De wethouder neemt graag deel aan de lezing.\n\nGroet,\nMarije Tuinstra")

    assert (reading.review, [r.name for r in reading.requests]) == (True, [])
