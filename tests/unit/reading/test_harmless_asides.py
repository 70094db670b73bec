"""What sounds as if something were said in passing, and can't matter; and what only looks like that (all names
invented)."""

from typing import Any

import pytest

from mailbot.domain.message import Origin, Screening
from mailbot.domain.reading import Action, Kind, Reading, Request
from mailbot.reading.case.case import Case
from mailbot.reading.judgement.agreement import agreed
from mailbot.reading.judgement.harmless_asides import harmless_sentence
from mailbot.reading.judgement.judge import by_rules
from mailbot.reading.message.parse import parse
from mailbot.reading.second_reader.letter_words import LetterWords
from tests.unit.reading.second_house import CONTEXT, mail

GLADLY = (
    "Graag meld ik mij aan voor de lezing, ik kijk er erg naar uit en werk al jaren aan het onderwerp. {} "
    "Ik eet vegetarisch en kom met de fiets.\n\nMet vriendelijke groet,\nMarije Tuinstra"
)


def case_of(text: str, **headers: Any) -> Case:
    return Case(parse(mail(text, **headers)), Screening(Origin.HUMAN), CONTEXT)


def harmless(said: str) -> str | None:
    """What is left out of a letter that says so."""
    case = case_of(GLADLY.format(said))
    by_rules(case)
    place = case.own.text.index(said) + 1
    span = harmless_sentence(case, LetterWords(case, case.own), place, "lezing-sterren")
    return case.own.text[slice(*span)].strip() if span else None


@pytest.mark.parametrize(
    "said",
    [
        "In welke ronde maakt mij niets uit, kies maar waar de minste mensen zitten.",
        "Over de workshops: deel me maar ergens in, de volgorde is mij om het even.",
        "Welke workshop ik volg bekijk ik op de dag zelf wel, dat hangt ervan af wie ik bij de koffie tref.",
        "Ik wil ze allebei wel volgen, in welke volgorde jullie me indelen zoek maar uit.",
        "De workshop in ronde 2 mogen jullie zelf bepalen.",
        "Which workshop I take I'll decide on the day.",
        "I don't mind which round, put me wherever there are fewest people.",
        "Is je moeder trouwens alweer thuis uit het ziekenhuis?",
        "Gaat het weer wat beter met je knie?",
        "Hoe was je vakantie op Texel?",
        "How was your holiday in Spain?",
        "Maandag en woensdag ben ik trouwens niet bereikbaar, mocht er iets zijn.",
    ],
)
def test_a_sentence_of_choices_of_the_reader_or_of_the_telephone_cannot_matter(said: str):
    assert harmless(said) == said


@pytest.mark.parametrize(
    ("said", "open_still"),
    [
        ("Of ik dan nog raadslid ben bepaalt de kiezer, maar komen doe ik sowieso.", "Of ik dan nog raadslid ben"),
        ("Mijn contract loopt half maart af, maar ik ben er hoe dan ook bij.", "Mijn contract"),
        ("I may have changed jobs by then, but I'll be there regardless.", "I may have"),
    ],
)
def test_nor_can_what_somebody_comes_in_spite_of(said: str, open_still: str):
    left_out = harmless(said)
    assert left_out is not None
    assert left_out.startswith(open_still)
    assert "sowieso" not in left_out


@pytest.mark.parametrize(
    "said",
    [
        # what is open is whether, or who
        "Welke ronde ik doe hangt ervan af of ik weg mag van mijn teamleider.",
        "In welke ronde maakt mij niets uit, als ik maar vrij krijg.",
        "Kies maar een ronde, want misschien kom ik helemaal niet.",
        "De ronde laat ik aan jullie, en of ik kom aan mijn chef.",
        "De workshop zie ik ter plaatse wel, de oppas moet zich nog melden.",
        "Wie er van ons gaat, dat zien we op de dag zelf wel.",
        "Met welke trein en of het doorgaat bekijk ik op de dag zelf wel.",
        # somebody else
        "Zet mij maar waar plek is, en anders gaat een collega in mijn plaats.",
        "De ronde maakt niet uit, maar zet mijn collega er ook bij.",
        "Mijn collega Els twijfelt, maar ik kom sowieso.",
        "Mijn zus misschien ook, maar ik kom hoe dan ook.",
        "Zij beslist maandag, maar ik kom hoe dan ook.",
        # not so sure after all
        "Of ik kan weet ik nog niet, maar inschrijven doe ik sowieso vast.",
        "Ik kom sowieso, tenzij de raad die dag vergadert.",
        "Ik zit dan bij een andere afdeling, maar ik kom hoe dan ook als het college blijft.",
        "Mijn man wordt geopereerd, maar ik kom in elk geval de ochtend.",
        # questions of who comes
        "Komt je moeder trouwens ook?",
        "Hoe gaat het met je moeder, komt ze nog mee?",
        "Is je zus niet ook op zoek naar een plek?",
        "Hoe was je vakantie, en heb je al gevraagd of ik mee mag?",
        # the day itself
        "De hele maand maart ben ik niet te bereiken, mocht er iets zijn.",
        "Mijn leidinggevende moet er nog naar kijken.",
    ],
)
def test_what_only_looks_like_that_may(said: str):
    assert harmless(said) is None


def test_a_mail_that_sounds_open_for_such_a_sentence_alone_is_done():
    comes = Reading(Kind.SIGNUP, "lezing-sterren", False, (), (Request(Action.REGISTER, "Marije Tuinstra"),))
    said = ("Mijn contract loopt half maart af, maar ik ben er hoe dan ook bij.", "Mijn contract loopt half maart af.")

    assert [agreed(case_of(GLADLY.format(each)), lambda _: comes).review for each in said] == [False, True]
