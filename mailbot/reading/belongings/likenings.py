"""Somebody does in a round what somebody else does there: "in ronde 1 sluit ik aan bij Els, in ronde 2 bij Bo", "14u
zelfde als Loes, 15u als Milan", "in ronde 3 schuift zij bij Indra aan". Or in all: "Els: als Bo, maar om 14u niets".

Such a piece of a line holds one round, one with whom or as whom, and nothing else of weight: that is what tells it from
"in ronde 3 heb ik overleg met Els" and "in ronde 3 ga ik met Els naar A". Each has its own model, so that somebody may
go along with one in one round and with another in the next. Of all rounds it is a row's that begins so, or a piece that
says "hetzelfde"; what is told of some rounds behind it takes their place.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from mailbot.reading.case.asking import Asking
from mailbot.reading.lexicon import word_set
from mailbot.reading.names.people import Person
from mailbot.reading.names.person_name import INFIX
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late
from mailbot.reading.workshops.choices import ChoiceReader
from mailbot.reading.workshops.found import AWAY, CHOICE, COPY, EMPTY, ChoiceFound
from mailbot.reading.workshops.sign import BEARING, Is, Sign

NAME = rf"[A-Z][\w'’-]+(?:(?:\s{INFIX})*\s[A-Z][\w'’-]+)*"
MODEL = late(
    r"\b(?:(?P<like>als|as|zoals|like)|(?P<than>dan|van|aan|than|of|to)|(?P<which>die|waar|that|which)"
    r"|bij|met|naast|with|beside|joins?)\s"
    r"(?:(?:mijn|onze|de|my|our|collega|heer|mevrouw|mevr\.|mw\.|dhr\.|wethouder)\s){0,2}"
    rf"(?P<who>(?:mij|me|ik|I)(?!\w)|{NAME})"
)
CUT = re.compile(
    r"[.!?]\s|[;:()\n]|,\s|(?<=\s)(?:en|and|maar|but|terwijl|while|want|dus|so)\s|\s[-–—/|]\s|^\W+", re.MULTILINE
)
SENTENCE = re.compile(r"[.!?]\s|;\s?|\n")
ROW_HEADED = re.compile(r"[:–—|/(-]\s*$")
SAID_THE_SAME = late(r"\b(?:het|de|idem\s|the\s)?(?:zelfde|same)\b", re.IGNORECASE)
# Behind it: "..., maar dan andersom", "..., alleen in omgekeerde volgorde"
TURNED = re.compile(
    r",?\s?(?:(?:maar|alleen|en|but|only|and)\s)?(?:(?:dan|then|in|wel|precies|net|juist|het|the|exactly)\s){0,3}$"
)
ORDER = re.compile(r"\s(?:volgorde|order)\b")
# Behind it: "..., behalve ronde 2", "..., maar zonder ronde 1"
EXCEPT = re.compile(
    r"\s?[,(]?\s?(?:(?:maar|alleen|but|only)\s)?(?:behalve|uitgezonderd|zonder|except|without|minus|niet|not"
    r"|(?:(?:hij|zij|ze|ik|he|she|i|we)\s)?(?:skips?|skipt|miss(?:es)?|mist|vertrekt voor|leaves before))\s"
    r"(?:(?:voor|in|om|for|at|de|het|the)\s){0,2}"
)
BUT = re.compile(r"\s?[,;(]?\s?(?:maar|alleen|behalve|plus|en|met|uitgezonderd|but|only|except|and|with)\s")
# Behind it: "...: hij gaat eerst naar A", of the model itself
THEIRS = re.compile(rf"\s?[:(–-]\s?(?:(?:hij|zij|ze|die|he|she)(?!\w)|(?P<who>{NAME}))")
# "Bo doet hetzelfde als ik: A in ronde 1": what the model does
EXPLAINED = re.compile(r"\s?:\s")
WORD = re.compile(r"[^\W_][\w'’-]*")
MYSELF = frozenset(("ik", "ikzelf", "mij", "mijzelf", "mezelf", "i", "me", "myself"))
ARRIVES = re.compile(r"\b(?:kom|komt|komen|come|comes)\b")  # "ik kom om 12 uur, samen met Els"
NEAR = 12  # characters between a name and its round: "die Els in ronde 2 had"
REACH = 160  # characters of a line on both sides of such a name: what is longer is talk


@dataclass(frozen=True, slots=True)
class Likening:
    """What is copied of whom in one round, or in all; by whom, where the piece of text at `span` says so itself.
    `turned`: of two workshops the other one in each; `but`: not in those rounds; `source`: the round of the model's."""

    mention: ChoiceFound
    model: Person
    who: tuple[Person, ...]
    span: tuple[int, int]
    turned: bool = False
    but: tuple[int, ...] = ()
    source: int | None = None


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of a line at [start, end) that likens: in those rounds (None: in all), to that person. `at`: where it
    names the model."""

    start: int
    end: int
    at: int
    rounds: tuple[int | None, ...]
    model: Person
    who: tuple[Person, ...]
    turned: bool = False
    but: tuple[int, ...] = ()
    source: int | None = None


class Likenings:
    """Finds them in one letter. called: who is meant by a name, if just one is."""

    def __init__(self, asking: Asking, called: Callable[[str], list[Person]], reader: ChoiceReader) -> None:
        self._asking, self._called, self._reader = asking, called, reader
        self._text = asking.sheet.parts.body

    def found(self) -> list[Likening]:
        """All of them, in order. Whoever is told of in a piece is so in the next, too."""
        told: list[Likening] = []
        before: _Piece | None = None
        who: tuple[Person, ...] = ()
        at = 0
        for piece in self._pieces():
            goes_on = before is not None and CUT.fullmatch(self._text, before.end, piece.start) is not None
            who = piece.who or (who if goes_on else ())
            at = at if goes_on and not piece.who else piece.at  # behind the model's name, the talk has turned to that
            told += [
                Likening(
                    ChoiceFound(COPY, at, piece.end, round=number),
                    piece.model,
                    who,
                    (piece.start, piece.end),
                    piece.turned,
                    piece.but,
                    piece.source,
                )
                for number in piece.rounds
            ]
            before = piece
        return told

    def _pieces(self) -> Iterator[_Piece]:
        for match in MODEL.finditer(self._text):
            if match["who"] in ("ik", "I") and not (match["like"] or match["than"] or match["which"]):
                continue
            model = self._person(match["who"], match.start("who"))
            if model is not None and (piece := self._piece(match, model)):
                yield piece

    def _person(self, written: str, at: int) -> Person | None:
        if fold(written) in MYSELF:
            return self._asking.writer
        named = [p for p in self._asking.roster.people if any(start == at for start, _ in p.spans)]
        named = named or self._called(written) or self._called(written.split()[0])
        return named[0] if len(named) == 1 else None

    def _piece(self, match: re.Match[str], model: Person) -> _Piece | None:
        """The piece that holds that name, if it likens."""
        text = self._text
        line = max(text.rfind("\n", 0, match.start()) + 1, match.start() - REACH)
        line_end = text.find("\n", match.end())
        line_end = min(len(text) if line_end < 0 else line_end, match.end() + REACH)
        signs = self._reader.signs(text, line, line_end) or self._reader.times(text, line, line_end)
        cuts = [cut for cut in CUT.finditer(text, line, line_end) if not _is_within(cut.start(), signs)]
        start = max((cut.end() for cut in cuts if cut.end() <= match.start()), default=line)
        end = min((cut.start() for cut in cuts if cut.start() >= match.end()), default=line_end)
        if start == match.start() and text.startswith(", ", start - 2) and not _in(signs, start, end):
            start = max((cut.end() for cut in cuts if cut.end() < start), default=line)  # "schuif ik aan, bij Els"
        rounds = [sign for sign in _in(signs, start, end) if sign.kind is Is.ROUND]
        if match["than"] or (match["like"] and not rounds):
            return self._whole(match, model, signs, start, end)
        if match["which"]:
            return self._of_a_round(match, model, signs, start, end)
        return self._in_a_round(match, model, signs, start, end)

    def _in_a_round(
        self, match: re.Match[str], model: Person, signs: Sequence[Sign], start: int, end: int
    ) -> _Piece | None:
        """That piece, if by it somebody is in one round where that person is."""
        here = _in(signs, start, end)
        rounds = [sign for sign in here if sign.kind is Is.ROUND] or self._at_head(signs, start)
        if len(rounds) != 1 or any(sign.kind not in (Is.ROUND, Is.SAME) for sign in here):
            return None
        if not rounds[0].named and ARRIVES.search(self._text, start, end):
            return None
        within = rounds[0] in here
        if within and self._has_workshop(signs, start, end):
            return None
        who = self._who(match, here, start, end)
        if who is None or model in who or not (who or within):
            return None
        return _Piece(start, end, match.start(), rounds[0].rounds, model, who)

    def _at_head(self, signs: Sequence[Sign], at: int) -> list[Sign]:
        """The round of which that whole line is: "Ronde 1: Els A, ik ga met haar mee"."""
        line = self._text.rfind("\n", 0, at) + 1
        heads = signs and signs[0].kind is Is.ROUND and WORD.search(self._text, line, signs[0].start) is None
        return [signs[0]] if heads else []

    def _of_a_round(
        self, match: re.Match[str], model: Person, signs: Sequence[Sign], start: int, end: int
    ) -> _Piece | None:
        """That piece, if by it somebody does in one round what that person does in another: "in ronde 3 doe ik de
        workshop die Els in ronde 2 heeft"."""
        here = _in(signs, start, end)
        source = next((sign for sign in here if 0 < sign.start - match.end() <= NEAR), None)
        rounds = [sign for sign in here if sign.kind is Is.ROUND and sign is not source]
        others = [sign for sign in here if sign is not source and sign.kind not in (Is.ROUND, Is.SAME)]
        if source is None or source.kind is not Is.ROUND or len(source.rounds) != 1 or len(rounds) != 1 or others:
            return None
        who = self._who(match, here, start, end)
        if who is None or model in who:
            return None
        return _Piece(start, end, match.start(), rounds[0].rounds, model, who, source=source.rounds[0])

    def _whole(self, match: re.Match[str], model: Person, signs: Sequence[Sign], start: int, end: int) -> _Piece | None:
        """That piece, if by it somebody does as that person in all rounds: "Els: als Bo, maar om 14u niets"."""
        text = self._text
        here = [sign for sign in _in(signs, start, end) if not match.start() <= sign.start < match.end()]
        turned = bool(match["than"])  # "precies andersom dan Bo"
        if any(sign.kind is not (Is.SWAP if turned else Is.SAME) for sign in here) or (turned and not here):
            return None
        who = self._who(match, here, start, end, "the_same_words")
        if who is None or model in who:
            return None
        same = turned or SAID_THE_SAME.search(text, start, match.start()) or _is_within(match.start(), signs)
        if not ROW_HEADED.search(text, max(0, start - 4), start) and not (who and same):
            return None
        stop = SENTENCE.search(text, end)
        piece = _Piece(start, end, match.start(), (None,), model, who, turned)
        if who and not turned and EXPLAINED.match(text, end):
            return piece
        theirs = THEIRS.match(text, end) if who else None
        if theirs and (not theirs["who"] or self._person(theirs["who"], theirs.start("who")) is model):
            return piece
        return self._with_exceptions(piece, _in(signs, end, stop.start() if stop else len(text)))

    def _with_exceptions(self, piece: _Piece, behind: Sequence[Sign]) -> _Piece | None:
        """That piece with what stands behind it: "..., maar dan andersom", "..., behalve ronde 2"; None where that is
        what is done, and no exception."""
        text = self._text
        swap = next((s for s in behind if s.kind is Is.SWAP and TURNED.fullmatch(text, piece.end, s.start)), None)
        if swap is not None:
            order = ORDER.match(text, swap.end)
            return replace(piece, end=order.end() if order else swap.end, turned=not piece.turned)
        says_what = any(sign.kind in BEARING for sign in behind)
        if says_what:
            return piece if BUT.match(text, piece.end) else None
        rounds = [sign for sign in behind if sign.kind in (Is.ROUND, Is.ANY_ROUND)]
        if not rounds:
            return piece
        if EXCEPT.fullmatch(text, piece.end, rounds[0].start):
            return replace(piece, end=rounds[0].end, but=rounds[0].rounds)
        stop = CUT.search(text, rounds[0].end)
        more = WORD.search(text, rounds[0].end, stop.start() if stop else len(text))
        return piece if more else None  # not so "dezelfde workshop als Els, maar dan om 15 uur"

    def _who(
        self, match: re.Match[str], here: Sequence[Sign], start: int, end: int, small: str = "goes_along"
    ) -> tuple[Person, ...] | None:
        """Who that piece says it of, nobody where it leaves that to what goes before; None where more is said in it.
        `small`: the list of what may be said besides."""
        who: list[Person] = []
        for word in WORD.finditer(self._text, start, end):
            said = fold(word[0]).split("'")[0]  # "I'll"
            if match.start() <= word.start() < match.end() or _is_within(word.start(), here):
                continue
            if said in MYSELF:
                who.append(self._asking.writer)
            elif said in word_set("choices", "goes_there") or said in word_set("choices", small):
                continue
            elif not word[0][0].isupper() or (person := self._person(word[0], word.start())) is None:
                return None
            else:
                who.append(person)
        return tuple({id(person): person for person in who}.values())

    def _has_workshop(self, signs: Sequence[Sign], start: int, end: int) -> bool:
        """Whether the sentence tells what is done there: "A doe ik in ronde 1 met Els", "ronde 1 met Els, en wel A"."""
        since = max((m.end() for m in SENTENCE.finditer(self._text, signs[0].start, start)), default=signs[0].start)
        before = [sign for sign in signs if since <= sign.start < start]
        chosen = sum(sign.kind in BEARING and sign.kind is not Is.SAME for sign in before)
        if chosen > sum(sign.kind is Is.ROUND for sign in before):
            return True
        stop = SENTENCE.search(self._text, end)
        behind = [sign for sign in signs if end <= sign.start and (stop is None or sign.start < stop.start())]
        if not behind or behind[0].kind not in BEARING or behind[0].kind is Is.SAME:
            return False
        cut = CUT.search(self._text, behind[0].end)
        return not any(sign.kind is Is.ROUND and (cut is None or sign.end <= cut.start()) for sign in behind[1:])


def explained(text: str, told: Sequence[Likening], at: int) -> list[Person]:
    """Whose the choice at that place is where it explains a likening: "Bo doet hetzelfde als ik: A in ronde 1"."""
    for one in told:
        if one.mention.round is None and not one.turned and one.span[1] <= at and EXPLAINED.match(text, one.span[1]):
            stop = SENTENCE.search(text, one.span[1])
            if stop is None or at < stop.start():
                return [one.model]
    return []


def as_their_models(
    mine: list[ChoiceFound], likenings: Sequence[Likening], reader: ChoiceReader
) -> tuple[list[ChoiceFound], bool]:
    """One person's mentions, in place of each that likens what its model chose for that round, and whether one of the
    models chose nothing then. Where it is of all rounds, it counts where nothing else is told."""
    likened = {id(one.mention): one for one in likenings}
    told = [m for m in mine if id(m) not in likened]
    taken = {m.round for m in told if m.kind in (CHOICE, EMPTY, AWAY) and m.round and not (m.negated or m.past)}
    alone = False
    for mention in mine:
        if (one := likened.get(id(mention))) is None:
            continue
        theirs = reader.mirror(one.model.workshops) if one.turned else one.model.workshops
        if mention.round is None:
            then = [c for c in theirs if c.round not in {*taken, *one.but}]
            told += [] if theirs else [mention]
        else:
            then = [replace(c, round=mention.round) for c in theirs if c.round == (one.source or mention.round)]
            alone = alone or not then
        told += [replace(mention, kind=CHOICE, workshop=choice.workshop, round=choice.round) for choice in then]
    return sorted(told, key=lambda m: m.start), alone


def masked(text: str, told: Sequence[Likening]) -> str:
    """That text without those pieces, in which a round would wait for the workshop of the next."""
    letters = list(text) if told else []
    for start, end in {likening.span for likening in told}:
        letters[start:end] = " " * (end - start)
    return "".join(letters) or text


def _in(signs: Sequence[Sign], start: int, end: int) -> list[Sign]:
    return [sign for sign in signs if start <= sign.start < end]


def _is_within(at: int, signs: Sequence[Sign]) -> bool:
    return any(sign.start <= at < sign.end for sign in signs)
