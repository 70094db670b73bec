"""Given names that are one and the same: Kees and Cornelis, Bep and Elisabeth, Seun and Oluwaseun."""

from functools import cache

from mailbot.reading.lexicon import load
from mailbot.reading.text.fold import fold

SHORTEST_TAIL = 4  # letters: Seun of Oluwaseun; "Anne" of Joanne is left to the families


def is_short_for(one: str, other: str) -> bool:
    """Whether two (folded) given names can be one person's."""
    longer, shorter = (one, other) if len(one) >= len(other) else (other, one)
    if len(shorter) >= SHORTEST_TAIL and len(longer) > len(shorter) + 2 and longer.endswith(shorter):
        return True
    return not _families().get(one, frozenset()).isdisjoint(_families().get(other, frozenset()))


def has_form_in(name: str, initial: str) -> bool:
    """Whether a (folded) given name, or another form of it, begins with that letter: Bep is an E."""
    families = load("short_forms")["families"]
    return any(fold(form).startswith(initial) for at in _families().get(name, ()) for form in families[at].split())


@cache
def _families() -> dict[str, frozenset[int]]:
    """Folded given name -> the families of forms, by number, that it belongs to."""
    found: dict[str, set[int]] = {}
    for number, family in enumerate(load("short_forms")["families"]):
        for form in family.split():
            found.setdefault(fold(form), set()).add(number)
    return {form: frozenset(numbers) for form, numbers in found.items()}
