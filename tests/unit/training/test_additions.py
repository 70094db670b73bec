"""What is added to labelled mails to teach what a doubt is (all names invented)."""

from typing import Any

import pytest

from training.additions import with_additions

MAIL: dict[str, Any] = {
    "id": "XX-001",
    "text": "Hallo,\n\nIk kom graag op 30 maart.\n\nGroet,\nEls Bos\n",
    "gold": {"kind": "signup", "review": "no", "requests": [{"action": "register", "name": "Els Bos"}]},
}


def added(doubt: dict[str, str], plain: dict[str, str] | None = None) -> list[dict[str, Any]]:
    plain = plain or {"after": "30 maart.", "add": " De trein is vast te laat."}
    return list(with_additions(iter([MAIL]), iter([{"id": "XX-001", "doubt": doubt, "plain": plain}])))


def test_a_mail_comes_twice_and_the_doubtful_one_quotes_what_makes_it_so():
    doubtful, plain = added({"after": "30 maart.", "add": " Als mijn baas het goedvindt."})

    assert (doubtful["id"], doubtful["gold"]["review"]) == ("XX-001-doubt", "must")
    assert "30 maart. Als mijn baas het goedvindt.\n\nGroet" in doubtful["text"]
    assert doubtful["gold"]["doubt"] == "Als mijn baas het goedvindt."
    assert (plain["id"], plain["gold"]["review"]) == ("XX-001-plain", "no")
    assert "doubt" not in plain["gold"]
    assert MAIL["gold"]["review"] == "no"


@pytest.mark.parametrize(
    ("put", "quoted"),
    [
        ("Ik kom misschien op 30 maart.", "misschien"),
        ("Ik kwam graag op 30 maart, als het mocht.", "kwam graag op 30 maart, als het mocht."),
    ],
)
def test_of_a_changed_line_the_new_words_are_quoted_whole(put: str, quoted: str):
    doubtful, _ = added({"find": "Ik kom graag op 30 maart.", "put": put})

    assert doubtful["gold"]["doubt"] == quoted


@pytest.mark.parametrize("place", ["maart, en", "a"])
def test_a_place_that_is_none_or_several_is_refused(place: str):
    with pytest.raises(ValueError, match=r"stands \d+ times"):
        added({"after": place, "add": " misschien"})
