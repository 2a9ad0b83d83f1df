"""Tables that can be read, and tables that only arranged a page."""

from __future__ import annotations

import pytest

from reader.feeds.html_blocks.blocks import fragment_text

LONG = "a cell with so many words that two of them side by side fill the screen"


def table(html: str) -> str:
    """The words of the one table there is."""
    text, layout = fragment_text(html, "https://a.example/")
    [block] = [block for block in layout.blocks if block.kind == "table"]
    return text[block.start : block.end]


def test_narrow_tables_have_columns() -> None:
    html = (
        "<p>x</p><table><caption>Towns</caption><thead><tr><th>Town<th>People</thead>"
        "<tr><td>Lyon<td><b>522</b>&nbsp;250<tr><td>Nice<td></table>y"
    )
    assert table(html) == "Town  People\nLyon  522\xa0250\nNice"
    assert fragment_text(html)[0] == "x\n\nTowns\n\nTown  People\nLyon  522\xa0250\nNice\n\ny"


def test_wide_signs_take_two_cells() -> None:
    assert table("<table><tr><td>日本<td>1<tr><td>abcd<td>2</table>") == "日本  1\nabcd  2"


def test_spans_keep_the_columns() -> None:
    html = "<table><tr><th colspan=2>AB<th>C<tr><td rowspan=2>a<td>b<td>c<tr><td>d<td>e</table>"
    assert table(html) == "AB     C\na   b  c\na   d  e"


def test_wide_tables_name_the_header_of_each_value() -> None:
    html = f"<table><tr><th>Town<th>About:<tr><td>Lyon<td>{LONG}<tr><td>Nice<td>{LONG}!</table>"
    assert table(html) == f"Town: Lyon\nAbout: {LONG}\n\nTown: Nice\nAbout: {LONG}!"


def test_wide_tables_without_a_header_have_a_line_for_each_row() -> None:
    assert table(f"<table><tr><td>Lyon<td>{LONG}<tr><td>Nice<td>{LONG}!</table>") == f"Lyon | {LONG}\nNice | {LONG}!"


def test_links_in_a_table_cover_their_words() -> None:
    html = "<table><tr><td>a<td><a href=/b>bb</a> c<tr><td>dddd<td>e <a href=/f>f</a></table>"
    text, layout = fragment_text(html, "https://a.example/")
    assert text == "a     bb c\ndddd  e f"
    assert [(text[link.start : link.end], link.url) for link in layout.links] == [
        *[("bb", "https://a.example/b"), ("f", "https://a.example/f")]
    ]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<table><tr><td><p>one</p><p>two</p></td></tr></table>", "one\n\ntwo"),
        ("<table><tr><td>one<td>two</table>", "one\n\ntwo"),
        ("<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>", "a\n\nb\n\nc\n\nd"),
        ("<table><tr><td><table><tr><td>one</table><td>x<tr><td>y<td>z</table>", "one\n\nx\n\ny\n\nz"),
        ("<table><tr><td><h2>a</h2><td>b<tr><td>c<td>d</table>", "a\n\nb\n\nc\n\nd"),
    ],
)
def test_tables_that_arrange_a_page_are_paragraphs(html: str, text: str) -> None:
    found, layout = fragment_text(html)
    assert found == text
    assert all(block.kind != "table" for block in layout.blocks)


def test_a_picture_in_a_cell_speaks_only_where_there_are_no_words() -> None:
    html = "<table><tr><td><img src=/f.png alt=France><td>1<tr><td><img src=/g.png alt=flag>Spain<td>2</table>"
    assert table(html) == "France  1\nSpain   2"
