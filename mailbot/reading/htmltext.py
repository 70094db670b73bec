"""HTML to the text that a person reads: paragraphs, lists, quotes and tables as lines.

A table row is one line, its cells joined by tabs; a list item begins with "- " or its number; quoted mail with "> ";
the line that Outlook draws above an older mail is a line of underscores, as in its own plain text.

One pass over the tags, no tree: a tree costs hostile mail nothing and us everything (lexbor, as in selectolax 1.0:
500 KB of nested <div> take 24 s, one tag with 60,000 attributes 13 s). Every character is looked at a bounded number
of times. Nothing here knows mail beyond those marks; choosing between plain text and HTML is body.py's.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import unescape

MAX_HTML = 1_000_000
MAX_QUOTES = 9
MAX_TABLES = 12  # deeper ones are layout inside layout: their text is kept, their cells are not
MAX_CELLS = 100
RULE = "_" * 32

TAG_START = re.compile(r"<(?:(/?)([a-zA-Z][^\s/>\"'=]{0,50})([^>\"']*)|!--|[!?/])")
ATTRIBUTE = re.compile(r"([^\s=/]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
SPACES = re.compile(r"[ \t\r\n\f]+")
HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|$)"
)
STRUCK = re.compile(r"text-decoration[^;]*line-through")
OLDER_MAIL = re.compile(r"border-top\s*:\s*solid|border\s*:\s*none\s*;\s*border-top")
TIGHT = re.compile(r"mso|margin\s*:\s*0|margin-bottom\s*:\s*0")
BULLET = re.compile(r"^[·•§o▪◦●*–-]\s+(?=\S)")

VOID = {"br", "hr", "img", "input", "meta", "link", "wbr", "col", "base", "area", "source", "embed", "param"}
UNSEEN = {"style", "script", "title", "template", "noframes", "iframe", "object", "select", "textarea"}
LINES = {"div", "section", "article", "header", "footer", "main", "center", "form", "address", "fieldset", "dt", "dd",
         "body", "html", "caption", "figure", "nav", "aside", "legend"}  # fmt: skip
PARAGRAPHS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "pre", "table"}


@dataclass(slots=True)
class HtmlText:
    """`text`, the rows of its data tables as they stand in it, and what was not taken over."""

    text: str
    rows: list[str] = field(default_factory=list)
    struck: bool = False
    cut: bool = False


def html_to_text(source: str) -> HtmlText:
    """The text of that HTML. Linear time; reads at most MAX_HTML characters and says so (`cut`)."""
    writer = _Writer()
    _tokens(source[:MAX_HTML], writer)
    writer.finish()
    text = "\n".join(writer.lines).strip("\n")
    return HtmlText(text, writer.rows, writer.struck_seen, len(source) > MAX_HTML)


def _tokens(source: str, writer: "_Writer") -> None:
    """Call the writer for every piece of text and every tag, in order."""
    at, end = 0, len(source)
    missing: set[str] = set()  # closers that don't occur any more: searched for once, or time would be quadratic

    def find(what: str, start: int) -> int:
        found = -1 if what in missing else source.find(what, start)
        if found < 0:
            missing.add(what)
        return found

    while at < end:
        tag = TAG_START.search(source, at)
        if tag is None:
            writer.text(source[at:])
            return
        if tag.start() > at:
            writer.text(source[at : tag.start()])
        name = (tag[2] or "").lower()
        at = _after_tag(source, tag, find)
        if not name:
            continue
        attributes = source[tag.start(3) : at - 1] if tag[3] or at > tag.end() + 1 else ""
        writer.tag(name, not tag[1], attributes)
        if name in ("style", "script", "title", "textarea") and not tag[1]:  # their content is not HTML
            close = find(f"</{name}", at)
            at = close if close >= 0 else at


def _after_tag(source: str, tag: re.Match[str], find: Callable[[str, int], int]) -> int:
    """Where the text after a tag or comment begins. A quote that is never closed quotes nothing."""
    if tag[0] == "<!--":
        close = find("-->", tag.end())
        return close + 3 if close >= 0 else len(source)
    at = tag.end()
    while at < len(source) and tag[2] and source[at] in "\"'":
        close = find(source[at], at + 1)
        following = re.compile("[>\"']").search(source, close + 1 if close >= 0 else at + 1)
        at = following.start() if following else len(source)
    close = at if at < len(source) and source[at] == ">" else find(">", at)
    return close + 1 if close >= 0 else len(source)


@dataclass(slots=True)
class _Table:
    """A table being read: the lines above its open cell, kept until the row is complete."""

    outer: list[str]
    row: list[list[str]] = field(default_factory=list)
    below: dict[int, tuple[int, str]] = field(default_factory=dict)  # column -> rows still to fill, text (rowspan)
    span: tuple[int, int] = (1, 1)
    in_cell: bool = False
    nested: bool = False


class _Writer:
    """Takes text and tags, keeps lines. `lines` is where finished lines go: the page's, or the open cell's."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.rows: list[str] = []
        self.struck_seen = False
        self._line: list[str] = []
        self._blank_wanted = False
        self._quotes: list[bool] = []  # one an open blockquote: does it quote somebody?
        self._lists: list[int] = []  # one an open list: 0 for bullets, else the number of the last item
        self._tables: list[_Table] = []
        self._links: list[str] = []
        self._pre = 0
        self._silent: list[str] = []  # open elements inside one that isn't shown, that one first
        self._silent_struck = False
        self._bullet_line = False

    def text(self, text: str) -> None:
        if self._silent:
            self.struck_seen = self.struck_seen or (self._silent_struck and not text.isspace())
            return
        if self._pre:
            for at, line in enumerate(_unescaped(text).split("\n")):
                if at:
                    self._end_line(keep_empty=True)
                self._line.append(line)
            return
        text = SPACES.sub(" ", text)
        if text != " " or self._line:
            self._line.append(_unescaped(text))

    def tag(self, name: str, opening: bool, attributes: str) -> None:
        if self._silent:
            self._count_silence(name, opening)
            return
        if opening and self._starts_silence(name, attributes):
            return
        handler = HANDLERS.get(name)
        if handler:
            handler(self, name, opening, attributes)

    def finish(self) -> None:
        self._end_line()
        while self._tables:
            self._table("table", False, "")

    # What isn't shown -------------------------------------------------------------------------------------------

    def _starts_silence(self, name: str, attributes: str) -> bool:
        if name in VOID:
            return False
        style = attributes.lower() if "style" in attributes or "STYLE" in attributes else ""
        struck = name in ("s", "strike", "del") or bool(style and STRUCK.search(style))
        if struck or name in UNSEEN or (style and HIDDEN.search(_style(attributes))):
            self._silent, self._silent_struck = [name], struck
            return True
        return False

    def _count_silence(self, name: str, opening: bool) -> None:
        """Only tags of the element's own name are counted: others may be left open inside it."""
        if name != self._silent[0]:
            return
        if opening:
            self._silent.append(name)
        else:
            self._silent.pop()

    # Lines ------------------------------------------------------------------------------------------------------

    def _end_line(self, keep_empty: bool = False) -> None:
        raw = "".join(self._line)
        self._line = []
        if not raw.strip(" ") and not (keep_empty or "\u00a0" in raw):
            return
        line = raw.replace("\u00a0", " ").rstrip() if self._pre else " ".join(raw.replace("\u00a0", " ").split())
        if self._bullet_line:
            line, self._bullet_line = BULLET.sub("- ", line), False
        quotes = ">" * min(sum(self._quotes), MAX_QUOTES)
        if self._blank_wanted and self.lines and line and self.lines[-1].strip("> "):
            self.lines.append(quotes)
        self._blank_wanted = False
        self.lines.append(f"{quotes} {line}".rstrip() if quotes else line)

    def _br(self, name: str, opening: bool, attributes: str) -> None:
        self._end_line(keep_empty=True)

    def _block(self, name: str, opening: bool, attributes: str) -> None:
        self._end_line()
        if opening and attributes and OLDER_MAIL.search(_style(attributes)):
            self._rule(name, True, "")

    def _rule(self, name: str, opening: bool, attributes: str) -> None:
        self._end_line()
        self._line.append(RULE)
        self._end_line()

    def _paragraph(self, name: str, opening: bool, attributes: str) -> None:
        self._end_line()
        tight = opening and attributes and TIGHT.search(attributes.lower())
        self._blank_wanted = self._blank_wanted or not tight
        if opening and tight:
            self._blank_wanted = False
        self._bullet_line = opening and "MsoListParagraph" in attributes
        if name == "pre":
            self._pre = max(0, self._pre + (1 if opening else -1))

    # Lists, quotes, links ---------------------------------------------------------------------------------------

    def _list(self, name: str, opening: bool, attributes: str) -> None:
        self._end_line()
        if opening:
            start = _attributes(attributes).get("start", "1")
            self._lists.append(int(start) if name == "ol" and start.isdecimal() and len(start) < 6 else name == "ol")
            self._lists[-1] = self._lists[-1] if name == "ol" else 0
        elif self._lists:
            self._lists.pop()

    def _item(self, name: str, opening: bool, attributes: str) -> None:
        self._end_line()
        if opening:
            number = self._lists[-1] if self._lists else 0
            self._line.append(f"{number}. " if number else "- ")
            if number:
                self._lists[-1] += 1

    def _quote(self, name: str, opening: bool, attributes: str) -> None:
        self._end_line()
        if opening:  # Gmail and Apple indent one's own text by a blockquote without a border
            indented = "border:none" in _style(attributes) or "border: none" in _style(attributes)
            self._quotes.append(not indented)
        elif self._quotes:
            self._quotes.pop()

    def _link(self, name: str, opening: bool, attributes: str) -> None:
        if opening:
            self._links.append(_mailto(attributes))
            self._links[:-1] = []  # links don't nest
        elif self._links:
            email = self._links.pop()
            if email and email.lower() not in "".join(self._line[-20:]).lower():
                self._line.append(f" <{email}>")

    # Tables -----------------------------------------------------------------------------------------------------

    def _table(self, name: str, opening: bool, attributes: str) -> None:
        self._end_line()
        if opening and len(self._tables) < MAX_TABLES:
            if self._tables:
                self._tables[-1].nested = True
            self._tables.append(_Table(self.lines))
        elif not opening and self._tables:
            self._end_row()
            self.lines = self._tables.pop().outer
        self._blank_wanted = True

    def _tr(self, name: str, opening: bool, attributes: str) -> None:
        self._end_line()
        if self._tables:
            self._end_row()

    def _cell(self, name: str, opening: bool, attributes: str) -> None:
        self._end_line()
        if not self._tables:
            return
        table = self._tables[-1]
        self._close_cell(table)
        if opening:
            found = _attributes(attributes)
            table.span = _count(found.get("colspan")), _count(found.get("rowspan"))
            self._fill_from_above(table)
            table.in_cell, self.lines = True, []

    def _close_cell(self, table: _Table) -> None:
        if not table.in_cell:
            return
        columns, rows = table.span
        if rows > 1:
            table.below[len(table.row)] = (rows - 1, " ".join(filter(None, self.lines)))
        if len(table.row) < MAX_CELLS:
            table.row += [self.lines] + [[] for _ in range(columns - 1)]
        self.lines, table.in_cell = table.outer, False

    def _fill_from_above(self, table: _Table) -> None:
        """A cell that spans rows is repeated in each: "Gemeente Ede" beside three people belongs to all three."""
        while len(table.row) in table.below:
            column = len(table.row)
            left, text = table.below.pop(column)
            table.row.append([text])
            if left > 1:
                table.below[column] = (left - 1, text)
            if left > 1:
                break

    def _end_row(self) -> None:
        table = self._tables[-1]
        self._close_cell(table)
        if table.row:
            self._fill_from_above(table)
        self.lines = table.outer
        cells = [list(filter(None, cell)) for cell in table.row]
        filled = [cell for cell in cells if cell]
        if len(filled) > 1 and not table.nested and max(map(len, filled)) <= 6:
            line = "\t".join(" ".join(cell) for cell in cells).rstrip()
            self.lines.append(line)
            self.rows.append(line)
        else:  # a page laid out by a table: its cells are passages, one after another
            for cell in table.row:
                self.lines += cell
        table.row, table.nested = [], False


HANDLERS: dict[str, Callable[[_Writer, str, bool, str], None]] = {
    **dict.fromkeys(LINES, _Writer._block),
    **dict.fromkeys(PARAGRAPHS, _Writer._paragraph),
    **dict.fromkeys(("ul", "ol"), _Writer._list),
    **dict.fromkeys(("td", "th"), _Writer._cell),
    "br": _Writer._br,
    "hr": _Writer._rule,
    "li": _Writer._item,
    "blockquote": _Writer._quote,
    "a": _Writer._link,
    "table": _Writer._table,
    "tr": _Writer._tr,
}


def _attributes(source: str) -> dict[str, str]:
    found = ATTRIBUTE.findall(source[:4_000]) if source else []
    return {name.lower(): double or single or bare for name, double, single, bare in found}


def _style(attributes: str) -> str:
    return _attributes(attributes).get("style", "").lower() if "tyle" in attributes.lower() else ""


def _mailto(attributes: str) -> str:
    target = _unescaped(_attributes(attributes).get("href", ""))
    return target[7:].split("?")[0].strip() if target.lower().startswith("mailto:") else ""


def _count(text: str | None) -> int:
    return min(max(int(text), 1), 20) if text and text.isdecimal() and len(text) < 4 else 1


def _unescaped(text: str) -> str:
    return ENTITY.sub(lambda found: unescape(found[0]), text) if "&" in text else text
