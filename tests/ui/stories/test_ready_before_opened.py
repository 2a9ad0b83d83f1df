"""What a first story needs is made ready while the app rests."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from reader.ingest.desk import Desk
from reader.ingest.library_lane import LibraryLane
from reader.ui.app import ParleyApp


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The libraries that something was made ready for."""
    found: list[Path] = []

    async def get_ready(library: LibraryLane) -> None:
        found.append(library.path)

    monkeypatch.setattr("reader.ingest.stories.ready.get_ready", get_ready)
    return found


@pytest.mark.parametrize("calm", [0.0, 1e9])
async def test_it_waits_until_no_key_was_pressed_for_a_while(
    storied_path: Path, begun: list[Path], monkeypatch: pytest.MonkeyPatch, calm: float
) -> None:
    monkeypatch.setattr("reader.ui.garbage.CALM", calm)
    app = ParleyApp(Desk(storied_path))
    async with app.run_test() as pilot:
        await pilot.press("j")
        app._get_ready()
        await app.workers.wait_for_complete()
        await pilot.press("k")
    assert begun == ([storied_path] if not calm else [])


async def test_it_happens_by_itself(storied_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = asyncio.Event()

    async def get_ready(library: LibraryLane) -> None:
        begun.set()

    monkeypatch.setattr("reader.ingest.stories.ready.get_ready", get_ready)
    monkeypatch.setattr("reader.ui.garbage.CALM", 0.0)
    monkeypatch.setattr("reader.ui.app.EVERY", 0.001)
    async with ParleyApp(Desk(storied_path)).run_test():
        await begun.wait()
