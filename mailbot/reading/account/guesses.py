"""What is only guessed or hoped in a clause: the coming itself, or something else about that day.

"Ik kom waarschijnlijk wel" and "ik hoop dat ik vrij krijg" leave the coming open; "waarschijnlijk neem ik folders mee",
"dat blijf ik voorlopig ook" and "ik hoop dat ik op tijd ben" don't.
"""

from mailbot.reading.account.cue_senses import coming_cues
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.cues import Cue

ENDING = 3  # characters of a full stop and the space behind it
SHORT = 24  # characters: "Ik waarschijnlijk ook."
AT_STAKE = frozenset({"at_stake", "absent", "unable", "self_not", "cancel", "replace", "swap", "unmissed", "companion"})
OWN_ABSENCE = frozenset({"stays", "away"})  # of somebody else who doesn't come: that leaves nothing open
OURSELVES = ("i", "me", "mine", "we", "us")


def harmless_guesses(clause: Clause) -> list[Cue]:
    """The guesses and hopes in that clause that are about something else than coming."""
    if not clause.has("guess", "hope") or clause.names or clause.end - clause.start <= SHORT:
        return []
    own = clause.has(*OURSELVES)
    coming = coming_cues(clause)
    at_stake = [c for c in clause.cues if c.kind in AT_STAKE or (own and c.kind in OWN_ABSENCE) or c in coming]
    # "maar weet het nog niet zeker": nothing stands behind it, so it is about what was said before
    last = clause.end - ENDING
    return [
        cue
        for cue in clause.cues
        if cue.kind in ("guess", "hope") and not _is_about(cue, at_stake) and (cue.kind == "guess" or cue.end < last)
    ]


def _is_about(guess: Cue, at_stake: list[Cue]) -> bool:
    """A guess is about all of its clause, a hope about what stands behind it."""
    return any(cue.end > guess.end or (guess.kind == "guess" and cue.start < guess.start) for cue in at_stake)
