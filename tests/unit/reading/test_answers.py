"""What answers a question of ours, asked before we registered anybody: a name, an event, whether somebody comes."""

import pytest

from mailbot.domain.reading import Kind
from mailbot.pipeline.understand import Understand
from mailbot.reading.judgement import judge as judging
from tests.unit.reading import quoting
from tests.unit.reading.everyday import mail
from tests.unit.reading.test_everyday_mails import read, understand
from tests.unit.reading.test_policy import reading_of

__all__ = ["understand"]  # the fixture


@pytest.fixture(autouse=True)
def _rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the second reader thinks of it depends on what it was taught last."""
    monkeypatch.setattr(judging, "agreed", lambda case, judged: judged(case))


def below(question: str) -> str:
    return f"\n\nOp ma 13 feb 2023 om 09:00 schreef Platform <platform@voorbeeldplatform.nl>:\n\n> {question}\n"


def answered(
    answer: str, question: str, sender: str = "Marije Tuinstra <marije@wierhaven.nl>"
) -> tuple[list[str], bool]:
    reading = reading_of(answer + below(question), Subject="RE: Uw bericht", From=sender)
    return [f"{r.action.value} {r.name}" for r in reading.requests], reading.review


FULL_NAME = "Dank voor uw aanmelding voor de lezing. Wat is uw volledige naam? Dan kunnen wij u inschrijven."
WHICH = "Bedoelt u de lezing van 9 maart?"
COLLEAGUE = "U meldde ook een collega aan voor de lezing. Hoe is zijn of haar naam?"


@pytest.mark.parametrize(
    ("sender", "answer"),
    [
        ("els.bakker@wierhaven.nl", "Natuurlijk, sorry! Els Bakker."),
        ("Bakker, E. <e.bakker@wierhaven.nl>", "Voluit Els Bakker. Groet!"),
        ("Els B. <els@voorbeeld.nl>", "els bakker\nen t is idd voor die van maart"),
        ("Els Bakker <els@voorbeeld.nl>", "Els Bakker is de hele naam. Mijn man Wim typt dit, hij blijft thuis."),
        ("Els Bakker <els@voorbeeld.nl>", "Full name for the badge: Els Bakker."),
    ],
)
def test_the_name_that_we_asked_for_signs_its_bearer_up(sender: str, answer: str) -> None:
    assert answered(answer, FULL_NAME, sender) == (["register Els Bakker"], False)


@pytest.mark.parametrize(
    "answer",
    ["Juist, die.", "Ja, dat bedoel ik.", "Klopt!", "Inderdaad, 9 maart.", "Yes, the one on 9 March.", "Ja hoor"],
)
def test_which_event_was_meant_signs_the_writer_up(answer: str) -> None:
    assert answered(f"{answer}\n\nMarije Tuinstra", WHICH) == (["register Marije Tuinstra"], False)


@pytest.mark.parametrize(
    ("answer", "question", "names"),
    [
        ("De collega over wie ik het had heet Els Bakker. Mij hadden jullie al.", COLLEAGUE, ["Els Bakker"]),
        ("Het betreft de heer T. Vos, voornaam Teun. Zelf kom ik niet.", COLLEAGUE, ["Teun Vos"]),
        (
            "Met Els bedoelde ik Els Bakker. En ja, haar en mij inschrijven.",
            COLLEAGUE,
            ["Els Bakker", "Marije Tuinstra"],
        ),
        ("Dat zijn Els Bakker en Wim Smit.", "Namens wie schrijft u?", ["Els Bakker", "Wim Smit"]),
    ],
)
def test_whoever_is_named_in_answer_to_who_it_is_comes(answer: str, question: str, names: list[str]) -> None:
    found, review = answered(f"{answer}\n\nMarije Tuinstra", question)

    assert (sorted(found), review) == (sorted(f"register {name}" for name in names), False)


@pytest.mark.parametrize(
    ("answer", "question"),
    [
        ("Dat weet ik niet meer. Wat is het verschil?", WHICH),
        ("Laat maar zitten, ik trek mijn verzoek in.", WHICH),
        ("Nee, een heel andere.", WHICH),
        ("De namen volgen nog.", COLLEAGUE),
        ("Ik kom daar later op terug.", FULL_NAME),
        ("Waarom wilt u dat weten?", FULL_NAME),
    ],
)
def test_an_answer_that_tells_nothing_signs_nobody_up(answer: str, question: str) -> None:
    found, review = answered(f"{answer}\n\nMarije Tuinstra", question)

    assert review or not any(request.startswith("register") for request in found)


EARLIER = "\n\nVan: Marije Tuinstra <marije@wierhaven.nl>\nVerzonden: 13 feb 2023\nOnderwerp: De lezing\n\n"


@pytest.mark.parametrize(
    ("before", "names"),
    [
        ("Is er bij de lezing nog plek?", ["register Marije Tuinstra"]),
        ("Kan ik mijn collega Els Bakker nog aanmelden voor de lezing?", []),
        ("Kunnen mijn man en ik naar de lezing komen?", []),
    ],
)
def test_an_answer_without_a_subject_is_of_whoever_asked_before(before: str, names: list[str]) -> None:
    text = f"Dan graag inschrijven.\n\nMarije Tuinstra{below('Ja, er is nog plaats.')}{EARLIER}{before}\n"
    reading = reading_of(text, Subject="RE: De lezing", From="Marije Tuinstra <marije@wierhaven.nl>")

    assert [f"{r.action.value} {r.name}" for r in reading.requests] == names
    assert reading.review is (names == [])


def test_a_colleague_who_signed_up_is_no_booking_of_the_writers() -> None:
    ours = "Heb je zin om naar de lezing te komen? Je collega Els Bakker heeft zich vorige week al ingeschreven."
    found = answered("Ja leuk, doe ik. Zet me maar op de lijst.\n\nMarije Tuinstra", ours)

    assert found == (["register Marije Tuinstra"], False)


def test_a_question_beside_a_confirmation_asks_for_no_seat() -> None:
    found, _ = answered("Nee hoor, dank u.\n\nMarije Tuinstra", "Els Bakker staat op de lijst. Komt u zelf ook?")

    assert not any(request.startswith("register") for request in found)


def test_the_names_that_our_own_letter_asks_for_are_registered(understand: Understand) -> None:
    letter = """Bedankt voor uw aanmelding voor **Gemeenten en de strijd tegen discriminatie**. U wilt iemand aanmelden,
maar wij konden in uw mail geen naam vinden.

Wilt u op deze mail antwoorden met van iedereen:

- de voornaam en achternaam
- het e-mailadres

**Let op:** er is nu nog niemand uit uw mail aangemeld. Dat doen wij als wij de namen hebben."""
    text = quoting.gmail("Dat is Wim Smit, w.smit@wierhaven.nl.\n\nGroet,\nEls Bakker", letter)
    reading = read(understand, mail("Els Bakker <e.bakker@wierhaven.nl>", "Re: Namen nodig", text))

    assert (reading.kind, [r.name for r in reading.requests], reading.review) == (Kind.SIGNUP, ["Wim Smit"], False)


def in_a_letter(text: str, quoted: str = "", subject: str = "RE: Uw bericht") -> tuple[set[str], bool]:
    reading = reading_of(f"{text}\n\nMarije Tuinstra{below(quoted) if quoted else ''}", Subject=subject)
    return {f"{r.action.value} {r.name}" for r in reading.requests}, reading.review


BOTH = "U bent aangemeld voor de lezing van 9 maart. Deelnemers: Marije Tuinstra, Wim Smit"


@pytest.mark.parametrize(
    ("text", "quoted", "asked"),
    [
        (
            "De wethouder die naar de lezing komt is mevrouw Els Bakker, niet wethouder Wim Smit.",
            "",
            {"register Els Bakker"},
        ),
        ("Uitkomst: Wim Smit blijft hier, Els Bakker en Noor Vos komen naar de lezing.", "",
         {"register Els Bakker", "register Noor Vos"}),
        ("Helaas moet ik er eentje van het lijstje schrappen: Wim Smit is ziek.", BOTH, {"cancel Wim Smit"}),
        (
            "U bevestigt hieronder de afmelding van Wim Smit. Voor hem in de plaats stuur ik Els Bakker.",
            "De heer Smit is afgemeld voor de lezing van 9 maart.",
            {"register Els Bakker"},
        ),
        (
            "I already have a place, as does Wim Smit. Could you also register Els Bakker for the lecture of 9 March?",
            "",
            {"register Els Bakker"},
        ),
    ],
)  # fmt: skip
def test_who_is_only_mentioned_beside_whoever_it_is_about_stays_out(text: str, quoted: str, asked: set[str]) -> None:
    assert in_a_letter(text, quoted) == (asked, False)


def test_to_ask_whether_ones_name_is_enough_sets_no_name_right() -> None:
    text = "Moet ik deze bevestiging uitprinten of volstaat mijn naam bij de ingang?"
    found, _ = in_a_letter(text, "U en de heer Wim Smit zijn ingeschreven voor de lezing.")

    assert not found
