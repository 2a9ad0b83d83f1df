"""A library with one of everything, and ways to damage its file."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path

from items import brought, item
from sample import sample_analysis

from reader.domain.anchor import anchor_of
from reader.domain.annotation import About, Annotation
from reader.domain.colour import Colour
from reader.domain.correction import Correction, CorrectionKind
from reader.store.library import Library

_TABLE_LEAF, _INDEX_LEAF = 0x0D, 0x0A
ARTICLES = 40


def furnish(library: Library) -> None:
    """Put in forty articles of a feed, and something of whatever a user can make."""
    feed = library.feeds.subscribe("https://bay.example/feed.xml", name="Bay", folder=library.folders.add("Coast"))
    words = "The ferry was late, and so was the tide. " * 20
    brought(library, feed, *(item(f"{n}", f"Number {n}. {words}") for n in range(ARTICLES, 0, -1)))
    text = library.article(1).text
    library.annotations.add(Annotation(1, About.TEXT, anchor_of(text, (0, 8)), "A note.", Colour.GREEN))
    library.annotations.add(Annotation(ARTICLES, About.ARTICLE, None, "A last note."))
    library.tags.put([1, 2, 3], ["sea"])
    library.searches.add("Ferries", "ferry")
    library.corrections.add(Correction(CorrectionKind.SAME_ACTOR, actor="Mary Quill", value="M. Quill"))
    library.drafts.keep("article:4", "Being written")
    library.set_bookmarked(2, True)
    library.set_read(3, True)
    library.delete(5)
    library.set_setting("theme", "dark")
    library.save_analysis(library.article(1).text_hash, sample_analysis())
    while library.index.fill():
        pass


MADE = ("annotation", "tag", "tagging", "draft", "saved_search", "correction", "status", "feed", "folder", "placement")
"""Tables that hold what the user made."""


def made(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """What the user made, by table."""
    with closing(sqlite3.connect(path)) as db:
        return {table: db.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall() for table in MADE}


def page_size(path: Path) -> int:
    """Bytes a page."""
    return int.from_bytes(path.read_bytes()[16:18], "big")


def leaves_of(path: Path, *names: str) -> list[int]:
    """Numbers, from 0, of the pages that hold the rows of tables (or of indexes), in order."""
    with closing(sqlite3.connect(path)) as db:
        marks = ", ".join("?" * len(names))
        roots = db.execute(f"SELECT rootpage FROM sqlite_schema WHERE name IN ({marks})", names).fetchall()
    data, size = path.read_bytes(), page_size(path)
    found, waiting = [], [root - 1 for (root,) in roots]
    while waiting:
        number = waiting.pop(0)
        page = data[number * size : (number + 1) * size]
        if page[0] in (_TABLE_LEAF, _INDEX_LEAF):
            found.append(number)
            continue
        cells = int.from_bytes(page[3:5], "big")
        places = [int.from_bytes(page[12 + 2 * n : 14 + 2 * n], "big") for n in range(cells)]
        # What leads on from each cell, then what leads on behind the last.
        waiting += [int.from_bytes(page[at : at + 4], "big") - 1 for at in (*places, 8)]
    return found


def overwrite(path: Path, pages: list[int], seed: int = 1) -> bytes:
    """Fill pages with noise. Gives what the file is then."""
    chance = random.Random(seed)
    data, size = bytearray(path.read_bytes()), page_size(path)
    for page in pages:
        data[page * size : (page + 1) * size] = chance.randbytes(size)
    path.write_bytes(data)
    return bytes(data)
