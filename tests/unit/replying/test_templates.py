"""Templates: an admin's files, what they may do, and what happens when they are wrong."""

import pytest

from mailbot.errors import TemplateError
from mailbot.replying.templates import Page, Templates
from mailbot.replying.views import context

from .conftest import FEMKE, NOW, PLATFORM, a_person, an_answer, an_entry


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "nl").mkdir()
    (tmp_path / "layout.html").write_text("<html lang='{{ language }}'><title>{{ title }}</title>{{ body }}</html>")
    return tmp_path


def write(folder, body, name="nl/confirmed.md"):
    (folder / name).write_text(body, "utf-8")
    return Templates(folder)


def words(*people, **other):
    return context(an_answer(*people, **other), FEMKE, PLATFORM.name, NOW, (an_entry(),))


def the_page(folder, body, *people, **other) -> Page:
    return write(folder, body).own.page("confirmed", "nl", words(*people, **other))


def the_error(folder, body) -> TemplateError:
    with pytest.raises(TemplateError) as caught:
        the_page(folder, body)
    return caught.value


# -- what a template is ---------------------------------------------------------------------------------------------


def test_a_template_is_a_subject_line_a_blank_line_and_markdown(folder):
    page = the_page(folder, "subject: Dag {{ person.name }}\n\nU komt naar **{{ event.title }}**.\n")

    assert page == Page(
        subject="Dag Femke Nijland",
        text="U komt naar Gemeenten en de strijd tegen discriminatie.\n",
        html=(
            "<html lang='nl'><title>Dag Femke Nijland</title>"
            "<p>U komt naar <strong>Gemeenten en de strijd tegen discriminatie</strong>.</p>\n</html>"
        ),
    )


def test_a_line_of_tags_alone_leaves_nothing_and_a_tag_at_a_line_end_keeps_it(folder):
    body = """{# uitleg #}
subject: {% if people %}Een{% else %}Geen{% endif %}

Eerste{% if people %} alinea{% endif %}

{% for person in people %}
- **naam:** {{ person.name }}
  {% if person.diet %}
- **dieet:** {{ person.diet }}
  {% endif %}
- **kenmerk:** {{ person.reference }}{# einde #}
- klaar
{% endfor %}
"""

    page = the_page(folder, body)

    assert page.subject == "Een"
    assert page.text == "Eerste alinea\n\n- naam: Femke Nijland\n- kenmerk: 7KM4PXN\n- klaar\n"


def test_a_file_that_the_admin_does_not_have_comes_from_mailbot(folder):
    templates = write(folder, "subject: x\n\neigen\n")

    assert templates.own.page("confirmed", "nl", words()).text == "eigen\n"
    assert templates.own.page("waitlisted", "nl", words()).text == (
        templates.packaged.page("waitlisted", "nl", words()).text
    )


def test_an_admins_part_is_used_by_mailbots_own_templates(folder):
    templates = write(folder, "Hoi {{ greeting }}!\n", "nl/_greeting.md")

    assert templates.own.page("confirmed", "nl", words()).text.startswith("Hoi Femke Nijland!\n\nU bent aangemeld")


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm(folder):
    (folder / "nl/confirmed.md").write_bytes("\ufeffsubject: één\r\n\r\ntwee\r\n\r\ndrie\r\n".encode())

    page = Templates(folder).own.page("confirmed", "nl", words())

    assert (page.subject, page.text) == ("één", "twee\n\ndrie\n")


def test_macros_sets_and_joins_put_text_together_without_touching_its_marks(folder):
    body = """subject: x

{% macro bold(text) %}**{{ text }}**{% endmacro %}
{% set both %}{{ bold(person.name) }} en meer{% endset %}
{{ bold("a*b") ~ " & " ~ person.name }}; {{ both }}; {{ [bold("x"), "<y>"] | join(", ") }}; {{ person.name | upper }}
"""

    page = the_page(folder, body, a_person(name="*Jan*"))

    assert page.text == "a*b & *Jan*; *Jan* en meer; x, <y>; *JAN*\n"
    assert (
        "<strong>a*b</strong> &amp; *Jan*; <strong>*Jan*</strong> en meer; <strong>x</strong>, &lt;y&gt;" in page.html
    )


def test_words_of_the_template_itself_stay_what_they_are_from_reply_to_reply(folder):
    body = """subject: x\n\n{{ person.name }}: {{ "a" ~ " & " ~ person.name }}; {{ ["b", "c"] | join(", ") }}\n"""
    templates = write(folder, body)

    texts = [templates.own.page("confirmed", "nl", words(a_person(name=name))).text for name in ("Jan", "Piet")]

    assert texts == ["Jan: a & Jan; b, c\n", "Piet: a & Piet; b, c\n"]


def test_names_are_joined_as_people_would_say_them(folder):
    body = "subject: x\n\n{{ people | join(' en ', attribute='name') }}; {{ people | map(attribute='name') | join }}\n"

    assert the_page(folder, body, a_person(name="A"), a_person(name="B")).text == "A en B; AB\n"


# -- what a value may do --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "[hier](https://x.example)",
        "<b>Jan</b>",
        "**Jan**",
        "# Jan",
        "- Jan",
        "1. Jan",
        "> Jan",
        "```",
        "Jan\\",
        "&lt;Jan&amp;",
        "<jan@x>",
        "{{ 7 * 7 }}",
        "---",
        "a | b",
    ],
)
def test_a_name_is_a_name_wherever_it_stands(folder, name):
    body = "subject: x\n\n{{ person.name }}\n\n- {{ person.name }}\n\n**{{ person.name }}** _{{ person.name }}_\n"
    plain = the_page(folder, body, a_person(name="Jan")).html

    page = the_page(folder, body, a_person(name=name))

    shown = page.text.split("\n")[0]
    assert page.text == f"{shown}\n\n- {shown}\n\n{shown} {shown}\n"
    assert page.html.count("<") == plain.count("<")


def test_only_the_configured_link_can_be_the_target_of_one(folder):
    page = the_page(folder, "subject: x\n\n[Hier]({{ event.url }}) en [{{ event.url }}]({{ event.url }})\n")
    error = the_error(folder, "subject: x\n\n[Hier]({{ person.name }})\n")

    url = "https://www.platform.example/30-maart?a=1&b=2"
    assert page.text == f"Hier ({url}) en {url}\n"
    assert page.html.count('<a href="https://www.platform.example/30-maart?a=1&amp;b=2">') == 2
    assert error.reason == "only event.url can be the target of a link, not what somebody wrote"


# -- the sandbox ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "code",
    [
        "person.__class__",
        "person['__class__']",
        "person.__slots__",
        "''.__class__.__mro__",
        "self.__init__.__globals__",
        "'{0.__class__}'.format(person)",
        "person.name.format.__globals__",
        "people.__class__",
        "cycler.__init__",
        "lipsum()",
        "person.name | safe",
        "person.name | attr('__class__')",
        "people | map(attribute='__class__') | join",
        "people | join(attribute='__class__')",
        "person",
        "people",
        "question",
        "person.diet",
        "m() % person.name",
        "m() + person.name",
        "m().replace('x', person.name)",
        "m().join([person.name])",
        "m() | replace('x', person.name)",
        "m() | format(person.name)",
    ],
)
def test_what_a_template_must_not_do_is_refused_by_line(folder, code):
    error = the_error(folder, f"subject: x\n\n{{% macro m() %}}x%s{{% endmacro %}}\ntekst {{{{ {code} }}}}\n")

    assert (error.file, error.line) == (str(folder / "nl/confirmed.md"), 4)


def test_turning_escaping_off_does_not_let_a_value_through(folder):
    body = "subject: x\n\n{% autoescape false %}{{ person.name }}{% endautoescape %}\n"

    page = the_page(folder, body, a_person(name="[x](https://x.example)"))

    assert page.text == "[x](https: /x. example)\n"
    assert "<a" not in page.html


# -- what is wrong with it ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "line", "reason"),
    [
        ("Beste allemaal\n\ntekst", 1, 'the first line should be "subject: ..."'),
        ("subject:\n\ntekst", 1, 'the first line should be "subject: ..."'),
        ("", 1, 'the first line should be "subject: ..."'),
        ("subject: x\n\n{# niets #}\n", 1, "there is no text under the subject line"),
        ("subject: x\n\na\n{{ persn.name }}", 4, "'persn' is undefined"),
        ("subject: x\n\n{{ person.nmae }}", 3, "a person has no 'nmae', is it name?"),
        ("subject: x\n\n{{ event.zaal }}", 3, "an event has no 'zaal'"),
        ("subject: x\n\n{{ person.diet }}", 3, "there is no value here: ask first, with {% if ... %}"),
        ("subject: x\n\n{% if person %}\na\n", 4, "Unexpected end of template"),
        ("subject: x\n\n{{ person.name | groot }}", 3, "No filter named 'groot'."),
        ('subject: x\n\n\n{% include "_weg.md" %}', 4, "there is no file nl/_weg.md"),
        ('subject: x\n\n{% include "../../etc/passwd" %}', 3, "there is no file nl/../../etc/passwd"),
        ("subject: x\n\n{{ 1 / 0 }}", 3, "division by zero"),
        ('subject: x\n\n{% include "confirmed.md" %}', None, "recursion"),
        ("subject: \ue000\n\nx", 0, "holds private-use characters"),
    ],
)
def test_a_broken_template_is_refused_with_file_line_and_reason(folder, body, line, reason):
    error = the_error(folder, body)

    assert error.file == str(folder / "nl/confirmed.md")
    assert line is None or error.line == line
    assert reason in error.reason


def test_a_file_that_is_not_utf_8_is_refused(folder):
    (folder / "nl/confirmed.md").write_bytes(b"subject: \xe9\xe9n\n\nx")

    with pytest.raises(TemplateError, match=r"confirmed\.md:0: is not UTF-8 text"):
        Templates(folder).own.page("confirmed", "nl", words())


def test_a_fault_in_an_included_part_is_told_where_it_is(folder):
    templates = write(folder, "a\n\n{{ fout }}\n", "nl/_people.md")

    with pytest.raises(TemplateError) as caught:
        templates.own.page("confirmed", "nl", words())

    assert str(caught.value) == f"{folder / 'nl/_people.md'}:3: 'fout' is undefined"


@pytest.mark.parametrize(
    ("layout", "reason"),
    [
        ("<p>{{ titel }}</p>{{ body }}", "layout.html:1: 'titel' is undefined"),
        ("<p>{{ title }}</p>", "layout.html:0: the reply's text is missing: it goes where {{ body }} stands"),
        (
            "{{ title.__class__ }}{{ body }}",
            "layout.html:1: access to attribute '__class__' of 'str' object is unsafe.",
        ),
    ],
)
def test_a_broken_layout_is_told_as_such(folder, layout, reason):
    (folder / "layout.html").write_text(layout)

    assert str(the_error(folder, "subject: x\n\ny")) == f"{folder}/{reason}"


def test_a_template_broken_while_mailbot_runs_costs_nobody_an_answer(folder):
    templates = write(folder, "subject: x\n\n{{ fout }}\n")

    pages = [templates.page("confirmed", "nl", words()) for _ in range(3)]

    assert pages == [templates.packaged.page("confirmed", "nl", words())] * 3
    assert list(map(str, templates.broken)) == [f"{folder / 'nl/confirmed.md'}:3: 'fout' is undefined"]
