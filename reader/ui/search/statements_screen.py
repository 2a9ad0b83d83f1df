"""What was said, over the whole screen: statements a search found, under their parties, the latest first."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from reader.domain.errors import ParleyError
from reader.domain.plain_text import clean_line
from reader.ingest.search_lane import Superseded
from reader.ui.key_footer import KeyFooter
from reader.ui.messages import LibraryChanged
from reader.ui.panel.block import Block, Paragraph
from reader.ui.panel.block_list import BlockList
from reader.ui.panel.words import ASIDE, plain
from reader.ui.search.earlier import save_earlier
from reader.ui.search.messages import SearchEnded, SearchSaved, SearchTurned, SearchTyped
from reader.ui.search.prompt import SearchPrompt
from reader.ui.search.saying import Said, said
from reader.ui.search.statement_keys import StatementKeys

if TYPE_CHECKING:
    from reader.domain.saved_search import SavedSearch
    from reader.ingest.desk import Desk

PAUSE = 0.1
"""Seconds without a key after which what is typed is searched for."""

ROOM_FOR_FOOTER = 12
"""Below this height the footer gives its line to the statements."""

NOTHING = "Nobody said anything of that. / changes what is searched for."


class StatementsScreen(StatementKeys):
    """Begins with what ``words`` find, and asks for them where there are none. ``earlier`` were searched for before."""

    def __init__(self, desk: Desk, today: date, words: str, earlier: Sequence[str], chosen: str | None = None) -> None:
        super().__init__(words)
        self.desk = desk
        self._today = today
        self._earlier = earlier
        self._first = chosen
        self._before: tuple[str, Said] | None = None
        """What was searched for and shown before something else was typed."""

    def compose(self) -> ComposeResult:
        yield Static(id="statements-title")
        yield BlockList()
        yield KeyFooter(compact=True, show_command_palette=False)

    @property
    def prompt(self) -> SearchPrompt | None:
        """Where is typed, while something is."""
        return next((prompt for prompt in self.query(SearchPrompt) if not prompt.leaving), None)

    def on_mount(self) -> None:
        self.list.focus()
        if self._words:
            self._search(self._words, 0)
        else:
            self.action_query()

    def on_resize(self) -> None:
        self.query_one(KeyFooter).display = self.size.height >= ROOM_FOR_FOOTER

    # Searching

    @work(group="search", exclusive=True, exit_on_error=False)
    async def _search(self, words: str, pause: float) -> None:
        await asyncio.sleep(pause)
        await self._show_found(words, typing=self.prompt is not None)

    async def _show_found(self, words: str, *, typing: bool) -> bool:
        """Show who said what. False where nothing can be searched for."""
        try:
            found = await self._found(words, typing=typing)
        except ParleyError as error:
            if self.prompt is not None:
                self.prompt.tell_error(error)
            else:
                self.notify(str(error), severity="error", markup=False)
            return False
        self._words = found.words
        self._show(found)
        if self.prompt is not None:
            counted = found.counted if words.strip() else ""
            self.prompt.tell_found(counted, begun=found.words != words, unseen=found.unseen)
        return True

    async def _found(self, words: str, *, typing: bool) -> Said:
        if not words.strip():
            return Said(words=words)
        width = self.list.scrollable_content_region.width
        question = partial(said, words=words, today=self._today, width=width, typing=typing)
        while True:
            try:
                return await self.desk.search_lane.ask(question)
            except Superseded:
                continue

    def _show(self, found: Said) -> None:
        self._said = found
        title = Content.assemble(("Who said it", "bold"), (f" · {clean_line(self._words)}" if self._words else "", ""))
        counted = Content.styled(f" · {found.counted}" if self._words else "", "$quiet")
        self.query_one("#statements-title", Static).update(title + counted, layout=False)
        nothing = Block("nothing", (Paragraph(plain(NOTHING, ASIDE)),), selectable=False)
        if found.blocks:
            self.list.set_blocks(found.blocks, keep=False, stack=found.stack)
        else:
            self.list.set_blocks([nothing] if self._words else [], keep=False)
        first, self._first = self._first, None
        if first is None or not self.list.choose(first):
            self.list.edge(-1)

    # What is typed

    @work(group="prompt", exclusive=True, exit_on_error=False)
    async def action_query(self) -> None:
        """Change what is searched for."""
        if self.prompt is not None:
            return
        self._before = (self._words, self._said)
        prompt = SearchPrompt(self._words, self._earlier, self.desk, "Search statements")
        await self.mount(prompt, before=self.query_one(KeyFooter))
        prompt.line.focus()

    @on(SearchTyped)
    def _typed(self, message: SearchTyped) -> None:
        if self.prompt is not None:
            self._search(message.words, PAUSE)

    @on(SearchEnded)
    def _ended(self, message: SearchEnded) -> None:
        if message.keep and message.words.strip():
            self._go_to_found(message.words)
            return
        self.workers.cancel_group(self, "search")
        self._close_prompt()
        if self._before is None or not self._before[0]:
            self._leave()
        else:
            self._words = self._before[0]
            self._show(self._before[1])

    @on(SearchSaved)
    def _save_typed(self) -> None:
        if self.prompt is not None and self.prompt.line.value.strip():
            self._go_to_found(self.prompt.line.value, keep=True)

    def action_keep_search(self) -> None:
        """Keep the search among the feeds, where its articles are listed."""
        from reader.ui.search.saving import ask_to_keep

        if self._words.strip():
            ask_to_keep(self.app, self.desk, self._words, self._tell_kept)

    def action_watch(self) -> None:
        """Tell from now on when somebody says more of that."""
        from reader.ui.watching.asking import ask_to_watch_statements

        if self._words.strip():
            ask_to_watch_statements(self.app, self.desk, self._words, self._today)

    def _tell_kept(self, saved: SavedSearch) -> None:
        self.app.post_message(LibraryChanged())
        self.notify(f"Kept as “{clean_line(saved.name)}” among the feeds.", timeout=3, markup=False)

    @work(group="search", exclusive=True, exit_on_error=False)
    async def _go_to_found(self, words: str, *, keep: bool = False) -> None:
        # What was taken for the beginning of a word stays so.
        words = begun if self._words == (begun := f"{words}*") else words
        if await self._show_found(words, typing=False):
            self._close_prompt()
            try:
                await save_earlier(self.desk, words)
            except ParleyError as error:
                self.notify(str(error), severity="error", markup=False)
            if keep:
                self.action_keep_search()

    def _close_prompt(self) -> None:
        if self.prompt is not None:
            self.prompt.remove()
        self.list.focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Who goes to the statements has typed enough."""
        if self.prompt is not None and self.prompt.left_for(event.widget):
            self.prompt.remove()

    @on(SearchTurned)
    def _turned(self) -> None:
        if self.prompt is not None:
            self._words = self.prompt.line.value
        self.action_articles()

    @on(Worker.StateChanged)
    def _tell_defect(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            error = event.worker.error
            self.notify(f"Something went wrong ({type(error).__name__}: {error}).", severity="error", markup=False)
