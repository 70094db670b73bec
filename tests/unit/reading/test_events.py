"""Which event a passage means, for the configured meetings of a platform and for a library that has nothing of them."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from mailbot.domain.event import Event
from mailbot.reading.events.events import EventFinder

ZONE = ZoneInfo("Europe/Amsterdam")


def event(slug: str, title: str, starts: str, location: str, *, ends: str | None = None, **more: object) -> Event:
    begin = datetime.fromisoformat(starts).replace(tzinfo=ZONE)
    end = datetime.fromisoformat(ends).replace(tzinfo=ZONE) if ends else begin.replace(hour=22)
    return Event(slug, title, begin, end, location, 50, True, **more)  # type: ignore[arg-type]


PLATFORM = EventFinder(
    [
        event("wonen-2024", "Wonen voor iedereen", "2024-04-18T10:00", "Grote Zaal, Plein 3, 3511 AB Utrecht"),
        event(
            "zorg-2024", "Zorg dichtbij huis", "2024-09-10T13:00", "Stadhuis Arnhem, Koningstraat 38, 6811 DG Arnhem"
        ),
    ]
)
LIBRARY = EventFinder(
    [
        event("heksen", "Heksenvervolging in de Achterhoek", "2024-03-05T20:00", "De Boekenkast, Markt 1, Winterswijk"),
        event(
            "sterren",
            "Sterren kijken",
            "2024-03-19T21:00",
            "De Boekenkast, Markt 1, Winterswijk",
            aliases=("sterrenavond",),
        ),
        event("roman", "Een roman schrijven in vier lessen", "2024-05-06T19:30", "Filiaal Meddo, Kerkweg 2, Meddo"),
    ]
)


def about(text: str, finder: EventFinder = PLATFORM, sent: str = "2024-03-04T09:00", **how: bool) -> tuple[str, ...]:
    return finder.about(finder.mentions(text, datetime.fromisoformat(sent).replace(tzinfo=ZONE)), **how)


@pytest.mark.parametrize(
    "written",
    [
        "18 april",
        "donderdag 18 april a.s.",
        "18-4",
        "18/04/2024",
        "18.4.2024",
        "18-04-’24",
        "2024-04-18",
        "achttien april",
        "18e apr.",
        "April 18th",
        "the 18th of April",
        "am 18. April",
        "le 18 avril",
        "18 april 2024",
        "half april",
    ],
)
def test_a_date_means_the_event_of_that_day_however_it_is_written(written: str) -> None:
    assert about(f"Ik kom graag {written} naar jullie toe.") == ("wonen-2024",)


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("aanstaande donderdag", "2024-04-15T09:00"),
        ("donderdag", "2024-04-12T09:00"),
        ("volgende week donderdag", "2024-04-09T09:00"),
        ("donderdag volgende week", "2024-04-09T09:00"),
        ("donderdag over twee weken", "2024-04-02T09:00"),
        ("over 14 dagen", "2024-04-04T09:00"),
        ("overmorgen", "2024-04-16T09:00"),
        ("tomorrow", "2024-04-17T09:00"),
        ("de 18e", "2024-04-02T09:00"),
        ("de achttiende", "2024-04-02T09:00"),
    ],
)
def test_a_day_is_counted_from_the_mails_own_date(written: str, sent: str) -> None:
    assert about(f"Schrijf mij maar in voor {written}.", sent=sent) == ("wonen-2024",)


@pytest.mark.parametrize(
    "said",
    [
        "volgende week donderdag kan ik niet mee lunchen",
        "Goedemorgen, ik ben er de 7e keer niet bij",
        "bel 0318-4 5678 of 06-18 04 20 24",
        "we beginnen om 10.30 uur, tot 18.4 graden",
    ],
)
def test_other_days_hours_and_numbers_mean_no_event(said: str) -> None:
    assert about(said) == ()


def test_a_date_on_which_we_hold_nothing_is_told_as_a_doubt() -> None:
    mentions = PLATFORM.mentions("Graag op 19 april", datetime(2024, 3, 4, tzinfo=ZONE))

    assert [(mention.events, mention.doubt) for mention in mentions] == [((), True)]


def test_a_weekday_that_is_not_that_dates_is_told_as_a_doubt() -> None:
    (mention,) = PLATFORM.mentions("Ik kom op vrijdag 18 april.", datetime(2024, 3, 4, tzinfo=ZONE))

    assert (mention.events, mention.doubt) == (("wonen-2024",), True)


def test_a_year_that_is_not_the_events_is_another_day() -> None:
    assert about("Op 18 april 2023 was ik er ook.") == ()


@pytest.mark.parametrize(
    "said",
    [
        "Ik kom naar Arnhem.",
        "de middag in Arnhem",
        "Deelname Stadhuis Arnhem",
        "in het Arnhemse stadhuis",
        "de bijeenkomst in september",
        "Aanmelding Zorg dichtbij huis",
        "de zorgmiddag",
        "ik lees over zorg, dichtbij huis georganiseerd",
        "aanmelding zorg-2024",
    ],
)
def test_place_month_title_and_its_words_mean_the_event(said: str) -> None:
    assert about(said) == ("zorg-2024",)


@pytest.mark.parametrize(
    "said",
    [
        "Ik werk in Arnhem.",
        "raadslid in Arnhem",
        "gemeente Arnhem",
        "Koningstraat 38 | 6811 DG | Arnhem",
        "wij wonen al jaren met plezier in Arnhem",
        "Hogeschool Arnhem",
        "ik reis vanuit Arnhem",
    ],
)
def test_where_somebody_works_or_lives_is_not_where_she_goes(said: str) -> None:
    assert about(said) == ()


def test_an_event_that_is_waved_away_is_not_meant_where_another_is_asked_for() -> None:
    said = "Naar Utrecht kom ik niet (dan ben ik in Rome), maar in Arnhem schuif ik graag aan."

    assert about(said) == ("zorg-2024",)
    assert about(said, cancelling=True) == ("wonen-2024",)


def test_an_event_that_is_arranged_already_is_not_meant() -> None:
    said = "Voor 18 april had ik me in januari al aangemeld. Nu geef ik me op voor 10 september."

    assert about(said) == ("zorg-2024",)


@pytest.mark.parametrize("said", ["Ik wil 10 september niet missen!", "10 september, geen dieetwensen"])
def test_not_every_denial_waves_an_event_away(said: str) -> None:
    (mention,) = PLATFORM.mentions(said, datetime(2024, 3, 4, tzinfo=ZONE))

    assert not mention.negated


def test_two_events_asked_for_are_both_told() -> None:
    assert set(about("Meld mij aan voor 18 april en voor 10 september.")) == {"wonen-2024", "zorg-2024"}


def test_a_mail_that_points_nowhere_means_the_nearest_event_to_come() -> None:
    nearest = [PLATFORM.nearest(datetime(2024, month, 1, tzinfo=ZONE)) for month in (3, 5, 12)]

    assert [found and found.slug for found in nearest] == ["wonen-2024", "zorg-2024", None]


def test_the_nearest_event_is_one_that_is_still_open() -> None:
    closed = event("dicht", "Dicht", "2024-04-01T10:00", "Hier", closes=datetime(2024, 3, 1, tzinfo=ZONE))
    later = event("open", "Open", "2024-05-01T10:00", "Daar")

    assert EventFinder([closed, later]).nearest(datetime(2024, 3, 20, tzinfo=ZONE)) == later
    assert EventFinder([closed]).nearest(datetime(2024, 3, 20, tzinfo=ZONE)) == closed


@pytest.mark.parametrize(
    ("said", "slug"),
    [
        ("Ik kom met mijn zus naar de avond over heksenvervolging", "heksen"),
        ("twee kaarten voor de sterrenavond graag", "sterren"),
        ("graag erbij op 19 maart", "sterren"),
        ("Is er plek op de romancursus?", "roman"),
        ("ik kom naar Meddo", "roman"),
        ("dinsdag 5 maart", "heksen"),
    ],
)
def test_a_library_has_its_own_events_and_words(said: str, slug: str) -> None:
    assert about(said, LIBRARY, "2024-02-20T12:00") == (slug,)


def test_a_place_that_two_events_share_tells_neither_from_the_other() -> None:
    assert set(about("ik kom graag naar Winterswijk", LIBRARY, "2024-02-20T12:00")) == {"heksen", "sterren"}


def test_without_any_events_nothing_is_found() -> None:
    finder = EventFinder([])

    assert finder.mentions("18 april in Utrecht", datetime(2024, 3, 4, tzinfo=ZONE)) == (
        *finder.mentions("18 april", datetime(2024, 3, 4, tzinfo=ZONE)),
    )
    assert finder.nearest(datetime(2024, 3, 4, tzinfo=ZONE)) is None


def test_any_date_header_can_be_reckoned_with() -> None:
    for year in (1, 9999):
        assert PLATFORM.mentions("morgen, 18 april, eind mei", datetime(year, 1, 1, tzinfo=ZONE)) is not None


@pytest.mark.parametrize(
    ("said", "slugs"),
    [
        ("Graag inschrijven voor de tweede bijeenkomst.", ("zorg-2024",)),
        ("Graag de eerste van de twee.", ("wonen-2024",)),
        ("Ik kom naar de laatste bijeenkomst.", ("zorg-2024",)),
        ("Ik meld mij aan voor beide bijeenkomsten.", ("wonen-2024", "zorg-2024")),
        ("Niet voor 18 april maar voor 10 september wil ik mij aanmelden.", ("zorg-2024",)),
        ("Aanmelding voor 10 september, niet voor 18 april.", ("zorg-2024",)),
        ("Zij is er 18 april bij, ik ga liever naar die van 10 september.", ("zorg-2024",)),
        ("Graag op 18 april. In september ben ik op vakantie.", ("wonen-2024",)),
        ("Graag in september, april heb ik gemist.", ("zorg-2024",)),
    ],
)
def test_one_of_several_is_meant_by_its_place_among_them_and_by_what_is_waved_away(
    said: str, slugs: tuple[str, ...]
) -> None:
    assert about(said) == slugs


def test_a_day_that_is_over_is_a_memory_and_one_to_come_is_a_doubt() -> None:
    mail = datetime(2024, 3, 4, 9, tzinfo=ZONE)

    assert PLATFORM.mentions("Ik hoorde ervan op een congres op 12 januari.", mail) == ()
    assert [m.doubt for m in PLATFORM.mentions("Ik kom graag op 12 mei.", mail)] == [True]
