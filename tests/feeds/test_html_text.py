"""The article inside a page, and what the page says about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.domain.errors import DocumentError
from reader.feeds.documents import read_document

PARAGRAPHS = [
    "The harbour master said on Monday that the pier would stay closed until the storm had passed over the bay.",
    "“We lost four boats and we will not lose a fifth,” she told reporters [sic] in the café of the yacht club.",
    "Fishermen answered that the pier had been closed without asking them, and that nobody had counted their nets.",
]
WRAPPED = "\n <b>the</b>\n"
PAGE = f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Pier stays closed - The Bay Post</title>
<meta property="og:site_name" content="The Bay Post"><meta name="author" content="Mary Quill">
<meta property="article:published_time" content="2023-02-07T09:00:00Z">
<link rel="canonical" href="https://bay.example/pier"><style>p {{ color: red }}</style></head>
<body><nav><a href="/">Home</a><a href="/sport">Sport</a></nav>
<article><h1>Pier stays closed</h1>{"".join(f"<p>{p.replace(' the ', WRAPPED)}</p>" for p in PARAGRAPHS)}</article>
<script>alert("no")</script><footer>All rights reserved</footer></body></html>"""


def test_the_article_is_taken_and_the_rest_left(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    draft = read_document(tmp_path / "page.html")
    assert draft.text == "\n\n".join(PARAGRAPHS)
    for left in ("Home", "Sport", "alert", "color", "rights"):
        assert left not in draft.text
    assert draft.title == "Pier stays closed"
    assert (draft.source, draft.author, draft.language) == ("The Bay Post", "Mary Quill", "en")
    assert (draft.published, draft.url) == ("2023-02-07", "https://bay.example/pier")


def test_a_page_in_an_older_encoding(tmp_path: Path) -> None:
    page = PAGE.replace("utf-8", "windows-1252")
    (tmp_path / "page.htm").write_bytes(page.encode("cp1252"))
    assert "café" in read_document(tmp_path / "page.htm").text


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>Too short to be an article.", "Too short to be an article."),
        ("<html><body><p>one <b>bold</b>\nword<br>two<script>x()</script></html>", "one bold word\ntwo"),
        ("<?xml version='1.0' encoding='utf-8'?><html><body><p>Declared.</p></body></html>", "Declared."),
        ("<html><body>" + "<div>" * 3000 + "deep", "deep"),
        ("no tags at all", "no tags at all"),
    ],
    ids=["short", "inline", "declared", "deep", "bare"],
)
def test_a_page_that_is_no_article_gives_its_words(tmp_path: Path, page: str, text: str) -> None:
    (tmp_path / "page.html").write_text(page)
    assert text in read_document(tmp_path / "page.html").text


@pytest.mark.parametrize("page", ["<html></html>", "<html><script>x()</script></html>", "<img src=a.png>", " "])
def test_a_page_without_words_is_refused(tmp_path: Path, page: str) -> None:
    (tmp_path / "page.html").write_text(page)
    with pytest.raises(DocumentError, match="has no text"):
        read_document(tmp_path / "page.html")


def test_controls_written_as_entities_are_removed(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<title>T&#27;[31m</title><p>A&#27;[2Jb&#x202e;c &#x9b;31m</p>")
    draft = read_document(tmp_path / "page.html")
    assert not set(draft.text + draft.title) & {"\x1b", "\u202e", "\x9b"}


def test_an_endless_page_gives_its_words(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<title>T</title><table>" + "<tr><td>a cell</td></tr>" * 200_000)
    draft = read_document(tmp_path / "page.html", language="en")
    assert draft.text == "\n\n".join(["a cell"] * 200_000)
    assert draft.title == "a cell"
