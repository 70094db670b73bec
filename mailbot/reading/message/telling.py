"""The text of a mail as one of its parts tells it, and which telling to believe where there are several.

Of plain text and HTML that tell the same, the plain one is taken, unless it is empty, only points at the HTML, or has
lost what the HTML shows: the rows of a table, a line through a name.
"""

import re
from dataclasses import dataclass, field

from mailbot.reading.message.charset import text_of
from mailbot.reading.message.defects import Defect
from mailbot.reading.message.htmltext import html_to_text
from mailbot.reading.message.mime import Part
from mailbot.reading.message.plaintext import unflowed
from mailbot.reading.text.lookup import kept_alone, rows_of

MAX_ENCODED = 1_000_000  # bytes of a text part that are decoded at all
COMPARED = 20_000  # characters of two tellings that are compared
ENCODINGS = ("", "7bit", "8bit", "binary", "quoted-printable", "base64")

HTML_PAGE = re.compile(r"\s{0,100}<(?:!doctype html|html)\b", re.IGNORECASE)
META_CHARSET = re.compile(rb"<meta[^>]{1,200}?charset\s{0,5}=\s{0,5}[\"']?([\w-]{2,40})", re.IGNORECASE | re.ASCII)
WORD = re.compile(r"\w+")
_IN_WORDS = kept_alone("0123456789_")
LONG_WORD = re.compile(r"[^\W\d_]{3,}")
# What one telling has and the other may lack though they say the same: link targets, names of images, addresses.
UNTOLD = re.compile(r"<[^<>\s]{1,500}>|\bhttps?://\S{1,500}|\[cid:[^\]\n]{1,200}\]|\S{1,64}@\S{1,250}")


@dataclass(slots=True)
class Telling:
    """A text; the table rows in it; whether something in it was struck out; whether it is complete."""

    text: str = ""
    rows: list[str] = field(default_factory=list)
    struck: bool = False
    whole: bool = True
    defects: list[Defect] = field(default_factory=list)


def told_plainly(part: Part) -> Telling:
    """What a plain text part tells."""
    text, defects = _decoded(part)
    if HTML_PAGE.match(text):  # labelled as plain by a program that doesn't care; people see it all the same
        return _from_html(part, text, defects)
    if part.params.get("format", "").lower() == "flowed":
        text = unflowed(text, part.params.get("delsp", "").lower() == "yes")
    return Telling(text, defects=defects)


def told_in_html(part: Part) -> Telling:
    """What an HTML part tells."""
    return _from_html(part, *_decoded(part))


def _from_html(part: Part, source: str, defects: list[Defect]) -> Telling:
    found = html_to_text(source)
    defects = [*defects, *[Defect.STRUCK_OUT] * found.struck, *[Defect.TEXT_CUT] * found.cut]
    reaches_the_end = part.end == len(part.data)  # without a closing boundary behind it: the mail may be cut off
    return Telling(found.text, found.rows, found.struck, not (found.cut or reaches_the_end), defects)


def joined(tellings: list[Telling]) -> Telling:
    """Several parts under each other; one that says the same as another (both forms side by side) only once."""
    if len(tellings) == 1:  # as most often: nothing to compare its words with
        return tellings[0] if WORD.search(tellings[0].text) else Telling()
    told: list[Telling] = []
    words: set[tuple[str, ...]] = set()
    for telling in tellings:
        found = tuple(WORD.findall(telling.text))
        if found and found not in words:
            told.append(telling)
        words.add(found)
    if len(told) < 2:
        return told[0] if told else Telling()
    return Telling(
        "\n\n".join(telling.text.strip("\n") for telling in told),
        [row for telling in told for row in telling.rows],
        any(telling.struck for telling in told),
        all(telling.whole for telling in told),
        [defect for telling in told for defect in telling.defects],
    )


def better(plain: Telling, rich: Telling) -> Telling:
    """The one of two tellings of a mail to go by; a defect says if they tell different things."""
    if not rich.text.strip():
        return plain
    if _is_poorer(plain, rich):
        return rich
    if _differ(plain, rich):
        plain.defects.append(Defect.ALTERNATIVES_DIFFER)
    return plain


def _decoded(part: Part) -> tuple[str, list[Defect]]:
    body = part.body(MAX_ENCODED)
    text, defects = text_of(body, part.params.get("charset") or _charset_in_html(part, body))
    if part.encoding not in ENCODINGS:
        defects = [*defects, Defect.UNKNOWN_ENCODING]
    if part.end - part.start > MAX_ENCODED:
        defects = [*defects, Defect.TEXT_CUT]
    return text, defects


def _charset_in_html(part: Part, body: bytes) -> str | None:
    """What the page itself says of its charset, where its part says nothing."""
    found = META_CHARSET.search(body, 0, 2_000) if part.content_type == "text/html" else None
    return found[1].decode("ascii") if found else None


def _is_poorer(plain: Telling, rich: Telling) -> bool:
    """Whether the plain text lacks what the HTML shows."""
    if not plain.text.strip() or rich.struck:
        return True
    words, shown = (rows_of(telling.text, _IN_WORDS, WORD) for telling in (plain, rich))
    if len(words) * 3 + 5 < len(shown) or (len(words) < 50 and "html" in plain.text.lower() and "html" not in shown):
        return True  # cut off, or "your program cannot show HTML"
    if not rich.rows:
        return False
    lines = {tuple(WORD.findall(line)) for line in plain.text.split("\n")}
    lost = sum(tuple(WORD.findall(row)) not in lines for row in rich.rows)
    return lost * 2 > len(rich.rows)


def _differ(plain: Telling, rich: Telling) -> bool:
    """Whether two tellings of a mail say different things."""
    if plain.text.split() == rich.text.split():
        return False
    one, other = (set(LONG_WORD.findall(UNTOLD.sub(" ", t.text[:COMPARED]).lower())) for t in (plain, rich))
    different = one ^ other if rich.whole else other - one
    return len(different) > max(10, len(one | other) // 4)
