"""A meeting on housing with two workshops in three rounds, and what a mail to its organisers comes to."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from mailbot.domain.event import Event, Round, Workshop
from mailbot.domain.reading import Request
from mailbot.reading.letter.page import ReadingContext
from mailbot.reading.message.parse import parse
from mailbot.reading.read import read
from mailbot.reading.screening.screen import OwnIdentity, screen
from tests.unit.reading.letters import a_mail

ZONE = ZoneInfo("Europe/Amsterdam")
DAY = datetime(2023, 4, 18, tzinfo=ZONE)
D, S = "daklozen", "splitsen"
EVENT = Event(
    "wonen",
    "Wonen voor iedereen",
    DAY.replace(hour=10),
    DAY.replace(hour=17),
    "Grote Zaal, Plein 3, 3511 AB Utrecht",
    50,
    True,
    rounds=tuple(Round(n, DAY.replace(hour=10 + n), DAY.replace(hour=11 + n)) for n in (1, 2, 3)),
    workshops=(
        Workshop("daklozen", "Opvang van daklozen", 20, (1, 2, 3), ("Stichting Onderdak",)),
        Workshop("splitsen", "Woningsplitsing zonder zorgen", 20, (1, 2, 3), ("Bureau Kadaster",)),
    ),
)
OURS = "platform@voorbeeldplatform.nl"
CONTEXT = ReadingContext((EVENT,), OURS, ZONE, "nl", datetime(2023, 2, 14, tzinfo=UTC))


def reasons(text: str, sender: str = "Karin Visser <k.visser@zeist.nl>") -> tuple[str, ...]:
    """Why a person should look at a mail."""
    message = parse(a_mail(text, From=sender))
    return read(message, screen(message, OwnIdentity(frozenset({OURS}))), CONTEXT).reasons


def people(text: str, sender: str = "Karin Visser <k.visser@zeist.nl>", **headers: str) -> dict[str | None, Request]:
    """The requests of a mail by name."""
    message = parse(a_mail(text, From=sender, **headers))
    reading = read(message, screen(message, OwnIdentity(frozenset({OURS}))), CONTEXT)
    return {request.name: request for request in reading.requests}
