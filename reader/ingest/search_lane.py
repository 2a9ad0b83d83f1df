"""The thread that only searches: it has a connection of its own, and a newer question ends an older one at once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from reader.domain.errors import LibraryError, ParleyError
from reader.store.library import Library

T = TypeVar("T")


class Superseded(ParleyError):
    """A question was given up because a newer one was asked, or nobody waits for its answer any more."""


class SearchLane:
    """A library that is only read, on a thread of its own, opened by the first question. It must be there already: see
    ``Library.open_to_read``."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lane = ThreadPoolExecutor(max_workers=1, thread_name_prefix="search")
        self._library: Library | None = None
        self._asked = 0
        self._closed = False

    async def ask(self, question: Callable[[Library], T]) -> T:
        """What ``question`` gives for the library. Raises Superseded where another is asked before it is answered,
        LibraryError, and whatever the question raises."""
        if self._closed:
            raise LibraryError(f"The library {self.path} is closed.", subject=str(self.path))
        self._asked += 1
        mine = self._asked
        try:
            return await asyncio.get_running_loop().run_in_executor(self._lane, self._answer, question, mine)
        except asyncio.CancelledError:
            if self._asked == mine:
                self._asked += 1
            raise

    def close(self) -> None:
        """Give up what is asked and let go of the library. Closing twice is harmless."""
        if self._closed:
            return
        self._closed = True
        self._asked += 1
        self._lane.submit(self._let_go)
        self._lane.shutdown(wait=True)

    def _answer(self, question: Callable[[Library], T], mine: int) -> T:
        try:
            if self._asked == mine:
                if self._library is None:
                    self._library = Library.open_to_read(self.path)
                # Asked by SQLite itself as it goes, between two questions to it as within one.
                self._library.give_up_when(lambda: self._asked != mine)
                return question(self._library)
        except LibraryError:
            if self._asked == mine:
                raise
        raise Superseded("Something else was searched for.")

    def _let_go(self) -> None:
        if self._library is not None:
            self._library.close()
            self._library = None
