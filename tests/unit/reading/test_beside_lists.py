"""Who stands beside a list, above it or below: the writer, whoever is asked, both of them."""

import pytest

from mailbot.domain.event import Choice
from mailbot.pipeline.understand import Understand
from tests.unit.reading.test_lists import read, understand, who

__all__ = ["understand"]  # the fixture


def test_those_to_ask_are_none_of_those_who_come(understand: Understand) -> None:
    coming = "Naima Ouali, tel 06-12345678\nStefan Broer, tel 06-87654321"
    reading = read(
        understand, f"Graag aanmelden:\n\n{coming}\n\nContact bij vragen:\nBo Vis, tel 0318-123456\n\nNoor\n"
    )

    assert who(reading) == [("Naima Ouali",), ("Stefan Broer",)]


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("Kun je deze twee inschrijven voor 30 maart? Zelf ben ik er niet bij.", ""),
        ("Wij komen met onderstaande collega's naar 30 maart:", "Ik blijf zelf op kantoor."),
        ("Wilt u onderstaande mensen noteren? Ik doe alleen de administratie, ik ga zelf niet mee.", ""),
    ],
)
def test_who_draws_up_a_list_and_stays_at_home_is_none_of_it(understand: Understand, before: str, behind: str) -> None:
    reading = read(understand, f"{before}\n\nNaima Ouali <n@ede.nl>\nStefan Broer <s@ede.nl>\n\n{behind}\n\nNoor\n")

    assert (who(reading), reading.reasons) == ([("Naima Ouali",), ("Stefan Broer",)], ())


def test_who_comes_beside_a_list_without_a_name_is_asked_for(understand: Understand) -> None:
    listed = "- Naima Ouali\n- Stefan Broer"
    reading = read(understand, f"Wij komen met:\n{listed}\n\nDaarnaast nemen we nog twee stagiairs mee.\n\nNoor\n")

    assert "unnamed" in reading.reasons


@pytest.mark.parametrize("signed", ["Groet,\nNoor de Wit", "Noor de Wit", "Noor", "Gr. Noor"])
@pytest.mark.parametrize("mark", ["", ";", ","])
@pytest.mark.parametrize("bullet", ["", "- ", "o ", "   o  ", "2. "])
def test_whoever_signs_below_a_list_stands_in_it_or_does_not(
    understand: Understand, bullet: str, mark: str, signed: str
) -> None:
    others = ["Wim Smit, raadslid", "Els de Boer, jurist"]
    with_writer = ["Wim Smit, raadslid", "Noor de Wit, adviseur", "Els de Boer, jurist"]

    for listed in (others, with_writer):
        lines = "\n".join(f"{bullet}{entry}{mark}" for entry in listed)
        reading = read(understand, f"Op 30 maart komen van ons:\n\n{lines}\n\n{signed}")

        assert [request.name for request in reading.requests] == [entry.split(",")[0] for entry in listed]


@pytest.mark.parametrize(("whom", "comes"), [("mensen", False), ("collega's", True)])
def test_we_who_come_with_these_people_are_an_office(understand: Understand, whom: str, comes: bool) -> None:
    text = f"Wij komen graag met de volgende {whom}:\n- Naima Ouali\n- Stefan Broer\n\nGroet,\nNoor de Wit\n"

    assert (("Noor de Wit",) in who(read(understand, text))) is comes


@pytest.mark.parametrize("own", ["Plus ik.", "plus ikzelf", "En ikzelf natuurlijk.", "Plus ondergetekende."])
def test_below_a_list_the_writer_may_be_added_to_it(understand: Understand, own: str) -> None:
    reading = read(
        understand, f"Graag deze mensen aanmelden:\n\n- Wim Smit\n- Els Bos\n\n{own}\n\nGroet,\nNoor de Wit\n"
    )

    assert who(reading) == [("Wim Smit",), ("Els Bos",), ("Noor de Wit",)]


def test_an_entry_that_begins_with_ik_and_a_colon_is_the_writers(understand: Understand) -> None:
    reading = read(understand, "Wij komen graag:\n\n- Wim Smit, jurist\n- Ik: vegan. Ik ben trainer.\n\nNoor de Wit\n")

    assert sorted(who(reading, "role", "diet")) == [("Noor de Wit", "trainer", "vegan"), ("Wim Smit", "jurist", None)]


@pytest.mark.parametrize(
    "above",
    [
        "Wim Kok staat er nog in, maar zijn regel kunt u overslaan.",
        "Wim Kok is die week in het buitenland.",
    ],
)
def test_who_is_taken_out_above_a_list_is_not_signed_up_alone(understand: Understand, above: str) -> None:
    reading = read(understand, f"Hierbij de opgave. {above}\n\n1. Salomina Bos\n2. Wim Kok\n\nNoor de Wit")

    assert reading.review or ("Wim Kok",) not in who(reading)


@pytest.mark.parametrize("title", ["mevrouw ", "Mevrouw ", ""])
def test_the_first_of_a_list_is_no_greeting(understand: Understand, title: str) -> None:
    text = f"Voor 30 maart meld ik aan:\n\n{title}Els Bos, wethouder\nWim Smit, trainee\n\nHoogachtend,\nNoor de Wit"

    assert who(read(understand, text)) == [("Els Bos",), ("Wim Smit",)]


@pytest.mark.parametrize(
    "lines",
    [
        "Ronde 1: Els Bos, Vooroordelen Voorbij\nRonde 2: Wim Kok, lokaal beleid",
        "Ronde 1 Vooroordelen Voorbij: Els Bos en Xulani Tembaka\nRonde 2: Wim Kok",
    ],
)
def test_whom_only_a_rounds_line_names_is_asked_about(understand: Understand, lines: str) -> None:
    reading = read(understand, f"Graag inschrijven voor 30 maart:\n\n{lines}\n\nGroet,\nNoor de Wit\n")

    assert "unclear_whose" in reading.reasons


def test_the_rounds_of_whom_the_letter_names_are_theirs(understand: Understand) -> None:
    lines = "Ronde 1: Els Bos Vooroordelen Voorbij, Wim Kok lokaal beleid"
    reading = read(understand, f"Graag inschrijven voor 30 maart: Els Bos en Wim Kok.\n\n{lines}\n\nGroet,\nNoor\n")

    assert (who(reading), "unclear_whose" in reading.reasons) == ([("Els Bos",), ("Wim Kok",)], False)


@pytest.mark.parametrize(
    "said", ["Beiden eten halal.", "Beide eten halal.", "Allebei halal.", "Ze eten allebei halal."]
)
def test_both_below_a_list_are_the_two_in_it(understand: Understand, said: str) -> None:
    listed = f"Graag inschrijven voor 30 maart:\n- Els Bakker\n- Wim Smit\n\n{said}"
    assert [(r.name, r.diet) for r in read(understand, listed).requests] == [
        ("Els Bakker", "halal"),
        ("Wim Smit", "halal"),
    ]


@pytest.mark.parametrize("said", ["Beiden in ronde 1", "Beiden willen in ronde 1", "Allebei gaan ze in ronde 1 naar"])
def test_both_below_a_list_choose_the_same(understand: Understand, said: str) -> None:
    listed = f"Graag inschrijven voor 30 maart:\n- Els Bakker\n- Wim Smit\n\n{said} Vooroordelen Voorbij."
    chosen = (Choice(1, "vooroordelen"),)
    assert [r.workshops for r in read(understand, listed).requests] == [chosen, chosen]
