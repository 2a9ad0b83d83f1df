"""What is unread in saved searches: counted once, and again when something changed."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from reader.domain.article import Draft
from reader.domain.errors import LibraryError
from reader.ingest.search_counts import SearchCounts
from reader.store.library import Library
from reader.store.search.search import Search

TODAY = date(2026, 3, 20)


@pytest.fixture
def library(empty_library: Library) -> Library:
    """Three articles, dated 18 to 20 March, and three saved searches."""
    for day in (18, 19, 20):
        empty_library.add(Draft(f"War on day {day}.", "News", published=f"2026-03-{day}", language="en"))
    empty_library.index.fill()
    for name, query in (("War", "war"), ("Today", "on:today"), ("No query", "feld:x")):
        empty_library.searches.add(name, query)
    return empty_library


@pytest.fixture
async def counts(library: Library) -> AsyncIterator[SearchCounts]:
    made = SearchCounts(library.path)
    yield made
    made.close()


async def test_counted_when_something_changed(library: Library, counts: SearchCounts) -> None:
    assert counts.known == {}
    assert await counts.renew(TODAY)
    assert counts.known == {1: 3, 2: 1}
    kept = counts.known
    assert not await counts.renew(TODAY)
    assert counts.known is kept
    library.set_read(3, True)
    assert counts.known is kept
    assert await counts.renew(TODAY)
    assert counts.known == {1: 2, 2: 0}
    library.set_bookmarked(1, True)
    assert not await counts.renew(TODAY)
    library.searches.remove(1)
    assert await counts.renew(TODAY)
    assert counts.known == {2: 0}


async def test_a_new_day_is_another_today(library: Library, counts: SearchCounts) -> None:
    await counts.renew(TODAY)
    assert not await counts.renew(date(2026, 3, 18))
    assert await counts.renew(date(2026, 3, 21))
    assert counts.known == {1: 3, 2: 0}


async def test_once_closed_nothing_is_counted(library: Library, counts: SearchCounts) -> None:
    counts.close()
    assert not await counts.renew(TODAY)
    assert counts.known == {}
    counts.close()


async def test_there_must_be_a_library(tmp_path: Path) -> None:
    counts = SearchCounts(tmp_path / "none.db")
    with pytest.raises(LibraryError):
        await counts.renew(TODAY)
    counts.close()


async def test_what_was_counted_outlasts_the_program(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    async def keep(counted: Mapping[int, str]) -> None:
        library.searches.keep_counted(counted)

    async def counted_anew() -> Mapping[int, int]:
        counts = SearchCounts(library.path, keep)
        await counts.renew(TODAY)
        counts.close()
        return counts.known

    assert await counted_anew() == {1: 3, 2: 1}
    with monkeypatch.context() as patch:
        patch.setattr(Search, "counts", None)  # nothing is counted where nothing changed
        assert await counted_anew() == {1: 3, 2: 1}
    library.set_read(3, True)
    library.searches.edit(2, "before:today")
    library.searches.remove(3)
    assert await counted_anew() == {1: 2, 2: 2}
    assert library.searches.counted().keys() == {1, 2}
