"""Texts that strangers wrote, made fit for a cell or a terminal line.

What a person can see stays as it is. What could steer a terminal, turn the direction of the text around it or start
a formula in a spreadsheet does not.
"""

import re
import unicodedata

import phonenumbers

# What a spreadsheet takes for the beginning of a formula (OWASP, CSV Injection), the full-width forms too.
FORMULA_MARKS = "=+-@|%＝＋－＠｜％"

# A spreadsheet that expects another separator than ours begins a new cell after it, in the middle of our quotes:
# Dutch Excel does so at each ";". So a mark is disarmed there as well.
CELL_START = re.compile(rf"""(^|[,;])([\s"']*)(?=[{re.escape(FORMULA_MARKS)}])""")

INTERNATIONAL = re.compile(r"\+[\d\s().\-/]{6,}")

# Marks that turn text around, and those without width: a name must not hide or swap what stands beside it.
INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def one_line(text: str) -> str:
    """The text on one line: without control characters, direction marks and newlines; runs of blanks made one."""
    visible = INVISIBLE.sub("", text)
    spaced = "".join(" " if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") else c for c in visible)
    return " ".join(spaced.split())


def cell(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula: an apostrophe before each mark that could begin one.

    A phone number such as +31 6 12345678 stays dialable: (+31) 6 12345678.
    """
    text = one_line(text)
    if INTERNATIONAL.fullmatch(text) and (phone := _in_brackets(text)):
        return phone
    return CELL_START.sub(r"\1\2'", text)


def _in_brackets(phone: str) -> str | None:
    """The country code in brackets: begins no formula, and loses no digit. None for what is no phone number."""
    try:
        code = str(phonenumbers.parse(phone).country_code)
    except phonenumbers.NumberParseException:
        return None
    rest = phone[1:].removeprefix(code).strip()
    return f"(+{code}) {rest}" if len(rest) < len(phone) - 1 else None
