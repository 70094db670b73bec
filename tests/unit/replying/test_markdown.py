"""One Markdown text as plain text and as HTML."""

import pytest

from mailbot.replying.markdown import render


@pytest.mark.parametrize(
    ("markdown", "text", "html"),
    [
        ("Een **dikke** en *schuine* en `vaste` tekst.", "Een dikke en schuine en vaste tekst.\n", None),
        ("twee\nregels", "twee regels\n", "<p>twee\nregels</p>\n"),
        ("twee\\\nregels", "twee\nregels\n", "<p>twee<br>\nregels</p>\n"),
        ("## Kop\n\nalinea", "Kop\n\nalinea\n", "<h2>Kop</h2>\n<p>alinea</p>\n"),
        ("- een\n- twee\n  - drie", "- een\n- twee\n  - drie\n", None),
        ("- een\n\n- twee\n\n  nog", "- een\n\n- twee\n\n  nog\n", None),
        ("3. een\n4. twee", "3. een\n4. twee\n", None),
        ("> citaat\n>\n> verder", "> citaat\n>\n> verder\n", None),
        ("    vast\n      ingesprongen", "vast\n  ingesprongen\n", None),
        ("a\n\n---\n\nb", f"a\n\n{'-' * 40}\n\nb\n", "<p>a</p>\n<hr>\n<p>b</p>\n"),
        ("a \\* b &amp; c &eacute;", "a * b & c é\n", "<p>a * b &amp; c é</p>\n"),
        (
            "[hier](https://x.example/a)",
            "hier (https://x.example/a)\n",
            '<p><a href="https://x.example/a">hier</a></p>\n',
        ),
        ("<https://x.example>", "https://x.example\n", '<p><a href="https://x.example">https://x.example</a></p>\n'),
        ("<jan@x.example>", "jan@x.example\n", None),
    ],
)
def test_both_say_the_same(markdown, text, html):
    as_text, as_html = render(markdown)

    assert as_text == text
    assert html is None or as_html == html


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
        ("a <b>vet</b>", "<p>a &lt;b&gt;vet&lt;/b&gt;</p>\n"),
        ("![foto](https://x.example/p.png)", '<p>!<a href="https://x.example/p.png">foto</a></p>\n'),
        ("www.x.example", "<p>www.x.example</p>\n"),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>\n"),
        ("[x](data:text/html,x)", "<p>[x](data:text/html,x)</p>\n"),
        ("[x](//x.example)", "<p>[x](//x.example)</p>\n"),
    ],
)
def test_no_html_no_images_and_no_links_but_plain_ones(markdown, html):
    assert render(markdown)[1] == html


def test_a_value_as_the_target_of_a_link_is_marked_as_such():
    text, html = render("[\ue0000\ue001](\ue0000\ue001) en [hier](\ue0001\ue001)")

    assert text == "\ue0020\ue003 en hier (\ue0021\ue003)\n"
    assert html == '<p><a href="\ue0020\ue003">\ue0000\ue001</a> en <a href="\ue0021\ue003">hier</a></p>\n'
