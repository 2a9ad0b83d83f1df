"""Giving a story a name of one's own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from textual.app import App

from reader.domain.plain_text import clean_line
from reader.ui.feeds.entry import Entry, Field
from reader.ui.row_text import fit

if TYPE_CHECKING:
    from reader.domain.story import StoryRow
    from reader.ingest.desk import Desk


def ask_name(app: App[Any], desk: Desk, row: StoryRow, then: Callable[[str], object]) -> None:
    """Ask for a name and keep it; ``then`` gets a sentence that says what was done."""

    async def keep(values: Sequence[str]) -> str:
        name = clean_line(values[0]).strip()
        name = "" if name == clean_line(row.title).strip() else name
        await desk.library.ask(lambda library: library.stories.rename(row.id, name))
        return f"The story is called “{fit(name, 48).rstrip()}” now." if name else "The story has its headline again."

    def told(sentence: str | None) -> None:
        if sentence is not None:
            then(sentence)

    field = Field("", row.name or row.title, hint="a name; empty for the headline")
    app.push_screen(Entry("A name for the story", clean_line(row.title), [field], keep), told)
