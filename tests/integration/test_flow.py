"""The main job on real servers: mails lie in a mailbox, mailbot runs once, the answers have left."""

from email.message import EmailMessage

import icalendar

from tests.office import PLATFORM, Office, letter

JAN = "Jan de Vries <jan@utrecht.example>"
PIET = "Piet Bos <piet@zwolle.example>"
AYSE = "Ayşe Kaya <ayse@ede.example>"
MO = "Mohammed Amrani <mo@tiel.example>"
SIGN_UP = "Beste organisatie,\n\nHierbij meld ik mij aan voor de bijeenkomst van 30 maart.\n\nGroeten,\n{}\n"
QUESTION = "Beste organisatie,\n\nIs er parkeergelegenheid bij de Jaarbeurs?\n\nGroet,\nPiet Bos\n"
CANCELLATION = "Helaas kan ik toch niet komen, ik meld me af.\n\nGroet,\nJan de Vries\n"


def sign_up(sender: str, **headers: str) -> EmailMessage:
    return letter(sender, SIGN_UP.format(sender.split(" <")[0]), headers=headers)


def test_four_ask_for_three_seats_and_each_gets_the_one_right_answer(office_on_both: Office):
    office = office_on_both
    for sender in (JAN, PIET, AYSE, MO):
        office.post(sign_up(sender))

    troubles = office.run_once()

    assert troubles == []
    assert sorted(office.answers()) == [
        ("ayse@ede.example", "confirmed"),
        ("jan@utrecht.example", "confirmed"),
        ("mo@tiel.example", "waitlisted"),
        ("piet@zwolle.example", "confirmed"),
    ]
    (event,) = office.report().events
    assert (event.seats.taken, [r.name for r in event.waiting]) == (3, ["Mohammed Amrani"])


def test_a_second_run_with_nothing_new_sends_nothing(office_on_both: Office):
    office = office_on_both
    office.post(sign_up(JAN))
    office.run_once()

    office.run_once()

    assert office.answers() == [("jan@utrecht.example", "confirmed")]


def test_nothing_in_the_mailbox_is_deleted_or_marked(office: Office):
    uids = [office.post(sign_up(sender)) for sender in (JAN, PIET)]

    office.run_once()

    assert office.hand.flags() == {uid: set() for uid in uids}


def test_out_of_office_and_questions_are_not_answered_by_the_program(office: Office):
    office.post(
        letter(
            JAN,
            "Ik ben afwezig tot 3 april en lees mijn mail niet.",
            "Automatisch antwoord: uitnodiging",
            {"Auto-Submitted": "auto-replied"},
        )
    )
    office.post(letter(PIET, QUESTION, "Vraag"))

    office.run_once()

    report = office.report()
    assert office.answers() == []
    assert report.mails == {"ignored": 1, "held": 1}
    assert [(m.sender, m.reasons) for m in report.review] == [("piet@zwolle.example", ("question",))]


def test_a_reply_is_in_the_thread_says_that_it_is_automatic_and_brings_a_calendar_item(office: Office):
    mail = sign_up(JAN)
    office.post(mail)

    office.run_once()

    reply = office.reply_to("jan@utrecht.example")
    assert reply["In-Reply-To"] == reply["References"] == mail["Message-ID"]
    assert (reply["Auto-Submitted"], reply["From"]) == ("auto-replied", PLATFORM)
    assert [part.get_content_type() for part in reply.walk() if not part.is_multipart()] == [
        "text/plain",
        "text/html",
        "text/calendar",
    ]
    calendar = _calendar(reply)
    assert (calendar["METHOD"], calendar.walk("VEVENT")[0]["SEQUENCE"]) == ("PUBLISH", 0)


def test_cancelling_takes_the_item_out_of_the_calendar_and_promotes_who_waits(office_on_both: Office):
    office = office_on_both
    office.configure(capacity=1)
    office.post(sign_up(JAN))
    office.post(sign_up(PIET))
    office.run_once()
    first = office.reply_to("jan@utrecht.example")
    office.post(letter(JAN, CANCELLATION, "Afmelding 30 maart"))

    office.run_once()

    later = {str(m.email["X-Mailbot-Reply"]): m.email for m in office.smtp.messages[2:]}
    assert {name: mail["To"] for name, mail in later.items()} == {
        "cancelled": "jan@utrecht.example",
        "promoted": "piet@zwolle.example",
    }
    last = _calendar(later["cancelled"])
    assert (last["METHOD"], last.walk("VEVENT")[0]["UID"]) == ("CANCEL", _calendar(first).walk("VEVENT")[0]["UID"])
    assert last.walk("VEVENT")[0]["SEQUENCE"] == 1
    assert later["promoted"]["Auto-Submitted"] == "auto-generated"


def test_a_reply_to_a_mail_without_message_id_claims_to_answer_none(office: Office):
    mail = sign_up(JAN)
    del mail["Message-ID"]
    office.post(mail)

    office.run_once()

    reply = office.reply_to("jan@utrecht.example")
    assert (reply["In-Reply-To"], reply["References"]) == (None, None)


def test_who_cancels_for_a_colleague_and_comes_herself_keeps_her_calendar_as_it_is(office: Office):
    office.post(letter(JAN, "Graag meld ik Els Kok en mijzelf aan voor 30 maart.\n\nGroet,\nJan de Vries\n"))
    office.run_once()
    office.post(letter(JAN, "Els Kok kan helaas toch niet komen.\n\nGroet,\nJan de Vries\n", "Afmelding Els Kok"))

    office.run_once()

    assert office.answers() == [("jan@utrecht.example", "confirmed"), ("jan@utrecht.example", "cancelled")]
    types = [[part.get_content_type() for part in m.email.walk()] for m in office.smtp.messages]
    assert ["text/calendar" in parts for parts in types] == [True, False]


def test_a_second_copy_of_a_mail_is_not_answered_twice(office_on_both: Office):
    office = office_on_both
    mail = sign_up(JAN)
    office.post(mail)
    office.post(mail)

    office.run_once()

    assert office.answers() == [("jan@utrecht.example", "confirmed")]
    assert office.report().mails == {"accepted": 1, "duplicate": 1}


def test_handled_mail_is_moved_where_folders_are_named_and_only_then(office: Office):
    office.configure(mailbox='since = 2023-02-01\naccepted_folder = "Klaar"\nreview_folder = "Nakijken"')
    office.post(sign_up(JAN))
    office.post(letter(PIET, QUESTION, "Vraag"))
    automatic = office.post(letter(AYSE, "Ik ben er niet.", "Afwezig", {"Auto-Submitted": "auto-replied"}))

    office.run_once()

    assert office.hand.flags() == {automatic: set()}
    assert [len(office.dovecot.hand(folder).flags()) for folder in ("Klaar", "Nakijken")] == [1, 1]


def test_the_first_run_answers_only_what_arrives_from_then_on(office: Office):
    office.configure(mailbox="")
    office.post(sign_up(JAN))
    office.run_once()
    office.post(sign_up(PIET))

    office.run_once()

    assert office.answers() == [("piet@zwolle.example", "confirmed")]
    assert office.report().mails == {"skipped": 1, "accepted": 1}


def test_when_the_server_renumbers_its_mails_nobody_is_answered_again(office: Office):
    office.post(sign_up(JAN))
    office.run_once()
    office.dovecot.renumber(4711)

    office.run_once()

    assert office.answers() == [("jan@utrecht.example", "confirmed")]
    assert office.report().mails == {"accepted": 1, "duplicate": 1}


def test_the_books_agree_and_every_mail_is_accounted_for(office_on_both: Office):
    office = office_on_both
    for sender in (JAN, PIET, AYSE, MO):
        office.post(sign_up(sender))
    office.run_once()
    house = office.house()

    audit = house.audit()

    house.close()
    assert audit.agrees
    assert (audit.mails, audit.handled) == (4, 4)


def test_raising_the_capacity_promotes_who_waits_at_the_next_run(office_on_both: Office):
    office = office_on_both
    office.configure(capacity=1)
    office.post(sign_up(JAN))
    office.post(sign_up(PIET))
    office.run_once()
    office.configure(capacity=2)

    office.run_once()

    assert office.answers()[2:] == [("piet@zwolle.example", "promoted")]


def test_replies_wait_while_the_mail_server_is_away_and_leave_when_it_is_back(office: Office):
    office.post(sign_up(JAN))
    office.smtp.stop()
    troubles = office.run_once()
    office.smtp.start()

    office.run_once(now="2023-02-20T09:10:00")

    assert len(troubles) == 1
    assert office.answers() == [("jan@utrecht.example", "confirmed")]


def test_a_recipient_refused_for_good_is_failed_and_shown(office: Office):
    office.post(sign_up(JAN))
    office.smtp.behave(lambda attempt: "550 5.1.1 no such user" if attempt.stage == "rcpt" else None)

    office.run_once()

    assert [(r.template, r.error) for r in office.report().undelivered] == [
        ("confirmed", "the mail server refused the recipient (550)")
    ]


def _calendar(mail: EmailMessage) -> icalendar.Calendar:
    (part,) = [part for part in mail.walk() if part.get_content_type() == "text/calendar"]
    calendar = icalendar.Calendar.from_ical(part.get_content())
    assert isinstance(calendar, icalendar.Calendar)
    return calendar
