"""Where an article stands in a list, which read ones stay in it, and which would go with a feed."""

from __future__ import annotations

from reader.domain.article import Draft
from reader.domain.entry import identity
from reader.domain.feed import FeedItem
from reader.domain.intent import New
from reader.domain.scope import Scope
from reader.store.entries import Origin
from reader.store.library import Library

NOW = "2026-03-20T12:00:00Z"


def bring(library: Library, feed: int, *days: int) -> list[int]:
    """Articles of a feed, dated on these days of March."""
    items = [
        FeedItem(f"Title {feed}.{d}", f"Text {feed}.{d}.", guid=f"{feed}.{d}", published=f"2026-03-{d:02}T08:00:00Z")
        for d in days
    ]
    with library.transaction():
        return list(library.entries.save(Origin(feed, "Paper"), [New(i, identity(i)) for i in items], NOW).new)


def test_the_place_of_an_article_is_its_index_in_every_list(empty_library: Library) -> None:
    one, two = (empty_library.feeds.subscribe(f"https://{host}.example/feed").id for host in ("one", "two"))
    first, second = bring(empty_library, one, 1, 5, 9), bring(empty_library, two, 3, 9)
    alone = empty_library.add(Draft("Alone.", "Alone", published="2026-03-04")).id
    empty_library.set_read(first[1], True)
    folder = empty_library.folders.add("News")
    empty_library.folders.move_feed(two, folder)
    for scope in (Scope(), Scope(unread=True), Scope(feed=one), Scope(feed=one, unread=True), Scope(folder=folder)):
        listed = [row.id for row in empty_library.rows(scope=scope)]
        for id in (*first, *second, alone):
            assert empty_library.place(id, scope) == (listed.index(id) if id in listed else None)
    assert empty_library.place(2**40) is None


def test_what_was_read_meanwhile_may_stay_among_the_unread(empty_library: Library) -> None:
    ids = [empty_library.add(Draft(f"{n}.", f"{n}", published=f"2026-03-0{n}")).id for n in range(1, 5)]
    empty_library.set_read(ids[1], True)
    empty_library.set_read(ids[2], True)
    scope = Scope(unread=True, kept=frozenset({ids[1]}))
    assert [row.id for row in empty_library.rows(scope=scope)] == [ids[3], ids[1], ids[0]]
    assert empty_library.counts(scope).articles == 3
    assert empty_library.counts(scope).unread == 2
    assert empty_library.place(ids[1], scope) == 1


def test_what_would_go_with_a_feed_is_what_goes(empty_library: Library) -> None:
    feed = empty_library.feeds.subscribe("https://one.example/feed").id
    ids = bring(empty_library, feed, 1, 2, 3)
    empty_library.set_bookmarked(ids[1], True)
    assert sorted(empty_library.feeds.removable(feed)) == [ids[0], ids[2]]
    assert empty_library.feeds.unsubscribe(feed, remove_articles=True) == 2
    assert [row.id for row in empty_library.rows()] == [ids[1]]
