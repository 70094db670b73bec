"""Titles, addresses, numbers and forms that are hard to bring to their people. Short mails, read whole."""

import pytest

from tests.unit.reading.housing import S, people


@pytest.mark.parametrize(
    ("said", "mila", "joost"),
    [
        ("Mila is onze wijkcoach, Joost werkt als jurist.", "wijkcoach", "jurist"),
        ("Mila is bij ons projectleider Wonen, Joost is jurist.", "projectleider Wonen", "jurist"),
        ("Onze directeur vond het goed, dus Mila en Joost gaan mee.", None, None),
        ("Onze wijkcoach, Mila Jansen, reist met Joost.", "wijkcoach", None),
        ("Mila Jansen - jurist - eet halal.", "jurist", None),
    ],
)
def test_a_title_is_of_whom_the_sentence_says_it(said: str, mila: str | None, joost: str | None) -> None:
    mail = f"Mila Jansen, Joost Smit en ik komen graag. {said}\n\nKarin Visser"

    found = people(mail)

    assert (found["Mila Jansen"].role, found["Joost Smit"].role) == (mila, joost)


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("Ik kom in mijn hoedanigheid van raadslid.", "raadslid"),
        ("Ik ben geen ambtenaar maar wel voorzitter van de wijkraad.", "voorzitter van de wijkraad"),
        ("Functie: regisseur wonen, Zeist.", "regisseur wonen"),
        ("I'm the mayor's adviser.", "mayor's adviser"),
        ("I'm a postdoctoral researcher working with prof. De Haan.", "postdoctoral researcher"),
        ("Ik ben Karin Visser, jurist (team Noord).", "jurist"),
    ],
)
def test_a_title_is_read_to_its_ends(said: str, role: str) -> None:
    assert people(f"Graag meld ik mij aan. {said}")["Karin Visser"].role == role


def test_a_slash_parts_a_title_from_what_is_none() -> None:
    mail = "Wij komen met z'n tweeën:\nMila Jansen / jurist / Daklozen\nKarin Visser / coach / adviseur wonen\n"

    found = people(mail)

    assert (found["Mila Jansen"].role, found["Karin Visser"].role) == ("jurist", "coach / adviseur wonen")


@pytest.mark.parametrize(
    ("said", "email"),
    [
        ("Bereikbaar is hij via joost@zeist.nl.", "joost@zeist.nl"),
        ("Zijn adres is jhuebner@zeist.nl.", "jhuebner@zeist.nl"),
        ("Onze adressen zijn steeds voorletter.achternaam@zeist.nl.", None),
    ],
)
def test_an_address_may_be_made_of_a_given_name_or_of_an_umlaut_but_not_of_a_rule(said: str, email: str | None) -> None:
    found = people(f"Joost Hübner en ik komen graag. {said}\n\nKarin Visser")

    assert found["Joost Hübner"].email == email


def test_an_address_in_the_cc_without_a_name_is_of_whose_name_it_is_made() -> None:
    found = people("Joost Smit (cc) en ik komen graag.\n\nKarin Visser", Cc="j.smit@zeist.nl")

    assert found["Joost Smit"].email == "j.smit@zeist.nl"


def test_who_writes_from_a_shared_mailbox_is_reached_at_the_address_of_their_own() -> None:
    mail = "Graag meld ik mij aan; mijn eigen adres: k.visser@zeist.nl.\n\nKarin Visser"

    assert people(mail, "Team Wonen <wonen@zeist.nl>")["Karin Visser"].email == "k.visser@zeist.nl"


@pytest.mark.parametrize(
    ("below", "phone"),
    [("T 14 030", "14 030"), ("T 14 030\nM 06 11 22 33 44", "06 11 22 33 44"), ("0900-1234", "0900-1234")],
)
def test_a_town_halls_number_serves_where_there_is_no_other(below: str, phone: str) -> None:
    assert people(f"Graag kom ik.\n\nGroet,\nKarin Visser\n{below}")["Karin Visser"].phone == phone


def test_who_gives_up_a_seat_is_known_by_the_signature() -> None:
    found = people(
        "Ik meld me af voor 18 april, Mila Jansen komt in mijn plaats.\n\nGroet,\nKarin Visser\njurist\n06 11 22 33 44"
    )

    assert (found["Karin Visser"].role, found["Karin Visser"].phone) == ("jurist", "06 11 22 33 44")


def test_a_form_of_two_columns_is_no_table_though_a_value_looks_like_a_head() -> None:
    rows = {"Voornaam": "Mila", "Achternaam": "Jansen", "Functie": "medewerker wonen", "Organisatie": "Thuis in Ede"}

    (mila,) = people("\n".join(f"{label}\t{value}" for label, value in rows.items()) + "\n").values()

    assert (mila.name, mila.role, mila.organisation) == ("Mila Jansen", "medewerker wonen", "Thuis in Ede")


def test_what_a_cell_adds_to_a_name_is_of_its_owner() -> None:
    mail = "Graag aanmelden:\n\nNaam\tRonde 1\nMila Jansen (jurist, halal)\tDaklozen\nJoost Smit (coach)\t-\n"

    found = people(mail)

    assert (found["Mila Jansen"].role, found["Mila Jansen"].diet, found["Joost Smit"].role) == (
        "jurist",
        "halal",
        "coach",
    )


def test_a_first_choice_is_no_first_round() -> None:
    mail = "Naam: Karin Visser\nWorkshop 1e keus: Woningsplitsing\nRonde: 3\n"

    assert [(c.round, c.workshop) for c in people(mail)["Karin Visser"].workshops] == [(3, S)]
