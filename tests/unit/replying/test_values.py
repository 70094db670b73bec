"""What becomes of a stranger's words before they stand in a mail of the platform."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from linkify_it import LinkifyIt
from linkify_it.tlds import TLDS

from mailbot.replying.values import LONGEST, Url, address, defuse, fill_html, fill_text, own, single_line

# As eager as any mail client: every top-level domain there is, and addresses without a scheme.
CLIENT = LinkifyIt(options={"fuzzy_link": True, "fuzzy_email": True}).tlds(TLDS)

WORDS = (
    "http https :// : // / \\ www . 。 ． .com .nl @ evil Jan P. de mailto: ftp:// \u200b \u202e [ ]( <a> xn--".split()
)
pieces = st.lists(st.sampled_from([*WORDS, " ", "\n"]) | st.characters(), max_size=14).map("".join)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Jan de Vries", "Jan de Vries"),
        ("J.P.M. de Vries-'t Hart", "J.P.M. de Vries-'t Hart"),
        ("drs. H.W. van der Sluis", "drs. H.W. van der Sluis"),
        ("Ayşe Kaya", "Ayşe Kaya"),
        ("lunch om 12.30, tel. 06-12345678", "lunch om 12.30, tel. 06-12345678"),
        ("let op: om 12:30", "let op: om 12:30"),
        ("en/of glutenvrij", "en/of glutenvrij"),
        ("www.kwaad.example", "www. kwaad. example"),
        ("https://kwaad.example/x", "https: /kwaad. example/x"),
        ("jan@kwaad.example", "jan@kwaad. example"),
        ("mailto:jan", "mailto: jan"),
        ("kwaad。example", "kwaad. example"),
        ("\\\\server\\map", "\\server\\map"),
        ("  twee\r\nregels\t ", "twee regels"),
        ("\u202eomgekeerd\u200b\x00\ue000", "omgekeerd"),
        ("\ud800half", "half"),
    ],
)
def test_a_strangers_words_stay_readable_and_become_no_link(said, shown):
    assert defuse(said) == shown


def test_words_beyond_all_measure_are_cut():
    cut = defuse("a" * 5000)

    assert cut == "a" * (LONGEST - 1) + "…"


@given(pieces)
@example("a.b.co")
@example("x://y")
def test_no_client_finds_a_link_in_a_strangers_words(text):
    assert CLIENT.match(defuse(text)) is None


@given(pieces)
def test_defusing_twice_is_defusing_once(text):
    once = defuse(text)

    assert defuse(str(once)) == once


@given(st.text())
def test_a_single_line_holds_only_what_can_be_seen(text):
    line = single_line(text)

    assert line.splitlines() in ([], [line])
    assert line == line.strip()
    assert line.isprintable()


def test_the_platforms_own_words_keep_their_links():
    assert own("Zaal 1\n(www.zaal.example)") == "Zaal 1 (www.zaal.example)"
    assert defuse(own("www.zaal.example")) == "www.zaal.example"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("jan.de-vries+x@utrecht.example", "jan.de-vries+x@utrecht.example"),
        ("jan@utrecht.example, www.kwaad.example", "jan@utrecht. example, www. kwaad. example"),
        ("https://kwaad.example", "https: /kwaad. example"),
    ],
)
def test_an_address_is_shown_whole_only_where_it_is_nothing_else(said, shown):
    assert address(said) == shown


def test_values_are_escaped_for_where_they_land():
    values = [own("<b> & \"'"), Url('https://x.example/?a=1&b="2')]

    assert fill_text("\ue0000\ue001 \ue0021\ue003", values) == '<b> & "\' https://x.example/?a=1&b="2'
    assert fill_html("\ue0000\ue001 \ue0021\ue003", values) == (
        "&lt;b&gt; &amp; &quot;&#x27; https://x.example/?a=1&amp;b=&quot;2"
    )


@pytest.mark.parametrize(
    "link", ["www.kwaad.nl", "kwaad.nl/x", "https://10.0.0.1", "jan@kwaad.nl", "//kwaad.nl", "t.co"]
)
def test_what_is_defused_would_have_been_a_link(link):
    assert CLIENT.match(link)
    assert CLIENT.match(defuse(link)) is None
