"""Who is named beside a mailbox, and whose mailbox a letter comes from. Short mails, read whole."""

from datetime import UTC, datetime

import pytest

from mailbot.domain.reading import Reading
from mailbot.pipeline.understand import Understand
from mailbot.reading.letter.explained_mailboxes import explained
from mailbot.reading.letter.page import ReadingContext
from mailbot.reading.screening.screen import OwnIdentity
from tests.office import PLATFORM, ZONE, letter
from tests.unit.reading import everyday

FEBRUARY = datetime(2023, 2, 14, 9, tzinfo=UTC)
NOOR = "Noor de Wit <n.dewit@ede.nl>"
GERDA = ("Gerda Wolters", "zonnetje7@home.nl")


@pytest.fixture(scope="module")
def understand() -> Understand:
    identity = OwnIdentity(frozenset({PLATFORM}))
    return Understand(ReadingContext(everyday.EVENTS, PLATFORM, ZONE, "nl", FEBRUARY), identity)


def read(understand: Understand, text: str, sender: str = NOOR) -> Reading:
    return understand(letter(sender, text, "Aanmelding 30 maart").as_bytes(), FEBRUARY).reading


def reached(reading: Reading) -> list[tuple[str | None, str | None]]:
    return [(request.name, request.email) for request in reading.requests]


@pytest.mark.parametrize(
    "entry",
    [
        "'bertje@home.nl' (= Bert Smalbrug)",
        "bertje@home.nl (Bert Smalbrug)",
        "<bertje@home.nl> = Bert Smalbrug",
        "bertje@home.nl - Bert Smalbrug",
        "bertje@home.nl (is van Bert Smalbrug)",
        "bertje@home.nl is het adres van Bert Smalbrug",
        "bertje@home.nl [Bert Smalbrug]",
        "bertje@home.nl -> Bert Smalbrug",
        "bertje@home.nl (that's Bert Smalbrug)",
    ],
)
def test_whom_a_name_behind_a_mailbox_explains_is_on_the_list(understand: Understand, entry: str) -> None:
    listed = f"Amina Warsame <a.warsame@ede.nl>; Ida Tjeerdsma <i.tjeerdsma@ede.nl>; {entry}"
    reading = read(understand, f"Graag inschrijven voor 30 maart:\n\n{listed}\n\nGroet,\nNoor de Wit\n")

    assert reached(reading)[2:] == [("Bert Smalbrug", "bertje@home.nl")]
    assert not reading.review


@pytest.mark.parametrize("glue", [" = {}", " (= {})", " (is van {})", ": {}"])
def test_lines_of_mailboxes_with_names_behind_are_people(understand: Understand, glue: str) -> None:
    lines = "bertje@home.nl" + glue.format("Bert Smalbrug") + "\ndax88@home.nl" + glue.format("Ida Tjeerdsma")
    reading = read(understand, f"Graag inschrijven voor 30 maart:\n\n{lines}\n\nGroet,\nNoor de Wit\n")

    assert reached(reading) == [("Bert Smalbrug", "bertje@home.nl"), ("Ida Tjeerdsma", "dax88@home.nl")]


def test_mailboxes_with_names_in_brackets_are_a_row_of_people(understand: Understand) -> None:
    reading = read(
        understand,
        "Graag inschrijven voor 30 maart: bertje@home.nl (Bert Smalbrug), dax88@home.nl (Ida Tjeerdsma) en mijzelf.\n\n"
        "Groet,\nNoor de Wit\n",
    )

    assert reached(reading) == [
        ("Bert Smalbrug", "bertje@home.nl"),
        ("Ida Tjeerdsma", "dax88@home.nl"),
        ("Noor de Wit", "n.dewit@ede.nl"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Wim Kok, w@x.nl - Els Bos",
        "Wim Kok, w@x.nl (Els Bos)",
        "mail naar w@x.nl voor Els Bos.",
        "> w@x.nl (Els Bos) schreef:",
        "Van: w@x.nl (Els Bos)",
        "naar w@x.nl (Gemeente Ede)",
        "w@x.nl (collega van Els Bos)",
        "niet w@x.nl maar Els Bos",
    ],
)
def test_what_else_stands_behind_a_mailbox_explains_nothing(text: str) -> None:
    assert explained(text) == text


@pytest.mark.parametrize("entry", ["'zonnetje7@home.nl'", "zonnetje7@home.nl (= onze stagiair)", "<zonnetje7@home.nl>"])
def test_a_mailbox_in_a_list_without_a_name_waits(understand: Understand, entry: str) -> None:
    listed = f"Amina Warsame <a.warsame@ede.nl>; Ida Tjeerdsma <i.tjeerdsma@ede.nl>; {entry}"
    reading = read(understand, f"Graag inschrijven voor 30 maart:\n\n{listed}\n\nGroet,\nNoor de Wit\n")

    assert reading.reasons == ("nobodys_mailbox",)


@pytest.mark.parametrize(
    "end",
    [
        "Hartelijke groet, ook van Gerda (zonnetje7@home.nl)\n\nNoor de Wit",
        "Groet, mede namens Gerda <zonnetje7@home.nl>\nNoor",
        "Groet,\nNoor en Gerda [zonnetje7@home.nl]",
        "Groet,\nNoor de Wit\n\nPS Gerda: zonnetje7@home.nl",
    ],
)
def test_an_address_behind_a_given_name_is_that_persons_wherever_it_stands(understand: Understand, end: str) -> None:
    reading = read(understand, f"Gerda Wolters en ik komen graag op 30 maart.\n\n{end}\n")

    assert reached(reading) == [GERDA, ("Noor de Wit", "n.dewit@ede.nl")]


@pytest.mark.parametrize(
    "end", ["Groet,\nNoor de Wit\n\nVragen? Truus (zonnetje7@home.nl)", "Groet,\nNoor (zonnetje7@home.nl) en Gerda"]
)
def test_an_address_behind_another_name_is_not(understand: Understand, end: str) -> None:
    reading = read(understand, f"Gerda Wolters en ik komen graag op 30 maart.\n\n{end}\n")

    assert reached(reading)[0] == ("Gerda Wolters", None)


@pytest.mark.parametrize(
    "sender", ["Groep 8 De Akker <groep8@akker-ede.nl>", "Groep 8 <g.acht@akker-ede.nl>", "info@akker-ede.nl"]
)
@pytest.mark.parametrize(
    ("entry", "below"),
    [
        ("Ida Tjeerdsma, leerkracht groep 8 (dat ben ik)", "Ida"),
        ("en ikzelf, Ida Tjeerdsma, leerkracht", "Welterusten,\nIda"),
        ("Ida Tjeerdsma (ik), leerkracht", "Het team"),
        ("Ik (Ida Tjeerdsma), leerkracht", "Het team"),
        ("Ida Tjeerdsma - dat ben ik zelf", "Het team"),
    ],
)
def test_a_houses_mailbox_is_whose_list_says_me(understand: Understand, sender: str, entry: str, below: str) -> None:
    reading = read(
        understand,
        f"Van onze basisschool komen op 30 maart:\n\n- {entry}\n- Bert Smalbrug, intern begeleider\n\n"
        f"Groetjes, {below}\nBasisschool De Akker, Ede\n0318-691234\n",
        sender,
    )
    own = reading.requests[0]

    assert (own.name, own.email, own.phone) == ("Ida Tjeerdsma", sender.split("<")[-1].strip(">"), "0318-691234")
    assert reading.requests[1].email is None


def test_of_three_who_come_by_a_list_the_writer_is_one(understand: Understand) -> None:
    counted = "Van onze school komen er drie mensen op 30 maart. Hieronder de lijst:"
    listed = "- Ida Tjeerdsma, leerkracht\n- Bert Smalbrug\n- Hatice Aksoy, onderwijsassistente"
    sender = "Ida Tjeerdsma <i.tjeerdsma@akker-ede.nl>"

    assert not read(understand, f"{counted}\n\n{listed}\n\nGroet,\nIda\n", sender).review
    assert read(understand, f"Ik neem drie collega's mee op 30 maart:\n\n{listed}\n\nGroet,\nIda\n", sender).review


@pytest.mark.parametrize(
    ("house", "sender"),
    [
        ("Welcome Ter Borg", "Ida Tjeerdsma <ida@welcometerborg.org>"),
        ("Bright Harbour", "Ida Tjeerdsma <ida@brightharbour.org>"),
        ("Bright Harbour", "Ida Tjeerdsma <ida@gmail.com>"),
    ],
)
def test_a_house_behind_the_names_of_a_list_is_nobody(understand: Understand, house: str, sender: str) -> None:
    reading = read(
        understand,
        "Please put the two of us down for 30 March:\n\n"
        f"1) Myself, Ida Tjeerdsma, {house}. I'm allergic to shellfish.\n2) Bert Smalbrug, {house}. Vegan.\n\n"
        "Cheers,\nIda\n",
        sender,
    )

    assert [(r.name, r.diet) for r in reading.requests] == [
        ("Ida Tjeerdsma", "allergic to shellfish"),
        ("Bert Smalbrug", "Vegan"),
    ]


def test_somebody_in_two_entries_is_no_house(understand: Understand) -> None:
    reading = read(
        understand,
        "Graag inschrijven voor 30 maart:\n\n- Els Bos en Xulani Tembaka\n- Wim Kok en Xulani Tembaka\n\nNoor\n",
    )

    assert "Xulani Tembaka" in [request.name for request in reading.requests]
