"""What is asked at all: a question of who may come, an offer, a hope, a place in a queue; and what looks like one."""

import pytest

from mailbot.pipeline.understand import Understand
from tests.unit.reading.everyday import ELS, mail
from tests.unit.reading.test_doubts import reading_of
from tests.unit.reading.test_everyday_mails import read, understand
from tests.unit.reading.test_undoing import CONFIRMED, in_short, read_answer

__all__ = ["understand"]  # the fixture


@pytest.mark.parametrize(
    "text",
    [
        "Ik ben vrijwilliger in het buurthuis. Is uw dag alleen voor ambtenaren, of mogen mensen zoals ik ook komen?",
        "Kan ik als gepensioneerde ook naar Utrecht komen op 30 maart? Of is het alleen voor ambtenaren?",
        "Ik zag jullie aankondiging. Zou het iets voor mij zijn? Mag ik dan gewoon komen, of gaat dat op uitnodiging?",
        "Ik ben lid van een wijkraad. Graag verneem ik of ook wijkraadsleden welkom zijn op 30 maart.",
        "Ik ben raadslid in Ede. Kunnen raadsleden zich ook aanmelden? Hoe gaat dat in zijn werk?",
        "Moet je van de gemeente zijn om te kunnen komen? Ik ben gewoon betrokken.",
        "Is the event open to people like me, who do not work for a municipality? May I come too?",
    ],
)
def test_a_question_of_who_is_let_in_signs_nobody_up(text: str) -> None:
    reading = reading_of(text)

    assert (reading.kind.value, reading.review, reading.requests) == ("question", True, ())


@pytest.mark.parametrize(
    "text",
    [
        "Mag ik ook komen op 30 maart?",
        "Kunnen jullie mij inschrijven voor 30 maart? Ik ben raadslid; zijn partners ook welkom?",
        "Ik kom graag op 30 maart. Is de zaal toegankelijk voor rolstoelen?",
    ],
)
def test_a_question_beside_a_sign_up_takes_nothing_away_from_it(text: str) -> None:
    assert [request.action.value for request in reading_of(text).requests] == ["register"]


@pytest.mark.parametrize(
    "text",
    [
        "We zagen dat u nog aanmeldt per e-mail. Met Klikaan meldt u deelnemers aan in 3 klikken. Eerste event gratis! "
        "Plan een demo met Piet of klik op https://klikaan.example/demo.",
        "Zoekt u nog een fotograaf voor 30 maart? Ik kom graag langs om de dag vast te leggen. Mijn tarieven en mijn "
        "portfolio vindt u op fotofix.example.",
        "Voor uw dag op 30 maart kunnen wij podium en licht aanbieden. Ik kom graag een keer vrijblijvend langs om de "
        "mogelijkheden te bespreken. Zal ik een offerte sturen?",
        "Laat uw deelnemers op 30 maart met onze bussen komen! Al vanaf 12 euro p.p., nu met korting. Vraag een "
        "offerte aan.",
    ],
)
def test_whoever_sells_something_signs_nobody_up(text: str) -> None:
    reading = reading_of(text, "Aanmelden voor 30 maart kan makkelijker")

    assert (reading.kind.value, reading.requests) == ("unrelated", ())


@pytest.mark.parametrize(
    "text",
    [
        "Zet mij maar op de reservebank voor 30 maart, ik hoor het wel als er iemand uitvalt.",
        "Mij mag u als reserve beschouwen voor 30 maart.",
        "Ik sluit achteraan in de rij: laat me weten wanneer er een stoel voor mij is op 30 maart.",
        "Ik hoop van harte de 30e in uw midden te zijn.",
        "Ik verwacht dat ik op 30 maart aanwezig kan zijn.",
        "Naar het zich laat aanzien kan ik er 30 maart bij zijn.",
        "Met een beetje geluk zit ik op 30 maart bij u in de zaal.",
        "Ik sta in dubio over 30 maart, maar zet me er maar op.",
        "Ik wil dolgraag komen op 30 maart, maar of mijn rug meewerkt is een tweede.",
        "Hou voor mij een stoel warm op 30 maart; of ik erop kom te zitten blijkt volgende week.",
        "Het college buigt zich dinsdag over mijn verzoek om op 30 maart te komen. Zet me er vast bij.",
        "Reserveer een plaats op 30 maart voor mij, al is het nog geen uitgemaakte zaak.",
        "Wij gaan ervan uit dat wij op 30 maart komen: Wim Mol en ik. Vrijdag is dat definitief.",
        "I am on the fence about 30 March, but put me down for now.",
    ],
)
def test_what_is_only_hoped_for_waits_for_a_person(text: str) -> None:
    reading = reading_of(text)

    assert reading.review
    assert {"undecided", "reserve", "place_left", "condition"}.intersection(reading.reasons)


@pytest.mark.parametrize(
    "text",
    [
        "Ik meld me aan voor 30 maart en hoop jullie daar te zien.",
        "Op 30 maart ben ik er graag bij. Ik hoop er veel te leren.",
        "Ik verwacht veel van 30 maart. Meld mij maar aan.",
        "Natuurlijk kom ik op 30 maart! De kans om dit te leren laat ik niet lopen.",
        "Ik kom op 30 maart. Mocht er iets veranderen, dan hoort u het.",
        "Graag een plek voor mij op 30 maart. Ik denk dat ik met de auto kom.",
        "Bij leven en welzijn hoop ik de dertigste maart in uw midden te zijn.",
    ],
)
def test_and_a_hope_for_something_else_does_not(text: str) -> None:
    reading = reading_of(text)

    assert (reading.reasons, [r.action.value for r in reading.requests]) == ((), ["register"])


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Het zit er dik in dat ik donderdag moet afhaken. Woensdag test ik nog eens, dan horen jullie het.", "-E ?"),
        ("Houd er rekening mee dat ik donderdag verstek moet laten gaan.", "-E ?"),
        ("Ik kan toch niet, er komt iemand van mijn team voor in de plaats. Wie, dat spreken we morgen af.", "-E ?"),
        ("Ik ga toch niet, ik moet naar een uitvaart. Misschien maakt u er iemand blij mee.", "-E"),
        ("Ik lig op de bank met koorts en kan donderdag niet komen.", "-E"),
        ("Ik vrees dat ik moet afzeggen: ik lig met griep in bed.", "-E"),
        ("Kunt u Jansen van de lijst halen? Bos blijft staan.", "-E ?"),
    ],
)
def test_a_seat_that_may_become_free_is_still_taken(understand: Understand, text: str, asked: str) -> None:
    assert in_short(read_answer(understand, text, CONFIRMED)).replace("Els Bakker", "E") == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("We would like to send two people on 30 March: Tim Vos and Ana Rojas. I am merely the messenger.", "two"),
        ("Wij komen op 30 maart met twee mensen: Tim Vos en Ana Rojas. Ik pas op de winkel.", "two"),
        ("We are sending Tim Vos and Ana Rojas to your event on 30 March. I only do the paperwork.", "two"),
        ("We will be represented on 30 March by Tim Vos and Ana Rojas. I'm just passing this on.", "two"),
        ("Wij komen met zijn drieën op 30 maart: Tim Vos, Ana Rojas en ik.", "three"),
        (
            "Tim Vos wil graag op 30 maart komen en heeft mij gevraagd dit door te geven. Zelf zit ik dan in Rome.",
            "one",
        ),
        ("Tim Vos heeft mij gevraagd ons samen op te geven voor 30 maart, bij dezen.", "both"),
    ],
)
def test_whoever_only_brings_the_message_stays_at_home(understand: Understand, text: str, asked: str) -> None:
    names = {"one": {"Tim Vos"}, "both": {"Tim Vos", "Els Bakker"}, "two": {"Tim Vos", "Ana Rojas"}}
    names["three"] = names["two"] | {"Els Bakker"}
    reading = read(understand, mail(ELS, "Aanmelding", f"{text}\n\nGroet,\nEls Bakker"))

    assert {request.name for request in reading.requests} == names[asked]
    assert not reading.review


@pytest.mark.parametrize(
    "stays",
    [
        "Mevrouw Noor Tal, die door ons was aangemeld, komt wél gewoon; aan haar inschrijving verandert niets.",
        "Noor Tal, door mij op dezelfde dag opgegeven, laat zich daardoor niet tegenhouden en komt gewoon.",
        "Noor Tal, die ook was aangemeld, is wél aanwezig; haar plek blijft nodig.",
    ],
)
def test_who_comes_all_the_same_keeps_the_seat(understand: Understand, stays: str) -> None:
    text = f"Dirk Visser kan wegens ziekte niet aanwezig zijn bij de dag van 30 maart a.s. {stays}"

    assert in_short(read_answer(understand, text, "", subject="Afmelding Dirk Visser")) == "-Dirk Visser"


@pytest.mark.parametrize(
    "text",
    [
        "Vorige week meldde ik mij af voor 30 maart. Die afmelding mag weg, ik kom toch.",
        "Streep mijn afzegging maar door, ik kom alsnog op 30 maart!",
        "Afgelopen vrijdag liet ik weten niet te kunnen. Zet me dus toch maar op de lijst voor 30 maart.",
        "Mijn eerdere bericht dat ik verhinderd was is achterhaald. Ik neem graag deel aan de dag van 30 maart.",
        "Vergeet wat ik gisteren schreef over niet kunnen: ik kom op 30 maart wel.",
        "Eerder schreef ik dat ik niet kon komen. Dat is veranderd, dus graag inschrijven voor 30 maart.",
        "I cancelled last week, but my plans have changed: please put me back on the list for 30 March.",
    ],
)
def test_an_absence_that_was_told_before_is_taken_back_by_a_coming(understand: Understand, text: str) -> None:
    assert in_short(read_answer(understand, text, "", subject="30 maart")) == "+Els Bakker"


@pytest.mark.parametrize(
    "text",
    [
        "Zoals ik vorige week schreef kan ik er niet bij zijn op 30 maart.",
        "Maandag schreef ik nog dat ik er zeker bij zou zijn; helaas moet ik toch afzeggen.",
        "Vorige week liet ik weten dat ik kwam. Dat moet ik intrekken: ik kan toch niet.",
    ],
)
def test_and_a_coming_that_was_told_before_by_an_absence(understand: Understand, text: str) -> None:
    assert in_short(read_answer(understand, text, CONFIRMED)) == "-Els Bakker"


@pytest.mark.parametrize(
    "text",
    [
        "Graag geef ik mij op voor Mensenrechten in de wijk. Ik zie u dan op 30 maart in het Stadhuis van Den Haag.",
        "Aanmelding voor de bijeenkomst op 30 maart in Den Haag.",
        "Ik kom graag naar de dag over mensenrechten in de wijk in Utrecht, 30 maart.",
        "Noteer mij voor 20 juni, Jaarbeurs Utrecht.",
    ],
)
def test_the_day_of_one_event_and_the_place_of_another_are_for_a_person(understand: Understand, text: str) -> None:
    assert "two_events" in read_answer(understand, text, "", subject="Aanmelding").reasons


@pytest.mark.parametrize(
    "text",
    [
        "Graag meld ik mij aan voor 30 maart in Utrecht en 20 juni in Den Haag.",
        "Vanuit Den Haag kom ik graag op 30 maart naar de Jaarbeurs.",
        "Graag inschrijven voor 20 juni in Den Haag; op 30 maart was ik verhinderd.",
    ],
)
def test_and_each_with_its_own_are_not(understand: Understand, text: str) -> None:
    assert read_answer(understand, text, "", subject="Aanmelding").reasons == ()


@pytest.mark.parametrize(
    "text",
    [
        "Lang wist ik niet of ik kon, maar nu is het zeker: ik kom op 30 maart.",
        "Het heeft even geduurd, maar mijn chef is om. Vandaar nu alsnog mijn inschrijving voor 30 maart.",
        "Ik neem deel op 30 maart. Krijg ik een bewijs van deelname? Mijn komst staat daar geheel los van.",
        "Zet mij op de lijst voor 30 maart. Kan mijn fiets binnen? Als ik dat op de dag zelf hoor is het ook prima.",
        "Ik meld mij hierbij aan voor 30 maart. Let op mijn pinda-allergie, anders lig ik in het ziekenhuis.",
        "Voor 20 juni moet ik mijn agenda nog even bekijken, daar kom ik op terug. Schrijf mij in voor 30 maart.",
        "Over 20 juni twijfel ik nog. Voor 30 maart graag inschrijven.",
        "Ik meld me aan voor 30 maart. Ik zet het nog even in mijn agenda.",
        "Ik meld me aan voor 30 maart. Voor 20 juni moet ik nog even in mijn agenda kijken.",
        "Ik meld me aan voor 30 maart. Wim Bos moet nog in zijn agenda kijken en meldt zich zelf.",
        "Ik kom op 30 maart, als enige van ons team en als adviseur van de wethouder.",
        "Ik kom op 30 maart. Als het kan zit ik graag vooraan.",
    ],
)
def test_what_was_open_once_or_is_open_elsewhere_is_settled_here(understand: Understand, text: str) -> None:
    assert in_short(read_answer(understand, text, "", subject="Aanmelding")) == "+Els Bakker"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Ik zou er dolgraag bij zijn geweest, maar mijn moeder is ziek. Haalt u mij van de lijst?", "-Els Bakker"),
        ("Ik was er graag bij geweest; helaas moet ik verstek laten gaan.", "-Els Bakker"),
        (
            "Ik ben die dag met verlof. Mijn vervanger neemt mijn plaats over. Zijn gegevens:\n\nTim Vos",
            "-Els Bakker +Tim Vos",
        ),
        ("Ik kan niet, mijn collega neemt mijn plek over. Hij heet Tim Vos.", "-Els Bakker +Tim Vos"),
        (
            "Mijn taak ligt nu bij Tim Vos, dus de plek is vanaf nu voor hem en niet meer voor mij.",
            "-Els Bakker +Tim Vos",
        ),
        ("Een collega gaat in mijn plaats. De naam volgt. Overleg eventueel met Tim Vos.", "?"),
    ],
)
def test_a_seat_is_left_by_who_would_have_come(understand: Understand, text: str, asked: str) -> None:
    found = in_short(read_answer(understand, text, CONFIRMED))

    assert found.endswith("?") if asked == "?" else found == asked


@pytest.mark.parametrize(
    ("text", "diet"),
    [
        ("You already have me down for 30 March. I have a soy allergy, could you add that to my entry?", "soy"),
        ("Ik weet niet meer of ik het bij mijn inschrijving gezet heb, dus voor de zekerheid: ik eet halal.", "halal"),
    ],
)
def test_who_speaks_of_a_registration_of_theirs_changes_it(understand: Understand, text: str, diet: str) -> None:
    reading = read_answer(understand, text, "", subject="30 maart")

    assert [(r.action.value, diet in (r.diet or "")) for r in reading.requests] == [("change", True)]
    assert not reading.review


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Ik trek mijn deelname in. Tot in Utrecht, ik verheug me erop!", "-E ?"),
        ("Helaas moet ik afzeggen. Tot de 30e!", "-E ?"),
        ("Ik kan er niet bij zijn, terwijl ik me er zo op had verheugd. Tot een volgende keer!", "-E"),
        ("Helaas moet ik afzeggen. Ik kijk er naar uit om het verslag te lezen.", "-E"),
    ],
)
def test_who_leaves_and_looks_forward_to_it_is_asked_which(understand: Understand, text: str, asked: str) -> None:
    assert in_short(read_answer(understand, text, CONFIRMED)).replace("Els Bakker", "E") == asked


@pytest.mark.parametrize(
    "text",
    [
        "Ik speel sterk met de gedachte om die donderdag, 30 maart, naar Utrecht te komen.",
        "Ik meld me aan voor 30 maart zolang het niet sneeuwt.",
        "Ik wacht met smart op een afzegger, want ik wil dolgraag naar 30 maart.",
        "Meld mij maar aan voor 30 maart, maar ik moet nog even in mijn agenda kijken.",
        "Els Bakker wil graag komen op 30 maart, ze moet alleen nog haar agenda checken.",
        "Graag Els Bakker inschrijven voor 30 maart. Ze kijkt nog even of het uitkomt.",
        "Wij melden Els Bakker aan voor 30 maart; haar agenda moet nog wel vrijgemaakt worden.",
        "I would like to register for 30 March, but I still need to check my diary.",
        "Ik kom op 30 maart als mijn kind niet ziek wordt.",
        "Ik kom graag op 30 maart. Els Bakker komt mee als haar kind niet ziek wordt.",
        "Meld mij aan voor 30 maart zodra mijn leidinggevende akkoord is.",
    ],
)
def test_whoever_waits_for_something_is_not_on_the_list_yet(text: str) -> None:
    assert reading_of(text).review


def test_who_keeps_a_seat_takes_nobodys(understand: Understand) -> None:
    text = "Wil je Dirk Visser van de lijst halen voor 30 maart? Noor Tal houdt haar plek."

    assert in_short(read_answer(understand, text, "", subject="Afmelding")) == "-Dirk Visser"


@pytest.mark.parametrize(
    "text",
    [
        "A colleague at Movisie forwarded me your programme for 30 March and I would love to come.",
        "A colleague told me about your event on 30 March and I would like to sign up.",
    ],
)
def test_whoever_only_told_of_it_is_no_companion(understand: Understand, text: str) -> None:
    assert in_short(read_answer(understand, text, "", subject="Registration")) == "+Els Bakker"


@pytest.mark.parametrize(
    "gone",
    [
        "Our manager Tess said she'd come as well but has since thought better of it.",
        "Our colleague Tom Brown has dropped out in the meantime.",
    ],
)
def test_who_has_thought_better_of_it_stays_at_home(understand: Understand, gone: str) -> None:
    text = f"Two of us would love to come on 30 March: myself, Els Bakker, and my colleague Luca Bellandi. {gone}"

    assert in_short(read_answer(understand, text, "", subject="Registration")) == "+Els Bakker +Luca Bellandi"
