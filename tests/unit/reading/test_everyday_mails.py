"""Each everyday mail is handled alone, and every field of it is right (the mails: everyday/)."""

from dataclasses import asdict
from datetime import UTC, datetime

import pytest

from mailbot.domain.reading import Reading, Request
from mailbot.pipeline.understand import Understand
from mailbot.reading.letter.page import ReadingContext
from mailbot.reading.screening.screen import OwnIdentity
from tests.office import PLATFORM, ZONE, letter
from tests.unit.reading.everyday import EVENTS, Expected, Mail
from tests.unit.reading.everyday.answers import ANSWERS
from tests.unit.reading.everyday.cancellations import CANCELLATIONS
from tests.unit.reading.everyday.changes import CHANGES
from tests.unit.reading.everyday.others import OTHERS
from tests.unit.reading.everyday.sign_ups import SIGN_UPS
from tests.unit.reading.everyday.substitutions import SUBSTITUTIONS

FEBRUARY = datetime(2023, 2, 14, 9, tzinfo=UTC)
CLOSE_ENOUGH = {"diet", "access", "organisation", "role"}  # capitals don't matter, "*x": holds x


@pytest.fixture(scope="module")
def understand() -> Understand:
    identity = OwnIdentity(frozenset({PLATFORM}))
    return Understand(ReadingContext(EVENTS, PLATFORM, ZONE, "nl", FEBRUARY), identity)


def read(understand: Understand, mail: Mail) -> Reading:
    raw = letter(mail.sender, mail.text, mail.subject, mail.headers).as_bytes()
    return understand(raw, FEBRUARY).reading


def differences(request: Request, expected: Expected) -> dict[str, tuple[object, object]]:
    """Field -> (as read, as expected), where they differ. Whatever isn't expected must not have been read."""
    wanted: dict[str, object] = dict(expected.fields)
    if expected.action != "cancel":
        wanted = {"diet": None, "access": None, "event": None, **wanted, "workshops": expected.choices}
    read_as = asdict(request) | {"workshops": request.workshops}
    return {key: (read_as[key], value) for key, value in wanted.items() if not _same(key, read_as[key], value)}


def _same(key: str, read_as: object, wanted: object) -> bool:
    if key == "workshops":
        return set(read_as) == set(wanted)  # type: ignore[call-overload]
    if isinstance(read_as, str) and isinstance(wanted, str) and key in CLOSE_ENOUGH:
        one, other = read_as.casefold(), wanted.casefold()
        return other[1:] in one if other.startswith("*") else one == other
    return read_as == wanted


def number(mail: Mail) -> str:
    return f"{mail.subject}: {mail.text[:60]}"


EVERYTHING = [
    *SIGN_UPS,
    *CANCELLATIONS,
    *SUBSTITUTIONS,
    *CHANGES,
    *ANSWERS,
    *OTHERS,
]


@pytest.mark.parametrize("mail", EVERYTHING, ids=number)
def test_an_everyday_mail_is_read_as_a_careful_colleague_would(understand: Understand, mail: Mail):
    reading = read(understand, mail)

    people = [(request.action.value, request.name) for request in reading.requests]
    assert (reading.kind.value, people) == (mail.kind, [(p.action, p.name) for p in mail.people])
    found = [differences(request, expected) for request, expected in zip(reading.requests, mail.people, strict=True)]
    assert [wrong for wrong in found if wrong] == []
    assert (reading.question, reading.unnamed) == (mail.question, 0)
    assert reading.event == mail.event or not mail.people
    assert mail.held or (reading.review, reading.reasons) == (False, ()) or mail.kind == "automatic"
