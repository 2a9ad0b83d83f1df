"""Searching the library and the open article, and walking the hits."""

from __future__ import annotations

from reader.ui.arrangement import Place
from reader.ui.search.finding_screen import FindingScreen


class SearchingScreen(FindingScreen):
    """Searching the library and the open article, and walking the hits."""

    def action_find(self) -> None:
        """In the list search the library, elsewhere find in the article."""
        if self.at is Place.LIST:
            self.action_search()
        else:
            self.find_in_article()

    def action_search(self) -> None:
        """Search the library."""

    def action_statements(self) -> None:
        """Show who said what was searched for."""

    def action_order(self) -> None:
        """The best first, or the newest."""

    def action_keep_search(self) -> None:
        """Keep the search among the feeds."""
