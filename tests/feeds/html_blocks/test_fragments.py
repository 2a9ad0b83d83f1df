"""What each kind of markup becomes in the text, and what the layout says of it."""

from __future__ import annotations

import pytest

from reader.domain.layout import BlockKind, Layout
from reader.feeds.html_blocks.blocks import fragment_text

BASE = "https://paper.example/news/today"


def blocks(html: str) -> list[tuple[str, int, str]]:
    """Kind, level and words of each block."""
    text, layout = fragment_text(html, BASE)
    return [(block.kind.value, block.level, text[block.start : block.end]) for block in layout.blocks]


def text_of(html: str) -> str:
    return fragment_text(html, BASE)[0]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One</p><p>two</p>", "One\n\ntwo"),
        ("<p>One<p>two", "One\n\ntwo"),
        ("<div>One<div>two</div>three</div>", "One\n\ntwo\n\nthree"),
        ("<p>one\n  two\tthree</p>\n\n<p> four </p>", "one two three\n\nfour"),
        ("<p>one<br>two<br/>\nthree</p>", "one\ntwo\nthree"),
        ("<p>one<br><br>two<br><br><br>three</p>", "one\n\ntwo\n\nthree"),
        ("one<hr>two", "one\n\ntwo"),
        ("<p>&nbsp;</p><p>one</p><p> <br> </p><p>two</p><p></p>", "one\n\ntwo"),
        ("<p>« oui » dit\u202f: «&nbsp;non&nbsp;»</p>", "« oui » dit\u202f: «\xa0non\xa0»"),
        ("<p>un <b>deux </b> <i> trois</i>, <u>qua</u>tre</p>", "un deux trois, quatre"),
        ("<p>H<sub>2</sub>O, m<sup>2</sup>, <del>old</del> <ins>new</ins></p>", "H2O, m2, old new"),
        ("<p>a &amp;amp; b &lt;b&gt;</p>", "a &amp; b <b>"),
        ("<p lang='fr-FR'>Il a dit <q>oui</q>.</p>", "Il a dit «\xa0oui\xa0»."),
        ("<p>She said <q>he said <q>yes</q></q>.</p>", "She said “he said ‘yes’”."),
        ("<p>Déjà <q>« cité »</q>.</p>", "Déjà « cité »."),
        ("<details><summary>More</summary>Hidden no longer</details>", "More\n\nHidden no longer"),
        ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "漢kan"),
    ],
)
def test_paragraphs_and_inline_text(html: str, text: str) -> None:
    assert fragment_text(html) == (text, Layout())


@pytest.mark.parametrize(
    ("plain", "text"),
    [
        ("", ""),
        ("  \n ", ""),
        ("One.\n\nTwo &amp; three &lt;3", "One.\n\nTwo & three <3"),
        ("one\n  two  three\n\n\n\nfour\n", "one\ntwo three\n\nfour"),
        ("a < b and c > d, AT&T", "a < b and c > d, AT&T"),
        ("&laquo;&nbsp;oui&nbsp;&raquo;", "«\xa0oui\xa0»"),
    ],
)
def test_plain_text_keeps_its_lines_and_paragraphs(plain: str, text: str) -> None:
    assert fragment_text(plain) == (text, Layout())


def test_the_marks_around_a_quotation_are_the_language_of_the_feed() -> None:
    assert fragment_text("<p><q>oui</q>", language="fr")[0] == "«\xa0oui\xa0»"


def test_headings_have_their_rank() -> None:
    html = "<h1>One</h1><p>x</p><h3>Three <br>lines</h3>y<h2> </h2>"
    assert text_of(html) == "One\n\nx\n\nThree\nlines\n\ny"
    assert blocks(html) == [("heading", 1, "One"), ("heading", 3, "Three\nlines")]


def test_lists_are_lines_with_their_depth() -> None:
    html = "<p>a</p><ul><li>b<ol start='3'><li><p>c</p></li><li value=9>d</ol>e</li><li> </li><li>f</ul><p>g</p>"
    assert text_of(html) == "a\n\n- b\n3. c\n9. d\ne\n- f\n\ng"
    assert blocks(html) == [
        *[("item", 1, "- b"), ("item", 2, "3. c"), ("item", 2, "9. d"), ("item", 1, "e"), ("item", 1, "- f")]
    ]


def test_a_list_of_definitions() -> None:
    html = "<dl><dt>Term<dd>What it is<dt>Other<dd>Else</dl>"
    assert blocks(html) == [
        *[("item", 1, "- Term"), ("item", 2, "- What it is"), ("item", 1, "- Other"), ("item", 2, "- Else")]
    ]


def test_items_without_a_list() -> None:
    assert text_of("<li>one<li>two") == "- one\n- two"


def test_quotes_cover_what_is_in_them() -> None:
    html = "<p>a</p><blockquote><p>b</p><blockquote>c</blockquote><ul><li>d</ul></blockquote><p>e</p>"
    assert text_of(html) == "a\n\nb\n\nc\n\n- d\n\ne"
    assert blocks(html) == [("quote", 1, "b\n\nc\n\n- d"), ("quote", 2, "c"), ("item", 1, "- d")]


def test_code_keeps_its_lines_and_blanks() -> None:
    html = "<p>a</p><pre><code>\n  <b>if</b> x:\n\n      y &lt; 1<br>end\n </code></pre>b <code>c  d</code>"
    assert text_of(html) == "a\n\n  if x:\n\n      y < 1\nend\n\nb c d"
    assert blocks(html) == [("code", 1, "  if x:\n\n      y < 1\nend")]


@pytest.mark.parametrize(
    "hidden",
    [
        *("<script>gone</script>", "<style>gone</style>", "<template>gone</template>", "<!-- gone -->"),
        *("<div hidden>gone</div>", "<p style='color:red; DISPLAY : none'>gone</p>", "<span aria-hidden=true>→</span>"),
        *("<select><option>gone</select>", "<textarea>gone</textarea>", "<button>gone</button>", "<input value=gone>"),
        *("<svg><title>gone</title></svg>", "<noscript>gone</noscript>", "<label>gone</label>", "<?php gone ?>"),
    ],
)
def test_what_is_not_to_be_read_is_left_out(hidden: str) -> None:
    assert text_of(f"<p>one</p>{hidden}<p>two</p>") == "one\n\ntwo"


def test_words_that_only_a_screen_reader_skips_stay() -> None:
    assert text_of("<p aria-hidden='true'>words to <b>read</b></p>") == "words to read"


@pytest.mark.parametrize(
    "bar",
    [
        "<p><a href='https://www.facebook.com/sharer.php?u=x'>Facebook</a> | <a href='https://x.com/intent/post?x'>X</a>",
        "<h3>Partager :</h3><ul><li><a href='https://wa.me/?text=x'>W</a><li><a href='mailto:?body=x'>Mail</a></ul>",
        "<div>Share this: <a href='https://www.linkedin.com/sharing/share-offsite/?url=x'>LinkedIn</a></div>",
        "<a href='https://twitter.com/share?x'><img src='https://i.example/t.png' alt='Tweet'></a>",
    ],
)
def test_a_bar_to_share_at_the_end_is_dropped(bar: str) -> None:
    text, layout = fragment_text(f"<p>The <a href='https://a.example/'>news</a>.</p>{bar}")
    assert text == "The news."
    assert [link.url for link in layout.links] == ["https://a.example/"]
    assert layout.blocks == ()


def test_words_with_a_link_to_share_stay() -> None:
    html = "<p>Read, then tell <a href='https://www.facebook.com/sharer.php?u=x'>your friends</a>."
    assert text_of(html) == "Read, then tell your friends."
    assert text_of("<a href='https://www.facebook.com/sharer.php?u=x'>Facebook</a>") == "Facebook"


def test_every_kind_comes_back_from_json() -> None:
    html = (
        "<h2>a</h2><ul><li>b</ul><blockquote>c</blockquote><pre>d</pre><img alt=e src=/e.jpg>"
        "<table><tr><th>f<th>g<tr><td>1<td>2</table>"
    )
    text, layout = fragment_text(html, BASE)
    assert {block.kind for block in layout.blocks} == set(BlockKind)
    assert Layout.from_json(layout.to_json(), len(text)) == layout
