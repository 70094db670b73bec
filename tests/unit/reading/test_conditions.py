"""What a sign-up depends on, who comes without a name or as something else than a guest: for a person to see."""

import pytest

from tests.unit.reading.test_doubts import reading_of


@pytest.mark.parametrize(
    "text",
    [
        "Ik kom op 30 maart, aannemende dat mijn zus op de kinderen kan passen.",
        "Meld mij aan voor 30 maart, ervan uitgaande dat de NS niet staakt.",
        "Ik wil graag komen op 30 maart. Het laatste woord is aan mijn teamleider, die is tot maandag weg.",
        "Schrijf mij in voor 30 maart. Als de kiezer anders beslist op de 15e, vervalt dat natuurlijk.",
        "Hou voor 30 maart een plekje voor me warm, ik hoor eind deze maand of ik vrij ben.",
        "Ik kom alleen op 30 maart als er een tolk gebarentaal is.",
        "Wim de Groot en Els Bakker komen op 30 maart. Els alleen als haar cursus uitvalt.",
        "Wim de Groot en Els Bakker komen op 30 maart, Els moet het nog wel thuis regelen.",
        "I'll be there on 30 March if my visa comes through.",
        "Please register me for 30 March. My manager still has to sign off on it.",
        "Please add me for 30 March. I'll confirm once childcare is arranged.",
        "Ik meld me aan voor 30 maart maar moet nog een dag vrij vragen.",
        "Ik geef me op voor 30 maart, zekerheid heb ik pas na de verkiezingen.",
        "Graag inschrijven voor 30 maart. Komt de trein niet dan kom ik niet.",
        "Graag inschrijven voor 30 maart. Eerst word ik geopereerd, we zullen zien hoe ik me dan voel.",
        "If it is free of charge, I will come on 30 March.",
        "Als mijn dochter van 12 mee mag, dan wil ik komen op 30 maart.",
        "Als er geen kosten aan verbonden zijn, en dat neem ik aan, dan meld ik mij aan voor 30 maart.",
        "Put me on the list for 30 March, but don't be surprised if I have to drop out.",
    ],
)
def test_a_condition_is_one_in_any_words(text: str) -> None:
    reading = reading_of(text)

    assert {"reserve", "condition", "undecided"}.intersection(reading.reasons)


@pytest.mark.parametrize(
    "text",
    [
        "Indien particulieren welkom zijn, en daar ga ik van uit, dan wil ik mij opgeven voor 30 maart.",
        "Als studenten ook mogen komen, meld ik mij graag aan voor 30 maart.",
        "Als het ook voor vrijwilligers bedoeld is, kom ik graag op 30 maart.",
        "Wanneer 30 maart voor iedereen toegankelijk is, zou ik graag komen.",
        "Is 30 maart ook toegankelijk voor burgers? Zo ja, dan meld ik mij aan.",
        "Zijn particulieren welkom op 30 maart? Dan graag één plaats.",
        "If members of the public are welcome on 30 March, I'd like to sign up.",
        "Als inwoner kom ik graag op 30 maart. Mocht de dag alleen voor gemeenten zijn, dan hoor ik het.",
        "Graag meld ik mij aan voor 30 maart. Ik weet niet of inwoners ook welkom zijn.",
        "Ik kom graag op 30 maart. Is het ook voor niet-ambtenaren?",
        "Ik ben geen ambtenaar, maar kom graag op 30 maart. Mag dat?",
    ],
)
def test_who_is_welcome_an_organiser_decides(text: str) -> None:
    assert reading_of(text).reasons == ("admission",)


@pytest.mark.parametrize(
    "text",
    [
        "Ik meld mijn hele klas aan voor 30 maart.",
        "Ik kom op 30 maart, met de kinderen want die hebben studiedag.",
        "Ik kan 30 maart niet. Er komt iemand anders in mijn plaats.",
        "Ik kan 30 maart niet. Iemand van mijn team neemt mijn plek over.",
        "Ik kom samen met Wim de Groot op 30 maart, of met zijn vrouw als hij ziek is.",
        "Graag inschrijven voor 30 maart: zie de namen in de bijlage.",
        "Ik geef me op voor 30 maart, maar dan wel als spreker.",
        "Zet mij voor 30 maart maar als workshopleider op de lijst.",
        "Els Bakker en haar assistent komen op 30 maart.",
        "Graag inschrijven voor 30 maart: Els Bakker + 1.",
        "Ik ben er 30 maart bij!! NOT.",
        "Ja hoor, alsof ik op 30 maart ga zitten luisteren naar dat geneuzel. Schrijf me in!",
        "Ik meld mij aan voor 30 maart. Op 30 maart heb ik een begrafenis.",
        "Kan ik op 30 maart een kraampje neerzetten? Ik kom dan graag.",
        "Graag aanmelden voor 30 maart. Bij nader inzien laat ik deze toch maar aan mij voorbijgaan.",
    ],
)
def test_who_comes_without_a_name_or_otherwise_is_asked_about(text: str) -> None:
    assert reading_of(text).review


@pytest.mark.parametrize(
    "text",
    [
        "Ik moet alleen nog vervoer regelen.",
        "Doe mij dan maar een broodje zonder vlees.",
        "Als ik tenminste de goede datum heb onthouden!",
        "Een stand hoeft niet, ik kom luisteren.",
        "Zou het mogelijk zijn mij vooraan te zetten?",
    ],
)
def test_and_what_sets_none_is_not(text: str) -> None:
    reading = reading_of(f"Ik meld me aan voor 30 maart. {text}")

    assert [(r.action.value, r.name) for r in reading.requests] == [("register", "Marije Tuinstra")]
    assert reading.reasons == ()


def test_who_comes_only_if_somebody_cancels_waits_for_a_person() -> None:
    reading = reading_of("Ik ben te laat. Maar als iemand afzegt wil ik graag komen op 30 maart. Zet u mij op reserve?")

    assert reading.review
