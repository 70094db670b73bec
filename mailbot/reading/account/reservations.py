"""Does a clause say "perhaps", or make a reservation? And is that one about coming at all?

What such a hesitation is about otherwise, a wish or a choice, is told apart in hesitation.py.
"""

import re

from mailbot.reading.account.cue_senses import coming_cues
from mailbot.reading.account.guesses import harmless_guesses
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.cues import Cue
from mailbot.reading.text.late import late

# "Mijn chef vindt het goed, zolang ik maar verslag doe": what the writer does in return, and nothing that is open
IN_RETURN = late(
    r"\b(?:zolang|als|mits|indien|as long as|provided(?: that)?|if|so long as)\s(?:ik|we|wij|i)\s"
    r"(?:[^\s.;:?!]+\s){0,8}?"
    r"(?:verslag\w*|bijpraat|bijpraten|vertel|vertellen|terugkoppel\w*|koppel|rapporteer|rapporteren|deel|delen|presenteer"
    r"|overbreng|stukje|blogje|samenvatting|report|tell|share|brief|write)\b"
    r"(?![^.;:?!]*\b(?:af|klaar|gereed|op tijd|ingeleverd|afkrijg|done|finished|in time|ready)\b)",
    re.IGNORECASE,
)
LEAVE = late(
    r"\b(?:vindt? (?:het|dit|dat)|vindt (?:mijn|onze|\w+) (?:[\w-]+ )?(?:het|dit|dat)"
    r"|akkoord|toestemming|groen licht"
    r"|mag (?:het|dat|ik)|mocht (?:het|ik)|goedgekeurd|fine|ok|okay|happy"
    r"|agree[sd]?|approve[sd]?|lets? me|allow(?:s|ed))\b",
    re.IGNORECASE,
)
LEAVE_BEFORE = 80  # characters
FRAGMENT = 2  # cues: "Onder voorbehoud!"


def is_doubtful(clause: Clause) -> bool:
    """Whether a "perhaps" stands here that isn't part of a phrase without doubt ("zoveel mogelijk")."""
    if not clause.has("interest", "maybe"):
        return False
    sure = [cue for cue in clause.cues if cue.kind == "surely"]
    interest = [c for c in clause.cues if c.kind == "interest" and not any(o.start <= c.start < o.end for o in sure)]
    if interest and not clause.has("hereby") and not (clause.has("enrol") and clause.has("me")):
        return True  # "ik heb interesse om te komen"
    return bool(unsure_cues(clause))


ABOUT_SOMEBODY = ("i", "me", "we", "us", "he", "him", "attend", "goes", "stays", "enrol")
OF_DOUBT = ("reserve", "maybe", "perhaps", "wavers", "hope", "neg")  # what tells no more than that there is one


def is_in_return(text: str, start: int, end: int) -> bool:
    """Whether the condition there only tells what the writer does for the leave they have."""
    found = IN_RETURN.search(text, start, end)
    return found is not None and LEAVE.search(text, max(0, found.start() - LEAVE_BEFORE), found.start()) is not None


def is_mere_interest(clause: Clause) -> bool:
    """Whether all that is doubtful there is the word: "ik ben geïnteresseerd om te komen"."""
    return clause.has("interest") and not clause.has("if") and not unsure_cues(clause)


def unsure_cues(clause: Clause) -> list[Cue]:
    """The "perhaps" in a clause that aren't part of a phrase without doubt."""
    sure = [cue for cue in clause.cues if cue.kind == "surely"]
    return [c for c in clause.cues if c.kind == "maybe" and not any(o.start <= c.start < o.end for o in sure)]


def is_reserved(clause: Clause) -> bool:
    """Whether a reservation stands here that isn't part of a phrase without doubt ("waarschijnlijk met de trein"), nor
    one about something else than coming ("waarschijnlijk neem ik folders mee")."""
    if not clause.has("reserve"):
        return False
    sure = [cue for cue in clause.cues if cue.kind == "surely"]
    elsewhere = harmless_guesses(clause)
    if not (clause.names or clause.has("i", "me", "we", "us")):
        elsewhere = [*elsewhere, *(c for c in clause.cues if c.kind == "by_themselves")]  # "en melden zich dan zelf"
    return any(
        cue.kind == "reserve"
        and not any(o.start <= cue.start < o.end for o in sure)
        and not any(o.start <= cue.start and cue.end <= o.end for o in elsewhere)
        for cue in clause.cues
    )


def is_told_of_details(clause: Clause) -> bool:
    """ "Zij laat zelf nog weten welke workshop ze kiest": who comes will tell it; not so "meldt zich zelf aan"."""
    return clause.has("details_later") and not clause.has("enrol", "enrol_noun")


NAMES = re.compile(r"naam|namen|name|wie\b|who\b", re.IGNORECASE)
# "Wij hopen dat dit nog te regelen valt": by whoever reads
TO_BE_DONE = re.compile(r"\b(?:dit|dat|het)\b[^.;!?]{0,40}\bnog te regelen\b", re.IGNORECASE)


def tells_no_names_later(text: str, clause: Clause) -> bool:
    """ "Haar workshopkeuze volgt nog": what will be told later is no name, where nobody without one is spoken of."""
    if clause.has("party", "counts") or any(
        cue.kind == "tba" and NAMES.search(text, cue.start, cue.end) for cue in clause.cues
    ):
        return False
    return clause.has("details_later") or TO_BE_DONE.search(text, clause.start, clause.end) is not None


def is_of_a_part(text: str, clause: Clause) -> bool:
    """ "Zet mij maar op de lijst, met halal lunch als dat lukt": what it depends on is the lunch, behind its comma."""
    doubtful = [cue for cue in clause.cues if cue.kind == "reserve"]
    for cue in doubtful:
        comma = text.rfind(",", clause.start, cue.start)
        piece = [c for c in clause.cues if comma < c.start < cue.start] if comma >= 0 else []
        if not any(c.kind == "part" for c in piece) or any(c.kind in ABOUT_SOMEBODY for c in piece):
            return False
    return bool(doubtful)


def is_for_whoever(clause: Clause) -> bool:
    """ "Wellicht kunt u er iemand van de wachtlijst blij mee maken": who leaves is in no doubt, only who comes then."""
    own = clause.has("i", "me", "we", "us", "he", "him", "mine")
    return clause.has("anyone") and not clause.names and not own


def is_about_coming(clause: Clause) -> bool:
    """Whether a reservation in that clause is one about coming: not about a round, nor about nobody in particular."""
    if clause.has("part") and not coming_cues(clause):
        return False
    said = [cue for cue in clause.cues if cue.kind not in OF_DOUBT]
    if coming_cues(clause) or clause.names or len(said) <= FRAGMENT:
        return True
    return clause.has("i", "me", "we", "us", "he", "person", "seat", "enrol_noun")
