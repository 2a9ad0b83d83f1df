"""What a screen asks of the desk."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from reader.domain.errors import LibraryError, NotFoundError, ParleyError
from reader.ingest.analyst import Analyst
from reader.ingest.desk import Desk
from reader.store.records import Counts

SHORT = "---\nlanguage: en\n---\nThe mayor said on Tuesday that at least 12 boats had sunk.\n"


@pytest.fixture
async def desk(seeded_path: Path) -> AsyncIterator[Desk]:
    made = Desk(seeded_path)
    yield made
    await made.close()


async def added(desk: Desk, folder: Path) -> int:
    (folder / "short.txt").write_text(SHORT)
    (result,) = await desk.add_paths([str(folder / "short.txt")])
    assert result.id is not None
    return result.id


async def test_the_library_is_made_on_the_way(library_path: Path) -> None:
    desk = Desk(library_path)
    assert len(await desk.rows(3)) == 3
    await desk.close()


async def test_questions_and_changes(desk: Desk) -> None:
    rows = await desk.rows()
    assert await desk.rows(2, after=rows[0].id) == rows[1:3]
    assert await desk.counts() == Counts(5, 5)
    await desk.set_read(rows[0].id, True)
    await desk.set_position(rows[0].id, 12)
    await desk.set_setting("theme", "dark")
    assert await desk.counts() == Counts(5, 4)
    article = await desk.article(rows[0].id)
    assert (article.read, article.position, await desk.setting("theme")) == (True, 12, "dark")


async def test_an_expected_error_reaches_the_one_who_asked(desk: Desk) -> None:
    with pytest.raises(NotFoundError, match="no article 99"):
        await desk.article(99)
    assert len(await desk.rows()) == 5


async def test_many_questions_at_once_are_answered(desk: Desk) -> None:
    ids = [row.id for row in await desk.rows()]
    articles = await asyncio.gather(*(desk.article(id) for id in ids * 20), *(desk.set_read(id, True) for id in ids))
    assert len(articles) == 105
    assert await desk.counts() == Counts(5, 0)


async def test_an_analysis_is_made_once_kept_and_current(desk: Desk, tmp_path: Path) -> None:
    article = await desk.article(await added(desk, tmp_path))
    assert await desk.stored_analysis(article) is None
    assert article.id in await desk.pending()
    one, other = await asyncio.gather(desk.analyse(article), desk.analyse(article))
    assert one is other
    stored = await desk.stored_analysis(article)
    assert stored is not None
    assert stored.analysis == one
    assert await desk.is_current(article, stored)
    assert article.id not in await desk.pending()


async def test_an_older_engines_analysis_is_shown_but_not_current(
    desk: Desk, tmp_path: Path, seeded_path: Path
) -> None:
    article = await desk.article(await added(desk, tmp_path))
    await desk.analyse(article)
    db = sqlite3.connect(seeded_path)
    db.execute("UPDATE analysis SET engine_key = 'en 0|no model|light'")
    db.commit()
    db.close()
    stored = await desk.stored_analysis(article)
    assert stored is not None
    assert not await desk.is_current(article, stored)
    again = Desk(seeded_path)
    assert article.id in await again.pending()
    await again.close()


async def test_who_leaves_does_not_stop_an_analysis(desk: Desk, tmp_path: Path) -> None:
    article = await desk.article(await added(desk, tmp_path))
    asked = asyncio.create_task(desk.analyse(article))
    await desk.counts()
    asked.cancel()
    assert (await asyncio.gather(asked, return_exceptions=True))[0].__class__ is asyncio.CancelledError
    analysis = await desk.analyse(article)
    stored = await desk.stored_analysis(article)
    assert stored is not None
    assert stored.analysis == analysis


async def test_closing_does_not_wait_for_an_analysis(seeded_path: Path) -> None:
    desk = Desk(seeded_path, Analyst(_never))
    rows = await desk.rows()
    asked = [asyncio.create_task(desk.analyse(await desk.article(row.id))) for row in rows]
    await desk.counts()
    await desk.close()
    for result in await asyncio.gather(*asked, return_exceptions=True):
        assert isinstance(result, asyncio.CancelledError | ParleyError)
    await desk.close()
    with pytest.raises(LibraryError, match="is closed"):
        await desk.rows()


def _never(pipe: Connection) -> None:
    """An analysis that takes for ever."""
    pipe.recv()
    pipe.recv()


async def test_what_failed_is_not_pending_again(seeded_path: Path) -> None:
    analyst = Analyst()
    desk = Desk(seeded_path, analyst)
    first, *others = await desk.pending()
    analyst.cancel()
    with pytest.raises(ParleyError):
        await desk.analyse(await desk.article(first))
    assert await desk.pending() == others
    await desk.close()
