"""Looking for garbage waits for a pause between keys."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from reader.ui.garbage import CALM, OVERDUE, Garbage


class Thing:
    """Holds itself, so that only looking through everything finds that nobody else does."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def old() -> Iterator[weakref.ref[Thing]]:
    """Something old that nobody holds any more, after enough was made to look for it."""
    threshold, enabled = gc.get_threshold(), gc.isenabled()
    gc.disable()
    thing = Thing()
    gc.collect(1)
    gc.collect(1)
    left = weakref.ref(thing)
    del thing
    for _ in range(10):
        gc.collect(1)
    yield left
    gc.unfreeze()
    gc.set_threshold(*threshold)
    if enabled:
        gc.enable()


def test_it_is_looked_for_once_no_key_was_pressed_for_a_while(old: weakref.ref[Thing]) -> None:
    now = [100.0]
    garbage = Garbage(lambda: now[0])
    assert not garbage.look()
    assert old() is not None
    now[0] += CALM
    assert garbage.look()
    assert old() is None
    assert not garbage.look()  # nothing to speak of was made since


def test_keys_put_it_off_but_not_for_good(old: weakref.ref[Thing]) -> None:
    garbage = Garbage(lambda: 0.0)
    for _ in range(OVERDUE):
        garbage.press()
        assert not garbage.look()
    assert garbage.look()
    assert old() is None


def test_python_itself_leaves_what_is_old_alone(old: weakref.ref[Thing]) -> None:
    gc.set_threshold(700, 10, 10)  # as it comes
    Garbage().begin()
    assert gc.isenabled()
    for _ in range(200_000):
        Thing()
    assert gc.get_count()[2] > 10
