"""The folder of reply templates: an admin's own, file by file over those that mailbot brings.

One plain file a reply and language, `nl/confirmed.md`: a `subject:` line, a blank line, Markdown with Jinja2. Files
whose name starts with an underscore are parts that others include; `layout.html` is what every HTML part stands in.
Compiled once, when first used. A template that breaks raises `TemplateError`; `Templates.page` then takes the one
that mailbot brings instead, so that nobody waits for an answer because of a typing mistake.
"""

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, Template, TemplateNotFound, TemplateSyntaxError
from jinja2 import TemplateError as JinjaError
from jinja2.loaders import split_template_path
from markupsafe import Markup

from mailbot.errors import TemplateError
from mailbot.replying import markdown
from mailbot.replying.sandbox import Sandbox, printing
from mailbot.replying.values import MARKS, NotALink, fill_html, fill_text

LANGUAGES = ("nl", "en")
LAYOUT = "layout.html"
SUBJECT = "subject:"


@dataclass(frozen=True, slots=True)
class Page:
    """A reply in words: one line of subject, and the same text twice. `html` is a whole document."""

    subject: str
    text: str
    html: str


def packaged_folder() -> Traversable:
    """The templates that mailbot brings: inside the installed package, or beside it in a source tree."""
    inside = resources.files("mailbot").joinpath("templates")
    return inside if inside.is_dir() else Path(__file__).parents[2] / "templates"


class TemplateSet:
    """Templates looked up in `folders`, the first that has the file. `page` raises TemplateError."""

    def __init__(self, *folders: Traversable) -> None:
        self._loader = FolderLoader(folders)
        self._sandbox = Sandbox(self._loader)
        self._layouts = Environment(loader=self._loader, autoescape=True, auto_reload=False)
        self._skeleton = lru_cache(maxsize=2048)(self._make_skeleton)

    def page(self, name: str, language: str, context: dict[str, Any]) -> Page:
        """The template of that name, filled in. Raises TemplateError naming file, line and reason."""
        file = f"{language}/{name}.md"
        with self._blaming(file), printing() as values:
            rendered = self.load(file).render(context)
            try:
                subject, text, html = self._skeleton(file, language, rendered)
                title = fill_text(subject, values)
                return Page(" ".join(title.split()), fill_text(text, values), fill_html(html, values))
            except NotALink:
                raise TemplateError(
                    self.shown(file), 0, "only event.url can be the target of a link, not what somebody wrote"
                ) from None

    def load(self, file: str) -> Template:
        """A template compiled. Raises what Jinja2 raises."""
        return self._sandbox.get_template(file)

    def parse(self, file: str) -> Any:
        """The syntax tree of a template, for looking at names without rendering. Raises what Jinja2 raises."""
        source, _, _ = self._loader.get_source(self._sandbox, file)
        return self._sandbox.parse(source, file, self.shown(file))

    def shown(self, file: str) -> str:
        """Where that file stands, as it is named to the admin."""
        return self._loader.shown(file)

    def _make_skeleton(self, file: str, language: str, rendered: str) -> tuple[str, str, str]:
        """Subject, text and HTML with marks in the place of values: the same for all who get the same sentences."""
        head, _, body = rendered.strip().partition("\n")
        if not head.casefold().startswith(SUBJECT) or not head[len(SUBJECT) :].strip():
            raise TemplateError(self.shown(file), 1, f'the first line should be "{SUBJECT} ..."')
        if not body.strip():
            raise TemplateError(self.shown(file), 1, "there is no text under the subject line")
        subject = head[len(SUBJECT) :].strip()
        text, html = markdown.render(body)
        layout = self._layouts.get_template(LAYOUT)
        page = layout.render(language=language, title=subject, body=Markup(html))  # noqa: S704  made by markdown.py
        return subject, text, page

    def _blaming(self, file: str) -> "_Blame":
        return _Blame(file, self.shown)


class _Blame:
    """Whatever goes wrong within is the template's fault, and is said as a TemplateError: file, line, reason."""

    def __init__(self, file: str, shown: Callable[[str], str]) -> None:
        self._file, self._shown = file, shown

    def __enter__(self) -> None:
        pass

    def __exit__(self, _: object, error: BaseException | None, trace: Any) -> None:
        if isinstance(error, TemplateSyntaxError):
            raise TemplateError(error.filename or self._shown(self._file), error.lineno, error.message or "") from None
        if isinstance(error, TemplateNotFound):
            file, line = self._place(trace)
            raise TemplateError(file, line, f"there is no file {error.name}") from None
        if isinstance(error, JinjaError | TypeError | ValueError | ArithmeticError | LookupError | AttributeError):
            file, line = self._place(trace)
            raise TemplateError(file, line, str(error) or type(error).__name__) from None

    def _place(self, trace: Any) -> tuple[str, int]:
        """The innermost line of a template in the traceback: Jinja2 puts them there under the file's own name."""
        for frame in reversed(traceback.extract_tb(trace)):
            if frame.filename.endswith((".md", ".html")):
                return frame.filename, frame.lineno or 0
        return self._shown(self._file), 0


class Templates:
    """What replies are made from. `folder`: the admin's own templates; what it lacks comes from mailbot's.

    `broken` holds each fault of the admin's files that a reply had to go round, once.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self.packaged = TemplateSet(packaged_folder())
        self.own = TemplateSet(folder, packaged_folder()) if folder else self.packaged
        self.broken: list[TemplateError] = []

    def page(self, name: str, language: str, context: dict[str, Any]) -> Page:
        """The reply of that name in words. A fault in the admin's template is recorded in `broken`, and the one that
        mailbot brings is used. Raises TemplateError only where that fails as well, which its tests rule out."""
        try:
            return self.own.page(name, language, context)
        except TemplateError as error:
            if self.own is self.packaged:
                raise
            if str(error) not in map(str, self.broken):
                self.broken.append(error)
            return self.packaged.page(name, language, context)


class FolderLoader(BaseLoader):
    """Templates from folders or from within a package, the first folder that has the file."""

    def __init__(self, folders: tuple[Traversable, ...]) -> None:
        self._folders = folders

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        file = self._find(template)
        if file is None:
            raise TemplateNotFound(template)
        try:
            source = file.read_text("utf-8-sig")  # Windows' Notepad begins a file with a BOM
        except UnicodeDecodeError:
            raise TemplateSyntaxError("is not UTF-8 text", 0, template, str(file)) from None
        except OSError as error:
            raise TemplateSyntaxError(f"cannot be read: {error.strerror}", 0, template, str(file)) from None
        if MARKS.search(source):
            raise TemplateSyntaxError("holds private-use characters", 0, template, str(file))
        return source, str(file), lambda: True

    def shown(self, template: str) -> str:
        return str(self._find(template) or template)

    def _find(self, template: str) -> Traversable | None:
        steps = split_template_path(template)  # raises TemplateNotFound for ".."
        found = (folder.joinpath(*steps) for folder in self._folders)
        return next((file for file in found if file.is_file()), None)
