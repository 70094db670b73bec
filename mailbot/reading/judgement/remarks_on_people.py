"""Does something stand beside the name of somebody who is to be signed up, by which it isn't certain that they come?
"Ida Terpstra | wethouder | twijfelt nog", "- Noor Tal (wordt misschien Wim Kok)", "Aanwezig: ik hoop het".

The rules know the commonest of these (letter/entry_remarks.py, account/list_entries.py); what others sound like was
learned (second_reader/person_remarks.py).
"""

from mailbot.domain.reading import Action, Evidence
from mailbot.reading.judgement.outcome import Outcome
from mailbot.reading.second_reader.person_remarks import remarks

UNSURE = 0.5  # from where a person looks
UNSURE_BESIDE = 0.97  # ... at what stands where something else is told: "Dieet: vega, maar komst nog niet rond"


def comes_with_a_doubt(outcome: Outcome) -> bool:
    """Beside the name of somebody who is signed up stands something by which they may not come."""
    return doubtful_remark(outcome) is not None


def doubtful_remark(outcome: Outcome) -> Evidence | None:
    """The first such words."""
    asked = {request.name for request in outcome.requests if request.action is Action.REGISTER}
    for asking in outcome.case.asking:
        for remark in remarks(asking):
            if str(remark.whose.name) in asked and remark.doubt >= (UNSURE_BESIDE if remark.is_beside else UNSURE):
                return Evidence("text", remark.start, remark.end)
    return None
