"""Times at which somebody comes or goes, and that are no rounds."""

import re

from mailbot.reading.workshops.patterns import any_in

COMES = re.compile(
    r"\b(?:kom|komt|komen|arriveer|arriveert|arrive|arrives)\s(?:er\s)?(?:pas\s)?$"
)  # "komt na de lunch"
FOR_ME = re.compile(r"\b(?:voor|for) (?:mij|me|ons|us|hem|haar|him|her)\b")
ABOUT = ("rond", "around")
HALF_WORD = re.compile(r"(?<=.{16}\W)\w+$", re.DOTALL)
GOING = re.compile(
    r"\b(?:ik|ben|bent|kom|komt|kan|er|moet|arriveer|i|am|be|come|arrive|ruim|net|kort|even|wel|pas voor)\b"
)


def comes_or_goes(folded: str, start: int, end: int) -> bool:
    """Whether that time is when somebody comes or leaves: "tot 15.00 uur", "om drie uur vertrek ik"."""
    before = re.split(r"\n|[,.;:!?]\s|\b(?:of|or|and|(?<!tot )en)\s", folded[max(0, start - 18) : start])[-1]
    behind = HALF_WORD.sub("", folded[end : end + 23])  # "doe ik lokaal bel": no telephone
    after = re.split(r"\n|[,.;:!?](?:\s|$)|\s(?:en|and)\s(?:dan|daarna|then|after)\b", behind)[0]
    before = FOR_ME.sub("", before)  # "kan voor mij om 12 uur"
    leaves = any_in("leaving").search(after)
    bound = any_in("not_a_choice").search(before.replace("om ", ""))
    if bound and bound[0] in ("pas", "voor", *ABOUT) and not GOING.search(before):
        # "de andere pas om 15 uur", "voor twee uur schrijf ik me in op", "A graag, rond drie uur"
        bound = bound if bound[0] in ABOUT and GOING.search(after) else None
    return bool(leaves or bound or re.search(r"\bover\s$", before))
