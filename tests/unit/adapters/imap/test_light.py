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
    plan = light.plan(structure(TEXT % 10))

    assert plan.items == "BODY.PEEK[HEADER]<0.262144> BODY.PEEK[1]<0.1048576>"
    assert plan.assemble({b"BODY[HEADER]": b"A: b\r\n\r\n", b"BODY[1]": b"hallo"}) == b"A: b\r\n\r\nhallo"


def test_other_parts_keep_their_headers_and_lose_their_content() -> None:
    plan = light.plan(structure(mixed(b"(" + TEXT % 10 + b")", PHOTO)))
    given = {
        b"BODY[HEADER]": b"Content-Type: multipart/mixed; boundary==_x\r\n\r\n",
        b"BODY[1.MIME]": b"Content-Type: text/plain\r\n\r\n",
        b"BODY[2.MIME]": b"Content-Disposition: attachment; filename=a.jpg\r\n\r\n",
        b"BODY[1]": b"hallo",
    }

    assert list(plan.sections) == ["HEADER", "1.MIME", "2.MIME", "1"]
    assert plan.assemble(given) == (
        b"Content-Type: multipart/mixed; boundary==_x\r\n\r\n"
        b"--=_x\r\nContent-Type: text/plain\r\n\r\nhallo\r\n"
        b"--=_x\r\nContent-Disposition: attachment; filename=a.jpg\r\n\r\n\r\n"
        b"--=_x--\r\n"
    )


def test_a_forwarded_mail_is_taken_with_its_own_headers_and_text() -> None:
    forwarded = b'("message" "rfc822" NIL NIL NIL "7bit" 9 (NIL NIL) (' + TEXT % 10 + b") 3 NIL NIL NIL NIL)"
    plan = light.plan(structure(mixed(b"(" + TEXT % 10 + b")", forwarded)))

    assert list(plan.sections) == ["HEADER", "1.MIME", "2.MIME", "2.HEADER", "1", "2.1"]


def test_an_endless_text_is_cut_where_it_is_the_writers_own_and_left_out_where_it_is_attached() -> None:
    attached = b'("text" "csv" NIL NIL NIL "7bit" %d 2 NIL ("attachment" NIL) NIL NIL)'
    endless = light.TEXT_BYTES + 1
    plan = light.plan(structure(mixed(attached % endless, attached % 80, b"(" + TEXT % endless + b")")))

    assert [name for name in plan.sections if name.isdigit()] == ["3", "2"]


def test_of_a_mail_whose_parts_cannot_be_told_the_text_is_taken_as_one() -> None:
    undivided = "BODY.PEEK[HEADER]<0.262144> BODY.PEEK[TEXT]<0.1048576>"
    plan = light.plan([b"text"])

    assert plan.items == undivided
    assert plan.assemble({b"BODY[HEADER]": b"A: b\r\n\r\n", b"BODY[TEXT]": b"hallo"}) == b"A: b\r\n\r\nhallo"
    assert light.plan(structure(b"(" + TEXT % 1 + b') "mixed" NIL NIL NIL NIL')).items == undivided


def test_a_mail_without_end_of_its_headers_is_still_a_mail() -> None:
    plan = light.plan(structure(TEXT % 10))

    assert plan.assemble({b"BODY[HEADER]": b"A: b\r\nB: afgekn", b"BODY[1]": b"x"}) == b"A: b\r\nB: afgekn\r\n\r\nx"


def test_thousands_of_parts_and_deep_nesting_ask_for_little() -> None:
    many = light.plan(structure(mixed(*[b"(" + TEXT % 1 + b")"] * 5000)))
    deep = b"(" + TEXT % 1 + b")"
    for _ in range(300):
        deep = b"(" + mixed(deep) + b")"
    nested = light.plan(answers.parse([deep])[0])

    assert len(many.items) < 8000  # one command line
    assert len(nested.items) < 8000


IMAP = st.recursive(
    st.none() | st.sampled_from([b"text", b"plain", b"message", b"rfc822", b"boundary", b"7", b"", b"attachment"]),
    lambda inner: st.lists(inner, max_size=10),
    max_leaves=60,
)


@given(st.lists(IMAP, max_size=12))
def test_no_structure_whatever_makes_it_raise(nonsense: list[Any]) -> None:
    plan = light.plan(nonsense)

    assert plan.assemble({b"BODY[HEADER]": b"A: b\r\n\r\n"}).startswith(b"A: b\r\n\r\n")
