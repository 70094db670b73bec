"""What a few words without a verb repeat: "Wim niet" denies what the words before it said, "Wim ook" says it again.

"Ik kom op 30 maart, Wim niet": he stays away. "Ik eet geen vlees, Wim wel": of coming nothing is said.
"""

import re
from collections.abc import Iterable, Sequence

from mailbot.reading.account.companions import ours_too
from mailbot.reading.account.stance import Stance
from mailbot.reading.details import diets, needs
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.names.people import Person, Roster
from mailbot.reading.text.late import late

OF_COMING = ("attend", "enrol", "seat", "absent", "self_not", "unable", "cancel", "stays", "already", "unmissed")
ANSWERS = ("neg", "indeed", "likewise", "says_yes", "says_no")
DECIDED = frozenset({Stance.COMES, Stance.STAYS_AWAY})
FEW = 12  # characters: " Ik niet."

# "En ten slotte Noor de Boer."
NO_PREPOSITION = r"(?!(?:aan|voor|van|met|bij|naar|over|door|namens|to|for|from|with)\b)"
AND_ALSO = late(
    r"\W*(?:en|ook|plus|verder|daarnaast|alsook|alsmede|evenals|and|also|tot slot|ten slotte|tenslotte|als laatste"
    r"|dan nog|finally|lastly)(?:\s+(?:en|ook|verder|daarnaast|tot slot|ten slotte|nog|mijn|onze|collega|als laatste"
    rf"|natuurlijk|finally|my|our|colleague))*(?:\s+(?:mijn|onze|my|our)(?:\s+{NO_PREPOSITION}[\w-]+){{1,3}})?\s+",
    re.IGNORECASE,
)
# What of others was said in between doesn't matter: "Tot slot onze jurist Wim Smit: die eet alles."
ENDS_ROW = re.compile(
    r"\W*(?:en\s+)?(?:tot slot|ten slotte|tenslotte|als (?:laatste|tweede|derde|vierde)|dan nog|finally|lastly)\b",
    re.IGNORECASE,
)
TOO = late(
    r"\)?\s*(?:\([^()\n]{1,80}\)|<[^<>\n]{1,80}>)?,?\s*"
    r"(?:(?:gaat|gaan|komt|komen|wil|willen|doet|doen|does|is|will)\s+)?(?:ook|eveneens|idem|too|as well)\s*[.!,;]*\s*",
    re.IGNORECASE,
)
ME_TOO = re.compile(
    r"\s*(?:en |and )?(?:ikzelf|ik zelf|ik|mij|me|I) (?:ook|eveneens|too)\b(?:\s*[.!,]|\s*$)", re.IGNORECASE
)
I_DO = re.compile(
    r"\W*(?:(?:en|maar|and|but) )?(?:ikzelf|ik zelf|ik) (?:(?:dus|zelf|gelukkig|natuurlijk|uiteraard) )?wel\W*",
    re.IGNORECASE,
)
# "Hierbij meld ik Wim aan. En mezelf natuurlijk."
AND_ME = late(
    r"\s*(?:en|and|plus|&|alsmede|evenals)\s+(?:(?:ook|dan|tot slot|ten slotte|natuurlijk|also|then|finally|lastly"
    r"|of course|last but not least),?\s+)*"
    r"(?:mezelf|mijzelf|mij|ikzelf|ik|ondergetekende|myself|me|yours truly)"
    r"(?:,?\s+(?:natuurlijk|uiteraard|ook|zelf|graag|dan|too|as well|of course|obviously|naturally|please"
    r"|(?:als|as)\s+(?:(?:de|the)\s+)?(?:(?:nummer|number|no\.?)\s+)?\w+))*\W*",
    re.IGNORECASE,
)
# "Els komt in ronde 1, ik alleen in ronde 3", "mijn collega komt de hele dag, ik vanaf de lunch"
I_THEN = late(
    r"\W*(?:(?:en|maar|terwijl|and|but|while)\s+)?(?:ikzelf|ik zelf|ik|I)\s+"
    r"(?:(?:alleen|pas|liever|liefst|juist|ook|wel|graag|dan|enkel|zelf|daarentegen|only|just|rather)\s+){0,3}"
    r"(?:'?s (?:ochtends|morgens|middags|avonds)"
    r"|(?:(?:de|the)\s+)?(?:hele|halve|whole|full)\s+(?:dag|middag|ochtend|day)"
    r"|(?:(?:in|om|op|vanaf|tot|na|voor|tijdens|at|on|from|until|after|before)\s+)?(?:(?:de|het|the)\s+)?"
    r"(?:(?:eerste|tweede|derde|vierde|laatste|first|second|third|last)\s+)?"
    r"(?:rondes?|blok|sessie|les|avond|lunch|pauze|middag|ochtend|middagpauze|round|session|break|morning|afternoon"
    r"|\d{1,2}(?:[.:]\d\d)?\b))",
    re.IGNORECASE,
)
# "Voor Wim hoeft dat niet": what, was said before
THAT_TOO = re.compile(r"\bhoe(?:ft|ven|f)\s+(?:dat|het|zoiets)\s+niet\b", re.IGNORECASE)


SAME_FOR = re.compile(
    r"\s*(?:(?:en|and)\s+)?(?:idem|dito|evenzo|hetzelfde|the same|same)\s+(?:graag\s+)?(?:voor|for)\b", re.IGNORECASE
)


class LastSaid:
    """What the clauses of a letter said last, for the next ones that leave it out."""

    def __init__(self, text: str, roster: Roster) -> None:
        self.text, self.roster = text, roster
        self.stance = Stance.NOTHING  # of the last clause that had one
        self.lacks_not = False  # the last clause told an absence by a verb alone: "Wim haakt af", "Wim is ziek"
        self.counts_up = False  # somebody was said to come
        self.of_coming = True  # the last clause with a verb was about coming, or nothing was said yet
        self.aside_named = False  # the last clause named somebody in passing, with a verb of something else
        self.of_wish = False  # the last clause told what somebody eats or needs
        self.of_others = False  # the last clause told what others think, and nothing of coming

    def said_again(self, clause: Clause, stance: Stance) -> Stance:
        """ "Ik meld me aan. Mijn collega Wim Smit ook.": he comes by a clause that has no word for it."""
        goes_on = self.stance is Stance.COMES and self.of_coming
        goes_on = goes_on or self._ends_list(clause)
        goes_on = goes_on or (self.counts_up and ENDS_ROW.match(self.text, clause.start, clause.end) is not None)
        unsaid = stance is Stance.NOTHING and goes_on
        then = self.stance is Stance.COMES and not clause.asks and I_THEN.match(self.text, clause.start, clause.end)
        own = stance is Stance.NOTHING and self._is_mine_to_do(clause)
        return Stance.COMES if own or (unsaid and (then or _says_too(self.text, clause))) else stance

    def _is_mine_to_do(self, clause: Clause) -> bool:
        """ "Wim komt, Noor niet, ik wel": of coming, whatever the others do."""
        told = self.counts_up and self.of_coming and self.stance in DECIDED  # not so "Wim wist het niet, ik wel"
        told = told and not (self.of_wish or self.of_others or clause.asks)
        return told and I_DO.fullmatch(self.text, clause.start, clause.end) is not None

    def is_unlike_absent(self, clause: Clause) -> bool:
        """ "Wim kan toch niet, ik wel": for the writer nothing changes."""
        away = self.stance in (Stance.STAYS_AWAY, Stance.CANCELS) and not clause.asks
        return away and I_DO.fullmatch(self.text, clause.start, clause.end) is not None

    def _ends_list(self, clause: Clause) -> bool:
        """ "Dit zijn onze mensen voor de 30e: ...", a list, and "plus ikzelf" below it."""
        listed = any(person.comes and not person.is_writer for person in self.roster.people)
        adds = self.of_coming or self.text[clause.start : clause.end].lstrip()[:4].lower() == "plus"
        return listed and adds and AND_ME.fullmatch(self.text, clause.start, clause.end) is not None

    def repeated(self, clause: Clause, stance: Stance) -> Stance:
        """What the clause says, given those before it; and remember it."""
        short = clause.end - clause.start <= FEW
        if stance is Stance.STAYS_AWAY and short and self._is_unlike_others(clause):
            stance = Stance.NOTHING  # "Wim denkt er net zo over. Ik niet."
        if stance is Stance.STAYS_AWAY and self._is_no_such_absence(clause):
            stance = Stance.BOOKED  # "Els haakt af, Toon en ik niet"
        if _is_elliptic(self.text, clause, stance):
            of_coming = self.of_coming or (self.stance is Stance.COMES and self._is_the_same_for(clause))
            stance = _repeats(stance, self._of_whom(clause), of_coming=of_coming)
        elif not clause.aside and (clause.cues or not clause.names):  # not an entry of a list
            self.of_coming = stance is not Stance.NOTHING or clause.has(*OF_COMING)
        if not clause.aside:
            self.lacks_not = stance in (Stance.STAYS_AWAY, Stance.CANCELS) and not clause.has("neg")
        if stance is not Stance.NOTHING:
            self.stance = stance
            self.counts_up = self.counts_up or stance is Stance.COMES
        return stance

    def _is_no_such_absence(self, clause: Clause) -> bool:
        """Whether a "Wim niet" denies the absence that was told by a verb of its own, without a "niet"."""
        if not self.lacks_not or clause.has("as_well", *OF_COMING) or not clause.has("neg"):
            return False
        return _is_elliptic(self.text, clause, Stance.STAYS_AWAY)

    def _is_the_same_for(self, clause: Clause) -> bool:
        """ "Graag een plek, vegetarisch, in ronde 2 naar A. Idem voor mijn collega Els Bos": all of that."""
        return SAME_FOR.match(self.text, clause.start, clause.end) is not None and not clause.asks

    def _is_unlike_others(self, clause: Clause) -> bool:
        """ "Ik niet", behind what others do or can't: "Zij hebben vakantie, ik niet" denies that, and no coming."""
        others_cannot = self.stance is Stance.STAYS_AWAY and not clause.has("as_well")
        return clause.has("i") and (self.aside_named or self.of_wish or self.of_others or others_cannot)

    def _of_whom(self, clause: Clause) -> list[Person]:
        """Of whom "Wim niet", "ik niet" speak."""
        named = [person for found in clause.names if (person := self.roster.find(found.name)) is not None]
        return named if clause.names or self.roster.writer is None else [self.roster.writer]

    def note_others(self, clause: Clause, stance: Stance, people: Sequence[Person]) -> None:
        """Remember whether a clause told of others, without a word on coming, which an "ik niet" may deny next."""
        self.of_wish = bool(people) and stance is Stance.NOTHING and self._tells_wish(clause)
        self.aside_named = stance is Stance.NOTHING and any(person.passing for person in people)
        self.of_others = not self.of_coming and clause.has("also_group", "person") and not clause.has("i", "me", "we")

    def _tells_wish(self, clause: Clause) -> bool:
        """ "Wim eet vegetarisch, ik niet": of coming nothing is said."""
        said = self.text[clause.start : clause.end]
        return bool(diets(said) or needs(said))


def _says_too(text: str, clause: Clause) -> bool:
    """ "Mijn collega Wim Smit (w.smit@tiel.nl) ook.": what was said last is true of them, too."""
    if not clause.names:
        own = ME_TOO.match(text, clause.start, clause.end) or AND_ME.fullmatch(text, clause.start, clause.end)
        return own is not None or ours_too(text, clause)
    if clause.has("i"):
        return False  # "ik eet vegetarisch, Noor ook"
    tail = text[clause.names[-1].end : clause.end]
    if AND_ALSO.fullmatch(text, clause.start, clause.names[0].start) and not clause.asks:
        return not tail.strip(" .!,:\n") or TOO.fullmatch(tail) is not None
    return TOO.fullmatch(tail) is not None


def _is_elliptic(text: str, clause: Clause, stance: Stance) -> bool:
    """Whether a clause decides about coming without a word for it: "Wim niet", "mijn collega Noor de Boer wel"."""
    if stance is Stance.STAYS_AWAY and THAT_TOO.search(text, clause.start, clause.end):
        return True
    return stance in DECIDED and not clause.has(*OF_COMING) and clause.has(*ANSWERS)


def _repeats(stance: Stance, people: Iterable[Person], *, of_coming: bool) -> Stance:
    """What such a clause says of `people`. `of_coming`: whether the clause before it is about coming; if not, it is no
    news of somebody who is said to come."""
    if of_coming or (stance is Stance.STAYS_AWAY and not all(person.comes for person in people)):
        return stance
    return Stance.NOTHING
