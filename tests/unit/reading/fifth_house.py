"""A fifth house: a bicycle workshop with a lecture, and a course of five evenings whose days aliases tell."""

from datetime import datetime
from zoneinfo import ZoneInfo

from mailbot.domain.event import Event, Round, Workshop
from mailbot.domain.message import Origin, Screening
from mailbot.domain.reading import Reading
from mailbot.reading.letter.page import ReadingContext
from mailbot.reading.message.parse import parse
from mailbot.reading.read import read
from tests.unit.reading.letters import a_mail

ZONE = ZoneInfo("Europe/Amsterdam")
FIRST = datetime(2023, 3, 6, 19, 30, tzinfo=ZONE)

LECTURE = Event(
    slug="reisverhalen",
    title="De fiets van morgen: een avond met reisverhalen",
    starts=datetime(2023, 2, 28, 20, tzinfo=ZONE),
    ends=datetime(2023, 2, 28, 22, tzinfo=ZONE),
    location="Wijkcentrum De Klinker, Dorpsstraat 3, Wierhaven",
    capacity=80,
    waitlist=True,
    aliases=("lezing", "reisavond"),
)
COURSE = Event(
    slug="sleutelen",
    title="Zelf sleutelen: cursus fietsonderhoud",
    starts=FIRST,
    ends=datetime(2023, 4, 10, 21, 30, tzinfo=ZONE),
    location="Fietswerkplaats Het Spatbord, Havenstraat 12, Wierhaven",
    capacity=50,
    waitlist=True,
    aliases=("fietscursus", "sleutelcursus"),
    # as the configuration has it that gives no days: all rounds on the first
    rounds=tuple(Round(n, FIRST, FIRST.replace(hour=21)) for n in range(1, 6)),
    workshops=tuple(
        Workshop(slug, title, 10, (number,), (giver,), (f"avond {number}", day))
        for number, (slug, title, day, giver) in enumerate(
            (
                ("banden", "Banden plakken en wielen richten", "6 maart", "Kees Mulder"),
                ("remmen", "Remmen: van handrem tot schijfrem", "13 maart", "Kees Mulder"),
                ("ketting", "Ketting, derailleur en versnelling", "27 maart", "Anke de Boer"),
                ("licht", "Licht en stroom: schrappen en schroeven", "3 april", "Wim Hogeveen"),
                ("beurt", "De grote beurt", "10 april", "Kees Mulder"),
            ),
            start=1,
        )
    ),
)
CONTEXT = ReadingContext(
    events=(LECTURE, COURSE),
    own_address="info@fietswerkplaats.example",
    zone=ZONE,
    language="nl",
    fallback=datetime(2023, 2, 14, 9, tzinfo=ZONE),
)


def reading_of(text: str, subject: str = "Aanmelding") -> Reading:
    """What is read of a mail from Marije Tuinstra of Wierhaven, on 14 February 2023."""
    return read(parse(a_mail(text, Subject=subject)), Screening(Origin.HUMAN), CONTEXT)
