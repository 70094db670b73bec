"""Whose workshops go with a seat, and who has those that somebody else had. Short mails, read whole."""

import pytest

from tests.unit.reading.test_whose_workshops import chosen


def test_who_takes_over_has_what_the_other_had() -> None:
    said = "Joost Smit komt in mijn plaats en neemt mijn workshops over: ik stond bij daklozen in ronde 1 en bij"

    assert chosen(f"Helaas kan ik niet komen. {said} splitsing in ronde 3.\n\nKarin Visser")["Joost"] == "1D 3S"


BOOKED = """

Op ma 13 mrt. 2023 om 10:31 schreef Platform <platform@voorbeeldplatform.nl>:

> Beste Karin Visser,
>
> U bent ingeschreven voor Wonen voor iedereen.
> Ronde 1: Opvang van daklozen
> Ronde 3: Woningsplitsing zonder zorgen
"""


@pytest.mark.parametrize(
    ("said", "joost"),
    [
        ("De workshops mag hij van me overnemen.", "1D 3S"),
        ("De workshops uit onderstaande bevestiging mogen voor hem zo blijven staan.", "1D 3S"),
        ("De gekozen workshops gelden ook voor hem.", "1D 3S"),
        ("Hij gaat naar dezelfde workshops als waar ik voor stond.", "1D 3S"),
        ("Aan de workshops hoeft niets te veranderen.", "1D 3S"),
        ("Wilt u de workshops op zijn naam zetten?", "1D 3S"),
        ("Hij volgt de workshops die ik had gekozen.", "1D 3S"),
        ("Mijn workshops vervallen, hij kiest ter plekke.", ""),
        ("De workshops mogen zo blijven, alleen de lunch niet: hij eet halal.", "1D 3S"),
        ("De workshops mogen blijven staan, behalve die in ronde 3.", ""),
        ("Hij heeft geen interesse in mijn workshops, maar wil in ronde 2 naar daklozen.", "2D"),
        ("Hij gaat niet naar de workshops die ik had uitgekozen maar in ronde 2 naar daklozen.", "2D"),
        ("Hij doet in ronde 2 daklozen, net als ik zou doen.", "2D"),
        ("Hij kiest zelf nog workshops.", ""),
        ("Over de workshops mailt hij zelf nog.", ""),
        ("Mijn workshops hoeft hij niet, hij wil alleen ronde 2 daklozen.", "2D"),
    ],
)
def test_the_workshops_of_a_seat_go_with_it_where_that_is_said(said: str, joost: str) -> None:
    mail = f"Helaas kan ik niet komen. Joost Smit komt in mijn plaats. {said}\n\nKarin Visser{BOOKED}"

    assert chosen(mail)["Joost"] == joost


def test_the_same_workshop_as_a_colleague_who_is_booked_already() -> None:
    said = "Mijn collega Joost Smit heeft zich al opgegeven voor woningsplitsing in ronde 1. Zelf wil ik ook komen en"

    assert chosen(f"{said} dezelfde workshop doen, maar dan in ronde 3.\n\nKarin Visser") == {"Karin": "3S"}


def test_what_somebody_had_chosen_is_not_whose_it_becomes() -> None:
    mail = (
        "Ik kan helaas niet komen. Joost Smit neemt mijn plek over. Hij eet halal en gaat niet naar de workshop die ik "
        "had gekozen maar in ronde 2 naar Opvang van daklozen.\n\nKarin Visser"
    )

    assert chosen(mail)["Joost"] == "2D"
