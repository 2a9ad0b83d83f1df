"""Selecting words of the article with real keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import FERRY, HARVEST, Reading, reading
from textual.geometry import Offset
from textual.selection import Selection

from reader.domain.confidence import Strictness

SIZES = [(80, 24), (200, 50)]
THEMES = ["parley-dark", "parley-light", "ansi-dark", "ansi-light"]


def selected(reader: Reading) -> str:
    return reader.screen.get_selected_text() or ""


@pytest.mark.parametrize("size", SIZES)
async def test_keys_move_the_end_of_the_selection(story_path: Path, size: tuple[int, int]) -> None:
    async with reading(story_path, size, article=1) as reader:
        await reader.press("enter", "v")
        assert selected(reader) == "PORT"
        assert reader.seen("h/l word")
        assert reader.seen("Esc end")
        await reader.press("l", "right")
        assert selected(reader) == "PORT GREY – Norland"
        await reader.press("h")
        assert selected(reader) == "PORT GREY"
        await reader.press("j")
        assert selected(reader).startswith("PORT GREY – Norland accused")
        assert selected(reader) in FERRY
        await reader.press("k", "v", "l")
        assert selected(reader) == "GREY – Norland"
        await reader.press("o", "left")
        assert selected(reader) == "PORT GREY – Norland"
        await reader.press("s")
        # The dateline is no sentence of the text, and stands before the first.
        assert selected(reader) == FERRY.partition("\n")[0]
        await reader.press("o", "s")
        assert selected(reader).endswith("denied the charge.")
        await reader.press("p")
        assert selected(reader) == FERRY[: FERRY.index("\n\nThe two")]
        await reader.press("y")
        assert reader.app.clipboard == selected(reader)
        await reader.press("escape")
        assert selected(reader) == ""
        assert reader.screen.at == "article"
        assert not reader.seen("h/l word")
        await reader.press("h")
        assert reader.screen.at == "list"


async def test_while_selecting_the_keys_belong_to_the_selection(story_path: Path) -> None:
    async with reading(story_path, article=1) as reader:
        before = reader.screen.view.shown
        opened: list[str] = []
        reader.app.open_url = lambda url, **_: opened.append(url)  # type: ignore[method-assign]
        await reader.press("tab", "v", "s", "o", "p", "h", "l")
        assert reader.screen.strictness is Strictness.NORMAL
        assert reader.screen.at == "article"
        assert opened == []
        await reader.press("escape", "1", "s", "o")
        assert reader.screen.strictness is Strictness.WIDE
        assert opened == ["https://example.org/0"]
        assert reader.screen.view.shown != before


async def test_the_view_follows_the_moving_end_down_and_up(story_path: Path) -> None:
    async with reading(story_path, (80, 24), article=2) as reader:
        await reader.press("enter", "v", *["j"] * 40)
        view = reader.screen.view
        assert view.picking is not None
        assert view.in_sight(view.picking.moving)
        assert selected(reader) == HARVEST[: len(selected(reader))]
        assert len(selected(reader)) > 40 * 40
        await reader.press("v", *["k"] * 50)
        assert view.in_sight(view.picking.moving)
        assert view.picking.moving == (0, len("Paragraph"))
        await reader.press("k", "h", "o", *["l"] * 3, "j")
        assert view.in_sight(view.picking.moving)


async def test_it_begins_at_the_words_in_view(story_path: Path) -> None:
    async with reading(story_path, (80, 24), article=2) as reader:
        await reader.press("enter", "pagedown", "v")
        view = reader.screen.view
        top = view.render_line(0).text.split()
        second = view.render_line(1).text.split()
        assert selected(reader) in (top or second)


async def test_it_begins_with_the_statement_the_hit_or_what_the_mouse_selected(story_path: Path) -> None:
    async with reading(story_path, article=1) as reader:
        await reader.press("tab", "right_square_bracket", "v")
        assert selected(reader) == "ramming at least 12 boats"
        assert reader.screen.view.selected is None
        await reader.press("l", "escape", "slash", *"crossit", "escape")
        await reader.press("slash", *"ferries", "enter", "v")
        assert selected(reader) == "ferries"
        await reader.press("escape")
        view, start = reader.screen.view, FERRY.index("share a narrow")
        reader.screen.selections = {view: Selection(Offset(start, 0), Offset(start + 14, 0))}
        await reader.press("v", "l")
        assert selected(reader) == "share a narrow strait"
        # The mouse selecting something else ends it.
        reader.screen.selections = {view: Selection(Offset(0, 0), Offset(4, 0))}
        await reader.settle()
        assert view.picking is None


@pytest.mark.parametrize("theme", [*THEMES, "no colour"])
async def test_the_selection_is_seen_in_every_theme(
    story_path: Path, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if theme == "no colour":
        monkeypatch.setenv("NO_COLOR", "1")
    async with reading(story_path, article=1) as reader:
        if theme != "no colour":
            reader.app.theme = theme
        await reader.press("tab", "v", *"lllllll")
        span = reader.screen.view.selected_span
        assert span is not None
        looks = text_looks(reader)
        inside = {look for place, look in looks if span[0] <= place < span[1]}
        assert len(inside) == 1
        assert not inside & {look for place, look in looks if not span[0] <= place < span[1]}


def text_looks(reader: Reading) -> list[tuple[int, tuple[object, ...]]]:
    """Places in the text in view, each with the colours and the reversal it is drawn in."""
    view = reader.screen.view
    segments = [segment for y in range(view.size.height) for segment in view.render_line(y) if segment.style]
    return [
        (style.meta["offset"][0], (style.color, style.bgcolor, bool(style.reverse)))
        for style in (segment.style for segment in segments)
        if style is not None and "offset" in style.meta
    ]
