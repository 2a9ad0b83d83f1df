"""Loading what fetches feeds without holding up the screen: the HTTP client alone takes a tenth of a second."""

from __future__ import annotations

import asyncio
from importlib import import_module

_LATE = ("reader.feeds.fetching.fetcher", "reader.feeds.credentials", "reader.ingest.subscribing")


async def warm_up() -> None:
    """Import them on a thread; at once where they are there already."""
    await asyncio.to_thread(_load)


def _load() -> None:
    for name in _LATE:
        import_module(name)
