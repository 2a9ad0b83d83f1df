"""Snippets of the articles that are shown: cut from the text, as the index would have to read it anyway."""

from __future__ import annotations

from collections.abc import Sequence

from reader.domain.query.hits import hits
from reader.domain.query.snippet import Snippet, cut
from reader.domain.query.terms import Query
from reader.store.search.nodes import Ask, listed

_MOST = 100_000  # code points of a text that are looked at


def snippets(ask: Ask, query: Query, ids: Sequence[int]) -> dict[int, Snippet]:
    """See ``Search.snippets``."""
    rows = ask(
        "SELECT a.id, substr(a.text, 1, ?) FROM json_each(?) j JOIN article a ON a.id = j.value", (_MOST, listed(ids))
    )
    return {id: cut(text, hits(query, text)) for id, text in rows}
