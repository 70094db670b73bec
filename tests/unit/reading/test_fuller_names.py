"""A name that a letter says by halves, and in full somewhere else; and the shorter one that somebody wants."""

import pytest

from mailbot.domain.message import Origin, Screening
from mailbot.reading.message.parse import parse
from mailbot.reading.read import read
from tests.unit.reading.second_house import CONTEXT, mail

OFFICE = "Secretariaat B&W <secretariaat@wierhaven.nl>"


@pytest.mark.parametrize(
    ("subject", "text", "name"),
    [
        (
            "Aanmelding",
            "Graag meld ik wethouder Vonk aan voor de lezing.\n\nGroet,\nBea Smit\n"
            "secretaresse van wethouder Mirte Vonk",
            "Mirte Vonk",
        ),
        (
            "Aanmelding wethouder Mirte Vonk",
            "Wethouder Vonk komt graag naar de lezing.\n\nGroet,\nBea Smit\nsecretaresse",
            "Mirte Vonk",
        ),
        (
            "Aanmelding",
            "Wethouder Vonk komt naar de lezing. Zij heet voluit Mirte Vonk-de Boer, maar op de badge graag Mirte "
            "Vonk.\n\nGroet,\nBea Smit\nsecretaresse",
            "Mirte Vonk",
        ),
        (
            "Aanmelding",
            "Wethouder Mirte Vonk-de Boer komt naar de lezing; op de badge stond vorig jaar Mirte Vonk.\n\nGroet,\n"
            "Bea Smit\nsecretaresse",
            "Mirte Vonk-de Boer",
        ),
    ],
)
def test_somebody_is_called_by_the_fullest_name_or_the_one_that_is_wanted(subject: str, text: str, name: str) -> None:
    reading = read(parse(mail(text, From=OFFICE, Subject=subject)), Screening(Origin.HUMAN), CONTEXT)

    assert [request.name for request in reading.requests] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Namens wethouder Vonk meld ik dat zij graag naar de lezing komt. Haar voornaam is Mirte, voor de badge.",
        "Burgemeester Vonk komt naar de lezing. Haar roepnaam is Mirte (voor de badge).",
    ],
)
def test_the_first_name_of_somebody_else_is_not_the_writers(text: str) -> None:
    reading = read(
        parse(mail(f"{text}\n\nGroet,\nBea Smit\nsecretaresse", From=OFFICE)), Screening(Origin.HUMAN), CONTEXT
    )

    assert [(request.action.value, request.name) for request in reading.requests] == [("register", "Mirte Vonk")]


@pytest.mark.parametrize("kin", ["mijn zus Corrie", "onze collega Cornelia", "mijn nicht Nelleke Vos"])
def test_who_is_somebody_to_the_writer_is_not_the_writer_by_another_form_of_a_name(kin: str) -> None:
    text = f"Ik kom graag naar de lezing. De tip kwam van {kin}.\n\nGroet,\nNel Vos"

    reading = read(parse(mail(text, From="Nel Vos <nel@wierhaven.nl>")), Screening(Origin.HUMAN), CONTEXT)

    assert [request.name for request in reading.requests] == ["Nel Vos"]


def test_a_title_and_a_surname_are_whose_whole_name_follows() -> None:
    text = "Wilt u mevrouw Liang aanmelden voor de lezing? Xin Yi Liang is onze jurist.\n\nGroet,\nBea Smit"

    reading = read(parse(mail(text, From=OFFICE)), Screening(Origin.HUMAN), CONTEXT)

    assert [request.name for request in reading.requests] == ["Xin Yi Liang"]


@pytest.mark.parametrize(
    "text",
    [
        "Ik kom naar de lezing.\n\nMijn gegevens zijn:\nMirte van der Vonk\nbeheerder\n06 12345678",
        "Deelnemer: ondergetekende, Mirte van der Vonk\nBijeenkomst: lezing",
        "ik kom graag naar de lezing mijn naam is Mirte van der Vonk ik neem de trein dus ben op tijd",
        "Graag kom ik naar de lezing.\n\nMirte van der Vonk, gebiedsmakelaar bij de gemeente Wierhaven",
        "Ik kom naar de lezing. Ik ben daar bestuurslid en heet Mirte van der Vonk.\n\nMirte",
        "Graag kom ik naar de lezing. U kunt mij noteren als Mirte van der Vonk, dit is het gedeelde adres.",
        "Met Mirte van der Vonk uit Wierhaven. Ik wil naar de lezing komen.",
        "Mirte van der Vonk hier, bestuurslid. Ik wil naar de lezing komen.",
    ],
)
def test_where_no_header_tells_it_the_writers_name_is_the_one_they_give(text: str) -> None:
    reading = read(parse(mail(text, From="vonkje12@x.nl")), Screening(Origin.HUMAN), CONTEXT)

    assert [request.name for request in reading.requests] == ["Mirte van der Vonk"]


@pytest.mark.parametrize(
    ("sender", "text", "name"),
    [
        ("Ana Prado <a.prado@x.nl>", "Ik kom naar de lezing.\n\nAna Prado da Luz", "Ana Prado da Luz"),
        ("Kim de Vonk <k.devonk@x.nl>", "Ik kom naar de lezing.\n\nKim Otten-de Vonk", "Kim Otten-de Vonk"),
        ("Ana Prado Luz <a.prado@x.nl>", "Naam: Ana Prado\nIk kom naar de lezing.", "Ana Prado Luz"),
        ("Ana Prado <a.prado@x.nl>", "Ik kom naar de lezing.\n\nGroet,\nAna Prado Utrecht", "Ana Prado"),
        ("Mirte V <vonkje@x.nl>", "ik kom naar de lezing!\n\ngroetjes mirte vonk", "Mirte Vonk"),
        ("mirte elv <m.elvonki@x.nl>", "ik kom naar de lezing\n\ngroet mirte el vonki\n0612345678", "Mirte el Vonki"),
        ("m.vonk12@x.nl", "hoi met mirte vonk, ik kom graag naar de lezing", "Mirte Vonk"),
        ("mirtje@x.nl", "ik wil naar de lezing. mirte van der vonk is mn naam", "Mirte van der Vonk"),
        ("mirte12@x.nl", "hoi, ben mirte vonk en ik kom graag naar de lezing", "Mirte Vonk"),
        ("kim vd vonk <kimvdvonk@x.nl>", "ik kom naar de lezing\n\nkim van der vonk\n0612345678", "Kim van der Vonk"),
        ("kim vd vonk <kim@x.nl>", "hoi, ik ben kim van den vonk en ik kom naar de lezing. gr kim", "Kim van den Vonk"),
        ("Vonk, D. van <d.vonk@x.nl>", "Door van Vonk, ja echt. Graag naar de lezing.\n\nDoor", "Door van Vonk"),
        ("Vonk, D. van <d.vonk@x.nl>", "Ik kom graag naar de lezing.\n\nDirectie", "D. van Vonk"),
        ("k vonk <kim.vonk@x.nl>", "ik kom naar de lezing\n\ngr kim vonk - otten", "Kim Vonk-Otten"),
        ("LI Meiyun <m.li@x.nl>", "Ik kom naar de lezing. Mijn voornaam is Meiyun.\n\nLI Meiyun", "Meiyun Li"),
        ("Xulani Tembaka <info@x.nl>", "Ik kom naar de lezing.\n\nGroet,\nTembaka Xulani\nadviseur", "Tembaka Xulani"),
        ("Tembaka Xulani <t.xulani@x.nl>", "Ik kom naar de lezing.\n\nGroet,\nXulani Tembaka", "Tembaka Xulani"),
        ("t.xulani@x.nl", "Ik kom naar de lezing.\n\nGroet,\nXulani Tembaka\nadviseur", "Tembaka Xulani"),
        ("Vonkelaar Marije <info@x.nl>", "Ik kom naar de lezing.\n\nGroet,\nMarije", "Marije Vonkelaar"),
        ("vonkje61@x.nl", "ik kom naar de lezing\ngroetjes van Hennie\n\no ja hele naam: mw H. Vonk", "Hennie Vonk"),
        ("Feven Kidane <fk@x.nl>", "Mijn naam is Feven Kidane Woldu. Ik kom naar de lezing.", "Feven Kidane Woldu"),
        ("Yilmaz Sevgi <sevgi.yilmaz@x.nl>", "Ik kom graag naar de lezing.", "Sevgi Yilmaz"),
        ("M. Vonk <m.vonk@x.nl>", "Ja, ik kom naar de lezing!\n\nMirte", "Mirte Vonk"),
        ("mo@x.nl", "hoi met Mirte Vonk uit tiel ik wil graag naar de lezing komen", "Mirte Vonk"),
        ("mirte.de.vonk@x.nl", "Ik kom graag naar de lezing.\n\nMirte", "Mirte de Vonk"),
        ("mirtev@x.nl", "schrijf me maar op voor de lezing, mirte vonk, uit tiel", "Mirte Vonk"),
    ],
)
def test_half_a_name_in_the_header_is_filled_up_by_what_stands_in_the_letter(sender: str, text: str, name: str) -> None:
    reading = read(parse(mail(text, From=sender)), Screening(Origin.HUMAN), CONTEXT)

    assert [request.name for request in reading.requests] == [name]


@pytest.mark.parametrize(
    ("copied", "text", "names"),
    [
        ("mirte.vonk@x.nl", "Zet Mirte en mij op de lijst voor de lezing.", ["Mirte Vonk", "Bo Smit"]),
        ("mirte.terhorst@x.nl", "Zet Mirte en mij op de lijst voor de lezing.", ["Mirte", "Bo Smit"]),
        ("mirte.vonk@x.nl, mirte.bos@x.nl", "Zet Mirte en mij op de lijst voor de lezing.", ["Mirte", "Bo Smit"]),
        ("info@x.nl", "Mirte (de Boer) en ik komen naar de lezing.", ["Mirte de Boer", "Bo Smit"]),
        ("info@x.nl", "Bakker (Mirte) en ik komen naar de lezing.", ["Mirte Bakker", "Bo Smit"]),
        ("info@x.nl", "Mirte (Movisie) en ik komen naar de lezing.", ["Mirte", "Bo Smit"]),
    ],
)
def test_the_surname_of_a_companion_stands_in_the_copied_address_or_in_brackets(
    copied: str, text: str, names: list[str]
) -> None:
    raw = mail(f"{text}\n\nBo", From="Bo Smit <b.smit@x.nl>", Cc=copied)
    reading = read(parse(raw), Screening(Origin.HUMAN), CONTEXT)

    assert [request.name for request in reading.requests] == names


@pytest.mark.parametrize(
    ("sender", "subject", "text", "names"),
    [
        (
            OFFICE,
            "Aanmelding lezing: Mirte Vonk en Bo Smit",
            "Zoals in het onderwerp. Bo eet halal.",
            "Mirte Vonk, Bo Smit",
        ),
        (OFFICE, "Aanmelding Mirte Vonk en Bo Smit", "Graag inschrijven voor de lezing.", "Mirte Vonk, Bo Smit"),
        (OFFICE, "Aanmelding Mirte Vonk", "Graag kom ik naar de lezing.\n\nMirte", "Mirte Vonk"),
        (
            "Kim Otten <k.otten@x.nl>",
            "Aanmelding Mirte Vonk en Bo Smit",
            "Graag voor de lezing.",
            "Mirte Vonk, Bo Smit",
        ),
        ("Bo Smit <b.smit@x.nl>", "Aanmelding Mirte Vonk en Bo Smit", "Graag voor de lezing.", "Mirte Vonk, Bo Smit"),
        ("Bo Smit <b.smit@x.nl>", "Het boek van Mirte Vonk", "Ik kom naar de lezing. Zie het onderwerp.", "Bo Smit"),
    ],
)
def test_a_subject_may_name_those_of_whom_the_letter_speaks(sender: str, subject: str, text: str, names: str) -> None:
    reading = read(parse(mail(text, From=sender, Subject=subject)), Screening(Origin.HUMAN), CONTEXT)

    assert sorted(str(request.name) for request in reading.requests) == sorted(names.split(", "))


def test_whom_a_subject_signs_up_and_the_letter_forgets_is_asked_about() -> None:
    text = "Graag kom ik naar de lezing.\n\nMirte"

    reading = read(
        parse(mail(text, From=OFFICE, Subject="Aanmelding Mirte Vonk en Bo Smit")), Screening(Origin.HUMAN), CONTEXT
    )

    assert "unnamed" in reading.reasons


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        ("Mirte V. <m.v@x.nl>", "Graag kom ik naar de lezing.\n\nMirte"),
        ("Mirte V <mv@x.nl>", "Ik meld me af voor de lezing.\n\nMirte V"),
        ("mirte12@x.nl", "hoi, ben mirte uit tiel en ik kom graag naar de lezing"),
        ("griffie@x.nl", "Graag Jan de Wit en Mirte V aanmelden voor de lezing.\n\nBo Smit\ngriffie"),
    ],
)
def test_a_name_without_a_surname_is_asked_for(sender: str, text: str) -> None:
    reading = read(parse(mail(text, From=sender)), Screening(Origin.HUMAN), CONTEXT)

    assert "no_full_name" in reading.reasons


@pytest.mark.parametrize(
    ("shown", "text", "name"),
    [
        ("Jacobus Vonk", "Wilt u mij inschrijven onder de naam Ko Vonk? Ik kom naar de lezing.\n\nKo Vonk", "Ko Vonk"),
        ("Xin Yi Liang", "Ik kom naar de lezing, noteer mij maar als Cindy Liang.\n\nXin Yi", "Cindy Liang"),
        ("Els Bos-Vonk", "Ik kom naar de lezing. Op mijn naambordje graag Els Bos.\n\nEls", "Els Bos"),
        ("Bernardus Otten", "Ik kom naar de lezing! Naam voor op de badge: Ben Otten", "Ben Otten"),
        ("Cornelis Vonk", "Ik kom naar de lezing. Ik sta overal bekend als Kees Vonk.\n\nGroet, Kees", "Kees Vonk"),
        ("Jacobus Vonk", "Register me for the lezing under the name of Ko Vonk, please.\n\nKo", "Ko Vonk"),
        ("Noor de Wit-Vonk", "Ik kom naar de lezing. Graag met mijn eigen naam, dus Noor Vonk.\n\nNoor", "Noor Vonk"),
        ("Tran Thi Mai", "Ik kom naar de lezing. Op de badge graag Mai Tran.\n\nMai", "Mai Tran"),
        ("Mirte Bos", "Ik kom naar de lezing. De afzender klopt niet: ik heet weer Mirte Vonk.\n\nMirte", "Mirte Vonk"),
        ("Feven Kidane", "Ik kom naar de lezing. Ik heet Feven Kidane Woldu.\n\nFeven", "Feven Kidane Woldu"),
        ("Pham Ngoc", "Ik kom naar de lezing. Op de badge graag “Ngọc Trân Phạm”.\n\nNgọc", "Ngọc Trân Phạm"),
        (
            "mirte vonk",
            "Ik kom!\n\nGroetjes,\nMirte\n\n(officieel Mirthe Elena Vonk, op de badge gewoon Mirte)",
            "Mirte Vonk",
        ),
        ("Xin Yi Liang", "Ik kom naar de lezing. Mijn badge mag Cindy Liang heten.\n\nXin Yi", "Cindy Liang"),
        ("Kim Otten", "Ik kom naar de lezing.\n\nName for the badge: Kim Otten\nPosition: jurist\n\nKim", "Kim Otten"),
        (
            "Tom Vonk",
            "Ik kom naar de lezing. De afzender is een oude naam, ik heet nu Tamar Vonk.\n\nTamar",
            "Tamar Vonk",
        ),
        ("Philippa Bos-de Wit", "I'll come to the lezing. My badge can simply say Pip de Wit.\n\nPip", "Pip de Wit"),
        ("Jacobus Vonk", "Ik kom naar de lezing. Iedereen zegt Ko, dus zet Ko Vonk op de badge.\n\nKo", "Ko Vonk"),
        ("Koekie Vonk", "Ik kom naar de lezing. Mijn gegevens:\n\nCora Vonk\nTiel, gemeente\njurist", "Cora Vonk"),
        ("Koekie Vonk", "Ik kom naar de lezing. Op de badge graag Cora Vonk.\n\nKoekie", "Cora Vonk"),
        ("Jacobus Vonk", "Ik kom naar de lezing. Iedereen zegt Ko, maar zet dat niet op de badge.", "Jacobus Vonk"),
        ("Jacobus Vonk", "Ik kom naar de lezing. Schrijf me niet in als Ko Vonk.\n\nJacobus Vonk", "Jacobus Vonk"),
    ],
)
def test_who_wants_to_be_called_otherwise_is(shown: str, text: str, name: str) -> None:
    reading = read(parse(mail(text, From=f"{shown} <vonk@x.nl>")), Screening(Origin.HUMAN), CONTEXT)

    assert [request.name for request in reading.requests] == [name]


@pytest.mark.parametrize(
    ("said", "asks"),
    [
        ("Op de deelnemerslijst graag Vonk, zo heet ik sinds januari.", True),
        ("Mijn meisjesnaam is Zeldenrust en die gebruik ik liever.", True),
        ("Let op: mijn achternaam is nu Vonk, na mijn scheiding.", True),
        ("Graag Zeldenrust op de badge.", True),
        ("Op de badge graag “Mir”.", True),
        ("Graag mijn roepnaam op de badge.", True),
        ("Please use my maiden name on the badge.", True),
        ("Mijn achternaam is Peters, met een s.", False),
        ("Mijn roepnaam is Mirte.", False),
        ("Vroeger heette ik Vonk, nu weer Peters.", False),
        ("Zet niet weer Pieters op de badge!", True),
        ("Collega Noor Vis (Vis is de achternaam) komt ook.", False),
    ],
)
def test_a_name_that_is_told_and_went_nowhere_is_asked_about(said: str, asks: bool) -> None:
    text = f"Ik kom naar de lezing. {said}\n\nMirte Peters"

    reading = read(parse(mail(text, From="Mirte Peters <m.peters@x.nl>")), Screening(Origin.HUMAN), CONTEXT)

    assert reading.reasons == (("unsure_name",) if asks else ())


def test_in_a_list_the_lines_around_tell_that_the_surname_stands_first() -> None:
    text = "Graag aanmelden voor de lezing:\n- Bos, Ties (adviseur)\n- Vonk, Kim\n- Vis - Postma, Anouk"

    reading = read(parse(mail(text, From=OFFICE)), Screening(Origin.HUMAN), CONTEXT)

    assert [request.name for request in reading.requests] == ["Ties Bos", "Kim Vonk", "Anouk Vis-Postma"]


def test_lines_without_a_comma_tell_it_as_well_and_of_names_that_no_list_has() -> None:
    text = "Graag aanmelden voor de lezing:\n- Xulani Tembaka\n- Bos Marije\n- Smit Anja\n- de Vonk J.M.P."

    reading = read(parse(mail(text, From=OFFICE)), Screening(Origin.HUMAN), CONTEXT)

    assert [request.name for request in reading.requests] == [
        "Tembaka Xulani",
        "Marije Bos",
        "Anja Smit",
        "J.M.P. de Vonk",
    ]


@pytest.mark.parametrize(
    ("entry", "name"),
    [
        ("Karim, achternaam Ait Lahcen, jurist", "Karim Ait Lahcen"),
        ("Ana (achternaam Prado da Luz)", "Ana Prado da Luz"),
        ("Els, van achteren heet ze Oude Vonkhuis", "Els Oude Vonkhuis"),
        ("de heer Vonk, Klaas, programmamanager", "Klaas Vonk"),
        ("mw. de Boer, Irma", "Irma de Boer"),
        ("Noor van Gestel van Heumenstein <n.vangestel@x.nl>", "Noor van Gestel van Heumenstein"),
        ("Kim de Vonk van Zorg <k.devonk@x.nl>", "Kim de Vonk"),
    ],
)
def test_an_entry_tells_a_surname_of_several_words_or_puts_it_first(entry: str, name: str) -> None:
    text = f"Graag aanmelden voor de lezing:\n- Tom Bakker\n- {entry}\n\nGroet,\nBea Smit"

    reading = read(parse(mail(text, From=OFFICE)), Screening(Origin.HUMAN), CONTEXT)

    assert [request.name for request in reading.requests] == ["Tom Bakker", name]


def test_initials_with_the_name_called_by_sign_a_formal_letter() -> None:
    text = "Ik kom naar de lezing.\n\nMet gevoelens van waardering,\n\nS.D. (Saul) Vonk\nLindenweg 12, Tiel"

    reading = read(parse(mail(text, From="info <info@x.nl>")), Screening(Origin.HUMAN), CONTEXT)

    assert [request.name for request in reading.requests] == ["Saul Vonk"]


@pytest.mark.parametrize(
    ("sender", "said", "name"),
    [
        ("Mirte Hoogvonk <mirte.hoogvonk@x.nl>", "mijn naam is Mirte Hoog vonk aan elkaar", "Mirte Hoogvonk"),
        ("M. Hoogvonk <mirte.hoogvonk@x.nl>", "Mijn naam is Mirte Hoge Vonk met twee o's", "Mirte Hoogvonk"),
        ("Ümit Yıldız <umit@x.nl>", "Mijn naam is Umiet Jildiz", "Ümit Yıldız"),
        ("Bert-Jan Oude Vonk <bj@x.nl>", "mijn naam is Bert Jan oude Vonk met een v", "Bert-Jan Oude Vonk"),
        ("Mirte de Boer <m.deboer@x.nl>", "mijn naam is tegenwoordig Mirte Vonk", "Mirte Vonk"),
        ("mirtje@x.nl", "mijn naam is Mirte Vonk", "Mirte Vonk"),
    ],
)
def test_a_dictated_name_is_written_as_the_header_has_it(sender: str, said: str, name: str) -> None:
    text = f"Hallo komma ik kom graag naar de lezing punt {said} punt groetjes"

    reading = read(parse(mail(text, From=sender)), Screening(Origin.HUMAN), CONTEXT)

    assert [request.name for request in reading.requests] == [name]


BOTH = "Mirte en Bo Vonk <vonk@x.nl>"


KIM = "Kim Smit <k.smit@x.nl>"


@pytest.mark.parametrize(
    ("sender", "text", "names"),
    [
        (BOTH, "Wij komen graag naar de lezing.\n\nGroet,\nMirte en Bo", "Mirte Vonk, Bo Vonk"),
        (BOTH, "Wij zijn Mirte Vonk-Smit en Bo Vonk. Graag komen wij naar de lezing.", "Mirte Vonk-Smit, Bo Vonk"),
        (BOTH, "Wij komen graag naar de lezing, mijn man en ik.\n\nMirte Vonk\nBo Vonk", "Mirte Vonk, Bo Vonk"),
        (
            "Bo en Mirte Vonk-Smit <vonk@x.nl>",
            "Wij komen graag naar de lezing, mijn man Bo Vonk en ik.\n\nMirte Vonk-Smit",
            "Mirte Vonk-Smit, Bo Vonk",
        ),
        (BOTH, "Graag kom ik naar de lezing.\n\nGroet,\nBo", "Bo Vonk"),
        (BOTH, "Bo komt graag naar de lezing, ik pas op.\n\nGroet,\nMirte", "Bo Vonk"),
        ("Fam. Vonk <vonk@x.nl>", "Graag opgeven voor de lezing: Mirte en Bo Vonk.", "Mirte Vonk, Bo Vonk"),
        ("Fam. Vonk <vonk@x.nl>", "Graag kom ik naar de lezing.\n\nGroet,\nMirte", "Mirte Vonk"),
        ("Bo Vonk <vonk@x.nl>", "Mirte en Bo Vonk komen graag naar de lezing.", "Mirte Vonk, Bo Vonk"),
        ("Bo Vonk <vonk@x.nl>", "Wij zijn Bo Vonk en Kim Smit. Wij komen naar de lezing.", "Bo Vonk, Kim Smit"),
        ("Bo Vonk <v@x.nl>", "Wij komen graag naar de lezing.\n\nGroet,\n\nBo Vonk\nKim Smit", "Bo Vonk, Kim Smit"),
        ("Fam. Oude Vonk <v@x.nl>", "Mijn vrouw Els en ik komen graag.\n\nBo Oude Vonk", "Els Oude Vonk, Bo Oude Vonk"),
        (KIM, "Ik neem mijn neefjes mee: Bo (12) en Wim (9) Vonk.", "Kim Smit, Bo Vonk, Wim Vonk"),
        (KIM, "Ik kom met Bo en Wim Vonk, de kinderen van mijn zus.", "Kim Smit, Bo Vonk, Wim Vonk"),
        (KIM, "Wij komen met z'n drieën: Kim, Bo en Wim Smit.", "Kim Smit, Bo Smit, Wim Smit"),
        (KIM, "Familie Smit komt met drie personen: Kim, Bo en Wim.", "Kim Smit, Bo Smit, Wim Smit"),
        (KIM, "Ik kom met mijn kinderen, Bo en Wim (zelfde achternaam als ik).", "Kim Smit, Bo Smit, Wim Smit"),
        (KIM, "Ik kom met mijn man Bo en onze zoon Wim, allen Smit.", "Kim Smit, Bo Smit, Wim Smit"),
    ],
)
def test_two_who_share_a_mailbox_or_a_surname_are_named_in_full(sender: str, text: str, names: str) -> None:
    reading = read(parse(mail(text, From=sender)), Screening(Origin.HUMAN), CONTEXT)

    assert sorted(str(request.name) for request in reading.requests) == sorted(names.split(", "))


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        (BOTH, "Graag kom ik naar de lezing."),
        ("Kim Smit <k.smit@x.nl>", "Graag aanmelden voor de lezing: Mirte en Bo Vonk."),
        ("Fam. Vonk <vonk@x.nl>", "Graag kom ik naar de lezing met mijn vriendin Kim.\n\nGroet,\nMirte"),
    ],
)
def test_whose_surname_is_left_to_guess_is_asked(sender: str, text: str) -> None:
    assert "no_full_name" in read(parse(mail(text, From=sender)), Screening(Origin.HUMAN), CONTEXT).reasons


def test_whose_details_are_anothers_than_the_mailboxs_is_asked() -> None:
    text = "Ik kom naar de lezing. Mijn gegevens:\nNoor de Wit\njurist"

    reading = read(parse(mail(text, From="Mirte Peters <m.peters@x.nl>")), Screening(Origin.HUMAN), CONTEXT)

    assert "signed_by_another" in reading.reasons
