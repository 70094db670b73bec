"""What a page shows by its looks, as a text has to: the bullets of lists, the ">" of quotes, the address in a link."""

from mailbot.reading.message.htmllines import Lines
from mailbot.reading.message.htmltags import Tag, attributes_of, look_of, number_in

MAX_OPEN = 1_000  # lists or quotes inside each other
MAX_NUMBER = 10_000  # of a list's first item


class Lists:
    """The open lists of a page: each item begins with "- " or its number."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._open: list[int] = []  # 0 for bullets, else the number of the next item

    def on_list(self, tag: Tag) -> None:
        """Begin or end a list."""
        self._lines.end()
        if not tag.opening:
            self._open = self._open[:-1]
        elif len(self._open) < MAX_OPEN:
            start = attributes_of(tag.attributes).get("start", "1")
            self._open.append(0 if tag.name == "ul" else number_in(start, MAX_NUMBER))
        if not self._open:
            self._lines.leave_blank()

    def on_item(self, tag: Tag) -> None:
        """Begin or end an item; one outside any list has a bullet, too."""
        self._lines.end()
        if self._open:
            self._lines.leave_blank(False)
        if tag.opening:
            number = self._open[-1] if self._open else 0
            self._lines.put(f"{number}. " if number else "- ")
            if number:
                self._open[-1] += 1


class Quotes:
    """The open blockquotes of a page: the lines in them begin with "> ", once for each that quotes somebody."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._open: list[bool] = []  # does it quote somebody?

    def on_quote(self, tag: Tag) -> None:
        """Begin or end a blockquote."""
        self._lines.end()
        if tag.opening and len(self._open) < MAX_OPEN:
            self._open.append(not look_of(tag.attributes).indented)
            self._lines.quoted += self._open[-1]
        elif not tag.opening and self._open:
            self._lines.quoted -= self._open.pop()
        self._lines.leave_blank()


class Links:
    """The open link of a page: "Jan de Vries", and the address only in the link, gives "Jan de Vries <jan@x.nl>"."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._address = ""

    def on_link(self, tag: Tag) -> None:
        """Begin or end a link; one to a page says nothing that a reader sees."""
        if tag.opening:
            target = attributes_of(tag.attributes).get("href", "")
            self._address = target[7:].split("?")[0].strip() if target.lower().startswith("mailto:") else ""
            return
        if self._address and not self._lines.has_just(self._address):
            self._lines.put(f" <{self._address}>")
        self._address = ""
