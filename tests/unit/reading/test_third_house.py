"""Mails in English to a platform that is none of the first two: two events in a row, sessions by letters, titles and
houses from anywhere."""

import pytest

from mailbot.domain.reading import Reading
from tests.unit.reading.third_house import reading_of

SIGNED = "\n\nKind regards,\nAnn Marlow"


def done(reading: Reading) -> list[tuple[str, str | None, str | None]]:
    """What was asked for whom, and of which event, where it is another than the mail's."""
    return [(str(request.action), request.name, request.event) for request in reading.requests]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("I'd love to join you on Friday.", "hills-and-harvests"),
        ("I would love to join y'all on Friday 5/12.", "hills-and-harvests"),
        ("Please register me for May 12.", "hills-and-harvests"),
        ("Count me in for Thursday evening. Can't do the Friday, unfortunately.", "lanterns"),
        ("I'd love to come on Friday. I land at Schiphol on Thursday afternoon.", "hills-and-harvests"),
        ("Please register me. I can be called on Fridays.", "lanterns"),
        (
            "Please add me for 12 May. I am in Delft from May 1st to 20 May, so I can come.",
            "hills-and-harvests",
        ),
        ("Ik kom graag vrijdag. Donderdag lukt me niet.", "hills-and-harvests"),
        ("I want to come to the ship on Thursday but can't make it on Friday.", "lanterns"),
        ("Please register me for the evening on the ship.", "lanterns"),
        ("Please register me for Thursday. I mean Friday.", "hills-and-harvests"),
        ("Please register me for Thursday; make it Friday, sorry.", "hills-and-harvests"),
    ],
)
def test_of_events_in_one_week_a_weekday_tells_which(text: str, event: str) -> None:
    reading = reading_of(text + SIGNED)

    assert (reading.event, reading.review) == (event, False)
    assert done(reading) == [("register", "Ann Marlow", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Please register me for both days.",
        "Please register me for the evening on the ship and for the conference on Friday.",
        "Please register me for Lanterns and Ledgers as well as for Hills and Harvests.",
        "Please sign me up for 11 and 12 May.",
        "Please register me for May 11 and 12.",
        "I'd like to join you on the Thursday evening and all day Friday.",
        "Please register me for Hills and Harvests, and for the evening before as well.",
        "Graag meld ik mij aan voor beide dagen.",
        "Graag op de lijst voor 11 en 12 mei.",
    ],
)
def test_both_days_are_both_events(text: str) -> None:
    reading = reading_of(text + SIGNED)

    assert (reading.event, reading.review) == ("hills-and-harvests", False)
    assert done(reading) == [("register", "Ann Marlow", None), ("register", "Ann Marlow", "lanterns")]


@pytest.mark.parametrize(
    "text",
    [
        "Please register me for Hills and Harvests. I fly in on Thursday.",
        "Please register me for Hills and Harvests. I'll drive up on Thursday 11 May.",
        "I'd like to come to Hills and Harvests; I am in the Netherlands until Thursday evening anyway.",
        "Please register me for Hills and Harvests on 12 May. I arrive at Schiphol on 11 May.",
        "Ik kom graag naar Hills and Harvests. Ik kom donderdag al met de trein.",
        "I shall be in Delft from 6th May for meetings, and it would be a pity to miss your Hills and Harvests day, so"
        " please count me in.",
    ],
)
def test_a_day_of_travel_is_no_event(text: str) -> None:
    reading = reading_of(text + SIGNED)

    assert (reading.event, reading.review) == ("hills-and-harvests", False)
    assert [(r.name, r.organisation, r.event) for r in reading.requests] == [("Ann Marlow", None, None)]


def test_who_travels_and_joins_is_not_done_as_one() -> None:
    text = "Please register me for Hills and Harvests. I arrive on Thursday and would like to join the evening."

    assert "two_events" in reading_of(text + SIGNED).reasons


@pytest.mark.parametrize(
    "head",
    [
        "Fra: Platform <events@voorbeeldplatform.nl>\nSendt: 20. april 2023 09:00\nTil: Ann Marlow\nEmne: Invitation",
        "Från: Platform <events@voorbeeldplatform.nl>\nSkickat: den 20 april 2023\nTill: Ann Marlow\nÄmne: Invitation",
        "De: Platform <events@voorbeeldplatform.nl>\nEnviado: jueves, 20 de abril\nPara: Ann\nAsunto: Invitation",
        "Da: Platform <events@voorbeeldplatform.nl>\nInviato: giovedì 20 aprile\nA: Ann Marlow\nOggetto: Invitation",
        "Den tors. 20. apr. 2023 kl. 09.00 skrev Platform <events@voorbeeldplatform.nl>:",
        "El jue, 20 abr 2023 a las 9:00, Platform (<events@voorbeeldplatform.nl>) escribió:",
    ],
)  # fmt: skip
def test_what_is_quoted_is_known_by_mail_programs_of_any_language(head: str) -> None:
    reading = reading_of(f"One seat for me on 12 May, please.\nAnn Marlow\n\n{head}\n\nPlease register Tom Baker.")

    assert (done(reading), reading.review) == ([("register", "Ann Marlow", None)], False)


@pytest.mark.parametrize(
    "text",
    [
        "I would like to take part in both of your events: the evening on 11 May and the day in De Korenbeurs.",
        "Ik kom graag naar Hills and Harvests, en de avond ervoor ook.",
        "I'm coming to Hills and Harvests and will be there the night before.",
    ],
)
def test_what_may_be_both_is_not_done_as_one(text: str) -> None:
    assert "two_events" in reading_of(text + SIGNED).reasons


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("A in the morning and C in the afternoon, please.", {1: "frost", 2: "mill"}),
        ("Session B at 11:00, session A at 14:30.", {1: "hedges", 2: "frost"}),
        ("11:00: C\n14:30: B", {1: "mill", 2: "hedges"}),
        ("B first, then A.", {1: "hedges", 2: "frost"}),
        ("In de ochtend A, in de middag C.", {1: "frost", 2: "mill"}),
        ("Middagsessie B graag.", {2: "hedges"}),
        ("I'd like B in the afternoon. A colleague of mine gave me your leaflet.", {2: "hedges"}),
        ("B, then C.", {1: "hedges", 2: "mill"}),
        ("I'll take B first and C second.", {1: "hedges", 2: "mill"}),
        ("A+B (in that order)", {1: "frost", 2: "hedges"}),
        ("C (AM), A (PM).", {1: "mill", 2: "frost"}),
        ("Preferred sessions: morning A, afternoon B", {1: "frost", 2: "hedges"}),
        ("Session preference: 11:00 A, 14:30 B", {1: "frost", 2: "hedges"}),
        ("For slot 1 I'd like C and for slot 2 A.", {1: "mill", 2: "frost"}),
        ("For the morning, A. For the afternoon, B.", {1: "frost", 2: "hedges"}),
        ("In the first one C, in the second one A.", {1: "mill", 2: "frost"}),
        ("B both times please!", {1: "hedges", 2: "hedges"}),
        ("Morning: B, no sorry, C. Afternoon: A.", {1: "mill", 2: "frost"}),
        ("Not B, so C in the morning and A in the afternoon.", {1: "mill", 2: "frost"}),
        ("I've already heard B, so C in the morning and A in the afternoon.", {1: "mill", 2: "frost"}),
        ("I'd like to do B at 11. At 14:30 I'll be on a train back.", {1: "hedges"}),
        ("Voor de ochtend kies ik A, voor de middag B.", {1: "frost", 2: "hedges"}),
        ("A (ochtend) en B (middag).", {1: "frost", 2: "hedges"}),
        ("B, zowel 's ochtends als 's middags.", {1: "hedges", 2: "hedges"}),
        ("I take vitamin C in the morning, so no sessions for me.", {}),
        ("I take vitamin C in the morning and B in the afternoon.", {}),
        ("I can't decide between A and C for the morning yet.", {}),
        ("If I may choose: morning A, afternoon C. If C is full, B is fine.", {1: "frost", 2: "mill"}),
    ],
)
def test_a_session_is_chosen_by_its_letter(text: str, chosen: dict[int, str]) -> None:
    reading = reading_of(f"Please register me for Hills and Harvests. {text}{SIGNED}")

    assert [request.name for request in reading.requests] == ["Ann Marlow"]
    assert {choice.round: choice.workshop for choice in reading.requests[0].workshops} == chosen


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("Frost before lunch, hedges after.", {1: "frost", 2: "hedges"}),
        ("Morning with Ms Nwosu-Lindt, afternoon with Bureau Meidoorn.", {1: "frost", 2: "hedges"}),
        ("I'd like to talk to Amara Nwosu-Lindt after the morning session.", {}),
        ("I'd go for the mill before lunch and the frost after it.", {1: "mill", 2: "frost"}),
        ("The mill for the one before lunch, frost for the one after.", {1: "mill", 2: "frost"}),
        ("First the mills, then the hedge.", {1: "mill", 2: "hedges"}),
        ("AM: Who owns the mill?\nPM: Living with frost", {1: "mill", 2: "frost"}),
        ("At eleven the one about frost, at half two the one about hedges.", {1: "frost", 2: "hedges"}),
        ("11am mill; 2.30pm frost", {1: "mill", 2: "frost"}),
        ("Mill at eleven o'clock, frost at half past two.", {1: "mill", 2: "frost"}),
        ("My picks: mill in the first, frost in the second.", {1: "mill", 2: "frost"}),
        ("I first wanted hedges in the morning, but make that the mill. Frost after lunch.", {1: "mill", 2: "frost"}),
    ],
)  # fmt: skip
def test_a_session_is_chosen_in_english(text: str, chosen: dict[int, str]) -> None:
    reading = reading_of(f"Please register me for Hills and Harvests. {text}{SIGNED}")

    assert [request.name for request in reading.requests] == ["Ann Marlow"]
    assert {choice.round: choice.workshop for choice in reading.requests[0].workshops} == chosen


@pytest.mark.parametrize(
    "text",
    [
        "I am very much interested to attend on 12 May. Kindly do the needful for my registration.",
        "Get me on this day on 12 May, would you.",
        "Thanks for the invitation; I accept with pleasure. See you on the 12th.",
        "I would like to assist to the event on 12 May.",
        "Consider me registered for 12 May.",
        "I want to subscribe for 12 May.",
    ],
)
def test_english_from_anywhere_signs_up(text: str) -> None:
    reading = reading_of(text + SIGNED)

    assert (done(reading), reading.event, reading.review) == (
        [("register", "Ann Marlow", None)],
        "hills-and-harvests",
        False,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Please release my spot on 12 May to somebody on the waiting list.",
        "Please delete me from the list for 12 May.",
    ],
)
def test_english_from_anywhere_gives_up_a_seat(text: str) -> None:
    reading = reading_of(text + SIGNED, subject="12 May")

    assert (done(reading), reading.review) == ([("cancel", "Ann Marlow", None)], False)


@pytest.mark.parametrize(
    "text",
    [
        "Please register me for 12 May, funding permitting.",
        "I'd love to come on 12 May but I'm waiting for my boss's approval.",
        "I am thinking of coming on 12 May.",
        "I'm interested in coming on 12 May.",
        "Is it still possible to register?",
        "I will only come if Tom Baker comes too.",
        "Please put me on the waiting list for 12 May.",
        "I wanted to register for 12 May, but unfortunately I'll be abroad.",
        "Please register me for 12 May, plus one.",
        "I would attend on 12 May if it were online.",
        "I'd only like to attend remotely.",
        "I accept your invitation to speak on 12 May.",
        "I'd like to register for the summer school in Delft.",
        "I would like to attend on 12 May. I'll bring a colleague.",
        "I would like to attend on 12 May. The head of our department also wants to attend.",
    ],
)
def test_what_english_leaves_open_waits_for_a_person(text: str) -> None:
    reading = reading_of(text + SIGNED)

    assert reading.review or not reading.requests


PEOPLE = "Please register for 12 May:\n\n- Rasmus Hansen, adviser\n- Rose Hill, Director Resilience\n\n"


@pytest.mark.parametrize(
    "text",
    ["And myself, of course.", "Plus myself.", "And then myself as number three.", "En dan ikzelf als nummer drie."],
)
def test_below_a_list_the_writer_comes_too(text: str) -> None:
    reading = reading_of(PEOPLE + text + SIGNED)

    assert ([request.name for request in reading.requests], reading.review) == (
        ["Rasmus Hansen", "Rose Hill", "Ann Marlow"],
        False,
    )


@pytest.mark.parametrize(
    "text",
    [
        "I will be the third.",
        "Our mayor will join as well.",
        "Onze directeur komt ook.",
        "In addition two (2) officials of the Ministry shall join, whose names will be communicated in due course.",
        "Another colleague may join us later.",
    ],
)
def test_whoever_comes_beside_a_list_is_not_overseen(text: str) -> None:
    assert reading_of(PEOPLE + text + SIGNED).review


@pytest.mark.parametrize(
    ("text", "organisation", "role"),
    [
        ("I am Principal Engineer of the Ghana Water Authority here.", "Ghana Water Authority", "Principal Engineer"),
        ("I work as a research scientist at NIVA in Oslo.", "NIVA", "research scientist"),
        ("I am the convener of Lagoon Watch.", "Lagoon Watch", "convener"),
        ("I run a small landscape practice (Quist Landscape).", "Quist Landscape", None),
        ("I work at the Nordic Institute as a climate modeller.", "Nordic Institute", "climate modeller"),
        ("SIGNED\nAssociate Director, Water\nStantec UK", "Stantec UK", "Associate Director"),
        ("SIGNED\nHead of Flood Risk\nCity of Copenhagen", "City of Copenhagen", "Head of Flood Risk"),
        ("SIGNED\nVice President Sustainability\nAECOM", "AECOM", "Vice President Sustainability"),
        ("SIGNED CEng MICE\nHydrologist\nPort of Rotterdam", "Port of Rotterdam", "Hydrologist"),
        ("SIGNED\nSEPA, Stirling", "SEPA", None),
        ("SIGNED\nInstitute of Coastal Works\nUniversity of Hamburg", "University of Hamburg", None),
        ("SIGNED\nBetrieb Straßen, Brücken und Gewässer (BSBG)", "Betrieb Straßen, Brücken und Gewässer", None),
        ("I am an adviser at the Agency for Water and Works.", "Agency for Water and Works", "adviser"),
        ("I'm a PhD scholar in the Department of Civil Engineering, IIT Bombay.", "IIT Bombay", "PhD scholar"),
        ("I'm a lecturer in urban drainage at IHE Delft.", "IHE Delft", "lecturer"),
        ("I am Director (Drainage Services) in the Lagos Ministry of Water.", "Lagos Ministry of Water", "Director"),
        ("This is Ann Marlow of the Environment Agency.", "Environment Agency", None),
        ("I am a hydrologist working for SMHI in Norrköping.", "SMHI", "hydrologist"),
        ("Our company is Ramboll.", "Ramboll", None),
        ("I'm a student at Delft.", None, "student"),
        ("SIGNED\nSewerage and Water Board of New Wierhaven", "Sewerage and Water Board of New Wierhaven", None),
        ("I'll be there by Friday noon.", None, None),
        ("Ik studeer aan de hogeschool rotterdam.", "Hogeschool Rotterdam", None),
    ],
)  # fmt: skip
def test_houses_and_titles_from_anywhere(text: str, organisation: str | None, role: str | None) -> None:
    said, _, signature = text.partition("SIGNED")
    reading = reading_of(f"Please register me for 12 May. {said}{SIGNED}{signature}")

    assert [(r.name, r.organisation, r.role) for r in reading.requests] == [("Ann Marlow", organisation, role)]


@pytest.mark.parametrize(
    ("form", "read_as"),
    [
        ("Full names: Ann Marlow\nDesignation: Officer", ("Ann Marlow", None, "Officer", None)),
        ("Name of participant: Ann Marlow\nCompany: Lagoon Watch", ("Ann Marlow", "Lagoon Watch", None, None)),
        ("Delegate: Ann Marlow\nAffiliation: Lagoon Watch", ("Ann Marlow", "Lagoon Watch", None, None)),
        ("Name: Ann Marlow\nCell: (504) 555-0143", ("Ann Marlow", None, None, "(504) 555-0143")),
        ("Name: Ann Marlow\nTel: 504.555.0143", ("Ann Marlow", None, None, "504.555.0143")),
    ],
)
def test_forms_from_anywhere(form: str, read_as: tuple[str | None, ...]) -> None:
    reading = reading_of(f"Please register me for 12 May.\n\n{form}\n\nRegards", "lagoon.office@gmail.com")

    assert [(r.name, r.organisation, r.role, r.phone) for r in reading.requests] == [read_as]


@pytest.mark.parametrize(
    ("text", "diet", "access"),
    [
        ("I do not take pork.", "no pork", None),
        ("I eat neither halal nor kosher, just everything.", None, None),
        ("Ik eet halal noch koosjer.", None, None),
        ("I am non-vegetarian.", None, None),
        ("I'm in a wheelchair.", None, "wheelchair"),
        ("I walk with a cane.", None, "cane"),
    ],
)
def test_needs_in_english(text: str, diet: str | None, access: str | None) -> None:
    (request,) = reading_of(f"Please register me for 12 May. {text}{SIGNED}").requests

    assert (request.diet, request.access, request.role) == (diet, access, None)


AC, CA, BC = {1: "frost", 2: "mill"}, {1: "mill", 2: "frost"}, {1: "hedges", 2: "mill"}
TWO = "Please register Tom Baker and me for 12 May. "


@pytest.mark.parametrize(
    ("text", "theirs", "mine"),
    [
        ("Tom takes A at 11 and C at 14:30, I the other way round.", AC, CA),
        ("Tom gaat 's ochtends naar A en 's middags naar C, ik andersom.", AC, CA),
        ("Tom: morning hedges, afternoon mill. For me frost in the morning and the same as Tom after lunch.", BC, AC),
        ("Tom goes to B at 11 and C at 14:30. I do the same as him in the afternoon but A in the morning.", BC, AC),
    ],
)  # fmt: skip
def test_of_three_sessions_the_other_way_round_is_each_others_round(
    text: str, theirs: dict[int, str], mine: dict[int, str]
) -> None:
    reading = reading_of(f"{TWO}{text}{SIGNED}")

    assert [{c.round: c.workshop for c in r.workshops} for r in reading.requests] == [theirs, mine]


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("Please change the afternoon session to C. Morning session stays the same.", {2: "mill"}),
        ("Would you move me, for the afternoon round, from B to C? My morning (frost) can stay as it is.", {2: "mill"}),
        ("Can I still change my afternoon choice to C?", {2: "mill"}),
    ],
)
def test_a_session_is_changed_in_english(text: str, chosen: dict[int, str]) -> None:
    reading = reading_of(f"I registered for Hills and Harvests last week. {text}{SIGNED}", subject="Hills and Harvests")

    assert (done(reading), reading.review) == ([("change", "Ann Marlow", None)], False)
    assert {choice.round: choice.workshop for choice in reading.requests[0].workshops} == chosen


BOTH = ["Tom Baker", "Rose Hill"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("My colleague Tom Baker and I want to come on 12 May.", ["Tom Baker", "Ann Marlow"]),
        ("Please register Councilman Tom Baker and Alderwoman Rose Hill for 12 May.", BOTH),
        ("Please register our Chief Resilience Officer, Tom Baker, for 12 May.", ["Tom Baker"]),
        ("Please register Smt. Lakshmi Iyer and Shri Anil Kumar for 12 May.", ["Lakshmi Iyer", "Anil Kumar"]),
        ("We are sending a small delegation to the day on 12 May. They are Tom Baker and Rose Hill.", BOTH),
        ("Onze dienst stuurt een delegatie naar Hills and Harvests. Dat zijn Tom Baker en Rose Hill.", BOTH),
        ("Here are the participants for 12 May. They all eat everything.\n\nTom Baker\nRose Hill", BOTH),
        ("I know from my host at NIVA, Mr. Tom Baker, that one writes. I'll be there on 12 May.", ["Ann Marlow"]),
    ],
)  # fmt: skip
def test_people_in_english(text: str, names: list[str]) -> None:
    reading = reading_of(text + SIGNED)

    assert ([request.name for request in reading.requests], reading.review) == (names, False)


@pytest.mark.parametrize(
    ("text", "houses"),
    [
        ("Tom Baker (Arup) and Rose Hill (Stantec)", ["Arup", "Stantec"]),
        ("Tom Baker (Frost) and Rose Hill (Mill)", [None, None]),
        ("Tom Baker (vegan) and Rose Hill (Halal)", [None, None]),
        ("Tom Baker (Hydrologist) and Rose Hill (Planner)", [None, None]),
        ("Tom Baker (Utrecht) and Rose Hill (Zwolle)", [None, None]),
        ("Tom Baker (VVD) and Rose Hill (PvdA)", [None, None]),
    ],
)
def test_what_stands_in_brackets_behind_several_names_is_their_house(text: str, houses: list[str | None]) -> None:
    reading = reading_of(f"Please register {text} for 12 May.{SIGNED}")

    assert [request.organisation for request in reading.requests] == houses


def test_whose_diet_is_told_by_a_name_with_an_s() -> None:
    reading = reading_of(
        f"Please register Tom Baker and Rose Hill for 12 May. Tom's food without fish, Rose's halal.{SIGNED}"
    )

    assert [(request.name, request.diet) for request in reading.requests] == [
        ("Tom Baker", "without fish"),
        ("Rose Hill", "halal"),
    ]


@pytest.mark.parametrize(
    "text",
    ["Something's come up, so I'm out for the 12th. Enjoy the day!", "I have to give 12 May a miss after all."],
)
def test_who_is_out_does_not_come(text: str) -> None:
    assert done(reading_of(text + SIGNED, subject="12 May")) == [("cancel", "Ann Marlow", None)]


def test_who_is_on_the_list_is_not_signed_up_again() -> None:
    reading = reading_of(
        f"I'm on the list for 12 May. Please note that I'll be in a wheelchair.{SIGNED}", subject="12 May"
    )

    assert done(reading) == [("change", "Ann Marlow", None)]


def test_a_title_behind_an_article_is_nobody_else() -> None:
    text = "I can't come on 12 May. Tom Baker takes my seat. He is a Flood Resilience Officer, and eats halal."

    cancelled, instead = reading_of(text + SIGNED, subject="12 May").requests

    assert (cancelled.name, instead.name) == ("Ann Marlow", "Tom Baker")
    assert (instead.role, instead.diet) == ("Flood Resilience Officer", "halal")


def test_a_form_may_call_who_comes_a_traveller() -> None:
    reading = reading_of(
        "Event: Hills and Harvests, 12 May 2023\nTraveller: Dr Ann Marlow\nInstitution: Newcastle University\n"
        "Line manager approval: Prof. Tom Baker",
        subject="Event booking",
    )

    assert [(r.name, r.organisation) for r in reading.requests] == [("Ann Marlow", "Newcastle University")]
    assert not reading.review
