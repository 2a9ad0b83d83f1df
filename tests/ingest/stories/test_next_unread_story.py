"""The next story with something unread, asked for by the row one is at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tales import add, tale

from reader.domain.story import Stories, StoryRow
from reader.ingest.stories.placing import place_all
from reader.store.library import Library

UNREAD = (False, True, False, False, True, True, False)
"""Which stories have something unread, as the list shows them; the last but one is muted."""


def walked(library: Library, which: Stories, step: int) -> list[int | None]:
    rows: list[StoryRow] = library.stories.rows(-1, which=which)
    return [library.stories.unread_beside(row, step, which=which) for row in rows]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as library:
        for event in range(len(UNREAD)):
            for number in range(2):
                add(library, tale((event,), number, event / 10))
            place_all(library)
        rows = library.stories.rows(-1)
        for row, unread in zip(rows, UNREAD, strict=True):
            library.marking.mark(library.stories.ids(row.id), not unread)
        library.stories.mute(rows[5].id, True)
        yield library


def test_it_stands_where_the_list_has_it(library: Library) -> None:
    assert walked(library, Stories.ALL, 1) == [1, 4, 4, 4, None, None]
    assert walked(library, Stories.ALL, -1) == [None, None, 1, 1, 1, 4]


def test_in_the_list_of_unread_ones_it_is_the_neighbour(library: Library) -> None:
    assert walked(library, Stories.UNREAD, 1) == [1, None]
    assert walked(library, Stories.UNREAD, -1) == [None, 0]


def test_rows_are_asked_for_by_id_in_any_order(library: Library) -> None:
    rows = library.stories.rows(-1)
    asked = [rows[3].id, 10**6, rows[0].id]
    assert library.stories.rows_of(asked) == [rows[3], rows[0]]
