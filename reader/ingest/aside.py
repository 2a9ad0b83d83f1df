"""Work that must neither hold up the loop nor the end of the program."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

T = TypeVar("T")


async def aside(work: Callable[[Callable[[], bool]], T], name: str) -> T:
    """What ``work`` gives, done on a thread of its own, which ends with the program whatever it is doing.

    ``work`` is handed a question it should ask often: whether to stop, because nobody waits for it any more.
    """
    loop = asyncio.get_running_loop()
    stopped = threading.Event()
    answer: asyncio.Future[T] = loop.create_future()

    def give(result: T | None, error: BaseException | None) -> None:
        if answer.done():
            return
        if error is not None:
            answer.set_exception(error)
        else:
            answer.set_result(result)  # type: ignore[arg-type]

    def run() -> None:
        result, problem = None, None
        try:
            result = work(stopped.is_set)
        except BaseException as error:
            problem = error
        # Where the loop is closed nobody is left to be told.
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(give, result, problem)

    threading.Thread(target=run, name=name, daemon=True).start()
    try:
        return await answer
    finally:
        stopped.set()
