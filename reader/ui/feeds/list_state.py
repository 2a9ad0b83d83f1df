"""What the list asks of the library when rows may have come or gone: all in one question, so that it fits together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.domain.article import ArticleRow
from reader.domain.scope import Scope
from reader.ui.feeds.kept import scope_name
from reader.ui.row_window import PAGE

if TYPE_CHECKING:
    from reader.store.library import Library


@dataclass(frozen=True)
class ListState:
    """``name`` is that of the scope (empty where it is gone), ``cursor`` and ``anchor`` where the articles asked for
    stand, the anchor being the first of those in sight that is still there; ``pages`` are rows by page number."""

    name: str
    articles: int
    unread: int
    cursor: int | None
    anchor: int | None
    anchor_id: int | None
    pages: Mapping[int, list[ArticleRow]]


def read_state(library: Library, scope: Scope, cursor: Sequence[int], anchors: Sequence[int]) -> ListState:
    """Raises LibraryError. Of several articles for the cursor, the first that is in the scope counts."""
    name = scope_name(library, scope)
    counts = library.counts(scope)
    at = next((place for id in cursor if (place := library.place(id, scope)) is not None), None)
    anchor_id = anchor = None
    for anchor_id in anchors:
        anchor = library.place(anchor_id, scope)
        if anchor is not None:
            break
    near = {0, *(place // PAGE for place in (at, anchor) if place is not None)}
    wanted = sorted({page + step for page in near for step in (-1, 0, 1) if page + step >= 0})
    pages = {page: library.rows(PAGE, page * PAGE, scope=scope) for page in wanted if page * PAGE < counts.articles}
    return ListState(name or "", counts.articles, counts.unread, at, anchor, anchor_id, pages)
