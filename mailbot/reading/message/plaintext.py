"""Plain text as it is read on: flowed lines put back into paragraphs, and nothing in it that nobody sees."""

import re

from mailbot.reading.message.charset import composed, repaired

CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
LINE_END = re.compile("\r\n|[\r\v\f\u0085\u2028\u2029]")
SPACE = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
WORDS_BULLET = re.compile(r"^([ \t]*)o(?=[ \t]+[^\W\d_a-z])", re.MULTILINE)  # Outlook's, of a list within a list
SIGNATURE_MARK = "-- "  # the one line whose blank at the end means something (RFC 3676, 4.3)


def normalised(text: str) -> str:
    """Text without what nobody sees: control and zero-width characters, CR, blanks at line ends; accents composed, and
    the letter that Outlook makes of a bullet a dash again."""
    if not text.isascii():
        text = composed(SPACE.sub(" ", repaired(text)))  # a repair needs its no-break spaces
    if not (text.isascii() and text.replace("\n", "").isprintable()):  # most texts have nothing of the kind
        text = CONTROL.sub("", LINE_END.sub("\n", text))
    if ("\no" in text or "\n " in text or "\n\t" in text) and len(WORDS_BULLET.findall(text)) > 1:
        text = WORDS_BULLET.sub(r"\1-", text)
    return "\n".join([line if line == SIGNATURE_MARK else line.rstrip() for line in text.split("\n")]).strip("\n")


def unflowed(text: str, delete_space: bool) -> str:
    """format=flowed put back into paragraphs (RFC 3676, 4): quote marks counted, stuffing undone, soft ends joined.

    `delete_space` is the parameter DelSp: the blank that makes an end soft is no part of the text.
    """
    out: list[str] = []
    flowing = -1  # the quote depth of an open paragraph
    for raw in LINE_END.sub("\n", text).split("\n"):
        line = raw.lstrip(">")
        depth = len(raw) - len(line)
        # Stuffing comes off, but not where what it hid would pass for a quote.
        line = line[1:] if line.startswith(" ") and line[1:2] != ">" else line
        soft = line.endswith(" ") and line != SIGNATURE_MARK
        if depth != flowing or line == SIGNATURE_MARK:
            out.append(("\n" if out else "") + (">" * depth + " " if depth else ""))
        out.append(line[:-1] if soft and delete_space else line)
        flowing = depth if soft else -1
    return "".join(out)
