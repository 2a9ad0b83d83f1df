"""Analysis behind the screen: never waited for, never piled up, its troubles told in a sentence."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from reading import FERRY, TITLES, current_engine, ferry_analysis, fill, reading
from textual.message import Message

from reader.domain.article import Draft, hash_text
from reader.ingest.analyst import Analyst
from reader.ingest.desk import Desk
from reader.ingest.stories.placing import Done
from reader.store.library import Library
from reader.ui.app import ParleyApp
from reader.ui.background import Background
from reader.ui.messages import AnalysisArrived, WorkCounted

LIGHT = "Zoran sta “ferry” and 12 boats."


@pytest.fixture
def waiting_path(library_path: Path) -> Path:
    """The four stories and two that are not analysed, in a language that has no model."""
    library_path.parent.mkdir()
    drafts = (Draft(f"{LIGHT} {n}", f"Waiting {n}", published=f"2026-03-0{n}", language="und") for n in (1, 2))
    fill(library_path, *drafts)
    return library_path


def analysed(path: Path, text: str) -> bool:
    with Library.open(path) as library:
        return library.analysis(hash_text(text)) is not None


async def test_an_article_without_analysis_shows_its_text_and_then_what_was_found(waiting_path: Path) -> None:
    async with reading(waiting_path, article=6) as reader:
        assert reader.title == "Waiting 2"
        assert reader.seen(LIGHT)
        assert reader.screen.view.analysis is not None
        assert reader.seen("12 boats")


async def test_the_articles_nobody_opened_are_analysed_too(waiting_path: Path) -> None:
    async with reading(waiting_path) as reader:
        assert reader.title == TITLES[0]
    assert analysed(waiting_path, f"{LIGHT} 1")
    assert analysed(waiting_path, f"{LIGHT} 2")


async def test_what_is_opened_while_it_is_analysed_is_not_analysed_again(waiting_path: Path) -> None:
    with Library.open(waiting_path) as library:
        article = library.article(6)
    told: list[Message] = []

    def tell(message: Message) -> None:
        told.append(message)
        if isinstance(message, WorkCounted) and message.done == 0:
            # The loop is free here: the analysis of the newest has begun when the person opens it.
            asyncio.get_running_loop().call_soon(background.want, article)

    desk = Desk(waiting_path)
    background = Background(desk, tell)
    try:
        await background.run()
    finally:
        await desk.close()
    assert [m.article_id for m in told if isinstance(m, AnalysisArrived)] == [6, 5]
    assert [(m.done, m.total) for m in told if isinstance(m, WorkCounted)] == [(0, 2), (1, 2), (2, 2)]


async def test_paused_only_what_is_opened_is_analysed(waiting_path: Path) -> None:
    async with reading(waiting_path, article=99) as reader:
        await reader.press("P", "P")
    with Library.open(waiting_path) as library:
        assert library.setting("ui.paused") == "0"
        library.set_setting("ui.paused", "1")
        library._db.execute("DELETE FROM analysis WHERE engine_key LIKE 'und%'")
    async with reading(waiting_path, article=5) as reader:
        assert analysed(waiting_path, f"{LIGHT} 1")
        assert not analysed(waiting_path, f"{LIGHT} 2")
        assert reader.seen("analysis paused")
        await reader.press("P")
        assert analysed(waiting_path, f"{LIGHT} 2")
        assert not reader.seen("analysis paused")


async def test_an_analysis_by_an_older_engine_is_shown_and_made_anew(waiting_path: Path) -> None:
    text = f"{LIGHT} 1"
    older = replace(current_engine("und"), pack="und 0")
    with Library.open(waiting_path) as library:
        library.save_analysis(hash_text(text), replace(ferry_analysis(), engine=older))
    seen: list[str] = []
    async with reading(waiting_path, article=99) as reader:
        show = reader.screen.panel.show
        reader.screen.panel.show = (  # type: ignore[method-assign]
            lambda article, analysis, note=None, **more: (
                seen.append(analysis.engine.pack if analysis else ""),
                show(article, analysis, note, **more),
            )
        )
        with Library.open(waiting_path) as library:
            library.save_analysis(hash_text(text), replace(ferry_analysis(), engine=older))
        reader.screen.open(5)
        await reader.settle()
    assert seen == ["und 0", current_engine("und").pack.partition("+")[0]]


async def test_an_analysis_that_comes_late_does_not_disturb_another_article(story_path: Path) -> None:
    async with reading(story_path, article=2) as reader:
        before = reader.screen.view.analysis
        reader.screen.post_message(AnalysisArrived(1, ferry_analysis(), True))
        await reader.settle()
        assert reader.screen.view.analysis is before


async def test_what_the_reader_selected_stays_selected_when_an_analysis_comes(story_path: Path) -> None:
    async with reading(story_path) as reader:
        await reader.press("right_square_bracket", "right_square_bracket")
        anew = ferry_analysis()
        renumbered = tuple(replace(s, id=f"n{n}") for n, s in enumerate(anew.statements))
        reader.screen.post_message(AnalysisArrived(1, replace(anew, statements=renumbered), True))
        await reader.settle()
        chosen = reader.screen.view.selected
        assert chosen is not None
        assert (chosen.id, FERRY[slice(*chosen.content[0])]) == ("n1", "the charge")


async def test_an_analysis_that_fails_is_told_in_the_panel_and_the_text_stays(
    waiting_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(waiting_path, article=99) as reader:
        with Library.open(waiting_path) as library:
            library._db.execute("DELETE FROM analysis WHERE text_hash = ?", (hash_text(f"{LIGHT} 1"),))
        reader.app.desk.analyst.cancel()
        reader.screen.open(5)
        await reader.settle()
        assert reader.seen(LIGHT)
        assert reader.screen.view.analysis is None
        assert not reader.seen("Analysing…")
        assert reader.app.is_running


async def test_a_read_only_library_is_read_all_the_same(story_path: Path, read_only: object) -> None:
    with read_only(story_path.parent):  # type: ignore[operator]
        async with reading(story_path) as reader:
            await reader.press("j", "enter", "m", "1")
            assert reader.title == TITLES[1]
            assert reader.app.is_running


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_leaving_does_not_wait_for_the_analysis(seeded_path: Path, key: str) -> None:
    analyst = Analyst(_never)
    app = ParleyApp(Desk(seeded_path, analyst))
    async with app.run_test() as pilot:
        while analyst.pid is None:
            await pilot.pause()
        process = analyst._lane._process
        await pilot.press(key)
    assert process is not None
    process.join()
    assert app.return_code == 0
    assert analyst.pid is None


def _never(pipe: Connection) -> None:
    """An analysis that takes for ever."""
    pipe.recv()
    pipe.recv()


async def test_what_comes_in_at_the_very_end_is_analysed_too(waiting_path: Path) -> None:
    desk = Desk(waiting_path)
    background = Background(desk, lambda _: None)
    place_some = desk.place_some
    late = [Draft(f"{LIGHT} 3", "Waiting 3", published="2026-03-03", language="und")]

    def done_with(*numbers: int) -> bool:
        return all(analysed(waiting_path, f"{LIGHT} {n}") for n in numbers)

    async def placing() -> Done:
        done = await place_some()
        # Nothing is left, but before that is known one more comes in.
        if late and not done.articles and done_with(1, 2):
            with Library.open(waiting_path) as library:
                library.add(late.pop())
            background.look_again()
        return done

    desk.place_some = placing  # type: ignore[method-assign]
    await background.run()
    await desk.close()
    assert done_with(1, 2, 3)


async def test_searches_know_what_came_in_even_while_the_analysis_is_paused(waiting_path: Path) -> None:
    desk = Desk(waiting_path)
    assert await desk.library.ask(lambda library: library.index.waiting())
    await Background(desk, lambda _: None, paused=True).run()
    assert not await desk.library.ask(lambda library: library.index.waiting() or library.told.is_waiting())
    await desk.close()
