"""Help, legend and command palette."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import SIZES, TITLES, reading
from textual.command import CommandPalette

from reader.ui.help_screen import HelpScreen
from reader.ui.legend import LegendScreen
from reader.ui.themes import LIGHT


@pytest.mark.parametrize("size", SIZES)
async def test_help_lies_over_the_screen_and_goes_away(story_path: Path, size: tuple[int, int]) -> None:
    async with reading(story_path, size) as reader:
        await reader.press("question_mark")
        assert isinstance(reader.app.screen, HelpScreen)
        assert reader.seen("Show every key, by region")
        await reader.press("question_mark")
        assert reader.screen.is_current


async def test_all_of_the_help_can_be_scrolled_to(story_path: Path) -> None:
    async with reading(story_path, (80, 24)) as reader:
        await reader.press("question_mark", "G")
        assert reader.seen("Put it away")
        await reader.press("g")
        assert not reader.seen("Show every key, by region")
        await reader.press("g")
        assert reader.seen("Show every key, by region")


async def test_the_legend_names_the_parties_with_their_marks(story_path: Path) -> None:
    async with reading(story_path, (120, 50)) as reader:
        await reader.press("L")
        assert isinstance(reader.app.screen, LegendScreen)
        for words in ("▌ Norland", "◆ Sudria", "a person", "a place", "a number with its hedge", "who speaks"):
            assert reader.seen(words), words
        await reader.press("escape")
        assert reader.screen.is_current


async def test_the_legend_works_before_anything_is_analysed(story_path: Path) -> None:
    async with reading(story_path, (120, 50), article=99) as reader:
        await reader.press("L")
        assert not reader.seen("Parties of this article")
        assert reader.seen("a person")


@pytest.mark.parametrize("key", ["colon", "ctrl+p"])
async def test_the_palette_runs_an_action(story_path: Path, key: str) -> None:
    async with reading(story_path) as reader:
        await reader.press(key)
        assert isinstance(reader.app.screen, CommandPalette)
        await reader.press(*"show the article alone", "enter")
        await reader.press("enter") if not reader.screen.zen else None
        assert reader.screen.zen


async def test_the_palette_reaches_the_panel(story_path: Path) -> None:
    async with reading(story_path) as reader:
        await reader.press("colon", *"show the figures side", "enter")
        if not reader.screen.is_current:
            await reader.press("enter")
        assert reader.screen.panel.tab == "figures"


async def test_a_theme_is_chosen_in_the_palette_and_remembered(story_path: Path) -> None:
    async with reading(story_path) as reader:
        await reader.press("T", *LIGHT.name, "enter")
        if not reader.screen.is_current:
            await reader.press("enter")
        assert reader.app.theme == LIGHT.name
    async with reading(story_path) as reader:
        assert reader.app.theme == LIGHT.name


async def test_a_theme_that_is_gone_is_forgotten(story_path: Path) -> None:
    from reader.store.library import Library

    with Library.open(story_path) as library:
        library.set_setting("ui.theme", "no-such-theme")
        library.set_setting("ui.open", "not a number")
        library.set_setting("ui.hidden", "nothing,,dates")
    async with reading(story_path) as reader:
        assert reader.title == TITLES[0]
        assert "dates" not in reader.screen.view.shown


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light", "textual-light", "nord"])
async def test_other_themes_keep_parties_apart(story_path: Path, theme: str) -> None:
    async with reading(story_path) as reader:
        reader.app.theme = theme
        await reader.settle()
        view = reader.screen.view
        colours = {
            segment.text: segment.style.color
            for y in range(view.size.height)
            for segment in view.render_line(y)
            if segment.style is not None
        }
        assert colours["Norland"] != colours["coast guard"]


async def test_without_colour_styles_tell_names_apart(story_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(story_path) as reader:
        view = reader.screen.view
        styles = {
            segment.text: segment.style
            for y in range(view.size.height)
            for segment in view.render_line(y)
            if segment.style is not None
        }
        plain = {name: styles[name].without_color for name in ("Norland", "coast guard", "Ada Moss", "Port Grey")}
        shapes = {(style.bold, style.italic, style.underline) for style in plain.values()}
        assert len(shapes) == 4
        assert styles["at least 12"].reverse
