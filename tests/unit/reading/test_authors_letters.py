"""What does the letter of somebody tell, who is signed up by whoever passes it on? Short mails, read whole."""

import pytest

from tests.unit.reading.housing import people

BELOW = """
Van: Bram Pot <b.pot@zeist.nl>
Verzonden: dinsdag 14 februari 2023 17:48
Aan: Karin Visser <k.visser@zeist.nl>
CC: Mila Jansen <m.jansen@zeist.nl>
Onderwerp: die dag

"""


def test_whoever_is_signed_up_beside_the_writer_signed_their_own_letter() -> None:
    found = people(
        f"Willen jullie Bram en mij inschrijven voor 18 april?\n\nKarin Visser\nteammanager\n{BELOW}"
        "Ik wil graag mee. Let wel, ik eet halal. Marc wou ook, maar die eet liever thuis vega.\n\n"
        "Bram Pot\njurist\ntel. 0118 67 54 21\n"
    )

    bram = found["Bram Pot"]
    assert (bram.role, bram.phone, bram.diet, bram.email) == ("jurist", "0118 67 54 21", "halal", "b.pot@zeist.nl")
    assert (found["Karin Visser"].role, found["Karin Visser"].diet) == ("teammanager", None)


@pytest.mark.parametrize(
    ("said", "bram", "mila"),
    [
        ("Mila is zwaar allergisch voor pinda.", None, "zwaar allergisch voor pinda"),
        ("Marc heeft een notenallergie, maar komt niet.", None, None),
        ("Wel graag vegetarisch voor mij.", "vegetarisch", None),
        ("Mijn vrouw eet vegetarisch.", None, None),
    ],
)
def test_what_a_letter_below_tells_is_of_whom_its_sentence_speaks(
    said: str, bram: str | None, mila: str | None
) -> None:
    found = people(
        f"Willen jullie Bram Pot en Mila Jansen inschrijven voor 18 april?\n\nKarin Visser\n{BELOW}"
        f"Geef jij Mila Jansen en mij op? {said}\n\nBram\n"
    )

    assert (found["Bram Pot"].diet, found["Mila Jansen"].diet) == (bram, mila)
    assert found["Mila Jansen"].email == "m.jansen@zeist.nl"


def test_what_the_writer_takes_back_stands_below_in_vain() -> None:
    found = people(
        f"Schrijft u Bram en mij in voor 18 april? Halal hoeft niet meer voor Bram.\n\nKarin Visser\n{BELOW}"
        "Ik wil graag mee, ik eet halal.\n\nBram Pot\njurist\n"
    )

    assert (found["Bram Pot"].role, found["Bram Pot"].diet) == ("jurist", None)


@pytest.mark.parametrize(
    ("note", "role"),
    [
        ("Zie hieronder, van onze penningmeester. Wilt u hem inschrijven?", "penningmeester"),
        ("Wilt u de wethouder inschrijven?", "wethouder"),
        ("Zie hieronder. Wilt u hem inschrijven? De wethouder weet ervan.", None),
    ],
)
def test_whoever_passes_a_letter_on_says_what_its_author_is(note: str, role: str | None) -> None:
    found = people(
        f"{note}\n{BELOW}Geef jij mij even op voor 18 april? Bram\n",
        "Secretariaat <secretariaat@zeist.nl>",
        Subject="FW: die dag",
    )

    assert found["Bram Pot"].role == role
