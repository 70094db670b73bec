"""Does what is asked wait for something that the letter tells in a sentence of its own?

For somebody's leave ("mijn teamleider moet hier nog een klap op geven"), for the writer's own word ("uiterlijk vrijdag
hoort u of ik kom"), for a call ("doe er pas iets mee als ik u gebeld heb"); or it is a draft, a matter of odds ("voor
tachtig procent"), taken back in the next breath, told of somebody who wavers ("Noor twijfelt. Zet haar op de lijst").
What hangs on a condition in the same sentence is conditions.py's. The second reader drops such a doubt where it has
thought the letter over, and found nothing to doubt. The phrases stand in lexicon/held_open.toml.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from mailbot.reading.account.saying import stance_of
from mailbot.reading.account.settled import Settled, was_open
from mailbot.reading.account.stance import Stance
from mailbot.reading.case.asking import Asking
from mailbot.reading.details import diets, needs
from mailbot.reading.judgement.dropped_choices import drops_a_choice
from mailbot.reading.judgement.outcome import Outcome
from mailbot.reading.letter.units import Unit
from mailbot.reading.lexicon import words
from mailbot.reading.lexicon.phrase_book import IN_SENTENCE, OR_MARKS, PhraseBook
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import has_one_of

DECIDES = frozenset({Stance.COMES, Stance.CANCELS, Stance.STAYS_AWAY, Stance.REPLACES})
PHRASES = PhraseBook("held_open")
FEW_WORDS = 8  # of a line below the signature: a notice there is longer
VALUE = re.compile(r"[@\d]|\b(?:naam|name|functie|werk|gemeente|heet|called|spel|diner|eet|eten)")
# "Dat is nog niet gelukt", "but he hasn't answered yet"
NOT_DONE_YET = late(
    r"\W*(?:(?:maar|en|but|and)\s)?(?:dat|die|dit|het|hij|zij|ze|that|this|it|he|she|they)\b[^.!?;:]{0,60}?"
    r"(?:\bnog (?:niet|geen|steeds|altijd|niets)\b|\bpas (?:morgen|overmorgen|\w+dag|volgende|over)\b"
    r"|\b(?:is|gebeurt|komt) (?:morgen|overmorgen|volgende|pas)\b"
    r"|(?:n't|\bnot|\bstill)\b[^.!?;:]{0,30}\byet\b|\bnot yet\b)",
    re.IGNORECASE,
)
# "Aad Krol - ?", "Aad Krol (?)"
MARKED_OPEN = late(r"[ \t]*(?:\([ \t]*\?+[ \t]*\)|(?:[-–—:;|=>,\t]+[ \t]*)\?+)[ \t]*(?=\n|\Z)")
BEHIND = r"(?:\s*\([^()\n]{1,40}\)|,[^,.\n]{1,40},)?\s*"  # a name: what it is, in brackets or between commas
AWAITS = PHRASES.anywhere("awaits")
TRADE = PHRASES.anywhere("trade")
GIVEN = PHRASES.anywhere("given")
OBJECTS = PHRASES.anywhere("objects")
OF_THEMSELVES = PHRASES.anywhere("of_themselves")
HOPED = PHRASES.anywhere("hoped")
DECIDED_LATER = PHRASES.anywhere("decided_later")
TOLD_WHETHER = PHRASES.anywhere("told_whether")
HOW_ONLY = PHRASES.anywhere("how_only")
NOT_YET = PHRASES.anywhere("not_yet")
WITHDRAWN = PHRASES.anywhere("withdrawn")
WITHDRAWN_ABOVE = PHRASES.anywhere("withdrawn_above")
OF_ANOTHER_MAIL = PHRASES.anywhere("of_another_mail")
LANGUAGES = PHRASES.anywhere("languages")
WRITES = PHRASES.anywhere("writes")
OF_A_VALUE = PHRASES.anywhere("of_a_value")
# "CONCEPT: aanmelding", "[CONCEPT - eerst nog langs Hans]": not so "het concept van de dag"
DRAFT = late(
    lambda: (
        rf"[\W_]*{PHRASES.any_of('draft')}(?:\s?[\]):,.!-]|\s-|[ \t]*(?:\n|\Z))"
        r"|[\W_]*[^\n]{0,40}\bnog niet ver(?:stur|zend)en\b"
    )
)
# Behind a name
WAVERING = late(lambda: rf"{BEHIND}{PHRASES.any_of('wavers')}(?!\w)")
OPEN_ENTRY = late(lambda: rf"[^\n]{{0,60}}?[\s(,;:/-]{PHRASES.any_of('open_entry')}[\s).]*(?=\n|\Z)")
HEDGED = late(lambda: rf"{PHRASES.whole('hedges')}(?!\s{PHRASES.any_of('polite')}(?!\w))")
# At the beginning of a sentence; a comma or a dot may stand between their words: "nee, wacht", "laat maar. zitten"
TAKEN_BACK = late(
    lambda: rf"\W*(?:{PHRASES.any_of('interjections')}\W+)?{PHRASES.any_of('thought_over', OR_MARKS)}(?!\w)"
)
WITHDRAWS = late(
    lambda: (
        rf"\W*(?:{PHRASES.any_of('leads_in')}\W+){{0,3}}(?:\d\S*\W+)?"
        rf"{PHRASES.any_of('begins_withdrawn', OR_MARKS)}(?!\w)"
    )
)
CORRECTS = late(lambda: rf"\W*{PHRASES.any_of('corrects')}")


def _odds() -> str:
    share = rf"(?:[1-9]\d?|{PHRASES.any_of('hundredths')})\s?(?:%|(?:procent|percent|per cent)\b)"
    return (
        rf"\b(?:voor|kans|zo'n|ongeveer|zeker)\b{IN_SENTENCE}{{0,12}}?(?<!\d){share}"
        rf"|(?<!\w){share}\s(?:zeker|kans|sure|certain|likely|chance)\b"
    )


ODDS = late(_odds)  # not so "ik werk tachtig procent", "honderd procent zeker"


def awaits_anothers_leave(outcome: Outcome) -> bool:
    """ "Mijn teamleider moet hier nog een klap op geven", "goedkeuring van HR is onderweg"."""
    return any(
        AWAITS.search(said) is not None and not (TRADE.search(said) or GIVEN.search(said))
        for _, said in _sentences(outcome, words("held_open", "said_with.waits"))
    )


def somebody_objects(outcome: Outcome) -> bool:
    """ "Mijn chef Ruurd Abma ziet het niet zitten": not so "mijn chef wil zelf niet"."""
    return any(
        OBJECTS.search(said) is not None and not (TRADE.search(said) or OF_THEMSELVES.search(said))
        for unit, said in _sentences(outcome, words("held_open", "said_with.objects"))
        if not unit.has("part")
    )


def is_hoped_to_be_over(outcome: Outcome) -> bool:
    """ "Ik ben tegen die tijd hopelijk weer van mijn bed af"."""
    return outcome.only_registers and any(
        HOPED.search(said) is not None for _, said in _sentences(outcome, ("hope", "hoop"))
    )


def is_told_to_be_open(outcome: Outcome) -> bool:
    """ "Ik moest eerst met mijn chef praten. Dat is nog niet gelukt." """
    return not outcome.case.relayed and any(
        was_open(asking.text, first) and NOT_DONE_YET.match(asking.text, second.start, second.end)
        for asking in outcome.case.asking
        for first, second in pairwise(asking.sheet.units)
    )


def is_decided_later(outcome: Outcome) -> bool:
    """ "Maandag hakt hij de knoop door", "alles staat of valt met de oppas"."""
    return any(
        DECIDED_LATER.search(said) is not None and not TRADE.search(said)
        for _, said in _sentences(outcome, words("held_open", "said_with.decided"))
    )


def is_told_whether_later(outcome: Outcome) -> bool:
    """ "Uiterlijk de 24e hoort u van mij of ik hem nodig heb": that somebody comes at all."""
    return any(
        TOLD_WHETHER.search(said) is not None and not HOW_ONLY.search(said)
        for unit, said in _sentences(outcome, ("of ", "whether", " if "))
        if not unit.has("part")
    )


def is_not_to_be_done_yet(outcome: Outcome) -> bool:
    """A draft, or "doe er pas iets mee nadat ik u gebeld heb"."""
    own = outcome.case.own.sheet.parts.body
    if any(DRAFT.match(fold(text).lstrip()) for text in (outcome.case.subject, own)):
        return True
    return any(
        NOT_YET.search(said)
        for _, said in _sentences(outcome, ("wacht", "nog", "pas", "laat", "voorlopig", "eerst", "n't", "not", "hold"))
    )


def gives_odds(outcome: Outcome) -> bool:
    """ "Reken voor tachtig procent op mij"."""
    return any(ODDS.search(said) for _, said in _sentences(outcome, ("%", "procent", "percent", "per cent")))


def hedges_in_another_language(outcome: Outcome) -> bool:
    """ "... an, falls mein Vorgesetzter die Reise genehmigt"."""
    return outcome.language == "other" and any(
        HEDGED.search(said) is not None
        and not HOW_ONLY.search(said)
        and not (LANGUAGES.search(said) and WRITES.search(said))
        for _, said in _sentences(outcome, ("",))
    )


def is_thought_over(outcome: Outcome) -> bool:
    """ "Ik meld mij af. Nee, wacht: laat het toch maar staan": not so "ronde 1. Nee, wacht, ronde 2"."""
    done = False
    for unit, said in _sentences(outcome, words("held_open", "said_with.thought_over"), every=True):
        if done and TAKEN_BACK.match(said) and not (unit.has("part", "belonging") or _names_event(outcome, unit)):
            return not (diets(said) or needs(said))
        done = any(stance_of(clause) in DECIDES for clause in unit.clauses)
    return False


def is_withdrawn(outcome: Outcome) -> bool:
    """ "Niet verwerken" in the subject, "PS laat maar", "dit mailtje mag u vergeten": the mail takes itself back."""
    if not outcome.only_registers:
        return False  # "graag mijn aanmelding schrappen"
    if outcome.case.own_subject and WITHDRAWN_ABOVE.search(fold(outcome.case.subject)) is not None:
        return True
    signature = fold(outcome.case.own.sheet.parts.signature)
    if has_one_of(signature, words("held_open", "said_with.withdrawn")) and any(
        len(line.split()) <= FEW_WORDS and _takes_back(line) for line in signature.splitlines()
    ):
        return True  # below the name, where it was added last
    return any(
        (_takes_back(said) or _only_corrects(said))
        and not (unit.has("part", "belonging") or unit.names or _names_event(outcome, unit) or diets(said))
        and not any(drops_a_choice(outcome, asking, unit.start) for asking in outcome.case.asking)
        for unit, said in _sentences(outcome, words("held_open", "said_with.withdrawn"))
    )


def _takes_back(said: str) -> bool:
    back = WITHDRAWS.match(said) or WITHDRAWN.search(said)
    return back is not None and OF_ANOTHER_MAIL.search(said) is None


def _only_corrects(said: str) -> bool:
    """ "Correctie: ik bedoel natuurlijk iets anders": not so "correctie: mijn nummer is 06 12 34 56 78"."""
    corrects = CORRECTS.match(said)
    return corrects is not None and not VALUE.search(said, corrects.end())


def _names_event(outcome: Outcome, unit: Unit) -> bool:
    """Whether an event is named there: one taken back for another is events/turns.py's."""
    return any(unit.start <= m.start < unit.end for asking in outcome.case.asking for m in asking.sheet.events)


def somebody_wavers(outcome: Outcome) -> bool:
    """Whether one of those who are signed up is told to be in doubt, or stands on a list with "(n.t.b.)" behind."""
    if not outcome.only_registers or outcome.case.relayed:
        return False
    names = {request.name for request in outcome.requests}
    return any(
        _is_open(asking, person)
        for asking in outcome.case.asking
        for person in asking.roster.people
        if str(person.name) in names
    )


def _is_open(asking: Asking, person: Person) -> bool:
    folded = fold(asking.text)
    for _, end in person.spans:
        if WAVERING.match(folded, end):
            return True
        if MARKED_OPEN.match(folded, end):
            return True
        entry = OPEN_ENTRY.match(folded, end)
        if entry is not None and not OF_A_VALUE.search(entry[0]):
            return True
    return False


def _sentences(outcome: Outcome, parts: Sequence[str], *, every: bool = False) -> Iterator[tuple[Unit, str]]:
    """The sentences of the letters that ask, folded, which have one of those parts of words; or `every` one of a letter
    that has. Who passes a letter on has seen to what it depends on."""
    for asking in () if outcome.case.relayed else outcome.case.asking:
        folded = fold(asking.text)
        if has_one_of(folded, parts):
            settled = Settled(asking.text, asking.sheet.units)
            for unit in asking.sheet.units:
                said = folded[unit.start : unit.end]
                if every or (has_one_of(said, parts) and not settled.is_over(unit)):
                    yield unit, said
