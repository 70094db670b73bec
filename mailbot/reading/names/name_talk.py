"""What is said of names: patterns of the words for a part of one, and for a badge with one on it, over folded text.

They are the lexicon's (name_talk.toml), so that whoever wants a name on a badge and whoever looks whether a name that
was told went anywhere mean the same.
"""

from mailbot.reading.lexicon import words
from mailbot.reading.text.fold import any_of

GIVEN_NAME = any_of(words("name_talk", "given"), blank=" ")
LAST_NAME = any_of(words("name_talk", "surname"), blank=" ")
LAST_NAMES = any_of(words("name_talk", "surnames"), blank=" ")
PARTS_OF_NAME = tuple(part for table in ("given", "surname", "others") for part in words("name_talk", table))
PART_OF_NAME = any_of(PARTS_OF_NAME, blank=" ")
HYPHEN = any_of(words("name_talk", "hyphens"), blank=" ")
WITHOUT = any_of(words("name_talk", "without"), blank=" ")
FORMER = any_of(words("name_talk", "former"), blank=" ")
BADGES = (*words("name_talk", "badge"), *words("name_talk", "worn"))
BADGE = any_of(BADGES, blank=" ")
# "Op de badge", "voor mijn naamkaartje", "on her name tag"
ON_BADGE = (
    r"(?:op|voor|on|for)\s(?:(?:een|het|it|de|haar|zijn|hun|mijn|m'n|z'n|the|a|her|his|their|my)\s)?" + rf"{BADGE}s?\b"
)
