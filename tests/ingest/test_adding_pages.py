"""One article from its page: recognised again, a version where it changed, no double of what a feed brought."""

from __future__ import annotations

import pytest

from reader.domain.article import Draft, Shown
from reader.domain.entry import identity
from reader.domain.feed import FeedItem
from reader.domain.intent import New
from reader.ingest.adding_pages import Became, store_page
from reader.store.entries import Origin
from reader.store.library import Library

NOW = "2026-03-01T12:00:00Z"
ADDRESS = "https://bay.example/story"


def draft(text: str = "The whole story.", url: str = ADDRESS, title: str = "Story") -> Draft:
    """What was found in a page."""
    return Draft(text, title, source="bay.example", language="en", url=url, origin=url)


@pytest.fixture
def from_feed(empty_library: Library) -> int:
    """The id of an article a feed brought, with the page's address and a teaser."""
    feed = empty_library.feeds.subscribe("https://bay.example/feed")
    item = FeedItem("Story", "A teaser.", guid="1", url=f"{ADDRESS}?utm_source=rss")
    with empty_library.transaction():
        saved = empty_library.entries.save(Origin(feed.id, "Bay"), [New(item, identity(item))], NOW)
    return saved.new[0]


def test_the_same_page_again_is_known(empty_library: Library) -> None:
    first = store_page(empty_library, draft(), NOW)
    again = store_page(empty_library, draft(url=f"{ADDRESS}?utm_medium=mail"), NOW)
    assert (first.became, again.became) == (Became.NEW, Became.KNOWN)
    assert first.id == again.id
    article = empty_library.article(first.id)
    assert (article.title, article.source, article.language, article.feed_id) == ("Story", "bay.example", "en", None)


def test_a_page_that_changed_is_a_new_version(empty_library: Library) -> None:
    first = store_page(empty_library, draft(), NOW)
    empty_library.set_read(first.id, True)
    changed = store_page(empty_library, draft("The whole story, corrected."), NOW)
    assert (changed.id, changed.became) == (first.id, Became.CHANGED)
    article = empty_library.article(first.id)
    assert (article.text, article.read) == ("The whole story, corrected.", True)
    assert [version.text for version in empty_library.versions.of(first.id)] == ["The whole story."]


def test_two_pages_stay_two(empty_library: Library) -> None:
    one = store_page(empty_library, draft(), NOW)
    other = store_page(empty_library, draft("Another story.", url="https://bay.example/other"), NOW)
    assert (one.id != other.id, other.became) == (True, Became.NEW)


def test_an_article_of_a_feed_gets_the_text_of_its_page(empty_library: Library, from_feed: int) -> None:
    added = store_page(empty_library, draft(), NOW)
    assert (added.id, added.became) == (from_feed, Became.WHOLE)
    article = empty_library.article(from_feed)
    assert (article.text, article.shown) == ("The whole story.", Shown.PAGE)
    kept = empty_library.versions.alternate(from_feed)
    assert kept is not None
    assert kept.text == "A teaser."
    assert store_page(empty_library, draft(), NOW).became is Became.KNOWN
    assert store_page(empty_library, draft("Corrected."), NOW).became is Became.CHANGED
    assert empty_library.counts().articles == 1


def test_a_text_that_is_there_as_a_file_is_not_stored_twice(empty_library: Library) -> None:
    file = empty_library.add(Draft("The whole story.", "Story"))
    added = store_page(empty_library, draft(), NOW)
    assert (added.id, added.became) == (file.id, Became.KNOWN)


def test_what_was_deleted_comes_back_when_it_is_asked_for(empty_library: Library, from_feed: int) -> None:
    page = store_page(empty_library, draft("Another story.", url="https://bay.example/other"), NOW)
    for id in (page.id, from_feed):
        empty_library.delete(id)
    assert store_page(empty_library, draft("Another story.", url="https://bay.example/other"), NOW).id == page.id
    assert store_page(empty_library, draft(), NOW).id == from_feed
    assert empty_library.counts().articles == 2
    empty_library.deeds.undo()
    assert empty_library.article(from_feed).deleted
