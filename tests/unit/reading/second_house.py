"""A second, quite different house: a library with a lecture evening and a course of four sessions.

No rule may know the words of the first house (municipalities, discrimination, the Jaarbeurs): these tests would fail.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from mailbot.domain.event import Event, Round, Workshop
from mailbot.reading.letter.page import ReadingContext
from tests.unit.reading.letters import a_mail

ZONE = ZoneInfo("Europe/Amsterdam")

LECTURE = Event(
    slug="lezing-sterren",
    title="Sterren boven zee",
    starts=datetime(2023, 3, 9, 20, tzinfo=ZONE),
    ends=datetime(2023, 3, 9, 22, tzinfo=ZONE),
    location="Bibliotheek Wierhaven, Havenplein 3, Wierhaven",
    capacity=60,
    waitlist=True,
    aliases=("lezing", "sterrenavond"),
)
COURSE = Event(
    slug="cursus-drukken",
    title="Drukken met de hand",
    starts=datetime(2023, 4, 15, 9, tzinfo=ZONE),
    ends=datetime(2023, 4, 15, 17, tzinfo=ZONE),
    location="Atelier De Inktpot, Kade 12, Wierhaven",
    capacity=24,
    waitlist=False,
    aliases=("cursus",),
    rounds=tuple(
        Round(n, datetime(2023, 4, 15, hour, tzinfo=ZONE), datetime(2023, 4, 15, hour + 1, tzinfo=ZONE))
        for n, hour in enumerate((9, 11, 13, 15), start=1)
    ),
    workshops=(
        Workshop("lino", "Linosnede voor beginners", 8, (1, 2, 3, 4), ("Roos Wiersma",)),
        Workshop("zeefdruk", "Zeefdruk op stof", 8, (1, 2), ("Atelier De Inktpot",)),
        Workshop("letters", "Zetten met loden letters", 8, (3, 4)),
    ),
)
CONTEXT = ReadingContext(
    events=(LECTURE, COURSE),
    own_address="platform@voorbeeldplatform.nl",
    zone=ZONE,
    language="nl",
    fallback=datetime(2023, 2, 14, 9, tzinfo=ZONE),
)


def mail(text: str, **headers: str) -> bytes:
    """A mail from Marije Tuinstra of Wierhaven, on 14 February 2023."""
    return a_mail(text, **headers)
