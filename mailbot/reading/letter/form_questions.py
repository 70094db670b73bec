"""What the line of a home-made form asks in words of its own: whether somebody comes along ("Neem je iemand mee"),
whether one comes at all ("Kom je op 30 maart", "Bent u erbij?"), whose name it asks for ("Naam leidinggevende").

The words are lexicon/fields.toml's; what counts is how the label is put: a question to "you", somebody in it, and for
who comes nothing else but the day.
"""

import re
from functools import cache

from mailbot.reading.letter.cues import scan, tokens
from mailbot.reading.lexicon import load, words
from mailbot.reading.text.fold import any_of, fold

LONGEST = 10  # words of such a question


@cache
def _question() -> re.Pattern[str]:
    """ "Neem je", "komt er", "are you bringing", "will anyone": a verb, and whom it is asked of."""
    asked = load("fields")
    verbs, of = any_of(map(fold, asked["question_verbs"])), any_of(map(fold, asked["question_of"]))
    return re.compile(rf"(?:{verbs})\s(?:{of})\b")


@cache
def _some(key: str) -> re.Pattern[str]:
    """One of the words of that list: for somebody, for coming along."""
    return re.compile(rf"\b(?:{any_of(map(fold, load('fields')[key]))})\b")


@cache
def _going() -> re.Pattern[str]:
    """Nothing but going there: "op 30 maart aanwezig", "erbij", "naar de bijeenkomst"."""
    day = any_of((*words("dates", "weekdays"), *words("dates", "months")))
    going = any_of(map(fold, load("fields")["going"]))
    return re.compile(rf"(?:\s?\b(?:{day}|{going}|\d{{1,4}}(?:e|[-/]\d{{1,4}}){{0,2}})(?![\w]))*")


def asks_for_company(said: str) -> bool:
    """Whether a folded label asks whether somebody comes along: "neem je iemand mee", "komen er collega's mee"; not so
    "is er een collega die u vervangt"."""
    if said.count(" ") >= LONGEST or not _question().match(said):
        return False
    return _some("somebody").search(said) is not None and _some("along").search(said) is not None


def asks_to_come(said: str) -> bool:
    """Whether a folded label asks no more than whether one comes: "kom je op 30 maart", "aanwezig op de 30e"; not so
    "kom je met de trein", "aanwezig bij de lunch"."""
    question = _question().match(said)
    rest = said[question.end() :] if question else said
    return _going().fullmatch(rest) is not None and (bool(rest.strip()) or question is not None)


def asks_to_register(said: str) -> bool:
    """Whether a folded question is whether we may put somebody on the list: "mogen wij u inschrijven", "zal ik je dan
    opgeven voor 30 maart"; not so "wilt u zich aanmelden voor de nieuwsbrief"."""
    found = [cue for cue in scan(tokens(said)) if cue.kind in ("enrol", "attend")] if said.count(" ") < LONGEST else []
    if not found:
        return False
    enrols = max(found, key=lambda cue: cue.end - cue.start)
    around = said[: enrols.start] + " " + said[enrols.end :]
    return _going().fullmatch(" ".join(_may_we().sub(" ", around).split())) is not None


@cache
def _may_we() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(map(fold, load('fields')['may_we']))})(?!\w)")


@cache
def _name_of() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(map(fold, load('fields')['name_of']))})\s")


def whose_name(said: str) -> str:
    """Behind "naam", "naam en functie van je", "name of your", in a folded label: whose name is asked."""
    begins = _name_of().match(said)
    return said[begins.end() :] if begins else ""


def brings_nobody(value: str) -> bool:
    """Whether the answer to such a question is that nobody comes along: "nee", "geen", "0", "-", "alleen ik"."""
    said = fold(value).strip(" .()!*_-–?")
    return re.match(rf"(?:{any_of(map(fold, load('fields')['nobody']))})(?!\w)", said) is not None or not said
