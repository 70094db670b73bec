"""Of whom a diet or a need is told where no name nor "hij" tells it: "zijn rolstoel", "(s.pot@bunnik.nl, halal)",
"Fatou is doof" of Fatoumata; and a sentence that goes on about whoever the last was of.
"""

import re

from mailbot.reading.case.asking import Asking
from mailbot.reading.letter.units import Unit, UnitKind
from mailbot.reading.names.people import Person
from mailbot.reading.names.sexes import Sex
from mailbot.reading.names.short_forms import is_short_for
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late

# "Zijn rolstoel", "met haar hulphond"; not "wij zijn doof"
POSSESSIVE = late(
    r"(?:(?:^\s*|[.,;:!?(]\s*|\b(?:met|door|in|op|van|voor|vanwege|wegens|om|aan|en|want|i\.?v\.?m\.?|verband met"
    r"|duw|rijd|bedien|regel|because of|with|due to|and|for|push)\s)"
    r"(?P<his>zijn|z'n|his)|(?P<hers>\b(?:haar|her)))\s(?:[\w-]+\s)?\Z",
    re.IGNORECASE,
)
# One woman or one man: not "zij zijn", "zij eten"
PRONOUN = late(
    r"\b(?:(?P<he>hij|he)|(?P<she>she|(?:zij|ze)(?!\s(?:zijn|hebben|[^\W\d_]{2,12}en|allebei|beiden?|samen|alle)\b)))\b",
    re.IGNORECASE,
)
COMPARED = late(
    r"[^.;!?\n]{0,30}?\b(?:anders dan|in tegenstelling tot|net (?:zo)?als|zoals|evenals|unlike|just like|like)\s",
    re.IGNORECASE,
)
LATELY = 200  # characters: the sentence before
NEAR = 80  # characters: a bracket, what stands before a pronoun
SHORTEST = 4  # letters of a name that may be cut off: Fatou of Fatoumata
CAPITAL = re.compile(r"(?<![\w@.-])[^\W\d_a-z][^\W\d_]{3,}")
# What only goes on: "Is er een lift?", "Graag een plek vooraan", "Dus liefst bij de deur"
GOES_ON = late(
    r"\W*(?:(?:dus|daarom|verder|ook|liefst|graag|kan|kunt|is|zijn|hopelijk|so|please|is|are|could|can)\s){1,2}"
    r"(?:(?:er|u|jullie|daar|dan|there|you)\s){0,2}(?!(?:ik|i|mij|me|wij|we)\b)",
    re.IGNORECASE,
)


def called_otherwise(asking: Asking, unit: Unit, at: int, people: list[Person]) -> list[Person]:
    """Who that is; nobody where no such words stand before that place."""
    if beside := _of_the_address(asking.text, at, people):
        return beside
    for told in (_below_entry, _by_pronoun, _his_or_hers, _cut_off):
        if meant := told(asking, unit, at, people):
            return meant
    return []


def goes_on_about(asking: Asking, unit: Unit, at: int, since: int) -> bool:
    """Whether a sentence without anybody in it goes on with what the one before it told at `since`: "Bep loopt slecht.
    Is er een lift?"."""
    if since < 0 or unit.names or any(unit.start <= m.at <= at for m in asking.account.marks):
        return False
    before = next((u for u in reversed(asking.sheet.units) if u.end <= unit.start), None)
    if before is None or before.kind is not UnitKind.SENTENCE or not before.start <= since < before.end:
        return False
    return before.paragraph == unit.paragraph and GOES_ON.match(asking.text, unit.start, unit.end) is not None


def _of_the_address(text: str, at: int, people: list[Person]) -> list[Person]:
    """ "(s.pot@bunnik.nl, vegan)": whose address stands in the same brackets."""
    begins = text.rfind("(", max(0, at - NEAR), at)
    if begins < 0 or ")" in text[begins:at]:
        return []
    ends = text.find(")", at, at + NEAR)
    inside = text[begins : ends if ends >= 0 else at].lower()
    if "@" not in inside:
        return []
    return [person for person in people if person.email and person.email.lower() in inside][:1]


def _below_entry(asking: Asking, unit: Unit, at: int, people: list[Person]) -> list[Person]:
    """Whose form it is right below whose lines a sentence without a subject stands, or one with "she"."""
    if any(unit.start <= m.at <= at for m in asking.account.marks):
        return []
    above = [entry for entry in asking.entries if entry.end <= unit.start]
    if not above:
        return []
    lines = [u for u in asking.sheet.units if above[-1].start <= u.start < above[-1].end]
    if not lines or lines[-1].paragraph != unit.paragraph or lines[-1].kind is not UnitKind.FIELD:
        return []
    return [p for p in people if (above[-1].start, above[-1].end) in p.spans]


def _by_pronoun(asking: Asking, unit: Unit, at: int, people: list[Person]) -> list[Person]:
    """Whom "zij" means where the account took it for a man, or for nobody: "Zij eet, anders dan ik, geen vis"."""
    said = list(PRONOUN.finditer(asking.text, unit.start, at))
    if not said:
        return []
    pronoun = said[-1].start()
    sex = Sex.HE if said[-1]["he"] else Sex.SHE
    here = next((m.people for m in asking.account.marks if m.at == pronoun), None)
    between = [m for m in asking.account.marks if pronoun < m.at < at and m.people]
    if here is None:
        compared = bool(between) and COMPARED.fullmatch(asking.text, said[-1].end(), between[0].at) is not None
        last = [m.people for m in asking.account.marks if m.at < unit.start and m.people]
        whom = list(last[-1]) if last and len(between) == 1 and compared else []
    elif between or len(here) != 1 or here[0].sex in (sex, None):
        return []
    else:
        named = [(start, p) for p in people for start, _ in p.spans if pronoun - LATELY < start < pronoun]
        fits = [(start, p) for start, p in named if p is not asking.writer and p.sex in (sex, None)]
        whom = [max(fits, key=lambda one: one[0])[1]] if fits else []
    return whom if len(whom) == 1 and whom[0] in people and whom[0].sex in (sex, None) else []


def _his_or_hers(asking: Asking, unit: Unit, at: int, people: list[Person]) -> list[Person]:
    said = POSSESSIVE.search(asking.text[max(unit.start, at - NEAR) : at])
    if said is None:
        return []
    sex = Sex.HE if said["his"] else Sex.SHE
    others = [p for p in people if p is not asking.writer and p.sex in (sex, None)]
    sure = [p for p in others if p.sex is sex] or others
    return sure if len(sure) == 1 else []


def _cut_off(asking: Asking, unit: Unit, at: int, people: list[Person]) -> list[Person]:
    """ "Fatou is doof" of Fatoumata, where nobody is called Fatou."""
    if len(people) < 2:
        return []
    begins = next((c.start for c in unit.clauses if c.start <= at < c.end), unit.start)
    said = list(CAPITAL.finditer(asking.text, begins, at))
    if not said:
        return []
    word = fold(said[-1][0])
    others = [person for person in asking.roster.people if person.name.surname]
    if word in {fold(person.name.given) for person in (*people, *others)} or any(
        said[-1].start() < m.at < at for m in asking.account.marks
    ):
        return []
    called = [p for p in people if _is_cut(word, fold(p.name.given))]
    return called if len(called) == 1 else []


def _is_cut(word: str, given: str) -> bool:
    begins = len(word) >= SHORTEST and len(given) > len(word) and given.startswith(word)
    return bool(given) and (begins or is_short_for(word, given))
