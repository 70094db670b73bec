"""Boxes that somebody ticks before a workshop, in a form of their own or in our announcement: "[ ]", "(x)", "☑"."""

from mailbot.reading.text.late import late

BOX = late(
    r"(?P<empty>\[[^\S\n]{0,4}\]|\[[^\S\n]{0,3}[-–—][^\S\n]{0,3}\]|\([^\S\n]{1,4}\)|[☐□▢⬜])"
    r"|(?P<ticked>\[[^\S\n]{0,3}[xXvV✓✔*][^\S\n]{0,3}\]|\([^\S\n]{0,3}[xXvV✓✔][^\S\n]{0,3}\)|[☒☑✅])"
)


def left_empty(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """What stands behind the empty boxes of text[start:end], each as far as the next box or its line goes."""
    boxes = list(BOX.finditer(text, start, end))
    limits = [*(box.start() for box in boxes[1:]), end][: len(boxes)]
    spans = []
    for box, limit in zip(boxes, limits, strict=True):
        if box["empty"]:
            line = text.find("\n", box.end(), limit)
            spans.append((box.end(), limit if line < 0 else line))
    return spans
