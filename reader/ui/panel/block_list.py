"""A scrolling list of blocks with one chosen: drawn line by line, so that a long article costs no widgets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from reader.ui.panel.block import Block, lay_out
from reader.ui.panel.words import COMPONENTS

GUTTER = 2
MARGIN = 1
RAIL = "│"
CHOSEN_RAIL = "▌"


class BlockList(ScrollView, can_focus=True, inherit_bindings=False):
    """Blocks one below the other. The chosen block is shown whole; the heading it stands under stays in sight."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = COMPONENTS

    class Chosen(Message):
        """The person moved to a block."""

        def __init__(self, block_id: str) -> None:
            super().__init__()
            self.block_id = block_id

    class Opened(Message):
        """The person asked for the place of a block in the article."""

        def __init__(self, block_id: str) -> None:
            super().__init__()
            self.block_id = block_id

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._blocks: tuple[Block, ...] = ()
        self._index: dict[str, int] = {}
        self._chosen: int | None = None
        self._tops: list[int] = []
        self._cache: dict[tuple[int, bool], list[Content]] = {}
        self._width = 0

    # What is shown

    @property
    def chosen_id(self) -> str | None:
        """The id of the chosen block, or None."""
        return None if self._chosen is None else self._blocks[self._chosen].id

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks shown, in order."""
        return self._blocks

    def set_blocks(self, blocks: Sequence[Block], *, keep: bool = True) -> None:
        """Show other blocks. With ``keep``, the chosen one and its place on screen stay where its id is still there."""
        chosen = self.chosen_id if keep else None
        row = self._screen_row(self._chosen)
        self._blocks = tuple(blocks)
        self._index = {block.id: at for at, block in enumerate(self._blocks)}
        self._chosen = self._index.get(chosen) if chosen is not None else None
        self._cache.clear()
        self._measure()
        if self._chosen is not None:
            self._reveal(row)
        elif not keep:
            self.scroll_to(y=0, animate=False, force=True)
        self.refresh()

    def choose(self, block_id: str) -> bool:
        """Show a block as chosen, without a message. False where there is no such block."""
        at = self._index.get(block_id)
        if at is None:
            return False
        self._set_chosen(at)
        return True

    def _set_chosen(self, at: int) -> None:
        row = self._screen_row(at)
        self._chosen = at
        self._measure()
        self._reveal(row)
        self.refresh()

    # Layout

    def _measure(self) -> None:
        """Find at which line each block begins, for the width there is."""
        width = self.scrollable_content_region.width
        if width != self._width:
            self._width = width
            self._cache.clear()
        self._tops = []
        if not width:
            return
        top = 0
        for at, block in enumerate(self._blocks):
            self._tops.append(top)
            top += len(self._lines(at)) + block.gap
        self.virtual_size = Size(width, top)

    def _lines(self, at: int) -> list[Content]:
        key = (at, at == self._chosen)
        lines = self._cache.get(key)
        if lines is None:
            lines = self._cache[key] = lay_out(self._blocks[at], self._measure_of(at), is_open=key[1])
        return lines

    def _measure_of(self, at: int) -> int:
        """How many cells a line of a block may take."""
        return self._width - MARGIN - (0 if self._blocks[at].heading else GUTTER)

    def _screen_row(self, at: int | None) -> int | None:
        """On which line of the widget a block begins."""
        return None if at is None or not self._tops else self._tops[at] - self.scroll_offset.y

    def _reveal(self, row: int | None) -> None:
        """Scroll so that the chosen block is in sight, as near as can be to the line of the widget it was on."""
        if self._chosen is None or not self._tops:
            return
        top = self._tops[self._chosen]
        bottom = self._bottom(self._chosen)
        offset = self.scroll_offset.y if row is None else top - row
        offset = max(offset, bottom - self.scrollable_content_region.height)
        offset = min(offset, top - self._lead(self._chosen))
        self.scroll_to(y=max(offset, 0), animate=False, force=True)

    def _bottom(self, at: int) -> int:
        """The line below a block, or below what cannot be chosen after the last."""
        if self._next(at, 1) is None:
            return self.virtual_size.height
        return self._tops[at] + len(self._lines(at))

    def _lead(self, at: int) -> int:
        """How many lines to keep above a block: the headings right before it, or room for the one that stays."""
        first = at
        while first and not self._blocks[first - 1].selectable:
            first -= 1
        lead = self._tops[at] - self._tops[first]
        is_small = 0 < lead <= self.scrollable_content_region.height // 2
        return lead if is_small else min(1, self._tops[at])

    def _block_at(self, line: int) -> int | None:
        """Which block covers a line of the list, its gap included."""
        if not 0 <= line < self.virtual_size.height or not self._tops:
            return None
        return bisect_right(self._tops, line) - 1

    def _staying(self, line: int) -> int | None:
        """The heading that belongs above a line and has scrolled away."""
        at = self._block_at(line)
        if at is None or (self._blocks[at].heading and line == self._tops[at]):
            return None
        return next((n for n in range(at, -1, -1) if self._blocks[n].heading), None)

    # Drawing

    def render_line(self, y: int) -> Strip:
        line = self.scroll_offset.y + y
        if y == 0 and (heading := self._staying(line)) is not None:
            return self._strip(heading, 0)
        at = self._block_at(line)
        if at is None:
            return Strip.blank(self.size.width, self.visual_style.rich_style)
        return self._strip(at, line - self._tops[at])

    def _strip(self, at: int, offset: int) -> Strip:
        block = self._blocks[at]
        lines = self._lines(at)
        in_gap = offset >= len(lines)
        is_chosen = at == self._chosen and not in_gap
        style = self.get_visual_style("block--chosen") if is_chosen else self.visual_style
        line = Content("") if in_gap else lines[offset]
        if not block.heading:
            rail = CHOSEN_RAIL if is_chosen else RAIL if block.rail and not (in_gap and self._ends_rail(at)) else " "
            line = Content.assemble((rail, block.rail or ".block--name"), " " * (GUTTER - 1)).append(line)
        width = self.size.width
        strips = Visual.to_strips(self, line, max(width, line.cell_length, 1), 1, style, apply_selection=False)
        strip = strips[0] if strips else Strip([])
        return strip.adjust_cell_length(width, style.rich_style)

    def _ends_rail(self, at: int) -> bool:
        """True for the last block of a section: its rail does not run on into the gap."""
        following = self._blocks[at + 1] if at + 1 < len(self._blocks) else None
        return following is None or following.heading or following.rail != self._blocks[at].rail

    def on_resize(self) -> None:
        row = self._screen_row(self._chosen)
        self._measure()
        self._reveal(row)
        self.refresh()

    # Moving

    def move(self, step: int) -> None:
        """Choose the next or previous block; first scroll on where the chosen one does not fit."""
        if self._chosen is None or not self._tops:
            self._go(self._next(-1, 1))
            return
        top, bottom = self._tops[self._chosen], self._bottom(self._chosen)
        view = self.scrollable_content_region.height
        y = self.scroll_offset.y
        if step > 0 and bottom > y + view:
            self.scroll_to(y=min(y + view - 2, bottom - view), animate=False, force=True)
        elif step < 0 and top < y:
            self.scroll_to(y=max(y - view + 2, top - 1, 0), animate=False, force=True)
        else:
            self._go(self._next(self._chosen, step))

    def edge(self, side: int) -> None:
        """Choose the first (-1) or the last (1) block."""
        self._go(self._next(-1, 1) if side < 0 else self._next(len(self._blocks), -1))

    def page(self, step: int) -> None:
        """Choose the block about a screen further."""
        if not self._tops:
            return
        start = -1 if self._chosen is None else self._chosen
        line = (self._tops[start] if start >= 0 else 0) + step * max(self.scrollable_content_region.height - 2, 1)
        at = self._block_at(min(max(line, 0), self.virtual_size.height - 1))
        target = None if at is None else self._next(at - step, step)
        if target is None or (target - start) * step <= 0:
            target = self._next(start, step)
        self._go(target)

    def open(self) -> None:
        """Ask for the place of the chosen block, or choose the first."""
        if self.chosen_id is None:
            self.move(1)
        else:
            self.post_message(self.Opened(self.chosen_id))

    def _next(self, at: int, step: int) -> int | None:
        at += step
        while 0 <= at < len(self._blocks):
            if self._blocks[at].selectable:
                return at
            at += step
        return None

    def _go(self, at: int | None) -> None:
        if at is not None:
            self._set_chosen(at)
            self.post_message(self.Chosen(self._blocks[at].id))

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        at = None if offset is None else self._block_at(self.scroll_offset.y + offset.y)
        if at is None or not self._blocks[at].selectable:
            return
        event.stop()
        if event.chain >= 2:
            self.open()
        else:
            self._go(at)
