"""Whatever changes what a search finds shows where it did: what was counted elsewhere still holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from items import LATER, brought, item
from sample import sample_analysis

from reader.domain.annotation import About, Annotation
from reader.domain.article import Draft
from reader.domain.confidence import SETTING
from reader.domain.feed import Feed
from reader.ingest.telling_analyses import tell_all
from reader.ingest.understanding import understood
from reader.store.library import Library

QUERIES = (
    *("ferry", "late OR note", "-ferry", "is:unread", "is:bookmarked", "is:annotated", "is:changed", "has:note"),
    *("tag:sea", "tag:land", "feed:bay", "feed:cape", "folder:coast", "folder:shore", "lang:de", "after:2026-04-01"),
    *("says:maire", "party:maire", "number:>0", "title:b", "source:Bay"),
)


def counted(library: Library) -> dict[str, int]:
    """What each query counts, of the unread and of all."""
    found = {}
    for text in QUERIES:
        query = understood(text, date(2026, 3, 20))
        for unread in (False, True):
            found[f"{text} {unread}"] = library.search.count(query, unread=unread)
            each = library.search.counts(query, library.search.changes().keys(), unread=unread)
            assert sum(each.values()) == found[f"{text} {unread}"], text
    return found


def deeds(library: Library, feed: Feed) -> Iterator[tuple[str, Callable[[], object]]]:
    """One thing after the other that makes some search find others."""
    story = Draft("The ferry sank. It was late.", "Ferry", published="2026-04-02", language="en")
    ids: dict[str, int] = {}

    def note(body: str) -> None:
        ids["note"] = library.annotations.add(Annotation(1, About.ARTICLE, body=body)).id

    def analyse() -> None:
        made = sample_analysis()
        doubtful = replace(made, statements=tuple(replace(one, confidence=0.5) for one in made.statements))
        library.save_analysis(library.article(1).text_hash, doubtful)
        tell_all(library)

    yield "an item", lambda: brought(library, feed, item("a", "The ferry is late."), item("b", "Tides."))
    yield "into the index", library.index.fill
    yield "an article", lambda: library.add(story)
    yield "that one into the index", library.index.fill
    yield "read", lambda: library.set_read(1, True)
    yield "unread", lambda: library.set_read(1, False)
    yield "all read", lambda: library.marking.mark([1, 2], True)
    yield "all unread again", library.deeds.undo
    yield "bookmarked", lambda: library.set_bookmarked(2, True)
    yield "tagged", lambda: library.tags.put([2], ["Sea"])
    yield "a tag renamed", lambda: library.tags.rename(library.tags.all()[0].id, "Land")
    yield "its old name", library.deeds.undo
    yield "a tag taken", lambda: library.tags.take([2], ["Sea"])
    yield "a note", lambda: note("A note.")
    yield "another note", lambda: library.annotations.change(ids["note"], body="Nothing of it.")
    yield "no note", lambda: library.annotations.remove(ids["note"])
    yield "an analysis", analyse
    yield "surer", lambda: library.set_setting(SETTING, "strict")
    yield "a feed by another name", lambda: library.feeds.rename(feed.id, "Cape")
    yield "a folder", lambda: library.folders.move_feed(feed.id, library.folders.add("Coast"))
    yield "a folder renamed", lambda: library.folders.rename(library.folders.all()[0].id, "Shore")
    yield "a language", lambda: library.set_language([2], "de")
    yield "looked at", lambda: library.set_read(2, True)
    yield "rewritten", lambda: brought(library, feed, item("b", "A ferry at last."), now=LATER)
    yield "deleted", lambda: library.delete(1)
    yield "not deleted", library.deeds.undo
    yield "given up", lambda: library.feeds.unsubscribe(feed.id)


def test_where_a_search_counts_otherwise_something_changed(empty_library: Library) -> None:
    feed = empty_library.feeds.subscribe("https://bay.example/feed", name="Bay")
    was, before = counted(empty_library), empty_library.search.changes()
    for what, deed in deeds(empty_library, feed):
        deed()
        now, after = counted(empty_library), empty_library.search.changes()
        assert now != was, what
        assert after != before, what
        was, before = now, after


def test_what_no_search_asks_for_changes_nothing(empty_library: Library) -> None:
    empty_library.add(Draft("The ferry is late.", "Ferry", language="en"))
    feed = empty_library.feeds.subscribe("https://bay.example/feed", name="Bay")
    before = empty_library.search.changes()
    empty_library.set_setting("width", "80")
    empty_library.set_position(1, 4)
    empty_library.searches.add("Ferries", "ferry")
    empty_library.feeds.pause(feed.id, True)
    assert empty_library.search.changes() == before
