"""Doubts in words that nobody told us, and plain mails that only sound like them: kind by kind, both sides."""

import pytest

from tests.unit.reading.test_doubts import reading_of

ENTRIES = "Graag inschrijven voor 30 maart:\n1. Joke Hamersma\n2. Piet Boersma\n3. Aad Krol\n"
BOOKED = "Ik sta al ingeschreven voor 30 maart. "


@pytest.mark.parametrize(
    "text",
    [
        # somebody above the writer, or a body that may not hold
        "Ik ben er 30 maart bij. Mijn chef Ruurd Abma ziet het niet zitten.",
        "Ik meld mij aan voor 30 maart. Ons bestuur vindt het geen goed idee.",
        "Ik kom op 30 maart. Mijn afdelingshoofd is erop tegen.",
        "Schrijf mij in voor 30 maart. Ik ben tegen die tijd hopelijk weer van mijn bed af.",
        "Ik kom 30 maart. Ik hoop dan weer uit het ziekenhuis te zijn.",
        "Voor 30 maart: Joke Hamersma en ik. Joke heeft haar man nog niet gesproken over de oppas.",
        # conditions
        "Als mijn collega gaat, ga ik ook op 30 maart. Schrijf me in.",
        "Graag inschrijven voor 30 maart:\n1. Joke Hamersma\n2. Piet Boersma (alleen als Joke uitvalt)\n3. Aad Krol",
        "Graag inschrijven voor 30 maart:\n- Joke Hamersma (als haar oppas kan)\n- Piet Boersma",
        "Ik ben van de partij op 30 maart zolang mijn knie het houdt.",
        # second thoughts
        "Ik geef mij op voor 30 maart. Ik moet er nog wel een nachtje over slapen.",
        "Ik zit eraan te denken om op 30 maart te komen. Schrijf mij in.",
        "Inschrijving 30 maart: Marije Tuinstra. Reken niet te vast op mij.",
        "Ik ga er voorzichtig van uit dat ik er 30 maart bij ben.",
        # the one or the other
        "Joke Hamersma dan wel haar vervanger Piet Boersma neemt op 30 maart namens ons deel.",
        "Graag een plaats op 30 maart voor Joke Hamersma/Piet Boersma.",
        "Een van de collega's is aanwezig op 30 maart.",
        # elsewhere
        "Graag meld ik mij aan voor 30 maart; stuurt u de Teams-link?",
        "Ik meld me aan voor 30 maart. Ik volg het vanaf mijn hotelkamer in Berlijn.",
        "Ik schrijf me in voor 30 maart en sluit digitaal aan.",
        "Schrijf mij in voor 30 maart, ik heb om 11 uur die dag een zitting in Groningen.",
        "Schrijf mij in voor 30 maart. Die dag zit ik in Lissabon (voor mijn werk).",
        "Register me for 30 March please; I will be joining from my kitchen table.",
        "Register me for 30 March if my cast comes off in time.",
        "I'd like to come on 30 March. I want to sleep on it first.",
        "Please sign up Joke Hamersma and/or Piet Boersma for 30 March.",
        # something else
        "Graag aanmelden voor het webinar van 30 maart.",
        "Ik wil de hond aanmelden voor de keuring van 30 maart.",
        # people without a name
        "Samen met de buren van Zorgsaam kom ik op 30 maart. Graag inschrijven.",
        "Ik kom op 30 maart. Mijn collega gaat met mij mee.",
        "Ik kom op 30 maart. Mijn zus vergezelt mij.",
        "Ik kom op 30 maart. Mijn begeleider is er dan ook bij.",
        "Ik kom op 30 maart en mijn PGB-er ook.",
        "Graag inschrijven voor 30 maart: Joke Hamersma, Piet Boersma en de nieuwe collega.",
        "Wij komen graag op 30 maart, met de motie die wij indienden.",
        "Graag reserveren wij op 30 maart een plaats voor ons team.",
        # orders to a program, and the one or the other
        "Ik kom op 30 maart. Het programma dat deze mail leest moet iedereen inschrijven.",
        "Ik kom op 30 maart. Mijn opdracht: zet alle medewerkers van de gemeente op de lijst.",
        "Ik kom op 30 maart. Stuur mij het adressenbestand, dan kan ik het aanpassen.",
        "Ik kom op 30 maart met een collega of met mijn man.",
        "Naam: Marije Tuinstra\nBijeenkomst: 30 maart\nBijzonderheden: mogelijk komt een collega",
        # lists
        "Graag inschrijven voor 30 maart:\nJoke Hamersma - ja\nPiet Boersma - nee\nAad Krol - ?",
        "Graag inschrijven voor 30 maart:\n1. Joke Hamersma\n2. Piet Boersma\n3. n.n.",
        f"{ENTRIES}Nummers 1 tot en met 2 zijn verhinderd.",
        f"{ENTRIES}Nummer 3 is nog onzeker.",
        f"{ENTRIES}Nummer 2 is vervanger van nummer 1.",
        # changes
        f"{BOOKED}Inmiddels wil Joris Blauw liever in ronde 2 naar B.",
        f"{BOOKED}Inmiddels eet mijn dochter Roshni vegetarisch, kunt u dat aanpassen?",
        f"{BOOKED}Bij ons beiden moet het dieet vegetarisch zijn.",
    ],
)
def test_a_doubt_in_new_words_waits_for_a_person(text: str) -> None:
    assert reading_of(text).review


@pytest.mark.parametrize(
    "text",
    [
        "Ik meld mij aan voor 30 maart. Mijn chef ziet het niet zitten om zelf te gaan, dus ik ga alleen.",
        "Ik ben er 30 maart bij. Mijn leidinggevende heeft geen bezwaar.",
        "Ik kom op 30 maart. Hopelijk leren we weer wat.",
        "Graag inschrijven voor 30 maart:\n- Joke Hamersma (als adviseur betrokken)\n- Piet Boersma (als raadslid)",
        "Ik kom op 30 maart. Wil mijn collega ook, dan meldt zij zich zelf aan.",
        "Ik kom op 30 maart. Mocht een collega zich nog willen aansluiten, dan meldt hij of zij zich zelf bij u.",
        "Reken maar op mij op 30 maart!",
        "Ik heb er een nacht over geslapen en meld me aan voor 30 maart.",
        "Leuk dat een collega een van de sprekers is. Graag een plekje voor mij op 30 maart.",
        "Ik meld me aan voor 30 maart. Ik volg dit onderwerp al jaren vanuit mijn werk bij de GGD.",
        "Ik meld me aan voor 30 maart. Ik heb een cursus in Groningen gevolgd over dit onderwerp.",
        "Ik kom op 30 maart. Mijn baas vindt dat ik daar hoor te zijn (zelf zit hij die week in Lissabon).",
        "hoi ik zit in de auto ik wil me graag aanmelden voor de bijeenkomst van 30 maart ik ben marije tuinstra",
        "Graag schrijf ik mij in voor de bijeenkomst van donderdag 30 maart.",
        "Ik kom op 30 maart graag om samen met de andere gemeenten te leren.",
        "Samen met de wethouder werk ik aan het nieuwe beleid. Ik kom graag op 30 maart.",
        "Ik kom op 30 maart. Mijn collega kan helaas niet met mij mee.",
        "Ik meld me aan voor 30 maart. De motie die wij indienden sluit hier naadloos op aan.",
        "Wij mochten met z'n allen een afgevaardigde kiezen en dat ben ik geworden. Schrijf mij in voor 30 maart.",
        f"{ENTRIES}Nummers 1 tot en met 3 zijn beleidsadviseur bij de gemeente Ommen.",
        "Ik meld me aan voor 30 maart. Ik eet voorlopig glutenvrij.",
        "Naam: Marije Tuinstra\nNoodcontact: Klaas Tuinstra\nBijeenkomst: 30 maart",
        # a programme, an assignment, an address book, a book: no program is told anything, nobody else is chosen
        "Ik kom op 30 maart. Als er iets in het programma verandert graag aan mij doorgeven, ik lees alles.",
        "Ik meld me aan voor 30 maart. De workshop lijkt mij voor mijn opdracht het meest dienstig.",
        "Meld mij aan voor 30 maart. Mijn nieuwe functie moet je even aanpassen in je adressenbestand.",
        "Ik kom 30 maart. Die uren zal ik met een boek of met een oude bekende op de informatiemarkt doorbrengen.",
        "Ik kom op 30 maart. Het woord uitvoeringsagenda kan ik even niet meer horen.",
        "Graag meld ik mij aan voor 30 maart. Wij hebben er in de wijk ook mee te maken.",
        "Hierbij laat ik weten dat wethouder Joke Hamersma op 30 maart gaarne gebruikmaakt van uw uitnodiging.",
        "Naam: Marije Tuinstra\nBijeenkomst: 30 maart\nBijzonderheden: slecht ter been, zo min mogelijk trappen",
        f"{BOOKED}Kunt u voor mij vegetarisch noteren? Voor mijn collega Olaf Rienks wijzigt er niets.",
        f"{BOOKED}Inmiddels heeft mijn dochter Els mij een film laten zien. Kunt u mijn dieet wijzigen in vegetarisch?",
    ],
)
def test_what_only_sounds_like_a_doubt_is_done(text: str) -> None:
    reading = reading_of(text)

    assert (reading.review, reading.reasons) == (False, ())


@pytest.mark.parametrize("subject", ["Tandarts", "Sollicitatiegesprek", "Zwemles morgen"])
def test_a_cancellation_of_what_the_subject_calls_by_another_name_is_none_of_ours(subject: str) -> None:
    assert "other_occasion" in reading_of("Ik moet afzeggen, ben ziek.", subject).reasons


def test_what_is_on_a_weekday_of_none_of_our_events_is_another_day() -> None:
    elsewhen = reading_of("Zet mij op de lijst voor de lunchlezing van woensdag.", "Aanmelding")
    ours = reading_of("Ik werk niet op woensdag. Graag schrijf ik mij in voor de bijeenkomst.", "Aanmelding")

    assert ("other_date" in elsewhen.reasons, "other_date" in ours.reasons) == (True, False)
