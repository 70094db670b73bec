"""Events told by what kind they are, towns that two of them share, workshops told as "les C" or by two capitals."""

import pytest

from mailbot.domain.event import Choice
from mailbot.domain.message import Origin, Screening
from mailbot.domain.reading import Reading
from mailbot.reading.message.parse import parse
from mailbot.reading.read import read
from mailbot.reading.workshops.choices import choice_reader
from tests.unit.reading.letters import a_mail
from tests.unit.reading.sixth_house import CONTEXT, DAY

DAYS, BUS = "lerarendag-2023", "excursie-2023"


def reading_of(text: str, **headers: str) -> Reading:
    mail = a_mail(f"{text}\n\nGroet,\nMarije Tuinstra", **headers)
    return read(parse(mail), Screening(Origin.HUMAN), CONTEXT)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Voor de busexcursie wil ik me graag inschrijven.", BUS),
        ("Voor mij alleen de excursie graag.", BUS),
        ("Graag meld ik me aan voor de excursie. Ik stap in Zwolle op.", BUS),
        ("Please sign me up for the excursie.", BUS),
        ("Ik kom graag op 14 april en reis eerst met de trein naar Zwolle.", BUS),
        ("Graag meld ik me aan voor de Lerarendag.", DAYS),
        ("Schrijf mij in voor die lerarendag van jullie.", DAYS),
        ("Zet mij maar op de lijst voor die dag in Zwolle.", DAYS),
        ("Graag meld ik me aan. Vorig jaar was de excursie ook zo leuk.", DAYS),
        ("Ik meld me aan voor de dag. Jullie excursiecommissie ken ik goed.", DAYS),
        ("Ik meld me aan. In mei organiseren wij een excursie, maar dat terzijde.", DAYS),
    ],
)
def test_an_event_is_told_by_its_kind_and_not_by_a_town_of_both(text: str, event: str) -> None:
    reading = reading_of(text)

    assert reading.event == event
    assert "two_events" not in reading.reasons


@pytest.mark.parametrize(
    "text", ["Ik meld me aan voor de excursie op 23 maart.", "Ik kom naar de Lerarendag op 14 april."]
)
def test_a_kind_and_the_day_of_another_are_a_doubt(text: str) -> None:
    assert "two_events" in reading_of(text).reasons


def test_a_subject_tells_it_by_its_kind() -> None:
    reading = reading_of("Graag schrijf ik me hiervoor in.", Subject="Excursie")

    assert (reading.event, reading.review) == (BUS, False)


@pytest.mark.parametrize("subject", ["Onze excursie", "Re: vorige excursie", "Een excursie?"])
def test_any_excursion_is_not_that_one(subject: str) -> None:
    assert reading_of("Graag schrijf ik me in voor 23 maart.", Subject=subject).event == DAYS


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("Ronde 1 AI, ronde 2 buitenles.", (Choice(1, "ai"), Choice(2, "buiten"))),
        ("Ik doe AI in ronde 2.", (Choice(2, "ai"),)),
        ("Ik volg les C.", (Choice(None, "buiten"),)),
        ("Graag lezing b in ronde 3.", (Choice(3, "dyslexie"),)),
        ("Ik ga naar onderdeel A in ronde 1.", (Choice(1, "ai"),)),
        ("Die delier les lijkt me wel wat.", (Choice(None, "delier"),)),
        ("De delier-sessie in ronde 4 graag.", (Choice(4, "delier"),)),
        ("Ronde 3 dyslexie, de andere rondes laat ik open.", (Choice(3, "dyslexie"),)),
        ("Laat het me weten als dat niet kan.", ()),
        ("Mijn moeder had vorige week een delier.", ()),
        ("Ik geef les aan groep 8.", ()),
    ],
)
def test_workshops_are_told_by_letter_and_by_capitals_and_not_by_verbs(text: str, choices: tuple[Choice, ...]) -> None:
    assert choice_reader(DAY).read(text).choices == choices


@pytest.mark.parametrize(
    ("text", "writer"),
    [
        ("Ondergetekende, G.J. Wouda, meldt zich aan voor de Lerarendag.", "G.J. Wouda"),
        ("The undersigned, G.J. Wouda, signs up for the Lerarendag.", "G.J. Wouda"),
    ],
)
def test_nobody_is_called_undersigned(text: str, writer: str) -> None:
    mail = a_mail(f"{text}\n\nG.J. Wouda", From="gjwouda@kpnmail.nl")

    reading = read(parse(mail), Screening(Origin.HUMAN), CONTEXT)

    assert [request.name for request in reading.requests] == [writer]


def test_a_town_and_its_telephone_number_are_nobody() -> None:
    mail = a_mail(
        "Mijn man en ik willen graag mee met de excursie.\n\nTrijntje Wouda-Bos en Klaas Wouda\nEpe, 0578 - 31 40 77",
        From="Trijntje en Klaas Wouda <wouda.epe@home.nl>",
    )

    reading = read(parse(mail), Screening(Origin.HUMAN), CONTEXT)

    assert not any("0578" in (request.name or "") for request in reading.requests)
