"""The shapes of a sentence in which something hangs on something else.

A conjunction and its half sentence ("als ik koortsvrij ben, dan ..."), a verb that comes first ("blijft zij hoesten,
dan ..."), the answer to what was just asked ("zo ja: ..."), "anders", "zonder tolk"; or the half at a sentence's end.
Each is tried on folded text; `half` is what hangs, `then` what follows. Which are conditions is conditions.py's.
"""

import re
from functools import cache

from mailbot.reading.lexicon.phrase_book import PhraseBook

PHRASES = PhraseBook("conditions")
LEAD = r"[\s(,]*(?:(?:maar|en|want|but|and|so)\s+)?"
VERB = (
    r"(?:ben|bent|is|zijn|was|blijf|blijft|blijven|heb|hebt|heeft|hebben|kan|kun|kunnen|mag|mogen|meemag|moet|moeten|wil"
    r"|willen|word|wordt|worden|ga|gaat|gaan|meegaat|kom|komt|komen|meekomt|doe|doet|krijg|krijgt|krijgen|vind|vindt|vinden"
    r"|lukt|past|rijdt|rijden|zeggen|geven|lukken|welkom|bedoeld)"
)
SUBJECT = (
    r"(?:ik|hij|zij|ze|we|wij|het|dat|dit|er|de|mijn|onze|ons|zijn|haar|die|deze|niemand|iemand|i|he|she|we|it|my|our)"
)
NO_TOWN = r"(?<!\bvan\s)(?<!\bin\s)(?<!\bte\s)(?<!\bbij\s)(?<!\buit\s)"  # "als de griffier van Utrecht kom ik"
# With a verb at its end: not so "als raadslid", "als inwoner van Lelystad", "als raadsleden die ermee te maken hebben"
HALF = (
    rf"(?:{SUBJECT}\s(?:[^,?]{{3,120}}?\b)?(?:{VERB}|{NO_TOWN}\w{{3,}}(?:[td]|en))"
    rf"|(?!\w+\s(?:die|wie)\b)[^,?]{{3,120}}?\b{VERB}(?:\s(?:van|uit|met|op)\s\w+)?"
    rf"(?=,|\s(?:dan|then)\b|\s\w+\s(?:ik|wij|we|hij|zij|ze)\b))"
)
# Between the halves; without a mark the second's verb and subject follow at once, as in no "als raadslid wil ik"
SECOND = (
    r"(?:,\s(?:en\s[^,?]{1,60},\s)?(?:dan\s|then\s)?|\s(?:dan|then)\s|\s(?=\w+\s(?:ik|wij|we|hij|zij|ze|i)\b)"
    r"|\s(?=(?:he|she|they)\s(?:comes?|will|can|joins?|attends?)\b))"
)
# "Zo ik begrijp", "zo de Heer wil"
NOT_AS_I_SAY = (
    r"(?!ik\s(?:\w+\s)?(?:begrijp|begreep|zei|zeg|hoorde|las|lees|hoor|zie|zag|meen|al)\b|de heer(?:e)?\b|god\b)"
)
THEN = r"(?!(?:maar|but|en|and)\b)(?P<then>.+)"


@cache
def as_answered() -> re.Pattern[str]:
    """ "Bij een ja: noteer mij", "met haar handtekening op zak ben ik erbij"."""
    settled = rf"{PHRASES.whole('answer')}|if it is(?=,)|{PHRASES.whole('settled')}"
    return re.compile(rf"{LEAD}(?:{settled})(?P<half>)\b[^,:.?!]{{0,40}}?[,:]?\s{THEN}", re.DOTALL)


@cache
def so() -> re.Pattern[str]:
    """ "Zo de arts het toelaat, ...": the subject follows at once, the verb stands last. "Zo de Heer wil" is none."""
    verb = rf"(?:{VERB}|\w{{3,}}(?:[td]|en|laat|wil))"
    return re.compile(rf"{LEAD}zo\s{NOT_AS_I_SAY}(?P<half>{SUBJECT}\s[^,?:;]{{3,70}}?\b{verb}),\s{THEN}", re.DOTALL)


@cache
def if_() -> re.Pattern[str]:
    """ "Als ik woensdag niet koortsvrij ben, dan ..."."""
    return re.compile(rf"{LEAD}als\s(?P<half>{HALF}){SECOND}{THEN}", re.DOTALL)


@cache
def whatever() -> re.Pattern[str]:
    """ "Zodra haar krabbel eronder staat ben ik van de partij"."""
    return re.compile(rf"{LEAD}{PHRASES.whole('whatever')}\s(?P<half>[^?:;]{{3,120}}?){SECOND}{THEN}", re.DOTALL)


@cache
def verb_first() -> re.Pattern[str]:
    """ "Blijf ik hoesten, dan meld ik mij af", "knikt ze ja, dan ..."."""
    first = rf"(?!{PHRASES.whole('no_verb')})(?:{VERB}|\w{{2,}}t|\w{{2,}}(?=\s{SUBJECT}\s))"
    then = r"(?:,\s(?:tja,?\s)?(?:dan|then)\s|\s(?:dan|then)\s(?=\w+\s(?:ik|wij|we|i)\b))"
    return re.compile(rf"{LEAD}{first}\s(?P<half>[^?:;]{{3,150}}?){then}{THEN}", re.DOTALL)


@cache
def without() -> re.Pattern[str]:
    """ "Anders zie ik ervan af", "zonder tolk blijf ik thuis"."""
    otherwise = r"(?:dan|anders|otherwise|then|else|(?:zonder|without)\s[^,.;:?]{2,40}?)"
    return re.compile(
        rf"{LEAD}(?P<otherwise>{otherwise})(?P<half>),?\s(?P<then>[^,.;:]{{0,40}}?{PHRASES.whole('gives_up')}.*)",
        re.DOTALL,
    )


@cache
def then() -> re.Pattern[str]:
    """Behind a question: "Dan kunt u op mij rekenen"."""
    return re.compile(rf"[\s(]*(?:dan|then)(?P<half>),?\s{THEN}", re.DOTALL)


@cache
def last_half() -> re.Pattern[str]:
    """At the end of a sentence, with a verb of its own; behind an "als" with a subject, too: not so "als raadslid",
    "als enige van ons"."""
    verb = rf"(?:{VERB}|\w{{2,}}[tds]|\w{{3,}}en)"
    conjunctions = (
        rf"(?:als|indien|if)\s(?={SUBJECT}\s)|(?<=,\s)zo\s(?={SUBJECT}\s){NOT_AS_I_SAY}"
        r"|zolang\s(?=(?:ik|mijn|m'n|haar|zijn|onze|hij|zij|ze|het|er|de|my|i)\s)"
        rf"|{PHRASES.any_of('in_the_end')}\s"
    )
    said = rf"(?:{conjunctions})(?P<half>\w+\s[^,.;:?]{{2,100}}?\b{verb})"
    when = r"(?:\s(?:off|out|through|up|back|down))?(?:\s(?:in time|by then|again|op tijd|tijdig|dan))?"
    return re.compile(rf"(?<=[\w,])\s(?P<said>{said}){when}[\s.!)]*\Z")
