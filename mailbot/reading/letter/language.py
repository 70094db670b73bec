"""Which language a mail is in: Dutch and English are read fully, the others at least recognised.

By the small words of each language (lexicon/languages.toml), each counting less the more languages share it. Measured
beside two detectors on 200 labelled mails: all right in 0.2 ms each (py3langid 199 in 0.3 ms and with numpy,
langdetect 197 in 5 ms and not always the same); on their 1,262 Dutch and English sentences 97 % (85 %, 80 %).
Linear in the text, of which the first LOOKED_AT characters are enough.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import chain
from typing import Literal

from mailbot.reading.lexicon import load
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import kept_alone, rows_of

Language = Literal["nl", "en", "other"]

LOOKED_AT = 3_000
MIN_WORDS = 3
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_IN_WORDS = kept_alone("'")
QUOTED = re.compile(r"^>.*$", re.MULTILINE)
ADDRESS = re.compile(r"\S{1,64}@\S+|https?://\S+|www\.\S+")
# Scripts that none of our languages is written in, by a letter range each: enough to say "another".
SCRIPTS = {"ar": "\u0600-\u06ff", "ru": "\u0400-\u04ff", "el": "\u0370-\u03ff", "he": "\u0590-\u05ff",
           "zh": "\u4e00-\u9fff", "ja": "\u3040-\u30ff", "ko": "\uac00-\ud7af", "ti": "\u1200-\u137f"}  # fmt: skip
ANY_SCRIPT = re.compile(f"[{''.join(SCRIPTS.values())}]")
SCRIPT = late("|".join(f"(?P<{name}>[{letters}])" for name, letters in SCRIPTS.items()))


def language(text: str) -> Language:
    """Dutch, English, or another one; Dutch where nothing tells."""
    found = identify(text)
    return "nl" if found == "nl" else "en" if found == "en" else "other"


@lru_cache(maxsize=8)  # the same text is asked about by letter, by subject and by the mail as a whole
def identify(text: str) -> str:
    """The language as its ISO 639 code ("nl", "en", "fy", "de", "fr", "pap", ...); "nl" where nothing tells."""
    text = text[:LOOKED_AT]
    if ">" in text:
        text = QUOTED.sub("", text)
    if _has_address(text):
        # word by word: from each letter of a text without an address it would look for one
        text = " ".join([ADDRESS.sub(" ", word) if _has_address(word) else word for word in text.split()])
    if script := _script(text):
        return script
    words = Counter(_words(fold(text)))
    scores = _scores(words)
    usual = "en" if scores["en"] > scores["nl"] else "nl"
    other = max(scores.keys() - {"nl", "en"}, key=lambda code: (scores[code], code), default=usual)
    # One stray word ("Den Haag", "di, wo en do", a Spanish surname) makes no German, Papiamento or Spanish.
    return other if scores[other] > scores[usual] and _different(words, other) >= MIN_WORDS else usual


def _has_address(text: str) -> bool:
    return "@" in text or "://" in text or "www." in text


def _words(folded: str) -> Iterable[str]:
    rows = rows_of(folded, _IN_WORDS, WORD)
    if "'" not in folded:
        return rows
    return chain.from_iterable([WORD.findall(row) if "'" in row else (row,) for row in rows])


def _scores(words: Counter[str]) -> defaultdict[str, float]:
    """What the words tell for each language."""
    weights = _weights()
    scores: defaultdict[str, float] = defaultdict(float)
    for word, times in words.items():
        for code, weight in weights.get(word, ()):
            scores[code] += weight * times
    return scores


def _different(words: Counter[str], language: str) -> int:
    """How many different words of that language there are."""
    return sum(any(code == language for code, _ in _weights().get(word, ())) for word in words)


def _script(text: str) -> str | None:
    """The language whose script most of the letters are in, where it isn't Latin."""
    if text.isascii() or not ANY_SCRIPT.search(text):
        return None
    found = Counter(match.lastgroup for match in SCRIPT.finditer(text))
    name, count = found.most_common(1)[0]
    return name if count * 2 > sum(map(str.isalpha, text)) else None


@cache
def _weights() -> dict[str, tuple[tuple[str, float], ...]]:
    """word -> the languages that have it, each with what it tells for it: 1 over the square of how many have it."""
    holders: dict[str, set[str]] = {}
    for code, words in load("languages").items():
        for word in words:
            holders.setdefault(fold(word), set()).add(code)
    return {word: tuple((code, 1 / len(codes) ** 2) for code in sorted(codes)) for word, codes in holders.items()}
