"""What a letter says beside the sign-up holds it where it counts; and what only looks like it holds nothing."""

import pytest

from mailbot.domain.reading import Reading
from tests.unit.reading.test_doubts import reading_of


def acts(reading: Reading) -> list[tuple[str, str | None, str | None]]:
    return [(request.action.value, request.name, request.event) for request in reading.requests]


@pytest.mark.parametrize(
    "text",
    [
        "Ik kom graag op 30 maart, maar alleen als de toegang gratis is.",
        "Graag meld ik mij aan voor 30 maart. Wel alleen als er geen kosten aan verbonden zijn.",
        "Graag een plek op 30 maart. Als er een bijdrage gevraagd wordt, dan liever niet.",
        "Noteer mij voor de 30e. Mocht het in de zaal te vol worden, dan haak ik af.",
        "Schrijf me in voor 30 maart, zolang het maar niets kost.",
        "Please put me down for 30 March, but only if entrance is free.",
    ],
)
def test_a_condition_behind_a_sign_up_is_one(text: str) -> None:
    assert "undecided" in reading_of(text).reasons


@pytest.mark.parametrize(
    "text",
    [
        "Ik kom graag op 30 maart. Alleen als het regent kom ik met de auto, anders met de trein.",
        "Ik kom graag op 30 maart, maar alleen voor het middagdeel.",
        "Meld mij aan voor 30 maart. Alleen als u vragen heeft hoor ik het graag.",
        "Ik kom graag op 30 maart. Toegang is gratis, begrijp ik?",
    ],
)
def test_only_if_said_of_something_else_holds_nothing(text: str) -> None:
    assert not {"condition", "undecided"}.intersection(reading_of(text).reasons)


@pytest.mark.parametrize("text", ["Els Bos komt ook.", "Mijn collega Els Bos gaat ook mee."])
def test_somebody_who_comes_too_comes_with_somebody(text: str) -> None:
    assert "unclear_person" in reading_of(text, "Aanmelding").reasons


@pytest.mark.parametrize("text", ["Ik kom. Els Bos komt ook.", "Ik had me al aangemeld. Els Bos komt ook."])
def test_it_is_clear_who_comes_too_where_the_writer_is_told_of(text: str) -> None:
    assert not reading_of(text, "Aanmelding").review


def test_two_of_nearly_one_name_are_one_person_misspelt() -> None:
    reading = reading_of("Ik wil mezelf en Frank Hermans opgeven, eh, correctie, Frank Hermens met een e dus.")

    assert "same_name_twice" in reading.reasons


def test_a_first_name_that_is_told_apart_belongs_to_somebody() -> None:
    reading = reading_of("U mag mij inboeken onder de naam Tjon A Loi, voornaam Ronald.")

    assert reading.review


def test_who_gives_up_a_seat_sees_nobody_there() -> None:
    assert reading_of("Ik meld me hierbij af en zie jullie de 30e!", "Afmelding").review
    assert not reading_of("Ik meld me hierbij af voor 30 maart. Tot ziens!", "Afmelding").review


def test_who_goes_all_the_same_may_go_instead() -> None:
    reading = reading_of(
        "Wethouder Wim Smit had zich opgegeven, maar hij moet weg. Wilt u hem uitschrijven? Zijn adviseur, "
        "Els Bos, gaat wel."
    )

    assert "unexplained_person" in reading.reasons
    assert acts(reading)[0][:2] == ("cancel", "Wim Smit")


def test_a_rank_is_no_part_of_a_name() -> None:
    reading = reading_of("Graag meld ik brigadier Sander Roelofs aan voor 30 maart.")

    assert acts(reading) == [("register", "Sander Roelofs", None)]


def test_what_is_asked_in_one_breath_is_asked_of_both_events() -> None:
    reading = reading_of("Meld mij af voor 30 maart en voor de middag in Den Haag.")

    assert [action for action, *_ in acts(reading)] == ["cancel", "cancel"]
    assert not reading.review


@pytest.mark.parametrize(
    "text",
    [
        "Ik kom graag op 30 maart. In juni kan ik niet, Tom Bakker kan dan wel.",
        "Ik meld mij aan voor 30 maart en Els Bos voor 20 juni.",
        "Ik meld me af voor 30 maart en aan voor 20 juni.",
        "Op 30 maart kan ik niet, Tom Bakker wel. In juni ben ik er zelf.",
        "Helaas moet ik me afmelden voor 30 maart. Voor Den Haag trouwens ook.",
        "Hierbij mijn aanmelding voor de bijeenkomst van 30 maart in het Haagse stadhuis.",
    ],
)
def test_what_is_said_of_the_other_event_is_not_lost(text: str) -> None:
    assert "two_events" in reading_of(text, "Bijeenkomst").reasons


@pytest.mark.parametrize(
    "text",
    [
        "Meld mij af voor 30 maart. Ik heb die dag 's middags een afspraak in Den Haag.",
        "30 maart zeg ik af, 20 juni blijft staan.",
        "Graag meld ik Rosa Maart (rosa.juni@wierhaven.nl) aan voor 30 maart.",
        "Ik kom graag op 30 maart. Groeten uit Den Haag.",
    ],
)
def test_another_event_in_passing_holds_nothing(text: str) -> None:
    assert "two_events" not in reading_of(text).reasons


def a_list(item: str) -> Reading:
    return reading_of(
        f"Graag inschrijven voor 30 maart:\n\n1. {item}\n2. Els Bos, secretaris\n3. Wim Smit, vegetarisch"
    )


@pytest.mark.parametrize("item", ["X. (Xx) Ippel", "Ypma, wethouder", "?", "dhr. Xqz, voorzitter"])
def test_a_line_of_a_list_of_people_from_which_nobody_is_read_goes_to_a_person(item: str) -> None:
    assert a_list(item).review


@pytest.mark.parametrize("item", ["Noor Tal", "Lunch graag zonder noten", "Gemeente Wierhaven:", "Workshops: geen"])
def test_one_that_names_nobody_or_somebody_we_know_does_not(item: str) -> None:
    assert not a_list(item).review


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Via de link hieronder kunt u met uw account inloggen.\n\nhttps://x.example/login", True),
        ("Wilt u op https://x.example klikken om uw postvak te bevestigen?", True),
        ("Ik kon op https://x.example niet inloggen.", False),
        ("Meer over ons werk leest u op https://x.example/wij.", False),
    ],
)
def test_a_mail_that_wants_us_to_log_in_somewhere_goes_to_a_person(text: str, held: bool) -> None:
    assert ("link" in reading_of(f"Ik kom graag op 30 maart. {text}").reasons) is held


@pytest.mark.parametrize(("hour", "held"), [("15.00 uur", True), ("14.00 uur", False)])
def test_a_round_told_at_the_hour_of_another_goes_to_a_person(hour: str, held: bool) -> None:
    reading = reading_of(f"Ik kom graag op 30 maart.\n\nRonde 2 ({hour}): Vooroordelen Voorbij")

    assert ("unclear_workshop" in reading.reasons) is held


@pytest.mark.parametrize("text", ["Ja, goed idee Els!", "Ja, Els. Doen we!"])
def test_a_yes_is_not_of_whom_it_is_said_to(text: str) -> None:
    reading = reading_of(f"{text} Graag een plekje voor mij op 30 maart.")

    assert [name for _, name, _ in acts(reading)] == ["Marije Tuinstra"]


def test_who_comes_along_and_is_no_guest_is_not_signed_up() -> None:
    text = "Ik kom op 30 maart en neem mijn schrijftolk mee, Harm Nuis. Hij werkt en is geen deelnemer."

    assert [name for _, name, _ in acts(reading_of(text))] == ["Marije Tuinstra"]
