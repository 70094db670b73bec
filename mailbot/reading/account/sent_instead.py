"""Who is sent by somebody who stays away: the writer ("Wethouder Smit heeft mij verzocht hem te vertegenwoordigen"), or
a colleague ("Els Bakker is verhinderd en stuurt Wim Smit").

The words are those of coming in the one case, and of an absence in the other; each would be said of both people.
"""

import re
from collections.abc import Sequence

from mailbot.reading.letter.clauses import Clause
from mailbot.reading.names import NameFound
from mailbot.reading.names.people import Person
from mailbot.reading.text.late import late

SENDS_ME = late(
    r"\b(?:mij|me|ondergetekende)\s+(?:\w+\s+){0,3}?"
    r"(?:verzocht|gevraagd|opgedragen|gemachtigd|aangewezen|afgevaardigd|gestuurd|vraagt|verzoekt)\s+(?:om\s+)?"
    r"(?:hem|haar|hen)\s+(?:\w+\s+){0,4}?te\s+vertegenwoordigen\b"
    r"|\b(?:vroeg|vroegen|verzocht|verzochten|vraagt|verzoekt)\s+(?:mij|me|ondergetekende)\s+(?:om\s+)?"
    r"(?:hem|haar|hen)\s+(?:\w+\s+){0,4}?te\s+vertegenwoordigen\b"
    r"|\b(?:asked|asks|requested|sent|sends)\s+me\s+(?:\w+\s+)?to\s+represent\s+(?:him|her|them)\b",
    re.IGNORECASE,
)


def sends_writer(text: str, clause: Clause) -> bool:
    """Whether those whom the clause names are represented by the writer."""
    return bool(clause.names) and clause.has("me") and SENDS_ME.search(text, clause.start, clause.end) is not None


# "en stuurt haar politiek assistent Wim Smit": not so "en stuurt Wim Smit de notulen", "een mail aan Wim Smit"
SENDS = late(
    r"(?:\b(?:en|maar|dus|daarom|and|but|so)|,)\s+(?:\w+\s+)?"
    r"(?:stuurt?|sturen|zendt?|zenden|vaardigt?|delegeert|sends|is sending)\s+"
    r"(?:(?!aan\b|naar\b|via\b|van\b|to\b|een\b|het\b|u\b|jullie\b|mij\b|ons\b|me\b|us\b)[\w-]+\s+){0,5}$",
    re.IGNORECASE,
)
NOTHING_SENT = re.compile(
    r"\s*(?:$|[.,;:()!?]|(?:in|als|namens|ter|van|uit|mee|af|erheen|ernaartoe|instead|as|from|in)\b)", re.IGNORECASE
)
# "Op 30 maart sturen wij Wim Smit en Noor de Boer naar Utrecht"
DELEGATES = late(
    r"\b(?:(?:stuur|sturen|zend|zenden|delegeer|delegeren|vaardig|vaardigen)\s+(?:ik|wij|we)"
    r"|(?:ik|wij|we)\s+(?:stuur|sturen|zend|zenden|delegeer|delegeren|vaardig|vaardigen)"
    r"|stuurt|zendt|delegeert|vaardigt|(?:we|I)(?:\s+are|'re|\s+am|'m)?\s+send(?:ing)?|sends|is\s+sending)\s+"
    r"(?:(?!aan\b|naar\b|to\b|een\b|het\b|u\b|jullie\b|mij\b|me\b|you\b|a\b|the\b)[^\s,]+\s+){0,6}\Z",
    re.IGNORECASE,
)
A_THING = late(
    r"(?:(?<!naar)(?<!van)(?<!voor)(?<!bij)(?<!op)(?<!from)(?<!of)(?<!to)(?<!for)\s)"
    r"(?:een|het|de|onze|ons|mijn|hun|zijn|haar|uw|a|an|the|our|my|your)\s(?!collega|dag|day|\d)",
    re.IGNORECASE,
)
REACH = 80  # characters: "en stuurt in haar plaats haar politiek assistent mevrouw "


def sent_by_others(text: str, clause: Clause, people: Sequence[Person]) -> list[Person]:
    """Who of them is sent by whom the clause says to stay away."""
    found = []
    for name in clause.names:
        before = SENDS.search(text, max(clause.start, name.start - REACH), name.start)
        if before and NOTHING_SENT.match(text, name.end, clause.end):
            found += [p for p in people if (name.start, name.end) in p.spans and not p.is_writer]
    return found


def sends_others(text: str, clause: Clause, *, about_event: bool) -> bool:
    """Whether whoever writes sends those whom the clause names to the event, and stays behind."""
    if not (about_event and clause.names) or clause.asks or clause.has("neg", "past", "cc", "me", "myself_too", "part"):
        return False
    first, last = clause.names[0], clause.names[-1]
    if DELEGATES.search(text, max(clause.start, first.start - REACH), first.start) is None:
        return False
    behind = text[last.end : clause.end]
    return NOTHING_SENT_BUT_THEM.match(behind) is not None and A_THING.search(behind) is None


NOTHING_SENT_BUT_THEM = late(
    r"\s*(?:$|[.,;:()!?]|(?:naar|erheen|ernaartoe|heen|af|daarheen|als|namens|op|voor|to|on|for|as)\b)", re.IGNORECASE
)


# "Els Bos gaat er nu heen, ik helaas niet meer": of the second half is the writer, who was to come
GOES_THERE = late(
    r"\b(?:gaat|gaan|komt|komen|reist|reizen|goes|comes|is going|is coming"
    r"|(?:zal|zullen|will)\b.{0,20}\b(?:er(?:bij)? zijn|be there)|is er\b|(?:is|zijn) erbij)",
    re.IGNORECASE | re.DOTALL,
)
I_DONT = late(
    r"\W*(?:(?:en|maar|and|but)\s+)?(?:ik|ikzelf|ondergetekende|I)\s+"
    r"(?:(?:helaas|dus|zelf|nu|dan|dit keer|deze keer)\s+){0,3}"
    r"(?:niet|not|don't|won't|can't|cannot|am not)(?:\s+(?:meer|langer|any more|anymore))?\s*(?:[.,;:!()–-]|\Z)",
    re.IGNORECASE,
)


def goes_without_writer(text: str, clause: Clause, following: Clause | None) -> bool:
    """Whether those whom a clause names go, and the next one says that the writer doesn't."""
    if following is None or following.aside or not clause.names or clause.asks:
        return False
    if clause.has("neg", "past", "part", "maybe", "perhaps", "if", "meant", "wavers", "i", "me", "told"):
        return False
    if I_DONT.match(text, following.start, following.end) is None:
        return False
    return GOES_THERE.search(text, clause.start, clause.end) is not None


# How somebody comes, which an "ik niet" behind it may deny as well as that the writer does
MANNER = late(
    r"\bmet (?:de |het )?(?:auto|trein|fiets|bus|ov|metro|wethouder|burgemeester)\b"
    r"|\bom (?:\d|\w+ uur\b|half)|\b's (?:och|mor|mid|av)\w+"
    r"|\b(?:vanaf|pas|eerder|later|lopend|te voet|graag|by (?:car|train|bike|bus)|at \d)\b",
    re.IGNORECASE,
)


TO_WHERE = late(r"\bnaar\b|\bto\b", re.IGNORECASE)


def denies_perhaps_how(text: str, clause: Clause, before: Clause | None, *, about_event: bool) -> bool:
    """ "Els Bos komt met de auto, ik niet", "Els Bos gaat naar Lokaal beleid, ik niet": to the event the writer may go.
    `about_event`: the clause `before` names it."""
    if before is None or not before.names or clause.names or I_DONT.match(text, clause.start, clause.end) is None:
        return False
    if before.has("i", "me", "neg") or before.end - before.start > REACH:
        return False
    how = MANNER.search(text, before.start, before.end) or before.has("part")
    return bool(how) or (not about_event and TO_WHERE.search(text, before.start, before.end) is not None)


SOMEBODY = r"(?:(?:mijn|onze|ons|zijn|haar|hun|de|collega|heer|mevrouw)\s+(?:(?!door\b|om\b)[\w-]+\s+){0,3})?"
# Right before who comes instead of whoever stays away
STANDS_IN = late(
    rf"(?:\bvertegenwoordig(?:en|d)\s+door\s+|\bwaargenomen\s+door\s+|\b(?:vervang|represented)\w*\s+by\s+"
    rf"|\b(?:krijgt|ziet|verwelkomt|begroet|ontmoet|treft)\s+(?:u|je|jij|jullie)\s+(?:(?:nu|dan|daarom|dus|wel)\s+)*"
    rf"(?:in\s+(?:mijn|zijn|haar)\s+plaats\s+)?|\b(?:u|jullie)\s+(?:krijgt|krijgen|ziet|zien|ontmoet|treft)\s+(?:(?:nu|dan|daarom|dus|wel)\s+)*"
    rf"|\bnamens\s+(?:hem|haar|hen|mij|ons|de\s+\w+)\s+(?:komt|gaat|reist|verschijnt|is)\s+(?:nu\s+|dan\s+|er\s+)?"
    rf"|\b(?:(?:hij|zij|ze|ik|wij|we)\s+(?:stuur|sturen|stuurt|zend|zendt|vaardig|vaardigt)"
    rf"|(?:stuur|sturen|stuurt|zend|zendt|vaardig|vaardigt)\s+(?:hij|zij|ze|ik|wij|we))\s+(?:nu\s+|wel\s+|daarom\s+|dus\s+)?"
    rf"|\b(?:gemeente|provincie|organisatie|fractie|afdeling|waterschap|ministerie|stichting)\s+(?:[\w'’-]+\s+)?"
    rf"(?:stuurt|zendt|vaardigt|delegeert)\s+(?:nu\s+|wel\s+|daarom\s+|dus\s+)?"
    rf"|\b(?:he|she|they|I|we)\s+(?:will\s+)?sends?\s+){SOMEBODY}\Z",
    re.IGNORECASE,
)
# Right behind them: "springt in", "heeft wel tijd"
WILL_DO = late(
    r",?\s*(?:(?:mijn|onze|een|zijn|haar)\s+[\w-]+,\s*)?(?:die\s+)?(?:"
    r"(?:zal|wil|kan|gaat)?\s*(?:hem\s|haar\s|mij\s|ons\s|dan\s|gelukkig\s|graag\s)*(?:springt|spring|valt)\s+"
    r"(?:voor\s+(?:hem|haar|mij|me|ons)\s+)?in"
    r"|(?:gaat|komt|reist|verschijnt)\s+(?:(?:nu|dan|daarom|dus|er|erheen|wel)\s+)*namens\s+(?:ons|mij|hem|haar|de\s+\w+|onze\s+\w+)"
    r"(?:\s+(?:erheen|naartoe|mee|naar\s+\w+))?"
    r"|neemt\s+(?:voor|namens)\s+(?:hem|haar|mij|me|ons)\s+waar"
    r"|neemt\s+(?:dan\s+|graag\s+|nu\s+)*(?:de\s+)?honneurs\s+waar"
    r"|neemt\s+(?:het|dit)\s+(?:stokje\s+)?(?:van\s+(?:hem|haar|mij|me)\s+)?over"
    r"|heeft\s+(?:zijn|haar|de)\s+agenda\s+(?:\w+\s+)?(?:vrijgemaakt|leeggemaakt|omgegooid)"
    r"|heeft\s+(?:zich\s+)?(?:aangeboden|bereid\s+verklaard)\s+(?:om\s+)?(?:\w+\s+)?te\s+(?:gaan|komen)"
    r"|(?:is\s+)?bereid\s+gevonden\s+(?:om\s+)?(?:\w+\s+)?te\s+(?:gaan|komen)|is\s+bereid\s+(?:om\s+)?te\s+(?:gaan|komen)"
    r"|(?:heeft|kan|is)\s+(?:gelukkig\s+|dan\s+|die\s+dag\s+)*wel\s+(?:tijd|vrij|beschikbaar|komen|gaan)"
    r")\s*[.!)]*\s*\Z",
    re.IGNORECASE,
)
HAS_TIME = late(rf"\b(?:heeft|is|kan)\s+{SOMEBODY}\Z", re.IGNORECASE)
WELL = re.compile(
    r",?\s*(?:(?:mijn|onze|een|zijn|haar)\s+[\w-]+,\s*)?(?:gelukkig\s+)?wel(?:\s+(?:tijd|vrij|beschikbaar|komen|gaan))?\s*[.!]*\s*\Z",
    re.IGNORECASE,
)

SHE = re.compile(r"\W*(?:(?:en|maar|gelukkig)\s+)?(?:zij|ze|hij|die)(?=\s)", re.IGNORECASE)

REPRESENTED = late(
    r"\b(?:laat|laten|liet|lieten)\s+(?:zich|mij|me)\s+(?:\w+\s+){0,4}?(?:vertegenwoordigen|waarnemen)\b", re.IGNORECASE
)


def is_represented(text: str, clause: Clause) -> bool:
    """ "Hij laat zich vertegenwoordigen door zijn adviseur": who that is isn't said; he stays away."""
    return not clause.names and clause.has("attend") and REPRESENTED.search(text, clause.start, clause.end) is not None


REPRESENTED_BY = late(
    r"\s(?:laat|laten)\s(?:zich|mij|me)\s(?:[\w:.-]+\s){0,6}?(?:vertegenwoordigen|vervangen|waarnemen)\sdoor\s"
    r"|\s(?:wordt|is|will be|is being|is)\s(?:[\w:.-]+\s){0,6}?(?:vertegenwoordigd|represented)\s(?:door|by)\s",
    re.IGNORECASE,
)


def represented_by(text: str, clause: Clause) -> tuple[NameFound, NameFound] | None:
    """Who stays away, and who comes, in "Wim Smit laat zich op 30 maart vertegenwoordigen door Noor Bos"."""
    if len(clause.names) != 2 or clause.asks or clause.has("neg", "maybe", "perhaps", "if", "past"):
        return None
    gone, taker = clause.names
    said = REPRESENTED_BY.search(text, gone.end, taker.start)
    return (gone, taker) if said is not None and said.start() - gone.end < REACH else None


THEY_OR_I = re.compile(r"\W*(?:(?:en|maar|daarom|dus)\s+)?(?:zij|ze|hij|die|ik)(?=\s)", re.IGNORECASE)


def are_represented(text: str, clause: Clause) -> bool:
    """ "Zij wordt vertegenwoordigd door Noor Bos", "ik laat mij vervangen door ...": of whom, others know."""
    if len(clause.names) != 1 or clause.asks or clause.has("neg", "maybe", "perhaps", "if", "past"):
        return False
    they = THEY_OR_I.match(text, clause.start, clause.end)
    return they is not None and REPRESENTED_BY.match(text, they.end(), clause.names[0].start) is not None


ARTICLE = re.compile(r"\s(?:de|onze|het|deze|die|the|our)\s", re.IGNORECASE)
NEAR = 8  # characters: " onze "


def instead_of_office(text: str, clause: Clause) -> str | None:
    """ "In plaats van de wethouder komt onze adviseur, Noor Bos": whose place it is, by the office."""
    if len(clause.names) != 1 or clause.asks or clause.has("neg", "maybe", "perhaps", "if", "past", "part"):
        return None
    for cue in (cue for cue in clause.cues if cue.kind == "instead"):
        office = next((c for c in clause.cues if c.kind == "person" and 0 < c.start - cue.end <= NEAR), None)
        between = office is not None and ARTICLE.fullmatch(text, cue.end, office.start) is not None
        if office is not None and between and office.end + 1 != clause.names[0].start:
            return text[office.start : office.end].casefold()
    return None


# "Hij hecht eraan dat Deventer vertegenwoordigd is": by whom, another sentence says
SOMEBODY_GOES = late(
    r"\b(?:dat|that)\s+(?:[\w-]+\s+){1,5}?"
    r"(?:vertegenwoordigd\s+(?:is|wordt|zijn|worden|blijft|zal zijn)|(?:is|be)\s+represented)\b",
    re.IGNORECASE,
)


def wants_somebody_there(text: str, clause: Clause) -> bool:
    """Whether a clause only says that a place or an office is to be represented."""
    return (
        not clause.names and clause.has("attend") and SOMEBODY_GOES.search(text, clause.start, clause.end) is not None
    )


def stands_in(text: str, clause: Clause) -> bool:
    """Whether the one whom a clause names comes for somebody of whom it was said that they don't: "Hij laat zich
    vertegenwoordigen door Wim Smit", "Wim Smit neemt voor mij waar", "Gelukkig heeft Wim Smit wel tijd"."""
    if len(clause.names) > 1 or clause.asks or clause.has("neg", "maybe", "perhaps", "part", "past", "if"):
        return False
    if not clause.names:
        pronoun = SHE.match(text, clause.start, clause.end)
        return pronoun is not None and WILL_DO.match(text, pronoun.end(), clause.end) is not None
    (name,) = clause.names
    before = max(clause.start, name.start - REACH)
    if STANDS_IN.search(text, before, name.start) and NOTHING_SENT_BUT_THEM.match(text, name.end, clause.end):
        return True
    if HAS_TIME.search(text, before, name.start) and WELL.match(text, name.end, clause.end):
        return True
    return WILL_DO.match(text, name.end, clause.end) is not None
