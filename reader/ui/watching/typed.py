"""How much a rule would have told by now, while it is typed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.store.library import Library

MOST = 200
"""Statements that are counted."""


def counted(library: Library, words: str, today: date) -> str:
    """How many statements words find that are being typed; "" where they ask for nothing. Raises QueryError,
    LibraryError."""
    from reader.ingest.understanding import understood

    query = understood(words, today, unfinished=True)
    if query.root is None:
        return ""
    found = library.search.statements(query, limit=MOST)
    count = len(found.statements)
    return f"{count:,}{'+' if found.more else ''} statement{'' if count == 1 else 's'} so far"
