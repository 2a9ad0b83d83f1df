"""What a new library opens with."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from reader.ingest.seeding import first_article, open_library, seed_library, seed_stories
from reader.store.library import Library


def test_a_new_library_holds_every_seed_story(seeded_library: Library) -> None:
    rows = seeded_library.rows()
    assert len(rows) == len(seed_stories()) == 5
    assert {row.language for row in rows} == {"fr", "en"}
    assert all(row.source and row.published and not row.read for row in rows)


def test_the_first_article_is_the_story_that_is_no_example(seeded_library: Library) -> None:
    first = first_article(seeded_library)
    assert first is not None
    assert [row.id for row in seeded_library.rows() if not row.example] == [first]


def test_the_wire_report_stands_above_the_example_of_the_same_day(seeded_library: Library) -> None:
    top, second = seeded_library.rows(2)
    assert (top.published, top.example, second.published, second.example) == (top.published, False, top.published, True)


def test_a_library_is_seeded_once_in_its_life(seeded_path: Path) -> None:
    db = sqlite3.connect(seeded_path)
    db.execute("DELETE FROM article")
    db.commit()
    db.close()
    with open_library(seeded_path) as library:
        assert library.counts().articles == 0
        assert first_article(library) is None


def test_a_library_made_without_them_gets_them_and_keeps_what_it_has(empty_library: Library) -> None:
    assert seed_library(empty_library)
    assert not seed_library(empty_library)
    assert empty_library.counts().articles == 5


def test_where_the_first_seed_is_gone_the_newest_article_stands_in(seeded_path: Path) -> None:
    with Library.open(seeded_path) as library:
        first = first_article(library)
        db = sqlite3.connect(seeded_path)
        db.execute("DELETE FROM article WHERE id = ?", (first,))
        db.commit()
        db.close()
        assert first_article(library) == library.rows(1)[0].id
