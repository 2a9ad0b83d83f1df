"""Titles: one line, tags dropped, nothing else."""

from __future__ import annotations

import pytest

from reader.feeds.html_blocks.inline import inline_text


@pytest.mark.parametrize(
    ("html", "title"),
    [
        ("Plain", "Plain"),
        (" two\n  lines ", "two lines"),
        ("<b>Bold</b> and <I>italic</I>", "Bold and italic"),
        ("one<br/>two <p>three</p>", "one two three"),
        ("H<sub>2</sub>O", "H2O"),
        ("a < b, AT&T, <3 and 1 <2> 3", "a < b, AT&T, <3 and 1 <2> 3"),
        ("vector<int> in C++", "vector<int> in C++"),
        ("L&#8217;&eacute;t&eacute; &amp; l'hiver", "L’été & l'hiver"),
        ("&amp;lt;b&amp;gt;", "&lt;b&gt;"),
        ("&lt;b&gt; is a tag", "<b> is a tag"),
        ("<![CDATA[Cut]]>", "Cut"),
        ("<script>x()</script>Safe<!-- no -->", "Safe"),
        ("A\x1b[31m&#27;[2J\u202eB", "A[2JB"),
        ("<a href='https://x.example/?a>b'>", "b'>"),
        ("", ""),
    ],
)
def test_titles(html: str, title: str) -> None:
    assert inline_text(html) == title
