"""Whether a word of a title means the workshop, and not what it is about."""

import re
from functools import cache

from mailbot.reading.lexicon import words
from mailbot.reading.text.clauses import Clauses
from mailbot.reading.text.fold import any_of, pattern_of
from mailbot.reading.workshops.sign import Sign

GLADLY = re.compile(r"\W*(?:dus\s|dan\s)?graag\s(?:de\s|het\s)?[\"']?")
ALONE = re.compile(r"\W*(?:(?:de|het|the|voor|bij|naar)\s)*[\"']?")
ENDS = re.compile(r"[\"']?\s?(?:$|[.,;!\n])")
TALK_OF = re.compile(
    r"\b(?:praten|praat|bijpraten|spreken|spreek|gesprek\w*|discuss\w+|vragen|nota|project|onderzoek|talk\w*)\s(?:\w+\s){0,3}?(?:over|about|on)\s[\"']?$"
)
OWN_NEW = re.compile(
    r"\b(?:ons|onze|our)\s(?:nieuwe?|huidige?|toekomstige?|aangepaste?|bestaande?|new|current)\s[\"']?$"
)
TALK_TO = re.compile(
    r"\b(?:talk|speak|chat|meet|praten|spreken|bijpraten|kletsen)\s(?:up\s)?(?:to|with|met)\s(?:(?:ms|mr|mrs|dr|prof)\.?\s)?$"
)
CERTAIN = re.compile(r"\b(?:de|die|het|dat|jullie|uw|the|that|your)\s[\"']?$")
SHORT = 8  # letters: a shorter part of a title is an everyday word


def means_workshop(sign: Sign, clauses: Clauses, *, placed: bool, about_workshops: bool) -> bool:
    """Whether that word does. `placed`: a round is told for it, or that any will do. `about_workshops`: its sentence,
    or the one before, speaks of them."""
    text = clauses.text
    if not sign.sure and _other_local().match(text, sign.end):
        return False  # "the day on local government", "raadslid voor de lokale partij"
    if not sign.sure and OWN_NEW.search(text, max(0, sign.start - 24), sign.start):
        return False  # "gesprekken over ons nieuwe lokale antidiscriminatiebeleid"
    if not sign.numbered and TALK_TO.search(text, max(0, sign.start - 40), sign.start):
        return False  # "I'd like to speak to Ms Okafor after the morning session"
    if sign.sure or (placed and (sign.ordinal or not sign.numbered)):
        return True
    sentence, end = clauses.sentence_at(sign.start)
    if TALK_OF.search(text, max(sentence, sign.start - 50), sign.start):
        return False  # "om met mensen te praten over vooroordelen"
    if _somebodys().search(text, max(sentence, sign.start - 12), sign.start):
        return False  # "ons lokale beleid"
    if not sign.numbered and _worked_on().match(text, sign.end):
        return False  # "die bij ons het antidiscriminatiebeleid schrijft"
    if sign.end - sign.start < SHORT and not sign.numbered:
        about_workshops = False  # "lokaal", "beleid": in a sentence about workshops it can be something else
    near = _near_word().search(text, max(sentence, sign.start - 40), min(end, sign.end + 24))
    going = _going().search(text, max(sentence, sign.start - 60), sign.start)
    put_there = _put_me().search(text, max(sentence, sign.start - 40), sign.start)
    wished = put_there or (sign.end - sign.start >= SHORT and _gladly().match(text, sign.end, end))
    doing = _doing().search(text, max(sentence, sign.start - 60), sign.start) and _done().match(text, sign.end)
    long = sign.end - sign.start >= SHORT
    before = GLADLY.fullmatch(text, sentence, sign.start) or (long and ALONE.fullmatch(text, sentence, sign.start))
    alone = bool(before) and ENDS.match(text, sign.end)  # "Graag lokaal beleid.", "Muurvarens."
    headed = not text[sentence : sign.start].strip() and _gladly_alone().match(text, sign.end)
    there = _there().search(text, max(sentence, sign.start - 16), sign.start) and _i_will().match(text, sign.end)
    told = _called_so(sign, text, sentence) or near or going or there or doing or wished or alone or headed
    return bool(told) or about_workshops or _pointed_at(sign, clauses)


def _called_so(sign: Sign, text: str, sentence: int) -> bool:
    """ "Die delier les lijkt me wel wat": a certain one, by its subject."""
    if not _kind_behind().match(text, sign.end):
        return False
    return CERTAIN.search(text, max(sentence, sign.start - 10), sign.start) is not None


@cache
def _kind_behind() -> re.Pattern[str]:
    return re.compile(rf"[\"']?[\s-](?:{any_of(words('choices', 'compound'))})(?!\w)")


def _pointed_at(sign: Sign, clauses: Clauses) -> bool:
    sentence, _ = clauses.sentence_at(sign.start)
    return bool(_pointing().search(clauses.text[max(sentence, sign.start - 60) : sign.start]))


@cache
def _somebodys() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words('choices', 'somebodys'))})\s[\"']?$")


@cache
def _worked_on() -> re.Pattern[str]:
    """Behind what somebody makes or does at work."""
    return re.compile(rf"[\"']?\s(?:(?:mee|zelf|hier|nu)\s)?(?:te\s)?(?:{any_of(words('choices', 'works_on'))})(?!\w)")


@cache
def _other_local() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{any_of(words('choices', 'other_local'))})\b")


@cache
def _going() -> re.Pattern[str]:
    """ "Ik wil graag ook naar", right before a workshop."""
    verbs, fillers = any_of(words("choices", "going_verbs")), any_of(words("choices", "going_fillers"))
    return re.compile(
        rf"\b(?:{verbs})(?:\s(?:{fillers})){{0,6}}\s(?:{any_of(words('choices', 'going_to'))})\s(?:workshop\s)?[\"']?$"
    )


@cache
def _there() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words('choices', 'going_to'))})\s(?:workshop\s)?[\"']?$")


@cache
def _i_will() -> re.Pattern[str]:
    """ "Bij het Gilde wil ik graag", "naar lokaal beleid gaan wij"."""
    verbs = any_of(words("choices", "going_verbs"))
    return re.compile(rf"[\"']?\s(?:{verbs})\s(?:ik|we|wij|i)(?!\w)")


@cache
def _gladly_alone() -> re.Pattern[str]:
    """ "Smeden graag!", in a sentence of its own."""
    return re.compile(rf"[\"']?,?\s(?:{any_of(words('choices', 'pleases'))})\s?(?:$|[.!\n])")


@cache
def _doing() -> re.Pattern[str]:
    """ "Ik wil graag leren", right before what one does there: "smeden"."""
    verbs, fillers = any_of(words("choices", "going_verbs")), any_of(words("choices", "going_fillers"))
    return re.compile(rf"\b(?:{verbs})(?:\s(?:{fillers}|leren|proberen|komen|gaan)){{0,6}}\s(?:(?:het|een)\s)?$")


@cache
def _done() -> re.Pattern[str]:
    """ "Smeden", and no more; "manden vlechten in de middag"; "brood bakken meemaken"."""
    placed, taking = any_of(words("choices", "placed_by")), "leren|doen|volgen|proberen|meemaken|bijwonen|maken"
    return re.compile(rf"[\"']?(?:\s\w{{2,}}en)?(?:\s(?:{taking})){{0,2}}(?=\s?(?:$|[.,;!)\n])|\s(?:{placed})\b)")


@cache
def _gladly() -> re.Pattern[str]:
    """ "Lokaal beleid graag", "Vooroordelen lijkt me leuk": right behind it."""
    pleases = any_of(words("choices", "pleases"))
    return re.compile(rf"[\"']?\s(?:{pleases})(?=\s?(?:$|[.,;!)\n])|\s(?:{any_of(words('choices', 'placed_by'))})\b)")


@cache
def _put_me() -> re.Pattern[str]:
    """ "Doe mij dan maar", right before it."""
    puts, small = any_of(words("choices", "puts_me")), any_of(words("choices", "so_then"))
    return re.compile(rf"(?<!\w)(?:{puts})\s(?:(?:{small})\s){{0,4}}[\"']?$")


@cache
def _near_word() -> re.Pattern[str]:
    return pattern_of((*words("choices", "workshop"), *words("choices", "taking")))


@cache
def _pointing() -> re.Pattern[str]:
    pointing, about = any_of(words("choices", "pointing")), any_of(words("choices", "about"))
    return re.compile(rf"(?<!\w)(?:{pointing})\s(?:\w+\s){{0,3}}?(?:{about})\s(?:[\w-]+\s){{0,5}}[\"']?$")
