"""Full stops in brackets that hold a few words: "(lok. beleid, r2)", "(Vooroord. Voorbij)" end no sentence."""

FEW = 24  # characters on either side of it


def in_few_words(text: str, start: int, stop: int, end: int) -> bool:
    """Whether a full stop stands at `stop`, and in such brackets within [start, end)."""
    if text[stop : stop + 1] != ".":
        return False
    opened = text.rfind("(", max(start, stop - FEW), stop)
    if opened < 0 or text.find(")", opened, stop) >= 0:
        return False
    closed = text.find(")", stop, min(end, stop + FEW))
    return closed >= 0 and {".", "(", "\n"}.isdisjoint(text[stop + 1 : closed])
