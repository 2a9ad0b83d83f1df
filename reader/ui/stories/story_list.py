"""The list of stories: draws the rows in sight, and asks for others page by page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.domain.story import StoryRow
from reader.ui.party_look import CLASSES
from reader.ui.row_text import Piece
from reader.ui.row_window import PAGE, RowWindow
from reader.ui.sequence import sequence_begun
from reader.ui.stories.story_rows import lines_a_row, row_lines
from reader.ui.wrapping import wrap

BESIDE = " "


@dataclass(frozen=True)
class Listed:
    """What a list shows from now on: how many rows, those at hand by page, and which it is about (``key``): of another
    key it begins at the top."""

    key: tuple[str, ...]
    total: int
    pages: Mapping[int, Sequence[StoryRow]]


class StoryList(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows with a cursor that stays on its story, and the story on its line of the screen, when others come."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"stories--{part}" for part in ("name", "strong", "quiet", "mark", "cursor")),
        *CLASSES,
    }

    cursor: reactive[int] = reactive(0)
    total: reactive[int] = reactive(0)

    class Wanted(Message):
        """A page that is not at hand came into sight."""

        def __init__(self, page: int) -> None:
            super().__init__()
            self.page = page

    class Opened(Message):
        """A story was clicked on that was under the cursor already."""

    class Moved(Message):
        """The cursor is on another row."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._rows: RowWindow[StoryRow] = RowWindow()
        self._asked: set[int] = set()
        self._key: tuple[str, ...] = ()
        self._at_id: int | None = None
        self.empty = ""
        """What a list without rows says."""

    # What is listed

    @property
    def row(self) -> StoryRow | None:
        """The story under the cursor, where it is at hand."""
        return self._rows.get(self.cursor) if self.cursor < self.total else None

    @property
    def key(self) -> tuple[str, ...]:
        """What the list is about."""
        return self._key

    @property
    def lines_a_row(self) -> int:
        """Lines of a story."""
        return lines_a_row(self.scrollable_content_region.width)

    def pages_in_sight(self) -> list[int]:
        """The pages that the rows in sight are of, and their neighbours, nearest first."""
        first = round(self.scroll_y) // self.lines_a_row // PAGE
        last = (round(self.scroll_y) + self.size.height) // self.lines_a_row // PAGE
        near = [*range(first, last + 1), last + 1, first - 1]
        return [page for page in dict.fromkeys((*near, 0)) if page >= 0]

    def show(self, listed: Listed) -> None:
        """Show other rows. The cursor stays on its story and the rows in sight stay where they are."""
        lines, before = self.lines_a_row, self._at_id
        top = round(self.scroll_y) // lines
        seen = [(at, row.id) for at in range(top, top + self.size.height // lines + 1) if (row := self._rows.get(at))]
        same = listed.key == self._key
        self._key, self._asked = listed.key, set()
        self._rows.clear()
        for page, rows in listed.pages.items():
            self._rows.put(page, list(rows))
        self.set_reactive(StoryList.total, listed.total)
        self._measure()
        at = self._rows.index_of(before) if same and before is not None else None
        held = ((now - was) for was, id in seen if (now := self._rows.index_of(id)) is not None)
        moved = next(held, 0) if same else -top
        self.set_reactive(StoryList.cursor, self.validate_cursor((self.cursor if same else 0) if at is None else at))
        self.scroll_to(y=max((top + moved) * lines, 0), animate=False, force=True)
        self._remember()
        self._follow()
        self.refresh()
        self.post_message(self.Moved())

    def put(self, key: tuple[str, ...], page: int, rows: Sequence[StoryRow]) -> None:
        """Take in a page that was wanted, unless something else is listed by now."""
        if key == self._key:
            self._asked.discard(page)
            self._rows.put(page, list(rows))
            self._remember()
            self.refresh()

    def unread_at_hand(self, step: int) -> int | None:
        """The next row with something unread, below (1) or above (-1) the cursor, as far as rows are at hand."""
        at = self.cursor + step
        while 0 <= at < self.total and (row := self._rows.get(at)) is not None:
            if row.unread:
                return at
            at += step
        return None

    def _remember(self) -> None:
        self._at_id = self.row.id if self.row is not None else None

    # Moving

    def validate_cursor(self, cursor: int) -> int:
        """The cursor stays on the rows there are."""
        return min(max(cursor, 0), max(self.total - 1, 0))

    def watch_cursor(self) -> None:
        """Follow the cursor."""
        self._remember()
        self._follow()
        self.refresh()
        self.post_message(self.Moved())

    def page(self, pages: int) -> None:
        """Move the cursor by a view."""
        self.cursor += pages * max(self.size.height // self.lines_a_row - 1, 1)

    def edge(self, side: int) -> None:
        """To the first (-1; with ``g`` pressed twice) or the last (1)."""
        if side > 0:
            self.cursor = self.total - 1
        elif not sequence_begun(self.app):
            self.cursor = 0

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._measure()
        self._follow()

    def _measure(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, self.total * self.lines_a_row)

    def _follow(self) -> None:
        height, lines, top = self.scrollable_content_region.height, self.lines_a_row, round(self.scroll_y)
        first = self.cursor * lines
        if first < top:
            self.scroll_to(y=first, animate=False, force=True)
        elif height and first + lines > top + height:
            self.scroll_to(y=first + lines - height, animate=False, force=True)

    def on_click(self, event: events.Click) -> None:
        """Choose the story clicked on; open it where it was chosen already."""
        offset = event.get_content_offset(self)
        at = -1 if offset is None else (offset.y + round(self.scroll_y)) // self.lines_a_row
        if 0 <= at < self.total:
            event.stop()
            if at == self.cursor or event.chain >= 2:
                self.post_message(self.Opened())
            self.cursor = at

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line of one story; blank where it is not at hand yet."""
        width, base = self.size.width, self.rich_style
        if not self.total:
            return self._empty_line(y)
        index, line = divmod(y + round(self.scroll_y), self.lines_a_row)
        if index >= self.total:
            return Strip.blank(width, base)
        if index == self.cursor:
            base += self._part("stories--cursor")
        row = self._rows.get(index)
        if row is None:
            self._ask_for(index // PAGE)
            return Strip.blank(width, base)
        pieces = row_lines(row, max(self.scrollable_content_region.width, 1), self._today)[line]
        return self._strip(pieces, base)

    def _ask_for(self, page: int) -> None:
        if page not in self._asked:
            self._asked.add(page)
            self.post_message(self.Wanted(page))

    def _empty_line(self, y: int) -> Strip:
        lines = list(wrap(self.empty, 0, len(self.empty), min(self.size.width - 2, 100)))
        words = self.empty[slice(*lines[y])] if y < len(lines) else ""
        return self._strip([(BESIDE + words, "quiet")], self.rich_style)

    def _strip(self, pieces: list[Piece], base: Style) -> Strip:
        segments = [Segment(words, base + self._part(_class_of(part))) for words, part in pieces if words]
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def _part(self, name: str) -> Style:
        return self.get_component_rich_style(name, partial=True)


def _class_of(part: str) -> str:
    return part if part in CLASSES else f"stories--{part}"
