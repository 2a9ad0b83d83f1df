"""A library with articles as feeds bring them: laid out, changed, with two texts; what the tests of them share."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reading import current_engine
from stories import Told

from reader.domain.article import Draft, hash_text
from reader.domain.feed import FeedItem
from reader.domain.layout import Block, BlockKind, Layout, Link
from reader.ingest.stories.placing import place_all
from reader.store.library import Library

LINES = (
    (BlockKind.HEADING, 2, "What each side says"),
    (None, 0, "Norland spoke of [b]ramming[/b], and Sudria of fog."),
    (BlockKind.ITEM, 1, "- The first demand is that the ferries sail again before the summer, all of them, every day"),
    (BlockKind.ITEM, 2, "- The second is money"),
    (BlockKind.QUOTE, 1, "“Nobody slept that night,” the mate said, and he said it more than once to all who asked."),
    (BlockKind.CODE, 1, "boats {\n\n    lost = 3\n}"),
    (BlockKind.MEDIA, 1, "▣ A boat in the harbour"),
    (None, 0, "Write to the desk, or read what was said before."),
)
LINKS = (
    ("ramming[/b]", "https://www.example.org/ramming?a=[b]"),
    ("▣ A boat in the harbour", "https://img.example/boat.jpg"),
    ("the desk", "mailto:desk@example.org"),
    ("what was said", "javascript:alert(1)"),
    ("before", "http://news.example/before"),
)
TITLE = "Boats and fog"


def laid_out() -> tuple[str, Layout]:
    """A text with every kind of block, and its layout."""
    text, blocks = "", []
    for kind, level, words in LINES:
        tight = kind is BlockKind.ITEM and level > 1
        text += ("\n" if tight else "\n\n") if text else ""
        if kind is not None:
            blocks.append(Block(kind, len(text), len(text) + len(words), level))
        text += words
    links = (Link(text.rindex(words), text.rindex(words) + len(words), url) for words, url in LINKS)
    return text, Layout(tuple(blocks), tuple(links))


def add(path: Path, text: str, layout: Layout | None = None, title: str = TITLE, url: str | None = None) -> int:
    """An analysed article in the library at ``path``, newer than all others."""
    with Library.open(path) as library:
        found = replace(Told(text).analysis(), engine=current_engine("en"))
        body = layout.to_json() if layout else ""
        draft = Draft(text, title, "Wire", published="2026-03-19", language="en", url=url, layout=body)
        library.save_analysis(hash_text(text), found)
        id = library.add(draft).id
        # Else the app would start a process to sign it.
        place_all(library)
        return id


def rewrite(path: Path, id: int, text: str, title: str = TITLE, now: str = "2026-03-19T10:30:00Z") -> None:
    """Let the article say something else from then on; analysed too."""
    with Library.open(path) as library:
        library.save_analysis(hash_text(text), replace(Told(text).analysis(), engine=current_engine("en")))
        with library.transaction():
            library.versions.rewrite(id, FeedItem(title, text), now)
        place_all(library)
