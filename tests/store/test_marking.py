"""Marking many articles at once: by ids, by list, above and below a row; always one deed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from items import brought, item
from sample import sample_analysis

from reader.domain.errors import NotFoundError
from reader.domain.scope import EVERYTHING, Found, Scope
from reader.store.derived import wrong_counts
from reader.store.library import Library

UNREAD = Scope(unread=True)


@pytest.fixture
def library(empty_library: Library) -> Library:
    """Six articles, ids 1 to 6 from the oldest: 1 to 4 of a feed in a folder, 5 and 6 of another; 4 is of both."""
    library = empty_library
    news = library.folders.add("News")
    alpha = library.feeds.subscribe("https://alpha.example/feed", name="Alpha", folder=news)
    beta = library.feeds.subscribe("https://beta.example/feed", name="Beta")
    names = [f"a{n}" for n in range(4)]
    brought(library, alpha, *(item(name, published=f"2026-03-0{n + 1}T10:00:00Z") for n, name in enumerate(names)))
    brought(library, beta, *(item(f"b{n}", published=f"2026-03-0{n + 5}T10:00:00Z") for n in range(2)))
    return library


def unread(library: Library, scope: Scope = EVERYTHING) -> list[int]:
    """Ids of the unread in a list, in its order."""
    return [row.id for row in library.rows(scope=scope) if not row.read]


def test_lists_folders_and_everything(library: Library) -> None:
    assert library.marking.count(Scope(folder=1), True) == 4
    assert library.marking.mark(Scope(folder=1), True) == 4
    assert unread(library) == [6, 5]
    assert library.feeds.unread() == {2: 2}
    assert library.marking.mark(Scope(feed=2), True) == 2
    assert (library.marking.count(EVERYTHING, True), library.counts().unread) == (0, 0)
    assert library.marking.mark(EVERYTHING, True) == 0
    assert library.marking.count(EVERYTHING, False) == 6
    assert library.marking.mark(EVERYTHING, False) == 6
    assert unread(library) == [6, 5, 4, 3, 2, 1]
    for label in ("marked 6 articles unread", "marked 2 articles read", "marked 4 articles read"):
        deed = library.deeds.undo()
        assert deed is not None
        assert deed.label == label
    assert unread(library) == [6, 5, 4, 3, 2, 1]


def test_above_and_below_a_row_follow_the_order_of_the_list(library: Library) -> None:
    assert library.marking.count(EVERYTHING, True, above=4) == 2
    assert library.marking.mark(EVERYTHING, True, above=4) == 2
    assert library.marking.mark(Scope(feed=1), True, below=3) == 2
    assert unread(library) == [4, 3]
    assert library.marking.mark(EVERYTHING, False, below=4) == 2
    assert unread(library) == [4, 3, 2, 1]
    found = Scope(found=Found((3, 1, 4, 2, 6)))
    assert library.marking.mark(found, True, above=4) == 2
    assert library.marking.mark(found, True, below=4) == 1
    assert unread(library) == [4]
    assert library.marking.mark(found, False) == 4
    assert unread(library) == [6, 4, 3, 2, 1]


def test_ids_the_unread_list_and_what_was_read_in_it(library: Library) -> None:
    assert library.marking.mark([2, 5, 2], True) == 2
    assert library.marking.mark([2, 3], True) == 1
    kept = replace(UNREAD, kept=frozenset({2}))
    assert library.marking.count(kept, True) == 3
    assert library.marking.mark(kept, False) == 1
    assert unread(library) == [6, 4, 2, 1]
    with pytest.raises(NotFoundError, match="no article 99"):
        library.marking.mark([1, 99], True)
    assert unread(library) == [6, 4, 2, 1]


def test_when_each_was_looked_at_comes_back_too(library: Library) -> None:
    library.set_read(1, True)
    library.set_read(1, False)
    library._db.execute("UPDATE status SET looked = '2026-03-01T00:00:00Z' WHERE article_id = 1")
    library._db.execute("UPDATE article SET changed = '2026-03-02T00:00:00Z' WHERE id IN (1, 2)")

    def changed() -> list[int]:
        return [row.id for row in library.rows() if row.changed]

    assert changed() == [1]
    library.marking.mark(EVERYTHING, True)
    assert changed() == []
    library.deeds.undo()
    assert changed() == [1]
    library.deeds.redo()
    assert changed() == []
    assert unread(library) == []


def test_undoing_leaves_what_opening_did_meanwhile(library: Library) -> None:
    library.marking.bookmark([1], True)
    library.set_read(1, True)
    library.set_position(1, 40)
    library.deeds.undo()
    article = library.article(1)
    assert (article.bookmarked, article.read, article.position) == (False, True, 40)


def test_bookmarking_and_deleting_many_is_one_deed(library: Library) -> None:
    assert library.marking.bookmark([1, 2, 3], True) == 3
    assert library.marking.bookmark([3, 4], True) == 1
    assert library.marking.bookmark([1, 5], False) == 1
    assert [row.id for row in library.rows() if row.bookmarked] == [4, 3, 2]
    assert library.marking.delete([1, 6]) == 2
    assert [row.id for row in library.rows()] == [5, 4, 3, 2]
    assert library.counts(Scope(feed=1)).articles == 3
    said = [library.deeds.undo() for _ in range(4)]
    assert [deed.label if deed else None for deed in said] == [
        "deleted 2 articles",
        "no longer bookmarked: Title a0",
        "bookmarked: Title a3",
        "bookmarked 3 articles",
    ]
    assert not any(row.bookmarked for row in library.rows())
    assert library.counts(Scope(feed=1)).articles == 4


def test_what_is_chosen_of_a_list(library: Library) -> None:
    library.delete(5)
    chosen = library.marking.chosen
    assert chosen(EVERYTHING, [1, 5, 99]) == [1]
    assert chosen(EVERYTHING, [1], (3, 6)) == [6, 4, 3, 1]
    assert chosen(EVERYTHING, [], (6, 4)) == [6, 4]
    assert chosen(Scope(feed=1), [6], (2, 3)) == [3, 2]
    assert chosen(Scope(found=Found((3, 5, 1, 4, 2))), [2], (4, 3)) == [3, 1, 4, 2]


def test_the_next_unread_of_every_kind_of_list(library: Library) -> None:
    library.marking.mark([5, 3, 2], True)
    following = library.unread.next
    assert [following(EVERYTHING, at, 1) for at in (None, 6, 4, 1)] == [6, 4, 1, None]
    assert [following(EVERYTHING, at, -1) for at in (None, 1, 4, 6)] == [1, 4, 6, None]
    assert [following(Scope(feed=1), at, 1) for at in (None, 4, 1)] == [4, 1, None]
    assert [following(Scope(folder=1), at, -1) for at in (None, 1, 4)] == [1, 4, None]
    assert following(replace(UNREAD, kept=frozenset({5, 3})), 6, 1) == 4
    found = Scope(found=Found((2, 1, 5, 6)))
    assert [following(found, at, 1) for at in (None, 2, 1, 6, 99)] == [1, 1, 6, None, 1]
    assert following(found, 6, -1) == 1


def test_articles_that_were_read_and_wait_for_their_place_in_stories_are_deleted(library: Library) -> None:
    ids = [row.id for row in library.rows()]
    for id in ids:
        library.save_analysis(library.article(id).text_hash, sample_analysis(), "fr 1")
    assert library._ask("SELECT count(*) FROM unplaced") == [(6,)]
    library.marking.mark(ids[:4], True)
    assert library.marking.delete(ids) == 6
    assert library.counts().articles == 0
    library.deeds.undo()
    assert library.marking.delete(ids[2:]) == 4
    assert [row.id for row in library.rows()] == ids[:2]
    assert wrong_counts(library._db) == []
