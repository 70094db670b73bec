"""What waits for somebody's leave, for the writer's own word, or is a draft; and what only sounds so."""

import pytest

from tests.unit.reading.test_doubts import reading_of


@pytest.mark.parametrize(
    "text",
    [
        "Schrijf mij in voor 30 maart. De directeur moet er nog wel ja op zeggen.",
        "Ik geef me op voor de 30e. Mijn chef weet nog van niets.",
        "Ik geef me op voor de 30e, al heeft mijn manager nog niet gereageerd.",
        "Meld mij aan voor 30 maart; de reiskosten moeten nog worden goedgekeurd door het MT.",
        "Hierbij mijn aanmelding voor 30 maart. Mijn man heeft hierin het laatste woord.",
        "Hierbij mijn aanmelding voor 30 maart, goedkeuring van HR is onderweg.",
        "Mijn aanmelding voor 30 maart: die geldt pas na instemming van mijn baas.",
        "Noteer mij voor 30 maart; mijn vrouw en ik hakken maandag de knoop door.",
        "Noteer mij voor 30 maart. De beslissing neem ik volgende week.",
        "Schrijf mij in voor 30 maart. Alles staat of valt met de oppas.",
        "Wilt u een stoel voor mij vrijhouden op 30 maart? Vrijdag hoort u van mij of ik hem nodig heb.",
        "Please register me for 30 March. I will tell you next week if I can really come.",
        "Hierbij mijn voorlopige aanmelding voor 30 maart.",
        "Mijn deelname op 30 maart is nog een vraagteken, maar noteer mij alvast.",
        "Mag ik een plek reserveren voor 30 maart? Ik laat tijdig weten of ik er gebruik van maak.",
        "Ik kom op 30 maart. Tenminste, dat is het plan.",
        "Reken de 30e voor zeventig procent op mij.",
        "Schrijf mij in voor 30 maart (90 % zeker).",
        "CONCEPT\n\nHierbij meld ik mij aan voor 30 maart.",
        "Meld mij aan voor 30 maart, maar wacht met verwerken tot ik u bel.",
        "Hierbij meld ik mij aan voor 30 maart. Wilt u er pas iets mee doen als ik u gesproken heb?",
        "Ik meld me af voor 30 maart. Nee, wacht: laat het toch maar staan.",
        "Hierbij meld ik mij af voor 30 maart. O nee, toch niet, de afspraak gaat niet door.",
        "Voor onze afdeling: Noor Bos gaat naar 30 maart, Wim Kok twijfelt. Zet ze allebei op de lijst.",
        "Op 30 maart komen:\nWim Kok, raadslid (n.t.b.)\nNoor Bos, fractievoorzitter",
        "Hiermit melde ich mich für den 30. März an, falls mein Chef es genehmigt.",
        "Ik soe graach op 30 maart komme, as ik teminsten in ferfanger fine kin.",
    ],
)
def test_what_waits_for_something_waits_for_a_person(text: str) -> None:
    assert "held_open" in reading_of(text).reasons


@pytest.mark.parametrize(
    "text",
    [
        "Ik kom op 30 maart, zo mijn rug het toelaat.",
        "Schrijf mij in voor 30 maart op conditie dat ik mijn dienst kan ruilen.",
        "Ik zou, als ik dan weer beter ben, graag op 30 maart willen komen.",
        "Ik denk erover om mijn plek op 30 maart aan een collega te geven.",
        "Eigenlijk zou ik mij voor de 30e moeten afmelden, het werk groeit me boven het hoofd.",
    ],
)
def test_nor_is_a_condition_settled_by_where_it_stands(text: str) -> None:
    assert reading_of(text).review


@pytest.mark.parametrize(
    "text",
    [
        "Schrijf mij in voor 30 maart. Mijn chef heeft al akkoord gegeven.",
        "Het hing nog op toestemming van mijn baas en die heb ik zonet gekregen. Ik meld me dus aan voor 30 maart!",
        "Onze raad moet de nota over discriminatie nog goedkeuren, vandaar dat ik graag kom op 30 maart.",
        "Ik meld mij aan voor 30 maart. Of ik dan al wethouder ben is de vraag, maar komen doe ik hoe dan ook.",
        "Ik meld mij aan voor 30 maart. Ik hoor graag of ik ingeschreven sta.",
        "Ik kom op 30 maart, pas na de lunch.",
        "Ik schrijf mij in voor 30 maart; afzeggen doe ik nooit.",
        "Ik meld mij aan voor 30 maart. Onze gemeenteraad besluit in april over het nieuwe beleid.",
        "Ik meld mij aan voor 30 maart. Het concept van de dag spreekt mij aan.",
        "Reken 30 maart voor honderd procent op mij.",
        "Ik werk 80 procent bij de gemeente, en kom graag op 30 maart.",
        "Ik kom graag op 30 maart. Wijzigingen in het voorlopige programma lees ik wel op de site.",
        "Ik geef mij op voor de themabijeenkomst van 30 maart. Bij verhindering bericht ik u uiteraard tijdig.",
        "Ik meld mij aan voor 30 maart. Als vegetariër eet ik geen vis; als er soep is, sla ik die over.",
        "Zo, de agenda is leeg: ik meld mij aan voor 30 maart.",
        "Ik meld mij aan voor 30 maart. Ronde 1 lokaal beleid. Nee, wacht, ronde 2.",
        "Op 30 maart komen:\n- Wim Kok, ronde 1 n.t.b.\n- Noor Bos, raadslid",
        "Ich melde mich für den 30. März an. Wenn Sie Fragen haben, rufen Sie mich an.",
        "I should like to attend on 30 March.",
    ],
)
def test_what_only_sounds_like_waiting_does_not(text: str) -> None:
    reading = reading_of(text)

    assert (reading.review, reading.reasons) == (False, ())


@pytest.mark.parametrize(
    "text",
    [
        "Noor Bos en Wim Kok komen op 30 maart. Zet ze allebei op de lijst.",
        "Voor onze afdeling: Noor Bos en Wim Kok gaan naar 30 maart. Schrijf ze beiden in.",
    ],
)
def test_both_of_whom_are_on_the_list_choose_nothing_by_that(text: str) -> None:
    assert [request.workshops for request in reading_of(text).requests] == [(), ()]


def test_what_is_dropped_is_no_choice() -> None:
    text = "I'm already on the list for 30 March. Please delete Vooroordelen Voorbij in round 3."

    assert reading_of(text).review


def test_a_last_line_that_ends_in_a_name_is_no_signature() -> None:
    reading = reading_of("Beste,\nGaarne Vooroordelen Voorbij, tweede ronde, op naam van Jan de Vries.")

    assert [(c.round, c.workshop) for c in reading.requests[0].workshops] == [(2, "vooroordelen")]


def test_who_is_listed_by_the_towns_of_two_events_comes_to_one_each() -> None:
    assert "two_events" in reading_of("Wij doen het zo:\n- Utrecht: Wim Kok\n- Den Haag: Noor Bos, jurist").reasons


@pytest.mark.parametrize(
    "text",
    [
        "Ik kom op 30 maart. Komt er een vervolg, dan kom ik weer.",
        "Als u dit nog eens organiseert, kom ik. Nu meld ik mij af voor 30 maart.",
    ],
)
def test_what_is_done_at_another_edition_is_nothing_now(text: str) -> None:
    reading = reading_of(text)

    assert (len(reading.requests), reading.reasons) == (1, ())
