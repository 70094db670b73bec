"""Templates that are run once for many attendees: nobody ever gets another one's words, and nothing is guessed."""

import pytest

from mailbot.domain.answer import Template
from mailbot.replying.samples import samples
from mailbot.replying.stand_ins import LooksCloser, StandIn
from mailbot.replying.templates import LANGUAGES, Templates
from mailbot.replying.views import context

from .conftest import FEMKE, NOW, a_person, a_registration, an_answer, an_event, another_event


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "nl").mkdir()
    (tmp_path / "layout.html").write_text("<title>{{ title }}</title>{{ body }}")
    return tmp_path


def words(*people):
    return context(an_answer(*people), FEMKE, "", NOW, ())


def called(name, **other):
    return a_person(name=name, registration=a_registration(name, **other))


def texts(folder, body, *people):
    """The text of a reply to each of these people, by the same templates."""
    (folder / "nl" / "confirmed.md").write_text(f"subject: x\n\n{body}\n", "utf-8")
    templates = Templates(folder)
    return [templates.own.page("confirmed", "nl", words(person)).text for person in people]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", Template)
def test_a_page_is_the_same_with_stand_ins_as_without(name, language):
    templates = Templates().packaged

    for sample in samples(name, language, (an_event(), another_event())):
        said = context(sample.answer, sample.recipient, sample.platform, sample.when, sample.calendar)
        page = templates.page(str(name), language, said)

        assert page == templates._render(f"{language}/{name}.md", language, said)
    assert not templates._looking_closer


def test_one_reply_has_nothing_of_the_one_before_it(folder):
    body = "{{ person.name }} {{ person.diet or 'alles' }} {% if person.phone %}{{ person.phone }}{% endif %}"
    people = (called("Jan Bos", diet="vegan"), called("Piet <Vos> & zn", phone="06-1"), called("Els", diet="halal"))

    assert texts(folder, body, *people) == ["Jan Bos vegan\n", "Piet <Vos> & zn alles 06-1\n", "Els halal\n"]


@pytest.mark.parametrize(
    ("body", "jan", "piet"),
    [
        ("{{ person.name | length }}", "3", "4"),
        ("{{ person.name | upper }}", "JAN", "PIET"),
        ("{{ person.name[0] }}", "J", "P"),
        ("{{ person.name | int(5) }}", "5", "5"),
        ("{{ person.name | list | join('.') }}", "J.a.n", "P.i.e.t"),
        ("{% if person.name == 'Jan' %}a{% else %}b{% endif %}", "a", "b"),
        ("{% if person.name in ['Jan'] %}a{% else %}b{% endif %}", "a", "b"),
        ("{% if 'i' in person.name %}a{% else %}b{% endif %}", "b", "a"),
        ("{% if person.name < 'K' %}a{% else %}b{% endif %}", "a", "b"),
        ("{{ {'Jan': 1}[person.name] | default(2) }}", "1", "2"),
        ("{% if person.name is string %}a{% else %}b{% endif %}", "a", "a"),
        ("{% if person.name is sequence and person.name is iterable %}a{% endif %}", "a", "a"),
        ("{% if person.name is eq('Jan') %}a{% else %}b{% endif %}", "a", "b"),
        ("{% if people | selectattr('name', 'eq', 'Jan') | list %}a{% else %}b{% endif %}", "a", "b"),
        ("{{ person.name ~ '!' }}", "Jan!", "Piet!"),
        ("{{ person.name + '!' }}", "Jan!", "Piet!"),
        ("{{ '%s!' % person.name }}", "Jan!", "Piet!"),
        ("{{ person.name * 2 }}", "JanJan", "PietPiet"),
        ("{% for letter in person.name %}{{ loop.index }}{% endfor %}", "123", "1234"),
    ],
)
def test_a_template_that_looks_closer_at_a_word_is_right_for_everybody(folder, body, jan, piet):
    assert texts(folder, body, a_person(name="Jan"), a_person(name="Piet")) == [f"{jan}\n", f"{piet}\n"]


@pytest.mark.parametrize("look", [str, repr, hash, len, list, int, float, lambda word: word == "x", lambda w: w.upper])
def test_a_stand_in_says_no_more_than_that_it_is_there(look):
    with pytest.raises(LooksCloser):
        look(StandIn(0))
    assert StandIn(0)
