"""What rules watch for, over the whole screen: each rule with what it told, the newest first."""

from __future__ import annotations

import asyncio
from asyncio import Lock
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from reader.domain.errors import ParleyError
from reader.domain.plain_text import clean_line
from reader.ingest.search_lane import Superseded
from reader.ingest.watching import Rule, rules
from reader.store.watches import LONGEST
from reader.ui.feeds.line_list import LineList
from reader.ui.key_footer import KeyFooter
from reader.ui.messages import LibraryChanged
from reader.ui.search.earlier import save_earlier
from reader.ui.search.messages import SearchEnded, SearchTyped
from reader.ui.search.prompt import SearchPrompt
from reader.ui.watching.asking import ask_to_change, watch_statements
from reader.ui.watching.lines import lines
from reader.ui.watching.typed import counted
from reader.ui.watching.watched_keys import WatchedKeys

if TYPE_CHECKING:
    from reader.ingest.desk import Desk
    from reader.store.library import Library

NOTHING = "No rules yet: a makes one; ! among statements found watches for more of them."
PAUSE = 0.15
"""Seconds without a key after which what is typed is counted."""

ROOM_FOR_FOOTER = 12
"""Below this height the footer gives its line to the rows."""


class WatchedScreen(WatchedKeys):
    """Ends with what is to be opened, or None. ``earlier`` were searched for before."""

    def __init__(self, desk: Desk, today: date, rules: Sequence[Rule], earlier: Sequence[str]) -> None:
        super().__init__()
        self.desk = desk
        self._today = today
        self._rules = rules
        self._earlier = earlier
        self._doing = Lock()

    def compose(self) -> ComposeResult:
        yield Static(id="watched-title")
        yield LineList(id="watched-list", empty=NOTHING)
        yield KeyFooter(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        self._show()
        self.list.focus()

    def on_resize(self) -> None:
        self.query_one(KeyFooter).display = self.size.height >= ROOM_FOR_FOOTER

    @property
    def prompt(self) -> SearchPrompt | None:
        """Where is typed, while something is."""
        return next((prompt for prompt in self.query(SearchPrompt) if not prompt.leaving), None)

    def _show(self) -> None:
        new = sum(rule.new for rule in self._rules)
        many = f" · {len(self._rules):,} rule{'' if len(self._rules) == 1 else 's'}" if self._rules else ""
        title = Content.assemble(("Watched", "bold"), (many, "$quiet"), (f" · {new:,} new" if new else "", ""))
        self.query_one("#watched-title", Static).update(title, layout=False)
        self.list.set_lines(list(lines(self._rules, self._today)))

    @on(LibraryChanged)
    @work(group="look", exclusive=True, exit_on_error=False)
    async def _look_again(self) -> None:
        try:
            self._rules = await self.desk.library.ask(rules)
        except ParleyError:
            # A busy library: what is shown stays.
            return
        self._show()

    # What is typed

    def action_add(self) -> None:
        """Type what is to be watched for."""
        if self.prompt is None:
            self._open_prompt()

    @work(group="prompt", exclusive=True, exit_on_error=False)
    async def _open_prompt(self) -> None:
        prompt = SearchPrompt("", self._earlier, self.desk, "Watch for statements")
        self.app.clear_notifications()  # they would lie over it
        await self.mount(prompt, before=self.query_one(KeyFooter))
        prompt.line.focus()

    @on(SearchTyped)
    @work(group="count", exclusive=True, exit_on_error=False)
    async def _count_typed(self, message: SearchTyped) -> None:
        await asyncio.sleep(PAUSE)
        try:
            found = await self.desk.search_lane.ask(partial(counted, words=message.words, today=self._today))
        except Superseded:
            return
        except ParleyError as error:
            if self.prompt is not None:
                self.prompt.tell_error(error)
            return
        if self.prompt is not None and self.prompt.line.value == message.words:
            self.prompt.tell_found(found, begun=False)

    @on(SearchEnded)
    def _ended(self, message: SearchEnded) -> None:
        if message.keep and message.words.strip():
            self._add(message.words)
        else:
            self._close_prompt()

    @work(group="watch", exit_on_error=False)
    async def _add(self, words: str) -> None:
        try:
            watch = await watch_statements(self.desk, words[:LONGEST], words, self._today)
            await save_earlier(self.desk, words)
        except ParleyError as error:
            if self.prompt is not None:
                self.prompt.tell_error(error)
            return
        self._close_prompt()
        await self._changed()
        self.list.choose(f"rule {watch.id}")
        self.tell_done(f"Watching for “{clean_line(watch.name)}”.")

    def _close_prompt(self) -> None:
        self.workers.cancel_group(self, "count")
        if self.prompt is not None:
            self.prompt.remove()
        self.list.focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Who goes to the rows has typed enough."""
        if self.prompt is not None and self.prompt.left_for(event.widget):
            self.prompt.remove()

    # Rules

    def action_edit(self) -> None:
        """Ask for another name or query."""
        if (rule := self.rule) is not None:
            ask_to_change(self.app, self.desk, rule.watch, self._today, self._after)

    def action_remove(self) -> None:
        """Remove the rule; that can be taken back."""
        if (rule := self.rule) is None:
            return

        def deed(library: Library) -> str:
            return f"Removed the rule “{clean_line(library.watches.remove(rule.watch.id).name)}”."

        self._do(deed)

    @work(group="watch", exit_on_error=False)
    async def _do(self, deed: Callable[[Library], str]) -> None:
        try:
            said = await self.desk.library.ask(deed)
        except ParleyError as error:
            self.tell_error(error)
            return
        self._after(said)

    @work(group="watch", exit_on_error=False)
    async def _after(self, said: str) -> None:
        await self._changed()
        if said:
            self.tell_done(said)

    async def _changed(self) -> None:
        """Show the rules as they are now; so does every other screen."""
        async with self._doing:
            try:
                self._rules = await self.desk.library.ask(rules)
            except ParleyError as error:
                self.tell_error(error)
                return
            if self.is_attached:
                self._show()
        for screen in self.app.screen_stack:
            if screen is not self:
                screen.post_message(LibraryChanged())
