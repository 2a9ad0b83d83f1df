"""What can be done with a saved search in the drawer: renaming, editing, ordering, removing."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.widgets import Input

from reader.domain.errors import QueryError
from reader.domain.saved_search import SavedSearch
from reader.ui.feeds.entry import Entry, Field
from reader.ui.feeds.on_feeds import OnFeeds, short

if TYPE_CHECKING:
    from reader.store.library import Library


def ask_search(screen: OnFeeds, search: SavedSearch) -> None:
    """Ask for another name and another query; what is no query is refused where it goes wrong."""

    async def change(typed: Sequence[str]) -> str:
        from reader.ingest.understanding import understood

        name, query = typed
        try:
            await asyncio.to_thread(understood, query, screen.reading.today)
        except QueryError as error:
            line = entry.query(Input).last()
            line.focus()
            line.cursor_position = error.position
            raise
        return await screen.changed(partial(_change, id=search.id, name=name, query=query))

    def done(said: str | None) -> None:
        if said:
            screen.tell_done(said)

    fields = [Field("Name", search.name), Field("Search for", search.query)]
    entry = Entry(f"The search {search.name}", "", fields, change)
    screen.app.push_screen(entry, done)


def _change(library: Library, id: int, name: str, query: str) -> str:
    was = library.searches.get(id)
    now = library.searches.change(id, name=name, query=query)
    if now.name != was.name:
        return f"Now called {short(now.name)}."
    return f"{short(now.name)} searches for something else now." if now.query != was.query else ""


def remove_search(screen: OnFeeds, search: SavedSearch) -> None:
    """Remove it at once: that can be taken back, and nothing else goes with it."""

    def deed(library: Library) -> str:
        return f"Removed the search {short(library.searches.remove(search.id).name)}."

    screen.do(deed)


def move_search(screen: OnFeeds, search: SavedSearch, step: int) -> None:
    """Put it ``step`` places further on."""

    def deed(library: Library) -> str | None:
        places = [each.id for each in library.searches.all()]
        if search.id not in places or not 0 <= (place := places.index(search.id) + step) < len(places):
            return None
        library.searches.move(search.id, place)
        return f"Moved the search {short(search.name)} {'up' if step < 0 else 'down'}."

    screen.do(deed)
