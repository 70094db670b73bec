"""Whose a house is that stands beside a name: in the talk, in a list's line, in a row."""

import pytest

from tests.unit.reading.housing import people, reasons

SIGNED = "\n\nGroet,\nKarin Visser\ngemeente Zeist"


def house(text: str, name: str) -> str | None:
    return people(text + SIGNED)[name].organisation


@pytest.mark.parametrize(
    ("said", "organisation"),
    [
        ("Els Bos van Humanitas", "Humanitas"),
        ("Els Bos van de GGD Hart voor Brabant", "GGD Hart voor Brabant"),
        ("onze wijkcoach Els Bos van WIJ Zeist", "WIJ Zeist"),
        ("Els Bos (WIJ Zeist)", "WIJ Zeist"),
        ("Els Bos, jongerenwerker bij Tom in de Buurt", "Tom in de Buurt"),
        ("Els Bos (jongerenwerker bij Tom in de Buurt)", "Tom in de Buurt"),
        ("Els Bos, die werkt bij Humanitas", "Humanitas"),
        ("Els Bos van Inkoop", "Gemeente Zeist"),
        ("mijn collega Els Bos van Publiek en Projecten", "Gemeente Zeist"),
        ("Els Bos van het Team Inclusie Zeist", "Gemeente Zeist"),
        ("Els Bos (Burgerzaken Zeist)", "Gemeente Zeist"),
        ("Els Bos, assistent van Wim in Assen", "Gemeente Zeist"),
    ],
)
@pytest.mark.parametrize("before", ["Ik kom samen met {}.", "Ik kom met {}."])
def test_what_stands_right_behind_a_name_is_of_that_one(before: str, said: str, organisation: str) -> None:
    assert house(before.format(said), "Els Bos") == organisation


def test_two_people_have_the_houses_that_stand_behind_each() -> None:
    text = "Ik kom samen met Ali Tekin van de GGD Hart voor Brabant en Els Bos van Humanitas."

    assert house(text, "Ali Tekin") == "GGD Hart voor Brabant"
    assert house(text, "Els Bos") == "Humanitas"


@pytest.mark.parametrize(
    "said", ["both Leiden University", "Beiden Universiteit Leiden", "allebei Universiteit Leiden"]
)
def test_what_is_said_of_both_below_a_list_is_of_both(said: str) -> None:
    found = people(f"Graag aanmelden:\n\n- Els Bos, jurist\n- Oyin Adeyemi, promovendus\n\n{said}." + SIGNED)

    assert {one.organisation for one in found.values()} <= {"Leiden University", "Universiteit Leiden"}


def test_a_word_in_the_place_of_houses_is_one() -> None:
    lines = "- Els Bos, jurist, gemeente Assen\n- Ali Tekin, adviseur, Humanitas\n- Wim Pot, docent, Noorderpoort"

    found = people(f"Graag aanmelden:\n{lines}\n- Kim Vos, docent\n- Jan Tol, Burgerzaken" + SIGNED)

    assert [one.organisation for one in found.values()] == [
        "Gemeente Assen",
        "Humanitas",
        "Noorderpoort",
        "Gemeente Zeist",
        "Gemeente Zeist",
    ]


@pytest.mark.parametrize("head", ["", "Deelnemer | Club | Rol\n"])
@pytest.mark.parametrize("mark", [" | ", "\t"])
def test_a_column_of_houses_needs_no_head_that_we_know(head: str, mark: str) -> None:
    rows = ["Els Bos | Humanitas | jurist", "Ali Tekin | Pharos | adviseur", "Wim Pot | Bindkracht | adviseur"]
    table = (head + "\n".join(rows)).replace(" | ", mark)

    found = people(f"Graag aanmelden:\n\n{table}" + SIGNED)

    assert [found[name].organisation for name in ("Els Bos", "Ali Tekin", "Wim Pot")] == [
        "Humanitas",
        "Pharos",
        "Bindkracht",
    ]


def test_a_column_of_departments_is_of_the_writers_house() -> None:
    table = "Els Bos | Burgerzaken | jurist\nAli Tekin | Jeugd | adviseur"

    found = people(f"Graag aanmelden:\n\n{table}" + SIGNED)

    assert {one.organisation for one in found.values()} == {"Gemeente Zeist"}


@pytest.mark.parametrize("line", ["{}, Stichting Onderdak", "{} (Stichting Onderdak)", "{} | Stichting Onderdak"])
def test_who_comes_from_a_house_that_gives_a_workshop_chooses_none_by_that(line: str) -> None:
    listed = "\n".join(line.format(name) for name in ("Els Bos", "Ali Tekin"))

    found = people(f"Graag aanmelden:\n\n{listed}" + SIGNED)

    assert {(one.organisation, one.workshops) for one in found.values()} == {("Stichting Onderdak", ())}


def test_where_workshops_are_spoken_of_the_giver_tells_which() -> None:
    found = people("Graag aanmelden, met de workshops:\n\n- Els Bos, Stichting Onderdak" + SIGNED)

    assert [choice.workshop for choice in found["Els Bos"].workshops] == ["daklozen"]


@pytest.mark.parametrize(
    "said",
    [
        "Ik sta op de lijst, aangemeld vanuit de gemeente Assen. Sinds vorige week zit ik bij Zeist.",
        "Ik sta ingeschreven als adviseur van de gemeente Assen. Sinds gisteren werk ik voor Zeist.",
        "Ik sta ingeschreven namens Assen. Inmiddels werk ik bij de gemeente Zeist.",
    ],
)
def test_what_somebody_had_booked_as_is_no_news(said: str) -> None:
    found = people(f"{said} Wilt u mijn organisatie aanpassen?\n\nGroet,\nKarin Visser")

    assert found["Karin Visser"].organisation == "Gemeente Zeist"


@pytest.mark.parametrize("count", ["met z'n tweeën", "met twee personen", "met twee man sterk"])
@pytest.mark.parametrize("signed", ["Ineke Bos", "Ineke (secretariaat)"])
def test_a_we_of_as_many_as_are_listed_leaves_the_writer_out(count: str, signed: str) -> None:
    text = f"Wij komen {count}:\n\n- Jelle Bijlsma, wethouder\n- Bram ten Hoeve, jurist\n\nGroet,\n{signed}"

    assert list(people(text, "Samenleving <samenleving@zeist.nl>")) == ["Jelle Bijlsma", "Bram ten Hoeve"]


def test_a_we_of_one_more_is_with_the_writer_and_of_no_number_waits() -> None:
    listed = "- Jelle Bijlsma, wethouder\n- Bram ten Hoeve, jurist\n\nGroet,\nKarin Visser"

    assert next(iter(people(f"Wij komen met z'n drieën:\n\n{listed}"))) == "Karin Visser"
    assert reasons(f"Wij komen met z'n drieën:\n\n{listed}") == ()
    assert reasons(f"Wij komen graag:\n\n{listed}") == ("unclear_person",)


def test_a_house_before_a_colon_is_of_those_behind_it() -> None:
    lines = "Gemeente Assen: Els Bos, Ko de Wit\nVaart Welzijn: Ali Tekin\nActium: Kim Prins"

    found = people(f"Wie er komen:\n{lines}" + SIGNED)

    assert [found[name].organisation for name in ("Els Bos", "Ko de Wit", "Ali Tekin", "Kim Prins")] == [
        "Gemeente Assen",
        "Gemeente Assen",
        "Vaart Welzijn",
        "Actium",
    ]


def test_teams_before_a_colon_are_of_the_writers_house() -> None:
    found = people("Graag aanmelden:\n\nTeam Inclusie: Els Bos, Ko de Wit\nTeam Jeugd: Ali Tekin" + SIGNED)

    assert {one.organisation for one in found.values()} == {"Gemeente Zeist"}


def test_a_house_of_two_words_is_no_second_surname() -> None:
    found = people("Ik kom met Fenna Kuik van Vaart Welzijn." + SIGNED)

    assert found["Fenna Kuik"].organisation == "Vaart Welzijn"


@pytest.mark.parametrize("said", ["raadslid (GroenLinks) in Gouda", "raadslid GroenLinks in Gouda"])
def test_a_party_in_brackets_leaves_the_town_of_the_seat(said: str) -> None:
    found = people(f"Ik kom graag, als {said}.\n\nIlja Ooms", "Ilja Ooms <ilja@ooms.nl>")

    assert found["Ilja Ooms"].organisation == "Gemeente Gouda"
