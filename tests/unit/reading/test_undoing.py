"""What answers our own letters: cancellations in any words, of one or of several, seats handed over, thanks."""

import pytest

from mailbot.domain.reading import Action, Reading
from mailbot.pipeline.understand import Understand
from tests.unit.reading import quoting
from tests.unit.reading.everyday import CANCELLED, CONFIRMED, CONFIRMED_BOTH, CONFIRMED_JUNE, ELS, NOW_A, RE, mail
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
        ("Mijn naam is verkeerd gespeld: het is Els Backer.", "~Els Backer"),
        ("Ik heet Els Backer, niet Els Bakker.", "~Els Backer"),
        ("Kleine wijziging: mijn achternaam is Backer, met een c.", "~Els Backer"),
        ("In de bevestiging staat Els Bakker, dat moet Els Backer zijn.", "~Els Backer"),
        ("Mijn achternaam is Bakker-Smit. Kunt u dat aanpassen op de badge?", "~Els Bakker-Smit"),
        ("Kunt u er Els Bakker-de Wit van maken? Ik ben vorige week getrouwd.", "~Els Bakker-de Wit"),
        ("Op de badge graag Elisabeth Bakker.", "~Elisabeth Bakker"),
        ("Mijn naam staat er verkeerd in: het is Bak Ker, twee woorden.", "~Els Bak Ker"),
        ("In uw bevestiging heet ik Els Bakkers. Dat moet zijn: Els Bakker.", "~Els Bakker"),
    ],
)
def test_a_name_is_set_right(understand: Understand, text: str, asked: str):
    assert in_short(read_answer(understand, text, CONFIRMED)) == asked


@pytest.mark.parametrize(
    "text",
    [
        "Eén klein ding: ik ben niet Wytske van der Hoef. Het is Wietske met ie. Zetten jullie dat zo op de badge?",
        'U heeft mij op de lijst als "Wytske van der Hoef". Het is Wietske van der Hoeff-Ouchan. Kan dat beter?',
        "Bij jullie ben ik Wytske van der Hoef geworden. Kan daar op het naamkaartje mijn eigen naam staan?",
    ],
)
def test_half_of_a_double_surname_misspelt_is_a_wrong_name(understand: Understand, text: str):
    confirmed = CONFIRMED.replace("Els Bakker", "Wytske van der Hoef")
    own = quoting.gmail(f"{text}\n\nGroet,\nWietske", confirmed)
    reading = read(understand, mail("Wietske van der Hoeff-Ouchan <w.vanderhoeff@helmond.nl>", RE, own))

    assert in_short(reading).rstrip(" ?") == "~Wietske van der Hoeff-Ouchan"


@pytest.mark.parametrize(
    "text",
    [
        'In uw bevestiging ben ik "Elsa Baker" genoemd. Kunt u er Els Bakker van maken?',
        "Dank voor de bevestiging. Mijn naam staat er niet goed in. U schrijft Els Baker, maar het is Els Bakker.",
        "Jullie hebben mij als Elsje Bakkers genoteerd. Het is Els Bakker.",
        "Elsje Bakkers ben ik niet: op de badge graag Els Bakker.",
    ],
)
def test_a_wrong_spelling_becomes_neither_the_name_nor_a_second_person(understand: Understand, text: str):
    assert in_short(read_answer(understand, text, "", subject="Naam")) == "~Els Bakker"


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


@pytest.mark.parametrize(
    "text",
    [
        'In uw bevestiging van 30 maart sta ik vermeld als "Elske Bokker". Het moet zijn: Els Bakker.',
        "In mijn bevestiging heet ik ineens Ellis Bekkers. Het is Els Bakker. Graag op de badge aanpassen.",
        'You have me down as "Elly Backer" for 30 March. It should be Els Bakker, could you correct the badge?',
    ],
)
def test_whatever_we_called_the_writer_is_nobody_else(understand: Understand, text: str) -> None:
    assert in_short(read_answer(understand, text, "", subject="Re: bevestiging")) == "~Els Bakker"


def test_a_given_name_that_no_list_has_is_no_surname(understand: Understand) -> None:
    text = "Er staat Djaoeid, dat moet Djawied zijn.\n\nGroet,\nDjawied"
    quoted = CONFIRMED.replace("Els Bakker", "Djaoeid Ramdin")

    reading = read(understand, mail("Djawied Ramdin <d.ramdin@tiel.example>", RE, quoting.gmail(text, quoted)))

    assert in_short(reading) == "~Djawied Ramdin"


def test_a_new_name_is_not_mistaken_for_what_we_called_the_writer(understand: Understand) -> None:
    text = "Ik sta op de lijst als Els Bakker. Kan op mijn badge Els Bakker-de Wit komen te staan?"
    assert in_short(read_answer(understand, text, CONFIRMED)) == "~Els Bakker-de Wit"


def test_who_stays_behind_may_be_named_in_another_clause_than_the_one_that_says_so(understand: Understand) -> None:
    text = "Dat betekent dat onze jurist, Wim Smit, die ik eerder bij u aanmeldde, op kantoor achterblijft."
    assert in_short(read_answer(understand, text, "")) in ("-Wim Smit", "-Wim Smit ?")


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


@pytest.mark.parametrize(
    "text",
    [
        "In ronde 1 liever Vooroordelen Voorbij, want mijn maat Wim zit al bij het beleid en die schrijft alles op.",
        "Mag ik in ronde 1 naar Vooroordelen Voorbij? Mijn collega Wim doet dat al en noteert veel voor mij mee.",
    ],
)
def test_who_takes_notes_for_somebody_is_put_on_no_list(understand: Understand, text: str) -> None:
    assert in_short(read_answer(understand, text, CONFIRMED)) == "~Els Bakker"


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
        'Jullie schrijven "geachte heer Van der Linden". Het is Els Bakker. Graag op de badge.',
        'In de aanhef staat "geachte heer Van der Linden", maar ik heet Bakker. Graag op de badge aanpassen.',
    ],
)
def test_by_whose_name_somebody_is_addressed_is_nobody_else(understand: Understand, text: str) -> None:
    assert in_short(read_answer(understand, text, CONFIRMED)) == "~Els Bakker"


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


def test_a_diet_of_before_gives_way_to_that_of_now(understand: Understand):
    text = "Ik had vegetarisch opgegeven, maar ik eet sinds kort veganistisch."
    (request,) = read_answer(understand, text, CONFIRMED).requests

    assert (request.action, request.diet) == (Action.CHANGE, "veganistisch")


def test_who_is_to_go_without_the_writer_keeps_the_seat(understand: Understand) -> None:
    text = "Ik meldde Wim Smit en mezelf aan voor 30 maart. Ik kan niet, dus Wim moet het zonder mij doen."

    assert in_short(read_answer(understand, text, "")) == "-Els Bakker"
