"""Highlights and notes as Markdown and as a table: in the order of the text, whatever is written in them."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest

from reader.domain.annotation import About, highlight, note
from reader.domain.article import Article, Draft
from reader.domain.colour import Colour
from reader.domain.errors import AnnotationError, DocumentError
from reader.ingest.annotations.giving_out import count_notes, notes_csv, notes_json_ld, notes_markdown, write_note_files
from reader.ingest.annotations.markdown import contained, quotation
from reader.ingest.annotations.quoting import quoted
from reader.store.library import Library

PIER = "The pier was safe, said the harbour master.\n\n“L’Arménie a un quai,” a répondu la mairie. Nobody asked.\n"
HOSTILE = "# ../../etc/passwd\n[x](javascript:alert(1)) <script>\x1b[2J"


def keep(library: Library, title: str, text: str = PIER, **facts: str) -> Article:
    return library.article(library.add(Draft(text, title, **facts)).id)  # type: ignore[arg-type]


def dated(library: Library) -> None:
    library._db.execute("UPDATE annotation SET created = '2026-03-0' || id || 'T00:00:00Z', uri = 'urn:x:' || id")


def test_an_article_with_its_notes(empty_library: Library) -> None:
    article = keep(
        empty_library, "A *pier*", source="The Bay", author="Ann Lee", published="2026-02-01", url="https://b.example/1"
    )
    for made in (
        note(article, "Who?\n\n- I\n- you", quoted(article, "L’Arménie a un quai"), Colour.PINK, About.STATEMENT),
        highlight(article, quoted(article, "master.\n\n“")),
        note(article, "An old story"),
        highlight(article, quoted(article, "Nobody asked"), Colour.GREEN),
    ):
        empty_library.annotations.add(made)
    dated(empty_library)
    with empty_library.transaction():
        text = PIER.replace(" Nobody asked.", "")
        empty_library.versions.show_page(article.id, text, "", "2026-03-05T00:00:00Z")
    assert notes_markdown(empty_library, [article.id]) == (
        "# A \\*pier\\*\n\n"
        "*The Bay · Ann Lee · 2026-02-01*\n\n"
        "[https://b.example/1](https://b.example/1)\n\n"
        "An old story\n\n*2026-03-03*\n\n"
        "> master.\n>\n> “\n\n*yellow · 2026-03-02*\n\n"
        "> L’Arménie a un quai\n\nWho?\n\n- I\n- you\n\n*pink · 2026-03-01*\n\n"
        "> Nobody asked\n\n*These words are not in the article any more.*\n\n*green · 2026-03-04*\n"
    )


def test_all_articles_in_one_document(empty_library: Library) -> None:
    one, two = keep(empty_library, "One"), keep(empty_library, "Two", "Two.")
    keep(empty_library, "Three", "Three.")
    for article in (one, two):
        empty_library.annotations.add(note(article, f"on {article.title}"))
    dated(empty_library)
    empty_library.delete(one.id)
    document = notes_markdown(empty_library)
    assert [line for line in document.splitlines() if line.startswith("#")] == [
        "# Notes and highlights",
        "## Two",
        "## One",
    ]
    assert document.count("*This article was deleted.*") == 1
    assert "## Three" not in notes_markdown(empty_library, [3, 1, 2, 1])
    assert notes_markdown(empty_library, [3]) == "# Notes and highlights\n"
    assert [count_notes(empty_library, ids) for ids in (None, [], [1], iter([2, 3, 2]))] == [2, 0, 1, 1]


def test_nothing_in_an_article_is_markdown_or_a_path(empty_library: Library, tmp_path: Path) -> None:
    text = "# no heading\n1. no list\n- no list\n\n    no code `x` <b>no tag</b>\n=====\n> no quote\n"
    article = keep(empty_library, HOSTILE, text, source="**bold**", url="javascript:alert(1)")
    empty_library.annotations.add(highlight(article, (0, len(text))))
    document = notes_markdown(empty_library)
    assert "\x1b" not in document
    assert document.splitlines()[0] == "# \\# ../../etc/passwd \\[x\\](javascript:alert(1)) \\<script\\>"
    assert (
        "> \\# no heading\n> 1\\. no list\n> \\- no list\n>\n> no code \\`x\\` \\<b\\>no tag\\</b\\>\n> \\=====\n"
        in document
    )
    assert "](javascript" not in document.replace("\\](", "")
    folder = tmp_path / "notes"
    assert write_note_files(empty_library, folder) == 1
    (file,) = folder.iterdir()
    assert file.parent == folder
    assert file.name == "etc-passwd-x-javascript-alert-1-script.md"
    assert list(tmp_path.rglob("*passwd*")) == [file]


def test_files_of_one_title_are_numbered_and_keep_their_names(empty_library: Library, tmp_path: Path) -> None:
    titles = ["Same", "same!", "", "CON", "Հայաստան", "x" * 300, "..", "日" * 200]
    articles = [keep(empty_library, title, f"Text {n}.") for n, title in enumerate(titles)]
    for article in reversed(articles):
        empty_library.annotations.add(note(article, f"note {article.id}"))
    assert write_note_files(empty_library, tmp_path / "new" / "notes") == len(titles)
    names = sorted(file.name for file in (tmp_path / "new" / "notes").iterdir())
    assert len(names) == len(titles)
    assert {"same.md", "same-2.md", "con-.md", "Հայաստան".casefold() + ".md", "article.md", "article-2.md"} <= {*names}
    assert all(len(name.encode()) < 250 for name in names)
    assert "note 1" in (tmp_path / "new" / "notes" / "same.md").read_text(encoding="utf-8")
    assert write_note_files(empty_library, tmp_path / "new" / "notes") == len(titles)
    assert sorted(file.name for file in (tmp_path / "new" / "notes").iterdir()) == names
    (tmp_path / "file").write_text("")
    with pytest.raises(DocumentError, match="cannot be made"):
        write_note_files(empty_library, tmp_path / "file")


@pytest.mark.parametrize(
    ("note", "written"),
    [
        ("plain *Markdown*\n\n> kept", "plain *Markdown*\n\n> kept"),
        ("```\nopen", "```\nopen\n```"),
        ("````py\n```\n<!-- code", "````py\n```\n<!-- code\n````"),
        ("~~~\n<pre>\n~~~\n<!-- open", "~~~\n<pre>\n~~~\n\\<!-- open"),
        ("<script>alert(1)\n  <PRE>\n<?php\n<![CDATA[", "\\<script>alert(1)\n  \\<PRE>\n\\<?php\n\\<![CDATA["),
        ("see <https://x.example> and <b>this</b>", "see <https://x.example> and <b>this</b>"),
    ],
)
def test_a_note_ends_where_it_ends(note: str, written: str) -> None:
    assert contained(note) == written


def test_a_quotation_of_several_lines_is_one() -> None:
    assert quotation("\nOne\n\n\tTwo\x07\n") == "> One\n>\n> Two"


def test_the_table_carries_nothing_out(empty_library: Library) -> None:
    article = keep(
        empty_library,
        "=HYPERLINK(1)",
        "+49 soldiers were hurt on Monday, the army said. All are gone now.",
        source="-1",
    )
    for made in (
        highlight(article, (0, 12), Colour.BLUE),
        note(article, '@SUM(A1) says "x",\n- and y'),
        note(article, "gone", quoted(article, "All are gone")),
    ):
        empty_library.annotations.add(made)
    dated(empty_library)
    with empty_library.transaction():
        empty_library.versions.show_page(
            article.id, "+49 soldiers were hurt on Monday, the army said.", "", "2026-03-05T00:00:00Z"
        )
    table = notes_csv(empty_library)
    header, *lines = csv.reader(StringIO(table))
    rows = [dict(zip(header, line, strict=True)) for line in lines]
    assert [row["id"] for row in rows] == ["1", "2", "3"]
    assert rows[0] == {
        "id": "1",
        "article": "1",
        "title": "'=HYPERLINK(1)",
        "source": "'-1",
        "author": "",
        "address": "",
        "published": article.dated,
        "about": "text",
        "colour": "blue",
        "words": "'+49 soldiers",
        "note": "",
        "orphaned": "false",
        "created": "2026-03-01T00:00:00Z",
        "modified": rows[0]["modified"],
        "uri": "urn:x:1",
    }
    assert rows[1]["note"] == '\'@SUM(A1) says "x",\n- and y'
    assert [row["orphaned"] for row in rows] == ["false", "false", "true"]
    assert not any(cell.startswith(("=", "+", "-", "@")) for line in lines for cell in line)
    assert '"total": 3' in notes_json_ld(empty_library, [article.id])


def test_words_are_quoted_once(empty_library: Library) -> None:
    article = keep(empty_library, "A pier", PIER + "The pier was safe.\n")
    text = article.text
    assert text[slice(*quoted(article, "Nobody asked"))] == "Nobody asked"
    assert text[slice(*quoted(article, "l'armenie A un"))] == "L’Arménie a un"
    assert text[slice(*quoted(article, "master. “l'"))] == "master.\n\n“L’"
    with pytest.raises(AnnotationError, match="“the pier was safe” 2 times; quote more"):
        quoted(article, "the pier was safe")
    with pytest.raises(AnnotationError, match="“pier” 2 times"):
        quoted(article, "pier")
    for words in ("the ship", "", "  ", "\0", "x" * 500):
        with pytest.raises(AnnotationError, match="Article 1 does not have the words"):
            quoted(article, words)
