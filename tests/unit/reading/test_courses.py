"""Mails about a course, whose evenings people name by day, number, order or subject, one by one or many at once."""

import pytest

from tests.unit.reading.fifth_house import reading_of

ALL = (1, 2, 3, 4, 5)
SIGNED = "\n\nGroet,\nMarije Tuinstra"
SUBJECT = "Cursus fietsonderhoud"


@pytest.mark.parametrize("subject", [SUBJECT, "Aanmelding"])
@pytest.mark.parametrize(
    ("text", "rounds"),
    [
        # all of them
        ("Ik geef me op voor de cursus, alle avonden.", ALL),
        ("Ik doe mee met de fietscursus, alle vijf.", ALL),
        ("Ik doe ze alle vijf.", ALL),
        ("Graag aanmelden voor de complete cursus.", ALL),
        ("Ik meld me aan voor de volledige reeks van vijf avonden.", ALL),
        ("I'd like to sign up for all five evenings.", ALL),
        # one by one
        ("Zet mij op de lijst voor avond 2 en 4 van de cursus.", (2, 4)),
        ("Schrijf mij in voor nummer 2 en nummer 3.", (2, 3)),
        ("Ik wil graag de tweede en derde les volgen.", (2, 3)),
        ("Ik wil alleen de vierde.", (4,)),
        ("Schrijf mij in voor de eerste avond (6 maart), de derde (27 maart) en de laatste.", (1, 3, 5)),
        ("Alleen de avond over remmen graag.", (2,)),
        ("Graag alleen de avond waarop we leren hoe je een band plakt.", (1,)),
        ("Graag aanmelden voor: banden plakken, remmen, de grote beurt.", (1, 2, 5)),
        ("Ik meld me aan voor Licht en stroom: schrappen en schroeven.", (4,)),
        ("Schrijf mij in voor de avond van Anke de Boer.", (3,)),
        # by day
        ("Mag ik komen op 6 maart en 3 april?", (1, 4)),
        ("Meld mij aan voor maandag 6, 13 en 27 maart.", (1, 2, 3)),
        ("Op de 6e en de 13e maart kan ik, daarna niet meer. Schrijf me daarvoor in.", (1, 2)),
        ("Graag inschrijven voor de cursus. Data: 6-3, 27-3 en 10-4.", (1, 3, 5)),
        ("Ik kan alleen op 13 maart en 10 april. Graag inschrijven dus.", (2, 5)),
        ("Ik geef mij op voor de avonden in april.", (4, 5)),
        ("Ik geef mij op voor de maart-avonden van de cursus.", (1, 2, 3)),
        # many at once
        ("Graag de eerste drie avonden van de cursus.", (1, 2, 3)),
        ("Ik kom de laatste twee avonden.", (4, 5)),
        ("Ik wil graag meedoen met de fietscursus, van de eerste tot en met de laatste avond.", ALL),
        ("Ik doe graag mee, van de tweede tot en met de vierde avond.", (2, 3, 4)),
        ("Doe mij maar les 1 t/m 3.", (1, 2, 3)),
        ("Schrijf mij in voor de cursus, vanaf de tweede avond tot en met het eind.", (2, 3, 4, 5)),
        ("Ik wil vanaf 27 maart meedoen.", (3, 4, 5)),
        ("Ik wil beginnen op 13 maart en dan alle avonden daarna ook.", (2, 3, 4, 5)),
        # all but one
        ("Alle avonden behalve de eerste.", (2, 3, 4, 5)),
        ("Ik doe alles, behalve avond 5.", (1, 2, 3, 4)),
        ("Ik kom op alle maandagen behalve die van 27 maart.", (1, 2, 4, 5)),
        ("Ik wil de cursus graag volgen, op de laatste avond na.", (1, 2, 3, 4)),
        ("Graag de hele cursus. Alleen de derde keer ben ik op vakantie.", (1, 2, 4, 5)),
        ("De cursus lijkt me wat. Op 6 maart kan ik niet, de overige vier avonden ben ik er.", (2, 3, 4, 5)),
        # a form of one's own
        ("[x] avond 1 - banden\n[ ] avond 2 - remmen\n[x] avond 3 - ketting\n[ ] avond 4 - licht", (1, 3)),
        ("[x] avond 1 - banden\n[-] avond 2 - remmen\n[x] avond 3 - ketting", (1, 3)),
        ("Avond 1: ja\nAvond 2: nee\nAvond 3: ja\nAvond 4: ja\nAvond 5: nee", (1, 3, 4)),
        ("6 maart: ja\n13 maart: nee\n27 maart: ja\n3 april: nee\n10 april: ja", (1, 3, 5)),
        # what others do, or the writer otherwise
        ("I would like to join, only the first and last evening: in between I work every Monday.", (1, 5)),
        ("Zet mij op de eerste avond, mijn broer doet de rest al. Zo doen we samen de hele cursus.", (1,)),
    ],
)
def test_the_evenings_are_those_that_are_named(text: str, rounds: tuple[int, ...], subject: str) -> None:
    reading = reading_of(text + SIGNED, subject=subject)

    assert (reading.kind, reading.event, reading.unnamed) == ("signup", "sleutelen", 0)
    assert [(str(r.action), r.name) for r in reading.requests] == [("register", "Marije Tuinstra")]
    assert tuple(sorted(choice.round or 0 for choice in reading.requests[0].workshops)) == rounds


@pytest.mark.parametrize(
    "text",
    [
        "Ik meld ons alle vijf aan voor de cursus.",
        "Misschien kom ik de eerste twee avonden, dat hoort u nog.",
        "Als ik vrij krijg doe ik graag de eerste drie avonden.",
    ],
)
def test_who_isnt_sure_or_alone_is_asked_about(text: str) -> None:
    assert reading_of(text + SIGNED, subject=SUBJECT).review


def test_a_table_of_days_gives_everybody_their_own() -> None:
    rows = ["Naam\t6/3\t13/3\t27/3", "Els Bos\tx\t\tx", "Toon Kok\t\tx", "Wim Post\tx\tx\tx"]
    reading = reading_of("Onze deelnemers aan de fietscursus:\n\n" + "\n".join(rows) + SIGNED)

    chosen = {r.name: [choice.round for choice in r.workshops] for r in reading.requests}
    assert chosen == {"Els Bos": [1, 3], "Toon Kok": [2], "Wim Post": [1, 2, 3]}


def test_a_column_of_evenings_is_read_by_their_numbers() -> None:
    rows = ["Naam\tAvond(en)\tE-mail", "Els Bos\t1, 3 en 5\te@b.nl", "Toon Kok\talle vijf\tt@k.nl"]
    reading = reading_of("Onze deelnemers aan de fietscursus:\n\n" + "\n".join(rows) + SIGNED)

    chosen = {r.name: tuple(choice.round for choice in r.workshops) for r in reading.requests}
    assert chosen == {"Els Bos": (1, 3, 5), "Toon Kok": ALL}


def test_a_table_of_two_events_days_is_asked_about() -> None:
    rows = ["Naam\t28-2\t6-3", "Els Bos\tx\t", "Toon Kok\t\tx"]
    reading = reading_of("Onze deelnemers:\n\n" + "\n".join(rows) + SIGNED)

    assert reading.review


@pytest.mark.parametrize(
    ("text", "rounds"),
    [
        ("Ik had me aangemeld voor avond 1 en 2, en wil er graag avond 5 bij.", [5]),
        ("Ik sta al op de lijst voor de cursus. Doe mij er ook de derde avond bij.", [3]),
    ],
)
def test_who_takes_an_evening_more_changes_that_alone(text: str, rounds: list[int]) -> None:
    reading = reading_of(text + SIGNED, subject=SUBJECT)
    (request,) = reading.requests

    assert not reading.review
    assert (str(request.action), [choice.round for choice in request.workshops]) == ("change", rounds)


@pytest.mark.parametrize(
    "text",
    [
        "Ik sta genoteerd voor avond 2, mag ik die ruilen voor avond 3?",
        "Ik heb me opgegeven voor 6 maart, maar dat wordt 13 maart.",
        "Kunt u mijn aanmelding voor avond 4 laten vervallen?",
        "Ik meld me af voor de avond over remmen.",
        "Ik sta op de lijst voor de hele cursus, maar kom alleen de eerste drie avonden.",
        "Kunt u mij van de eerste naar de tweede avond overzetten?",
        "Op 27 maart ben ik verhinderd, de andere avonden kom ik wel. Ik stond voor alle vijf ingeschreven.",
    ],
)
def test_who_gives_up_an_evening_is_seen_by_a_person(text: str) -> None:
    reading = reading_of(text + SIGNED, subject="Re: Bevestiging cursus fietsonderhoud")

    assert reading.review
