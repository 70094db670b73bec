"""What changes for somebody who is booked, and what is booked as it is. Els Bakker writes."""

import pytest

from mailbot.domain.reading import Action
from mailbot.pipeline.understand import Understand
from tests.unit.reading.everyday import CONFIRMED, CONFIRMED_BOTH, CONFIRMED_JUNE, ELS, mail
from tests.unit.reading.test_everyday_mails import read, understand
from tests.unit.reading.test_undoing import SIGN, in_short, read_answer

__all__ = ["understand"]  # the fixture


@pytest.mark.parametrize("text", ["1A 2B", "1A 2B graag!", "Graag 2B."])
def test_codes_below_what_our_confirmation_offers_are_a_choice(understand: Understand, text: str):
    lists = "Ronde 1:\n- 1A – Lokaal beleid\n- 1B – Vooroordelen\n\nRonde 2:\n- 2A – Lokaal beleid\n- 2B – Vooroordelen"
    offer = f"{CONFIRMED.split('- Workshop')[0]}\nBijvoorbeeld: 1A 2B.\n\nHier is nog plaats:\n\n{lists}\n"

    assert in_short(read_answer(understand, text, offer)) == "~Els Bakker"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("We eten alle drie halal.", "~Els Bakker ~Wim Smit ~Noor de Boer"),
        ("Wim komt niet. Noor eet veganistisch.", "-Wim Smit ~Noor de Boer"),
        ("Wim zit in een rolstoel, kunt u dat noteren?", "~Wim Smit"),
        ("Dank! Wil je er Sanne Vos nog aan toevoegen?", "+Sanne Vos"),
        ("Voeg je Sanne Vos nog toe aan de lijst?", "+Sanne Vos"),
        ("Kan Sanne Vos er nog bij?", "+Sanne Vos"),
        ("Nog een erbij: Sanne Vos wil ook.", "+Sanne Vos"),
        ("Kunt u Wim Smit wijzigen in Sanne Vos?", "-Wim Smit +Sanne Vos"),
        ("Niet Wim maar Sanne Vos komt mee.", "-Wim Smit +Sanne Vos"),
    ],
)
def test_what_is_new_is_told_from_what_is_known(understand: Understand, text: str, asked: str):
    assert sorted(in_short(read_answer(understand, text, CONFIRMED_BOTH)).split(" ")) == sorted(asked.split(" "))


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        (
            "Graag voortaan mailen naar els.bakker@zwolle.example, dit adres vervalt.",
            "email",
            "els.bakker@zwolle.example",
        ),
        ("Ik heb een nieuw mailadres: els@nieuw.example.", "email", "els@nieuw.example"),
        ("U kunt mij voortaan bereiken op 06-12345678.", "phone", "06-12345678"),
        ("Ik werk inmiddels bij de gemeente Zwolle.", "organisation", "Gemeente Zwolle"),
        ("Mijn functie is inmiddels teamleider.", "role", "teamleider"),
    ],
)
def test_a_new_value_changes_a_booking(understand: Understand, text: str, key: str, value: str):
    reading = read_answer(understand, text, CONFIRMED)

    assert (in_short(reading), getattr(reading.requests[0], key)) == ("~Els Bakker", value)


@pytest.mark.parametrize(
    "text",
    [
        "Moet ik nog iets doen?",
        "Fijn, ik zie uit naar Vooroordelen Voorbij in ronde 2!",
        "Dank, ook voor het vegetarische eten.",
    ],
)
def test_what_is_booked_already_is_no_change(understand: Understand, text: str):
    assert read_answer(understand, text, CONFIRMED).requests == ()


def test_who_is_booked_for_one_event_signs_up_for_another(understand: Understand):
    text = (
        "We spraken elkaar over 30 maart, waar ik al voor sta ingeschreven. Voor Mensenrechten in de wijk mag je mij "
        "ook noteren."
    )
    reading = read_answer(understand, text, "", subject="20 juni")

    assert (in_short(reading), reading.event) == ("+Els Bakker", "mensenrechten-2023")


def test_a_number_of_rounds_or_of_givers_is_no_number_of_people(understand: Understand) -> None:
    text = "Graag meld ik mij aan voor 30 maart. Ik wil alle drie de rondes benutten: {} Vooroordelen Voorbij."
    for part in ("om 12 uur bij de twee van het College,", "steeds"):
        assert in_short(read_answer(understand, text.format(part), "", subject="Aanmelding")) == "+Els Bakker"


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Voor 20 juni had ik mij opgegeven, haal mij daar maar af. 30 maart gaat gewoon door.", "mensenrechten-2023"),
        ("Donderdag 30 maart moet ik afzeggen. Voor juni blijft alles zoals het is.", "discriminatie-2023"),
        (
            "Die van 30 maart is voor een collega. Voor de middag in Den Haag meld ik mij graag aan.",
            "mensenrechten-2023",
        ),
        ("Ik las over 30 maart. Dat gaat niet lukken. Maar 20 juni, daar wil ik wél heen.", "mensenrechten-2023"),
    ],
)
def test_the_event_is_that_of_the_sentence_that_asks(understand: Understand, text: str, event: str) -> None:
    assert read_answer(understand, text, "", subject="Bijeenkomst").event == event


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("Ik ben aangemeld voor 30 maart met 06-24119035. U bereikt mij voortaan op 06-57280416.", "phone", "57280416"),
        ("Voor 30 maart heeft u van mij nummer 06-33019284. Mijn nieuwe nummer is 06-40881526.", "phone", "40881526"),
        ("Ik sta op de lijst voor 30 maart. Alles komt voortaan aan op els@tiel.example.", "email", "els@tiel.example"),
        ("Bij mijn aanmelding schreef ik lactosevrij, maar dat moet notenallergie zijn.", "diet", "notenallergie"),
    ],
)
def test_the_new_value_is_the_one_that_is_told_last(understand: Understand, text: str, key: str, value: str) -> None:
    reading = read_answer(understand, text, "", subject="30 maart")

    (request,) = reading.requests
    assert request.action is Action.CHANGE
    assert str(getattr(request, key)).endswith(value)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Mag ik Vooroordelen Voorbij in ronde 1 doen in plaats van ronde 3? Ik moet om kwart voor vier weg.", "~"),
        ("Kan ik op de dag zelf nog wisselen van workshop?", ""),
        ("Wordt Vooroordelen Voorbij in ronde 1 gegeven in plaats van in ronde 3?", ""),
        ("I'm down for Vooroordelen Voorbij in round 1. Could you move me to round 3?", "~"),
    ],
)
def test_a_choice_can_be_asked_for_in_a_question(understand: Understand, text: str, asked: str) -> None:
    reading = read_answer(understand, text, "", subject="Ronde wisselen")

    assert [SIGN[request.action] for request in reading.requests] == list(asked)


@pytest.mark.parametrize(
    "text",
    [
        "Op 20 juni kan ik niet, haal mij daarvoor van de lijst. Voor 30 maart blijf ik gewoon ingeschreven.",
        "Helaas moet ik 20 juni annuleren. Voor de Jaarbeurs verandert er niets: daar ben ik gewoon bij.",
    ],
)
def test_who_gives_up_one_of_two_events_keeps_the_other(understand: Understand, text: str) -> None:
    reading = read_answer(understand, text, CONFIRMED_JUNE, subject="Re: Mensenrechten in de wijk")

    assert (in_short(reading), reading.event) == ("-Els Bakker", "mensenrechten-2023")


EARLIER = (
    "Van: Els Bakker\nVerzonden: dinsdag 7 februari 2023 13:27\nAan: platform@mensenrechten.example\n"
    "Onderwerp: Aanmelding Tiel\n\nBeste,\nWij komen graag de 30e met zijn drieën van gemeente Tiel:\n"
    "- Wim Smit, adviseur\n- Noor de Boer, griffier\n- Els Bakker, jurist\nGroet, Els"
)


@pytest.mark.parametrize(
    "text",
    [
        "Van ons drietal hieronder valt Wim af. Noor en ik komen gewoon, daar verandert niks aan.",
        "Wim kan helaas toch niet. Noor en ik komen wel.",
        "Wim Smit komt niet meer, hij heeft een andere baan.",
    ],
)
def test_a_sign_up_of_ones_own_below_that_only_said_who_comes_was_one(understand: Understand, text: str) -> None:
    reading = read(understand, mail(ELS, "RE: Aanmelding Tiel", f"{text}\n\nEls\n\n{EARLIER}"))

    assert in_short(reading) == "-Wim Smit"


def test_a_sign_up_of_ones_own_below_with_a_reserve_was_none_yet(understand: Understand) -> None:
    earlier = EARLIER.replace("Groet, Els", "Onder voorbehoud van akkoord van onze chef.\nGroet, Els")

    reading = read(
        understand, mail(ELS, "definitief", f"Het voorbehoud kan eraf: ik kom op 30 maart.\n\nEls\n\n{earlier}")
    )

    assert "+Els Bakker" in in_short(reading)


def test_a_diet_of_before_gives_way_to_that_of_now(understand: Understand):
    text = "Ik had vegetarisch opgegeven, maar ik eet sinds kort veganistisch."
    (request,) = read_answer(understand, text, CONFIRMED).requests

    assert (request.action, request.diet) == (Action.CHANGE, "veganistisch")


def test_who_leaves_takes_no_workshops_that_could_be_in_each_others_way(understand: Understand):
    asked = "Graag inschrijven:\n- Els Bakker (ronde 2 Vooroordelen Voorbij)\n- Wim Smit (ronde 2 Lokaal beleid)"
    below = f"Van: Els Bakker\nVerzonden: 1 maart 2023\nAan: Platform\nOnderwerp: aanmelding\n\n{asked}"
    text = f"Van ons tweetal valt Wim Smit helaas af. Ik kom gewoon, met dezelfde workshop als afgesproken.\n\n{below}"

    assert in_short(read_answer(understand, text, "", subject="Re: aanmelding")) == "-Wim Smit"


def test_what_is_left_as_it_is_is_no_past_of_what_comes_instead(understand: Understand) -> None:
    text = (
        "Bij mijn aanmelding heb ik twee keer Vooroordelen Voorbij doorgegeven, in ronde 1 en in ronde 2. "
        "Laat ronde 1 staan en maak van ronde 2 het lokale antidiscriminatiebeleid."
    )
    reading = read(understand, mail(ELS, "Wijziging workshop", f"{text}\n\nGroet,\nEls Bakker"))

    (request,) = reading.requests
    assert (request.action, [c.round for c in request.workshops]) == (Action.CHANGE, [2])
