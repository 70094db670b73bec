"""Where a letter quotes what somebody said: 'Wim appte: "Zet mij op de lijst. Ik eet vegetarisch."'"""

import re

from mailbot.reading.text.late import late

# What somebody else said: "hier moet je heen", 'zeg maar dat ik kom'; not so 's middags, in 't Veld
QUOTES = re.compile(r"[\"“„«'‘]")
SPEECH = late(
    r"[\"“„«'‘](?:(?<=[\"“„«])(?<!\w[\"“„«])(?=\S)(?:[^\"“”„«»\n]|\n(?!\s*\n)){11,600}(?<=\S)[\"”»]"
    r"|(?<!\w['‘])(?<=['‘])(?!\w{1,2}\s)[^'‘’\"\n]{9,300}['’](?!\w))"
)


def speech_in(text: str) -> list[tuple[int, int]]:
    """Where a letter quotes what somebody said, over as many sentences as that takes: from mark to mark."""
    return [m.span() for m in SPEECH.finditer(text)] if QUOTES.search(text) else []
