"""Whose is what is said of "mama", "de stagiair", "my wife": of whom a letter introduced by that word, or of nobody."""

import pytest

from tests.unit.reading.housing import people, reasons

HOME = "Karin Visser <k.visser@ziggo.nl>"


def told(said: str, sender: str = HOME) -> dict[str, tuple[str | None, ...]]:
    """By given name what a mail comes to: role, diet, needs, telephone, address."""
    found = people(f"{said}\n\nGroet,\nKarin Visser", sender)
    return {str(n).split()[0]: (r.role, r.diet, r.access, r.phone, r.email) for n, r in found.items()}


@pytest.mark.parametrize(
    ("said", "other", "karin"),
    [
        ("Mijn moeder Hetty Vos en ik komen. Moeder is jurist, ik griffier.", ("jurist",), "griffier"),
        ("Mijn zus Froukje Visser en ik komen. Zus is arts, ik jurist.", ("arts",), "jurist"),
        ("My wife Anna Bell and I would like to come. She is a nurse, I am a teacher.", ("nurse",), "teacher"),
        ("Mijn vader, Douwe Visser, en ik komen graag. Pa zit in een rolstoel.", (None, None, "rolstoel"), None),
        ("Ik kom met mijn broer Jelle Visser. Broer loopt met een rollator.", (None, None, "rollator"), None),
        ("Mijn opa Geert Wind gaat mee en ik kom ook. Opa is blind.", (None, None, "blind"), None),
        ("Graag aanmelden: Nel Otten (mijn moeder) en ik. Mama eet vegetarisch.", (None, "vegetarisch"), None),
        ("Nel Otten, mijn buurvrouw, en ik komen graag. De buurvrouw eet halal.", (None, "halal"), None),
        ("Onze stagiair Bram Noord en ik komen. De stagiair eet veganistisch.", ("stagiair", "veganistisch"), None),
        ("Mijn man Klaas Wind en ik komen. Mijn man heeft 06-12345678.", (None, None, None, "06-12345678"), None),
        ("Mijn man Klaas Wind en ik komen. Manlief leest klaas@home.nl.", (*(None,) * 4, "klaas@home.nl"), None),
    ],
)  # fmt: skip
def test_a_word_by_which_somebody_was_introduced_means_them(
    said: str, other: tuple[str | None, ...], karin: str | None
) -> None:
    found = told(said)

    mine, theirs = found.pop("Karin"), next(iter(found.values()))
    assert theirs == (*other, *(None,) * (5 - len(other)))
    assert mine == (karin, None, None, None, "k.visser@ziggo.nl")


@pytest.mark.parametrize(
    "said",
    [
        "Mijn vader Douwe Visser en ik komen. Mijn moeder zit in een rolstoel en blijft thuis.",
        "Mijn collega Sietske Buma en ik komen. Een andere collega is allergisch voor noten, vandaar.",
        "Mijn zus Froukje Visser en ik komen graag. Haar man is voorzitter van de KBO, maar die blijft thuis.",
        "Mijn moeder Hetty Vlas kan niet komen, ik wel. Moeder is slechtziend.",
    ],
)
def test_somebody_else_of_ours_is_nobody_who_comes(said: str) -> None:
    assert {person[:4] for person in told(said).values()} == {(None, None, None, None)}


def test_two_who_were_introduced_alike_are_neither_meant() -> None:
    found = told("Mijn collega Sietske Buma, mijn collega Wim Pot en ik komen. Mijn collega eet halal.")

    assert {diet for _, diet, *_ in found.values()} == {None}


@pytest.mark.parametrize(
    ("said", "organisation"),
    [
        ("Mijn man Klaas Wind en ik komen graag.", None),
        ("Mijn collega Klaas Wind en ik komen graag.", "Gemeente Zeist"),
    ],
)
def test_who_comes_as_family_is_of_no_house_of_the_writer(said: str, organisation: str | None) -> None:
    found = people(f"{said}\n\nKarin Visser")

    assert found["Klaas Wind"].organisation == organisation


def test_the_employer_of_ones_husband_is_not_ones_own() -> None:
    said = "Mijn man Klaas Wind en ik komen graag. Mijn man werkt bij de gemeente Assen, ik ben docent."

    found = people(f"{said}\n\nKarin Visser", HOME)

    assert (found["Klaas Wind"].organisation, found["Karin Visser"].organisation) == ("Gemeente Assen", None)


def test_a_house_that_two_run_is_of_both() -> None:
    said = "Mijn moeder Hetty Vlas en ik runnen samen stichting De Open Kring in Almelo. Wij komen graag."

    found = people(f"{said}\n\nKarin Visser", HOME)

    assert {one.organisation for one in found.values()} == {"stichting De Open Kring"}


def test_which_of_two_is_the_father_is_asked() -> None:
    mail = "Mijn vader en moeder, Jan Vos en Els Vos-Bos, en ik komen graag. Vader is blind.\n\nKarin Visser"

    assert reasons(mail, HOME) == ("unclear_whose",)


def test_a_relation_tells_who_comes_and_who_does_not() -> None:
    found = people("Ik had mijn zus Els Bos aangemeld. Zus is helaas ziek en kan niet.\n\nKarin Visser", HOME)

    assert {name: request.action.value for name, request in found.items()} == {"Els Bos": "cancel"}


def test_nobody_is_cancelled_in_place_of_a_sister() -> None:
    mail = "Ik had mij en mijn zus Els Bos aangemeld. Mijn zus kan toch niet, ik wel.\n\nKarin Visser"

    assert {name: request.action.value for name, request in people(mail, HOME).items()} == {"Els Bos": "cancel"}
