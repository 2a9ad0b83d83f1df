"""The links of an article in a box over it: choose one by its number or by moving, open or copy it."""

from __future__ import annotations

from collections.abc import Callable

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from reader.ui.actions import Region, bindings
from reader.ui.links import NumberedLink
from reader.ui.panel.block import Block, Paragraph
from reader.ui.panel.block_list import BlockList
from reader.ui.panel.words import ASIDE, NUMBER, clean_line, plain
from reader.ui.sequence import sequence_begun

HINT = "a number or j/k · Enter opens · y copies · Esc closes"
SHOWN = 300
"""Code points of an address that are shown."""


class LinksScreen(ModalScreen[None]):
    """``looked_at`` is told each link the person moves to, and the row of the screen the box begins at; ``copy`` is
    given an address, ``browse`` one to open."""

    BINDINGS = bindings(Region.LINKS)

    def __init__(
        self,
        links: tuple[NumberedLink, ...],
        looked_at: Callable[[NumberedLink, int], object],
        browse: Callable[[str], object],
        copy: Callable[[str], object],
    ) -> None:
        super().__init__()
        self._links = {str(link.number): link for link in links}
        self._looked_at = looked_at
        self._browse = browse
        self._copy = copy
        self._typed = ""

    def compose(self) -> ComposeResult:
        """The list, in a box."""
        with Vertical(classes="links") as box:
            box.border_title = Content("Links")
            box.border_subtitle = Content(HINT)
            yield BlockList()

    @property
    def list(self) -> BlockList:
        """A block for each link, its number as id."""
        return self.query_one(BlockList)

    def on_mount(self) -> None:
        """Begin with the first link."""
        digits = len(str(len(self._links)))
        self.list.set_blocks([_block(link, digits) for link in self._links.values()])
        self.list.focus()
        self.call_after_refresh(self.list.edge, -1)

    def _look_at(self, number: str) -> None:
        self._looked_at(self._links[number], self.query_one(".links").region.y)

    @on(BlockList.Chosen)
    def _look(self, message: BlockList.Chosen) -> None:
        message.stop()
        self._look_at(message.block_id)

    @on(BlockList.Opened)
    def _open(self, message: BlockList.Opened) -> None:
        message.stop()
        self._browse(self._links[message.block_id].url)
        self.dismiss(None)

    def on_key(self, event: events.Key) -> None:
        """Digits make up the number of a link; one that leads to none begins anew."""
        if event.character is None or not (event.character.isascii() and event.character.isdigit()):
            self._typed = ""
            return
        event.stop()
        self._typed = (self._typed + event.character).lstrip("0")
        if self._typed not in self._links:
            self._typed = event.character.lstrip("0")
        if self._typed in self._links:
            self.list.choose(self._typed)
            self._look_at(self._typed)

    def action_move(self, step: int) -> None:
        """Choose the next link or the one before."""
        self.list.move(step)

    def action_page(self, step: int) -> None:
        """Move a page."""
        self.list.page(step)

    def action_edge(self, side: int) -> None:
        """To the first link or the last."""
        if side > 0 or not sequence_begun(self.app):
            self.list.edge(side)

    def action_open(self) -> None:
        """Open the chosen link in the browser."""
        self.list.open()

    def action_copy(self) -> None:
        """Copy the chosen link's address."""
        if self.list.chosen_id is not None:
            self._copy(self._links[self.list.chosen_id].url)

    def action_close(self) -> None:
        """Back to the article."""
        self.dismiss(None)


def _block(link: NumberedLink, digits: int) -> Block:
    number = Content.styled(str(link.number), NUMBER)
    words = Paragraph(plain(link.words), limit=1, label=number, label_width=digits + 2)
    address = Paragraph(plain(clean_line(link.url)[:SHOWN], ASIDE), limit=1, indent=digits + 2)
    return Block(str(link.number), (words, address), gap=0)
