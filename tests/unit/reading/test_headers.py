"""Header values: encoded words, addresses, Message-IDs, dates."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.domain.message import Address
from mailbot.reading.message.addresses import addresses
from mailbot.reading.message.headers import date_of, message_id, message_ids, unicode_of
from mailbot.reading.message.mime import parameters


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"Aanmelding", "Aanmelding"),
        (b"een\r\n twee\r\n\tdrie", "een twee drie"),
        (b"=?utf-8?Q?Zo=C3=AB_komt?=", "Zoë komt"),
        (b"=?UTF-8?b?Wm/Dqw==?= komt", "Zoë komt"),
        (b"=?utf-8?B?Wm/D?= =?utf-8?B?qyBrb210?=", "Zoë komt"),  # cut inside a character
        (b"=?utf-8?Q?a?=\r\n =?iso-8859-1?Q?=E9?=", "aé"),
        (b"=?utf-8?Q?a?= b =?utf-8?Q?c?=", "a b c"),
        (b"=?utf-8?B?Wm/Dqw?=", "Zoë"),  # padding forgotten
        (b"=?utf-8?Q?Zo=C3=AB komt mee?=", "Zoë komt mee"),  # spaces inside
        (b"=?utf-8?Q?Nog_plek??=", "Nog plek?"),
        (b"=?utf-8?Q?Zo=C3=AB_kom", "Zoë kom"),  # cut off
        (b"=?utf-8*nl?Q?Zo=C3=AB?=", "Zoë"),  # RFC 2231's language
        (b"=?iso-8859-1?Q?Zo=C3=AB?=", "Zoë"),  # wrong label
        (b"=?onzin?Q?Zo=EB?=", "Zoë"),
        (b"=?utf-8?X?Zo?= =?a?", "=?utf-8?X?Zo?= =?a?"),
        ("Zoë komt".encode(), "Zoë komt"),
        ("Zoë komt".encode("cp1252"), "Zoë komt"),
        (b"a\0b\x07c", "abc"),
        ("Jan\u202enaV\u200b".encode(), "JannaV"),
        (b"", ""),
    ],
)
def test_a_header_reads_as_a_person_sees_it(raw: bytes, text: str) -> None:
    assert unicode_of(raw) == text


JAN = "jan@x.nl"


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (b'"Vries, J. (Jan) de" <Jan@X.nl>', [("Vries, J. (Jan) de", JAN)]),
        (b"Vries, J. (Jan) de <jan@x.nl>", [("Vries, J. (Jan) de", JAN)]),
        (b"Beek, van der, Lotte <jan@x.nl>, p@x.nl", [("Beek, van der, Lotte", JAN), ("", "p@x.nl")]),
        (b"Jan de Vries <jan@x.nl>", [("Jan de Vries", JAN)]),
        (b"jan@x.nl", [("", JAN)]),
        (b"<jan@x.nl>", [("", JAN)]),
        (b"jan@x.nl (Jan de Vries)", [("Jan de Vries", JAN)]),
        (b"jan@x.nl <jan@x.nl>", [("", JAN)]),
        (b'"jan@x.nl" <jan@x.nl>', [("", JAN)]),
        (b"'Jan de Vries' <jan@x.nl>", [("Jan de Vries", JAN)]),
        (b"Jan [mailto:jan@x.nl]", [("Jan", JAN)]),
        (b"Jan <mailto:jan@x.nl>", [("Jan", JAN)]),
        (b"Jan <jan@x.nl", [("Jan", JAN)]),
        (b'"Jan \\"de\\" Vries" <jan@x.nl>', [('Jan "de" Vries', JAN)]),
        (b"=?utf-8?Q?Vries=2C_Jan?= <jan@x.nl>", [("Vries, Jan", JAN)]),
        (b'"=?utf-8?Q?Zo=C3=AB?=" <jan@x.nl>', [("Zoë", JAN)]),
        ("Zoë <jan@x.nl>".encode("cp1252"), [("Zoë", JAN)]),
        (b"a@x.nl; Jan <jan@x.nl>", [("", "a@x.nl"), ("Jan", JAN)]),
        (b"Team: Jan <jan@x.nl>, p@x.nl;", [("Jan", JAN), ("", "p@x.nl")]),
        (b"undisclosed-recipients:;", []),
        (b"Jan de Vries", []),
        (b"<>", []),
        (b"", []),
        (b"d'Arc, Jeanne <jan@x.nl>", [("d'Arc, Jeanne", JAN)]),
    ],
)
def test_addresses_are_found_in_every_style(raw: bytes, found: list[tuple[str, str]]) -> None:
    assert addresses(raw) == tuple(Address(name, email) for name, email in found)


def test_message_ids_keep_their_brackets_and_get_them_where_they_are_missing() -> None:
    assert message_ids(b"<a@b>\r\n <c@d> onzin <e f>") == ("<a@b>", "<c@d>")
    assert message_id(b" <a@b> ") == "<a@b>"
    assert message_id(b"a@b\r\n") == "<a@b>"
    assert message_id(b"<a b>") == "<ab>"
    assert message_id(b"") is None
    assert message_id(None) is None


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (b"Tue, 14 Feb 2023 09:12:00 +0100", datetime(2023, 2, 14, 8, 12, tzinfo=UTC)),
        (b"14 Feb 2023 09:12 +0100 (CET)", datetime(2023, 2, 14, 8, 12, tzinfo=UTC)),
        (b"Tue, 14 Feb 2023 09:12:00 -0000", datetime(2023, 2, 14, 9, 12, tzinfo=UTC)),
        (b"Tue, 14 Feb 2023 09:12:00", datetime(2023, 2, 14, 9, 12, tzinfo=UTC)),
        (b"Tue, 31 Feb 2023 09:12:00 +0100", None),
        (b"Tue, 14 Feb 2023 09:12:00 +9999", None),
        (b"Tue, 14 Feb 9999 09:12:00 +0100", None),
        (b"gisteren", None),
        (b"", None),
        (None, None),
    ],
)
def test_dates_are_aware_and_nonsense_is_none(raw: bytes | None, found: datetime | None) -> None:
    assert date_of(raw) == found


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ('text/Plain; Charset="utf-8"', ("text/plain", {"charset": "utf-8"})),
        ("text/plain;charset=utf-8 ; format=flowed", ("text/plain", {"charset": "utf-8", "format": "flowed"})),
        ('a/b; name="a \\"b\\"; c"', ("a/b", {"name": 'a "b"; c'})),
        ("a/b; name*=utf-8'nl'Zo%C3%AB.csv", ("a/b", {"name*": "utf-8'nl'Zo%C3%AB.csv", "name": "Zoë.csv"})),
        ("a/b; name*0=een; name*1=twee", ("a/b", {"name*0": "een", "name*1": "twee", "name": "eentwee"})),
        ('a/b; name="nooit dicht', ("a/b", {"name": "nooit dicht"})),
        (";;;", ("", {})),
    ],
)
def test_parameters_are_read_in_all_their_forms(value: str, found: tuple[str, dict[str, str]]) -> None:
    assert parameters(value) == found


@given(st.binary(max_size=200) | st.text(alphabet='=?utf-8QqB_<>@,;:()"\\ a1', max_size=200).map(str.encode))
def test_no_header_whatever_makes_it_raise(raw: bytes) -> None:
    unicode_of(raw)
    date_of(raw)
    found = addresses(raw)

    assert all("@" in address.email and " " not in address.email for address in found)
