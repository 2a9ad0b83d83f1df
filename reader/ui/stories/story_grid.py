"""The comparison of a story: shown anew it stays where it was."""

from __future__ import annotations

from textual.message import Message

from reader.ui.comparison.bands import Sheet
from reader.ui.comparison.grid import ComparisonGrid


class StoryGrid(ComparisonGrid):
    """A sheet that grows while it is looked at."""

    class Chosen(Message):
        """The person moved to a statement."""

    @property
    def standing(self) -> tuple[int, int]:
        """Which of its column's statements is chosen, counted from 1 (0 where none is), and how many there are."""
        column = self._column_of(self._chosen)
        if column is None or self._chosen is None:
            return 0, 0
        return self._order[column].index(self._chosen) + 1, len(self._order[column])

    def choose_top(self) -> None:
        """Choose what stands highest, so that the sheet is read from its head."""
        stands = self._layout.stands
        firsts = [ids[0] for ids in self._order if ids and ids[0] in stands]
        if firsts and self._chosen is None:
            self._choose(min(firsts, key=lambda id: (stands[id].top, stands[id].column)))

    def _choose(self, id: str) -> None:
        super()._choose(id)
        self.post_message(self.Chosen())

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
