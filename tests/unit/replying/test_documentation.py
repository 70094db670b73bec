"""docs/templates.md tells an admin everything that a template can use, and nothing that it can't."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from mailbot.domain.answer import Template
from mailbot.replying.sandbox import KEPT_FILTERS
from mailbot.replying.views import ChoiceView, EventView, GroupView, PersonView, RoundView, context

from .conftest import NOW, an_answer

DOCUMENT = (Path(__file__).parents[3] / "docs/templates.md").read_text("utf-8")
CODE = set(re.findall(r"`([^`\n]+)`", DOCUMENT))

VIEWS = {"event": EventView, "person": PersonView, "group": GroupView, "choice": ChoiceView, "round": RoundView}


@pytest.mark.parametrize("name", VIEWS)
def test_every_field_is_documented_and_every_documented_field_exists(name):
    documented = {code.partition(".")[2] for code in CODE if re.fullmatch(rf"{name}\.\w+", code)}

    assert documented == {field.name for field in fields(VIEWS[name])}


def test_every_name_that_a_template_is_given_is_documented():
    assert set(context(an_answer(), "", "", NOW, ())) <= CODE


def test_every_reply_and_every_filter_is_documented():
    assert {f"{template}.md" for template in Template} <= CODE
    assert {name for name in KEPT_FILTERS if name != "d"} | {"join"} <= CODE
