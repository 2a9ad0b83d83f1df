"""The thread that has the library: one writer, and no question of one thread reaches another's connection."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from reader.domain.errors import LibraryError
from reader.ingest.seeding import open_library
from reader.store.library import Library

T = TypeVar("T")


class LibraryLane:
    """A library on a thread of its own, opened by the first question."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lane = ThreadPoolExecutor(max_workers=1, thread_name_prefix="library")
        self._library: Library | None = None
        self._closed = False

    async def ask(self, question: Callable[[Library], T]) -> T:
        """What ``question`` gives for the library. Raises LibraryError and whatever the question raises."""
        if self._closed:
            raise LibraryError(f"The library {self.path} is closed.", subject=str(self.path))
        return await asyncio.get_running_loop().run_in_executor(self._lane, self._answer, question)

    def close(self) -> None:
        """Let go of the library once what was asked is answered. Closing twice is harmless."""
        if self._closed:
            return
        self._closed = True
        self._lane.submit(self._let_go)
        self._lane.shutdown(wait=True)

    def _answer(self, question: Callable[[Library], T]) -> T:
        if self._library is None:
            self._library = open_library(self.path)
        return question(self._library)

    def _let_go(self) -> None:
        if self._library is not None:
            self._library.close()
            self._library = None
