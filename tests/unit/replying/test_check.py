"""What `mailbot templates check` finds, and what `preview` shows."""

from dataclasses import replace

import pytest

from mailbot.domain.answer import Template
from mailbot.domain.event import Round
from mailbot.replying.check import check, preview
from mailbot.replying.samples import samples
from mailbot.replying.templates import LANGUAGES, Templates

from .conftest import an_event, another_event, at

EVENTS = (an_event(), another_event())


def found(folder) -> list[str]:
    return [str(error).removeprefix(f"{folder}/") for error in check(Templates(folder), EVENTS[:1])]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "nl").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    "events",
    [
        EVENTS,
        (replace(an_event(), workshops=(), waitlist=False),),
        (replace(an_event(), rounds=(Round(1, at(12), at(13)), Round(9, at(14), at(15)))),),
    ],
)
def test_mailbots_own_templates_fit_every_case(events):
    assert check(Templates(), events) == []


def test_an_admins_folder_that_is_right_has_nothing_to_report(folder):
    (folder / "README.md").write_text("Onze eigen teksten.")
    (folder / "nl/confirmed.md").write_text("subject: Welkom\n\n{% include '_greeting.md' %}\nTot dan!\n")
    (folder / "nl/confirmed.md~").write_text("een reservekopie")
    (folder / "nl/_voet.md").write_text("Groet!")

    assert found(folder) == []


def test_a_fault_is_told_once_however_many_cases_meet_it(folder):
    (folder / "nl/confirmed.md").write_text("subject: x\n\nBeste {{ naam }},\n\n{{ person.diet }}\n")

    assert found(folder) == ["nl/confirmed.md:3: 'naam' is undefined"]


def test_a_fault_that_only_some_case_meets_is_found(folder):
    (folder / "nl/changed.md").write_text(
        "subject: x\n\nx\n{% for p in people if p.replaces %}{{ p.naam }}{% endfor %}\n{{ person.diet }}\n"
    )

    assert found(folder) == [
        "nl/changed.md:4: a person has no 'naam', is it name?",
        "nl/changed.md:5: there is no value here: ask first, with {% if ... %}",
    ]


def test_a_name_that_nothing_gives_is_found_in_a_branch_that_no_case_takes(folder):
    (folder / "nl/closed.md").write_text("subject: x\n\ny\n{% if unnamed > 99 %}\n{{ aantal }}\n{% endif %}\n")

    assert found(folder) == ["nl/closed.md:5: 'aantal' is undefined"]


def test_a_part_may_use_what_the_template_around_it_has_set(folder):
    (folder / "nl/closed.md").write_text("subject: x\n\n{% set groet = 'Dag' %}\n{% include '_groet.md' %}\n")
    (folder / "nl/_groet.md").write_text("{{ groet }}!\n")

    assert found(folder) == []


def test_a_file_that_no_reply_is_made_from_is_told(folder):
    for file in ("confirmed.md", "de/confirmed.md", "nl/confirmd.md", "nl/oud/confirmed.md", "nl/welkom.md"):
        (folder / file).parent.mkdir(exist_ok=True)
        (folder / file).write_text("subject: x\n\ny\n")

    assert found(folder) == [
        "confirmed.md:0: no reply is made from this file: templates stand in nl/ and en/",
        "de/confirmed.md:0: no reply is made from this file: templates stand in nl/ and en/",
        "nl/confirmd.md:0: no reply is made from this file, is it confirmed.md?",
        "nl/oud/confirmed.md:0: no reply is made from this file: templates stand in nl/ and en/",
        "nl/welkom.md:0: no reply is made from this file",
    ]


def test_faults_of_every_kind_are_told_together(folder):
    (folder / "nl/cancelled.md").write_text("Beste allemaal\n")
    (folder / "nl/promoted.md").write_text("subject: x\n")
    (folder / "nl/waitlisted.md").write_text("subject: x\n\n{% if people %}\n")
    (folder / "nl/closed.md").write_text("subject: x\n\n{% include '_weg.md' %}\n")
    (folder / "nl/_change.md").write_text("{{ person.name | groot }}\n")

    errors = found(folder)

    assert errors == [
        "nl/_change.md:1: No filter named 'groot'.",
        'nl/cancelled.md:1: the first line should be "subject: ..."',
        "nl/closed.md:3: there is no file nl/_weg.md",
        "nl/promoted.md:1: there is no text under the subject line",
        "nl/waitlisted.md:3: Unexpected end of template. Jinja was looking for the following tags: 'elif' or 'else' "
        "or 'endif'. The innermost block that needs to be closed is 'if'.",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", list(Template))
def test_every_reply_has_a_preview_of_an_ordinary_case(name, language):
    page = preview(Templates(), str(name), language, EVENTS)

    assert "Gemeenten en de strijd tegen discriminatie" in page.subject
    assert page.html.startswith(f'<!DOCTYPE html>\n<html lang="{language}"')
    assert "kwaad" not in page.text


def test_a_preview_of_a_reply_that_does_not_exist_is_a_key_error():
    with pytest.raises(KeyError):
        preview(Templates(), "welkom", "nl", EVENTS)


def test_the_cases_hold_every_outcome_and_every_detail():
    people = [p for name in Template for case in samples(name, "nl", EVENTS) for p in case.answer.people]

    assert {str(p.outcome) for p in people} >= {"confirmed", "waitlisted", "cancelled", "changed", "closed"}
    assert any(p.full and p.full[0].round is None for p in people)
    assert any(p.registration and p.registration.diet is None for p in people)
    assert any(p.replaces for p in people)
    assert any("\n" in p.name for p in people)
