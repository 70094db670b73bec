"""The notation of the lexicon's phrases, as regular expressions of the shapes that judgement asks for."""

import inspect
import pkgutil
import re
from collections.abc import Callable
from importlib import import_module

import pytest

from mailbot.reading import judgement, lexicon
from mailbot.reading.lexicon import phrase_book
from mailbot.reading.lexicon.phrase_book import PhraseBook

BOOK = {
    "either": ["mijn|onze chef"],
    "endings": ["aanmeld* *plek"],
    "missing": ["nog? niet gevraagd", "wij komen niet?"],
    "none_of": ["als !ik|wij .. komt", "toch !niet"],
    "gap": ["laat .. weten", "laat het even ..."],
    "no_comma": ["zei ~ niet"],
    "comma": ["tenminste , dat zei"],
    "end": ["laat maar $"],
    "table": ["bij <either>"],
}


@pytest.fixture
def book(monkeypatch: pytest.MonkeyPatch) -> PhraseBook:
    monkeypatch.setattr(phrase_book, "words", lambda _name, table: tuple(BOOK[table]))
    return PhraseBook("of these tests")


@pytest.mark.parametrize(
    ("table", "found", "not_found"),
    [
        ("either", "dat vond mijn chef", "dat vond zijn chef"),
        ("endings", "mijn aanmelding werkplek", "de aanmelding plekje"),
        ("missing", "nog niet gevraagd", "niet nog gevraagd"),
        ("missing", "wij komen", "wij kome"),
        ("none_of", "als kees ook komt", "als ik ook komt"),
        ("none_of", "zij kan toch", "zij kan toch niet"),
        ("gap", "ik laat het u morgen weten", "ik laat het. dat u het moet weten"),
        ("gap", "laat het even", "laat even"),
        ("no_comma", "zei dat hij niet", "zei dat hij komt, ik niet"),
        ("comma", "tenminste, dat zei hij", "tenminste. dat zei hij"),
        ("comma", "tenminste dat zei hij", "tenminste; dat zei hij"),
        ("end", "laat maar.", "laat maar weten"),
        ("table", "bij onze chef", "bij chef"),
    ],
)
def test_a_phrase_is_found_where_it_is_said(book: PhraseBook, table: str, found: str, not_found: str) -> None:
    assert book.anywhere(table).search(found)
    assert not book.anywhere(table).search(not_found)


@pytest.mark.parametrize(
    ("shape", "way", "found", "not_found"),
    [
        (PhraseBook.at_start, "match", "- Mijn, chef komt".lower(), "en mijn chef"),
        (PhraseBook.alone, "fullmatch", "(mijn chef!)", "mijn chef komt"),
        (PhraseBook.before, "search", "bij mijn chef ", "mijn chef, "),
    ],
)
def test_a_shape_tells_where_the_phrase_stands(
    book: PhraseBook, shape: Callable[[PhraseBook, str], re.Pattern[str]], way: str, found: str, not_found: str
) -> None:
    pattern = shape(book, "either")

    assert getattr(pattern, way)(found)
    assert not getattr(pattern, way)(not_found)


def test_every_table_of_a_phrase_book_is_asked_for() -> None:
    """A table whose name is mistyped finds nothing, and nobody would notice."""
    found = [module.name for module in pkgutil.walk_packages(judgement.__path__, f"{judgement.__name__}.")]
    modules = [import_module(name) for name in found]
    books = {one.name for module in modules for one in vars(module).values() if isinstance(one, PhraseBook)}
    asked = set(re.findall(r"""["'](?:\w+\.)?(\w+)["']""", "".join(map(inspect.getsource, modules))))

    assert books
    for name in books:
        tables = lexicon.load(name)
        referred = set(re.findall(r"<(\w+)>", str(tables)))
        assert referred <= set(tables)
        assert set(tables) <= asked | referred | {"said_with"}
