"""What changes for those who are booked: by an answer to our confirmation, in lists, tables, between our lines."""

import pytest

from mailbot.domain.reading import Action, Reading
from mailbot.pipeline.understand import Understand
from tests.unit.reading import quoting
from tests.unit.reading.everyday import ELS, mail
from tests.unit.reading.test_everyday_mails import read, understand
from tests.unit.reading.test_undoing import in_short

__all__ = ["understand"]  # the fixture

SUBJECT = "Re: Uw aanmelding: Gemeenten en de strijd tegen discriminatie"
NOTED = """Naam: Els Bakker
Organisatie: Gemeente Tiel
Functie: beleidsadviseur
Telefoon: 0344-631234
Workshop ronde 1: Vooroordelen Voorbij
Dieet: vegetarisch
"""


def answer(understand: Understand, text: str, *, noted: str = NOTED, subject: str = SUBJECT) -> Reading:
    """What Els answers, above the bare lines of what we noted; without any, under our subject alone."""
    own = f"{text}\n\nGroet,\nEls Bakker"
    return read(understand, mail(ELS, subject, quoting.outlook(own, noted) if noted else own))


@pytest.mark.parametrize("noted", [NOTED, ""])
@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("Dank! Ik sta erop als beleidsadviseur, sinds maandag ben ik teamleider.", "role", "teamleider"),
        ("U vermeldt mij als beleidsadviseur, maar mijn functie is projectleider.", "role", "projectleider"),
        ("Twee cijfers verwisseld, het is 0344-631243.", "phone", "0344-631243"),
        ("Er staat vegetarisch, dat moet zijn: notenvrij.", "diet", "notenvrij"),
        ("Willen jullie bij mijn gegevens aanpassen dat ik pescotariër ben?", "diet", "pescotariër"),
        ("Als aanvulling: ik gebruik een ringleiding. Zonder kan ik een zaal niet volgen.", "access", "ringleiding"),
        ("Ik loop met een rollator en trappen lukken niet meer.", "access", "rollator"),
    ],
)
def test_another_value_than_we_noted_is_new(understand: Understand, text: str, key: str, value: str, noted: str):
    reading = answer(understand, text, noted=noted)

    assert [request.action for request in reading.requests] == [Action.CHANGE]
    assert value in (getattr(reading.requests[0], key) or "")


@pytest.mark.parametrize(
    "text",
    [
        "Hartelijk dank, alles klopt. Tot de 30e!",
        "Als raadslid ben ik erg benieuwd naar deze dag. Dank voor de bevestiging!",
    ],
)
def test_an_answer_that_only_thanks_changes_nothing(understand: Understand, text: str):
    assert answer(understand, text).requests == ()


@pytest.mark.parametrize(
    "text",
    [
        "Do you provide a vegan option at the lunch? No need to change anything yet.",
        "Ik twijfel nog of ik glutenvrij wil, ik laat het weten.",
        "Ik weet nog niet of ik in ronde 2 naar Lokaal antidiscriminatiebeleid wil.",
    ],
)
def test_what_is_only_thought_of_waits_for_a_person(understand: Understand, text: str):
    assert answer(understand, text).review


@pytest.mark.parametrize(
    "text",
    [
        "Aangemeld voor 30 maart ben ik al (niet dubbel inschrijven dus!). Alleen eet ik sinds kort halal.",
        "Vorige maand gaf ik me op voor 30 maart (niet nog een keer inschrijven alstublieft). Graag halal noteren.",
        "Graag niet opnieuw aanmelden, ik sta al op de lijst voor 30 maart. Wel nieuw: ik eet halal.",
    ],
)
def test_who_is_not_to_be_enrolled_once_more_is_on_the_list(understand: Understand, text: str):
    reading = answer(understand, text, noted="", subject="Halal")

    assert (in_short(reading).rstrip(" ?"), reading.requests[0].diet) == ("~Els Bakker", "halal")


@pytest.mark.parametrize(
    ("text", "workshops"),
    [
        (
            "Ik had in ronde 3 Lokaal antidiscriminatiebeleid gekozen, maar moet om drie uur weg. Zet mij daarvoor in "
            "ronde 2 en haal ronde 3 weg. Vooroordelen Voorbij in ronde 1 blijft gewoon staan.",
            [(2, "lokaal-beleid")],
        ),
        (
            "I had picked Vooroordelen Voorbij in round 3, but cannot stay. Please move me to round 2 for that one.",
            [(2, "vooroordelen")],
        ),
        (
            "Kleine wissel in mijn inschrijving: Lokaal antidiscriminatiebeleid eruit, Vooroordelen Voorbij erin, in "
            "ronde 2.",
            [(2, "vooroordelen")],
        ),
    ],
)
def test_a_workshop_is_moved_beside_one_that_stays(understand: Understand, text: str, workshops: list[tuple[int, str]]):
    reading = answer(understand, f"Ik sta al op de lijst voor 30 maart. {text}", noted="", subject="Workshop")

    assert in_short(reading).rstrip(" ?") == "~Els Bakker"
    assert [(choice.round, choice.workshop) for choice in reading.requests[0].workshops] == workshops


@pytest.mark.parametrize(
    "text",
    [
        "Ik heb eraan gedacht om me af te melden, maar ik kom gewoon. Wel graag halal.",
        "Afzeggen was mijn eerste gedachte, maar ik kom wel. Wel graag halal.",
    ],
)
def test_a_leaving_that_was_only_thought_of_gives_up_no_seat(understand: Understand, text: str):
    reading = answer(understand, text)

    assert (in_short(reading).rstrip(" ?"), reading.requests[0].diet) == ("~Els Bakker", "halal")


def test_what_is_to_be_noted_of_a_colleague_books_nobody(understand: Understand):
    text = "Met mij is alles in orde, maar Noor de Boer komt in een rolstoel. Willen jullie dat bij haar noteren?"
    reading = answer(understand, text, noted="", subject=f"{SUBJECT} (2 personen)")

    assert (in_short(reading).rstrip(" ?"), reading.requests[0].access) == ("~Noor de Boer", "rolstoel")


def test_a_form_of_what_was_and_what_is_to_be_changes(understand: Understand):
    body = (
        "Naam: Els Bakker\nOude functie: jurist\nNieuwe functie: coach\nTelefoon (oud): 0344-631234\n"
        "Telefoon (nieuw): 06-12345678\n"
    )
    reading = read(understand, mail(ELS, "Gegevens", f"Graag doorvoeren:\n\n{body}\nGroet,\nEls Bakker"))

    (request,) = reading.requests
    assert (request.action, request.role, request.phone) == (Action.CHANGE, "coach", "06-12345678")


def test_a_table_of_what_was_and_what_is_to_be_changes_those_whom_it_names(understand: Understand):
    table = "Naam | Was | Wordt\nWim Smit | dieet: geen | dieet: halal\nNoor de Boer | functie: jurist | functie: coach"
    reading = read(understand, mail(ELS, "Wijzigingen", f"Wijzigingen:\n\n{table}\n\nGroet,\nEls Bakker"))

    assert in_short(reading).rstrip(" ?") == "~Wim Smit ~Noor de Boer"
    assert (reading.requests[0].diet, reading.requests[1].role) == ("halal", "coach")


def test_what_is_written_between_our_lines_is_new_where_it_doesnt_agree(understand: Understand):
    lines = "\n".join(
        (
            "> Beste Els Bakker,\n> Uw aanmelding is verwerkt.\n> Naam: Els Bakker",
            "> Functie: beleidsadviseur\nprojectleider (zo heet dat hier)",
            "> Organisatie: Gemeente Tiel\nklopt",
            "> Dieet: geen\nvegetarisch",
        )
    )
    body = f"Zie hieronder. Groet, Els\n\nOp 13-02-2023 schreef platform@voorbeeldplatform.nl:\n{lines}\n"
    reading = read(understand, mail(ELS, SUBJECT, body))

    (request,) = reading.requests
    assert (request.action, request.role, request.diet) == (Action.CHANGE, "projectleider", "vegetarisch")


def test_a_subject_that_moves_another_round_than_the_body_waits_for_a_person(understand: Understand):
    text = "Graag mijn keuze voor ronde 2 wijzigen in Vooroordelen Voorbij."
    reading = answer(understand, text, noted="", subject="Ronde 1 naar Vooroordelen Voorbij")

    assert reading.review


def test_who_gives_a_workshop_may_be_an_employer(understand: Understand):
    reading = answer(understand, "Ik werk niet meer bij de gemeente maar bij Movisie.")

    assert not any(request.workshops for request in reading.requests)


@pytest.mark.parametrize(
    "booked",
    [
        "In mijn bevestiging staat lokaal beleid in ronde 2",
        "Ik had voor ronde 2 lokaal beleid gekozen",
        "U heeft mij in ronde 2 ingedeeld bij lokaal beleid",
        "Voor ronde 2 had ik lokaal beleid doorgegeven",
    ],
)
@pytest.mark.parametrize(
    "wish",
    [
        ", maar ik zou liever vooroordelen doen. Lukt dat nog?",
        ". Mag ik in plaats daarvan naar vooroordelen?",
        ". Graag maak ik daar vooroordelen van.",
        ", maar vooroordelen past beter bij mijn werk. Graag aanpassen.",
    ],
)
def test_a_workshop_told_to_be_booked_gives_way_to_another(understand: Understand, booked: str, wish: str):
    reading = read(understand, mail(ELS, "wijziging workshop", f"{booked}{wish}\n\nGroet,\nEls Bakker"))

    assert [(r.action, r.name) for r in reading.requests] == [(Action.CHANGE, "Els Bakker")]
    assert [(c.round, c.workshop) for c in reading.requests[0].workshops] == [(2, "vooroordelen")]
    assert not reading.review


@pytest.mark.parametrize(
    "subject", ["Correctie op mijn inschrijving", "Aanvulling aanmelding", "Verbetering inschrijving"]
)
@pytest.mark.parametrize(
    "text",
    [
        "Mijn functie is nu teamleider.",
        "Ik werk inmiddels bij de gemeente Ede.",
        "Mijn telefoonnummer klopt niet, het is 06-12345678.",
    ],
)
def test_a_subject_that_sets_something_right_signs_nobody_up(understand: Understand, subject: str, text: str):
    reading = read(understand, mail(ELS, subject, f"{text}\n\nGroet,\nEls Bakker"))

    assert [(r.action, r.name) for r in reading.requests] == [(Action.CHANGE, "Els Bakker")]


def test_one_half_of_a_double_surname_set_right_leaves_the_other(understand: Understand):
    text = "In de bevestiging staat mijn naam als Els Zwaan-Ketelaars. Het is Ketelaers, met ae.\n\nGroet,\nEls"
    reading = read(understand, mail("Els Zwaan-Ketelaers <els@tiel.nl>", "Correctie", text))

    assert [(r.action, r.name) for r in reading.requests] == [(Action.CHANGE, "Els Zwaan-Ketelaers")]


@pytest.mark.parametrize(
    "new", ["Zijn nieuwe nummer is 06 51428837.", "Hij is nu directeur, en zijn nummer is 06 51428837."]
)
@pytest.mark.parametrize(
    "known", ["De heer Wim Smit staat al op de lijst voor 30 maart.", "Wim Smit is al aangemeld voor 30 maart."]
)
def test_what_is_set_right_of_somebody_else_is_not_the_secretarys(understand: Understand, known: str, new: str):
    text = f"{known} {new} Wilt u dat aanpassen?\n\nGroet,\nEls Bakker\nGemeente Tiel\n0344-123456"
    reading = read(understand, mail(ELS, "Wijziging gegevens deelnemer", text))

    assert [(r.action, r.name, r.phone) for r in reading.requests] == [(Action.CHANGE, "Wim Smit", "06 51428837")]
