"""Saved searches in the drawer: what is unread in them; opening, changing, ordering and removing them."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import SIZES, Reading
from subscribed import drawer, subscribed
from textual.widgets import Input

from reader.domain.query.terms import Query, Text
from reader.domain.scope import EVERYTHING
from reader.store.library import Library
from reader.ui.feeds.tree import Kind, TreeLine


@pytest.fixture
def path(feed_path: Path) -> Path:
    """A library with three saved searches."""
    with Library.open(feed_path) as library:
        while library.index.fill():
            pass
        library.searches.add("Betas", "beta")
        library.searches.add("Others", "gamma OR alpha")
        library.searches.add("Read", "is:read")
    return feed_path


def searches(reader: Reading) -> list[tuple[str, int]]:
    """The rows of saved searches: name and unread."""
    lines = [line for line in drawer(reader).list.lines if isinstance(line, TreeLine)]
    assert [line.name for line in lines[:2]] == ["All articles", "Unread"]
    return [(line.name, line.unread) for line in lines if line.kind is Kind.SEARCH]


async def typed_over(reader: Reading, old: int, new: str) -> None:
    """Put other words in the place of ``old`` letters before the cursor."""
    await reader.pilot.press(*["backspace"] * old, *new)


@pytest.mark.parametrize("size", SIZES)
async def test_each_is_listed_and_opened_as_a_feed_is(path: Path, size: tuple[int, int]) -> None:
    async with subscribed(path, size) as reader:
        await reader.press("B")
        assert searches(reader) == [("Betas", 40), ("Others", 4), ("Read", 0)]
        await reader.press("j", "j", "j", "j")
        assert reader.seen("gamma OR alpha")
        assert [line for line in reader.lines() if "/ Others" in line and " 4" in line]
        await reader.press("enter")
        assert reader.screen.list.total == 5
        assert reader.seen("Others · 5 found")
        await reader.press("B")
        line = drawer(reader).list.line
        assert isinstance(line, TreeLine)
        assert line.name == "Others"
        await reader.press("escape", "escape")
        assert reader.screen.list.scope == EVERYTHING


async def test_counts_follow_what_is_read_and_searched_for(path: Path) -> None:
    async with subscribed(path) as reader:
        await reader.press("B")
        await reader.press("escape")
        with Library.open(path) as library:
            library.set_read(library.search.find(Query(Text("beta"))).ids[0], True)
        await reader.press("B")
        assert searches(reader)[0] == ("Betas", 39)
        with Library.open(path) as library:
            library.searches.add("Alphas", "alpha")
            library.searches.add("Of another version", "feld:x")
        await drawer(reader).look()
        await reader.settle()
        assert searches(reader)[3:] == [("Alphas", 3), ("Of another version", 0)]


async def test_it_is_renamed_edited_ordered_removed_and_all_is_taken_back(path: Path) -> None:
    with Library.open(path) as library:
        before = library.searches.all()
    async with subscribed(path) as reader:
        await reader.press("B", "j", "j", "j", "e")
        await typed_over(reader, len("Betas"), "Bees")
        await reader.press("tab")
        await typed_over(reader, 0, " feld:x")
        await reader.press("enter")
        assert reader.seen("did you mean")
        line = reader.app.screen.query(Input).last()
        assert (line.has_focus, line.cursor_position) == (True, len("beta "))
        await reader.press("end")
        await typed_over(reader, len("feld:x"), "OR gamma")
        await reader.press("enter")
        assert reader.seen("Now called Bees")
        assert searches(reader)[0] == ("Bees", 41)
        await reader.press("greater_than_sign", "ctrl+down", "ctrl+down")
        assert [name for name, _ in searches(reader)] == ["Others", "Read", "Bees"]
        await reader.press("less_than_sign")
        assert [name for name, _ in searches(reader)] == ["Others", "Bees", "Read"]
        await reader.press("d")
        assert [name for name, _ in searches(reader)] == ["Others", "Read"]
        await reader.press("u")
        assert reader.seen("Taken back: removed the search “Bees”")
        await reader.press("u", "u", "u", "u")
        assert reader.seen("Taken back: renamed the search “Betas” to “Bees”")
        await reader.press("home", "greater_than_sign")
        assert reader.seen("Only saved searches are put in order")
    with Library.open(path) as library:
        assert library.searches.all() == before


async def test_what_was_searched_for_is_searched_for_again_next_time(path: Path) -> None:
    async with subscribed(path) as reader:
        await reader.press("B", "j", "j", "j", "j", "enter")
        assert reader.screen.list.total == 5
    async with subscribed(path) as reader:
        await reader.settle()
        assert reader.seen("Others · 5 found")
        assert reader.screen.list.scope.text == "gamma OR alpha"
        with Library.open(path) as library:
            library.searches.remove(2)
        await reader.screen.show_library()
        assert reader.seen("gamma OR alpha · 5 found")
    async with subscribed(path) as reader:
        assert reader.screen.list.scope == EVERYTHING
