"""Whose organisation, title, number, address, diet, need and choice is it? Short mails, read whole."""

from dataclasses import replace

import pytest

from mailbot.reading.message.parse import parse
from mailbot.reading.read import read
from mailbot.reading.screening.screen import OwnIdentity, screen
from tests.unit.reading.housing import CONTEXT, OURS, D, S, people
from tests.unit.reading.letters import a_mail


def test_the_signature_is_its_authors() -> None:
    mail = """Graag meld ik mij aan.

Met vriendelijke groet,
Karin Visser
Senior adviseur Inclusie
Gemeente Zeist
T 030 698 12 34 | M 06 12 34 56 78"""

    karin = people(mail)["Karin Visser"]

    assert (karin.role, karin.organisation, karin.phone) == (
        "Senior adviseur Inclusie",
        "Gemeente Zeist",
        "06 12 34 56 78",
    )


def test_a_number_of_somebody_else_in_the_signature_is_not_the_writers() -> None:
    mail = "Ik meld mij aan.\n\nGroet,\nKarin Visser\nGemeente Zeist\nVoor afspraken: Anja Pot, 030 123 45 67"

    assert people(mail)["Karin Visser"].phone is None


def test_what_stands_in_an_item_of_a_list_is_of_whoever_is_named_there() -> None:
    mail = """Graag aanmelden voor 18 april:
- Karin Visser, jurist, vegetarisch
- Joost Smit, teamleider, j.smit@zeist.nl, glutenvrij, rolstoel, ronde 2 daklozen

Groet, Karin"""

    both = people(mail)

    assert (both["Karin Visser"].role, both["Karin Visser"].diet) == ("jurist", "vegetarisch")
    joost = both["Joost Smit"]
    assert (joost.role, joost.email, joost.diet, joost.access) == (
        "teamleider",
        "j.smit@zeist.nl",
        "glutenvrij",
        "rolstoel",
    )
    assert [(choice.round, choice.workshop) for choice in joost.workshops] == [(2, D)]


def test_a_diet_is_of_whom_its_clause_is_about() -> None:
    mail = "Ik meld mij en mijn collega Joost Smit aan. Joost eet halal, ik heb een notenallergie.\n\nKarin Visser"

    both = people(mail)

    assert (both["Joost Smit"].diet, both["Karin Visser"].diet) == ("halal", "notenallergie")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Wilt u mij en Mila Jansen (stagiaire, wel vega!) inschrijven?", {"Mila Jansen": "vega"}),
        ("Wilt u mij en Mila Jansen (allebei vega) inschrijven?", {"Karin Visser": "vega", "Mila Jansen": "vega"}),
        ("Mijn vrouw en ik komen graag: Karin Visser en Mila Jansen. Mijn vrouw eet vegan.", {"Mila Jansen": "vegan"}),
        ("Mila Jansen en ik komen graag. Onze stagiaire is overigens vegan.", {"Mila Jansen": "vegan"}),
        ("Ik kom graag. Mijn man is vegan, maar die blijft thuis.", {}),
        (
            "Graag aanmelden: Mila Jansen, Wim Pot en ik. Mevrouw Jansen is blind en neemt haar geleidehond mee.",
            {"Mila Jansen": "blind, geleidehond"},
        ),
        ("Please register Mila Jansen and me. Mila loves the topic. She's vegan.", {"Mila Jansen": "vegan"}),
        ("Mila Jansen komt in mijn plaats. In tegenstelling tot mij eet zij geen vis.", {"Mila Jansen": "geen vis"}),
        ("Graag aanmelden: Els Pot-Haan en ik. Mevrouw Pot eet geen vis.", {"Els Pot-Haan": "geen vis"}),
        ("Graag aanmelden: Xolani Pot en ik. Geen wensen van mijn kant; Xolani eet vegan.", {"Xolani Pot": "vegan"}),
        (
            "Mila Jansen, Joost Smit en ik komen graag. Graag vegetarisch, behalve voor Joost.",
            {"Mila Jansen": "vegetarisch", "Karin Visser": "vegetarisch"},
        ),
        (
            "Mila Jansen en ik komen graag. Twee keer vegetarisch graag.",
            {"Mila Jansen": "vegetarisch", "Karin Visser": "vegetarisch"},
        ),
        ("Mila Jansen, Joost Smit en ik komen graag. Twee keer vegetarisch graag.", {}),
        ("mijn man en ik komen graag: Karin Visser en Xolani Pot. xolani eet vegan.", {"Xolani Pot": "vegan"}),
    ],
)
def test_a_wish_is_of_whom_the_words_before_it_turned_to(said: str, expected: dict[str, str]) -> None:
    found = people(f"{said}\n\nKarin Visser")

    assert {name: r.diet or r.access for name, r in found.items() if r.diet or r.access} == expected


def test_what_is_said_of_all_is_everybodys() -> None:
    mail = "Wij komen met z'n tweeën: Joost Smit en ik. Allebei vegetarisch graag.\n\nKarin Visser"

    assert [request.diet for request in people(mail).values()] == ["vegetarisch", "vegetarisch"]


def test_a_number_means_the_item_of_the_list() -> None:
    mail = "Graag aanmelden:\n1. Joost Smit\n2. Mila Jansen\n\nVoor de lunch: nr. 2 is veganist. Ik kom niet.\n\nKarin"

    both = people(mail)

    assert (both["Joost Smit"].diet, both["Mila Jansen"].diet) == (None, "veganist")


@pytest.mark.parametrize(
    "said",
    [
        "Via een collega bij de gemeente Ede hoorde ik van deze dag.",
        "Ik kom alleen, de gemeente Ede stuurde mij dit door.",
        "Anja Pot van de gemeente Ede meldt zich zelf.",
        "De nieuwsbrief van de gemeente Ede wees mij hierop.",
        "Al jaren heb ik een geschil met de gemeente Ede over een woning.",
        "Het broodje van vorig jaar bij de gemeente Ede was geen succes.",
    ],
)
def test_an_organisation_that_is_only_mentioned_is_nobodys(said: str) -> None:
    karin = people(f"Graag meld ik mij aan. {said}\n\nKarin Visser", "Karin Visser <karin@gmail.com>")["Karin Visser"]

    assert karin.organisation is None


@pytest.mark.parametrize(
    ("said", "organisation", "role"),
    [
        ("Ik werk als jurist bij Bureau Kleur.", "Bureau Kleur", "jurist"),
        ("Ik ben raadslid in Epe.", "Gemeente Epe", "raadslid"),
        ("Namens Stichting De Brug kom ik graag.", "Stichting De Brug", None),
        ("Ik ben docent aan de Hogeschool Rotterdam.", "Hogeschool Rotterdam", "docent"),
        ("Ik kom, namens De Brug.", "De Brug", None),
        ("Ik ben in het dagelijks leven jurist.", None, "jurist"),
        (
            "Ik ben ook coördinator van een buurthuis. Ik kom dit keer graag in de eerste rol, dus als raadslid.",
            None,
            "raadslid",
        ),
        ("Geen ambtenaar, geen politicus, gewoon een inwoner.", None, None),
        ("Mijn directeur komt niet.", None, None),
        ("Consulent wonen bij Stichting De Brug, standplaats Breda.", "Stichting De Brug", "Consulent wonen"),
        ("Voor de deelnemerslijst: regisseur wonen.", None, "regisseur wonen"),
        ("Ik ben sinds vorig jaar raadslid in Epe.", "Gemeente Epe", "raadslid"),
        ("Tot vorig jaar was ik raadslid.", None, None),
        ("Directeur komt niet mee.", None, None),
        ("Als het kan zit ik naast wethouder Jansen.", None, None),
        ("Ik loop tot juli stage bij Bureau Kleur.", "Bureau Kleur", "stagiair"),
        ("Mijn dochter loopt stage.", None, None),
        ("Ik mag me sinds vorig jaar wethouder noemen.", None, "wethouder"),
        ("Ik doe de adviesraad (functienaam: adviseur zorg).", None, "adviseur zorg"),
        ("Ik zit in het bestuur v Stichting De Brug.", "Stichting De Brug", "bestuurslid"),
    ],
)
def test_a_sentence_states_work_or_only_speaks_of_it(said: str, organisation: str | None, role: str | None) -> None:
    karin = people(f"Graag meld ik mij aan. {said}\n\nKarin Visser", "Karin Visser <karin@gmail.com>")["Karin Visser"]

    assert (karin.organisation, karin.role) == (organisation, role)


@pytest.mark.parametrize(
    ("said", "karin", "mila"),
    [
        ("Graag aanmelden: mijzelf en Mila Jansen, jurist bij ons.", None, "jurist"),
        ("Mila Jansen is bij ons de jurist, Karin en Wim Pot komen ook. Ik ben Karin Visser.", None, "jurist"),
        ("Mila Jansen en ik komen graag, wij zijn allebei jurist.", "jurist", "jurist"),
        ("Graag aanmelden: ik en Mila Jansen, die jurist is bij de buren.", None, "jurist"),
        ("Graag aanmelden: ik en Mila Jansen (Utrecht), jurist.", None, "jurist"),
    ],
)
def test_a_title_is_of_whom_it_is_told(said: str, karin: str | None, mila: str | None) -> None:
    both = people(f"{said}\n\nKarin Visser")

    assert (both["Karin Visser"].role, both["Mila Jansen"].role) == (karin, mila)


def test_whoever_gives_a_workshop_is_nobodys_employer() -> None:
    mail = "Ik kom graag, in ronde 1 naar de workshop van Stichting Onderdak.\n\nKarin Visser"

    karin = people(mail, "Karin Visser <karin@gmail.com>")["Karin Visser"]

    assert (karin.organisation, [choice.workshop for choice in karin.workshops]) == (None, [D])


def test_whose_event_it_is_is_nobodys_employer() -> None:
    context = replace(CONTEXT, own_address="platform@minbzk.nl")
    message = parse(a_mail("Ik kom graag naar die dag van BZK op 18 april.", From="Karin Visser <k.visser@zeist.nl>"))

    reading = read(message, screen(message, OwnIdentity(frozenset({OURS}))), context)

    assert [request.organisation for request in reading.requests] == ["Gemeente Zeist"]


def test_a_mailbox_that_is_called_an_organisation_is_of_it() -> None:
    mail = "Ik ben Karin Visser en kom graag naar de dag van 18 april."

    assert people(mail, "Stichting De Brug <info@xyz.nl>")["Karin Visser"].organisation == "Stichting De Brug"


def test_an_employer_of_before_gives_way_to_the_one_of_now() -> None:
    mail = "Jullie kennen mij nog van de gemeente Ede, maar nu werk ik bij Bureau Kleur. Ik kom graag op 18 april."

    assert people(mail, "Karin Visser <karin@gmail.com>")["Karin Visser"].organisation == "Bureau Kleur"


def test_the_badge_overrules_the_employer() -> None:
    mail = "Ik meld mij aan. Mijn werkplek is Dienst Noord, maar zet op de badge gewoon gemeente Ede.\n\nKarin Visser"

    assert people(mail, "Karin Visser <k@dienstnoord.nl>")["Karin Visser"].organisation == "Gemeente Ede"


@pytest.mark.parametrize(
    ("said", "organisation"),
    [
        ("Ik werk niet meer bij de gemeente Ede maar bij Stichting De Brug.", "Stichting De Brug"),
        ("Tien jaar geleden zat ik nog bij de gemeente Ede.", None),
        ("Ik werk bij Jeugd.", None),
        ("Ik ben secretaris van het college van bestuur.", None),
    ],
)
def test_where_somebody_worked_and_departments_are_no_employer(said: str, organisation: str | None) -> None:
    karin = people(f"Ik kom graag. {said}\n\nKarin Visser", "Karin Visser <karin@gmail.com>")["Karin Visser"]

    assert karin.organisation == organisation


def test_of_two_numbers_the_new_one_counts() -> None:
    mail = "Ik kom graag. U hebt van mij 06-12345678, mijn nieuwe nummer is 06-87654321.\n\nKarin Visser"

    assert people(mail)["Karin Visser"].phone == "06-87654321"


def test_a_closing_line_may_be_the_whole_signature() -> None:
    mail = "Ik kom graag.\n\nGroet, Karin Visser, Stichting De Brug, regisseur, 06-12345678"

    karin = people(mail, "Karin Visser <karin@gmail.com>")["Karin Visser"]

    assert (karin.organisation, karin.role, karin.phone) == ("Stichting De Brug", "regisseur", "06-12345678")


def test_an_address_below_the_name_is_used_where_the_writer_asks_for_it() -> None:
    below = "\n\nGroet,\nKarin Visser\n(graag mijn werkmail gebruiken: k.visser@zeist.nl)"

    karin = people(f"Ik kom graag.{below}", "Karin Visser <karinvisser@gmail.com>")["Karin Visser"]

    assert karin.email == "k.visser@zeist.nl"


def test_a_street_called_after_somebody_is_nobodys_number() -> None:
    mail = "Ik kom graag.\n\nGroet,\nKarin Visser\n\nBrug | Frans Jozef van Dielpark 1 | 0492-587 206"

    assert people(mail)["Karin Visser"].phone == "0492-587 206"


def test_colleagues_share_the_organisation_and_strangers_do_not() -> None:
    mail = """Graag aanmelden: Joost Smit (j.smit@zeist.nl), Mila Jansen (mila@ede.nl) en ikzelf.

Karin Visser
Gemeente Zeist"""

    assert {name: request.organisation for name, request in people(mail).items()} == {
        "Joost Smit": "Gemeente Zeist",
        "Mila Jansen": "Gemeente Ede",
        "Karin Visser": "Gemeente Zeist",
    }


@pytest.mark.parametrize(
    ("said", "mila"),
    [
        ("Mila Jansen van de gemeente Ede en ik komen graag.", "Gemeente Ede"),
        ("Mila Jansen (gemeente Ede) en ik komen graag.", "Gemeente Ede"),
        ("Mila Jansen van de GGD en ik komen graag.", None),
        ("Mila Jansen van de afdeling Zorg en ik komen graag.", "Gemeente Zeist"),
    ],
)
def test_of_two_houses_each_has_their_own(said: str, mila: str | None) -> None:
    found = people(f"{said}\n\nKarin Visser")

    assert {n: r.organisation for n, r in found.items()} == {"Mila Jansen": mila, "Karin Visser": "Gemeente Zeist"}


def test_only_an_authoritys_domain_tells_an_organisation_that_nobody_wrote() -> None:
    mail = "Ik meld mij aan.\n\nKarin Visser"

    assert people(mail)["Karin Visser"].organisation == "Gemeente Zeist"
    assert people(mail, "Karin Visser <karin@bureaukleur.nl>")["Karin Visser"].organisation is None


def test_a_title_for_all_is_everybodys_that_has_none() -> None:
    mail = """Namens de raad komen de volgende raadsleden:
- Joost Smit
- Mila Jansen, fractievoorzitter

Zelf kom ik niet.
Karin Visser"""

    assert {name: request.role for name, request in people(mail).items()} == {
        "Joost Smit": "raadslid",
        "Mila Jansen": "fractievoorzitter",
    }


def test_a_title_before_several_names_is_theirs() -> None:
    mail = "Hierbij meld ik de beleidsadviseurs Joost Smit en Mila Jansen aan. Zelf kom ik niet.\n\nKarin Visser"

    assert [request.role for request in people(mail).values()] == ["beleidsadviseur", "beleidsadviseur"]


@pytest.mark.parametrize(
    "said",
    [
        "Joost Smit en Mila Jansen zijn beleidsadviseur.",
        "Beiden zijn beleidsadviseur.",
        "Allebei beleidsadviseur.",
        "Twee beleidsadviseurs dus.",
    ],
)
def test_a_title_of_several_is_each_ones(said: str) -> None:
    mail = f"Hierbij meld ik Joost Smit en Mila Jansen aan. {said} Zelf kom ik niet.\n\nKarin Visser"

    assert [request.role for request in people(mail).values()] == ["beleidsadviseur", "beleidsadviseur"]


def test_an_address_belongs_to_whose_name_it_is_made_of() -> None:
    mail = "Hierbij meld ik Joost Smit aan. Hij is te bereiken op smitj@zeist.nl. Zelf kom ik niet.\n\nKarin Visser"

    assert people(mail)["Joost Smit"].email == "smitj@zeist.nl"


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


def test_each_gets_the_workshops_of_their_own_clause() -> None:
    mail = """Ik en mijn collega Joost Smit komen graag. Ik wil naar daklozen in ronde 1,
Joost naar woningsplitsing in ronde 1. In ronde 2 andersom.

Karin Visser"""

    chosen = {name: [(c.round, c.workshop) for c in request.workshops] for name, request in people(mail).items()}

    assert chosen == {"Karin Visser": [(1, D), (2, S)], "Joost Smit": [(1, S), (2, D)]}


def test_the_rows_of_a_table_hold_each_persons_own() -> None:
    mail = """Naam\tFunctie\tE-mail\tRonde 1\tRonde 2\tDieet
Joost Smit\tjurist\tj.smit@zeist.nl\tDaklozen\tB\t-
Mila Jansen\ttrainee\tm.jansen@zeist.nl\t-\tDaklozen\thalal

Graag aanmelden. Zelf kom ik niet.
Karin Visser"""

    both = people(mail)

    assert {name: ([(c.round, c.workshop) for c in r.workshops], r.diet, r.role) for name, r in both.items()} == {
        "Joost Smit": ([(1, D), (2, S)], None, "jurist"),
        "Mila Jansen": ([(2, D)], "halal", "trainee"),
    }


def test_every_value_tells_where_it_was_read() -> None:
    mail = "Ik meld mij aan. Ik ben jurist bij de gemeente Ede, eet halal en kom in een rolstoel.\n\nKarin Visser"
    message = parse(a_mail(mail, From="Karin Visser <karin@gmail.com>"))

    (karin,) = people(mail, "Karin Visser <karin@gmail.com>").values()

    places = {key: message.text[place.start : place.end] for key, place in karin.evidence if place.part == "text"}
    assert {key: places.get(key) for key in ("role", "organisation", "diet", "access")} == {
        "role": "jurist",
        "organisation": "gemeente Ede",
        "diet": "halal",
        "access": "rolstoel",
    }


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("Ik was jaren schoolleider en kom graag op 18 april.", "secretaris"),
        ("Ik ben geen wethouder, maar kom graag op 18 april.", "secretaris"),
    ],
)
def test_what_somebody_signs_as_is_what_they_are(said: str, role: str) -> None:
    assert people(f"{said}\n\nMet vriendelijke groet,\nKarin Visser\nsecretaris")["Karin Visser"].role == role


def test_what_somebody_leads_is_no_house_where_the_signature_has_one() -> None:
    mail = "Ik kom graag op 18 april.\n\nKarin Visser\nprojectleider Netwerk Wonen\nStichting Dak\n06 12345678"

    assert people(mail)["Karin Visser"].organisation == "Stichting Dak"


def test_who_gives_up_a_seat_keeps_the_title_that_stands_by_the_name() -> None:
    mail = """Wethouder Wim Kok stond op uw lijst voor 18 april, maar moet verstek laten gaan. In zijn plaats komt
onze nieuwe beleidsadviseur, Eva Bos.

Karin Visser"""

    found = people(mail, "Bestuurssecretariaat Zeist <secretariaat@zeist.nl>")

    assert (found["Wim Kok"].role, found["Eva Bos"].role) == ("Wethouder", "beleidsadviseur")


def test_what_is_said_of_an_office_is_of_whoever_holds_it() -> None:
    mail = """Op 18 april komen:
- Wim Kok, burgemeester
- Eva Bos, wethouder

De burgemeester eet halal, de wethouder vegetarisch.

Karin Visser"""

    found = people(mail, "Bestuurssecretariaat Zeist <secretariaat@zeist.nl>")

    assert (found["Wim Kok"].diet, found["Eva Bos"].diet) == ("halal", "vegetarisch")


def test_a_label_may_begin_talk_of_several() -> None:
    mail = """Karim Bos (cc) en ik komen graag op 18 april.

Lunch: voor mij vegetarisch. Karim eet halal."""

    found = people(mail, Cc="Karim Bos <k.bos@zeist.nl>")

    assert (found["Karin Visser"].diet, found["Karim Bos"].diet) == ("vegetarisch", "halal")


def test_the_address_that_somebody_fills_in_is_where_they_want_to_be_reached() -> None:
    mail = "Aanmelding 18 april\n\nNaam: Karin Visser\nE-mail: karin@kvisser.nl\nFunctie: secretaris"

    assert people(mail, "Stichting Onderdak <info@onderdak.nl>")["Karin Visser"].email == "karin@kvisser.nl"


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
    ("line", "sender", "organisation"),
    [
        ("VluchtelingenWerk Oost-Nederland", "karin@gmail.com", "VluchtelingenWerk Oost-Nederland"),
        ("Stichting Buurtkracht Laak", "info@buurtkrachtlaak.nl", "Stichting Buurtkracht Laak"),
        ("Meldpunt Discriminatie Drenthe in Assen", "karin@gmail.com", "Meldpunt Discriminatie Drenthe"),
        ("Erasmus School of Social and Behavioural Sciences", "k@gmail.com", None),
        ("wijkteam Noordoost, gemeente Zeist", "k.visser@zeist.nl", "Gemeente Zeist"),
        ("COC Noordoost-Brabant", "karin@gmail.com", "COC Noordoost-Brabant"),
        ("Discriminatie Meldpunt Zwaluw", "karin@zwaluw.nl", "Discriminatie Meldpunt Zwaluw"),
        ("secretaris Tuinclub De Groene Duim", "info@groeneduim.nl", "Tuinclub De Groene Duim"),
        ("secretaris Historische Kring Oud-Tiel", "info@oudtiel.nl", "Historische Kring Oud-Tiel"),
    ],
)
def test_an_organisation_is_called_by_its_full_name(line: str, sender: str, organisation: str | None) -> None:
    mail = f"Graag kom ik op 18 april.\n\nGroet,\nKarin Visser\n{line}"

    assert people(mail, f"Karin Visser <{sender}>")["Karin Visser"].organisation == (organisation or line)


def test_what_a_colleagues_own_domain_spells_is_that_colleagues() -> None:
    mail = """Op 18 april komen:
- Karin Visser, Gemeente Zeist, beleidsadviseur
- Guus Bos, Onderdak Oost, consulent, g.bos@onderdakoost.nl"""

    found = people(mail)

    assert (found["Karin Visser"].organisation, found["Guus Bos"].organisation) == ("Gemeente Zeist", "Onderdak Oost")


def test_a_desk_of_the_writers_municipality_is_that_municipality() -> None:
    mail = "Please register me for 18 April. I work at the International Desk of the municipality of Zeist."

    assert people(mail)["Karin Visser"].organisation == "Gemeente Zeist"


@pytest.mark.parametrize(
    ("below", "sender", "name"),
    [
        ("\n\nKarin Visser", "info@onderdak.nl", "Karin Visser"),
        ("\nTh. (Theo) van Hooff\nvoorzitter Adviesraad Zeist", "wmoraad.zeist@kpnmail.nl", "Theo van Hooff"),
        (
            "\n\nA.C.M. Visser-Bos\nburgemeester van Zeist\nkabinetschef: mw. I. Duin, 030-1234567",
            "Burgemeester Zeist <burgemeester@zeist.nl>",
            "A.C.M. Visser-Bos",
        ),
        ("\n\nGroet,\nBep", '"Wit, E.M. de" <e.dewit@zeist.nl>', "E.M. de Wit"),
        ("\n\nGroet,\nBep de Wit", "Elisabeth de Wit <e.dewit@zeist.nl>", "Elisabeth de Wit"),
        ("\n\nGroet, ook namens Eva,\nKarin Visser", "Karin Visser <k.visser@zeist.nl>", "Karin Visser"),
    ],
)
def test_the_writer_is_who_signs(below: str, sender: str, name: str) -> None:
    message = parse(a_mail(f"Graag meld ik mij aan voor 18 april.{below}", From=sender))

    reading = read(message, screen(message, OwnIdentity(frozenset({OURS}))), CONTEXT)

    assert ([request.name for request in reading.requests], reading.review) == ([name], False)


@pytest.mark.parametrize(
    "house",
    [
        "Roze Stadsdorp",
        "Hart voor Zeist",
        "Buurtkracht Laak",
        "Femmes for Freedom",
        "Anne Frank Stichting",
        "PvdA Zeist",
    ],
)
def test_an_organisation_that_names_nobody_is_no_person(house: str) -> None:
    address = f"{house.replace(' ', '.').lower()}@gmail.com"
    mail = a_mail(f"Graag meld ik mij aan voor 18 april.\n\nGroet,\n{house}", From=f"{house} <{address}>")
    message = parse(mail)

    reading = read(message, screen(message, OwnIdentity(frozenset({OURS}))), CONTEXT)

    assert reading.review


def choices_of(mail: str) -> dict[str | None, str]:
    """What each chooses: "1D 2S"."""
    letters = {"daklozen": "D", "splitsen": "S"}
    return {
        name: " ".join(sorted(f"{c.round or 0}{letters[c.workshop]}" for c in request.workshops))
        for name, request in people(mail).items()
        if str(request.action) == "register"
    }


def test_everybody_but_one_the_rest_and_a_lists_numbers_choose_together() -> None:
    listed = "1. Wim Kok\n2. Els Bakker\n3. Noor de Boer\n\n"
    all_but = (
        f"Wij komen graag:\n\n{listed}Iedereen ronde 2 daklozen, behalve Els: die gaat in ronde 2 naar woningsplitsing."
    )
    numbers = f"Graag inschrijven:\n\n{listed}Nrs. 1 en 3 graag daklozen in ronde 1. Zelf kom ik niet."

    assert choices_of(all_but) | {"Karin Visser": ""} == {
        "Wim Kok": "2D",
        "Els Bakker": "2S",
        "Noor de Boer": "2D",
        "Karin Visser": "",
    }
    assert choices_of(numbers) == {"Wim Kok": "1D", "Els Bakker": "", "Noor de Boer": "1D"}


def test_whoever_is_mentioned_by_the_way_chooses_nothing() -> None:
    mail = (
        "Els Bakker staat op de lijst maar kan niet. In overleg met haar kom ik in haar plaats. "
        "Ik neem haar workshop niet over: graag woningsplitsing in ronde 3."
    )

    assert choices_of(mail) == {"Karin Visser": "3S"}


def test_a_name_joined_to_another_chooses_with_it_though_no_lexicon_has_it() -> None:
    mail = (
        "Wij komen graag met ons drieën: Karin Visser, Els Bakker en Quirijntje Smit.\n"
        "Els en Quirijntje volgen daklozen in ronde 1, ik woningsplitsing in ronde 2."
    )

    assert choices_of(mail) == {"Karin Visser": "2S", "Els Bakker": "1D", "Quirijntje Smit": "1D"}


def test_the_same_as_somebody_in_one_round_is_what_they_do_there() -> None:
    mail = (
        "Ik meld mij en mijn collega Els Bakker aan. Els volgt in ronde 1 daklozen en in ronde 3 woningsplitsing. "
        "Zelf volg ik dezelfde als Els in de derde ronde."
    )

    assert choices_of(mail) == {"Karin Visser": "3S", "Els Bakker": "1D 3S"}


@pytest.mark.parametrize(
    ("said", "karin", "joost"),
    [
        ("De eerste twee willen in ronde 1 naar daklozen, de laatste komt alleen luisteren.", [(1, D)], [(1, D)]),
        (
            "Ronde 1: ik naar daklozen, Joost naar woningsplitsing.\nRonde 2: precies omgekeerd.",
            [(1, D), (2, S)],
            [(1, S), (2, D)],
        ),
        ("Joost wil in ieder geval naar daklozen.", [], [(None, D)]),
        ("Ik ga in ronde 1 naar daklozen; Joost is net als ik adviseur.", [(1, D)], []),
    ],
)
def test_whose_choice_it_is_of_several(
    said: str, karin: list[tuple[int | None, str]], joost: list[tuple[int | None, str]]
) -> None:
    found = people(f"Aanmelding van:\n1. Karin Visser\n2. Joost Smit\n3. Mila Jansen\n\n{said}\n\nKarin Visser")

    chosen = {name: [(c.round, c.workshop) for c in request.workshops] for name, request in found.items()}

    assert (chosen["Karin Visser"], chosen["Joost Smit"]) == (karin, joost)


def test_what_a_colleague_does_who_is_not_in_question_is_no_choice() -> None:
    mail = "Ik kom graag. Zij zit in ronde 1 bij daklozen, dus doe ik dan in ronde 1 woningsplitsing.\n\nKarin Visser"

    assert [(c.round, c.workshop) for c in people(mail)["Karin Visser"].workshops] == [(1, S)]


@pytest.mark.parametrize(
    ("mail", "name", "organisation", "role"),
    [
        (  # the title ends where a body's name begins
            "Graag meld ik mij aan. Ik ben jurist GGD Twente en woon in Almelo.\n\nTom Bos",
            "Tom Bos",
            "GGD Twente",
            "jurist",
        ),
        (
            "Ik kom graag.\n\nGroeten van Els Pot, voorzitter Wijkraad Malburgen",
            "Els Pot",
            "Wijkraad Malburgen",
            "voorzitter",
        ),
        (
            "Als burgerlid voor de Dorpspartij in de gemeenteraad van Raalte wil ik graag komen.\n\nTom Bos",
            "Tom Bos",
            "Gemeente Raalte",
            "burgerlid",
        ),
        (
            "Ik meld mij aan. Ik zit in de Adviesraad Inclusie Oost.\n\nTom Bos",
            "Tom Bos",
            "Adviesraad Inclusie Oost",
            None,
        ),
        (
            "Wilt u deze collega's van de Stichting Barka inschrijven?\n\n- Els Pot\n- Wim Smit\n\nGroet,\nKim Kaya",
            "Els Pot",
            "Stichting Barka",
            None,
        ),
        (
            "Onze wethouder komt ook de 18e: Els Pot.\n\nKim Kaya\nGemeente Zeist",
            "Els Pot",
            "Gemeente Zeist",
            "wethouder",
        ),
        (
            "Ik geef op:\n- Els Pot\n- Wim Smit\n- Ali Kaya\n\nWim is jurist, de anderen zijn consulent.\n\nEls Pot",
            "Ali Kaya",
            None,
            "consulent",
        ),
        (
            "Ik meld aan: mezelf en Els Pot, bewoonster.\n\nKim Kaya\nopbouwwerker\nStichting Barka",
            "Els Pot",
            None,
            "bewoonster",
        ),
        ("I would like to come, Tom Bos, board member, Stichting Barka.", "Tom Bos", "Stichting Barka", "board member"),
    ],
)
def test_where_somebody_works_and_as_what(mail: str, name: str, organisation: str | None, role: str | None) -> None:
    somebody = people(mail, "post77@gmail.com")[name]

    assert somebody.organisation == organisation
    assert somebody.role == role


@pytest.mark.parametrize(
    ("below", "organisation"),
    [
        ("huisartsenpraktijk De Es", "huisartsenpraktijk De Es"),
        ("Hervormd Kerkkoor Soli Deo", "Hervormd Kerkkoor Soli Deo"),
        ("Zangvereniging Kunst na Arbeid", "Zangvereniging Kunst na Arbeid"),
        ("Inloophuis De Bank", "Inloophuis De Bank"),
    ],
)
def test_a_house_of_any_kind_is_called_as_it_signs(below: str, organisation: str) -> None:
    karin = people(f"Ik kom graag.\n\nKarin Visser\n{below}", "Karin Visser <karin@gmail.com>")["Karin Visser"]

    assert karin.organisation == organisation


def test_a_house_called_by_half_its_name_is_the_one_that_signs() -> None:
    mail = "Van De Linde komen Mila Jansen en Joost Smit.\n\nKarin Visser\nZorggroep De Linde"
    found = people(mail, "Karin Visser <karin@zorggroepdelinde.nl>")

    assert {request.organisation for request in found.values()} == {"Zorggroep De Linde"}


def test_a_familys_mail_domain_is_nobodys_employer() -> None:
    mail = "Wilt u mijn moeder, Corrie Bos, inschrijven? Ik breng haar, maar blijf niet.\n\nMirjam Visser-Bos"

    assert people(mail, "Mirjam Visser-Bos <mirjam@visserbos.nl>")["Corrie Bos"].organisation is None


@pytest.mark.parametrize(
    ("said", "diet"),
    [
        ("Geen eitjes voor mij.", "Geen eitjes"),
        ("Ik moet bij noten wegblijven.", "geen noten"),
        ("Ik moet uit de buurt blijven van gluten.", "uit de buurt blijven van gluten"),
        ("Gluten? Daar kan ik niet tegen.", "geen gluten"),
        ("Geen noten, daar word ik echt ziek van.", "Geen noten"),
        ("Varkensvlees komt er bij mij niet in.", "geen varkensvlees"),
        ("Laat de vis maar weg.", "geen vis"),
        ("Als er gegeten wordt dan graag lactose vrij.", "lactose vrij"),
        ("Ik moat glutenfrij ite.", "glutenfrij"),
        ("Ik vast die week, dus voor mij hoeft u niets te eten klaar te zetten.", "vast die week"),
        ("I steer clear of nuts.", "steer clear of nuts"),
        ("Ik vast in die periode.", "vast in die periode"),
        ("Ik eet vegetarisch, correctie: veganistisch.", "veganistisch"),
        ("Ik houd vast aan mijn keuze.", None),
        ("Ik heb vast een plek nodig.", None),
        ("Ik kom vast die dag.", None),
        ("Ik eet vegetarisch nee grapje ik eet alles.", None),
        ("Ik eet halal, o nee, dat is mijn collega, ik eet alles.", None),
        ("Twee daarvan zijn vegetariër, dat weet ik wel.", None),
        ("Bijna iedereen hier is vegetariër.", None),
    ],
)
def test_what_is_left_out_is_told_in_many_ways(said: str, diet: str | None) -> None:
    assert people(f"Graag meld ik mij aan. {said}\n\nKarin Visser")["Karin Visser"].diet == diet


@pytest.mark.parametrize(
    ("said", "need"),
    [
        ("Mijn knie is vervangen, dus trappen gaan moeizaam.", "trappen gaan moeizaam"),
        ("Met trappen heb ik moeite.", "Met trappen heb ik moeite"),
        ("Ik moet i.v.m. borstvoeding een afsluitbare ruimte hebben.", "afsluitbare ruimte"),
        ("Is er een plek waar ik kan voeden?", "plek waar ik kan voeden"),
        ("Houd een stoel vrij met goed zicht op de sprekers.", "stoel vrij met goed zicht op de sprekers"),
        ("Ik hoor niet zo goed meer.", "hoor niet zo goed meer"),
        ("I don't see very well.", "don't see very well"),
        ("Ik zie slecht weer aankomen.", None),
        ("Is er een lift van het station?", None),
        ("Ik hoor graag van u.", None),
    ],
)
def test_what_is_needed_is_told_in_many_ways(said: str, need: str | None) -> None:
    assert people(f"Graag meld ik mij aan. {said}\n\nKarin Visser")["Karin Visser"].access == need


@pytest.mark.parametrize(
    ("said", "sender", "organisation"),
    [
        ("Ik houd me bij Waternet bezig met wonen.", "Karin Visser <wonen@waternet.nl>", "Waternet"),
        ("Vanuit de politie doe ik graag mee.", "Karin Visser <k.visser@politie.nl>", "Politie"),
        ("Mijn zus zit in de gemeenteraad van Epe.", "Karin Visser <k@gmail.com>", None),
        ("Een vriend die in de raad van Epe zat, stuurde mij dit.", "Karin Visser <k@gmail.com>", None),
        ("Ik zit in de gemeenteraad van Epe.", "Karin Visser <k@gmail.com>", "Gemeente Epe"),
    ],
)
def test_a_house_is_the_writers_or_somebody_elses(said: str, sender: str, organisation: str | None) -> None:
    found = people(f"Graag meld ik mij aan. {said}\n\nKarin Visser", sender)

    assert found["Karin Visser"].organisation == organisation
