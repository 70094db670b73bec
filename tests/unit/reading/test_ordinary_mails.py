"""Ordinary mails, as most of them are: each is handled alone, and right. What is hard is in the labelled corpus."""

from datetime import UTC, datetime

import pytest

from mailbot.pipeline.understand import Understand
from mailbot.reading.letter.page import ReadingContext
from mailbot.reading.screening.screen import OwnIdentity
from tests.office import PLATFORM, ZONE, letter
from tests.unit.reading.everyday import EVENTS

FEBRUARY = datetime(2023, 2, 14, 9, tzinfo=UTC)

# From, subject, text; then the people and what becomes of them, in order of appearance.
ORDINARY = [
    (
        "Jan de Vries <jan@utrecht.nl>",
        "Aanmelding",
        "Beste mensen,\n\nGraag meld ik mij aan voor 30 maart.\n\nMet vriendelijke groet,\nJan de Vries\nGemeente Utrecht",
        [("register", "Jan de Vries")],
    ),
    (
        "Mo Amrani <mo@tiel.nl>",
        "Aanmelding 30 maart",
        "Hierbij meld ik mij aan voor 30 maart.\n\nGroet,\nMo Amrani",
        [("register", "Mo Amrani")],
    ),
    (
        "Els Bakker <els@tiel.nl>",
        "Aanmelding 30 maart",
        "Graag meld ik mijzelf en mijn collega Wim Smit (wim@tiel.nl) aan.\n\nGroet,\nEls Bakker\nGemeente Tiel",
        [("register", "Els Bakker"), ("register", "Wim Smit")],
    ),
    (
        "Els Bakker <els@tiel.nl>",
        "Aanmelding 30 maart",
        "Beste,\n\nIk wil graag twee personen aanmelden voor de bijeenkomst van 30 maart:\n\n- Els Bakker, els@tiel.nl\n- Wim Smit, wim@tiel.nl\n\nMet vriendelijke groet,\nEls Bakker",
        [("register", "Els Bakker"), ("register", "Wim Smit")],
    ),
    (
        "Els Bakker <els@tiel.nl>",
        "Aanmelding",
        "Hierbij meld ik mijn collega's Wim Smit en Noor de Boer aan voor 30 maart. Zelf kom ik niet.\n\nGroet,\nEls Bakker",
        [("register", "Wim Smit"), ("register", "Noor de Boer")],
    ),
    (
        "Els Bakker <els@tiel.nl>",
        "Aanmelding",
        "Wij komen graag op 30 maart: Els Bakker, Wim Smit en Noor de Boer.\n\nGroeten,\nEls",
        [("register", "Els Bakker"), ("register", "Wim Smit"), ("register", "Noor de Boer")],
    ),
    (
        "Els Bakker <els@tiel.nl>",
        "Aanmelding 3 personen",
        "Graag inschrijven voor 30 maart:\n1. Els Bakker\n2. Wim Smit (vegetarisch)\n3. Noor de Boer\n\nAlvast dank,\nEls Bakker",
        [("register", "Els Bakker"), ("register", "Wim Smit"), ("register", "Noor de Boer")],
    ),
    (
        "Jan de Vries <jan@utrecht.nl>",
        "Aanmelding",
        "Graag meld ik mij aan voor 30 maart, samen met Piet Bos (piet@utrecht.nl).\n\nGroet,\nJan de Vries",
        [("register", "Jan de Vries"), ("register", "Piet Bos")],
    ),
    (
        "Jan de Vries <jan@utrecht.nl>",
        "Aanmelding",
        "Ik kom graag op 30 maart. Mijn collega Piet Bos komt ook.\n\nGroet,\nJan de Vries",
        [("register", "Jan de Vries"), ("register", "Piet Bos")],
    ),
    (
        "Jan de Vries <jan@utrecht.nl>",
        "Aanmelding workshop",
        "Hierbij meld ik mij aan voor 30 maart. In ronde 1 volg ik graag Vooroordelen Voorbij en in ronde 2 Lokaal antidiscriminatiebeleid. Ik ben vegetarisch.\n\nGroet,\nJan de Vries",
        [("register", "Jan de Vries")],
    ),
    (
        "Jan de Vries <jan@utrecht.nl>",
        "Afmelding",
        "Helaas kan ik er op 30 maart niet bij zijn. Graag afmelden.\n\nGroet,\nJan de Vries",
        [("cancel", "Jan de Vries")],
    ),
    (
        "Jan de Vries <jan@utrecht.nl>",
        "Afmelding",
        "Ik moet mij helaas afmelden voor 30 maart wegens ziekte.\n\nJan de Vries",
        [("cancel", "Jan de Vries")],
    ),
    (
        "Jan de Vries <jan@utrecht.nl>",
        "Re: Aanmelding",
        "Ik kan helaas toch niet komen.\n\nGroet,\nJan de Vries\n\nOp 20 feb. 2023 om 09:00 schreef platform@x.nl:\n> Beste Jan de Vries,\n> U bent aangemeld voor Gemeenten en de strijd tegen discriminatie.\n",
        [("cancel", "Jan de Vries")],
    ),
    (
        "Els Bakker <els@tiel.nl>",
        "Afmelding collega",
        "Wim Smit kan helaas niet komen op 30 maart. Els Bakker en Noor de Boer komen wel.\n\nGroet,\nEls Bakker",
        [("cancel", "Wim Smit")],
    ),
    (
        "Els Bakker <els@tiel.nl>",
        "Afmelding",
        "Graag alleen Wim Smit afmelden voor 30 maart, ik kom zelf wel.\n\nGroet,\nEls Bakker",
        [("cancel", "Wim Smit")],
    ),
    (
        "Els Bakker <els@tiel.nl>",
        "Vervanging",
        "Ik kan op 30 maart helaas niet komen. Mijn collega Wim Smit (wim@tiel.nl) komt in mijn plaats.\n\nGroet,\nEls Bakker",
        [("cancel", "Els Bakker"), ("register", "Wim Smit")],
    ),
    (
        "Els Bakker <els@tiel.nl>",
        "Vervanging",
        "In plaats van mij komt Wim Smit op 30 maart.\n\nGroet,\nEls Bakker",
        [("cancel", "Els Bakker"), ("register", "Wim Smit")],
    ),
    (
        "Jan de Vries <jan@utrecht.nl>",
        "Wijziging",
        "Ik wil in ronde 1 graag naar Lokaal antidiscriminatiebeleid in plaats van Vooroordelen Voorbij.\n\nGroet,\nJan de Vries",
        [("change", "Jan de Vries")],
    ),
    (
        "Jan de Vries <jan@utrecht.nl>",
        "Re: Aanmelding",
        "1A 2B\n\nGroet,\nJan de Vries\n\nOp ma 20 feb. 2023 om 09:00 schreef Platform <platformgemeentenenmensenrechten@minbzk.nl>:\n\n> Beste Jan de Vries,\n> U bent aangemeld.\n",
        [("change", "Jan de Vries")],
    ),
    (
        "Jan de Vries <jan@utrecht.nl>",
        "Dieet",
        "Ik heb mij aangemeld voor 30 maart, maar vergat te melden dat ik geen gluten eet.\n\nGroet,\nJan de Vries",
        [("change", "Jan de Vries")],
    ),
    (
        "Jane Smith <jane@leiden.nl>",
        "Registration",
        "Dear organisers,\n\nI would like to register for the meeting on 30 March.\n\nKind regards,\nJane Smith",
        [("register", "Jane Smith")],
    ),
    (
        "Jane Smith <jane@leiden.nl>",
        "Registration",
        "Hello,\n\nPlease register me and my colleague Tom Brown (tom@leiden.nl) for 30 March.\n\nBest,\nJane Smith",
        [("register", "Jane Smith"), ("register", "Tom Brown")],
    ),
    (
        "Jane Smith <jane@leiden.nl>",
        "Cancellation",
        "Unfortunately I cannot attend on 30 March. Please cancel my registration.\n\nJane Smith",
        [("cancel", "Jane Smith")],
    ),
    (
        "Deelnemer 17 <p17@example.nl>",
        "Aanmelding 30 maart",
        "Hierbij meld ik mij aan voor de bijeenkomst van 30 maart.\n\nGroet,\nDeelnemer 17",
        [("register", "Deelnemer 17")],
    ),
    (
        "Anna Test <a@example.nl>",
        "Aanmelden",
        "Ik wil me graag aanmelden voor de bijeenkomst op 30 maart 2023.\n\nAnna Test\nGemeente Ede",
        [("register", "Anna Test")],
    ),
    (
        "b@example.nl",
        "Aanmelding",
        "Graag meld ik mij aan voor 30 maart.\n\nMet vriendelijke groet,\n\nBart van Dam\nBeleidsadviseur\nGemeente Zeist",
        [("register", "Bart van Dam")],
    ),
    (
        "Karin de Groot <karin@zeist.nl>",
        "30 maart",
        "Hallo, ik kom graag naar de bijeenkomst. Groetjes, Karin de Groot",
        [("register", "Karin de Groot")],
    ),
    (
        "Secretariaat <secr@zeist.nl>",
        "Aanmelding wethouder",
        "Graag meld ik wethouder Peter Jansen aan voor de bijeenkomst van 30 maart.\n\nMet vriendelijke groet,\nSecretariaat gemeente Zeist",
        [("register", "Peter Jansen")],
    ),
    (
        "Karin de Groot <karin@zeist.nl>",
        "Aanmelding 20 juni",
        "Graag meld ik mij aan voor Mensenrechten in de wijk op 20 juni.\n\nKarin de Groot",
        [("register", "Karin de Groot")],
    ),
    (
        "Karin de Groot <karin@zeist.nl>",
        "Aanmelding 20 juni",
        "Graag meld ik mij aan voor Mensenrechten in de wijk op 20 juni en voor de bijeenkomst van 30 maart.\n\nKarin de Groot",
        [("register", "Karin de Groot"), ("register", "Karin de Groot")],
    ),
    (
        "Karin de Groot <karin@zeist.nl>",
        "Aanmelding beide dagen",
        "Graag meld ik mij aan voor 30 maart en voor 20 juni.\n\nKarin de Groot",
        [("register", "Karin de Groot"), ("register", "Karin de Groot")],
    ),
    (
        "Karin de Groot <karin@zeist.nl>",
        "Aanmelding",
        "Hierbij meld ik mij aan voor 30 maart. Mijn dieetwensen: halal. Ik kom met een rolstoel.\n\nKarin de Groot\nGemeente Zeist\n06-12345678",
        [("register", "Karin de Groot")],
    ),
    (
        "Karin de Groot <karin@zeist.nl>",
        "Aanmelding",
        "Naam: Karin de Groot\nOrganisatie: Gemeente Zeist\nFunctie: beleidsmedewerker\nE-mail: karin@zeist.nl\nTelefoon: 06-12345678\nWorkshop ronde 1: Vooroordelen Voorbij\nDieetwensen: vegetarisch\n",
        [("register", "Karin de Groot")],
    ),
    (
        "Karin de Groot <karin@zeist.nl>",
        "Annulering",
        "Wij komen helaas niet: Karin de Groot en Wim Smit annuleren hun deelname aan 30 maart.\n\nKarin de Groot",
        [("cancel", "Karin de Groot"), ("cancel", "Wim Smit")],
    ),
    (
        "Karin de Groot <karin@zeist.nl>",
        "Wijziging naam",
        "Mijn naam is verkeerd gespeld in de bevestiging: het moet Karin de Grood zijn.\n\nGroet, Karin",
        [("change", "Karin de Grood")],
    ),
    (
        "Karin de Groot <karin@zeist.nl>",
        "Aanmelding",
        "Graag aanmelden: Karin de Groot (ronde 1: 1A, ronde 2: 2B) en Wim Smit, wim@zeist.nl (1B 2A).\n\nGroet,\nKarin de Groot",
        [("register", "Karin de Groot"), ("register", "Wim Smit")],
    ),
]


@pytest.fixture(scope="module")
def understand() -> Understand:
    identity = OwnIdentity(frozenset({PLATFORM}))
    return Understand(ReadingContext(EVENTS, PLATFORM, ZONE, "nl", FEBRUARY), identity)


@pytest.mark.parametrize(("sender", "subject", "text", "people"), ORDINARY)
def test_an_ordinary_mail_is_handled_alone_and_right(
    understand: Understand, sender: str, subject: str, text: str, people: list[tuple[str, str]]
):
    reading = understand(letter(sender, text, subject).as_bytes(), FEBRUARY).reading

    assert [(str(request.action), request.name) for request in reading.requests] == people
    assert (reading.review, reading.reasons) == (False, ())
