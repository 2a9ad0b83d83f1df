"""The story screen with real keys, and the way to an article and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from on_story import at, told
from reading import SIZES, reading

from reader.domain.story import Stories
from reader.ingest.stories.placing import Done
from reader.store.library import Library
from reader.ui.difference import DifferenceScreen
from reader.ui.stories.copy_difference import CopyDifference
from reader.ui.stories.stories_screen import StoriesScreen
from reader.ui.stories.story_screen import StoryScreen
from reader.ui.stories.story_tabs import StoryTabs

BOTH = pytest.mark.parametrize("size", [(80, 24), (200, 50)])


@pytest.mark.parametrize("size", SIZES)
async def test_every_tab_has_a_key(told_path: Path, size: tuple[int, int]) -> None:
    async with reading(told_path, size) as reader:
        await at(reader)
        assert told(reader).tab is StoryTabs.COMPARISON
        assert reader.seen("Norland")
        for key, tab, words in (
            ("f", StoryTabs.FIGURES, "trawlers"),
            ("t", StoryTabs.TIMELINE, "Wednesday 18 March 2026"),
            ("o", StoryTabs.OUTLETS, "Strait Times"),
            ("d", StoryTabs.CHANGES, "Changes"),
            ("a", StoryTabs.ARTICLES, "the same AP text in 2 outlets"),
            ("c", StoryTabs.COMPARISON, "Norland"),
        ):
            await reader.press(key)
            assert told(reader).tab is tab
            assert reader.seen(f"▸{tab.value.capitalize()}")
            assert reader.seen(words)
        await reader.press("left")
        assert told(reader).tab is StoryTabs.ARTICLES
        await reader.press("right", "right")
        assert told(reader).tab is StoryTabs.FIGURES
        await reader.press("escape")
        assert reader.app.screen is reader.screen


@BOTH
async def test_enter_goes_to_the_place_and_escape_back(told_path: Path, size: tuple[int, int]) -> None:
    async with reading(told_path, size) as reader:
        await at(reader, "l", "j")
        chosen = told(reader).grid.chosen_statement
        place = told(reader).place
        assert place is not None
        await reader.press("enter")
        assert reader.app.screen is reader.screen
        assert reader.screen.article is not None
        assert reader.screen.article.id == place.article_id
        assert reader.screen.view.selected is not None
        assert reader.screen.view.selected.id == place.statement
        await reader.press("escape")
        assert told(reader).grid.chosen_statement == chosen
        await reader.press("escape")
        assert reader.app.screen is reader.screen


@pytest.mark.parametrize("key", ["f", "t", "o", "a"])
async def test_enter_opens_an_article_from_every_tab(told_path: Path, key: str) -> None:
    async with reading(told_path, (80, 24)) as reader:
        await at(reader, key)
        before, place = told(reader).list.chosen_id, told(reader).place
        assert place is not None
        await reader.press("enter")
        assert reader.screen.article is not None
        assert reader.screen.article.id == place.article_id
        await reader.press("escape")
        assert told(reader).list.chosen_id == before


async def test_the_list_below_the_story_is_there_again_too(told_path: Path) -> None:
    async with reading(told_path, (80, 24)) as reader:
        await reader.press("Y", "enter", "a", "enter")
        assert reader.app.screen is reader.screen
        await reader.press("escape")
        assert isinstance(reader.app.screen, StoryScreen)
        await reader.press("escape")
        assert isinstance(reader.app.screen, StoriesScreen)
        await reader.press("escape")
        assert reader.app.screen is reader.screen
        assert not reader.app._installed_screens


@BOTH
async def test_n_reads_through_the_unread_of_the_story(told_path: Path, size: tuple[int, int]) -> None:
    async with reading(told_path, size) as reader:
        await at(reader, "n")
        read = [reader.screen.article.id if reader.screen.article else 0]
        for _ in range(3):
            await reader.press("n")
            assert reader.screen.article is not None
            read.append(reader.screen.article.id)
        # The copy says nothing new, and the newest was open from the start.
        assert read[:2] == [1, 3]
        assert set(read) == {1, 3}
        assert reader.seen("No other article of this story is unread")
        await reader.press("escape")
        assert isinstance(reader.app.screen, StoryScreen)


async def test_who_opens_something_else_has_left_the_story(told_path: Path) -> None:
    async with reading(told_path) as reader:
        await at(reader, "n")
        reader.screen.open(5)
        await reader.settle()
        await reader.press("escape")
        assert reader.app.screen is reader.screen
        assert not reader.app._installed_screens


@BOTH
async def test_articles_are_marked_bookmarked_and_tagged(told_path: Path, size: tuple[int, int]) -> None:
    async with reading(told_path, size) as reader:
        await at(reader, "a", "home", "m")
        with Library.open(told_path) as library:
            assert library.article(1).read
        await reader.press("b")
        assert reader.seen("★")
        await reader.press("u", "u")
        with Library.open(told_path) as library:
            assert not library.article(1).read
            assert not library.article(1).bookmarked
        await reader.press("number_sign", *"sea", "enter")
        with Library.open(told_path) as library:
            assert library.article(1).tags == ("sea",)
        await reader.press("M")
        with Library.open(told_path) as library:
            assert library.stories.rows(which=Stories.UNREAD)[0].id != 1


@BOTH
async def test_copies_unfold_and_show_what_they_changed(told_path: Path, size: tuple[int, int]) -> None:
    async with reading(told_path, size) as reader:
        await at(reader, "a", "home", "j")
        assert not reader.seen("Trawlers rammed, says Norland")
        await reader.press("enter")
        assert reader.seen("Trawlers rammed, says Norland")
        await reader.press("j", "D")
        assert isinstance(reader.app.screen, CopyDifference)
        assert reader.seen("What Coast Daily changed of Bay Press’s text")
        assert reader.seen("14")
        await reader.press("escape", "k", "space")
        assert not reader.seen("Trawlers rammed, says Norland")
        await reader.press("home", "D")
        assert not isinstance(reader.app.screen, DifferenceScreen)
        assert reader.seen("has not changed")


@BOTH
async def test_articles_picked_become_a_story_of_their_own(told_path: Path, size: tuple[int, int]) -> None:
    async with reading(told_path, size) as reader:
        await at(reader, "a", "S")
        assert reader.seen("Pick articles first")
        await reader.press("G", "space", "S")
        with Library.open(told_path) as library:
            assert library.stories.story_of(4) != library.stories.story_of(1)
        assert told(reader).ids[0] == 1
        await reader.press("u")
        with Library.open(told_path) as library:
            assert library.stories.story_of(4) == 1
        await reader.press("G", "x")
        with Library.open(told_path) as library:
            assert library.stories.story_of(4) is None


async def test_it_shows_what_was_taken_back_whoever_had_it_placed(
    told_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def nothing_left() -> Done:
        return Done(0, False)

    async with reading(told_path, article=1) as reader:
        await at(reader, "a", "G", "x")
        assert 4 not in told(reader).ids
        # As where the reading screen, which follows the open article's story, comes before the background.
        monkeypatch.setattr(reader.app.desk, "place_some", nothing_left)
        await reader.press("u")
        assert 4 in told(reader).ids


async def test_it_is_named_followed_copied_given_out_and_watched(told_path: Path) -> None:
    async with reading(told_path, (80, 24)) as reader:
        await at(reader, "e", "ctrl+u", *"Boats", "enter")
        assert reader.seen("Boats —")
        await reader.press("F")
        assert reader.seen("★ Boats")
        await reader.press("y")
        assert "— " in reader.app.clipboard
        assert "https://example.org/" in reader.app.clipboard
        for key, words in (("E", "Briefing"), ("exclamation_mark", "Watch the figures"), ("ctrl+y", "story")):
            await reader.press(key)
            assert reader.app.screen is not told
            assert not isinstance(reader.app.screen, StoryScreen)
            assert reader.seen(words)
            await reader.press("escape")
            assert isinstance(reader.app.screen, StoryScreen)
        await reader.press("less_than_sign")
        assert reader.seen("No earlier story")
        await reader.press("equals_sign")
        assert reader.seen("No command translates here")
        await reader.press("Y")
        assert isinstance(reader.app.screen, StoriesScreen)


async def test_moving_in_the_comparison_and_in_lists(told_path: Path) -> None:
    async with reading(told_path, (80, 24)) as reader:
        await at(reader)
        first = told(reader).grid.chosen_statement
        await reader.press("tab")
        assert told(reader).grid.chosen_statement != first
        await reader.press("shift+tab", "home")
        assert told(reader).grid.chosen_statement == first
        await reader.press("pagedown", "pageup", "G", "g", "g", "j", "k", "space", "h")
        await reader.press("t", "G")
        last = told(reader).list.chosen_id
        await reader.press("home", "down", "up", "space", "ctrl+b")
        assert told(reader).list.chosen_id != last
        await reader.pilot.click("StoryTabLine", offset=(14, 0))
        await reader.settle()
        assert told(reader).tab is StoryTabs.FIGURES


async def test_escape_stops_loading(told_path: Path) -> None:
    async with reading(told_path, (80, 24)) as reader:
        reader.screen.open_story(1)
        await reader.pilot.press("escape")
        await reader.settle()
        assert reader.app.screen is reader.screen


async def test_an_article_in_no_story_says_so(told_path: Path) -> None:
    with Library.open(told_path) as library:
        library.delete(6)
    async with reading(told_path, (80, 24)) as reader:
        await reader.app.desk.place_waiting()
        reader.screen.open_story(5)
        await reader.settle()
        assert reader.app.screen is reader.screen
        assert reader.seen("This story is no more")
