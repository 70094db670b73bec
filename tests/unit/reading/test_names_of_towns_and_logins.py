"""Names that mean something else as well, that headers show as logins, and before which a town stands: printed as their
bearers have them, and asked about where that isn't told."""

import pytest

from mailbot.domain.message import Origin, Screening
from mailbot.domain.reading import Reading
from mailbot.reading.message.parse import parse
from mailbot.reading.read import read
from tests.unit.reading.second_house import CONTEXT, mail


def told(text: str, sender: str) -> Reading:
    return read(parse(mail(text, From=sender, Subject="Aanmelding")), Screening(Origin.HUMAN), CONTEXT)


def names_of(reading: Reading) -> str:
    return f"{', '.join(request.name or '-' for request in reading.requests)}{'?' if reading.review else ''}"


@pytest.mark.parametrize(
    ("sender", "said"),
    [
        ("Emmen, Lotte <l.emmen@hengelo.nl>", "Emmen is mijn achternaam, geen grap."),
        ("Emmen, Lotte <l.emmen@hengelo.nl>", 'Vorig jaar stond er op mijn kaartje "Gemeente Emmen".'),
        ("Borc, Lotte <l.borc@hengelo.nl>", 'Op mijn naamkaartje alstublieft geen "Gemeente Borc".'),
        ("Emmen, Lotte <l.emmen@hengelo.nl>", "Graag een badge waar dat in de goede volgorde op staat."),
        ("Jan Maandag <jan.maandag@x.nl>", "Ja, ik heet echt Maandag."),
        ("Jan Maandag <jan.maandag@x.nl>", "Mijn achternaam zorgt wel vaker voor verwarring."),
        ("Broer Postma <broer.postma@x.nl>", "Ja, zo heet ik echt."),
        ("Zus Kramer <zus.kramer@x.nl>", "Zus is mijn voornaam."),
    ],
)
def test_who_is_called_as_a_town_or_a_day_only_tells_that_it_is_mixed_up(sender: str, said: str) -> None:
    shown = sender.partition(" <")[0]
    name = " ".join(reversed(shown.split(", ")))

    assert names_of(told(f"Ik kom naar de lezing. {said}\n\n{name}", sender)) == name


@pytest.mark.parametrize(
    "said",
    [
        "Emmen is mijn oude achternaam, sinds de scheiding gebruik ik die niet meer.",
        "Op de badge graag niet Emmen, maar mijn tweede achternaam.",
        "Op mijn badge alstublieft geen Emmen meer, dat is de naam van mijn ex.",
        "Onze helpdesk maakt van mijn achternaam altijd iets anders.",
    ],
)
def test_who_is_called_otherwise_by_now_is_asked(said: str) -> None:
    reading = told(f"Ik kom naar de lezing. {said}\n\nGroet,\nLotte", "Emmen, Lotte <l.emmen@hengelo.nl>")

    assert reading.reasons == ("unsure_name",)


@pytest.mark.parametrize(
    ("said", "asks"),
    [
        ("Siebe is met een s, niet Ziebe zoals op jullie vorige badge.", False),
        ("Let op: Siebe dus, en niet Ziebe.", False),
        ("Vorige keer stond er Ziebe op de badge, het is Siebe.", False),
        ("Ziebe heet hij dus, niet Siebe.", True),
        ("Vorige keer stond er Siebe op de badge, het is Ziebe.", True),
        ("Siebe heet officieel Sybrand, maar dat weet niemand.", True),
    ],
)
def test_a_spelling_that_the_list_has_already_is_no_question(said: str, asks: bool) -> None:
    text = f"Graag inschrijven voor de lezing:\n\n1. Emre Kara\n2. Siebe de Jong\n\n{said}\n\nEmre"

    reading = told(text, "Emre Kara <emre.kara@x.nl>")

    assert names_of(reading) == f"Emre Kara, Siebe de Jong{'?' if asks else ''}"


@pytest.mark.parametrize(
    ("said", "asks"),
    [
        ("Wilt u de badge aanpassen?", False),
        ("De badge moet dus op zijn naam.", False),
        ("Wilt u de badge aanpassen naar Ibo Kaya?", True),
        ("Op zijn badge graag alleen zijn roepnaam.", True),
    ],
)
def test_a_badge_that_goes_to_somebody_else_tells_nothing_of_a_name(said: str, asks: bool) -> None:
    text = f"Ik kan niet naar de lezing, mijn collega Ibrahim Kaya neemt mijn plaats in. {said}\n\nPiet Prins"

    assert ("unsure_name" in told(text, "Piet Prins <p.prins@x.nl>").reasons) is asks


@pytest.mark.parametrize(
    ("said", "asks"),
    [
        ("Zorgwijs is onze oude naam, het adres werkt nog.", False),
        ("Veer is mijn oude naam, het adres werkt nog.", True),
    ],
)
def test_a_house_that_was_called_otherwise_is_nobodys_name(said: str, asks: bool) -> None:
    reading = told(f"Ik kom naar de lezing. {said}\n\nGroet,\nAnouk", "Anouk Veer <a.veer@zorgwijs.nl>")

    assert ("unsure_name" in reading.reasons) is asks


@pytest.mark.parametrize(
    ("sender", "text", "name"),
    [
        (
            "naima elb <naima.elb87@x.nl>",
            "Ik kom naar de lezing.\n\nNaima el Bachiri, raadslid\n\ngr N.",
            "Naima el Bachiri",
        ),
        ("Naima Elb <naima.elb87@x.nl>", "Ik kom naar de lezing.\n\nGroet,\nNaima el Bachiri", "Naima el Bachiri"),
        ("joris vd <jorisvd@x.nl>", "Ik kom naar de lezing.\n\nJoris van Dam, raadslid", "Joris van Dam"),
        (
            "nadia elamrani <nadia.elamrani@x.nl>",
            "ik kom naar de lezing. nadia el amrani is de naam",
            "Nadia el Amrani",
        ),
        ("Peter Vandenberg <p.vandenberg@x.nl>", "Ik kom naar de lezing.\n\nPeter van den Berg", "Peter van den Berg"),
        ("iPad van Marloes <marloes.kok@x.nl>", "Ik kom naar de lezing.\n\nMarloes Kok", "Marloes Kok"),
        ("Marloes's iPhone <marloes.kok@x.nl>", "Ik kom naar de lezing.\n\nMarloes Kok", "Marloes Kok"),
        ("Gerda <gvanommen@x.nl>", "Ik kom naar de lezing.\n\nGerda v. Ommen", "Gerda van Ommen"),
        (
            "Marja Bos <m.bos@x.nl>",
            "ik kom naar de lezing mijn naam is Marja Bos streepje Vonk\n\nMarja",
            "Marja Bos-Vonk",
        ),
        (
            "AK de Wit <ak.dewit@x.nl>",
            "je spreekt met anna streepje karin de wit ik kom graag naar de lezing groetjes",
            "Anna-Karin de Wit",
        ),
    ],
)
def test_a_header_that_has_less_of_a_name_than_the_letter_is_filled_up(sender: str, text: str, name: str) -> None:
    assert [request.name for request in told(text, sender).requests] == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("In mijn plaats stuurt Amersfoort Fenna Strik. Zelf kan ik niet naar de lezing.", "Els Verweij, Fenna Strik"),
        ("In mijn plaats stuurt Den Haag Marja Bos. Zelf kan ik niet naar de lezing.", "Els Verweij, Marja Bos"),
        ("Graag voor de lezing: Zwolle Bilal Yavuz, Kampen Noor Prins.", "Bilal Yavuz, Noor Prins"),
        ("Graag voor de lezing:\n\n- Deventer Anna\n- Smit Tom", "Anna Deventer, Tom Smit"),
    ],
)
def test_a_town_is_no_part_of_the_name_behind_it(text: str, names: str) -> None:
    assert names_of(told(f"{text}\n\nEls Verweij", "Els Verweij <e.verweij@x.nl>")).rstrip("?") == names


@pytest.mark.parametrize(
    ("behind", "asks"),
    [("van Steveninck, manager", True), ("van Handhaving, manager", False), ("van Haarlem, manager", False)],
)
def test_what_may_be_half_of_a_name_in_a_list_is_asked_about(behind: str, asks: bool) -> None:
    text = f"Naar de lezing komen:\n\n- Kadir Aslan\n- Emmeline de Ruyter {behind}\n\nKadir"

    assert ("unsure_name" in told(text, "Kadir Aslan <k.aslan@x.nl>").reasons) is asks


def test_who_is_called_by_half_of_what_the_header_shows_is_asked() -> None:
    said = "Ik ben Jan Kuiper (Kuiper-Stee staat er omdat we samen één mailbox hebben)."

    reading = told(f"Ik kom naar de lezing. {said}\n\nJan", "J. Kuiper-Stee <jr.kuiper@x.nl>")

    assert "unsure_name" in reading.reasons


def test_who_signs_with_the_whole_of_it_is_not() -> None:
    said = 'In uw bestand sta ik als "Anna Bos"; sinds mijn huwelijk is het Bos-Kaya.'

    reading = told(f"Ik kom naar de lezing. {said}\n\nGroet,\nAnna Bos-Kaya", "Anna Bos-Kaya <a.bos@x.nl>")

    assert names_of(reading) == "Anna Bos-Kaya"
