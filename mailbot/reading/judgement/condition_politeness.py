"""What looks like a condition and is none: politeness, a diet, how somebody travels, another time.

"Als het mag", "mocht u vragen hebben", "vindt u het goed, dan ...", "als er soep is, sla ik die over". Who is let in at
all is no politeness, whoever says it.
"""

import re

from mailbot.reading.details import diets, needs
from mailbot.reading.text.late import late

# A main clause of its own: "als bestuurslid wil ik graag komen"
SPOKEN = late(r"\b(?!(?:als|indien|wanneer|dat|if|when|of|waar|die)\s)\w+\s(?:ik|wij|we)\b")
POLITE = late(
    r"[\s(,]*(?:\w+\s+)?(?:als|indien|mits|wanneer|mocht|if)\s+"
    r"(?:(?:het|dat|dit|it|that)\s+(?:(?:nog|ook|even|wel|zo|niet|te|al|allemaal|in orde|goed|laat|veel|moeite|gevraagd"
    r"|inderdaad|juist|op prijs|gesteld|geen|bezwaar|probleem"
    r"|still|not|too|late|ok|okay|alright|all|right|fine|possible)\s+)*"
    r"(?:kan|mag|is(?=\s*(?:,|\Z|(?:en|dan|\w+\s(?:ik|wij|we))\b))|kunnen|lukt|lukken|past|schikt|uitkomt|mogelijk|klopt|kloppen|wordt|zijn|works)\b"
    r"|(?:it|that)\s+is\s+(?:still\s+|not\s+)?(?:possible|fine|ok|okay|alright|all right|too late|convenient)\b"
    r"|i may(?=,)|(?:u|je|jij|jullie|men|you)\b|mogelijk\b|possible\b|er\s+(?:nog|al|iets|vragen|wat)\b|nodig\b"
    r"|gewenst\b|needed\b|(?:ik|we|wij|i)\s+(?:\w+\s+){0,4}"
    r"(?:begrijp|begrepen|lees|gelezen|zie|vergis|tijd ben|laat ben|tel|hoor|am not mistaken)\b"
    r"|(?:ik|we|wij)\s+(?:(?:het|dat|dit|u|je|jullie|me|mij|tenminste|goed|juist|wel|niet)\s+){1,4}"
    r"(?:(?:begrepen|verstaan|gelezen|onthouden|vergist|mis)\s+)?heb\b)"
)
# "Sta ik er nog niet op, schrijf me dan in": that is looked up
ON_THE_LIST = r".*\b(?:lijst|overzicht|list|aangemeld|ingeschreven|genoteerd|geregistreerd|(?:niet|al)\sop)\b"
# "Vindt u het goed, dan schrijf ik mij in"
POLITELY = re.compile(
    r"(?:u|jullie|je|jij|het|you|it)\s(?:\w+\s)?(?:goed|prima|akkoord|ok|oké|best|fijn|fine|okay)\b"
    rf"|er\snog\s(?:\w+\s)?(?:ruimte|plek|plekje|plekken|plaats|plaatsen)\b|{ON_THE_LIST}"
)
# "Mocht u vragen hebben", "als er iets is"
ASKS_NOTHING = re.compile(
    r"(?:u|jullie|je|jij|you|iets|there|er\s(?:nog\s)?(?:iets|iemand|vragen|wat|meer|onduidelijk\w*))\b"
    rf"|{ON_THE_LIST}"
)
OF_A_PART = re.compile(r"\b(?:workshops?|rondes?|rounds?|lunch|borrel)\b")
# Who is let in at all is no politeness, whoever says it
LET_IN = late(
    r"\b(?:welkom|toegelaten|toegankelijk|toegestaan|bedoeld|openstaat|opengesteld|open (?:is|staat)|welcome|allowed"
    r"|eligible|open to|admitted|meemag|meemogen"
    r"|(?:mag|mogen)\b[^.?!]{0,40}\b(?:komen|mee|bijwonen|deelnemen|aanschuiven))\b"
)
# "Mocht er ooit een tweede editie komen, dan meld ik mij als eerste"
ANOTHER_TIME = re.compile(
    r"\b(?:ooit|nog eens|nogmaals|volgend jaar|volgende keer|andere keer|vervolg\w*|herhaling|herhaald|tweede editie"
    r"|nieuwe editie|volgende editie|later dit jaar|another time|next time|next year|follow-up|second edition)\b"
)
# "Als er soep is, sla ik die over"
OF_WHAT_THERE_IS = re.compile(r"er\s(?:\w+\s){1,3}(?:is|zijn|staat|ligt)\b")
THAT_THING = re.compile(r"\b(?:die|dat|ze|them|that)\b")
# "Ik kom als de NS meewerkt", "iets later, als de kinderen naar school zijn"
BY_TRAIN = re.compile(
    r"\b(?:ns|trein\w*|spoor\w*|files?|beetje meewerk\w*|later|eerder|kunt u|kun je|kunnen jullie|could you"
    r"|op tijd(?! (?:terug|klaar|vrij|weer|beter|hersteld|genezen|thuis|rond)))\b"
)


def is_polite(found: re.Match[str]) -> bool:
    """Whether a half sentence that begins with a conjunction is politeness, or none: a main clause, a diet."""
    half = found["half"]
    if LET_IN.search(half):
        return False
    if POLITE.match(found[0]) or ASKS_NOTHING.match(half) or SPOKEN.search(half) or BY_TRAIN.search(half):
        return True
    return is_of_something_else(found)


def asks_leave(found: re.Match[str]) -> bool:
    """ "Vindt u het goed, dan ...", "is er nog plek, dan ...", "sta ik er nog niet op, dan ..."."""
    half = found["half"]
    return bool(POLITELY.match(half) or OF_A_PART.search(half) or ANOTHER_TIME.search(half) or diets(half))


def is_of_something_else(found: re.Match[str]) -> bool:
    """Whether it is of a round, a diet, another time: "als er soep is, sla ik die over"."""
    half = found["half"]
    if OF_A_PART.search(half) or ANOTHER_TIME.search(half) or diets(half) or needs(half):
        return True
    return bool(OF_WHAT_THERE_IS.match(half) and THAT_THING.search(found["then"]))
