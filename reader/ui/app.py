"""The Textual app: themes, styles, the command palette, and the one reading screen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import events
from textual.app import App, SystemCommand
from textual.screen import Screen

from reader.resources import resource_dir
from reader.ui.actions import Region, bindings
from reader.ui.reading_screen import ReadingScreen
from reader.ui.themes import DARK, OWN, reading_colours

if TYPE_CHECKING:
    from reader.ingest.desk import Desk

STYLES = resource_dir("styles")


class ParleyApp(App[None]):
    """Parley on a terminal. ``open_article`` is the id of the article to start with; else the last one read."""

    TITLE = "Parley"
    CSS_PATH = sorted(STYLES.glob("*.tcss"))
    BINDINGS = bindings(Region.EVERYWHERE)

    def __init__(self, desk: Desk, open_article: int | None = None) -> None:
        super().__init__()
        self.desk = desk
        self.open_article = open_article
        for theme in OWN:
            self.register_theme(theme)
        self.theme = DARK.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colours of parties and marks, which no theme of Textual's own has."""
        return reading_colours(self.current_theme)

    def get_default_screen(self) -> Screen[None]:
        return ReadingScreen(self.desk, self.open_article)
