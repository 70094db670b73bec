"""Houses that only their place tells: behind a title, in small letters, spelt by a colleague's address."""

import pytest

from mailbot.reading.details import organisations, roles
from tests.unit.reading.housing import people
from tests.unit.reading.test_details import values

FROM_HALL = "Karin Visser <k.visser@rijswijk.nl>"


def signed(line: str) -> tuple[str | None, str | None]:
    text = f"Graag meld ik mij aan voor 30 maart.\n\nKarin Visser\n{line}"
    karin = people(text, "Karin Visser <karin@gmail.com>")["Karin Visser"]
    return karin.role, karin.organisation


@pytest.mark.parametrize(
    ("line", "role", "organisation"),
    [
        ("jongerenwerker Mooiplaats Eindhoven", "jongerenwerker", "Mooiplaats Eindhoven"),
        ("vrijwilliger Voedselbank Kampen", "vrijwilliger", "Voedselbank Kampen"),
        ("vrijwilliger Repair Café Epe", "vrijwilliger", "Repair Café Epe"),
        ("jeugdtrainer SV Zeewind Tiel", "jeugdtrainer", "SV Zeewind Tiel"),
        ("begeleider 's Heeren Hof", "begeleider", "'s Heeren Hof"),
        ("bestuurslid Moskeekoepel Zaanstreek", "bestuurslid", "Moskeekoepel Zaanstreek"),
        ("wethouder Wonen Ede", "wethouder Wonen", "Gemeente Ede"),
        ("adviseur Zorg & Samenleving Nieuwkoop", "adviseur Zorg & Samenleving", "Gemeente Nieuwkoop"),
        ("opbouwwerker Noord", "opbouwwerker Noord", None),
    ],
)
def test_behind_what_one_is_in_a_house_stands_the_house(line: str, role: str, organisation: str | None) -> None:
    found = signed(line)

    assert (found[1], (found[0] or "").startswith(role)) == (organisation, True)


def test_the_title_ends_before_its_house() -> None:
    assert values(roles("jongerenwerker Mooiplaats Eindhoven")) == ["jongerenwerker"]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("ik ben van stichting de brug uit schiedam", "Stichting De Brug"),
        ("met karin van stichting buurtmoeders utrecht en ik eet halal", "Stichting Buurtmoeders Utrecht"),
        ("vrijwilliger bij buurthuis de erker ,, ik", "Buurthuis De Erker"),
        ("ik ben van een stichting en kom graag", None),
        ("wij van de stichting willen komen", None),
        ("ik hoorde van vereniging en bestuur niets", None),
    ],
)
def test_in_small_letters_the_sort_of_a_house_tells_its_name(said: str, name: str | None) -> None:
    assert values(organisations(said)) == ([name] if name else [])


@pytest.mark.parametrize(
    ("said", "els"),
    [
        (
            "In Rijswijk trekken we samen op, dus met mij komt Els Bos, directeur van Stichting De Brug.",
            "Stichting De Brug",
        ),
        (
            "Ik kom ook. Van onze partner Vaart Support komt Els Bos, e.bos@vaartsupport.nl.",
            "Vaart Support",
        ),
        ("Graag aanmelden: Els Bos en ik. Els zit bij de politie, eenheid Den Haag, ik bij de gemeente.", "Politie"),
    ],
)
def test_a_partners_house_goes_before_the_town_of_the_writer(said: str, els: str) -> None:
    found = people(f"Graag voor 30 maart. {said}\n\nKarin Visser", FROM_HALL)

    assert (found["Els Bos"].organisation, found["Karin Visser"].organisation) == (els, "Gemeente Rijswijk")


def test_a_house_in_a_list_may_be_called_shortly_further_down() -> None:
    lines = "* Karin Visser, manager\n* Els Bos, coach bij stichting Zeekracht\n* Wim Pot, coach, ook van Zeekracht"

    found = people(f"Wij gaan met drie mensen:\n{lines}\n\nKarin Visser", FROM_HALL)

    assert found["Wim Pot"].organisation == "stichting Zeekracht"


def test_whoever_has_an_address_at_the_house_is_of_it_whatever_they_do_there() -> None:
    lines = "- Karin Visser, postdoc\n- Els Bos, ervaringsdeskundige, els@student.zwier.nl"

    found = people(f"Graag aanmelden:\n{lines}\n\nKarin Visser\nStichting Zwier", "Karin Visser <karin@lab.zwier.nl>")

    assert found["Els Bos"].organisation == "Stichting Zwier"


def test_a_town_may_be_meant_for_the_badge() -> None:
    text = "Graag kom ik. Zet dus Tiel op mijn badge en niet mijn bureau.\n\nKarin Visser\nBureau Zwier"

    assert people(text, "Karin Visser <karin@bureauzwier.nl>")["Karin Visser"].organisation == "Gemeente Tiel"
