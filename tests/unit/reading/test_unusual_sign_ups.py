"""Sign-ups in unusual words, in dialect, in another language; and what only looks like one of them."""

import pytest

from tests.unit.reading.test_policy import reading_of

SIGNED = "\n\nGroet,\nMarije Tuinstra"


@pytest.mark.parametrize(
    "text",
    [
        "Wilt u mijn naam toevoegen aan de gastenlijst van de lezing?",
        "Hou je voor de lezing een naamkaartje voor me apart?",
        "Zet voor mij maar een stoel klaar bij de lezing.",
        "Telt u er bij de lezing één bij, te weten mijzelf.",
        "Pennen jullie mij maar bij voor de lezing.",
        "Lezing 9 maart: ben er.",
        "Ik zal er wezen, bij de lezing.",
        "Aangemeld, graag, voor de lezing.",
        "Jullie kunnen mij op 9 maart bij de lezing verwachten.",
        "Een volmondig ja van mijn kant voor de lezing.",
        "Kindly keep a chair for me at the lecture on 9 March.",
        "I'd love to be in the room for the lecture on 9 March.",
        "Hiermit melde ich mich für die Lesung am 9. März an.",
        "Ik bin der by op 9 maart.",
        "Kom giern noar de lezing, schrief mie moar in.",
    ],
)
def test_unusual_words_sign_up_as_well(text: str) -> None:
    reading = reading_of(text + SIGNED, Subject="De lezing")

    assert [(r.action.value, r.name) for r in reading.requests] == [("register", "Marije Tuinstra")]
    assert (reading.review, reading.question) == (False, False)


@pytest.mark.parametrize(
    "text",
    [
        "Ik ben er nog niet uit, die lezing.",
        "Ik ben er klaar mee, die mails over de lezing.",
        "Voor geen goud kom ik naar de lezing.",
        "Van uw uitnodiging voor de lezing maak ik geen gebruik.",
        "Het is geen volmondig ja van mijn kant, die lezing.",
        "Zet voor mij geen stoel klaar bij de lezing.",
        "U hoeft mij bij de lezing niet te verwachten.",
        "Please don't keep a seat for me at the lecture.",
        "I would have loved to be in the room for the lecture.",
    ],
)
def test_the_same_words_denied_sign_up_nobody(text: str) -> None:
    reading = reading_of(text + SIGNED, Subject="De lezing")

    assert [r for r in reading.requests if r.action.value == "register"] == []
