"""Somebody who is on the list undoes or changes something, above a confirmation in words of its own kind; by the rules
alone, for the second reader was shown few such mails. Els Bakker writes."""

import pytest

from mailbot.domain.reading import Reading
from mailbot.pipeline.understand import Understand
from mailbot.reading.judgement import judge
from tests.unit.reading import quoting
from tests.unit.reading.everyday import ELS, RE, mail
from tests.unit.reading.test_everyday_mails import read, understand
from tests.unit.reading.test_undoing import in_short

__all__ = ["understand"]  # the fixture

ALONE = "Beste Els Bakker,\n\nU bent ingeschreven voor 30 maart 2023."
BOTH = "Beste Els Bakker,\n\nU bent ingeschreven voor 30 maart 2023, samen met Wim Smit."
THREE = "Beste Els Bakker,\n\nU hebt ingeschreven voor 30 maart:\n1. Els Bakker\n2. Wim Smit\n3. Noor de Graaf"
AS_NOTED = f"{ALONE}\nOrganisatie: gemeente Ede. Functie: raadslid."


@pytest.fixture(autouse=True)
def rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judge, "agreed", lambda case, by_rules: by_rules(case))


def answer(understand: Understand, text: str, quoted: str = ALONE) -> Reading:
    own = f"{text}\n\nGroet,\nEls Bakker"
    return read(understand, mail(ELS, RE, quoting.gmail(own, quoted)) if quoted else mail(ELS, "30 maart", own))


@pytest.mark.parametrize("noun", ["deelname", "aanmelding", "inschrijving"])
@pytest.mark.parametrize(
    "told",
    [
        "Mijn {} voor 30 maart wil ik laten schieten.",
        "Mijn {} voor 30 maart wil ik graag terugnemen.",
        "Mijn {} voor de dag van 30 maart trek ik terug.",
        "Mijn {} voor 30 maart is niet meer nodig.",
        "Mijn {} voor 30 maart mag weg.",
        "Van mijn {} voor 30 maart zie ik af.",
        "Laat mijn {} voor 30 maart vervallen.",
    ],
)
def test_one_undoes_what_one_had_in_any_order(understand: Understand, told: str, noun: str) -> None:
    assert in_short(answer(understand, told.format(noun), "")) == "-Els Bakker"


@pytest.mark.parametrize("verb", ["borduren", "verschuiven", "vergulden", "overdenken"])
def test_a_verb_that_nobody_knows_signs_nobody_up(understand: Understand, verb: str) -> None:
    for told in (f"Mijn deelname op 30 maart wil ik {verb}.", f"Mijn aanmelding voor 30 maart wil ik graag {verb}."):
        assert answer(understand, told, "").review


@pytest.mark.parametrize(
    ("text", "quoted", "asked"),
    [
        ("Wim Smit gaat erheen, ik niet meer: een overleg.", ALONE, "+Wim Smit -Els Bakker"),
        ("Wim Smit gaat er nu heen en ik niet meer.", ALONE, "+Wim Smit -Els Bakker"),
        ("Wim Smit gaat, en niet ik.", ALONE, "-Els Bakker +Wim Smit"),
        ("Graag Wim Smit erop en mij eraf.", ALONE, "-Els Bakker +Wim Smit"),
        ("Mijn deelname vervalt; Wim Smit gaat namens ons.", ALONE, "-Els Bakker +Wim Smit"),
        ("Wim Smit komt niet, ik wel.", BOTH, "-Wim Smit"),
        ("Helaas moeten wij allebei afzeggen.", BOTH, "-Els Bakker -Wim Smit"),
        ("We komen geen van beiden.", BOTH, "-Els Bakker -Wim Smit"),
        ("Donderdag blijven onze beide stoelen leeg.", BOTH, "-Els Bakker -Wim Smit"),
        ("Nummer 2 kan helaas niet komen.", THREE, "-Wim Smit"),
        ("De deelnemer die u als laatste noemt, ziet ervan af.", THREE, "-Noor de Graaf"),
        ("In plaats van de tweede naam graag Bo Vos noteren.", THREE, "-Wim Smit +Bo Vos"),
    ],
)
def test_who_leaves_and_who_comes_of_those_confirmed(
    understand: Understand, text: str, quoted: str, asked: str
) -> None:
    assert in_short(answer(understand, text, quoted)) == asked


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Helaas kan ik niet komen. Tot donderdag!", ALONE),
        ("Wim Smit gaat naar Lokaal beleid, ik niet.", BOTH),
        ("Wim Smit komt met de auto, ik niet.", BOTH),
        ("Mijn komst gaat niet door, Wim Smit komt wel.", ALONE),
        ("Wim valt af. Mijn functie is inmiddels wethouder, zet je dat erbij voor de overlevenden?", THREE),
        ("Wij willen ruilen: ik op de plek van Wim en Wim op de mijne.", BOTH),
        ("Wat niemand vroeg bij de inschrijving:\n- Wim Smit eet halal\n- Noor de Graaf vegetarisch", ""),
    ],
)
def test_what_is_told_by_halves_is_asked_about(understand: Understand, text: str, quoted: str) -> None:
    assert answer(understand, text, quoted).review


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("Epe, niet Ede ;-)", "organisation", "Gemeente Epe"),
        ("Niet Ede maar Epe!", "organisation", "Gemeente Epe"),
        ("Bij organisatie staat Ede, dat moet Epe zijn.", "organisation", "Gemeente Epe"),
        ("Ik ben geen raadslid maar wethouder.", "role", "wethouder"),
        ("Wethouder, geen raadslid.", "role", "wethouder"),
        ("Waar nu 'raadslid' achter mijn naam staat, mag 'wethouder' komen.", "role", "wethouder"),
    ],
)
def test_what_is_set_against_what_we_noted_is_new(understand: Understand, text: str, key: str, value: str) -> None:
    reading = answer(understand, text, AS_NOTED)

    assert in_short(reading) == "~Els Bakker"
    assert getattr(reading.requests[0], key) == value


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Voor ons allebei graag vegetarisch.", {"Els Bakker": "vegetarisch", "Wim Smit": "vegetarisch"}),
        ("Wim valt af. Ik kom wel, maar eet vegetarisch.", {"Els Bakker": "vegetarisch", "Wim Smit": None}),
    ],
)
def test_what_all_want_is_of_all_who_are_confirmed(
    understand: Understand, text: str, asked: dict[str, str | None]
) -> None:
    reading = answer(understand, text, BOTH)

    assert {request.name: request.diet for request in reading.requests} == asked


def test_initials_that_fit_two_of_those_confirmed_are_asked_about(understand: Understand):
    quoted = "Beste,\n\nU hebt ingeschreven voor 30 maart:\n1. Wilma van Dam\n2. Wietse van Dam\n3. Aukje Nijhof"
    own = "W. van Dam is er 30 maart niet bij. Graag afmelden.\n\nServicepunt"
    sender = "Servicepunt <servicepunt@ede.nl>"

    assert "not_on_the_list" in read(understand, mail(sender, RE, quoting.gmail(own, quoted))).reasons


def test_who_is_on_the_list_by_another_spelling_is_not_signed_up_again(understand: Understand):
    text = (
        "Dank voor de bevestiging voor mijn collega. Er zit een foutje in haar naam: zij heet Noortje de Graaff, met "
        "dubbel f. En zou u erbij willen zetten dat zij vegetarisch eet?"
    )

    assert "unclear_change" in answer(understand, text, THREE).reasons


def test_what_we_spelled_wrongly_is_no_mere_thanks(understand: Understand):
    text = "Eén dingetje: u hebt mijn achternaam met een Griekse y geschreven, maar het is een lange ij. De rest klopt."

    assert answer(understand, f"Dank voor de vlotte bevestiging. {text}").review


def test_a_right_name_that_nobody_wrote_is_asked_about(understand: Understand):
    own = "Mijn naam is weer eens niet goed gespeld. Graag aanpassen.\n\nJo"
    sender = "J. Smets <jsmeetz@ede.nl>"
    quoted = "Beste Johanna Smeets,\n\nU bent ingeschreven voor 30 maart 2023."

    assert "unsure_name" in read(understand, mail(sender, RE, quoting.gmail(own, quoted))).reasons


def test_what_is_said_of_a_name_holds_up_nobody_who_leaves(understand: Understand):
    text = "Graag afmelden voor 30 maart, ik ben verhinderd. Let niet op de naam van dit account."

    assert in_short(answer(understand, text)) == "-Els Bakker"
