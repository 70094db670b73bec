"""Another platform's events are read by the same rules: a library's lecture, and a course of four sessions."""

import pytest

from mailbot.domain.event import Choice
from mailbot.domain.message import Origin, Screening
from mailbot.domain.reading import Kind, Reading
from mailbot.reading.message.parse import parse
from mailbot.reading.read import read
from tests.unit.reading.second_house import CONTEXT, mail


def reading_of(text: str, **headers: str) -> Reading:
    return read(parse(mail(text, **headers)), Screening(Origin.HUMAN), CONTEXT)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Ik kom graag naar Sterren boven zee.", "lezing-sterren"),
        ("Ik kom graag op 9 maart.", "lezing-sterren"),
        ("Graag meld ik mij aan voor de sterrenavond.", "lezing-sterren"),
        ("Ik kom graag op zaterdag 15 april.", "cursus-drukken"),
        ("Zet mij op de lijst voor de dag in Atelier De Inktpot.", "cursus-drukken"),
        ("Zet mij maar op de lijst.", "lezing-sterren"),
    ],
)
def test_the_event_is_known_by_its_own_words(text: str, event: str) -> None:
    reading = reading_of(f"{text}\n\nGroet,\nMarije Tuinstra")

    assert (reading.event, reading.review) == (event, False)
    assert [(str(r.action), r.name, r.email) for r in reading.requests] == [
        ("register", "Marije Tuinstra", "marije@wierhaven.nl")
    ]


def test_workshops_of_four_rounds_are_chosen() -> None:
    reading = reading_of(
        "Graag meld ik mij aan voor Drukken met de hand.\n"
        "Ronde 1 zeefdruk, ronde 4 loden letters.\n\nGroet,\nMarije Tuinstra"
    )

    assert reading.requests[0].workshops == (Choice(1, "zeefdruk"), Choice(4, "letters"))


def test_who_gives_a_workshop_does_not_attend_by_that() -> None:
    reading = reading_of("Ik kom graag naar de cursus, naar de workshop van Roos Wiersma.\n\nGroet,\nMarije Tuinstra")

    assert [request.name for request in reading.requests] == ["Marije Tuinstra"]


def test_the_evidence_points_at_the_words_it_rests_on() -> None:
    text = "Ik kom graag naar de lezing. Ik eet halal.\n\nGroet,\nMarije Tuinstra\n06-12345678"
    message = parse(mail(text))

    (request,) = read(message, Screening(Origin.HUMAN), CONTEXT).requests
    found = {key: message.text[e.start : e.end] for key, e in request.evidence if e.part == "text"}

    assert request.diet == "halal"
    assert found["diet"] == "halal"
    assert found["phone"] == "06-12345678"


def test_a_substitution_says_whose_seat_it_keeps() -> None:
    reading = reading_of(
        "Ik ben verhinderd voor de lezing. Mijn collega Wim Smit komt in mijn plaats.\n\nGroet,\nMarije Tuinstra"
    )

    assert [(str(r.action), r.name, r.keeps_seat_of) for r in reading.requests] == [
        ("cancel", "Marije Tuinstra", None),
        ("register", "Wim Smit", "Marije Tuinstra"),
    ]


def test_a_subject_that_names_another_event_than_the_text_leaves_a_doubt() -> None:
    text = "Hierbij schrijf ik mij in. De lezing laat ik schieten.\n\nGroet,\nMarije Tuinstra"
    found = reading_of(text, Subject="Drukken met de hand")

    assert [request.name for request in found.requests] == ["Marije Tuinstra"]
    assert found.event == "cursus-drukken" or found.review


def test_an_event_in_brackets_that_is_arranged_already_is_not_asked_for_again() -> None:
    text = "Ik wil me aanmelden voor de cursus (voor de lezing stond ik al op de lijst).\n\nGroet,\nMarije Tuinstra"
    found = reading_of(text)

    assert len(found.requests) == 1 or found.review


def test_a_sign_up_for_two_events_at_once_is_a_request_for_each() -> None:
    reading = reading_of("Graag meld ik mij aan voor de lezing en voor de cursus.\n\nGroet,\nMarije Tuinstra")

    assert sorted((r.event or reading.event or "", r.name) for r in reading.requests) == [
        ("cursus-drukken", "Marije Tuinstra"),
        ("lezing-sterren", "Marije Tuinstra"),
    ]


def test_a_forward_with_a_word_above_it_asks_with_the_letter_below() -> None:
    reading = reading_of(
        "Zie onderstaand, graag inschrijven.\n\nGroet,\nMarije Tuinstra\n\n"
        "Van: Wim Smit <wim@wierhaven.nl>\nVerzonden: maandag 13 februari 2023\n"
        "Aan: Marije Tuinstra\nOnderwerp: lezing\n\n"
        "Marije, zet jij mij op de lijst voor de lezing?\n\nGroet,\nWim Smit"
    )

    assert [(str(r.action), r.name, r.email) for r in reading.requests] == [
        ("register", "Wim Smit", "wim@wierhaven.nl")
    ]


def test_a_table_registers_each_row_and_not_who_sends_it() -> None:
    reading = reading_of(
        "Hieronder onze deelnemers aan de lezing. Zelf kom ik niet.\n\n"
        "Naam\tFunctie\tE-mail\tDieet\nSmit, W. (Wim)\tgriffier\twim@wierhaven.nl\thalal\n"
        "Els Bakker\tadviseur\tidem\t-\nKarim el Amrani\traadslid\tkarim@wierhaven.nl\tVERVALLEN\n\n"
        "Groet,\nMarije Tuinstra"
    )

    assert [(r.name, r.role, r.diet) for r in reading.requests] == [
        ("Wim Smit", "griffier", "halal"),
        ("Els Bakker", "adviseur", None),
    ]


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        (
            "Jan Bakker en ik komen graag naar de cursus. Jan kiest ronde 1 zeefdruk, ik ronde 3 linosnede.",
            {"Jan Bakker": [(1, "zeefdruk")], "Marije Tuinstra": [(3, "lino")]},
        ),
        (
            "Jan Bakker en ik komen graag naar de cursus. Wij gaan allebei in ronde 4 naar loden letters.",
            {"Jan Bakker": [(4, "letters")], "Marije Tuinstra": [(4, "letters")]},
        ),
        (
            "Graag aanmelden voor de cursus:\n- Jan Bakker: ronde 1 zeefdruk, ronde 3 linosnede\n- Els de Wit: als Jan",
            {"Jan Bakker": [(1, "zeefdruk"), (3, "lino")], "Els de Wit": [(1, "zeefdruk"), (3, "lino")]},
        ),
        (
            "Graag aanmelden voor de cursus: Jan Bakker (ronde 1 zeefdruk) en Els de Wit (ronde 2 linosnede).",
            {"Jan Bakker": [(1, "zeefdruk")], "Els de Wit": [(2, "lino")]},
        ),
        (
            "Jan Bakker en ik komen graag naar de cursus. Ik doe ronde 1 zeefdruk, Jan doet hetzelfde.",
            {"Jan Bakker": [(1, "zeefdruk")], "Marije Tuinstra": [(1, "zeefdruk")]},
        ),
    ],
)
def test_each_gets_the_workshops_that_are_said_of_them(text: str, choices: dict[str, list[tuple[int, str]]]) -> None:
    reading = reading_of(f"{text}\n\nGroet,\nMarije Tuinstra")

    assert {r.name: [(c.round, c.workshop) for c in r.workshops] for r in reading.requests} == choices


def test_a_workshop_in_a_round_in_which_it_is_not_given_waits() -> None:
    reading = reading_of("Ik kom graag naar de cursus, in ronde 3 naar zeefdruk.\n\nGroet,\nMarije Tuinstra")

    assert reading.reasons == ("not_in_that_round",)
    assert [(c.round, c.workshop) for c in reading.requests[0].workshops] == [(3, "zeefdruk")]


def test_a_request_from_an_address_that_wants_no_answer_is_seen_by_a_person() -> None:
    screening = Screening(Origin.AUTOMATIC, reasons=("no_reply_address",))
    asking = parse(mail("Graag meld ik mij aan voor de lezing.\n\nMarije Tuinstra", From="Sync <noreply@wierhaven.nl>"))
    told = {"From": "Sync <noreply@wierhaven.nl>", "Subject": "Rooster"}
    telling = parse(mail("Het rooster van volgende week staat klaar.", **told))

    found = [read(message, screening, CONTEXT) for message in (asking, telling)]

    assert [(reading.kind, reading.review, reading.requests) for reading in found] == [
        (Kind.AUTOMATIC, True, ()),
        (Kind.AUTOMATIC, False, ()),
    ]
