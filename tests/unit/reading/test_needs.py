"""Food and needs told in many words, what only looks like them, and what is no more so. Short mails, read whole."""

import pytest

from tests.unit.reading.housing import people, reasons


@pytest.mark.parametrize(
    ("said", "diet"),
    [
        ("Oh ja ik heb een noten allergie dat moet u wel even weten.", "noten allergie"),
        ("Ik ben koemelkallergisch.", "koemelkallergisch"),
        ("Ik ben noten-allergisch.", "noten-allergisch"),
        ("Ik heb een nootenallergie.", "nootenallergie"),
        ("Ik ben allergies voor kiwi.", "allergies voor kiwi"),
        ("Ik heb een allergie (noten).", "allergie (noten)"),
        ("Ik eet alles behalve noten (allergie).", "geen noten (allergie)"),
        ("Bij mij kan alles erin, behalve champignons.", "geen champignons"),
        ("Vlees is prima, paddenstoelen niet.", "geen paddenstoelen"),
        ("Vlees en vis sla ik over.", "geen vlees en vis"),
        ("I'm allergic to shellfish and I can't have sesame.", "allergic to shellfish, can't have sesame"),
        ("Nuts make me very ill.", "no nuts"),
        ("Mijn arts wil dat ik een DASH-dieet volg.", "DASH-dieet"),
        ("Ik ben allergisch voor onrecht en kom dus graag.", None),
        ("Vegetarisch ..... nee", None),
        ("Die visallergie die vorig jaar in de mail stond was van mijn voorganger.", None),
    ],
)
def test_a_diet_is_told_in_many_words(said: str, diet: str | None) -> None:
    found = people(f"Graag meld ik mij aan. {said}\n\nKarin Visser")

    assert found["Karin Visser"].diet == diet


@pytest.mark.parametrize(
    ("said", "access"),
    [
        ("Ik heb een lichte vorm van slechthorendheid.", "slechthorendheid"),
        ("Ik ben 81 en wat minder goed ter been.", "minder goed ter been"),
        ("Ik heb MS.", "MS"),
        ("Mijn been zit in het gips.", "been zit in het gips"),
        ("Ik heb een latexallergie.", "latexallergie"),
        ("Ik ben prikkelgevoelig.", "prikkelgevoelig"),
        ("Ik ben allergisch voor parfum.", "allergisch voor parfum"),
        ("Graag een plek bij gangpad.", "plek bij gangpad"),
        ("Ik zit het liefst op de eerste rij.", "zit het liefst op de eerste rij"),
        ("I'm a little unsteady on my feet.", "unsteady on my feet"),
        ("I use a stick.", "use a stick"),
        ("Toegankelijkheid: nee, niets nodig", None),
        ("Daar zit ik op de eerste rij!", None),
        ("Ik ben consulent bij Stichting Doof en Welkom.", None),
        ("Ik ben doof voor kritiek, haha.", None),
        ("Ik vertrouw er blind op dat het goed komt.", None),
        ("Voor het thema autisme op school zoek ik contact.", None),
        ("My research is on autism and discrimination.", None),
        ("Ons gebouw heeft geen lift.", None),
        ("Ik begeleid blinde en slechtziende klanten.", None),
        ("Ik was erbij toen de rolstoelgebruikers werden geweigerd.", None),
        ("Mijn rolstoel is niet meer nodig.", None),
        ("Een lift is niet nodig.", None),
        ("Ik kan niet tegen het licht in.", None),
        ("Als de zaal niet al te ver lopen is, ben ik blij.", None),
        ("Onze directeur zit in een rolstoel, maar komt niet.", None),
    ],
)
def test_a_need_is_what_somebody_has(said: str, access: str | None) -> None:
    found = people(f"Graag meld ik mij aan. {said}\n\nKarin Visser")

    assert found["Karin Visser"].access == access


@pytest.mark.parametrize(
    ("said", "joost", "karin"),
    [
        ("Joost heeft een lichte vorm van slechtziendheid.", "slechtziendheid", None),
        ("Zijn rolstoel past door een deur van 80 cm.", "rolstoel", None),
        ("Wij zijn slechthorend.", "slechthorend", "slechthorend"),
        ("Joost kan niet goed trappen lopen. Is er een lift?", "kan niet goed trappen lopen, Is er een lift", None),
        ("Bij Joost graag rekening houden met zijn slechtziendheid.", "slechtziendheid", None),
        ("Mijn vrouw brengt ons. Zij zit in een rolstoel.", None, None),
    ],
)
def test_a_need_is_of_whom_it_is_told(said: str, joost: str | None, karin: str | None) -> None:
    found = people(f"Joost Smit en ik komen graag. {said}\n\nKarin Visser")

    assert (found["Joost Smit"].access, found["Karin Visser"].access) == (joost, karin)


def test_a_mother_is_meant_by_mama() -> None:
    both = people("Mijn moeder Hanna Visser-Pot en ik komen graag. Mama zit in een rolstoel.\n\nKarin Visser")

    assert (both["Hanna Visser-Pot"].access, both["Karin Visser"].access) == ("rolstoel", None)


def test_a_sentence_below_somebodys_form_is_of_them() -> None:
    form = "Name: Ewa Pot\nDiet: vegan\n\nName: Rahul Bos\nDiet: none. He is deaf in one ear"

    both = people(f"Please register both of us for 18 April.\n\n{form}\n\nBest,\nEwa Pot", "Ewa Pot <e.pot@zeist.nl>")

    assert (both["Ewa Pot"].access, both["Rahul Bos"].access) == (None, "deaf in one ear")


@pytest.mark.parametrize(
    ("said", "diet", "access"),
    [
        ('I told you I was vegetarian. My doctor has put me on keto since. Please scrap "vegetarian".', "keto", None),
        ("Ik had vegetarisch opgegeven, maar eet inmiddels halal.", "halal", None),
        (
            "Ik sta op de lijst als vegetariër. Mijn arts heeft me sindsdien op een FODMAP-dieet gezet.",
            "FODMAP-dieet",
            None,
        ),
        ("Schrap vegetarisch alsjeblieft, het is nu halal.", "halal", None),
        ("Ik sta ingeschreven met een rolstoel. Ik loop inmiddels met een rollator.", None, "rollator"),
    ],
)
def test_what_was_is_no_new_value(said: str, diet: str | None, access: str | None) -> None:
    (change,) = people(f"Ik ben al aangemeld. {said}\n\nKarin Visser").values()

    assert (change.action.value, change.diet, change.access) == ("change", diet, access)


@pytest.mark.parametrize(
    "said",
    [
        "Haal vegetarisch er maar af bij mijn aanmelding.",
        "Schrap de rolstoelplaats bij mijn inschrijving, ik loop weer.",
        "Ik ben al aangemeld. In mijn mail stond dat ik halal eet. Dat klopt niet meer.",
        "Ik ben al aangemeld, met een rolstoel. De rolstoel is niet meer nodig.",
    ],
)
def test_what_is_scrapped_without_anything_new_waits_for_a_person(said: str) -> None:
    assert reasons(f"{said}\n\nKarin Visser")
