"""What the dialogs of a correction share: a box over the screen, and a list of blocks moved through by keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from reader.ui.actions import Region, bindings
from reader.ui.panel.block_list import BlockList

Answer = TypeVar("Answer")


class CorrectionDialog(ModalScreen[Answer | None], Generic[Answer]):
    """A titled box that ends with an answer, or with None where the person left everything as it was.

    Subclasses yield what stands above the list from ``compose_head``; ``answer`` makes the answer of a line's id.
    """

    BINDINGS = bindings(Region.CORRECTION)

    def __init__(self, heading: str, hint: str, answer: Callable[[str], Answer]) -> None:
        super().__init__()
        self._answer = answer
        self._heading = heading
        self._hint = hint

    def compose(self) -> ComposeResult:
        with Vertical(classes="correction") as box:
            box.border_title = Content(self._heading)
            box.border_subtitle = Content(self._hint)
            yield from self.compose_head()
            yield BlockList(id="correction-list")
            yield from self.compose_foot()

    def compose_head(self) -> ComposeResult:
        """What stands above the list."""
        yield from ()

    def compose_foot(self) -> ComposeResult:
        """What stands below the list."""
        yield from ()

    @property
    def list(self) -> BlockList:
        """The lines to choose from."""
        return self.query_one(BlockList)

    @on(BlockList.Opened)
    def _opened(self, message: BlockList.Opened) -> None:
        message.stop()
        self.dismiss(self._answer(message.block_id))

    def action_move(self, step: int) -> None:
        """Choose the next line or the one before."""
        self.list.move(step)

    def action_page(self, step: int) -> None:
        """Move a page."""
        self.list.page(step)

    def action_choose(self) -> None:
        """Answer with the chosen line."""
        self.list.open()

    def action_close(self) -> None:
        """Leave everything as it was."""
        self.dismiss(None)
