"""The reader looks after the library by itself, and says only what the person should know."""

from __future__ import annotations

from pathlib import Path

from reader.ingest.desk import Desk
from reader.store.backups.shelf import backups
from reader.store.library import Library
from reader.ui.app import ParleyApp


async def test_a_copy_is_made_a_cleanup_told_and_a_problem_told_once(seeded_path: Path) -> None:
    with Library.open(seeded_path) as library:
        library.feeds.subscribe("https://bay.example/feed.xml", name="Bay")
        library._db.execute("UPDATE article SET feed_id = 1, example = 0, added = '2020-01-01T00:00:00Z' WHERE id < 3")
        library.set_setting("cleanup.days", "365")
        library.set_setting("ui.paused", "1")
    app = ParleyApp(Desk(seeded_path))
    told: list[str] = []
    async with app.run_test() as pilot:
        await pilot.pause()
        screen = app.reading
        screen.notify = lambda message, **_: told.append(message)  # type: ignore[method-assign,assignment]
        await screen.keep_up().wait()
        assert len(backups(seeded_path)) == 1
        assert told == ["Cleaned up 2 old articles."]
        await screen.keep_up().wait()
        assert len(told) == 1
        for copy in backups(seeded_path):
            copy.path.unlink()
        (seeded_path.parent / "backups").rmdir()
        (seeded_path.parent / "backups").write_text("in the way")
        for _ in range(2):
            await screen.keep_up().wait()
        assert len(told) == 2
        assert told[1].startswith("No copy of the library can be kept in")
