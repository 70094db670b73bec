"""A leaning towards an event, which signs nobody up: "misschien sluit ik in juni aan", "over 20 juni denk ik nog na",
"voor juni meld ik me later apart aan". What a letter does, it does about the other event that it names."""

import re

MAYBE = r"(?:misschien|wellicht|mogelijk|mogelijkerwijs|eventueel|hopelijk|maybe|perhaps|possibly|hopefully|might)"
COMING = (
    r"(?:kom|komen|ga|gaan|sluit(?:en)?|schuif|schuiven|doe|doen|ben ik|zijn (?:wij|we)|zie|lukt|kan ik"
    r"|kunnen (?:wij|we)|wel|(?:er )?bij|join|come|attend|be there|see you|make it|can)"
)
LATER = (
    r"(?:later|apart|afzonderlijk|te zijner tijd|t\.?z\.?t\.?|nog wel|tegen die tijd|separately|in due course"
    r"|nearer the time)"
)
ENROL = r"(?:meld|aanmeld\w*|schrijf|inschrij\w*|geef|opge\w+|sign|register|registration)"
LEANS = re.compile(
    rf"\b{MAYBE}\b.{{0,40}}?\b{COMING}\b|\b{COMING}\b.{{0,20}}?\b{MAYBE}\b"
    r"|\b(?:hoop|hopen|hope|hoping|wie weet|who knows)\b"
    rf"|\b{LATER}\b.{{0,40}}?\b{ENROL}\b|\b{ENROL}\b.{{0,40}}?\b{LATER}\b"
    r"|\bdenk(?:en)?\b.{0,30}?\b(?:na|over)\b|\b(?:weet|weten)\b.{0,20}?\bnog niet\b|\bbeslis\w*|\bbesluit\w*"
    r"|\b(?:moet|moeten)\b.{0,40}?\b(?:nog|eerst|even)\b.{0,20}?\b(?:kijken|aankijken|bekijken|checken|overleggen|nadenken"
    r"|bespreken|uitzoeken|afstemmen|nagaan|zien|plannen|puzzelen)\b"
    r"|\bkom(?:en)?\b.{0,20}?\bop terug\b|\b(?:hoort|horen|hoor) (?:u|jullie|je)\b.{0,12}?\b(?:nog|later)\b"
    r"|\btwijfel\w*|\bhoud(?:en)?\b.{0,20}?\bopen\b|\bafwachten\b"
    r"|\bstill (?:thinking|deciding|considering)\b|\bundecided\b"
    r"|\b(?:lijkt|klinkt|ziet er)\b.{0,30}?\b(?:ook|leuk|mooi|goed|interessant|boeiend|nuttig|uit)\b"
    r"|\b(?:sounds?|looks?)\b.{0,20}?\b(?:good|great|interesting|too|nice)\b"
    r"|\bop de hoogte\b|\bin de gaten\b|\bkeep me (?:posted|informed|updated)\b|\bbenieuwd\b",
)
# "Ik kom misschien iets later": that much is sure, that they come
BY_THE_WAY = re.compile(r"\b(?:iets|wat|beetje|eerder|vroeger|trein|auto|fiets|file|vertraging|late|train|car)\b")


def leans(clause: str) -> bool:
    """Whether a clause, in lower case, speaks of an event as of something that the writer only leans to."""
    return LEANS.search(clause) is not None and BY_THE_WAY.search(clause) is None
