"""Phrases of the lexicons: alternatives, open words, gaps, sentences."""

import pytest

from mailbot.reading.text.phrases import Phrases, cut_up


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("uw bericht", "Wij lazen uw bericht."),
        ("uw|je bericht|mail", "Je e-mail kwam aan."),
        ("uw bericht … ontvangen", "Uw bericht is bij ons in goede orde ontvangen."),
        ("ben ik … *verlof", "Dan ben ik met zwangerschapsverlof"),
        ("automatisch* bericht", "een AUTOMATISCHE bericht"),
        ("é n", "e n"),
        ("a b", "a\nb"),
    ],
)
def test_a_phrase_is_found(phrase: str, text: str) -> None:
    assert Phrases([phrase]).in_text(cut_up(text))


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("uw bericht", "uw kort bericht"),
        ("uw bericht … ontvangen", "Ontvangen is uw bericht"),
        ("uw bericht … ontvangen", "Ik las uw bericht. Kunt u mij ontvangen?"),
        ("uw bericht … ontvangen", "uw bericht " + "en " * 13 + "ontvangen"),
        ("uw bericht", "Er stond “uw bericht” boven."),
        ("a b", "a"),
    ],
)
def test_a_phrase_is_not_found_across_sentences_or_in_quotation_marks(phrase: str, text: str) -> None:
    assert not Phrases([phrase]).in_text(cut_up(text))
