"""Seats given up, handed over and changed by people who quote nothing of ours: their own words have to tell that there
is a seat at all."""

import pytest

from mailbot.pipeline.understand import Understand
from tests.unit.reading.test_everyday_mails import understand
from tests.unit.reading.test_undoing import in_short, read_answer

__all__ = ["understand"]  # the fixture


def asked(understand: Understand, text: str, subject: str = "30 maart") -> str:
    """What Els asks for in a mail of her own, be it acted upon or not."""
    return in_short(read_answer(understand, text, "", subject=subject)).removesuffix("?").strip()


@pytest.mark.parametrize(
    "text",
    [
        "Buikgriep. Donderdag dus zonder mij.",
        "Tot mijn spijt moet ik de bijeenkomst laten schieten: geen oppas.",
        "Ik red het niet de 30e, sorry!",
        "Toen ik mij inschreef wist ik niet dat ik die dag moet werken. Jullie moeten het zonder mij stellen.",
        "Graag maak ik plaats voor een ander, de 30e blijkt onze heidag.",
        "Mijn deelname kunnen jullie op je buik schrijven, ik lig met koorts in bed.",
        "Ik sta op de lijst voor 30 maart, maar ik moet die dag naar de rechtbank.",
        "Ik schrijf u om mijn deelname aan de themabijeenkomst op te zeggen.",
        "Mijn aanmelding van vorige week kan de prullenbak in.",
        "Dank voor de bevestiging. Ik zal u die donderdag niet zien, hoe het me ook spijt.",
        "De plaats die u voor mij had vastgelegd op 30 maart blijft leeg, geef hem aan iemand die kan lopen.",
        "U kunt mijn aanmelding als niet verzonden beschouwen.",
        "Ik had me opgegeven, maar moet die toezegging van 30 maart herroepen.",
        "Mag mijn naam voor Gemeenten en de strijd tegen discriminatie worden verwijderd?",
        "Unfortunately something has come up and I won't be able to make it on 30 March after all. Apologies!",
    ],
)
def test_whoever_drops_out_had_a_seat(understand: Understand, text: str):
    assert asked(understand, text) == "-Els Bakker"


@pytest.mark.parametrize(
    "text",
    [
        "Wat een mooi programma! Zelf zit ik die donderdag in Brussel, dus ik zal er niet bij zijn. Veel succes.",
        "Dank voor de uitnodiging, maar ik ben de 30e helaas verhinderd. Jammer!",
        "Ik had me niet opgegeven en kom ook niet, sorry.",
        "De werksessie van donderdag gaat niet door, zonde van de taart.",
        "Ik heb per ongeluk ook een parkeerplaats geboekt. Die mag vervallen.",
        "Please do not give my place away, I will be there on 30 March as planned.",
        "Ik wil zaal 4 graag afzeggen, en ook de afspraak met Rob.",
        "Ik wilde me net afmelden en bedacht toen dat ik me nooit had aangemeld.",
        "Dat u zich voor de receptie moest afmelden is u vergeven.",
        "Op mij kunnen jullie gewoon blijven rekenen.",
    ],
)
def test_who_only_declines_or_stays_on_the_list_gives_up_no_seat(understand: Understand, text: str):
    reading = read_answer(understand, text, "", subject="30 maart")

    assert reading.review or not reading.requests


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ik geef het stokje door aan Wim Smit, hij gaat op 30 maart.", "-Els Bakker +Wim Smit"),
        ("Wim Smit wilde graag en ik heb die dag dienst. Gun hem mijn stoel op 30 maart!", "-Els Bakker +Wim Smit"),
        ("Wim Smit wil graag op 30 maart. Dus: ik eraf, hij erop.", "-Els Bakker +Wim Smit"),
        (
            "De plaats die op 30 maart voor Noor de Boer gereserveerd is, wordt bezet door Wim Smit. "
            "Ik had Noor aangemeld.",
            "-Noor de Boer +Wim Smit",
        ),
        ("Op 30 maart reist Wim Smit af naar Utrecht, niet meer ik.", "-Els Bakker +Wim Smit"),
        ("Ik had Noor de Boer opgegeven voor 30 maart. Maakt u er Wim Smit van?", "-Noor de Boer +Wim Smit"),
        ("Ik had me opgegeven voor 30 maart. Schrapt u mij en noteert u Wim Smit?", "-Els Bakker +Wim Smit"),
        ("Noor de Boer staat op de lijst. Graag haar naam vervangen door die van Wim Smit.", "-Noor de Boer +Wim Smit"),
        ("Helaas moet ik er eentje van het lijstje schrappen: Wim Smit is door zijn rug gegaan.", "-Wim Smit"),
        ("Ik stuur Wim Smit als vervanger op 30 maart.", "-Els Bakker +Wim Smit"),
        ("Noor de Boer stond op de lijst. Zij kan niet en wordt vervangen door Wim Smit.", "-Noor de Boer +Wim Smit"),
        ("Ik had Wim Smit en Noor de Boer aangemeld. Wim is ziek, Noor komt gewoon.", "-Wim Smit"),
        ("Wim Smit, die ik had aangemeld voor 30 maart, komt niet.", "-Wim Smit"),
        (
            "Van het drietal dat ik opgaf zijn er twee die het laten afweten: Wim Smit en Noor de Boer.",
            "-Wim Smit -Noor de Boer",
        ),
        ("Wij komen met z'n tweeën in plaats van drieën op 30 maart. Wim Smit heeft zich bedacht.", "-Wim Smit"),
    ],
)
def test_a_seat_changes_hands_in_the_writers_own_words(understand: Understand, text: str, expected: str):
    told = asked(understand, text, "Wijziging")

    assert sorted(told.replace(" -", "\n-").replace(" +", "\n+").split("\n")) == sorted(
        expected.replace(" -", "\n-").replace(" +", "\n+").split("\n")
    )


@pytest.mark.parametrize(
    "text",
    [
        "Bij mijn inschrijving koos ik niets voor ronde 2. Zet mij daar bij Vooroordelen Voorbij.",
        "Kleine aanvulling bij mijn eerdere opgave: graag een halal lunch.",
        "Vergeten te melden toen ik me vorige week opgaf: ik eet geen noten.",
        "Twee dingetjes bij mijn aanmelding. Ik eet vegetarisch, en de workshop in ronde 1 wordt Vooroordelen Voorbij.",
        "I registered last week. Would you put me down for Vooroordelen Voorbij in the second round?",
    ],
)
def test_whoever_speaks_of_a_registration_of_their_own_changes_it(understand: Understand, text: str):
    assert asked(understand, text, "Workshops en lunch") == "~Els Bakker"


@pytest.mark.parametrize(
    "text",
    [
        "Hierbij mijn aanmelding. In mijn aanmelding graag vermelden dat ik vegetarisch eet.",
        "Ik wil graag komen op 30 maart. Wilt u aan mijn aanmelding toevoegen dat ik slechthorend ben?",
        "Ik laat mijn overleg schieten en ben erbij op 30 maart.",
        "Mijn vakantie gaat niet door, dus ik kom graag op 30 maart.",
        "Ik zit de 30e niet in Brussel zoals gepland, dus ik kom graag naar jullie toe.",
        "Vorige keer moest ik op het laatste moment afhaken, nu kom ik zeker: 30 maart, een plek graag.",
    ],
)
def test_who_signs_up_in_such_words_signs_up(understand: Understand, text: str):
    assert asked(understand, text, "30 maart") == "+Els Bakker"


@pytest.mark.parametrize(
    ("text", "given_up"),
    [
        ("Wim Smit moet ik helaas afmelden voor 30 maart. Ook Noor de Boer is verhinderd.", "-Wim Smit -Noor de Boer"),
        ("Wim Smit meld ik af voor 30 maart; Noor de Boer kan ook niet.", "-Wim Smit -Noor de Boer"),
        ("I have to cancel for Wim Smit on 30 March. Noor de Boer can't come either.", "-Wim Smit -Noor de Boer"),
        ("Wim Smit meld ik af voor 30 maart. Noor de Boer was er vorig jaar ook niet.", "-Wim Smit"),
    ],
)
def test_whoever_cannot_come_either_is_off_the_list_too(understand: Understand, text: str, given_up: str):
    assert asked(understand, text) == given_up


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wim Smit en ik kunnen niet meer komen op 30 maart.", "-Wim Smit -Els Bakker"),
        ("Wim Smit and I can no longer come on 30 March.", "-Wim Smit -Els Bakker"),
        ("Ik kan helaas niet meer komen op 30 maart. Wim Smit werkt dan ook niet.", "-Els Bakker"),
    ],
)
def test_who_drops_out_with_the_writer_drops_out_too(understand: Understand, text: str, expected: str):
    assert asked(understand, text) == expected


@pytest.mark.parametrize("subject", ["30 maart", "Re: Bevestiging"])
def test_who_comes_no_longer_and_signs_up_another_is_asked_about_the_seat(understand: Understand, subject: str):
    assert read_answer(understand, "Ik kan niet meer komen op 30 maart, Wim Smit wel.", "", subject=subject).review


@pytest.mark.parametrize(
    "known",
    ["Zij was al aangemeld.", "Zij was eerder al door haar eigen afdeling aangemeld.", "Die heeft zelf al een plek."],
)
def test_a_substitute_who_has_a_seat_already_is_asked_about(understand: Understand, known: str):
    text = f"Ik kan 30 maart toch niet komen. Ik laat me vervangen door mijn collega Noor de Boer. {known}"

    assert read_answer(understand, text, "", subject="Re: Bevestiging").review
