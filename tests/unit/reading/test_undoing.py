"""What answers our own letters: cancellations in any words, changes, thanks. Whose seat it is: test_whose_seat.py."""

import pytest

from mailbot.domain.reading import Action, Reading
from mailbot.pipeline.understand import Understand
from tests.unit.reading import quoting
from tests.unit.reading.everyday import CANCELLED, CONFIRMED, CONFIRMED_BOTH, CONFIRMED_JUNE, ELS, RE, mail
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


@pytest.mark.parametrize("text", ["1A 2B", "1A 2B graag!", "Graag 2B."])
def test_codes_below_what_our_confirmation_offers_are_a_choice(understand: Understand, text: str):
    lists = "Ronde 1:\n- 1A – Lokaal beleid\n- 1B – Vooroordelen\n\nRonde 2:\n- 2A – Lokaal beleid\n- 2B – Vooroordelen"
    offer = f"{CONFIRMED.split('- Workshop')[0]}\nBijvoorbeeld: 1A 2B.\n\nHier is nog plaats:\n\n{lists}\n"

    assert in_short(read_answer(understand, text, offer)) == "~Els Bakker"


def test_a_group_that_cancels_without_names_is_for_a_person(understand: Understand):
    assert read_answer(understand, "Wij komen alle drie niet.", "", subject="Afmelding").reasons == ("group_of_one",)


@pytest.mark.parametrize(
    "text",
    [
        "Vergeet niet mij van de lijst te halen.",
        "Niet schrikken van het aantal afmeldingen, er volgt er nog één: de mijne.",
        "Het lukt niet, annuleer mijn aanmelding.",
        "Ik kan niet en meld me af.",
        "Mijn deelname is niet meer nodig, annuleer maar.",
        "Ik kom niet en annuleer mijn inschrijving.",
        "Ik kan niet, dus mijn plaats geef ik op.",
        "Mijn plaats geef ik vrij, niet omdat ik wil, maar omdat ik moet.",
        "Ik heb mijn plek niet meer nodig, haal mij van de lijst.",
        "Sorry dat ik mijn aanmelding niet eerder introk, ik kom niet.",
    ],
)
def test_a_not_of_something_else_keeps_no_seat(understand: Understand, text: str) -> None:
    assert in_short(read_answer(understand, text, CONFIRMED)) == "-Els Bakker"


@pytest.mark.parametrize(
    "text",
    [
        "Mijn deelname laat ik niet vallen.",
        "Mijn inschrijving trek ik niet terug.",
        "Ik zie niet af van mijn deelname.",
        "Mijn stoel blijft niet leeg hoor.",
        "Mijn plek komt niet vrij.",
        "Ik annuleer niet.",
        "Schrap mij niet.",
        "Ik haak niet af.",
        "Ik ben niet van plan af te zeggen.",
        "U hoeft mij niet van de lijst te halen.",
        "Mijn plaats geef ik niet op.",
        "Mijn aanmelding wil ik niet laten vervallen, wat u ook hoort.",
        "Ik trek mijn inschrijving niet in.",
        "Afzeggen doe ik zeker niet.",
        "Van afmelden is geen sprake.",
        "I am not giving up my seat.",
    ],
)
def test_a_not_among_the_words_that_give_up_a_seat_keeps_it(understand: Understand, text: str) -> None:
    assert read_answer(understand, text, CONFIRMED).requests == ()


@pytest.mark.parametrize(
    "text",
    [
        "Mijn plaats geef ik niet op, maar ik heb een notenallergie.",
        "Afzeggen doe ik niet, wel graag notenvrij.",
        "Mijn deelname trek ik niet terug en mijn plek hoeft u niet weg te geven. Ik eet wel notenvrij.",
    ],
)
def test_what_is_told_beside_a_seat_that_is_kept_changes_it(understand: Understand, text: str) -> None:
    (request,) = read_answer(understand, text, CONFIRMED).requests

    assert (request.action, "noten" in (request.diet or "")) == (Action.CHANGE, True)


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


def test_a_verb_behind_it_makes_cannot_another_thing(understand: Understand):
    reading = read_answer(understand, "Ik kan niet parkeren bij het station. Is er een garage?", CONFIRMED)

    assert (reading.requests, reading.question) == ((), True)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("We eten alle drie halal.", "~Els Bakker ~Wim Smit ~Noor de Boer"),
        ("Wim komt niet. Noor eet veganistisch.", "-Wim Smit ~Noor de Boer"),
        ("Wim zit in een rolstoel, kunt u dat noteren?", "~Wim Smit"),
        ("Dank! Wil je er Sanne Vos nog aan toevoegen?", "+Sanne Vos"),
        ("Voeg je Sanne Vos nog toe aan de lijst?", "+Sanne Vos"),
        ("Kan Sanne Vos er nog bij?", "+Sanne Vos"),
        ("Nog een erbij: Sanne Vos wil ook.", "+Sanne Vos"),
        ("Kunt u Wim Smit wijzigen in Sanne Vos?", "-Wim Smit +Sanne Vos"),
        ("Niet Wim maar Sanne Vos komt mee.", "-Wim Smit +Sanne Vos"),
    ],
)
def test_what_is_new_is_told_from_what_is_known(understand: Understand, text: str, asked: str):
    assert sorted(in_short(read_answer(understand, text, CONFIRMED_BOTH)).split(" ")) == sorted(asked.split(" "))


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        (
            "Graag voortaan mailen naar els.bakker@zwolle.example, dit adres vervalt.",
            "email",
            "els.bakker@zwolle.example",
        ),
        ("Ik heb een nieuw mailadres: els@nieuw.example.", "email", "els@nieuw.example"),
        ("U kunt mij voortaan bereiken op 06-12345678.", "phone", "06-12345678"),
        ("Ik werk inmiddels bij de gemeente Zwolle.", "organisation", "Gemeente Zwolle"),
        ("Mijn functie is inmiddels teamleider.", "role", "teamleider"),
    ],
)
def test_a_new_value_changes_a_booking(understand: Understand, text: str, key: str, value: str):
    reading = read_answer(understand, text, CONFIRMED)

    assert (in_short(reading), getattr(reading.requests[0], key)) == ("~Els Bakker", value)


@pytest.mark.parametrize(
    "text",
    [
        "Moet ik nog iets doen?",
        "Fijn, ik zie uit naar Vooroordelen Voorbij in ronde 2!",
        "Dank, ook voor het vegetarische eten.",
    ],
)
def test_what_is_booked_already_is_no_change(understand: Understand, text: str):
    assert read_answer(understand, text, CONFIRMED).requests == ()


def test_who_is_booked_for_one_event_signs_up_for_another(understand: Understand):
    text = (
        "We spraken elkaar over 30 maart, waar ik al voor sta ingeschreven. Voor Mensenrechten in de wijk mag je mij "
        "ook noteren."
    )
    reading = read_answer(understand, text, "", subject="20 juni")

    assert (in_short(reading), reading.event) == ("+Els Bakker", "mensenrechten-2023")


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
    "text",
    [
        "Kan ik mijn aanmelding nog annuleren tot een dag van tevoren?",
        "Tot wanneer kan ik kosteloos annuleren?",
        "Wat als ik verhinderd ben?",
    ],
)
def test_who_asks_how_one_cancels_cancels_nothing(understand: Understand, text: str):
    reading = read_answer(understand, text, CONFIRMED)

    assert (reading.requests, reading.review) == ((), True)


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


def test_a_number_of_rounds_or_of_givers_is_no_number_of_people(understand: Understand) -> None:
    text = "Graag meld ik mij aan voor 30 maart. Ik wil alle drie de rondes benutten: {} Vooroordelen Voorbij."
    for part in ("om 12 uur bij de twee van het College,", "steeds"):
        assert in_short(read_answer(understand, text.format(part), "", subject="Aanmelding")) == "+Els Bakker"


@pytest.mark.parametrize(
    "text",
    [
        "Mocht ik toch verhinderd zijn, dan gaat Wim Smit in mijn plaats.",
        "If I can't make it, Wim Smit will go instead.",
        "Kan Wim Smit eventueel in mijn plaats komen als ik ziek word?",
        "Wim is ziek, dus ik weet niet of hij komt.",
        "In plaats van Wim Smit of Noor de Boer komt nu Piet Jansen.",
        "Ik stond op de deelnemerslijst met mijn privéadres, kunt u dat verwijderen?",
    ],
)
def test_what_is_only_supposed_or_may_mean_another_is_put_to_a_person(understand: Understand, text: str) -> None:
    assert read_answer(understand, text, CONFIRMED_BOTH).review


@pytest.mark.parametrize(
    "text",
    [
        "Mijn hotelreservering heb ik geannuleerd, ik reis die dag zelf.",
        "Ik meld mij af voor de nieuwsbrief.",
        "Kunt u mijn telefoonnummer van de lijst halen?",
    ],
)
def test_other_things_than_a_seat_can_be_cancelled(understand: Understand, text: str) -> None:
    assert Action.CANCEL not in {r.action for r in read_answer(understand, text, CONFIRMED).requests}


@pytest.mark.parametrize(
    "text",
    [
        "Ik kan toch niet. Kan mijn plek naar mijn collega's Wim Smit of Noor de Boer?",
        "Ik kan niet op 20 juni, maar wel op 30 maart.",
        "Ik geef mijn plek in de workshop Vooroordelen Voorbij graag aan een ander.",
        "Wim Smit neemt in de middag mijn plaats in, ik ben er 's ochtends.",
    ],
)
def test_half_a_cancellation_is_put_to_a_person(understand: Understand, text: str) -> None:
    assert read_answer(understand, text, CONFIRMED).review


@pytest.mark.parametrize(
    "text",
    ["I would hate to miss it. See you there.", "Mijn vergadering is geannuleerd, dus ik kan de hele dag blijven."],
)
def test_words_of_leaving_that_say_the_opposite_give_up_no_seat(understand: Understand, text: str) -> None:
    assert not read_answer(understand, text, CONFIRMED).requests


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Traplopen lukt mij niet meer, is er een lift?", ""),
        ("De trein van acht uur haal ik niet, dus ik ben er om half elf.", ""),
        ("Vooroordelen Voorbij sla ik over, die ken ik al.", ""),
        ("Dit jaar sla ik niet over!", ""),
        ("Donderdag red ik niet.", "-Els Bakker"),
        ("Die bijeenkomst sla ik over.", "-Els Bakker"),
        ("Door de griep haal ik het niet.", "-Els Bakker"),
        ("Ik moet afzeggen: er is een extra vergadering waar ik bij moet zijn.", "-Els Bakker"),
        ("Ik kom niet, want er is bij ons een inspectie die ik moet begeleiden.", "-Els Bakker"),
        ("Een gedeeltelijke afmelding: haal mij uit de workshop van ronde 3.", " ?"),
    ],
)
def test_only_what_is_an_event_can_be_stayed_away_from(understand: Understand, text: str, asked: str) -> None:
    reading = read_answer(understand, text, CONFIRMED)

    assert [request.action for request in reading.requests if request.action is Action.CANCEL] == (
        [Action.CANCEL] if asked.startswith("-") else []
    )
    assert not reading.review or asked != "-Els Bakker"


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Voor 20 juni had ik mij opgegeven, haal mij daar maar af. 30 maart gaat gewoon door.", "mensenrechten-2023"),
        ("Donderdag 30 maart moet ik afzeggen. Voor juni blijft alles zoals het is.", "discriminatie-2023"),
        (
            "Die van 30 maart is voor een collega. Voor de middag in Den Haag meld ik mij graag aan.",
            "mensenrechten-2023",
        ),
        ("Ik las over 30 maart. Dat gaat niet lukken. Maar 20 juni, daar wil ik wél heen.", "mensenrechten-2023"),
    ],
)
def test_the_event_is_that_of_the_sentence_that_asks(understand: Understand, text: str, event: str) -> None:
    assert read_answer(understand, text, "", subject="Bijeenkomst").event == event


@pytest.mark.parametrize(
    "text",
    [
        "Ik meld mij NIET af hoor, ook al regent het.",
        "Ik hoef me toch niet af te melden als ik later kom?",
        "Als mijn kind ziek blijft moet ik afzeggen, dat laat ik woensdag weten.",
        "Zodra de trein weer uitvalt meld ik mij af.",
        "I won't be cancelling after all!",
    ],
)
def test_a_cancellation_that_is_denied_or_supposed_gives_up_no_seat(understand: Understand, text: str) -> None:
    reading = read_answer(understand, text, CONFIRMED)

    assert reading.review
    assert Action.CANCEL not in {request.action for request in reading.requests}


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("Ik ben aangemeld voor 30 maart met 06-24119035. U bereikt mij voortaan op 06-57280416.", "phone", "57280416"),
        ("Voor 30 maart heeft u van mij nummer 06-33019284. Mijn nieuwe nummer is 06-40881526.", "phone", "40881526"),
        ("Ik sta op de lijst voor 30 maart. Alles komt voortaan aan op els@tiel.example.", "email", "els@tiel.example"),
        ("Bij mijn aanmelding schreef ik lactosevrij, maar dat moet notenallergie zijn.", "diet", "notenallergie"),
    ],
)
def test_the_new_value_is_the_one_that_is_told_last(understand: Understand, text: str, key: str, value: str) -> None:
    reading = read_answer(understand, text, "", subject="30 maart")

    (request,) = reading.requests
    assert request.action is Action.CHANGE
    assert str(getattr(request, key)).endswith(value)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Mag ik Vooroordelen Voorbij in ronde 1 doen in plaats van ronde 3? Ik moet om kwart voor vier weg.", "~"),
        ("Kan ik op de dag zelf nog wisselen van workshop?", ""),
        ("Wordt Vooroordelen Voorbij in ronde 1 gegeven in plaats van in ronde 3?", ""),
        ("I'm down for Vooroordelen Voorbij in round 1. Could you move me to round 3?", "~"),
    ],
)
def test_a_choice_can_be_asked_for_in_a_question(understand: Understand, text: str, asked: str) -> None:
    reading = read_answer(understand, text, "", subject="Ronde wisselen")

    assert [SIGN[request.action] for request in reading.requests] == list(asked)


@pytest.mark.parametrize(
    "text",
    [
        "Op 20 juni kan ik niet, haal mij daarvoor van de lijst. Voor 30 maart blijf ik gewoon ingeschreven.",
        "Helaas moet ik 20 juni annuleren. Voor de Jaarbeurs verandert er niets: daar ben ik gewoon bij.",
    ],
)
def test_who_gives_up_one_of_two_events_keeps_the_other(understand: Understand, text: str) -> None:
    reading = read_answer(understand, text, CONFIRMED_JUNE, subject="Re: Mensenrechten in de wijk")

    assert (in_short(reading), reading.event) == ("-Els Bakker", "mensenrechten-2023")


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


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("De uitvaart van mijn oom is precies op 30 maart, dus ik meld me af.", "-Els Bakker"),
        (
            "De uitvaart is op 30 maart. Wim Smit neemt mijn plek over. Hij eet wel gewoon vlees.",
            "-Els Bakker +Wim Smit",
        ),
        ("De uitvaart van 30 maart moet ik helaas afzeggen.", "-Els Bakker ?"),
    ],
)
def test_what_keeps_somebody_away_is_not_what_is_given_up(understand: Understand, text: str, asked: str) -> None:
    assert in_short(read_answer(understand, text, CONFIRMED)) == asked


EARLIER = (
    "Van: Els Bakker\nVerzonden: dinsdag 7 februari 2023 13:27\nAan: platform@mensenrechten.example\n"
    "Onderwerp: Aanmelding Tiel\n\nBeste,\nWij komen graag de 30e met zijn drieën van gemeente Tiel:\n"
    "- Wim Smit, adviseur\n- Noor de Boer, griffier\n- Els Bakker, jurist\nGroet, Els"
)


@pytest.mark.parametrize(
    "text",
    [
        "Van ons drietal hieronder valt Wim af. Noor en ik komen gewoon, daar verandert niks aan.",
        "Wim kan helaas toch niet. Noor en ik komen wel.",
        "Wim Smit komt niet meer, hij heeft een andere baan.",
    ],
)
def test_a_sign_up_of_ones_own_below_that_only_said_who_comes_was_one(understand: Understand, text: str) -> None:
    reading = read(understand, mail(ELS, "RE: Aanmelding Tiel", f"{text}\n\nEls\n\n{EARLIER}"))

    assert in_short(reading) == "-Wim Smit"


def test_a_sign_up_of_ones_own_below_with_a_reserve_was_none_yet(understand: Understand) -> None:
    earlier = EARLIER.replace("Groet, Els", "Onder voorbehoud van akkoord van onze chef.\nGroet, Els")

    reading = read(
        understand, mail(ELS, "definitief", f"Het voorbehoud kan eraf: ik kom op 30 maart.\n\nEls\n\n{earlier}")
    )

    assert "+Els Bakker" in in_short(reading)


def test_a_diet_of_before_gives_way_to_that_of_now(understand: Understand):
    text = "Ik had vegetarisch opgegeven, maar ik eet sinds kort veganistisch."
    (request,) = read_answer(understand, text, CONFIRMED).requests

    assert (request.action, request.diet) == (Action.CHANGE, "veganistisch")


def test_who_leaves_takes_no_workshops_that_could_be_in_each_others_way(understand: Understand):
    asked = "Graag inschrijven:\n- Els Bakker (ronde 2 Vooroordelen Voorbij)\n- Wim Smit (ronde 2 Lokaal beleid)"
    below = f"Van: Els Bakker\nVerzonden: 1 maart 2023\nAan: Platform\nOnderwerp: aanmelding\n\n{asked}"
    text = f"Van ons tweetal valt Wim Smit helaas af. Ik kom gewoon, met dezelfde workshop als afgesproken.\n\n{below}"

    assert in_short(read_answer(understand, text, "", subject="Re: aanmelding")) == "-Wim Smit"


@pytest.mark.parametrize(
    "last",
    ["Daarna haak ik af.", "Daarna moet ik afhaken.", "After that I have to drop out.", "Nadien moet ik afzeggen."],
)
def test_who_leaves_after_the_rounds_that_they_choose_gives_up_nothing(understand: Understand, last: str) -> None:
    text = f"Graag meld ik me aan voor 30 maart, Vooroordelen in ronde 1 en lokaal beleid in ronde 2. {last}"
    reading = read(understand, mail(ELS, "Aanmelding", f"{text}\n\nGroet,\nEls Bakker"))

    assert [request.action for request in reading.requests] == [Action.REGISTER]


def test_what_is_left_as_it_is_is_no_past_of_what_comes_instead(understand: Understand) -> None:
    text = (
        "Bij mijn aanmelding heb ik twee keer Vooroordelen Voorbij doorgegeven, in ronde 1 en in ronde 2. "
        "Laat ronde 1 staan en maak van ronde 2 het lokale antidiscriminatiebeleid."
    )
    reading = read(understand, mail(ELS, "Wijziging workshop", f"{text}\n\nGroet,\nEls Bakker"))

    (request,) = reading.requests
    assert (request.action, [c.round for c in request.workshops]) == (Action.CHANGE, [2])
