"""What the keys do with the statements that were found."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.screen import Screen

from reader.domain.found_statement import FoundStatement
from reader.ui.actions import Region, bindings
from reader.ui.panel.block_list import BlockList
from reader.ui.search.saying import Said
from reader.ui.search.statement_blocks import cited
from reader.ui.sequence import sequence_begun
from reader.ui.verbatim import web_address


@dataclass(frozen=True, slots=True)
class Left:
    """How the screen was left. ``words`` are what was searched for last, ``block_id`` what was chosen; then the
    statement to open, or ``articles`` where the articles are to be shown."""

    words: str
    block_id: str | None
    statement: FoundStatement | None = None
    articles: bool = False


class StatementKeys(Screen[Left]):
    """``_words`` are what is searched for, ``_said`` what is shown."""

    BINDINGS = bindings(Region.STATEMENTS)

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        self._said = Said()

    @property
    def list(self) -> BlockList:
        """The statements."""
        return self.query_one(BlockList)

    @property
    def chosen(self) -> FoundStatement | None:
        """The statement the keys act on."""
        return self._said.statements.get(self.list.chosen_id or "")

    def _leave(self, *, statement: FoundStatement | None = None, articles: bool = False) -> None:
        self.dismiss(Left(self._words, self.list.chosen_id, statement, articles))

    def action_back(self) -> None:
        """Back to the articles as they were."""
        self._leave()

    def action_articles(self) -> None:
        """To the articles in which it was found."""
        self._leave(articles=True)

    def action_open(self) -> None:
        """Open the article at the statement."""
        if self.chosen is not None:
            self._leave(statement=self.chosen)

    @on(BlockList.Opened)
    def _opened(self) -> None:
        self.action_open()

    def action_copy(self) -> None:
        """Copy the statement, fit to cite."""
        if self.chosen is not None:
            self.app.copy_to_clipboard(cited(self.chosen))
            self.notify("Copied, with who said it, where and when.", timeout=3, markup=False)

    def action_browser(self) -> None:
        """Open the article's address."""
        address = web_address(self.chosen.url) if self.chosen is not None else None
        if address is None:
            self.notify("This article has no address on the web.", timeout=3, markup=False)
        else:
            self.app.open_url(address)

    def action_move(self, step: int) -> None:
        """Choose the next statement or the one before."""
        self.list.move(step)

    def action_page(self, step: int) -> None:
        """Move a page."""
        self.list.page(step)

    def action_edge(self, side: int) -> None:
        """To the first or the last."""
        if side > 0 or not sequence_begun(self.app):
            self.list.edge(side)

    def action_party(self, step: int) -> None:
        """To the first statement of the next party, or of this one, or of the one before."""
        at = self._said.party_step(self.list.chosen_id, step)
        if at is not None:
            self.list.choose(at)
