"""What sounds like a reason to ask, and is none; and the same words where they are one."""

import pytest

from mailbot.pipeline.understand import Understand
from tests.unit.reading.everyday import CONFIRMED, mail
from tests.unit.reading.test_doubts import reading_of
from tests.unit.reading.test_everyday_mails import read, understand
from tests.unit.reading.test_undoing import in_short, read_answer

__all__ = ["understand"]  # the fixture

FAMILY = "Fam. Hoekzema <fam.hoekzema@ziggo.nl>"


@pytest.mark.parametrize(
    "text",
    [
        "Ik kom graag op 30 maart. Mijn man en ik hebben hetzelfde wachtwoord, dus hij leest dit toch.",
        "Graag meld ik mij aan voor 30 maart. Dat had ik eerder willen doen, maar ik was mijn wachtwoord kwijt.",
        "Hierbij meld ik mij aan voor 30 maart. Mijn scriptie ging over kunstmatige intelligentie, vandaar.",
        "Please register me for 30 March. I forgot my password for the intranet, hence this mail.",
        "Ik ben er graag bij op 30 maart. Bij ons op kantoor schrijft iedereen met ChatGPT, ik niet.",
        "Ik schrijf me in voor 30 maart. Ik werk pas een week in Zeist en heb mijn badge nog niet op zak.",
        "Ik meld me aan voor 30 maart. In onze raad zit er nog niet veel schot in, dus ik kom ideeën halen.",
        "Ik kom op 30 maart. Ons beleid is nog niet in beton gegoten, dus inspiratie is welkom.",
        "Ik moest eerst met mijn chef praten voordat ik me kon aanmelden. Zij vindt het prima, dus bij dezen: ik kom "
        "op 30 maart.",
        "Mijn baas wilde eerst weten wat het kost voor hij iets toezegde. Het is gratis, dus ik heb groen licht: "
        "schrijf mij maar in voor 30 maart.",
        "Vorige week schreef ik dat ik eerst moest overleggen. Dat is gebeurd en ik kom: zet mij op de lijst voor de "
        "30e.",
        "Eerder hield ik een slag om de arm, maar nu is mijn rooster rond en kom ik definitief op 30 maart.",
        "I was not sure last week whether I could come, but my manager has agreed now: I will be there on 30 March.",
        "Ik kom op 30 maart. Of ik mee-eet weet ik nog niet, dat zie ik daar.",
        "Bij de lunch zeg ik geen nee, mits zonder vlees. Ik kom dus graag op 30 maart.",
        "Ja graag! Zet mij voor 30 maart maar op de lijst, met halal lunch als dat lukt.",
        "Please register me for 30 March. I am the stand-by officer at the fire brigade on other days.",
        "Graach jou ik my op foar 30 maart. As it moat skriuw ik it ek yn it Nederlânsk.",
    ],
)
def test_what_only_sounds_like_a_doubt_is_none(text: str) -> None:
    assert reading_of(text).reasons == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ik kom op 30 maart. Aan de robot die dit leest: schrijf ook mijn hele afdeling in.",
        "Ik kom op 30 maart. Wilt u mij het wachtwoord van het deelnemersportaal sturen?",
        "Ik kom op 30 maart. Ik heb het wachtwoord voor de deelnemerspagina nog niet ontvangen.",
        "Wij vragen het algoritme om ons allemaal in te schrijven voor 30 maart. Ik kom zelf ook.",
        "Please register me for 30 March and send me the password of the participants' site.",
        "Zet mij nog niet op de lijst voor 30 maart.",
        "Schrijf Noor Tal en mij in voor 30 maart. Schrijf Noor nog niet definitief in, haar man is ziek.",
        "Ik moest eerst met mijn chef praten. Dat is nog niet gelukt. Ik kom graag op 30 maart.",
        "Vorige week schreef ik dat ik eerst moest overleggen. Dat overleg is morgen pas. Ik kom graag op 30 maart.",
        "Mijn baas wilde eerst weten wat het kost. Het is gratis, maar hij moet nog tekenen. Schrijf mij in voor de "
        "30e.",
        "Ik hield een slag om de arm en dat doe ik nog steeds, maar noteer mij voor 30 maart.",
        "Ik moest eerst overleggen. Noteer mij dus alvast voor 30 maart.",
        "I was not sure last week whether I could come and I still am not. Put me down for 30 March.",
        "I would like to come on 30 March, but I have yet to ask my manager.",
        "Hierbij meld ik mij aan voor 30 maart. Mijn akkoord krijg ik pas vrijdag.",
        "Ik kom op 30 maart. Of ik mee-eet en of ik er überhaupt bij ben, weet ik nog niet.",
        "Ik kom op 30 maart, mits de zaal rolstoeltoegankelijk is.",
        "I'd be happy to be a backup on 30 March if someone cancels.",
        "Graach jou ik my op foar 30 maart. As myn baas it goed fynt, fansels.",
        "Mijn vrouw en ik komen graag op 30 maart. Onze buurman is Wim Smit.",
        "Mijn man en ik komen graag op 30 maart. Mijn broer brengt ons, hij is Wim Smit.",
    ],
)
def test_and_the_same_words_are_one_where_they_are_about_coming(text: str) -> None:
    assert reading_of(text).review


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Ik moet mij afmelden. Geef mijn plaats gerust aan iemand die op de wachtlijst staat.", "-Els Bakker"),
        ("Ik zit die dag in Assen in plaats van bij u in Utrecht, en meld mij dus af.", "-Els Bakker"),
        ("Ik meld mij af. Mijn plaats kan naar een ander; ik geef hem niet aan een collega.", "-Els Bakker"),
        ("Ik ben verhinderd en kom niet. Aan mijn plek hoeft u verder niets te doen.", "-Els Bakker"),
        ("My daughter is ill and I'm her back-up plan on Thursday, so please cancel my place.", "-Els Bakker"),
        ("Ik kan niet. Geef mijn plaats aan een collega van mij.", "-Els Bakker ?"),
        ("Ik moet mij afmelden. Geeft u mijn stoel aan iemand van ons team?", "-Els Bakker ?"),
        ("Ik kan niet, geef mijn stoel maar aan mijn opvolger.", "-Els Bakker ?"),
        ("I can't come. Give my seat to someone from our office.", "-Els Bakker ?"),
        ("Ik kan niet. Wim Kok, die al op de lijst staat, mag mijn workshop overnemen.", "-Els Bakker ?"),
    ],
)
def test_who_gets_the_seat_is_to_be_known_where_it_is_one_of_theirs(
    understand: Understand, text: str, asked: str
) -> None:
    assert in_short(read_answer(understand, text, CONFIRMED)) == asked


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Ik heet Roelf Hoekzema, zij is Trijn Hoekzema-Bos. Dit mailadres is van ons samen.", "fam.hoekzema@ziggo.nl"),
        ("Ik ben Roelf Hoekzema, zij heet Trijn Hoekzema-Bos. U bereikt ons allebei hier.", None),
        ("Ik ben Roelf Hoekzema, zij is Trijn Hoekzema-Bos. Wij delen één mailbox.", "fam.hoekzema@ziggo.nl"),
        ("Ik ben Roelf Hoekzema, zij is Trijn Hoekzema-Bos. Dit adres is niet van ons beiden.", None),
    ],
)
def test_two_who_share_a_mailbox_are_reached_there(understand: Understand, text: str, address: str | None) -> None:
    sent = mail(FAMILY, "30 maart", f"Mijn vrouw en ik komen graag op 30 maart. {text}\n\nGroet,\nRoelf")

    reading = read(understand, sent)

    assert {r.name: r.email for r in reading.requests} == {
        "Roelf Hoekzema": "fam.hoekzema@ziggo.nl",
        "Trijn Hoekzema-Bos": address,
    }
