"""What was searched for before, in the library's settings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.ingest.desk import Desk

_EARLIER = "ui.searches"

MOST = 40
"""Searches kept."""


async def load_earlier(desk: Desk) -> list[str]:
    """The latest first; what cannot be read is as if nothing had been searched for."""
    try:
        kept = json.loads(await desk.setting(_EARLIER) or "[]")
    except ValueError:
        return []
    return [words for words in kept if isinstance(words, str)][:MOST] if isinstance(kept, list) else []


async def save_earlier(desk: Desk, words: str) -> None:
    """Put a search first."""
    before = [each for each in await load_earlier(desk) if each != words]
    await desk.set_setting(_EARLIER, json.dumps([words, *before][:MOST], ensure_ascii=False))


class Earlier:
    """A walk through what was searched for before, from what stands in the line now and back to it."""

    def __init__(self, searches: list[str]) -> None:
        self._searches = searches
        self._at = -1
        self._own = ""

    def step(self, step: int, words: str) -> str | None:
        """The search before (1) the one in the line, or the one after (-1); None at either end."""
        if self._at < 0 or words != self._searches[self._at]:
            self._at, self._own = -1, words
        at = self._at + step
        while 0 <= at < len(self._searches) and self._searches[at] == words:
            at += step
        if at < -1 or at >= len(self._searches) or (at < 0 and self._at < 0):
            return None
        self._at = at
        return self._own if at < 0 else self._searches[at]
