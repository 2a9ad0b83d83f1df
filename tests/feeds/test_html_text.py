"""The article inside a page, and what the page says about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.domain.errors import DocumentError
from reader.domain.layout import Layout
from reader.feeds.documents import read_document
from reader.feeds.html_text import page_article

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


BUILT = f"""<html lang="fr"><title>Titre</title><nav><a href="/">Accueil</a></nav><article><h1>Titre</h1>
<p>{PARAGRAPHS[0]} <a href="/a?utm_source=x">Voir le détail</a>, <b>ici</b>.</p>
<figure><img src="/pier.jpg" alt="no"><figcaption>La jetée. <i>Photo M. Q.</i></figcaption></figure>
<h2>Suite</h2><p>{PARAGRAPHS[1]}</p><ul><li>un</li><li>deux<ol><li>trois</li></ol></li></ul>
<blockquote><p>{PARAGRAPHS[2]}</p></blockquote><pre>x = 1
  y = 2</pre><p>Il dit <q>oui</q>.<br>Puis rien.</p>
<table><tr><th>An</th><th>Débit</th></tr><tr><td>2014</td><td>22</td></tr></table>
<p><a href="/r">Le rapport entier</a>, <a href="/m">le compte rendu</a> et <a href="/l">la lettre</a> sont en ligne.</p>
</article><footer>Tous droits réservés</footer></html>"""


def test_the_layout_of_an_article_in_a_page() -> None:
    details, text, layout = page_article(BUILT, "https://bay.example/news/pier")
    assert (details.title, details.language) == ("Titre", "fr")
    assert text.split("\n\n") == [
        f"{PARAGRAPHS[0]} Voir le détail, ici.",
        "▣ La jetée. Photo M. Q.",
        "Suite",
        PARAGRAPHS[1],
        "- un\n- deux\n1. trois",
        PARAGRAPHS[2],
        "x = 1\n  y = 2",
        "Il dit «\xa0oui\xa0».\nPuis rien.",
        "An    Débit\n2014  22",
        "Le rapport entier, le compte rendu et la lettre sont en ligne.",
    ]
    assert [(block.kind.value, block.level) for block in layout.blocks] == [
        *[("media", 1), ("heading", 2), ("item", 1), ("item", 1), ("item", 2), ("quote", 1), ("code", 1), ("table", 1)]
    ]
    assert [(text[link.start : link.end], link.url) for link in layout.links] == [
        ("Voir le détail", "https://bay.example/a"),
        ("▣ La jetée. Photo M. Q.", "https://bay.example/pier.jpg"),
        ("Le rapport entier", "https://bay.example/r"),
        ("le compte rendu", "https://bay.example/m"),
        ("la lettre", "https://bay.example/l"),
    ]


def test_a_saved_page_keeps_its_layout_and_resolves_links_against_its_own_address(tmp_path: Path) -> None:
    page = PAGE.replace("reporters", '<a href="/reporters">reporters</a>')
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    draft = read_document(tmp_path / "page.html")
    [link] = Layout.from_json(draft.layout, len(draft.text)).links
    assert (draft.text[link.start : link.end], link.url) == ("reporters", "https://bay.example/reporters")


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
