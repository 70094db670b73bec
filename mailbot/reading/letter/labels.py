"""What the lines of a home-made form and the columns of a table are called, and cells that say nothing or "idem"."""

import re
from functools import cache, lru_cache

from mailbot.reading.letter.form_questions import asks_for_company, asks_to_come, whose_name
from mailbot.reading.lexicon import load, words
from mailbot.reading.text.fold import any_of, fold

FIELDS = (
    "name", "given", "initials", "infix", "surname", "role", "organisation", "department", "email", "phone", "round",
    "workshop", "diet", "access", "remark", "date", "coming", "company", "other",
)  # fmt: skip

NAMING = frozenset({"name", "given", "initials", "surname"})

ROUND = re.compile(
    r"(?:(?:ws|workshop|keuze|voorkeur)\.? (?:in |voor )?)?"
    r"(?:r|rd|rnd|ronde|round|blok|block|slot|zitting|sessie|session|workshop|ws|workshopronde)\.? ?\d(?:[ (].*)?"
)
# "1e ronde", "eerste workshopronde (12.00)", "3rd round" above a column; in a list it may be talk
COLUMN_OF_ROUND = re.compile(
    r"(?:de )?(?:\d ?(?:e|de|ste|st|nd|rd|th)|eerste|tweede|derde|vierde|laatste|first|second|third|fourth|last)"
    r" (?:workshop|(?:workshop)?(?:ronde?|round|blok|block|slot|zitting|sessie|session))(?: ?[(:,–-].*)?"
)
# A column headed by when it begins
TIMES = re.compile(
    r"(?:om )?\d{1,2}(?:[.:]\d\d(?: ?(?:uur|u|h))?| ?(?:uur|u|h))(?: ?[-–] ?\d{1,2}[.:]\d\d(?: ?(?:uur|u|h))?)?"
    r"(?: ?\((?:r|ronde|round|blok|sessie|session) ?\d)?"
)
# "Achternaam, voornaam", "voor- en achternaam", "surname/first name"
WHOLE_NAME = re.compile(
    r"(?:achternaam|familienaam|surname|last name|family name) ?(?:,|/|\+|&|en|and|-) ?(?:voor|roep|first|given)"
    r"|(?:voornaam|voorletters?|roepnaam|first name|given name) ?(?:,|/|\+|&|en|and) ?(?:\w+ ?(?:,|/|\+|&|en|and) ?)?"
    r"(?:achter|familie|sur|last|family)"
)
OF_ONESELF = re.compile(r"ik (?!\w+ \()")
SENTENCE = re.compile(r"\b(?:is|staat|klopt|moet|wordt|should|must) \w")
AT_LAST = re.compile(r",\s*(?:dus|so) (?:nee|niet|no|not)\Z")  # "geen reactie, dus nee"
SHORTEST_BEGINNING = 5  # letters of a label that may begin a longer one
BEHIND_WORD = re.compile(r"\W")
TICKS = frozenset(("x", "v", "✓", "✔", "1"))


@cache
def label_words() -> dict[str, str]:
    """All labels, with their field."""
    words, labels = load("fields"), dict[str, str]()
    for kind in FIELDS:
        for label in words[kind]:
            labels.setdefault(fold(label), kind)
    return labels


@cache
def _longest_label() -> int:
    return max(map(len, label_words()))


@cache
def _values(kind: str) -> frozenset[str]:
    return frozenset(fold(value) for value in load("fields")[kind])


# "Nieuw e-mailadres", "telefoon (nieuw)", "wordt"; "oud nummer", "functie was"
NEW = re.compile(
    r"(?:nieuwe?|gewijzigde?|gewenste?|juiste?|correcte?|voortaan|new|correct)\b|\b(?:nieuw|wordt|new|gewijzigd)$"
)
FIRST_WISH = re.compile(
    r"(?:mijn )?(?:eerste|1e|1ste|first|1st) (?:keuze?s?|keus|voorkeur|optie|wens|choice|preference|option|pick)"
)
SECOND_WISH = re.compile(
    r"(?:tweede|2e|2de|derde|3e|second|2nd|third|3rd) (?:keuze?s?|keus|voorkeur|optie|wens|choice|preference|option)"
    r"|(?<!\w)(?:reserve|alternatief|alternative|backup|back-up|plan b)"
)
OLD = re.compile(
    r"(?:oude?|vorige?|voormalige?|foute?|onjuiste?|old|former|previous|wrong)\b|\b(?:oud|was|old|vervalt)$"
)


def is_second_wish(label: str) -> bool:
    """Whether a label or a column's head is of what comes in the place of a first choice: "Tweede keus", "Reserve"."""
    return SECOND_WISH.search(bare(label)) is not None


def is_new(label: str) -> bool:
    """Whether a label or a column's head is of what something becomes: "Nieuw e-mailadres", "Wordt"."""
    return NEW.search(bare(label)) is not None


def is_old(label: str) -> bool:
    """Whether it is of what was: "Oud e-mailadres", "Was"."""
    return OLD.search(bare(label)) is not None


def bare(label: str) -> str:
    """A label in small letters, without the marks around and in it."""
    return re.sub(r"[()*_.:?\[\]]+", " ", fold(label)).strip(" -")


@lru_cache(2048)
def field_of(label: str) -> str | None:
    """Which field a column header or a form's label names; None where it is no label that we know."""
    return _field_of(label) or _field_of_changed(label) or _field_asked(label)


def _field_asked(label: str) -> str | None:
    """Of a question of the form's own, "Neem je iemand mee", "Kom je op 30 maart"; of "Naam leidinggevende" it is that
    of whose name is asked, unless that is the one who comes."""
    said = bare(label)
    if " " not in said:
        return None
    if asks_for_company(said):
        return "company"
    if said.partition(" ")[0] in _question_verbs() and asks_to_come(said):
        return "coming"
    return "other" if (whose := whose_name(said)) and _field_of(whose) == "other" else None


@cache
def _question_verbs() -> frozenset[str]:
    return frozenset(load("fields")["question_verbs"])


def _field_of_changed(label: str) -> str | None:
    """Of "nieuw e-mailadres" and "telefoon (oud)" the field is that of the rest."""
    said = bare(label)
    rest = (OLD if is_old(label) else NEW).sub("", said).strip() if is_new(label) or is_old(label) else ""
    kind = _field_of(rest) if rest else None
    return kind if kind not in ("name", "other", "date", "coming") else None


def _field_of(label: str) -> str | None:
    said = fold(label).strip(" *_.:?()").strip()
    if ROUND.fullmatch(said) or TIMES.fullmatch(said):
        return "round"
    if SENTENCE.search(said):
        return None  # "Mijn naam is verkeerd gespeld: ..."
    if WHOLE_NAME.match(said):
        return "name"
    labels = label_words()
    if said in labels or said.count(" ") >= 5:
        return labels.get(said)
    if "-" in said and " " not in said and (head := said.rpartition("-")[2]) in labels:
        return labels[head]  # "dienst-tel", "werk-mail": what it is stands last
    ends = BEHIND_WORD.finditer(said, SHORTEST_BEGINNING, _longest_label() + 1)
    # "Ik ben slechthorend: graag vooraan" is said, and asked by no form, as "Ik ben: jurist" is
    known = [said[: end.start()] for end in ends if said[: end.start()] in labels and not OF_ONESELF.match(said)]
    if not known and "/" in said:
        known = [part for part in map(str.strip, said.split("/")) if part in labels]  # "rang/functie"
    return labels[known[-1]] if known else None


def is_label(line: str) -> bool:
    """Whether a line is one of those labels, and no more than that."""
    said = fold(line).strip(" *_.:?()").strip()
    of_a_round = ROUND.fullmatch(said) or (said[-1:].isdigit() and all(w in label_words() for w in said[:-1].split()))
    return said in label_words() or bool(of_a_round)


def column_of(label: str) -> str | None:
    """Which field a table's column holds: below a day ("30 maart") stands who comes then."""
    said = fold(label).strip(" *_.:")
    told = "round" if COLUMN_OF_ROUND.fullmatch(said) else "day" if _day().fullmatch(said) else None
    wish = "workshop" if FIRST_WISH.fullmatch(said) else "other" if is_second_wish(label) else None
    return field_of(label) or told or wish


@cache
def _day() -> re.Pattern[str]:
    weekday, month = any_of(words("dates", "weekdays")), any_of(words("dates", "months"))
    return re.compile(
        rf"(?:(?:{weekday})\.? )?(?:\d{{1,2}} (?:{month})\.?|\d{{1,2}}[-/]\d{{1,2}}(?:[-/]\d{{2,4}})?|de \d{{1,2}}e)\??"
    )


def heads_list(label: str) -> bool:
    """Whether lines with people stand below that label, and no value beside it: "Deelnemers:", "Afwezig:"."""
    first = fold(label).strip(" *_.:?()").split(" ")[0]
    return field_of(label) in ("coming", "other") or is_no(label) or first in _values("several")


def _begins_with(said: str, word: str) -> bool:
    """Whether that word stands first, whole. A letter alone is no initial: "n.dees@goes.nl"."""
    behind = said[len(word) : len(word) + 1]
    return said.startswith(word) and not (
        behind.isalnum() or behind == "_" or (len(word) == 1 and behind != "" and behind in ".@-'&")
    )


def is_empty(text: str) -> bool:
    """Whether a cell says that there is nothing to say."""
    return fold(text).strip(" .*_()") in _values("empty") or not text.strip(" .*_-–()")


def is_ditto(text: str) -> bool:
    """Whether a cell repeats the row above."""
    return fold(text).strip(" .()") in _values("ditto") or text.strip() in ('"', "''", "„")


def is_no(cell: str) -> bool:
    """Whether a cell below "Komt?" says no: "nee, heeft een andere afspraak"."""
    said = fold(cell).strip(" .()!*_-")
    if AT_LAST.search(said):
        return True
    return is_struck(cell) or any(_begins_with(said, word) for word in _values("no"))


def is_yes(cell: str) -> bool:
    """Whether a cell below "Komt?" says yes without more ado."""
    said = fold(cell).strip(" .()!*_-")
    return is_tick(cell) or any(_begins_with(said, word) for word in _values("yes"))


def asks_who_comes(label: str) -> bool:
    """Whether a column's head begins as one does below which yes or no stands: "Komt 30/3?", "Gaat op de 30e"."""
    first = fold(label).strip(" *_.:?()").split(" ")[0]
    return any(word.split(" ")[0] == first for word in _values("coming"))


def is_right(said: str) -> bool:
    """Whether words below a line of ours say that it holds: "klopt", "prima zo", "ja"."""
    first, *others = (word.strip(",.!") for word in fold(said).strip(" .()!*_-:").split(" "))
    return first in _values("right") or (not others and is_yes(first))  # not so "graag workshop B"


def is_tick(cell: str) -> bool:
    """Whether a cell is ticked, and says no more than that."""
    return fold(cell).strip(" .()!*_-[]") in TICKS


def is_struck(cell: str) -> bool:
    """Whether a cell strikes its row out, and says no more than that. With a reason: entry_remarks.py; "niet" may also
    begin "niet van toepassing", and "kan niet" end with "tegen noten"."""
    return fold(cell).strip(" .()!*_–-") in _values("struck")


def is_open(cell: str) -> bool:
    """Whether a cell stands for a name that isn't known yet ("volgt nog", "n.t.b.")."""
    said = fold(cell).strip(" .()!*_-?")
    return any(re.match(rf"{re.escape(word)}(?!\w)", said) for word in _values("open"))
