"""Reply templates: files that an admin can edit, turned into the words of a reply.

One plain file a reply and language, `nl/confirmed.md`: a `subject:` line, a blank line, Markdown with Jinja2. Files
whose name starts with an underscore are parts that others include; `layout.html` is what every HTML part stands in.
Compiled once, when first used. A template that breaks raises `TemplateError`; `Templates.page` then takes the one
that mailbot brings instead, so that nobody waits for an answer because of a typing mistake.
"""

import traceback
from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources.abc import Traversable
from pathlib import Path
from types import TracebackType
from typing import Any

from jinja2 import StrictUndefined, TemplateNotFound, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from mailbot.errors import TemplateError
from mailbot.replying import markdown
from mailbot.replying.loader import FolderLoader, packaged_folder
from mailbot.replying.sandbox import Sandbox, printing
from mailbot.replying.stand_ins import LooksCloser, shape, with_stand_ins
from mailbot.replying.stand_ins import words as the_words
from mailbot.replying.values import BODY_MARK, fill_html, fill_text

LANGUAGES = ("nl", "en")
LAYOUT = "layout.html"
SUBJECT = "subject:"
# Pages with places left open that are kept: 15 KB each.
MOST_FORMS = 512


@dataclass(frozen=True, slots=True)
class Page:
    """A reply in words: one line of subject, and the same text twice. `html` is a whole document."""

    subject: str
    text: str
    html: str


class Templates:
    """What replies are made from. `folder`: the admin's own templates; what it lacks comes from mailbot's.

    `broken` holds each fault of the admin's files that a reply had to go round, once.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self.packaged = TemplateSet(packaged_folder())
        self.own = TemplateSet(folder, packaged_folder()) if folder else self.packaged
        self.broken: list[TemplateError] = []

    def page(self, name: str, language: str, words: dict[str, Any]) -> Page:
        """The reply of that name. A fault in the admin's templates is recorded in `broken`, and mailbot's own are
        used. Raises TemplateError only where those fail as well, which the tests rule out."""
        try:
            return self.own.page(name, language, words)
        except TemplateError as error:
            if self.own is self.packaged:
                raise
            if str(error) not in map(str, self.broken):
                self.broken.append(error)
            return self.packaged.page(name, language, words)


class TemplateSet:
    """Templates looked up in `folders`, the first that has the file."""

    def __init__(self, *folders: Traversable) -> None:
        self._loader = FolderLoader(folders)
        self._sandbox = Sandbox(self._loader)
        self._layouts = ImmutableSandboxedEnvironment(
            loader=self._loader, autoescape=True, undefined=StrictUndefined, auto_reload=False
        )
        self._frame = lru_cache(maxsize=256)(self._make_frame)
        self._forms: dict[Hashable, Page] = {}
        self._looking_closer: set[str] = set()

    def page(self, name: str, language: str, words: dict[str, Any]) -> Page:
        """The template of that name, filled with `words`. Raises TemplateError."""
        file = f"{language}/{name}.md"
        form = self._form(file, language, words)
        with self._blaming(file):
            return self._render(file, language, words) if form is None else _filled(form, the_words(words))

    def _form(self, file: str, language: str, words: dict[str, Any]) -> Page | None:
        """The page with a mark for each word of a person's; None where the template can only be run."""
        if file in self._looking_closer:
            return None
        key = file, shape(words)
        if key not in self._forms:
            if len(self._forms) >= MOST_FORMS:
                self._forms.clear()
            try:
                self._forms[key] = self._render(file, language, with_stand_ins(words))
            except (LooksCloser, Exception):  # what is really wrong is found once more, and said, without stand-ins
                self._looking_closer.add(file)
                return None
        return self._forms[key]

    def _render(self, file: str, language: str, words: dict[str, Any]) -> Page:
        with printing() as values:
            subject, body = self._split(file, self._sandbox.get_template(file).render(words))
            text, html = markdown.render(body)
            before, after = self._frame(language, subject)
            return _filled(Page(subject, text, f"{before}{html}{after}"), values)

    def parse(self, file: str) -> nodes.Template:
        """The syntax tree of a template, for looking at names without rendering. Raises what Jinja2 raises."""
        source, _, _ = self._loader.get_source(self._sandbox, file)
        return self._sandbox.parse(source, file, self.shown(file))

    def shown(self, file: str) -> str:
        """Where that file stands, as it is named to the admin."""
        return self._loader.shown(file)

    def _split(self, file: str, rendered: str) -> tuple[str, str]:
        head, _, body = rendered.strip().partition("\n")
        subject = head[len(SUBJECT) :].strip()
        if not head.casefold().startswith(SUBJECT) or not subject:
            raise TemplateError(self.shown(file), 1, f'the first line should be "{SUBJECT} ..."')
        if not body.strip():
            raise TemplateError(self.shown(file), 1, "there is no text under the subject line")
        return subject, body

    def _make_frame(self, language: str, subject: str) -> tuple[str, str]:
        """What stands before and after the text of every HTML part with that subject."""
        layout = self._layouts.get_template(LAYOUT)
        page = layout.render(language=language, title=subject, body=Markup(BODY_MARK))  # noqa: S704  a mark, not a value
        before, body, after = page.partition(BODY_MARK)
        if not body:
            raise TemplateError(self.shown(LAYOUT), 0, "the reply's text is missing: it goes where {{ body }} stands")
        return before, after

    @contextmanager
    def _blaming(self, file: str) -> Iterator[None]:
        """Whatever goes wrong within is the template's fault, and is said as such: file, line, reason."""
        try:
            yield
        except TemplateError:
            raise
        except TemplateSyntaxError as error:
            place = error.filename or self.shown(file)
            raise TemplateError(place, error.lineno, error.message or "cannot be understood") from None
        except Exception as error:  # a template can raise anything that Python can
            missing = f"there is no file {error.name}" if isinstance(error, TemplateNotFound) else None
            place, line = _innermost(error.__traceback__) or (self.shown(file), 0)
            raise TemplateError(place, line, missing or str(error) or type(error).__name__) from None


def _filled(page: Page, values: list[str]) -> Page:
    """The page with values for its marks."""
    return Page(
        subject=" ".join(fill_text(page.subject, values).split()),
        text=fill_text(page.text, values),
        html=fill_html(page.html, values),
    )


def _innermost(trace: TracebackType | None) -> tuple[str, int] | None:
    """The innermost line of a template in a traceback: Jinja2 puts them there under the file's own name."""
    frames = traceback.extract_tb(trace)
    places = [(f.filename, f.lineno or 0) for f in frames if f.filename.endswith((".md", ".html"))]
    return places[-1] if places else None
