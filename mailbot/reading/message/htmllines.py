"""The lines of an HTML mail while they are written: where one ends, where a blank one stands, what quotes begin with.

White space is one space, but in preformatted text. Which tags ask for what is htmltext.py's.
"""

import re

from mailbot.reading.message.htmltags import Look, unescaped

MAX_QUOTES = 9
RULE = "_" * 32

SPACES = re.compile(r"[ \t\r\n\f]+")
BULLET = re.compile(r"^[·•§o▪◦●*–-]\s+(?=\S)")


class Lines:
    """Takes text, keeps lines. `into` is where finished ones go: the page's, or the open cell's of a table.

    `quoted`: in how many quotes this line stands.
    """

    def __init__(self) -> None:
        self.into: list[str] = []
        self.quoted = 0
        self._line: list[str] = []
        self._blank_wanted = False  # between this line and the next: a paragraph ended
        self._bullet_line = False  # its first character may be Word's bullet
        self._tight = False  # the paragraph begun last has no space below it
        self._preformatted = 0  # elements open inside each other

    def write(self, text: str) -> None:
        """Take a run of text, its entities not yet resolved."""
        if self._preformatted:
            self._keep_breaks(unescaped(text))
            return
        text = SPACES.sub(" ", text)
        if text != " " or self._line:
            self._line.append(unescaped(text))

    def _keep_breaks(self, text: str) -> None:
        first, *others = text.split("\n")
        self._line.append(first)
        for line in others:
            self.end(keep_empty=True)
            self._line.append(line)

    def put(self, mark: str) -> None:
        """Put a mark of our own on the line: a bullet, a number, an address."""
        self._line.append(mark)

    def has_just(self, word: str) -> bool:
        """Whether that stands at the end of the line, whatever its capitals."""
        return word.lower() in "".join(self._line[-9:]).lower()  # not the whole: a line of links would be quadratic

    def rule(self) -> None:
        """Draw a line across the page."""
        self.end()
        self._line.append(RULE)
        self.end()

    def end(self, *, keep_empty: bool = False) -> None:
        """End the line, if anything stands on it."""
        raw = "".join(self._line)
        self._line.clear()
        if not raw.strip(" ") and not (keep_empty or "\u00a0" in raw):
            return
        line = raw.replace("\u00a0", " ").rstrip() if self._preformatted else " ".join(raw.split())
        if self._bullet_line:
            line, self._bullet_line = BULLET.sub("- ", line), False
        quotes = ">" * min(self.quoted, MAX_QUOTES)
        if self._blank_wanted and line and self.into and self.into[-1].strip("> "):
            self.into.append(quotes)
        self._blank_wanted = False
        self.into.append(f"{quotes} {line}".rstrip() if quotes else line)

    def leave_blank(self, wanted: bool = True) -> None:
        """Have a blank line before the next, or none."""
        self._blank_wanted = wanted

    def begin_paragraph(self, look: Look) -> None:
        """Begin a paragraph that looks so."""
        self._bullet_line = look.bullet
        self._blank_wanted = not look.tight and (self._blank_wanted or bool(self.into))
        self._tight = look.tight

    def end_paragraph(self) -> None:
        """End one; what stands below it is apart, if it has space there."""
        if not self._tight:
            self._blank_wanted = True

    def preformat(self, begins: bool) -> None:
        """Keep spaces and line ends from here on, or no longer; an end without a beginning ends nothing."""
        self._preformatted = max(0, self._preformatted + (1 if begins else -1))
