"""Placing while somebody reads: signed in the analyst's process, written in small steps."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from reader.ingest.library_lane import LibraryLane
from reader.ingest.stories.memory import Memory
from reader.ingest.stories.placing import BATCH, Done, next_to_place, outdate, place, waiting_among

if TYPE_CHECKING:
    from reader.ingest.analyst import Analyst
    from reader.store.stories.placed import Unsigned

STEP = 4
"""Articles placed in one transaction: other questions are answered in between."""


class Placer:
    """Gives the articles of one library their place. Every method may raise ParleyError."""

    def __init__(self, library: LibraryLane, analyst: Callable[[], Analyst]) -> None:
        self._library = library
        self._analyst = analyst
        self._memory = Memory()
        self._looked = False
        self._busy = asyncio.Lock()

    async def place_some(self, *, waited_for: bool = False) -> Done:
        """Place some of the articles that wait, or of those ``waited_for`` only; none where there are none any more."""
        async with self._busy:
            if not self._looked:
                await self._library.ask(outdate)
                self._looked = True
            next_ones = partial(next_to_place, most=BATCH, waited_for=waited_for)
            return await self._place(*await self._library.ask(next_ones))

    async def place_these(self, articles: Sequence[int]) -> None:
        """Place those of the articles that wait, and no others."""
        for at in range(0, len(articles), BATCH):
            async with self._busy:
                await self._place(*await self._library.ask(partial(waiting_among, ids=articles[at : at + BATCH])))

    async def place_waiting(self) -> None:
        """Place everything whose place the user just changed."""
        while (await self.place_some(waited_for=True)).articles:
            pass

    async def _place(self, ids: Sequence[int], wanted: Sequence[Unsigned]) -> Done:
        signed = await self._analyst().sign(wanted) if wanted else {}
        done = Done(0, False)
        for at in range(0, len(ids), STEP):
            step = partial(place, memory=self._memory, ids=ids[at : at + STEP], signed=signed)
            articles, changed = await self._library.ask(step)
            done = Done(done.articles + articles, done.changed or changed)
        return done
