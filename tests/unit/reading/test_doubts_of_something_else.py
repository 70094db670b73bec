"""Words of doubt, of another day, or of a seat that may not be there, about something else than whether and where
somebody comes; and the same words where they are about just that."""

import pytest

from mailbot.domain.message import Origin, Screening
from mailbot.domain.reading import Action, Reading
from mailbot.reading.message.parse import parse
from mailbot.reading.read import read
from tests.unit.reading.second_house import mail
from tests.unit.reading.test_doubts import SIGNED, TWO_EVENTS, reading_of

MARCH = "Ik schrijf mij graag in voor 30 maart. "


def registered(reading: Reading) -> list[str | None]:
    """Who is signed up, where nobody has to look."""
    assert reading.reasons == ()
    return [request.name for request in reading.requests if request.action is Action.REGISTER]


@pytest.mark.parametrize("number", ["06-10 99 43 27", "06-12 34 56 78", "06-11.22.33.44", "06 - 12 34 56 78"])
def test_a_mobile_number_is_no_other_date(number: str) -> None:
    reading = reading_of(f"Graag meld ik mij aan voor de bijeenkomst.\n\nMobiel: {number}", "Aanmelding")

    assert registered(reading) == ["Marije Tuinstra"]


@pytest.mark.parametrize("day", ["06-10", "06-10 10 uur", "06-10 14 00 uur", "06-10-2023 14 uur", "06-10 2023 14 uur"])
def test_a_date_in_figures_is_one(day: str) -> None:
    assert reading_of(f"Graag meld ik mij aan voor de bijeenkomst van {day}.", "Aanmelding").review


@pytest.mark.parametrize(
    "subject",
    [
        "Misschien kent u mij nog",
        "Misschien wat laat: aanmelding 30 maart",
        "Aanmelding (misschien ten overvloede)",
        "Misschien dubbel: aanmelding 30 maart",
        "Misschien aan de late kant, maar toch: aanmelding",
    ],
)
def test_a_perhaps_in_the_subject_may_be_about_something_else(subject: str) -> None:
    assert registered(reading_of(MARCH, subject)) == ["Marije Tuinstra"]


@pytest.mark.parametrize(
    "subject",
    [
        "Misschien aanmelding 30 maart",
        "Aanmelding 30 maart, misschien",
        "Misschien: aanmelding 30 maart",
        "Wellicht ben ik erbij",
        "Ik ben misschien te laat, maar ik kom misschien 30 maart",
    ],
)
def test_a_perhaps_in_the_subject_of_coming_is_asked_about(subject: str) -> None:
    assert reading_of(MARCH, subject).review


@pytest.mark.parametrize(
    "text",
    [
        MARCH + "Ik hoop op een plekje.",
        MARCH + "Ik hoop op een plek vooraan vanwege mijn gehoor.",
        MARCH + "Ik reken op een plekje!",
        "Ik ben er graag bij op 30 maart en hoop op een plek. Ik ben adviseur.",
        MARCH + "Fijn dat de inschrijving nog niet gesloten is.",
        MARCH + "Voor de middag zoek ik nog iets over toezicht, maar dat zie ik niet in het programma staan.",
    ],
)
def test_to_hope_for_a_seat_is_polite(text: str) -> None:
    assert registered(reading_of(text)) == ["Marije Tuinstra"]


@pytest.mark.parametrize(
    "text",
    [
        "Jullie zitten vol, zag ik. Ik hoop op een plek voor 30 maart.",
        "Ik las dat de bijeenkomst van 30 maart vol zit, maar ik hoop op een plekje.",
        "Ik hoop dat er een plekje vrijkomt op 30 maart.",
        "Hopelijk komt er nog een plekje vrij op 30 maart. Schrijf mij dan in.",
        "De inschrijving voor 30 maart is gesloten, maar ik hoop alsnog op een plekje.",
        "De bijeenkomst van 30 maart is volgeboekt. Ik hoop toch op een stoel.",
        "Ik wacht op een plekje voor 30 maart.",
        "Ik hoop op een afzegging, zet mij er dan bij op 30 maart.",
        MARCH + "Ik hoop op een plek voor zes.",
        "Graag een plek voor drie op 30 maart.",
    ],
)
def test_to_hope_for_a_seat_that_is_not_there_is_not(text: str) -> None:
    assert reading_of(text).review


@pytest.mark.parametrize(
    "text",
    [
        "Graag schrijf ik mij in voor de themadag over discriminatie in Den Haag.",
        "Graag schrijf ik mij in voor uw bijeenkomst over discriminatie op 20 juni.",
        "Ik kom graag naar de bijeenkomst over discriminatie van dinsdag 20 juni.",
        "Please register me for the conference on discrimination in The Hague.",
    ],
)
def test_one_meeting_told_by_the_signs_of_two_is_not_both(text: str) -> None:
    assert reading_of(text, "Aanmelding").review


@pytest.mark.parametrize(
    "text",
    [
        "Graag schrijf ik mij in voor uw bijeenkomst over discriminatie en voor die in Den Haag op 20 juni.",
        "Graag schrijf ik mij in voor de bijeenkomsten in Utrecht en Den Haag.",
    ],
)
def test_two_meetings_are_both(text: str) -> None:
    reading = reading_of(text, "Aanmelding")

    assert reading.reasons == ()
    assert len(reading.requests) == 2


@pytest.mark.parametrize(
    "text",
    [
        MARCH + "Mijn teamleider vindt het goed zolang ik op vrijdag maar verslag doe.",
        MARCH + "Van mijn chef mag het, als ik er maar een stukje over schrijf voor het intranet.",
        MARCH + "My manager is fine with it as long as I report back afterwards.",
        "Ik zou er graag bij zijn op 30 maart, en Ids vindt het goed zolang ik maar verslag doe. Schrijft u me in?",
        "Als ik het goed heb is er nog plek op 30 maart. Schrijf mij in.",
    ],
)
def test_what_is_done_in_return_for_leave_is_no_condition(text: str) -> None:
    assert registered(reading_of(text)) == ["Marije Tuinstra"]


@pytest.mark.parametrize(
    "text",
    [
        MARCH + "Mijn teamleider vindt het goed zolang er geen spoed is.",
        MARCH + "Mijn baas is akkoord zolang mijn werk af is.",
        MARCH + "Mijn chef vindt het goed zolang ik mijn verslag op tijd af krijg.",
        MARCH + "Van mijn chef mag het als het rustig is die week.",
        MARCH + "My manager is fine with it as long as somebody covers my shift.",
        MARCH + "My manager agrees as long as it is free.",
        "Ik kom op 30 maart, als ik mijn verslag af heb.",
        "Ik kom op 30 maart, als ik oppas heb.",
    ],
)
def test_leave_that_hangs_on_something_is_one(text: str) -> None:
    assert reading_of(text).review


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Noteren jullie ons twee voor 30 maart? Mijn collega heet Karel Oosting en werkt ook in Losser.", 1),
        ("Graag ons beiden inschrijven voor 30 maart. Mijn collega is Karel Oosting, jurist.", 1),
        ("Graag ons beiden inschrijven voor 30 maart. De ander is Karel Oosting van Welzijn.", 1),
        ("Wij komen graag met z'n drieën op 30 maart. Mijn collega's zijn Karel Oosting en Els Bakels.", 2),
        ("Schrijft u ons tweeën in voor 30 maart? Naast mij is dat Karel Oosting.", 1),
        ("Please put the two of us down for 30 March. My colleague is called Karel Oosting.", 1),
    ],
)
def test_who_the_rest_of_us_are_the_next_sentence_tells(text: str, others: int) -> None:
    assert (
        sorted(map(str, registered(reading_of(text))))
        == ["Els Bakels", "Karel Oosting", "Marije Tuinstra"][-others - 1 :]
    )


@pytest.mark.parametrize(
    "said",
    [
        "ons twee voor 30 maart? Mijn chef heet Karel Oosting en weet ervan.",
        "ons drie voor 30 maart? Mijn collega heet Karel Oosting.",
        "ons twee voor 30 maart? Mijn collega's zijn Karel Oosting en Els Bakels.",
        "ons twee voor 30 maart? Mijn collega is misschien Karel Oosting.",
        "ons twee voor 30 maart? Mijn collega is Karel Oosting kwijt.",
        "ons twee voor 30 maart? Mijn vervanger bij vragen is Karel Oosting.",
        "ons beiden voor 30 maart? Mijn collega is Karel Oosting of Els Bakels.",
        "ons beiden voor 30 maart? De ander is Karel Oosting, als hij vrij krijgt.",
    ],
)
def test_and_whom_it_does_not_tell_is_asked_for(said: str) -> None:
    assert reading_of(f"Noteren jullie {said}").review


@pytest.mark.parametrize(
    "said",
    [
        "Dat doe ik: Marije Tuinstra, bestuurslid. Graag zonder varkensvlees.",
        "Dat zal ik zijn.",
        "Ik ga namens ons.",
        "Ik kom namens het bestuur.",
    ],
)
def test_who_goes_for_a_house_that_wants_somebody_there_is_the_writer(said: str) -> None:
    reading = reading_of(f"Onze stichting wil graag vertegenwoordigd zijn op 30 maart. {said}")

    assert registered(reading) == ["Marije Tuinstra"]


@pytest.mark.parametrize(
    "said",
    [
        "",
        "Wie er komt hoort u nog.",
        "Graag twee plaatsen.",
        "Dat doe ik samen met een collega.",
        "Dat doe ik niet zelf.",
        "Dat doe ik of mijn collega.",
        "Dat doe ik alleen als ik vrij krijg.",
        "Ik ga niet namens ons.",
        "Ik kom daar nog op terug namens het bestuur.",
    ],
)
def test_and_where_the_writer_does_not_say_so_it_is_asked(said: str) -> None:
    assert reading_of(f"Onze stichting wil graag vertegenwoordigd zijn op 30 maart. {said}").review


BELOW = """

Van: Platform Gemeenten en Mensenrechten
Verzonden: woensdag 1 maart 2023 11:15
Aan: Marije Tuinstra
Onderwerp: Uw aanmelding 30 maart

Beste Marije Tuinstra, u bent aangemeld. Workshops: ronde 2 Vooroordelen Voorbij.
"""


def answer(text: str) -> Reading:
    letter = mail(text + SIGNED + BELOW, Subject="RE: Uw aanmelding 30 maart")
    return read(parse(letter), Screening(Origin.HUMAN), TWO_EVENTS)


@pytest.mark.parametrize(
    "text",
    [
        "Bij nader inzien wil ik in ronde 2 toch liever Lokaal antidiscriminatiebeleid. Kan dat worden omgezet?",
        "Mag ik wisselen? Doe mij in ronde 2 toch maar Lokaal antidiscriminatiebeleid.",
        "In ronde 2 zou ik toch liever Lokaal antidiscriminatiebeleid volgen. Kan dat?",
        "Ik wil in ronde 2 graag wisselen naar Lokaal antidiscriminatiebeleid. Is dat nog mogelijk?",
    ],
)
def test_to_ask_whether_a_change_can_be_made_is_to_ask_for_it(text: str) -> None:
    reading = answer(text)

    assert reading.reasons == ()
    assert [(request.action, [c.round for c in request.workshops]) for request in reading.requests] == [
        (Action.CHANGE, [2])
    ]


@pytest.mark.parametrize(
    "text",
    [
        "In ronde 2 wil ik liever Lokaal antidiscriminatiebeleid. Kan Wim Smit dat omzetten?",
        "In ronde 2 wil ik liever Lokaal antidiscriminatiebeleid. Of is dat te moeilijk voor een leek?",
        "In ronde 2 wil ik misschien liever Lokaal antidiscriminatiebeleid. Kan dat nog?",
        "Mijn collega wil in ronde 2 liever Lokaal antidiscriminatiebeleid. Kan dat worden omgezet?",
        "Is er in ronde 2 plek bij Lokaal antidiscriminatiebeleid? Mag ik wisselen?",
        "Kan ik in ronde 2 nog wisselen?",
    ],
)
def test_to_ask_what_decides_on_a_change_is_not(text: str) -> None:
    assert answer(text).review
