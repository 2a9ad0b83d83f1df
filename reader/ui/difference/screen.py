"""What changed in an article, over the whole terminal: its versions, one after the other, against what it says now."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from reader.domain.analysis import Analysis
from reader.domain.article import Article
from reader.domain.errors import ParleyError
from reader.ingest.changes import History, became, history
from reader.ui.actions import Region, bindings
from reader.ui.article_head import moment
from reader.ui.difference.lines import Shown
from reader.ui.difference.view import DifferenceView
from reader.ui.key_footer import KeyFooter
from reader.ui.panel.words import clean_line

if TYPE_CHECKING:
    from reader.ingest.desk import Desk

ROOM_FOR_FOOTER = 12
"""Below this height the footer gives its line to the text."""

LOOKING = "Comparing figures and statements…"
UNKNOWN = "Figures and statements could not be compared. {}"


class DifferenceTitle(Widget):
    """What is compared with what."""

    def __init__(self) -> None:
        super().__init__()
        self._left = self._right = ""

    def show(self, left: str, right: str) -> None:
        """Say it: ``left`` is cut where there is no room for both."""
        self._left, self._right = left, right
        self.refresh()

    def render(self) -> Content:
        """One line."""
        width = max(self.size.width, 1)
        right = self._right if len(self._right) + 12 <= width else ""
        left = Content.styled(self._left, "bold").truncate(max(width - len(right) - 2, 1), ellipsis=True)
        gap = " " * max(width - left.cell_length - len(right), 0)
        return left + Content(gap) + Content.styled(right, "$quiet")


class DifferenceScreen(Screen[None]):
    """``known`` is the article with its earlier versions, of which there is one at least."""

    BINDINGS = bindings(Region.CHANGES)

    def __init__(self, desk: Desk, known: History) -> None:
        super().__init__()
        self._desk = desk
        self._known = known
        self._number = 1
        self._shown: Shown | None = None
        self._unfolded = False

    def compose(self) -> ComposeResult:
        """Title, text, footer."""
        yield DifferenceTitle()
        yield DifferenceView()
        yield KeyFooter(compact=True, show_command_palette=False)

    @property
    def told_keys(self) -> tuple[str, ...]:
        """The keys worth telling; see ``key_footer``."""
        between = ("changes.older", "changes.newer") if len(self._known.versions) > 1 else ()
        return ("changes.back", *between, "changes.next", "changes.unfold", "changes.down")

    @property
    def view(self) -> DifferenceView:
        """What scrolls."""
        return self.query_one(DifferenceView)

    def on_mount(self) -> None:
        """Begin with the last change."""
        self.view.focus()
        self._compare()

    def on_resize(self) -> None:
        """Give the footer's line to the text where there are few."""
        self.query_one(KeyFooter).display = self.size.height >= ROOM_FOR_FOOTER

    # Comparing

    @work(group="difference", exclusive=True, exit_on_error=False)
    async def _compare(self) -> None:
        """First the words, which are there at once; then what the analyses of both texts tell."""
        new, old = self._known.article, self._known.was(self._number)
        self._show_title()
        found = await asyncio.to_thread(became, old, new, None, None)
        self._show(Shown(old, new, found, LOOKING, self._unfolded, self._marked), from_top=True)
        try:
            analyses = await self._analysis(old), await self._analysis(new)
        except ParleyError as error:
            self._show(Shown(old, new, found, UNKNOWN.format(error), self._unfolded, self._marked))
            return
        found = await asyncio.to_thread(became, old, new, *analyses)
        self._show(Shown(old, new, found, "", self._unfolded, self._marked))

    async def _analysis(self, article: Article) -> Analysis:
        stored = await self._desk.stored_analysis(article)
        if stored is not None and await self._desk.is_current(article, stored):
            return stored.analysis
        return await self._desk.analyse(article)

    def _show(self, shown: Shown, *, from_top: bool = False) -> None:
        self._shown = replace(shown, unfolded=self._unfolded)
        self.view.show(self._shown, from_top=from_top)

    @property
    def _marked(self) -> bool:
        return self.app.no_color

    def _show_title(self) -> None:
        version, total = self._known.versions[self._number - 1], len(self._known.versions)
        which = f"{self._number} of {total} versions back · " if total > 1 else ""
        title = f"What changed: {clean_line(self._known.article.title)}"
        self.query_one(DifferenceTitle).show(title, f"{which}since {moment(version.replaced)}")

    # Keys

    def action_version(self, step: int) -> None:
        """Compare with an older (1) or a newer (-1) version."""
        number = self._number + step
        if 1 <= number <= len(self._known.versions):
            self._number = number
            self._compare()
        else:
            words = "There is no older version." if step > 0 else "This is the last change."
            self.notify(words, timeout=3, markup=False)

    def action_unfold(self) -> None:
        """Show the paragraphs that stayed the same too, or fold them."""
        self._unfolded = not self._unfolded
        if self._shown is not None:
            self._show(self._shown)

    def action_change(self, step: int) -> None:
        """To the next change or the one before."""
        self.view.change(step)

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.view.scroll(lines)

    def action_page(self, pages: int) -> None:
        """Scroll by a page."""
        self.view.page(pages)

    def action_top(self) -> None:
        """To the top."""
        self.view.edge(-1)

    def action_bottom(self) -> None:
        """To the bottom."""
        self.view.edge(1)

    def action_back(self) -> None:
        """Back to the article."""
        self.dismiss(None)


async def known_history(desk: Desk, article_id: int) -> History:
    """An article with its earlier versions. Raises ParleyError."""
    return await desk.library.ask(partial(history, article_id=article_id))
