"""HTML to the text that a person reads: paragraphs, lists, quotes and tables as lines.

A table row is one line, its cells joined by tabs; a list item begins with "- " or its number; quoted mail with "> ";
the line that Outlook draws above an older mail is a line of underscores, as in its own plain text. What is hidden or
struck out is left out. htmltags.py cuts the source up, htmllines.py keeps the lines, htmltable.py tables, htmlmarks.py
lists, quotes and links, htmlunseen.py what isn't shown; choosing between HTML and plain text is body.py's. Linear time,
whatever the source.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from mailbot.reading.message.htmllines import Lines
from mailbot.reading.message.htmlmarks import Links, Lists, Quotes
from mailbot.reading.message.htmltable import Tables
from mailbot.reading.message.htmltags import MAX_HTML, MAX_TAGS, Tag, look_of, pieces
from mailbot.reading.message.htmlunseen import Unseen

BLOCKS = {"div", "section", "article", "header", "footer", "main", "center", "form", "address", "fieldset", "dt", "dd",
          "body", "html", "caption", "figure", "nav", "aside", "legend"}  # fmt: skip
PARAGRAPHS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "dl"}


@dataclass(slots=True)
class HtmlText:
    """`text`; the rows of its data tables as they stand in it; whether some was struck out, or left unread."""

    text: str
    rows: list[str] = field(default_factory=list)
    struck: bool = False
    cut: bool = False


def html_to_text(source: str) -> HtmlText:
    """The text of that HTML; of more than MAX_HTML characters or MAX_TAGS tags only the beginning (`cut`)."""
    lines, unseen = Lines(), Unseen()
    tables = Tables(lines)
    handlers = _handlers(lines, tables)
    tags = 0
    for piece in pieces(source[:MAX_HTML]):
        if isinstance(piece, Tag):
            tags += 1
            if not unseen.takes(piece) and (handler := handlers.get(piece.name)):
                handler(piece)
        elif not unseen.hides(piece):
            lines.write(piece)
    tables.finish()
    text = "\n".join(lines.into).strip("\n")
    return HtmlText(text, tables.rows, unseen.struck, len(source) > MAX_HTML or tags >= MAX_TAGS - 1)


def _handlers(lines: Lines, tables: Tables) -> dict[str, Callable[[Tag], None]]:
    """What a tag does to the lines, by its name; any other does nothing."""
    lists, quotes, links = Lists(lines), Quotes(lines), Links(lines)
    blocks = _Blocks(lines)
    return {
        **dict.fromkeys(BLOCKS, blocks.on_block),
        **dict.fromkeys(PARAGRAPHS, blocks.on_paragraph),
        "pre": blocks.on_preformatted,
        "br": blocks.on_line_break,
        "hr": blocks.on_rule,
        "ul": lists.on_list,
        "ol": lists.on_list,
        "li": lists.on_item,
        "blockquote": quotes.on_quote,
        "a": links.on_link,
        "table": tables.on_table,
        "tr": tables.on_row,
        "td": tables.on_cell,
        "th": tables.on_cell,
    }


@dataclass(frozen=True, slots=True)
class _Blocks:
    """The tags that only part lines and paragraphs."""

    lines: Lines

    def on_block(self, tag: Tag) -> None:
        self.lines.end()
        if tag.opening and look_of(tag.attributes).rule:
            self.lines.rule()

    def on_paragraph(self, tag: Tag) -> None:
        self.lines.end()
        if tag.opening:
            self.lines.begin_paragraph(look_of(tag.attributes))
        else:
            self.lines.end_paragraph()

    def on_preformatted(self, tag: Tag) -> None:
        self.lines.end()  # of the line before, which keeps no spaces
        self.lines.preformat(tag.opening)
        self.on_paragraph(tag)

    def on_line_break(self, _: Tag) -> None:
        self.lines.end(keep_empty=True)

    def on_rule(self, _: Tag) -> None:
        self.lines.rule()
