"""When an app under test has nothing left to do: asked of its loop and its widgets, so that no machine is too busy.

Textual's pilot guesses it: it sleeps, and takes a process that used little processor time meanwhile to be done. Where
other programs use the processor, that is wrong, and elsewhere it is slow.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import wraps
from typing import Any

from textual._context import active_app
from textual.app import App
from textual.message_pump import MessagePump
from textual.timer import Timer

_A_MOMENT = 0.001
"""Seconds between two looks while threads or processes are waited for; what is waited for is not bound by it."""

_LONG = 0.1
"""Seconds from which a timer is one that a test does not wait for."""


async def at_rest(*_: float) -> None:
    """Wait until the app has handled every message and drawn what it has to draw. Workers, timers that are still to
    come and what other threads will say by themselves are not waited for."""
    ready = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    while True:
        await asyncio.sleep(0)
        if ready:
            continue
        app = active_app.get(None)
        if app is None or not app.is_running or app._exception is not None:
            return
        # Where another mode comes, or a command was chosen, an app draws nothing for a moment.
        if app._batch_count or any(map(_is_busy, (app, *app._registry))):
            await asyncio.sleep(_A_MOMENT)
        elif not _draw(app):
            return


def _is_busy(pump: MessagePump) -> bool:
    """True while it handles a message or has one: what has not waits for the next one."""
    task = pump._task
    if task is None:  # not started; but what called ``App.run`` handles the app's messages in a task of its own
        if not isinstance(pump, App):
            return False
    elif task.done() or task is asyncio.current_task():
        return False
    return not pump._message_queue.ready_event._waiters  # type: ignore[attr-defined]


def _draw(app: App[Any]) -> bool:
    """Draw what screens would draw with the next tick of their timers, in the size the terminal has now; False where
    that is nothing."""
    if drawn := app._resize_event is not None:
        app._check_resize()
    for screen in tuple(app.screen_stack):
        waits = (
            screen._layout_required,
            screen._scroll_required,
            screen._recompose_required,
            screen._dirty_widgets,
            screen._callbacks,
            # A screen below another asks for this with each of its own ticks.
            screen._repaint_required and screen is app.screen,
        )
        if screen.is_current and any(waits):
            screen._on_timer_update()
            drawn = True
    return drawn


def never_by_itself(start: Callable[..., Timer]) -> Callable[..., Timer]:
    """The method that starts a timer, but those that are not for drawing stand still: on a slow machine they would
    come between a key and what a test looks at."""

    @wraps(start)
    def started(pump: MessagePump, seconds: float, *args: Any, **options: Any) -> Timer:
        return start(pump, seconds, *args, **options | ({"pause": True} if seconds >= _LONG else {}))

    return started
