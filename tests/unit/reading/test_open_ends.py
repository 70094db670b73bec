"""What a sign-up hangs on, told as a story; a seat that is only to be held; a writer who is somewhere else that day."""

import pytest

from tests.unit.reading.test_doubts import reading_of


@pytest.mark.parametrize(
    "text",
    [
        "De hoorzitting van 30 maart staat op losse schroeven. Gaat zij niet door, dan zit ik bij jullie in de zaal.",
        "Ik heb mijn manager gevraagd of dit uit het budget kan. Zegt ze ja, dan doe ik mee op 30 maart.",
        "Is er op 30 maart een tolk gebarentaal, dan kom ik.",
        "Hebben jullie nog een stoel bij Vooroordelen Voorbij, dan kom ik. Is die vol, dan laat ik de dag schieten.",
        "Zodra haar krabbel eronder staat ben ik op 30 maart van de partij.",
        "Ik kom graag op 30 maart, als ik tegen die tijd weer beter ben.",
        "I'd like to come on 30 March if my visa arrives in time.",
        "Ik wil graag komen op 30 maart, maar moet eerst weten of het rolstoeltoegankelijk is.",
        "Ik zou graag komen op 30 maart. Zoiets moet bij ons eerst langs het college.",
        "Hierbij mijn aanmelding voor 30 maart. Maandag beslist onze fractie wie er gaat.",
        "Zodra het college akkoord is, sluit ik op 30 maart aan.",
        "Mijn baas beslist vrijdag. Bij een ja: noteer mij voor 30 maart.",
        "Na een volmondig ja van uw kant ben ik op 30 maart uw gast.",
        "De raad verhuist misschien naar april. Gebeurt dat, dan schuif ik op 30 maart aan.",
        "Als mijn zoon dan beter is kom ik op 30 maart.",
        "Once they nod I will be there on 30 March.",
        "I'll join on 30 March once my manager agrees.",
        "Zet mij op de lijst voor 30 maart, maar als de stakingen doorgaan blijf ik thuis.",
        "Mijn dochter past dan op de hond. Lukt haar dat, dan ben ik 30 maart present.",
        "Is er een schrijftolk op 30 maart? Dan kom ik graag.",
        "Is the venue step-free? If it is, put me down for 30 March.",
        "Graag inschrijven voor 30 maart. Kunnen jullie ons niet allemaal kwijt, dan passen we.",
        "Ik wil op 30 maart komen. Krijg ik de reis vergoed? Anders moet ik het aan mij voorbij laten gaan.",
        "Slaagt mijn collega erin mijn dienst over te nemen, dan ziet u mij de dertigste verschijnen.",
        "Ik ben bewoner. Laten jullie mij toe? Als dat mag zit ik er de 30e, schrijf mij dan maar in.",
        "My manager has not signed yet. With her signature in place, I will be there on 30 March.",
        "Dank voor de uitnodiging. Ben voornemens op 30 maart aanwezig te zijn.",
        "Wilt u mij tot maandag een plek vasthouden voor 30 maart?",
        "Kunnen jullie een plaatsje voor me reserveren op 30 maart tot ik mijn chef gesproken heb?",
        "Ik wil er op 30 maart bij zijn, de officiële aanmelding volgt nog.",
        "Please regard this as a note of interest rather than a booking: I would attend on 30 March.",
    ],
)
def test_what_is_still_open_waits_for_a_person(text: str) -> None:
    assert {"undecided", "condition", "reserve", "admission", "place_left", "later"}.intersection(
        reading_of(text).reasons
    )


@pytest.mark.parametrize(
    "text",
    [
        "Als ik woensdag niet koortsvrij ben, dan moet ik me afmelden voor 30 maart.",
        "Mocht ik woensdag nog koorts hebben, dan moet ik helaas afzeggen voor 30 maart.",
        "Ben ik woensdag niet beter, dan kom ik niet op 30 maart.",
        "Blijf ik hoesten, dan meld ik mij af voor 30 maart.",
        "Het gaat wel, maar is de test woensdag nog positief, dan zie ik af van 30 maart.",
    ],
)
def test_a_leaving_may_hang_on_something_too(text: str) -> None:
    assert reading_of(text).review


@pytest.mark.parametrize(
    "text",
    [
        "Als raadslid van Ede kom ik graag op 30 maart.",
        "Als bestuurslid van de afdeling Raalte wil ik op 30 maart komen.",
        "Als afgevaardigde kom ik op 30 maart, ik eet vegetarisch.",
        "Is er nog plek op 30 maart? Zo ja, dan kom ik graag.",
        "Ben ik nog op tijd? Dan graag inschrijven voor 30 maart.",
        "Kan ik via dit adres een plekje krijgen op 30 maart? Zo ja, dan bij deze.",
        "Mijn collega had ook gewild, maar die zit dan in Gent. Ik kom op 30 maart.",
        "Graag inschrijven voor 30 maart. Als de file meevalt ben ik er om half tien.",
        "Ik kom op 30 maart. Als u vragen heeft hoor ik het graag.",
        "Ik meld mij aan voor 30 maart. Mocht ik ziek worden, dan laat ik dat weten.",
        "Ik kom op 30 maart. Mocht de lunch karig zijn, dan neem ik een boterham mee, ik kom evengoed.",
        "Als u het goed vindt, kom ik graag op 30 maart.",
        "Meld mij aan voor 30 maart. Wim twijfelt nog; mocht hij dat willen, dan meldt hij zich zelf bij u.",
    ],
)
def test_what_begins_like_a_condition_and_is_none(text: str) -> None:
    assert not reading_of(text).review


@pytest.mark.parametrize(
    "text",
    [
        "Graag inschrijven voor 30 maart. Is er iets veranderd in het programma, dan hoor ik dat graag.",
        "Regent het, dan kom ik met de bus, maar komen doe ik. Graag inschrijven voor 30 maart.",
        "Vindt u het goed, dan schrijf ik mij hierbij in voor 30 maart.",
        "Graag inschrijven voor 30 maart. Dan weet ik meteen of de agenda klopt.",
        "Ik ben van plan naar Utrecht te komen op 30 maart, wilt u mij inschrijven?",
        "Zet mij er alvast op voor 30 maart, dan is dat maar geregeld.",
        "Mijn officiële aanmelding voor 30 maart volgt hierbij: graag inschrijven.",
        "Voor 20 juni pas ik, dan zit ik in Rome. Voor 30 maart graag inschrijven.",
    ],
)
def test_what_decides_nothing_does_not(text: str) -> None:
    reading = reading_of(text)

    assert (reading.reasons, [r.action for r in reading.requests]) == ((), ["register"])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Graag schrijf ik mij in voor 30 maart. Van 25 maart tot 2 april ben ik in Portugal.", "elsewhere"),
        ("Schrijf mij maar in voor 30 maart. Die hele week zit ik overigens in Berlijn.", "elsewhere"),
        ("Ik meld mij aan voor 30 maart.\n\nPS Op 30 maart moet ik in de rechtbank getuigen.", "elsewhere"),
        ("Ik meld mij aan voor 30 maart. Op de dertigste neem ik tot vijf uur tentamens af. Tja.", "elsewhere"),
        ("Graag een plek op 20 juni. Die dag zit ik overigens in Berlijn.", "elsewhere"),
        ("Ik meld mij aan voor de dag in Utrecht. Ik heb de hele vrijdag, 31 maart, vrijgehouden.", "other_date"),
        ("Graag schrijf ik mij in voor Mensenrechten in de wijk op 30 maart.", "two_events"),
        ("Ik kom naar Gemeenten en de strijd tegen discriminatie op dinsdag 20 juni.", "two_events"),
        ("Hierbij meld ik mij aan voor de bijeenkomst in Utrecht op vrijdag 31 maart.", "other_date"),
        ("Graag meld ik mij aan voor 30 maart. Of was het 31 maart?", "other_date"),
        ("Graag meld ik mij aan voor de bijeenkomst in april.", "other_date"),
        ("Ik doe op 30 maart graag online mee.", "unclear_sentence"),
        ("Graag meld ik mij aan voor het symposium in Groningen.", "other_occasion"),
    ],
)
def test_a_day_that_does_not_fit_is_for_a_person(text: str, reason: str) -> None:
    assert reason in reading_of(text, "Aanmelding").reasons


@pytest.mark.parametrize(
    "text",
    [
        "Op 30 maart zit ik om tien uur in Utrecht op de eerste rij. Graag inschrijven.",
        "Ik meld mij aan voor 30 maart. Mijn collega zit die dag in Brussel.",
        "Graag inschrijven voor 30 maart. Op 29 maart zit ik in Brussel, die avond ben ik terug.",
        "Graag aanmelden voor 30 maart. Ik reis die dag naar Utrecht met de trein uit Maastricht.",
        "Ik heb voor 30 maart een dag vakantie opgenomen, want dit wil ik niet missen. Schrijf mij in.",
        "Ik kom op 30 maart. Op 28 maart word ik geopereerd aan mijn teen, dus ik kom op sloffen.",
    ],
)
def test_who_is_elsewhere_on_another_day_comes(text: str) -> None:
    assert reading_of(text).reasons == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ik meld me aan voor 20 juni. Ook de uitnodiging voor eind maart kwam binnen, maar die week zit ik in Graz.",
        "Eind maart zit ik op Aruba, maar op 20 juni ben ik er wel, in het IJspaleis. Schrijf mij in!",
        "I'd like to register for 20 June. As for the March event, I'm in Lisbon that week, so I'll skip that one.",
    ],
)
def test_who_is_elsewhere_while_the_other_event_is_held_comes(text: str) -> None:
    assert reading_of(text, "Aanmelding").reasons == ()


def test_who_has_given_up_the_seat_does_not_come_along() -> None:
    reading = reading_of(
        "Ik sta op de lijst voor 30 maart maar kan die dag niet. Els Bos komt in mijn plaats. Els en ik rijden samen."
    )

    assert "undecided" in reading.reasons


@pytest.mark.parametrize(
    "text",
    [
        "Ik sta bij Vooroordelen Voorbij in ronde 1. Is de andere nuttiger? Wat raadt u mij aan? Dan wissel ik nog.",
        "I am down for Vooroordelen Voorbij in round one. Is the other one better? Which would you recommend?",
    ],
)
def test_advice_is_asked_of_a_person(text: str) -> None:
    assert reading_of(text).review
