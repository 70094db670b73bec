"""The second reader's network: how it is shown a letter, and what it makes of one (all names invented)."""

import os
import string
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mailbot
from mailbot.domain.message import Origin, Screening
from mailbot.reading.case.case import Case
from mailbot.reading.judgement.judge import by_rules
from mailbot.reading.message.parse import parse
from mailbot.reading.second_reader import Models, Opinion
from mailbot.reading.second_reader.letter_words import LetterWords
from mailbot.reading.second_reader.model import CANCELLED, NOTHING, REGISTERED, packaged
from mailbot.reading.second_reader.network import FACTS, Network, seen
from mailbot.reading.second_reader.opinion import half_way, thought_of
from mailbot.reading.second_reader.pieces import LONGEST_ROW, MOST_PIECES, UNKNOWN, vocabulary, word_in_pieces
from mailbot.reading.second_reader.script import END, script
from tests.unit.reading import third_house
from tests.unit.reading.second_house import CONTEXT, mail

SIGNED = "\n\nMet vriendelijke groet,\nMarije Tuinstra"


def letter_of(text: str, **headers: Any) -> LetterWords:
    case = Case(parse(mail(text + SIGNED, **headers)), Screening(Origin.HUMAN), CONTEXT)
    return LetterWords(case, case.own)


def row(text: str, **headers: Any) -> list[str]:
    """The letter's row once it was judged, with people as their names in brackets."""
    letter = letter_of(text, **headers)
    by_rules(letter.case)
    people = thought_of(letter)
    return [token if isinstance(token, str) else f"<{token.name}>" for token, _ in script(letter, people)]


def test_a_row_begins_with_who_writes_and_has_four_parts():
    told = row("Ik kom.", Subject="Mijn aanmelding")
    assert told[0] == "<Marije Tuinstra>"
    assert " ".join(told).split(END)[1].split() == ["Mijn", "aanmelding"]
    assert " ".join(told).split(END)[2].split() == ["Ik", "kom", "."]
    assert told.count(END) == 4


def test_people_days_and_what_the_configuration_names_are_marks():
    one = row("Ik kom donderdag 30 maart met Wim Smit naar de lezing over Leeuwarden.")
    other = row("Ik kom dinsdag 14 april met Noor de Boer naar de lezing over Leeuwarden.")
    assert [token.replace("Noor de Boer", "Wim Smit") for token in other] == one
    assert "<Wim Smit>" in one
    assert "donderdag" not in one


def test_who_is_copied_in_stands_at_the_head():
    assert row("Wim en ik komen.", Cc="Wim Smit <w.smit@leeuwarden.nl>")[1:4] == ["Cc", ":", "<Wim Smit>"]


def test_a_table_is_read_cell_by_cell_with_whom_its_rows_name():
    told = row("Wij komen met z'n tweeën:\n\nNaam\tFunctie\tDieet\nWim Smit\tjurist\t\nNoor de Boer\tgriffier\thalal")
    assert (
        " ".join(told)
        .split(END)[2]
        .endswith(
            "| Naam @cell Functie @cell Dieet | <Wim Smit> @cell jurist | <Noor de Boer> @cell griffier @cell halal "
        )
    )


def test_a_form_is_read_with_its_labels():
    told = row("Graag aanmelden.\n\nNaam......: Wim Smit\nFunctie...: jurist\nKomt: nee")
    assert "| Naam . : <Wim Smit> | Functie . : jurist | Komt : nee" in " ".join(told)


def test_workshops_are_marks_as_people_are_and_rounds_have_their_number():
    text = "Please register me. In round 1 Hedges that pay, at 14:30 the one on frost. I need 2 chairs and 40 sweets."
    case = Case(parse(mail(text + "\n\nAnn Marlow")), Screening(Origin.HUMAN), third_house.CONTEXT)
    letter = LetterWords(case, case.own)
    told = [str(token) for token, _ in script(letter, [case.own.writer])]

    assert told[1:4] == ["@workshop0", "@workshop1", "@workshop2"]
    assert "In round @digit1 @round1 @workshop1 , at" in " ".join(told)
    assert "@round2 the one on @workshop0 ." in " ".join(told)
    assert told[told.index("chairs") - 1] == "@digit2"


def test_who_speaks_of_no_workshop_has_none_in_the_row():
    assert not any(token.startswith("@workshop") for token in row("Ik kom graag naar de lezing."))


def test_addresses_are_not_read():
    assert not any(
        "leeuwarden" in token for token in row("Mijn adres is m.tuinstra@leeuwarden.nl, zie www.leeuwarden.nl.")
    )


@pytest.mark.parametrize("word", ["verhinderd", "aanmelding", "Crème", "antidiscriminatiebeleid", "zaal-3"])
def test_the_pieces_of_a_word_make_the_word(word: str):
    pieces = list(vocabulary()[0])
    assert "".join(pieces[number] for number in word_in_pieces(word)) == f"▁{word}"


def test_a_mark_is_one_piece_and_a_letter_of_another_alphabet_is_unknown():
    assert len(word_in_pieces("@topic")) == 1
    assert UNKNOWN in word_in_pieces("\u0f40\u0f41")


@given(st.text(max_size=400), st.text(alphabet=string.printable, max_size=80))
def test_any_letter_fits_the_network(text: str, subject: str):
    letter = letter_of(text, Subject=" ".join(subject.split()))
    people = thought_of(letter)
    shown = seen(letter, people)
    assert len(shown.row) <= LONGEST_ROW + 2 * MOST_PIECES
    assert max(shown.row) < len(vocabulary()[0])
    assert all(0 <= place < len(shown.row) for places in shown.places for place in places)
    assert all(len(facts) == len(FACTS) for facts in shown.facts)


def test_a_letter_that_is_too_long_for_it_is_cut():
    letter = letter_of("Els Bos en Wim Smit komen, en wie weet wie er nog meer komt. " * 400)
    shown = seen(letter, thought_of(letter))
    assert len(shown.row) <= LONGEST_ROW + 2 * MOST_PIECES
    assert len(Network().think(shown).fates) == len(shown.places)


def fates(text: str) -> dict[str, str]:
    letter = letter_of(text)
    people = thought_of(letter)
    thought = Network().think(seen(letter, people))
    assert all(sum(likely.values()) == pytest.approx(1, abs=1e-3) for likely in thought.fates)
    pairs = zip(people, thought.fates, strict=True)
    return {str(person.name): max(likely, key=likely.__getitem__) for person, likely in pairs}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hierbij meld ik mij aan voor de lezing.", REGISTERED),
        ("Zet u er voor mij ook maar een stoel bij, ik verheug me erop.", REGISTERED),
        ("Helaas lig ik met koorts op bed. Streept u mij maar door.", CANCELLED),
        ("Dank voor de bevestiging!", NOTHING),
    ],
)
def test_what_somebody_asks_for_themselves(text: str, expected: str):
    assert fates(text) == {"Marije Tuinstra": expected}


def test_who_comes_and_who_doesnt():
    told = fates("Wim Smit is er de hele dag bij. Noor de Boer had gewild, maar zij zit in Brussel. Zelf kom ik niet.")
    assert (told["Wim Smit"], told["Noor de Boer"]) == (REGISTERED, NOTHING)


def test_a_letter_that_names_nobody_is_no_trouble():
    assert Network().think(seen(letter_of("Hallo."), [])).fates == []


def test_half_way_between_two_opinions_each_outcome_lies_between_theirs():
    both = half_way({"a": 0.9, "b": 0.1}, {"a": 0.5, "b": 0.5})
    assert 0.5 < both["a"] < 0.9
    assert sum(both.values()) == pytest.approx(1)
    assert half_way({"a": 1.0, "b": 0.0}, {"a": 0.0, "b": 1.0}) == {"a": 0.0, "b": 0.0}  # nobody knows


def test_an_opinion_is_thought_over_by_words_and_network_both():
    text = "Ik kom graag naar de lezing, als mijn dienstrooster het toelaat. Dat hoor ik pas volgende week."
    letter = letter_of(f"{text} Ik laat het u dan nog weten, want de planning is er nog niet uit.")
    first = Opinion(letter.case)
    over = first.thought_over()
    assert over.doubt != first.doubt
    assert over.thought_over() is over


@pytest.mark.parametrize(("times", "few"), [(1, True), (9, False)])
def test_a_line_or_two_is_thought_over_and_known_to_be_no_more(times: int, few: bool):
    first = Opinion(letter_of("Ik kom graag naar de lezing. " * times).case)
    assert first.is_of_few_words is first.thought_over().is_of_few_words is few
    assert first.thought_over() is not first


def test_without_a_network_an_opinion_stays_as_it_is():
    first = Opinion(letter_of("Ik kom graag naar de lezing. " * 9).case, Models(packaged("fates"), packaged("doubts")))
    assert first.thought_over() is first


def test_it_keeps_nothing_on_disk_and_says_nothing(tmp_path: Path):
    program = "from mailbot.reading.second_reader import warm_up; warm_up()"
    places = dict.fromkeys(("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_STATE_HOME"), str(tmp_path))
    environment = {**os.environ, **places, "PYTHONPATH": str(Path(mailbot.__file__).parents[1])}
    environment.pop("ORT_DISABLE_TELEMETRY", None)
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("aside", "plain"),
    [
        ("Alleen is mijn vrouw die week uitgerekend.", "De trein is die dag vast te laat."),
        ("Mijn baas moet er nog wel wat van vinden.", "Mijn baas vond het meteen een goed idee."),
        ("Mijn zus hoort vrijdag of ze op de kinderen kan passen.", "Mijn zus hoorde gisteren dat ze geslaagd is."),
    ],
)
def test_what_is_said_in_passing_is_found_where_it_stands(aside: str, plain: str):
    text = "Goedemorgen,\n\nGraag meld ik mij aan voor de lezing, ik kijk er erg naar uit. {} Ik kom met de fiets."
    doubtful, harmless = (Opinion(letter_of(text.format(said)).case).thought_over() for said in (aside, plain))

    assert doubtful.aside > harmless.aside
    said = doubtful.said_in_passing
    assert said is not None
    whole = letter_of(text.format(aside)).text
    assert whole[said.start : said.end].strip(" .") in aside
