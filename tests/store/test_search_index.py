"""The full-text index: behind the articles, never apart from them."""

from __future__ import annotations

import pytest
from items import LATER, brought, item

from reader.domain.feed import Feed
from reader.store.library import Library
from reader.store.search_index import PIECE


@pytest.fixture
def feed(empty_library: Library) -> Feed:
    return empty_library.feeds.subscribe("https://bay.example/feed")


def filled(library: Library) -> Library:
    while library.index.fill(2):
        pass
    library._db.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    return library


@pytest.mark.parametrize("typed", ["arménie", "ARMENIE", "Arménie", "l'arménie", "l’Arménie"])
@pytest.mark.parametrize("apostrophe", ["'", "’", "ʼ"])
def test_neither_accents_case_nor_apostrophes_hide_a_word(
    empty_library: Library, feed: Feed, typed: str, apostrophe: str
) -> None:
    brought(empty_library, feed, item("a", f"Selon l{apostrophe}Arménie, 49 soldats."))
    assert filled(empty_library).index.find(typed) == [1]


def test_an_article_that_changed_is_found_by_its_new_words_alone(empty_library: Library, feed: Feed) -> None:
    brought(empty_library, feed, item("a", "The ferry is late."), item("b"))
    filled(empty_library)
    brought(empty_library, feed, item("a", "The train is late."), now=LATER)
    assert empty_library.index.waiting()
    assert filled(empty_library).index.find("ferry") == []
    assert len(empty_library.index.find("train late")) == 1


def test_an_article_changed_before_it_was_indexed_is_indexed_once(empty_library: Library, feed: Feed) -> None:
    brought(empty_library, feed, item("a", "The ferry is late."))
    brought(empty_library, feed, item("a", "The train is late."), now=LATER)
    assert filled(empty_library).index.find("late") == [1]


def test_a_deleted_article_is_not_found(empty_library: Library, feed: Feed) -> None:
    brought(empty_library, feed, item("a", "The ferry is late."))
    filled(empty_library).delete(1)
    assert empty_library.index.find("ferry") == []


@pytest.mark.parametrize(
    "typed", ['"', "AND", "a* OR", "NEAR(", "title:x", "-", "^", "\0", "'; DROP TABLE article", "((("]
)
def test_nothing_typed_is_syntax(empty_library: Library, feed: Feed, typed: str) -> None:
    brought(empty_library, feed, item("a"))
    assert filled(empty_library).index.find(typed) == []


def test_an_index_that_wrote_smaller_pieces_writes_larger_ones_from_now_on(empty_library: Library, feed: Feed) -> None:
    empty_library._db.execute("INSERT INTO search (search, rank) VALUES ('hashsize', 8000000)")
    brought(empty_library, feed, item("a", "The ferry is late again."))
    assert filled(empty_library).index.find("ferry") == [1]
    assert empty_library._db.execute("SELECT v FROM search_config WHERE k = 'hashsize'").fetchone() == (PIECE,)
