"""Which language a mail is in, also a short one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.reading.letter.language import identify, language
from tests.unit.reading.letters import letter


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Graag meld ik me aan voor 30 maart.", "nl"),
        ("aanmelding", "nl"),
        ("Ja graag!", "nl"),
        ("Sign me up please", "en"),
        ("I would like to attend the event, kind regards", "en"),
        ("See you there!", "en"),
        ("Graach oanmelde foar 30 maart", "fy"),
        ("Ik wol der graach by wêze, groetnis", "fy"),
        ("Hiermit melde ich mich zur Tagung an. Viele Grüße", "de"),
        ("Je souhaite m'inscrire à la journée du 30 mars. Merci", "fr"),
        ("Mi ke partisipá na e dia aki. Masha danki", "pap"),
        ("Hola, quisiera inscribirme para el 30 de marzo, gracias", "es"),
        ("Merhaba, etkinliğe katılmak istiyorum. Teşekkürler", "tr"),
        ("أود التسجيل في الاجتماع", "ar"),
        ("我想报名参加三月三十日的会议", "zh"),
    ],
)
def test_a_language_is_known_by_its_small_words(text: str, code: str) -> None:
    assert identify(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ok",
        "30-3",
        "Jan de Vries",
        "Gemeente Den Haag",
        "aanwezig: ma, di, do",
        "Fatiha El Bouazzati",
        "张美玲 (Zhang Meiling) komt",
    ],
)
def test_what_tells_nothing_counts_as_dutch(text: str) -> None:
    assert language(text) == "nl"


def test_another_language_is_other() -> None:
    assert language("Hiermit melde ich mich zur Tagung an.") == "other"


def test_what_is_quoted_does_not_count() -> None:
    text = "Yes, I will come, thank you.\n\n> Graag horen wij of u komt.\n> Met vriendelijke groet, het platform"

    assert language(text) == "en"


def test_addresses_do_not_count() -> None:
    assert language("you@the.com is the.with@have.com van Jan") == "nl"


def test_a_frisian_letter_is_frisian() -> None:
    assert identify(letter("frisian_signup").text) == "fy"


@given(st.text(max_size=300))
def test_every_text_has_one_language_always_the_same(text: str) -> None:
    assert language(text) == language(text)
    assert language(text) in ("nl", "en", "other")
