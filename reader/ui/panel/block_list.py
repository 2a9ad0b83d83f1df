"""A scrolling list of blocks with one chosen: drawn line by line, so that a long article costs no widgets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from reader.ui.panel.block import Block
from reader.ui.panel.stack import GUTTER, Stack
from reader.ui.panel.words import COMPONENTS, NAME

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
        self._stack = Stack()

    # What is shown

    @property
    def chosen_id(self) -> str | None:
        """The id of the chosen block, or None."""
        stack = self._stack
        return None if stack.chosen is None else stack.blocks[stack.chosen].id

    def set_blocks(self, blocks: Sequence[Block], *, keep: bool = True, stack: Stack | None = None) -> None:
        """Show other blocks. With ``keep``, the chosen one and its place on screen stay where its id is still there.

        ``stack`` may hold the same blocks laid out already, which for thousands takes a while.
        """
        row = self._row(self._stack.chosen)
        chosen = self.chosen_id if keep else None
        self._stack = stack or Stack(blocks)
        self._stack.chosen = self._stack.index(chosen)
        self._measure()
        if self._stack.chosen is not None:
            self._reveal(row)
        elif not keep:
            self._scroll(0)
        self.refresh()

    def choose(self, block_id: str) -> bool:
        """Show a block as chosen, without a message. False where there is no such block."""
        at = self._stack.index(block_id)
        if at is None:
            return False
        self._set_chosen(at)
        return True

    def _set_chosen(self, at: int) -> None:
        row = self._row(at)
        self._stack.chosen = at
        self._measure()
        self._reveal(row)
        self.refresh()

    # Layout

    @property
    def _view(self) -> int:
        """How many lines are in sight."""
        return self.scrollable_content_region.height

    def _measure(self) -> None:
        width = self.scrollable_content_region.width
        self._stack.measure(width)
        self.virtual_size = Size(width, self._stack.height)

    def _row(self, at: int | None) -> int | None:
        """On which line of the widget a block begins."""
        return None if at is None or not self._stack.tops else self._stack.tops[at] - self.scroll_offset.y

    def _reveal(self, row: int | None) -> None:
        """Scroll so that the chosen block is in sight, as near as can be to the line of the widget it was on."""
        stack, at = self._stack, self._stack.chosen
        if at is None or not stack.tops:
            return
        y = self.scroll_offset.y if row is None else stack.tops[at] - row
        y = max(y, stack.bottom(at) - self._view)
        self._scroll(min(y, stack.tops[at] - stack.lead(at, self._view)))

    def _scroll(self, y: int) -> None:
        # Forced: the scrollbar, which otherwise decides, comes only with the next layout.
        self.scroll_to(y=max(y, 0), animate=False, force=True)

    def on_resize(self) -> None:
        row = self._row(self._stack.chosen)
        self._measure()
        self._reveal(row)
        self.refresh()

    # Drawing

    def render_line(self, y: int) -> Strip:
        stack = self._stack
        line = self.scroll_offset.y + y
        if y == 0 and (heading := stack.heading_over(line)) is not None:
            return self._strip(heading, 0)
        at = stack.at_line(line)
        if at is None:
            return Strip.blank(self.size.width, self.visual_style.rich_style)
        return self._strip(at, line - stack.tops[at])

    def _strip(self, at: int, offset: int) -> Strip:
        stack = self._stack
        block, lines = stack.blocks[at], stack.lines(at)
        in_gap = offset >= len(lines)
        is_chosen = at == stack.chosen and not in_gap
        style = self.get_visual_style("block--chosen") if is_chosen else self.visual_style
        line = Content("") if in_gap else lines[offset]
        if not block.heading:
            rail = " " if not block.rail or (in_gap and not stack.rail_goes_on(at)) else RAIL
            rail = CHOSEN_RAIL if is_chosen else rail
            line = Content.assemble((rail, block.rail or NAME), " " * (GUTTER - 1)).append(line)
        width = self.size.width
        strips = Visual.to_strips(self, line, max(width, line.cell_length, 1), 1, style, apply_selection=False)
        strip = strips[0] if strips else Strip([])
        return strip.adjust_cell_length(width, style.rich_style)

    # Moving

    def move(self, step: int) -> None:
        """Choose the next or previous block; first scroll on where the chosen one does not fit."""
        stack, at = self._stack, self._stack.chosen
        if at is None or not stack.tops:
            self._go(stack.next(-1, 1))
            return
        top, bottom, y = stack.tops[at], stack.bottom(at), self.scroll_offset.y
        if step > 0 and bottom > y + self._view:
            self._scroll(min(y + self._view - 2, bottom - self._view))
        elif step < 0 and top < y:
            self._scroll(max(y - self._view + 2, top - 1))
        else:
            self._go(stack.next(at, step))

    def edge(self, side: int) -> None:
        """Choose the first (-1) or the last (1) block."""
        self._go(self._stack.next(-1, 1) if side < 0 else self._stack.next(len(self._stack.blocks), -1))

    def page(self, step: int) -> None:
        """Choose the block about a screen further."""
        stack = self._stack
        if not stack.tops:
            return
        start = -1 if stack.chosen is None else stack.chosen
        line = (stack.tops[start] if start >= 0 else 0) + step * max(self._view - 2, 1)
        at = stack.at_line(min(max(line, 0), stack.height - 1))
        target = None if at is None else stack.next(at - step, step)
        if target is None or (target - start) * step <= 0:
            target = stack.next(start, step)
        self._go(target)

    def stop(self, step: int) -> None:
        """Choose the next or previous block that is a stop, with as much as fits of what stands below it."""
        chosen = self._stack.chosen
        at = self._stack.next_stop(-1 if chosen is None else chosen, step)
        if at is not None:
            self._go(at)
            self._scroll(self._stack.tops[at])

    def open(self) -> None:
        """Ask for the place of the chosen block, or choose the first."""
        if self.chosen_id is None:
            self.move(1)
        else:
            self.post_message(self.Opened(self.chosen_id))

    def _go(self, at: int | None) -> None:
        if at is not None:
            self._set_chosen(at)
            self.post_message(self.Chosen(self._stack.blocks[at].id))

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        at = None if offset is None else self._stack.at_line(self.scroll_offset.y + offset.y)
        if at is None or not (self._stack.blocks[at].selectable or self._stack.blocks[at].stop):
            return
        event.stop()
        if event.chain >= 2:
            self.open()
        else:
            self._go(at)
