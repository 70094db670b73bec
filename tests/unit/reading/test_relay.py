"""Mail in which somebody passes on what others wrote: who of them comes, who only carried it."""

import pytest

from tests.unit.reading.test_policy import reading_of

SECRETARY = "Secretariaat Welzijn <secretariaat@wierhaven.nl>"


def below(author: str, text: str, to: str = SECRETARY) -> str:
    head = f"Van: {author}\nVerzonden: maandag 13 februari 2023 11:40\nAan: {to}\nOnderwerp: RE: Wie gaat er mee?"
    return f"\n\n{head}\n\n{text}"


ELS, WIM = "Els Bakker <e.bakker@wierhaven.nl>", "Smit, Wim <w.smit@wierhaven.nl>"
CALL = below(SECRETARY, "Collega's, op 9 maart is de lezing Sterren boven zee. Laat je me weten of je gaat?", "Allen")


def people(text: str, **headers: str) -> tuple[list[tuple[str, str | None, str | None]], bool]:
    usual = {"From": SECRETARY, "Subject": "FW: Wie gaat er mee?"}
    reading = reading_of(text, **(usual | headers))
    return [(r.action.value, r.name, r.email) for r in reading.requests], reading.review


COMES = [("register", "Els Bakker", "e.bakker@wierhaven.nl")]


@pytest.mark.parametrize(
    "own",
    [
        "Zie onderstaand, graag inschrijven.",
        "Onderstaande aanmelding kwam bij mij binnen, willen jullie die verwerken?",
        "Deze aanmelding kreeg ik vanmorgen.",
        "Hierbij een aanmelding die bij ons binnenkwam.",
        "Wil je deze persoon op de lijst zetten?",
        "Kunnen jullie deze mevrouw noteren?",
        "Kunt u onderstaande in behandeling nemen?",
        "Onderstaande mail kwam bij ons binnen. Wilt u deze verder oppakken?",
        "Zie hieronder. Willen jullie haar inschrijven?",
        "Onderstaand verzoek is voor jullie. Graag Els inschrijven.",
        "Hierbij stuur ik de aanmelding van mevrouw Bakker door. Graag verwerken.",
        "Deze aanmelding ontvingen wij per abuis; wilt u haar inschrijven?",
        "Ik geleid onderstaande opgave aan u door.",
        "Please see below. Could you register her?",
        "Op verzoek van onze adviseur stuur ik u haar aanmelding.",
        "Kunt u Els inschrijven? Zie haar mail.",
        "",
    ],
)
def test_who_passes_a_sign_up_on_does_not_come_by_that(own: str) -> None:
    letter = below(ELS, "Wil je mij aanmelden voor de lezing van 9 maart?\n\nGroet,\nEls Bakker")

    assert people(f"{own}\n\nCorrie Vos{letter}") == (COMES, False)


@pytest.mark.parametrize(
    "answer",
    [
        "Ja leuk!",
        "Corrie, ja ik ga.",
        "Ik ga graag mee, Corrie!",
        "Zet mij er maar bij.",
        "Doe mij maar.",
        "Prima, schrijf me maar in.",
        "Graag!",
        "Ik wil wel naar die bijeenkomst.",
        "Yes, count me in",
    ],
)
def test_a_yes_to_whoever_asked_around_is_a_yes(answer: str) -> None:
    text = "Zie de reacties hieronder. Graag inschrijven wie ja zegt." + below(ELS, answer) + CALL

    assert people(text) == (COMES, False)


def test_of_several_answers_those_that_say_yes_count() -> None:
    no = below(WIM, "Ik kan die dag helaas niet.")
    text = "Zie de reacties hieronder. Graag inschrijven wie ja zegt." + below(ELS, "Ik ga graag mee!") + no + CALL

    assert people(text) == (COMES, False)


@pytest.mark.parametrize(
    ("own", "answer"),
    [
        ("Zie de reacties hieronder, graag inschrijven.", "Wat is het programma eigenlijk?"),
        ("Zie hieronder de drie reacties, graag inschrijven.", "Ja, ik ga mee."),
        ("Willen jullie de drie die gaan inschrijven? Ze staan hieronder.", "Ja, ik ga mee."),
        ("Zie hieronder. Graag allebei inschrijven.", "Ik kan die dag helaas niet."),
    ],
)
def test_an_answer_that_is_no_answer_leaves_a_doubt(own: str, answer: str) -> None:
    text = own + below(ELS, "Ik ga graag mee!") + below(WIM, answer) + CALL

    assert people(text)[1]


def test_a_mail_that_came_through_two_hands_is_its_authors() -> None:
    petra = "Secretariaat Noord <noord@wierhaven.nl>"
    first = below(petra, "Dames, doen jullie deze nog? Ik ben vanaf morgen weg. Groetjes Petra")
    text = "Wilt u onderstaande in behandeling nemen?" + first
    text += below(ELS, "Petra, wil je mij inschrijven voor de lezing van 9 maart?", petra)

    assert people(text) == (COMES, False)


def test_who_comes_too_says_so() -> None:
    letter = below(ELS, "Ik ga graag mee naar de lezing!")

    found, _ = people(f"Zie hieronder, en ik kom zelf ook naar de lezing.\n\nMarije Tuinstra{letter}",
                      From="Marije Tuinstra <marije@wierhaven.nl>")  # fmt: skip

    assert ("register", "Marije Tuinstra", "marije@wierhaven.nl") in found


OFFICE = "\n\nMet vriendelijke groet,\n\nWilma Vos\nbestuurssecretaresse\nGemeente Wierhaven\nT 0573 289222"


@pytest.mark.parametrize("thanks", ["Dank!", "Alvast bedankt.", "Many thanks!"])
def test_who_signs_behind_thanks_on_the_same_line_is_no_entry_of_the_list(thanks: str) -> None:
    letter = below(ELS, "Wil je mij aanmelden voor de lezing van 9 maart?\n\nGroet,\nEls Bakker")
    own = f"Hallo, zie hieronder, graag inschrijven. {thanks} Corrie Vos, managementondersteuning"

    assert people(own + letter) == (COMES, False)


@pytest.mark.parametrize("sender", ["Bestuurssecretariaat <bs@wierhaven.nl>", "Vos, Wilma <w.vos@wierhaven.nl>"])
@pytest.mark.parametrize(
    "text",
    [
        "Namens Peter Jansen bevestig ik zijn aanwezigheid bij de lezing.",
        "Namens wethouder Peter Jansen meld ik u dat hij graag aanwezig is bij de lezing.",
        "Wethouder Peter Jansen neemt graag deel aan de lezing.",
        "Kunt u Peter Jansen, wethouder, inschrijven voor de lezing?",
        "De heer P. Jansen (Peter), wethouder, zal aanwezig zijn bij de lezing.",
        "Hierbij de aanmelding van wethouder Peter Jansen voor de lezing.",
        "Peter Jansen heeft mij gevraagd hem aan te melden voor de lezing.",
        "U kunt Peter Jansen noteren voor de lezing. De bevestiging graag naar mij.",
        "Wethouder Peter Jansen heeft uw uitnodiging voor de lezing met plezier aangenomen.",
        "Ik meld Peter Jansen aan voor de lezing. Zelf kom ik niet.",
        "On behalf of alderman Peter Jansen I confirm his attendance at the lecture (lezing).",
        "I would like to register alderman Peter Jansen for the lezing.",
    ],
)
def test_a_secretary_enrols_whom_she_names_and_not_herself(text: str, sender: str) -> None:
    found, review = people(text + OFFICE, From=sender, Subject="Lezing 9 maart")

    assert ([(action, name) for action, name, _ in found], review) == ([("register", "Peter Jansen")], False)


def test_whom_the_subject_names_comes_and_not_who_writes() -> None:
    found, _ = people("Zie onderwerp." + OFFICE, Subject="Aanmelding lezing Peter Jansen")

    assert [name for _, name, _ in found] == ["Peter Jansen"]


def test_a_letter_passed_on_for_information_leaves_a_doubt_whatever_the_subject_says() -> None:
    letter = below(ELS, "Ik kom op 9 maart naar de lezing.\n\nEls Bakker")

    _, review = people(
        f"Ter info.\n\nCorrie Vos{letter}", Subject="Aanmelding lezing", From="Corrie Vos <c@wierhaven.nl>"
    )

    assert review


def test_a_mail_that_ends_with_thanks_is_signed_below_it() -> None:
    signed = "Corrie Vos\nmanagementondersteuner\nGemeente Wierhaven"
    own = f"Zie hieronder, willen jullie deze collega inschrijven? Dank!\n\n{signed}"

    assert people(own + below(ELS, "Hoi Corrie, ik wil heel graag!\n\nEls Bakker") + CALL) == (COMES, False)


ASKS = "Wil je mij aanmelden voor de lezing van 9 maart?\n\nGroet,\nEls Bakker"


@pytest.mark.parametrize(
    "own",
    [
        "Dit bericht kwam bij ons binnen maar hoort volgens mij bij u thuis.",
        "Ik speel even postbode: dit was voor jullie bestemd.",
        "Haar mailtje belandde per ongeluk bij mij in plaats van bij u.",
        "Van onze penningmeester gekregen. Kunt u er iets mee?",
        "Haar reactie treft u onder deze mail aan. Wij verzoeken u haar in te schrijven.",
        "This ended up in my inbox but is meant for you.",
        "Mijn buurvrouw is verpleegkundige. Kunnen jullie haar opnemen?",
        "Hier houden wij ons niet mee bezig. Succes!",
    ],
)
def test_a_forward_of_a_request_is_one_however_it_is_introduced(own: str) -> None:
    assert people(f"{own}\n\nCorrie Vos{below(ELS, ASKS)}") == (COMES, False)


@pytest.mark.parametrize(
    "own",
    [
        "Els mag helaas niet van haar chef.",
        "Kunt u mij vertellen of dit is aangekomen?",
    ],
)
def test_a_forward_that_says_something_else_of_it_signs_nobody_up(own: str) -> None:
    found, review = people(f"{own}\n\nCorrie Vos{below(ELS, ASKS)}")

    assert review or not found


MARIJE = "Marije Tuinstra <marije@wierhaven.nl>"


@pytest.mark.parametrize(
    "own",
    [
        "Mijn collega mailde dit per abuis naar mij. Ik schuif zelf ook aan.",
        "Zie hieronder: noteer haar en mij.",
        "Passing this on for my colleague. And I'd like a seat too.",
    ],
)
def test_who_passes_a_request_on_may_come_too(own: str) -> None:
    found, review = people(f"{own}\n\nMarije Tuinstra{below(ELS, ASKS, MARIJE)}", From=MARIJE)

    assert ({name for _, name, _ in found}, review) == ({"Els Bakker", "Marije Tuinstra"}, False)


@pytest.mark.parametrize(
    ("own", "answer"),
    [
        (
            "Hierop schrijf ik mij in voor de lezing.",
            "Ter info onderstaande. Aanmelden kan rechtstreeks, dus niet via ons.",
        ),
        ("In aansluiting op Els hieronder: ook ik kom graag naar de lezing.", "Geachte organisatie, ik meld mij aan."),
        ("Zie de draad hieronder. Alleen ik kom naar de lezing.", "Schrijf mij maar in, als jullie ook gaan."),
        ("Zie hieronder hoe dit kwam. Ik kom graag naar de lezing.", "Ik had bijna zelf gemaild, maar ga jij maar!"),
    ],
)
def test_a_colleagues_letter_below_a_sign_up_of_ones_own_is_no_second_one(own: str, answer: str) -> None:
    subject = "RE: Wie gaat er mee?"
    found, _ = people(f"{own}\n\nMarije Tuinstra{below(ELS, answer, MARIJE)}", From=MARIJE, Subject=subject)

    assert [name for _, name, _ in found] == ["Marije Tuinstra"]


@pytest.mark.parametrize(
    "answer", ["Ik wel!", "Ikke!", "Ja, ik ga.", "Steek mijn vinger op.", "Ik kan en wil.", "Me too"]
)
def test_to_volunteer_is_a_yes(answer: str) -> None:
    no = below(WIM, "Nee, ik kan niet, commissie.")
    text = "Wij verzamelen de reacties. Wie 'ja' zegt mag op de lijst." + below(ELS, answer) + no + CALL

    assert people(text) == (COMES, False)


def test_of_those_spoken_of_he_is_the_one_who_comes() -> None:
    text = "Uit onderstaand gesprekje blijkt dat Els meegaat en Wim niet. Alleen haar dus inboeken."
    text += below(ELS, "Ik wel!") + below(WIM, "Helaas, dan geef ik les.") + CALL

    assert people(text) == (COMES, False)


def test_what_the_one_who_passes_it_on_had_to_agree_to_is_agreed() -> None:
    letter = below(ELS, "Corrie, als jij het goed vindt wil ik graag naar de lezing. Meld jij me aan?")

    assert people(f"Zie onderstaand, graag inschrijven.\n\nCorrie Vos{letter}") == (COMES, False)


def test_a_cancellation_that_is_done_already_is_not_passed_on() -> None:
    letter = below(ELS, "Ik heb mezelf net afgemeld voor de lezing. Doe jij het ook?")
    found, review = people(f"Net als Els hieronder kan ik niet.\n\nMarije Tuinstra{letter}", From=MARIJE)

    assert review or not found


def test_a_forward_may_be_headed_in_other_words() -> None:
    head = "--- Doorgestuurd bericht ---\nAfzender: Els Bakker <e.bakker@wierhaven.nl>\nOntvangen: 11-02-2023, 12:20\n"
    text = f"Onze adviseur vroeg of ik dit wilde doorzetten.\n\n{head}Betreft: 9 maart\n\n{ASKS}"

    assert people(text) == (COMES, False)


def test_whom_a_forward_calls_by_two_given_names_is_the_author_below() -> None:
    asks = below("Snippe, Harm Jan <hj.snippe@wierhaven.nl>", "Wil jij mij opgeven voor 9 maart?\n\nHarm Jan Snippe")
    requests, held = people(f"Zie onderstaand, zouden jullie Harm Jan willen inschrijven? Bedankt!{asks}")

    assert ([name for _, name, _ in requests], held) == (["Harm Jan Snippe"], False)


TWO = [("register", "Els Bakker", "e.bakker@wierhaven.nl"), ("register", "Wim Smit", "w.smit@wierhaven.nl")]
SIGNS_UP = "Meld jij mij aan voor de lezing van 9 maart?\n\nGroet,\nEls Bakker"


@pytest.mark.parametrize(
    "own",
    [
        "Zie hieronder twee berichten van collega's. Wilt u beiden inschrijven?",
        "Twee verzoekjes hieronder, graag allebei aanmelden. Ik ben alleen het doorgeefluik.",
        "Graag beide collega's inschrijven, zie onder.",
        "See the two mails below, please register both.",
    ],
)
@pytest.mark.parametrize(
    "second",
    [
        "Mij ook graag, met een pinda-allergie. Dank je wel!",
        "Doe mij dan ook maar, Els heeft me overgehaald. Noor van Juridisch hoeft niet meer, die heeft een zitting.",
        "Idem! En glutenvrij.",
        "Ik wil daar graag heen. Regel jij dat?",
    ],
)
def test_whoever_asks_for_as_many_as_there_are_letters_means_each(own: str, second: str) -> None:
    found, _ = people(f"{own}\n\nCorrie Vos{below(ELS, SIGNS_UP)}{below(WIM, f'{second}{chr(10)}{chr(10)}Wim Smit')}")

    assert found == TWO


@pytest.mark.parametrize(
    "second",
    [
        "Mij niet, ik zit dan in Praag.",
        "Mij misschien ook, ik hoor het nog van mijn chef.",
        "Als het uitkomt wil ik wel, maar mijn chef moet het nog goedvinden.",
    ],
)
def test_one_of_them_who_does_not_say_yes_is_asked_about(second: str) -> None:
    own = "Zie hieronder twee berichten. Wilt u beiden inschrijven?\n\nCorrie Vos"
    found, review = people(f"{own}{below(ELS, SIGNS_UP)}{below(WIM, second)}")

    assert review
    assert "Wim Smit" not in [name for _, name, _ in found]


@pytest.mark.parametrize(
    "own", ["Deze graag, voor mij alleen! Els zit dan in Portugal.", "Graag, alleen voor mijzelf. Els is met vakantie."]
)
def test_who_wants_it_alone_is_joined_by_nobody_below(own: str) -> None:
    call = below(ELS, "Marije, iets voor ons? Op 9 maart is de lezing Sterren boven zee.", MARIJE)
    found, review = people(f"{own}\n\nMarije Tuinstra{call}", From=MARIJE, Subject="FW: Sterren boven zee")

    assert ([name for _, name, _ in found], review) == (["Marije Tuinstra"], False)


def test_the_name_called_by_in_a_quoted_header_is_kept():
    own = "Zie onderstaand, graag inschrijven."
    quoted = below("Wolters, B.J. (Bart-Jan) <bj.wolters@wierhaven.nl>", "Ik ga graag mee naar de lezing. BJ")

    assert people(f"{own}{quoted}") == ([("register", "Bart-Jan Wolters", "bj.wolters@wierhaven.nl")], False)


@pytest.mark.parametrize(
    "own", ["Zie onderstaand, graag inschrijven.", "Wilt u onderstaande verwerken? Zelf kom ik niet."]
)
@pytest.mark.parametrize(
    "asked",
    [
        "Mag ik op 9 maart naar de lezing? Ik zou het graag horen.",
        "Kun jij regelen dat ik op 9 maart bij de lezing terecht kan?",
        "Could you arrange that I can attend the lecture on 9 March?",
    ],
)
def test_leave_that_is_asked_below_is_given_by_who_asks_for_it(own: str, asked: str) -> None:
    assert people(f"{own}\n\nCorrie Vos{below(ELS, f'{asked}{ELS_BELOW}')}") == (COMES, False)


ELS_BELOW = "\n\nGroet,\nEls Bakker"


@pytest.mark.parametrize(
    ("own", "asked"),
    [
        ("Zie onderstaand, graag inschrijven.", "Mag ik op 9 maart naar de lezing? Ik weet nog niet of ik kan."),
        ("Zie onderstaand, graag inschrijven.", "Mag ik op 9 maart naar de lezing, of wil jij liever gaan?"),
        ("Zie onderstaand, graag inschrijven.", "Mag ik op 9 maart vrij nemen voor een bruiloft?"),
        ("Zie onderstaand.", "Mag ik op 9 maart naar de lezing?"),
        ("Zie onderstaand, ik vind het niet goed.", "Mag ik op 9 maart naar de lezing?"),
    ],
)
def test_leave_that_nobody_gives_or_that_is_for_something_else_waits(own: str, asked: str) -> None:
    assert people(f"{own}\n\nCorrie Vos{below(ELS, f'{asked}{ELS_BELOW}')}")[1]


@pytest.mark.parametrize(
    "stamp", ["[21-02-2023 13:02]", "21/02/2023, 13:02 -", "[21.02.23, 13:02:09]", "2/21/23, 1:02 PM -"]
)
def test_a_pasted_chat_is_for_a_person_to_read(stamp: str) -> None:
    chat = f"{stamp} Els Bakker: ik wil wel!\n{stamp} Wim Smit: kan niet\n{stamp} Noor Tal: Akkoord, schrijf me in"

    _, waits = people(f"Wilt u wie ja zegt inschrijven voor 9 maart? Zelf ga ik niet.\n\n{chat}\n\nGroet,\nCorrie Vos")

    assert waits
