"""What our confirmation below says that we noted of one person: whatever the letter tells otherwise is new, without any
word that says so; what it only repeats is what was."""

import re
from collections.abc import Sequence

from mailbot.reading import details
from mailbot.reading.case.case import Case
from mailbot.reading.letter.labels import field_of
from mailbot.reading.text.fold import fold
from mailbot.reading.text.found import Found
from mailbot.reading.text.late import late

LINE = late(
    r"(?:^[ \t>*-]*|(?<=[.;,]\s))(?P<label>[^\W\d_][^\n:*.;,]{2,28}?)[ \t*]*:[ \t*]*"
    # "Organisatie: gemeente Almere. Functie: raadslid."
    r"(?P<value>[^\n*]+?)(?=[.;,]\s[^\W\d_][^\n:*.;,]{2,28}:|[*\n]|\Z)",
    re.MULTILINE,
)
# "Naast vegetarisch ook glutenvrij": what was stays beside what is new
AS_WELL = late(
    r"\b(?:ook|tevens|naast|daarnaast|bovendien|nog steeds|blijf\w*|plus|also|as well|besides|still|in addition)\b"
)
# "U vermeldt mij als jurist", "ik sta erop met vegetarisch", "I appear as"
STANDS = late(
    r"\b(?:vermeld\w*|noteer\w*|genoteerd|schreef|schreven|noemt?|noemden?|noemen|sta|stond|staat|registreer\w*"
    r"|aangemeld|ingeschreven|opgegeven|aanmeldde|inschreef|opgaf|listed|appear|have me|signed up|registered|booked"
    r"|on (?:your|the) list)\b"
    r"[^.;!?\n]{0,30}?(?:\b(?:als|as|met|voor|with|for)|:)"
    r"\s(?:(?:een|an?|de|functie|dieet|the)\s){0,2}[\"'‘“]?$"
)
REACH = 60  # characters before a value
DIGITS = 9  # of a telephone number, its last, are the same however it is written


def noted(case: Case) -> dict[str, str]:
    """The fields of our newest confirmation and what stands there, folded; none where it is of nobody or of several."""
    if not case.confirmations or len(case.people_confirmed) > 1:
        return {}
    found = _told_of_the_name(case)
    for line in LINE.finditer(case.confirmations[0].letter.text):
        kind = field_of(line["label"])
        if kind is not None:
            found[kind] = fold(line["value"]).strip(" .")
    return found


def _told_of_the_name(case: Case) -> dict[str, str]:
    """What stands behind the name of the only one, in a line with it: "Els Bos, beleidsmedewerker, gemeente Epe"."""
    if not case.people_confirmed:
        return {}
    text, (name,) = case.confirmations[0].letter.text, case.people_confirmed
    line = re.search(rf"^[ \t>*-]*{re.escape(str(name))},\s(?P<rest>[^\n]+)", text, re.MULTILINE)
    if line is None:
        return {}
    roles = details.roles(text, *line.span("rest"))
    houses = details.organisations(text, *line.span("rest"))
    told = {"role": roles, "organisation": houses}
    return {key: fold(found[0].value) for key, found in told.items() if found}


def is_as_noted(value: str, was: str) -> bool:
    """Whether that value is what we noted (`was`: folded)."""
    digits = re.sub(r"\D", "", value)
    if len(digits) >= DIGITS:
        return digits[-DIGITS:] == re.sub(r"\D", "", was)[-DIGITS:]
    said = fold(value).strip(" .")
    return bool(said) and re.search(rf"(?<!\w){re.escape(said)}(?!\w)", was) is not None


def without_noted(text: str, values: Sequence[Found], was: str | None) -> Sequence[Found]:
    """Those values but for what we noted, or are said to have, where another is told and both don't hold."""
    if len(values) < 2 or AS_WELL.search(fold(text)):
        return values
    new = [one for one in values if not (was and is_as_noted(one.value, was)) and not _is_as_it_stands(text, one)]
    return new if any(not one.negated and one.kind != "none" for one in new) else values


def _is_as_it_stands(text: str, found: Found) -> bool:
    """Whether the words before a value say that this is how somebody is on the list."""
    return STANDS.search(fold(text), max(0, found.start - REACH), found.start) is not None
