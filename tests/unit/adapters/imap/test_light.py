"""Large mails put together again from their structure and text parts. The server's side is Dovecot's wording."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from mailbot.adapters.imap import answers, light

TEXT = b'"text" "plain" ("charset" "utf-8") NIL NIL "8bit" %d 1 NIL NIL NIL NIL'
PHOTO = b'("image" "jpeg" NIL NIL NIL "base64" 9999999 NIL ("attachment" ("filename" "a.jpg")) NIL NIL)'


def structure(text: bytes) -> Any:
    return answers.parse([b"(" + text + b")"])[0]


def mixed(*parts: bytes) -> bytes:
    return b"".join(parts) + b' "mixed" ("boundary" "=_x") NIL NIL NIL'


def test_of_a_mail_without_parts_the_text_is_asked_for() -> None:
    plan = light.plan(structure(TEXT % 10), 100)

    assert plan.items == "BODY.PEEK[HEADER]<0.262144> BODY.PEEK[1]"
    assert plan.assemble({b"BODY[HEADER]": b"A: b\r\n\r\n", b"BODY[1]": b"hallo"}) == b"A: b\r\n\r\nhallo"


def test_other_parts_keep_their_headers_and_lose_their_content() -> None:
    plan = light.plan(structure(mixed(b"(" + TEXT % 10 + b")", PHOTO)), 100)
    given = {
        b"BODY[HEADER]": b"Content-Type: multipart/mixed; boundary==_x\r\n\r\n",
        b"BODY[1.MIME]": b"Content-Type: text/plain\r\n\r\n",
        b"BODY[2.MIME]": b"Content-Disposition: attachment; filename=a.jpg\r\n\r\n",
        b"BODY[1]": b"hallo",
    }

    assert plan.sections == ("1",)
    assert plan.headers == ("HEADER", "1.MIME", "2.MIME")
    assert plan.assemble(given) == (
        b"Content-Type: multipart/mixed; boundary==_x\r\n\r\n"
        b"--=_x\r\nContent-Type: text/plain\r\n\r\nhallo\r\n"
        b"--=_x\r\nContent-Disposition: attachment; filename=a.jpg\r\n\r\n\r\n"
        b"--=_x--\r\n"
    )


def test_a_forwarded_mail_is_taken_with_its_own_headers_and_text() -> None:
    forwarded = b'("message" "rfc822" NIL NIL NIL "7bit" 9 (NIL NIL) (' + TEXT % 10 + b") 3 NIL NIL NIL NIL)"
    plan = light.plan(structure(mixed(b"(" + TEXT % 10 + b")", forwarded)), 100)

    assert plan.headers == ("HEADER", "1.MIME", "2.MIME", "2.HEADER")
    assert plan.sections == ("1", "2.1")


def test_what_the_writer_wrote_comes_before_what_is_attached() -> None:
    attached = b'("text" "csv" NIL NIL NIL "7bit" 80 2 NIL ("attachment" NIL) NIL NIL)'
    plan = light.plan(structure(mixed(attached, b"(" + TEXT % 30 + b")", b"(" + TEXT % 200 + b")")), 100)

    assert plan.sections == ("2",)  # 80 more wouldn't fit beside it, nor would the third


def test_of_a_structure_that_makes_no_sense_the_headers_are_taken() -> None:
    plan = light.plan([b"text"], 100)

    assert plan.items == "BODY.PEEK[HEADER]<0.262144>"
    assert plan.assemble({b"BODY[HEADER]": b"A: b\r\n\r\n"}) == b"A: b\r\n\r\n"


def test_a_mail_without_end_of_its_headers_is_still_a_mail() -> None:
    plan = light.plan(structure(TEXT % 10), 100)

    assert plan.assemble({b"BODY[HEADER]": b"A: b\r\nB: afgekn", b"BODY[1]": b"x"}) == b"A: b\r\nB: afgekn\r\n\r\nx"


def test_thousands_of_parts_and_deep_nesting_ask_for_little() -> None:
    many = light.plan(structure(mixed(*[b"(" + TEXT % 1 + b")"] * 5000)), 100_000)
    deep = b"(" + TEXT % 1 + b")"
    for _ in range(300):
        deep = b"(" + mixed(deep) + b")"
    nested = light.plan(answers.parse([deep])[0], 100_000)

    assert len(many.items) < 8000  # one command line
    assert len(nested.items) < 8000


IMAP = st.recursive(
    st.none() | st.sampled_from([b"text", b"plain", b"message", b"rfc822", b"boundary", b"7", b"", b"attachment"]),
    lambda inner: st.lists(inner, max_size=10),
    max_leaves=60,
)


@given(st.lists(IMAP, max_size=12))
def test_no_structure_whatever_makes_it_raise(nonsense: list[Any]) -> None:
    plan = light.plan(nonsense, 1000)

    assert plan.assemble({b"BODY[HEADER]": b"A: b\r\n\r\n"}).startswith(b"A: b\r\n\r\n")
