"""What a copy of a text says otherwise than the text it repeats, as the screen for versions shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.domain.article import Article
from reader.domain.plain_text import clean_line
from reader.ingest.changes import History
from reader.store.versions import Version
from reader.ui.difference.screen import DifferenceScreen, DifferenceTitle

if TYPE_CHECKING:
    from reader.ingest.desk import Desk


class CopyDifference(DifferenceScreen):
    """The copy against the ``original``."""

    def __init__(self, desk: Desk, original: Article, copy: Article) -> None:
        was = Version(
            original.id, original.dated, copy.shown, original.title, original.text, original.text_hash, original.layout
        )
        super().__init__(desk, History(copy, (was,)))
        self._names = (original.source or "the original", copy.source or "the copy")

    def _show_title(self) -> None:
        first, second = (clean_line(name) for name in self._names)
        self.query_one(DifferenceTitle).show(f"What {second} changed of {first}’s text", "")
