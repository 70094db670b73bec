"""Seats that officials give up, hand over and change as they really say it: by office, for several, with what the
substitute will tell later; and look-alikes, which wait for a person or ask for something else."""

import pytest

from mailbot.pipeline.understand import Understand
from tests.unit.reading import quoting
from tests.unit.reading.everyday import CONFIRMED, CONFIRMED_BOTH, ELS, RE, mail
from tests.unit.reading.test_everyday_mails import read, understand
from tests.unit.reading.test_undoing import in_short

__all__ = ["understand"]  # the fixture

SECRETARY = "Ria Mol <r.mol@tiel.example>"


def read_short(
    understand: Understand, text: str, quoted: str = CONFIRMED, *, sender: str = ELS, subject: str = ""
) -> str:
    """What is asked, in one line; below our confirmation, where one is quoted."""
    own = f"{text}\n\nGroet,\n{sender.split(' <')[0]}"
    subject = subject or (RE if quoted else "30 maart")
    return in_short(read(understand, mail(sender, subject, quoting.gmail(own, quoted) if quoted else own)))


@pytest.mark.parametrize(
    "text",
    [
        "Ik zal geen gebruik maken van de plaats die u voor mij had gereserveerd.",
        "Op 30 maart ben ik toch niet beschikbaar. U kunt over mijn plaats beschikken.",
        "Ik lig met griep in bed en dat is donderdag nog niet helemaal over. Mijn stoel mag weg.",
        "Ik lig er met corona af en ben donderdag nog niet volledig hersteld. Ik kom dus niet.",
        "Haal me maar van de lijst, dan kan iemand anders op mijn stoel zitten.",
        "Ik moet afzeggen voor 30 maart. Van vervanging zien wij af.",
        "Kunt u mij afvoeren van de deelnemerslijst van 30 maart?",
        "Dan komt er iemand van de wachtlijst in mijn plaats: ik kan 30 maart niet.",
        "Ik heb per 1 april een andere baan, dus 30 maart vervalt voor mij.",
        "Voor mij gaat het niet lukken op 30 maart.",
        "Helaas, 30 maart gaat aan mijn neus voorbij: ik moet naar de rechtbank.",
    ],
)
def test_a_seat_is_left_in_the_words_of_offices(understand: Understand, text: str) -> None:
    assert read_short(understand, text) == "-Els Bakker"


@pytest.mark.parametrize(
    "text",
    [
        "In mijn plaats stuurt Amersfoort Fenna Strik, junior adviseur bij ons team.",
        "In mijn plaats vaardigt Tiel Fenna Strik af.",
        "Ik ben 30 maart verhinderd. Gemeente Tiel stuurt nu Fenna Strik.",
        "Voor mij in de plaats komt Fenna Strik.",
        "Mijn opvolger Fenna Strik komt in plaats van ik.",
        "Helaas moet ik me afmelden. Fenna Strik gaat in mijn plaats. Zij laat zelf nog weten welke workshop ze kiest.",
        "Helaas moet ik me afmelden, Fenna Strik vervangt mij. Haar workshopkeuze volgt nog.",
        "Ik moet afzeggen voor 30 maart. Fenna Strik vervangt mij en mailt u zelf haar dieetwensen.",
        "Ik kan 30 maart niet, Fenna Strik gaat in mijn plaats. Kunt u de badge aanpassen?",
        "Ik kan 30 maart niet. Ik laat mij vertegenwoordigen door Fenna Strik.",
        "Zou u mijn plaats aan Fenna Strik kunnen geven? Ik kan niet.",
        "Zou Fenna Strik mijn plaats kunnen innemen? Ik ben helaas verhinderd.",
    ],
)
def test_a_substitute_is_told_in_the_words_of_offices(understand: Understand, text: str) -> None:
    assert read_short(understand, text) == "-Els Bakker +Fenna Strik"


@pytest.mark.parametrize(
    "text",
    [
        "Ik kan niet. Fenna Strik zou eventueel in mijn plaats kunnen komen, dat hoor ik morgen.",
        "Ik kan 30 maart niet, Fenna Strik zou in mijn plaats kunnen gaan.",
        "I cannot make it on 30 March. Fenna Strik could take my place, I will ask her.",
        "Helaas moet ik me afmelden. Fenna Strik gaat in mijn plaats. Zij laat zelf nog weten of ze kan.",
        "In mijn plaats komt iemand van Tiel.",
        "Ik kan niet, maar er gaat iemand van mijn team in mijn plaats.",
        "U kunt over mijn plaats beschikken als ik om 11 uur niet binnen ben.",
        "Ik ben op 30 maart niet beschikbaar tussen 12 en 13 uur.",
        "Wilt u mij uit ronde 1 verwijderen? Daar had ik niet voor gekozen.",
        "Wilt u mij afvoeren van de verzendlijst?",
        "Ik moet een deel van de dag verstek laten gaan.",
        "Ik kan niet. Kan ik nog een collega sturen?",
        "Wij zien af van vervanging van de wethouder, hij komt toch zelf.",
    ],
)
def test_who_may_come_or_leaves_a_part_is_for_a_person(understand: Understand, text: str) -> None:
    assert read_short(understand, text).endswith("?")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "Ik heb wethouder Wim Kok bij u aangemeld voor 30 maart. Helaas kan hij niet. Wij zien af van vervanging.",
            "-Wim Kok",
        ),
        (
            "Ik had wethouder Wim Kok aangemeld voor 30 maart. Hij wordt vertegenwoordigd door Fenna Strik.",
            "-Wim Kok +Fenna Strik",
        ),
        (
            "Wethouder Wim Kok had ik aangemeld voor 30 maart; hij laat zich vervangen door adviseur Fenna Strik.",
            "-Wim Kok +Fenna Strik",
        ),
        (
            "Wethouder Wim Kok had ik aangemeld voor 30 maart. In plaats van de wethouder komt adviseur Fenna Strik.",
            "-Wim Kok +Fenna Strik",
        ),
        (
            "Wim Kok en Noor Prins kunnen 30 maart niet. In hun plaats komen Fenna Strik en ikzelf.",
            "-Wim Kok -Noor Prins +Fenna Strik +Ria Mol",
        ),
        ("Wim Kok meld ik hierbij af voor 30 maart. Daarvoor in de plaats kom ik zelf.", "-Wim Kok +Ria Mol"),
        ("Wim Kok valt af voor 30 maart. Daarvoor in de plaats komt Fenna Strik.", "-Wim Kok +Fenna Strik"),
    ],
)
def test_a_secretary_undoes_what_she_did_for_others(understand: Understand, text: str, asked: str) -> None:
    assert read_short(understand, text, "", sender=SECRETARY) == asked


@pytest.mark.parametrize(
    "text",
    [
        "Ik sta in ronde 2 bij Lokaal antidiscriminatiebeleid. Achteraf liever Vooroordelen in die ronde.",
        "Ik stond in ronde 1 bij Lokaal antidiscriminatiebeleid. Kan dat Vooroordelen Voorbij worden?",
        "Ik zit nu in ronde 1 bij Lokaal antidiscriminatiebeleid. Bij nader inzien wil ik naar Vooroordelen Voorbij.",
        "Ik sta al op de lijst met Vooroordelen Voorbij in ronde 1. Mag ik ruilen naar Lokaal antidiscriminatiebeleid?"
        " Zelfde ronde. Mijn collega Stan hoeft niet mee te wisselen, die blijft waar hij zit.",
        "Ik ben al aangemeld en dat blijft zo. Ik eet glutenvrij. Lukt dat niet, dan neem ik zelf brood mee.",
    ],
)
def test_what_is_chosen_is_changed_for_the_writer_alone(understand: Understand, text: str) -> None:
    assert read_short(understand, text, "") == "~Els Bakker"


@pytest.mark.parametrize(
    "text",
    [
        "Voor Wim Smit gaat het niet lukken op 30 maart, hij heeft een uitvaart. Noor en ik blijven van de partij.",
        "Wim Smit haalt het niet, hij zit in quarantaine. Noor en ik zien jullie de 30e.",
    ],
)
def test_one_of_several_falls_out_and_the_others_stay(understand: Understand, text: str) -> None:
    assert read_short(understand, text, CONFIRMED_BOTH) == "-Wim Smit"


def test_a_colleague_who_needs_no_change_keeps_the_seat(understand: Understand) -> None:
    text = "Mag ik in ronde 1 ruilen naar Vooroordelen Voorbij? Noor hoeft niet mee te verhuizen."

    assert read_short(understand, text, CONFIRMED_BOTH) == "~Els Bakker"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Ik meld me aan voor 30 maart. Ik sta voor de klas in ronde 1, dus doe mij ronde 2.", "+Els Bakker"),
        ("Schrijf mij in voor 30 maart. Ik eet halal; als dat niet lukt neem ik zelf brood mee.", "+Els Bakker"),
        ("Als het lukt kom ik op 30 maart, en neem ik zelf brood mee.", "+Els Bakker ?"),
        ("Fenna Strik en ik komen. Zij laat zelf nog weten welke workshop ze kiest.", "+Fenna Strik +Els Bakker"),
        ("Ik kom op 30 maart. Fenna Strik meldt zich zelf aan.", "+Els Bakker"),
    ],
)
def test_who_signs_up_in_such_words_signs_up(understand: Understand, text: str, asked: str) -> None:
    assert read_short(understand, text, "") == asked


def test_whoever_comes_for_somebody_who_was_only_invited_gives_up_no_seat(understand: Understand) -> None:
    text = "De burgemeester is verhinderd, ik meld me graag aan voor 30 maart."

    assert read_short(understand, text, "", subject="Burgemeester verhinderd, ik kom wel") == "+Els Bakker"
    assert read_short(understand, "Graag meld ik me aan voor 30 maart.", "", subject="Verhinderd").endswith("?")


def test_of_two_events_the_one_that_is_left_is_left(understand: Understand) -> None:
    text = (
        "Ik was er vroeg bij met mijn opgave voor 20 juni (Mensenrechten in de wijk), te vroeg blijkt nu: onze dochter"
        " trouwt die dag. Wilt u me daarvan afvoeren? Over donderdag 30 maart niets gewijzigd."
    )

    assert read_short(understand, text, "", subject="afmelding Den Haag") == "-Els Bakker"
