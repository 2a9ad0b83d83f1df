"""The table of the comparison: columns of parties beside a column of labels that stays, drawn line by line."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

from reader.ui.comparison.bands import Sheet
from reader.ui.comparison.geometry import Geometry, fit_columns
from reader.ui.comparison.layout import Layout, Line, Piece, lay_out_sheet
from reader.ui.panel.block_list import CHOSEN_RAIL, RAIL
from reader.ui.panel.stack import GUTTER
from reader.ui.panel.words import COMPONENTS

HEADER = 2
"""Lines at the top that never scroll: the names of the parties, and an empty one."""


class ComparisonGrid(ScrollView, can_focus=True, inherit_bindings=False):
    """A sheet with one block chosen. Names of parties and labels of rows stay in sight."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = COMPONENTS

    class Scrolled(Message):
        """Other columns are in sight."""

        def __init__(self, geometry: Geometry) -> None:
            super().__init__()
            self.geometry = geometry

    class Opened(Message):
        """The person asked for a statement in the article."""

        def __init__(self, statement_id: str) -> None:
            super().__init__()
            self.statement_id = statement_id

    def __init__(self, sheet: Sheet, id: str | None = None) -> None:
        super().__init__(id=id)
        self.sheet = sheet
        self._order = _blocks_by_column(sheet)
        self._chosen: str | None = None
        self._geometry = fit_columns(0, len(sheet.columns), 0, None)
        self._layout = Layout()

    @property
    def geometry(self) -> Geometry:
        """The columns in sight."""
        return self._geometry

    @property
    def chosen_statement(self) -> str | None:
        """The statement of the chosen block, or None."""
        return self.sheet.statements.get(self._chosen or "")

    def set_sheet(self, sheet: Sheet) -> None:
        """Show another sheet, with nothing chosen."""
        self.sheet = sheet
        self._order = _blocks_by_column(sheet)
        self._chosen = None
        self._arrange(None)

    def choose_statement(self, statement_id: str) -> bool:
        """Choose the first block of a statement. False where it has none."""
        for ids in self._order:
            for id in ids:
                if self.sheet.statements.get(id) == statement_id:
                    self._choose(id)
                    return True
        return False

    # Layout

    def on_resize(self) -> None:
        self._arrange(self._column_of(self._chosen))
        self._reveal()

    def _arrange(self, shown: int | None) -> None:
        width = self.scrollable_content_region.width
        if not width:
            return
        before = self._geometry
        self._geometry = fit_columns(width, len(self.sheet.columns), before.first, shown)
        self._layout = lay_out_sheet(self.sheet, self._geometry, self._chosen)
        self.virtual_size = Size(width, HEADER + len(self._layout.lines))
        if self._geometry != before:
            self.post_message(self.Scrolled(self._geometry))
        self.refresh()

    def _column_of(self, id: str | None) -> int | None:
        return next((at for at, ids in enumerate(self._order) if id in ids), None) if id else None

    def _choose(self, id: str) -> None:
        self._chosen = id
        self._arrange(self._column_of(id))
        self._reveal()

    def _view(self) -> int:
        """How many lines of the sheet are in sight."""
        return max(self.scrollable_content_region.height - HEADER, 1)

    def _reveal(self) -> None:
        """Scroll so that the chosen block and what stands across below it are in sight, the block's start first."""
        stand = self._layout.stands.get(self._chosen or "")
        if stand is None:
            return
        bottom = stand.top + stand.height
        if self.sheet.bands[stand.band].across:
            bottom = max(bottom, self._layout.ends[stand.band])
        y = max(self.scroll_offset.y, bottom - self._view())
        self.scroll_to(y=min(y, stand.top), animate=False, force=True)

    # Moving

    def move(self, step: int) -> None:
        """Choose the next or previous block of the column; first scroll on where the chosen one does not fit."""
        stand = self._layout.stands.get(self._chosen or "")
        if stand is None:
            self._choose_first()
            return
        y, view = self.scroll_offset.y, self._view()
        ids = self._order[stand.column]
        at = ids.index(self._chosen or "") + step
        if step > 0 and stand.top + stand.height > y + view:
            self.scroll_to(y=min(y + view - 1, stand.top + stand.height - view), animate=False, force=True)
        elif step < 0 and stand.top < y:
            self.scroll_to(y=max(y - view + 1, stand.top), animate=False, force=True)
        elif 0 <= at < len(ids):
            self._choose(ids[at])
        else:
            self.scroll_to(y=0 if step < 0 else len(self._layout.lines), animate=False, force=True)

    def side(self, step: int) -> None:
        """Choose a block of the next or previous column, on the same row or the nearest one."""
        stand = self._layout.stands.get(self._chosen or "")
        if stand is None:
            self._choose_first()
            return
        column = stand.column + step
        if not 0 <= column < len(self._order):
            return
        # The lines of a column are known once it is in sight.
        self._arrange(column)
        ids = [id for id in self._order[column] if id in self._layout.stands]
        if ids:
            self._choose(min(ids, key=lambda id: abs(self._layout.stands[id].band - stand.band)))

    def page(self, step: int) -> None:
        """Scroll about a screen, and choose what is in sight of the column."""
        stand = self._layout.stands.get(self._chosen or "")
        if stand is None:
            self._choose_first()
            return
        last = max(len(self._layout.lines) - self._view(), 0)
        y = self.scroll_offset.y + step * max(self._view() - 1, 1)
        if not 0 < y < last:
            self.edge(step)
            return
        stands, middle = self._layout.stands, y + self._view() // 2
        self.scroll_to(y=y, animate=False, force=True)
        self._choose(min(self._order[stand.column], key=lambda id: abs(stands[id].top - middle)))

    def edge(self, side: int) -> None:
        """Choose the first block of the column and go to the top (-1), or the last and the foot (1)."""
        column = self._column_of(self._chosen) or 0
        if self._order:
            self._choose(self._order[column][0 if side < 0 else -1])
        self.scroll_to(y=0 if side < 0 else len(self._layout.lines), animate=False, force=True)

    def open(self) -> None:
        """Ask for the chosen statement in the article."""
        if self.chosen_statement is not None:
            self.post_message(self.Opened(self.chosen_statement))

    def _choose_first(self) -> None:
        if self._order:
            self._choose(self._order[0][0])

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        column = None if offset is None else self._geometry.column_at(offset.x)
        if offset is None or column is None or offset.y < HEADER:
            return
        line = self.scroll_offset.y + offset.y - HEADER
        block = self._layout.block_at(line, column, self._geometry.first)
        if block is None:
            return
        event.stop()
        if event.chain >= 2:
            self.open()
        else:
            self._choose(block.id)

    # Drawing

    def render_line(self, y: int) -> Strip:
        style = self.visual_style
        if y == 0:
            strips = self._heading(style)
        elif y < HEADER:
            strips = []
        else:
            at = self.scroll_offset.y + y - HEADER
            strips = self._line(self._layout.lines[at], style) if at < len(self._layout.lines) else []
        return Strip.join(strips).adjust_cell_length(self.size.width, style.rich_style)

    def _heading(self, style: Style) -> list[Strip]:
        shape = self._geometry
        strips = [self._cell(Content(""), shape.labels, style)]
        for column in self.sheet.columns[shape.first : shape.last]:
            strips.append(self._cell(column.heading.truncate(shape.column - 1, ellipsis=True), shape.column, style))
        return strips

    def _line(self, line: Line, style: Style) -> list[Strip]:
        shape = self._geometry
        strips = [self._cell(line.label, shape.labels, style)]
        if line.across is not None:
            words = line.across.pad_left(GUTTER if shape.labels else 0)
            return [*strips, self._cell(words, max(shape.width - shape.labels, words.cell_length), style)]
        for column, piece in enumerate(line.pieces, shape.first):
            strips.append(self._piece(piece, column, style))
        return strips

    def _piece(self, piece: Piece, column: int, style: Style) -> Strip:
        is_chosen = piece.block is not None and piece.block.id == self._chosen
        if is_chosen:
            style = self.get_visual_style("block--chosen")
        colour = f".{self.sheet.columns[column].look.css_class}" if self.sheet.columns else ""
        rail = Content.styled(CHOSEN_RAIL if is_chosen else RAIL, colour)
        return self._cell(rail + Content(" " * (GUTTER - 1)) + piece.words, self._geometry.column, style)

    def _cell(self, words: Content, width: int, style: Style) -> Strip:
        if not width:
            return Strip([])
        # Not by ``Visual.to_strips``, which looks up selection, links and alignment for each of a hundred cells.
        told = words.render(style, end="", parse_style=self._get_style)
        segments = [Segment(text, own.rich_style) for text, own in told]
        return Strip(segments, words.cell_length).adjust_cell_length(width, style.rich_style)


def _blocks_by_column(sheet: Sheet) -> list[list[str]]:
    """The ids of the blocks of each column, from top to bottom; a number nobody's statement holds is not chosen."""
    return [
        [block.id for band in sheet.bands for block in band.cells.get(column, ()) if block.id in sheet.statements]
        for column in range(len(sheet.columns))
    ]
