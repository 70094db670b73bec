"""Do words of weight stand in a clause that came to nothing? Then it wasn't understood, and a person should look."""

from mailbot.reading.account.cue_senses import coming_cues, is_live, says_already
from mailbot.reading.account.replacing import exchanges_a_thing
from mailbot.reading.account.saying import is_of_a_thing, is_on_another_list
from mailbot.reading.letter.clauses import Clause


def _asks_who_is_on_list(clause: Clause) -> bool:
    """ "Is er vanuit Tiel al iemand aangemeld?": nobody of whom we speak."""
    return clause.asks and not clause.names and not clause.has("i", "me", "we", "us", "he", "him", "mine")


def is_unexplained(clause: Clause) -> bool:
    """Whether words of weight stand in a clause that came to nothing: a seat, a list, a "not" beside coming."""
    if is_live(clause, "neg") and coming_cues(clause):
        return not clause.has("no_substitute", "unbooked")  # "nobody will be coming in my stead"
    if clause.has("undone", "considered") or is_of_a_thing(clause):
        return False
    if clause.has("booking") and clause.has("adds", "remains"):
        return False
    already = says_already(clause) and not clause.has(
        "wish", "unbooked", "by_themselves", "noted_at"
    )  # "ik had me nog niet aangemeld"
    already = already and not (_asks_who_is_on_list(clause) or is_on_another_list(clause))
    replaced = is_live(clause, "replace") and not clause.has("neg") and not exchanges_a_thing(clause)
    return is_live(clause, "cancel") or already or replaced
