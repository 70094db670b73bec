"""Mails that were acted upon against what they say: a question, a cancellation that is taken back or somebody else's, a
forward with a word above it, a list or form that says otherwise of one; and what only sounds so.
"""

import pytest

from mailbot.domain.message import Origin, Screening
from mailbot.domain.reading import Action
from mailbot.reading.message.parse import parse
from mailbot.reading.read import read
from tests.unit.reading import quoting
from tests.unit.reading.letters import a_mail
from tests.unit.reading.test_doubts import TWO_EVENTS

SIGNS = {Action.REGISTER: "+", Action.CANCEL: "-", Action.CHANGE: "~"}
NAMES = ("Marije Tuinstra", "Wim Smit", "Els Bakker")
INVITED = (
    "\n\nMarije Tuinstra\n\nVan: Platform <platform@voorbeeldplatform.nl>\nVerzonden: maandag 6 maart 2023 10:11\n"
    "Aan: Marije Tuinstra <marije@wierhaven.nl>\nOnderwerp: Uitnodiging 30 maart\n\n"
    "U bent van harte uitgenodigd voor 30 maart. Meld u aan door te antwoorden met uw naam.\n"
)


def from_tom(text: str) -> str:
    return (
        "\n\nMarije Tuinstra\n\nVan: Tom Berg <t.berg@wierhaven.nl>\nVerzonden: maandag 6 maart 2023 10:15\n"
        f"Aan: Marije Tuinstra <marije@wierhaven.nl>\nOnderwerp: 30 maart\n\n{text}\nTom Berg\n"
    )


def told(text: str, subject: str = "30 maart", sender: str = "Marije Tuinstra <marije@wierhaven.nl>") -> str:
    """Who comes (+), or doesn't (-), by a mail that can be handled alone; else "waits"."""
    mail = parse(a_mail(text, Subject=subject, From=sender))
    reading = read(mail, Screening(Origin.HUMAN), TWO_EVENTS)
    if reading.review or not reading.requests:
        return "waits"
    return " ".join(f"{SIGNS[request.action]}{request.name}" for request in reading.requests)


def answered(text: str, *names: str, language: str = "nl") -> str:
    """The same, of an answer to our confirmation to those people."""
    ours = quoting.reply(TWO_EVENTS.events[0], *names, language=language).replace(
        "marije@tiel.example", "marije@wierhaven.nl"
    )
    quoted = quoting.gmail(f"{text}\n\nMarije", ours)
    return told(quoted, "Re: Aanmelding gelukt: Gemeenten en de strijd tegen discriminatie, 30 maart 2023")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Iedereen mag van de lijst, met uitzondering van Els.", "waits"),
        ("Please cancel all of us except Els.", "waits"),
        ("Cancel everybody apart from Els please.", "waits"),
        ("Alleen ik kom. De andere twee kunnen niet meer.", "waits"),
        ("De rest van het clubje haakt af. Ik kom wel.", "waits"),
        ("Staat Els nog op de lijst of heeft ze afgezegd?", "waits"),
        ("Could you double check that Wim is not down twice? He may have registered himself.", "waits"),
        ("Could you let me know whether Els has been taken off the list?", "waits"),
        ("Wilt u Els uitschrijven?", "-Els Bakker"),
        ("Could you take Els off the list?", "-Els Bakker"),
        (
            "We moeten alle drie afzeggen; er is die dag een ingelaste raadsvergadering.",
            "-Marije Tuinstra -Wim Smit -Els Bakker",
        ),
    ],
)
def test_of_several_whom_we_confirmed_only_those_meant_are_struck_off(text: str, asked: str) -> None:
    assert answered(text, *NAMES) == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Dit is naar mij gestuurd, maar ik ken die aanmelding niet.", "waits"),
        ("Ik sla ronde 1 over en voor de lunch meld ik mij af.", "waits"),
        ("Graag annuleren, ik ben ziek.", "-Marije Tuinstra"),
    ],
)
def test_who_answers_our_confirmation_is_not_signed_up_by_it(text: str, asked: str) -> None:
    assert answered(text, "Marije Tuinstra") == asked


@pytest.mark.parametrize(
    ("text", "subject", "asked"),
    [
        ("Heeft Kees Vroom zich afgemeld voor 30 maart?", "afmelden", "waits"),
        ("Is Els Bakker al uitgeschreven voor 30 maart?", "vraag", "waits"),
        ("Wilt u Kees Vroom uitschrijven voor 30 maart?", "afmelden", "-Kees Vroom"),
        ("Vorige week meldde ik me af voor 30 maart. Te vroeg gejuicht, ik kan nu toch wel.", "afmelding", "waits"),
        ("Ik had Kees Vroom willen afmelden voor 30 maart maar hij blijkt toch te kunnen.", "afmelding", "waits"),
        ("Mijn afmelding van vanochtend mag van tafel.", "afmelding 30 maart ingetrokken", "waits"),
        ("Mijn afzegging voor 30 maart was een vergissing. Houdt u mijn plek vast?", "afmelding", "waits"),
        ("Toch niet afmelden, mijn oppas kan.", "Afmelding 30 maart", "waits"),
        ("I cancelled my seat for 30 March this morning but it turns out I'm free.", "cancelled by mistake", "waits"),
        ("Ik schreef gisteren dat ik niet kon op 30 maart. Inmiddels is mijn afspraak verzet.", "afmelding", "waits"),
        ("Namens mijn man: hij kan 30 maart niet.", "afmelding", "waits"),
        ("De wethouder kan 30 maart niet.", "afmelding", "waits"),
        ("Onze stagiaire is ziek en zal er de 30e niet zijn.", "afmelding", "waits"),
        ("Eén van de drie die ik had opgegeven valt af.", "afmelding", "waits"),
        ("Collega Kees Vroom meldt zich morgen bij u af voor 30 maart.", "30 maart", "waits"),
        ("Ik heb Kees Vroom gevraagd zich bij u af te melden voor 30 maart.", "30 maart", "waits"),
        ("Kees Vroom vroeg mij hem af te melden voor 30 maart.", "afmelding", "-Kees Vroom"),
        ("Ik zeg mijn sportles af en kom 30 maart.", "30 maart", "waits"),
        ("Voor ronde 2 op 30 maart meld ik mij af, de rest van de dag ben ik er.", "ronde 2", "waits"),
        ("Voor 30 maart moet ik afzeggen. Mijn collega Els Bakker is er wel gewoon.", "Afmelding", "-Marije Tuinstra"),
        (
            "Ik kon het eerst nog schuiven maar dat lukt niet meer. Ik kan 30 maart niet.",
            "Afmelding",
            "-Marije Tuinstra",
        ),
        (
            "Mijn zoontje is ziek en hij kan niet alleen blijven, dus ik kan 30 maart niet komen.",
            "afmelding",
            "-Marije Tuinstra",
        ),
    ],
)
def test_no_seat_is_given_up_that_is_only_spoken_of(text: str, subject: str, asked: str) -> None:
    assert told(f"{text}\n\nMarije Tuinstra", subject) == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Els Bakker vervangt tijdelijk Kees Vroom als wethouder en komt op 30 maart.", "waits"),
        ("Els Bakker heeft de plek voor 30 maart van Kees Vroom gekregen.", "waits"),
        ("Niet Kees Vroom maar Els Bakker komt op 30 maart.", "waits"),
        ("Kees Vroom vroeg mij hem op 30 maart te vervangen, maar ik kan ook niet.", "waits"),
        ("Kees Vroom kan 30 maart niet. Els Bakker gaat in zijn plaats. Of Tom, dat zien we nog.", "waits"),
        ("Ik schrijf mij in voor 30 maart voor het geval dat Kees Vroom uitvalt.", "waits"),
        ("Kees Vroom kan 30 maart niet, Els Bakker gaat in zijn plaats.", "-Kees Vroom +Els Bakker"),
        ("Ik kom 30 maart. Voor het geval u vragen heeft: 06 12345678.", "+Marije Tuinstra"),
    ],
)
def test_of_two_one_takes_the_others_seat(text: str, asked: str) -> None:
    assert told(f"{text}\n\nMarije Tuinstra") == asked


@pytest.mark.parametrize("text", ["Kees, dit is echt iets voor jou, meld je aan!", "Voor jullie! Schrijf je snel in."])
def test_who_tells_others_to_sign_up_is_not_signed_up(text: str) -> None:
    assert told(text + INVITED, "FW: Uitnodiging 30 maart") == "waits"


@pytest.mark.parametrize(
    ("text", "letter", "asked"),
    [
        ("See below, but Tom changed his mind.", "Ik kom graag op 30 maart.", "waits"),
        ("Tom heeft zich inmiddels bedacht, zie hieronder.", "Ik kom graag op 30 maart.", "waits"),
        (
            "Hieronder de mail van Tom, die vanmorgen is opgenomen in het ziekenhuis.",
            "Ik kom graag op 30 maart.",
            "waits",
        ),
        ("Afgehandeld. Tom staat erop.", "Ik kom graag op 30 maart.", "waits"),
        ("NB dit was voor de editie van vorig jaar.", "Ik kom graag op 30 maart.", "waits"),
        ("Zie de reacties hieronder.", "Als Kees gaat, ga ik ook.", "waits"),
        (
            "Tom heeft zich bij mij aangemeld, hij is geen ambtenaar. Laten we hem toe?",
            "Ik meld mij aan voor 30 maart.",
            "waits",
        ),
        ("Tom had dit per ongeluk naar mij gestuurd. Graag inschrijven.", "Ik kom graag op 30 maart.", "+Tom Berg"),
        ("Graag onderstaande collega inschrijven.", "Ik kom graag op 30 maart.", "+Tom Berg"),
    ],
)
def test_what_is_said_above_a_letter_counts(text: str, letter: str, asked: str) -> None:
    assert told(text + from_tom(letter), "FW: 30 maart") == asked


@pytest.mark.parametrize("text", ["Ik ook!", "Idem!"])
def test_an_echo_of_a_refusal_is_no_sign_up(text: str) -> None:
    assert told(text + from_tom("Ik kan er niet bij zijn op 30 maart."), "RE: 30 maart") == "waits"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Voor 30 maart:\nWel: Kees Vroom, Els Bakker\nNiet: Tom Berg, Joost Brink", "waits"),
        ("Aanmelding 30 maart:\n- Kees Vroom\n- Els Bakker\n- ~~Tom Berg~~", "waits"),
        ("Aanmelding 30 maart:\n- Kees Vroom (v)\n- Els Bakker (x)\n- Tom Berg (v)", "waits"),
        ("Deelnemerslijst 30 maart:\nKees Vroom\nEls Bakker (was Tom Berg)", "waits"),
        ("Formulier\nNaam: Kees Vroom\nBijeenkomst: 30 maart\nIk kom: ja / nee", "waits"),
        ("Ik ben er op 30 maart: o ja o nee\nNaam: Kees Vroom", "waits"),
        ("Graag inschrijven: Els Bakker (30 maart), Tom Berg (20 juni), Ria Mol (beide).", "waits"),
        ("Wij komen op 30 maart met drie man: Kees Vroom, Els Bakker en Tom Berg.", "waits"),
        ("Aanmelding 30 maart:\n- Kees Vroom\n- Els Bakker", "+Kees Vroom +Els Bakker"),
        ("Aanmelding 30 maart\nNaam: Kees Vroom\nAantal personen: 1", "+Kees Vroom"),
    ],
)
def test_a_list_or_form_that_says_otherwise_of_one_waits(text: str, asked: str) -> None:
    assert told(f"{text}\n\nMarije Tuinstra") == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Kees Vroom komt op 30 maart. Dacht ik. Hij zegt net van niet.", "waits"),
        ("Leuk, 30 maart, dat wil ik niet missen! Nu zwemt mijn dochter die dag af. Dus, hoe jammer ook.", "waits"),
        ("Els Bakker komt 30 maart. Kees Vroom komt, tenminste, dat zei hij vorige maand.", "waits"),
        ("Aanmelden voor 30 maart: Els Bakker en Kees Vroom. PS van Els: haal mij er toch maar af.", "waits"),
        ("Ik kom 30 maart niet alleen.", "waits"),
        ("I'd come on 30 March in a heartbeat if it weren't for my exam.", "waits"),
        ("Ik kom 30 maart. Mijn chef zegt dat het niets kost.", "+Marije Tuinstra"),
    ],
)
def test_the_half_sentence_that_changes_everything(text: str, asked: str) -> None:
    assert told(f"{text}\n\nMarije Tuinstra") == asked
