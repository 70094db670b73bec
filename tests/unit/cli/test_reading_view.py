"""`mailbot read` for people: the mail with what was read marked in it."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from mailbot.cli.reading_view import show_reading
from mailbot.domain.event import Choice
from mailbot.domain.message import Address, Attachment, IncomingMessage, Origin, Screening
from mailbot.domain.reading import Action, Evidence, Kind, Reading, Request
from mailbot.pipeline.understand import NOTHING, UNREADABLE, Understanding
from tests.unit.adapters.reports.invented import EVENT, ZONE

TEXT = "Hoi,\n\nJan de Vries en ik komen de 30e, graag 1B. Jan eet vegetarisch.\n\nGroet,\nFemke\n06-12345678\n"

MESSAGE = IncomingMessage(
    headers={"from": ("Femke Nijland <f.nijland@voorbeeld.nl>",)},
    message_id="<1@voorbeeld.nl>",
    subject="Aanmelding twee personen",
    sender=Address("Femke Nijland", "f.nijland@voorbeeld.nl"),
    reply_to=None,
    to=(),
    cc=(Address("", "jan@voorbeeld.nl"),),
    date=datetime(2023, 2, 14, 9, 12, tzinfo=ZONE),
    in_reply_to=None,
    references=(),
    text=TEXT,
    content_types=("text/plain",),
    attachments=(Attachment("lijst.xlsx", "application/vnd.ms-excel"),),
)


def at(words: str, part: str = "text", text: str = TEXT) -> Evidence:
    start = text.index(words)
    return Evidence(part, start, start + len(words))


READING = Reading(
    Kind.SIGNUP,
    EVENT.slug,
    review=True,
    reasons=("attachment", "no_full_name"),
    requests=(
        Request(
            Action.REGISTER,
            "Jan de Vries",
            email="jan@voorbeeld.nl",
            diet="vegetarisch",
            workshops=(Choice(1, "vooroordelen"),),
            evidence=(
                ("name", at("Jan de Vries")),
                ("email", Evidence("cc", 0, 16)),
                ("diet", at("vegetarisch")),
                ("workshops", at("1B")),
            ),
        ),
        Request(
            Action.REGISTER,
            "Femke Nijland",
            email="f.nijland@voorbeeld.nl",
            phone="06-12345678",
            workshops=(Choice(1, "vooroordelen"),),
            evidence=(("phone", at("06-12345678")), ("workshops", at("1B")), ("organisation", Evidence("from", 0, 0))),
        ),
    ),
    unnamed=1,
    question=True,
)

WHOLE = """\
twee.eml
  Van        Femke Nijland <f.nijland@voorbeeld.nl>
  Cc         jan@voorbeeld.nl
  Onderwerp  Aanmelding twee personen
  Datum      14-02-2023 09:12

    Hoi,

    [Jan de Vries](1) en ik komen de 30e, graag [1B](2). Jan eet
    [vegetarisch](3).

    Groet,
    Femke
    [06-12345678](4)
    (bijlage: lijst.xlsx)

Gelezen als een aanmelding, afmelding of wijziging, voor Gemeenten en de strijd
tegen discriminatie (discriminatie-2023).
1. Jan de Vries: aanmelden (1)
    e-mail     jan@voorbeeld.nl (uit: Cc)
    workshops  ronde 1: Vooroordelen Voorbij (2)
    dieet      vegetarisch (3)
2. Femke Nijland: aanmelden
    e-mail     f.nijland@voorbeeld.nl
    telefoon   06-12345678 (4)
    workshops  ronde 1: Vooroordelen Voorbij (2)
Nog aangekondigd zonder naam: 1.
De afzender verwacht ook antwoord op een vraag.
Een mens moet hiernaar kijken.
  - Er zit een bijlage bij waarin een aanmelding kan staan.
  - Van iemand ontbreekt de volledige naam.
"""


def test_the_mail_is_shown_with_what_was_read_and_why_a_person_should_look():
    assert shown() == WHOLE


def test_on_a_terminal_the_marked_words_have_a_colour_instead_of_brackets():
    text = shown(color=True)

    assert "graag \x1b[1;35m1B\x1b[0m(2)." in text
    assert "[1B]" not in text


def test_marks_within_marks_are_both_shown():
    whole = Request(Action.REGISTER, "Jan", evidence=(("name", at("Jan de Vries")), ("role", at("de Vries en ik"))))
    row = Request(Action.REGISTER, "Femke", evidence=(("workshops", at("Jan de Vries en ik komen")),))

    text = shown(reading=Reading(Kind.SIGNUP, requests=(whole, row)))

    assert "[[Jan [de Vries](2) en ik](3) komen](1) de 30e" in text


def test_the_words_that_sound_doubtful_are_marked_too():
    text = shown(reading=Reading(Kind.SIGNUP, review=True, reasons=("sounds_doubtful",), doubted=at("de 30e")))

    assert "komen [de 30e](1), graag" in text
    assert "Het gaat vooral om deze woorden: (1)" in text


def test_the_subject_has_its_marks_too():
    subject = at("twee personen", "subject", MESSAGE.subject)

    text = shown(reading=Reading(Kind.SIGNUP, requests=(Request(Action.CANCEL, None, evidence=(("name", subject),)),)))

    assert "Onderwerp  Aanmelding [twee personen](1)\n" in text
    assert "1. (naam ontbreekt): afmelden (1)\n" in text


def test_a_mail_that_could_not_be_read_has_no_headers_to_show():
    text = show_reading(
        "x.eml", Understanding(NOTHING, Screening(Origin.HUMAN), UNREADABLE), (EVENT,), ZONE, 80, color=False
    )

    assert text == (
        "x.eml\nGelezen als geen aanmelding.\nEen mens moet hiernaar kijken.\n  - De mail kon niet worden gelezen.\n"
    )


def test_an_automatic_mail_is_told_to_get_no_answer():
    assert shown(reading=Reading(Kind.AUTOMATIC, reasons=("vacation",))).endswith(
        "Gelezen als een automatisch bericht.\nDeze mail krijgt geen antwoord.\n  - Dit is een afwezigheidsbericht.\n"
    )


@given(
    st.text() | st.text(st.sampled_from("\x1b\x9b[31m\r\n\t\u202e ab"), max_size=60),
    st.lists(st.tuples(st.integers(0, 70), st.integers(0, 70)), max_size=6),
)
@settings(max_examples=60)
def test_no_mail_and_no_evidence_makes_it_fail_or_steers_the_terminal(text: str, spans: list[tuple[int, int]]):
    evidence = tuple((f"field{at}", Evidence("text", *span)) for at, span in enumerate(spans))
    reading = Reading(Kind.SIGNUP, requests=(Request(Action.REGISTER, text, evidence=evidence),), reasons=(text,))

    result = shown(reading=reading, message=replace(MESSAGE, text=text, subject=text))

    assert [c for c in result if c in "\x1b\x9b\r\u202e\x00"] == []


def shown(reading: Reading = READING, message: IncomingMessage = MESSAGE, **how: Any) -> str:
    understanding = Understanding(message, Screening(Origin.HUMAN), reading)
    return show_reading("twee.eml", understanding, (EVENT,), ZONE, 80, **{"color": False, **how})
