"""The reading screen's side of what is done for the library from time to time: the day's copy, the cleanup."""

from __future__ import annotations

from textual import work

from reader.domain.errors import LibraryError
from reader.ui.deeds_screen import DeedsScreen
from reader.ui.messages import LibraryChanged

FIRST_AFTER, AGAIN_AFTER = 30.0, 3600.0
"""Seconds until the library is looked after first, and between two times: starting up comes first."""


class UpkeepScreen(DeedsScreen):
    """Nothing of it is waited for, at the end either."""

    _upkeep_told = ""

    def on_mount(self) -> None:
        """Look after the library from now on."""
        self.set_timer(FIRST_AFTER, self.keep_up)
        self.set_interval(AGAIN_AFTER, self.keep_up)

    @work(group="upkeep", exclusive=True, exit_on_error=False)
    async def keep_up(self) -> None:
        """Make the day's copy and clean up, where that is due; what cannot be done is told once."""
        from reader.ingest.upkeep import keep_up

        kept = await keep_up(self.desk.library)
        if kept.problem is not None and kept.problem != self._upkeep_told:
            self._upkeep_told = kept.problem
            self.tell_error(LibraryError(kept.problem))
        if kept.removed:
            s = "" if kept.removed == 1 else "s"
            self.tell(f"Cleaned up {kept.removed} old article{s}.")
            self.app.post_message(LibraryChanged())
