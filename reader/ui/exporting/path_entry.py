"""Where a parcel goes: a line for the path, which stays until everything is written. Esc stops the writing."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from threading import Event

from reader.domain.errors import ParleyError
from reader.domain.plain_text import clean_line
from reader.ingest.exporting.parcels import Parcel
from reader.store.library import Library
from reader.ui.feeds.dialog import Choice, Question
from reader.ui.feeds.entry import Entry, Field

REPLACE, KEEP = "replace", "keep"


class Stopped(Exception):
    """The person stopped the writing."""


class PathEntry(Entry[str]):
    """Ends with a sentence about what was written, and where. ``folder`` is the one begun with."""

    def __init__(self, library: Path, what: str, parcel: Parcel, folder: Path) -> None:
        where = "The folder they go into." if parcel.is_folder else "The file it goes into."
        super().__init__(f"Export {what}", where, [Field("", str(folder / parcel.name))], self._write, doing="Writing…")
        self.path = folder / parcel.name
        """Where it went, once it is written."""
        self._agreed: Path | None = None
        self._stop = Event()
        self._library = library
        self._parcel = parcel

    async def _write(self, typed: Sequence[str]) -> str | None:
        path = self._meant(typed[0])
        if path != self._agreed and await asyncio.to_thread(_is_taken, path):
            self._ask_to_replace(path)
            return None
        stop = self._stop = Event()
        try:
            written = await asyncio.to_thread(self._work, path, stop)
        except Stopped:
            return None
        finally:
            # Also where the app ends: what is half-written must not keep it.
            stop.set()
        self.path = path
        return f"Wrote {written} to {clean_line(str(path))}"

    def _meant(self, typed: str) -> Path:
        if not typed.strip():
            raise ParleyError("Type a path first.")
        try:
            path = Path(typed.strip()).expanduser()
            return path / self._parcel.name if path.is_dir() and not self._parcel.is_folder else path
        except (OSError, RuntimeError, ValueError) as error:
            raise ParleyError(f"That is no path: {clean_line(str(error))}.") from error

    def _ask_to_replace(self, path: Path) -> None:
        many = self._parcel.is_folder
        inside = "Files of the same names are replaced." if many else "It would be replaced as a whole."
        choices = [Choice(KEEP, "Leave it as it is"), Choice(REPLACE, "Write into it" if many else "Replace it")]

        def go_on(answer: str | None) -> None:
            if answer == REPLACE:
                self._agreed = path
                self.action_choose()

        self.app.push_screen(Question(f"{path.name} is there already", inside, choices), go_on)

    def action_close(self) -> None:
        """Stop the writing, or else leave everything as it was."""
        self._stop.set()
        super().action_close()

    def _tell(self, stop: Event, sentence: str) -> None:
        """Say how far the writing is, unless it was stopped since."""
        if not stop.is_set():
            self._say(sentence, "quiet")

    def _work(self, path: Path, stop: Event) -> str:
        told = 0

        def progress(done: int, total: int) -> None:
            nonlocal told
            if stop.is_set():
                raise Stopped
            percent = 100 * done // max(total, 1)
            if percent != told:
                told = percent
                self.app.call_from_thread(self._tell, stop, f"Writing… {percent} %. Esc stops it.")

        with Library.open(self._library) as library:
            return self._parcel.write(library, path, progress)


def _is_taken(path: Path) -> bool:
    try:
        return any(path.iterdir()) if path.is_dir() else path.is_file()
    except (OSError, ValueError):
        return False
