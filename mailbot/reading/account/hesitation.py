"""What a hesitation is about: the coming itself, a wish ("halal graag als het kan"), or a choice of workshops.

Only the first is a reason to ask, and where it is a mere condition nobody comes by it.
"""

import re

from mailbot.reading.account.cue_senses import coming_cues
from mailbot.reading.account.reservations import is_doubtful, is_mere_interest, unsure_cues
from mailbot.reading.account.subjects import depends_on_somebody, is_conditional, is_wondered
from mailbot.reading.account.talk import Talk
from mailbot.reading.details import diets, needs
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.names.people import Person
from mailbot.reading.text.late import late

BY_TRAIN = re.compile(
    r"\b(?:met (?:de|het|mijn) (?:trein|auto|fiets|bus|ov|openbaar vervoer|tram|metro)|per (?:trein|auto|fiets|bus|ov)"
    r"|op de fiets|te voet|lopend|by (?:train|car|bus|bike)|take the (?:train|car|bus))\b",
    re.IGNORECASE,
)
# "Of ik mee-eet", "whether I'll stay for lunch"
WONDERED = late(r"\b(?:of|whether|if)\s(?:ik|wij|we|i)\s?(?P<what>[^,.;:?!]*)", re.IGNORECASE)
MEAL = late(
    r"\b(?:mee-?(?:eet|eten|lunch\w*|borrel\w*)|lunch|lunchen|(?:blijf|blijven|kom|komen) (?:eten|lunchen|borrelen)|eat"
    r"|stay for (?:lunch|drinks|dinner)|have lunch)\b",
    re.IGNORECASE,
)
THEMSELVES = late(
    r"\b(?:meldt|melden|schrijft|schrijven|geeft|geven) "
    r"(?:(?:hij|zij) (?:of|/) (?:hij|zij)|hij|zij|ze|die|deze|hij/zij|zij/hij) zich\b",
    re.IGNORECASE,
)
FOR_NOW = re.compile(r"voorlopig|tijdelijk|for now|for the time being", re.IGNORECASE)
PART_OF_DAY = re.compile(r"\b(?:voor|na|tot|tijdens|vanaf|before|after|until|till|from)\b", re.IGNORECASE)
GOES_TO = re.compile(r"\b(?:naar|to)\s+(?:(?:de|een|the|a)\s+)?$", re.IGNORECASE)  # "naar de halal lunch als ..."


def is_put_off(talk: Talk, clause: Clause, others: list[Person]) -> bool:
    """Whether a coming is only supposed, or somebody else's to decide; doubts are noted. `others`: who would come."""
    if others and is_wondered(talk.text, clause):
        talk.account.unclear += [person for person in others if not person.comes]
        return True
    conditional = is_conditional(talk.text, clause)
    if conditional and talk.passed_on and clause.has("you"):
        return False  # "als jij het goed vindt": who passes it on does
    of_writer = clause.has("i", "me")
    if conditional and not (of_writer or clause.names) and _see_to_it(talk, clause):
        return True
    if conditional and clause.has("you") and not of_writer:
        return True  # "als je ook gaat": said to a colleague who reads along
    if is_doubtful(clause) and others and clause.has("he") and not of_writer:
        talk.account.unclear += others  # "overweegt nog of zij komt": perhaps; the next words may tell
        return True
    wish = is_of_a_wish(talk.text, clause) or is_of_a_meal(talk.text, clause)
    doubtful = is_doubtful(clause) and not (wish or is_of_the_way(talk, clause))
    depends = depends_on_somebody(talk.text, clause)
    aside = _is_of_a_choice(talk, clause) or is_of_the_way(talk, clause) or is_of_a_meal(talk.text, clause)
    if depends or (conditional and not aside) or (doubtful and not is_mere_interest(clause)):
        talk.account.doubt("condition")
    elif doubtful:
        talk.account.interested = True
    return conditional and not of_writer


def _see_to_it(talk: Talk, clause: Clause) -> bool:
    """ "Mocht een collega zich willen aansluiten, dan meldt hij of zij zich zelf"."""
    return THEMSELVES.search(talk.text, clause.end, talk.sentence[1]) is not None


def _is_of_a_choice(talk: Talk, clause: Clause) -> bool:
    """ "If places per workshop are limited, put me down for ...", after "I would love to come"."""
    return talk.roster.writer is not None and talk.roster.writer.comes and clause.has("part")


def is_of_the_way(talk: Talk, clause: Clause) -> bool:
    """ "Als het regent kom ik met de trein", after "ik kom graag"."""
    comes = talk.roster.writer is not None and talk.roster.writer.comes
    return comes and BY_TRAIN.search(talk.text, clause.start, clause.end) is not None


def is_of_a_wish(text: str, clause: Clause) -> bool:
    """ "Ben aanwezig de 30e, halal eten graag als het kan": the doubt stands behind a wish, the coming before it."""
    unsure = unsure_cues(clause)
    said = [cue.end for cue in coming_cues(clause) if unsure and cue.end <= unsure[0].start]
    if not said:
        return False
    between = text[said[-1] : unsure[0].start]
    wishes = (*diets(between), *needs(between))
    return bool(wishes) and not any(GOES_TO.search(between[: wish.start]) for wish in wishes)


def is_of_a_meal(text: str, clause: Clause) -> bool:
    """ "Of ik mee-eet weet ik nog niet", "of ik met de trein kom": who eats there, or travels so, comes. Nor "tegen de
    lunch zeg ik geen nee, mits zonder lactose"."""
    unsure = [*unsure_cues(clause), *(cue for cue in clause.cues if cue.kind == "reserve")]
    if unsure and any(cue.kind == "own_food" and cue.start >= unsure[-1].end for cue in clause.cues):
        return True  # "Als dat niet lukt, neem ik zelf brood mee"
    wondered = WONDERED.search(text, clause.start, clause.end)
    if wondered is not None:
        said = wondered["what"]
        return bool(MEAL.search(said) or BY_TRAIN.search(said)) and not PART_OF_DAY.search(said)
    return clause.has("part") and bool(unsure) and all(_is_of_a_diet(text[cue.end : clause.end]) for cue in unsure)


def is_of_food_for_now(text: str, clause: Clause) -> bool:
    """ "Ik mag voorlopig ook geen lactose": for how long, and not whether."""
    told = [cue for cue in clause.cues if cue.kind == "reserve"]
    if coming_cues(clause) or not told or not all(FOR_NOW.fullmatch(text, cue.start, cue.end) for cue in told):
        return False
    return bool(diets(text[clause.start : clause.end]))


def _is_of_a_diet(said: str) -> bool:
    """Whether a diet is all that those words are: not so "mits er halal eten is"."""
    found = diets(said)
    return len(found) == 1 and not (said[: found[0].start] + said[found[0].end :]).strip(" .!,;\n")


def is_of_something_to_have(words: str) -> bool:
    """ "Als het kan vegetarisch.", "Als er een ringleiding is.": a wish, whatever becomes of it."""
    return bool(diets(words) or needs(words))
