"""`mailbot review`, `audit`, `history` as an organiser uses them, on the database of an office that is at work."""

from collections.abc import Callable, Iterator

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import text

from mailbot.cli.audit import audit, history, retry
from mailbot.cli.review import review
from mailbot.config import load
from mailbot.domain.reading import Kind
from mailbot.pipeline.understand import Understand
from tests.clerk import Clerk, unpickled
from tests.unit.cli.conftest import CONFIG
from tests.unit.domain.conftest import cancel, change, register

DAG = "discriminatie-2023"
Ask = Callable[..., Result]


@pytest.fixture
def clerk(tmp_path, monkeypatch) -> Iterator[Clerk]:
    """A worker on the database of the configuration in this folder; mails are read as it wrote them down."""
    (tmp_path / "config.toml").write_text(CONFIG)
    (tmp_path / "config.toml").chmod(0o600)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MAILBOT_NOW", "2023-02-20T09:00:00")
    monkeypatch.setattr(Understand, "__call__", lambda self, raw, received: unpickled(raw, received))
    config = load(tmp_path / "config.toml")
    clerk = Clerk(config.database_url, *config.event_list())
    yield clerk
    clerk.close()


@pytest.fixture
def ask() -> Ask:
    """`mailbot review ...` in this process; what went wrong is in `exception`."""

    def run(command, *arguments: str) -> Result:
        return CliRunner().invoke(command, list(arguments))

    return run


def doubtful(clerk: Clerk, sender: str, *requests, **reading) -> None:
    clerk.post(sender, *requests, **{"review": True, "reasons": ("condition",), **reading})
    clerk.work()


def registered(clerk: Clerk) -> list[tuple[str, str]]:
    return [(r.name, str(r.status)) for r in clerk.book().registrations(DAG)]


def answers(clerk: Clerk) -> list[tuple[str, str, str]]:
    with clerk.database.reading() as tx:
        query = text("SELECT recipient, template, kind FROM replies ORDER BY id")
        return [tuple(row) for row in tx.connection.execute(query)]


def test_a_doubtful_mail_is_listed_with_its_reason_and_booked_when_accepted(clerk: Clerk, ask: Ask):
    doubtful(clerk, "jan@utrecht.nl", register("Jan de Vries", "jan@utrecht.nl"))

    listed = ask(review, "list")
    accepted = ask(review, "accept", "1", "--by", "Karin")

    assert "Er staat een voorwaarde bij" in listed.output
    assert (accepted.exit_code, registered(clerk)) == (0, [("Jan de Vries", "confirmed")])
    assert answers(clerk) == [("jan@utrecht.nl", "confirmed", "answer")]
    assert ask(review, "list").output == "Er wacht niets.\n"
    assert clerk.audit().agrees


def test_who_decided_stands_in_the_ledger(clerk: Clerk, ask: Ask):
    doubtful(clerk, "jan@utrecht.nl", register("Jan de Vries", "jan@utrecht.nl"))
    ask(review, "accept", "1", "--by", "Karin")
    (person,) = clerk.book().registrations(DAG)

    by_reference, by_pool = ask(history, person.reference), ask(history, DAG)

    assert by_reference.output == by_pool.output
    assert by_reference.output.endswith(f"{person.reference}  registered  +1 {DAG}  because of Karin (on mail 1)\n")


def test_what_was_read_is_corrected_people_are_added_and_left_out(clerk: Clerk, ask: Ask):
    doubtful(clerk, "jan@utrecht.nl", register("Jan Vries", "jan@utrecht.nl"), register("Piet Bos"))

    done = ask(
        review,
        *("accept", "1", "--set", "name=Jan de Vries", "--set", "workshops=1A,2vooroordelen", "--without", "2"),
        *("--set", "3.name=Karin Boonstra", "--set", "3.diet=halal"),
    )

    assert done.exit_code == 0, done.exception
    people = list(clerk.book().registrations(DAG))
    assert [(r.name, r.diet, [(c.round, c.workshop) for c in r.workshops]) for r in people] == [
        ("Jan de Vries", None, [(1, "lokaal-beleid"), (2, "vooroordelen")]),
        ("Karin Boonstra", "halal", []),
    ]


@pytest.mark.parametrize(
    ("correction", "why"),
    [
        ("workshops=9Z", "Er is geen workshop '9Z'"),
        ("event=zomerfeest", "Er is geen bijeenkomst 'zomerfeest'"),
        ("4.name=Karin", "Er is geen '4.name'"),
        ("action=dance", "'dance' is geen register, cancel of change"),
        ("name=", "De naam van de deelnemer ontbreekt."),
        ("email=jan at utrecht", "'jan at utrecht' is geen e-mailadres"),
        ("email=jan@a.nl, piet@b.nl", "is geen e-mailadres"),
        ("workshops=1A,1B", "twee workshops in dezelfde ronde"),
    ],
)
def test_what_can_not_be_done_leaves_all_as_it_was_and_says_why(clerk: Clerk, ask: Ask, correction: str, why: str):
    doubtful(clerk, "jan@utrecht.nl", register("Jan de Vries", "jan@utrecht.nl"))

    done = ask(review, "accept", "1", "--set", correction)

    assert why in str(done.exception)
    assert (done.exit_code, registered(clerk), answers(clerk)) == (1, [], [])
    assert "jan@utrecht.nl" in ask(review, "list").output


@pytest.mark.parametrize(
    ("request_", "why"),
    [
        (cancel("Jan de Vries"), "De persoon om wie het gaat, is niet aangemeld."),
        (change("Piet Bos"), "Er wordt een wijziging gevraagd, maar er verandert niets."),
    ],
)
def test_accepting_what_the_books_can_not_do_says_why_in_plain_dutch(clerk: Clerk, ask: Ask, request_, why: str):
    clerk.post("piet@zwolle.nl", register("Piet Bos", "piet@zwolle.nl"))
    doubtful(clerk, "piet@zwolle.nl", request_)

    done = ask(review, "accept", "2")

    assert str(done.exception) == why
    assert registered(clerk) == [("Piet Bos", "confirmed")]


def test_an_organiser_may_cancel_for_somebody_who_wrote_from_another_address(clerk: Clerk, ask: Ask):
    clerk.post("jan@utrecht.nl", register("Jan de Vries", "jan@utrecht.nl"))
    clerk.post("jan@gmail.com", cancel("Jan de Vries"))
    clerk.work()

    ask(review, "accept", "2")

    assert registered(clerk) == [("Jan de Vries", "cancelled")]
    assert answers(clerk)[1:] == [("jan@gmail.com", "cancelled", "answer")]


def test_after_asking_for_names_there_is_still_exactly_one_answer(clerk: Clerk, ask: Ask):
    doubtful(clerk, "jan@utrecht.nl", register("Jan de Vries", "jan@utrecht.nl"), unnamed=1, reasons=("unnamed",))

    again = ask(review, "reply", "1", "needs_details")
    accepted = ask(review, "accept", "1", "--set", "2.name=Piet Bos")
    twice = ask(review, "accept", "1")

    assert "al om de ontbrekende gegevens gevraagd" in str(again.exception)
    assert accepted.exit_code == 0
    assert "wacht niet meer op een besluit" in str(twice.exception)
    assert [(template, kind) for _, template, kind in answers(clerk)] == [
        ("needs_details", "details"),
        ("confirmed", "answer"),
    ]
    assert clerk.audit().agrees


def test_a_mail_is_dismissed_or_answered_and_waits_no_more(clerk: Clerk, ask: Ask):
    doubtful(clerk, "jan@utrecht.nl", register("Jan de Vries"))
    doubtful(clerk, "piet@zwolle.nl", register("Piet Bos"))

    ask(review, "dismiss", "1")
    replied = ask(review, "reply", "2", "closed")

    assert replied.exit_code == 0, replied.exception
    assert (answers(clerk), registered(clerk)) == ([("piet@zwolle.nl", "closed", "answer")], [])
    assert "wacht niet op een besluit" in str(ask(review, "dismiss", "1").exception)
    assert "Er is geen mail met nummer 9" in str(ask(review, "show", "9").exception)
    assert clerk.audit().agrees


def test_a_question_that_was_answered_with_a_template_is_open_no_more(clerk: Clerk, ask: Ask):
    clerk.post("jan@utrecht.nl", kind=Kind.QUESTION, question=True)
    clerk.work()

    ask(review, "reply", "1", "fully_booked")

    assert ask(review, "list").output == "Er wacht niets.\n"


@pytest.mark.parametrize("address", ["jörg@utrecht.nl", f"{'x' * 255}@utrecht.nl", "@utrecht.nl"])
def test_a_mail_whose_answer_could_go_nowhere_is_not_accepted(clerk: Clerk, ask: Ask, address: str):
    doubtful(clerk, address, register("Jan de Vries", "jan@utrecht.nl"))

    done = ask(review, "accept", "1")

    assert str(done.exception) == "De mail heeft geen bruikbaar afzenderadres."
    assert (registered(clerk), answers(clerk)) == ([], [])
    assert clerk.audit().agrees


def test_a_mail_that_was_set_aside_can_be_shown_accepted_or_tried_again(clerk: Clerk, ask: Ask):
    clerk.post("jan@utrecht.nl", register("Jan de Vries", "jan@utrecht.nl"))
    with clerk.database.writing() as tx:
        tx.messages.failed_once(1, "KeyError", attempts=1)

    shown, tried = ask(review, "show", "1"), ask(retry, "1")
    clerk.work()

    assert shown.exit_code == 0, shown.exception
    assert "1 mails" in tried.output
    assert registered(clerk) == [("Jan de Vries", "confirmed")]


# -- the audit --------------------------------------------------------------------------------------------------


@pytest.fixture
def booked(clerk: Clerk) -> Clerk:
    """Three seats taken, and one who waits."""
    for name in ("Jan de Vries", "Piet Bos", "Karin Boonstra", "Mo Amrani"):
        address = f"{name.split()[0].lower()}@{name.split()[-1].lower()}.nl"
        clerk.post(address, register(name, address))
    clerk.work()
    return clerk


def test_books_that_are_right_are_proven_so(booked: Clerk, ask: Ask):
    done = ask(audit, "--offline")

    assert done.exit_code == 0
    assert f"{DAG:48} {3:>8} {3:>8} {3:>8} {3:>8}\n" in done.output
    assert done.output.endswith("4 mails handled, 4 with their one reply\nall agrees\n")


@pytest.mark.parametrize(
    ("damage", "line"),
    [
        ("UPDATE pools SET taken = taken - 1 WHERE round = 0 AND taken > 0", "<- these differ"),
        ("DELETE FROM entries WHERE id = 1", "<- these differ"),
        ("UPDATE registrations SET status = 'cancelled' WHERE id = 2", "<- these differ"),
        ("UPDATE entries SET reference = (SELECT reference FROM registrations WHERE id = 4) WHERE id = 1", "entries"),
        ("DELETE FROM replies WHERE message_id = 3", "mail 3: no reply"),
        ("UPDATE replies SET kind = 'notice' WHERE message_id = 3", "mail 3: no reply"),
        ("UPDATE messages SET status = 'received' WHERE id = 2", "mail 2: answered, but not handled"),
        ("UPDATE pools SET capacity = 4 WHERE round = 0", "somebody waits while a seat is free"),
    ],
)
def test_every_kind_of_damage_is_found_and_named(booked: Clerk, ask: Ask, damage: str, line: str):
    with booked.database.writing() as tx:
        tx.connection.execute(text(damage))

    done = ask(audit, "--offline")

    assert done.exit_code == 1
    assert line in done.output
    assert done.output.endswith("SOMETHING IS AMISS\n")


def test_a_workshop_that_nobody_chose_has_a_history_too(booked: Clerk, ask: Ask):
    done = ask(history, f"{DAG}/1/vooroordelen")

    assert (done.exit_code, done.output) == (0, "no seat was ever given out there\n")


def test_nothing_is_known_of_a_reference_that_does_not_exist(booked: Clerk, ask: Ask):
    assert ask(history, "ABC2345").exit_code == 2
