"""Mail that went to the wrong mailbox, or is about something else on the day of an event: nobody comes by it."""

import pytest

from tests.unit.reading.test_policy import reading_of

SIGNED = "\n\nMet vriendelijke groet,\nMarije Tuinstra\nGemeente Wierhaven"


@pytest.mark.parametrize(
    "text",
    [
        "Graag meld ik me beter per 9 maart.",
        "Ik wil graag een afspraak maken voor mijn paspoort op 9 maart.",
        "Bijgaand de factuur voor de zaalhuur van 9 maart. Graag betaling binnen 14 dagen.",
        "De straatlantaarn voor mijn huis doet het niet. Wilt u dit noteren?",
        "Graag reserveer ik een tafel voor vier op 9 maart.",
        "Graag boek ik een zaal voor 9 maart.",
        "Hierbij de stukken voor de vergadering van 9 maart.",
        "Ik stuur u hierbij de offerte voor 9 maart.",
        "Graag uw reactie voor 9 maart.",
        "Hierbij dien ik een klacht in over 9 maart.",
        "Ik wil mijn rijbewijs ophalen op 9 maart.",
        "Wilt u mijn nieuwe adres noteren?",
        "Kunt u noteren dat ik verhuisd ben?",
        "Ik bel u graag op 9 maart.",
        "Graag zou ik u op 9 maart willen spreken over een samenwerking.",
        "Registreer mijn klacht alstublieft.",
        "De bijlage over 9 maart stuur ik bij dezen.",
        "Mijn nieuwe telefoonnummer bij deze: 06-12345678.",
        "Ik wil graag iets vertellen op 9 maart.",
        "Wilt u mij uitschrijven van uw nieuwsbrief?",
        "Is dat niets voor jou? Inschrijven kan via het adres in de cc. Ik ga dit jaar niet.",
        "Vorig jaar heb ik me bij u aangemeld met Wim Smit, en er was zelfs een vegetarische lunch. Leuk!",
        "Doe mij maar een exemplaar van het verslag van 9 maart.",
        "Zet voor mij een doos boeken klaar op 9 maart.",
        "Ik doe mee aan jullie enquête over de lezing.",
        "I'm in a meeting about the lecture.",
        "Mag ik er ook eentje van die folders over de lezing?",
        "I would like to book a table for four on 9 March.",
    ],
)
def test_whoever_wants_something_else_is_signed_up_for_nothing(text: str) -> None:
    reading = reading_of(text + SIGNED, Subject="Bericht")

    assert reading.requests == ()


@pytest.mark.parametrize(
    "text",
    [
        "Noteer mij maar voor de lezing.",
        "Graag noteren voor de lezing van 9 maart.",
        "Graag reserveer ik een plaats voor de lezing.",
        "Ik boek graag een stoel voor mij bij de lezing.",
        "Ik wil mij graag aan melden voor de lezing.",
        "Graag erbij op 9 maart.",
        "Kunt u mij registreren voor de lezing? De factuur mag naar de gemeente.",
        "Na een klacht bij ons wil ik er meer van weten: schrijf mij in voor de lezing.",
    ],
)
def test_the_same_words_for_a_seat_sign_up_the_writer(text: str) -> None:
    reading = reading_of(text + SIGNED, Subject="Bericht")

    assert [(r.action.value, r.name) for r in reading.requests] == [("register", "Marije Tuinstra")]
    assert not reading.review


@pytest.mark.parametrize(
    "text",
    [
        "Ik wil mij aanmelden voor een stage bij het platform.",
        "Graag zou ik mij aanmelden voor de masterclass.",
        "Hierbij schrijf ik mij in voor het webinar.",
        "Graag schrijf ik me in voor jullie nieuwsbrief.",
        "I'd like to sign up for your newsletter.",
        "Please register me for the excursion.",
        "Voor het overleg van 9 maart in Zwolle mag u mij op de lijst zetten.",
        "Hierbij wil ik mijn zoontje Jesse Tuinstra aanmelden voor zwemles op donderdag, het liefst ronde 2.",
        "Graag wil ik me opgeven voor yoga.",
    ],
)
@pytest.mark.parametrize("subject", ["Bericht", "Aanmelding nieuwsbrief"])
def test_a_sign_up_for_what_no_event_is_called_is_put_to_a_person(subject: str, text: str) -> None:
    reading = reading_of(text + SIGNED, Subject=subject)

    assert reading.review


@pytest.mark.parametrize(
    "text",
    [
        "Graag meld ik mij aan voor de training van 9 maart.",
        "Graag meld ik mij aan voor de lezing, ik kom voor mijn opleiding.",
        "Please register me for the course on 9 March.",
        "Graag meld ik mij aan. Om drie uur moet ik weg, ik haal mijn zoon van de zwemles.",
    ],
)
def test_an_event_by_another_word_is_known_by_its_day(text: str) -> None:
    reading = reading_of(text + SIGNED, Subject="Bericht")

    assert (len(reading.requests), "other_occasion" in reading.reasons) == (1, False)


@pytest.mark.parametrize(
    "text",
    [
        "Ik wil gehoord worden op de hoorzitting van 9 maart en meld mij daarvoor aan.",
        "Graag meld ik mij aan voor de buurtbarbecue op donderdag 9 maart.",
        "Please register me for the hearing on 9 March.",
        "Hierbij meld ik mij aan voor het ophalen van grofvuil op 9 maart.",
        "Graag aanmelden voor het laten keuren van mijn auto op 9 maart.",
        "Hierbij meld ik me aan voor de herhaling EHBO op 9 maart, groep van 10 uur in de kantine.",
        "Schrijf mij in voor het kwartaaloverleg van donderdag 9 maart.",
        "Ik geef me op voor de wijnproeverij op 9 maart.",
        "Please register me for the yoga retreat on 9 March.",
        "Graag mijn hond aanmelden voor de hondenbelasting per 9 maart.",
        "Gelieve deze melding te registreren en mij op 9 maart te bellen.",
        "Ik verzoek u dit bezwaar te registreren. Op 9 maart kom ik graag langs.",
        "Graag registreer ik mijn auto voor de parkeervergunning. Op 9 maart kom ik langs.",
        "Op 9 maart ben ik aanwezig op de hoorzitting.",
    ],
)
def test_a_sign_up_for_another_thing_on_the_day_of_an_event_is_asked_about(text: str) -> None:
    assert reading_of(text + SIGNED).review


@pytest.mark.parametrize(
    "text",
    [
        "Ik kom op 9 maart. De borrel van 9 maart sla ik over.",
        "Ik kom graag op 9 maart.",
        "Op 9 maart kom ik graag, ook naar de borrel na afloop.",
        "Wilt u mijn aanmelding voor 9 maart registreren?",
        "Hierbij meld ik me aan voor de bijeenkmost op 9 maart.",
        "Meld mij aan voor dat gebeuren van donderdag 9 maart.",
        "Meld onze wethouder aan voor de kennissessie op 9 maart: Ineke Vonk.",
    ],
)
def test_what_else_there_is_on_that_day_keeps_nobody_from_coming(text: str) -> None:
    assert not {"other_occasion"} & set(reading_of(text + SIGNED).reasons)
