"""Does somebody want to sell us something, or is a mail one to many? By what sellers say, wherever it stands."""

from mailbot.reading.case.case import Case
from mailbot.reading.letter.cues import scan, tokens
from mailbot.reading.letter.units import Unit

SELLING = ("not_ours", "sales")


def is_pitch(case: Case) -> bool:
    """Whether three such phrases stand in the mail, or two where the writer doesn't say to come.

    What stands below a signature counts once: whoever sells there may well come.
    """
    split, text = case.own.sheet.parts, case.own.sheet.letter.text
    # "wilt u Wim Smit uitschrijven?" takes a person off a list of ours; "ik meld me aan voor uw nieuwsbrief" sells none
    units = [unit for unit in case.own.sheet.units if not ((unit.names and unit.has("cancel")) or _asks_for_it(unit))]
    talk = [cue for unit in units for cue in unit.cues]
    said = {text[cue.start : cue.end].casefold() for cue in talk if cue.kind in SELLING}
    offers = any(cue.kind == "offer" for cue in talk)
    if not said and not offers:
        return False
    asks = any(_asks_for_it(unit) for unit in case.own.sheet.units)
    subject = not asks and any(unit.has(*SELLING) for unit in case.own_subject)
    below = any(cue.kind in SELLING for part in (split.signature, split.notice) for cue in scan(tokens(part)))
    phrases = len(said) + offers + subject + below
    return phrases >= 3 or (phrases == 2 and (offers or not case.own.writer.comes))


def _asks_for_it(unit: Unit) -> bool:
    return unit.has("other_thing") and unit.has("i", "me") and unit.has("enrol", "enrol_noun")
