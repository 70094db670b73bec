"""The rules of booking, as sentences. One mail after the other on a day with two seats, unless it says otherwise."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mailbot.domain.answer import Outcome, Template
from mailbot.domain.decision import Rules, decide, promote_all
from mailbot.domain.event import Workshop
from mailbot.domain.ledger import Pool
from mailbot.domain.message import MessageStatus, Trust
from mailbot.domain.reading import Kind, Reading
from mailbot.domain.registration import RegistrationStatus
from mailbot.domain.whom import Sender

from .conftest import DAY, MONDAY, Desk, a_desk, an_event, cancel, change, choices, outcomes, register

JAN, PIET, AYSE = "jan@utrecht.nl", "piet@zwolle.nl", "ayse@ede.nl"


# -- seats ------------------------------------------------------------------------------------------------------


def test_a_sign_up_without_a_workshop_is_complete(desk: Desk):
    decision = desk.mail(JAN, register("Jan de Vries", JAN))

    assert decision.status is MessageStatus.ACCEPTED
    assert decision.answer.template is Template.CONFIRMED
    assert desk.seats() == (1, 0)


def test_a_party_is_split_where_the_seats_end_person_by_person_in_one_answer(desk: Desk):
    decision = desk.mail(JAN, register("Jan de Vries", JAN), register("Piet Bos"), register("Ayşe Kaya"))

    assert decision.answer.template is Template.PARTLY_CONFIRMED
    assert outcomes(decision) == [
        ("Jan de Vries", "confirmed"),
        ("Piet Bos", "confirmed"),
        ("Ayşe Kaya", "waitlisted"),
    ]
    assert desk.seats() == (2, 1)


def test_without_a_waiting_list_it_is_told_that_the_event_is_full_and_nothing_is_kept():
    desk = a_desk(an_event(capacity=0, waitlist=False))

    decision = desk.mail(JAN, register("Jan de Vries", JAN))

    assert decision.answer.template is Template.FULLY_BOOKED
    assert (decision.status, decision.changes) == (MessageStatus.ACCEPTED, ())
    assert list(desk.book.registrations()) == []


def test_a_full_workshop_never_costs_the_seat_at_the_event_and_the_answer_names_what_is_free():
    desk = a_desk(an_event(seats=1))
    desk.mail(JAN, register("Jan de Vries", JAN, workshops=choices("1A")))

    decision = desk.mail(PIET, register("Piet Bos", PIET, workshops=choices("1A 2A")))

    (person,) = decision.answer.people
    assert decision.answer.template is Template.PARTLY_CONFIRMED
    assert (person.registration.workshops, person.full) == (choices("2A"), choices("1A"))
    assert decision.answer.free == choices("1B 2B 3A 3B")


def test_a_workshop_without_a_round_gets_the_first_round_with_a_seat_that_she_has_not_filled_herself():
    desk = a_desk(an_event(seats=1))
    desk.mail(JAN, register("Jan de Vries", JAN, workshops=choices("2A")))

    decision = desk.mail(PIET, register("Piet Bos", PIET, workshops=choices("?A 1B")))

    assert decision.answer.people[0].registration.workshops == choices("1B 3A")


def test_two_workshops_in_one_round_wait_for_a_person(desk: Desk):
    decision = desk.mail(JAN, register("Jan de Vries", JAN, workshops=choices("1A 1B")))

    assert (decision.status, decision.reasons) == (MessageStatus.HELD, ("two_workshops_one_round",))
    assert (decision.answer, desk.seats()) == (None, (0, 0))


def test_a_workshop_in_a_round_in_which_it_is_not_given_is_not_said_to_be_full():
    desk = a_desk(an_event(workshops=(Workshop("beleid", "Lokaal beleid", 5, (1, 3)),)))
    decision = desk.mail(JAN, register("Jan de Vries", JAN, workshops=choices("2A")))

    assert (decision.status, decision.reasons) == (MessageStatus.HELD, ("not_in_that_round",))
    assert desk.seats() == (0, 0)


# -- the queue --------------------------------------------------------------------------------------------------


def fill(desk: Desk) -> None:
    desk.mail(JAN, register("Jan de Vries", JAN))
    desk.mail(PIET, register("Piet Bos", PIET))


def test_nobody_passes_someone_who_waits_even_where_a_seat_is_free(desk: Desk):
    fill(desk)
    desk.mail(AYSE, register("Ayşe Kaya", AYSE))
    desk.book.capacity[Pool("dag")] = 3  # raised in the configuration, nobody promoted yet

    decision = desk.mail("kees@ede.nl", register("Kees Smit", "kees@ede.nl"))

    assert outcomes(decision) == [("Kees Smit", "waitlisted")]
    assert [(str(n.registration.name), str(n.answer.template)) for n in decision.notices] == [("Ayşe Kaya", "promoted")]


def test_cancelling_promotes_the_first_on_the_waiting_list(desk: Desk):
    fill(desk)
    desk.mail(AYSE, register("Ayşe Kaya", AYSE))
    desk.mail("kees@ede.nl", register("Kees Smit", "kees@ede.nl"))

    decision = desk.mail(JAN, cancel("Jan de Vries"))

    assert decision.answer.template is Template.CANCELLED
    assert [notice.registration.name for notice in decision.notices] == ["Ayşe Kaya"]
    assert desk.seats() == (2, 1)


def test_the_waiting_list_is_ordered_by_arrival_not_by_when_a_mail_was_handled(desk: Desk):
    fill(desk)
    desk.mail(AYSE, register("Ayşe Kaya", AYSE))
    earlier = Sender("kees@ede.nl", MONDAY - timedelta(days=1), 0, "")

    decision = desk.mail_as(earlier, register("Kees Smit", "kees@ede.nl"))

    assert decision.answer.people[0].position == 1
    assert [r.name for r in desk.book.waiting("dag")] == ["Kees Smit", "Ayşe Kaya"]


def test_raising_the_capacity_promotes_in_the_order_of_the_queue(desk: Desk):
    fill(desk)
    desk.mail(AYSE, register("Ayşe Kaya", AYSE), register("Kees Smit"), register("Mo Amrani"))
    desk.book.capacity[Pool("dag")] = 4

    decision = promote_all(desk.book.events["dag"], desk.book, Rules())

    assert [change.registration.name for change in decision.changes] == ["Ayşe Kaya", "Kees Smit"]
    assert desk.seats() == (4, 1)


def test_a_capacity_lowered_under_what_is_taken_cancels_nobody_and_takes_no_more(desk: Desk):
    fill(desk)
    desk.book.capacity[Pool("dag")] = 1
    desk.mail(AYSE, register("Ayşe Kaya", AYSE))

    desk.mail(JAN, cancel("Jan de Vries"))

    assert desk.seats() == (1, 1)


def test_who_is_promoted_gets_the_workshops_of_her_choice_that_are_left():
    desk = a_desk(an_event(capacity=1, seats=1))
    desk.mail(JAN, register("Jan de Vries", JAN, workshops=choices("1A")))
    desk.mail(AYSE, register("Ayşe Kaya", AYSE, workshops=choices("1A 2B")))

    decision = desk.mail(JAN, cancel("Jan de Vries"))

    assert decision.notices[0].registration.workshops == choices("1A 2B")
    assert (desk.taken(1, "beleid"), desk.taken(2, "voorbij")) == (1, 1)


# -- cancelling -------------------------------------------------------------------------------------------------


def test_whoever_made_the_booking_may_cancel_one_of_the_party(desk: Desk):
    desk.mail(JAN, register("Jan de Vries", JAN), register("Piet Bos"))

    decision = desk.mail(JAN, cancel("Piet Bos"))

    assert outcomes(decision) == [("Piet Bos", "cancelled")]
    assert [r.name for r in desk.book.active()] == ["Jan de Vries"]


def test_a_cancellation_by_anybody_else_waits_for_a_person(desk: Desk):
    desk.mail(JAN, register("Jan de Vries", JAN))

    decision = desk.mail("stranger@gmail.com", cancel("Jan de Vries"))

    assert (decision.status, decision.reasons) == (MessageStatus.HELD, ("not_yours",))
    assert desk.seats() == (1, 0)


def test_cancelling_somebody_who_is_not_in_the_books_waits_for_a_person(desk: Desk):
    decision = desk.mail(JAN, cancel("Jan de Vries"))

    assert decision.reasons == ("not_registered",)


def test_cancelling_twice_is_confirmed_twice_and_changes_nothing_the_second_time(desk: Desk):
    desk.mail(JAN, register("Jan de Vries", JAN))
    desk.mail(JAN, cancel("Jan de Vries"))

    decision = desk.mail(JAN, cancel("Jan de Vries"))

    assert (decision.answer.template, decision.changes) == (Template.CANCELLED, ())


def test_a_reference_in_the_subject_tells_which_of_two_namesakes_is_meant():
    desk = a_desk(an_event())
    first = desk.mail(JAN, register("Jan de Vries", "een@utrecht.nl"), register("Jan de Vries", "twee@utrecht.nl"))
    second = first.answer.people[1].registration

    decision = desk.mail_as(Sender(JAN, MONDAY, 0, "", references=(second.reference,)), cancel("Jan de Vries"))

    assert decision.answer.people[0].registration.reference == second.reference


def test_which_of_two_namesakes_is_meant_is_never_guessed():
    desk = a_desk(an_event())
    desk.mail(JAN, register("Jan de Vries", "een@utrecht.nl"), register("Jan de Vries", "twee@utrecht.nl"))

    decision = desk.mail(JAN, cancel("Jan de Vries"))

    assert decision.status is MessageStatus.HELD


# -- substitution -----------------------------------------------------------------------------------------------


def test_the_replacement_keeps_the_seat_and_the_workshops_but_never_the_diet():
    desk = a_desk(an_event(capacity=1))
    desk.mail(JAN, register("Jan de Vries", JAN, workshops=choices("1B"), diet="glutenvrij"))
    desk.mail(AYSE, register("Ayşe Kaya", AYSE))

    decision = desk.mail(JAN, cancel("Jan de Vries"), register("Piet Bos", PIET))

    gone, came = decision.answer.people
    assert decision.answer.template is Template.CHANGED
    assert (gone.outcome, came.outcome, came.replaces) == (Outcome.CANCELLED, Outcome.CONFIRMED, "Jan de Vries")
    assert (came.registration.workshops, came.registration.diet) == (choices("1B"), None)
    assert (desk.seats(), decision.notices) == ((1, 1), ())


def test_the_replacement_gets_other_workshops_where_the_mail_says_so(desk: Desk):
    desk.mail(JAN, register("Jan de Vries", JAN, workshops=choices("1B")))

    decision = desk.mail(JAN, cancel("Jan de Vries"), register("Piet Bos", PIET, workshops=choices("2A")))

    assert decision.answer.people[1].registration.workshops == choices("2A")
    assert (desk.taken(1, "voorbij"), desk.taken(2, "beleid")) == (0, 1)


def test_the_replacement_of_somebody_who_waits_keeps_the_place_in_line(desk: Desk):
    fill(desk)
    desk.mail(AYSE, register("Ayşe Kaya", AYSE))
    desk.mail("kees@ede.nl", register("Kees Smit", "kees@ede.nl"))

    decision = desk.mail(AYSE, cancel("Ayşe Kaya"), register("Mo Amrani"))

    assert decision.answer.people[1].position == 1


# -- changing ---------------------------------------------------------------------------------------------------


def test_a_workshop_seat_moves_in_its_round_and_the_others_stay():
    desk = a_desk(an_event())
    desk.mail(JAN, register("Jan de Vries", JAN, workshops=choices("1A 2A")))

    decision = desk.mail(JAN, change("Jan de Vries", workshops=choices("1B")))

    assert decision.answer.template is Template.CHANGED
    assert decision.answer.people[0].registration.workshops == choices("1B 2A")
    assert (desk.taken(1, "beleid"), desk.taken(1, "voorbij")) == (0, 1)


def test_where_the_new_workshop_is_full_the_old_seat_stays_and_she_is_told():
    desk = a_desk(an_event(seats=1))
    desk.mail(PIET, register("Piet Bos", PIET, workshops=choices("1B")))
    desk.mail(JAN, register("Jan de Vries", JAN, workshops=choices("1A")))

    decision = desk.mail(JAN, change("Jan de Vries", workshops=choices("1B")))

    (person,) = decision.answer.people
    assert (person.registration.workshops, person.full) == (choices("1A"), choices("1B"))


def test_a_new_spelling_of_the_name_is_taken_over_from_ones_own_address(desk: Desk):
    desk.mail(JAN, register("Machteld van der Velden", JAN))

    decision = desk.mail(JAN, change("Machteld van der Velde"))

    assert decision.answer.people[0].changed == ("name",)
    assert [r.name for r in desk.book.active()] == ["Machteld van der Velde"]


def test_a_diet_is_changed_and_nothing_else(desk: Desk):
    desk.mail(JAN, register("Jan de Vries", JAN, diet="geen"))

    decision = desk.mail(JAN, change("J. de Vries", email=JAN, diet="geen noten"))

    registration = decision.answer.people[0].registration
    assert (registration.name, registration.diet, decision.answer.people[0].changed) == (
        "Jan de Vries",
        "geen noten",
        ("diet",),
    )


def test_a_change_that_says_nothing_new_waits_for_a_person(desk: Desk):
    desk.mail(JAN, register("Jan de Vries", JAN))

    decision = desk.mail(JAN, change("Jan de Vries"))

    assert decision.reasons == ("nothing_to_change",)


# -- the same again ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "email"), [("Jan de Vries", JAN), ("J. de Vries", JAN), ("Jan de Vries", None)])
def test_the_same_person_again_changes_nothing_and_is_told_what_is_booked(desk: Desk, name: str, email: str | None):
    desk.mail(JAN, register("Jan de Vries", JAN, workshops=choices("1A")))

    decision = desk.mail(JAN, register(name, email, workshops=choices("2B")))

    assert (decision.answer.template, decision.changes) == (Template.ALREADY_REGISTERED, ())
    assert decision.answer.people[0].registration.workshops == choices("1A")


def test_the_same_person_by_two_colleagues_has_one_seat_and_both_are_told(desk: Desk):
    desk.mail("an@ede.nl", register("Jan de Vries"))

    decision = desk.mail("bo@ede.nl", register("Jan de Vries"))

    assert decision.answer.template is Template.ALREADY_REGISTERED
    assert desk.seats() == (1, 0)


def test_a_namesake_from_another_office_is_another_person(desk: Desk):
    desk.mail("an@ede.nl", register("Jan de Vries"))

    decision = desk.mail("bo@tiel.nl", register("Jan de Vries"))

    assert decision.answer.template is Template.CONFIRMED
    assert desk.seats() == (2, 0)


def test_another_name_at_an_address_that_is_registered_waits_for_a_person(desk: Desk):
    desk.mail(JAN, register("Jan de Vries", JAN))

    decision = desk.mail(PIET, register("Karin Boonstra", JAN))

    assert decision.reasons == ("address_of_another",)


def test_a_person_named_twice_in_one_mail_gets_one_seat(desk: Desk):
    decision = desk.mail(JAN, register("Jan de Vries", JAN), register("J. de Vries", JAN))

    assert outcomes(decision) == [("Jan de Vries", "confirmed")]


# -- deadlines --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("opens", "closes", "answer"),
    [
        (None, MONDAY, Template.CLOSED),
        (MONDAY + timedelta(days=1), None, Template.CLOSED),
        (MONDAY, MONDAY + timedelta(days=1), Template.CONFIRMED),
    ],
)
def test_deadlines_are_judged_by_when_the_server_received_the_mail(opens, closes, answer):
    desk = a_desk(an_event(opens=opens, closes=closes))

    decision = desk.mail(JAN, register("Jan de Vries", JAN))

    assert decision.answer.template is answer
    assert decision.status is (MessageStatus.REFUSED if answer is Template.CLOSED else MessageStatus.ACCEPTED)


def test_who_was_registered_already_does_not_make_a_closed_event_a_full_one():
    desk = a_desk(an_event(closes=MONDAY + timedelta(days=2)))
    desk.mail(JAN, register("Jan de Vries", JAN))

    too_late = Sender(JAN, MONDAY + timedelta(days=3), 0, "")
    decision = desk.mail_as(too_late, register("Jan de Vries", JAN), register("Piet Bos"))

    assert decision.answer.template is Template.CLOSED
    assert outcomes(decision) == [("Jan de Vries", "already_registered"), ("Piet Bos", "closed")]


def test_an_event_that_is_over_takes_nobody():
    desk = a_desk(an_event())

    decision = desk.mail_as(Sender(JAN, DAY.replace(hour=18), 0, ""), register("Jan de Vries", JAN))

    assert decision.answer.template is Template.CLOSED


def test_an_unknown_event_waits_for_a_person(desk: Desk):
    decision = desk.mail(JAN, register("Jan de Vries", JAN), event="zomerfeest")

    assert decision.reasons == ("unknown_event",)


def test_two_events_in_one_mail_are_both_booked():
    desk = a_desk(an_event(), an_event(slug="juni", capacity=0))

    decision = desk.mail(JAN, register("Jan de Vries", JAN), register("Jan de Vries", JAN, event="juni"))

    assert [(p.event.slug, str(p.outcome)) for p in decision.answer.people] == [
        ("dag", "confirmed"),
        ("juni", "waitlisted"),
    ]


# -- who decides ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reading", "sender", "reasons"),
    [
        ({"review": True, "reasons": ("conditional",)}, {}, ("conditional",)),
        ({"review": True, "reasons": ("unnamed", "conditional"), "unnamed": 1}, {}, ("unnamed", "conditional")),
        ({"review": True, "reasons": ("group_of_one",)}, {}, ("group_of_one",)),
        ({"kind": Kind.QUESTION, "review": True}, {}, ("question",)),
        ({}, {"trust": Trust.FAIL}, ("sender_not_proven",)),
        ({}, {"answered_today": 20}, ("too_many_today",)),
        ({"requests": ()}, {}, ("nothing_asked",)),
    ],
)
def test_what_is_not_sure_waits_for_a_person_and_nothing_is_booked_or_answered(desk, reading, sender, reasons):
    mail = replace(Sender(JAN, MONDAY, 1, "x"), **sender)
    full = {"kind": Kind.SIGNUP, "event": "dag", "requests": (register("Jan de Vries", JAN),), **reading}

    decision = decide(Reading(**full), mail, desk.book, Rules())

    assert (decision.status, decision.reasons, decision.answer) == (MessageStatus.HELD, reasons, None)
    assert desk.seats() == (0, 0)


@pytest.mark.parametrize("reasons", [("unnamed",), ("unnamed", "group_of_one")])
def test_where_only_names_are_missing_the_writer_is_asked_for_them(desk: Desk, reasons: tuple[str, ...]):
    decision = desk.mail(JAN, register("Jan de Vries", JAN), unnamed=2, review=True, reasons=reasons)

    assert (decision.status, decision.answer.template, decision.answer.unnamed) == (
        MessageStatus.HELD,
        Template.NEEDS_DETAILS,
        2,
    )
    assert desk.seats() == (0, 0)


@pytest.mark.parametrize("kind", [Kind.AUTOMATIC, Kind.UNRELATED])
def test_automatic_and_unrelated_mail_is_never_answered(desk: Desk, kind: Kind):
    decision = desk.mail(JAN, kind=kind, event=None)

    assert (decision.status, decision.answer) == (MessageStatus.IGNORED, None)


def test_one_unclear_request_holds_the_whole_mail(desk: Desk):
    decision = desk.mail(JAN, register("Jan de Vries", JAN), cancel("Piet Bos"))

    assert decision.status is MessageStatus.HELD
    assert desk.seats() == (0, 0)


def test_the_last_answer_of_the_day_says_that_it_is_the_last(desk: Desk):
    mail = Sender(JAN, MONDAY, 0, "", answered_today=19)

    decision = desk.mail_as(mail, register("Jan de Vries", JAN))

    assert decision.answer.last


def test_what_an_organiser_accepted_is_booked_whatever_the_reading_doubted(desk: Desk):
    reading = Reading(Kind.SIGNUP, "dag", True, ("conditional",), (register("Jan de Vries", JAN),), unnamed=1)

    decision = decide(reading, Sender(JAN, MONDAY, 1, "x", organiser=True), desk.book, Rules())

    assert decision.answer.template is Template.CONFIRMED
    assert [r.status for r in desk.book.registrations()] == [RegistrationStatus.CONFIRMED]


def test_an_organiser_may_cancel_for_anybody(desk: Desk):
    desk.mail(JAN, register("Jan de Vries", JAN))

    decision = desk.mail_as(Sender("stranger@gmail.com", MONDAY, 0, "", organiser=True), cancel("Jan de Vries"))

    assert outcomes(decision) == [("Jan de Vries", "cancelled")]
