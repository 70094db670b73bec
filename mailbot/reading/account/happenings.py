"""What comes, or came, and is no attendance: "hij zegde toe dat er een plan komt", "dan kon ze komen kijken"."""

import re

from mailbot.reading.account.cue_senses import coming_cues
from mailbot.reading.account.people_words import PEOPLE
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.text.late import late

# "... dat er voor de zomer een plan van aanpak komt"
THERE = re.compile(r"\b(?:dat|of|als|omdat|zodat|zodra|wanneer|that|whether|if) (?:er|there)\b", re.IGNORECASE)
HAPPENS = re.compile(r"(?:kom|komt|komen|kwam|kwamen|comes?|coming)\b", re.IGNORECASE)
PEOPLE_OR_GROUP = (*PEOPLE, "also_group", "party")
# "dan kon ze zo komen kijken": told of a day that is over
ONCE = late(
    r"\b(?:kon|konden|mocht|mochten|moest|moesten) (?:hij|zij|ze)\b"
    r"|\b(?:hij|zij|ze) (?:kon|konden|mocht|mochten|moest|moesten)\b",
    re.IGNORECASE,
)

# "he attended your previous one"
ATTENDED = late(
    r"\b(?:hij|zij|ze|he|she|they) (?:(?:zelf|ook|also|once|already) )?"
    r"(?:(?P<over>attended|bezocht|bezochten)|came|joined|went|kwam|kwamen|ging|gingen)\b",
    re.IGNORECASE,
)


def only_happens(text: str, clause: Clause, *, about_event: bool) -> bool:
    """Whether the coming in that clause is of a thing, or was of some other time."""
    coming = coming_cues(clause)
    if not coming or any(cue.kind == "enrol" for cue in coming) or clause.has("me", "us", "with_me", "seat"):
        return False
    there = THERE.search(text, clause.start, clause.end)
    if there and all(cue.start >= there.end() and HAPPENS.match(text, cue.start) for cue in coming):
        named = any(name.start >= there.end() for name in clause.names)
        return not named and not any(cue.kind in PEOPLE_OR_GROUP and cue.start >= there.end() for cue in clause.cues)
    once = ATTENDED.search(text, clause.start, clause.end)
    if once and (once["over"] or not about_event) and not clause.has("told", "talked", "i", "we"):
        return True
    told = clause.has("told", "talked") and not (about_event or clause.names or clause.has("i", "we", "neg"))
    return told and ONCE.search(text, clause.start, clause.end) is not None
