"""The parts of an HTML mail that aren't shown, or have a line through them: known by their tags, as these come by."""

from mailbot.reading.message.htmltags import Tag, look_of, unescaped

VOID = {"br", "hr", "img", "input", "meta", "link", "wbr", "col", "base", "area", "source", "embed", "param"}
UNSEEN = {"style", "script", "title", "template", "noframes", "iframe", "object", "select", "textarea"}
STRUCK = {"s", "strike", "del"}
INLINE = STRUCK | {"span", "font", "b", "i", "u", "em", "strong"}
CELL_ENDS = {"td", "th", "tr", "table"}


class Unseen:
    """The element that isn't shown, while one is open. `struck`: whether any text so far had a line through it."""

    def __init__(self) -> None:
        self.struck = False
        self._name = ""
        self._depth = 0  # how many of its name are open inside each other; 0 where all is shown
        self._has_line = False  # it isn't shown because of a line through it

    def hides(self, text: str) -> bool:
        """Whether that text isn't shown."""
        if not self._depth:
            return False
        self.struck = self.struck or (self._has_line and bool(unescaped(text).strip()))
        return True

    def takes(self, tag: Tag) -> bool:
        """Whether that tag begins, ends, or is part of what isn't shown."""
        if self._depth and self._goes_on(tag):
            return True
        return tag.opening and self._begins(tag)

    def _goes_on(self, tag: Tag) -> bool:
        if self._has_line and self._name in INLINE and tag.name in CELL_ENDS:
            self._depth = 0  # struck out in a cell, and never closed: it ends with the cell
            return False
        if tag.name == self._name:  # only these are counted: others may be left open inside
            self._depth += 1 if tag.opening else -1
        return True

    def _begins(self, tag: Tag) -> bool:
        look = look_of(tag.attributes)
        has_line = look.struck or tag.name in STRUCK
        if tag.name in VOID or not (has_line or look.hidden or tag.name in UNSEEN):
            return False  # a void element has no end tag: all that follows would be left out
        self._name, self._depth, self._has_line = tag.name, 1, has_line
        return True
