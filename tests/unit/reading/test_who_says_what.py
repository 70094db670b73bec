"""The letters that a mail is made of, and where each one's talk ends."""

from mailbot.reading.closing import parts
from mailbot.reading.letters import letters

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
