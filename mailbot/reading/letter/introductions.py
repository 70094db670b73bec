"""How mail programs introduce the letter that they quote: a header of lines, a sentence ("Op ... schreef ..."), a rule.

Each function looks at the lines from one on and says how many of them introduce a letter, 0 where they don't, and who
wrote what follows, as far as they tell.
"""

import re
from email.utils import parseaddr
from typing import NamedTuple

from mailbot.domain.message import Address
from mailbot.reading.text.late import late

FROM = "van|from|von|de|fan|afzender|fra|frå|från|da|od|kimden|lähettäjä"
TO = "aan|to|an|à|geadresseerden?|til|till|para|do|kime|vastaanottaja"
SUBJECT = "onderwerp|betreft|subject|betreff|objet|emne|ämne|asunto|assunto|oggetto|temat|konu|aihe"
HEADER = re.compile(rf"[\s*_]{{0,6}}({FROM})\*?[ \t]*:\*?[ \t]*(\S.*)", re.IGNORECASE)
HEADER_FIELD = late(
    rf"[\s*_]{{0,6}}({FROM}|{TO}|{SUBJECT}|verzonden|verstuurd|ontvangen|received|datum|date|dato|sent|gesendet|envoyé|sendt"
    r"|skickat|enviado|inviato|wysłano|gönderildi|lähetetty|fecha|cc|kopi|kopia"
    r"|reply-to|antwoord aan|prioriteit|importance|urgentie|bijlagen|attachments)\*?[ \t]*:\*?[ \t]*(.*)",
    re.IGNORECASE,
)
FIELD_WITHIN = re.compile(r"\s(?:verzonden|datum|date|sent|aan|to|cc|onderwerp|subject):\s", re.IGNORECASE)
RULE = re.compile(
    r"[\s>*_=-]*(?:-{2,}|={3,}|_{5,})?\s*(?:oorspronkelijke?\b.{0,20}|original message|original appointment"
    r"|forwarded message|doorgestuurd bericht|begin doorgestuurd bericht|begin forwarded message"
    r"|ursprüngliche nachricht|uw bericht|message d'origine"
    r"|(?:anfang der )?weitergeleiteten? nachricht|origine+l bericht|(?:eerder|vorig) bericht)"
    r"\s*:?\s*(?:[-=_]{2,})?\s*",
    re.IGNORECASE,
)
# What such a rule begins with, and a header
RULE_BEGINS = frozenset("oo or fo do be ür ur uw me an we ee vo".split())
HEADER_BEGINS = frozenset("va fr vo de fa af da od ki lä".split())
WROTE = r"(?:schreef|wrote|schrieb|a écrit|geschreven|skreau|skrev|kirjoitti|escribió|escreveu|ha scritto)"
DATED = r"(?:op|on|am|le|at|il|den|el|em)"
GROUPWISE = ">>>"  # ends its introductions, below which nothing is marked as quoted
INTRODUCTIONS = (  # each over up to three lines, as programs wrap them
    rf"{DATED}\b[^\n]{{0,60}}?\d.{{0,200}}?\b{WROTE}\b(?!\s+(?:ik|wij|we)\b)(?P<after>.{{0,160}}?):",
    rf"{DATED}\b[^\n]{{0,60}}?\d.{{0,200}}?\b{WROTE}\b(?P<last>[^\n]{{0,120}}?<[^<>\s]{{3,80}}@[^<>\s]{{3,80}}>)",
    rf"(?P<first>[^\n:]{{2,120}}?)\s{WROTE}\s(?:op|on|am)\b[^\n]{{0,40}}?\d[^\n]{{0,60}}:",
    r"(?P<heeft>[^\n:]{2,120}?)\sheeft\sop\b[^\n]{0,40}?\d[^\n]{0,60}geschreven\s?:",
    r"(?:quoting|citeren|citaat van|zitat von)\s(?P<quoted>[^\n]{2,120}?):",
    r"\d{4}-\d\d?-\d\d?\s[^\n]{0,30}?(?P<stamped>[^\d\n]{2,80}<[^<>\n]{3,100}>)\s?:",
    rf"-{{2,}}\s{DATED}\b[^\n]{{4,160}}?\b{WROTE}\s?-{{2,}}",
    rf"(?P<groupwise>[^\n]{{2,120}}?)\s\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}[^\n]{{0,20}}{GROUPWISE}",
)
INTRODUCTION = tuple(re.compile(rf"\s*{pattern}\s*", re.IGNORECASE | re.DOTALL) for pattern in INTRODUCTIONS)
BEGINS = re.compile(
    rf"\s*(?:{DATED}\b.{{0,60}}\d|\d{{4}}-|-{{2,}}\s{DATED}\b|quoting|citeren|citaat|zitat)", re.IGNORECASE
)
DATE_BEGINS = frozenset("oaliqczde-")  # what such a line begins with
BEFORE_WROTE = late(
    r"(?:\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s(?:[ap]m|uur|h|ce?s?t|gmt\S{0,6}|[+-]\d{4}))*,?\s(?:heeft\s)?|heeft\s|,\s)"
    r"(?P<name>[^,<>\d:]{3,80}?)\s*(?:<[^<>]{0,120}>)?\s*(?:het volgende\s)?(?:schreef|wrote|geschreven|a écrit|skrev)",
    re.IGNORECASE,
)
BEFORE_ADDRESS = re.compile(r"[<\[].*|\((?:mailto:)?\s*$")  # not "(Jan)", by which somebody is called
HOUR = re.compile(r"\b\d{1,2}[:.]\d\d\b")
REFERENCE = re.compile(
    r"[\s*_]{0,6}(?:(?:ons|uw|our|your)\s)?(?:kenmerk|referentie|ref|reference|bijlagen?)\b", re.IGNORECASE
)
MAILBOX = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")


class Line(NamedTuple):
    """A line of the mail without its quotation marks: characters [start, end); `depth` is how often it is quoted."""

    start: int
    end: int
    depth: int


class Heading(NamedTuple):
    """What an introduction tells of the letter below it."""

    author: Address | None = None
    subject: str = ""
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()


def may_be_rule(line: str) -> bool:
    """Whether a line begins with the letters of a rule: of most that tells that they are none."""
    return line.lstrip(" \t\r\n\f\v\u00a0>*_=-")[:2].lower() in RULE_BEGINS


def header_length(text: str, lines: list[Line], at: int) -> int:
    """How many lines of a quoted mail's header (Van: ... Onderwerp: ...) begin here; 0 where none does."""
    first = text[lines[at].start : lines[at].end]
    begins = first.lstrip(" \t\r\n\f\v\u00a0*_")[:2].lower()
    if len(first) > 400 or begins not in HEADER_BEGINS or not HEADER.match(first):
        return 0
    if len(FIELD_WITHIN.findall(first)) >= 2:
        return 1  # the whole header on a line
    count = length = 1
    for line in lines[at + 1 : at + 14]:
        words = text[line.start : line.end]
        if HEADER_FIELD.match(words[:400]):
            count += 1
            length = lines.index(line, at) - at + 1
        elif not words.strip():
            if lines.index(line, at) - at > length:  # one empty line between fields is Outlook's habit, two are not
                break
        elif count >= 2 and "@" not in words:
            break
        elif "@" in words and not words.rstrip().endswith("."):
            length = lines.index(line, at) - at + 1
        else:
            break
    return length if count >= 2 and _names_someone_else(text, lines[at : at + length]) else 0


def letterhead(text: str, lines: list[Line]) -> tuple[int, list[Line]]:
    """How many lines the head of a letter takes that begins as on paper: whom it is to ("Aan: ..."), whom it is from, a
    day without an hour; and those of them that tell what it is about. No mail program writes so above what it quotes,
    and that letter is the writer's own."""
    first = next((at for at, line in enumerate(lines) if text[line.start : line.end].strip()), len(lines))
    about, keys = [], list[str]()
    for line in lines[first : first + 10]:
        words = text[line.start : line.end]
        field = HEADER_FIELD.match(words[:400])
        if not words.strip() or line.depth:
            break
        if "@" in words or HOUR.search(words) or not (field or REFERENCE.match(words)):
            return 0, []
        keys.append(field[1].lower() if field else "")
        about += [line] if keys[-1] in SUBJECT.split("|") else []
    if not keys or keys[0] not in TO.split("|") or not set(FROM.split("|")).intersection(keys):
        return 0, []
    return first + len(keys), about


def names_author(text: str, line: Line) -> bool:
    """Whether a line tells who wrote what follows, and nothing else: all that is left of a header, below a rule."""
    return line.end - line.start < 80 and HEADER.match(text[line.start : line.end]) is not None


def _names_someone_else(text: str, lines: list[Line]) -> bool:
    """A header tells when or to whom; a form ("Van: gemeente X", "Naam: ...") tells neither."""
    keys = [m[1].lower() for line in lines if (m := HEADER_FIELD.match(text[line.start : line.end]))]
    return any(key not in (*FROM.split("|"), "datum") for key in keys)


def described(text: str, lines: list[Line]) -> Heading:
    """What the lines of a quoted mail's header tell."""
    heading = Heading()
    for line in lines:
        if not (field := HEADER_FIELD.match(text[line.start : line.end])):
            continue
        key, value = field[1].lower(), field[2].strip().strip("*").strip()
        if key in FROM.split("|"):
            heading = heading._replace(author=address_of(value))
        elif key in (*TO.split("|"), "geadresseerde", "geadresseerden"):
            heading = heading._replace(to=_addresses(value))
        elif key == "cc":
            heading = heading._replace(cc=_addresses(value))
        elif key in SUBJECT.split("|"):
            heading = heading._replace(subject=value)
    return heading


def _addresses(value: str) -> tuple[Address, ...]:
    """The mailboxes of a To or Cc, in which a comma stands between two of them, or within a name ("Bos, Piet")."""
    if ";" in value:
        parts = value.split(";")
    elif "<" in value:
        parts = re.split(r"(?<=>),", value)
    else:
        several = value.count("@") > 1 or all(len(part.split()) > 1 for part in value.split(","))
        parts = value.split(",") if several else [value]
    return tuple(address_of(part) for part in parts if part.strip())


def address_of(value: str) -> Address:
    """A mailbox as somebody's mail program printed it: `Name <address>`, `Name [mailto:address]`, or only a name."""
    name, email = parseaddr(value.replace("[mailto:", "<").replace("]", ">"))
    found = MAILBOX.search(value)
    if found:
        email = found[0]
        name = BEFORE_ADDRESS.sub("", value[: found.start()])
    elif "@" not in email:
        name, email = value, ""
    return Address(name.strip(" \t\"'<>*"), email.lower())


def intro_length(text: str, lines: list[Line], at: int) -> int:
    """How many lines an introduction ("Op ... schreef ...:") takes, at most three: programs wrap it."""
    first = text[lines[at].start : lines[at].end]
    if len(first) > 300:
        return 0
    if _introduction(first):
        return 1
    begins = first.lstrip()[:1].lower()
    if not (begins in DATE_BEGINS or begins.isdigit()) or not BEGINS.match(first):
        return 0  # only those that begin with a date are wrapped
    for length in (2, 3):
        span = lines[at : at + length]
        if len(span) < length or span[-1].depth != lines[at].depth:
            return 0
        words = text[span[0].start : span[-1].end]
        if len(words) < 400 and _introduction(words):
            return length
    return 0


def _introduction(words: str) -> re.Match[str] | None:
    if not words.rstrip().endswith((":", ">", "-")):
        return None  # spares most lines the patterns
    return next((found for pattern in INTRODUCTION if (found := pattern.fullmatch(words))), None)


def introduced(text: str, lines: list[Line]) -> Heading:
    """Who wrote what an introduction introduces."""
    words = " ".join(text[line.start : line.end].strip() for line in lines)
    found = _introduction(words)
    named = next((who for who in found.groupdict().values() if who and who.strip()), "") if found else ""
    author = address_of(named.strip(" ,:"))
    email = MAILBOX.search(words)
    if not author.name and (before := BEFORE_WROTE.search(words)):
        author = Address(before["name"].strip(" \"'"), author.email)
    return Heading(Address(author.name, email[0].lower() if email else author.email))
