"""Who goes and who comes of those on a list, as a colleague at the office tells it; by the rules alone, for the second
reader was shown few such mails. Els Bakker writes."""

import pytest

from mailbot.pipeline.understand import Understand
from mailbot.reading.judgement import judge
from tests.unit.reading.everyday import mail
from tests.unit.reading.test_everyday_mails import read, understand
from tests.unit.reading.test_undoing import in_short

__all__ = ["understand"]  # the fixture
SWAP, LEAVES = "-Wim Smit +Noor de Boer", "-Wim Smit"


def told(understand: Understand, monkeypatch: pytest.MonkeyPatch, text: str, subject: str = "30 maart") -> str:
    monkeypatch.setattr(judge, "agreed", lambda case, by_rules: by_rules(case))
    return in_short(read(understand, mail("Els Bakker <els.bakker@tiel.example>", subject, f"{text}\n\nEls Bakker")))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Ik geef een wissel door voor 30 maart.\n\nEruit: Wim Smit (griep)\nErin: Noor de Boer, jurist", SWAP),
        ("One change for 30 March:\n\nOut: Wim Smit\nIn: Noor de Boer", SWAP),
        ("Graag aanpassen voor 30 maart:\n* niet meer: Wim Smit\n* wel: Noor de Boer", SWAP),
        ("Andere deelnemer van ons op 30 maart:\nOud: Wim Smit\nNieuw: Noor de Boer", SWAP),
        ("Voor 30 maart:\n- eraf: Wim Smit\n- erbij: Noor de Boer\n- blijft: Bo Vos", SWAP),
        (
            "Mutaties voor 30 maart.\n\nEraf:\nWim Smit\nBo Vos\n\nErbij:\nNoor de Boer",
            "-Wim Smit -Bo Vos +Noor de Boer",
        ),
        ("Voor 30 maart.\nAfmelden: Wim Smit en Bo Vos\nAanmelden: Noor de Boer", "-Wim Smit -Bo Vos +Noor de Boer"),
        ("Aanmelden voor 30 maart:\nNieuw: Wim Smit\nNieuw: Noor de Boer", "+Wim Smit +Noor de Boer"),
    ],
)
def test_lines_tell_who_goes_who_comes_and_who_stays(
    understand: Understand, monkeypatch: pytest.MonkeyPatch, text: str, asked: str
) -> None:
    assert told(understand, monkeypatch, text) == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "Van de drie die wij hadden opgegeven valt Wim Smit uit. Bo en ik komen wel. Voor Wim komt Noor de Boer.",
            SWAP,
        ),
        (
            "Van de vier mensen die wij opgaven voor 30 maart valt Wim Smit af. Bo Vos, Kim Tan en ik komen gewoon. In "
            "plaats van Wim komt Noor de Boer.",
            SWAP,
        ),
        (
            "Ons groepje van drie uit Tiel wordt een duo. Wim Smit kan op 30 maart niet, wilt u hem afmelden? Bo Vos "
            "en ik komen nog wel gewoon. Ik had ons alle drie ingeschreven.",
            LEAVES,
        ),
        (
            "Vorige maand heb ik u drie namen doorgegeven: Wim Smit, Bo Vos en mijzelf. Wim Smit valt af. Zijn plek "
            "wordt ingenomen door Noor de Boer. Bo en ik blijven gewoon komen, daar verandert niets aan.",
            SWAP,
        ),
        (
            "Van de vier mensen die ik heb aangemeld:\n- Wim Smit valt uit, voor hem komt Noor de Boer (jurist);\n- Bo "
            "Vos valt uit, zonder vervanging;\n- Kim Tan komt gewoon.",
            "-Wim Smit +Noor de Boer -Bo Vos",
        ),
        (
            "Ik had drie collega's aangemeld voor 30 maart. Er verandert iets:\n- Wim Smit kan niet, Noor de Boer komt "
            "in zijn plaats\n- Bo Vos kan ook niet\n- Kim Tan en ik komen gewoon",
            "-Wim Smit +Noor de Boer -Bo Vos",
        ),
        (
            "Ik had vier mensen aangemeld voor 30 maart. Voor Wim Smit komt Noor de Boer en voor Bo Vos komt Kim Tan.",
            "-Wim Smit +Noor de Boer -Bo Vos +Kim Tan",
        ),
        ("Ik had drie mensen aangemeld. Wim Smit mag van de lijst. Voor Wim in de plaats komt Noor de Boer.", SWAP),
        (
            "De volgende wijzigingen in onze delegatie voor 30 maart:\n- Wim Smit -> Noor de Boer\n- Bo Vos -> Kim Tan",
            "-Wim Smit +Noor de Boer -Bo Vos +Kim Tan",
        ),
        ("Wim Smit valt af voor 30 maart, ik had hem aangemeld. Bo Vos, Kim Tan en ik zijn er gewoon bij.", LEAVES),
        ("Wim Smit kan niet komen op 30 maart en Noor de Boer gaat in zijn plaats.", SWAP),
    ],
)
def test_who_stays_on_the_list_is_not_put_on_it_again(
    understand: Understand, monkeypatch: pytest.MonkeyPatch, text: str, asked: str
) -> None:
    assert set(told(understand, monkeypatch, text).split()) == set(asked.split())


@pytest.mark.parametrize(
    "text",
    [
        "Wim Smit had ik aangemeld, maar die is ziek. Noor de Boer komt ook niet in zijn plaats.",
        "Wim Smit, die ik had aangemeld voor 30 maart, is ziek. Noor de Boer kan helaas niet voor hem invallen.",
        "Graag Wim Smit afmelden voor 30 maart. Noor de Boer neemt zijn plaats niet over.",
        "Wilt u Wim Smit van de lijst halen? Noor de Boer komt niet voor hem in de plaats.",
        "Please take Wim Smit off the list for 30 March. Noor de Boer won't be able to replace him.",
        "Graag Wim Smit afmelden. Ik vroeg het Noor de Boer, maar zij kan niet voor hem invallen.",
    ],
)
def test_who_does_not_stand_in_either_neither_comes_nor_goes(
    understand: Understand, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    assert told(understand, monkeypatch, text) == LEAVES


@pytest.mark.parametrize(
    "text",
    [
        "Graag Wim Smit afmelden voor 30 maart. Niet Bo Vos maar Noor de Boer komt in zijn plaats.",
        "Wim Smit kan 30 maart niet. Noor de Boer vindt het niet erg om zijn plaats in te nemen.",
    ],
)
def test_a_not_before_somebody_else_keeps_nobody_from_standing_in(
    understand: Understand, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    assert told(understand, monkeypatch, text) == SWAP


@pytest.mark.parametrize(
    "text",
    [
        "Een aanvulling op mijn inschrijving van vorige maand: ik zit in een rolstoel. Ik kom gewoon.",
        "Ik sta al ingeschreven voor 30 maart. Ik kom nog steeds, maar eet voortaan glutenvrij.",
        "I registered last month for 30 March. I'm still coming, but I will be in a wheelchair.",
    ],
)
def test_who_comes_all_the_same_changes_a_booking(
    understand: Understand, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    assert told(understand, monkeypatch, text) == "~Els Bakker"


@pytest.mark.parametrize(
    "text",
    [
        "Op verzoek van wethouder Wim Smit meld ik hem aan voor 30 maart. Ik zorg dat het in zijn agenda komt.",
        "Wethouder Wim Smit komt op 30 maart. Ik let erop dat de auto op tijd komt.",
        "Op verzoek van wethouder Wim Smit meld ik hem aan voor 30 maart. Dan regel ik dat het goed komt.",
    ],
)
def test_what_comes_by_the_writers_doing_is_not_the_writer(
    understand: Understand, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    assert told(understand, monkeypatch, text) == "+Wim Smit"


@pytest.mark.parametrize(
    "text",
    [
        "Ik kom op 30 maart, geflankeerd door Wim Smit.",
        "Ik kom graag op 30 maart en zal worden bijgestaan door onze jurist, Wim Smit.",
        "Graag deelname aan 30 maart. Ik zal vergezeld worden door onze jurist Wim Smit.",
        "I would like to attend on 30 March. I will be accompanied by our policy officer Wim Smit.",
    ],
)
def test_by_whom_the_writer_is_accompanied_comes(
    understand: Understand, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    assert sorted(told(understand, monkeypatch, text).split(" +")) == ["+Els Bakker", "Wim Smit"]


@pytest.mark.parametrize(
    "text",
    [
        "Graag meld ik Wim Smit aan voor 30 maart. Daarnaast brengen wij nog twee raadsleden mee, wier namen volgen.",
        "Graag meld ik Wim Smit en Noor de Boer aan voor 30 maart. Ook zullen enkele ambtenaren aansluiten.",
        "Graag meld ik Wim Smit aan voor 30 maart. Hij neemt een ambtenaar mee.",
        "I would like to register Wim Smit for 30 March. A few council members will join him.",
        "Ik kom graag op 30 maart. Verder zullen er drie mensen van mijn team bij zijn.",
    ],
)
def test_people_without_a_name_beside_those_named_are_asked_for(
    understand: Understand, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    assert told(understand, monkeypatch, text).endswith(" ?")


@pytest.mark.parametrize(
    "text",
    [
        "Graag meld ik Wim Smit aan voor 30 maart. Onze twee raadsleden melden zich zelf aan.",
        "Graag meld ik Wim Smit aan voor 30 maart. Hij wordt gebracht door een chauffeur.",
        "Graag meld ik Wim Smit aan voor 30 maart. Helaas kunnen er geen raadsleden mee.",
    ],
)
def test_people_who_only_drive_or_sign_up_themselves_are_not(
    understand: Understand, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    assert told(understand, monkeypatch, text) == "+Wim Smit"


@pytest.mark.parametrize(
    "text",
    [
        "Ik ben doof en kom graag op 30 maart. Ik breng zelf twee schrijftolken mee.",
        "Graag meld ik mij aan voor 30 maart. Ik neem een tolk mee. Nodig: twee stoelen met goed licht.",
        "Graag meld ik mij aan voor 30 maart. Ik neem een begeleider mee, hij doet niet mee en wacht in de hal.",
        "Ik kom 30 maart. Mijn mantelzorger komt met mij mee in de trein, maar zij neemt zelf niet deel.",
        "I'd like to attend on 30 March. I am bringing my personal assistant, who will not be attending.",
    ],
)
def test_who_helps_somebody_there_takes_no_seat(
    understand: Understand, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    assert told(understand, monkeypatch, text) == "+Els Bakker"


@pytest.mark.parametrize(
    "text",
    [
        "Ik neem op 30 maart een begeleider mee, hij doet niet mee aan de workshops maar luncht wel.",
        "Ik kom op 30 maart met een tolk en een collega.",
    ],
)
def test_who_takes_part_without_a_name_is_asked_for(
    understand: Understand, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    assert told(understand, monkeypatch, text).endswith(" ?")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "Ik kan zelf niet op 30 maart. Maar Wim Smit en Noor de Boer van ons team willen wel.",
            "+Wim Smit +Noor de Boer",
        ),
        ("Ik kom op 30 maart. Ik eet geen vlees, mijn chef Wim Smit wil wel.", "+Els Bakker"),
        ("Ik kom op 30 maart. Wim Smit is al door jullie bevestigd en hoeft niet nog eens op de lijst.", "+Els Bakker"),
        (
            "Wim Smit staat op de lijst maar is ziek. Ik ga in zijn plaats. Zijn plek kan op mijn naam.",
            "-Wim Smit +Els Bakker",
        ),
    ],
)
def test_who_is_willing_comes_and_who_is_known_is_left(
    understand: Understand, monkeypatch: pytest.MonkeyPatch, text: str, asked: str
) -> None:
    assert told(understand, monkeypatch, text) == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "Ik heb mij opgegeven voor 30 maart. Mijn taak is nu van Wim Smit. De plek is voor hem en niet voor mij.",
            "-Els Bakker +Wim Smit",
        ),
        (
            "Op 6 maart gaf ik u met plezier Wim Smit, Bo Bos en Tom Vos op. In de plaats van Wim, die ziek is,"
            " komt Noor de Boer. Aan Tom Vos verandert niets.",
            "-Wim Smit +Noor de Boer",
        ),
        (
            "Wij staan met drie namen bij u te boek voor 30 maart. Dat wordt:\n\n"
            "- Wim Smit gaat met verlof, die valt af.\n- Aan mijzelf en Bo Bos verandert niets.",
            "-Wim Smit",
        ),
    ],
)
def test_a_seat_goes_over_in_words_that_tell_a_story(
    understand: Understand, monkeypatch: pytest.MonkeyPatch, text: str, asked: str
) -> None:
    assert told(understand, monkeypatch, text) == asked


@pytest.mark.parametrize(
    "text",
    [
        "De moeder van Wim, mevrouw Smit, brengt ons met de bus maar die gaat de stad in.",
        "De vader van Wim brengt ons, maar die komt niet mee naar binnen.",
    ],
)
def test_whose_people_bring_somebody_is_not_who_stays_away(
    understand: Understand, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    said = f"Ik meld twee mensen aan voor 30 maart: mijzelf en Wim Smit. {text}"

    assert told(understand, monkeypatch, said) == "+Els Bakker +Wim Smit"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Gewijzigde lijst voor 30 maart:\nKim Tan: blijft\nWim Smit: vervalt\nNoor de Boer: erbij", SWAP),
        ("Gewijzigde lijst voor 30 maart:\n* Kim Tan (idem)\n* Wim Smit (gaat eraf)\n* Noor de Boer (nieuw)", SWAP),
        ("Gewijzigde lijst voor 30 maart:\nNoor de Boer - erbij, i.p.v. Wim\nWim Smit - vervalt, verlof", SWAP),
        ("Gewijzigde lijst voor 30 maart:\nKim Tan: komt gewoon\nWim Smit: komt niet\nNoor de Boer: komt wel", SWAP),
        ("Onze lijst voor 30 maart is veranderd:\n* Wim Smit > wordt Noor de Boer\n* ondergetekende: idem", SWAP),
        ("Onze lijst voor 30 maart is veranderd:\n- Noor de Boer i.p.v. Wim Smit\n- Kim Tan: ongewijzigd", SWAP),
        ("Onze lijst voor 30 maart is veranderd:\nWim Smit eruit, Noor de Boer erin\nKim Tan blijft", SWAP),
        ("Onze lijst voor 30 maart:\nWim Smit (vervangen door Noor de Boer)\nKim Tan: ongewijzigd", SWAP),
        ("Wijziging van de workshops op 30 maart:\nWim Smit: vervalt\nKim Tan: blijft", "+Kim Tan ?"),
        ("Namens ons team op 30 maart:\n- Noor de Boer: komt\n- Wim Smit: verhinderd", "+Noor de Boer"),
    ],
)
def test_lines_tell_behind_each_name_what_becomes_of_them(
    understand: Understand, monkeypatch: pytest.MonkeyPatch, text: str, asked: str
) -> None:
    assert set(told(understand, monkeypatch, text).split()) == set(asked.split())


@pytest.mark.parametrize(
    ("subject", "asked"),
    [
        ("30 maart: Wim Smit NIET, Noor de Boer WEL", SWAP),
        ("Noor de Boer wel, Wim Smit niet (30 maart)", SWAP),
        ("Niet Wim Smit maar Noor de Boer op 30 maart", SWAP),
        ("Noor de Boer komt voor Wim Smit, 30 maart", SWAP),
        ("Plaats Wim Smit naar Noor de Boer", SWAP),
        ("Wim Smit > Noor de Boer", SWAP),
        ("Ik niet, Noor de Boer wel (30 maart)", "-Els Bakker +Noor de Boer"),
        ("Wim de Wit > Wim van der Wit", "?"),
        ("Wim Smit niet, maar Noor de Boer?", "?"),
    ],
)
def test_a_subject_without_a_verb_tells_who_goes_and_who_comes(
    understand: Understand, monkeypatch: pytest.MonkeyPatch, subject: str, asked: str
) -> None:
    monkeypatch.setattr(judge, "agreed", lambda case, by_rules: by_rules(case))
    found = in_short(read(understand, mail("Els Bakker <els.bakker@tiel.example>", subject, "\n")))
    assert set(found.split()) == set(asked.split())


@pytest.mark.parametrize(
    "said",
    [
        "Zijn politiek assistent Noor de Boer neemt voor hem waar.",
        "Namens hem komt zijn politiek assistent Noor de Boer.",
        "Hij stuurt zijn politiek assistent Noor de Boer.",
        "Hij laat zich vervangen door zijn politiek assistent Noor de Boer.",
        "Hij laat zich vertegenwoordigen door Noor de Boer.",
        "Noor de Boer springt in.",
        "Gelukkig heeft zijn assistent Noor de Boer wel tijd.",
        "Noor de Boer heeft haar agenda vrijgemaakt.",
        "Noor de Boer is bereid om te gaan.",
    ],
)
def test_somebody_comes_for_whoever_stays_away_in_any_words(
    understand: Understand, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    gone = "Wethouder Wim Smit, die bij u staat aangemeld, kan op 30 maart niet komen."
    assert told(understand, monkeypatch, f"{gone} {said}") == SWAP


@pytest.mark.parametrize(
    ("subject", "said", "asked"),
    [
        ("Vervanging wethouder Smit door Noor de Boer", "Zijn adviseur neemt zijn plaats in.", SWAP),
        ("Vervanging wethouder Smit: Noor de Boer", "Hij stuurt zijn adviseur.", SWAP),
        ("Vervanging wethouder Smit: Noor de Boer", "Hij laat zich vertegenwoordigen door zijn adviseur.", SWAP),
        ("30 maart", "Hij laat zich vertegenwoordigen door zijn adviseur.", "-Wim Smit ?"),
        ("Wim Smit niet, Noor de Boer wel", "Namens hem komt zijn adviseur.", SWAP),
        ("Overleg met Noor de Boer", "Hij heeft die dag overleg.", LEAVES),
    ],
)
def test_the_subject_alone_names_who_comes_for_whoever_stays_away(
    understand: Understand, monkeypatch: pytest.MonkeyPatch, subject: str, said: str, asked: str
) -> None:
    gone = "Wethouder Wim Smit, die bij u staat aangemeld, kan op 30 maart niet komen."
    assert told(understand, monkeypatch, f"{gone} {said}", subject) == asked


def test_who_cannot_keep_their_own_seat_gives_it_to_the_colleague_who_has_time(
    understand: Understand, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Eerlijk is eerlijk: ik red het niet. Ik deel de kamer met Noor de Boer. Zij heeft haar agenda vrijgemaakt."
    assert told(understand, monkeypatch, text, "Over mijn deelname op 30 maart") == "-Els Bakker +Noor de Boer"


@pytest.mark.parametrize("asks", ["verzoek ik u", "vraag ik u", "zou ik u willen vragen", "wil ik u verzoeken om"])
@pytest.mark.parametrize(
    "seat",
    [
        "een plaats te reserveren voor mevrouw Noor de Boer",
        "een plek vrij te houden voor Noor de Boer",
        "een plaats voor onze adviseur Noor de Boer te reserveren",
    ],
)
def test_who_asks_for_a_seat_for_somebody_does_not_come(
    understand: Understand, monkeypatch: pytest.MonkeyPatch, asks: str, seat: str
) -> None:
    text = f"De burgemeester hecht eraan dat Tiel op 30 maart vertegenwoordigd is. Daarom {asks} {seat}."
    assert told(understand, monkeypatch, text) == "+Noor de Boer"


@pytest.mark.parametrize(
    "text",
    [
        "Ik wil op 30 maart graag een plaats voor mijzelf en voor Noor de Boer.",
        "Ik kom op 30 maart graag en reserveer ook een plek voor Noor de Boer.",
        "Ik meld me aan voor 30 maart, en Noor de Boer.",
    ],
)
def test_who_asks_for_a_seat_beside_their_own_comes(
    understand: Understand, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    assert set(told(understand, monkeypatch, text).split()) == set("+Els Bakker +Noor de Boer".split())


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("De plek van Wim Smit voor 30 maart neem ik over.", "-Wim Smit +Els Bakker"),
        (
            "Onderstaande plek van Wim Smit wordt de mijne. Wilt u zijn naam er af halen en mij erop zetten?",
            "-Wim Smit +Els Bakker",
        ),
        ("Ik ben verhinderd op 30 maart. Mijn plek is voor Wim Smit.", "-Els Bakker +Wim Smit"),
        ("Wim Smit volgt mij op. Hij krijgt mijn plek op 30 maart.", "-Els Bakker +Wim Smit"),
        ("Dit thema valt nu onder Wim Smit. Mijn plek mag naar hem.", "-Els Bakker +Wim Smit"),
        ("Ik ben verhinderd op 30 maart. Wim Smit neemt mijn plekje over.", "-Els Bakker +Wim Smit"),
        ("Kleine wissel bij ons voor 30 maart: ik eruit, Wim Smit erin.", "-Els Bakker +Wim Smit"),
        ("Kleine wissel bij ons voor 30 maart: Noor de Boer erin, Wim Smit eruit.", "-Wim Smit +Noor de Boer"),
        ("Wilt u voor 30 maart Wim Smit eraf halen en mij erop zetten?", "-Wim Smit +Els Bakker"),
    ],
)
def test_a_seat_goes_to_whom_the_sentence_gives_it(
    understand: Understand, monkeypatch: pytest.MonkeyPatch, text: str, asked: str
) -> None:
    assert told(understand, monkeypatch, text) == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "Voor 30 maart geef ik twee mensen op: Wim Smit en Noor de Boer. Op mij hoeven jullie niet te rekenen.",
            "+Wim Smit +Noor de Boer",
        ),
        ("Op 30 maart hoeven jullie niet op mij te rekenen, ik had me opgegeven.", "-Els Bakker"),
        ("Alle afspraken op de 30e heb ik geannuleerd, dus ik kan toch komen. Schrijf mij in.", "+Els Bakker"),
    ],
)
def test_who_never_had_a_seat_and_what_is_none_is_not_given_up(
    understand: Understand, monkeypatch: pytest.MonkeyPatch, text: str, asked: str
) -> None:
    assert told(understand, monkeypatch, text) == asked


@pytest.mark.parametrize(
    "text",
    [
        "Wim Smit stond op de lijst voor 30 maart. Wilt u zijn naam doorhalen en er de mijne voor zetten?",
        "Kunt u Wim Smit op de lijst voor 30 maart vervangen door mij?",
        "Wilt u Wim Smit doorstrepen voor 30 maart en mijn naam ervoor in de plaats zetten?",
        "Wilt u de inschrijving van Wim Smit voor 30 maart op mijn naam zetten?",
    ],
)
def test_the_writer_may_be_who_takes_the_seat(
    understand: Understand, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    assert set(told(understand, monkeypatch, text).split(" +")) == {"-Wim Smit", "Els Bakker"}


@pytest.mark.parametrize(
    "text",
    [
        "Gisteren meldde ik per abuis Wim Smit bij u aan voor 30 maart. Dat had Noor de Boer moeten zijn.",
        "Ik gaf gisteren Wim Smit op voor 30 maart, maar het gaat om Noor de Boer.",
        "Vorige week heb ik Wim Smit opgegeven voor 30 maart, terwijl ik Noor de Boer bedoelde.",
    ],
)
def test_whoever_was_put_on_the_list_by_mistake_gives_up_the_seat(
    understand: Understand, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    assert told(understand, monkeypatch, text) == SWAP
