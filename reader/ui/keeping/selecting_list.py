"""The list of articles while some of them are selected: from one row to another, or picked one by one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.domain.scope import Scope
from reader.ui import key_footer
from reader.ui.search.found_list import FoundList

if TYPE_CHECKING:
    from reader.store.library import Library

SELECTED = "┃"
"""What stands beside every line of a selected row."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What is selected of a list: the articles ``picked``, and those from one of the ``ends`` to the other."""

    scope: Scope
    picked: frozenset[int]
    ends: tuple[int, int] | None

    def ids(self, library: Library) -> list[int]:
        """The articles, in the order of the list. Raises LibraryError."""
        return library.marking.chosen(self.scope, self.picked, self.ends)


class SelectingList(FoundList):
    """Rows are known by their articles: what is selected stays so when others come in. A long stretch is never loaded;
    only its ends are known here."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"article-list--selected"}

    selecting = False
    """True from the first row selected until the selection is ended."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._picked: frozenset[int] = frozenset()
        self._start_id: int | None = None
        self._start = 0
        """Where the stretch began that follows the cursor; ``_start_id`` is None where none does."""

    async def selection(self) -> Selection:
        """What is selected now."""
        ends = None
        if self._start_id is not None:
            row = await self.rows.row(self.cursor)
            ends = (self._start_id, row.id if row is not None else self._start_id)
        return Selection(self.scope, self._picked, ends)

    @property
    def told_keys(self) -> tuple[str, ...]:
        """While selecting, the keys that act on what is selected, and those for what was found; see ``key_footer``."""
        if self.selecting:
            return key_footer.SELECTING
        return key_footer.LIST if self.scope.found is None else key_footer.FOUND

    def end_selection(self) -> None:
        """Select nothing any more."""
        self.selecting, self._picked, self._start_id = False, frozenset(), None
        self._tell()
        self.refresh()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A row is picked only while selecting; otherwise the key is free for the screen."""
        return self.selecting if action == "pick" else super().check_action(action, parameters)

    async def action_select(self) -> None:
        """Begin to select from the cursor on, or let the stretch end at the cursor."""
        if self._start_id is not None:
            await self._settle()
        elif (row := await self.rows.row(self.cursor)) is not None:
            self.selecting, self._start_id, self._start = True, row.id, self.cursor
            self.refresh_bindings()
        self._tell()
        self.refresh()

    async def action_pick(self) -> None:
        """Let the stretch end at the cursor; where none follows it, take in its article or leave it out."""
        if self._start_id is not None:
            await self._settle()
        elif (row := await self.rows.row(self.cursor)) is not None:
            self._picked ^= {row.id}
        self._tell()
        self.refresh()

    async def _settle(self) -> None:
        """From now on the stretch does not follow the cursor any more."""
        selection = await self.selection()
        self._picked = frozenset(await self.desk.library.ask(selection.ids))
        self._start_id = None

    # When the list changes

    async def reload(self, *args: Any, **kwargs: Any) -> None:
        """As before; a stretch still begins at its article, or at the cursor where that is gone."""
        await super().reload(*args, **kwargs)
        if self._start_id is not None:
            index = await self.rows.index_of(self._start_id)
            row = await self.rows.row(self.cursor) if index is None else None
            if index is not None:
                self._start = index
            elif row is not None:
                self._start, self._start_id = self.cursor, row.id
            else:
                self._start_id = None
            self.refresh()

    async def narrow(self, scope: Scope, **kwargs: Any) -> None:
        """Another list begins without a selection."""
        await super().narrow(scope, **kwargs)
        if self.selecting:
            self.end_selection()

    def watch_cursor(self) -> None:
        """The stretch follows."""
        super().watch_cursor()
        if self.selecting:
            self._tell()

    # Drawing

    def _is_selected(self, index: int) -> bool:
        if self._start_id is not None and min(self._start, self.cursor) <= index <= max(self._start, self.cursor):
            return True
        row = self.rows.get(index) if self._picked else None
        return row is not None and row.id in self._picked

    def render_line(self, y: int) -> Strip:
        """As before; a selected row has a bar beside it."""
        strip = super().render_line(y)
        index = (y + round(self.scroll_y)) // self.lines_a_row
        if not self.selecting or index >= self.total or not self._is_selected(index):
            return strip
        look = self.get_component_rich_style("article-list--selected", partial=True)
        bar = [Segment(SELECTED, (segment.style or Style()) + look) for segment in strip.crop(1, 2)]
        return Strip.join([strip.crop(0, 1), Strip(bar), strip.crop(2)])

    @property
    def _counts(self) -> str:
        return super()._counts + (f" · {self._selected_words}" if self.selecting else "")

    @property
    def _selected_words(self) -> str:
        stretch = abs(self.cursor - self._start) + 1 if self._start_id is not None else 0
        # Which of those picked stand inside the stretch is not known here.
        both = f"{len(self._picked):,} and {stretch:,}" if stretch and self._picked else ""
        return f"{both or f'{stretch or len(self._picked):,}'} selected"
