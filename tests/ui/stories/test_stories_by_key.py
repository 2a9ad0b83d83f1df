"""The list of stories with real keys, and the stories in the drawer."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path
from typing import cast

import pytest
from reading import Reading, reading
from told import HOSTILE, add, drafts

from reader.domain.article import Draft
from reader.domain.story import Stories
from reader.ingest.stories.placing import place_all
from reader.store.library import Library
from reader.ui.messages import StoriesChanged
from reader.ui.stories.stories_screen import StoriesScreen
from reader.ui.stories.story_screen import StoryScreen

EMPTY = "Articles about one event become a story"


def listed(reader: Reading) -> StoriesScreen:
    return cast(StoriesScreen, reader.app.screen)


def chosen(reader: Reading) -> int:
    row = listed(reader).row
    assert row is not None
    return row.id


async def on(reader: Reading, id: int) -> None:
    """Open the list and go to a story."""
    await reader.press("Y")
    await on_again(reader, id)


def stored(path: Path, which: Stories = Stories.ALL) -> list[int]:
    with Library.open(path) as library:
        return [row.id for row in library.stories.rows(which=which)]


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_it_lists_what_is_known_of_each(told_path: Path, size: tuple[int, int]) -> None:
    async with reading(told_path, size) as reader:
        await reader.press("Y")
        assert isinstance(reader.app.screen, StoriesScreen)
        text = "\n".join(reader.lines())
        for part in (
            "Stories · 2",
            "1 of 2",
            "3 articles, 1 copy",
            "en fr",
            "3 new",
            "Norland",
            "Bay Press",
            "2 articles",
        ):
            assert part in text
        assert ("parties" in text) == (size[0] == 200)
        await reader.press("escape")
        assert reader.app.screen is reader.screen


async def test_it_says_that_it_reads_while_the_library_is_busy(told_path: Path) -> None:
    async with reading(told_path, (80, 24)) as reader:
        done = threading.Event()
        busy = asyncio.create_task(reader.app.desk.library.ask(lambda library: done.wait()))
        await reader.pilot.press("Y")
        await reader.pilot.pause()
        assert reader.seen("Reading the stories…")
        done.set()
        await busy
        await reader.settle()
        assert reader.seen("Stories · 2")
        assert not reader.seen("Reading the stories…")


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_enter_opens_a_story_and_escape_comes_back_to_it(told_path: Path, size: tuple[int, int]) -> None:
    async with reading(told_path, size) as reader:
        await on(reader, 1)
        await reader.press("enter")
        assert isinstance(reader.app.screen, StoryScreen)
        await reader.press("escape")
        assert chosen(reader) == 1
        row = listed(reader).row
        assert row is not None
        assert (row.new, row.unread) == (0, 3)
        assert reader.seen("3 unread")


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_it_is_followed_muted_marked_and_all_is_taken_back(told_path: Path, size: tuple[int, int]) -> None:
    async with reading(told_path, size) as reader:
        await on(reader, 1)
        await reader.press("f")
        assert reader.seen("Following “")
        assert stored(told_path, Stories.FOLLOWED) == [1]
        assert reader.seen("★")
        await reader.press("u")
        assert stored(told_path, Stories.FOLLOWED) == []
        await reader.press("m")
        assert stored(told_path) == [5]
        assert reader.seen("Muted “")
        await reader.press("u")
        assert sorted(stored(told_path)) == [1, 5]
        await on_again(reader, 1)
        await reader.press("M")
        assert stored(told_path, Stories.UNREAD) == [5]
        await reader.press("u")
        assert sorted(stored(told_path, Stories.UNREAD)) == [1, 5]


async def on_again(reader: Reading, id: int) -> None:
    await reader.press("home")
    for _ in range(listed(reader).list.total):
        if chosen(reader) != id:
            await reader.press("j")
    assert chosen(reader) == id


async def test_tab_turns_through_all_followed_unread_and_muted(told_path: Path) -> None:
    with Library.open(told_path) as library:
        library.stories.follow(1, True)
        library.stories.mute(5, True)
    async with reading(told_path) as reader:
        await reader.press("Y")
        assert reader.seen("▸All")
        assert listed(reader).list.total == 1
        for name, id in (("Followed", 1), ("Unread", 1), ("Muted", 5)):
            await reader.press("tab")
            assert reader.seen(f"▸{name}")
            assert chosen(reader) == id
        await reader.press("tab")
        assert reader.seen("▸All")
        await reader.press("shift+tab")
        assert chosen(reader) == 5
        await reader.press("m")
        assert reader.seen("No story is muted")


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_slash_narrows_by_words_of_title_party_and_outlet(told_path: Path, size: tuple[int, int]) -> None:
    async with reading(told_path, size) as reader:
        await reader.press("Y", "slash", *"quai")
        assert listed(reader).list.total == 1
        assert reader.seen("1 found")
        await reader.press("enter")
        assert chosen(reader) == 1
        await reader.press("slash", "x", "x")
        assert reader.seen("No story has all of that.")
        await reader.press("escape")
        assert listed(reader).list.total == 2
        await reader.press("slash", *"norl", "enter")
        assert (listed(reader).list.total, chosen(reader)) == (1, 1)
        await reader.press("escape")
        assert listed(reader).list.total == 2
        await reader.press("escape")
        assert reader.app.screen is reader.screen


async def test_it_gets_a_name_and_its_headline_again(told_path: Path) -> None:
    async with reading(told_path) as reader:
        await on(reader, 1)
        await reader.press("e", "ctrl+u", *"Boats", "enter")
        assert reader.seen("The story is called “Boats” now.")
        assert reader.seen("Boats —")
        await reader.press("u")
        assert not reader.seen("Boats —")


async def test_n_goes_to_what_is_unread(told_path: Path) -> None:
    with Library.open(told_path) as library:
        library.marking.mark(library.stories.ids(5), True)
    async with reading(told_path) as reader:
        await on(reader, 5)
        keys = ("n", "N") if listed(reader).list.cursor == 0 else ("N", "n")
        await reader.press(keys[0])
        assert chosen(reader) == 1
        await reader.press(keys[1])
        assert chosen(reader) == 1
        assert reader.seen("has anything unread.")


async def test_the_menu_is_about_the_story(told_path: Path) -> None:
    async with reading(told_path) as reader:
        await on(reader, 1)
        await reader.press("ctrl+y")
        assert reader.app.screen is not listed
        assert not isinstance(reader.app.screen, StoriesScreen)
        await reader.press("escape")
        assert isinstance(reader.app.screen, StoriesScreen)


async def test_moving_by_keys_and_by_mouse(told_path: Path) -> None:
    async with reading(told_path, (80, 24)) as reader:
        await reader.press("Y", "G")
        assert listed(reader).list.cursor == 1
        await reader.press("g", "g")
        assert listed(reader).list.cursor == 0
        await reader.press("pagedown")
        assert listed(reader).list.cursor == 1
        await reader.press("pageup", "down", "up")
        assert listed(reader).list.cursor == 0
        await reader.pilot.click(listed(reader).list, offset=(10, 2))
        await reader.settle()
        assert listed(reader).list.cursor == 1
        await reader.pilot.click(listed(reader).list, offset=(10, 2))
        await reader.settle()
        assert isinstance(reader.app.screen, StoryScreen)


async def test_what_comes_in_leaves_cursor_and_rows_where_they_are(told_path: Path) -> None:
    async with reading(told_path, (80, 24)) as reader:
        await on(reader, 1)
        with Library.open(told_path) as library:
            for n, (draft, analysis) in enumerate(drafts()[4:]):
                text = draft.text.replace("Harrow", "Barrow").replace("Quillen", "Mossend").replace("Brunt", "Teal")
                more = Draft(text, f"Another mill {n}", "Le Quai", published="2026-03-19", language="en")
                add(library, more, analysis)
            place_all(library)
            assert library.stories.counts().all == 3
        reader.app.post_message(StoriesChanged())
        await reader.settle()
        assert listed(reader).list.total == 3
        assert chosen(reader) == 1


async def test_a_library_without_stories_says_how_they_come_to_be(story_path: Path) -> None:
    async with reading(story_path, (80, 24)) as reader:
        await reader.press("Y")
        assert reader.seen("No stories yet.")
        await reader.press("enter", "f", "n", "M")
        assert reader.seen("Stories · 0")


async def test_hostile_titles_are_only_letters(told_path: Path) -> None:
    with Library.open(told_path) as library:
        library.stories.rename(1, "[/b][red]Boats[@click=app.quit]x[/]")
        draft, analysis = drafts()[2]
        add(library, Draft(draft.text + " Again.", HOSTILE, HOSTILE, published="2026-03-19", language="en"), analysis)
        place_all(library)
    async with reading(told_path, (80, 24)) as reader:
        await on(reader, 1)
        assert reader.seen("[/b][red]Boats")
        assert not any("\x1b" in line or "\u202e" in line for line in reader.lines())
        await reader.press("enter", "a")
        assert reader.seen("[/b]")
        assert reader.app.is_running
