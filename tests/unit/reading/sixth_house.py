"""A sixth house: teachers, with a day of four rounds in which not every workshop is given in each, and an excursion by
bus that leaves from the town of the first; what they are called tells of what kind they are.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from mailbot.domain.event import Event, Round, Workshop
from mailbot.reading.letter.page import ReadingContext

ZONE = ZoneInfo("Europe/Amsterdam")
HOURS = ((10, 30), (11, 45), (13, 45), (15, 0))


def _at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2023, month, day, hour, minute, tzinfo=ZONE)


DAY = Event(
    slug="lerarendag-2023",
    title="Lerarendag: De klas van morgen",
    starts=_at(3, 23, 9, 30),
    ends=_at(3, 23, 16, 45),
    location="De Vlinderhof, Kerkstraat 8, 8011 PK Zwolle",
    capacity=200,
    waitlist=True,
    rounds=tuple(Round(n, _at(3, 23, h, m), _at(3, 23, h + 1, m)) for n, (h, m) in enumerate(HOURS, start=1)),
    workshops=(
        Workshop("ai", "Laat de computer nakijken? AI in de klas", 30, (1, 2)),
        Workshop("dyslexie", "Dyslexie zonder drempels", 30, (1, 3)),
        Workshop("buiten", "Buitenles: rekenen met takken en touw", 30, (1, 2, 3)),
        Workshop("delier", "Delier bij opa: praten over ziekte", 30, (2, 4)),
    ),
)
TRIP = Event(
    slug="excursie-2023",
    title="Excursie: Met de bus langs nieuwe scholen",
    starts=_at(4, 14, 8, 30),
    ends=_at(4, 14, 17, 30),
    location="Vertrek Zwolle Centraal, busplatform achterzijde",
    capacity=48,
    waitlist=True,
)
CONTEXT = ReadingContext(
    events=(DAY, TRIP),
    own_address="aanmelden@onderwijsnetwerkoost.nl",
    zone=ZONE,
    language="nl",
    fallback=_at(2, 14, 9),
)
