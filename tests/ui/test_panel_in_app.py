"""The panel and the comparison inside the app: what is chosen there shows in the article, and the other way round."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import SIZES, Reading, reading

from reader.ui.comparison import ComparisonScreen
from reader.ui.panel.block_list import BlockList
from reader.ui.panel.panel import NO_ANSWER


def selected(reader: Reading) -> str | None:
    """The id of the statement selected in the article."""
    statement = reader.screen.view.selected
    return statement.id if statement else None


@pytest.mark.parametrize("size", SIZES)
async def test_a_card_shows_its_statement_in_the_article_and_enter_goes_there(
    story_path: Path, size: tuple[int, int]
) -> None:
    async with reading(story_path, size, article=1) as reader:
        reader.screen.panel.focus()
        await reader.press("j", "j")
        assert selected(reader) == "s2"
        assert reader.screen.panel.has_focus_within
        await reader.press("enter")
        assert reader.screen.view.has_focus
        assert selected(reader) == "s2"
        assert reader.seen("denied the charge")


@pytest.mark.parametrize("size", SIZES)
async def test_walking_the_article_moves_the_card(story_path: Path, size: tuple[int, int]) -> None:
    async with reading(story_path, size, article=1) as reader:
        reader.screen.view.focus()
        await reader.press("]", "]", "]")
        assert reader.screen.panel.chosen_statement == "s3"
        assert not reader.screen.panel.has_focus_within
        await reader.press("enter")
        assert isinstance(reader.app.focused, BlockList)
        assert reader.seen("We have lost")


@pytest.mark.parametrize("size", SIZES)
async def test_the_comparison_comes_back_to_the_statement(story_path: Path, size: tuple[int, int]) -> None:
    async with reading(story_path, size, article=1) as reader:
        await reader.press("c")
        assert isinstance(reader.app.screen, ComparisonScreen)
        assert reader.seen("Boats rammed in the strait")
        assert reader.seen("◆\N{NO-BREAK SPACE}Sudria")
        await reader.press("l", "enter")
        assert reader.app.screen is reader.screen
        assert selected(reader) == "s2"


async def test_figures_stay_open_when_the_panel_is_left_and_entered(story_path: Path) -> None:
    async with reading(story_path, (80, 24), article=1) as reader:
        reader.screen.panel.focus()
        await reader.press("f", "tab", "shift+tab")
        assert reader.app.focused is not None
        assert reader.app.focused.id == "panel-figures"


async def test_x_says_so_where_nothing_answers(story_path: Path) -> None:
    async with reading(story_path) as reader:
        await reader.press("tab", "tab", "j", "x")
        chosen = reader.screen.panel.chosen_statement
        assert reader.seen(NO_ANSWER)
        assert reader.screen.panel.chosen_statement == chosen
