"""The lane of the language models: one worker process, started on first use, never waited for when quitting."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

from reader.domain.analysis import Analysis
from reader.ingest.engine import AnalysisError

_STOPPED = "The analysis was stopped."


class Analyst:
    """Analyses texts one after the other in a process of its own, so that a screen stays quick.

    ``target`` is what the process runs: see ``reader.ingest.worker.serve``, the default.
    """

    def __init__(self, target: Callable[[Connection], None] | None = None) -> None:
        if os.name == "posix":
            # The tracker every spawned process needs cannot be started once a screen has taken the standard streams.
            from multiprocessing import resource_tracker

            resource_tracker.ensure_running()
        self._lane = ThreadPoolExecutor(max_workers=1, thread_name_prefix="analyst")
        self._target = target
        self._lock = threading.Lock()
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._cancelled = False

    async def analyse(self, text: str, language: str) -> Analysis:
        """The analysis of a text. A worker that dies is started once more; AnalysisError where it dies again."""
        if self._cancelled:
            raise AnalysisError(_STOPPED)
        return await asyncio.get_running_loop().run_in_executor(self._lane, self._ask, text, language)

    def cancel(self) -> None:
        """Stop the worker at once, whatever it is doing; this analyst takes no more texts."""
        with self._lock:
            self._cancelled = True
            self._stop()
        self._lane.shutdown(wait=False, cancel_futures=True)

    def _ask(self, text: str, language: str) -> Analysis:
        for _ in range(2):
            try:
                pipe = self._worker()
                pipe.send((text, language))
                answer = pipe.recv()
            except (EOFError, OSError):
                with self._lock:
                    self._stop()
                continue
            if isinstance(answer, Analysis):
                return answer
            raise answer
        raise AnalysisError("The analysis of this text stopped unexpectedly, twice; the text itself is safe.")

    def _worker(self) -> Connection:
        with self._lock:
            if self._cancelled:
                raise AnalysisError(_STOPPED)
            if self._process is None or self._pipe is None or not self._process.is_alive():
                from reader.ingest.worker import serve

                context = multiprocessing.get_context("spawn")
                self._pipe, theirs = context.Pipe()
                target = self._target or serve
                self._process = context.Process(target=target, args=(theirs,), name="parley-analyst", daemon=True)
                self._process.start()
                theirs.close()
            return self._pipe

    def _stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process = None
        self._pipe = None
