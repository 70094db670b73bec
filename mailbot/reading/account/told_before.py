"""What the writer told us earlier and takes back by what stands here: "vorige week liet ik weten dat ik niet kon; die
afspraak is verzet, dus noteer mij". Only where the coming is told after it."""

import re

from mailbot.reading.account.account import Account
from mailbot.reading.account.stance import Stance
from mailbot.reading.letter.units import Unit
from mailbot.reading.names.people import Person
from mailbot.reading.text.late import late

TELLS = (
    r"(?:liet|schreef|mailde|meldde|zei|zegde|belde|appte|berichtte|gaf|dacht|vertelde|stuurde|moest|cancelled|canceled"
    r"|wrote|told|said|declined|thought|emailed)"
)
TOLD_BEFORE = late(
    rf"\b{TELLS}\s(?:\w+\s)?(?:ik|I|we|wij)\b|\b(?:ik|I|we|wij)\s(?:\w+\s){{0,3}}?{TELLS}\b"
    r"|\b(?:mijn|m'n|onze|my|our)\s(?:eerdere?|vorige|laatste|oorspronkelijke|earlier|previous|last)\s"
    r"(?:bericht|berichtje|mail|mailtje|e-mail|afmelding|afzegging|annulering|message|email|cancellation)\b"
    r"|\b(?:vergeet|negeer|forget|ignore|disregard)\s(?:\w+\s)?(?:wat|what|mijn|my)\b",
    re.IGNORECASE,
)
AS_TOLD = re.compile(r"\b(?:zoals|conform|gelijk|as i|as we)\b", re.IGNORECASE)  # then it still holds


def take_back_told(text: str, units: tuple[Unit, ...], account: Account, writer: Person | None) -> None:
    """Let the writer come, where an absence was told before and a coming is told now."""
    comes_at = account.said.get(Stance.COMES)
    away = writer is not None and (writer.stays_away or writer.cancels)
    if writer is None or not away or comes_at is None or Stance.REPLACES in account.said:
        return
    places = {account.said.get(Stance.STAYS_AWAY), account.said.get(Stance.CANCELS), writer.away_at}
    told = [clause for unit in units for clause in unit.clauses if clause.start in places]
    if told and all(c.start < comes_at and _is_told(text, units, c.start, c.end) for c in told):
        writer.stays_away = writer.cancels = writer.sure_away = False
        account.said.pop(Stance.STAYS_AWAY, None)
        account.said.pop(Stance.CANCELS, None)


def _is_told(text: str, units: tuple[Unit, ...], start: int, end: int) -> bool:
    begun = next((unit.start for unit in units if unit.start <= start < unit.end), start)
    return TOLD_BEFORE.search(text, begun, end) is not None and not AS_TOLD.search(text, begun, end)
