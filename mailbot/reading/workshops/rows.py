"""What a sentence leaves out: "A, B, niets" is a row of all rounds; in "Jan A in ronde 1 en Els in 3", Els has A."""

import re
from dataclasses import replace
from itertools import pairwise

from mailbot.reading.text.late import late
from mailbot.reading.text.numerals import BOTH_OF_THEM
from mailbot.reading.workshops.found import CHOICE, COPY, ChoiceFound
from mailbot.reading.workshops.match import Pair
from mailbot.reading.workshops.patterns import says_too
from mailbot.reading.workshops.sign import BEARING, Is, Sign

FEW = 3  # rounds of which there must be as many, for a row to say which is which
NEXT = late(
    r"[\"']?\s?(?:[,;/|>–-]|->|→)?\s?(?:(?:en|and|dan|then|daarna|vervolgens|after that)\s){0,2}"
    r"(?:(?:de|het|the|naar)\s)?[\"']?"
)
PLACED = (
    r"(?:(?:een|a|an|one|pas|dan|juist|graag|liever|alleen|meteen|direct|gelijk|only|in|om|van|at|de|het|the)\s){0,4}"
)
TITLE = r"(?:de heer|mevrouw|meneer|[Mm]evr\.|[Mm]w\.|[Dd]hr\.|collega|wethouder|raadslid)\s"
NAME = rf"(?:{TITLE})?[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?"
WHAT = r"(?:(?:die|dat|hem|daar|deze|dezelfde|that|it|the same)\s(?:workshop\s|sessie\s|session\s|one\s)?)?"
DOES = r"doet|doe|volgt|volg|neemt|neem|wil|gaat|ga|kiest|kies|does|do|takes?|(?:would|will|can)\s(?:take|do)"
TAKES = rf"(?:(?:{DOES})\s{WHAT})?"
RELATIVE = r"(?:,\s(?:die|who)\s(?:dat|die|hem|it|that))?"  # "en ik, die dat liever in ronde 1 doe"
WHO = (
    rf"(?:(?:ik|hij|zij|ze|I|he|she|{NAME}){RELATIVE}\s{TAKES}"
    rf"|(?:voor|for)\s(?:mij|me|hem|haar|him|her|{NAME})\s){PLACED}"
)
# "..., voor mij is dat te laat, dus ik doe die een uur eerder"
SO_I = r"(?:,\s(?:voor|for)\s(?:mij|me|hem|haar|him|her)\s[^,;.!?]{3,60},\s(?:dus|so)\s)?"
WANTS = r"(?:\s(?:wil|gaat|zou|wants)(?:\s(?:doen|volgen|bijwonen))?(?=,))?"
ANOTHER = late(rf"[\"']?{WANTS}{SO_I}[,;]?\s?(?:en|and|maar|but|terwijl|while|whereas)?\s?{WHO}")
BEHIND_NAME = late(rf"(?:[,;:(]\s?|\b(?:doet|doe|volgt|volg|neemt|kiest|kies|gaat)\s){WHO}$")
# Behind several rounds: "..., allebei A"
ALL_OF_THEM = late(
    rf",?\s(?:en\s)?(?:{BOTH_OF_THEM}|alle (?:twee|drie|vier)|all)\s(?:(?:naar|bij|voor|de|het|to)\s){{0,2}}[\"'“]?"
)
SMALL = (
    r"(?:In|Om|De|Het|Na|Voor|Bij|Tijdens|Rondes?|Workshops?|Dan|Daarna|Eerst|Graag|Liever|Alleen|Ook|Als|Niet|Maar|En"
    r"|At|The|Round|Then|Not)"
)
SOMEBODY = late(rf"(?<![\w-])(?:ik|hij|zij|ze|she|he|I|(?!{SMALL}\b)[A-Z][\w'’-]+)(?!\w)")
AND_ANOTHER = late(
    rf",?\s(?:en|and|while|terwijl|maar|but|whereas)\s(?:(?P<me>ik|I)|hij|zij|she|he|{NAME})\s(?:[\w']+\s){{0,5}}?[\"'“]?"
)
# "... hoef ik niet, die geef ik zelf, maar Els wil daar graag heen", "..., Els wel"
BUT_WANTS = late(
    rf"[^.;!?\n]{{3,90}}?(?:,|;?\)|\b(?:maar|but|terwijl|while))\s(?:(?:maar|but|terwijl)\s)?(?P<who>{NAME})\s"
    r"(?:(?:juist|zelf|dus)\s)?(?:wel(?=\s?(?:$|[.,;!)\n]))|(?:wil|gaat|zou|wants|would)\s(?:(?!niet|not)[\w']+\s){0,2}?"
    r"(?:daar|die|dat|er|there|that one)\s(?:(?!niet|not)[\w']+\s){0,5}?"
    r"(?:heen|naartoe|bij|doen|volgen|zitten|wel|graag|to|too)(?!\w))"
)
ONESELF = re.compile(r"(?<!\w)(?:ik|I)(?!\w)")
FAR = 60  # characters between a workshop and the first who has it: "A, maar niet tegelijk: ik in ronde 1, Els in 2"


def is_row(bearing: list[Sign], signs: list[Sign], count: int, text: str) -> bool:
    """Whether those are one thing for each of the rounds, with nothing but commas and "dan" between them."""
    if len(bearing) != count or count < FEW:
        return False
    if not all(sign.kind in (Is.WORKSHOP, Is.OTHER_WORKSHOP, Is.NOTHING) for sign in bearing):
        return False
    if any(sign.kind in (Is.ROUND, Is.ANY_ROUND, Is.PART) for sign in signs):
        return False
    return all(NEXT.fullmatch(text, one.end, two.start) for one, two in pairwise(bearing))


def gapped(pairs: list[Pair], left_over: list[Sign], written: str) -> list[tuple[Pair, Sign]]:
    """The rounds that no workshop took, and that are somebody else's for the workshop before: "en Els in ronde 3"."""
    found: list[tuple[Pair, Sign]] = []
    for sign in left_over:
        before = [
            pair for pair in pairs if pair.sign.kind is Is.WORKSHOP and pair.rounds and pair.sign.end <= sign.start
        ]
        if not before or written[sign.start : sign.end] in ("dan", "then"):
            continue  # "Bert gaat dan naar huis": when, and not where
        last = before[-1]
        ends = [last.sign.end, *(s.end for s in last.places if s.end <= sign.start), *(s.end for _, s in found)]
        if ANOTHER.fullmatch(written, max(ends), sign.start):
            found.append((last, sign))
    return found


def each_theirs(signs: list[Sign], written: str, start: int) -> tuple[Sign, list[Sign]] | None:
    """ "Jan doet ronde 1, Els ronde 2, allebei A": the workshop, and the rounds of it, each somebody's."""
    bearing = [sign for sign in signs if sign.kind in BEARING]
    rounds = [sign for sign in signs if sign.kind is Is.ROUND and len(sign.rounds) == 1]
    if len(bearing) != 1 or bearing[0].kind is not Is.WORKSHOP or len(rounds) < 2 or len(rounds) + 1 != len(signs):
        return None
    if not ALL_OF_THEM.fullmatch(written, rounds[-1].end, bearing[0].start) or not are_several(rounds, written, start):
        return None
    return bearing[0], rounds


def are_several(rounds: list[Sign], written: str, start: int) -> bool:
    """Whether before each of those rounds somebody else is named: "Jan in ronde 1, Els is er later en doet
    het in ronde 2"."""
    since = [start, *(sign.end for sign in rounds[:-1])]
    return all(SOMEBODY.search(written, at, sign.start) for at, sign in zip(since, rounds, strict=True))


def shared_behind(pairs: list[Pair], written: str, start: int) -> list[Pair]:
    """ "Bert would like A in round 1 and I would like B": the round that is said behind the first is of both, for it is
    somebody else who has the second. start: of the sentence."""
    out = list(pairs)
    for at, (one, two) in enumerate(pairwise(pairs)):
        if len(one.places) != 1 or one.places[0].kind is not Is.ROUND or two.places or two.rounds:
            continue
        if one.places[0].start < one.sign.end or two.sign.kind not in (Is.WORKSHOP, Is.OTHER_WORKSHOP):
            continue
        said = AND_ANOTHER.fullmatch(written, one.places[0].end, two.sign.start)
        before = written[start : one.sign.start]
        if said and (bool(said["me"]) != bool(ONESELF.search(before))) and SOMEBODY.search(before):
            out[at + 1] = replace(two, places=one.places)
    return out


def but_theirs(found: list[ChoiceFound], signs: list[Sign], written: str, end: int) -> list[ChoiceFound]:
    """ "A hoef ik niet, maar Els wil daar graag heen, in ronde 2", "... Els wel": the choice of another. found: of the
    sentence, which ends there."""
    last = next((m for m in reversed(found) if m.kind == CHOICE), None)
    if last is None or not last.negated:
        return []
    wants = BUT_WANTS.match(written, last.end, end)
    if wants is None:
        return []
    theirs = replace(last, start=wants.end("who") + 1, end=wants.end(), negated=False, round=None)
    rounds = [n for s in signs if s.kind is Is.ROUND and s.start >= wants.start("who") for n in s.rounds]
    return [replace(theirs, round=n) for n in rounds or (None,)]


def too(found: list[ChoiceFound], written: str) -> list[ChoiceFound]:
    """Those mentions with what somebody does "ook": the same workshop in the same rounds as said before."""
    out: list[ChoiceFound] = []
    for mention in found:
        chosen = [m for m in out if m.kind == CHOICE and m.sure and not (m.negated or m.past)]
        if mention.kind != COPY or not says_too(written[mention.start : mention.end]) or not chosen:
            out.append(mention)
            continue
        out += [replace(m, start=mention.start, end=mention.end) for m in chosen if m.start == chosen[-1].start]
    return out


def apart(
    found: list[ChoiceFound], pairs: list[Pair], others: list[tuple[Pair, Sign]], written: str
) -> list[ChoiceFound]:
    """Those mentions with the others' rounds, each where its person is named: "A, Jan in ronde 1 en Els in ronde 3"."""
    out = list(found)
    for pair, sign in others:
        mine = [m for m in found if m.kind == CHOICE and m.start == pair.sign.start]
        if not mine or mine[0].negated or mine[0].past:
            continue
        out += [replace(mine[0], start=sign.start, end=sign.end, round=number) for number in sign.rounds]
        place = pair.places[0] if pair.places else None
        between = written[pair.sign.end : place.start] if place else ""
        if place and len(between) < FAR and BEHIND_NAME.search(between):
            out = [replace(m, start=place.start, end=place.end) if m in mine else m for m in out]
    return out
