"""Bytes to text, whatever the label says.

People's mail programs label UTF-8 as Latin-1 and the other way round, invent labels, or give none. A label is believed
as long as the bytes fit it; then what the bytes themselves say; then Windows-1252, what unlabelled mail in these parts
is written in, with a defect where that makes no sense. (charset-normalizer was tried for this last step: 2 to 100 ms a
text, and "ZoĂ«" for a UTF-8 "Zoë" with one bad byte behind it.) Never raises; linear in the number of bytes.
"""

import codecs
import re
import unicodedata

from mailbot.reading.message.defects import Defect

# What browsers do (WHATWG Encoding, 4.2): these labels mean the larger Windows set, which real mail uses under them.
WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}
ALIASES = {"ansi": "cp1252", "x-ansi": "cp1252", "x-cp1252": "cp1252", "unicode-1-1-utf-7": "utf-7", "x-gbk": "gb18030"}
# Python calls these text encodings; nobody sends mail in them, and idna is slow on long input (CVE-2022-45061).
NOT_CHARSETS = {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"}
# ASCII bytes that mean something else: only here must a label be believed though every byte is ASCII.
SHIFTING = ("utf-7", "iso2022", "hz")
LOOKED_AT = 4_000  # characters by which a guess is judged
MAX_BAD = 1_000
UTF8_LETTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
ACCENT = re.compile("[\u0300-\u036f]")
PIECE = 300
# UTF-8 that somebody took for Windows-1252: a lead byte's letter, then what its continuation bytes look like.
CONTINUATION = "[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
# Only leads that hardly end a word: of "CAFÉ" in curly quotes, É and the quote would be such a pair, too.
MISREAD = re.compile(f"[ÂÃÄÅ]{CONTINUATION}|â{CONTINUATION}{{2}}|ð{CONTINUATION}{{3}}")


def text_of(data: bytes, label: str | None) -> tuple[str, list[Defect]]:
    """The text of those bytes, as labelled where that can be, and what was wrong with the label."""
    data, label = _without_mark(data, label)
    codec, defects = _codec(label)
    shifting = codec is not None and codec.startswith(SHIFTING)
    if data.isascii() and not shifting:
        return data.decode("ascii"), []  # no label can be wrong about it; most mail ends here
    # Text in UTF-8 with anything beyond ASCII in it is hardly ever anything else, whatever its label says.
    text = None if shifting or codec in ("utf-16", "utf-32") else _strictly(data, "utf-8")
    if text is not None:
        return (text, defects) if codec in (None, "utf-8") else (text, [Defect.WRONG_CHARSET])
    text = _strictly(data, codec) if codec not in (None, "utf-8") else None
    return (text, defects) if text is not None else _guessed(data, codec, defects)


def repaired(text: str) -> str:
    """The text with "JosÃ©" as "José": each run that is UTF-8 read as Windows-1252 is read again."""
    return text if text.isascii() else MISREAD.sub(_reread, text)


def _reread(match: re.Match[str]) -> str:
    try:
        return bytes(_byte(character) for character in match[0]).decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return match[0]


def _byte(character: str) -> int:
    return ord(character) if ord(character) < 0x100 else character.encode("cp1252")[0]


def _without_mark(data: bytes, label: str | None) -> tuple[bytes, str | None]:
    """A byte order mark says more than any label."""
    if data.startswith(codecs.BOM_UTF8):
        return data[3:], "utf-8"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and len(data) % 2 == 0:
        return data, "utf-16"
    return data, label


def _codec(label: str | None) -> tuple[str | None, list[Defect]]:
    """Python's name of that charset, None where nobody knows it."""
    name = (label or "").strip(" \t\"'").lower().split("*")[0][:40]
    if not name:
        return None, []
    try:
        found = codecs.lookup(ALIASES.get(name, name)).name
        b"x".decode(found, "replace")  # refuses what is a codec but no charset: base64, zlib
    except (LookupError, ValueError):
        return None, [Defect.UNKNOWN_CHARSET]
    if found in NOT_CHARSETS:
        return None, [Defect.UNKNOWN_CHARSET]
    return WIDER.get(found, found), []


def _strictly(data: bytes, codec: str) -> str | None:
    """The text, if those bytes fit that charset."""
    try:
        text = data.decode(codec)
    except (UnicodeError, ValueError):
        return None
    # Two-byte charsets turn ASCII bytes into Chinese without complaint.
    if codec.startswith(("utf-16", "utf-32")) and b"\0" not in data:
        return None
    return text


def _guessed(data: bytes, codec: str | None, defects: list[Defect]) -> tuple[str, list[Defect]]:
    """What the label could not tell: UTF-16 by its NULs, UTF-8 with a few bad bytes, or Windows-1252."""
    wrong = defects or ([Defect.WRONG_CHARSET] if codec else [])
    if data[:200].count(0) * 3 >= len(data[:200]):
        return data.decode("utf-16-be" if data[:1] == b"\0" else "utf-16-le", "replace"), [*wrong]
    bad = data.decode("utf-8", "replace").count("\ufffd")
    if bad <= MAX_BAD and bad * 2 <= len(UTF8_LETTER.findall(data)):  # a footer in another charset, a name cut in two
        return data.decode("utf-8", "as_windows_1252"), [Defect.WRONG_CHARSET]
    text = data.decode("cp1252", "replace")
    return text, wrong if _looks_western(text) else [*wrong, Defect.UNDECODABLE]


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    """An error handler for decoding: the bytes that don't fit, one by one as Windows-1252."""
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("as_windows_1252", _as_windows_1252)


def _looks_western(text: str) -> bool:
    """Whether what is beyond ASCII is letters between letters, and the marks that word processors set."""
    strange = [c for c in text[:LOOKED_AT] if c > "\x7f"]
    usual = sum(c in "éëïöüèêáàâóòôúùûíìîçñßäåøæÉËÏÖÜÈÁÓÇÄÅØ€‘’“”„–—…•·°´\u00a0§½²³«»" for c in strange)
    return usual * 10 >= len(strange) * 8


def composed(text: str) -> str:
    """Unicode's composed form (NFC), so that Apple's "e" + accent is the letter "é" that word lists have.

    In pieces of PIECE characters at most: sorting a megabyte of accents on one letter takes quadratic time.
    """
    if text.isascii() or not ACCENT.search(text):
        return text
    return "\n".join(map(_composed_line, text.split("\n")))


def _composed_line(line: str) -> str:
    pieces = (line[at : at + PIECE] for at in range(0, len(line), PIECE))
    return "".join(unicodedata.normalize("NFC", piece) for piece in pieces)
