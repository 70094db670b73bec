"""Bytes to IncomingMessage: the whole way, on real letters; and that nothing whatever makes it raise or hang."""

import base64
import time
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.domain.message import Address, Attachment, IncomingMessage
from mailbot.reading.message.body import MAX_TEXT
from mailbot.reading.message.defects import Defect, unread
from mailbot.reading.message.parse import parse
from tests.unit.reading.letters import MESSAGES, a_mail, letter, multipart, raw

LETTERS = sorted(path.stem for path in MESSAGES.glob("*.eml"))
PLATFORM = Address("", "platform@voorbeeldplatform.nl")
ONE_SECOND = 1.0


# Whole letters --------------------------------------------------------------------------------------------------


def test_a_plain_mail_is_read_whole() -> None:
    found = letter("plain_signup")

    assert found == IncomingMessage(
        headers=found.headers,
        message_id="<20230214091200.1234@wierhaven.nl>",
        subject="Aanmelding 30 maart",
        sender=Address("Tuinstra, M. (Marije)", "m.tuinstra@wierhaven.nl"),
        reply_to=None,
        to=(PLATFORM,),
        cc=(),
        date=datetime(2023, 2, 14, 9, 12, tzinfo=timezone(timedelta(hours=1))),
        in_reply_to=None,
        references=(),
        text="Goedemorgen,\n\nGraag meld ik me aan voor de bijeenkomst op 30 maart. Ik eet géén vlees.\n\n"
        "Met vriendelijke groet,\nMarije Tuinstra\nbeleidsadviseur gemeente Wierhaven",
        content_types=("text/plain",),
    )
    assert found.headers["received"] == (
        "from mail.wierhaven.nl (mail.wierhaven.nl [192.0.2.10]) by mx.voorbeeldplatform.nl with ESMTPS id 4PabcD1;"
        " Tue, 14 Feb 2023 09:12:03 +0100",
    )


def test_a_mail_with_everything_in_the_subject_has_no_text() -> None:
    found = letter("empty_body")

    assert (found.subject, found.text) == ("Aanmelding 30 maart Hidde Zandstra, griffier gemeente Wierhaven", "")
    assert found.message_id == "<12345@wierhaven.nl>"
    assert found.date == datetime(2023, 2, 21, 16, 45, tzinfo=UTC)


def test_flowed_lines_are_paragraphs_again_and_quotes_keep_their_depth() -> None:
    assert letter("flowed").text == (
        "Hierbij meld ik mij aan voor de bijeenkomst van 30 maart in Utrecht. Ik kom samen met mijn collega Bauke"
        " Hiemstra; hij eet glutenvrij.\n\n >dit begint met een haak en is geen citaat\n\n"
        "Op 20 februari schreef het platform:\n"
        "> Wij nodigen u uit voor de bijeenkomst over gemeenten en de strijd tegen discriminatie.\n"
        ">> Een nog ouder bericht loopt door.\n\n-- \nAukje de Roos"
    )


def test_delsp_glues_what_was_cut_inside_a_word() -> None:
    assert letter("flowed_delsp").text == "Mijn adres is aukje.deroos@wierhaven.nl en ik kom graag."


def test_a_table_that_the_plain_text_lost_is_read_from_the_html() -> None:
    found = letter("html_table")

    assert found.text == (
        "Hierbij onze deelnemers:\nNaam\tFunctie\tE-mail\tDieet\n"
        "Fenna Wijbenga\twethouder\tf.wijbenga@wierhaven.nl\n"
        "Ahmet Yıldız\tjurist\ta.yildiz@wierhaven.nl\thalal\n\nGroet, Sietske"
    )
    assert found.defects == (Defect.STRUCK_OUT,)


def test_outlook_html_keeps_its_lists_links_and_the_line_above_the_older_mail() -> None:
    assert letter("html_only_outlook").text == (
        "Beste collega’s,\n\nIk meld me af. In mijn plaats komen:\n- Nynke Faber\n- Oeds Smit <o.smit@wierhaven.nl>\n"
        "1. eerst Vooroordelen\n2. dan Lokaal beleid\n\n________________________________\n"
        "Van: Platform Voorbeeld <platform@voorbeeldplatform.nl>\nVerzonden: maandag 20 februari 2023 10:00\n"
        "Aan: Postma, Wytze\nOnderwerp: Bevestiging\nU bent aangemeld."
    )


def test_gmail_quotes_are_marked_and_an_indent_is_not_a_quote() -> None:
    assert letter("html_only_gmail").text == (
        "Hoi,\n\nPrima, tot dan!\n\ningesprongen, van mijzelf\n\n"
        "Op ma 20 feb. 2023 om 10:00 schreef Platform Voorbeeld <platform@voorbeeldplatform.nl>:\n>\n"
        "> Beste Ilse,\n>\n> U bent aangemeld.\n>>\n>> Mag ik komen?"
    )


def test_a_plain_part_that_only_points_at_the_html_gives_way() -> None:
    assert letter("html_points_to_browser").text.startswith("Graag meld ik mij, Ilse Terpstra, aan")


def test_plain_and_html_that_say_different_things_are_told() -> None:
    plain = "Graag meld ik mij aan voor de bijeenkomst, samen met mijn collega Wubbo Star van het lyceum."
    html = "<p>Helaas moeten wij annuleren: niemand kan deze middag weg, wegens drukte rond verkiezingen hier.</p>"

    found = parse(multipart(("text/plain; charset=utf-8", plain), ("text/html; charset=utf-8", html)))

    assert (found.text, found.defects) == (plain, (Defect.ALTERNATIVES_DIFFER,))


def test_plain_and_html_side_by_side_in_a_mixed_mail_are_told_once() -> None:
    found = parse(multipart(("text/plain", "Ik kom graag."), ("text/html", "<b>Ik kom graag.</b>"), kind="mixed"))

    assert found.text == "Ik kom graag."


@pytest.mark.parametrize(
    ("name", "text", "defects"),
    [
        ("wrong_charset_label", "Ik, Renée Björk, kom graag: “één plaats” a.u.b.", (Defect.WRONG_CHARSET,)),
        (
            "latin1_as_utf8",
            "Ik, Zoë de Boer, kom graag. Coördinatie via mijn collega’s.",
            (Defect.WRONG_CHARSET,),
        ),
        ("unknown_charset", "Ik, Zoë de Boer, kom graag.", (Defect.UNKNOWN_CHARSET,)),
        ("no_charset_utf16", "Ik, Zoë de Boer, kom graag.", ()),
        ("mojibake", "Ik, Zoë de Boer, meld ook Gülşen Çelik aan; collega’s volgen.", ()),
        ("apple_decomposed", "Ik, Zoë de Boer, kom graag.\n\n\nVerstuurd vanaf mijn iPhone", ()),
    ],
)
def test_text_is_read_whatever_its_charset_label_says(name: str, text: str, defects: tuple[Defect, ...]) -> None:
    found = letter(name)

    assert (found.text, found.defects) == (text, defects)


def test_names_and_subject_are_decoded_across_the_words_they_were_cut_into() -> None:
    found = letter("wrong_charset_label")

    assert (found.sender.name, found.subject) == ("Renée Björk", "Aanmelding Renée Björk")


def test_a_signed_mail_is_read_and_told() -> None:
    found = letter("smime_signed")

    assert (found.text, found.attachments, found.defects) == (
        "Graag meld ik mij aan. Stefan de Haan",
        (),
        (Defect.SIGNED,),
    )


def test_attachments_are_named_and_only_small_text_is_kept() -> None:
    found = letter("winmail_dat")

    assert found.attachments == (
        Attachment("winmail.dat", "application/ms-tnef"),
        Attachment("Deelnemers én diëten.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        Attachment("lijst Zoë.csv", "text/csv", b"naam;functie\r\nHidde Zandstra;griffier\r\n"),
    )
    assert found.defects == (Defect.TNEF,)


def test_mails_inside_a_mail_are_parsed_also_when_attached_as_a_file() -> None:
    found = letter("forward_as_attachment")

    assert [(inner.sender.email, inner.message_id, inner.text) for inner in found.attached] == [
        ("f.wijbenga@wierhaven.nl", "<in1@wierhaven.nl>", "Wil je me opgeven? Fenna"),
        ("a.yildiz@wierhaven.nl", "<in2@wierhaven.nl>", "Zet mij er ook bij."),
    ]
    assert found.text == "Zie bijgaand, graag inschrijven."


def test_a_bounce_brings_its_parts_and_the_mail_it_returns() -> None:
    found = letter("dsn_postfix")

    assert found.content_types == ("multipart/report", "text/plain", "message/delivery-status", "message/rfc822")
    assert [inner.message_id for inner in found.attached] == ["<R4T8W2@mailbot.voorbeeldplatform.nl>"]


def test_a_wrong_boundary_is_found_out_from_the_text() -> None:
    found = letter("broken_mime")

    assert (found.text, found.date) == ("Ik kom graag, én mijn collega.", None)
    assert found.defects == (Defect.NO_BOUNDARY, Defect.UNCLOSED, Defect.BAD_DATE, Defect.NO_MESSAGE_ID)


def test_text_that_begins_without_a_blank_line_is_not_lost() -> None:
    found = letter("no_blank_line")

    assert found.text == "Hallo, ik kom graag op 30 maart.\n\nHidde"
    assert Defect.NO_BLANK_LINE in found.defects


def test_a_missing_message_id_gets_a_stable_one_from_the_bytes() -> None:
    one, again, other = parse(b"Subject: a\r\n\r\nb"), parse(b"Subject: a\r\n\r\nb"), parse(b"Subject: a\r\n\r\nc")

    assert one.message_id == again.message_id != other.message_id
    assert one.message_id.endswith("@no-message-id.invalid>")


def test_a_thousand_headers_cost_no_text() -> None:
    found = parse(b"X: y\r\n" * 1_200 + b"\r\neen\r\n\r\ntwee")

    assert (found.text, Defect.HEADERS_CUT in found.defects) == ("een\n\ntwee", True)


def test_two_from_headers_are_a_defect_and_the_first_one_counts() -> None:
    found = parse(b"From: a@wierhaven.nl\r\nFrom: b@evil.example\r\n\r\n")

    assert (found.sender.email, Defect.SEVERAL_FROM in found.defects) == ("a@wierhaven.nl", True)


def test_reply_to_is_where_answers_go() -> None:
    found = parse(a_mail("", Reply_To="Jan <jan@wierhaven.nl>"))

    assert found.answer_to == Address("Jan", "jan@wierhaven.nl")


@pytest.mark.parametrize("separator", ["\r\n", "\n", "\r"])
def test_line_ends_of_every_age_are_lines(separator: str) -> None:
    found = parse(separator.join(["From: a@b.nl", "Subject: een", " twee", "", "regel", "regel"]).encode())

    assert (found.subject, found.text) == ("een twee", "regel\nregel")


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("base64", base64.b64encode("Zoë komt graag mee".encode())[:-1].decode()),  # cut off
        ("base64", base64.b64encode("Zoë komt graag mee".encode()).decode().replace("Z", "Z\r\n!")),
        ("quoted-printable", "Zo=C3=AB komt graag=\r\n mee"),
        ("QUOTED-PRINTABLE", "Zo=C3=AB komt graag mee"),
    ],
)
def test_damaged_transfer_encodings_are_read_as_far_as_they_go(encoding: str, body: str) -> None:
    assert parse(a_mail(body, Content_Transfer_Encoding=encoding)).text.startswith("Zoë komt graag me")


def test_an_encoding_that_does_not_exist_is_told() -> None:
    found = parse(a_mail("Ik kom", Content_Transfer_Encoding="x-geheim"))

    assert (found.text, found.defects) == ("Ik kom", (Defect.UNKNOWN_ENCODING,))


@pytest.mark.parametrize("name", ["smime_opaque", "smime_opaque_streamed"])
def test_a_mail_inside_its_signature_is_taken_out_and_read(name: str) -> None:
    found = letter(name)

    assert found.text == (
        "Graag meld ik mij aan voor 30 maart. Ik kom uit het noorden en eet géén vlees.\n\nStefan de Haan"
    )
    assert (found.content_types, found.defects) == (("application/pkcs7-mime", "text/plain"), (Defect.SIGNED,))


def test_a_text_with_a_file_name_is_an_attachment_unless_it_is_the_whole_mail() -> None:
    alone = parse(a_mail("Ik kom.", 'text/plain; name="mail.txt"'))
    beside = parse(multipart(("text/plain", "Zie bijlage."), ('text/plain; name="lijst.txt"', "Jan"), kind="mixed"))

    assert (alone.text, alone.attachments) == ("Ik kom.", ())
    assert (beside.text, beside.attachments) == ("Zie bijlage.", (Attachment("lijst.txt", "text/plain"),))


def test_a_page_that_calls_itself_plain_text_is_read_as_a_page() -> None:
    assert parse(a_mail("<!DOCTYPE html><html><body><p>Ik kom.</p></body></html>")).text == "Ik kom."


def test_a_page_without_a_label_says_its_charset_itself() -> None:
    page = (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"></head>Wiśniewski</html>'
    )

    assert parse(a_mail(page.encode("iso-8859-2"), "text/html")).text == "Wiśniewski"


def test_html_inside_a_related_part_is_an_alternative_too() -> None:
    related = (
        'multipart/related; boundary="in"',
        '--in\r\nContent-Type: text/html\r\n\r\n<p>Ik kom <a href="mailto:jan@x.nl">graag</a>.</p><img src="cid:a">\r\n'
        "--in\r\nContent-Type: image/png; name=logo.png\r\nContent-ID: <a>\r\n\r\nPNG\r\n--in--",
    )

    found = parse(multipart(("text/plain", "Ik kom graag. [cid:a]"), related))

    assert (found.text, found.attachments) == ("Ik kom graag. [cid:a]", (Attachment("logo.png", "image/png"),))


def test_a_cut_off_html_part_does_not_contradict_the_plain_one() -> None:
    words = " ".join(f"woord{letter}" * 2 for letter in "abcdefghijklmnopqrstuvwxyz")
    mail = multipart(("text/plain", words), ("text/html", f"<p>{words}</p>"))

    found = parse(mail[: mail.rindex(b"woordf")])

    assert (found.text, found.defects) == (words, (Defect.UNCLOSED,))


def test_an_opaque_signature_is_told_because_its_text_cannot_be_read() -> None:
    found = parse(a_mail("MIIG", 'application/pkcs7-mime; smime-type=signed-data; name="smime.p7m"'))

    assert (found.text, found.defects) == ("", (Defect.SIGNED_OPAQUE,))


def test_an_encrypted_mail_is_told() -> None:
    found = parse(a_mail("MIIG", 'application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"'))

    assert found.defects == (Defect.ENCRYPTED,)


def test_a_mail_of_which_something_was_not_read_gives_reasons_to_look_at_it() -> None:
    long, struck = parse(BOMBS["a line of a megabyte"]), letter("html_table")

    assert (unread(long.defects), unread(struck.defects)) == (("text_cut",), ())


# Hostile mail ---------------------------------------------------------------------------------------------------


def nested(depth: int, text: str = "in de diepte") -> bytes:
    levels = (f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(depth))
    return ("Subject: diep\n" + "".join(levels) + f"Content-Type: text/plain\n\n{text}\n").encode()


def mails_in_mails(depth: int) -> bytes:
    return b"".join(b"Subject: %d\nContent-Type: message/rfc822\n\n" % n for n in range(depth)) + b"Subject: x\n\nkern"


MEGABYTE = 1_000_000
BOMBS = {
    "nested 400 deep, a megabyte inside": nested(400, "hallo hallo\n" * 80_000),
    "nested 5,000 deep": nested(5_000),
    "mails in mails, 5,000 deep": mails_in_mails(5_000),
    "10,000 parts": b"Content-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\nhallo\n" * 10_000,
    "10,000 attached mails": b"Content-Type: multipart/mixed; boundary=x\n\n"
    + b"--x\nContent-Type: message/rfc822\n\nSubject: y\n\nhallo\n" * 10_000,
    "a line of a megabyte": a_mail("a" * MEGABYTE),
    "a subject of a megabyte": b"Subject: " + b"a" * MEGABYTE,
    "100,000 headers": b"X: y\n" * 100_000,
    "encoded words without end": b"Subject: " + b"=?utf-8?q?" * (MEGABYTE // 10),
    "commas in From": b"From: " + b"a," * (MEGABYTE // 2),
    "parentheses in From": b"From: " + b"(" * MEGABYTE,
    "almost boundaries": b"Content-Type: multipart/mixed; boundary=x\n\n" + b"--x--x--x" * (MEGABYTE // 9),
    "NUL bytes": a_mail(b"\0" * MEGABYTE),
    "bytes of no charset": a_mail(b"\xff\xfe\x81" * (MEGABYTE // 3)),
    "accents on one letter": a_mail("e" + "\u0301\u0316" * (MEGABYTE // 4)),
    "open divs": a_mail("<div>" * (MEGABYTE // 5), "text/html"),
    "open quotes": a_mail("<blockquote>x" * (MEGABYTE // 13), "text/html"),
    "open tables": a_mail("<table><tr><td>x" * (MEGABYTE // 16), "text/html"),
    "cells over everything": a_mail("<table>" + "<tr><td rowspan=20 colspan=20>a" * (MEGABYTE // 31), "text/html"),
    "attributes": a_mail("<a " + "x=1 " * (MEGABYTE // 4) + ">", "text/html"),
    "links of one long word": a_mail(("<a " + "x" * 3_900 + ">") * 250, "text/html"),
    "quotation marks in tags": a_mail('<a "' * (MEGABYTE // 4), "text/html"),
    "a long style": a_mail('<p style="' + "text-decoration" * (MEGABYTE // 15) + '">', "text/html"),
    "comments": a_mail("<!--" * (MEGABYTE // 4), "text/html"),
    "an entity of a megabyte": a_mail("&#" + "9" * MEGABYTE + ";", "text/html"),
    "flowed without end": a_mail("a \n" * (MEGABYTE // 3), "text/plain; format=flowed"),
    "parameters": b"Content-Type: text/plain" + b"; a*0*=%41" * (MEGABYTE // 10) + b"\n\nx",
}


@pytest.mark.parametrize("name", BOMBS)
def test_no_bomb_takes_long_or_leaves_more_text_than_allowed(name: str) -> None:
    begin = time.process_time()

    found = parse(BOMBS[name])

    assert len(found.text) <= MAX_TEXT
    assert time.process_time() - begin < ONE_SECOND


def test_what_was_too_much_is_told() -> None:
    assert Defect.NESTED_TOO_DEEP in parse(nested(400)).defects
    assert Defect.TOO_MANY_PARTS in parse(BOMBS["10,000 parts"]).defects
    assert Defect.TEXT_CUT in parse(BOMBS["a line of a megabyte"]).defects
    assert Defect.HEADERS_CUT in parse(BOMBS["100,000 headers"]).defects


def test_thirty_levels_are_still_read() -> None:
    found = parse(nested(30))

    assert (found.text, Defect.NESTED_TOO_DEEP in found.defects) == ("in de diepte", False)


def test_a_large_attachment_is_neither_decoded_nor_kept() -> None:
    archive = base64.encodebytes(bytes(6 * MEGABYTE)).decode()
    head = "Content-Type: application/zip; name=a.zip\nContent-Transfer-Encoding: base64\n"
    body = f"--x\n\nhallo\n--x\n{head}\n{archive}\n--x--\n"
    begin = time.process_time()

    found = parse(a_mail(body, "multipart/mixed; boundary=x"))

    assert (found.text, found.attachments) == ("hallo", (Attachment("a.zip", "application/zip"),))
    assert time.process_time() - begin < ONE_SECOND


@given(st.binary(max_size=3_000))
def test_no_bytes_whatever_make_it_raise(data: bytes) -> None:
    found = parse(data)

    assert (type(found), found.message_id[:1]) == (IncomingMessage, "<")


@given(st.data())
def test_no_mutation_of_a_real_mail_makes_it_raise_or_take_long(data: st.DataObject) -> None:
    mail = bytearray(raw(data.draw(st.sampled_from(LETTERS))))
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(mail)))
        end = min(len(mail), at + data.draw(st.integers(0, 60)))
        mail[at:end] = data.draw(st.binary(max_size=20) | st.sampled_from(PIECES))
    begin = time.process_time()

    found = parse(bytes(mail))

    assert found.text == found.text.replace("\0", "").replace("\r", "")
    assert time.process_time() - begin < ONE_SECOND


PIECES = [b"\r\n\r\n", b"\n--_alt_\n", b"=?utf-8?Q?", b"?=", b"<table>", b"</td>", b"<s>", b"\0", b'"', b"(", b"=\r\n",
          b"Content-Type: multipart/mixed\r\n", b"Content-Transfer-Encoding: base64\r\n", b"charset=utf-16\r\n",
          b"\xff", b"boundary=", b"<!--", b"&#", b"From: ", b"\xc3", b"> ", b"-- \n", b"begin 644 x\n"]  # fmt: skip
