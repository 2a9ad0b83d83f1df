"""Where an article stands in a list, which read ones stay in it, and which would go with a feed."""

from __future__ import annotations

from reader.domain.article import Draft
from reader.domain.entry import identity
from reader.domain.feed import FeedItem
from reader.domain.intent import Joined, New
from reader.domain.scope import Found, Scope
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


def recounted(library: Library) -> dict[int, tuple[int, int]]:
    """Articles and unread of each feed, counted anew."""
    rows = library._ask(
        "SELECT f.id, count(e.article_id), coalesce(sum(e.article_id IS NOT NULL AND NOT coalesce(s.read, 0)), 0) "
        "FROM feed f LEFT JOIN (SELECT DISTINCT e.feed_id, e.article_id FROM entry e LEFT JOIN status s "
        "ON s.article_id = e.article_id WHERE coalesce(s.deleted, 0) = 0) e ON e.feed_id = f.id "
        "LEFT JOIN status s ON s.article_id = e.article_id GROUP BY f.id"
    )
    return {id: (articles, unread) for id, articles, unread in rows}


def test_counts_of_feeds_are_kept_whatever_is_done(empty_library: Library) -> None:
    one, two = (empty_library.feeds.subscribe(f"https://{host}.example/feed").id for host in ("one", "two"))
    ids = bring(empty_library, one, 1, 2, 3, 4)
    empty_library.set_read(ids[0], True)
    items = [
        FeedItem(f"Title {one}.{d}", f"Text {one}.{d}.", guid=f"again-{d}", published=f"2026-03-0{d}T08:00:00Z")
        for d in (1, 2, 3)
    ]
    joined = [Joined(id, item, identity(item)) for item, id in zip(items, ids, strict=False)]
    with empty_library.transaction():
        # The same article may stand twice in one feed's document, under two names.
        empty_library.entries.save(Origin(two, "Two"), [*joined, joined[1]], NOW)

    def check() -> None:
        kept = {feed: empty_library.counts(Scope(feed=feed)) for feed in (one, two)}
        assert {feed: (counts.articles, counts.unread) for feed, counts in kept.items()} == recounted(empty_library)
        for feed in (one, two):
            assert len(empty_library.rows(scope=Scope(feed=feed))) == kept[feed].articles
        unread = [row.id for row in empty_library.rows(scope=Scope(unread=True))]
        assert unread == [row.id for row in empty_library.rows() if not row.read]
        assert len(unread) == empty_library.counts().unread

    check()
    for step in (
        lambda: empty_library.set_read(ids[1], True),
        lambda: empty_library.set_read(ids[1], False),
        lambda: empty_library.delete(ids[1]),
        lambda: empty_library.delete(ids[0]),
        empty_library.deeds.undo,
        empty_library.deeds.undo,
        lambda: empty_library.feeds.unsubscribe(one, remove_articles=True),
        empty_library.deeds.undo,
        lambda: empty_library._db.execute("DELETE FROM status WHERE article_id = ?", (ids[0],)),
        lambda: empty_library._db.execute("DELETE FROM article WHERE id = ?", (ids[2],)),
    ):
        step()
        check()


def test_any_page_of_any_list_is_a_piece_of_it(empty_library: Library) -> None:
    one = empty_library.feeds.subscribe("https://one.example/feed").id
    folder = empty_library.folders.add("News")
    empty_library.folders.move_feed(one, folder)
    ids = bring(empty_library, one, 1, 2, 3, 4, 5, 6, 7)
    empty_library.delete(ids[3])
    empty_library.set_read(ids[5], True)
    found = Found((ids[6], ids[3], ids[0], ids[5]))
    for scope in (
        Scope(),
        Scope(unread=True, kept=frozenset({ids[5], ids[6]})),
        Scope(feed=one),
        Scope(folder=folder),
        Scope(found=found),
    ):
        whole = [row.id for row in empty_library.rows(scope=scope)]
        assert len(whole) == empty_library.counts(scope).articles
        for limit in (1, 2, 5):
            for offset in range(len(whole) + 2):
                page = [row.id for row in empty_library.rows(limit, offset, scope=scope)]
                assert page == whole[offset : offset + limit]
        assert [record["id"] for record in empty_library.records(scope)] == whole
        assert [row.id for row in empty_library.rows(after=whole[1], scope=scope)] == whole[2:]
    assert [row.id for row in empty_library.rows(scope=Scope(found=found))] == [ids[6], ids[0], ids[5]]
