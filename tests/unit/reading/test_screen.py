"""Who wrote a mail, a person or a program, and whether its sender can be believed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.domain.message import Origin, Screening, Trust
from mailbot.reading.message.parse import parse
from mailbot.reading.screening.screen import OwnIdentity, screen
from tests.unit.reading.letters import a_mail, letter, multipart

OUR_ADDRESS = "platform@voorbeeldplatform.nl"
OUR_REPLY = "<R4T8W2@mailbot.voorbeeldplatform.nl>"
US = OwnIdentity(
    addresses=frozenset({OUR_ADDRESS}),
    authserv_id="mx.voorbeeldplatform.nl",
    is_own_id=lambda message_id: message_id.endswith("@mailbot.voorbeeldplatform.nl>"),
)
HUMAN = Screening(Origin.HUMAN)


def screened(text: str = "Graag meld ik me aan.", **headers: str) -> Screening:
    return screen(parse(a_mail(text, **headers)), US)


def automatic(reason: str, *about: str) -> Screening:
    return Screening(Origin.AUTOMATIC, Trust.UNKNOWN, (reason,), about)


# Letters --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "reason", "about"),
    [
        ("vacation_auto_reply", "empty_return_path", ("<R7K2M9@mailbot.voorbeeldplatform.nl>",)),
        ("vacation_without_headers", "vacation", ()),
        ("dsn_postfix", "bounce", (OUR_REPLY,)),
        ("exchange_ndr", "bounce", (OUR_REPLY,)),
        ("qmail_bounce", "empty_return_path", (OUR_REPLY,)),
        ("read_receipt", "receipt", (OUR_REPLY,)),
        ("calendar_accept", "calendar", ()),
        ("case_system", "acknowledgement", ()),
        ("mailing_list", "list", ()),
    ],
)
def test_a_letter_from_a_program_is_told_with_what_it_is_about(name: str, reason: str, about: tuple[str, ...]) -> None:
    assert screen(letter(name), US) == automatic(reason, *about)


@pytest.mark.parametrize(
    "name", ["flowed", "html_table", "html_only_outlook", "smime_signed", "forward_as_attachment", "frisian_signup"]
)
def test_a_letter_from_a_person_is_a_persons(name: str) -> None:
    assert screen(letter(name), US) == HUMAN


def test_who_quotes_or_answers_an_automatic_mail_is_a_person() -> None:
    assert screen(letter("human_quotes_auto_reply"), US) == HUMAN


def test_our_own_reply_that_comes_back_is_ours() -> None:
    assert screen(letter("own_reply_returned"), US) == Screening(Origin.OURSELVES, Trust.UNKNOWN, ("own_reply",))


def test_a_persons_mail_through_a_distribution_list_stays_a_persons() -> None:
    # Exchange asks other programs not to answer it, and our own group adds its List-Id: neither makes a robot.
    assert screen(letter("human_through_distribution_list"), US) == Screening(
        Origin.HUMAN, Trust.UNKNOWN, ("suppresses_some_replies",)
    )


def test_an_invitation_accepted_with_words_is_a_persons_mail_to_be_looked_at() -> None:
    assert screen(letter("calendar_accept_with_words"), US) == Screening(
        Origin.HUMAN, Trust.UNKNOWN, ("calendar_answer_with_text",)
    )


# One header at a time -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "value", "reason"),
    [
        ("Auto-Submitted", "auto-replied", "auto_submitted"),
        ("Auto-Submitted", "AUTO-GENERATED; owner-email=a@b", "auto_submitted"),
        ("Auto-Submitted", "auto-replied (vacation)", "auto_submitted"),
        ("Return-Path", "<>", "empty_return_path"),
        ("Return-Path", "< >", "empty_return_path"),
        ("From", "Mail Delivery System <MAILER-DAEMON@wierhaven.nl>", "from_robot"),
        ("From", "postmaster@wierhaven.nl", "from_robot"),
        ("From", "bounces+77@wierhaven.nl", "from_robot"),
        ("From", "Aanmeldsysteem <no-reply@wierhaven.nl>", "no_reply_address"),
        ("From", "noreply-77@wierhaven.nl", "no_reply_address"),
        ("From", "donotreply@wierhaven.nl", "no_reply_address"),
        ("From", "gemeente.noreply@wierhaven.nl", "no_reply_address"),
        ("Precedence", "Bulk", "precedence"),
        ("Precedence", "list", "precedence"),
        ("Precedence", "auto_reply", "precedence"),
        ("List-Id", "<raad.wierhaven.nl>", "list"),
        ("List-Unsubscribe", "<https://x.nl/uit>", "list"),
        ("X-Auto-Response-Suppress", "All", "suppresses_replies"),
        ("X-Auto-Response-Suppress", "DR, all", "suppresses_replies"),
        ("X-Autoreply", "yes", "robot_header"),
        ("X-Autorespond", "re", "robot_header"),
        ("X-MS-Exchange-Message-Is-Ndr", "", "robot_header"),
        ("X-MS-Exchange-Generated-Message-Source", "Mailbox Rules Agent", "autoresponder"),
        ("Delivered-To", "Autoresponder", "autoresponder"),
        ("Feedback-ID", "77:laposta", "bulk"),
        ("Subject", "Automatisch antwoord: Uitnodiging", "automatic_subject"),
        ("Subject", "=?utf-8?Q?Automatische_Antwort=3A_x?=", "automatic_subject"),
        ("Subject", "Réponse automatique : x", "automatic_subject"),
        ("Subject", "Out of Office: Uitnodiging", "automatic_subject"),
        ("Subject", "Onbestelbaar: Bevestiging", "automatic_subject"),
        ("Subject", "Undelivered Mail Returned to Sender", "automatic_subject"),
        ("Subject", "[EXTERN] Automatic reply: x", "automatic_subject"),
    ],
)
def test_a_header_that_only_programs_send_makes_it_automatic(header: str, value: str, reason: str) -> None:
    assert screened(**{header: value}) == automatic(reason)


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("Auto-Submitted", "no"),
        ("Auto-Submitted", "No ; reason=x"),
        ("Return-Path", "<marije@wierhaven.nl>"),
        ("Precedence", "first-class"),
        ("List-Id", "Platform <platform.voorbeeldplatform.nl>"),
        ("List-Post", f"<mailto:{OUR_ADDRESS}>"),
        ("X-Auto-Response-Suppress", "None"),
        ("X-MS-Exchange-Inbox-Rules-Loop", "marije@wierhaven.nl"),
        ("From", "N. Oreply <n.oreply@wierhaven.nl>"),
        ("From", "Post Master <pietpostmaster@wierhaven.nl>"),
        ("Subject", "RE: Automatisch antwoord: Uitnodiging"),
        ("Subject", "FW: Out of office"),
        ("Subject", "Afwezig op 30 maart"),
        ("Subject", "Gelezen: uw uitnodiging, ik kom"),
        ("Subject", "Read: and I will come"),
        ("Subject", "Geaccepteerd: ja, ik kom"),
        ("Subject", "Ingetrokken: aanmelding Piet"),
    ],
)
def test_a_header_that_people_send_too_does_not(header: str, value: str) -> None:
    assert screened(**{header: value}) == HUMAN


def test_a_no_reply_sender_with_a_person_to_answer_to_is_a_person() -> None:
    assert screened(From="Formulier <noreply@wierhaven.nl>", Reply_To="marije@wierhaven.nl") == HUMAN


def test_mail_from_our_own_address_is_ours() -> None:
    found = screened(From=f"Platform <{OUR_ADDRESS.upper()}>", Auto_Submitted="auto-replied")

    assert found == Screening(Origin.OURSELVES, Trust.UNKNOWN, ("own_address",))


def test_a_mail_that_bears_one_of_our_message_ids_is_ours() -> None:
    found = screened(Message_ID=OUR_REPLY)

    assert found == Screening(Origin.OURSELVES, Trust.UNKNOWN, ("own_message_id",))


# Words ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Dit is een automatisch gegenereerd bericht. U kunt hier niet op reageren.", "declared_automatic"),
        ("This is an automated message, please do not reply to this e-mail.", "declared_automatic"),
        ("Deze e-mail is automatisch verzonden door het zaaksysteem.", "declared_automatic"),
        ("Dank u wel voor uw e-mail. Uw kenmerk is 2023-11. U krijgt binnen 5 werkdagen antwoord.", "acknowledgement"),
        ("Your request has been received. Your ticket number is 4411.", "acknowledgement"),
        ("Ik ben tot en met 3 maart afwezig. Uw mail wordt niet gelezen of doorgestuurd.", "vacation"),
        ("Dank voor uw mail! Wegens vakantie ben ik niet bereikbaar. Bij spoed: het secretariaat.", "vacation"),
        ("Thanks for your message. I am on annual leave until Monday and back in the office after.", "vacation"),
        ("Vielen Dank für Ihre Nachricht. Ich bin bis zum 3. März nicht im Büro.", "vacation"),
        ("Op vrijdag werk ik niet. Ik beantwoord uw e-mail zodra ik weer aanwezig ben.", "vacation"),
        ("Per 1 januari ben ik niet meer werkzaam bij Ede. Uw mail wordt niet doorgestuurd.", "vacation"),
        ("Je suis absente du bureau jusqu'au 6 mars. Merci pour votre message.", "vacation"),
        ("Dit e-mailadres is niet meer in gebruik. Mail naar info@ede.nl.", "declared_automatic"),
        ("Jan de Vries wil het bericht, 'Aanmelding', intrekken.", "declared_automatic"),
        ("Fijn dat u contact met ons opneemt. U krijgt binnen twee werkdagen een reactie.", "acknowledgement"),
        (
            "Wij hebben uw bericht ontvangen onder nummer V2303 1187. Wilt u iets toevoegen of uw melding annuleren? "
            "Beantwoord dan deze e-mail.",
            "acknowledgement",
        ),
        ("Je verzoek is ontvangen en wordt beoordeeld door onze medewerkers.", "acknowledgement"),
        ("A ticket has been created. Reply to this mail to add comments or cancel your ticket.", "acknowledgement"),
        ("Bekijk de online versie\n\nBeste lezer, kom naar onze kennisdag!", "newsletter"),
        ("Bekijk deze nieuwsbrief online.\n\nNieuws uit de wijk", "newsletter"),
        ("U ontvangt deze mail omdat u lid bent. Uitschrijven voor deze nieuwsbrief kan hier.", "newsletter"),
    ],
)
def test_a_program_without_headers_is_told_by_its_words(text: str, reason: str) -> None:
    assert screened(text) == automatic(reason)


@pytest.mark.parametrize(
    "text",
    [
        "Helaas ben ik op 30 maart met vakantie. Mijn collega Piet komt.",
        "Ik ben die dag afwezig, dus ik meld me af.",
        "Ik kom graag op 30 maart, en wil dan ook naar de tweede workshop. Let op: vanaf april is dit adres niet meer "
        "in gebruik, want ik ga dan bij een andere gemeente werken; de bevestiging mag nog hierheen.",
        "Dank voor uw bericht! Ik kom graag.",
        "Graag meld ik mij aan.\n\nGroet,\nMarte\n\nAanmelden of afmelden voor de nieuwsbrief? Klik hier.",
        "Inschrijven voor 30-3 svp:\n\nMarte Bos\n\nDank!\n\nDit bericht (incl. bijlagen) is alleen bestemd voor de "
        "geadresseerde. Afmelden voor onze nieuwsbrief? Klik hier.",
        "Heeft u mijn aanmelding ontvangen? Ik kreeg geen reactie.",
        "Ik kreeg terug: “Dit is een automatisch bericht”. Klopt dat?",
        "Graag hoor ik binnen een week of er nog plek is.",
        "Is er een zaaknummer voor mijn aanmelding?",
        "Bij spoed ben ik bereikbaar op 06-55500011.\n\nIk werk niet op woensdag, maar kom wel.",
        "> Dit is een automatisch bericht.\n> Ik ben afwezig en uw mail wordt niet gelezen.\n\nDank, ik wacht af.",
        "Hierbij geef ik deze mensen op:\n- Wim Bos, stagiair (tot 1 juli)\n\nZelf ben ik er die dag niet.",
        "Hierbij de opgave. Zelf ben ik er niet bij, voor vragen kunt u bij mij terecht.\n\nWie\tRol\nWim Bos\tjurist\n"
        "Noor Tal\tgriffier",
        "In die week ben ik terug van verlof en wil ik meteen weer onder de mensen. Noteren jullie mij?",
    ],
)
def test_a_person_who_speaks_of_such_things_is_a_person(text: str) -> None:
    assert screened(text) == HUMAN


@pytest.mark.parametrize(
    "text",
    [
        "Dank voor uw mail. Ik ben tot 6 maart met verlof, maar meld me alvast aan.",
        "Uw melding is ontvangen onder zaaknummer 77. Wilt u mijn aanmelding annuleren?",
        "Uw bericht is ontvangen onder zaaknummer 77. Namens het college willen wij wethouder Prins aanmelden.",
    ],
)
def test_a_programs_words_with_a_persons_wish_are_put_to_a_person(text: str) -> None:
    assert screened(text) == Screening(Origin.HUMAN, Trust.UNKNOWN, ("looks_automatic",))


@pytest.mark.parametrize(
    "text",
    [
        "Dank u wel voor uw bericht. Ik ben dan op vakantie en geef de uitnodiging door aan mijn collega.",
        "Uw bericht heb ik ontvangen, maar ik snap het zaaknummer niet. Sta ik nu ingeschreven of niet?",
        "I'm afraid I have to cancel; I will be on sick leave. Please contact my colleague Ria instead.",
        "Hierbij de opgave van onze afdeling. Zelf ben ik er niet bij, maar voor vragen kunt u bij mij terecht.",
        "Zelf ben ik er niet bij, voor vragen kunt u bij mij terecht.\n\nWie\tRol\nWim Bos\tjurist\nNoor Tal\tgriffier",
        "Ik ben er 30 maart bij.\n\nMarte Bos\n\nWilt u onze nieuwsbrief niet meer ontvangen? Klik hier.",
        "Aanmelding 30 maart: Marte Bos, jurist\n\nU ontvangt deze mail omdat u klant bent. Afmelden kan hier.",
    ],
)
def test_what_might_be_either_is_put_to_a_person(text: str) -> None:
    assert screened(text) == Screening(Origin.HUMAN, Trust.UNKNOWN, ("looks_automatic",))


def test_days_off_and_a_stand_in_under_a_signature_make_no_out_of_office() -> None:
    text = "Zet mij op de lijst.\n\nGroet,\nMarte\n\nOp donderdag ben ik er niet. Neem dan contact op met Pim Wessels."

    assert screened(text) == HUMAN


def test_a_mail_behind_a_login_is_put_to_a_person_though_a_program_announces_it() -> None:
    text = "Jan de Vries heeft u een beveiligd bericht gestuurd via ZIVVER. Open het bericht."

    found = screened(text, From="Zivver <noreply@zivver.example>", Auto_Submitted="auto-generated")

    assert found == Screening(Origin.HUMAN, Trust.UNKNOWN, ("secure_mail",))


def test_a_subject_that_answers_another_says_nothing_of_who_wrote() -> None:
    assert screened("Prima!", Subject="RE: Dit is een automatisch bericht") == HUMAN
    assert screened("Prima!", Subject="Dit is een automatisch bericht") == automatic("declared_automatic")


def test_a_signature_under_a_calendar_answer_is_no_text_of_its_own() -> None:
    calendar = "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR"
    parts = (("text/plain", "Verzonden vanaf mijn iPhone"), ("text/calendar; method=REPLY", calendar))

    assert screen(parse(multipart(*parts)), US) == automatic("calendar")


# Trust ----------------------------------------------------------------------------------------------------------

MX = "mx.voorbeeldplatform.nl"


@pytest.mark.parametrize(
    ("results", "trust"),
    [
        (f"{MX}; dmarc=pass header.from=wierhaven.nl", Trust.PASS),
        (f"{MX.upper()} 1; dmarc=PASS (p=reject) header.from=wierhaven.nl", Trust.PASS),
        (f"{MX}; dmarc=fail header.from=wierhaven.nl; spf=pass smtp.mailfrom=a@wierhaven.nl", Trust.FAIL),
        (f"{MX}; dkim=pass header.d=wierhaven.nl", Trust.PASS),
        (f"{MX}; dkim=pass header.i=@post.wierhaven.nl; spf=fail smtp.mailfrom=x.nl", Trust.PASS),
        (f"{MX}; dkim=pass header.d=evil.example", Trust.UNKNOWN),
        (f"{MX}; dkim=pass header.d=nl", Trust.UNKNOWN),
        (f"{MX}; dkim=pass header.d=notwierhaven.nl", Trust.UNKNOWN),
        (f"{MX}; spf=pass smtp.mailfrom=bounce@wierhaven.nl", Trust.PASS),
        (f"{MX}; spf=pass smtp.mailfrom=evil.example", Trust.UNKNOWN),
        (f"{MX}; spf=fail smtp.mailfrom=wierhaven.nl", Trust.FAIL),
        (f"{MX}; spf=softfail smtp.mailfrom=wierhaven.nl", Trust.UNKNOWN),
        (f"{MX}; spf=none; dkim=none; dmarc=none", Trust.UNKNOWN),
        (f"{MX}; none", Trust.UNKNOWN),
        # another From than the one that we see was looked at
        (f"{MX}; dmarc=pass header.from=evil.example", Trust.FAIL),
        (f"{MX}; dmarc=fail header.from=evil.example", Trust.FAIL),
        (f"{MX}; dmarc=fail header.from=post.wierhaven.nl", Trust.FAIL),
        (f"{MX}; dmarc=pass header.from=post.wierhaven.nl", Trust.PASS),
        (f'{MX}; spf=fail smtp.mailfrom="x; dkim=pass header.d=wierhaven.nl"@evil.example', Trust.FAIL),
        (f'{MX}; dmarc=fail reason="; dmarc=pass" header.from=wierhaven.nl', Trust.FAIL),
        ("mx.evil.example; dmarc=pass header.from=wierhaven.nl", Trust.UNKNOWN),
        (f"mx.evil.example; {MX}; dmarc=pass header.from=wierhaven.nl", Trust.UNKNOWN),
        (f"({MX};) evil.example; dmarc=pass", Trust.UNKNOWN),
        (f"{MX}; dkim=pass (x; dmarc=fail) header.d=wierhaven.nl", Trust.PASS),
        ("", Trust.UNKNOWN),
    ],
)
def test_the_believed_servers_word_on_the_sender(results: str, trust: Trust) -> None:
    assert screened(Authentication_Results=results).trust is trust


@pytest.mark.parametrize(
    ("results", "trust"),
    [
        (
            "spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=wierhaven.nl; dkim=none (message not signed) "
            "header.d=none;dmarc=pass action=none header.from=wierhaven.nl;compauth=pass reason=100",
            Trust.PASS,
        ),
        ("spf=fail smtp.mailfrom=evil.example; dkim=none;dmarc=fail header.from=wierhaven.nl", Trust.FAIL),
        (
            "spf=softfail smtp.mailfrom=wierhaven.nl; dkim=none;dmarc=none header.from=wierhaven.nl;compauth=fail "
            "reason=001",
            Trust.FAIL,
        ),
        ("spf=none; dkim=none;dmarc=none;compauth=softpass reason=201", Trust.UNKNOWN),
        ("mx.evil.example; dmarc=pass header.from=wierhaven.nl", Trust.UNKNOWN),
        ("-; dmarc=pass header.from=wierhaven.nl", Trust.UNKNOWN),
        ("dkim=none header.d=none;dmarc=none action=none header.from=none", Trust.UNKNOWN),
    ],
)
def test_a_server_that_writes_no_name_is_believed_where_that_is_configured(results: str, trust: Trust) -> None:
    mail = parse(a_mail("", Authentication_Results=results))

    assert screen(mail, OwnIdentity(frozenset({OUR_ADDRESS}), "-")).trust is trust
    assert screen(mail, US).trust is Trust.UNKNOWN


def test_only_the_topmost_result_counts() -> None:
    assert screen(letter("forged_authentication"), US).trust is Trust.FAIL


def test_a_result_below_another_servers_is_not_believed() -> None:
    mail = b"Authentication-Results: mx.evil.example; dmarc=fail\r\n"
    mail += f"Authentication-Results: {MX}; dmarc=pass\r\nFrom: a@wierhaven.nl\r\n\r\n".encode()

    assert screen(parse(mail), US).trust is Trust.UNKNOWN


def test_nobody_is_believed_where_no_server_is_configured() -> None:
    nobody = OwnIdentity(frozenset({OUR_ADDRESS}))
    mail = parse(a_mail("", Authentication_Results=f"{MX}; dmarc=fail"))

    assert screen(mail, nobody).trust is Trust.UNKNOWN


def test_two_from_headers_are_never_believed() -> None:
    mail = f"Authentication-Results: {MX}; dmarc=pass\r\nFrom: a@wierhaven.nl\r\nFrom: b@evil.example\r\n\r\nx"

    assert screen(parse(mail.encode()), US).trust is Trust.FAIL


@given(st.binary(max_size=600))
def test_no_mail_whatever_makes_screening_raise(data: bytes) -> None:
    assert screen(parse(data), US).origin in Origin
