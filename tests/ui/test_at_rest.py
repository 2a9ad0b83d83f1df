"""A test goes on once the app has done what a key began, however long that takes."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.notifications import Notification, Notify
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Label


class Slow(App[None]):
    """Asks another thread with each key, and draws what it says after a refresh."""

    BINDINGS: ClassVar = [("a", "ask", "Ask")]
    ticks = 0

    def compose(self) -> ComposeResult:
        yield Label("nothing")

    def on_mount(self) -> None:
        self.every = self.set_interval(2, self.tick)
        self.late = self.set_timer(0.2, self.tick)
        self.soon = self.set_interval(0.05, self.tick)

    def tick(self) -> None:
        self.ticks += 1

    async def action_ask(self) -> None:
        told = await asyncio.to_thread(lambda: str(sum(range(1_000_000))))
        self.call_after_refresh(self.query_one(Label).update, told)


class Other(Screen[None]):
    def compose(self) -> ComposeResult:
        yield Label("nothing")


def drawn(app: App[None]) -> str:
    return "\n".join("".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips())


async def test_what_a_key_asks_another_thread_is_drawn_before_a_test_goes_on() -> None:
    app = Slow()
    async with app.run_test() as pilot:
        assert "nothing" in drawn(app)
        await pilot.press("a")
        assert "499999500000" in drawn(app)


def test_an_app_that_was_not_started_by_a_test_is_waited_for_as_well() -> None:
    app = Slow()
    seen = []

    async def ask(pilot: Pilot[object]) -> None:
        await pilot.press("a")
        seen.append(drawn(app))
        app.exit()

    app.run(headless=True, auto_pilot=ask)
    assert "499999500000" in seen[0]


async def test_another_mode_is_drawn_before_a_test_goes_on() -> None:
    class Moded(App[None]):
        MODES: ClassVar = {"one": Screen, "two": Other}
        DEFAULT_MODE = "one"
        BINDINGS: ClassVar = [("a", "two", "Two")]

        async def action_two(self) -> None:
            await self.switch_mode("two")
            self.screen.query_one(Label).update("another mode is here")

    app = Moded()
    async with app.run_test() as pilot:
        await pilot.press("a")
        assert "another mode is here" in drawn(app)


async def test_what_comes_after_a_while_stands_still() -> None:
    app = Slow()
    async with app.run_test():
        assert not app.every._active.is_set()
        assert not app.late._active.is_set()
        assert app.soon._active.is_set()


async def test_what_is_told_for_a_while_stays() -> None:
    app = Slow()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.post_message(Notify(Notification("told long ago", timeout=3, raised_at=0)))
        await pilot.pause()
        assert len(app._notifications) == 1
        assert "told long ago" in drawn(app)
