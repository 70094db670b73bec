"""Whether an admin's templates can be used (`check`), and what one looks like (`preview`)."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path

from jinja2 import TemplateSyntaxError, meta, nodes

from mailbot.domain.answer import Template
from mailbot.domain.event import Event
from mailbot.errors import TemplateError
from mailbot.replying.samples import Sample, samples
from mailbot.replying.sandbox import KEPT_GLOBALS
from mailbot.replying.templates import LANGUAGES, LAYOUT, Page, Templates
from mailbot.replying.views import context

NAMES = [str(name) for name in Template]


def check(templates: Templates, events: Sequence[Event]) -> list[TemplateError]:
    """Everything that is wrong with the templates in use, each fault once: what a file is called, names that nothing
    gives, and what goes wrong when every reply is rendered in every case it can meet. `events`: at least one."""
    found = [*_stray(templates.folder), *_unknown_names(templates, events)]
    for language in LANGUAGES:
        for name in Template:
            found += _rendered(templates, samples(name, language, events))
    unique = {str(error): error for error in found}
    return sorted(unique.values(), key=lambda error: (error.file, error.line))


def preview(templates: Templates, name: str, language: str, events: Sequence[Event]) -> Page:
    """That reply as an ordinary case has it, from the templates in use. Raises KeyError for a name that no reply
    has, TemplateError for a template that is broken."""
    if name not in NAMES:
        raise KeyError(name)
    return _page(templates, samples(Template(name), language, events)[0])


def _page(templates: Templates, sample: Sample) -> Page:
    words = context(sample.answer, sample.recipient, sample.platform, sample.when, sample.calendar)
    return templates.own.page(str(sample.answer.template), sample.answer.language, words)


def _rendered(templates: Templates, cases: Iterable[Sample]) -> Iterator[TemplateError]:
    for case in cases:
        try:
            _page(templates, case)
        except TemplateError as error:
            yield error


def _stray(folder: Path | None) -> Iterator[TemplateError]:
    """Files in the admin's folder that no reply would ever be made from, however well they are written."""
    if folder is None:
        return
    for file in sorted(folder.rglob("*")):
        if file.is_dir() or file.suffix not in (".md", ".html") or file.name.upper().startswith("README"):
            continue
        place = file.relative_to(folder)
        if place == Path(LAYOUT) or (place.parent.name in LANGUAGES and len(place.parts) == 2 and _known(file)):
            continue
        yield TemplateError(str(file), 0, f"no reply is made from this file{_meant(place)}")


def _known(file: Path) -> bool:
    return file.suffix == ".md" and (file.stem in NAMES or file.stem.startswith("_"))


def _meant(place: Path) -> str:
    if len(place.parts) != 2 or place.parts[0] not in LANGUAGES:
        return f": templates stand in {' and '.join(f'{language}/' for language in LANGUAGES)}"
    close = get_close_matches(place.stem, NAMES, n=1)
    return f", is it {close[0]}.md?" if close else ""


def _unknown_names(templates: Templates, events: Sequence[Event]) -> Iterator[TemplateError]:
    """Names that no reply gives, also in branches that no case comes through."""
    sample = samples(Template.CONFIRMED, LANGUAGES[0], events)[0]
    known = {*context(sample.answer, "", "", sample.when, ()), *KEPT_GLOBALS}
    for language in LANGUAGES:
        trees = dict(_trees(templates, language))
        # an included part also sees what was set around it
        given = known | {n.name for tree in trees.values() for n in tree.find_all(nodes.Name) if n.ctx == "store"}
        for file, tree in trees.items():
            with suppress(TemplateSyntaxError):
                for name in sorted(meta.find_undeclared_variables(tree) - given):
                    line = next((n.lineno for n in tree.find_all(nodes.Name) if n.name == name), 0)
                    yield TemplateError(templates.own.shown(file), line, f"'{name}' is undefined")


def _trees(templates: Templates, language: str) -> Iterator[tuple[str, nodes.Template]]:
    """Every template of that language, and the admin's own parts. A syntax error is told by rendering."""
    folder = templates.folder / language if templates.folder else None
    parts = sorted(file.stem for file in folder.glob("_*.md")) if folder else []
    for stem in [*NAMES, *parts]:
        with suppress(TemplateSyntaxError):
            yield f"{language}/{stem}.md", templates.own.parse(f"{language}/{stem}.md")
