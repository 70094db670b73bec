"""Names that no word list has, or that are words, towns, trades: told by the list or the address around them."""

import pytest

from mailbot.domain.reading import Reading
from mailbot.reading.message.parse import parse
from mailbot.reading.names import from_header
from mailbot.reading.read import read
from mailbot.reading.screening.screen import OwnIdentity, screen
from tests.unit.reading.housing import CONTEXT, OURS
from tests.unit.reading.letters import a_mail

LISTS = (
    "Graag inschrijven voor 18 april:\n\n{}\n{}\n{}\n\nMet vriendelijke groet,\nKarin Visser",
    "Hierbij de aanmeldingen voor 18 april:\n- {}\n- {}\n- {}\n\nGroet,\nKarin Visser",
    "Hierbij de aanmeldingen voor 18 april:\n1. {}, beleidsadviseur\n2. {}, raadslid\n3. {}\n\nGroet,\nKarin Visser",
    "Graag aanmelden voor 18 april:\n\n{} (adviseur)\n{} (vegetarisch)\n{} (griffier)\n\nGroet,\nKarin Visser",
    "Voor 18 april:\n\n* {}, gemeente Ede, a.b@ede.nl\n* {}, gemeente Tiel, c.d@tiel.nl\n* {}\n\nGroet,\nKarin Visser",
    "De deelnemers voor 18 april.\n\nNaam\tFunctie\n{}\tadviseur\n{}\tgriffier\n{}\ttrainee\n\nGroet,\nKarin Visser",
)
PEOPLE = (
    ("Wim Bos", "Sinazo Hoorn", "Loes Smit"),
    ("Mthunzi Kerk", "Petra Kuiper", "Bilguun Groen"),
    ("Koenraad Stad", "Lwazi Raad", "Noor Vis"),
    ("Rukhshona van der Burger", "Kees Stad", "Qamar Post"),
    ("Koenraad Smit", "Zeynep Boz", "Xanthe Ebbers"),
)


def reading_of(text: str, sender: str = "Karin Visser <k.visser@zeist.nl>") -> Reading:
    message = parse(a_mail(text, From=sender))
    return read(message, screen(message, OwnIdentity(frozenset({OURS}))), CONTEXT)


@pytest.mark.parametrize("names", PEOPLE)
@pytest.mark.parametrize("shape", LISTS)
def test_an_entry_of_a_list_of_people_is_a_person(shape: str, names: tuple[str, ...]) -> None:
    reading = reading_of(shape.format(*names))

    assert [request.name for request in reading.requests] == list(names)
    assert not reading.review


@pytest.mark.parametrize("own", range(4))
def test_the_writers_own_line_in_a_list_ends_no_letter(own: int) -> None:
    names = ["Wim Bos", "Koenraad Smit", "Zeynep Boz", "Loes Ebbers"]
    lines = "\n".join(names)

    for closing in ("", f"\n\n{names[own]}", f"\n\nGroet,\n{names[own]}\nGemeente Zeist"):
        reading = reading_of(f"Wij komen graag op 18 april:\n\n{lines}{closing}", f"{names[own]} <x@zeist.nl>")
        assert sorted(request.name or "" for request in reading.requests) == sorted(names)


@pytest.mark.parametrize(
    ("sender", "name"),
    [
        ("Mthunzi Kerk <m.kerk@zeist.nl>", "Mthunzi Kerk"),
        ("Lwazi Burger <lwazi.burger@zeist.nl>", "Lwazi Burger"),
        ('"Stad, Rukhshona van der" <r.vanderstad@zeist.nl>', "Rukhshona van der Stad"),
        ("Vizier Oost <vizier.oost@gmail.com>", None),
        ("Sociaal Domein <sociaal.domein@zeist.nl>", None),
        ("Teamassistenten Samenleving <teamassistenten.samenleving@zeist.nl>", None),
    ],
)
def test_a_name_that_may_be_a_house_is_a_persons_by_an_address_made_of_it(sender: str, name: str | None) -> None:
    reading = reading_of("Graag meld ik mij aan voor 18 april.", sender)

    assert [request.name for request in reading.requests] == [name]
    assert reading.review == (name is None)


@pytest.mark.parametrize(
    "text",
    [
        "Graag aanmelden voor 18 april:\n- Sinazo Hoorn\n- Bilguun Delft\n\nGroet,\nKarin Visser",
        "Hierbij de deelnemers voor 18 april:\n\nNaam\tFunctie\nWim Bos\tadviseur\nWijkteam\ttrainee\n\nKarin Visser",
    ],
)
def test_a_list_of_which_nobody_or_not_everybody_is_surely_somebody_goes_to_a_person(text: str) -> None:
    assert reading_of(text).review


@pytest.mark.parametrize(
    ("items", "names"),
    [
        ("1. kwame mensah - ronde 1\n2. soraya jagernath - ronde 3\n3. bas van den heuvel", 3),
        ("* toon berendsen (voorzitter)\n* sevda koç (vegetarisch)\n* mevr. a. lieuw-sjong (lid)", 3),
        ("- wim vonkhuis, adviseur\n- Noor Vis, griffier\n- tessa van den oetelaar, stagiaire", 3),
        ("- wim vonkhuis, adviseur\n- kim de vonk, griffier\n- lunch vegetarisch", 2),
    ],
)
def test_an_item_in_small_letters_names_somebody_where_most_of_the_others_do(items: str, names: int) -> None:
    reading = reading_of(f"beste mensen,\n\nvoor 18 april graag inschrijven:\n\n{items}\n\ngroet,\nkarin visser")

    assert len([request for request in reading.requests if " " in (request.name or "")]) == names


@pytest.mark.parametrize(
    "text",
    [
        "Op 18 april komen Sinazo Buren en Petra Kuiper. Zelf ben ik verhinderd.",
        "Petra Kuiper en Bilguun Groen komen op 18 april namens onze gemeente. Ik kom niet.",
        "Lwazi Burger en ik komen graag op 18 april.",
        "Ik kom op 18 april. Rukhshona van der Stad en Wim Bos komen ook.",
    ],
)
def test_nobody_is_lost_who_comes_with_somebody(text: str) -> None:
    assert reading_of(text).review


MAILBOXES = (
    "info@zeist.nl",
    "Secretariaat Sociaal Domein <sd@zeist.nl>",
    "De vrolijke tuin <devrolijketuin@hotmail.com>",
)


@pytest.mark.parametrize("sender", MAILBOXES)
@pytest.mark.parametrize(
    ("signed", "name"),
    [
        ("groetjes elif aydoğan, commissielid gemeente ede", "Elif Aydoğan"),
        ("mvg\ntineke v.d. broek\ngem zeist, consulente", "Tineke v.d. Broek"),
        ("mvg jan willem kok", "Jan Willem Kok"),
        ("Groet,\nsoraya jagernath | adviseur | gemeente Ede", "Soraya Jagernath"),
        ("Dank alvast, Tineke van den Broek", "Tineke van den Broek"),
        ("Groet, Petra vd Meulen", "Petra vd Meulen"),
        ("Groet,\nJ.W. Kok\n(Jan Willem)", "Jan Willem Kok"),
        ("R. Dekker (Rinus)", "Rinus Dekker"),
        ("mr. R. Winter", "R. Winter"),
    ],
)
def test_a_mailbox_of_nobody_is_signed_by_whoever_writes(sender: str, signed: str, name: str) -> None:
    reading = reading_of(f"Graag meld ik mij aan voor 18 april.\n\n{signed}", sender)

    assert [request.name for request in reading.requests] == [name]
    assert not reading.review


@pytest.mark.parametrize("words", ["groetjes van de kantine", "mvg afdeling zorg", "groet en tot dan", "mvg roos"])
def test_small_letters_that_are_nobody_sign_nothing(words: str) -> None:
    reading = reading_of(f"Graag meld ik mij aan voor 18 april.\n\n{words}", "info@zeist.nl")

    assert reading.review


@pytest.mark.parametrize("shown", ["De vrolijke tuin", "Het Groene Hart", "De Wit Jan", "De Vries Jan Willem"])
def test_an_article_and_a_word_that_is_no_surname_are_a_house(shown: str) -> None:
    name = from_header(shown)

    assert (name is not None) == ("Jan" in shown)


@pytest.mark.parametrize("below", ["Assistant Professor, Radboud University", "Associate Professor", "Adviseur"])
def test_a_title_below_a_titled_name_is_no_second_surname(below: str) -> None:
    sender = '"Adebayo-Visser, F.O. (Folake)" <f.o.adebayo-visser@ru.nl>'
    signed = f"Dr. Folake Adebayo-Visser\n{below}"
    reading = reading_of(f"Please sign me up for 18 April.\n\nKind regards,\n\n{signed}", sender)

    assert [request.name for request in reading.requests] == ["Folake Adebayo-Visser"]
