"""Run by a test in a process of its own: begins a note, and is killed once its draft is in the library."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path

from reading import reading

from reader.ui.annotating.note_editor import NoteEditor


async def write(path: Path) -> None:
    """Select two words of the first article, write, and die as soon as any draft is kept."""
    async with reading(path, article=1) as reader:
        await reader.press("tab", "v", "l", "l", "a")
        assert isinstance(reader.app.screen, NoteEditor)
        await reader.pilot.press(*"not")
        while not await reader.screen.desk.library.ask(lambda library: library.drafts.all()):
            await reader.pilot.pause(0.05)
        os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    asyncio.run(write(Path(sys.argv[1])))
