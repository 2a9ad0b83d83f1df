"""Subscriptions and folders: found by any address they had, undone and redone, never forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest
from items import brought, item

from reader.domain.correction import Correction, CorrectionKind
from reader.domain.errors import LibraryError, NotFoundError
from reader.domain.feed import FullText, ParsedFeed, Visit
from reader.domain.scope import Scope
from reader.store.library import Library
from reader.store.records import Counts

ADDRESS = "https://bay.example/feed"


def names(library: Library) -> list[str]:
    return [feed.shown for feed in library.feeds.all()]


def test_subscribing_twice_is_subscribing_once(empty_library: Library) -> None:
    first = empty_library.feeds.subscribe(ADDRESS)
    assert empty_library.feeds.subscribe(ADDRESS, name="Another") == first
    assert names(empty_library) == [ADDRESS]


def test_a_feed_is_found_by_every_address_it_had(empty_library: Library) -> None:
    feed = empty_library.feeds.subscribe(ADDRESS, also="https://bay.example/")
    with empty_library.transaction():
        assert empty_library.feeds.readdress(feed.id, "https://bay.example/new")
    found = [empty_library.feeds.by_address(a) for a in (ADDRESS, "https://bay.example/", "https://bay.example/new")]
    assert [one.id if one else None for one in found] == [feed.id] * 3
    again = empty_library.feeds.get(feed.id)
    assert (again.address, again.subscribed) == ("https://bay.example/new", ADDRESS)


def test_a_feed_does_not_take_the_address_of_another(empty_library: Library) -> None:
    one, other = (empty_library.feeds.subscribe(f"https://bay.example/{n}") for n in "ab")
    with empty_library.transaction():
        assert not empty_library.feeds.readdress(one.id, other.address)
    assert empty_library.feeds.get(one.id).address == one.address


def test_what_a_feed_says_of_itself_does_not_touch_the_users_name(empty_library: Library) -> None:
    feed = empty_library.feeds.subscribe(ADDRESS, name="Mine")
    with empty_library.transaction():
        empty_library.feeds.described(feed, ParsedFeed("Its own", (), site="https://bay.example/", language="fr"))
    again = empty_library.feeds.get(feed.id)
    assert (again.shown, again.title, again.language) == ("Mine", "Its own", "fr")
    empty_library.feeds.rename(feed.id, None)
    assert names(empty_library) == ["Its own"]


def test_each_change_is_undone_and_redone_in_turn(empty_library: Library) -> None:
    feed = empty_library.feeds.subscribe(ADDRESS)
    folder = empty_library.folders.add("Coast")
    empty_library.folders.move_feed(feed.id, folder)
    empty_library.feeds.rename(feed.id, "The Bay")
    empty_library.feeds.pause(feed.id, True)
    empty_library.feeds.set_full_text(feed.id, FullText.SHORT)
    empty_library.feeds.set_access(feed.id, proxy="http://proxy.example:8080", insecure=True)
    empty_library.feeds.unsubscribe(feed.id)

    def state() -> tuple[object, ...]:
        one = empty_library.feeds.get(feed.id)
        placed = [p.folder for p in empty_library.folders.placements()]
        return (one, placed, empty_library.folders.all())

    states = [state()]
    labels = []
    while (deed := empty_library.deeds.undo()) is not None:
        labels.append(deed.label)
        states.append(state())
    assert labels == [
        "unsubscribed from The Bay",
        "changed how The Bay is reached",
        "full text of The Bay: short",
        "paused The Bay",
        "renamed https://bay.example/feed to The Bay",
        "moved https://bay.example/feed to Coast",
        "made the folder Coast",
        "subscribed to https://bay.example/feed",
    ]
    assert len(set(map(str, states))) == len(states)
    for expected in reversed(states[:-1]):
        assert empty_library.deeds.redo() is not None
        assert state() == expected
    assert empty_library.deeds.redo() is None


def test_something_new_ends_what_could_be_redone(empty_library: Library) -> None:
    feed = empty_library.feeds.subscribe(ADDRESS)
    empty_library.feeds.rename(feed.id, "One")
    empty_library.deeds.undo()
    empty_library.feeds.rename(feed.id, "Two")
    assert empty_library.deeds.redo() is None
    assert names(empty_library) == ["Two"]


def test_corrections_keep_their_place_among_everything_else(empty_library: Library) -> None:
    feed = empty_library.feeds.subscribe(ADDRESS)
    said = Correction(CorrectionKind.PARTY, actor="Mary Quill", value="The Bay Post")
    empty_library.corrections.add(said)
    empty_library.feeds.rename(feed.id, "The Bay")
    assert [d.kind for d in iter(empty_library.deeds.undo, None)] == ["rename", "correction", "subscribe"]
    assert [c.undone for c in empty_library.corrections.all()] == [True]
    assert [d.kind for d in iter(empty_library.deeds.redo, None)] == ["subscribe", "correction", "rename"]
    assert [c.undone for c in empty_library.corrections.all()] == [False]


def test_a_correction_undone_by_itself_is_undone_here_too(empty_library: Library) -> None:
    feed = empty_library.feeds.subscribe(ADDRESS)
    empty_library.corrections.add(Correction(CorrectionKind.PARTY, actor="Mary Quill", value="The Bay Post"))
    empty_library.corrections.undo()
    deed = empty_library.deeds.undo()
    assert deed is not None
    assert deed.kind == "subscribe"
    assert empty_library.feeds.get(feed.id).unsubscribed is not None


def test_articles_stay_when_their_feed_is_given_up(empty_library: Library) -> None:
    feed = empty_library.feeds.subscribe(ADDRESS)
    brought(empty_library, feed, item("a"), item("b"))
    assert empty_library.feeds.unsubscribe(feed.id) == 0
    assert empty_library.counts() == Counts(2, 2)
    assert empty_library.feeds.all() == []


def test_only_what_nobody_keeps_goes_with_its_feed(empty_library: Library) -> None:
    feed = empty_library.feeds.subscribe(ADDRESS)
    other = empty_library.feeds.subscribe("https://bay.example/world")
    brought(empty_library, feed, item("kept"), item("tagged"), item("shared"), item("going"))
    brought(empty_library, other, item("shared"))
    ids = {row.title: row.id for row in empty_library.rows()}
    empty_library.set_bookmarked(ids["Title kept"], True)
    with empty_library.transaction():
        empty_library._db.execute("INSERT INTO tag (id, name, folded) VALUES (1, 'sea', 'sea')")
        empty_library._db.execute("INSERT INTO tagging (article_id, tag_id) VALUES (?, 1)", (ids["Title tagged"],))
    assert empty_library.feeds.unsubscribe(feed.id, remove_articles=True) == 1
    assert {row.title for row in empty_library.rows()} == {"Title kept", "Title tagged", "Title shared"}
    empty_library.deeds.undo()
    assert len(empty_library.rows()) == 4


def test_a_feed_taken_up_again_is_the_same_feed(empty_library: Library) -> None:
    feed = empty_library.feeds.subscribe(ADDRESS)
    brought(empty_library, feed, item("a"))
    with empty_library.transaction():
        empty_library.feeds.visited(feed.id, Visit(gone=True, next_try="9999-12-31T00:00:00Z", failures=4))
    empty_library.feeds.unsubscribe(feed.id)
    again = empty_library.feeds.subscribe(ADDRESS)
    assert again.id == feed.id
    assert empty_library.counts(Scope(feed=again.id)) == Counts(1, 1)
    visit = empty_library.feeds.visit(again.id)
    assert (visit.gone, visit.next_try, visit.failures) == (False, "", 0)


def test_a_visit_is_kept_as_it_was(empty_library: Library) -> None:
    feed = empty_library.feeds.subscribe(ADDRESS)
    visit = Visit(
        tried="2026-03-01T12:00:00Z",
        status=503,
        error="It is closed.",
        advice="Wait.",
        failures=2,
        next_try="2026-03-01T13:00:00Z",
        not_before="2026-03-01T12:30:00Z",
        etag='W/"x"',
        skip_hours=frozenset({0, 23}),
        skip_days=frozenset({5, 6}),
        ttl=60,
        moved_to="https://bay.example/new",
        moved_visits=2,
    )
    with empty_library.transaction():
        empty_library.feeds.visited(feed.id, visit)
    assert empty_library.feeds.visit(feed.id) == visit
    assert empty_library.feeds.visits() == {feed.id: visit}


def test_folders_nest_and_are_never_put_into_themselves(empty_library: Library) -> None:
    outer = empty_library.folders.add("Outer")
    inner = empty_library.folders.add("Inner", outer)
    with pytest.raises(LibraryError, match="Outer cannot be put into itself"):
        empty_library.folders.move(outer, inner)
    feed = empty_library.feeds.subscribe(ADDRESS, folder=inner)
    brought(empty_library, feed, item("a"))
    assert empty_library.counts(Scope(folder=outer)) == Counts(1, 1)
    empty_library.folders.remove(inner)
    assert [p.folder for p in empty_library.folders.placements()] == [outer]
    empty_library.deeds.undo()
    assert [p.folder for p in empty_library.folders.placements()] == [inner]


def test_what_is_not_there_is_said(empty_library: Library) -> None:
    with pytest.raises(NotFoundError, match="no feed 7"):
        empty_library.feeds.get(7)
    with pytest.raises(NotFoundError, match="no folder 7"):
        empty_library.folders.rename(7, "x")


def test_unread_articles_are_counted_by_feed(empty_library: Library) -> None:
    feed = empty_library.feeds.subscribe(ADDRESS)
    brought(empty_library, feed, item("a"), item("b"), item("c"))
    empty_library.set_read(1, True)
    empty_library.delete(2)
    assert empty_library.feeds.unread() == {feed.id: 1}


def test_a_change_by_another_connection_is_noticed(empty_library: Library, library_path: Path) -> None:
    before = empty_library.data_version()
    empty_library.set_setting("x", "y")
    assert empty_library.data_version() == before
    with Library.open(library_path) as other:
        other.feeds.subscribe(ADDRESS)
    assert empty_library.data_version() != before
