"""Answers between the lines of our questions: what was asked, what is answered, and what is left open."""

import pytest

from mailbot.domain.reading import Action, Reading
from mailbot.pipeline.understand import Understand
from mailbot.reading.judgement import judge as judging
from mailbot.reading.letter.answered import fields_asked
from mailbot.reading.letter.letters import letters
from tests.office import PLATFORM
from tests.unit.reading.everyday import WORKSHOPS, mail
from tests.unit.reading.test_everyday_mails import read, understand

__all__ = ["understand"]  # the fixture

ELS = "Els Bakker <els.bakker@wierhaven.nl>"
WORK, DIET = "Wat is uw functie en voor welke organisatie komt u?", "Heeft u dieetwensen?"
FIRST = "2. Wilt u in ronde 1 (12:00) een workshop volgen: Lokaal\n> antidiscriminatiebeleid of Vooroordelen Voorbij?"
TURNED = "2. Ronde 1 (12:00): Vooroordelen Voorbij of Lokaal antidiscriminatiebeleid?"
SECOND, THIRD = "3. En in ronde 2?", "4. En in ronde 3 (zelfde keuze)?"
JURIST, NONE = (WORK, "Jurist, gemeente Tiel"), (DIET, "Nee")
MISSING = "Om u te kunnen inschrijven voor 30 maart horen wij graag nog het volgende."
BOOKED = "U bent ingeschreven voor 30 maart. We hebben nog geen keuze van u ontvangen."


@pytest.fixture(autouse=True)
def _rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the second reader thinks of it depends on what it was taught last."""
    monkeypatch.setattr(judging, "agreed", lambda case, judged: judged(case))


def filled_in(
    understand: Understand, *talk: tuple[str, str], head: str = MISSING, top: str = "Zie hieronder.", below: str = ""
) -> Reading:
    """The reading of a mail that answers those questions of ours."""
    between = "".join(f"> {question}\n\n{answer}\n\n" for question, answer in talk)
    text = (
        f"{top}\n\nOp 8 mrt 2023 om 16:20 schreef Platform <{PLATFORM}>:\n"
        f"> Beste mevrouw Bakker,\n>\n> {head}\n>\n{between}> Met vriendelijke groet,\n> Platform\n\n"
        f"{below}Groet, Els Bakker\n"
    )
    return read(understand, mail(ELS, "Re: Nog enkele vragen", text))


def chosen(reading: Reading) -> str:
    """In short, as everyday mails have it: "1A 3B"."""
    letter = {slug: short for short, slug in WORKSHOPS.items()}
    return " ".join(f"{c.round or '-'}{letter[c.workshop]}" for c in reading.requests[0].workshops)


@pytest.mark.parametrize(
    ("talk", "workshops"),
    [
        (((FIRST, "De laatste van de twee"), (SECOND, "Nee, dan heb ik overleg"), (THIRD, "De andere")), "1B 3A"),
        (((FIRST, "de eerste graag"), (SECOND, "Die sla ik over."), (THIRD, "Dan de andere.")), "1A 3B"),
        (((TURNED, "De eerste."), (SECOND, "Deze ronde niet, ik haal iemand af."), (THIRD, "dezelfde")), "1B 3B"),
        (((FIRST, "Overslaan"), (SECOND, "Vooroordelen Voorbij"), (THIRD, "Doe dan maar de andere")), "2B 3A"),
        (((FIRST, "The second one please"), (SECOND, "The other one"), (THIRD, "I'll skip that one")), "1B 2A"),
        (((FIRST, "Geen van beide, ik ga de markt op."), (SECOND, "Hier de tweede."), (THIRD, "-")), "2B"),
        ((("Welke workshop wilt u in ronde 1?\n> - Lokaal beleid\n> - Vooroordelen Voorbij", "De tweede"),), "1B"),
        (
            (("Wilt u een workshop volgen (Lokaal beleid of Vooroordelen)?", "De tweede, de ronde maakt niet uit"),),
            "-B",
        ),
        ((("Heeft u een voorkeur voor een workshop, en in welke ronde?", "Lokaal beleid, 1e ronde"),), "1A"),
    ],
)
def test_the_order_in_the_question_is_meant_and_what_was_asked_before_goes_on(
    understand: Understand, talk: tuple[tuple[str, str], ...], workshops: str
) -> None:
    reading = filled_in(understand, JURIST, *talk, NONE)

    assert (reading.review, reading.requests[0].action, chosen(reading)) == (False, Action.REGISTER, workshops)
    assert (reading.requests[0].role, reading.requests[0].organisation) == ("Jurist", "Gemeente Tiel")


@pytest.mark.parametrize(
    "answer",
    [
        "Weet ik nog niet",
        "De eerste of de tweede",
        "Nee, doe maar de tweede",
        "Niet de eerste",
        "Liever geen Vooroordelen Voorbij",
        "Ja",
        "De derde",
        "De eerste, tenzij die vol is",
        "De eerste, of toch de andere?",
        "Beide",
    ],
)
def test_a_choice_that_is_not_understood_waits_for_a_person(understand: Understand, answer: str) -> None:
    reading = filled_in(understand, JURIST, (FIRST, answer), NONE)

    assert "unclear_workshop" in reading.reasons


@pytest.mark.parametrize(
    ("question", "answer", "role", "organisation"),
    [
        (WORK, "Consulent werk en inkomen bij de gemeente Borne.", "Consulent werk en inkomen", "Gemeente Borne"),
        (WORK, "Gemeente Ede, gebiedsmakelaar", "gebiedsmakelaar", "Gemeente Ede"),
        (WORK, "Movisie, ik ben daar adviseur.", "adviseur", "Movisie"),
        ("1. Voor welke organisatie werkt u,\n> en wat is daar uw functie?", "Movisie, trainer", "trainer", "Movisie"),
        ("Onder welke naam en functie mogen wij u noteren?", "Els Bakker, trainer, Movisie", "trainer", "Movisie"),
        ("What is your job title and organisation?", "Policy officer, Movisie", "Policy officer", "Movisie"),
    ],
)  # fmt: skip
def test_a_question_may_ask_two_things(
    understand: Understand, question: str, answer: str, role: str, organisation: str
) -> None:
    reading = filled_in(understand, (question, answer), (DIET, "Ja, geen pinda's (allergie)"))

    (request,) = reading.requests
    assert (reading.review, request.action) == (False, Action.REGISTER)
    assert (request.name, request.role, request.organisation) == ("Els Bakker", role, organisation)
    assert request.diet == "geen pinda's"


@pytest.mark.parametrize("question", ["Mogen wij u inschrijven?", "Zal ik u dan aanmelden?", "Komt u op 30 maart?"])
@pytest.mark.parametrize("answer", ["Dat mag.", "Ja graag!", "Doe maar", "Zeker."])
def test_who_lets_us_put_them_on_the_list_comes(understand: Understand, question: str, answer: str) -> None:
    reading = filled_in(understand, (question, answer), JURIST, NONE)

    assert (reading.review, [r.name for r in reading.requests]) == (False, ["Els Bakker"])


@pytest.mark.parametrize(
    "answer", ["Dat hoort u nog.", "Als mijn agenda het toelaat.", "Nee, liever niet.", "Nee, Wim Smit komt."]
)
def test_an_answer_that_leaves_open_whether_one_comes_waits_for_a_person(understand: Understand, answer: str) -> None:
    assert filled_in(understand, ("Mogen wij u inschrijven?", answer), JURIST, NONE).review


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (DIET, "Ja"),
        (DIET, "Nee, maar mijn collega Wim Smit wel: vegetarisch"),
        (DIET, "Nee. Mijn collega Wim Smit komt ook."),
        ("Hoe reist u naar Utrecht?", "Met de trein"),
        ("Wilt u zich aanmelden voor de nieuwsbrief?", "Nee, dank u"),
        ("Komt u met de trein?", "Nee"),
        ("Komen er nog collega's mee?", "Ja, Wim Smit"),
        ("Onder welke naam en functie mogen wij u noteren?", "Wim Smit, jurist"),
    ],
)
def test_what_no_answer_is_expected_to_say_waits_for_a_person(
    understand: Understand, question: str, answer: str
) -> None:
    assert "unclear_answer" in filled_in(understand, JURIST, (question, answer), NONE).reasons


def test_who_gives_the_seat_up_below_the_answers_is_not_put_on_the_list(understand: Understand) -> None:
    reading = filled_in(understand, JURIST, NONE, below="Helaas ben ik toch verhinderd, dus schrijf mij niet in.\n\n")

    assert reading.review


def test_below_our_confirmation_the_answers_change_what_is_booked(understand: Understand) -> None:
    rounds = [
        f"Workshopronde {n} ({h}:00): Lokaal beleid / Vooroordelen Voorbij" for n, h in ((1, 12), (2, 14), (3, 15))
    ]
    answers = zip(rounds, ("de tweede", "sla ik over", "Lokaal beleid"), strict=True)
    reading = filled_in(understand, *answers, head=BOOKED)

    assert (reading.review, reading.requests[0].action, chosen(reading)) == (False, Action.CHANGE, "1B 3A")


def test_who_signs_above_the_answers_has_not_ended_the_letter(understand: Understand) -> None:
    reading = filled_in(understand, JURIST, (FIRST, "De tweede"), NONE, top="Antwoorden staan ertussen. Groet, Els")

    assert (reading.review, chosen(reading)) == (False, "1B")


@pytest.mark.parametrize(
    ("question", "fields"),
    [
        ("Voor welke gemeente werkt u, en als wat?", ("organisation", "role")),
        ("Naam (zoals op de badge):", ("name",)),
        ("Naam leidinggevende:", ("other",)),
        ("Wilt u in ronde 2 een workshop volgen?", ("asked",)),
        ("Heeft u dieetwensen of een allergie?", ("diet",)),
        ("Mogen wij u inschrijven voor 30 maart?", ("coming",)),
        ("Neemt u iemand mee?", ("company",)),
        ("Wilt u zich aanmelden voor de nieuwsbrief?", ()),
        ("Heeft u nog vragen?", ()),
    ],
)
def test_what_a_question_asks_for(question: str, fields: tuple[str, ...]) -> None:
    assert fields_asked(question) == fields


@pytest.mark.parametrize(
    ("quoted", "question"),
    [
        ("> 1. Wat is uw\n> functie?", "Wat is uw functie?"),
        ("> Wat fijn. En dan nog dit: komt u?", "En dan nog dit: komt u?"),
        ("> Heeft u dieetwensen? (bijv. vegetarisch. Of halal)", "Heeft u dieetwensen? (bijv. vegetarisch. Of halal)"),
        ("> Welke?\n> - A\n> - B", "Welke? - A - B"),
        ("> - Functie:", "Functie:"),
        ("> Wat is uw functie?\n>\n> Met vriendelijke groet,\n> Platform", ""),
        ("> U bent aangemeld.", ""),
    ],
)
def test_the_last_question_counts_however_it_is_wrapped(quoted: str, question: str) -> None:
    (own, *_) = letters(f"Zie hieronder.\n\n{quoted}\n\nEen antwoord\n\n> Tot dan!\n", "platform@voorbeeldplatform.nl")

    assert [answer.question for answer in own.answers] == [question] * bool(question)
