"""An article that changed: it says so, and shows what went, what came and what that did."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from correcting import toasts
from reading import FERRY, SIZES, TITLES, Reading, current_engine, reading
from rich.style import Style
from stories import Told
from wire import TITLE, add, rewrite

from reader.domain.analysis import Analysis
from reader.domain.feed import FeedItem
from reader.domain.statement import Act
from reader.store.library import Library
from reader.ui.article_head import moment
from reader.ui.difference import DifferenceScreen

OLD = "The first paragraph stays.\n\nSo does the second.\n\nAt least 12 boats sank near [b]Port Grey.\n\nIt was night."
NEW = OLD.replace("At least 12 boats", "Some 20 boats") + "\n\nAnd it went on \x1b[31mraining."
NEWER = NEW.replace("It was night.", "It was dark.")
WHEN, LATER = "2026-03-19T10:30:00Z", "2026-03-20T08:00:00Z"


@pytest.fixture
def changed_path(story_path: Path) -> Path:
    """Article 5, the newest, has changed twice; it was read before."""
    id = add(story_path, OLD)
    with Library.open(story_path) as library:
        library.set_read(id, True)
    with sqlite3.connect(story_path) as connection:
        connection.execute("UPDATE status SET looked = '2026-03-19T00:00:00Z'")
    rewrite(story_path, id, NEW, now=WHEN)
    rewrite(story_path, id, NEWER, "Boats, fog and rain", now=LATER)
    return story_path


def difference(reader: Reading) -> DifferenceScreen:
    screen = reader.app.screen
    assert isinstance(screen, DifferenceScreen)
    return screen


def look(reader: Reading, words: str) -> Style:
    """The style of the first segment on the screen that has these words."""
    strips = reader.app.screen._compositor.render_strips()
    return next(segment.style for strip in strips for segment in strip if words in segment.text and segment.style)


def counted() -> Analysis:
    """What an analysis finds in the story of the ferries once it counts 30 boats."""
    told = Told(FERRY.replace("at least 12 boats", "30 boats"))
    told.party("norland", "Norland", "state")
    told.party("sudria", "Sudria", "state")
    boats = told.number("30", "boats", "norland")
    told.says("norland", Act.ACCUSE, "ramming 30 boats", to="sudria", source="Norland", numbers=(boats,))
    return replace(told.analysis(), engine=current_engine("en"))


async def test_the_row_and_the_facts_say_that_it_changed(changed_path: Path) -> None:
    async with reading(changed_path, article=1) as reader:
        assert any("≠" in line and "Boats, fog and rain" in line for line in reader.lines())
        assert sum("≠" in line for line in reader.lines()) == 1
        await reader.press("k", "enter")
        assert reader.seen(f"changed {moment(LATER)} — D shows what changed")
        await reader.press("h", "j", "enter")
        assert not reader.seen("≠")


@pytest.mark.parametrize("size", [*SIZES, (40, 12)])
async def test_d_shows_what_changed_word_by_word(changed_path: Path, size: tuple[int, int]) -> None:
    async with reading(changed_path, size, article=5) as reader:
        await reader.press("D")
        if size[1] < 20:
            await reader.press("G")
        assert look(reader, "night").strike
        assert look(reader, "dark").underline
        await reader.press("escape")
        assert reader.app.screen is reader.screen


async def test_older_versions_add_their_changes(changed_path: Path) -> None:
    async with reading(changed_path, article=5) as reader:
        await reader.press("D")
        assert reader.seen("1 of 2 versions back")
        assert reader.seen("… 3 paragraphs the same …")
        assert not reader.seen("Some 20")
        await reader.press("left_square_bracket")
        assert reader.seen("2 of 2 versions back")
        assert look(reader, "At least 12").strike
        assert look(reader, "Some 20").underline
        assert reader.seen("[b]Port Grey")
        await reader.press("h")
        assert toasts(reader) == ["There is no older version."]
        await reader.press("l")
        assert reader.seen("1 of 2 versions back")


async def test_enter_unfolds_what_stayed_and_folds_it_again(changed_path: Path) -> None:
    async with reading(changed_path, article=5) as reader:
        await reader.press("D", "enter")
        assert reader.seen("So does the second.")
        await reader.press("z")
        assert not reader.seen("So does the second.")


async def test_without_colours_what_went_and_came_stands_between_signs(
    changed_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(changed_path, article=5) as reader:
        await reader.press("D")
        assert reader.seen("It was [-night-] {+dark+}.")


async def test_figures_and_statements_are_called_out(story_path: Path) -> None:
    rewrite(story_path, 1, FERRY.replace("at least 12 boats", "30 boats"), TITLES[0])
    with Library.open(story_path) as library:
        library.save_analysis(library.article(1).text_hash, counted())
    async with reading(story_path, article=1) as reader:
        await reader.press("D")
        assert reader.seen("± at least 12 → 30 boats (Norland)")
        assert reader.seen("± Norland accused → Sudria: ramming at least 12 30 boats")


async def test_what_is_not_analysed_yet_is_analysed_and_leaving_does_not_wait(story_path: Path) -> None:
    id = add(story_path, OLD)
    with Library.open(story_path) as library, library.transaction():
        library.versions.rewrite(id, FeedItem(TITLE, NEW), WHEN)
    async with reading(story_path, article=1) as reader:
        reader.screen.background.paused = True
        await reader.screen.open(id).wait()
        await reader.pilot.press("D")
        await reader.pilot.press("escape")
        await reader.pilot.pause()
        assert reader.app.screen is reader.screen
        await reader.press("D")
        assert not reader.seen("Comparing figures and statements")
        assert reader.seen("Figures")


async def test_an_article_that_never_changed_says_so(story_path: Path) -> None:
    async with reading(story_path) as reader:
        await reader.press("D")
        assert toasts(reader) == ["This article has not changed since it came in."]


async def test_a_long_text_that_is_another_altogether_is_shown(story_path: Path) -> None:
    words = [f"word{n * 7919 % 10_007}" for n in range(10_000)]
    id = add(story_path, " ".join(words))
    rewrite(story_path, id, " ".join(reversed(words)))
    async with reading(story_path, article=id) as reader:
        await reader.press("D", "G", "g", "g", "n", "N", "space")
        assert difference(reader).view.virtual_size.height > 100
