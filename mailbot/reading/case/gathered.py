"""Answers that the writer has gathered, and passes on below: "Graag iedereen die ja zegt op de lijst, en mij ook"."""

import re

from mailbot.reading.case.asking import Asking
from mailbot.reading.text.late import late
from mailbot.reading.text.numerals import BOTH_OF_THEM

EVERYBODY = late(
    r"\b(?:iedereen|ieder|allen|alle\s\w+|degenen?|diegenen?|wie|everyone|everybody|those|anyone|all)"
    r"(?: in| op| aan| erbij| erop)?(?: die| who)?(?: er| hier)? (?:\w+ )?"
    r"(?:ja|yes|wel|toe|mee|graag|zin|komt|komen|gaat|gaan|wil|willen|kan|kunnen|says?|said|wants?|is in)\b"
    rf"|\b(?:de|alle) (?:ja['’]s|ja-?zeggers)\b|\b(?:ons|us|them|hen|ze) (?:{BOTH_OF_THEM}|alle\w*|all)\b",
    re.IGNORECASE,
)
AROUND = late(
    r"\b(?:iedereen|allebei|beiden|ja['’]s|rondvraag|rondje|rondgevraagd|reacties|antwoorden|inventarisatie|geïnventariseerd"
    r"|gepolst|peiling|everyone|everybody|both of|responses|replies|asked around)\b",
    re.IGNORECASE,
)


def means_whoever_agrees(own: Asking) -> bool:
    """Whether whoever says yes below is to be put on the list."""
    body = own.sheet.parts.body
    return any(u.has("enrol", "seat") and EVERYBODY.search(body, u.start, u.end) for u in own.sheet.units)


def asked_around(own: Asking) -> bool:
    """Whether the writer speaks of having asked several: where nobody is found to come by it, a person looks."""
    return AROUND.search(own.sheet.parts.body) is not None
