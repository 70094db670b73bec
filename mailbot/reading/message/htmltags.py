"""HTML to its pieces: runs of text and tags, with what a tag's attributes say about how it looks.

A cutter, not a parser: no tree is built. A tree costs hostile mail nothing and us everything (lexbor, in selectolax
1.0: 500 KB of nested <div> take 24 s, one tag with 60,000 attributes 13 s). Here each character is looked at a bounded
number of times, and at most MAX_TAGS tags are. What they mean for the text is htmltext.py's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

MAX_HTML = 600_000  # characters
MAX_TAGS = 40_000  # a thread of a hundred Outlook mails has 20,000
MAX_ATTRIBUTES = 4_000  # characters of one tag that are looked at

# A tag that is closed, with its quotation marks in pairs, comes whole (group 4); possessive, so that nothing is tried
# twice. What is left open is _Cutter.pass_over's.
TAG = re.compile(r"<(?:(/?)([a-zA-Z][^\s/<>\"'=]{0,50})((?:[^<>\"']++|\"[^\"<>]*+\"|'[^'<>]*+')*+)(>)?|!--|[!?/])")
TAG_OR_QUOTE = re.compile("[>\"']")
# Begun only where a name begins, and nothing tried twice: a tag that is one long word would take quadratic time.
ATTRIBUTE = re.compile(r"(?<![^\s/\"'])([^\s=/\"']{1,40}+)\s*+=\s*+(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
# Bounded digits: a number of a million digits is no character, and takes minutes to convert.
ENTITY = re.compile(r"&(?:#[0-9]{1,7}(?![0-9])|#[xX][0-9a-fA-F]{1,6}(?![0-9a-fA-F])|[a-zA-Z][a-zA-Z0-9]{1,31});?")
NOT_HTML = {"style", "script", "title", "textarea"}  # what stands between these is no HTML


@dataclass(slots=True)
class Tag:
    """A start or end tag; `attributes` as they stand in the source. Text comes as plain str."""

    name: str
    opening: bool
    attributes: str


@dataclass(frozen=True, slots=True)
class Look:
    """What a tag's style and class say that matters to a text."""

    hidden: bool = False
    struck: bool = False  # a line through it
    tight: bool = False  # a paragraph without space below: a line
    rule: bool = False  # a line drawn above it: Outlook's head of an older mail
    indented: bool = False  # a blockquote without a border: moved to the right by its writer, quoting nobody
    bullet: bool = False  # Word's list paragraph, its bullet a character of the text


def pieces(source: str) -> Iterator[str | Tag]:
    """The text (entities not yet resolved) and tags of that HTML, in order; comments and doctypes left out."""
    cutter = _Cutter(source)
    for _ in range(MAX_TAGS):
        tag = TAG.search(source, cutter.at)
        if tag is None:
            break
        if tag.start() > cutter.at:
            yield source[cutter.at : tag.start()]
        closing, name, attributes, whole = tag.groups()
        cutter.at = tag.end()
        if not whole:
            cutter.pass_over(tag)
            attributes = source[tag.start(3) : cutter.at].removesuffix(">") if name else None
        if name:
            name = name.lower()
            yield Tag(name, not closing, attributes)
            if name in NOT_HTML and not closing:
                cutter.skip_to(f"</{name}")
    else:
        return
    if cutter.at < len(source):
        yield source[cutter.at :]


class _Cutter:
    """A place in the source that only moves forward."""

    def __init__(self, source: str) -> None:
        self.at = 0
        self._source = source
        self._missing: set[str] = set()  # not found once, never again: searched for twice, time would be quadratic

    def pass_over(self, tag: re.Match[str]) -> None:
        """Move behind that open tag or comment. A quotation mark that is never closed quotes nothing."""
        if tag[0] == "<!--":
            self._move(self._find("-->", self.at), 3)
            return
        while tag[2] and self._here() in ("'", '"'):
            close = self._find(self._here(), self.at + 1)
            following = TAG_OR_QUOTE.search(self._source, max(close, self.at) + 1)
            self.at = following.start() if following else len(self._source)
        self._move(self.at if self._here() == ">" else self._find(">", self.at), 1)

    def skip_to(self, what: str) -> None:
        """Move to where that stands, if it does."""
        found = self._find(what, self.at)
        self.at = found if found >= 0 else self.at

    def _here(self) -> str:
        return self._source[self.at : self.at + 1]

    def _move(self, found: int, length: int) -> None:
        self.at = found + length if found >= 0 else len(self._source)

    def _find(self, what: str, start: int) -> int:
        found = -1 if what in self._missing else self._source.find(what, start)
        if found < 0:
            self._missing.add(what)
        return found


def attributes_of(source: str) -> dict[str, str]:
    """The attributes of a tag by lower-case name; the first of a name counts."""
    found: dict[str, str] = {}
    for name, double, single, bare in ATTRIBUTE.findall(source[:MAX_ATTRIBUTES]):
        found.setdefault(name.lower(), unescaped(double or single or bare))
    return found


NO_LOOK = Look()


def look_of(source: str) -> Look:
    """What those attributes say about the look of their element."""
    return _look_of(source[:MAX_ATTRIBUTES]) if source else NO_LOOK


@lru_cache(maxsize=256)  # Outlook writes the same style on every line
def _look_of(source: str) -> Look:
    found = attributes_of(source)
    css = _declarations(found.get("style", ""))
    kind = found.get("class", "").lower()
    border_top = css.get("border-top", "")
    return Look(
        hidden=_is_hidden(css) or "hidden" in found,
        struck="line-through" in css.get("text-decoration", "") + css.get("text-decoration-line", ""),
        tight="mso" in kind or _is_zero(css.get("margin", "")) or _is_zero(css.get("margin-bottom", "")),
        rule="solid" in border_top or css.get("border-style", "").startswith("solid none none"),
        indented=css.get("border", "").startswith(("none", "0")) or css.get("border-style") == "none",
        bullet="msolistparagraph" in kind,
    )


def _declarations(style: str) -> dict[str, str]:
    pairs = (declaration.partition(":") for declaration in style.lower().split(";"))
    return {name.strip(): value.strip() for name, _, value in pairs if value}


def _is_hidden(css: dict[str, str]) -> bool:
    return (
        css.get("display", "").startswith("none")
        or css.get("visibility", "").startswith("hidden")
        or css.get("mso-hide", "") == "all"
        or _is_zero(css.get("font-size", ""))
    )


def _is_zero(length: str) -> bool:
    """Whether a CSS length is nothing: "0", "0cm", "0px 0px"."""
    return length[:1] == "0" and not length[1:2].isdigit() and length[1:2] != "."


def unescaped(text: str) -> str:
    """The text with its entities resolved."""
    return ENTITY.sub(lambda found: unescape(found[0]), text) if "&" in text else text


def number_in(text: str | None, limit: int) -> int:
    """The number that an attribute gives, from 1 to that limit; 1 where it gives none."""
    return min(max(int(text), 1), limit) if text and text.isascii() and text.isdigit() and len(text) < 7 else 1
