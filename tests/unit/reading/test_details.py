"""Titles, telephone numbers and addresses, each as a mail says it. Organisations are test_employers_names.py's, diets
and needs test_wishes.py's."""

import pytest

from mailbot.reading import details
from mailbot.reading.details import (
    diets,
    emails,
    needs,
    organisations,
    phones,
    roles,
)


def values(found: tuple[details.Found, ...]) -> list[str]:
    return [value.value for value in found if not value.negated and value.kind != "none"]


# Titles ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("Senior beleidsadviseur Wonen & Zorg\n", "Senior beleidsadviseur Wonen & Zorg"),
        ("Ik ben raadslid in Epe.", "raadslid"),
        ("Zij is gebiedsmanager bij ons.", "gebiedsmanager"),
        ("wethouder mevrouw Jansen", "wethouder"),
        ("griffier Ria de Wit", "griffier"),
        ("Jan de Wit, jurist, komt ook", "jurist"),
        ("projectleider Groene Stad | Gemeente Ede", "projectleider Groene Stad"),
        ("beleidsmedewrker jeugd", "beleidsmedewrker jeugd"),
        ("consulent / mentor", "consulent / mentor"),
        ("Functie: wat er zoal langskomt", "wat er zoal langskomt"),
        ("community officer (part-time)", "community officer"),
        ("Referentin für Soziales", "Referentin für Soziales"),
        ("beliedsmeiwurker soarch en wurk", "beliedsmeiwurker"),
        ("Anna Pot\nPublic Affairs Manager\nEnactus", "Public Affairs Manager"),
        ("jr. bel.mdw. Jeugd, gem. Tiel", "jr. bel.mdw. Jeugd"),
        ("Sr. Adviseur Wonen", "Sr. Adviseur Wonen"),
        ("technisch beheerder", "technisch beheerder"),
        ("eigenlijk adviseur", "adviseur"),
        ("lid van de Raad van Toezicht, Ede", "lid van de Raad van Toezicht"),
        ("Jo Kay (housing rights officer)", "housing rights officer"),
        ("city of Eindhoven, front desk lead.", "front desk lead"),
        ("Els Bos, tevens manager", "manager"),
        ("vrijwillig molenaar\nDalfsen", "vrijwillig molenaar"),
        ("Ik ben hoefsmid van beroep.", "hoefsmid"),
        ("secretaris Imkervereniging De Korf", "secretaris"),
        ("Els Bos, lobbyist, halal", "lobbyist"),
        ("Els Bos, freelance interpreter", "freelance interpreter"),
        ("Els Bos - handhaver/BOA - halal", "handhaver/BOA"),
        ("Els Bos (directeur-generaal)", "directeur-generaal"),
        ("Els Bos, OR-lid", "OR-lid"),
        ("Els Bos, jeugdbeschermer", "jeugdbeschermer"),
        ("Els Bos, data ethicist", "data ethicist"),
        ("adviseur klant en omgeving", "adviseur klant en omgeving"),
        ("lid raad van toezicht", "lid raad van toezicht"),
        ("Els Bos, head of policy", "head of policy"),
        ("I am a board member.", "board member"),
        ("aanspreekpunt voor arbeidsmigranten", "aanspreekpunt voor arbeidsmigranten"),
        ('Functienaam volgens HR: "adviseur inclusie".', "adviseur inclusie"),
        ("Els Bos\nvoorzitter cliëntenraad\nGemeente Tiel", "voorzitter cliëntenraad"),
    ],
)
def test_a_title_is_its_head_word_with_what_belongs_to_it(said: str, title: str) -> None:
    assert values(roles(said)) == [title]


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("wijkagenten", "wijkagent"),
        ("raadsleden", "raadslid"),
        ("gemeenteambtenaren", "gemeenteambtenaar"),
        ("officers", "officer"),
    ],
)
def test_titles_of_several_people_are_given_in_the_singular(said: str, title: str) -> None:
    (found,) = roles(f"Het zijn allemaal {said}, en")

    assert (found.value, found.kind) == (title, "plural")


@pytest.mark.parametrize(
    "said",
    [
        "Peter Dijkgraaf",
        "A.B. de Rechter",
        "adviseur@zeist.nl",
        "www.adviseur.nl",
        "Raadhuisplein 3",
        "secr. 030 698 12 34",
        "Timmerman & Zn.",
        "mevrouw De Kuiper",
        "I can come, however, not for lunch",
        "Ons aanspreekpunt is Els Pot",
        "het aanspreekpunt voor vragen",
        "Els Pot, tolk nodig",
        "Jan Bode",
    ],
)
def test_names_and_addresses_are_no_titles(said: str) -> None:
    assert roles(said) == ()


# Numbers and addresses ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "number", "kind"),
    [
        ("bel 06-12 34 56 78.", "06-12 34 56 78", "mobile"),
        ("M +31 (0)6 1234 5678", "+31 (0)6 1234 5678", "mobile"),
        ("0031612345678", "0031612345678", "mobile"),
        ("T (0318) 12 34 56 (ma-wo)", "(0318) 12 34 56", "fixed"),
        ("tel. 020 - 123 45 67", "020 - 123 45 67", "fixed"),
        ("tel 14 0318", "14 0318", "general"),
        ("tel 140 78", "140 78", "general"),
        ("+32 470 12 34 56", "+32 470 12 34 56", "foreign"),
        ("09 233 41 55", "09 233 41 55", "foreign"),
        ("KvK 21340056 · tel. 010-2233445", "010-2233445", "fixed"),
        ("030-2233445 (toestel 12)", "030-2233445 (toestel 12)", "fixed"),
    ],
)
def test_a_telephone_number_is_kept_as_written(said: str, number: str, kind: str) -> None:
    assert [(found.value, found.kind) for found in phones(said)] == [(number, kind)]


@pytest.mark.parametrize(
    "said",
    [
        "fax 020-1234567",
        "zaak 2023-018834",
        "KvK 01234567",
        "op 01 03 2023 1",
        "Postbus 0101",
        "00 1 2 3",
        "IBAN NL02ABNA0123456789",
        "12.000.000",
    ],
)
def test_other_digits_are_no_telephone_number(said: str) -> None:
    assert phones(said) == ()


def test_addresses_are_found_plain_and_spelled_out() -> None:
    assert values(emails("Mail <Jan.Vis@Voorst.nl> of o'neil@x.org.")) == ["jan.vis@voorst.nl", "o'neil@x.org"]
    assert values(emails("jan punt vis at voorst punt nl")) == ["jan.vis@voorst.nl"]
    assert emails("ik ben at home punt uit") == ()


# For all --------------------------------------------------------------------------------------------------------------


def test_places_count_in_the_whole_text_whatever_the_window() -> None:
    said = "halal, rolstoel. Groet, raadslid Epe, 06-12345678, x@epe.nl; vegan"
    start, end = said.index("Groet"), said.index(";")

    for extract in (organisations, roles, phones, emails):
        (found,) = extract(said, start, end)
        assert start <= found.start < found.end <= end
    assert (diets(said, start, end), needs(said, start, end)) == ((), ())


@pytest.mark.parametrize(
    "line", ["a" * 200_000, "geen " * 40_000, "06 " * 60_000, "De Van " * 30_000, "\n" * 100_000, "1. " * 60_000]
)
def test_no_line_is_too_long_to_be_read_in_time(line: str) -> None:
    for extract in (organisations, roles, phones, emails, diets, needs):
        assert len(extract(line)) <= len(line)
