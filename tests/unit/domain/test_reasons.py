"""Every reason that the code can give has its sentence."""

import ast
from pathlib import Path

import pytest

import mailbot
from mailbot.domain.reading import Kind
from mailbot.domain.reasons import REASONS, sentence
from mailbot.reading.message.defects import UNREAD
from tests.unit.domain.reason_words import Finder, reasons_in

HOUSE = Path(mailbot.__file__).parent
GIVING = [
    p for room in ("domain", "reading", "pipeline") for p in (HOUSE / room).rglob("*.py") if p.name != "reasons.py"
]


def test_every_reason_that_the_code_gives_has_its_sentence():
    given = reasons_in(GIVING)

    assert {reason: place for reason, place in given.items() if reason not in REASONS} == {}


def test_the_search_for_reasons_finds_one_from_each_corner():
    given = reasons_in(GIVING)

    from_each = {
        "bounce": "a table that the first match is taken of",
        "too_many_today": "a table walked through",
        "not_yours": "Unclear",
        "nothing_to_change": "within a call, by position",
        "unreadable": "a keyword",
        "condition": ".doubt",
        "attachment": "a list that a function returns",
    }
    assert sorted(from_each.keys() - given.keys()) == []


@pytest.mark.parametrize(
    "code",
    [
        "reasons = ('planted',)",
        "reasons: list[str] = []\nreasons += ['planted']",
        "person.doubts.append('planted')",
        "problems['planted'] = None",
        "return_value = Reading(kind, reasons=('planted',) if unsure else ())",
        "def why(x):\n    found = []\n    found.append('planted')\n    return found\nreasons = [*why(1)]",
        "def why(x):\n    return None if x else 'planted'\nreason = why(1)",
        "def doubts_of(x):\n    yield 'planted'",
        "TABLE = ((is_odd, 'planted'),)\nfor test, reason in TABLE: pass",
        "class Found:\n    event: str\n    doubts: tuple\nFound('x', ('planted',))",
        "account.doubt('planted')",
        "return_value = Unclear('planted')",
    ],
)
def test_a_planted_reason_is_found(code: str):
    assert Finder({"planted.py": ast.parse(code)}).run().keys() == {"planted"}


@pytest.mark.parametrize(
    "code",
    [
        "if 'innocent' in reasons: pass",
        "clear = reasons != ('innocent',)",
        "reasons = [r for r in account.doubts if r != 'innocent']",
        "kind = 'innocent'",
        "reasons = tuple(words('innocent'))",
    ],
)
def test_what_is_only_compared_is_no_reason(code: str):
    assert Finder({"innocent.py": ast.parse(code)}).run() == {}


def test_every_defect_after_which_a_mail_is_not_read_in_full_has_its_sentence():
    assert sorted(str(defect) for defect in UNREAD if defect not in REASONS) == []


def test_every_kind_of_mail_that_is_left_alone_has_its_sentence():
    left_alone = [Kind.QUESTION, Kind.AUTOMATIC, Kind.UNRELATED]

    assert [kind for kind in left_alone if kind not in REASONS] == []


def test_every_sentence_is_one():
    badly_formed = [s for s in REASONS.values() if not (s[0].isupper() or s.startswith("mailbot ")) or s[-1] != "."]

    assert badly_formed == []


def test_a_mistake_of_ours_is_told_as_one():
    assert sentence("KeyError in mailbot.reading.read:31") == (
        "Bij het verwerken van de mail ging iets mis: KeyError in mailbot.reading.read:31."
    )


def test_a_reason_that_is_not_known_is_shown_as_it_is():
    assert sentence("brand_new") == "De reden is: brand_new."


def test_what_is_a_sentence_already_stays_one():
    assert sentence("there is no mail number 5") == "there is no mail number 5"
