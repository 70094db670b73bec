"""A fourth house: a library with two lectures at the same hour, of which one is chosen, and a course of four evenings.

The lectures are told by what they are about and by who gives them, and nobody names a round; the course is told by
its evenings, each of which has a day of its own.
"""

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

LECTURES = Event(
    slug="brug-en-veer",
    title="Brug en veer: een avond over wonen aan de Vliet",
    starts=datetime(2023, 3, 14, 19, 30, tzinfo=ZONE),
    ends=datetime(2023, 3, 14, 22, tzinfo=ZONE),
    location="Bibliotheek De Sluis, Kade 4, Wierhaven",
    capacity=100,
    waitlist=True,
    aliases=("lezingenavond",),
    rounds=(Round(1, datetime(2023, 3, 14, 20, tzinfo=ZONE), datetime(2023, 3, 14, 21, 15, tzinfo=ZONE)),),
    workshops=(
        Workshop("vlietkant", "Acht eeuwen aan de Vlietkade: bewoners vertellen", 60, (1,), ("Janneke Rozendaal",)),
        Workshop("korstmos", "Korstmossen en klinkers: het wilde groen van de straat", 40, (1,), ("Tijs Overkamp",)),
    ),
)
COURSE = Event(
    slug="koken-en-vertellen",
    title="Koken en vertellen: verhalen uit de keuken",
    starts=datetime(2023, 3, 16, 19, tzinfo=ZONE),
    ends=datetime(2023, 4, 6, 21, tzinfo=ZONE),
    location="Bibliotheek De Sluis, Leeszaal",
    capacity=24,
    waitlist=True,
    aliases=("kookcursus",),
    rounds=tuple(
        Round(n, datetime(2023, month, day, 19, tzinfo=ZONE), datetime(2023, month, day, 21, tzinfo=ZONE))
        for n, (month, day) in enumerate(((3, 16), (3, 23), (3, 30), (4, 6)), start=1)
    ),
    workshops=(
        Workshop("soep", "Soep van vroeger", 12, (1,)),
        Workshop("brood", "Het brood en de bakker", 12, (2,)),
        Workshop("feest", "Wat er op tafel kwam: feest en rouw", 12, (3,)),
        Workshop("recept", "Een recept voor later", 12, (4,)),
    ),
)
CONTEXT = ReadingContext(
    events=(LECTURES, COURSE),
    own_address="programma@voorbeeldbieb.nl",
    zone=ZONE,
    language="nl",
    fallback=datetime(2023, 2, 14, 9, tzinfo=ZONE),
)


MARIJE = "Marije Tuinstra <marije@wierhaven.nl>"


def reading_of(text: str, sender: str = MARIJE, subject: str = "Aanmelding") -> Reading:
    """What is read of a mail from there, on Tuesday 14 February 2023."""
    mail = a_mail(text, From=sender, Subject=subject, To="programma@voorbeeldbieb.nl")
    return read(parse(mail), Screening(Origin.HUMAN), CONTEXT)
