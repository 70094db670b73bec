"""Rounds by what another does then: "Meron gaat in ronde 2 naar A, ik doe dan B", "ik voor de lunch, Els erna"."""

import re
from dataclasses import replace
from functools import cache

from mailbot.reading.lexicon import words
from mailbot.reading.text.fold import any_of
from mailbot.reading.text.late import late
from mailbot.reading.workshops.sign import BEARING, Is, Sign

# The one of whom a clause with "dan" is: right before that, with their verb or behind it.
NAME = r"[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?"
DOES_BEHIND = late(rf"\s[a-z]+\s(?:(?P<me>ik|I)|(?P<name>hij|zij|ze|{NAME}))(?!\w)")
AND_THEN = re.compile(r"\s(?:als|en|and|&)\s(?:(?:ook|meteen|direct|die|de|het|nog|the one|right|straight)\s){0,3}")
SO_THAT = re.compile(r"\s(?:kunnen|kan|hebben|zien|weten|praten|delen|vertellen)\s(?:we|wij|ze|zij|ik|het)\b")
BOTH = re.compile(r"\b(?:zowel|both)\s(?:\w+\s){0,2}$")
# "Allemaal naar A, op Stef na: die zit dan bij B"
BUT_ONE = late(
    rf"\b(?:op|behalve|uitgezonderd|except|but)\s(?:{NAME})(?:\sna)?\s?[,;:(–-]+\s?(?:die|hij|zij|ze|he|she|who)\s(?:[a-z]+\s)?$"
)
# "Sjoerd is jurist dus die gaat in ronde 1 naar A"; not so a workshop, "die gaat over beleid"
WHO_DOES = late(r"\bdie\s(?:gaat|doet|kiest|volgt|wil|neemt)\b(?!\s(?:over|om)\b)")
THEN = ("dan", "en dan", "then", "and then")
PRONOUNS = ("hij", "zij", "ze", "she", "he")
# "Ronde 2: Joost A"
NAMED_BESIDE = late(
    rf"[,;:]\s(?!(?:Workshop|Sessie|Session|Training|Ronde|Round|Blok|Eerst|Dan|Liever|Graag)\b){NAME}\s$"
)
# "Joost also wants"
NAMED_FIRST = late(
    rf"^\W*{NAME}\s(?:ook|also|dan|zelf|alleen|graag|nog|then|only)\s(?:wil|gaat|doet|kiest|volgt|neemt|wants|takes|goes|does)\b"
)
ONESELF = re.compile(r"(?<!\w)(?:ik|ikzelf|mij|mijzelf|me|mezelf|i|myself)(?!\w)", re.IGNORECASE)
SUBJECT = late(rf"(?:^|[\s,;:(])(?:(?P<me>ik|ikzelf|I)|(?P<name>hij|zij|ze|she|he|{NAME}))\s(?:[a-z]+\s)?$")
# "... is Joost al weg; ik blijf, en doe dan"
ME_AND_DO = late(r"[,;.]\s(?P<me>ik|I)\s[a-z]+(?:\s[a-z]+){0,3},?\s(?:en|and)\s[a-z]+\s$")
ANYBODY = re.compile(rf"\s{NAME}")
SUBJECT_BEHIND = late(rf"[,;]\s(?:en\s|and\s)?[a-z]+\s(?:(?P<me>ik)|(?P<name>hij|zij|ze|{NAME}))\s$")


def at_that_time(signs: list[Sign], text: str, written: str, start: int) -> list[Sign]:
    """Those signs, each "dan" that is of another person than the round before it as that very round. start: of the
    sentence."""
    out: list[Sign] = []
    written = _with_small_titles(written, text, signs)
    for at, sign in enumerate(signs):
        if sign.relation == "next" and text[sign.start : sign.end] in THEN:
            if text.startswith(" ook", sign.end) and any(s.kind is Is.ROUND for s in signs[at + 1 :]):
                continue  # "ik dan ook, maar om 14:00"
            if SO_THAT.match(text, sign.end) and not any(s.kind in BEARING for s in signs[at + 1 :]):
                continue  # "Wim doet het andersom, dan kunnen we bijpraten"
            before = next((s for s in reversed(out) if len(s.rounds) == 1 or s.relation in ("first", "last")), None)
            said = written[start : sign.start]
            if before is not None and (
                _is_anothers(said, before.end - start)
                or _turns_to(said, written[sign.end : sign.end + 24])
                or BUT_ONE.search(said)
            ):
                sign = replace(sign, kind=before.kind, relation=before.relation, rounds=before.rounds)
        out.append(sign)
    return out


def _with_small_titles(written: str, text: str, signs: list[Sign]) -> str:
    """The workshops in small letters: in "ik doe eerst Lokaal beleid en dan B" nobody is called Lokaal."""
    for sign in signs:
        if sign.kind is Is.WORKSHOP:
            written = f"{written[: sign.start]}{text[sign.start : sign.end]}{written[sign.end :]}"
    return written


def _is_anothers(said: str, behind: int) -> bool:
    """Whether those words end with another subject than they had up to `behind`."""
    since = said[max(0, behind - 1) :]
    match = SUBJECT.search(since) or SUBJECT_BEHIND.search(since)
    if match is None:
        me = ME_AND_DO.search(since)
        return me is not None and ANYBODY.search(since[: me.start()]) is not None and not ONESELF.search(said[:behind])
    earlier = said[:behind] + said[behind : max(0, behind - 1) + match.start()]
    mine = ONESELF.search(earlier) is not None
    if match["me"]:
        return (_they_do().search(earlier) is not None or WHO_DOES.search(earlier) is not None) and not mine
    return mine or _is_another(earlier, match["name"])


def _is_another(earlier: str, name: str) -> bool:
    """Whether the last who did something in those words is called otherwise: "Wim doet in ronde 1 A, Noor gaat dan
    naar B"; a pronoun may mean whoever was named."""
    told = [match["who"] or match["behind"] for match in _they_do().finditer(earlier)]
    if not told:
        return False
    last, now = told[-1].casefold(), name.casefold()
    return last != now and (last in PRONOUNS) == (now in PRONOUNS)


def chooses_for_another(written: str, start: int, at: int) -> bool:
    """Whether the clause that begins at `start` tells of somebody else, up to a workshop there: "Joost wil ook naar A",
    "ronde 2: Joost A"."""
    said = written[start:at]
    if ONESELF.search(said):
        return False
    beside = NAMED_BESIDE.search(written[max(0, start - 2) : at])
    return any((beside, _they_do().search(said), NAMED_FIRST.search(said)))


def turns_to_oneself(before: str, said: str) -> bool:
    """Whether a sentence of somebody else's doings is followed by one of the writer's own."""
    return _they_do().search(before) is not None and not ONESELF.search(before) and ONESELF.search(said) is not None


def _turns_to(said: str, behind: str) -> bool:
    """Whether another does something in the words behind a "dan" than those before it told of: "dus dan neem ik B"."""
    match = DOES_BEHIND.match(behind)
    if match is None:
        return False
    mine = ONESELF.search(said) is not None
    return (_they_do().search(said) is not None and not mine) if match["me"] else mine


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(
        r"[\"')]*\s?(?:$|[.,;:!?)(\n–-]|(?:graag|please|pas|weer|nog|ook|liefst|en|and|in|om|at|de|het|the)\b)"
    )


@cache
def _they_do() -> re.Pattern[str]:
    """ "Wim gaat", or "zit Wim"."""
    who, does = rf"\b(?:hij|zij|ze|she|he)\b|{NAME}", rf"\b(?i:{any_of(words('choices', 'they_do'))})\b"
    return re.compile(rf"(?P<who>{who})\s{does}|{does}\s(?P<behind>{who})")


def erna_too(signs: list[Sign], rounds: tuple[int, ...], text: str) -> list[Sign]:
    """ "Zowel voor de lunch als meteen erna", "in ronde 1 en die daarna": a round, and no next choice."""
    out: list[Sign] = []
    for at, sign in enumerate(signs):
        before = out[-1] if out else None
        later = [n for n in rounds if before is not None and before.kind is Is.ROUND and n > before.rounds[-1]]
        if (
            sign.relation == "next"
            and before is not None
            and later
            and is_told_behind(sign, text)
            and AND_THEN.fullmatch(text, before.end, sign.start)
        ):
            both = BOTH.search(text, max(0, before.start - 24), before.start) is not None
            if both or not any(s.kind in BEARING for s in signs[at + 1 :]):
                sign = replace(sign, kind=Is.ROUND, relation="", rounds=(later[0],))
        out.append(sign)
    return out


def in_that_round(signs: list[Sign]) -> list[Sign]:
    """ "Om twaalf uur liever niet; zet me dat uur maar bij A": the round that the sentence named last."""
    out: list[Sign] = []
    for sign in signs:
        before = [s for s in out if s.kind is Is.ROUND] if sign.relation == "same" else []
        if before and len(before[-1].rounds) == 1:
            sign = replace(sign, kind=Is.ROUND, relation="", rounds=before[-1].rounds)
        out.append(sign)
    return out


def is_told_behind(sign: Sign, text: str) -> bool:
    """Whether a "daarna" may be of what stands before it: "A daarna, B eerst", not "A, and then I have to run"."""
    return _ends().match(text, sign.end) is not None


def placed_after(left: list[Sign], kept: list[Sign], rounds: tuple[int, ...]) -> list[Sign]:
    """Those signs, a bare "erna", "een ronde later" or "eerder" as the round beside the one that stands before it."""
    out: list[Sign] = []
    for sign in left:
        before = [s for s in kept if s.kind is Is.ROUND and s.end <= sign.start]
        if before and sign.relation == "previous":
            beside = [n for n in reversed(rounds) if n < before[-1].rounds[0]]
        else:
            beside = [n for n in rounds if before and n > before[-1].rounds[-1]]
        placed = sign.relation in ("next", "later", "previous") and beside
        out.append(replace(sign, kind=Is.ROUND, relation="", rounds=(beside[0],)) if placed else sign)
    return out
