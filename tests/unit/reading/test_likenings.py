"""Somebody does in a round, or in all, what somebody else does there. Short mails, read whole."""

import pytest

from tests.unit.reading.housing import people, reasons
from tests.unit.reading.test_choosers import choices_of

LISTED = """Graag inschrijven:

1. Joost Smit: ronde 1 daklozen, ronde 2 woningsplitsing
2. Els Bakker: ronde 1 woningsplitsing, ronde 3 daklozen
3. Noor de Boer: {}

Karin Visser"""
TOLD = """Joost Smit, Els Bakker en ik komen graag. Joost doet ronde 1 daklozen en ronde 2 woningsplitsing, Els ronde 1
woningsplitsing en ronde 3 daklozen. {}

Karin Visser"""


@pytest.mark.parametrize(
    ("row", "chosen"),
    [
        ("in ronde 1 sluit ze aan bij Joost, in ronde 3 bij Els", "1D 3D"),
        ("ronde 1 zelfde als Els, ronde 2 zelfde als Joost", "1S 2S"),
        ("R1 als Els en R2 als Joost", "1S 2S"),
        ("schuift alleen om 12 uur aan, bij Joost", "2S"),
        ("loopt in ronde 2 met Joost mee", "2S"),
        ("round 1 with Els, round 2 with Joost", "1S 2S"),
        ("same as Joost in round 2", "2S"),
        ("ronde 1 daklozen, ronde 3 samen met Els", "1D 3D"),
        ("in ronde 3 de workshop die Joost in ronde 2 heeft", "3S"),
        ("als Joost", "1D 2S"),
        ("als Joost, maar in ronde 2 niets", "1D"),
        ("zelfde als Joost, behalve ronde 1", "2S"),
        ("zelfde als Joost, plus daklozen in ronde 3", "1D 2S 3D"),
        ("precies hetzelfde als Joost, alleen in omgekeerde volgorde", "1S 2D"),
        ("same as Els, but the other way around", "1D 3S"),
        ("andersom dan Els", "1D 3S"),
        ("zelfde als Joost, maar ronde 2 laat ze schieten", "1D"),
        ("als Joost, alleen ronde 1 slaat ze over", "2S"),
        ("zelfde als Joost, ronde 2 laat Noor vrij", "1D"),
        ("hetzelfde als Joost, maar de tweede ronde netwerkt ze", "1D"),
        ("same as Joost, but she skips round 2", "1D"),
    ],
)
def test_a_row_says_as_whom_or_with_whom(row: str, chosen: str) -> None:
    read = choices_of(LISTED.format(row))

    assert {name: said for name, said in read.items() if said} == {
        "Joost Smit": "1D 2S",
        "Els Bakker": "1S 3D",
        "Noor de Boer": chosen,
    }


@pytest.mark.parametrize(
    ("said", "chosen"),
    [
        ("In ronde 1 ga ik met Els mee, in ronde 2 met Joost.", "1S 2S"),
        ("Zelf schuif ik alleen in de derde ronde aan, bij Els.", "3D"),
        ("Ik doe in ronde 3 hetzelfde als Els.", "3D"),
        ("In ronde 3 doe ik de workshop die Joost in ronde 1 had.", "3D"),
        ("Ik doe precies het omgekeerde van Els.", "1D 3S"),
        ("Voor mij hetzelfde als Joost, maar dan omgekeerd.", "1S 2D"),
        ("Bij mij precies andersom, en in ronde 2 nog daklozen.", "1D 2D 3S"),
        # something else is done with somebody then
        ("In ronde 1 heb ik overleg met Joost.", ""),
        ("In ronde 3 sta ik met Els bij onze stand.", ""),
        ("Ik kom pas in ronde 3, net als Els met de trein.", ""),
        ("In ronde 2 ga ik niet met Joost mee.", ""),
        ("Ik kom om 11 uur, samen met Els.", ""),
        ("Na ronde 1 lunch ik met Els.", ""),
    ],
)
def test_a_sentence_says_as_whom_or_with_whom(said: str, chosen: str) -> None:
    read = choices_of(TOLD.format(said))

    assert read == {"Joost Smit": "1D 2S", "Els Bakker": "1S 3D", "Karin Visser": chosen}


def test_with_somebody_who_chose_nothing_then_is_a_question_for_a_person() -> None:
    mail = TOLD.format("In ronde 3 schuif ik bij Joost aan.")

    assert "unclear_workshop" in reasons(mail)
    assert people(mail)["Karin Visser"].workshops == ()


def test_what_is_done_together_is_told_in_the_sentence_itself() -> None:
    mail = "Joost Smit en ik komen graag. In ronde 2 ga ik met Joost naar daklozen.\n\nKarin Visser"

    assert choices_of(mail) == {"Joost Smit": "2D", "Karin Visser": "2D"}
