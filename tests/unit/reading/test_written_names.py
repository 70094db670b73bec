"""How names are written: in address books, in small letters, in part here and in full there; and what is none."""

import pytest

from mailbot.domain.message import Origin, Screening
from mailbot.domain.reading import Reading
from mailbot.reading.message.parse import parse
from mailbot.reading.names import find, from_header
from mailbot.reading.read import read
from tests.unit.reading.second_house import CONTEXT, mail

OFFICE = "Secretariaat B&W <secretariaat@wierhaven.nl>"
OURS = "Van: Bibliotheek Wierhaven <platform@voorbeeldplatform.nl>\nVerzonden: maandag 20 februari 2023 09:00\nAan: "


def reading_of(text: str, sender: str, subject: str = "Aanmelding") -> Reading:
    return read(parse(mail(text, From=sender, Subject=subject)), Screening(Origin.HUMAN), CONTEXT)


def asked(reading: Reading) -> list[tuple[str, str | None]]:
    return [(request.action.value, request.name) for request in reading.requests]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # a line of its own below a name is a second surname only where it is nothing else
        ("Dr Melati Hartono\nAssistant Professor, Leiden", ["Melati Hartono"]),
        ("prof. Melati Hartono\nVan Vollenhoven Institute", ["Melati Hartono"]),
        ("Melati Hartono\nHead of Unit", ["Melati Hartono"]),
        ("Jan Willem\nBeleidsadviseur", ["Jan Willem"]),
        ("Jan Willem\nVan der Wal", ["Jan Willem van der Wal"]),
        ("Dr Melati\nHartono", ["Melati Hartono"]),
        # a double surname without a given name
        ("Wethouder Saris-El Idrissi kan niet", ["Saris-El Idrissi"]),
        ("Malika Saris-El Idrissi kan niet", ["Malika Saris-El Idrissi"]),
        # where somebody is from
        ("de wethouder uit Oldenburg komt", []),
        ("de burgemeester te Zutphen komt", []),
        ("wethouder te Velde komt", ["te Velde"]),
        ("wethouder uit den Boogaard komt", ["uit den Boogaard"]),
        ("burgemeester in 't Veld komt", ["in 't Veld"]),
        # titles behind the comma, and titles that hold for several
        (
            "Vonk, dr. E. (Elvira) <evonk@x.nl>; Bos, drs. K.J. (Klaas Jan) de <kj@x.nl>",
            ["Elvira Vonk", "Klaas Jan de Bos"],
        ),
        ("- Bos, de heer P.J. de\n- Vonk, mevrouw mr. K.", ["P.J. de Bos", "K. Vonk"]),
        ("- Bos, de, Piet (dhr.)\n- Vonk, van der, Louise (prof.)", ["Piet de Bos", "Louise van der Vonk"]),
        ("de wethouders Bos, mr. K. Vries en Kok", ["Bos", "K. Vries", "Kok"]),
        ("Wim Bos, dr. Kim Smit en ing. P. Kok", ["Wim Bos", "Kim Smit", "P. Kok"]),
        # in small letters
        ("els bos, ali ben salah en wim kok", ["Els Bos", "Ali ben Salah", "Wim Kok"]),
        ("wim bos, els fietst en kees bakker loopt", ["Wim Bos", "Kees Bakker"]),
    ],
)
def test_a_name_is_found_as_it_is_written(text: str, names: list[str]) -> None:
    assert [str(found.name) for found in find(text)] == names


@pytest.mark.parametrize(
    ("shown", "name"),
    [
        ("Bijl-Tjon A Ten, Gaby", "Gaby Bijl-Tjon A Ten"),
        ("Tjon A Ten, G. (Gaby)", "Gaby Tjon A Ten"),
        ("Berg van den, Gaby", "Gaby van den Berg"),
        ("Bos, de heer P.J. de (Piet)", "Piet de Bos"),
        ("Vonk, dr. E. (Elvira)", "Elvira Vonk"),
    ],
)
def test_what_stands_before_the_comma_is_the_surname(shown: str, name: str) -> None:
    assert str(from_header(shown)) == name


@pytest.mark.parametrize(
    ("sender", "text", "name"),
    [
        (
            "R. Vonkersma <r.vonkersma@x.nl>",
            "wil graag naar de lezing. ruben vonkersma, tiel. mvg R",
            "Ruben Vonkersma",
        ),
        ("R. Vonk <r.vonk@x.nl>", "ik ben ruben vonk en kom graag naar de lezing. mvg R", "Ruben Vonk"),
        ("J. Stad <j.stad@x.nl>", "ik kom graag naar de lezing, jan stad, tiel. groet", "Jan Stad"),
        ("J. Stad <j.stad@x.nl>", "ik kom graag naar de lezing, de stad tiel is mooi. groet", "J. Stad"),
        ("M. Bos <m.bos@x.nl>", "ik kom graag naar de lezing. mevrouw bos, tiel. groet", "M. Bos"),
        ("K. Vonk <k.vonk@x.nl>", "ik kom naar de lezing. mijn broer karel vonk komt niet. gr K", "K. Vonk"),
        ("K. Vonk <k.vonk@x.nl>", "ik kom naar de lezing. karel vonk, mijn broer, komt niet. gr K", "K. Vonk"),
        ("K. Vonk <k.vonk@x.nl>", "Ik kom naar de lezing. Karel Vonk (mijn broer) komt niet.\n\nK. Vonk", "K. Vonk"),
    ],
)
def test_whom_the_header_shows_by_initials_says_the_name_in_the_letter(sender: str, text: str, name: str) -> None:
    assert asked(reading_of(text, sender)) == [("register", name)]


@pytest.mark.parametrize(
    ("sender", "greeted", "name"),
    [
        ("m.vonk@x.nl", "Beste Mirte Vonk", "Mirte Vonk"),
        ("m.vanderbijl@x.nl", "Dag Mirte van der Bijl", "Mirte van der Bijl"),
        ("bart.zand@x.nl", "Beste Mirte Vonk", "Bart Zand"),
        ("a.smit@x.nl", "Beste Mirte Vonk", None),
    ],
)
def test_a_writer_without_a_name_is_whom_our_letter_below_calls_as_the_address_does(
    sender: str, greeted: str, name: str | None
) -> None:
    ours = f"{greeted},\n\nU bent aangemeld voor de lezing. Ook uw collega Bart Zand is aangemeld."
    text = f"Helaas ben ik ziek. Wil je me afmelden?\n\n{OURS}{sender}\nOnderwerp: lezing\n\n{ours}\n"

    assert asked(reading_of(text, sender, "RE: lezing")) == [("cancel", name)]


@pytest.mark.parametrize(
    ("sender", "text", "name"),
    [
        ("m.vonk@x.nl", "Kom naar de lezing. Mirthe Vonk-Zwart, jurist. Graag zonder trappen.", "Mirthe Vonk-Zwart"),
        ("w.bakkers@x.nl", "hoi doe mij maar bij de lezing. Wim bakkers gem. Tiel, ben boa. mvg wim", "Wim Bakkers"),
        ("w.bakkers@x.nl", "hoi doe mij maar bij de lezing. Karel bakkers komt niet. mvg wim", None),
    ],
)
def test_a_writer_without_a_name_is_whom_the_letter_calls_as_the_address_does(
    sender: str, text: str, name: str | None
) -> None:
    reading = reading_of(text, sender)

    assert (asked(reading), reading.review) == ([("register", name)], name is None)


def test_a_name_in_small_letters_ends_where_the_header_ends_it() -> None:
    text = "ik kom graag naar de lezing mijn naam is idris hassan omar telefoon 0612345678 tot dan"

    assert asked(reading_of(text, "Idris Hassan Omar <idris.ho@x.nl>")) == [("register", "Idris Hassan Omar")]


def test_who_is_called_by_a_double_surname_alone_is_whoever_has_it() -> None:
    text = (
        "Namens de wijkraad verzoek ik u dit lid in te schrijven voor de lezing:\n\n"
        "Mevrouw G.A. (Greta) Maria-Felix, voorzitter, greta.maria@x.nl\n\n"
        "Mevrouw Maria-Felix zal er ruim op tijd zijn.\n\nMet vriendelijke groet,\nCorrie Zon\nsecretariaat"
    )

    assert asked(reading_of(text, "Secretariaat <secretariaat@x.nl>")) == [("register", "Greta Maria-Felix")]


@pytest.mark.parametrize(
    ("called", "name"),
    [
        ("Wethouder Vonk-El Idri kan 9 maart niet. Wilt u haar uitschrijven?", "Malika Vonk-El Idri"),
        ("Mevrouw Brink kan 9 maart niet. Wilt u haar uitschrijven?", "Femke Brink"),
        ("De heer Brink kan 9 maart niet. Wilt u hem uitschrijven?", "Peter Brink"),
    ],
)
def test_who_is_called_by_a_surname_is_whom_our_list_has_in_full(called: str, name: str) -> None:
    listed = "- mevrouw M. (Malika) Vonk-El Idri, wethouder\n- de heer P. (Peter) Brink\n- mevrouw F. (Femke) Brink"
    ours = f"Beste Bea,\nVoor de lezing staan nu genoteerd:\n{listed}\nTot dan!"
    text = f"Dag,\n\n{called}\n\nGroet,\nBea Smit\nsecretaresse\n\n"

    reading = reading_of(f"{text}{OURS}{OFFICE}\nOnderwerp: lezing\n\n{ours}\n", OFFICE, "RE: lezing")

    assert asked(reading) == [("cancel", name)]


@pytest.mark.parametrize(
    ("sender", "signed", "name"),
    [
        ("d.elkhatib@x.nl", "Dounia", "Dounia Elkhatib"),
        ("p.vanderveen@x.nl", "Peter", "Peter van der Veen"),
        ("k.jansen@x.nl", "Peter", "Peter"),
        ("info@x.nl", "Peter", "Peter"),
    ],
)
def test_a_surname_that_only_the_address_has_is_shown_and_asked_about(sender: str, signed: str, name: str) -> None:
    reading = reading_of(f"Ik kom graag naar de lezing.\n\nGroet,\n{signed}", sender)

    assert (asked(reading), reading.reasons) == ([("register", name)], ("no_full_name",))


@pytest.mark.parametrize(
    ("sender", "written"),
    [
        ("Li, Wen-Hua (Wendy) <w.li@x.nl>", "Li Wen-Hua"),
        ("Vonk, Soerdjpersad (Ray) <s.vonk@x.nl>", "Soerdjpersad Vonk"),
    ],
)
def test_who_is_called_otherwise_in_the_header_is_nobody_else(sender: str, written: str) -> None:
    text = f"Voor de lezing zet ik graag mijn naam op de lijst:\n\n{written}\nregisseur\n\nvr.gr."

    reading = reading_of(text, sender)

    assert [request.email for request in reading.requests] == [sender.partition("<")[2].strip(">")]


def test_what_may_be_a_name_in_a_row_of_small_letters_is_asked_about() -> None:
    reading = reading_of("graag naar de lezing: wim bos, els vonkelaar en xulani tembaka\n\ngroet bea smit", OFFICE)

    assert "unsure_name" in reading.reasons


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Aanwezig: ja. Lunch: vegan. Workshop: geen. O. Vonk, jurist", "Oda Vonk"),
        ("Komst: ja\nEten: vegan\n\nO. Vonk, jurist", "Oda Vonk"),
        ("Aanwezig: nee. Lunch: nvt. Workshop: geen. Oda Vonk, jurist", None),
        ("Aanwezig: nee\nLunch: nvt\n\nOda Vonk, jurist", None),
        ("Naam: Oda Vonk\nAanwezig: nee\nLunch: nvt", None),
    ],
)
def test_a_form_that_asks_whether_somebody_comes_says_it(form: str, name: str | None) -> None:
    reading = reading_of(form, "Vonk, Oda <o.vonk@x.nl>", "aanmelding lezing")

    assert asked(reading) == ([("register", name)] if name else [])


@pytest.mark.parametrize(
    "form",
    [
        "Aanwezig: ja, met Wim Kok. Lunch: vegan. Workshop: geen.",
        "Naam: Oda Vonk\nAanwezig: onder voorbehoud",
        "Naam: Oda Vonk\nAanwezig 9 maart: ja\nAanwezig 15 april: nee",
    ],
)
def test_a_form_that_says_more_than_yes_or_no_is_asked_about(form: str) -> None:
    reading = reading_of(form, "Oda Vonk <o.vonk@x.nl>", "lezing")

    assert reading.review


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ha, wil graag naar de lezing komen met Wim Smit. Groet J", ["J. Vonk", "Wim Smit"]),
        ("wil graag naar de lezing komen met wim smit. groet J", ["J. Vonk", "Wim Smit"]),
        ("Wil je Wim Smit inschrijven voor de lezing? Groet J", ["Wim Smit"]),
    ],
)
def test_a_note_that_leaves_out_the_ik_is_the_writers_own(text: str, names: list[str]) -> None:
    reading = reading_of(text, "J. Vonk <j.vonk@x.nl>")

    assert sorted(str(request.name) for request in reading.requests) == names
