"""Whatever changes what a search finds shows where it did: what was counted elsewhere still holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

import pytest
from items import LATER, brought, item
from sample import sample_analysis
from watched import news

from reader.domain.annotation import About, Annotation
from reader.domain.article import Draft
from reader.domain.confidence import SETTING
from reader.domain.feed import Feed
from reader.ingest.stories.placing import place_all
from reader.ingest.telling_analyses import tell_all
from reader.ingest.understanding import understood
from reader.store.library import Library

QUERIES = (
    *("ferry", "late OR note", "-ferry", "is:unread", "is:bookmarked", "is:annotated", "is:changed", "has:note"),
    *("tag:sea", "tag:land", "feed:bay", "feed:cape", "folder:coast", "folder:shore", "lang:de", "after:2026-04-01"),
    *("says:maire", "party:maire", "number:>0", "title:b", "source:Bay"),
)


def counted(library: Library, queries: Sequence[str] = QUERIES) -> dict[str, int]:
    """What each query counts, of the unread and of all."""
    found = {}
    for text in queries:
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


STORY_QUERIES = (
    *("is:story", "is:followed", "story:1", "story:fight", "story:bridge", "story:north", "heard:Russia"),
    *("unheard:Russia", "-heard:Russia", "story:tide"),
)


def story_deeds(library: Library) -> Iterator[tuple[str, Callable[[], object]]]:
    """One thing after the other that makes some search by stories find others."""

    def hide(id: int) -> None:
        library.delete(id)
        place_all(library)

    def back() -> None:
        library.deeds.undo()
        place_all(library)

    def apart() -> None:
        library.stories.leave_out(1, [2])
        place_all(library)

    def silent() -> None:
        article = library.article(1)
        found = library.analysis(article.text_hash)
        assert found is not None
        library.save_analysis(article.text_hash, replace(found.analysis, statements=()), found.engine_key)
        tell_all(library)
        place_all(library)

    yield "the first", lambda: news(library, 1)
    yield "a second, and a story", lambda: news(library, 2)
    yield "followed", lambda: library.stories.follow(2, True)
    yield "no longer", library.deeds.undo
    yield "named", lambda: library.stories.rename(1, "Tides of the north")
    yield "by its title again", library.deeds.undo
    yield "followed again", lambda: library.stories.follow(1, True)
    yield "a third joins", lambda: news(library, 3)
    yield "one goes", lambda: hide(3)
    yield "one is back", back
    yield "one is no part of it", apart
    yield "it is one", back
    yield (
        "another is there",
        lambda: news(library, 4, event=1, killed=3, said="grain prices will not be fixed by decree"),
    )
    yield "silent in one article", silent
    yield "strict", lambda: library.set_setting(SETTING, "strict")


def test_where_a_search_by_stories_counts_otherwise_something_changed(empty_library: Library) -> None:
    library = empty_library
    was, before = counted(library, STORY_QUERIES), library.search.changes()
    for what, deed in story_deeds(library):
        deed()
        now, after = counted(library, STORY_QUERIES), library.search.changes()
        if now != was:
            assert after != before, what
        elif what not in ("strict", "silent in one article"):
            pytest.fail(what)
        was, before = now, after


def test_what_others_of_a_story_say_is_noted_far_away(empty_library: Library) -> None:
    """An article in another stretch is found otherwise, so that stretch counts again."""
    library = empty_library
    first = news(library, 1)
    library._db.execute("UPDATE sqlite_sequence SET seq = 9000 WHERE name = 'article'")
    second = news(library, 2)
    assert library.stories.story_of(second) == first
    for deed in (
        lambda: library.stories.follow(second, True),
        lambda: library.stories.rename(second, "North"),
        lambda: library.save_analysis(library.article(second).text_hash, sample_analysis()),
        lambda: library.delete(second),
    ):
        before = library.search.changes()
        deed()
        tell_all(library)
        place_all(library)
        after = library.search.changes()
        assert {stretch for stretch in after if after[stretch] != before[stretch]} == {first >> 12, second >> 12}


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
