"""People who come and whose names a clause doesn't say: "mijn vrouw en ik", "met een collega", "onze wethouder komt".

Words for people are the lexicon's (the cue kinds person, companion and also_group); here is how they stand in a clause.
"""

import re

from mailbot.reading.account.account import Account
from mailbot.reading.account.further_people import further_people
from mailbot.reading.account.going_along import goes_with_writer
from mailbot.reading.account.participants import is_for_another
from mailbot.reading.account.people_words import NOT_OF_COMING, ONESELF, PEOPLE
from mailbot.reading.account.row_tails import without_names
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.cues import Cue
from mailbot.reading.letter.units import Unit
from mailbot.reading.names.people import Person
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import Seldom

NOUN = r"(?:mijn|m'n|onze|ons|een|my|our|a) (?:[^\W\d_]+ ){0,2}?[^\W\d_]{3,}(?: (?:van|\()\s?\d{1,2}\)?)?"
# "mijn vrouw en ik", "my colleague and me", "mezelf en een collega"
ALONGSIDE = Seldom(
    late(rf"\b(?:{NOUN} (?:en|and) {ONESELF}|{ONESELF} (?:en|and) {NOUN})\b", re.IGNORECASE), (" en ", " and ")
)
# "Schrijf mij op en onze bode ook", "en ook onze bode.": whatever they are called
OURS = r"(?:mijn|m'n|onze|ons|my|our)\s(?:[^\W\d_]+\s)?[^\W\d_][\w-]{2,}(?:\s(?:van|uit|bij|from|of)\s[^.,;:]{2,30})?"
TOO_BEHIND = r"(?:ook|eveneens|tevens|idem|too|as well)(?:\s(?:graag|erbij|mee|trouwens|alstublieft|svp|please))?"
ALSO_OURS = late(
    rf"(?:^\s*|,\s|\s)(?:en|and|plus)\s(?:{OURS}\s{TOO_BEHIND}|(?:ook|tevens|eveneens|also)\s(?:graag\s)?{OURS}"
    rf"|so\s(?:will|does|would|is)\s(?:{OURS}|(?:his|her|their)\s[\w-]+))\s*[.!]*\s*$",
    re.IGNORECASE,
)
# "De burgemeester overigens ook!"
THE_TOO = late(
    r"\W*(?:(?:en|and|plus)\s)?(?:de|het|the)\s(?P<who>[\w-]+)\s(?:(?:overigens|trouwens|natuurlijk|uiteraard|zelf|wel|dus)\s)*"
    r"(?:ook|eveneens|idem|too|as well)(?:\s(?:graag|trouwens|overigens))?\s*[.!]*\s*",
    re.IGNORECASE,
)
# Between the halves of a verb: "Put me and the kids down", "schrijf mij en de kinderen in"
OBJECTS = re.compile(
    rf"\b{ONESELF} (?:en|and|plus|\+) (?:(?:de|het|the|mijn|onze|my|our) )?(?-i:[^\W\d_A-Z])[\w-]{{3,}}", re.IGNORECASE
)
OURS_TOO = late(rf"\s*(?:(?:en|and|plus)\s)?{OURS}\s{TOO_BEHIND}\s*[.!]*\s*", re.IGNORECASE)
# "mijzelf en de stagiaire"
WITH_OFFICE = re.compile(rf"\b{ONESELF} (?:en|and) (?:de|het|the) [^\W\d_]{{3,}}", re.IGNORECASE)
ALONG = late(
    r"\b(?:met|plus|neem|nemen|breng|brengen|sleep|slepen|troon|tors|loods|sleur|with|bring|en nog|and another)"
    r"\s+(?:ook\s+)?(?:mijn|m'n|een|onze|nog|my|a|our)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
INTERPRETER = re.compile(r"tolk(?:en)?\b|\binterpreters?\b|\bsigners?\b", re.IGNORECASE)
WHOSE = late(
    r"[\s(]*(?:en |ook |maar |and |also )?(?:(?:mijn|m'n|onze|ons|een|my|our|a|another) "
    r"|(?:de|het|the) (?:[\w-]+ ){1,3}(?:van|of) (?:mijn|onze|ons|my|our) )",
    re.IGNORECASE,
)
ONLY_IF = re.compile(r"[\s,(]*(?:als|indien|mits|wanneer|zodra|mocht(?:en)?|of|if|when|once|whether)\b", re.IGNORECASE)
TOO = late(r"\b(?:ook|eveneens|tevens|too|also|as well|along)\b", re.IGNORECASE)
NEAR = 24  # characters between a function and the name of who has it: "mijn collega van Beheer, Wim Smit"
LIFT = re.compile(r"\b(?:rij|rijd|rijden|lift|liften)\b.*\bmee met\b", re.IGNORECASE)  # who drives, goes elsewhere
# "... en dat ben ik geworden", "and that would be me"
THAT_IS_ME = re.compile(
    r"\b(?:dat|die|degene|diegene|de klos|die iemand) (?:ben|werd|word|was|mag) ik\b"
    r"|\bthat(?:['’]s| is| was| would be| will be) me\b",
    re.IGNORECASE,
)
# "Van een collega begrijp ik dat hij daar ook al heen gaat": who told it sees to himself
HEARSAY = late(
    r"\b(?:van|from)\s(?:een|mijn|onze|a|my)\s(?:\w+\s){1,3}?(?:begrijp|begreep|hoor|hoorde|verneem|vernam|weet)\s"
    r"(?:ik|wij|we)\b"
    r"[^.;:!?]*\b(?:hij|zij|ze)\b[^,.;:!?]*\b(?:al|reeds)\b(?![^.;:!?]*\b(?:mij|me|ons|samen|met)\b)",
    re.IGNORECASE,
)
# "Aangezien een collega van mijn gang op het podium staat kan ik ...", with its own verb before "ik"
BECAUSE = late(r"\W*(?:aangezien|omdat|doordat|nu|daar|since|because|as)\s", re.IGNORECASE)
GO_ALONG = late(
    r"\b(?:ook|eveneens|mee\w*|samen|erbij|naartoe|heen|too|also|along|together|(?:met|with) (?:mij|me|ons|us))\b",
    re.IGNORECASE,
)
WITH_HER = late(
    r"\b(?:met|with) (?:haar|hem|her|him)(?=\s*(?:$|[.,;!)]|(?:naar|op|aan|bij|mee|deel|toe|to|on)\b))", re.IGNORECASE
)
AS = re.compile(r"\b(?:als|as)\s(?:(?:een|de|a|the)\s)?\Z", re.IGNORECASE)
FIRST_PERSON = re.compile(r"(?:kom|ga|ben|neem|doe|schuif|sluit|woon|zit)\b", re.IGNORECASE)
THIRD_PERSON = re.compile(r"(?:neemt|komt|gaat|sluit|schuift|doet|woont|bezoekt|haakt|is|zit)\b", re.IGNORECASE)
# "Mijn vader wil (graag)", "onze kinderen willen"
WANTS = late(
    r"\W*(?:(?:en|maar|want|and|but)\s)?(?:mijn|m'n|onze|ons|de|my|our|the)\s(?:[\w-]+\s){1,3}?"
    r"(?P<verb>wil|willen|zou|zouden|mag|gaat|gaan|wants?|would)\s",
    re.IGNORECASE,
)
WOULD_BE_REPRESENTED = late(
    r"\b(?:wil|willen|wenst|zou|hoopt|wants?|wishes|would like)\s(?:[\w-]+\s){0,6}?"
    r"(?:vertegenwoordigd\s(?:zijn|worden)|(?:be\s)?represented)\b",
    re.IGNORECASE,
)
NOBODY_NAMED = late(r"\s*(?:mijn|m'n|onze|ons|my|our)\s(?:[\w-]+\s){0,2}?[\w-]+\s*[.!]*\s*", re.IGNORECASE)
PUT_ON = late(
    r"\b(?:mijn|m'n|onze|ons|my|our)\s(?:[\w-]+\s){0,2}?(?P<who>[\w-]+)\s(?:graag\s)?"
    r"(?:(?:voor|op|bij)\s[^,.;:]{1,30}\s)?"
    r"(?:in te schrijven|inschrijven|aanmelden|aan te melden|opgeven|op te geven|noteren|registreren|toevoegen"
    r"|op de (?:deelnemers)?lijst)\b",
    re.IGNORECASE,
)
SIGN_UP_OF = late(
    r"\b(?:aanmelding|inschrijving|opgave|aanmelden|opgeven|inschrijven|noteren|plek|plekje|plaats|stoel|register"
    r"|registration|sign up|seat|place)(?:\s(?:van|voor|of|for)|\s?:)?\s(?:mijn|m'n|onze|ons|my|our)\s"
    r"(?:[\w-]+\s){0,2}?(?P<who>[\w-]+)\b",
    re.IGNORECASE,
)
IN_TALK = re.compile(  # "na overleg met mijn chef"
    r"\b(?:overleg|gesprek|afspraak|afstemming|contact|besproken|overlegd|afgestemd|gesproken|consultation|discussed)\b",
    re.IGNORECASE,
)


def note_companions(account: Account, text: str, clause: Clause, others: list[Person]) -> None:
    """Count, or doubt, who comes by a clause beside `others`, who come by name."""
    brings = clause.has("companion") and clause.has("with_me", "also_group") and not clause.has("no_companion")
    own = clause.has("i", "me")  # "ik reis mee als begeleider"
    along = [
        cue
        for cue in clause.cues
        if cue.kind == "companion"
        and not (_is_interpreter(text, cue) or (own and AS.search(text, clause.start, cue.start)))
    ]
    if brings and along and not others and not _is_another_matter(text, clause, along):
        account.doubt("companion")
    if not others and goes_with_writer(account, text, clause):
        account.doubt("companion")
    if clause.has("together") and WITH_HER.search(text, clause.start, clause.end) and not (others or clause.names):
        account.doubt("companion")  # "een vriendin stuurde mij dit door en ik kom graag samen met haar"
    if unnamed := _without_a_name(text, clause):
        account.companions = max(account.companions, unnamed + len(others))
        if not clause.names and also_ours(text, clause):
            _add(account, unnamed)  # "Wim Smit will come, and so will his wife"
    note_further_people(account, text, clause)
    if clause.has("and_others") and not clause.has("cc"):
        account.doubt("unnamed")


def _is_another_matter(text: str, clause: Clause, people: list[Cue]) -> bool:
    """Whether those people only told the writer of it, who comes alone ("a colleague at the GGD sent me the link, and I
    would like to come"), or are the writer: "iemand van ons moest erheen, en dat ben ik geworden"."""
    last = max(cue.end for cue in people)
    if THAT_IS_ME.search(text, last, clause.end):
        return True
    if HEARSAY.search(text, clause.start, clause.end) or is_why(text, clause, last):
        return True
    passed_on = next((c for c in clause.cues if c.kind in ("told", "relay") and c.start >= last), None)
    own = next(
        (c for c in clause.cues if passed_on and c.kind in ("i", "myself_too") and c.start >= passed_on.end), None
    )
    if (
        own is None
        or clause.has("with_me")
        or any(c.kind in ("he", "him", "we", "us") for c in clause.cues if c.start > own.end)
    ):
        return False  # "... and I would like to attend with her"
    coming = [cue for cue in clause.cues if cue.kind in ("attend", "enrol", "seat")]
    return bool(coming) and all(cue.end > own.start for cue in coming)


def is_why(text: str, clause: Clause, last: int) -> bool:
    """ "Aangezien een collega van mijn gang op het podium staat kan ik niet achterblijven": what people do there is why
    the writer comes; not so "aangezien een collega ook gaat", "omdat mijn vrouw met mij meereist"."""
    if not BECAUSE.match(text, clause.start, clause.end) or clause.has("we", "with_me", "together"):
        return False
    own = next((cue for cue in clause.cues if cue.kind == "i" and cue.start >= last), None)
    if own is None or GO_ALONG.search(text, clause.start, own.start):
        return False
    return not any(c.kind in ("attend", "goes", "carry", "enrol") and c.end <= own.start for c in clause.cues)


def note_further_people(account: Account, text: str, clause: Clause) -> None:
    """Count who is said to come without a name: "daarnaast brengen wij nog twee raadsleden mee"."""
    likewise = clause.has("likewise") and not clause.has("neg") and also_ours(text, clause)
    _add(account, further_people(text, clause) or int(likewise))  # "..., and so will his partner"


def note_row_tail(account: Account, text: str, unit: Unit) -> None:
    """Count who has no name at the end of a row of those who come: "Wim Smit en nog drie vrijwilligers"."""
    _add(account, without_names(text, unit))


def _add(account: Account, more: int) -> None:
    """Count so many beside the writer and those who come by name so far."""
    if more:
        so_far = sum(1 for person in account.roster.people if person.comes and not person.is_writer)
        account.companions = max(account.companions, so_far + more)


def _without_a_name(text: str, clause: Clause) -> int:
    """How many people come along with the writer, of whom only what they are to the writer is said."""
    if clause.has("told", "neg", "no_companion"):
        return 0
    if clause.has("part"):
        return int(also_ours(text, clause))
    if _stands_beside_writer(text, clause) if not clause.names else also_ours(text, clause):
        return 1
    for cue in clause.cues:
        if cue.kind not in PEOPLE or _is_named(clause, cue) or _is_interpreter(text, cue):
            continue
        before = text[max(clause.start, cue.start - 30) : cue.start]
        if ALONG.search(before) and not IN_TALK.search(before) and not LIFT.search(before):
            return 1
    return 0


def _stands_beside_writer(text: str, clause: Clause) -> bool:
    """ "Mijn vrouw en ik"; "mijzelf en de stagiaire", but not "ik en de trein"."""
    if ALONGSIDE.search(text, clause.start, clause.end) or also_ours(text, clause):
        return True
    if not clause.has("part", "works_at") and _are_objects(text, clause):
        return True
    return clause.has(*PEOPLE) and WITH_OFFICE.search(text, clause.start, clause.end) is not None


def _are_objects(text: str, clause: Clause) -> bool:
    """Whether somebody without a name is enrolled beside the writer, whatever they are called: not so "schrijf mij en
    de gemeente Tiel op de lijst"."""
    found = (OBJECTS.search(text, cue.start, cue.end) for cue in clause.cues if cue.kind == "enrol")
    return any(both and not text[both.end() :].lstrip()[:1].isupper() for both in found)


def also_ours(text: str, clause: Clause) -> bool:
    """Whether somebody of ours comes, too, by a word for them that no list knows: "en onze bode ook"."""
    if clause.asks:
        return False
    also = ALSO_OURS.search(text[clause.start : clause.end])
    if clause.names:  # "Wim Smit will come, and so will his wife": not so "... en onze bode Els Kok ook"
        return also is not None and clause.names[-1].end <= clause.start + also.start() + 1
    return also is not None or ours_too(text, clause)


def ours_too(text: str, clause: Clause) -> bool:
    """ "Onze bode ook.": the whole of a clause."""
    if clause.names:
        return False
    the = THE_TOO.fullmatch(text, clause.start, clause.end) if clause.has(*PEOPLE) else None
    if the is not None and the["who"].casefold() not in text[: clause.start].casefold():
        return True
    return OURS_TOO.fullmatch(text, clause.start, clause.end) is not None


def _is_interpreter(text: str, cue: Cue) -> bool:
    """Who works for somebody there takes no seat: "ik neem mijn eigen tolk mee"."""
    return INTERPRETER.search(text[cue.start : cue.end]) is not None


def _is_named(clause: Clause, cue: Cue) -> bool:
    """Whether the name of whoever is meant stands behind that word, or with it: "collega Wim Smit"."""
    return any(name.end > cue.start and name.start - cue.end <= NEAR for name in clause.names)


def somebody_comes(account: Account, text: str, clause: Clause) -> None:
    """A sign-up without a subject: the writer's, unless an office is meant ("de wethouder inschrijven")."""
    # "graag meld ik de volgende personen aan:"
    listed = clause.opens and clause.has("person", "party", "also_group")
    of_writer = clause.has("me", "us", "myself_too")
    office = clause.has("person", "companion", "also_group") and (
        not clause.has("hereby") or (clause.has("i") and not of_writer)
    )
    if _is_of_somebody(text, clause):
        account.sought = True
        account.somebody = account.somebody or _is_somebody_new(text, clause)
        if _is_somebody_else(text, clause):
            account.somebody_else = clause.start
    elif _is_of_them(clause):
        account.sought = account.group = True
    elif (
        (clause.has("enrol") and (listed or office))
        or (not of_writer and is_of_another(text, clause))
        or clause.has("delegates")
        or _is_said_of_another(text, clause)
        or (clause.has("him") and is_for_another(clause))
    ):
        account.sought = True
    elif account.implied is None:
        account.implied = clause.start


def _is_of_somebody(text: str, clause: Clause) -> bool:
    """Whether the subject of coming is somebody without a name: "de wethouder komt", "ons hele team gaat"."""
    if _is_subject(text, clause) or _is_a_house(text, clause):
        return True
    own = clause.has("i", "me", "we", "mine", "he", "him") or clause.names
    if own or not clause.has("attend") or not clause.has("person", "also_group"):
        return False
    people = [cue for cue in clause.cues if cue.kind in ("person", "also_group")]
    verb = clause.first("attend")
    own_verb = verb is not None and FIRST_PERSON.match(text, verb.start) is not None
    as_what = all(AS.search(text, clause.start, cue.start) for cue in people)
    return not (own_verb and as_what)  # "ik werk in Epe, maar kom als raadslid"


def _is_subject(text: str, clause: Clause) -> bool:
    """ "Onze wethouder wil graag komen": a word for somebody begins the clause, and its verb follows. "Wil graag" by
    itself would be the writer's."""
    if clause.names or clause.asks or not clause.has("attend") or clause.has("i", "me", "we", "us", "he", "told"):
        return False
    said = WANTS.match(text, clause.start, clause.end)
    return said is not None and any(
        cue.kind in (*PEOPLE, "also_group") and cue.start < said.start("verb") <= cue.end + 1 for cue in clause.cues
    )


def _is_a_house(text: str, clause: Clause) -> bool:
    """ "Onze stichting wil graag vertegenwoordigd zijn": by whom, another sentence says."""
    if clause.names or clause.asks or clause.has("i", "me", "we", "he", "told"):
        return False
    return WOULD_BE_REPRESENTED.search(text, clause.start, clause.end) is not None


def is_of_another(text: str, clause: Clause) -> bool:
    """ "Graag mijn moeder inschrijven", "de aanmelding van onze voorzitter": whom a sign-up is of, without a name."""
    if clause.names or not clause.has(*PEOPLE, "also_group"):
        return False
    found = (pattern.search(text, clause.start, clause.end) for pattern in (PUT_ON, SIGN_UP_OF))
    places = [match.span("who") for match in found if match is not None]
    nouns = [cue for cue in clause.cues if cue.kind in (*PEOPLE, "also_group")]
    return any(cue.start < end and start < cue.end for cue in nouns for start, end in places)


def is_only_somebody(text: str, before: Clause, clause: Clause) -> bool:
    """ "Graag opgeven: mijn moeder": behind the colon stands nobody's name."""
    if not before.has("enrol", "enrol_noun") or before.names or clause.names or before.has("me", "us"):
        return False
    return clause.has(*PEOPLE) and NOBODY_NAMED.fullmatch(text, clause.start, clause.end) is not None


def _is_of_them(clause: Clause) -> bool:
    """ "Namens onze wethouder en haar adviseur laat ik weten dat zij beiden komen": they, who have no name yet."""
    verb, subject = clause.first("attend"), clause.first("he")
    if verb is None or subject is None or not clause.has("person") or clause.names or clause.has("neg", "enrol"):
        return False
    own = [cue for cue in clause.cues if cue.kind == "i"]
    return subject.start < verb.end and all(cue.start < subject.start for cue in own) and clause.has("all", "party")


def _is_somebody_new(text: str, clause: Clause) -> bool:
    """Whether that somebody is one of ours ("onze wethouder"), and not one spoken of before ("de wethouder")."""
    return bool(WHOSE.match(text, clause.start, clause.end)) or clause.has("also_group")


def _is_somebody_else(text: str, clause: Clause) -> bool:
    """ "Onze directeur komt ook", below a list, and by such a word nobody in it is called."""
    called = clause.first("person", "also_group")
    if called is None or clause.asks or clause.has(*NOT_OF_COMING) or not TOO.search(text, clause.start, clause.end):
        return False
    if ONLY_IF.match(text, clause.start, clause.end):
        return False  # "als studenten ook mogen komen"
    return text[called.start : called.end].casefold() not in text[: clause.start].casefold()


def _is_said_of_another(text: str, clause: Clause) -> bool:
    """ "De wethouder neemt graag deel": whoever writes that speaks of somebody else."""
    verb = clause.first("attend")
    if verb is None or not clause.has("person"):
        return False
    return THIRD_PERSON.match(text, verb.start) is not None
