"""Selecting rows of the list, and doing with all of them what is done with one; with real keys and library."""

from __future__ import annotations

from pathlib import Path

import pytest
from correcting import toasts
from reading import SIZES, Reading, reading
from subscribed import fill, quiet, subscribed

from reader.domain.article import Draft
from reader.store.library import Library
from reader.ui.keeping.selecting_list import SELECTED


@pytest.fixture
def feed_path(library_path: Path) -> Path:
    """Alpha (3 articles) and Beta (40) in World / Far, Gamma (2) at the top; the newest are the first of each."""
    library_path.parent.mkdir()
    fill(library_path)
    return library_path


def state(path: Path) -> list[tuple[str, bool, bool, tuple[str, ...]]]:
    """Title, read, bookmarked, tags of the articles in the order of the list."""
    with Library.open(path) as library:
        return [
            (row.title, row.read, row.bookmarked, tuple(tag.name for tag in row.tags)) for row in library.rows(limit=9)
        ]


def marked(reader: Reading) -> int:
    """How many rows in sight have the bar of the selected beside them."""
    return sum(SELECTED in line[:3] for line in reader.lines()) // reader.screen.list.lines_a_row


def title(reader: Reading) -> str:
    return str(reader.screen.list.border_title)


@pytest.mark.parametrize("size", SIZES)
async def test_v_selects_what_keys_act_on(feed_path: Path, size: tuple[int, int]) -> None:
    first = state(feed_path)[0][0]
    async with subscribed(feed_path, size) as reader:
        await reader.press("j", "v")
        assert (marked(reader), "1 selected" in title(reader)) == (1, True)
        await reader.press("j", "j")
        assert "3 selected" in title(reader)
        assert marked(reader) == 3
        await reader.press("m")
        assert [read for _, read, _, _ in state(feed_path)[:5]] == [True, True, True, True, False]
        assert toasts(reader) == ["Marked 3 articles read. u takes it back."]
        await reader.press("m", "b")
        assert [read for _, read, _, _ in state(feed_path)[:5]] == [True, False, False, False, False]
        assert [kept for _, _, kept, _ in state(feed_path)[:5]] == [False, True, True, True, False]
        assert toasts(reader) == ["Bookmarked 3 articles. u takes it back."]
        await reader.press("k", "b")
        assert not any(kept for _, _, kept, _ in state(feed_path)[:3])
        await reader.press("t", *"sea", "enter")
        assert [tags for *_, tags in state(feed_path)[:4]] == [(), ("sea",), ("sea",), ()]
        await reader.press("X")
        assert toasts(reader) == ["Deleted 2 articles. u brings them back."]
        assert reader.screen.list.total == 43
        assert not reader.screen.list.selecting
        await reader.press(*"uuuuu")
        assert [row[1:] for row in state(feed_path)[:4]] == [(True, False, ())] * 4
        await reader.press("u")
        assert [read for _, read, _, _ in state(feed_path)[:4]] == [True, False, False, False]
        assert toasts(reader) == ["Taken back: marked 3 articles read. U makes it so again."]
        assert state(feed_path)[0][0] == first


async def test_rows_are_picked_one_by_one_and_escape_ends(feed_path: Path) -> None:
    async with subscribed(feed_path, (80, 24)) as reader:
        await reader.press("v", "space", "j", "j", "space", "G", "v", "k")
        assert "2 and 2 selected" in title(reader)
        await reader.press("v", "space")
        assert "3 selected" in title(reader)
        await reader.press("X")
        assert reader.screen.list.total == 42
        await reader.press("v", "escape")
        assert not reader.screen.list.selecting
        assert "selected" not in title(reader)
        assert reader.app.is_running
        await reader.press("space")
        assert reader.screen.at == "article"


async def test_the_selection_stays_with_its_articles_when_others_come_in(feed_path: Path) -> None:
    async with subscribed(feed_path) as reader:
        await reader.press("j", "v", "j", "v", "j", "j", "v", "j")
        with Library.open(feed_path) as library:
            library.add(Draft("A text that came in meanwhile.", "Newest", published="2030-01-01"))
        reader.screen.look_for_others()
        await reader.settle()
        before = state(feed_path)
        assert before[0][0] == "Newest"
        assert "2 and 2 selected" in title(reader)
        await reader.press("b")
        assert [row[0] for row in state(feed_path) if row[2]] == [before[n][0] for n in (2, 3, 5, 6)]


async def test_a_long_stretch_is_not_loaded(library_path: Path) -> None:
    with Library.open(library_path) as library:
        library.set_setting("seeded", "1")
        quiet(library)
        with library.transaction():
            for n in range(5_000):
                library.add(Draft(f"Text {n}.", f"Title {n}", published="2026-03-01", language="und"))
    async with reading(library_path, (80, 24)) as reader:
        await reader.press("v", "G")
        assert "5,000 selected" in title(reader)
        await reader.press("b")
        assert toasts(reader) == ["Bookmarked 5,000 articles. u takes it back."]
        assert len(list(reader.screen.list.rows.window.items())) < 1_000
        await reader.press("u", "escape")
        with Library.open(library_path) as library:
            assert library.marking.bookmark(range(1, 5_001), True) == 5_000
