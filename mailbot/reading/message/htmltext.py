"""HTML to the text that a person reads: paragraphs, lists, quotes and tables as lines.

A table row is one line, its cells joined by tabs; a list item begins with "- " or its number; quoted mail with "> ";
the line that Outlook draws above an older mail is a line of underscores, as in its own plain text. What is hidden or
struck out is left out. htmltags.py cuts the source up, htmltable.py keeps tables; choosing between HTML and plain text
is body.py's. Linear time, whatever the source.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from mailbot.reading.message.htmltable import MAX_SPAN, Table
from mailbot.reading.message.htmltags import MAX_HTML, MAX_TAGS, Tag, attributes_of, look_of, pieces, unescaped

MAX_QUOTES = 9
MAX_TABLES = 12  # deeper ones are layout inside layout: their text is kept, their cells are not
MAX_OPEN = 1_000  # lists or quotes inside each other
RULE = "_" * 32

SPACES = re.compile(r"[ \t\r\n\f]+")
BULLET = re.compile(r"^[·•§o▪◦●*–-]\s+(?=\S)")
VOID = {"br", "hr", "img", "input", "meta", "link", "wbr", "col", "base", "area", "source", "embed", "param"}
UNSEEN = {"style", "script", "title", "template", "noframes", "iframe", "object", "select", "textarea"}
STRUCK = {"s", "strike", "del"}
BLOCKS = {"div", "section", "article", "header", "footer", "main", "center", "form", "address", "fieldset", "dt", "dd",
          "body", "html", "caption", "figure", "nav", "aside", "legend"}  # fmt: skip
PARAGRAPHS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "dl", "pre"}
INLINE = STRUCK | {"span", "font", "b", "i", "u", "em", "strong"}
CELL_ENDS = {"td", "th", "tr", "table"}


@dataclass(slots=True)
class HtmlText:
    """`text`; the rows of its data tables as they stand in it; whether some was struck out, or left unread."""

    text: str
    rows: list[str] = field(default_factory=list)
    struck: bool = False
    cut: bool = False


def html_to_text(source: str) -> HtmlText:
    """The text of that HTML; of more than MAX_HTML characters or MAX_TAGS tags only the beginning (`cut`)."""
    writer = _Writer()
    tags = 0
    for piece in pieces(source[:MAX_HTML]):
        if isinstance(piece, Tag):
            writer.tag(piece)
            tags += 1
        else:
            writer.text(piece)
    writer.finish()
    return HtmlText(
        "\n".join(writer.lines).strip("\n"), writer.rows, writer.struck, len(source) > MAX_HTML or tags >= MAX_TAGS - 1
    )


class _Writer:
    """Takes text and tags, keeps lines. `lines` is where finished lines go: the page's, or the open cell's."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.rows: list[str] = []
        self.struck = False
        self._line: list[str] = []
        self._blank_wanted = False  # between this line and the next: a paragraph ended
        self._bullet_line = False
        self._pre = 0
        self._mailto = ""
        self._quotes: list[bool] = []  # one an open blockquote: does it quote somebody?
        self._quote_depth = 0
        self._lists: list[int] = []  # one an open list: 0 for bullets, else the number of the next item
        self._tables: list[Table] = []
        self._tight = False  # the paragraph begun last has no space below it
        self._silence: _Silence | None = None

    def text(self, text: str) -> None:
        """Take a run of text."""
        if self._silence:
            self.struck = self.struck or (self._silence.struck and bool(unescaped(text).strip()))
        elif self._pre:
            self._preformatted(unescaped(text))
        else:
            text = SPACES.sub(" ", text)
            if text != " " or self._line:
                self._line.append(unescaped(text))

    def tag(self, tag: Tag) -> None:
        """Take a tag."""
        if self._silence and self._goes_on(self._silence, tag):
            return
        if tag.opening and (silence := _silence_of(tag)):
            self._silence = silence
        elif handler := HANDLERS.get(tag.name):
            handler(self, tag)

    def finish(self) -> None:
        """Close what the source left open."""
        self._end_line()
        while self._tables:
            self._close_table()

    def _goes_on(self, silence: "_Silence", tag: Tag) -> bool:
        """Whether that tag is part of what isn't shown, its end tag too."""
        if silence.struck and silence.name in INLINE and tag.name in CELL_ENDS:
            self._silence = None  # struck out in a cell, and never closed: it ends with the cell
            return False
        if tag.name == silence.name:  # only these are counted: others may be left open inside
            silence.depth += 1 if tag.opening else -1
            if silence.depth == 0:
                self._silence = None
        return True

    def _preformatted(self, text: str) -> None:
        first, *others = text.split("\n")
        self._line.append(first)
        for line in others:
            self._end_line(keep_empty=True)
            self._line.append(line)

    # Lines ------------------------------------------------------------------------------------------------------

    def _end_line(self, keep_empty: bool = False) -> None:
        raw = "".join(self._line)
        self._line.clear()
        if not raw.strip(" ") and not (keep_empty or "\u00a0" in raw):
            return
        line = raw.replace("\u00a0", " ").rstrip() if self._pre else " ".join(raw.split())
        if self._bullet_line:
            line, self._bullet_line = BULLET.sub("- ", line), False
        quotes = ">" * min(self._quote_depth, MAX_QUOTES)
        if self._blank_wanted and line and self.lines and self.lines[-1].strip("> "):
            self.lines.append(quotes)
        self._blank_wanted = False
        self.lines.append(f"{quotes} {line}".rstrip() if quotes else line)

    def _br(self, tag: Tag) -> None:
        self._end_line(keep_empty=True)

    def _block(self, tag: Tag) -> None:
        self._end_line()
        if tag.opening and look_of(tag.attributes).rule:
            self._rule(tag)

    def _rule(self, tag: Tag) -> None:
        self._end_line()
        self._line.append(RULE)
        self._end_line()

    def _paragraph(self, tag: Tag) -> None:
        self._end_line()
        if tag.name == "pre":
            self._pre = max(0, self._pre + (1 if tag.opening else -1))
        if tag.opening:
            look = look_of(tag.attributes)
            self._bullet_line = look.bullet
            self._blank_wanted = not look.tight and (self._blank_wanted or bool(self.lines))
            self._tight = look.tight
        elif not self._tight:
            self._blank_wanted = True

    # Lists, quotes, links ---------------------------------------------------------------------------------------

    def _list(self, tag: Tag) -> None:
        self._end_line()
        if not tag.opening:
            self._lists = self._lists[:-1]
        elif len(self._lists) < MAX_OPEN:
            start = attributes_of(tag.attributes).get("start", "1")
            self._lists.append(0 if tag.name == "ul" else _number(start, 10_000))
        self._blank_wanted = self._blank_wanted or not self._lists

    def _item(self, tag: Tag) -> None:
        self._end_line()
        self._blank_wanted = self._blank_wanted and not self._lists
        if tag.opening:
            number = self._lists[-1] if self._lists else 0
            self._line.append(f"{number}. " if number else "- ")
            if number:
                self._lists[-1] += 1

    def _quote(self, tag: Tag) -> None:
        self._end_line()
        if tag.opening and len(self._quotes) < MAX_OPEN:
            self._quotes.append(not look_of(tag.attributes).indented)
            self._quote_depth += self._quotes[-1]
        elif not tag.opening and self._quotes:
            self._quote_depth -= self._quotes.pop()
        self._blank_wanted = True

    def _link(self, tag: Tag) -> None:
        if tag.opening:
            target = attributes_of(tag.attributes).get("href", "")
            self._mailto = target[7:].split("?")[0].strip() if target.lower().startswith("mailto:") else ""
            return
        if self._mailto and self._mailto.lower() not in "".join(self._line[-9:]).lower():
            self._line.append(f" <{self._mailto}>")  # "Jan de Vries", and the address only in the link
        self._mailto = ""

    # Tables -----------------------------------------------------------------------------------------------------

    def _table(self, tag: Tag) -> None:
        self._end_line()
        self._blank_wanted = True
        if not tag.opening:
            self._close_table()
        elif len(self._tables) < MAX_TABLES:
            if self._tables:
                self._tables[-1].holds_table()
            self._tables.append(Table(self.lines))

    def _close_table(self) -> None:
        if self._tables:
            self._end_row()
            self.lines = self._tables.pop().outer

    def _tr(self, tag: Tag) -> None:
        self._end_line()
        if self._tables:
            self._end_row()

    def _end_row(self) -> None:
        table = self._tables[-1]
        before = len(table.outer)
        line = table.close_row()
        self.lines = table.outer
        if line is not None:
            self.rows.append(line)
        if len(table.outer) > before:
            self._blank_wanted = False

    def _cell(self, tag: Tag) -> None:
        self._end_line()
        if not self._tables:
            return
        table = self._tables[-1]
        if tag.opening:
            found = attributes_of(tag.attributes)
            spans = _number(found.get("colspan"), MAX_SPAN), _number(found.get("rowspan"), MAX_SPAN)
            self.lines = table.open_cell(*spans)
        else:
            table.close_cell()
            self.lines = table.outer


@dataclass(slots=True)
class _Silence:
    """An element that isn't shown: how many of its name are open inside each other."""

    name: str
    struck: bool
    depth: int = 1


def _silence_of(tag: Tag) -> _Silence | None:
    """What begins at a start tag whose element isn't shown."""
    look = look_of(tag.attributes)
    struck = look.struck or tag.name in STRUCK
    silent = (struck or look.hidden or tag.name in UNSEEN) and tag.name not in VOID
    return _Silence(tag.name, struck) if silent else None


def _number(text: str | None, limit: int) -> int:
    return min(max(int(text), 1), limit) if text and text.isascii() and text.isdigit() and len(text) < 7 else 1


HANDLERS: dict[str, Callable[[_Writer, Tag], None]] = {
    **dict.fromkeys(BLOCKS, _Writer._block),
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
