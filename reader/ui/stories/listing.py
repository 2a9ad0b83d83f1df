"""What the list of stories asks of the library: a page, everything it shows in one question, what is unread next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.domain.story import Stories, StoryCounts, StoryRow
from reader.ingest.stories.language import reader_language
from reader.ingest.stories.named import named
from reader.ui.row_window import PAGE
from reader.ui.stories.story_list import Listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.store.library import Library

MUTED_AT_MOST = 2_000
"""Muted stories listed at most: they are not counted."""


@dataclass(frozen=True)
class StoriesState:
    """The list, how many stories there are of each kind, and how many articles wait to be placed."""

    listed: Listed
    counts: StoryCounts
    waiting: int


def read_stories(library: Library, which: Stories, pages: Sequence[int]) -> StoriesState:
    """The list with those ``pages``. Raises LibraryError."""
    counts, waiting = library.stories.counts(), library.stories.count_waiting()
    if which is Stories.MUTED:
        rows = read_rows(library, which, MUTED_AT_MOST, 0)
        return StoriesState(listed(rows, (which,)), counts, waiting)
    total = {Stories.ALL: counts.all, Stories.FOLLOWED: counts.followed, Stories.UNREAD: counts.unread}[which]
    there = [page for page in pages if page * PAGE < total]
    found = {page: read_page(library, which, page) for page in there}
    return StoriesState(Listed((which,), total, found), counts, waiting)


def read_page(library: Library, which: Stories, page: int) -> list[StoryRow]:
    """One page of the list. Raises LibraryError."""
    return read_rows(library, which, PAGE, page * PAGE)


def listed(rows: Sequence[StoryRow], key: tuple[str, ...]) -> Listed:
    """A list whose rows are all at hand."""
    pages = {at // PAGE: rows[at : at + PAGE] for at in range(0, len(rows), PAGE)}
    return Listed(key, len(rows), pages)


def unread_beside(library: Library, row: StoryRow, step: int, which: Stories) -> int | None:
    """Where the next story with something unread stands. Raises LibraryError."""
    return library.stories.unread_beside(row, step, which=which)


def read_rows(library: Library, which: Stories, limit: int, offset: int) -> list[StoryRow]:
    """Rows of a list. Raises LibraryError."""
    return in_readers_language(library, library.stories.rows(limit, offset, which=which))


def in_readers_language(library: Library, rows: list[StoryRow]) -> list[StoryRow]:
    """Rows with their parties as the reader's language calls them."""
    language = reader_language(library)
    return [replace(row, parties=named(row.parties, language)) for row in rows]
