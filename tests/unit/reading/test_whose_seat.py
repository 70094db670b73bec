"""Whose seat it is: of several only those who are meant leave the list, and who takes a seat over gets it."""

import pytest

from mailbot.domain.reading import Action
from mailbot.pipeline.understand import Understand
from tests.unit.reading.everyday import CONFIRMED, CONFIRMED_BOTH, ELS, NOW_A, mail
from tests.unit.reading.test_everyday_mails import read, understand
from tests.unit.reading.test_undoing import SIGN, in_short, read_answer

__all__ = ["understand"]  # the fixture


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Alleen Wim moet helaas afzeggen, de rest komt gewoon.", "-Wim Smit"),
        ("Van ons drieën valt er eentje af: Wim. De andere twee blijven staan.", "-Wim Smit"),
        (
            "Er vallen er twee af. Noor de Boer is uit dienst en Wim Smit moet die dag naar de rechtbank.",
            "-Noor de Boer -Wim Smit",
        ),
        ("Wim is ziek. Zijn plek mag naar iemand van de wachtlijst.", "-Wim Smit"),
        ("Noor de Boer is uit dienst, haar plek mag vrijgegeven worden.", "-Noor de Boer"),
        ("Wim laat weten dat hij toch niet kan.", "-Wim Smit"),
        (
            "Kleine wijziging: Wim zit met een gebroken pols thuis en kan niet. Haal hem maar van de lijst. Ik kom "
            "zelf wel gewoon.",
            "-Wim Smit",
        ),
        ("Alle drie graag annuleren.", "-Els Bakker -Wim Smit -Noor de Boer"),
        ("Alle aanmeldingen van ons mogen vervallen.", "-Els Bakker -Wim Smit -Noor de Boer"),
        ("Noor gaat niet, in haar plaats komt Sanne Vos.", "-Noor de Boer +Sanne Vos"),
        ("Graag Wim vervangen door Sanne Vos.", "-Wim Smit +Sanne Vos"),
        ("Wim wordt vervangen door Sanne Vos.", "-Wim Smit +Sanne Vos"),
        ("Zelf red ik het niet. Wim Smit komt wel, in mijn plaats.", "-Els Bakker +Wim Smit"),
        ("Ik moet zelf afzeggen en ook Wim Smit gaat niet.", "-Els Bakker -Wim Smit"),
        (
            "Van ons drieën blijft er maar één over. Wim Smit ligt in het ziekenhuis. Wilt u ons tweeën van de lijst "
            "halen? Noor de Boer komt wel.",
            "-Els Bakker -Wim Smit",
        ),
        ("My colleague Wim Smit is leaving us, so please cancel his registration. Mine stands.", "-Wim Smit"),
        ("Er vallen er twee af: Wim.", "-Wim Smit ?"),
        ("Van ons vallen er twee af: noor en ik hebben die dag een uitvaart.", "-Els Bakker ?"),
    ],
)
def test_of_several_only_those_are_taken_off_who_are_meant(understand: Understand, text: str, asked: str):
    reading = read_answer(understand, text, CONFIRMED_BOTH)

    assert in_short(reading) == asked


@pytest.mark.parametrize(
    "text",
    [
        "Mijn kind heeft waterpokken, dus Wim Smit komt met mijn kaartje.",
        "Op de stoel die u voor mij had klaargezet gaat Wim Smit zitten. Ikzelf blijf thuis.",
        "Wim Smit gaat nu voor mij.",
        "Wim Smit is coming to the Jaarbeurs with my ticket, as I am ill.",
        "Wim Smit gaat voor mij.",
        "Wim Smit neemt het van mij over op 30 maart.",
        "Zouden jullie mijn plaats op naam van Wim Smit kunnen zetten?",
        "Kan mijn inschrijving worden overgezet op Wim Smit?",
        "Ik geef mijn kaartje door aan Wim Smit.",
        "Ik word vervangen door Wim Smit.",
        "Graag mijn aanmelding omzetten naar Wim Smit, hij gaat namens ons.",
        "Kan Wim Smit mijn plek krijgen? Ik ben zelf verhinderd.",
        "Mijn collega Wim Smit valt voor mij in.",
        "Wim Smit is zo aardig om voor mij in te springen.",
        "Kan niet. Wim Smit komt i.p.v. mij.",
        "Ik kan er niet bij zijn. Het zou jammer zijn als mijn plek leeg blijft. Mijn collega Wim Smit neemt hem over.",
        "Onderstaande plek graag overzetten op Wim Smit. Ik kan zelf niet meer.",
        "Ik kan niet. Mijn vervanger Wim Smit komt in mijn plaats.",
        "Ik ben verhinderd. Wim Smit zal mij vertegenwoordigen.",
    ],
)
def test_a_seat_is_handed_over_in_any_words(understand: Understand, text: str):
    assert in_short(read_answer(understand, text, CONFIRMED)) == "-Els Bakker +Wim Smit"


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        (
            "P. Wentink <wentink.p@provider.example>",
            "Mevrouw Samira El Khattabi staat op uw lijst voor 30 maart. Zij komt niet, u kunt haar inschrijving "
            "verwijderen.\n\nP. Wentink",
        ),
        (
            "Gerrit Kok <gerritkok77@gmail.com>",
            "Wilt u Wim Smit van de lijst halen? Hij komt niet op 30 maart.\n\nGroet,\nGerrit Kok",
        ),
        (
            "G. Kok <gkok.advies@gmail.com>",
            "Ik hoorde in de wandelgangen dat Wim Smit toch niet gaat op 30 maart. U kunt hem van de lijst strepen.\n\n"
            "G. Kok\nzelfstandig adviseur",
        ),
        (
            "zorgzame_burger <burger77@gmail.com>",
            "Namens mevrouw Samira El Khattabi geef ik door dat zij op 30 maart niet komt.\n\ngr.\neen bekende",
        ),
    ],
)
def test_a_stranger_takes_nobody_off_the_list(understand: Understand, sender: str, text: str):
    reading = read(understand, mail(sender, "Afmelding", text))

    assert "not_on_the_list" in reading.reasons


@pytest.mark.parametrize(
    "text",
    [
        "Wim Smit neemt mijn plek over, en wat hem betreft ook mijn twee workshops. Hij is jurist.",
        "Mijn plaats gaat naar Wim Smit, mijn workshops ook.",
        "Wim Smit komt in mijn plaats. Hij volgt dezelfde twee workshops.",
    ],
)
def test_who_takes_a_seat_over_may_take_the_workshops_too(understand: Understand, text: str) -> None:
    requests = read_answer(understand, f"Ik kan helaas niet. {text}", CONFIRMED).requests

    assert requests[-1].workshops == NOW_A


@pytest.mark.parametrize(
    "text",
    [
        "De workshop die ik had gekozen mag voor hem vervallen.",
        "De workshops die ik had opgegeven slaat hij over.",
        "De workshop die ik heb gekozen, hoeft voor hem niet.",
        "Mijn workshops hoeft hij niet over te nemen.",
        "Hij neemt niet mijn workshops over.",
        "Zijn workshop kiest hij zelf nog.",
        "Mijn workshopkeuze geldt niet voor hem.",
        "Aan de workshops doet hij niet mee.",
        "De workshopkeuze mag u schrappen, hij gaat netwerken.",
    ],
)
def test_who_takes_a_seat_over_gets_no_workshops_that_lapse(understand: Understand, text: str) -> None:
    requests = read_answer(understand, f"Ik kan helaas niet. Wim Smit komt in mijn plaats. {text}", CONFIRMED).requests

    assert requests[-1].name == "Wim Smit"
    assert requests[-1].workshops == ()


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Wim Smit wil mijn stoel wel warm houden. Willen jullie de namen omwisselen?", "-Els Bakker +Wim Smit"),
        ("Thursday is off for me. Wim Smit has kindly agreed to go instead.", "-Els Bakker +Wim Smit"),
        ("I can't come. My colleague Wim Smit is happy to step in.", "-Els Bakker +Wim Smit"),
        ("Streep mij maar door en zet Wim Smit ervoor in de plaats.", "-Els Bakker +Wim Smit"),
        ("Mijn opvolger heet Wim Smit. Wilt u mij uitschrijven en hem inschrijven?", "-Els Bakker +Wim Smit"),
        ("Mijn opvolger gaat er nu heen in mijn plaats: Wim Smit.", "-Els Bakker +Wim Smit"),
        ("Ik kan niet, maar Wim Smit is zo aardig om naar jullie te luisteren.", "-Els Bakker ?"),
    ],
)
def test_a_seat_that_somebody_takes_over_in_any_words_goes_to_them(
    understand: Understand, text: str, asked: str
) -> None:
    assert in_short(read_answer(understand, text, CONFIRMED)) == asked


def test_the_writers_absence_is_not_that_of_who_stands_behind_it(understand: Understand) -> None:
    reading = read_answer(understand, "Ik kan niet en heb Wim Smit bereid gevonden te notuleren.", CONFIRMED_BOTH)
    assert [request.name for request in reading.requests] == ["Els Bakker"]


@pytest.mark.parametrize(
    "text",
    [
        "Ik moet me afmelden voor 30 maart. Mijn collega Wim Smit, die ook op de lijst staat, komt wel gewoon.",
        "I signed up for 30 March but have to drop out. Wim Smit, who is also on your list, will still be there.",
        "Ik ben ziek en kom dus niet op 30 maart. De aanmelding van Wim Smit blijft staan.",
    ],
)
def test_a_colleague_who_is_booked_stays_booked(understand: Understand, text: str) -> None:
    assert in_short(read_answer(understand, text, "", subject="30 maart")) == "-Els Bakker"


def test_who_leaves_and_who_comes_in_their_place_need_no_confirmation(understand: Understand) -> None:
    text = "Wim Smit had zich opgegeven voor 30 maart, maar werkt niet meer bij ons. Ik kom nu zelf op zijn plaats."
    assert in_short(read_answer(understand, text, "", subject="wissel")) == "-Wim Smit +Els Bakker"


def test_who_stays_behind_may_be_named_in_another_clause_than_the_one_that_says_so(understand: Understand) -> None:
    text = "Dat betekent dat onze jurist, Wim Smit, die ik eerder bij u aanmeldde, op kantoor achterblijft."
    assert in_short(read_answer(understand, text, "")) in ("-Wim Smit", "-Wim Smit ?")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Niet ik maar mijn collega Sanne Vos komt op 30 maart.", {"-Els Bakker", "+Sanne Vos"}),
        ("Haal mij er maar af en zet Sanne Vos erop.", {"-Els Bakker", "+Sanne Vos"}),
        ("Wim eraf, Sanne Vos erop.", {"-Wim Smit", "+Sanne Vos"}),
        ("Zal ik Wim eraf en er iemand anders op zetten?", set()),
    ],
)
def test_who_is_named_against_somebody_takes_their_seat(understand: Understand, text: str, asked: set[str]) -> None:
    reading = read_answer(understand, text, CONFIRMED_BOTH)

    assert {f"{SIGN[request.action]}{request.name}" for request in reading.requests} == asked or reading.review


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "Vorige week heb ik drie mensen van ons opgegeven voor 30 maart. Voor Wim Smit schreef ik lactosevrij, "
            "maar dat moet notenallergie zijn. Voor mij verandert er niets.",
            "~Wim Smit",
        ),
        ("Op de gang hoorde ik van iemand dat Wim Smit op 30 maart niet komt. Haal hem van de lijst.", "-Wim Smit ?"),
    ],
)
def test_who_enrolled_colleagues_speaks_for_them_and_hearsay_for_nobody(
    understand: Understand, text: str, asked: str
) -> None:
    assert in_short(read_answer(understand, text, "", subject="30 maart")) == asked


def test_instead_of_me_is_short_for_a_seat_handed_over(understand: Understand) -> None:
    text = "Kan niet. Wim Smit komt i.p.v. mij."

    assert in_short(read_answer(understand, text, CONFIRMED)) == "-Els Bakker +Wim Smit"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "Twee weken geleden gaf ik ons drietal door voor 30 maart: Karel Mol, Selma Kaya en mezelf. Karel heeft "
            "een andere baan en komt niet meer. Voor Selma en mij verandert er niets. Wilt u alleen hem van de lijst "
            "halen?",
            "-Karel Mol",
        ),
        (
            "Van ons drietal valt er een weg: Karel Mol is per 1 maart uit dienst. De andere twee (Selma Kaya en ik) "
            "blijven gewoon staan.",
            "-Karel Mol",
        ),
        (
            "Vorige week heb ik Karel Mol, Selma Kaya en mijzelf aangemeld voor 30 maart. Karel is ziek geworden; wilt "
            "u hem uitschrijven? Selma en ik komen zoals gepland.",
            "-Karel Mol",
        ),
        (
            "Karel Mol moet op 30 maart naar een begrafenis. Zijn aanmelding van vorige week vervalt dus. De "
            "inschrijving van Selma Kaya blijft gewoon van kracht.",
            "-Karel Mol",
        ),
        (
            "Even een aanpassing op ons rijtje voor 30 maart. Karel Mol haalt het niet, zijn plek mag weer vrij. Voor "
            "Selma Kaya, Piet Bos en mij blijft het zoals het was.",
            "-Karel Mol",
        ),
        (
            "Two weeks ago I registered three of us for 30 March: myself, Bente Dahl and Ikram Haddou. Unfortunately "
            "Bente has been called away, so please take her off. Ikram and I will be there as planned.",
            "-Bente Dahl",
        ),
    ],
)
def test_who_stays_on_the_list_beside_somebody_who_leaves_it_keeps_the_seat(
    understand: Understand, text: str, asked: str
) -> None:
    assert in_short(read_answer(understand, text, "", subject="Wijziging 30 maart")) == asked


@pytest.mark.parametrize(
    "text",
    [
        "In ronde 1 liever Vooroordelen Voorbij, want mijn maat Wim zit al bij het beleid en die schrijft alles op.",
        "Mag ik in ronde 1 naar Vooroordelen Voorbij? Mijn collega Wim doet dat al en noteert veel voor mij mee.",
    ],
)
def test_who_takes_notes_for_somebody_is_put_on_no_list(understand: Understand, text: str) -> None:
    assert in_short(read_answer(understand, text, CONFIRMED)) == "~Els Bakker"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Bericht",
            "Gisteren meldde ik Bo Vos aan voor 30 maart. Haar agenda is opgeslokt door een werkbezoek van de "
            "commissaris. Zij komt dus niet.",
        ),
        ("Afmelding wethouder Bo Vos 30 maart", "Helaas, er is iets tussengekomen."),
    ],
)
def test_who_is_called_off_is_not_the_one_who_writes(understand: Understand, subject: str, text: str) -> None:
    assert in_short(read(understand, mail(ELS, subject, f"{text}\n\nEls Bakker"))) == "-Bo Vos"


@pytest.mark.parametrize(
    "text",
    [
        "Of iemand van zijn werk in zijn plaats komt weet ik niet.",
        "Of zijn plek naar een ander gaat weet ik niet.",
        "Ik weet niet of er iemand in zijn plaats komt.",
    ],
)
def test_who_takes_the_place_isnt_known_and_nobody_elses_is_given_up(understand: Understand, text: str) -> None:
    told = "Mijn collega Wim Smit heeft zijn been gebroken. Hij kan er op 30 maart niet bij zijn."

    reading = read_answer(understand, f"{told} {text}", "", subject="Afmelding Wim")

    assert [(request.action, request.name) for request in reading.requests] == [(Action.CANCEL, "Wim Smit")]


def test_whose_seat_stays_is_changed_in_nothing(understand: Understand) -> None:
    text = "Ik moet wethouder Wim Smit afmelden voor 30 maart. De deelname van onze adviseur, Noor Vis, blijft staan."

    assert in_short(read_answer(understand, text, "", subject="afmelding wethouder")) == "-Wim Smit"


def test_one_of_a_table_who_withdraws_takes_nobody_else_along(understand: Understand) -> None:
    table = "Naam\tFunctie\tMobiel\nCindy Pol\tstatenlid\t06-30112894\nMats Vos\tjurist\t-\nNel Zoet\t-\tvervallen"
    text = f"Hieronder onze opgave.\n\n{table}\n\nMevrouw Zoet had zich opgegeven maar ziet ervan af, sla haar over."
    reading = read_answer(understand, text, "", subject="Deelnemers")

    assert reading.review or {r.name for r in reading.requests if r.action is Action.REGISTER} == {
        "Cindy Pol",
        "Mats Vos",
    }
    assert not any(r.action is Action.CANCEL and r.name != "Nel Zoet" for r in reading.requests)


@pytest.mark.parametrize(
    "text",
    [
        "Kunt u de workshop van Wim Smit in ronde 2 wijzigen naar Vooroordelen Voorbij?",
        "Wilt u bij Wim Smit noteren dat hij halal eet?",
        "Mijn achternaam is sinds mijn trouwen Bakstra.",
    ],
)
def test_a_change_for_another_or_of_a_name_that_was_not_read_is_for_a_person(understand: Understand, text: str):
    assert read_answer(understand, text, CONFIRMED).review


def test_who_is_to_go_without_the_writer_keeps_the_seat(understand: Understand) -> None:
    text = "Ik meldde Wim Smit en mezelf aan voor 30 maart. Ik kan niet, dus Wim moet het zonder mij doen."

    assert in_short(read_answer(understand, text, "")) == "-Els Bakker"


@pytest.mark.parametrize(
    "ours",
    [
        "Op 30 maart verwachten wij van de gemeente Zwolle:\n- Els Bakker\n- Wim Smit",
        "Wij hebben de volgende personen aangemeld:\n- Els Bakker, jurist\n- Wim Smit, raadslid",
        "Voor 30 maart zijn aangemeld namens de gemeente Zwolle:\n1. Els Bakker\n2. Wim Smit",
        "U bent met twee personen aangemeld:\n- Els Bakker\n- Wim Smit",
    ],
)
def test_whom_our_letter_lists_in_any_words_is_on_the_list(understand: Understand, ours: str) -> None:
    answer = "Van ons tweetal valt Wim Smit af, hij heeft een begrafenis. Ik kom wel."

    assert in_short(read_answer(understand, answer, f"Geachte mevrouw Bakker,\n\n{ours}\n\nTot dan!")) == "-Wim Smit"


def test_who_sent_it_stands_behind_its_label(understand: Understand) -> None:
    reading = read(
        understand, mail("v.tuinen@ziggo.nl", "30 maart", "Wil graag komen 30 maart.\n\nAfz. Jouke van Tuinen")
    )

    assert in_short(reading) == "+Jouke van Tuinen"
