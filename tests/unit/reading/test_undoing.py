"""What answers our own letters: cancellations in any words, changes, thanks. Whose seat it is: test_whose_seat.py."""

import pytest

from mailbot.domain.reading import Action, Reading
from mailbot.pipeline.understand import Understand
from tests.unit.reading import quoting
from tests.unit.reading.everyday import CANCELLED, CONFIRMED, CONFIRMED_BOTH, ELS, RE, mail
from tests.unit.reading.test_everyday_mails import read, understand

__all__ = ["understand"]  # the fixture

SIGN = {Action.REGISTER: "+", Action.CANCEL: "-", Action.CHANGE: "~"}
REMINDER = """Beste deelnemer,

Volgende week donderdag is het zover: op 30 maart zien we u graag in de Koninklijke Jaarbeurs. Neem een
legitimatiebewijs mee. Bent u verhinderd? Meldt u zich dan af.
"""


def read_answer(understand: Understand, text: str, quoted: str, *, subject: str = RE) -> Reading:
    """What Els makes known in an answer to what we wrote; without anything quoted, in a mail of her own."""
    own = text if "Els Bakker" in text else f"{text}\n\nGroet,\nEls Bakker"
    return read(understand, mail(ELS, subject, quoting.gmail(own, quoted) if quoted else own))


def in_short(reading: Reading) -> str:
    """The requests in one line: "-Els Bakker +Wim Smit"; a question mark where a person should look."""
    asked = " ".join(f"{SIGN[request.action]}{request.name}" for request in reading.requests)
    return f"{asked} ?" if reading.review else asked


@pytest.mark.parametrize(
    "text",
    [
        "Het gaat hem niet worden, helaas.",
        "So no Jaarbeurs for me on Thursday. Do pass on the seat.",
        "You'll have to do without me.",
        "Donderdag is voor mij van de baan.",
        "Ik ga het niet redden de 30e.",
        "Bij nader inzien zie ik af van deelname.",
        "Ik zie er toch maar van af.",
        "Streep mij maar door.",
        "Wil je mijn naam van de lijst strepen?",
        "Mijn plek mag naar iemand anders.",
        "Het lukt me niet om te komen.",
        "Het is me niet gelukt om die dag vrij te houden, ik kan dus niet.",
        "Ik heb corona. Kom dus niet.",
        "Ziek. Kan niet komen.",
        "Jullie zullen het zonder mij moeten doen.",
        "Op mij hoeven jullie niet meer te rekenen.",
        "Reken morgen niet op mij.",
        "Hierbij trek ik me terug voor 30 maart.",
        "Ik ben die dag niet in de gelegenheid om te komen.",
        "Ik kan niet. Sorry!",
        "Nee, toch maar niet.",
        "U hoeft geen badge voor mij te printen, ik zit dan in Ghana.",
        "There is no point in keeping a badge for me. I'd be grateful to stay on your mailing list.",
        "Ik moet afzeggen. Ik blijf graag op de verzendlijst.",
        "Met spijt laat ik weten dat ik er overmorgen niet bij ben: griep. Ik hoop dat er een verslag komt!",
        "Helaas moet ik u laten weten dat ik er donderdag niet bij kan zijn.",
        "Tot mijn spijt moet ik u berichten dat ik er niet bij zal zijn.",
        "Bij dezen meld ik u dat ik het op 30 maart niet red.",
        "Nu blijkt dat ik er de 30e niet ben.",
        "Ik moet helaas melden dat ik afzie van deelname.",
        "Door omstandigheden red ik het niet op 30 maart.",
        "Mijn deelname komt te vervallen.",
        "Mijn deelname op 30 maart gaat niet door.",
        "Oppas viel weg, dus ik blijf donderdag thuis.",
        "Ik kom niet en heb geen vervanging kunnen vinden.",
        "Ik kan niet. Mijn collega's komen wel gewoon.",
        "Ik kan er helaas niet bij zijn. Wilt u mij van de lijst halen? Er komt niemand voor mij in de plaats.",
        "Ik moet me afmelden voor 30 maart. Misschien kom ik wel naar de bijeenkomst in juni.",
    ],
)
@pytest.mark.parametrize("quoted", [CONFIRMED, REMINDER], ids=["confirmation", "reminder"])
def test_who_is_on_the_list_cancels_in_any_words(understand: Understand, text: str, quoted: str):
    assert in_short(read_answer(understand, text, quoted)) == "-Els Bakker"


@pytest.mark.parametrize(
    ("text", "subject", "asked"),
    [
        ("Kom niet 30/3. Geen vervanger.", "Afmelding", "-Els Bakker"),
        ("Ik had me opgegeven voor 30 maart maar kan toch niet.", "30 maart", "-Els Bakker"),
        ("Ik stond op de lijst voor 30 maart, maar dat gaat niet lukken.", "30 maart", "-Els Bakker"),
        ("Ik kan 30 maart niet komen en was al aangemeld.", "30 maart", "-Els Bakker"),
        (
            "Onze adviseur Wim Smit had zich aangemeld. Hij is ziek en vroeg mij hem voor 30 maart af te melden. "
            "Mijn eigen aanmelding blijft gewoon staan!",
            "Afmelding Wim Smit",
            "-Wim Smit",
        ),
        (
            "Op 21 februari heb ik wethouder Wim Smit aangemeld voor 30 maart. Hij is verhinderd. Wethouder Noor de "
            "Boer is bereid gevonden zijn plaats in te nemen.",
            "Wijziging",
            "-Wim Smit +Noor de Boer",
        ),
        (
            "Wij hadden ons (Wim Smit en ik) aangemeld voor 30 maart. Wij moeten helaas allebei afzeggen.",
            "30 maart",
            "-Els Bakker -Wim Smit",
        ),
        (
            "Ik gaf ons vorige maand met z'n drieën op: Wim Smit, Noor de Boer en ik. Wim en Noor moeten die dag "
            "bij de rechtbank zijn. Zij komen dus niet. Ik kom wel.",
            "Delegatie kleiner",
            "-Wim Smit -Noor de Boer",
        ),
        (
            "Half het team heeft griep. Op 30 maart zijn we er alle drie niet: Els Bakker, Wim Smit en Noor de Boer.",
            "Afmelding",
            "-Els Bakker -Wim Smit -Noor de Boer",
        ),
        (
            "Bij mijn opgave voor 30 maart koos ik voor ronde 2 Lokaal antidiscriminatiebeleid. Kan dat omgezet worden "
            "naar Vooroordelen Voorbij? De boot van 16.30 haal ik toch niet.",
            "Workshop",
            "~Els Bakker",
        ),
        (
            "Ik had ons drieën opgegeven voor 30 maart (Wim Smit, Noor de Boer en ik). Wilt u ons alle drie afmelden?",
            "30 maart",
            "-Els Bakker -Wim Smit -Noor de Boer",
        ),
        (
            "Voor 30 maart staan Wim Smit en ik ingeschreven. Sanne Vos komt in zijn plaats. Zelf blijf ik komen.",
            "Wisseling",
            "-Wim Smit +Sanne Vos",
        ),
        (
            "Een maand geleden heb ik mij aangemeld voor 30 maart. Ik kom, maar in een rolstoel in plaats van te voet.",
            "Gebroken been",
            "~Els Bakker",
        ),
        (
            "Wim Smit heeft zich bij u aangemeld en is op 30 maart verhinderd. Ik kom in zijn plaats. Graag zijn naam "
            "doorstrepen en de mijne noteren.",
            "Ik neem de plek van Wim Smit over",
            "-Wim Smit +Els Bakker",
        ),
        (
            "Ik heb mij voor 30 maart en 20 juni opgegeven. Op 20 juni ben ik op vakantie, dus die kan eruit.",
            "20 juni",
            "-Els Bakker",
        ),
        (
            "Ik heb Wim Smit bij u aangemeld voor 30 maart. Hij eet veganistisch. Kunt u dit aanpassen op de lijst?",
            "Dieetwens",
            "~Wim Smit",
        ),
        ("Ik red het 30 maart toch niet. Plek mag naar iemand anders!", "30 maart", "-Els Bakker"),
        ("Graag nog toevoegen aan mijn aanmelding voor 30 maart: ik eet halal.", "Dieet", "~Els Bakker"),
        (
            "Ik moet mijn aanmelding voor 30 maart intrekken. Gelukkig wil Noor de Boer het van me overnemen.",
            "30 maart",
            "-Els Bakker +Noor de Boer",
        ),
        ("Noteren bij mijn aanmelding voor 30 maart dat ik vegan eet.", "Dieet", "~Els Bakker"),
        ("Zouden jullie in mijn registratie voor 30 maart willen opnemen dat ik vegan eet?", "Dieet", "~Els Bakker"),
        ("Mijn aanmelding voor 30 maart staat, maar ik eet vegan. Kan dat erbij gezet?", "Dieet", "~Els Bakker"),
        ("Was ik in mijn aanmelding voor 30 maart vergeten te zeggen: ik eet halal.", "Dieet", "~Els Bakker"),
        ("In mijn inschrijving voor 30 maart vergat ik te melden dat ik vegan eet.", "Dieet", "~Els Bakker"),
        ("Bij mijn aanmelding schreef ik vegetarisch. Maak daar graag veganistisch van.", "Dieet", "~Els Bakker"),
        ("Petra Bos heeft mij vorige week opgegeven. Ik eet inmiddels veganistisch.", "Dieet", "~Els Bakker"),
        ("Our secretary put me on your list for 30 March last week. I eat vegan now.", "Diet", "~Els Bakker"),
        ("Petra has signed me up for 30 March. Could you note that I eat vegan?", "Diet", "~Els Bakker"),
        ("Foutje bij het opgeven: ik eet geen vlees, graag veganistisch.", "Dieet", "~Els Bakker"),
        ("Ik sta voor ronde 2 bij Lokaal beleid. Zou ik daar Vooroordelen van kunnen maken?", "Ronde 2", "~Els Bakker"),
    ],
)
def test_ones_own_words_tell_that_one_is_on_the_list(understand: Understand, text: str, subject: str, asked: str):
    assert in_short(read_answer(understand, text, "", subject=subject)) == asked


@pytest.mark.parametrize("text", ["Dank, ik kom.", "Ik ben erbij hoor!", "Komt goed, tot donderdag."])
def test_who_says_again_that_they_come_asks_for_nothing(understand: Understand, text: str):
    assert read_answer(understand, text, REMINDER).requests == ()


def test_a_group_that_cancels_without_names_is_for_a_person(understand: Understand):
    assert read_answer(understand, "Wij komen alle drie niet.", "", subject="Afmelding").reasons == ("group_of_one",)


def test_a_cancellation_is_taken_back(understand: Understand):
    text = "Het overleg waarvoor ik me had afgemeld gaat niet door. Ik kom dus alsnog, zet mij weer op de lijst."

    assert in_short(read_answer(understand, text, CANCELLED)) == "+Els Bakker"


def test_thanks_for_a_cancellation_cancel_nothing(understand: Understand):
    assert read_answer(understand, "Dank voor de bevestiging van mijn afmelding.", CANCELLED).requests == ()


@pytest.mark.parametrize(
    "text",
    [
        "Fijn dat dit zo snel verwerkt is, dank! Erg jammer dat ik er niet bij kan zijn.",
        "Dank voor de bevestiging. Helaas kan ik dus niet komen. Tot een volgende keer!",
    ],
)
def test_who_is_off_the_list_and_says_so_again_cancels_nothing(understand: Understand, text: str):
    assert read_answer(understand, text, CANCELLED, subject="RE: Bevestiging afmelding").requests == ()


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Noor en ik komen, Wim niet.", "-Wim Smit"),
        ("Noor komt wel, Wim en ik niet.", "-Els Bakker -Wim Smit"),
        ("Kleine wijziging: Wim gaat niet mee, Sanne Vos wel.", "+Sanne Vos -Wim Smit"),
        ("Wim kan niet, Sanne Vos gaat mee.", "+Sanne Vos -Wim Smit"),
        ("Toch maar niet, ik meld me af.", "-Els Bakker"),
        ("Jullie mogen mijn plek aan de eerste van de wachtlijst geven.", "-Els Bakker"),
    ],
)
def test_a_verb_left_out_is_that_of_the_words_before(understand: Understand, text: str, asked: str):
    reading = read_answer(understand, text, CONFIRMED_BOTH)

    assert sorted(in_short(reading).split()) == sorted(asked.split())


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Misschien kan ik toch niet komen, dat weet ik morgen pas.", CONFIRMED),
        ("Mijn collega's moeten helaas afzeggen.", CONFIRMED_BOTH),
        ("Ik sta dubbel op de lijst. Kunt u mijn tweede inschrijving verwijderen?", CONFIRMED),
        ("Ik kan niet, er komt iemand anders van ons. Ik geef de naam zo snel mogelijk door.", CONFIRMED),
    ],
)
def test_what_is_only_half_said_waits_for_a_person(understand: Understand, text: str, quoted: str):
    assert read_answer(understand, text, quoted).review


@pytest.mark.parametrize(
    "text",
    [
        "Reken donderdag niet op mij.",
        "Ik kan donderdag onmogelijk weg. Geef mijn stoel gerust aan een ander.",
        "Er is iets tussen gekomen, ik moet mijn deelname intrekken. Misschien volgend jaar beter.",
    ],
)
def test_a_seat_is_given_up_without_the_word_for_it(understand: Understand, text: str) -> None:
    assert in_short(read_answer(understand, text, CONFIRMED)) == "-Els Bakker"
