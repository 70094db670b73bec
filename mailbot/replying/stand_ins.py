"""What one template makes for the next attendee, without being run again.

One attendee's reply differs from another's in a few words: a name, an address, a reference. So a template is run with
stand-ins for those words, and what comes out is kept, with a mark where each word goes, under all else that it could
depend on: which of the words are known, what became of everybody, the event, the seats that are free.

A stand-in can be printed and asked whether it is there. A template that wants to know more of a word (its length, its
first letter) meets `LooksCloser`, and is run for each reply anew.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import fields, replace
from functools import wraps
from operator import attrgetter
from typing import Any

from mailbot.replying.values import TEXT_END, TEXT_MARK, Clean
from mailbot.replying.views import GroupView, PersonView

WORDS = ("name", "reference", "organisation", "role", "phone", "email", "diet", "access", "replaces", "position")
# What a context holds of people; `greeting` is a word too.
OF_PEOPLE = frozenset({"people", "person", "groups", "greeting"})

_words = attrgetter(*WORDS)
_rest = attrgetter(*(field.name for field in fields(PersonView) if field.name not in WORDS))

# All that would tell something of a value, or succeed without having looked at it.
REFUSED = """__eq__ __hash__ __str__ __repr__ __format__ __int__ __float__ __index__ __len__ __iter__ __contains__
    __getitem__ __getattr__""".split()


class LooksCloser(BaseException):
    """The template wants to know more of a word than whether it is there. No Exception: tests and filters of Jinja2
    that try something out would catch it, and go on with a wrong answer."""


class StandIn:
    """Of a word that is there. `mark`: what is printed, which the word takes the place of."""

    __slots__ = ("mark",)

    def __init__(self, place: int) -> None:
        self.mark = Clean(f"{TEXT_MARK}{place}{TEXT_END}")

    def __bool__(self) -> bool:
        return True


def _refuse(*_: Any) -> Any:
    raise LooksCloser


for _name in REFUSED:
    setattr(StandIn, _name, _refuse)


def refusing(test: Callable[..., Any]) -> Callable[..., Any]:
    """That test of Jinja2 (`is string`), which a stand-in has no answer to."""

    @wraps(test)
    def asked(*arguments: Any) -> Any:
        if any(isinstance(argument, StandIn) for argument in arguments):
            raise LooksCloser
        return test(*arguments)

    return asked


def shape(context: dict[str, Any]) -> Hashable:
    """All that the outcome for this context depends on, where a template only prints words and asks for them."""
    common = tuple(value for name, value in context.items() if name not in OF_PEOPLE)
    known = [(_rest(person), tuple(word is None for word in _words(person))) for person in context["people"]]
    return common, tuple(known), context["greeting"] is None


def words(context: dict[str, Any]) -> list[str]:
    """The words themselves, each at its stand-in's place; "" for one that isn't known."""
    found: list[str] = []
    for person in context["people"]:
        found += [str(word or "") for word in _words(person)]
    return [*found, context["greeting"] or ""]


def with_stand_ins(context: dict[str, Any]) -> dict[str, Any]:
    """The context with a stand-in for each word that is known."""
    before: Sequence[PersonView] = context["people"]
    people = tuple(_stand_in(person, at * len(WORDS)) for at, person in enumerate(before))
    others = dict(zip(map(id, before), people, strict=True))
    return context | {
        "people": people,
        "person": people[0] if people else None,
        "groups": tuple(GroupView(g.event, tuple(others[id(p)] for p in g.people)) for g in context["groups"]),
        "greeting": context["greeting"] and StandIn(len(before) * len(WORDS)),
    }


def _stand_in(person: PersonView, first: int) -> PersonView:
    known = [(at, name) for at, (name, word) in enumerate(zip(WORDS, _words(person), strict=True)) if word is not None]
    return replace(person, **{name: StandIn(first + at) for at, name in known})  # type: ignore[arg-type]
