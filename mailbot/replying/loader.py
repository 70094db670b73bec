"""Where template files come from: an admin's folder first, then those that mailbot brings."""

from collections.abc import Callable
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from jinja2 import BaseLoader, Environment, TemplateNotFound, TemplateSyntaxError
from jinja2.loaders import split_template_path

from mailbot.replying.values import RESERVED


def packaged_folder() -> Traversable:
    """The templates that mailbot brings: inside the installed package, or beside it in a source tree."""
    inside = resources.files("mailbot").joinpath("templates")
    return inside if inside.is_dir() else Path(__file__).parents[2] / "templates"


class FolderLoader(BaseLoader):
    """Templates from folders or from within a package, the first that has the file."""

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
        if RESERVED & set(source):
            raise TemplateSyntaxError("holds private-use characters", 0, template, str(file))
        return source, str(file), lambda: True

    def shown(self, template: str) -> str:
        """Where that template stands, as it is named to the admin."""
        return str(self._find(template) or template)

    def _find(self, template: str) -> Traversable | None:
        steps = split_template_path(template)  # raises TemplateNotFound for ".."
        found = (folder.joinpath(*steps) for folder in self._folders)
        return next((file for file in found if file.is_file()), None)
