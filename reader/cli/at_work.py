"""Run what has to wait for servers, and end it cleanly whatever happens."""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from reader.cli.session import Session
from reader.ingest.library_lane import LibraryLane
from reader.ingest.refreshing import Refresher

T = TypeVar("T")

_INDEX_BATCH = 5_000
"""Articles indexed at a time: nobody waits at a screen for what lies between."""


def at_work(session: Session, work: Callable[[LibraryLane, Refresher], Coroutine[Any, Any, T]]) -> T:
    """What ``work`` gives; the library is let go of, and connections and processes are ended, in every case.

    Raises KeyboardInterrupt on Ctrl-C and on SIGTERM, with whatever was stored until then kept.
    """

    async def whole() -> T:
        library = LibraryLane(session.path)
        refresher = Refresher(library, index_batch=_INDEX_BATCH)
        try:
            with _ended_by_sigterm():
                return await work(library, refresher)
        finally:
            await refresher.close()
            await asyncio.to_thread(library.close)

    try:
        return asyncio.run(whole())
    except asyncio.CancelledError:
        raise KeyboardInterrupt from None


@contextmanager
def _ended_by_sigterm() -> Iterator[None]:
    """SIGTERM cancels the task this is used in. Python hears signals in its main thread only."""
    task, loop = asyncio.current_task(), asyncio.get_running_loop()
    if task is None or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, lambda *_: loop.call_soon_threadsafe(task.cancel))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def answering() -> Iterator[None]:
    """Around a question on the terminal: there Ctrl-C ends the waiting at once, not only the work once it is over."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
