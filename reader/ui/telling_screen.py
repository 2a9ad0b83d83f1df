"""What a screen says for a moment: what was done and how to take it back, and what went wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar, cast

from textual import on
from textual.screen import Screen
from textual.worker import Worker, WorkerState

from reader.domain.errors import ParleyError
from reader.ui.actions import first_key

if TYPE_CHECKING:
    from reader.ui.app import ParleyApp

Answer = TypeVar("Answer")

SHORT = 3.0
LONG = 6.0
"""Seconds for a sentence that also names a key."""


class TellingScreen(Screen[Answer], Generic[Answer]):
    """Each sentence takes the place of the one before. What goes wrong unforeseen in a worker is told too, and costs
    neither the screen nor what it shows."""

    def key(self, id: str) -> str:
        """The first key of an action, as a person reads it."""
        return first_key(id, cast("ParleyApp", self.app).rebound)

    def tell(self, sentence: str, seconds: float = SHORT) -> None:
        """Say something."""
        self.app.clear_notifications()
        self.notify(sentence, timeout=seconds, markup=False)

    def tell_done(self, sentence: str) -> None:
        """Say that something was done, and which key takes it back."""
        self.tell(f"{sentence} {self.key('undo')} takes it back.", LONG)

    def tell_error(self, error: ParleyError) -> None:
        """Say what went wrong."""
        self.app.clear_notifications()
        self.notify(str(error), severity="error", markup=False)

    @on(Worker.StateChanged)
    def _tell_defect(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            error = event.worker.error
            self.tell_error(ParleyError(f"Something went wrong ({type(error).__name__}: {error})."))
