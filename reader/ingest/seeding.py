"""What a new library opens with."""

from __future__ import annotations

from pathlib import Path

from reader.domain.errors import LibraryError, NotFoundError
from reader.resources import resource_dir
from reader.store.library import Library

_SEEDED = "seeded"
_ENDINGS = frozenset({".txt", ".md", ".html", ".htm"})


def seed_stories() -> list[Path]:
    """The story files that come with the product, in the order they are taken in. Raises LibraryError.

    The first by name comes last: among stories of one day the newest in the library stands on top.
    """
    try:
        return sorted((p for p in (resource_dir("seeds") / "stories").iterdir() if p.suffix in _ENDINGS), reverse=True)
    except FileNotFoundError as error:
        raise LibraryError(f"A new library has nothing to open with: {error}.") from error


def seed_library(library: Library) -> bool:
    """Give a library the stories of ``seeds/stories`` once in its life; True where that was now.

    One transaction: a library has all of them or is still to be seeded. Stories removed later stay removed.
    """
    if library.read_only or library.setting(_SEEDED) is not None:
        return False
    from reader.feeds.documents import read_document

    drafts = [read_document(path) for path in seed_stories()]
    with library.transaction():
        if library.setting(_SEEDED) is not None:
            return False
        added = [library.add(draft) for draft in drafts]
        library.set_setting(_SEEDED, str(added[-1].id) if added else "")
    return True


def first_article(library: Library) -> int | None:
    """The id of the seed story that is first by name, else of the newest article; None where the library is empty."""
    seed = library.setting(_SEEDED)
    if seed:
        try:
            return library.article(int(seed)).id
        except NotFoundError:
            pass
    return next((row.id for row in library.rows(1)), None)


def open_library(path: Path) -> Library:
    """The library at ``path``, with the seeds where it is new. Raises LibraryError."""
    library = Library.open(path)
    try:
        seed_library(library)
    except BaseException:
        library.close()
        raise
    return library
