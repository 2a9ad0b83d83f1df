"""Garbage is looked for while nobody waits for a key to act."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

EVERY = 5.0
"""Seconds from one look to the next."""

CALM = 3.0
"""Seconds without a key after which the next one is hardly due at once."""

OVERDUE = 60
"""Looks put off one after the other, at most."""

ENOUGH = 10
"""Collections of what is young that make looking through everything worth it, as many as Python itself waits for."""

NEVER = 1_000_000


class Garbage:
    """Python looks through everything there is whenever it has made enough: a tenth of a second, most often while a
    screen is opened. From ``begin`` on that is left to ``look``, which is to be called every ``EVERY`` seconds and puts
    it off where ``press`` was called just now."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._pressed = clock()
        self._put_off = 0

    def begin(self) -> None:
        """What is there by now stays; what is young is looked through as ever."""
        gc.freeze()
        young, middle, _ = gc.get_threshold()
        gc.set_threshold(young, middle, NEVER)
        gc.enable()

    def press(self) -> None:
        """Take note that a key was pressed."""
        self._pressed = self._clock()

    @property
    def is_calm(self) -> bool:
        """Whether no key was pressed for a while."""
        return self._clock() - self._pressed >= CALM

    def look(self) -> bool:
        """Look through everything if it is time for that; True if it was."""
        if gc.get_count()[2] < ENOUGH:
            return False
        if not self.is_calm and self._put_off < OVERDUE:
            self._put_off += 1
            return False
        self._put_off = 0
        gc.collect()
        return True
