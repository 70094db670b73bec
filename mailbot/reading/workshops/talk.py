"""Workshops that are only talked about: somebody asks something of one, heard well of it, or tells what there is."""

import re
from collections.abc import Sequence

from mailbot.reading.text.late import late
from mailbot.reading.workshops.patterns import any_in
from mailbot.reading.workshops.sign import PLACING, Is, Sign

# "Als A nog eens gegeven wordt hoor ik het graag"
HEARS = re.compile(
    r"\W*(?:als|mocht|indien|wanneer|if|should)\b[^.;!?]*\b"
    r"(?:(?:hoor|verneem)\s(?:ik|wij|we)\b|laat\s(?:het\s)?(?:me|mij|ons)\s(?:het\s)?(?:dan\s)?weten|let me know)"
)
REPORTED = re.compile(
    r"\b(?:dat|omdat|aangezien|that|because|since|als ik het goed (?:begrijp|zie|lees)"
    r"|(?:as|if) i (?:understand|see|read)(?: it)?(?: correctly| right| well)?),?\s"
)
SEVERAL = re.compile(r"(?:\s(?:\w+\s)?)?(?:workshops|sessies|sessions)\b")
ARE_HELD = re.compile(
    r"\b(?:is|zijn|worden|heeft|hebben|krijgt|draaien|lopen|staan|komen|are|have|has|run|runs|come)\b"
)
SOMEBODYS = re.compile(
    r"\b(?:ik|we|wij|zij|hij|ze|mij|me|ons|graag|liever|i|us|she|he|they|please)\b|\b(?:als|as)\s(?:in|bij|voor)?\s?\w"
)


# "Er worden ook workshops gehouden", "jullie bieden workshops aan"
HELD = late(
    r"\b(?:er\s(?:[\w']+\s){0,2}?(?:zijn|worden|is|wordt|komen|staan)|(?:zijn|worden|is|wordt|staan|komen)\s(?:er|daar)"
    r"|there\s(?:are|is|will be)|(?:biedt|organiseert|geeft)\s(?:u|jullie)"
    r"|(?:u|jullie|je|you)\s(?:biedt|bieden|organiseert|organiseren|geeft|geven|houdt|houden|offer|give|run)"
    r"|staan\s(?:er\s)?(?:ook\s)?(?:twee\s|drie\s)?workshops)\b"
)
# ... that nobody in the same sentence wishes for, books, or likes
WISHED_FOR = re.compile(
    r"\b(?:graag|wil|willen|wilde|wou|zou|zouden|kies|kiezen|neem|nemen|volg|volgen|doe|doen|ga|gaan|heen|liefst|liever"
    r"|zet|schrijf|meld|aanmelden|deelnemen|leuk\w*|interess\w*|nuttig\w*|trekt|trekken|lijkt|lijken|voor mij|voor ons"
    r"|aan(?:spreekt|spreken)|would|like|want|choose|please|i'd|i'll|for me)\b|'ll\b"
)

# "Maar de andere laat ik aan hen", "over het andere weet ik genoeg", and what isn't wished
TOPIC_BEFORE = re.compile(r"\W*(?:(?:en|maar|want|dus|and|but|for)\s)?(?:(?:over|van|about|on)\s)?")
OTHER_VERB = re.compile(r"(?:\s(?:workshop|sessie|onderwerp|one|session))?\s[a-z']+\s")
WISHED_BEHIND = re.compile(
    r"\b(?:graag|ook|liefst|wel|daarna|erna|vervolgens|wil|zou|mag|kan|doe|doen|volg|volgen|kies|neem|pak|bezoek"
    r"|gaan? (?:ik|we|wij)|voor (?:mij|hem|haar|ons)|too|also|would|'d|'ll|like|take|want|attend|please|then|later)\b"
)


def tells_what_there_is(text: str, signs: Sequence[Sign], start: int, end: int) -> bool:
    """Whether that sentence says only which workshops there are: "Er worden ook workshops gehouden, over A en B"."""
    if any(sign.kind not in (Is.WORKSHOP, Is.SAME) for sign in signs) or HELD.search(text, start, end) is None:
        return False
    return WISHED_FOR.search(text, start, end) is None and not text[start:end].rstrip().endswith((":", "?"))


def is_question(sentence: str) -> bool:
    """Whether a sentence only wants to know something: "Is A ook in het Engels?", "Nog een vraag: is A vol?"."""
    sentence = sentence.strip(" \"'\n")
    said, colon, asked = sentence.partition(": ")
    if colon and any_in("before_asking").search(said):
        sentence = asked
    return bool(HEARS.match(sentence)) or (sentence.endswith("?") and bool(any_in("asks").match(sentence)))


def is_recommended(clause: str, behind: str) -> bool:
    """Whether a clause tells that somebody spoke well of a workshop, and the words behind it wish for nothing."""
    return bool(any_in("recommended").search(clause)) and not any_in("prefers").search(behind)


def says_what_is_held(clause: str, sign: Sign, start: int, *, in_all: bool) -> bool:
    """ "Ik begrijp dat elke ronde dezelfde twee workshops heeft": whether that is said of the "dezelfde" at that sign,
    in a clause that begins at `start` of the text, and nobody is its subject. `in_all`: of all rounds."""
    since = max((m.end() for m in REPORTED.finditer(clause, 0, sign.start - start)), default=0)
    said = clause[: sign.end - start].endswith(("workshops", "sessies", "sessions"))
    several = said or SEVERAL.match(clause, sign.end - start) is not None
    if not (several or in_all) or SOMEBODYS.search(clause, since):
        return False
    return ARE_HELD.search(clause, since) is not None


def is_only_a_topic(text: str, sign: Sign, signs: Sequence[Sign], start: int, end: int) -> bool:
    """ "De andere laat ik aan mijn collega's", "over het andere onderwerp weet ik al genoeg": whether a clause begins
    with "de andere" at that sign, and neither places it nor wishes anything as far as the sentence ends."""
    if sign.kind is not Is.OTHER_WORKSHOP or sign.relation or TOPIC_BEFORE.fullmatch(text, start, sign.start) is None:
        return False
    if any(other.kind in PLACING and other.start >= start for other in signs):
        return False
    return OTHER_VERB.match(text, sign.end, end) is not None and WISHED_BEHIND.search(text, sign.end, end) is None
