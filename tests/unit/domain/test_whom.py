"""Whom a mail is about, and what it asks when it says it twice, by halves, or for somebody in another's place."""

from datetime import timedelta

import pytest

from mailbot.domain.answer import Template
from mailbot.domain.decision import Rules, decide
from mailbot.domain.ledger import Pool
from mailbot.domain.reading import Kind, Reading
from mailbot.domain.registration import Registration
from mailbot.domain.whom import Sender

from .conftest import MONDAY, Desk, a_desk, an_event, cancel, change, choices, outcomes, register

JAN, PIET, AYSE = "jan@utrecht.nl", "piet@zwolle.nl", "ayse@ede.nl"


def fill(desk: Desk) -> None:
    desk.mail(JAN, register("Jan de Vries", JAN))
    desk.mail(PIET, register("Piet Bos", PIET))


# -- whom a mail is about ---------------------------------------------------------------------------------------


def test_a_given_name_will_do_to_whoever_booked_for_him(desk: Desk):
    desk.mail(JAN, register("Jan de Vries", JAN), register("Piet Bos"))

    decision = desk.mail(JAN, cancel("Piet"))

    assert outcomes(decision) == [("Piet Bos", "cancelled")]


DOUBTFUL = {"review": True, "reasons": ("no_full_name",)}


def test_a_given_name_that_the_reading_doubts_is_settled_by_what_that_sender_booked(desk: Desk):
    desk.mail(JAN, register("Jan de Vries", JAN), register("Piet Bos"))

    decision = desk.mail(JAN, cancel("Piet"), **DOUBTFUL)

    assert outcomes(decision) == [("Piet Bos", "cancelled")]


@pytest.mark.parametrize(
    ("sender", "requests", "reasons"),
    [
        (PIET, [cancel("Piet")], ["no_full_name"]),
        (JAN, [cancel("Els")], ["no_full_name"]),
        (JAN, [cancel(None)], ["no_full_name"]),
        (JAN, [register("Ayşe")], ["no_full_name"]),
        (JAN, [cancel("Piet"), register("Ayşe")], ["no_full_name"]),
        (JAN, [cancel("Piet")], ["no_full_name", "condition"]),
    ],
    ids=["a stranger", "nobody of hers", "no name", "a newcomer", "a replacement", "another doubt"],
)
def test_a_given_name_alone_settles_nothing_else(desk: Desk, sender: str, requests: list, reasons: list[str]):
    desk.mail(JAN, register("Jan de Vries", JAN), register("Piet Bos"))

    decision = desk.mail(sender, *requests, review=True, reasons=tuple(reasons))

    assert decision.reasons == tuple(reasons)
    assert decision.changes == ()


def test_a_given_name_that_two_of_the_party_bear_is_not_guessed(desk: Desk):
    desk.mail(JAN, register("Piet Smit"), register("Piet Bos"))

    decision = desk.mail(JAN, cancel("Piet"))

    assert decision.reasons == ("which_registration",)
    assert desk.seats() == (2, 0)


def test_a_namesake_who_cancelled_earlier_is_not_taken_for_one_of_two_who_come():
    desk = a_desk(an_event())
    desk.mail(JAN, *(register("Jan de Vries", f"{number}@utrecht.nl") for number in ("een", "twee", "drie")))
    first, *_ = desk.book.registrations()
    desk.book.cancel(first)

    decision = desk.mail(JAN, cancel("Jan de Vries"))

    assert decision.reasons == ("which_registration",)


def test_a_reference_in_the_subject_tells_the_event_too():
    desk = a_desk(an_event(), an_event(slug="juni"))
    booked = desk.mail(JAN, register("Jan de Vries", JAN, event="juni")).answer.people[0].registration

    decision = desk.mail_as(Sender(JAN, MONDAY, 0, "", references=(booked.reference,)), cancel("Jan de Vries"))

    assert [(p.event.slug, str(p.outcome)) for p in decision.answer.people] == [("juni", "cancelled")]


def referring(*registrations: Registration) -> Sender:
    return Sender(JAN, MONDAY, 0, "", references=tuple(r.reference for r in registrations))


def test_a_colleagues_reference_in_the_subject_means_the_colleague_though_another_signs(desk: Desk):
    piet, _ = (p.registration for p in desk.mail(JAN, register("Piet Bos"), register("Ayşe Kaya")).answer.people)

    first = desk.mail_as(referring(piet), cancel("Jan de Vries", email=JAN))
    again = desk.mail_as(referring(piet), cancel("Jan de Vries", email=JAN))

    assert outcomes(first) == outcomes(again) == [("Piet Bos", "cancelled")]
    assert again.changes == ()


def test_a_colleagues_reference_above_the_writers_own_name_is_not_guessed_where_both_come():
    desk = a_desk(an_event())
    jan, piet, ayse = (
        p.registration
        for p in desk.mail(
            JAN, register("Jan de Vries", JAN), register("Piet Bos"), register("Ayşe Kaya")
        ).answer.people
    )

    of_piet = desk.mail_as(referring(piet), cancel("Jan de Vries", email=JAN))
    of_two = desk.mail_as(referring(piet, ayse), cancel("Jan de Vries", email=JAN))
    of_his_own = desk.mail_as(referring(jan), cancel("Jan de Vries", email=JAN))

    assert of_piet.reasons == of_two.reasons == ("which_registration",)
    assert outcomes(of_his_own) == [("Jan de Vries", "cancelled")]


def test_two_references_under_one_name_are_not_guessed(desk: Desk):
    both = (p.registration for p in desk.mail(JAN, register("Piet Bos"), register("Ayşe Kaya")).answer.people)

    decision = desk.mail_as(referring(*both), cancel("Jan de Vries", email=JAN))

    assert decision.reasons == ("which_registration",)


def test_a_reference_of_somebody_else_gives_no_right_to_her_seat(desk: Desk):
    booked = desk.mail(JAN, register("Jan de Vries", JAN)).answer.people[0].registration

    decision = desk.mail_as(Sender(PIET, MONDAY, 0, "", references=(booked.reference,)), cancel("Jan de Vries"))

    assert decision.reasons == ("not_yours",)


def test_one_event_is_cancelled_and_not_the_other():
    desk = a_desk(an_event(), an_event(slug="juni"))
    desk.mail(JAN, register("Jan de Vries", JAN), register("Jan de Vries", JAN, event="juni"))

    desk.mail(JAN, cancel("Jan de Vries", event="juni"))

    assert [r.event for r in desk.book.active()] == ["dag"]


def test_who_was_registered_by_the_office_with_initials_only_is_put_to_a_person(desk: Desk):
    desk.mail("an@ede.nl", register("J. de Vries"))

    decision = desk.mail("jan@ede.nl", register("Jan de Vries", "jan@ede.nl"))

    assert decision.reasons == ("perhaps_registered",)
    assert desk.seats() == (1, 0)


def test_who_was_registered_by_the_office_without_an_address_and_writes_herself_has_one_seat(desk: Desk):
    desk.mail("an@ede.nl", register("Jan de Vries"))

    decision = desk.mail("jan@ede.nl", register("Jan de Vries", "jan@ede.nl"))

    assert decision.answer.template is Template.ALREADY_REGISTERED
    assert desk.seats() == (1, 0)


def test_the_same_name_from_the_same_sender_with_another_address_is_put_to_a_person(desk: Desk):
    desk.mail("an@ede.nl", register("Jan de Vries", "jan@ede.nl"))

    decision = desk.mail("an@ede.nl", register("Jan de Vries", "j.devries@ede.nl"))

    assert decision.reasons == ("perhaps_registered",)


def test_ones_own_name_spelt_otherwise_at_the_same_address_is_the_same_person(desk: Desk):
    desk.mail(JAN, register("Machteld van der Velden", JAN))

    decision = desk.mail(JAN, register("Machteld van der Velde", JAN))

    assert decision.answer.template is Template.ALREADY_REGISTERED


def test_two_with_nearly_one_name_and_one_address_in_a_mail_get_a_seat_each(desk: Desk):
    desk.mail("an@ede.nl", register("Marieke Bos", "an@ede.nl"), register("Marieke Vos", "an@ede.nl"))

    assert desk.seats() == (2, 0)


def test_an_organiser_who_accepts_a_namesake_from_elsewhere_books_a_person_of_her_own(desk: Desk):
    desk.mail("an@ede.nl", register("Jan de Vries"))

    accepted = Sender("bo@tiel.nl", MONDAY, 0, "", organiser=True)
    decision = desk.mail_as(accepted, register("Jan de Vries"))

    assert decision.answer.template is Template.CONFIRMED
    assert desk.seats() == (2, 0)


# -- a mail that speaks of somebody twice -----------------------------------------------------------------------


def test_somebody_cancelled_twice_in_one_mail_gives_back_one_seat(desk: Desk):
    fill(desk)

    decision = desk.mail(JAN, cancel("Jan de Vries"), cancel("J. de Vries"))

    assert outcomes(decision) == [("Jan de Vries", "cancelled")]
    assert desk.seats() == (1, 0)


@pytest.mark.parametrize("other", [change("Jan de Vries", diet="halal"), register("Jan de Vries", JAN)])
def test_a_mail_that_cancels_somebody_and_asks_something_else_for_her_waits_for_a_person(desk: Desk, other):
    fill(desk)

    decision = desk.mail(JAN, cancel("Jan de Vries"), other)

    assert decision.reasons == ("contradiction",)
    assert desk.seats() == (2, 0)


def test_two_changes_for_one_person_in_a_mail_are_both_made():
    desk = a_desk(an_event())
    desk.mail(JAN, register("Jan de Vries", JAN))

    desk.mail(JAN, change("Jan de Vries", diet="halal"), change("Jan de Vries", workshops=choices("1A")))

    (registration,) = desk.book.active()
    assert (registration.diet, registration.workshops) == ("halal", choices("1A"))


# -- substitution, further --------------------------------------------------------------------------------------


def test_a_chain_of_substitutions_keeps_the_seat_and_the_workshops_to_the_end():
    desk = a_desk(an_event(capacity=1))
    desk.mail(JAN, register("Jan de Vries", JAN, workshops=choices("1B")))
    desk.mail(AYSE, register("Ayşe Kaya", AYSE))

    desk.mail(JAN, cancel("Jan de Vries"), register("Piet Bos"))
    desk.mail(JAN, cancel("Piet Bos"), register("Karin Boonstra"))

    assert [(r.name, r.workshops) for r in desk.book.active() if r.workshops] == [("Karin Boonstra", choices("1B"))]
    assert desk.seats() == (1, 1)


def test_who_goes_to_one_event_and_comes_to_another_is_no_substitution():
    desk = a_desk(an_event(capacity=1), an_event(slug="juni"))
    desk.mail(JAN, register("Jan de Vries", JAN))
    desk.mail(AYSE, register("Ayşe Kaya", AYSE))

    decision = desk.mail(JAN, cancel("Jan de Vries", event="dag"), register("Jan de Vries", JAN, event="juni"))

    assert outcomes(decision) == [("Jan de Vries", "cancelled"), ("Jan de Vries", "confirmed")]
    assert [notice.registration.name for notice in decision.notices] == ["Ayşe Kaya"]


def test_a_replacement_who_was_waiting_leaves_the_line_for_the_seat(desk: Desk):
    fill(desk)
    desk.mail(AYSE, register("Ayşe Kaya", AYSE))
    desk.mail(JAN, register("Kees Smit"))

    decision = desk.mail(JAN, cancel("Jan de Vries"), register("Kees Smit"))

    assert outcomes(decision) == [("Jan de Vries", "cancelled"), ("Kees Smit", "confirmed")]
    assert (desk.seats(), [r.name for r in desk.book.waiting("dag")]) == ((2, 1), ["Ayşe Kaya"])


def test_a_replacement_keeps_the_workshop_seat_also_where_their_number_was_lowered():
    desk = a_desk(an_event())
    desk.mail(
        JAN, register("Jan de Vries", JAN, workshops=choices("1B")), register("Piet Bos", workshops=choices("1B"))
    )
    desk.book.capacity[Pool("dag", 1, "voorbij")] = 1

    decision = desk.mail(JAN, cancel("Jan de Vries"), register("Karin Boonstra"))

    assert decision.answer.people[1].registration.workshops == choices("1B")
    assert desk.taken(1, "voorbij") == 2


# -- changing, further ------------------------------------------------------------------------------------------


def test_who_waits_may_choose_other_workshops_and_keeps_her_place(desk: Desk):
    fill(desk)
    desk.mail(AYSE, register("Ayşe Kaya", AYSE, workshops=choices("1A 2A")))
    desk.mail("kees@ede.nl", register("Kees Smit", "kees@ede.nl"))

    decision = desk.mail(AYSE, change("Ayşe Kaya", workshops=choices("1B")))

    (person,) = decision.answer.people
    assert (person.position, sorted(person.registration.wishes)) == (1, list(choices("1B 2A")))


def test_a_change_to_what_is_booked_already_is_told_what_is_booked():
    desk = a_desk(an_event())
    desk.mail(JAN, register("Jan de Vries", JAN, workshops=choices("1A")))

    decision = desk.mail(JAN, change("Jan de Vries", workshops=choices("1A")))

    assert (decision.answer.template, decision.changes) == (Template.ALREADY_REGISTERED, ())


def test_a_server_clock_that_runs_ahead_makes_nobody_too_late_and_still_orders_the_queue():
    desk = a_desk(an_event(capacity=0, closes=MONDAY + timedelta(days=1)))
    later = Sender(JAN, MONDAY + timedelta(days=30), 1, "a", now=MONDAY)
    sooner = Sender(PIET, MONDAY + timedelta(days=20), 2, "b", now=MONDAY)

    for sender, name in ((later, "Jan de Vries"), (sooner, "Piet Bos")):
        decide(Reading(Kind.SIGNUP, "dag", requests=(register(name),)), sender, desk.book, Rules())

    assert [r.name for r in desk.book.waiting("dag")] == ["Piet Bos", "Jan de Vries"]
