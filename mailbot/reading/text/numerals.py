"""Numerals that aren't digits, folded, as all text is that is compared."""

# As rounds are numbered by
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}

# Two who were named, or two things, spoken of together
BOTH_OF_THEM = r"(?:allebei|beiden?|both)"
