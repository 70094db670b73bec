"""What the second reader adds to what the rules found of somebody: roles, organisations and diets in words that no list
has (all names invented)."""

from collections.abc import Callable

import pytest

from mailbot.domain.message import Origin, Screening
from mailbot.domain.reading import Action, Evidence, Kind, Reading, Request
from mailbot.reading.case.case import Case
from mailbot.reading.judgement.agreement import agreed
from mailbot.reading.message.parse import parse
from tests.unit.reading.second_house import CONTEXT, mail

SIGNED = "\n\nMet vriendelijke groet,\nMarije Tuinstra"
COMES = "Beste organisatie,\n\nGraag meld ik mij aan voor de lezing in Leeuwarden. {}\n\nIk kijk ernaar uit."


def case_of(text: str) -> Case:
    return Case(parse(mail(text + SIGNED)), Screening(Origin.HUMAN), CONTEXT)


def rules(**values: object) -> Callable[[Case], Reading]:
    """Rules that found just that of the writer, who comes."""
    request = Request(Action.REGISTER, "Marije Tuinstra", **values)  # type: ignore[arg-type]
    return lambda _: Reading(Kind.SIGNUP, "lezing", requests=(request,))


def of_writer(text: str, **values: object) -> Request:
    case = case_of(COMES.format(text))
    (request,) = agreed(case, rules(**values)).requests
    for key, where in request.evidence:
        if key not in values:
            assert case.text[where.start : where.end].casefold() == getattr(request, key).casefold()
    return request


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ik werk als bruggenwachter bij de provincie.", "bruggenwachter"),
        ("Ik ben kwartiermaker toegankelijkheid bij de gemeente Leeuwarden.", "kwartiermaker toegankelijkheid"),
        ("Mijn zus is bruggenwachter.", None),
    ],
)
def test_what_somebody_does_in_words_that_no_list_has(text: str, role: str | None):
    assert of_writer(text).role == role


def test_what_somebody_eats_in_another_tongue():
    assert of_writer("Yo soy vegetariana, por favor.").diet == "vegetariana"


def test_no_value_that_the_rules_found_is_taken_away():
    found = of_writer("Tot dan.", role="jurist", diet="halal", evidence=(("role", Evidence("text", 0, 6)),))
    assert (found.role, found.diet) == ("jurist", "halal")


def test_where_the_rules_took_something_else_for_it_the_words_that_tell_it_are_taken():
    text = "Volgens de verloskundige kan het nog net. Ik ben adviseur burgerzaken bij de gemeente Leeuwarden."
    start = COMES.format(text).index("verloskundige")
    where = (("role", Evidence("text", start, start + len("verloskundige"))),)
    assert of_writer(text, role="verloskundige", evidence=where).role == "adviseur burgerzaken"


def test_where_somebody_lives_is_no_house_that_they_work_for():
    assert of_writer("Ik woon zelf in Holten en kom met de trein.").organisation is None


def test_who_gives_up_a_seat_tells_nothing_new():
    request = Request(Action.CANCEL, "Marije Tuinstra")
    text = "Ik moet mij helaas afmelden voor de lezing. Ik werk als bruggenwachter en heb die avond dienst."
    left = agreed(case_of(text), lambda _: Reading(Kind.SIGNUP, "lezing", requests=(request,)))
    assert left.requests == (request,)
