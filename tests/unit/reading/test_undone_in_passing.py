"""Seats given up in a story, in half a sentence, in one breath with who comes instead; and what only sounds like it. By
the rules alone, for the second reader was shown few such mails. Els Bakker writes."""

import pytest

from mailbot.pipeline.understand import Understand
from mailbot.reading.judgement import judge
from tests.unit.reading.everyday import CONFIRMED, mail
from tests.unit.reading.test_everyday_mails import read, understand
from tests.unit.reading.test_undoing import in_short, read_answer

__all__ = ["understand"]  # the fixture
ELS = "Els Bakker <els.bakker@tiel.example>"


@pytest.fixture(autouse=True)
def rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judge, "agreed", lambda case, by_rules: by_rules(case))


def told(understand: Understand, text: str, subject: str = "Bijeenkomst 30 maart") -> str:
    return in_short(read(understand, mail(ELS, subject, f"{text}\n\nGroet,\nEls Bakker")))


@pytest.mark.parametrize(
    "text",
    [
        "Ik zou de dertigste komen, maar dat lukt niet.",
        "Ik zou op 30 maart aanwezig zijn, maar ik heb griep.",
        "Dat ik op 30 maart zou komen gaat niet meer door.",
        "I was due to attend on 30 March, but I can't make it.",
        "Tot mijn leedwezen moet ik op mijn toezegging terugkomen: er is een begrafenis.",
        "Ik moet terugkomen op mijn aanmelding voor 30 maart.",
        "Van mijn komst op 30 maart komt niets terecht.",
        "Hierbij lever ik mijn plaats voor 30 maart weer in.",
        "Ik geef mijn plek op 30 maart terug.",
        "Ik had me aangemeld, maar zit dan in het buitenland.",
        "Ik ga op 30 maart naar Parijs, dus haal me maar van de lijst.",
    ],
)
def test_a_plan_that_came_to_nothing_gives_up_the_seat(understand: Understand, text: str) -> None:
    assert told(understand, text) == "-Els Bakker"


@pytest.mark.parametrize(
    "text",
    [
        "Ik zou komen, maar mijn man heeft die week een feest.",
        "Nog even terugkomend op mijn aanmelding: ik kom nog terug op mijn aanmelding van vorige week.",
        "Ik zou komen. Is er een parkeergarage?",
        "Dat ik op 30 maart zou komen, is de schuld van mijn chef.",
    ],
)
def test_who_only_speaks_of_a_plan_is_not_put_on_the_list_by_it(understand: Understand, text: str) -> None:
    assert "+" not in told(understand, text)


@pytest.mark.parametrize(
    "text",
    ["Ik zou graag komen op 30 maart.", "Op 30 maart zou ik er dolgraag bij willen zijn.", "Ik ga graag naar Utrecht."],
)
def test_who_would_like_to_come_comes(understand: Understand, text: str) -> None:
    assert told(understand, text) == "+Els Bakker"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Ik meld mij af voor 30 maart en mijn collega Wim Smit aan.", "-Els Bakker +Wim Smit"),
        ("Ik meld me af, Wim Smit meld ik aan.", "-Els Bakker +Wim Smit"),
        ("Schrijf mij uit voor 30 maart en Wim Smit in.", "-Els Bakker +Wim Smit"),
        ("Voor 30 maart meld ik Wim Smit aan en mijzelf af.", "+Wim Smit -Els Bakker"),
        ("Voor 30 maart meld ik Noor de Boer af en Wim Smit aan.", "-Noor de Boer +Wim Smit"),
        ("Op 30 maart ziet u niet mij, maar mijn collega Wim Smit.", "-Els Bakker +Wim Smit"),
        ("Niet ik maar Wim Smit komt op 30 maart.", "-Els Bakker +Wim Smit"),
        ("Mijn stoel wordt op 30 maart leeg. Onze trainee Wim Smit springt erin.", "-Els Bakker +Wim Smit"),
    ],
)
def test_one_leaves_and_one_comes_in_one_breath(understand: Understand, text: str, asked: str) -> None:
    assert set(told(understand, text).split()) == set(asked.split())


@pytest.mark.parametrize(
    "text",
    [
        "Dat we met z'n tweeën zouden komen (Els Bakker en Wim Smit) op 30 maart gaat niet meer door.",
        "Onze inschrijvingen voor 30 maart mogen vervallen. Het betreft Wim Smit en mijzelf.",
        "Wilt u beide inschrijvingen van ons voor 30 maart laten vervallen? Het betreft\n\nEls Bakker\nWim Smit",
    ],
)
def test_whose_seats_are_given_up_is_counted_up_behind_it(understand: Understand, text: str) -> None:
    assert set(told(understand, text).replace("-", "").split()) == {"Els", "Bakker", "Wim", "Smit"}


@pytest.mark.parametrize(
    "text",
    [
        "Namens ons komt nu Wim Smit, want ik lig in het ziekenhuis.",
        "Ik ben verhinderd en stuur mijn collega Wim Smit.",
        "Ik kan helaas niet komen, Wim Smit gaat nu.",
        "Ik ben verhinderd. U krijgt daarom Wim Smit.",
    ],
)
def test_who_comes_for_the_writer_is_not_lost_where_we_confirmed_to_the_writer_alone(
    understand: Understand, text: str
) -> None:
    answer = in_short(read_answer(understand, text, CONFIRMED))

    assert set(answer.split()) >= {"-Els", "+Wim"}


@pytest.mark.parametrize(
    "text",
    [
        "Ik ben ziek en kan donderdag niet meedoen met de BHV-herhaling. Wil je me van de lijst halen?",
        "Kun je me afmelden voor de EHBO-cursus?",
        "Ik moet me afmelden voor de personeelsborrel.",
        "Wil je mij uitschrijven van de sportdag op 30 maart?",
        "Hierbij annuleer ik mijn hotelovernachting van 30 maart.",
    ],
)
def test_who_leaves_something_else_on_our_day_keeps_the_seat(understand: Understand, text: str) -> None:
    assert told(understand, text, "Afmelding 30 maart").endswith("?")


@pytest.mark.parametrize(
    "text",
    [
        "Ik kan niet deelnemen aan de bijeenkomst. Haal me van de lijst.",
        "Kun je me afmelden voor het congres van 30 maart?",
        "Voor de themadag moet ik me afmelden.",
    ],
)
def test_who_leaves_a_meeting_that_is_called_as_ours_may_be_gives_up_the_seat(
    understand: Understand, text: str
) -> None:
    assert told(understand, text, "Afmelding 30 maart") == "-Els Bakker"


@pytest.mark.parametrize(
    "text",
    [
        "Mijn leidinggevende geeft me geen vrij, dus helaas.",
        "Drie wordt twee: zonder Wim Smit.",
        "Ronde 3 mag eraf.",
    ],
)
def test_what_no_rule_understands_beside_thanks_is_seen_by_a_person(understand: Understand, text: str) -> None:
    reading = read(understand, mail(ELS, "30 maart", f"Dank voor de prettige samenwerking!\n\n{text}\n\nGroet,\nEls"))

    assert reading.review


@pytest.mark.parametrize(
    "text", ["Dank voor de bevestiging! Ik kijk ernaar uit.", "Fijn, dank. Dan zie ik jullie de 30e."]
)
def test_thanks_alone_are_put_to_nobody(understand: Understand, text: str) -> None:
    assert not read_answer(understand, text, CONFIRMED).review


def test_an_absence_of_somebody_else_under_deelname_signs_nobody_up(understand: Understand) -> None:
    assert told(understand, "Onze Wim Smit haakt af.", "Deelname 30 maart").endswith("?")


@pytest.mark.parametrize(("left", "other"), [("30 maart", "20 juni"), ("20 juni", "30 maart")])
def test_an_event_one_never_signed_up_for_is_none_to_leave(understand: Understand, left: str, other: str) -> None:
    text = f"Ik stond genoteerd voor {left}. Gelieve mij te schrappen. Voor {other} heb ik mij nooit opgegeven."

    reading = read(understand, mail(ELS, "Bijeenkomst", f"{text}\n\nEls Bakker"))

    assert in_short(reading) == "-Els Bakker"
    assert (reading.event or "").startswith("discriminatie" if left == "30 maart" else "mensenrechten")


@pytest.mark.parametrize(
    "text",
    [
        "Een aanvulling bij de reeds bevestigde deelname van wethouder Wim Smit op 30 maart: hij eet halal.",
        "Kunt u bij de aanmelding van wethouder Wim Smit noteren dat hij halal eet?",
    ],
)
def test_what_is_added_to_somebodys_registration_changes_it(understand: Understand, text: str) -> None:
    assert told(understand, text, "Lunch") == "~Wim Smit"


@pytest.mark.parametrize(
    ("text", "diet"),
    [
        ("o en vegetarisch, dat was ik vergeten te zeggen", "vegetarisch"),
        ("Nog vergeten: ik heb een notenallergie.", "notenallergie"),
        ("Kunt u noteren dat ik halal eet?", "halal"),
    ],
)
@pytest.mark.parametrize("subject", ["RE: U bent ingeschreven voor 30 maart", "Wijziging aanmelding 30 maart"])
def test_a_subject_that_speaks_of_a_registration_makes_it_a_change(
    understand: Understand, text: str, diet: str, subject: str
) -> None:
    reading = read(understand, mail(ELS, subject, f"{text}\n\nEls Bakker"))

    assert in_short(reading) == "~Els Bakker"
    assert reading.requests[0].diet == diet


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Op het naamkaartje mag niet meer Els Bakker staan maar: Els Bakker-Vos.", "Els Bakker-Vos"),
        ("Sinds mijn huwelijk gebruik ik de naam Els Vos. Wilt u dat op mijn badge zetten?", "Els Vos"),
        ("Ik ben getrouwd en mijn achternaam is veranderd in Vos. Graag zo op de badge.", "Els Vos"),
        ("Kunt u mijn achternaam op de badge wijzigen in De Vries-Bakker?", "Els de Vries-Bakker"),
    ],
)
def test_who_has_another_name_on_the_badge_is_on_the_list(understand: Understand, text: str, name: str) -> None:
    assert told(understand, text, "Andere naam op de badge") == f"~{name}"


def test_a_workshop_is_no_surname(understand: Understand) -> None:
    text = "In de eerste ronde heb ik me vergist, het moet Lokaal antidiscriminatiebeleid zijn."

    assert in_short(read_answer(understand, text, CONFIRMED)) == "~Els Bakker"


def test_who_stays_on_the_list_and_eats_something_else_changes_that_alone(understand: Understand) -> None:
    text = (
        "Dit is de stand voor 30 maart:\n\n- Wim Smit: eraf, heeft vakantie\n- Noor de Boer: erbij!\n"
        "- Bo Vos: blijft, maar eet sinds kort lactosevrij\n- ikzelf: niks aan de hand"
    )

    assert told(understand, text, "Mutaties").split("~")[1] == "Bo Vos"
    assert "Els" not in told(understand, text, "Mutaties")


@pytest.mark.parametrize(
    "text",
    [
        "Wim Smit komt op 30 maart met mijn kaartje. Hij houdt de workshop die ik in ronde 1 had gekozen, Vooroordelen "
        "Voorbij.",
        "De workshop Vooroordelen Voorbij waarvoor ik in ronde 1 stond, neemt Wim Smit over. Hij komt in mijn plaats.",
    ],
)
def test_who_takes_a_seat_over_takes_over_the_workshop(understand: Understand, text: str) -> None:
    reading = read(understand, mail(ELS, "30 maart", f"{text}\n\nEls Bakker"))

    taker = next(request for request in reading.requests if request.name == "Wim Smit")
    assert [(choice.round, choice.workshop) for choice in taker.workshops] == [(1, "vooroordelen")]


@pytest.mark.parametrize(
    "text",
    [
        "30 maart laat u gewoon staan. Maar graag ook inschrijven voor 20 juni in Den Haag.",
        "Ik kom gewoon op 30 maart. Kunt u mij ook aanmelden voor 20 juni?",
    ],
)
def test_who_keeps_one_seat_and_asks_for_another_signs_up(understand: Understand, text: str) -> None:
    reading = read_answer(understand, text, CONFIRMED)

    assert in_short(reading) == "+Els Bakker"
    assert (reading.event or "").startswith("mensenrechten")


def test_with_whom_the_writer_is_busy_that_day_is_nobody_of_ours(understand: Understand) -> None:
    text = "Ik moet me afmelden: ik heb met Wim Smit de hele dag sollicitatiegesprekken."

    assert in_short(read_answer(understand, text, CONFIRMED)) == "-Els Bakker"


def test_a_house_that_one_leaves_for_another_is_the_old_one(understand: Understand) -> None:
    text = "Graag mijn organisatie wijzigen: van Gemeente Utrecht naar Provincie Flevoland."

    assert read_answer(understand, text, CONFIRMED).requests[0].organisation == "Provincie Flevoland"
