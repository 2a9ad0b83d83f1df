"""The screen of a story, opened as a person does."""

from __future__ import annotations

from typing import cast

from reading import Reading

from reader.ui.stories.story_screen import StoryScreen


def told(reader: Reading) -> StoryScreen:
    """The screen of the story that is open."""
    return cast(StoryScreen, reader.app.screen)


async def at(reader: Reading, *keys: str) -> None:
    """Open the story of the boats, then press keys."""
    reader.screen.open_story(1)
    await reader.settle()
    await reader.press(*keys)
