"""A library that can be searched: what the tests of the search share."""

from __future__ import annotations

from pathlib import Path

from reading import Reading, fill
from textual.widgets import Input

from reader.domain.article import Draft
from reader.ingest.telling_analyses import tell_all
from reader.store.library import Library

HOSTILE = "[/red][link=x]Boom\x1b[31m \u202eright $(x) “boats”"

ARMENIA = """L’Arménie a démenti mardi avoir visé des civils, et demandé une enquête.

« L'Arménie ne vise personne », a dit le ministre. Bakou n’a pas répondu à l'Arménie.
"""


def fill_to_search(path: Path) -> None:
    """The four stories (1 to 4), a French one (5), one with a hostile title (6), and 150 dull reports, all older; the
    words and the statements of all of them can be searched for."""
    more = [
        Draft(ARMENIA, "Erevan répond", "Le Journal", published="2026-02-01", language="fr"),
        Draft(f"A text about boats and [bold]markup[/bold].\x1b[0m {'More of it. ' * 40}", HOSTILE, "Wire"),
        *(
            Draft(f"Report {n} on the weather of the day, with nothing else in it.", f"Report {n}", "Wire",
                  published=f"2025-{1 + n % 12:02}-{1 + n % 28:02}", language="en")
            for n in range(150)
        ),
    ]  # fmt: skip
    fill(path, *more)
    with Library.open(path) as library:
        library.set_setting("ui.paused", "1")
        library.set_setting("ui.schedule", "0")
        make_ready(library)


def make_ready(library: Library) -> None:
    """Let everything that waits be found."""
    while library.index.waiting():
        library.index.fill()
    tell_all(library)


async def type_in(reader: Reading, words: str) -> None:
    """Put words where the cursor is, the last letter by its key, and wait for what comes of it."""
    line = reader.app.focused
    assert isinstance(line, Input)
    words, enter = words.rstrip("\n"), words.endswith("\n")
    line.insert_text_at_cursor(words[:-1])
    await reader.press("space" if words[-1] == " " else words[-1])
    if enter:
        await reader.press("enter")


def titles(reader: Reading) -> list[str]:
    """The titles of the rows that are listed, as far as they are at hand."""
    rows = (reader.screen.list.rows.get(at) for at in range(reader.screen.list.total))
    return [row.title for row in rows if row is not None]


def heading(reader: Reading) -> str:
    """What the title of the list says."""
    return str(reader.screen.list.border_title)


def prompt_lines(reader: Reading) -> list[str]:
    """The foot in which is typed, its border first; nothing while there is none."""
    feet = reader.app.screen.query(".search-foot")
    if not feet:
        return []
    region = feet.first().region
    return reader.lines()[region.y : region.bottom]
