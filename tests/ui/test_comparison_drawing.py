"""The comparison's cells are drawn letter by letter as Textual would draw them."""

from __future__ import annotations

import pytest
from panel_app import ComparisonApp
from stories import strike
from textual.content import Content
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual

from reader.ui.comparison.grid import ComparisonGrid


def letters(strip: Strip) -> list[tuple[str, object]]:
    return [(letter, style and style.clear_meta_and_links()) for text, style, _ in strip for letter in text]


def as_textual(self: ComparisonGrid, words: Content, width: int, style: Style) -> Strip:
    if not width:
        return Strip([])
    strips = Visual.to_strips(self, words, max(width, words.cell_length), 1, style, apply_selection=False)
    return (strips[0] if strips else Strip([])).adjust_cell_length(width, style.rich_style)


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_every_line_has_the_letters_and_styles_that_textual_gives_it(
    size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = ComparisonApp(*strike())
    async with app.run_test(size=size) as pilot:
        await pilot.press("j")
        grid = app.screen.query_one(ComparisonGrid)
        ours = [letters(grid.render_line(y)) for y in range(grid.size.height)]
        monkeypatch.setattr(ComparisonGrid, "_cell", as_textual)
        assert ours == [letters(grid.render_line(y)) for y in range(grid.size.height)]
    assert any(letter != " " for line in ours for letter, _ in line)
