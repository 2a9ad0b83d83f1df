"""The theme as it is remembered from one run to the next, in the library's settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.ingest.desk import Desk

_THEME = "ui.theme"


async def load_theme(desk: Desk) -> str | None:
    """The name of the theme that was chosen; None where none was."""
    return await desk.setting(_THEME)


async def save_theme(desk: Desk, name: str) -> None:
    """Remember the theme."""
    await desk.set_setting(_THEME, name)
