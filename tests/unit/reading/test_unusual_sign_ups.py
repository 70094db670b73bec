"""Sign-ups in unusual words, in dialect, in another language; and what only looks like one of them."""

import pytest

from tests.unit.reading.test_policy import reading_of

SIGNED = "\n\nGroet,\nMarije Tuinstra"


@pytest.mark.parametrize(
    "text",
    [
        "Wilt u mijn naam toevoegen aan de gastenlijst van de lezing?",
        "Hou je voor de lezing een naamkaartje voor me apart?",
        "Zet voor mij maar een stoel klaar bij de lezing.",
        "Telt u er bij de lezing één bij, te weten mijzelf.",
        "Pennen jullie mij maar bij voor de lezing.",
        "Lezing 9 maart: ben er.",
        "Ik zal er wezen, bij de lezing.",
        "Aangemeld, graag, voor de lezing.",
        "Jullie kunnen mij op 9 maart bij de lezing verwachten.",
        "Een volmondig ja van mijn kant voor de lezing.",
        "Voegt u mij toe voor de lezing?",
        "Nee, ik meld me niet áf voor de lezing, ik meld me áán.",
        "Zou mijn naam nog op het lijstje van de lezing passen?",
        "Verwerken jullie mijn deelname aan de lezing?",
        "Op 9 maart zit ik bij jullie in de zaal.",
        "Uw uitnodiging voor 9 maart grijp ik met beide handen aan.",
        "Er werd gevraagd wie er naar de lezing wil, en toen stak ik mijn vinger op.",
        "De lezing van 9 maart: dat laat ik me geen twee keer zeggen.",
        "Deze keer sla ik niet over: de lezing, reken maar op mij.",
        "Dank voor de uitnodiging voor de lezing, die ik met beide handen aangrijp.",
        "Kan mijn inschrijving voor de lezing van donderdag in orde worden gemaakt?",
        "Vorig jaar geen tijd, het jaar ervoor corona, nu kom ik naar de lezing.",
        "Kindly keep a chair for me at the lecture on 9 March.",
        "I'd love to be in the room for the lecture on 9 March.",
        "Hiermit melde ich mich für die Lesung am 9. März an.",
        "Ik bin der by op 9 maart.",
        "Bitte melden Sie mich für den 9. März an.",
        "Je souhaite participer à la conférence du 9 mars.",
        "Mi lo bin dia 9 di mart. Skirbi mi nòmber, por fabor.",
        "Doe er maar een voor mij, van die lezing dus.",
        "Doe mij maar 1 plekkie bij de lezing.",
        "Noteer maar Marije Tuinstra voor de lezing.",
        "De lezing, ja. Ik wil er eentje.",
        "Gooi mij er maar bij, voor de lezing.",
        "Graag ga ik op uw uitnodiging voor de lezing in.",
        "Graag een badge voor mij bij de lezing.",
        "9 maart, dat sla ik deze keer niet over.",
        "De lezing van 9 maart: hier moet ik bij zijn.",
        "The lecture on 9 March: I'll take one seat.",
        "Please have me on your list for the lecture.",
        "Kom giern noar de lezing, schrief mie moar in.",
    ],
)
def test_unusual_words_sign_up_as_well(text: str) -> None:
    reading = reading_of(text + SIGNED, Subject="De lezing")

    assert [(r.action.value, r.name) for r in reading.requests] == [("register", "Marije Tuinstra")]
    assert (reading.review, reading.question) == (False, False)


@pytest.mark.parametrize(
    "text",
    [
        "Ik ben er nog niet uit, die lezing.",
        "Ik ben er klaar mee, die mails over de lezing.",
        "Voor geen goud kom ik naar de lezing.",
        "Van uw uitnodiging voor de lezing maak ik geen gebruik.",
        "Het is geen volmondig ja van mijn kant, die lezing.",
        "Op 9 maart zit ik niet bij jullie in de zaal.",
        "Aan de lezing neem ik geen deel.",
        "Aan uw uitnodiging voor de lezing kan ik geen gevolg geven.",
        "Anders was ik naar de lezing gekomen, maar ik ben dan in Rome.",
        "Wat had ik er graag bij gezeten!",
        "Kunt u mij voor de lezing op de sprekerslijst zetten?",
        "Wilt u mij opnemen in uw adressenbestand voor de lezing?",
        "Zet voor mij geen stoel klaar bij de lezing.",
        "U hoeft mij bij de lezing niet te verwachten.",
        "Please don't keep a seat for me at the lecture.",
        "I would have loved to be in the room for the lecture.",
    ],
)
def test_the_same_words_denied_sign_up_nobody(text: str) -> None:
    reading = reading_of(text + SIGNED, Subject="De lezing")

    assert [r for r in reading.requests if r.action.value == "register"] == []


def test_marks_that_were_spoken_part_sentences() -> None:
    text = "hoi komma ik wil graag komen op negen maart punt nieuwe regel mijn man brengt mij punt hij blijft niet punt"
    reading = reading_of(text + SIGNED, Subject="De lezing")

    assert [(r.action.value, r.name) for r in reading.requests] == [("register", "Marije Tuinstra")]
    assert not reading.review


def test_one_point_that_somebody_has_is_no_mark() -> None:
    reading = reading_of("Ik kom naar de lezing. Een punt van zorg is de trap." + SIGNED, Subject="De lezing")

    assert [(r.action.value, r.name) for r in reading.requests] == [("register", "Marije Tuinstra")]


BOUNCED = """Poging twee, de eerste kwam terug! Mijn bericht staat onderaan.

Groet, Marije

Van: postmaster@wierhaven.nl
Verzonden: maandag 13 februari 2023 16:44
Aan: Marije Tuinstra
Onderwerp: Onbestelbaar: aanmelding

Uw bericht kan niet worden bezorgd bij platfrm@voorbeeldplatform.nl. Het adres is niet gevonden.

Van: Marije Tuinstra
Verzonden: maandag 13 februari 2023 16:43
Aan: platfrm@voorbeeldplatform.nl
Onderwerp: aanmelding

Graag kom ik naar de lezing van 9 maart.

Marije Tuinstra
"""


def test_a_letter_that_came_back_and_is_sent_again_asks_as_it_stands() -> None:
    reading = reading_of(BOUNCED, Subject="FW: Onbestelbaar: aanmelding")

    assert [(r.action.value, r.name, r.email) for r in reading.requests] == [
        ("register", "Marije Tuinstra", "marije@wierhaven.nl")
    ]
    assert not reading.review


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ik kom graag op 9 maart naar de lezing. ik ben ahmet kaya met een k\n\ngroeten ahmet", "Ahmet Kaya"),
        ("ik kom graag op 9 maart. mijn naam is kaatje van den berg, ik eet vega", "Kaatje van den Berg"),
        ("ik kom graag op 9 maart. ik ben sanne adviseur bij de gemeente\n\ngroeten sanne", None),
        ("ik kom graag op 9 maart. ik ben rob blij dat het kan", None),
    ],
)
def test_names_in_small_letters_are_those_that_the_writer_says_to_have(text: str, name: str | None) -> None:
    reading = reading_of(text, From="info@wierhaven.nl", Subject="de lezing")

    assert [r.name for r in reading.requests] == [name]
    assert ("no_full_name" in reading.reasons) == (name is None)


def test_a_form_that_names_the_writer_is_no_introduction_in_the_clauses_below_it() -> None:
    text = """Wij melden ons aan voor de lezing:

- naam: Noor Wiersma
- functie: teamleider

Dank aan Petra de Boer, die mij erop wees. Petra zit die dag zelf in een hoorzitting.

Groet, Noor"""
    reading = reading_of(text, Subject="De lezing", From="info <info@huis.example>")

    assert [(r.action.value, r.name) for r in reading.requests] == [("register", "Noor Wiersma")]


@pytest.mark.parametrize(
    "text",
    [
        "Ik ga graag mee naar de lezing. Groet, Marije Tuinstra",
        "Ik kom. Groet, Marije",
        "Ik kom graag, groetjes Marije Tuinstra",
        "Hoi, schrijf mij maar in voor de lezing. Gr. Marije Tuinstra, gemeente Ede",
        "Count me in. Regards, Marije Tuinstra",
        "Ik kom graag groetjes Marije Tuinstra",
    ],
)
def test_a_line_that_ends_in_a_closing_says_what_stands_before_it(text: str) -> None:
    reading = reading_of(text)

    assert [(r.action.value, r.name) for r in reading.requests] == [("register", "Marije Tuinstra")]
    assert not reading.review


@pytest.mark.parametrize(
    "below",
    [
        "Naam: Marije Tuinstra\nFunctie: adviseur\nBijeenkomst: de lezing van 9 maart",
        "Naam\tFunctie\nMarije Tuinstra\tadviseur",
        "- Marije Tuinstra, adviseur",
    ],
)
def test_a_closing_above_a_form_or_a_list_makes_no_signature_of_it(below: str) -> None:
    reading = reading_of(f"Dag, hieronder wie er naar de lezing van 9 maart komt. Groet, Marije\n\n{below}")

    assert [(r.action.value, r.name, r.role) for r in reading.requests] == [("register", "Marije Tuinstra", "adviseur")]


def test_what_stands_in_brackets_behind_a_closing_makes_no_entry_of_the_name_below_it() -> None:
    listed = "Wim Smit <w.smit@tiel.example>;\nEls Bakker <e.bakker@tiel.example>"
    asked = "Graag dit rijtje toevoegen aan de lijst voor de lezing."
    text = f"{asked}\n\n{listed}\n\nGroet en tot dan (nee, ik ben er zelf niet)"
    reading = reading_of(f"{text}\nLieke Vonk", From="Regiebureau <regie@voorbeeld.example>")

    assert [r.name for r in reading.requests] == ["Wim Smit", "Els Bakker"]


@pytest.mark.parametrize(
    ("subject", "text", "comes"),
    [
        ("15 april", "Dit wordt het voor mij:\n\n9 uur: linosnede\n11 uur: zeefdruk\n15 uur: zetten", True),
        ("mijn dag", "Ik wil de hele dag bezig zijn, dus:\nRonde 1: linosnede\nRonde 2: zeefdruk", True),
        ("cursus", "Mijn programma:\nRonde 1: linosnede\nRonde 3: zetten", True),
        ("cursus", "Voor mij wordt het linosnede in ronde 1 en zeefdruk in ronde 2.", True),
        ("fout", "In uw programma staat:\nRonde 1: linosnede\nRonde 2: zeefdruk\nOp de site niet.", False),
        ("cursus", "Ik zag op de site:\nRonde 1: linosnede\nRonde 2: zeefdruk\nLeuk!", False),
        ("cursus", "Ik twijfel tussen linosnede in ronde 1 en zeefdruk in ronde 2.", False),
        ("cursus", "Voor mijn zoon: linosnede in ronde 1 en zeefdruk in ronde 2.", False),
        ("cursus", "Ik sta in ronde 1 bij linosnede. Ronde 2 zeefdruk, ronde 3 zetten.", False),
    ],
)
def test_whoever_lays_out_the_day_round_by_round_comes(subject: str, text: str, comes: bool) -> None:
    reading = reading_of(f"{text}\n\nMarije Tuinstra", Subject=subject)

    assert [str(request.action) for request in reading.requests] == (["register"] if comes else [])


def test_of_two_events_the_one_that_is_waved_away_is_not_meant() -> None:
    reading = reading_of(
        "Graag zou ik me opgeven voor linosnede in ronde 2. De lezing in maart laat ik aan me voorbijgaan."
    )

    assert (reading.event, reading.review) == ("cursus-drukken", False)


def test_what_an_event_is_called_is_nobodys_title() -> None:
    reading = reading_of("Graag kom ik naar Drukken met de hand, de cursus voor adviseurs. Ik ben wever.")

    assert [r.role for r in reading.requests] == ["wever"]
