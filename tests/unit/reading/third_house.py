"""A third house, that writes in English: an evening, and on the next day a conference of two rounds of three sessions.

Its announcement has letters for the sessions, and nobody there knows the towns of the first house.
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

EVENING = Event(
    slug="lanterns",
    title="Lanterns and Ledgers",
    starts=datetime(2023, 5, 11, 19, tzinfo=ZONE),
    ends=datetime(2023, 5, 11, 21, tzinfo=ZONE),
    location="Light ship Oude Wacht, Havenkade 2, Wierhaven",
    capacity=40,
    waitlist=False,
)
DAY = Event(
    slug="hills-and-harvests",
    title="Hills and Harvests: a day on farming",
    starts=datetime(2023, 5, 12, 9, tzinfo=ZONE),
    ends=datetime(2023, 5, 12, 17, tzinfo=ZONE),
    location="De Korenbeurs, Marktplein 1, Wierhaven",
    capacity=200,
    waitlist=True,
    aliases=("Hills and Harvests",),
    rounds=(
        Round(1, datetime(2023, 5, 12, 11, tzinfo=ZONE), datetime(2023, 5, 12, 12, 30, tzinfo=ZONE)),
        Round(2, datetime(2023, 5, 12, 14, 30, tzinfo=ZONE), datetime(2023, 5, 12, 16, tzinfo=ZONE)),
    ),
    workshops=(
        Workshop("frost", "Living with frost", 60, (1, 2), ("Amara Nwosu-Lindt",)),
        Workshop("hedges", "Hedges that pay", 60, (1, 2), ("Bureau Meidoorn",)),
        Workshop("mill", "Who owns the mill?", 60, (1, 2), ("Coöperatie Zuidmolen",)),
    ),
)
CONTEXT = ReadingContext(
    events=(EVENING, DAY),
    own_address="events@voorbeeldplatform.nl",
    zone=ZONE,
    language="en",
    fallback=datetime(2023, 4, 3, 9, tzinfo=ZONE),
)


def reading_of(text: str, sender: str = "Ann Marlow <ann.marlow@gmail.com>", subject: str = "Registration") -> Reading:
    """What is read of a mail from there, on Monday 3 April 2023."""
    mail = a_mail(
        text, From=sender, Subject=subject, To="events@voorbeeldplatform.nl", Date="Mon, 3 Apr 2023 09:12:00 +0200"
    )
    return read(parse(mail), Screening(Origin.HUMAN), CONTEXT)
