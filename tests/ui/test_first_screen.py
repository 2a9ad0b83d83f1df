"""The first picture: the newest rows before everything else is loaded, and nothing lost until it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import SIZES, TITLES, TODAY, Reading
from textual import events

from reader.ingest.desk import Desk
from reader.ui.app import ParleyApp
from reader.ui.arrangement import Place
from reader.ui.first_screen import FirstScreen
from reader.ui.help_screen import HelpScreen


class Early(ParleyApp):
    """Keeps the first picture, and has keys pressed while it stands."""

    keys: tuple[str, ...] = ()
    picture: tuple[str, ...] = ()

    def on_ready(self) -> None:
        assert isinstance(self.screen, FirstScreen)
        strips = self.screen._compositor.render_strips()
        self.picture = tuple("".join(segment.text for segment in strip).rstrip() for strip in strips)
        for key in self.keys:
            self.post_message(events.Key(key, key if len(key) == 1 else None))


@pytest.mark.parametrize("size", [*SIZES, (120, 20), (40, 8)])
async def test_the_rows_stand_where_they_stay(story_path: Path, size: tuple[int, int]) -> None:
    app = Early(Desk(story_path), today=TODAY)
    async with app.run_test(size=size) as pilot:
        reader = Reading(app, pilot)
        await reader.settle()
        lines = reader.lines()
    shown = [title for title in TITLES if any(title in line for line in app.picture)]
    assert shown[:2] == list(TITLES[:2])
    for title in shown:
        before, after = (
            next((y, line.index(title)) for y, line in enumerate(picture) if title in line)
            for picture in (app.picture, lines)
        )
        assert before == after


async def test_keys_pressed_before_the_rest_is_there_are_not_lost(story_path: Path) -> None:
    app = Early(Desk(story_path), today=TODAY)
    app.keys = ("question_mark",)
    async with app.run_test(size=(120, 40)) as pilot:
        await Reading(app, pilot).settle()
        assert isinstance(app.screen, HelpScreen)


async def test_keys_pressed_early_keep_their_order(story_path: Path) -> None:
    app = Early(Desk(story_path), today=TODAY)
    app.keys = (*"jjjk", "tab")
    async with app.run_test(size=(120, 40)) as pilot:
        reader = Reading(app, pilot)
        await reader.settle()
        assert reader.screen.list.cursor == 2
        assert reader.screen.at is Place.ARTICLE


async def test_leaving_before_the_rest_is_there(story_path: Path) -> None:
    app = Early(Desk(story_path), today=TODAY)
    app.keys = ("ctrl+q",)
    await app.run_async(headless=True, size=(80, 24))
    assert app.return_code == 0


async def test_an_app_that_ends_at_once_says_nothing(story_path: Path) -> None:
    class Ending(Early):
        def on_ready(self) -> None:
            self.exit()

    app = Ending(Desk(story_path), today=TODAY)
    await app.run_async(headless=True, size=(80, 24))
    assert app.return_code == 0
