"""Processes that read documents, as many as help; large bodies wait for them on the disk."""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from reader.domain.errors import FeedError
from reader.ingest.process_lane import LaneDiedError, ProcessLane
from reader.ingest.reading_worker import Body, serve

LARGE = 1024 * 1024
"""Bytes from which on a body is put down on the disk until a process has time for it."""

SECONDS = 60.0
"""The longest one document may take."""


class Readers:
    """``count`` processes, started one by one as questions come in faster than they are answered."""

    def __init__(self, count: int | None = None) -> None:
        lanes = count or min(2, os.cpu_count() or 1)
        self._lanes = [ProcessLane(serve, f"parley-reader-{n}", SECONDS) for n in range(lanes)]
        self._idle = asyncio.LifoQueue[ProcessLane]()
        # The last one in is asked first: it is running already.
        for lane in reversed(self._lanes):
            self._idle.put_nowait(lane)

    async def ask(self, question: object) -> Any:
        """The answer of a process that has time. Raises the ParleyError it answers with, LaneStoppedError, and
        FeedError where the process died of the question or took too long."""
        lane = await self._idle.get()
        try:
            return await lane.ask(question)
        except LaneDiedError as error:
            subject = getattr(question, "address", "")
            raise FeedError(
                f"{subject} cannot be read: it takes too long or too much memory.", subject=subject
            ) from error
        finally:
            self._idle.put_nowait(lane)

    def cancel(self) -> None:
        """End the processes at once."""
        for lane in self._lanes:
            lane.cancel()


@asynccontextmanager
async def put_down(body: bytes) -> AsyncIterator[Body]:
    """The body itself, or where it is large a file with it, which is gone when the block is left."""
    if len(body) <= LARGE:
        yield body
        return
    path = await asyncio.to_thread(_written, body)
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)


def _written(body: bytes) -> Path:
    handle, name = tempfile.mkstemp(prefix="parley-", suffix=".body")
    with os.fdopen(handle, "wb") as file:
        file.write(body)
    return Path(name)
