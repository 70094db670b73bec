"""Lists, tables and forms of several people: each comes with what is theirs, and nobody is lost on the way."""

from datetime import UTC, datetime

import pytest

from mailbot.domain.event import Choice
from mailbot.domain.reading import Reading
from mailbot.pipeline.understand import Understand
from mailbot.reading.letter.page import ReadingContext
from mailbot.reading.screening.screen import OwnIdentity
from tests.office import PLATFORM, ZONE, letter
from tests.unit.reading import everyday

FEBRUARY = datetime(2023, 2, 14, 9, tzinfo=UTC)
SENDER = "Noor de Wit <n.dewit@ede.nl>"


@pytest.fixture(scope="module")
def understand() -> Understand:
    identity = OwnIdentity(frozenset({PLATFORM}))
    return Understand(ReadingContext(everyday.EVENTS, PLATFORM, ZONE, "nl", FEBRUARY), identity)


def read(understand: Understand, text: str, subject: str = "Aanmelding 30 maart") -> Reading:
    return understand(letter(SENDER, text, subject).as_bytes(), FEBRUARY).reading


def who(reading: Reading, *fields: str) -> list[tuple[object, ...]]:
    return [tuple(getattr(request, field) for field in ("name", *fields)) for request in reading.requests]


@pytest.mark.parametrize(
    "table",
    [
        "naam; functie; bijzonderheden\nNaima Ouali; adviseur; halal\nStefan Broer; strateeg; geen",
        "Naam / Functie / Dieet\nNaima Ouali / adviseur / halal\nStefan Broer / strateeg / -",
        "Naam | Functie | Dieet\nNaima Ouali | adviseur | halal\nStefan Broer | strateeg | geen",
        "Naam / 06 / Functie / Dieet\n\nNaima Ouali / / adviseur / halal\nStefan Broer / / strateeg / -",
        "Naam           Functie    Dieet\nNaima Ouali    adviseur   halal\nStefan Broer   strateeg   -",
        "Naam          Functie    Dieet\nNaima Ouali   adviseur   halal\nStefan Broer  strateeg",
        "Nr Naam          Dieet  Functie\n1  Naima Ouali   halal  adviseur\n2  Stefan Broer         strateeg",
        "Naam         Functie  Dieet\nNaima Ouali  adviseur halal\nStefan Broer strateeg -",
        "Naam - functie - dieet\nNaima Ouali - adviseur - halal\nStefan Broer - strateeg - geen",
        "Voornaam;Achternaam;Functie;Dieet\nNaima;Ouali;adviseur;halal\nStefan;Broer;strateeg;",
        "Naam;Voorl.;Roepnaam;Functie;Dieet\nOuali;N.S.;Naima;adviseur;halal\nBroer;;Stefan;strateeg;",
        "Achternaam en voornaam;Functie;Dieet\nOuali Naima;adviseur;halal\nBroer Stefan;strateeg;",
        "1. Mw. Naima Ouali\n   Functie: adviseur\n   Dieet: halal\n\n2. Dhr. Stefan Broer\n   Functie: strateeg",
        "Naima Ouali\nFunctie: adviseur\nDieet: halal\n\nStefan Broer\nFunctie: strateeg",
    ],
)
def test_each_row_of_a_table_by_hand_is_a_person(understand: Understand, table: str) -> None:
    reading = read(understand, f"Hierbij onze deelnemers voor 30 maart:\n\n{table}\n\nGroet,\nNoor de Wit\n")

    assert who(reading, "role", "diet") == [("Naima Ouali", "adviseur", "halal"), ("Stefan Broer", "strateeg", None)]
    assert not reading.review


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


def test_the_small_words_of_a_surname_may_have_a_column_of_their_own(understand: Understand) -> None:
    table = "Achternaam | Tussenv. | Roepnaam\nBroek | van den | Naima\nEde | van | Stefan"

    reading = read(understand, f"Hierbij onze deelnemers voor 30 maart:\n\n{table}\n\nGroet,\nNoor de Wit\n")

    assert who(reading) == [("Naima van den Broek",), ("Stefan van Ede",)]


def test_whoever_calls_themselves_i_beside_their_name_is_called_by_that_alone(understand: Understand) -> None:
    table = "Naam | Functie\nik, Noor de Wit | adviseur\nMeryem Çelik-Aksoy | strateeg"

    reading = read(understand, f"Hierbij onze deelnemers voor 30 maart:\n\n{table}\n\nGroet,\nNoor de Wit\n")

    assert who(reading) == [("Noor de Wit",), ("Meryem Çelik-Aksoy",)]


def test_talk_between_the_lines_of_a_form_is_heard(understand: Understand) -> None:
    reading = read(
        understand, "Naam: Noor de Wit\nMijn collega Jan Bos komt ook mee.\nFunctie: adviseur\n\nGroet,\nNoor de Wit\n"
    )

    assert sorted(str(name) for (name,) in who(reading)) == ["Jan Bos", "Noor de Wit"]


@pytest.mark.parametrize(
    ("cell", "reasons"),
    [("ja, eet halal", ()), ("ja, mits er plek is", ("condition", "remark")), ("twijfelt", ("condition", "remark"))],
)
def test_a_column_that_says_who_comes_is_read_to_its_end(
    understand: Understand, cell: str, reasons: tuple[str, ...]
) -> None:
    table = f"Raadslid | Partij | Aanwezig\nNaima Ouali | PvdA | {cell}\nStefan Broer | VVD | nee\nBo Vis | CDA | ja\n"
    reading = read(understand, f"De respons was:\n\n{table}\nGroet,\nNoor de Wit\n")

    assert who(reading, "role") == [("Naima Ouali", "Raadslid"), ("Bo Vis", "Raadslid")]
    assert reading.reasons == reasons


@pytest.mark.parametrize(
    "lead",
    [
        "Kunnen jullie deze mensen op de lijst zetten voor 30 maart?",
        "Wij komen graag met twee collega's. Onze gegevens:",
        "Graag aanmelden voor 30 maart:",
    ],
)
def test_lines_that_begin_with_a_name_are_a_list(understand: Understand, lead: str) -> None:
    lines = (
        'Naima Ouali - adviseur - halal\n"Broer, Stefan" <s.broer@ede.nl>\nNoor de Wit, strateeg Ede Inclusief, vegan'
    )
    reading = read(understand, f"Beste mensen,\n\n{lead}\n\n{lines}\n\nGroet,\nNoor\n")

    assert sorted(who(reading, "diet"), key=str) == [
        ("Naima Ouali", "halal"),
        ("Noor de Wit", "vegan"),
        ("Stefan Broer", None),
    ]
    assert not reading.review


def test_an_answer_in_a_roll_call_that_is_not_understood_is_asked_about(understand: Understand) -> None:
    roll = "- Naima Ouali: aanwezig\n- Stefan Broer: op vakantie\n- Bo Vis: past\n"
    reading = read(understand, f"Dit kwam eruit voor 30 maart:\n\n{roll}\nGroet,\nNoor de Wit\n")

    assert "unclear_person" in reading.reasons


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ("- Naima Ouali\n- Bo Vis - nog niet zeker", "condition"),
        ("- Naima Ouali\n- Bo Vis?", "condition"),
        ("Naam: Naima Ouali\nFunctie: adviseur\n\nNaam: Bo Vis (onder voorbehoud)\nFunctie: jurist", "condition"),
        ("Naam: Naima Ouali\nFunctie: adviseur\n\nNaam: volgt nog\nFunctie: jurist", "names_follow"),
        ("- Naima Ouali, adviseur\n- Bo Vis, jurist - rijdt mee met Jan Kok", "unexplained_person"),
    ],
)
def test_what_an_entry_leaves_open_is_asked_about(understand: Understand, lines: str, reason: str) -> None:
    reading = read(understand, f"Graag aanmelden voor 30 maart:\n\n{lines}\n\nGroet,\nNoor de Wit\n")

    assert reason in reading.reasons


@pytest.mark.parametrize(
    "lines",
    [
        "Naima Ouali, ja\nStefan Broer, nee\nBo Vis, ja",
        "- Naima Ouali -> ja\n- Stefan Broer -> nee\n- Bo Vis -> ja",
        "Naima Ouali      wel\nStefan Broer     niet\nBo Vis           wel",
        "Aanwezig zijn:\n* Naima Ouali\n* Bo Vis\nAfwezig zijn:\n* Stefan Broer",
    ],
)
def test_who_is_listed_as_absent_does_not_come(understand: Understand, lines: str) -> None:
    reading = read(understand, f"Deelname 30 maart:\n\n{lines}\n\nGroet,\nNoor de Wit\n")

    assert who(reading) == [("Naima Ouali",), ("Bo Vis",)]
    assert not reading.review


@pytest.mark.parametrize(
    "lines",
    [
        "Wij zijn met twee:\n- Naima Ouali, adviseur\n- ondergetekende",
        "Wie: Naima Ouali en ikzelf\nWaar: Gemeente Ede",
        "Aanwezig: Noor de Wit, Naima Ouali\nAfwezig: Bo Vis",
    ],
)
def test_nobody_is_lost_who_has_no_line_to_themselves(understand: Understand, lines: str) -> None:
    reading = read(understand, f"{lines}\n\nGroet,\nNoor de Wit\n")

    assert sorted(str(name) for (name,) in who(reading)) == ["Naima Ouali", "Noor de Wit"]


def test_those_to_ask_are_none_of_those_who_come(understand: Understand) -> None:
    coming = "Naima Ouali, tel 06-12345678\nStefan Broer, tel 06-87654321"
    reading = read(
        understand, f"Graag aanmelden:\n\n{coming}\n\nContact bij vragen:\nBo Vis, tel 0318-123456\n\nNoor\n"
    )

    assert who(reading) == [("Naima Ouali",), ("Stefan Broer",)]


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("Kun je deze twee inschrijven voor 30 maart? Zelf ben ik er niet bij.", ""),
        ("Wij komen met onderstaande collega's naar 30 maart:", "Ik blijf zelf op kantoor."),
        ("Wilt u onderstaande mensen noteren? Ik doe alleen de administratie, ik ga zelf niet mee.", ""),
    ],
)
def test_who_draws_up_a_list_and_stays_at_home_is_none_of_it(understand: Understand, before: str, behind: str) -> None:
    reading = read(understand, f"{before}\n\nNaima Ouali <n@ede.nl>\nStefan Broer <s@ede.nl>\n\n{behind}\n\nNoor\n")

    assert (who(reading), reading.reasons) == ([("Naima Ouali",), ("Stefan Broer",)], ())


def test_who_comes_beside_a_list_without_a_name_is_asked_for(understand: Understand) -> None:
    listed = "- Naima Ouali\n- Stefan Broer"
    reading = read(understand, f"Wij komen met:\n{listed}\n\nDaarnaast nemen we nog twee stagiairs mee.\n\nNoor\n")

    assert "unnamed" in reading.reasons


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


def test_an_entry_of_the_writers_own_is_theirs_whoever_else_it_names(understand: Understand) -> None:
    listed = "1. Adaeze Nwosu, jurist\n2. ikzelf, zelfde keuze als Adaeze"
    reading = read(understand, f"Graag inschrijven voor 30 maart:\n{listed}\n\nNoor de Wit\n")

    assert who(reading) == [("Adaeze Nwosu",), ("Noor de Wit",)]


def test_the_name_in_brackets_behind_an_address_is_an_entry_too(understand: Understand) -> None:
    listed = "Kim Bos <kim@x.nl>; Lies Vink <lies@x.nl>;\nhj.smit@x.nl (Henk Jan Smit)"
    reading = read(understand, f"Graag inschrijven, zelf kom ik niet:\n{listed}\n\nHenk Jan is veganist.\n\nNoor\n")

    assert who(reading) == [("Kim Bos",), ("Lies Vink",), ("Henk Jan Smit",)]


def test_a_second_address_is_of_whose_name_it_has(understand: Understand) -> None:
    listed = "- Kim Bos (kim.bos@x.nl, kim@y.nl)\n- Wim Smit (wim@x.nl, smit@y.nl)"

    assert not read(understand, f"Graag inschrijven:\n\n{listed}\n\nNoor\n").review


@pytest.mark.parametrize("listed", ["w.smit@x.nl", "wdegroot@x.nl", "wim@x.nl"])
def test_an_address_without_a_name_is_somebody_too(understand: Understand, listed: str) -> None:
    alone = read(understand, f"Graag inschrijven:\n\nKim Bos <kim@x.nl>; {listed}\n\nNoor\n")
    own = read(understand, f"Graag inschrijven:\n\nKim Bos, te bereiken op kim@x.nl of {listed}\n\nNoor\n")

    assert (alone.review, own.review) == (True, False)


@pytest.mark.parametrize(
    "form",
    [
        "Achternaam: Jansen\nVoornaam: Pieter (officieel Petrus Hubertus Gerardus)\nRang/functie: jurist",
        "Voornaam: Pieter\nTussenvoegsel: –\nAchternaam: Jansen\nHuidige functie/rol: jurist\nDienst-tel: 0101234567",
    ],
)
def test_what_a_form_has_beside_a_name_is_no_part_of_it(understand: Understand, form: str) -> None:
    assert who(read(understand, f"{form}\nDatum: 30 maart\n"), "role") == [("Pieter Jansen", "jurist")]


def test_a_name_that_ends_as_ik_before_its_hyphen_is_whole(understand: Understand) -> None:
    reading = read(understand, "Voor 30 maart:\n\nWie\tFunctie\nMeryem Çelik-Aksoy\tadviseur\nWim Smit\tjurist\n")

    assert who(reading) == [("Meryem Çelik-Aksoy",), ("Wim Smit",)]


@pytest.mark.parametrize("signed", ["Groet,\nNoor de Wit", "Noor de Wit", "Noor", "Gr. Noor"])
@pytest.mark.parametrize("mark", ["", ";", ","])
@pytest.mark.parametrize("bullet", ["", "- ", "o ", "   o  ", "2. "])
def test_whoever_signs_below_a_list_stands_in_it_or_does_not(
    understand: Understand, bullet: str, mark: str, signed: str
) -> None:
    others = ["Wim Smit, raadslid", "Els de Boer, jurist"]
    with_writer = ["Wim Smit, raadslid", "Noor de Wit, adviseur", "Els de Boer, jurist"]

    for listed in (others, with_writer):
        lines = "\n".join(f"{bullet}{entry}{mark}" for entry in listed)
        reading = read(understand, f"Op 30 maart komen van ons:\n\n{lines}\n\n{signed}")

        assert [request.name for request in reading.requests] == [entry.split(",")[0] for entry in listed]


@pytest.mark.parametrize(
    "text",
    [
        "'Wim Smit' <w.smit@ede.nl>; 'Bos, Els van den' <e.bos@ede.nl>; 'Pim van 't Hof' <p.hof@ede.nl>; "
        "'Noor.Bakker' <n@ede.nl>; 'Kim Op den Kelder' <k.op@ede.nl>",
        "- 'Wim Smit' <w.smit@ede.nl>\n- ‘Els van den Bos’ <e.bos@ede.nl>\n- \"Pim van 't Hof\" <p.hof@ede.nl>\n"
        "- 'Noor.Bakker' <n@ede.nl>\n- 'Kim Op den Kelder' <k.op@ede.nl>",
    ],
)
def test_names_in_single_quotes_before_their_address_are_names(understand: Understand, text: str) -> None:
    reading = read(understand, f"Graag inschrijven voor 30 maart:\n\n{text}\n\nZelf ben ik er niet bij.\n\nNoor de Wit")

    assert who(reading) == [
        ("Wim Smit",),
        ("Els van den Bos",),
        ("Pim van 't Hof",),
        ("Noor Bakker",),
        ("Kim op den Kelder",),
    ]


def test_a_cell_that_points_at_another_row_says_what_stands_there(understand: Understand) -> None:
    table = (
        "Nr\tNaam\tFunctie\tLunch\n1\tWim Smit\tjurist\thalal\n2\tEls Bos\tadviseur\tvega\n"
        "3\tBo Vos\tidem als nr 1\tidem als Wim\n4\tJan Kok\tgriffier\tzelfde als 2\n5\tSem Dijk\tcoach\tzie onder"
    )

    reading = read(understand, f"Graag inschrijven voor 30 maart:\n\n{table}\n\nNoor de Wit")

    assert who(reading, "role", "diet") == [
        ("Wim Smit", "jurist", "halal"),
        ("Els Bos", "adviseur", "vega"),
        ("Bo Vos", "jurist", "halal"),
        ("Jan Kok", "griffier", "vega"),
        ("Sem Dijk", "coach", None),
    ]


def test_the_line_below_somebodys_dog_names_no_dog(understand: Understand) -> None:
    lines = "Naima Ouali, jurist, komt met geleidehond\nBo Vis, coach"

    reading = read(understand, f"Graag aanmelden voor 30 maart:\n{lines}\n\nGroet,\nNoor de Wit\n")

    assert [name for (name,) in who(reading)] == ["Naima Ouali", "Bo Vis"]


@pytest.mark.parametrize(
    "rows",
    [
        "Naima Ouali\tadviseur\tn.ouali@ede.nl\nStefan Broer\tstrateeg\ts.broer@ede.nl",
        "- Naima Ouali | adviseur | n.ouali@ede.nl\n- Stefan Broer | strateeg | s.broer@ede.nl",
        "1) n.ouali@ede.nl | Naima Ouali | adviseur\n2) s.broer@ede.nl | Stefan Broer | strateeg",
    ],
)
def test_a_table_without_a_head_tells_by_its_cells_what_they_are(understand: Understand, rows: str) -> None:
    reading = read(understand, f"Voor 30 maart graag inschrijven:\n{rows}\n\nGroet,\nNoor de Wit\n")

    assert who(reading, "role", "email") == [
        ("Naima Ouali", "adviseur", "n.ouali@ede.nl"),
        ("Stefan Broer", "strateeg", "s.broer@ede.nl"),
    ]


@pytest.mark.parametrize(
    "rows",
    ["jurist Naima Ouali\ntrainee Stefan Broer", "n.ouali@ede.nl (Naima Ouali)\ns.broer@ede.nl (Stefan Broer)"],
)
def test_lines_that_begin_with_a_title_or_an_address_are_a_list(understand: Understand, rows: str) -> None:
    reading = read(understand, f"Van onze kant komen:\n{rows}\n\nGroet,\nNoor de Wit\n")

    assert who(reading) == [("Naima Ouali",), ("Stefan Broer",)]


@pytest.mark.parametrize(("whom", "comes"), [("mensen", False), ("collega's", True)])
def test_we_who_come_with_these_people_are_an_office(understand: Understand, whom: str, comes: bool) -> None:
    text = f"Wij komen graag met de volgende {whom}:\n- Naima Ouali\n- Stefan Broer\n\nGroet,\nNoor de Wit\n"

    assert (("Noor de Wit",) in who(read(understand, text))) is comes


@pytest.mark.parametrize("own", ["Plus ik.", "plus ikzelf", "En ikzelf natuurlijk.", "Plus ondergetekende."])
def test_below_a_list_the_writer_may_be_added_to_it(understand: Understand, own: str) -> None:
    reading = read(
        understand, f"Graag deze mensen aanmelden:\n\n- Wim Smit\n- Els Bos\n\n{own}\n\nGroet,\nNoor de Wit\n"
    )

    assert who(reading) == [("Wim Smit",), ("Els Bos",), ("Noor de Wit",)]


def test_an_entry_that_begins_with_ik_and_a_colon_is_the_writers(understand: Understand) -> None:
    reading = read(understand, "Wij komen graag:\n\n- Wim Smit, jurist\n- Ik: vegan. Ik ben trainer.\n\nNoor de Wit\n")

    assert sorted(who(reading, "role", "diet")) == [("Noor de Wit", "trainer", "vegan"), ("Wim Smit", "jurist", None)]


def test_who_cannot_come_to_a_round_comes_to_the_others(understand: Understand) -> None:
    table = "Naam;Ronde 1;Ronde 2\nNaima Ouali;Vooroordelen Voorbij;n.v.t. (kan dan niet)\nStefan Broer;afwezig;afwezig"
    reading = read(understand, f"Hierbij onze deelnemers voor 30 maart:\n\n{table}\n\nGroet,\nNoor de Wit\n")

    assert who(reading) == [("Naima Ouali",)]
    assert [choice.round for choice in reading.requests[0].workshops] == [1]


def test_a_row_that_has_a_number_is_no_head(understand: Understand) -> None:
    rows = "Deelnemer 1: Naima Ouali, coach, 0612345678, Workshop: geen\nDeelnemer 2: Stefan Broer, jurist, 0622345678"
    reading = read(understand, f"Hierbij onze deelnemers voor 30 maart:\n\n{rows}\n\nGroet,\nNoor de Wit\n")

    assert who(reading, "role") == [("Naima Ouali", "coach"), ("Stefan Broer", "jurist")]


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


def test_a_double_surname_with_blanks_around_its_hyphen_is_one_in_an_address_book(understand: Understand) -> None:
    listed = "Laan - de Jong, Ria van der <r.vanderlaan@x.nl>; Kok, Wim <wkok@x.nl>"
    reading = read(understand, f"Graag inschrijven, zelf kom ik niet:\n{listed}\n\nNoor\n")

    assert who(reading) == [("Ria van der Laan-de Jong",), ("Wim Kok",)]


@pytest.mark.parametrize(
    "guest",
    [
        "Katarzyna Zielińska, our guest from Kampania Przeciw Homofobii in Warsaw",
        "Katarzyna Zielińska, onze gast van Kampania Przeciw Homofobii",
    ],
)
def test_the_house_that_a_guest_comes_from_is_nobody(understand: Understand, guest: str) -> None:
    text = f"Please register:\n\n1) Salomina Bos\n2) {guest}\n3) Bas ter Steege\n\nNoor de Wit"

    assert who(read(understand, text)) == [("Salomina Bos",), ("Katarzyna Zielińska",), ("Bas ter Steege",)]


@pytest.mark.parametrize(
    "above",
    [
        "Wim Kok staat er nog in, maar zijn regel kunt u overslaan.",
        "Wim Kok is die week in het buitenland.",
    ],
)
def test_who_is_taken_out_above_a_list_is_not_signed_up_alone(understand: Understand, above: str) -> None:
    reading = read(understand, f"Hierbij de opgave. {above}\n\n1. Salomina Bos\n2. Wim Kok\n\nNoor de Wit")

    assert reading.review or ("Wim Kok",) not in who(reading)


@pytest.mark.parametrize("first", ["Wit, Noor de", "Noor de Wit"])
def test_the_writers_own_row_ends_no_letter(understand: Understand, first: str) -> None:
    rows = f"Naam\tFunctie\n{first}\tsecretaris\nHaile, Selam\tadviseur\nLie Kwie Sjoe, Merlin\tjurist"
    reading = read(understand, f"Graag aanmelden voor 30 maart:\n\n{rows}\n\nNoor de Wit")

    assert who(reading) == [("Noor de Wit",), ("Selam Haile",), ("Merlin Lie Kwie Sjoe",)]


@pytest.mark.parametrize(
    ("last", "unnamed"),
    [
        ("alsmede twee stagiairs, wier namen u nog ontvangt.", 2),
        ("en nog een trainee;", 1),
        ("alsmede twee stagiairs, Bo Vis en Kim Tal.", 0),
        ("Wim Smit, begeleider van twee stagiairs.", 0),
    ],
)
def test_a_list_may_tell_people_by_their_number_alone(understand: Understand, last: str, unnamed: int) -> None:
    text = f"Voor 30 maart meld ik aan:\n\nmevrouw Els Bos, wethouder;\n{last}\n\nHoogachtend,\nNoor de Wit"

    assert read(understand, text).unnamed == unnamed


@pytest.mark.parametrize("title", ["mevrouw ", "Mevrouw ", ""])
def test_the_first_of_a_list_is_no_greeting(understand: Understand, title: str) -> None:
    text = f"Voor 30 maart meld ik aan:\n\n{title}Els Bos, wethouder\nWim Smit, trainee\n\nHoogachtend,\nNoor de Wit"

    assert who(read(understand, text)) == [("Els Bos",), ("Wim Smit",)]


HEADS = [
    "1e ronde|2e ronde|3e ronde",
    "I|II|III",
    "1|2|3",
    "12.00 - 13.00|14.00 - 15.00|15.00 - 16.00",
    "rnd 1|rnd 2|rnd 3",
]
HEADS += [
    "WS ronde 1|WS ronde 2|WS ronde 3",
    "voor de lunch|na de lunch|laatste ronde",
    "12.00 (ronde 1)|14.00 (ronde 2)|15.00",
]


@pytest.mark.parametrize("heads", HEADS)
@pytest.mark.parametrize("mark", ["\t", " | "])
@pytest.mark.parametrize(
    ("one", "other", "lead"),
    [
        ("Lokaal beleid", "Vooroordelen", ""),
        ("B", "V", " B = Lokaal antidiscriminatiebeleid, V = Vooroordelen Voorbij."),
    ],
)
def test_a_column_of_a_round_is_known_by_whatever_heads_it(
    understand: Understand, heads: str, mark: str, one: str, other: str, lead: str
) -> None:
    rows = [["Wie", "Wat doet die", *heads.split("|"), "Lunch"]]
    rows += [["Els Bos", "jurist", one, other, "-", "vegan"], ["Wim Smit", "coach", "-", other, one, "gewoon"]]
    table = "\n".join(map(mark.join, rows))
    reading = read(understand, f"Hierbij onze deelnemers voor 30 maart.{lead}\n\n{table}\n\nGroet,\nNoor de Wit\n")

    first, second, third = Choice(1, "lokaal-beleid"), Choice(2, "vooroordelen"), Choice(3, "lokaal-beleid")
    assert who(reading, "role", "workshops") == [
        ("Els Bos", "jurist", (first, second)),
        ("Wim Smit", "coach", (second, third)),
    ]


@pytest.mark.parametrize("house", ["Movisie", "Radar", "Art.1", "Stichting Vluchteling"])
@pytest.mark.parametrize("head", ["Organisatie", "Waarvandaan", "Namens"])
def test_no_second_reader_overrules_what_stands_below_a_head(understand: Understand, house: str, head: str) -> None:
    table = f"Naam collega\t{head}\tDieet\nEls Bos\tgemeente Ede\tvegan\nWim Smit\t{house}\thalal"
    reading = read(understand, f"Hierbij onze deelnemers voor 30 maart.\n\n{table}\n\nGroet,\nNoor de Wit\n")

    assert who(reading, "organisation", "role") == [("Els Bos", "Gemeente Ede", None), ("Wim Smit", house, None)]


@pytest.mark.parametrize("heads", ["Naam\tOpmerking", "Wie\tTel\tDieet", "Naam\tFunctie\tOpmerking"])
def test_a_row_may_have_a_name_alone(understand: Understand, heads: str) -> None:
    between = "\t" * heads.count("\t")
    table = f"{heads}\nEls Bos\nWim Smit{between}halal\nBo van Vis"
    reading = read(understand, f"Hierbij onze deelnemers voor 30 maart.\n\n{table}\n\nGroet,\nNoor de Wit\n")

    assert (who(reading, "diet"), reading.review) == (
        [("Els Bos", None), ("Wim Smit", "halal"), ("Bo van Vis", None)],
        False,
    )


def test_a_head_that_ends_in_a_small_word_goes_on_in_no_name(understand: Understand) -> None:
    table = "Medewerker;Org.;Bereikbaar op\nEls Bos;gemeente Ede;06-12345678\nWim Smit;Radar;0318-123456"
    reading = read(understand, f"Hierbij onze deelnemers voor 30 maart.\n\n{table}\n\nGroet,\nNoor de Wit\n")

    assert who(reading, "role", "phone") == [("Els Bos", None, "06-12345678"), ("Wim Smit", None, "0318-123456")]


@pytest.mark.parametrize(
    "table",
    [
        "Achternaam, voornaam\tKomt?\nvan der Laan, Ida\tx\nBakker-Smit, Jan Willem\tx",
        "Achternaam + voornaam;Mail\nvan der Laan, Ida;ida@borne.nl\nBakker-Smit, Jan Willem;jw@borne.nl",
        "Voorn.\tt.v.\tAchternaam\nIda\tvan der\tLaan\nJan Willem\t\tBakker-Smit",
        "Roepnaam | Naam | Functie\nIda | van der Laan | jurist\nJan Willem | Bakker-Smit | coach",
        "Naam\tRoepnaam\tFunctie\nLaan, van der\tIda\tjurist\nBakker-Smit\tJan Willem\tcoach",
        "Naam\tDieet\nLaan, Ida van der\nBakker-Smit, Jan Willem",
    ],
)
def test_a_table_may_part_a_name_or_turn_it(understand: Understand, table: str) -> None:
    reading = read(understand, f"Hierbij onze deelnemers voor 30 maart.\n\n{table}\n\nGroet,\nNoor de Wit\n")

    assert (who(reading), reading.review) == ([("Ida van der Laan",), ("Jan Willem Bakker-Smit",)], False)


@pytest.mark.parametrize(
    ("yes", "no"), [("j", "n"), ("definitief", "nee"), ("✓", "n"), ("akkoord", "afgemeld"), ("x", "✗")]
)
@pytest.mark.parametrize("head", ["Aanwezig", "Komt?", "RSVP"])
def test_a_letter_or_a_word_says_who_comes(understand: Understand, yes: str, no: str, head: str) -> None:
    table = f"Naam\tFunctie\t{head}\nEls Bos\tjurist\t{yes}\nWim Smit\tcoach\t{no}\nBo Vis\tjurist\t{yes}"
    reading = read(understand, f"De reacties uit ons team voor 30 maart:\n\n{table}\n\nGroet,\nNoor de Wit\n")

    assert (who(reading), reading.review) == ([("Els Bos",), ("Bo Vis",)], False)


def test_an_address_in_a_list_whose_name_was_not_found_is_somebody(understand: Understand) -> None:
    listed = "Els Bos <e.bos@borne.nl>; Betsy ter Avest <b.teravest@borne.nl>;\n"
    listed += "Mehmet Vis <m.vis@borne.nl>; J.H. Nijenhuis - Broekman <j.nijenhuis@borne.nl>"
    reading = read(
        understand, f"Onderstaande raadsleden meld ik aan voor 30 maart:\n\n{listed}\n\nGroet,\nNoor de Wit\n"
    )

    assert "nobodys_mailbox" in reading.reasons


def test_all_of_a_house_are_nobody_of_that_name(understand: Understand) -> None:
    listed = "Els Bos <e.bos@vizier-oost.nl>;\nWim Smit <w.smit@vizier-oost.nl>"
    reading = read(
        understand,
        f"Kunt u onderstaande personen noteren voor 30 maart? Allen Vizier Oost.\n\n{listed}\n\nGroet,\nNoor de Wit\n",
    )

    assert who(reading) == [("Els Bos",), ("Wim Smit",)]


@pytest.mark.parametrize(
    "lines",
    [
        "Ronde 1: Els Bos, Vooroordelen Voorbij\nRonde 2: Wim Kok, lokaal beleid",
        "Ronde 1 Vooroordelen Voorbij: Els Bos en Xulani Tembaka\nRonde 2: Wim Kok",
    ],
)
def test_whom_only_a_rounds_line_names_is_asked_about(understand: Understand, lines: str) -> None:
    reading = read(understand, f"Graag inschrijven voor 30 maart:\n\n{lines}\n\nGroet,\nNoor de Wit\n")

    assert "unclear_whose" in reading.reasons


def test_the_rounds_of_whom_the_letter_names_are_theirs(understand: Understand) -> None:
    lines = "Ronde 1: Els Bos Vooroordelen Voorbij, Wim Kok lokaal beleid"
    reading = read(understand, f"Graag inschrijven voor 30 maart: Els Bos en Wim Kok.\n\n{lines}\n\nGroet,\nNoor\n")

    assert (who(reading), "unclear_whose" in reading.reasons) == ([("Els Bos",), ("Wim Kok",)], False)


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        (
            "Graag inschrijven voor 30 maart:\n\n- Noor de Rit\n- Noor de Wit\n- Wim Kok",
            ["Noor de Rit", "Noor de Wit", "Wim Kok"],
        ),
        ("Mijn collega Noor Vos en ik komen graag op 30 maart.", ["Noor Vos", "Noor Bos"]),
        ("Graag inschrijven voor 30 maart: Noor Vos, Wim Kok en ikzelf.", ["Noor Vos", "Wim Kok", "Noor Bos"]),
        ("Ik kom graag op 30 maart. De spelling was fout: Noor Vos moet Noor Bos zijn.", ["Noor Bos"]),
        ("Graag inschrijven voor 30 maart: Wim Kok en Do Nguyen.", ["Wim Kok", "Do Nguyen"]),
        (
            "- Els Bos, Xulani Tembaka\n- Wim Kok, Vusi Tembaka\nkomen graag op 30 maart.",
            ["Els Bos", "Xulani Tembaka", "Wim Kok", "Vusi Tembaka"],
        ),
    ],
)
def test_names_that_are_nearly_the_writers_or_a_days_are_others(
    understand: Understand, asked: str, names: list[str]
) -> None:
    sender = SENDER if "Noor de Wit" in asked else "Noor Bos <n.bos@ede.nl>"
    text = f"{asked}\n\nGroet,\n{sender.split(' <')[0]}\n"
    reading = understand(letter(sender, text, "Aanmelding 30 maart").as_bytes(), FEBRUARY).reading

    assert [request.name for request in reading.requests] == names


@pytest.mark.parametrize(
    "said", ["Beiden eten halal.", "Beide eten halal.", "Allebei halal.", "Ze eten allebei halal."]
)
def test_both_below_a_list_are_the_two_in_it(understand: Understand, said: str) -> None:
    listed = f"Graag inschrijven voor 30 maart:\n- Els Bakker\n- Wim Smit\n\n{said}"
    assert [(r.name, r.diet) for r in read(understand, listed).requests] == [
        ("Els Bakker", "halal"),
        ("Wim Smit", "halal"),
    ]


@pytest.mark.parametrize("said", ["Beiden in ronde 1", "Beiden willen in ronde 1", "Allebei gaan ze in ronde 1 naar"])
def test_both_below_a_list_choose_the_same(understand: Understand, said: str) -> None:
    listed = f"Graag inschrijven voor 30 maart:\n- Els Bakker\n- Wim Smit\n\n{said} Vooroordelen Voorbij."
    chosen = (Choice(1, "vooroordelen"),)
    assert [r.workshops for r in read(understand, listed).requests] == [chosen, chosen]


@pytest.mark.parametrize("job", ["Stafadviseur", "Projectsecretaris", "Teammanager"])
def test_a_job_before_a_name_in_a_list_is_none_of_it(understand: Understand, job: str) -> None:
    listed = f"Graag inschrijven voor 30 maart:\n- Directeur Els Bakker\n- {job} Mthunzi Zwelake"
    told = [("Els Bakker", "Directeur"), ("Mthunzi Zwelake", job)]
    assert [(r.name, r.role) for r in read(understand, listed).requests] == told
