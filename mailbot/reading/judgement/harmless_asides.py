"""Can what sounds as if it were said in passing matter at all? A sentence of which the rules know all that it says.

    what somebody chooses, and leaves to us or to the day   "in welke ronde maakt niet uit, kies maar wat leeg is"
    that they come whatever stood before                    "of ik dan nog raadslid ben weet ik niet, ik kom sowieso"
    what is asked of the reader's own life                  "is je moeder alweer thuis?"
    when they can't be had on the telephone                 "dinsdag ben ik niet te bereiken, mocht er iets zijn"

The second reader finds where such a thing stands (opinion.py), and takes these for the like of "of ik dan vrij krijg
weet mijn chef pas maandag", for they are open in the same words. Without them it looks at the letter once more
(agreement.py). No sentence that names anybody, or speaks of somebody else, is harmless. Phrases: lexicon/asides.toml.
"""

import re
from datetime import date

from mailbot.reading.account.cue_senses import coming_cues
from mailbot.reading.case.case import Case
from mailbot.reading.events.dates import DateMention, dates
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.units import Unit, UnitKind
from mailbot.reading.lexicon import words
from mailbot.reading.lexicon.phrase_book import PhraseBook
from mailbot.reading.second_reader.letter_words import LetterWords
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.late import late

SHORT = 3  # letters: "do"
MOST_WORDS = 60  # of a sentence: a longer one is a dictated letter
# Of somebody else than the writer
OTHERS = ("him", "companion", "also_group", "party", "and_others", "with_me", "delegates", "hearsay")
# That something is given up, put off, exchanged or told by others
HEAVY = (
    *("absent", "unable", "cancel", "replace", "transfer", "off", "retracts", "surprise", "place_left", "seat", "away"),
    *("told", "reported", "later", "undecided", "tba", "not_yet", "takes_back", "undone", "instead"),
    *("fewer", "wavers", "hope", "perhaps", "self_not", "contact"),
)
PHRASES = PhraseBook("asides")
SURE, UNLESS = PHRASES.anywhere("sure"), PHRASES.anywhere("unless")
OPEN_CHOICE = late(lambda: f"{PHRASES.whole('left_to_us')}|{PHRASES.whole('on_the_day')}")
OF_CHOICES = PHRASES.anywhere("of_choices")  # what else tells that a clause is about what one chooses
GOES_ON = PHRASES.at_start("goes_on")
OF_THE_READER = PHRASES.anywhere("of_the_reader")
OUT_OF_REACH, ABOUT_REACHING = PHRASES.anywhere("out_of_reach"), PHRASES.anywhere("about_reaching")
COMES = late(
    r"\b(?:komen|erbij zijn|aanwezig zijn|meedoen|gaan) (?:doe|doen|zal|zullen) (?:ik|we|wij)\b"
    r"|\b(?:ik|we|wij) (?:kom|komen|ga|gaan|doe mee|doen mee|ben er|zijn er|ben erbij|zijn erbij|ben aanwezig)\b"
    r"|\b(?:kom|komen|ga|gaan|ben|zijn) (?:ik|we|wij)\b"
    r"|\b(?:i|we)(?:'ll| will|'m| am|'re| are)? (?:be there|come|coming|attend|attending)\b"
)
OF_COMING = late(r"\b(?:of|whether|if) (?:ik|we|wij|i)\b")
BOTH = late(r"ze (?:allebei|beide|alle\s?drie)\b")
Span = tuple[int, int]


def harmless_sentence(case: Case, letter: LetterWords, place: int, event: str | None) -> Span | None:
    """Where the sentence at that place of the letter's text begins and ends, if it can't matter; None if it may.
    `event`: the slug of what the letter is about."""
    unit = next((unit for unit in letter.asking.sheet.units if unit.start <= place < unit.end), None)
    if unit is None or unit.kind is not UnitKind.SENTENCE or unit.names:
        return None
    said = fold(letter.text[unit.start : unit.end])
    if len(said.split()) > MOST_WORDS or unit.has(*OTHERS) or _speaks_of_another(letter.text, unit):
        return None
    if (
        _only_chooses(letter, unit)
        or _is_asked_of_the_reader(unit, said)
        or _tells_when_to_call(case, unit, said, event)
    ):
        return unit.start, unit.end
    return _all_the_same(unit, said)


def _speaks_of_another(text: str, unit: Unit) -> bool:
    """Whether "hij" or "zij" stands there; not "ik wil ze allebei wel volgen", which are workshops."""
    them = [(clause, cue) for clause in unit.clauses for cue in clause.cues if cue.kind == "he"]
    return any(
        not (clause.has("i", "we") and BOTH.match(fold(text[cue.start : min(cue.end + 10, clause.end)])))
        for clause, cue in them
    )


def _only_chooses(letter: LetterWords, unit: Unit) -> bool:
    """Whether each clause chooses, leaves the choice to us or to the day, or goes on about that."""
    if unit.has(*HEAVY):
        return False
    left = [hit.span() for hit in OPEN_CHOICE.finditer(fold(letter.text[unit.start : unit.end]))]
    spans = [(unit.start + start, unit.start + end) for start, end in left]
    of_choices = any(_names_a_choice(letter, clause) for clause in unit.clauses)
    return (
        bool(spans)
        and of_choices
        and all(
            _chooses(letter, clause)
            or _goes_on(letter, clause)
            or any(start < clause.start < end for start, end in spans)  # "zoek | maar uit"
            for clause in unit.clauses
        )
    )


def _chooses(letter: LetterWords, clause: Clause) -> bool:
    """Whether a round or workshop stands there, or the choice is left open, and nothing tells of anybody's coming."""
    said = fold(letter.text[clause.start : clause.end])
    if OF_COMING.search(said) or any(cue.kind == "person" for cue in clause.cues if not _is_anybody(said)):
        return False
    return _names_a_choice(letter, clause) or OPEN_CHOICE.search(said) is not None


def _names_a_choice(letter: LetterWords, clause: Clause) -> bool:
    signs = any(clause.start <= sign.start < clause.end for sign in letter.choosing)
    return signs or OF_CHOICES.search(fold(letter.text[clause.start : clause.end])) is not None


def _goes_on(letter: LetterWords, clause: Clause) -> bool:
    said = fold(letter.text[clause.start : clause.end]).strip(" ,.;:-(")
    said = re.sub(r"^(?:maar|en|but|and)\s", "", said)
    if OF_COMING.search(said) or coming_cues(clause):
        return False
    return GOES_ON.match(said) is not None and (not clause.has("person") or _is_anybody(said))


def _is_anybody(said: str) -> bool:
    return re.search(r"\b(?:mensen|deelnemers|people|attendees|others|iedereen|everybody)\b", said) is not None


def _all_the_same(unit: Unit, said: str) -> Span | None:
    """What stands before the writer's word that they come whatever happens, where nothing follows that leaves it open.
    That word itself stays, or what else is open would be of nobody's coming."""
    if unit.has("tie", "replace", "transfer", "cancel", "retracts", "later", "tba"):
        return None
    for hit in SURE.finditer(said):
        clause = next((c for c in unit.clauses if c.start <= unit.start + hit.start() < c.end), None)
        if clause is None or clause.has("part", "neg") or UNLESS.search(said, hit.end()):
            continue
        if COMES.search(said, clause.start - unit.start, clause.end - unit.start) and clause.start > unit.start:
            return unit.start, clause.start
    return None


def _is_asked_of_the_reader(unit: Unit, said: str) -> bool:
    """Whether that is a question of the reader's own life, of nobody's coming."""
    if not said.rstrip().endswith("?") or unit.has("i", "me", "we", "us", "attend", "enrol", "seat", "as_well", "onto"):
        return False
    return OF_THE_READER.search(said) is not None and not unit.has("absent", "cancel", "replace", "may", "part")


def _tells_when_to_call(case: Case, unit: Unit, said: str, event: str | None) -> bool:
    """Whether somebody tells when not to call, on other days than the event's, and no more than that."""
    found = OUT_OF_REACH.search(said)
    if found is None or unit.has("attend", "enrol", "cancel", "replace", "we", "us"):
        return False
    sent = case.context.sent(case.message).date()
    ours = [each.starts.date() for each in case.context.events if event is None or each.slug == event]
    if _names_their_weekday(said, ours) or any(_may_be_one_of(mention, ours) for mention in dates(said, sent)):
        return False
    rest = [c for c in unit.clauses if not c.start <= unit.start + found.start() < c.end]
    return all(ABOUT_REACHING.search(said, c.start - unit.start, c.end - unit.start) for c in rest)


def _may_be_one_of(mention: DateMention, days: list[date]) -> bool:
    """Whether that may be one of those days, or falls on their weekday: "donderdag ben ik niet te bereiken"."""
    return any(mention.since <= day <= mention.until or mention.weekday == day.isoweekday() for day in days)


def _names_their_weekday(said: str, days: list[date]) -> bool:
    """ "Op donderdagen": a weekday of theirs, whichever week."""
    names = any_of(name for day in days for name in words("dates", f"weekdays.{day.isoweekday()}") if len(name) > SHORT)
    return re.search(rf"\b(?:{names})", said) is not None
