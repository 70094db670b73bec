"""What is each, told of some of several, in the next sentence, by a party, or in a signature? Short mails."""

import pytest

from tests.unit.reading.housing import people

THREE = "Graag aanmelden voor 18 april: Mila Jansen, Joost Smit en Bram Pot. "


@pytest.mark.parametrize(
    ("said", "mila", "joost", "bram"),
    [
        ("De eerste twee zijn jurist, Bram is wijkcoach.", "jurist", "jurist", "wijkcoach"),
        ("De laatste twee zijn stagiairs, Mila is jurist.", "jurist", "stagiair", "stagiair"),
        ("The first two are policy officers.", "policy officer", "policy officer", None),
        ("Mila is een van onze vrijwilligers, de andere twee zijn juristen.", "vrijwilliger", "jurist", "jurist"),
        ("Bram is wijkcoach, de rest jurist.", "jurist", "jurist", "wijkcoach"),
        ("Bram leidt het team, de anderen zijn wijkcoach.", "wijkcoach", "wijkcoach", None),
        ("Zij zijn voorzitter (Mila), penningmeester (Joost) en secretaris (Bram).", "voorzitter", "penningmeester",
         "secretaris"),
        ("Mila is one of our volunteers, the other two are youth workers.", "volunteer", "youth worker",
         "youth worker"),
        ("Joost is een van de juristen.", None, "jurist", None),
        ("Een van onze juristen tipte ons.", None, None, None),
        ("De andere drie juristen kunnen niet.", None, None, None),
    ],
)  # fmt: skip
def test_a_title_may_be_of_some_of_several(said: str, mila: str | None, joost: str | None, bram: str | None) -> None:
    found = people(f"{THREE}{said}\n\nKarin Visser")

    assert [found[name].role for name in ("Mila Jansen", "Joost Smit", "Bram Pot")] == [mila, joost, bram]


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("Mijn zus Mila Jansen en ik lopen als vrijwilligers mee bij Stichting Dak en komen graag.", "vrijwilliger"),
        ("Mila Jansen en ik draaien mee als vrijwilligers. We komen graag.", "vrijwilliger"),
        ("Mila Jansen en ik zijn beiden in dienst als wijkcoaches. We komen graag.", "wijkcoach"),
        ("Mila Jansen en ik komen graag. Als raadsleden vinden we dit belangrijk.", "raadslid"),
        ("Als juristen willen Mila Jansen en ik graag komen.", "jurist"),
        ("Mila Jansen en ik komen graag. In de raad zijn we het zelden eens (zij CDA, ik SP).", "raadslid"),
        ("Mijn collega-raadslid Mila Jansen en ik komen graag.", "raadslid"),
        ("Mijn medebestuurslid Mila Jansen en ik komen graag.", "bestuurslid"),
        ("Mila Jansen en ik komen graag. Wij werken met vrijwilligers.", None),
        ("Mila Jansen en ik komen graag. Als raadsleden dit lezen, schrikken ze.", None),
        ("Mila Jansen en ik komen graag. Vroeger werkten wij samen als docenten.", None),
    ],
)
def test_two_may_be_the_same(said: str, role: str | None) -> None:
    found = people(f"{said}\n\nKarin Visser")

    assert (found["Mila Jansen"].role, found["Karin Visser"].role) == (role, role)


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("Ik heb mijn wethouder zover. Hij heet Bram Pot en hij gaat mee, schrijf ons allebei maar in.", "wethouder"),
        ("De burgemeester wil graag komen. Het gaat om de heer Bram Pot.", "burgemeester"),
        ("Onze directeur komt. Zijn naam is Bram Pot.", "directeur"),
        ("Ik kom met onze nieuwe stagiair. Dat is Bram Pot.", "stagiair"),
        ("Ik kom met Bram Pot, onze jurist, en Els Bos, die de boeken doet.", "jurist"),
        ("Ik kom met Bram Pot. Onze wethouder kan niet.", None),
        ("Bram Pot komt. Ik ben zijn griffier en blijf thuis.", None),
    ],
)
def test_a_title_is_of_whoever_is_introduced(said: str, role: str | None) -> None:
    assert people(f"{said}\n\nKarin Visser")["Bram Pot"].role == role


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("Mijn buurvrouw, nu wethouder in Epe, tipte mij.", None),
        ("Mijn oud-promovenda, thans rechter te Breda, komt niet.", None),
        ("Het was eind jaren negentig dat ik als opbouwwerker begon.", None),
        ("Ik coördineer bij de gemeente Zeist het Pact.", None),
        ("Ik ben wethouder in Epe.", "wethouder"),
    ],
)
def test_what_somebody_else_is_or_one_was_is_no_title_of_ones_own(said: str, role: str | None) -> None:
    assert people(f"Graag kom ik op 18 april. {said}\n\nKarin Visser")["Karin Visser"].role == role


@pytest.mark.parametrize(
    ("below", "role"),
    [
        ("namens burgemeester en wethouders van Zeist,\n\nKarin Visser\nteamleider", "teamleider"),
        ("namens de burgemeester,\nKarin Visser\nkabinetschef", "kabinetschef"),
        ("in opdracht van de directeur,\nKarin Visser", None),
        ("on behalf of the mayor and aldermen,\n\nKarin Visser\nlegal adviser", "legal adviser"),
        ("Karin Visser\nSecretariaat wethouder De Boer", None),
        ("Karin Visser\nBestuurssecretariaat - managementassistent", "managementassistent"),
        ("Karin Visser, secretaresse burgemeester", "secretaresse burgemeester"),
        ("Karin Visser\nwethouder", "wethouder"),
        ("namens de cliëntenraad,\nKarin Visser, voorzitter", "voorzitter"),
    ],
)
def test_whom_somebody_signs_for_is_not_who_they_are(below: str, role: str | None) -> None:
    assert people(f"Graag kom ik op 18 april.\n\nHoogachtend,\n{below}\n")["Karin Visser"].role == role


def test_whom_a_councils_clerk_names_with_a_party_is_its_member() -> None:
    found = people(
        "Voor 18 april komen:\n\n- Mila Jansen, VVD\n- Joost Smit, fractie D66\n- Bram Pot, VVD-medewerker\n\n"
        "Karin Visser",
        "Griffie Zeist <griffie@zeist.nl>",
    )

    assert (found["Mila Jansen"].role, found["Joost Smit"].role) == ("raadslid", "raadslid")
    assert found["Bram Pot"].role != "raadslid"
