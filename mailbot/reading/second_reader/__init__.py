"""A second reader, who knows none of the rules: what a person's words alone let expect, learned from labelled mails.

traits.py    what it looks at: the words around a name, the writer's whole letter
model.py     the weight of each trait (weights.json), and what they add up to
opinion.py   what it expects of each person, and how far that is from what the rules read

Two readers who go about it differently seldom make the same mistake; what is done where they agree, and where they
don't, is judgement/agreement.py's. `training/` makes the weights.
"""

from mailbot.reading.second_reader.model import CANCELLED, NOTHING, REGISTERED
from mailbot.reading.second_reader.opinion import distance, fates

__all__ = ["CANCELLED", "NOTHING", "REGISTERED", "distance", "fates"]
