"""The list of stories while it is narrowed: what is typed at its foot says which of them are shown."""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from typing import TYPE_CHECKING

from textual import on, work
from textual.widgets import Footer

from reader.domain.errors import ParleyError
from reader.ui.search.messages import FindWalked, SearchEnded, SearchTyped
from reader.ui.stories.narrow_line import NarrowLine
from reader.ui.stories.story_deeds import StoryDeeds

if TYPE_CHECKING:
    from reader.ingest.desk import Desk
    from reader.ui.stories.story_list import StoryList

PAUSE = 0.08
"""Seconds without a key after which what is typed is looked for."""


class NarrowingScreen(StoryDeeds[None]):
    """The line stands at the foot for as long as something is typed in it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._words = ""
        """What is asked for; all stories where that is nothing."""

        self.narrow_line: NarrowLine | None = None
        """Where is typed, while something is: from when it is there until it begins to go."""

    @property
    @abstractmethod
    def list(self) -> StoryList:
        """The stories."""

    @abstractmethod
    async def looked(self, *, typing: bool) -> bool:
        """Show what is listed now. False where it cannot be told what that is."""

    @abstractmethod
    def look_again(self) -> None:
        """Ask for what is listed now."""

    @work(group="look", exclusive=True, exit_on_error=False)
    async def look(self, pause: float = 0) -> None:
        """Show what is listed, unless something else is asked for meanwhile."""
        await asyncio.sleep(pause)
        await self.looked(typing=self.narrow_line is not None)

    def tell_wrong(self, error: ParleyError) -> None:
        """Say what is wrong, where something is typed below it."""
        if self.narrow_line is not None:
            self.narrow_line.tell_error(error)
        else:
            self.tell_error(error)

    async def action_narrow(self) -> None:
        """Ask for which stories. A second key while the line is being laid out waits for it."""
        if self.narrow_line is None:
            line = NarrowLine(self._words, self.desk)
            await self.mount(line, before=self.query_one(Footer))
            self.narrow_line = line
            line.line.focus()

    @on(SearchTyped)
    def _typed(self, message: SearchTyped) -> None:
        if self.narrow_line is not None:
            self._words = message.words
            self.look(PAUSE)

    @on(FindWalked)
    def _walked(self, message: FindWalked) -> None:
        self.list.cursor += message.step

    @on(SearchEnded)
    def _ended(self, message: SearchEnded) -> None:
        if message.keep:
            self._go_to_found(message.words)
            return
        self._words = ""
        self._close_line()
        self.look_again()

    @work(group="look", exclusive=True, exit_on_error=False)
    async def _go_to_found(self, words: str) -> None:
        self._words = words
        if await self.looked(typing=False):
            self._close_line()

    def _close_line(self) -> None:
        if self.narrow_line is not None:
            self.narrow_line.remove()
            self.narrow_line = None
        self.list.focus()
