"""The Jinja2 environment that templates run in: sandboxed, strict, and printing marks instead of values.

An admin's template can show and test what the views hold, call its own macros, and nothing else: no attribute that
starts with an underscore, no method of text that came out of a macro, only the filters named below.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

from jinja2 import BaseLoader, StrictUndefined, nodes, pass_context, pass_eval_context
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.filters import FILTERS
from jinja2.nodes import EvalContext
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from mailbot.replying.stand_ins import StandIn, refusing
from mailbot.replying.values import TEXT_END, TEXT_MARK, Clean, Url, defuse
from mailbot.replying.views import ChoiceView, EventView, GroupView, PersonView, RoundView

# Those of Jinja2 that take values and give values. None that calls its result safe, or writes HTML.
KEPT_FILTERS = """abs batch capitalize count default d first groupby int last length list lower map max min reject
    rejectattr reverse round select selectattr slice sort sum title trim unique upper""".split()
KEPT_GLOBALS = ("range", "namespace")
# Tests that ask whether there is a value, not what it is.
ABOUT_BEING = ("defined", "undefined", "none")
VIEWS = (PersonView, ChoiceView, EventView, GroupView, RoundView)
FIELDS = {view: frozenset(view.__slots__) for view in VIEWS}
# What docs/templates.md calls them.
CALLED = dict(zip(VIEWS, ("a person", "a choice", "an event", "a group", "a round"), strict=True))

# A line of tags and remarks alone.
_ONLY_TAGS = re.compile(r"(?:\{%(?:(?!%\}).)*%\}|\{#(?:(?!#\}).)*#\}|\s)*")

# The values that the template now being rendered has printed so far: a mark holds the place in this list.
_printed: ContextVar[list[str]] = ContextVar("printed")


@contextmanager
def printing() -> Iterator[list[str]]:
    """Around the rendering of one template: the list that its values are collected in."""
    values: list[str] = []
    token = _printed.set(values)
    try:
        yield values
    finally:
        _printed.reset(token)


class Sandbox(ImmutableSandboxedEnvironment):
    """`ImmutableSandboxedEnvironment` whose every printed value becomes a mark (see values.py)."""

    intercepted_binops = frozenset({"+", "%", "*"})

    def __init__(self, loader: BaseLoader) -> None:
        super().__init__(
            loader=loader,
            autoescape=True,  # so that what a macro or a {% set %} block made is told apart from a value
            undefined=_Unknown,
            finalize=_mark,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,  # an included file ends its last line itself
            auto_reload=False,
            cache_size=-1,
        )
        self.filters = {name: FILTERS[name] for name in KEPT_FILTERS} | {"join": _join, "value": _value_of}
        tests: dict[str, Any] = self.tests
        self.tests = {name: test if name in ABOUT_BEING else refusing(test) for name, test in tests.items()}
        self.globals = {name: self.globals[name] for name in KEPT_GLOBALS}

    def join_path(self, template: str, parent: str) -> str:
        """`{% include "_people.md" %}` means the one in the same language."""
        return f"{parent.rpartition('/')[0]}/{template}"

    def preprocess(self, source: str, name: str | None = None, filename: str | None = None) -> str:
        return "\n".join(_keep_line_end(line) for line in super().preprocess(source, name, filename).split("\n"))

    def _generate(self, source: nodes.Template, *args: Any, **kwargs: Any) -> str:
        # "~" on the outcome of a macro would escape the other side for HTML, which is not where it lands
        for concat in source.find_all(nodes.Concat):
            concat.nodes = [nodes.Filter(n, "value", [], [], None, None, lineno=n.lineno) for n in concat.nodes]
        return super()._generate(source, *args, **kwargs)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        if isinstance(left, Markup) or isinstance(right, Markup):
            raise SecurityError(f'text of a macro cannot be used with "{operator}": put it together with "~"')
        return super().call_binop(context, operator, left, right)

    def getattr(self, obj: Any, attribute: str) -> Any:
        if attribute in FIELDS.get(type(obj), ()):
            return getattr(obj, attribute)  # the way round would take longer than all the rest of a reply
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        return not isinstance(obj, Markup) and super().is_safe_attribute(obj, attr, value)


class _Unknown(StrictUndefined):
    """`StrictUndefined` that speaks of a person, not of a Python class, and names the field that may be meant."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        view, name = type(self._undefined_obj), self._undefined_name
        if view not in VIEWS or not isinstance(name, str):
            return super()._undefined_message
        close = get_close_matches(name, view.__slots__, n=1)
        return f"{CALLED[view]} has no '{name}'{f', is it {close[0]}?' if close else ''}"


def _keep_line_end(line: str) -> str:
    """A line of nothing but tags vanishes whole (trim_blocks), as it should. But so would the line end after a tag that
    has text before it, and with it the end of a paragraph: a "+" in the tag keeps it."""
    if not line.rstrip().endswith(("%}", "#}")) or _ONLY_TAGS.fullmatch(line):
        return line
    bare = line.rstrip()
    return line if bare[-3] in "+-" else f"{bare[:-2]}+{bare[-2:]}"


@pass_eval_context  # at rendering, never at compiling: then there is no list to put the value in
def _mark(_: EvalContext, value: Any) -> Markup:
    return _value(value)


@pass_context  # never at compiling either: what Jinja2 works out beforehand would be a mark of another reply's list
def _value_of(_: Context, value: Any) -> Markup:
    return _value(value)


def _value(value: Any) -> Markup:
    """The mark of a value; what a macro made holds marks already and stays as it is."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, Clean):
        return _mark_of(_place(value))
    if isinstance(value, StandIn):
        return _mark_of(_place(value.mark))
    if value is None:
        raise UndefinedError("there is no value here: ask first, with {% if ... %}")
    if isinstance(value, StrictUndefined):
        str(value)  # raises, and names what is undefined
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise UndefinedError(f"a {type(value).__name__} cannot be printed as a whole: print one of its fields")
    text = value if isinstance(value, str) else str(value)
    before, after = (" " if text[:1].isspace() else "", " " if text[-1:].isspace() else "")  # of ", " in the template
    mark = _mark_of(_place(defuse(text)))
    return Markup(f"{before}{mark}{after}")  # noqa: S704  nothing of the value is in it


@lru_cache(maxsize=1024)
def _mark_of(place: int) -> Markup:
    return Markup(f"{TEXT_MARK}{place}{TEXT_END}")  # noqa: S704  a number


def _place(value: str) -> int:
    """Where the value stands among those printed. A link printed twice is one: [link](link) should show it once."""
    values = _printed.get()
    if isinstance(value, Url) and value in values:
        return values.index(value)
    values.append(value)
    return len(values) - 1


@pass_context
def _join(context: Context, values: Iterable[Any], separator: str = "", attribute: str | None = None) -> Markup:
    """As Jinja2's own, which would escape for HTML as soon as one of the values is the outcome of a macro."""
    if attribute is not None:
        values = (context.environment.getattr(value, attribute) for value in values)
    marks = [str(_value(value)) for value in values]
    return Markup((str(_value(separator)) if separator else "").join(marks))  # noqa: S704  marks only
