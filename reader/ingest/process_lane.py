"""A process that answers one question after the other: work that must neither hold up the screen nor outlive it."""

from __future__ import annotations

import asyncio
import multiprocessing
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any

from reader.domain.errors import ParleyError
from reader.ingest.process_tracker import start_tracker


class LaneStoppedError(ParleyError):
    """The lane takes no more questions."""


class LaneDiedError(ParleyError):
    """The process ended, or was ended, while it had the question."""


class ProcessLane:
    """Runs ``target`` in a process of its own, started by the first question and started again where it died.

    ``target`` reads questions from its end of a pipe and sends one answer to each. ``seconds`` bounds one answer.
    """

    def __init__(self, target: Callable[[Connection], None], name: str, seconds: float | None = None) -> None:
        start_tracker()
        self._target = target
        self._name = name
        self._seconds = seconds
        self._lane = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._lock = threading.Lock()
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._cancelled = False

    async def ask(self, question: object, *, tries: int = 1) -> Any:
        """The answer; an answer that is a ParleyError is raised. ``tries`` is how often a process that dies is started.

        Raises LaneStoppedError, LaneDiedError.
        """
        if self._cancelled:
            raise LaneStoppedError("The work was stopped.")
        answer = await asyncio.get_running_loop().run_in_executor(self._lane, self._ask, question, tries)
        if isinstance(answer, ParleyError):
            raise answer
        return answer

    @property
    def pid(self) -> int | None:
        """The id of the process, while there is one."""
        process = self._process
        return process.pid if process is not None else None

    def end(self) -> None:
        """End the process, which must have nothing to do; the next question starts one again."""
        with self._lock:
            self._stop()

    def cancel(self) -> None:
        """End the process at once, whatever it is doing; this lane takes no more questions."""
        with self._lock:
            self._cancelled = True
            self._stop()
        self._lane.shutdown(wait=False, cancel_futures=True)

    def _ask(self, question: object, tries: int) -> object:
        for _ in range(tries):
            pipe = self._worker()
            try:
                pipe.send(question)
                if pipe.poll(self._seconds):
                    return pipe.recv()
            except (EOFError, OSError):
                pass
            with self._lock:
                self._stop()
        if self._cancelled:
            raise LaneStoppedError("The work was stopped.")
        raise LaneDiedError("The work ended unexpectedly.")

    def _worker(self) -> Connection:
        with self._lock:
            if self._cancelled:
                raise LaneStoppedError("The work was stopped.")
            if self._process is None or self._pipe is None or not self._process.is_alive():
                context = multiprocessing.get_context("spawn")
                ours, theirs = context.Pipe()
                process = context.Process(target=self._target, args=(theirs,), name=self._name, daemon=True)
                process.start()
                theirs.close()
                self._process, self._pipe = process, ours
            return self._pipe

    def _stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process = None
        self._pipe = None
