"""Values on their way into a reply: made harmless, and kept apart from the template's own text until the very end.

A template's output holds no values but *marks* (private-use characters around a number). Markdown is made of that,
and only then does each mark give way to its value, escaped for the place where it stands. So no value can ever be
read as markup, and what the same template makes for the next attendee need not be parsed again.

`defuse` is for what senders write: mail clients turn "www.example.nl" in a plain text into a link by themselves, so
escaping alone would leave the platform sending out links of a stranger's choice.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from html import escape

# What surrounds the number of a value: in running text, and in the target of a link.
TEXT_MARK, TEXT_END, LINK_MARK, LINK_END = "\ue000", "\ue001", "\ue002", "\ue003"
BODY_MARK = "\ue004"  # where the text goes in the layout
RESERVED = {TEXT_MARK, TEXT_END, LINK_MARK, LINK_END, BODY_MARK}
MARKS = re.compile(f"[{TEXT_MARK}{LINK_MARK}]([0-9]+)[{TEXT_END}{LINK_END}]")

# A name of more characters is no name; an explanation of more is cut, and the mail itself is kept anyway.
LONGEST = 300

# Everything that IDNA reads as the dot of a domain name, followed by what could be the next label.
_DOMAIN_DOT = re.compile(r"(?<=\S)[.\u3002\uff0e\uff61\u2024](?=[^\W\d_][^\s.,;:!?)])")
# The colon of a scheme ("mailto:jan"), or what could be one; not that of a time.
_SCHEME_COLON = re.compile(r"(?<=[^\W\d]):(?=\S)|(?<=\w):(?=[^\s\d])")
# One of these stands in whatever one of the three finds.
_SUSPICIOUS = re.compile(r"[.\u3002\uff0e\uff61\u2024:/\\]")
_SLASHES = re.compile(r"/(?:\s*/)+|\\(?:\s*\\)+")
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+\Z")


class Clean(str):
    """Text that may stand in a mail as it is: one line, no control characters, nothing that becomes a link."""

    __slots__ = ()


class Url(Clean):
    """A link that the configuration gives. The only value that may be the target of a link."""

    __slots__ = ()


def own(text: str) -> Clean:
    """Words of the platform itself (configuration, dates): put on one line, otherwise as they are."""
    return Clean(single_line(text))


def defuse(text: str) -> Clean:
    """A stranger's words, as they may be repeated: one line, cut at 300 characters, and what a mail client would turn
    into a link pulled apart by a space ("www. example. nl"). Initials stay as they are ("J.P. de Vries")."""
    if isinstance(text, Clean):
        return text
    plain = single_line(text[: 10 * LONGEST])  # cut first, roughly: a megabyte would take its time
    if _SUSPICIOUS.search(plain):
        plain = _SLASHES.sub(lambda found: found[0][0], plain)
        plain = _DOMAIN_DOT.sub(". ", _SCHEME_COLON.sub(": ", plain))
    return Clean(plain if len(plain) <= LONGEST else plain[: LONGEST - 1].rstrip() + "…")


def address(text: str) -> Clean:
    """An e-mail address: shown whole where it is one (RFC 5322 dot-atom), pulled apart like other text if not."""
    plain = single_line(text)
    return Clean(plain) if _ADDRESS.match(plain) else defuse(plain)


def single_line(text: str) -> str:
    """One line of visible characters: white space becomes single spaces; controls, bidirectional overrides, zero-width
    and private-use characters (the marks among them) and lone surrogates are left out."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    kept = (" " if c.isspace() else c for c in unicodedata.normalize("NFC", text))
    return " ".join("".join(c for c in kept if unicodedata.category(c)[0] != "C").split())


class NotALink(ValueError):
    """A value other than an `Url` was written as the target of a link."""

    def __init__(self) -> None:
        super().__init__("only event.url can be the target of a link, not what somebody wrote")


def fill_text(skeleton: str, values: list[str]) -> str:
    """The skeleton of a plain text or a subject with its values in it. Raises NotALink."""
    return _fill(skeleton, values, str)


def fill_html(skeleton: str, values: list[str]) -> str:
    """The skeleton of an HTML text with its values in it, escaped for text and attributes alike. Raises NotALink."""
    return _fill(skeleton, values, escape)


def _fill(skeleton: str, values: list[str], place: Callable[[str], str]) -> str:
    first, marks = _apart(skeleton)
    filled = [first]
    for number, is_link, text in marks:
        value = values[number]
        if is_link and not isinstance(value, Url):
            raise NotALink
        filled += place(value), text
    return "".join(filled)


@lru_cache(maxsize=2048)  # as many as markdown.render keeps: hundreds of replies have the same skeleton
def _apart(skeleton: str) -> tuple[str, tuple[tuple[int, bool, str], ...]]:
    """The text before the first mark; then each mark's number, whether it is the target of a link, the text behind."""
    marks = list(MARKS.finditer(skeleton))
    ends = [*(mark.start() for mark in marks), len(skeleton)]
    behind = (skeleton[mark.end() : end] for mark, end in zip(marks, ends[1:], strict=True))
    parts = ((int(mark[1]), mark[0][0] == LINK_MARK, text) for mark, text in zip(marks, behind, strict=True))
    return skeleton[: ends[0]], tuple(parts)
