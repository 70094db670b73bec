"""A doubt names what a careful colleague would ask: what isn't about coming is none, and what is looks like small talk
only."""

from dataclasses import replace

import pytest

from mailbot.domain.message import Origin, Screening
from mailbot.domain.reading import Reading
from mailbot.reading.message.parse import parse
from mailbot.reading.read import read
from tests.unit.reading.everyday import EVENTS
from tests.unit.reading.second_house import CONTEXT, mail

TWO_EVENTS = replace(CONTEXT, events=EVENTS)
SIGNED = "\n\nGroet,\nMarije Tuinstra"


def reading_of(text: str, subject: str = "30 maart") -> Reading:
    return read(parse(mail(text + SIGNED, Subject=subject)), Screening(Origin.HUMAN), TWO_EVENTS)


@pytest.mark.parametrize(
    "text",
    [
        "Schrijf mij in voor 30 maart. De ochtendtrein van zeven uur haal ik niet, dus ik kom met de auto.",
        "Schrijf mij in voor 30 maart. Vooroordelen Voorbij ken ik al, die sla ik over.",
        "Graag meld ik me aan voor de 30e. Ik sla de borrel over en de laatste bus haal ik toch niet.",
        "Vorig jaar moest ik passen, deze keer sla ik niet over: schrijf me maar in voor 30 maart!",
        "Ben aanwezig de 30e, halal eten graag als 't kan.",
        "I'd love to come on 30 March. If places per workshop are limited, put me down for Vooroordelen Voorbij.",
        "Ik kom graag op 30 maart samen met mijn man naar Utrecht, maar die gaat winkelen, dus één plaats graag.",
        "Sinds kort werk ik bij Movisie, niet meer bij de gemeente Ede. Graag schrijf ik me in voor 30 maart.",
        "Happy to join on the 30th in Utrecht!",
        "Please put me down for 30 March. My colleague dr. Smeets already registered, so no need to add her.",
        "Schrijf mij in voor 30 maart. Wim Bos staat al op de lijst, die hoeft u niet toe te voegen.",
        "Ik hoorde van Wim Bos dat hij zich bij jullie heeft aangemeld voor 30 maart, en ik dacht: dat wil ik ook. "
        "Graag een plekje voor mij.",
        "Ik kom graag op 30 maart. Noor Bos hoopte ook te komen, maar het is haar vrije dag.",
        "Ik kom graag op 30 maart. Noor Bos dacht mee te gaan, maar die heeft toch haar verhuizing.",
        "Mijn buurvrouw (Truus Lems) staat al op de lijst voor 30 maart. Zet mij er maar onder.",
        "Schrijf mij in voor 30 maart. Samen met Zeist en mevrouw Van Rossum maakten wij vorig jaar beleid.",
        "Joke Bos kan zelf niet, dus zet mij op de lijst voor 30 maart. Joke was niet bij u aangemeld.",
        "Als nieuwe adviseur wil ik zoveel mogelijk meepikken op 30 maart.",
        "Graag inschrijven voor 30 maart. Ik zou het fijn vinden als er een rustige plek is om te zitten.",
        "Graag inschrijven voor 30 maart. Hier is er, als je om je heen kijkt, nog veel te winnen.",
        "Een maand terug dacht ik nog: dat wordt niets, dan zit ik in Rome. Nu meld ik me toch aan voor 30 maart.",
        "Ik schrijf me in voor 30 maart. De gouverneur zelf zal niet aanwezig zijn.",
        "Mijn echtgenoot haalt en brengt me maar doet niet mee. Noteer mij voor 30 maart.",
        "Onze mensen vonden het te ver weg. Ik niet. Zet mij op de lijst voor 30 maart.",
        "Ik kan er niet de hele middag bij zijn, maar schrijf me in voor 30 maart.",
        "Schrijf me in voor 30 maart, voordat ik het vergeet.",
        "Ik ben er op 30 maart graag bij. Als er een ringleiding is, maak ik daar graag gebruik van.",
        "Zet mij op de lijst voor 30 maart. Als ik het goed begrijp kost het niets.",
        "Graag inschrijven voor 30 maart. U vraagt zich misschien af waarom een slager komt.",
        "Could you put me down for 30 March? Please seat me where I am not in the way.",
        "Hier ben ik graag bij, op 30 maart!",
        "ik wil mij graag opgeven voor dertig maart vraagteken nee punt ik eet alles komma groetjes Marije",
        "ik tik langzaam en tekenen kan ik ook niet dus hou het kort: noteer me voor 30 maart.",
        "Ik rijd niet zelf, mijn man brengt me. Zet mij op de lijst voor 30 maart.",
        "Ik wil nu alvast een plaatsje op 30 maart.",
        "Ik meld me aan voor 30 maart. Zonder tegenbericht neem ik aan dat ik ben ingeschreven.",
        "Mijn chef vond dat ik moest gaan op 30 mrt. Bij deze dus!",
        "Zoals afgesproken ga ik namens ons team op 30 maart. Graag noteren.",
        "Vorig jaar had ik me opgegeven maar kon ik niet. Noteer me nu voor 30 maart.",
        "Bellen kan ik niet, want ik ben doof. Ik kom graag op 30 maart.",
        "Ik sla over wat de workshops betreft, maar schrijf me in voor 30 maart.",
        "Waarschijnlijk ben ik de honderdste, maar schrijf me in voor 30 maart.",
        "In overleg met mijn leidinggevende meld ik mij aan voor 30 maart.",
        "Schrijf me in voor 30 maart. Welke workshops ik doe, weet ik nog niet.",
        "Leuk dat jullie de volgende keer bij ons te gast zijn! Schrijf me in voor 30 maart.",
        "If possible I would like to attend on 30 March.",
        "Als het goed is staat mijn collega er al op; ik meld mij hierbij ook aan voor 30 maart.",
        "Graag meld ik mij aan voor 30 maart. Als het regent kom ik met de trein, anders op de fiets.",
        "Hierbij mijn aanmelding voor 30 maart. Ik weet nog niet of ik met de auto of de trein kom.",
        "Graag inschrijven voor 30 maart. De vorige keer stond ik op de wachtlijst, toen is het niet gelukt.",
        "Kindly add me to the list for 30 March. I might be a few minutes late.",
        "Is het mogelijk om mij nog in te schrijven voor 30 maart?",
        "Even voor de duidelijkheid wie er op 30 maart komt: alleen ik, Marije Tuinstra.",
        "Meld mij aan voor 30 maart. Graag hoor ik of mijn aanmelding is ontvangen.",
        "Graag aanmelden voor 30 maart. De hoorzitting van vorige week was leerzaam.",
        "Ik meld me aan voor 30 maart, die dag heb ik geen raadsvergadering.",
        "Als inwoner van Lelystad meld ik mij graag aan voor 30 maart.",
        "I'm a lecturer at Utrecht University and heard of 30 March from a colleague. Please register me.",
        "Ik ben jurist in Zwolle en mijn chef wees mij op uw dag van 30 maart. Ik kom graag.",
        "Als er iets wijzigt hoor ik het graag; hierbij meld ik mij aan voor 30 maart.",
        "Als u op deze mail antwoordt komt het gewoon bij mij uit. Ik wil mij aanmelden voor 30 maart.",
        "Graag een plek op 30 maart. Het maakt me niet uit welke workshop eerst komt.",
        "Meld mij aan voor 30 maart. Wie als spreker op het programma staat hoeft u niet op de lijst te zetten.",
        "Graag meld ik mij aan voor 30 maart. Mijn oud-collega zei dat ik dit niet mag overslaan.",
        "Sign me up for 30 March. A friend told me I should not skip this one.",
        "Ik kom graag op 30 maart. Volgens mijn chef mag ik die dag niet missen.",
        "Ik kom graag op 30 maart. Heeft zich uit onze gemeente verder al iemand opgegeven?",
        "Graag aanmelden voor 30 maart. De wethouder leest mee in de cc.",
        "Hierbij meld ik mij aan voor 30 maart. Graag bij mijn aanmelding noteren dat ik vegan eet.",
    ],
)
def test_what_is_not_about_coming_holds_up_no_sign_up(text: str) -> None:
    reading = reading_of(text)

    assert [(r.action.value, r.name) for r in reading.requests] == [("register", "Marije Tuinstra")]
    assert reading.reasons == ()


@pytest.mark.parametrize(
    "text",
    [
        "Als het kan vegetarisch.",
        "Indien gewenst neem ik folders mee.",
        "Als u nog vragen heeft hoor ik het graag.",
        "Oeps, vergeten: ik eet halal.",
        "O ja, ik ben die dag met de fiets.",
        "Ik zit in een rolstoel.",
        "Ik zie nu dat er workshops zijn: doe maar Vooroordelen Voorbij in ronde 2.",
        "Volgens mij was ik er vorig jaar ook bij.",
        "Lang staan kan ik niet.",
        "Ik zit in de wijkraad, want stilzitten kan ik niet.",
        "Bellen heeft geen zin, appen kan wel.",
        "Tolken regel ik zelf. Zij hoeven niet op de deelnemerslijst.",
        "Onze chef, Els Bos, wordt al door haar secretariaat aangemeld, zij hoeft er niet via mij bij.",
        "De buren uit Aalten denken er nog over en melden zich in dat geval zelf.",
    ],
)
def test_what_is_said_after_a_sign_up_takes_nothing_back(text: str) -> None:
    reading = reading_of(f"Graag aanmelden voor 30 maart. {text}")

    assert [r.action.value for r in reading.requests] == ["register"]
    assert reading.reasons == ()


@pytest.mark.parametrize(
    "text",
    [
        "Als het bestuur akkoord gaat tenminste.",
        "Ik moet het nog wel even met mijn leidinggevende kortsluiten.",
        "I'll confirm next week whether I can actually make it.",
        "Dit doe ik ook voor drie anderen, die u nog hoort.",
        "Zonder tolk heeft het voor mij geen zin.",
        "PS: net hoor ik dat ik die dag een operatie heb.",
        "Oeps, ik zie nu dat ik dan in Parijs zit.",
        "Hang on, I'm in Paris that week.",
        "Ik sta te juichen. Not.",
        "Liever niet onder mijn eigen naam.",
        "Ik kom als spreker.",
        "Ik weet nog niet of ik kom.",
        "I may have to cancel.",
    ],
)
def test_what_takes_a_sign_up_back_in_the_next_sentence_is_asked_about(text: str) -> None:
    assert reading_of(f"Ik meld me aan voor 30 maart. {text}").review


@pytest.mark.parametrize(
    "text",
    [
        "Hoi Rob, donderdag 30 maart ben ik er niet. Meld jij me af bij de trainer?",
        "Beste Sjaak, de repetitie van 30 maart haal ik niet, ik meld me af. Groet aan het koor!",
        "Graag Rob Duijf afmelden voor 30 maart. Ik hoorde op de gang dat hij ziek is.",
        "Volgens mij komt Rob Duijf niet op 30 maart, dus haal hem maar van de lijst.",
        "Ik zou me moeten afmelden voor 30 maart, maar misschien kan ik toch nog schuiven.",
    ],
)
def test_a_cancellation_that_may_be_of_something_else_is_asked_about(text: str) -> None:
    assert reading_of(text, subject="Afmelding").review


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        ("companion", "Ik kom graag op 30 maart samen met mijn man. Eén persoon vegetarisch."),
        ("companion", "Ik kom graag op 30 maart met een collega. Een plaats voor mijn collega in ronde 2 graag."),
        ("reserve", "Ik kom graag op 30 maart, als ik vrij krijg. Halal eten graag."),
        ("condition", "Ik kom op 30 maart naar de halal lunch als het kan."),
        ("place_left", "Als er nog plek is voor ons, kom ik graag op 30 maart."),
        ("undecided", "Zak ik woensdag onder de 38 graden, dan kom ik graag op 30 maart."),
        ("undecided", "Mag ik weg van mijn chef, dan ben ik er op 30 maart bij."),
        ("reserve", "Zet mij op de lijst voor 30 maart, al is de kans groot dat ik dan voor de klas sta."),
        ("reserve", "Schrijf me in voor 30 maart. Het ligt niet aan mij: het college beslist dinsdag."),
        ("reserve", "Schrijf me in voor 30 maart. Ik kan nog worden opgeroepen als getuige."),
        ("reserve", "Hierbij mijn aanmelding voor 30 maart. Zonder oppas kan ik overigens niet komen."),
        ("reserve", "Please put me down for 30 March. It might still fall through."),
        ("jest", "Wéér een dagje praten op kosten van de belastingbetaler. Schrijf mij in voor 30 maart."),
        ("contradiction", "Ik schrijf me in voor 30 maart. O nee, wacht, de dertigste haal ik niet."),
    ],
)
def test_what_is_about_coming_is_asked_about(reason: str, text: str) -> None:
    reading = reading_of(text)

    assert reading.review
    assert reason in reading.reasons


@pytest.mark.parametrize(
    "text",
    [
        "Helaas moet ik me afmelden, er is die dag bij ons een raadsvergadering waar ik bij moet zijn.",
        "Helaas moet ik mijn aanmelding voor 30 maart intrekken: ik moet die dag bij een rechtszitting aanwezig zijn.",
    ],
)
def test_where_somebody_must_be_instead_is_no_contradiction(text: str) -> None:
    reading = reading_of(text, subject="Afmelding 30 maart")

    assert [r.action.value for r in reading.requests] == ["cancel"]
    assert reading.reasons == ()


def test_a_question_whether_there_is_a_room_for_something_asks_for_no_seat() -> None:
    reading = reading_of("Is er op 30 maart een plek waar je even kunt bidden?", subject="Ramadan")

    assert (reading.kind.value, reading.requests) == ("question", ())


@pytest.mark.parametrize(
    "text",
    [
        "Helaas moet ik me gedeeltelijk afmelden: na de lunch ben ik weg, maar ronde 1 blijf ik gewoon.",
        "Graag een gedeeltelijke annulering: de ochtend vervalt.",
        "Ik meld me af voor de middag.",
        "I need to partly cancel: I can only be there until lunch.",
    ],
)
def test_half_a_seat_given_up_is_asked_about(text: str) -> None:
    reading = reading_of(f"Ik sta op de lijst voor 30 maart. {text}", subject="Afmelding")

    assert reading.review


def test_a_form_with_dots_for_colons_is_a_form() -> None:
    reading = reading_of(
        "Ik zag geen formulier, dus:\n\nVoornaam ....... Marije\nAchternaam ..... Tuinstra\nDieet .......... vegan"
    )

    assert [(r.name, r.diet) for r in reading.requests] == [("Marije Tuinstra", "vegan")]
    assert reading.reasons == ()


def test_an_office_that_no_list_knows_makes_a_name_unsure() -> None:
    reading = reading_of("Hierbij meld ik aan voor 30 maart:\n\nBestuursadviseur Tom Peeters\nWethouder Els Bakker")

    assert all(r.name in ("Tom Peeters", "Els Bakker") for r in reading.requests) or "unsure_name" in reading.reasons


@pytest.mark.parametrize(
    "subject",
    [
        "Afmelding",
        "Aanmelding 30 maart (of toch niet)",
        "30 maart, weet het nog niet",
        "Aanmelding onder voorbehoud",
        "Voorlopige aanmelding 30 maart",
        "Aanmelding met slag om de arm",
    ],
)
def test_a_subject_that_says_the_opposite_is_asked_about(subject: str) -> None:
    assert reading_of("Zet mij op de lijst voor 30 maart.", subject).review


def test_whoever_is_given_up_without_knowing_it_keeps_the_seat() -> None:
    assert reading_of("Streep Wim Smit maar door voor 30 maart. Hij weet niet dat ik dit schrijf.").review


@pytest.mark.parametrize(
    ("event", "subject", "text"),
    [
        ("mensenrechten-2023", "Mensenrechten in de wijk", "30 maart haal ik niet, maar zet me hiervoor op de lijst."),
        ("mensenrechten-2023", "juni", "In maart laat ik verstek gaan; schrijf me in voor juni."),
        (
            "mensenrechten-2023",
            "20 juni",
            "30 maart geef ik les, dat wordt niets. Op 20 juni ben ik er graag bij.",
        ),
        (
            "mensenrechten-2023",
            "30 maart / 20 juni",
            "Dank voor de uitnodiging voor 30 maart! Helaas geef ik dan les, dat lukt niet. Noteer mij voor 20 juni.",
        ),
        ("mensenrechten-2023", "Re: Uw aanmelding voor 30 maart", "Ik zag 20 juni staan. Schrijf me daar ook voor in!"),
        ("discriminatie-2023", "Aanmelding 30 maart", "'s Ochtends moet ik in Den Haag zijn. Ik kom graag."),
        ("discriminatie-2023", "Aanmelding 30 maart", "I work for a council in The Hague. Please count me in."),
        (
            "discriminatie-2023",
            "Graag erbij",
            "In mei 2021 zat ik bij een debat in Den Haag. Zet mij op de lijst voor 30 maart.",
        ),
        (
            "mensenrechten-2023",
            "Mensenrechten in de wijk",
            "De 30e maart was me te kort dag, maar voor de bijeenkomst uit het onderwerp geef ik me graag op.",
        ),
        ("mensenrechten-2023", "20 juni", "30 maart zat vol, maar voor de middag in de titel meld ik mij aan."),
        ("mensenrechten-2023", "uw mail", "Utrecht sla ik over, 20 juni kom ik graag."),
        ("mensenrechten-2023", "uw mail", "Maart lukt me niet, in juni ben ik er graag bij."),
        (
            "mensenrechten-2023",
            "uw mail",
            "Ik zag dat er naast de dag in Utrecht ook nog een middag komt, Mensenrechten in de wijk. Utrecht laat ik "
            "schieten, maar voor 20 juni wil ik me graag inschrijven.",
        ),
    ],
)
def test_an_event_that_is_only_talked_about_is_not_signed_up_for(event: str, subject: str, text: str) -> None:
    reading = reading_of(text, subject)

    assert (reading.event, reading.reasons) == (event, ())
    assert [r.action.value for r in reading.requests] == ["register"]


@pytest.mark.parametrize(
    "text",
    [
        "30 maart zat vol, maar voor de middag hierboven schrijf ik me graag in.",
        "Vorige week las ik over 30 maart, en ik schrijf me graag in.",
    ],
)
def test_a_day_of_which_nothing_is_asked_does_not_outdo_the_subject(text: str) -> None:
    assert "two_events" in reading_of(text, "Mensenrechten in de wijk").reasons


@pytest.mark.parametrize(
    ("dated", "reasons"),
    [
        ("Ede, 14 februari 2023\n\nGraag meld ik mij aan.", ()),
        ("Naam: Marije Tuinstra\nDatum: 14-2-2023\nPlaats: Ede", ()),
        ("Naam: Marije Tuinstra\nDatum: 16-2-2023\nPlaats: Ede", ("other_date",)),
        ("Graag meld ik mij aan voor 14 februari 2023.", ("other_date",)),
    ],
)
def test_the_day_on_which_a_letter_was_written_is_no_day_of_an_event(dated: str, reasons: tuple[str, ...]) -> None:
    assert reading_of(dated, "Aanmelding").reasons == reasons


def test_where_somebody_is_instead_is_no_event_that_is_given_up() -> None:
    reading = reading_of("Voor de 30e moet ik mij afmelden, ik zit die dag bij een hoorzitting in Den Haag.")

    assert (reading.event, reading.reasons) == ("discriminatie-2023", ())
    assert [r.action.value for r in reading.requests] == ["cancel"]


@pytest.mark.parametrize(
    "text",
    ["Zet mij op de lijst voor 30 maart of 20 juni, wat het beste uitkomt.", "Graag kom ik naar Den Haag."],
)
def test_which_of_two_events_is_asked_back(text: str) -> None:
    assert "two_events" in reading_of(text).reasons


@pytest.mark.parametrize("asks", ["Graag meld ik mij aan.", "Hierbij geef ik mij op.", "Zet mij maar op de lijst."])
@pytest.mark.parametrize(
    "other",
    [
        "De bijeenkomst van 20 juni laat ik schieten.",
        "In juni zit ik in Spanje.",
        "Over 20 juni twijfel ik.",
        "De dag in juni past niet in mijn agenda.",
        "Voor juni hebben jullie mijn collega al genoteerd.",
        "20 juni is mijn trouwdag, dus dan niet.",
    ],
)
def test_the_other_event_only_spoken_of_is_not_the_one_asked_for(asks: str, other: str) -> None:
    for text in (f"{asks} {other}", f"{other} {asks}", f"{asks[:-1]}, maar {other[0].lower()}{other[1:]}"):
        reading = reading_of(f"{text}\n\nGroet,\nJan de Vries", "Aanmelding")
        assert reading.review or reading.event == "discriminatie-2023"


def test_an_event_of_which_one_was_told_before_is_taken_up() -> None:
    text = "Nu zag ik dat er op 20 juni nog een middag komt. Daar wil ik ook graag bij zijn!\n\nGroet,\nJan de Vries"

    assert reading_of(text, "Aanmelding").event == "mensenrechten-2023"


@pytest.mark.parametrize("doubt", ["Ik denk niet dat ik er bij ben.", "Ik verwacht niet dat ik erbij kan zijn."])
def test_who_does_not_think_to_come_is_not_signed_up(doubt: str) -> None:
    assert reading_of(f"{doubt}\n\nGroet,\nJan de Vries", "Aanmelding").review


def test_an_entry_that_may_be_one_or_the_other_is_asked_about() -> None:
    reading = reading_of("Voor 30 maart:\n\n- Wim Smit\n- Els Bakker\n- een stagiair, dat wordt Bo of Jip")

    assert "alternative" in reading.reasons


def test_so_many_seats_for_an_event_in_the_subject_are_a_sign_up() -> None:
    reading = reading_of("Marije Tuinstra, wijkmanager.", subject="20 juni, Den Haag: 1 persoon")

    assert [(r.action.value, r.name) for r in reading.requests] == [("register", "Marije Tuinstra")]
    assert reading.event == "mensenrechten-2023"


def test_who_made_the_list_and_stays_away_keeps_nobody_on_it_away() -> None:
    list_of_two = "- Wim Smit, strateeg\n- Els Bakker, handhaver"
    reading = reading_of(
        "Hierbij onze aanmelding voor 30 maart. Ik ben zelf verhinderd maar heb de lijst voor mijn team gemaakt:\n\n"
        f"{list_of_two}"
    )

    assert [(r.action.value, r.name) for r in reading.requests] == [
        ("register", "Wim Smit"),
        ("register", "Els Bakker"),
    ]


@pytest.mark.parametrize("name", ["Leyla Ayd?n", "Leyla Ayd\ufffdn"])
def test_a_name_that_lost_a_letter_on_the_way_is_asked_about(name: str) -> None:
    assert reading_of(f"Voor 30 maart meld ik aan:\n\n- {name}\n- Wim Smit").reasons == ("unsure_name",)


@pytest.mark.parametrize(
    "text",
    [
        "Ik ben er al uit sinds 2019 en kom nergens meer.",
        "Ik ben er al een tijdje mee bezig.",
        "Ik ben er stil van.",
        "Ik ben er helemaal voor!",
        "Wij zijn er diep van onder de indruk.",
    ],
)
def test_what_only_begins_like_a_coming_signs_nobody_up(text: str) -> None:
    assert reading_of(f"Wat een mooi programma op 30 maart. {text} Veel succes!").requests == ()


@pytest.mark.parametrize(
    "said",
    [
        "Ronde 1: Vooroordelen Voorbij\nRonde 2: -\nRonde 3: Discriminatie op de woningmarkt",
        "r1 vooroordelen\nr3 discriminatie op de woningmarkt",
        "In ronde 2 wil ik naar de workshop Discriminatie op de woningmarkt.",
    ],
)
def test_a_workshop_that_isnt_given_is_asked_about(said: str) -> None:
    assert "unclear_workshop" in reading_of(f"Schrijf mij in voor 30 maart.\n{said}").reasons


@pytest.mark.parametrize(
    "said",
    ["netwerken en koffie", "gesprek met de burgemeester", "overige tijd voor netwerken", "geen voorkeur, kies maar"],
)
def test_what_else_one_does_in_a_round_is_no_workshop(said: str) -> None:
    reading = reading_of(f"Schrijf mij in voor 30 maart.\nRonde 1: Vooroordelen Voorbij\nRonde 3: {said}")

    assert not reading.review


@pytest.mark.parametrize(
    "said",
    [
        "Op 30 maart zit ik in de rechtbank. Maar in juni is er nog een middag. Zet mij daar voor op de lijst.",
        "30 maart kan ik niet. In juni is er een middag over mensenrechten in de wijk. Schrijf mij daarvoor in.",
        "De dag van 30 maart moet ik missen. Is er in juni niet ook een? Noteer mij daar dan maar voor.",
        "Op 30 maart ben ik met vakantie. Wel zie ik dat er op 20 juni iets in Den Haag is. Daar kom ik graag naartoe.",
        "Er is op 20 juni een middag in Den Haag. Daarvoor wil ik mij opgeven. Voor 30 maart heb ik me al aangemeld.",
        "I can't make 30 March. On 20 June there is a meeting in The Hague, please register me for that one.",
    ],
)
def test_what_asks_takes_up_the_event_that_was_named_last(said: str) -> None:
    reading = reading_of(said, "Uw uitnodiging 30 maart")

    assert reading.event == "mensenrechten-2023"
    assert "two_events" not in reading.reasons


def test_who_asks_for_one_and_takes_up_another_comes_to_both_or_is_asked() -> None:
    reading = reading_of(
        "Graag een plaats voor 30 maart. In juni is er ook een middag, daar wil ik ook graag bij zijn."
    )

    assert reading.review or len(reading.requests) == 2
