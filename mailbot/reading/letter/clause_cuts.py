"""Where one clause of a sentence ends and the next begins: at its marks, at words that begin one, between two deeds.

No cut goes through a name, through a phrase that says one thing, or through something in brackets.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from mailbot.reading.letter.cues import Cue
from mailbot.reading.lexicon import load
from mailbot.reading.names import NameFound
from mailbot.reading.text.fold import any_of
from mailbot.reading.text.late import late


def alternation(key: str) -> str:
    """An alternation of one list of lexicon/sentences.toml."""
    return any_of(map(str.lower, load("sentences")[key]), blank=" ")


def _first_letters(key: str) -> str:
    return "".join(sorted({phrase[0].lower() for phrase in load("sentences")[key]}))


# "I want to come", "we both want A": no Dutch "want"
WHO_WANTS = "".join(rf"(?!(?<=\b{who} )want\b)" for who in ("i", "we", "you", "they", "both", "all"))
NO_WANT = rf"(?!want\s(?:to|the|you|an|both)\b){WHO_WANTS}"
WHY = r"(?:want|omdat|aangezien|vanwege|wegens|because|since)\b"  # "Wim niet want die is ziek"
OWN = rf"(?:en|and)\s(?:{alternation('own_verbs')})\b"
# Cuts by what they begin with, for all that begins with nothing of the kind is passed over at once.
AT_BLANK = (
    rf"(?:-\s|(?=[{_first_letters('anywhere')}]){NO_WANT}(?=(?:{alternation('anywhere')})\b)|(?=[ea])(?=(?:en|and)\s)(?:(?={OWN})"
    r"|(?=(?:en|and)\s(?:(?-i:[A-ZÀ-Þ])[^\s,]+(?:\s[^\s,]+){0,3}|ik(?:\s(?:zelf|helaas|dus|nu))*|ikzelf)\s(?:niet|not)"
    r"(?:\s(?:meer|langer))?\s*(?:[.,;!?]|\Z|"
    rf"{WHY}))))"
)
AT_COMMA = (
    rf"(?:\s+(?:{NO_WANT}(?=(?:{alternation('after_comma')})\b)"
    r"|(?=(?:[^\s,]+\s+){1,6}(?:niet|wel|not|\w{2,6}n[’']t)\s*(?:[.,;!?]|$|"
    rf"{WHY}))"
    r"|(?=(?-i:[A-ZÀ-Þ])[^\s,]+(?:\s[^\s,]+){0,4}\s(?:ja|nee|yes|no)\s*(?:[.,;!?(]|$))"
    r"|(?=niet\s+(?:meer\s+|langer\s+)?(?:ik|mij|ikzelf)\s*[.!;,]?\s*(?:$|\n|[A-Z]))"
    r"|(?=(?:[^\s,]+\s+){1,6}(?:kom|komt|komen|ga|gaat|gaan|ben|is|zijn|blijft|blijven)\s+(?:er\s+)?(?:wel|gewoon|natuurlijk)\b)"
    r"|(?=(?:zet|schrijf|noteer|boek|reserveer|meld|geef|put|sign|register|book)\s"
    r"(?:mij|me|ons|hem|haar|hen|us|him|her|them)\b)"
    rf"|(?=(?:[^\s,]+\s+){{0,3}}(?:{alternation('verbs')})\b))|\s(?={OWN}))"
)
CLAUSE_END = re.compile(rf"[;:–,\s](?i:(?<=\s){AT_BLANK}|(?<=,){AT_COMMA}|(?<=[;:–])(?!(?<=\d:)\d))")
# "Waar Els op 30 maart heen gaat ben ik ook": two verbs meet
SECOND_VERB = r"(?:ben|ga|kom|meld|neem|schuif)\s(?:ik|wij|we)\b"
VERBS_MEET = re.compile(rf"\b(?:gaat|komt|moet|heeft|zit|staat|blijft)\s(?={SECOND_VERB})", re.IGNORECASE)
MAY_MEET = re.compile(rf"\s(?=[bgkmnsBGKMNS])(?i:{SECOND_VERB})")
# "Wim en ik hebben besloten dat Noor gaat": what they decided is another clause
DECIDED = late(
    r"\b(?:besloten|afgesproken|overeengekomen|bepaald|beslist|voorgesteld|geopperd|goedgevonden|decided|agreed)\s(?=(?:dat|that)\s(?!(?:ik|wij|we|I)\b))",
    re.IGNORECASE,
)
THAT = (" dat ", " that ")
# ", die hier stage loopt," and what the sentence goes on with
RELATIVE = re.compile(
    r",\s+(?:die|dat|wiens|wier|(?:met|van|aan|voor|bij|door|naast) wie|who|whom|whose|which)\b[^,;:.!?()]{3,160}"
    r"(?P<end>,)\s(?=[^\W\d_])",
    re.IGNORECASE,
)
# "Voor onze adviseur, Wim Smit, (wil ik een plaats reserveren)": for whom it is belongs to what is asked
FOR_WHOM = late(
    r"\s*(?:(?:en|ook|tevens|graag)\s+)?(?:voor|for)\s+(?:(?!(?:ik|wij|we)\b)[^\s:;]+\s+){0,13}(?!(?:ik|wij|we)\b)[^\s:;]+\s*\Z",
    re.IGNORECASE,
)
ASKS_FOR = late(
    r"\s*(?:(?:wil|zou|wilde|moet|mag|vraag|reserveer|boek|zoek|verzoek)\s+(?:ik|wij|we)|willen\s+(?:wij|we)|zouden\s+(?:wij|we)"
    r"|graag|gaarne|(?:wilt|kunt|zou|wil|kun)\s+(?:u|je|jij|jullie)|kunnen\s+jullie|I(?:'d|\s+would)\s+like|please|could\s+you)\b",
    re.IGNORECASE,
)
# "Toch maar niet", "doe dan maar": no clause begins there; one that does, begins with who does something
PARTICLE = re.compile(
    r"(?<=\btoch|.\bdan|\blaat|.\bdoe|.\bnou|\bzelf|..\bme|.\bmij)\smaar\s(?!(?:ik|wij|we|hij|zij|ze|u|je|jullie|dat|dit|die"
    r"|het|er|de|een|mijn|onze|ons|dan|nu|kan|kon|kunnen|mag|moet|wil|zou|heb|heeft|ben|is|zijn|kom|komt|ga|gaat|daar"
    r"|niet iedereen|[A-ZÀ-Þ][^\s]*)\b)"
)
MAAR = re.compile(r"\smaar\s")
COMMA = re.compile(r",\s+")
# "Els Bos en ik niet", "Els Bos en Wim Smit kunnen niet" are of both; not so "Els komt en Wim Smit kan niet"
NOR_THEY = re.compile(r"\s(?:en|and)\s(?:(?:ik|I)\b|(?-i:[A-ZÀ-Þ]))", re.IGNORECASE)
ALONE = late(
    r"\W*(?:(?:en|maar|dus|ook|helaas|want|collega['’]?s?|collega|mijn|onze|de|heer|mevrouw|wethouder|raadslid|but|and|my|our)\s+)*",
    re.IGNORECASE,
)
AND_THEIRS = re.compile(r",?\s(?=(?:en|and)\s(?:haar|zijn|hun|diens|her|his|their)\s[^\W\d_])", re.IGNORECASE)
AND_I = re.compile(r"(?:en|and)\s(?:ik|ikzelf|I)\s", re.IGNORECASE)
AND = re.compile(r",?\s(?=(?:en|and)\s)")
ABSENCE = frozenset({"absent", "self_not", "stays", "unable"})  # "Ik kom wel, Wim niet": not over the comma
NEAR = 12  # characters: "blijft hier,", "kan dan helaas niet,"
UNCUT = frozenset({"attend", "enrol", "replace", "cancel", "fewer", "made_of", "not_me_but"})


def clause_spans(
    text: str,
    start: int,
    end: int,
    names: tuple[NameFound, ...],
    cues: tuple[Cue, ...],
    asides: list[tuple[int, int]],
) -> Iterator[tuple[int, int]]:
    """Where the clauses are. No cut goes through a name, through a phrase, or through something in brackets."""
    whole = [(n.start, n.end) for n in names] + [(c.start, c.end) for c in cues if c.kind in UNCUT] + asides
    at = start
    cuts = [
        *CLAUSE_END.finditer(text, start, end),
        *(VERBS_MEET.finditer(text, start, end) if MAY_MEET.search(text, start, end) else ()),
        *(DECIDED.finditer(text, start, end) if any(text.find(word, start, end) >= 0 for word in THAT) else ()),
        *_splices(text, start, end, cues),
        *_deeds(text, cues),
        *_relative_ends(text, start, end),
        *_partings(text, names, cues),
    ]
    for m in sorted(cuts, key=re.Match.start):
        if m.start() < at or any(a < m.start() < b for a, b in whole) or not text[at : m.start()].strip():
            continue
        if AND_I.match(text, m.end()) and any(name.end == m.start() for name in names):
            continue  # "Wim en ik niet"
        if PARTICLE.match(text, m.start()) or (MAAR.match(text, m.start()) and _is_order(text, at, m.start(), cues)):
            continue
        if NOR_THEY.match(text, m.start()) and _is_one_subject(text, at, m.start(), names):
            continue
        if names and FOR_WHOM.match(text, at, m.start()) and ASKS_FOR.match(text, m.end()):
            continue
        yield at, m.end()
        at = m.end()
    if text[at:end].strip():
        yield at, end


def _is_one_subject(text: str, start: int, end: int, names: tuple[NameFound, ...]) -> bool:
    """Whether nothing but somebody's name stands there, to which an "en" adds the next."""
    before = [name for name in names if start <= name.start and name.end <= end]
    if not before or before[-1].end != end:
        return False
    return all(
        ALONE.fullmatch(text, one, other.start) is not None
        for one, other in zip([start, *(name.end for name in before)], before, strict=False)
    )


def _is_order(text: str, start: int, end: int, cues: tuple[Cue, ...]) -> bool:
    """Whether nothing stands there but what we are to do: "Noteer" of "Noteer maar Els Bos"."""
    said = text[start:end].strip()
    return any(cue.kind == "enrol" and said == text[cue.start : cue.end] for cue in cues)


def _relative_ends(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The commas behind what is said of somebody within a sentence: "Els, die hier werkt, komt ook"."""
    at = start
    while relative := RELATIVE.search(text, at, end):
        at = relative.start("end")
        if comma := COMMA.match(text, at):
            yield comma


def _deeds(text: str, cues: tuple[Cue, ...]) -> Iterator[re.Match[str]]:
    """The "en" between two things that we are to do: "wilt u mij uitschrijven en haar inschrijven?"."""
    done = [cue for cue in cues if cue.kind in ("cancel", "enrol")]
    for one, other in pairwise(done):
        between = AND.search(text, one.end, other.start) if one.end < other.start else None
        if between is not None and one.kind != other.kind:
            yield between


def _partings(text: str, names: tuple[NameFound, ...], cues: tuple[Cue, ...]) -> Iterator[re.Match[str]]:
    """The comma behind somebody who stays away, before the next: "Els blijft hier, Wim en Noor komen graag"; and the
    "en" before somebody, or something, of theirs: "Els is met verlof en haar vervanger, Wim, neemt de telefoon op"."""
    for cue in cues:
        if cue.kind not in ABSENCE or not any(name.end <= cue.start for name in names):
            continue
        comma = COMMA.search(text, cue.end, cue.end + NEAR)
        if comma is not None and any(name.start == comma.end() for name in names):
            yield comma
        theirs = AND_THEIRS.match(text, cue.end)
        if theirs is not None and any(name.start >= theirs.end() for name in names):
            yield theirs


def _splices(text: str, start: int, end: int, cues: tuple[Cue, ...]) -> Iterator[re.Match[str]]:
    """Commas between two statements of the writer's: "ik ben er op 30 maart bij, ronde 3 haal ik niet", and the other
    way round: "maart sla ik over, 20 juni kom ik graag"."""
    own = [cue.start for cue in cues if cue.kind in ("i", "we")]
    if not own or text.find(",", start, end) < 0:
        return
    first = min((cue.start for cue in cues if cue.kind in ("i", "we", "me", "us")), default=end)
    coming = [cue for cue in cues if cue.kind in ("attend", "enrol", "seat")]
    if first >= own[-1] or not coming:
        return
    done = [cue.end for cue in cues if cue in coming or (cue.kind in ABSENCE and cue.end <= coming[-1].start)]
    for comma in COMMA.finditer(text, start, end):
        stop = text.find(",", comma.end(), end)
        stop = end if stop < 0 else stop
        # "..., Wim en ik" goes on with the list; "..., ronde 3 haal ik niet" says something
        said = any(comma.end() <= at < stop and len(text[at:stop].split()) > 1 for at in own)
        if first < comma.start() and done[0] <= comma.start() and said:
            yield comma
