"""The lane of the language models: one worker process, started on first use, never waited for when quitting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from reader.domain.analysis import Analysis
from reader.domain.errors import AnalysisError
from reader.ingest.process_lane import LaneDiedError, LaneStoppedError, ProcessLane
from reader.ingest.worker import serve

if TYPE_CHECKING:
    from reader.store.stories.placed import Signed, Unsigned


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

    async def sign(self, wanted: Sequence[Unsigned]) -> dict[int, Signed | None]:
        """Signatures by the articles' ids; None where none can be made, even because the worker dies of it. Raises
        AnalysisError where this analyst was stopped."""
        try:
            made = await self._lane.ask(list(wanted), tries=1 if len(wanted) > 1 else 2)
        except LaneStoppedError as error:
            raise AnalysisError("The analysis was stopped.") from error
        except LaneDiedError:
            if len(wanted) == 1:
                return {wanted[0].id: None}
            return {id: signed for one in wanted for id, signed in (await self.sign([one])).items()}
        return {one.id: signed for one, signed in zip(wanted, made, strict=True)}

    @property
    def pid(self) -> int | None:
        """The id of the worker, while there is one."""
        return self._lane.pid

    def cancel(self) -> None:
        """Stop the worker at once, whatever it is doing; this analyst takes no more texts."""
        self._lane.cancel()
