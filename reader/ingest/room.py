"""Room for so much at a time: who needs more than is free waits, and those who came later wait behind."""

from __future__ import annotations

import asyncio
from collections import deque


class Room:
    """``size`` of it, in any unit. For one event loop."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._free = size
        self._waiting: deque[tuple[int, asyncio.Future[None]]] = deque()

    async def take(self, amount: int) -> int:
        """Wait for ``amount``, or for all there is where that is less; gives what is to be given back."""
        amount = min(amount, self._size)
        if not self._waiting and amount <= self._free:
            self._free -= amount
            return amount
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((amount, turn))
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self.give(amount)
            raise
        return amount

    def give(self, amount: int) -> None:
        """Give back what was taken."""
        self._free += amount
        while self._waiting and (self._waiting[0][0] <= self._free or self._waiting[0][1].done()):
            amount, turn = self._waiting.popleft()
            if not turn.done():
                self._free -= amount
                turn.set_result(None)
