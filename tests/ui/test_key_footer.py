"""The line of keys follows the focus: always in whole words, written into what is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import SIZES, Reading, reading
from textual.widgets._footer import FooterKey

from reader.ui.key_footer import KeyFooter


def told(reader: Reading) -> str:
    """What the line should say now."""
    bindings = [active.binding for active in reader.screen.query_one(KeyFooter)._fitting()]
    return " ".join(f"{reader.app.get_key_display(binding)} {binding.description}" for binding in bindings)


@pytest.mark.parametrize("size", SIZES)
async def test_in_each_pane_the_line_is_its_keys(story_path: Path, size: tuple[int, int]) -> None:
    async with reading(story_path, size) as reader:
        seen = set()
        for key in ("tab", "tab", "shift+tab", "v"):
            await reader.press(key)
            assert reader.lines()[-1] == told(reader)
            seen.add(told(reader))
        assert len(seen) > 1


async def test_another_size_has_more_keys_or_fewer(story_path: Path) -> None:
    async with reading(story_path) as reader:
        for size in ((60, 20), (200, 50), (120, 40)):
            await reader.pilot.resize_terminal(*size)
            await reader.settle()
            assert reader.lines()[-1] == told(reader)


async def test_keys_that_are_there_are_written_anew_not_made_anew(story_path: Path) -> None:
    async with reading(story_path) as reader:
        keys = list(reader.screen.query(FooterKey))
        words = told(reader)
        await reader.press("tab")
        assert told(reader) != words
        for before, after in zip(keys, reader.screen.query(FooterKey), strict=False):
            assert before is after
