"""Address headers (From, To, Cc, Reply-To) to mailboxes, as people's programs write them.

RFC 5322, 3.4, and what isn't in it: Exchange's `Vries, J. (Jan) de <jan@x.nl>` without the quotes it needs, "mailto:"
inside the brackets, semicolons between addresses, names in single quotes, an address as its own name. Never raises;
linear in the header's length.
"""

import re
from functools import lru_cache

from mailbot.domain.message import Address
from mailbot.reading.message.headers import LONGEST_KEPT, MAX_VALUE, decoded_words
from mailbot.reading.message.mime import plain

MAX_ADDRESSES = 500
MAX_LOOSE = 4  # pieces of a name that lost its quotes: "Vries, J. (Jan) de", "Beek, van der, Lotte"

# Quoted string, <address>, (comment, one level deep), separator, anything else.
PIECE = re.compile(
    r'"(?P<quoted>(?:[^"\\]|\\.)*)"?'
    r"|<(?P<angle>[^<>]*)>?"
    r"|\((?P<comment>(?:[^()\\]|\\.|\([^()]*\))*)\)?"
    r"|(?P<separator>[,;])"
    r'|(?P<text>[^",;<>(]+|[>])',
    re.DOTALL,
)
# Bounded, and begun only at the beginning of a word: a long word without "@" would take quadratic time.
ADDR_SPEC = re.compile(r"(?<![^\s<>\"'(),:;\[\]@])[^\s<>\"'(),:;\[\]@]{1,250}@[^\s<>\"'(),:;\[\]@]{1,250}")
GROUP = re.compile(r"^[^:@]*:")  # "Team: a@x.nl, b@x.nl;"
ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def addresses(raw: bytes) -> tuple[Address, ...]:
    """The mailboxes of an address header, in order; groups are flattened, what holds no address is left out."""
    return _kept_addresses(raw) if len(raw) < LONGEST_KEPT else _addresses(raw)


def _addresses(raw: bytes) -> tuple[Address, ...]:
    reader = _Reader()
    for piece in PIECE.finditer(plain(raw)[:MAX_VALUE]):
        getattr(reader, str(piece.lastgroup))(piece[str(piece.lastgroup)])
    reader.separator(",")
    return tuple(reader.found[:MAX_ADDRESSES])


_kept_addresses = lru_cache(maxsize=128)(_addresses)  # to whom a mail is sent is the same in all of them


class _Reader:
    """Takes the pieces of an address header, a method for each kind, and keeps the mailboxes found."""

    def __init__(self) -> None:
        self.found: list[Address] = []
        self._loose: list[str] = []  # names before a comma that no address followed
        self._words: list[str] = []
        self._email = self._comment = ""

    def quoted(self, text: str) -> None:
        self._words.append(ESCAPED.sub(r"\1", text))

    def angle(self, text: str) -> None:
        self._email = _addr_spec(decoded_words(text)) or self._email

    def comment(self, text: str) -> None:
        self._comment = text
        self._words.append(f"({text})")

    def text(self, text: str) -> None:
        self._words.append(GROUP.sub("", text.replace("mailto:", "")))

    def separator(self, separator: str) -> None:
        """A mailbox ends here, or a name goes on: Exchange forgets the quotes around "Vries, Jan de"."""
        words = " ".join(" ".join(self._words).split())
        if not self._email and (bare := ADDR_SPEC.search(words)):
            self._email = _addr_spec(bare[0])
            words = words.replace(bare[0], "").replace("[]", "").strip()
            if words == f"({self._comment})":  # jan@x.nl (Jan de Vries)
                words = self._comment
        if self._email:
            name = _display_name(", ".join([*self._loose, words]), self._email)
            self.found.append(Address(name, self._email))
        ends = bool(self._email) or separator == ";"
        self._loose = [] if ends else [*self._loose, *filter(None, [words])][-MAX_LOOSE:]
        self._words, self._email, self._comment = [], "", ""


def _addr_spec(text: str) -> str:
    """` mailto:Jan@X.nl` as jan@x.nl; "" where it is no address."""
    found = ADDR_SPEC.search(text.replace("mailto:", ""))
    return found[0].lower().strip(".") if found else ""


def _display_name(words: str, email: str) -> str:
    name = " ".join(decoded_words(words.strip(" ,")).split())
    if len(name) > 1 and name[0] == name[-1] and name[0] in "'\"":
        name = name[1:-1].strip()
    return "" if name.lower() == email else name
