"""The second reader, and what comes of its agreeing with the rules or not (all names invented)."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from mailbot.domain.message import Origin, Screening
from mailbot.domain.reading import Action, Kind, Reading, Request
from mailbot.reading.case.case import Case
from mailbot.reading.judgement.agreement import (
    AGREES,
    PLAIN,
    THOUGHT_OVER,
    agree_on_told,
    agreed,
    says_in_passing,
)
from mailbot.reading.judgement.filling_in import tell_all
from mailbot.reading.judgement.judge import by_rules
from mailbot.reading.judgement.parties import parties
from mailbot.reading.message.parse import parse
from mailbot.reading.names import Name
from mailbot.reading.names.people import UNSAID, Person
from mailbot.reading.second_reader import Opinion
from mailbot.reading.second_reader.letter_words import LetterWords
from mailbot.reading.second_reader.model import DOUBTFUL, Model, packaged
from mailbot.reading.second_reader.traits import traits
from tests.unit.reading.second_house import CONTEXT, mail

SIGNED = "\n\nMet vriendelijke groet,\nMarije Tuinstra"


def case_of(text: str, **headers: Any) -> Case:
    return Case(parse(mail(text + SIGNED, **headers)), Screening(Origin.HUMAN), CONTEXT)


def reading(*requests: tuple[Action, str], reasons: tuple[str, ...] = ()) -> Reading:
    asked = tuple(Request(action, name) for action, name in requests)
    return Reading(Kind.SIGNUP, "lezing", bool(reasons), reasons, asked)


def people_agreed(case: Case, judged: Callable[[Case], Reading]) -> Reading:
    """What both agree on of people; what else is told of them is test_completing.py's."""
    both = agreed(case, judged)
    return replace(both, requests=tuple(Request(request.action, request.name) for request in both.requests))


REGISTERS_HERSELF = reading((Action.REGISTER, "Marije Tuinstra"))
COMES = "Hierbij meld ik mij aan voor de lezing. Ik kom met de trein."


def test_what_a_plain_mail_asks_is_what_the_second_reader_expects():
    assert Opinion(case_of(COMES)).distance(REGISTERS_HERSELF.requests) <= AGREES


def test_it_would_not_have_thought_that_who_cancels_comes():
    opinion = Opinion(case_of("Helaas moet ik mij afmelden, ik ben verhinderd."))
    assert opinion.distance(REGISTERS_HERSELF.requests) > 0.5


def test_the_rules_alone_decide_nothing_against_it():
    wrong = reading((Action.CANCEL, "Marije Tuinstra"))
    held = people_agreed(case_of(COMES), lambda _: wrong)
    assert (held.review, held.reasons, held.requests) == (True, ("second_reader",), wrong.requests)


GLADLY = "Graag meld ik mij aan voor de lezing, ik kijk er erg naar uit. {} Ik eet vegetarisch en kom met de fiets."


def test_what_is_said_in_passing_is_put_to_a_person_with_its_words():
    aside = "Of ik die dag vrij krijg weet mijn teamleider maandag pas."
    case = case_of(GLADLY.format(aside))
    held = people_agreed(case, lambda _: REGISTERS_HERSELF)

    assert (held.review, held.reasons, held.requests) == (True, ("said_in_passing",), REGISTERS_HERSELF.requests)
    assert held.doubted is not None
    assert case.own.text[held.doubted.start : held.doubted.end].strip() == aside


def test_so_it_is_in_a_line_or_two():
    said = "Graag een plek bij de lezing voor mijn collega Wim Smit. Ik vertel het hem morgen pas."
    both = people_agreed(case_of(said), lambda _: reading((Action.REGISTER, "Wim Smit")))
    assert both.reasons == ("said_in_passing",)


def test_no_doubt_is_dropped_where_something_is_said_in_passing():
    doubtful = replace(REGISTERS_HERSELF, review=True, reasons=("unclear_sentence",))
    said = (
        "Mijn contract loopt half maart af en of het verlengd wordt hoor ik nog.",
        "De trein is die dag vast te laat, maar dat is hij hier altijd.",
    )

    assert [people_agreed(case_of(GLADLY.format(words)), lambda _: doubtful).review for words in said] == [True, False]


def test_where_both_agree_a_small_doubt_is_dropped():
    doubtful = replace(REGISTERS_HERSELF, review=True, reasons=("unclear_sentence",))
    assert people_agreed(case_of(COMES), lambda _: doubtful) == REGISTERS_HERSELF


@pytest.mark.parametrize("reason", ["sender_not_trusted", "two_events", "no_full_name", "unclear_workshop"])
def test_of_what_it_knows_nothing_of_it_drops_no_doubt(reason: str):
    doubtful = replace(REGISTERS_HERSELF, review=True, reasons=("unclear_sentence", reason))
    assert people_agreed(case_of(COMES), lambda _: doubtful) == doubtful


@pytest.mark.parametrize("reason", ["companion", "other_occasion", "later", "elsewhere", "unsure_name"])
def test_of_people_and_things_that_it_never_sees_it_drops_no_doubt(reason: str):
    doubtful = replace(REGISTERS_HERSELF, review=True, reasons=(reason,))
    assert people_agreed(case_of(COMES), lambda _: doubtful) == doubtful


def test_whose_diet_changes_is_for_the_rules_to_be_sure_of():
    doubtful = reading((Action.CHANGE, "Marije Tuinstra"), reasons=("unclear_person",))
    told = case_of("Ik sta op de lijst voor de lezing. Kunt u noteren dat ik vegetarisch eet?")
    assert people_agreed(told, lambda _: doubtful) == doubtful


HOPES = "Onder voorbehoud, ik weet nog niet of ik kan: misschien komen wij met een paar collega's naar de lezing."


def test_a_mail_that_sounds_like_those_that_need_a_person_is_shown_to_one():
    assert Opinion(case_of(HOPES)).doubt >= THOUGHT_OVER.doubts
    held = people_agreed(case_of(HOPES), lambda _: REGISTERS_HERSELF)
    assert held.review
    assert not Opinion(case_of(COMES)).doubt > PLAIN


A_LETTER = (
    "Beste organisatie,\n\nGraag meld ik mij aan voor de lezing in Leeuwarden. Ik werk sinds vorig jaar bij de gemeente"
    " Leeuwarden, als beleidsadviseur sociaal domein.\n\nIk eet vegetarisch."
)


@pytest.mark.parametrize("reason", ["condition", "place_left"])
def test_a_reserve_that_no_words_bear_out_is_dropped_and_one_that_they_do_is_not(reason: str):
    doubtful = replace(REGISTERS_HERSELF, review=True, reasons=(reason,))
    assert people_agreed(case_of(COMES), lambda _: doubtful) == REGISTERS_HERSELF
    assert people_agreed(case_of(HOPES), lambda _: doubtful).review


@pytest.mark.parametrize("reasons", [("reserve",), ("undecided",), ("condition", "contradiction")])
def test_what_somebody_says_to_be_unsure_of_is_dropped_only_when_a_letter_was_thought_over(reasons: tuple[str, ...]):
    doubtful = replace(REGISTERS_HERSELF, review=True, reasons=reasons)
    assert people_agreed(case_of(A_LETTER), lambda _: doubtful) == REGISTERS_HERSELF
    assert (
        people_agreed(case_of(COMES), lambda _: doubtful) == doubtful
    )  # a line, of which the network knows too little
    assert people_agreed(case_of(f"{HOPES} {HOPES}"), lambda _: doubtful).review


@pytest.mark.parametrize(("remark", "dropped"), [("eerste keer", True), ("hoort vrijdag of ze vrij krijgt", False)])
def test_of_a_form_a_reserve_is_dropped_where_nothing_beside_the_name_bears_it_out(remark: str, dropped: bool):
    form = f"{A_LETTER}\n\nNaam: Marije Tuinstra\nFunctie: beleidsadviseur\nOpmerking: {remark}\n"
    doubtful = replace(REGISTERS_HERSELF, review=True, reasons=("reserve",))
    assert people_agreed(case_of(form), lambda _: doubtful) == (REGISTERS_HERSELF if dropped else doubtful)


WITH_OTHERS = f"{A_LETTER} Er komen nog twee collega's van mijn afdeling mee, hun namen krijgt u van ons secretariaat."


@pytest.mark.parametrize("reason", ["companion", "group_of_one"])
def test_that_people_have_no_name_is_dropped_only_where_a_letter_that_was_thought_over_asks_for_nobody_else(
    reason: str,
):
    doubtful = replace(REGISTERS_HERSELF, review=True, reasons=(reason,))
    fewer = replace(doubtful, reasons=("unnamed",), unnamed=1)
    assert people_agreed(case_of(A_LETTER), lambda _: doubtful) == REGISTERS_HERSELF
    assert people_agreed(case_of(A_LETTER), lambda _: fewer) == REGISTERS_HERSELF  # what was counted were no people
    assert people_agreed(case_of(WITH_OTHERS), lambda _: doubtful) == doubtful
    assert people_agreed(case_of(WITH_OTHERS), lambda _: fewer).review
    assert (
        people_agreed(case_of(COMES), lambda _: doubtful) == doubtful
    )  # a line, of which the network knows too little


def test_who_asks_for_people_without_a_name_is_asked_though_the_rules_saw_none():
    held = people_agreed(case_of(WITH_OTHERS), lambda _: REGISTERS_HERSELF)
    assert (held.review, held.requests) == (True, REGISTERS_HERSELF.requests)


def rules_without_words(case: Case) -> Reading:
    """Rules that understand nothing by themselves."""
    coming = [person for person in case.own.roster.people if person.comes]
    if not coming:
        return Reading(Kind.UNRELATED, review=True, reasons=("nothing_asked",))
    return reading(*((Action.REGISTER, str(person.name)) for person in coming))


class NotUnderstood(Case):
    """A letter of whose words no rule knows one."""

    def __init__(self, *of: Any) -> None:
        super().__init__(*of)
        for person in self.own.roster.people:
            person.comes, person.order = False, UNSAID


def not_understood(text: str) -> Case:
    return NotUnderstood(parse(mail(text + SIGNED)), Screening(Origin.HUMAN), CONTEXT)


def test_what_the_rules_leave_unsaid_it_fills_in():
    assert people_agreed(not_understood(COMES), rules_without_words) == REGISTERS_HERSELF


@pytest.mark.parametrize(("name", "comes"), [("Wim Smit", True), ("Maria Tuinstra", False)])
def test_who_may_be_somebody_else_by_another_name_is_not_filled_in(name: str, comes: bool):
    both = people_agreed(not_understood(f"Graag twee plaatsen voor de lezing: {name} en ik."), rules_without_words)
    assert (name in {request.name for request in both.requests}) is comes


class ThoughtToCome(Case):
    """A letter whose rules take everybody whom it names for somebody who comes."""

    def __init__(self, *of: Any) -> None:
        super().__init__(*of)
        for person in self.own.roster.people:
            person.mark_coming(0)


def rules_in_doubt_of_whom(case: Case) -> Reading:
    coming = [person for person in case.own.roster.people if person.comes]
    requests = ((Action.REGISTER, str(person.name)) for person in coming)
    return reading(*requests, reasons=("no_full_name",) if len(coming) > 1 else ())


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("Mijn collega Sjaak kan helaas niet, hij is die week op vakantie.", True),
        ("Misschien komt mijn collega Sjaak ook nog, dat hoort u later, het hangt van zijn agenda af.", False),
    ],
)
def test_of_a_plain_letter_it_tells_who_comes(more: str, told: bool):
    message = parse(mail(f"{A_LETTER}\n\n{more}{SIGNED}"))
    both = people_agreed(ThoughtToCome(message, Screening(Origin.HUMAN), CONTEXT), rules_in_doubt_of_whom)
    assert (both == REGISTERS_HERSELF) is told
    assert both.review is not told


@pytest.mark.parametrize("left", ["group_of_one", "companion"])
def test_once_told_nobody_is_missed_in_a_letter_that_asks_for_nobody_else(left: str):
    def rules(case: Case) -> Reading:
        found = rules_in_doubt_of_whom(case)
        return found if found.review else replace(found, review=True, reasons=(left,))

    def both(more: str) -> Reading:
        message = parse(mail(f"{A_LETTER}\n\n{more}{SIGNED}"))
        return people_agreed(ThoughtToCome(message, Screening(Origin.HUMAN), CONTEXT), rules)

    assert both("Mijn collega Sjaak kan helaas niet, hij is die week op vakantie.") == REGISTERS_HERSELF
    assert both("Mijn collega Sjaak kan helaas niet. Er komen wel nog twee stagiairs met mij mee.").review


class Passing:
    """A second reader who finds, by the words and once thought over, so likely that something is said in passing."""

    def __init__(self, at_first: float, aside: float) -> None:
        self.aside = aside
        self.at_first = Passing(at_first, at_first) if at_first != aside else self


@pytest.mark.parametrize(
    ("at_first", "aside", "says"), [(0.9, 0.1, False), (0.9, 0.3, True), (0.2, 0.3, False), (0.2, 0.5, True)]
)
def test_the_network_overrules_words_that_sound_like_an_aside_only_where_it_hears_nothing_of_it(
    at_first: float, aside: float, says: bool
):
    opinion: Any = Passing(at_first, aside)
    assert says_in_passing(opinion) is says


@pytest.mark.parametrize(
    ("name", "likely", "told"), [("Bo Ypma", 0.9, True), ("Bo Ypma", 0.75, False), ("Wim Tal", 0.99, False)]
)
def test_nobody_is_told_to_come_who_may_be_another_of_them_or_is_not_likely_to(name: str, likely: float, told: bool):
    given, _, surname = name.rpartition(" ")
    person, other = Person(Name(given, "", "", surname)), Person(Name("Wim", "", "", "Smit"), comes=True)
    tell_all([(person, "register", likely), (other, "register", 0.5)], certain=False)
    assert person.comes is told


@pytest.mark.parametrize(
    ("fate", "likely", "told"), [("none", 0.95, True), ("none", 0.85, False), ("register", 0.99, False)]
)
def test_a_name_that_may_be_none_can_only_be_told_to_be_nobodys(fate: str, likely: float, told: bool):
    dog = Person(Name("Pip", "", "", ""), sure=False, comes=True)
    assert tell_all([(dog, fate, likely)], certain=False) is told
    assert dog.comes is not told


class HalfSure:
    """A second reader who is as far from what was read of the colleague, and of one mind on the writer."""

    def __init__(self, doubt: float, apart: float) -> None:
        self.doubt, self._apart = doubt, apart

    def distance(self, _: object) -> float:
        return self._apart

    def distances(self, _: object) -> list[tuple[str, float]]:
        return [("Marije Tuinstra", 0.01), ("Wim Smit", self._apart)]


@pytest.mark.parametrize(
    ("doubt", "apart", "is_news", "agree"),
    [
        (0, 0.5, False, True),
        (0, 0.7, False, False),
        (0, 0.5, True, False),
        (0, 0.2, True, True),
        (0.05, 0.5, False, False),
    ],
)
def test_of_whom_the_rules_read_the_same_when_told_it_needs_to_be_less_sure(
    doubt: float, apart: float, is_news: bool, agree: bool
):
    without, told = REGISTERS_HERSELF, reading((Action.REGISTER, "Marije Tuinstra"), (Action.REGISTER, "Wim Smit"))
    opinion: Any = HalfSure(doubt, apart)
    assert agree_on_told(told, without if is_news else told, opinion) is agree


@pytest.mark.parametrize("fate", ["register", "cancel", "change"])
def test_what_was_told_of_somebody_is_what_is_asked_whatever_the_letter_was_found_to_say(fate: str):
    case = case_of("Collega Sjaak zei dat hij al op de lijst staat. Ik kom niet, ik kom wel, ik sta er al op.")
    writer = case.own.writer
    writer.booked = writer.stays_away = True
    tell_all([(writer, fate, 0.98)], certain=False)

    found = parties(case, case.own)

    asked = {"register": found.coming, "cancel": found.cancels, "change": found.changes}
    assert (asked.pop(fate), [*asked.values()]) == ([writer], [[], []])


@pytest.mark.parametrize(("likely", "told"), [(0.94, False), (0.98, True)])
def test_a_writer_of_whom_certain_rules_read_that_they_come_is_left_out_only_for_certain(likely: float, told: bool):
    writer, other = case_of(COMES).own.writer, Person(Name("Wim", "", "", "Smit"), comes=True)
    writer.mark_coming(0)
    assert tell_all([(writer, "none", likely), (other, "register", 0.99)], certain=True) is told


def test_names_days_and_what_the_configuration_calls_things_are_not_looked_at():
    def seen(text: str) -> frozenset[str]:
        case = case_of(text)
        writer = case.own.roster.people[0]
        return traits(LetterWords(case, case.own), writer).names()

    one = seen("Ik kom donderdag met Wim Smit naar de lezing over Leeuwarden.")
    other = seen("Ik kom dinsdag met Noor de Boer naar de lezing over Leeuwarden.")
    assert one == other
    assert not any("smit" in trait or "donder" in trait for trait in one)


def test_likelihoods_are_of_what_can_become_of_somebody_and_add_up():
    model = Model(("none", "register"), (0, 100), {"w:graag": (-50, 50)})
    likely = model.probabilities({"w": {"graag", "never seen"}})
    assert sum(likely.values()) == pytest.approx(1)
    assert likely["register"] == pytest.approx(0.881, abs=0.001)


def test_the_packaged_weights_know_every_fate():
    fates, doubts = packaged("fates"), packaged("doubts")
    assert set(fates.outcomes) == {"none", *map(str, Action)}
    assert DOUBTFUL in doubts.outcomes
    assert fates.probabilities({"": {"W"}}) != fates.probabilities({})  # its weights are in its sums, and nowhere else
    assert not fates.weights


def test_everybody_named_gets_a_likeliest_fate():
    case = case_of("Graag meld ik mijn collega Wim Smit aan. Zelf kan ik niet.")
    likeliest = {str(person.name): fate for person, fate, _ in Opinion(case).fates()}
    assert likeliest == {"Marije Tuinstra": "none", "Wim Smit": "register"}


def test_what_the_rules_find_contradictory_needs_more_than_a_likely_guess():
    taken_back = "Ik schreef dat Wim Smit mij bij de lezing vervangt, maar hij kan niet. Ik kom zelf, Wim mag eraf."
    assert people_agreed(case_of(taken_back), by_rules).review
