"""Placing while somebody reads: signed in the analyst's process, written in small steps."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING

from reader.ingest.library_lane import LibraryLane
from reader.ingest.stories.memory import Memory
from reader.ingest.stories.placing import BATCH, Done, next_to_place, outdate, place, prepare, waiting_among
from reader.store.library import Library

if TYPE_CHECKING:
    from reader.ingest.analyst import Analyst
    from reader.store.stories.placed import Signed, Unsigned

STEP = 4
"""Articles placed in one transaction at most: other questions are answered in between."""

HOLD = 0.02
"""Seconds that a step may be expected to take; an article that takes longer is placed alone."""

PIECE = 60
"""Signatures loaded in one go."""


class Placer:
    """Gives the articles of one library their place. Every method may raise ParleyError."""

    def __init__(self, library: LibraryLane, analyst: Callable[[], Analyst]) -> None:
        self._library = library
        self._analyst = analyst
        self._memory = Memory()
        self._looked = False
        self._pace = HOLD  # seconds an article took last; the first is placed alone
        self._changed = False
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

    def take_changed(self) -> bool:
        """Whether stories changed since this was asked last, whoever had articles placed."""
        if changed := self._changed:
            self._changed = False
        return changed

    async def _place(self, ids: Sequence[int], wanted: Sequence[Unsigned]) -> Done:
        signed = await self._analyst().sign(wanted) if wanted else {}
        while not await self._library.ask(partial(prepare, memory=self._memory, ids=ids, most=PIECE)):
            pass
        done, at = Done(0, False), 0
        while at < len(ids):
            few = ids[at : at + max(1, min(STEP, int(HOLD / self._pace)))]
            articles, changed = await self._library.ask(partial(self._step, ids=few, signed=signed))
            done, at = Done(done.articles + articles, done.changed or changed), at + len(few)
        return done

    def _step(self, library: Library, ids: Sequence[int], signed: Mapping[int, Signed | None]) -> Done:
        started = perf_counter()
        try:
            done = place(library, self._memory, ids, signed)
            # Noted here: who asked for it may not wait for the answer any more.
            self._changed = self._changed or done.changed
            return done
        finally:
            self._pace = (perf_counter() - started) / len(ids)
