"""Saved searches as JSON Lines, taken into a library."""

from __future__ import annotations

import json
from collections.abc import Iterable

from reader.cli.query_words import understand
from reader.domain.errors import QueryError, SavedSearchError
from reader.domain.plain_text import clean_line
from reader.store.library import Library


def read_lines(lines: Iterable[str]) -> list[tuple[str, str]]:
    """Names and queries of a file. Raises SavedSearchError naming the line that is none."""
    found = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            told = json.loads(line)
            name, query = told["name"], told["query"]
        except (ValueError, TypeError, KeyError, RecursionError):
            name = query = None
        if not isinstance(name, str) or not isinstance(query, str):
            raise SavedSearchError(f"Line {number} is no saved search: it is to be an object with name and query.")
        found.append((name, query))
    return found


def add_all(library: Library, found: list[tuple[str, str]]) -> str:
    """Keep all of them, or none where one cannot be understood; those whose name is taken are left out. Says what was
    done. Raises SavedSearchError."""
    added = left = 0
    with library.deeds.as_one("search", f"kept {len(found)} searches"):
        for name, query in found:
            if library.searches.named(name) is not None:
                left += 1
                continue
            try:
                understand(query)
            except QueryError as error:
                raise SavedSearchError(f"The search {clean_line(name)} cannot be understood: {error}") from error
            library.searches.add(name, query)
            added += 1
    return f"kept {added}" + (f"; {left} left out, as their names are taken" if left else "")
