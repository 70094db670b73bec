"""Telephone numbers and mail addresses in a text, as written."""

import re
from collections.abc import Iterator
from functools import cache

from mailbot.reading.lexicon import load, words
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.found import Found, without_overlaps
from mailbot.reading.text.lookup import Lookup, keys_of, vocabulary

# A slash may stand within a number, but not before the next one: "030 698 70 00 / 06 - 11 22 33 44".
# What may not stand before it is asked behind its first character: all that begins no number is passed over at once.
NUMBER = re.compile(
    r"[+(0](?:(?<![\w/.,-].)(?:(?<=\()\+|(?<=0)0)?[\d()](?:[\d() \t.\-–]|/(?![ ]?[0+(])){6,22}\d(?![\w@]|[.,]\d)"
    r"|(?<=/ .)(?:(?<=\()\+)?[\d()][\d() \t.\-–]{6,20}\d(?![\w@]|[.,]\d))"
)
# Other series of digits, unless words for a telephone stand in between
ACCOUNT = re.compile(r"\b(?:iban|kvk|btw|rsin|bic|bank|nl\d\d)\b:?(?:(?!\b(?:tel|mob|t)\b)[^|\n;:·•]){0,30}$")
EXTENSION = re.compile(r"\s?[,(]?\s?(?:ext|toestel|tst|doorkies|dkn)\.?\s?\d{1,5}\b\)?")
BELGIAN = re.compile(r"0\d{1,2}[ /]\d{2,3}[ .]\d\d[ .]\d\d")  # "09 266 82 44"
# "14 0413", "0900-8844": a town hall's own number, or one for everybody
MUNICIPAL = re.compile(r"(?:1(?<![\w+.,-].)4[ -]?0[ -]?\d{1,3}|0(?<![\w+.,-].)[89]00[ -]?\d{4}(?:\d{3})?)(?![\w-])")
# "(504) 555-0143", "504.555.0143": of North America, without its country
AMERICAN = re.compile(r"\d{3}[-.]\d{4}(?![\w-])")
AMERICAN_AREA = re.compile(r"(?<![\w/.,+-])(?:\([2-9]\d\d\)|[2-9]\d\d)[ .-]$")
EMAIL = re.compile(r"(?<![\w.+%'-])[\w.+%'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}", re.IGNORECASE)
WORD = re.compile(r"[^\W_]+")
DIALLED, DUTCH = 10, re.compile(r"0[1-9]")  # digits of a Dutch number, and what it begins with
NEAR = 10  # characters before a number in which "fax" may stand


def phones(text: str, start: int = 0, end: int | None = None) -> tuple[Found, ...]:
    """Telephone numbers in text[start:end], value as written. kind: mobile | fixed | general | foreign; no faxes."""
    end = len(text) if end is None else end
    return without_overlaps(
        [
            *_numbers(text, start, end),
            *_american(text, start, end),
            *_municipal(text, start, end),
            *_spoken(fold(text), start, end),
        ]
    )


def emails(text: str, start: int = 0, end: int | None = None) -> tuple[Found, ...]:
    """Mail addresses in text[start:end], in small letters; "naam at domein punt nl" too."""
    end = len(text) if end is None else end
    folded = fold(text)
    plain = [
        Found(match[0].strip("'.").lower(), match.start(), match.end(), "email")
        for match in (EMAIL.finditer(text, start, end) if "@" in text else ())
    ]
    return without_overlaps([*plain, *_spelled_out(folded, start, end)])


def _numbers(text: str, start: int, end: int) -> Iterator[Found]:
    folded = fold(text)  # which has one kind of dash and of blank
    for match in NUMBER.finditer(folded, start, end):
        length = len(match[0].rstrip())
        written = match[0].strip()
        if ")" not in written and written.startswith("("):  # the bracket is opened around more than the number
            written, length = written[1:], length - 1
        begin = match.start() + match[0].index(written)
        before = folded[max(start, begin - 40) : begin]
        if (kind := _kind(written)) and not _fax().search(before[-NEAR:]) and not ACCOUNT.search(before):
            extended = EXTENSION.match(folded, begin + length, end)
            until = extended.end() if extended else begin + length
            yield Found(text[begin:until], begin, until, kind)


def _american(text: str, start: int, end: int) -> Iterator[Found]:
    for match in AMERICAN.finditer(text, start, end):
        area = AMERICAN_AREA.search(text, max(start, match.start() - 7), match.start())
        if area is not None and not _fax().search(fold(text), max(start, area.start() - NEAR), area.start()):
            yield Found(text[area.start() : match.end()], area.start(), match.end(), "foreign")


def _spoken(folded: str, start: int, end: int) -> Iterator[Found]:
    """ "Nul zes, twaalf vierendertig ...", "nul zes 1 2 3 4 ...": as it is dialled, or was dictated."""
    for match in spoken_number().finditer(folded, start, end):
        digits = "".join(spoken_digits().get(word, word) for word in WORD.findall(match[0]))
        kind = _kind(digits) if len(digits) == DIALLED else None
        if kind:
            yield Found(f"{digits[:2]}-{digits[2:]}" if kind == "mobile" else digits, *match.span(), kind)


def _kind(written: str) -> str | None:
    """What sort of number that is; None where no telephone has it."""
    digits = re.sub(r"\D", "", written.replace("(0)", ""))
    if len(digits) == 11 and re.match(r"0[1-9]", digits) and re.search(r"\D", written):
        return "mobile" if digits[1] == "6" else "fixed"  # a digit too many: as written, for whoever rings
    if not 9 <= len(digits) <= 15:
        return None
    if len(digits) == 9 and digits[0] == "0":
        return "foreign" if BELGIAN.fullmatch(written) and _is_belgian(digits) else None
    if len(digits) == DIALLED and DUTCH.match(digits) and "+" not in written:
        return "mobile" if digits[1] == "6" else "fixed"  # as the library says, too, after ten times as long
    return _of_another_sort(written, digits)


def _of_another_sort(written: str, digits: str) -> str | None:
    import phonenumbers  # here, for few mails need it, and a process takes a twentieth longer to come up with it

    try:
        number = phonenumbers.parse(("+" if written.lstrip("(").startswith("+") else "") + digits, "NL")
    except phonenumbers.NumberParseException:
        return None
    # Only the length is asked for: people give numbers from series that the library doesn't know yet.
    if not phonenumbers.is_possible_number(number):
        return None
    if number.country_code != 31:
        return "foreign"
    national = str(number.national_number)
    if len(national) != 9:
        return None
    return "mobile" if national.startswith("6") else "fixed"


def _is_belgian(digits: str) -> bool:
    import phonenumbers

    return phonenumbers.is_valid_number(phonenumbers.parse(digits, "BE"))


def _municipal(text: str, start: int, end: int) -> Iterator[Found]:
    for match in MUNICIPAL.finditer(text, start, end):
        yield Found(match[0], match.start(), match.end(), "general")


def _spelled_out(folded: str, start: int, end: int) -> Iterator[Found]:
    if _dots().isdisjoint(vocabulary(folded)):
        return
    for match in _spelled().finditer(folded, start, end):
        dots = re.compile(rf"\s(?:{any_of(words('contact', 'spelled_dot'))})\s")
        name, host = dots.sub(".", match["name"]), dots.sub(".", match["host"])
        yield Found(f"{name}@{host}", match.start(), match.end(), "email")


@cache
def spoken_digits() -> dict[str, str]:
    """The words for 0 to 99, and the digits that they stand for: "vierendertig", 34."""
    units = words_in_order("spoken_units")
    tens = words_in_order("spoken_tens")
    found = {word: str(number) for number, word in enumerate(units)}
    for ten, word in enumerate(tens, start=2):
        found[word] = f"{ten}0"
        found |= {f"{unit}en{word}": f"{ten}{number}" for number, unit in enumerate(units[1:10], start=1)}
    return found


def words_in_order(table: str) -> list[str]:
    return [fold(word) for word in load("contact")[table]["words"]]


@cache
def spoken_number() -> Lookup:
    number = any_of(spoken_digits())
    said = rf"(?:{number}|\d{{1,4}})"
    return Lookup(rf"(?<!\w)nul(?:[\s,-]{{1,3}}{said}){{4,9}}(?!\w)", frozenset({"nul"}))


@cache
def _dots() -> frozenset[str]:
    return keys_of(words("contact", "spelled_dot"))


@cache
def _spelled() -> Lookup:
    at, dot = any_of(words("contact", "spelled_at")), any_of(words("contact", "spelled_dot"))
    part = rf"[\w-]{{1,40}}(?:(?:\s(?:{dot})\s|\.)[\w-]{{1,40}}){{0,4}}"
    host = rf"[\w-]{{2,40}}(?:\s(?:{dot})\s[\w-]{{2,40}}){{0,2}}\s(?:{dot})\s(?:nl|com|org|eu|net|frl|be|de|info)\b"
    return Lookup(rf"\b(?P<name>{part})\s(?:{at})\s(?P<host>{host})", keys_of(words("contact", "spelled_at")))


@cache
def _fax() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(words('contact', 'fax'))})\.?\s?[:.]?\s?$")
