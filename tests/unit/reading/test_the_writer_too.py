"""Whoever signs up somebody else: for themselves, too, or not? And who of a list is the writer. E is Els Bakker, who
writes; what the second reader has learned of secretaries, who mostly stay at the office, must not lose her."""

import pytest

from mailbot.domain.reading import Reading
from mailbot.pipeline.understand import Understand
from mailbot.reading.judgement import judge
from tests.office import FIRST_MAIL, letter
from tests.unit.reading.test_several_people import NAMES, cases, reading, understand

__all__ = ["understand"]  # the fixture

# who comes | what is said behind "Hierbij meld ik wethouder Wim Smit aan voor 30 maart."
BESIDE_HIM = """
EW | Ik vergezel hem die dag als adviseur en verzoek u daarom ook mij te noteren.
EW | Ik reis met hem mee en wil ook graag op de deelnemerslijst.
EW | Ik zal hem assisteren en zou dus ook ingeschreven willen worden.
EW | Hetzelfde geldt voor mij.
EW | Idem voor mij.
EW | Idem dito voor ondergetekende.
EW | Als zijn adviseur ben ik er ook bij.
EW | Tevens verzoek ik u mij op de lijst te zetten.
EW | Ondergetekende zal hem vergezellen.
EW | Zelf reis ik mee als begeleider en ook voor mij graag een stoel.
EW | Aangezien ik hem begeleid, mag u ook mij opschrijven.
W  | Bij vragen kunt u contact met mij opnemen.
W  | U kunt mij bij onduidelijkheden bellen of mailen.
W  | Neem gerust contact met mij op als er iets is.
W  | Wilt u mij noteren als contactpersoon?
W  | De bevestiging graag ook aan mij.
W  | Wilt u mij ook in de cc van de bevestiging zetten?
W  | Ik breng hem met de auto, maar blijf zelf niet.
W  | Op mij hoeft u niet te rekenen.
W  | Ikzelf zit die week in Drenthe, dus op mij hoeft u niet te rekenen.
W  | Ik had ook graag willen komen, maar ben dan op vakantie.
W  | Ik had ook graag willen komen, maar moet die dag naar Assen.
W  | Ik zou ook graag komen, maar kan helaas niet.
W  | Ik was er vorig jaar zelf bij.
W  | Ik regel ook zijn vervoer.
"""
IN_ENGLISH = """
EW | I will accompany him as his adviser, so kindly register me as well.
EW | The same goes for me.
EW | Please put my name down too.
EW | I'll tag along.
W  | You can put my name down as the contact person.
W  | I would have loved to come too, but I'm on leave that week.
"""
# who comes | the talk
OF_LISTS = r"""
WN  | Bij dezen meld ik namens de gemeente twee personen aan voor 30 maart. Het gaat om Wim Smit en Noor de Boer.
WN  | Hierbij meld ik twee personen aan voor 30 maart. Het betreft wethouder Wim Smit en zijn adviseur Noor de Boer.
WN  | Namens ons meld ik twee mensen aan voor 30 maart. Dat zijn Wim Smit (jurist) en Noor de Boer, die hier werkt.
EWN | Namens het team meld ik drie personen aan voor 30 maart. Het gaat om Wim Smit, Noor de Boer en mijzelf.
WN  | Onze deelnemers aan de dag van 30 maart zijn Wim Smit en Noor de Boer. Op mij hoeft u niet te rekenen.
WN  | Dit zijn onze deelnemers op 30 maart. Ik zit dan in Drenthe, reken niet op mij.\n\n- Wim Smit\n- Noor de Boer
EW  | Dit is onze opgave voor 30 maart:\n\nIkzelf: ronde 1 Vooroordelen\nWim Smit: ronde 2 Lokaal beleid
EW  | Graag aanmelden voor 30 maart:\n\nWim Smit - ronde 2 Lokaal beleid\nIk - ronde 1 Vooroordelen
W   | Graag aanmelden voor 30 maart:\n\nWim Smit: ronde 2 Lokaal beleid\nIk: nee, andere afspraak
WN  | Graag aanmelden voor 30 maart:\n\nWim Smit (halal)\nNoor de Boer\n\nIk: alleen bereikbaar op dinsdag
EW  | Onze chef, Wim Smit, komt op 30 maart en ik ga met hem mee.
E   | Mijn chef, Wim Smit, vindt het goed en ik kom dus graag op 30 maart.
EW  | Wim Smit en ik komen op 30 maart. Onze wethouder, Bo Bos, had graag willen komen, maar is dan op reis.
EW  | Wim Smit en ik komen op 30 maart. Wethouder Bos had willen komen, maar weet niet of zij er dan nog is.
WN  | Hierbij meld ik Wim Smit en Noor de Boer aan voor 30 maart. Noor heeft haar gemeentemail nog niet.
WN  | Hierbij meld ik Wim Smit en Noor de Boer aan voor 30 maart. Noor kent de stad niet.
EW  | Met mijn collega Wim Smit kom ik op 30 maart. Wij slaan de rondes van 12, 14 en 15 uur alle drie over.
E   | Ik kom graag op 30 maart. Er lopen bij ons twee Bakkers rond: het gaat om Els, niet om Bo van de griffie.
E   | Zet mij op de lijst voor 30 maart. Als ik mag kiezen: Vooroordelen Voorbij in ronde 3.
E   | Ik kom op 30 maart en wil steeds een andere groep meemaken.
"""
FOR_A_PERSON = r"""
Hierbij meld ik Wim Smit aan voor 30 maart. Hij eet halal. Hetzelfde geldt voor mij.
Hierbij meld ik Wim Smit aan voor 30 maart. Hij komt niet alleen: ik rijd hem en blijf de hele dag.
Hierbij meld ik Wim Smit aan voor 30 maart. Misschien ga ik met hem mee.
Hierbij meld ik Wim Smit aan voor 30 maart. Of ik meega hoort u nog.
Hierbij meld ik Wim Smit aan voor 30 maart. Noor de Boer zou ook graag komen, maar weet niet of zij vrij krijgt.
Namens het team meld ik drie personen aan voor 30 maart. Het gaat om Wim Smit en Noor de Boer.
Bij dezen meld ik drie personen aan voor 30 maart.
Met mijn collega Wim Smit kom ik op 30 maart. Wij komen alle drie alleen voor de workshops.
Ik had graag willen komen op 30 maart, maar ben dan op vakantie.
Ik had graag op 30 maart willen komen, maar moet die dag naar Assen.
Zet mij op de lijst voor 30 maart, als ik vrij mag nemen.
"""


@pytest.mark.parametrize(("who", "talk"), cases(BESIDE_HIM))
def test_whoever_signs_up_another_comes_too_where_they_say_so(understand: Understand, who: str, talk: str):
    found = reading(understand, f"Hierbij meld ik wethouder Wim Smit aan voor 30 maart. {talk}")

    assert sorted(request.name or "" for request in found.requests) == sorted(NAMES[letter] for letter in who)
    assert not found.review


@pytest.mark.parametrize(("who", "talk"), cases(IN_ENGLISH))
def test_and_so_in_english(understand: Understand, who: str, talk: str):
    found = reading(understand, f"Please register alderman Wim Smit for the conference on 30 March. {talk}")

    assert sorted(request.name or "" for request in found.requests) == sorted(NAMES[letter] for letter in who)
    assert not found.review


@pytest.mark.parametrize(("who", "talk"), cases(OF_LISTS))
def test_the_writer_of_a_list_is_on_it_where_it_says_so(understand: Understand, who: str, talk: str):
    found = reading(understand, talk)

    assert sorted(request.name or "" for request in found.requests) == sorted(NAMES[letter] for letter in who)
    assert not found.review


@pytest.mark.parametrize("talk", FOR_A_PERSON.strip().split("\n"))
def test_whether_the_writer_or_somebody_else_comes_too_may_be_for_a_person(understand: Understand, talk: str):
    assert reading(understand, talk).review


def test_a_writer_who_asks_for_a_seat_beside_the_chief_is_not_left_out_by_the_second_reader(understand: Understand):
    found = reading(
        understand,
        "Wethouder Wim Smit heeft mij gevraagd hem aan te melden voor uw bijeenkomst op 30 maart aanstaande. Ik zal "
        "hem die dag als bestuursadviseur vergezellen en verzoek u daarom ook mij te noteren. De wethouder vertrekt na "
        "de netwerklunch in verband met een collegevergadering; ik blijf tot en met de afsluiting.",
    )

    assert sorted(request.name or "" for request in found.requests) == ["Els Bakker", "Wim Smit"]
    assert not found.review


def test_who_says_too_without_a_seat_coming_of_it_may_come(understand: Understand, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(judge, "agreed", lambda case, by_rules: by_rules(case))

    found = reading(understand, "Wim Smit komt op 30 maart. Hij eet halal. Hetzelfde geldt voor mij.")

    assert found.reasons == ("writer_too",)


def test_below_a_list_that_is_announced_nobody_is_taken_off_it_by_a_writer_who_stays_away(understand: Understand):
    rows = "Naam | Functie\nWim Smit | jurist\nNoor de Boer | adviseur"
    found = reading(understand, f"Dit zijn onze deelnemers aan 30 maart. Op mij hoeft u niet te rekenen.\n\n{rows}")

    assert [(str(request.action), request.name) for request in found.requests] == [
        ("register", "Wim Smit"),
        ("register", "Noor de Boer"),
    ]
    assert not found.review


def test_a_column_of_a_workshop_tells_in_which_round_and_not_who_comes(understand: Understand):
    rows = (
        "Naam | Functie | Beleid | Vooroordelen\nWim Smit | jurist | ronde 1 | niet\n"
        "Noor de Boer | adviseur | niet | ronde 3\nBo Bos | griffier | niet | niet"
    )
    text = f"Hierbij onze deelnemers voor 30 maart:\n\n{rows}\n\nGroet,\nEls Bakker\n"
    found: Reading = understand(letter("Els Bakker <els@tiel.example>", text).as_bytes(), FIRST_MAIL).reading

    assert [request.name for request in found.requests] == ["Wim Smit", "Noor de Boer", "Bo Bos"]
    assert not found.review


def test_four_that_were_announced_are_three_once_one_has_dropped_out(understand: Understand):
    text = (
        "Tiel komt met vier man: Bo Bos, Wim Smit, Noor de Boer en ik.\n\nGroet,\nEls Bakker\n\n"
        "PS Bo roept net dat hij bij nader inzien niet kan. Drie man dus."
    )
    mail = letter("Els Bakker <els@tiel.example>", text, subject="Vier man sterk op 30 maart").as_bytes()
    found = understand(mail, FIRST_MAIL).reading

    assert sorted(request.name or "" for request in found.requests) == sorted(NAMES.values())
    assert (found.review, found.unnamed) == (False, 0)
