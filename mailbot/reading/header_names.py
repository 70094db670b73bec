"""The person that a header shows: "Vries, J. (Jan) de", "ZHANG Meiling", "Quinten van Leeuwarden | Bewust Wij".

Mailboxes of nobody in particular (a secretariat, a department, an organisation) and of several people give None.
"""

import re
from dataclasses import replace
from functools import lru_cache

from mailbot.reading.person_name import (
    DUTCH_INFIXES,
    INITIALS,
    Name,
    cased,
    is_given,
    lead_infix,
    name_words,
    split_plain,
)


@lru_cache(maxsize=64)  # a mail has a few headers, and each rule asks who they show
def from_header(display: str) -> Name | None:
    """The person in a From, Reply-To or Cc display name; None for a mailbox of nobody in particular, or of several."""
    text = display.strip(" '\"")
    if "@" in text:
        return None
    text = (
        re.split(r"\s+[|–]\s+|\s+-\s+(?=[^,]*$)(?!.*,)", text)[0] if "," not in text else re.split(r"\s+\|\s+", text)[0]
    )
    text = re.sub(r"\s*\((?:[^()]*(?:gemeente|provincie|ministerie|stichting)[^()]*)\)", "", text, flags=re.IGNORECASE)
    words = text.casefold().split()
    if not words or words[0] in name_words("households") or "&" in words or "en" in words[1:-1]:
        return None
    if not _looks_personal(text):
        return None
    return parse_header(text)


def is_functional(display: str) -> bool:
    """Whether a display name is that of a mailbox or an organisation rather than a person's."""
    words = re.findall(r"[^\W_]+(?:[&.-][^\W_]+)*", display.casefold())
    return (
        any(
            w in name_words("functional")
            or w.startswith(("secretariaat", "postbus", "griffie"))
            or w.endswith(("secretariaat", "bureau", "griffie"))
            for w in words
        )
        or not words
    )


def _looks_personal(text: str) -> bool:
    first = re.split(r"[\s,]+", text)[0]
    return (
        not is_functional(text)
        or ("," in text and not is_functional(first))
        or (is_given(first) and len(text.split()) > 1)
    )


def parse_header(text: str) -> Name | None:
    bracket = re.search(r"\(([^()]+)\)", text)
    given_in_brackets = ""
    if bracket:
        inner = bracket[1].strip()
        if is_name_word(inner) and not inner.isupper():
            given_in_brackets = inner
        text = (text[: bracket.start()] + " " + text[bracket.end() :]).strip()
    text = re.sub(r"\s+", " ", text)
    if "," in text:
        last, _, first = text.partition(",")
        infixes, words = _split_infixes(first.split(","[0])[0].split())
        given, initials = _given_or_initials(words)
        lead, surname = lead_infix(re.sub(r"\s*-\s*", "-", last).split())
        infix = " ".join(filter(None, (" ".join(infixes), lead)))
        return Name(given_in_brackets or given, initials, _lower_infix(infix), surname) if surname else None
    words = [
        w
        for w in text.split()
        if w.casefold() not in name_words("titles") and w.casefold() not in name_words("suffixes")
    ]
    if not words:
        return None
    if len(words) > 1 and words[0].isupper() and words[0].isalpha() and len(words[0]) > 2 and not words[-1].isupper():
        words = [*words[1:], words[0].title()]  # ZHANG Meiling
    return replace(split_plain(words), given=given_in_brackets or split_plain(words).given)


def is_name_word(text: str) -> bool:
    return bool(
        re.fullmatch(r"[^\W\d_][^\W\d_'’ -]*(?:[-' ’][^\W\d_]+){0,2}", text)
    ) and text.casefold() not in name_words("not_names")


def _split_infixes(words: list[str]) -> tuple[list[str], list[str]]:
    """("J. de" -> ["de"], ["J."]): the infix stands behind the given name where the surname came first."""
    at = len(words)
    while at and words[at - 1].casefold() in name_words("infixes") and not (at == 1 and len(words) == 1):
        at -= 1
    return words[at:], words[:at]


def _given_or_initials(words: list[str]) -> tuple[str, str]:
    words = [w for w in words if w.casefold() not in name_words("titles")]
    initials = [w for w in words if INITIALS.fullmatch(w) or re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]?", w)]
    given = [w for w in words if w not in initials]
    return cased(" ".join(given)), "".join(initials)


def _lower_infix(infix: str) -> str:
    """Dutch infixes are small between names; El, Ben, Ten and such are kept where no given name tells."""
    return infix.lower() if infix.casefold().split()[:1] and infix.casefold().split()[0] in DUTCH_INFIXES else infix
