"""The reading screen: the list of articles, the article, and the panel of statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from reader.ui.actions import Region, bindings

if TYPE_CHECKING:
    from reader.ingest.desk import Desk


class ReadingScreen(Screen[None]):
    """Three regions: ``#list``, ``#article``, ``#panel``."""

    BINDINGS = bindings(Region.READING)

    def __init__(self, desk: Desk, open_article: int | None = None) -> None:
        super().__init__()
        self.desk = desk
        self.open_article = open_article

    def compose(self) -> ComposeResult:
        yield Static(Content("Articles"), id="list")
        yield Static(Content("Article"), id="article")
        yield Static(Content("Panel"), id="panel")
