"""Which of several events a mail means: by part of the day, building, town, a word or another form of the title, beside
the other one; and where none of that is meant. Two platforms: one of two meetings, one of three."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from mailbot.domain.event import Event
from mailbot.domain.message import Origin, Screening
from mailbot.domain.reading import Reading
from mailbot.reading.events.inflections import inflected
from mailbot.reading.message.parse import parse
from mailbot.reading.read import read
from tests.unit.reading import quoting
from tests.unit.reading.everyday import CONFIRMED, CONFIRMED_JUNE, EVENTS
from tests.unit.reading.letters import a_mail
from tests.unit.reading.second_house import CONTEXT

ZONE = ZoneInfo("Europe/Amsterdam")
UTRECHT, DEN_HAAG = "discriminatie-2023", "mensenrechten-2023"
NEWSLETTER = """In deze nieuwsbrief:
1. Laatste informatie over 30 maart, Gemeenten en de strijd tegen discriminatie (Jaarbeurs Utrecht)
2. Vooraankondiging 20 juni, Mensenrechten in de wijk (Stadhuis Den Haag, 13:00-17:00)
"""


def event(slug: str, title: str, starts: str, ends: str, location: str) -> Event:
    begin, end = (datetime.fromisoformat(at).replace(tzinfo=ZONE) for at in (starts, ends))
    return Event(slug, title, begin, end, location, 100, True)


CLIMATE = (
    event(
        "water-2023",
        "Water in de straat",
        "2023-03-14T09:30",
        "2023-03-14T12:30",
        "Gemeentehuis Ede, Bergstraat 4, 6711 DD Ede",
    ),
    event(
        "daken-2023",
        "Groene daken voor iedereen",
        "2023-04-18T13:30",
        "2023-04-18T17:00",
        "Theater Gooiland, Emmastraat 2, 1211 NG Hilversum",
    ),
    event(
        "hitte-2023",
        "Hitte in de stad",
        "2023-05-23T19:30",
        "2023-05-23T21:30",
        "Bibliotheek Neude, Neude 11, 3512 AE Utrecht",
    ),
)


def reading_of(text: str, subject: str = "Aanmelding", events: tuple[Event, ...] = EVENTS, quoted: str = "") -> Reading:
    own = f"{text}\n\nGroet,\nMarije Tuinstra"
    body = quoting.gmail(own, quoted) if quoted else own
    message = parse(a_mail(body if isinstance(body, str) else own, Subject=subject))
    return read(message, Screening(Origin.HUMAN), replace(CONTEXT, events=events))


@pytest.mark.parametrize(
    ("slug", "text"),
    [
        ("water-2023", "Ik meld mij aan voor de ochtend."),
        ("daken-2023", "Ik meld mij aan voor jullie middag."),
        ("hitte-2023", "Ik kom graag naar de avondbijeenkomst."),
        ("hitte-2023", "Meld mij niet aan voor de ochtend maar voor de avond."),
        ("hitte-2023", "Please sign me up for the evening."),
        ("daken-2023", "Ik schrijf mij in voor jullie middag in het theater."),
        ("hitte-2023", "Ik schrijf mij in voor de avond in de bibliotheek."),
        ("hitte-2023", "Zet mij op de lijst voor de hitte."),
        ("daken-2023", "Voor het groene dak wil ik me opgeven."),
        ("water-2023", "Ik meld mij aan voor water in onze straten."),
        ("hitte-2023", "Op 14 maart en 18 april kan ik niet, op 23 mei wel. Schrijf mij in."),
        ("water-2023", "Meld mij aan. Voor de avond ben ik weer thuis."),
        ("water-2023", "Ik las uw bericht in de avond en schrijf mij graag in."),
        ("water-2023", "We hebben een groen dak op kantoor. Ik meld me aan voor 14 maart."),
        ("water-2023", "Ik woon in Hilversum en kom graag naar Ede. Schrijf mij in."),
        ("water-2023", "Ik fiets elke avond door de hitte. Schrijf mij in."),
    ],
)
def test_of_three_one_is_meant_by_part_of_the_day_building_or_topic(slug: str, text: str) -> None:
    reading = reading_of(text, events=CLIMATE)

    assert (reading.event, reading.reasons) == (slug, ())


@pytest.mark.parametrize(
    ("slug", "text"),
    [
        (DEN_HAAG, "Mag ik erbij zijn als het over mensenrechten\nin de wijken gaat? Schrijf mij op."),
        (DEN_HAAG, "Ik schrijf mij in voor Mensenrechten."),
        (DEN_HAAG, "Noteer mij voor de wijkenmiddag."),
        (DEN_HAAG, "30 maart kan ik niet, de andere keer wel: zet mij daarvoor op de lijst."),
        (DEN_HAAG, "Voor de andere bijeenkomst dan die van 30 maart meld ik mij aan."),
        (DEN_HAAG, "Niet op 30 maart, maar voor de bijeenkomst daarna wil ik mij aanmelden."),
        (DEN_HAAG, "Over 30 maart: dan geef ik les. In juni is er nog een. Dat kan wel, dus noteer mij voor díe keer."),
        (DEN_HAAG, "Not the Utrecht one, but the other one please: register me."),
        (UTRECHT, "Ik ben die week in Den Haag en kom daarna graag naar Utrecht."),
        (UTRECHT, "I run a shelter in The Hague and would love to come on 30 March. Please put me down."),
        (UTRECHT, "Ik leid een buurthuis in Den Haag en kom graag op 30 maart. Zet mij op de lijst."),
        (UTRECHT, "Onze stichting in Den Haag hoorde van de bijeenkomst op 30 maart en ik schrijf mij daarvoor in."),
        (UTRECHT, "Mijn collega's in Den Haag zijn ook benieuwd. Ik meld mij aan."),
        (UTRECHT, "Ik werk sinds juni bij de gemeente Tiel en meld mij graag aan."),
        (UTRECHT, "Ik strijd al jaren voor mensenrechten. Meld mij aan voor de bijeenkomst."),
        (UTRECHT, "Ik ben in het stadhuis te bereiken. Meld mij aan."),
        (UTRECHT, "Ik ben werkzaam op het stadhuis en wil graag aanwezig zijn."),
        (UTRECHT, "Meld mij aan voor 30 maart. In de middag moet ik eerder weg."),
        (UTRECHT, "Meld mij aan voor 30 maart. De borrel daarna sla ik over."),
        (UTRECHT, "Graag aanmelden voor 30 maart. Stuur de bevestiging maar naar het stadhuis."),
        (UTRECHT, "Graag een plek voor de wijk Lombok."),
    ],
)
def test_of_two_one_is_meant_and_not_where_somebody_only_works(slug: str, text: str) -> None:
    reading = reading_of(text)

    assert (reading.event, reading.reasons) == (slug, ())


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Graag meld ik mij aan voor de middag.", "Aanmelding"),
        ("Hou voor mij een plek vrij in het stadhuis!", "Aanmelding"),
        ("Wij zingen in Den Haag en willen graag leren van anderen. Meld mij aan.", "Aanmelding"),
        ("In plaats van Utrecht kies ik voor de andere. Meld mij aan.", "Aanmelding"),
        ("Hierbij meld ik mij aan.", "Den Haag"),
        ("Hierbij meld ik mij aan.", "Aanmelding stadhuis"),
    ],
)
def test_what_may_mean_either_waits_for_a_person(text: str, subject: str) -> None:
    assert reading_of(text, subject).reasons == ("two_events",)


@pytest.mark.parametrize(
    ("slug", "text", "subject"),
    [
        (
            DEN_HAAG,
            "Voor die middag in het Haagse stadhuis houd ik me aanbevolen, schrijf me in.",
            "Re: Nieuwsbrief maart",
        ),
        (DEN_HAAG, "In maart ben ik er niet. Die in Den Haag haal ik wel: schrijf mij in.", "Re: Nieuwsbrief maart"),
        (DEN_HAAG, "I can't do March, but that afternoon in The Hague suits me. Please register me.", "Re: 30 maart"),
        (UTRECHT, "Voor die dag in de Utrechtse Jaarbeurs kom ik graag, schrijf me in.", "Re: Nieuwsbrief juni"),
    ],
)
def test_an_answer_to_a_newsletter_means_what_it_says_itself(slug: str, text: str, subject: str) -> None:
    reading = reading_of(text, subject, quoted=NEWSLETTER)

    assert (reading.event, reading.reasons) == (slug, ())


@pytest.mark.parametrize(
    "text", ["Meld mij aan voor Utrecht en Den Haag.", "Voor 30 maart en voor die middag in Den Haag: schrijf mij in."]
)
def test_two_towns_are_two_events(text: str) -> None:
    reading = reading_of(text)

    assert reading.reasons == ()
    assert {request.event or reading.event for request in reading.requests} == {UTRECHT, DEN_HAAG}


@pytest.mark.parametrize(
    ("slug", "text", "quoted"),
    [
        (DEN_HAAG, "Haal mij maar van de lijst van Den Haag. In maart in Utrecht ben ik er gewoon!", CONFIRMED_JUNE),
        (UTRECHT, "Ik moet 30 maart afzeggen. Tot in juni!", CONFIRMED),
        (DEN_HAAG, "Meld mij af voor Den Haag. In maart in Utrecht zie ik jullie wel!", CONFIRMED_JUNE),
    ],
)
def test_who_gives_up_one_seat_and_will_be_there_for_the_other_keeps_it(slug: str, text: str, quoted: str) -> None:
    reading = reading_of(text, "Re: Bevestiging", quoted=quoted.replace("Els Bakker", "Marije Tuinstra"))

    assert (reading.event, reading.reasons) == (slug, ())
    assert [str(request.action) for request in reading.requests] == ["cancel"]


@pytest.mark.parametrize(
    ("slug", "text"),
    [
        (
            UTRECHT,
            "30 maart lukt mij niet, haal mij van de lijst. Ik sta ook op die van 20 juni; daar verandert niets aan.",
        ),
        (DEN_HAAG, "Meld mij af voor 20 juni. Op 30 maart zien we elkaar in de Jaarbeurs, daar verandert niets aan."),
        (UTRECHT, "I have to cancel 30 March. I am also down for June in The Hague; nothing changes there."),
        (None, "Ik sta voor 30 maart en 20 juni op de lijst. Ik kan toch niet. Haal mij eraf; de rest blijft."),
    ],
)
def test_a_seat_that_stays_in_so_many_words_is_not_the_one_given_up(slug: str | None, text: str) -> None:
    reading = reading_of(text, "Wijziging")

    assert [str(request.action) for request in reading.requests] == ["cancel"]
    assert (reading.reasons == ()) is (slug is not None)
    assert slug is None or reading.event == slug


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("wijk", "wijken"),
        ("wijken", "wijk"),
        ("stem", "stemmen"),
        ("stemmen", "stem"),
        ("straat", "straten"),
        ("straten", "straat"),
        ("huis", "huizen"),
        ("brieven", "brief"),
        ("groene", "groen"),
        ("rivier", "rivieren"),
        ("harvests", "harvest"),
        ("city", "cities"),
    ],
)
def test_a_word_of_a_title_has_other_forms(word: str, form: str) -> None:
    assert form in inflected(word)
