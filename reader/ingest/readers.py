"""Processes that read documents, as many as help; large bodies wait for them on the disk."""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from reader.domain.errors import FeedError, ParleyError
from reader.ingest.process_lane import LaneDiedError, ProcessLane
from reader.ingest.reading_worker import Body, GetReady, serve

LARGE = 1024 * 1024
"""Bytes from which on a body is put down on the disk until a process has time for it."""

HUGE = 4 * LARGE
"""Bytes from which on reading a body leaves a process with so much memory that another one takes its place."""

SECONDS = 60.0
"""The longest one document may take."""


class Readers:
    """``count`` processes, started one by one as questions come in faster than they are answered."""

    def __init__(self, count: int | None = None) -> None:
        self._count = count or min(2, os.cpu_count() or 1)
        self._lanes: list[ProcessLane] = []
        self._idle = asyncio.LifoQueue[ProcessLane]()
        self._starting: set[asyncio.Task[None]] = set()

    def start(self, most: int) -> None:
        """Start up to ``most`` of the processes, so that they are there when documents are."""
        for lane in self._made()[:most] if most else ():
            task = asyncio.create_task(_started(lane))
            self._starting.add(task)
            task.add_done_callback(self._starting.discard)

    async def ask(self, question: object) -> Any:
        """The answer of a process that has time. Raises the ParleyError it answers with, LaneStoppedError, and
        FeedError where the process died of the question or took too long."""
        self._made()
        lane = await self._idle.get()
        try:
            return await lane.ask(question)
        except LaneDiedError as error:
            subject = getattr(question, "address", "")
            raise FeedError(
                f"{subject} cannot be read: it takes too long or too much memory.", subject=subject
            ) from error
        finally:
            if _is_huge(getattr(question, "body", b"")):
                lane.end()
            self._idle.put_nowait(lane)

    def rest(self) -> None:
        """End the processes that have nothing to do; they are started again by what comes next."""
        waiting = [self._idle.get_nowait() for _ in range(self._idle.qsize())]
        for lane in reversed(waiting):
            lane.end()
            self._idle.put_nowait(lane)

    def cancel(self) -> None:
        """End the processes at once."""
        for lane in self._lanes:
            lane.cancel()

    def _made(self) -> list[ProcessLane]:
        """The processes' lanes. Making them costs a process of its own, which a refresh without news does not need."""
        if not self._lanes:
            self._lanes = [ProcessLane(serve, f"parley-reader-{n}", SECONDS) for n in range(self._count)]
            # The last one in is asked first: it is running already.
            for lane in reversed(self._lanes):
                self._idle.put_nowait(lane)
        return self._lanes


async def _started(lane: ProcessLane) -> None:
    with suppress(ParleyError):  # whoever asks will hear of it
        await lane.ask(GetReady())


@asynccontextmanager
async def put_down(body: bytes) -> AsyncIterator[Body]:
    """The body itself, or where it is large a file with it, which is gone when the block is left."""
    if len(body) <= LARGE:
        yield body
        return
    path = await asyncio.to_thread(_written, body)
    del body
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)


def _is_huge(body: Body) -> bool:
    return isinstance(body, Path) and body.stat().st_size > HUGE


def _written(body: bytes) -> Path:
    handle, name = tempfile.mkstemp(prefix="parley-", suffix=".body")
    with os.fdopen(handle, "wb") as file:
        file.write(body)
    return Path(name)
