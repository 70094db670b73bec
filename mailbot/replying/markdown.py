"""Markdown as HTML and as plain text, both from one reading of it, so that the two never disagree.

CommonMark without raw HTML, images and automatic links. The plain text is written from the parsed document, not by
taking signs out of the Markdown: emphasis is dropped, a link shows its address, lists keep their marks.
Values are still marks here (values.py); in the target of a link a mark becomes one that only a `Url` may fill.
"""

from collections.abc import Iterable
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from mailbot.replying.values import LINK_END, LINK_MARK, MARKS, TEXT_END, TEXT_MARK

RULE = "-" * 40


class _Reply(MarkdownIt):
    """CommonMark for replies. A link goes to http, https, mailto or tel, or to a value; never elsewhere."""

    def __init__(self) -> None:
        super().__init__("commonmark", {"html": False, "linkify": False, "xhtmlOut": False})
        self.disable(["image", "html_block", "html_inline"])

    def validateLink(self, url: str) -> bool:
        return bool(MARKS.fullmatch(url)) or url.lower().startswith(("https://", "http://", "mailto:", "tel:"))

    def normalizeLink(self, url: str) -> str:
        if MARKS.fullmatch(url):  # percent-encoding would make it unrecognisable
            return url.replace(TEXT_MARK, LINK_MARK).replace(TEXT_END, LINK_END)
        return super().normalizeLink(url)


_markdown = _Reply()


@lru_cache(maxsize=2048)  # with marks for values, what hundreds of people get is one and the same text
def render(markdown: str) -> tuple[str, str]:
    """Markdown -> (plain text, HTML fragment). Lines of the plain text are whole paragraphs; it ends in one newline."""
    tokens = _markdown.parse(markdown)
    text = "\n\n".join(_blocks(SyntaxTreeNode(tokens)))
    return f"{text}\n", _html(tokens)


def _html(tokens: list[Token]) -> str:
    rendered: str = _markdown.renderer.render(tokens, _markdown.options, {})
    return rendered


def _blocks(parent: SyntaxTreeNode) -> Iterable[str]:
    return (_block(child) for child in parent.children)


def _block(node: SyntaxTreeNode) -> str:
    match node.type:
        case "bullet_list" | "ordered_list":
            return _list(node)
        case "blockquote":
            return _prefixed("\n\n".join(_blocks(node)), "> ", "> ")
        case "hr":
            return RULE
        case "fence" | "code_block":
            return node.content.rstrip("\n")
        case _:  # paragraph, heading
            return "".join(_inline(child) for child in node.children).strip()


def _list(node: SyntaxTreeNode) -> str:
    items = []
    number = int(node.attrs.get("start", 1))
    for at, item in enumerate(node.children):
        mark = "- " if node.type == "bullet_list" else f"{number + at}. "
        tight = all(child.hidden for child in item.children if child.type == "paragraph")
        text = ("\n" if tight else "\n\n").join(_blocks(item))
        items.append((_prefixed(text, mark, " " * len(mark)), tight))
    return ("\n" if all(tight for _, tight in items) else "\n\n").join(text for text, _ in items)


def _prefixed(text: str, first: str, others: str) -> str:
    lines = text.split("\n")
    return "\n".join([first + lines[0], *(f"{others}{line}".rstrip() for line in lines[1:])])


def _inline(node: SyntaxTreeNode) -> str:
    match node.type:
        case "softbreak":
            return " "
        case "hardbreak":
            return "\n"
        case "text" | "code_inline" | "text_special":
            return node.content
        case "link":
            return _link(node)
        case _:  # inline, em, strong
            return "".join(_inline(child) for child in node.children)


def _link(node: SyntaxTreeNode) -> str:
    shown = "".join(_inline(child) for child in node.children)
    target = str(node.attrs["href"])
    plain = target.replace(LINK_MARK, TEXT_MARK).replace(LINK_END, TEXT_END)
    if shown == plain:
        return target
    return shown if f"mailto:{shown}" == plain else f"{shown} ({target})"
