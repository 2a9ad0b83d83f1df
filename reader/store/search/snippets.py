"""Snippets of the articles that are shown: cut from the text, as the index would have to read it anyway."""

from __future__ import annotations

from collections.abc import Sequence

from reader.domain.folding import marked_fold, words
from reader.domain.query.hits import hits, texts
from reader.domain.query.snippet import LENGTH, Snippet, cut
from reader.domain.query.terms import Query
from reader.store.search.nodes import Ask, listed

_MOST = 100_000  # code points of a text that are looked at


def snippets(ask: Ask, query: Query, ids: Sequence[int]) -> dict[int, Snippet]:
    """See ``Search.snippets``."""
    rows = ask(
        "SELECT a.id, substr(a.text, 1, ?) FROM json_each(?) j JOIN article a ON a.id = j.value", (_MOST, listed(ids))
    )
    letters = {found[0] for text in texts(query) if (found := words(text.words))}
    return {id: _snippet(query, letters, text) for id, text in rows}


def _snippet(query: Query, letters: set[str], text: str) -> Snippet:
    """The stretch around the first hit; of long texts only what lies around it is looked at word by word."""
    folded = marked_fold(text)
    first = min((at for word in letters if (at := folded.find(word)) >= 0), default=None)
    if first is None:
        return cut(text, hits(query, text))
    start, end = max(0, first - LENGTH), first + 4 * LENGTH
    # Whole words, or the end of one would be taken for one.
    start = folded.rfind(" ", 0, start) + 1
    end = len(text) if (space := folded.find(" ", end)) < 0 else space
    near = [(a + start, b + start) for a, b in hits(query, text[start:end])]
    return cut(text, near or hits(query, text))
