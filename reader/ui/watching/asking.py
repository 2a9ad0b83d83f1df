"""Questions about rules: what to call one, and what it is to watch for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from textual.app import App
from textual.widgets import Input

from reader.domain.errors import QueryError, WatchError
from reader.domain.plain_text import clean_line
from reader.domain.watch import Watch, WatchKind
from reader.store.watches import LONGEST
from reader.ui.feeds.entry import Entry, Field
from reader.ui.messages import LibraryChanged
from reader.ui.telling_screen import LONG

if TYPE_CHECKING:
    from reader.ingest.desk import Desk
    from reader.store.library import Library

STATEMENTS = "You are told when somebody says more of that."
FIGURES = "You are told when a figure of this story gets another number."
NOTHING = "The query asks for nothing: type a word, a phrase or a field."


def ask_to_watch_statements(app: App[None], desk: Desk, words: str, today: date) -> None:
    """Ask what to call a rule for what was searched for, and keep it."""

    async def keep(typed: Sequence[str]) -> Watch:
        return await watch_statements(desk, typed[0], words, today)

    _ask(app, "Watch for this", STATEMENTS, words, keep)


def ask_to_watch_figures(app: App[None], desk: Desk, story: int, title: str) -> None:
    """Ask what to call a rule for the figures of a story, known by any of its articles, and keep it."""

    async def keep(typed: Sequence[str]) -> Watch:
        return await desk.library.ask(partial(_add, name=typed[0], kind=WatchKind.FIGURES, query="", story=story))

    _ask(app, "Watch the figures of this story", FIGURES, f"Figures: {clean_line(title)}", keep)


async def watch_statements(desk: Desk, name: str, words: str, today: date) -> Watch:
    """Keep a rule for a query. Raises QueryError, WatchError, LibraryError."""
    await asyncio.to_thread(check, words, today)
    return await desk.library.ask(partial(_add, name=name, kind=WatchKind.STATEMENTS, query=words, story=None))


def check(words: str, today: date) -> None:
    """Raises QueryError where words are no query, or one that asks for nothing."""
    from reader.ingest.understanding import understood

    if understood(words, today).root is None:
        raise QueryError(NOTHING)


def ask_to_change(app: App[None], desk: Desk, watch: Watch, today: date, then: Callable[[str], object]) -> None:
    """Ask for another name and, of a rule for statements, another query; ``then`` is called with what was done."""

    async def change(typed: Sequence[str]) -> str:
        name, query = typed[0], typed[1] if len(typed) > 1 else None
        if query is not None:
            try:
                await asyncio.to_thread(check, query, today)
            except QueryError as error:
                line = entry.query(Input).last()
                line.focus()
                line.cursor_position = error.position
                raise
        return await desk.library.ask(partial(_change, id=watch.id, name=name, query=query))

    fields = [Field("Name", watch.name)]
    if watch.kind is WatchKind.STATEMENTS:
        fields.append(Field("Watch for", watch.query))
    entry = Entry(f"The rule {clean_line(watch.name)}", "", fields, change)

    def done(said: str | None) -> None:
        if said is not None:
            then(said)

    app.push_screen(entry, done)


def _ask(app: App[None], heading: str, sentence: str, name: str, keep: Callable[[Sequence[str]], object]) -> None:
    def done(watch: Watch | None) -> None:
        if watch is not None:
            app.post_message(LibraryChanged())
            app.notify(f"Watching for “{clean_line(watch.name)}”.", timeout=LONG, markup=False)

    entry: Entry[Watch] = Entry(heading, sentence, [Field("Name", name[:LONGEST])], keep)  # type: ignore[arg-type]
    app.push_screen(entry, done)


def _add(library: Library, name: str, kind: WatchKind, query: str, story: int | None) -> Watch:
    from reader.ingest.watching import begin

    if story is not None and library.stories.story_of(story) is None:
        raise WatchError("This article is in no story any more.")
    watch = library.watches.add(name, kind, query, story)
    begin(library, watch)
    return watch


def _change(library: Library, id: int, name: str, query: str | None) -> str:
    from reader.ingest.watching import begin

    was = library.watches.get(id)
    now = library.watches.change(id, name=name, query=query)
    if now.query != was.query:
        begin(library, now)
        return f"“{clean_line(now.name)}” watches for something else now."
    return f"Now called “{clean_line(now.name)}”." if now.name != was.name else ""
