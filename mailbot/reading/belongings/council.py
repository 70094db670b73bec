"""Who sits in a council, though nobody calls them its member: "ik zit in de raad van Epe", "verzoek van ons raadslid",
"vanuit onze gemeenteraad komen: ..."."""

import re

from mailbot.domain.reading import Evidence
from mailbot.reading.belongings.no_employers import is_somebodys
from mailbot.reading.belongings.ownership import owners
from mailbot.reading.belongings.statements import TEXT
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.case import Case
from mailbot.reading.lexicon import word_set, words
from mailbot.reading.lexicon.authorities import municipality_names, town_at
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import has_one_of

MEMBER, MEMBER_EN, ON_BOARD = "raadslid", "council member", "bestuurslid"
COUNCIL = r"(?:gemeente|deel)?raad(?!\svan\s(?:bestuur|toezicht|commissarissen|advies))\b"
SITS = late(rf"\b(?:zit|zat|zitten|zetel|zitting)\s(?:[\w-]+\s){{0,7}}?in\s(?:de|onze)\s{COUNCIL}")
SITS_EN = re.compile(r"\b(?:sit|serve|sits|serves)\son\s(?:the|our)\s(?:[\w'-]+\s){0,4}?council\b")
BOARD = re.compile(r"\b(?:zit|zitten)\s(?:[\w-]+\s){0,5}?in\s(?:het|ons|t)\sbestuur\b")
OURS = late(
    r"\b(?:ons|onze|het|dit|van|twee|drie|vier|vijf|beide|deze|volgende|onderstaande?)\s(?P<office>raadslid|raadsleden"
    r"|wethouder|burgemeester|statenlid|statenleden|burgerraadslid|commissielid)\b"
)
# "Zie onderstaand verzoek van de wethouder"
OF_OFFICE = late(
    r"\b(?:verzoek|mail|mailtje|bericht|berichtje|aanmelding|vraag|opgave|reactie|antwoord)\svan\s(?:de|mijn)\s"
    r"(?P<office>wethouder|burgemeester|gemeentesecretaris|griffier|directeur|voorzitter|gedeputeerde|commissaris|teamleider"
    r"|afdelingsmanager|afdelingshoofd)\b(?!\s[a-z]+\s(?:van|is)\b)"
)
FROM_COUNCIL = late(
    r"\b(?:vanuit|namens|uit)\s(?:onze|de)\s(?:gemeente)?raad\b[^.?!\n]{0,40}\b(?:komen|gaan|melden)\b"
    r"|\b(?:onze|de|volgende|onderstaande)\sraadsleden\b[^.?!\n]{0,80}\b(?:komen|opgegeven|aangemeld|inschrijven)\b"
    r"|\bleden\svan\s(?:de|onze)\s(?:gemeente)?raad\b"
)
BOTH = 2
CHAIRS = re.compile(r"\bi\s(?:also\s)?(?:chair|preside over)\s(?:the|a|our)\b")
PARTY = rf"(?:{any_of(words('organisations', 'parties'))})"
# "Els Bos (VVD)", "Els Bos, fractie VVD"; not "Els Bos, VVD-medewerker"
PARTY_BEHIND = late(
    rf"\s?\((?:fractie\s)?{PARTY}(?:-fractie)?\)|\s?[,–-]\s(?:fractie\s)?{PARTY}(?=\s?[,;(\n]|\s[–-]|$)"
)
# "In de raad zijn we het zelden eens (zij VVD, ik SP)"
EACH_PARTY = late(
    rf"\bin de (?:gemeente)?raad\b[^.!?\n]{{0,60}}\b\w+\s(?:van (?:de|het)\s)?{PARTY},?\s(?:en\s)?"
    rf"ik\s(?:van (?:de|het)\s)?{PARTY}(?!\w)"
)
SINGULAR = {"raadsleden": "raadslid", "statenleden": "statenlid"}
# "Wij zijn allebei wethouder", and where each of them is: "zij in", "Wim bij de gemeente"
BOTH_HOLD = late(
    r"\b(?:allebei|beiden?|both)\s(?:als\s|a\s)?(?P<office>[a-z-]{4,24}?)(?:s|en)?\b(?=[^.;!?\n]{0,20}[,:(–-]|\s\w+\s(?:in|van|bij)\s)"
)
IN_TOWN = late(
    r"(?<!\w)(?P<who>[\w'’-]{1,20})\s(?:zit\s|ben\s|is\s|am\s)?(?:in|te|van|bij|voor|of|at|for)\s(?:de\s)?(?:gemeente\s)?"
)
LIVES = re.compile(
    r"\b(?:woon|wonend|woonachtig)\s(?:[\w-]+\s){0,5}?(?:in|te)\s(?P<two>(?P<one>[\w'-]+)(?:\s[\w'-]+)?)"
)
ONCE = re.compile(r"\b(?:vroeger|destijds|toen|zat|jaren geleden|jaar geleden|tot vorig jaar)\b")


def seats_in_councils(case: Case, asking: Asking, people: list[Person]) -> None:
    """Give those people what they are by their seats, where no title is told of them."""
    text = fold(asking.text)
    for pattern, role, body in ((SITS, MEMBER, "raad"), (SITS_EN, MEMBER_EN, "council"), (BOARD, ON_BOARD, "bestuur")):
        for seat in pattern.finditer(text) if body in text else ():
            theirs = people == [asking.writer] and is_somebodys(text[max(0, seat.start() - 60) : seat.end()])
            if not theirs and not ONCE.search(text, max(0, seat.start() - 60), seat.end()):
                _give(owners(asking, seat.start() + 1, people), role, seat)
    if "chair" in text and (match := CHAIRS.search(text)):
        _give(owners(asking, match.start() + 1, people), "chair", match)
    if len(people) == BOTH and asking.writer in people and (match := EACH_PARTY.search(text)):
        _give(people, MEMBER, match)
    if any("raad" in said for said in (text, fold(case.subject))) or "griffie" in (asking.writer.email or ""):
        for person in people:  # "André Wolters (VVD)", from a council's clerk
            for match in (PARTY_BEHIND.match(text, end) for _, end in person.spans):
                if match:
                    _give([person], MEMBER, match)
    if asking.relayed:
        _by_who_passes_on(case, asking, people)
    elif asking.writer not in people and (match := FROM_COUNCIL.search(text)):
        _give([person for person in people if any(start > match.end() for start, _ in person.spans)], MEMBER, match)


def home_towns(asking: Asking, people: list[Person]) -> None:
    """Whoever sits in a council, and tells of no town but the one where they live, sits in that of this town."""
    text = fold(asking.text)
    if "raad" not in text or not SITS.search(text):
        return
    for match in LIVES.finditer(text):
        town = next(
            (name for said in (match["two"], match["one"]) if said and (name := municipality_names().get(said))), None
        )
        for person in owners(asking, match.start("one"), people) if town else ():
            if person.role == MEMBER:
                person.put("organisation", f"Gemeente {town}", Evidence(TEXT, match.start("one"), match.end()))


def towns_of_each(asking: Asking, people: list[Person]) -> None:
    """ "Wij zijn allebei wethouder, zij in Epe en ik in Tiel": each of them is of that municipality."""
    text = fold(asking.text)
    for said in BOTH_HOLD.finditer(text) if has_one_of(text, ("allebei", "beiden", "beide", "both")) else ():
        if said["office"] not in word_set("organisations", "municipal_roles"):
            continue
        stop = next((unit.end for unit in asking.sheet.units if unit.start <= said.start() < unit.end), said.end())
        for each in IN_TOWN.finditer(text, said.end(), stop):
            end = town_at(text, each.end())
            for person in _called(each["who"], asking, people) if end is not None else ():
                town = municipality_names()[text[each.end() : end]]
                person.put("organisation", f"Gemeente {town}", Evidence(TEXT, each.end(), end or each.end()))


def _called(who: str, asking: Asking, people: list[Person]) -> list[Person]:
    """Whom a pronoun or a given name means among two."""
    others = [person for person in people if person is not asking.writer]
    if who in ("ik", "i"):
        return [asking.writer] if asking.writer in people else []
    if who in ("hij", "zij", "ze", "he", "she"):
        return others if len(others) == 1 else []
    return [person for person in people if fold(person.name.given) == who]


def _by_who_passes_on(case: Case, asking: Asking, people: list[Person]) -> None:
    """ "Zie onderstaand verzoek van ons raadslid": whoever asks below; all who do, where it says several."""
    note = fold(case.own.text)
    match = OURS.search(note) or OF_OFFICE.search(note)
    if match is None:
        return
    office = match["office"]
    whom = people if office in SINGULAR else [asking.writer] if asking.writer in people else []
    _give(whom, SINGULAR.get(office, office), match)


def _give(people: list[Person], role: str, match: re.Match[str]) -> None:
    for person in people:
        person.put("role", role, Evidence(TEXT, match.start(), match.end()))
