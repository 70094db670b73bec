"""Lists of several people: each comes with what is theirs, and nobody is lost on the way."""

from datetime import UTC, datetime

import pytest

from mailbot.domain.reading import Reading
from mailbot.pipeline.understand import Understand
from mailbot.reading.letter.page import ReadingContext
from mailbot.reading.screening.screen import OwnIdentity
from tests.office import PLATFORM, ZONE, letter
from tests.unit.reading import everyday

FEBRUARY = datetime(2023, 2, 14, 9, tzinfo=UTC)
SENDER = "Noor de Wit <n.dewit@ede.nl>"


@pytest.fixture(scope="module")
def understand() -> Understand:
    identity = OwnIdentity(frozenset({PLATFORM}))
    return Understand(ReadingContext(everyday.EVENTS, PLATFORM, ZONE, "nl", FEBRUARY), identity)


def read(understand: Understand, text: str, subject: str = "Aanmelding 30 maart") -> Reading:
    return understand(letter(SENDER, text, subject).as_bytes(), FEBRUARY).reading


def who(reading: Reading, *fields: str) -> list[tuple[object, ...]]:
    return [tuple(getattr(request, field) for field in ("name", *fields)) for request in reading.requests]


@pytest.mark.parametrize(
    "lead",
    [
        "Kunnen jullie deze mensen op de lijst zetten voor 30 maart?",
        "Wij komen graag met twee collega's. Onze gegevens:",
        "Graag aanmelden voor 30 maart:",
    ],
)
def test_lines_that_begin_with_a_name_are_a_list(understand: Understand, lead: str) -> None:
    lines = (
        'Naima Ouali - adviseur - halal\n"Broer, Stefan" <s.broer@ede.nl>\nNoor de Wit, strateeg Ede Inclusief, vegan'
    )
    reading = read(understand, f"Beste mensen,\n\n{lead}\n\n{lines}\n\nGroet,\nNoor\n")

    assert sorted(who(reading, "diet"), key=str) == [
        ("Naima Ouali", "halal"),
        ("Noor de Wit", "vegan"),
        ("Stefan Broer", None),
    ]
    assert not reading.review


def test_an_answer_in_a_roll_call_that_is_not_understood_is_asked_about(understand: Understand) -> None:
    roll = "- Naima Ouali: aanwezig\n- Stefan Broer: op vakantie\n- Bo Vis: past\n"
    reading = read(understand, f"Dit kwam eruit voor 30 maart:\n\n{roll}\nGroet,\nNoor de Wit\n")

    assert "unclear_person" in reading.reasons


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ("- Naima Ouali\n- Bo Vis - nog niet zeker", "condition"),
        ("- Naima Ouali\n- Bo Vis?", "condition"),
        ("Naam: Naima Ouali\nFunctie: adviseur\n\nNaam: Bo Vis (onder voorbehoud)\nFunctie: jurist", "condition"),
        ("Naam: Naima Ouali\nFunctie: adviseur\n\nNaam: volgt nog\nFunctie: jurist", "names_follow"),
        ("- Naima Ouali, adviseur\n- Bo Vis, jurist - rijdt mee met Jan Kok", "unexplained_person"),
    ],
)
def test_what_an_entry_leaves_open_is_asked_about(understand: Understand, lines: str, reason: str) -> None:
    reading = read(understand, f"Graag aanmelden voor 30 maart:\n\n{lines}\n\nGroet,\nNoor de Wit\n")

    assert reason in reading.reasons


@pytest.mark.parametrize(
    "lines",
    [
        "Naima Ouali, ja\nStefan Broer, nee\nBo Vis, ja",
        "- Naima Ouali -> ja\n- Stefan Broer -> nee\n- Bo Vis -> ja",
        "Naima Ouali      wel\nStefan Broer     niet\nBo Vis           wel",
        "Aanwezig zijn:\n* Naima Ouali\n* Bo Vis\nAfwezig zijn:\n* Stefan Broer",
    ],
)
def test_who_is_listed_as_absent_does_not_come(understand: Understand, lines: str) -> None:
    reading = read(understand, f"Deelname 30 maart:\n\n{lines}\n\nGroet,\nNoor de Wit\n")

    assert who(reading) == [("Naima Ouali",), ("Bo Vis",)]
    assert not reading.review


@pytest.mark.parametrize(
    "lines",
    [
        "Wij zijn met twee:\n- Naima Ouali, adviseur\n- ondergetekende",
        "Wie: Naima Ouali en ikzelf\nWaar: Gemeente Ede",
        "Aanwezig: Noor de Wit, Naima Ouali\nAfwezig: Bo Vis",
    ],
)
def test_nobody_is_lost_who_has_no_line_to_themselves(understand: Understand, lines: str) -> None:
    reading = read(understand, f"{lines}\n\nGroet,\nNoor de Wit\n")

    assert sorted(str(name) for (name,) in who(reading)) == ["Naima Ouali", "Noor de Wit"]


def test_an_entry_of_the_writers_own_is_theirs_whoever_else_it_names(understand: Understand) -> None:
    listed = "1. Adaeze Nwosu, jurist\n2. ikzelf, zelfde keuze als Adaeze"
    reading = read(understand, f"Graag inschrijven voor 30 maart:\n{listed}\n\nNoor de Wit\n")

    assert who(reading) == [("Adaeze Nwosu",), ("Noor de Wit",)]


def test_the_name_in_brackets_behind_an_address_is_an_entry_too(understand: Understand) -> None:
    listed = "Kim Bos <kim@x.nl>; Lies Vink <lies@x.nl>;\nhj.smit@x.nl (Henk Jan Smit)"
    reading = read(understand, f"Graag inschrijven, zelf kom ik niet:\n{listed}\n\nHenk Jan is veganist.\n\nNoor\n")

    assert who(reading) == [("Kim Bos",), ("Lies Vink",), ("Henk Jan Smit",)]


def test_a_second_address_is_of_whose_name_it_has(understand: Understand) -> None:
    listed = "- Kim Bos (kim.bos@x.nl, kim@y.nl)\n- Wim Smit (wim@x.nl, smit@y.nl)"

    assert not read(understand, f"Graag inschrijven:\n\n{listed}\n\nNoor\n").review


@pytest.mark.parametrize("listed", ["w.smit@x.nl", "wdegroot@x.nl", "wim@x.nl"])
def test_an_address_without_a_name_is_somebody_too(understand: Understand, listed: str) -> None:
    alone = read(understand, f"Graag inschrijven:\n\nKim Bos <kim@x.nl>; {listed}\n\nNoor\n")
    own = read(understand, f"Graag inschrijven:\n\nKim Bos, te bereiken op kim@x.nl of {listed}\n\nNoor\n")

    assert (alone.review, own.review) == (True, False)


def test_a_name_that_ends_as_ik_before_its_hyphen_is_whole(understand: Understand) -> None:
    reading = read(understand, "Voor 30 maart:\n\nWie\tFunctie\nMeryem Çelik-Aksoy\tadviseur\nWim Smit\tjurist\n")

    assert who(reading) == [("Meryem Çelik-Aksoy",), ("Wim Smit",)]


@pytest.mark.parametrize(
    "text",
    [
        "'Wim Smit' <w.smit@ede.nl>; 'Bos, Els van den' <e.bos@ede.nl>; 'Pim van 't Hof' <p.hof@ede.nl>; "
        "'Noor.Bakker' <n@ede.nl>; 'Kim Op den Kelder' <k.op@ede.nl>",
        "- 'Wim Smit' <w.smit@ede.nl>\n- ‘Els van den Bos’ <e.bos@ede.nl>\n- \"Pim van 't Hof\" <p.hof@ede.nl>\n"
        "- 'Noor.Bakker' <n@ede.nl>\n- 'Kim Op den Kelder' <k.op@ede.nl>",
    ],
)
def test_names_in_single_quotes_before_their_address_are_names(understand: Understand, text: str) -> None:
    reading = read(understand, f"Graag inschrijven voor 30 maart:\n\n{text}\n\nZelf ben ik er niet bij.\n\nNoor de Wit")

    assert who(reading) == [
        ("Wim Smit",),
        ("Els van den Bos",),
        ("Pim van 't Hof",),
        ("Noor Bakker",),
        ("Kim op den Kelder",),
    ]


def test_the_line_below_somebodys_dog_names_no_dog(understand: Understand) -> None:
    lines = "Naima Ouali, jurist, komt met geleidehond\nBo Vis, coach"

    reading = read(understand, f"Graag aanmelden voor 30 maart:\n{lines}\n\nGroet,\nNoor de Wit\n")

    assert [name for (name,) in who(reading)] == ["Naima Ouali", "Bo Vis"]


@pytest.mark.parametrize(
    "rows",
    ["jurist Naima Ouali\ntrainee Stefan Broer", "n.ouali@ede.nl (Naima Ouali)\ns.broer@ede.nl (Stefan Broer)"],
)
def test_lines_that_begin_with_a_title_or_an_address_are_a_list(understand: Understand, rows: str) -> None:
    reading = read(understand, f"Van onze kant komen:\n{rows}\n\nGroet,\nNoor de Wit\n")

    assert who(reading) == [("Naima Ouali",), ("Stefan Broer",)]


def test_who_cannot_come_to_a_round_comes_to_the_others(understand: Understand) -> None:
    table = "Naam;Ronde 1;Ronde 2\nNaima Ouali;Vooroordelen Voorbij;n.v.t. (kan dan niet)\nStefan Broer;afwezig;afwezig"
    reading = read(understand, f"Hierbij onze deelnemers voor 30 maart:\n\n{table}\n\nGroet,\nNoor de Wit\n")

    assert who(reading) == [("Naima Ouali",)]
    assert [choice.round for choice in reading.requests[0].workshops] == [1]


def test_a_double_surname_with_blanks_around_its_hyphen_is_one_in_an_address_book(understand: Understand) -> None:
    listed = "Laan - de Jong, Ria van der <r.vanderlaan@x.nl>; Kok, Wim <wkok@x.nl>"
    reading = read(understand, f"Graag inschrijven, zelf kom ik niet:\n{listed}\n\nNoor\n")

    assert who(reading) == [("Ria van der Laan-de Jong",), ("Wim Kok",)]


@pytest.mark.parametrize(
    "guest",
    [
        "Katarzyna Zielińska, our guest from Kampania Przeciw Homofobii in Warsaw",
        "Katarzyna Zielińska, onze gast van Kampania Przeciw Homofobii",
    ],
)
def test_the_house_that_a_guest_comes_from_is_nobody(understand: Understand, guest: str) -> None:
    text = f"Please register:\n\n1) Salomina Bos\n2) {guest}\n3) Bas ter Steege\n\nNoor de Wit"

    assert who(read(understand, text)) == [("Salomina Bos",), ("Katarzyna Zielińska",), ("Bas ter Steege",)]


@pytest.mark.parametrize(
    ("last", "unnamed"),
    [
        ("alsmede twee stagiairs, wier namen u nog ontvangt.", 2),
        ("en nog een trainee;", 1),
        ("alsmede twee stagiairs, Bo Vis en Kim Tal.", 0),
        ("Wim Smit, begeleider van twee stagiairs.", 0),
    ],
)
def test_a_list_may_tell_people_by_their_number_alone(understand: Understand, last: str, unnamed: int) -> None:
    text = f"Voor 30 maart meld ik aan:\n\nmevrouw Els Bos, wethouder;\n{last}\n\nHoogachtend,\nNoor de Wit"

    assert read(understand, text).unnamed == unnamed


def test_an_address_in_a_list_whose_name_was_not_found_is_somebody(understand: Understand) -> None:
    listed = "Els Bos <e.bos@borne.nl>; Betsy ter Avest <b.teravest@borne.nl>;\n"
    listed += "Mehmet Vis <m.vis@borne.nl>; J.H. Nijenhuis - Broekman <j.nijenhuis@borne.nl>"
    reading = read(
        understand, f"Onderstaande raadsleden meld ik aan voor 30 maart:\n\n{listed}\n\nGroet,\nNoor de Wit\n"
    )

    assert "nobodys_mailbox" in reading.reasons


def test_all_of_a_house_are_nobody_of_that_name(understand: Understand) -> None:
    listed = "Els Bos <e.bos@vizier-oost.nl>;\nWim Smit <w.smit@vizier-oost.nl>"
    reading = read(
        understand,
        f"Kunt u onderstaande personen noteren voor 30 maart? Allen Vizier Oost.\n\n{listed}\n\nGroet,\nNoor de Wit\n",
    )

    assert who(reading) == [("Els Bos",), ("Wim Smit",)]


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        (
            "Graag inschrijven voor 30 maart:\n\n- Noor de Rit\n- Noor de Wit\n- Wim Kok",
            ["Noor de Rit", "Noor de Wit", "Wim Kok"],
        ),
        ("Mijn collega Noor Vos en ik komen graag op 30 maart.", ["Noor Vos", "Noor Bos"]),
        ("Graag inschrijven voor 30 maart: Noor Vos, Wim Kok en ikzelf.", ["Noor Vos", "Wim Kok", "Noor Bos"]),
        ("Ik kom graag op 30 maart. De spelling was fout: Noor Vos moet Noor Bos zijn.", ["Noor Bos"]),
        ("Graag inschrijven voor 30 maart: Wim Kok en Do Nguyen.", ["Wim Kok", "Do Nguyen"]),
        (
            "- Els Bos, Xulani Tembaka\n- Wim Kok, Vusi Tembaka\nkomen graag op 30 maart.",
            ["Els Bos", "Xulani Tembaka", "Wim Kok", "Vusi Tembaka"],
        ),
    ],
)
def test_names_that_are_nearly_the_writers_or_a_days_are_others(
    understand: Understand, asked: str, names: list[str]
) -> None:
    sender = SENDER if "Noor de Wit" in asked else "Noor Bos <n.bos@ede.nl>"
    text = f"{asked}\n\nGroet,\n{sender.split(' <')[0]}\n"
    reading = understand(letter(sender, text, "Aanmelding 30 maart").as_bytes(), FEBRUARY).reading

    assert [request.name for request in reading.requests] == names


@pytest.mark.parametrize("job", ["Stafadviseur", "Projectsecretaris", "Teammanager"])
def test_a_job_before_a_name_in_a_list_is_none_of_it(understand: Understand, job: str) -> None:
    listed = f"Graag inschrijven voor 30 maart:\n- Directeur Els Bakker\n- {job} Mthunzi Zwelake"
    told = [("Els Bakker", "Directeur"), ("Mthunzi Zwelake", job)]
    assert [(r.name, r.role) for r in read(understand, listed).requests] == told
