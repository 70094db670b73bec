"""The report as text: what stands where, and that it fits."""

import unicodedata
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from mailbot.adapters.reports import FORMATS, render, to_table
from tests.unit.adapters.reports.invented import EMPTY, FEMKE, REPORT, ZONE, person, with_people

WHOLE = """\
Gemeenten en de strijd tegen discriminatie
30-03-2023, 10:00 tot 16:30, Koninklijke Jaarbeurs, Utrecht

 Plaatsen                                                        bezet vrij van
 ──────────────────────────────────────────────────────────────────────────────
 Bijeenkomst                                    ████████████████     3    0   3
 1A Lokaal antidiscriminatiebeleid, hoe doe je… █████░░░░░░░░░░░     1    2   3
 1B Vooroordelen Voorbij                        ████████████████     2    0   2
 2A Lokaal antidiscriminatiebeleid, hoe doe je… ░░░░░░░░░░░░░░░░     0    3   3
 2B Vooroordelen Voorbij                        ████████░░░░░░░░     1    1   2

Wie er komt (3)

 Nummer  Naam                             Organisatie                     Keuze
 ──────────────────────────────────────────────────────────────────────────────
 REF0001 Femke Nijland                    Gemeente Raalte                 1A 2B
 REF0002 Zoë van der Sluis-Dijkstra                                       1B
 REF0003 =HYPERLINK("http://kwaad.example <script>alert(1)</script>       1B
         ","klik")

Dieet: 2 × vegetarisch, 1 × glutenvrij;=1+1
Toegankelijkheid: 1 × ringleiding

Wachtlijst (2)

   Nummer  Naam                   Organisatie           Wensen Gemaild op
 ──────────────────────────────────────────────────────────────────────────────
 1 REF0006 Bram Wassink                                        14-02-2023 09:12
 2 REF0005 Marloes te Riele       Gemeente Lochem       1B A   15-02-2023 13:00

Afgemeld: 1. Geen plek gekregen: 1.

Mensenrechten in de wijk
20-06-2023, 13:00 tot 17:00, Stadhuis Den Haag

 Plaatsen                                                        bezet vrij van
 ──────────────────────────────────────────────────────────────────────────────
 Bijeenkomst                                    ░░░░░░░░░░░░░░░░     0   80  80

Wie er komt (0)

Na te kijken (2)
  12  20-02-2023 10:00  secretariaat@voorbeeld.nl
      Re: 30 maart
      De mail meldt mensen aan zonder hun naam te noemen.
  13  20-02-2023 10:00  secretariaat@voorbeeld.nl
      [31m<b>vet</b>
      De afzender wil iets veranderen aan een aanmelding die iemand anders heeft
      gedaan. De bijeenkomst is al geweest.

Aangemeld, met een vraag erbij (1)
  14  20-02-2023 10:00  secretariaat@voorbeeld.nl
      Re: 30 maart

Niet gelukt te verwerken (1)
  15  20-02-2023 10:00  secretariaat@voorbeeld.nl
      Re: 30 maart
      Bij het verwerken van de mail ging iets mis: KeyError in
      mailbot.reading.read:31.

Antwoorden die niet aankwamen (1)
      weg@voorbeeld.nl (confirmed)
      550 no such user

Antwoorden: 12 verstuurd, 1 onderweg, 1 mislukt.
"""

written = st.text() | st.text(st.sampled_from("[]/\x1b\x9b\r\n\t\u202ebold red 1;m"), max_size=40)


def test_the_whole_report_fits_eighty_columns():
    assert to_table(REPORT, ZONE) == WHOLE


def test_what_is_written_to_a_file_is_that_text():
    assert render(REPORT, "table", ZONE).decode() == WHOLE


def test_a_wide_terminal_shows_addresses_too():
    assert "deelnemer1@voorbeeld.nl" in to_table(with_people(FEMKE), ZONE, 120)


def test_colours_are_for_terminals_only():
    plain, coloured = to_table(REPORT, ZONE), to_table(REPORT, ZONE, color=True)

    assert "\x1b[" not in plain
    assert "\x1b[1mGemeenten en de strijd" in coloured


@given(written, written, written, st.integers(60, 140))
@settings(max_examples=60)
def test_no_line_is_too_long_and_nothing_steers_the_terminal(name: str, organisation: str, diet: str, width: int):
    report = with_people(person(1, name, organisation=organisation, diet=diet))

    text = to_table(report, ZONE, width)

    assert [c for c in text if c != "\n" and unicodedata.category(c) == "Cc"] == []
    assert [line for line in text.split("\n") if cell_len(line) > width] == []


def test_an_empty_report_has_its_seats_and_nothing_to_look_at():
    assert to_table(EMPTY, ZONE).splitlines()[-4:] == [
        "",
        "Wie er komt (0)",
        "",
        "Antwoorden: 0 verstuurd, 0 onderweg, 0 mislukt.",
    ]


def test_every_format_renders_everything():
    def size(format: str) -> Any:
        return len(render(REPORT, format, ZONE))

    assert FORMATS == ("table", "json", "csv", "xlsx", "html")
    assert min(map(size, FORMATS)) > 500
