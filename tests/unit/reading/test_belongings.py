"""Whose is all that a signature, a list, a table, a form or an earlier letter tells? Short mails, read whole."""

import pytest

from mailbot.reading.message.parse import parse
from mailbot.reading.read import read
from mailbot.reading.screening.screen import OwnIdentity, screen
from tests.unit.reading.housing import CONTEXT, OURS, D, S, people
from tests.unit.reading.letters import a_mail


def test_the_signature_is_its_authors() -> None:
    mail = """Graag meld ik mij aan.

Met vriendelijke groet,
Karin Visser
Senior adviseur Inclusie
Gemeente Zeist
T 030 698 12 34 | M 06 12 34 56 78"""

    karin = people(mail)["Karin Visser"]

    assert (karin.role, karin.organisation, karin.phone) == (
        "Senior adviseur Inclusie",
        "Gemeente Zeist",
        "06 12 34 56 78",
    )


def test_a_closing_line_may_be_the_whole_signature() -> None:
    mail = "Ik kom graag.\n\nGroet, Karin Visser, Stichting De Brug, regisseur, 06-12345678"

    karin = people(mail, "Karin Visser <karin@gmail.com>")["Karin Visser"]

    assert (karin.organisation, karin.role, karin.phone) == ("Stichting De Brug", "regisseur", "06-12345678")


def test_who_gives_up_a_seat_is_known_by_the_signature() -> None:
    found = people(
        "Ik meld me af voor 18 april, Mila Jansen komt in mijn plaats.\n\nGroet,\nKarin Visser\njurist\n06 11 22 33 44"
    )

    assert (found["Karin Visser"].role, found["Karin Visser"].phone) == ("jurist", "06 11 22 33 44")


@pytest.mark.parametrize(
    ("below", "sender", "name"),
    [
        ("\n\nKarin Visser", "info@onderdak.nl", "Karin Visser"),
        ("\nTh. (Theo) van Hooff\nvoorzitter Adviesraad Zeist", "wmoraad.zeist@kpnmail.nl", "Theo van Hooff"),
        (
            "\n\nA.C.M. Visser-Bos\nburgemeester van Zeist\nkabinetschef: mw. I. Duin, 030-1234567",
            "Burgemeester Zeist <burgemeester@zeist.nl>",
            "A.C.M. Visser-Bos",
        ),
        ("\n\nGroet,\nBep", '"Wit, E.M. de" <e.dewit@zeist.nl>', "E.M. de Wit"),
        ("\n\nGroet,\nBep de Wit", "Elisabeth de Wit <e.dewit@zeist.nl>", "Elisabeth de Wit"),
        ("\n\nGroet, ook namens Eva,\nKarin Visser", "Karin Visser <k.visser@zeist.nl>", "Karin Visser"),
    ],
)
def test_the_writer_is_who_signs(below: str, sender: str, name: str) -> None:
    message = parse(a_mail(f"Graag meld ik mij aan voor 18 april.{below}", From=sender))

    reading = read(message, screen(message, OwnIdentity(frozenset({OURS}))), CONTEXT)

    assert ([request.name for request in reading.requests], reading.review) == ([name], False)


def test_who_begins_with_name_title_and_house_and_asks_then_signs_nothing() -> None:
    mail = (
        "Dag,\n\nKarin Visser, jurist, gemeente Zeist. Graag een plek op 18 april.\n\n"
        "In ronde 1 Opvang van daklozen.\n\nKarin"
    )

    karin = people(mail)["Karin Visser"]

    assert [(choice.round, choice.workshop) for choice in karin.workshops] == [(1, D)]
    assert (karin.role, karin.organisation) == ("jurist", "Gemeente Zeist")


def test_what_stands_in_an_item_of_a_list_is_of_whoever_is_named_there() -> None:
    mail = """Graag aanmelden voor 18 april:
- Karin Visser, jurist, vegetarisch
- Joost Smit, teamleider, j.smit@zeist.nl, glutenvrij, rolstoel, ronde 2 daklozen

Groet, Karin"""

    both = people(mail)

    assert (both["Karin Visser"].role, both["Karin Visser"].diet) == ("jurist", "vegetarisch")
    joost = both["Joost Smit"]
    assert (joost.role, joost.email, joost.diet, joost.access) == (
        "teamleider",
        "j.smit@zeist.nl",
        "glutenvrij",
        "rolstoel",
    )
    assert [(choice.round, choice.workshop) for choice in joost.workshops] == [(2, D)]


def test_the_rows_of_a_table_hold_each_persons_own() -> None:
    mail = """Naam\tFunctie\tE-mail\tRonde 1\tRonde 2\tDieet
Joost Smit\tjurist\tj.smit@zeist.nl\tDaklozen\tB\t-
Mila Jansen\ttrainee\tm.jansen@zeist.nl\t-\tDaklozen\thalal

Graag aanmelden. Zelf kom ik niet.
Karin Visser"""

    both = people(mail)

    assert {name: ([(c.round, c.workshop) for c in r.workshops], r.diet, r.role) for name, r in both.items()} == {
        "Joost Smit": ([(1, D), (2, S)], None, "jurist"),
        "Mila Jansen": ([(2, D)], "halal", "trainee"),
    }


def test_what_a_cell_adds_to_a_name_is_of_its_owner() -> None:
    mail = "Graag aanmelden:\n\nNaam\tRonde 1\nMila Jansen (jurist, halal)\tDaklozen\nJoost Smit (coach)\t-\n"

    found = people(mail)

    assert (found["Mila Jansen"].role, found["Mila Jansen"].diet, found["Joost Smit"].role) == (
        "jurist",
        "halal",
        "coach",
    )


def test_a_form_of_two_columns_is_no_table_though_a_value_looks_like_a_head() -> None:
    rows = {"Voornaam": "Mila", "Achternaam": "Jansen", "Functie": "medewerker wonen", "Organisatie": "Thuis in Ede"}

    (mila,) = people("\n".join(f"{label}\t{value}" for label, value in rows.items()) + "\n").values()

    assert (mila.name, mila.role, mila.organisation) == ("Mila Jansen", "medewerker wonen", "Thuis in Ede")


def test_what_a_form_says_of_work_may_name_the_house_and_one_line_may_ask_for_nothing() -> None:
    karin = people(
        "Naam: Karin Visser\nWerk: consulent bij Stichting Dak\nRolstoel e.d. ..... nvt\n", "karin@gmail.com"
    )["Karin Visser"]

    assert (karin.role, karin.organisation, karin.access) == ("consulent", "Stichting Dak", None)


def test_what_an_earlier_letter_told_of_its_author_holds_where_it_is_sent_once_more() -> None:
    below = (
        "Van: Karin Visser\nVerzonden: vrijdag 3 maart 2024 16:40\nAan: platform@voorbeeldplatform.nl\n"
        "Onderwerp: Aanmelding\n\nIk kom graag. Ik werk bij Stichting Dak als jurist. Vegetarisch graag.\n\nKarin"
    )
    mail = f"{{}}\n\nGroet, Karin Visser\n\n{below}"
    again = people(
        mail.format("Onderstaande mail stuurde ik eerder; nogmaals: ik meld me graag aan."), "karin@gmail.com"
    )

    karin = again["Karin Visser"]
    assert (karin.organisation, karin.role, karin.diet) == ("Stichting Dak", "jurist", "Vegetarisch")


def test_whoever_answers_in_a_word_signed_the_first_letter_in_full() -> None:
    below = (
        "Van: Karin Visser\nVerzonden: vrijdag 3 maart 2024 16:40\nAan: platform@voorbeeldplatform.nl\n"
        "Onderwerp: Vraag\n\nStuurt u mij het programma?\n\nKarin Visser\nJurist\nStichting Dak\n06-12346587"
    )

    karin = people(f"Ja graag, schrijf mij maar in.\n\nKarin\n\n{below}", "Karin Visser <karin@gmail.com>")[
        "Karin Visser"
    ]

    assert (karin.organisation, karin.role, karin.phone) == ("Stichting Dak", "Jurist", "06-12346587")


def test_every_value_tells_where_it_was_read() -> None:
    mail = "Ik meld mij aan. Ik ben jurist bij de gemeente Ede, eet halal en kom in een rolstoel.\n\nKarin Visser"
    message = parse(a_mail(mail, From="Karin Visser <karin@gmail.com>"))

    (karin,) = people(mail, "Karin Visser <karin@gmail.com>").values()

    places = {key: message.text[place.start : place.end] for key, place in karin.evidence if place.part == "text"}
    assert {key: places.get(key) for key in ("role", "organisation", "diet", "access")} == {
        "role": "jurist",
        "organisation": "gemeente Ede",
        "diet": "halal",
        "access": "rolstoel",
    }
