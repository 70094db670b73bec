"""Environment variables laid over what the file says: `MAILBOT_` and the way to the setting, levels joined by `__`.

MAILBOT_SMTP__PORT=2525, MAILBOT_EVENTS__0__CAPACITY=80, MAILBOT_EVENTS__0__ALIASES='["voorjaar", "mei"]'.
The values are text, and become here what the setting is: a number, a date, a list (as TOML writes it).
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from mailbot.config.model import Config
from mailbot.config.problems import Location, in_words
from mailbot.config.section import Section, is_list, section_in

PREFIX = "MAILBOT_"
# Set for the program, not for one of its settings.
NOT_SETTINGS = {"MAILBOT_CONFIG", "MAILBOT_NOW", "MAILBOT_TEST_ALL"}


@dataclass
class Overlay:
    """What came of it: which settings came from which variable, and what is wrong with a variable."""

    names: dict[Location, str] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)

    def name_of(self, where: Location) -> str | None:
        """The variable that this setting, or the list that it stands in, came from; None where the file gave it."""
        ways = (where[:length] for length in range(len(where), 0, -1))
        return next((self.names[way] for way in ways if way in self.names), None)


def overlay(data: dict[str, Any], environ: Mapping[str, str]) -> Overlay:
    """Change `data`, as read from the file, by what the environment says. An empty variable counts as not set."""
    result = Overlay()
    for name in sorted(environ, key=_in_order):
        if name.startswith(PREFIX) and name not in NOT_SETTINGS and environ[name]:
            _lay(data, name, environ[name], result)
    return result


def _in_order(name: str) -> list[tuple[int, str]]:
    """EVENTS__2 before EVENTS__10, so that a list grows one by one."""
    return [(int(step), "") if step.isdecimal() else (-1, step) for step in name.split("__")]


def _lay(data: dict[str, Any], name: str, text: str, result: Overlay) -> None:
    where = _location(name)
    setting = _setting(where)
    if setting is None:
        result.problems[name] = f"there is no setting of that name{_meant(name)}"
        return
    table = _table(data, where[:-1])
    if table is None:
        result.problems[name] = "the file has something else there, or a list that does not reach that far"
        return
    result.names[where] = name
    last = str(where[-1])
    twin = _twin(last)
    if (*where[:-1], twin) not in result.names:
        table.pop(twin, None)
    table[last] = text  # stays so where it is wrong: then it is not missing as well
    try:
        table[last] = _value(text, setting)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        result.problems[name] = in_words(first, Config).what.removesuffix(", without quotes")
    except tomllib.TOMLDecodeError:
        result.problems[name] = 'should be a list, such as ["a", "b"]'


def _location(name: str) -> Location:
    steps = name.removeprefix(PREFIX).lower().split("__")
    return tuple(int(step) if step.isdecimal() else step for step in steps)


def _setting(where: Location) -> FieldInfo | None:
    """The field at that place, where the way to it alternates as the settings do; None where it leads nowhere."""
    section: type[Section] | None = Config
    found: FieldInfo | None = None
    within_list = False
    for step in where:
        if within_list != isinstance(step, int):
            return None
        if isinstance(step, int):
            within_list = False
            continue
        found = section.model_fields.get(step) if section else None
        if found is None:
            return None
        section = section_in(found.annotation)
        within_list = section is not None and is_list(found.annotation)
    return None if section or found is None else found


def _table(data: Any, where: Location) -> dict[str, Any] | None:
    """The table at that place, made where it isn't there; a list grows by one at its end, no further."""
    for at, step in enumerate(where):
        if isinstance(step, int):
            if not isinstance(data, list) or step > len(data):
                return None
            if step == len(data):
                data.append({})
            data = data[step]
        elif isinstance(data, dict):
            data = data.setdefault(step, [] if isinstance(_next(where, at), int) else {})
        else:
            return None
    return data if isinstance(data, dict) else None


def _next(where: Location, at: int) -> str | int | None:
    return where[at + 1] if at + 1 < len(where) else None


def _twin(name: str) -> str:
    """What a setting takes the place of: a password that of a password_file in the file, and the other way round."""
    return name.removesuffix("_file") if name.endswith("_file") else f"{name}_file"


def _value(text: str, setting: FieldInfo) -> Any:
    if is_list(setting.annotation):
        return tomllib.loads(f"value = {text}")["value"]
    kind: Any = Annotated[setting.annotation, setting]  # with its limits: a port is not just any number
    return TypeAdapter(kind).validate_strings(text)


def _meant(name: str) -> str:
    names = list(_names(Config, PREFIX))
    inside = [inner for inner in names if inner.startswith(f"{name}__")]
    if inside:
        return f", but there is {inside[0]} in it"
    close = get_close_matches(name, names, n=1)
    return f", did you mean {close[0]}?" if close else ""


def _names(section: type[Section], prefix: str) -> Iterator[str]:
    """The variables of all settings; those in lists with a 0 for the place."""
    for name, setting in section.model_fields.items():
        inner = section_in(setting.annotation)
        here = f"{prefix}{name.upper()}"
        if inner is None:
            yield here
        else:
            yield from _names(inner, f"{here}__0__" if is_list(setting.annotation) else f"{here}__")
