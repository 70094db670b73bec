"""A second reader, who knows none of the rules: what a person's words alone let expect, learned from labelled mails.

letter_words.py  the words of a letter, with marks for names, days and what the configuration calls things
traits.py        what its words' half looks at: the words and cue phrases around a name, the whole letter
model.py         the weight of each trait (fates.json, doubts.json), and what they add up to
script.py        the letter as its other half reads it, in one row; pieces.py: that row in pieces of words (pieces.txt)
network.py       a small language network (network.onnx; its origin and licence: NOTICE), and what it makes of a letter
belongings.py    what that tells of somebody's workshops, organisation, role, diet and needs
models.py        all that it has learned
name_remarks.py    how likely a sentence says something of a name (name_remarks.json)
person_remarks.py  what stands beside names, and how likely whoever has it there may not come (person_remarks.json)
opinion.py       what it expects of each person, how far that is from what the rules read, and what needs a person

Two readers who go about it differently seldom make the same mistake; what is done where they agree, and where they
don't, is judgement/agreement.py's. `training/` makes the weights.
"""

from mailbot.reading.second_reader.belongings import Belongings
from mailbot.reading.second_reader.model import CANCELLED, CHANGED, NOTHING, REGISTERED
from mailbot.reading.second_reader.models import Models
from mailbot.reading.second_reader.network import warm_up
from mailbot.reading.second_reader.opinion import Opinion

__all__ = ["CANCELLED", "CHANGED", "NOTHING", "REGISTERED", "Belongings", "Models", "Opinion", "warm_up"]
