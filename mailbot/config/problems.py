"""A mistake in the settings, and how it is told: one line, with its place and how to mend it, never with the value.

(The value may be a secret, or hold one. The only values shown are slugs, numbers of rounds, and names of settings.)
"""

from difflib import get_close_matches
from typing import Any, NamedTuple

from mailbot.config.fields import PATTERNS
from mailbot.config.section import Section, section_in

# The way to a setting, as pydantic has it: ("events", 1, "slug").
Location = tuple[str | int, ...]


class Problem(NamedTuple):
    """`what` reads on after the place: "is missing"."""

    where: Location
    what: str


def path_of(where: Location) -> str:
    """How people write it: `events[1].slug`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in where).lstrip(".")


def in_words(error: Any, model: type[Section]) -> Problem:
    """One of pydantic's errors (an `ErrorDetails` of `model`) as a problem in plain words."""
    where, kind, details = error["loc"], error["type"], error.get("ctx", {})
    if kind == "missing":
        return Problem(where, "is missing")
    if kind == "extra_forbidden":
        return Problem(where, f"there is no such setting{meant(where, model)}")
    if kind == "value_error":
        return Problem(where, error["msg"].removeprefix("Value error, "))
    if kind == "string_pattern_mismatch":
        return Problem(where, PATTERNS[details["pattern"]])
    if kind == "tuple_type" and section_at(where, model):
        return Problem(where, f"should be written as [[{'.'.join(str(s) for s in where if isinstance(s, str))}]]")
    for words, kinds in WORDS.items():
        if kind in kinds:
            return Problem(where, words.format(**details))
    return Problem(where, error["msg"].removeprefix("Input "))


WORDS: dict[str, tuple[str, ...]] = {
    "should be a whole number": ("int_type", "int_parsing", "int_from_float", "int_parsing_size"),
    "should be a number": ("float_type", "float_parsing"),
    "should be text, in quotes": ("string_type", "path_type"),
    "should be true or false": ("bool_type", "bool_parsing"),
    "should be a local time such as 2023-03-30T10:00:00, without quotes": (
        "datetime_type",
        "datetime_parsing",
        "datetime_from_date_parsing",
    ),
    "should be a date such as 2023-02-01, without quotes": (
        "date_type",
        "date_parsing",
        "date_from_datetime_parsing",
        "date_from_datetime_inexact",
    ),
    "should be a time of day such as 12:00:00, without quotes": ("time_type", "time_parsing"),
    "should be a list, in square brackets": ("tuple_type",),
    "should be a section of settings": ("model_type", "model_attributes_type", "dict_type"),
    "should be {expected}": ("literal_error",),
    "should be {ge} or more": ("greater_than_equal",),
    "should be {le} or less": ("less_than_equal",),
    "should be more than {gt}": ("greater_than",),
    "is empty": ("string_too_short",),
}


def meant(where: Location, model: type[Section]) -> str:
    """ ", did you mean ...?" where a setting of nearly that name exists in the same section; else ""."""
    section = section_at(where[:-1], model)
    close = get_close_matches(str(where[-1]), section.model_fields if section else (), n=1)
    return f", did you mean {close[0]}?" if close else ""


def section_at(where: Location, model: type[Section]) -> type[Section] | None:
    """The section that stands at that place of `model`; None where a single setting, or nothing, stands there."""
    section: type[Section] | None = model
    for step in where:
        if isinstance(step, int):
            continue
        field = section.model_fields.get(step) if section else None
        section = section_in(field.annotation) if field else None
    return section
