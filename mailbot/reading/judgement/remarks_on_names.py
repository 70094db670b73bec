"""Does a letter say something of a name by which it isn't simply what headers and signatures have, and did that come
into what we would print? "Ons mailsysteem hangt nog aan mijn trouwnaam", "daar luistert hij niet naar", "zijn voornaam
ontschiet me even".

How the name is to be is told in too many ways to be sure of all of them. So where a sentence is about a name
(second_reader/name_remarks.py) and doesn't have the one that we would print, a person looks.
"""

import re

from mailbot.domain.reading import Action
from mailbot.reading.case.asking import Asking
from mailbot.reading.judgement.borne_out import is_borne_out
from mailbot.reading.judgement.outcome import Outcome
from mailbot.reading.judgement.settled_names import is_settled
from mailbot.reading.letter.dictation import is_dictated
from mailbot.reading.letter.labels import NAMING, field_of
from mailbot.reading.letter.units import Unit, UnitKind
from mailbot.reading.names import Name, find, same_person
from mailbot.reading.names.name_talk import BADGE, FORMER, GIVEN_NAME, HYPHEN, LAST_NAME, PART_OF_NAME, WITHOUT
from mailbot.reading.names.people import from_address
from mailbot.reading.names.person_name import UPPER, turned
from mailbot.reading.second_reader.name_remarks import remark
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late

SAYS_SO = 0.35  # how likely a sentence with a word of names must be to say something of one
SAYS_SO_OTHERWISE = 0.75  # ... and one without: "zo kent iedereen me"
SAYS_SO_BY_NAME = 0.3  # ... and one that has a name of the writer's in another form than that to print
OF_NAMES = late(
    rf"\b(?:\w*na(?:am|men)|heet|heette|names?|officieel|officially|paspoort|passport|{PART_OF_NAME}|{BADGE}s?)\b",
    re.IGNORECASE,
)
# "Het is Kerkhoven, niet Van Kerkhoven", "ja, ik heet echt Maandag"
CONCLUDES = (
    r"\b(?:het is|is het|ik heet(?: (?:echter|dus|nu|gewoon|weer|inmiddels))?|dat is|it is|it's|moet zijn|schrijf je"
    r"|print|noteer|echt|really)\s"
)
ENDS_UP = late(
    r"\b(?:is het|(?:ik heet|heet ik)(?: (?:echter|dus|nu|gewoon|weer|inmiddels))?)\s[\"“'‘]?(?P<name>[^\W\d_a-z])"
)
# "Er zijn bij ons meer collega's met dezelfde naam"
NAMESAKE = late(
    r"\b(?:(?:de)?zelfde (?:achter|voor)?na(?:am|men)|naamgeno(?:ot|ten)|same (?:sur)?names?)\b", re.IGNORECASE
)
PERSONS_NAME = late(
    rf"\b(?:\w*na(?:am|men)|heet|heette|names?|passport|paspoort|{PART_OF_NAME}|{BADGE}s?)\b", re.IGNORECASE
)
WITHIN_CAPITALS = re.compile(rf"(?<=[^.!?:\n] )[\"“‘']?([{UPPER}][\w-]+)")
WORD = re.compile(r"[^\W\d_]{4,}")  # of a surname, without its small words
LABELLED = re.compile(r"\s*(?P<label>[^\W\d_][\w/ ().]{2,24}?)\s*:\s")  # a form's line, which tells the name itself
BRACKETED = re.compile(r"\(([^()]{12,})\)")
QUOTES = re.compile(r"(?<!\w)['‘’](?=[^\W\d_a-z])|(?<=\w)['’](?=\s[a-z]|[.,;!?)]|$)")  # around "'Wim Vonk' volstaat"
SPOKEN_HYPHEN = late(rf"(?<=\w) (?:{HYPHEN}) (?=\w)")
BELOW = re.compile(
    r"\b(?:hieronder|onderaan|onder deze mail|handtekening|ondertekening|below|at the bottom|signature)\b"
)
# "Deventer is mijn achternaam", "vroeger heette ik Vonk, nu weer Peters"
SURNAME, GIVEN = rf"(?:{LAST_NAME}|heette ik)", f"(?:{GIVEN_NAME})"
BETWEEN = r"\W+(?:\w+\W+){0,4}?"
ONCE_SO = late(rf"\b(?:{FORMER})\b")


def is_remarked_on(outcome: Outcome) -> bool:
    """Something is said of a name, in words that don't have that of anybody who is signed up."""
    if Action.CHANGE in outcome.actions:
        return False
    asked = {request.name for request in outcome.requests if request.action is Action.REGISTER}
    names = list({str(person.name): person.name for person in outcome.people if str(person.name) in asked}.values())
    if not names:
        return False  # nobody's name is to be printed
    if len(names) == 1 and _is_another_than_shown(outcome, names[0]):
        return False  # what is said of the header's name was heeded
    return any(
        _has_another_form(asking, said, names)
        or not (
            any(_is_told_in(said, name) or _is_signed_below(asking, said, str(name)) for name in names)
            or is_borne_out(asking, said, names)
            or is_settled(outcome, asking, said, names)
        )
        for asking in outcome.case.asking
        if not is_dictated(asking.text)
        for said in _remarks(asking, alone=len(names) == 1)
    )


def _has_another_form(asking: Asking, said: str, names: list[Name]) -> bool:
    """Whether the last name in such words that has a surname of those who are signed up is nobody's of them: "voluit
    heet ik Maria Lopes da Cruz, maar drukt u maar af: Fátima Lopes da Cruz"."""
    printed = {str(name) for name in names} | {str(person.name) for person in asking.roster.people if person.in_cc}
    own = {word for name in names for word in WORD.findall(fold(name.surname))}
    surnames = {fold(f"{name.infix} {name.surname}".strip()) for name in names}  # "achternaam: Cohen Rodrigues"
    forms = [
        f
        for f in find(SPOKEN_HYPHEN.sub("-", QUOTES.sub(" ", said)))
        if f.name.is_full
        and not own.isdisjoint(WORD.findall(fold(f.name.surname)))
        and fold(str(f.name)) not in surnames
    ]
    if any(_is_half_of(said[words.start("name") :], name) for words in ENDS_UP.finditer(said) for name in names):
        return True  # "... nog als Anja Bos-Kaya; sinds mijn scheiding is het Bos"
    if not forms or str(forms[-1].name) in printed:
        return False
    # "In uw bestand sta ik als Anaïs Höfler; sinds mijn huwelijk is het Höfler-Çelik"
    return not any(_is_concluded(said[forms[-1].end :].casefold(), name) for name in names)


def _remarks(asking: Asking, *, alone: bool) -> list[str]:
    """The sentences that say such a thing; where there is but one name, as one, with what follows each: "Een badge met
    Witse Posthuma. Leuk, maar ik ben Wytze Postma"."""
    units = [unit for unit in asking.sheet.units if unit.kind in (UnitKind.SENTENCE, UnitKind.ITEM)]
    found = [at for at, unit in enumerate(units) if _is_remark(asking, unit)]
    told = [asking.text[units[at].start : units[min(at + alone, len(units) - 1)].end] for at in found]
    return ["\n".join(told)] if told and alone else told


def _is_remark(asking: Asking, unit: Unit) -> bool:
    """Whether a sentence says such a thing, or what it has in brackets: "Gosia Baars (officially Malgorzata, but please
    print Gosia), coordinator"."""
    said, own = asking.text[unit.start : unit.end], asking.writer.name
    label = LABELLED.match(said)
    if field_of(label["label"] if label else unit.label) in NAMING:
        return False
    bound = SAYS_SO if OF_NAMES.search(said) else SAYS_SO_OTHERWISE
    if any(found.name.is_full and str(found.name) != str(own) and same_person(found.name, own) for found in unit.names):
        bound = SAYS_SO_BY_NAME  # "Doet u dit keer gewoon: Willy van Oosterhout"
    if NAMESAKE.search(said) or _tells_house(asking, said):
        return False
    return any(remark(part) >= bound for part in (said, *BRACKETED.findall(said)))


def _tells_house(asking: Asking, said: str) -> bool:
    """ "I run a charity called Welcome House", "van Delft dus": whether all capitals in a sentence without a word for
    somebody's name are its writer's house."""
    house = fold(asking.writer.organisation or "")
    named = WITHIN_CAPITALS.findall(said.strip()) if house and not PERSONS_NAME.search(said) else []
    known = set(re.findall(r"[\w-]+", house))
    return bool(named) and all(fold(word) in known for word in named)


def _is_another_than_shown(outcome: Outcome, name: Name) -> bool:
    """Whether that is the writer's, and not as the header has it."""
    shown = from_address(outcome.case.message.sender)
    if name != outcome.case.own.writer.name:
        return False
    if shown is None:
        return bool(outcome.case.message.sender.name)  # a login, a joke
    return not (same_person(shown, name) or turned(shown, name))


def _is_told_in(said: str, name: Name) -> bool:
    """Whether a sentence has somebody's name as it is to be printed; or the half that it is about: "Deventer is mijn
    achternaam"."""
    # "Els Bos streepje Vonk", as a telephone heard it
    words = SPOKEN_HYPHEN.sub("-", " ".join(said.casefold().split()))
    if re.search(_alone(str(name)), words):
        return True
    if _is_concluded(words, name):
        return True
    surname = f"{name.infix} {name.surname}".strip()
    if name.given and name.surname and all(re.search(_alone(half), words) for half in (name.given, surname)):
        return True  # "Dilek heet Kaya-Arslan"
    halves = ((name.surname, SURNAME), (name.given, GIVEN))
    # not so "Vonk is mijn oude achternaam", "niet Vonk, maar mijn tweede achternaam"
    return any(
        not hit["not"] and ONCE_SO.search(fold(hit[0])) is None
        for half, part in halves
        if half
        for hit in re.finditer(
            rf"(?P<not>\b(?:{WITHOUT})\s)?{_alone(half)}{BETWEEN}{part}\b|\b{part}{BETWEEN}{_alone(half)}", words
        )
    )


def _is_half_of(said: str, name: Name) -> bool:
    """Whether words begin with one half of a double surname, and go on with something else."""
    halves = name.surname.split("-")
    return (
        len(halves) > 1
        and any(re.match(rf"{re.escape(half)}(?![\w-])", said) for half in halves)
        and not said.startswith(name.surname)
    )


def _is_concluded(words: str, name: Name) -> bool:
    """Whether words in small letters end up at that surname: "het is Kerkhoven, niet Van Kerkhoven"."""
    surname = f"{name.infix} {name.surname}".strip()
    return bool(name.surname) and re.search(f"{CONCLUDES}[\"“'‘]?{_alone(surname)}", words) is not None


def _alone(name: str) -> str:
    return rf"(?<![\w-]){re.escape(name.casefold())}(?![\w-])"


def _is_signed_below(asking: Asking, said: str, name: str) -> bool:
    """ "Onderaan staat hij voluit", "zoals in mijn handtekening", and so it does."""
    return BELOW.search(fold(said)) is not None and name in asking.sheet.parts.signature
