"""Articles that a search found, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reader.cli.json_lines import json_line
from reader.cli.listing import row_line, told_record
from reader.cli.output import say
from reader.domain.csv_cells import csv_lines
from reader.domain.query.snippet import Snippet
from reader.domain.query.terms import Query
from reader.domain.scope import Found, Scope
from reader.store.library import Library
from reader.store.listing import FIELDS

NOTHING = "Nothing found."
_PAGE = 500
_INDENT = " " * 8


def print_articles(library: Library, query: Query, limit: int | None, how: str, *, newest: bool) -> None:
    """Print what is found; ``how`` is "json", "csv" or "" for people."""
    found = library.search.find(query, newest=newest)
    ids = found.ids[:limit]
    if how == "json":
        for record in _records(library, query, ids):
            say(json_line(record))
    elif how == "csv":
        header = (*FIELDS, "snippet")
        for line in csv_lines(header, (_cells(record) for record in _records(library, query, ids))):
            say(line.removesuffix("\n"))
    elif not ids:
        say(NOTHING)
    else:
        _print_rows(library, query, ids)
        left = len(found.ids) - len(ids)
        if left:
            say(f"… and {left:,}{' or more' if found.more else ''} more; -n shows as many as you say.")


def _print_rows(library: Library, query: Query, ids: Sequence[int]) -> None:
    for some in _pages(ids):
        snippets = library.search.snippets(query, some)
        for row in library.rows(-1, scope=Scope(query=query, found=Found(some))):
            say(row_line(row))
            if row.id in snippets:
                say(_INDENT + marked(snippets[row.id]))


def marked(snippet: Snippet) -> str:
    """A snippet with its hits between stars."""
    parts, at = list[str](), 0
    for start, end in snippet.hits:
        parts += [snippet.text[at:start], "*", snippet.text[start:end], "*"]
        at = end
    return "".join([*parts, snippet.text[at:]]).strip()


def _records(library: Library, query: Query, ids: Sequence[int]) -> Iterator[dict[str, Any]]:
    for some in _pages(ids):
        snippets = library.search.snippets(query, some)
        for record in library.records(Scope(query=query, found=Found(some))):
            snippet = snippets.get(record["id"], Snippet(""))
            yield {
                **told_record(record),
                "snippet": {"text": snippet.text, "hits": [list(hit) for hit in snippet.hits]},
            }


def _cells(record: dict[str, Any]) -> list[object]:
    return [*(record[name] for name in FIELDS[:-1]), ", ".join(record["tags"]), record["snippet"]["text"]]


def _pages(ids: Sequence[int]) -> Iterator[tuple[int, ...]]:
    return (tuple(ids[at : at + _PAGE]) for at in range(0, len(ids), _PAGE))
