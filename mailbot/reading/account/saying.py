"""What a clause says about coming, by its own words: which stance it takes.

The pieces are cue phrases (lexicon/cues.*.toml); here is how they combine: a verb of coming or enrolling, turned by a
negation, undone by "already" or "not yet", and overruled by words that only look like it ("kwam ik tegen").
"""

from collections.abc import Callable
from functools import lru_cache

from mailbot.reading.account.cue_senses import coming_cues, is_live, negates, says_already, takes_away
from mailbot.reading.account.enquiry import asks_about_others, asks_how_to_leave, enquires
from mailbot.reading.account.replacing import replaces, takes_in_denial
from mailbot.reading.account.seats import asks_for_seat
from mailbot.reading.account.stance import Said, Stance
from mailbot.reading.account.verbless import last_word
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.cues import Cue

TAIL = 3  # characters: a full stop, a blank, a line end


@lru_cache(maxsize=128)  # of each clause of a letter it is asked several times
def stance_of(clause: Clause, *, about_event: bool = False, booked: bool = False) -> Stance:
    """The first rule that holds decides. `about_event`, `booked`: see Said."""
    if clause.kinds.isdisjoint(TELLING):
        return Stance.NOTHING
    part = clause.has("part") or (clause.has("habit") and not about_event)
    said = Said(clause, coming_cues(clause), part, is_live(clause, "neg"), about_event, booked)
    for needed, rule in RULES:
        if needed is not None and needed.isdisjoint(clause.kinds):
            continue
        if (stance := rule(said)) is not None:
            return stance
    return Stance.NOTHING


def _enrolled_lately(said: Said) -> Stance | None:
    """ "Een maand geleden heb ik mij aangemeld"."""
    clause = said.clause
    if clause.has("lately") and clause.has("already") and clause.has("i") and clause.has("me"):
        return Stance.NOTHING if said.denied else Stance.BOOKED
    return None


def _takes_absence_back(said: Said) -> Stance | None:
    """ "Vergeet mijn eerdere afmelding"."""
    return Stance.COMES if said.clause.has("takes_back") else None


def _tells_or_asks(said: Said) -> Stance | None:
    """ "Vorig jaar was ik er ook", "mogen studenten ook komen?"."""
    clause = said.clause
    tells = (
        (is_live(clause, "past") and not _is_of_a_colleague(said))
        or clause.has("rhetoric")
        or (clause.has("usual") and not said.about_event)
    )
    if tells or _is_received(clause) or asks_about_others(clause) or asks_how_to_leave(clause) or enquires(clause):
        return Stance.NOTHING
    return None


def _is_received(clause: Clause) -> bool:
    """Whether it tells of somebody else's sign-up: "deze aanmelding kwam bij mij binnen"."""
    if not clause.has("received"):
        return False
    received = [cue for cue in clause.cues if cue.kind == "received"]
    own = [cue for cue in clause.cues if cue.kind in ("mine", "me")]
    return all(any(r.start <= cue.start < r.end for r in received) for cue in own)


def _is_of_a_colleague(said: Said) -> bool:
    """ "Oud-collega Wim Smit sluit aan": only what somebody was is over."""
    past = [cue for cue in said.clause.cues if cue.kind == "past"]
    people = [cue for cue in said.clause.cues if cue.kind == "person"]
    before_names = all(any(0 <= name.start - cue.end <= 1 for name in said.clause.names) for cue in past)
    return bool(said.coming) and before_names and all(any(takes_away(p, cue) for p in people) for cue in past)


def _adds_to_booking(said: Said) -> Stance | None:
    """ "Graag nog toevoegen aan mijn aanmelding: ik eet halal": nobody comes by that."""
    clause = said.clause
    somebody = clause.names or clause.has("person", "companion", "also_group", "him", "us", "party")
    return Stance.NOTHING if clause.has("booking") and clause.has("adds") and not somebody else None


def _stays_away_oneself(said: Said) -> Stance | None:
    """ "Ik kan zelf niet"."""
    if said.part or not is_live(said.clause, "self_not") or said.clause.has("unmissed", "carry", "companion"):
        return None
    if takes_in_denial(said.clause):
        return None  # "een tolk neemt ze zelf niet mee"
    return Stance.CANCELS if said.clause.has("cancel") else Stance.STAYS_AWAY


def _remains(said: Said) -> Stance | None:
    """ "Wij komen gewoon" asks for nothing new where we have confirmed it; "er komt er nog een bij" does."""
    clause = said.clause
    if clause.has("adds") and clause.has("delegates"):
        return None
    # "de aanmelding van Wim blijft staan"; not so "zoals afgesproken hierbij de aanmelding van Wim"
    stands = clause.has("enrol_noun") and not clause.has("attend", "i", "we", "hereby")
    known = said.booked or stands
    if known and clause.has("remains") and not (is_live(clause, "replace") and clause.names):
        return Stance.BOOKED
    return None


def _gives_up(said: Said) -> Stance | None:
    clause = said.clause
    if clause.has("undone") or is_of_a_thing(clause) or (clause.has("considered") and clause.has("cancel", "fewer")):
        return (
            Stance.NOTHING
        )  # "de bevestiging van mijn afmelding": that was before; "ik heb eraan gedacht af te zeggen"
    if said.part or (clause.asks and clause.has("place_left")):
        return None  # "zijn er nog plaatsen vrij?" gives none away
    # "ikzelf en twee van de drie, te weten Wim en Noor"
    counts_up = clause.has("roll") and bool(clause.names) and not clause.has("neg", "stays", "absent")
    fewer = clause.has("fewer") and not counts_up
    gives = is_live(clause, "cancel") or is_live(clause, "replace") or fewer
    return Stance.CANCELS if gives else None


def is_of_a_thing(clause: Clause) -> bool:
    """Whether what is cancelled or taken off a list is no seat: "mijn hotel is geannuleerd"."""
    if not (clause.has("belonging") and clause.has("cancel")) or clause.has("enrol_noun"):
        return False
    given_up = [cue for cue in clause.cues if cue.kind == "cancel"]
    things = [cue for cue in clause.cues if cue.kind == "belonging"]
    return not clause.names or any(c.start <= t.start and t.end >= c.end for c in given_up for t in things)


def _puts_off(said: Said) -> Stance | None:
    clause = said.clause
    later = is_live(clause, "later") and not said.part and (said.coming or clause.has("enrol_noun", "neg"))
    told = clause.has("booking") and clause.has("already") and not clause.asks  # "Zelf sta ik op de lijst"
    not_yet = is_live(clause, "not_yet") and not told
    return Stance.LATER if (later or not_yet) and not clause.has("unbooked") else None


def _would_not_miss(said: Said) -> Stance | None:
    """ "Dat wil ik voor geen goud missen"."""
    if said.clause.has("unmissed") and not said.part and not _denies_coming(said):
        return Stance.COMES
    return None


def _is_absent(said: Said) -> Stance | None:
    if is_live(said.clause, "absent") or _ends_unable(said.clause):
        return Stance.NOTHING if said.part else Stance.STAYS_AWAY
    return None


def _ends_unable(clause: Clause) -> bool:
    """Whether the clause ends with "kan niet": before another verb ("kan niet parkeren") that says nothing."""
    return is_live(clause, "unable") and any(c.kind == "unable" and clause.end - c.end <= TAIL for c in clause.cues)


def _is_on_list(said: Said) -> Stance | None:
    """ "Wim staat al op de lijst"."""
    clause = said.clause
    if not says_already(clause) or clause.has("wish", "with_writer", "cc") or is_on_another_list(clause):
        return None
    if clause.has("maybe") and _only_may_be(clause):
        return Stance.NOTHING
    if not (said.denied or clause.has("unbooked")):
        return Stance.BOOKED
    never = clause.has("unbooked") and not said.part and _denies_coming(said) and _speaks_of_being_there(said)
    return Stance.STAYS_AWAY if never else Stance.NOTHING  # "ik sta niet op de lijst en kom ook niet"


def _only_may_be(clause: Clause) -> bool:
    """ "Vorige week schreef ik dat ik misschien zou komen": that was no booking."""
    perhaps = [cue for cue in clause.cues if cue.kind == "maybe"]
    return all(any(c.start <= p.start and p.end <= c.end for p in perhaps) for c in clause.cues if c.kind == "already")


def _speaks_of_being_there(said: Said) -> bool:
    """Whether a coming is spoken of beside the list: not so in "ik stond nog niet op de lijst"."""
    lists = [cue for cue in said.clause.cues if cue.kind == "unbooked"]
    return any(not any(o.start <= c.start and c.end <= o.end for o in lists) for c in said.coming)


def is_on_another_list(clause: Clause) -> bool:
    """ "Hij stond op de lijst die ik de fracties stuurde": on no list of the reader's."""
    lists = [cue for cue in clause.cues if cue.kind == "other_list"] if clause.has("other_list") else []
    return (
        bool(lists)
        and not clause.has("you")
        and all(any(takes_away(o, c) for o in lists) for c in clause.cues if c.kind == "already")
    )


def _does_not_come(said: Said) -> Stance | None:
    if not _denies_coming(said):
        return None
    return Stance.NOTHING if said.part else Stance.STAYS_AWAY


def _denies_coming(said: Said) -> bool:
    return bool(said.coming) and negates(said.clause, said.coming)


def _signs_up(said: Said) -> Stance | None:
    reported = said.clause.has("reported") and not _asks_whether_possible(said.clause)
    if not reported and asks_for_seat(said.clause, said.coming, about_event=said.about_event):
        return Stance.COMES
    return None


def _asks_whether_possible(clause: Clause) -> bool:
    """ "Is het mogelijk om mij nog in te schrijven?": not so "is het mogelijk om in te schrijven?"."""
    if not (clause.asks and clause.has("possible") and clause.has("me", "us")):
        return False
    begun = [cue.start for cue in clause.cues if cue.kind == "possible"]
    return all(cue.start in begun for cue in clause.cues if cue.kind == "reported")


def _is_elsewhere(said: Said) -> Stance | None:
    """ "Wim blijft thuis"; what the writer does elsewhere may be why they write."""
    clause = said.clause
    of_others = bool(clause.names) or clause.has("he", "him", "person") or not clause.has("i", "me", "we", "you")
    return Stance.STAYS_AWAY if of_others and not said.part and _is_said_to_stay(clause) else None


def _is_said_to_stay(clause: Clause) -> bool:
    """Not so "hij heeft geen andere verplichtingen", "die is nooit ziek", "daar verandert niets aan"."""
    if not clause.has("stays"):
        return False
    others = [cue for cue in clause.cues if cue.kind in ("elsewhere", "remains")]
    said = [c for c in clause.cues if c.kind == "stays" and not any(takes_away(o, c) for o in others)]
    said = [c for c in said if not _lies_in(clause, c, "remains")]  # "daar verandert niets aan"
    said = [c for c in said if not _denies_a_repeat(clause, c)]
    return any(not (_holds(clause, cue, "neg") and _holds(clause, cue, "let_down")) for cue in said)


def _denies_a_repeat(clause: Clause, phrase: Cue) -> bool:
    """ "Die hoeft u niet nog eens op te nemen": its "not" is of a phrase that denies something else."""
    denials = [c for c in clause.cues if c.kind == "neg" and phrase.start <= c.start and c.end <= phrase.end]
    return bool(denials) and all(_lies_in(clause, cue, "no_denial") for cue in denials)


def _lies_in(clause: Clause, phrase: Cue, kind: str) -> bool:
    return any(cue.kind == kind and cue.start <= phrase.start and phrase.end <= cue.end for cue in clause.cues)


def _holds(clause: Clause, phrase: Cue, kind: str) -> bool:
    return any(cue.kind == kind and phrase.start <= cue.start and cue.end <= phrase.end for cue in clause.cues)


# Without one of these no rule finds that a clause says anything of a seat.
TELLING = frozenset(
    "absent adds already attend cancel delegates enrol enrol_noun fewer goes indeed instead later likewise made_of"
    " myself_too neg not_yet off onto party remains replace says_no says_yes seat self_not stays swap takes_back"
    " transfer unable unmissed".split()
)
# What undoes a thing is said with the words of what it undoes: so the undoing is asked for first. Before each rule, the
# cues without one of which it finds nothing, as most do in most clauses; None: it looks at more than cues.
RULES: tuple[tuple[frozenset[str] | None, Callable[[Said], Stance | None]], ...] = (
    (frozenset({"lately"}), _enrolled_lately),
    (frozenset({"takes_back"}), _takes_absence_back),
    (None, _tells_or_asks),
    (frozenset({"booking"}), _adds_to_booking),
    (frozenset({"self_not"}), _stays_away_oneself),
    (frozenset({"remains"}), _remains),
    (frozenset({"replace", "swap", "instead", "off", "transfer", "made_of", "cancel"}), replaces),
    (frozenset({"undone", "cancel", "replace", "fewer"}), _gives_up),
    (frozenset({"later", "not_yet"}), _puts_off),
    (frozenset({"unmissed"}), _would_not_miss),
    (frozenset({"absent", "unable"}), _is_absent),
    (None, last_word),
    (frozenset({"already"}), _is_on_list),
    (frozenset({"neg"}), _does_not_come),
    (None, _signs_up),
    (frozenset({"stays"}), _is_elsewhere),
)
