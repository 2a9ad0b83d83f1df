"""Keeping a search among the feeds: its name is asked for, then it is listed under it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from reader.domain.saved_search import LONGEST, SavedSearch
from reader.ui.feeds.entry import Entry, Field

if TYPE_CHECKING:
    from textual.app import App

    from reader.ingest.desk import Desk
    from reader.store.library import Library


def ask_to_keep(app: App[None], desk: Desk, words: str, kept: Callable[[SavedSearch], object]) -> None:
    """Ask what to call a search; what was typed, until it is called something else. ``kept`` is called with it."""

    async def keep(typed: Sequence[str]) -> SavedSearch:
        return await desk.library.ask(partial(_keep, name=typed[0], query=words))

    sentence = "It stands among the feeds, with what is unread of it."
    field = Field("Name", words[:LONGEST])

    def answered(saved: SavedSearch | None) -> None:
        if saved is not None:
            kept(saved)

    app.push_screen(Entry("Keep this search", sentence, [field], keep), answered)


def _keep(library: Library, name: str, query: str) -> SavedSearch:
    return library.searches.add(name, query)
