"""Is it a seat that is asked for, or something else? "Noteer mij" puts somebody on a list, "noteer mijn adres" doesn't.

Of people's other business (invoices, appointments, complaints) only that matters which may stand beside a date of ours.
"""

from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.cues import Cue

SOMEBODY = ("me", "us", "him", "person", "party", "seat", "companion", "also_group", "enrol_noun")


def is_of_something_else(clause: Clause, coming: tuple[Cue, ...], *, about_event: bool) -> bool:
    """Whether those words of enrolling in a clause are about no person's seat."""
    if any(cue.kind == "attend" for cue in coming) or clause.names:
        return False
    if clause.has("other_list"):
        return True
    if clause.has("business") and not clause.has("me", "us", "seat"):
        return True
    notes = [cue for cue in clause.cues if cue.kind == "notes"]
    ambiguous = all(any(n.start <= cue.start and cue.end <= n.end for n in notes) for cue in coming)
    return bool(coming) and ambiguous and not about_event and not clause.has(*SOMEBODY)
