"""Who chooses what in grids, forms and schedules, and what the talk beside them takes back. Short mails, read whole."""

import pytest

from tests.unit.reading.test_whose_workshops import BOTH, GRID, THREE, chosen


@pytest.mark.parametrize(
    ("head", "rows", "choices"),
    [
        ("Opvang van daklozen\tWoningsplitsing\tgeen", "11.00 u\t\t\tx\n12.00 u\t\tx\n13.00 u\tx", "2S 3D"),
        ("Ronde 1\tRonde 2\tRonde 3", "Opvang van daklozen\t\tx\nWoningsplitsing\tx\t\tx\nTrein\t\t\tx", "1S 2D 3S"),
        ("R1\tR2", "Opvang van daklozen\t\t\nWoningsplitsing", ""),
    ],
)
def test_crosses_in_a_grid_choose(head: str, rows: str, choices: str) -> None:
    assert chosen(GRID.format(head, rows))["Karin"].replace("0D", "").replace("0S", "").strip() == choices


def test_a_list_of_rounds_with_a_column_of_workshops_chooses() -> None:
    mail = "Ik kom graag.\n\nRonde\tWorkshop\n1\tOpvang van daklozen\n2\t-\n3\tWoningsplitsing\n\nKarin Visser"

    assert chosen(mail) == {"Karin": "1D 3S"}


def test_letters_that_the_talk_explains_choose_in_a_column_of_their_own() -> None:
    mail = (
        "Graag inschrijven. In kolom W staat de keuze (D = opvang van daklozen, S = woningsplitsing), elke ronde kan. "
        "\n\nNaam\tFunctie\tW\tDieet\nJoost Smit\tjurist\tD\t-\nMila Jansen\tcoach\tS\tvegan\n"
        "Thom Bos\tgriffier\t\t-\n\nIk kom zelf niet.\n\nKarin Visser"
    )

    assert chosen(mail) == {"Joost": "0D", "Mila": "0S", "Thom": ""}


def test_a_grid_may_be_headed_by_people() -> None:
    grid = "\tKarin Visser\tJoost Smit\nRonde 1\tdaklozen\twoningsplitsing\nRonde 2\t-\tdaklozen\n"

    assert chosen(f"{BOTH} Wie waar wanneer:\n\n{grid}\nKarin Visser") == {"Karin": "1D", "Joost": "1S 2D"}


def test_initials_in_a_grid_choose_for_those_whose_they_are() -> None:
    mail = (
        "Joost Smit en ik komen graag.\n\n\tRonde 1\tRonde 2\tRonde 3\nOpvang van daklozen\tK\t\tK + J\n"
        "Woningsplitsing\tJ\tK\t\n\nKarin Visser"
    )

    assert chosen(mail) == {"Karin": "1D 2S 3D", "Joost": "1S 3D"}


@pytest.mark.parametrize(
    "said",
    [
        "ronde 1    opvang van daklozen\nronde 2    woningsplitsing\n\nCorrectie: ronde 1 en 2 graag omwisselen.",
        "Ronde 1: opvang van daklozen\nRonde 2: woningsplitsing\n\nBij nader inzien toch liever andersom, dus "
        "woningsplitsing in ronde 1 en opvang van daklozen in ronde 2.",
    ],
)
def test_what_the_talk_takes_back_of_a_form_is_taken_back(said: str) -> None:
    assert chosen(f"Hierbij mijn aanmelding.\n\n{said}\n\nGroet,\nKarin Visser") == {"Karin": "1S 2D"}


@pytest.mark.parametrize(
    ("mail", "choices"),
    [
        (
            "AANMELDING\n\nNaam              : Mw. K. Visser\nRoepnaam          : Karin\nFunctie           : Griffier\n"
            "Workshop(s)       : Woningsplitsing, 1e ronde\nOpmerkingen       : geen",
            {"Karin": "1S"},
        ),
        (
            "Ik doe mee!\n\nA = Woningsplitsing\nB = Opvang van daklozen\nX = koffie\n\nRonde 2  B\nRonde 1  X\n"
            "Ronde 3  A\n\nGroet,\nKarin Visser",
            {"Karin": "2D 3S"},
        ),
    ],
)
def test_a_form_or_a_table_of_codes_at_the_end_is_no_signature(mail: str, choices: dict[str, str]) -> None:
    assert chosen(mail) == choices


@pytest.mark.parametrize(
    ("table", "choices"),
    [
        ("Naam\tDaklozen\tSplitsing\nJoost Smit\t1\t2\nMila Jansen\t2 en 3\t1", {"Joost": "1D 2S", "Mila": "1S 2D 3D"}),
        (
            "Codes: cijfer = ronde, O = opvang van daklozen, W = woningsplitsing.\n\n"
            "Joost Smit <j.smit@zeist.nl> 1O 2W\n"
            "Mila Jansen <m.jansen@zeist.nl> 1W 3W",
            {"Joost": "1D 2S", "Mila": "1S 3S"},
        ),
    ],
)
def test_rounds_stand_in_columns_of_workshops_or_in_codes_that_the_mail_explains(
    table: str, choices: dict[str, str]
) -> None:
    assert chosen(f"Graag meld ik deze collega's aan:\n\n{table}\n\nKarin Visser") == choices


def test_a_round_of_a_form_may_be_as_the_one_above_it() -> None:
    form = "Naam: Karin Visser\nWorkshop ronde 1: Woningsplitsing zonder zorgen\nWorkshop ronde 2: idem"

    assert chosen(f"Ik kom graag.\n\n{form}\nWorkshop ronde 3: n.v.t.") == {"Karin": "1S 2S"}


@pytest.mark.parametrize("other", ["de andere", "idem als 1, maar dan die andere", "idem maar dan met de andere"])
def test_a_round_of_a_form_may_be_the_other_of_the_one_above_it(other: str) -> None:
    form = f"Naam: Karin Visser\nWorkshop ronde 1: Woningsplitsing zonder zorgen\nWorkshop ronde 2: {other}"

    assert chosen(f"Ik kom graag.\n\n{form}\n") == {"Karin": "1S 2D"}


def test_what_a_form_chose_is_moved_by_the_talk_below_it() -> None:
    form = "ronde 1: daklozen\nronde 2: woningsplitsing"
    talk = "O wacht, dan bel ik. Dan schuift die van ronde 2 naar ronde 3."

    assert chosen(f"Ik kom graag. Mijn keuze:\n\n{form}\n\n{talk}\n\nKarin Visser") == {"Karin": "1D 3S"}


@pytest.mark.parametrize(
    "said",
    [
        "Ronde 1: Joost daklozen, Mila en ik woningsplitsing.\nRonde 2: allemaal daklozen.",
        "11.00 Joost daklozen, Mila en Karin woningsplitsing\n12.00 iedereen daklozen",
        "Ronde 1: daklozen (Joost), woningsplitsing (Mila, Karin)\nRonde 2: daklozen (allen)",
        "Ronde 1 daklozen: Joost; woningsplitsing: Mila en ik.\nRonde 2: daklozen voor allemaal.",
        "Joost R1 daklozen R2 daklozen; Mila R1 woningsplitsing R2 daklozen; ik R1 woningsplitsing R2 daklozen.",
        "Joost: 1 en 2 daklozen\nMila: 1 woningsplitsing, 2 daklozen\nKarin: 1 woningsplitsing, 2 daklozen",
        "Opvang van daklozen\n- ronde 1: Joost\n- ronde 2: Joost, Mila en ik\nWoningsplitsing\n- ronde 1: Mila en ik",
        "Daklozen: Joost (ronde 1 en 2), Mila en ik (ronde 2). Woningsplitsing: Mila en ik (ronde 1).",
        "- ronde 1: Joost -> daklozen, Mila + ik -> woningsplitsing\n- ronde 2: wij alle drie daklozen",
        "Joost en Mila: ronde 2 daklozen. Ik: ronde 2 daklozen. Mila en ik: ronde 1 woningsplitsing. "
        "Joost: ronde 1 daklozen.",
        "R1: Joost DA, Mila WO, ik WO. R2: allen DA (DA = opvang van daklozen, WO = woningsplitsing)",
    ],
)
def test_a_schedule_tells_who_goes_where_in_any_order(said: str) -> None:
    assert chosen(f"{THREE}{said}\n\nGroet,\nKarin Visser") == {"Joost": "1D 2D", "Mila": "1S 2D", "Karin": "1S 2D"}


@pytest.mark.parametrize("rounds", ["11:00|12:00", "11.00 uur|12.00 uur", "Ronde 1|Ronde 2", "1e ronde|2e ronde"])
@pytest.mark.parametrize(
    "said",
    [
        "{0}:\n- Karin: daklozen\n- Joost: woningsplitsing\n{1}:\n- Karin: woningsplitsing\n- Joost: daklozen",
        "Daklozen: Karin ({0}); Joost ({1})\nWoningsplitsing: Joost ({0}); Karin ({1})",
    ],
)
def test_a_round_may_be_told_by_its_hour_above_a_list_or_behind_names(rounds: str, said: str) -> None:
    told = said.format(*rounds.split("|"))
    assert chosen(f"{BOTH}\n\n{told}\n\nKarin Visser") == {"Karin": "1D 2S", "Joost": "1S 2D"}


@pytest.mark.parametrize(
    ("lists", "karin", "joost"),
    [
        (
            "Workshops Karin:\n- ronde 1: daklozen\n- ronde 3: splitsing\n\nWorkshops Joost:\n- ronde 2: splitsing",
            "1D 3S",
            "2S",
        ),
        ("Joost:\n- ronde 1: daklozen\n- ronde 3: splitsing\n\nKarin:\n- ronde 2: splitsing", "2S", "1D 3S"),
        ("Keuze van Joost:\nRonde 1: daklozen\nRonde 3: splitsing\n\nMijn keuze:\nRonde 2: splitsing", "2S", "1D 3S"),
        (
            "Workshops for Joost:\n1. daklozen\n2. splitsing\n3. none\n\n"
            "Workshops for me:\n1. splitsing\n2. daklozen\n3. none",
            "1S 2D",
            "1D 2S",
        ),
        ("Voor mijzelf:\n- 11.00 daklozen\n- 13.00 splitsing\nVoor Joost:\n- 12.00 splitsing", "1D 3S", "2S"),
        ("Joost Smit:\n- jurist\n- ronde 1: daklozen\n\nKarin Visser:\n- adviseur\n- ronde 2: splitsing", "2S", "1D"),
        ("Onze workshopkeuze:\n- ronde 1 daklozen\n- ronde 2 splitsing", "1D 2S", "1D 2S"),
        ("De laatste slaan we over. Wij willen samen:\n- ronde 1: daklozen\n- ronde 2: splitsing", "1D 2S", "1D 2S"),
        ("Karin\nRonde 1: daklozen\nRonde 2: splitsing\n\nJoost\nRonde 3: daklozen", "1D 2S", "3D"),
        ("Onze keuzes:\n- Karin: ronde 1 daklozen\n- Joost: ronde 2 splitsing", "1D", "2S"),
        ("Onze opgave:\n1) Karin Visser, jurist. Ronde 1 daklozen.\n2) Joost Smit. Ronde 1 splitsing.", "1D", "1S"),
        ("Mijn gegevens:\nFunctie: jurist\nRonde 1: daklozen\nRonde 2: splitsing", "1D 2S", ""),
    ],
)
def test_a_list_is_theirs_whom_the_line_above_it_names(lists: str, karin: str, joost: str) -> None:
    assert chosen(f"{BOTH}\n\n{lists}\n\nKarin Visser") == {"Karin": karin, "Joost": joost}


@pytest.mark.parametrize("no", ["niet", "nee", "-", ""])
def test_a_cell_that_says_no_below_a_workshop_is_of_that_workshop_alone(no: str) -> None:
    mail = (
        "Hieronder drie deelnemers. Ik kom zelf ook, zonder workshops.\n\n"
        "Deelnemer | E-mail | Opvang van daklozen | Woningsplitsing\n"
        "Joost Smit | j.smit@zeist.nl | ronde 1 | ronde 2\n"
        f"Mila Jansen | m.jansen@zeist.nl | {no} | ronde 1\n"
        f"Thom Bos | t.bos@zeist.nl | ronde 1 en 3 | {no}\n\nKarin Visser"
    )

    assert chosen(mail) == {"Karin": "", "Joost": "1D 2S", "Mila": "1S", "Thom": "1D 3D"}


@pytest.mark.parametrize(
    "said", ["De workshop geldt voor de eerste ronde.", "De workshops zijn allemaal voor ronde 1."]
)
def test_a_round_that_the_talk_gives_to_all_rows_is_theirs(said: str) -> None:
    mail = (
        f"Graag inschrijven, mezelf inbegrepen. {said}\n\nNaam | Workshop\nKarin Visser | Woningsplitsing\n"
        "Joost Smit | Opvang van daklozen\nMila Jansen | n.v.t.\n\nKarin Visser"
    )

    assert chosen(mail) == {"Karin": "1S", "Joost": "1D", "Mila": ""}
