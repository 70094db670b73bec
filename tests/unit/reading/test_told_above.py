"""What whoever passes a letter on says of the workshops in it. Short mails, read whole."""

import pytest

from tests.unit.reading.test_choosers import choices_of

BELOW = """

Karin Visser
managementondersteuner

---------- Doorgestuurd bericht ----------
Van: Noor de Boer <n.deboer@zeist.nl>
Datum: wo 8 feb 2023 om 17:31
Onderwerp: 18 april
Aan: Karin Visser <k.visser@zeist.nl>

Hoi Karin, wil jij me opgeven voor Wonen voor iedereen? Ronde 1 en ronde 2 opvang van daklozen, ronde 3
woningsplitsing. Dank je! Noor

Noor de Boer | jurist | gemeente Zeist
"""


@pytest.mark.parametrize(
    ("own", "chosen"),
    [
        ("Graag onderstaande collega inschrijven.", "1D 2D 3S"),
        (
            "Zie onderstaand bericht van mijn collega. Graag inschrijven zoals zij aangeeft, met één correctie die"
            " ze me net mondeling doorgaf: in de tweede ronde wil ze toch liever vrij zijn.",
            "1D 3S",
        ),
        ("Graag inschrijven zoals hieronder, maar ronde 2 hoeft niet meer.", "1D 3S"),
        (
            "Hierbij de aanmelding van mijn collega. Zij belde net nog: ronde 3 wordt ook opvang daklozen.",
            "1D 2D 3D",
        ),
        ("Zie onder. Graag inschrijven. Alleen wil Noor in ronde 3 bij nader inzien niets.", "1D 2D"),
        (
            "Onderstaande aanmelding graag verwerken, op één punt anders: in ronde 1 gaat ze naar woningsplitsing.",
            "1S 2D 3S",
        ),
        ("Please register my colleague below. One change: she'd like to keep round 2 free after all.", "1D 3S"),
        ("Graag onderstaande collega inschrijven. Zelf kan ik niet, in ronde 2 heb ik een overleg.", "1D 2D 3S"),
        (
            "Graag onderstaande collega inschrijven. Zelf was ik graag in ronde 1 naar woningsplitsing gegaan, maar ik"
            " ben verhinderd.",
            "1D 2D 3S",
        ),
    ],
)
def test_what_is_said_above_a_letter_that_is_passed_on_holds_for_its_author(own: str, chosen: str) -> None:
    assert choices_of(own + BELOW) == {"Noor de Boer": chosen}
