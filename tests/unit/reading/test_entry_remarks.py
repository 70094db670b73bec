"""What stands beside a name in a list: that this one is on the list already, doesn't come, or is new on it."""

import pytest

from tests.unit.reading.test_doubts import reading_of

BOOKED = (
    " (had zich al opgegeven)", " – reeds bij u bekend", " (staat hier alleen ter info, heeft eigen bevestiging)",
    ": heeft al een bevestiging van jullie", " - heeft zich vorige week zelf gemeld", " (via de griffie aangemeld)",
    " - meldt zichzelf aan", " (doet zelf zijn aanmelding)", ", staat al genoteerd", " (zit al in jullie systeem)",
    " - al ingeschreven, staat er alleen voor de volledigheid bij", " (hoeft u niet meer te noteren)",
    " (is vorige week al door mijn collega doorgegeven)", " (heeft al een plek)", " - had ik al aangemeld",
    " (aangemeld op 2 februari)", " - reeds aangemeld", " (already registered)", " - signed up separately",
    " - listed for completeness only, already signed up", " (is already on your list)",
)  # fmt: skip
AWAY = (
    " - toch niet, operatie", " (gaat niet door)", " - afgevallen", " (VERVALT, geen tijd)", " - afgehaakt",
    " (mag eraf)", " - kan toch niet", " (niet, heeft vrij)", " - zit dan in Rome", " (ziek)", " - heeft afgezegd",
    " - not coming after all", " (can't make it)", " (heeft bedankt)", " - schrappen, heeft een andere baan",
    " (doorhalen svp)", " (niet meer, is met pensioen)", " - is er niet bij", " - valt uit", " - slaat over",
    " - bedankt voor de eer", " - bij nader inzien niet", " - past", " - is die dag op vakantie",
)  # fmt: skip
COMES = (
    " (heeft zich al ingelezen)", " (al jaren betrokken bij het meldpunt)", " - geen vlees, wel vis",
    " (niet aanwezig bij ronde 3)", " - eet geen vis, verder niets", " - kan niet tegen noten",
    " - nieuw, was nog niet aangemeld", " (staat nog niet op de lijst)", " - geen bijzonderheden",
    " - nee, geen dieetwensen", " (niet vegetarisch)", " (is vorig jaar ook geweest)", " (geen lunch nodig)",
    " - zit in een rolstoel", " - zit sinds vorige maand bij ons team", " (net terug van vakantie)",
    " - komt pas na de lunch", " (ook bekend als Wimpie)", " - past prima bij dit onderwerp",
    " - heeft al vervoer geregeld",
    " (was ziek bij de vorige)", " - geen allergieën", ", n.degroot@ede.nl, jurist", " - lunch: nee",
)  # fmt: skip
ENTRIES = ("- {0}{1}", "2. {0}, adviseur{1}", "* {0} <{2}@ede.nl>{1}")


def names_in_list(number: int, remark: str) -> list[str | None]:
    """Who is to be put on the list, by a list of three of whom the second has that remark."""
    entry = ENTRIES[number % len(ENTRIES)]
    people = (("Els Bakker", "", "els"), ("Wim de Groot", remark, "wim"), ("Noor Vis", "", "noor"))
    lines = "\n".join(entry.format(*person) for person in people)
    reading = reading_of(f"Hierbij onze deelnemers voor de bijeenkomst van 30 maart:\n\n{lines}")
    return [request.name for request in reading.requests]


@pytest.mark.parametrize(("number", "remark"), list(enumerate(BOOKED + AWAY)))
def test_whoever_is_on_the_list_or_stays_away_by_a_remark_is_not_registered(number: int, remark: str) -> None:
    assert names_in_list(number, remark) == ["Els Bakker", "Noor Vis"]


@pytest.mark.parametrize(("number", "remark"), list(enumerate(COMES)))
def test_a_remark_of_something_else_keeps_nobody_off_the_list(number: int, remark: str) -> None:
    assert names_in_list(number, remark) == ["Els Bakker", "Wim de Groot", "Noor Vis"]


def test_what_only_sounds_like_a_booking_is_asked() -> None:
    reading = reading_of("Graag inschrijven voor 30 maart:\n- Els Bakker\n- Wim de Groot, staat al te popelen")

    assert "unclear_person" in reading.reasons


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Even geïnventariseerd voor 30 maart:\n\nMarije Tuinstra (ik dus) - ja\nWim Smit - nee, vakantie\n"
            "Els Bos - ja\n\nWie ja zegt mag op de lijst.",
            {"Marije Tuinstra", "Els Bos"},
        ),
        (
            "Zo zit het bij ons op 30 maart:\n\nEls Bos => ja\nWim Smit => helaas niet\nMarije Tuinstra => ja\n\n"
            "Graag inschrijven.",
            {"Marije Tuinstra", "Els Bos"},
        ),
        (
            "Ik schrijf me in voor 30 maart. Wie van de collega's heeft een auto:\n\nWim Smit - ja\nEls Bos - nee",
            {"Marije Tuinstra"},
        ),
        (
            "Op de lijst voor 30 maart mogen:\n• Wim Smit, w.smit@ede.nl\n• Nienke Dees, n.dees@ede.nl, jurist",
            {"Wim Smit", "Nienke Dees"},
        ),
    ],
)
def test_a_yes_or_no_beside_each_name_answers_what_stands_above(text: str, names: set[str]) -> None:
    assert {request.name for request in reading_of(text).requests} == names


LIST = "Dit zijn de mensen voor 30 maart:\n1. Els Bos\n2. Wim Smit (staat al op de lijst)\n3. Noor Vis\n\n"


@pytest.mark.parametrize(
    ("below", "unclear"), [("Nieuw zijn dus de nummers 1 en 3.", False), ("Nieuw is nummer 1.", True)]
)
def test_numbers_below_a_list_agree_with_what_it_says_or_are_asked_about(below: str, unclear: bool) -> None:
    reading = reading_of(LIST + below)

    assert ("unclear_entry" in reading.reasons) is unclear
    assert {request.name for request in reading.requests} == {"Els Bos", "Noor Vis"}


TABLE = """Hierbij onze mensen voor 30 maart.

| Naam | Functie | Bijzonderheden |
| Els Bakker | jurist | glutenvrij |
| Wim de Groot | raadslid | {} |
| Noor Vis | adviseur | |
"""
IN_CELL = [remark.strip(" -–,:()") for remark in (*BOOKED, *AWAY)]


@pytest.mark.parametrize("cell", IN_CELL)
def test_a_cell_says_of_its_row_what_a_remark_says_of_its_entry(cell: str) -> None:
    assert [request.name for request in reading_of(TABLE.format(cell)).requests] == ["Els Bakker", "Noor Vis"]


@pytest.mark.parametrize(
    "cell",
    [
        *(remark.strip(" -–,:()") for remark in COMES if "@" not in remark),
        "niet van toepassing",
        "komt niet voor de lunch",
    ],
)
def test_what_somebody_doesnt_eat_or_have_takes_nobody_out_of_a_table(cell: str) -> None:
    assert len(reading_of(TABLE.format(cell)).requests) == 3
