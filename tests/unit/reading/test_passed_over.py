"""Mails that were acted upon with somebody too many, too few or wrong: what nothing came of sends them to a person, or
is read after all; and what only sounds so.
"""

import pytest

from mailbot.domain.message import Origin, Screening
from mailbot.domain.reading import Action
from mailbot.reading.message.parse import parse
from mailbot.reading.read import read
from tests.unit.reading.letters import a_mail
from tests.unit.reading.test_doubts import TWO_EVENTS

SIGNS = {Action.REGISTER: "+", Action.CANCEL: "-", Action.CHANGE: "~"}
FROM_RIA = (
    "\n\nMarije Tuinstra\n\nVan: Jan Smit <j.smit@wierhaven.nl>\nVerzonden: maandag 6 maart 2023 10:11\n"
    "Aan: Marije Tuinstra <marije@wierhaven.nl>\nOnderwerp: aanmelding\n\n"
    "Marije, wil je Ria Kok en mij aanmelden voor 30 maart?\nJan Smit\n"
)


def told(text: str, subject: str = "30 maart", sender: str = "Marije Tuinstra <marije@wierhaven.nl>") -> str:
    """Who comes (+), or doesn't (-), by a mail that can be handled alone; else "waits"."""
    mail = parse(a_mail(text, Subject=subject, From=sender))
    reading = read(mail, Screening(Origin.HUMAN), TWO_EVENTS)
    if reading.review:
        return "waits"
    return " ".join(f"{SIGNS[request.action]}{request.name}" for request in reading.requests)


@pytest.mark.parametrize(
    ("text", "comes"),
    [
        ("Wil je corrie zwart en Bob Jansen inschrijven voor 30 maart?", "+Corrie Zwart +Bob Jansen"),
        (
            "Graag inschrijven voor 30 maart: Bob Jansen, corrie zwart en Piet Vos",
            "+Bob Jansen +Corrie Zwart +Piet Vos",
        ),
        ("Please register Jane Cole and john smith for 30 March.", "+Jane Cole +John Smith"),
        ("Graag Bob Jansen en fatima el amrani aanmelden voor 30 maart.", "+Bob Jansen +Fatima el Amrani"),
        (
            "Van ons komen Bob Jansen (jurist) en saskia brouwers (adviseur) naar 30 maart.",
            "+Bob Jansen +Saskia Brouwers",
        ),
        ("Bob Jansen en daan komen op 30 maart.", "waits"),
        ("Graag Bob Jansen aanmelden voor 30 maart, willem komt niet.", "+Bob Jansen"),
        ("Graag Bob Jansen aanmelden voor 30 maart, roos is er niet meer bij.", "+Bob Jansen"),
        ("Bob Jansen, beleidsadviseur wonen, komt op 30 maart.", "+Bob Jansen"),
    ],
)
def test_a_name_in_small_letters_beside_one_in_capitals_is_a_name(text: str, comes: str) -> None:
    assert told(f"{text}\n\nMarije Tuinstra") == comes


@pytest.mark.parametrize(
    "text",
    [
        "Ik kom 30 maart (+1).",
        "Register me +1 for 30 March please.",
        "Graag aanmelden voor 30 maart: Jan Smit + collega.",
        "Jan Smit en partner komen op 30 maart.",
        "Ik meld mij aan voor 30 maart. De burgemeester overigens ook!",
        "Ik kom 30 maart. Mijn zoontje van acht jaar komt mee, de opvang is dicht.",
        "Please sign me up for 30 March. My husband will tag along.",
        "Put me and the kids down for 30 March.",
        "Schrijf mij en de kinderen in voor 30 maart.",
        "Graag aanmelden voor 30 maart: familie Smit.",
        "Op 30 maart komen de heer en mevrouw Smit.",
        "Twee aanmeldingen voor 30 maart: Jan Smit, Piet de Boer en Ria Kok.",
    ],
)
def test_who_comes_without_a_name_is_not_overlooked(text: str) -> None:
    assert told(f"{text}\n\nMarije Tuinstra") == "waits"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Graag meld ik mij aan voor 30 maart.", "NIET VERWERKEN aanmelding 30 maart"),
        ("I would like to attend on 30 March.", "Please do NOT process"),
        ("Graag meld ik mij aan voor 30 maart. Dit mailtje kunt u overigens weggooien.", "30 maart"),
        ("Graag meld ik mij aan voor 30 maart.\n\nMarije Tuinstra\n\nPS: laat maar!", "30 maart"),
        ("Graag meld ik mij aan voor 30 maart.\nMarije Tuinstra\nEdit: vergeet het maar.", "30 maart"),
        ("Please register me for 30 March. No, scrap that.", "30 maart"),
        ("Ik meld me aan voor 30 maart. Grapje, ik ben met vakantie.", "30 maart"),
        ("Ik meld me aan voor 30 maart. Correctie: ik bedoel natuurlijk iets anders, ik bel nog.", "30 maart"),
    ],
)
def test_a_mail_that_takes_itself_back_waits(text: str, subject: str) -> None:
    assert told(f"{text}\n\nMarije Tuinstra", subject) == "waits"


@pytest.mark.parametrize(
    ("text", "comes"),
    [
        ("Graag aanmelden voor 30 maart: Jan Smit en Jan Postma. Zet Jan maar bij Opvang.", "waits"),
        ("Naar verluidt komt Jan Smit ook. Mij mag u inschrijven voor 30 maart.", "waits"),
        ("Ik kom 30 maart. Henk Bosma komt alleen voor de borrel.", "waits"),
        ("I'd like to attend on 30 March. Tom Baker will join for drinks only.", "waits"),
        ("Dirk Zaal en ik wilden op 30 maart komen, maar Dirk heeft een begrafenis. Dus alleen ik.", "waits"),
        ("Graag mij inschrijven voor 30 maart. En een bestelling: 20 broodjes.", "waits"),
        ("Namens Ria Kok komt op 30 maart Bram Koster.", "waits"),
        ("Ik kom op 30 maart. Samen met Klaske Nauta in de auto; zij rijdt door naar Houten.", "waits"),
        ("Ik kom op 30 maart. Klaske Nauta rijdt.", "+Marije Tuinstra"),
        ("Ik kom op 30 maart. Bij de lunch graag alleen vegetarisch.", "+Marije Tuinstra"),
        ("Ik kom op 30 maart. De burgemeester weet ervan.", "+Marije Tuinstra"),
        ("Ik kom op 30 maart. Mijn chef denkt met me mee.", "+Marije Tuinstra"),
        ("Ik kom op 30 maart. U bereikt mij op +31 6 12345678.", "+Marije Tuinstra"),
        ("Ik meld me aan voor 30 maart. Mijn vorige mail kunt u negeren.", "+Marije Tuinstra"),
    ],
)
def test_what_is_said_of_one_of_them_is_not_passed_over(text: str, comes: str) -> None:
    assert told(f"{text}\n\nMarije Tuinstra") == comes


@pytest.mark.parametrize(
    "text",
    [
        "Onderstaande graag inschrijven, behalve Ria, die heeft die dag dienst.",
        "Onderstaand verzoek graag in behandeling nemen, op Ria na.",
        "Onderstaande graag inschrijven. Zelf ga ik ook, met nog een collega.",
    ],
)
def test_who_passes_a_letter_on_may_except_somebody_or_add_one(text: str) -> None:
    assert told(text + FROM_RIA, "FW: aanmelding") == "waits"


def test_a_name_in_the_subject_over_a_sign_up_of_nobody_waits() -> None:
    assert told("Graag aanmelden voor 30 maart.\n\nMarije Tuinstra", "Aanmelding Jan Smit") == "waits"


def test_who_calls_themselves_otherwise_than_their_mailbox_waits() -> None:
    text = "Hierbij meld ik, Marije Tuinstra, mij aan voor 30 maart."

    assert told(text, sender="Bep Visser <bep@wierhaven.nl>") == "waits"
    assert told(text, sender="Tuinstra, M. <m.tuinstra@wierhaven.nl>") == "+Marije Tuinstra"


@pytest.mark.parametrize("subject", ["Afmelding lunch", "Afmelden nieuwsbrief"])
def test_no_seat_is_given_up_with_the_lunch_or_a_newsletter(subject: str) -> None:
    assert told("Graag afmelden.\n\nMarije Tuinstra", subject) == "waits"


@pytest.mark.parametrize(
    "text",
    [
        "Ik meld me aan voor de netwerkborrel van 16 maart in Zwolle.",
        "Ik kom donderdag 13 april naar de bijeenkomst.",
    ],
)
def test_another_day_is_none_of_ours_whatever_the_subject_says(text: str) -> None:
    assert told(f"{text}\n\nMarije Tuinstra") == "waits"


@pytest.mark.parametrize(
    ("text", "comes"),
    [
        ("Aanmelding 30 maart\nNaam: Ellen Mos\nAantal personen: 3", "waits"),
        ("Aanmelding 30 maart\nNaam: Ellen Mos\nAantal personen: 1", "+Ellen Mos"),
        ("Aanmelding 30 maart\nNaam: Ellen Mos\nNaam 2: volgt", "waits"),
        ("Aanmelding 30 maart\nNaam: Ellen Mos\nAanwezig: nee", "waits"),
        ("Ellen Mos / Jan Pol, 30 maart graag.", "waits"),
        ("Register our team: Tom Baker, Lucy Hill and two interns, 30 March.", "waits"),
        ("Van ons komen er twee op 30 maart: Jan Pol.", "waits"),
        ("Ik kom 30 maart, Wim ook. Die kennen jullie wel.", "waits"),
        ("Ik kom 30 maart, digitaal dan.", "waits"),
        ("Ik meld me online aan voor 30 maart.", "+Marije Tuinstra"),
        ("Ik kom 30 maart niet maar wel de volgende keer, schrijf mij daar maar voor in.", "waits"),
        ("Graag aanmelden voor 30 maart, en voor alle volgende bijeenkomsten dit jaar ook.", "waits"),
        ("Ik meld mij aan als vrijwilliger voor 30 maart.", "waits"),
        ("I'd love to come on 30 March. Actually, no, I can't.", "waits"),
    ],
)
def test_forms_and_half_sentences_are_counted_too(text: str, comes: str) -> None:
    assert told(f"{text}\n\nMarije Tuinstra") == comes
