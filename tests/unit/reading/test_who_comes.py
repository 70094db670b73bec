"""Who comes, who is only mentioned, and when nobody may be sure: one sentence each, between greeting and sign-off."""

import pytest

from mailbot.domain.reading import Reading
from mailbot.pipeline.understand import Understand
from mailbot.reading.letter.page import ReadingContext
from mailbot.reading.screening.screen import OwnIdentity
from tests.office import FIRST_MAIL, PLATFORM, ZONE, letter
from tests.unit.reading.everyday import EVENTS

ELS, WIM, NOOR = "Els Bakker", "Wim Smit", "Noor de Boer"

ALONE = """
30 maart wil ik voor geen goud missen.
Dit laat ik niet aan mij voorbijgaan: 30 maart ben ik erbij.
Wild horses wouldn't keep me away from 30 March.
I would not miss 30 March for anything.
Ik kom op 30 maart, hopelijk rijden de treinen.
Mijn vrouw zei: doe er wat mee in plaats van er thuis over te mopperen. Ik kom dus graag op 30 maart.
Toevallig op LinkedIn gezien: 30 maart. Daar kan ik niet bij wegblijven.
Een collega bij de provincie stuurde mij de uitnodiging en ik kom graag op 30 maart.
Een kennis uit Ede (Sem, die die week weg is) stuurde mij dit door en ik kom graag op 30 maart.
A friend at the council sent me the link and I would like to register for 30 March.
Er moest iemand van de adviesraad heen op 30 maart, en dat ben ik geworden.
Ik kom op 30 maart. Bep (mijn vrouw) rijdt een eind mee, maar heeft met de bijeenkomst niets van doen.
Ik kom op 30 maart. Mijn vrouw Bep reist mee, maar die gaat de stad in.
Ik kom op 30 maart. Ik slaap die nacht bij mijn zus Lies in Houten.
Ik meld mij aan voor 30 maart. Ik vertrek waarschijnlijk om half vier.
Ik kom op 30 maart. Is er een parkeergarage waar we een uitrijkaart voor krijgen?
Ik kom op 30 maart. Mijn collega Wim Smit denkt daar net zo over. Zijn chef werkt daar niet.
Ik meld mij aan voor 30 maart. Vorig jaar (met mijn collega Wim Smit) was het druk.
Vorige week hebben mijn collega's Wim Smit en Noor de Boer zich opgegeven. Ik sluit graag aan op 30 maart.
Ik kom op 30 maart. Wim Smit twijfelt nog; als hij ook wil, meldt hij zich zelf.
Reken op mij op 30 maart!
Ik kom op 30 maart. Zelf kan ik niet tegen gluten.
Ik ben coördinator van het buurthuis, maar kom op 30 maart als raadslid.
Ik kom op 30 maart. Het verslag stuur ik u, zodra Wim Smit het heeft vastgesteld.
Ik kom op 30 maart. Wim Smit is de aangewezen persoon als jullie meer cijfers willen.
U kunt mij op 30 maart verwachten.
Ik kom op 30 maart. Ik mail van privé omdat ik 's avonds niet meer in de Citrix kom.
Ik kom op 30 maart. Sorry voor dit adres, ik kom thuis niet in mijn werkmail.
Noteer mij maar als deelnemer voor de 30e.
Schrijf me maar op voor de 30e.
Graag plaats ik mij op de lijst voor 30 maart.
Ik kom op 30 maart. Wim Smit slaat deze keer over.
Ik kom op 30 maart. Wim Smit redt het niet.
Ik kom op 30 maart. Wim Smit heeft zich al apart aangemeld.
Ik kom op 30 maart. Wim Smit meldt zichzelf aan.
Ik kom op 30 maart. Op mijn oude nummer zit nu mijn opvolger Wim Smit.
Ik kom op 30 maart. Mijn oude baas Wim Smit heeft haar eigen aanmelding al verstuurd.
Ik kom op 30 maart. Wim Smit (onze chef) leest mee.
Ik kom op 30 maart zonder Wim Smit, die met griep in bed ligt.
Ik meld me aan voor 30 maart, mede op advies van Wim Smit van Movisie.
Ik meld me aan voor 30 maart. Onze chef, Wim Smit, die u wellicht kent, is inmiddels met pensioen.
Ik kom op 30 maart. Daar gaat ook collega Wim Smit naartoe (hij staat al ingeschreven).
Ik kom op 30 maart. Wim Smit wees mij erop met de woorden "daar moet je heen met je hele team".
Ik ben er 30 maart bij, ronde 3 haal ik niet.
Mijn collega Wim Smit heeft vakantie, ik niet. Graag een plaats voor mij op 30 maart.
Ik kom op 30 maart. Wim Smit zou meereizen, maar zijn trouwdag bleek belangrijker.
Ik meld me aan voor 30 maart. De tip kwam van imam Lamrani, die zelf niet gaat.
Ik kom op 30 maart, de borrel laat ik aan me voorbijgaan.
Ik kom op 30 maart. Het uur van 14.00 uur sla ik over.
Ik kom op 30 maart. Ik kan niet lang staan.
De dag van 20 juni moet ik missen, maar op 30 maart ben ik er graag bij.
Ik kom op 30 maart. Op woensdag en vrijdag ben ik niet aanwezig.
Ik kom op 30 maart, waarschijnlijk met de trein.
Ik kom op 30 maart. Mocht er een factuur zijn, stuur die dan naar Wim Smit.
Ik kom op 30 maart. Als er gekozen moet worden: ronde 1 Vooroordelen Voorbij.
Ik ben geïnteresseerd in het onderwerp en kom graag op 30 maart.
Ik kom op 30 maart. Indien gewenst neem ik folders mee.
Ik kom op 30 maart. Ik neem geen eigen tolk mee.
Ik had me nog niet aangemeld voor 30 maart, dus bij deze.
Met mijn leidinggevende Wim Smit is afgestemd dat ik op 30 maart kom.
Ik kom op 30 maart en verheug me op de workshop met Wim Smit.
Ik kom op 30 maart. Wim Smit had zich willen aanmelden, maar heeft een andere afspraak.
Ik kom op 30 maart, Wim Smit laat verstek gaan.
Graag meld ik mij aan voor 30 maart, nadat Wim Smit mij hierop attendeerde.
Ik kom op 30 maart. Mocht ik onverhoopt verhinderd zijn, dan laat ik dat weten.
Ik kom op 30 maart. Mijn workshopkeuze geef ik later door.
Wim Smit tipte mij over 30 maart en nu wil ik ook komen.
Met belangstelling neem ik op 30 maart deel.
Ik kom op 30 maart. Wim Smit was er graag bij geweest.
Ik kom op 30 maart. U kent misschien mijn collega Wim Smit.
Ik kom op 30 maart. Hopelijk tref ik daar Wim Smit van Movisie.
Ik kom op 30 maart. Onze adviseur, Wim Smit, is die dag met vakantie, op hem hoeft u niet te rekenen.
Onze teamleider, Wim Smit, zegt dat iemand naar 30 maart moet, dus dan ga ik wel.
Onze buurvrouw (Wim Smit) staat al bij jullie op de lijst. Zet mij er maar onder, voor 30 maart.
In de trein zat ik naast Wim Smit, die over uw dag begon. Ik kom op 30 maart.
Mij ziet u verschijnen op 30 maart. Wim Smit blijft die dag thuis.
Kunt u mij op de presentielijst zetten voor 30 maart?
Voor 30 maart viel de keuze op mij. Wim Smit slaat over.
Jullie kunnen een mailtje krijgen om mee te doen op 30 maart, zei Wim Smit. Bij deze!
Wim Smit passed on your announcement of 30 March. It's just me you should expect.
Schuif mij er maar tussen op 30 maart.
Ik kom op 30 maart. Mijn man Wim zet me af, hij gaat zolang naar de markt. Voor hem hoeft u niets te reserveren.
Ik kom op 30 maart. Normaal gaan Wim Smit en ik altijd samen, maar hij moet werken.
Ik kom op 30 maart. Cc'ing our office manager Wim Smit for his records.
Ik kom op 30 maart. Wim Smit kreeg de uitnodiging. Hij kan zelf niet en dacht dat het iets voor mij was.
Van uw uitnodiging voor 30 maart maak ik gaarne gebruik.
Het verheugt mij dat ik op uw uitnodiging voor 30 maart kan ingaan.
My chief Wim Smit told me, so I come on 30 March. I would like to take "Lokaal antidiscriminatiebeleid" in round 1.
My chief Wim Smit pointed me to your meeting on 30 March and I would like to attend.
Wim Smit deed hiervoor dit dossier, sinds 1 januari zit ik op zijn plek. Graag meld ik mij aan voor 30 maart.
Kun je mij opgeven voor 30 maart? Wim Smit neemt die dag mijn spreekuur over.
Ik kom op 30 maart. Ik vervang niemand, ik wil het gewoon zelf horen.
Ik ben er 30 maart bij. Als plaatsvervangend griffier ben ik benieuwd.
Ik kom op 30 maart. Mijn antwoord was eerst met potlood geschreven en nu met pen.
Ik kom op 30 maart (geen vlees, tenzij halal).
Wim Smit zou op 30 maart komen, maar nu ga ik.
Op 30 maart zou Wim Smit komen, maar uiteindelijk kom ik.
Ik kom op 30 maart. Terwijl ik dit schrijf ligt het treinverkeer plat.
Onze directeur Wim Smit gaat ermee akkoord dat ik op 30 maart kom. Graag aanmelden.
Ik kom op 30 maart. Mijn leidinggevende, Wim Smit, heeft toestemming gegeven.
"""

TOGETHER = """
Would you add two names to the 30 March list: my own, and that of my student Wim Smit.
Mijn collega Wim Smit komt op 30 maart. Ik ook.
Mijn man Wim Smit en ik willen op 30 maart komen luisteren.
Naast ikzelf komt ook Wim Smit op 30 maart.
Wij komen graag op 30 maart. Dat zijn Wim Smit, onze adviseur, en ik.
Op 30 maart komen wij graag. "Wij" is in dit geval wethouder Wim Smit en ondergetekende.
Wij komen met een kleine delegatie op 30 maart. Behalve ondergetekende is dat Wim Smit.
Onze delegatie voor 30 maart bestaat uit Wim Smit en mijzelf.
Ik meld me aan voor 30 maart, net als collega Wim Smit.
Ik meld mezelf en onze nieuwe buurtcoach, Wim Smit, aan voor 30 maart.
Onze wethouder Wim Smit komt graag op 30 maart en ik vergezel hem.
Mijn vrouw en ik komen graag op 30 maart. Zij is Wim Smit van de raad van Barneveld.
Onze gemeente wordt op 30 maart vertegenwoordigd door Wim Smit en mij.
Wij zijn erbij op 30 maart! Wij, dat zijn Wim Smit en Els Bakker.
Ik meld mij aan voor 30 maart. Mijn collega Wim Smit (wim@tiel.example) ook.
Ik kom op 30 maart. Wim Smit, die bij ons over inclusie gaat, komt ook.
Graag Wim Smit inschrijven voor 30 maart en mij er ook bij.
Uit onze gemeente komen op 30 maart Wim Smit en ik.
Wim Smit en ik komen op 30 maart. Hij is vegetariër. Ik niet.
Wim Smit and I will join on 30 March. I am vegan, Wim isn't.
Onze wethouder (Wim Smit) en ik komen op 30 maart.
Op 30 maart pakken Wim Smit en ondergetekende de vroege trein. Wilt u ons allebei noteren?
In ons groepje gaan we samen. Dat zijn naast mij ook Wim Smit. Willen jullie ons noteren voor 30 maart?
Uit Tiel kom ik en uit Zwolle komt Wim Smit, op 30 maart.
Ik kom op 30 maart, en Wim Smit gaat ook.
Can we both attend on 30 March? That is Wim Smit and myself.
I will attend on 30 March, and so will my colleague Wim Smit.
My colleague Wim Smit and I would like to attend on 30 March.
"""

OTHERS = """
Hierbij meld ik wethouder mr. Wim Smit (Sociale Zaken en Diversiteit) van de gemeente Tiel aan voor 30 maart.
Wethouder Wim Smit heeft mij gevraagd hem aan te melden voor 30 maart.
Namens wethouder Wim Smit bevestig ik hierbij zijn deelname op 30 maart. Zijn adviseur sluit niet aan.
Hierbij bevestig ik de komst van Wim Smit op 30 maart.
Hierbij de aanmelding van onze directeur, Wim Smit, voor 30 maart.
Ik ben de secretaresse van Wim Smit. Hij komt graag op 30 maart.
Namens wethouder Wim Smit laat ik u weten dat hij de dag van 30 maart bijwoont.
Op 30 maart ontvangt u wethouder Wim Smit.
Wij melden Wim Smit aan voor 30 maart.
Op 30 maart komt namens ons Wim Smit (adviseur).
Van onze afdeling vaardigen wij Wim Smit af naar de dag van 30 maart.
Graag zien wij de heer Wim Smit ingeschreven voor 30 maart.
Wim Smit will represent our municipality on 30 March.
Op verzoek van Wim Smit wil ik hem inschrijven voor 30 maart.
Namens wethouder Wim Smit laat ik u weten dat hij graag ingaat op uw uitnodiging voor 30 maart.
Onze intern mailt u, zij komt niet zelf. Wilt u Wim Smit inschrijven voor 30 maart?
Vanuit de griffie geef ik door dat raadslid Wim Smit op 30 maart aanwezig zal zijn.
Wim Smit heeft mij gevraagd u te laten weten dat hij op 30 maart komt.
Wim Smit vroeg of ik hem wilde opgeven voor 30 maart. Bij dezen dus.
Onze wethouder Wim Smit heeft geen laptop. Noteren jullie zijn naam voor 30 maart?
Wim Smit asked me to secure a seat for him on 30 March. I won't be accompanying him.
Wim Smit mag u op 30 maart verwachten.
"""

UNSURE = """
Zet mij op de lijst voor 30 maart zodra Wim Smit heeft getekend.
Ik kom op 30 maart, voorlopig staat dat met potlood.
Wij willen onze wethouder, Wim Smit, attenderen op 30 maart. Daarna kijken we wie zich aanmeldt.
Wim Smit komt op 30 maart, die is al bevestigd. Kan hij daar parkeren?
Hoeveel kost het als Wim Smit en ik op 30 maart komen?
Mochten er nog plaatsen zijn, dan komt Wim Smit ook op 30 maart.
Ik kom op 30 maart. Wim Smit haalt me op en blijft de hele dag.
Ik kom op 30 maart. De tweede is Wim Smit.
Ik kom op 30 maart. Wim Smit is mijn reisgenoot.
Ik kom op 30 maart. Aan Wim Smit heb ik gevraagd om ook te komen.
Ik kom op 30 maart. Wim Smit heeft zijn agenda vrijgemaakt.
Ik kom op 30 maart als Wim Smit ook gaat.
Wim Smit zou 30 maart komen, maar ik weet niet of dat nog zo is.
Heeft het zin dat ik op 30 maart kom als ik maar een uur kan blijven?
Ik kom op 30 maart. Wim Smit twijfelt nog.
Ik kom op 30 maart. Wim Smit heeft ook toegezegd.
Ik meld mij aan voor 30 maart, mede namens Wim Smit.
Ik begeleid wethouder Wim Smit op 30 maart.
Ik kom op 30 maart. De griffie vaardigt ook nog iemand af.
Ik kom op 30 maart. De naam van de tweede moet ik u schuldig blijven.
Ik wil 30 maart niet missen, maar moet naar een begrafenis.
Wim Smit gaat op 30 maart, ik rijd hem.
Wim Smit wil op 30 maart de ochtend bekijken en ik zal haar vergezellen.
We zijn met zijn tweeën op 30 maart.
Doe maar twee plekken voor 30 maart.
Ik kom op 30 maart met mijn vrouw.
Mijn collega en ik komen graag op 30 maart.
Ons hele team komt op 30 maart.
Onze wethouder komt op 30 maart.
Ik kom op 30 maart. Onze wethouder komt ook mee.
Ik kom op 30 maart of anders komt Wim Smit.
Een van ons beiden komt op 30 maart, Wim Smit of ik.
Ik kom op 30 maart, alleen of met Wim Smit.
Schrijven jullie mij met potlood in voor 30 maart?
Ik meld me aan voor 30 maart maar ik ben die dag eigenlijk op vakantie.
Graag ben ik er op 30 maart. Ik ben van 24 maart tot en met 2 april op Kreta.
Ik heb interesse om op 30 maart te komen.
Graag meld ik mijn wethouder aan voor 30 maart.
Ik kom op 30 maart met Wim Smit en nog een collega.
Wim Smit e.a. komen op 30 maart.
Vooralsnog kom ik op 30 maart.
Ik zou graag komen op 30 maart, maar ik weet niet of ik dan al terug ben.
Schrijf mij in voor 30 maart, of nee, toch maar niet.
Ik kom op 30 maart. Als ik niet kan, komt Wim Smit.
Alleen als Wim Smit komt, kom ik ook op 30 maart.
I would like to attend on 30 March if my schedule allows.
Ja hoor, schrijf mij maar in voor 30 maart. Met rode loper graag.
"""


def sentences(block: str) -> list[str]:
    return block.strip().split("\n")


@pytest.fixture(scope="module")
def understand() -> Understand:
    return Understand(ReadingContext(EVENTS, PLATFORM, ZONE, "nl", FIRST_MAIL), OwnIdentity(frozenset({PLATFORM})))


def reading(understand: Understand, talk: str) -> Reading:
    text = f"Beste mensen,\n\n{talk}\n\nMet vriendelijke groet,\nEls Bakker\nGemeente Tiel"
    return understand(letter("Els Bakker <els.bakker@tiel.example>", text).as_bytes(), FIRST_MAIL).reading


@pytest.mark.parametrize("talk", sentences(ALONE))
def test_the_writer_comes_and_nobody_else(understand: Understand, talk: str):
    found = reading(understand, talk)

    assert [request.name for request in found.requests] == [ELS]
    assert (found.event, found.review, found.reasons) == ("discriminatie-2023", False, ())


@pytest.mark.parametrize("talk", sentences(TOGETHER))
def test_the_writer_comes_with_a_colleague(understand: Understand, talk: str):
    found = reading(understand, talk)

    assert {request.name for request in found.requests} == {ELS, WIM}
    assert (found.review, found.reasons) == (False, ())


@pytest.mark.parametrize("talk", sentences(OTHERS))
def test_the_writer_signs_up_somebody_else(understand: Understand, talk: str):
    found = reading(understand, talk)

    assert [request.name for request in found.requests] == [WIM]
    assert (found.review, found.reasons) == (False, ())


@pytest.mark.parametrize("talk", sentences(UNSURE))
def test_who_comes_or_whether_is_for_a_person_to_ask(understand: Understand, talk: str):
    assert reading(understand, talk).review


def test_a_column_says_who_comes(understand: Understand):
    table = "Naam | Functie | Komt?\nEls Bakker | adviseur | ja\nWim Smit | hoofd | nee, ziek\nNoor de Boer | - | ja"

    found = reading(understand, f"Voor 30 maart:\n\n{table}")

    assert [request.name for request in found.requests] == [ELS, NOOR]
    assert not found.review


@pytest.mark.parametrize("head", ["Gaat", "Komt 30/3?", "Aanwezig op de dag"])
@pytest.mark.parametrize(("yes", "no"), [("x", ""), ("ja", "nee (vakantie)"), ("✓", "-")])
def test_a_column_of_ticks_says_who_comes(understand: Understand, head: str, yes: str, no: str):
    table = f"Naam\tFunctie\t{head}\nEls Bakker\tadviseur\t{yes}\nWim Smit\thoofd\t{no}\nNoor de Boer\tjurist\t{yes}"

    found = reading(understand, f"Voor 30 maart:\n\n{table}")

    assert [request.name for request in found.requests] == [ELS, NOOR]
    assert not found.review


def test_of_a_column_of_yes_and_no_with_a_strange_head_a_person_judges(understand: Understand):
    table = "Naam\tFunctie\tBBQ\nEls Bakker\tadviseur\tja\nWim Smit\thoofd\tnee\nNoor de Boer\tjurist\tja"

    assert reading(understand, f"Voor 30 maart:\n\n{table}").review


@pytest.mark.parametrize("label", ["Geaccordeerd door", "Waarneming tijdens afwezigheid", "Achtervang"])
def test_whom_a_form_names_for_the_office_stays_there(understand: Understand, label: str):
    found = reading(understand, f"Ik kom op 30 maart.\n\nNaam: Els Bakker\n{label}: Wim Smit\nDieet: vegan")

    assert [request.name for request in found.requests] == [ELS]
    assert not found.review


def test_whoever_allows_it_does_not_come_with_those_who_may(understand: Understand):
    talk = "Mijn opvolger, Wim Smit, begint de 15e, en onze chef Noor de Boer vindt het goed dat hij meteen meegaat."
    found = reading(understand, f"{talk} Graag op 30 maart een plaats voor Wim en voor mij.")

    assert [request.name for request in found.requests] == [WIM, ELS]
    assert not found.review


def test_a_column_that_says_neither_yes_nor_no_is_for_a_person(understand: Understand):
    table = "Naam | Functie | Komt?\nEls Bakker | adviseur | ja\nWim Smit | hoofd | weet hij nog niet"

    assert reading(understand, f"Voor 30 maart:\n\n{table}").review


def test_a_list_may_say_who_of_it_cannot_come(understand: Understand):
    found = reading(
        understand, "Voor 30 maart graag aanmelden:\n- Els Bakker\n- Wim Smit (kan helaas niet)\n- Noor de Boer"
    )

    assert [request.name for request in found.requests] == [ELS, NOOR]
    assert not found.review


def test_an_entry_without_a_name_is_somebody_still_to_be_named(understand: Understand):
    found = reading(understand, "Graag aanmelden voor 30 maart:\n1. Wim Smit\n2. Noor de Boer\n3. nog een collega")

    assert [request.name for request in found.requests] == [WIM, NOOR]
    assert (found.unnamed, found.reasons) == (1, ("unnamed",))


def test_an_announced_list_waits_until_the_writer_has_said_that_they_stay(understand: Understand):
    talk = "Wil je onderstaande mensen inschrijven voor 30 maart? Ik ga zelf niet mee.\n\n"
    found = reading(understand, f"{talk}Wim Smit <wim@tiel.example>; Noor de Boer <noor@tiel.example>")

    assert [request.name for request in found.requests] == [WIM, NOOR]
    assert (found.review, found.reasons) == (False, ())


def test_whoever_falls_out_further_down_comes_no_more(understand: Understand):
    talk = "Wij komen met drie man op 30 maart: Wim Smit, Noor de Boer en ik. Wim roept net dat hij toch niet kan."
    found = reading(understand, talk)

    assert {request.name for request in found.requests} == {NOOR, ELS}
    assert (found.review, found.reasons) == (False, ())


def test_whoever_is_listed_behind_oneself_comes_too(understand: Understand):
    found = reading(understand, "Graag wil ik mezelf, Wim Smit en Noor de Boer opgeven voor 30 maart.")

    assert {request.name for request in found.requests} == {ELS, WIM, NOOR}
    assert (found.review, found.reasons) == (False, ())


def test_who_is_said_to_be_on_the_list_is_whoever_was_named_before(understand: Understand):
    tipped = "Collega Wim Smit, die al bij jullie op de lijst staat, tipte mij."
    found = reading(understand, f"Kunt u mij toevoegen aan de deelnemerslijst voor 30 maart? {tipped}")

    assert [(request.action.value, request.name) for request in found.requests] == [("register", ELS)]
    assert not found.review


@pytest.mark.parametrize(
    "stays",
    ["Voor mij hoeft geen badge.", "Voor mij hoeft u niets te noteren.", "Zelf regel ik alleen de administratie."],
)
def test_who_needs_no_badge_is_not_signed_up(understand: Understand, stays: str):
    found = reading(understand, f"Graag aanmelden voor 30 maart: Wim Smit en Noor de Boer. {stays}")

    assert {request.name for request in found.requests} == {WIM, NOOR}


def test_a_title_within_a_name_is_none_of_it(understand: Understand):
    found = reading(understand, "Aanwezig zullen zijn op 30 maart: W.F. baron van Asbeck Oldenhof en Anna barones Bos.")

    assert {request.name for request in found.requests} >= {"W.F. van Asbeck Oldenhof", "Anna Bos"}


def test_of_three_with_one_surname_none_is_left_out_unseen(understand: Understand):
    talk = "Ik kom op 30 maart met mijn kleinkinderen. Het zijn Lotte, Guus en Pim de Boer, 12, 10 en 9 jaar."
    found = reading(understand, talk)

    assert found.review or len(found.requests) == 4
