"""The letters that a mail is made of, and where each one's talk ends."""

import pytest

from mailbot.reading.letter.closing import parts
from mailbot.reading.letter.letters import letters

OWN = "platform@voorbeeldplatform.nl"


def said(text: str) -> list[str]:
    """The words of each letter, the writer's own first, white space squeezed."""
    return [" ".join(letter.text.split()) for letter in letters(text, OWN)]


def test_outlooks_header_begins_a_letter_of_its_own() -> None:
    text = (
        "Ja graag!\n\nVan: Piet Bos <piet@x.nl>\nVerzonden: maandag 6 februari 2023\nAan: Jan\n"
        "Onderwerp: RE: dag\n\nGa je mee?"
    )

    assert said(text) == ["Ja graag!", "Ga je mee?"]


def test_a_form_that_says_van_is_no_quoted_mail() -> None:
    text = "Aanmelding\nVan: gemeente Wierhaven\nNaam: Jan Bos"

    assert len(letters(text, OWN)) == 1


def test_answers_between_quoted_lines_are_the_writers_own() -> None:
    text = "> Uw naam:\n\nJan Bos\n\n> Uw dieet:\n\nhalal"

    own, quoted = letters(text, OWN)

    assert " ".join(own.text.split()) == "Jan Bos halal"
    assert own.inline
    assert " ".join(quoted.text.split()) == "Uw naam: Uw dieet:"


def test_an_introduction_over_two_lines_names_who_is_quoted() -> None:
    text = (
        "Nee.\n\nOp ma 6 mrt 2023 om 14:15 schreef Platform <\nplatform@voorbeeldplatform.nl>:\n\n> U bent aangemeld."
    )

    own, quoted = letters(text, OWN)

    assert own.words == "Nee."
    assert quoted.ours


def test_our_name_without_the_address_is_ours_too() -> None:
    text = "Ok\n\nVan: Platform Mensen\nVerzonden: maandag\nAan: Jan\n\nWelkom"

    assert letters(text, "platformmensen@minbzk.nl")[1].ours


def test_offsets_stay_those_of_the_mail() -> None:
    text = "Hoi\n> oud\n> ouder\nDag Jan Bos"

    own = letters(text, OWN)[0]

    assert len(own.text) == len(text)
    assert own.text.index("Dag Jan Bos") == text.index("Dag Jan Bos")


def test_the_signature_begins_below_the_closing_words() -> None:
    letter = letters("Ik kom graag.\n\nMet vriendelijke groet,\nJan Bos\nGemeente Wierhaven", OWN)[0]

    split = parts(letter)

    assert split.body.split() == ["Ik", "kom", "graag."]
    assert split.signature.split("\n")[-2:] == ["Jan Bos", "Gemeente Wierhaven"]


@pytest.mark.parametrize("thanks", ["Alvast bedankt.", "Bij voorbaat dank!", "Tot dan!"])
@pytest.mark.parametrize("closing", ["\n\nGroet,", ""])
def test_thanks_above_what_is_asked_close_no_letter(thanks: str, closing: str) -> None:
    split = parts(letters(f"Hallo,\n\n{thanks}\n\nGraag aanmelden: Jan Bos.{closing}\n\nThea Vis", OWN)[0])

    assert "Graag aanmelden: Jan Bos." in split.body


def test_a_name_on_the_closing_line_is_the_sign_off() -> None:
    text = "Ik kom.\n\nGroetjes Thea"

    split = parts(letters(text, OWN)[0])

    assert split.sign_off is not None
    assert text[slice(*split.sign_off)] == "Thea"


def test_a_postscript_is_talk_again() -> None:
    split = parts(letters("Ik kom.\n\nGroet,\nJan Bos\n\nPS Ik eet geen vlees.", OWN)[0])

    assert "PS Ik eet geen vlees." in split.body
    assert "Jan Bos" in split.signature


def test_a_disclaimer_is_nobodys_talk() -> None:
    split = parts(
        letters("Ik kom.\n\nGroet,\nJan\n\nDit e-mailbericht is uitsluitend bestemd voor de geadresseerde.", OWN)[0]
    )

    assert "geadresseerde" in split.notice
    assert "geadresseerde" not in split.body + split.signature


@pytest.mark.parametrize(
    "introduction",
    [
        ">>> Platform Mensen <platform@voorbeeldplatform.nl> 10-2-2023 15:12 >>>",
        "Op 21-02-2023 16:20, Platform Mensen <platform@voorbeeldplatform.nl> schreef:",
        "Platform Mensen <platform@voorbeeldplatform.nl> heeft op 14 februari 2023 om 15:10 geschreven:",
        "Quoting Platform Mensen <platform@voorbeeldplatform.nl>:",
        "Citeren Platform Mensen <platform@voorbeeldplatform.nl>:",
        "2023-02-14 15:10 GMT+01:00 Platform Mensen <platform@voorbeeldplatform.nl>:",
        "---- On Tue, 14 Feb 2023 15:10:00 +0100 Platform <platform@voorbeeldplatform.nl> wrote ----",
        "Le mar. 14 févr. 2023 à 15:10, Platform <platform@voorbeeldplatform.nl> a écrit :",
        "Am 14.02.23 um 15:10 schrieb Platform <platform@voorbeeldplatform.nl>:",
        "Op di 14 feb 2023 15:10 schreef Platform <platform@voorbeeldplatform.nl>",
        "Van: Platform <platform@voorbeeldplatform.nl> Verzonden: 14 februari 2023 Aan: Jan Onderwerp: Uitnodiging",
    ],
)
def test_every_programs_introduction_begins_our_letter(introduction: str) -> None:
    text = f"Ja graag!\n\nJan Bos\n\n{introduction}\n\nWij nodigen u uit."

    own, quoted = letters(text, OWN)

    assert " ".join(own.text.split()) == "Ja graag! Jan Bos"
    assert quoted.words == "Wij nodigen u uit."
    assert quoted.ours


@pytest.mark.parametrize(
    "sentence",
    [
        "Op 14 februari schreef ik jullie al het volgende:",
        "Jan heeft op 30 maart de volgende wensen:",
        "Op 14 februari heb ik me aangemeld vanaf jan@x.nl",
    ],
)
def test_a_sentence_with_a_date_introduces_nobody(sentence: str) -> None:
    assert len(letters(f"{sentence}\nIk kom graag.", OWN)) == 1


def body_and_signature(text: str, known: frozenset[str] = frozenset()) -> tuple[str, str]:
    split = parts(letters(text, OWN)[0], known)
    return " ".join(split.body.split()), " ".join(split.signature.split())


@pytest.mark.parametrize(
    "below",
    [
        "Naomi Kromo\ncoördinator bewonersinitiatieven\nStichting Buurtkracht\n06 1834 5590",
        "A.C.M. Sterrenburg-Vlaming\nburgemeester van Wierhaven",
        "Th. (Theo) van Hooff\nvoorzitter Adviesraad Sociaal Domein",
        "Piet Bos\nGemeente Amersfoort",
        "Els Vis | beleidsadviseur\n06-12345678",
        "Mw. drs. E. Vis\nStrategisch adviseur",
    ],
)
def test_a_name_with_a_title_or_a_house_below_it_signs_where_no_header_tells_who_writes(below: str) -> None:
    body, signature = body_and_signature(f"Graag geef ik me op voor de bijeenkomst.\n\n{below}")

    assert body == "Graag geef ik me op voor de bijeenkomst."
    assert signature == " ".join(below.split())


def test_what_programs_set_behind_the_mark_is_below_the_name_that_signs() -> None:
    body, signature = body_and_signature(
        "Ik kom graag.\n\nMr. S.R.K. Vonk\nGemeente Wierhaven\n\n-- \nWerkdagen: ma-di-wo"
    )

    assert body == "Ik kom graag."
    assert signature.startswith("Mr. S.R.K. Vonk")


@pytest.mark.parametrize(
    "text",
    [
        "Wilt u onderstaande persoon inschrijven?\n\nPiet Bos\nadviseur\nGemeente Wierhaven",
        "Graag inschrijven:\n\nPiet Bos\nGemeente Wierhaven",
        "Wij komen met drie.\n\nPiet Bos\nGemeente Wierhaven\nJan Vis\nGemeente Epe",
    ],
)
def test_people_who_are_announced_sign_nothing(text: str) -> None:
    assert body_and_signature(text)[1] == ""


@pytest.mark.parametrize(
    "standing",
    [
        "Ik werk op maandag, dinsdag en donderdag. Op woensdag ben ik niet aanwezig; bel dan mijn collega Wim Vis.",
        "Aanwezig op ma, di en do. Mijn collega's helpen u graag op de andere dagen.",
        "Vrijdag is mijn vrije dag. Bel mij dan liever niet.",
        "Discriminatie meegemaakt of gezien? Meld het! Wij zijn op werkdagen bereikbaar van 9.00 tot 17.00 uur.",
        "Wij zijn verhuisd naar een nieuw pand, en u vindt ons aan de Kade 3.",
        "Bent u niet de juiste ontvanger? Meld dit dan aan ons en verwijder deze mail. U mag niets kopiëren.",
        "Wij zijn op zoek naar nieuwe collega's! Kom jij ons team versterken? Kijk op onze site.",
        "Let op: van 3 t/m 14 april ben ik met vakantie. Mijn collega Jan de Wit neemt waar.",
        "Tijdens mijn afwezigheid kunt u bij ons secretariaat terecht met al uw vragen.",
        "My working hours may not be your working hours, please do not feel obliged to answer me at once.",
    ],
)
def test_what_a_signature_says_every_day_is_no_talk(standing: str) -> None:
    text = f"Ik kom graag.\n\nMet vriendelijke groet,\nJan Bos\nGemeente Wierhaven\n\n{standing}"

    assert body_and_signature(text)[0] == "Ik kom graag."


def test_a_single_weekday_below_the_signature_is_talk() -> None:
    text = "Dank!\n\nGroet,\nJan Bos\n\nIk ben er donderdag graag de hele dag bij."

    assert body_and_signature(text)[0] == "Dank! Ik ben er donderdag graag de hele dag bij."


HEAD = "Aan:     Platform Mensen\nVan:     J. Bos\nDatum:   8 februari 2023\nBetreft: lezing 9 maart\nKenmerk: 12/3\n\n"


def test_the_head_of_a_letter_as_on_paper_is_the_writers_own() -> None:
    (own,) = letters(f"{HEAD}Geachte heer,\n\nIk kom graag.", OWN)

    assert own.text.split("\n\n")[0].strip() == "Betreft: lezing 9 maart"
    assert own.words.endswith("Ik kom graag.")


@pytest.mark.parametrize(
    "head",
    [
        "Van: J. Bos\nAan: Platform Mensen\nDatum: 8 februari 2023\nOnderwerp: lezing\n\n",
        "Aan: Platform Mensen\nVan: J. Bos <j.bos@ede.nl>\nDatum: 8 februari 2023\nOnderwerp: lezing\n\n",
        "Aan: Platform Mensen\nVan: J. Bos\nVerzonden: 8 februari 2023 12:10\nOnderwerp: lezing\n\n",
    ],
)
def test_what_a_program_writes_above_a_quoted_mail_is_no_such_head(head: str) -> None:
    assert "Ik kom graag." not in letters(f"{head}Ik kom graag.", OWN)[0].text
