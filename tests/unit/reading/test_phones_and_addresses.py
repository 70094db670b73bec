"""By which number and address is somebody reached? Short mails, read whole."""

import pytest

from tests.unit.reading.housing import people


def test_a_number_of_somebody_else_in_the_signature_is_not_the_writers() -> None:
    mail = "Ik meld mij aan.\n\nGroet,\nKarin Visser\nGemeente Zeist\nVoor afspraken: Anja Pot, 030 123 45 67"

    assert people(mail)["Karin Visser"].phone is None


def test_of_two_numbers_the_new_one_counts() -> None:
    mail = "Ik kom graag. U hebt van mij 06-12345678, mijn nieuwe nummer is 06-87654321.\n\nKarin Visser"

    assert people(mail)["Karin Visser"].phone == "06-87654321"


def test_a_street_called_after_somebody_is_nobodys_number() -> None:
    mail = "Ik kom graag.\n\nGroet,\nKarin Visser\n\nBrug | Frans Jozef van Dielpark 1 | 0492-587 206"

    assert people(mail)["Karin Visser"].phone == "0492-587 206"


@pytest.mark.parametrize(
    ("line", "phone"),
    [
        ("Casemanager Handhaving | Gemeente Zeist | 035-609 34 11", "035-609 34 11"),
        ("(030) 698 70 00 / 06 - 11 22 33 44", "06 - 11 22 33 44"),
        ("IBAN NL12 TRIO 0198 7654 32 | tel: 020 - 690 18 55", "020 - 690 18 55"),
        ("KvK 0123456789", None),
        ("tel. 0181-555 0132", "0181-555 0132"),
        ("(bereikbaar op (030 1234567)", "030 1234567"),
    ],
)
def test_a_number_below_a_mail_is_a_telephone_unless_it_is_an_account(line: str, phone: str | None) -> None:
    assert people(f"Graag kom ik op 18 april.\n\nGroet,\nKarin Visser\n{line}")["Karin Visser"].phone == phone


@pytest.mark.parametrize(
    ("said", "phone"),
    [
        ("Mijn nummer is 030-1234567, o nee, dat is de oude centrale: 06-12345678.", "06-12345678"),
        ("Bel me op 030-1234567. Nee, dat is de receptie: 06-12345678.", "06-12345678"),
        ("Mijn oude nummer 06-11111111 werkt niet meer, gebruik 06-12345678.", "06-12345678"),
        ("06-11111111 is van mijn collega, ik ben te bereiken op 06-12345678.", "06-12345678"),
        ("Bij vragen kunt u mijn secretaresse bellen: 06-11111111.", None),
        ("Wijzigt er iets, dan hoor ik het via dit secretariaat (tst. 06-11111111, niet mijn mobiel).", None),
        ("Bij vragen: 030-1234567 (dat is het nummer van ons secretariaat).", None),
        ("Ik ben bereikbaar via ons secretariaat, 030-1234567.", "030-1234567"),
        ("Ik werk op het secretariaat, mijn nummer is 06-12345678.", "06-12345678"),
    ],
)
def test_a_number_that_is_old_or_an_offices_is_not_the_writers(said: str, phone: str | None) -> None:
    assert people(f"Graag meld ik mij aan. {said}\n\nKarin Visser")["Karin Visser"].phone == phone


def test_a_number_below_that_the_talk_calls_old_is_left_out() -> None:
    mail = "Graag meld ik mij aan. In de handtekening staat nog mijn oude nummer.\n\nKarin Visser\n06-11111111"

    assert people(mail)["Karin Visser"].phone is None


@pytest.mark.parametrize(
    "said",
    [
        "Mijn nummer is 06 11 11 11 11, nee wacht, 06 22 22 22 22.",
        "Tel. 06 11 11 11 11, sorry, dat is mijn oude: 06 22 22 22 22.",
        "Niet meer 06 11 11 11 11 maar 06 22 22 22 22 is mijn nummer.",
        "Bel bij vragen ons secretariaat, 030 111 11 11. Mijn nummer is 06 22 22 22 22.",
    ],
)
def test_a_number_that_was_a_slip_or_is_anothers_is_not_the_writers(said: str) -> None:
    assert people(f"Ik kom graag. {said}\n\nKarin Visser")["Karin Visser"].phone == "06 22 22 22 22"


def test_a_line_with_the_writers_name_has_the_writers_number() -> None:
    mail = "Schrijft u mij in?\n\nBedankt!\nMei Ling Cheung | jurist | Gemeente Zeist | 030-353 30 00"

    found = people(mail, "Cheung, Mei Ling <meiling.cheung@zeist.nl>")

    assert found["Mei Ling Cheung"].phone == "030-353 30 00"


def test_a_number_behind_the_writers_own_name_is_theirs_whatever_their_title() -> None:
    mail = "Graag kom ik.\n\nKarin\n\nKarin Visser | Assistant Professor | Zeist | +31 30 221 33 44"

    assert people(mail)["Karin Visser"].phone == "+31 30 221 33 44"


@pytest.mark.parametrize("closing", ["mvg Karin 06-12345678", "Groet, Karin Visser 06-12345678", "gr. kv 06-12345678"])
def test_a_number_may_stand_on_the_closing_line(closing: str) -> None:
    assert people(f"Ik kom graag op 18 april.\n\n{closing}")["Karin Visser"].phone == "06-12345678"


@pytest.mark.parametrize(
    ("said", "joost", "karin"),
    [
        ("Joost is bereikbaar op 06 11 22 33 44; mijn nummer is 030 698 12 34.", "06 11 22 33 44", "030 698 12 34"),
        ("Joost is ons aanspreekpunt: 06 11 22 33 44.", "06 11 22 33 44", None),
        ("Bel 06 11 22 33 44 (Joost) of 030 698 12 34 (ik).", "06 11 22 33 44", "030 698 12 34"),
    ],
)
def test_a_number_is_of_one(said: str, joost: str | None, karin: str | None) -> None:
    found = people(f"Joost Smit en ik komen graag. {said}\n\nKarin Visser")

    assert (found["Joost Smit"].phone, found["Karin Visser"].phone) == (joost, karin)


def test_a_number_in_words_is_one_that_can_be_dialled() -> None:
    found = people(
        "Ik kom graag. Mijn nummer is nul zes twaalf vierendertig vijfenzestig zevenentachtig.\n\nKarin Visser"
    )

    assert found["Karin Visser"].phone == "06-12346587"


@pytest.mark.parametrize(
    ("below", "phone"),
    [("T 14 030", "14 030"), ("T 14 030\nM 06 11 22 33 44", "06 11 22 33 44"), ("0900-1234", "0900-1234")],
)
def test_a_town_halls_number_serves_where_there_is_no_other(below: str, phone: str) -> None:
    assert people(f"Graag kom ik.\n\nGroet,\nKarin Visser\n{below}")["Karin Visser"].phone == phone


def test_an_address_belongs_to_whose_name_it_is_made_of() -> None:
    mail = "Hierbij meld ik Joost Smit aan. Hij is te bereiken op smitj@zeist.nl. Zelf kom ik niet.\n\nKarin Visser"

    assert people(mail)["Joost Smit"].email == "smitj@zeist.nl"


@pytest.mark.parametrize(
    ("said", "email"),
    [
        ("Bereikbaar is hij via joost@zeist.nl.", "joost@zeist.nl"),
        ("Zijn adres is jhuebner@zeist.nl.", "jhuebner@zeist.nl"),
        ("Onze adressen zijn steeds voorletter.achternaam@zeist.nl.", None),
    ],
)
def test_an_address_may_be_made_of_a_given_name_or_of_an_umlaut_but_not_of_a_rule(said: str, email: str | None) -> None:
    found = people(f"Joost Hübner en ik komen graag. {said}\n\nKarin Visser")

    assert found["Joost Hübner"].email == email


def test_an_address_in_the_cc_without_a_name_is_of_whose_name_it_is_made() -> None:
    found = people("Joost Smit (cc) en ik komen graag.\n\nKarin Visser", Cc="j.smit@zeist.nl")

    assert found["Joost Smit"].email == "j.smit@zeist.nl"


def test_an_address_of_a_namesake_is_not_that_of_whom_a_form_names() -> None:
    assert people("Naam: Bea Visser\nFunctie: jurist\n", "Visser <k.visser@zeist.nl>")["Bea Visser"].email is None


def test_an_address_below_the_name_is_used_where_the_writer_asks_for_it() -> None:
    below = "\n\nGroet,\nKarin Visser\n(graag mijn werkmail gebruiken: k.visser@zeist.nl)"

    karin = people(f"Ik kom graag.{below}", "Karin Visser <karinvisser@gmail.com>")["Karin Visser"]

    assert karin.email == "k.visser@zeist.nl"


@pytest.mark.parametrize(
    ("said", "email"),
    [
        ("Post graag voortaan naar karin.visser@ede.nl.", "karin.visser@ede.nl"),
        ("Stuur de bevestiging ook aan secretariaat@zeist.nl.", "k.visser@zeist.nl"),
        ("Mijn oude adres karin.visser@ede.nl bestaat niet meer.", "k.visser@zeist.nl"),
    ],
)
def test_another_address_of_the_writer_counts_only_if_it_is_to_be_used(said: str, email: str) -> None:
    assert people(f"Ik meld mij aan. {said}\n\nKarin Visser")["Karin Visser"].email == email


def test_the_address_that_somebody_fills_in_is_where_they_want_to_be_reached() -> None:
    mail = "Aanmelding 18 april\n\nNaam: Karin Visser\nE-mail: karin@kvisser.nl\nFunctie: secretaris"

    assert people(mail, "Stichting Onderdak <info@onderdak.nl>")["Karin Visser"].email == "karin@kvisser.nl"


@pytest.mark.parametrize("shown", ["Visser <k.visser@zeist.nl>", "<k.visser@zeist.nl>"])
def test_whoever_a_form_names_is_reached_at_the_address_that_it_came_from(shown: str) -> None:
    assert people("Naam: Karin Visser\nFunctie: jurist\n", shown)["Karin Visser"].email == "k.visser@zeist.nl"


def test_who_writes_from_a_shared_mailbox_is_reached_at_the_address_of_their_own() -> None:
    mail = "Graag meld ik mij aan; mijn eigen adres: k.visser@zeist.nl.\n\nKarin Visser"

    assert people(mail, "Team Wonen <wonen@zeist.nl>")["Karin Visser"].email == "k.visser@zeist.nl"


@pytest.mark.parametrize("ours", ["platform@voorbeeldplatform.nl", "platfrom@voorbeeldplatform.nl"])
def test_where_people_sign_up_nobody_is_reached(ours: str) -> None:
    found = people(f"Joost Smit komt graag. Ik meld hem aan via {ours}.\n\nKarin Visser")

    assert found["Joost Smit"].email is None


def test_a_number_is_of_whom_the_bracket_behind_it_names() -> None:
    found = people("Joost Smit en Mila Jansen komen. Bellen kan op 06-28001947 (dat is Mila).\n\nKarin Visser")

    assert (found["Joost Smit"].phone, found["Mila Jansen"].phone) == (None, "06-28001947")


def test_the_address_of_somebody_who_is_named_and_stays_away_is_nobody_elses() -> None:
    found = people(
        "Mijn chef Bram Pot kan niet. Joost Smit komt wel. Ons bereikt u op b.pot@zeist.nl en j.smit@zeist.nl."
        "\n\nKarin Visser, ik kom zelf niet"
    )

    assert found["Joost Smit"].email == "j.smit@zeist.nl"
