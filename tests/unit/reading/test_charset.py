"""Bytes to text, whatever their label says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.reading.message.charset import composed, repaired, text_of
from mailbot.reading.message.defects import Defect

DUTCH = "Zoë en André eten géén vlees – “echt niet” – à € 12,50"
NAMES = "Łukasz Wiśniewski en Gülşen Çelik"


@pytest.mark.parametrize(
    ("data", "label", "text", "defects"),
    [
        (DUTCH.encode(), "utf-8", DUTCH, []),
        (DUTCH.encode(), "UTF8", DUTCH, []),
        (DUTCH.encode(), ' "utf-8" ', DUTCH, []),
        (DUTCH.encode(), None, DUTCH, []),
        (DUTCH.encode("cp1252"), "windows-1252", DUTCH, []),
        (DUTCH.encode("cp1252"), "iso-8859-1", DUTCH, []),  # as every browser reads it
        (DUTCH.encode("cp1252"), "us-ascii", DUTCH, []),
        (DUTCH.encode("cp1252"), None, DUTCH, []),
        (DUTCH.encode("cp1252"), "utf-8", DUTCH, [Defect.WRONG_CHARSET]),
        (DUTCH.encode("cp1252"), "x-onzin", DUTCH, [Defect.UNKNOWN_CHARSET]),
        (DUTCH.encode("cp1252"), "idna", DUTCH, [Defect.UNKNOWN_CHARSET]),
        (DUTCH.encode("cp1252"), "base64", DUTCH, [Defect.UNKNOWN_CHARSET]),
        (DUTCH.encode(), "iso-8859-1", DUTCH, [Defect.WRONG_CHARSET]),
        ("Wiśniewski, Dvořák".encode("iso-8859-2"), "iso-8859-2", "Wiśniewski, Dvořák", []),
        (NAMES.encode("utf-16"), "utf-16", NAMES, []),
        (NAMES.encode("utf-16-le"), None, NAMES, []),
        (b"\xef\xbb\xbf" + DUTCH.encode(), "iso-8859-1", DUTCH, []),
        (b"kom graag", "utf-16", "kom graag", []),
        (b"1 +AOk-n", "utf-7", "1 én", []),
        ("你好,我想报名参加".encode("gbk"), "gb2312", "你好,我想报名参加", []),
    ],
)
def test_a_label_is_believed_as_long_as_the_bytes_fit_it(
    data: bytes, label: str | None, text: str, defects: list[Defect]
) -> None:
    assert text_of(data, label) == (text, defects)


def test_a_footer_in_another_charset_does_not_spoil_the_text_above_it() -> None:
    data = "Zoë en André komen, José niet.\n".encode() + "Groet, Renée".encode("cp1252")

    assert text_of(data, "utf-8") == ("Zoë en André komen, José niet.\nGroet, Renée", [Defect.WRONG_CHARSET])


@pytest.mark.parametrize(
    ("spoilt", "right"),
    [("ZoÃ«", "Zoë"), ("collegaâ€™s", "collega’s"), ("GÃ¼lÅŸen Ã‡elik", "Gülşen Çelik"), ("â‚¬ 5", "€ 5")],
)
def test_utf_8_that_somebody_took_for_windows_1252_is_read_again(spoilt: str, right: str) -> None:
    assert repaired(spoilt) == right


@pytest.mark.parametrize("text", ["Zoë", "ÉÉN", "São Paulo", "Ångström", "“CAFÉ”", "naïef – ÈÉ"])
def test_right_text_is_not_repaired(text: str) -> None:
    assert repaired(text) == text


def test_accents_are_composed() -> None:
    assert composed("Zoe\u0308 en Jose\u0301") == "Zoë en José"


@given(
    st.binary(max_size=300), st.text(max_size=12) | st.sampled_from(["utf-16", "utf-7", "hz", "iso-2022-jp", "cp037"])
)
def test_no_bytes_and_no_label_make_it_raise(data: bytes, label: str) -> None:
    assert isinstance(text_of(data, label)[0], str)


@given(st.text(max_size=100))
def test_utf_8_is_never_misread(text: str) -> None:
    assert text_of(text.encode("utf-8", "ignore"), "utf-8")[0] == text.encode("utf-8", "ignore").decode("utf-8-sig")
