"""What a hesitation is about: the coming itself, a wish ("halal graag als het kan"), or a choice of workshops.

Only the first is a reason to ask.
"""

import re

from mailbot.reading.account.stance import coming_cues, unsure_cues
from mailbot.reading.details import diets, needs
from mailbot.reading.letter.clauses import Clause


def is_of_a_wish(text: str, clause: Clause) -> bool:
    """ "Ben aanwezig de 30e, halal eten graag als het kan": the doubt stands behind a wish, the coming before it."""
    unsure = unsure_cues(clause)
    said = [cue.end for cue in coming_cues(clause) if unsure and cue.end <= unsure[0].start]
    if not said:
        return False
    between = text[said[-1] : unsure[0].start]
    wishes = (*diets(between), *needs(between))
    return bool(wishes) and not any(GOES_TO.search(between[: wish.start]) for wish in wishes)


def is_of_something_to_have(words: str) -> bool:
    """ "Als het kan vegetarisch.", "Als er een ringleiding is.": a wish, whatever becomes of it."""
    return bool(diets(words) or needs(words))


GOES_TO = re.compile(
    r"\b(?:naar|to)\s+(?:(?:de|een|the|a)\s+)?$", re.IGNORECASE
)  # "ik kom naar de halal lunch als ..."
