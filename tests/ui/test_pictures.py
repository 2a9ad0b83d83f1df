"""A few pictures of the whole screen: fixed size, theme, date and text. ``pytest --snapshot-update`` renews them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from reading import TODAY, Reading
from textual.pilot import Pilot

from reader.ingest.desk import Desk
from reader.ui.app import ParleyApp
from reader.ui.themes import DARK, LIGHT


@pytest.mark.parametrize(
    ("size", "theme", "keys"),
    [
        pytest.param((200, 50), DARK.name, ["right_square_bracket"] * 3, id="three-panes-with-a-statement"),
        pytest.param((120, 40), LIGHT.name, ["tab", "tab", "j"], id="two-panes-on-light"),
        pytest.param((80, 24), DARK.name, ["enter", "right_square_bracket"], id="one-page"),
        pytest.param((80, 24), "ansi-dark", ["L"], id="legend-in-sixteen-colours"),
    ],
)
def test_the_screen_looks_as_it_did(
    story_path: Path, snap_compare: Callable[..., bool], size: tuple[int, int], theme: str, keys: list[str]
) -> None:
    app = ParleyApp(Desk(story_path), today=TODAY)

    async def come_to_rest(pilot: Pilot[None]) -> None:
        reader = Reading(app, pilot)
        await reader.settle()
        app.theme = theme
        await reader.press(*keys)

    assert snap_compare(app, terminal_size=size, run_before=come_to_rest)
