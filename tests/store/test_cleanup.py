"""Cleaning up: what goes, what is spared, and that nothing brings an empty article back."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from items import brought, item
from sample import sample_analysis

from reader.domain.anchor import anchor_of
from reader.domain.annotation import About, Annotation
from reader.domain.article import Draft, hash_text
from reader.domain.colour import Colour
from reader.domain.correction import Correction, CorrectionKind
from reader.domain.feed import Feed
from reader.domain.query.terms import Query, Text
from reader.store import cleanup as cleanup_module
from reader.store.cleanup import Share, Wish
from reader.store.derived import indexes, wrong_counts, wrong_index
from reader.store.library import Library

LATER = datetime(2027, 3, 2, tzinfo=UTC)
OLD = Wish(older_than=timedelta(days=90))


@pytest.fixture
def feed(empty_library: Library) -> Feed:
    """Brought ten articles; the index is filled."""
    feed = empty_library.feeds.subscribe("https://bay.example/feed.xml", name="Bay")
    brought(empty_library, feed, *(item(f"{n}", f"Some text of number{n}.") for n in range(10, 0, -1)))
    while empty_library.index.fill():
        pass
    return feed


def clean(library: Library, wish: Wish = OLD, now: datetime = LATER) -> int:
    removed, after = 0, 0
    while True:
        gone, next_ = library.cleanup.run(wish, after, now)
        removed += gone
        if next_ is None:
            return removed
        after = next_


def with_text(library: Library) -> set[str]:
    return {title for (title,) in library._ask("SELECT title FROM article WHERE text <> '' ORDER BY id")}


def whole(library: Library) -> None:
    while library.index.fill():
        pass
    assert wrong_counts(library._db) == []
    assert [name for name in indexes(library._db) if wrong_index(library._db, name, True)] == []
    assert library._ask("PRAGMA foreign_key_check") == []


def test_texts_go_and_what_identifies_them_stays(empty_library: Library, feed: Feed) -> None:
    library = empty_library
    article = library.article(1)
    library.save_analysis(article.text_hash, sample_analysis())
    brought(library, feed, item("1", "Another text altogether."))
    library.save_analysis(library.article(1).text_hash, sample_analysis())
    assert clean(library) == 10
    assert library.rows() == []
    assert library.counts().articles == 0
    assert library.feeds.unread() == {}
    gone = library.article(1)
    assert (gone.text, gone.layout, gone.deleted, gone.title) == ("", "", True, "Title 1")
    assert gone.text_hash == hash_text("")
    assert library.versions.of(1) == []
    assert library.analysis(article.text_hash) is None
    assert library._ask("SELECT count(*) FROM analysis") == [(0,)]
    assert library._ask("SELECT count(*) FROM entry") == [(10,)]
    whole(library)
    assert library.search.find(Query(Text("number3"))).ids == ()
    assert clean(library) == 0


def test_no_feed_brings_back_what_went(empty_library: Library, feed: Feed) -> None:
    clean(empty_library)
    brought(empty_library, feed, *(item(f"{n}", f"Some text of number{n}.") for n in range(1, 11)))
    brought(empty_library, feed, *(item(f"{n}", "It was rewritten.") for n in range(1, 11)))
    assert empty_library.rows() == []


def test_whatever_something_was_kept_of_is_spared(empty_library: Library, feed: Feed) -> None:
    library = empty_library
    library.set_bookmarked(1, True)
    library.tags.put([2], ["sea"])
    library.annotations.add(Annotation(3, About.ARTICLE, None, "A note."))
    text = library.article(4).text
    said = Correction(CorrectionKind.NOT_STATEMENT, anchor_of(text, (0, 4)))
    library.corrections.add(said)
    library.drafts.keep("article:5", "Being written")
    brought(library, feed, item("6", "Its text changed after it was corrected."))
    library.corrections.add(replace(said, anchor=anchor_of("Some text of number6.", (0, 4))))
    library.add(Draft("A file of the user's.", "File", published="2020-01-01"))
    library.add(Draft("An example.", "Example", published="2020-01-01", example=True))
    assert clean(library) == 4
    assert with_text(library) == {*(f"Title {n}" for n in range(1, 7)), "File", "Example"}
    whole(library)


def test_what_undo_can_bring_back_keeps_its_article(empty_library: Library, feed: Feed) -> None:
    library = empty_library
    for undone in (True, False):
        first = 1 if undone else 4
        library.set_bookmarked(first, True)
        library.tags.put([first + 1], ["sea"])
        note = library.annotations.add(Annotation(first + 2, About.ARTICLE, None, "A note.", Colour.BLUE))
        if undone:
            for _ in range(3):
                library.deeds.undo()
            clean(library, replace(OLD, only_read=True))
            for _ in range(3):
                library.deeds.redo()
        else:
            assert note.id is not None
            library.annotations.remove(note.id)
            library.tags.take([first + 1], ["sea"])
            library.set_bookmarked(first, False)
    assert clean(library) == 4
    assert with_text(library) == {f"Title {n}" for n in range(1, 7)}


def test_undo_brings_no_empty_article_back(empty_library: Library, feed: Feed) -> None:
    library = empty_library
    library.delete(1)
    library.marking.mark([2, 3], True)
    library.set_bookmarked(4, True)
    library.feeds.rename(feed.id, "The Bay")
    assert clean(library) == 9
    done = []
    while (deed := library.deeds.undo()) is not None:
        done.append(deed.kind)
        assert [row.id for row in library.rows()] == [4]
    # To subscribe is undone last; what was done to articles that went is no deed any more.
    assert done == ["rename", "bookmark", "subscribe"]
    while library.deeds.redo() is not None:
        assert [row.id for row in library.rows()] == [4]
    whole(library)


def test_a_deed_on_many_articles_keeps_what_is_left_of_it(empty_library: Library, feed: Feed) -> None:
    library = empty_library
    library.set_bookmarked(4, True)
    library.marking.delete([2, 3, 4])
    assert clean(library) == 9
    assert library.deeds.undo() is not None
    assert [row.id for row in library.rows()] == [4]
    assert [json.loads(changes) for (changes,) in library._ask("SELECT changes FROM deed WHERE undone > 0")] == [
        [["status", [4], {"deleted": 0}, {"deleted": 1}]]
    ]


def test_age_is_that_of_the_article_and_of_its_coming_in(empty_library: Library, feed: Feed) -> None:
    library = empty_library
    brought(library, feed, item("archive", published="2001-01-01T00:00:00Z"))
    assert clean(library, now=datetime(2026, 4, 1, tzinfo=UTC)) == 0
    brought(library, feed, item("new", published="2027-02-01T00:00:00Z"), now="2027-02-02T00:00:00Z")
    assert clean(library) == 11
    assert with_text(library) == {"Title new"}


def test_wishes_are_narrowed_by_size_feed_and_reading(empty_library: Library, feed: Feed) -> None:
    library = empty_library
    other = library.feeds.subscribe("https://hill.example/feed.xml", name="Hill")
    brought(library, other, item("long", "Long " * 1000), item("short"))
    library.set_read(1, True)
    large = Wish(larger_than=2000)
    assert library.cleanup.preview(large) == [Share(other.id, 1, 5000)]
    assert [share.articles for share in library.cleanup.preview(replace(OLD, only_read=True), LATER)] == [1]
    assert {share.feed_id: share.articles for share in library.cleanup.preview(OLD, LATER)} == {
        feed.id: 10,
        other.id: 2,
    }
    assert clean(library, replace(OLD, feed=feed.id, only_read=True)) == 1
    assert clean(library, large) == 1
    assert clean(library, replace(OLD, larger_than=2000)) == 0
    assert clean(library, replace(OLD, feed=other.id)) == 1
    assert len(with_text(library)) == 9
    with pytest.raises(ValueError, match="neither"):
        library.cleanup.preview(Wish())


def test_looking_changes_nothing(empty_library: Library, feed: Feed) -> None:
    before = list(empty_library._db.iterdump())
    assert [share.articles for share in empty_library.cleanup.preview(OLD, LATER)] == [10]
    assert list(empty_library._db.iterdump()) == before


def test_a_large_library_is_cleaned_up_in_pieces(
    empty_library: Library, feed: Feed, monkeypatch: pytest.MonkeyPatch, library_path: Path
) -> None:
    monkeypatch.setattr(cleanup_module, "WINDOW", 3)
    assert empty_library.cleanup.run(OLD, 0, LATER) == (3, 3)
    with Library.open(library_path) as other:
        other.set_bookmarked(5, True)  # between two pieces
    assert clean(empty_library) == 6
    assert with_text(empty_library) == {"Title 5"}
    whole(empty_library)


def test_what_was_read_and_waits_for_its_place_in_stories_goes(empty_library: Library, feed: Feed) -> None:
    ids = [row.id for row in empty_library.rows()]
    for id in ids[:5]:
        empty_library.save_analysis(empty_library.article(id).text_hash, sample_analysis(), "fr 1")
    empty_library.marking.mark(ids[:3], True)
    assert clean(empty_library) == 10
    assert with_text(empty_library) == set()
    whole(empty_library)
