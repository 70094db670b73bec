"""What a mail address tells of its owner's name."""

import pytest

from mailbot.reading.names import Name, from_header
from mailbot.reading.names.mailboxes import in_order, name_spelled_by, spells_whole


@pytest.mark.parametrize(
    ("shown", "email", "name"),
    [
        ("Leung Siu-Fan", "sf.leung@x.nl", "Siu-Fan Leung"),
        ("kuipers marleen", "marleenkuipers62@x.nl", "Marleen Kuipers"),
        ("Marleen Kuipers", "kuipers.marleen@x.nl", "Marleen Kuipers"),
        ("Marleen Kuipers", "m.kuipers@x.nl", "Marleen Kuipers"),
        ("Marleen Kuipers", "info@x.nl", "Marleen Kuipers"),
        ("Xulani-Bos Tembaka", "t.xulani@x.nl", "Tembaka Xulani-Bos"),
        ("Xulani Tembaka", "tembaka.xulani@x.nl", "Tembaka Xulani"),
        ("Tembaka Bakker", "bakker.tembaka@x.nl", "Tembaka Bakker"),
        ("JAP Xulani", "j.xulani@x.nl", "J.A.P. Xulani"),
        ("HAN Meiling", "m.han@x.nl", "Meiling Han"),
        ("Xulani van den Tembaka", "t.vandenxulani@x.nl", "Tembaka van den Xulani"),
    ],
)
def test_the_address_tells_in_which_order_a_name_stands(shown: str, email: str, name: str) -> None:
    shown_name = from_header(shown)

    assert shown_name is not None
    assert str(in_order(shown_name, email)) == name


@pytest.mark.parametrize(
    ("email", "text", "name"),
    [
        ("noor.dewit88@x.nl", "hoi, hier noor de wit nog even", "Noor de Wit"),
        ("els.bos+lijst@x.nl", "ik ben Els Bos", "Els Bos"),
        ("welkom.iedereen@x.nl", "en welkom iedereen", None),
        ("noor@x.nl", "noor de wit", None),
        ("n.dewit@x.nl", "n dewit", None),
        ("noor.dewit@x.nl", "mail noor.dewit@x.nl", None),
    ],
)
def test_an_address_finds_the_name_that_it_spells(email: str, text: str, name: str | None) -> None:
    found = name_spelled_by(email, text)

    assert (str(found) if found else None) == name


@pytest.mark.parametrize(
    ("email", "whole"),
    [("saskiavdb@x.nl", False), ("saskiaburg77@x.nl", True), ("s.burger@x.nl", True), ("wmo@x.nl", False)],
)
def test_an_address_is_made_of_a_name_by_initials_or_its_beginning(email: str, whole: bool) -> None:
    assert spells_whole(email, Name("Saskia", "", "", "Burger")) is whole


@pytest.mark.parametrize(
    ("email", "whole"),
    [("m.xulu@x.nl", True), ("mara.bos@x.nl", True), ("m.vis@x.nl", False), ("m.xulubos@x.nl", True)],
)
def test_an_address_may_have_half_of_a_double_surname(email: str, whole: bool) -> None:
    assert spells_whole(email, Name("Mara", "", "", "Xulu-Bos")) is whole
