"""The signs by which people choose: a workshop, a round, "niets", "de andere", "andersom"; each with its place.

What they mean together is for choices.py. Rounds are found by round_signs.py; workshops by title (title_words.py),
giver (givers.py), number, letter, and abbreviation.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from mailbot.domain.event import Event
from mailbot.reading.lexicon import word_set
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import has_one_of, vocabulary
from mailbot.reading.workshops.boxes import left_empty
from mailbot.reading.workshops.codes import CodeFinder
from mailbot.reading.workshops.givers import Givers
from mailbot.reading.workshops.legend import calls, explains, legend
from mailbot.reading.workshops.letters import lettered
from mailbot.reading.workshops.numbering import Numbering
from mailbot.reading.workshops.patterns import (
    LONE_DASH,
    ORDER_TOLD,
    any_in,
    both_of_them,
    goes_with_the_seat,
    listed,
    nothing_more,
    once_more,
    one_left,
    turned_round,
)
from mailbot.reading.workshops.round_patterns import rounds_behind
from mailbot.reading.workshops.round_signs import RoundFinder
from mailbot.reading.workshops.sign import BEARING, Is, Sign
from mailbot.reading.workshops.title_words import TitleIndex
from mailbot.reading.workshops.verb_last import verbs_behind

OF_A_ROUND = re.compile(r"\b(?:ronde|blok|sessie|round|slot|session)\s$")
BY_BREAK = re.compile(r"\b(?:na|voor|tot|in|tijdens)\s(?:de|die|het)\s(?:\w+\s)?$")
EXCHANGE = re.compile(r"[^.,;:!?\n]{0,90}\suit\b")
AT_A_TIME = re.compile(r"\s(?:half|kwart|tien|vijf|\d|een|twee|drie|vier|elf|twaalf)\b(?!\s(?:andere|workshops))")
# "Zet mij maar bij de ander", "geef mij de ander", of a workshop
ANOTHER_ONE = re.compile(r"\b(?:naar|voor|bij|doe|neem|kies|volg|geef|mij|me|liever|graag|dus)\s(?:dan\s|maar\s)?$")
# "Els zit steeds precies bij de andere"
ALWAYS_THE_OTHER = late(
    r"\b(?:steeds|telkens|altijd|(?:beide|alle|elke|iedere)\s(?:keren|keer|ronde|rondes)|always|each time|every time)\s"
    r"(?:(?:precies|net|juist|bij|naar|in|voor|to|at|in)\s){0,3}(?:de andere|the other)(?: one| workshop)?\b"
)
# "Om 14 uur: wisselen!"
SWAP_THEN = late(
    r"(?:\b(?:ronde|round)(?:\s\d)?|\b\d{1,2}(?:[.:]\d\d)?(?:\s?(?:uur|u|pm))?|\b\w{3,7}\suur)\s?[:=,–-]?\s(?:dan\s|then\s)?"
    r"(?P<swap>wisselen|omwisselen|ruilen|omruilen|wissel|swap)(?=\s?(?:$|[.!,;)\n]))"
)
WE_BOTH = re.compile(r"\b(?:we|wij|zij|ze|they)\s(?:\w+\s){0,2}$")
JOINING = frozenset(("meedoen", "komen", "deelnemen", "aanschuiven", "attend", "join", "come"))
SAME_ONE = re.compile(r"\b(?:dezelfde|diezelfde|the same one)(?=,\s(?:maar|alleen|but|only)\b)")
# "Thomas gaat in ronde 1 met mij mee", "en Els gaat overal mee", "hij schuift bij Noor aan", "ik volg haar"
WHOM = r"(?:mij|me|ons|haar|hem|[A-Z][\w'’-]+)"
ALONG = late(
    rf"\b(?:(?P<all>overal)(?:\s(?:met|bij)\s{WHOM})?\smee|(?:met|bij)\s{WHOM}\s(?:mee|aan)"
    rf"|(?:volg|volgt)\s{WHOM}(?=\s?(?:[.,;)\n]|$|\sdaarin\b|\sdaar\b|\snaar\b))"
    r"|(?:gaat?|doet?|zit|volgt?|kiest?|sluit)\s(?:gewoon\s|ook\s|wel\s)?(?P<where>waar)(?=\s(?:ik|hij|zij|[A-Z][\w'’-]+)\s)"
    r"|(?:along with|follows?|joins?) (?:me|us|her|him)(?! (?:in|on|at) (?:the|a|utrecht)\b))(?!\w)"
)
TRAVELS = re.compile(r"\b(?:rij|rijd|rijdt|rijden|reis|reist|reizen|lift|auto|trein|fiets|car|train|drive|travel)\b")
CAR = 24  # characters behind it: "met mij mee met de trein"
FEW_WORDS, SENTENCE_END = 4, re.compile(r"[.!?;]\s|\n\s*\n")
NEARBY = 240  # characters: a workshop further back is none that somebody joins in
TOO_AFTER = late(
    r"(?:^|[.!?]\s|\n)(?:[Vv]oor\s)?(?:[A-Z][\w'’-]+|[Hh]ij|[Zz]ij|[Ii]k|[Ss]he|[Hh]e|I)\s"
    r"(?:(?:wil|doet|doe|gaat|kiest|neemt|volgt)\s(?:(?:die|dat|daar)\s)?)?(?:dan\s)?(?P<too>ook|too)(?=\s?(?:,\s(?:maar|alleen|plus|en|but)\b|\.|$))"
)
# "Luisteren naar mijn eigen vooroordelen"; not so "de workshop over onze eigen vooroordelen"
OWN = re.compile(r"\b(?!over|about|on|rond)\w+\s(?:mijn|m'n|onze|ons|je|jullie|my|our)\s(?:eigen|own)\s$")
IT_IS = re.compile(r"\s(?:is|zijn|was|waren|blijkt|blijken)\s?(?:$|[.,;:!?)\n]|(?:en|dus|and)\b)")
TIMES_BEFORE = re.compile(r"\b(?:keer|maal|x|times)\s(?:de\s|the\s)?$")
STAYS_SO = re.compile(r"\b(?:stays?|remains?|kept|keeps?|blijft|blijven)\s(?:\w+\s)?$")
LEFT_THEN = re.compile(r"\s(?:had|hadden|heb|hebben)\s(?:ik\s|we\s|wij\s)?(?:gelaten|gehouden|staan)\b")
NO_BY_ITSELF = re.compile(r"(?:^|[.!?]\s|\n|\b(?:hm+|oh|ah|wait|or|sorry),?\s)$")
TOO = late(r"(?:\b(?:en|and)|,)\s(?:[A-Z][\w'’-]+|hij|zij|ik|she|he|I)\s(?P<too>ook|too)(?=\s?(?:[.,;)\n]|$))")
# "VV = Vooroordelen Voorbij", not "ronde 1 = ...", "1e ronde = ...", "12 uur = ..."
SHORT_FOR = re.compile(
    r"(?<!\w)(?!(?:ronde|round|blok|block|slot|uur|hour|u|h|een|twee|drie)\s?=)[a-z]{1,5}\s?=\s?[\"']?$"
)
ROUND_CALLED = late(r"\b(?:ronde|blok|round|block|tijdslot|slot)\s?\d")
SESSION_NUMBERED = late(r"\b(?:werk|deel)?(?:sessie|session)\s(?:nr\.?\s|nummer\s)?(?P<number>\d{1,2})(?![\w.:]\d|\w)")
CAMEL = re.compile(r"(?:[A-Z][a-z]{1,2}){2}")  # "VoVo"
LONG_WORD = re.compile(r"[^\W\d_]{4,}")
BESIDE = 80  # characters of its line, before a word and behind it
INITIALS = 2  # letters: "IK DOE VV EN LAB" shortens titles, though the line is in capitals
NUMBERED_LETTERS = re.compile(r"(?<![\w@.-])(?P<letters>[A-Z][A-Za-z]{0,4})-?(?P<number>[1-9])(?!\w|[.:]\d)")
SMALL_ABBREVIATION = re.compile(r"\s?[:=-]?\s(?P<letters>[a-z]{2,4})(?=\s?(?:$|[.,;\n]|r[1-9]\b|ronde\b))")
ABBREVIATION = re.compile(r"(?<![\w@.-])[A-Z][A-Za-z]{0,4}(?![\w@])")


class SignFinder:
    """Finds the signs of one event's workshops and rounds."""

    def __init__(self, event: Event) -> None:
        self._event = event
        self.rounds = RoundFinder(event)
        self._slugs = tuple(workshop.slug for workshop in event.workshops)
        self._codes = CodeFinder(self.rounds.numbers, self._slugs)
        self._titles = TitleIndex(event)
        self._numbering = Numbering(self._slugs, self.rounds, self._titles)
        self._givers = Givers(event)

    def signs(self, text: str, start: int, end: int, short: dict[str, str]) -> list[Sign]:
        """The signs in text[start:end] in order, none inside another. `short`: abbreviation -> slug, as explained."""
        folded = fold(text)
        found: list[Sign] = []
        for signs in (
            self._codes.signs(folded, start, end, short),
            self._numbered_abbreviations(text, start, end, short),
            self._numbered_sessions(folded, start, end),
            self.rounds.named(text, start, end),
            self._phrases(folded, start, end),
            self._numbering.signs(folded, start, end),
            self._workshops(text, start, end),
            self._givers.named(text, start, end),
            self._abbreviations(text, start, end, short),
            lettered(text, start, end, self._slugs, short),
        ):
            for sign in signs:
                _add(found, sign)
        for sign in list(self._small_abbreviations(folded, found)):
            _add(found, sign)
        if not found:
            return []  # clock times and "niets" choose nothing by themselves
        for sign in [
            *verbs_behind(folded, [sign for sign in found if sign.kind in BEARING], start, end),
            *self.rounds.bare(text, found, start, end),
            *self.rounds.times(folded, start, end),
            *self.rounds.told(folded, start, end),
            *self.rounds.counted(folded, start, end),
            *_nothing(folded, start, end),
        ]:
            _add(found, sign)
        for sign in _too(text, found, start, end):
            _add(found, sign)
        for sign in _along(text, folded, found, start, end):
            _add(found, sign)
        for sign in self.rounds.listed(text, found, start):
            _add(found, sign)
        empty = left_empty(text, start, end)
        return [
            s
            for s in found
            if not (s.kind is Is.WORKSHOP and any(a <= s.start < b for a, b in empty))
            and not (folded[s.start : s.end] in word_set("choices", "each_time") and _is_small_talk(folded, s, found))
        ]

    def explained(self, text: str) -> dict[str, str]:
        """Abbreviations that the text explains: "VV = Vooroordelen Voorbij", "Vooroordelen Voorbij (VV)"."""
        if not explains(text):
            return {}
        given = self._givers.named(text, 0, len(text)) if calls(text) else ()
        return legend(text, (*self._titles.hits(fold(text), 0, len(text)), *given))

    def _phrases(self, folded: str, start: int, end: int) -> Iterator[Sign]:
        for match in ALWAYS_THE_OTHER.finditer(folded, start, end) if "andere" in folded or "other" in folded else ():
            yield Sign(Is.SWAP, *match.span())
        for match in SWAP_THEN.finditer(folded, start, end):
            yield Sign(Is.SWAP, *match.span("swap"))
        for match in ORDER_TOLD.finditer(folded, start, end) if "order" in folded or "volgorde" in folded else ():
            yield Sign(Is.SEQUENCE, *match.span())
        if not phrase_keys().isdisjoint(vocabulary(folded)):
            yield from self._table_phrases(folded, start, end)
        for match in both_of_them().finditer(folded, start, end):
            we = WE_BOTH.search(folded, max(start, match.start() - 24), match.start())
            if we and match[0].split()[-1] in JOINING:
                continue  # "we willen allebei meedoen"
            yield Sign(Is.ALL_WORKSHOPS, *match.span())
        for match in one_left().finditer(folded, start, end):
            if OF_A_ROUND.search(folded, max(start, match.start() - 12), match.start()):
                continue  # "in de ronde die overblijft"
            yield Sign(Is.OTHER_WORKSHOP, *match.span(), relation="left")
        for match in once_more().finditer(folded, start, end):
            yield Sign(Is.SAME, *match.span(), sure=False)
        for match in SAME_ONE.finditer(folded, start, end):
            yield Sign(Is.SAME, *match.span())
        for match in goes_with_the_seat().finditer(folded, start, end) if _names_workshops(folded) else ():
            yield Sign(Is.SAME, *match.span())
        for match in turned_round().finditer(folded, start, end):
            rounds = tuple(int(match[name]) for name in ("one", "two") if match[name])
            yield Sign(Is.SWAP, *match.span("verb"), rounds=rounds, relation="verb")

    def _table_phrases(self, folded: str, start: int, end: int) -> Iterator[Sign]:
        others = tuple(self.rounds.numbers)
        for table, kind in phrase_tables():
            for match in listed(table).finditer(folded, start, end):
                all_other = folded.endswith(("al ", "alle "), start, match.start())  # "al het andere blijft zo"
                of_rounds = rounds_behind().match(folded, match.end()) and not folded.startswith("\n", match.end())
                if kind is Is.OTHER_WORKSHOP and (all_other or of_rounds):
                    continue
                if kind is Is.OTHER_WORKSHOP and any_in("other_people").match(folded, match.end() + 1):
                    continue  # "twee keer dezelfde, dan zie ik de andere trainer ook"
                if match[0] == "de ander" and not ANOTHER_ONE.search(
                    folded, max(start, match.start() - 24), match.start()
                ):
                    continue  # "de een doet A, de ander B"
                if kind is Is.SWAP and EXCHANGE.match(folded, match.end()):
                    continue  # "de derde ronde wisselen we onder de koffie aantekeningen uit"
                if kind is Is.SWAP and match[0].endswith(" om") and AT_A_TIME.match(folded, match.end()):
                    continue  # "ze om twee uur moet bellen"
                if kind is Is.SWAP and folded.startswith(" te ", match.end()):
                    continue  # "de andere rondes gebruiken ze om te netwerken"
                times = kind is Is.SAME and TIMES_BEFORE.search(folded, max(start, match.start() - 12), match.start())
                if times and match[0].endswith(("workshops", "sessies", "sessions")):
                    continue  # "ik lees: drie keer dezelfde twee workshops"
                if kind is Is.SAME and STAYS_SO.search(folded, max(start, match.start() - 24), match.start()):
                    continue  # "the morning stays the same"
                if kind is Is.SAME and IT_IS.match(folded, match.end()):
                    continue  # "ik lees dat het drie keer hetzelfde is"
                if kind is Is.SAME and any_in("other_things").match(folded, match.end() + 1):
                    continue  # "hetzelfde adres"
                rounds = others if table == "all_rounds" else ()
                yield Sign(kind, *match.span(), rounds=rounds, relation="left" if table == "left_over" else "")

    def _workshops(self, text: str, start: int, end: int) -> Iterator[Sign]:
        folded = fold(text)
        for hit in self._titles.hits(folded, start, end):
            explains = SHORT_FOR.search(folded, max(start, hit.start - 10), hit.start)
            own = not hit.full and OWN.search(folded, max(start, hit.start - 30), hit.start)
            if not explains and not own:  # "mijn eigen vooroordelen"
                titled = text[hit.start].isupper() or folded[hit.start - 1 : hit.start] in ("'", '"')
                yield Sign(Is.WORKSHOP, hit.start, hit.end, hit.workshop, sure=hit.full or (hit.whole and titled))

    def place(self, written: str) -> int | None:
        """Which of the workshops that is, in the order of the announcement."""
        return self._numbering.place(written)

    def _numbered_abbreviations(self, text: str, start: int, end: int, short: dict[str, str]) -> Iterator[Sign]:
        """ "LB1, VO2", where the text says what LB and VO stand for."""
        for match in NUMBERED_LETTERS.finditer(text, start, end) if short else ():
            slug = short.get(match["letters"])
            if slug and int(match["number"]) in self.rounds.numbers:
                yield Sign(Is.WORKSHOP, *match.span("letters"), slug)
                yield Sign(Is.ROUND, *match.span("number"), rounds=(int(match["number"]),))

    def _numbered_sessions(self, folded: str, start: int, end: int) -> Iterator[Sign]:
        """ "Blok 1: sessie 5": where rounds are called something else, "sessie" and its number are a workshop's."""
        if ROUND_CALLED.search(folded) is None:
            return
        for match in SESSION_NUMBERED.finditer(folded, start, end):
            place = int(match["number"])
            if place <= len(self._slugs):
                yield Sign(Is.WORKSHOP, *match.span(), self._slugs[place - 1], numbered=True)

    def _small_abbreviations(self, folded: str, found: list[Sign]) -> Iterator[Sign]:
        """ "r3 vv": right behind a round, where a workshop would stand."""
        for sign in found:
            match = SMALL_ABBREVIATION.match(folded, sign.end) if sign.kind is Is.ROUND else None
            slug = self._titles.by_initials(match["letters"]) if match else None
            if match and slug:
                yield Sign(Is.WORKSHOP, *match.span("letters"), slug)

    def _abbreviations(self, text: str, start: int, end: int, short: dict[str, str]) -> Iterator[Sign]:
        for match in ABBREVIATION.finditer(text, start, end):
            explained = short.get(match[0])
            if match[0] in ("AM", "PM") or (not explained and _is_shouted(text, match)):
                continue
            slug = explained or (
                self._titles.abbreviated(match[0])
                if len(match[0]) > 1 and (match[0].isupper() or CAMEL.fullmatch(match[0]))
                else None
            )
            follows = text[match.end() : match.end() + 3].lstrip(" ")[:1]
            if slug and follows != "=" and (explained or not follows.isdigit()):  # "WS 2" counts workshops
                yield Sign(Is.WORKSHOP, *match.span(), slug, sure=False)


def _is_shouted(text: str, word: re.Match[str]) -> bool:
    """Whether the line is in capitals, and that word no more than they: "SORRY VOOR DE HOOFDLETTERS"."""
    before, behind = max(0, word.start() - BESIDE), word.end() + BESIDE
    line = text[before : word.start()].rpartition("\n")[2] + text[word.end() : behind].partition("\n")[0]
    long = LONG_WORD.findall(line)
    return len(word[0]) > INITIALS and bool(long) and all(other.isupper() for other in long)


def _add(found: list[Sign], sign: Sign) -> None:
    """Keep it, in its place, where it stands clear of those before it: a mail can hold thousands."""
    at = bisect_left(found, sign.start, key=lambda other: other.start)
    clear_before = at == 0 or found[at - 1].end <= sign.start
    if clear_before and (at == len(found) or sign.end <= found[at].start):
        found.insert(at, sign)


def _nothing(folded: str, start: int, end: int) -> Iterator[Sign]:
    for finder in (listed("nothing"), nothing_more(), LONE_DASH):
        for match in finder.finditer(folded, start, end):
            if match[0] == "no" and NO_BY_ITSELF.search(folded, max(start, match.start() - 12), match.start()):
                continue  # "Hmm, no, scrap that"
            if match[0] in ("pauze", "koffie") and BY_BREAK.search(
                folded, max(start, match.start() - 24), match.start()
            ):
                continue  # "na de laatste pauze"
            if folded.endswith(("niet ", "not "), start, match.start()):
                continue  # "ronde 3 wil ik niet overslaan"
            if LEFT_THEN.match(folded, match.end()):
                continue  # "die ik open had gelaten"
            yield Sign(Is.NOTHING, *match.span())


def _names_workshops(folded: str) -> bool:
    """Whether a text has what is taken over with somebody's seat."""
    return "workshop" in folded or "sessie" in folded or "choice" in folded


def _too(text: str, found: list[Sign], start: int, end: int) -> Iterator[Sign]:
    """ "Ik wil naar A en Joost ook": the same, where a workshop is named before it in the sentence."""
    if "ook" not in text and "too" not in text:
        return
    for match in TOO.finditer(text, start, end):
        before = [sign.end for sign in found if sign.kind is Is.WORKSHOP and sign.end <= match.start()]
        if before and not re.search(r"[.!?\n]", text[max(before) : match.start()]):
            yield Sign(Is.SAME, *match.span("too"))
    for match in TOO_AFTER.finditer(text, start, end):  # of the sentence before, where that names a workshop
        before = [sign.end for sign in found if sign.kind is Is.WORKSHOP and sign.end <= match.start() + 1]
        if before and not re.search(r"[.!?]\s", text[max(before) : match.start()].rstrip(". \n")):
            yield Sign(Is.SAME, *match.span("too"))


def _along(text: str, folded: str, found: list[Sign], start: int, end: int) -> Iterator[Sign]:
    """ "Els gaat in ronde 1 met mij mee", "overal mee", "en ik volg haar": to the same workshop, where one was named
    before."""
    if not has_one_of(folded, JOINS):
        return
    for match in ALONG.finditer(text, start, end):
        told = [sign.end for sign in found if sign.kind is Is.WORKSHOP and sign.end <= match.start()]
        near = [s for s in found if s.kind is Is.ROUND and 0 <= match.start() - s.end < 20]
        if not told or _travels(folded, told[-1], match):
            continue
        if (
            match["all"]
            or any("\n" not in folded[s.end : match.start()] for s in near)
            or _joins(folded, told[-1], match)
        ):
            yield Sign(Is.SAME, match.start(), match.end())


JOINS = (" mee", " aan", "along", "volg", "waar", "follow", "join")


def _joins(folded: str, told: int, match: re.Match[str]) -> bool:
    """Whether somebody joins in what another was just said to choose."""
    said = folded[told : match.start()]
    return len(said) < NEARBY and "\n\n" not in said


def _is_small_talk(folded: str, sign: Sign, signs: list[Sign]) -> bool:
    """ "Wat mij daarbij telkens opviel": no workshop is told close by, in the same sentence."""
    for other in signs:
        one, two = (other, sign) if other.start < sign.start else (sign, other)
        between = folded[one.end : two.start]
        if other.kind in BEARING and len(between.split()) <= FEW_WORDS and not SENTENCE_END.search(between):
            return False
    return True


def _travels(folded: str, told: int, match: re.Match[str]) -> bool:
    """ "Noor rijdt met mij mee": in the car."""
    sentence = max(told, folded.rfind(".", 0, match.start()))
    return TRAVELS.search(folded, sentence, match.end() + CAR) is not None


@cache
def phrase_keys() -> frozenset[str]:
    """Words of which a text that has a phrase of those tables has one: asked once, instead of table by table."""
    return frozenset[str]().union(*(listed(table).keys for table, _ in phrase_tables()))


@cache
def phrase_tables() -> tuple[tuple[str, Is], ...]:
    """The tables of fixed phrases, those that hold others' words first."""
    return (
        ("any_round", Is.ANY_ROUND),
        ("swap", Is.SWAP),
        ("all_rounds", Is.ROUND),
        ("the_other", Is.OTHER_WORKSHOP),
        ("left_over", Is.OTHER_WORKSHOP),
        ("same", Is.SAME),
        ("sequence", Is.SEQUENCE),
    )
