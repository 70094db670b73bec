"""What is asked, and in whose words: of whom something new is told, who is only quoted, who is meant by a number.

+ registers, - cancels, ~ changes. E is Els Bakker, who writes; W Wim Smit, N Noor de Boer.
"""

import pytest

from mailbot.domain.reading import Action, Reading
from mailbot.pipeline.understand import Understand
from mailbot.reading.judgement import judge
from mailbot.reading.letter.page import ReadingContext
from mailbot.reading.screening.screen import OwnIdentity
from tests.office import FIRST_MAIL, PLATFORM, ZONE, letter
from tests.unit.reading.everyday import EVENTS
from tests.unit.reading.quoting import outlook, reply

NAMES = {"E": "Els Bakker", "W": "Wim Smit", "N": "Noor de Boer"}
SIGN = {Action.REGISTER: "+", Action.CANCEL: "-", Action.CHANGE: "~"}

TOLD_OF_OTHERS = r"""
~W    | Wethouder Wim Smit staat al bij u genoteerd voor 30 maart. Nog een toevoeging: hij eet glutenvrij.
~W    | Wim Smit heeft zich al aangemeld voor 30 maart. Hij vroeg mij door te geven dat hij slecht ter been is.
~W    | Wethouder Wim Smit is al aangemeld voor 30 maart. Hij wil in ronde 2 graag naar Vooroordelen Voorbij.
~W    | My colleague Wim Smit is already registered for 30 March. He forgot to mention that he is vegan.
~W ~N | Wim Smit en Noor de Boer staan al op de lijst voor 30 maart. Aanvulling: Wim eet vegetarisch en Noor halal.
+E    | Mijn collega Wim Smit staat al op de lijst voor 30 maart. Ik wil ook graag komen, vegetarisch.
+N    | Wim Smit staat al op de lijst voor 30 maart. Kunt u Noor de Boer daaraan toevoegen? Zij eet vegetarisch.
+E    | Graag schrijf ik mij in voor 30 maart. Noor de Boer meldt zich nog, die hoeft u nu nog niet op te nemen.
"""
QUOTED = r"""
+N    | Noor de Boer zei: "Schrijf mij maar in voor 30 maart." Bij dezen!
+W    | Wim Smit appte me net: "Els, zet jij mij op de lijst voor 30 maart? Ik eet vegetarisch." Bij dezen dus.
+N    | Noor de Boer vroeg dit door te sturen: "Ik wil naar 30 maart. Ik eet geen vlees." Wilt u haar inschrijven?
+E    | Mijn chef zei: "Ga daar maar eens heen, Els. Ik kan zelf niet." Dus graag een plek voor mij op 30 maart.
+E    | In jullie uitnodiging staat: "Meld u aan per e-mail. Wij noteren u dan." Bij dezen dus, voor 30 maart.
"""
SOMEBODY_ELSES_SEAT = r"""
+N    | Voor mijn collega Noor de Boer, beleidsadviseur bij ons, wil ik graag een plek reserveren op 30 maart.
+N    | Voor onze wethouder, mevrouw Noor de Boer, graag een plaats op 30 maart a.s. Zij eet vegetarisch.
+N    | Kunt u voor Noor de Boer een plaats vrijhouden op 30 maart a.s.? Ze heeft mij gevraagd dit te regelen.
+W    | Namens wethouder Wim Smit: hij komt graag op 30 maart. Wilt u mij mailen? Dan komt het in zijn agenda.
+W +N | Namens de gemeente Tiel mag u op 30 maart verwelkomen: Wim Smit en Noor de Boer.
+W +E | Voor 30 maart mag u vanuit Tiel twee mensen verwachten, te weten mijn collega Wim Smit en ondergetekende.
"""
COUNTED = r"""
+E +W +N | Ik begin bij Vooroordelen. Wim Smit doet het andersom. Noor de Boer komt later. Graag alle drie inschrijven.
+E +W | Wim Smit kiest Vooroordelen Voorbij, ik het andere. Graag allebei noteren voor 30 maart.
+E +W | Wim Smit eet vegetarisch, ik niet. Schrijf ons beiden in voor 30 maart.
+W +N | Wim Smit en Noor de Boer van mijn team hebben belangstelling voor 30 maart. Wilt u hen beiden inschrijven?
-W    | Van de collega's die ik had opgegeven voor 30 maart moet er een afhaken: Wim Smit. Noor de Boer komt gewoon.
-W    | Ik gaf er voor 30 maart drie op. Helaas moet ik een van mijn collega's terugtrekken. Het gaat om Wim Smit.
"""
TAKEN_BACK = r"""
+E    | Vergeet mijn eerdere afmelding, de vergadering is verschoven. Ik ben 30 maart gewoon van de partij!
+E    | Ik trek mijn afmelding in. De vergadering gaat niet door, dus ik ben er 30 maart gewoon bij.
+E    | Please disregard my cancellation of yesterday, I can come on 30 March after all.
"""
ROWS = r"""
+E +W +N | Ik kom op 30 maart, evenals Wim Smit; hij gaat om drie uur naar huis. Tot slot onze trainee Noor de Boer.
+E +W | Voor 30 maart: ik (beleidsadviseur) en Wim Smit, onze jongerenwerker in de wijk Oost.
+E    | Aanmelding voor 30 maart, Els Bakker, gemeente Tiel. Ronde 1 Vooroordelen Voorbij, ronde 2 lokaal beleid.
+W +N | Wij mogen voor 30 maart een delegatie aanmelden. Het heeft even geduurd. Dit zijn ze:\nWim Smit\nNoor de Boer
+W +N | Voor 30 maart wil de gemeente Tiel twee raadsleden afvaardigen. Dat zijn Wim Smit en Noor de Boer.
+E +W +N | Namens het team meld ik aan voor 30 maart, in willekeurige volgorde, ikzelf, Noor de Boer en Wim Smit.
+E +N | Eigenlijk zouden we 30 maart met z'n drieën komen, maar Wim Smit kan niet. Blijven over Noor de Boer en ik.
+E    | Zet mij op de lijst voor 30 maart. Eerst dacht ik aan ronde 1. Maak er maar ronde 2 van.
-W +E | Wim Smit, die ik had aangemeld voor 30 maart, is ziek. Ik vervang hem. Graag zijn badge omruilen voor de mijne.
-W +E | Wim Smit kan 30 maart niet komen en heeft mij gevraagd zijn plek in te nemen.
"""
MENTIONED = r"""
+E +W | Opgave 30 maart\nEls Bakker (vega)\nWim Smit (geen bijzonderheden)
+W    | Op 30 maart komt van ons alleen Wim Smit, dus graag een plaats voor hem.
+W    | Wim Smit komt op 30 maart, ik dit jaar niet: ik pas op de winkel.
+E    | Doe mij maar een plekje op 30 maart. Dit was tot januari van Wim Smit. Hij zit tegenwoordig bij Wonen.
+W +N | Voor 30 maart krijg je van mij twee namen door: Wim Smit en Noor de Boer. Of ik ook kom? Nee hoor, ik heb vrij.
+E    | Zet mij er maar bij op 30 maart. Heb Noor gevraagd of ze meegaat, maar die loopt dan de Camino.
+W +E | Er komen er twee op 30 maart: wethouder Wim Smit en zijn trouwe ambtenaar, te weten ik.
+E    | Onze teamchef Wim Smit gaf me groen licht, dus bij dezen: ik ben erbij op 30 maart.
+E +W | Op de valreep dienen zich voor 30 maart nog twee gegadigden aan, te weten Wim Smit en ikzelf.
+E    | Ik verzoek u mij voor 30 maart te voegen bij de aanwezigen. Wim Smit wacht liever het verslag af.
-W    | Op 9 maart heb ik dhr. W. Smit (Wim Smit) aangemeld voor 30 maart. Die aanmelding moet ik intrekken.
~W    | Wim Smit staat al op de lijst voor 30 maart. Hij loopt op krukken, dus graag een stoel aan het gangpad.
"""
SUBJECTS = r"""
+E +W | Aanmelden: Els Bakker + Wim Smit, 30-3 Jaarbeurs
+E +W | 2 pers. 30 maart: Els Bakker en Wim Smit
-E    | Afmelding 30 maart Els Bakker, griep
-E +W | Ik kan 30 maart niet, Wim Smit komt in mijn plaats
"""
BOOKED = r"""
~E    | Ik heb me bedacht: in ronde 2 ga ik toch liever naar Vooroordelen Voorbij.
-E    | Ik heb me bedacht: ik kom toch niet.
-E    | Ik heb me bedacht. Haal me van de lijst.
~E    | In jullie bevestiging sta ik als "Elze Bakker". Dat moet Els Bakker zijn. Ik ben er de 30e bij.
"""


def cases(*blocks: str) -> list[tuple[str, ...]]:
    lines = [line for line in "".join(blocks).split("\n") if line]
    return [tuple(part.strip() for part in line.split("|")) for line in lines]


@pytest.fixture(scope="module")
def understand() -> Understand:
    return Understand(ReadingContext(EVENTS, PLATFORM, ZONE, "nl", FIRST_MAIL), OwnIdentity(frozenset({PLATFORM})))


def reading(understand: Understand, talk: str, quoted: str = "") -> Reading:
    said = talk.replace("\\n", "\n")
    own = f"Beste mensen,\n\n{said}\n\nMet vriendelijke groet,\nEls Bakker"
    text = outlook(own, quoted) if quoted else own
    return understand(letter("Els Bakker <els.bakker@tiel.example>", text).as_bytes(), FIRST_MAIL).reading


def asked(found: Reading) -> list[str]:
    return sorted(f"{SIGN[request.action]}{request.name}" for request in found.requests)


def meant(who: str) -> list[str]:
    return sorted(f"{one[0]}{NAMES[one[1]]}" for one in who.split())


@pytest.mark.parametrize(
    ("who", "talk"), cases(TOLD_OF_OTHERS, QUOTED, SOMEBODY_ELSES_SEAT, COUNTED, TAKEN_BACK, ROWS, MENTIONED)
)
def test_what_is_asked_is_asked_of_whom_it_is_about(understand: Understand, monkeypatch, who: str, talk: str) -> None:
    monkeypatch.setattr(judge, "agreed", lambda case, by_rules: by_rules(case))
    found = reading(understand, talk)

    assert (asked(found), found.reasons) == (meant(who), ())


@pytest.mark.parametrize(("who", "talk"), cases(BOOKED))
def test_who_is_booked_and_wants_it_otherwise_says_what(
    understand: Understand, monkeypatch, who: str, talk: str
) -> None:
    monkeypatch.setattr(judge, "agreed", lambda case, by_rules: by_rules(case))
    found = reading(understand, talk, reply(EVENTS[0], "Els Bakker"))

    assert (asked(found), found.reasons) == (meant(who), ())


@pytest.mark.parametrize(("who", "subject"), cases(SUBJECTS))
@pytest.mark.parametrize("body", ["", "Zie onderwerp.\n\nGroet,\nEls Bakker"])
def test_a_subject_may_say_everything(understand: Understand, who: str, subject: str, body: str) -> None:
    mail = letter("Els Bakker <els.bakker@tiel.example>", body, subject=subject).as_bytes()
    found = understand(mail, FIRST_MAIL).reading

    assert (asked(found), found.reasons) == (meant(who), ())
    shown = {"subject": subject, "text": body}
    for request in found.requests:
        place = dict(request.evidence)["name"]
        assert place.part == "from" or request.name in shown[place.part][place.start : place.end]
