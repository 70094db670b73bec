"""The mail inside an S/MIME signature, whole and in chunks, and structures that are broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.reading.message.smime import DATA, content_of


def value(kind: int, content: bytes) -> bytes:
    """A BER value of definite length."""
    size = len(content)
    return bytes([kind, size]) + content if size < 0x80 else bytes([kind, 0x82, *size.to_bytes(2, "big")]) + content


MAIL = b"Content-Type: text/plain\r\n\r\n" + b"Ik kom graag. " * 20


def test_content_in_one_piece_is_found() -> None:
    assert content_of(b"0\x82.." + DATA + value(0xA0, value(0x04, MAIL)) + b"certificates") == MAIL


def test_content_in_chunks_is_put_together() -> None:
    chunks = value(0x04, MAIL[:100]) + value(0x04, MAIL[100:])

    assert content_of(DATA + b"\xa0\x80\x24\x80" + chunks + b"\0\0\0\0" + b"more") == MAIL
    assert content_of(DATA + value(0xA0, value(0x24, chunks)) + b"more") == MAIL


@pytest.mark.parametrize(
    "envelope",
    [b"", b"no structure", DATA, DATA + b"\xa0", DATA + b"\xa0\x80", DATA + b"\xa0\x80\x24\x80\x30\x00",
     DATA + b"0\x00", DATA + b"\xa0\x80\x04\x85\1\1\1\1\1"],
)  # fmt: skip
def test_a_broken_structure_holds_nothing(envelope: bytes) -> None:
    assert content_of(envelope) is None


@given(st.binary(max_size=200))
def test_no_structure_whatever_makes_it_raise(tail: bytes) -> None:
    assert isinstance(content_of(DATA + tail), bytes | None)
