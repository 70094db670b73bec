"""No input whatever makes reading fail, hang or forget to say why."""

import time
from datetime import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from mailbot.pipeline.understand import understand
from tests.unit.reading.letters import MESSAGES
from tests.unit.reading.second_house import CONTEXT, ZONE, mail

PIECES = st.sampled_from(
    [
        "Graag meld ik mij aan voor de lezing. ",
        "Ik kom niet",
        "Wim Smit",
        "> ",
        "\n",
        "\t",
        "- ",
        "1. ",
        "Naam: ",
        "Van: Jan <j@x.nl>\nVerzonden: nu\nAan: x\n",
        "Op 1-2-2023 schreef Jan:\n",
        "(",
        ")",
        "((((",
        ", ",
        "en ",
        "ik ",
        "niet ",
        "30 maart ",
        "wim@x.nl ",
        "\x00",
        "İ",
        "ﬁ",
        "\u202e",
        "Met vriendelijke groet,\n",
        "A.B.C. van der ",
        "?" * 50,
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=40).map("".join))
def test_any_text_is_read_without_an_error(text: str) -> None:
    assert understand(mail(text.encode("utf-8", "replace")), CONTEXT).error is None


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_real_letter_with_bytes_changed_is_read_without_an_error(data: st.DataObject) -> None:
    letters = sorted(MESSAGES.glob("*.eml"))
    raw = bytearray(data.draw(st.sampled_from(letters)).read_bytes())
    for at in data.draw(st.lists(st.integers(0, max(len(raw) - 1, 0)), max_size=12)):
        raw[at] = data.draw(st.integers(0, 255))

    assert understand(bytes(raw), CONTEXT).error is None


def test_megabyte_lines_are_read_in_a_moment() -> None:
    for line in (
        "Jan " * 250_000,
        "a" * 1_000_000,
        "(" * 500_000,
        "> " * 400_000,
        "meld mij " * 100_000,
        "J. " * 300_000,
    ):
        begun = time.process_time()

        understanding = understand(mail(line), CONTEXT)

        assert understanding.error is None
        assert time.process_time() - begun < 5


def test_the_same_mail_gives_the_same_reading_whenever_it_is_read() -> None:
    raw = mail("Ik kom graag naar de lezing.\n\nGroet,\nMarije Tuinstra")

    assert understand(raw, CONTEXT).reading == understand(raw, CONTEXT).reading


def test_what_cannot_be_read_is_for_a_person() -> None:
    understanding = understand(b"", CONTEXT)

    assert understanding.reading.requests == ()
    assert understanding.reading.review or understanding.reading.kind.value == "unrelated"


def test_a_mail_without_a_date_is_judged_by_when_it_arrived() -> None:
    raw = mail("Ik kom graag.\n\nGroet,\nMarije Tuinstra").replace(b"Date: Tue, 14 Feb 2023 09:12:00 +0100\r\n", b"")

    assert CONTEXT.fallback == datetime(2023, 2, 14, 9, tzinfo=ZONE)
    assert understand(raw, CONTEXT).reading.event == "lezing-sterren"


def test_a_nameless_author_may_write_as_the_undersigned() -> None:
    raw = mail("Resteert ondergetekende, die graag komt.", From="Fractie Wierhaven <fractie@wierhaven.nl>")

    assert understand(raw, CONTEXT).reading.reasons != ("unreadable",)
