"""Who ends a row of names without a name is missed, and whoever says that a name follows is waited for."""

import pytest

from tests.unit.reading.test_doubts import reading_of


@pytest.mark.parametrize(
    "text",
    [
        "Wij komen graag: ikzelf, mijn collega Wim de Groot en twee van onze stagiairs.",
        "Namens Humanitas komen op 30 maart: Wim de Groot, Els Bakker en nog drie vrijwilligers.",
        "Graag op de lijst voor 30 maart: Wim de Groot, Els Bakker en een van onze trainees.",
        "Graag inschrijven: Wim de Groot, en een tweede collega van wie ik de naam maandag heb.",
        "Ik kom op 30 maart samen met Wim de Groot en een nog te kiezen raadslid.",
        "We'd like to attend on 30 March: myself, Wim de Groot and one of our volunteers.",
        "Please register Wim de Groot and a second colleague, whose name I'll get on Monday.",
        "Zet mij op de lijst voor 30 maart, en daarnaast Wim de Groot. De derde naam mail ik je morgen.",
        "Ik kom met Wim de Groot. Daarnaast verwacht ik nog twee namen, die ik u vrijdag toestuur.",
        "Graag inschrijven: Wim de Groot en Els Bakker. Het derde raadslid maakt zich later bekend.",
        "Wij komen met:\n- Wim de Groot (raadslid)\n- een vierde fractielid, wie dat is hoor ik vrijdag",
        "Graag inschrijven:\n1. Wim de Groot, jurist\n2. een trainee (begint in maart, naam heb ik nog niet)",
        "Registration for 30 March:\n- Wim de Groot\n- Els Bakker\n- a third person, still to be chosen",
        "Registration for 30 March:\n- Wim de Groot\n- one of our trainees (we will pick who next week)",
    ],
)
def test_somebody_without_a_name_at_the_end_of_a_row_is_asked_for(text: str) -> None:
    reading = reading_of(text)

    assert {"unnamed", "names_follow"}.intersection(reading.reasons)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Wij komen: ikzelf en onze twee stagiairs Els Bakker en Noor Vis.", {"Els Bakker", "Noor Vis"}),
        ("Wij komen: ikzelf en twee van onze adviseurs, Wim Smit en Els Bakker.", {"Wim Smit", "Els Bakker"}),
        ("We'd like to attend: myself and one of our volunteers, Els Bakker.", {"Els Bakker"}),
        ("Graag inschrijven: Els Bakker en ik. Een van onze trainees gaf de tip.", {"Els Bakker"}),
        ("Graag inschrijven voor 30 maart:\n- ikzelf\n- Els Bakker, een van onze trainees", {"Els Bakker"}),
    ],
)
def test_a_row_whose_people_are_all_named_is_complete(text: str, names: set[str]) -> None:
    reading = reading_of(text)

    assert {r.name for r in reading.requests} == {"Marije Tuinstra", *names}
    assert reading.reasons == ()
