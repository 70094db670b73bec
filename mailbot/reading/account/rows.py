"""Rows of people that go on over what is said of each: "Wim Smit, die het beleid maakt, Noor de Boer, die het uitvoert,
en mijzelf". Clauses that only name somebody are pieces of such a row; relative clauses between them interrupt it.
"""

import re
from collections.abc import Sequence

from mailbot.reading.account.mentions import acts, follows_relative, is_verb
from mailbot.reading.account.stance import Stance
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.lexicon import word_set
from mailbot.reading.text.late import late

FEW = 6  # words beside the names: "en onze nieuwe adviseur ... van Jeugd"


class Row:
    """The pieces of a row of people within one sentence, and what is said of all of them, where it came first."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces: list[Clause] = []  # that wait for their verb: "Wim, die hier werkt, en Noor, die ..., komen"
        self.said = Stance.NOTHING  # by the clause in which the row began
        self.interrupted = False

    def add(self, clause: Clause, stance: Stance) -> None:
        """Note a clause that was read, and what it says."""
        if follows_relative(self.text, clause) and not clause.names:
            self.interrupted = True
            return
        piece = stance is Stance.NOTHING and is_piece(self.text, clause)
        self.pieces = [*self.pieces, clause] if piece else []
        if not (piece or (self.interrupted and is_piece(self.text, clause))):
            self.said = stance if clause.names else Stance.NOTHING
        self.interrupted = False

    def goes_on(self, clause: Clause) -> bool:
        """Whether a clause names more of those of whom something was said before."""
        told = self.said in (Stance.COMES, Stance.STAYS_AWAY, Stance.CANCELS)
        return self.interrupted and told and is_piece(self.text, clause)


def asks_for_seats(text: str, clause: Clause) -> bool:
    """Whether a clause without a verb asks for those whom it names: "Graag Wim Smit en Noor de Boer."."""
    own = clause.has("me", "myself_too")
    if not (clause.names or own) or clause.asks or not clause.has("polite", "hereby"):
        return False
    small = word_set("rows", "beside_names")
    if own:
        small |= word_set("rows", "oneself")
    words = {word.casefold() for word in words_beside_names(text, clause)}
    return bool(words) and words <= small


# "Deze aanmelding is voor ", "de deelnemer heet ": whoever comes next
IS_FOR = late(
    r"\s*(?:de|deze|die|onze|mijn|the|this|our|my)\s(?:aanmelding|inschrijving|opgave|registratie|deelnemers?|deelneemsters?"
    r"|registration|participants?|attendees?)(?:\s(?:van|voor|for|on|op)\s[^.,;:!?]{2,30})?"
    r"\s(?:is|zijn|wordt|worden|betreft|geldt|heet|heten|are|concerns)(?:\s(?:dus|dan|bedoeld|bestemd|voor|for))*"
    r"(?:\s(?!(?:van|door|met|al|reeds|niet|by|from|with|not|already)\b)[a-zà-ÿ.]+){0,3}\s?:?\s*",
    re.IGNORECASE,
)


def says_for_whom(text: str, clause: Clause) -> bool:
    """ "De aanmelding is voor Wim Smit", "de deelnemers zijn Wim Smit en ik": nothing more is said than who it is."""
    if (
        not clause.names
        or clause.asks
        or not clause.has("enrol_noun")
        or clause.has("neg", "past", "already", "cancel")
    ):
        return False
    return IS_FOR.fullmatch(text, clause.start, clause.names[0].start) is not None


def is_piece(text: str, clause: Clause) -> bool:
    """Whether a clause does no more than name people, or the writer: no verb stands in it."""
    own = clause.has("myself_too", "me")
    if not (clause.names or own) or clause.asks:
        return False
    words = words_beside_names(text, clause)
    return len(words) <= FEW and not any(word.islower() and is_verb(word) for word in words)


def words_beside_names(text: str, clause: Clause) -> list[str]:
    """The words of a clause but its names."""
    rest = text[clause.start : clause.end]
    for name in sorted(clause.names, key=lambda found: -found.start):
        if clause.start <= name.start and name.end <= clause.end:
            rest = rest[: name.start - clause.start] + " " + rest[name.end - clause.start :]
    words = [word.strip(".,;:()!") for word in rest.split()]
    return [word for word in words if word]


def begins_roll(text: str, clause: Clause) -> bool:
    """Whether a clause begins like "dat zijn", "te weten"."""
    cue = clause.first("roll")
    lead = text[clause.start : cue.start] if cue else ""
    return cue is not None and lead.strip(" \t\n,(:–-\"“”„'‘’").casefold() in ("", "wij", "we")


ONESELF_TOO = re.compile(
    r"\s*(?:en|plus|and)\s(?:dan\s)?(?:ook\s)?(?:ik|ikzelf|mijzelf|mezelf|mijn persoontje|ondergetekende|me|myself)\b",
    re.IGNORECASE,
)


def joins_oneself(text: str, clause: Clause) -> bool:
    """ "En mijn persoontje, ...": the writer ends a row of those who come."""
    return ONESELF_TOO.match(text, clause.start, clause.end) is not None


HEADS = re.compile(r"\s*(?:voor|op|for|on)\s", re.IGNORECASE)
# What may stand before the first name: "collega ", "onze adviseur, mevrouw "
LEAD = re.compile(
    r"\s*(?:(?:ik|mij|mezelf|mijzelf|ikzelf|ondergetekende|myself|me)\b|(?:[^\W\d_]+\W{1,2}){0,4}\Z)", re.IGNORECASE
)


def heads_row(text: str, clause: Clause) -> bool:
    """Whether a clause only says for what those behind its colon come: "Voor 30 maart:"."""
    return HEADS.match(text, clause.start, clause.end) is not None


WHO_COMES = late(
    r"\b(?:wie (?:er )?(?:\w+ )?(?:komt|komen|(?:er)?bij (?:is|zijn)|meedoet|meedoen|meegaat|meegaan|gaat|gaan)"
    r"|who(?:'s| is| are)? (?:coming|attending))\s*:\W*\Z",
    re.IGNORECASE,
)
ONLY_I = re.compile(r"\s*(?:alleen |enkel |only |just )?(?:ik|ikzelf|ondergetekende|me|myself)\b\W*", re.IGNORECASE)


def says_who_comes(text: str, before: Clause, clause: Clause) -> bool:
    """ "Even voor de duidelijkheid wie er komt: alleen ik, Els Bakker", "Wie er komen: Wim Smit en ik"."""
    if not before.opens or WHO_COMES.search(text, before.start, before.end) is None:
        return False
    return begins_with_people(text, clause) or ONLY_I.match(text, clause.start, clause.end) is not None


def begins_with_people(text: str, clause: Clause) -> bool:
    """Whether a clause without a verb begins with somebody's name, or the writer and somebody."""
    if not clause.names or clause.has("told", "talked", "past", "neg", "wavers", "maybe", "question"):
        return False
    lead = LEAD.match(text, clause.start, clause.names[0].start)
    return lead is not None and not any(acts(text, clause, name) for name in clause.names)


def lacks_object(clause: Clause) -> bool:
    """Whether a clause puts on the list whom only the next one names: "graag meld ik aan voor 30 maart, ..."."""
    return clause.has("enrol") and not (clause.names or clause.has("me", "us", "him", "myself_too", "party", "attend"))


REST = late(
    r"\s*(?:(?:dan|dus|en|so|that|which)\s+)*"
    r"(?:(?:blijft|blijven|rest|resten|resteert|resteren)\b|leaves\b|remaining\b)",
    re.IGNORECASE,
)


def begins_with_rest(text: str, clause: Clause) -> bool:
    """ "Blijven over:", "Rest ondergetekende": whoever is left, once others fell out."""
    return clause.has("roll") and REST.match(text, clause.start, clause.end) is not None


ENUMERATES = late(
    r"\s*(?:en\s+|and\s+)?(?:om te beginnen|allereerst|ten (?:eerste|tweede|derde|vierde|vijfde|slotte)|eerst|dan"
    r"|vervolgens|daarnaast|verder|voorts|bovendien|ook|en|tot slot|tenslotte"
    r"|als (?:eerste|tweede|derde|vierde|laatste)|first(?:ly)?|second(?:ly)?|third(?:ly)?|then|next|also|finally"
    r"|lastly|to begin with)\b(?P<lead>[^.!?:;]{0,60}?)\Z",
    re.IGNORECASE,
)
ENUMERATES_ME = late(
    ENUMERATES.pattern.removesuffix(r"(?P<lead>[^.!?:;]{0,60}?)\Z")
    + r"[\s,]+(?:ik|ikzelf|ik zelf|mijzelf|mezelf|ondergetekende|myself)\s*(?:[.,;(]|\Z)",
    re.IGNORECASE,
)
LEADING = 6  # words: "Dan onze wethouder van Zorg, de heer "


def enumerates(text: str, clause: Clause, sentence: int) -> bool:
    """Whether a sentence goes on counting up who comes, and begins with that clause: "Om te beginnen ikzelf",
    "Verder de heer Smit, onze jurist"."""
    if clause.aside or clause.asks or text[sentence : clause.start].strip():
        return False
    if clause.has("neg", "stays", "absent", "cancel", "told", "talked", "question", "part"):
        return False
    if ENUMERATES_ME.match(text, clause.start, clause.end):
        return True
    if not clause.names:
        return False
    lead = ENUMERATES.match(text, clause.start, clause.names[0].start)
    return lead is not None and _is_no_sentence(lead["lead"]) and not any(acts(text, clause, n) for n in clause.names)


def _is_no_sentence(lead: str) -> bool:
    words = lead.split()
    return len(words) <= LEADING and not any(is_verb(word.strip(",")) for word in words if word.islower())


# What may stand behind a row's last name: where somebody is from, or that it goes without saying
ROW_ENDS = re.compile(
    r"\s*(?:(?:natuurlijk|uiteraard|vanzelfsprekend|ook|dus|of course|as well)\s*)?"
    r"(?:,?\s*(?:van|uit|bij|namens|of|from|at)\s[^.!?:;,]{2,60})?\s*[.!)]*\s*\Z"
)
MANY = 10  # words between two of a row: " van Werk & Inkomen, en onze nieuwe collega van ... "
SELF = re.compile(
    r"\b(?:ik|ikzelf|ik zelf|mijzelf|mezelf|ondergetekende|mijn persoon|myself|I|me)\b"
    r"(?:\s(?:natuurlijk|uiteraard|vanzelfsprekend|dus|ook|of course|as well))?",
    re.IGNORECASE,
)


BUT = re.compile(r"\b(?:behalve|uitgezonderd|zonder|minus|except|without|of|or)\b", re.IGNORECASE)


def counts_up_us(text: str, clauses: Sequence[Clause], *, names_writer: bool) -> bool:
    """Whether a sentence does no more than count up people, the writer among them: "Ikzelf natuurlijk, Wim Smit van
    Inkomen, en onze nieuwe collega Noor Tal."."""
    own = [clause for clause in clauses if not clause.aside]
    names = [name for clause in own for name in clause.names]
    if not names or any(clause.asks or clause.has(*NO_ROW) for clause in clauses):
        return False
    if BUT.search(text, own[0].start, own[-1].end) or ":" in text[own[0].start : own[-1].end]:
        return False  # "Contactpersonen: ik en Wim Smit."
    selves = [found.span() for clause in own for found in SELF.finditer(text, clause.start, clause.end)]
    members = sorted([*selves, *((name.start, name.end) for name in names)])
    edges = [own[0].start, *(end for _, end in members)]
    between = [text[a:start].split() for a, (start, _) in zip(edges, members, strict=False)]
    few = all(len(words) <= MANY and not any(w.islower() and is_verb(w.strip(",")) for w in words) for words in between)
    return few and (bool(selves) or names_writer) and ROW_ENDS.match(text[edges[-1] : own[-1].end]) is not None


# "Het zijn Pim, Loes en Guus", "hun namen: ..."
THEY_ARE = late(
    r"\s*(?:en )?(?:(?:dat|het|dit|ze|zij) (?:zijn|is|heten)|(?:hun|de) namen(?: zijn)?|(?:they|these) are"
    r"|their names(?: are)?)\s?:?\s*",
    re.IGNORECASE,
)


def names_them(text: str, clauses: Sequence[Clause]) -> bool:
    """Whether a sentence only tells the names of those of whom the one before spoke."""
    own = [clause for clause in clauses if not clause.aside]
    names = [name for clause in own for name in clause.names]
    if not names or any(clause.asks or clause.has(*NO_ROW) for clause in own):
        return False
    edges = [*(name.end for name in names), own[-1].end]
    starts = [*(name.start for name in names[1:]), own[-1].end]
    between = [text[a:b].split() for a, b in zip(edges, starts, strict=False)]
    few = all(
        len(words) <= LEADING and not any(w.islower() and is_verb(w.strip(",.")) for w in words) for words in between
    )
    return few and THEY_ARE.fullmatch(text, own[0].start, names[0].start) is not None


NO_ROW = (
    "neg",
    "told",
    "talked",
    "past",
    "question",
    "maybe",
    "stays",
    "absent",
    "cancel",
    "part",
    "wavers",
    "cc",
    "if",
    "perhaps",
)
