"""Taking in what feeds hold: once, whatever happens; changed articles keep what the user did with them."""

from __future__ import annotations

import pytest
from items import LATER, NOW, brought, contents, item

from reader.domain.feed import Feed
from reader.domain.scope import Scope
from reader.store.library import Library
from reader.store.records import Counts


@pytest.fixture
def feed(empty_library: Library) -> Feed:
    return empty_library.feeds.subscribe("https://bay.example/feed")


def test_the_same_document_twice_changes_nothing(empty_library: Library, feed: Feed) -> None:
    items = [item(str(n), published=f"2026-02-{n + 1:02}T00:00:00Z") for n in range(20)]
    first = brought(empty_library, feed, *items)
    before = contents(empty_library)
    second = brought(empty_library, feed, *items, now=LATER)
    assert (len(first.new), second.new, second.rewritten) == (20, (), ())
    assert contents(empty_library) == before
    assert empty_library.counts() == Counts(20, 20)


def test_numbers_follow_time(empty_library: Library, feed: Feed) -> None:
    saved = brought(
        empty_library,
        feed,
        item("new", published="2026-02-02T00:00:00Z"),
        item("old", published="2026-01-01T00:00:00Z"),
    )
    assert saved.new == (2, 1)
    assert [row.title for row in empty_library.rows()] == ["Title new", "Title old"]


def test_an_item_that_left_its_feed_stays(empty_library: Library, feed: Feed) -> None:
    brought(empty_library, feed, item("a"), item("b"))
    brought(empty_library, feed, item("b"))
    assert {row.title for row in empty_library.rows()} == {"Title a", "Title b"}


def test_an_article_that_changes_is_a_new_version_of_the_same(empty_library: Library, feed: Feed) -> None:
    brought(empty_library, feed, item("a", "At least 49 died."))
    empty_library.set_read(1, True)
    empty_library.set_bookmarked(1, True)
    saved = brought(empty_library, feed, item("a", "At least 50 died."), now="2999-01-01T00:00:00Z")
    article = empty_library.article(1)
    assert saved.rewritten == (1,)
    assert (article.text, article.read, article.bookmarked) == ("At least 50 died.", True, True)
    assert [version.text for version in empty_library.versions.of(1)] == ["At least 49 died."]
    (row,) = empty_library.rows()
    assert row.changed
    assert empty_library.counts() == Counts(1, 0)


def test_looking_at_an_article_again_ends_its_mark(empty_library: Library, feed: Feed) -> None:
    brought(empty_library, feed, item("a", "One."))
    brought(empty_library, feed, item("a", "Two."))
    empty_library.set_read(1, True)
    assert [row.changed for row in empty_library.rows()] == [False]
    assert empty_library.article(1).changed == NOW


def test_another_author_is_no_new_version(empty_library: Library, feed: Feed) -> None:
    brought(empty_library, feed, item("a"))
    brought(empty_library, feed, item("a", author="Mary Quill"), now=LATER)
    article = empty_library.article(1)
    assert (article.author, article.changed, empty_library.versions.of(1)) == ("Mary Quill", None, [])


def test_a_date_that_moves_with_every_visit_stays_where_it_was(empty_library: Library, feed: Feed) -> None:
    for moment in (NOW, LATER):  # a date in the future is read as the time of the visit
        brought(empty_library, feed, item("a", published=moment), now=moment)
    assert empty_library.article(1).published == NOW
    brought(empty_library, feed, item("a", published="2026-02-01T00:00:00Z"))
    assert empty_library.article(1).published == "2026-02-01T00:00:00Z"


def test_a_deleted_article_never_comes_back(empty_library: Library, feed: Feed) -> None:
    brought(empty_library, feed, item("a"), item("b"))
    (gone,) = [row.id for row in empty_library.rows() if row.title == "Title a"]
    empty_library.delete(gone)
    assert empty_library.counts() == Counts(1, 1)
    brought(empty_library, feed, item("a"), item("b"))
    brought(empty_library, feed, item("a", "Quite another text."), item("b"))
    assert [row.title for row in empty_library.rows()] == ["Title b"]
    assert empty_library.counts() == Counts(1, 1)
    deed = empty_library.deeds.undo()
    assert deed is not None
    assert deed.label == "deleted: Title a"
    assert empty_library.counts() == Counts(2, 2)


def test_a_deleted_read_article_counts_once(empty_library: Library, feed: Feed) -> None:
    brought(empty_library, feed, item("a"), item("b"))
    empty_library.set_read(1, True)
    empty_library.delete(1)
    assert empty_library.counts() == Counts(1, 1)


def test_two_feeds_with_the_same_article_word_for_word_share_it(empty_library: Library, feed: Feed) -> None:
    other = empty_library.feeds.subscribe("https://bay.example/world")
    brought(empty_library, feed, item("a"))
    saved = brought(empty_library, other, item("a"), item("b"))
    assert len(saved.new) == 1
    assert empty_library.counts() == Counts(2, 2)
    assert empty_library.counts(Scope(feed=other.id)) == Counts(2, 2)
    assert [row.title for row in empty_library.rows(scope=Scope(feed=feed.id))] == ["Title a"]


def test_one_address_with_other_words_in_another_feed_is_another_article(empty_library: Library, feed: Feed) -> None:
    other = empty_library.feeds.subscribe("https://bay.example/world")
    brought(empty_library, feed, item("a", "Long."))
    brought(empty_library, other, item("a", "Short."))
    assert empty_library.counts().articles == 2


def test_a_feed_that_only_shares_an_article_does_not_change_it(empty_library: Library, feed: Feed) -> None:
    other = empty_library.feeds.subscribe("https://bay.example/world")
    brought(empty_library, feed, item("a", "Words."))
    brought(empty_library, other, item("a", "Words."))
    brought(empty_library, other, item("a", "Fewer."), now=LATER)
    assert empty_library.article(1).text == "Words."
    brought(empty_library, feed, item("a", "More."), now=LATER)
    assert empty_library.article(1).text == "More."


def test_only_so_many_versions_are_kept_and_the_first_of_them(empty_library: Library, feed: Feed) -> None:
    for n in range(60):
        brought(empty_library, feed, item("a", f"Version {n}."), now=f"2026-03-01T12:{n:02}:00Z")
    texts = [version.text for version in empty_library.versions.of(1)]
    assert len(texts) == 50
    assert (texts[0], texts[-2], texts[-1]) == ("Version 58.", "Version 10.", "Version 0.")


def test_the_page_can_be_shown_and_the_feeds_own_text_again(empty_library: Library, feed: Feed) -> None:
    brought(empty_library, feed, item("a", "A teaser."))
    with empty_library.transaction():
        empty_library.versions.show_page(1, "The whole article.", "", NOW)
    assert (empty_library.article(1).text, empty_library.article(1).changed) == ("The whole article.", None)
    brought(empty_library, feed, item("a", "Another teaser."), now=LATER)
    assert empty_library.article(1).text == "The whole article."
    with empty_library.transaction():
        assert empty_library.versions.swap(1) == "feed"
    assert empty_library.article(1).text == "Another teaser."
    with empty_library.transaction():
        assert empty_library.versions.swap(1) == "page"
        empty_library.versions.show_page(1, "The whole article, longer.", "", LATER)
    assert [version.text for version in empty_library.versions.of(1)] == ["The whole article."]


def test_what_is_half_done_is_not_done(empty_library: Library, feed: Feed) -> None:
    brought(empty_library, feed, item("a"))
    before = contents(empty_library)

    def interrupted() -> None:
        with empty_library.transaction(durable=False):
            brought(empty_library, feed, item("b"), item("a", "Other."))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert contents(empty_library) == before


def test_records_tell_what_the_feed_asked_for_says(empty_library: Library, feed: Feed) -> None:
    other = empty_library.feeds.subscribe("https://bay.example/world")
    brought(empty_library, feed, item("a"))
    brought(empty_library, other, item("a", guid="elsewhere"))
    (here,), (there,) = (list(empty_library.records(Scope(feed=one.id))) for one in (feed, other))
    assert (here["id"], here["guid"], here["feed"]) == (1, "guid-a", "https://bay.example/feed")
    assert (there["id"], there["guid"], there["feed"]) == (1, "elsewhere", "https://bay.example/world")
    assert here["published"] == NOW
