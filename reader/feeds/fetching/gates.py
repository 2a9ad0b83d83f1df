"""Many at once, few of them at the same host."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary


class Gates:
    """At most ``per_host`` inside for a host and ``total`` in all."""

    def __init__(self, per_host: int, total: int) -> None:
        self._per_host = per_host
        self._total = asyncio.Semaphore(total)
        self._hosts: WeakValueDictionary[str, asyncio.Semaphore] = WeakValueDictionary()

    @asynccontextmanager
    async def through(self, host: str) -> AsyncIterator[None]:
        """Waits for the host first, so that those who queue for a slow one keep nobody else out."""
        own = self._hosts.get(host)
        if own is None:
            own = self._hosts[host] = asyncio.Semaphore(self._per_host)
        async with own, self._total:
            yield
