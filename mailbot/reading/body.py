"""From a mail's parts to what a person reads, and what hangs on it: attachments, attached mails.

Of a text that came both plain and as HTML the plain one is taken, unless it is empty, only points at the HTML, or has
lost what the HTML shows (a table's rows, a line struck out). The text is normalised: lines end in "\\n", no control or
invisible characters, no trailing blanks, accents composed, flowed lines joined, at most MAX_TEXT characters.
"""

import re
from dataclasses import dataclass, field

from mailbot.domain.message import Attachment
from mailbot.reading.charset import composed, repaired, text_of
from mailbot.reading.defects import Defect
from mailbot.reading.headers import decoded_words
from mailbot.reading.htmltext import HtmlText, html_to_text
from mailbot.reading.mime import Part

MAX_TEXT = 200_000
MAX_ENCODED = 1_000_000  # bytes of a text part that are decoded at all
MAX_KEPT = 100_000  # bytes of an attachment whose content is kept
MAX_ATTACHED = 20
COMPARED = 20_000  # characters of the plain and the HTML text that are compared

# Content that reading or screening looks into; of all others only the name counts, so that no zip is ever opened.
KEPT = {"text/calendar", "text/csv", "text/vcard", "text/x-vcard", "message/delivery-status",
        "message/disposition-notification"}  # fmt: skip
MAILS = {"message/rfc822", "message/global", "message/rfc822-headers", "text/rfc822-headers", "message/partial"}
SIGNATURES = {"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"}
ENVELOPES = {"application/pkcs7-mime", "application/x-pkcs7-mime"}

CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
LINE_END = re.compile("\r\n|[\r\v\f\u0085\u2028\u2029]")
SPACE = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
WORD = re.compile(r"\w+")
LONG_WORD = re.compile(r"[^\W\d_]{3,}")
UNTOLD = re.compile(r"<[^<>\s]{1,500}>|\bhttps?://\S{1,500}|\[cid:[^\]\n]{1,200}\]|\S{1,64}@\S{1,250}")


@dataclass(slots=True)
class Content:
    """What a mail's parts hold."""

    text: str = ""
    content_types: list[str] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    attached: list[bytes] = field(default_factory=list)  # mails inside this one, as bytes
    defects: list[Defect] = field(default_factory=list)


def content_of(root: Part) -> Content:
    """Everything readable in that tree."""
    content = Content(content_types=_content_types(root))
    text = _text(root, content)
    content.text = normalised(text[: 2 * MAX_TEXT])[:MAX_TEXT]
    if len(content.text) == MAX_TEXT:
        content.defects.append(Defect.TEXT_CUT)
    return content


def normalised(text: str) -> str:
    """Text without what nobody sees: control and zero-width characters, CR, blanks at line ends; accents composed."""
    if not text.isascii():
        text = composed(SPACE.sub(" ", repaired(text)))  # a repair needs its no-break spaces
    text = CONTROL.sub("", LINE_END.sub("\n", text))
    return "\n".join([line.rstrip() if line != "-- " else line for line in text.split("\n")]).strip("\n")


def _content_types(root: Part) -> list[str]:
    found, waiting = [], [root]
    while waiting:
        part = waiting.pop()
        found.append(part.content_type)
        waiting += reversed(part.children)
    return found


def _text(part: Part, content: Content) -> str:
    """The text of a part and those below it; what isn't text goes into `content`. Depth is bounded by mime.py."""
    kind = part.content_type
    if kind == "multipart/alternative":
        return _alternative(part, content)
    if kind in ("multipart/signed", "multipart/encrypted"):
        content.defects.append(Defect.SIGNED if kind.endswith("signed") else Defect.ENCRYPTED)
    if kind.startswith("multipart/"):
        return _joined([text for child in part.children if (text := _text(child, content)).strip()])
    if _is_text(part):
        return _html(part, content).text if kind == "text/html" else _plain(part, content)
    _attach(part, content)
    return ""


def _joined(texts: list[str]) -> str:
    """Texts under each other; one that says the same as another (plain and HTML side by side) only once."""
    kept: list[str] = []
    words: list[list[str]] = []
    for text in texts:
        found = WORD.findall(text)
        if found not in words:
            kept.append(text.strip("\n"))
            words.append(found)
    return "\n\n".join(kept)


def _is_text(part: Part) -> bool:
    """Whether a part is to be read: an unnamed text. "inline" with a file name is how some attach a text file."""
    if part.content_type not in ("text/plain", "text/html", "text/enriched", "text"):
        return False
    return part.disposition != "attachment" and not part.filename


def _plain(part: Part, content: Content) -> str:
    text = _decoded(part, content)
    if part.params.get("format", "").lower() == "flowed":
        return unflowed(text, part.params.get("delsp", "").lower() == "yes")
    return text


def _html(part: Part, content: Content) -> HtmlText:
    found = html_to_text(_decoded(part, content))
    content.defects += [Defect.STRUCK_OUT] * found.struck + [Defect.TEXT_CUT] * found.cut
    return found


def _decoded(part: Part, content: Content) -> str:
    if part.encoding not in ("", "7bit", "8bit", "binary", "quoted-printable", "base64"):
        content.defects.append(Defect.UNKNOWN_ENCODING)
    if part.end - part.start > MAX_ENCODED:
        content.defects.append(Defect.TEXT_CUT)
    text, defects = text_of(part.body(MAX_ENCODED), part.params.get("charset"))
    content.defects += defects
    return text


def unflowed(text: str, delete_space: bool) -> str:
    """format=flowed put back into paragraphs (RFC 3676, 4): quote marks counted, stuffing undone, soft ends joined."""
    out: list[str] = []
    flowing = -1  # the quote depth of an open paragraph
    for raw in LINE_END.sub("\n", text).split("\n"):
        line = raw.lstrip(">")
        depth = len(raw) - len(line)
        # Stuffing comes off, but not where what it hid would pass for a quote.
        line = line[1:] if line.startswith(" ") and line[1:2] != ">" else line
        soft = line.endswith(" ") and line != "-- "
        line_text = line[:-1] if soft and delete_space else line
        if depth == flowing and line != "-- ":
            out.append(line_text)
        else:
            out.append(("\n" if out else "") + (">" * depth + " " if depth else "") + line_text)
        flowing = depth if soft else -1
    return "".join(out)


def _alternative(part: Part, content: Content) -> str:
    """The better of the same text told several ways (RFC 2046, 5.1.4)."""
    plain = next((child for child in part.children if child.content_type == "text/plain" and _is_text(child)), None)
    texts = [_text(child, content) for child in part.children if child is not plain and not _is_html(child)]
    rich = _first_html(part)
    plain_text = _plain(plain, content) if plain else ""
    if rich is None:
        return _joined([text for text in (plain_text, *texts) if text.strip()])
    html = _html(rich, content)
    if _is_poorer(plain_text, html):
        return html.text
    if _differ(plain_text, html.text, rich.end < len(rich.data)):
        content.defects.append(Defect.ALTERNATIVES_DIFFER)
    return plain_text


def _is_html(part: Part) -> bool:
    return part.content_type == "text/html" and _is_text(part)


def _first_html(part: Part) -> Part | None:
    return next((child for child in part.children if _is_html(child)), None)


def _is_poorer(plain: str, html: HtmlText) -> bool:
    """Whether the plain text lacks what the HTML shows."""
    if not plain.strip() or html.struck:
        return True
    words, shown = WORD.findall(plain), WORD.findall(html.text)
    if len(words) * 3 + 5 < len(shown) or (len(words) < 50 and "html" in plain.lower() and "html" not in shown):
        return True  # cut off, or "your program cannot show HTML"
    lines = {tuple(WORD.findall(line)) for line in plain.split("\n")}
    lost = sum(tuple(WORD.findall(row)) not in lines for row in html.rows)
    return lost * 2 > len(html.rows)


def _differ(plain: str, html: str, html_is_whole: bool) -> bool:
    """Whether two tellings of a mail say different things; links and image names, told in one only, don't count."""
    one, other = (set(LONG_WORD.findall(UNTOLD.sub(" ", text[:COMPARED]).lower())) for text in (plain, html))
    different = one ^ other if html_is_whole else other - one  # of a mail that was cut off, the end is missing
    return len(different) > max(10, len(one | other) // 4)


def _attach(part: Part, content: Content) -> None:
    """Note an attachment; open it only where it is a mail."""
    kind, name = part.content_type, decoded_words(part.filename)[:300]
    if kind in MAILS or name.lower().endswith(".eml"):
        if len(content.attached) < MAX_ATTACHED:
            content.attached.append(part.body(MAX_ENCODED))
            return
        content.defects.append(Defect.TOO_MANY_PARTS)
    if kind in ENVELOPES:
        opaque = part.params.get("smime-type", "").lower()
        content.defects.append(Defect.ENCRYPTED if opaque == "enveloped-data" else Defect.SIGNED_OPAQUE)
    if kind in ("application/ms-tnef", "application/vnd.ms-tnef") or name.lower() == "winmail.dat":
        content.defects.append(Defect.TNEF)
        name = name or "winmail.dat"
    if kind not in SIGNATURES:
        kept = part.body(MAX_KEPT) if kind in KEPT and part.end - part.start <= MAX_KEPT else None
        content.attachments.append(Attachment(name, kind, kept))
