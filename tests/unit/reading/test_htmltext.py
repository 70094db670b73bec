"""HTML to lines: what stands in the text, what is left out, and what a table becomes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.reading.message.htmltext import html_to_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>een</p><p>twee</p>", "een\n\ntwee"),
        ("<div>een</div><div>twee</div>", "een\ntwee"),
        ("<div>een<br></div><div><br></div><div>twee</div>", "een\n\ntwee"),
        ('<p class="MsoNormal">een</p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal>twee</p>', "een\n\ntwee"),
        ('<p style="margin:0">een</p><p style="margin: 0cm">twee</p>', "een\ntwee"),
        ("een\n  twee\tdrie", "een twee drie"),
        ("1<sup>e</sup> ronde", "1e ronde"),
        ("<b>Naam:</b>Jan", "Naam:Jan"),
        ("<pre>een\n  twee</pre>", "een\n  twee"),
        ("<ul><li>een</li><li>twee</ul>drie", "- een\n- twee\n\ndrie"),
        ('<ol start="3"><li>drie<li>vier</ol>', "3. drie\n4. vier"),
        ("<ul><li>een<ul><li>dieper</li></ul></li></ul>", "- een\n- dieper"),
        ("boven<hr>onder", "boven\n________________________________\nonder"),
        ("&eacute;&#233;&#xe9;&amp;&nbsp;&lt;b&gt;", "ééé& <b>"),
        ("&#99999999999999999999; &onzin; a & b", "&#99999999999999999999; &onzin; a & b"),
        ("een<!-- nee --><![if !x]>twee<![endif]><?xml nee?>", "eentwee"),
        ("<style>p {}</style><title>nee</title>ja<script>nee('<p>')</script>", "ja"),
        ('<img alt="a > b" src="x">ja<a title=\'"\'> ook</a>', "ja ook"),
        ('<a href="mailto:jan@x.nl?subject=a">Jan</a>, <a href="mailto:p@x.nl">p@x.nl</a>', "Jan <jan@x.nl>, p@x.nl"),
        ('<a href="https://x.nl">de site</a>', "de site"),
        ("<p>open <b>en nooit dicht", "open en nooit dicht"),
        ("geen html < 3 en > 2", "geen html < 3 en > 2"),
    ],
)
def test_html_reads_as_a_person_sees_it(html: str, text: str) -> None:
    assert html_to_text(html).text == text


@pytest.mark.parametrize(
    "hidden",
    [
        "display:none",
        "DISPLAY : none !important",
        "visibility: hidden",
        "mso-hide:all",
        "font-size:0",
        "font-size: 0px",
    ],
)
def test_what_is_hidden_is_not_read(hidden: str) -> None:
    found = html_to_text(f'<div style="{hidden}">nee<div>nee</div>nee</div>ja')

    assert (found.text, found.struck) == ("ja", False)


@pytest.mark.parametrize("struck", ["<s>", "<strike>", "<del>", '<span style="text-decoration: line-through">'])
def test_what_is_struck_out_is_left_out_and_told(struck: str) -> None:
    name = struck.strip("<>").split()[0]

    found = html_to_text(f"Jan, {struck}Piet <b>Bak</b></{name}> en Kees")

    assert (found.text, found.struck) == ("Jan, en Kees", True)


def test_a_line_through_a_cell_that_is_never_ended_ends_with_the_cell() -> None:
    found = html_to_text("<table><tr><td><s>Piet</td><td>blijft</td></tr><tr><td>Jan</td><td>ook</td></tr></table>")

    assert found.text == "blijft\nJan\took"


def test_font_sizes_that_only_begin_with_a_nought_are_seen() -> None:
    assert html_to_text('<p style="font-size:0.9em">ja</p>').text == "ja"


@pytest.mark.parametrize(
    ("html", "rows"),
    [
        ("<tr><th>Naam</th><th>Dieet</th></tr><tr><td>Jan</td><td></td></tr>", ["Naam\tDieet", "Jan"]),
        ("<tr><td>a<td>b<tr><td>c<td>d", ["a\tb", "c\td"]),  # end tags forgotten
        ("<tr><td>Jan<br>de Vries</td><td><p>wethouder</p></td></tr>", ["Jan de Vries\twethouder"]),
        ("<tr><td>a</td><td>b</td><td>c</td></tr><tr><td></td><td>x</td><td></td></tr>", ["a\tb\tc", "\tx"]),
        ('<tr><td colspan="2">a</td><td>b</td></tr>', ["a\t\tb"]),
        (
            '<tr><td>Jan</td><td rowspan="2">Ede</td><td>ja</td></tr><tr><td>Piet</td><td>nee</td></tr>',
            ["Jan\tEde\tja", "Piet\tEde\tnee"],
        ),
        (
            '<tr><td rowspan="3">Ede</td><td>Jan</td></tr><tr><td>Piet</td></tr><tr><td>Kees</td></tr>',
            ["Ede\tJan", "Ede\tPiet", "Ede\tKees"],
        ),
    ],
)
def test_a_table_is_a_line_a_row_with_its_cells_under_their_heads(html: str, rows: list[str]) -> None:
    found = html_to_text(f"<table>{html}</table>")

    assert (found.text.split("\n"), found.rows) == (rows, rows)


def test_a_table_that_lays_out_a_page_gives_its_passages() -> None:
    page = "<table><tr><td><table><tr><td>Naam</td><td>Jan</td></tr></table><p>Groet</p></td><td>logo</td></tr></table>"

    assert html_to_text(page).text == "Naam\tJan\n\nGroet\nlogo"


def test_quotes_carry_their_depth_and_an_indent_none() -> None:
    html = '<blockquote>een<blockquote>twee</blockquote></blockquote><blockquote style="border:none">zelf</blockquote>'

    assert html_to_text(html).text == "> een\n>>\n>> twee\n\nzelf"


def test_outlooks_border_above_an_older_mail_is_a_line() -> None:
    html = "nieuw<div style='border:none;border-top:solid #E1E1E1 1.0pt'><p class=MsoNormal><b>Van:</b> Jan</p></div>"

    assert html_to_text(html).text == "nieuw\n________________________________\nVan: Jan"


@given(st.text(alphabet="<>/ab \"'=&;!-stdrlipoqu#1\n", max_size=400))
def test_no_markup_whatever_makes_it_raise_or_shows_a_tag(source: str) -> None:
    found = html_to_text(source)

    assert "<td" not in found.text
    assert "\n\n\n\n" not in found.text.replace("<br>", "")
