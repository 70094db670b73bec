"""What only looks open, and may be done, beside what looks settled, and must wait: who is put on the list, what else
was given up, from when something holds, which of two events is left, whose coming a count or a "zelf" leaves out."""

import pytest

from mailbot.domain.reading import Action
from tests.unit.reading.test_which_event import DEN_HAAG, UTRECHT, reading_of

LIST = "\n\nJoke Zandstra\nAmina Bouali"
BULLETS = "\n\n- Joke Zandstra\n- Amina Bouali\n\n"
WRITER = "Marije Tuinstra"
SIGNED = f"\n\nMet vriendelijke groet,\n{WRITER}\n"
MARKS = {Action.REGISTER: "", Action.CANCEL: "-", Action.CHANGE: "~"}


def done(text: str, subject: str = "Aanmelding") -> list[str] | None:
    """Who is signed up ("-": cancelled, "~": changed), in order of the alphabet; None where a person must look."""
    reading = reading_of(text + SIGNED, subject)
    return None if reading.review else sorted(f"{MARKS[r.action]}{r.name}" for r in reading.requests)


@pytest.mark.parametrize(
    "text",
    [
        "Hierbij geef ik u de raads- en commissieleden op die uw themadag van 30 maart bezoeken:" + LIST,
        "Bij dezen meld ik u de ambtenaren aan die aan uw congres van 30 maart deelnemen:" + LIST,
        "Ik geef u hierbij de namen door van de raadsleden die uw themadag op 30 maart bezoeken:" + LIST,
        "Hierbij melden wij de collega's aan die uw dag van 30 maart bijwonen:" + LIST,
        "Hierbij geef ik de volgende medewerkers op die 30 maart bijwonen: Joke Zandstra en Amina Bouali.",
        "I hereby register the council members who will attend your meeting on 30 March:" + BULLETS,
    ],
)
def test_whoever_is_put_on_the_list_comes_and_not_the_writer(text: str) -> None:
    assert done(text) == ["Amina Bouali", "Joke Zandstra"]


@pytest.mark.parametrize(
    "text",
    [
        "Hierbij geef ik mezelf op en mijn collega die 30 maart bijwoont: Joke Zandstra.",
        f"Hierbij geef ik u de collega's op die 30 maart bijwonen:\n\n{WRITER}\nJoke Zandstra",
    ],
)
def test_the_writer_comes_where_the_writer_is_named(text: str) -> None:
    assert done(text) == ["Joke Zandstra", WRITER]


def test_the_writer_who_speaks_of_others_comes() -> None:
    text = "Hierbij geef ik mij op voor 30 maart. Ik ben een van de raadsleden die vorig jaar uw themadag bezochten."

    assert done(text) == [WRITER]


@pytest.mark.parametrize(
    "text",
    [
        "Hierbij geef ik u de raadsleden op die uw themadag van 30 maart bezoeken.",
        "I hereby register the colleagues who may attend on 30 March: Joke Zandstra and Amina Bouali.",
    ],
)
def test_who_comes_perhaps_or_without_a_name_waits(text: str) -> None:
    assert done(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Ik moet mij afmelden, ik begin met ingang van maandag 3 april ergens anders.",
        "Haal mij s.v.p. van de lijst. Per 1 april heb ik een andere baan.",
        "Please take me off the list. I have a new job as of 3 April.",
    ],
)
def test_a_day_from_which_on_something_holds_is_no_meetings(text: str) -> None:
    assert done(text, "Afmelding") == [f"-{WRITER}"]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Graag inschrijven voor de cursus per 3 april.", "Cursus"),
        ("Ik moet mij afmelden voor de bijeenkomst van 3 april.", "Afmelding"),
        ("Helaas kan ik niet: ik meld me af voor 3 april.", "Afmelding"),
        ("Graag een plek, per 4 april zijn wij er met drie man.", "Bijeenkomst"),
    ],
)
def test_a_day_of_a_meeting_that_we_do_not_hold_waits(text: str, subject: str) -> None:
    assert done(text, subject) is None


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        (
            "A colleague in The Hague pointed me to your event on municipalities and discrimination. Sign me up.",
            UTRECHT,
        ),
        ("Een vriendin in Den Haag stuurde mij de aankondiging door. Graag een plek op 30 maart.", UTRECHT),
        ("Graag een plaats bij de middag in Den Haag.", DEN_HAAG),
        ("Graag een plek op jullie bijeenkomst in Den Haag over mensenrechten.", DEN_HAAG),
        ("Ik wilde naar 30 maart en naar 20 juni. Het wordt alleen 20 juni. Schrijft u mij daarvoor in?", DEN_HAAG),
        (
            "Zowel 30 maart als 20 juni had ik op het oog, maar ik kom alleen naar Den Haag. Graag inschrijven.",
            DEN_HAAG,
        ),
        ("I had hoped to make both 30 March and 20 June, but it will be only 30 March. Please sign me up.", UTRECHT),
    ],
)
def test_one_of_two_events_is_told_by_where_its_words_stand(text: str, slug: str) -> None:
    reading = reading_of(text + SIGNED)

    assert (reading.event, reading.review, len(reading.requests)) == (slug, False, 1)


@pytest.mark.parametrize(
    "text",
    [
        "Please register me for your event in The Hague on discrimination.",
        "Graag een plek op jullie bijeenkomst in Den Haag over discriminatie.",
        "Ik kom graag naar het stadhuis in Den Haag voor de strijd tegen discriminatie.",
        "Ik dacht aan 30 maart en 20 juni. Misschien wordt het alleen 20 juni. Schrijf me in.",
        "Ik meld me aan voor 30 maart. En voor 20 juni. Of nee, ik kom alleen op 20 juni.",
        "Ik dacht aan 30 maart en 20 juni. Mijn vrouw komt alleen op 20 juni. Schrijf ons in.",
    ],
)
def test_words_of_both_events_for_one_wait(text: str) -> None:
    assert done(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Onze teamdag is op dezelfde dag, maar daar heb ik me voor afgemeld. Graag een plek op 30 maart.",
        "Graag een plek op 30 maart. Ons teamoverleg viel die dag ook, maar daar heb ik me met pijn in het hart (echt)"
        " voor afgemeld.",
        "Aangezien een collega van mijn gang op het podium staat kan ik niet achterblijven. Graag plek op 30 maart.",
        "Nu een collega van ons bij jullie spreekt mag ik niet ontbreken op 30 maart. Schrijf mij in.",
        "Graag een plek op 30 maart. Is er parkeergelegenheid, en zo ja, hoeveel kost dat?",
        f"Naam: {WRITER}\nDatum: 30 maart\nOpmerking: krijg ik een parkeerkaart, en zo ja, hoe vraag ik die aan?",
        "Ik schrijf me in voor 30 maart. Mijn agenda is al vol, maar dit gaat voor.",
        "Ik kom graag op 30 maart. Ik ben fotograaf.",
    ],
)
def test_what_only_tells_why_or_asks_by_the_way_leaves_nothing_open(text: str) -> None:
    assert done(text) == [WRITER]


@pytest.mark.parametrize(
    "text",
    [
        "Jullie bijeenkomst van 30 maart past me niet meer, daar heb ik me gisteren voor afgemeld.",
        "Aangezien een collega ook gaat kan ik niet achterblijven. Graag een plek op 30 maart.",
        "Omdat een collega met mij meereist kan ik niet achterblijven. Graag inschrijven voor 30 maart.",
        f"Naam: {WRITER}\nDatum: 30 maart\nOpmerking: worden reiskosten vergoed, en zo nee, dan kom ik niet",
        f"Naam: {WRITER}\nDatum: 30 maart\nOpmerking: mag mijn man mee, en zo ja, kunt u hem ook inschrijven?",
        "Ik kom op 30 maart, al zie ik het nog niet gebeuren.",
        "I will come on 30 March, though I don't see it happening.",
        "Ik kom op 30 maart met een cameraman.",
        "Wim Smit will attend on 30 March and so will his wife.",
        "My colleague Wim Smit will come on 30 March, and so will his partner.",
        "Wim Smit en Els Bos komen op 30 maart, en onze bode ook.",
        "Wij komen met z'n drieën op 30 maart: Joke Zandstra, Amina Bouali en Ida Bos.",
        "We komen met een delegatie op 30 maart:" + BULLETS + "Zelf mag ik de tent openhouden.",
        "Willen jullie mij inschrijven voor de training van 30 maart in de brandweerkazerne?",
        "Niet Wim Smit maar Noor Bos komt op 30 maart.",
    ],
)
def test_what_leaves_open_who_comes_waits(text: str) -> None:
    assert done(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Wij komen met z'n drieën op 30 maart: Joke Zandstra, Amina Bouali en ik.",
        "Ik kom op 30 maart met twee collega's:" + BULLETS + "Zelf neem ik de trein van 8.12 uur.",
        f"We komen met een delegatie op 30 maart:{BULLETS.rstrip()}\n- {WRITER}\n\nZelf eet ik vegetarisch.",
    ],
)
def test_a_writer_who_is_counted_or_named_comes(text: str) -> None:
    assert done(text) == ["Amina Bouali", "Joke Zandstra", WRITER]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Sta ik al op de lijst voor 30 maart? Ik ben veganist.", "Lijst"),
        ("Am I on the list for 30 March? I'm vegan.", "List"),
        ("U kunt mij schrappen, of houden.", "30 maart"),
        ("Haal mij van de lijst, of laat mij staan, wat u het handigst vindt.", "30 maart"),
    ],
)
def test_a_seat_of_which_nobody_is_sure_stays_as_it_is(text: str, subject: str) -> None:
    assert done(text, subject) is None


@pytest.mark.parametrize(
    ("text", "subject", "what"),
    [
        (
            "Ik heb me aangemeld voor 30 maart. Sta ik op de lijst? Ik ben veganist, wilt u dat noteren?",
            "Dieet",
            ["~"],
        ),
        ("Ik kan niet komen op 30 maart. Kunt u mij schrappen of moet dat elders?", "Afmelding", ["-"]),
        ("Onze heidag valt op 30 maart, dus ik meld me af voor jullie dag.", "Afmelding", ["-"]),
    ],
)
def test_a_seat_that_is_told_is_changed_or_given_up(text: str, subject: str, what: list[str]) -> None:
    assert done(text, subject) == [f"{mark}{WRITER}" for mark in what]


def test_who_comes_as_was_known_changes_nothing() -> None:
    text = (
        "Wegens een debat meld ik wethouder Floris Bos af voor 30 maart. Onze beleidsmedewerker Chantal Kok, die"
        " gelijktijdig is aangemeld, komt WEL gewoon; daar verandert niets aan."
    )

    assert done(text, "Afmelding wethouder Bos") == ["-Floris Bos"]


def test_a_month_in_which_something_else_is_moves_no_booking() -> None:
    text = (
        "Ik heb mijn teamgenoot Gijs Bos voor u aangemeld (30 maart). Gijs eet vegetarisch, wilt u dat bij zijn"
        " gegevens zetten?\n\nHij is in juni weer op kantoor."
    )

    assert reading_of(text + SIGNED, "aanvulling").event == UTRECHT
