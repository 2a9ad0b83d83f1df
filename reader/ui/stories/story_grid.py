"""The comparison of a story: shown anew it stays where it was."""

from __future__ import annotations

from reader.ui.comparison.bands import Sheet
from reader.ui.comparison.grid import ComparisonGrid


class StoryGrid(ComparisonGrid):
    """A sheet that grows while it is looked at."""

    def show_again(self, sheet: Sheet) -> None:
        """Show another sheet of the same story; the statement chosen stays so, on its line of the screen."""
        chosen, stand = self.chosen_statement, self._layout.stands.get(self._chosen or "")
        row = stand.top - self.scroll_offset.y if stand is not None else None
        self.set_sheet(sheet)
        if chosen is None or not self.choose_statement(chosen) or row is None:
            return
        stand = self._layout.stands.get(self._chosen or "")
        if stand is not None:
            self.scroll_to(y=max(stand.top - row, 0), animate=False, force=True)
