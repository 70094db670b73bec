"""What stands beside names and labels: numbers, what isn't eaten, towns of two, remarks that are of no name."""

import pytest

from tests.unit.reading.housing import people, reasons

TWO = "Mijn man Frans Kuiper en ik komen graag.\n\nGroet,\nDewi Bos\n"


@pytest.mark.parametrize(
    ("signed", "hers", "his"),
    [
        ("06 1378 2290\nFrans: 06 5529 0173", "06 1378 2290", "06 5529 0173"),
        ("06 1378 2290 / 06 5529 0173 (Frans)", "06 1378 2290", "06 5529 0173"),
        ("Frans: 06 5529 0173", None, "06 5529 0173"),
        ("06 1378 2290 (Dewi)\n06 5529 0173 (Frans)", "06 1378 2290", "06 5529 0173"),
        ("Frans Kuiper - 06 5529 0173\nDewi Bos - 06 1378 2290", "06 1378 2290", "06 5529 0173"),
        ("Tel. 06 1378 2290, tel. Frans 06 5529 0173", "06 1378 2290", "06 5529 0173"),
        ("Frans Hals Museum: 023 511 57 75\n06 1378 2290", "06 1378 2290", None),
        ("06 1378 2290 (Wim, mijn collega)", "06 1378 2290", None),
    ],
)
def test_a_number_is_of_whose_name_stands_beside_it(signed: str, hers: str | None, his: str | None) -> None:
    found = people(TWO + signed, "Dewi Bos <d.bos@kpnmail.nl>")

    assert (found["Dewi Bos"].phone, found["Frans Kuiper"].phone) == (hers, his)


@pytest.mark.parametrize("said", ["nul zes 1 8 3 0 5 5 7 1", "nul zes 18 30 55 71", "nul zes achttien 30 55 71"])
def test_a_dictated_number_may_go_on_in_figures(said: str) -> None:
    found = people(f"ik kom graag mijn nummer is {said} groetjes", "Cor Bos <c.bos@ziggo.nl>")

    assert found["Cor Bos"].phone == "06-18305571"


@pytest.mark.parametrize(
    ("label", "said", "diet"),
    [
        ("Eet niet", "noten, pinda's (allergie)", "geen noten, pinda's"),
        ("Wat eet u niet?", "vlees", "geen vlees"),
        ("Mag niet hebben", "gluten", "geen gluten"),
        ("Eet geen", "vis", "geen vis"),
        ("Does not eat", "fish", "no fish"),
        ("Eet niet", "vegetarisch", "vegetarisch"),
        ("Eet niet", "-", None),
        ("Lust niet", "alles lekker", None),
        ("Eet niet", "ik eet alles", None),
        ("Eet niet mee", "ja", None),
        ("Dieet", "geen vlees", "geen vlees"),
    ],
)
def test_below_what_isnt_eaten_a_food_is_left_out(label: str, said: str, diet: str | None) -> None:
    found = people(f"Aanmelding\n\nNaam: Karin Visser\nFunctie: jurist\n{label}: {said}\n")

    assert found["Karin Visser"].diet == diet


@pytest.mark.parametrize(
    ("said", "mine", "hers"),
    [
        ("Wij zijn allebei wethouder, zij in Tiel en ik in Buren.", "Gemeente Buren", "Gemeente Tiel"),
        ("We zijn beiden raadslid: Els in Tiel, ik bij de gemeente Buren.", "Gemeente Buren", "Gemeente Tiel"),
        ("We zijn allebei wethouder in Tiel.", "Gemeente Tiel", "Gemeente Tiel"),
    ],
)
def test_who_hold_the_same_office_are_each_of_their_own_town(said: str, mine: str, hers: str) -> None:
    found = people(f"Els Morgen en ik komen graag. {said}\n\nBram Vonk", "Bram Vonk <b.vonk@live.nl>")

    assert (found["Bram Vonk"].organisation, found["Els Morgen"].organisation) == (mine, hers)


@pytest.mark.parametrize("party", ["de Partij van de Arbeid", "Partij voor de Dieren", "Leefbaar en Sociaal", "D66"])
def test_a_seat_for_a_party_of_several_words_is_in_the_town_behind_it(party: str) -> None:
    found = people(f"Ik ben raadslid voor {party} in Hengelo en kom graag.\n\nCor Bos", "Cor Bos <c.bos@ziggo.nl>")

    assert found["Cor Bos"].organisation == "Gemeente Hengelo"


@pytest.mark.parametrize(
    "said",
    [
        "Mail graag naar dit adres, er zijn bij ons meer collega's met dezelfde naam.",
        "Van Zeist dus, niet dat mensen denken dat ik van jullie ben.",
    ],
)
def test_what_is_said_of_others_names_or_of_the_house_leaves_the_name_as_it_is(said: str) -> None:
    assert reasons(f"Ik kom graag. {said}\n\nGroet,\nKarin Visser\nadviseur, gemeente Zeist") == ()


def test_a_letter_that_was_lost_below_the_letter_stands_in_the_header() -> None:
    sender = "=?utf-8?q?Karin_Visser-Nguy=E1=BB=85n?= <k.visser@zeist.nl>"

    assert reasons("Ik kom graag.\n\nGroet,\nKarin Visser-Nguy?n", sender) == ()
