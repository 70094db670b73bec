"""Names side by side: nobody is lost in another, none is cut, none made up, and halves are put together."""

from datetime import UTC, datetime

import pytest

from mailbot.domain.reading import Reading
from mailbot.pipeline.understand import Understand
from mailbot.reading.letter.page import ReadingContext
from mailbot.reading.screening.screen import OwnIdentity
from tests.office import PLATFORM, ZONE, letter
from tests.unit.reading import everyday

FEBRUARY = datetime(2023, 2, 14, 9, tzinfo=UTC)
E, F = "Els Bakker <e.bakker@ede.nl>", "Jan de Vries <j.devries@ede.nl>"
OFFICE = "Programma Inclusie <inclusie@ede.nl>"


@pytest.fixture(scope="module")
def understand() -> Understand:
    identity = OwnIdentity(frozenset({PLATFORM}))
    return Understand(ReadingContext(everyday.EVENTS, PLATFORM, ZONE, "nl", FEBRUARY), identity)


def read(understand: Understand, text: str, sender: str = E) -> Reading:
    return understand(letter(sender, text, "Aanmelding").as_bytes(), FEBRUARY).reading


def names(reading: Reading) -> list[str | None]:
    return [request.name for request in reading.requests]


# What is asked, and who is signed up, with no doubt left
PLAIN = """
Ik kom op 30 maart met Jan Smit, Jan Smits en Jan de Smit. | Els Bakker, Jan Smit, Jan Smits, Jan de Smit
Graag voor 30 maart noteren: Anne Vonk en Anne-Sophie Vonk. | Anne Vonk, Anne-Sophie Vonk
Graag voor 30 maart noteren:\\n- Gré Vonk\\n- Gré Vonk-Kuiper\\n- Wim Tal | Gré Vonk, Gré Vonk-Kuiper, Wim Tal
Graag voor 30 maart noteren: Jan Willem Tal, Jan Tal en Wim Tal. | Jan Willem Tal, Jan Tal, Wim Tal
Naam;Functie\\nJan Smit;jurist\\nJan de Smit;tolk\\n\\nGraag inschrijven voor 30 maart. | Jan Smit, Jan de Smit
Graag voor 30 maart noteren: Bep Vonk en Elisabeth Vonk. | Bep Vonk, Elisabeth Vonk
Jan Smit <j.smit@ede.nl>, Jan de Smit <j.desmit@ede.nl> graag noteren voor 30 maart. | Jan Smit, Jan de Smit
Graag noteren voor 30 maart:\\n- Gré Vonk\\n- Wim Tal\\n\\nDieet:\\n- Gré Vonk-Kuiper: halal | Gré Vonk-Kuiper, Wim Tal
Mijn naam is Els Bakker-Vis en ik kom graag op 30 maart. | Els Bakker-Vis
Graag inschrijven voor 30 maart:\\nMei Lin Chen\\nWim Tal\\nGré Vonk | Mei Lin Chen, Wim Tal, Gré Vonk
Graag inschrijven voor 30 maart: Wim Tal, Mei Lin Chen en Roos Anna Vonk. | Wim Tal, Mei Lin Chen, Roos Anna Vonk
Mei Lin van Dam en Wim Tal komen op 30 maart. | Mei Lin van Dam, Wim Tal
Ik kom op 30 maart. Elke Jan Bos is welkom, zei u. | Els Bakker
Please register me for 30 March. Do Vonk and Kok come? | Els Bakker
Graag aanmelden voor 30 maart: Gré (G.) ten Cate en Kees (C.J.) de Boer. | Gré ten Cate, Kees de Boer
Voor 30 maart melden we aan: Wim Smit, Gré\\nSmedema, Anna van der\\nMeulen en Bob Tal. \
| Wim Smit, Gré Smedema, Anna van der Meulen, Bob Tal
Graag aanmelden voor 30 maart: sanne van vliet, bob jansen en corrie zwart. | Sanne van Vliet, Bob Jansen, Corrie Zwart
Graag aanmelden voor 30 maart:\\nsanne van vliet\\nbob jansen | Sanne van Vliet, Bob Jansen
Graag aanmelden voor 30 maart: bob jansen (gemeente Ede) en corrie de wit. | Bob Jansen, Corrie de Wit
Ik kom 30 maart samen met bob jansen. | Els Bakker, Bob Jansen
Ik kom 30 maart. Ook bob jansen en corrie de boer komen. | Els Bakker, Bob Jansen, Corrie de Boer
Graag inschrijven voor 30 maart: J. Smit en Jan Smit. | J. Smit, Jan Smit
April van Dam en ik komen op 30 maart. | April van Dam, Els Bakker
Ik kom 30 maart met Dilek (Bos, onze stagiaire) en Joris (Vonk, van Beleid). | Els Bakker, Dilek Bos, Joris Vonk
Ik kom op 30 maart met twee collega's: Oane (Sytsma) en Bram (Klokkerts). | Els Bakker, Oane Sytsma, Bram Klokkerts
Op 30 maart komen ikzelf, Petra Hoogkamer en Wim Tal. | Els Bakker, Petra Hoogkamer, Wim Tal
Hieronder de Edese delegatie voor 30 maart:\\nWim Tal\\nGré Vonk | Wim Tal, Gré Vonk
Reken op mij en op Bobby voor 30 maart. Bobby is mijn hulphond. Voor Bobby geen lunch. | Els Bakker
"""


@pytest.mark.parametrize("row", PLAIN.strip().splitlines())
def test_everybody_who_is_named_beside_others_is_signed_up(understand: Understand, row: str) -> None:
    asked, people = row.replace("\\n", "\n").split(" | ")
    reading = read(understand, f"{asked}\n\nGroet,\nEls\n")

    assert (sorted(map(str, names(reading))), reading.reasons) == (sorted(people.split(", ")), ())
    assert not any(request.diet for request in reading.requests if "lunch" in asked)


@pytest.mark.parametrize(
    ("asked", "doubt"),
    [
        ("Graag inschrijven voor 30 maart: Jan de Fries en Gré Vonk.", True),
        ("Graag inschrijven voor 30 maart:\n- Jan de Fries\n- Gré Vonk", True),
        ("Graag inschrijven voor 30 maart: Jan de Fries.", False),
        ("Graag inschrijven voor 30 maart: Jan de Vries en Gré Vonk.", False),
    ],
)
def test_nearly_the_writers_name_among_others_may_be_anothers(understand: Understand, asked: str, doubt: bool) -> None:
    reading = read(understand, f"{asked}\n\nGroet,\nJan de Vries\n", F)

    assert ("same_name_twice" in reading.reasons) == doubt


def test_whoever_stands_beside_ik_is_not_the_writer(understand: Understand) -> None:
    reading = read(understand, "Jan de Fries en ik komen graag op 30 maart.\n\nGroet,\nJan de Vries\n", F)

    assert names(reading) == ["Jan de Fries", "Jan de Vries"]


def test_mevrouw_beside_ik_is_not_the_writer_though_they_have_one_surname(understand: Understand) -> None:
    reading = read(understand, "Mevrouw Bakker en ik komen graag op 30 maart.\n\nGroet,\nEls Bakker\n")

    assert reading.review
    assert "Els Bakker" in names(reading)


def test_a_name_in_a_row_of_mailboxes_may_go_on_in_the_next_line(understand: Understand) -> None:
    row = (
        "Yusuf Demirtas <yusuf.demirtas@ede.nl>; Gool, Sanne van <sanne.van.gool@ede.nl>; Hsu,\n"
        "Mei-Lin <meilin.hsu@ede.nl>; Navarro Pérez, Luis\n<l.navarro@ede.nl>"
    )
    reading = read(understand, f"Graag inschrijven voor 30 maart:\n\n{row}\n\nGroet,\nhet programmabureau\n", OFFICE)

    assert names(reading) == ["Yusuf Demirtas", "Sanne van Gool", "Mei-Lin Hsu", "Luis Navarro Pérez"]


@pytest.mark.parametrize(
    "asked",
    [
        "Ik meld mezelf aan voor 30 maart: Quinten Oude Luttikhuis, raadslid.",
        "Graag op 30 maart:\n\nQuinten Oude Luttikhuis (schrijver dezes)\nWim Tal",
    ],
)
def test_whoever_says_to_be_the_writer_is_in_a_mail_from_an_office(understand: Understand, asked: str) -> None:
    reading = read(understand, f"{asked}\n\nQ.\n", OFFICE)

    assert (names(reading)[0], reading.reasons) == ("Quinten Oude Luttikhuis", ())
    assert None not in names(reading)


def test_a_french_writer_comes_along(understand: Understand) -> None:
    reading = read(understand, "Je m'inscris pour le 30 mars avec ma collègue Marie Dupont.\n\nMerci,\nEls Bakker\n")

    assert names(reading) == ["Els Bakker", "Marie Dupont"]


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("In uw bestand sta ik nog als Anja Vos; sinds mijn huwelijk is het Vos-Kaya.", True),
        ("In uw bestand sta ik nog als Anja Vos-Kaya; sinds kort is het Vos.", False),
        ('De vorige keer stond op mijn badge "E. Kaya". Ik heet echter Vos-Kaya.', True),
        ("Ik woon in Den Haag, maar zet mijn naam op de lijst.", True),
    ],
)
def test_what_is_said_of_a_name_may_end_up_at_the_one_we_print(
    understand: Understand, said: str, printed: bool
) -> None:
    text = f"Graag kom ik op 30 maart. {said}\n\nGroet,\n\nAnja Vos-Kaya\n"
    reading = read(understand, text, "Anja Vos-Kaya <a.vos@ede.nl>")

    assert (names(reading) == ["Anja Vos-Kaya"] and not reading.review) == printed
