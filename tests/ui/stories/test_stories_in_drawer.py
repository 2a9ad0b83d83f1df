"""The stories in the drawer, with real keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import Reading, reading

from reader.store.library import Library
from reader.ui.feeds.tree import TreeLine
from reader.ui.stories.stories_screen import StoriesScreen
from reader.ui.stories.story_screen import StoryScreen


def lines(reader: Reading) -> list[TreeLine]:
    return [line for line in reader.app.screen.query_one("#feed-tree").lines if isinstance(line, TreeLine)]  # type: ignore[attr-defined]


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_the_drawer_has_stories_and_the_followed_ones(told_path: Path, size: tuple[int, int]) -> None:
    with Library.open(told_path) as library:
        library.stories.rename(1, "Boats")
        library.stories.follow(1, True)
    async with reading(told_path, size) as reader:
        await reader.press("B")
        assert [(line.name, line.unread) for line in lines(reader)][2:4] == [("Stories", 2), ("Boats", 3)]
        assert reader.seen("★ Boats")
        await reader.press("j", "j")
        assert reader.seen("2 stories, 2 with something")
        await reader.press("j")
        assert reader.seen("4 articles in 4 outlets")
        await reader.press("enter")
        assert isinstance(reader.app.screen, StoryScreen)
        await reader.press("escape", "B", "j", "j", "enter")
        assert isinstance(reader.app.screen, StoriesScreen)
