"""What FETCH and SEARCH answer, taken apart."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.adapters.imap import answers


def test_each_answer_goes_to_the_uid_that_stands_in_it() -> None:
    data = [
        (b"12 (UID 7 BODY[] {3}", b"abc"),
        b")",
        b"3 (FLAGS (\\Seen))",
        (b"13 (BODY[] {2}", b"de"),
        b" UID 8)",
        b"12 (UID 7 FLAGS (\\Seen $Label))",
    ]

    fetched = answers.fetched(data)

    assert fetched == {7: {b"BODY[]": b"abc", b"FLAGS": [b"\\Seen", b"$Label"]}, 8: {b"BODY[]": b"de"}}


def test_several_literals_in_one_answer_and_names_in_any_case() -> None:
    data = [(b"1 (uid 7 body[header]<0> {3}", b"a\r\n"), (b" BODY[1.MIME] ~{1}", b"b"), b' x "y z" n NIL)']

    fetched = answers.fetched(data)

    assert fetched == {7: {b"BODY[HEADER]": b"a\r\n", b"BODY[1.MIME]": b"b", b"X": b"y z", b"N": None}}


def test_a_section_may_hold_spaces_parentheses_and_quotes() -> None:
    data = [(b'1 (UID 7 BODY[HEADER.FIELDS ("MESSAGE-ID")] {2}', b"\r\n"), b" FLAGS (a]b [c))"]

    fetched = answers.fetched(data)

    assert fetched[7][b'BODY[HEADER.FIELDS ("MESSAGE-ID")]'] == b"\r\n"


def test_quoted_strings_with_parentheses_backslashes_and_braces() -> None:
    assert answers.parse([rb'("a (b" "c\"d\\e" "" "{3}")']) == [[b"a (b", b'c"d\\e', b"", b"{3}"]]


@pytest.mark.parametrize("nonsense", [b"(", b")", b'"', b"1 (UID", b"1 2", b"1 (UID 7 BODY[])", b"1 ((a) b)", b""])
def test_what_is_not_a_fetch_response_is_told(nonsense: bytes) -> None:
    with pytest.raises(ValueError, match=r"FETCH response|parenthesis|quote"):
        answers.fetched([nonsense])


@given(st.lists(st.binary(max_size=60) | st.text('() "\\[]{}<>0aN\r\n', max_size=60).map(str.encode), min_size=1))
def test_no_bytes_whatever_do_more_than_raise_a_value_error(pieces: list[bytes]) -> None:
    try:
        answers.fetched([*((piece, piece) for piece in pieces[1:]), pieces[0]])
    except ValueError:
        return


def test_deep_nesting_takes_no_recursion() -> None:
    parsed = answers.parse([b"(" * 50_000 + b")" * 50_000])

    assert len(parsed) == 1


@pytest.mark.parametrize(
    ("text", "time"),
    [
        (b"14-Feb-2023 09:12:00 +0100", datetime(2023, 2, 14, 9, 12, tzinfo=timezone(timedelta(hours=1)))),
        (b" 1-Jan-2023 00:00:00 -0330", datetime(2023, 1, 1, tzinfo=timezone(-timedelta(hours=3, minutes=30)))),
        (b"31-Dec-2022 23:59:60 +0000", datetime(2022, 12, 31, 23, 59, 59, tzinfo=UTC)),
    ],
)
def test_arrivals_keep_their_offset(text: bytes, time: datetime) -> None:
    read = answers.arrival(text)

    assert (read, read.utcoffset()) == (time, time.utcoffset())


NO_ARRIVALS = [
    b"",
    b"nu",
    b"31-Feb-2023 09:12:00 +0100",
    b"14-feb-2023 09:12:00",
    b"31-Dec-9999 23:59:59 -1200",
    b"01-Jan-0001 00:00:00 +1400",
]


@pytest.mark.parametrize("text", NO_ARRIVALS)
def test_an_arrival_that_is_none_is_told(text: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  datetime's own text for a 31 February
        answers.arrival(text)


@pytest.mark.parametrize(
    ("header", "message_id"),
    [
        (b"Message-ID: <a@b>\r\n\r\n", "<a@b>"),
        (b"MESSAGE-Id:\r\n\t<a@b>\r\n\r\n", "<a@b>"),
        (b"Message-ID: <a@b>\r\nMessage-ID: <c@d>\r\n\r\n", "<a@b>"),
        (b"Message-ID: <\xffa\x00@b>\r\n\r\n", "<\ufffda@b>"),
        (b"\r\n", ""),
        (b"", ""),
        (b"Subject: <a@b>\r\n\r\n", ""),
    ],
)
def test_the_first_message_id_is_read_however_it_is_written(header: bytes, message_id: str) -> None:
    assert answers.message_id(header) == message_id


def test_search_results_may_come_in_several_lines_or_none() -> None:
    assert answers.numbers([b"1 2", b"", b"5"]) == {1, 2, 5}
    assert answers.numbers([]) == set()


@pytest.mark.parametrize(
    ("uids", "text"), [([7], "7"), ([3, 1, 2, 7], "1:3,7"), ([1, 3, 5], "1,3,5"), ([2, 2, 1], "1:2")]
)
def test_uid_sets_are_short_and_name_none_but_those(uids: list[int], text: str) -> None:
    assert answers.uid_set(uids) == text
