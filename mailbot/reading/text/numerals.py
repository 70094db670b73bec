"""Roman numerals, as rounds are numbered by: folded, as all text is that is compared."""

ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}
