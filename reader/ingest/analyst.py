"""The lane of the language models: one worker process, started on first use, never waited for when quitting."""

from __future__ import annotations

from collections.abc import Callable
from multiprocessing.connection import Connection

from reader.domain.analysis import Analysis
from reader.domain.errors import AnalysisError
from reader.ingest.process_lane import LaneDiedError, LaneStoppedError, ProcessLane
from reader.ingest.worker import serve


class Analyst:
    """Analyses texts one after the other in a process of its own, so that a screen stays quick.

    ``target`` is what the process runs: see ``reader.ingest.worker.serve``, the default.
    """

    def __init__(self, target: Callable[[Connection], None] = serve) -> None:
        self._lane = ProcessLane(target, "parley-analyst")

    async def analyse(self, text: str, language: str) -> Analysis:
        """The analysis of a text. A worker that dies is started once more; AnalysisError where it dies again."""
        try:
            analysis: Analysis = await self._lane.ask((text, language), tries=2)
        except LaneStoppedError as error:
            raise AnalysisError("The analysis was stopped.") from error
        except LaneDiedError as error:
            raise AnalysisError(
                "The analysis of this text stopped unexpectedly, twice; the text itself is safe."
            ) from error
        return analysis

    @property
    def pid(self) -> int | None:
        """The id of the worker, while there is one."""
        return self._lane.pid

    def cancel(self) -> None:
        """Stop the worker at once, whatever it is doing; this analyst takes no more texts."""
        self._lane.cancel()
