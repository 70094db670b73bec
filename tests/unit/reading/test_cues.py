"""Cue phrases and what they come to in a clause."""

import pytest
from hypothesis import given
from hypothesis.strategies import lists, sampled_from

from mailbot.reading.account import saying
from mailbot.reading.account.cue_senses import coming_cues
from mailbot.reading.account.saying import stance_of
from mailbot.reading.account.stance import Said, Stance
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.cue_phrases import corrected, number
from mailbot.reading.letter.cues import Cue, may_have, scan, tokens
from mailbot.reading.letter.units import UnitKind, units
from mailbot.reading.lexicon import load

PIECES = ["robot.", "(mijn", "opdracht)", "system", "message,", "wethouder", "marktkraam", "\n\n", "- ", "3.", "mr."]


def kinds(text: str) -> set[str]:
    return {cue.kind for cue in scan(tokens(text))}


def test_a_phrase_reaches_over_the_words_in_its_gap() -> None:
    assert "enrol" in kinds("meld ik mij graag namens de afdeling aan")


def test_no_phrase_reaches_over_the_end_of_a_sentence() -> None:
    assert "enrol" not in kinds("Ik meld dit. Kijk aan")


def test_a_word_with_one_letter_wrong_counts_where_it_is_long_enough() -> None:
    assert corrected("aanmedlen") == "aanmelden"
    assert corrected("komt") is None
    assert "enrol" in kinds("ik wil me aanmedlen")


def test_a_word_that_is_a_key_word_is_no_mistake_of_another() -> None:
    assert corrected("afmelden") == "afmelden"


@pytest.mark.parametrize(("word", "value"), [("drie", 3), ("3", 3), ("two", 2), ("2023", None), ("veel", None)])
def test_numbers_that_count_people(word: str, value: int | None) -> None:
    assert number(word) == value


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Ik kom graag op 30 maart.", Stance.COMES),
        ("Hierbij mijn aanmelding.", Stance.COMES),
        ("Zet mij maar op de lijst.", Stance.COMES),
        ("Wethouder Jansen neemt graag deel.", Stance.COMES),
        ("Could you put me down for it?", Stance.COMES),
        ("Ik kom niet.", Stance.STAYS_AWAY),
        ("Piet is helaas verhinderd.", Stance.STAYS_AWAY),
        ("Ik kom niet alleen voor de lunch.", Stance.COMES),
        ("Ik sla de laatste ronde over.", Stance.NOTHING),
        ("Lunch hoeft voor mij niet.", Stance.NOTHING),
        ("Ik moet mij helaas afmelden.", Stance.CANCELS),
        ("Piet komt in mijn plaats.", Stance.REPLACES),
        ("Geef mijn plek maar aan iemand anders.", Stance.CANCELS),
        ("Ik sta al op de lijst.", Stance.BOOKED),
        ("Zet ons nog nergens op.", Stance.LATER),
        ("Vorig jaar moest ik me afmelden.", Stance.NOTHING),
        ("Via een collega kwam ik bij jullie uit.", Stance.NOTHING),
        ("Er komen bij ons veel meldingen binnen.", Stance.NOTHING),
    ],
)
def test_a_clause_says_what_becomes_of_a_seat(sentence: str, stance: Stance) -> None:
    clause = units(sentence)[0].clauses[-1]

    assert stance_of(clause) is stance


def test_a_list_a_table_and_a_form_are_cut_into_entries() -> None:
    text = "Graag aanmelden:\n- Jan Bos\n- Piet Smit\n\nNaam\tFunctie\tDieet\nEls\tgriffier\t-\n\nFunctie: raadslid"

    found = [unit.kind for unit in units(text)]

    assert found == [UnitKind.SENTENCE, UnitKind.ITEM, UnitKind.ITEM, UnitKind.ROW, UnitKind.ROW, UnitKind.FIELD]


def test_what_stands_in_brackets_is_said_aside() -> None:
    clauses = units("Bram en Selin (die rijdt) en ik komen.")[0].clauses

    assert [(clause.aside, [str(name.name) for name in clause.names]) for clause in clauses] == [
        (True, []),
        (False, ["Bram", "Selin"]),
    ]


def test_a_line_that_a_program_wrapped_goes_on_and_one_that_was_ended_does_not() -> None:
    wrapped = (
        "Hierbij meld ik mij graag aan voor de bijeenkomst die u op dertig\n"
        "Maart houdt in de stad, zoals elk jaar om deze tijd van het jaar\n"
    )
    ended = "Jan Bos\nPiet Smit\n"

    assert len(units(wrapped)) == 1
    assert len(units(ended)) == 2


def test_no_rule_goes_by_cues_that_are_not_asked_for_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """`TELLING` saves asking the rules about most clauses; a rule that needs another kind of cue must be in it."""
    others = sorted({kind for file in ("cues.nl", "cues.en", "cues.other") for kind in load(file)} - saying.TELLING)
    pairs = [(one, other) for one in others for other in others if one <= other]
    monkeypatch.setattr(saying, "TELLING", frozenset(others))  # so that every rule is asked

    told = [pair for pair in pairs if stance_of(clause_of(*pair), about_event=True, booked=True) is not Stance.NOTHING]

    assert told == []


def test_no_rule_finds_anything_without_the_cues_that_are_asked_for_before_it() -> None:
    """`RULES` names them, so that most rules needn't be asked about most clauses."""
    kinds = sorted({kind for file in ("cues.nl", "cues.en", "cues.other") for kind in load(file)})
    pairs = [(one, other) for one in kinds for other in kinds if one <= other]
    found = []

    for pair in pairs:
        clause = clause_of(*pair)
        said = Said(clause, coming_cues(clause), "part" in pair, "neg" in pair, about_event=True, booked=True)
        for needed, rule in saying.RULES:
            if needed is not None and needed.isdisjoint(pair) and rule(said) is not None:
                found.append((rule.__name__, pair))

    assert found == []


@given(lists(sampled_from(PIECES)))
def test_a_text_in_which_no_phrase_may_begin_has_none(words: list[str]) -> None:
    text = " ".join(words)

    found = scan(tokens(text), kinds=frozenset({"instruction", "person"}))

    assert may_have(text, frozenset({"instruction", "person"})) or not found


def clause_of(*kinds: str) -> Clause:
    cues = tuple(Cue(kind, 4 * at, 4 * at + 3, "nl") for at, kind in enumerate(kinds))
    return Clause(0, 4 * len(kinds), cues, ())
