"""Colours: there under every theme, and readable under our own."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import reading
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from reader.ui.party_look import COLOURS
from reader.ui.themes import DARK, OWN, reading_colours

NAMES = [f"party-{n}" for n in range(COLOURS)]
GROUNDS = ["figure-ground", "counted-ground", "content-ground", "source-ground", "cursor-ground", "cursor-idle"]
EVERY = {**BUILTIN_THEMES, **{theme.name: theme for theme in OWN}}


@pytest.mark.parametrize("theme", EVERY.values(), ids=EVERY.keys())
def test_every_theme_has_every_colour(theme: Theme) -> None:
    colours = reading_colours(theme)
    assert {*NAMES, *GROUNDS, "line", "quiet"} <= set(colours)
    assert len({colours[name] for name in NAMES}) == COLOURS
    for colour in colours.values():
        Color.parse(colour)


@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.name)
def test_parties_can_be_read_on_our_own_grounds(theme: Theme) -> None:
    colours = reading_colours(theme)
    ground = Color.parse(theme.background or "")
    for name in (*NAMES, "quiet"):
        assert contrast(Color.parse(colours[name]), ground) >= 4.5, name
    for name in GROUNDS:
        assert contrast(Color.parse(theme.foreground or ""), Color.parse(colours[name])) >= 4.5, name


def contrast(a: Color, b: Color) -> float:
    """WCAG's contrast ratio."""
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: Color) -> float:
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.normalized]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


async def test_without_a_terminal_of_sixteen_colours_the_theme_is_our_own(
    story_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("COLORTERM", raising=False)
    async with reading(story_path) as reader:
        assert reader.app.console.color_system == "standard"
        assert reader.app.theme == DARK.name
