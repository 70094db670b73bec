"""Which questions wait for an answer, and which are requests in the form of one."""

import pytest

from tests.unit.reading.test_policy import reading_of

SIGNED = "\n\nGroet,\nMarije Tuinstra"


@pytest.mark.parametrize(
    "text",
    [
        "Wilt u mij inschrijven voor de lezing?",
        "Mag ik op de lijst voor de lezing?",
        "Noteren jullie mij voor de lezing?",
        "Schrijft u mij in voor de lezing?",
        "Is er nog plaats? Dan kom ik graag naar de lezing.",
        "Ik kom graag naar de lezing. Kan dat nog doorgegeven worden?",
        "Ik kom graag naar de lezing. Kan er rekening worden gehouden met mijn glutenallergie?",
        "Ik kom graag naar de lezing. Wilt u mij een bevestiging sturen?",
        "Ik kom graag naar de lezing; ik ben benieuwd hoe anderen dat aanpakken.",
        "I would like to attend the lecture. Could you confirm?",
    ],
)
def test_what_is_answered_by_doing_it_is_no_question(text: str) -> None:
    reading = reading_of(text + SIGNED)

    assert (reading.kind.value, reading.question) == ("signup", False)


@pytest.mark.parametrize(
    "text",
    [
        "Ik kom graag naar de lezing. Is er een ringleiding?",
        "Ik kom graag naar de lezing. Kunt u mij laten weten of er parkeerplaatsen zijn?",
        "Ik kom graag naar de lezing en hoor graag of er een verslag komt.",
        "Ik kom graag naar de lezing. Hoe laat begint de inloop?",
        "Zet mij op de lijst voor de lezing. Krijgen deelnemers een bewijs?",
        "I would like to attend the lecture. Could you tell me whether there is parking?",
    ],
)
def test_what_only_words_can_answer_is_a_question(text: str) -> None:
    reading = reading_of(text + SIGNED)

    assert (reading.kind.value, reading.question) == ("signup", True)


@pytest.mark.parametrize(
    "text",
    [
        "Kunnen studenten ook naar de lezing komen?",
        "Can students come to the lecture too, and is any of it in English?",
        "Komt er een verslag van de lezing voor wie niet kan?",
        "Kunt u nagaan of ik op de lijst sta?",
        "Hoe kan ik me aanmelden voor de lezing?",
        "Wij plaatsen een bericht, zodat raadsleden zich zelf kunnen aanmelden. Wat is het programma?",
    ],
)
def test_who_only_asks_is_signed_up_for_nothing(text: str) -> None:
    reading = reading_of(text + SIGNED)

    assert (reading.kind.value, [r.name for r in reading.requests]) == ("question", [])


@pytest.mark.parametrize(
    "text",
    [
        "Is het nog mogelijk om aan te melden voor de lezing?",
        "Ik heb nog geen bevestiging gehad van mijn aanmelding. Klopt dat?",
        "Mag ik de uitnodiging voor de lezing doorsturen aan collega's?",
        "Wat is de uiterste inschrijfdatum?",
        "Hebben jullie mijn aanmelding voor de lezing ontvangen?",
        "Tot wanneer kan ik mij aanmelden voor de lezing?",
        "Mijn collega Wim Bos is al aangemeld. Krijgt hij een bewijs van deelname?",
        "Graag ontvang ik meer informatie over de lezing voordat ik beslis.",
        "Is registration for the lecture still open?",
    ],
)
def test_a_question_about_signing_up_is_none_itself(text: str) -> None:
    reading = reading_of(text + SIGNED, Subject="Vraag")

    assert (reading.kind.value, [r.name for r in reading.requests]) == ("question", [])


@pytest.mark.parametrize(
    "text",
    [
        "Wie gaat er mee naar de lezing? Ik! Zet mij maar op de lijst.",
        "Zou ik dit willen missen? Nee dus. Zet mij op de lijst voor de lezing.",
        "Hoe kan ik daar nee tegen zeggen? Ik kom graag naar de lezing.",
        "Ik kom naar de lezing. Mag ik in alle rondes iets anders? Nee grapje, er zijn er maar twee.",
        "Why not? Please register me for the lecture.",
    ],
)
def test_a_question_that_the_writer_answers_waits_for_no_answer(text: str) -> None:
    reading = reading_of(text + SIGNED)

    assert (reading.kind.value, reading.question, reading.review) == ("signup", False, False)


@pytest.mark.parametrize("text", ["Kom ik naar de lezing? Nee.", "Zet mij op de lijst voor de lezing. Grapje!"])
def test_what_is_taken_back_in_the_next_breath_is_put_to_a_person(text: str) -> None:
    assert "contradiction" in reading_of(text + SIGNED).reasons


@pytest.mark.parametrize(
    "text",
    [
        "Kunt u mij laten weten of hij bij u bekend is als deelnemer?",
        "Voor de collega's die met de trein komen zou ik graag weten of de zaal vroeg open is.",
        "Wie van ons staan er op de lijst voor de lezing? Zelf hoef ik niet op de lijst.",
        "Zou u mij kunnen vertellen wie van onze gemeente komt?",
        "Op 9 maart zit ik in Rome, dus aanmelden heeft geen zin. Komt er een verslag?",
        "Voor een collega die zich al heeft opgegeven wil ik iets vragen. Zij zit in een rolstoel; is er een lift?",
        "Ik kan die dag de deur niet uit, maar had het verhaal graag gehoord. Is er een livestream?",
        "Mijn naam staat al bij u op de lijst. Ik kom met de auto; waar kan ik parkeren?",
        "Op de deelnemerslijst prijk ik al. Ik kom per fiets, is er een stalling?",
    ],
)
def test_who_only_wants_to_know_something_gets_no_seat_and_loses_none(text: str) -> None:
    reading = reading_of(text + SIGNED, Subject="Vraagje")

    assert (reading.kind.value, reading.review) == ("question", True)


def test_who_applies_for_a_job_signs_up_for_nothing() -> None:
    reading = reading_of("Hierbij meld ik mij aan als kandidaat voor uw vacature." + SIGNED, Subject="Sollicitatie")

    assert not reading.requests
