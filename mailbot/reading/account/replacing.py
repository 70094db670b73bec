"""Does a clause let somebody take somebody's seat? "Wim vervangt mij", "Wim mag eraf, Sanne erop", "maakt u er Wim van"

Who gives it up, and who takes it, is for substitution.py.
"""

from collections.abc import Sequence

from mailbot.reading.account.cue_senses import is_live
from mailbot.reading.account.stance import Said, Stance
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.cues import Cue
from mailbot.reading.names import NameFound

NEAR = 16  # characters: "in plaats van mijn collega Wim Smit"


def replaces(said: Said) -> Stance | None:
    """Whether a seat is handed over; or a replacement spoken of by which none is."""
    clause, part = said.clause, said.part
    people = clause.has("i", "me", "he", "him", "person")
    if part and clause.has("replace", "swap") and not clause.names and not people:
        return Stance.NOTHING  # "die tweede ronde mag worden vervangen door Vooroordelen Voorbij"
    if exchanges_a_thing(clause):
        return Stance.NOTHING
    if _leaves_unused(clause):
        return None
    if one_out_one_in(clause) is not None:
        return Stance.REPLACES
    if _stands_in_at_work(clause):
        return Stance.STAYS_AWAY
    contrasts = takes_in_denial(clause)
    if (contrasts or is_live(clause, "replace")) and not (clause.has("anyone") and not clause.names):
        return Stance.NOTHING if said.denied and not clause.names and not contrasts else Stance.REPLACES
    if instead_of(clause) is not None or _swaps(clause) or (_is_made_of(clause) and not part):
        return Stance.REPLACES
    return None


def _leaves_unused(clause: Clause) -> bool:
    """ "Ik maak geen gebruik van de plaats die u voor mij had gereserveerd": who has that seat gives it up."""
    if clause.names or not (clause.has("absent") and clause.has("i", "we")):
        return False
    seats = [(cue.start, cue.end) for cue in clause.cues if cue.kind == "booking"]
    return all((c.start, c.end) in seats for c in clause.cues if c.kind == "replace") and clause.has("replace")


def one_out_one_in(clause: Clause) -> tuple[NameFound | None, NameFound] | None:
    """Who leaves (None: the writer) and who comes in "ik meld mij af en Wim aan", "schrijf Wim in en mij uit": of each
    verb, whoever stands before its end, and not before the other's."""
    if not (clause.names and clause.has("cancel") and clause.has("enrol", "adds", "onto")) or len(clause.names) > 2:
        return None
    outs = [cue for cue in clause.cues if cue.kind == "cancel"]
    ins = [cue for cue in clause.cues if cue.kind in ("enrol", "adds", "onto")]
    own = [cue for cue in clause.cues if cue.kind in ("me", "myself_too")]
    taker, rest = clause.names[-1], clause.names[:-1]
    first = max((cue.end for cue in outs if cue.end <= taker.start), default=None)
    if first is not None and max(cue.end for cue in outs) == first and any(cue.end >= taker.end for cue in ins):
        return _leaves(rest, any(cue.end <= first for cue in own), taker)
    taker, rest = clause.names[0], clause.names[1:]
    first = min((cue.end for cue in ins if cue.end >= taker.end), default=None)
    last = max(cue.end for cue in outs)
    if (
        first is None
        or not any(first <= start < last for start in _starts(rest, own))
        or min(c.end for c in outs) < last
    ):
        return None
    return _leaves(rest, any(first <= cue.start for cue in own), taker)


def _starts(names: Sequence[NameFound], own: Sequence[Cue]) -> list[int]:
    return [*(name.start for name in names), *(cue.start for cue in own)]


def _leaves(names: Sequence[NameFound], writer: bool, taker: NameFound) -> tuple[NameFound | None, NameFound] | None:
    if names and not writer:
        return names[0], taker
    return (None, taker) if writer and not names else None


def _stands_in_at_work(clause: Clause) -> bool:
    """ "Haar vervanger, Wim Smit, houdt die dag de telefoon bezet": stays, and takes nobody's seat."""
    stays, cue = clause.first("stays"), clause.first("replace")
    if stays is None or cue is None or clause.has("attend", "enrol", "unable", "absent", "instead", "seat"):
        return False
    if not any(c.kind == "him" and c.start == cue.start for c in clause.cues):
        return False
    return cue.end <= stays.start and any(cue.end <= name.start < stays.start for name in clause.names)


def takes_in_denial(clause: Clause) -> bool:
    """ "De plek is voor hem en niet meer voor mij": its "not" is of who gives up the seat."""
    if not clause.has("replace"):
        return False
    replaced = [cue for cue in clause.cues if cue.kind == "replace"]
    denials = [cue for cue in clause.cues if cue.kind == "neg"]
    return bool(denials) and all(any(r.start <= d.start and d.end <= r.end for r in replaced) for d in denials)


def exchanges_a_thing(clause: Clause) -> bool:
    """ "Mijn nieuwe nummer is 06 34 71 20 58, kunnen jullie dat vervangen?": no seat, and nobody's."""
    if not (clause.has("replace", "swap") and clause.has("belonging")) or clause.names:
        return False
    return not clause.has("i", "me", "he", "him", "person")


def instead_of(clause: Clause) -> NameFound | None:
    """Whose place somebody takes: the name right behind "in plaats van", or before "in de plaats"; not a workshop's,
    nor a diet's."""
    for cue in clause.cues if clause.has("instead") else ():
        if cue.kind != "instead":
            continue
        # "Noor komt voor Wim in de plaats" has the name within; not so "voor Wim komt niemand in de plaats"
        taken = len(clause.names) > 1 or clause.has("i")
        name = next((n for n in clause.names if taken and cue.start < n.start < n.end < cue.end), None)
        name = name or next((n for n in clause.names if 0 < n.start - cue.end <= NEAR), None)
        pronouns = ("me", "us", "him", "replace")  # "in plaats van mij komt Wim"
        if name is not None and not any(c.kind in pronouns and cue.start <= c.start < name.start for c in clause.cues):
            return name
    return None


def _swaps(clause: Clause) -> bool:
    """Whether one name goes, and another comes."""
    if not clause.names:
        return False
    if clause.has("off") and clause.has("onto"):
        return True  # "Wim mag eraf, Sanne erop"
    if clause.has("swap") and len({name.name.given for name in clause.names}) > 1:
        return True  # "kunt u Wim Smit wijzigen in Noor de Boer?"
    if clause.has("swap") and clause.has("me") and not clause.has("part"):
        return True  # "wilt u mij omwisselen met Wim Smit?"
    # not so "drie plaatsen op naam van Wim, Noor en mij"
    return is_live(clause, "transfer") and not (clause.has("party") and clause.has("seat"))


def _is_made_of(clause: Clause) -> bool:
    """ "Maakt u er Wim Smit van?"."""
    made = clause.first("made_of")
    return made is not None and any(made.start < name.start < made.end for name in clause.names)
