"""Any string gives clean text with a layout that fits it; markup in any state gives what a person could read."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.layout import BlockKind, Layout, prose
from reader.domain.plain_text import clean_line, clean_text
from reader.feeds.html_blocks.blocks import fragment_text, page_words_text, tree_text
from reader.feeds.html_blocks.inline import inline_text
from reader.feeds.html_words import page_words

TAGS = (
    *(
        "p",
        "div",
        "a",
        "b",
        "i",
        "em",
        "strong",
        "br",
        "hr",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "q",
        "pre",
    ),
    *(
        "code",
        "h1",
        "h2",
        "h6",
        "table",
        "thead",
        "tr",
        "td",
        "th",
        "caption",
        "figure",
        "figcaption",
        "img",
        "picture",
    ),
    *(
        "source",
        "video",
        "iframe",
        "object",
        "noscript",
        "script",
        "style",
        "svg",
        "title",
        "textarea",
        "select",
        "base",
    ),
    *("template", "span", "font", "center", "sup", "plaintext", "frameset", "unknown", "o:p", "button", "body", "html"),
)
ATTRIBUTES = (
    *('href="https://a.example/x?utm_source=r&amp;b=1#c"', "href=/rel", 'href="javascript:x()"', "href='mailto:a@b.c'"),
    *('href="https://www.facebook.com/sharer?u"', "href=http://[", 'src="https://a.example/i.jpg"', "src=data:x"),
    *(
        'alt="A cat"',
        'alt="😀"',
        "alt=''",
        "width=1",
        "hidden",
        'style="display:none"',
        "aria-hidden=true",
        "class=emoji",
    ),
    *("title='T &lt;b&gt; &#27;[31m'", "start=7", "value=99999999999999999999", "colspan=3", "rowspan=2", "rowspan=x"),
    *('srcset="/a.jpg 1x, /b.jpg 2x"', "data-src=/lazy.jpg", "lang=fr", 'class="wp-caption"', "x='", 'y="', "="),
)
WORDS = (
    *("words", " ", "\n", "\n\n", "  two  ", "«\xa0oui\xa0»", "&nbsp;", "&amp;lt;", "&eacute", "&#0;", "&#x110000;"),
    *(
        "&unknown;",
        "&#27;[31m",
        "\x1b[2J",
        "\x00",
        "\u202e",
        "\x9b",
        "\ud800",
        "a < b",
        "<3",
        "▣ faked",
        "]]>",
        "👩‍🚀",
        "日本",
    ),
    *("<![CDATA[", "<!--", "-->", "<!doctype html>", "<?xml version='1.0' encoding='latin1'?>", "\t", "\r\n", "\u2028"),
)
tags = st.builds(
    lambda end, name, attributes, close: f"<{end}{name}{''.join(f' {one}' for one in attributes)}{close}",
    st.sampled_from(["", "", "", "/"]),
    st.sampled_from(TAGS),
    st.lists(st.sampled_from(ATTRIBUTES), max_size=2),
    st.sampled_from([">", ">", ">", ">", "/>", ""]),
)
soup = st.lists(st.one_of(tags, tags, st.sampled_from(WORDS), st.text(max_size=8)), max_size=24).map("".join)
anything = st.one_of(st.text(), soup)


def assert_sound(text: str, layout: Layout) -> None:
    """The text is clean and the layout fits it."""
    assert clean_text(text) == text
    assert text == text.strip("\n")
    assert not text or text.strip()
    assert all(0 <= block.start < block.end <= len(text) for block in layout.blocks)
    assert list(layout.blocks) == sorted(layout.blocks, key=lambda block: (block.start, -block.end))
    end = 0
    for link in layout.links:
        assert end <= link.start < link.end <= len(text)
        assert text[link.start : link.end].strip() == text[link.start : link.end]
        assert re.match(r"https?://\S|mailto:\S", link.url, re.IGNORECASE)
        assert clean_line(link.url) == link.url
        end = link.end
    for block in layout.blocks:
        if block.kind is BlockKind.MEDIA:
            assert text[block.start] == "▣"
            assert "\n" not in text[block.start : block.end]
        assert block.start == 0 or text[block.start - 1] == "\n"
        assert block.end == len(text) or text[block.end] == "\n"
    quotes = [block for block in layout.blocks if block.kind is BlockKind.QUOTE]
    others = [block for block in layout.blocks if block.kind is not BlockKind.QUOTE]
    assert all(one.end <= other.start for one, other in pairwise(others))
    assert all(
        one.end <= quote.start or quote.end <= one.start or (quote.start <= one.start and one.end <= quote.end)
        for quote in quotes
        for one in others
    )
    assert Layout.from_json(layout.to_json(), len(text)) == layout
    assert len(prose(text)) == len(text)


@given(anything)
def test_any_string_gives_clean_text_and_a_layout_that_fits(html: str) -> None:
    assert_sound(*fragment_text(html, "https://b.example/dir/page"))
    assert_sound(*fragment_text(html))
    assert_sound(*tree_text(html, "https://b.example/dir/page"))
    assert_sound(*page_words_text(html))


@given(anything)
def test_any_string_gives_a_clean_title(html: str) -> None:
    title = inline_text(html)
    assert title == clean_line(title)


@given(anything)
def test_a_text_read_again_keeps_its_words(html: str) -> None:
    text, _ = fragment_text(html)
    plain = text.replace("<", "").replace("&", "")
    assert fragment_text(plain)[0].split() == plain.split()


OPEN = "p div a b ul ol li dl dt dd blockquote pre table thead tr td th caption figure figcaption h2 span q noframes"
structure = st.lists(
    st.builds(
        lambda end, name: f"<{end}{name}{'' if end or name != 'a' else ' href=/x'}>",
        st.sampled_from(["", "", "/"]),
        st.sampled_from([*OPEN.split(), "br", "hr", "td", "tr", "li"]),
    ),
    max_size=40,
)


@given(structure)
def test_no_word_is_lost_or_moved_whatever_is_left_open(tags: list[str]) -> None:
    html = "".join(f"{tag} word{at} " for at, tag in enumerate(tags))
    text, layout = tree_text(html, "https://b.example/")
    assert_sound(text, layout)
    assert re.findall(r"word\d+", text) == re.findall(r"word\d+", html)


SIMPLE = st.lists(
    st.one_of(
        st.sampled_from(
            [
                *("<p>", "</p>", "<br>", "<br />", "<b>", "</b>", "<em>", "</em>", "<div>", "</div>", '<p class="x">'),
                *(
                    '<a href="https://a.example/?utm_medium=x&amp;y=1">',
                    "</a>",
                    '<a class="l" href="/r">',
                    '<a href="">',
                ),
                *('<img src="/i.jpg" alt="A cat" />', '<img src="/i.jpg"/>', '<img alt="😀" src="/e.png">', "<span>"),
                *('<img src="/t.gif" width="1" height="1" alt="t">', "<h2>", "<ul>", "<li>", "<!-- c -->", "</span>"),
                *("</h2>", "</ul>", "</li>", "<ol>", "</ol>", "<blockquote>", "</blockquote>", '<h2 class="x">'),
                *("<li>one</li>", "<ul><li>two</li>\n<li>", "<h3>three</h3>", "<blockquote><p>four</p></blockquote>"),
            ]
        ),
        st.sampled_from(WORDS),
        st.text(alphabet="ab \n\t\xa0\u202f<>&;é", max_size=12),
    ),
    max_size=16,
).map("".join)


@given(SIMPLE)
def test_the_short_way_and_the_long_give_the_same(html: str) -> None:
    if re.search("<[a-zA-Z/!?]", html):
        assert fragment_text(html, "https://b.example/") == tree_text(html, "https://b.example/")


def test_the_short_way_is_taken_by_common_bodies() -> None:
    from reader.feeds.html_blocks.simple import write_simple
    from reader.feeds.html_blocks.writer import Writer

    body = (
        '<p>One &laquo;&nbsp;two&nbsp;&raquo; <a href="https://a.example/?a=1&amp;b=2" target="_blank">link</a>.</p>\n'
    )
    assert write_simple(Writer(), body + '<p class="x"><img src="https://a.example/i.jpg" alt="Cat" /></p>', None)
    assert write_simple(
        Writer(), '<h2 class="y">A</h2><ul><li>b</li><li><p>c</p></li></ul><blockquote>d</blockquote>', None
    )
    assert not write_simple(Writer(), "<ul><li>one</ul>", None)


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<div>" * 100_000 + "deep", "deep"),
        ("<b>" * 100_000 + "deep" + "<p>second", "deep\n\nsecond"),
        ("<ul><li>" * 5_000 + "deep", "deep"),
        ("<P>ONE<P>TWO", "ONE\n\nTWO"),
        ("<p>a\x00b</p>", "ab"),
        ("<p>&#0; &#x110000; &unknown;</p>", "\ufffd \ufffd &unknown;"),
        ("<p>&eacute &copy2024</p>", "é ©2024"),
        ("<![CDATA[<p>one</p> two]]>", "one\n\ntwo"),
        ("<!--[if IE]>no<![endif]-->yes<![if !mso]> too<![endif]>", "yes too"),
        ("<p>one <b>two <i>three</p><p>four", "one two three\n\nfour"),
        ("see <https://a.example/x> there", "see <https://a.example/x> there"),
        ("<?xml version='1.0' encoding='latin1'?><p>é", "é"),
        ("<meta charset=latin1><p>é", "é"),
        ("<p>&#" + "1" * 5_000 + ";x", "\ufffdx"),
        ("&#" + "1" * 5_000 + ";x", "\ufffdx"),
        ("<p>x\ud800y</p>", "xy"),
        ("<table>" * 3_000 + "deep", "deep"),
        ("<iframe src=/x>words", "words"),
        ("one</p>two<p>three", "one\n\ntwo\n\nthree"),
        ("one</div>two</li>three</h2>four", "one\n\ntwo\n\nthree\n\nfour"),
        ("<p>one <iframe src=/x>No frames.</iframe> two<iframe src=/y />three", "one twothree"),
        ("<video>one<textarea>two<title>three<svg>four<select>five", "onetwothreefourfive"),
        ("<script src=x />one", "one"),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else None,
)
def test_markup_in_any_state_gives_what_a_person_could_read(html: str, words: str) -> None:
    assert fragment_text(html)[0] == words


def test_an_endless_text_is_kept() -> None:
    text, _ = fragment_text("<p>" + "word " * 2_000_000 + "</p>")
    assert len(text) == 5 * 2_000_000 - 1


@pytest.mark.parametrize(
    "html",
    [
        "<p>a&#27;[31mb",
        "<p>a\x1b[31mb\x9b2J",
        "a&#x202e;b\u2066",
        "<p>a&#155;b",
        "<a href='https://x.example/\x1b[1m'>b",
    ],
)
def test_nothing_is_left_that_a_terminal_could_obey(html: str) -> None:
    text, layout = fragment_text(html)
    assert_sound(text, layout)
    assert "b" in text


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("one<br>two<b>three</b>", ["one", "twothree"]),
        ("<script>x()", []),
        ("<title>never closed <p>one", ["never closed", "one"]),
        ("<!-- never closed <p>one", ["one"]),
        ("a < b <3 &lt;i&gt;", ["a < b <3 <i>"]),
        ("<![CDATA[one]]><style>no</style>", ["one"]),
    ],
)
def test_page_words(html: str, words: list[str]) -> None:
    assert [line.strip() for line in page_words(html).split("\n") if line.strip()] == words
