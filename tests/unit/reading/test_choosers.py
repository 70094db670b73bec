"""Who of several chooses a workshop? Short mails, read whole."""

import pytest

from tests.unit.reading.housing import D, S, people


def choices_of(mail: str) -> dict[str | None, str]:
    """What each chooses: "1D 2S"."""
    letters = {"daklozen": "D", "splitsen": "S"}
    return {
        name: " ".join(sorted(f"{c.round or 0}{letters[c.workshop]}" for c in request.workshops))
        for name, request in people(mail).items()
        if str(request.action) == "register"
    }


def test_each_gets_the_workshops_of_their_own_clause() -> None:
    mail = """Ik en mijn collega Joost Smit komen graag. Ik wil naar daklozen in ronde 1,
Joost naar woningsplitsing in ronde 1. In ronde 2 andersom.

Karin Visser"""

    chosen = {name: [(c.round, c.workshop) for c in request.workshops] for name, request in people(mail).items()}

    assert chosen == {"Karin Visser": [(1, D), (2, S)], "Joost Smit": [(1, S), (2, D)]}


def test_everybody_but_one_the_rest_and_a_lists_numbers_choose_together() -> None:
    listed = "1. Wim Kok\n2. Els Bakker\n3. Noor de Boer\n\n"
    all_but = (
        f"Wij komen graag:\n\n{listed}Iedereen ronde 2 daklozen, behalve Els: die gaat in ronde 2 naar woningsplitsing."
    )
    numbers = f"Graag inschrijven:\n\n{listed}Nrs. 1 en 3 graag daklozen in ronde 1. Zelf kom ik niet."

    assert choices_of(all_but) | {"Karin Visser": ""} == {
        "Wim Kok": "2D",
        "Els Bakker": "2S",
        "Noor de Boer": "2D",
        "Karin Visser": "",
    }
    assert choices_of(numbers) == {"Wim Kok": "1D", "Els Bakker": "", "Noor de Boer": "1D"}


@pytest.mark.parametrize(
    "said",
    [
        "1 and 2 would like daklozen in round 3. 3 has no preference.",
        "1 and 2 want daklozen in round 3.",
        "1 en 2 volgen daklozen in ronde 3, 3 heeft geen voorkeur.",
        "Number 1 and 2 prefer daklozen in round 3.",
    ],
)
def test_a_lists_numbers_choose_by_any_plain_verb(said: str) -> None:
    mail = f"Graag inschrijven:\n\n1. Wim Kok\n2. Els Bakker\n3. Noor de Boer\n\n{said}"

    assert choices_of(mail) == {"Wim Kok": "3D", "Els Bakker": "3D", "Noor de Boer": ""}


def test_whoever_is_mentioned_by_the_way_chooses_nothing() -> None:
    mail = (
        "Els Bakker staat op de lijst maar kan niet. In overleg met haar kom ik in haar plaats. "
        "Ik neem haar workshop niet over: graag woningsplitsing in ronde 3."
    )

    assert choices_of(mail) == {"Karin Visser": "3S"}


def test_a_name_joined_to_another_chooses_with_it_though_no_lexicon_has_it() -> None:
    mail = (
        "Wij komen graag met ons drieën: Karin Visser, Els Bakker en Quirijntje Smit.\n"
        "Els en Quirijntje volgen daklozen in ronde 1, ik woningsplitsing in ronde 2."
    )

    assert choices_of(mail) == {"Karin Visser": "2S", "Els Bakker": "1D", "Quirijntje Smit": "1D"}


def test_the_same_as_somebody_in_one_round_is_what_they_do_there() -> None:
    mail = (
        "Ik meld mij en mijn collega Els Bakker aan. Els volgt in ronde 1 daklozen en in ronde 3 woningsplitsing. "
        "Zelf volg ik dezelfde als Els in de derde ronde."
    )

    assert choices_of(mail) == {"Karin Visser": "3S", "Els Bakker": "1D 3S"}


@pytest.mark.parametrize(
    ("said", "karin", "joost"),
    [
        ("De eerste twee willen in ronde 1 naar daklozen, de laatste komt alleen luisteren.", [(1, D)], [(1, D)]),
        (
            "Ronde 1: ik naar daklozen, Joost naar woningsplitsing.\nRonde 2: precies omgekeerd.",
            [(1, D), (2, S)],
            [(1, S), (2, D)],
        ),
        ("Joost wil in ieder geval naar daklozen.", [], [(None, D)]),
        ("Ik ga in ronde 1 naar daklozen; Joost is net als ik adviseur.", [(1, D)], []),
    ],
)
def test_whose_choice_it_is_of_several(
    said: str, karin: list[tuple[int | None, str]], joost: list[tuple[int | None, str]]
) -> None:
    found = people(f"Aanmelding van:\n1. Karin Visser\n2. Joost Smit\n3. Mila Jansen\n\n{said}\n\nKarin Visser")

    chosen = {name: [(c.round, c.workshop) for c in request.workshops] for name, request in found.items()}

    assert (chosen["Karin Visser"], chosen["Joost Smit"]) == (karin, joost)


def test_what_a_colleague_does_who_is_not_in_question_is_no_choice() -> None:
    mail = "Ik kom graag. Zij zit in ronde 1 bij daklozen, dus doe ik dan in ronde 1 woningsplitsing.\n\nKarin Visser"

    assert [(c.round, c.workshop) for c in people(mail)["Karin Visser"].workshops] == [(1, S)]


def test_who_is_named_twice_in_a_sentence_stands_in_both_places() -> None:
    mail = (
        "Ikzelf, Joost Smit en Mila Jansen gaan alle drie naar Woningsplitsing zonder zorgen in ronde 1, daarna alleen "
        "Joost nog naar Opvang van daklozen in ronde 3.\n\nKarin Visser"
    )

    found = people(mail)

    assert {name: [(c.round, c.workshop) for c in r.workshops] for name, r in found.items()} == {
        "Karin Visser": [(1, S)],
        "Mila Jansen": [(1, S)],
        "Joost Smit": [(1, S), (3, D)],
    }


def test_a_first_choice_is_no_first_round() -> None:
    mail = "Naam: Karin Visser\nWorkshop 1e keus: Woningsplitsing\nRonde: 3\n"

    assert [(c.round, c.workshop) for c in people(mail)["Karin Visser"].workshops] == [(3, S)]


@pytest.mark.parametrize(
    ("said", "choices"),
    [
        ("Workshops:    1e ronde daklozen\n              2e ronde woningsplitsing\n", "1D 2S"),
        ("voorkeur 11u: daklozen / 12u: woningsplitsing / 13u: geen\n", "1D 2S"),
        ("Workshop ronde 2: woningsplitsing\nWorkshop ronde 3: daklozen als ronde 2 vol zit, anders niks\n", "2S"),
    ],
)
def test_a_forms_line_is_read_with_its_label_and_with_what_stands_below_it(said: str, choices: str) -> None:
    karin = people(f"Naam:         Karin Visser\nFunctie:      jurist\n{said}")["Karin Visser"]

    assert " ".join(f"{c.round}{'D' if c.workshop == D else 'S'}" for c in karin.workshops) == choices
