"""What somebody sees who goes from the list to a story, through its tabs, into an article: the same parties in the same
colours, keys that do something, where one is."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from reading import Reading, reading

from reader.store.library import Library
from reader.ui.party_look import looks_in_order
from reader.ui.stories.stories_screen import StoriesScreen
from reader.ui.stories.story_head import StoryHead
from reader.ui.stories.story_screen import StoryScreen
from reader.ui.stories.telling import Telling


def told(reader: Reading) -> Telling:
    telling = cast(StoryScreen, reader.app.screen).telling
    assert telling is not None
    return telling


def foot(reader: Reading) -> str:
    return reader.lines()[-1]


async def test_parties_keep_their_colours_from_the_list_to_an_article(told_path: Path) -> None:
    async with reading(told_path) as reader:
        await reader.press("Y", "home")
        while (row := cast(StoriesScreen, reader.app.screen).row) is None or row.id != 1:
            await reader.press("j")
        listed = looks_in_order(party.id for party in row.parties)
        await reader.press("enter")
        assert {id: told(reader).view.looks[id] for id in listed} == listed
        await reader.press("a", "enter")
        assert {id: reader.screen.looks[id] for id in listed} == listed


async def test_a_tab_tells_the_keys_that_do_something_in_it_and_where_one_is(told_path: Path) -> None:
    async with reading(told_path, (80, 24)) as reader:
        reader.screen.open_story(1)
        await reader.settle()
        assert "h/l party" in foot(reader)
        assert "earlier" not in foot(reader)
        assert reader.seen("1 of ")
        for key in "ftoda":
            await reader.press(key)
            assert "party" not in foot(reader)
        assert "pick" in foot(reader)
        await reader.press("t", "home")
        hint = reader.app.screen.query_one(StoryHead)._hint
        await reader.press("j")
        assert hint.startswith("1 of ")
        assert reader.app.screen.query_one(StoryHead)._hint == hint.replace("1 of", "2 of", 1)


async def test_the_comparison_begins_at_its_head(told_path: Path) -> None:
    async with reading(told_path, (80, 24)) as reader:
        reader.screen.open_story(1)
        await reader.settle()
        grid = cast(StoryScreen, reader.app.screen).grid
        assert grid.scroll_offset.y == 0
        assert grid.chosen_statement is not None


async def test_a_wish_that_makes_no_sense_says_why_and_changes_nothing(told_path: Path) -> None:
    async with reading(told_path, (80, 24)) as reader:
        reader.screen.open_story(5)
        await reader.settle()
        await reader.press("a", "home", "space", "space")
        for key in ("S", "x"):
            await reader.press(key)
            assert reader.seen("must be named")
    with Library.open(told_path) as library:
        assert library.stories.ids(5) == (5, 6)
        assert not library.stories.story(5).wishes
