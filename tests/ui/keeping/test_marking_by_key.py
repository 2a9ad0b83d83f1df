"""Marking many articles by menu, and going on to the next unread one across feeds; with real keys and library."""

from __future__ import annotations

from pathlib import Path

import pytest
from correcting import toasts
from reading import Reading
from subscribed import fill, subscribed

from reader.domain.scope import EVERYTHING, Found, Scope
from reader.store.library import Library


@pytest.fixture
def feeds(library_path: Path) -> dict[str, int]:
    """Alpha (3 articles) in World, Beta (40) in World / Far, Gamma (2) at the top; their ids."""
    library_path.parent.mkdir()
    return fill(library_path)


def unread(path: Path, scope: Scope = EVERYTHING) -> int:
    with Library.open(path) as library:
        return library.counts(scope).unread


def line(reader: Reading, words: str) -> str:
    return next(line for line in reader.lines() if words in line)


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_m_marks_by_menu(library_path: Path, feeds: dict[str, int], size: tuple[int, int]) -> None:
    async with subscribed(library_path, size) as reader:
        assert unread(library_path) == 44
        await reader.press(*"jjj", "M")
        assert "2 unread" in line(reader, "a Everything above it")
        assert "41 unread" in line(reader, "b Everything below it")
        assert "1 unread" in line(reader, "f The feed Gamma")
        await reader.press("a")
        assert unread(library_path) == 42
        assert toasts(reader) == ["Marked 2 articles read. u takes it back."]
        assert reader.seen("42 unread")
        await reader.press("M", "tab")
        assert reader.seen("Mark unread")
        assert "3 read" in line(reader, "e Everything")
        await reader.press("e")
        assert unread(library_path) == 45
        await reader.press("M", "f")
        assert unread(library_path, Scope(feed=feeds["Gamma"])) == 0
        await reader.press("M", *"jjjj", "enter")
        assert unread(library_path) == 0
        await reader.press("M", "e")
        assert toasts(reader) == ["Nothing there is unread."]
        await reader.press("M", "escape", "u")
        assert "Taken back: marked" in toasts(reader)[0]


async def test_the_unread_list_is_emptied_and_comes_back(library_path: Path, feeds: dict[str, int]) -> None:
    async with subscribed(library_path) as reader:
        reader.screen.narrow(Scope(unread=True))
        await reader.settle()
        await reader.press("j", "m")
        assert (reader.screen.list.total, unread(library_path)) == (44, 43)
        await reader.press("M", "l")
        assert (reader.screen.list.total, unread(library_path)) == (1, 0)
        await reader.press("u", "u")
        assert (reader.screen.list.total, unread(library_path)) == (44, 44)


async def test_the_selected_are_marked_too(library_path: Path, feeds: dict[str, int]) -> None:
    async with subscribed(library_path, (80, 24)) as reader:
        await reader.press("v", *"jjj", "M")
        assert "3 unread" in line(reader, "s The selected articles")
        await reader.press("s")
        assert unread(library_path) == 41


async def test_n_goes_on_to_the_next_feed_in_the_drawers_order(library_path: Path, feeds: dict[str, int]) -> None:
    with Library.open(library_path) as library:
        library.marking.mark(Scope(feed=feeds["Beta"]), True)
        library.marking.mark([library.rows(2, scope=Scope(feed=feeds["Alpha"]))[1].id], True)
    async with subscribed(library_path) as reader:
        # Above and below the cursor nothing is unread there, but further down in Alpha.
        reader.screen.narrow(Scope(folder=1))
        await reader.settle()
        await reader.press("g", "g", "n")
        assert reader.title == "Alpha 0"
        await reader.press("n")
        assert (reader.title, reader.screen.list.scope) == ("Alpha 2", Scope(folder=1))
        await reader.press("n")
        assert reader.screen.list.scope == Scope(feed=feeds["Gamma"])
        assert reader.title == "Gamma 1"
        assert toasts(reader)[-1] == "On to Gamma: 1 unread."
        await reader.press("n")
        assert toasts(reader)[-1] == "Nothing is unread in any feed."
        await reader.press("N")
        assert toasts(reader)[-1] == "No unread article before this one."


async def test_n_from_an_answer_goes_on_from_the_top(library_path: Path, feeds: dict[str, int]) -> None:
    with Library.open(library_path) as library:
        ids = [row.id for row in library.rows(3, scope=Scope(feed=feeds["Beta"]))]
    async with subscribed(library_path) as reader:
        reader.screen.narrow(Scope(text="beta", found=Found(tuple(ids[:2]))))
        await reader.settle()
        await reader.press("g", "g", "n", "n")
        assert reader.title == "Beta 1"
        await reader.press("n")
        assert (reader.title, reader.screen.list.scope) == ("Beta 2", Scope(feed=feeds["Beta"]))
