"""The menu about a story, from the reading screen: each line is a deed that is shown and can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import Reading, reading

from reader.domain.story import Story
from reader.store.library import Library
from reader.ui.stories.menu import AboutMenu
from reader.ui.stories.parting import PartingDialog

SIZES = ((80, 24), (200, 50))


async def story(reader: Reading, id: int = 1) -> Story | None:
    def found(library: Library) -> Story | None:
        return library.stories.story(id) if library.stories.story_of(id) is not None else None

    return await reader.app.desk.library.ask(found)


async def ids(reader: Reading, id: int = 1) -> tuple[int, ...]:
    known = await story(reader, id)
    return tuple(sorted(member.article_id for member in known.members)) if known else ()


def toasts(reader: Reading) -> list[str]:
    return [notification.message for notification in reader.app._notifications]


@pytest.mark.parametrize("size", SIZES)
async def test_following_muting_and_naming(storied_path: Path, size: tuple[int, int]) -> None:
    async with reading(storied_path, size, article=1) as reader:
        reader.screen.view.focus()
        await reader.press("ctrl+y")
        assert isinstance(reader.app.screen, AboutMenu)
        assert reader.seen("Why this article is here: Like")
        await reader.press("f")
        assert (await story(reader)).row.followed  # type: ignore[union-attr]
        assert toasts(reader)[-1].startswith("Following “")
        assert toasts(reader)[-1].endswith("u takes it back.")
        await reader.press("ctrl+y")
        assert reader.seen("Do not follow it any more")
        await reader.press("escape", "u")
        assert not (await story(reader)).row.followed  # type: ignore[union-attr]
        await reader.press("ctrl+y", "j", "j", "enter")
        assert (await story(reader)).row.muted  # type: ignore[union-attr]
        await reader.press("ctrl+y", "m")
        assert not (await story(reader)).row.muted  # type: ignore[union-attr]
        await reader.press("ctrl+y", "r", "ctrl+u", *"[/b] border", "enter")
        assert (await story(reader)).row.name == "[/b] border"  # type: ignore[union-attr]
        await reader.press("ctrl+y")
        assert reader.seen("[/b] border")
        await reader.press("escape")


async def test_this_article_is_not_of_this_story(storied_path: Path) -> None:
    async with reading(storied_path, (200, 50), article=3) as reader:
        reader.screen.view.focus()
        await reader.press("V")
        assert reader.screen.panel.in_story
        await reader.press("ctrl+y", "n")
        assert await ids(reader) == (1, 2, 4)
        assert await ids(reader, 3) == ()
        assert not reader.screen.panel.in_story
        assert str(reader.screen.panel.border_title or "") == ""
        assert "not of this story any more" in toasts(reader)[-1]
        await reader.press("u")
        assert await ids(reader, 3) == (1, 2, 3, 4)
        assert str(reader.screen.panel.border_title) == "This article"
        await reader.press("U")
        assert await ids(reader, 3) == ()


@pytest.mark.parametrize("size", SIZES)
async def test_some_articles_are_a_story_of_their_own(storied_path: Path, size: tuple[int, int]) -> None:
    async with reading(storied_path, size, article=1) as reader:
        reader.screen.view.focus()
        await reader.press("ctrl+y", "s", "enter")
        assert isinstance(reader.app.screen, PartingDialog)
        assert reader.seen("Pick at least one.")
        await reader.press("space", "space")
        assert reader.seen("2 articles become a story of their own, 2 stay.")
        await reader.press("space", "space", "enter")
        assert isinstance(reader.app.screen, PartingDialog)
        assert reader.seen("Not all of them")
        await reader.press("k", "space", "k", "k", "escape")
        assert await ids(reader) == (1, 2, 3, 4)
        await reader.press("ctrl+y", "s", "space", "space", "enter")
        assert await ids(reader) == (1, 2)
        assert await ids(reader, 3) == (3, 4)
        await reader.press("u")
        assert await ids(reader) == (1, 2, 3, 4)


async def test_an_article_alone_joins_a_story(storied_path: Path) -> None:
    async with reading(storied_path, (80, 24), article=5) as reader:
        reader.screen.view.focus()
        await reader.press("ctrl+y")
        assert reader.seen("It is in no story")
        assert not reader.seen("Follow it")
        await reader.press("f", "t", *"zzz")
        assert reader.seen("No story has these words")
        await reader.press("enter", "ctrl+u", *"armenie")
        assert reader.seen("Then it is one with “Tram drivers")
        await reader.press("enter")
        assert await ids(reader, 5) == (1, 2, 3, 4, 5)
        assert str(reader.screen.panel.border_title) == "This article"
        await reader.press("u")
        assert await ids(reader, 5) == ()


async def test_the_menu_opens_the_story_and_the_list_means_the_row_under_the_cursor(storied_path: Path) -> None:
    async with reading(storied_path, (200, 50), article=1) as reader:
        reader.screen.list.focus()
        await reader.press("g", "g", "ctrl+y")
        assert reader.seen("About this story")
        await reader.press("o")
        assert reader.app.screen is not reader.screen
        assert reader.seen("Comparison")
        await reader.press("escape", "V", "c")
        assert reader.app.screen is not reader.screen
