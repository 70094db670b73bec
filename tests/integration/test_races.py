"""Threads and processes that race for the last seats, on both databases: never oversold, and every figure agrees."""

import multiprocessing
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.synchronize import Barrier
from pathlib import Path
from threading import Barrier as ThreadBarrier
from threading import Event

import pytest

from mailbot.adapters.store.books import Books, Oversold
from mailbot.adapters.store.database import Database
from mailbot.adapters.store.messages import Messages
from mailbot.domain.book import Book
from mailbot.domain.ledger import Pool
from mailbot.domain.registration import RegistrationStatus
from mailbot.errors import ReviewError
from mailbot.pipeline.capacity import keep_up
from tests.clerk import NOW, RULES, WRITER, Clerk
from tests.unit.domain.conftest import an_event, cancel, choices, register

SEATS, MAILS, WORKERS = 5, 10, 3
EVENT = an_event(SEATS, seats=2)
PATIENCE = 60.0


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/mailbot.db"
    return str(request.getfixturevalue("postgres_url"))


@pytest.fixture
def clerk(url: str) -> Iterator[Clerk]:
    clerk = Clerk(url, EVENT)
    yield clerk
    clerk.close()


def lay_down(clerk: Clerk, number: int) -> None:
    """Mails of a mailbox of its own, at the same minutes as everybody else's."""
    for at in range(MAILS):
        name = f"Anna {chr(97 + number)}{chr(97 + at)}laan"
        clerk.post(f"a{at}@stad{number}.nl", register(name, workshops=choices("1A")), at=at)


def work_in_a_process(url: str, number: int, barrier: Barrier) -> None:
    clerk = Clerk(url, EVENT, mailbox=f"desk{number}")
    barrier.wait(PATIENCE)
    lay_down(clerk, number)
    clerk.work()
    clerk.close()


def all_is_right(clerk: Clerk, mails: int) -> None:
    clerk.work()  # what one had laid down last, another may have left
    book = clerk.book()
    statuses = [r.status for r in book.active("dag")]
    assert statuses.count(RegistrationStatus.CONFIRMED) == book.taken[Pool("dag")] == SEATS
    assert len(statuses) == mails
    assert book.taken[Pool("dag", 1, "beleid")] == 2
    audit = clerk.audit()
    assert audit.agrees, audit
    assert audit.handled == mails


def test_processes_that_race_for_the_last_seats_never_oversell(url: str, clerk: Clerk):
    context = multiprocessing.get_context("spawn")
    barrier = context.Barrier(WORKERS)
    workers = [context.Process(target=work_in_a_process, args=(url, n, barrier)) for n in range(WORKERS)]
    for worker in workers:
        worker.start()

    for worker in workers:
        worker.join(PATIENCE)

    assert [worker.exitcode for worker in workers] == [0] * WORKERS
    all_is_right(clerk, WORKERS * MAILS)


def test_threads_of_one_process_share_a_database_and_never_a_copy_of_the_books(clerk: Clerk):
    for number in range(WORKERS):
        other = Clerk(clerk.url, EVENT, mailbox=f"desk{number}")
        lay_down(other, number)
        other.close()
    barrier = ThreadBarrier(WORKERS)

    def work(_: int) -> int:
        barrier.wait(PATIENCE)
        return len(clerk.work())

    with ThreadPoolExecutor(WORKERS) as threads:
        handled = list(threads.map(work, range(WORKERS)))

    assert sum(handled) == WORKERS * MAILS
    all_is_right(clerk, WORKERS * MAILS)


def test_the_first_to_arrive_get_the_seats_however_many_workers_there_are(clerk: Clerk):
    lay_down(clerk, 0)
    others = [Clerk(clerk.url, EVENT) for _ in range(WORKERS)]

    with ThreadPoolExecutor(WORKERS) as threads:
        list(threads.map(Clerk.work, others))

    for other in others:
        other.close()
    came = sorted(clerk.book().active("dag"), key=lambda r: r.place_in_line)
    assert [r.status is RegistrationStatus.CONFIRMED for r in came] == [True] * SEATS + [False] * (MAILS - SEATS)


def test_what_a_failed_transaction_had_in_mind_is_never_seen_by_the_next(clerk: Clerk):
    clerk.post("jan@utrecht.nl", register("Jan de Vries"))
    clerk.crash_while_working(8)

    clerk.work()

    assert [r.name for r in clerk.book().active("dag")] == ["Jan de Vries"]
    assert clerk.audit().agrees


def test_the_database_refuses_the_seat_that_a_worker_only_believes_in(clerk: Clerk):
    clerk.reopen(an_event(0))
    clerk.post("jan@utrecht.nl", register("Jan de Vries"))
    (mail,) = clerk.work()
    waiting = mail.decision.answer.people[0].registration

    def promote_into_nothing() -> None:
        with clerk.database.writing() as tx:
            book = tx.books.load()
            book.capacity[Pool("dag")] = 1
            tx.books.save([(change, None) for change in book.promote(EVENT)], NOW)

    with pytest.raises(Oversold):
        promote_into_nothing()

    assert clerk.book().get(waiting.reference) == waiting
    assert clerk.audit().agrees


def test_a_worker_that_believed_in_a_seat_decides_again_by_the_books_as_they_are(clerk: Clerk, monkeypatch):
    clerk.reopen(an_event(0))
    clerk.post("jan@utrecht.nl", register("Jan de Vries"))
    right, beliefs = Books.load, [1]

    def load(self: Books) -> Book:
        book = right(self)
        book.capacity = {**book.capacity, Pool("dag"): beliefs.pop() if beliefs else 0}
        return book

    monkeypatch.setattr(Books, "load", load)
    (mail,) = clerk.work()

    assert str(mail.decision.answer.template) == "waitlisted"
    assert clerk.audit().agrees


def test_two_organisers_who_accept_one_mail_at_once_book_it_once(clerk: Clerk):
    clerk.post("jan@utrecht.nl", register("Jan de Vries"), review=True, reasons=("condition",))
    clerk.work()
    others = [Clerk(clerk.url, EVENT) for _ in range(2)]

    def accept(other: Clerk) -> str:
        try:
            other.review().accept(1, "Karin", {}, NOW)
        except ReviewError:
            return "too late"
        return "accepted"

    with ThreadPoolExecutor(2) as threads:
        ends = sorted(threads.map(accept, others))

    for other in others:
        other.close()
    assert ends == ["accepted", "too late"]
    assert clerk.audit().agrees


def test_who_dismisses_a_mail_while_another_accepts_it_is_too_late(clerk: Clerk, monkeypatch):
    clerk.post("jan@utrecht.nl", register("Jan de Vries"), review=True, reasons=("condition",))
    clerk.work()
    other, looked, accepted = Clerk(clerk.url, EVENT), Event(), Event()
    get = Messages.get

    def look_and_wait(self: Messages, id: int) -> object:
        row = get(self, id)
        looked.set()
        accepted.wait(1)  # on SQLite nobody can accept it meanwhile: there the other is too late
        return row

    with ThreadPoolExecutor(1) as threads, monkeypatch.context() as patch:
        patch.setattr(Messages, "get", look_and_wait)
        dismissing = threads.submit(other.review().dismiss, 1, "Piet", NOW)
        looked.wait(PATIENCE)
        patch.setattr(Messages, "get", get)
        ends = [tried(lambda: clerk.review().accept(1, "Karin", {}, NOW))]
        accepted.set()
        ends.append(tried(lambda: dismissing.result(PATIENCE)))

    other.close()
    assert sorted(ends) == ["done", "too late"]
    assert clerk.audit().agrees


def tried(decide: Callable[[], object]) -> str:
    try:
        decide()
    except ReviewError:
        return "too late"
    return "done"


def test_organisers_decide_while_the_worker_books_for_the_same_seats(clerk: Clerk):
    for number in range(MAILS):
        clerk.post(f"h{number}@ede.nl", register(f"Held {chr(97 + number)}weg"), review=True, reasons=("condition",))
    clerk.work()
    desk = Clerk(clerk.url, EVENT)
    lay_down(clerk, 1)

    def decide_all() -> None:
        for number in range(1, MAILS + 1):
            desk.review().accept(number, "Karin", {}, NOW)

    with ThreadPoolExecutor(2) as threads:
        ends = [threads.submit(decide_all), threads.submit(clerk.work)]
        for end in ends:
            end.result(PATIENCE)

    desk.close()
    book = clerk.book()
    assert (book.taken[Pool("dag")], len(book.waiting("dag"))) == (SEATS, 2 * MAILS - SEATS)
    assert clerk.audit().agrees


def test_a_seat_given_back_and_a_seat_taken_at_once_leave_the_queue_in_order(clerk: Clerk):
    lay_down(clerk, 0)
    clerk.work()
    line = [r.name for r in clerk.book().waiting("dag")]
    for at in range(SEATS):
        clerk.post(f"a{at}@stad0.nl", cancel(f"Anna a{chr(97 + at)}laan"))
        clerk.post(f"nieuw{at}@ede.nl", register(f"Nieuw {chr(97 + at)}kade"))
    others = [Clerk(clerk.url, EVENT) for _ in range(WORKERS)]

    with ThreadPoolExecutor(WORKERS) as threads:
        list(threads.map(Clerk.work, others))

    for other in others:
        other.close()
    book = clerk.book()
    assert sorted(r.name for r in book.active("dag") if r.status is RegistrationStatus.CONFIRMED) == sorted(line)
    assert [r.name for r in book.waiting("dag")] == [f"Nieuw {chr(97 + at)}kade" for at in range(SEATS)]


def test_a_worker_that_could_not_read_a_mail_leaves_alone_what_another_has_handled(clerk: Clerk):
    clerk.post("jan@utrecht.nl", register("Jan de Vries"))
    (mail,) = clerk.work()

    with clerk.database.writing() as tx:
        tx.messages.failed_once(mail.message.id, "took too long", attempts=3)

    with clerk.database.reading() as tx:
        assert tx.messages.get(mail.message.id).status == "accepted"


def test_workers_that_begin_at_once_on_an_empty_database_all_come_up(url: str):
    def begin(number: int) -> int:
        clerk = Clerk(url, EVENT, mailbox=f"desk{number}")
        lay_down(clerk, number)
        clerk.work()
        clerk.close()
        return number

    with ThreadPoolExecutor(WORKERS) as threads:
        assert list(threads.map(begin, range(WORKERS))) == list(range(WORKERS))


def test_programs_that_come_to_a_new_sqlite_file_at_once_all_open_it(tmp_path: Path):
    at_once = ThreadBarrier(8)

    def open_it(file: str) -> bool:
        database = Database(f"sqlite:///{tmp_path}/{file}")
        at_once.wait(PATIENCE)
        with database.writing():
            pass
        database.close()
        return True

    with ThreadPoolExecutor(8) as threads:
        files = [f"{at}.db" for at in range(40) for _ in range(8)]  # one meeting in fifteen went wrong
        assert all(threads.map(open_it, files))


def test_a_worker_that_has_not_read_the_newest_configuration_does_not_set_the_capacity_back(clerk: Clerk):
    newer = Clerk(clerk.url, an_event(SEATS + 1))

    keep_up(clerk.database, clerk.events, WRITER, RULES, NOW)

    newer.close()
    assert clerk.book().capacity[Pool("dag")] == SEATS + 1


def test_a_workshop_that_is_announced_no_more_gives_out_no_seat_and_takes_none_away(clerk: Clerk):
    clerk.reopen(an_event(1))
    clerk.post("jan@utrecht.nl", register("Jan de Vries", workshops=choices("1A 2B")))
    clerk.post("piet@zwolle.nl", register("Piet Bos", workshops=choices("1B 2A")))
    clerk.work()
    beleid, voorbij = EVENT.workshops

    clerk.reopen(an_event(2, workshops=(beleid,)))

    jan, piet = clerk.book().registrations()
    assert jan.workshops == choices("1A 2B")
    assert (piet.status, piet.workshops, piet.wishes) == ("confirmed", choices("2A"), choices("1B"))
    clerk.reopen(an_event(2, workshops=(beleid, voorbij)))
    assert clerk.book().free(Pool("dag", 1, "voorbij")) == 2
    assert clerk.audit().agrees


def test_the_seats_of_an_event_that_another_configuration_announces_are_left_alone(clerk: Clerk):
    another = Clerk(clerk.url, an_event(7, slug="juni"), mailbox="juni")

    clerk.reopen()

    assert clerk.book().capacity[Pool("juni", 1, "beleid")] == 5
    another.close()
