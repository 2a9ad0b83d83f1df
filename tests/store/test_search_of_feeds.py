"""Searching by feed and folder, and for what feeds changed."""

from __future__ import annotations

from items import LATER, brought, item

from reader.domain.query.terms import Facet, Field, Query, Text
from reader.store.library import Library


def test_feeds_go_by_id_address_or_name_and_folders_by_path(empty_library: Library) -> None:
    feed = empty_library.feeds.subscribe("https://bay.example/feed", name="Le Journal de l’Été")
    other = empty_library.feeds.subscribe("https://cape.example/feed", name="Cape")
    folder = empty_library.folders.add("Coast", empty_library.folders.add("World"))
    empty_library.folders.move_feed(feed.id, folder)
    brought(empty_library, feed, item("a"))
    brought(empty_library, other, item("b"))
    assert empty_library.index.fill()

    def ids(field: Field, value: str, *, prefix: bool = False) -> tuple[int, ...]:
        return empty_library.search.find(Query(Facet(field, value, prefix=prefix))).ids

    for name in (str(feed.id), "https://bay.example/feed", "journal de l'ete", "ÉTÉ"):
        assert ids(Field.FEED, name) == (1,), name
    assert ids(Field.FEED, "nothing") == ids(Field.FEED, "9" * 30) == ids(Field.FOLDER, "ast") == ()
    for path in ("coast", "World", "world/coast"):
        assert ids(Field.FOLDER, path) == (1,), path
    assert ids(Field.FOLDER, "world/coa", prefix=True) == ids(Field.FEED, "journal de l'e", prefix=True) == (1,)
    assert ids(Field.FOLDER, "world/ast", prefix=True) == ids(Field.FEED, "urnal", prefix=True) == ()
    empty_library.feeds.unsubscribe(feed.id)
    assert ids(Field.FOLDER, "coast") == ()
    assert ids(Field.FEED, "journal") == (1,)


def test_what_changed_since_it_was_looked_at(empty_library: Library) -> None:
    feed = empty_library.feeds.subscribe("https://bay.example/feed")
    brought(empty_library, feed, item("a", "The ferry is late."), item("b", "Tides."))
    for id in (1, 2):
        empty_library.set_read(id, True)
    empty_library._db.execute("UPDATE status SET looked = '2026-03-01T12:30:00Z'")
    brought(empty_library, feed, item("a", "The train is late."), now=LATER)
    changed = empty_library.search.find(Query(Facet(Field.IS, "changed"))).ids
    assert [empty_library.article(id).text for id in changed] == ["The train is late."]
    assert empty_library.index.fill()
    assert empty_library.search.find(Query(Text("ferry"))).ids == ()
