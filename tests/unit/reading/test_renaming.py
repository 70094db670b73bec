"""Somebody's own name set right, or made a new one: what we called them is nobody else (all names invented)."""

import pytest

from mailbot.pipeline.understand import Understand
from tests.unit.reading import quoting
from tests.unit.reading.everyday import CONFIRMED, RE, mail
from tests.unit.reading.test_everyday_mails import read, understand
from tests.unit.reading.test_undoing import in_short, read_answer

__all__ = ["understand"]  # the fixture


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Mijn naam is verkeerd gespeld: het is Els Backer.", "~Els Backer"),
        ("Ik heet Els Backer, niet Els Bakker.", "~Els Backer"),
        ("Kleine wijziging: mijn achternaam is Backer, met een c.", "~Els Backer"),
        ("In de bevestiging staat Els Bakker, dat moet Els Backer zijn.", "~Els Backer"),
        ("Mijn achternaam is Bakker-Smit. Kunt u dat aanpassen op de badge?", "~Els Bakker-Smit"),
        ("Kunt u er Els Bakker-de Wit van maken? Ik ben vorige week getrouwd.", "~Els Bakker-de Wit"),
        ("Op de badge graag Elisabeth Bakker.", "~Elisabeth Bakker"),
        ("Mijn naam staat er verkeerd in: het is Bak Ker, twee woorden.", "~Els Bak Ker"),
        ("In uw bevestiging heet ik Els Bakkers. Dat moet zijn: Els Bakker.", "~Els Bakker"),
        ("In de mail van gisterenavond heet ik Elske Bakkers. Zo heet mijn nicht, ik ben Els Bakker.", "~Els Bakker"),
    ],
)
def test_a_name_is_set_right(understand: Understand, text: str, asked: str):
    assert in_short(read_answer(understand, text, CONFIRMED)) == asked


@pytest.mark.parametrize(
    "text",
    [
        "Eén klein ding: ik ben niet Wytske van der Hoef. Het is Wietske met ie. Zetten jullie dat zo op de badge?",
        'U heeft mij op de lijst als "Wytske van der Hoef". Het is Wietske van der Hoeff-Ouchan. Kan dat beter?',
        "Bij jullie ben ik Wytske van der Hoef geworden. Kan daar op het naamkaartje mijn eigen naam staan?",
    ],
)
def test_half_of_a_double_surname_misspelt_is_a_wrong_name(understand: Understand, text: str):
    confirmed = CONFIRMED.replace("Els Bakker", "Wytske van der Hoef")
    own = quoting.gmail(f"{text}\n\nGroet,\nWietske", confirmed)
    reading = read(understand, mail("Wietske van der Hoeff-Ouchan <w.vanderhoeff@helmond.nl>", RE, own))

    assert in_short(reading).rstrip(" ?") == "~Wietske van der Hoeff-Ouchan"


@pytest.mark.parametrize(
    "text",
    [
        'In uw bevestiging ben ik "Elsa Baker" genoemd. Kunt u er Els Bakker van maken?',
        "Dank voor de bevestiging. Mijn naam staat er niet goed in. U schrijft Els Baker, maar het is Els Bakker.",
        "Jullie hebben mij als Elsje Bakkers genoteerd. Het is Els Bakker.",
        "Elsje Bakkers ben ik niet: op de badge graag Els Bakker.",
    ],
)
def test_a_wrong_spelling_becomes_neither_the_name_nor_a_second_person(understand: Understand, text: str):
    assert in_short(read_answer(understand, text, "", subject="Naam")) == "~Els Bakker"


@pytest.mark.parametrize(
    "text",
    [
        'In uw bevestiging van 30 maart sta ik vermeld als "Elske Bokker". Het moet zijn: Els Bakker.',
        "In mijn bevestiging heet ik ineens Ellis Bekkers. Het is Els Bakker. Graag op de badge aanpassen.",
        'You have me down as "Elly Backer" for 30 March. It should be Els Bakker, could you correct the badge?',
    ],
)
def test_whatever_we_called_the_writer_is_nobody_else(understand: Understand, text: str) -> None:
    assert in_short(read_answer(understand, text, "", subject="Re: bevestiging")) == "~Els Bakker"


def test_a_given_name_that_no_list_has_is_no_surname(understand: Understand) -> None:
    text = "Er staat Djaoeid, dat moet Djawied zijn.\n\nGroet,\nDjawied"
    quoted = CONFIRMED.replace("Els Bakker", "Djaoeid Ramdin")

    reading = read(understand, mail("Djawied Ramdin <d.ramdin@tiel.example>", RE, quoting.gmail(text, quoted)))

    assert in_short(reading) == "~Djawied Ramdin"


def test_a_new_name_is_not_mistaken_for_what_we_called_the_writer(understand: Understand) -> None:
    text = "Ik sta op de lijst als Els Bakker. Kan op mijn badge Els Bakker-de Wit komen te staan?"
    assert in_short(read_answer(understand, text, CONFIRMED)) == "~Els Bakker-de Wit"


@pytest.mark.parametrize(
    "text",
    [
        'Jullie schrijven "geachte heer Van der Linden". Het is Els Bakker. Graag op de badge.',
        'In de aanhef staat "geachte heer Van der Linden", maar ik heet Bakker. Graag op de badge aanpassen.',
    ],
)
def test_by_whose_name_somebody_is_addressed_is_nobody_else(understand: Understand, text: str) -> None:
    assert in_short(read_answer(understand, text, CONFIRMED)) == "~Els Bakker"


@pytest.mark.parametrize(
    "text",
    ["In uw bevestiging sta ik als Els Vos, maar ik heet Els Bos.", "Op de lijst staat Els Vos. Ik ben Els Bos!"],
)
def test_another_surname_in_our_confirmation_is_the_writers_misspelt(understand: Understand, text: str):
    confirmed = CONFIRMED.replace("Els Bakker", "Els Vos")
    reading = read(
        understand, mail("Els Bos <e.bos@helmond.nl>", RE, quoting.gmail(f"{text}\n\nGroet,\nEls", confirmed))
    )

    assert in_short(reading).rstrip(" ?") == "~Els Bos"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ('Jullie hebben "Jantje Bakker" van mij gemaakt. Het is Janke, zonder t.', "~Janke Bakker"),
        ("Jullie hebben van mij Jantje gemaakt. Mijn naam is Janke.", "~Janke Bakker"),
        ('You turned me into "Jantje". My name is Janke.', "~Janke Bakker"),
        ("Jullie hebben een enthousiaste deelnemer van mij gemaakt. Het is een mooi programma.", " ?"),
        ("Mijn dochter Jantje Bakker heeft een tekening van mij gemaakt.", " ?"),
    ],
)
def test_a_given_name_that_we_have_nearly_right_is_set_right(understand: Understand, text: str, asked: str):
    own = quoting.gmail(f"{text}\n\nGr. Janke", CONFIRMED.replace("Els Bakker", "Jantje Bakker"))
    reading = read(understand, mail("Janke Bakker <janke.bakker@helmond.nl>", RE, own))

    assert in_short(reading) == asked
