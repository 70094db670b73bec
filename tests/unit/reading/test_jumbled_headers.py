"""Headers whose commas and dashes stand where no address book means them, and who signs below such a mail."""

import pytest

from mailbot.domain.message import Origin, Screening
from mailbot.domain.reading import Reading
from mailbot.reading.message.parse import parse
from mailbot.reading.names import from_header
from mailbot.reading.read import read
from tests.unit.reading.second_house import CONTEXT, mail


def signed(shown: str, name: str, local: str = "post") -> Reading:
    text = f"Hallo,\n\nIk meld mij graag aan voor de lezing.\n\nMet vriendelijke groet,\n{name}\njurist\n"
    return read(parse(mail(text, From=f'"{shown}" <{local}@x.nl>')), Screening(Origin.HUMAN), CONTEXT)


def name_of(reading: Reading) -> str:
    return f"{', '.join(request.name or '-' for request in reading.requests)}{'?' if reading.review else ''}"


@pytest.mark.parametrize(
    ("shown", "name"),
    [
        ("Vliet, van der - Joris", "Joris van der Vliet"),
        ("Zandwijk van - Tjeerdje", "Tjeerdje van Zandwijk"),
        ("Zandwijk, van - Sociaal Domein - Tjeerdje", "Tjeerdje van Zandwijk"),
        ("Zandwijk, Sociaal Domein, Tjeerdje van", "Tjeerdje van Zandwijk"),
        ("Smit, van Zandwijk, Tjeerdje", "Tjeerdje Smit-van Zandwijk"),
        ("Jansen, de Bruin - Marloes", "Marloes Jansen-de Bruin"),
        ("Wit - Bakker, de, Lonneke", "Lonneke de Wit-Bakker"),
        ("Khalidi, El - Nawal", "Nawal El Khalidi"),
        ("Ven-Krol, van de - Ineke", "Ineke van de Ven-Krol"),
        ("Ineke - Ven, van de", "Ineke van de Ven"),
        ("Ineke Ven, van de", "Ineke van de Ven"),
        ("Thomas, van der - Lotte", "Lotte van der Thomas"),
        ("Burg, Anna, de", "Anna de Burg"),
        ("OOV / Burg, Anna de", "Anna de Burg"),
        ("Bakker - Lonneke", "Lonneke Bakker"),
        ("Bos, Gemeente Ede, Anna", "Anna Bos"),
        # as address books have them
        ("Linde, C. van der - Bakker", "C. van der Linde"),
        ("Linde, C. van der - Movisie", "C. van der Linde"),
        ("Burg - Bos, Anna van den", "Anna van den Burg-Bos"),
        ("Jan Wit - Bakker", "Jan Wit-Bakker"),
        ("Jan de Wit - Gouda", "Jan de Wit"),
        ("Li, Meiyun", "Meiyun Li"),
        ("Sociaal Domein - Anna Bos", "Anna Bos"),
        # nobody's given name is shown, and none is made of small words
        ("Vliet, van der", "van der Vliet"),
        ("Wit, de", "de Wit"),
    ],
)
def test_a_jumbled_header_is_put_in_order(shown: str, name: str) -> None:
    assert str(from_header(shown)) == name


@pytest.mark.parametrize(
    ("shown", "name"),
    [
        ("Jansen, de Bruin - Marloes", "Marloes de Bruin-Jansen"),
        ("Wit - Lonneke Bakker, de", "Lonneke Bakker-de Wit"),
        ("Wit - Bakker, de, Lonneke", "Lonneke Bakker-de Wit"),
        ("Smit-Zandwijk, T. van", "Tjeerdje Smit-van Zandwijk"),
        ("Smit Zandwijk van Tjeerdje", "Tjeerdje Smit-van Zandwijk"),
        ("Zandwijk, Smit - Tjeerdje", "Tjeerdje Smit-van Zandwijk"),
        ("Hart, van der - Kok", "Lies Kok-van der Hart"),
        ("Ven, van de - Krol, Ineke", "Ineke van de Ven-Krol"),
        ("Ineke Ven van de", "Ineke van de Ven"),
        ("Baron van Zandwijk-Bos, Tjeerd", "Tjeerd van Zandwijk-Bos"),
    ],
)
def test_whoever_signs_in_the_words_of_the_header_knows_their_order(shown: str, name: str) -> None:
    assert name_of(signed(shown, name)) == name


@pytest.mark.parametrize(
    ("shown", "below", "name"),
    [
        ("Arend Jan Wigman", "Arend Jan", "Arend Jan Wigman"),
        ("Wigman, Arend Jan", "Arend Jan", "Arend Jan Wigman"),
        ("Jan Willem van Dam", "Willem van Dam", "Jan Willem van Dam"),
        ("Anna Bos-de Wit", "Anna de Wit", "Anna Bos-de Wit"),
        ("LI Meiyun", "LI Meiyun", "Meiyun Li"),
        ("Jan van den Berg", "Jan Berg", "Jan van den Berg"),
    ],
)
def test_less_of_the_header_below_a_letter_takes_nothing_from_it(shown: str, below: str, name: str) -> None:
    assert name_of(signed(shown, below)) == name


@pytest.mark.parametrize(
    ("shown", "below"),
    [
        ("Jan Bakker, de Vries", "Anna Bakker-de Vries"),
        ("Bos, Willem (Wim)", "Els Bos"),
        ("Jan de Vries", "Piet de Vries"),
        ("Vries - Bakker, de", "Els"),
    ],
)
def test_a_signature_that_the_header_does_not_fit_is_asked_about(shown: str, below: str) -> None:
    assert signed(shown, below).review
