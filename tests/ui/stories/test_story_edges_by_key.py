"""The edges of a story's screen: folded copies, empty tabs, what comes later, keys before it is there."""

from __future__ import annotations

import asyncio
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from correcting import toasts
from on_story import at, told
from reading import Reading, current_engine, reading
from told import ANSWER, drafts

from reader.domain.article import hash_text
from reader.store.library import Library
from reader.ui.difference import DifferenceScreen
from reader.ui.stories.story_screen import StoryScreen
from reader.ui.stories.story_tabs import StoryTabs

SIZES = pytest.mark.parametrize("size", [(80, 24), (200, 50)])
LATER = ANSWER.replace("counted 9 trawlers", "counted 11 trawlers")


def foot(reader: Reading) -> str:
    return reader.lines()[-1]


@SIZES
@pytest.mark.parametrize("key", ["b", "x", "D", "w", "y", "number_sign", "O"])
async def test_what_is_about_one_article_is_not_done_to_folded_copies(
    told_path: Path, size: tuple[int, int], key: str
) -> None:
    async with reading(told_path, size) as reader:
        await at(reader, "a", "home", "j", key)
        assert isinstance(reader.app.screen, StoryScreen)
        assert reader.seen("These are several articles: Enter unfolds them.")
        with Library.open(told_path) as library:
            assert not library.article(1).bookmarked
            assert library.stories.story_of(1) == library.stories.story_of(2) == 1


async def test_folded_copies_are_marked_read_together(told_path: Path) -> None:
    async with reading(told_path, (80, 24)) as reader:
        await at(reader, "a", "home", "j", "m")
        assert reader.seen("The copy marked read.")
        with Library.open(told_path) as library:
            assert [library.article(id).read for id in (1, 2, 3)] == [False, True, False]
        await reader.press("m")
        with Library.open(told_path) as library:
            assert not library.article(2).read


@SIZES
async def test_a_tab_with_nothing_in_it_tells_no_key_for_it(told_path: Path, size: tuple[int, int]) -> None:
    async with reading(told_path, size) as reader:
        await at(reader, "d")
        assert reader.seen("No party contradicts")
        assert not any(words in foot(reader) for words in ("in text", "difference", "move", "note", "copy"))
        assert "tabs" in foot(reader)
        for key in ("enter", "D", "w", "y"):
            await reader.press(key)
            assert isinstance(reader.app.screen, StoryScreen)
            assert reader.seen("There is nothing to choose here.")
        await reader.press("a")
        assert "in text" in foot(reader)


@SIZES
async def test_the_timeline_says_whom_a_charge_is_aimed_at(told_path: Path, size: tuple[int, int]) -> None:
    async with reading(told_path, size) as reader:
        await at(reader, "t")
        assert any("accused →" in line and "Sudria" in line.split("→")[1] for line in reader.lines())


async def test_what_only_a_later_version_says_stands_where_it_came_with_its_outlet(told_path: Path) -> None:
    """A correction of the coast guard's number, that came after the French article."""
    with Library.open(told_path) as library:
        found = drafts()[2][1]
        at_nine = LATER.index("11 trawlers")
        spans = {(at_nine, at_nine + 1): (at_nine, at_nine + 2)}
        numbers = tuple(
            replace(q, span=spans[q.span], text="11", value=11.0, counted_span=(at_nine + 3, at_nine + 11))
            if q.text == "9"
            else q
            for q in found.quantities
        )
        shift = tuple(
            replace(s, content=tuple((a + (a > at_nine), b + (b > at_nine)) for a, b in s.content), source=None)
            for s in found.statements
        )
        library.save_analysis(
            hash_text(LATER),
            replace(found, quantities=numbers, statements=shift, engine=current_engine("en")),
        )
    with sqlite3.connect(told_path) as connection:
        connection.execute(
            "INSERT INTO version (article_id, replaced, shown, title, text_hash, layout, text) "
            "SELECT id, '2026-03-19T12:15:00Z', shown, title, text_hash, layout, text FROM article WHERE id = 3"
        )
        connection.execute("UPDATE article SET text = ?, text_hash = ? WHERE id = 3", (LATER, hash_text(LATER)))
    async with reading(told_path, (120, 40)) as reader:
        await at(reader, "t", "end")
        last = [line for line in reader.lines() if "11 trawlers near" in line]
        assert len(last) == 1
        assert "Strait Times, new version  " in last[0]
        assert reader.lines().index(last[0]) > next(n for n, line in enumerate(reader.lines()) if "Le Quai" in line)


async def test_a_copy_has_no_older_or_newer_version(told_path: Path) -> None:
    async with reading(told_path, (80, 24)) as reader:
        await at(reader, "a", "home", "j", "enter", "j", "D")
        assert isinstance(reader.app.screen, DifferenceScreen)
        assert reader.lines()[0].strip() == "What Coast Daily changed of Bay Press’s text"
        assert "next change" in foot(reader)
        assert not any(words in foot(reader) for words in ("older", "newer"))


async def test_backspace_from_a_story_says_what_goes_back(told_path: Path) -> None:
    async with reading(told_path, (200, 50)) as reader:
        await at(reader, "enter", "backspace")
        assert any("Esc goes back to the story." in said for said in toasts(reader))
        await reader.press("escape")
        assert isinstance(reader.app.screen, StoryScreen)


async def test_a_key_before_the_story_is_there_says_so(told_path: Path) -> None:
    async with reading(told_path, (80, 24)) as reader:
        await at(reader)
        screen = told(reader)
        screen.loaded = None
        await reader.pilot.press("slash")
        assert reader.app.screen is screen
        assert reader.seen("The story is still being read.")
        assert screen.tab is StoryTabs.COMPARISON


async def test_nothing_of_the_article_before_stands_beside_one_that_takes_long(
    told_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(told_path, (120, 40), article=1) as reader:
        assert reader.seen("Our crews saw the cutters come")
        reached, go_on = asyncio.Event(), asyncio.Event()
        corrections = reader.app.desk.corrections

        async def slow() -> object:
            reached.set()
            await go_on.wait()
            return await corrections()

        monkeypatch.setattr(reader.app.desk, "corrections", slow)
        reader.screen.open(3, take_focus=False)
        await reached.wait()
        reader.screen.panel.put_away()
        await reader.pilot.pause()
        panel = reader.screen.panel
        assert panel.chosen_statement is None
        assert any("Analysing" in line for line in reader.lines())
        assert not any("saw the cutters" in line for line in reader.lines())
        go_on.set()
        await reader.settle()
        assert any("counted" in line or "9 trawlers near" in line for line in reader.lines())


@SIZES
async def test_the_menu_of_the_list_is_about_the_story_and_of_the_articles_about_one(
    told_path: Path, size: tuple[int, int]
) -> None:
    async with reading(told_path, size) as reader:
        await reader.press("Y", "ctrl+y")
        assert reader.seen("Open the story")
        assert reader.seen("It is one with another story")
        assert not reader.seen("Why this article")
        assert not reader.seen("This article is not of this story")
        await reader.press("escape", "escape")
        await at(reader, "a", "home", "ctrl+y")
        assert reader.seen("Why this article")
        assert reader.seen("This article is not of this story")


async def test_enter_in_a_list_without_a_story_says_that_none_is_chosen(told_path: Path) -> None:
    async with reading(told_path, (80, 24)) as reader:
        await reader.press("Y", "shift+tab", "enter")
        assert reader.seen("No story is chosen.")


async def test_v_before_the_story_of_an_article_is_known_does_not_deny_it(told_path: Path) -> None:
    async with reading(told_path, (120, 40), article=1) as reader:
        screen = reader.screen
        screen._story_known_of = None
        screen.panel.show_story(None, "V", screen.looks)
        await reader.press("V")
        assert toasts(reader) == ["Its story is still being read."]
        screen.read_story()
        await reader.settle()
        await reader.press("V")
        assert screen.panel.in_story
