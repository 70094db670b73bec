"""Forms: what stands behind a label, above or below it, is theirs whom the form is about."""

import pytest

from mailbot.domain.event import Choice
from mailbot.pipeline.understand import Understand
from tests.unit.reading.test_lists import read, understand, who

__all__ = ["understand"]  # the fixture


@pytest.mark.parametrize(
    "filler",
    [
        "Ingevuld door: T. Vonk",
        "Aanvrager: Tineke Vonk",
        "Submitted by: T. Vonk (assistant)",
        "Goedgekeurd door: T. Vonk",
    ],
)
def test_who_fills_in_a_form_for_somebody_is_on_no_list(understand: Understand, filler: str) -> None:
    reading = read(understand, f"Naam: Naima Ouali\nFunctie: adviseur\nDatum: 30 maart\n\n{filler}\n")

    assert (who(reading), reading.review) == ([("Naima Ouali",)], False)


def test_whoever_calls_themselves_i_beside_their_name_is_called_by_that_alone(understand: Understand) -> None:
    table = "Naam | Functie\nik, Noor de Wit | adviseur\nMeryem Çelik-Aksoy | strateeg"

    reading = read(understand, f"Hierbij onze deelnemers voor 30 maart:\n\n{table}\n\nGroet,\nNoor de Wit\n")

    assert who(reading) == [("Noor de Wit",), ("Meryem Çelik-Aksoy",)]


def test_talk_between_the_lines_of_a_form_is_heard(understand: Understand) -> None:
    reading = read(
        understand, "Naam: Noor de Wit\nMijn collega Jan Bos komt ook mee.\nFunctie: adviseur\n\nGroet,\nNoor de Wit\n"
    )

    assert sorted(str(name) for (name,) in who(reading)) == ["Jan Bos", "Noor de Wit"]


def test_a_form_below_a_cancellation_says_whose_seat_is_free(understand: Understand) -> None:
    reading = read(understand, "Onderstaande inschrijving kan vervallen.\n\nNaam: Naima Ouali\nOrganisatie: Tiel\n")

    assert [(request.action.value, request.name) for request in reading.requests] == [("cancel", "Naima Ouali")]


@pytest.mark.parametrize("between", [": ", " ......... ", " . . . . : ", " -> ", " = ", "          "])
def test_a_form_is_one_by_whatever_parts_its_labels_from_what_they_say(understand: Understand, between: str) -> None:
    lines = [("Naam", "Noor de Wit"), ("Functie", "griffier"), ("Dieet", "halal"), ("Datum", "30 maart 2023")]
    form = "\n".join(f"{label}{between}{value}" for label, value in lines)
    reading = read(understand, f"Mijn aanmelding:\n\n{form}\n")

    assert (who(reading, "role", "diet"), reading.reasons) == ([("Noor de Wit", "griffier", "halal")], ())


@pytest.mark.parametrize(
    "form",
    [
        "Naam\nNoor de Wit\n\nFunctie\ngriffier\n\nWorkshop ronde 2\nVooroordelen Voorbij\n\nDieet\nhalal",
        "Naam:\nNoor de Wit\nFunctie:\ngriffier\nWorkshop ronde 2:\nVooroordelen Voorbij\nDieet:\nhalal",
        "Naam\n\nNoor de Wit\n\nFunctie\n\ngriffier\n\nRonde 2\n\nVooroordelen Voorbij\n\nDieet\n\nhalal",
        "Naam: Noor de Wit; Functie: griffier; Ronde 2: Vooroordelen Voorbij; Dieet: halal",
        "Naam: Noor de Wit, functie: griffier, workshop ronde 2: Vooroordelen Voorbij, dieet: halal",
    ],
)
def test_a_form_may_have_its_labels_above_their_values_or_all_in_one_line(understand: Understand, form: str) -> None:
    reading = read(understand, f"Mijn aanmelding:\n\n{form}\n")

    assert who(reading, "role", "diet") == [("Noor de Wit", "griffier", "halal")]
    assert reading.requests[0].workshops == (Choice(2, "vooroordelen"),)


def test_a_town_below_gemeente_is_a_municipality(understand: Understand) -> None:
    reading = read(understand, "Naam: Naima Ouali\nGemeente/organisatie: Westland\nFunctie: adviseur\n")

    assert who(reading, "organisation") == [("Naima Ouali", "Gemeente Westland")]


def test_a_label_of_several_heads_a_list(understand: Understand) -> None:
    reading = read(understand, "Deelnemers 30 maart:\n\nOUALI Naima\nBroer, S. (Stefan)\n\nGroet, de griffie\n")

    assert who(reading)[:2] == [("Naima Ouali",), ("Stefan Broer",)]


@pytest.mark.parametrize(
    "form",
    [
        "Achternaam: Jansen\nVoornaam: Pieter (officieel Petrus Hubertus Gerardus)\nRang/functie: jurist",
        "Voornaam: Pieter\nTussenvoegsel: –\nAchternaam: Jansen\nHuidige functie/rol: jurist\nDienst-tel: 0101234567",
    ],
)
def test_what_a_form_has_beside_a_name_is_no_part_of_it(understand: Understand, form: str) -> None:
    assert who(read(understand, f"{form}\nDatum: 30 maart\n"), "role") == [("Pieter Jansen", "jurist")]


@pytest.mark.parametrize(
    "lines",
    [
        "Achternaam: Wit, de\nVoorletters/roepnaam: N.M. / Noor\nFunctie: jurist",
        "Achternaam: Wit\nVoorletters (roepnaam): N.M. (Noor)\nTussenvoegsel: de",
        "Achternaam: Wit, de\nVoornaam: Noor\nVoorvoegsel: n.v.t.",
        "Naam medewerker: mw. drs. N.M. de Wit\nRoepnaam: Noor\nFunctie: jurist",
        "Naam: drs. de Wit\nVoornaam: Noor",
    ],
)
def test_initials_and_what_somebody_is_called_may_share_a_line_of_a_form(understand: Understand, lines: str) -> None:
    assert who(read(understand, f"{lines}\n\nHoogachtend,\nN.\n")) == [("Noor de Wit",)]


def test_below_fractie_stands_no_employer_where_the_council_is_known(understand: Understand) -> None:
    rows = "Naam | Fractie | Functie\nWim Smit | VVD | raadslid\nEls Bos | D66 | raadslid"
    reading = read(understand, f"Graag inschrijven:\n\n{rows}\n\nGroet,\nNoor de Wit\ngriffier\nGemeente Tiel\n")

    assert who(reading, "organisation") == [("Wim Smit", "Gemeente Tiel"), ("Els Bos", "Gemeente Tiel")]
