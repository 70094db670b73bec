"""A value that the writer sets against the one in our confirmation: "Almelo, niet Almere", "ik ben geen raadslid maar
wethouder", "waar nu 'raadslid' staat, mag 'wethouder' komen". No word need say that it is a change: what was stands
beside it.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from mailbot.domain.reading import Evidence
from mailbot.reading import details
from mailbot.reading.case.asking import Asking
from mailbot.reading.lexicon.authorities import authority_named
from mailbot.reading.text.fold import fold
from mailbot.reading.text.found import Found
from mailbot.reading.text.late import late

QUOTE = "\"'‘’“”"
DENIED = (
    r"(?:niet(?: meer| langer)?|geen|in plaats van|i\.?p\.?v\.?|not(?: an?)?|instead of|rather than|no longer(?: an?)?)"
)
OF = r"(?:(?:een|de|als|van|bij|an?|the|gemeente|municipality of)\s){0,2}"
# What stands before the old value where the new one was told: "Almelo, niet Almere"
NEW_FIRST = late(
    rf"(?P<new>[^.;:!?\n]{{2,60}}?)[{QUOTE}]?(?:,\s?|\s)(?:en |and )?{DENIED}\s{OF}[{QUOTE}]?$", re.IGNORECASE
)
# "Geen raadslid maar wethouder"
DENIED_BEFORE = late(rf"(?:^|[\s,(]){DENIED}\s{OF}[{QUOTE}]?$", re.IGNORECASE)
BUT = late(rf"[{QUOTE}]?(?: meer| langer)?,?\s(?:maar|but|wel)\s(?P<new>[^.;:!?\n]{{2,60}})", re.IGNORECASE)
# "Raadslid moet wethouder zijn", "Almere -> Almelo", "waar nu raadslid staat, mag wethouder komen"
BECOMES = late(
    rf"[{QUOTE}]?(?:,?\s(?:maar |en )?(?:dat|dit|het|this|that)\s|\s)?(?:->|=>|→|moet(?:en)?\b|wordt\b|should be\b"
    r"|(?:achter mijn naam )?staat\b[^.;!?\n]{0,30}?\b(?:moet|mag|hoort|kan)\b)"
    r"\s?(?:(?:nu|dus|inmiddels|eigenlijk|er)\s){0,2}(?P<new>[^.;!?\n]{2,60})",
    re.IGNORECASE,
)
LEADS_IN = late(
    r".*\b(?:ben|is|zijn|functie|rol|titel|als|moet|staat|staan|komen|hoort|should read|am|be|read|say)\b"
    r"(?:\s(?:nu|inmiddels|toch|dus|zijn|een|de|an?|the|just|eigenlijk))*\s",
    re.IGNORECASE,
)
SENTENCE_ENDS = re.compile(r"\n|(?<!i\.p\.v)[.!?]\s")
LONGEST_ROLE = 5  # words, of one that no list has and that stands in quotes


def opposed(asking: Asking, known: Mapping[str, str]) -> None:
    """Give the writer what the letter sets against what we noted of them (`known`: as case/noted.py has it)."""
    body = asking.sheet.parts.body
    folded = fold(body)
    for key, found_in in (("role", _role), ("organisation", _house)):
        was = re.sub(r"^(?:gemeente|municipality of)\s", "", known.get(key, "")).strip(" .")
        for at in re.finditer(rf"(?<!\w){re.escape(was)}(?!\w)", folded) if len(was) > 1 else ():
            new = _set_against(body, *at.span())
            value = found_in(body, *new) if new is not None else None
            if value is not None and fold(value.value) != known[key]:
                asking.writer.put(key, value.value, Evidence("text", value.start, value.end))


def _set_against(body: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the words stand that are set against those at [start, end)."""
    line = max((end.end() for end in SENTENCE_ENDS.finditer(body, 0, start)), default=0)
    before = NEW_FIRST.search(body, line, start)
    if before is not None:
        return before.span("new")
    behind = BUT.match(body, end) if DENIED_BEFORE.search(body, line, start) else BECOMES.match(body, end)
    return behind.span("new") if behind is not None else None


def _role(body: str, start: int, end: int) -> Found | None:
    """The office told there: one that we know, or what stands there in quotes."""
    told = details.roles(body, start, end)
    if told:
        begins = told[-1].start == 0 or body[told[-1].start - 2 : told[-1].start] in (". ", "\n", "! ")
        small = told[-1].value[:1].lower() + told[-1].value[1:]
        return replace(told[-1], value=small) if begins and told[-1].value[1:].islower() else told[-1]
    quoted = re.search(rf"[{QUOTE}]\s?(?P<what>[^{QUOTE}\n]{{3,50}})(?:[{QUOTE}]|$)", body[start:end])
    if quoted is None or len(quoted["what"].split()) > LONGEST_ROLE:
        return None
    return Found(quoted["what"].strip(), start + quoted.start("what"), start + quoted.end("what"), "title")


def _house(body: str, start: int, end: int) -> Found | None:
    """The organisation told there, be it a town by its name alone."""
    told = details.organisations(body, start, end)
    if told:
        return told[-1]
    lead = LEADS_IN.match(body, start, end)
    named = body[lead.end() if lead else start : end].strip(f" ,{QUOTE}")
    named = re.sub(
        r"^(?:(?:gemeente|van|bij|het|moet|dat)\s)+|\s(?:zijn|worden|staan|heten)$", "", named, flags=re.IGNORECASE
    )
    town = authority_named(named)
    return Found(town, start, end, "municipality") if town else None
