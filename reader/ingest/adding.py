"""Take files into the library, each on its own: one bad path never stops the others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reader.domain.article import Draft
from reader.domain.errors import DocumentError
from reader.store.library import Library


@dataclass(frozen=True, slots=True)
class PathResult:
    """What became of one path: the article's ``id`` and whether it is ``new``, or ``error``, one sentence."""

    path: str
    id: int | None = None
    new: bool = False
    error: str | None = None


def add_paths(library: Library, paths: Iterable[str], *, language: str | None = None) -> list[PathResult]:
    """Add each file ("-" is standard input); results in the order of the paths. ``language`` as in ``read_document``.

    Raises LibraryError only: what is wrong with the library is wrong for every path.
    """
    return [store(library, path, read(path, language)) for path in texts(paths)]


def texts(paths: Iterable[str]) -> list[str]:
    """The paths without the side files of others among them, which ``folder/*`` names too: they are read along."""
    from reader.feeds.details import SIDE_ENDING

    listed = list(paths)
    beside = {path.rpartition(".")[0] + SIDE_ENDING for path in listed if not path.endswith(SIDE_ENDING)}
    return [path for path in listed if path not in beside]


def read(path: str, language: str | None = None) -> Draft | DocumentError:
    """The draft of a file, or why there is none."""
    from reader.feeds.documents import read_document

    try:
        return read_document(path, language=language)
    except DocumentError as error:
        return error


def store(library: Library, path: str, draft: Draft | DocumentError) -> PathResult:
    """Keep what ``read`` gave for a path. Raises LibraryError."""
    if isinstance(draft, DocumentError):
        return PathResult(path, error=str(draft))
    added = library.add(draft)
    return PathResult(path, id=added.id, new=added.new)
