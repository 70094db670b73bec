"""What a letter says of each of two events: one is asked for and the other isn't, both are, one is given up and the
other kept. In whichever order, and whatever the subject says."""

import pytest

from tests.unit.reading.test_which_event import DEN_HAAG, UTRECHT, reading_of

BOTH = f"{UTRECHT} {DEN_HAAG}"


def asked(text: str, subject: str = "Bijeenkomst") -> tuple[str, set[str], bool]:
    """The action, of which events (slugs, joined by a blank), and whether a person should look."""
    reading = reading_of(text, subject)
    events = sorted({request.event or reading.event or "" for request in reading.requests})
    return " ".join(events), {request.action.value for request in reading.requests}, reading.review


@pytest.mark.parametrize(
    ("slug", "text"),
    [
        (
            DEN_HAAG,
            "Voor de eerdere dag in Utrecht heb ik geen belangstelling. Voor de middag in juni graag.",
        ),
        (DEN_HAAG, "Bij Mensenrechten in de wijk ben ik er graag bij. Utrecht gaat helaas niet lukken."),
        (DEN_HAAG, "Voor 30 maart was ik te laat, jammer. Den Haag wil ik wel graag bijwonen."),
        (DEN_HAAG, "30 maart sprak me het meest aan, alleen heb ik dan een tentamen. Schrijf mij in voor 20 juni."),
        (DEN_HAAG, "Die van maart valt voor mij af. Maar voor de andere meld ik mij wel aan."),
        (DEN_HAAG, "De dag in Utrecht laat ik aan mij voorbijgaan. Voor de andere schrijf ik mij hierbij in."),
        (DEN_HAAG, "Voor 30 maart komt er niemand van ons. Graag wel een plek voor de middag in Den Haag."),
        (DEN_HAAG, "30 maart: daar verandert niets aan. Graag een plek voor 20 juni."),
        (DEN_HAAG, "Voor de dag in maart heb ik mijn bevestiging al binnen. Ik kom graag ook naar de middag in juni."),
        (DEN_HAAG, "Over 20 juni las ik net iets. Zet mij daarvoor op de lijst. In maart kan ik niet."),
        (DEN_HAAG, "Op 20 juni ben ik er wel bij! Schrijft u mij daarvoor in? In maart kan ik niet."),
        (DEN_HAAG, "March 30 is too far for me. Please register me for the June meeting in The Hague."),
        (UTRECHT, "20 juni is voor mij te ver. De dag in Utrecht wil ik wel graag bijwonen."),
        (UTRECHT, "Op 20 juni ben ik jarig, maar het gaat mij om 30 maart: noteer mij als deelnemer."),
        (UTRECHT, "Deze aanmelding is voor 30 maart. De middag in Den Haag haal ik niet."),
        (UTRECHT, "Ik kom graag naar de Jaarbeurs. Juni past niet in mijn agenda."),
        (UTRECHT, "Ik kom op:\n[x] 30 maart Utrecht   [ ] 20 juni Den Haag\n\nGraag aanmelden dus."),
        (UTRECHT, "Ik kom op 30 maart. Wat ik leer neem ik mee terug naar het stadhuis."),
        (UTRECHT, "My seat for the event in June stands. Please put me down for 30 March as well."),
        (UTRECHT, "The afternoon in The Hague clashes with an exam. But please register me for the other one."),
        (UTRECHT, "I would like to sign up for 30 March. I cannot make the meeting in The Hague."),
        (BOTH, "Schrijf mij in voor de dag in Utrecht. Wilt u mij ook noteren voor Mensenrechten in de wijk?"),
        (BOTH, "Graag wel een plek voor 30 maart. Voor 20 juni meld ik mij hierbij aan."),
        (BOTH, "Wilt u mij noteren voor 20 juni? Donderdag 30 maart wil ik wel graag bijwonen."),
        (BOTH, "Please register me for 30 March. I would also like to attend the meeting on 20 June."),
    ],
)
def test_each_event_by_what_is_said_of_it(slug: str, text: str) -> None:
    assert asked(text) == (slug, {"register"}, False)


@pytest.mark.parametrize("subject", ["Beide bijeenkomsten", "Uw twee bijeenkomsten", "Aanmelding"])
def test_a_subject_that_speaks_of_both_is_explained_by_the_letter(subject: str) -> None:
    text = "Voor 30 maart sta ik niet op de lijst, dat hoeft ook niet. Voor 20 juni meld ik mij graag aan."
    assert asked(text, subject)[:2] == (DEN_HAAG, {"register"})


@pytest.mark.parametrize(
    ("slug", "text"),
    [
        (DEN_HAAG, "Mijn aanmelding voor 20 juni kan vervallen. Voor 30 maart heb ik mijn bevestiging al binnen."),
        (DEN_HAAG, "Den Haag moet ik helaas afzeggen. De bijeenkomst van maart blijft gewoon staan."),
        (DEN_HAAG, "Ik had me opgegeven voor Utrecht én voor Den Haag. 20 juni moet ik afzeggen, dan ben ik op reis."),
        (UTRECHT, "Haal mij van de lijst voor de dag in Utrecht. In juni kom ik gewoon."),
        (UTRECHT, "Nothing changes for June. I'm afraid I have to withdraw from the day in Utrecht."),
        (UTRECHT, "Please cancel my place on 30 March. I shall write separately about the June event."),
    ],
)
def test_one_seat_is_given_up_and_the_other_stays(slug: str, text: str) -> None:
    assert asked(text, "Wijziging") == (slug, {"cancel"}, False)


@pytest.mark.parametrize(
    ("slug", "action", "text", "subject"),
    [
        (DEN_HAAG, "cancel", "Deze graag annuleren. Utrecht blijft staan.", "Re: Bevestiging Mensenrechten in de wijk"),
        (UTRECHT, "cancel", "Deze graag annuleren. In juni kom ik gewoon.", "Re: Bevestiging 30 maart"),
        (
            DEN_HAAG,
            "register",
            "Graag meld ik mij aan. 30 maart blijft gewoon staan.",
            "Mensenrechten in de wijk",
        ),
    ],
)
def test_what_names_no_event_is_of_what_the_mail_is_about(slug: str, action: str, text: str, subject: str) -> None:
    assert asked(text, subject) == (slug, {action}, False)


@pytest.mark.parametrize(
    "text",
    [
        "Voor 30 maart of 20 juni, wat u het beste uitkomt: schrijf mij maar in.",
        "30 maart kan ik niet. Graag aanmelden.",
        "Ik kom graag op 30 maart. Mijn collega Wim Smit komt op 20 juni.",
        "Voor 30 maart graag aanmelden: Wim Smit.\n\nVoor 20 juni graag aanmelden: Noor Tal.",
    ],
)
def test_what_is_not_clear_of_each_waits(text: str) -> None:
    assert asked(text)[2]


def test_a_workshop_is_no_other_event() -> None:
    text = (
        "Schrijf mij in voor Utrecht. Om 12 uur wil ik bij de mensen van Movisie zitten. 's Middags die andere, van het"
        " College voor de Rechten van de Mens."
    )
    assert asked(text)[0] == UTRECHT
