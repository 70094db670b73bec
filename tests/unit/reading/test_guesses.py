"""A guess or a hope puts a sign-up in doubt where it is the coming that is guessed or hoped."""

import pytest

from tests.unit.reading.test_doubts import reading_of


@pytest.mark.parametrize(
    "text",
    [
        "Ik kom met de bus en hoop dat ik de zaal kan vinden!",
        "Ik hoop dat ik er iets van opsteek voor ons nieuwe beleid.",
        "Dan weet ik of ons beleid nog een beetje bij de tijd is.",
        "De kans is groot dat ik jullie de oren van het hoofd vraag, want ik ben net begonnen.",
        "Ik ben voorlopig aangesteld als adviseur inclusie in Ede.",
        "Door een operatie zit ik dan waarschijnlijk in een rolstoel, dus graag een toegankelijke plek.",
        "Onze wethouder is die dag vermoedelijk op reis, ik ben er dus alleen.",
        "Ik weet nog niet veel van het onderwerp, dus ik kom vooral luisteren.",
        "I might bring some leaflets about our helpdesk.",
        "I hope I'll finally meet some of you in person.",
    ],
)
def test_a_guess_about_something_else_holds_up_nothing(text: str) -> None:
    reading = reading_of(f"Graag aanmelden voor 30 maart. {text}")

    assert [r.action.value for r in reading.requests] == ["register"]
    assert reading.reasons == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ik ben er waarschijnlijk wel.",
        "Waarschijnlijk.",
        "Schrijf mij voorlopig in.",
        "Ik hoop dat ik kan, maar mijn dienst staat nog niet vast.",
        "Ik hoop dat ik vrij krijg.",
        "Dan weet ik of ik oppas heb.",
        "De kans is groot dat ik moet werken.",
        "Vermoedelijk wordt het toch mijn collega.",
        "I might have to be in court that day.",
        "I'm not sure I can make it.",
    ],
)
def test_a_guess_about_coming_is_asked_about(text: str) -> None:
    assert reading_of(f"Graag aanmelden voor 30 maart. {text}").review
