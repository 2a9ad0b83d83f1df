"""Take files into the library, each on its own: one bad path never stops the others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reader.domain.errors import DocumentError
from reader.store.library import Library


@dataclass(frozen=True, slots=True)
class PathResult:
    """What became of one path: the article's ``id`` and whether it is ``new``, or ``error``, one sentence."""

    path: str
    id: int | None = None
    new: bool = False
    error: str | None = None


def add_paths(library: Library, paths: Iterable[str]) -> list[PathResult]:
    """Add each file ("-" is standard input); results in the order of the paths.

    Raises LibraryError only: what is wrong with the library is wrong for every path.
    """
    return [_add(library, path) for path in paths]


def _add(library: Library, path: str) -> PathResult:
    from reader.feeds.documents import read_document

    try:
        added = library.add(read_document(path))
    except DocumentError as error:
        return PathResult(path, error=str(error))
    return PathResult(path, id=added.id, new=added.new)
